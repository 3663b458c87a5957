//! What the program is built from: nothing that opens a connection, licences that let it be passed on,
//! no version with a known fault. Read from `Cargo.lock`, without a network.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What reaches other computers, and what starts a browser that does.
const NETWORK: &[&str] = &[
    "actix-web",
    "attohttpc",
    "axum",
    "curl",
    "curl-sys",
    "h2",
    "hyper",
    "isahc",
    "mio",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "tonic",
    "tungstenite",
    "ureq",
    "warp",
    "webbrowser",
    "egui_inspection",
];

/// What stands in the list for a computer that nothing is built for.
const NETWORK_UNUSED: &[(&str, &str)] =
    &[("tokio", "of wasm-bindgen-futures, for emscripten with a switch that nobody sets")];

/// Licences under which the program may be passed on as it is.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "MIT",
    "OFL-1.1",
    "Ubuntu-font-1.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages under another licence, each with the reason.
const OTHER_LICENCES: &[(&str, &str)] =
    &[("option-ext", "MPL-2.0 asks for the source of changed files; it is used as it is")];

/// Advisories that are known and lived with, each with the reason.
const LIVED_WITH: &[(&str, &str)] = &[];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file")
}

/// Names and versions of all packages that come from elsewhere.
fn packages() -> Vec<(String, String)> {
    let lock = read("Cargo.lock");
    let mut found = Vec::new();
    for block in lock.split("[[package]]").skip(1) {
        let field = |name: &str| {
            let line = block.lines().find_map(|line| line.strip_prefix(&format!("{name} = \"")));
            line.map(|it| it.trim_end_matches('"').to_owned())
        };
        if let (Some(name), Some(version), Some(_)) =
            (field("name"), field("version"), field("source"))
        {
            found.push((name, version));
        }
    }
    assert!(300 < found.len(), "{} packages: the list was not read", found.len());
    found
}

#[test]
fn nothing_opens_a_connection() {
    let names: BTreeSet<String> = packages().into_iter().map(|(name, _)| name).collect();
    let is_unused = |name: &str| NETWORK_UNUSED.iter().any(|(it, _)| *it == name);
    let found: Vec<&&str> =
        NETWORK.iter().filter(|it| names.contains(**it) && !is_unused(it)).collect();
    assert_eq!(found, Vec::<&&str>::new(), "these reach other computers");
    for (name, why) in NETWORK_UNUSED {
        assert!(names.contains(*name), "{name} ({why}) is gone: take it off the list");
    }
    let manifest = read("Cargo.toml");
    for feature in ["\"links\"", "\"inspection\"", "\"persistence\""] {
        assert!(!manifest.contains(feature), "{feature} of eframe");
    }
}

/// Can a licence expression be met by those that are allowed? Of "A OR B" one, of "A AND B" both.
fn is_met(expression: &str) -> bool {
    let plain = expression.replace(" / ", " OR ").replace('/', " OR ");
    let plain = plain.trim();
    // The only brackets there are hold alternatives: "(A OR B) AND C".
    let and: Vec<&str> = split_outside(plain, " AND ");
    and.iter().all(|part| {
        let part = part.trim().trim_start_matches('(').trim_end_matches(')');
        part.split(" OR ").any(|it| LICENCES.contains(&it.trim()))
    })
}

fn split_outside<'t>(text: &'t str, by: &str) -> Vec<&'t str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0_i32, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            ' ' if depth == 0 && text[at..].starts_with(by) => {
                parts.push(&text[from..at]);
                from = at + by.len();
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
}

