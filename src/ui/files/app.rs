//! Opens, saves and draws to files.

use std::path::{Path, PathBuf};
use std::sync::mpsc::TryRecvError;

use super::{Files, Saved, file_name, map_to_save};
use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::export::{self, Lettering, PictureFormat, PngSize};
use crate::file::{self, Expected, Fingerprint, KeptKeys, Loaded, RealDisk, SaveError, Seal};
use crate::gedcom::{Charset, Options};
use crate::i18n::Message;
use crate::interchange::{self, Contents};
use crate::model::FamilyMap;
use crate::pattern;
use crate::scene::{self, View};
use crate::ui::app::App;
use crate::ui::dialogs::{PDF, Purpose, Request, completed};
use crate::ui::frequent::frequent;
use crate::ui::own_dialog::{Answer, OwnDialog, own_dialog_ui};
use crate::ui::strands_panel::StrandsPanel;
use crate::ui::terms::{Fit, Place};
use crate::ui::versions::{Kept, Sealed};
use crate::ui::{Action, FileAction, part};

/// A picture is twice as sharp as the screen, unless that would be larger than this, in pixels.
const LONGEST_SIDE: f64 = 16_000.0;

impl App {
    /// Opens the file at `path`, or tells why not.
    pub fn open_path(&mut self, path: &Path) {
        self.open_as(path, None);
    }

    /// Reads the file of another program once more, with other letters.
    pub(in crate::ui) fn read_letters_as(&mut self, charset: Charset) {
        if let Some((path, _)) = self.files.letters.clone() {
            self.open_as(&path, Some(charset));
        }
    }

    fn open_as(&mut self, path: &Path, charset: Option<Charset>) {
        let bytes = match file::read(&RealDisk, path) {
            Ok(bytes) => bytes,
            Err(fault) => {
                self.session.warn(vec![fault.message(file_name(path))]);
                return;
            }
        };
        if file::is_sealed(&bytes) {
            self.ask_to_unseal(path);
            return;
        }
        self.open_bytes(path, (&bytes, None), Fingerprint::of(&bytes), charset);
    }

