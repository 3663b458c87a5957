//! What comes in when two maps become one, and what both changed differently.

use egui::{Id, Label, Modal, Role, ScrollArea, Ui, WidgetInfo};

use super::Answer;
use super::merging::Merging;
use crate::i18n::Message;
use crate::merge::{ConflictId, Side};
use crate::ui::context::PanelContext;
use crate::ui::files::file_name;
use crate::ui::style::{Look, button};
use crate::ui::widgets::{Toggle, caption, chip, heading};

/// Shows it and gives back what was answered.
pub(super) fn merging_ui(ui: &Ui, context: &PanelContext<'_>, merging: &Merging) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("neighbour-merging")).show(ui.ctx(), |ui| {
        ui.set_width((ui.ctx().content_rect().width() - 80.0).min(620.0));
        heading(ui, context, texts.get("merge-title"));
        caption(ui, theme, file_name(&merging.path));
        let height = (ui.ctx().content_rect().height() - 260.0).max(120.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            let kept = merging.merged.kept.len();
            let kept = Message::new("merge-kept").count("n", kept);
            let is_kept = !merging.merged.kept.is_empty();
            let kept = is_kept.then(|| texts.say(&kept));
            let repairs = merging.merged.repairs.iter().map(|it| texts.say(&it.message()));
            let sentences: Vec<String> =
                merging.changes.iter().cloned().chain(kept).chain(repairs).collect();
            let about = if sentences.is_empty() { "merge-no-changes" } else { "merge-changes" };
            caption(ui, theme, texts.get(about));
            for sentence in sentences {
                ui.add(Label::new(sentence).selectable(false).wrap());
            }
            if !merging.told.is_empty() {
                ui.add_space(8.0);
                caption(ui, theme, texts.get("merge-both-changed"));
            }
            for (id, about, says) in &merging.told {
                conflict_ui(ui, context, merging, (id, about, says), &mut answer);
            }
        });
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            for (look, words, way) in [
                (Look::Main, "merge-do", Answer::TakeBoth),
                (Look::Bare, "neighbour-later", Answer::Later),
            ] {
                if button(ui, theme, look, "", &texts.get(words)).clicked() {
                    answer = Some(way);
                }
            }
        });
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Later))
}

fn conflict_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    merging: &Merging,
    (id, about, says): (&ConflictId, &str, &[String; 2]),
    answer: &mut Option<Answer>,
) {
    let (theme, texts) = (context.theme, context.texts);
    ui.add_space(4.0);
    ui.label(about);
    let chosen = merging.choices.get(id).copied().unwrap_or(Side::Mine);
    let sides = [(Side::Mine, "merge-mine"), (Side::Theirs, "merge-theirs")];
    ui.horizontal_wrapped(|ui| {
        for ((side, words), says) in sides.into_iter().zip(says) {
            let words = texts.say(&Message::new(words).arg("says", says));
            let is_chosen = side == chosen;
            let response = chip(ui, theme, &words, Toggle::from(is_chosen));
            let spoken = format!("{about}. {words}");
            response
                .widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &spoken));
            if response.clicked() {
                *answer = Some(Answer::Choose(id.clone(), side));
            }
        }
    });
}
