//! What a user can ask for by name: one row each. Keys, menus, buttons, the list of commands, the
//! list of keys and what a screen reader offers all come from here.

mod story;

use egui::Key;

use super::id::Id;
use super::press::{Keys, Press};
use super::relatives::Focus;
use super::row::{Room, Row, plain, row, some};
use super::situation::Situation;
use super::walk::{Way, focus_step, reading_step, walk};
use super::{
    Action, EditAction, FileAction, HomeAction, LineStep, LookAction, NewChild, PaintStep,
    QuickStep, relatives,
};
use crate::document::{Command, Parentage, Parents};
use crate::i18n::Lang;
use crate::model::{Bond, LifeCourse, PersonId, Subject, Supported, Whose};
use crate::shown::Names;
use crate::ui::dialogs::TrainingYears;
use crate::ui::terms::{Fit, Handle, Kin, TimeStep};
use crate::ui::{beside, frequent, part};

/// Every row, in the order of the list of keys.
pub(in crate::ui) fn table() -> impl Iterator<Item = &'static Row> + Clone {
    TABLE.iter().chain(story::ROWS)
}

static TABLE: &[Row] = &[
    row(
        Id::AddParents,
        ("do-parents", "users"),
        Keys::each(&[Press::plain(Key::O)], &[Press::plain(Key::U)]),
        Room::Map,
        |it| tap(it, Handle::Parents),
    ),
    row(
        Id::AddOneParent,
        ("do-one-parent", "user"),
        Keys::each(&[Press::shift(Key::O)], &[Press::shift(Key::U)]),
        Room::Map,
        |it| edit(it, |id| EditAction::AddParents(id, Parents::One)),
    ),
    row(Id::AddPartner, ("do-partner", "user"), plain(&[Press::plain(Key::P)]), Room::Map, |it| {
        tap(it, Handle::Partner)
    }),
    row(
        Id::AddChild,
        ("do-child", "baby"),
        Keys::each(&[Press::plain(Key::K)], &[Press::plain(Key::C)]),
        Room::Map,
        |it| tap(it, Handle::Child),
    ),
    row(Id::AddFosterChild, ("do-foster", "baby"), Keys::NONE, Room::Map, |it| {
        child(it, Bond::Foster)
    }),
    row(Id::AddAdoptedChild, ("do-adopted", "baby"), Keys::NONE, Room::Map, |it| {
        child(it, Bond::Adopted)
    }),
    row(Id::AddPregnancy, ("do-pregnancy", "baby"), Keys::NONE, Room::Map, |it| {
        child_as(it, NewChild::Unborn(LifeCourse::Pregnancy))
    }),
    row(Id::AddMiscarriage, ("do-miscarriage", "baby"), Keys::NONE, Room::Map, |it| {
        child_as(it, NewChild::Unborn(LifeCourse::Miscarriage))
    }),
    row(Id::AddStillbirth, ("do-stillbirth", "baby"), Keys::NONE, Room::Map, |it| {
        child_as(it, NewChild::Unborn(LifeCourse::Stillbirth))
    }),
    row(Id::AddAbortion, ("do-abortion", "baby"), Keys::NONE, Room::Map, |it| {
        child_as(it, NewChild::Unborn(LifeCourse::Abortion))
    }),
    row(Id::AddMoreChildren, ("do-more-children", "baby"), Keys::NONE, Room::Map, |it| {
        child_as(it, NewChild::Several)
    }),
    row(Id::AddLoose, ("do-loose", "user"), Keys::NONE, Room::Map, |_| {
        vec![Action::Edit(EditAction::AddLoose)]
    }),
    row(
        Id::AddSibling,
        ("do-sibling", "users"),
        Keys::each(&[Press::plain(Key::B)], &[Press::plain(Key::S)]),
        Room::Map,
        |it| tap(it, Handle::Sibling),
    ),
    row(Id::AddTwin, ("do-twin", "users"), plain(&[Press::plain(Key::T)]), Room::Map, |it| {
        edit(it, EditAction::AddTwin)
    }),
    row(Id::OtherParents, ("do-other-parents", "users"), Keys::NONE, Room::Map, |it| {
        kin(it, Kin::Parents(Parentage::Instead))
    }),
    row(Id::MoreParents, ("do-more-parents", "users"), Keys::NONE, Room::Map, |it| {
        kin(it, Kin::Parents(Parentage::AsWell(Bond::Foster)))
    }),
    row(Id::JoinKin, ("do-join-kin", "link"), plain(&[Press::plain(Key::J)]), Room::Map, |it| {
        kin(it, Kin::Sibling)
    }),
    row(Id::Related, ("do-related", "users"), plain(&[Press::shift(Key::R)]), Room::Map, |it| {
        kin(it, Kin::Asked)
    }),
    row(
        Id::Problems,
        ("do-problems", "chat-text"),
        plain(&[Press::plain(Key::W)]),
        Room::Map,
        |it| all(it.session.selection.as_ref().and_then(relatives::palette)),
    ),
    row(Id::Strengths, ("do-strengths", "heart"), Keys::NONE, Room::Map, |it| {
        let bearer = it.session.selection.as_ref().and_then(relatives::bearer);
        all(bearer.map(LookAction::OpenStrengths).map(Action::Look))
    }),
    row(
        Id::LivesHere,
        ("do-lives-here", "house-line"),
        plain(&[Press::plain(Key::H)]),
        Room::Map,
        |it| edit(it, |id| EditAction::Home(HomeAction::Open(id))),
    ),
    row(Id::Lasso, ("do-lasso", "users-three"), plain(&[Press::shift(Key::H)]), Room::Map, |_| {
        vec![Action::Look(LookAction::ToggleLasso)]
    }),
    row(Id::AddGoal, ("do-goal", "flag"), plain(&[Press::plain(Key::Plus)]), Room::Map, |it| {
        let whose = match &it.session.selection {
            Some(Subject::Person(id)) => Some(Whose::Person(id.clone())),
            Some(Subject::Household(id)) => Some(Whose::Household(id.clone())),
            None => Some(Whose::Family),
            Some(_) => None,
        };
        all(whose.map(EditAction::AddGoal).map(Action::Edit))
    }),
    row(
        Id::WhoHelps,
        ("do-who-helps", "handshake"),
        plain(&[Press::plain(Key::G)]),
        Room::Map,
        |it| match &it.session.selection {
            Some(Subject::Household(id)) => {
                vec![Action::Edit(EditAction::AddSupport(Supported::Household(id.clone())))]
            }
            _ => edit(it, |id| EditAction::AddSupport(Supported::Person(id))),
        },
    ),
    row(Id::DrawLine, ("do-line", "link"), plain(&[Press::plain(Key::R)]), Room::Map, |it| {
        look(it, |id| LookAction::Line(LineStep::From(id)))
    }),
    row(
        Id::Tie,
        ("do-tie", "handshake"),
        plain(&[Press::plain(Key::R)]),
        Room::Map,
        |it| match &it.session.selection {
            Some(Subject::Support(id)) => vec![Action::Look(LookAction::Tie(Some(id.clone())))],
            _ => Vec::new(),
        },
    ),
    row(Id::Paint, ("do-paint", "paint-brush"), plain(&[Press::shift(Key::W)]), Room::Map, |it| {
        let is_on = it.session.paint.is_some();
        let step = if is_on { PaintStep::End } else { PaintStep::Begin };
        vec![Action::Look(LookAction::Paint(step))]
    }),
    digit::<0>(&[Press::plain(Key::Num1)]),
    digit::<1>(&[Press::plain(Key::Num2)]),
    digit::<2>(&[Press::plain(Key::Num3)]),
    digit::<3>(&[Press::plain(Key::Num4)]),
    digit::<4>(&[Press::plain(Key::Num5)]),
    digit::<5>(&[Press::plain(Key::Num6)]),
    digit::<6>(&[Press::plain(Key::Num7)]),
    digit::<7>(&[Press::plain(Key::Num8)]),
    digit::<8>(&[Press::plain(Key::Num9)]),
    row(
        Id::Rename,
        ("do-rename", "pencil-simple"),
        plain(&[Press::plain(Key::Enter), Press::plain(Key::F2)]),
        Room::Map,
        |it| {
            // A name that is not shown cannot be changed: what was typed would take its place unseen.
            let is_seen = it.session.names == Names::Shown;
            if is_seen { look(it, LookAction::EditName) } else { Vec::new() }
        },
    ),
    row(
        Id::Title,
        ("do-title", "pencil-simple"),
        plain(&[Press::plain(Key::F2)]),
        Room::View,
        |it| {
            // With somebody selected the same key is for that name.
            let is_free = it.session.selection.is_none() && it.session.names == Names::Shown;
            some(is_free, Action::Look(LookAction::EditTitle))
        },
    ),
    arrow::<0>(&[Press::plain(Key::ArrowUp)]),
    arrow::<1>(&[Press::plain(Key::ArrowDown)]),
    arrow::<2>(&[Press::plain(Key::ArrowLeft)]),
    arrow::<3>(&[Press::plain(Key::ArrowRight)]),
    row(
        Id::FocusPerson,
        ("do-focus-person", "house"),
        plain(&[Press::plain(Key::Home)]),
        Room::Map,
        |it| match it.session.time {
            // The first year.
            Some(_) => Vec::new(),
            None => {
                let selected = it.session.selection.as_ref();
                go(focus_step(it.document.map(), it.derived, selected))
            }
        },
    ),
    row(
        Id::Cross,
        ("do-cross", "arrows-left-right"),
        plain(&[Press::plain(Key::F6)]),
        Room::Document,
        |it| some(it.is_on_map() && it.session.palette.is_none(), Action::Look(LookAction::Cross)),
    ),
    row(Id::Near, ("do-near", "users"), plain(&[Press::plain(Key::A)]), Room::Map, |it| {
        look(it, |id| LookAction::ShowPart(Some(part::near(id))))
    }),
    row(
        Id::Everybody,
        ("do-everybody", "users"),
        plain(&[Press::shift(Key::A)]),
        Room::Map,
        |it| some(it.session.part.is_some(), Action::Look(LookAction::ShowPart(None))),
    ),
    row(Id::Fold, ("do-fold", "caret-up"), plain(&[Press::plain(Key::F)]), Room::Map, |it| {
        if is_folded(it) || !has_children(it) {
            Vec::new()
        } else {
            edit(it, EditAction::ToggleFold)
        }
    }),
    row(Id::Unfold, ("do-unfold", "caret-down"), plain(&[Press::plain(Key::F)]), Room::Map, |it| {
        if is_folded(it) { edit(it, EditAction::ToggleFold) } else { Vec::new() }
    }),
    row(Id::LetGo, ("do-let-go", "push-pin"), Keys::NONE, Room::Map, |it| {
        let is_pinned = |id: &&PersonId| it.document.map().view.pins.contains_key(*id);
        let pinned = it.person().filter(is_pinned).cloned();
        all(pinned.map(|id| Action::Edit(EditAction::Do(Command::Pin(id, None)))))
    }),
    row(Id::FocusOn, ("do-focus-on", "user"), Keys::NONE, Room::Map, |it| focus(it, Focus::On)),
    row(Id::FocusOff, ("do-focus-off", "user"), Keys::NONE, Room::Map, |it| focus(it, Focus::Off)),
    row(
        Id::Remove,
        ("do-remove", "trash"),
        plain(&[Press::plain(Key::Delete), Press::plain(Key::Backspace)]),
        Room::Map,
        |it| all(it.session.selection.clone().map(|it| Action::Edit(EditAction::Remove(it)))),
    ),
    row(
        Id::Undo,
        ("do-undo", "arrow-u-up-left"),
        plain(&[Press::ctrl(Key::Z)]),
        Room::View,
        |it| some(it.document.undo_label().is_some(), Action::Edit(EditAction::Undo)),
    ),
    row(
        Id::Redo,
        ("do-redo", "arrow-u-up-right"),
        plain(&[Press::ctrl_shift(Key::Z), Press::ctrl(Key::Y)]),
        Room::View,
        |it| some(it.document.redo_label().is_some(), Action::Edit(EditAction::Redo)),
    ),
    row(
        Id::Search,
        ("do-search", "magnifying-glass"),
        plain(&[Press::ctrl(Key::F)]),
        Room::Document,
        |_| vec![Action::Look(LookAction::Search)],
    ),
    row(
        Id::Quick,
        ("do-quick", "lightning"),
        plain(&[Press::plain(Key::Slash)]),
        Room::Map,
        |_| vec![Action::Look(LookAction::Quick(QuickStep::Open))],
    ),
    row(
        Id::Commands,
        ("do-commands", "list"),
        plain(&[Press::ctrl(Key::K)]),
        Room::Document,
        |_| vec![Action::Look(LookAction::ToggleCommands)],
    ),
    row(Id::Legend, ("do-legend", "question"), plain(&[Press::plain(Key::L)]), Room::Map, |_| {
        vec![Action::Look(LookAction::ToggleLegend)]
    }),
    row(Id::Time, ("do-time", "clock"), Keys::NONE, Room::View, |_| time(TimeStep::Toggle)),
    row(
        Id::EventBefore,
        ("do-event-before", "clock"),
        plain(&[Press::plain(Key::OpenBracket)]),
        Room::Map,
        |_| time(TimeStep::Before),
    ),
    row(
        Id::EventAfter,
        ("do-event-after", "clock"),
        plain(&[Press::plain(Key::CloseBracket)]),
        Room::Map,
        |_| time(TimeStep::After),
    ),
    row(Id::Play, ("do-play", "clock"), Keys::NONE, Room::Map, |it| {
        if it.session.time.is_some() { time(TimeStep::Play) } else { Vec::new() }
    }),
    row(Id::ThenAndNow, ("do-then-and-now", "clock"), Keys::NONE, Room::Map, |_| {
        time(TimeStep::Compare)
    }),
    row(
        Id::Names,
        ("do-names", "user-circle-dashed"),
        plain(&[Press::plain(Key::N)]),
        Room::View,
        |it| vec![Action::Look(LookAction::Call(it.session.names.next()))],
    ),
    row(Id::Show, ("do-show", "eye"), plain(&[Press::plain(Key::V)]), Room::Map, |_| {
        vec![Action::Look(LookAction::ToggleShow)]
    }),
    row(Id::Beside, ("do-beside", "users"), plain(&[Press::plain(Key::Z)]), Room::View, |it| {
        let people = beside::first(it.document.map());
        if people.is_empty() {
            return Vec::new();
        }
        vec![Action::Look(LookAction::Beside(Some(people)))]
    }),
    row(Id::Private, ("do-private", "lock"), plain(&[Press::plain(Key::M)]), Room::View, |_| {
        vec![Action::Look(LookAction::TogglePrivate)]
    }),
    row(Id::Rules, ("do-rules", "list"), Keys::NONE, Room::View, |_| {
        vec![Action::Look(LookAction::ToggleRules)]
    }),
    row(
        Id::FitAll,
        ("do-fit-all", "corners-out"),
        plain(&[Press::shift(Key::Num1), Press::shift(Key::Exclamationmark)]),
        Room::View,
        |_| zoom(Fit::All),
    ),
    row(
        Id::FitSelection,
        ("do-fit-selection", "corners-out"),
        plain(&[Press::shift(Key::Num2)]),
        Room::View,
        |it| if it.session.selection.is_some() { zoom(Fit::Selection) } else { Vec::new() },
    ),
    row(
        Id::Actual,
        ("do-actual", "magnifying-glass"),
        plain(&[Press::ctrl(Key::Num0)]),
        Room::View,
        |_| zoom(Fit::Actual),
    ),
    row(Id::ShowAgain, ("do-show-again", "moon"), Keys::NONE, Room::Document, |_| {
        vec![Action::Edit(EditAction::ShowAgain)]
    }),
    row(
        Id::Save,
        ("do-save", "floppy-disk"),
        plain(&[Press::ctrl(Key::S)]),
        Room::Document,
        |_| vec![Action::File(FileAction::Save)],
    ),
    row(
        Id::SaveAs,
        ("do-save-as", "floppy-disk"),
        plain(&[Press::ctrl_shift(Key::S)]),
        Room::Document,
        |_| vec![Action::File(FileAction::SaveAs)],
    ),
    row(Id::Seal, ("do-seal", "lock-key"), Keys::NONE, Room::Document, |_| {
        vec![Action::File(FileAction::Seal)]
    }),
    row(Id::Lock, ("do-lock", "lock-key"), plain(&[Press::ctrl(Key::L)]), Room::Document, |_| {
        vec![Action::File(FileAction::Lock)]
    }),
    row(Id::Versions, ("do-versions", "clock"), Keys::NONE, Room::Document, |_| {
        vec![Action::File(FileAction::ShowVersions)]
    }),
    row(Id::Picture, ("do-picture", "image"), Keys::NONE, Room::Document, |_| {
        vec![Action::File(FileAction::ExportPicture)]
    }),
    row(Id::Training, ("do-training", "users-three"), Keys::NONE, Room::Document, |_| {
        vec![Action::File(FileAction::ForTraining(TrainingYears::Moved))]
    }),
    row(Id::TrainingTens, ("do-training-tens", "users-three"), Keys::NONE, Room::Document, |_| {
        vec![Action::File(FileAction::ForTraining(TrainingYears::ByTens))]
    }),
    row(Id::WhatIf, ("do-what-if", "copy"), Keys::NONE, Room::Document, |_| {
        vec![Action::File(FileAction::WhatIf)]
    }),
    row(Id::Paper, ("do-paper", "printer"), plain(&[Press::ctrl(Key::P)]), Room::Document, |_| {
        vec![Action::Look(LookAction::TogglePaper)]
    }),
    row(Id::Open, ("do-open", "folder-open"), plain(&[Press::ctrl(Key::O)]), Room::Program, |_| {
        vec![Action::File(FileAction::Open)]
    }),
    row(Id::New, ("do-new", "plus"), plain(&[Press::ctrl(Key::N)]), Room::Program, |_| {
        vec![Action::File(FileAction::New)]
    }),
    row(Id::LeaveNothing, ("do-leave-nothing", "broom"), Keys::NONE, Room::Program, |_| {
        vec![Action::File(FileAction::AskLeaveNothing)]
    }),
    row(Id::Home, ("do-home", "house"), Keys::NONE, Room::Document, |_| {
        vec![Action::File(FileAction::GoHome)]
    }),
    row(
        Id::FullScreen,
        ("do-full-screen", "corners-out"),
        plain(&[Press::plain(Key::F11)]),
        Room::Program,
        |_| vec![Action::Look(LookAction::FullScreen)],
    ),
    row(Id::Escape, ("do-escape", "x"), plain(&[Press::plain(Key::Escape)]), Room::Layer, |it| {
        if it.session.time.is_some() && it.session.selection.is_none() {
            time(TimeStep::Toggle)
        } else if it.session.paint.is_some() {
            vec![Action::Look(LookAction::Paint(PaintStep::End))]
        } else if it.session.lasso.is_some() {
            vec![Action::Look(LookAction::Select(None))]
        } else if it.session.whom.is_some() {
            vec![Action::Look(LookAction::AskWhom(None))]
        } else if it.session.kin.is_some() {
            vec![Action::Look(LookAction::Kin(None))]
        } else if it.session.tying.is_some() {
            vec![Action::Look(LookAction::Tie(None))]
        } else if it.session.line.is_some() {
            vec![Action::Look(LookAction::Line(LineStep::End))]
        } else if it.session.palette.is_some() {
            vec![Action::Look(LookAction::ClosePopup)]
        } else if it.session.panel.is_in() && it.session.selection.is_some() {
            // First back to the map; who is selected stays so.
            vec![Action::Look(LookAction::Cross)]
        } else {
            vec![Action::Look(LookAction::Select(None))]
        }
    }),
    row(Id::Tidy, ("do-tidy", "tree-structure"), Keys::NONE, Room::Map, |_| {
        vec![Action::Look(LookAction::Tidy)]
    }),
    row(Id::Language, ("do-language", "globe"), Keys::NONE, Room::Program, |it| {
        let other = if it.session.lang == Lang::Nl { Lang::En } else { Lang::Nl };
        vec![Action::Look(LookAction::Speak(other))]
    }),
    row(Id::Help, ("do-help", "question"), plain(&[Press::plain(Key::F1)]), Room::Program, |_| {
        vec![Action::Look(LookAction::ToggleManual)]
    }),
    // A sign that is also a letter of a name: only while nothing is typed.
    row(
        Id::Help,
        ("do-help", "question"),
        plain(&[Press::plain(Key::Questionmark), Press::shift(Key::Questionmark)]),
        Room::Map,
        |_| vec![Action::Look(LookAction::ToggleManual)],
    ),
];

