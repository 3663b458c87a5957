//! Between people: unions that ended, and ties, told as events (telling.md §4).

use std::collections::{BTreeMap, BTreeSet};

use super::subject::{Stage, Subject};
use super::{Claim, What};
use crate::kinship::{Bonds, PersonIdx, UnionIdx};
use crate::model::{KindId, Party};
use crate::pattern::Theme;
use crate::pattern::derived::came_apart;

/// So many sentences are told.
const MOST_SENTENCES: usize = 3;

/// Something between two people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    /// The doer first, where there is one; else the elder.
    ends: [PersonIdx; 2],
    /// Of a tie: its kind.
    tie: Option<KindId>,
    is_directed: bool,
}

impl Subject<'_, '_> {
    /// The generations in which an elder end lies, over different pairs.
    pub(super) fn elder_ends(&self) -> BTreeSet<u32> {
        let stage = self.stage;
        let elder = |event: &Event| event.ends.iter().map(|it| stage.generation(*it)).min();
        self.events().iter().filter_map(elder).collect()
    }

    /// Every union that ended, or every tie, with both ends known. What is between a small child and
    /// somebody is for the map and the coach: on a card it would set the child against her.
    fn events(&self) -> Vec<Event> {
        let (stage, context) = (self.stage, self.stage.context);
        let is_told = |it: &PersonIdx| {
            context.holds_facts(*it) && !self.is_left_out(*it) && !stage.is_small(*it)
        };
        let mut events = Vec::new();
        match &self.theme {
            Theme::Separated => {
                for at in (0..context.kin.n_unions()).map(UnionIdx::new) {
                    let mut partners: Vec<PersonIdx> = context.kin.partners_of(at).collect();
                    partners.sort_unstable_by_key(|it| (stage.is_focus(*it), stage.eldest(*it)));
                    let &[a, b] = partners.as_slice() else { continue };
                    if [a, b].iter().all(is_told) && came_apart(context, at) {
                        events.push(Event { ends: [a, b], tie: None, is_directed: false });
                    }
                }
            }
            Theme::Contact(kind, _) => {
                for tie in context.map.relations.values() {
                    let row = context.catalogue.relation(tie.kind.as_str());
                    let own = row.map_or(tie.kind.as_str(), |row| row.id.as_str());
                    let Party::Person(to) = &tie.to else { continue };
                    let ends = context.kin.find(&tie.from).zip(context.kin.find(to));
                    let Some((from, to)) = ends.filter(|_| own == kind.as_str()) else { continue };
                    if from != to && [from, to].iter().all(is_told) {
                        let is_directed = row.is_some_and(|row| row.is_directed());
                        let tie = Some(kind.clone());
                        events.push(Event { ends: [from, to], tie, is_directed });
                    }
                }
            }
            _ => {}
        }
        events.sort_by_key(|it| (it.ends.map(|end| stage.eldest(end)).into_iter().min(), it.ends));
        events.dedup();
        events
    }

    /// The events that are told: three sentences, eldest first.
    pub(super) fn told_events(&self) -> Vec<Claim> {
        let stage = self.stage;
        let mut sentences: Vec<(u8, usize, Vec<Event>)> = Vec::new();
        for (at, events) in in_sentences(stage, self.events()).into_iter().enumerate() {
            let rank = events.iter().map(|it| Near::of(stage, it)).min().unwrap_or(Near::Others);
            sentences.push((rank as u8, at, events));
        }
        sentences.sort_by_key(|(rank, at, _)| (*rank, *at));
        sentences.truncate(MOST_SENTENCES);
        sentences.sort_by_key(|(_, at, _)| *at);
        let mut claims = Vec::new();
        for (number, (.., events)) in (0..).zip(sentences) {
            for Event { ends, tie, .. } in events {
                let what = match tie {
                    Some(kind) => What::Tie(kind, number),
                    None => What::UnionEnded(number),
                };
                claims.push(Claim { line: 1, what, people: stage.ids(&ends) });
            }
        }
        claims
    }
}

/// Ties of one doer, or with the same other end, are one sentence; eldest first.
fn in_sentences(stage: &Stage<'_>, mut events: Vec<Event>) -> Vec<Vec<Event>> {
    let mut sentences: Vec<Vec<Event>> = Vec::new();
    while !events.is_empty() {
        // Who stands at the same side of most of what is left, the eldest of equals.
        let mut shared: BTreeMap<(bool, PersonIdx), usize> = BTreeMap::new();
        for event in events.iter().filter(|it| it.tie.is_some()) {
            let [from, to] = event.ends;
            for (is_doer, person) in [(true, from), (!event.is_directed, to)] {
                *shared.entry((is_doer, person)).or_default() += 1;
            }
        }
        let most = shared.into_iter().filter(|(_, n)| 2 <= *n);
        let most = most
            .min_by_key(|((is_doer, person), n)| (usize::MAX - n, !is_doer, stage.eldest(*person)));
        let Some(((is_doer, person), _)) = most else { break };
        let belongs = |event: &Event| {
            let [from, to] = event.ends;
            let sides = [(true, from), (!event.is_directed, to)];
            event.tie.is_some() && sides.contains(&(is_doer, person))
        };
        let (sentence, rest) = events.into_iter().partition(belongs);
        sentences.push(sentence);
        events = rest;
    }
    sentences.extend(events.into_iter().map(|event| vec![event]));
    let eldest = |sentence: &Vec<Event>| {
        sentence.iter().flat_map(|it| it.ends).map(|end| stage.eldest(end)).min()
    };
    sentences.sort_by_key(|sentence| (eldest(sentence), sentence.first().map(|it| it.ends)));
    sentences
}

/// How near an event is to the focus persons; the nearest are told first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Near {
    Own,
    Parents,
    Forebears,
    Siblings,
    Others,
}

impl Near {
    fn of(stage: &Stage<'_>, event: &Event) -> Self {
        let context = stage.context;
        let is_own = |it: &PersonIdx| stage.is_focus(*it) || stage.focus_children.contains(it);
        if event.ends.iter().any(is_own) {
            return Self::Own;
        }
        let of_focus = |test: &dyn Fn(PersonIdx) -> bool| stage.focus.iter().any(|it| test(*it));
        let parents = |person: PersonIdx| -> Vec<PersonIdx> {
            context.line.parents(person).iter().map(|link| link.person).collect()
        };
        if of_focus(&|it| event.ends.iter().all(|end| parents(it).contains(end))) {
            return Self::Parents;
        }
        let forebears = |person: PersonIdx| -> BTreeSet<PersonIdx> {
            let (mut all, mut next) = (BTreeSet::new(), parents(person));
            while let Some(above) = next.pop() {
                if all.insert(above) {
                    next.extend(parents(above));
                }
            }
            all
        };
        if of_focus(&|it| {
            let above = forebears(it);
            event.ends.iter().all(|end| above.contains(end))
        }) {
            return Self::Forebears;
        }
        let siblings = |person| context.kin.siblings(person, Bonds::All);
        let is_sibling =
            |it: PersonIdx| siblings(it).iter().any(|(sibling, _)| event.ends.contains(sibling));
        if of_focus(&is_sibling) { Self::Siblings } else { Self::Others }
    }
}
