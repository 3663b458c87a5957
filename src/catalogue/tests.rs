use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::{prop_assert, proptest};
use serde_json::Value;

use super::*;

fn builtin() -> Catalogue {
    Catalogue::parse(&SOURCES).expect("the compiled-in tables parse")
}

fn found(query: &str, lang: Lang) -> Vec<&'static str> {
    Catalogue::builtin().search(query, lang).into_iter().map(Entry::id).collect()
}

#[test]
fn the_builtin_catalogue_is_whole() {
    let catalogue = builtin();
    assert_eq!(*Catalogue::builtin(), catalogue, "builtin is what the tables say");
    let counts = [
        catalogue.areas().len(),
        catalogue.kinds().len(),
        catalogue.strengths().len(),
        catalogue.skills().len(),
        catalogue.supports().len(),
        catalogue.relations().len(),
    ];
    assert_eq!(counts, [12, 65, 32, 11, 35, 12], "as many rows as the field's lists hold");
}

#[test]
fn damaged_text_is_refused() {
    let broken = Sources { kinds: "[(id: \"x\")]", ..SOURCES };
    assert!(Catalogue::parse(&broken).is_err(), "a row without words is no row");
}

#[test]
fn ids_and_aliases_are_unique() {
    let catalogue = builtin();
    let mut seen = BTreeSet::new();
    let aliases = catalogue.relations().iter().flat_map(|relation| &relation.aliases);
    let ids = catalogue.entries().map(Entry::id).map(str::to_owned).chain(aliases.cloned());
    for id in ids {
        assert!(seen.insert(id.clone()), "{id} stands twice");
        assert!(
            id.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'),
            "{id} is plain"
        );
        assert!(catalogue.entry(&id).is_some(), "{id} is found");
    }
    assert_eq!(catalogue.entry("nobody"), None, "an unknown id finds nothing");
}

#[test]
fn every_reference_leads_somewhere() {
    let catalogue = builtin();
    for kind in catalogue.kinds() {
        assert!(catalogue.area(&kind.area).is_some(), "{}: area {}", kind.id, kind.area);
        assert!(
            kind.id.starts_with(&format!("{}-", kind.area)),
            "{} is named by its area",
            kind.id
        );
        if let Some(counter) = &kind.counter_role {
            assert!(catalogue.kind(counter).is_some(), "{}: counter-role {counter}", kind.id);
        }
    }
    for strength in catalogue.strengths() {
        let area = strength.area.as_deref();
        assert!(area.is_none_or(|area| catalogue.area(area).is_some()), "{}", strength.id);
        for kind in &strength.answers {
            assert!(catalogue.kind(kind).is_some(), "{} answers {kind}", strength.id);
        }
    }
    for support in catalogue.supports() {
        assert_eq!(support.areas.is_empty(), support.everywhere, "{} helps somewhere", support.id);
        for area in &support.areas {
            assert!(catalogue.area(area).is_some(), "{}: area {area}", support.id);
        }
    }
    for area in catalogue.areas() {
        let n = catalogue.kinds_of(&area.id).count();
        assert!((3..=8).contains(&n), "{} has {n} kinds", area.id);
    }
}

#[test]
fn few_strengths_answer_and_only_used_violence_counters() {
    let catalogue = builtin();
    let answers: Vec<_> = catalogue
        .strengths()
        .iter()
        .flat_map(|strength| strength.answers.iter().map(|kind| (&*strength.id, &**kind)))
        .collect();
    let expected = [("s-diploma", "leren-geen-diploma"), ("s-rust", "relatie-ritme")];
    assert_eq!(answers, expected, "patterns.md §1, telling.md §10");
    let counters: Vec<_> = catalogue
        .kinds()
        .iter()
        .filter_map(|kind| Some((&*kind.id, kind.counter_role.as_deref()?)))
        .collect();
    let used = "veilig-pleger";
    let expected = ["veilig-partnergeweld", "veilig-mishandeld", "veilig-getuige"];
    assert_eq!(counters, expected.map(|kind| (kind, used)), "patterns.md §3");
}

