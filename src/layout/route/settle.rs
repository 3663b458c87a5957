//! Gives every vertical run its column: within the free space of a row, beside its fellows at a
//! person, along its bracket; then moves it off other unions' lines.

#![expect(clippy::indexing_slicing, reason = "verticals and trunks are named by our own plan")]

use super::grid::Grid;
use super::plan::{End, Plan, Port, PortSide, VerticalId, Zone};
use crate::layout::{Family, Options, SMALL_JOG};

/// A line passes a box at least this far from it.
const NEAREST: f64 = 4.0;

/// Verticals of two unions closer than this read as one line.
const CLEAR: f64 = 4.0;

/// Settles all columns of `plan`.
pub(super) fn settle(plan: &mut Plan, family: &Family, options: &Options, grid: &Grid) {
    settle_columns(plan, options, grid);
    settle_ports(plan, family, options, grid);
    settle_joints(plan, options);
    nudge(plan);
    straighten(plan);
}

/// Distributes those who share a free space between two boxes.
fn settle_columns(plan: &mut Plan, options: &Options, grid: &Grid) {
    let mut columns = plan.columns.clone();
    columns.sort_by(|a, b| {
        let key = (a.row, a.gap).cmp(&(b.row, b.gap));
        let wish = plan.x(a.vertical).total_cmp(&plan.x(b.vertical));
        key.then(wish).then(a.vertical.cmp(&b.vertical))
    });
    for group in columns.chunk_by(|a, b| (a.row, a.gap) == (b.row, b.gap)) {
        let Some(first) = group.first() else { continue };
        let (left, right) = grid.space(first.row, first.gap);
        let margin = if (right - left).is_finite() {
            (options.lane / 2.0).min((right - left) / 4.0)
        } else {
            options.lane
        };
        let verticals: Vec<VerticalId> = group.iter().map(|c| c.vertical).collect();
        // A line alone runs straight rather than in the middle.
        let margin = match verticals[..] {
            [one] if left + NEAREST <= plan.x(one) && plan.x(one) <= right - NEAREST => NEAREST,
            _ => margin,
        };
        spread(plan, &verticals, left + margin, right - margin, options.lane * 0.6);
    }
}

/// Gives `verticals`, sorted by wish, places between `low` and `high`, `apart` from each other if
/// there is room and evenly closer if not, each close to its wish.
fn spread(plan: &mut Plan, verticals: &[VerticalId], low: f64, high: f64, apart: f64) {
    let between = verticals.len().saturating_sub(1) as f64;
    let apart = if between > 0.0 { apart.min((high - low) / between).max(0.0) } else { apart };
    let mut least = low;
    for v in verticals {
        let x = plan.verticals[*v].x.max(least);
        plan.verticals[*v].x = x;
        least = x + apart;
    }
    let mut most = high;
    for v in verticals.iter().rev() {
        let x = plan.verticals[*v].x.min(most);
        plan.verticals[*v].x = x;
        most = x - apart;
    }
    for (k, v) in verticals.iter().enumerate() {
        let x = plan.verticals[*v].x;
        let left = k.checked_sub(1).map_or(low, |k| f64::midpoint(plan.x(verticals[k]), x) + 1.0);
        let right = verticals.get(k + 1).map_or(high, |n| f64::midpoint(plan.x(*n), x) - 1.0);
        plan.verticals[*v].low = left.min(x);
        plan.verticals[*v].high = right.max(x);
    }
}

/// Distributes the lines that leave a person below, or arrive on top.
fn settle_ports(plan: &mut Plan, family: &Family, options: &Options, grid: &Grid) {
    let mut with_parents = vec![false; family.people.len()];
    let drawn = family.unions.iter().filter(|u| !u.partners.is_empty() || 1 < u.children.len());
    for child in drawn.flat_map(|u| &u.children).filter(|c| c.place.is_home()) {
        if let Some(with_parents) = with_parents.get_mut(child.person) {
            *with_parents = true;
        }
    }
    let mut ports = plan.ports.clone();
    ports.sort_by(|a, b| {
        let key = (a.person, a.side).cmp(&(b.person, b.side));
        key.then(a.order.total_cmp(&b.order)).then(a.vertical.cmp(&b.vertical))
    });
    for group in ports.chunk_by(|a, b| (a.person, a.side) == (b.person, b.side)) {
        let Some(first) = group.first() else { continue };
        let Some(member) = family.people.get(first.person) else { continue };
        let x = grid.x(first.person);
        match first.side {
            PortSide::Bottom => {
                let room = (member.size.w / 2.0 - 2.0).max(0.0);
                let all: Vec<VerticalId> = group.iter().map(|p| p.vertical).collect();
                // The line to the own children leaves in the middle.
                let home = group.iter().position(|p| p.order == 0.0);
                let middle = home.map_or(all.len().saturating_sub(1) as f64 / 2.0, |k| k as f64);
                fan(plan, &all, x, middle, room, options.lane);
            }
            PortSide::Top => {
                let half = member.symbol_half;
                let beside = with_parents[first.person] || 1 < group.len();
                let (left, right): (Vec<&Port>, Vec<&Port>) =
                    group.iter().partition(|p| p.order < 0.0);
                for (side, sign) in [(left, -1.0), (right, 1.0)] {
                    let middle = if beside { x + sign * half * 0.55 } else { x };
                    let all: Vec<VerticalId> = side.iter().map(|p| p.vertical).collect();
                    let center = all.len().saturating_sub(1) as f64 / 2.0;
                    fan(plan, &all, middle, center, half * 0.25, options.lane / 2.0);
                }
            }
        }
    }
}

