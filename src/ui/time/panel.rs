//! Beside the map of a past year: what happened around it, or what changed since.

use std::collections::BTreeMap;

use egui::{Frame, Margin, ScrollArea, Stroke, Ui, vec2};

use super::soft;
use super::told::{Told, told};
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::model::{AgeRange, PersonId, Subject};
use crate::ui::context::PanelContext;
use crate::ui::fonts::{icon_text, text};
use crate::ui::past::Past;
use crate::ui::session::Time;
use crate::ui::style::{Look, button, color};
use crate::ui::terms::TimeStep;
use crate::ui::widgets::{Toggle, chip};
use crate::ui::{Action, LookAction};
use crate::year::{Happened, What};

/// So many years in which something happened stand before the one that is shown, and after it.
const AROUND: usize = 2;
/// So many things that changed are told of each sort until the rest is asked for; of more the number.
const MOST: usize = 8;
/// So many are told in all: nobody reads more, and a list has an end.
const MOST_IN_ALL: usize = 200;

/// The panel; gives what the user asks for.
pub(in crate::ui) fn year_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (past, time): (&Past, Time),
    selected: Option<&Subject>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let texts = context.texts;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let id = if time.compares { "time-since-title" } else { "time-title" };
        let title = texts.say(&Message::new(id).arg("year", time.year.to_string()));
        ui.label(text(title, 22.0, Weight::Bold).color(color(context.theme.ink)));
        let below = if time.compares { "time-since-below" } else { "time-below" };
        ui.label(soft(context, texts.get(below)));
        let toggle = Toggle::from(time.compares);
        if chip(ui, context.theme, &texts.get("do-then-and-now"), toggle).clicked() {
            actions.push(Action::Look(LookAction::Time(TimeStep::Compare)));
        }
        if time.compares {
            since(ui, context, (past, time), &mut actions);
        } else {
            if let Some(Subject::Person(id)) = selected {
                person(ui, context, past, id);
            }
            around(ui, context, (past, time), &mut actions);
        }
        ui.add_space(10.0);
        let today = texts.get("time-back");
        if button(ui, context.theme, Look::Quiet, "arrow-right", &today).clicked() {
            actions.push(Action::Look(LookAction::Time(TimeStep::Toggle)));
        }
        ui.add_space(16.0);
    });
    actions
}

/// Whoever is looked at, as they were: what is drawn of them, in words.
fn person(ui: &mut Ui, context: &PanelContext<'_>, past: &Past, id: &PersonId) {
    let Some(then) = past.then.as_ref().filter(|it| it.absent.is_past()) else { return };
    let texts = context.texts;
    let Some(person) = then.map.person(id) else { return };
    let mut lines = Vec::new();
    if then.absent.people.contains(id) {
        lines.push(texts.get("time-not-there"));
    } else {
        let knows_age = !then.absent.ageless.contains(id);
        let age = person.age_on(crate::year::last_day(then.year)).and_then(AgeRange::exact);
        lines.extend(age.filter(|_| knows_age).map(|age| {
            texts.say(&Message::new("time-age").arg("who", context.name(id)).arg("age", age))
        }));
        let entries = person
            .entries
            .iter()
            .filter(|it| it.said != crate::model::Said::No && it.since.is_some() && !it.not_today);
        lines.extend(entries.map(|it| crate::ui::inspector::entry_words(context, it)));
    }
    card(ui, context, Toggle::Off, |ui| {
        ui.label(text(context.name(id), 15.0, Weight::SemiBold).color(color(context.theme.ink)));
        for line in lines {
            ui.label(soft(context, line));
        }
    });
}

/// The years around the one that is shown in which something happened, and that one.
fn around(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (past, time): (&Past, Time),
    actions: &mut Vec<Action>,
) {
    let mut years: BTreeMap<i32, Vec<Told>> = BTreeMap::new();
    for happened in &past.happened {
        if let Some(told) = told(context, happened) {
            years.entry(happened.year).or_default().push(told);
        }
    }
    years.entry(time.year).or_default();
    let before = years.range(..time.year).rev().take(AROUND).map(|it| *it.0).min();
    let after = years.range(time.year + 1..).take(AROUND).map(|it| *it.0).max();
    let (from, to) = (before.unwrap_or(time.year), after.unwrap_or(time.year));
    for (year, told) in years.range(from..=to) {
        let is_here = *year == time.year;
        let response = card(ui, context, Toggle::from(is_here), |ui| {
            let weight = if is_here { Weight::Bold } else { Weight::SemiBold };
            ui.label(text(year.to_string(), 15.0, weight).color(color(context.theme.ink)));
            if told.is_empty() {
                ui.label(soft(context, context.texts.get("time-nothing")));
            }
            let most = if is_here { MOST_IN_ALL } else { MOST };
            for it in told.iter().take(most) {
                line(ui, context, it, Toggle::from(is_here));
            }
            if let Some(words) = more(context, told.len(), most) {
                ui.label(soft(context, words));
            }
        });
        let words = context.texts.say(&Message::new("time-to").arg("year", year.to_string()));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        if !is_here && response.clicked() {
            actions.push(Action::Look(LookAction::Time(TimeStep::To(*year))));
        }
    }
}