#[test]
fn words_are_complete_in_both_languages() {
    let catalogue = builtin();
    let mut names = BTreeMap::new();
    for entry in catalogue.entries() {
        for lang in Lang::ALL {
            let name = entry.words().in_lang(lang);
            assert!(!name.trim().is_empty() && name.trim() == name, "{}: {name:?}", entry.id());
            assert!(!name.ends_with('.'), "{}: a name is no sentence", entry.id());
            assert!(name.chars().count() <= 50, "{}: {name} is too long", entry.id());
            let group = std::mem::discriminant(&entry);
            let twice = names.insert((format!("{group:?}"), lang, folded(name)), entry.id());
            assert_eq!(twice, None, "{name} means one thing");
            let synonyms = entry.synonyms().in_lang(lang);
            assert!((2..=6).contains(&synonyms.len()), "{}: {synonyms:?}", entry.id());
            let distinct: BTreeSet<_> = synonyms.iter().map(|word| folded(word)).collect();
            assert_eq!(distinct.len(), synonyms.len(), "{}: a synonym twice", entry.id());
            assert!(!distinct.contains(&folded(name)), "{}: synonym is the name", entry.id());
        }
    }
    for skill in catalogue.skills() {
        let ages = SkillAge::ALL.into_iter();
        let by_age = ages.flat_map(|age| [skill.looks(age), skill.to_try(age)]);
        let by_age: Vec<_> = by_age.chain([&skill.explanation]).collect();
        let said = [&skill.term, &skill.goes_well, &skill.hard];
        for words in said.into_iter().chain(by_age.iter().copied()) {
            for lang in Lang::ALL {
                assert!(!words.in_lang(lang).is_empty(), "{}: {words:?}", skill.id);
            }
        }
        for words in by_age {
            for lang in Lang::ALL {
                let sentences = words.in_lang(lang).split_inclusive(['.', '?']);
                let longest = sentences.map(|it| it.split_whitespace().count()).max();
                assert!(longest <= Some(15), "{}: short sentences: {words:?}", skill.id);
                assert!(words.in_lang(lang).ends_with(['.', '?']), "{words:?}");
            }
        }
    }
}

/// "Was in debt. Kim still does.": behind "was" and "could" English says those words again, and never
/// "do".
#[test]
fn the_short_form_answers_the_verb_before_it() {
    let catalogue = builtin();
    for words in catalogue.all_phrases() {
        let Some(still) = &words.still else { continue };
        let named = [Some(&words.then), words.now.as_ref()].into_iter().flatten();
        let verbs: Vec<&str> =
            named.filter_map(|it| it.of(Lang::En).one.split(' ').next()).collect();
        let is_own = |verb: &&str| ["was", "is", "could", "can"].contains(verb);
        let says_do = still.of(Lang::En).one.split(' ').any(|it| ["does", "did"].contains(&it));
        let is_right = !says_do || !verbs.iter().any(is_own);
        assert!(is_right, "{}: {verbs:?}, {:?}", words.theme, still.of(Lang::En));
    }
}

#[test]
fn area_codes_are_two_letters_and_tell_areas_apart() {
    let catalogue = builtin();
    for lang in Lang::ALL {
        let codes: BTreeSet<_> =
            catalogue.areas().iter().map(|area| area.code.in_lang(lang)).collect();
        assert_eq!(codes.len(), 12, "twelve different codes in {}", lang.code());
        for code in codes {
            let capitals = code.chars().filter(char::is_ascii_uppercase).count();
            assert_eq!((code.len(), capitals), (2, 2), "{code}");
        }
    }
}

#[test]
fn ages_are_sane_and_childhood_closes() {
    for kind in builtin().kinds() {
        assert!(kind.from_age <= 18, "{} starts at {}", kind.id, kind.from_age);
        match kind.nature {
            Nature::Childhood => {
                assert_eq!(kind.closing_age(), Some(18), "{} is of childhood", kind.id);
                assert!(kind.from_age < 18, "{} can begin before it closes", kind.id);
            }
            Nature::Situation | Nature::Event | Nature::Derived => {
                assert_eq!(kind.closing_age(), None, "{} can begin at any age", kind.id);
            }
        }
    }
    for skill in builtin().skills() {
        assert!((6..=11).contains(&skill.from_age), "{} from {}", skill.id, skill.from_age);
    }
}

#[test]
fn what_was_done_to_somebody_is_hidden_by_default() {
    let catalogue = builtin();
    for kind in catalogue.kinds().iter().filter(|kind| kind.area == "veilig") {
        assert_eq!(kind.hidden, kind.id != "veilig-oorlog", "{}", kind.id);
    }
    let criminal: Vec<_> = catalogue
        .kinds()
        .iter()
        .filter(|kind| kind.sensitivity == Sensitivity::Criminal)
        .map(|kind| &*kind.id)
        .collect();
    assert_eq!(criminal, ["veilig-pleger", "recht-politie", "recht-detentie"], "GDPR art. 10");
    let hidden: Vec<_> =
        catalogue.relations().iter().filter(|relation| relation.hidden).map(|r| &*r.id).collect();
    assert_eq!(hidden, ["gewoon"], "ordinary contact is drawn only when asked for");
}

