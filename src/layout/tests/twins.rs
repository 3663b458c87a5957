//! Twins, triplets and more stand together, and nobody else hangs from their point.

use super::*;

/// A couple with children, of whom each has a year of birth (0: not known) and the number of a birth
/// they share, and so many partners; every partner has a mother in the picture.
fn family(children: &[(f64, Option<u32>, usize)]) -> Family {
    let mut family = Family { people: vec![member(0), member(1)], unions: Vec::new() };
    family.unions.push(Union { partners: vec![0, 1], ..Union::default() });
    for &(born, twin, partners) in children {
        let person = newcomer(&mut family);
        family.people[person].birth = (born != 0.0).then_some(born);
        family.unions[0].children.push(child(person, ChildPlace::Home, twin));
        for _ in 0..partners {
            let partner = newcomer(&mut family);
            let mother = newcomer(&mut family);
            let grandchild = newcomer(&mut family);
            let couple = vec![person, partner];
            let own = vec![child(grandchild, ChildPlace::Home, None)];
            family.unions.push(Union { partners: couple, children: own, ..Union::default() });
            let home = vec![child(partner, ChildPlace::Home, None)];
            let mother = vec![mother];
            family.unions.push(Union { partners: mother, children: home, ..Union::default() });
        }
    }
    family
}

fn check_twins(family: &Family) {
    let layout = layout(family, &Options::default());
    let home = &family.unions[0].children;
    let start = |person: usize| {
        let of = |c: &&Connector| c.role == LineRole::Individual && c.person == Some(person);
        layout.connectors.iter().find(of).map(|c| c.points[0]).expect("a line")
    };
    let births: std::collections::BTreeSet<u32> = home.iter().filter_map(|c| c.twin).collect();
    for birth in births {
        let (twins, others): (Vec<&Child>, Vec<&Child>) =
            home.iter().partition(|c| c.twin == Some(birth));
        let columns = twins.iter().map(|c| layout.people[c.person].x);
        let (left, right) =
            columns.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, r), x| (l.min(x), r.max(x)));
        let row = layout.row_of[twins[0].person];
        for (person, at) in layout.people.iter().enumerate() {
            let is_between = layout.row_of[person] == row && left < at.x && at.x < right;
            let is_twin = twins.iter().any(|c| c.person == person);
            assert!(!is_between || is_twin, "{person} stands between twins: {family:?}");
        }
        let point = start(twins[0].person);
        assert!(twins.iter().all(|c| start(c.person) == point), "one point: {family:?}");
        assert!(others.iter().all(|c| start(c.person) != point), "nobody else: {family:?}");
    }
}

#[test]
fn twins_stand_together_whoever_they_married() {
    let (a, b) = (Some(1), Some(2));
    check_twins(&family(&[(1980.0, a, 1), (1980.0, a, 1), (1983.0, None, 0)]));
    check_twins(&family(&[(1980.0, a, 1), (1983.0, None, 1), (1980.0, a, 1)]));
    check_twins(&family(&[(1980.0, a, 2), (1980.0, None, 1), (1980.0, a, 2)]));
    check_twins(&family(&[(0.0, a, 0), (0.0, None, 0), (0.0, a, 0), (0.0, None, 0)]));
    check_twins(&family(&[(0.0, None, 1), (0.0, a, 1), (0.0, None, 1), (0.0, a, 0)]));
    check_twins(&family(&[(1980.0, a, 0), (1980.9, None, 0), (1981.0, a, 0)]));
    // Two pairs, and a brother who could stand anywhere.
    check_twins(&family(&[(0.0, a, 1), (0.0, b, 1), (0.0, a, 1), (0.0, None, 1), (0.0, b, 1)]));
}

#[test]
fn triplets_stand_together_with_others_of_their_age() {
    let a = Some(1);
    let others = [(1979.0, None, 1), (1980.0, None, 0), (1981.0, None, 1)];
    for married in [[0, 0, 0], [1, 0, 0], [0, 0, 1], [1, 0, 1]] {
        let mut children = others.to_vec();
        children.extend(married.map(|partners| (1980.0, a, partners)));
        check_twins(&family(&children));
    }
}

#[test]
fn twins_stand_together_among_hundreds() {
    let mut children: Vec<(f64, Option<u32>, usize)> =
        (0..70).map(|nth| (1950.0 + f64::from(nth), None, 1)).collect();
    for (nth, birth) in [(5, 1), (7, 1), (30, 2), (31, 2), (33, 2)] {
        children[nth].1 = Some(birth);
        children[nth].0 = 1950.0 + 6.0 * f64::from(birth);
    }
    check_twins(&family(&children));
}

/// The number of a birth that children of different couples share says nothing about where they stand.
#[test]
fn twins_of_different_couples_are_drawn_each_at_home() {
    let mut family = family(&[(1980.0, Some(1), 0)]);
    let twin = newcomer(&mut family);
    let mother = newcomer(&mut family);
    let children = vec![child(twin, ChildPlace::Home, Some(1))];
    family.unions.push(Union { partners: vec![mother], children, ..Union::default() });
    check(&family, &layout(&family, &Options::default()));
}
