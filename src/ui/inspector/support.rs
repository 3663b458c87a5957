//! Somebody who helps: name, what it is, whom, and how that is for each of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Ui, vec2};

use super::entry::{support_kind, support_words};
use super::goal::goal_words;
use super::notes::{For, more_notes};
use super::somebody::{empty_find_field, find_field, somebody};
use crate::catalogue::{Entry as Row, SupportKind};
use crate::document::Command;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{
    Effect, Field, Goal, GoalState, Help, KindId, PersonId, StayField, Subject, Support,
    SupportField, SupportId, SupportTie, Supported,
};
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::color;
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, chip, choice, folded, icon_chip, section, wide_button};
use crate::ui::writing::{Long, map_field};
use crate::ui::{Action, EditAction, LookAction, homes};

/// Shows the support called `id`, if still on the map.
pub(super) fn support_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &SupportId,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let Some(support) = context.map.supports.get(id) else { return };
    let (texts, theme) = (context.texts, context.theme);
    ui.label(text(support_words(context, id), 22.0, Weight::Bold).color(color(theme.ink)));
    if let Some(kind) = support_kind(context, support) {
        caption(ui, theme, kind);
    }
    let field = |field| Field::Support(id.clone(), field);
    let label = (field(SupportField::Name), texts.get("support-name"));
    map_field(ui, context, typing, label, Long::No, actions);
    let mut changed = tied(ui, context, (id, support));
    changed = kinds(ui, context, (id, support)).or(changed);
    let label = (field(SupportField::Words), texts.get("support-words"));
    map_field(ui, context, typing, label, Long::No, actions);
    for tie in &support.ties {
        changed = tie_ui(ui, context, (id, support, tie), typing, actions).or(changed);
    }
    changed = areas(ui, context, support).or(changed);
    goals(ui, context, id, actions);
    ui.add_space(8.0);
    let label = (field(SupportField::Notes), texts.get("person-notes"));
    map_field(ui, context, typing, label, Long::Yes, actions);
    let put = |notes| {
        let support = Support { notes, ..Support::clone(support) };
        Command::PutSupport(id.clone(), Box::new(support))
    };
    let of = (id.as_str(), support.notes.as_slice(), For::All);
    more_notes(ui, context, typing, of, put, actions);
    ui.add_space(16.0);
    if wide_button(ui, theme, "trash", &texts.get("support-remove")).clicked() {
        actions.push(Action::Edit(EditAction::Remove(Subject::Support(id.clone()))));
    }
    ui.add_space(16.0);
    if let Some(changed) = changed {
        let put = Command::PutSupport(id.clone(), Box::new(changed));
        actions.push(Action::Edit(EditAction::Do(put)));
    }
}

/// What a person or home is called.
fn called(context: &PanelContext<'_>, to: &Supported) -> String {
    match to {
        Supported::Person(id) => context.name(id),
        Supported::Household(id) => {
            let home = context.map.households.get(id);
            home.map(|home| homes::name(context, home)).unwrap_or_default()
        }
    }
}

/// "Wie krijgt hulp": a tap ties it to somebody, or no longer.
fn tied(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, support): (&SupportId, &Support),
) -> Option<Support> {
    section(ui, context.theme, context.texts.get("support-tied"));
    let mut ties: Option<Vec<SupportTie>> = None;
    let with = |to: Supported| {
        let mut ties = support.ties.clone();
        ties.push(new_tie(to));
        Some(ties)
    };
    let is_tied = |to: &Supported| support.ties.iter().any(|tie| tie.to == *to);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for tie in &support.ties {
            let look = ("check", context.theme.accent);
            if icon_chip(ui, context.theme, look, &called(context, &tie.to), Toggle::On).clicked() {
                let rest = support.ties.iter().filter(|it| it.to != tie.to);
                ties = Some(rest.cloned().collect());
            }
        }
        for to in suggested(context, support).into_iter().filter(|to| !is_tied(to)) {
            let look = ("plus", context.theme.accent);
            if icon_chip(ui, context.theme, look, &called(context, &to), Toggle::Off).clicked() {
                ties = with(to);
            }
        }
    });
    let words = text(context.texts.get("support-others"), 13.0, Weight::Regular);
    folded(ui, context.theme, ((words, ("support-others", id.as_str())), Toggle::Off), |ui| {
        let taken = |it: &PersonId| is_tied(&Supported::Person(it.clone()));
        if let Some(person) = somebody(ui, context, id.as_str(), taken) {
            ties = with(Supported::Person(person));
        }
    });
    Some(Support { ties: ties?, ..support.clone() })
}

