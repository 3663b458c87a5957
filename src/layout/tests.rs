//! What must hold of every picture, whatever the family.

use std::collections::BTreeMap;

use super::*;
use proptest::prelude::*;

mod edits;
mod hundreds;
mod leaves;
mod narrow;
mod tangles;
mod twins;

/// One step in the making of a random family; numbers count round what there is.
#[derive(Clone, Debug)]
enum Step {
    Parents(usize),
    Mother(usize),
    Partner(usize),
    Child(usize),
    Twins(usize),
    Second(usize, usize, ChildPlace),
    Orphans,
    Marry(usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
    let n = 0_usize..1_000;
    prop_oneof![
        3 => n.clone().prop_map(Step::Parents),
        1 => n.clone().prop_map(Step::Mother),
        4 => n.clone().prop_map(Step::Partner),
        6 => n.clone().prop_map(Step::Child),
        1 => n.clone().prop_map(Step::Twins),
        1 => (n.clone(), n.clone()).prop_map(|(u, p)| Step::Second(u, p, ChildPlace::Second)),
        1 => (n.clone(), n.clone()).prop_map(|(u, p)| Step::Second(u, p, ChildPlace::Below)),
        1 => Just(Step::Orphans),
        1 => (n.clone(), n).prop_map(|(a, b)| Step::Marry(a, b)),
    ]
}

/// People of different widths and heights, with their symbols at different heights.
fn member(k: usize) -> Member {
    let size = Size::new([80.0, 62.0, 130.0, 95.0][k % 4], [60.0, 84.0, 72.0][k % 3]);
    let side = if k.is_multiple_of(2) { Side::Left } else { Side::Right };
    let symbol_drop = [18.0, 31.0][k % 2];
    Member { size, symbol_drop, symbol_half: 16.0, side, birth: None, pin: None }
}

fn family_of(steps: &[Step]) -> Family {
    let mut family = Family { people: vec![member(0), member(1)], unions: Vec::new() };
    family.unions.push(Union { partners: vec![0, 1], ..Union::default() });
    for step in steps {
        apply(&mut family, step);
    }
    family
}

fn newcomer(family: &mut Family) -> usize {
    family.people.push(member(family.people.len()));
    family.people.len() - 1
}

fn child(person: usize, place: ChildPlace, twin: Option<u32>) -> Child {
    Child { person, place, twin }
}

fn apply(family: &mut Family, step: &Step) {
    let (people, unions) = (family.people.len(), family.unions.len());
    let stands = |family: &Family, p: usize| {
        let home = |c: &Child| c.person == p && c.place == ChildPlace::Home;
        family.unions.iter().any(|u| u.children.iter().any(home))
    };
    match *step {
        Step::Parents(of) | Step::Mother(of) if !stands(family, of % people) => {
            let mut partners = vec![newcomer(family)];
            if matches!(step, Step::Parents(_)) {
                partners.push(newcomer(family));
            }
            let children = vec![child(of % people, ChildPlace::Home, None)];
            family.unions.push(Union { partners, children, ..Union::default() });
        }
        Step::Parents(_) | Step::Mother(_) => {}
        Step::Partner(of) => {
            let partners = vec![of % people, newcomer(family)];
            family.unions.push(Union { partners, ..Union::default() });
        }
        Step::Child(of) => {
            let person = newcomer(family);
            family.unions[of % unions].children.push(child(person, ChildPlace::Home, None));
        }
        Step::Twins(of) => {
            for _ in 0..2 {
                let person = newcomer(family);
                let twin = Some(people as u32);
                family.unions[of % unions].children.push(child(person, ChildPlace::Home, twin));
            }
        }
        Step::Second(union, person, place) => {
            let person = person % people;
            let union = &mut family.unions[union % unions];
            let member = union.children.iter().any(|c| c.person == person);
            if !member && !union.partners.contains(&person) {
                union.children.push(child(person, place, None));
            }
        }
        Step::Orphans => {
            let children =
                (0..2).map(|_| child(newcomer(family), ChildPlace::Home, None)).collect();
            family.unions.push(Union { children, ..Union::default() });
        }
        Step::Marry(a, b) => {
            let partners = vec![a % people, b % people];
            if partners[0] != partners[1] {
                family.unions.push(Union { partners, ..Union::default() });
            }
        }
    }
}

fn families() -> impl Strategy<Value = Family> {
    prop::collection::vec(step(), 0..24).prop_map(|steps| family_of(&steps))
}

fn frame(family: &Family, layout: &Layout, person: usize) -> Rect {
    Rect::centered(layout.people[person], family.people[person].size)
}

fn check_boxes(family: &Family, layout: &Layout) {
    for a in 0..family.people.len() {
        for b in 0..a {
            let (one, other) = (frame(family, layout, a), frame(family, layout, b));
            assert!(!one.grown(-0.02).overlaps(other), "{a} {one:?} lies on {b} {other:?}");
        }
        let member = &family.people[a];
        let row = layout.row_of[a];
        let symbol = layout.people[a].y - member.size.h / 2.0 + member.symbol_drop;
        for b in (0..a).filter(|b| layout.row_of[*b] == row) {
            let other = &family.people[b];
            let y = layout.people[b].y - other.size.h / 2.0 + other.symbol_drop;
            assert!((y - symbol).abs() < 0.02, "symbols of {a} and {b} are not level");
        }
    }
}

/// A straight run: union, ends.
type Run = (usize, Point, Point);

fn runs(layout: &Layout) -> Vec<Run> {
    let of = |c: &Connector| {
        let union = c.union;
        c.points.windows(2).map(move |p| (union, p[0], p[1])).collect::<Vec<_>>()
    };
    layout.connectors.iter().flat_map(of).collect()
}

/// Does the run pass through the box? Liang and Barsky (1984).
fn hits(run: &Run, frame: Rect) -> bool {
    let (a, b) = (run.1, run.2);
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let sides = [
        (a.x - b.x, a.x - frame.min.x),
        (b.x - a.x, frame.max.x - a.x),
        (a.y - b.y, a.y - frame.min.y),
        (b.y - a.y, frame.max.y - a.y),
    ];
    for (step, room) in sides {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            from = from.max(room / step);
        } else {
            to = to.min(room / step);
        }
    }
    from < to
}

