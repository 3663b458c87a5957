//! What is done to the scenes: recorded, moved, doubled, taken away.

use crate::document::{Command, MapEdit};
use crate::i18n::Message;
use crate::model::StoryScene;
use crate::ui::app::App;
use crate::ui::terms::{SceneEdit, StoryStep, Way, Who};

impl App {
    /// Which scene is worked at.
    pub(super) fn scene_at(&self) -> usize {
        self.session.story.at.min(self.document.map().story.len().saturating_sub(1))
    }

    /// Changes the scenes. What is looked at stays so, wherever it goes.
    pub(in crate::ui) fn edit_scene(&mut self, edit: SceneEdit) {
        self.finish_naming();
        let mut story = self.document.map().story.clone();
        let at = self.scene_at();
        match edit {
            SceneEdit::Record => self.record_scene(),
            SceneEdit::Duplicate => {
                let Some(scene) = story.get(at).cloned() else { return };
                story.insert(at + 1, scene);
                self.put_story(story, at + 1, "story-duplicated");
            }
            SceneEdit::Remove => {
                if at < story.len() {
                    story.remove(at);
                    self.put_story(story, at, "story-removed");
                }
            }
            SceneEdit::Who(who) => self.show_who(who),
            SceneEdit::Move(way) => {
                let to = match way {
                    Way::Back => at.checked_sub(1),
                    Way::On => Some(at + 1),
                };
                to.into_iter().for_each(|to| self.edit_scene(SceneEdit::To(to)));
            }
            SceneEdit::To(to) => {
                if at < story.len() && to < story.len() && at != to {
                    let scene = story.remove(at);
                    story.insert(to, scene);
                    self.put_story(story, to, "story-moved");
                }
            }
        }
    }

    /// The scene that is worked at shows these people. Nobody yet: whoever is ticked first is the first.
    fn show_who(&mut self, who: Who) {
        let (mut story, at) = (self.document.map().story.clone(), self.scene_at());
        let people = self.people_of(who);
        self.session.story.from_nobody = who == Who::Nobody;
        let Some(scene) = story.get_mut(at).filter(|it| it.people != people) else { return };
        scene.people = people;
        let done = self.document.execute(Command::EditMap(MapEdit::Story(story)));
        self.told(done);
    }

    /// A scene of what is on the screen comes after the one that is worked at.
    fn record_scene(&mut self) {
        let mut story = self.document.map().story.clone();
        let at = if story.is_empty() { 0 } else { self.scene_at() + 1 };
        let number = story.len() + 1;
        let scene = self.on_screen_now();
        let title = self.texts().say(&Message::new("story-scene-title").count("number", number));
        story.insert(at, StoryScene { title, ..scene });
        self.put_story(story, at, "story-recorded");
    }

    /// Puts the story as it is now, looks at this scene of it, and says what was done.
    fn put_story(&mut self, story: Vec<StoryScene>, at: usize, said: &'static str) {
        let message = Message::new(said).count("number", at + 1);
        self.session.story.at = at;
        self.session.story.from_nobody = false;
        self.session.story.part = crate::story::Part::default();
        self.do_and_tell(message, Command::EditMap(MapEdit::Story(story)));
    }

    /// Looks at another scene, or another part of it.
    pub(in crate::ui) fn step_story(&mut self, step: StoryStep) {
        let last = self.document.map().story.len().saturating_sub(1);
        let at = self.scene_at();
        match step {
            StoryStep::Scene(to) => {
                self.session.story.at = to.min(last);
                self.session.story.from_nobody = false;
                self.session.story.part = crate::story::Part::default();
            }
            StoryStep::Beside(Way::Back) => self.step_story(StoryStep::Scene(at.saturating_sub(1))),
            StoryStep::Beside(Way::On) => self.step_story(StoryStep::Scene((at + 1).min(last))),
            StoryStep::Part(part) => self.session.story.part = part,
            StoryStep::SecondWindow => {
                self.session.story.has_second_window = !self.session.story.has_second_window;
            }
            StoryStep::Tell
            | StoryStep::End
            | StoryStep::Step(_)
            | StoryStep::Blank
            | StoryStep::Pointer
            | StoryStep::Again => self.tell_story(step),
        }
    }
}
