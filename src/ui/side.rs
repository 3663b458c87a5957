//! What stands at the right of the map.

use egui::Ui;

use super::context::PanelContext;
use super::derived::Derived;
use super::inspector::{About, asked, inspector_ui, kin_ui, line_ui, tie_ui, whom_ui};
use super::session::Session;
use super::strands_panel::{Shown, StrandsPanel, strands_ui};
use super::{Action, strands};
use crate::i18n::Message;
use crate::kinship::{Address, KinWords, Names};
use crate::model::{CardId, FamilyMap, PersonId};

/// The panel at the right: whoever is selected, else what comes back. Strands are `chosen` by the
/// user, and `seen` on the map now.
pub(super) fn side_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (derived, said): (&Derived, &strands::Said),
    (session, panel): (&mut Session, &mut StrandsPanel),
    (chosen, seen): (&[CardId], &[CardId]),
) -> Vec<Action> {
    if let Some(draft) = &mut session.whom {
        return whom_ui(ui, context, derived, draft);
    }
    if let Some(draft) = &mut session.kin {
        return kin_ui(ui, context, derived, draft);
    }
    if let Some(line) = &mut session.line {
        return line_ui(ui, context, derived, line);
    }
    if let Some(draft) = &mut session.tying {
        return tie_ui(ui, context, derived, draft);
    }
    if let Some(subject) = session.selection.clone() {
        let asked = asked(context, &derived.cards, seen, session.asked.as_ref());
        let here = said.notices.iter().filter(|(at, _)| *at == subject);
        let mut notices: Vec<String> = here.map(|(_, words)| words.clone()).collect();
        let related = session.person().zip(session.related.as_ref());
        notices.extend(related.map(|(of, other)| related_words(context, of, other)));
        let about = About { subject: &subject, asked: &asked, notices: &notices };
        return inspector_ui(ui, context, &about, &mut session.typing);
    }
    let strands = derived.looks(context, chosen);
    let shown = Shown {
        cards: &derived.cards,
        words: &said.cards,
        strengths: &said.strengths,
        questions: &said.questions,
        put_off: &session.put_off,
        doubts: &said.doubts,
        opened: &session.opened,
        strands: &strands,
        preview: session.preview.as_ref(),
    };
    strands_ui(ui, context, panel, &mut session.typing, &shown)
}

/// "Fenna is voor Mina: dochter."
fn related_words(context: &PanelContext<'_>, of: &PersonId, other: &PersonId) -> String {
    let word = |of: &PersonId, other: &PersonId| {
        let map = FamilyMap { focus: vec![of.clone()], ..context.map.clone() };
        KinWords::of(&map, context.texts.lang(), Address::Onlooker, Names::default()).word(other)
    };
    let say = |id, of: &PersonId, other: &PersonId, word: String| {
        let message = Message::new(id).arg("of", context.name(of)).arg("word", word);
        context.texts.say(&message.arg("other", context.name(other)))
    };
    if let Some(found) = word(of, other) {
        return say("related", of, other, found);
    }
    match word(other, of) {
        Some(found) => say("related", other, of, found),
        None => say("related-not", of, other, String::new()),
    }
}
