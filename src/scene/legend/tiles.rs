//! What the tiles mean: those of people, of couples and of homes.

use std::collections::BTreeSet;

use super::{Sample, Sign};
use crate::scene::badge::{self, Badge, Badges, Form, Standing, Tint};
use crate::scene::stage::Stage;
use crate::scene::{couple, household};

/// Every row of tiles on the picture.
fn rows(stage: &Stage<'_>) -> Vec<Badges> {
    let people = stage.cast.people.iter().zip(&stage.cast.plates);
    let people = people.filter(|(id, _)| stage.is_visible(id)).map(|(_, it)| it.badges.clone());
    let couples =
        couple::seen(stage).into_iter().map(|(_, it)| badge::of_union(stage.map, it, stage.view));
    let homes = household::seen(stage).into_iter();
    let homes = homes.map(|home| badge::of_household(stage.map, home, stage.view));
    people.chain(couples).chain(homes).collect()
}

/// Every kind of tile once, then what light and dashed tiles mean.
pub(super) fn signs(stage: &Stage<'_>) -> Vec<Sign> {
    let mut tiles: Vec<Badge> = Vec::new();
    let mut standings: BTreeSet<Standing> = BTreeSet::new();
    let (mut is_cut, mut is_ranked) = (false, false);
    for row in rows(stage) {
        is_cut |= 0 < row.more;
        is_ranked |= row.shown.iter().any(|tile| tile.priority.is_some());
        for tile in row.shown {
            // A skill that varies has a row of its own.
            let is_skill = tile.form == Form::Disc;
            standings.extend((!is_skill).then_some(tile.standing));
            let same = |it: &Badge| {
                let looks = (it.icon, it.tint, it.form) == (tile.icon, tile.tint, tile.form);
                looks && (!is_skill || it.standing == tile.standing)
            };
            if !tiles.iter().any(same) {
                let standing = if is_skill { tile.standing } else { Standing::Now };
                tiles.push(Badge { standing, priority: None, ..tile });
            }
        }
    }
    tiles.sort_by_key(|tile| (tile.tint == Tint::Strength, tile.order));
    let explained = standings.into_iter().filter_map(|standing| {
        let id = match standing {
            Standing::Now => return None,
            Standing::Before => "scene-before-now",
            Standing::Maybe => "scene-maybe",
            Standing::Undated => "scene-undated",
            Standing::No => "scene-asked-no",
        };
        let first = tiles.iter().find(|tile| tile.form == Form::Tile)?;
        let tile = Badge { standing, name: stage.texts.get(id), ..first.clone() };
        Some(tile)
    });
    let explained: Vec<Badge> = explained.collect();
    let all = tiles.into_iter().chain(explained);
    let mut signs: Vec<Sign> =
        all.map(|tile| Sign { words: tile.name.clone(), sample: Sample::Tile(tile) }).collect();
    if is_ranked {
        signs.push(Sign { sample: Sample::First, words: stage.texts.get("scene-sign-first") });
    }
    if is_cut {
        let words = stage.texts.get("scene-sign-more-tiles");
        signs.push(Sign { sample: Sample::MoreTiles, words });
    }
    signs
}
