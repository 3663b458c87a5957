//! Shuts the lock, and shows what stands before it.

use std::path::PathBuf;
use std::time::Duration;

use egui::{CentralPanel, Context, Key, Ui, ViewportCommand, vec2};

use super::{Behind, Lock, Saved, Traces};
use crate::document::Document;
use crate::file::{Passphrase, SealedSteps, UnsealError};
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::model::FamilyMap;
use crate::ui::app::App;
use crate::ui::context::PanelContext;
use crate::ui::errands::{BETWEEN_LOOKS, answer_of};
use crate::ui::files::file_is;
use crate::ui::fonts::{icon_text, text};
use crate::ui::key_gate::KeyGate;
use crate::ui::recovery::{CopyPlace, StaysShut, Taken, Unsealed, unseal};
use crate::ui::sealing::wait_ui;
use crate::ui::shell::computer::Computer;
use crate::ui::shell::documents::worked_out;
use crate::ui::style::{self, Look, button, color};
use crate::ui::terms::{Fit, Place};
use crate::ui::widgets::{caption, heading};

/// So long before the lock shuts by itself it is said.
const WARNED: Duration = Duration::from_secs(30);

impl App {
    /// Shuts the lock.
    pub(in crate::ui) fn shut(&mut self, ctx: &Context) {
        if self.session.place != Place::Map || self.lock.is_shut() {
            return;
        }
        if self.is_putting_seal_on() {
            // A moment: until the file is sealed, or it is known that it is not.
            self.lock.is_wanted = true;
            return;
        }
        self.leave_telling(ctx);
        self.finish_naming();
        self.leaving = None;
        self.sealing.forget_typed();
        self.lock = Lock { wants_focus: true, ..Lock::default() };
        if self.files.seal.is_none() {
            self.lock.behind = Some(Behind::Curtain);
        } else {
            if self.sealing.forget_refused() {
                self.lock.said = Some(Message::new("lock-not-other"));
            }
            self.put_away();
        }
        // Fields and windows remember what was typed in them, and what was undone.
        ctx.memory_mut(|memory| {
            memory.stop_text_input();
            memory.data.clear();
            memory.caches = egui::cache::CacheStorage::default();
        });
        Traces::clear_clipboard(ctx);
        ctx.request_repaint();
    }

    /// Is a seal being made for the open map, or the file saved with it for the first time? Whoever
    /// locked now would not hear how that ends, and earlier versions would wait for it unsealed.
    fn is_putting_seal_on(&self) -> bool {
        let saves_it = self.files.put_on.is_some() && self.errands.is_saving();
        self.sealing.makes_a_seal() || saves_it
    }

    /// Puts what is open of a sealed map out of memory.
    fn put_away(&mut self) {
        let is_unsaved = self.document.is_unsaved();
        let saved = if is_unsaved { Saved::No } else { Saved::In(self.files.origin()) };
        let put = self.put_in_copy();
        self.errands.put_away();
        self.neighbours = crate::ui::neighbour::Neighbours::default();
        let document = std::mem::replace(&mut self.document, Document::new(FamilyMap::default()));
        let files = std::mem::take(&mut self.files);
        let steps = files.seal.as_ref().map(|seal| SealedSteps::of(&document.history(), seal));
        self.lock.behind = Some(match put {
            Some(place) => Behind::Copy(place, saved, steps.unwrap_or_default()),
            None => Behind::Held(Box::new((document, files))),
        });
        self.forget_what_was_shown();
    }

    /// Opens what is behind the lock, if `typed` opens it.
    fn open_lock(&mut self, typed: String) {
        let passphrase = Passphrase::new(typed);
        match (self.lock.behind.take(), passphrase) {
            (Some(Behind::Curtain) | None, _) => self.lock = Lock::default(),
            (Some(Behind::Held(held)), Some(passphrase))
                if held.1.seal.as_ref().is_some_and(|seal| seal.opens_with(&passphrase)) =>
            {
                let (document, files) = *held;
                self.document = document;
                self.files = files;
                self.errands.take_up();
                self.session.place = Place::Map;
                self.session.fit = Some(Fit::Readable);
                self.lock = Lock::default();
            }
            (Some(Behind::Copy(place, saved, steps)), Some(passphrase)) => {
                let path = place.path().to_owned();
                self.lock.behind = Some(Behind::Copy(place, saved, steps));
                self.try_to_open_lock(path, passphrase);
                return;
            }
            (behind, _) => {
                self.lock.behind = behind;
                self.lock.said = Some(UnsealError::WrongPassphrase.message());
            }
        }
        self.lock.wants_focus = self.lock.is_shut();
    }

