//! The panel "Rode draden": what comes back and where it stopped, always up to date.
//!
//! Five repeats at most until more are asked for. A card says what, how long and who, a line each,
//! and the rest when it is opened, so that strengths are seen with the problems, and as large.
//! Nothing here is phrased: the words come in with each finding.

use std::collections::{BTreeMap, BTreeSet};

use egui::{CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, vec2};

use super::fonts::{icon_text, paint_icon, text};
use super::inspector::{PanelContext, Toggle, caption, chip, choice, color, tile};
use super::session::Fit;
use super::writing::{Typing, Written, text_field};
use super::{Action, Screen};
use crate::document::Command;
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::model::{CardId, FindingId, Mark, PersonId, Recognised, Subject};
use crate::pattern::{self, EndKind, Finding, Findings, Pattern};
use crate::theme::{Color, Ply};

/// Width of the bar at the left of a card.
const BAR: f32 = 7.0;

/// How a finding is said on its card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardWords {
    /// "Schulden".
    pub title: String,
    /// "4 generaties op rij".
    pub subtitle: String,
    /// "7 van de 8: opa Wim, je moeder en jij".
    pub who: String,
    /// One to three sentences, the last a question.
    pub text: String,
    /// The colour that its strand likes best.
    pub color: Color,
}

/// What the panel shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Everything that was found.
    pub findings: &'a Findings,
    /// The words of each finding.
    pub words: &'a BTreeMap<FindingId, CardWords>,
    /// Those that are told before anybody asks for more.
    pub told_first: &'a BTreeSet<FindingId>,
    /// What somebody is good at, a few people: for a family in which no strength goes on yet.
    pub strengths: &'a [(PersonId, String)],
    /// A good next question for each thing that is not known, the most useful first.
    pub questions: &'a [String],
    /// What is worth a look on the map, and where.
    pub doubts: &'a [(Subject, String)],
    /// The strands that are on the map now, and how they look there.
    pub strands: &'a BTreeMap<CardId, (Color, Ply)>,
}

/// What is open in the panel. Lives in the session.
#[derive(Clone, Debug, Default)]
pub struct StrandsPanel {
    more: bool,
    open: Option<FindingId>,
}

/// The part of the panel a finding belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Repeats,
    Stops,
    Strengths,
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
        caption(ui, theme, texts.get("strands-subtitle"));
        // While all are there, no card jumps when it is tapped.
        let none = BTreeMap::new();
        let on_the_map = if panel.more { &none } else { shown.strands };
        let (first, later) = visible(context, shown, on_the_map);
        let of = |part| {
            let later: &[&Finding] = if panel.more { &later } else { &[] };
            let all = first.iter().chain(later).copied().filter(|it| part_of(it) == part);
            all.collect::<Vec<&Finding>>()
        };
        let [repeats, stops, strong] = [Part::Repeats, Part::Stops, Part::Strengths].map(of);
        if first.is_empty() {
            ui.add_space(10.0);
            caption(ui, theme, texts.get("strands-none"));
        }
        for finding in repeats {
            card(ui, context, (panel, typing), shown, finding, &mut actions);
        }
        more_button(ui, context, panel, later.len());
        let all = [(stops, "strands-stops"), (strong, "strands-strengths")];
        for (findings, words) in &all {
            if !findings.is_empty() {
                heading(ui, context, words);
            }
            for finding in findings {
                card(ui, context, (panel, typing), shown, finding, &mut actions);
            }
        }
        if all.last().is_some_and(|(strong, _)| strong.is_empty()) {
            strengths(ui, context, shown.strengths);
        }
        questions(ui, context, shown.questions);
        doubts(ui, context, shown.doubts, &mut actions);
        ui.add_space(12.0);
        if chip(ui, theme, &texts.get("strands-overview"), Toggle::Off).clicked() {
            actions.push(Action::Show(Screen::Overview));
        }
        ui.add_space(16.0);
    });
    actions
}

