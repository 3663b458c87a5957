//! Carries out what the user asked for: [`edit`] the map, [`look`] at it, [`mod@file`].
//!
//! Each family of actions is one exhaustive match: an action that nobody carries out does not compile.

mod back;
mod edit;
mod file;
mod home;
mod kin;
mod look;
mod many;
mod support;
mod time;
mod whom;

use egui::Context;

use super::action::{Action, EditAction, FileAction, LookAction};
use super::app::{App, LeaveTo, Leaving};
use super::session::{KinDraft, LineDraft};
use crate::document::Refusal;
use crate::model::{Party, Subject};

/// Does it change the map, or begin to? That is done today, not in the past.
const fn is_of_today(action: &Action) -> bool {
    match action {
        // A scene may be of the year that is looked at.
        Action::Edit(edit) => !matches!(edit, EditAction::Scene(_)),
        Action::Look(look) => matches!(
            look,
            LookAction::EditName(_)
                | LookAction::EditTitle
                | LookAction::Line(_)
                | LookAction::ToggleLasso
                | LookAction::Tie(_)
                | LookAction::Kin(_)
                | LookAction::AskWhom(_)
                | LookAction::ForWhom(_)
                | LookAction::OpenPalette(_)
                | LookAction::OpenStrengths(_)
                | LookAction::OpenDetail(_)
                | LookAction::OpenGoal(_)
                | LookAction::AskAbout(_)
                | LookAction::Quick(_)
                | LookAction::Paint(_)
        ),
        Action::File(_) => false,
    }
}

impl App {
    /// Carries out everything that was asked for in this frame, in order.
    pub(super) fn perform(&mut self, ctx: &Context, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::Look(LookAction::PreviewStrand(id)) if id == self.session.preview => {
                    continue;
                }
                action if leaves_the_map(&action) => self.ask_and_perform(action),
                action => self.perform_now(action),
            }
            if std::mem::take(&mut self.session.wants_full_screen) {
                look::full_screen(ctx);
            }
            // What was done is seen in the next frame.
            ctx.request_repaint();
        }
        if std::mem::take(&mut self.lock.is_wanted) {
            self.shut(ctx);
        }
    }

    /// Carries out an action after which another map is open, or none: asks about unsaved work.
    pub(super) fn ask_and_perform(&mut self, action: Action) {
        self.finish_naming();
        if self.errands.is_saving() {
            // First that, and then what is not saved by then.
            let then = LeaveTo::Do(Box::new(action));
            self.leaving = Some(Leaving { then, is_saving: true });
        } else if self.has_unsaved_work() {
            self.leaving = Some(Leaving::to(LeaveTo::Do(Box::new(action))));
        } else {
            self.perform_now(action);
        }
    }

    /// Carries out one action, whatever happens to unsaved work.
    pub(super) fn perform_now(&mut self, action: Action) {
        // What is asked of the map as it would be is not asked of the map: first it is as it is again.
        let is_of_preview = match &action {
            Action::Edit(EditAction::TakeQuick | EditAction::Undo | EditAction::Redo) => false,
            Action::Edit(_) => self.session.quick.is_some(),
            Action::Look(_) | Action::File(_) => false,
        };
        if is_of_preview {
            self.close_quick();
            return;
        }
        if is_of_today(&action) {
            self.session.time = None;
        }
        match action {
            Action::Edit(action) => self.perform_edit(action),
            Action::Look(action) => self.perform_look(action),
            Action::File(action) => self.perform_file(action),
        }
    }

    /// Tells a refusal; gives what came of it otherwise.
    pub(super) fn told<T>(&mut self, result: Result<T, Refusal>) -> Option<T> {
        self.session.anchor = self.session.person().cloned().or(self.session.anchor.take());
        match result {
            Ok(value) => Some(value),
            Err(refusal) => {
                let context = self.panel_context();
                let message = refusal.message(|id| context.name(id));
                self.session.tell(message);
                None
            }
        }
    }

    pub(super) fn look_at(&mut self, subject: Option<Subject>) {
        self.session.line = None;
        self.session.kin = None;
        self.session.whom = None;
        self.session.tying = None;
        self.session.lasso = None;
        self.session.chosen.clear();
        self.session.related = None;
        if self.session.selection != subject {
            self.session.panel.forget();
        }
        self.session.selection = subject;
        self.session.focus_selection = true;
        self.session.palette = None;
    }

    /// After going back, nothing points at what is not there.
    pub(super) fn drop_what_is_gone(&mut self) {
        let map = self.document.map();
        let is_there = |subject: &Subject| match subject {
            Subject::Person(id) => map.people.contains_key(id),
            Subject::Union(id) => map.unions.contains_key(id),
            Subject::Relation(id) => map.relations.contains_key(id),
            Subject::Household(id) => map.households.contains_key(id),
            Subject::Support(id) => map.supports.contains_key(id),
        };
        if !self.session.selection.as_ref().is_some_and(is_there) {
            self.session.selection = None;
            self.session.palette = None;
        }
        let is_here = |line: &LineDraft| {
            let is_end = |it: &Party| match it {
                Party::Person(id) => map.people.contains_key(id),
                Party::Support(id) => map.supports.contains_key(id),
            };
            map.people.contains_key(&line.from) && line.to.as_ref().is_none_or(is_end)
        };
        if !self.session.line.as_ref().is_none_or(is_here) {
            self.session.line = None;
        }
        let is_asked = |it: &KinDraft| map.people.contains_key(&it.of);
        if !self.session.kin.as_ref().is_none_or(is_asked) {
            self.session.kin = None;
        }
        self.session.chosen.retain(|id| map.people.contains_key(id));
        if !self.session.tying.as_ref().is_none_or(|it| map.supports.contains_key(&it.support)) {
            self.session.tying = None;
        }
        if !self.session.part.as_ref().is_none_or(|it| map.people.contains_key(&it.center)) {
            self.session.part = None;
        }
        if !self.session.naming.as_ref().is_some_and(|it| map.people.contains_key(&it.person)) {
            self.session.naming = None;
        }
    }
}

/// After which another map is open, or none.
const fn leaves_the_map(action: &Action) -> bool {
    matches!(
        action,
        Action::File(
            FileAction::New
                | FileAction::OpenPath(_)
                | FileAction::OpenExample(_)
                | FileAction::WhatIf
                | FileAction::OpenLeftover(_)
                | FileAction::LeaveNothing
                | FileAction::GoHome
        )
    )
}
