//! What belongs to this user at this moment: selection, view, what is open, what is being typed.
//!
//! Nothing of it is ever in a file.

use std::collections::{BTreeMap, BTreeSet};

use super::canvas::Camera;
use super::focus::PanelFocus;
use super::manual::ManualRoom;
use super::palette::Palette;
use super::paper::PaperRoom;
use super::quick::QuickLine;
use super::terms::{Detail, Fit, Handle, Kin, ListColumn, Lit, Place, Screen};
use super::typing::Typing;
use crate::document::{ChildOf, Heard, VisitId};
use crate::geometry::Point;
use crate::i18n::{Lang, Message};
use crate::model::{
    Bond, CardId, FamilyMap, Gender, GoalId, KindId, LinesShown, Party, PersonId, Repair, Subject,
    SupportId, UnionId, Whose,
};
use crate::scene::{self, Across, LifeView};
use crate::shown::{Eyes, Names, Opened};
use crate::story::Part;

/// Everything about the window that is not in the document.
#[derive(Debug, Default)]
pub struct Session {
    /// The language of the interface.
    pub lang: Lang,
    /// Home, or the open map.
    pub place: Place,
    /// Which view of the map.
    pub screen: Screen,
    /// What the client opened: kinds that are hidden otherwise.
    pub opened: Opened,
    /// The year that the map shows instead of today.
    pub time: Option<Time>,
    /// Which ties of those who help are on the map.
    pub ties: LinesShown,
    /// It is asked what the map shows.
    pub show_open: bool,
    /// What people are called on the screen.
    pub names: Names,
    /// Whose "?" on the map was tapped.
    pub asked: Option<PersonId>,
    /// What was asked of somebody for a card and stays open today.
    pub put_off: BTreeSet<(PersonId, CardId)>,
    /// What stands across in the overview.
    pub across: Across,
    /// Whose lives are looked at, and how.
    pub lives: LifeView,
    /// Where in the story one is.
    pub story: AtScene,
    /// The story is told: where, and how the screen is.
    pub telling: Option<Telling>,
    /// What is looked at.
    pub selection: Option<Subject>,
    /// The view of the map.
    pub camera: Camera,
    /// The view that showed everything, and for which size of the canvas. While it is the view, it
    /// follows that size.
    pub fitted: Option<(Camera, egui::Vec2)>,
    /// A view to take as soon as the size of the canvas is known.
    pub fit: Option<Fit>,
    /// The name that is being typed on the map.
    pub naming: Option<Naming>,
    /// From whom or what everybody was added in this window: undo goes back there.
    pub added_from: BTreeMap<PersonId, Subject>,
    /// Children who were added just now: it may be asked where they live.
    pub new_children: Vec<PersonId>,
    /// The line between two people that is being drawn.
    pub line: Option<LineDraft>,
    /// Somebody of whom it is asked who belongs to them.
    pub kin: Option<KinDraft>,
    /// What is to be done, while it is asked for whom.
    pub whom: Option<WhomDraft>,
    /// Who helps, while it is asked on the map whom.
    pub tying: Option<TieDraft>,
    /// Where on the screen something is being worked on: sentences go elsewhere.
    pub worked_on: Vec<egui::Rect>,
    /// The loop around people that is being drawn, or that is about to be.
    pub lasso: Option<Lasso>,
    /// People who were chosen with such a loop.
    pub chosen: BTreeSet<PersonId>,
    /// Where the map is in the window, since the last frame.
    pub canvas: Option<egui::Rect>,
    /// The other one of whom it is told how the two are related.
    pub related: Option<PersonId>,
    /// Whose lines were looked at when a line was chosen.
    pub lines_of: Option<PersonId>,
    /// The open palette.
    pub palette: Option<Palette>,
    /// The one thing whose details are open in the panel.
    pub detail: Option<Detail>,
    /// The field of a panel that has the caret.
    pub typing: Typing,
    /// The goal whose first step is being typed, and in which visit.
    pub first_step: Option<(VisitId, GoalId)>,
    /// The strand that is shown while its card is pointed at.
    pub preview: Option<CardId>,
    /// The part of a large family that is on the map; `None`: everybody.
    pub part: Option<scene::Part>,
    /// Who stands out on the map, besides the strands.
    pub lit: Option<Lit>,
    /// What is told at the bottom of the window.
    pub notice: Option<Notice>,
    /// The manual is read.
    pub manual: Option<ManualRoom>,
    /// What goes on paper is being chosen.
    pub paper: Option<PaperRoom>,
    /// Problems are put on whoever is tapped.
    pub paint: Option<Paint>,
    /// Where in the row of whoever is selected the keyboard is, in the list.
    pub list_column: ListColumn,
    /// Who is to come into view in the list.
    pub list_sought: Option<PersonId>,
    /// The open quick line.
    pub quick: Option<QuickLine>,
    /// What stood in it when it was closed.
    pub quick_kept: String,
    /// What is typed in the list of commands; `None` while it is closed.
    pub commands: Option<String>,
    /// The signs are explained below the family.
    pub legend: bool,
    /// The rules by which the map is drawn are open.
    pub rules_open: bool,
    /// The window is to fill the screen, or no longer.
    pub wants_full_screen: bool,
    /// The keyboard was used last, not the pointer: it is seen where it is.
    pub by_keys: bool,
    /// Where in the panel the keyboard is.
    pub panel: PanelFocus,
    /// What the pointer drags on the map.
    pub drag: Option<Drag>,
    /// Who stays under the finger when others move.
    pub anchor: Option<PersonId>,
    /// The canvas wants the keyboard on what is selected.
    pub focus_selection: bool,
    /// The kinds of problem under the digits.
    pub digits: Vec<KindId>,
    /// The search field wants the keyboard.
    pub wants_search: bool,
    /// Who is looked at side by side; `None` while that is closed.
    pub beside: Option<Vec<PersonId>>,
    /// What is typed in the search field.
    pub search: String,
    /// The file of the map opens with its passphrase only.
    pub is_sealed: bool,
    /// What was mended when the map was opened, to be walked through; and where the walk is.
    pub repairs: Vec<Repair>,
    /// Which of them is looked at.
    pub repair: usize,
    /// It is asked whether the new map gets a passphrase.
    pub asks_seal: bool,
}

