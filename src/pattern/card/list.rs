//! Which cards are in the list, and in which order (telling.md §2).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::subject::{Stage, children};
use super::{Card, KeptOut, Keys, Place, Start, What};
use crate::catalogue::phrases::Tell;
use crate::kinship::PersonIdx;
use crate::model::{PersonId, Said, StrengthId};
use crate::pattern::Theme;

/// So many cards are in the list.
pub const MOST_CARDS: usize = 12;

/// So many of them are visible at first.
pub const FIRST_CARDS: usize = 5;

/// Every so many places of the list, from the second on, a strength stands.
const STRENGTH_EVERY: usize = 3;

/// A larger family needs somebody in focus.
const MOST_WITHOUT_FOCUS: usize = 60;

/// So many single strengths are told below a list without one.
const MOST_STRENGTHS: usize = 3;

/// Puts cards in their places.
pub(super) struct Sorter<'s, 'c> {
    stage: &'s Stage<'c>,
    cards: Vec<Card>,
    start: Start,
}

impl<'s, 'c> Sorter<'s, 'c> {
    pub(super) fn of(stage: &'s Stage<'c>, cards: Vec<Card>) -> Self {
        let focus = &stage.context.map.focus;
        let is_large = MOST_WITHOUT_FOCUS < stage.whole.people.len();
        let start = match () {
            () if stage.context.people().next().is_none() || is_large && focus.is_empty() => {
                Start::WhoIsThere
            }
            () if !something_entered(stage) => Start::WhatToAdd,
            () => Start::List,
        };
        Self { stage, cards, start }
    }

    /// Gives every card its place and puts them in order.
    pub(super) fn sort(&mut self) {
        for card in &mut self.cards {
            let mark = self.stage.context.map.cards.get(&card.id);
            card.keys.pin = mark.and_then(|mark| mark.pin);
            (card.place, card.kept_out) = place(self.stage, card);
            if self.start != Start::List && card.place == Place::List {
                card.place = Place::More;
            }
        }
        self.cards.sort_by(|a, b| key(a).cmp(&key(b)));
        let cards = std::mem::take(&mut self.cards);
        let (listed, mut others): (Vec<Card>, Vec<Card>) =
            cards.into_iter().partition(|card| card.place == Place::List);
        let (mut list, mut more) = self.in_list(listed);
        for card in list.iter_mut().skip(MOST_CARDS) {
            (card.place, card.kept_out) = (Place::More, Some(KeptOut::Full));
        }
        more.extend(list.split_off(list.len().min(MOST_CARDS)));
        others.extend(more);
        // "Meer" and the rest stand in the same order.
        others.sort_by(|a, b| (a.place, key(a)).cmp(&(b.place, key(b))));
        list.extend(others);
        self.cards = list;
    }

    /// The list, and the cards that cannot be in it after all.
    fn in_list(&self, cards: Vec<Card>) -> (Vec<Card>, Vec<Card>) {
        let (mut pinned, rest): (Vec<Card>, Vec<Card>) =
            cards.into_iter().partition(|card| card.keys.pin.is_some());
        pinned.sort_by_key(|card| card.keys.pin);
        let (strengths, mut problems): (Vec<Card>, Vec<Card>) =
            rest.into_iter().partition(|card| card.keys.is_strong);
        let mut more = Vec::new();
        // What was lifted into the list does not begin it.
        if pinned.is_empty() && problems.first().is_some_and(|card| self.is_lifted(card)) {
            match problems.iter().position(|card| !self.is_lifted(card)) {
                Some(at) => {
                    let first = problems.remove(at);
                    problems.insert(0, first);
                }
                None => {
                    for mut card in problems.drain(..) {
                        (card.place, card.kept_out) = (Place::More, Some(KeptOut::OnRequest));
                        more.push(card);
                    }
                }
            }
        }
        let (mut strengths, mut problems) = (strengths.into_iter(), problems.into_iter());
        let mut list = pinned;
        loop {
            let is_strength = list.len() % STRENGTH_EVERY == 1;
            let (first, second) =
                if is_strength { (strengths.next(), None) } else { (None, problems.next()) };
            let next = first.or(second);
            let next = match next {
                Some(card) => Some(card),
                None if is_strength => problems.next(),
                None => strengths.next(),
            };
            match next {
                Some(card) => list.push(card),
                None => return (list, more),
            }
        }
    }

    /// Is it told on request, and in the list only because of a person in the wish?
    fn is_lifted(&self, card: &Card) -> bool {
        is_on_request(self.stage, card) && card.keys.priority.is_none()
    }

    /// The cards, what stands where the list would be, and single strengths.
    pub(super) fn finish(self) -> (Vec<Card>, Start, Vec<(PersonId, StrengthId)>) {
        let has_strength =
            self.cards.iter().any(|card| card.place == Place::List && card.keys.is_strong);
        let is_told = self.start == Start::List && !has_strength;
        let strengths = if is_told { single_strengths(self.stage) } else { Vec::new() };
        (self.cards, self.start, strengths)
    }
}

