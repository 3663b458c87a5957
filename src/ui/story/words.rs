//! The texts of a scene: where each stands, and what comes of what is typed.

use crate::document::{Command, MapEdit};
use crate::i18n::{Message, Texts};
use crate::model::{CardId, Reveal, StoryScene};
use crate::ui::typing::Written;
use crate::ui::{Action, EditAction};

/// A text of a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    Title,
    Text,
    Reveal,
    Notes,
    Trap,
    Year,
    Minutes,
}

impl Words {
    /// Its name and its label.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Title => "story-field-title",
            Self::Text => "story-field-text",
            Self::Reveal => "story-field-reveal",
            Self::Notes => "story-field-notes",
            Self::Trap => "story-field-trap",
            Self::Year => "story-field-year",
            Self::Minutes => "story-field-minutes",
        }
    }

    /// What stands there.
    pub(super) fn of(self, scene: &StoryScene) -> String {
        match self {
            Self::Title => scene.title.clone(),
            Self::Text => scene.text.clone(),
            Self::Reveal => scene.guess.as_ref().map(|it| it.text.clone()).unwrap_or_default(),
            Self::Notes => scene.notes.clone(),
            Self::Trap => scene.trap.clone(),
            Self::Year => scene.year.map(|it| it.to_string()).unwrap_or_default(),
            Self::Minutes => scene.minutes.map(|it| it.to_string()).unwrap_or_default(),
        }
    }

    /// Writes `text` there; what is no number where one must be changes nothing.
    fn write(self, scene: &mut StoryScene, text: String) {
        match self {
            // One line in the file.
            Self::Title => scene.title = text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Text => scene.text = text,
            Self::Reveal => scene.guess.get_or_insert_with(Reveal::default).text = text,
            Self::Notes => scene.notes = text,
            Self::Trap => scene.trap = text,
            Self::Year => number(&text, &mut scene.year),
            Self::Minutes => number(&text, &mut scene.minutes),
        }
    }
}

fn number<N: std::str::FromStr>(text: &str, to: &mut Option<N>) {
    match text.trim() {
        "" => *to = None,
        text => *to = text.parse().ok().or(to.take()),
    }
}

/// Which strands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strands {
    /// Those of the scene.
    Told,
    /// Those that are revealed.
    Revealed,
}

impl Strands {
    pub(super) fn of(self, scene: &StoryScene) -> &[CardId] {
        match self {
            Self::Told => &scene.cards,
            Self::Revealed => scene.guess.as_ref().map(|it| &*it.cards).unwrap_or_default(),
        }
    }

    /// The scene with these strands.
    pub(super) fn put(self, scene: &mut StoryScene, cards: Vec<CardId>) {
        match self {
            Self::Told => scene.cards = cards,
            Self::Revealed => scene.guess.get_or_insert_with(Reveal::default).cards = cards,
        }
    }
}

/// The story in which the scene `at` is what `change` makes of it.
fn changed(story: &[StoryScene], at: usize, change: impl FnOnce(&mut StoryScene)) -> Command {
    let mut story = story.to_vec();
    if let Some(scene) = story.get_mut(at) {
        change(scene);
    }
    Command::EditMap(MapEdit::Story(story))
}

/// What is asked for when something of the scene `at` is chosen.
pub(super) fn put(story: &[StoryScene], at: usize, change: impl FnOnce(&mut StoryScene)) -> Action {
    Action::Edit(EditAction::Do(changed(story, at, change)))
}

/// The same when something is typed in one of its texts.
pub(super) fn typed(story: &[StoryScene], at: usize, of: Words, written: Written) -> Action {
    let Written { visit, text } = written;
    let command = changed(story, at, |scene| of.write(scene, text));
    Action::Edit(EditAction::DoInVisit(visit, command))
}

/// What a scene is called where it must be called something.
pub(super) fn scene_title(texts: Texts, at: usize, scene: &StoryScene) -> String {
    [&scene.title, &scene.text]
        .into_iter()
        .map(|it| it.trim())
        .find(|it| !it.is_empty())
        .map_or_else(
            || texts.say(&Message::new("story-scene-title").count("number", at + 1)),
            str::to_owned,
        )
}
