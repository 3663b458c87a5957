//! The rules of `src/architecture.md`, enforced.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rode_draad::catalogue::Catalogue;

/// Modules in reading order, each with the modules it may name. Nothing is named upwards.
const MAY_USE: &[(&str, &[&str])] = &[
    ("geometry", &[]),
    ("share", &[]),
    ("i18n", &[]),
    ("theme", &[]),
    ("icons", &[]),
    ("fonts", &["geometry"]),
    ("model", &["i18n"]),
    ("catalogue", &["i18n", "theme", "icons", "fonts"]),
    ("kinship", &["share", "i18n", "model"]),
    ("doubt", &["i18n", "model", "catalogue"]),
    ("telling", &["i18n", "model", "catalogue", "kinship"]),
    ("document", &["i18n", "model"]),
    ("quick", &["i18n", "model", "catalogue", "document"]),
    ("shown", &["i18n", "model", "catalogue", "document"]),
    ("year", &["model", "catalogue"]),
    ("layout", &["geometry", "share", "kinship"]),
    ("pattern", &["share", "i18n", "model", "catalogue", "kinship", "telling", "shown"]),
    (
        "scene",
        &[
            "geometry",
            "i18n",
            "theme",
            "icons",
            "fonts",
            "model",
            "catalogue",
            "kinship",
            "year",
            "layout",
            "pattern",
        ],
    ),
    ("picture", &["geometry", "theme", "model", "layout", "scene"]),
    (
        "sheet",
        &[
            "geometry",
            "i18n",
            "theme",
            "fonts",
            "model",
            "catalogue",
            "kinship",
            "telling",
            "shown",
            "pattern",
            "scene",
            "picture",
        ],
    ),
    (
        "story",
        &[
            "geometry",
            "i18n",
            "theme",
            "fonts",
            "model",
            "catalogue",
            "kinship",
            "shown",
            "year",
            "pattern",
            "scene",
            "picture",
        ],
    ),
    ("export", &["geometry", "i18n", "theme", "icons", "fonts", "scene"]),
    ("gedcom", &["i18n", "model"]),
    ("file", &["i18n", "model"]),
    ("merge", &["i18n", "model", "catalogue", "file"]),
    ("pseudonym", &["i18n", "model", "catalogue", "shown", "file"]),
    ("neutral", &["i18n", "geometry", "layout"]),
    ("interchange", &["i18n", "model", "layout", "file", "gedcom", "neutral"]),
    (
        "manual",
        &[
            "geometry",
            "i18n",
            "theme",
            "fonts",
            "model",
            "catalogue",
            "kinship",
            "shown",
            "year",
            "pattern",
            "scene",
            "picture",
            "sheet",
            "file",
        ],
    ),
    ("clock", &["model"]),
    ("cli", SHELL),
    ("ui", SHELL),
];

/// What the two shells may name: the engine, and the clock that only they read.
const SHELL: &[&str] = &[
    "geometry",
    "i18n",
    "theme",
    "icons",
    "fonts",
    "model",
    "catalogue",
    "kinship",
    "doubt",
    "telling",
    "document",
    "quick",
    "shown",
    "year",
    "layout",
    "pattern",
    "scene",
    "picture",
    "sheet",
    "story",
    "export",
    "gedcom",
    "file",
    "merge",
    "pseudonym",
    "neutral",
    "interchange",
    "manual",
    "clock",
];

/// Outside crates, each with the only modules that may name it.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("egui", &["ui"]),
    ("eframe", &["ui"]),
    ("rfd", &["ui"]),
    ("directories", &["ui"]),
    ("clap", &["cli"]),
    ("petgraph", &["kinship", "pattern"]),
    ("ron", &["file", "catalogue"]),
    ("age", &["file"]),
    ("resvg", &["export"]),
    ("krilla", &["export"]),
    ("pulldown_cmark", &["manual"]),
    ("skrifa", &["fonts", "icons", "catalogue", "export"]),
    ("unicode_bidi", &["fonts"]),
    ("fluent_bundle", &["i18n"]),
    ("encoding_rs", &["gedcom"]),
    ("chardetng", &["gedcom"]),
    ("jiff", &["clock"]),
    ("ecow", &["model"]),
    ("serde_json", &["cli", "file", "merge", "neutral", "pattern", "pseudonym"]),
];

/// Where the disk may be touched.
const DISK: &[&str] = &["file/disk.rs", "cli/", "ui/shell/desktop/"];

/// What only the shell of the desktop names, of all that is the window: disk, threads, environment,
/// processes and clocks, and the crates that reach for them.
const FROM_OUTSIDE: &[&str] = &[
    "std::fs",
    "std::thread",
    "std::env",
    "std::process",
    "std::net",
    "Instant::now",
    "SystemTime",
    "RealDisk",
    "clock::today",
    "clock::now",
    "clock::local",
    "clock::any_number",
    "rfd::",
    "directories::",
    "run_native",
    ".exists()",
    ".is_file()",
    ".is_dir()",
    ".metadata()",
    ".canonicalize()",
    ".read_dir()",
];

/// Longest file we are willing to read in one sitting.
const MAX_LINES: usize = 600;

