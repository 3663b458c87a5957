//! One person: what is going on, what is strong, skills, goals, notes.

use egui::{Response, Ui};

use super::notes::{For, more_notes};
use crate::catalogue::ExecutiveSkill;
use crate::document::{Command, PersonEdit};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Background, Field, KindId, Person, PersonField, PersonId, SkillLevel};
use crate::shown::Names;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::color;
use crate::ui::typing::{Typing, Written};
use crate::ui::widgets::{Toggle, caption, choices, folded, section};
use crate::ui::writing::{Long, map_field, text_field};
use crate::ui::{Action, EditAction, skill};

/// "Vaardigheden": eleven skills, each goes well, varies or is hard.
pub(super) fn skills(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, person): (&PersonId, &Person),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    section(ui, context.theme, texts.get("person-skills"));
    let known = |skill: &str| person.skills.iter().find(|note| note.skill.as_str() == skill);
    let mut rest = Vec::new();
    for skill in context.catalogue.skills() {
        if known(&skill.id).is_some() {
            skill_row(ui, context, id, person, &skill.id, actions);
            skill_said(ui, context, (id, person, &skill.id), typing, actions);
        } else {
            rest.push(skill.id.as_str());
        }
    }
    if rest.is_empty() {
        return;
    }
    let words = text(texts.get("person-more-skills"), 13.0, Weight::Regular);
    folded(ui, context.theme, ((words, ("skills", id.as_str())), Toggle::Off), |ui| {
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
    let Some(row) = context.catalogue.skill(which) else { return };
    caption(ui, context.theme, row.words.in_lang(context.texts.lang()).to_owned());
    skill_choice(ui, context, id, person, row, actions);
    let ages = skill::Ages::of(context, row, [id]);
    skill::explained(ui, context, id.as_str(), row, &ages);
}

/// Who says that a skill goes like this.
fn skill_said(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, person, which): (&PersonId, &Person, &str),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let Some(note) = person.skills.iter().find(|note| note.skill.as_str() == which) else { return };
    if context.names != Names::Shown {
        return;
    }
    let skill = context.catalogue.skill(which).map(|row| row.words.in_lang(context.texts.lang()));
    let message = Message::new("skill-says").arg("skill", skill.unwrap_or_default());
    let (key, label) = (format!("{id} {which}"), context.texts.say(&message));
    let current = (note.according_to.as_str(), Long::No);
    let written = text_field(ui, context.theme, typing, &key, label, current);
    let Some(Written { visit, text }) = written else { return };
    let edit = PersonEdit::Skill(note.skill.clone(), Some((note.level, text)));
    let command = Command::EditPerson(id.clone(), edit);
    actions.push(Action::Edit(EditAction::DoInVisit(visit, command)));
}

/// How a skill goes: the same again takes it away. Gives the first of the three.
pub(in crate::ui) fn skill_choice(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    person: &Person,
    row: &ExecutiveSkill,
    actions: &mut Vec<Action>,
) -> Option<Response> {
    let texts = context.texts;
    let kind = KindId::new(&row.id)?;
    let note = person.skills.iter().find(|note| note.skill == kind);
    let level = note.map(|note| note.level);
    let options = [
        (SkillLevel::GoesWell, texts.get("skill-goes-well")),
        (SkillLevel::Varies, texts.get("skill-varies")),
        (SkillLevel::Hard, texts.get("skill-hard")),
    ];
    let shown = ui.push_id(row.id.as_str(), |ui| choices(ui, context.theme, level, &options));
    let shown = shown.inner;
    let tapped = options.iter().zip(&shown).find(|(_, chip)| chip.clicked());
    if let Some(((chosen, _), _)) = tapped {
        let according_to = note.map(|note| note.according_to.clone()).unwrap_or_default();
        // The same again takes it away: not asked.
        let value = (level != Some(*chosen)).then_some((*chosen, according_to));
        let edit = PersonEdit::Skill(kind, value);
        actions.push(Action::Edit(EditAction::Do(Command::EditPerson(id.clone(), edit))));
    }
    shown.into_iter().next()
}