fn check_lines(family: &Family, layout: &Layout) {
    let runs = runs(layout);
    for run in &runs {
        assert!(run.1.x.is_finite() && run.1.y.is_finite(), "{run:?}");
        let union = &family.unions[run.0];
        for person in 0..family.people.len() {
            let member = union.partners.contains(&person)
                || union.children.iter().any(|c| c.person == person);
            let frame = frame(family, layout, person).grown(-1.0);
            assert!(member || !hits(run, frame), "{run:?} runs through {person} {frame:?}");
        }
    }
    for (k, one) in runs.iter().enumerate() {
        for other in runs.iter().take(k).filter(|other| other.0 != one.0) {
            let shared = on_top(one, other);
            assert!(shared <= 1.0, "{one:?} lies on {other:?}");
        }
    }
}

/// How far two level or upright runs lie on top of each other.
fn on_top(a: &Run, b: &Run) -> f64 {
    let common = |a: (f64, f64), b: (f64, f64)| {
        a.0.max(a.1).min(b.0.max(b.1)) - a.0.min(a.1).max(b.0.min(b.1))
    };
    let upright = |r: &Run| r.1.x == r.2.x;
    let level = |r: &Run| r.1.y == r.2.y;
    if upright(a) && upright(b) && (a.1.x - b.1.x).abs() < 0.5 {
        common((a.1.y, a.2.y), (b.1.y, b.2.y))
    } else if level(a) && level(b) && (a.1.y - b.1.y).abs() < 0.5 {
        common((a.1.x, a.2.x), (b.1.x, b.2.x))
    } else {
        0.0
    }
}

