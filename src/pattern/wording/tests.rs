//! Every sentence that can be made is looked at: patterns × themes × languages × variants.

use std::sync::Arc;

use super::*;
use crate::catalogue::Nature;
use crate::model::{
    AgeRange, Bond, Child, Date, Gender, Name, OwnKind, PartialDate, Party, Person, Relation,
    RelationId, Support, SupportId, Union, UnionId, UnionKind, Vital,
};
use crate::pattern::{EdgeKind, End, EndKind, Evidence, Findings, KinEdge, Load, Role, WhiteSpot};

/// Nothing of this is ever said (domain.md §5a, patterns.md §4).
const FORBIDDEN: [&str; 26] = [
    "because",
    "fault",
    "hereditary",
    "inherit",
    "risk",
    "chance of",
    "just like",
    "blame",
    "cause",
    "predict",
    "score",
    "guilt",
    "omdat",
    "doordat",
    "daardoor",
    "oorzaak",
    "erfelijk",
    "geërfd",
    "risico",
    "kans op",
    "net als",
    "schuldig",
    "eigen schuld",
    "zijn schuld",
    "haar schuld",
    "voorspel",
];

fn id(text: &str) -> PersonId {
    PersonId::new(text).expect("an id")
}

fn kind(text: &str) -> KindId {
    KindId::new(text).expect("a kind")
}

fn person(name: &str, gender: Gender, born: i32, died: Option<i32>) -> Arc<Person> {
    let vital = died.map_or(Vital::Living, |year| Vital::Dead(PartialDate::in_year(year)));
    let birth = PartialDate::in_year(born);
    Arc::new(Person { name: Name::called(name), gender, birth, vital, ..Person::default() })
}

/// Three generations around Kim, with a sister, an aunt, a cousin, an ex, children and a name that
/// nobody would want to read twice.
fn family() -> FamilyMap {
    let mut map = FamilyMap { today: Date::year_only(2026), ..FamilyMap::default() };
    let people = [
        ("wim", person("Wim", Gender::Man, 1950, Some(2008))),
        ("gerda", person("Gerda", Gender::Woman, 1955, None)),
        ("ria", person("Ria", Gender::Woman, 1974, None)),
        ("henk", person("Henk", Gender::Man, 1970, None)),
        ("anja", person("Anja", Gender::NonBinary, 1981, None)),
        ("sandra", person("Sandra", Gender::Woman, 1993, None)),
        ("kim", person("Kim", Gender::Woman, 2001, None)),
        ("joyce", person("", Gender::Unknown, 2010, None)),
        ("jordy", person("Jordy", Gender::Man, 1998, None)),
        ("mila", person("Maria Elisabeth van der Berg-de Vries", Gender::Woman, 2012, None)),
        ("noa", person("Noa", Gender::Woman, 2019, None)),
        ("levi", person("Levi", Gender::Man, 2022, None)),
    ];
    map.people.extend(people.map(|(name, person)| (id(name), person)));
    let unions: [(&str, &[&str], &[&str], UnionKind); 5] = [
        ("u1", &["wim", "gerda"], &["ria", "anja"], UnionKind::Married),
        ("u2", &["henk", "ria"], &["sandra", "kim"], UnionKind::Married),
        ("u3", &["anja"], &["joyce"], UnionKind::Relationship),
        ("u4", &["jordy", "kim"], &["noa", "levi"], UnionKind::LivingTogether),
        ("u5", &["sandra"], &["mila"], UnionKind::Relationship),
    ];
    for (name, partners, children, kind) in unions {
        let partners = partners.iter().map(|name| id(name)).collect();
        let children = children.iter().map(|name| Child::by_birth(id(name))).collect();
        let union = Union { partners, children, kind, ..Union::default() };
        map.unions.insert(UnionId::new(name).expect("an id"), Arc::new(union));
    }
    attach(&mut map);
    map
}

