//! The smart name field: `Piet 1983 m ex2010` is a name, a birth, a gender and the end of a union.
//!
//! [`Typed::on`] makes the one list of what a line says of somebody. The chips are made from it,
//! and so are the commands: what a chip says is what is stored. Every word is in the name or in
//! something that is said; what cannot be said of this person stays in the name, and a chip says
//! why.

mod chips;
mod line;
mod read;
mod settle;
mod store;
mod words;

use std::mem::discriminant;

pub use self::line::{Called, Line};
use self::read::What;
use super::writing::carried_out_or_kept;
use super::{Command, Document, PersonEdit, Refusal, VisitId, apply};
use crate::i18n::Message;
use crate::model::{
    Bond, Date, Ending, FamilyMap, Gender, LifeCourse, Name, PartialDate, PersonId, TwinKind,
    TwinsId, UnionKind,
};

/// One thing that a line says of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// `m`, `vrouw`, `x`.
    Gender(Gender),
    /// `1983`, `geb. 3 mei 1983`, `<1960`; when a pregnancy ends or ended.
    Born(PartialDate),
    /// `†`, `overleden 1999`, `1958-2011`.
    Died(Option<PartialDate>),
    /// `zwanger`, `miskraam`.
    Life(LifeCourse),
    /// `getrouwd 1985`: the union with the person one came from.
    Union(UnionKind, Option<PartialDate>),
    /// `gescheiden 2010`, `ex2010`. Without a way it ended: as the map has it, else apart.
    End(Option<Ending>, Option<PartialDate>),
    /// `getrouwd 1966-1986`: it lasted until then. It is stored as an end: by a death of that year, else as
    /// the map has it, else apart.
    Until(PartialDate),
    /// `weer bij elkaar 2015`.
    Again(Option<PartialDate>),
    /// `pleeg`, `adoptie sinds 2015`.
    Bond(Bond, Option<PartialDate>),
    /// `tweeling`, `drieling`, `eeneiig`.
    Twin(TwinKind),
    /// `geb. de Wit`.
    BirthName(String),
    /// `?`: nothing is known, and that is said.
    Unknown,
}

impl Fact {
    /// Does `other` say all that this says?
    fn is_in(&self, other: &Self) -> bool {
        let fits =
            |date: &Option<PartialDate>, of: &Option<PartialDate>| date.is_none() || date == of;
        match (self, other) {
            (Self::Died(date), Self::Died(of)) => fits(date, of),
            (Self::Union(kind, date), Self::Union(it, of)) => kind == it && fits(date, of),
            (Self::End(ending, date), Self::End(it, of)) => ending == it && fits(date, of),
            (Self::Bond(bond, date), Self::Bond(it, of)) => bond == it && fits(date, of),
            (Self::Twin(TwinKind::Unknown), Self::Twin(_)) => true,
            (one, other) => one == other,
        }
    }
}

/// What a line in the name field says of somebody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The name: every word that says nothing else.
    pub name: String,
    /// What stays in the name although it looks like more.
    pub kept: Vec<Kept>,
    /// Born, or what else the person is once this is stored.
    life: LifeCourse,
    said: Vec<(Fact, Vec<Command>)>,
}

/// Words that stay in the name although they look like more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// As they were typed.
    pub words: String,
    /// Why.
    pub why: Why,
    /// Whose name it is.
    name: String,
}

/// Why words stay in the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody knows what they say.
    NotUnderstood,
    /// They are about a partner, and there is none (or more than one).
    NoUnion,
    /// They are about a bond with parents, and there are none.
    NoParents,
    /// They are about a twin, and there is no brother or sister.
    NoTwin,
    /// Only a child can be this, and it is said of a partner, a parent, or somebody alone.
    NoChild,
    /// The same was said before, with another answer.
    SaidTwice,
    /// The map does not allow it.
    Impossible(Refusal),
}

impl Typed {
    /// Reads `text` as said of `person`, who was added from `origin` (a partner, a brother or
    /// sister). Words are taken one by one, in order; `today` is what ages count to.
    #[must_use]
    pub fn on(
        map: &FamilyMap,
        person: &PersonId,
        origin: Option<&PersonId>,
        text: &str,
        today: Date,
    ) -> Self {
        // Nothing is stored under this id: it only tries whether the birth can be.
        let preview = TwinsId::numbered("preview", 0);
        Self::with_id(map, person, origin, text, today, || preview)
    }

    fn with_id(
        map: &FamilyMap,
        person: &PersonId,
        origin: Option<&PersonId>,
        text: &str,
        today: Date,
        twins: impl FnOnce() -> TwinsId,
    ) -> Self {
        let mut typed = Self::default();
        let Some(now) = map.person(person) else { return typed };
        typed.life = now.life;
        let is_name_already = !text.trim().is_empty() && text.trim() == now.name.full();
        let mut place = store::Place { person, origin, twins: Some(twins) };
        let mut trial = map.clone();
        let mut name: Vec<String> = Vec::new();
        let who = store::who(map, person);
        for piece in read::pieces(text, who, today) {
            let mut keep = |why| {
                let whose = if name.is_empty() { "?".to_owned() } else { name.join(" ") };
                name.push(piece.words.clone());
                Kept { words: piece.words.clone(), why, name: whose }
            };
            match piece.what {
                What::Nothing => {}
                What::Name => name.push(piece.words),
                What::Kept | What::Age(_) => typed.kept.push(keep(Why::NotUnderstood)),
                What::OfAChild => typed.kept.push(keep(Why::NoChild)),
                What::Facts(_) if is_name_already => {
                    if !piece.words.is_empty() {
                        name.push(piece.words);
                    }
                }
                What::Facts(facts) => {
                    let problems: Vec<Why> = (facts.into_iter())
                        .filter_map(|fact| typed.say(fact, &mut place, &mut trial).err())
                        .collect();
                    if let Some(why) = problems.into_iter().next() {
                        typed.kept.push(keep(why));
                    }
                }
            }
        }
        typed.name = name.join(" ");
        typed
    }

