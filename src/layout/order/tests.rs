use super::*;
use crate::geometry::Size;
use crate::layout::{Child, ChildPlace, Member, Side, Union};
use proptest::prelude::*;

mod sifting;

pub(super) fn member(birth: Option<f64>, side: Side) -> Member {
    let size = Size::new(80.0, 60.0);
    Member { size, symbol_drop: 20.0, symbol_half: 16.0, side, birth, pin: None }
}

pub(super) fn union(partners: &[usize], children: &[usize]) -> Union {
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

/// Those who are pinned stand in the order of their pins.
fn check_pins(family: &Family, rows: &Rows) {
    for row in people_of(rows) {
        let x = |&p: &usize| match family.people[p].pin {
            Some(crate::layout::Pin::Near(x) | crate::layout::Pin::At(x)) => Some(x),
            None => None,
        };
        let pins: Vec<f64> = row.iter().filter_map(x).collect();
        assert!(pins.is_sorted(), "{pins:?}");
    }
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

/// The files of the comparison, if they lie here.
#[expect(clippy::print_stdout, reason = "says why nothing is tested")]
pub(in crate::layout) fn shared_family(name: &str) -> Option<Family> {
    let shared = std::env::var("RODE_DRAAD_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").to_owned());
    let path = format!("{shared}/tools/layout/data/json/{name}.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {path} is not there");
        return None;
    };
    Some(family_from(&serde_json::from_str(&text).unwrap()))
}

/// As the neutral format is meant; its reader proper stands above layout and cannot be named here.
fn family_from(json: &serde_json::Value) -> Family {
    let mut number = std::collections::BTreeMap::new();
    let mut family = Family::default();
    for (at, person) in json["persons"].as_array().unwrap().iter().enumerate() {
        number.insert(person["id"].as_str().unwrap(), at);
        let side = match person["sex"].as_str() {
            Some("M") => Side::Left,
            Some("F") => Side::Right,
            _ => Side::Either,
        };
        family.people.push(member(person["birth_year"].as_f64(), side));
    }
    let list = |ids: &serde_json::Value| -> Vec<usize> {
        ids.as_array().unwrap().iter().map(|id| number[id.as_str().unwrap()]).collect()
    };
    for bond in json["unions"].as_array().unwrap() {
        family.unions.push(union(&list(&bond["partners"]), &list(&bond["children"])));
    }
    family
}

fn crossings(family: &Family, order: &Rows) -> i64 {
    let kin = Kin::new(family);
    let graph = Graph::new(&kin);
    let rules = Rules::new(&kin, &graph, &Options::default());
    let mut number = vec![0; kin.people()];
    for (new, &old) in kin.original.iter().enumerate() {
        number[old] = new as u32;
    }
    let mut passing = std::collections::BTreeMap::new();
    for (at, p) in graph.passing.iter().enumerate() {
        let bond = kin.bonds[p.bond as usize].original;
        let key = (bond, kin.original[p.person as usize], graph.row[graph.people + at] as usize);
        passing.insert(key, (graph.people + at) as u32);
    }
    let item = |slot: &Slot| match *slot {
        Slot::Person(person) => number[person],
        Slot::Link(link) => {
            let Link { union, child, row } = order.links[link];
            passing[&(union, child, row)]
        }
    };
    let rows = order.rows.iter().map(|row| row.iter().map(item).collect()).collect();
    board::Board::new(&graph, &rules, rows).crossings()
}

/// Least crossings with couples kept together, proven by integer programming for these files.
const PROVEN: [(&str, i64); 37] = [
    ("s01_three_gen", 0),
    ("s02_blended", 0),
    ("s03_four_wives", 2),
    ("s04_partner_chain", 0),
    ("s05_cousins", 0),
    ("s06_double_cousins", 1),
    ("s07_twins_adoption", 0),
    ("s08_uncle_niece", 0),
    ("s09_inlaws", 2),
    ("s10_ascent", 0),
    ("s11_therapy30", 2),
    ("s12_therapy40", 1),
    ("s13_twelve_siblings", 0),
    ("s14_sororate", 1),
    ("s15_generation_swap", 1),
    ("s16_disconnected", 0),
    ("s17_donor", 3),
    ("g12_1", 0),
    ("g12_2", 0),
    ("g12_3", 0),
    ("g12_4", 0),
    ("g12_5", 0),
    ("g20_1", 0),
    ("g20_2", 0),
    ("g20_3", 0),
    ("g20_4", 0),
    ("g20_5", 0),
    ("g30_1", 0),
    ("g30_2", 0),
    ("g30_3", 0),
    ("g30_4", 0),
    ("g30_5", 0),
    ("g40_1", 1),
    ("g40_2", 0),
    ("g40_3", 0),
    ("g40_4", 1),
    ("g40_5", 0),
];

