//! What is known of one life, in years of age, before it is drawn.

use std::collections::BTreeSet;

use super::{AgeBand, LifePart, LifeView};
use crate::catalogue::{self, Catalogue};
use crate::i18n::{Message, Texts};
use crate::kinship::{Bonds, Kinship, PersonIdx};
use crate::model::{
    AgeRange, Date, Effect, Ending, Entry, FamilyMap, GoalState, GoingOn, Moment, PartialDate,
    Person, PersonId, Said, Strength, Supported, Union, Whose as GoalOf, age_at,
};
use crate::pattern::{Card, Cards, Claim, What};
use crate::scene::badge::{self, Badge};
use crate::scene::view::View;
use crate::scene::words;

/// A child is one until this age.
const GROWN_UP: f64 = 18.0;
/// A band wider than so many years says nothing.
const WIDEST_BAND: i32 = 5;

/// One end of a bar, in years of age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Edge {
    /// Between these two ages; alike when it is certain.
    At(f64, f64),
    /// Nobody knows.
    Unknown,
    /// It goes on.
    Still,
}

/// What a bar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Something that plays, or somebody thinks so.
    Problem,
    Strength,
    Help(Effect),
    /// What a parent has while a child grows up.
    GrownUpWith,
}

/// Something that lasted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bar {
    pub sort: Sort,
    pub badge: Badge,
    pub from: Edge,
    pub until: Edge,
    /// Of whom, when it is not of this person: the parent.
    pub of: Option<String>,
}

/// Something that happened at an age.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Event {
    pub age: f64,
    pub what: Happening,
    /// Who or what, as it is written above the line.
    pub words: String,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Happening {
    FirstChild,
    Child,
    Apart,
    PartnerDied,
    Goal,
}

/// One life.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Life {
    pub person: PersonId,
    /// The year that age 0 lies in.
    pub born: f64,
    /// How old today, or at death.
    pub end: f64,
    pub is_over: bool,
    pub bars: Vec<Bar>,
    pub events: Vec<Event>,
    /// With whom, from and until which age: the rails.
    pub together: Vec<(f64, f64)>,
}

/// The cards of the list that speak of an age which at least two of the people drawn had in common.
pub(super) fn bands(cards: &Cards, lives: &[Life]) -> Vec<AgeBand> {
    let drawn: BTreeSet<&PersonId> = lives.iter().map(|life| &life.person).collect();
    cards.list().filter_map(|card| band(card, &drawn)).collect()
}

fn band(card: &Card, drawn: &BTreeSet<&PersonId>) -> Option<AgeBand> {
    let is_drawn = |claim: &&Claim| claim.people.first().is_some_and(|it| drawn.contains(it));
    let told = card.claims.iter().filter(is_drawn).filter_map(|claim| match claim.what {
        What::Age(age) => Some((age, claim.line)),
        _ => None,
    });
    let told: Vec<(i32, u8)> = told.collect();
    let ages = || told.iter().map(|(age, _)| *age);
    let (lo, hi) = (ages().min()?, ages().max()?);
    if told.len() < 2 || WIDEST_BAND < hi - lo {
        return None;
    }
    let asked = card.claims.iter().filter(|claim| matches!(claim.what, What::Asked(_)));
    let lines = told.iter().map(|(_, line)| *line).chain(asked.map(|claim| claim.line));
    let lines: BTreeSet<u8> = [1].into_iter().chain(lines).collect();
    Some(AgeBand { card: card.id.clone(), lo, hi, lines: lines.into_iter().collect() })
}

/// What a life is read from.
#[derive(Clone, Copy)]
struct Reader<'a> {
    map: &'a FamilyMap,
    view: &'a View,
    texts: Texts,
    birth: PartialDate,
    /// Age today, or at death.
    end: f64,
}

impl Life {
    /// The life of `id`; `None` where the year of birth is not known, or not to a year or so.
    pub(super) fn of(
        map: &FamilyMap,
        kin: &Kinship,
        view: &View,
        shown: &LifeView,
        id: &PersonId,
    ) -> Option<Self> {
        let person = map.person(id)?;
        let birth = person.birth.filter(|_| person.holds_facts())?;
        let end = end_of(person, birth, view.today)?;
        let texts = Texts::new(view.lang);
        let reader = Reader { map, view, texts, birth, end };
        let is_in = |part| !shown.left_out.contains(&part);
        let mut life = Self {
            person: id.clone(),
            born: f64::from(birth.year()),
            end,
            is_over: person.is_dead(),
            bars: Vec::new(),
            events: Vec::new(),
            together: Vec::new(),
        };
        if is_in(LifePart::Problems) {
            life.bars.extend(reader.problems(person));
        }
        if is_in(LifePart::Strengths) {
            life.bars.extend(reader.strengths(person));
        }
        // What has no known beginning comes last, as it lies across the whole life.
        life.bars.sort_by(|a, b| {
            let is_open = |bar: &Bar| bar.from == Edge::Unknown;
            is_open(a).cmp(&is_open(b)).then(a.begin().total_cmp(&b.begin()))
        });
        if is_in(LifePart::Help) {
            life.bars.extend(reader.help(id));
        }
        if is_in(LifePart::GrownUpWith)
            && end < GROWN_UP
            && let Some(at) = kin.find(id)
        {
            life.bars.extend(reader.grown_up_with(kin, at));
        }
        if is_in(LifePart::Events) {
            reader.events(id, &mut life);
        }
        Some(life)
    }
}