/// A year that is looked back at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    /// Which; the last one is today.
    pub year: i32,
    /// When the next year comes, in seconds of egui's clock; `None` while the years stand still.
    pub next: Option<f64>,
    /// It is listed what changed since.
    pub compares: bool,
}

/// Which scene is worked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtScene {
    /// Counted from 0; beyond the last one it is the last.
    pub at: usize,
    /// What is seen of it.
    pub part: Part,
    /// It shows everybody, and who is seen is being chosen from nobody.
    pub from_nobody: bool,
    /// A second window is wanted while the story is told.
    pub has_second_window: bool,
}

/// Telling the story.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Telling {
    /// The step, counted from 0.
    pub step: usize,
    /// Nothing is on the screen.
    pub is_blank: bool,
    /// A pointer is on it.
    pub has_pointer: bool,
    /// When it began, in seconds of egui's clock.
    pub since: Option<f64>,
    /// When this scene began.
    pub scene_since: Option<f64>,
    /// The window filled the screen before.
    pub was_full: bool,
}

/// A name that is being typed on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Naming {
    /// Whose.
    pub person: PersonId,
    /// What stands in the field.
    pub text: String,
    /// Where the user came from: what Esc goes back to.
    pub origin: Option<Subject>,
    /// What Tab makes next.
    pub next: Next,
    /// The state of the document in which the person was new; Esc on an empty name goes back.
    pub fresh: Option<u64>,
    /// The visit to the field: what is typed in it is one step to undo.
    pub visit: VisitId,
    /// What was understood, and what was not.
    pub heard: Heard,
    /// The gender that was tapped beside the text.
    pub gender: Option<Gender>,
    /// The other of two parents who came at once, while nobody has said the gender of that one.
    pub other: Option<PersonId>,
    /// What is looked at when the name is done.
    pub then: Option<Subject>,
    /// The field wants the keyboard.
    pub wants_focus: bool,
}