    /// Begins to try the passphrase, beside the frames.
    fn try_to_open_lock(&mut self, path: PathBuf, passphrase: Passphrase) {
        let work = move |computer: &dyn Computer| unseal(computer, &path, passphrase);
        let wake = self.errands.wake();
        self.lock.trying = worked_out(&mut *self.shell.documents, work, wake);
        self.lock.said = match self.lock.trying {
            Some(_) => None,
            None => Some(Message::new("unseal-not-tried")),
        };
        self.lock.wants_focus = self.lock.trying.is_none();
    }

    /// Opens the lock once the passphrase was found to be the right one.
    fn poll_trying_lock(&mut self, ctx: &Context) {
        let Some(trying) = &self.lock.trying else { return };
        let gone = || Err(StaysShut::Because(vec![Message::new("unseal-not-tried")]));
        let Some(tried) = answer_of(trying, gone) else {
            ctx.request_repaint_after(BETWEEN_LOOKS);
            return;
        };
        self.lock.trying = None;
        // What was typed meanwhile was meant for nothing that opens now.
        KeyGate::drop_typed(ctx);
        ctx.request_repaint();
        match (tried, self.lock.behind.take()) {
            (Ok(open), Some(Behind::Copy(place, saved, steps))) => {
                self.open_copy((place, saved, steps), open);
            }
            (Err(why), behind) => {
                self.lock.behind = behind;
                self.lock.said = match why {
                    StaysShut::WrongPassphrase => Some(UnsealError::WrongPassphrase.message()),
                    StaysShut::Because(why) => why.into_iter().next(),
                };
                self.lock.wants_focus = true;
            }
            (Ok(_), behind) => self.lock.behind = behind,
        }
    }

    fn open_copy(
        &mut self,
        (place, saved, steps): (CopyPlace, Saved, SealedSteps),
        open: Unsealed,
    ) {
        self.lock = Lock::default();
        let history = steps.open(&open.seal);
        self.show_leftover(Taken::Ours(place), (open.map, open.origin), Some(open.seal));
        self.document.take_up(history);
        self.errands.take_up();
        if saved != Saved::No {
            // Whether the file still holds it is looked at in this frame.
            let map = self.document.shared_map();
            self.document.mark_saved(&map);
        }
        if let Some(path) = self.files.path.clone() {
            self.hold(&path).ok();
        }
        self.update_offers();
    }

    /// Leaves what is behind the lock where it is: what was not saved is offered on the home screen.
    fn leave_shut(&mut self) {
        match self.lock.behind.take() {
            Some(Behind::Copy(place, saved, _)) => {
                let is_in_file = match saved {
                    Saved::In(Some(origin)) => file_is(&*self.shell.computer, &origin),
                    Saved::In(None) | Saved::No => false,
                };
                if is_in_file {
                    self.recovery.drop_copy(&place);
                }
                drop(place);
                self.lock = Lock::default();
                self.update_offers();
            }
            behind => self.lock.behind = behind,
        }
    }

    /// A frame while the lock is shut.
    pub(in crate::ui) fn lock_frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.watch_close_while_shut(&ctx);
        if self.lock.is_shut() {
            self.lock_screen(ui);
            // After the screen, so that a key of this frame is no command on what opens.
            self.poll_trying_lock(&ctx);
        }
        KeyGate::want(&ctx, self.lock.wants_focus);
        if self.may_close {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn lock_screen(&mut self, ui: &mut Ui) {
        let mut lock = std::mem::take(&mut self.lock);
        let context = self.panel_context();
        let ground = egui::Frame::new().fill(color(context.theme.ground));
        let answer =
            CentralPanel::default().frame(ground).show(ui, |ui| lock_ui(ui, &context, &mut lock));
        let answer = answer.inner;
        self.lock = lock;
        match answer {
            None => return,
            Some(Answer::Open) => {
                let typed = std::mem::take(&mut self.lock.typed);
                self.open_lock(typed);
            }
            Some(Answer::Cancel) => {
                self.lock.trying = None;
                self.lock.wants_focus = true;
            }
            Some(Answer::Leave) => self.leave_shut(),
        }
        ui.data_mut(|data| data.remove::<egui::text_edit::TextEditState>(field_id()));
        ui.ctx().request_repaint();
    }

    /// Holds the window open while closing it would lose what is behind the lock.
    fn watch_close_while_shut(&mut self, ctx: &Context) {
        let is_closing = ctx.input(|input| input.viewport().close_requested());
        if !is_closing {
            return;
        }
        if self.lock.holds_all_there_is() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.lock.said = Some(Message::new("lock-holds"));
        } else if matches!(self.lock.behind, Some(Behind::Curtain)) {
            // What is not saved is asked about, as always.
            self.lock = Lock::default();
            self.watch_close(ctx);
        } else {
            self.leave_shut();
            self.may_close = true;
        }
    }

