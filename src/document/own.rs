//! Words of the family's own, where no list has them.

use super::{Command, Document, Refusal};
use crate::i18n::Message;
use crate::model::{Bearer, Entry, KindId, OwnKind, Said, Strength};

/// What words of the family's own are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnWords {
    /// Something that plays. To which life area it belongs is not known yet.
    Problem(Bearer, String),
    /// Something that is strong.
    Strength(Bearer, String),
}

impl Document {
    /// Puts words of the family's own on the map.
    ///
    /// # Errors
    ///
    /// When whose they are is gone, or the words are too long for any file.
    pub fn add_own_words(&mut self, own: OwnWords) -> Result<(), Refusal> {
        match own {
            OwnWords::Problem(on, label) => {
                let id = self.new_entry_id();
                let Some(kind) = KindId::new(&format!("eigen-{id}")) else { return Ok(()) };
                let entry = Entry::new(id, kind.clone());
                self.execute_all(
                    Message::new("edit-entry"),
                    vec![
                        Command::PutOwnKind(kind, OwnKind { label, area: None }),
                        Command::PutEntry(on, Box::new(entry)),
                    ],
                )
            }
            OwnWords::Strength(on, words) => {
                let strength = Strength {
                    id: self.new_strength_id(),
                    kind: None,
                    words,
                    said: Said::Yes,
                    since: None,
                    until: None,
                    helped_with: Vec::new(),
                    according_to: String::new(),
                };
                self.execute(Command::PutStrength(on, Box::new(strength)))
            }
        }
    }
}
