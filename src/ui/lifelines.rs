//! Lifelines in the window: whose lives, along what, what of them; a tap leads to the person on the map.

use std::collections::BTreeSet;

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::canvas::{Camera, paint_scene, short};
use super::context::PanelContext;
use super::fonts::text;
use super::strands::Said;
use super::style::{self, color, focus_ring};
use super::terms::Screen;
use super::widgets::{Toggle, caption, chip, choice};
use super::{Action, LookAction};
use crate::fonts::Weight;
use crate::geometry;
use crate::i18n::Message;
use crate::model::{CardId, Household, PersonId, Subject};
use crate::pattern::Cards;
use crate::scene::{AgeBand, Along, LifePart, LifeView, Lifelines, WhoseLives};

/// Free space around the lives, in points.
const MARGIN: f32 = 12.0;
/// Drawn smaller than this, words are too small to read: the picture is moved instead.
const LEAST: f32 = 0.8;
/// And no larger than this.
const MOST: f32 = 1.25;
/// So many cards are offered to choose carriers by.
const MOST_CARDS: usize = 6;

/// Shows the lifelines over the whole of `ui`.
pub(super) fn lifelines_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (lives, shown): (&Lifelines, &LifeView),
    (cards, said): (&Cards, &Said),
    selected: Option<&PersonId>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let theme = context.theme;
    // With nothing to tell beside them the lives have the whole width.
    if !(lives.bands.is_empty() && lives.without_years.is_empty()) {
        let white = egui::Frame::new().fill(color(theme.panel)).inner_margin(16.0);
        let wide = (ui.max_rect().width() * 0.22).clamp(220.0, 330.0);
        egui::Panel::right("life-side").frame(white).exact_size(wide).resizable(false).show(
            ui,
            |ui| {
                egui::ScrollArea::vertical().id_salt("life-side").show(ui, |ui| {
                    same_age(ui, context, (lives, shown), said, &mut actions);
                    without_years(ui, context, lives, &mut actions);
                });
            },
        );
    }
    ui.add_space(10.0);
    let margin = egui::Margin { left: 12, ..egui::Margin::ZERO };
    // Every row of it begins within the margin.
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            toolbar(ui, context, shown, (cards, said, selected), &mut actions);
        });
    });
    ui.add_space(4.0);
    if lives.rows.is_empty() {
        ui.add_space(40.0);
        ui.vertical_centered(|ui| {
            ui.label(text(context.texts.get("life-nobody"), 16.0, Weight::Regular));
        });
        return actions;
    }
    picture(ui, context, lives, &mut actions);
    actions
}

/// Along what, whose, and what of them.
fn toolbar(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    shown: &LifeView,
    (cards, said, selected): (&Cards, &Said, Option<&PersonId>),
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    let mut show = |view: LifeView| actions.push(Action::Look(LookAction::Lives(view)));
    let along = [(Along::Age, texts.get("life-by-age")), (Along::Years, texts.get("life-by-year"))];
    if let Some(along) = choice(ui, theme, Some(shown.along), &along) {
        show(LifeView { along, ..shown.clone() });
    }
    ui.separator();
    let choices = whose(context, (cards, said, selected));
    let now = choices.iter().find(|(it, _)| *it == shown.whose).map(|(_, words)| words.clone());
    let now = now.unwrap_or_else(|| texts.get("life-chosen"));
    let label = text(&now, 14.0, Weight::SemiBold);
    let response = ui.menu_button(label, |ui| {
        for (whose, words) in choices {
            if ui.add(egui::Button::new(words).min_size(vec2(230.0, style::TAP))).clicked() {
                show(LifeView { whose, band: None, ..shown.clone() });
                ui.close();
            }
        }
    });
    let spoken = texts.say(&Message::new("life-whose").arg("whose", now));
    response.response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    for part in LifePart::ALL {
        let words = texts.get(match part {
            LifePart::Problems => "life-part-problems",
            LifePart::Strengths => "life-part-strengths",
            LifePart::Help => "life-part-help",
            LifePart::Events => "life-part-events",
            LifePart::GrownUpWith => "life-part-grown-up-with",
        });
        let is_in = !shown.left_out.contains(&part);
        if chip(ui, theme, &words, Toggle::from(is_in)).clicked() {
            let mut left_out = shown.left_out.clone();
            if is_in {
                left_out.insert(part);
            } else {
                left_out.remove(&part);
            }
            show(LifeView { left_out, ..shown.clone() });
        }
    }
}

/// Everybody whose lives can be chosen, with words.
fn whose(
    context: &PanelContext<'_>,
    (cards, said, selected): (&Cards, &Said, Option<&PersonId>),
) -> Vec<(WhoseLives, String)> {
    let texts = context.texts;
    let mut all = vec![
        (WhoseLives::Mothers, texts.get("life-mothers")),
        (WhoseLives::Fathers, texts.get("life-fathers")),
        (WhoseLives::All, texts.get("life-everybody")),
    ];
    if let Some(id) = selected {
        let kin = crate::kinship::Kinship::of(context.map);
        let parents = kin.find(id).into_iter().flat_map(|at| {
            let near = kin.parents(at).map(|link| link.person);
            near.chain(kin.children(at).map(|link| link.person)).collect::<Vec<_>>()
        });
        let near = parents.filter_map(|at| kin.id(at).cloned());
        let people: BTreeSet<PersonId> = near.chain([id.clone()]).collect();
        let words = Message::new("life-around").arg("name", context.name(id));
        all.push((WhoseLives::Chosen(people), texts.say(&words)));
    }
    for (id, home) in &context.map.households {
        let Household { name, .. } = home.as_ref();
        if !name.trim().is_empty() {
            all.push((WhoseLives::Household(id.clone()), name.trim().to_owned()));
        }
    }
    let shown = cards.list().filter(|card| 1 < card.yes.len()).take(MOST_CARDS);
    let titles = shown.filter_map(|card| {
        let words = Message::new("life-carriers").arg("what", &said.cards.get(&card.id)?.title);
        Some((WhoseLives::Card(card.id.clone()), texts.say(&words)))
    });
    all.extend(titles);
    all
}

