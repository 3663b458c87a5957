//! The tiles of a couple: there for every couple of whom both are seen, and only where something is.

use std::collections::BTreeMap;
use std::sync::Arc;

use rode_draad::geometry::Rect;
use rode_draad::model::{Entry, EntryId, FamilyMap, KindId, Subject, UnionId};
use rode_draad::picture::picture_of;
use rode_draad::scene::{self, Layer, Scene, Shape};

use crate::same_numbers::{families, view};

/// So many random families are drawn.
const DRAWN: u64 = 40;

/// Something plays between the two of every couple.
fn with_things(mut map: FamilyMap) -> FamilyMap {
    let mut n = 0_usize;
    for union in map.unions.values_mut().map(Arc::make_mut).filter(|it| it.partners.len() == 2) {
        for kind in ["geld-schulden", "gevoel-stress"] {
            n += 1;
            let id = EntryId::new(&format!("between{n}")).expect("an id");
            union.entries.push(Entry::new(id, KindId::new(kind).expect("a kind")));
        }
    }
    map
}

fn drawn(map: &FamilyMap) -> Scene {
    let view = view(map);
    let (cast, layout) = picture_of(map, &view);
    scene::build(map, &cast, &layout, &view)
}

/// Where the tiles of each couple stand.
fn tiles(scene: &Scene) -> BTreeMap<UnionId, Rect> {
    let mut tiles: BTreeMap<UnionId, Rect> = BTreeMap::new();
    // The icon of a tile: words on a line have a ground of their own.
    let is_tile = |shape: &Shape| matches!(shape, Shape::Icon { .. });
    let marks = scene.items.iter().filter(|it| it.layer == Layer::Marks);
    for item in marks.filter(|it| is_tile(&it.shape)) {
        let (Some(Subject::Union(id)), Some(bounds)) = (&item.subject, item.shape.bounds()) else {
            continue;
        };
        let all = tiles.get(id).map_or(bounds, |it| it.union(bounds));
        tiles.insert(id.clone(), all);
    }
    tiles
}

#[test]
fn every_couple_of_whom_both_are_seen_has_its_tiles() {
    let mut n_tiles = 0;
    for (name, map) in families(DRAWN) {
        let map = with_things(map);
        let tiles = tiles(&drawn(&map));
        for (id, _) in map.unions.iter().filter(|(_, it)| it.partners.len() == 2) {
            assert!(tiles.contains_key(id), "{name}: nothing at {id}");
            n_tiles += 1;
        }
    }
    println!("{n_tiles} couples with tiles");
    assert!(200 < n_tiles, "{n_tiles}");
}

#[test]
fn a_couple_without_anything_has_no_tiles() {
    for (name, mut map) in families(6) {
        for union in map.unions.values_mut().map(Arc::make_mut) {
            union.entries.clear();
            union.strengths.clear();
        }
        assert!(tiles(&drawn(&map)).is_empty(), "{name}");
    }
}

/// So many random families are drawn to see whether anything lies on anything.
const STRICT: u64 = 200;

#[test]
fn no_tile_of_a_couple_lies_on_a_name_on_somebody_or_on_another_tile() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (name, map) in families(STRICT) {
        let scene = drawn(&with_things(map));
        let tiles = tiles(&scene);
        let people = scene.items.iter().filter(|item| {
            item.layer == Layer::People && matches!(item.subject, Some(Subject::Person(_)))
        });
        let read: Vec<Rect> = people.filter_map(|item| item.shape.bounds()).collect();
        let is_word = |item: &&scene::Item| item.layer == Layer::Marks && item.letters.is_some();
        let words = scene.items.iter().filter(is_word);
        let words: Vec<Rect> = words.filter_map(|item| item.shape.bounds()).collect();
        for (id, tile) in &tiles {
            seen += 1;
            let tile = tile.grown(-1.0);
            let others = tiles.iter().filter(|(other, _)| *other < id).map(|(_, it)| it);
            let over = read.iter().chain(&words).chain(others).find(|it| it.overlaps(tile));
            wrong.extend(over.map(|it| format!("{name}: the tiles of {id} {tile:?} on {it:?}")));
        }
    }
    println!("the tiles of {seen} couples");
    assert!(800 < seen, "{seen} couples");
    assert!(
        wrong.is_empty(),
        "{} times:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
}
