//! The same picture tomorrow: long series of edits, one person at a time.
//!
//! `RODE_DRAAD_EDITS=500 cargo test --release --no-default-features --lib edits -- --nocapture` runs
//! the full series and prints what it measured; the default is as long as a debug build allows.

use super::*;

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        (self.0 >> 33) as usize % limit
    }
}

/// Adds a child, partner, parents or a sibling somewhere.
fn add(family: &mut Family, dice: &mut Dice) {
    let (people, unions) = (family.people.len(), family.unions.len());
    let partnered = |p: usize| family.unions.iter().any(|u| u.partners.contains(&p));
    let person = dice.below(people);
    let step = match dice.below(10) {
        0 => Step::Parents(person),
        1..=3 if !partnered(person) => Step::Partner(person),
        _ => Step::Child(dice.below(unions)),
    };
    apply(family, &step);
}

/// Takes somebody out who is nothing but a child. Says who each of the others was, and the family
/// that was left.
fn remove(family: &mut Family, dice: &mut Dice) -> (Vec<Option<usize>>, Vec<usize>) {
    let n = family.people.len();
    let from = dice.below(n);
    let is_leaf = |p: &usize| {
        let times = family.unions.iter().filter(|u| u.children.iter().any(|c| c.person == *p));
        times.count() == 1 && !family.unions.iter().any(|u| u.partners.contains(p))
    };
    let Some(gone) = (0..n).map(|k| (from + k) % n).find(is_leaf) else {
        return ((0..n).map(Some).collect(), Vec::new());
    };
    family.people.remove(gone);
    let new = |p: usize| if gone < p { p - 1 } else { p };
    let mut left = Vec::new();
    for union in &mut family.unions {
        let is_left = union.children.iter().any(|child| child.person == gone);
        union.children.retain(|child| child.person != gone);
        union.children.iter_mut().for_each(|child| child.person = new(child.person));
        union.partners.iter_mut().for_each(|partner| *partner = new(*partner));
        if is_left {
            left.extend(&union.partners);
            left.extend(union.children.iter().map(|child| child.person));
        }
    }
    ((0..n).filter(|p| *p != gone).map(Some).collect(), left)
}

/// What a series of edits did to those who were there.
#[derive(Debug, Default)]
pub(super) struct Moved {
    pub(super) edits: usize,
    /// In box widths after the common shift: sum of the means, and the greatest of all.
    pub(super) means: f64,
    pub(super) most: f64,
    /// Neighbours in a row who changed sides, of all neighbours.
    pub(super) flips: usize,
    /// Those of them of whom neither belongs to the changed families or stands beside them.
    pub(super) far_flips: usize,
    pub(super) neighbours: usize,
    /// Lines that cross afterwards, over all edits.
    pub(super) crossings: usize,
}

impl Moved {
    /// Notes one edit; `near` says for everybody after it whether they stand close to the change.
    pub(super) fn note(
        &mut self,
        before: &Layout,
        after: &Layout,
        was: &[Option<usize>],
        near: &[bool],
    ) {
        let there = |p: usize| was.get(p).copied().flatten().and_then(|w| before.people.get(w));
        let stayed: Vec<usize> = (0..after.people.len()).filter(|p| there(*p).is_some()).collect();
        let moves = || stayed.iter().map(|p| after.people[*p].x - there(*p).unwrap().x);
        let mut sorted: Vec<f64> = moves().collect();
        sorted.sort_by(f64::total_cmp);
        let shift = sorted[sorted.len() / 2];
        let widths = || moves().map(|x| (x - shift).abs() / 80.0);
        self.edits += 1;
        self.crossings += after.connectors.iter().map(|c| c.bridges.len()).sum::<usize>();
        self.means += widths().sum::<f64>() / stayed.len() as f64;
        self.most = widths().fold(self.most, f64::max);
        let mut by_place = stayed;
        let row = |p: &usize| was[*p].map(|w| before.row_of[w]);
        by_place.sort_by(|a, b| {
            row(a).cmp(&row(b)).then(there(*a).unwrap().x.total_cmp(&there(*b).unwrap().x))
        });
        for pair in by_place.windows(2).filter(|pair| row(&pair[0]) == row(&pair[1])) {
            let same_row = after.row_of[pair[0]] == after.row_of[pair[1]];
            self.neighbours += 1;
            if same_row && after.people[pair[1]].x < after.people[pair[0]].x {
                self.flips += 1;
                self.far_flips += usize::from(!pair.iter().any(|p| near[*p]));
            }
        }
    }
}