#[test]
fn each_relation_has_its_own_line_and_direction_has_roles() {
    let catalogue = builtin();
    let lines: BTreeSet<_> = catalogue.relations().iter().map(|relation| relation.line).collect();
    assert_eq!(lines.len(), 12, "twelve kinds, twelve lines");
    let directed: Vec<_> =
        catalogue.relations().iter().filter(|r| r.is_directed()).map(|r| &*r.id).collect();
    assert_eq!(directed, ["geweld", "dwang", "zorgt-voor", "steun"], "domain.md §4d");
    let themes: BTreeSet<_> =
        catalogue.relations().iter().map(|relation| &relation.theme).collect();
    assert_eq!(themes.len(), 12, "twelve kinds, twelve English names");
    let with = |is: fn(&RelationKind) -> bool| -> Vec<&str> {
        catalogue.relations().iter().filter(|row| is(row)).map(|row| &*row.id).collect()
    };
    assert_eq!(with(|it| it.pull == Some(Pull::Apart)), ["ver", "ruzie", "breuk", "geweld"]);
    assert_eq!(with(|it| it.pull == Some(Pull::DrawsIn)), ["heel-hecht", "zorgt-voor"]);
    assert_eq!(with(|it| it.harm.is_some()), ["geweld", "dwang"]);
    assert_eq!(with(|it| it.is_care), ["zorgt-voor"]);
    for (alias, id) in [
        ("close", "hecht"),
        ("fused", "heel-hecht"),
        ("ordinary", "gewoon"),
        ("distant", "ver"),
        ("conflict", "ruzie"),
        ("close-hostile", "dichtbij-ruzie"),
        ("cutoff", "breuk"),
        ("violence", "geweld"),
    ] {
        assert_eq!(catalogue.relation(alias).map(|r| &*r.id), Some(id), "{alias}");
    }
}

#[test]
fn look_ups_stay_in_their_table() {
    let catalogue = Catalogue::builtin();
    assert_eq!(catalogue.kind("geld-schulden").map(|kind| kind.from_age), Some(18), "a kind");
    assert_eq!(catalogue.kind("s-diploma"), None, "a strength is no kind");
    assert_eq!(catalogue.strength("ef-tijd"), None, "a skill is no strength");
    assert_eq!(catalogue.skill("org-mbo"), None, "a support is no skill");
    assert_eq!(catalogue.support("geld"), None, "an area is no support");
    assert_eq!(catalogue.area("ruzie"), None, "a relation is no area");
    assert_eq!(catalogue.relation("geld-schulden"), None, "a kind is no relation");
}

#[test]
fn search_finds_names_and_synonyms_in_both_languages() {
    for (query, lang, first) in [
        ("schulden", Lang::Nl, "geld-schulden"),
        ("schu", Lang::Nl, "geld-schulden"),
        ("CJIB", Lang::Nl, "geld-schulden"),
        ("debt", Lang::En, "geld-schulden"),
        ("debt", Lang::Nl, "geld-schulden"),
        ("lening", Lang::En, "geld-schulden"),
        ("drank", Lang::Nl, "gebruik-alcohol"),
        ("drinking", Lang::En, "gebruik-alcohol"),
        ("diploma", Lang::Nl, "s-diploma"),
        ("geen dipl", Lang::Nl, "leren-geen-diploma"),
        ("ptss", Lang::Nl, "gevoel-trauma"),
        ("financien", Lang::Nl, "geld"),
        ("één nul", Lang::Nl, ""),
        ("suicide", Lang::Nl, "gevoel-einde"),
        ("kredietbank", Lang::Nl, "org-kredietbank"),
        ("food bank", Lang::En, "org-voedselbank"),
        ("plannen", Lang::Nl, "ef-plannen"),
        ("late", Lang::En, "leren-spraak"),
        ("cut-off", Lang::En, "breuk"),
        ("oma", Lang::Nl, "s-samen"),
        ("geloof", Lang::Nl, "s-geloof"),
    ] {
        let ids = found(query, lang);
        assert_eq!(ids.first().copied().unwrap_or_default(), first, "{query}: {ids:?}");
    }
}

