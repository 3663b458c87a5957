//! The years of the shown map, and the one that is looked back at.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::seen::{ShownFor, ShownMap};
use super::session::Time;
use crate::model::{Date, PersonId};
use crate::year::{Happened, Then, Years};

/// Is it listed what changed since?
type Compares = bool;

/// What is known of the years of the shown map.
#[derive(Debug, Default)]
pub(super) struct Past {
    made_for: Option<(ShownFor, Date)>,
    /// From the first year to the last; `None` where nothing has a year.
    pub range: Option<RangeInclusive<i32>>,
    /// What happened, the earliest first.
    pub happened: Vec<Happened>,
    /// The map of the year that is looked back at.
    pub then: Option<Then>,
    /// With whom something changed since that year, where that is listed: they are marked on the map of
    /// today.
    pub changed: BTreeSet<PersonId>,
    time: Option<(i32, Compares)>,
}

impl Past {
    /// Brings it up to date with the map and the year that is looked back at.
    pub(super) fn update(&mut self, shown: &ShownMap, today: Date, time: Option<Time>) {
        let time = time.map(|it| (it.year, it.compares));
        let made_for = Some((shown.made_for.clone(), today));
        let is_same = self.made_for == made_for;
        if is_same && self.time == time {
            return;
        }
        let years = Years::of(&shown.map, today);
        if !is_same {
            self.range = years.range();
            self.happened = years.happened();
            self.made_for = made_for;
        }
        self.time = time;
        self.then = None;
        self.changed.clear();
        match time {
            None => {}
            Some((year, false)) => self.then = Some(years.at(year)),
            Some((year, true)) => {
                let since = self.happened.iter().filter(|it| year < it.year);
                let people = since.flat_map(|it| it.what.people(&shown.map));
                self.changed = people.cloned().collect();
            }
        }
    }
}