    /// Adds `fact` if it can be so, with all that was said before it.
    fn say(
        &mut self,
        fact: Fact,
        place: &mut store::Place<'_, impl FnOnce() -> TwinsId>,
        trial: &mut FamilyMap,
    ) -> Result<(), Why> {
        let (fact, commands) = place.commands(trial, fact)?;
        let same = |(said, _): &(Fact, Vec<Command>)| discriminant(said) == discriminant(&fact);
        let before = self.said.iter().position(same);
        if let Some((said, _)) = before.and_then(|at| self.said.get(at)) {
            if fact.is_in(said) {
                return Ok(());
            }
            if !said.is_in(&fact) {
                return Err(Why::SaidTwice);
            }
        }
        let mut next = trial.clone();
        for command in commands.clone() {
            apply::apply(command, &mut next).map_err(Why::Impossible)?;
        }
        *trial = next;
        if let Fact::Life(life) = fact {
            self.life = life;
        }
        match before.and_then(|at| self.said.get_mut(at)) {
            Some(said) => *said = (fact, commands),
            None => self.said.push((fact, commands)),
        }
        Ok(())
    }

    /// What the line says, in its order.
    pub fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.said.iter().map(|(fact, _)| fact)
    }
}

/// Of whom a line in the name field speaks.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Whose name it is.
    pub person: &'a PersonId,
    /// Whom they were added from: a partner, a brother or sister.
    pub origin: Option<&'a PersonId>,
    /// The gender that was chosen beside the line; what the line says goes before it.
    pub gender: Option<Gender>,
    /// The other of two parents who came at once, while nobody has said the gender of that one.
    pub other: Option<&'a PersonId>,
}

impl<'a> Named<'a> {
    /// `person`, added from `origin`, of whom nothing is known but the line.
    #[must_use]
    pub const fn new(person: &'a PersonId, origin: Option<&'a PersonId>) -> Self {
        Self { person, origin, gender: None, other: None }
    }

    /// What follows from the gender, which the line says or which was chosen: of two parents who came
    /// at once, one of them said to be a woman, the other is a man until somebody says otherwise.
    fn gender_commands(self, map: &FamilyMap, said: Option<Gender>) -> Vec<Command> {
        let gender = |of: &PersonId, it| Command::EditPerson(of.clone(), PersonEdit::Gender(it));
        let chosen = if said.is_none() { self.gender } else { None };
        let other = self.other.filter(|other| map.person(other).is_some());
        let opposite = match said.or(self.gender) {
            Some(Gender::Woman) => Some(Gender::Man),
            Some(Gender::Man) => Some(Gender::Woman),
            Some(Gender::NonBinary | Gender::Unknown) | None => None,
        };
        let chosen = chosen.map(|it| gender(self.person, it));
        chosen.into_iter().chain(other.zip(opposite).map(|(of, it)| gender(of, it))).collect()
    }
}

/// What was understood of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// One message for each thing, and for each that was not understood.
    pub chips: Vec<Message>,
    /// The gender, if the line says one.
    pub gender: Option<Gender>,
}

impl Document {
    /// Writes what `text` says about somebody, while it is being typed in `visit`: it is said of the
    /// map as it was when the visit began, and what cannot be is kept as text. What it does not say
    /// stays as it is. Gives what was understood.
    ///
    /// # Errors
    ///
    /// Refuses when the person is gone.
    pub fn set_typed_in_visit(
        &mut self,
        visit: VisitId,
        named: Named<'_>,
        text: &str,
        today: Date,
    ) -> Result<Heard, Refusal> {
        let Named { person, origin, .. } = named;
        let base = self.visit_base(visit).clone();
        let Some(now) = base.person(person) else { return Err(Refusal::Gone(person.to_string())) };
        let typed = Typed::with_id(&base, person, origin, text, today, || self.new_twins_id());
        let gender = typed.facts().find_map(|fact| match fact {
            Fact::Gender(gender) => Some(*gender),
            _ => None,
        });
        let heard = Heard { chips: typed.chips(), gender };
        let mut commands = named.gender_commands(&base, gender);
        if !typed.name.is_empty() && typed.name != now.name.full() {
            let name = now.name.written_over(&typed.name);
            commands.push(Command::EditPerson(person.clone(), PersonEdit::Name(name)));
        }
        let said = typed.said.into_iter().flat_map(|(_, commands)| commands);
        commands.extend(said.map(|command| with_name(command, &now.name, &typed.name)));
        let map = carried_out_or_kept(&base, commands)?;
        self.put_in_visit(visit, Message::new("edit-name"), map);
        Ok(heard)
    }
}

/// The name at birth is written beside the name that stands in the same line.
fn with_name(command: Command, now: &Name, name: &str) -> Command {
    match command {
        Command::EditPerson(person, PersonEdit::Name(Name { birth, .. })) if !name.is_empty() => {
            let name = Name { birth, ..now.written_over(name) };
            Command::EditPerson(person, PersonEdit::Name(name))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;
