//! Takes answers, and says what is waited for.

use egui::{Context, Id, Modal, Ui};

use super::{BETWEEN_LOOKS, Then, Write, answer_of};
use crate::i18n::Message;
use crate::ui::app::{App, LeaveTo};
use crate::ui::canvas::calm_place;
use crate::ui::files::file_name;
use crate::ui::shell::documents::{Fault, Order, Outcome};
use crate::ui::style::{self, Look, button};
use crate::ui::terms::Place;
use crate::ui::widgets::heading;

/// What takes no longer than this, in seconds, is not spoken of.
const SHORT: f64 = 0.6;

impl App {
    /// Takes what was answered.
    pub(in crate::ui) fn poll_errands(&mut self, ctx: &Context) {
        self.poll_saves();
        self.poll_opening();
        self.poll_writes();
        if self.errands.is_writing() || self.errands.opening.is_some() {
            ctx.request_repaint_after(BETWEEN_LOOKS);
        }
    }

    /// Begins to write something that is not the map itself.
    pub(in crate::ui) fn write(&mut self, order: Order, then: Then) {
        let name = file_name(&order.path);
        match self.shell.documents.write(order, self.errands.wake()) {
            Some(outcome) => self.errands.writes.push(Write { name, outcome, then }),
            None => self.written(&name, then, Outcome::No(Fault::cannot_begin())),
        }
        self.poll_writes();
    }

    fn poll_writes(&mut self) {
        let gone = || Outcome::No(Fault::cannot_begin());
        let mut answered = Vec::new();
        for (at, write) in self.errands.writes.iter().enumerate() {
            if let Some(outcome) = answer_of(&write.outcome, gone) {
                answered.push((at, outcome));
            }
        }
        // From behind: those before stay where they are.
        for (at, outcome) in answered.into_iter().rev() {
            let Write { name, then, .. } = self.errands.writes.remove(at);
            self.written(&name, then, outcome);
        }
        self.go_on_leaving();
    }

    fn written(&mut self, name: &str, then: Then, outcome: Outcome) {
        match (outcome, then) {
            (Outcome::No(fault), _) => self.session.warn(fault.messages_about(name.to_owned())),
            (Outcome::Saved(_), Then::Drawn(lacking)) => {
                let drawn = Message::new("window-drawn").arg("name", name);
                if lacking.is_empty() {
                    self.session.tell(drawn);
                } else {
                    self.session.warn(std::iter::once(drawn).chain(lacking).collect());
                }
            }
            (Outcome::Saved(_), Then::Copied(from)) => {
                self.settings.copied.insert(from, self.shell.today);
                self.shell.keep(&self.settings);
                self.session.tell(Message::new("copy-done").arg("name", name));
            }
            (Outcome::Saved(_), Then::Training(left)) => {
                let done = Message::new("pseudonym-done").arg("name", name);
                self.session.warn(std::iter::once(done).chain(left).collect());
            }
            (Outcome::HandedOver, then) => {
                let over = Message::new("window-handed-over").arg("name", name);
                let left = match then {
                    Then::Training(left) | Then::Drawn(left) => left,
                    Then::Copied(_) => Vec::new(),
                };
                self.session.warn(std::iter::once(over).chain(left).collect());
            }
        }
    }

    /// Goes where the user was going, once nothing is being saved any more.
    pub(in crate::ui) fn go_on_leaving(&mut self) {
        let Some(leaving) = self.leaving.as_mut().filter(|it| it.is_saving) else { return };
        let waits = match leaving.then {
            LeaveTo::Close => self.errands.is_writing(),
            LeaveTo::Do(_) => self.errands.is_saving(),
        };
        if waits || self.files.is_asking() || self.sealing.makes_a_seal() {
            return;
        }
        if self.session.place == Place::Map && self.document.is_unsaved() {
            // Something was done since it was saved.
            leaving.is_saving = false;
        } else {
            self.leave_now();
        }
    }

    /// Says what is waited for, when it takes long.
    pub(in crate::ui) fn errands_ui(&mut self, ui: &Ui) {
        let now = self.errands.now();
        let is_long = |since: f64| SHORT < now - since;
        let saved = self.errands.saves.front().filter(|it| is_long(it.since));
        let opened = self.errands.opening.as_ref().filter(|it| is_long(it.since));
        let (words, path, is_opening) = match (saved, opened) {
            (Some(save), _) => ("window-saving", &save.path, false),
            (None, Some(opening)) => ("window-opening", &opening.path, true),
            (None, None) => return,
        };
        if self.leaving.as_ref().is_some_and(|it| it.is_saving) && !self.files.is_asking() {
            self.wait_to_leave(ui);
            return;
        }
        let context = self.panel_context();
        let words = context.texts.say(&Message::new(words).arg("name", file_name(path)));
        let told = ui.ctx().memory(|memory| memory.area_rect(Id::unique("notice")));
        let told = told.filter(|_| self.session.notice.is_some());
        let of = (&self.session, &self.derived);
        let (pivot, place) = calm_place(ui.ctx(), of, "errands", told);
        let mut stops = false;
        egui::Area::new(Id::unique("errands"))
            .order(egui::Order::Foreground)
            .fixed_pos(place)
            .pivot(pivot)
            .show(ui.ctx(), |ui| {
                style::card_frame(context.theme).shadow(ui.visuals().popup_shadow).show(ui, |ui| {
                    ui.set_max_width(420.0);
                    ui.horizontal(|ui| {
                        let said = ui.label(words);
                        ui.ctx().accesskit_node_builder(said.id, |node| {
                            node.set_live(egui::accesskit::Live::Polite);
                        });
                        if is_opening {
                            let words = context.texts.get("cancel");
                            stops = button(ui, context.theme, Look::Quiet, "", &words).clicked();
                        }
                    });
                });
            });
        if stops {
            self.errands.opening = None;
        }
    }

    /// The user wants to leave, and the map is still being saved.
    fn wait_to_leave(&mut self, ui: &Ui) {
        let context = self.panel_context();
        let (theme, texts) = (context.theme, context.texts);
        let mut answer = None;
        let modal = Modal::new(Id::unique("leave-waits")).show(ui.ctx(), |ui| {
            ui.set_width(420.0);
            heading(ui, &context, texts.get("leave-waits-title"));
            ui.label(texts.get("leave-waits-text"));
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                for (look, words, goes) in
                    [(Look::Main, "leave-waits-stay", false), (Look::Quiet, "leave-waits-go", true)]
                {
                    if button(ui, theme, look, "", &texts.get(words)).clicked() {
                        answer = Some(goes);
                    }
                }
            });
        });
        match answer.or_else(|| modal.should_close().then_some(false)) {
            None => {}
            Some(false) => self.leaving = None,
            // What is not in the file is in the copy, and is offered the next time.
            Some(true) => self.leave_now(),
        }
    }
}
