//! One person: who they are.

use egui::Ui;

use super::entry::entries;
use super::goal::goals;
use super::hidden::hidden_row;
use super::kin_section::family;
use super::person_sections as sections;
use super::strength::strengths;
use super::support::helpers;
use crate::document::{Command, PersonEdit};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::kinship::focus_word;
use crate::model::{
    Bearer, Bond, Child, Crowd, Date, Ending, FamilyMap, Field, Gender, LifeCourse, PartialDate,
    Person, PersonField, PersonId, Subject, Supported, TwinKind, Twins, Union, Vital, Whose,
};
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::color;
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, choice, folded, wide_button};
use crate::ui::writing::{Long, map_field};
use crate::ui::{Action, EditAction};

/// Shows the person called `id`, if still on the map.
pub(super) fn person_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, notices): (&PersonId, &[String]),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let Some(person) = context.map.person(id) else { return };
    heading(ui, context, id);
    names(ui, context, id, typing, actions);
    dates(ui, context, (id, person), typing, actions);
    sections::notices(ui, context, notices);
    let mut edit = |edit: PersonEdit| {
        actions.push(Action::Edit(EditAction::Do(Command::EditPerson(id.clone(), edit))));
    };
    gender(ui, context, person, &mut edit);
    life(ui, context, (id, person), &mut edit);
    how_many(ui, context, (id, person), typing, actions);
    twins(ui, context, id, actions);
    family(ui, context, id, actions);
    let bearer = Bearer::Person(id.clone());
    // Nothing plays with a child who was lost; what a file says of one stays to be seen.
    let is_asked = person.holds_facts() || !person.entries.is_empty();
    if is_asked {
        entries(ui, context, &bearer, typing, actions);
    }
    let this = Subject::Person(id.clone());
    hidden_row(ui, context, &this, actions);
    if is_asked {
        strengths(ui, context, &bearer, typing, actions);
        sections::skills(ui, context, (id, person), typing, actions);
        helpers(ui, context, &Supported::Person(id.clone()), actions);
        goals(ui, context, &Whose::Person(id.clone()), typing, actions);
    }
    sections::notes(ui, context, id, person, typing, actions);
    sections::background(ui, context, (id, person), typing, actions);
    ui.add_space(16.0);
    focus_button(ui, context, id, actions);
    if wide_button(ui, context.theme, "trash", &context.texts.get("do-remove")).clicked() {
        actions.push(Action::Edit(EditAction::Remove(Subject::Person(id.clone()))));
    }
    ui.add_space(16.0);
}