impl Naming {
    /// The name of somebody who is on the map, with the keyboard in it.
    pub(super) fn of(person: PersonId, text: String) -> Self {
        Self {
            origin: Some(Subject::Person(person.clone())),
            person,
            text,
            next: Next::Nothing,
            fresh: None,
            visit: VisitId::fresh(),
            heard: Heard::default(),
            gender: None,
            other: None,
            then: None,
            wants_focus: true,
        }
    }

    /// The person from whom the named one was added, whom `ex` and `twin` are about.
    #[must_use]
    pub const fn said_from(&self) -> Option<&PersonId> {
        match (&self.origin, &self.next) {
            (_, Next::Partner(of)) => Some(of),
            (Some(Subject::Person(id)), _) => Some(id),
            _ => None,
        }
    }
}

/// What is typed to find something in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What is typed.
    pub typed: String,
    /// The row of the list that the arrow keys are on.
    pub at: Option<usize>,
    /// The field wants the keyboard.
    pub wants_focus: bool,
}

impl Find {
    /// Nothing is typed yet; the field wants the keyboard.
    #[must_use]
    pub const fn new() -> Self {
        Self { typed: String::new(), at: None, wants_focus: true }
    }
}

impl Default for Find {
    fn default() -> Self {
        Self::new()
    }
}

/// A line from somebody that is being drawn: who, whom, and then which kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDraft {
    /// From whom.
    pub from: PersonId,
    /// To whom, once that is known.
    pub to: Option<Party>,
    /// What is typed to find somebody, or a kind.
    pub find: Find,
}

impl LineDraft {
    /// A line from somebody; to whom is asked.
    #[must_use]
    pub const fn from(from: PersonId) -> Self {
        Self { from, to: None, find: Find::new() }
    }

    /// The same to somebody; which kind is asked.
    #[must_use]
    pub fn to(self, to: Party) -> Self {
        Self { to: Some(to), ..Self::from(self.from) }
    }
}

/// Putting a problem on everybody who is tapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// Which kind; none is chosen yet.
    pub kind: Option<KindId>,
}

/// A loop around people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lasso {
    /// Where it runs, on the map.
    pub points: Vec<Point>,
    /// The pointer is down.
    pub is_drawn: bool,
}

/// Who belongs to somebody, and how, while it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KinDraft {
    /// How.
    pub kin: Kin,
    /// Of whom.
    pub of: PersonId,
    /// What is typed to find the other.
    pub find: Find,
}

/// What a key asked for while nobody was selected, until it is known for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhomDraft {
    /// The key.
    pub key: egui::KeyboardShortcut,
    /// What is typed to find somebody.
    pub find: Find,
}

/// Whom somebody helps, while it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieDraft {
    /// Who helps.
    pub support: SupportId,
    /// What is typed to find whoever is helped.
    pub find: Find,
}

/// What Tab makes after a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// Nothing.
    Nothing,
    /// The next of several that were made at once.
    Name(PersonId),
    /// Another child.
    Child(ChildOf, Bond),
    /// Another brother or sister.
    Sibling(PersonId),
    /// Another partner.
    Partner(PersonId),
    /// The other of two parents, of whom the first is here.
    Parent(UnionId),
    /// Nothing; and without a name this one does not stay.
    OnlyNamed,
}

/// A sentence at the bottom of the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The sentences.
    pub messages: Vec<Message>,
    /// Is undo offered beside it?
    pub undo: Undo,
    /// When it goes by itself, in seconds of egui's clock; `None` stays until tapped.
    pub until: Option<f64>,
    /// Already shown, so that its end is known.
    pub timed: bool,
}

/// Whether undo is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undo {
    /// Yes, while the document is in this state: of anything later it would undo something else.
    Offered(u64),
    /// No.
    Not,
}

/// What the pointer drags on the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Drag {
    /// A person along its row, in map units.
    Person {
        /// Who.
        id: PersonId,
        /// The x where it was taken up.
        from: f64,
        /// The x where it is held.
        x: f64,
    },
    /// A line from a handle of the selection to somebody.
    Link(Handle),
    /// A line between the selected person and somebody.
    Line,
    /// A line from somebody who helps to whom it helps.
    Tie(SupportId),
}

