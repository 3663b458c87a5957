//! One leaf more in the generated small families of the comparison.

use super::edits::{Moved, near};
use super::*;
use crate::layout::order::tests::shared_family;

/// The generated families of 12 to 40 people.
fn names() -> impl Iterator<Item = String> {
    [12, 20, 30, 40].into_iter().flat_map(|n| (1..=5).map(move |k| format!("g{n}_{k}")))
}

/// Is this person a child of one union and nothing else?
fn is_leaf(family: &Family, person: usize) -> bool {
    let times = family.unions.iter().filter(|u| u.children.iter().any(|c| c.person == person));
    times.count() == 1 && !family.unions.iter().any(|u| u.partners.contains(&person))
}

fn without(family: &Family, gone: usize) -> Family {
    let mut family = family.clone();
    family.people.remove(gone);
    let new = |p: usize| if gone < p { p - 1 } else { p };
    for union in &mut family.unions {
        union.children.retain(|child| child.person != gone);
        union.children.iter_mut().for_each(|child| child.person = new(child.person));
        union.partners.iter_mut().for_each(|partner| *partner = new(*partner));
    }
    family
}

/// Takes a leaf out of `family`, draws the rest and then puts the leaf back.
fn put_back(family: &Family, leaf: usize, moved: &mut Moved) {
    let options = Options::default();
    let before = layout(&without(family, leaf), &options);
    let old = |p: usize| (p != leaf).then_some(if leaf < p { p - 1 } else { p });
    let was: Vec<Option<usize>> = (0..family.people.len()).map(old).collect();
    let after = relayout(family, &options, &since(&before, &was));
    check_boxes(family, &after);
    let near = near(family, &before, &after, &was, &[leaf]);
    moved.note(&before, &after, &was, &near);
}

/// All leaves where `RODE_DRAAD_EDITS` is set, else some of each family.
#[test]
#[expect(clippy::print_stdout, reason = "a measurement, for who asks for it")]
fn a_leaf_moves_little_in_the_generated_families() {
    let step = if std::env::var("RODE_DRAAD_EDITS").is_ok() { 1 } else { 8 };
    let mut moved = Moved::default();
    let mut afresh = 0;
    for name in names() {
        let Some(family) = shared_family(&name) else { return };
        let drawn = layout(&family, &Options::default());
        let crossings: usize = drawn.connectors.iter().map(|c| c.bridges.len()).sum();
        for leaf in (0..family.people.len()).filter(|p| is_leaf(&family, *p)).step_by(step) {
            put_back(&family, leaf, &mut moved);
            afresh += crossings;
        }
    }
    let mean = moved.means / moved.edits as f64;
    println!("a leaf: mean {mean:.3} widths, {moved:?}, crossings afresh {afresh}");
    assert!(mean <= 0.1, "a leaf moves the others by {mean} widths");
    assert_eq!(moved.flips, 0, "neighbours change sides");
    assert!(moved.crossings <= afresh, "{} crossings, afresh {afresh}", moved.crossings);
}
