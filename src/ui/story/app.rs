//! The page on which the story is made.

use egui::{
    CentralPanel, CornerRadius, Frame, Margin, Panel, Rect, Role, Sense, Stroke, StrokeKind,
};
use egui::{Ui, WidgetInfo, vec2};

use super::panel::panel_ui;
use super::room::Room;
use super::stage::{Stage, Stages};
use super::strip::strip_ui;
use super::words::put;
use crate::fonts::Weight;
use crate::geometry;
use crate::i18n::Message;
use crate::model::{PersonId, Subject};
use crate::story::{Part, WIDTH, Wanted};
use crate::ui::action::Id;
use crate::ui::app::App;
use crate::ui::canvas::Camera;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::style::{Look, button, color, focus_ring};
use crate::ui::terms::StoryStep;
use crate::ui::widgets::choice;
use crate::ui::{Action, LookAction};

/// The height of the scenes below the stage, in points.
const STRIP: f32 = 218.0;

impl App {
    /// How the story is drawn on a screen of this width.
    pub(super) fn wanted(&self, width: f64) -> Wanted<'_> {
        let map = self.document.map();
        Wanted {
            map,
            names: self.session.names,
            lang: self.session.lang,
            theme: self.settings.theme,
            today: map.today_or(self.shell.today),
            width,
        }
    }

    /// Shows the page below the bar; gives back what the user asks for.
    pub(in crate::ui) fn story_screen(&mut self, ui: &mut Ui) -> Vec<Action> {
        let mut stages = std::mem::take(&mut self.stages);
        let mut typing = std::mem::take(&mut self.session.typing);
        let mut actions = Vec::new();
        let context = self.panel_context();
        let wanted = self.wanted(WIDTH);
        stages.follow(self.document.revision(), &wanted);
        let at = self.scene_at();
        let has_guess = wanted.map.story.get(at).is_some_and(|it| it.guess.is_some());
        let part = match self.session.story.part {
            Part::Reveal if has_guess => Part::Reveal,
            _ if has_guess => Part::Guess,
            _ => Part::Told,
        };
        stages.drawn(&wanted, (at, part));
        let room = Room {
            context: &context,
            wanted: &wanted,
            at,
            part,
            cards: &self.derived.cards,
            said: &self.said.1,
            ticked: self.ticked(),
            has_chosen: !self.chosen_on_map().is_empty(),
        };
        let white = Frame::new().fill(color(context.theme.panel));
        let inner = white.inner_margin(Margin { left: 20, right: 16, top: 16, bottom: 0 });
        if !wanted.map.story.is_empty() {
            let wide = (ui.max_rect().width() * 0.256).clamp(300.0, 430.0);
            Panel::right("story-side").frame(inner).exact_size(wide).resizable(false).show(
                ui,
                |ui| {
                    let drawn = stages.known(&wanted, (at, part));
                    actions.extend(panel_ui(ui, &room, drawn, &mut typing));
                },
            );
        }
        let strip = white.inner_margin(Margin { left: 20, right: 0, top: 10, bottom: 0 });
        let bottom = Panel::bottom("story-strip").frame(strip).exact_size(STRIP).resizable(false);
        let below = bottom.show(ui, |ui| actions.extend(strip_ui(ui, &room, &mut stages)));
        let ground = Frame::new().fill(color(context.theme.ground));
        CentralPanel::default().frame(ground).show(ui, |ui| {
            actions.extend(self.story_bar(ui, &room));
            actions.extend(middle(ui, &room, &stages));
        });
        self.stages = stages;
        self.session.typing = typing;
        // Sentences stand elsewhere.
        self.session.worked_on = vec![below.response.rect];
        actions
    }

    /// Tell it, with a second window or not; what is guessed, or what there was to guess.
    fn story_bar(&self, ui: &mut Ui, room: &Room<'_>) -> Vec<Action> {
        let (theme, texts) = (room.context.theme, room.context.texts);
        let mut actions = Vec::new();
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            ui.add_space(20.0);
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            if let Some(row) = Id::Tell.row() {
                let words = format!("{}  {}", texts.get(row.words), row.key_words(texts.lang()));
                if button(ui, theme, Look::Main, row.icon, &words).clicked() {
                    actions.extend(row.asked(&self.situation()));
                }
            }
            let is_second = self.session.story.has_second_window;
            let look = if is_second { Look::Main } else { Look::Outlined };
            let words = texts.get(if is_second { "story-second-on" } else { "do-second-window" });
            if button(ui, theme, look, "monitor-play", &words).clicked() {
                actions.push(Action::Look(LookAction::Story(StoryStep::SecondWindow)));
            }
            if room.part != Part::Told {
                let parts = [
                    (Part::Guess, texts.get("story-part-guess")),
                    (Part::Reveal, texts.get("story-part-reveal")),
                ];
                if let Some(part) = choice(ui, theme, Some(room.part), &parts) {
                    actions.push(Action::Look(LookAction::Story(StoryStep::Part(part))));
                }
            }
        });
        actions
    }
}