/// Who belongs to a family of one of the `changed` people, or stands beside somebody who does.
pub(super) fn near(
    family: &Family,
    before: &Layout,
    after: &Layout,
    was: &[Option<usize>],
    changed: &[usize],
) -> Vec<bool> {
    let mut close = vec![false; family.people.len()];
    for union in &family.unions {
        let members =
            || union.partners.iter().copied().chain(union.children.iter().map(|c| c.person));
        if members().any(|p| changed.contains(&p)) {
            members().for_each(|p| close[p] = true);
        }
    }
    changed.iter().for_each(|p| close[*p] = true);
    let mut near = close.clone();
    let place_before = |p: usize| {
        let w = was.get(p).copied().flatten()?;
        Some((*before.row_of.get(w)?, before.people.get(w)?.x))
    };
    let place_after = |p: usize| Some((*after.row_of.get(p)?, after.people.get(p)?.x));
    let mut beside = |place: &dyn Fn(usize) -> Option<(usize, f64)>| {
        let mut row: Vec<usize> = (0..close.len()).filter(|p| place(*p).is_some()).collect();
        row.sort_by(|a, b| place(*a).partial_cmp(&place(*b)).unwrap());
        for pair in row.windows(2) {
            near[pair[0]] |= close[pair[1]];
            near[pair[1]] |= close[pair[0]];
        }
    };
    beside(&place_before);
    beside(&place_after);
    near
}

/// How far parents stand from the middle above their outermost children, in the mean and in widths.
fn off_middle(family: &Family, drawn: &Layout) -> f64 {
    let middle = |people: &[usize]| {
        let x = || people.iter().map(|p| drawn.people[*p].x);
        f64::midpoint(x().fold(f64::MAX, f64::min), x().fold(f64::MIN, f64::max))
    };
    let families =
        || family.unions.iter().filter(|u| !u.partners.is_empty() && !u.children.is_empty());
    let off = |union: &Union| {
        let children: Vec<usize> = union.children.iter().map(|c| c.person).collect();
        (middle(&union.partners) - middle(&children)).abs() / 80.0
    };
    families().map(off).sum::<f64>() / families().count().max(1) as f64
}

/// Draws a family of `people` and edits it `edits` times. Says what that did, and how far off the
/// middle parents stand then and in a new picture of the same family.
fn edited(people: usize, edits: usize) -> (Moved, [f64; 2]) {
    let edits = std::env::var("RODE_DRAAD_EDITS").map_or(edits, |n| n.parse().unwrap());
    let options = Options::default();
    let mut dice = Dice(people as u64);
    let mut family = family_of(&[]);
    while family.people.len() < people {
        add(&mut family, &mut dice);
    }
    let mut drawn = layout(&family, &options);
    let mut moved = Moved::default();
    for edit in 0..edits {
        let n = family.people.len();
        let (was, changed) = if n <= people && edit % 3 != 2 {
            add(&mut family, &mut dice);
            let was = (0..family.people.len()).map(|p| (p < n).then_some(p)).collect();
            (was, (n..family.people.len()).collect())
        } else {
            remove(&mut family, &mut dice)
        };
        let next = relayout(&family, &options, &since(&drawn, &was));
        check_boxes(&family, &next);
        let near = near(&family, &drawn, &next, &was, &changed);
        moved.note(&drawn, &next, &was, &near);
        drawn = next;
    }
    let off = [&drawn, &layout(&family, &options)].map(|drawn| off_middle(&family, drawn));
    (moved, off)
}

#[expect(clippy::print_stdout, reason = "a measurement, for who asks for it")]
fn check_moved(people: usize, edits: usize, most_mean: f64, most_flips: f64) {
    let (moved, [off, new]) = edited(people, edits);
    let mean = moved.means / moved.edits as f64;
    let flips = moved.flips as f64 / moved.neighbours as f64;
    println!("{people} people: mean {mean:.3} widths, flips {flips:.4}, {moved:?}");
    println!("{people} people: parents {off:.3} widths off the middle, {new:.3} in a new picture");
    assert!(off <= 1.5 * new + 0.25, "{people} people: parents stand {off} widths off the middle");
    assert!(mean <= most_mean, "{people} people: an edit moves the others by {mean} widths");
    assert!(flips <= most_flips, "{people} people: {flips} of the neighbours change sides");
    assert_eq!(moved.far_flips, 0, "{people} people: neighbours far from the edit change sides");
}

