//! The worked examples of the specification, from claims made by hand; and what must hold of every
//! sentence of every theme.

use super::*;
use crate::catalogue::Catalogue;
use crate::i18n::Lang;

/// A person in few letters: name, generation, and `d`ead, `u`nder 18, se`v`eral. "Jordy, je ex" has
/// an aside; "jij" is spoken to.
type Who = &'static str;

struct Table {
    audience: Audience,
    /// The focus persons, where there are several.
    focus: &'static [Who],
    you: &'static str,
}

const KIM: Table = Table { audience: Audience::One, focus: &[], you: "jij" };
const KIM_EN: Table = Table { audience: Audience::One, focus: &[], you: "you" };
const DENIZ: Table =
    Table { audience: Audience::Together, focus: &["Deniz 3", "Lotte 3"], you: "jullie" };
const NOBODY: Table = Table { audience: Audience::Nobody, focus: &[], you: "jij" };

fn parts(who: Who) -> (&'static str, Option<&'static str>, i32, &'static str) {
    let digit = who.find(|c: char| c.is_ascii_digit()).expect("a generation");
    let (name, rest) = who.split_at(digit);
    let (generation, flags) = rest.split_at(1);
    let (name, aside) = match name.trim().split_once(", ") {
        Some((name, aside)) => (name, Some(aside)),
        None => (name.trim(), None),
    };
    (name, aside, generation.parse().expect("a number"), flags)
}

impl People<Who> for Table {
    fn audience(&self) -> Audience {
        self.audience
    }

    fn person(&self, who: &Who) -> Person {
        let (name, _, generation, flags) = parts(who);
        let focus = name == self.you || self.focus.contains(who);
        Person { dead: flags.contains('d'), minor: flags.contains('u'), generation, focus }
    }

    fn called(&self, people: &[Who], how: Fullness) -> Vec<Subject> {
        let both = !self.focus.is_empty() && self.focus.iter().all(|it| people.contains(it));
        let mut subjects: Vec<Subject> = people
            .iter()
            .filter(|it| !both || !self.focus.contains(it))
            .map(|who| {
                let (name, aside, generation, flags) = parts(who);
                let you = name == self.you && self.audience == Audience::One;
                let object = if name == "jij" { "jou" } else { name }.to_owned();
                let number = match you {
                    true => Number::You,
                    false if flags.contains('v') => Number::Many,
                    false => Number::One,
                };
                let aside = aside.filter(|_| how != Fullness::Short);
                let aside = aside.map(|aside| format!(", {aside},"));
                Subject { name: name.to_owned(), object, aside, number, generation, you }
            })
            .collect();
        if both {
            let name = self.you.to_owned();
            let (object, number) = (name.clone(), Number::Many);
            subjects.push(Subject { name, object, aside: None, number, generation: 3, you: true });
        }
        subjects
    }
}

fn claim(line: Line, what: What, people: &[Who]) -> Claim<Who> {
    Claim::new(line, what, people.to_vec())
}

fn asked(asked: Asked, people: &[Who]) -> Claim<Who> {
    claim(Line::Question, What::Asked(asked), people)
}

fn wish(children: &[Who]) -> Claim<Who> {
    claim(Line::Children, What::Asked(Asked::Wish), children)
}

fn ages(of: &[(Who, i32)]) -> Vec<Claim<Who>> {
    of.iter().map(|(who, age)| claim(Line::Ages, What::Age(*age), &[*who])).collect()
}

/// The closed card, then each line.
fn told(theme: &str, table: &Table, lang: Lang, claims: &[Claim<Who>]) -> Vec<String> {
    let catalogue = Catalogue::builtin();
    let words = catalogue.phrases(theme).expect(theme);
    let card = Card { words, label: None, claims, first_now: true };
    let said = say(&card, table, catalogue, lang);
    let lines = said.lines.into_iter().map(|(_, sentences)| sentences.join(" "));
    [said.closed.join(" ")].into_iter().chain(lines).collect()
}

const NL: Lang = Lang::Nl;
const EN: Lang = Lang::En;

