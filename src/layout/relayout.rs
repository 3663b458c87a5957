//! The same picture tomorrow, with one person more.

use std::collections::BTreeMap;

use crate::geometry::{Point, snap};
use crate::layout::former::{Stood, new_numbers};
use crate::layout::place::{self, Columns};
use crate::layout::rows::{Link, Rows, Slot};
use crate::layout::{
    ChildPlace, Connector, Family, Former, Layout, LineRole, Member, Options, Pin, Union, order,
    placed_afresh, route,
};

/// If fewer than one in so many people stood somewhere before, the picture is made afresh.
pub(super) const FEW_KNOWN: usize = 4;

/// See [`crate::layout::relayout()`].
pub(super) fn relayout(family: &Family, options: &Options, former: &Former<'_>) -> Layout {
    let Former { layout: previous, was, family: before, .. } = *former;
    let stood = Stood::of(family, previous, was).and(former.wishes);
    // A search might find a better order for an unchanged family, which nobody asked for.
    let retold = before.map(|before| retold(before, family, was)).unwrap_or_default();
    if retold.is_empty()
        && let Some(unchanged) = unchanged(family, options, former, &stood)
    {
        return unchanged;
    }
    let near = near_the_change(family, before, previous, was);
    let old: Vec<Option<Point>> = (0..family.people.len())
        .map(|p| was.get(p).copied().flatten().and_then(|w| previous.people.get(w)).copied())
        .collect();
    let mut homes: Vec<Option<f64>> = old.iter().map(|point| point.map(|p| p.x)).collect();
    for &(x, person) in &stood.wishes {
        homes.iter_mut().skip(person).take(1).for_each(|home| *home = Some(x));
    }
    let n_known = homes.iter().flatten().count();
    // A few who stood close together would pull a large picture askew.
    let (rows, mut columns) = if n_known * FEW_KNOWN < homes.len() {
        placed_afresh(family, options)
    } else {
        let rows = order::rows_from(family, options, &stood, near.as_deref(), &retold)
            .with_everybody(family.people.len());
        let lines = lines_before(family, &rows, &stood);
        let former = place::Homes { people: &homes, links: &lines, near: near.as_deref() };
        let columns = place::place(family, options, &rows, Some(former));
        (rows, columns)
    };
    if !family.people.iter().any(|m| matches!(m.pin, Some(Pin::At(_)))) {
        let moves = homes.iter().zip(&columns.people);
        let shift = median(moves.filter_map(|(old, new)| old.map(|old| old - new)));
        for x in columns.people.iter_mut().chain(&mut columns.links) {
            *x = snap(*x + shift);
        }
    }
    let mut layout = route::route(family, options, &rows, &columns);
    let moves = old.iter().zip(&layout.people);
    let down = median(moves.filter_map(|(old, new)| old.map(|old| old.y - new.y)));
    lower(&mut layout, snap(down));
    layout
}

/// Those around whom something changed, besides whoever is new; `None` where that cannot be told.
fn near_the_change(
    family: &Family,
    before: Option<&Family>,
    previous: &Layout,
    was: &[Option<usize>],
) -> Option<Vec<usize>> {
    let left_alone = bereft(previous, was);
    let changed = before.map(|before| changed(before, family, was));
    match (left_alone, changed) {
        (Some(a), Some(b)) => Some([a, b].concat()),
        (a, b) => a.or(b),
    }
}

/// Everybody of the families in which something is not what it was: a union, or somebody's age, side
/// or pin.
fn changed(before: &Family, family: &Family, was: &[Option<usize>]) -> Vec<usize> {
    let is = new_numbers(was, before.people.len());
    type Members = (Vec<Option<usize>>, Vec<(Option<usize>, ChildPlace)>);
    let members = |union: &Union, now: &dyn Fn(usize) -> Option<usize>| -> Members {
        let mut partners: Vec<_> = union.partners.iter().map(|&partner| now(partner)).collect();
        let children = union.children.iter().map(|child| (now(child.person), child.place));
        let mut children: Vec<_> = children.collect();
        partners.sort_unstable();
        children.sort_unstable();
        (partners, children)
    };
    let mut unions: BTreeMap<Members, i32> = BTreeMap::new();
    for union in &before.unions {
        *unions.entry(members(union, &|p| is.get(p).copied().flatten())).or_default() += 1;
    }
    for union in &family.unions {
        *unions.entry(members(union, &Some)).or_default() -= 1;
    }
    let differ = unions.into_iter().filter(|(_, count)| *count != 0);
    let in_them = differ.flat_map(|((partners, children), _)| {
        partners.into_iter().chain(children.into_iter().map(|(child, _)| child)).flatten()
    });
    let mut changed: Vec<usize> = in_them.collect();
    for (person, (member, was)) in family.people.iter().zip(was).enumerate() {
        let old = was.and_then(|was| before.people.get(was));
        let place = |it: &Member| (it.pin, it.birth, it.side);
        if old.is_some_and(|old| place(old) != place(member)) {
            changed.push(person);
        }
    }
    with_families(family, &changed)
}

