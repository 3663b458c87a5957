//! Finding people and things, at every width of the window.

use std::collections::BTreeMap;

use egui::{Align2, Area, EventFilter, Id, Key, Modifiers, Order, Popup, TextEdit, Ui, vec2};

use super::things::{Thing, find_things};
use crate::model::{PersonId, Subject};
use crate::ui::context::PanelContext;
use crate::ui::derived::Spoken;
use crate::ui::session::Session;
use crate::ui::sought::find;
use crate::ui::style::{self, TAP, TOP_BAR, icon_button};
use crate::ui::terms::Fit;
use crate::ui::writing::named_field;
use crate::ui::{Action, LookAction};

/// The egui id of the field.
fn search_id() -> Id {
    Id::unique("search")
}

/// In a narrow window: a button, and below the bar the field once it is asked for.
pub(super) fn narrow(
    ui: &mut Ui,
    (context, spoken): (&PanelContext<'_>, &BTreeMap<PersonId, Spoken>),
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let words = context.texts.get("bar-search");
    if icon_button(ui, context.theme, "magnifying-glass", &words).clicked() {
        actions.push(Action::Look(LookAction::Search));
    }
    let is_focused = ui.memory(|memory| memory.has_focus(search_id()));
    if !(session.wants_search || is_focused || !session.search.is_empty()) {
        return;
    }
    Area::new(Id::unique("search-area"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_TOP, vec2(-14.0, TOP_BAR + 6.0))
        .show(ui.ctx(), |ui| {
            style::card_frame(context.theme).shadow(ui.visuals().popup_shadow).show(ui, |ui| {
                search(ui, (context, spoken), session, actions);
            });
        });
}

/// The field, and below it whoever and whatever fits.
pub(super) fn search(
    ui: &mut Ui,
    (context, spoken): (&PanelContext<'_>, &BTreeMap<PersonId, Spoken>),
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let label = context.texts.get("bar-search");
    let is_in = ui.memory(|memory| memory.has_focus(search_id()));
    if is_in && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        session.search.clear();
        ui.memory_mut(|memory| memory.surrender_focus(search_id()));
        session.focus_selection = session.selection.is_some();
    }
    let edit = TextEdit::singleline(&mut session.search)
        .id(search_id())
        .hint_text(label.clone())
        .desired_width(150.0)
        .margin(egui::Margin::symmetric(10, 10))
        .align(Align2::LEFT_CENTER)
        .show(ui);
    let field = edit.response.response;
    let typed = session.search.clone();
    field.widget_info(|| named_field(&typed, &label));
    if std::mem::take(&mut session.wants_search) {
        field.request_focus();
    }
    // Esc ends the search here, and leaves what is selected.
    let filter = EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(search_id(), filter));
    let wanted = typed.trim().to_lowercase();
    if wanted.is_empty() {
        return;
    }
    let people = find(context.map, spoken, &wanted).into_iter();
    let people = people.map(|(id, words)| (Thing::Subject(Subject::Person(id)), words));
    let found: Vec<_> = people.chain(find_things(context, &wanted)).collect();
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut chosen = found.first().filter(|_| entered).map(|(thing, _)| thing.clone());
    let list = Popup::from_response(&field).open(true).show(|ui| {
        for (thing, name) in &found {
            let entry = egui::Button::new(name).min_size(vec2(220.0, TAP));
            if ui.add(entry).clicked() {
                chosen = Some(thing.clone());
            }
        }
        if found.is_empty() {
            ui.label(context.texts.get("bar-not-found"));
        }
    });
    let is_left = !field.has_focus() && list.is_some_and(|it| it.response.clicked_elsewhere());
    if let Some(thing) = chosen {
        actions.push(Action::Look(thing.go()));
        actions.push(Action::Look(LookAction::Zoom(Fit::Reveal)));
        session.search.clear();
    } else if is_left {
        session.search.clear();
    }
}
