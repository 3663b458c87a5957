//! Who on the picture has what a sign of the legend stands for.

use std::collections::BTreeSet;

use super::Sample;
use crate::model::PersonId;
use crate::scene::badge::{self, Badge};
use crate::scene::relation;
use crate::scene::stage::Stage;

/// Everybody on the picture, with all they have.
pub(super) fn carried<'s>(stage: &Stage<'s>) -> Vec<(&'s PersonId, Vec<Badge>)> {
    let everybody = stage.cast.people.iter().filter(|id| stage.is_visible(id));
    let carried = everybody
        .filter_map(|id| Some((id, badge::all(stage.map, stage.map.person(id)?, stage.view))));
    carried.collect()
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
        Sample::Strand(at) => {
            let strand = stage.view.strands.get(*at);
            strand.map(|strand| strand.carriers.iter().cloned().collect()).unwrap_or_default()
        }
        _ => BTreeSet::new(),
    }
}