const fn digit<const AT: usize>(keys: &'static [Press]) -> Row {
    row(Id::Digit, ("do-digit", "plus"), plain(keys), Room::Map, |it| {
        let Some(kind) = it.session.digits.get(AT) else { return Vec::new() };
        let chosen = &it.session.chosen;
        vec![match it.person() {
            Some(id) => frequent::toggle(it.document.map(), id, kind),
            None if !chosen.is_empty() => {
                Action::Edit(EditAction::PutOnAll(chosen.clone(), kind.clone()))
            }
            // Of nobody: of whoever is tapped.
            None => Action::Look(LookAction::Paint(PaintStep::Kind(kind.clone()))),
        }]
    })
}

const fn arrow<const AT: usize>(keys: &'static [Press]) -> Row {
    row(Id::Walk, ("do-walk", "users"), plain(keys), Room::Map, |it| {
        let ways = [Way::Up, Way::Down, Way::Left, Way::Right];
        let map = it.document.map();
        go(match (&it.session.selection, ways.get(AT)) {
            (Some(from), Some(way)) => walk(map, it.derived, from, *way),
            _ => reading_step(map, it.derived),
        })
    })
}

fn all(action: Option<Action>) -> Vec<Action> {
    action.into_iter().collect()
}

fn tap(it: &Situation<'_>, handle: Handle) -> Vec<Action> {
    let selection = it.session.selection.as_ref();
    all(selection.and_then(|selection| relatives::tap(it.document.map(), selection, handle)))
}

