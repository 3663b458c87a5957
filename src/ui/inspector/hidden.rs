//! The closed row that opens what is hidden at whoever is selected.
//!
//! It stands at everybody, with or without anything behind it, and says no number: it must not point
//! at a secret. While anybody may look on it is not there.

use egui::{Sense, Ui};

use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::model::Subject;
use crate::shown::Eyes;
use crate::ui::context::PanelContext;
use crate::ui::fonts::{family, icon_text, text};
use crate::ui::row_end::at_end;
use crate::ui::style::{Look, button, color};
use crate::ui::{Action, LookAction};

/// The row at `subject`.
pub(super) fn hidden_row(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    subject: &Subject,
    actions: &mut Vec<Action>,
) {
    if context.opened.eyes == Eyes::Anybody {
        return;
    }
    let (texts, theme) = (context.texts, context.theme);
    let is_open = context.opened.holds(subject);
    let does = match subject {
        _ if is_open => texts.get("hidden-close"),
        Subject::Person(id) => {
            texts.say(&Message::new("hidden-open-for").arg("who", context.name(id)))
        }
        _ => texts.get("hidden-open"),
    };
    let short = texts.get(if is_open { "hidden-shut" } else { "hidden-open" });
    let frame = egui::Frame::new().fill(color(theme.sunken)).corner_radius(10);
    let margin = egui::Margin { left: 12, right: 4, top: 2, bottom: 2 };
    let row = frame.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let row = ui.horizontal(|ui| {
            let icon = if is_open { "lock-open" } else { "lock" };
            let glyph = icon_text(icon, 16.0, IconStyle::Bold).color(color(theme.soft_ink));
            ui.add(egui::Label::new(glyph).selectable(false));
            let words = text(texts.get("hidden-things"), 14.0, Weight::SemiBold);
            ui.add(egui::Label::new(words.color(color(theme.soft_ink))).selectable(false));
            // In a narrow panel it is only said to whom it is read out.
            let shown = if has_room(ui, &does) { does.clone() } else { short };
            at_end(ui, |ui| {
                let response = button(ui, theme, Look::Bare, "", &shown);
                let words = format!("{}: {does}", texts.get("hidden-things"));
                response
                    .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
                response.clicked()
            })
        });
        row.inner
    });
    // The row looks like one button, so it is one; the keyboard goes to the word in it.
    let whole = row.response.interact(Sense::CLICK);
    if row.inner || whole.clicked() {
        actions.push(Action::Look(LookAction::OpenHidden(subject.clone())));
    }
}

/// Does a button that says `words` fit in what is left of the row?
fn has_room(ui: &Ui, words: &str) -> bool {
    let font = egui::FontId::new(14.5, family(Weight::SemiBold));
    let width =
        ui.painter().layout_no_wrap(words.to_owned(), font, ui.visuals().text_color()).size().x;
    width + 2.0 * ui.spacing().button_padding.x + 8.0 <= ui.available_width()
}
