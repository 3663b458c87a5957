//! Lists earlier versions, looks into them and puts one back.

use std::collections::BTreeSet;

use super::changed::{Side, changed, people_changed};
use super::{Looked, Open, Seen, Version};
use crate::document::Command;
use crate::i18n::Message;
use crate::model::{FamilyMap, PersonId};
use crate::pattern;
use crate::ui::app::App;
use crate::ui::home::{Picture, moment};
use crate::ui::seen;
use crate::ui::terms::{Fit, Lit, Screen};

impl App {
    /// Opens the list of versions.
    pub(in crate::ui) fn open_versions(&mut self) {
        self.finish_naming();
        let stored = self.files.path.as_ref().map(|path| self.versions.store.list(path));
        let version = |stored| Version { stored, n_people: None };
        let versions = stored.unwrap_or_default().into_iter().map(version).collect();
        self.versions.open = Some(Open { versions, ..Open::default() });
    }

    /// Looks into one more row of the list a frame: nobody waits for fifty files.
    pub(super) fn look_into_next(&mut self, ctx: &egui::Context) {
        let Some(open) = &self.versions.open else { return };
        let Some(at) = open.versions.iter().position(|it| it.n_people.is_none()) else { return };
        let look = |it: &Version| self.versions.look_into(&it.stored, self.files.seal.as_ref());
        let n_people = open.versions.get(at).map_or(Looked::Broken, look);
        if let Some(version) = self.versions.open.as_mut().and_then(|it| it.versions.get_mut(at)) {
            version.n_people = Some(n_people);
        }
        ctx.request_repaint();
    }

    /// Makes what is shown of the chosen version, when it is not there yet.
    pub(super) fn see_chosen(&mut self) {
        let Some(open) = &self.versions.open else { return };
        let wanted = self.shown.made_for.clone();
        let chosen = open.chosen;
        if open.seen.as_ref().is_some_and(|(at, of, _)| *at == chosen && *of == wanted) {
            return;
        }
        let Some(version) = open.versions.get(chosen) else { return };
        let texts = self.texts();
        let seen = match self.versions.map_of(&version.stored, self.files.seal.as_ref()) {
            Ok(map) => {
                let (picture, changed, people) = self.beside_now(&map);
                Seen::Map { picture: Box::new(picture), changed, people }
            }
            Err(why) => Seen::Broken(texts.say(&why)),
        };
        if let Some(open) = &mut self.versions.open {
            open.seen = Some((chosen, wanted, seen));
        }
    }

    /// How another state of the map looks, what changed from it to the map now, and with whom.
    pub(in crate::ui) fn beside_now(
        &self,
        map: &FamilyMap,
    ) -> (Picture, Vec<String>, BTreeSet<PersonId>) {
        let (shown, called) = seen::seen(map, &self.shown.made_for);
        let before = Side { whole: map, shown: &shown, called: &called };
        let (whole, shown_now) = (self.document.map(), self.shown_map());
        let now = Side { whole, shown: shown_now, called: &self.shown.words };
        // In the words of the window, as the map behind it.
        let drawn = FamilyMap { lang: self.session.lang, ..shown.clone() };
        let picture = Picture::of(&drawn, self.theme(), self.shell.today);
        let said = changed(before, now, self.texts(), &self.session.opened);
        (picture, said, people_changed(&shown, shown_now))
    }

    /// What changes from the map now to `map`.
    pub(in crate::ui) fn changes_to(&self, map: &FamilyMap) -> Vec<String> {
        let (shown, called) = seen::seen(map, &self.shown.made_for);
        let after = Side { whole: map, shown: &shown, called: &called };
        let (whole, shown_now) = (self.document.map(), self.shown_map());
        let now = Side { whole, shown: shown_now, called: &self.shown.words };
        changed(now, after, self.texts(), &self.session.opened)
    }

    /// Puts the chosen version in the place of the open map, as one step to undo. No file changes.
    pub(super) fn put_back_chosen(&mut self) {
        let Some(open) = self.versions.open.take() else { return };
        let Some(version) = open.versions.get(open.chosen) else { return };
        let mut map = match self.versions.map_of(&version.stored, self.files.seal.as_ref()) {
            Ok(map) => map,
            Err(why) => {
                self.session.warn(vec![why]);
                return;
            }
        };
        pattern::carry_marks(&mut map, self.shell.today);
        let done = self.document.execute(Command::PutBack(Box::new(map)));
        if self.told(done).is_some() {
            self.drop_what_is_gone();
            self.session.fit = Some(Fit::All);
            let texts = self.texts();
            let when = texts.say(&moment(texts, version.stored.written, self.shell.today));
            let message = Message::new("versions-put-back-done").arg("when", when);
            self.session.tell_with_undo(message, self.document.revision());
        }
    }

    /// Closes the list, and lets those stand out on the map with whom something changed since the chosen
    /// version.
    pub(super) fn light_changed(&mut self) {
        let Some(open) = self.versions.open.take() else { return };
        let (Some(version), Some((_, _, Seen::Map { people, .. }))) =
            (open.versions.get(open.chosen), open.seen)
        else {
            return;
        };
        let texts = self.texts();
        let when = texts.say(&moment(texts, version.stored.written, self.shell.today));
        let message = Message::new("versions-lit").arg("when", when).count("n", people.len());
        self.session.screen = Screen::Map;
        self.session.fit = Some(Fit::All);
        self.session.lit = Some(Lit { people, words: texts.say(&message) });
    }

    /// Throws away every version of the open map, for good.
    pub(super) fn throw_away_versions(&mut self) {
        self.versions.open = None;
        let Some(path) = &self.files.path else { return };
        if self.versions.store.remove_all(path) {
            self.session.tell(Message::new("versions-thrown"));
        } else {
            self.session.warn(vec![Message::new("versions-not-thrown")]);
        }
    }
}
