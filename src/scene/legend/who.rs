//! Who on the picture has what a sign of the legend stands for.

use std::collections::BTreeSet;

use super::Sample;
use crate::model::PersonId;
use crate::scene::badge::{self, Badge};
use crate::scene::stage::Stage;
use crate::scene::{couple, flag, household, relation};

/// Everybody on the picture, with all they have.
pub(super) fn carried<'s>(stage: &Stage<'s>) -> Vec<(&'s PersonId, Vec<Badge>)> {
    let everybody = stage.cast.people.iter().filter(|id| stage.is_visible(id));
    let own = everybody
        .filter_map(|id| Some((id, badge::all(stage.map, stage.map.person(id)?, stage.view))));
    let mut carried: Vec<(&PersonId, Vec<Badge>)> = own.collect();
    // What two have together, and what plays in a home, is of everybody there.
    for (_, union) in couple::seen(stage) {
        let things = badge::carrying(&union.entries, &union.strengths);
        let things = badge::all(stage.map, &things, stage.view);
        carried.extend(union.partners.iter().map(|id| (id, things.clone())));
    }
    for (_, home) in household::seen(stage) {
        let things = badge::carrying(&home.entries, &home.strengths);
        let things = badge::all(stage.map, &things, stage.view);
        let there = home.housemates_on(stage.view.today).map(|mate| &mate.person);
        let there = there.filter(|id| stage.index_of(id).is_some() && stage.is_visible(id));
        carried.extend(there.map(|id| (id, things.clone())));
    }
    carried
}

/// Everybody on the picture with what a sign stands for.
pub(super) fn who(
    stage: &Stage<'_>,
    carried: &[(&PersonId, Vec<Badge>)],
    sample: &Sample,
) -> BTreeSet<PersonId> {
    match sample {
        Sample::Tile(tile) => {
            let is_it = |badge: &Badge| {
                let looks = (badge.icon, badge.tint, badge.form);
                looks == (tile.icon, tile.tint, tile.form) && badge.name == tile.name
            };
            let have = carried.iter().filter(|(_, badges)| badges.iter().any(is_it));
            have.map(|(id, _)| (*id).clone()).collect()
        }
        Sample::Relation(kind) => relation::ends_of(stage, kind),
        Sample::Goal(state) => flag::who(stage, *state),
        Sample::Strand(at) => {
            let strand = stage.view.strands.get(*at);
            strand.map(|strand| strand.carriers.iter().cloned().collect()).unwrap_or_default()
        }
        _ => BTreeSet::new(),
    }
}
