//! The panel "Rode draden": what comes back and where it stopped, always up to date.
//!
//! One card a theme, five until more are asked for, strengths among the problems and as large. A card
//! says two sentences, and the rest when it is opened. Nothing here is phrased: the words come in
//! with each card.

mod answers;
mod hidden;
mod wish;

use std::collections::{BTreeMap, BTreeSet};

use egui::{CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, vec2};

use super::fonts::{icon_text, paint_icon, text};
use super::inspector::{Asked, PanelContext, Toggle, asked_ui, caption, chip, color, goals, tile};
use super::session::{Fit, Lit};
use super::writing::Typing;
use super::{Action, EditAction, LookAction, Screen, focus};
use crate::document::Command;
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::model::{CardId, Mark, PersonId, Subject, Whose};
use crate::pattern::{Card, Cards, FIRST_CARDS, OpenQuestion, Place, Sign, Start};
use crate::theme::{Color, Ply};

/// Width of the bar at the left of a card.
const BAR: f32 = 7.0;

/// How a card is said.
#[derive(Clone, Debug, PartialEq)]
pub struct CardWords {
    /// "Schulden".
    pub title: String,
    /// Who got out, for the green chip beside the title; empty: nobody.
    pub out: String,
    /// Two sentences.
    pub closed: String,
    /// The lines of the opened card, each with its number of telling.md §1.
    pub lines: Vec<(u8, String)>,
    /// When somebody died, for who asks how it is known; empty: nothing.
    pub losses: String,
    /// What is told below all of it, if anything.
    pub note: Option<String>,
    /// The name of its icon.
    pub icon: String,
    /// The colour that its strand likes best.
    pub color: Color,
}

/// What the panel shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Every card, in the order in which they are told.
    pub cards: &'a Cards,
    /// The words of each card.
    pub words: &'a BTreeMap<CardId, CardWords>,
    /// What somebody is good at, a few people: for a family in which no strength goes on yet.
    pub strengths: &'a [(PersonId, String)],
    /// A good next question for each thing that is not known, the most useful first.
    pub questions: &'a [OpenQuestion],
    /// What was put off for today.
    pub put_off: &'a BTreeSet<(PersonId, CardId)>,
    /// What is worth a look on the map, and where.
    pub doubts: &'a [(Subject, String)],
    /// What is shown that is hidden otherwise.
    pub opened: &'a crate::shown::Opened,
    /// The strands that are on the map now, and how they look there.
    pub strands: &'a BTreeMap<CardId, (Color, Ply)>,
    /// The card that is pointed at.
    pub preview: Option<&'a CardId>,
}

/// What is open in the panel. Lives in the session.
#[derive(Clone, Debug, Default)]
pub struct StrandsPanel {
    extent: Extent,
    open: Option<CardId>,
    /// How it is known is told on the open card.
    is_explained: bool,
    dismissed: bool,
}

/// How much of the cards is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Extent {
    /// The first five.
    #[default]
    First,
    /// The whole list, and what is told on request.
    All,
}

/// Shows the panel and gives back what the user asks for.
pub fn strands_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    panel: &mut StrandsPanel,
    typing: &mut Typing,
    shown: &Shown<'_>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let (texts, theme) = (context.texts, context.theme);
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(text(texts.get("strands-title"), 22.0, Weight::Bold).color(color(theme.ink)));
        wish::wish(ui, context, typing, &mut actions);
        list(ui, context, (panel, typing), shown, &mut actions);
        if !shown.cards.list().any(|card| card.keys.is_strong) {
            strengths(ui, context, shown.strengths);
        }
        if shown.cards.start != Start::List {
            questions(ui, context, shown, &mut actions);
        }
        goals(ui, context, &Whose::Family, typing, &mut actions);
        doubts(ui, context, shown.doubts, &mut actions);
        ui.add_space(12.0);
        if chip(ui, theme, &texts.get("strands-overview"), Toggle::Off).clicked() {
            actions.push(Action::Look(LookAction::Show(Screen::Overview)));
        }
        dismissed(ui, context, panel, shown, &mut actions);
        hidden::hidden(ui, context, (panel, typing), shown, &mut actions);
        ui.add_space(16.0);
        focus::follow(ui);
    });
    actions
}

/// The cards: five, the whole list, and below it what is told only when it is asked for.
fn list(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (panel, typing): (&mut StrandsPanel, &mut Typing),
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
) {
    let start = match shown.cards.start {
        Start::List => None,
        Start::WhatToAdd => Some("strands-none"),
        Start::WhoIsThere => Some("strands-who"),
    };
    if let Some(words) = start {
        ui.add_space(10.0);
        caption(ui, context.theme, context.texts.get(words));
    }
    let cards: Vec<&Card> = shown.cards.list().collect();
    let later: Vec<&Card> = {
        let told = |card: &&Card| matches!(card.place, Place::More | Place::Wider);
        shown.cards.cards.iter().filter(told).collect()
    };
    // What is on the map is seen in the panel, too.
    let is_first = |(at, card): &(usize, &Card)| {
        *at < FIRST_CARDS || panel.extent == Extent::All || shown.strands.contains_key(&card.id)
    };
    let first: Vec<&Card> =
        cards.iter().copied().enumerate().filter(is_first).map(|(_, card)| card).collect();
    let n_more = cards.len() - first.len() + later.len();
    for card in &first {
        card_ui(ui, context, (panel, typing), shown, card, actions);
    }
    let is_all = panel.extent == Extent::All;
    if is_all {
        if !later.is_empty() {
            heading(ui, context, "strands-later");
        }
        for card in later {
            card_ui(ui, context, (panel, typing), shown, card, actions);
        }
    }
    if is_all || 0 < n_more {
        let words = if is_all {
            context.texts.get("strands-fewer")
        } else {
            context.texts.say(&Message::new("strands-more").count("count", n_more))
        };
        if chip(ui, context.theme, &words, Toggle::Off).clicked() {
            panel.extent = if is_all { Extent::First } else { Extent::All };
        }
    }
}

