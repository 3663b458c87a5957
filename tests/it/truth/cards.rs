//! The cards that telling.md asks for: which there are, the four numbers, and every claim.

use std::collections::BTreeSet;

use rode_draad::catalogue::Catalogue;
use rode_draad::model::{Bond, Party, PersonId, Union};

use super::facts::{Facts, Stand};
use super::lines::View;
use super::theme::Theme;
use super::threads::Known;

/// One claim of one person: on which line, what, of whom.
pub(super) type Claim = (u8, String, usize);

/// What a card must be.
#[derive(Clone, Debug)]
pub(super) struct Expected {
    pub(super) theme: Theme,
    pub(super) yes: BTreeSet<usize>,
    pub(super) no: BTreeSet<usize>,
    pub(super) maybe: BTreeSet<usize>,
    pub(super) unknown: BTreeSet<usize>,
    pub(super) over: BTreeSet<usize>,
    pub(super) beside: BTreeSet<usize>,
    pub(super) signs: BTreeSet<(usize, &'static str)>,
    pub(super) length: u32,
    pub(super) span: u32,
    /// Claims about which there is no choice.
    pub(super) claims: BTreeSet<Claim>,
    /// Line 2: who was asked and said no, the nearest first; four at most are said, of the first
    /// groups.
    pub(super) nots: Vec<BTreeSet<Claim>>,
    /// Of childhood all who were asked are told, or nobody.
    pub(super) all_nots: bool,
    /// Line 4: one of these is said; none when it is empty.
    pub(super) ages: Vec<BTreeSet<Claim>>,
    /// Line 6: who may be named.
    pub(super) named: BTreeSet<usize>,
    /// The wish, and one of these questions with one of these people.
    pub(super) wish: Option<BTreeSet<usize>>,
    pub(super) question: Vec<(&'static str, Vec<usize>)>,
    /// Events: each with its rank; the doer first.
    pub(super) events: Vec<Event>,
    pub(super) has_child_now: bool,
    pub(super) is_near: bool,
    pub(super) children_now: BTreeSet<usize>,
}

/// Something that happened between two people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Event {
    pub(super) rank: u8,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The card of a theme, if it must have one.
pub(super) fn expected(facts: &Facts<'_>, theme: &Theme) -> Option<Expected> {
    let words = theme.words()?;
    let known = Known::new(facts, theme);
    let yes = known.carriers();
    let events = events(facts, &known);
    let elders: BTreeSet<i64> =
        events.iter().map(|it| facts.generation[it.from].min(facts.generation[it.to])).collect();
    let with_partner = theme.kind().map(|kind| Known::new(facts, &Theme::Partner(kind.to_owned())));
    let has_thread =
        !known.threads.is_empty() || with_partner.as_ref().is_some_and(|it| !it.threads.is_empty());
    let is_there = if theme.is_event() {
        2 <= elders.len()
    } else {
        2 <= yes.len() && (has_thread || known.in_sibship)
    };
    // Said of nobody but who sits at the table, and not on a maybe.
    let sure = |p: usize| facts.without_switch(theme, p).stand == Stand::Yes;
    let is_own = !words.own_only || focus(facts).iter().any(|p| yes.contains(p) && sure(*p));
    if !is_there || !is_own {
        return None;
    }
    let view = View::new(facts, &known, words, yes);
    let mut threads = known.threads.iter().chain(with_partner.iter().flat_map(|it| &it.threads));
    let size = threads.clone().map(|it| it.length).max().unwrap_or(1);
    let span = threads.by_ref().map(|it| it.span).max().unwrap_or(1);
    let mut card = view.card();
    card.events = events;
    (card.length, card.span) = (size, span);
    if theme.is_event() {
        card.length = u32::try_from(elders.len()).unwrap();
        card.span = card.length;
    }
    Some(card)
}

pub(super) fn focus(facts: &Facts<'_>) -> Vec<usize> {
    facts.map.focus.iter().filter_map(|id| facts.index(id)).collect()
}

pub(super) fn children_of(facts: &Facts<'_>, p: usize) -> BTreeSet<usize> {
    let children = facts.unions_of(p).flat_map(|it| &it.children);
    let own = children.filter(|it| it.bond != Bond::Donor);
    own.filter_map(|it| facts.index(&it.person)).collect()
}

/// Forebears over the line.
pub(super) fn forebears(facts: &Facts<'_>, p: usize) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    let mut row = facts.parents(p);
    while let Some(next) = row.pop() {
        if found.insert(next) {
            row.extend(facts.parents(next));
        }
    }
    found
}

fn events(facts: &Facts<'_>, known: &Known) -> Vec<Event> {
    // grammar.md §5: a child under 12 stands in the line of the children alone.
    let is_told = |(a, b): &(usize, usize)| {
        [*a, *b].iter().all(|p| !known.left_out[*p] && !facts.is_certainly_under(*p, 12))
    };
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    match &known.theme {
        Theme::Separated => {
            for union in facts.map.unions.values() {
                let [a, b] = union.partners.as_slice() else { continue };
                let Some((a, b)) = facts.index(a).zip(facts.index(b)) else { continue };
                if facts.is_parted(union) == Some(true) && is_told(&(a, b)) {
                    pairs.insert((a.min(b), a.max(b)));
                }
            }
        }
        Theme::Tie(kind) => {
            for tie in facts.map.relations.values() {
                let row = Catalogue::builtin().relation(tie.kind.as_str());
                let Party::Person(to) = &tie.to else { continue };
                let both = facts.index(&tie.from).zip(facts.index(to));
                if row.is_some_and(|row| row.id == *kind) {
                    pairs.extend(both.filter(&is_told));
                }
            }
        }
        _ => return Vec::new(),
    }
    let ranked =
        pairs.into_iter().map(|(from, to)| Event { rank: rank(facts, from, to), from, to });
    ranked.collect()
}

/// telling.md §4: with a focus person or her child · between her parents · between her forebears ·
/// of her brothers and sisters · others.
fn rank(facts: &Facts<'_>, from: usize, to: usize) -> u8 {
    let focus = focus(facts);
    let both = [from, to];
    let own: BTreeSet<usize> =
        focus.iter().flat_map(|it| children_of(facts, *it)).chain(focus.iter().copied()).collect();
    let above = |p: usize| forebears(facts, p);
    // By any bond, half brothers and sisters too.
    let sisters = |p: usize| -> bool {
        let parents = |of: usize| -> BTreeSet<&PersonId> {
            let unions = facts.map.unions.values();
            let own = unions.filter(|it| it.child(&facts.people[of]).is_some());
            own.flat_map(|it| &it.partners).collect()
        };
        let together = |a: usize, b: usize| {
            let mut unions = facts.map.unions.values();
            let is_in = |it: &Union, p: usize| it.child(&facts.people[p]).is_some();
            unions.any(|it| is_in(it, a) && is_in(it, b))
        };
        let mut focus = focus.iter().filter(|it| **it != p);
        focus.any(|it| !parents(p).is_disjoint(&parents(*it)) || together(p, *it))
    };
    if both.iter().any(|it| own.contains(it)) {
        0
    } else if focus.iter().any(|it| both.iter().all(|p| facts.is_child(*p, *it))) {
        1
    } else if focus.iter().any(|it| both.iter().all(|p| above(*it).contains(p))) {
        2
    } else if both.iter().any(|p| sisters(*p)) {
        3
    } else {
        4
    }
}

/// Everything that there may be a card of.
pub(super) fn themes(facts: &Facts<'_>) -> BTreeSet<Theme> {
    let mut themes = BTreeSet::from([
        Theme::Young,
        Theme::Separated,
        Theme::Lone,
        Theme::Placed,
        Theme::Early,
        Theme::Lost,
    ]);
    let catalogue = Catalogue::builtin();
    for person in facts.map.people.values() {
        for entry in &person.entries {
            themes.insert(Theme::of_kind(entry.kind.as_str()));
            if let Some(row) = catalogue.kind(entry.kind.as_str()) {
                themes.insert(Theme::Area(row.area.clone()));
            }
        }
        let kinds = person.strengths.iter().filter_map(|it| it.kind.as_ref());
        themes.extend(kinds.map(|it| Theme::Strength(it.as_str().to_owned())));
        for note in &person.skills {
            themes.insert(Theme::Hard(note.skill.as_str().to_owned()));
            themes.insert(Theme::Well(note.skill.as_str().to_owned()));
        }
    }
    for tie in facts.map.relations.values() {
        if let Some(row) = catalogue.relation(tie.kind.as_str()) {
            themes.insert(Theme::Tie(row.id.clone()));
        }
    }
    themes
}
