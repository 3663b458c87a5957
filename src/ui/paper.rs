//! "Op papier": which sheet, exactly what will be on it, and what stays behind.

mod app;

use std::fmt;

use egui::TextureHandle;

use crate::export::Paper;
use crate::i18n::Lang;
use crate::model::PersonId;
use crate::shown::{Eyes, Names};
use crate::theme::ThemeName;
use crate::ui::terms::Screen;

/// Which sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// The parent's, for the fridge.
    #[default]
    Parent,
    /// The parent's, that speaks openly.
    ParentOpen,
    /// A child's, to draw on.
    Child,
    /// One plan for everybody who helps.
    Plan,
    /// For the file of an organisation: everything, on several pages.
    File,
    /// What is of one person, to take home.
    Copy,
    /// For a workshop: the family without threads, and questions.
    Handout,
    /// For a workshop: the answers.
    AnswerKey,
    /// For a workshop: a card a person.
    PersonCards,
    /// The map as it is on the screen.
    Map,
    /// The overview: by generation.
    Overview,
    /// The lifelines as they are on the screen.
    Lifelines,
    /// Everybody in words.
    List,
    /// To write the passphrase on, by hand.
    Passphrase,
}

impl Sheet {
    /// Is it for people who do not know the family?
    const fn is_for_workshop(self) -> bool {
        matches!(self, Self::Handout | Self::AnswerKey | Self::PersonCards)
    }

    /// What the open map has, too: only a sealed one has a passphrase.
    const fn offered(is_sealed: SealedMap) -> &'static [(Self, &'static str)] {
        const ALL: &[(Sheet, &str)] = &[
            (Sheet::Parent, "paper-parent"),
            (Sheet::ParentOpen, "paper-parent-open"),
            (Sheet::Child, "paper-child"),
            (Sheet::Plan, "paper-plan"),
            (Sheet::File, "paper-file"),
            (Sheet::Copy, "paper-copy"),
            (Sheet::Map, "paper-map"),
            (Sheet::Overview, "paper-overview"),
            (Sheet::Lifelines, "paper-lifelines"),
            (Sheet::List, "paper-list"),
            (Sheet::Handout, "paper-handout"),
            (Sheet::AnswerKey, "paper-answer-key"),
            (Sheet::PersonCards, "paper-person-cards"),
            (Sheet::Passphrase, "paper-passphrase"),
        ];
        match is_sealed {
            SealedMap::Yes => ALL,
            SealedMap::No => ALL.split_at(ALL.len() - 1).0,
        }
    }
}

/// Is the open map sealed?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum SealedMap {
    Yes,
    #[default]
    No,
}

/// On how many sheets a map goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Spread {
    /// On one.
    #[default]
    One,
    /// On as many as it takes to read the names.
    Several,
}

/// The dialog while it is open.
#[derive(Clone, Debug, Default)]
pub struct PaperRoom {
    /// Which sheet is chosen.
    pub(super) sheet: Sheet,
    /// On which paper a map goes.
    paper: Option<Paper>,
    /// And on how many sheets of it.
    spread: Spread,
    /// For which child a child's sheet is; nobody was chosen yet.
    child: Option<PersonId>,
    /// For whom a copy is.
    whom: Option<PersonId>,
    /// With colours, or black and white?
    theme: ThemeName,
    is_sealed: SealedMap,
    /// Which page of the sheet is seen, from 0.
    page: usize,
    /// The main button wants the keyboard.
    wants_focus: bool,
    preview: Option<Preview>,
}

/// A sheet as it will be written.
#[derive(Clone)]
struct Preview {
    of: PreviewOf,
    texture: TextureHandle,
    /// How many pages there are.
    pages: usize,
    /// Everything that is read on it, for those who do not see it.
    words: String,
    /// Names would be too small; on which paper they are not.
    small: Option<Option<Paper>>,
    /// The letters that no typeface has.
    lacking: String,
}

impl fmt::Debug for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Preview").field("of", &self.of).finish_non_exhaustive()
    }
}

/// What a preview was made of.
#[derive(Clone, Debug, PartialEq)]
struct PreviewOf {
    sheet: Sheet,
    page: usize,
    paper: (Paper, Spread),
    people: [Option<PersonId>; 2],
    theme: ThemeName,
    revision: u64,
    /// The past year that is shown.
    year: Option<i32>,
    names: (Names, Lang, Eyes),
}

impl PaperRoom {
    /// Opened in a window that looks like `theme`.
    pub(super) fn new(theme: ThemeName) -> Self {
        let theme = if theme == ThemeName::Mono { theme } else { ThemeName::Light };
        Self { theme, wants_focus: true, ..Self::default() }
    }

    /// The same, with what is looked at chosen where that is not the map.
    pub(super) fn beside(screen: Screen, theme: ThemeName) -> Self {
        let sheet = match screen {
            Screen::Map | Screen::Story => Sheet::default(),
            Screen::List => Sheet::List,
            Screen::Overview => Sheet::Overview,
            Screen::Lifelines => Sheet::Lifelines,
        };
        Self { sheet, ..Self::new(theme) }
    }

    /// The paper it goes on: sheets are A4.
    fn paper(&self) -> Paper {
        match self.sheet {
            Sheet::Map => self.paper.unwrap_or(Paper::A4),
            Sheet::Parent
            | Sheet::ParentOpen
            | Sheet::Child
            | Sheet::Plan
            | Sheet::File
            | Sheet::Copy
            | Sheet::Overview
            | Sheet::Lifelines
            | Sheet::List
            | Sheet::Handout
            | Sheet::AnswerKey
            | Sheet::PersonCards
            | Sheet::Passphrase => Paper::A4,
        }
    }
}
