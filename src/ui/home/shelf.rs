//! The shelf: what comes with the program, as cards with a picture.

use egui::{
    Align, CornerRadius, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::examples::{Case, Example, Shelf, What, paint_picture};
use super::leftovers::heading;
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::ui::context::PanelContext;
use crate::ui::fonts::{icon_text, text};
use crate::ui::style::{color, focus_ring};
use crate::ui::terms::Level;
use crate::ui::widgets::{caption, choice};
use crate::ui::{Action, FileAction, LookAction};

/// Between two cards, in points.
const GAP: f32 = 16.0;
/// A card is no narrower than this, in points, while two stand side by side.
const LEAST: f32 = 204.0;
/// So many stand side by side at most.
const MOST: u8 = 4;
/// The height of the picture, and of the words below it, in points.
const PICTURE: f32 = 132.0;
const WORDS: f32 = 172.0;
/// The levels as they are offered; without one: all.
const LEVELS: [Option<Level>; 4] =
    [None, Some(Level::Begin), Some(Level::Further), Some(Level::Hard)];

/// Shows the invented families and below them those of history.
pub(super) fn shelf_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    shelf: &Shelf,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (context.theme, context.texts);
    heading(ui, context, texts.get("home-cases"));
    caption(ui, theme, texts.get("home-cases-why"));
    let levels = LEVELS.map(|level| (level, texts.get(name_of(level))));
    if let Some(level) = choice(ui, theme, Some(shelf.level), &levels) {
        actions.push(Action::Look(LookAction::ShowLevel(level)));
    }
    ui.add_space(8.0);
    let all = || shelf.examples.iter().enumerate();
    let is_wanted = |case: &Case| shelf.level.is_none_or(|level| level == case.level);
    let cases = all().filter(|(_, it)| matches!(&it.what, What::Invented(case) if is_wanted(case)));
    cards(ui, context, ("cases", cases.collect()), actions);
    ui.add_space(24.0);
    heading(ui, context, texts.get("home-history"));
    let history = all().filter(|(_, it)| matches!(it.what, What::History { .. }));
    cards(ui, context, ("history", history.collect()), actions);
    ui.add_space(20.0);
}

const fn name_of(level: Option<Level>) -> &'static str {
    match level {
        None => "level-all",
        Some(Level::Begin) => "level-begin",
        Some(Level::Further) => "level-further",
        Some(Level::Hard) => "level-hard",
    }
}

/// As many beside each other as there is room for.
fn cards(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (name, examples): (&str, Vec<(usize, &Example)>),
    actions: &mut Vec<Action>,
) {
    let room = ui.available_width();
    let fits = |n: &u8| f32::from(*n) * (LEAST + GAP) - GAP <= room;
    let columns = (1..=MOST).rev().find(fits).unwrap_or(1);
    let width = (room + GAP) / f32::from(columns) - GAP;
    egui::Grid::new(("shelf", name)).spacing(vec2(GAP, GAP)).show(ui, |ui| {
        for row in examples.chunks(usize::from(columns)) {
            for (number, example) in row {
                if card(ui, context, example, width).clicked() {
                    actions.push(Action::File(FileAction::OpenExample(*number)));
                }
            }
            ui.end_row();
        }
    });
}

