//! Reminds of a copy, makes one (also for training), and takes away what is left in the open.

use std::path::{Path, PathBuf};

use egui::{Id, Modal, Ui};

use super::Elsewhere;
use crate::clock;
use crate::file::{self, Expected};
use crate::i18n::Message;
use crate::pseudonym::{Years, pseudonymised};
use crate::ui::app::App;
use crate::ui::dialogs::{Purpose, TrainingYears};
use crate::ui::errands::Then;
use crate::ui::files::file_name;
use crate::ui::shell::computer::Computer;
use crate::ui::shell::documents::{Fault, Order};
use crate::ui::style::{Look, button};
use crate::ui::widgets::heading;

/// After so many days without a copy it is said.
const DAYS: i64 = 14;

impl App {
    /// Reminds of a copy, when there was none for long.
    pub(in crate::ui) fn remind_of_copy(&mut self, path: &Path) {
        let today = self.shell.today;
        let Some(since) = self.settings.copied.get(path).copied() else {
            // From today on it counts.
            self.settings.copied.insert(path.to_owned(), today);
            self.shell.keep(&self.settings);
            return;
        };
        let days = clock::days_between(since, today).unwrap_or_default();
        if DAYS <= days {
            self.elsewhere = Some(Elsewhere::NoCopy(days));
        }
    }

    /// The map was saved at `path`: what the other places are told.
    pub(in crate::ui) fn told_of_copy(&mut self, path: &Path) {
        let today = self.shell.today;
        if let Some(before) = self.files.saved_before.take().filter(|it| it != path) {
            // The same map is in two places now.
            for place in [before, path.to_owned()] {
                self.settings.copied.insert(place, today);
            }
        } else {
            self.settings.copied.entry(path.to_owned()).or_insert(today);
        }
        self.settings.forget_old_copies();
        self.shell.keep(&self.settings);
    }

    /// The map at `path` is sealed from now on: says which of the places where it was still hold it
    /// without a seal.
    pub(in crate::ui) fn offer_to_remove_open(&mut self, path: &Path, others: Vec<PathBuf>) {
        let is_open = |it: &PathBuf| {
            it != path
                && file::read(&*self.shell.computer, it).is_ok_and(|bytes| !file::is_sealed(&bytes))
        };
        let others: Vec<PathBuf> = others.into_iter().filter(is_open).collect();
        if !others.is_empty() {
            self.elsewhere = Some(Elsewhere::Open(others));
        }
    }

    /// The question, while there is one.
    pub(in crate::ui) fn elsewhere_ui(&mut self, ui: &Ui) {
        let Some(asked) = self.elsewhere.clone() else { return };
        if self.files_are_asked() || self.neighbours.is_asking() || self.sealing.is_asking() {
            return;
        }
        let context = self.panel_context();
        let (theme, texts) = (context.theme, context.texts);
        let (title, about, yes, no) = match &asked {
            Elsewhere::NoCopy(days) => (
                "copy-title",
                Message::new("copy-text").count("days", usize::try_from(*days).unwrap_or_default()),
                "copy-yes",
                "copy-no",
            ),
            Elsewhere::Open(paths) => {
                let names: Vec<String> = paths.iter().map(|it| file_name(it)).collect();
                let about = Message::new("open-left-text").arg("names", texts.listed(&names));
                ("open-left-title", about, "open-left-yes", "open-left-no")
            }
        };
        let mut answer = None;
        let modal = Modal::new(Id::unique("elsewhere")).show(ui.ctx(), |ui| {
            ui.set_width(460.0);
            heading(ui, &context, texts.get(title));
            ui.label(texts.say(&about));
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                for (look, words, is) in [(Look::Main, yes, true), (Look::Quiet, no, false)] {
                    if button(ui, theme, look, "", &texts.get(words)).clicked() {
                        answer = Some(is);
                    }
                }
            });
        });
        match answer.or_else(|| modal.should_close().then_some(false)) {
            None => return,
            Some(false) => self.elsewhere = None,
            Some(true) => {
                self.elsewhere = None;
                match asked {
                    Elsewhere::NoCopy(_) => self.ask(Purpose::Copy),
                    Elsewhere::Open(paths) => self.remove_open(&paths),
                }
            }
        }
        ui.ctx().request_repaint();
    }

    fn remove_open(&mut self, paths: &[PathBuf]) {
        let mut is_gone = true;
        for path in paths {
            is_gone &= self.shell.computer.remove(path).is_ok() && self.versions.remove_all(path);
            self.settings.recent.retain(|it| it != path);
            self.settings.copied.remove(path);
        }
        self.shell.keep(&self.settings);
        if is_gone {
            self.session.tell(Message::new("open-left-done"));
        } else {
            self.session.warn(vec![Message::new("open-left-half")]);
        }
    }

    /// Writes a copy of the file to another place. The map stays where it is.
    pub(in crate::ui) fn copy_to(&mut self, path: &Path, expected: Expected) {
        let Some(from) = self.files.path.clone() else { return };
        let source = from.clone();
        let make = move |computer: &dyn Computer| {
            file::read(computer, &source)
                .map_err(|fault| Fault::NotMade(vec![fault.message(file_name(&source))]))
        };
        let order = Order { path: path.to_owned(), expected, make: Box::new(make) };
        self.write(order, Then::Copied(from));
    }

    /// Writes a copy for training, and says what of the family is left in it. The map stays as it is.
    pub(in crate::ui) fn write_for_training(
        &mut self,
        path: &Path,
        expected: Expected,
        years: TrainingYears,
    ) {
        let is_open =
            |it: &Path| self.shell.computer.resolve(it) == self.shell.computer.resolve(path);
        if self.files.path.as_deref().is_some_and(is_open) {
            self.session.warn(vec![Message::new("pseudonym-same")]);
            return;
        }
        let years = match years {
            TrainingYears::Moved => Years::any_shift(self.shell.computer.any_number()),
            TrainingYears::ByTens => Years::Decades,
        };
        let of_today = (self.session.lang, self.shell.today);
        let made = pseudonymised(self.document.map(), years, of_today);
        let made = made.map_err(|fault| vec![fault.message()]).and_then(|(copy, report)| {
            let bytes = file::to_bytes(&copy).map_err(|error| error.messages())?;
            Ok((bytes, report.messages()))
        });
        match made {
            Ok((bytes, left)) => {
                let make = Box::new(move |_: &dyn Computer| Ok(bytes));
                let order = Order { path: path.to_owned(), expected, make };
                self.write(order, Then::Training(left.into_iter().collect()));
            }
            Err(why) => self.session.warn(why),
        }
    }
}
