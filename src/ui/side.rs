//! What stands at the right of the map.

use egui::Ui;

use super::derived::Derived;
use super::inspector::{PanelContext, asked, inspector_ui, kin_ui, line_ui};
use super::session::Session;
use super::strands_panel::{Shown, StrandsPanel, strands_ui};
use super::{Action, strands};
use crate::model::CardId;

/// The panel at the right: whoever is selected, else what comes back. Strands are `chosen` by the
/// user, and `seen` on the map now.
pub(super) fn side_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (derived, said): (&Derived, &strands::Said),
    (session, panel): (&mut Session, &mut StrandsPanel),
    (chosen, seen): (&[CardId], &[CardId]),
) -> Vec<Action> {
    if let Some(draft) = &mut session.kin {
        return kin_ui(ui, context, derived, draft);
    }
    if let Some(line) = &mut session.line {
        return line_ui(ui, context, derived, line);
    }
    if let Some(subject) = session.selection.clone() {
        let asked = asked(context, &derived.cards, seen, session.asked.as_ref());
        return inspector_ui(ui, context, (&subject, &asked), &mut session.typing);
    }
    let strands = derived.looks(context, chosen);
    let shown = Shown {
        cards: &derived.cards,
        words: &said.cards,
        strengths: &said.strengths,
        questions: &said.questions,
        doubts: &said.doubts,
        opened: &session.opened,
        strands: &strands,
        preview: session.preview.as_ref(),
    };
    strands_ui(ui, context, panel, &mut session.typing, &shown)
}
