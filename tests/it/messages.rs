//! Holds the message files against the source: every name that is said exists in both languages,
//! and every message in the files is said somewhere.
//!
//! A name counts as said when it stands as a literal inside `Message::new(…)` or `.get(…)` of the
//! texts; a message counts as used when its name stands as a literal anywhere in the source.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rode_draad::i18n::{Lang, message_files};

#[test]
fn every_message_is_there_in_both_languages_and_every_one_is_used() {
    let source = source();
    let literals: BTreeSet<&str> = source.iter().flat_map(|text| literals(text)).collect();
    let said: BTreeSet<&str> = source.iter().flat_map(|text| said(text)).collect();
    assert!(40 < said.len(), "the source was not read: {said:?}");

    let mut mistakes = Vec::new();
    let files: BTreeMap<Lang, BTreeSet<&str>> =
        Lang::ALL.into_iter().map(|lang| (lang, message_names(lang, &mut mistakes))).collect();
    for (lang, names) in &files {
        let missing = said.difference(names).map(|name| format!("{lang:?} has no {name}"));
        let unused = names.iter().filter(|name| !literals.contains(*name));
        mistakes.extend(missing);
        mistakes.extend(unused.map(|name| format!("{lang:?}: nobody says {name}")));
    }
    if let (Some(nl), Some(en)) = (files.get(&Lang::Nl), files.get(&Lang::En)) {
        let only = nl.symmetric_difference(en).map(|name| format!("{name} is in one language"));
        mistakes.extend(only);
    }
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn literals_and_names_are_read_from_source() {
    let text = "Message::new(match a { A => \"x-a\", B if b(')') => \"x-b\" }).arg(\"who\", \"y\")\n\
                // \"comment\"\n let t = texts.get(\"x-c\"); let u = map.get(\"plain\"); 'a'; '\"';";
    assert_eq!(literals(text), ["x-a", "x-b", "who", "y", "x-c", "plain"]);
    assert_eq!(said(text), ["x-a", "x-b", "x-c"]);
}

/// grammar.md §6: "Noa is nog te jong voor schulden" is a joke, and a prophecy.
#[test]
fn no_text_calls_a_child_too_young() {
    for (lang, file, text) in message_files() {
        let said = text.lines().filter(|line| !line.starts_with('#')).map(str::to_lowercase);
        let is_wrong = |line: &String| ["te jong", "too young"].iter().any(|it| line.contains(it));
        let wrong: Vec<String> = said.filter(is_wrong).collect();
        assert!(wrong.is_empty(), "{lang:?}/{file}: {wrong:?}");
    }
}

/// The names in the files of one language; a name that comes twice is a mistake.
fn message_names(lang: Lang, mistakes: &mut Vec<String>) -> BTreeSet<&'static str> {
    let mut names = BTreeSet::new();
    for (_, file, text) in message_files().iter().filter(|(of, _, _)| *of == lang) {
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let Some((name, _)) = line.split_once('=') else { continue };
            if !names.insert(name.trim()) {
                mistakes.push(format!("{lang:?}/{file}: {} is there twice", name.trim()));
            }
        }
    }
    names
}

/// Every source file, without its unit tests.
fn source() -> Vec<String> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).expect("a folder of the source");
        for entry in entries {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && !is_test(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    let read = |path: &PathBuf| std::fs::read_to_string(path).expect("a file of the source");
    files.iter().map(|path| without_tests(&read(path)).to_owned()).collect()
}

fn is_test(path: &Path) -> bool {
    path.file_stem().and_then(|stem| stem.to_str()).is_some_and(|stem| stem.ends_with("tests"))
}

/// Unit tests stand at the end of a file.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").and_then(|at| text.get(..at)).unwrap_or(text)
}

/// The plain string literals of `text`, comments left out.
fn literals(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let here = &rest[at..];
        if here.starts_with("//") {
            rest = here.find('\n').map_or("", |end| &here[end..]);
        } else if let Some(inner) = here.strip_prefix('"') {
            let Some(end) = end_of_literal(inner) else { break };
            found.push(&inner[..end]);
            rest = &inner[end + 1..];
        } else if let Some(after) = here.strip_prefix("'\"'") {
            rest = after;
        } else {
            rest = &here[1..];
        }
    }
    found
}

fn end_of_literal(inner: &str) -> Option<usize> {
    let mut escaped = false;
    inner.char_indices().find_map(|(at, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at)
    })
}

/// The names that are said in `text`.
fn said(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for opening in ["Message::new(", "texts.get(", "texts().get("] {
        for (at, _) in text.match_indices(opening) {
            let start = at + opening.len();
            let line_start = text[..at].rfind('\n').map_or(0, |it| it + 1);
            if text[line_start..at].contains("//") {
                continue;
            }
            let inside = &text[start..start + closing(&text[start..])];
            found.extend(literals(inside));
        }
    }
    found
}

/// Where the parenthesis that was opened before `text` closes.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(step) = text[at..].find(['"', '(', ')', '\'']) {
        at += step;
        let here = &text[at..];
        let is_char = here.get(2..3) == Some("'");
        match here.as_bytes().first() {
            Some(b'\'') if is_char => at += 2,
            Some(b'"') => at += 1 + end_of_literal(&here[1..]).unwrap_or(0),
            Some(b'(') => depth += 1,
            Some(b')') if depth == 0 => return at,
            Some(b')') => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}