fn child(it: &Situation<'_>, bond: Bond) -> Vec<Action> {
    let map = it.document.map();
    let of = it.session.selection.as_ref().and_then(|it| relatives::parents_of_new(map, it));
    all(of.map(|of| Action::Edit(EditAction::AddChild(of, bond))))
}

fn edit(it: &Situation<'_>, action: impl Fn(PersonId) -> EditAction) -> Vec<Action> {
    all(it.person().cloned().map(action).map(Action::Edit))
}

fn look(it: &Situation<'_>, action: impl Fn(PersonId) -> LookAction) -> Vec<Action> {
    all(it.person().cloned().map(action).map(Action::Look))
}

fn child_as(it: &Situation<'_>, child: NewChild) -> Vec<Action> {
    let map = it.document.map();
    let of = it.session.selection.as_ref().and_then(|it| relatives::parents_of_new(map, it));
    all(of.map(|of| Action::Edit(EditAction::AddChildAs(of, child))))
}

/// Asks who belongs to the selected person in this way.
fn kin(it: &Situation<'_>, kin: Kin) -> Vec<Action> {
    look(it, |id| LookAction::Kin(Some((id, kin))))
}

fn zoom(fit: Fit) -> Vec<Action> {
    vec![Action::Look(LookAction::Zoom(fit))]
}

/// Selects somebody, and shows where they are.
fn go(to: Option<Subject>) -> Vec<Action> {
    let Some(to) = to else { return Vec::new() };
    let mut actions = vec![Action::Look(LookAction::Select(Some(to)))];
    actions.extend(zoom(Fit::Reveal));
    actions
}

fn is_folded(it: &Situation<'_>) -> bool {
    it.person().is_some_and(|id| it.document.map().view.folded.contains(id))
}

fn has_children(it: &Situation<'_>) -> bool {
    let map = it.document.map();
    it.person().is_some_and(|id| map.unions_of(id).any(|(_, union)| !union.children.is_empty()))
}

/// Puts the selected person at the table, or no longer.
fn focus(it: &Situation<'_>, wanted: Focus) -> Vec<Action> {
    all(it.person().and_then(|id| relatives::at_table(it.document.map(), id, wanted)))
}

/// Looks back.
fn time(step: TimeStep) -> Vec<Action> {
    vec![Action::Look(LookAction::Time(step))]
}

impl Id {
    /// Its row; several rows of one name stand together, this is the first.
    pub(in crate::ui) fn row(self) -> Option<&'static Row> {
        table().find(|row| row.id == self)
    }
}

#[cfg(test)]
mod tests;
