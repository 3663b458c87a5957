//! The children of a union: a row each; one of them opens in place with how the child belongs to these
//! parents.

use egui::{Ui, vec2};

use super::PanelContext;
use super::field::{
    Toggle, caption, chip, choice, color, marked_card, open_card, section, wide_button,
};
use super::union::title;
use crate::document::{ChildOf, Command};
use crate::i18n::{Message, Texts};
use crate::model::{Bond, Child, Field, StayField, Subject, Union, UnionId};
use crate::ui::session::Detail;
use crate::ui::writing::{Long, Typing, map_field};
use crate::ui::{Action, EditAction, LookAction};

/// "Kinderen": whoever stands under this union, in the order in which they were told.
pub(super) fn children(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &UnionId,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let Some(union) = context.map.union(id) else { return };
    let (texts, theme) = (context.texts, context.theme);
    section(ui, theme, texts.get("union-children"));
    let look = ("baby", color(theme.accent));
    for child in &union.children {
        let name = context.name(&child.person);
        let detail = Detail::Child(id.clone(), child.person.clone());
        if context.detail == Some(&detail) {
            open_card(ui, context, look, &name, actions, |ui, actions| {
                child_fields(ui, context, (id, union, child), typing, actions);
            });
        } else if marked_card(ui, context, look, (&name, &bond_words(texts, child.bond)), None)
            .clicked()
        {
            actions.push(Action::Look(LookAction::OpenDetail(Some(detail))));
        }
    }
    if wide_button(ui, theme, "plus", &texts.get("union-add-child")).clicked() {
        actions.push(Action::Edit(EditAction::AddChild(ChildOf::Union(id.clone()), Bond::Birth)));
    }
}

/// The bond, since when, the place in the row, and the way out.
fn child_fields(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, union, child): (&UnionId, &Union, &Child),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    let who = context.name(&child.person);
    caption(ui, theme, texts.say(&Message::new("child-bond").arg("who", &who)));
    let bonds = Bond::ALL.map(|bond| (bond, bond_words(texts, bond)));
    if let Some(bond) = choice(ui, theme, Some(child.bond), &bonds)
        && bond != child.bond
    {
        let child = Child { bond, ..child.clone() };
        actions.push(Action::Edit(EditAction::Do(Command::PutChild(id.clone(), child))));
    }
    ui.columns(2, |columns| {
        let ends = [(StayField::From, "child-from"), (StayField::Until, "child-until")];
        for (ui, (end, words)) in columns.iter_mut().zip(ends) {
            let label = texts.say(&Message::new(words).arg("who", &who));
            let field = Field::Child(id.clone(), child.person.clone(), end);
            map_field(ui, context, typing, (field, label), Long::No, actions);
        }
    });
    places(ui, context, (id, union, child), actions);
    ui.add_space(4.0);
    let look = texts.say(&Message::new("child-look").arg("who", &who));
    if wide_button(ui, theme, "user", &look).clicked() {
        let subject = Subject::Person(child.person.clone());
        actions.push(Action::Look(LookAction::Select(Some(subject))));
    }
    if wide_button(ui, theme, "x", &texts.get("child-unlink")).clicked() {
        let message = Message::new("child-unlinked").arg("who", who);
        let message = message.arg("parents", title(context, union));
        let command = Command::RemoveChild(id.clone(), child.person.clone());
        actions.push(Action::Edit(EditAction::DoAndTell(message, command)));
    }
}

/// Puts a child before or after the one beside it: the order told counts where years are not known.
fn places(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, union, child): (&UnionId, &Union, &Child),
    actions: &mut Vec<Action>,
) {
    let Some(at) = union.children.iter().position(|it| it.person == child.person) else { return };
    if union.children.len() < 2 {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let mut offer = |words: &'static str, to: Option<usize>| {
            let other = to.and_then(|to| union.children.get(to));
            let Some((to, other)) = to.zip(other) else { return };
            let message = Message::new(words).arg("other", context.name(&other.person));
            if chip(ui, context.theme, &context.texts.say(&message), Toggle::Off).clicked() {
                let command = Command::MoveChild(id.clone(), child.person.clone(), to);
                actions.push(Action::Edit(EditAction::Do(command)));
            }
        };
        offer("child-before", at.checked_sub(1));
        offer("child-after", at.checked_add(1));
    });
}

/// How a child belongs to its parents, in words.
pub(super) fn bond_words(texts: Texts, bond: Bond) -> String {
    texts.get(match bond {
        Bond::Birth => "bond-birth",
        Bond::Adopted => "bond-adopted",
        Bond::Foster => "bond-foster",
        Bond::Step => "bond-step",
        Bond::Guardian => "bond-guardian",
        Bond::Donor => "bond-donor",
    })
}
