//! What happened in which year: where the picture of one year differs from that of the year before.

use std::collections::BTreeMap;

use super::Years;
use super::when::{begun, date_begun, date_ended, moment_begun, moment_ended};
use crate::model::{
    Ending, Entry, EntryId, FamilyMap, HouseholdId, PartialDate, Party, PersonId, Said, Strength,
    StrengthId, SupportId, Supported, UnionId,
};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Happened {
    /// In which year it is certain.
    pub year: i32,
    /// What.
    pub what: What,
}

/// What happened, the most telling first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Somebody was born, or came to be there.
    Born(PersonId),
    /// Somebody died.
    Died(PersonId),
    /// Two came together.
    Together(UnionId),
    /// They came apart.
    Apart(UnionId),
    /// They came together again.
    Again(UnionId),
    /// A child came to other parents than those it was born to.
    Joined(UnionId, PersonId),
    /// A problem began with somebody.
    Began(PersonId, EntryId),
    /// It was over.
    Over(PersonId, EntryId),
    /// A strength came.
    Strong(PersonId, StrengthId),
    /// People moved in together.
    Moved(HouseholdId, Vec<PersonId>),
    /// Help began, or ended, for a person.
    Helped(SupportId, Supported),
    /// Help ended.
    HelpEnded(SupportId, Supported),
    /// A line between two people began.
    Line(crate::model::RelationId),
    /// It ended.
    LineEnded(crate::model::RelationId),
}

impl What {
    /// Whom it happened to.
    #[must_use]
    pub fn people<'w>(&'w self, map: &'w FamilyMap) -> Vec<&'w PersonId> {
        let partners = |id| map.union(id).map(|it| it.partners.iter().collect());
        match self {
            Self::Born(id)
            | Self::Died(id)
            | Self::Began(id, _)
            | Self::Over(id, _)
            | Self::Strong(id, _)
            | Self::Joined(_, id)
            | Self::Helped(_, Supported::Person(id))
            | Self::HelpEnded(_, Supported::Person(id)) => vec![id],
            Self::Together(id) | Self::Apart(id) | Self::Again(id) => {
                partners(id).unwrap_or_default()
            }
            Self::Moved(_, people) => people.iter().collect(),
            Self::Helped(..) | Self::HelpEnded(..) | Self::Line(_) | Self::LineEnded(_) => {
                Vec::new()
            }
        }
    }
}

impl Years<'_> {
    /// Everything that happened up to the last year, the earliest first.
    #[must_use]
    pub fn happened(&self) -> Vec<Happened> {
        let mut all = Vec::new();
        let mut add = |year: Option<i32>, what: What| {
            all.extend(year.filter(|it| *it <= self.now).map(|year| Happened { year, what }));
        };
        self.lives(&mut add);
        self.unions(&mut add);
        self.homes(&mut add);
        self.help(&mut add);
        self.lines(&mut add);
        all.sort();
        all.dedup();
        all
    }

    fn lives(&self, add: &mut impl FnMut(Option<i32>, What)) {
        for (id, person) in &self.map.people {
            let born = date_begun(person.birth);
            add(born, What::Born(id.clone()));
            let after = |year: Option<i32>| year.map(|it| born.map_or(it, |born| it.max(born)));
            add(after(person.death().and_then(|it| begun(it.years()))), What::Died(id.clone()));
            if self.born.get(id).is_some_and(|it| self.now < *it) {
                continue;
            }
            for entry in person.entries.iter().filter(|it| it.said != Said::No) {
                of_entry((id, person.birth), entry, &after, add);
            }
            for strength in person.strengths.iter().filter(|it| it.said != Said::No) {
                of_strength((id, person.birth), strength, &after, add);
            }
        }
    }

    fn unions(&self, add: &mut impl FnMut(Option<i32>, What)) {
        for (id, union) in &self.map.unions {
            let first = self.united.get(id).copied();
            if 2 <= union.partners.len() {
                add(first, What::Together(id.clone()));
                let after =
                    |year: Option<i32>| year.map(|it| first.map_or(it, |first| it.max(first)));
                // Who was parted by a death died in that year.
                let parted = date_ended(union.until);
                let parted = parted.filter(|_| union.ending != Some(Ending::Death));
                add(after(parted), What::Apart(id.clone()));
                add(after(date_begun(union.together_again)), What::Again(id.clone()));
            }
            for child in union.children.iter().filter(|it| it.from.is_some()) {
                let year = date_begun(child.from);
                let year = year.map(|it| self.born.get(&child.person).map_or(it, |b| it.max(*b)));
                add(year, What::Joined(id.clone(), child.person.clone()));
            }
        }
    }

    fn homes(&self, add: &mut impl FnMut(Option<i32>, What)) {
        for (id, home) in &self.map.households {
            let mut came: BTreeMap<i32, Vec<PersonId>> = BTreeMap::new();
            for mate in &home.members {
                let from = date_begun(home.from).max(date_begun(mate.from.or(home.from)));
                let from = from.map(|it| self.born.get(&mate.person).map_or(it, |b| it.max(*b)));
                if let Some(year) = from {
                    came.entry(year).or_default().push(mate.person.clone());
                }
            }
            for (year, people) in came {
                add(Some(year), What::Moved(id.clone(), people));
            }
        }
    }

    fn help(&self, add: &mut impl FnMut(Option<i32>, What)) {
        for (id, support) in &self.map.supports {
            for tie in &support.ties {
                let born = match &tie.to {
                    Supported::Person(person) => self.born.get(person).copied(),
                    Supported::Household(_) => None,
                };
                let after = |year: Option<i32>| year.map(|it| born.map_or(it, |b| it.max(b)));
                add(after(date_begun(tie.from)), What::Helped(id.clone(), tie.to.clone()));
                add(after(date_ended(tie.until)), What::HelpEnded(id.clone(), tie.to.clone()));
            }
        }
    }

    fn lines(&self, add: &mut impl FnMut(Option<i32>, What)) {
        for (id, relation) in &self.map.relations {
            let to = match &relation.to {
                Party::Person(person) => self.born.get(person),
                Party::Support(_) => None,
            };
            let born = self.born.get(&relation.from).max(to).copied();
            let after = |year: Option<i32>| year.map(|it| born.map_or(it, |b| it.max(b)));
            add(after(date_begun(relation.since)), What::Line(id.clone()));
            add(after(date_ended(relation.until)), What::LineEnded(id.clone()));
        }
    }
}

/// When a problem began and was over.
fn of_entry(
    (id, birth): (&PersonId, Option<PartialDate>),
    entry: &Entry,
    after: &impl Fn(Option<i32>) -> Option<i32>,
    add: &mut impl FnMut(Option<i32>, What),
) {
    let from = after(moment_begun(entry.since, birth));
    let until = after(moment_ended(entry.until, birth));
    add(from, What::Began(id.clone(), entry.id.clone()));
    let until = until.map(|it| from.map_or(it, |from| it.max(from)));
    add(until, What::Over(id.clone(), entry.id.clone()));
}

/// When a strength came.
fn of_strength(
    (id, birth): (&PersonId, Option<PartialDate>),
    strength: &Strength,
    after: &impl Fn(Option<i32>) -> Option<i32>,
    add: &mut impl FnMut(Option<i32>, What),
) {
    let from = after(moment_begun(strength.since, birth));
    add(from, What::Strong(id.clone(), strength.id.clone()));
}
