//! Looking back: the years under the map, the year on it, and what happened beside it.

mod panel;
mod told;

use std::ops::RangeInclusive;

use egui::{
    Align2, Color32, FontId, Pos2, Rect, Response, Sense, Shape, Slider, Stroke, Ui, pos2, vec2,
};

use super::context::PanelContext;
use super::fonts::{family, text};
use super::past::Past;
use super::session::Time;
use super::style::{Look, TAP, button, color, focus_ring, icon_button};
use super::terms::TimeStep;
use super::{Action, LookAction};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::theme::Theme;
use crate::year::What;

pub(super) use panel::year_ui;

/// How high the bar is, in points.
pub(super) const HEIGHT: f32 = 104.0;
/// Below this the bar says less, in points.
const WIDE: f32 = 700.0;
/// Labels of years stand at least so far apart, in points.
const LABEL: f32 = 64.0;
/// Half the handle of a slider against its height: years lie this far inside it.
const HANDLE: f32 = 1.0 / 2.5;

/// The bar of years; gives what the user asks for.
pub(super) fn time_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    past: &Past,
    time: Time,
) -> Vec<Action> {
    let mut asked = None;
    let Some(range) = past.range.clone() else { return Vec::new() };
    let is_wide = WIDE < ui.available_width();
    ui.add_space(22.0);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        ui.spacing_mut().item_spacing.x = 6.0;
        if play(ui, context, time).clicked() {
            asked = Some(TimeStep::Play);
        }
        for (icon, words, step) in [
            ("caret-left", "do-event-before", TimeStep::Before),
            ("caret-right", "do-event-after", TimeStep::After),
        ] {
            if icon_button(ui, context.theme, icon, &context.texts.get(words)).clicked() {
                asked = Some(step);
            }
        }
        let room = if is_wide { 176.0 } else { 64.0 };
        let width = (ui.available_width() - room).max(120.0);
        if let Some(year) = slider(ui, context, (past, &range), time, width) {
            asked = Some(TimeStep::To(year));
        }
        ui.add_space(8.0);
        if is_wide {
            let is_now = time.year == *range.end();
            let words = context.texts.get("time-today");
            let today = ui.add_enabled_ui(!is_now, |ui| {
                button(ui, context.theme, Look::Outlined, "", &words).clicked()
            });
            if today.inner {
                asked = Some(TimeStep::To(*range.end()));
            }
        }
        let close = context.texts.get("time-close");
        if icon_button(ui, context.theme, "x", &close).clicked() {
            asked = Some(TimeStep::Toggle);
        }
    });
    asked.map(|step| Action::Look(LookAction::Time(step))).into_iter().collect()
}

/// A round button with a triangle, or with two bars while the years go by.
fn play(ui: &mut Ui, context: &PanelContext<'_>, time: Time) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(TAP, TAP), Sense::click());
    let theme = context.theme;
    let ink = color(theme.panel);
    let center = rect.center();
    ui.painter().circle_filled(center, 21.0, color(theme.ink));
    if time.next.is_some() {
        for x in [-5.0, 5.0] {
            let bar = Rect::from_center_size(center + vec2(x, 0.0), vec2(4.0, 16.0));
            ui.painter().rect_filled(bar, 1.0, ink);
        }
    } else {
        let points = [vec2(-5.0, -8.5), vec2(9.0, 0.0), vec2(-5.0, 8.5)].map(|it| center + it);
        ui.painter().add(Shape::convex_polygon(points.to_vec(), ink, Stroke::NONE));
    }
    focus_ring(ui, theme, &response, 22);
    let words = if time.next.is_some() { "time-stop" } else { "do-play" };
    let words = context.texts.get(words);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    response.on_hover_text(words)
}

/// The slider with what happened above it and the years below. Gives the year that was asked for.
fn slider(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (past, range): (&Past, &RangeInclusive<i32>),
    time: Time,
    width: f32,
) -> Option<i32> {
    let theme = context.theme;
    let mut year = time.year;
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().slider_width = width;
            ui.spacing_mut().slider_rail_height = 6.0;
            let visuals = &mut ui.visuals_mut().widgets;
            for widget in [&mut visuals.inactive, &mut visuals.hovered, &mut visuals.active] {
                widget.bg_fill = color(theme.line);
                widget.fg_stroke = Stroke::new(3.0, color(theme.accent));
            }
            ui.visuals_mut().selection.bg_fill = color(theme.ink);
            let slider = Slider::new(&mut year, range.clone()).integer().show_value(false);
            ui.add(slider.trailing_fill(true).handle_shape(egui::style::HandleShape::Circle))
        })
        .inner;
    let words = context.texts.say(&Message::new("time-slider").arg("year", time.year.to_string()));
    response.widget_info(|| egui::WidgetInfo::slider(true, f64::from(time.year), &words));
    focus_ring(ui, theme, &response, 8);
    let at = |year: i32| place(response.rect, range, year);
    ticks(ui, theme, past, &at);
    labels(ui, theme, (response.rect, range), &at);
    if WIDE < width + 300.0 {
        legend(ui, context, response.rect);
    }
    let (handle, radius) = (at(time.year), HANDLE * response.rect.height());
    let edge = Stroke::new(3.0, color(theme.accent));
    ui.painter().circle(handle, radius, color(theme.panel), edge);
    ui.painter().circle_filled(handle, 5.0, color(theme.accent));
    let is_free = !ui.ctx().text_edit_focused();
    let keys = is_free.then(|| {
        ui.input_mut(|input| {
            let mut takes = |key| input.consume_key(egui::Modifiers::NONE, key);
            match (takes(egui::Key::Home), takes(egui::Key::End)) {
                (true, _) => Some(*range.start()),
                (_, true) => Some(*range.end()),
                (false, false) => None,
            }
        })
    });
    keys.flatten().or((year != time.year).then_some(year))
}

