//! No circles between files: whoever reads one can read all it stands on before it.
//!
//! Imports are read as text and followed through `pub use` to the file that defines what is named: a
//! module that only hands names on ties nobody to anybody.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::architecture::{code_lines, root, sources};

/// Modules whose files import each other in no circle.
const FREE: &[&str] = &["ui"];

/// A module or a thing in it: `["ui", "style", "color"]`.
type Path = Vec<String>;

/// What every file names, and what it gives other names to.
#[derive(Default)]
struct House {
    named: BTreeMap<Path, Vec<Path>>,
    /// What a name stands for in a file that has it from another one.
    handed_on: BTreeMap<Path, BTreeMap<String, Path>>,
}

impl House {
    /// Of files, each with its code.
    fn of(files: &[(Path, String)]) -> Self {
        let mut house = Self::default();
        for (module, _) in files {
            house.named.insert(module.clone(), Vec::new());
        }
        for (module, code) in files {
            let (uses, rest) = uses_and_rest(code);
            let mut names = BTreeMap::new();
            let mut named = Vec::new();
            for (path, alias) in uses.iter().flat_map(|(_, tree)| leaves(tree)) {
                let Some(whole) = house.whole(module, &path) else { continue };
                names.insert(alias, whole);
            }
            for (_, tree) in uses.iter().filter(|(is_public, _)| !is_public) {
                named.extend(leaves(tree).iter().filter_map(|(it, _)| house.whole(module, it)));
            }
            for path in paths(&rest) {
                let first = path.first().and_then(|it| names.get(it));
                let known = first.map(|it| [it, path.get(1..).unwrap_or_default()].concat());
                named.extend(house.whole(module, &path).or(known));
            }
            house.named.insert(module.clone(), named);
            house.handed_on.insert(module.clone(), names);
        }
        house
    }

    /// A path as it stands in `module`, from the crate on; `None` for another crate's.
    fn whole(&self, module: &Path, path: &[String]) -> Option<Path> {
        let first = path.first()?.as_str();
        let own = [module.as_slice(), path].concat();
        match first {
            "crate" => Some(path.get(1..)?.to_vec()),
            "self" => Some([module, path.get(1..)?].concat()),
            "super" => {
                let n_up = path.iter().take_while(|it| *it == "super").count();
                let above = module.get(..module.len().checked_sub(n_up)?)?;
                Some([above, path.get(n_up..)?].concat())
            }
            _ => self.named.contains_key(own.get(..=module.len())?).then_some(own),
        }
    }

    /// The file that defines what `path` names; `None` when it names only a file.
    fn defined_in(&self, path: &Path) -> Option<Path> {
        let mut path = path.clone();
        // Names are handed on a few times at most.
        for _ in 0..8 {
            let n = (0..=path.len()).rev().find(|n| {
                path.get(..*n).is_some_and(|it| it.is_empty() || self.named.contains_key(it))
            })?;
            let (module, rest) = path.split_at(n);
            let (name, below) = rest.split_first()?;
            match self.handed_on.get(module).and_then(|names| names.get(name)) {
                Some(other) => path = [other.as_slice(), below].concat(),
                None => return Some(module.to_vec()),
            }
        }
        None
    }

    /// The files of `module` that stand in circles: each with those of them that it imports.
    fn circles(&self, module: &str) -> Vec<String> {
        let is_inside = |it: &Path| it.first().is_some_and(|first| first == module);
        let mut imports: BTreeMap<&Path, BTreeSet<Path>> = BTreeMap::new();
        for (file, named) in self.named.iter().filter(|(file, _)| is_inside(file)) {
            let others = named.iter().filter_map(|it| self.defined_in(it));
            imports.insert(file, others.filter(|it| is_inside(it) && it != file).collect());
        }
        // Whoever imports nobody that is left, or is imported by nobody left, is in no circle.
        loop {
            let left: BTreeSet<Path> = imports.keys().map(|it| (*it).clone()).collect();
            let imported: BTreeSet<Path> = imports.values().flatten().cloned().collect();
            imports.retain(|file, others| {
                others.retain(|it| left.contains(it));
                !others.is_empty() && imported.contains(*file)
            });
            if imports.len() == left.len() {
                break;
            }
        }
        let said = |path: &Path| path.join("::");
        let row = |(file, others): (&&Path, &BTreeSet<Path>)| {
            let others: Vec<String> = others.iter().map(said).collect();
            format!("{} imports {}", said(file), others.join(", "))
        };
        imports.iter().map(row).collect()
    }
}