/// Everything of the catalogue that a finding can name: supports, relations, strengths.
fn attach(map: &mut FamilyMap) {
    let own = OwnKind { label: "Altijd te laat".to_owned(), area: Some(kind("werk")) };
    map.own_kinds.insert(kind("own-1"), own);
    for (at, row) in Catalogue::builtin().supports().iter().enumerate() {
        let support = Support {
            kind: kind(&row.id),
            name: String::new(),
            areas: Vec::new(),
            ties: Vec::new(),
            notes: Vec::new(),
        };
        map.supports.insert(support_id(at), Arc::new(support));
    }
    for (at, relation) in ["heel-hecht", "zorgt-voor"].into_iter().enumerate() {
        for (n, (from, to)) in [("kim", "ria"), ("ria", "kim")].into_iter().enumerate() {
            let relation = Relation {
                from: id(from),
                to: Party::Person(id(to)),
                kind: kind(relation),
                since: None,
                until: None,
                according_to: String::new(),
                entries: Vec::new(),
                notes: Vec::new(),
            };
            map.relations.insert(relation_id(2 * at + n), Arc::new(relation));
        }
    }
    let strengths = Catalogue::builtin().strengths().iter().enumerate();
    let mut anja = Person::clone(map.person(&id("anja")).expect("somebody"));
    anja.strengths =
        strengths.map(|(at, row)| Strength::new(strength_id(at), kind(&row.id))).collect();
    map.people.insert(id("anja"), Arc::new(anja));
}

fn support_id(at: usize) -> SupportId {
    SupportId::new(&format!("s{at}")).expect("an id")
}

fn relation_id(at: usize) -> RelationId {
    RelationId::new(&format!("r{at}")).expect("an id")
}

fn strength_id(at: usize) -> StrengthId {
    StrengthId::new(&format!("k{at}")).expect("an id")
}

/// Every theme that there can be.
fn themes() -> Vec<Theme> {
    let catalogue = Catalogue::builtin();
    let kinds = catalogue.kinds().iter().map(|row| kind(&row.id)).chain([kind("own-1")]);
    let mut themes = vec![
        Theme::YoungParent,
        Theme::Separated,
        Theme::LoneParent,
        Theme::PlacedOut,
        Theme::EarlyDeath,
        Theme::LostParentYoung,
    ];
    for id in kinds {
        themes.extend([Theme::Kind(id.clone()), Theme::PartnerWith(id)]);
    }
    themes.extend(catalogue.strengths().iter().map(|row| Theme::Strength(kind(&row.id))));
    themes.extend(catalogue.areas().iter().map(|row| Theme::Area(kind(&row.id))));
    for row in catalogue.skills() {
        themes.extend([Theme::SkillHard(kind(&row.id)), Theme::SkillWell(kind(&row.id))]);
    }
    for row in catalogue.relations() {
        let roles: &[Role] =
            if row.is_directed() { &[Role::From, Role::To] } else { &[Role::Either] };
        themes.extend(roles.iter().map(|role| Theme::Contact(kind(&row.id), *role)));
    }
    themes
}

/// Who a finding is about, and who stands around it.
const CASTS: [(&[&str], &[&str]); 5] = [
    (&["wim", "ria", "sandra", "kim"], &["gerda", "wim"]),
    (&["gerda", "mila"], &["mila"]),
    (&["wim"], &["kim"]),
    (&["wim", "gerda", "ria", "henk", "anja", "sandra", "kim", "joyce", "mila"], &["noa"]),
    (&["ria", "kim"], &["kim", "ria"]),
];

/// Findings of every pattern about `theme`, with all that can be told of them.
fn findings(theme: &Theme) -> Vec<Finding> {
    let ids = |names: &[&str]| -> Vec<PersonId> { names.iter().map(|name| id(name)).collect() };
    let second = Theme::Kind(kind("veilig-mishandeld"));
    let mut all = Vec::new();
    for pattern in Pattern::ALL {
        let Some(theme) = fitting(pattern, theme) else { continue };
        for (variant, (people, around)) in CASTS.into_iter().enumerate() {
            if pattern == Pattern::Triangle && people.len() != 2 {
                continue;
            }
            let themes = [theme.clone(), second.clone()];
            let mut finding = Finding::new(pattern, &themes, ids(people), ids(around));
            finding.counts_maybe = variant == 1;
            finding.unknown = variant as u32;
            (finding.yes, finding.known) = (people.len() as u32, people.len() as u32 + 1);
            (finding.length, finding.span) = (3, 3 + variant as u32 % 2);
            finding.edges = edges(variant);
            finding.ends = ends(variant);
            finding.ages = people.iter().map(|name| (id(name), AgeRange::exactly(19))).collect();
            finding.helped = helped(variant);
            finding.evidence = vec![Evidence::Relation(relation_id(variant % 4))];
            finding.counts = vec![
                ("a", 8),
                ("b", 5),
                ("branches", 2),
                ("from-age", 0),
                ("to-age", 17 - 17 * (variant as i64 % 2)),
                ("from-year", 2019),
                ("to-year", 2019 + variant as i64 % 3),
                ("supports", 5),
                ("onsets", variant as i64 % 2),
            ];
            finding.counts.push(if variant % 2 == 0 { ("age", 39) } else { ("year", 1971) });
            if variant == 3 && pattern == Pattern::HelpReturns {
                finding.theme = None;
            }
            all.push(finding);
        }
    }
    all
}

