//! Words of the family's own, where no list has them.

use super::{Command, Document, Refusal};
use crate::i18n::Message;
use crate::model::{Bearer, Date, Entry, HelpedWith, KindId, Moment, OwnKind, Said, Strength};

/// When something began and ended, where that is said at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// When it began.
    pub since: Option<Moment>,
    /// When it ended.
    pub until: Option<Moment>,
}

/// What words of the family's own are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnWords {
    /// Something that plays. To which life area it belongs is not known yet.
    Problem(Bearer, String, When),
    /// Something that is strong.
    Strength(Bearer, String, When),
}

impl Document {
    /// Puts words of the family's own on the map. The same words again are the same theme: so a thread
    /// can be seen between two people who have them.
    ///
    /// # Errors
    ///
    /// When whose they are is gone, or the words are too long for any file.
    pub fn add_own_words(&mut self, own: OwnWords, today: Date) -> Result<(), Refusal> {
        match own {
            OwnWords::Problem(on, label, when) => self.add_own_problem((on, label, when), today),
            OwnWords::Strength(on, words, When { since, until }) => {
                let strength = Strength {
                    id: self.new_strength_id(),
                    kind: None,
                    words,
                    said: Said::Yes,
                    since,
                    until,
                    helped_with: Vec::new(),
                    according_to: String::new(),
                };
                self.execute(Command::PutStrength(on, Box::new(strength)))
            }
        }
    }

    fn add_own_problem(
        &mut self,
        (on, label, when): (Bearer, String, When),
        today: Date,
    ) -> Result<(), Refusal> {
        let called = label.trim().to_lowercase();
        let own_kinds = &self.map().own_kinds;
        let known = own_kinds.iter().find(|(_, own)| own.label.trim().to_lowercase() == called);
        let known = known.map(|(kind, _)| kind.clone());
        let is_there = |kind: &KindId| self.map().entries_on(&on).iter().any(|it| it.kind == *kind);
        if known.as_ref().is_some_and(is_there) {
            return Ok(());
        }
        let id = self.new_entry_id();
        let is_new = known.is_none();
        let Some(kind) = known.or_else(|| KindId::new(&format!("eigen-{id}"))) else {
            return Ok(());
        };
        let (since, until) = (when.since, when.until);
        let entry = Entry { since, until, ..Entry::new(id, kind.clone()) };
        let entry = entry.over_when_ended(self.map().bearing_person(&on), today);
        let own = is_new.then(|| Command::PutOwnKind(kind, OwnKind { label, area: None }));
        let put = Command::PutEntry(on, Box::new(entry));
        self.execute_all(Message::new("edit-entry"), own.into_iter().chain([put]).collect())
    }

    /// Does `command`, and where it takes away the last that is of a kind of the map's own, takes that
    /// kind away too: one step, to undo together. A word that is used nowhere would stay in the file.
    ///
    /// # Errors
    ///
    /// As [`Document::execute`].
    pub fn execute_tidily(&mut self, command: Command) -> Result<(), Refusal> {
        let Some(kind) = self.last_of_own_kind(&command) else { return self.execute(command) };
        let label = command.label();
        self.execute_all(label, vec![command, Command::RemoveOwnKind(kind)])
    }

    fn last_of_own_kind(&self, command: &Command) -> Option<KindId> {
        let Command::RemoveEntry(id) = command else { return None };
        let map = self.map();
        let kind = &map.entry(id)?.1.kind;
        let is_used = map.entries().any(|it| it.kind == *kind && it.id != *id);
        let helps = HelpedWith::Kind(kind.clone());
        let people = map.people.values().flat_map(|it| &it.strengths);
        let unions = map.unions.values().flat_map(|it| &it.strengths);
        let homes = map.households.values().flat_map(|it| &it.strengths);
        let is_helped = people.chain(unions).chain(homes).any(|it| it.helped_with.contains(&helps));
        (map.own_kinds.contains_key(kind) && !is_used && !is_helped).then(|| kind.clone())
    }
}
