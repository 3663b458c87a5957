//! Filling outlines that bend inwards: egui itself fills convex ones only.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2};

/// `points` as a filled shape, by cutting off ears (Meisters 1975). Quadratic, for the short
/// outlines that a scene has; an outline that crosses itself is filled as far as that goes.
pub(super) fn filled(points: &[Pos2], color: Color32) -> Mesh {
    let vertices = points.iter().map(|&pos| Vertex { pos, uv: WHITE_UV, color }).collect();
    let mut mesh = Mesh { vertices, ..Mesh::default() };
    for [a, b, c] in triangles(points) {
        mesh.add_triangle(a, b, c);
    }
    mesh
}

/// Does the outline turn the same way at every corner?
pub(super) fn is_convex(points: &[Pos2]) -> bool {
    let next = points.iter().cycle();
    let corners = points.iter().zip(next.clone().skip(1)).zip(next.skip(2));
    let (mut left, mut right) = (false, false);
    for ((&a, &b), &c) in corners {
        let turn = turn(a, b, c);
        left |= 1e-3 < turn;
        right |= turn < -1e-3;
    }
    !(left && right)
}

fn triangles(points: &[Pos2]) -> Vec<[u32; 3]> {
    let mut rest: Vec<(u32, Pos2)> = (0..).zip(points.iter().copied()).collect();
    // Where the outline stands still there is no corner.
    rest.dedup_by(|a, b| is_same(a.1, b.1));
    while 1 < rest.len() && rest.first().zip(rest.last()).is_some_and(|(a, b)| is_same(a.1, b.1)) {
        rest.pop();
    }
    let next = points.iter().cycle().skip(1);
    let area: f32 = points.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    if area < 0.0 {
        rest.reverse();
    }
    let mut found = Vec::new();
    while 3 <= rest.len() {
        let corner = |at: usize| {
            let n = rest.len();
            let [a, b, c] = [(at + n - 1) % n, at % n, (at + 1) % n].map(|i| rest.get(i).copied());
            Some([a?, b?, c?])
        };
        // A corner that does not turn cuts nothing off: it may always go.
        let is_flat = |[a, b, c]: [(u32, Pos2); 3]| turn(a.1, b.1, c.1).abs() < FLAT;
        let is_ear = |it: [(u32, Pos2); 3]| {
            let [a, b, c] = it;
            let inside = |p: Pos2| {
                let sides = [turn(a.1, b.1, p), turn(b.1, c.1, p), turn(c.1, a.1, p)];
                let is_corner = it.iter().any(|(_, corner)| is_same(*corner, p));
                !is_corner && sides.iter().all(|side| 0.0 <= *side)
            };
            0.0 < turn(a.1, b.1, c.1) && !rest.iter().any(|(_, p)| inside(*p))
        };
        let find = |fits: &dyn Fn([(u32, Pos2); 3]) -> bool| {
            (0..rest.len()).find_map(|at| corner(at).filter(|it| fits(*it)).map(|it| (at, it)))
        };
        if let Some((at, _)) = find(&is_flat) {
            rest.remove(at);
            continue;
        }
        // An outline that crosses itself may have no ear left: what is filled stays filled.
        let Some((at, [a, b, c])) = find(&is_ear) else { break };
        found.push([a.0, b.0, c.0]);
        rest.remove(at);
    }
    found
}

/// Less than this far apart on the screen, points are one.
const SAME: f32 = 1e-2;
/// A triangle of less than twice this area is seen by nobody, in square points.
const FLAT: f32 = 1e-3;

fn is_same(a: Pos2, b: Pos2) -> bool {
    (a - b).length_sq() < SAME * SAME
}

/// Positive when `a`, `b`, `c` turn the way that a positive area runs.
fn turn(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    fn area(points: &[Pos2]) -> f32 {
        let at = |i: u32| points[i as usize];
        triangles(points).iter().map(|[a, b, c]| turn(at(*a), at(*b), at(*c)).abs() / 2.0).sum()
    }

    #[test]
    fn an_l_is_filled_and_no_more() {
        let mut l = vec![
            pos2(0.0, 0.0),
            pos2(2.0, 0.0),
            pos2(2.0, 1.0),
            pos2(1.0, 1.0),
            pos2(1.0, 3.0),
            pos2(0.0, 3.0),
        ];
        assert!(!is_convex(&l));
        assert_eq!(area(&l), 4.0);
        l.reverse();
        assert_eq!(area(&l), 4.0, "whichever way it runs");
    }

    #[test]
    fn an_outline_with_round_steps_is_filled_whole() {
        // Two boxes on top of each other that stick out on one side each, corners rounded, at odd
        // places: what a household over two generations looks like.
        let corners = [
            (438.3, 354.7),
            (623.1, 354.7),
            (623.1, 513.9),
            (582.4, 513.9),
            (582.4, 748.2),
            (443.9, 748.2),
            (443.9, 588.6),
            (485.6, 588.6),
        ];
        for zoom in [0.31_f32, 0.77, 1.0, 1.93] {
            let r = 13.7;
            let mut outline = Vec::new();
            for (at, (x, y)) in corners.iter().enumerate() {
                let before = corners[(at + corners.len() - 1) % corners.len()];
                let after = corners[(at + 1) % corners.len()];
                let toward = |(tx, ty): (f32, f32)| {
                    let away = ((tx - x).powi(2) + (ty - y).powi(2)).sqrt();
                    (x + (tx - x) * r / away, y + (ty - y) * r / away)
                };
                let (from, to) = (toward(before), toward(after));
                for step in 0..=8_u8 {
                    let t = f32::from(step) / 8.0;
                    let bend = |a: f32, c: f32, b: f32| {
                        (1.0 - t).powi(2) * a + 2.0 * t * (1.0 - t) * c + t * t * b
                    };
                    outline.push(pos2(bend(from.0, *x, to.0), bend(from.1, *y, to.1)));
                }
            }
            // It begins and ends in the middle of a side.
            let (first, last) = (outline[0], outline[outline.len() - 1]);
            let start = first + (last - first) / 2.0;
            outline.insert(0, start);
            outline.push(start);
            let outline: Vec<Pos2> =
                outline.iter().map(|p| pos2(p.x * zoom + 0.37, p.y * zoom + 11.1)).collect();
            let next = outline.iter().cycle().skip(1);
            let whole: f32 =
                outline.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>() / 2.0;
            let filled = area(&outline);
            assert!((filled - whole.abs()).abs() < 0.01 * whole.abs(), "{filled} of {whole}");
        }
    }

    #[test]
    fn a_square_is_convex_and_nothing_is_too_short() {
        let square = [pos2(0.0, 0.0), pos2(1.0, 0.0), pos2(1.0, 1.0), pos2(0.0, 1.0)];
        assert!(is_convex(&square));
        assert_eq!(area(&square), 1.0);
        assert_eq!(triangles(&square[..2]), Vec::<[u32; 3]>::new());
    }
}