#[test]
fn edits_of_a_family_on_one_screen_move_little() {
    check_moved(30, 60, 0.1, 0.001);
}

#[test]
fn edits_of_a_hundred_people_move_little() {
    check_moved(100, 40, 0.1, 0.001);
}

#[test]
fn edits_of_a_thousand_people_move_little() {
    check_moved(1_000, 2, 0.02, 0.0);
}

/// Joins two of one row who have no partner yet, or says that a child has a second couple of parents.
fn link(family: &mut Family, drawn: &Layout, dice: &mut Dice) -> Vec<usize> {
    let single = |p: &usize| !family.unions.iter().any(|u| u.partners.contains(p));
    let singles: Vec<usize> = (0..family.people.len()).filter(single).collect();
    let one = singles[dice.below(singles.len())];
    let row = |p: usize| drawn.row_of[p];
    let peers: Vec<usize> =
        singles.into_iter().filter(|p| *p != one && row(*p) == row(one)).collect();
    if dice.below(3) != 0 && !peers.is_empty() {
        let other = peers[dice.below(peers.len())];
        family.unions.push(Union { partners: vec![one, other], ..Union::default() });
        return vec![one, other];
    }
    let above = |u: &&mut Union| u.partners.iter().all(|p| row(*p) + 1 == row(one));
    let mut unions: Vec<&mut Union> = family.unions.iter_mut().filter(above).collect();
    if unions.is_empty() {
        return Vec::new();
    }
    let at = dice.below(unions.len());
    let union = &mut unions[at];
    if union.children.iter().all(|c| c.person != one) {
        union.children.push(child(one, ChildPlace::Below, None));
    }
    union.partners.iter().copied().chain([one]).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "a measurement, for who asks for it")]
fn a_link_between_two_moves_nobody_far_away() {
    let edits = std::env::var("RODE_DRAAD_EDITS").map_or(40, |n| n.parse().unwrap());
    let options = Options::default();
    let mut moved = Moved::default();
    for seed in 0..edits {
        let mut dice = Dice(seed);
        let mut family = family_of(&[]);
        while family.people.len() < 40 {
            add(&mut family, &mut dice);
        }
        let drawn = layout(&family, &options);
        let before = family.clone();
        let changed = link(&mut family, &drawn, &mut dice);
        let was: Vec<Option<usize>> = (0..family.people.len()).map(Some).collect();
        let former = Former { layout: &drawn, was: &was, family: Some(&before), wishes: &[] };
        let next = relayout(&family, &options, &former);
        check_boxes(&family, &next);
        check_generations(&family, &next);
        moved.note(&drawn, &next, &was, &near(&family, &drawn, &next, &was, &changed));
    }
    println!("links: mean {:.3} widths, {moved:?}", moved.means / moved.edits as f64);
    assert_eq!(moved.far_flips, 0, "neighbours far from the link change sides");
}

#[test]
fn a_pin_holds_through_edits() {
    let options = Options::default();
    let mut dice = Dice(5);
    let mut family = family_of(&[Step::Child(0), Step::Partner(2), Step::Child(1)]);
    let mut drawn = layout(&family, &options);
    family.people[2].pin = Some(Pin::At(drawn.people[2].x + 333.25));
    for _ in 0..20 {
        let n = family.people.len();
        add(&mut family, &mut dice);
        let was: Vec<Option<usize>> =
            (0..family.people.len()).map(|p| (p < n).then_some(p)).collect();
        drawn = relayout(&family, &options, &since(&drawn, &was));
        assert_eq!(Some(Pin::At(drawn.people[2].x)), family.people[2].pin);
    }
    // Undo: the same family again, in the picture of after.
    let was: Vec<Option<usize>> = (0..4).map(Some).collect();
    family.people.truncate(4);
    family.unions.retain_mut(|union| {
        union.children.retain(|child| child.person < 4);
        union.partners.iter().all(|partner| *partner < 4)
    });
    let undone = relayout(&family, &options, &since(&drawn, &was));
    assert_eq!(Some(Pin::At(undone.people[2].x)), family.people[2].pin);
}

