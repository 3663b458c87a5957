//! Files that were bent: nothing of them makes the program fall over, and what opens can be saved.
//!
//! `RODE_DRAAD_MUTATIONS=10000000 cargo test --release --test it mutated -- --nocapture` bends that many
//! of each format, from `RODE_DRAAD_MUTATIONS_FROM` on, and prints what became of them and the slowest.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rode_draad::file::{self, Passphrase};
use rode_draad::interchange::{self, Contents};

/// A number from the surroundings.
pub(crate) fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// So many of each format where nobody says.
const FEW: u64 = 1_500;

/// Splitmix64 (Vigna): the same file for the same number, everywhere.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// Files with one of these endings, in a folder of the fixtures.
fn seeds(folder: &str, endings: &[&str]) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|it| it.expect("an entry").path())
        .filter(|it| endings.iter().any(|end| it.extension().is_some_and(|e| e == *end)))
        .collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths.iter().map(|it| fs::read(it).expect("a file")).collect();
    assert!(!seeds.is_empty(), "no file to bend");
    seeds
}

/// One of `seeds`, bent one to three times: bits turned, bytes gone, doubled, moved or put in, pieces of
/// another file, words that mean something.
fn bent(seeds: &[Vec<u8>], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seeds[chance.below(seeds.len())].clone();
    for _ in 0..=chance.below(3) {
        let at = chance.below(bytes.len() + 1);
        let end = (at + 1 + chance.below(40)).min(bytes.len());
        match chance.below(16) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 if at < end => drop(bytes.drain(at..end)),
            2 if at < end => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => bytes.truncate(at),
            4 => {
                let other = &seeds[chance.below(seeds.len())];
                let from = chance.below(other.len());
                let to = (from + chance.below(200)).min(other.len());
                bytes.splice(at..at, other[from..to].to_vec());
            }
            5 => {
                let word = words[chance.below(words.len())];
                bytes.splice(at..at, word.bytes());
            }
            6 if at < bytes.len() => bytes[at] = chance.next() as u8,
            _ => {
                // One number or word in the place of another.
                let is_word = |byte: &u8| byte.is_ascii_alphanumeric();
                let Some(start) = bytes.iter().skip(at).position(is_word).map(|it| at + it) else {
                    continue;
                };
                let length = bytes.iter().skip(start).take_while(|it| is_word(it)).count();
                let word = words[chance.below(words.len())];
                bytes.splice(start..start + length, word.bytes());
            }
        }
    }
    bytes
}

/// Bends files of one format, does `each` with them, and says what became of them and the slowest.
fn bend(name: &str, seeds: &[Vec<u8>], words: &[&str], each: impl Fn(&[u8]) -> &'static str) {
    let (many, from) = (number("RODE_DRAAD_MUTATIONS"), number("RODE_DRAAD_MUTATIONS_FROM"));
    let mut became = std::collections::BTreeMap::<&str, u64>::new();
    let mut slowest = (Duration::ZERO, 0);
    let from = from.unwrap_or(1);
    for nth in from..from + many.unwrap_or(FEW) {
        let bytes = bent(seeds, words, &mut Chance(nth.wrapping_mul(0x5851_f42d_4c95_7f2d)));
        let start = Instant::now();
        let what = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| each(&bytes)));
        let Ok(what) = what else {
            panic!("{name}: number {nth} falls over (RODE_DRAAD_MUTATIONS_FROM={nth})");
        };
        *became.entry(what).or_default() += 1;
        slowest = slowest.max((start.elapsed(), nth));
    }
    println!("{name}: {became:?}; slowest {:?}, number {}", slowest.0, slowest.1);
    assert!(1 < became.len(), "{name}: some open, some do not: {became:?}");
}

