//! Sheets of every example, in both languages: what a fresh reader stumbled over, and nobody may again.

use std::collections::BTreeSet;
use std::path::Path;

use rode_draad::catalogue::{Catalogue, Sensitivity};
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::model::{FamilyMap, LifeCourse, Subject};
use rode_draad::scene::{Scene, Shape};
use rode_draad::sheet::{self, Wanted, Words};
use rode_draad::shown::{Eyes, Names};
use rode_draad::theme::{Theme, ThemeName};

/// A millimetre in map units.
const A_MM: f64 = 96.0 / 25.4;

/// Every example with its name, in both languages.
fn examples() -> Vec<(String, FamilyMap)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found = Vec::new();
    for folder in [root.clone(), root.join("en")] {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|it| it == "familie") {
                let map = file::open(&std::fs::read(&path).expect("a file")).expect("a map");
                found.push((path.display().to_string(), map));
            }
        }
    }
    assert!(16 <= found.len(), "{}", found.len());
    found
}

fn example(name: &str) -> FamilyMap {
    let name = format!("examples/{name}.familie");
    examples().into_iter().find(|(path, _)| path.ends_with(&name)).expect("an example").1
}

fn wanted(map: &FamilyMap) -> Wanted<'_> {
    Wanted {
        map,
        names: Names::Shown,
        eyes: Eyes::Table,
        lang: map.lang,
        today: map.today_or(rode_draad::model::Date::parse("2026-11-21").expect("a date")),
        words: Words::Soft,
        theme: ThemeName::Light,
    }
}

fn labels(scene: &Scene) -> Vec<&str> {
    let labels = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.text.as_str()),
        _ => None,
    });
    labels.collect()
}

fn sheets(wanted: &Wanted<'_>) -> Vec<Scene> {
    let mut pages = vec![sheet::plan(wanted), sheet::parent(wanted), sheet::handout(wanted)];
    let open = Wanted { words: Words::Open, ..*wanted };
    pages.push(sheet::parent(&open));
    for child in sheet::children(wanted.map, wanted.today) {
        pages.push(sheet::child(wanted, Some(&child)));
    }
    for make in [sheet::file, sheet::list, sheet::answer_key, sheet::person_cards] {
        pages.extend(make(wanted));
    }
    pages
}

/// An organisation says why it is there: where anybody looks on, no sheet has one that tells of health,
/// belief, crime or a child that is protected.
#[test]
fn whoever_looks_on_sees_no_help_that_tells_why() {
    let mut seen_at_the_table = 0;
    for (path, map) in examples() {
        let telling = map.supports.values().filter_map(|support| {
            let row = Catalogue::builtin().support(support.kind.as_str())?;
            let kind = row.words.in_lang(map.lang);
            (row.sensitivity != Sensitivity::Ordinary).then_some((kind, support.name.trim()))
        });
        let telling: Vec<_> = telling.collect();
        let tells =
            |label: &str| telling.iter().any(|(kind, name)| label.contains(kind) || label == *name);
        for (eyes, is_private) in [(Eyes::Table, false), (Eyes::Anybody, true)] {
            let wanted = Wanted { eyes, ..wanted(&map) };
            // One sheet is enough to see that there is something to hide.
            let pages = if is_private { sheets(&wanted) } else { sheet::file(&wanted) };
            for page in pages {
                let told: Vec<_> = labels(&page).into_iter().filter(|it| tells(it)).collect();
                seen_at_the_table += told.len();
                assert!(!is_private || told.is_empty(), "{path}, {}: {told:?}", page.title);
            }
        }
    }
    assert!(6 < seen_at_the_table, "{seen_at_the_table}");
}

