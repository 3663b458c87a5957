//! Relations, households, supports and goals.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::At;
use super::when::date_begun;
use crate::model::{
    FamilyMap, GoalState, Household, Housemate, PartialDate, Party, PersonId, Relation, Support,
    SupportId, SupportTie, Supported, Whose,
};

/// Those who help and have not begun by the end of `year`.
pub(super) fn supports_after(
    map: &FamilyMap,
    absent: &BTreeSet<PersonId>,
    year: i32,
) -> BTreeSet<SupportId> {
    let is_from = |tie: &SupportTie| {
        let is_there = match &tie.to {
            Supported::Person(id) => !absent.contains(id),
            Supported::Household(_) => true,
        };
        is_there && tie_begun(tie).is_some_and(|it| it <= year)
    };
    let after = map.supports.iter().filter(|(_, it)| !it.ties.iter().any(is_from));
    after.map(|(id, _)| id.clone()).collect()
}

/// From which year a tie is known to have been: its own, or that of its end.
fn tie_begun(tie: &SupportTie) -> Option<i32> {
    date_begun(tie.from).or_else(|| super::when::date_ended(tie.until))
}

impl At<'_> {
    /// Has begun for certain by then.
    fn has_begun(&self, from: Option<PartialDate>) -> bool {
        date_begun(from).is_some_and(|it| self.is_from(it))
    }

    pub(super) fn relations(&self, map: &mut FamilyMap) {
        map.relations.retain(|_, relation| {
            let is_there = match &relation.to {
                Party::Person(id) => self.is_there(id),
                Party::Support(id) => !self.absent.supports.contains(id),
            };
            let begun = if relation.since.is_some() {
                self.has_begun(relation.since)
            } else {
                self.is_past(relation.until)
            };
            is_there && self.is_there(&relation.from) && begun
        });
        for relation in map.relations.values_mut() {
            *relation = Arc::new(Relation {
                until: relation.until.filter(|it| self.is_past(Some(*it))),
                entries: self.entries(&relation.entries, None),
                notes: Vec::new(),
                ..Relation::clone(relation)
            });
        }
    }

    pub(super) fn households(&self, map: &mut FamilyMap) {
        map.households.retain(|_, home| {
            let is_there = home.from.is_none() || self.has_begun(home.from);
            is_there && !self.is_past(home.until)
        });
        for home in map.households.values_mut() {
            let lives = |mate: &&Housemate| {
                let from = mate.from.or(home.from);
                self.is_there(&mate.person) && self.has_begun(from) && !self.is_past(mate.until)
            };
            let members = home.members.iter().filter(lives).cloned();
            let members = members.map(|it| Housemate { until: None, ..it }).collect();
            *home = Arc::new(Household {
                name: home.name.clone(),
                from: home.from,
                until: None,
                members,
                entries: self.entries(&home.entries, None),
                strengths: self.strengths(&home.strengths, None),
                notes: Vec::new(),
            });
        }
        map.households.retain(|_, home| !home.members.is_empty());
    }

    pub(super) fn supports(&self, map: &mut FamilyMap) {
        let homes = &map.households;
        for (id, support) in &mut map.supports {
            if self.absent.supports.contains(id) {
                *support = Arc::new(Support {
                    name: String::new(),
                    words: String::new(),
                    areas: Vec::new(),
                    ties: Vec::new(),
                    notes: Vec::new(),
                    kind: support.kind.clone(),
                });
                continue;
            }
            let then = |tie: &SupportTie| {
                let is_there = match &tie.to {
                    Supported::Person(id) => self.is_there(id),
                    Supported::Household(id) => homes.contains_key(id),
                };
                let begun = tie_begun(tie).filter(|it| is_there && self.is_from(*it))?;
                let is_over = self.is_past(tie.until)
                    || tie.ended && tie.until.is_none() && begun < self.year;
                let until = tie.until.filter(|_| is_over);
                Some(SupportTie { until, ended: is_over, ..tie.clone() })
            };
            let ties = support.ties.iter().filter_map(then).collect();
            *support = Arc::new(Support { ties, notes: Vec::new(), ..Support::clone(support) });
        }
    }

    pub(super) fn goals(&self, map: &mut FamilyMap) {
        let (homes, supports) = (&map.households, &self.absent.supports);
        map.goals.retain(|_, goal| {
            let is_there = match &goal.whose {
                Whose::Person(id) => self.is_there(id),
                Whose::Household(id) => homes.contains_key(id),
                Whose::Family => true,
            };
            is_there && goal.set_on.is_some_and(|it| self.is_from(it.year()))
        });
        for goal in map.goals.values_mut() {
            let goal = Arc::make_mut(goal);
            goal.supports.retain(|id| !supports.contains(id));
            if goal.closed_on.is_none_or(|it| !self.is_from(it.year())) {
                goal.state = GoalState::Open;
                goal.closed_on = None;
            }
        }
    }
}