#[test]
fn every_licence_lets_the_program_be_passed_on() {
    for (expression, is) in [
        ("MIT OR Apache-2.0", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0 OR GPL-2.0-only", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND GPL-3.0", false),
        ("MIT AND GPL-3.0", false),
        ("GPL-3.0", false),
        ("MPL-2.0", false),
    ] {
        assert_eq!(is_met(expression), is, "{expression}");
    }
    let table = read("tests/fixtures/supply/licences.tsv");
    let rows: BTreeMap<&str, &str> = table
        .lines()
        .filter(|it| !it.starts_with('#'))
        .filter_map(|it| it.split_once('\t'))
        .collect();
    let mut wrong = Vec::new();
    for (name, _) in packages() {
        match rows.get(name.as_str()) {
            None => {
                wrong.push(format!("{name}: look up its licence and add a row to licences.tsv"));
            }
            Some(licence) if is_met(licence) => {}
            Some(_) if OTHER_LICENCES.iter().any(|(it, _)| *it == name) => {}
            Some(licence) => wrong.push(format!("{name}: {licence}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A version as numbers; what comes before a release counts as the release.
fn numbers(version: &str) -> Vec<u64> {
    let release = version.split(['-', '+']).next().unwrap_or_default();
    release.trim().split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

fn compare(a: &[u64], b: &[u64]) -> Ordering {
    let at = |of: &[u64], at: usize| of.get(at).copied().unwrap_or(0);
    (0..3).map(|it| at(a, it).cmp(&at(b, it))).find(|it| it.is_ne()).unwrap_or(Ordering::Equal)
}

/// Does a version lie in a range such as ">= 0.7.2, < 0.8.0"?
fn is_in(version: &str, range: &str) -> bool {
    let version = numbers(version);
    range.split(',').map(str::trim).all(|part| {
        let (sign, of) = part.split_at(part.find(|c: char| c.is_ascii_digit()).unwrap_or(0));
        let of = numbers(of);
        let order = compare(&version, &of);
        match sign.trim() {
            ">=" => order.is_ge(),
            ">" => order.is_gt(),
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            "=" => order.is_eq(),
            // "^ 0.4.2": at least that, and the first number that is not 0 stays.
            "^" | "" => {
                let first = of.iter().position(|it| *it != 0).unwrap_or(0);
                order.is_ge() && version.iter().take(first + 1).eq(of.iter().take(first + 1))
            }
            "~" => order.is_ge() && version.iter().take(2).eq(of.iter().take(2)),
            other => panic!("{other} in {range}"),
        }
    })
}

#[test]
fn no_version_has_a_known_fault() {
    for (version, range, is) in [
        ("0.12.1", ">= 0.11.1", true),
        ("0.10.0", ">= 0.10.1, < 0.11.0", false),
        ("0.8.6", "< 0.9.0, >= 0.8.6", true),
        ("0.4.9", "^ 0.4.2", true),
        ("0.5.0", "^0.4.5", false),
        ("1.54.1", ">= 1.44.2", true),
        ("0.3.9", "<= 0.3.9", true),
    ] {
        assert_eq!(is_in(version, range), is, "{version} in {range}");
    }
    let list = read("tests/fixtures/supply/advisories.tsv");
    let packages = packages();
    let faults = |packages: &[(String, String)]| {
        let mut found = Vec::new();
        for row in list.lines().filter(|it| !it.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [id, of, kind, patched, unaffected] = cells[..] else { panic!("{row}") };
            for (name, version) in packages.iter().filter(|(name, _)| name == of) {
                let is_safe = |ranges: &str| {
                    ranges.split('|').filter(|it| !it.is_empty()).any(|it| is_in(version, it))
                };
                let is_known = LIVED_WITH.iter().any(|(it, _)| *it == id);
                if !is_safe(patched) && !is_safe(unaffected) && !is_known {
                    found.push(format!("{id}: {name} {version} ({kind})"));
                }
            }
        }
        found
    };
    let found = faults(&packages);
    assert!(found.is_empty(), "known on 2026-08-20:\n{}", found.join("\n"));
    // The test sees what it looks for.
    let known_bad = [("age".to_owned(), "0.10.0".to_owned())];
    assert_eq!(faults(&known_bad), ["RUSTSEC-2024-0433: age 0.10.0 (fault)"]);
}
