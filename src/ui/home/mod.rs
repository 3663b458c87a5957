//! The home screen: begin, go on, look at an example.

mod examples;
mod leftovers;

use std::path::PathBuf;

use egui::{Align, CornerRadius, Layout, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::context::PanelContext;
use super::fonts::{icon_text, text};
use super::style::{Look, button, color, focus_ring};
use super::{Action, FileAction, LookAction};
use crate::fonts::{IconStyle, Weight};
use crate::i18n::{Lang, Message};
use crate::model::Date;
use examples::{Group, paint_picture};
use leftovers::heading;

pub(super) use examples::{Example, Picture, draw_next, example, examples};
pub(super) use leftovers::{Offers, moment, throw_ui};

/// The size of the picture of an example, in points.
const PICTURE: egui::Vec2 = vec2(176.0, 112.0);

/// Shows the home screen and gives back what the user asks for.
pub(super) fn home_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    offers: (&Offers, Date),
    (examples, recent): (&[Example], &[PathBuf]),
) -> Vec<Action> {
    let mut actions = Vec::new();
    let (theme, texts) = (context.theme, context.texts);
    ui.painter().rect_filled(ui.max_rect(), CornerRadius::ZERO, color(theme.ground));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = ui.available_width().min(980.0);
        let aside = (ui.available_width() - width) / 2.0;
        ui.horizontal(|ui| {
            ui.add_space(aside.max(24.0));
            ui.vertical(|ui| {
                ui.set_width(width - 48.0);
                ui.add_space(56.0);
                greeting(ui, context, &mut actions);
                ui.add_space(28.0);
                leftovers::offers_ui(ui, context, offers, &mut actions);
                for (group, words) in
                    [(Group::Invented, "home-examples"), (Group::History, "home-history")]
                {
                    heading(ui, context, texts.get(words));
                    cards(ui, context, (examples, group), &mut actions);
                    ui.add_space(20.0);
                }
                if !recent.is_empty() {
                    heading(ui, context, texts.get("home-recent"));
                    files(ui, context, recent, &mut actions);
                }
                ui.add_space(12.0);
                let words = texts.get("do-leave-nothing");
                if button(ui, theme, Look::Outlined, "broom", &words).clicked() {
                    actions.push(Action::File(FileAction::AskLeaveNothing));
                }
                ui.add_space(40.0);
            });
        });
    });
    actions
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
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            for lang in [Lang::En, Lang::Nl] {
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
                if response.clicked() {
                    actions.push(Action::Look(LookAction::Speak(lang)));
                }
            }
        });
    });
    ui.add_space(20.0);
    ui.horizontal(|ui| {
        if big_button(ui, context).clicked() {
            actions.push(Action::File(FileAction::New));
        }
        ui.add_space(6.0);
        if button(ui, theme, Look::Quiet, "folder-open", &texts.get("home-open")).clicked() {
            actions.push(Action::File(FileAction::Open));
        }
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
    focus_ring(ui, theme, &response, 12);
    response
}

fn cards(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (examples, group): (&[Example], Group),
    actions: &mut Vec<Action>,
) {
    let columns = if ui.available_width() < 640.0 { 1 } else { 2 };
    let gap = 14.0;
    #[expect(clippy::cast_precision_loss, reason = "one or two")]
    let width = (ui.available_width() - gap * (columns - 1) as f32) / columns as f32;
    let id = egui::Id::unique(("examples", group == Group::History));
    let cards = examples.iter().enumerate().filter(|(_, example)| example.group == group);
    egui::Grid::new(id).spacing(vec2(gap, gap)).show(ui, |ui| {
        for (place, (number, example)) in cards.enumerate() {
            if card(ui, context, example, width).clicked() {
                actions.push(Action::File(FileAction::OpenExample(number)));
            }
            if (place + 1) % columns == 0 {
                ui.end_row();
            }
        }
    });
}

/// An example: a small picture, the title, the wish.
fn card(ui: &mut Ui, context: &PanelContext<'_>, example: &Example, width: f32) -> egui::Response {
    let (theme, texts) = (context.theme, context.texts);
    let (rect, response) = ui.allocate_exact_size(vec2(width, PICTURE.y + 20.0), Sense::click());
    let (fill, edge) = if response.hovered() || response.has_focus() {
        (theme.panel, theme.line)
    } else {
        (theme.panel, theme.hairline)
    };
    let line = Stroke::new(1.0, color(edge));
    ui.painter().rect(rect, CornerRadius::same(12), color(fill), line, StrokeKind::Inside);
    let picture = egui::Rect::from_min_size(rect.min + vec2(10.0, 10.0), PICTURE);
    paint_picture(ui, theme, example, picture);
    let text_rect = egui::Rect::from_min_max(
        pos2(picture.right() + 16.0, rect.top() + 16.0),
        rect.max - vec2(14.0, 12.0),
    );
    let mut inside = ui
        .new_child(egui::UiBuilder::new().max_rect(text_rect).layout(Layout::top_down(Align::Min)));
    inside.spacing_mut().item_spacing.y = 4.0;
    let plain = |it| egui::Label::new(it).selectable(false).truncate();
    let title = text(&example.title, 15.5, Weight::SemiBold).color(color(theme.ink));
    inside.add(egui::Label::new(title).selectable(false).wrap());
    if !example.wish.is_empty() {
        let wish = egui::Label::new(text(format!("“{}”", example.wish), 13.5, Weight::Regular));
        inside.add(wish.selectable(false).wrap());
    }
    let n = texts.say(&Message::new("home-people").count("people", example.n_people));
    inside.add(plain(text(n, 12.5, Weight::Regular).color(color(theme.soft_ink))));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &example.title));
    focus_ring(ui, theme, &response, 12);
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
        if response.clicked() {
            actions.push(Action::File(FileAction::OpenPath(path.clone())));
        }
    }
}
