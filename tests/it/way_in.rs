//! Everything that a map can hold has a way in: every command is sent by something in the window, and
//! every field is written in somewhere. What has none is named here, with the reason.

use std::fs;
use std::path::{Path, PathBuf};

/// What the window does not send or show yet, each with its reason.
const WITHOUT: &[(&str, &str)] = &[
    ("MapEdit::Lang", "a map is made in the language of the window and keeps it"),
    ("MapEdit::Today", "a living map counts to the real day; cases bring their own in the file"),
    ("MapEdit::Story", "scenes are recorded from the screen: comes with the story"),
];

/// The enums whose every variant needs a way in, and where they stand.
const ENUMS: &[(&str, &str)] = &[
    ("src/document/command.rs", "Command"),
    ("src/document/command.rs", "PersonEdit"),
    ("src/document/command.rs", "UnionEdit"),
    ("src/document/command.rs", "MapEdit"),
    ("src/model/field.rs", "MapField"),
    ("src/model/field.rs", "PersonField"),
    ("src/model/field.rs", "UnionField"),
    ("src/model/field.rs", "EntryField"),
    ("src/model/field.rs", "StrengthField"),
    ("src/model/field.rs", "RelationField"),
    ("src/model/field.rs", "HouseholdField"),
    ("src/model/field.rs", "SupportField"),
    ("src/model/field.rs", "GoalField"),
    ("src/model/field.rs", "StayField"),
];

/// The names of the variants of an enum in a source text.
fn variants(text: &str, name: &str) -> Vec<String> {
    let start = text.find(&format!("pub enum {name} {{")).unwrap_or_else(|| panic!("{name}"));
    let body = &text[start..];
    let open = body.find('{').expect("a body");
    let mut depth = 0;
    let end = body
        .char_indices()
        .find_map(|(at, letter)| {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            (depth == 0 && open < at).then_some(at)
        })
        .expect("its end");
    let lines = body[open..end].lines().map(str::trim);
    let names = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()));
    names.map(|line| line.chars().take_while(|c| c.is_alphanumeric()).collect()).collect()
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
            into.push(path);
        }
    }
}

/// What the window is made of, and what makes commands of what is typed, without their tests.
fn window() -> String {
    let mut all = Vec::new();
    for room in ["src/ui", "src/document"] {
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(room), &mut all);
    }
    all.retain(|path| !path.ends_with("command.rs") && !path.iter().any(|it| it == "apply"));
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a source");
    let texts = all.iter().map(read);
    // Tests of a file stand at its end.
    texts
        .map(|it| it.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_command_is_sent_and_every_field_is_shown() {
    let window = window();
    let mut missing = Vec::new();
    let mut walked = 0;
    for (path, name) in ENUMS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = fs::read_to_string(path).expect("a source");
        for variant in variants(&text, name) {
            walked += 1;
            let full = format!("{name}::{variant}");
            let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
            let is_used = window.split(&full).skip(1).any(is_whole)
                || window.contains(&format!("{name}::ALL"));
            let is_named = WITHOUT.iter().any(|(it, _)| *it == full);
            match (is_used, is_named) {
                (false, false) => missing.push(format!("{full} has no way in")),
                (true, true) => missing.push(format!("{full} has a way in: take it off the list")),
                _ => {}
            }
        }
    }
    assert!(90 < walked, "{walked} ways in");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
