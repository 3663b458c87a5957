//! Parent and child side by side: what the one carries now beside what the other needs now.

use egui::{Id, Modal, ScrollArea, Ui, vec2};

use super::context::PanelContext;
use super::fonts::text;
use super::inspector::{entry_words, goals, skill_choice};
use super::session::Session;
use super::style::{Look, area_color, button, color};
use super::typing::Typing;
use super::widgets::{Toggle, caption, chip, heading, tile};
use super::{Action, LookAction};
use crate::catalogue::PLAIN_ICON;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{
    AgeRange, Bearer, Entry, FamilyMap, GoingOn, Person, PersonId, Said, Strength, Whose,
};

/// More people than this beside each other are no longer read.
const MOST: usize = 4;
/// The width of one of them, in points.
const COLUMN: f32 = 260.0;

/// Who can stand beside whom: the main persons, then their children.
pub(super) fn candidates(map: &FamilyMap) -> Vec<PersonId> {
    let mut all: Vec<PersonId> = map.focus.clone();
    for parent in &map.focus {
        for (_, union) in map.unions_of(parent) {
            for child in union.children.iter().map(|child| &child.person) {
                if !all.contains(child) {
                    all.push(child.clone());
                }
            }
        }
    }
    let lives = |id: &PersonId| map.person(id).is_some_and(|it| it.holds_facts() && !it.is_dead());
    all.retain(lives);
    all
}

/// Who stands beside whom at first.
pub(super) fn first(map: &FamilyMap) -> Vec<PersonId> {
    candidates(map).into_iter().take(MOST).collect()
}

/// The window over the map, while it is open.
pub(super) fn beside_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    people: &[PersonId],
    typing: &mut Typing,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut is_done = false;
    let room = ui.ctx().content_rect().size() - vec2(80.0, 190.0);
    let modal = Modal::new(Id::unique("beside")).show(ui.ctx(), |ui| {
        #[expect(clippy::cast_precision_loss, reason = "four people at most")]
        let wide = COLUMN * candidates(context.map).len().clamp(2, MOST) as f32;
        ui.set_width(wide.min(room.x));
        heading(ui, context, context.texts.get("beside-title"));
        caption(ui, context.theme, context.texts.get("beside-what"));
        chosen(ui, context, people, &mut actions);
        // As high and wide whoever is chosen: nothing jumps away under the finger.
        let scroll = ScrollArea::vertical().max_height(room.y).min_scrolled_height(room.y);
        scroll.auto_shrink(false).show(ui, |ui| {
            rows(ui, context, people, typing, &mut actions);
        });
        ui.add_space(8.0);
        let close = context.texts.get("close");
        is_done = button(ui, context.theme, Look::Main, "", &close).clicked();
    });
    if is_done || modal.should_close() {
        actions.push(Action::Look(LookAction::Beside(None)));
    }
    actions
}

/// Who is shown, of those who can be.
fn chosen(ui: &mut Ui, context: &PanelContext<'_>, people: &[PersonId], actions: &mut Vec<Action>) {
    let all = candidates(context.map);
    if all.len() <= people.len() && all.len() <= 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for id in &all {
            let is_on = people.contains(id);
            if !chip(ui, context.theme, &context.name(id), Toggle::from(is_on)).clicked() {
                continue;
            }
            let wanted =
                all.iter().filter(|it| if *it == id { !is_on } else { people.contains(it) });
            let wanted: Vec<PersonId> = wanted.take(MOST).cloned().collect();
            if !wanted.is_empty() {
                actions.push(Action::Look(LookAction::Beside(Some(wanted))));
            }
        }
    });
}