/// What the client did not want to see, to bring it back.
fn dismissed(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    panel: &mut StrandsPanel,
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
) {
    let away = shown.cards.cards.iter().filter(|card| card.place == Place::Dismissed);
    let away: Vec<&Card> = away.collect();
    if away.is_empty() {
        return;
    }
    let toggle = Toggle::from(panel.dismissed);
    if chip(ui, context.theme, &context.texts.get("strands-dismissed"), toggle).clicked() {
        panel.dismissed = !panel.dismissed;
    }
    for card in away.into_iter().filter(|_| panel.dismissed) {
        let Some(words) = shown.words.get(&card.id) else { continue };
        let message = Message::new("strands-bring-back").arg("title", &words.title);
        if chip(ui, context.theme, &context.texts.say(&message), Toggle::Off).clicked() {
            let mark = context.map.cards.get(&card.id).cloned().unwrap_or_default();
            let mark = Mark { dismissed: false, ..mark };
            actions
                .push(Action::Edit(EditAction::Do(Command::SetCard(card.id.clone(), Some(mark)))));
        }
    }
}

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

/// One card. Tapping it turns its strand on or off, and opens what can be said about it.
fn card_ui(
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
    // Not of a card that came to lie under a pointer at rest, as when a menu above it closes.
    let points = response.hovered()
        && (shown.preview == Some(id)
            || ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO));
    if points || response.has_focus() {
        actions.push(Action::Look(LookAction::PreviewStrand(Some(id.clone()))));
    }
    if response.clicked() {
        if card.has_strand() {
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

/// How it is known: the numbers, for the coach, and with what care.
fn how(ui: &mut Ui, context: &PanelContext<'_>, card: &Card, words: &CardWords) {
    let Card { yes, no, maybe, unknown, .. } = card;
    let numbers = Message::new("strands-numbers")
        .count("yes", yes.len())
        .count("no", no.len())
        .count("maybe", maybe.len())
        .count("unknown", unknown.len());
    caption(ui, context.theme, context.texts.say(&numbers));
    if !words.losses.is_empty() {
        caption(ui, context.theme, words.losses.clone());
    } else if card.may_be_chance {
        caption(ui, context.theme, context.texts.get("strands-chance"));
    }
    if card.counts_maybe {
        let message = Message::new("strands-counts-maybe").arg("title", &words.title);
        caption(ui, context.theme, context.texts.say(&message));
    }
}

/// The heading above a part of the panel.
fn heading(ui: &mut Ui, context: &PanelContext<'_>, words: &'static str) {
    ui.add_space(12.0);
    let words = text(context.texts.get(words), 18.0, Weight::SemiBold);
    ui.label(words.color(color(context.theme.ink)));
}

/// What somebody is good at, a line each.
fn strengths(ui: &mut Ui, context: &PanelContext<'_>, strengths: &[(PersonId, String)]) {
    if strengths.is_empty() {
        return;
    }
    let theme = context.theme;
    heading(ui, context, "strands-strengths-now");
    for (person, what) in strengths {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 20.0;
            tile(ui, theme, "check", color(theme.strength), 20.0);
            let message = Message::new("strands-strength-of").arg("who", context.name(person));
            let words = context.texts.say(&message.arg("what", what));
            let words = text(words, 13.0, Weight::Regular).color(color(theme.ink));
            ui.add(egui::Label::new(words).wrap());
        });
    }
}

/// What is not known, each with the next good question.
fn questions(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    shown: &Shown<'_>,
    actions: &mut Vec<Action>,
) {
    let is_open = |it: &&OpenQuestion| {
        !shown.put_off.iter().any(|(person, card)| *person == it.person && *card == it.card)
    };
    let open: Vec<&OpenQuestion> = shown.questions.iter().filter(is_open).take(3).collect();
    if open.is_empty() {
        return;
    }
    heading(ui, context, "strands-unknown");
    for question in open {
        let Some(card) = shown.cards.get(&question.card) else { continue };
        let asked = Asked::of(card, &question.person, question.words.clone());
        asked_ui(ui, context, &[asked], actions);
    }
}

/// So many things are told that are worth a look; the others when these are mended.
const MOST_DOUBTS: usize = 4;

/// What is worth a look, softly; a tap leads there.
fn doubts(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    doubts: &[(Subject, String)],
    actions: &mut Vec<Action>,
) {
    if doubts.is_empty() {
        return;
    }
    let theme = context.theme;
    heading(ui, context, "strands-doubts");
    for (subject, words) in doubts.iter().take(MOST_DOUBTS) {
        let words = text(words, 13.0, Weight::Regular).color(color(theme.ink));
        let button = egui::Button::new(words).wrap().frame(false).min_size(vec2(0.0, 36.0));
        if ui.add(button).clicked() {
            actions.push(Action::Look(LookAction::Select(Some(subject.clone()))));
            actions.push(Action::Look(LookAction::Zoom(Fit::Reveal)));
        }
    }
    if let Some(more @ 1..) = doubts.len().checked_sub(MOST_DOUBTS) {
        caption(
            ui,
            theme,
            context.texts.say(&Message::new("strands-doubts-more").count("n", more)),
        );
    }
}