/// Every child of a union with a place has its line, which ends on top of its symbol.
fn check_complete(family: &Family, layout: &Layout) {
    for (u, union) in family.unions.iter().enumerate() {
        let of = |role: LineRole, person: Option<usize>| {
            let fits = move |c: &&Connector| c.union == u && c.role == role && c.person == person;
            layout.connectors.iter().filter(fits).collect::<Vec<_>>()
        };
        let couple = union.partners.len() == 2;
        assert_eq!(of(LineRole::Partners, None).len(), usize::from(couple), "union {u}");
        if union.partners.is_empty() {
            continue;
        }
        for child in &union.children {
            let role = match child.place {
                ChildPlace::Home => LineRole::Individual,
                ChildPlace::Second | ChildPlace::Below => LineRole::Second,
            };
            let lines = of(role, Some(child.person));
            let [line] = lines[..] else { panic!("{} lines to {child:?}", lines.len()) };
            let end = line.points[line.points.len() - 1];
            let member = &family.people[child.person];
            let at = layout.people[child.person];
            let top = at.y - member.size.h / 2.0 + member.symbol_drop - member.symbol_half;
            assert!((end.y - top).abs() < 0.02, "{line:?} ends beside {child:?}");
            assert!((end.x - at.x).abs() <= member.symbol_half, "{line:?} ends beside {child:?}");
        }
    }
}

/// The order of every row is the one that was asked for.
fn check_order(family: &Family, layout: &Layout, rows: &Rows) {
    assert_eq!(layout.row_of, rows.row_of);
    for row in &rows.rows {
        let people = row.iter().filter_map(|s| match s {
            rows::Slot::Person(p) => Some(*p),
            rows::Slot::Link(_) => None,
        });
        let people: Vec<usize> = people.collect();
        for pair in people.windows(2) {
            let [a, b] = [pair[0], pair[1]].map(|p| frame(family, layout, p));
            assert!(a.max.x + 19.97 <= b.min.x, "{pair:?} stand too close or swapped");
        }
    }
}

/// Children stand below all parents by birth or adoption, unless somebody is their own ancestor.
fn check_generations(family: &Family, layout: &Layout) {
    let mut below: Vec<(usize, usize)> = Vec::new();
    for union in &family.unions {
        for child in union.children.iter().filter(|c| c.place != ChildPlace::Second) {
            below.extend(union.partners.iter().map(|&parent| (parent, child.person)));
        }
    }
    // Whoever has no parent left goes, until nobody does: the rest has a circle.
    let mut open = below.clone();
    loop {
        let before = open.len();
        let has_parent: Vec<usize> = open.iter().map(|&(_, child)| child).collect();
        open.retain(|(parent, _)| has_parent.contains(parent));
        if open.len() == before {
            break;
        }
    }
    if open.is_empty() {
        for (parent, child) in below {
            let rows = (layout.row_of[parent], layout.row_of[child]);
            assert!(
                rows.0 < rows.1,
                "{child} stands in row {} under {parent} in {}",
                rows.1,
                rows.0
            );
        }
    }
}

/// Wherever a level run crosses an upright line of another union there is a bridge, also where that
/// line is made of several pieces.
fn check_bridges(layout: &Layout) {
    let pieces = |line: &Connector| -> Vec<(Point, Point)> {
        line.points.windows(2).map(|pair| (pair[0], pair[1])).collect()
    };
    let mut upright: BTreeMap<(usize, i64), Vec<(f64, f64)>> = BTreeMap::new();
    for line in &layout.connectors {
        for (a, b) in pieces(line).into_iter().filter(|(a, b)| a.x == b.x) {
            let column = (line.union, (a.x * 100.0).round() as i64);
            upright.entry(column).or_default().push((a.y.min(b.y), a.y.max(b.y)));
        }
    }
    for line in &layout.connectors {
        for (a, b) in pieces(line).into_iter().filter(|(a, b)| a.y == b.y) {
            let (left, right) = (a.x.min(b.x) + 0.6, a.x.max(b.x) - 0.6);
            for ((union, column), runs) in &upright {
                let x = *column as f64 / 100.0;
                let goes = |y: f64| runs.iter().any(|(top, bottom)| *top <= y && y <= *bottom);
                let crosses = *union != line.union && left < x && x < right;
                if crosses && goes(a.y - 0.6) && goes(a.y + 0.6) && goes(a.y) {
                    let near = |p: &Point| (p.x - x).abs() < 0.02 && (p.y - a.y).abs() < 0.02;
                    assert!(line.bridges.iter().any(near), "no bridge at {x} {}", a.y);
                }
            }
        }
    }
}

