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
        let is_ear = |[a, b, c]: [(u32, Pos2); 3]| {
            let inside = |p: Pos2| {
                let sides = [turn(a.1, b.1, p), turn(b.1, c.1, p), turn(c.1, a.1, p)];
                sides.iter().all(|side| 0.0 <= *side)
            };
            let others = rest.iter().filter(|(i, _)| ![a.0, b.0, c.0].contains(i));
            0.0 <= turn(a.1, b.1, c.1) && !others.into_iter().any(|(_, p)| inside(*p))
        };
        let ear =
            (0..rest.len()).find_map(|at| corner(at).filter(|it| is_ear(*it)).map(|it| (at, it)));
        // An outline that crosses itself may have no ear left: what is filled stays filled.
        let Some((at, [a, b, c])) = ear else { break };
        found.push([a.0, b.0, c.0]);
        rest.remove(at);
    }
    found
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
    fn a_square_is_convex_and_nothing_is_too_short() {
        let square = [pos2(0.0, 0.0), pos2(1.0, 0.0), pos2(1.0, 1.0), pos2(0.0, 1.0)];
        assert!(is_convex(&square));
        assert_eq!(area(&square), 1.0);
        assert_eq!(triangles(&square[..2]), Vec::<[u32; 3]>::new());
    }
}
