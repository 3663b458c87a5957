//! What a file looks like, and what is said of one that is wrong.

use std::sync::Arc;

use super::*;
use crate::i18n::{Lang, Texts};
use crate::model::{Broken, Child, Name, Person, PersonId, Union, UnionId};

fn id(text: &str) -> PersonId {
    PersonId::new(text).expect("a valid id")
}

fn file(fields: &str) -> String {
    format!("FamilyMap(version: 1, title: \"\", lang: Nl{fields})")
}

#[test]
fn a_person_of_whom_only_the_name_is_known_takes_one_line() {
    let mut map = FamilyMap { title: "Thuis".to_owned(), ..FamilyMap::default() };
    for name in ["Kim", "Noa"] {
        let person = Person { name: Name::called(name), ..Person::default() };
        map.people.insert(id(name), Arc::new(person));
    }
    let union = Union {
        partners: vec![id("Kim")],
        children: vec![Child::by_birth(id("Noa"))],
        ..Union::default()
    };
    map.unions.insert(UnionId::new("u1").expect("a valid id"), Arc::new(union));
    let text = String::from_utf8(to_bytes(&map).expect("it saves")).expect("it is text");
    let (text, sum) = text.rsplit_once("// sum ").expect("a sum");
    assert_eq!(sum.trim_end().len(), 32, "{sum}");
    let expected = r#"FamilyMap(
    version: 2,
    title: "Thuis",
    lang: Nl,
    people: [
        (id: "Kim", call: "Kim"),
        (id: "Noa", call: "Noa"),
    ],
    unions: [
        (id: "u1", partners: ["Kim"], children: [(id: "Noa")]),
    ],
)
"#;
    assert_eq!(text, expected);
}

#[test]
fn the_example_in_the_documentation_opens() {
    let source = include_str!("mod.rs");
    let (_, example) = source.split_once("//! ```ron\n").expect("there is an example");
    let (example, _) = example.split_once("//! ```").expect("it ends");
    let text = example.replace("//! ", "");
    let others = ["A13", "A16"].map(|id| format!("(id: \"{id}\"),\n    "));
    let text = text.replace("people: [", &format!("people: [\n{}", others.concat()));
    let map = open(text.as_bytes()).expect("it opens");
    assert_eq!(map.person(&id("A8")).map(|it| it.name.full()).as_deref(), Some("Peter de Ronde"));
}