#[test]
fn small_families_have_hardly_more_crossings_than_proven_necessary() {
    let (mut proven, mut found) = (0, 0);
    let (mut hand_made, mut generated) = (Shares::default(), Shares::default());
    for (name, bound) in PROVEN {
        let Some(family) = shared_family(name) else { return };
        let rows = rows(&family, &Options::default());
        check_whole(&family, &rows);
        let crossings = crossings(&family, &rows);
        if name.starts_with('s') {
            hand_made.add(&family, &rows);
        } else {
            generated.add(&family, &rows);
        }
        assert!(crossings <= bound + 1, "{name}: {crossings} crossings, {bound} are necessary");
        proven += bound;
        found += crossings;
    }
    assert!(found <= proven, "{found} crossings, {proven} are necessary");
    // Proven by integer programming in the same rows: with as few crossings and as many couples
    // together, no orders have fewer than .104 and .041 of the siblings against their age; with one
    // crossing more than necessary in all, .081 and .033.
    assert!(0.95 <= hand_made.together && hand_made.against_age <= 0.115, "{hand_made:?}");
    assert!(0.99 <= generated.together && generated.against_age <= 0.045, "{generated:?}");
}

#[test]
fn families_of_a_hundred_have_few_crossings() {
    let mut found = 0;
    for name in ["g100_1", "g100_2", "g100_3", "r_royal100"] {
        let Some(family) = shared_family(name) else { return };
        let rows = rows(&family, &Options::default());
        found += crossings(&family, &rows);
    }
    // A search of some fifty times the length gives 22 to 24.
    assert!(found <= 36, "{found} crossings");
}

#[test]
fn families_who_married_each_other_again_and_again_have_few_crossings() {
    let mut found = 0;
    let mut shares = Shares::default();
    for name in ["r_tudor", "r_royal500"] {
        let Some(family) = shared_family(name) else { return };
        let rows = rows(&family, &Options::default());
        found += crossings(&family, &rows);
        shares.add(&family, &rows);
    }
    // Orders that only grow from a couple have some 320, with .84 of the couples together. No order
    // has more than .916 together: nobody has more than two neighbours.
    assert!(found <= 310, "{found} crossings");
    assert!(0.86 <= shares.together, "{shares:?}");
}

/// Means over families.
#[derive(Debug, Default)]
struct Shares {
    /// Couples who stand side by side, as a share of all.
    together: f64,
    /// Pairs of siblings against their age, as a share of all whose years differ.
    against_age: f64,
    families: f64,
}

impl Shares {
    fn add(&mut self, family: &Family, rows: &Rows) {
        let mut place = vec![(0, 0); family.people.len()];
        for (row, people) in people_of(rows).iter().enumerate() {
            for (at, &person) in people.iter().enumerate() {
                place[person] = (row, at);
            }
        }
        let (mut couples, mut together, mut pairs, mut against) = (0.0, 0.0, 0.0, 0.0);
        for union in &family.unions {
            if let [a, b] = union.partners[..] {
                couples += 1.0;
                let is_level = place[a].0 == place[b].0;
                together += f64::from(u8::from(is_level && place[a].1.abs_diff(place[b].1) == 1));
            }
            for (nth, a) in union.children.iter().enumerate() {
                for b in &union.children[nth + 1..] {
                    let born = |child: &Child| family.people[child.person].birth;
                    let Some((older, younger)) = born(a).zip(born(b)) else { continue };
                    // Those in different rows are compared by the picture, not here.
                    if older != younger && place[a.person].0 == place[b.person].0 {
                        pairs += 1.0;
                        let wrong = (older < younger) != (place[a.person].1 < place[b.person].1);
                        against += f64::from(u8::from(wrong));
                    }
                }
            }
        }
        let share = |part: f64, all: f64, none: f64| if 0.0 < all { part / all } else { none };
        let mean = |old: f64, n: f64, new: f64| (old * n + new) / (n + 1.0);
        self.together = mean(self.together, self.families, share(together, couples, 1.0));
        self.against_age = mean(self.against_age, self.families, share(against, pairs, 0.0));
        self.families += 1.0;
    }
}

fn people_of(rows: &Rows) -> Vec<Vec<usize>> {
    let person = |slot: &Slot| match *slot {
        Slot::Person(person) => Some(person),
        Slot::Link(_) => None,
    };
    rows.rows.iter().map(|row| row.iter().filter_map(person).collect()).collect()
}

