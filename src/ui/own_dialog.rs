//! A file dialog of our own: a path that can be typed, and the folder it is in.

use std::ops::Range;
use std::path::{Path, PathBuf};

use egui::{Id, Key, Modal, ScrollArea, Ui};

use super::context::PanelContext;
use super::dialogs::{Purpose, Request, completed};
use super::fonts::{icon_text, text};
use super::shell::computer::Computer;
use super::style::{Look, button, color};
use super::widgets::caption;
use crate::file::PathKind;
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;

/// So many entries of a folder are asked what they are: on a slow stick each takes its time. Of the
/// others it is known by their names.
const MOST_ASKED: usize = 5_000;
/// So many rows are drawn whether they are in sight or not, for whoever walks over them with a key.
const MOST_DRAWN: usize = 400;
/// The height of a row, in points.
const ROW: f32 = 44.0;

/// The dialog while it is open.
#[derive(Clone, Debug)]
pub(super) struct OwnDialog {
    pub(super) request: Request,
    path: String,
    listed: Option<(PathBuf, Listing)>,
    wants_focus: bool,
    /// Asked before a file is replaced.
    replaces: Option<PathBuf>,
    /// The field that had the caret when it opened, and has it again afterwards.
    pub(super) back_to: Option<Id>,
}

/// What is in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Listing {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    is_readable: bool,
    /// Some of what is there was not asked whether it is a folder.
    is_cut: bool,
}

/// How the dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Chosen(PathBuf),
    Cancelled,
}

impl OwnDialog {
    pub(super) fn new(request: Request) -> Self {
        let folder = request.folder.clone().unwrap_or_else(|| PathBuf::from("."));
        let mut path = folder.join(&request.name).display().to_string();
        if request.name.is_empty() && !path.ends_with(std::path::MAIN_SEPARATOR) {
            path.push(std::path::MAIN_SEPARATOR);
        }
        Self { request, path, listed: None, wants_focus: true, replaces: None, back_to: None }
    }

    /// Is the caret on its way to the path?
    pub(super) const fn wants_focus(&self) -> bool {
        self.wants_focus
    }

    /// The folder that is typed: everything up to the last separator.
    fn folder(&self, computer: &dyn Computer) -> PathBuf {
        let typed = Path::new(&self.path);
        if self.path.ends_with(std::path::is_separator) || is_folder(computer, typed) {
            return typed.to_owned();
        }
        typed.parent().map(Path::to_owned).unwrap_or_default()
    }

    fn go(&mut self, folder: &Path) {
        let name = match self.request.purpose {
            Purpose::Open => String::new(),
            Purpose::Save
            | Purpose::Copy
            | Purpose::Training(_)
            | Purpose::Picture
            | Purpose::Paper => {
                let name = Path::new(&self.path).file_name().map(|it| it.to_string_lossy());
                name.map(std::borrow::Cow::into_owned).unwrap_or_default()
            }
        };
        self.path = folder.join(name).display().to_string();
        if self.path.is_empty() || folder.join("") == Path::new(&self.path) {
            self.path = folder.join("").display().to_string();
        }
        self.replaces = None;
    }

    /// The path as it will be used: with the extension that belongs to it.
    fn chosen(&self, computer: &dyn Computer) -> Option<PathBuf> {
        let typed = Path::new(self.path.trim());
        typed.file_name()?;
        if is_folder(computer, typed) || self.path.ends_with(std::path::is_separator) {
            return None;
        }
        Some(completed(self.request.purpose, typed))
    }
}

/// Shows the dialog above everything; gives the answer when there is one.
pub(super) fn own_dialog_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    (dialog, computer): (&mut OwnDialog, &dyn Computer),
) -> Option<Answer> {
    let mut answer = None;
    let modal = Modal::new(Id::unique("file-dialog")).show(ui.ctx(), |ui| {
        ui.set_width(560.0);
        let title = dialog.request.title.clone();
        ui.label(text(title, 19.0, Weight::SemiBold).color(color(context.theme.ink)));
        let entered = path_field(ui, context, dialog);
        listing(ui, context, (dialog, computer));
        ui.add_space(8.0);
        answer = buttons(ui, context, (dialog, computer), entered);
    });
    if answer.is_none() && modal.should_close() {
        answer = Some(Answer::Cancelled);
    }
    answer
}

