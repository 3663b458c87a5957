//! One card: two sentences, and the rest when it is opened.

use egui::{CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, vec2};

use super::answers;
use super::shown::{Shown, StrandsPanel};
use crate::document::Command;
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::model::{CardId, Mark};
use crate::pattern::{Card, Sign};
use crate::theme::{Color, Ply};
use crate::ui::context::PanelContext;
use crate::ui::fonts::{icon_text, paint_icon, text};
use crate::ui::inspector::{Asked, asked_ui};
use crate::ui::strands::CardWords;
use crate::ui::style::{color, focus_ring};
use crate::ui::terms::Lit;
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, tile};
use crate::ui::{Action, EditAction, LookAction};

/// Width of the bar at the left of a card.
const BAR: f32 = 7.0;

/// How much its card says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Body {
    /// Two sentences.
    Closed,
    /// All lines, and what can be answered.
    Open,
}

/// So many people are asked about on an open card.
const MOST_ASKED: usize = 2;

/// Of whom an open card does not know it.
fn asked_of(card: &Card, context: &PanelContext<'_>, shown: &Shown<'_>) -> Vec<Asked> {
    let unknown = card.signs.iter().filter(|(_, sign)| *sign == Sign::Unknown).map(|(id, _)| id);
    let open = unknown.filter(|id| !shown.put_off.contains(&((*id).clone(), card.id.clone())));
    open.take(MOST_ASKED).map(|id| Asked::titled(context, card, id)).collect()
}

/// One card. Tapping it turns its strand on and opens what can be said about it; once more, off.
pub(super) fn card_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (panel, typing): (&mut StrandsPanel, &mut Typing),
    shown: &Shown<'_>,
    card: &Card,
    actions: &mut Vec<Action>,
) {
    let Some(words) = shown.words.get(&card.id) else { return };
    let id = &card.id;
    let on_the_map = shown.strands.get(id);
    let on = on_the_map.is_some();
    let is_open = panel.open.as_ref() == Some(id);
    let body = if is_open { Body::Open } else { Body::Closed };
    let look = on_the_map.copied().unwrap_or((words.color, Ply::Whole));
    let response = card_frame(ui, context, (words, body), (look, Toggle::from(on)), |ui| {
        if is_open {
            let asked = asked_of(card, context, shown);
            asked_ui(ui, context, &asked, actions);
            answers::answers(ui, context, (panel, typing), (card, words), actions);
        }
    });
    let spoken = format!("{}. {}", words.title, words.closed);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, &spoken));
    focus_ring(ui, context.theme, &response, 8);
    // Not of a card that came to lie under a pointer at rest, as when a menu above it closes.
    let points = response.hovered()
        && (shown.preview == Some(id)
            || ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO));
    if points || response.has_focus() {
        actions.push(Action::Look(LookAction::PreviewStrand(Some(id.clone()))));
    }
    if response.clicked() {
        if on && !is_open {
            // Its strand was on when the map was opened: who taps it wants to read more.
            panel.open = Some(id.clone());
        } else if card.has_strand() {
            actions.push(Action::Look(LookAction::ToggleStrand(id.clone())));
            panel.open = (!on).then(|| id.clone());
        } else {
            // Ties are lines already: their people stand out.
            let (people, words) = (card.yes.iter().cloned().collect(), words.title.clone());
            actions
                .push(Action::Look(LookAction::Light((!is_open).then_some(Lit { people, words }))));
            panel.open = (!is_open).then(|| id.clone());
        }
        panel.is_explained = false;
    }
    star(ui, context, response.rect, card, &words.title, actions);
    if opener(ui, context, response.rect, (id, body), &words.title) {
        panel.open = (!is_open).then(|| id.clone());
        panel.is_explained = false;
    }
}