fn heading(ui: &mut Ui, context: &PanelContext<'_>, id: &PersonId) {
    let PanelContext { map, texts, theme, .. } = context;
    ui.label(text(context.name(id), 22.0, Weight::Bold).color(color(theme.ink)));
    let mut parts: Vec<String> = focus_word(map, id, *texts).into_iter().collect();
    parts.extend(parent_words(context, id).or_else(|| beside_words(context, id)));
    let homes: Vec<&str> = (map.households.values())
        .filter(|household| household.houses(id, context.today))
        .map(|household| household.name.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    if !homes.is_empty() {
        let names = homes.join(", ");
        parts.push(texts.say(&Message::new("person-lives-in").arg("names", names)));
    }
    if !parts.is_empty() {
        caption(ui, theme, parts.join(" · "));
    }
}

/// "vader van Femke en Jelle, pleegvader van Dean".
fn parent_words(context: &PanelContext<'_>, id: &PersonId) -> Option<String> {
    let PanelContext { map, texts, .. } = context;
    let gender = gender_code(map, id);
    let mut children: Vec<&Child> = map.unions_of(id).flat_map(|(_, it)| &it.children).collect();
    children.sort_by_cached_key(|it| eldest_first(map, &it.person));
    let of = |bonds: &[Bond]| {
        let them = children.iter().filter(|it| bonds.contains(&it.bond_with(id)));
        let names: Vec<String> = them.map(|it| context.name(&it.person)).collect();
        (!names.is_empty()).then(|| texts.listed(&names))
    };
    let own = of(&[Bond::Birth, Bond::Adopted]).map(|names| {
        let message = Message::new("person-parent-of").arg("kind", gender);
        texts.say(&message.arg("names", names))
    });
    let others = [
        (Bond::Foster, "kin-parent-foster"),
        (Bond::Step, "kin-parent-step"),
        (Bond::Guardian, "kin-parent-guardian"),
        (Bond::Donor, "kin-parent-donor"),
    ];
    let others = others.into_iter().filter_map(|(bond, word)| {
        let word = texts.say(&Message::new(word).arg("gender", gender));
        let message = Message::new("kin-of").arg("word", word).arg("of", of(&[bond])?);
        Some(texts.say(&message))
    });
    let all: Vec<String> = own.into_iter().chain(others).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Of who has no children: "zus van Kim en Danny, partner van Henk".
fn beside_words(context: &PanelContext<'_>, id: &PersonId) -> Option<String> {
    let PanelContext { map, texts, .. } = context;
    let of = |word: &'static str, people: &[PersonId]| {
        let word = texts.say(&Message::new(word).arg("gender", gender_code(map, id)));
        let names: Vec<String> = people.iter().map(|it| context.name(it)).collect();
        let message = Message::new("kin-of").arg("word", word).arg("of", texts.listed(&names));
        (!names.is_empty()).then(|| texts.say(&message))
    };
    let home = map.home_union(id).into_iter().flat_map(|(_, it)| &it.children);
    let is_own = |it: &&Child| matches!(it.bond, Bond::Birth | Bond::Adopted);
    let holds_facts = |it: &&PersonId| map.person(it).is_some_and(|it| it.holds_facts());
    let own = home.clone().filter(is_own).any(|it| it.person == *id);
    let siblings = home.filter(is_own).map(|it| &it.person).filter(|it| own && *it != id);
    let mut siblings: Vec<PersonId> = siblings.filter(holds_facts).cloned().collect();
    siblings.sort_by_cached_key(|it| eldest_first(map, it));
    // Who is widowed has no ex.
    let is_apart = |it: &Union| it.is_over() && it.ending != Some(Ending::Death);
    let partners = |apart: bool| -> Vec<PersonId> {
        let unions = map.unions_of(id).filter(|(_, it)| is_apart(it) == apart);
        unions.filter_map(|(_, it)| it.other_partner(id).cloned()).collect()
    };
    let all = [
        of("kin-sibling", &siblings),
        of("kin-partner", &partners(false)),
        of("kin-ex", &partners(true)),
    ];
    let all: Vec<String> = all.into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn gender_code(map: &FamilyMap, id: &PersonId) -> &'static str {
    match map.person(id).map(|it| it.gender) {
        Some(Gender::Woman) => "woman",
        Some(Gender::Man) => "man",
        _ => "other",
    }
}

/// By day of birth; who has none keeps the place behind the others.
fn eldest_first(map: &FamilyMap, id: &PersonId) -> (bool, Option<Date>) {
    let born = map.person(id).and_then(|it| it.birth).map(PartialDate::main_date);
    (born.is_none(), born)
}

fn names(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let fields =
        [(PersonField::Name, "person-name"), (PersonField::BirthName, "person-birth-name")];
    for (field, label) in fields {
        let field = (Field::Person(id.clone(), field), context.texts.get(label));
        map_field(ui, context, typing, field, Long::No, actions);
    }
}

fn dates(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, person): (&PersonId, &Person),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let words = match person.life {
        LifeCourse::Born => "person-born",
        LifeCourse::Pregnancy => "person-due",
        LifeCourse::Miscarriage | LifeCourse::Stillbirth | LifeCourse::Abortion => "person-lost",
    };
    let born = (Field::Person(id.clone(), PersonField::Born), texts.get(words));
    map_field(ui, context, typing, born, Long::No, actions);
    if !person.holds_facts() {
        let died = Field::Person(id.clone(), PersonField::Died);
        // Of a child that was lost the day of its death may be another than that of its birth.
        let is_asked = matches!(person.life, LifeCourse::Miscarriage | LifeCourse::Stillbirth);
        if is_asked || person.is_dead() || context.map.unread(&died).is_some() {
            map_field(
                ui,
                context,
                typing,
                (died, texts.get("person-lost-died")),
                Long::No,
                actions,
            );
        }
        return;
    }
    let dead = person.is_dead();
    let options = [(false, texts.get("person-living")), (true, texts.get("person-dead"))];
    ui.add_space(4.0);
    let vital = match choice(ui, context.theme, Some(dead), &options) {
        Some(true) if !dead => Some(Vital::Dead(None)),
        Some(false) if dead => Some(Vital::Living),
        _ => None,
    };
    if let Some(vital) = vital {
        actions.push(Action::Edit(EditAction::Do(Command::EditPerson(
            id.clone(),
            PersonEdit::Vital(vital),
        ))));
    }
    if dead {
        let died = (Field::Person(id.clone(), PersonField::Died), texts.get("person-died"));
        map_field(ui, context, typing, died, Long::No, actions);
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

/// What kind of life this is: a row of its own where it is no usual one, else behind one button.
fn life(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, person): (&PersonId, &Person),
    edit: &mut impl FnMut(PersonEdit),
) {
    let texts = context.texts;
    if !person.holds_facts() || person.stands_for.is_some() {
        caption(ui, context.theme, texts.get("life-kind"));
        life_choice(ui, context, person, edit);
        return;
    }
    // Of a mother it would be read as a child that she lost: it is asked only of a child of whom nothing
    // is told that somebody must have lived for.
    let is_child = context.map.home_union(id).is_some();
    let has_lived = context.map.unions_of(id).next().is_some()
        || !person.entries.is_empty()
        || !person.strengths.is_empty()
        || !person.skills.is_empty();
    if !is_child || has_lived {
        return;
    }
    let words = text(texts.get("life-other"), 13.0, Weight::Regular);
    folded(ui, context.theme, ((words, "life"), Toggle::Off), |ui| {
        life_choice(ui, context, person, edit);
    });
}

/// `None`: several children of unknown number.
fn life_choice(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    person: &Person,
    edit: &mut impl FnMut(PersonEdit),
) {
    let texts = context.texts;
    let options = [
        (Some(LifeCourse::Born), texts.get("life-born")),
        (Some(LifeCourse::Pregnancy), texts.get("life-pregnancy")),
        (Some(LifeCourse::Miscarriage), texts.get("life-miscarriage")),
        (Some(LifeCourse::Stillbirth), texts.get("life-stillbirth")),
        (Some(LifeCourse::Abortion), texts.get("life-abortion")),
        (None, texts.get("life-several")),
    ];
    let now = person.stands_for.is_none().then_some(person.life);
    let chosen = choice(ui, context.theme, Some(now), &options);
    match chosen.filter(|it| *it != now) {
        Some(Some(life)) if person.stands_for.is_some() => {
            edit(PersonEdit::StandsFor(None));
            edit(PersonEdit::Life(life));
        }
        Some(Some(life)) => edit(PersonEdit::Life(life)),
        Some(None) => {
            edit(PersonEdit::Life(LifeCourse::Born));
            edit(PersonEdit::StandsFor(Some(Crowd { count: None })));
        }
        None => {}
    }
}

/// How many they are, of several children of whom no more is known.
fn how_many(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, person): (&PersonId, &Person),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    if person.stands_for.is_some() {
        let label = context.texts.get("life-how-many");
        let field = Field::Person(id.clone(), PersonField::HowMany);
        map_field(ui, context, typing, (field, label), Long::No, actions);
    }
}