/// What a pattern can be about: `theme`, if the engine can find it so.
fn fitting(pattern: Pattern, theme: &Theme) -> Option<Theme> {
    let tense = ["ruzie", "ver", "breuk", "geweld"];
    match pattern {
        Pattern::Together
        | Pattern::InTurn
        | Pattern::HandedOn
        | Pattern::GrownUpWith
        | Pattern::Loss => matches!(theme, Theme::Kind(_)).then(|| theme.clone()),
        Pattern::Stacking => matches!(theme, Theme::Area(_)).then(|| theme.clone()),
        Pattern::Triangle => match theme {
            Theme::Contact(id, _) => tense.contains(&id.as_str()).then(|| theme.clone()),
            _ => None,
        },
        Pattern::PlaceInRow => {
            (*theme == Theme::Kind(kind("opv-kleinvolwassen"))).then(|| theme.clone())
        }
        Pattern::HelpReturns => {
            // As many kinds of support as there are areas and skills stand in for them.
            let supports = Catalogue::builtin().supports();
            let areas = Catalogue::builtin().areas();
            let Theme::Area(area) = theme else { return None };
            let at = areas.iter().position(|row| row.id == area.as_str())?;
            supports.get(at * 2).map(|row| Theme::Kind(kind(&row.id)))
        }
        Pattern::Thread
        | Pattern::TurningPoint
        | Pattern::Siblings
        | Pattern::Branches
        | Pattern::SameAge
        | Pattern::EverYounger => Some(theme.clone()),
    }
}

fn edges(variant: usize) -> Vec<KinEdge> {
    let (kind, over, bond) = match variant {
        0 => (EdgeKind::Direct, vec![], Bond::Birth),
        1 => (EdgeKind::Gap, vec![id("ria")], Bond::Adopted),
        2 => (EdgeKind::Skipped, vec![id("wim")], Bond::Foster),
        3 => (EdgeKind::Gap, vec![id("kim")], Bond::Step),
        _ => (EdgeKind::Direct, vec![], Bond::Guardian),
    };
    vec![KinEdge { from: id("wim"), to: id("kim"), kind, over, bonds: vec![Bond::Birth, bond] }]
}

fn ends(variant: usize) -> Vec<End> {
    let end = |name: &str, kind, age| End { person: id(name), kind, age };
    match variant {
        0 => vec![
            end("anja", EndKind::Stops, None),
            end("mila", EndKind::Stops, None),
            end("joyce", EndKind::Open, None),
        ],
        1 => vec![],
        2 => vec![end("wim", EndKind::Ended, Some(AgeRange::exactly(41)))],
        3 => vec![end("levi", EndKind::NotYet, None), end("joyce", EndKind::SoFarNot, None)],
        _ => vec![end("sandra", EndKind::Ended, None)],
    }
}

fn helped(variant: usize) -> Vec<Evidence> {
    match variant {
        0 => Vec::new(),
        1 => (0..40).map(strength_id).map(Evidence::Strength).collect(),
        2 => (0..9).map(support_id).map(Evidence::Support).collect(),
        _ => vec![
            Evidence::Union(UnionId::new("u1").expect("an id")),
            Evidence::Goal(crate::model::GoalId::new("g1").expect("an id")),
            Evidence::Strength(strength_id(29)),
        ],
    }
}