/// "Notities": of whom each is, and with whom it may be shared.
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
    let put = |notes| Command::EditPerson(id.clone(), PersonEdit::Notes(notes));
    let of = (id.as_str(), person.notes.as_slice(), For::All);
    more_notes(ui, context, typing, of, put, actions);
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
    let put = |notes| Command::EditPerson(id.clone(), PersonEdit::Notes(notes));
    let of = (id.as_str(), person.notes.as_slice(), For::Coach);
    more_notes(ui, context, typing, of, put, actions);
}

/// What is worth a look, said softly.
pub(super) fn notices(ui: &mut Ui, context: &PanelContext<'_>, notices: &[String]) {
    let theme = context.theme;
    for words in notices {
        let frame = egui::Frame::new().fill(color(theme.sunken)).corner_radius(8);
        frame.inner_margin(8).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = text(words.as_str(), 13.0, Weight::Regular).color(color(theme.ink));
            ui.add(egui::Label::new(words).wrap());
        });
    }
}

/// "Meer over Kim": open once something is said there.
pub(super) fn background(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, person): (&PersonId, &Person),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let said = &person.background;
    // Given names for want of a call name stand in the field of the name.
    let is_named = !person.name.other.is_empty()
        || !person.name.given.is_empty() && !person.name.call.is_empty();
    let is_said = is_named || *said != Background::default() || !person.wishes.is_empty();
    let message = Message::new("person-more").arg("name", context.name(id));
    let words = text(texts.say(&message), 13.0, Weight::Regular);
    let header = (words, ("background", id.as_str()));
    folded(ui, context.theme, (header, Toggle::from(is_said)), |ui| {
        let fields = [
            (PersonField::GivenNames, "person-given-names"),
            (PersonField::Also, "person-also"),
            (PersonField::Work, "person-work"),
            (PersonField::Origin, "person-origin"),
            (PersonField::Language, "person-language"),
            (PersonField::Faith, "person-faith"),
            (PersonField::CauseOfDeath, "person-cause-of-death"),
        ];
        let is_asked = |field| {
            let is_dead = person.is_dead() || !said.cause_of_death.is_empty();
            field != PersonField::CauseOfDeath || is_dead
        };
        for (field, label) in fields.into_iter().filter(|(field, _)| is_asked(*field)) {
            let field = (Field::Person(id.clone(), field), texts.get(label));
            map_field(ui, context, typing, field, Long::No, actions);
        }
        let wish = (Field::Person(id.clone(), PersonField::Wish), texts.get("person-wish"));
        map_field(ui, context, typing, wish, Long::Wraps, actions);
        more_wishes(ui, context, (id, person), typing, actions);
    });
}

/// What somebody wishes besides the first: a line each, and one more.
fn more_wishes(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, person): (&PersonId, &Person),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let wishes = &person.wishes;
    if context.names != Names::Shown || wishes.is_empty() {
        return;
    }
    for at in 1..=wishes.len() {
        let (key, label) = (format!("{id} wish {at}"), context.texts.get("person-wish-more"));
        let current = (wishes.get(at).map_or("", String::as_str), Long::Wraps);
        let written = text_field(ui, context.theme, typing, &key, label, current);
        let Some(Written { visit, text }) = written else { continue };
        let mut wishes = wishes.clone();
        match wishes.get_mut(at) {
            Some(wish) => *wish = text,
            None => wishes.push(text),
        }
        // The last one goes with its words; of one before others the place stays.
        wishes.pop_if(|wish| wish.is_empty());
        let command = Command::EditPerson(id.clone(), PersonEdit::Wishes(wishes));
        actions.push(Action::Edit(EditAction::DoInVisit(visit, command)));
    }
}
