//! The words and colours of the cards in the panel of what comes back.

use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::doubt::{Doubt, Naming, doubts};
use crate::i18n::{Lang, Texts};
use crate::kinship::Kinship;
use crate::model::{CardId, Date, FamilyMap, PersonId, Strength, StrengthId, Subject};
use crate::pattern::{Card, Cards, OpenQuestion, Sign, Teller, generations};
use crate::scene;
use crate::theme::{Color, Theme};

/// What the panel says, in the language of the window.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// The words on every card.
    pub(super) cards: BTreeMap<CardId, CardWords>,
    /// What somebody is good at.
    pub(super) strengths: Vec<(PersonId, String)>,
    /// What is worth a look, and where.
    pub(super) doubts: Vec<(Subject, String)>,
    /// The same at everybody it is about; who stands alone is meant to.
    pub(super) notices: Vec<(Subject, String)>,
    /// What to ask next.
    pub(super) questions: Vec<OpenQuestion>,
}

/// Says everything that `cards` hold of `map`.
pub(super) fn said(
    map: &FamilyMap,
    cards: &Cards,
    (lang, today): (Lang, Date),
    theme: &Theme,
) -> Said {
    let catalogue = Catalogue::builtin();
    let kin = Kinship::of(map);
    let generations = generations(map, &kin);
    let teller = Teller::new(map, &kin, catalogue, cards, &generations);
    let card = |card: &Card| (card.id.clone(), card_words(map, (&teller, card), lang, theme));
    let strength = |(person, id): &(PersonId, StrengthId)| {
        let of = map.person(person)?.strengths.iter().find(|it| it.id == *id)?;
        Some((person.clone(), strength_words(of, lang)?))
    };
    Said {
        cards: cards.cards.iter().map(card).collect(),
        strengths: cards.strengths.iter().filter_map(strength).collect(),
        questions: teller.questions(lang),
        doubts: said_doubts(map, lang, today),
        notices: said_notices(map, lang, today),
    }
}

fn card_words(
    map: &FamilyMap,
    (teller, card): (&Teller<'_>, &Card),
    lang: Lang,
    theme: &Theme,
) -> CardWords {
    let told = teller.told(card, lang);
    // Only where the map has the knot: to feel better is no merit.
    let has_knot = |it: &&(PersonId, Sign)| it.1 == Sign::Knot;
    let out: Vec<String> = (card.signs.iter().filter(has_knot).take(2))
        .filter_map(|(id, _)| map.person(id))
        .map(|person| person.name.short().to_owned())
        .collect();
    CardWords {
        title: scene::card_title(map, card, lang),
        out: out.join(", "),
        closed: told.closed.join(" "),
        lines: told.lines.into_iter().map(|it| (it.line, it.sentences.join(" "))).collect(),
        losses: told.losses.join(" "),
        note: told.note,
        icon: scene::theme_icon(map, &card.theme),
        color: scene::theme_hue(map, Some(&card.theme)).color(theme),
    }
}

/// What is worth a look, each with where it is. What is hidden is not on `map`.
fn said_doubts(map: &FamilyMap, lang: Lang, today: Date) -> Vec<(Subject, String)> {
    let (catalogue, texts) = (Catalogue::builtin(), Texts::new(lang));
    let naming = Naming { map, catalogue, texts, ids: false };
    let found = doubts(map, catalogue, map.today_or(today));
    let open = found.into_iter().filter(|doubt| !is_for_another_day(map, doubt));
    open.map(|doubt| (doubt.subject(), texts.say(&doubt.message(&naming)))).collect()
}

/// What is worth a look at somebody, for whoever looks at them.
fn said_notices(map: &FamilyMap, lang: Lang, today: Date) -> Vec<(Subject, String)> {
    let (catalogue, texts) = (Catalogue::builtin(), Texts::new(lang));
    let naming = Naming { map, catalogue, texts, ids: false };
    let found = doubts(map, catalogue, map.today_or(today));
    let open = found
        .into_iter()
        .filter(|doubt| !is_for_another_day(map, doubt) && !matches!(doubt, Doubt::Loose(_)));
    let at = |doubt: Doubt| {
        let words = texts.say(&doubt.message(&naming));
        let at = std::iter::once(doubt.subject()).chain(doubt.parent());
        at.map(|it| (it, words.clone())).collect::<Vec<_>>()
    };
    open.flat_map(at).collect()
}

/// Does it name an entry that is kept for another day?
fn is_for_another_day(map: &FamilyMap, doubt: &Doubt) -> bool {
    let Some((person, entry)) = doubt.entry() else { return false };
    let of = map.person(person).and_then(|it| it.entries.iter().find(|it| it.id == *entry));
    of.is_some_and(|entry| entry.not_today)
}

/// A strength in words.
fn strength_words(strength: &Strength, lang: Lang) -> Option<String> {
    let row = strength.kind.as_ref().and_then(|id| Catalogue::builtin().strength(id.as_str()));
    let words = row.map_or(strength.words.trim(), |row| row.words.in_lang(lang));
    (!words.is_empty()).then(|| words.to_owned())
}

/// How a card is said.
#[derive(Clone, Debug, PartialEq)]
pub struct CardWords {
    /// "Schulden".
    pub title: String,
    /// Who got out, for the green chip beside the title; empty: nobody.
    pub out: String,
    /// Two sentences.
    pub closed: String,
    /// The lines of the opened card, each with its number of telling.md §1.
    pub lines: Vec<(u8, String)>,
    /// When somebody died, for who asks how it is known; empty: nothing.
    pub losses: String,
    /// What is told below all of it, if anything.
    pub note: Option<String>,
    /// The name of its icon.
    pub icon: String,
    /// The colour that its strand likes best.
    pub color: Color,
}