fn debts_of_kim(
    you: Who,
    parents: Who,
    ex: Who,
    uncle: Who,
    aunt: Who,
    opa: Who,
    mother: Who,
) -> Vec<Claim<Who>> {
    let mut claims = vec![
        claim(Line::Who, What::Had, &[opa]),
        claim(Line::Who, What::Has, &[parents, "Danny 3", you]),
        claim(Line::Otherwise, What::Out, &[uncle, "Sandra 3"]),
        claim(Line::Otherwise, What::Not, &[aunt]),
        claim(Line::Around, What::Has, &[ex]),
    ];
    claims.extend(ages(&[(opa, 30), (mother, 23), (you, 19)]));
    claims.push(claim(Line::Children, What::GrowsUp, &["Noa 4u", "Levi 4u"]));
    claims.push(wish(&["Noa 4u", "Levi 4u"]));
    claims.push(asked(Asked::Helped, &["Sandra 3"]));
    claims
}

#[test]
fn debts_of_kim_come_out_in_dutch() {
    let claims = debts_of_kim(
        "jij 3",
        "je ouders 2v",
        "Jordy, je ex 3",
        "oom Theo 2",
        "tante Anja 2",
        "opa Wim 1d",
        "je moeder 2",
    );
    assert_eq!(
        told("geld-schulden", &KIM, NL, &claims),
        [
            "Eerst had opa Wim schulden, nu je ouders, Danny en jij. Oom Theo en Sandra zijn eruit.",
            "Opa Wim had schulden. Je ouders, Danny en jij hebben ze nog.",
            "Oom Theo en Sandra zijn eruit. Tante Anja heeft geen schulden.",
            "Jordy, je ex, heeft schulden.",
            "Opa Wim was 30 toen de schulden begonnen. Je moeder was 23, jij 19.",
            "Noa en Levi groeien hier nu mee op. Wat gun je Noa en Levi als het om geld gaat?",
            "Wat hielp Sandra om eruit te komen?",
        ]
    );
}

#[test]
fn debts_of_kim_come_out_in_english() {
    let claims = debts_of_kim(
        "you 3",
        "your parents 2v",
        "Jordy, your ex 3",
        "Uncle Theo 2",
        "Aunt Anja 2",
        "Grandpa Wim 1d",
        "your mother 2",
    );
    assert_eq!(
        told("geld-schulden", &KIM_EN, EN, &claims),
        [
            "First Grandpa Wim was in debt, now your parents, you and Danny. Uncle Theo and Sandra are out of debt now.",
            "Grandpa Wim was in debt. Your parents, you and Danny still are.",
            "Uncle Theo and Sandra are out of debt now. Aunt Anja isn’t in debt.",
            "Jordy, your ex, is in debt.",
            "Grandpa Wim was 30 when the debts began. Your mother was 23, you 19.",
            "Noa and Levi are growing up with this. What do you wish for them when it comes to money?",
            "What helped Sandra get out of debt?",
        ]
    );
}