/// What is wrong with a sentence or label; nothing, as a rule.
fn wrong(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let forbidden = FORBIDDEN.into_iter().find(|word| lower.contains(word));
    let is_own_word = |word: &str| word.split(['-', '.', ',']).count() == 1;
    let looks_like_id = lower.split_whitespace().any(|word| {
        ["find-", "sub-", "card-", "ask-", "kin-", "theme-"].iter().any(|it| word.starts_with(it))
            && !is_own_word(word)
    });
    let bad = ["{", "}", "  ", " ,", " .", "..", "?."];
    if let Some(word) = forbidden {
        return Some(format!("“{word}”: {text}"));
    }
    if let Some(bad) = bad.into_iter().find(|bad| lower.contains(bad)) {
        return Some(format!("“{bad}”: {text}"));
    }
    (looks_like_id || text.trim() != text || text.is_empty()).then(|| format!("unfinished: {text}"))
}

fn check(wording: &Wording<'_>, finding: &Finding, lengths: &mut (usize, usize)) -> Vec<String> {
    let mut mistakes = Vec::new();
    let sentences = wording.sentences(finding);
    if !(1..=3).contains(&sentences.len()) {
        mistakes.push(format!("{} sentences: {sentences:?}", sentences.len()));
    }
    if !sentences.last().is_some_and(|last| last.ends_with('?')) {
        mistakes.push(format!("no question: {sentences:?}"));
    }
    for sentence in &sentences {
        let n = words(sentence);
        if MAX_WORDS < n {
            mistakes.push(format!("{n} words: {sentence}"));
        }
        lengths.0 += n;
        lengths.1 += 1;
        mistakes.extend(wrong(sentence));
        if !sentence.ends_with(['.', '?']) || !sentence.starts_with(|c: char| !c.is_lowercase()) {
            mistakes.push(format!("not a sentence: {sentence}"));
        }
    }
    let labels = [wording.title(finding), wording.subtitle(finding)];
    mistakes.extend(labels.iter().filter_map(|label| wrong(label)));
    mistakes
}

#[test]
fn every_sentence_is_short_plain_and_blames_nobody() {
    let mut map = family();
    let themes = themes();
    let mut mistakes = Vec::new();
    let mut lengths = (0, 0);
    // Everything for one focus person; every fifth theme for the other ways to speak.
    let ways = [
        (&["kim"][..], Names::Shown, 1),
        (&["kim"], Names::Hidden, 5),
        (&["kim", "henk"], Names::Shown, 5),
        (&[], Names::Shown, 5),
    ];
    for (focus, names, every) in ways {
        map.focus = focus.iter().map(|name| id(name)).collect();
        for lang in Lang::ALL {
            let address = Address::FocusPerson;
            let wording = Wording::of(&map, Catalogue::builtin(), lang, address, names);
            for finding in themes.iter().step_by(every).flat_map(findings) {
                mistakes.extend(check(&wording, &finding, &mut lengths));
            }
        }
    }
    mistakes.sort();
    mistakes.dedup();
    let shown: Vec<&String> = mistakes.iter().step_by(1 + mistakes.len() / 60).collect();
    assert!(mistakes.is_empty(), "{} mistakes: {shown:#?}", mistakes.len());
    let average = lengths.0 as f64 / lengths.1 as f64;
    assert!(average <= 15.0, "{average} words a sentence");
}

#[test]
fn ends_questions_white_spots_and_load_are_said_plainly() {
    let mut map = family();
    map.focus = vec![id("kim")];
    for lang in Lang::ALL {
        let wording =
            Wording::of(&map, Catalogue::builtin(), lang, Address::FocusPerson, Names::Shown);
        let mut said: Vec<String> =
            (0..5).flat_map(ends).map(|end| wording.end_label(&end)).collect();
        for theme in themes() {
            let found = Findings { findings: findings(&theme), ..Findings::default() };
            let questions = wording.questions(&found);
            assert!(
                questions.iter().all(|it| it.ends_with('?') && words(it) <= 20),
                "{questions:?}"
            );
            said.extend(questions);
        }
        let spot = WhiteSpot {
            branch: [id("wim"), id("gerda")].into(),
            generation: None,
            people: 5,
            asked: 40,
            unknown: 30,
            named: true,
        };
        let sentences = wording.white_spot(&spot);
        assert!(sentences.last().is_some_and(|it| it.ends_with('?')), "{sentences:?}");
        said.extend(sentences);
        for (known, unknown) in [(4, 0), (4, 2), (0, 3)] {
            let load =
                Load { generation: 1, area: kind("geld"), yes: known.min(3), known, unknown };
            said.push(wording.load_row(&load));
        }
        let mistakes: Vec<String> = said.iter().filter_map(|text| wrong(text)).collect();
        assert!(mistakes.is_empty(), "{mistakes:#?}");
    }
}