/// `family` without `person`; the numbers of those behind move up.
fn without(family: &Family, person: usize) -> Family {
    let new = |p: usize| (p != person).then_some(if person < p { p - 1 } else { p });
    let mut less = family.clone();
    less.people.remove(person);
    for union in &mut less.unions {
        union.partners = union.partners.iter().filter_map(|&p| new(p)).collect();
        union.children.retain(|child| child.person != person);
        for child in &mut union.children {
            child.person = new(child.person).unwrap();
        }
    }
    less
}

/// Pairs of neighbours in `before` that stand the other way round in `after`, and all such pairs.
fn flips(before: &[Vec<usize>], after: &[Vec<usize>]) -> (usize, usize) {
    let mut place = std::collections::BTreeMap::new();
    for (at, row) in after.iter().enumerate() {
        place.extend(row.iter().enumerate().map(|(nth, &person)| (person, (at, nth))));
    }
    let pairs: Vec<(usize, usize)> =
        before.iter().flat_map(|row| row.windows(2).map(|pair| (pair[0], pair[1]))).collect();
    let flipped = pairs.iter().filter(|(a, b)| place[a].0 == place[b].0 && place[b] < place[a]);
    (flipped.count(), pairs.len())
}

#[test]
fn a_new_child_leaves_the_others_where_they_were() {
    let (mut flipped, mut all) = (0, 0);
    for (name, _) in PROVEN {
        let Some(family) = shared_family(name) else { return };
        let is_leaf = |p: &usize| !family.unions.iter().any(|u| u.partners.contains(p));
        for person in (0..family.people.len()).filter(is_leaf).step_by(7) {
            let less = without(&family, person);
            let shift = |p: usize| if person <= p { p + 1 } else { p };
            let before: Vec<Vec<usize>> = people_of(&rows(&less, &Options::default()))
                .into_iter()
                .map(|row| row.into_iter().map(shift).collect())
                .collect();
            let after =
                rows_from(&family, &Options::default(), &Stood::in_rows(&before), None, &[]);
            check_whole(&family, &after);
            let (few, total) = flips(&before, &people_of(&after));
            flipped += few;
            all += total;
        }
    }
    assert!(flipped * 100 <= all, "{flipped} of {all} neighbours changed sides");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_unchanged_family_keeps_its_order(family in families()) {
        let options = Options::default();
        let first = people_of(&rows(&family, &options));
        let again = rows_from(&family, &options, &Stood::in_rows(&first), Some(&[]), &[]);
        check_whole(&family, &again);
        prop_assert_eq!(people_of(&again), first);
    }

    #[test]
    fn pinned_people_stand_in_the_order_of_their_pins(
        mut family in families(), xs in prop::collection::vec(0_u8..200, 16),
    ) {
        for (member, x) in family.people.iter_mut().zip(xs).step_by(2) {
            member.pin = Some(crate::layout::Pin::Near(f64::from(x)));
        }
        let first = rows(&family, &Options::default());
        let again = rows_from(&family, &Options::default(), &Stood::in_rows(&people_of(&first)), None, &[]);
        check_pins(&family, &first);
        check_pins(&family, &again);
    }

}

/// The same family with everybody in another order.
fn permuted(family: &Family, seed: u64) -> Family {
    let mut to: Vec<usize> = (0..family.people.len()).collect();
    to.sort_by_key(|&p| {
        (p as u64 + 1).wrapping_mul(seed * 2 + 1).wrapping_mul(0x9e37_79b9) >> 7 & 0xffff
    });
    let mut other = family.clone();
    for (old, &new) in to.iter().enumerate() {
        other.people[new] = family.people[old];
    }
    for union in &mut other.unions {
        for partner in &mut union.partners {
            *partner = to[*partner];
        }
        union.partners.reverse();
        // Children keep the order in which they are told.
        union.children.iter_mut().for_each(|child| child.person = to[child.person]);
    }
    other
}