/// Findings in the order of the panel, without what was dismissed or is said by another card
/// already: those that are told first or are on the map, what the client pinned before all; and the
/// others.
fn visible<'a>(
    context: &PanelContext<'_>,
    shown: &Shown<'a>,
    on_the_map: &BTreeMap<CardId, (Color, Ply)>,
) -> (Vec<&'a Finding>, Vec<&'a Finding>) {
    let mark = |finding: &Finding| context.map.cards.get(&finding.card()?);
    let there = (shown.findings.findings.iter())
        .filter(|finding| finding.covered_by.is_none() && shown.words.contains_key(&finding.id))
        .filter(|finding| mark(finding).is_none_or(|mark| !mark.dismissed));
    // A star or a strand brings the first of a theme forward, not all that was found of it.
    let mut seen = BTreeSet::new();
    let leads: BTreeSet<&FindingId> = there
        .clone()
        .filter(|finding| finding.card().is_some_and(|card| seen.insert(card)))
        .map(|finding| &finding.id)
        .collect();
    let pin = |finding: &Finding| {
        mark(finding).and_then(|mark| mark.pin).filter(|_| leads.contains(&finding.id))
    };
    let is_on = |finding: &Finding| {
        leads.contains(&finding.id)
            && finding.card().is_some_and(|card| on_the_map.contains_key(&card))
    };
    let (mut first, later): (Vec<&Finding>, Vec<&Finding>) = there.partition(|finding| {
        shown.told_first.contains(&finding.id) || pin(finding).is_some() || is_on(finding)
    });
    // A stable sort: below the pins the engine's own order stays.
    first.sort_by_key(|finding| pin(finding).unwrap_or(u8::MAX));
    (first, later)
}

fn part_of(finding: &Finding) -> Part {
    if finding.pattern == Pattern::TurningPoint {
        Part::Stops
    } else if pattern::is_repeat(finding) {
        Part::Repeats
    } else {
        Part::Strengths
    }
}

fn more_button(ui: &mut Ui, context: &PanelContext<'_>, panel: &mut StrandsPanel, more: usize) {
    if more == 0 {
        return;
    }
    let words = if panel.more {
        context.texts.get("strands-fewer")
    } else {
        context.texts.say(&Message::new("strands-more").count("count", more))
    };
    if chip(ui, context.theme, &words, Toggle::Off).clicked() {
        panel.more = !panel.more;
    }
}

/// How much of a finding its card says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Body {
    /// What and with whom, beside each other.
    Row,
    /// What, how long, who: a line each.
    Brief,
    /// The whole sentences, and what can be answered.
    Open,
}

/// One finding. Tapping it turns its strand on or off, and opens what can be said about it.
fn card(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (panel, typing): (&mut StrandsPanel, &mut Typing),
    shown: &Shown<'_>,
    finding: &Finding,
    actions: &mut Vec<Action>,
) {
    let Some(words) = shown.words.get(&finding.id) else { return };
    let Some(id) = finding.card() else { return };
    let on_the_map = shown.strands.get(&id);
    let on = on_the_map.is_some();
    let body = match part_of(finding) {
        _ if panel.open.as_ref() == Some(&finding.id) => Body::Open,
        Part::Stops => Body::Row,
        Part::Repeats | Part::Strengths => Body::Brief,
    };
    let look = on_the_map.copied().unwrap_or((words.color, Ply::Whole));
    let response = card_frame(ui, context, (words, body), (look, Toggle::from(on)), |ui| {
        if body == Body::Open {
            answers(ui, context, typing, (finding, &id), actions);
        }
    });
    let spoken = format!("{}, {}", words.title, words.subtitle);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, &spoken));
    if response.hovered() || response.has_focus() {
        actions.push(Action::PreviewStrand(Some(id.clone())));
    }
    if response.clicked() {
        actions.push(Action::ToggleStrand(id.clone()));
        panel.open = (!on).then(|| finding.id.clone());
    }
    star(ui, context, response.rect, (finding, &id), &words.title, actions);
    if body != Body::Row && opener(ui, context, response.rect, (finding, body), &words.title) {
        panel.open = (body == Body::Brief).then(|| finding.id.clone());
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
    let ink = theme.readable(hue);
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
                said(ui, context, (words, body), ink);
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
fn said(ui: &mut Ui, context: &PanelContext<'_>, (words, body): (&CardWords, Body), ink: Color) {
    let theme = context.theme;
    let title = text(&words.title, 15.0, Weight::SemiBold).color(color(theme.ink));
    let subtitle = text(&words.subtitle, 12.5, Weight::SemiBold).color(color(ink));
    let plain = |it| egui::Label::new(it).selectable(false);
    let line = |it| if body == Body::Open { plain(it).wrap() } else { plain(it).truncate() };
    if body == Body::Row {
        // As high as the star beside it needs.
        ui.spacing_mut().interact_size.y = 24.0;
        ui.horizontal_wrapped(|ui| {
            ui.add(plain(title));
            // The knot at the end of the strand on the map.
            let knot = icon_text("check-circle", 16.0, IconStyle::Fill);
            ui.add(plain(knot.color(color(theme.strength))));
            ui.add(plain(subtitle));
        });
        return;
    }
    ui.add(line(title));
    ui.add(line(subtitle));
    ui.add_space(2.0);
    let more = if body == Body::Open { &words.text } else { &words.who };
    ui.add(line(text(more, 13.0, Weight::Regular).color(color(theme.ink))));
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
    (finding, body): (&Finding, Body),
    title: &str,
) -> bool {
    let rect = Rect::from_min_size(card.right_top() + vec2(-42.0, 40.0), vec2(36.0, 36.0));
    let id = egui::Id::unique(("open", finding.id.as_str()));
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
    (finding, id): (&Finding, &CardId),
    title: &str,
    actions: &mut Vec<Action>,
) {
    let mark = context.map.cards.get(id).cloned().unwrap_or_default();
    let pinned = mark.pin.is_some();
    let rect = Rect::from_min_size(card.right_top() + vec2(-42.0, 4.0), vec2(36.0, 36.0));
    let response =
        ui.interact(rect, egui::Id::unique(("star", finding.id.as_str())), Sense::click());
    let style = if pinned { IconStyle::Fill } else { IconStyle::Bold };
    let words = star_color(context, finding, &mark);
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
        actions.push(Action::Do(Command::SetCard(id.clone(), Some(mark))));
    }
}