/// The look of a card: a bar like its strand, what `body` says, and what is below.
fn card_frame(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (words, body): (&CardWords, Body),
    ((hue, ply), on): ((Color, Ply), Toggle),
    below: impl FnOnce(&mut Ui),
) -> Response {
    let theme = context.theme;
    let on = on == Toggle::On;
    let ground = if on { theme.tint(hue) } else { theme.panel };
    let of_card = hue;
    let hue = color(hue);
    let edge = if on { Stroke::new(1.5, hue) } else { Stroke::new(1.0, color(theme.hairline)) };
    let place = ui.painter().add(egui::Shape::Noop);
    let bar = ui.painter().add(egui::Shape::Noop);
    let inside = egui::Frame::new()
        .inner_margin(egui::Margin { left: 22, right: 16, top: 10, bottom: 10 })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.scope(|ui| {
                // Room for the star and what opens the card.
                ui.set_max_width(ui.available_width() - 34.0);
                said(ui, context, (words, body), of_card);
            });
            let said = ui.min_rect().bottom();
            below(ui);
            said
        });
    let rect = inside.response.rect;
    let shape = |fill, stroke, rect| {
        egui::epaint::RectShape::new(rect, CornerRadius::same(10), fill, stroke, StrokeKind::Inside)
    };
    ui.painter().set(place, shape(color(ground), edge, rect));
    let left = Rect::from_min_size(rect.min, vec2(BAR, rect.height()));
    ui.painter().set(bar, shape(hue, Stroke::NONE, left));
    core(ui, left, ply, color(theme.panel));
    // Only the upper part is the button, so that answers below it can be tapped themselves.
    let upper = Rect::from_min_max(rect.min, egui::pos2(rect.right(), inside.inner + 6.0));
    ui.interact(upper, inside.response.id.with("card"), Sense::click())
}

/// What a card says.
fn said(ui: &mut Ui, context: &PanelContext<'_>, (words, body): (&CardWords, Body), hue: Color) {
    let theme = context.theme;
    // No higher than the tile.
    ui.spacing_mut().interact_size.y = 22.0;
    ui.horizontal_wrapped(|ui| {
        tile(ui, theme, &words.icon, color(hue), 22.0);
        let title = text(&words.title, 15.0, Weight::SemiBold).color(color(theme.ink));
        ui.add(egui::Label::new(title).selectable(false));
        if !words.out.is_empty() {
            // The knot at the person on the map.
            let knot = icon_text("check-circle", 16.0, IconStyle::Fill);
            ui.add(egui::Label::new(knot.color(color(theme.strength))).selectable(false));
            let out = text(&words.out, 12.5, Weight::SemiBold);
            let out = out.color(color(theme.readable(theme.strength)));
            ui.add(egui::Label::new(out).selectable(false));
        }
    });
    if body == Body::Closed {
        ui.add_space(2.0);
        sentence(ui, context, &words.closed, Weight::Regular);
        // Room for what opens it.
        ui.add_space((58.0 - ui.min_rect().height()).max(0.0));
        return;
    }
    ui.add_space(4.0);
    for (line, sentences) in &words.lines {
        ui.horizontal_top(|ui| {
            gutter(ui, context, *line, hue);
            // The question is what the conversation goes on with.
            let weight = if *line == 7 { Weight::SemiBold } else { Weight::Regular };
            ui.vertical(|ui| sentence(ui, context, sentences, weight));
        });
    }
    if let Some(note) = &words.note {
        let note = text(note, 12.5, Weight::Regular).color(color(theme.soft_ink));
        ui.add(egui::Label::new(note).selectable(false).wrap());
    }
}

fn sentence(ui: &mut Ui, context: &PanelContext<'_>, words: &str, weight: Weight) {
    let words = text(words, 13.0, weight).color(color(context.theme.ink));
    ui.add(egui::Label::new(words).selectable(false).wrap());
}

