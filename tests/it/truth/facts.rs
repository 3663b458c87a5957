//! The map that is told (telling.md §0) and what it says of everybody, theme by theme, by brute
//! force: patterns.md §1 as it reads. Nothing here is taken from the engine.

use rode_draad::catalogue::Catalogue;
use rode_draad::kinship::Kinship;
use rode_draad::model::{
    AgeRange, Bond, Date, Entry, FamilyMap, GoingOn, Moment, PartialDate, Party, Person, PersonId,
    Said, Union, age_at,
};
use rode_draad::pattern::Settings;
use rode_draad::shown::Opened;

use super::theme::Theme;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stand {
    Yes,
    Maybe,
    No,
    NotYet,
    Unknown,
}

/// What a theme says of somebody.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) stand: Stand,
    pub(super) onset: Option<AgeRange>,
    /// A No that was said, or that a strength says: not one that follows from the family.
    pub(super) is_asked: bool,
}

impl Fact {
    pub(super) fn new(stand: Stand) -> Self {
        Self { stand, onset: None, is_asked: false }
    }
}

/// The map that is told, ready to be looked at.
pub(super) struct Facts<'a> {
    pub(super) whole: &'a FamilyMap,
    /// Without hidden records.
    pub(super) map: FamilyMap,
    pub(super) settings: &'a Settings,
    pub(super) opened: &'a Opened,
    pub(super) today: Date,
    /// Everybody who can carry facts, in the order of the map.
    pub(super) people: Vec<PersonId>,
    /// In which generation.
    pub(super) generation: Vec<i64>,
    /// Parent of child over the bonds of the setting.
    line: Vec<Vec<bool>>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(whole: &'a FamilyMap, settings: &'a Settings, opened: &'a Opened) -> Self {
        let mut map = whole.clone();
        let (old, catalogue) = (whole, Catalogue::builtin());
        let is_away = |kind: &str| {
            let area = catalogue.kind(kind).map(|row| row.area.clone());
            let hidden = &old.view.hidden;
            hidden.iter().any(|it| it.as_str() == kind || Some(it.as_str()) == area.as_deref())
        };
        for (id, person) in &mut map.people {
            let person = std::sync::Arc::make_mut(person);
            person.entries.retain(|it| !is_hidden(whole, opened, id, it));
            person.strengths.retain(|it| !it.kind.as_ref().is_some_and(|it| is_away(it.as_str())));
            person.skills.retain(|it| !is_away(it.skill.as_str()));
        }
        map.relations.retain(|_, tie| !is_hidden_tie(whole, opened, tie));
        let people: Vec<PersonId> = map
            .people
            .iter()
            .filter(|(_, person)| person.holds_facts())
            .map(|(id, _)| id.clone())
            .collect();
        let kin = Kinship::of(whole);
        let generation =
            people.iter().map(|id| i64::from(kin.generation(kin.find(id).unwrap()))).collect();
        let line = people
            .iter()
            .map(|parent| {
                people.iter().map(|child| has_bond(&map, settings, parent, child)).collect()
            })
            .collect();
        let today = whole.today.unwrap();
        Self { whole, map, settings, opened, today, people, generation, line }
    }

    pub(super) fn n(&self) -> usize {
        self.people.len()
    }

    pub(super) fn person(&self, p: usize) -> &Person {
        &self.map.people[&self.people[p]]
    }

    pub(super) fn index(&self, id: &PersonId) -> Option<usize> {
        self.people.iter().position(|it| it == id)
    }

    pub(super) fn is_child(&self, parent: usize, child: usize) -> bool {
        self.line[parent][child]
    }

    pub(super) fn children(&self, parent: usize) -> Vec<usize> {
        (0..self.n()).filter(|it| self.is_child(parent, *it)).collect()
    }

    pub(super) fn parents(&self, child: usize) -> Vec<usize> {
        (0..self.n()).filter(|it| self.is_child(*it, child)).collect()
    }

    pub(super) fn unions_of(&self, p: usize) -> impl Iterator<Item = &Union> {
        self.map
            .unions
            .values()
            .map(AsRef::as_ref)
            .filter(move |it| it.partners.contains(&self.people[p]))
    }

    /// Children of one union whose parents nobody knows.
    pub(super) fn share_unknown_parents(&self, p: usize, q: usize) -> bool {
        let counts = |at: usize, union: &Union| {
            let bond = union.child(&self.people[at]).map(|it| it.bond);
            bond.is_some_and(|it| counts(self.settings, it)) && self.parents(at).is_empty()
        };
        let mut unions = self.map.unions.values().filter(|it| it.partners.is_empty());
        unions.any(|it| counts(p, it) && counts(q, it))
    }

    pub(super) fn is_dead(&self, p: usize) -> bool {
        self.person(p).is_dead()
    }

    /// Now, or at death.
    pub(super) fn age(&self, p: usize) -> Option<AgeRange> {
        let person = self.person(p);
        let until =
            if person.is_dead() { person.death() } else { Some(PartialDate::Exactly(self.today)) };
        age_at(person.birth?, until?)
    }

    pub(super) fn is_certainly_under(&self, p: usize, age: i32) -> bool {
        self.age(p).is_some_and(|it| it.hi < age)
    }

    /// telling.md §0.
    pub(super) fn is_of_age(&self, p: usize, theme: &Theme) -> bool {
        let Some(age) = self.age(p) else {
            let is_child = |it: &rode_draad::model::Child| {
                it.bond != Bond::Donor && self.index(&it.person).is_some()
            };
            let other = |it: &Union| it.children.iter().any(is_child) || 1 < it.partners.len();
            return self.unions_of(p).any(other);
        };
        18.max(theme.begins_at()) <= age.lo
    }

    /// Has she a hidden record of it?
    pub(super) fn is_left_out(&self, p: usize, theme: &Theme) -> bool {
        let kind = match theme {
            Theme::Partner(kind) => Some(kind.as_str()),
            _ => theme.kind(),
        };
        let id = &self.people[p];
        if let Theme::Tie(tie) = theme {
            let mut ties = self.whole.relations.values();
            return ties.any(|it| {
                let row = Catalogue::builtin().relation(it.kind.as_str());
                let is_end = it.from == *id || matches!(&it.to, Party::Person(to) if to == id);
                row.is_some_and(|row| row.id == *tie)
                    && is_end
                    && is_hidden_tie(self.whole, self.opened, it)
            });
        }
        let Some(kind) = kind else { return false };
        let mut entries = self.whole.people[id].entries.iter();
        entries.any(|it| it.kind.as_str() == kind && is_hidden(self.whole, self.opened, id, it))
    }

    /// What is said of her, age and the switch for Maybe in it.
    pub(super) fn fact(&self, theme: &Theme, p: usize) -> Fact {
        let mut fact = self.without_switch(theme, p);
        let young = self.is_certainly_under(p, theme.begins_at());
        if fact.stand == Stand::Maybe && self.settings.count_maybe && !young {
            fact.stand = Stand::Yes;
        }
        fact
    }

    /// The same without the switch.
    pub(super) fn without_switch(&self, theme: &Theme, p: usize) -> Fact {
        let mut fact = self.entered(theme, p);
        let young = self.is_certainly_under(p, theme.begins_at());
        let decided = *theme == Theme::Young && self.has_own_child(p);
        if fact.stand == Stand::Unknown && young && !decided {
            fact.stand = Stand::NotYet;
        }
        fact
    }

    pub(super) fn onset(&self, p: usize, since: Option<Moment>) -> Option<AgeRange> {
        let age = since?.age(self.person(p).birth)?;
        let hi = match self.age(p) {
            Some(now) if now.hi < age.hi => now.hi.max(age.lo),
            _ => age.hi,
        };
        (hi < 130).then_some(AgeRange { lo: age.lo, hi })
    }

    pub(super) fn entries(&self, p: usize, kind: &str) -> Vec<&Entry> {
        self.person(p).entries.iter().filter(|it| it.kind.as_str() == kind).collect()
    }

    /// Is every record that says Yes over (telling.md §0)? Decides the tense.
    pub(super) fn is_over(&self, theme: &Theme, p: usize) -> bool {
        let over = |until: Option<Moment>| until.is_some_and(|it| self.is_past(p, it));
        let person = self.person(p);
        // By the switch a Maybe is a Yes: then its records say whether it is over.
        let strict = self.without_switch(theme, p).stand;
        let said = if strict == Stand::Maybe { Said::Maybe } else { Said::Yes };
        let of_strength = |kind: &str| -> Vec<bool> {
            let own = person.strengths.iter().filter(|it| {
                it.said == said && it.kind.as_ref().is_some_and(|it| it.as_str() == kind)
            });
            own.map(|it| over(it.until)).collect()
        };
        let records: Vec<bool> = match theme {
            Theme::Strength(kind) => of_strength(kind),
            Theme::Area(area) => {
                let rows = Catalogue::builtin().kinds_of(area);
                let told = rows.filter(|row| !self.is_left_out(p, &Theme::Partner(row.id.clone())));
                let all = told.flat_map(|row| self.entries(p, &row.id));
                let yes = all.filter(|it| it.said == said);
                yes.map(|it| over(it.until) || it.going_on == GoingOn::Before).collect()
            }
            _ => match theme.kind() {
                Some(kind) => {
                    let entries = self.entries(p, kind).into_iter();
                    let yes = entries.filter(|it| it.said == said);
                    yes.map(|it| over(it.until) || it.going_on == GoingOn::Before).collect()
                }
                None => Vec::new(),
            },
        };
        // What follows from the family is a record too: a foster bond, until it ended; a divorce, a
        // birth and a household as they are.
        let mut records = records;
        let fostered = self.map.unions.values().filter_map(|it| it.child(&self.people[p]));
        let fostered = fostered.filter(|it| *theme == Theme::Placed && it.bond == Bond::Foster);
        records.extend(fostered.map(|it| over(it.until.map(Moment::On))));
        let derived = match theme {
            Theme::Young => self.young(p).stand == Stand::Yes,
            Theme::Separated => self.separated(p).stand == Stand::Yes,
            _ => false,
        };
        records.extend(derived.then_some(false));
        !records.is_empty() && records.iter().all(|it| *it)
    }

    /// Is that moment not certainly still to come? An age says nothing of a year where no birth is
    /// known, but an end that is told is an end.
    fn is_past(&self, p: usize, moment: Moment) -> bool {
        let years = moment.years(self.person(p).birth);
        years.and_then(|it| it.lo).is_none_or(|it| it <= self.today.year())
    }

    /// The engine's *ended* (patterns.md §3): every record has an end, each certainly two years ago
    /// and none by the own death.
    pub(super) fn has_ended(&self, theme: &Theme, p: usize) -> bool {
        let Some(kind) = theme.kind().filter(|_| theme.is_situation()) else { return false };
        let person = self.person(p);
        let yes: Vec<&Entry> =
            self.entries(p, kind).into_iter().filter(|it| it.said == Said::Yes).collect();
        let ended = |entry: &Entry| -> Option<()> {
            let until = entry.until.filter(|_| entry.going_on != GoingOn::Now)?;
            let last = until.years(person.birth)?.hi?;
            if self.today.year() - last < 2 {
                return None;
            }
            if person.is_dead() {
                let death = person.death()?.years().lo?;
                let ages = until.age(person.birth).zip(self.age(p));
                let before = last < death || ages.is_some_and(|(end, death)| end.hi < death.lo);
                return before.then_some(());
            }
            Some(())
        };
        !yes.is_empty() && yes.iter().all(|it| ended(it).is_some())
    }
}