/// A picture, and below it what it is about. The whole card is one button.
fn card(ui: &mut Ui, context: &PanelContext<'_>, example: &Example, width: f32) -> Response {
    let theme = context.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(width, PICTURE + WORDS), Sense::click());
    let round = CornerRadius::same(12);
    let edge = if response.hovered() || response.has_focus() { theme.line } else { theme.hairline };
    ui.painter().rect_filled(rect, round, color(theme.panel));
    let picture = Rect::from_min_size(rect.min, vec2(width, PICTURE));
    let top = CornerRadius { sw: 0, se: 0, ..round };
    paint_picture(ui, theme, example, (picture, top));
    ui.painter().rect_stroke(rect, round, Stroke::new(1.0, color(edge)), StrokeKind::Inside);
    let inside = Rect::from_min_max(
        pos2(rect.left() + 14.0, picture.bottom() + 12.0),
        rect.max - vec2(12.0, 12.0),
    );
    let layout = Layout::top_down(Align::Min);
    let mut below = ui.new_child(egui::UiBuilder::new().max_rect(inside).layout(layout));
    below.set_clip_rect(below.clip_rect().intersect(rect));
    below.spacing_mut().item_spacing.y = 5.0;
    below.spacing_mut().interact_size.y = 16.0;
    let said = words(&mut below, context, &example.what);
    if matches!(example.what, What::Invented(_)) {
        story_mark(ui, context, inside);
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    focus_ring(ui, theme, &response, 12);
    response
}

/// Writes the words of a card; gives them for who does not see it.
fn words(ui: &mut Ui, context: &PanelContext<'_>, what: &What) -> String {
    let (theme, texts) = (context.theme, context.texts);
    let line = |ui: &mut Ui, words: &str, size: f32, weight: Weight, ink| {
        let words = text(words, size, weight).color(color(ink));
        ui.add(egui::Label::new(words).selectable(false).wrap());
    };
    match what {
        What::Invented(case) => {
            let title = texts.get(case.title);
            let level = texts.get(name_of(Some(case.level)));
            let blurb = texts.get(case.blurb);
            line(ui, &title, 15.5, Weight::SemiBold, theme.ink);
            ui.horizontal(|ui| {
                dots(ui, context, case.level);
                line(ui, &level, 12.5, Weight::SemiBold, theme.soft_ink);
            });
            line(ui, &blurb, 13.5, Weight::Regular, theme.ink);
            format!("{title}. {level}. {blurb} {}.", texts.get("home-story"))
        }
        What::History { title, wish, n_people } => {
            let n = texts.say(&Message::new("home-people").count("people", *n_people));
            line(ui, title, 15.5, Weight::SemiBold, theme.ink);
            if !wish.is_empty() {
                line(ui, &format!("“{wish}”"), 13.5, Weight::Regular, theme.ink);
            }
            line(ui, &n, 12.5, Weight::Regular, theme.soft_ink);
            format!("{title}. {n}.")
        }
    }
}

/// One, two or three full dots of three.
fn dots(ui: &mut Ui, context: &PanelContext<'_>, level: Level) {
    let full = match level {
        Level::Begin => 1,
        Level::Further => 2,
        Level::Hard => 3,
    };
    let ink = color(context.theme.ink);
    let (rect, _) = ui.allocate_exact_size(vec2(44.0, 16.0), Sense::hover());
    for n in 0..3_u8 {
        let center = pos2(rect.left() + 6.0 + 15.0 * f32::from(n), rect.center().y);
        if n < full {
            ui.painter().circle_filled(center, 5.5, ink);
        } else {
            ui.painter().circle_stroke(center, 4.75, Stroke::new(1.5, ink));
        }
    }
}

/// Says at the bottom of the card that there is a story in it.
fn story_mark(ui: &mut Ui, context: &PanelContext<'_>, inside: Rect) {
    let (theme, texts) = (context.theme, context.texts);
    let foot = Rect::from_min_max(pos2(inside.left(), inside.bottom() - 18.0), inside.max);
    let layout = Layout::left_to_right(Align::Center);
    let mut row = ui.new_child(egui::UiBuilder::new().max_rect(foot).layout(layout));
    row.spacing_mut().item_spacing.x = 6.0;
    let ink = color(theme.soft_ink);
    let icon = icon_text("presentation-chart", 15.0, IconStyle::Bold).color(ink);
    row.add(egui::Label::new(icon).selectable(false));
    let words = text(texts.get("home-story"), 12.5, Weight::Regular).color(ink);
    row.add(egui::Label::new(words).selectable(false));
}
