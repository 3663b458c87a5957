//! The file, from outside: any map comes back; nothing else does any harm.

mod faults;

use proptest::prelude::*;
use rode_draad::file::{OpenError, open, to_bytes};
use rode_draad::model::broken;

use crate::any_map::any_map;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_map_comes_back_and_gives_the_same_bytes(map in any_map()) {
        prop_assert_eq!(broken(&map), vec![]);
        let bytes = to_bytes(&map).unwrap();
        let again = open(&bytes).unwrap();
        prop_assert_eq!(&again, &map);
        prop_assert_eq!(to_bytes(&again).unwrap(), bytes);
    }

    #[test]
    fn one_changed_byte_never_panics(map in any_map(), at in any::<usize>(), byte in any::<u8>()) {
        let mut bytes = to_bytes(&map).unwrap();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(map) = open(&bytes) {
            prop_assert_eq!(broken(&map), vec![], "an opened map is sound");
        }
    }

    #[test]
    fn random_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open(&bytes).is_err());
    }

    #[test]
    fn what_is_written_above_a_map_never_keeps_it_from_being_saved(
        lines in proptest::collection::vec("[ /*!a-c\"\\\\()\\[\\]:\r]{0,12}", 0..6),
    ) {
        let head: String = lines.iter().map(|line| format!("//{line}\n")).collect();
        let map = open(format!("{head}FamilyMap(version: 2, title: \"\", lang: Nl)").as_bytes()).unwrap();
        let saved = to_bytes(&map).unwrap();
        prop_assert_eq!(open(&saved).unwrap(), map);
    }

    #[test]
    fn random_ron_is_refused_or_sound(tail in "[(){}\\[\\]:,\"a-z0-9 \\\\]{0,80}") {
        let text = format!("FamilyMap(version: 1, title: \"\", lang: Nl, {tail}");
        if let Ok(map) = open(text.as_bytes()) {
            prop_assert_eq!(broken(&map), vec![]);
        }
    }
}

#[test]
fn comments_written_by_hand_stay_in_the_file() {
    let text = "// Written by hand: the Sluis family\r\nFamilyMap(version: 1, title: \"// no\", lang: Nl,\n\
        people: [\n // not outside this room\n (id: \"a\", call: \"Oma\"), /* asked */\n\
        // of the son\n (id: \"b\", call: \"/* no */\")])\n/* last\n of all */";
    let map = open(text.as_bytes()).unwrap();
    let saved = String::from_utf8(to_bytes(&map).unwrap()).unwrap();
    let head: Vec<&str> = saved.lines().take_while(|line| line.starts_with("//")).collect();
    assert_eq!(
        head,
        [
            "// Written by hand: the Sluis family",
            "// [a] not outside this room",
            "// [a] asked",
            "// [b] of the son",
            "// last",
            "// of all",
        ]
    );
    let again = open(saved.as_bytes()).unwrap();
    assert_eq!(again, map);
    assert_eq!(to_bytes(&again).unwrap(), saved.as_bytes());
}

#[test]
fn no_beginning_of_a_file_passes_for_a_whole_one() {
    let example = include_bytes!("../../examples/drie-keer-jong-moeder.familie");
    // What comes behind the map is its sum, which may be left out.
    let end = example.iter().rposition(|byte| *byte == b')').expect("an end");
    let whole = &example[..=end];
    assert!(open(whole).is_ok(), "{:?}", open(whole));
    for len in 0..whole.len() {
        let result = open(&whole[..len]);
        assert!(result.is_err(), "the first {len} bytes pass for a map");
    }
    let middle = whole[..whole.len() / 2].iter().rposition(|byte| *byte == b',').expect("a comma");
    assert_eq!(open(&whole[..=middle]), Err(OpenError::NotWhole));
}

