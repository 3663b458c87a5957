//! The views of an open map; and what can be asked of its story: making it, and telling it.

use egui::Key;

use crate::ui::action::id::Id;
use crate::ui::action::press::{Keys, Press};
use crate::ui::action::row::{Room, Row, plain, row, some};
use crate::ui::action::situation::Situation;
use crate::ui::action::{Action, EditAction, LookAction};
use crate::ui::terms::{SceneEdit, Screen, StoryStep, Way};

pub(super) static ROWS: &[Row] = &[
    row(
        Id::ShowMap,
        ("do-show-map", "users"),
        plain(&[Press::ctrl(Key::Num1)]),
        Room::View,
        |_| vec![Action::Look(LookAction::Show(Screen::Map))],
    ),
    row(
        Id::ShowOverview,
        ("do-show-overview", "list"),
        plain(&[Press::ctrl(Key::Num2)]),
        Room::View,
        |_| vec![Action::Look(LookAction::Show(Screen::Overview))],
    ),
    row(
        Id::ShowLifelines,
        ("do-show-lifelines", "user"),
        plain(&[Press::ctrl(Key::Num3)]),
        Room::View,
        |_| vec![Action::Look(LookAction::Show(Screen::Lifelines))],
    ),
    row(
        Id::ShowStory,
        ("do-show-story", "presentation"),
        plain(&[Press::ctrl(Key::Num4)]),
        Room::View,
        |_| vec![Action::Look(LookAction::Show(Screen::Story))],
    ),
    row(
        Id::ShowList,
        ("do-show-list", "list"),
        plain(&[Press::ctrl(Key::Num5)]),
        Room::View,
        |_| vec![Action::Look(LookAction::Show(Screen::List))],
    ),
    row(
        Id::RecordScene,
        ("do-record-scene", "camera"),
        // In English the letter is for a sister.
        Keys::each(&[Press::plain(Key::S), Press::shift(Key::S)], &[Press::shift(Key::S)]),
        Room::View,
        |it| {
            let is_open = it.session.palette.is_none() && it.session.line.is_none();
            some(is_open, Action::Edit(EditAction::Scene(SceneEdit::Record)))
        },
    ),
    row(
        Id::RecordScene,
        ("do-record-scene", "camera"),
        Keys::each(&[], &[Press::plain(Key::S)]),
        Room::Story,
        |_| vec![Action::Edit(EditAction::Scene(SceneEdit::Record))],
    ),
    row(
        Id::SceneBefore,
        ("do-scene-before", "caret-left"),
        plain(&[Press::plain(Key::ArrowLeft), Press::plain(Key::PageUp)]),
        Room::Story,
        |it| look(it, StoryStep::Beside(Way::Back)),
    ),
    row(
        Id::SceneAfter,
        ("do-scene-after", "caret-right"),
        plain(&[Press::plain(Key::ArrowRight), Press::plain(Key::PageDown)]),
        Room::Story,
        |it| look(it, StoryStep::Beside(Way::On)),
    ),
    row(
        Id::SceneEarlier,
        ("do-scene-earlier", "arrow-left"),
        plain(&[Press::ctrl(Key::ArrowLeft)]),
        Room::Story,
        |it| edit(it, SceneEdit::Move(Way::Back)),
    ),
    row(
        Id::SceneLater,
        ("do-scene-later", "arrow-right"),
        plain(&[Press::ctrl(Key::ArrowRight)]),
        Room::Story,
        |it| edit(it, SceneEdit::Move(Way::On)),
    ),
    row(
        Id::DuplicateScene,
        ("do-duplicate-scene", "copy"),
        plain(&[Press::ctrl(Key::D)]),
        Room::Story,
        |it| edit(it, SceneEdit::Duplicate),
    ),
    row(
        Id::RemoveScene,
        ("do-remove-scene", "trash"),
        plain(&[Press::plain(Key::Delete), Press::plain(Key::Backspace)]),
        Room::Story,
        |it| edit(it, SceneEdit::Remove),
    ),
    row(Id::Tell, ("do-tell", "play"), plain(&[Press::plain(Key::F5)]), Room::Document, |it| {
        let is_told = it.session.telling.is_some();
        some(!is_told, Action::Look(LookAction::Story(StoryStep::Tell)))
    }),
    row(Id::SecondWindow, ("do-second-window", "monitor-play"), Keys::NONE, Room::Document, |_| {
        vec![Action::Look(LookAction::Story(StoryStep::SecondWindow))]
    }),
    row(
        Id::TellNext,
        ("do-tell-next", "caret-right"),
        plain(&[
            Press::plain(Key::ArrowRight),
            Press::plain(Key::Space),
            Press::plain(Key::PageDown),
            Press::plain(Key::Enter),
        ]),
        Room::Telling,
        |_| tell(StoryStep::Step(Way::On)),
    ),
    row(
        Id::TellBack,
        ("do-tell-back", "caret-left"),
        plain(&[Press::plain(Key::ArrowLeft), Press::plain(Key::PageUp)]),
        Room::Telling,
        |_| tell(StoryStep::Step(Way::Back)),
    ),
    row(
        Id::TellBlank,
        ("do-tell-blank", "moon"),
        plain(&[Press::plain(Key::B)]),
        Room::Telling,
        |_| tell(StoryStep::Blank),
    ),
    row(
        Id::TellPointer,
        ("do-tell-pointer", "crosshair-simple"),
        plain(&[Press::plain(Key::P)]),
        Room::Telling,
        |_| tell(StoryStep::Pointer),
    ),
    row(
        Id::TellAgain,
        ("do-tell-again", "arrow-counter-clockwise"),
        plain(&[Press::plain(Key::R)]),
        Room::Telling,
        |_| tell(StoryStep::Again),
    ),
    row(
        Id::TellEnd,
        ("do-tell-end", "x"),
        plain(&[Press::plain(Key::Escape)]),
        Room::Telling,
        |_| tell(StoryStep::End),
    ),
];

fn tell(step: StoryStep) -> Vec<Action> {
    vec![Action::Look(LookAction::Story(step))]
}

fn look(it: &Situation<'_>, step: StoryStep) -> Vec<Action> {
    if it.document.map().story.is_empty() { Vec::new() } else { tell(step) }
}

fn edit(it: &Situation<'_>, edit: SceneEdit) -> Vec<Action> {
    some(!it.document.map().story.is_empty(), Action::Edit(EditAction::Scene(edit)))
}
