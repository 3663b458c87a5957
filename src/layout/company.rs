//! Who comes along with somebody who is put elsewhere: a couple and their children are not torn apart.

use std::collections::BTreeSet;

use crate::layout::{Family, Layout};

/// `layout` with whoever belongs to `person` moved by as much as they are.
///
/// That is the partner of today and the children that stand below them, with theirs. Who was put
/// somewhere by hand stays there, and `person` is where the pin says.
#[must_use]
pub fn with_company(family: &Family, layout: &Layout, person: usize, by: f64) -> Layout {
    let mut moved = layout.clone();
    for member in company(family, person) {
        if let Some(at) = moved.people.get_mut(member) {
            at.x += by;
        }
    }
    moved
}

/// Who belongs to `person`, without them.
fn company(family: &Family, person: usize) -> BTreeSet<usize> {
    let mut as_partner: Vec<Vec<usize>> = vec![Vec::new(); family.people.len()];
    for (union, it) in family.unions.iter().enumerate() {
        for partner in &it.partners {
            as_partner.iter_mut().skip(*partner).take(1).for_each(|own| own.push(union));
        }
    }
    let is_free = |who: usize| family.people.get(who).is_some_and(|it| it.pin.is_none());
    let mut comes = BTreeSet::from([person]);
    let mut waiting = vec![person];
    while let Some(who) = waiting.pop() {
        let unions = as_partner.get(who).into_iter().flatten();
        for union in unions.filter_map(|union| family.unions.get(*union)) {
            let partners = union.partners.iter().copied().filter(|_| union.current);
            for partner in partners.filter(|it| is_free(*it)) {
                waiting.extend(comes.insert(partner).then_some(partner));
            }
            // Children of somebody who stays hang between the two.
            if union.partners.iter().all(|partner| comes.contains(partner)) {
                let children = union.children.iter().filter(|child| child.place.is_home());
                for child in children.map(|child| child.person).filter(|it| is_free(*it)) {
                    waiting.extend(comes.insert(child).then_some(child));
                }
            }
        }
    }
    comes.remove(&person);
    comes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;
    use crate::layout::{Child, ChildPlace, Member, Pin, Side, Union};

    /// 0 with 1 of today and 2 of before; a child of each couple, and the first child's own family.
    fn family() -> Family {
        let child = |person| Child { person, place: ChildPlace::Home, twin: None };
        let union = |partners: &[usize], children: &[usize], current| Union {
            partners: partners.to_vec(),
            children: children.iter().copied().map(child).collect(),
            from: None,
            current,
        };
        let (size, side) = (Size::new(60.0, 80.0), Side::Either);
        let member =
            Member { size, symbol_drop: 20.0, symbol_half: 16.0, side, birth: None, pin: None };
        Family {
            people: vec![member; 7],
            unions: vec![
                union(&[0, 1], &[3], true),
                union(&[0, 2], &[4], false),
                union(&[3, 5], &[6], true),
            ],
        }
    }

    #[test]
    fn the_partner_of_today_and_all_below_come_along() {
        let mut family = family();
        assert_eq!(company(&family, 0), BTreeSet::from([1, 3, 5, 6]));
        assert_eq!(company(&family, 1), BTreeSet::from([0, 3, 5, 6]));
        assert_eq!(company(&family, 2), BTreeSet::new(), "a former partner goes alone");
        assert_eq!(company(&family, 6), BTreeSet::new());
        family.people[3].pin = Some(Pin::At(4.0));
        assert_eq!(company(&family, 0), BTreeSet::from([1]), "who was put somewhere stays");
    }
}
