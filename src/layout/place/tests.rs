//! The solver on rows that a person can check by hand.

use super::*;
use crate::geometry::Size;
use crate::layout::rows::{Link, Slot};
use crate::layout::{Child, ChildPlace, Member, Side, Union};

fn member(width: f64) -> Member {
    let size = Size::new(width, 60.0);
    Member {
        size,
        symbol_drop: 20.0,
        symbol_half: 16.0,
        side: Side::Either,
        birth: None,
        pin: None,
    }
}

fn union(partners: &[usize], children: &[usize]) -> Union {
    let home = |person: &usize| Child { person: *person, place: ChildPlace::Home, twin: None };
    let children = children.iter().map(home).collect();
    Union { partners: partners.to_vec(), children, ..Union::default() }
}

fn rows(people: &[&[usize]]) -> Rows {
    let mut row_of = vec![0; people.iter().map(|row| row.len()).sum()];
    for (row, members) in people.iter().enumerate() {
        for person in *members {
            row_of[*person] = row;
        }
    }
    let of = |row: &&[usize]| row.iter().map(|p| Slot::Person(*p)).collect();
    Rows { rows: people.iter().map(of).collect(), row_of, links: Vec::new() }
}

fn place_all(family: &Family, rows: &Rows) -> Vec<f64> {
    place(family, &Options::default(), rows, None).people
}

#[test]
fn parents_stand_over_the_middle_of_their_children() {
    let people = vec![member(80.0); 5];
    let family = Family { people, unions: vec![union(&[0, 1], &[2, 3, 4])] };
    let x = place_all(&family, &rows(&[&[0, 1], &[2, 3, 4]]));
    assert_eq!(x[1] - x[0], 100.0, "partners stand one gap apart: {x:?}");
    assert!((x[0] + x[1] - x[2] - x[4]).abs() < 0.05, "parents stand off centre: {x:?}");
    assert!((x[3] - x[2] - 100.0).abs() < 5.0, "siblings stand close: {x:?}");
}

#[test]
fn partners_stand_below_their_own_parents() {
    // 0 and 1 have 4, 2 and 3 have 5; 4 and 5 have 6
    let people = vec![member(80.0); 7];
    let unions = vec![union(&[0, 1], &[4]), union(&[2, 3], &[5]), union(&[4, 5], &[6])];
    let x = place_all(&Family { people, unions }, &rows(&[&[0, 1, 2, 3], &[4, 5], &[6]]));
    for [left, right, child] in [[0, 1, 4], [2, 3, 5], [4, 5, 6]] {
        let middle = f64::midpoint(x[left], x[right]);
        assert!((middle - x[child]).abs() < 0.1, "{child} stands aside: {x:?}");
    }
}

#[test]
fn a_line_of_only_children_is_exactly_straight() {
    let n = 12;
    let people = vec![member(80.0); 2 * n];
    // 0 and 1 have 2, who with 3 has 4, …
    let unions = (0..n - 1).map(|k| union(&[2 * k, 2 * k + 1], &[2 * k + 2])).collect();
    let family = Family { people, unions };
    let order: Vec<[usize; 2]> = (0..n).map(|k| [2 * k, 2 * k + 1]).collect();
    let order: Vec<&[usize]> = order.iter().map(|row| &row[..]).collect();
    let x = place_all(&family, &rows(&order));
    for k in 0..n - 1 {
        let middle = f64::midpoint(x[2 * k], x[2 * k + 1]);
        assert!((middle - x[2 * k + 2]).abs() < 0.05, "child {} stands aside: {x:?}", k + 1);
    }
}

#[test]
fn wide_boxes_get_their_room() {
    let people = vec![member(80.0), member(300.0), member(40.0)];
    let family = Family { people, unions: vec![union(&[0], &[]), union(&[1], &[])] };
    let x = place_all(&family, &rows(&[&[0, 1, 2]]));
    assert!(209.99 <= x[1] - x[0] && 189.99 <= x[2] - x[1], "{x:?}");
}

#[test]
fn families_stand_side_by_side() {
    let people = vec![member(80.0); 8];
    let unions = vec![union(&[0, 1], &[2]), union(&[3, 4], &[5, 6, 7])];
    let family = Family { people, unions };
    let x = place_all(&family, &rows(&[&[0, 1, 3, 4], &[2, 5, 6, 7]]));
    assert!(x[1] < x[3] && x[2] < x[5], "the families interleave: {x:?}");
    assert_eq!(x[5] - x[2], 120.0, "one family stands right beside the other: {x:?}");
}

#[test]
fn passing_lines_run_straight_and_clear() {
    let people = vec![member(80.0); 5];
    let unions = vec![union(&[0], &[1, 3]), union(&[1], &[2])];
    let family = Family { people, unions };
    let mut rows = rows(&[&[0], &[1], &[2, 3], &[4]]);
    rows.rows[1].push(Slot::Link(0));
    rows.links.push(Link { union: 0, child: 3, row: 1 });
    let columns = place(&family, &Options::default(), &rows, None);
    assert!((columns.links[0] - columns.people[3]).abs() < 0.5, "bent: {columns:?}");
    assert!(49.99 <= columns.links[0] - columns.people[1], "too close: {columns:?}");
}

