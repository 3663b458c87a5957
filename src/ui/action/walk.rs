//! Walking through the family with the arrow keys.

use crate::model::{FamilyMap, Party, Subject};
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
            let spots = |people: &[crate::model::PersonId]| {
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
        Subject::Household(id) => {
            // From a home to those who live there.
            let people = map.households.get(id)?.members.iter();
            let spots = people.filter_map(|mate| derived.spot(&mate.person));
            let from_left = |spot: &&Spot| (spot.row, spot.symbol.x);
            let least = |a: &&Spot, b: &&Spot| {
                let ((row, x), (other, y)) = (from_left(a), from_left(b));
                row.cmp(&other).then(x.total_cmp(&y))
            };
            let next = match way {
                Way::Up | Way::Left => spots.min_by(least),
                Way::Down | Way::Right => spots.max_by(least),
            };
            next.map(|spot| Subject::Person(spot.id.clone()))
        }
        // From a line to whoever stands at that end of it.
        Subject::Relation(id) => {
            let relation = map.relations.get(id)?;
            let Party::Person(to) = &relation.to else {
                return Some(Subject::Person(relation.from.clone()));
            };
            let mut ends: Vec<&Spot> =
                [&relation.from, to].into_iter().filter_map(|id| derived.spot(id)).collect();
            match way {
                Way::Left | Way::Right => ends.sort_by(|a, b| a.symbol.x.total_cmp(&b.symbol.x)),
                Way::Up | Way::Down => ends.sort_by(|a, b| a.symbol.y.total_cmp(&b.symbol.y)),
            }
            let end = match way {
                Way::Left | Way::Up => ends.first(),
                Way::Right | Way::Down => ends.last(),
            };
            end.map(|spot| Subject::Person(spot.id.clone()))
        }
        Subject::Support(_) => None,
    }
}

/// The one of `people` who stands nearest to `here`, the left one of two equally near.
fn nearest<'a>(
    derived: &'a Derived,
    here: &Spot,
    people: &[crate::model::PersonId],
) -> Option<&'a Spot> {
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

/// The first person in reading order, for when nothing is selected.
pub(in crate::ui) fn reading_step(map: &FamilyMap, derived: &Derived) -> Option<Subject> {
    let focus = map.focus.first().filter(|id| derived.spot(id).is_some());
    let first = derived.people.first().map(|spot| &spot.id);
    focus.or(first).map(|id| Subject::Person(id.clone()))
}