/// One egg or two, of somebody who was born together with others.
fn twins(ui: &mut Ui, context: &PanelContext<'_>, id: &PersonId, actions: &mut Vec<Action>) {
    let Some((twins_id, twins)) = context.map.twins_of(id) else { return };
    let (texts, theme) = (context.texts, context.theme);
    let others: Vec<String> =
        twins.people.iter().filter(|it| *it != id).map(|it| context.name(it)).collect();
    let message = Message::new("person-twin-of").arg("names", texts.listed(&others));
    caption(ui, theme, texts.say(&message));
    let options = [
        (TwinKind::Identical, texts.get("twin-identical")),
        (TwinKind::Fraternal, texts.get("twin-fraternal")),
        (TwinKind::Unknown, texts.get("gender-unknown")),
    ];
    if let Some(kind) = choice(ui, theme, Some(twins.kind), &options)
        && kind != twins.kind
    {
        let twins = Twins { kind, people: twins.people.clone() };
        actions.push(Action::Edit(EditAction::Do(Command::PutTwins(twins_id.clone(), twins))));
    }
}

fn focus_button(ui: &mut Ui, context: &PanelContext<'_>, id: &PersonId, actions: &mut Vec<Action>) {
    let focus = &context.map.focus;
    let is_focus = focus.contains(id);
    let words = context.texts.get(if is_focus { "do-focus-off" } else { "do-focus-on" });
    if wide_button(ui, context.theme, "user", &words).clicked() {
        let mut people = focus.clone();
        if is_focus {
            people.retain(|person| person != id);
        } else {
            people.push(id.clone());
        }
        actions.push(Action::Edit(EditAction::Do(Command::SetFocus(people))));
    }
}
