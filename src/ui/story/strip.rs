//! Every scene in a small picture, in their order: tapped to be worked at, dragged to another place.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::room::Room;
use super::stage::Stages;
use super::words::scene_title;
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::story::Part;
use crate::ui::fonts::{family, paint_icon, text};
use crate::ui::style::{color, focus_ring};
use crate::ui::terms::{SceneEdit, StoryStep};
use crate::ui::widgets::caption;
use crate::ui::{Action, EditAction, LookAction};

/// The size of a small picture, in points.
const PICTURE: egui::Vec2 = vec2(156.0, 88.0);
/// From one to the next.
const STEP: f32 = 168.0;
/// How high one is with its words.
const HIGH: f32 = 146.0;

/// Shows them, and the place where a new one comes.
pub(super) fn strip_ui(ui: &mut Ui, room: &Room<'_>, stages: &mut Stages) -> Vec<Action> {
    let mut actions = Vec::new();
    let (theme, texts) = (room.context.theme, room.context.texts);
    let story = &room.wanted.map.story;
    ui.horizontal(|ui| {
        ui.label(text(texts.get("story-strip"), 15.5, Weight::Bold));
        let words = Message::new("story-strip-hint").count("count", story.len());
        caption(ui, theme, texts.say(&words));
    });
    egui::ScrollArea::horizontal().id_salt("story-strip").show(ui, |ui| {
        #[expect(clippy::cast_precision_loss, reason = "a hundred scenes")]
        let wide = STEP * (story.len() + 1) as f32;
        let (all, _) = ui.allocate_exact_size(vec2(wide, HIGH), Sense::hover());
        let mut is_drawn = false;
        for at in 0..story.len() {
            #[expect(clippy::cast_precision_loss, reason = "a hundred scenes")]
            let left = all.left() + STEP * at as f32;
            let rect = Rect::from_min_size(pos2(left, all.top()), vec2(STEP - 8.0, HIGH));
            if ui.is_rect_visible(rect) {
                draw_one(ui, room, stages, at, &mut is_drawn);
            }
            one(ui, room, (stages, at), (rect, all), &mut actions);
        }
        let left = all.right() - STEP;
        let rect = Rect::from_min_size(pos2(left, all.top()), vec2(STEP - 8.0, HIGH));
        actions.extend(record(ui, room, rect));
        ui.add_space(4.0);
    });
    actions
}

/// What a small picture shows: what there is to see in the end.
fn part_of(room: &Room<'_>, at: usize) -> Part {
    let scene = room.wanted.map.story.get(at);
    if scene.is_some_and(|it| it.guess.is_some()) { Part::Reveal } else { Part::Told }
}

/// Draws one that was not drawn yet; no more than one a frame.
fn draw_one(ui: &Ui, room: &Room<'_>, stages: &mut Stages, at: usize, is_drawn: &mut bool) {
    let of = (at, part_of(room, at));
    if stages.known(room.wanted, of).is_some() {
        return;
    }
    if *is_drawn {
        ui.ctx().request_repaint();
        return;
    }
    *is_drawn = true;
    stages.drawn(room.wanted, of);
}

fn one(
    ui: &Ui,
    room: &Room<'_>,
    (stages, at): (&Stages, usize),
    (rect, all): (Rect, Rect),
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (room.context.theme, room.context.texts);
    let Some(scene) = room.wanted.map.story.get(at) else { return };
    let id = egui::Id::unique(("story-scene", at));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let is_on = at == room.at;
    if is_on {
        let edge = Stroke::new(2.0, color(theme.accent));
        let ground = color(theme.tint(theme.accent));
        ui.painter().rect(rect, CornerRadius::same(10), ground, edge, StrokeKind::Inside);
    }
    let picture = Rect::from_min_size(rect.min + vec2(3.0, 4.0), PICTURE - vec2(2.0, 0.0));
    ui.painter().rect_filled(picture, CornerRadius::same(8), color(theme.sunken));
    if let Some(stage) = stages.known(room.wanted, (at, part_of(room, at))) {
        stage.paint(ui, picture);
    }
    if scene.guess.is_some() {
        let at = picture.min + vec2(14.0, 14.0);
        ui.painter().circle_filled(at, 11.0, color(theme.ink));
        let font = egui::FontId::new(13.0, family(Weight::Bold));
        ui.painter().text(at, egui::Align2::CENTER_CENTER, "?", font, color(theme.panel));
    }
    let title = if room.context.names == crate::model::Names::Shown {
        scene_title(texts, at, scene)
    } else {
        texts.say(&Message::new("story-scene-title").count("number", at + 1))
    };
    let font = egui::FontId::new(12.5, family(Weight::SemiBold));
    let words = format!("{}  {title}", at + 1);
    let mut job = egui::text::LayoutJob::simple(words, font, color(theme.ink), STEP - 20.0);
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(picture.left_bottom() + vec2(3.0, 6.0), galley, color(theme.ink));
    let message = Message::new("story-scene-named").count("number", at + 1).arg("title", &title);
    let spoken = texts.say(&message);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &spoken));
    focus_ring(ui, theme, &response, 10);
    let look = Action::Look(LookAction::Story(StoryStep::Scene(at)));
    if response.clicked() {
        actions.push(look.clone());
    }
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let steps = ((pointer.x - all.left()) / STEP).floor().max(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not below 0")]
    let to = (steps as usize).min(room.wanted.map.story.len().saturating_sub(1));
    if response.dragged() && to != at {
        let x = all.left() + STEP * steps + if at < to { STEP - 6.0 } else { -4.0 };
        ui.painter().vline(x, rect.y_range(), Stroke::new(3.0, color(theme.accent)));
    }
    if response.drag_stopped() && to != at {
        actions.extend([look, Action::Edit(EditAction::Scene(SceneEdit::To(to)))]);
    }
}

/// The place where what is on the map becomes a scene.
fn record(ui: &Ui, room: &Room<'_>, rect: Rect) -> Option<Action> {
    let (theme, texts) = (room.context.theme, room.context.texts);
    let response = ui.interact(rect, egui::Id::unique("story-record"), Sense::click());
    let picture = Rect::from_min_size(rect.min + vec2(3.0, 4.0), PICTURE - vec2(2.0, 0.0));
    let fill = if response.hovered() { theme.band } else { theme.panel };
    let edge = Stroke::new(1.5, color(theme.ink));
    let painter = ui.painter();
    painter.rect(picture, CornerRadius::same(8), color(fill), edge, StrokeKind::Inside);
    let ink = color(theme.ink);
    paint_icon(ui, picture.center() - vec2(0.0, 14.0), "camera", 22.0, IconStyle::Bold, ink);
    let row = crate::ui::action::Id::RecordScene.row();
    let key = row.map(|it| it.key_words(texts.lang())).unwrap_or_default();
    let font = egui::FontId::new(13.5, family(Weight::SemiBold));
    let words = format!("{}  {key}", texts.get("story-record"));
    let at = picture.center() + vec2(0.0, 18.0);
    painter.text(at, egui::Align2::CENTER_CENTER, words, font, ink);
    let font = egui::FontId::new(12.0, family(Weight::Regular));
    let soft = color(theme.soft_ink);
    let hint = painter.layout(texts.get("story-record-hint"), font, soft, STEP - 20.0);
    painter.galley(picture.left_bottom() + vec2(3.0, 6.0), hint, soft);
    let spoken = texts.get("do-record-scene");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    focus_ring(ui, theme, &response, 10);
    response.clicked().then_some(Action::Edit(EditAction::Scene(SceneEdit::Record)))
}
