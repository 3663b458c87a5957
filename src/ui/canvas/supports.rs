//! Those who help, as something that can be tapped, focused, read aloud, and dragged to whom it helps.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::stage::Canvas;
use super::{arrange, halo, homes, lines};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Party, Subject, SupportId, Supported};
use crate::scene::{Item, Layer, Shape};
use crate::ui::action::LineStep;
use crate::ui::fonts::text;
use crate::ui::inspector::support_words;
use crate::ui::node_id::support_node;
use crate::ui::session::{Drag, Session};
use crate::ui::style::color;
use crate::ui::{Action, EditAction, LookAction};

/// Where on the screen every support that is drawn is taken hold of.
fn holds(canvas: &Canvas<'_>, session: &Session) -> Vec<(SupportId, Rect)> {
    let ids = canvas.panel.map.supports.keys();
    let holds = ids.filter_map(|id| {
        let rect = canvas.derived.frame_of(&Subject::Support(id.clone()))?;
        let rect = session.camera.screen_rect(canvas.rect.min, rect);
        Some((id.clone(), Rect::from_center_size(rect.center(), rect.size().max(vec2(44.0, 44.0)))))
    });
    holds.collect()
}

/// Every support that is drawn.
pub(super) fn nodes(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let theme = canvas.panel.theme;
    for (id, rect) in holds(canvas, session) {
        let subject = Subject::Support(id.clone());
        let Some(words) = canvas.derived.scene.spoken.get(&subject) else { continue };
        let response = ui.interact(rect, support_node(&id), Sense::click_and_drag());
        let is_selected = session.selection.as_ref() == Some(&subject);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, words));
        super::nodes::keep_arrows(ui, &response);
        let is_wanted = session.line.as_ref().is_some_and(|line| line.to.is_none());
        if is_wanted && response.clicked() {
            let to = Party::Support(id.clone());
            actions.push(Action::Look(LookAction::Line(LineStep::To(to))));
        } else if response.clicked() || (response.gained_focus() && !is_selected && !is_wanted) {
            actions.push(Action::Look(LookAction::Select(Some(subject))));
        }
        if response.drag_started_by(egui::PointerButton::Primary) {
            session.drag = Some(Drag::Tie(id.clone()));
        }
        if response.drag_stopped() && session.drag == Some(Drag::Tie(id.clone())) {
            session.drag = None;
            let pointer = ui.input(|input| input.pointer.latest_pos());
            let to = pointer.and_then(|pos| helped_at(canvas, session, pos));
            actions.extend(to.map(|(to, _)| Action::Edit(EditAction::Tie(id.clone(), to))));
        }
        let has_ring = response.hovered() || (response.has_focus() && session.by_keys);
        if is_selected || has_ring {
            let stroke = Stroke::new(if is_selected { 3.0 } else { 2.0 }, color(theme.accent));
            let radius = CornerRadius::same(12);
            ui.painter().rect_stroke(rect.expand(4.0), radius, stroke, StrokeKind::Outside);
        }
    }
}

/// Who is at `pos` and can be helped, and the box of that on the screen: a person, else a home.
fn helped_at(canvas: &Canvas<'_>, session: &Session, pos: Pos2) -> Option<(Supported, Rect)> {
    if let Some(id) = halo::person_at(canvas, session, pos) {
        let frame = canvas.derived.spot(&id)?.frame;
        let rect = session.camera.screen_rect(canvas.rect.min, frame);
        return Some((Supported::Person(id), rect));
    }
    let names = homes::holds(canvas, session).into_iter();
    let outlines = canvas.derived.scene.items.iter().zip(&canvas.derived.boxes);
    // The outlines; not the necks between them.
    let is_outline = |item: &Item| match &item.shape {
        Shape::Path { paint, .. } => paint.fill.is_some() && paint.stroke.is_some(),
        _ => false,
    };
    let outlines = outlines.filter(|(item, _)| item.layer == Layer::Households && is_outline(item));
    let outlines = outlines.filter_map(|(item, rect)| match &item.subject {
        Some(Subject::Household(id)) => {
            Some((id.clone(), session.camera.screen_rect(canvas.rect.min, *rect)))
        }
        _ => None,
    });
    let there = names.chain(outlines).filter(|(_, rect)| rect.contains(pos));
    // Of one home within another the smaller one is meant.
    let home = there.min_by(|a, b| a.1.area().total_cmp(&b.1.area()));
    home.map(|(id, rect)| (Supported::Household(id), rect))
}

/// The tie that is being drawn, and whom it would be to.
pub(super) fn draw_new(ui: &Ui, canvas: &Canvas<'_>, session: &Session) {
    let dragged = match &session.drag {
        Some(Drag::Tie(id)) => Some(id),
        _ => None,
    };
    let Some(id) = dragged.or(session.tying.as_ref().map(|it| &it.support)) else { return };
    let Some(from) = canvas.derived.frame_of(&Subject::Support(id.clone())) else { return };
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let Some(pointer) = pointer.filter(|pos| canvas.rect.contains(*pos)) else { return };
    let from = session.camera.screen_rect(canvas.rect.min, from).center_top();
    lines::dashed(ui, canvas, [from, pointer]);
    if let Some((_, frame)) = helped_at(canvas, session, pointer) {
        let stroke = Stroke::new(3.0, color(canvas.panel.theme.accent));
        ui.painter().rect_stroke(frame, CornerRadius::same(10), stroke, StrokeKind::Outside);
    }
}

/// Beside the selected support: a tap on this, and one on whoever is helped, ties the two.
pub(super) fn ask_whom(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    session: &Session,
    actions: &mut Vec<Action>,
) {
    let Some(Subject::Support(id)) = &session.selection else { return };
    if session.tying.is_some() || session.drag.is_some() {
        return;
    }
    let all = holds(canvas, session);
    let Some((_, own)) = all.iter().find(|(it, _)| it == id) else { return };
    let panel = &canvas.panel;
    let words = panel.texts.get("support-ask-whom");
    let label = text(&words, 13.5, Weight::SemiBold).color(color(panel.theme.ink));
    let font = egui::FontId::new(13.5, crate::ui::fonts::family(Weight::SemiBold));
    let galley = ui.painter().layout_no_wrap(words, font, egui::Color32::BLACK);
    let size = vec2(galley.size().x + 32.0, 44.0);
    let mut keep: Vec<Rect> = all.iter().map(|(_, rect)| rect.expand(6.0)).collect();
    keep.push(super::controls_place(canvas));
    let people = canvas.derived.people.iter();
    let spare: Vec<Rect> =
        people.map(|it| session.camera.screen_rect(canvas.rect.min, it.frame)).collect();
    let wish = own.center_top() - vec2(0.0, size.y / 2.0 + 12.0);
    let Some(center) = arrange::place((wish, size), canvas.rect, &keep, &spare) else { return };
    let button = egui::Button::new(label)
        .fill(color(panel.theme.panel))
        .stroke(Stroke::new(1.0, color(panel.theme.line)))
        .corner_radius(CornerRadius::same(22))
        .min_size(size);
    if ui.put(Rect::from_center_size(center, size), button).clicked() {
        actions.push(Action::Look(LookAction::Tie(Some(id.clone()))));
    }
}

/// What is asked while it is asked on the map whom somebody helps.
pub(super) fn question(canvas: &Canvas<'_>, id: &SupportId) -> String {
    let message = Message::new("support-ask-tap").arg("support", support_words(&canvas.panel, id));
    canvas.panel.texts.say(&message)
}
