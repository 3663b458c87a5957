//! Choosing people with a loop around them, drawn by finger, pen or mouse: Shift and drag on a free place,
//! or the button for it first. A loop that is no more than a line stands for the box between its ends.

use std::collections::BTreeSet;

use egui::{Pos2, Response, Shape, Stroke, Ui};

use super::stage::Canvas;
use crate::geometry::{Point, Rect};
use crate::model::PersonId;
use crate::ui::session::{Lasso, Session};
use crate::ui::style::color;
use crate::ui::{Action, LookAction};

/// A point is added to the loop so far from the last one, in points.
const STEP: f32 = 4.0;
/// A shorter loop is a tap.
const TAP: f32 = 24.0;
/// More points than a hand draws.
const MOST: usize = 4_000;

/// Lets a loop be drawn; who stands in it is chosen.
pub(super) fn lasso(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    (ground, actions): (&Response, &mut Vec<Action>),
) {
    let (shift, moves) = ui.input(|input| (input.modifiers.shift, moves(input)));
    if session.lasso.is_none() && shift && ground.drag_started_by(egui::PointerButton::Primary) {
        let start = ui.input(|input| input.pointer.press_origin());
        let start = start.map(|pos| session.camera.map_from_screen(canvas.rect.min, pos));
        session.lasso = Some(Lasso { points: start.into_iter().collect(), is_drawn: true });
    }
    let camera = session.camera;
    let Some(lasso) = &mut session.lasso else { return };
    ui.set_cursor_icon(egui::CursorIcon::Crosshair);
    let zoom = f64::from(camera.zoom);
    for (kind, pos) in moves {
        let at = camera.map_from_screen(canvas.rect.min, pos);
        let is_on_map = canvas.rect.contains(pos)
            && ui.ctx().layer_id_at(pos).is_none_or(|layer| layer == ui.layer_id());
        if kind == Move::Down && is_on_map {
            *lasso = Lasso { points: vec![at], is_drawn: true };
        }
        if !lasso.is_drawn {
            continue;
        }
        let far = lasso.points.last().is_none_or(|last| f64::from(STEP) < last.distance(at) * zoom);
        if far && lasso.points.len() < MOST {
            lasso.points.push(at);
        }
        if kind == Move::Up {
            lasso.is_drawn = false;
            let points = std::mem::take(&mut lasso.points);
            let pieces = points.iter().zip(points.iter().skip(1));
            let length: f64 = pieces.map(|(a, b)| a.distance(*b)).sum();
            if f64::from(TAP) <= length * zoom {
                session.lasso = None;
                actions.push(Action::Look(LookAction::Choose(inside(canvas, &points))));
                return;
            }
        }
    }
}

/// What the pointer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Down,
    On,
    Up,
}

/// Every place where the pointer was in this frame, in order: a slow computer draws few frames.
fn moves(input: &egui::InputState) -> Vec<(Move, Pos2)> {
    let moves = input.events.iter().filter_map(|event| match event {
        egui::Event::PointerMoved(pos) => Some((Move::On, *pos)),
        egui::Event::PointerButton {
            pos, button: egui::PointerButton::Primary, pressed, ..
        } => Some((if *pressed { Move::Down } else { Move::Up }, *pos)),
        _ => None,
    });
    moves.collect()
}

/// Whose symbol has its middle in the loop.
fn inside(canvas: &Canvas<'_>, points: &[Point]) -> BTreeSet<PersonId> {
    let Some(bounds) = Rect::around(points.iter().copied()) else { return BTreeSet::new() };
    let (width, height) = (bounds.width(), bounds.height());
    // Drawn from corner to corner it is a box.
    let is_box = area(points) < 0.2 * width * height;
    let holds = |at: Point| bounds.contains(at) && (is_box || is_in(points, at));
    let people = canvas.derived.people.iter().filter(|spot| holds(spot.symbol));
    people.map(|spot| spot.id.clone()).collect()
}

/// The area inside a loop that closes itself.
fn area(points: &[Point]) -> f64 {
    let next = points.iter().cycle().skip(1);
    let doubled: f64 = points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    doubled.abs() / 2.0
}

/// Does a line from `at` to the right cross the loop an odd number of times?
fn is_in(points: &[Point], at: Point) -> bool {
    let next = points.iter().cycle().skip(1);
    let crossed = points.iter().zip(next).filter(|(a, b)| {
        (at.y < a.y) != (at.y < b.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    crossed.count() % 2 == 1
}

/// The loop that is being drawn, and a ring around everybody who is chosen.
pub(super) fn paint(ui: &Ui, canvas: &Canvas<'_>, session: &Session) {
    let accent = color(canvas.panel.theme.accent);
    for id in &session.chosen {
        let Some(spot) = canvas.derived.spot(id) else { continue };
        let center = canvas.on_screen(session, spot.symbol);
        let radius = super::camera::short(spot.half) * session.camera.zoom + 8.0;
        ui.painter().circle_stroke(center, radius, Stroke::new(3.0, accent));
    }
    let Some(lasso) = session.lasso.as_ref().filter(|lasso| lasso.is_drawn) else { return };
    let points: Vec<Pos2> = lasso.points.iter().map(|it| canvas.on_screen(session, *it)).collect();
    ui.painter().extend(Shape::dashed_line(&points, Stroke::new(3.0, accent), 8.0, 6.0));
    if let [first, .., last] = points.as_slice() {
        let closing = Stroke::new(1.5, accent.gamma_multiply(0.5));
        ui.painter().extend(Shape::dashed_line(&[*last, *first], closing, 4.0, 6.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_holds_what_lies_inside_it() {
        let corner = |(x, y): (f64, f64)| Point::new(x, y);
        let bean = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (60.0, 40.0), (0.0, 100.0)];
        let bean = bean.map(corner);
        assert!(is_in(&bean, Point::new(20.0, 40.0)));
        assert!(!is_in(&bean, Point::new(60.0, 80.0)), "in its bay");
        assert!(!is_in(&bean, Point::new(120.0, 40.0)));
        assert!(area(&bean) > 5_000.0, "{}", area(&bean));
        let line = [(0.0, 0.0), (50.0, 51.0), (100.0, 100.0)].map(corner);
        assert!(area(&line) < 100.0, "a line encloses nothing");
    }
}
