//! The day to throw a map away is past: it is said when the map is opened, and the map with
//! everything that is kept of it can go for good.

use std::path::Path;

use egui::{Id, Modal, Ui};

use super::Stage;
use crate::document::Document;
use crate::file::{self, Fingerprint};
use crate::i18n::Message;
use crate::model::{Date, FamilyMap, Field, MapField};
use crate::ui::app::App;
use crate::ui::files::Files;
use crate::ui::shell::computer::Computer;
use crate::ui::style::{Look, button};
use crate::ui::terms::Place;
use crate::ui::widgets::heading;

/// Is the day past? Of a month or a year that is known only, its last day counts.
fn is_past(date: Date, today: Date) -> bool {
    let last = |it: Date| (it.year(), it.month().unwrap_or(12), it.day().unwrap_or(31));
    last(date) < last(today)
}

impl App {
    /// Says so when the map that was opened should have gone.
    pub(in crate::ui) fn watch_throw_away_date(&mut self) {
        let day = self.document.map().throw_away;
        let is_past = day.is_some_and(|day| is_past(day, self.shell.today));
        self.versions.overdue = is_past.then_some(Stage::Told);
    }

    /// The question, while it is asked.
    pub(super) fn gone_ui(&mut self, ui: &Ui) {
        // A save that is under way would bring it back.
        let Some(stage) = self.versions.overdue.filter(|_| !self.errands.is_saving()) else {
            return;
        };
        let context = self.panel_context();
        let texts = context.texts;
        let day = context.reader().written(context.map, &Field::Map(MapField::ThrowAway));
        let (words, all) = match stage {
            Stage::Told => (
                vec![Message::new("gone-past").arg("day", day)],
                [(Look::Main, "gone-later"), (Look::Quiet, "gone-now")],
            ),
            Stage::Sure => (
                vec![Message::new("gone-what"), Message::new("gone-stays")],
                [(Look::Main, "gone-later"), (Look::Quiet, "gone-for-good")],
            ),
        };
        let mut asked = None;
        let modal = Modal::new(Id::unique("gone")).show(ui.ctx(), |ui| {
            ui.set_width(460.0);
            heading(ui, &context, texts.get("gone-title"));
            for message in &words {
                ui.label(texts.say(message));
            }
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                for (look, words) in all {
                    if button(ui, context.theme, look, "", &texts.get(words)).clicked() {
                        asked = Some(words);
                    }
                }
            });
        });
        match (asked, stage) {
            (Some("gone-now"), _) => self.versions.overdue = Some(Stage::Sure),
            (Some("gone-for-good"), Stage::Sure) => {
                self.versions.overdue = None;
                self.throw_away_for_good();
            }
            (Some(_), _) => self.versions.overdue = None,
            (None, _) if modal.should_close() => self.versions.overdue = None,
            (None, _) => {}
        }
    }

    /// The file of the open map goes, and every copy and version of it.
    fn throw_away_for_good(&mut self) {
        let Some(path) = self.files.path.clone() else { return };
        let seal = self.files.seal.clone();
        let fingerprint = self.files.origin().and_then(|it| it.fingerprint);
        let gone = remove_if(&*self.shell.computer, &path, fingerprint);
        if let Err(message) = gone {
            self.session.warn(vec![message]);
            return;
        }
        let versions = self.versions.store.remove_all(&path);
        self.recovery.forget();
        let copies = self.recovery.remove_all_of(&path, seal.as_ref(), self.shell.today);
        self.settings.recent.retain(|it| *it != path);
        self.settings.copied.remove(&path);
        self.shell.keep(&self.settings);
        self.leave_for_home();
        if versions && copies {
            self.session.tell(Message::new("gone-done"));
        } else {
            self.session.warn(vec![Message::new("gone-half")]);
        }
    }

    /// Nothing of the map stays in the window.
    pub(in crate::ui) fn leave_for_home(&mut self) {
        self.errands.other_map();
        self.document = Document::new(FamilyMap::default());
        self.files = Files::default();
        self.derived.forget();
        self.session.leave_map();
        self.session.place = Place::Home;
        self.update_offers();
    }
}

/// Removes the file, if it is still what was read.
fn remove_if(
    computer: &dyn Computer,
    path: &Path,
    fingerprint: Option<Fingerprint>,
) -> Result<(), Message> {
    let bytes = file::read(computer, path);
    let is_same = bytes.is_ok_and(|bytes| fingerprint == Some(Fingerprint::of(&bytes)));
    if !is_same {
        return Err(Message::new("gone-changed"));
    }
    let whole = computer.resolve(path);
    computer.remove(&whole).map_err(|_why| Message::new("gone-not"))?;
    if whole != path {
        // A link that leads nowhere now.
        computer.remove(path).ok();
    }
    if let Some(folder) = whole.parent() {
        computer.sync_folder(folder).ok();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_past_the_day_after() {
        let day = |text| Date::parse(text).expect("a date");
        let today = day("2026-11-21");
        for (date, is) in [
            ("2026-11-20", true),
            ("2026-11-21", false),
            ("2026-10", true),
            ("2026-11", false),
            ("2025", true),
            ("2026", false),
        ] {
            assert_eq!(is_past(day(date), today), is, "{date}");
        }
    }
}
