//! Opening, saving and drawing to files.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError};

use super::app::App;
use super::canvas;
use super::dialogs::{Purpose, Request};
use super::frequent::frequent;
use super::own_dialog::{Answer, OwnDialog, own_dialog_ui};
use super::recovery;
use super::session::{Fit, Place};
use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::export::{self, Lettering, PngSize};
use crate::file::{self, Disk as _, Expected, Fingerprint, RealDisk, SaveError};
use crate::i18n::Message;
use crate::interchange::{self, Contents};
use crate::model::FamilyMap;
use crate::pattern;
use crate::scene::{self, View};

/// A picture is twice as sharp as the screen, unless that would be larger than this, in pixels.
const LONGEST_SIDE: f64 = 16_000.0;

/// The file of the open map, and the question for one.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Where the map is saved; `None` for what is new.
    pub(super) path: Option<PathBuf>,
    /// What stood there when it was read or written last.
    fingerprint: Option<Fingerprint>,
    asked: Option<(Purpose, Receiver<Option<PathBuf>>)>,
    own: Option<OwnDialog>,
}

impl Files {
    /// Is the user choosing a file?
    pub(super) const fn is_asking(&self) -> bool {
        self.asked.is_some() || self.own.is_some()
    }
}

/// Whether something was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saved {
    Yes,
    /// The user is choosing where.
    Asking,
    /// It could not be; the user was told.
    No,
}

