//! The lines between people: taken hold of anywhere along them, read aloud, drawn from one to another.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::stage::Canvas;
use crate::geometry::Point;
use crate::model::{Party, PersonId, RelationId, Subject};
use crate::ui::node_id::relation_node;
use crate::ui::session::{Drag, Session};
use crate::ui::style::color;
use crate::ui::{Action, LookAction};

/// Every line that is drawn, as something that can be focused and read aloud.
pub(super) fn nodes(ui: &Ui, canvas: &Canvas<'_>, session: &Session, actions: &mut Vec<Action>) {
    for (id, rect) in holds(canvas, session) {
        let subject = Subject::Relation(id.clone());
        let Some(words) = canvas.derived.scene.spoken.get(&subject) else { continue };
        let response = ui.interact(rect, relation_node(id), Sense::click());
        let is_selected = session.selection.as_ref() == Some(&subject);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, words));
        super::nodes::keep_arrows(ui, &response);
        if response.clicked() || (response.gained_focus() && !is_selected) {
            actions.push(Action::Look(LookAction::Select(Some(subject))));
        }
        let theme = canvas.panel.theme;
        if response.has_focus() && session.by_keys {
            let stroke = Stroke::new(2.0, color(theme.ink));
            ui.painter().rect_stroke(rect, CornerRadius::same(8), stroke, StrokeKind::Outside);
        }
    }
}

/// Where each line is taken hold of by those who do not see it: its middle.
pub(super) fn holds<'a>(
    canvas: &Canvas<'a>,
    session: &Session,
) -> impl Iterator<Item = (&'a RelationId, Rect)> {
    canvas.derived.scene.ways.iter().filter_map(move |(id, way)| {
        let middle = canvas.on_screen(session, middle(way)?);
        Some((id, Rect::from_center_size(middle, vec2(44.0, 28.0))))
    })
}

/// Half-way along a line.
fn middle(way: &[Point]) -> Option<Point> {
    let pieces = || way.iter().zip(way.iter().skip(1));
    let length: f64 = pieces().map(|(a, b)| a.distance(*b)).sum();
    let mut left = length / 2.0;
    for (a, b) in pieces() {
        let piece = a.distance(*b);
        if left <= piece && 0.0 < piece {
            let share = left / piece;
            return Some(Point::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share));
        }
        left -= piece;
    }
    way.first().copied()
}

/// From a point to a piece of line.
pub(super) fn distance(p: Pos2, a: Pos2, b: Pos2) -> f32 {
    let along = b - a;
    let length = along.length_sq();
    let share = if 0.0 < length { ((p - a).dot(along) / length).clamp(0.0, 1.0) } else { 0.0 };
    (p - (a + share * along)).length()
}

/// A soft ground under the line that is selected, so that it stands out among others.
pub(super) fn selected(ui: &Ui, canvas: &Canvas<'_>, session: &Session, id: &RelationId) {
    let Some(way) = canvas.derived.scene.ways.get(id) else { return };
    let points: Vec<Pos2> = way.iter().map(|point| canvas.on_screen(session, *point)).collect();
    let accent = color(canvas.panel.theme.accent);
    let ends = [points.first().copied(), points.last().copied()];
    let ground = Stroke::new(14.0, accent.gamma_multiply(0.22));
    ui.painter().add(egui::Shape::line(points, ground));
    for end in ends.into_iter().flatten() {
        ui.painter().circle_stroke(end, 8.0, Stroke::new(2.0, accent));
    }
}

/// Who is at the other end of the line that is being drawn: who is pointed at.
pub(super) fn draw_new(ui: &Ui, canvas: &Canvas<'_>, session: &Session) {
    let dragged = match &session.drag {
        Some(Drag::Line) => session.person(),
        _ => None,
    };
    let drafted = session.line.as_ref().filter(|line| line.to.is_none()).map(|line| &line.from);
    let Some(from) = dragged.or(drafted) else {
        if let Some((from, to)) = drafted_pair(session) {
            let from = canvas.derived.spot(from).map(|spot| spot.symbol);
            let to = match to {
                Party::Person(id) => canvas.derived.spot(id).map(|spot| spot.symbol),
                Party::Support(id) => {
                    let disc = canvas.derived.frame_of(&Subject::Support(id.clone()));
                    disc.map(|frame| Point::new(frame.center().x, frame.min.y))
                }
            };
            if let (Some(a), Some(b)) = (from, to) {
                dashed(ui, canvas, [a, b].map(|point| canvas.on_screen(session, point)));
            }
        }
        return;
    };
    let Some(spot) = canvas.derived.spot(from) else { return };
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let Some(pointer) = pointer.filter(|pos| canvas.rect.contains(*pos)) else { return };
    dashed(ui, canvas, [canvas.on_screen(session, spot.symbol), pointer]);
    for other in canvas.derived.people.iter().filter(|other| other.id != *from) {
        let frame = session.camera.screen_rect(canvas.rect.min, other.frame);
        if frame.contains(pointer) {
            let stroke = Stroke::new(3.0, color(canvas.panel.theme.accent));
            ui.painter().rect_stroke(frame, CornerRadius::same(10), stroke, StrokeKind::Outside);
        }
    }
}

fn drafted_pair(session: &Session) -> Option<(&PersonId, &Party)> {
    let line = session.line.as_ref()?;
    Some((&line.from, line.to.as_ref()?))
}

pub(super) fn dashed(ui: &Ui, canvas: &Canvas<'_>, points: [Pos2; 2]) {
    let stroke = Stroke::new(3.0, color(canvas.panel.theme.accent));
    ui.painter().extend(egui::Shape::dashed_line(&points, stroke, 8.0, 6.0));
}
