//! One truth: the four numbers of a card are those of the map, the overview and the JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::model::{CardId, Date, FamilyMap, PersonId, Subject};
use rode_draad::pattern::{Card, Cards, Settings, cards};
use rode_draad::picture::picture_of;
use rode_draad::scene::{self, Across, Column, Group, Layer, MOST_AT_FULL_STRENGTH, View};
use rode_draad::shown::Opened;
use rode_draad::theme::{Theme, ThemeName};

use crate::random_family;

/// So many random families.
const RANDOM: u64 = 300;
/// So many of them are drawn: that takes longer.
const DRAWN: u64 = 40;

fn today() -> Date {
    Date::new(2026, Some(11), Some(21)).expect("a date")
}

/// Every family that comes with the program or its tests.
pub(crate) fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["examples", "tests/fixtures/families"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("a folder") {
            let path = entry.expect("a file").path();
            files.extend(path.extension().is_some_and(|it| it == "familie").then_some(path));
        }
    }
    files.sort();
    files
}

/// Those families, and random ones.
pub(crate) fn families(random: u64) -> impl Iterator<Item = (String, FamilyMap)> {
    let stored = files().into_iter().map(|path| {
        let map = file::open(&std::fs::read(&path).expect("it reads")).expect("it opens");
        (path.display().to_string(), map)
    });
    let random = (0..random)
        .map(|seed| (format!("seed {seed}"), random_family::family(seed, |at| format!("p{at}"))));
    stored.chain(random)
}

pub(crate) fn told(map: &FamilyMap) -> (Kinship, Cards) {
    let (kin, catalogue) = (Kinship::of(map), Catalogue::builtin());
    let today = map.today_or(today());
    let cards = cards(map, &kin, catalogue, &Settings::default(), today, &Opened::default());
    (kin, cards)
}

pub(crate) fn view(map: &FamilyMap) -> View {
    View::calm(Theme::of(ThemeName::Light), Lang::Nl, map.today_or(today()))
}

fn set<'p>(people: impl IntoIterator<Item = &'p PersonId>) -> BTreeSet<&'p PersonId> {
    people.into_iter().collect()
}

/// Yes, no, maybe, unknown.
fn numbers(card: &Card) -> [BTreeSet<&PersonId>; 4] {
    [set(&card.yes), set(&card.no), set(&card.maybe), set(&card.unknown)]
}

#[test]
fn the_overview_splits_the_numbers_of_each_card_by_generation() {
    for (name, map) in families(RANDOM) {
        let (kin, cards) = told(&map);
        let overview = scene::overview(&map, &kin, &cards, &view(&map), Across::Cards);
        let mut columns: BTreeMap<&Column, [BTreeSet<&PersonId>; 4]> = BTreeMap::new();
        for cell in &overview.cells {
            let column = columns.entry(&cell.column).or_default();
            let groups = [Group::Yes, Group::No, Group::Maybe, Group::Unknown];
            for (all, group) in column.iter_mut().zip(groups) {
                for id in cell.group(group) {
                    assert!(all.insert(id), "{name}: {id} twice in {:?}", cell.column);
                    let person = kin.find(id).expect("on the map");
                    assert_eq!(kin.generation(person), cell.generation, "{name}: {id}");
                }
            }
        }
        assert_eq!(columns.len(), cards.list().count(), "{name}: one column a card");
        for card in cards.list() {
            let column = &columns[&Column::Card(card.id.clone())];
            assert_eq!(*column, numbers(card), "{name}: {}", card.id);
        }
    }
}

/// Nobody who has a ring is missing from the life area of the card, and the other way round nobody
/// is said to have what the card says they do not.
#[test]
fn life_areas_name_every_carrier() {
    for (name, map) in families(RANDOM) {
        let (kin, cards) = told(&map);
        let overview = scene::overview(&map, &kin, &cards, &view(&map), Across::Areas);
        let said: BTreeSet<&PersonId> =
            overview.cells.iter().flat_map(|cell| cell.carriers()).collect();
        for card in cards.list().filter(|card| card.theme.is_entered()) {
            assert!(card.yes.iter().all(|id| said.contains(id)), "{name}: {}", card.id);
        }
    }
}

/// Three strands at a time, as many as are drawn at full strength.
#[test]
fn every_carrier_has_a_ring_and_nobody_else() {
    for (name, map) in families(DRAWN) {
        let (_, cards) = told(&map);
        let listed: Vec<&Card> = cards.list().filter(|card| card.has_strand()).collect();
        for three in listed.chunks(MOST_AT_FULL_STRENGTH) {
            let ids: Vec<CardId> = three.iter().map(|card| card.id.clone()).collect();
            let strands = scene::card_strands(&map, &cards, &ids, Lang::Nl);
            let strands = strands.into_iter().map(|(_, view)| view).collect();
            let view = View { strands, ..view(&map) };
            let (cast, layout) = picture_of(&map, &view);
            let drawn = scene::build(&map, &cast, &layout, &view);
            for (strand, card) in three.iter().enumerate() {
                let ringed = drawn.items.iter().filter_map(|item| match &item.subject {
                    Some(Subject::Person(id)) => {
                        (item.strand == Some(strand) && item.layer == Layer::People).then_some(id)
                    }
                    _ => None,
                });
                let on_the_map = |id: &&PersonId| cast.index_of(id).is_some();
                let carriers = card.yes.iter().filter(on_the_map);
                assert_eq!(set(ringed), set(carriers), "{name}: {}", card.id);
            }
        }
    }
}

#[test]
fn the_json_has_the_same_numbers() {
    for path in files() {
        let map = file::open(&std::fs::read(&path).expect("it reads")).expect("it opens");
        let (_, cards) = told(&map);
        let output = Command::new(env!("CARGO_BIN_EXE_rode-draad"))
            .args(["patterns", "--format", "json", "--today", &map.today_or(today()).to_string()])
            .arg(&path)
            .output()
            .expect("it runs");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let listed = json["cards"].as_array().expect("cards");
        assert_eq!(listed.len(), cards.cards.len(), "{}", path.display());
        for (card, json) in cards.cards.iter().zip(listed) {
            let people = |key: &str| -> BTreeSet<String> {
                let ids = json[key].as_array().expect("a list").iter();
                ids.map(|id| id.as_str().expect("an id").to_owned()).collect()
            };
            let said = ["yes", "no", "maybe", "unknown"].map(people);
            let own = numbers(card).map(|ids| ids.into_iter().map(ToString::to_string).collect());
            assert_eq!(said, own, "{}: {}", path.display(), card.id);
        }
    }
}