impl App {
    /// Opens the file at `path`, or tells why not.
    pub fn open_path(&mut self, path: &Path) {
        let bytes = match RealDisk.read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let name = file_name(path);
                let message = Message::new("window-cannot-read").arg("name", name);
                self.session.warn(vec![message.arg("why", error.kind())]);
                return;
            }
        };
        match interchange::read(&bytes) {
            Ok(Contents::Map(map)) => {
                self.show_map(*map);
                self.files.path = Some(path.to_owned());
                self.files.fingerprint = Some(Fingerprint::of(&bytes));
                self.settings.opened(path);
                self.shell.storage.keep(&self.settings);
            }
            Ok(Contents::Imported(map, notes)) => self.show_imported(path, *map, notes),
            Ok(Contents::Neutral(neutral)) => match interchange::map_of(&neutral) {
                Some(map) => self.show_imported(path, map, Vec::new()),
                None => {
                    let message = Message::new("cli-only-layout").arg("path", file_name(path));
                    self.session.warn(vec![message]);
                }
            },
            Err(error) => self.session.warn(error.messages()),
        }
    }

    /// Shows `map` as a document without a file.
    pub(super) fn show_map(&mut self, mut map: FamilyMap) {
        pattern::carry_marks(&mut map, self.shell.today);
        self.document = Document::new(map);
        self.recovery.forget();
        self.files = Files::default();
        self.derived.forget();
        self.session.leave_map();
        self.session.place = Place::Map;
        self.session.part = canvas::first_part(self.document.map());
        self.session.digits = frequent(self.document.map(), Catalogue::builtin());
        self.session.fit = Some(Fit::All);
        self.show_first_strand = true;
    }

    /// Shows what came from another program's file. That file stays as it is: saving asks where.
    fn show_imported(&mut self, path: &Path, map: FamilyMap, notes: Vec<Message>) {
        self.show_map(map);
        self.document.mark_unsaved();
        self.settings.opened(path);
        self.shell.storage.keep(&self.settings);
        if !notes.is_empty() {
            self.session.warn(notes);
        }
    }

    /// Opens work that was not saved when the program ended last.
    pub(super) fn open_leftover(&mut self, path: &Path) {
        let map = RealDisk.read(path).ok().and_then(|bytes| file::open(&bytes).ok());
        match map {
            Some(map) => {
                self.show_map(map);
                self.document.mark_unsaved();
                recovery::discard(path);
            }
            None => self.session.warn(vec![Message::new("window-leftover-broken")]),
        }
        self.leftovers = self.recovery.leftovers();
    }

    /// Saves where the map came from, or asks where.
    pub(super) fn save(&mut self) -> Saved {
        match self.files.path.clone() {
            Some(path) => self.save_at(&path),
            None => {
                self.ask(Purpose::Save);
                Saved::Asking
            }
        }
    }

    fn save_at(&mut self, path: &Path) -> Saved {
        let is_same = self.files.path.as_deref() == Some(path);
        let expected = match self.files.fingerprint {
            Some(fingerprint) if is_same => Expected::File(fingerprint),
            // Another place: the dialog has asked whether it may be replaced.
            _ => Expected::Anything,
        };
        let map = self.document.shared_map();
        let written = file::to_bytes(&self.document.map_to_save())
            .and_then(|bytes| file::save(&RealDisk, path, &bytes, expected));
        match written {
            Ok(fingerprint) => {
                self.document.mark_saved(&map);
                self.files.path = Some(path.to_owned());
                self.files.fingerprint = Some(fingerprint);
                self.recovery.forget();
                self.settings.opened(path);
                self.shell.storage.keep(&self.settings);
                self.session.tell(Message::new("window-saved").arg("name", file_name(path)));
                Saved::Yes
            }
            Err(error) => {
                if let SaveError::Unconfirmed(fingerprint) = error {
                    // The next save must not take its own file for somebody else's.
                    self.files.fingerprint = Some(fingerprint);
                    self.files.path = Some(path.to_owned());
                }
                if error == SaveError::Changed {
                    // Both versions stay: the next save goes to another place.
                    self.files.fingerprint = None;
                    self.files.path = None;
                }
                self.session.warn(error.messages());
                Saved::No
            }
        }
    }

    fn draw_at(&mut self, path: &Path) {
        let view = View { title: true, legend: true, ..self.view() };
        let scene = scene::build(
            self.document.map(),
            &self.derived.cast,
            &self.derived.layout,
            &View { strands: self.shown_strands(), ..view },
        );
        let is_svg = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("svg"));
        let longest = scene.bounds.width().max(scene.bounds.height()).max(1.0);
        let bytes = if is_svg {
            Ok(export::svg(&scene, Lettering::Embedded).into_bytes())
        } else {
            export::png(&scene, PngSize::Scale((LONGEST_SIDE / longest).min(2.0)))
        };
        let told = match bytes {
            Ok(bytes) => file::save(&RealDisk, path, &bytes, Expected::Anything)
                .map(|_| Message::new("window-drawn").arg("name", file_name(path)))
                .map_err(|error| error.messages()),
            Err(error) => Err(vec![Message::new("cli-no-picture").arg("why", error)]),
        };
        match told {
            Ok(message) => self.session.tell(message),
            Err(messages) => self.session.warn(messages),
        }
    }

    /// Asks for a file: with the system's dialog, or with ours.
    pub(super) fn ask(&mut self, purpose: Purpose) {
        if self.files.is_asking() {
            return;
        }
        let texts = self.texts();
        let name = |extension: &str| {
            format!("{}-{}.{extension}", texts.get("file-stem"), self.shell.today)
        };
        let request = Request {
            purpose,
            title: match purpose {
                Purpose::Open => texts.get("file-title-open"),
                Purpose::Save => texts.get("file-title-save"),
                Purpose::Picture => texts.get("file-title-picture"),
            },
            folder: self.folder(),
            name: match purpose {
                Purpose::Open => String::new(),
                // Never the client's name: file names travel.
                Purpose::Save => name(file::EXTENSION),
                Purpose::Picture => name("png"),
            },
        };
        match self.shell.dialogs.ask(&request) {
            Some(answer) => self.files.asked = Some((purpose, answer)),
            None => self.files.own = Some(OwnDialog::new(request)),
        }
    }

    /// Where the user last was.
    fn folder(&self) -> Option<PathBuf> {
        let path = self.files.path.as_ref().or_else(|| self.settings.recent.first());
        path.and_then(|path| path.parent())
            .map(Path::to_owned)
            .or_else(|| self.shell.folder.clone())
    }

    /// Looks whether the system's dialog has answered.
    pub(super) fn poll_dialog(&mut self, ctx: &egui::Context) {
        let Some((purpose, answer)) = &self.files.asked else { return };
        match answer.try_recv() {
            Ok(path) => {
                let purpose = *purpose;
                self.files.asked = None;
                self.chosen(purpose, path);
            }
            Err(TryRecvError::Empty) => {
                ctx.request_repaint_after(std::time::Duration::from_millis(100));
            }
            Err(TryRecvError::Disconnected) => {
                self.files.asked = None;
                self.leaving = None;
            }
        }
    }

    /// Shows our own dialog while it is open.
    pub(super) fn own_dialog(&mut self, ui: &egui::Ui) {
        let Some(mut dialog) = self.files.own.take() else { return };
        match own_dialog_ui(ui, &self.panel_context(), &mut dialog) {
            None => self.files.own = Some(dialog),
            Some(Answer::Cancelled) => self.chosen(dialog.request.purpose, None),
            Some(Answer::Chosen(path)) => self.chosen(dialog.request.purpose, Some(path)),
        }
    }

    fn chosen(&mut self, purpose: Purpose, path: Option<PathBuf>) {
        let Some(path) = path else {
            // Who does not say where to save does not want to leave either.
            self.leaving = None;
            return;
        };
        match purpose {
            Purpose::Open => self.open_path(&path),
            Purpose::Save => {
                if self.save_at(&with_extension(path)) == Saved::Yes {
                    self.leave_now();
                }
            }
            Purpose::Picture => self.draw_at(&path),
        }
    }
}

fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(file::EXTENSION) }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