#[test]
fn of_a_long_name_the_first_word_is_said_without_its_comma() {
    let mut map = family();
    map.focus = vec![id("kim")];
    let (address, names) = (Address::FocusPerson, Names::Shown);
    for (name, first) in [("Mary, Queen of Scots", "Mary"), ("Jan Willem van Oranje", "Jan")] {
        map.people.insert(id("ria"), person(name, Gender::Woman, 1974, None));
        let wording = Wording::of(&map, Catalogue::builtin(), Lang::Nl, address, names);
        assert_eq!(wording.short(&id("ria")), first);
    }
}

#[test]
fn around_hidden_kinds_a_short_name_is_all() {
    let mut map = family();
    map.focus = vec![id("kim")];
    let wording =
        |names| Wording::of(&map, Catalogue::builtin(), Lang::Nl, Address::FocusPerson, names);
    let people = vec![id("gerda"), id("ria")];
    let hidden = Catalogue::builtin().kinds().iter().filter(|row| row.hidden);
    for row in hidden.filter(|row| row.nature != Nature::Derived) {
        let themes = [Theme::Kind(kind(&row.id))];
        let finding = Finding::new(Pattern::Thread, &themes, people.clone(), Vec::new());
        let said = wording(Names::Shown).text(&finding);
        assert!(said.contains("bij Gerda en Ria"), "{said}");
        assert!(!said.contains("oma") && !said.contains("moeder"), "{said}");
    }
}

#[test]
fn the_first_sentences_read_as_they_were_meant() {
    let mut map = family();
    map.focus = vec![id("kim")];
    let wording =
        Wording::of(&map, Catalogue::builtin(), Lang::Nl, Address::FocusPerson, Names::Shown);
    let themes = [Theme::Kind(kind("geld-schulden"))];
    let people = ["wim", "ria", "kim"].map(id).to_vec();
    let mut finding = Finding::new(Pattern::Thread, &themes, people, Vec::new());
    (finding.length, finding.span) = (3, 3);
    (finding.yes, finding.known, finding.unknown) = (3, 4, 2);
    finding.ends = vec![End { person: id("anja"), kind: EndKind::Stops, age: None }];
    assert_eq!(wording.title(&finding), "Schulden");
    assert_eq!(wording.subtitle(&finding), "3 generaties op rij, bij Anja gestopt");
    assert_eq!(
        wording.sentences(&finding),
        [
            "We zien schulden bij opa Wim, je moeder en jou.",
            "Het gaat over 3 generaties: 3 van de 4 van wie we het weten, 2 niet bekend.",
            "Bij oom of tante Anja stopt het: wat hielp daar?",
        ]
    );
}

#[test]
fn a_card_says_in_a_line_who_and_how_many_of_those_we_know() {
    let map = FamilyMap { focus: vec![id("kim")], ..family() };
    let catalogue = Catalogue::builtin();
    let line = |pattern, (yes, known, unknown), lang| {
        let theme = Theme::Kind(kind("geld-schulden"));
        let people = ["kim", "gerda"].map(id).to_vec();
        let found = Finding::new(pattern, &[theme], people, Vec::new());
        let found = Finding { yes, known, unknown, ..found };
        Wording::of(&map, catalogue, lang, Address::default(), Names::Shown).who_line(&found)
    };
    let thread = |counts, lang| line(Pattern::Thread, counts, lang);
    assert_eq!(thread((2, 3, 0), Lang::Nl), "2 van de 3: oma Gerda en jij");
    assert_eq!(thread((2, 3, 4), Lang::Nl), "2 van de 3, 4 niet bekend: oma Gerda en jij");
    assert_eq!(thread((2, 3, 4), Lang::En), "2 of 3, 4 not known: grandma Gerda and you");
    assert_eq!(
        line(Pattern::Together, (2, 3, 4), Lang::Nl),
        "Oma Gerda en jij",
        "nothing is counted"
    );
}
