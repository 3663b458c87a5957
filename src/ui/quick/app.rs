//! Opens the quick line, keeps its preview up to date and puts what it says on the map.

use std::collections::BTreeSet;

use super::line::{Preview, QuickLine};
use crate::i18n::{Message, Texts};
use crate::model::{PersonId, Subject};
use crate::quick::Understood;
use crate::shown::Names;
use crate::ui::action::QuickStep;
use crate::ui::app::App;
use crate::ui::terms::{Fit, Screen};

/// A map of so many people is shown whole when somebody new is seen on it.
const MOST_SEEN_WHOLE: usize = 60;

/// So many things that were put on are named; of more it is said how many.
const MOST_TOLD: usize = 12;

impl App {
    /// A step of the quick line that changes nothing on the map.
    pub(in crate::ui) fn step_quick(&mut self, step: QuickStep) {
        match step {
            QuickStep::Open => self.open_quick(),
            QuickStep::Close => self.close_quick(),
            QuickStep::Answer(name, choice) => {
                if let Some(line) = &mut self.session.quick {
                    line.answers.insert(name, choice);
                    line.wants_focus = true;
                }
            }
        }
    }

    fn open_quick(&mut self) {
        // A name that is not shown cannot be told from another: what was typed would find it unseen.
        if self.session.names != Names::Shown {
            self.session.tell(Message::new("quick-names-off"));
            return;
        }
        self.finish_naming();
        let before = self.session.selection.clone();
        self.look_at(None);
        self.session.focus_selection = false;
        let text = std::mem::take(&mut self.session.quick_kept);
        self.session.quick = Some(QuickLine::with(text, before));
    }

    /// Closes the quick line; what stands in it stands there again when it is opened.
    pub(in crate::ui) fn close_quick(&mut self) {
        let Some(line) = self.session.quick.take() else { return };
        self.session.quick_kept = line.text;
        if self.session.selection.is_none() {
            self.look_at(line.before);
            self.drop_what_is_gone();
        }
    }

    /// Brings the preview up to date.
    pub(in crate::ui) fn update_quick(&mut self) {
        if self.session.screen != Screen::Map || self.session.names != Names::Shown {
            self.close_quick();
        }
        let Some(line) = &self.session.quick else {
            self.quick = None;
            return;
        };
        let key = Preview::key(&self.document, line, self.session.lang);
        if self.quick.as_ref().is_some_and(|it| it.is_for(&key)) {
            return;
        }
        let today = self.document.map().today_or(self.shell.today);
        let preview = Preview::of(&self.document, key, today);
        let is_new = self.quick.as_ref().is_none_or(|it| it.ghosts != preview.ghosts);
        if is_new && !preview.ghosts.is_empty() {
            self.see_all();
        }
        self.quick = Some(preview);
    }

    fn see_all(&mut self) {
        if self.document.map().people.len() <= MOST_SEEN_WHOLE {
            self.session.fit = Some(Fit::Readable);
        }
    }

    /// Who is on the map only because it stands in the quick line.
    pub(in crate::ui) fn ghosts(&self) -> BTreeSet<PersonId> {
        self.quick.as_ref().map(|it| it.ghosts.clone()).unwrap_or_default()
    }

    /// Puts what stands in the quick line on the map, as one step; unless something is asked or not
    /// understood.
    pub(in crate::ui) fn take_quick(&mut self) {
        self.update_quick();
        let Some(preview) = &self.quick else { return };
        let understood = &preview.understood;
        if !understood.faults.is_empty() || understood.open_question().is_some() {
            return;
        }
        let Some(preview) = self.quick.take() else { return };
        let Understood { draft, said, made, .. } = preview.understood;
        self.document.take_over(Message::new("edit-quick"), draft);
        let mut done: Vec<String> = said.into_iter().flat_map(|it| it.chips).collect();
        if MOST_TOLD < done.len() {
            let more = Message::new("quick-done-more").count("n", done.len() - MOST_TOLD);
            done.truncate(MOST_TOLD);
            done.push(Texts::new(self.session.lang).say(&more));
        }
        let before = made.first().cloned().map(Subject::Person);
        if let Some(line) = &mut self.session.quick {
            let before = before.or_else(|| line.before.take());
            *line = QuickLine { done, ..QuickLine::with(String::new(), before) };
        }
        self.update_quick();
    }
}