#[test]
fn search_prefers_names_over_synonyms_and_the_chosen_language() {
    let ids = found("stress", Lang::Nl);
    assert_eq!(ids.first(), Some(&"gevoel-stress"), "a name before a synonym: {ids:?}");
    assert!(ids.contains(&"opv-zwaar"), "but the synonym is found too: {ids:?}");
    assert_eq!(found("schuldsa", Lang::Nl).len(), 2, "a word's beginning");
    assert_eq!(found("wachtlijst", Lang::Nl), [""; 0], "nothing is nothing");
    assert_eq!(found("  ", Lang::Nl), [""; 0], "an empty query finds nothing");
    assert_eq!(found("ruzie", Lang::Nl).first(), Some(&"ruzie"), "the very name comes first");
    assert!(found("geweld", Lang::Nl).contains(&"veilig-getuige"), "any word of a name");
    assert!(found("verslaving", Lang::Nl).contains(&"org-verslaving"), "compounds begin so");
    assert!(found("beslag", Lang::Nl).starts_with(&["geld-deurwaarder"]), "a later word");
    assert!(found("hulpverlening", Lang::Nl).contains(&"org-kredietbank"), "inside a compound");
}

/// "Friends" is no lack of friends. Whatever word of a name is typed, nothing comes first that has the
/// word only among its synonyms.
#[test]
fn what_is_called_so_comes_before_what_may_be_meant() {
    for lang in Lang::ALL {
        for entry in Catalogue::builtin().entries() {
            let name = slug(entry.words().in_lang(lang));
            for word in name.split('-').filter(|word| 3 <= word.len()) {
                let ids = found(word, lang);
                let first = Catalogue::builtin().entries().find(|it| Some(&it.id()) == ids.first());
                let first = first.expect("it is found");
                let called = Lang::ALL.map(|lang| slug(first.words().in_lang(lang)));
                assert!(called.iter().any(|name| name.contains(word)), "{word}: {}", first.id());
            }
        }
    }
    let first = |query: &str| found(query, Lang::En).first().copied().unwrap_or_default();
    assert!(first("friends").starts_with("s-"), "{}", first("friends"));
}

#[test]
fn every_row_is_found_by_its_own_words() {
    for entry in Catalogue::builtin().entries() {
        for lang in Lang::ALL {
            let name = entry.words().in_lang(lang);
            assert!(found(name, lang).contains(&entry.id()), "{name} finds {}", entry.id());
            for synonym in entry.synonyms().in_lang(lang) {
                assert!(found(synonym, lang).contains(&entry.id()), "{synonym}: {}", entry.id());
            }
        }
    }
}

#[test]
fn tags_of_the_quick_line_are_understood() {
    let catalogue = Catalogue::builtin();
    for (tag, id) in [
        ("schulden", Some("geld-schulden")),
        ("geld-schulden", Some("geld-schulden")),
        ("Schulden", Some("geld-schulden")),
        ("debts", Some("geld-schulden")),
        ("geen-diploma", Some("leren-geen-diploma")),
        ("no-diploma", Some("leren-geen-diploma")),
        ("diploma", Some("s-diploma")),
        ("plannen", Some("ef-plannen")),
        ("alcohol", Some("gebruik-alcohol")),
        ("geen", None),
        ("alleen", None),
        ("nonsense", None),
        ("", None),
    ] {
        assert_eq!(catalogue.tagged(tag).map(Entry::id), id, "#{tag}");
    }
    for kind in catalogue.kinds() {
        assert_eq!(catalogue.tagged(&kind.id).map(Entry::id), Some(&*kind.id), "{}", kind.id);
    }
}

#[test]
fn folding_ignores_case_and_marks() {
    assert_eq!(folded("Één FINANCIËN Straße Łódź İzmir"), "een financien strasse lodz izmir");
    assert_eq!(folded("e\u{301}e\u{301}n"), "een", "decomposed letters too");
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
        let once = folded(&text);
        prop_assert!(folded(&once) == once, "{once:?}");
    }

    #[test]
    fn search_never_fails_and_never_repeats(query in "\\PC{0,12}") {
        let ids = found(&query, Lang::Nl);
        let distinct: BTreeSet<_> = ids.iter().collect();
        prop_assert!(distinct.len() == ids.len(), "{ids:?}");
    }
}

/// The field's own list, as it was when the catalogue was made.
const FIELD_LIST: &str = include_str!("../../tests/fixtures/catalogue.json");