/// What can be seen of an order: people who cannot be told apart may stand in each other's place.
fn seen(family: &Family, rows: &Rows) -> Vec<Vec<(Option<i64>, Side)>> {
    let look = |&p: &usize| (family.people[p].birth.map(|b| b as i64), family.people[p].side);
    people_of(rows).iter().map(|row| row.iter().map(look).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_order_of_the_input_plays_no_part(seed in 0_u64..1_000_000, which in 0..PROVEN.len()) {
        let Some(family) = shared_family(PROVEN[which].0) else { return Ok(()) };
        let other = permuted(&family, seed);
        let (a, b) = (rows(&family, &Options::default()), rows(&other, &Options::default()));
        prop_assert_eq!(seen(&family, &a), seen(&other, &b));
    }
}

/// A family of many branches with some marriages between them, always the same.
pub(super) fn many(n: usize) -> Family {
    let mut chance = 7_u64;
    let mut below = |limit: usize| {
        chance =
            chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) as usize % limit
    };
    let mut family = Family::default();
    let mut open: Vec<(usize, u16)> = Vec::new();
    let add = |family: &mut Family, birth: u16| {
        let side = if family.people.len().is_multiple_of(2) { Side::Left } else { Side::Right };
        family.people.push(member(Some(f64::from(birth)), side));
        family.people.len() - 1
    };
    let first = add(&mut family, 1700);
    open.push((first, 1700));
    while family.people.len() < n && !open.is_empty() {
        let (person, birth) = open.remove(below(open.len().min(12)));
        let cousin =
            (below(12) == 0 && !open.is_empty()).then(|| open.swap_remove(below(open.len())).0);
        let partner = cousin.unwrap_or_else(|| add(&mut family, birth + 1));
        if below(4) == 0 && cousin.is_none() {
            let parents = [add(&mut family, birth - 30), add(&mut family, birth - 29)];
            let sister = add(&mut family, birth + 3);
            family.unions.push(union(&parents, &[partner, sister]));
            open.push((sister, birth + 3));
        }
        let years: Vec<u16> = (0..1 + below(4)).map(|nth| birth + 25 + 2 * nth as u16).collect();
        let children: Vec<usize> = years.iter().map(|&year| add(&mut family, year)).collect();
        open.extend(children.iter().copied().zip(years));
        family.unions.push(union(&[person, partner], &children));
    }
    family
}

#[test]
fn hundreds_of_people_stand_once_each_and_always_the_same() {
    let family = many(320);
    let first = rows(&family, &Options::default());
    check_whole(&family, &first);
    assert_eq!(first, rows(&family, &Options::default()));
    let mut plain = people_of(&first);
    plain.iter_mut().for_each(|row| row.sort_unstable());
    let unordered = rows_from(&family, &Options::default(), &Stood::in_rows(&plain), None, &[]);
    assert!(
        crossings(&family, &first) * 4 < crossings(&family, &unordered),
        "{} crossings, {} without an order",
        crossings(&family, &first),
        crossings(&family, &unordered),
    );
}

#[test]
fn families_of_all_sizes_keep_their_long_lines_and_pins() {
    for n in [90, 320, 900, 2_500, 6_500] {
        let mut family = many(n);
        for (nth, member) in family.people.iter_mut().enumerate().step_by(17) {
            member.pin = Some(crate::layout::Pin::Near((nth * 31 % 200) as f64));
        }
        let rows = rows(&family, &Options::default());
        assert!(!rows.links.is_empty(), "{n}");
        check_whole(&family, &rows);
        check_pins(&family, &rows);
    }
}

#[test]
fn the_plans_for_the_largest_families_lose_nobody() {
    let kin = Kin::new(&many(2_500));
    let graph = Graph::new(&kin);
    let rules = Rules::new(&kin, &graph, &Options::default());
    assert!(!graph.passing.is_empty());
    for n in [20_000, 50_000, 200_000, 1_000_000] {
        let (fold, start) = large::alone(&kin, &graph, &rules, &large::Plan::new(n));
        let rows = fold.unfolded(&start);
        let mut items: Vec<u32> = rows.concat();
        items.sort_unstable();
        assert!(items.into_iter().eq(0..kin::index(graph.items())), "the plan for {n}");
        let is_there = |(row, items): (usize, &Vec<u32>)| {
            items.iter().all(|&item| graph.row[item as usize] as usize == row)
        };
        assert!(rows.iter().enumerate().all(is_there), "the plan for {n}");
    }
}

#[test]
fn a_new_child_among_hundreds_moves_nobody_else() {
    let family = many(320);
    let is_leaf = |p: usize| !family.unions.iter().any(|u| u.partners.contains(&p));
    let person = (200..320).find(|&p| is_leaf(p)).unwrap();
    let shift = |p: usize| if person <= p { p + 1 } else { p };
    let before: Vec<Vec<usize>> = people_of(&rows(&without(&family, person), &Options::default()))
        .into_iter()
        .map(|row| row.into_iter().map(shift).collect())
        .collect();
    let after = rows_from(&family, &Options::default(), &Stood::in_rows(&before), None, &[]);
    check_whole(&family, &after);
    assert_eq!(flips(&before, &people_of(&after)).0, 0);
}

