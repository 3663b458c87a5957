//! The second window, for the one who tells alone: notes, where others go wrong, the time, what comes next.

use egui::{CentralPanel, Context, CornerRadius, Frame, Margin, Panel, Rect, Ui, ViewportBuilder};
use egui::{ViewportId, vec2};

use super::words::scene_title;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::StoryScene;
use crate::story::{Part, Step, WIDTH, steps};
use crate::ui::action::Id;
use crate::ui::app::App;
use crate::ui::fonts::{icon_text, text};
use crate::ui::row_end::at_end;
use crate::ui::style::{Look, button, color};
use crate::ui::terms::StoryStep;
use crate::ui::{Action, LookAction, action};

impl App {
    /// The window, where it is wanted and there can be one. In no case is what stands in it in the other
    /// window: where the desktop has no second window, there is none.
    pub(super) fn teller_window(&mut self, ctx: &Context) -> Vec<Action> {
        let is_wanted = self.session.story.has_second_window && self.session.telling.is_some();
        if !is_wanted || ctx.embed_viewports() {
            return Vec::new();
        }
        let title = format!("Rode Draad: {}", self.texts().get("teller-title"));
        let builder = ViewportBuilder::default()
            .with_title(title)
            .with_app_id("rode-draad")
            .with_inner_size([980.0, 700.0]);
        let id = ViewportId::from_hash_of("story-teller");
        let mut actions = Vec::new();
        ctx.show_viewport_immediate(id, builder, |ui, _class| {
            if ui.ctx().input(|input| input.viewport().close_requested()) {
                actions.push(Action::Look(LookAction::Story(StoryStep::SecondWindow)));
            }
            actions.extend(action::pressed_over_all(ui.ctx(), &self.situation()));
            actions.extend(action::pressed(ui.ctx(), &self.situation()));
            actions.extend(self.teller_ui(ui));
        });
        ctx.request_repaint_after(std::time::Duration::from_secs(1));
        actions
    }