/// What opens, as it is or mended, is a map that can be saved and comes back as it was.
fn opened(bytes: &[u8]) -> &'static str {
    let map = match interchange::read(bytes) {
        Ok(Contents::Map(map)) => *map,
        Ok(Contents::Mended(loaded)) => loaded.map,
        Ok(Contents::Imported(map, ..)) => *map,
        Ok(Contents::Neutral(_)) => return "positions",
        Err(error) => {
            assert!(!error.messages().is_empty(), "refused without a word");
            return "refused";
        }
    };
    let again = file::to_bytes(&map).unwrap_or_else(|error| panic!("not saved: {error:?}"));
    assert_eq!(file::open(&again).expect("a map"), map, "saved and opened again");
    "opened"
}

#[test]
fn bent_maps_are_refused_or_can_be_saved() {
    let mut all = seeds("tests/fixtures/families", &["familie"]);
    all.extend(seeds("tests/fixtures/v1", &["familie"]));
    all.extend(seeds("tests/fixtures/v2", &["familie"]));
    all.extend(seeds("examples", &["familie"]));
    // A letter that changed is told by the sum, not refused: small files turn up more of the rest.
    all.retain(|it| it.len() < 30_000);
    let words = [
        "\"",
        "(",
        ")",
        "[",
        "]",
        ",",
        ":",
        "//",
        "/*",
        "*/",
        "\\u{0}",
        "None",
        "Some",
        "\"p1\"",
        "p1",
        "u1",
        "e1",
        "99999999999999999999",
        "-1",
        "1e400",
        "NaN",
        "inf",
        "Dead",
        "Yes",
        "id",
        "id: \"A1\"",
        "people",
        "unions",
        "unread",
        "version: 1",
        "version: 3",
        "\u{feff}",
        "é",
        "\r\n",
        "#![enable(x)]",
        "\"<1950\"",
        "\"~2001\"",
        "\"2001-02-30\"",
        "Person",
        "partners: [\"A1\", \"A1\"]",
        "children",
    ];
    bend("maps", &all, &words, opened);
}

#[test]
fn bent_gedcom_is_refused_or_can_be_saved() {
    let all = seeds("tests/fixtures/gedcom", &["ged"]);
    let words = [
        "0",
        "1",
        "2",
        "99",
        "@I1@",
        "@F1@",
        "@",
        "@@",
        "INDI",
        "FAM",
        "HUSB",
        "WIFE",
        "CHIL",
        "FAMC",
        "FAMS",
        "BIRT",
        "DEAT",
        "DATE",
        "ABT",
        "BET",
        "AND",
        "NAME",
        "/",
        "NICK",
        "SEX",
        "NOTE",
        "CONT",
        "CONC",
        "HEAD",
        "TRLR",
        "CHAR",
        "UTF-8",
        "ANSEL",
        "UNICODE",
        "RESN",
        "confidential",
        "\n",
        "\r",
        "\0",
        "\u{feff}",
        "31 FEB 1900",
        "(zomaar)",
        "PEDI",
        "adopted",
        "_FREL",
        "MARR",
        "DIV",
        "EVEN",
        "TYPE",
    ];
    bend("gedcom", &all, &words, opened);
}

#[test]
fn bent_seals_never_open_and_are_told_apart_before_any_work() {
    let mut all = seeds("tests/fixtures/sealed", &["familie"]);
    // What stands before the sealed map, and a little of it.
    all.iter_mut().for_each(|it| it.truncate(220));
    let words = [
        "age-encryption.org/v1",
        "\n",
        "-> scrypt",
        "-> X25519",
        "---",
        "-> ",
        "18",
        "64",
        "99999",
        "=",
        "AAAAAAAAAAAAAAAAAAAAAA",
    ];
    let passphrase = Passphrase::new("anders dan die van het bestand".to_owned()).expect("words");
    bend("seals", &all, &words, |bytes| {
        if !file::is_sealed(bytes) {
            return "no seal";
        }
        // Real work is a second each: that is tried where the seal is made.
        if file::takes_work(bytes) {
            return "asks for its passphrase";
        }
        match file::unseal(bytes, &passphrase) {
            Ok(_) => panic!("opened with another passphrase"),
            Err(_) => "refused",
        }
    });
}
