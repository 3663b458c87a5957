//! Where targets stand: as near as may be to where they belong, inside the canvas, and on nothing that
//! is being worked on.

use egui::{Pos2, Rect, Vec2, vec2};

/// From one place that is tried to the next, in points.
const STEP: f32 = 8.0;
/// So many rings of places are tried around the wished one.
const RINGS: i16 = 60;
/// Only so many for the sake of those who may be covered: hundreds may be in view.
const RINGS_TO_SPARE: i16 = 14;
/// From the edge of the canvas.
const EDGE: f32 = 4.0;

/// The middle of a box of `size` as near to `wish` as it stands inside `canvas`, clear of all of `keep`
/// and, where there is room for that too, of all of `spare`. `None` where there is no room at all.
pub(super) fn place(
    (wish, size): (Pos2, Vec2),
    canvas: Rect,
    keep: &[Rect],
    spare: &[Rect],
) -> Option<Pos2> {
    let inside = Rect::from_min_max(
        canvas.min + size / 2.0 + Vec2::splat(EDGE),
        canvas.max - size / 2.0 - Vec2::splat(EDGE),
    );
    if inside.is_negative() {
        return None;
    }
    let is_clear = |center: Pos2, of: &[Rect]| {
        let rect = Rect::from_center_size(center, size);
        !of.iter().any(|other| other.shrink(0.5).intersects(rect))
    };
    let near = |spare: &[Rect], rings: i16| {
        let fits = |at: &Pos2| inside.contains(*at) && is_clear(*at, keep) && is_clear(*at, spare);
        let start = inside.clamp(wish);
        std::iter::once(wish).chain((0..rings).flat_map(|n| ring(start, n))).find(fits)
    };
    near(spare, RINGS_TO_SPARE).or_else(|| near(&[], RINGS))
}

/// The places at so many steps from the middle, those straight beside and below first.
fn ring(middle: Pos2, n: i16) -> Vec<Pos2> {
    let far = f32::from(n) * STEP;
    let mut found: Vec<Pos2> = (-n..=n)
        .flat_map(|k| {
            let k = f32::from(k) * STEP;
            [vec2(k, far), vec2(k, -far), vec2(far, k), vec2(-far, k)]
        })
        .map(|by| middle + by)
        .collect();
    found.sort_by(|a, b| {
        let key = |p: &Pos2| p.distance_sq(middle);
        key(a).total_cmp(&key(b))
    });
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    const CANVAS: Rect = Rect { min: Pos2 { x: 0.0, y: 50.0 }, max: Pos2 { x: 640.0, y: 700.0 } };

    #[test]
    fn whoever_stands_at_an_edge_keeps_clear_targets_inside() {
        let size = vec2(44.0, 44.0);
        for x in [0.0, 30.0, 320.0, 610.0, 640.0] {
            for y in [50.0, 80.0, 375.0, 670.0, 700.0] {
                let person = Rect::from_center_size(pos2(x, y), vec2(90.0, 130.0));
                let mut keep = vec![person];
                for by in [vec2(70.0, 0.0), vec2(-70.0, 0.0), vec2(0.0, 90.0), vec2(-40.0, -60.0)] {
                    let center = place((pos2(x, y) + by, size), CANVAS, &keep, &[]);
                    let rect = Rect::from_center_size(center.expect("room"), size);
                    assert!(CANVAS.contains_rect(rect), "{rect:?} of somebody at {x} {y}");
                    assert!(!keep.iter().any(|it| it.shrink(0.5).intersects(rect)), "{rect:?}");
                    keep.push(rect);
                }
            }
        }
    }

    #[test]
    fn where_it_is_free_it_stands_as_wished() {
        let wish = pos2(300.0, 300.0);
        assert_eq!(place((wish, vec2(44.0, 44.0)), CANVAS, &[], &[]), Some(wish));
        let everything = [CANVAS];
        assert_eq!(place((wish, vec2(44.0, 44.0)), CANVAS, &everything, &[]), None);
        assert_eq!(place((wish, vec2(44.0, 44.0)), CANVAS, &[], &everything), Some(wish));
        assert_eq!(place((wish, vec2(900.0, 44.0)), CANVAS, &[], &[]), None, "too wide");
    }
}
