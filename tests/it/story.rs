//! What a room sees of a story: everybody is there or counted, names can be read, nothing private is in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use rode_draad::file;
use rode_draad::geometry::Point;
use rode_draad::i18n::Lang;
use rode_draad::model::{
    CardId, Date, Entry, EntryId, FamilyMap, KindId, Lens, Name, Names, Note, Person, PersonId,
    Reveal, StoryScene, Subject,
};
use rode_draad::scene::{Layer, Scene, Shape};
use rode_draad::story::{HEIGHT, LEAST_NAME, Part, Screen, Unsaid, WIDTH, Wanted, screen, steps};
use rode_draad::theme::ThemeName;

use crate::any_map::any_map;

const CASES: [&[u8]; 4] = [
    include_bytes!("../../examples/drie-keer-jong-moeder.familie"),
    include_bytes!("../../examples/net-als-opa.familie"),
    include_bytes!("../../examples/wie-praat-met-wie.familie"),
    include_bytes!("../../examples/de-leeftijd-van-opa.familie"),
];

fn wanted(map: &FamilyMap) -> Wanted<'_> {
    let today = map.today.unwrap_or(Date::year_only(2026).expect("a year"));
    let (names, theme) = (Names::Shown, ThemeName::Light);
    Wanted { map, names, lang: Lang::Nl, theme, today, width: WIDTH }
}

fn scene(text: &str) -> StoryScene {
    StoryScene { text: text.to_owned(), ..StoryScene::default() }
}

fn case(story: Vec<StoryScene>) -> FamilyMap {
    FamilyMap { story, ..file::open(CASES[0]).expect("a map") }
}

fn people(names: &[&str]) -> BTreeSet<PersonId> {
    names.iter().map(|id| PersonId::new(id).expect("an id")).collect()
}

fn card(id: &str) -> CardId {
    CardId::new(id).expect("an id")
}

/// Every word of a picture, seen and spoken.
fn words(scene: &Scene) -> Vec<String> {
    let seen = scene.items.iter().filter_map(|it| match &it.shape {
        Shape::Text(label) => Some(label.text.clone()),
        _ => None,
    });
    let spoken = scene.spoken.values().chain([&scene.title, &scene.description]).cloned();
    let explained = scene.explained.iter().map(|it| it.words.clone());
    seen.chain(spoken).chain(explained).collect()
}

fn size_of(scene: &Scene, text: &str) -> Option<f64> {
    scene.items.iter().find_map(|it| match &it.shape {
        Shape::Text(label) if label.text == text => Some(label.size),
        _ => None,
    })
}

fn place_of(scene: &Scene, text: &str) -> Option<Point> {
    scene.items.iter().find_map(|it| match &it.shape {
        Shape::Text(label) if label.text == text => Some(label.at),
        _ => None,
    })
}

fn all_screens(wanted: &Wanted<'_>) -> Vec<Screen> {
    steps(&wanted.map.story).iter().map(|it| screen(wanted, it.scene, it.part)).collect()
}

#[test]
fn every_case_as_a_whole_can_be_read_in_the_back_row() {
    for bytes in CASES {
        let map = file::open(bytes).expect("a map");
        let map = FamilyMap { story: vec![scene("Dit is de hele familie.")], ..map };
        let shown = screen(&wanted(&map), 0, Part::Told);
        assert!(LEAST_NAME <= shown.name_size, "{}: {}", map.title, shown.name_size);
        assert_eq!((shown.people, shown.behind.all()), (map.people.len(), 0), "{}", map.title);
        assert_eq!(shown.doubts(), [], "{}", map.title);
        let sentence = size_of(&shown.scene, "Dit is de hele familie.").expect("a sentence");
        assert!(48.0 <= sentence);
        assert_eq!((shown.scene.bounds.width(), shown.scene.bounds.height()), (WIDTH, HEIGHT));
        let said = words(&shown.scene);
        assert!(said.contains(&"bedacht gezin".to_owned()), "{}", map.title);
        // No year stands under anybody, and nothing stands outside the screen.
        let is_year = |it: &String| it.len() == 4 && it.chars().all(|c| c.is_ascii_digit());
        assert!(!said.iter().any(is_year), "{said:?}");
        let out = shown.scene.items.iter().filter_map(|it| it.shape.bounds());
        let is_out = |it: &rode_draad::geometry::Rect| {
            it.min.x < -1.0 || it.min.y < -1.0 || WIDTH + 1.0 < it.max.x || HEIGHT + 1.0 < it.max.y
        };
        assert_eq!(out.filter(is_out).count(), 0, "{}", map.title);
    }
}

