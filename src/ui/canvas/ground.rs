//! A tap where no person and no button is: on a line between people, on the line of a couple, on the
//! outline of a home. Each answers along the whole of it.

use egui::{Pos2, Rect};

use super::lines;
use super::stage::Canvas;
use crate::geometry::Point;
use crate::model::{Subject, Supported};
use crate::scene::{Layer, Shape};
use crate::ui::action::{self, Whom};
use crate::ui::session::Session;
use crate::ui::{Action, EditAction, LookAction};

/// A tap this near to a line is a tap on it, in points.
const NEAR: f32 = 12.0;

/// What is at `pos`, the nearest of several.
pub(super) fn at(canvas: &Canvas<'_>, session: &Session, pos: Pos2) -> Option<Subject> {
    let far = |way: &[Point]| far_from(canvas, session, (pos, way));
    let ways = canvas.derived.scene.ways.iter();
    let relations = ways.map(|(id, way)| (far(way), Subject::Relation(id.clone())));
    let unions = canvas.derived.unions.iter();
    let unions = unions.map(|spot| (far(&spot.line), Subject::Union(spot.id.clone())));
    let all = relations.chain(unions).chain(homes(canvas, session, pos));
    let nearest = all.filter(|(far, _)| *far <= NEAR).min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map(|(_, subject)| subject)
}

/// How far `pos` is from the outline of each home that is drawn near by.
fn homes<'a>(
    canvas: &'a Canvas<'_>,
    session: &'a Session,
    pos: Pos2,
) -> impl Iterator<Item = (f32, Subject)> + 'a {
    let items = canvas.derived.scene.items.iter().zip(&canvas.derived.boxes);
    items.filter_map(move |(item, place)| {
        let (Layer::Households, Shape::Path { path, paint }) = (item.layer, &item.shape) else {
            return None;
        };
        let on_screen: Rect = session.camera.screen_rect(canvas.rect.min, *place);
        if paint.stroke.is_none() || !on_screen.expand(NEAR).contains(pos) {
            return None;
        }
        let subject = item.subject.clone()?;
        Some((far_from(canvas, session, (pos, &path.flattened())), subject))
    })
}

/// How far it is from a place on the screen to a way on the map, in points.
fn far_from(canvas: &Canvas<'_>, session: &Session, (pos, way): (Pos2, &[Point])) -> f32 {
    let points: Vec<Pos2> = way.iter().map(|point| canvas.on_screen(session, *point)).collect();
    let pieces = points.iter().zip(points.iter().skip(1));
    pieces.map(|(a, b)| lines::distance(pos, *a, *b)).fold(f32::INFINITY, f32::min)
}

/// What a tap there asks for; `on` is what it is on. Where it is asked who belongs to somebody, or who
/// is helped, it answers that.
pub(super) fn tapped(session: &Session, on: Option<Subject>, actions: &mut Vec<Action>) {
    match (on, &session.kin, &session.tying) {
        (Some(Subject::Union(id)), Some(asked), _) => {
            actions.extend(action::join(&asked.of, asked.kin, &Whom::Union(id)));
        }
        (Some(Subject::Household(id)), _, Some(tying)) => {
            let tie = EditAction::Tie(tying.support.clone(), Supported::Household(id));
            actions.push(Action::Edit(tie));
        }
        (on, _, _) => actions.push(Action::Look(LookAction::Select(on))),
    }
}