#[test]
fn a_habit_stops_or_is_never_begun() {
    let kim = [
        claim(Line::Who, What::Had, &["opa Wim 1d", "oom Theo 2"]),
        claim(Line::Otherwise, What::Out, &["oom Theo 2"]),
        claim(Line::Otherwise, What::DidNotBegin, &["tante Anja 2"]),
        claim(Line::Around, What::Has, &["je vader 2", "Bert, de ex van je moeder 2"]),
        claim(Line::Unknown, What::Unknown(0), &["je moeder 2"]),
        asked(Asked::Helped, &["oom Theo 2"]),
    ];
    assert_eq!(
        told("gebruik-alcohol", &KIM, NL, &kim),
        [
            "Opa Wim en oom Theo dronken te veel. Oom Theo is ermee gestopt.",
            "Opa Wim en oom Theo dronken te veel.",
            "Oom Theo is ermee gestopt. Tante Anja dronk nooit te veel.",
            "Je vader drinkt te veel. Bert, de ex van je moeder, ook.",
            "Van je moeder weten we het nog niet.",
            "Wat hielp oom Theo om te stoppen?",
        ]
    );
    let petra = [
        claim(Line::Who, What::Had, &["opa Harm 1d"]),
        claim(Line::Who, What::Has, &["je vader 2", "Michel 3"]),
        claim(Line::Otherwise, What::DidNotBegin, &["oom Siem 2", "jij 3"]),
        claim(Line::Otherwise, What::Not, &["Femke 4u", "Tim 4u"]),
        claim(Line::Around, What::Had, &["Rob, de ex van je moeder 2"]),
        claim(Line::Around, What::Has, &["Danny, je ex 3"]),
        claim(Line::Unknown, What::Unknown(1), &["tante Aafke 2"]),
        asked(Asked::NotBegun, &["jij 3"]),
    ];
    assert_eq!(
        told("gebruik-alcohol", &KIM, NL, &petra),
        [
            "Eerst dronk opa Harm te veel, nu je vader en Michel. Oom Siem en jij dronken nooit te veel.",
            "Opa Harm dronk te veel. Je vader en Michel drinken nog te veel.",
            "Oom Siem en jij dronken nooit te veel. Femke en Tim ook niet.",
            "Rob, de ex van je moeder, dronk te veel. Danny, je ex, drinkt te veel.",
            "Van 2 mensen weten we het nog niet, zoals tante Aafke.",
            "Wat hielp jou om niet te veel te drinken?",
        ]
    );
    let english = [
        claim(Line::Who, What::Had, &["Grandpa Harm 1d"]),
        claim(Line::Who, What::Has, &["your father 2", "Michel 3"]),
        claim(Line::Otherwise, What::DidNotBegin, &["Uncle Siem 2", "you 3"]),
        claim(Line::Otherwise, What::Not, &["Femke 4u", "Tim 4u"]),
        asked(Asked::NotBegun, &["you 3"]),
    ];
    assert_eq!(
        told("gebruik-alcohol", &KIM_EN, EN, &english),
        [
            "First Grandpa Harm drank too much, now your father and Michel. You and Uncle Siem never drank too much.",
            "Grandpa Harm drank too much. Your father and Michel still do.",
            "You and Uncle Siem never drank too much. Femke and Tim don’t either.",
            "What helped you not to drink too much?",
        ]
    );
}

#[test]
fn what_passes_and_what_is_over() {
    let low = ["je vader 2", "tante Lies 2", "jij 3"];
    let mut claims = vec![
        claim(Line::Who, What::Had, &low),
        claim(Line::Otherwise, What::Out, &low),
        asked(Asked::Helped, &["jij 3"]),
    ];
    claims.extend(ages(&[("je vader 2", 39), ("tante Lies 2", 39), ("jij 3", 38)]));
    assert_eq!(
        told("gevoel-somber", &KIM, NL, &claims),
        [
            "Je vader, tante Lies en jij waren vaak somber. Jullie zijn er weer bovenop.",
            "Je vader, tante Lies en jij waren vaak somber.",
            "Jullie zijn er weer bovenop.",
            "Je vader en tante Lies waren 39 toen de sombere tijd begon. Jij was 38.",
            "Wat hielp jou in die tijd?",
        ]
    );
    let debts = [
        claim(Line::Who, What::Had, &["je vader 2"]),
        claim(Line::Who, What::Has, &["jij 3"]),
        claim(Line::Otherwise, What::Out, &["je vader 2"]),
        claim(Line::Unknown, What::Unknown(1), &["Hilde 3"]),
        asked(Asked::Helped, &["je vader 2"]),
    ];
    assert_eq!(
        told("geld-schulden", &KIM, NL, &debts),
        [
            "Eerst had je vader schulden, nu jij. Je vader is eruit.",
            "Je vader had schulden. Jij nu ook.",
            "Je vader is eruit.",
            "Van 2 mensen weten we het nog niet, zoals Hilde.",
            "Wat hielp je vader om eruit te komen?",
        ]
    );
}

