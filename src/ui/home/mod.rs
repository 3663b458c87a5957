//! The home screen: begin, go on, look at an example.

mod examples;
mod leftovers;
mod shelf;

use std::path::PathBuf;

use egui::{Align, CornerRadius, Layout, ScrollArea, Stroke, StrokeKind, Ui, vec2};

use super::context::PanelContext;
use super::fonts::{icon_text, text};
use super::style::{Look, button, color, focus_ring};
use super::{Action, FileAction, LookAction};
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Lang;
use crate::model::Date;
use leftovers::heading;
use shelf::shelf_ui;

pub(super) use examples::{Picture, Shelf, example};
pub(super) use leftovers::{Offers, moment, throw_ui};

/// The width of all together at most, of what is on the left, and between the two, in points.
const WIDTH: f32 = 1500.0;
const LEFT: f32 = 430.0;
const BETWEEN: f32 = 44.0;
/// Where there is less room than this, the shelf stands below the rest.
const BESIDE: f32 = 1120.0;
/// Free space around all, in points.
const AROUND: f32 = 24.0;

/// Shows the home screen and gives back what the user asks for.
pub(super) fn home_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    offers: (&Offers, Date),
    (shelf, recent): (&Shelf, &[PathBuf]),
) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.painter().rect_filled(ui.max_rect(), CornerRadius::ZERO, color(context.theme.ground));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width();
        let width = (room - 2.0 * AROUND).min(WIDTH);
        ui.horizontal(|ui| {
            ui.add_space((room - width) / 2.0);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(36.0);
                greeting(ui, context, &mut actions);
                ui.add_space(24.0);
                if width < BESIDE {
                    work(ui, context, (offers, recent), &mut actions);
                    ui.add_space(28.0);
                    shelf_ui(ui, context, shelf, &mut actions);
                    return;
                }
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let column = |ui: &mut Ui, width: f32, show: &mut dyn FnMut(&mut Ui)| {
                        let size = vec2(width, 0.0);
                        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                            ui.spacing_mut().item_spacing.x = 8.0;
                            ui.set_width(width);
                            show(ui);
                        });
                    };
                    column(ui, LEFT, &mut |ui| {
                        work(ui, context, (offers, recent), &mut actions);
                    });
                    ui.add_space(BETWEEN);
                    column(ui, width - LEFT - BETWEEN, &mut |ui| {
                        shelf_ui(ui, context, shelf, &mut actions);
                    });
                });
            });
        });
    });
    actions
}

/// One's own work: begin, open, go on, leave nothing behind.
fn work(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (offers, recent): ((&Offers, Date), &[PathBuf]),
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (context.theme, context.texts);
    ui.horizontal(|ui| {
        if big_button(ui, context).clicked() {
            actions.push(Action::File(FileAction::New));
        }
        ui.add_space(6.0);
        if button(ui, theme, Look::Quiet, "folder-open", &texts.get("home-open")).clicked() {
            actions.push(Action::File(FileAction::Open));
        }
    });
    ui.add_space(24.0);
    leftovers::offers_ui(ui, context, offers, actions);
    if !recent.is_empty() {
        heading(ui, context, texts.get("home-recent"));
        files(ui, context, recent, actions);
    }
    ui.add_space(12.0);
    let words = texts.get("do-leave-nothing");
    if button(ui, theme, Look::Outlined, "broom", &words).clicked() {
        actions.push(Action::File(FileAction::AskLeaveNothing));
    }
    ui.add_space(20.0);
}

fn greeting(ui: &mut Ui, context: &PanelContext<'_>, actions: &mut Vec<Action>) {
    let (theme, texts) = (context.theme, context.texts);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 150.0);
            ui.label(text("Rode Draad", 40.0, Weight::Bold).color(color(theme.ink)));
            let line = texts.get("home-line");
            ui.label(text(line, 17.0, Weight::Regular).color(color(theme.soft_ink)));
        });
        ui.add_space((ui.available_width() - 2.0 * 44.0 - ui.spacing().item_spacing.x).max(0.0));
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            for lang in [Lang::Nl, Lang::En] {
                let name = match lang {
                    Lang::Nl => "Nederlands",
                    Lang::En => "English",
                };
                let on = texts.lang() == lang;
                let weight = if on { Weight::Bold } else { Weight::Regular };
                let label = text(lang.code().to_uppercase(), 14.0, weight);
                let ink = if on { theme.ink } else { theme.soft_ink };
                let tab = egui::Button::new(label.color(color(ink))).frame(false);
                let response = ui.add(tab.min_size(vec2(44.0, 44.0)));
                let info = || egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, name);
                response.widget_info(info);
                focus_ring(ui, theme, &response, 8);
                if response.clicked() {
                    actions.push(Action::Look(LookAction::Speak(lang)));
                }
            }
        });
    });
}

fn big_button(ui: &mut Ui, context: &PanelContext<'_>) -> egui::Response {
    let (theme, words) = (context.theme, context.texts.get("home-new"));
    let on = color(theme.on_accent);
    let label = (
        icon_text("plus", 20.0, IconStyle::Bold).color(on),
        text(&words, 17.0, Weight::SemiBold).color(on),
    );
    let wide = egui::Button::new(label)
        .fill(color(theme.accent))
        .stroke(Stroke::NONE)
        .corner_radius(CornerRadius::same(12))
        .min_size(vec2(220.0, 56.0));
    let response = ui.add(wide);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    // Around it: on it, in its own colour, nobody would see it.
    if response.has_focus() {
        let stroke = Stroke::new(2.5, color(theme.accent));
        let rect = response.rect.expand(3.0);
        ui.painter().rect_stroke(rect, CornerRadius::same(14), stroke, StrokeKind::Outside);
    }
    response
}

fn files(ui: &mut Ui, context: &PanelContext<'_>, recent: &[PathBuf], actions: &mut Vec<Action>) {
    for path in recent {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        let folder = path.parent().map(|it| it.display().to_string()).unwrap_or_default();
        let name = name.unwrap_or_default();
        let ink = color(context.theme.soft_ink);
        let label = (
            icon_text("file", 17.0, IconStyle::Bold).color(ink),
            text(&name, 14.5, Weight::SemiBold),
            text(folder, 12.5, Weight::Regular).color(ink),
        );
        let response = ui.add(egui::Button::new(label).frame(false).min_size(vec2(320.0, 44.0)));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        focus_ring(ui, context.theme, &response, 8);
        if response.clicked() {
            actions.push(Action::File(FileAction::OpenPath(path.clone())));
        }
    }
}
