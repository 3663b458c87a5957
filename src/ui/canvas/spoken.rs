//! What can be done with whoever is selected, as a screen reader offers it: rows of the table of
//! actions, by their own words.

use egui::accesskit::{Action as Asked, ActionData, CustomAction};
use egui::{Response, Ui};

use super::stage::Canvas;
use crate::ui::Action;
use crate::ui::action::{Id, Row};
use crate::ui::menu::MORE;
use crate::ui::session::Session;

/// What the targets around somebody do, which stand in no menu.
const AROUND: [Id; 6] =
    [Id::AddParents, Id::AddPartner, Id::AddChild, Id::AddSibling, Id::Problems, Id::Strengths];

/// Offers on the node of whoever is selected what can be done now, and does what was asked for.
pub(super) fn offer(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &Session,
    response: &Response,
    actions: &mut Vec<Action>,
) {
    let situation = canvas.situation(session);
    let ids = AROUND.iter().chain(MORE);
    let possible = |(number, row): (i32, &'static Row)| {
        let asked = row.asked(&situation);
        (!asked.is_empty()).then_some((number, row, asked))
    };
    // A place in the list, not among what is possible: that may change before it is asked for.
    let rows: Vec<_> = (0..).zip(ids.filter_map(|id| id.row())).filter_map(possible).collect();
    let texts = canvas.panel.texts;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.add_action(Asked::CustomAction);
        node.set_custom_actions(
            rows.iter()
                .map(|(id, row, _)| CustomAction { id: *id, description: texts.get(row.words) })
                .collect::<Vec<_>>(),
        );
    });
    let wanted = ui.input(|input| {
        let mut requests = input.accesskit_action_requests(response.id, Asked::CustomAction);
        requests.find_map(|request| match request.data {
            Some(ActionData::CustomAction(id)) => Some(id),
            _ => None,
        })
    });
    let wanted = rows.into_iter().find(|(id, ..)| Some(*id) == wanted);
    actions.extend(wanted.into_iter().flat_map(|(.., asked)| asked));
}