#[test]
fn events_and_childhood() {
    let all = ["oma Gerda 1", "je moeder 2", "Sandra 3", "jij 3"];
    let mut young = vec![claim(Line::Who, What::Had, &all), wish(&["Noa 4u", "Levi 4u"])];
    young.extend(ages(&[(all[0], 18), (all[1], 19), (all[2], 19), (all[3], 18)]));
    young.push(asked(Asked::Close, &[]));
    assert_eq!(
        told("young-parent", &KIM, NL, &young),
        [
            "Oma Gerda, je moeder, Sandra en jij kregen jong een kind. Wat was daar fijn aan, en wat zwaar?",
            "Oma Gerda, je moeder, Sandra en jij kregen jong een kind.",
            "Jullie waren 18 of 19 bij het eerste kind.",
            "Wat gun je Noa en Levi voor later?",
            "Wat was daar fijn aan, en wat zwaar?",
        ]
    );
    let mut school = vec![
        claim(Line::Who, What::Had, &["Ruud 2", "Deniz 3"]),
        claim(Line::Otherwise, What::Not, &["Marijke 2", "Selma 3", "Elif 3"]),
        wish(&["Samu 4u"]),
    ];
    school.extend(ages(&[("Ruud 2", 17), ("Deniz 3", 17)]));
    assert_eq!(
        told("leren-uitval", &DENIZ, NL, &school),
        [
            "Ruud en Deniz stopten vroeg met school. Marijke, Selma en Elif gingen langer naar school.",
            "Ruud en Deniz stopten vroeg met school.",
            "Marijke, Selma en Elif gingen langer naar school.",
            "Ruud en Deniz waren allebei 17 toen school stopte.",
            "Wat gunnen jullie Samu op school?",
        ]
    );
    let mut away = vec![
        claim(Line::Who, What::Had, &["Michel 3", "jij 3"]),
        claim(Line::Otherwise, What::Next, &["Tim 4", "Lisa 4"]),
        asked(Asked::Close, &[]),
    ];
    let mut home = claim(Line::Children, What::LivesWith, &["Dean 4u"]);
    home.others = vec!["oom Siem 2", "tante Marga 2"];
    away.push(home);
    assert_eq!(
        told("placed-out", &KIM, NL, &away),
        [
            "Michel en jij woonden allebei als kind een tijd niet thuis. Tim en Lisa groeiden thuis op.",
            "Michel en jij woonden allebei als kind een tijd niet thuis.",
            "Tim en Lisa groeiden thuis op.",
            "Dean woont nu bij oom Siem en tante Marga.",
            "Wie was er toen dichtbij?",
        ]
    );
}

#[test]
fn no_diploma_and_who_has_one() {
    let mut claims = vec![
        claim(Line::Who, What::Has, &["oma 1", "je moeder 2", "Danny 3", "jij 3"]),
        claim(Line::Otherwise, What::Out, &["Sandra 3"]),
        claim(Line::Otherwise, What::Not, &["oom Theo 2", "tante Anja 2"]),
        asked(Asked::Helped, &["Sandra 3"]),
    ];
    claims.extend(ages(&[("oma 1", 15), ("je moeder 2", 16), ("jij 3", 17)]));
    assert_eq!(
        told("leren-geen-diploma", &KIM, NL, &claims),
        [
            "Oma, je moeder, Danny en jij hebben geen diploma. Sandra haalde later een diploma.",
            "Oma, je moeder, Danny en jij hebben geen diploma.",
            "Sandra haalde later een diploma. Oom Theo en tante Anja hebben een diploma.",
            "Oma was 15 toen school stopte. Je moeder was 16, jij 17.",
            "Wat hielp Sandra aan een diploma?",
        ]
    );
}

#[test]
fn strengths_and_skills() {
    let give_up = [
        claim(Line::Who, What::Had, &["oma Mientje 1d"]),
        claim(Line::Who, What::Has, &["je vader 2", "jij 3"]),
        asked(Asked::Learned, &[]),
    ];
    assert_eq!(
        told("s-doorzetten", &KIM, NL, &give_up),
        [
            "Oma Mientje gaf niet op. Je vader en jij geven ook niet op.",
            "Oma Mientje gaf niet op. Je vader en jij geven ook niet op.",
            "Van wie leerde jij volhouden?",
        ]
    );
    let first = [
        claim(Line::Who, What::Has, &["Ruud 2", "Deniz 3"]),
        claim(Line::Children, What::Child, &["Samu 4u"]),
        asked(Asked::Close, &[]),
    ];
    assert_eq!(
        told("ef-impuls", &DENIZ, NL, &first),
        [
            "Ruud en Deniz vinden eerst nadenken lastig. Wat helpt daarbij?",
            "Ruud en Deniz vinden eerst nadenken lastig.",
            "Samu oefent nog met eerst nadenken.",
            "Wat helpt daarbij?",
        ]
    );
}