#[test]
fn modules_depend_downwards_only() {
    let mut wrong = Vec::new();
    for path in sources() {
        let Some((module, allowed)) = rule_for(&path) else { continue };
        for (number, line) in code_lines(&path) {
            for rest in line.split("crate::").skip(1) {
                let target = word(rest);
                if target != module && !allowed.contains(&target) {
                    wrong.push(format!("{}:{number}: {module} names {target}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn outside_crates_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for path in sources() {
        let Some((module, _)) = rule_for(&path) else { continue };
        for (number, line) in code_lines(&path) {
            for (outside, rooms) in OUTSIDE {
                if names(&line, outside) && !rooms.contains(&module) {
                    wrong.push(format!("{}:{number}: {module} names {outside}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_touches_no_disk_and_reads_no_clock() {
    let mut wrong = Vec::new();
    for path in sources() {
        let inside = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
        if DISK.iter().any(|room| inside.starts_with(room)) || inside == "main.rs" {
            continue;
        }
        for (number, line) in code_lines(&path) {
            for word in ["std::fs", "SystemTime", "Instant::now", "std::env", "std::process"] {
                if line.contains(word) {
                    wrong.push(format!("{inside}:{number}: {word} in the core"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_window_knows_the_outside_by_its_shell_only() {
    let (ui, desktop) = (root().join("ui"), root().join("ui/shell/desktop"));
    let is_outside = |line: &str| {
        // `use std::{fs, thread};` names each of them.
        let inside = line.split_once("std::{").map(|(_, inside)| inside).unwrap_or_default();
        let whole = inside.split(',').map(|it| format!("std::{}", it.trim()));
        std::iter::once(line.to_owned())
            .chain(whole)
            .any(|it| FROM_OUTSIDE.iter().any(|word| it.contains(word)))
    };
    let mut wrong = Vec::new();
    for path in sources().into_iter().filter(|it| it.starts_with(&ui) && !it.starts_with(&desktop))
    {
        // A computer that only unit tests have may stand on the real one.
        if is_of_tests(&path) {
            continue;
        }
        for (number, line) in code_lines(&path).into_iter().filter(|(_, it)| is_outside(it)) {
            wrong.push(format!("{}:{number}: {line}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(is_outside("let it = std::fs::read(path);") && is_outside("use std::{fs, thread};"));
    assert!(sources().iter().any(|it| it.starts_with(&desktop)), "there is such a room");
}

#[test]
fn every_module_has_a_rule() {
    let lib = fs::read_to_string(root().join("lib.rs")).unwrap();
    for module in lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')) {
        assert!(MAY_USE.iter().any(|(name, _)| *name == module), "no rule for `{module}`");
    }
}

#[test]
fn files_stay_readable() {
    for path in sources() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines; split it by subject", path.display());
    }
}

/// Rules of the domain are flags of the catalogue: no list of its ids, and no beginning of one
/// ("opv-", "ef-"), stands in code.
#[test]
fn ids_of_the_catalogue_stand_in_the_catalogue() {
    let catalogue = Catalogue::builtin();
    let ids: BTreeSet<&str> = catalogue.entries().map(|it| it.id()).collect();
    let begins: BTreeSet<&str> = ids.iter().filter_map(|id| Some(id.split_once('-')?.0)).collect();
    let is_id = |text: &str| {
        ids.contains(text)
            || text
                .split_once('-')
                .is_some_and(|(begin, rest)| rest.is_empty() && begins.contains(begin))
    };
    let mut wrong = Vec::new();
    for path in sources().into_iter().chain(rust_files(&root().with_file_name("examples"))) {
        if path.starts_with(root().join("catalogue")) || is_of_tests(&path) {
            continue;
        }
        for (number, line) in code_lines(&path) {
            for text in line.split('"').skip(1).step_by(2).filter(|text| is_id(text)) {
                wrong.push(format!("{}:{number}: {text}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // It finds what it is for.
    assert!(is_id("geld-schulden") && is_id("ef-") && is_id("gevoel") && is_id("org-naaste"));
    assert!(!is_id("kin-you") && !is_id("strands-chance"));
}

/// Is it a file that only tests compile: `#[cfg(test)] mod fixture;`?
fn is_of_tests(path: &Path) -> bool {
    let (Some(folder), Some(stem)) = (path.parent(), path.file_stem()) else { return false };
    let stem = stem.to_string_lossy();
    let declared = ["", "pub(in crate::ui) "].map(|it| format!("#[cfg(test)]\n{it}mod {stem};"));
    let parents = [folder.join("mod.rs"), folder.with_extension("rs"), folder.join("lib.rs")];
    parents.iter().any(|it| {
        fs::read_to_string(it).is_ok_and(|text| declared.iter().any(|it| text.contains(it)))
    })
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Our own sources, without unit tests in files of their own.
pub(crate) fn sources() -> Vec<PathBuf> {
    rust_files(&root())
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.retain(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_test = name.ends_with("tests.rs") || path.iter().any(|part| part == "tests");
        name.ends_with(".rs") && !is_test
    });
    files.sort();
    files
}

fn rule_for(path: &Path) -> Option<(&'static str, &'static [&'static str])> {
    let first = path.strip_prefix(root()).ok()?.iter().next()?.to_str()?;
    let module = first.strip_suffix(".rs").unwrap_or(first);
    MAY_USE.iter().find(|(name, _)| *name == module).copied()
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    text.split_at(end).0
}

/// Does a line of code name this crate? `Message::new` does not name `age`.
fn names(line: &str, outside: &str) -> bool {
    // Nor does `super::age`.
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let path = format!("{outside}::");
    line.match_indices(&path).any(|(at, _)| !line.get(..at).unwrap_or("").ends_with(is_word))
}

/// Lines that are code: no comments, and nothing below `#[cfg(test)] mod tests {`.
pub(crate) fn code_lines(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or("");
    let numbered =
        code.lines().enumerate().map(|(index, line)| (index + 1, line.trim().to_owned()));
    numbered.filter(|(_, line)| !line.starts_with("//")).collect()
}