    /// Shuts the lock before a sealed map that nobody looks at.
    pub(in crate::ui) fn watch_idle(&mut self, ctx: &Context) {
        let now = (ctx.input(|input| input.time), self.shell.computer.now());
        let does = ctx.input(|input| !input.events.is_empty() || input.pointer.any_down());
        let last = *self.lock.last.get_or_insert(now);
        if does {
            self.lock.last = Some(now);
            return;
        }
        let is_open = self.session.place == Place::Map && self.files.seal.is_some();
        let Some(after) = self.settings.lock_after.duration().filter(|_| is_open) else { return };
        let slept = now.1.saturating_sub(last.1);
        let idle = Duration::from_secs_f64((now.0 - last.0).max(0.0)).max(slept);
        let left = after.saturating_sub(idle);
        if left.is_zero() {
            self.shut(ctx);
        } else if left <= WARNED {
            warn_ui(ctx, &self.panel_context(), left);
            ctx.request_repaint_after(Duration::from_secs(1));
        } else {
            ctx.request_repaint_after(left.saturating_sub(WARNED));
        }
    }
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Open,
    /// Not what is being tried now.
    Cancel,
    Leave,
}

/// A closed lock, what it is, and how it opens.
fn lock_ui(ui: &mut Ui, context: &PanelContext<'_>, lock: &mut Lock) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let is_curtain = matches!(lock.behind, Some(Behind::Curtain));
    let mut answer = None;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.26).max(20.0));
        ui.set_max_width(420.0);
        ui.label(icon_text("lock-key", 44.0, IconStyle::Bold).color(color(theme.soft_ink)));
        ui.add_space(8.0);
        heading(ui, context, texts.get("lock-title"));
        ui.label(texts.get(if is_curtain { "lock-curtain" } else { "lock-text" }));
        ui.add_space(12.0);
        let enters = !is_curtain && passphrase_ui(ui, context, lock);
        if let Some(said) = &lock.said {
            let words = text(texts.say(said), 14.0, Weight::Regular).color(color(theme.alert));
            ui.label(words);
        }
        ui.add_space(12.0);
        if lock.trying.is_some() {
            answer = trying_ui(ui, context);
        } else {
            let words = texts.get(if is_curtain { "lock-go-on" } else { "unseal-yes" });
            let go = button(ui, theme, Look::Main, "", &words);
            if is_curtain && std::mem::take(&mut lock.wants_focus) {
                go.request_focus();
            }
            if go.clicked() || enters {
                answer = Some(Answer::Open);
            }
        }
        if matches!(lock.behind, Some(Behind::Copy(..)))
            && button(ui, theme, Look::Quiet, "house", &texts.get("lock-leave")).clicked()
        {
            answer = Some(Answer::Leave);
        }
    });
    answer
}

/// "Even geduld…", and the way back.
fn trying_ui(ui: &mut Ui, context: &PanelContext<'_>) -> Option<Answer> {
    wait_ui(ui, context);
    let words = context.texts.get("cancel");
    let is_given_up = button(ui, context.theme, Look::Quiet, "", &words).clicked()
        || ui.input(|input| input.key_pressed(Key::Escape));
    is_given_up.then_some(Answer::Cancel)
}

/// The field. True when Enter was pressed in it.
fn passphrase_ui(ui: &mut Ui, context: &PanelContext<'_>, lock: &mut Lock) -> bool {
    let label = caption(ui, context.theme, context.texts.get("passphrase-label"));
    let edit = egui::TextEdit::singleline(&mut lock.typed)
        .id(field_id())
        .password(true)
        .desired_width(380.0)
        .margin(egui::Margin::symmetric(10, 11))
        .align(egui::Align2::LEFT_CENTER);
    // What is being tried is not typed over.
    let field = ui.add_enabled(lock.trying.is_none(), edit).labelled_by(label.id);
    let enters = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    // Esc takes the caret away, and there is nothing else here to type in.
    let is_nowhere = ui.memory(|memory| memory.focused().is_none());
    if lock.trying.is_none() && (std::mem::take(&mut lock.wants_focus) || is_nowhere) {
        field.request_focus();
    }
    enters
}

fn field_id() -> egui::Id {
    egui::Id::unique("lock-passphrase")
}

/// "Over 30 tellen gaat de kaart op slot."
fn warn_ui(ctx: &Context, context: &PanelContext<'_>, left: Duration) {
    let seconds = usize::try_from(left.as_millis().div_ceil(1000)).unwrap_or_default();
    let words = Message::new("lock-soon").count("n", seconds);
    let words = context.texts.say(&words);
    egui::Area::new(egui::Id::unique("lock-soon"))
        .order(egui::Order::Tooltip)
        .anchor(egui::Align2::CENTER_TOP, vec2(0.0, 70.0))
        .show(ctx, |ui| {
            style::card_frame(context.theme).shadow(ui.visuals().popup_shadow).show(ui, |ui| {
                ui.set_max_width(480.0);
                let said = ui.label(words);
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
            });
        });
}
