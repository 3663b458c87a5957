//! The same reader for lines that speak of several people: a line by itself, and said of somebody at once.

use std::mem::discriminant;

use super::read::{What, Who, pieces};
use super::{Fact, Kept, Typed, with_name};
use crate::document::{Command, Document, PersonEdit, Refusal};
use crate::i18n::Message;
use crate::model::{Bond, Date, PersonId};

/// What a line says by itself, before it is known of whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The name.
    pub name: String,
    /// Words that would stay in the name although they look like more.
    pub kept: Vec<String>,
    /// What it says, as of a child.
    pub facts: Vec<Fact>,
}

impl Line {
    /// Reads `text` as the name field does; `today` is what ages count to.
    #[must_use]
    pub fn of(text: &str, today: Date) -> Self {
        let mut line = Self::default();
        let mut name = Vec::new();
        for piece in pieces(text, Who::Child, today) {
            match piece.what {
                What::Name => name.push(piece.words),
                What::Kept | What::OfAChild | What::Age(_) => line.kept.push(piece.words),
                What::Facts(facts) => line.facts.extend(facts),
                What::Nothing => {}
            }
        }
        line.name = name.join(" ");
        line
    }
}

/// What becomes of the name in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called<'n> {
    /// The person is called as the line says.
    AsTyped,
    /// The person is called exactly this; the line only stands for it.
    Exactly(&'n str),
    /// The person is known and keeps the name.
    AsBefore,
}

impl Document {
    /// Writes at once what `text` says of `person`, who belongs to `origin`: all but the bond with
    /// parents, which is of their line and not of the person's. Gives what it says besides the name,
    /// and what is not understood.
    ///
    /// # Errors
    ///
    /// Refuses when the person is gone, or the name is too long.
    pub fn say_typed(
        &mut self,
        (person, origin): (&PersonId, Option<&PersonId>),
        text: &str,
        called: Called<'_>,
        today: Date,
    ) -> Result<(Vec<Message>, Vec<Kept>), Refusal> {
        let base = self.shared_map();
        let Some(now) = base.person(person) else { return Err(Refusal::Gone(person.to_string())) };
        let mut typed = Typed::with_id(&base, person, origin, text, today, || self.new_twins_id());
        let bond = discriminant(&Fact::Bond(Bond::Birth, None));
        typed.said.retain(|(fact, _)| discriminant(fact) != bond);
        let chips = typed.facts().map(|fact| typed.chip(fact)).collect();
        let name = match called {
            Called::AsTyped => typed.name.as_str(),
            Called::Exactly(name) => name,
            Called::AsBefore => "",
        };
        let mut commands = Vec::new();
        if !name.is_empty() && name != now.name.full() {
            let name = now.name.written_over(name);
            commands.push(Command::EditPerson(person.clone(), PersonEdit::Name(name)));
        }
        let said = typed.said.into_iter().flat_map(|(_, commands)| commands);
        commands.extend(said.map(|command| with_name(command, &now.name, name)));
        self.execute_all(Message::new("edit-name"), commands)?;
        Ok((chips, typed.kept))
    }
}
