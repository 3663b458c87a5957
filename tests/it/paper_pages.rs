//! Sheets of several pages: what is on them, in which order, how many, and what never is.

use std::fmt::Write as _;
use std::path::Path;

use rode_draad::catalogue::Catalogue;
use rode_draad::export::{pdf_of_pages, stacked};
use rode_draad::file;
use rode_draad::i18n::{Lang, Texts};
use rode_draad::model::{Date, FamilyMap, Party};
use rode_draad::scene::{LifeView, Role, Scene, Shape, line_told};
use rode_draad::sheet::{self, Wanted, Words};
use rode_draad::shown::{Eyes, Names};
use rode_draad::theme::ThemeName;

use crate::told_people::FAMILIES;
use crate::ui_hidden::{self, HIDDEN};

type Sheet = fn(&Wanted<'_>) -> Vec<Scene>;

/// Every sheet that can have more than one page, and the most that it may have.
const SHEETS: &[(&str, Sheet, usize)] = &[
    ("file", sheet::file, 61),
    ("list", sheet::list, 60),
    ("overview", sheet::overview, 2),
    ("lifelines", |it| sheet::lifelines(it, &LifeView::default()), 1),
    ("handout", |it| vec![sheet::handout(it)], 1),
    ("answer-key", sheet::answer_key, 13),
    ("person-cards", sheet::person_cards, 40),
];

fn wanted(map: &FamilyMap) -> Wanted<'_> {
    Wanted {
        map,
        names: Names::Shown,
        eyes: Eyes::Table,
        lang: Lang::Nl,
        today: Date::parse("2026-11-21").expect("a date"),
        words: Words::Soft,
        theme: ThemeName::Light,
    }
}

fn labels(scene: &Scene) -> impl Iterator<Item = &str> {
    scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.text.as_str()),
        _ => None,
    })
}

/// All words, page after page, with what is said to those who do not see it.
fn words(pages: &[Scene]) -> String {
    let mut all = Vec::new();
    for page in pages {
        all.extend(labels(page));
        all.extend(page.spoken.values().map(String::as_str));
        all.extend([page.title.as_str(), page.description.as_str()]);
    }
    all.join(" ")
}

fn opened(path: &str) -> FamilyMap {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    file::open(&std::fs::read(path).expect("a file")).expect("a map")
}

