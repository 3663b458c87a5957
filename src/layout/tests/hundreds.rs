//! The same for families too large to be searched as a whole: a few of each kind.

use super::*;

/// Families of some two hundred people with every kind of bond; everybody born at another time.
fn hundreds() -> impl Strategy<Value = Family> {
    prop::collection::vec(step(), 170..220).prop_map(|steps| {
        let mut family = family_of(&steps);
        for (k, member) in family.people.iter_mut().enumerate() {
            member.birth = (!k.is_multiple_of(5)).then_some(1700.0 + (k * 37 % 293) as f64);
        }
        family
    })
}

/// Some number below `n` for each number below it, each once.
fn shuffled(n: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by_key(|&k| (k * 7919 % 1009, k));
    order
}

/// The same family with people, unions and everybody in them named in another order, and the new
/// number of everybody.
fn renumbered(family: &Family) -> (Family, Vec<usize>) {
    let order = shuffled(family.people.len());
    let mut number = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, &old)| number[old] = new);
    let people = order.iter().map(|&old| family.people[old]).collect();
    let mut unions = Vec::new();
    for at in shuffled(family.unions.len()) {
        let mut union = family.unions[at].clone();
        union.partners.iter_mut().for_each(|p| *p = number[*p]);
        union.partners.reverse();
        union.children.iter_mut().for_each(|c| c.person = number[c.person]);
        union.children.reverse();
        unions.push(union);
    }
    (Family { people, unions }, number)
}

/// All lines of a picture, whosever they are.
fn ways(layout: &Layout) -> Vec<String> {
    let way = |line: &Connector| format!("{:?} {:?} {:?}", line.role, line.points, line.bridges);
    let mut ways: Vec<String> = layout.connectors.iter().map(way).collect();
    ways.sort_unstable();
    ways
}

/// In whatever order the file names them, everybody and all lines are where they are.
pub(super) fn check_any_order(mut family: Family) {
    // Nobody may look like somebody else.
    let births = family.people.iter_mut().enumerate();
    births.for_each(|(k, member)| member.birth = Some(1700.0 + k as f64 / 7.0));
    // Where no year is known, the order of unions stands for it.
    let unions = family.unions.iter_mut().enumerate();
    unions.for_each(|(k, union)| union.from = Some(1720.0 + k as f64 / 7.0));
    let (other, number) = renumbered(&family);
    let before = layout(&family, &Options::default());
    let after = layout(&other, &Options::default());
    for (person, &new) in number.iter().enumerate() {
        assert_eq!(before.row_of[person], after.row_of[new], "{person} in another row");
        assert_eq!(before.people[person], after.people[new], "{person} at another place");
    }
    assert_eq!(ways(&before), ways(&after), "lines run another way");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2))]

    #[test]
    fn pictures_of_hundreds_are_whole_and_clear(family in hundreds()) {
        check(&family, &layout(&family, &Options::default()));
    }

    #[test]
    fn the_order_of_the_file_changes_nothing_among_hundreds(family in hundreds()) {
        check_any_order(family);
    }

    #[test]
    fn a_pin_among_hundreds_is_kept_exactly(mut family in hundreds(), k in 0_usize..200, by in -900.0..900.0_f64) {
        let person = k % family.people.len();
        let x = layout(&family, &Options::default()).people[person].x + by;
        family.people[person].pin = Some(Pin::At(x));
        let pinned = layout(&family, &Options::default());
        check_boxes(&family, &pinned);
        prop_assert!((pinned.people[person].x - x).abs() < 0.02);
    }
}