/// What was added since that list was made: kinds from telling.md and phrases.json, and the helper who
/// is no organisation.
const ADDED: [&str; 6] = [
    "leren-spraak",
    "lichaam-slaap",
    "opv-energie",
    "relatie-ritme",
    "meedoen-spelen",
    "org-naaste",
];

#[test]
fn the_catalogue_equals_the_field_list() {
    let list: Value = serde_json::from_str(FIELD_LIST).expect("the field list is JSON");
    let texts = |table: &str, columns: &[usize]| -> Vec<String> {
        let table = list[table].as_array().expect("a table").iter();
        let cell = |row: &Value, column: usize| match &row[column] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        table
            .map(|row| columns.iter().map(|&c| cell(row, c)).collect::<Vec<_>>().join(" | "))
            .collect()
    };
    let catalogue = builtin();
    let areas = catalogue.areas().iter().map(|area| {
        let pillar = area.pillar.map_or("-", |pillar| match pillar {
            Pillar::FamilyStability => "FS",
            Pillar::WellBeing => "WB",
            Pillar::Money => "FM",
            Pillar::Education => "ET",
            Pillar::Work => "EC",
        });
        let Words { nl, en } = &area.words;
        format!("{} | {nl} | {en} | {pillar} | {}", area.id, area.self_reliance)
    });
    assert_eq!(areas.collect::<Vec<_>>(), texts("areas", &[0, 1, 2, 3, 4]), "areas");
    let listed = |id: &str| !ADDED.contains(&id);
    let kinds = catalogue.kinds().iter().filter(|kind| listed(&kind.id)).map(kind_line);
    assert_eq!(kinds.collect::<Vec<_>>(), texts("problems", &[0, 1, 2, 4, 5, 6]), "kinds");
    let strengths = catalogue
        .strengths()
        .iter()
        .map(|row| format!("{} | {} | {}", row.id, row.words.nl, row.words.en));
    assert_eq!(strengths.collect::<Vec<_>>(), texts("strengths", &[0, 1, 2]), "strengths");
    let levels = texts("strengths", &[3]);
    for (row, level) in catalogue.strengths().iter().zip(levels) {
        let letter = match row.level {
            StrengthLevel::Person => "P",
            StrengthLevel::Family => "F",
            StrengthLevel::Environment => "E",
        };
        assert!(level.starts_with(letter), "{}: {level}", row.id);
    }
    let skills = catalogue.skills().iter().map(skill_line);
    assert_eq!(skills.collect::<Vec<_>>(), texts("executive", &[0, 1, 2, 3, 4, 6, 7]), "skills");
    let supports = catalogue.supports().iter().filter(|row| listed(&row.id)).map(support_line);
    assert_eq!(supports.collect::<Vec<_>>(), texts("organisations", &[0, 1, 2, 3]), "supports");
}

fn kind_line(kind: &ProblemKind) -> String {
    let nature = match kind.nature {
        Nature::Situation => "T",
        Nature::Event => "G",
        Nature::Childhood => "K",
        Nature::Derived => "A",
    };
    let sensitivity = match kind.sensitivity {
        Sensitivity::Ordinary => "N",
        Sensitivity::Health => "G",
        Sensitivity::Special => "B",
        Sensitivity::Criminal => "S",
        Sensitivity::ChildProtection => "J",
    };
    let hidden = if kind.hidden { "!" } else { "" };
    let Words { nl, en } = &kind.words;
    format!("{} | {nl} | {en} | {} | {nature} | {sensitivity}{hidden}", kind.id, kind.from_age)
}

fn skill_line(skill: &ExecutiveSkill) -> String {
    let core = match skill.core {
        CoreFunction::ImpulseControl => "impulse control",
        CoreFunction::WorkingMemory => "working memory",
        CoreFunction::MentalFlexibility => "mental flexibility",
    };
    let (term, age) = (&skill.term, skill.from_age);
    let (well, hard) = (&skill.goes_well.nl, &skill.hard.nl);
    format!("{} | {} | {} | {well} | {hard} | {age} | {core}", skill.id, term.nl, term.en)
}

fn support_line(support: &SupportKind) -> String {
    let mut areas = support.areas.clone();
    if support.skills {
        areas.push("ef".to_owned());
    }
    if support.everywhere {
        areas.push("all areas".to_owned());
    }
    let Words { nl, en } = &support.words;
    format!("{} | {nl} | {en} | {}", support.id, areas.join(", "))
}
