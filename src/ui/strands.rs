//! The words and colours of the cards in the panel of what comes back.

use std::collections::{BTreeMap, BTreeSet};

use super::strands_panel::CardWords;
use crate::catalogue::{Catalogue, Sensitivity};
use crate::doubt::{Doubt, Naming, doubts};
use crate::i18n::{Lang, Texts};
use crate::kinship::{Address, Names};
use crate::model::{
    CardId, Date, FamilyMap, FindingId, PersonId, Said as Answer, Strength, Subject,
};
use crate::pattern::{self, Finding, Findings, Wording};
use crate::scene;
use crate::theme::{Color, Theme};

/// So many people are named with a strength.
const MOST_STRENGTHS: usize = 3;

/// What the panel says, in the language of the window.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// The words on every card.
    pub(super) cards: BTreeMap<FindingId, CardWords>,
    /// Those that are told before anybody asks for more.
    pub(super) told_first: BTreeSet<FindingId>,
    /// What somebody is good at.
    pub(super) strengths: Vec<(PersonId, String)>,
    /// What is worth a look, and where.
    pub(super) doubts: Vec<(Subject, String)>,
    /// What to ask next.
    pub(super) questions: Vec<String>,
    /// The strand that is on the map before anybody chooses.
    pub(super) first: Option<CardId>,
}

/// Says everything that was found on `map`.
pub(super) fn said(
    map: &FamilyMap,
    findings: &Findings,
    (lang, today): (Lang, Date),
    theme: &Theme,
) -> Said {
    let catalogue = Catalogue::builtin();
    let wording = Wording::of(map, catalogue, lang, Address::default(), Names::Shown);
    let card = |finding: &Finding| CardWords {
        title: wording.title(finding),
        subtitle: wording.subtitle(finding),
        who: wording.who_line(finding),
        text: wording.text(finding),
        color: strand_color(map, finding, theme),
    };
    // What is hidden on the map is not told in the panel either.
    let open: Vec<&Finding> =
        findings.findings.iter().filter(|finding| !wording.is_hidden(finding)).collect();
    let told = pattern::told_first(&open, catalogue);
    let told = open.iter().zip(told).filter(|(_, told)| *told);
    let hidden = |finding: &Finding| wording.is_hidden(finding);
    let first = pattern::first_strand(&findings.findings, catalogue, hidden);
    Said {
        first: first.and_then(Finding::card),
        told_first: told.map(|(finding, _)| finding.id.clone()).collect(),
        cards: open.iter().map(|finding| (finding.id.clone(), card(finding))).collect(),
        strengths: strengths(map, lang),
        questions: wording.questions(findings),
        doubts: said_doubts(map, lang, today),
    }
}

/// What is worth a look, each with where it is. What is hidden on the map is not told here either.
fn said_doubts(map: &FamilyMap, lang: Lang, today: Date) -> Vec<(Subject, String)> {
    let (catalogue, texts) = (Catalogue::builtin(), Texts::new(lang));
    let naming = Naming { map, catalogue, texts, ids: false };
    let found = doubts(map, catalogue, map.today_or(today));
    let open = found.into_iter().filter(|doubt| !is_about_hidden(map, doubt));
    open.map(|doubt| (doubt.subject(), texts.say(&doubt.message(&naming)))).collect()
}

/// Does it name an entry that is not for everybody's eyes?
fn is_about_hidden(map: &FamilyMap, doubt: &Doubt) -> bool {
    let Some((person, entry)) = doubt.entry() else { return false };
    let of = map.person(person).and_then(|it| it.entries.iter().find(|it| it.id == *entry));
    of.is_some_and(|entry| {
        let row = Catalogue::builtin().kind(entry.kind.as_str());
        let is_open = row.is_none_or(|row| !row.hidden);
        entry.not_today || !entry.sensitive.map_or(is_open, |sensitive| !sensitive)
    })
}

/// One strength of each of a few people, whom it is about before the others.
fn strengths(map: &FamilyMap, lang: Lang) -> Vec<(PersonId, String)> {
    let others = map.people.keys().filter(|id| !map.focus.contains(id));
    let people = map.focus.iter().chain(others);
    let first = people.filter_map(|id| {
        let person = map.person(id)?;
        let words = person.strengths.iter().find_map(|it| strength(map, it, lang))?;
        Some((id.clone(), words))
    });
    first.take(MOST_STRENGTHS).collect()
}

/// A strength in words, unless it is to be kept back.
fn strength(map: &FamilyMap, strength: &Strength, lang: Lang) -> Option<String> {
    let row = strength.kind.as_ref().and_then(|id| Catalogue::builtin().strength(id.as_str()));
    let is_open = row.is_none_or(|row| row.sensitivity == Sensitivity::Ordinary)
        && !map.view.hidden.iter().any(|id| strength.kind.as_ref() == Some(id))
        && strength.said == Answer::Yes;
    let own = strength.words.trim();
    let words = row.map_or(own, |row| row.words.in_lang(lang));
    (is_open && !words.is_empty()).then(|| words.to_owned())
}

fn strand_color(map: &FamilyMap, finding: &Finding, theme: &Theme) -> Color {
    scene::theme_hue(map, finding.theme.as_ref()).color(theme)
}
