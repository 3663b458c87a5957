//! A row of the table: one thing that can be asked for by name.

use super::Action;
use super::id::Id;
use super::press::{Keys, Press};
use super::situation::Situation;
use crate::i18n::Lang;

/// Where an action is at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Room {
    /// Everywhere; its keys count while something is typed, too.
    Program,
    /// Wherever a map is open; its keys count while something is typed, too.
    Document,
    /// On every view of an open map.
    View,
    /// On the map and whatever is open on top of it.
    Layer,
    /// On the map, with nothing open on top of it.
    Map,
    /// Where the story is made.
    Story,
    /// While it is told; no other key counts then.
    Telling,
}

/// One thing that can be asked for by name.
#[derive(Debug)]
pub(in crate::ui) struct Row {
    /// Which.
    pub id: Id,
    /// The message that says what it does.
    pub words: &'static str,
    /// Its icon, of the icon set.
    pub icon: &'static str,
    /// Its keys.
    pub keys: Keys,
    /// Where it is at home.
    pub room: Room,
    /// What it asks for now; nothing where it cannot be.
    pub ask: fn(&Situation<'_>) -> Vec<Action>,
}

impl Row {
    /// What it asks for now; nothing where it cannot be.
    pub(in crate::ui) fn asked(&self, situation: &Situation<'_>) -> Vec<Action> {
        let is_here = match self.room {
            Room::Program => true,
            Room::Document | Room::View => situation.is_in_document(),
            Room::Layer => situation.is_on_map() || situation.is_in_list(),
            Room::Map => situation.is_on_map() || situation.is_in_list() && self.id.is_in_list(),
            Room::Story => situation.is_in_story(),
            Room::Telling => situation.session.telling.is_some(),
        };
        if is_here { (self.ask)(situation) } else { Vec::new() }
    }

    /// Does its key ask for whom? Where somebody could be chosen, and the selection is nobody of whom it
    /// can be asked.
    pub(super) fn asks_whom(&self, situation: &Situation<'_>) -> bool {
        let is_here = situation.is_on_map() || situation.is_in_list() && self.id.is_in_list();
        let is_free = situation.person().is_none() && !situation.document.map().people.is_empty();
        self.id.needs_somebody() && is_here && is_free
    }

    /// The key that is shown beside its words; empty without one.
    pub(in crate::ui) fn key_words(&self, lang: Lang) -> String {
        self.keys.of(lang).first().map(|press| press.words()).unwrap_or_default()
    }
}

pub(super) const fn row(
    id: Id,
    (words, icon): (&'static str, &'static str),
    keys: Keys,
    room: Room,
    ask: fn(&Situation<'_>) -> Vec<Action>,
) -> Row {
    Row { id, words, icon, keys, room, ask }
}

pub(super) const fn plain(keys: &'static [Press]) -> Keys {
    Keys::both(keys)
}

/// The action, where it can be.
#[expect(clippy::fn_params_excessive_bools, reason = "a fact, named where it is given")]
pub(super) fn some(is_possible: bool, action: Action) -> Vec<Action> {
    if is_possible { vec![action] } else { Vec::new() }
}
