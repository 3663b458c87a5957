//! What the user asks for. Panels give these back; the app carries them out after the frame.

mod id;
mod keyboard;
mod press;
mod relatives;
mod row;
mod situation;
mod table;
mod walk;

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::dialogs::TrainingYears;
use super::terms::{Detail, Fit, Kin, Level, Lit, SceneEdit, Screen, StoryStep, TimeStep};
use super::typing::Written;
use crate::document::{ChildOf, Command, OwnWords, Parents, VisitId, When};
use crate::gedcom::Charset;
use crate::i18n::{Lang, Message};
use crate::model::{
    Bearer, Bond, CardId, Field, GoalId, GoingOn, HouseholdId, KindId, LifeCourse, LinesShown,
    Party, PersonId, Said, Subject, SupportId, Supported, Whose,
};
use crate::quick::Choice;
use crate::scene::{Across, LifeView, Part};
use crate::shown::Names;
use crate::theme::ThemeName;

pub(super) use id::Id;
pub(super) use keyboard::{done_by, pressed, pressed_over_all, words_of};
pub(super) use press::Press;
pub(super) use relatives::{Whom, bearer, join, link, lone_parent_child, tap};
pub(super) use row::Row;
pub(super) use situation::Situation;
pub(super) use table::table;

/// One thing the user asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change the map, or take a change back.
    Edit(EditAction),
    /// Change only what is seen.
    Look(LookAction),
    /// Open, save, leave.
    File(FileAction),
}

/// What changes the map.
#[derive(Clone, Debug, PartialEq)]
pub enum EditAction {
    /// Change the map in one step.
    Do(Command),
    /// Change the map in one step and say what was done, with undo beside it.
    DoAndTell(Message, Command),
    /// Change the map in several commands that are one step for the user.
    DoAll(Message, Vec<Command>),
    /// Write something in a field of the map.
    Write(Field, Written),
    /// Change the map by what is typed in this visit to a field.
    DoInVisit(VisitId, Command),
    /// Add the parents that are missing.
    AddParents(PersonId, Parents),
    /// Add a partner, then select the union and type the name.
    AddPartner(PersonId),
    /// Add a child, then type the name.
    AddChild(ChildOf, Bond),
    /// Add a brother or sister, then type the name.
    AddSibling(PersonId),
    /// Add a twin, then type the name.
    AddTwin(PersonId),
    /// Make two people on the map a couple.
    LinkPartners(PersonId, PersonId),
    /// Make somebody on the map a child of others on the map.
    LinkChild(ChildOf, Bond, PersonId),
    /// Make somebody on the map a parent of another.
    LinkParent {
        /// The child.
        child: PersonId,
        /// The parent.
        parent: PersonId,
    },
    /// Make two people on the map brothers or sisters: the second comes to the first.
    LinkSiblings(PersonId, PersonId),
    /// Let a child stand under other parents.
    MoveChild(PersonId, ChildOf),
    /// Add somebody new with this name, who belongs to somebody in this way.
    AddKin(PersonId, Kin, String),
    /// Add a child who is expected, who was lost, or several of unknown number.
    AddChildAs(ChildOf, NewChild),
    /// Add somebody who is no family: a neighbour, a friend, a coach.
    AddLoose,
    /// Say who lives together.
    Home(HomeAction),
    /// Add somebody who helps, then type the name (the app gives it an id).
    AddSupport(Supported),
    /// Tie somebody who helps to a person or a home.
    Tie(SupportId, Supported),
    /// Draw a line between two people (the app gives it an id).
    AddRelation(NewRelation),
    /// Attach a problem (the app gives it an id).
    AddEntry(Bearer, NewEntry),
    /// Attach words of the family's own, of no life area yet (the app gives them ids).
    AddOwnWords(OwnWords),
    /// Attach a strength: of the catalogue, or in own words.
    AddStrength(Bearer, NewStrength),
    /// Set a goal, to be typed at once (the app gives it an id).
    AddGoal(Whose),
    /// Set a goal that answers a finding, with this first step.
    WriteFirstStep(CardId, Written),
    /// Show again what was not for today.
    ShowAgain,
    /// Take the last step back.
    Undo,
    /// Do the last undone step again.
    Redo,
    /// Take somebody or something off the map; says what stays and offers undo.
    Remove(Subject),
    /// Fold away what is below somebody, or unfold it.
    ToggleFold(PersonId),
    /// Change the scenes of the story.
    Scene(SceneEdit),
    /// Put on the map what stands in the quick line.
    TakeQuick,
    /// Put this problem on all of them who have it not, in one step.
    PutOnAll(BTreeSet<PersonId>, KindId),
    /// Take all of them off the map, in one step.
    RemoveAll(BTreeSet<PersonId>),
}