/// Those who were there and of whom is told now what they are ordered by: their birth, the side they
/// prefer, or their place among those born of the same parents.
fn retold(before: &Family, family: &Family, was: &[Option<usize>]) -> Vec<usize> {
    let is = new_numbers(was, before.people.len());
    let then = |union: &Union| -> Vec<usize> {
        union.children.iter().filter_map(|child| *is.get(child.person)?).collect()
    };
    let mut told: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for order in before.unions.iter().map(then) {
        let mut children = order.clone();
        children.sort_unstable();
        told.insert(children, order);
    }
    let mut retold = Vec::new();
    for (person, (member, was)) in family.people.iter().zip(was).enumerate() {
        let old = was.and_then(|was| before.people.get(was));
        if old.is_some_and(|old| (old.birth, old.side) != (member.birth, member.side)) {
            retold.push(person);
        }
    }
    for union in &family.unions {
        let order: Vec<usize> = union.children.iter().map(|child| child.person).collect();
        let mut children = order.clone();
        children.sort_unstable();
        if told.get(&children).is_some_and(|told| *told != order) {
            retold.extend(children);
        }
    }
    retold
}

/// Those `people` and all whom a union joins them to.
fn with_families(family: &Family, people: &[usize]) -> Vec<usize> {
    let mut is_named = vec![false; family.people.len()];
    for &person in people {
        if let Some(is_named) = is_named.get_mut(person) {
            *is_named = true;
        }
    }
    let is_named = |person: &usize| is_named.get(*person).is_some_and(|is_named| *is_named);
    let mut all = people.to_vec();
    for union in &family.unions {
        let children = union.children.iter().map(|child| child.person);
        let members: Vec<usize> = union.partners.iter().copied().chain(children).collect();
        if members.iter().any(is_named) {
            all.extend(members);
        }
    }
    all
}

/// Who stood beside somebody who is there no more; `None` if everybody is still there.
fn bereft(previous: &Layout, was: &[Option<usize>]) -> Option<Vec<usize>> {
    let is = new_numbers(was, previous.people.len());
    if !is.contains(&None) {
        return None;
    }
    let mut row_by_row: Vec<(usize, f64, Option<usize>)> = (previous.row_of.iter())
        .zip(&previous.people)
        .zip(is)
        .map(|((row, at), is)| (*row, at.x, is))
        .collect();
    row_by_row.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let pairs = row_by_row.windows(2).filter_map(|pair| match pair {
        [(a, _, None), (b, _, Some(person))] | [(a, _, Some(person)), (b, _, None)] if a == b => {
            Some(*person)
        }
        _ => None,
    });
    Some(pairs.collect())
}

/// The previous layout, if it is still right: the same people in the same rows with room enough,
/// and the same lines between them. Where only symbols or labels became higher or lower, everybody
/// stays in their column.
fn unchanged(
    family: &Family,
    options: &Options,
    former: &Former<'_>,
    stood: &Stood,
) -> Option<Layout> {
    let Former { layout: previous, was, family: before, .. } = *former;
    let n = family.people.len();
    let same_people = previous.people.len() == n
        && was.len() == n
        && was.iter().enumerate().all(|(p, was)| *was == Some(p));
    let pins_hold =
        family.people.iter().zip(&previous.people).all(|(member, at)| match member.pin {
            Some(Pin::At(x)) => x == at.x,
            Some(Pin::Near(_)) | None => true,
        });
    if !same_people || !pins_hold {
        return None;
    }
    if before == Some(family) {
        return Some(previous.clone());
    }
    let rows = order::rows_as_before(family, options, stood);
    if previous.row_of != rows.row_of || previous.rows.len() != rows.rows.len() {
        return None;
    }
    let columns = Columns {
        people: previous.people.iter().map(|p| p.x).collect(),
        links: lines_before(family, &rows, stood).into_iter().collect::<Option<_>>()?,
    };
    let drawn = as_drawn(&rows, &columns);
    let same_order = people_only(&drawn) == people_only(&rows);
    let rows = drawn;
    if !same_order || !has_room(family, options, &rows, &columns) {
        return None;
    }
    let mut layout = route::route(family, options, &rows, &columns);
    let top = |layout: &Layout| layout.rows.first().map_or(0.0, |r| r.top);
    let down = snap(top(previous) - top(&layout));
    lower(&mut layout, down);
    if same_lines(&layout, previous, options.lane) {
        return Some(previous.clone());
    }
    same_links(&layout, previous).then_some(layout)
}

