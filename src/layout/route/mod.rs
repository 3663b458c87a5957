//! Phase 4: heights, and the lines between people.
//!
//! `unions` plans what is drawn, `settle` gives every vertical run its column, `lanes` every
//! horizontal run its lane, `levels` turns lanes into heights and `bridges` marks what still
//! crosses. No line runs through a box, and no two unions' lines on top of each other.

mod bridges;
mod grid;
mod lanes;
mod levels;
mod part;
mod plan;
mod settle;
mod unions;

use crate::geometry::{Point, Rect, snap};
use crate::layout::place::Columns;
use crate::layout::rows::Rows;
use crate::layout::{Connector, Family, Layout, LineRole, Options};
use crate::share;
use grid::Grid;
use levels::Levels;
use plan::{Draft, Height, Plan, Shape};

/// Fewest people whose lines are worth threads.
const MANY: usize = 5_000;

/// Lines that touch are parted at most this often: every time lanes change a little.
const PARTINGS: usize = 4;

/// The whole layout, now that everybody has a row and a column.
pub(super) fn route(family: &Family, options: &Options, rows: &Rows, columns: &Columns) -> Layout {
    let grid = Grid::of(family, rows, columns);
    let mut plan = unions::Planner::new(family, options, rows, columns, &grid).plan();
    settle::settle(&mut plan, family, options, &grid);
    let gaps = grid.rows.len() + 1;
    let threads = if family.people.len() < MANY { 1 } else { share::threads() };
    let mut lanes = lanes::assign(&mut plan, gaps, threads);
    for _ in 0..PARTINGS {
        if !part::part(&mut plan) {
            break;
        }
        lanes = lanes::assign(&mut plan, gaps, threads);
    }
    let levels = Levels::of(family, options, &grid, &lanes);
    let of = |drafts: &[Draft]| -> Vec<Connector> {
        drafts.iter().filter_map(|d| connector(d, family, &grid, &plan, &levels)).collect()
    };
    let drafts = plan.drafts.chunks(plan.drafts.len().div_ceil(threads).max(1));
    let mut connectors: Vec<Connector> =
        share::given(drafts, threads, of).into_iter().flatten().collect();
    let bands: Vec<f64> = levels.rows.iter().flat_map(|r| [r.top, r.bottom]).collect();
    bridges::mark(&mut connectors, &bands, threads);
    connectors.sort_by_key(|connector| connector.union);
    finish(family, &grid, levels, connectors)
}

/// One connector with its corners, or `None` if nothing is left to draw.
fn connector(
    draft: &Draft,
    family: &Family,
    grid: &Grid,
    plan: &Plan,
    levels: &Levels,
) -> Option<Connector> {
    let mut points: Vec<Point> = Vec::new();
    match &draft.shape {
        Shape::Path(way) => {
            for (vertical, height) in way {
                let y = levels.y(*height, family, grid, plan);
                add_corner(&mut points, Point::new(snap(plan.x(*vertical)), snap(y)));
            }
        }
        Shape::Bar(id) => {
            let trunk = plan.trunks.get(*id)?;
            let y = snap(levels.y(Height::Lane(*id), family, grid, plan));
            let columns = || trunk.up.iter().chain(&trunk.down).map(|v| snap(plan.x(*v)));
            let left = columns().fold(f64::INFINITY, f64::min);
            let right = columns().fold(f64::NEG_INFINITY, f64::max);
            if left < right {
                points = vec![Point::new(left, y), Point::new(right, y)];
            }
        }
    }
    if draft.role == LineRole::Partners
        && let (Some(first), Some(last)) = (points.first(), points.last())
        && last.x.total_cmp(&first.x).then(last.y.total_cmp(&first.y)).is_lt()
    {
        // From the left partner, or the upper of two above one another.
        points.reverse();
    }
    (1 < points.len()).then(|| Connector {
        union: draft.union,
        role: draft.role,
        person: draft.person,
        points,
        bridges: Vec::new(),
    })
}

/// Adds a corner; one that lies on a straight run is left out.
fn add_corner(points: &mut Vec<Point>, corner: Point) {
    if points.last() == Some(&corner) {
        return;
    }
    if let [.., before, last] = points[..]
        && ((before.x == last.x && last.x == corner.x)
            || (before.y == last.y && last.y == corner.y))
    {
        points.pop();
    }
    points.push(corner);
}

/// Puts boxes, rows, lines and the frame around them together.
fn finish(family: &Family, grid: &Grid, levels: Levels, connectors: Vec<Connector>) -> Layout {
    let mut people = Vec::with_capacity(family.people.len());
    let mut row_of = Vec::with_capacity(family.people.len());
    let mut bounds: Option<Rect> = None;
    for (p, member) in family.people.iter().enumerate() {
        let row = grid.row(p).unwrap_or_default();
        let top = levels.symbols(row) - member.symbol_drop;
        let center = Point::new(grid.x(p), snap(top + member.size.h / 2.0));
        let frame = Rect::centered(center, member.size);
        bounds = Some(bounds.map_or(frame, |b| b.union(frame)));
        people.push(center);
        row_of.push(row);
    }
    if let Some(lines) = Rect::around(connectors.iter().flat_map(|c| c.points.iter().copied())) {
        bounds = Some(bounds.map_or(lines, |b| b.union(lines)));
    }
    let bounds = bounds.unwrap_or_default();
    Layout { people, row_of, rows: levels.rows, connectors, bounds }
}
