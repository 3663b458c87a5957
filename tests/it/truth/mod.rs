//! The truth test of telling.md §9.
//!
//! An oracle made from that page, from the words of the catalogue and from the map alone says which
//! cards a family must have, with which four numbers, which claims and signs, and in which order they
//! stand. The program must say the same. No code is shared with `pattern` or `telling`: of those it
//! takes only the settings and what is open.
//!
//! Where the page is silent the oracle says what is true and kind, and a comment there says what.
//!
//! `RODE_DRAAD_TRUTH=10000` sets how many families are tried (some four minutes), and
//! `RODE_DRAAD_TRUTH_FROM=50000` which.

mod cards;
mod compare;
mod facts;
mod faults;
mod lines;
mod list;
mod small;
mod speech;
mod standing;
mod theme;
mod threads;
mod world;

use std::collections::BTreeMap;

use rode_draad::catalogue::Catalogue;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::pattern::{Cards, Teller, What, cards, generations};

use self::compare::{due, wrong};
use self::facts::Facts;
use self::world::{World, world};

/// Families in the ordinary test run; it takes a few seconds.
const USUAL: u64 = 500;

/// Of 10,000 families each kind of claim occurs so often, of the living and of the dead, with one
/// focus person, with two and without.
const CLAIMS: u64 = 100;

/// Kinds of claims and of questions that there are.
const KINDS: usize = 21;

fn how_many() -> u64 {
    std::env::var("RODE_DRAAD_TRUTH").ok().and_then(|text| text.parse().ok()).unwrap_or(USUAL)
}

/// The families that are tried: one in `every`.
fn families(every: u64) -> std::ops::Range<u64> {
    let from = std::env::var("RODE_DRAAD_TRUTH_FROM").ok().and_then(|text| text.parse().ok());
    let from: u64 = from.unwrap_or(0);
    from..from + how_many() / every
}

fn told(world: &World) -> Cards {
    let kin = Kinship::of(&world.map);
    let today = world.map.today.unwrap();
    cards(&world.map, &kin, Catalogue::builtin(), &world.settings, today, &world.opened)
}

/// The same in words, in both languages.
fn lines_of(world: &World, told: &Cards) -> speech::Said {
    let kin = Kinship::of(&world.map);
    let generations = generations(&world.map, &kin);
    let teller = Teller::new(&world.map, &kin, Catalogue::builtin(), told, &generations);
    let of = |lang| (lang, told.cards.iter().map(|card| teller.told(card, lang)).collect());
    Lang::ALL.into_iter().map(of).collect()
}

#[test]
fn every_sentence_says_what_is_claimed_and_names_nobody_else() {
    let mut count = speech::Read::default();
    for seed in families(2) {
        let world = world(seed);
        let told = told(&world);
        let wrong = speech::read(&world, &told, &lines_of(&world, &told), &mut count);
        assert!(wrong.is_empty(), "family {seed}: {wrong:#?}");
    }
    // What cannot be read back cannot be checked.
    assert!(count.sentences * 9 < count.with_form * 10, "{count:?}");
    said(&format!("{} families: {count:?}", how_many() / 2));
}

/// How often each kind of claim was made: of the living, of the dead; with 0, 1 and 2 in focus.
type Counts = BTreeMap<String, [u64; 5]>;

fn count(counts: &mut Counts, world: &World, told: &Cards) {
    let focus = world.map.focus.len().min(2);
    for claim in told.cards.iter().flat_map(|card| &card.claims) {
        let code = match &claim.what {
            What::Asked(question) => format!("asked {}", question.code()),
            what => what.code().to_owned(),
        };
        let of = counts.entry(code).or_default();
        let is_dead = claim.people.iter().any(|id| world.map.people[id].is_dead());
        of[usize::from(is_dead)] += 1;
        of[2 + focus] += 1;
    }
}

#[test]
fn what_is_said_is_true_and_nothing_is_missing() {
    let mut counts = Counts::new();
    for seed in families(1) {
        let world = world(seed);
        assert_eq!(rode_draad::model::broken(&world.map), [], "family {seed}");
        let told = told(&world);
        let wrong = wrong(&world, &told);
        assert!(wrong.is_empty(), "family {seed}: {wrong:#?}");
        count(&mut counts, &world, &told);
    }
    // Never of the dead: who grows up, who has it now, whose wish is asked. Never without a focus
    // person: what is put to one.
    let living = [
        "grows-up",
        "child",
        "has",
        "partner-has",
        "asked wish",
        "asked learned",
        "asked not-begun",
        "asked close",
    ];
    let to_focus = ["asked wish", "asked not-begun"];
    let mut rare = Vec::new();
    for (code, [alive, dead, none, one, two]) in &counts {
        let code = code.as_str();
        let least = CLAIMS * how_many() / 10_000;
        let of_dead = if living.contains(&code) { least } else { *dead };
        let no_focus = if to_focus.contains(&code) { least } else { *none };
        let counts = [*alive, of_dead, no_focus, *one, *two];
        rare.extend(counts.iter().any(|n| *n < least).then(|| format!("{code}: {counts:?}")));
    }
    assert!(rare.is_empty(), "{rare:#?}");
    assert_eq!(counts.len(), KINDS, "{:?}", counts.keys());
    said(&format!("{} families: {counts:?}", how_many()));
}

#[expect(clippy::print_stderr, reason = "a long run says what it did")]
fn said(text: &str) {
    if USUAL < how_many() {
        eprintln!("{text}");
    }
}

#[test]
#[ignore = "to look at one card: RODE_DRAAD_FAMILY=number RODE_DRAAD_CARD=theme, with --nocapture"]
#[expect(clippy::print_stderr, reason = "it shows")]
fn look() {
    let seed = std::env::var("RODE_DRAAD_FAMILY").unwrap().parse().unwrap();
    let theme = std::env::var("RODE_DRAAD_CARD").unwrap();
    let world = world(seed);
    let facts = Facts::new(&world.map, &world.settings, &world.opened);
    eprintln!("{:#?} {:#?} {:#?}", world.map, world.settings.bonds, world.opened);
    let told = told(&world);
    eprintln!("{:#?}", told.cards.iter().find(|card| card.id.as_str() == theme));
    eprintln!("{:#?}", due(&facts).get(&theme));
}
