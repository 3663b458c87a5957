//! What happened in which year: where the picture of one year differs from that of the year before.

use std::collections::BTreeMap;

use super::Years;
use super::when::{begun, date_begun, date_ended, moment_begun, moment_ended};
use crate::model::{
    Bearer, Ending, Entry, EntryId, FamilyMap, HouseholdId, PartialDate, Party, PersonId,
    RelationId, Said, Strength, StrengthId, SupportId, Supported, UnionId,
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
    /// A problem began with somebody, in a couple, a home or between two.
    Began(Bearer, EntryId),
    /// It was over.
    Over(Bearer, EntryId),
    /// A strength came.
    Strong(Bearer, StrengthId),
    /// It was no longer there.
    Weaker(Bearer, StrengthId),
    /// People moved in together.
    Moved(HouseholdId, Vec<PersonId>),
    /// People moved out.
    Left(HouseholdId, Vec<PersonId>),
    /// Help began, or ended, for a person.
    Helped(SupportId, Supported),
    /// Help ended.
    HelpEnded(SupportId, Supported),
    /// A line between two people began.
    Line(RelationId),
    /// It ended.
    LineEnded(RelationId),
}

impl What {
    /// Whom it happened to.
    #[must_use]
    pub fn people<'w>(&'w self, map: &'w FamilyMap) -> Vec<&'w PersonId> {
        let partners = |id| map.union(id).map(|it| it.partners.iter().collect());
        let members = |id| map.households.get(id).map(|it| it.members.iter());
        match self {
            Self::Began(on, _) | Self::Over(on, _) | Self::Strong(on, _) | Self::Weaker(on, _) => {
                match on {
                    Bearer::Person(id) => vec![id],
                    Bearer::Union(id) => partners(id).unwrap_or_default(),
                    Bearer::Household(id) => {
                        members(id).into_iter().flatten().map(|mate| &mate.person).collect()
                    }
                    Bearer::Relation(_) => Vec::new(),
                }
            }
            Self::Born(id)
            | Self::Died(id)
            | Self::Joined(_, id)
            | Self::Helped(_, Supported::Person(id))
            | Self::HelpEnded(_, Supported::Person(id)) => vec![id],
            Self::Together(id) | Self::Apart(id) | Self::Again(id) => {
                partners(id).unwrap_or_default()
            }
            Self::Moved(_, people) | Self::Left(_, people) => people.iter().collect(),
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
            let bearer = (Bearer::Person(id.clone()), person.birth);
            attached(&bearer, (&person.entries, &person.strengths), &after, add);
        }
    }

    fn unions(&self, add: &mut impl FnMut(Option<i32>, What)) {
        for (id, union) in &self.map.unions {
            let first = self.united.get(id).copied();
            let after = |year: Option<i32>| year.map(|it| first.map_or(it, |first| it.max(first)));
            let bearer = (Bearer::Union(id.clone()), None);
            attached(&bearer, (&union.entries, &union.strengths), &after, add);
            if 2 <= union.partners.len() {
                add(first, What::Together(id.clone()));
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
            let first = date_begun(home.from);
            let after = |year: Option<i32>| year.map(|it| first.map_or(it, |first| it.max(first)));
            let bearer = (Bearer::Household(id.clone()), None);
            attached(&bearer, (&home.entries, &home.strengths), &after, add);
            let mut came: BTreeMap<i32, Vec<PersonId>> = BTreeMap::new();
            let mut left: BTreeMap<i32, Vec<PersonId>> = BTreeMap::new();
            for mate in &home.members {
                let from = date_begun(home.from).max(date_begun(mate.from.or(home.from)));
                let from = from.map(|it| self.born.get(&mate.person).map_or(it, |b| it.max(*b)));
                // Of who has no year of coming no picture of a year but the last has them there.
                let Some(year) = from else { continue };
                came.entry(year).or_default().push(mate.person.clone());
                let until = date_ended(mate.until).into_iter().chain(date_ended(home.until)).min();
                if let Some(until) = until {
                    left.entry(until.max(year)).or_default().push(mate.person.clone());
                }
            }
            for (year, people) in left {
                add(Some(year), What::Left(id.clone(), people));
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
            let bearer = (Bearer::Relation(id.clone()), None);
            let begun = after(date_begun(relation.since));
            let after_line =
                |year: Option<i32>| after(year).map(|it| begun.map_or(it, |b| it.max(b)));
            attached(&bearer, (&relation.entries, &[]), &after_line, add);
            add(begun, What::Line(id.clone()));
            add(after(date_ended(relation.until)), What::LineEnded(id.clone()));
        }
    }
}

/// When what is attached began and was over: problems, and strengths.
fn attached(
    (bearer, birth): &(Bearer, Option<PartialDate>),
    (entries, strengths): (&[Entry], &[Strength]),
    after: &impl Fn(Option<i32>) -> Option<i32>,
    add: &mut impl FnMut(Option<i32>, What),
) {
    let span = |since, until| {
        let from = after(moment_begun(since, *birth));
        let until = after(moment_ended(until, *birth));
        (from, until.map(|it| from.map_or(it, |from| it.max(from))))
    };
    for entry in entries.iter().filter(|it| it.said != Said::No) {
        let (from, until) = span(entry.since, entry.until);
        add(from, What::Began(bearer.clone(), entry.id.clone()));
        add(until, What::Over(bearer.clone(), entry.id.clone()));
    }
    for strength in strengths.iter().filter(|it| it.said != Said::No) {
        let (from, until) = span(strength.since, strength.until);
        add(from, What::Strong(bearer.clone(), strength.id.clone()));
        add(until, What::Weaker(bearer.clone(), strength.id.clone()));
    }
}