impl Session {
    /// Tells something that goes away by itself.
    pub fn tell(&mut self, message: Message) {
        self.notice = Some(Notice {
            messages: vec![message],
            undo: Undo::Not,
            until: Some(6.0),
            timed: false,
        });
    }

    /// Tells something that can be undone.
    pub fn tell_with_undo(&mut self, message: Message, revision: u64) {
        self.notice = Some(Notice {
            messages: vec![message],
            undo: Undo::Offered(revision),
            until: Some(12.0),
            timed: false,
        });
    }

    /// What was told of the step that led to `revision` is true no more: it was taken back.
    pub(super) fn untell(&mut self, revision: u64) {
        self.notice.take_if(|it| matches!(it.undo, Undo::Offered(of) if of == revision));
    }

    /// Tells something that must be read.
    pub fn warn(&mut self, messages: Vec<Message>) {
        self.notice = Some(Notice { messages, undo: Undo::Not, until: None, timed: false });
    }

    /// What was opened of somebody closes with somebody else.
    pub(super) fn close_what_was_left(&mut self) {
        let selection = self.selection.as_ref();
        let is_here = |id: &PersonId| selection == Some(&Subject::Person(id.clone()));
        self.opened.people.retain(is_here);
        self.opened.at.take_if(|at| selection != Some(at));
    }

    /// Opens the details of one thing, or closes them. With the keyboard in the panel, the caret goes
    /// into what opens, and back to the row of what closes.
    pub(super) fn open_detail(&mut self, detail: Option<Detail>) {
        if self.by_keys && self.panel.is_in() {
            match (&detail, &self.detail) {
                (Some(detail), _) => self.typing.want(&detail.first_field()),
                (None, Some(closed)) => self.typing.want_row(closed),
                (None, None) => {}
            }
        }
        self.detail = detail;
    }

    /// Opens what is hidden at `subject` until something else is selected, or closes it.
    pub(super) fn open_at(&mut self, subject: Subject) {
        let was_open = self.opened.holds(&subject);
        self.opened.people.clear();
        self.opened.at = None;
        match subject {
            _ if was_open || self.opened.eyes == Eyes::Anybody => {}
            Subject::Person(id) => self.opened.people = BTreeSet::from([id]),
            other => self.opened.at = Some(other),
        }
    }

    /// Opens what is hidden because it is of these kinds; none closes it.
    pub(super) fn open_kinds(&mut self, kinds: BTreeSet<KindId>) {
        if self.opened.eyes == Eyes::Table {
            self.opened.kinds = kinds;
        }
    }

    /// Opens the list of commands, or closes it.
    pub(super) fn toggle_commands(&mut self) {
        let is_open = self.commands.take().is_some();
        self.commands = (!is_open).then(String::new);
    }

    /// Hides everything sensitive, and the way to open it, until it is asked for again.
    pub(super) fn toggle_private(&mut self) {
        let (opened, words) = match self.opened.eyes {
            Eyes::Table => (Opened::private(), "told-private-on"),
            Eyes::Anybody => (Opened::default(), "told-private-off"),
        };
        self.opened = opened;
        self.tell(Message::new(words));
    }

    /// Forgets everything about the map that was open.
    pub fn leave_map(&mut self) {
        let lang = self.lang;
        // Whoever looks on still does.
        let opened = Opened { eyes: self.opened.eyes, ..Opened::default() };
        *self = Self { lang, opened, names: self.names, ..Self::default() };
    }

    /// The goal that is open in the panel now: that of whoever is looked at.
    pub(super) fn open_goal<'s>(&'s self, map: &FamilyMap) -> Option<&'s GoalId> {
        let Some(Detail::Goal(id)) = &self.detail else { return None };
        let is_looked_at = match (&map.goals.get(id)?.whose, &self.selection) {
            (Whose::Person(whose), Some(Subject::Person(at))) => whose == at,
            (Whose::Household(whose), Some(Subject::Household(at))) => whose == at,
            (whose, at) => *whose == Whose::Family && at.is_none(),
        };
        is_looked_at.then_some(id)
    }

    /// The selected person, if it is one.
    #[must_use]
    pub const fn person(&self) -> Option<&PersonId> {
        match &self.selection {
            Some(Subject::Person(id)) => Some(id),
            _ => None,
        }
    }
}