/// The path. True when Enter was pressed in it.
fn path_field(ui: &mut Ui, context: &PanelContext<'_>, dialog: &mut OwnDialog) -> bool {
    let label = caption(ui, context.theme, context.texts.get("file-path"));
    let before = dialog.path.clone();
    let edit = egui::TextEdit::singleline(&mut dialog.path)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 11))
        .align(egui::Align2::LEFT_CENTER)
        .show(ui);
    let field = edit.response.response.labelled_by(label.id);
    if std::mem::take(&mut dialog.wants_focus) {
        field.request_focus();
    }
    if before != dialog.path {
        dialog.replaces = None;
    }
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn listing(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (dialog, computer): (&mut OwnDialog, &dyn Computer),
) {
    let folder = dialog.folder(computer);
    if dialog.listed.as_ref().is_none_or(|(of, _)| *of != folder) {
        let purpose = dialog.request.purpose;
        dialog.listed = Some((folder.clone(), list(computer, &folder, purpose)));
    }
    let Some((_, listing)) = &dialog.listed else { return };
    let parent = folder.parent().filter(|it| !it.as_os_str().is_empty());
    let up = parent.map(|it| (it, "arrow-up", Some(context.texts.get("file-parent"))));
    let folders = listing.folders.iter().map(|it| (it.as_path(), "folder-open", None));
    let files = listing.files.iter().map(|it| (it.as_path(), "file", None));
    let n_rows = usize::from(up.is_some()) + listing.folders.len() + listing.files.len();
    let mut tapped = None;
    let mut rows = |ui: &mut Ui, range: Range<usize>| {
        ui.set_min_width(520.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let all = up.clone().into_iter().chain(folders.clone()).chain(files.clone());
        for (path, icon, words) in all.skip(range.start).take(range.len()) {
            if row(ui, context, icon, &words.unwrap_or_else(|| name_of(path))) {
                tapped = Some((path.to_owned(), icon == "file"));
            }
        }
    };
    let area = ScrollArea::vertical().max_height(280.0).min_scrolled_height(280.0);
    if MOST_DRAWN < n_rows {
        ui.spacing_mut().item_spacing.y = 0.0;
        area.show_rows(ui, ROW, n_rows, rows);
    } else {
        area.show(ui, |ui| {
            ui.set_min_height(270.0);
            rows(ui, 0..n_rows);
            if !listing.is_readable {
                caption(ui, context.theme, context.texts.get("file-no-folder"));
            } else if listing.folders.is_empty() && listing.files.is_empty() {
                caption(ui, context.theme, context.texts.get("file-empty-folder"));
            }
        });
    }
    if listing.is_cut {
        caption(ui, context.theme, context.texts.get("file-many"));
    }
    match tapped {
        Some((path, true)) => dialog.path = path.display().to_string(),
        Some((path, false)) => dialog.go(&path),
        None => {}
    }
}

/// A row of the list. True when it was tapped.
fn row(ui: &mut Ui, context: &PanelContext<'_>, icon: &str, words: &str) -> bool {
    let label = (
        icon_text(icon, 17.0, IconStyle::Bold).color(color(context.theme.soft_ink)),
        text(words, 14.0, Weight::Regular),
    );
    let wide = egui::Button::new(label).frame(false).min_size(egui::vec2(500.0, ROW));
    let response = ui.add(wide);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    response.clicked()
}

#[expect(clippy::fn_params_excessive_bools, reason = "a fact of the frame, named by its parameter")]
fn buttons(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (dialog, computer): (&mut OwnDialog, &dyn Computer),
    entered: bool,
) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let chosen = dialog.chosen(computer);
    let saves = dialog.request.purpose != Purpose::Open;
    if let Some(path) = &dialog.replaces {
        let message = Message::new("file-replace").arg("name", name_of(path));
        ui.label(text(texts.say(&message), 14.0, Weight::Regular).color(color(theme.alert)));
    }
    let mut answer = None;
    ui.horizontal(|ui| {
        let replaces = dialog.replaces.is_some();
        let words = match (saves, replaces) {
            (false, _) => texts.get("file-open"),
            (true, false) => texts.get("file-save"),
            (true, true) => texts.get("file-replace-yes"),
        };
        // Another file is not replaced by an Enter too many.
        let (yes, no) =
            if saves && replaces { (Look::Quiet, Look::Main) } else { (Look::Main, Look::Quiet) };
        let go = ui.add_enabled_ui(chosen.is_some(), |ui| button(ui, theme, yes, "", &words));
        let wants = go.inner.clicked() || entered;
        if let Some(path) = chosen.filter(|_| wants) {
            if saves && computer.is_there(&path) && dialog.replaces.as_ref() != Some(&path) {
                dialog.replaces = Some(path);
            } else {
                answer = Some(Answer::Chosen(path));
            }
        }
        if button(ui, theme, no, "", &texts.get("cancel")).clicked() {
            answer = Some(Answer::Cancelled);
        }
    });
    answer
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn is_folder(computer: &dyn Computer, path: &Path) -> bool {
    computer.kind(path).ok() == Some(PathKind::Folder)
}

/// The folders and the files that fit, by name; nothing hidden.
fn list(computer: &dyn Computer, folder: &Path, purpose: Purpose) -> Listing {
    let wanted: &[&str] = match purpose {
        Purpose::Open => &["familie", "json", "ged"],
        Purpose::Save | Purpose::Copy | Purpose::Training(_) => &["familie"],
        Purpose::Picture => &["png", "svg", "pdf"],
        Purpose::Paper => &["pdf"],
    };
    let Ok(entries) = computer.list(folder) else { return Listing::default() };
    let mut listing = Listing { is_readable: true, ..Listing::default() };
    let mut n_asked = 0;
    for path in entries {
        if name_of(&path).starts_with('.') {
            continue;
        }
        let extension = path.extension().map(|it| it.to_string_lossy().to_lowercase());
        let is_wanted = extension.is_some_and(|it| wanted.contains(&it.as_str()));
        let may_ask = n_asked < MOST_ASKED;
        n_asked += 1;
        listing.is_cut |= !may_ask;
        if may_ask && is_folder(computer, &path) {
            listing.folders.push(path);
        } else if is_wanted {
            listing.files.push(path);
        }
    }
    listing.folders.sort();
    listing.files.sort();
    listing
}