#[test]
fn the_order_of_the_input_plays_no_part_among_hundreds_either() {
    let family = many(220);
    let other = permuted(&family, 12_345);
    let (a, b) = (rows(&family, &Options::default()), rows(&other, &Options::default()));
    assert_eq!(seen(&family, &a), seen(&other, &b));
}

#[test]
fn a_hundred_partners_and_two_hundred_siblings_are_no_trap() {
    let n = 110;
    let people = vec![member(None, Side::Either); 2 * n + 1];
    let married = (1..=n).map(|partner| union(&[0, partner], &[n + partner])).collect();
    let siblings = vec![union(&[0], &(1..=2 * n).collect::<Vec<_>>())];
    for unions in [married, siblings] {
        let family = Family { people: people.clone(), unions };
        check_whole(&family, &rows(&family, &Options::default()));
    }
}

#[test]
fn the_current_partner_stands_nearest_or_the_first_if_asked() {
    // One man, three women after each other, the last of them his partner today.
    let mut people = vec![member(Some(1950.0), Side::Left)];
    people.extend((0..3).map(|nth| member(Some(1951.0 + f64::from(nth)), Side::Right)));
    let unions = [1_u8, 2, 3].map(|partner| Union {
        from: Some(1970.0 + 10.0 * f64::from(partner)),
        current: partner == 3,
        ..union(&[0, usize::from(partner)], &[])
    });
    let family = Family { people, unions: unions.to_vec() };
    let distance = |options: &Options, partner: usize| {
        let row = people_of(&rows(&family, options)).remove(0);
        let place = |person| row.iter().position(|&p| p == person).unwrap();
        place(0).abs_diff(place(partner))
    };
    let first = Options { nearest: crate::layout::Nearest::First, ..Options::default() };
    assert_eq!(distance(&Options::default(), 3), 1, "the current partner");
    assert_eq!(distance(&Options::default(), 1), 2, "the first of all stands furthest");
    assert_eq!(distance(&first, 1), 1, "the first partner");
    assert_eq!(distance(&first, 3), 2, "the last stands furthest");
}

#[test]
fn siblings_stand_by_age_and_men_left_where_nothing_speaks_against_it() {
    let years = [1950.0, 1952.0, 1985.0, 1980.0, 1990.0];
    let sides = [Side::Right, Side::Left, Side::Either, Side::Either, Side::Either];
    let people = years.iter().zip(sides).map(|(&year, side)| member(Some(year), side)).collect();
    let family = Family { people, unions: vec![union(&[0, 1], &[2, 3, 4])] };
    let found = people_of(&rows(&family, &Options::default()));
    assert_eq!(found, [vec![1, 0], vec![3, 2, 4]]);
}

#[test]
fn where_years_are_missing_or_the_same_siblings_stand_as_told() {
    let sides = [Side::Right, Side::Left, Side::Right, Side::Left, Side::Either, Side::Right];
    for year in [None, Some(1990.0)] {
        let mut people = vec![member(Some(1950.0), Side::Left), member(None, Side::Right)];
        people.extend(sides.map(|side| member(year, side)));
        // Numbers of people say nothing.
        let told = [5, 2, 7, 3, 6, 4];
        let mut family = Family { people, unions: vec![union(&[0, 1], &told)] };
        let found = people_of(&rows(&family, &Options::default()));
        assert_eq!(found[1], told, "{year:?}");
        // One of them is older than all: only of that one is more known than was told.
        family.people[6].birth = Some(1980.0);
        let found = people_of(&rows(&family, &Options::default()));
        let place = |person| found[1].iter().position(|&p| p == person).unwrap();
        let others: Vec<usize> = found[1].iter().copied().filter(|&p| p != 6).collect();
        let expected: Vec<usize> = told.iter().copied().filter(|&p| p != 6).collect();
        assert_eq!(others, expected, "{year:?}");
        assert!(year.is_none() || place(6) == 0, "the eldest stands first");
    }
}

#[test]
fn partners_of_whom_no_year_is_known_stand_in_the_order_told() {
    let people = [Side::Left, Side::Right, Side::Right, Side::Right].map(|side| member(None, side));
    let unions = [3, 1, 2].map(|partner| union(&[0, partner], &[]));
    let family = Family { people: people.to_vec(), unions: unions.to_vec() };
    let first = Options { nearest: crate::layout::Nearest::First, ..Options::default() };
    let row = people_of(&rows(&family, &first)).remove(0);
    let place = |person| row.iter().position(|&p| p == person).unwrap();
    assert_eq!(place(0).abs_diff(place(3)), 1, "told first, stands nearest: {row:?}");
    assert_eq!(place(0).abs_diff(place(2)), 2, "told last, stands furthest: {row:?}");
}