/// What stands behind "together with" is one person beside the reader; the fridge tells of no loss, and of
/// nothing that worked out without saying what.
#[test]
fn the_fridge_names_who_helps_and_nothing_that_hurts() {
    let mut helped = 0;
    for (path, map) in examples() {
        let page = sheet::parent(&wanted(&map));
        let said = labels(&page);
        let (with, when) = match map.lang {
            Lang::Nl => ("Samen met", "Wanneer"),
            Lang::En => ("Together with", "When"),
        };
        let at = said.iter().position(|it| *it == with).expect("the row");
        let helper = said.get(at + 1).copied().filter(|it| *it != when).unwrap_or_default();
        helped += usize::from(!helper.is_empty());
        for support in map.supports.values().filter(|it| !it.name.trim().is_empty()) {
            let is_written = map.goals.values().any(|goal| goal.helper == support.name);
            assert!(is_written || !helper.contains(support.name.trim()), "{path}: {helper}");
        }
        for id in &map.focus {
            let name = map.person(id).map(|it| it.name.short()).expect("the main person");
            assert!(helper != name, "{path}: {helper}");
        }
        let all = said.join(" ");
        for not in ["iskraam", "oodgebor", "verwachting", "iscarriage", "tillborn", "xpecting"] {
            assert!(!all.contains(not), "{path}: {not}: {all}");
        }
        for not in ["Het lukte", "did it.", "met de kinderen", "with the children"] {
            assert!(!all.contains(not), "{path}: {not}: {all}");
        }
    }
    assert!(8 < helped, "{helped}");
    let bram = example("waar-het-ophield");
    let said = labels(&sheet::parent(&wanted(&bram))).join(" ");
    assert!(said.contains("met de handen"), "what three generations hand on comes first: {said}");
}

/// Who reads "everybody belongs" sees everybody, or reads that it is not so; and reads of nobody who is not
/// there. The row on top stays clear of the words above it.
#[test]
fn a_child_reads_of_those_who_are_drawn() {
    let (mut whole, mut cut) = (0, 0);
    let large = ("a large family".to_owned(), crate::paper_pages::family(150));
    for (path, map) in examples().into_iter().chain([large]) {
        let mut wanted = wanted(&map);
        if path.starts_with("a large") {
            wanted.today = rode_draad::model::Date::parse("1915-01-01").expect("a date");
        }
        for child in sheet::children(&map, wanted.today).into_iter().take(2) {
            let page = sheet::child(&wanted, Some(&child));
            let said = labels(&page);
            let drawn: BTreeSet<_> = (page.items.iter())
                .filter_map(|item| match &item.subject {
                    Some(Subject::Person(id)) => Some(id.clone()),
                    _ => None,
                })
                .collect();
            let born = |id: &&_| {
                map.person(id)
                    .is_some_and(|it| it.life == LifeCourse::Born && it.stands_for.is_none())
            };
            let all = map.people.keys().filter(born).count();
            let says = said.iter().any(|it| {
                *it == "Niet iedereen past op dit blad."
                    || *it == "Not everyone fits on this sheet."
            });
            *(if says { &mut cut } else { &mut whole }) += 1;
            assert_eq!(says, drawn.len() < all, "{path}: {} of {all}", drawn.len());
            let is_drawn = |name: &str| {
                drawn.iter().any(|id| map.person(id).is_some_and(|it| it.name.short() == name))
            };
            for person in map.people.values().filter(|it| !it.name.short().is_empty()) {
                let name = person.name.short();
                let told = said.iter().filter(|it| it.ends_with('.') && !it.contains('„'));
                let told =
                    told.filter(|it| it.split(|c: char| !c.is_alphabetic()).any(|w| w == name));
                let told: Vec<_> = told.filter(|it| !it.contains("20")).collect();
                let wish = map.person(&child).map(|it| it.wishes.join(" ")).unwrap_or_default();
                assert!(
                    is_drawn(name) || wish.contains(name) || told.is_empty(),
                    "{path}: {told:?}"
                );
            }
            let all = said.join(" ");
            for not in ["met de kinderen", "with the children"] {
                assert!(!all.contains(not), "{path}: {all}");
            }
            for item in page.items.iter().filter(|it| it.subject.is_some()) {
                let top = item.shape.bounds().map_or(f64::INFINITY, |it| it.min.y);
                assert!(39.0 * A_MM < top, "{path}: {:?}", item.shape);
            }
        }
    }
    assert!(0 < whole && 0 < cut, "{whole} whole, {cut} not");
}

/// Of the helpers of what stands on a plan nobody is lost: above a column, or by name below. No heading is
/// cut, and no goal that somebody works on has four dashes.
#[test]
fn a_plan_has_all_who_help_and_cuts_no_heading() {
    for (path, map) in examples() {
        let page = sheet::plan(&wanted(&map));
        let said = labels(&page);
        assert!(said.iter().all(|it| !it.ends_with('…')), "{path}: {said:?}");
        let words = said.join(" ");
        for goal in map.goals.values() {
            let begin: String = goal.text.chars().take(14).collect();
            if begin.is_empty() || !words.contains(&begin) {
                continue;
            }
            for id in &goal.supports {
                let support = &map.supports[id];
                let row = Catalogue::builtin().support(support.kind.as_str()).expect("a kind");
                let kind = row.words.in_lang(map.lang).split(' ').next().unwrap_or_default();
                let own = [support.name.trim(), support.words.trim(), kind];
                let own = own.into_iter().find(|it| !it.is_empty()).unwrap_or_default();
                let called = own.split([' ', ',']).next().unwrap_or_default();
                assert!(words.contains(called), "{path}: {called}: {words}");
            }
        }
    }
}