/// The sign of a line: that of the map where it has one.
fn gutter(ui: &mut Ui, context: &PanelContext<'_>, line: u8, hue: Color) {
    let theme = context.theme;
    let (icon, style, ink) = match line {
        1 => ("circle", IconStyle::Bold, hue),
        2 => ("check-circle", IconStyle::Fill, theme.strength),
        3 => ("circle-dashed", IconStyle::Bold, hue),
        4 => ("cake", IconStyle::Bold, theme.soft_ink),
        5 => ("baby", IconStyle::Bold, theme.soft_ink),
        6 => ("question", IconStyle::Bold, theme.soft_ink),
        _ => ("chat-text", IconStyle::Bold, theme.soft_ink),
    };
    ui.add(egui::Label::new(icon_text(icon, 15.0, style).color(color(ink))).selectable(false));
}

/// The light line in the middle of a bar, like that in its strand.
fn core(ui: &Ui, bar: Rect, ply: Ply, light: egui::Color32) {
    let Some(core) = ply.core() else { return };
    #[expect(clippy::cast_possible_truncation, reason = "a few points")]
    let [width, on, off] = match *core.dash {
        [on, off, ..] => [core.share, on, off],
        _ => [core.share, 1.0, 0.0],
    }
    .map(|share| share as f32 * BAR);
    let stroke = Stroke::new(width, light);
    let ends = [bar.center_top() + vec2(0.0, BAR), bar.center_bottom() - vec2(0.0, BAR)];
    ui.painter().extend(egui::Shape::dashed_line(&ends, stroke, on, off));
}

/// What opens and closes a card and leaves its strand as it is. Was it tapped?
fn opener(
    ui: &Ui,
    context: &PanelContext<'_>,
    card: Rect,
    (id, body): (&CardId, Body),
    title: &str,
) -> bool {
    let rect = Rect::from_min_size(card.right_top() + vec2(-42.0, 40.0), vec2(36.0, 36.0));
    let id = egui::Id::unique(("open", id.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let (icon, message) = if body == Body::Open {
        ("caret-up", Message::new("strands-close"))
    } else {
        ("caret-down", Message::new("strands-open"))
    };
    let ink = color(context.theme.soft_ink);
    paint_icon(ui, rect.center(), icon, 15.0, IconStyle::Bold, ink);
    let spoken = context.texts.say(&message.arg("title", title));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    focus_ring(ui, context.theme, &response, 8);
    response.clicked()
}

/// The star at the upper right: what matters to the client, set by nobody else.
fn star(
    ui: &Ui,
    context: &PanelContext<'_>,
    card: Rect,
    of: &Card,
    title: &str,
    actions: &mut Vec<Action>,
) {
    let id = &of.id;
    let mark = context.map.cards.get(id).cloned().unwrap_or_default();
    let pinned = mark.pin.is_some();
    let rect = Rect::from_min_size(card.right_top() + vec2(-42.0, 4.0), vec2(36.0, 36.0));
    let response = ui.interact(rect, egui::Id::unique(("star", id.as_str())), Sense::click());
    let style = if pinned { IconStyle::Fill } else { IconStyle::Bold };
    let words = star_color(context, of, &mark);
    // Painted, not put: a widget here would move what comes below it.
    paint_icon(ui, rect.center(), "star", 17.0, style, words);
    let message = Message::new("strands-star").arg("title", title);
    let spoken = context.texts.say(&message);
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, pinned, &spoken));
    focus_ring(ui, context.theme, &response, 8);
    if response.clicked() {
        let used: Vec<u8> = context.map.cards.values().filter_map(|mark| mark.pin).collect();
        let free = (1..=3).find(|rank| !used.contains(rank));
        let pin = if pinned { None } else { free.or(Some(3)) };
        let mark = Mark { pin, ..mark };
        actions.push(Action::Edit(EditAction::Do(Command::SetCard(id.clone(), Some(mark)))));
    }
}

fn star_color(context: &PanelContext<'_>, card: &Card, mark: &Mark) -> egui::Color32 {
    match (mark.pin.is_some(), card.keys.is_strong) {
        (true, true) => color(context.theme.strength),
        (true, false) => color(context.theme.alert),
        (false, _) => color(context.theme.soft_ink),
    }
}