    /// Opens what the file at `path` holds: `bytes`, once any seal is off.
    pub(in crate::ui) fn open_bytes(
        &mut self,
        path: &Path,
        (bytes, seal): (&[u8], Option<Seal>),
        fingerprint: Fingerprint,
        charset: Option<Charset>,
    ) {
        match interchange::read_as(bytes, Options { charset, lang: self.session.lang }) {
            Ok(Contents::Map(map)) => {
                self.show_own(path, *map, fingerprint);
                self.took_seal(bytes, seal);
                self.told_when_opened(path);
            }
            Ok(Contents::Mended(loaded)) => {
                let Loaded { map, repairs, notes } = *loaded;
                self.show_own(path, map, fingerprint);
                self.took_seal(bytes, seal);
                if !repairs.is_empty() {
                    // It is other than its file.
                    self.document.mark_unsaved();
                    self.session.repairs = repairs;
                }
                if !notes.is_empty() {
                    self.session.warn(notes);
                }
                self.told_when_opened(path);
            }
            Ok(Contents::Imported(map, notes, letters)) => {
                self.show_imported(path, *map, notes);
                self.files.letters = letters.map(|charset| (path.to_owned(), charset));
            }
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

    /// Shows the map in our own file at `path`.
    fn show_own(&mut self, path: &Path, map: FamilyMap, fingerprint: Fingerprint) {
        self.show_map(map);
        self.files.path = Some(path.to_owned());
        self.files.fingerprint = Some(fingerprint);
        self.settings.opened(path);
        self.shell.storage.keep(&self.settings);
    }

    /// The map was opened from `bytes`, once `seal` was off them.
    fn took_seal(&mut self, bytes: &[u8], seal: Option<Seal>) {
        match seal {
            Some(seal) => {
                self.files.seal = Some(seal);
                self.files.plain = Some(bytes.to_vec());
            }
            None => self.files.keys_of_before = KeptKeys::above(bytes),
        }
    }

    fn told_when_opened(&mut self, path: &Path) {
        self.finish_sealing(path);
        self.tell_of_leftovers_of(path);
        self.watch_throw_away_date();
        self.meet_neighbours(path);
        self.remind_of_copy(path);
    }

    /// Shows `map` as a document without a file.
    pub(in crate::ui) fn show_map(&mut self, mut map: FamilyMap) {
        self.let_go_of_copy();
        pattern::carry_marks(&mut map, self.shell.today);
        self.document = Document::new(map);
        self.files = Files::default();
        self.derived.forget();
        self.panel = StrandsPanel::default();
        self.session.leave_map();
        self.session.place = Place::Map;
        self.session.part = part::first_part(self.document.map());
        self.session.digits = frequent(self.document.map(), Catalogue::builtin());
        self.document.keep_digits(self.session.digits.clone());
        self.session.fit = Some(Fit::Readable);
        self.show_first_strand = true;
    }

    /// Shows what came from another program's file. That file stays as it is: saving asks where.
    fn show_imported(&mut self, path: &Path, map: FamilyMap, notes: Vec<Message>) {
        self.show_map(map);
        self.document.mark_unsaved();
        self.files.imported_from = Some(path.to_owned());
        self.settings.opened(path);
        self.shell.storage.keep(&self.settings);
        if !notes.is_empty() {
            self.session.warn(notes);
        }
    }

    /// Saves where the map came from, or asks where.
    pub(in crate::ui) fn save(&mut self) -> Saved {
        match self.files.path.clone() {
            Some(path) => self.save_at(&path, Expected::Anything),
            None => {
                self.ask(Purpose::Save);
                Saved::Asking
            }
        }
    }

    /// Saves at `path`, where `elsewhere` is expected unless it is the file of the map.
    pub(in crate::ui) fn save_at(&mut self, path: &Path, elsewhere: Expected) -> Saved {
        let is_same = self.files.path.as_deref() == Some(path);
        let expected = match self.files.fingerprint {
            Some(fingerprint) if is_same => Expected::File(fingerprint),
            _ => elsewhere,
        };
        if !self.may_replace(path, expected) {
            return Saved::No;
        }
        let map = self.document.shared_map();
        let mut kept = Kept::Nothing;
        let mut plain = None;
        let written =
            file::to_bytes(&map_to_save(&self.document, &self.derived)).and_then(|bytes| {
                let whole = match (&self.files.seal, &self.files.keys_of_before) {
                    (Some(seal), _) => seal.seal(&bytes).map_err(|_why| SaveError::Differs)?,
                    (None, Some(former)) => former.over(&bytes),
                    (None, None) => bytes.clone(),
                };
                kept = self.keep_former(path, &whole);
                plain = self.files.seal.is_some().then_some(bytes);
                file::save(&RealDisk, path, &whole, expected)
            });
        match written {
            Ok(fingerprint) => {
                self.document.mark_saved(&map);
                self.saved_at(path, (fingerprint, plain), kept);
                Saved::Yes
            }
            Err(error) => {
                if error == SaveError::Changed {
                    // Nothing of anybody is replaced: three ways on are offered.
                    self.ask_about_neighbour(path);
                    return Saved::No;
                }
                if let SaveError::Unconfirmed(fingerprint) = error {
                    // The next save must not take its own file for somebody else's.
                    self.files.fingerprint = Some(fingerprint);
                    self.files.path = Some(path.to_owned());
                    self.files.plain = plain;
                }
                self.session.warn(error.messages());
                Saved::No
            }
        }
    }

    /// The map is in the file at `path` now: everything else follows.
    fn saved_at(
        &mut self,
        path: &Path,
        (fingerprint, plain): (Fingerprint, Option<Vec<u8>>),
        kept: Kept,
    ) {
        let others = [self.files.path.clone(), self.files.imported_from.clone()];
        let is_newly_sealed = self.files.is_newly_sealed;
        self.files.saved_before = self.files.path.replace(path.to_owned());
        self.files.fingerprint = Some(fingerprint);
        self.files.plain = plain;
        self.files.imported_from = None;
        self.recovery.forget();
        self.settings.opened(path);
        self.shell.storage.keep(&self.settings);
        let saved = Message::new("window-saved").arg("name", file_name(path));
        match kept {
            Kept::Nothing | Kept::Yes => self.session.tell(saved),
            Kept::Not => {
                self.session.warn(vec![saved, Message::new("versions-not-kept")]);
            }
        }
        self.session.asks_seal = false;
        self.settle_seal(path);
        if is_newly_sealed {
            self.offer_to_remove_open(path, others.into_iter().flatten().collect());
        }
        self.session.repairs.clear();
        self.told_of_copy(path);
        // Who has it open, too, was told when it was opened.
        self.hold(path).ok();
    }

    /// Keeps what a save is about to replace.
    fn keep_former(&self, path: &Path, new: &[u8]) -> Kept {
        let known = self.files.fingerprint.zip(self.files.plain.as_deref());
        let keys = self.files.seal.as_ref().map(Seal::kept_keys);
        let keys = keys.or(self.files.keys_of_before.clone());
        let sealed = keys.as_ref().map(|keys| Sealed { keys, known });
        self.versions.keep_former(path, (new, sealed), self.shell.today)
    }

    fn draw_at(&mut self, path: &Path, expected: Expected) {
        let format = match PictureFormat::of(path) {
            Ok(format) => format,
            Err(message) => {
                self.session.warn(vec![message]);
                return;
            }
        };
        let view = View { title: true, legend: true, ..self.view() };
        let then = self.past.then.as_ref().filter(|it| it.absent.is_past());
        let layout = &self.derived.layout;
        let scene = match then {
            Some(then) => {
                let (strands, whole) = (self.strands(), self.document.map());
                let strands = (&*strands, &self.session.opened);
                self.derived.past_scene((whole, then), &view, strands, layout)
            }
            None => {
                let view = View { strands: self.shown_strands(), ..view };
                scene::build(self.shown_map(), &self.derived.cast, layout, &view)
            }
        };
        let longest = scene.bounds.width().max(scene.bounds.height()).max(1.0);
        let no_picture = |why: &dyn std::fmt::Display| {
            vec![Message::new("cli-no-picture").arg("why", why.to_string())]
        };
        let bytes = match format {
            PictureFormat::Svg => Ok(export::svg(&scene, Lettering::Embedded).into_bytes()),
            PictureFormat::Png => {
                export::png(&scene, PngSize::Scale((LONGEST_SIDE / longest).min(2.0)))
                    .map_err(|why| no_picture(&why))
            }
            PictureFormat::Pdf => {
                export::pdf(&scene, None, self.session.lang).map_err(|why| no_picture(&why))
            }
        };
        let told = match bytes {
            Ok(bytes) => file::save(&RealDisk, path, &bytes, expected)
                .map(|_| Message::new("window-drawn").arg("name", file_name(path)))
                .map_err(|error| error.messages_about(file_name(path))),
            Err(messages) => Err(messages),
        };
        match told {
            Ok(message) => self.session.tell(message),
            Err(messages) => self.session.warn(messages),
        }
    }

    /// Writes the chosen sheet, and closes the dialog that it was chosen in.
    fn write_paper_at(&mut self, path: &Path, expected: Expected) {
        if !file::ends_in(path, PDF) {
            let message = Message::new("page-unknown").arg("name", file_name(path));
            self.session.warn(vec![message]);
            return;
        }
        let Some(bytes) = self.paper_file() else { return };
        self.session.paper = None;
        let written = bytes.and_then(|bytes| {
            file::save(&RealDisk, path, &bytes, expected)
                .map_err(|error| error.messages_about(file_name(path)))
        });
        match written {
            Ok(_) => {
                self.session.tell(Message::new("window-drawn").arg("name", file_name(path)));
            }
            Err(messages) => self.session.warn(messages),
        }
    }

    /// Asks for a file: with the system's dialog, or with ours.
    pub(in crate::ui) fn ask(&mut self, purpose: Purpose) {
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
                Purpose::Copy => texts.get("file-title-copy"),
                Purpose::Training => texts.get("do-training"),
                Purpose::Picture => texts.get("file-title-picture"),
                Purpose::Paper => texts.get("file-title-paper"),
            },
            folder: self.folder(),
            name: match purpose {
                Purpose::Open => String::new(),
                // Never the client's name: file names travel.
                Purpose::Save | Purpose::Copy | Purpose::Training => name(file::EXTENSION),
                Purpose::Picture => name("png"),
                Purpose::Paper => name(PDF),
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

    /// Looks whether the system's dialog, or the printer, has answered.
    pub(in crate::ui) fn poll_dialog(&mut self, ctx: &egui::Context) {
        self.poll_printer(ctx);
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
    pub(in crate::ui) fn own_dialog(&mut self, ui: &egui::Ui) {
        // Not in the frame of the key that closed the dialog: it would end that field, too.
        let frame = ui.ctx().cumulative_frame_nr();
        if let Some((field, _)) = self.files.back_to.take_if(|(_, closed)| *closed < frame) {
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        let Some(mut dialog) = self.files.own.take() else { return };
        if dialog.back_to.is_none() && dialog.wants_focus() && ui.ctx().text_edit_focused() {
            dialog.back_to = ui.memory(egui::Memory::focused);
        }
        let answer = own_dialog_ui(ui, &self.panel_context(), &mut dialog);
        if answer.is_some() {
            self.files.back_to = dialog.back_to.map(|it| (it, ui.ctx().cumulative_frame_nr()));
            ui.ctx().request_repaint();
        }
        match answer {
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
        let whole = completed(purpose, &path);
        // The dialog has asked whether the file may be replaced: the one it was told, no other.
        let expected = if whole == path { Expected::Anything } else { Expected::Nothing };
        match purpose {
            // Work may have been done while the dialog was open.
            Purpose::Open => self.ask_and_perform(Action::File(FileAction::OpenPath(path))),
            Purpose::Save | Purpose::Copy | Purpose::Training
                if file::promises_another(&whole, file::EXTENSION) =>
            {
                self.leaving = None;
                let message = Message::new("map-unknown").arg("name", file_name(&whole));
                self.session.warn(vec![message]);
            }
            Purpose::Save => match self.save_at(&whole, expected) {
                Saved::Yes => self.leave_now(),
                Saved::Asking | Saved::No => self.leaving = None,
            },
            Purpose::Copy => self.copy_to(&whole, expected),
            Purpose::Training => self.write_for_training(&whole, expected),
            Purpose::Picture => self.draw_at(&whole, expected),
            Purpose::Paper => self.write_paper_at(&whole, expected),
        }
    }
}