/// What changes only what the user sees.
#[derive(Clone, Debug, PartialEq)]
pub enum LookAction {
    /// Look at somebody or something; `None` at nobody.
    Select(Option<Subject>),
    /// Type somebody's name on the map.
    EditName(PersonId),
    /// Type the title of the map.
    EditTitle,
    /// Something was typed in the name field on the map.
    NameTyped,
    /// Typing a name on the map ended.
    NameDone(NameEnd),
    /// Draw a line between two people.
    Line(LineStep),
    /// Draw a loop around people next, or no longer.
    ToggleLasso,
    /// These people are chosen together.
    Choose(BTreeSet<PersonId>),
    /// Ask on the map whom this one helps; `None` asks no more.
    Tie(Option<SupportId>),
    /// Ask who belongs to somebody in this way; `None` asks no more.
    Kin(Option<(PersonId, Kin)>),
    /// Ask to whom what this key does is to be done; `None` asks no more.
    AskWhom(Option<egui::KeyboardShortcut>),
    /// Do what was asked for to this one.
    ForWhom(PersonId),
    /// A letter was typed in the panel, where it means nothing: say so.
    LetterInPanel,
    /// Say how these two are related, at the first of them.
    Relate(PersonId, PersonId),
    /// Open the palette of problems for somebody.
    OpenPalette(Bearer),
    /// Open the details of one thing in the panel; `None` closes them.
    OpenDetail(Option<Detail>),
    /// Look at a goal: at whoever's it is, with it open.
    OpenGoal(GoalId),
    /// Open the palette of strengths for somebody.
    OpenStrengths(Bearer),
    /// Take the keyboard from the map into the panel, or back.
    Cross,
    /// Close whatever is open on top of the map.
    ClosePopup,
    /// Turn a strand on the map on or off.
    ToggleStrand(CardId),
    /// Preview a strand while the pointer or focus is on its card.
    PreviewStrand(Option<CardId>),
    /// Take any other view.
    Zoom(Fit),
    /// Show a part of the family; `None` shows everybody.
    ShowPart(Option<Part>),
    /// Let some people stand out; `None` nobody.
    Light(Option<Lit>),
    /// Explain the signs below the family, or no longer.
    ToggleLegend,
    /// Look back at another year.
    Time(TimeStep),
    /// Which ties of those who help are on the map.
    ShowTies(LinesShown),
    /// Ask what the map shows, or no longer.
    ToggleShow,
    /// Look at these people side by side; `None` no longer.
    Beside(Option<Vec<PersonId>>),
    /// Ask what goes on paper, or no longer.
    TogglePaper,
    /// Show or hide the rules by which the map is drawn.
    ToggleRules,
    /// Show or hide the list of keys.
    ToggleManual,
    /// Show or hide the list of commands.
    ToggleCommands,
    /// Fill the screen, or stop doing so.
    FullScreen,
    /// Show on the shelf only the cases of this level; `None` all.
    ShowLevel(Option<Level>),
    /// Go to the search field.
    Search,
    /// Put away the sentence at the bottom.
    DismissNotice,
    /// Look otherwise.
    Wear(ThemeName),
    /// Speak another language.
    Speak(Lang),
    /// Let everybody stand where the rules want them, wherever they stood.
    Tidy,
    /// Go to another view.
    Show(Screen),
    /// Show what is hidden because it is of these kinds; none hides it again.
    Reveal(BTreeSet<KindId>),
    /// Open what is hidden at this one until another is selected, or close it.
    OpenHidden(Subject),
    /// Hide everything sensitive and the way to open it, or no longer.
    TogglePrivate,
    /// Call people by their names, by other ones, or not at all.
    Call(Names),
    /// Leave open today what is asked of somebody for a card.
    PutOff(PersonId, CardId),
    /// Ask about somebody of whom something on the map is not known.
    AskAbout(PersonId),
    /// Let this stand across in the overview.
    ShowAcross(Across),
    /// Look at these lives, in this way.
    Lives(LifeView),
    /// Look at the story, or tell it.
    Story(StoryStep),
    /// Type a family as lines.
    Quick(QuickStep),
    /// Put problems on whoever is tapped, or no longer.
    Paint(PaintStep),
    /// Put the caret in this field of the panel.
    WriteIn(Field),
}

