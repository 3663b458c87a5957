//! Cards as text: what is told first, what there is more, and what somebody is good at.

use crate::catalogue::Catalogue;
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::{Address, KinWords, Kinship, Names};
use crate::model::{FamilyMap, PersonId, StrengthId};
use crate::pattern::{Card, Cards, Place, Start, Teller, Told, generations};

/// All cards that are told of `map`; the wider ones only when they are among `more`.
pub(super) fn cards_text(
    map: &FamilyMap,
    kin: &Kinship,
    cards: &Cards,
    lang: Lang,
    more: &[Place],
) -> String {
    let texts = Texts::new(lang);
    let generations = generations(map, kin);
    let teller = Teller::new(map, kin, Catalogue::builtin(), cards, &generations);
    let of = |place: Place| -> Vec<String> {
        let here = cards.cards.iter().filter(|card| card.place == place);
        here.map(|card: &Card| card_text(card, &teller.told(card, lang), texts)).collect()
    };
    let mut parts = Vec::new();
    // In the client's own words, above everything.
    if !map.wish.trim().is_empty() {
        parts.push(texts.say(&Message::new("cli-wish").arg("wish", map.wish.trim())));
    }
    match cards.start {
        Start::List => {}
        Start::WhatToAdd => parts.push(texts.get("cli-nothing-found")),
        Start::WhoIsThere => parts.push(texts.get("cli-who-is-there")),
    }
    let list = of(Place::List);
    if list.is_empty() && cards.start == Start::List {
        parts.push(texts.get("cli-nothing-found"));
    }
    parts.extend(list);
    let strengths: Vec<String> =
        cards.strengths.iter().filter_map(|it| strength(&teller, map, it, lang)).collect();
    if !strengths.is_empty() {
        parts.push(format!("{}\n  {}", texts.get("cli-strengths"), strengths.join("\n  ")));
    }
    for (place, heading) in [(Place::More, "cli-more"), (Place::Wider, "cli-wider")] {
        if !more.contains(&place) {
            continue;
        }
        let told = of(place);
        if !told.is_empty() {
            parts.push(format!("== {} ==", texts.get(heading)));
            parts.extend(told);
        }
    }
    parts.join("\n\n")
}

/// "Schulden · Eerst had opa Wim schulden, …", then a line each, and with what care it is told.
fn card_text(card: &Card, told: &Told, texts: Texts) -> String {
    let mut text = format!("{} · {}", told.title, told.closed.join(" "));
    let lines = told.lines.iter().map(|line| line.sentences.join(" "));
    let maybe = Message::new("strands-counts-maybe").arg("title", &told.title);
    let maybe = card.counts_maybe.then(|| texts.say(&maybe));
    let chance =
        (card.may_be_chance && told.losses.is_empty()).then(|| texts.get("strands-chance"));
    let losses = (!told.losses.is_empty()).then(|| told.losses.join(" "));
    for line in lines.chain(losses).chain(told.note.clone()).chain(maybe).chain(chance) {
        text.push_str("\n  ");
        text.push_str(&line);
    }
    text
}

/// "Oma Nel zorgt goed voor anderen."; in the family's own words "oma Nel: „lacht veel”".
fn strength(
    teller: &Teller<'_>,
    map: &FamilyMap,
    (id, of): &(PersonId, StrengthId),
    lang: Lang,
) -> Option<String> {
    let strength = map.person(id)?.strengths.iter().find(|it| it.id == *of)?;
    teller.strength(id, strength, lang).or_else(|| {
        let own = strength.words.trim();
        let kin = KinWords::of(map, lang, Address::FocusPerson, Names::Shown);
        let message = Message::new("cli-strength").arg("who", kin.subject(id)).arg("strength", own);
        (!own.is_empty()).then(|| Texts::new(lang).say(&message))
    })
}
