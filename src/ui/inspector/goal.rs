//! Goals: of a person, a household or the family; one of them opens in place.

use egui::Ui;

use super::entry::{entry_words, seen_entries, support_words};
use super::line::bearer_name;
use crate::document::Command;
use crate::i18n::Message;
use crate::model::{
    Bearer, Entry, Field, Goal, GoalField, GoalId, GoalState, PartialDate, Said, Whose,
    surely_before,
};
use crate::ui::context::PanelContext;
use crate::ui::style::color;
use crate::ui::terms::Detail;
use crate::ui::typing::Typing;
use crate::ui::widgets::{
    Toggle, caption, chip, choice, icon_chip, marked_card, open_card, section, wide_button,
};
use crate::ui::writing::{Long, map_field, map_row};
use crate::ui::{Action, EditAction, LookAction};

/// "Doelen".
pub(in crate::ui) fn goals(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    whose: &Whose,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let title = if *whose == Whose::Family { "family-goals" } else { "person-goals" };
    section(ui, context.theme, context.texts.get(title));
    for (id, goal) in context.map.goals.iter().filter(|(_, goal)| goal.whose == *whose) {
        let (icon, fill) = match goal.state {
            GoalState::Open => ("flag", color(context.theme.accent)),
            GoalState::Reached => ("check", color(context.theme.strength)),
            GoalState::LetGo => ("flag", color(context.theme.soft_ink)),
        };
        let words = goal_words(context, goal);
        let detail = Detail::Goal(id.clone());
        if context.detail == Some(&detail) {
            if typing.is_sought(&Field::Goal(id.clone(), GoalField::Text)) {
                let place = egui::Rect::from_min_size(ui.cursor().min, egui::vec2(10.0, 60.0));
                ui.scroll_to_rect(place, Some(egui::Align::TOP));
            }
            open_card(ui, context, (icon, fill), &words, actions, |ui, actions| {
                goal_fields(ui, context, typing, (id, goal), actions);
            });
            continue;
        }
        let below = goal_line(context, id, goal);
        let row = marked_card(ui, context, (icon, fill), (&words, &below), None);
        typing.row_of(&detail, &row);
        if row.clicked() {
            actions.push(Action::Look(LookAction::OpenDetail(Some(detail))));
        }
    }
    if wide_button(ui, context.theme, "flag", &context.texts.get("goal-add")).clicked() {
        actions.push(Action::Edit(EditAction::AddGoal(whose.clone())));
    }
}

pub(in crate::ui) fn goal_words(context: &PanelContext<'_>, goal: &Goal) -> String {
    let words = goal.text.trim();
    if words.is_empty() { context.texts.get("goal-no-words") } else { words.to_owned() }
}