#[test]
fn who_is_not_shown_is_counted_at_somebody_who_is() {
    let map = case(vec![StoryScene { people: people(&["A11", "A16", "A17"]), ..scene("") }]);
    let shown = screen(&wanted(&map), 0, Part::Told);
    assert_eq!((shown.people, shown.behind.all(), shown.behind.nobody), (3, 14, 0));
    assert!(words(&shown.scene).contains(&"+14".to_owned()));
    assert!(!words(&shown.scene).iter().any(|it| it.contains("Gerda")));
}

#[test]
fn what_is_revealed_moves_nobody() {
    let asked = StoryScene {
        guess: Some(Reveal {
            text: "Eerst had Wim schulden, en nu hebben Ria, Henk, Danny en Kim ze, en dat is een zin \
                   die op twee regels staat."
                .to_owned(),
            cards: vec![card("geld-schulden")],
        }),
        ..scene("Wat komt terug?")
    };
    let map = case(vec![asked]);
    let wanted = wanted(&map);
    let (guess, reveal) = (screen(&wanted, 0, Part::Guess), screen(&wanted, 0, Part::Reveal));
    assert_ne!(guess.scene.items.len(), reveal.scene.items.len(), "a strand is drawn");
    for name in ["Kim", "Wim", "Noa", "Anja", "71"] {
        assert_eq!(place_of(&guess.scene, name), place_of(&reveal.scene, name), "{name}");
    }
    assert_eq!(guess.name_size, reveal.name_size);
    assert_eq!(guess.sentence, "Wat komt terug?");
}

/// Who no longer talks is a line between two, not a strand: a card of a tie draws its ties, and those alone.
#[test]
fn a_card_of_ties_draws_the_lines_of_its_kind_when_it_is_told() {
    let asked = StoryScene {
        guess: Some(Reveal {
            text: "Sommige mensen praten niet meer.".to_owned(),
            cards: vec![card("contact(cut-off)")],
        }),
        ..scene("Wie praat met wie?")
    };
    let map = FamilyMap { story: vec![asked], ..file::open(CASES[2]).expect("a map") };
    let drawn = |part| {
        let shown = screen(&wanted(&map), 0, part);
        let ties = shown.scene.items.iter().filter(|it| it.layer == Layer::Relations);
        ties.filter_map(|it| match &it.subject {
            Some(Subject::Relation(id)) => map.relations.get(id).map(|it| it.kind.clone()),
            _ => None,
        })
        .collect::<BTreeSet<_>>()
    };
    assert_eq!(drawn(Part::Guess), BTreeSet::new(), "it is the answer");
    let kinds: Vec<String> = drawn(Part::Reveal).iter().map(ToString::to_string).collect();
    assert_eq!(kinds, ["breuk"]);
}

#[test]
fn a_year_stands_before_the_sentence_and_whoever_was_not_born_has_no_name() {
    let map = case(vec![StoryScene { year: Some(2012), ..scene("Zo was het.") }]);
    let said = words(&screen(&wanted(&map), 0, Part::Told).scene);
    let is_said = |text: &str| said.iter().any(|it| it == text);
    assert!(is_said("2012") && is_said("11") && is_said("Kim"), "{said:?}");
    assert!(!said.iter().any(|it| it.contains("Noa") || it.contains("Levi")), "{said:?}");
}