/// Who is likely to be helped, too: who lives with, is a child, partner or parent of those who are.
fn suggested(context: &PanelContext<'_>, support: &Support) -> Vec<Supported> {
    let map = context.map;
    let mut people = Vec::new();
    let mut all = Vec::new();
    for tie in &support.ties {
        match &tie.to {
            Supported::Person(id) => people.push(id.clone()),
            Supported::Household(id) => {
                let members = map.households.get(id).map(|home| home.members.as_slice());
                people.extend(members.unwrap_or_default().iter().map(|it| it.person.clone()));
                all.extend(people.iter().cloned().map(Supported::Person));
            }
        }
    }
    if people.is_empty() {
        people.clone_from(&map.focus);
        all.extend(map.focus.iter().cloned().map(Supported::Person));
    }
    for person in &people {
        let homes = map.households.iter().filter(|(_, it)| it.houses(person, context.today));
        all.extend(homes.map(|(id, _)| Supported::Household(id.clone())));
        for (_, union) in map.unions_of(person) {
            all.extend(union.other_partner(person).cloned().map(Supported::Person));
            let children = union.children.iter().map(|it| it.person.clone());
            all.extend(children.map(Supported::Person));
        }
        if let Some((_, union)) = map.home_union(person) {
            all.extend(union.partners.iter().cloned().map(Supported::Person));
        }
    }
    let can = |to: &Supported| match to {
        Supported::Person(id) => map.person(id).is_some_and(|it| !it.is_dead() && it.holds_facts()),
        Supported::Household(_) => true,
    };
    let mut once: Vec<Supported> = Vec::new();
    for to in all {
        if can(&to) && !once.contains(&to) {
            once.push(to);
        }
    }
    once.truncate(12);
    once
}

/// What kind of support it is: those on the map first, the rest found by a word.
fn kinds(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, support): (&SupportId, &Support),
) -> Option<Support> {
    let (texts, theme) = (context.texts, context.theme);
    caption(ui, theme, texts.get("support-kind"));
    let key = egui::Id::unique(("support-kind", id.as_str()));
    let wanted = find_field(ui, key, &texts.get("support-kind-find"));
    let lang = texts.lang();
    // What is called so comes before what is only found by it.
    let found = context.catalogue.search(&wanted.words, lang).into_iter();
    let found = found.filter_map(|row| match row {
        Row::Support(row) => Some(row),
        _ => None,
    });
    let rows: Vec<&SupportKind> = if wanted.words.is_empty() {
        context.catalogue.supports().iter().collect()
    } else {
        found.collect()
    };
    let first = rows.first().filter(|_| wanted.is_entered);
    let mut chosen = first.and_then(|row| KindId::new(&row.id));
    // Once it is said what it is, the others stay folded: how it helps is what is told next.
    let is_it = |row: &SupportKind| support.kind.as_str() == row.id;
    // Somebody near is what a new one is until it is told.
    let is_known = context.catalogue.support(support.kind.as_str()).is_some_and(|it| !it.personal);
    let (first, rest): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|row| !wanted.words.is_empty() || is_it(row) || (row.common && !is_known));
    let mut chips = |ui: &mut Ui, rows: &[&SupportKind]| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for row in rows {
                let is_on = support.kind.as_str() == row.id;
                let look = (row.icon.as_str(), theme.accent);
                let words = row.words.in_lang(lang);
                if icon_chip(ui, theme, look, words, Toggle::from(is_on)).clicked() && !is_on {
                    chosen = KindId::new(&row.id);
                }
            }
        });
    };
    chips(ui, &first);
    if !rest.is_empty() {
        let words = text(texts.get("support-kinds-more"), 13.0, Weight::Regular);
        let header = (words, ("support-kinds", id.as_str()));
        folded(ui, context.theme, (header, Toggle::Off), |ui| chips(ui, &rest));
    }
    if chosen.is_some() {
        empty_find_field(ui, key);
    }
    // Own words stay: whoever typed them clears them.
    Some(Support { kind: chosen?, ..support.clone() })
}

/// How it is for one of them.
fn tie_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, support, tie): (&SupportId, &Support, &SupportTie),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) -> Option<Support> {
    let texts = context.texts;
    let who = called(context, &tie.to);
    section(ui, context.theme, texts.say(&Message::new("support-for").arg("who", &who)));
    let mut changed: Option<SupportTie> = None;
    let effects = [
        (Effect::Helps, texts.get("scene-tie-helps")),
        (Effect::Costs, texts.get("scene-tie-costs")),
        (Effect::Both, texts.get("support-both")),
    ];
    if let Some(effect) = choice(ui, context.theme, Some(tie.effect), &effects) {
        changed = Some(SupportTie { effect, ..tie.clone() }).filter(|it| it != tie);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for help in Help::ALL {
            let is_on = tie.help.contains(&help);
            let words = texts.get(help.words_id());
            if chip(ui, context.theme, &words, Toggle::from(is_on)).clicked() {
                let mut of = tie.clone();
                if !of.help.remove(&help) {
                    of.help.insert(help);
                }
                changed = Some(of);
            }
        }
        let ended = Toggle::from(tie.ended);
        if chip(ui, context.theme, &texts.get("support-ended"), ended).clicked() {
            changed = Some(SupportTie { ended: !tie.ended, ..tie.clone() });
        }
    });
    ui.columns(2, |columns| {
        let ends = [(StayField::From, "tie-from"), (StayField::Until, "tie-until")];
        for (ui, (end, words)) in columns.iter_mut().zip(ends) {
            let label = texts.say(&Message::new(words).arg("who", &who));
            let field = Field::Tie(id.clone(), tie.to.clone(), end);
            map_field(ui, context, typing, (field, label), Long::No, actions);
        }
    });
    let changed = changed?;
    let ties = support.ties.iter().map(|it| if it.to == tie.to { &changed } else { it });
    Some(Support { ties: ties.cloned().collect(), ..support.clone() })
}