/// Without names a plan keeps who works on what and when, and says what is left out.
#[test]
fn a_plan_without_names_is_no_empty_form() {
    for (path, map) in examples() {
        let full = sheet::plan(&wanted(&map));
        let icons = |scene: &Scene| {
            let icons = scene.items.iter().filter(|it| matches!(it.shape, Shape::Icon { .. }));
            icons.count()
        };
        for names in [Names::Kin, Names::Invented, Names::Off] {
            let page = sheet::plan(&Wanted { names, ..wanted(&map) });
            let words = labels(&page).join(" ");
            assert_eq!(icons(&page), icons(&full), "{path}, {names:?}: {words}");
            let years = |text: &str| text.matches("2026").count();
            assert_eq!(years(&words), years(&labels(&full).join(" ")), "{path}, {names:?}");
            let bare = ["Namen en eigen woorden", "Names and own words"];
            assert!(bare.iter().any(|it| words.contains(it)), "{path}: {words}");
            for goal in map.goals.values() {
                for own in [goal.text.trim(), goal.first_step.trim(), goal.helper.trim()] {
                    assert!(own.is_empty() || !words.contains(own), "{path}: {own}: {words}");
                }
            }
        }
    }
}

/// Dates of steps and of help are said as a person says them.
#[test]
fn the_file_says_when_in_words() {
    let mut past = 0;
    for (path, map) in examples() {
        for page in sheet::file(&wanted(&map)) {
            let said = labels(&page);
            past += said
                .iter()
                .filter(|it| it.contains(": hielp ") || it.contains(": helped "))
                .count();
            for label in &said {
                assert!(!label.contains(".;"), "{path}: {label}");
                assert!(
                    !label.starts_with("Klaar:") && !label.starts_with("Done:"),
                    "{path}: {label}"
                );
                let is_tie = label.starts_with("Voor ") || label.starts_with("For ");
                let month = label.split([' ', ',']).any(|it| {
                    let (a, b) = it.split_once('-').unwrap_or_default();
                    a.parse::<u32>().is_ok() && b.parse::<u32>().is_ok()
                });
                assert!(!(is_tie && month), "{path}: {label}");
            }
        }
    }
    assert!(0 < past, "help that is over is told as over");
    let petra = example("wie-praat-met-wie");
    let pages = sheet::file(&wanted(&petra));
    let said: Vec<_> = pages.iter().flat_map(labels).collect();
    assert!(said.iter().any(|it| it.contains("van 2008 tot 2016")), "{said:?}");
}

/// A cream ground is for the screen: a printer prints it as a grey box.
#[test]
fn what_is_printed_stands_on_white() {
    for name in [ThemeName::Light, ThemeName::Mono] {
        let ground = Theme::printed(name).ground;
        assert_eq!(ground, Theme::for_paper(name).ground, "{name:?}");
        assert_eq!(Theme::printed(name).size.name, Theme::of(name).size.name, "{name:?}");
    }
}

/// Whom a child lives with, what somebody wishes and how skills go stand beside them; nobody who looks on
/// reads a wish.
#[test]
fn the_file_has_wishes_skills_and_who_raises_whom() {
    let map = example("wie-praat-met-wie");
    let file = |eyes| {
        let pages = sheet::file(&Wanted { eyes, ..wanted(&map) });
        let said: Vec<String> = pages.iter().flat_map(labels).map(str::to_owned).collect();
        said.join(" ")
    };
    let (table, anybody) = (file(Eyes::Table), file(Eyes::Anybody));
    assert!(table.contains("pleegkind bij Siem"), "{table}");
    assert!(table.contains("Gaat goed") || table.contains("Lastig"), "{table}");
    let wishes: Vec<_> = map.people.values().flat_map(|it| &it.wishes).collect();
    assert!(!wishes.is_empty());
    for wish in wishes {
        let begin: String = wish.chars().take(20).collect();
        assert!(table.contains(&begin) && !anybody.contains(&begin), "{wish}: {anybody}");
    }
}