/// What changed from that year to today: what goes better first, then who came and went, then what
/// came up.
fn since(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (past, time): (&Past, Time),
    actions: &mut Vec<Action>,
) {
    let mut parts: BTreeMap<(u8, &'static str), Vec<Told>> = BTreeMap::new();
    // The newest first: that is what is remembered.
    for happened in past.happened.iter().rev().filter(|it| time.year < it.year) {
        if let Some(told) = told(context, happened) {
            let words = format!("{}: {}", happened.year, told.words);
            parts.entry(part(happened)).or_default().push(Told { words, ..told });
        }
    }
    let closed = goals(context, time.year);
    if !closed.is_empty() {
        let better = parts.entry((0, "time-part-better")).or_default();
        better.splice(0..0, closed);
    }
    if parts.is_empty() {
        ui.label(soft(context, context.texts.get("time-since-nothing")));
    }
    for ((_, words), told) in parts {
        ui.add_space(6.0);
        let title = text(context.texts.get(words), 15.0, Weight::SemiBold);
        ui.label(title.color(color(context.theme.ink)));
        let unfolded = egui::Id::unique(("time-unfolded", words));
        let is_unfolded = ui.data(|data| data.get_temp::<bool>(unfolded)).unwrap_or_default();
        let most = if is_unfolded { MOST_IN_ALL } else { MOST };
        for it in told.iter().take(most) {
            let response = card(ui, context, Toggle::Off, |ui| line(ui, context, it, Toggle::On));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &it.words));
            if let Some(who) = it.who.as_ref().filter(|_| response.clicked()) {
                let subject = Subject::Person(who.clone());
                actions.push(Action::Look(LookAction::Select(Some(subject))));
            }
        }
        let Some(words) = more(context, told.len(), most) else { continue };
        if is_unfolded {
            ui.label(soft(context, words));
        } else if chip(ui, context.theme, &words, Toggle::Off).clicked() {
            ui.data_mut(|data| data.insert_temp(unfolded, true));
        }
    }
}

/// Under which heading something stands.
const fn part(happened: &Happened) -> (u8, &'static str) {
    match &happened.what {
        What::Over(..) | What::Strong(..) => (0, "time-part-better"),
        What::Helped(..) | What::HelpEnded(..) => (1, "time-part-help"),
        What::Born(_)
        | What::Died(_)
        | What::Together(_)
        | What::Apart(_)
        | What::Again(_)
        | What::Joined(..)
        | What::Moved(..)
        | What::Left(..) => (2, "time-part-family"),
        What::Began(..) | What::Weaker(..) | What::Line(_) | What::LineEnded(_) => {
            (3, "time-part-came")
        }
    }
}

/// Goals that were reached after `year`.
fn goals(context: &PanelContext<'_>, year: i32) -> Vec<Told> {
    let reached = context.map.goals.values().filter(|goal| {
        goal.state == crate::model::GoalState::Reached
            && goal.closed_on.is_some_and(|on| year < on.year())
    });
    let told = reached.map(|goal| Told {
        icon: "target".to_owned(),
        words: context.texts.say(&Message::new("time-goal").arg("goal", goal.text.trim())),
        who: None,
    });
    told.collect()
}

/// "en nog 3 dingen", where of `n` no more than `most` are told.
fn more(context: &PanelContext<'_>, n: usize, most: usize) -> Option<String> {
    let more = n.checked_sub(most).filter(|it| 0 < *it)?;
    Some(context.texts.say(&Message::new("time-more").count("n", more)))
}

fn line(ui: &mut Ui, context: &PanelContext<'_>, told: &Told, strong: Toggle) {
    let is_strong = strong == Toggle::On;
    let theme = context.theme;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.label(icon_text(&told.icon, 15.0, IconStyle::Fill).color(color(theme.ink)));
        let weight = if is_strong { Weight::SemiBold } else { Weight::Regular };
        let ink = if is_strong { theme.ink } else { theme.soft_ink };
        let words = text(told.words.clone(), 13.0, weight).color(color(ink));
        ui.add(egui::Label::new(words).wrap());
    });
}

/// A card that can be tapped; the one that is shown stands out.
fn card(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    here: Toggle,
    add: impl FnOnce(&mut Ui),
) -> egui::Response {
    let theme = context.theme;
    let (fill, edge, width) = if here == Toggle::On {
        (theme.panel.mixed(theme.accent, 0.08), theme.accent, 1.5)
    } else {
        (theme.panel, theme.hairline, 1.0)
    };
    let frame = Frame::new()
        .fill(color(fill))
        .stroke(Stroke::new(width, color(edge)))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(12, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().interact_size = vec2(0.0, 18.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        add(ui);
    });
    let id = shown.response.id.with("card");
    ui.interact(shown.response.rect, id, egui::Sense::click())
}