/// A family of `n` people: couples with three children, until there are enough.
pub(crate) fn family(n: usize) -> FamilyMap {
    let (mut people, mut unions) = (String::new(), String::new());
    let person = |people: &mut String, at: usize| {
        let gender = if at.is_multiple_of(2) { "Woman" } else { "Man" };
        write!(
            people,
            r#"(id: "p{at}", call: "Naam{at}", gender: {gender}, born: "{}", entries: [
                (id: "e{at}", kind: "geld-schulden", since: "age 20", according_to: "Vink"),
                (id: "f{at}", kind: "gevoel-stress", going_on: Now)]),"#,
            1900 + at % 100
        )
        .expect("written");
    };
    let (mut made, mut couples) = (0, std::collections::VecDeque::new());
    for _ in 0..n.min(2) {
        person(&mut people, made);
        made += 1;
    }
    if n >= 2 {
        couples.push_back((0, 1));
    }
    while let Some((a, b)) = couples.pop_front().filter(|_| made < n) {
        let mut children = String::new();
        for _ in 0..3 {
            if n <= made {
                break;
            }
            let child = made;
            person(&mut people, child);
            write!(children, r#"(id: "p{child}"),"#).expect("written");
            made += 1;
            if made < n {
                person(&mut people, made);
                couples.push_back((child, made));
                made += 1;
            }
        }
        write!(unions, r#"(id: "u{a}", partners: ["p{a}", "p{b}"], children: [{children}]),"#)
            .expect("written");
    }
    for (a, b) in couples {
        write!(unions, r#"(id: "u{a}", partners: ["p{a}", "p{b}"]),"#).expect("written");
    }
    let focus = if n == 0 { "" } else { "\"p0\"" };
    let text = format!(
        r#"FamilyMap(version: 2, title: "Groot", lang: Nl, today: "2026-11-21", fictional: true,
        focus: [{focus}], people: [{people}], unions: [{unions}], next_id: 9000)"#
    );
    let map = file::open(text.as_bytes()).expect("a map");
    assert_eq!(map.people.len(), n);
    map
}

#[test]
fn a_sheet_has_as_many_pages_as_the_family_needs_and_everything_stands_on_them() {
    for n in [0, 1, 17, 60, 400] {
        let map = family(n);
        for (sheet, make, most) in SHEETS {
            let pages = make(&wanted(&map));
            assert!((1..=*most).contains(&pages.len()), "{sheet} of {n}: {} pages", pages.len());
            for (at, page) in pages.iter().enumerate() {
                for item in &page.items {
                    let Some(rect) = item.shape.bounds() else { continue };
                    let inside = page.bounds.contains(rect.min) && page.bounds.contains(rect.max);
                    assert!(inside, "{sheet} of {n}, page {at}: {:?}", item.shape);
                }
            }
            let said = words(&pages);
            let (listed, sentence) = match *sheet {
                "file" | "list" => (300, "staan er nog 100"),
                // A picture that says itself whom it has.
                "overview" | "lifelines" => (0, ""),
                "person-cards" => (319, "Er zijn nog 81 mensen"),
                // Of a large family a part is drawn.
                _ => (n.min(1), "van de 400 mensen"),
            };
            let named = (0..n).filter(|at| said.contains(&format!("Naam{at} "))).count();
            assert!(n.min(listed) <= named, "{sheet} of {n}: {named} people");
            let left_out = said.contains(sentence) && (!sentence.is_empty() || n == 400);
            assert_eq!(left_out, n == 400, "{sheet} of {n} says what it leaves out");
        }
    }
}

#[test]
fn nobody_is_cut_in_two() {
    let map = family(60);
    for page in &sheet::file(&wanted(&map)) {
        let said: Vec<&str> = labels(page).collect();
        for (at, label) in said.iter().enumerate() {
            // Whose name stands in the list, has both entries on the same page.
            let is_head = label.starts_with("Naam")
                && said.get(at + 1).is_some_and(|next| next.contains("jaar"));
            let below = said.get(at + 2..at + 6).unwrap_or_default();
            let whole = below.contains(&"Schulden") && below.contains(&"Veel stress");
            assert!(!is_head || whole, "{label}: {below:?}");
        }
    }
}

#[test]
fn a_text_longer_than_a_page_goes_on_and_is_all_there() {
    let long: String = (0..2000).fold(String::new(), |text, at| text + &format!("woord{at} "));
    let map = FamilyMap { wish: long, ..family(1) };
    let pages = sheet::file(&wanted(&map));
    let said = words(&pages);
    let all = (0..2000).filter(|at| said.contains(&format!("woord{at}"))).count();
    assert_eq!(all, 2000);
    assert!(3 < pages.len(), "{}", pages.len());
}

#[test]
fn what_does_not_fit_on_the_most_pages_is_said() {
    let mut map = family(2);
    let goal = rode_draad::model::Agreement { text: "afspraak ".repeat(900), ..Default::default() };
    map.agreements = vec![goal; 90];
    let pages = sheet::file(&wanted(&map));
    assert!(pages.len() <= 61, "{}", pages.len());
    let last = pages.last().map(|page| labels(page).collect::<Vec<_>>().join(" "));
    assert!(last.is_some_and(|it| it.contains("geen plaats voor alles")), "it says so");
}

#[test]
fn the_file_has_its_parts_in_their_order() {
    let map = opened("tests/fixtures/families/een-plan-vier-helpers.familie");
    let pages = sheet::file(&wanted(&map));
    let said = words(&pages);
    let mut from = 0;
    for part in [
        "Voor het dossier: Yara",
        "door:",
        "De mensen",
        // Her father stands under the word for her parents.
        "Ouders",
        "Karel",
        "Schulden",
        "vanaf 18 jaar · speelt nu",
        "Doelen",
        "van Yara · mee bezig",
        "Eerste stap:",
        "Wanneer:",
        "Wie helpt: Fatma",
        "Geldloket",
        "Werkt mee aan: Ik haal mijn diploma",
    ] {
        let at = said.get(from..).and_then(|rest| rest.find(part));
        assert!(at.is_some(), "{part} after {from}: {said}");
        from += at.unwrap_or_default();
    }
    let heads = pages.iter().flat_map(|page| &page.passages);
    let heads = heads.filter(|it| matches!(it.role, Role::Heading(_))).count();
    assert!(4 < heads, "headings are headings: {heads}");
    let kim = opened("examples/drie-keer-jong-moeder.familie");
    let said = words(&sheet::file(&Wanted { lang: Lang::En, ..wanted(&kim) }));
    assert!(said.contains("This is how the map says it to Kim"), "{said}");
    assert!(said.contains("Yes: 8. No: 1."), "a card has its counts: {said}");
}

/// The list tells how it is between people; the file, which others read, tells who is a couple and no more.
#[test]
fn the_list_has_couples_homes_and_lines() {
    let map = opened("examples/drie-keer-jong-moeder.familie");
    let (list, file) = (words(&sheet::list(&wanted(&map))), words(&sheet::file(&wanted(&map))));
    assert!(!map.relations.is_empty() && !map.unions.is_empty(), "there is something to tell");
    let called = |id| map.person(id).map(|it| it.name.full()).unwrap_or_default();
    for union in map.unions.values().filter(|it| it.partners.len() == 2) {
        let couple = format!("{} en {}", called(&union.partners[0]), called(&union.partners[1]));
        assert!(list.contains(&couple) && file.contains(&couple), "{couple}: {list}");
    }
    let texts = Texts::new(Lang::Nl);
    let mut lines = 0;
    for relation in map.relations.values() {
        let Party::Person(to) = &relation.to else { continue };
        let kind = Catalogue::builtin().relation(relation.kind.as_str()).expect("a kind");
        let names = (called(&relation.from), called(to));
        let line = line_told(texts, kind, relation, (&names.0, &names.1));
        lines += usize::from(list.contains(&line));
        assert!(!file.contains(&line), "{line} stays out of the file");
    }
    assert!(0 < lines, "{list}");
    for home in map.households.values().filter(|it| !it.name.is_empty()) {
        assert!(list.contains(&home.name), "{}: {list}", home.name);
    }
}

#[test]
fn who_says_so_and_what_was_agreed_is_in_the_file() {
    let mut map = family(1);
    map.agreements = vec![rode_draad::model::Agreement {
        text: "De school mag dit zien.".to_owned(),
        with: "juf Els".to_owned(),
        on: Date::parse("2026-11-20"),
    }];
    let said = words(&sheet::file(&wanted(&map)));
    for part in
        ["volgens Vink", "De school mag dit zien.", "met juf Els · vrijdag 20 november 2026"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn nothing_hidden_and_no_name_that_is_off_is_on_any_page_or_in_its_file() {
    let map = file::open(ui_hidden::family(str::to_owned).as_bytes()).expect("a map");
    for (sheet, make, _) in SHEETS {
        for (names, eyes) in [
            (Names::Shown, Eyes::Table),
            (Names::Shown, Eyes::Anybody),
            (Names::Kin, Eyes::Table),
            (Names::Invented, Eyes::Table),
            (Names::Off, Eyes::Table),
        ] {
            let pages = make(&Wanted { names, eyes, ..wanted(&map) });
            let file = pdf_of_pages(&pages, None, Lang::Nl).expect("a file");
            let said = format!("{} {}", words(&pages), String::from_utf8_lossy(&file));
            for word in HIDDEN {
                assert!(!said.contains(word), "{word} on {sheet}, {names:?}, {eyes:?}");
            }
            if names != Names::Shown {
                for word in ["Ana", "Cis", "Proef", "Huis", "Zwemmen"] {
                    assert!(!words(&pages).contains(word), "{word} on {sheet}, {names:?}");
                }
            }
        }
    }
}

/// A story with something for the one who tells, of which nothing is hidden.
fn with_story(map: FamilyMap) -> FamilyMap {
    let scene = rode_draad::model::StoryScene {
        title: "Begin".to_owned(),
        text: "Dit is Kim.".to_owned(),
        notes: "Vraag eerst wie Kim is.".to_owned(),
        trap: "Henk is geen kind van Wim.".to_owned(),
        guess: Some(rode_draad::model::Reveal { text: "De brieven.".to_owned(), cards: vec![] }),
        ..Default::default()
    };
    FamilyMap { story: vec![scene], ..map }
}

#[test]
fn the_answers_lie_over_the_exercise_and_only_they_have_threads() {
    let map = with_story(opened("examples/drie-keer-jong-moeder.familie"));
    let exercise = sheet::handout(&wanted(&map));
    let key = sheet::answer_key(&wanted(&map));
    let first = key.first().expect("a page");
    assert!(exercise.items.iter().all(|item| item.strand.is_none()), "it has no thread");
    assert!(first.items.iter().any(|item| item.strand.is_some()), "the answers have");
    let place = |scene: &Scene, name: &str| {
        scene.items.iter().find_map(|item| match &item.shape {
            Shape::Text(label) if label.text == name => Some((label.at.x, label.size)),
            _ => None,
        })
    };
    for person in map.people.values() {
        let (a, b) = (place(&exercise, person.name.short()), place(first, person.name.short()));
        let (Some(a), Some(b)) = (a, b) else { panic!("{:?} is on both", person.name) };
        assert!(
            (a.0 - b.0).abs() < 0.1 && (a.1 - b.1).abs() < 0.01,
            "{:?}: {a:?} {b:?}",
            person.name
        );
        assert!(7.0 <= a.1 * 0.75, "names are read: {} points", a.1 * 0.75);
    }
    let (asked, told) = (words(&[exercise]), words(&key));
    for goal in map.goals.values() {
        assert!(!asked.contains(&goal.text), "{}: goals stay behind", goal.text);
    }
    for question in ["Wat komt terug?", "Wie kwam eruit?", "Wat weten we nog niet?"] {
        assert!(asked.contains(question) && told.contains(question), "{question}");
    }
    for answer in
        ["Wim had schulden", "Henk is geen kind van Wim.", "Vraag eerst wie", "De brieven."]
    {
        assert!(told.contains(answer), "{answer}: {told}");
        assert!(!asked.contains(answer), "{answer} is no part of the exercise");
    }
    // Whoever looks on does not read what is for the one who tells; nor does anybody without names.
    let private = Wanted { eyes: Eyes::Anybody, ..wanted(&map) };
    let off = Wanted { names: Names::Off, ..wanted(&map) };
    for wanted in [private, off] {
        let said = words(&sheet::answer_key(&wanted));
        assert!(!said.contains("Henk is geen kind") && !said.contains("Vraag eerst wie"), "{said}");
    }
}

/// A group reads the answers: nobody of the family is spoken to, and who it is is said by name. Below each
/// question on the first page stands its answer.
#[test]
fn the_answers_speak_to_nobody_of_the_family() {
    for name in FAMILIES {
        let map = opened(&format!("examples/{name}.familie"));
        let map = FamilyMap { story: Vec::new(), ..map };
        for (lang, to) in [
            (Lang::Nl, ["jij", "jou", "jullie", "opa", "oma", "tante", "oom"].as_slice()),
            (Lang::En, ["your", "grandpa", "grandma", "aunt", "uncle"].as_slice()),
        ] {
            let key = sheet::answer_key(&Wanted { lang, ..wanted(&map) });
            let told = key.get(1..).unwrap_or_default();
            // The words of the family themselves may say so; the sentences may not.
            let said = words(told).to_lowercase();
            let mut all = said.split(|letter: char| !letter.is_alphanumeric());
            let spoken = all.find(|it| to.contains(it));
            assert_eq!(spoken, None, "{name}, {lang:?}: {said}");
        }
    }
    let map = opened("examples/drie-keer-jong-moeder.familie");
    let key = sheet::answer_key(&wanted(&map));
    let first = words(key.get(..1).unwrap_or_default());
    assert!(first.contains("Theo en Sandra"), "who got out: {first}");
    let off = sheet::answer_key(&Wanted { names: Names::Off, ..wanted(&map) });
    assert!(words(&off).contains("Je ouders"), "without names there are the words for kin");
}

#[test]
fn a_card_a_person_eight_to_a_page() {
    let map = opened("examples/drie-keer-jong-moeder.familie");
    let pages = sheet::person_cards(&wanted(&map));
    assert_eq!(pages.len(), map.people.len().div_ceil(8));
    let said = words(&pages);
    for person in map.people.values() {
        assert_eq!(said.matches(&person.name.full()).count(), 1, "{:?}", person.name);
    }
    assert!(said.contains("Schulden") && !said.contains("Opa Wim had"), "facts, and no sentences");
}

#[test]
fn pages_become_one_file_the_same_every_time() {
    for map in [family(17), opened("examples/drie-keer-jong-moeder.familie")] {
        for (sheet, make, _) in SHEETS {
            let pages = make(&wanted(&map));
            let first = pdf_of_pages(&pages, None, Lang::Nl).expect("a file");
            let again = pdf_of_pages(&make(&wanted(&map)), None, Lang::Nl).expect("a file");
            assert!(first == again, "{sheet}: the same bytes");
            let count = |word: &str| {
                first.windows(word.len()).filter(|part| *part == word.as_bytes()).count()
            };
            assert_eq!(count("/MediaBox"), pages.len(), "{sheet}: a page each");
            assert_eq!(count("pdfuaid:part"), 2, "{sheet}: for everybody to read");
            let picture = stacked(&pages).expect("a picture");
            assert_eq!(
                labels(&picture).count(),
                pages.iter().map(|page| labels(page).count()).sum::<usize>(),
                "{sheet}: a picture has all of them"
            );
        }
    }
    assert!(pdf_of_pages(&[], None, Lang::Nl).is_err(), "no pages are no file");
}
