//! Skills in the palette: how each goes, by a tap, or by a word behind what is looked for.

use egui::Ui;

use super::Palette;
use crate::catalogue::ExecutiveSkill;
use crate::document::{Command, PersonEdit};
use crate::model::{Bearer, KindId, Person, PersonId};
use crate::quick::answer::Answer;
use crate::ui::context::PanelContext;
use crate::ui::inspector::skill_choice;
use crate::ui::skill::{Ages, explained};
use crate::ui::widgets::caption;
use crate::ui::{Action, EditAction};

/// Whose skills they are: only people have them.
pub(super) fn person<'a>(
    context: &PanelContext<'a>,
    bearer: &'a Bearer,
) -> Option<(&'a PersonId, &'a Person)> {
    match bearer {
        Bearer::Person(id) => context.map.person(id).map(|it| (id, it)),
        _ => None,
    }
}

/// Skills that are found, each with how it goes. Enter answers the first, or shows its answers below.
pub(super) fn skill_rows(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    (skills, answer): (&[&ExecutiveSkill], Answer),
    actions: &mut Vec<Action>,
) {
    let bearer = palette.bearer.clone();
    let Some((id, person)) = person(context, &bearer) else { return };
    if std::mem::take(&mut palette.entered)
        && let Some(skill) = skills.first()
    {
        answer_skill(palette, (id, person), skill, answer, actions);
        return;
    }
    for skill in skills {
        caption(ui, context.theme, skill.words.in_lang(context.texts.lang()).to_owned());
        skill_choice(ui, context, id, person, skill, actions);
    }
    if answer.when.since.or(answer.when.until).is_some() && !skills.is_empty() {
        caption(ui, context.theme, context.texts.get("palette-skill-no-year"));
    }
}

/// What was typed behind it is how it goes; where nothing was, the answers stand below.
fn answer_skill(
    palette: &mut Palette,
    (id, person): (&PersonId, &Person),
    skill: &ExecutiveSkill,
    answer: Answer,
    actions: &mut Vec<Action>,
) {
    let Some(kind) = KindId::new(&skill.id) else { return };
    palette.show_skill(kind.clone());
    palette.go_on();
    let Some(level) = answer.level() else { return };
    let note = person.skills.iter().find(|note| note.skill == kind);
    let said = note.map(|note| note.according_to.clone()).unwrap_or_default();
    let edit = PersonEdit::Skill(kind, Some((level, said)));
    actions.push(Action::Edit(EditAction::Do(Command::EditPerson(id.clone(), edit))));
}

/// How the skill that was answered last goes, and what it is.
pub(super) fn skill_details(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    actions: &mut Vec<Action>,
) {
    let is_wanted = 0 < palette.wants_since;
    palette.wants_since = palette.wants_since.saturating_sub(1);
    let bearer = palette.bearer.clone();
    let skill = palette.skill.as_ref().and_then(|it| context.catalogue.skill(it.as_str()));
    let Some((skill, (id, person))) = skill.zip(person(context, &bearer)) else { return };
    ui.add_space(8.0);
    ui.separator();
    caption(ui, context.theme, skill.words.in_lang(context.texts.lang()).to_owned());
    let first = skill_choice(ui, context, id, person, skill, actions);
    // Whoever looks after the focus gives it back to the search field in this frame.
    if is_wanted && let Some(first) = first {
        first.request_focus();
    }
    let ages = Ages::of(context, skill, [id]);
    explained(ui, context, "palette", skill, &ages);
}
