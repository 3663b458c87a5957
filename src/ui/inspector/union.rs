//! One union: what kind of bond, from when, until when, and the children's bonds.

use egui::Ui;

use super::children::children;
use super::entry::entries;
use super::notes::{For, more_notes};
use super::strength::strengths;
use super::union_words::title;
use crate::document::{Command, UnionEdit};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Bearer, Ending, Field, Subject, Union, UnionField, UnionId, UnionKind};
use crate::scene::union_kind;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::color;
use crate::ui::typing::{Typing, key_of};
use crate::ui::widgets::{caption, choice, wide_button};
use crate::ui::writing::{Long, map_field};
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
    // Of a parent alone nobody asks how long it went well; what a file says of that stays to be seen.
    let is_lone = union.partners.len() < 2 && union.from.or(union.until).is_none();
    if is_lone && union.ending.is_none() {
        caption(ui, theme, texts.get("union-lone"));
    } else {
        course(ui, context, (id, union), typing, actions);
    }
    children(ui, context, id, typing, actions);
    entries(ui, context, &Bearer::Union(id.clone()), typing, actions);
    strengths(ui, context, &Bearer::Union(id.clone()), typing, actions);
    ui.add_space(8.0);
    let notes = (Field::Union(id.clone(), UnionField::Notes), texts.get("person-notes"));
    map_field(ui, context, typing, notes, Long::Yes, actions);
    let put = |notes| Command::EditUnion(id.clone(), UnionEdit::Notes(notes));
    let of = (id.as_str(), union.notes.as_slice(), For::All);
    more_notes(ui, context, typing, of, put, actions);
    ui.add_space(16.0);
    partners_out(ui, context, (id, union), actions);
    if wide_button(ui, theme, "trash", &texts.get("union-remove")).clicked() {
        actions.push(Action::Edit(EditAction::Remove(Subject::Union(id.clone()))));
    }
}

/// What kind of couple they are, from when, and whether it is over.
fn course(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, union): (&UnionId, &Union),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    let edit = |edit: UnionEdit| Action::Edit(EditAction::Do(Command::EditUnion(id.clone(), edit)));
    caption(ui, theme, texts.get("union-kind"));
    let kinds = UnionKind::ALL.map(|kind| (kind, union_kind(kind, texts)));
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
    // Of a couple of whom one died nobody said that it is not over.
    let is_open = union.ending.is_none() && context.map.first_death_in(union).is_some();
    let now = (!is_open).then_some(union.ending);
    if let Some(ending) = choice(ui, theme, now, &endings)
        && ending != union.ending
    {
        let died = context.map.first_death_in(union).filter(|_| ending == Some(Ending::Death));
        let until = union.until.or(died);
        actions.push(edit(UnionEdit::End(ending, until.filter(|_| ending.is_some()))));
    }
    ends(ui, context, (id, union), typing, actions);
}

/// Until when it was, and since when again: asked once it is said to be over.
fn ends(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, union): (&UnionId, &Union),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let fields =
        [(UnionField::Until, "union-until"), (UnionField::TogetherAgain, "union-together-again")];
    let fields = fields.map(|(field, words)| (Field::Union(id.clone(), field), words));
    // A field stays while the caret is in it, and where something stands that is not understood.
    let is_open = |it: &Field| context.map.unread(it).is_some() || typing.is_in(&key_of(it));
    let is_said = union.ending.is_some() || union.until.is_some() || union.together_again.is_some();
    if !is_said && !fields.iter().any(|(it, _)| is_open(it)) {
        return;
    }
    // Whoever died does not come back together with anybody.
    let by_death = union.ending == Some(Ending::Death) && union.together_again.is_none();
    let asked = fields
        .into_iter()
        .filter(|(it, words)| *words != "union-together-again" || !by_death || is_open(it));
    let asked: Vec<_> = asked.collect();
    ui.columns(2, |columns| {
        for (ui, (field, words)) in columns.iter_mut().zip(asked) {
            let field = (field, context.texts.get(words));
            map_field(ui, context, typing, field, Long::No, actions);
        }
    });
}

/// Takes one of the two out of the couple; a sentence says what stays.
fn partners_out(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, union): (&UnionId, &Union),
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    for who in &union.partners {
        let Some(other) = union.other_partner(who) else { continue };
        let say = |words| {
            let message = Message::new(words).arg("who", context.name(who));
            message.arg("other", context.name(other))
        };
        let label = texts.say(&say("union-partner-out"));
        if wide_button(ui, context.theme, "user", &label).clicked() {
            let stays = say(if union.children.is_empty() {
                "union-partner-out-alone"
            } else {
                "union-partner-out-children"
            });
            let command = Command::RemovePartner(id.clone(), who.clone());
            actions.push(Action::Edit(EditAction::DoAndTell(stays, command)));
        }
    }
}