/// "eerste stap: post openen · voor maart 2027", or how and when it ended.
fn goal_line(context: &PanelContext<'_>, id: &GoalId, goal: &Goal) -> String {
    let texts = context.texts;
    let day = goal.closed_on.map(|day| day.in_words(texts)).unwrap_or_default();
    let ended = match goal.state {
        GoalState::Open => None,
        GoalState::Reached => Some(Message::new("goal-reached-on")),
        GoalState::LetGo => Some(Message::new("goal-let-go-on")),
    };
    if let Some(ended) = ended {
        return texts.say(&ended.arg("day", day)).trim().to_owned();
    }
    let by = context.reader().written(context.map, &Field::Goal(id.clone(), GoalField::By));
    let by = (!by.is_empty()).then(|| texts.say(&Message::new("goal-by-day").arg("day", by)));
    let step = Some(goal.first_step.trim().to_owned()).filter(|it| !it.is_empty());
    [step, by].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn goal_fields(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    (id, goal): (&GoalId, &Goal),
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let of = |field| Field::Goal(id.clone(), field);
    for (field, label) in
        [(GoalField::Text, "goal-text"), (GoalField::FirstStep, "goal-first-step")]
    {
        map_field(ui, context, typing, (of(field), texts.get(label)), Long::Wraps, actions);
    }
    for (field, label) in [(GoalField::By, "goal-by"), (GoalField::Helper, "goal-helper")] {
        map_row(ui, context, typing, (of(field), texts.get(label)), actions);
    }
    let today = PartialDate::Exactly(context.today);
    let is_past = goal.by.is_some_and(|by| surely_before(by, today));
    if goal.state == GoalState::Open && is_past {
        caption(ui, context.theme, texts.get("goal-by-past"));
    }
    let mut changed = supports(ui, context, goal);
    changed = answers(ui, context, goal).or(changed);
    let states = [
        (GoalState::Open, texts.get("goal-open")),
        (GoalState::Reached, texts.get("goal-reached")),
        (GoalState::LetGo, texts.get("goal-let-go")),
    ];
    if let Some(state) = choice(ui, context.theme, Some(goal.state), &states)
        && state != goal.state
    {
        let today = goal.set_on.map_or(context.today, |set_on| set_on.max(context.today));
        let closed_on = (state != GoalState::Open).then_some(today);
        changed = Some(Goal { state, closed_on, ..goal.clone() });
    }
    ui.add_space(4.0);
    let look = ("trash", context.theme.ink);
    if icon_chip(ui, context.theme, look, &texts.get("palette-remove"), Toggle::Off).clicked() {
        let message = Message::new("entry-removed").arg("what", goal_words(context, goal));
        let remove = Command::RemoveGoal(id.clone());
        actions.push(Action::Edit(EditAction::DoAndTell(message, remove)));
    }
    if let Some(changed) = changed {
        let put = Command::PutGoal(id.clone(), Box::new(changed));
        actions.push(Action::Edit(EditAction::Do(put)));
    }
}

/// Which helpers on the map work on it: several around one goal are one picture.
fn supports(ui: &mut Ui, context: &PanelContext<'_>, goal: &Goal) -> Option<Goal> {
    if context.map.supports.is_empty() {
        return None;
    }
    let mut tapped = None;
    caption(ui, context.theme, context.texts.get("goal-supports"));
    ui.horizontal_wrapped(|ui| {
        for id in context.map.supports.keys() {
            let is_on = goal.supports.contains(id);
            if chip(ui, context.theme, &support_words(context, id), Toggle::from(is_on)).clicked() {
                tapped = Some(id.clone());
            }
        }
    });
    let tapped = tapped?;
    let mut supports = goal.supports.clone();
    if !supports.remove(&tapped) {
        supports.insert(tapped);
    }
    Some(Goal { supports, ..goal.clone() })
}

/// What it is an answer to: only what the client says.
fn answers(ui: &mut Ui, context: &PanelContext<'_>, goal: &Goal) -> Option<Goal> {
    let bearers: Vec<Bearer> = match &goal.whose {
        Whose::Person(id) => vec![Bearer::Person(id.clone())],
        Whose::Household(id) => vec![Bearer::Household(id.clone())],
        Whose::Family => everybody(context),
    };
    let is_offered = |it: &Entry| it.said != Said::No || goal.answers.contains(&it.id);
    let entries: Vec<(&Bearer, &Entry)> = bearers
        .iter()
        .flat_map(|bearer| seen_entries(context, bearer).map(move |entry| (bearer, entry)))
        .filter(|(_, entry)| is_offered(entry))
        .collect();
    if entries.is_empty() {
        return None;
    }
    let mut tapped = None;
    caption(ui, context.theme, context.texts.get("goal-answers"));
    ui.horizontal_wrapped(|ui| {
        for (bearer, entry) in entries {
            let is_on = goal.answers.contains(&entry.id);
            let words = match &goal.whose {
                Whose::Family => of_whom(context, bearer, entry),
                Whose::Person(_) | Whose::Household(_) => entry_words(context, entry),
            };
            if chip(ui, context.theme, &words, Toggle::from(is_on)).clicked() {
                tapped = Some(entry.id.clone());
            }
        }
    });
    let tapped = tapped?;
    let mut answers = goal.answers.clone();
    match answers.iter().position(|it| *it == tapped) {
        Some(at) => {
            answers.remove(at);
        }
        None => answers.push(tapped),
    }
    Some(Goal { answers, ..goal.clone() })
}

/// Everybody who can have something: focus persons first, then the others, couples and homes.
fn everybody(context: &PanelContext<'_>) -> Vec<Bearer> {
    let map = context.map;
    let others = map.people.keys().filter(|id| !map.focus.contains(id));
    let people = map.focus.iter().chain(others).cloned().map(Bearer::Person);
    let unions = map.unions.keys().cloned().map(Bearer::Union);
    let homes = map.households.keys().cloned().map(Bearer::Household);
    people.chain(unions).chain(homes).collect()
}

/// "Lisa: Vaak bang".
fn of_whom(context: &PanelContext<'_>, bearer: &Bearer, entry: &Entry) -> String {
    format!("{}: {}", bearer_name(context, bearer), entry_words(context, entry))
}
