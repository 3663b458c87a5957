//! The questions about others who use the same file.

use std::path::{Path, PathBuf};

use egui::{CornerRadius, Id, Modal, Sense, Ui, vec2};

use super::merging_ui::merging_ui;
use super::{Answer, Asks, Both};
use crate::i18n::Message;
use crate::ui::app::App;
use crate::ui::context::PanelContext;
use crate::ui::files::file_name;
use crate::ui::sealing::wait_ui;
use crate::ui::style::{Look, button, color};
use crate::ui::widgets::{caption, heading};

/// The height of the picture, in points.
const PICTURE: f32 = 230.0;

/// One way on: how much it matters, its words, what it does.
type Way = (Look, &'static str, Answer);

impl App {
    /// Shows what is asked, where anything is.
    pub(in crate::ui) fn neighbours_ui(&mut self, ui: &Ui) {
        if self.files_are_asked() || self.sealing.is_asking() {
            return;
        }
        let Some(asks) = &self.neighbours.asks else { return };
        let file = self.files.path.clone().unwrap_or_default();
        if let Some(answer) = asks_ui(ui, &self.panel_context(), asks, &file) {
            self.answer_neighbour(answer);
            ui.ctx().request_repaint();
        }
        // After the dialog, so that a key of this frame is no answer to what opens.
        self.poll_reading(ui.ctx());
    }
}

fn asks_ui(ui: &Ui, context: &PanelContext<'_>, asks: &Asks, file: &Path) -> Option<Answer> {
    use Answer::{KeepMineElsewhere, Later, LookAtBoth, Merge, PutBack, Replace, TakeTheirs};
    let path = || file.to_owned();
    let (title, about, ways): (_, _, Vec<Way>) = match asks {
        Asks::Changed => (
            "neighbour-changed-title",
            "neighbour-changed",
            vec![
                (Look::Main, "neighbour-merge", Merge(path())),
                (Look::Quiet, "neighbour-keep-mine", KeepMineElsewhere),
                (Look::Quiet, "neighbour-take-theirs", TakeTheirs(path())),
                (Look::Quiet, "neighbour-both", LookAtBoth(path())),
                (Look::Bare, "neighbour-later", Later),
            ],
        ),
        Asks::Gone => (
            "neighbour-gone-title",
            "neighbour-gone",
            vec![
                (Look::Main, "neighbour-elsewhere", KeepMineElsewhere),
                (Look::Quiet, "neighbour-put-back", PutBack),
                (Look::Bare, "neighbour-later", Later),
            ],
        ),
        Asks::ReadOnly(..) => (
            "neighbour-read-only-title",
            "neighbour-read-only",
            vec![
                (Look::Main, "neighbour-elsewhere", KeepMineElsewhere),
                (Look::Quiet, "neighbour-replace-anyway", Replace),
                (Look::Bare, "cancel", Later),
            ],
        ),
        Asks::Copies(copies) => return copies_ui(ui, context, copies),
        Asks::Reading(_) => return reading_ui(ui, context),
        Asks::Both(both) => return both_ui(ui, context, both, file),
        Asks::Merging(merging) => return merging_ui(ui, context, merging),
    };
    let file = if let Asks::ReadOnly(path, _) = asks { path } else { file };
    let mut answer = None;
    let modal = Modal::new(Id::unique("neighbour")).show(ui.ctx(), |ui| {
        ui.set_width(480.0);
        heading(ui, context, context.texts.get(title));
        ui.label(context.texts.say(&Message::new(about).arg("name", file_name(file))));
        ui.add_space(8.0);
        ways_ui(ui, context, ways, &mut answer);
    });
    answer.or_else(|| modal.should_close().then_some(Later))
}

fn ways_ui(ui: &mut Ui, context: &PanelContext<'_>, ways: Vec<Way>, answer: &mut Option<Answer>) {
    ui.horizontal_wrapped(|ui| {
        for (look, words, way) in ways {
            if button(ui, context.theme, look, "", &context.texts.get(words)).clicked() {
                *answer = Some(way);
            }
        }
    });
}

/// Other versions that lie beside the file.
fn copies_ui(ui: &Ui, context: &PanelContext<'_>, copies: &[PathBuf]) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("neighbour-copies")).show(ui.ctx(), |ui| {
        ui.set_width(480.0);
        heading(ui, context, texts.get("neighbour-copies-title"));
        ui.label(texts.say(&Message::new("neighbour-copies").count("n", copies.len())));
        ui.add_space(6.0);
        for path in copies {
            let name = file_name(path);
            caption(ui, theme, name.clone());
            let words = texts.get("neighbour-both");
            let look = button(ui, theme, Look::Quiet, "", &words);
            let which = format!("{words}: {name}");
            look.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &which));
            if look.clicked() {
                answer = Some(Answer::LookAtBoth(path.clone()));
            }
        }
        ui.add_space(8.0);
        if button(ui, theme, Look::Main, "", &texts.get("neighbour-go-on")).clicked() {
            answer = Some(Answer::Later);
        }
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Later))
}

