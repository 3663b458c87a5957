//! What cards say: the worked examples, letter by letter.

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::model::{Date, Entry, FamilyMap, KindId};
use rode_draad::pattern::{
    CLOSED_SENTENCES, Card, Cards, Place, Settings, Teller, Told, cards, generations,
};
use rode_draad::shown::Opened;

pub(super) fn example(name: &str) -> FamilyMap {
    let path = format!("{}/examples/{name}.familie", env!("CARGO_MANIFEST_DIR"));
    file::open(&std::fs::read(path).unwrap()).unwrap()
}

/// Every card of a map with its words.
pub(super) fn every_card(map: &FamilyMap, lang: Lang) -> (Cards, Vec<Told>) {
    every_card_opened(map, lang, &Opened::default())
}

/// The same when somebody opened what is hidden.
pub(super) fn every_card_opened(
    map: &FamilyMap,
    lang: Lang,
    opened: &Opened,
) -> (Cards, Vec<Told>) {
    let today = map.today_or(Date::new(2026, Some(11), Some(21)).unwrap());
    let (kin, catalogue) = (Kinship::of(map), Catalogue::builtin());
    let cards = cards(map, &kin, catalogue, &Settings::default(), today, opened);
    let generations = generations(map, &kin);
    let teller = Teller::new(map, &kin, catalogue, &cards, &generations);
    let told = cards.cards.iter().map(|card| teller.told(card, lang)).collect();
    (cards, told)
}

/// Everything that is hidden until it is opened.
pub(super) fn all_opened() -> Opened {
    let catalogue = Catalogue::builtin();
    let kinds = catalogue.kinds().iter().map(|it| &it.id);
    let ties = catalogue.relations().iter().map(|it| &it.id);
    let kinds = kinds.chain(ties).filter_map(|id| KindId::new(id)).collect();
    Opened { kinds, ..Opened::default() }
}

/// The closed card, then each line with its number.
#[track_caller]
fn check(name: &str, card: &str, lang: Lang, expected: &[&str]) {
    let (cards, told) = every_card_opened(&example(name), lang, &all_opened());
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
            "5 Dean woont nu bij oom Siem en tante Marga.",
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
            "4 Ruud en Deniz waren allebei 17 toen school stopte.",
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
             What do you wish for them when it comes to money?",
            "7 What helped Sandra get out of debt?",
        ],
    );
}

#[test]
fn alcohol_of_kim_and_a_young_mother() {
    check(
        "drie-keer-jong-moeder",
        "gebruik-alcohol",
        Lang::Nl,
        &[
            "Te veel alcohol · Opa Wim en oom Theo dronken te veel. Oom Theo is ermee gestopt.",
            "1 Opa Wim en oom Theo dronken te veel.",
            "2 Oom Theo is ermee gestopt. Tante Anja dronk nooit te veel.",
            "3 Je vader drinkt te veel. Bert, de ex van je moeder, ook.",
            "6 Van je moeder weten we het nog niet.",
            "7 Wat hielp oom Theo om te stoppen?",
        ],
    );
    check(
        "drie-keer-jong-moeder",
        "young-parent",
        Lang::Nl,
        &[
            "Jong een kind · Oma Gerda, je moeder, Sandra en jij kregen jong een kind. \
             Wat was daar fijn aan, en wat zwaar?",
            "1 Oma Gerda, je moeder, Sandra en jij kregen jong een kind.",
            "4 Jullie waren 18 of 19 bij het eerste kind.",
            "5 Wat gun je Noa en Levi voor later?",
            "7 Wat was daar fijn aan, en wat zwaar?",
        ],
    );
}

#[test]
fn debts_of_harmen() {
    check(
        "de-leeftijd-van-opa",
        "geld-schulden",
        Lang::Nl,
        &[
            "Schulden · Eerst had je vader schulden, nu jij. Je vader is eruit.",
            "1 Je vader had schulden. Jij nu ook.",
            "2 Je vader is eruit.",
            "5 Stijn en Fenna groeien hier nu mee op. \
             Wat gun je Stijn en Fenna als het om geld gaat?",
            "6 Van 2 mensen weten we het nog niet, zoals Hilde.",
            "7 Wat hielp je vader om eruit te komen?",
        ],
    );
}

#[test]
fn strengths_and_a_skill() {
    check(
        "drie-keer-jong-moeder",
        "s-zorgzaam",
        Lang::Nl,
        &[
            "Zorgt goed voor anderen · Oma Gerda, je moeder, tante Anja en jij zorgen goed voor \
             anderen. Van wie leerde jij zorgen voor anderen?",
            "1 Oma Gerda, je moeder, tante Anja en jij zorgen goed voor anderen.",
            "5 Wat geef je hiervan mee aan Noa en Levi?",
            "7 Van wie leerde jij zorgen voor anderen?",
        ],
    );
    check(
        "de-leeftijd-van-opa",
        "s-doorzetten",
        Lang::Nl,
        &[
            "Geeft niet op · Oma Mientje gaf niet op. Je vader en jij geven ook niet op.",
            "1 Oma Mientje gaf niet op. Je vader en jij geven ook niet op.",
            "5 Wat geef je hiervan mee aan Stijn en Fenna?",
            "7 Van wie leerde jij volhouden?",
        ],
    );
    check(
        "net-als-opa",
        "ef-impuls",
        Lang::Nl,
        &[
            "Eerst nadenken is lastig · Ruud en Deniz vinden eerst nadenken lastig. \
             Wat helpt daarbij?",
            "1 Ruud en Deniz vinden eerst nadenken lastig.",
            "5 Samu oefent nog met eerst nadenken. Wat lukt Samu al goed?",
            "7 Wat helpt daarbij?",
        ],
    );
}

