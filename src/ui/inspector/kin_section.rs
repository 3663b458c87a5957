//! Whose child somebody is and with whom they are together: each one tap away.

use egui::Ui;

use super::children::how;
use super::union_words;
use crate::document::Parentage;
use crate::i18n::Message;
use crate::model::{Bond, Child, Gender, PersonId, Subject, Union, UnionId};
use crate::scene::union_state;
use crate::ui::context::PanelContext;
use crate::ui::style::color;
use crate::ui::terms::Kin;
use crate::ui::widgets::{card, section, wide_button};
use crate::ui::{Action, LookAction};

/// "Familie": a row for each set of parents and for each couple, and the ways to change them.
pub(super) fn family(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &PersonId,
    actions: &mut Vec<Action>,
) {
    let (texts, theme, map) = (context.texts, context.theme, context.map);
    section(ui, theme, texts.get("person-family"));
    let look = ("users", color(theme.accent));
    let mut go = |ui: &mut Ui, title: &str, below: &str, to: &UnionId| {
        if card(ui, theme, look, title, below).clicked() {
            let subject = Subject::Union(to.clone());
            actions.push(Action::Look(LookAction::Select(Some(subject))));
        }
    };
    for (union_id, union) in map.parent_unions(id) {
        let Some(child) = union.child(id) else { continue };
        let below = if union.partners.is_empty() {
            texts.get("person-parents-unknown")
        } else if child.with.is_empty() && child.bond == Bond::Birth {
            let one = union.partners.len() == 1;
            texts.get(if one { "person-one-parent" } else { "person-parents" })
        } else if let Some(words) = other_parents(context, union, child) {
            words
        } else {
            let bond = how(context, union, child);
            texts.say(&Message::new("person-parents-as").arg("bond", bond))
        };
        go(ui, &union_words::title(context, union), &below, union_id);
    }
    for (union_id, union) in map.unions_of(id) {
        go(ui, &with_whom(context, union, id), &union_state(union, context.texts), union_id);
    }
    let has_parents = map.home_union(id).is_some_and(|(_, it)| !it.partners.is_empty());
    let mut ask = |ui: &mut Ui, icon, words, kin| {
        if wide_button(ui, theme, icon, &texts.get(words)).clicked() {
            actions.push(Action::Look(LookAction::Kin(Some((id.clone(), kin)))));
        }
    };
    if has_parents {
        // Each says what it does: a hasty tap on a couple never throws out the parents who are there.
        ask(ui, "users", "do-other-parents", Kin::Parents(Parentage::Instead));
        ask(ui, "users", "do-more-parents", Kin::Parents(Parentage::AsWell(Bond::Foster)));
    }
    ask(ui, "link", "do-join-kin", Kin::Sibling);
    if 1 < map.people.len() {
        ask(ui, "users", "do-related", Kin::Asked);
    }
}

/// "pleegouders", or of one: "pleegvader".
fn other_parents(context: &PanelContext<'_>, union: &Union, child: &Child) -> Option<String> {
    let (one, couple) = match child.bond {
        _ if !child.with.is_empty() => return None,
        Bond::Foster => ("kin-parent-foster", "join-foster"),
        Bond::Adopted => ("kin-parent-adopted", "join-adoptive"),
        Bond::Step => ("kin-parent-step", "join-step"),
        Bond::Birth | Bond::Guardian | Bond::Donor => return None,
    };
    let [parent] = union.partners.as_slice() else { return Some(context.texts.get(couple)) };
    let gender = match context.map.person(parent).map(|it| it.gender) {
        Some(Gender::Woman) => "woman",
        Some(Gender::Man) => "man",
        _ => "other",
    };
    Some(context.texts.say(&Message::new(one).arg("gender", gender)))
}

/// "Met Jordy", or the children a lone parent has.
fn with_whom(context: &PanelContext<'_>, union: &Union, id: &PersonId) -> String {
    let message = match union.other_partner(id) {
        Some(other) => Message::new("person-with").arg("name", context.name(other)),
        None => {
            let names: Vec<String> =
                union.children.iter().map(|it| context.name(&it.person)).collect();
            Message::new("person-alone-with").arg("names", context.texts.listed(&names))
        }
    };
    context.texts.say(&message)
}
