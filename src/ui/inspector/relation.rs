//! A line between two people: which kind, who does it, since when, who says so.

use egui::Ui;

use super::entry::entries;
use super::line::{party_words, sample};
use super::notes::{For, more_notes};
use crate::catalogue::RelationKind;
use crate::document::Command;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Bearer, Field, KindId, Party, Relation, RelationField, RelationId, Subject};
use crate::scene;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::color;
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, chip, choice, wide_button};
use crate::ui::writing::{Long, map_field};
use crate::ui::{Action, EditAction, LookAction};

/// Shows the line called `id`, if still on the map.
pub(super) fn relation_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    id: &RelationId,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let Some(relation) = context.map.relations.get(id) else { return };
    let (texts, theme) = (context.texts, context.theme);
    let kind = context.catalogue.relation(relation.kind.as_str());
    let names = names(context, relation);
    let title = Message::new("union-title-two").arg("a", &names.0).arg("b", &names.1);
    ui.label(text(texts.say(&title), 22.0, Weight::Bold).color(color(theme.ink)));
    if let Some(kind) = kind {
        ui.horizontal(|ui| {
            sample(ui, context, &kind.id);
            // A row does not fold its words by itself: names may be long.
            let words = text(words(context, kind, &names), 14.5, Weight::SemiBold);
            ui.add(egui::Label::new(words).wrap());
        });
    }
    let field = |ui: &mut Ui, typing: &mut Typing, of, label, long, actions: &mut Vec<Action>| {
        let field = (Field::Relation(id.clone(), of), texts.get(label));
        map_field(ui, context, typing, field, long, actions);
    };
    field(ui, typing, RelationField::Since, "relation-since", Long::No, actions);
    field(ui, typing, RelationField::Until, "relation-until", Long::No, actions);
    direction(ui, context, (id, relation, kind), &names, actions);
    kinds(ui, context, (id, relation, kind), actions);
    field(ui, typing, RelationField::AccordingTo, "relation-according-to", Long::No, actions);
    closed(ui, context, (id, relation, kind), actions);
    entries(ui, context, &Bearer::Relation(id.clone()), typing, actions);
    field(ui, typing, RelationField::Notes, "person-notes", Long::Yes, actions);
    let put = |notes| {
        let relation = Relation { notes, ..Relation::clone(relation) };
        Command::PutRelation(id.clone(), Box::new(relation))
    };
    let of = (id.as_str(), relation.notes.as_slice(), For::All);
    more_notes(ui, context, typing, of, put, actions);
    ui.add_space(12.0);
    for party in [Party::Person(relation.from.clone()), relation.to.clone()] {
        let words = Message::new("relation-to-person").arg("name", party_words(context, &party));
        let (icon, subject) = match party {
            Party::Person(id) => ("user", Subject::Person(id)),
            Party::Support(id) => ("handshake", Subject::Support(id)),
        };
        if wide_button(ui, theme, icon, &texts.say(&words)).clicked() {
            actions.push(Action::Look(LookAction::Select(Some(subject))));
        }
    }
    if wide_button(ui, theme, "trash", &texts.get("relation-remove")).clicked() {
        actions.push(Action::Edit(EditAction::Remove(Subject::Relation(id.clone()))));
    }
    ui.add_space(16.0);
}

/// What the two are called.
fn names(context: &PanelContext<'_>, relation: &Relation) -> (String, String) {
    (context.name(&relation.from), party_words(context, &relation.to))
}

/// "Anja steunt Kim", "geen contact meer".
fn words(context: &PanelContext<'_>, kind: &RelationKind, (a, b): &(String, String)) -> String {
    if kind.is_directed() {
        scene::line_sentence(context.texts, kind, (a, b))
    } else {
        kind.words.in_lang(context.texts.lang()).to_owned()
    }
}

/// The line as it is, and its kind.
type Known<'a> = (&'a RelationId, &'a Relation, Option<&'a RelationKind>);

fn put(id: &RelationId, relation: Relation) -> Action {
    Action::Edit(EditAction::Do(Command::PutRelation(id.clone(), Box::new(relation))))
}

/// Turns it round, where it has a direction.
fn direction(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, relation, kind): Known<'_>,
    (a, b): &(String, String),
    actions: &mut Vec<Action>,
) {
    let (Some(kind), Party::Person(to)) = (kind, &relation.to) else { return };
    if !kind.is_directed() {
        return;
    }
    ui.add_space(6.0);
    let turned = scene::line_sentence(context.texts, kind, (b, a));
    let message = Message::new("relation-turn").arg("sentence", turned);
    let words = context.texts.say(&message);
    if wide_button(ui, context.theme, "arrows-left-right", &words).clicked() {
        let to = to.clone();
        let turned =
            Relation { to: Party::Person(relation.from.clone()), from: to, ..relation.clone() };
        actions.push(put(id, turned));
    }
}

fn kinds(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, relation, kind): Known<'_>,
    actions: &mut Vec<Action>,
) {
    caption(ui, context.theme, context.texts.get("relation-kind"));
    let lang = context.texts.lang();
    let rows = context.catalogue.relations().iter();
    let options: Vec<(&str, String)> =
        rows.map(|row| (row.id.as_str(), row.words.in_lang(lang).to_owned())).collect();
    let now = kind.map(|kind| kind.id.as_str());
    let chosen = choice(ui, context.theme, now, &options).filter(|it| Some(*it) != now);
    if let Some(kind) = chosen.and_then(KindId::new) {
        actions.push(put(id, Relation { kind, ..relation.clone() }));
    }
}

/// Is it closed until somebody opens it?
fn closed(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (id, relation, kind): Known<'_>,
    actions: &mut Vec<Action>,
) {
    let is_closed_at = |sensitive: Option<bool>| {
        kind.map_or_else(|| sensitive.unwrap_or_default(), |kind| kind.is_closed(sensitive))
    };
    let is_closed = is_closed_at(relation.sensitive);
    ui.add_space(8.0);
    let words = context.texts.get("relation-closed");
    if chip(ui, context.theme, &words, Toggle::from(is_closed)).clicked() {
        // What the kind says of itself needs no word of its own.
        let wanted = !is_closed;
        let sensitive = (is_closed_at(None) != wanted).then_some(wanted);
        actions.push(put(id, Relation { sensitive, ..relation.clone() }));
    }
    if is_closed {
        caption(ui, context.theme, context.texts.get("relation-closed-hint"));
    }
}
