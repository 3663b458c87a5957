//! The manual in the window: its chapters, a field that finds words in it, and the keys at its end.

mod app;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use egui::TextureHandle;

use crate::i18n::Lang;
use crate::manual::{self, Hit, Keys, Manual};

/// The manual while it is open.
#[derive(Clone)]
pub struct ManualRoom {
    text: Arc<Manual>,
    lang: Lang,
    /// Which chapter is read.
    chapter: usize,
    /// What is looked for.
    typed: String,
    hits: Vec<Hit>,
    /// Which of the hits was gone to last.
    at: Option<usize>,
    /// A block that must come into sight.
    goal: Option<Goal>,
    /// The field wants the keyboard.
    wants_focus: bool,
    pictures: BTreeMap<String, TextureHandle>,
}

/// Where to go in the chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goal {
    Top,
    Block(usize),
}

impl fmt::Debug for ManualRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManualRoom").field("chapter", &self.chapter).finish_non_exhaustive()
    }
}

impl ManualRoom {
    /// Opened at its first chapter, with these keys in the last.
    pub(super) fn new(lang: Lang, keys: Keys) -> Self {
        Self {
            text: Arc::new(manual::manual(lang, keys)),
            lang,
            chapter: 0,
            typed: String::new(),
            hits: Vec::new(),
            at: None,
            goal: None,
            wants_focus: true,
            pictures: BTreeMap::new(),
        }
    }

    /// Goes to a chapter.
    fn turn_to(&mut self, chapter: usize) {
        self.chapter = chapter;
        self.goal = Some(Goal::Top);
    }

    /// Looks for what is typed now.
    fn look(&mut self) {
        self.hits = manual::find(&self.text, &self.typed);
        self.at = None;
    }

    /// Goes to a hit.
    fn jump(&mut self, number: usize) {
        let Some(hit) = self.hits.get(number) else { return };
        self.chapter = hit.chapter;
        self.goal = Some(hit.block.map_or(Goal::Top, Goal::Block));
        self.at = Some(number);
    }

    /// Goes to the next hit; after the last to the first.
    fn jump_on(&mut self) {
        let next = self.at.map_or(0, |at| at + 1);
        self.jump(if next < self.hits.len() { next } else { 0 });
    }
}
