//! Opens maps.

use std::io;
use std::path::Path;

use super::{Files, file_name};
use crate::catalogue::Catalogue;
use crate::document::Document;
use crate::file::{self, Fingerprint, KeptKeys, Loaded, ReadFault, Seal};
use crate::gedcom::{Charset, Options};
use crate::i18n::Message;
use crate::interchange::{self, Contents};
use crate::model::FamilyMap;
use crate::pattern;
use crate::ui::app::App;
use crate::ui::errands::{Opening, answer_of};
use crate::ui::frequent::frequent;
use crate::ui::shell::computer::Computer;
use crate::ui::strands_panel::StrandsPanel;
use crate::ui::terms::{Fit, Place};
use crate::ui::{Action, FileAction, part};

impl App {
    /// Opens the file at `path`, or tells why not.
    pub fn open_path(&mut self, path: &Path) {
        // A path from where the program was started leads nowhere the next time.
        let whole = std::path::absolute(path);
        self.open_as(whole.as_deref().unwrap_or(path), None);
    }

    /// Opens the file at `path`, with which the window was opened.
    pub fn open_first(&mut self, path: &Path) {
        self.errands.tells_leftovers = true;
        self.open_path(path);
    }

    /// Reads the file of another program once more, with other letters.
    pub(in crate::ui) fn read_letters_as(&mut self, charset: Charset) {
        if let Some((path, _)) = self.files.letters.clone() {
            self.open_as(&path, Some(charset));
        }
    }

    fn open_as(&mut self, path: &Path, charset: Option<Charset>) {
        let Some(answer) = self.shell.documents.read(path, self.errands.wake()) else {
            let fault = ReadFault::Other(io::ErrorKind::BrokenPipe);
            self.session.warn(vec![fault.message(file_name(path))]);
            return;
        };
        // What was asked for before is not wanted any more.
        self.errands.opening = Some(Opening {
            path: path.to_owned(),
            charset,
            answer,
            revision: self.document.revision(),
            since: self.errands.now(),
        });
        self.poll_opening();
    }

    /// Opens the file that was asked for, once it is read.
    pub(in crate::ui) fn poll_opening(&mut self) {
        let Some(opening) = &self.errands.opening else { return };
        let gone = || Err(ReadFault::Other(io::ErrorKind::BrokenPipe));
        let Some(answer) = answer_of(&opening.answer, gone) else { return };
        let Some(Opening { path, charset, revision, .. }) = self.errands.opening.take() else {
            return;
        };
        let bytes = match answer {
            Ok(bytes) => bytes,
            Err(fault) => {
                self.session.warn(vec![fault.message(file_name(&path))]);
                return;
            }
        };
        if self.has_unsaved_work() && self.document.revision() != revision {
            // Something was done while it was read: that is not given up unasked.
            self.ask_and_perform(Action::File(FileAction::OpenPath(path)));
        } else if file::is_sealed(&bytes) {
            self.ask_to_unseal(&path);
        } else {
            self.open_bytes(&path, (&bytes, None), Fingerprint::of(&bytes), charset);
        }
        if std::mem::take(&mut self.errands.tells_leftovers) {
            self.tell_of_leftovers();
        }
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
        self.shell.keep(&self.settings);
    }

    /// The map was opened from `bytes`, once `seal` was off them.
    fn took_seal(&mut self, bytes: &[u8], seal: Option<Seal>) {
        match seal {
            Some(seal) => {
                // What every copy needs is worked out now, beside the frames: the lock shuts at once.
                let made = seal.clone();
                let work = move |_: &dyn Computer| {
                    // Should it fail, so does the copy, and that is said.
                    made.locked_key().ok();
                };
                self.shell.documents.work(Box::new(work));
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
        self.errands.other_map();
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

    /// Goes on in a copy of the map that has no file yet. Everybody stands as they stood, and a sealed map's copy is
    /// sealed as well.
    pub(in crate::ui) fn try_what_if(&mut self) {
        let mut map = self.document.map().clone();
        map.view.seen = self.derived.seen().clone();
        let texts = self.texts();
        let title = Message::new("what-if-title").arg("title", map.title.trim());
        map.title = texts.say(&title).trim().to_owned();
        let seal = self.files.seal.take();
        self.show_map(map);
        self.files.seal = seal;
        self.session.tell(Message::new("what-if-told"));
    }

    /// Shows what came from another program's file. That file stays as it is: saving asks where.
    fn show_imported(&mut self, path: &Path, map: FamilyMap, notes: Vec<Message>) {
        self.show_map(map);
        self.document.mark_unsaved();
        self.files.imported_from = Some(path.to_owned());
        self.settings.opened(path);
        self.shell.keep(&self.settings);
        if !notes.is_empty() {
            self.session.warn(notes);
        }
    }
}