/// The stage; without a story what to do.
fn middle(ui: &mut Ui, room: &Room<'_>, stages: &Stages) -> Vec<Action> {
    let Some(stage) = stages.known(room.wanted, (room.at, room.part)) else {
        empty(ui, room.context);
        return Vec::new();
    };
    let free = ui.available_rect_before_wrap().shrink2(vec2(28.0, 22.0));
    let size = vec2(free.width(), free.width() * 9.0 / 16.0);
    let size = size * (free.height() / size.y).min(1.0);
    let rect = Rect::from_center_size(free.center(), size);
    let camera = stage.paint(ui, rect);
    let theme = room.context.theme;
    let edge = Stroke::new(2.0, color(theme.ink));
    ui.painter().rect_stroke(rect, CornerRadius::same(6), edge, StrokeKind::Outside);
    let words = room.context.texts.get("story-stage");
    let response = ui.interact(rect, egui::Id::unique("story-stage"), Sense::hover());
    let spoken = format!("{words}: {}", stage.spoken());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    pill(ui, room.context, rect, &words);
    people(ui, room, stage, (&camera, rect))
}

/// "Dit ziet de zaal", on the upper edge.
fn pill(ui: &Ui, context: &PanelContext<'_>, stage: Rect, words: &str) {
    let font = egui::FontId::new(12.5, crate::ui::fonts::family(Weight::SemiBold));
    let ink = color(context.theme.panel);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
    let size = galley.size() + vec2(26.0, 10.0);
    let rect = Rect::from_center_size(stage.center_top(), size);
    ui.painter().rect_filled(rect, CornerRadius::same(13), color(context.theme.ink));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
}

/// Whoever is tapped on the stage is not shown any more.
fn people(ui: &Ui, room: &Room<'_>, stage: &Stage, (camera, rect): (&Camera, Rect)) -> Vec<Action> {
    let mut actions = Vec::new();
    let story = &room.wanted.map.story;
    let everybody: Vec<&PersonId> = room.context.map.people.keys().collect();
    for id in everybody {
        let subject = Subject::Person(id.clone());
        let boxes = stage.screen.scene.items_of(&subject).filter_map(|it| it.shape.bounds());
        let Some(bounds) = boxes.reduce(geometry::Rect::union) else { continue };
        let place = camera.screen_rect(rect.min, bounds).intersect(rect);
        let response =
            ui.interact(place, egui::Id::unique(("story-person", id.as_str())), Sense::click());
        let name = room.context.name(id);
        let words = room.context.texts.say(&Message::new("story-leave-out").arg("name", name));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        focus_ring(ui, room.context.theme, &response, 6);
        if response.on_hover_text(&words).clicked() {
            actions.push(put(story, room.at, |scene| {
                scene.people = super::who::toggled(&room.ticked, room.wanted.map, id);
            }));
        }
    }
    actions
}

fn empty(ui: &mut Ui, context: &PanelContext<'_>) {
    ui.add_space(ui.available_height() * 0.28);
    ui.vertical_centered(|ui| {
        ui.set_max_width(520.0);
        ui.label(text(context.texts.get("story-empty-title"), 22.0, Weight::Bold));
        ui.add_space(8.0);
        for words in ["story-empty-one", "story-empty-two", "story-empty-three"] {
            let words = text(context.texts.get(words), 15.5, Weight::Regular);
            ui.add(egui::Label::new(words.color(color(context.theme.ink))).wrap());
            ui.add_space(2.0);
        }
    });
}
