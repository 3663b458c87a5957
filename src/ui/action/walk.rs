//! Walking through the family with the arrow keys.

use crate::model::{FamilyMap, Household, Party, PersonId, Relation, Subject, Support, Supported};
use crate::ui::derived::{Derived, Spot};

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// Who comes next from `from`: up to a parent, down to a child, left or right to the neighbour in
/// the row. From a union: its left or right partner, its first child.
pub(in crate::ui) fn walk(
    map: &FamilyMap,
    derived: &Derived,
    from: &Subject,
    way: Way,
) -> Option<Subject> {
    match from {
        Subject::Person(id) => {
            let here = derived.spot(id)?;
            let next = match way {
                Way::Up => {
                    let parents = map.home_union(id).map(|(_, union)| union.partners.as_slice());
                    nearest(derived, here, parents.unwrap_or_default())
                }
                Way::Down => {
                    let children = map.unions_of(id).flat_map(|(_, union)| &union.children);
                    let children: Vec<_> = children.map(|child| child.person.clone()).collect();
                    nearest(derived, here, &children)
                }
                Way::Left | Way::Right => beside(derived, here, way),
            };
            next.map(|spot| Subject::Person(spot.id.clone()))
        }
        Subject::Union(id) => {
            let union = map.union(id)?;
            let spots = |people: &[PersonId]| {
                let mut spots: Vec<&Spot> =
                    people.iter().filter_map(|id| derived.spot(id)).collect();
                spots.sort_by(|a, b| a.symbol.x.total_cmp(&b.symbol.x));
                spots
            };
            let children: Vec<_> = union.children.iter().map(|it| it.person.clone()).collect();
            let next = match way {
                Way::Left => spots(&union.partners).first().copied(),
                Way::Right => spots(&union.partners).last().copied(),
                Way::Down => spots(&children).first().copied(),
                Way::Up => spots(&union.partners).first().copied(),
            };
            next.map(|spot| Subject::Person(spot.id.clone()))
        }
        Subject::Household(id) => from_home(map.households.get(id)?, derived, way),
        Subject::Relation(id) => from_line(map.relations.get(id)?, derived, way),
        Subject::Support(id) => from_support(map.supports.get(id)?, map, derived, way),
    }
}

/// From a home to those who live there: the first of them, or the last.
fn from_home(home: &Household, derived: &Derived, way: Way) -> Option<Subject> {
    let spots = home.members.iter().filter_map(|mate| derived.spot(&mate.person));
    let in_order = |a: &&Spot, b: &&Spot| a.row.cmp(&b.row).then(a.symbol.x.total_cmp(&b.symbol.x));
    let next = match way {
        Way::Up | Way::Left => spots.min_by(in_order),
        Way::Down | Way::Right => spots.max_by(in_order),
    };
    next.map(|spot| Subject::Person(spot.id.clone()))
}

/// From somebody who helps up to those who are helped: the first of them, or the last.
fn from_support(
    support: &Support,
    map: &FamilyMap,
    derived: &Derived,
    way: Way,
) -> Option<Subject> {
    let helped = support.ties.iter().flat_map(|tie| match &tie.to {
        Supported::Person(id) => vec![id],
        Supported::Household(id) => {
            let home = map.households.get(id);
            home.iter().flat_map(|it| &it.members).map(|mate| &mate.person).collect()
        }
    });
    let spots = helped.filter_map(|id| derived.spot(id));
    let across = |a: &&Spot, b: &&Spot| a.symbol.x.total_cmp(&b.symbol.x);
    let next = match way {
        Way::Up | Way::Left => spots.min_by(across),
        Way::Right => spots.max_by(across),
        Way::Down => None,
    };
    next.map(|spot| Subject::Person(spot.id.clone()))
}

/// From a line to whoever stands at that end of it.
fn from_line(line: &Relation, derived: &Derived, way: Way) -> Option<Subject> {
    let Party::Person(to) = &line.to else {
        return Some(Subject::Person(line.from.clone()));
    };
    let ends = [&line.from, to].into_iter().filter_map(|id| derived.spot(id));
    let at = |spot: &&Spot| match way {
        Way::Left | Way::Right => spot.symbol.x,
        Way::Up | Way::Down => spot.symbol.y,
    };
    let in_order = |a: &&Spot, b: &&Spot| at(a).total_cmp(&at(b));
    let end = match way {
        Way::Left | Way::Up => ends.min_by(in_order),
        Way::Right | Way::Down => ends.max_by(in_order),
    };
    end.map(|spot| Subject::Person(spot.id.clone()))
}

/// The one of `people` who stands nearest to `here`, the left one of two equally near.
fn nearest<'a>(derived: &'a Derived, here: &Spot, people: &[PersonId]) -> Option<&'a Spot> {
    let spots = people.iter().filter_map(|id| derived.spot(id));
    spots.min_by(|a, b| {
        let far = |spot: &Spot| (spot.symbol.x - here.symbol.x).abs();
        far(a).total_cmp(&far(b)).then(a.symbol.x.total_cmp(&b.symbol.x))
    })
}

fn beside<'a>(derived: &'a Derived, here: &Spot, way: Way) -> Option<&'a Spot> {
    let at = derived.people.iter().position(|spot| spot.id == here.id)?;
    let at = if way == Way::Left { at.checked_sub(1)? } else { at + 1 };
    derived.people.get(at).filter(|spot| spot.row == here.row)
}

/// The main person; from one of several the next of them.
pub(in crate::ui) fn focus_step(
    map: &FamilyMap,
    derived: &Derived,
    selected: Option<&Subject>,
) -> Option<Subject> {
    let seen: Vec<_> = map.focus.iter().filter(|id| derived.spot(id).is_some()).collect();
    let is_selected = |id: &&PersonId| matches!(selected, Some(Subject::Person(it)) if it == *id);
    let next = seen.iter().position(is_selected).map_or(0, |at| (at + 1) % seen.len());
    let next = seen.get(next).map(|id| Subject::Person((*id).clone()));
    next.or_else(|| reading_step(map, derived))
}

/// The first person in reading order, for when nothing is selected.
pub(in crate::ui) fn reading_step(map: &FamilyMap, derived: &Derived) -> Option<Subject> {
    let focus = map.focus.first().filter(|id| derived.spot(id).is_some());
    let first = derived.people.first().map(|spot| &spot.id);
    focus.or(first).map(|id| Subject::Person(id.clone()))
}