    /// All that stands in it.
    pub fn teller_ui(&mut self, ui: &mut Ui) -> Vec<Action> {
        let mut actions = Vec::new();
        let Some(step) = self.told_step() else { return actions };
        let theme = self.theme();
        let dark = Frame::new().fill(color(theme.ink)).inner_margin(Margin::symmetric(20, 12));
        Panel::top("teller-head").frame(dark).show(ui, |ui| self.teller_head(ui, step));
        let white = Frame::new().fill(color(theme.panel)).inner_margin(Margin::same(16));
        Panel::bottom("teller-keys").frame(white).show(ui, |ui| {
            actions.extend(self.teller_keys(ui, step));
        });
        CentralPanel::default().frame(white).show(ui, |ui| {
            let half = (ui.available_width() - 20.0) / 2.0;
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(half);
                    self.teller_notes(ui, step);
                });
                ui.add_space(12.0);
                ui.vertical(|ui| {
                    ui.set_width(half);
                    self.teller_next(ui, step);
                });
            });
        });
        actions
    }

    /// Which scene, what time it is, for how long it has been told.
    fn teller_head(&self, ui: &mut Ui, step: Step) {
        let (theme, texts) = (self.theme(), self.texts());
        let story = &self.document.map().story;
        let ink = color(theme.panel);
        ui.horizontal(|ui| {
            let title = story.get(step.scene).map(|it| scene_title(texts, step.scene, it));
            let words = format!("{} · {}", step.scene + 1, title.unwrap_or_default());
            ui.add(egui::Label::new(text(words, 19.0, Weight::Bold).color(ink)).truncate());
            at_end(ui, |ui| {
                let telling = self.session.telling.unwrap_or_default();
                let now = ui.ctx().input(|input| input.time);
                let minutes = minutes_since(now, telling.since);
                let busy = texts.say(&Message::new("teller-busy").count("minutes", minutes));
                ui.label(text(self.time_of_day(), 19.0, Weight::Bold).color(ink));
                ui.label(text(busy, 15.0, Weight::Regular).color(ink));
            });
        });
    }

    /// "14:12".
    fn time_of_day(&self) -> String {
        let computer = &self.shell.computer;
        let moment = computer.on_the_clock(computer.now());
        moment.map(|(_, hour, minute)| format!("{hour:02}:{minute:02}")).unwrap_or_default()
    }

    /// What the room does now, the notes, and where it goes wrong easily.
    fn teller_notes(&self, ui: &mut Ui, step: Step) {
        let (theme, texts) = (self.theme(), self.texts());
        let nothing = StoryScene::default();
        let scene = self.document.map().story.get(step.scene).unwrap_or(&nothing);
        let doing = match step.part {
            Part::Guess => "teller-guess",
            Part::Reveal => "teller-reveal",
            Part::Told => "teller-told",
        };
        ui.label(text(texts.get(doing), 16.0, Weight::Bold));
        if let Some(minutes) = scene.minutes {
            let telling = self.session.telling.unwrap_or_default();
            let now = ui.ctx().input(|input| input.time);
            let gone = minutes_since(now, telling.scene_since);
            let left = usize::from(minutes).saturating_sub(gone);
            let words = texts.say(&Message::new("teller-left").count("minutes", left));
            ui.label(text(words, 14.0, Weight::Regular).color(color(theme.soft_ink)));
        }
        let frame = Frame::new()
            .fill(color(theme.sunken))
            .corner_radius(CornerRadius::same(10))
            .inner_margin(Margin::same(14));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            egui::ScrollArea::vertical().id_salt("teller-notes").show(ui, |ui| {
                ui.set_width(ui.available_width());
                let notes = scene.notes.trim();
                if notes.is_empty() && scene.trap.trim().is_empty() {
                    let words = text(texts.get("teller-no-notes"), 15.0, Weight::Regular);
                    ui.label(words.color(color(theme.soft_ink)));
                }
                for line in notes.lines() {
                    let words = text(line, 17.0, Weight::Regular).color(color(theme.ink));
                    ui.add(egui::Label::new(words).wrap());
                }
                if !scene.trap.trim().is_empty() {
                    ui.add_space(8.0);
                    ui.horizontal_wrapped(|ui| {
                        let sign = icon_text("warning", 17.0, crate::fonts::IconStyle::Fill);
                        ui.label(sign.color(color(theme.alert)));
                        let words = Message::new("teller-trap").arg("trap", scene.trap.trim());
                        let words = text(texts.say(&words), 17.0, Weight::SemiBold);
                        ui.add(egui::Label::new(words.color(color(theme.ink))).wrap());
                    });
                }
            });
        });
    }

    /// The picture that comes next, and its sentence.
    fn teller_next(&mut self, ui: &mut Ui, step: Step) {
        let texts = self.texts();
        let all = steps(&self.document.map().story);
        let at = all.iter().position(|it| *it == step).unwrap_or_default();
        let next = all.get(at + 1).copied();
        let words = match next.map(|it| it.part) {
            None => "teller-last",
            Some(Part::Reveal) => "teller-next-reveal",
            Some(Part::Told | Part::Guess) => "teller-next",
        };
        ui.label(text(texts.get(words), 16.0, Weight::Bold));
        let Some(next) = next else { return };
        let mut stages = std::mem::take(&mut self.stages);
        let wanted = self.wanted(WIDTH);
        stages.follow(self.document.revision(), &wanted);
        if let Some(stage) = stages.drawn(&wanted, (next.scene, next.part)) {
            let wide = ui.available_width();
            let size = vec2(wide, wide * 9.0 / 16.0);
            let (rect, _): (Rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            stage.paint(ui, rect);
            let said = format!("„{}”", stage.screen.sentence);
            if !stage.screen.sentence.is_empty() {
                ui.add(egui::Label::new(text(said, 15.0, Weight::Regular)).wrap());
            }
        }
        self.stages = stages;
    }

    /// What can be done, the usual thing first in sight.
    fn teller_keys(&self, ui: &mut Ui, step: Step) -> Vec<Action> {
        let (theme, texts) = (self.theme(), self.texts());
        let mut actions = Vec::new();
        let on = if step.part == Part::Guess { "teller-show" } else { "teller-on" };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            for (id, words, look) in [
                (Id::TellBack, "teller-back", Look::Outlined),
                (Id::TellNext, on, Look::Main),
                (Id::TellBlank, "teller-dark", Look::Outlined),
                (Id::TellPointer, "teller-pointer", Look::Outlined),
                (Id::TellAgain, "teller-again", Look::Outlined),
                (Id::TellEnd, "teller-end", Look::Outlined),
            ] {
                let Some(row) = id.row() else { continue };
                let words = format!("{}  {}", texts.get(words), row.key_words(texts.lang()));
                if button(ui, theme, look, row.icon, &words).clicked() {
                    actions.extend(row.asked(&self.situation()));
                }
            }
        });
        actions
    }
}

/// How many whole minutes ago.
fn minutes_since(now: f64, since: Option<f64>) -> usize {
    let minutes = since.map_or(0.0, |since| ((now - since) / 60.0).floor().max(0.0));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not below 0")]
    let minutes = minutes as usize;
    minutes
}
