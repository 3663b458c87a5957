//! One union: what kind of bond, from when, until when, and the children's bonds.

use egui::Ui;

use super::PanelContext;
use super::entry::entries;
use super::field::{caption, choice, color, section, wide_button};
use super::strength::strengths;
use crate::document::{ChildOf, Command, UnionEdit};
use crate::fonts::Weight;
use crate::i18n::{Message, Texts};
use crate::model::{
    Bearer, Bond, Child, Ending, Field, Subject, Union, UnionField, UnionId, UnionKind,
};
use crate::ui::fonts::text;
use crate::ui::writing::{Long, Typing, key_of, map_field};
use crate::ui::{Action, EditAction};

/// Shows the union called `id`, if still on the map.
pub(super) fn union_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &UnionId,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let Some(union) = context.map.union(id) else { return };
    let (texts, theme) = (context.texts, context.theme);
    ui.label(text(title(context, union), 22.0, Weight::Bold).color(color(theme.ink)));
    let edit = |edit: UnionEdit| Action::Edit(EditAction::Do(Command::EditUnion(id.clone(), edit)));

    caption(ui, theme, texts.get("union-kind"));
    let kinds = UnionKind::ALL.map(|kind| (kind, kind_words(texts, kind)));
    if let Some(kind) = choice(ui, theme, Some(union.kind), &kinds)
        && kind != union.kind
    {
        actions.push(edit(UnionEdit::Kind(kind)));
    }
    let from = (Field::Union(id.clone(), UnionField::From), texts.get("union-from"));
    map_field(ui, context, typing, from, Long::No, actions);
    caption(ui, theme, texts.get("union-ending"));
    let endings = [
        (None, texts.get("ending-none")),
        (Some(Ending::Separated), texts.get("ending-separated")),
        (Some(Ending::Divorced), texts.get("ending-divorced")),
        (Some(Ending::Death), texts.get("ending-death")),
    ];
    if let Some(ending) = choice(ui, theme, Some(union.ending), &endings)
        && ending != union.ending
    {
        actions.push(edit(UnionEdit::End(ending, union.until.filter(|_| ending.is_some()))));
    }
    let until = Field::Union(id.clone(), UnionField::Until);
    let is_said = union.ending.is_some() || union.until.is_some();
    // The field stays while the caret is in it.
    if is_said || context.map.unread(&until).is_some() || typing.is_in(&key_of(&until)) {
        let field = (until, texts.get("union-until"));
        map_field(ui, context, typing, field, Long::No, actions);
    }
    let again = Field::Union(id.clone(), UnionField::TogetherAgain);
    if union.together_again.is_some()
        || context.map.unread(&again).is_some()
        || typing.is_in(&key_of(&again))
    {
        let field = (again, texts.get("union-together-again"));
        map_field(ui, context, typing, field, Long::No, actions);
    }
    children(ui, context, id, union, actions);
    entries(ui, context, &Bearer::Union(id.clone()), typing, actions);
    strengths(ui, context, &Bearer::Union(id.clone()), typing, actions);
    ui.add_space(16.0);
    if wide_button(ui, theme, "trash", &texts.get("union-remove")).clicked() {
        actions.push(Action::Edit(EditAction::Remove(Subject::Union(id.clone()))));
    }
}

fn title(context: &PanelContext<'_>, union: &Union) -> String {
    match union.partners.as_slice() {
        [] => context.texts.get("union-title-none"),
        [one] => context.name(one),
        [a, b, ..] => {
            let message = Message::new("union-title-two");
            context.texts.say(&message.arg("a", context.name(a)).arg("b", context.name(b)))
        }
    }
}

fn children(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &UnionId,
    union: &Union,
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    section(ui, theme, texts.get("union-children"));
    for child in &union.children {
        caption(ui, theme, context.name(&child.person));
        let bonds = Bond::ALL.map(|bond| (bond, bond_words(texts, bond)));
        ui.push_id(&child.person, |ui| {
            if let Some(bond) = choice(ui, theme, Some(child.bond), &bonds)
                && bond != child.bond
            {
                let child = Child { bond, ..child.clone() };
                actions.push(Action::Edit(EditAction::Do(Command::PutChild(id.clone(), child))));
            }
        });
    }
    if wide_button(ui, theme, "plus", &texts.get("union-add-child")).clicked() {
        actions.push(Action::Edit(EditAction::AddChild(ChildOf::Union(id.clone()), Bond::Birth)));
    }
}

fn kind_words(texts: Texts, kind: UnionKind) -> String {
    texts.get(match kind {
        UnionKind::Married => "union-married",
        UnionKind::Registered => "union-registered",
        UnionKind::LivingTogether => "union-living-together",
        UnionKind::LivingApart => "union-living-apart",
        UnionKind::Engaged => "union-engaged",
        UnionKind::Relationship => "union-relationship",
        UnionKind::Brief => "union-brief",
    })
}

fn bond_words(texts: Texts, bond: Bond) -> String {
    texts.get(match bond {
        Bond::Birth => "bond-birth",
        Bond::Adopted => "bond-adopted",
        Bond::Foster => "bond-foster",
        Bond::Step => "bond-step",
        Bond::Guardian => "bond-guardian",
        Bond::Donor => "bond-donor",
    })
}