fn rows(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    people: &[PersonId],
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let people: Vec<(&PersonId, &Person)> =
        people.iter().filter_map(|id| Some((id, context.map.person(id)?))).collect();
    if people.is_empty() {
        return;
    }
    let each = |ui: &mut Ui, show: &mut dyn FnMut(&mut Ui, &PersonId, &Person)| {
        ui.columns(people.len(), |columns| {
            for (ui, (id, person)) in columns.iter_mut().zip(&people) {
                ui.push_id(id.as_str(), |ui| show(ui, id, person));
            }
        });
    };
    each(ui, &mut |ui, id, person| {
        ui.add_space(6.0);
        ui.label(text(called(context, id, person), 17.0, Weight::Bold));
    });
    part(ui, context, "beside-now");
    each(ui, &mut |ui, id, person| {
        for entry in person.entries.iter().filter(|entry| plays_now(entry)) {
            entry_row(ui, context, entry);
        }
        let add = context.texts.get("beside-add");
        let is_tapped = |ui: &mut Ui| chip(ui, context.theme, &add, Toggle::Off).clicked();
        if ui.horizontal(is_tapped).inner {
            let bearer = Bearer::Person(id.clone());
            actions.push(Action::Look(LookAction::Beside(None)));
            actions.push(Action::Look(LookAction::OpenPalette(bearer)));
        }
    });
    part(ui, context, "beside-strong");
    each(ui, &mut |ui, _, person| {
        for strength in person.strengths.iter().filter(|it| it.said != Said::No) {
            strength_row(ui, context, strength);
        }
    });
    part(ui, context, "person-skills");
    for skill in context.catalogue.skills() {
        let words = skill.words.in_lang(context.texts.lang());
        ui.label(text(words, 13.0, Weight::SemiBold).color(color(context.theme.ink)));
        each(ui, &mut |ui, id, person| {
            let is_learning = |age: AgeRange| age.hi < i32::from(skill.from_age);
            if person.age_on(context.today).is_some_and(is_learning) {
                caption(ui, context.theme, context.texts.get("beside-learning"));
            } else {
                skill_choice(ui, context, id, person, skill, actions);
            }
        });
    }
    each(ui, &mut |ui, id, _| {
        goals(ui, context, &Whose::Person(id.clone()), typing, actions);
    });
}

fn part(ui: &mut Ui, context: &PanelContext<'_>, words: &'static str) {
    ui.add_space(8.0);
    ui.separator();
    ui.label(text(context.texts.get(words), 15.0, Weight::SemiBold));
}

/// "Noa, 7 jaar".
fn called(context: &PanelContext<'_>, id: &PersonId, person: &Person) -> String {
    let name = context.name(id);
    match person.age_on(context.today).and_then(AgeRange::exact) {
        Some(age) => {
            let age = context.texts.say(&Message::new("age-years").arg("age", age));
            format!("{name}, {age}")
        }
        None => name,
    }
}

/// Said to be so, not over, and not put off.
fn plays_now(entry: &Entry) -> bool {
    let is_over = entry.going_on == GoingOn::Before || entry.until.is_some();
    entry.said != Said::No && !entry.not_today && !is_over
}

fn entry_row(ui: &mut Ui, context: &PanelContext<'_>, entry: &Entry) {
    let theme = context.theme;
    let kind = context.catalogue.kind(entry.kind.as_str());
    let area = kind.and_then(|kind| context.catalogue.area(&kind.area));
    let fill = area.map_or(color(theme.soft_ink), |area| area_color(theme, area));
    let icon = kind.map_or(PLAIN_ICON, |kind| kind.icon.as_str());
    line(ui, context, (icon, fill), &entry_words(context, entry));
}

fn strength_row(ui: &mut Ui, context: &PanelContext<'_>, strength: &Strength) {
    let row = strength.kind.as_ref().and_then(|id| context.catalogue.strength(id.as_str()));
    let words = match (strength.words.trim(), row) {
        ("", Some(row)) => row.words.in_lang(context.texts.lang()),
        (words, _) => words,
    };
    let icon = row.map_or("check", |row| row.icon.as_str());
    line(ui, context, (icon, color(context.theme.strength)), words);
}

fn line(ui: &mut Ui, context: &PanelContext<'_>, look: (&str, egui::Color32), words: &str) {
    let size = vec2(ui.available_width(), 26.0);
    ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
        tile(ui, context.theme, look.0, look.1, 20.0);
        let words = text(words, 13.5, Weight::Regular).color(color(context.theme.ink));
        ui.add(egui::Label::new(words).wrap());
    });
}

/// Is it open?
pub(super) const fn is_open(session: &Session) -> bool {
    session.beside.is_some()
}
