//! One household: what it is called, since when, who lives there and since when, what is going on.

use egui::{Ui, vec2};

use super::entry::entries;
use super::goal::goals;
use super::notes::{For, more_notes};
use super::somebody::somebody;
use super::strength::strengths;
use super::support::helpers;
use crate::document::Command;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{
    Bearer, Field, Household, HouseholdField, HouseholdId, Housemate, PersonId, StayField, Subject,
    Supported, Whose,
};
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::color;
use crate::ui::typing::{Typing, key_of};
use crate::ui::widgets::{Toggle, caption, chip, folded, icon_chip, section, wide_button};
use crate::ui::writing::{Long, map_field};
use crate::ui::{Action, EditAction, HomeAction, homes};

/// Shows the household called `id`, if still on the map.
pub(super) fn household_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &HouseholdId,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let Some(home) = context.map.households.get(id) else { return };
    let (texts, theme) = (context.texts, context.theme);
    let title = homes::name(context, home);
    ui.label(text(title, 22.0, Weight::Bold).color(color(theme.ink)));
    let n = home.housemates_on(context.today).count();
    caption(ui, theme, texts.say(&Message::new("household-people").count("n", n)));
    let field = |field| Field::Household(id.clone(), field);
    let label = (field(HouseholdField::Name), texts.get("household-name"));
    map_field(ui, context, typing, label, Long::No, actions);
    members(ui, context, (id, home), actions);
    elsewhere(ui, context, (id, home));
    ui.columns(2, |columns| {
        let ends =
            [(HouseholdField::From, "household-from"), (HouseholdField::Until, "household-until")];
        for (ui, (end, words)) in columns.iter_mut().zip(ends) {
            let label = (field(end), texts.get(words));
            map_field(ui, context, typing, label, Long::No, actions);
        }
    });
    stays(ui, context, (id, home), typing, actions);
    things(ui, context, id, typing, actions);
    ui.add_space(8.0);
    let label = (field(HouseholdField::Notes), texts.get("person-notes"));
    map_field(ui, context, typing, label, Long::Yes, actions);
    let put = |notes| {
        let home = Household { notes, ..Household::clone(home) };
        Command::PutHousehold(id.clone(), Box::new(home))
    };
    let of = (id.as_str(), home.notes.as_slice(), For::All);
    more_notes(ui, context, typing, of, put, actions);
    ui.add_space(16.0);
    if wide_button(ui, theme, "trash", &texts.get("household-remove")).clicked() {
        actions.push(Action::Edit(EditAction::Remove(Subject::Household(id.clone()))));
    }
    caption(ui, theme, texts.get("household-remove-hint"));
    ui.add_space(16.0);
}

/// "Wie woont hier": a tap takes somebody out or puts somebody in.
fn members(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, home): (&HouseholdId, &Household),
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    section(ui, theme, texts.get("household-members"));
    let put = |members: Vec<Housemate>| {
        let home = Household { members, ..home.clone() };
        Action::Edit(EditAction::Do(Command::PutHousehold(id.clone(), Box::new(home))))
    };
    let with = |people: &[PersonId]| {
        let new = people.iter().map(|person| Housemate {
            person: person.clone(),
            from: None,
            until: None,
        });
        put(home.members.iter().cloned().chain(new).collect())
    };
    let suggested = homes::suggested(context, home);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for mate in &home.members {
            let look = ("check", theme.accent);
            if icon_chip(ui, theme, look, &context.name(&mate.person), Toggle::On).clicked() {
                let rest = home.members.iter().filter(|it| it.person != mate.person);
                actions.push(put(rest.cloned().collect()));
            }
        }
        for person in &suggested {
            let look = ("plus", theme.accent);
            if icon_chip(ui, theme, look, &context.name(person), Toggle::Off).clicked() {
                actions.push(with(std::slice::from_ref(person)));
            }
        }
        if 1 < suggested.len()
            && chip(ui, theme, &texts.get("household-all"), Toggle::Off).clicked()
        {
            actions.push(with(&suggested));
        }
    });
    let words = text(texts.get("household-others"), 13.0, Weight::Regular);
    folded(ui, context.theme, ((words, ("household-others", id.as_str())), Toggle::Off), |ui| {
        let taken = |it: &PersonId| {
            suggested.contains(it) || home.members.iter().any(|mate| mate.person == *it)
        };
        if let Some(person) = somebody(ui, context, id.as_str(), taken) {
            actions.push(with(&[person]));
        }
    });
}

/// "Noa woont ook bij Jordy."
fn elsewhere(ui: &mut Ui, context: &PanelContext<'_>, (id, home): (&HouseholdId, &Household)) {
    for mate in home.housemates_on(context.today) {
        let others = context.map.households.iter();
        let others =
            others.filter(|(other, it)| *other != id && it.houses(&mate.person, context.today));
        for (_, other) in others {
            let with = Household {
                members: other
                    .members
                    .iter()
                    .filter(|it| it.person != mate.person)
                    .cloned()
                    .collect(),
                ..Household::clone(other)
            };
            let message = Message::new("household-also")
                .arg("who", context.name(&mate.person))
                .arg("home", homes::name(context, &with));
            let words = context.texts.say(&message);
            ui.add(
                egui::Label::new(
                    text(words, 13.0, Weight::Regular).color(color(context.theme.soft_ink)),
                )
                .wrap(),
            );
        }
    }
}

/// Since when everybody lives there, and until when.
fn stays(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, home): (&HouseholdId, &Household),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let field = |mate: &Housemate, end| Field::Housemate(id.clone(), mate.person.clone(), end);
    let is_said = |mate: &Housemate| {
        let is_open = |end| {
            let field = field(mate, end);
            context.map.unread(&field).is_some() || typing.is_in(&key_of(&field))
        };
        mate.from.is_some() || mate.until.is_some() || StayField::ALL.iter().any(|it| is_open(*it))
    };
    let is_open = home.members.iter().any(is_said);
    let words = text(texts.get("household-stays"), 13.0, Weight::Regular);
    let header = (words, ("household-stays", id.as_str()));
    folded(ui, context.theme, (header, Toggle::from(is_open)), |ui| {
        for mate in &home.members {
            let who = context.name(&mate.person);
            caption(ui, context.theme, who.clone());
            ui.columns(2, |columns| {
                let ends = [
                    (StayField::From, "household-stay-from"),
                    (StayField::Until, "household-stay-until"),
                ];
                for (ui, (end, words)) in columns.iter_mut().zip(ends) {
                    let label = texts.say(&Message::new(words).arg("who", &who));
                    map_field(ui, context, typing, (field(mate, end), label), Long::No, actions);
                }
            });
            let words = texts.say(&Message::new("household-another").arg("who", &who));
            if chip(ui, context.theme, &words, Toggle::Off).clicked() {
                actions.push(Action::Edit(EditAction::Home(HomeAction::Add(mate.person.clone()))));
            }
        }
    });
}

/// What is going on in this house, what goes well and what they want.
fn things(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &HouseholdId,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let bearer = Bearer::Household(id.clone());
    entries(ui, context, &bearer, typing, actions);
    strengths(ui, context, &bearer, typing, actions);
    helpers(ui, context, &Supported::Household(id.clone()), actions);
    goals(ui, context, &Whose::Household(id.clone()), typing, actions);
}
