//! The story while it is told: the scene alone, over the whole window. Nothing that only the one who tells
//! reads is in this window, whatever else is open.

use egui::{
    CentralPanel, Color32, Context, CursorIcon, Id, PointerButton, Rect, Role, Sense, Stroke,
};
use egui::{Ui, ViewportCommand, WidgetInfo};

use super::stage::width_of;
use crate::i18n::Message;
use crate::shown::Opened;
use crate::story::{Step, steps};
use crate::ui::app::App;
use crate::ui::context::PanelContext;
use crate::ui::key_gate::KeyGate;
use crate::ui::session::Telling;
use crate::ui::style::{self, color, icon_button};
use crate::ui::terms::{Screen, StoryStep, Way};
use crate::ui::{Action, LookAction, action};

/// How large the pointer is, as a share of the height of the screen.
const POINTER: f32 = 0.022;

/// So much of the top of the screen brings up the buttons, as a share of its height.
const EDGE: f32 = 0.1;
/// So long the buttons stay, in seconds.
const STAYS: f64 = 4.0;

/// Is the pointer, or was the finger, at the upper edge?
fn at_the_edge(ui: &Ui, rect: Rect) -> bool {
    let at = ui.input(|input| input.pointer.interact_pos());
    at.is_some_and(|at| at.y < rect.top() + EDGE * rect.height())
}

/// Back, on and out, for whoever has no key: they come when the upper edge is touched, and go by
/// themselves.
fn way_out(ui: &Ui, context: &PanelContext<'_>, rect: Rect) -> Vec<Action> {
    let key = Id::unique("story-way-out");
    let now = ui.input(|input| input.time);
    if at_the_edge(ui, rect)
        && ui.input(|input| input.pointer.is_moving() || input.pointer.any_down())
    {
        ui.data_mut(|data| data.insert_temp(key, now + STAYS));
    }
    let until = ui.data(|data| data.get_temp::<f64>(key)).unwrap_or_default();
    if until < now {
        return Vec::new();
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(until - now + 0.1));
    ui.ctx().set_cursor_icon(CursorIcon::Default);
    let mut asked = Vec::new();
    egui::Area::new(key)
        .order(egui::Order::Foreground)
        .anchor(egui::Align2::RIGHT_TOP, egui::vec2(-16.0, 16.0))
        .show(ui.ctx(), |ui| {
            style::card_frame(context.theme).inner_margin(4).show(ui, |ui| {
                ui.horizontal(|ui| {
                    for (icon, words, step) in [
                        ("caret-left", "do-tell-back", StoryStep::Step(Way::Back)),
                        ("caret-right", "do-tell-next", StoryStep::Step(Way::On)),
                        ("x", "do-tell-end", StoryStep::End),
                    ] {
                        let words = context.texts.get(words);
                        if icon_button(ui, context.theme, icon, &words).clicked() {
                            asked.push(Action::Look(LookAction::Story(step)));
                        }
                    }
                });
            });
        });
    asked
}

impl App {
    /// Tells the story, goes on in it, or ends.
    pub(super) fn tell_story(&mut self, step: StoryStep) {
        let last = steps(&self.document.map().story).len().saturating_sub(1);
        match (step, &mut self.session.telling) {
            (StoryStep::Tell, None) => self.begin_to_tell(),
            (StoryStep::End, Some(_)) => self.end_telling(),
            (StoryStep::Step(way), Some(telling)) => {
                let was = telling.step;
                // Out of the dark one comes back to where one was.
                if !std::mem::take(&mut telling.is_blank) {
                    telling.step = match way {
                        Way::Back => was.saturating_sub(1),
                        Way::On => (was + 1).min(last),
                    };
                }
                if telling.step != was {
                    telling.scene_since = None;
                }
            }
            (StoryStep::Blank, Some(telling)) => telling.is_blank = !telling.is_blank,
            (StoryStep::Pointer, Some(telling)) => telling.has_pointer = !telling.has_pointer,
            (StoryStep::Again, Some(telling)) => {
                let Telling { has_pointer, was_full, .. } = *telling;
                *telling = Telling { has_pointer, was_full, ..Telling::default() };
            }
            _ => {}
        }
    }

