//! What is on the screen now, as a scene.

use std::collections::BTreeSet;

use crate::model::{CardId, Lens, Names, PersonId, StoryScene, Subject, Union};
use crate::ui::app::App;
use crate::ui::canvas::short;
use crate::ui::terms::{Screen, Who};

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

    /// Whose name is ticked among those who are seen in the scene that is worked at: nobody's, where it
    /// is to be chosen from the beginning.
    pub(super) fn ticked(&self) -> BTreeSet<PersonId> {
        let map = self.document.map();
        match map.story.get(self.scene_at()) {
            Some(scene) if !scene.people.is_empty() => scene.people.clone(),
            Some(_) if self.session.story.from_nobody => BTreeSet::new(),
            Some(_) | None => map.people.keys().cloned().collect(),
        }
    }

    /// Whoever is chosen on the map: several, or those who belong to what is looked at.
    pub(super) fn chosen_on_map(&self) -> BTreeSet<PersonId> {
        let (session, map) = (&self.session, self.document.map());
        if !session.chosen.is_empty() {
            return session.chosen.clone();
        }
        match &session.selection {
            Some(Subject::Person(id)) => BTreeSet::from([id.clone()]),
            Some(Subject::Union(id)) => {
                let union = map.unions.get(id).into_iter();
                let children =
                    |it: &Union| it.children.iter().map(|it| it.person.clone()).collect();
                union.flat_map(|it| [it.partners.clone(), children(it)].concat()).collect()
            }
            Some(Subject::Household(id)) => {
                let home = map.households.get(id).into_iter();
                home.flat_map(|it| &it.members).map(|it| it.person.clone()).collect()
            }
            Some(Subject::Relation(_) | Subject::Support(_)) | None => BTreeSet::new(),
        }
    }

    /// The people of a scene that shows these: nobody in particular is everybody.
    pub(super) fn people_of(&self, who: Who) -> BTreeSet<PersonId> {
        let people = match who {
            Who::Everybody | Who::Nobody => BTreeSet::new(),
            Who::InView => self.people_in_view(),
            Who::Chosen => self.chosen_on_map(),
        };
        if people.len() == self.document.map().people.len() { BTreeSet::new() } else { people }
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
