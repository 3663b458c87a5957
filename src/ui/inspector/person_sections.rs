//! One person: what is going on, what is strong, skills, goals, notes.

use egui::Ui;

use super::PanelContext;
use super::field::{caption, card, choice, color, section, wide_button};
use crate::document::{Command, PersonEdit};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Bearer, Field, Person, PersonField, PersonId, SkillLevel, Strength, Whose};
use crate::ui::fonts::text;
use crate::ui::skill;
use crate::ui::writing::{Long, Typing, map_field};
use crate::ui::{Action, EditAction, LookAction};

/// "Krachten": as large as problems.
pub(super) fn strengths(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    person: &Person,
    actions: &mut Vec<Action>,
) {
    section(ui, context.theme, context.texts.get("person-strengths"));
    let green = color(context.theme.strength);
    for strength in &person.strengths {
        let (icon, words) = strength_look(context, strength);
        let below = strength
            .since
            .map(|since| {
                let message = Message::new("since").arg("moment", since.in_words(context.texts));
                context.texts.say(&message)
            })
            .unwrap_or_default();
        let card = card(ui, context.theme, (icon, green), &words, &below);
        card.context_menu(|ui| {
            if ui.button(context.texts.get("strength-remove")).clicked() {
                actions.push(Action::Edit(EditAction::Do(Command::RemoveStrength(
                    strength.id.clone(),
                ))));
            }
        });
        if card.clicked() {
            actions.push(Action::Look(LookAction::OpenStrengths(Bearer::Person(id.clone()))));
        }
    }
    if wide_button(ui, context.theme, "plus", &context.texts.get("person-add-strength")).clicked() {
        actions.push(Action::Look(LookAction::OpenStrengths(Bearer::Person(id.clone()))));
    }
}

pub(super) fn strength_look<'a>(
    context: &PanelContext<'a>,
    strength: &Strength,
) -> (&'a str, String) {
    let row = strength.kind.as_ref().and_then(|kind| context.catalogue.strength(kind.as_str()));
    let words = if strength.words.trim().is_empty() {
        row.map_or(String::new(), |row| row.words.in_lang(context.texts.lang()).to_owned())
    } else {
        strength.words.clone()
    };
    (row.map_or("check", |row| row.icon.as_str()), words)
}

/// "Vaardigheden": eleven skills, each goes well, varies or is hard.
pub(super) fn skills(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    person: &Person,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    section(ui, context.theme, texts.get("person-skills"));
    let known = |skill: &str| person.skills.iter().find(|note| note.skill.as_str() == skill);
    let mut rest = Vec::new();
    for skill in context.catalogue.skills() {
        if known(&skill.id).is_some() {
            skill_row(ui, context, id, person, &skill.id, actions);
        } else {
            rest.push(skill.id.as_str());
        }
    }
    if rest.is_empty() {
        return;
    }
    let words = text(texts.get("person-more-skills"), 13.0, Weight::Regular);
    egui::CollapsingHeader::new(words).id_salt("skills").show(ui, |ui| {
        for skill in rest {
            skill_row(ui, context, id, person, skill, actions);
        }
    });
}

fn skill_row(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    person: &Person,
    which: &str,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let (Some(row), Some(kind)) =
        (context.catalogue.skill(which), crate::model::KindId::new(which))
    else {
        return;
    };
    let note = person.skills.iter().find(|note| note.skill == kind);
    let level = note.map(|note| note.level);
    caption(ui, context.theme, row.words.in_lang(texts.lang()).to_owned());
    let options = [
        (SkillLevel::GoesWell, texts.get("skill-goes-well")),
        (SkillLevel::Varies, texts.get("skill-varies")),
        (SkillLevel::Hard, texts.get("skill-hard")),
    ];
    ui.push_id(which, |ui| {
        if let Some(chosen) = choice(ui, context.theme, level, &options) {
            let according_to = note.map(|note| note.according_to.clone()).unwrap_or_default();
            // The same again takes it away: not asked.
            let value = (level != Some(chosen)).then_some((chosen, according_to));
            let edit = PersonEdit::Skill(kind.clone(), value);
            actions.push(Action::Edit(EditAction::Do(Command::EditPerson(id.clone(), edit))));
        }
    });
    let ages = skill::Ages::of(context, row, [id]);
    skill::explained(ui, context, id.as_str(), row, &ages);
}

/// "Doelen", where there are any.
pub(super) fn goals(ui: &mut Ui, context: &PanelContext<'_>, id: &PersonId) {
    let whose = Whose::Person(id.clone());
    let mut goals = context.map.goals.values().filter(|goal| goal.whose == whose).peekable();
    if goals.peek().is_none() {
        return;
    }
    section(ui, context.theme, context.texts.get("person-goals"));
    for goal in goals {
        let fill = color(context.theme.accent);
        card(ui, context.theme, ("star", fill), &goal.text, &goal.first_step);
    }
}

/// "Notities". One note is typed here; more come from files.
pub(super) fn notes(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    person: &Person,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    ui.add_space(8.0);
    let field = Field::Person(id.clone(), PersonField::Notes);
    let label = context.texts.get("person-notes");
    map_field(ui, context, typing, (field, label), Long::Yes, actions);
    for note in person.notes.iter().filter(|note| !note.for_coach).skip(1) {
        caption(ui, context.theme, note.text.clone());
    }
    coach_notes(ui, context, id, person, typing, actions);
}

/// What is only for the coach's eyes: there while what is hidden at the person is open.
fn coach_notes(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    person: &Person,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    if !context.opened.people.contains(id) {
        return;
    }
    let field = Field::Person(id.clone(), PersonField::CoachNotes);
    let label = context.texts.get("person-coach-notes");
    map_field(ui, context, typing, (field, label), Long::Yes, actions);
    for note in person.notes.iter().filter(|note| note.for_coach).skip(1) {
        caption(ui, context.theme, note.text.clone());
    }
}