/// Where a card belongs before the list is counted.
fn place(stage: &Stage<'_>, card: &Card) -> (Place, Option<KeptOut>) {
    if stage.context.map.cards.get(&card.id).is_some_and(|mark| mark.dismissed) {
        return (Place::Dismissed, None);
    }
    if is_hidden(stage, &card.theme) {
        return (Place::Hidden, None);
    }
    if matches!(card.theme, Theme::Area(_)) {
        return (Place::Wider, None);
    }
    let keys = &card.keys;
    let is_chosen = keys.pin.is_some() || keys.priority.is_some();
    if is_chosen {
        return (Place::List, None);
    }
    if is_on_request(stage, card) && !keys.answers_by_person {
        return (Place::More, Some(KeptOut::OnRequest));
    }
    if is_not_worth(card) {
        return (Place::More, Some(KeptOut::NotWorth));
    }
    let is_entered = keys.class == 0 && !keys.is_strong;
    if is_entered && !keys.is_near && card.may_be_chance {
        return (Place::More, Some(KeptOut::Chance));
    }
    (Place::List, None)
}

fn is_on_request(stage: &Stage<'_>, card: &Card) -> bool {
    let words = stage.context.catalogue.phrases(card.id.as_str());
    words.is_some_and(|words| words.tell == Tell::OnRequest)
}

/// Is it kept back until the client opens it?
fn is_hidden(stage: &Stage<'_>, theme: &Theme) -> bool {
    let catalogue = stage.context.catalogue;
    match theme {
        Theme::Kind(id) => catalogue.kind(id.as_str()).is_some_and(|row| row.hidden),
        Theme::Contact(id, _) => {
            catalogue.relation(id.as_str()).is_some_and(|row| row.harm.is_some())
        }
        _ => false,
    }
}

/// Far away, few, short, and nobody did otherwise, stands beside it or grows up with it.
fn is_not_worth(card: &Card) -> bool {
    let mut lines = card.claims.iter().map(|claim| claim.line);
    !card.keys.is_near
        && card.yes.len() <= 2
        && card.length <= 2
        && !lines.any(|line| [2, 3, 5].contains(&line))
}

type Key<'k> = (
    (u8, bool, bool, u8, bool),
    (Reverse<u32>, Reverse<u32>, Reverse<usize>),
    &'k (u8, usize, String),
);

/// What problems and strengths are sorted by, smallest first.
fn key(card: &Card) -> Key<'_> {
    let Keys { priority, answers_wish, is_near, class, has_child_now, is_strong, .. } = card.keys;
    let first = if is_strong {
        (0, !answers_wish, !is_near, 0, true)
    } else {
        (priority.unwrap_or(u8::MAX), !answers_wish, !is_near, class, !has_child_now)
    };
    let sizes = (Reverse(card.length), Reverse(card.span), Reverse(card.yes.len()));
    (first, sizes, &card.keys.catalogue)
}

/// Was a problem, strength or skill entered for anybody who is told?
fn something_entered(stage: &Stage<'_>) -> bool {
    let context = stage.context;
    let of_people = context.people().filter_map(|it| context.person(it)).any(|person| {
        !person.entries.is_empty() || !person.strengths.is_empty() || !person.skills.is_empty()
    });
    let mut unions = context.map.unions.values();
    of_people || unions.any(|it| !it.entries.is_empty() || !it.strengths.is_empty())
}

/// One strength of each of a few people: the focus persons, their children, then eldest first.
fn single_strengths(stage: &Stage<'_>) -> Vec<(PersonId, StrengthId)> {
    let context = stage.context;
    let mut others: Vec<PersonIdx> = context.people().collect();
    stage.in_order(&mut others);
    let mut of_focus: Vec<PersonIdx> =
        stage.focus.iter().flat_map(|it| children(context, *it)).collect();
    stage.in_order(&mut of_focus);
    let people = stage.focus.iter().copied().chain(of_focus).chain(others);
    let mut met = BTreeSet::new();
    let first = people.filter(|it| met.insert(*it)).filter_map(|person| {
        let strengths = &context.person(person)?.strengths;
        let first = strengths.iter().find(|it| {
            it.said == Said::Yes && (it.kind.is_some() || !it.words.trim().is_empty())
        })?;
        Some((stage.id(person)?, first.id.clone()))
    });
    first.take(MOST_STRENGTHS).collect()
}

impl Card {
    /// The claims of one line.
    pub fn line(&self, line: u8) -> impl Iterator<Item = &super::Claim> {
        self.claims.iter().filter(move |claim| claim.line == line)
    }

    /// Does it claim `what` of `person`?
    #[must_use]
    pub fn says(&self, what: &What, person: &PersonId) -> bool {
        self.claims.iter().any(|claim| claim.what == *what && claim.people.contains(person))
    }
}
