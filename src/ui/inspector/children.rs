//! The children of a union: a row each; one of them opens in place with how the child belongs to these
//! parents.

use egui::{Ui, vec2};

use super::union_words::title;
use crate::document::{ChildOf, Command};
use crate::i18n::{Message, Texts};
use crate::model::{Bond, BondWith, Child, Field, PersonId, StayField, Subject, Union, UnionId};
use crate::ui::context::PanelContext;
use crate::ui::style::color;
use crate::ui::terms::Detail;
use crate::ui::typing::{Typing, key_of};
use crate::ui::widgets::{
    Toggle, caption, chip, choice, marked_card, open_card, section, wide_button,
};
use crate::ui::writing::{Long, map_field};
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
            continue;
        }
        let bond = how(context, union, child);
        let row = marked_card(ui, context, look, (&name, &bond), None);
        typing.row_of(&detail, &row);
        if row.clicked() {
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
    let put = |child: Child, actions: &mut Vec<Action>| {
        actions.push(Action::Edit(EditAction::Do(Command::PutChild(id.clone(), child))));
    };
    if child.with.is_empty() {
        caption(ui, theme, texts.say(&Message::new("child-bond").arg("who", &who)));
        if let Some(bond) = bond_choice(ui, context, child.bond) {
            put(Child { bond, ..child.clone() }, actions);
        }
        let field = |end| Field::Child(id.clone(), child.person.clone(), end);
        // Whoever was born to them came with that.
        let is_said = |end| {
            let field = field(end);
            context.map.unread(&field).is_some() || typing.is_in(&key_of(&field))
        };
        let is_dated = child.from.or(child.until).is_some();
        if child.bond != Bond::Birth
            || is_dated
            || [StayField::From, StayField::Until].into_iter().any(is_said)
        {
            stay(ui, context, (&who, field), typing, actions);
        }
    } else {
        for parent in &union.partners {
            with_one(ui, context, (id, child, parent), typing, actions);
        }
    }
    let on = Toggle::from(!child.with.is_empty());
    if let [_, second] = union.partners.as_slice()
        && chip(ui, theme, &texts.get("child-bond-each"), on).clicked()
    {
        let mut child = child.clone();
        if child.with.is_empty() {
            let own = BondWith { bond: child.bond, from: child.from, until: child.until };
            child.with.insert(second.clone(), own);
        } else {
            child.with.clear();
        }
        put(child, actions);
    }
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

/// How the child belongs to one of its parents, and since when.
fn with_one(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, child, parent): (&UnionId, &Child, &PersonId),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let who = context.name(&child.person);
    let other = context.name(parent);
    let question = Message::new("child-bond-with").arg("who", &who).arg("parent", &other);
    caption(ui, context.theme, context.texts.say(&question));
    ui.push_id(parent.as_str(), |ui| {
        let own = child.with.contains_key(parent);
        if let Some(bond) = bond_choice(ui, context, child.bond_with(parent)) {
            let mut child = child.clone();
            match child.with.get_mut(parent) {
                Some(own) => own.bond = bond,
                None => child.bond = bond,
            }
            actions.push(Action::Edit(EditAction::Do(Command::PutChild(id.clone(), child))));
        }
        let (id, child) = (id.clone(), child.person.clone());
        let field = |end| match own {
            true => Field::ChildWith(id.clone(), child.clone(), parent.clone(), end),
            false => Field::Child(id.clone(), child.clone(), end),
        };
        stay(ui, context, (&format!("{who}, {other}"), field), typing, actions);
    });
}

/// The bonds to choose from; the other one that was tapped.
fn bond_choice(ui: &mut Ui, context: &PanelContext<'_>, now: Bond) -> Option<Bond> {
    let bonds = Bond::ALL.map(|bond| (bond, bond_words(context.texts, bond)));
    choice(ui, context.theme, Some(now), &bonds).filter(|bond| *bond != now)
}

/// Since when and until when, side by side.
fn stay(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (who, field): (&str, impl Fn(StayField) -> Field),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    ui.columns(2, |columns| {
        let ends = [(StayField::From, "child-from"), (StayField::Until, "child-until")];
        for (ui, (end, words)) in columns.iter_mut().zip(ends) {
            let label = context.texts.say(&Message::new(words).arg("who", who));
            map_field(ui, context, typing, (field(end), label), Long::No, actions);
        }
    });
}

/// How a child belongs to its parents, in words: one for both, or one for each.
pub(super) fn how(context: &PanelContext<'_>, union: &Union, child: &Child) -> String {
    if child.with.is_empty() {
        return bond_words(context.texts, child.bond);
    }
    let each = union.partners.iter().map(|parent| {
        let bond = bond_words(context.texts, child.bond_with(parent));
        let message = Message::new("bond-with").arg("bond", bond);
        context.texts.say(&message.arg("parent", context.name(parent)))
    });
    each.collect::<Vec<_>>().join(", ")
}

/// Puts a child before or after the one beside it: the order told counts where years are not known.
/// Where they are, nothing would move: it is said why instead.
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
    let born = |id: &PersonId| Some(context.map.person(id)?.birth?.main_date());
    let own = born(&child.person);
    let mut by_age = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let mut offer = |words: &'static str, to: Option<usize>| {
            let other = to.and_then(|to| union.children.get(to));
            let Some((to, other)) = to.zip(other) else { return };
            if own.zip(born(&other.person)).is_some_and(|(own, other)| own != other) {
                by_age = true;
                return;
            }
            let message = Message::new(words).arg("other", context.name(&other.person));
            if chip(ui, context.theme, &context.texts.say(&message), Toggle::Off).clicked() {
                let command = Command::MoveChild(id.clone(), child.person.clone(), to);
                actions.push(Action::Edit(EditAction::Do(command)));
            }
        };
        offer("child-before", at.checked_sub(1));
        offer("child-after", at.checked_add(1));
    });
    if by_age {
        caption(ui, context.theme, context.texts.get("child-by-age"));
    }
}

/// A bond in words.
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