#[test]
fn lifelines_show_the_ages_of_what_is_told() {
    let lives = StoryScene {
        lens: Lens::Lifelines,
        cards: vec![card("young-parent")],
        ..scene("Vier keer een eerste kind.")
    };
    let map = case(vec![lives]);
    let shown = screen(&wanted(&map), 0, Part::Told);
    let said = words(&shown.scene);
    assert!(said.iter().any(|it| it == "18–19"), "{said:?}");
    assert!(!said.iter().any(|it| it == "Schulden" || it == "1955"), "{said:?}");
    assert!(LEAST_NAME <= shown.name_size, "{}", shown.name_size);
}

#[test]
fn a_sentence_with_a_name_is_left_out_where_names_are_off_and_that_is_said() {
    let map = case(vec![
        StoryScene { names: Some(Names::Off), ..scene("Dit is kim, met Noa.") },
        StoryScene { names: Some(Names::Off), ..scene("Wie is dit?") },
    ]);
    let all = all_screens(&wanted(&map));
    assert_eq!((all[0].sentence.as_str(), all[0].unsaid), ("", Some(Unsaid::HasName)));
    assert_eq!((all[1].sentence.as_str(), all[1].unsaid), ("Wie is dit?", None));
    for shown in &all {
        assert!(!words(&shown.scene).iter().any(|it| it.contains("Kim") || it.contains("Noa")));
    }
    // Whoever tells may switch names off for everything.
    let map = case(vec![StoryScene { names: Some(Names::Shown), ..scene("Zie je dat?") }]);
    let shown = screen(&Wanted { names: Names::Kin, ..wanted(&map) }, 0, Part::Told);
    assert!(!words(&shown.scene).iter().any(|it| it == "Kim"));
}

#[test]
fn a_sentence_without_end_and_screens_of_any_shape_are_drawn() {
    let long = "Een zin zonder eind. ".repeat(200);
    let map = case(vec![scene(&long)]);
    for width in [1.0, 300.0, WIDTH, 9e6] {
        let shown = screen(&Wanted { width, ..wanted(&map) }, 0, Part::Told);
        assert_eq!(shown.unsaid.is_some(), width < 1e6, "{width}");
        assert!(shown.name_size.is_finite() && 0.0 < shown.name_size);
    }
    let nobody = FamilyMap { story: vec![scene("Leeg.")], ..FamilyMap::default() };
    assert_eq!(screen(&wanted(&nobody), 0, Part::Told).people, 0);
    assert_eq!(screen(&wanted(&nobody), 7, Part::Reveal).sentence, "", "there is no such scene");
}

/// `map` with a word that nobody may see in everything that is private.
fn with_canaries(map: &FamilyMap) -> FamilyMap {
    let mut map = map.clone();
    let hidden = "Kanarie".to_owned();
    for (at, person) in map.people.values_mut().enumerate() {
        let person: &mut Person = Arc::make_mut(person);
        person.name = Name::called(&format!("Koekoek{at}"));
        person.notes = vec![Note { text: hidden.clone(), for_coach: true, ..Note::default() }];
        let kind = KindId::new("geld-schulden").expect("an id");
        let id = EntryId::new(&format!("kanarie{at}")).expect("an id");
        let entry = Entry::new(id, kind);
        person.entries.push(Entry { words: hidden.clone(), sensitive: Some(true), ..entry });
        // Own words of others may be anything.
        for it in &mut person.entries {
            it.according_to = hidden.clone();
            it.helped = hidden.clone();
        }
    }
    for scene in &mut map.story {
        for text in [&mut scene.notes, &mut scene.trap, &mut scene.title] {
            text.clone_from(&hidden);
        }
        scene.text = format!("Dit is {}.", "Koekoek0");
    }
    for mark in map.cards.values_mut() {
        mark.comment.clone_from(&hidden);
    }
    (map.wish, map.dream) = (hidden.clone(), hidden);
    map
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 50, ..ProptestConfig::default() })]

    /// In no step of any story is a word that only the one who tells may read, or that is sensitive; with
    /// names off no name is, whatever the sentence says. Everybody is drawn, counted, or not born yet.
    #[test]
    fn nothing_private_is_on_the_screen(map in any_map()) {
        let map = with_canaries(&map);
        for names in [Names::Shown, Names::Off] {
            let wanted = Wanted { names, ..wanted(&map) };
            for shown in all_screens(&wanted) {
                let said = words(&shown.scene).join("\n");
                prop_assert!(!said.contains("Kanarie"), "{said}");
                prop_assert!(names == Names::Shown || !said.contains("Koekoek"), "{said}");
            }
        }
        let shown = all_screens(&wanted(&map));
        for (step, shown) in steps(&map.story).iter().zip(shown) {
            if map.story[step.scene].year.is_none() || map.story[step.scene].lens == Lens::Lifelines {
                prop_assert_eq!(shown.people + shown.behind.all(), map.people.len());
            }
        }
    }
}

