//! A picture of which only is known where people stood: one from a file, or of a theme of another size.

use crate::geometry::snap;
use crate::layout::former::Stood;
use crate::layout::relayout::{FEW_KNOWN, median};
use crate::layout::{Family, Layout, Member, Options, Pin, layout, order, place, route};

/// See [`crate::layout::arrange()`].
pub(super) fn arrange(family: &Family, options: &Options, wishes: &[Option<f64>]) -> Layout {
    let rows = sound(family, options, wishes);
    let mut homes = vec![None; family.people.len()];
    for &(x, person) in rows.iter().flatten() {
        homes.iter_mut().skip(person).take(1).for_each(|home| *home = Some(x));
    }
    let n_known = homes.iter().flatten().count();
    if n_known == 0 || n_known * FEW_KNOWN < homes.len() {
        return layout(family, options);
    }
    let has_room = rows.iter().all(|row| has_room(family, options, row));
    let stood = Stood::in_columns(rows);
    let rows = order::rows_from(family, options, &stood, Some(&[]), &[]);
    let rows = rows.with_everybody(family.people.len());
    // Where everybody fits, nobody moves; only passing lines look for their way.
    if has_room && n_known == homes.len() {
        let held =
            |(member, home): (&Member, &Option<f64>)| Member { pin: home.map(Pin::At), ..*member };
        let people = family.people.iter().zip(&homes).map(held).collect();
        let fixed = Family { people, unions: family.unions.clone() };
        let columns = place::place(&fixed, options, &rows, None);
        return route::route(family, options, &rows, &columns);
    }
    let lines = vec![None; rows.links.len()];
    let former = place::Homes { people: &homes, links: &lines, near: None };
    let mut columns = place::place(family, options, &rows, Some(former));
    if !family.people.iter().any(|member| matches!(member.pin, Some(Pin::At(_)))) {
        let moves = homes.iter().zip(&columns.people);
        let shift = median(moves.filter_map(|(home, x)| home.map(|home| home - x)));
        for x in columns.people.iter_mut().chain(&mut columns.links) {
            *x = snap(*x + shift);
        }
    }
    route::route(family, options, &rows, &columns)
}

/// Nobody who was seen stood further from the middle of the paper, in map units.
const EDGE_OF_THE_WORLD: f64 = 1e7;

/// Somebody may stand so many times as far from the others as all people side by side are wide.
const WIDEST: f64 = 3.0;

/// Is there room between all neighbours, except where pins leave none?
fn has_room(family: &Family, options: &Options, row: &[(f64, usize)]) -> bool {
    let is_pinned = is_pinned_twice(family, row);
    (1..row.len()).all(|nth| {
        let [Some(&left), Some(&right)] = [row.get(nth - 1), row.get(nth)] else { return true };
        apart(family, options, left.1, right.1) <= right.0 - left.0 + 0.02
            || is_pinned && is_pinched(family, options, row, nth)
    })
}

/// Is more than one of a row pinned?
fn is_pinned_twice(family: &Family, row: &[(f64, usize)]) -> bool {
    1 < row.iter().filter(|(_, person)| is_pinned(family, *person)).count()
}

fn is_pinned(family: &Family, person: usize) -> bool {
    family.people.get(person).is_some_and(|it| matches!(it.pin, Some(Pin::At(_))))
}

/// Do two pins leave too little room for those between them, at the left of the `nth` in a row?
fn is_pinched(family: &Family, options: &Options, row: &[(f64, usize)], nth: usize) -> bool {
    let is_pinned = |(_, person): &(f64, usize)| is_pinned(family, *person);
    let (before, after) = row.split_at(nth.min(row.len()));
    let first = before.iter().rposition(is_pinned);
    let last = after.iter().position(is_pinned).map(|at| before.len() + at);
    let between = first.zip(last).and_then(|(first, last)| row.get(first..=last));
    let Some([(from, _), .., (to, _)]) = between else { return false };
    let pairs = between.into_iter().flat_map(|row| row.windows(2));
    let needed: f64 = pairs
        .map(|pair| match *pair {
            [(_, left), (_, right)] => apart(family, options, left, right),
            _ => 0.0,
        })
        .sum();
    to - from < needed
}

/// The wishes that can be granted more or less, row by row from left to right.
///
/// A wish is none where it is no number, where it lies far beyond all others, or where it would
/// put somebody onto a neighbour.
fn sound(family: &Family, options: &Options, wishes: &[Option<f64>]) -> Vec<Vec<(f64, usize)>> {
    let wished = family.people.iter().enumerate().filter_map(|(person, member)| match member.pin {
        Some(Pin::At(x) | Pin::Near(x)) => Some((x, person)),
        None => Some((wishes.get(person).copied().flatten()?, person)),
    });
    let wished: Vec<(f64, usize)> = wished.filter(|(x, _)| x.abs() < EDGE_OF_THE_WORLD).collect();
    let middle = median(wished.iter().map(|(x, _)| *x));
    let side_by_side: f64 = family.people.iter().map(|member| member.size.w + options.gap).sum();
    let reach = WIDEST * side_by_side;
    // Whoever is pinned far away has drawn others there.
    let pinned = wished.iter().filter(|(_, person)| is_pinned(family, *person));
    let (left, right) = pinned.fold((middle, middle), |(a, b), (x, _)| (a.min(*x), b.max(*x)));
    let row_of = order::generations(family);
    let mut rows: Vec<Vec<(f64, usize)>> = Vec::new();
    for (x, person) in wished {
        let row = row_of.get(person).copied().unwrap_or_default();
        if (left - reach..=right + reach).contains(&x) {
            rows.resize(rows.len().max(row + 1), Vec::new());
            rows.iter_mut().skip(row).take(1).for_each(|row| row.push((x, person)));
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let is_pinned = is_pinned_twice(family, row);
        let mut kept: Vec<(f64, usize)> = Vec::new();
        for (nth, &(x, person)) in row.iter().enumerate() {
            let fits = kept.last().is_none_or(|&(before, left)| {
                0.5 * apart(family, options, left, person) <= x - before
            });
            if fits || is_pinned && is_pinched(family, options, row, nth) {
                kept.push((x, person));
            }
        }
        *row = kept;
    }
    rows
}

/// How far apart the centres of two neighbours are at least.
fn apart(family: &Family, options: &Options, left: usize, right: usize) -> f64 {
    let half = |person: usize| family.people.get(person).map_or(0.0, |it| it.size.w / 2.0);
    half(left) + options.gap + half(right)
}
