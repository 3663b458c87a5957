//! Who belongs to somebody, and how: a partner, a child, a brother or sister, parents. Found by name, or
//! tapped on the map; a name that is not on it can be added.

use egui::Ui;

use super::children::bond_words;
use super::line::{Choice, Typed, everybody, field, pick};
use super::union_words;
use crate::document::Parentage;
use crate::fonts::Weight;
use crate::i18n::{Message, Texts};
use crate::model::{Bond, PersonId, would_loop};
use crate::ui::action::{Whom, join};
use crate::ui::context::PanelContext;
use crate::ui::derived::Derived;
use crate::ui::fonts::text;
use crate::ui::session::KinDraft;
use crate::ui::style::color;
use crate::ui::terms::Kin;
use crate::ui::widgets::{caption, choice, wide_button};
use crate::ui::{Action, EditAction, LookAction};

/// Shows what is asked of who belongs to somebody.
pub(in crate::ui) fn kin_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    derived: &Derived,
    draft: &mut KinDraft,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let (theme, texts) = (context.theme, context.texts);
    let of = draft.of.clone();
    let title = if draft.kin == Kin::Asked { "related-title" } else { "join-title" };
    let title = Message::new(title).arg("name", context.name(&of));
    ui.label(text(texts.say(&title), 22.0, Weight::Bold).color(color(theme.ink)));
    ways(ui, context, draft);
    ui.add_space(4.0);
    let keys = field(ui, &mut draft.find, &texts.get("join-who"));
    let choices = choices(context, derived, draft);
    pick(ui, context, (&mut draft.find, keys), &choices, &mut actions);
    ui.add_space(8.0);
    let is_left = wide_button(ui, theme, "x", &texts.get("join-cancel")).clicked();
    if is_left || keys == Some(Typed::Escape) {
        actions.push(Action::Look(LookAction::Kin(None)));
    }
    actions
}

/// As what: a row of choices, and for parents a second one.
fn ways(ui: &mut Ui, context: &PanelContext<'_>, draft: &mut KinDraft) {
    let (theme, texts) = (context.theme, context.texts);
    let of = &draft.of;
    if draft.kin == Kin::Asked {
        return;
    }
    let home = context.map.home_union(of).map(|(_, it)| it);
    let known = home.filter(|it| !it.partners.is_empty());
    // A hasty tap never throws out the parents who are there.
    let bond = if known.is_some() { Bond::Foster } else { Bond::Birth };
    let parents = Parentage::AsWell(bond);
    let options = [
        (0, texts.get("join-sibling")),
        (1, texts.get("join-partner")),
        (2, texts.get("join-child")),
        (3, texts.get("join-parents")),
    ];
    let at = match draft.kin {
        Kin::Sibling => 0,
        Kin::Partner => 1,
        Kin::Child => 2,
        Kin::Parents(_) | Kin::Asked => 3,
    };
    let kinds = [Kin::Sibling, Kin::Partner, Kin::Child, Kin::Parents(parents)];
    let chosen = choice(ui, theme, Some(at), &options).filter(|it| *it != at);
    if let Some(kin) = chosen.and_then(|it| kinds.get(it)) {
        draft.kin = *kin;
        draft.find.wants_focus = true;
    }
    let Kin::Parents(parentage) = draft.kin else { return };
    let instead = known.map(|it| {
        let message = Message::new("join-instead").arg("parents", union_words::title(context, it));
        (Parentage::Instead, texts.say(&message))
    });
    let as_well = Bond::ALL.map(|bond| (Parentage::AsWell(bond), parents_words(texts, bond)));
    let options: Vec<_> = as_well.into_iter().chain(instead).collect();
    caption(ui, theme, texts.get("join-how"));
    if let Some(parentage) = choice(ui, theme, Some(parentage), &options) {
        draft.kin = Kin::Parents(parentage);
        draft.find.wants_focus = true;
    }
}

/// Who can be chosen: couples first where parents are asked; last, somebody new.
fn choices(context: &PanelContext<'_>, derived: &Derived, draft: &KinDraft) -> Vec<Choice> {
    let (of, kin) = (&draft.of, draft.kin);
    let typed = draft.find.typed.trim();
    let row = |words, whom: &Whom| {
        join(of, kin, whom).map(|action| Choice { sample: None, words, action })
    };
    let mut choices = Vec::new();
    if matches!(kin, Kin::Parents(_)) {
        let couples = context.map.unions.iter().filter(|(_, it)| {
            it.partners.len() == 2
                && it.child(of).is_none()
                && !it.partners.iter().any(|id| id == of || would_loop(context.map, of, id))
        });
        let wanted = typed.to_lowercase();
        let named = couples.map(|(id, it)| (union_words::title(context, it), id));
        let mut named: Vec<_> =
            named.filter(|(words, _)| words.to_lowercase().contains(&wanted)).collect();
        named.sort();
        choices.extend(named.into_iter().filter_map(|(it, id)| row(it, &Whom::Union(id.clone()))));
    }
    let people = everybody(context, derived, typed);
    let is_there = people.iter().any(|(id, _)| context.name(id).eq_ignore_ascii_case(typed));
    let fits = |id: &PersonId| match kin {
        Kin::Parents(_) => !would_loop(context.map, of, id),
        Kin::Child => !would_loop(context.map, id, of),
        Kin::Partner | Kin::Sibling | Kin::Asked => true,
    };
    let people = people.into_iter().filter(|(id, _)| fits(id));
    // Kin words are those of the main person: beside this question they would answer it wrongly.
    let is_of_focus = kin != Kin::Asked && context.map.focus.contains(of);
    let people = people.map(|(id, words)| {
        let words = if is_of_focus { words } else { with_birth(context, &id) };
        (id, words)
    });
    choices.extend(people.filter_map(|(id, words)| row(words, &Whom::Person(id))));
    if !typed.is_empty() && !is_there && kin != Kin::Asked {
        let message = Message::new("join-new").arg("name", typed);
        let action = Action::Edit(EditAction::AddKin(of.clone(), kin, typed.to_owned()));
        choices.push(Choice { sample: None, words: context.texts.say(&message), action });
    }
    choices
}

/// "Anja, 1981".
fn with_birth(context: &PanelContext<'_>, id: &PersonId) -> String {
    let birth = context.map.person(id).and_then(|it| it.birth);
    let year = birth.map(|it| it.to_string());
    std::iter::once(context.name(id)).chain(year).collect::<Vec<_>>().join(", ")
}

fn parents_words(texts: Texts, bond: Bond) -> String {
    match bond {
        Bond::Birth => texts.get("join-by-birth"),
        Bond::Adopted => texts.get("join-adoptive"),
        Bond::Foster => texts.get("join-foster"),
        Bond::Step => texts.get("join-step"),
        Bond::Guardian | Bond::Donor => bond_words(texts, bond),
    }
}