fn check(family: &Family, layout: &Layout) {
    assert_eq!(layout.people.len(), family.people.len());
    check_bridges(layout);
    check_generations(family, layout);
    check_boxes(family, layout);
    check_lines(family, layout);
    check_complete(family, layout);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_picture_is_whole_and_clear(family in families()) {
        let options = Options::default();
        let drawn = layout(&family, &options);
        check(&family, &drawn);
        check_order(&family, &drawn, &order::rows(&family, &options));
        prop_assert_eq!(&drawn, &layout(&family, &options), "same input, same picture");
    }

    #[test]
    fn the_order_of_the_file_changes_nothing(family in families()) {
        hundreds::check_any_order(family);
    }

    #[test]
    fn an_unchanged_family_keeps_its_picture(family in families()) {
        let options = Options::default();
        let drawn = layout(&family, &options);
        let was: Vec<Option<usize>> = (0..family.people.len()).map(Some).collect();
        let known = Former { family: Some(&family), ..since(&drawn, &was) };
        prop_assert_eq!(&relayout(&family, &options, &known), &drawn);
        // Whoever does not say what was there before may get a line a hair beside its old way.
        let again = relayout(&family, &options, &since(&drawn, &was));
        prop_assert_eq!(columns(&again), columns(&drawn));
    }

    /// As when a strand is shown: loops make room for themselves around some of the symbols.
    #[test]
    fn a_taller_symbol_leaves_everybody_in_their_column(family in families(), every in 1_usize..4) {
        let options = Options::default();
        let drawn = layout(&family, &options);
        let mut taller = family;
        for member in taller.people.iter_mut().step_by(every) {
            member.size.h += 24.0;
        }
        let was: Vec<Option<usize>> = (0..taller.people.len()).map(Some).collect();
        let again = relayout(&taller, &options, &since(&drawn, &was));
        check(&taller, &again);
        prop_assert_eq!(columns(&again), columns(&drawn));
    }

    #[test]
    fn pins_are_kept_exactly(family in families(), k in 0_usize..50, by in -300.0..300.0_f64) {
        let options = Options::default();
        let drawn = layout(&family, &options);
        let mut family = family;
        let k = k % family.people.len();
        let x = drawn.people[k].x + by;
        family.people[k].pin = Some(Pin::At(x));
        let pinned = layout(&family, &options);
        prop_assert!((pinned.people[k].x - x).abs() <= 0.005, "{} for {x}", pinned.people[k].x);
        check(&family, &pinned);
        let was: Vec<Option<usize>> = (0..family.people.len()).map(Some).collect();
        let again = relayout(&family, &options, &since(&drawn, &was));
        prop_assert!((again.people[k].x - x).abs() <= 0.005, "{} for {x}", again.people[k].x);
        check(&family, &again);
    }
}

/// The picture of before, where the family of then is not known any more.
fn since<'a>(layout: &'a Layout, was: &'a [Option<usize>]) -> Former<'a> {
    Former { layout, was, family: None, wishes: &[] }
}

fn columns(layout: &Layout) -> Vec<f64> {
    layout.people.iter().map(|at| at.x).collect()
}

/// What a leaf does to those who were there: mean move in box widths after the common shift.
fn mean_move(before: &Layout, after: &Layout) -> f64 {
    let moves = before.people.iter().zip(&after.people).map(|(a, b)| b.x - a.x);
    let mut sorted: Vec<f64> = moves.clone().collect();
    sorted.sort_by(f64::total_cmp);
    let shift = sorted[sorted.len() / 2];
    moves.map(|m| (m - shift).abs() / 80.0).sum::<f64>() / sorted.len() as f64
}

