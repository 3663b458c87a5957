//! What cards say: the worked examples, letter by letter.

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::model::{Date, FamilyMap};
use rode_draad::pattern::{
    CLOSED_SENTENCES, Cards, Opened, Settings, Teller, Told, cards, generations,
};

fn example(name: &str) -> FamilyMap {
    let path = format!("{}/examples/{name}.familie", env!("CARGO_MANIFEST_DIR"));
    file::open(&std::fs::read(path).unwrap()).unwrap()
}

/// Every card of a map with its words.
fn every_card(map: &FamilyMap, lang: Lang) -> (Cards, Vec<Told>) {
    let today = map.today_or(Date::new(2026, Some(11), Some(21)).unwrap());
    let (kin, catalogue) = (Kinship::of(map), Catalogue::builtin());
    let cards = cards(map, &kin, catalogue, &Settings::default(), today, &Opened::default());
    let generations = generations(map, &kin);
    let teller = Teller::new(map, &kin, catalogue, &cards, &generations);
    let told = cards.cards.iter().map(|card| teller.told(card, lang)).collect();
    (cards, told)
}

/// The closed card, then each line with its number.
#[track_caller]
fn check(name: &str, card: &str, lang: Lang, expected: &[&str]) {
    let (cards, told) = every_card(&example(name), lang);
    let at = cards.cards.iter().position(|it| it.id.as_str() == card).expect(card);
    let lines = told[at].lines.iter().map(|it| format!("{} {}", it.line, it.sentences.join(" ")));
    let head = format!("{} · {}", told[at].title, told[at].closed.join(" "));
    assert_eq!([head].into_iter().chain(lines).collect::<Vec<_>>(), expected, "{name}: {card}");
}

#[test]
fn debts_of_kim() {
    check(
        "drie-keer-jong-moeder",
        "geld-schulden",
        Lang::Nl,
        &[
            "Schulden · Eerst had opa Wim schulden, nu je ouders, Danny en jij. \
             Oom Theo en Sandra zijn eruit.",
            "1 Opa Wim had schulden. Je ouders, Danny en jij hebben ze nog.",
            "2 Oom Theo en Sandra zijn eruit. Tante Anja heeft geen schulden.",
            "3 Jordy, je ex, heeft schulden.",
            "4 Opa Wim was 30 toen de schulden begonnen. Je moeder was 23, jij 19.",
            "5 Noa en Levi groeien hier nu mee op. Wat gun je Noa en Levi als het om geld gaat?",
            "7 Wat hielp Sandra om eruit te komen?",
        ],
    );
}

#[test]
fn every_card_of_the_four_families_says_something() {
    let names =
        ["drie-keer-jong-moeder", "net-als-opa", "wie-praat-met-wie", "de-leeftijd-van-opa"];
    for name in names {
        for lang in Lang::ALL {
            let (cards, told) = every_card(&example(name), lang);
            for (card, told) in cards.cards.iter().zip(&told) {
                assert!(!told.title.is_empty(), "{name}: {}", card.id);
                assert!(!told.closed.is_empty(), "{name}: {}", card.id);
                assert!(told.closed.len() <= CLOSED_SENTENCES, "{name}: {told:?}");
                assert!(told.lines.iter().all(|it| !it.sentences.is_empty()), "{name}");
            }
        }
    }
}