#[test]
fn a_mother_is_called_by_her_name_alone() {
    check(
        "net-als-opa",
        "s-vakwerk",
        Lang::Nl,
        &[
            "Goed met de handen · Mehmet, Kemal en Deniz kunnen goed met de handen werken. \
             Wat maakt Selma graag?",
            "1 Mehmet, Kemal en Deniz kunnen goed met de handen werken.",
            "5 Wat geven jullie hiervan mee aan Samu?",
            "6 Van Selma weten we het nog niet.",
            "7 Wat maakt Selma graag?",
        ],
    );
}

#[test]
fn violence_is_told_by_who_used_it_and_only_when_it_is_opened() {
    check(
        "wie-praat-met-wie",
        "contact(violence)",
        Lang::Nl,
        &[
            "Gebruikte geweld · Harm gebruikte geweld tegen Tine en Klaas. \
             Bij wie was het toen veilig?",
            // Rob too: telling.md §4 says ties with the same other end in one sentence.
            "1 Harm gebruikte geweld tegen Tine en Klaas. Rob en Klaas gebruikten geweld tegen \
             Wilma. Danny gebruikte geweld tegen jou.",
            "7 Bij wie was het toen veilig?",
        ],
    );
    check(
        "wie-praat-met-wie",
        "contact(violence)",
        Lang::En,
        &[
            "Used violence · Harm used violence against Tine and Klaas. \
             Who was it safe to be with then?",
            "1 Harm used violence against Tine and Klaas. Rob and Klaas used violence against \
             Wilma. Danny used violence against you.",
            "7 Who was it safe to be with then?",
        ],
    );
    check(
        "wie-praat-met-wie",
        "veilig-partnergeweld",
        Lang::Nl,
        &[
            "Geweld door partner meegemaakt · Tine, Wilma en jij maakten geweld mee van een \
             partner. Tine, Wilma en jij maakten dat later niet meer mee.",
            "1 Tine, Wilma en jij maakten geweld mee van een partner.",
            "2 Tine maakte dat later niet meer mee. Wilma en jij maken dat niet meer mee.",
            "4 Tine en Wilma waren 21 toen het geweld begon. Jij was 22.",
            "6 Van 6 mensen weten we het nog niet, zoals Michel.",
            "7 Wie of wat hielp jou?",
        ],
    );
}

#[test]
fn habits_and_ties_in_english_keep_their_kin_words() {
    check(
        "wie-praat-met-wie",
        "gebruik-alcohol",
        Lang::En,
        &[
            "Too much alcohol · First Grandpa Harm drank too much, now your father and Michel. \
             Uncle Siem, you and Femke never drank too much.",
            "1 Grandpa Harm drank too much. Your father and Michel still do.",
            "2 Uncle Siem, you and Femke never drank too much. Tim didn’t either.",
            "3 Rob, your mother’s ex, drank too much. \
             Truus, your father’s ex, drinks too much. Danny, your ex, too.",
            "6 We don’t know about 2 people yet, such as Bianca.",
            "7 What helped you not to drink too much?",
        ],
    );
    check(
        "wie-praat-met-wie",
        "contact(cut-off)",
        Lang::En,
        &[
            "No contact any more · Aunt Aafke had no contact with Grandpa Harm and Grandma Tine \
             any more. Sometimes that also brings calm. How is it for you?",
            "1 Aunt Aafke had no contact with Grandpa Harm and Grandma Tine any more. \
             You and Michel have no contact with your father any more. \
             Tim has no contact with Danny any more.",
            "7 Sometimes that also brings calm. How is it for you?",
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
    assert_eq!(of("s-zorgzaam"), "Jullie moeder zorgde goed voor anderen. Jullie doen dat ook.");
}

pub(super) fn family(name: &str) -> FamilyMap {
    let folder = format!("{}/tests/fixtures/families", env!("CARGO_MANIFEST_DIR"));
    file::open(&std::fs::read(format!("{folder}/{name}.familie")).unwrap()).unwrap()
}

/// Foster, two mothers, one known parent, migration, almost only strengths, almost nothing known,
/// two focus persons, sixty people; a widow with nine grandchildren, two fathers and a donor, kinds
/// of their own, three called Jan, violence and war, nobody in focus.
const FAMILIES: [&str; 14] = [
    "pleegzorg",
    "twee-moeders",
    "een-bekende-ouder",
    "ver-van-huis",
    "wat-sterk-is",
    "bijna-niets-bekend",
    "broer-en-zus",
    "zestig-mensen",
    "weduwe",
    "twee-vaders",
    "eigen-woorden",
    "drie-keer-jan",
    "geweld-en-oorlog",
    "niemand-aan-tafel",
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
fn every_card_of_fourteen_more_families_is_short_kind_and_keeps_what_is_hidden() {
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
                    // "Wat denk jij …" stands behind a sentence of its own.
                    let most = if card.place == Place::Wider { 22 } else { 20 };
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