    /// From the scene that is worked at, else from the start. What was opened is closed: a room looks on.
    fn begin_to_tell(&mut self) {
        self.finish_naming();
        let all = steps(&self.document.map().story);
        if all.is_empty() {
            self.session.screen = Screen::Story;
            self.session.tell(Message::new("story-none"));
            return;
        }
        let (at, is_made) = (self.scene_at(), self.session.screen == Screen::Story);
        let step = all.iter().position(|it| it.scene == at).filter(|_| is_made).unwrap_or(0);
        self.session.opened = Opened { eyes: self.session.opened.eyes, ..Opened::default() };
        self.session.palette = None;
        self.session.notice = None;
        self.session.telling = Some(Telling { step, ..Telling::default() });
    }

    fn end_telling(&mut self) {
        if let Some(step) = self.told_step() {
            self.session.story.at = step.scene;
            self.session.story.part = step.part;
        }
        self.session.telling = None;
    }

    /// The lock shuts while it is told: the window is as it was before.
    pub(in crate::ui) fn leave_telling(&mut self, ctx: &Context) {
        if let Some(telling) = self.session.telling {
            self.end_telling();
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(telling.was_full));
        }
    }

    /// The step that is told now.
    pub(super) fn told_step(&self) -> Option<Step> {
        let all = steps(&self.document.map().story);
        let at = self.session.telling?.step.min(all.len().saturating_sub(1));
        all.get(at).copied()
    }

    /// The window while the story is told.
    pub(in crate::ui) fn telling_frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.begin_clock(&ctx);
        let was_full = self.session.telling.is_some_and(|it| it.was_full);
        if ctx.input(|input| input.viewport().close_requested()) {
            self.end_telling();
            self.watch_close(&ctx);
        }
        // No button has the keyboard: every key is for the story.
        ctx.memory_mut(|memory| {
            memory.focused().into_iter().for_each(|id| memory.surrender_focus(id));
        });
        let mut actions = action::pressed_over_all(&ctx, &self.situation());
        actions.extend(action::pressed(&ctx, &self.situation()));
        actions.extend(self.room_screen(ui));
        actions.extend(self.teller_window(&ctx));
        self.perform(&ctx, actions);
        self.keep_copy();
        KeyGate::want(&ctx, false);
        if self.session.telling.is_none() {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(was_full));
            ctx.request_repaint();
        }
        if self.may_close {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Notes when it began, and fills the screen then.
    fn begin_clock(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let Some(telling) = &mut self.session.telling else { return };
        if telling.since.is_none() {
            telling.since = Some(now);
            if !telling.was_full {
                telling.was_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
            }
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        }
        telling.scene_since.get_or_insert(now);
    }

    /// The scene over the whole window. A tap goes on.
    fn room_screen(&mut self, ui: &mut Ui) -> Vec<Action> {
        let mut actions = Vec::new();
        let Some(telling) = self.session.telling else { return actions };
        let step = self.told_step();
        let mut stages = std::mem::take(&mut self.on_screen);
        let ground = egui::Frame::new().fill(color(self.theme().ground));
        CentralPanel::default().frame(ground).show(ui, |ui| {
            let rect = ui.max_rect();
            let wanted = self.wanted(width_of(rect));
            stages.follow(self.document.revision(), &wanted);
            let id = Id::unique("story-on-screen");
            let response = ui.interact(rect, id, Sense::click());
            let stage = step.and_then(|it| stages.drawn(&wanted, (it.scene, it.part)));
            let spoken = match stage {
                Some(stage) if !telling.is_blank => {
                    stage.paint(ui, rect);
                    stage.spoken()
                }
                _ => {
                    ui.painter().rect_filled(rect, egui::CornerRadius::ZERO, Color32::BLACK);
                    self.texts().get("story-dark")
                }
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
            let is_at_the_edge = at_the_edge(ui, rect);
            if response.clicked() && !is_at_the_edge {
                actions.push(Action::Look(LookAction::Story(StoryStep::Step(Way::On))));
            } else if response.clicked_by(PointerButton::Secondary) {
                actions.push(Action::Look(LookAction::Story(StoryStep::Step(Way::Back))));
            }
            ui.ctx().set_cursor_icon(CursorIcon::None);
            actions.extend(way_out(ui, &self.panel_context(), rect));
            if let Some(at) = response.hover_pos().filter(|_| telling.has_pointer) {
                let radius = POINTER * rect.height();
                let theme = self.theme();
                let fill = color(theme.accent).gamma_multiply(0.45);
                ui.painter().circle(at, radius, fill, Stroke::new(3.0, color(theme.on_accent)));
                ui.painter().circle_stroke(at, radius + 2.5, Stroke::new(2.0, color(theme.ink)));
            }
        });
        self.on_screen = stages;
        actions
    }
}