#[test]
fn two_pins_without_room_between_them_both_hold() {
    let mut people = vec![member(80.0); 3];
    people[0].pin = Some(Pin::At(0.0));
    people[2].pin = Some(Pin::At(120.0));
    let family = Family { people, unions: vec![union(&[0, 1], &[]), union(&[1, 2], &[])] };
    let x = place_all(&family, &rows(&[&[0, 1, 2]]));
    assert_eq!((x[0], x[2]), (0.0, 120.0));
    assert!(0.0 < x[1] && x[1] < 120.0, "{x:?}");
}

/// How wide `n` generations are drawn that lead to the right: of three children the last has three.
fn width_of_stairs(n: usize) -> f64 {
    let people = vec![member(80.0); 4 * n];
    // 0, 1 and 2 are siblings, 2 and 3 have 4, 5 and 6, …
    let union_of = |k: usize| union(&[4 * k + 2, 4 * k + 3], &[4 * k + 4, 4 * k + 5, 4 * k + 6]);
    let order: Vec<[usize; 4]> = (0..n).map(|k| [0, 1, 2, 3].map(|i| 4 * k + i)).collect();
    let order: Vec<&[usize]> = order.iter().map(|row| &row[..]).collect();
    let mut unions: Vec<Union> = (0..n - 1).map(union_of).collect();
    unions.push(union(&[], &[0, 1, 2]));
    unions.push(union(&[4 * n - 2, 4 * n - 1], &[]));
    let x = place_all(&Family { people, unions }, &rows(&order));
    for row in x.chunks(4) {
        assert!(row.windows(2).all(|w| 99.98 <= w[1] - w[0]), "boxes overlap: {row:?}");
    }
    x.iter().copied().fold(f64::MIN, f64::max) - x.iter().copied().fold(f64::MAX, f64::min) + 80.0
}

#[test]
fn hundreds_stay_between_walls_and_others_may_reach_further() {
    let (one_screen, hundreds) = (width_of_stairs(50), width_of_stairs(75));
    assert!(2_050.0 < one_screen, "{one_screen} wide");
    assert!(hundreds <= 2_000.01, "{hundreds} wide");
}

#[test]
fn a_pin_among_hundreds_may_stand_beyond_the_walls() {
    let mut people = vec![member(80.0); 201];
    people[200].pin = Some(Pin::At(50_000.0));
    let everybody: Vec<usize> = (1..201).collect();
    let family = Family { people, unions: vec![union(&[0], &everybody)] };
    let x = place_all(&family, &rows(&[&[0], &everybody]));
    assert_eq!(x[200], 50_000.0);
}

#[test]
fn projection_is_the_nearest_feasible_row() {
    let people = vec![member(80.0); 4];
    let family = Family { people, unions: Vec::new() };
    let slots = Slots::of(&family, &Options::default(), &rows(&[&[0, 1, 2, 3]]));
    let mut x = vec![10.0, 0.0, 500.0, 590.0];
    let weight = [1.0, 3.0, 1.0, 1.0];
    solve::project(&mut x, &weight, 0..4, &slots, &[None; 4], narrow::OPEN, &mut Vec::new());
    // Where the weighted shifts balance: 1 · 82.5 = 3 · 27.5 for the first two, 5 = 5 for the rest.
    assert_eq!(x, vec![-72.5, 27.5, 495.0, 595.0]);
}

#[test]
fn projection_ends_at_the_walls() {
    let people = vec![member(80.0); 3];
    let family = Family { people, unions: Vec::new() };
    let slots = Slots::of(&family, &Options::default(), &rows(&[&[0, 1, 2]]));
    let mut x = vec![-900.0, 0.0, 700.0];
    // The first stands at −150 or further right, the last at 250 or further left.
    solve::project(&mut x, &[1.0; 3], 0..3, &slots, &[None; 3], [-150.0, 50.0], &mut Vec::new());
    assert_eq!(x, vec![-150.0, 0.0, 250.0]);
}

#[test]
fn a_hundred_thousand_people_need_no_call_stack() {
    let n = 50_000;
    let people = vec![member(80.0); 2 * n];
    let unions = (0..n).map(|k| union(&[k], &[n + k])).collect();
    let family = Family { people, unions };
    let (above, below): (Vec<usize>, Vec<usize>) = ((0..n).collect(), (n..2 * n).collect());
    let x = place_all(&family, &rows(&[&above, &below]));
    assert!(x.windows(2).take(n - 1).all(|w| 99.97 <= w[1] - w[0]), "boxes overlap");
}

/// Two parents, their only child seven units right of the middle between them, and somebody right
/// of the parents at `neighbour`: where the first three end up.
fn straightened(neighbour: f64, pin: Option<f64>) -> [f64; 3] {
    let family = Family { people: vec![member(80.0); 4], unions: vec![union(&[0, 1], &[2])] };
    let rows = rows(&[&[0, 1, 3], &[2]]);
    let options = Options::default();
    let slots = Slots::of(&family, &options, &rows);
    let parts = pack::Parts::of(&family, &slots);
    let objective = terms::Objective::of(&family, &options, &rows, &slots, &parts, None);
    let mut x = vec![0.0, 100.0, neighbour, 57.0];
    straight::straighten(&mut x, &family, &slots, &objective, &[pin, None, None, None]);
    [x[0], x[1], x[3]]
}

#[test]
fn whoever_is_free_to_move_takes_a_jog_out() {
    assert_eq!(straightened(300.0, None), [7.0, 107.0, 57.0], "the parents move");
    assert_eq!(straightened(200.0, None), [0.0, 100.0, 50.0], "no room: the child moves");
    assert_eq!(straightened(300.0, Some(0.0)), [0.0, 100.0, 50.0], "a pin holds the parents");
}