/// What there is to guess is nowhere on the screen before it is revealed: no strand, no ages along a life,
/// not the name of the card, and no number of the answer along the lives.
#[test]
fn no_example_shows_its_answer_while_the_room_guesses() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut guessed = 0;
    for folder in [root.clone(), root.join("en")] {
        for file in std::fs::read_dir(folder).expect("the examples") {
            let path = file.expect("a file").path();
            if path.extension().is_none_or(|it| it != "familie") {
                continue;
            }
            let map = file::open(&std::fs::read(&path).expect("a file")).expect("a map");
            let wanted = Wanted { lang: map.lang, ..wanted(&map) };
            for step in steps(&map.story).into_iter().filter(|it| it.part == Part::Guess) {
                guessed += 1;
                let at = format!("{}, {}", path.display(), map.story[step.scene].title);
                let guess = screen(&wanted, step.scene, Part::Guess);
                let reveal = screen(&wanted, step.scene, Part::Reveal);
                assert!(!guess.shows_answer, "{at}");
                assert!(!guess.scene.items.iter().any(|it| it.strand.is_some()), "{at}: a strand");
                let said = words(&guess.scene);
                let answer = Part::Reveal.sentence(&map.story[step.scene]);
                assert!(!said.iter().any(|it| it == answer), "{at}: the sentence");
                assert!(
                    words(&reveal.scene).iter().any(|it| answer.starts_with(it.as_str())),
                    "{at}"
                );
                if map.story[step.scene].lens == Lens::Lifelines {
                    let is_range = |it: &&String| it.contains('–');
                    assert_eq!(said.iter().find(is_range), None, "{at}");
                    let marks = |it: &Screen| it.scene.items.len();
                    assert!(marks(&guess) < marks(&reveal), "{at}: there is more to see then");
                }
            }
        }
    }
    assert!(30 <= guessed, "{guessed} guesses");
}

/// A strand that is drawn all the time is no answer: that is said to whoever makes the story.
#[test]
fn an_answer_that_is_seen_while_the_room_guesses_is_doubted() {
    let debt = || vec![card("geld-schulden")];
    let guess = |told: Vec<CardId>, revealed: Vec<CardId>| {
        let guess = Some(Reveal { text: "Schulden.".to_owned(), cards: revealed });
        let asked = StoryScene { cards: told, guess, ..scene("Wat komt terug?") };
        let map = case(vec![asked]);
        let said = screen(&wanted(&map), 0, Part::Guess).doubts();
        (said.len(), screen(&wanted(&map), 0, Part::Reveal).doubts().len())
    };
    assert_eq!(guess(debt(), Vec::new()), (1, 0), "the same strand in both");
    assert_eq!(guess(debt(), debt()), (1, 0));
    assert_eq!(guess(Vec::new(), debt()), (0, 0), "first nothing, then the strand");
    assert_eq!(guess(vec![card("young-parent")], debt()), (0, 0), "another strand");
}