/// What is about files and other maps.
#[derive(Clone, Debug, PartialEq)]
pub enum FileAction {
    /// Read the file of another program once more, with letters of this encoding.
    ReadLettersAs(Charset),
    /// Start a new map.
    New,
    /// Choose a file and open it.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Open work that was not saved when a window ended.
    OpenLeftover(PathBuf),
    /// Throw such work away; asks first.
    AskThrowAway(PathBuf),
    /// Put back what was thrown away.
    PutBack(PathBuf),
    /// List what was thrown away, or no longer.
    ShowThrownAway,
    /// Open a built-in example, by its place in the list.
    OpenExample(usize),
    /// Save; asks for a name when there is none.
    Save,
    /// Save under another name.
    SaveAs,
    /// Seal the map with a passphrase, or with another one.
    Seal,
    /// Ask no more whether the new map gets a passphrase.
    SealLater,
    /// Shut the lock.
    Lock,
    /// Show earlier versions of the map, or no longer.
    ShowVersions,
    /// Puts a copy for training somewhere: no names, no words, other years.
    ForTraining(TrainingYears),
    /// Go on in a copy, to try what would be if: the map and its file stay as they are.
    WhatIf,
    /// Write a picture of what is on the screen.
    ExportPicture,
    /// Ask whether everything may go that the program keeps on this computer.
    AskLeaveNothing,
    /// Let it go.
    LeaveNothing,
    /// Write the chosen sheet of paper as a PDF file; asks where.
    SavePaper,
    /// Print the chosen sheet of paper.
    PrintPaper,
    /// Back to the home screen.
    GoHome,
}

/// What is asked about who lives together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeAction {
    /// Look at the home of this person; without one, make it and type its name.
    Open(PersonId),
    /// A home of these people; its name is typed.
    Of(Vec<PersonId>),
    /// One more home for somebody who has one.
    Add(PersonId),
    /// These people live in that home, too.
    MoveIn(HouseholdId, Vec<PersonId>),
    /// Ask no more where the children live who were added just now.
    AskNoMore,
}

/// A child who is no living person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewChild {
    /// Expected, or lost.
    Unborn(LifeCourse),
    /// More children, of unknown number.
    Several,
}

/// How typing a name on the map ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameEnd {
    /// Done; stay with the person.
    Enter,
    /// Done; another of the same kind.
    Tab,
    /// Back to where one came from. A person that was new and got no name goes again.
    Esc,
    /// Something else was tapped.
    Left,
}

/// The steps of putting problems on many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaintStep {
    /// Begin; no kind is chosen yet.
    Begin,
    /// This kind; the same again ends it.
    Kind(KindId),
    /// No longer.
    End,
}

/// The steps of the quick line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuickStep {
    /// Open it, with what stood in it before.
    Open,
    /// Close it; what stands in it stays for the next time.
    Close,
    /// This doubtful name is of this one.
    Answer(String, Choice),
}

/// The steps of drawing a line; which kind it is makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineStep {
    /// From somebody: to whom is asked.
    From(PersonId),
    /// To somebody: which kind is asked.
    To(Party),
    /// No line after all.
    End,
}

/// A line that is about to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRelation {
    /// From whom.
    pub from: PersonId,
    /// To whom.
    pub to: Party,
    /// Which kind.
    pub kind: KindId,
}

/// A problem that is about to be attached.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEntry {
    /// Which kind.
    pub kind: KindId,
    /// Yes, maybe or asked: no.
    pub said: Said,
    /// Since when, until when.
    pub when: When,
    /// Does it go on?
    pub going_on: GoingOn,
}

impl NewEntry {
    /// It is there; nothing more is known yet.
    #[must_use]
    pub const fn yes(kind: KindId) -> Self {
        let when = When { since: None, until: None };
        Self { kind, said: Said::Yes, when, going_on: GoingOn::Unknown }
    }
}

/// A strength that is about to be attached.
#[derive(Clone, Debug, PartialEq)]
pub struct NewStrength {
    /// Which kind.
    pub kind: KindId,
    /// Yes, maybe or asked: no.
    pub said: Said,
    /// Since when, until when.
    pub when: When,
}

impl NewStrength {
    /// It is there; nothing more is known yet.
    #[must_use]
    pub const fn yes(kind: KindId) -> Self {
        let when = When { since: None, until: None };
        Self { kind, said: Said::Yes, when }
    }
}