fn tie(what: What, people: &[Who], others: &[Who]) -> Claim<Who> {
    Claim { line: Line::Who, what, people: people.to_vec(), others: others.to_vec() }
}

#[test]
fn what_happens_between_people_is_an_event() {
    let parted = [
        claim(Line::Who, What::Parted, &["je ouders 2v"]),
        claim(Line::Who, What::Parted, &["Kevin 3", "Sandra 3"]),
        claim(Line::Who, What::Parted, &["Jordy 3", "jij 3"]),
    ];
    let said = told("separated", &KIM, NL, &parted);
    let expected =
        "Je ouders gingen uit elkaar. Kevin en Sandra gingen ook uit elkaar. Jordy en jij ook.";
    assert_eq!(said[1], expected);
    let quarrel = [
        tie(What::TieThen, &["Ruud 2"], &["Deniz 3"]),
        tie(What::TieNow("contact(close)".to_owned()), &["Ruud 2"], &["Deniz 3"]),
    ];
    let said = told("contact(conflict)", &NOBODY, NL, &quarrel);
    assert_eq!(said[1], "Ruud en Deniz hadden ruzie. Nu staan Ruud en Deniz dicht bij elkaar.");
    let cut = [
        tie(What::TieThen, &["tante Aafke 2"], &["opa Harm 1d", "oma Tine 1d"]),
        tie(What::Tie, &["je vader 2"], &["Michel 3", "jij 3"]),
        tie(What::Tie, &["Danny 3"], &["Tim 4"]),
    ];
    assert_eq!(
        told("contact(cut-off)", &KIM, NL, &cut)[1],
        "Tante Aafke had geen contact meer met opa Harm en oma Tine. \
         Michel en jij hebben geen contact meer met je vader. \
         Tim heeft geen contact meer met Danny."
    );
    let violence = [
        tie(What::TieThen, &["Harm 1"], &["Tine 1", "Klaas 2"]),
        tie(What::Tie, &["Danny 3"], &["jij 3"]),
        claim(Line::Who, What::Safe, &["jij 3"]),
    ];
    assert_eq!(
        told("contact(violence)", &KIM, NL, &violence)[1],
        "Harm gebruikte geweld tegen Tine en Klaas. Danny gebruikte geweld tegen jou. \
         Jij maakt dat niet meer mee."
    );
}

#[test]
fn a_no_after_a_no_is_ook_niet_and_after_a_yes_ook() {
    let home = [
        claim(Line::Who, What::Had, &["je vader 2"]),
        claim(Line::Around, What::Had, &["Rob, je ex 3", "Bert, de ex van je moeder 2"]),
        claim(Line::Who, What::Maybe, &["Sandra 3"]),
    ];
    let said = told("wonen-geen", &KIM, NL, &home);
    assert_eq!(said[1], "Je vader had geen eigen plek om te wonen. Sandra misschien ook niet.");
    assert!(said[2].ends_with("Bert, de ex van je moeder, ook niet."), "{said:?}");
    let able = [
        claim(Line::Who, What::Has, &["je vader 2"]),
        claim(Line::Otherwise, What::Not, &["tante Anja 2", "jij 3", "Femke 4"]),
    ];
    let said = told("leren-geen-diploma", &KIM, NL, &able);
    assert_eq!(said[2], "Tante Anja en jij hebben er wel een. Femke ook.");
    let child = [
        claim(Line::Who, What::Had, &["Michel 3"]),
        claim(Line::Around, What::Had, &["Rob, je ex 3", "Bert, de ex van je moeder 2"]),
    ];
    let said = told("placed-out", &KIM, NL, &child);
    assert!(
        said[2].ends_with("Bert, de ex van je moeder, woonde ook een tijd ergens anders."),
        "{said:?}"
    );
}

