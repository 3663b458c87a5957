//! One person: who they are.

use egui::Ui;

use super::field::{caption, choice, color, parsed_field, text_field, wide_button};
use super::{Drafts, PanelContext, person_sections as sections};
use crate::document::{Command, PersonEdit};
use crate::fonts::Weight;
use crate::model::{Gender, LifeCourse, Name, PartialDate, Person, PersonId, Vital};
use crate::ui::Action;
use crate::ui::fonts::text;

/// Shows the person called `id`, if still on the map.
pub(super) fn person_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    drafts: &mut Drafts,
    actions: &mut Vec<Action>,
) {
    let Some(person) = context.map.person(id) else { return };
    let mut edit =
        |edit: PersonEdit| actions.push(Action::Do(Command::EditPerson(id.clone(), edit)));
    heading(ui, context, id);
    name_field(ui, context, id, person, drafts, &mut edit);
    dates(ui, context, id, person, drafts, &mut edit);
    gender(ui, context, person, &mut edit);
    life(ui, context, person, &mut edit);
    sections::entries(ui, context, id, person, actions);
    sections::strengths(ui, context, id, person, actions);
    sections::skills(ui, context, id, person, actions);
    sections::goals(ui, context, id);
    sections::notes(ui, context, id, person, drafts, actions);
    ui.add_space(16.0);
    focus_button(ui, context, id, actions);
    if wide_button(ui, context.theme, "trash", &context.texts.get("person-remove")).clicked() {
        actions.push(Action::Do(Command::RemovePerson(id.clone())));
    }
    ui.add_space(16.0);
}

fn heading(ui: &mut Ui, context: &PanelContext<'_>, id: &PersonId) {
    let PanelContext { map, texts, theme, .. } = context;
    ui.label(text(context.name(id), 22.0, Weight::Bold).color(color(theme.ink)));
    let mut parts = Vec::new();
    if map.focus.contains(id) {
        parts.push(texts.get("person-is-focus"));
    }
    let children: Vec<String> = map
        .unions_of(id)
        .flat_map(|(_, union)| &union.children)
        .map(|child| context.name(&child.person))
        .collect();
    if !children.is_empty() {
        let names = listed(&children, &texts.get("list-and"));
        parts.push(texts.say(&crate::i18n::Message::new("person-parent-of").arg("names", names)));
    }
    let homes: Vec<&str> = (map.households.values())
        .filter(|household| household.members.iter().any(|member| member.person == *id))
        .map(|household| household.name.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    if !homes.is_empty() {
        let names = homes.join(", ");
        parts.push(texts.say(&crate::i18n::Message::new("person-lives-in").arg("names", names)));
    }
    if !parts.is_empty() {
        caption(ui, theme, parts.join(" · "));
    }
}

/// "Jayden, Noa en Sami".
fn listed(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

fn name_field(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    person: &Person,
    drafts: &mut Drafts,
    edit: &mut impl FnMut(PersonEdit),
) {
    let label = context.texts.get("person-name");
    let full = person.name.full();
    let key = format!("{id} name");
    if let Some(typed) = text_field(ui, context.theme, drafts, &key, label, &full) {
        let typed = Name::from_typed(&typed);
        let Name { birth, .. } = person.name.clone();
        edit(PersonEdit::Name(Name { birth, ..typed }));
    }
    let label = context.texts.get("person-birth-name");
    let key = format!("{id} birth-name");
    if let Some(birth) = text_field(ui, context.theme, drafts, &key, label, &person.name.birth) {
        let birth = birth.trim().to_owned();
        edit(PersonEdit::Name(Name { birth, ..person.name.clone() }));
    }
}

fn dates(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    person: &Person,
    drafts: &mut Drafts,
    edit: &mut impl FnMut(PersonEdit),
) {
    let texts = context.texts;
    let shown = |date: Option<PartialDate>| date.map(|it| it.to_string()).unwrap_or_default();
    let words = [texts.get("person-born"), texts.get("date-hint")];
    let key = format!("{id} born");
    let parse = PartialDate::from_typed;
    let born = parsed_field(ui, context.theme, drafts, &key, words, &shown(person.birth), parse);
    if let Some(birth) = born {
        edit(PersonEdit::Birth(birth));
    }
    let dead = person.is_dead();
    let options = [(false, texts.get("person-living")), (true, texts.get("person-dead"))];
    ui.add_space(4.0);
    match choice(ui, context.theme, Some(dead), &options) {
        Some(true) if !dead => edit(PersonEdit::Vital(Vital::Dead(None))),
        Some(false) if dead => edit(PersonEdit::Vital(Vital::Living)),
        _ => {}
    }
    if dead {
        let words = [texts.get("person-died"), texts.get("date-hint")];
        let key = format!("{id} died");
        let died =
            parsed_field(ui, context.theme, drafts, &key, words, &shown(person.death()), parse);
        if let Some(death) = died {
            edit(PersonEdit::Vital(Vital::Dead(death)));
        }
    }
}

fn gender(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    person: &Person,
    edit: &mut impl FnMut(PersonEdit),
) {
    let texts = context.texts;
    caption(ui, context.theme, texts.get("person-gender"));
    let options = [
        (Gender::Woman, texts.get("gender-woman")),
        (Gender::Man, texts.get("gender-man")),
        (Gender::NonBinary, texts.get("gender-non-binary")),
        (Gender::Unknown, texts.get("gender-unknown")),
    ];
    if let Some(gender) = choice(ui, context.theme, Some(person.gender), &options)
        && gender != person.gender
    {
        edit(PersonEdit::Gender(gender));
    }
}

fn life(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    person: &Person,
    edit: &mut impl FnMut(PersonEdit),
) {
    let texts = context.texts;
    let words = texts.get(match person.life {
        LifeCourse::Born => "life-born",
        LifeCourse::Pregnancy => "life-pregnancy",
        LifeCourse::Miscarriage => "life-miscarriage",
        LifeCourse::Stillbirth => "life-stillbirth",
        LifeCourse::Abortion => "life-abortion",
    });
    egui::CollapsingHeader::new(text(words, 13.0, Weight::Regular)).id_salt("life").show(
        ui,
        |ui| {
            let options = [
                (LifeCourse::Born, texts.get("life-born")),
                (LifeCourse::Pregnancy, texts.get("life-pregnancy")),
                (LifeCourse::Miscarriage, texts.get("life-miscarriage")),
                (LifeCourse::Stillbirth, texts.get("life-stillbirth")),
                (LifeCourse::Abortion, texts.get("life-abortion")),
            ];
            if let Some(life) = choice(ui, context.theme, Some(person.life), &options)
                && life != person.life
            {
                edit(PersonEdit::Life(life));
            }
        },
    );
}

fn focus_button(ui: &mut Ui, context: &PanelContext<'_>, id: &PersonId, actions: &mut Vec<Action>) {
    let focus = &context.map.focus;
    let is_focus = focus.contains(id);
    let words = context.texts.get(if is_focus { "person-focus-off" } else { "person-focus-on" });
    if wide_button(ui, context.theme, "user", &words).clicked() {
        let mut people = focus.clone();
        if is_focus {
            people.retain(|person| person != id);
        } else {
            people.push(id.clone());
        }
        actions.push(Action::Do(Command::SetFocus(people)));
    }
}