fn star_color(context: &PanelContext<'_>, finding: &Finding, mark: &Mark) -> egui::Color32 {
    let strong = finding.theme.as_ref().is_some_and(pattern::Theme::is_strong);
    match (mark.pin.is_some(), strong) {
        (true, true) => color(context.theme.strength),
        (true, false) => color(context.theme.alert),
        (false, _) => color(context.theme.soft_ink),
    }
}

/// "Herkennen jullie dit?", where it stops, a first step, and away with it.
fn answers(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    (finding, id): (&Finding, &CardId),
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    let mark = context.map.cards.get(id).cloned().unwrap_or_default();
    let mut set = |mark: Mark| {
        actions.push(Action::Do(Command::SetCard(id.clone(), Some(mark))));
    };
    ui.add_space(6.0);
    caption(ui, theme, texts.get("strands-recognise"));
    let options = [
        (Recognised::Yes, texts.get("strands-yes")),
        (Recognised::No, texts.get("strands-no")),
        (Recognised::DontKnow, texts.get("strands-dont-know")),
    ];
    if let Some(answer) = choice(ui, theme, mark.recognised, &options) {
        set(Mark { recognised: Some(answer), ..mark.clone() });
    }
    let label = texts.get("strands-comment");
    let key = format!("{id} comment");
    if let Some(Written { visit, text }) = text_field(ui, theme, typing, &key, label, &mark.comment)
    {
        let mark = Mark { comment: text, ..mark.clone() };
        actions.push(Action::DoInVisit(visit, Command::SetCard(id.clone(), Some(mark))));
    }
    if chip(ui, theme, &texts.get("strands-dismiss"), Toggle::Off).clicked() {
        let mark = Mark { dismissed: true, ..mark };
        actions.push(Action::Do(Command::SetCard(id.clone(), Some(mark))));
    }
    let label = texts.get("strands-first-step");
    let key = format!("{id} step");
    if let Some(step) = text_field(ui, theme, typing, &key, label, "") {
        actions.push(Action::WriteFirstStep(finding.id.clone(), step));
    }
    for end in finding.ends.iter().filter(|end| end.kind == EndKind::Open) {
        let message = Message::new("strands-ask").arg("name", context.name(&end.person));
        caption(ui, theme, texts.say(&message));
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
fn questions(ui: &mut Ui, context: &PanelContext<'_>, questions: &[String]) {
    if questions.is_empty() {
        return;
    }
    let theme = context.theme;
    heading(ui, context, "strands-unknown");
    for question in questions.iter().take(3) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().interact_size.y = 20.0;
            ui.label(icon_text("question", 14.0, IconStyle::Bold).color(color(theme.soft_ink)));
            let words = text(question, 13.0, Weight::Regular).color(color(theme.ink));
            ui.add(egui::Label::new(words).wrap());
        });
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
            actions.push(Action::Select(Some(subject.clone())));
            actions.push(Action::Zoom(Fit::Reveal));
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
