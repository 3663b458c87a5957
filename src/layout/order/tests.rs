use super::*;
use crate::geometry::Size;
use crate::layout::{Child, ChildPlace, Member, Side, Union};
use proptest::prelude::*;

fn member(birth: Option<f64>, side: Side) -> Member {
    let size = Size::new(80.0, 60.0);
    Member { size, symbol_drop: 20.0, symbol_half: 16.0, side, birth, pin: None }
}

fn union(partners: &[usize], children: &[usize]) -> Union {
    let home = |&person| Child { person, place: ChildPlace::Home, twin: None };
    let children = children.iter().map(home).collect();
    Union { partners: partners.to_vec(), children, ..Union::default() }
}

/// Everybody stands exactly once, in the row that `row_of` says, and links where they should.
fn check_whole(family: &Family, rows: &Rows) {
    let mut seen = vec![0; family.people.len()];
    let mut link_seen = vec![0; rows.links.len()];
    for (at, row) in rows.rows.iter().enumerate() {
        for slot in row {
            match *slot {
                Slot::Person(person) => {
                    seen[person] += 1;
                    assert_eq!(rows.row_of[person], at);
                }
                Slot::Link(link) => {
                    link_seen[link] += 1;
                    assert_eq!(rows.links[link].row, at);
                }
            }
        }
    }
    assert!(seen.iter().all(|&times| times == 1), "everybody once: {seen:?}");
    assert!(link_seen.iter().all(|&times| times == 1), "every link once: {link_seen:?}");
}

pub(super) fn families() -> impl Strategy<Value = Family> {
    let side = prop_oneof![Just(Side::Left), Just(Side::Right), Just(Side::Either)];
    let person = (prop::option::of(1900_u16..2020), side)
        .prop_map(|(birth, side)| member(birth.map(f64::from), side));
    let bond = (prop::collection::vec(0_usize..18, 0..3), prop::collection::vec(0_usize..18, 0..5));
    (prop::collection::vec(person, 0..16), prop::collection::vec(bond, 0..12)).prop_map(
        |(people, bonds)| {
            let unions = bonds.iter().map(|(partners, children)| union(partners, children));
            let unions = unions.collect();
            Family { people, unions }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn everybody_stands_once_whatever_the_bonds_say(family in families()) {
        let rows = rows(&family, &Options::default());
        check_whole(&family, &rows);
    }
}

#[test]
fn a_chain_of_generations_needs_no_call_stack() {
    let n = 100_000;
    let people = vec![member(None, Side::Either); n];
    let unions = (1..n).map(|child| union(&[child - 1], &[child])).collect();
    let family = Family { people, unions };
    let rows = rows(&family, &Options::default());
    assert_eq!(rows.rows.len(), n);
    check_whole(&family, &rows);
}
