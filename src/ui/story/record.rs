//! What is on the screen now, as a scene.

use std::collections::BTreeSet;

use crate::model::{CardId, Lens, Names, PersonId, StoryScene};
use crate::ui::app::App;
use crate::ui::canvas::short;
use crate::ui::terms::Screen;

impl App {
    /// Who is in view, which strands are drawn, of which year, and what people are called.
    pub(super) fn on_screen_now(&self) -> StoryScene {
        let session = &self.session;
        let is_lives = session.screen == Screen::Lifelines;
        let people = if is_lives { self.lives_in_view() } else { self.people_in_view() };
        let is_all = people.len() == self.document.map().people.len();
        let cards: Vec<CardId> = if is_lives {
            let band = self.pages.lives().and_then(|it| it.band.clone());
            band.into_iter().collect()
        } else {
            self.strands()
        };
        let then = self.past.then.as_ref().filter(|it| it.absent.is_past());
        StoryScene {
            people: if is_all { BTreeSet::new() } else { people },
            cards,
            lens: if is_lives { Lens::Lifelines } else { Lens::Map },
            year: then.filter(|_| session.time.is_some() && !is_lives).map(|it| it.year),
            names: Some(session.names).filter(|it| *it != Names::Shown),
            ..StoryScene::default()
        }
    }

    fn lives_in_view(&self) -> BTreeSet<PersonId> {
        let rows = self.pages.lives().into_iter().flat_map(|it| &it.rows);
        rows.map(|row| row.person.clone()).collect()
    }

    /// Everybody whose symbol is on the canvas; where nobody's is, everybody who is drawn.
    fn people_in_view(&self) -> BTreeSet<PersonId> {
        let session = &self.session;
        let drawn = self.derived.people.iter();
        let Some(canvas) = session.canvas else { return drawn.map(|it| it.id.clone()).collect() };
        let is_in = |spot: &&crate::ui::derived::Spot| {
            let at = session.camera.screen_from_map(canvas.min, spot.symbol);
            canvas.expand(short(spot.half) * session.camera.zoom * 0.5).contains(at)
        };
        let seen: BTreeSet<PersonId> =
            drawn.clone().filter(is_in).map(|it| it.id.clone()).collect();
        if seen.is_empty() { drawn.map(|it| it.id.clone()).collect() } else { seen }
    }
}