pub(super) fn lives_there(mate: &rode_draad::model::Housemate, today: Date) -> bool {
    let year = today.year();
    let came = mate.from.is_none_or(|from| from.years().lo.is_none_or(|it| it <= year));
    let gone = mate.until.is_some_and(|it| it.years().hi.is_some_and(|it| it <= year));
    came && !gone
}

/// telling.md §0: a hidden record.
pub(super) fn is_hidden(map: &FamilyMap, opened: &Opened, of: &PersonId, entry: &Entry) -> bool {
    let row = Catalogue::builtin().kind(entry.kind.as_str());
    let hidden = &map.view.hidden;
    let area = row.map(|it| it.area.as_str());
    let is_away = hidden.iter().any(|it| *it == entry.kind || Some(it.as_str()) == area);
    let is_open = opened.kinds.contains(&entry.kind) || opened.people.contains(of);
    let by_kind = entry.sensitive.is_none() && row.is_some_and(|it| it.hidden) && !is_open;
    entry.not_today || entry.sensitive == Some(true) || by_kind || is_away
}

pub(super) fn is_hidden_tie(
    map: &FamilyMap,
    opened: &Opened,
    tie: &rode_draad::model::Relation,
) -> bool {
    let row = Catalogue::builtin().relation(tie.kind.as_str());
    let id = row.map_or(tie.kind.as_str(), |it| it.id.as_str());
    let is = |it: &rode_draad::model::KindId| it.as_str() == id || *it == tie.kind;
    let to = match &tie.to {
        Party::Person(to) => Some(to),
        Party::Support(_) => None,
    };
    let by_person =
        opened.people.contains(&tie.from) || to.is_some_and(|it| opened.people.contains(it));
    let by_kind = ["geweld", "dwang"].contains(&id) && !opened.kinds.iter().any(is) && !by_person;
    by_kind || map.view.hidden.iter().any(is)
}

fn has_bond(map: &FamilyMap, settings: &Settings, parent: &PersonId, child: &PersonId) -> bool {
    let unions = map.unions.values().filter(|union| union.partners.contains(parent));
    let mut bonds = unions.filter_map(|union| union.child(child)).map(|it| it.bond);
    bonds.any(|bond| counts(settings, bond))
}

fn counts(settings: &Settings, bond: Bond) -> bool {
    match settings.bonds.code() {
        "birth" => bond == Bond::Birth,
        "family" => bond.is_full(),
        _ => true,
    }
}
