//! What is said of somebody, theme by theme: entered, and what follows from the family (patterns.md §1).

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rode_draad::catalogue::{Catalogue, Nature};
use rode_draad::model::{
    AgeRange, Bond, Ending, Moment, Party, Person, PersonId, Said, SkillLevel, Union, UnionKind,
    age_at,
};

use super::facts::{Fact, Facts, Stand, lives_there};
use super::theme::Theme;

impl Facts<'_> {
    pub(super) fn entered(&self, theme: &Theme, p: usize) -> Fact {
        match theme {
            Theme::Kind(kind) => self.kind(kind, p),
            Theme::Strength(kind) => {
                let strengths = self.person(p).strengths.iter();
                let own =
                    strengths.filter(|it| it.kind.as_ref().is_some_and(|it| it.as_str() == kind));
                let voices = own.map(|it| (stand(it.said), self.onset(p, it.since)));
                weighed(&voices.collect::<Vec<_>>())
            }
            Theme::Hard(skill) | Theme::Well(skill) => {
                let notes = self.person(p).skills.iter().filter(|it| it.skill.as_str() == skill);
                let wanted = match theme {
                    Theme::Hard(_) => SkillLevel::Hard,
                    _ => SkillLevel::GoesWell,
                };
                let voices = notes.map(|note| match note.level {
                    SkillLevel::Varies => (Stand::Maybe, None),
                    level if level == wanted => (Stand::Yes, None),
                    _ => (Stand::No, None),
                });
                weighed(&voices.collect::<Vec<_>>())
            }
            Theme::Area(area) => self.area(area, p),
            Theme::Young => self.with_entry("opv-jongouder", p, self.young(p)),
            Theme::Separated => self.with_entry("relatie-scheiding", p, self.separated(p)),
            Theme::Lone => {
                let entered = self.kind("relatie-alleen", p);
                if entered.stand == Stand::Unknown && self.is_alone_with_children(p) {
                    return Fact::new(Stand::Yes);
                }
                entered
            }
            Theme::Placed => self.placed(p),
            Theme::Partner(kind) => self.partner(kind, p),
            Theme::Tie(kind) => {
                let own = self.map.relations.values().filter(|it| {
                    let row = Catalogue::builtin().relation(it.kind.as_str());
                    let is_kind = row.is_some_and(|row| row.id == *kind);
                    let is_to = matches!(&it.to, Party::Person(to) if *to == self.people[p]);
                    let is_person = matches!(&it.to, Party::Person(_));
                    is_kind && is_person && (is_to || it.from == self.people[p])
                });
                let voices = own.map(|it| (Stand::Yes, self.onset(p, it.since.map(Moment::On))));
                weighed(&voices.collect::<Vec<_>>())
            }
            Theme::Early => match self.age(p) {
                Some(age) if self.is_dead(p) && age.hi < 50 => {
                    Fact { onset: Some(age), ..Fact::new(Stand::Yes) }
                }
                Some(age) if 50 <= age.lo => Fact::new(Stand::No),
                _ => Fact::new(Stand::Unknown),
            },
            Theme::Lost => self.lost_parent(p),
        }
    }

    /// As it counts for others and for whole areas: nothing of who is left out.
    fn known(&self, kind: &str, p: usize) -> Fact {
        if self.is_left_out(p, &Theme::Partner(kind.to_owned())) {
            return Fact::new(Stand::Unknown);
        }
        self.kind(kind, p)
    }

    fn kind(&self, kind: &str, p: usize) -> Fact {
        let entries = self.entries(p, kind);
        let voices: Vec<_> =
            entries.iter().map(|it| (stand(it.said), self.onset(p, it.since))).collect();
        if voices.is_empty() && kind == "leren-geen-diploma" {
            let is_it = |it: &rode_draad::model::Strength| {
                it.said == Said::Yes
                    && it.kind.as_ref().is_some_and(|it| it.as_str() == "s-diploma")
            };
            if self.person(p).strengths.iter().any(is_it) {
                return Fact { is_asked: true, ..Fact::new(Stand::No) };
            }
        }
        weighed(&voices)
    }

    /// A derived theme, of which an entry of the kind says the same.
    fn with_entry(&self, kind: &str, p: usize, derived: Fact) -> Fact {
        let entered = self.kind(kind, p);
        match entered.stand.cmp(&derived.stand) {
            Ordering::Less => entered,
            Ordering::Greater => derived,
            Ordering::Equal => Fact { onset: first(entered.onset, derived.onset), ..entered },
        }
    }

    fn area(&self, area: &str, p: usize) -> Fact {
        let catalogue = Catalogue::builtin();
        let all: Vec<Fact> = catalogue.kinds_of(area).map(|row| self.known(&row.id, p)).collect();
        for stand in [Stand::Yes, Stand::Maybe] {
            let these: Vec<&Fact> = all.iter().filter(|it| it.stand == stand).collect();
            if !these.is_empty() {
                let onset = these.iter().fold(None, |sum, it| first(sum, it.onset));
                return Fact { onset, ..Fact::new(stand) };
            }
        }
        let asked = catalogue.kinds_of(area).filter(|row| row.nature != Nature::Derived);
        let no = asked.map(|row| self.known(&row.id, p)).all(|it| it.stand == Stand::No);
        Fact::new(if no { Stand::No } else { Stand::Unknown })
    }

    fn own_children(&self, p: usize) -> Vec<&PersonId> {
        let children = self.unions_of(p).flat_map(|it| &it.children);
        let own = children.filter(|it| it.bond == Bond::Birth).map(|it| &it.person);
        own.filter(|id| self.map.people[*id].holds_facts()).collect()
    }

    pub(super) fn has_own_child(&self, p: usize) -> bool {
        !self.own_children(p).is_empty()
    }

    pub(super) fn young(&self, p: usize) -> Fact {
        let born = self.own_children(p);
        let ages: Vec<Option<AgeRange>> = born
            .iter()
            .map(|child| age_at(self.person(p).birth?, self.map.people[*child].birth?))
            .collect();
        if born.is_empty() {
            let older = self.age(p).is_some_and(|age| 20 <= age.lo);
            return Fact::new(if older { Stand::No } else { Stand::Unknown });
        }
        let onset = ages.iter().fold(None, |sum, age| first(sum, *age));
        if onset.is_some_and(|age| age.hi < 20) {
            return Fact { onset, ..Fact::new(Stand::Yes) };
        }
        let onset = onset.filter(|_| ages.iter().all(Option::is_some));
        let late = onset.is_some_and(|age| 20 <= age.lo);
        Fact { onset, ..Fact::new(if late { Stand::No } else { Stand::Unknown }) }
    }

    /// Did this union end otherwise than by death? `None` where nothing says so.
    pub(super) fn is_parted(&self, union: &Union) -> Option<bool> {
        let partners: Vec<&Person> =
            union.partners.iter().map(|id| self.map.people[id].as_ref()).collect();
        let outlived = |year: i32| {
            partners.iter().all(|partner| match partner.death() {
                Some(death) => death.years().lo.is_some_and(|died| year < died),
                None => !partner.is_dead(),
            })
        };
        match (union.ending, union.until) {
            (Some(Ending::Separated | Ending::Divorced), _) => Some(true),
            _ if partners.len() < 2 => None,
            (Some(Ending::Death), _) => Some(false),
            (None, Some(until)) => until.years().hi.is_some_and(outlived).then_some(true),
            (None, None) => (union.kind != UnionKind::Brief).then_some(false),
        }
    }

    pub(super) fn separated(&self, p: usize) -> Fact {
        let mut onset = None;
        let mut partings = Vec::new();
        for union in self.unions_of(p) {
            let parted = self.is_parted(union);
            if parted == Some(true) {
                onset = first(onset, self.onset(p, union.until.map(Moment::On)));
            }
            partings.push(parted);
        }
        if partings.contains(&Some(true)) {
            return Fact { onset, ..Fact::new(Stand::Yes) };
        }
        let lasted = partings.contains(&Some(false)) && !partings.contains(&None);
        Fact::new(if lasted { Stand::No } else { Stand::Unknown })
    }

    fn is_alone_with_children(&self, p: usize) -> bool {
        let who = &self.people[p];
        if self.is_dead(p) {
            return false;
        }
        let is_partner = |other: &PersonId| {
            other != who && self.unions_of(p).any(|it| it.partners.contains(other))
        };
        let is_parent = |parent: &PersonId, child: &PersonId, own: bool| {
            let unions = self.map.unions.values().filter(|it| it.partners.contains(parent));
            let mut bonds = unions.filter_map(|union| union.child(child)).map(|it| it.bond);
            bonds.any(|bond| !own || bond.is_full())
        };
        self.map.households.values().any(|household| {
            let here: BTreeSet<&PersonId> = household
                .members
                .iter()
                .filter(|it| lives_there(it, self.today))
                .map(|it| &it.person)
                .collect();
            let child_alone = |child: &&PersonId| {
                let Some(at) = self.index(child) else { return false };
                let small = self.age(at).is_some_and(|age| age.hi < 18);
                let other = here.iter().any(|it| *it != who && is_parent(it, child, false));
                small && is_parent(who, child, true) && !other
            };
            here.contains(who)
                && here.iter().any(child_alone)
                && !here.iter().any(|other| is_partner(other))
        })
    }

    fn placed(&self, p: usize) -> Fact {
        let entered = self.kind("opv-uithuis", p);
        let unions = self.map.unions.values().filter_map(|it| it.child(&self.people[p]));
        let fostered: Vec<_> = unions.filter(|it| it.bond == Bond::Foster).collect();
        if fostered.is_empty() {
            return entered;
        }
        let own = entered.onset.filter(|_| entered.stand == Stand::Yes);
        let onsets = fostered.iter().map(|it| self.onset(p, it.from.map(Moment::On)));
        Fact { onset: onsets.fold(own, first), ..Fact::new(Stand::Yes) }
    }

    fn lost_parent(&self, p: usize) -> Fact {
        let who = &self.people[p];
        let is_parent = |parent: &&PersonId| {
            let unions = self.map.unions.values().filter(|it| it.partners.contains(parent));
            let mut bonds = unions.filter_map(|union| union.child(who)).map(|it| it.bond);
            bonds.any(Bond::is_full)
        };
        let parents: Vec<&PersonId> = self.map.people.keys().filter(is_parent).collect();
        let birth = self.person(p).birth;
        let at_death = |parent: &PersonId| -> Option<AgeRange> {
            let (birth, death) = (birth?, self.map.people[parent].death()?);
            match age_at(birth, death) {
                None if death.years().hi? < birth.years().lo? => Some(AgeRange { lo: 0, hi: 0 }),
                age => age,
            }
        };
        let dead: Vec<Option<AgeRange>> = parents
            .iter()
            .filter(|parent| self.map.people[**parent].is_dead())
            .map(|parent| at_death(parent))
            .collect();
        let young = dead.iter().flatten().copied().filter(|it| it.hi < 18);
        if let Some(onset) = young.map(Some).fold(None, first) {
            return Fact { onset: Some(onset), ..Fact::new(Stand::Yes) };
        }
        let grown = self.age(p).is_some_and(|age| 18 <= age.lo);
        let lived = dead.iter().all(|age| age.is_some_and(|age| 18 <= age.lo));
        Fact::new(if grown && lived && 2 <= parents.len() { Stand::No } else { Stand::Unknown })
    }

    fn partner(&self, kind: &str, p: usize) -> Fact {
        let unions: Vec<&Union> = self.unions_of(p).collect();
        let others = unions.iter().filter_map(|it| it.other_partner(&self.people[p]));
        let told: Vec<Stand> =
            others.filter_map(|id| self.index(id)).map(|it| self.known(kind, it).stand).collect();
        let no = !unions.is_empty()
            && told.len() == unions.len()
            && told.iter().all(|it| *it == Stand::No);
        Fact::new(match told.iter().min() {
            Some(Stand::Yes) => Stand::Yes,
            Some(Stand::Maybe) => Stand::Maybe,
            _ if no => Stand::No,
            _ => Stand::Unknown,
        })
    }
}

const fn stand(said: Said) -> Stand {
    match said {
        Said::Yes => Stand::Yes,
        Said::Maybe => Stand::Maybe,
        Said::No => Stand::No,
    }
}

/// Yes beats Maybe beats No.
fn weighed(voices: &[(Stand, Option<AgeRange>)]) -> Fact {
    let Some(best) = voices.iter().map(|(stand, _)| *stand).min() else {
        return Fact::new(Stand::Unknown);
    };
    let onsets = voices.iter().filter(|(stand, _)| *stand == best).map(|(_, onset)| *onset);
    Fact { stand: best, onset: onsets.fold(None, first), is_asked: best == Stand::No }
}

fn first(a: Option<AgeRange>, b: Option<AgeRange>) -> Option<AgeRange> {
    match (a, b) {
        (Some(a), Some(b)) => Some(AgeRange { lo: a.lo.min(b.lo), hi: a.hi.min(b.hi) }),
        (a, b) => a.or(b),
    }
}