/// How old somebody is today, or was when they died; of a death without a date it is not known, and the
/// line goes as far as what is known.
fn end_of(person: &Person, birth: PartialDate, today: Date) -> Option<f64> {
    let now = PartialDate::Exactly(today);
    let until = if person.is_dead() { person.death().unwrap_or(now) } else { now };
    age_at(birth, until).map(middle)
}

fn middle(age: AgeRange) -> f64 {
    f64::from(age.lo + age.hi) / 2.0
}

impl Bar {
    /// The first age at which it is drawn.
    pub(super) const fn begin(&self) -> f64 {
        match self.from {
            Edge::At(lo, _) => lo,
            Edge::Unknown | Edge::Still => 0.0,
        }
    }

    /// The last.
    pub(super) const fn finish(&self, end: f64) -> f64 {
        match self.until {
            Edge::At(_, hi) => hi.min(end),
            Edge::Unknown | Edge::Still => end,
        }
    }
}

impl Reader<'_> {
    fn edge(&self, moment: Moment) -> Option<Edge> {
        let age = moment.age(Some(self.birth))?;
        let (lo, hi) = (f64::from(age.lo), f64::from(age.hi));
        (lo <= self.end).then(|| Edge::At(lo, hi.min(self.end)))
    }

    fn problems(&self, person: &Person) -> impl Iterator<Item = Bar> {
        let entries = person.entries.iter();
        let shown = entries.filter(|entry| badge::is_shown(self.map, entry, self.view));
        shown.filter(|entry| entry.said != Said::No).filter_map(|entry| self.problem(entry))
    }

    /// The bar of an entry; nothing for what begins after today.
    fn problem(&self, entry: &Entry) -> Option<Bar> {
        let badge = badge::problem_badge(self.map, entry, self.view.lang)?;
        let from = match entry.since {
            Some(since) => self.edge(since)?,
            None => Edge::Unknown,
        };
        let until = match (entry.until, entry.going_on) {
            (Some(until), _) => self.edge(until).unwrap_or(Edge::Still),
            (None, GoingOn::Before) => Edge::Unknown,
            (None, GoingOn::Now | GoingOn::Unknown) => Edge::Still,
        };
        Some(Bar { sort: Sort::Problem, badge, from, until, of: None })
    }

    fn strengths(&self, person: &Person) -> impl Iterator<Item = Bar> {
        let strengths = person.strengths.iter();
        let shown = strengths.filter(|it| badge::strength_is_shown(self.map, it, self.view));
        shown.filter_map(|it| self.strength(it))
    }

    fn strength(&self, strength: &Strength) -> Option<Bar> {
        let badge = badge::strength_badge(strength, self.view.lang);
        let from = match strength.since {
            Some(since) => self.edge(since)?,
            None => Edge::Unknown,
        };
        let until = strength.until.map_or(Some(Edge::Still), |until| self.edge(until));
        let until = until.unwrap_or(Edge::Still);
        Some(Bar { sort: Sort::Strength, badge, from, until, of: None })
    }

    /// Who is tied to this person, or to a home they live in today.
    fn help(&self, id: &PersonId) -> Vec<Bar> {
        let mut bars = Vec::new();
        for support in self.map.supports.values() {
            let row = Catalogue::builtin().support(support.kind.as_str());
            let name = support.name.trim();
            let kind = row.map_or("", |row| row.words.in_lang(self.view.lang));
            let label = if name.is_empty() { kind } else { name };
            let tie = support.ties.iter().find(|tie| match &tie.to {
                Supported::Person(person) => person == id,
                Supported::Household(home) => {
                    let home = self.map.households.get(home);
                    home.is_some_and(|home| home.houses(id, self.view.today))
                }
            });
            let Some(tie) = tie else { continue };
            let from = tie.from.map(Moment::On).map_or(Some(Edge::Unknown), |it| self.edge(it));
            let Some(from) = from else { continue };
            let until = match tie.until {
                Some(until) => self.edge(Moment::On(until)).unwrap_or(Edge::Still),
                None if tie.ended => Edge::Unknown,
                None => Edge::Still,
            };
            let icon = row.and_then(|row| catalogue::icon(&row.icon));
            let badge = Badge::plain(icon, label);
            bars.push(Bar { sort: Sort::Help(tie.effect), badge, from, until, of: None });
        }
        bars.sort_by(|a, b| a.begin().total_cmp(&b.begin()));
        bars
    }

    /// What parents have or had while this child was under eighteen: only kinds of which it is ever
    /// said that a child grows up with them, and what is strong.
    fn grown_up_with(&self, kin: &Kinship, child: PersonIdx) -> Vec<Bar> {
        let mut bars = Vec::new();
        for parent in kin.parent_set(child, Bonds::Family) {
            let Some((id, person)) = kin.id(parent).and_then(|id| Some((id, self.map.person(id)?)))
            else {
                continue;
            };
            let Some(birth) = person.birth else { continue };
            let Some(end) = end_of(person, birth, self.view.today) else { continue };
            let of_parent = Reader { birth, end, ..*self };
            let ahead = f64::from(self.birth.year() - birth.year());
            let told = person.entries.iter().filter(|entry| {
                let phrases = Catalogue::builtin().phrases(entry.kind.as_str());
                entry.said == Said::Yes
                    && badge::is_shown(self.map, entry, self.view)
                    && phrases.is_some_and(|phrases| phrases.grow.is_some())
            });
            let problems = told.filter_map(|entry| of_parent.problem(entry));
            let name = words::name(id, person, self.view);
            let all = problems.chain(of_parent.strengths(person));
            bars.extend(all.filter_map(|bar| self.seen_by_child(bar, ahead, &name)));
        }
        bars
    }

    /// The bar of a parent who is `ahead` years older, as it lies in the life of the child; nothing
    /// where it ended before.
    fn seen_by_child(&self, bar: Bar, ahead: f64, name: &str) -> Option<Bar> {
        let until = match bar.until {
            Edge::At(_, hi) if hi <= ahead => return None,
            Edge::At(lo, hi) => Edge::At((lo - ahead).max(0.0), hi - ahead),
            open => open,
        };
        let from = match bar.from {
            Edge::At(lo, _) if self.end + ahead < lo => return None,
            Edge::At(lo, hi) => Edge::At((lo - ahead).max(0.0), (hi - ahead).max(0.0)),
            open => open,
        };
        Some(Bar { sort: Sort::GrownUpWith, from, until, of: Some(name.to_owned()), ..bar })
    }

    /// Children, the ends of unions, partners who died, goals.
    fn events(&self, id: &PersonId, life: &mut Life) {
        let mut children: Vec<(f64, String)> = Vec::new();
        for (_, union) in self.map.unions_of(id) {
            self.union(id, union, life);
            for child in union.children.iter().filter(|it| it.bond_with(id).is_full()) {
                let Some(person) = self.map.person(&child.person) else { continue };
                let Some(birth) = person.birth.filter(|_| person.holds_facts()) else { continue };
                if let Some(age) = self.age(birth) {
                    children.push((age, words::name(&child.person, person, self.view)));
                }
            }
        }
        children.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (number, (age, words)) in children.into_iter().enumerate() {
            let what = if number == 0 { Happening::FirstChild } else { Happening::Child };
            life.events.push(Event { age, what, words });
        }
        for goal in self.map.goals.values() {
            let is_own = goal.whose == GoalOf::Person(id.clone());
            if is_own && goal.state == GoalState::Open && !goal.text.trim().is_empty() {
                let words = goal.text.trim().to_owned();
                life.events.push(Event { age: self.end, what: Happening::Goal, words });
            }
        }
        life.events.sort_by(|a, b| a.age.total_cmp(&b.age).then(a.what.cmp(&b.what)));
    }

    fn age(&self, date: PartialDate) -> Option<f64> {
        age_at(self.birth, date).map(middle).filter(|age| *age <= self.end)
    }

    fn union(&self, id: &PersonId, union: &Union, life: &mut Life) {
        let other = union.other_partner(id).and_then(|it| Some((it, self.map.person(it)?)));
        let died = other.and_then(|(_, person)| person.death()).and_then(|it| self.age(it));
        let apart = union.until.and_then(|until| self.age(until));
        let is_together = !union.is_over() && !other.is_some_and(|(_, it)| it.is_dead());
        let until = match (apart, died) {
            (Some(apart), _) => Some(apart),
            (None, Some(died)) => Some(died),
            (None, None) => is_together.then_some(self.end),
        };
        if let Some((from, until)) = union.from.and_then(|from| self.age(from)).zip(until) {
            life.together.push((from, until));
        }
        // Whom a death parted did not break up.
        let by_death = union.ending == Some(Ending::Death);
        // Of two who are dead it is the dates that say who was left: whoever died first lost nobody.
        let is_left = !self.map.person(id).is_some_and(Person::is_dead);
        let lost = |it: &Person| by_death && is_left && it.is_dead();
        let widowed = other.filter(|(_, it)| lost(it)).and(apart);
        if let Some(age) = apart.filter(|_| !by_death) {
            let words = self.texts.get("life-apart");
            life.events.push(Event { age, what: Happening::Apart, words });
        } else if let Some((age, (other, person))) = died.or(widowed).zip(other) {
            let name = words::name(other, person, self.view);
            let message = Message::new("life-partner-died").arg("name", name);
            let words = self.texts.say(&message);
            life.events.push(Event { age, what: Happening::PartnerDied, words });
        }
    }
}
