//! The pages beside the map, drawn once and kept until what they show changes.

use super::list::Listed;
use super::seen::SaidFor;
use super::session::Session;
use super::terms::Screen;
use crate::i18n::Lang;
use crate::kinship::Kinship;
use crate::model::FamilyMap;
use crate::pattern::Cards;
use crate::scene::{self, Across, LifeView, Lifelines, Overview, View};

/// What was drawn last, and for what.
#[derive(Debug, Default)]
pub(super) struct Pages {
    list: Option<((SaidFor, Lang), Listed)>,
    overview: Option<((SaidFor, Across), Overview)>,
    lives: Option<((SaidFor, LifeView), Lifelines)>,
}

impl Pages {
    /// Draws the page that is looked at anew, when it shows something else than before.
    pub(super) fn update(
        &mut self,
        session: &Session,
        (wanted, map, cards): (SaidFor, &FamilyMap, &Cards),
        view: impl Fn() -> View,
        list: impl Fn() -> Listed,
    ) {
        match session.screen {
            // The story has its own.
            Screen::Map | Screen::Story => {}
            Screen::List => {
                let made_for = (wanted, session.lang);
                if self.list.as_ref().is_none_or(|it| it.0 != made_for) {
                    self.list = Some((made_for, list()));
                }
            }
            Screen::Overview => {
                let made_for = (wanted, session.across);
                if self.overview.as_ref().is_none_or(|it| it.0 != made_for) {
                    let kin = Kinship::of(map);
                    let made = scene::overview(map, &kin, cards, &view(), made_for.1);
                    self.overview = Some((made_for, made));
                }
            }
            Screen::Lifelines => {
                let made_for = (wanted, session.lives.clone());
                if self.lives.as_ref().is_none_or(|it| it.0 != made_for) {
                    let kin = Kinship::of(map);
                    // There is room below the lives, and their signs are not those of the map.
                    let view = View { legend: true, ..view() };
                    let made = scene::lifelines(map, &kin, cards, &view, &made_for.1);
                    self.lives = Some((made_for, made));
                }
            }
        }
    }

    /// The list, once it was looked at.
    pub(super) fn list(&self) -> Option<&Listed> {
        self.list.as_ref().map(|(_, made)| made)
    }

    /// The overview, once it was looked at.
    pub(super) fn overview(&self) -> Option<&Overview> {
        self.overview.as_ref().map(|(_, made)| made)
    }

    /// The lifelines, once they were looked at.
    pub(super) fn lives(&self) -> Option<&Lifelines> {
        self.lives.as_ref().map(|(_, made)| made)
    }
}