/// In which life areas; until somebody says so, those of the catalogue.
fn areas(ui: &mut Ui, context: &PanelContext<'_>, support: &Support) -> Option<Support> {
    let lang = context.texts.lang();
    let words = text(context.texts.get("support-areas"), 13.0, Weight::Regular);
    let row = context.catalogue.support(support.kind.as_str());
    let usual =
        |area: &str| row.is_some_and(|it| it.everywhere || it.areas.iter().any(|it| it == area));
    let is_on = |area: &str| {
        if support.areas.is_empty() {
            usual(area)
        } else {
            support.areas.iter().any(|it| it.as_str() == area)
        }
    };
    let mut tapped = None;
    folded(ui, context.theme, ((words, "support-areas"), Toggle::Off), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for area in context.catalogue.areas() {
                let toggle = Toggle::from(is_on(&area.id));
                if chip(ui, context.theme, area.words.in_lang(lang), toggle).clicked() {
                    tapped = Some(area.id.clone());
                }
            }
        });
    });
    let tapped = tapped?;
    let all = context.catalogue.areas().iter();
    let areas = all.filter(|it| is_on(&it.id) != (it.id == tapped));
    let areas = areas.filter_map(|it| KindId::new(&it.id)).collect();
    Some(Support { areas, ..support.clone() })
}

/// Which goals it works on.
fn goals(ui: &mut Ui, context: &PanelContext<'_>, id: &SupportId, actions: &mut Vec<Action>) {
    let open = context.map.goals.iter().filter(|(_, it)| it.state == GoalState::Open);
    let open: Vec<_> = open.collect();
    if open.is_empty() {
        return;
    }
    caption(ui, context.theme, context.texts.get("support-goals"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (goal_id, goal) in open {
            let is_on = goal.supports.contains(id);
            let look = ("flag", context.theme.accent);
            let words = goal_words(context, goal);
            if icon_chip(ui, context.theme, look, &words, Toggle::from(is_on)).clicked() {
                let mut goal = Goal::clone(goal);
                if !goal.supports.remove(id) {
                    goal.supports.insert(id.clone());
                }
                let put = Command::PutGoal(goal_id.clone(), Box::new(goal));
                actions.push(Action::Edit(EditAction::Do(put)));
            }
        }
    });
}

/// "Wie helpt" in the panel of a person or home: those who do, and one more.
pub(super) fn helpers(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    to: &Supported,
    actions: &mut Vec<Action>,
) {
    section(ui, context.theme, context.texts.get("scene-supports"));
    let is_tied = |it: &Support| it.ties.iter().any(|tie| tie.to == *to);
    let there: Vec<_> = context.map.supports.iter().filter(|(_, it)| is_tied(it)).collect();
    // A row with nothing in it would be a gap under the heading.
    if !there.is_empty() {
        helper_chips(ui, context, (&there, None), actions);
    }
    if let Supported::Person(person) = to {
        for (home, household) in &context.map.households {
            let is_of = |it: &Support| {
                it.ties.iter().any(|tie| tie.to == Supported::Household(home.clone()))
            };
            let there: Vec<_> = context.map.supports.iter().filter(|(_, it)| is_of(it)).collect();
            if household.houses(person, context.today) && !there.is_empty() {
                let name = homes::name(context, household);
                helper_chips(ui, context, (&there, Some(&name)), actions);
            }
        }
    }
    if wide_button(ui, context.theme, "handshake", &context.texts.get("support-add")).clicked() {
        actions.push(Action::Edit(EditAction::AddSupport(to.clone())));
    }
}

/// Those who help; `home` where they help the people of a home together.
fn helper_chips(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (there, home): (&[(&SupportId, &Arc<Support>)], Option<&str>),
    actions: &mut Vec<Action>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for &(id, support) in there {
            let icon = context.catalogue.support(support.kind.as_str());
            let icon = icon.map_or("handshake", |it| it.icon.as_str());
            let look = (icon, context.theme.accent);
            let words = support_words(context, id);
            let words = match home {
                Some(home) => {
                    let message = Message::new("support-via").arg("support", words);
                    context.texts.say(&message.arg("home", home))
                }
                None => words,
            };
            if icon_chip(ui, context.theme, look, &words, Toggle::Off).clicked() {
                let subject = Subject::Support(id.clone());
                actions.push(Action::Look(LookAction::Select(Some(subject))));
            }
        }
    });
}

/// Helps; of the rest nothing is known yet.
pub(in crate::ui) fn new_tie(to: Supported) -> SupportTie {
    let (effect, help) = (Effect::Helps, BTreeSet::new());
    SupportTie { to, effect, help, from: None, until: None, ended: false }
}