#[test]
fn one_child_more_moves_little() {
    let steps = [
        Step::Child(0),
        Step::Child(0),
        Step::Partner(2),
        Step::Child(1),
        Step::Parents(0),
        Step::Child(2),
        Step::Partner(3),
        Step::Child(1),
        Step::Parents(1),
        Step::Child(4),
        Step::Child(4),
    ];
    let mut family = family_of(&steps);
    let options = Options::default();
    let before = layout(&family, &options);
    let was: Vec<Option<usize>> =
        (0..=family.people.len()).map(|p| (p < family.people.len()).then_some(p)).collect();
    for union in 0..family.unions.len() {
        apply(&mut family, &Step::Child(union));
        let after = relayout(&family, &options, &since(&before, &was));
        check(&family, &after);
        let moved = mean_move(&before, &after);
        assert!(moved <= 0.35, "a child of union {union} moves everybody by {moved} widths");
        let person = family.people.len() - 1;
        family.people.truncate(person);
        family.unions[union].children.retain(|c| c.person != person);
    }
}

#[test]
fn twelve_hundred_children_and_a_hundred_wives_are_drawn() {
    let options = Options::default();
    let kids = vec![Step::Child(0); 1_200];
    let family = family_of(&kids);
    let drawn = layout(&family, &options);
    assert_eq!(drawn.connectors.len(), 1_203, "partners, descent, bar and 1,200 lines");
    let wives = vec![Step::Partner(0); 60];
    let mut family = family_of(&wives);
    for union in 0..60 {
        apply(&mut family, &Step::Child(union));
    }
    // Partner numbers count round, so only some of them are the same man's.
    check(&family, &layout(&family, &options));
}

#[test]
fn twins_hang_from_one_point() {
    let family = family_of(&[Step::Child(0), Step::Twins(0), Step::Child(0)]);
    let drawn = layout(&family, &Options::default());
    let start = |person: usize| {
        let line = drawn.connectors.iter().find(|c| c.person == Some(person)).expect("a line");
        line.points[0]
    };
    assert_eq!(start(3), start(4), "the twins have one point");
    assert!(start(2) != start(3) && start(4) != start(5), "the others have their own");
}

#[test]
fn a_second_marriage_of_two_people_has_a_line_of_its_own() {
    let mut family = family_of(&[Step::Child(0), Step::Marry(0, 1)]);
    apply(&mut family, &Step::Child(1));
    let drawn = layout(&family, &Options::default());
    check(&family, &drawn);
    let lines = drawn.connectors.iter().filter(|c| c.role == LineRole::Partners);
    let heights: Vec<f64> = lines.map(|c| c.points[0].y).collect();
    assert!(heights.len() == 2 && heights[0] != heights[1], "{heights:?}");
}

/// A couple that cannot be level, right above one another: neither of them is left.
#[test]
fn a_line_between_partners_starts_at_the_upper_one() {
    let mut family = family_of(&[Step::Parents(0), Step::Parents(2), Step::Marry(0, 4)]);
    for person in [0, 4] {
        family.people[person].pin = Some(Pin::At(0.0));
    }
    let drawn = layout(&family, &Options::default());
    let line = drawn.connectors.iter().find(|c| c.union == 3).expect("a line");
    let (first, last) = (line.points[0], line.points[line.points.len() - 1]);
    assert!(first.x == last.x && first.y < last.y, "{:?}", line.points);
    hundreds::check_any_order(family);
}

#[test]
fn a_crossing_gets_a_bridge() {
    // Three wives: the line to the outermost must cross another's line of descent.
    let mut steps = vec![Step::Partner(0), Step::Partner(0)];
    steps.extend((0..3).map(Step::Child));
    let drawn = layout(&family_of(&steps), &Options::default());
    let bridges: Vec<Point> = drawn.connectors.iter().flat_map(|c| c.bridges.clone()).collect();
    assert!(!bridges.is_empty(), "no bridge anywhere");
    for bridge in bridges {
        let on = |c: &Connector| {
            c.points.windows(2).any(|p| Rect::between(p[0], p[1]).grown(0.01).contains(bridge))
        };
        let unions: Vec<usize> =
            drawn.connectors.iter().filter(|c| on(c)).map(|c| c.union).collect();
        assert!(unions.windows(2).any(|u| u[0] != u[1]), "{bridge:?} lies on {unions:?} only");
    }
}
