//! What cards say: the worked examples, letter by letter.

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::model::{Date, Entry, FamilyMap};
use rode_draad::pattern::{
    CLOSED_SENTENCES, Card, Cards, Opened, Place, Settings, Teller, Told, cards, generations,
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

#[test]
fn alcohol_of_petra_and_where_her_nephew_lives() {
    check(
        "wie-praat-met-wie",
        "gebruik-alcohol",
        Lang::Nl,
        &[
            "Te veel alcohol · Eerst dronk opa Harm te veel, nu je vader en Michel. \
             Oom Siem, Femke en jij dronken nooit te veel.",
            "1 Opa Harm dronk te veel. Je vader en Michel drinken nog te veel.",
            // Femke is a cousin of Petra's own generation, Tim her son.
            "2 Oom Siem, Femke en jij dronken nooit te veel. Tim ook niet.",
            // Truus is a carrier too (telling.md §10).
            "3 Rob, de ex van je moeder, dronk te veel. \
             Truus, de ex van je vader, drinkt te veel. Danny, je ex, ook.",
            "6 Van 2 mensen weten we het nog niet, zoals Bianca.",
            "7 Wat hielp jou om niet te veel te drinken?",
        ],
    );
    check(
        "wie-praat-met-wie",
        "placed-out",
        Lang::Nl,
        &[
            "Een tijd niet thuis · Michel en jij woonden allebei als kind een tijd niet thuis. \
             Tim en Lisa groeiden thuis op.",
            "1 Michel en jij woonden allebei als kind een tijd niet thuis.",
            "2 Tim en Lisa groeiden thuis op.",
            "5 Dean woont nu bij oom Siem en Marga.",
            "7 Wie was er toen dichtbij?",
        ],
    );
    check(
        "wie-praat-met-wie",
        "contact(cut-off)",
        Lang::Nl,
        &[
            "Geen contact meer · Tante Aafke had geen contact meer met opa Harm en oma Tine. \
             Soms geeft dat ook rust. Hoe is dat voor jou?",
            "1 Tante Aafke had geen contact meer met opa Harm en oma Tine. \
             Michel en jij hebben geen contact meer met je vader. \
             Tim heeft geen contact meer met Danny.",
            "7 Soms geeft dat ook rust. Hoe is dat voor jou?",
        ],
    );
}

#[test]
fn separations_of_kim_and_the_low_time_of_harmen() {
    check(
        "drie-keer-jong-moeder",
        "separated",
        Lang::Nl,
        &[
            "Uit elkaar · Je ouders gingen uit elkaar. Wie hielp toen?",
            "1 Je ouders gingen uit elkaar. Kevin en Sandra gingen ook uit elkaar. \
             Jordy en jij ook.",
            "7 Wie hielp toen?",
        ],
    );
    check(
        "de-leeftijd-van-opa",
        "gevoel-somber",
        Lang::Nl,
        &[
            "Vaak somber · Je vader, tante Lies en jij waren vaak somber. \
             Jullie zijn er weer bovenop.",
            "1 Je vader, tante Lies en jij waren vaak somber.",
            "2 Jullie zijn er weer bovenop.",
            "4 Je vader en tante Lies waren 39 toen de sombere tijd begon. Jij was 38.",
            "7 Wat hielp jou in die tijd?",
        ],
    );
    check(
        "net-als-opa",
        "leren-uitval",
        Lang::Nl,
        &[
            "Gestopt met school · Ruud en Deniz stopten vroeg met school. \
             Marijke, Selma en Elif gingen langer naar school.",
            "1 Ruud en Deniz stopten vroeg met school.",
            "2 Marijke, Selma en Elif gingen langer naar school.",
            "4 Ruud en Deniz waren allebei 17 bij het weggaan van school.",
            "5 Wat gunnen jullie Samu op school?",
            "7 Wat speelde er toen?",
        ],
    );
}

#[test]
fn debts_of_kim_in_english() {
    check(
        "drie-keer-jong-moeder",
        "geld-schulden",
        Lang::En,
        &[
            "Debt · First Grandpa Wim was in debt, now your parents, you and Danny. \
             Uncle Theo and Sandra are out of debt now.",
            "1 Grandpa Wim was in debt. Your parents, you and Danny still are.",
            "2 Uncle Theo and Sandra are out of debt now. Aunt Anja isn’t in debt.",
            "3 Jordy, your ex, is in debt.",
            "4 Grandpa Wim was 30 when the debts began. Your mother was 23, you 19.",
            "5 Noa and Levi are growing up with this. \
             What do you wish for Noa and Levi when it comes to money?",
            "7 What helped Sandra get out of debt?",
        ],
    );
}

#[test]
fn good_news_is_the_second_sentence_and_brothers_and_sisters_share_their_kin() {
    let (cards, told) = every_card(&family("broer-en-zus"), Lang::Nl);
    let of = |id: &str| {
        let at = cards.cards.iter().position(|it| it.id.as_str() == id).expect(id);
        told[at].closed.join(" ")
    };
    assert_eq!(
        of("gebruik-gokken"),
        "Eerst gokte opa Gerrit veel, nu oom Ger. Jullie vader is ermee gestopt."
    );
    assert_eq!(
        of("s-zorgzaam"),
        "Eerst zorgde jullie moeder goed voor anderen, nu jullie. \
         Van wie leerden jullie zorgen voor anderen?"
    );
}

fn family(name: &str) -> FamilyMap {
    let folder = format!("{}/tests/fixtures/families", env!("CARGO_MANIFEST_DIR"));
    file::open(&std::fs::read(format!("{folder}/{name}.familie")).unwrap()).unwrap()
}

/// Foster, two mothers, one known parent, migration, almost only strengths, almost nothing known,
/// two focus persons, sixty people.
const FAMILIES: [&str; 8] = [
    "pleegzorg",
    "twee-moeders",
    "een-bekende-ouder",
    "ver-van-huis",
    "wat-sterk-is",
    "bijna-niets-bekend",
    "broer-en-zus",
    "zestig-mensen",
];

const FORBIDDEN: [&str; 16] = [
    "omdat",
    "daardoor",
    "komt door",
    "erfelijk",
    "risico",
    "kans op",
    "net als",
    "eigen schuld",
    "generaties",
    "because",
    "fault",
    "hereditary",
    "risk",
    "chance of",
    "just like",
    "generations",
];

#[test]
fn every_card_of_eight_more_families_is_short_kind_and_keeps_what_is_hidden() {
    let mut wrong = Vec::new();
    for name in FAMILIES {
        let map = family(name);
        for lang in Lang::ALL {
            let (cards, told) = every_card(&map, lang);
            assert!(cards.list().next().is_some(), "{name}: no list");
            for (card, told) in cards.cards.iter().zip(&told) {
                assert!(!told.title.is_empty() && !told.closed.is_empty(), "{name}: {}", card.id);
                let lines = told.lines.iter().flat_map(|it| &it.sentences);
                let said: Vec<&String> = told.closed.iter().chain(lines).collect();
                for sentence in &said {
                    let asked = sentence.split_inclusive(". ");
                    let longest = asked.map(|it| it.split_whitespace().count()).max();
                    // Areas name a whole part of life, and are told only to who looks wider.
                    let most = if card.place == Place::Wider { 20 } else { 14 };
                    let small = sentence.to_lowercase();
                    let is_wrong = Some(most) < longest
                        || !sentence.ends_with(['.', '?', '”'])
                        || FORBIDDEN.iter().any(|word| small.contains(word));
                    wrong.extend(is_wrong.then(|| format!("{name}, {}: {sentence}", card.id)));
                }
                check_hidden(&map, card, &said, name);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Who has a hidden record of the theme of a card is not named on it.
fn check_hidden(map: &FamilyMap, card: &Card, said: &[&String], family: &str) {
    let Some(kind) = card.theme.kind() else { return };
    for person in map.people.values() {
        let hides = |it: &Entry| it.not_today || it.sensitive == Some(true);
        let is_hidden = person.entries.iter().any(|it| it.kind == *kind && hides(it));
        for sentence in said.iter().filter(|_| is_hidden) {
            let mut words = sentence.split(|letter: char| !letter.is_alphanumeric());
            assert!(!words.any(|it| it == person.name.short()), "{family}: {sentence}");
        }
    }
}

#[test]
fn what_is_hidden_by_its_kind_has_no_card() {
    for name in FAMILIES {
        let (cards, _) = every_card(&family(name), Lang::Nl);
        let hidden = cards.cards.iter().filter_map(|card| {
            let row = Catalogue::builtin().kind(card.theme.kind()?.as_str())?;
            row.hidden.then_some(&card.id)
        });
        assert_eq!(hidden.count(), 0, "{name}");
    }
}