/// Spreads `verticals`, in order, evenly around `x`, at most `room` to each side and `apart` from
/// each other. The one with the number `middle` stands at `x`.
fn fan(plan: &mut Plan, verticals: &[VerticalId], x: f64, middle: f64, room: f64, apart: f64) {
    let last = verticals.len().saturating_sub(1) as f64;
    let widest = middle.max(last - middle);
    let apart = if 0.0 < widest { apart.min(room / widest) } else { 2.0 * room };
    for (k, v) in verticals.iter().enumerate() {
        let at = x + (k as f64 - middle) * apart;
        let free = (apart / 2.0 - 0.5).max(0.0);
        let vertical = &mut plan.verticals[*v];
        vertical.x = at;
        vertical.low = (at - free).max(x - room);
        vertical.high = (at + free).min(x + room);
        if k == 0 {
            vertical.low = x - room;
        }
        if k + 1 == verticals.len() {
            vertical.high = x + room;
        }
    }
}

/// Puts the line of descent of a bracket somewhere along it.
fn settle_joints(plan: &mut Plan, options: &Options) {
    for (joint, trunk) in plan.joints.clone() {
        let ends = plan.trunks[trunk].up.iter().map(|v| plan.x(*v));
        let (low, high) =
            ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), x| (l.min(x), h.max(x)));
        let margin = options.lane.min((high - low) / 4.0);
        // Nearer to the end rather than a small jog.
        let wish = plan.x(joint).clamp(low + margin / 4.0, high - margin / 4.0);
        let (low, high) = (low + margin, high - margin);
        let vertical = &mut plan.verticals[joint];
        vertical.x = vertical.x.clamp(low, high);
        (vertical.low, vertical.high) = (low, high);
        if (vertical.x - wish).abs() < SMALL_JOG {
            vertical.x = wish;
            (vertical.low, vertical.high) = (low.min(wish), high.max(wish));
        }
    }
}

/// Moves verticals that run into another union's vertical in the same gap, as far as their space
/// allows. Verticals with ends in two gaps stay.
fn nudge(plan: &mut Plan) {
    let ends = plan.ends();
    let mut gaps_of: Vec<(usize, bool)> = vec![(usize::MAX, true); plan.verticals.len()];
    for end in &ends {
        let (gap, single) = &mut gaps_of[end.vertical];
        *single &= *gap == usize::MAX || *gap == end.gap;
        *gap = end.gap;
    }
    for end in &ends {
        let vertical = plan.verticals[end.vertical];
        if !gaps_of[end.vertical].1 || vertical.high - vertical.low < 0.5 {
            continue;
        }
        if taken(plan, &ends, end, vertical.x) {
            let steps = (1..=8).flat_map(|k| [f64::from(k), f64::from(-k)]);
            let places = steps.map(|step| vertical.x + step * (CLEAR * 0.5 + 0.25));
            let free = places
                .filter(|x| vertical.low <= *x && *x <= vertical.high)
                .find(|x| !taken(plan, &ends, end, *x));
            if let Some(x) = free {
                plan.verticals[end.vertical].x = x;
            }
        }
    }
}

/// Takes out jogs too small to be meant: the solver ends close to straight, not exactly there.
fn straighten(plan: &mut Plan) {
    const JOG: f64 = 2.5;
    let mut single: Vec<(usize, VerticalId, VerticalId)> = Vec::new();
    for trunk in plan.trunks.iter().filter(|t| t.zone == Zone::Bar && t.reach.is_empty()) {
        if let ([up], [down]) = (&trunk.up[..], &trunk.down[..]) {
            single.push((trunk.gap, *up, *down));
        }
    }
    // From the bottom, so that a line through several rows comes to stand over its child.
    single.sort_by(|a, b| b.cmp(a));
    for (_, up, down) in single {
        let x = plan.x(down);
        let vertical = &mut plan.verticals[up];
        if (vertical.x - x).abs() < JOG && vertical.low <= x && x <= vertical.high {
            vertical.x = x;
        }
    }
}

/// Does another union's vertical end in the same gap too close to `x`?
fn taken(plan: &Plan, ends: &[End], own: &End, x: f64) -> bool {
    // Verticals may have moved a little since they were sorted.
    const MOVED: f64 = 20.0;
    let from = ends.partition_point(|e| (e.gap, e.x) < (own.gap, x - MOVED - CLEAR));
    let union = plan.verticals[own.vertical].union;
    ends[from..]
        .iter()
        .take_while(|e| e.gap == own.gap && e.x <= x + MOVED + CLEAR)
        .take(64)
        .filter(|e| e.vertical != own.vertical)
        .map(|e| plan.verticals[e.vertical])
        .any(|other| other.union != union && (other.x - x).abs() < CLEAR)
}