/// Do the same lines join the same people, wherever they run? A bar above one child is drawn only
/// where the child stands a little aside, and tells nothing.
fn same_links(a: &Layout, b: &Layout) -> bool {
    let link = |line: &Connector| (line.union, line.role, line.person);
    let links = |layout: &Layout| {
        let tell = layout.connectors.iter().filter(|line| line.role != LineRole::Sibship);
        tell.map(link).collect::<Vec<_>>()
    };
    links(a) == links(b)
}

/// Does everybody stand in the same place, and are there the same lines, each within a lane of where it was? Lines led around others may come
/// to lie a little beside their old way, which is no reason to draw anything again.
fn same_lines(a: &Layout, b: &Layout, lane: f64) -> bool {
    let close = |(p, q): (&Point, &Point)| (p.x - q.x).abs() <= lane && (p.y - q.y).abs() <= lane;
    let same = |(a, b): (&Connector, &Connector)| {
        (a.union, a.role, a.person, a.points.len()) == (b.union, b.role, b.person, b.points.len())
            && a.points.iter().zip(&b.points).all(close)
    };
    (&a.people, &a.rows, a.connectors.len()) == (&b.people, &b.rows, b.connectors.len())
        && a.connectors.iter().zip(&b.connectors).all(same)
}

/// The same rows with passing lines where they were; their place among people may be a matter of
/// taste.
fn as_drawn(rows: &Rows, columns: &Columns) -> Rows {
    let column = |slot: &Slot| match slot {
        Slot::Person(p) => columns.people.get(*p).copied().unwrap_or_default(),
        Slot::Link(l) => columns.links.get(*l).copied().unwrap_or_default(),
    };
    let mut rows = rows.clone();
    for row in &mut rows.rows {
        row.sort_by(|a, b| column(a).total_cmp(&column(b)));
    }
    rows
}

fn people_only(rows: &Rows) -> Vec<Vec<usize>> {
    let person = |slot: &Slot| match slot {
        Slot::Person(p) => Some(*p),
        Slot::Link(_) => None,
    };
    rows.rows.iter().map(|row| row.iter().filter_map(person).collect()).collect()
}

/// Where each passing line ran before.
fn lines_before(family: &Family, rows: &Rows, stood: &Stood) -> Vec<Option<f64>> {
    let before = |link: &Link| {
        let union = family.unions.get(link.union)?;
        let child = union.children.iter().find(|child| child.person == link.child)?;
        let above = rows.row_of.get(link.child)?.checked_sub(link.row)?;
        stood.line(link.union, link.child, child.place, above).map(|(_, x)| x)
    };
    rows.links.iter().map(before).collect()
}

/// Do all neighbours keep their distance and order?
fn has_room(family: &Family, options: &Options, rows: &Rows, columns: &Columns) -> bool {
    let edges = |slot: &Slot| match slot {
        Slot::Person(p) => {
            let half = family.people.get(*p).map_or(0.0, |m| m.size.w / 2.0);
            columns.people.get(*p).map(|x| (x - half, x + half))
        }
        Slot::Link(l) => columns.links.get(*l).map(|x| (*x, *x)),
    };
    let apart = |pair: &[Slot]| match pair {
        [Slot::Person(_), Slot::Person(_)] => options.gap,
        // A line that would only just bend is drawn straight, a little closer.
        _ => 0.0,
    };
    rows.rows.iter().flat_map(|row| row.windows(2)).all(|pair| {
        let right = pair.first().and_then(edges).map(|(_, right)| right);
        let left = pair.last().and_then(edges).map(|(left, _)| left);
        right.zip(left).is_some_and(|(right, left)| right + apart(pair) <= left + 0.02)
    })
}

/// The middle value; 0 without values.
pub(super) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    let middle = values.len() / 2;
    if values.is_empty() {
        return 0.0;
    }
    *values.select_nth_unstable_by(middle, f64::total_cmp).1
}

/// Moves the whole picture down.
fn lower(layout: &mut Layout, by: f64) {
    if by == 0.0 {
        return;
    }
    let move_y = |y: &mut f64| *y = snap(*y + by);
    layout.people.iter_mut().for_each(|p| move_y(&mut p.y));
    for row in &mut layout.rows {
        move_y(&mut row.top);
        move_y(&mut row.bottom);
    }
    for connector in &mut layout.connectors {
        connector.points.iter_mut().chain(&mut connector.bridges).for_each(|p| move_y(&mut p.y));
    }
    move_y(&mut layout.bounds.min.y);
    move_y(&mut layout.bounds.max.y);
}