/// The `use` lines of a file, each with whether it hands its names on; and the rest.
fn uses_and_rest(code: &str) -> (Vec<(bool, String)>, String) {
    let (mut uses, mut rest, mut open) = (Vec::new(), String::new(), None::<(bool, String)>);
    for line in code.lines() {
        let begins = open.is_none().then(|| use_line(line)).flatten();
        match (&mut open, begins) {
            (Some((_, tree)), _) => tree.push_str(line),
            (None, Some(begun)) => open = Some(begun),
            (None, None) => {
                rest.push_str(line);
                rest.push('\n');
            }
        }
        if let Some(done) = open.take_if(|(_, tree)| tree.ends_with(';')) {
            uses.push((done.0, done.1.trim_end_matches(';').to_owned()));
        }
    }
    (uses, rest)
}

fn use_line(line: &str) -> Option<(bool, String)> {
    let after = |line: &str| line.strip_prefix("use ").map(str::to_owned);
    if let Some(tree) = after(line) {
        return Some((false, tree));
    }
    let public = line.strip_prefix("pub")?;
    let public = match public.strip_prefix('(') {
        Some(scope) => scope.split_once(')')?.1,
        None => public,
    };
    Some((true, after(public.strip_prefix(' ')?)?))
}

/// `a::{b, c::{self, d as e}}`: each path with the name that it gets.
fn leaves(tree: &str) -> Vec<(Path, String)> {
    let mut open = vec![(Vec::new(), tree.trim())];
    let mut found = Vec::new();
    while let Some((before, tree)) = open.pop() {
        if let Some((path, inside)) = tree.split_once('{') {
            let path = [before, words(path)].concat();
            let inside = inside.trim().strip_suffix('}').unwrap_or(inside);
            open.extend(parts(inside).into_iter().map(|part| (path.clone(), part)));
            continue;
        }
        let (path, alias) = tree.split_once(" as ").unwrap_or((tree, ""));
        let mut path = [before, words(path)].concat();
        path.pop_if(|last| last == "self");
        let Some(last) = path.last() else { continue };
        let alias = if alias.is_empty() { last.clone() } else { alias.trim().to_owned() };
        found.push((path, alias));
    }
    found
}

/// Parts between the outer commas.
fn parts(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = list.split(|c| {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        c == ',' && depth == 0
    });
    parts.map(str::trim).filter(|it| !it.is_empty()).collect()
}

fn words(path: &str) -> Path {
    path.split("::").map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// Paths in code outside `use` lines: `super::style::color`.
fn paths(code: &str) -> Vec<Path> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let found = code.split(|c| !is_part(c)).filter(|it| it.contains("::"));
    found.filter(|it| it.starts_with(|c: char| c.is_lowercase())).map(words).collect()
}

/// All our own code.
fn house() -> House {
    let module_of = |path: &std::path::Path| {
        let inside = path.strip_prefix(root()).unwrap().with_extension("");
        let mut parts: Path = inside.iter().map(|it| it.to_string_lossy().into_owned()).collect();
        parts.pop_if(|last| last == "mod" || last == "lib");
        parts
    };
    let code = |path: &std::path::Path| {
        let lines = code_lines(path).into_iter();
        lines.map(|(_, line)| line.split(" //").next().unwrap_or("").to_owned() + "\n").collect()
    };
    let files: Vec<(Path, String)> = sources().iter().map(|it| (module_of(it), code(it))).collect();
    House::of(&files)
}

#[test]
fn files_of_a_module_import_each_other_in_no_circle() {
    let house = house();
    for module in FREE {
        assert!(fs::exists(root().join(module)).unwrap(), "no module {module}");
        let circles = house.circles(module);
        assert!(circles.is_empty(), "circles in {module}:\n{}", circles.join("\n"));
    }
}

#[test]
fn circles_are_found_through_names_that_are_handed_on() {
    let house = |files: &[(&str, &str)]| {
        let files: Vec<_> =
            files.iter().map(|(at, code)| (words(at), (*code).to_owned())).collect();
        House::of(&files)
    };
    let hub = ("ui", "mod a;\nmod b;\npub use a::{A, other as B};");
    // By `use`, by a path in code, and by a name that came along.
    for named in
        ["use super::{\nA,\nD};", "let it = super::A::new();", "use super::a;\na::A::new();"]
    {
        let files = [hub, ("ui::a", "use crate::ui::b::C;"), ("ui::b", named)];
        assert_eq!(house(&files).circles("ui").len(), 2, "{named}");
    }
    let files = [hub, ("ui::a", "use crate::ui::b::C;"), ("ui::b", "use crate::geometry::A;")];
    assert!(house(&files).circles("ui").is_empty());
    let uses_hub = [hub, ("ui::a", "pub struct A;"), ("ui::b", "use crate::ui::A;")];
    assert!(house(&uses_hub).circles("ui").is_empty());
}