#[test]
fn files_that_are_no_map_are_told_apart() {
    let cases: [(&[u8], OpenError); 9] = [
        (b"", OpenError::Empty),
        (b"\xEF\xBB\xBF \n", OpenError::Empty),
        (b"0 HEAD\n0 TRLR\n", OpenError::NotAMap),
        (b"{\"a\": 1}", OpenError::NotAMap),
        (b"FamilyMap(title: \"\")", OpenError::NoVersion),
        (b"FamilyMap(version: 0)", OpenError::NoVersion),
        (b"FamilyMap(version: 3, whatever <>", OpenError::Newer { version: 3 }),
        (b"FamilyMap(version: 1,", OpenError::NotWhole),
        (b"FamilyMap(\n\xFF)", OpenError::NotText { line: 2 }),
    ];
    for (bytes, expected) in cases {
        assert_eq!(open(bytes), Err(expected), "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_byte_order_mark_comments_and_loose_commas_are_fine() {
    let text = format!("\u{feff}// van Kim\n{}\n", file(",\n/* leeg */ people: [],"));
    assert!(open(text.as_bytes()).is_ok(), "{:?}", open(text.as_bytes()));
}

#[test]
fn a_mistake_is_told_with_its_place_and_what_should_be_there() {
    let cases = [
        (",\npeople: [(id: \"A1\", born: \"1979-13\")]", 2, "1979-13"),
        (",\npeople: [(id: \"A 1\")]", 2, "A 1"),
        (",\npeople: [\n(id: \"A1\", name: \"Kim\")]", 3, "birth_name"),
        (",\npeople: [(id: \"A1\", gender: Vrouw)]", 2, "Woman"),
        (",\npeople: [(call: \"Kim\")]", 2, "id"),
        (",\nfocus: 3", 2, "[ … ]"),
        (", lang: En", 1, "lang"),
        (", today: \"gisteren\"", 1, "gisteren"),
    ];
    for (fields, expected_line, expected_word) in cases {
        let error = open(file(fields).as_bytes()).expect_err("it does not open");
        let OpenError::Syntax { line, what, .. } = &error else {
            panic!("{fields}: {error:?}");
        };
        assert_eq!(*line, expected_line, "{fields}");
        for lang in Lang::ALL {
            let sentence = Texts::new(lang).say(what);
            assert!(sentence.contains(expected_word), "{fields}: {sentence}");
        }
        assert_eq!(error.messages().len(), 3, "what happened, where, what is safe");
    }
}

#[test]
fn the_same_id_twice_is_never_settled_in_silence() {
    let cases = [
        ", people: [(id: \"A1\"), (id: \"A1\", call: \"Kim\")]",
        ", people: [(id: \"A1\")], view: (pins: [(id: \"A1\", x: 1.0), (id: \"A1\", x: 2.0)])",
        ", people: [(id: \"A1\")], twins: [(id: \"t\", people: [\"A1\", \"A1\"])]",
    ];
    for fields in cases {
        let expected = OpenError::Broken(vec![Broken::SameId("A1".to_owned())]);
        assert_eq!(open(file(fields).as_bytes()), Err(expected), "{fields}");
    }
}

#[test]
fn contents_that_cannot_be_are_refused() {
    let cases = [
        ", focus: [\"A1\"]",
        ", people: [(id: \"A1\")], view: (pins: [(id: \"A1\", x: NaN)])",
        ", people: [(id: \"A1\")], view: (pins: [(id: \"A1\", x: inf)])",
        ", people: [(id: \"A1\")], unions: [(id: \"u\", partners: [\"A1\", \"A1\"])]",
        ", people: [(id: \"A1\", entries: [(id: \"e\", kind: \"k\", priority: 4)])]",
    ];
    for fields in cases {
        let result = open(file(fields).as_bytes());
        assert!(matches!(result, Err(OpenError::Broken(_))), "{fields}: {result:?}");
    }
}

#[test]
fn texts_have_a_length_that_is_told() {
    let longest = "é".repeat(MAX_NAME_CHARS);
    let text = file(&format!(", people: [(id: \"A1\", call: \"{longest}\")]"));
    assert!(open(text.as_bytes()).is_ok(), "{MAX_NAME_CHARS} characters are fine");
    let text = file(&format!(", people: [(id: \"A1\", call: \"{longest}x\")]"));
    assert!(matches!(open(text.as_bytes()), Err(OpenError::Syntax { .. })), "one more is not");
    let map = FamilyMap { wish: "x".repeat(MAX_NOTE_CHARS + 1), ..FamilyMap::default() };
    let refused = to_bytes(&map).expect_err("what does not open is not saved");
    assert!(matches!(refused, SaveError::WouldNotOpen(OpenError::Syntax { .. })), "{refused:?}");
}

#[test]
fn deep_nesting_is_refused_and_does_not_overflow() {
    for bracket in ["(", "[", "Some(", "{"] {
        let text = file(&format!(", people: {}", bracket.repeat(200_000)));
        assert!(open(text.as_bytes()).is_err(), "{bracket}");
    }
}

#[test]
fn every_refusal_is_a_sentence_in_both_languages() {
    let faults = (0..9).map(|n| Broken::SameId(format!("A{n}"))).collect();
    let opening = [
        OpenError::Empty,
        OpenError::TooLarge,
        OpenError::NotText { line: 3 },
        OpenError::NotAMap,
        OpenError::NoVersion,
        OpenError::Newer { version: 2 },
        OpenError::NotWhole,
        OpenError::Broken(faults),
    ];
    let disk = [
        DiskFault::Full,
        DiskFault::NotAllowed,
        DiskFault::NoFolder,
        DiskFault::Other(std::io::ErrorKind::TimedOut),
    ];
    let saving = [SaveError::Differs, SaveError::Changed].into_iter();
    let saving = saving.chain(disk.map(SaveError::Disk));
    let saving = saving.chain([SaveError::WouldNotOpen(OpenError::NotWhole)]);
    let messages = opening.iter().map(OpenError::messages).chain(saving.map(|it| it.messages()));
    for message in messages.flatten() {
        for lang in Lang::ALL {
            let sentence = Texts::new(lang).say(&message);
            assert!(sentence.contains(' '), "{} in {lang:?}: {sentence:?}", message.id);
            assert!(!sentence.contains('{'), "{} in {lang:?}: {sentence:?}", message.id);
        }
    }
}

/// What is mended can be saved: also words of somebody who is not there, and words of the stay of a
/// child that is let go because it would be its own ancestor.
#[test]
fn what_was_mended_can_be_saved() {
    let away = |field: &str| format!(", unread: [(of: {field}, text: \"  a \\t\\u{{b}}b\\n \")]");
    let loops = ", people: [(id: \"a\"), (id: \"b\")], unions: [(id: \"u1\", partners: [\"a\"], \
        children: [(id: \"b\")]), (id: \"u2\", partners: [\"b\"], children: [(id: \"a\")])]";
    let cases = [
        away("Person(\"nobody\", Born)"),
        away("Map(Wish)"),
        format!("{loops}{}", away("Child(\"u2\", \"a\", From)")),
        format!("{loops}{}", away("Child(\"u1\", \"b\", From)")),
    ];
    for case in cases {
        let text = format!("FamilyMap(version: 2, title: \"\", lang: Nl{case})");
        let loaded = load(text.as_bytes()).expect("it can be mended");
        let again = open(&to_bytes(&loaded.map).expect("it can be saved")).expect("a file");
        assert_eq!(again, loaded.map, "{case}");
        let kept = format!("{:?} {:?}", again.unread, again.comments);
        assert!(kept.contains('a') && kept.contains('b'), "{case}: no word is lost: {kept}");
    }
}