/// "Even geduld…", while another version is read.
fn reading_ui(ui: &Ui, context: &PanelContext<'_>) -> Option<Answer> {
    let mut answer = None;
    let modal = Modal::new(Id::unique("neighbour-reading")).show(ui.ctx(), |ui| {
        ui.set_width(420.0);
        heading(ui, context, context.texts.get("neighbour-both-title"));
        wait_ui(ui, context);
        ui.add_space(8.0);
        if button(ui, context.theme, Look::Quiet, "", &context.texts.get("cancel")).clicked() {
            answer = Some(Answer::Later);
        }
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Later))
}

/// The other version, and what is other on it.
fn both_ui(ui: &Ui, context: &PanelContext<'_>, both: &Both, file: &Path) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("neighbour-both")).show(ui.ctx(), |ui| {
        ui.set_width((ui.ctx().content_rect().width() - 80.0).min(620.0));
        heading(ui, context, texts.get("neighbour-both-title"));
        caption(ui, theme, file_name(&both.path));
        let mut ways: Vec<Way> = vec![(Look::Main, "neighbour-later", Answer::Later)];
        match &both.seen {
            Ok((picture, changed, _)) => {
                let (rect, response) =
                    ui.allocate_exact_size(vec2(ui.available_width(), PICTURE), Sense::hover());
                ui.painter().rect_filled(rect, CornerRadius::same(8), color(theme.ground));
                picture.paint(ui, rect);
                let words = texts.get("neighbour-picture");
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &words));
                caption(ui, theme, texts.get("neighbour-differs"));
                let height = (ui.ctx().content_rect().height() - 480.0).clamp(80.0, 260.0);
                egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
                    for sentence in changed {
                        ui.add(egui::Label::new(sentence).selectable(false).wrap());
                    }
                });
                let theirs = Answer::TakeTheirs(both.path.clone());
                ways = vec![
                    (Look::Main, "neighbour-merge", Answer::Merge(both.path.clone())),
                    (Look::Quiet, "neighbour-keep-mine", Answer::KeepMineElsewhere),
                    (Look::Quiet, "neighbour-take-theirs", theirs),
                ];
                if both.path == file {
                    ways.push((Look::Quiet, "neighbour-replace", Answer::Replace));
                }
                ways.push((Look::Bare, "neighbour-later", Answer::Later));
            }
            Err(why) => {
                ui.label(texts.say(why));
                ui.label(texts.get("neighbour-mine-here"));
                ways = vec![
                    (Look::Main, "neighbour-again", Answer::LookAtBoth(both.path.clone())),
                    (Look::Quiet, "neighbour-keep-mine", Answer::KeepMineElsewhere),
                    (Look::Bare, "neighbour-later", Answer::Later),
                ];
            }
        }
        ui.add_space(8.0);
        ways_ui(ui, context, ways, &mut answer);
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Later))
}