/// The cards that speak of an age, the one whose band is drawn opened.
fn same_age(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (lives, shown): (&Lifelines, &LifeView),
    said: &Said,
    actions: &mut Vec<Action>,
) {
    if lives.bands.is_empty() {
        return;
    }
    let theme = context.theme;
    ui.label(text(context.texts.get("life-same-age"), theme_size(context), Weight::Bold));
    ui.add_space(6.0);
    let is_drawn = |band: &&AgeBand| lives.band.as_ref() == Some(&band.card);
    let (first, rest): (Vec<_>, Vec<_>) = lives.bands.iter().partition(is_drawn);
    for band in first.into_iter().chain(rest) {
        let Some(words) = said.cards.get(&band.card) else { continue };
        let on = is_drawn(&band);
        let response = style::card_frame(theme)
            .stroke(egui::Stroke::new(if on { 2.0 } else { 1.0 }, color(words.color)))
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.label(text(&words.title, 15.5, Weight::Bold));
                let lines = words.lines.iter();
                let told = lines.filter(|(line, _)| band.lines.contains(line));
                for (_, sentences) in told {
                    ui.label(text(sentences, 14.0, Weight::Regular));
                }
            })
            .response;
        let response = ui.interact(response.rect, response.id.with("band"), Sense::click());
        let spoken = format!("{}: {}", words.title, words.closed);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &spoken));
        focus_ring(ui, theme, &response, 10);
        if response.clicked() {
            let band: Option<CardId> = Some(band.card.clone());
            actions.push(Action::Look(LookAction::Lives(LifeView { band, ..shown.clone() })));
        }
        ui.add_space(8.0);
    }
}

fn theme_size(context: &PanelContext<'_>) -> f32 {
    short(context.theme.size.heading) + 1.0
}

/// Those who have no place along the line.
fn without_years(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    lives: &Lifelines,
    actions: &mut Vec<Action>,
) {
    if lives.without_years.is_empty() {
        return;
    }
    ui.add_space(6.0);
    caption(ui, context.theme, context.texts.get("life-without-years"));
    for id in &lives.without_years {
        let words = context.name(id);
        let button = egui::Button::new(text(&words, 14.5, Weight::SemiBold));
        if ui.add(button.min_size(vec2(ui.available_width(), style::TAP))).clicked() {
            actions.extend(to_the_map(id));
        }
    }
}

fn to_the_map(id: &PersonId) -> [Action; 2] {
    [
        Action::Look(LookAction::Show(Screen::Map)),
        Action::Look(LookAction::Select(Some(Subject::Person(id.clone())))),
    ]
}

/// The lives, from the top, moved where they do not fit.
fn picture(ui: &mut Ui, context: &PanelContext<'_>, lives: &Lifelines, actions: &mut Vec<Action>) {
    let room = ui.available_size();
    let bounds = lives.scene.bounds;
    let w = short(bounds.width()).max(1.0);
    let zoom = ((room.x - 2.0 * MARGIN) / w).clamp(LEAST, MOST);
    let margins = vec2(2.0 * MARGIN, 2.0 * MARGIN);
    let size = (zoom * vec2(w, short(bounds.height())) + margins).max(room);
    egui::ScrollArea::both().id_salt("lifelines").auto_shrink(false).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let mut camera = Camera::default();
        camera.fit(bounds, size, MARGIN, zoom);
        let corner = camera.screen_rect(egui::Pos2::ZERO, bounds).min;
        camera.offset -= corner.to_vec2() - vec2(MARGIN, MARGIN).min(corner.to_vec2());
        let nowhere = geometry::Rect::default();
        let items = lives.scene.items.iter();
        let boxes: Vec<geometry::Rect> =
            items.map(|item| item.shape.bounds().unwrap_or(nowhere)).collect();
        paint_scene(&lives.scene, &boxes, &camera, rect, ui.painter());
        for row in &lives.rows {
            let place = camera.screen_rect(rect.min, row.head);
            let id = ("life", row.person.as_str());
            if tapped(ui, context, id, (place, &row.spoken)) {
                actions.extend(to_the_map(&row.person));
            }
            for (number, bar) in row.bars.iter().enumerate() {
                let place = camera.screen_rect(rect.min, bar.rect);
                let id = ("life-bar", row.person.as_str(), number);
                if tapped(ui, context, id, (place, &bar.words)) {
                    actions.extend(to_the_map(&row.person));
                }
            }
        }
    });
}

fn tapped(
    ui: &Ui,
    context: &PanelContext<'_>,
    id: impl std::hash::Hash + std::fmt::Debug,
    (place, words): (Rect, &str),
) -> bool {
    let response = ui.interact(place, Id::unique(id), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    focus_ring(ui, context.theme, &response, 6);
    response.on_hover_text(words).clicked()
}