/// Where a year lies on the slider.
fn place(slider: Rect, range: &RangeInclusive<i32>, year: i32) -> Pos2 {
    #[expect(clippy::cast_precision_loss, reason = "years")]
    let share = (year - range.start()) as f32 / (range.end() - range.start()).max(1) as f32;
    let handle = HANDLE * slider.height();
    let (from, to) = (slider.left() + handle, slider.right() - handle);
    pos2(from + share * (to - from), slider.center().y)
}

/// Births, and couples who came together or apart: entries here would make a bar of problems.
fn ticks(ui: &Ui, theme: &Theme, past: &Past, at: &impl Fn(i32) -> Pos2) {
    let painter = ui.painter();
    for happened in &past.happened {
        let on = at(happened.year);
        let (low, high) = (on - vec2(0.0, 19.0), on - vec2(0.0, 28.0));
        match happened.what {
            What::Born(_) => {
                painter.circle_filled(low, 2.6, color(theme.strength));
            }
            What::Together(_) | What::Again(_) => {
                painter.circle_stroke(high, 3.0, Stroke::new(1.5, color(theme.ink)));
            }
            What::Apart(_) | What::Died(_) => {
                let stroke = Stroke::new(1.5, color(theme.ink));
                painter.line_segment([high + vec2(-2.5, 4.0), high + vec2(2.5, -4.0)], stroke);
            }
            _ => {}
        }
    }
}

/// "1950  1960  1970 …" below the slider, and what the ticks mean.
fn labels(
    ui: &Ui,
    theme: &Theme,
    (slider, range): (Rect, &RangeInclusive<i32>),
    at: &impl Fn(i32) -> Pos2,
) {
    let per_year = at(*range.start() + 1).x - at(*range.start()).x;
    let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000, 10_000];
    #[expect(clippy::cast_precision_loss, reason = "years")]
    let fits = |step: &i32| LABEL <= *step as f32 * per_year;
    let step = steps.into_iter().find(fits).unwrap_or(20_000);
    let ink: Color32 = color(theme.soft_ink);
    let font = FontId::new(11.5, family(Weight::Regular));
    let first = range.start().div_euclid(step) * step;
    let mut year = if first < *range.start() { first + step } else { first };
    while year <= *range.end() {
        let on = at(year);
        let edge = pos2(on.x, slider.center().y + 9.0);
        ui.painter().line_segment([edge, edge + vec2(0.0, 4.0)], Stroke::new(1.0, ink));
        let below = edge + vec2(0.0, 5.0);
        ui.painter().text(below, Align2::CENTER_TOP, year.to_string(), font.clone(), ink);
        year += step;
    }
}

/// What the ticks mean.
fn legend(ui: &Ui, context: &PanelContext<'_>, slider: Rect) {
    let (theme, texts) = (context.theme, context.texts);
    let font = FontId::new(11.5, family(Weight::Regular));
    let (painter, ink) = (ui.painter(), color(theme.ink));
    let mut at = pos2(slider.left() + 8.0, slider.center().y + 38.0);
    for words in ["time-tick-born", "time-tick-together", "time-tick-apart"] {
        match words {
            "time-tick-born" => {
                painter.circle_filled(at, 2.6, color(theme.strength));
            }
            "time-tick-together" => {
                painter.circle_stroke(at, 3.0, Stroke::new(1.5, ink));
            }
            _ => {
                let ends = [at + vec2(-2.5, 4.0), at + vec2(2.5, -4.0)];
                painter.line_segment(ends, Stroke::new(1.5, ink));
            }
        }
        let start = at + vec2(9.0, 0.0);
        let soft = color(theme.soft_ink);
        let text = texts.get(words);
        let drawn = painter.text(start, Align2::LEFT_CENTER, text, font.clone(), soft);
        at.x = drawn.right() + 18.0;
    }
}

/// The year, large in the lower right corner of the map: the eyes are there while the years go by.
pub(super) fn year_on_map(ui: &Ui, context: &PanelContext<'_>, canvas: Rect, time: Time) {
    let theme = context.theme;
    let year = time.year.to_string();
    let id = if time.compares { "time-since-title" } else { "time-title" };
    let words = context.texts.say(&Message::new(id).arg("year", &year));
    let shown = if time.compares { words.clone() } else { year };
    let font = FontId::new(44.0, family(Weight::Bold));
    let galley = ui.painter().layout_no_wrap(shown, font, color(theme.ink));
    let corner = canvas.right_bottom() - vec2(24.0 + TAP + 16.0, 16.0);
    let rect = Rect::from_min_max(corner - galley.size(), corner);
    ui.painter().rect_filled(rect.expand2(vec2(10.0, 2.0)), 10.0, color(theme.ground));
    ui.painter().galley(rect.min, galley, color(theme.ink));
    let said = ui.interact(rect, egui::Id::unique("year-on-map"), Sense::hover());
    said.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    ui.ctx().accesskit_node_builder(said.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
}

/// Small soft words.
fn soft(context: &PanelContext<'_>, words: String) -> egui::RichText {
    text(words, 13.0, Weight::Regular).color(color(context.theme.soft_ink))
}
