//! Parts verticals of two unions that came to lie on top of each other after all.
//!
//! Lanes are chosen so that this costs dearly, but three unions can want it in a circle, and a
//! column can be squeezed against a line that passes. Rare, so it is looked for when lanes are
//! known, and only those who really touch are moved.

#![expect(clippy::indexing_slicing, reason = "verticals are named by our own plan")]

use super::plan::{End, Plan, VerticalId};

/// Verticals of two unions closer than this are drawn as one line, in map units.
const TOUCH: f64 = 0.6;

/// How far a line that is moved stands clear of others, in map units: the widest that is free.
const CLEAR: [f64; 4] = [4.0, 2.5, 1.25, 0.75];

/// From gap to gap: the gap's number and the lane, or the row's end of the gap.
type Depth = (usize, usize);

/// Moves verticals off other unions' as far as their space allows. Returns whether anything moved:
/// lanes have to be assigned anew then.
pub(super) fn part(plan: &mut Plan) -> bool {
    let ends = plan.ends();
    let extents = extents(plan);
    let mut moved = false;
    for (at, one) in ends.iter().enumerate() {
        let near = |other: &&End| other.gap == one.gap && other.x < one.x + TOUCH;
        for other in ends[at + 1..].iter().take_while(near) {
            if touch(plan, &extents, one.vertical, other.vertical) {
                let mut either = [one.vertical, other.vertical].into_iter();
                moved |= either.any(|v| step_aside(plan, &ends, extents[v], v));
            }
        }
    }
    moved
}

/// Where every vertical begins and ends.
fn extents(plan: &Plan) -> Vec<(Depth, Depth)> {
    let mut extents = vec![((usize::MAX, 0), (0, 0)); plan.verticals.len()];
    for trunk in &plan.trunks {
        let at = (trunk.gap, trunk.lane);
        let mut reach = |vertical: &VerticalId, to: Depth| {
            let (top, bottom) = &mut extents[*vertical];
            *top = at.min(to).min(*top);
            *bottom = at.max(to).max(*bottom);
        };
        // Into the row above, and into the one below, whatever is there.
        trunk.up.iter().for_each(|v| reach(v, (trunk.gap, 0)));
        trunk.down.iter().for_each(|v| reach(v, (trunk.gap, usize::MAX)));
    }
    extents
}

fn touch(plan: &Plan, extents: &[(Depth, Depth)], a: VerticalId, b: VerticalId) -> bool {
    let (one, other) = (plan.verticals[a], plan.verticals[b]);
    let ((top, bottom), (others_top, others_bottom)) = (extents[a], extents[b]);
    one.union != other.union
        && (one.x - other.x).abs() < TOUCH
        && top < others_bottom
        && others_top < bottom
}

/// Moves a vertical to the next place where it is clear of all others in its gaps.
fn step_aside(plan: &mut Plan, ends: &[End], extent: (Depth, Depth), id: VerticalId) -> bool {
    // Others may have stepped aside since they were sorted.
    const NEAR: f64 = 3.0 * CLEAR[0];
    let vertical = plan.verticals[id];
    let free = |x: f64, clear: f64| {
        [extent.0.0, extent.1.0].into_iter().all(|gap| {
            let from = ends.partition_point(|e| (e.gap, e.x) < (gap, x - NEAR));
            let near = ends[from..].iter().take_while(|e| e.gap == gap && e.x < x + NEAR);
            let mut others = near.map(|e| plan.verticals[e.vertical]);
            others.all(|other| other.union == vertical.union || clear <= (other.x - x).abs())
        })
    };
    let places = CLEAR.iter().flat_map(|clear| {
        [1.0, -1.0, 2.0, -2.0].map(|steps| (vertical.x + steps * clear, *clear - 0.01))
    });
    let place = places
        .filter(|(x, _)| vertical.low <= *x && *x <= vertical.high)
        .find(|(x, clear)| free(*x, *clear));
    if let Some((x, _)) = place {
        plan.verticals[id].x = x;
    }
    place.is_some()
}

#[cfg(test)]
mod tests {
    use super::super::plan::Zone;
    use super::*;

    /// Two lines in one gap: one comes from above and may move a little, the other goes down from
    /// almost the same column and may not. Their horizontal runs are in these lanes.
    fn two_lines(from_above: usize, to_below: usize) -> (Plan, VerticalId, VerticalId) {
        let mut plan = Plan::default();
        let (upper, aside) = (plan.fixed(1, 100.0), plan.fixed(1, 200.0));
        let (lower, start) = (plan.fixed(2, 100.2), plan.fixed(2, 20.0));
        plan.verticals[upper].low = 97.0;
        plan.verticals[upper].high = 103.0;
        let first = plan.trunk(1, 4, Zone::Bar, vec![upper], vec![aside]);
        let second = plan.trunk(2, 4, Zone::Bar, vec![start], vec![lower]);
        plan.trunks[first].lane = from_above;
        plan.trunks[second].lane = to_below;
        (plan, upper, lower)
    }

    #[test]
    fn lines_on_top_of_each_other_step_aside_within_their_space() {
        let (mut plan, upper, lower) = two_lines(4, 2);
        assert!(part(&mut plan));
        assert_eq!(plan.x(upper), 97.5);
        assert_eq!(plan.x(lower), 100.2);
        assert!(!part(&mut plan), "nothing touches any more");
    }

    #[test]
    fn lines_that_end_before_the_other_begins_stay_in_one_column() {
        let (mut plan, upper, _) = two_lines(2, 4);
        assert!(!part(&mut plan));
        assert_eq!(plan.x(upper), 100.0);
    }

    #[test]
    fn where_there_is_no_room_nothing_moves() {
        let (mut plan, upper, _) = two_lines(4, 2);
        (plan.verticals[upper].low, plan.verticals[upper].high) = (99.9, 100.1);
        assert!(!part(&mut plan));
    }
}
