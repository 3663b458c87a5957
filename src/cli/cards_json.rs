//! Cards as data: the claims that sentences are made from, and the four numbers.

use serde_json::{Value, json};

use crate::catalogue::Catalogue;
use crate::i18n::Lang;
use crate::kinship::Kinship;
use crate::model::{FamilyMap, PersonId};
use crate::pattern::{Card, Cards, Claim, Teller, Told, ToldLine, What, generations};

/// All cards of a map, as they stand in the JSON of `patterns`, with their sentences in both
/// languages.
pub(super) fn cards_json(map: &FamilyMap, kin: &Kinship, cards: &Cards) -> Vec<Value> {
    let generations = generations(map, kin);
    let teller = Teller::new(map, kin, Catalogue::builtin(), cards, &generations);
    let json = cards.cards.iter().map(|card| {
        let mut json = card_json(card);
        if let Some(object) = json.as_object_mut() {
            let told = |lang| told_json(&teller.told(card, lang));
            let both = json!({ "nl": told(Lang::Nl), "en": told(Lang::En) });
            object.insert("told".to_owned(), both);
        }
        json
    });
    json.collect()
}

fn told_json(told: &Told) -> Value {
    let line = |it: &ToldLine| json!({ "line": it.line, "sentences": it.sentences });
    json!({
        "title": told.title,
        "closed": told.closed,
        "lines": told.lines.iter().map(line).collect::<Vec<_>>(),
        "losses": told.losses,
        "note": told.note,
    })
}

fn ids(people: &[PersonId]) -> Vec<&str> {
    people.iter().map(PersonId::as_str).collect()
}

fn card_json(card: &Card) -> Value {
    let keys = &card.keys;
    let signs = card.signs.iter();
    let signs = signs.map(|(id, sign)| json!({ "person": id.as_str(), "sign": sign.code() }));
    json!({
        "id": card.id.as_str(),
        "place": card.place.code(),
        "kept_out": card.kept_out.map(|why| why.code()),
        "claims": card.claims.iter().map(claim_json).collect::<Vec<_>>(),
        "yes": ids(&card.yes),
        "no": ids(&card.no),
        "maybe": ids(&card.maybe),
        "unknown": ids(&card.unknown),
        "over": ids(&card.over),
        "beside": ids(&card.beside),
        "signs": signs.collect::<Vec<_>>(),
        "length": card.length,
        "span": card.span,
        "threads": card.threads.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "losses": card.losses.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "pin": keys.pin,
        "priority": keys.priority,
        "answers_wish": keys.answers_wish,
        "near": keys.is_near,
        "class": keys.class,
        "child_now": keys.has_child_now,
        "strong": keys.is_strong,
        "counts_maybe": card.counts_maybe,
        "may_be_chance": card.may_be_chance,
    })
}

fn claim_json(claim: &Claim) -> Value {
    let mut value = json!({
        "line": claim.line,
        "what": claim.what.code(),
        "people": ids(&claim.people),
    });
    let detail = match &claim.what {
        What::Age(age) => Some(("age", json!(age))),
        What::UnionEnded(sentence) => Some(("sentence", json!(sentence))),
        What::Asked(question) => Some(("question", json!(question.code()))),
        What::Tie(kind, sentence) => {
            if let Some(object) = value.as_object_mut() {
                object.insert("kind".to_owned(), json!(kind.as_str()));
            }
            Some(("sentence", json!(sentence)))
        }
        _ => None,
    };
    if let (Some(object), Some((name, detail))) = (value.as_object_mut(), detail) {
        object.insert(name.to_owned(), detail);
    }
    value
}
