//! Sheets of paper, a [`Scene`] a page: what goes home, into a file, on the wall of a workshop.
//!
//! A sheet is made of the map without names that are off and without what is hidden, whatever is open
//! in the window: paper lies about. Nothing in it was noted for the coach.

mod child;
mod dates;
mod family;
mod file;
mod flow;
mod page;
mod parent;
mod passphrase;
mod plan;
mod setter;
mod told;
mod workshop;

/// What pages of text are set with.
pub(crate) mod set {
    pub(crate) use super::dates::day;
    pub(crate) use super::flow::{Flow, Frame, Piece, parts};
    pub(crate) use super::page::{A4, Block, Page, Style, mm};
    pub(crate) use super::setter::Setter;
}

use crate::i18n::Lang;
use crate::model::{Date, FamilyMap, PersonId};
use crate::scene::{LifeView, Scene};
use crate::shown::{Eyes, Names};
use crate::theme::ThemeName;

/// What a sheet is made of.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The map with everything in it.
    pub map: &'a FamilyMap,
    /// What people are called.
    pub names: Names,
    /// Who looks on.
    pub eyes: Eyes,
    /// The language of every word.
    pub lang: Lang,
    /// The day it is made.
    pub today: Date,
    /// In which words.
    pub words: Words,
    /// With colours, or for a printer without.
    pub theme: ThemeName,
}

/// How openly a sheet speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Words {
    /// For the fridge: of what is strong, and nothing that shames anybody.
    #[default]
    Soft,
    /// For the parent alone: of what plays, and who got out.
    Open,
}

/// The sheet for the parent: the wish, the family, one thread in two sentences, the first step.
#[must_use]
pub fn parent(wanted: &Wanted<'_>) -> Scene {
    parent::sheet(wanted)
}

/// The sheet for a child from about six: everybody of the family as an empty face to draw, what is strong,
/// who helps. For one of [`children`]; with nobody, for the children of the family.
#[must_use]
pub fn child(wanted: &Wanted<'_>, child: Option<&PersonId>) -> Scene {
    child::sheet(wanted, child)
}

/// The children a sheet can be for, the one to be offered first in front.
#[must_use]
pub fn children(map: &FamilyMap, today: Date) -> Vec<PersonId> {
    child::children(map, today)
}

/// One plan for everybody who helps: goals down, helpers across, when; on an A4 that lies.
#[must_use]
pub fn plan(wanted: &Wanted<'_>) -> Scene {
    plan::sheet(wanted)
}

/// The sheet for the file of an organisation, A4 page by page: the map, everybody in words, what comes
/// back, goals, who helps with what, what was agreed.
#[must_use]
pub fn file(wanted: &Wanted<'_>) -> Vec<Scene> {
    file::sheet(wanted)
}

/// Everybody in words by generation, and how it is between them: the list of the window, A4 page by page.
#[must_use]
pub fn list(wanted: &Wanted<'_>) -> Vec<Scene> {
    file::list(wanted)
}

/// The overview: what plays and what is strong by generation, and what comes back.
#[must_use]
pub fn overview(wanted: &Wanted<'_>) -> Vec<Scene> {
    file::overview(wanted)
}

/// Lives under one another, on one page.
#[must_use]
pub fn lifelines(wanted: &Wanted<'_>, shown: &LifeView) -> Vec<Scene> {
    file::lifelines(wanted, shown)
}

/// A copy for `whom` to take home: the family as far as names go, and all else only of them.
#[must_use]
pub fn copy(wanted: &Wanted<'_>, whom: &PersonId) -> Vec<Scene> {
    file::copy(wanted, whom)
}

/// For a workshop: the family and its facts without threads, and four questions.
#[must_use]
pub fn handout(wanted: &Wanted<'_>) -> Scene {
    workshop::exercise(wanted)
}

/// The answers to [`handout`]: the same family with its threads, what is told of them, what to ask, traps.
#[must_use]
pub fn answer_key(wanted: &Wanted<'_>) -> Vec<Scene> {
    workshop::key(wanted)
}

/// A card a person, eight to an A4, to be cut out.
#[must_use]
pub fn person_cards(wanted: &Wanted<'_>) -> Vec<Scene> {
    workshop::cards(wanted)
}

/// A sheet to write the passphrase of the map in `file` on, by hand: the program has it nowhere.
#[must_use]
pub fn passphrase(file: &str, (lang, today): (Lang, Date), theme: ThemeName) -> Scene {
    passphrase::sheet(file, (lang, today), theme)
}

#[cfg(test)]
mod tests;