#[test]
fn own_words_and_what_helped_are_quoted() {
    let catalogue = Catalogue::builtin();
    let words = catalogue.phrases("own").expect("own");
    let claims = [
        claim(Line::Who, What::Had, &["opa Wim 1d"]),
        claim(Line::Who, What::Has, &["jij 3"]),
        asked(Asked::HelpedAlready("een buurvrouw.".to_owned()), &["Sandra 3"]),
    ];
    let card = Card { words, label: Some("altijd krap"), claims: &claims, first_now: true };
    let said = say(&card, &KIM, catalogue, NL);
    assert_eq!(said.title, "„altijd krap”");
    assert_eq!(said.closed, ["Opa Wim had te maken met „altijd krap”.", "Jij nu ook."]);
    assert_eq!(said.lines[1].1, ["Wat hielp, volgens Sandra: „een buurvrouw”."]);
}

#[test]
fn a_card_says_what_goes_with_its_theme() {
    let note = |theme: &str| {
        let catalogue = Catalogue::builtin();
        let words = catalogue.phrases(theme).expect(theme);
        let claims = [claim(Line::Who, What::Had, &["jij 3"])];
        let card = Card { words, label: None, claims: &claims, first_now: false };
        say(&card, &KIM, catalogue, NL).note.unwrap_or_default()
    };
    assert_eq!(note("ef-impuls"), "Bij veel stress lukt dit minder. Dat heeft iedereen.");
    assert_eq!(note("gevoel-einde"), "Praten helpt. Bel 113 of gratis 0800-0113.");
    assert_eq!(note("geld-schulden"), "");
}

#[test]
fn nobody_is_addressed_who_is_not_there() {
    for words in Catalogue::builtin().all_phrases() {
        let claims = [
            claim(Line::Who, What::Had, &["Ruud 2d", "Deniz 3"]),
            asked(Asked::Close, &[]),
            asked(Asked::Learned, &[]),
            asked(Asked::LearnFrom, &[]),
            asked(Asked::PlainClose, &[]),
        ];
        for lang in Lang::ALL {
            let said = told(&words.theme, &NOBODY, lang, &claims).join(" ").to_lowercase();
            let spoken = said.split(|c: char| !c.is_alphanumeric());
            for word in spoken {
                let you = ["jij", "jou", "jouw", "jullie", "you", "your"];
                assert!(!you.contains(&word), "{}: {said}", words.theme);
            }
        }
    }
}

#[test]
fn every_sentence_of_every_theme_is_short_and_whole() {
    let four: [Who; 4] = ["oma Gerda 1d", "je moeder 2", "Sandra 3", "jij 3"];
    for words in Catalogue::builtin().all_phrases() {
        if words.theme.starts_with("contact(") {
            continue;
        }
        let mut claims = vec![claim(Line::Who, What::Had, &four)];
        for (what, there) in [
            (What::Out, words.out.is_some()),
            (What::Not, words.not.is_some()),
            (What::DidNotBegin, words.not_begun.is_some()),
        ] {
            claims.extend(there.then(|| claim(Line::Otherwise, what, &four)));
        }
        claims.push(claim(
            Line::Around,
            What::Had,
            &["Bert, de ex van je moeder 2", "Jordy, je ex 3"],
        ));
        claims.push(claim(Line::Children, What::Child, &["Noa 4u", "Levi 4u"]));
        for asked in [Asked::Helped, Asked::NotBegun, Asked::Ask, Asked::Learned, Asked::Close] {
            claims.push(self::asked(asked, &["jij 3"]));
        }
        for lang in Lang::ALL {
            let card = Card { words, label: Some("altijd krap"), claims: &claims, first_now: true };
            let said = say(&card, &KIM, Catalogue::builtin(), lang);
            for sentence in said.lines.iter().flat_map(|(_, said)| said).chain(&said.closed) {
                let n = speaker::words(sentence);
                assert!(n <= MOST_WORDS, "{} has {n} words: {sentence}", words.theme);
                assert!(sentence.ends_with(['.', '?']), "{}: {sentence}", words.theme);
                let first = sentence.chars().next().expect("a letter");
                assert!(first.is_uppercase(), "{}: {sentence}", words.theme);
                for wrong in ["{", "}", " ,", ",,", ",.", "..", "  ", "jij hebt hebt"] {
                    assert!(!sentence.contains(wrong), "{}: {sentence}", words.theme);
                }
            }
        }
    }
}