#[test]
fn whoever_is_dragged_stands_among_new_neighbours_after_the_next_edit_too() {
    let options = Options::default();
    let mut family = family_of(&vec![Step::Child(0); 5]);
    let drawn = layout(&family, &options);
    // The first child goes beyond the last.
    let last = (2..7).map(|p| drawn.people[p].x).fold(f64::MIN, f64::max);
    family.people[2].pin = Some(Pin::Near(last + 200.0));
    let same: Vec<Option<usize>> = (0..7).map(Some).collect();
    let dragged = relayout(&family, &options, &since(&drawn, &same));
    let n = family.people.len();
    apply(&mut family, &Step::Partner(4));
    let was: Vec<Option<usize>> = (0..=n).map(|p| (p < n).then_some(p)).collect();
    let after = relayout(&family, &options, &since(&dragged, &was));
    for picture in [dragged, after] {
        let is_last = (3..7).all(|p| picture.people[p].x < picture.people[2].x);
        assert!(is_last, "{:?}", picture.people);
    }
}

/// A couple with `n` children who each marry a descendant of another child, three generations down.
fn long_lines(n: usize) -> Family {
    let mut family = family_of(&[]);
    for _ in 0..n {
        apply(&mut family, &Step::Child(0));
        apply(&mut family, &Step::Child(0));
        let [child, mut parent] = [2, 1].map(|back| family.people.len() - back);
        for _ in 0..3 {
            let next = newcomer(&mut family);
            let children = vec![self::child(next, ChildPlace::Home, None)];
            family.unions.push(Union { partners: vec![parent], children, ..Union::default() });
            parent = next;
        }
        family.unions.push(Union { partners: vec![child, parent], ..Union::default() });
    }
    family
}

/// The columns in which lines pass through whole rows, by the child they lead to.
fn long_runs(drawn: &Layout) -> Vec<(usize, f64)> {
    let height = |run: &&[Point]| (run[0].y - run[1].y).abs();
    let longest = |line: &Connector| {
        let runs = line.points.windows(2).filter(|run| run[0].x == run[1].x);
        let longest = runs.max_by(|a, b| height(a).total_cmp(&height(b)))?;
        (150.0 < height(&longest)).then_some((line.person?, longest[0].x))
    };
    drawn.connectors.iter().filter_map(longest).collect()
}

#[test]
fn lines_that_pass_through_rows_stay_where_they_are() {
    let options = Options::default();
    let mut family = long_lines(30);
    let mut drawn = layout(&family, &options);
    assert_eq!(long_runs(&drawn).len(), 30, "every child hangs on a long line");
    for edit in 0..4 {
        let n = family.people.len();
        let before = family.clone();
        apply(&mut family, &Step::Child(1 + 27 * edit));
        let was: Vec<Option<usize>> =
            (0..family.people.len()).map(|p| (p < n).then_some(p)).collect();
        let former = Former { layout: &drawn, was: &was, family: Some(&before), wishes: &[] };
        let next = relayout(&family, &options, &former);
        check_boxes(&family, &next);
        for (old, new) in long_runs(&drawn).into_iter().zip(long_runs(&next)) {
            assert_eq!(old.0, new.0);
            assert!((old.1 - new.1).abs() <= 200.0, "the line to {} jumps {old:?} {new:?}", old.0);
        }
        drawn = next;
    }
}

/// From the view around one person to everybody.
#[test]
fn many_more_people_get_the_picture_they_would_have_had() {
    let mut dice = Dice(5);
    let mut family = family_of(&[]);
    while family.people.len() < 30 {
        add(&mut family, &mut dice);
    }
    let part = family.clone();
    while family.people.len() < 300 {
        add(&mut family, &mut dice);
    }
    let options = Options::default();
    let before = layout(&part, &options);
    let was: Vec<Option<usize>> =
        (0..family.people.len()).map(|p| (p < part.people.len()).then_some(p)).collect();
    let former = Former { layout: &before, was: &was, family: Some(&part), wishes: &[] };
    let (after, fresh) = (relayout(&family, &options, &former), layout(&family, &options));
    let shift = after.people[0].x - fresh.people[0].x;
    for (person, (a, b)) in after.people.iter().zip(&fresh.people).enumerate() {
        assert!((a.x - b.x - shift).abs() < 0.02, "{person} at {a:?} instead of {b:?}");
    }
}