/// A file as version 1 writes it, with every field and every word there is. It is never changed:
/// files like it lie on people's disks.
#[test]
fn version_1_opens_for_ever() {
    let bytes = include_bytes!("../fixtures/v1/everything.familie");
    let map = open(bytes).unwrap();
    let written = String::from_utf8(to_bytes(&map).unwrap()).unwrap();
    // Only how it is laid out over lines may ever change, the version that is written, and that
    // several supports may work on a goal.
    let old = std::str::from_utf8(bytes).unwrap().replacen("version: 1,", "version: 2,", 1);
    let old = old.replacen(
        "helper: \"Rob\", support: \"s1\",",
        "helper: \"Rob\", supports: [\"s1\"],",
        1,
    );
    assert_eq!(words(&written), words(&old));
}

/// What version 2 added, in a file as it writes it.
#[test]
fn version_2_comes_back_word_for_word() {
    let bytes = include_bytes!("../fixtures/v2/everything.familie");
    let map = open(bytes).unwrap();
    let written = String::from_utf8(to_bytes(&map).unwrap()).unwrap();
    let (left, right) = (words(&written), words(std::str::from_utf8(bytes).unwrap()));
    for (at, pair) in left.iter().zip(&right).enumerate() {
        assert_eq!(pair.0, pair.1, "word {at}");
    }
    assert_eq!(left.len(), right.len());
    assert!(!map.cards.is_empty() && map.view.strands.is_some(), "it holds what is new");
    assert!(!map.unread.is_empty(), "it holds what is new");
}

/// The first files of version 2 had one support for a goal, as version 1.
#[test]
fn one_support_of_a_goal_is_read_in_version_2_too() {
    let head =
        "FamilyMap(version: 2, title: \"\", lang: Nl, supports: [(id: \"s1\", kind: \"x\")],";
    let text = format!("{head} goals: [(id: \"g1\", whose: Family, support: \"s1\")])");
    let map = open(text.as_bytes()).unwrap();
    let goal = map.goals.values().next().unwrap();
    assert_eq!(goal.supports.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["s1"]);
}

#[test]
fn version_1_does_not_know_what_came_later() {
    for field in [
        "cards: [(id: \"x\")]",
        "unread: [(of: Map(Wish), text: \"x\")]",
        "view: (strands: [])",
        "view: (seen: [(\"x\", 1.0)])",
        "dream: \"x\"",
        "story: [(title: \"x\", cards: [\"x\"])]",
        "story: [(title: \"x\", guess: (text: \"x\"))]",
        "story: [(title: \"x\", minutes: 5)]",
        "people: [(id: \"p1\", origin: \"x\")]",
        "households: [(id: \"h1\", from: \"1999\")]",
        "goals: [(id: \"g1\", whose: Family, supports: [])]",
    ] {
        let text =
            |version| format!("FamilyMap(version: {version}, title: \"\", lang: Nl, {field})");
        assert!(open(text(1).as_bytes()).is_err(), "{field}");
        assert!(open(text(2).as_bytes()).is_ok(), "{field}");
    }
}

/// Word by word, without the sum.
fn words(text: &str) -> Vec<String> {
    let map = text.rsplit_once("// sum ").map_or(text, |(map, _)| map);
    map.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_text_belongs_to_one_field_of_something_that_is_there() {
    let open_with = |unread: &str| {
        let head = "FamilyMap(version: 2, title: \"\", lang: Nl, people: [(id: \"p1\")], unread: [";
        open(format!("{head}{unread}])").as_bytes())
    };
    let text = "(of: Person(\"p1\", Born), text: \"in de winter\")";
    assert!(open_with(text).is_ok());
    assert!(open_with(&format!("{text}, {text}")).is_err(), "two texts for one field");
    for nowhere in ["Person(\"p2\", Born)", "Union(\"p1\", From)", "Entry(\"p1\", Since)"] {
        let text = format!("(of: {nowhere}, text: \"in de winter\")");
        assert!(open_with(&text).is_err(), "{nowhere} is not on the map");
    }
}
