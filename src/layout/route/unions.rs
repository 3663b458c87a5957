//! What to draw for each union.

use std::collections::BTreeMap;

use super::grid::{Couples, Grid};
use super::plan::{Height, Plan, PortSide, Shape, TrunkId, VerticalId, Zone};
use crate::layout::place::Columns;
use crate::layout::rows::Rows;
use crate::layout::{Child, Family, LineRole, Options, SMALL_JOG, Union};

/// Where lines to children start.
#[derive(Clone, Copy, Debug)]
enum Origin {
    /// From the partner line of neighbours, in this gap of the row.
    Between { row: usize, gap: usize, nth: usize, middle: f64 },
    /// From below a lone parent.
    Parent { row: usize, person: usize },
    /// From a partner line that goes around somebody.
    Bracket { row: usize, trunk: TrunkId, upper: usize },
    /// Nobody knows the parents.
    Nobody,
}

impl Origin {
    /// The row above which nothing of this union's descent runs.
    const fn row(self) -> Option<usize> {
        match self {
            Self::Between { row, .. } | Self::Parent { row, .. } | Self::Bracket { row, .. } => {
                Some(row)
            }
            Self::Nobody => None,
        }
    }
}

/// Plans the lines of all unions.
pub(super) struct Planner<'a> {
    family: &'a Family,
    options: &'a Options,
    grid: &'a Grid,
    couples: Couples,
    /// Columns of the lines that phase 2 led through rows: by union and child, row and column.
    chains: BTreeMap<(usize, usize), BTreeMap<usize, f64>>,
    /// How many unions of the same two neighbours have their line already.
    unions_of: BTreeMap<(usize, usize), usize>,
    /// In how many unions each person is a partner.
    n_unions: Vec<usize>,
    plan: Plan,
}

impl<'a> Planner<'a> {
    pub(super) fn new(
        family: &'a Family,
        options: &'a Options,
        rows: &Rows,
        columns: &Columns,
        grid: &'a Grid,
    ) -> Self {
        let mut chains: BTreeMap<(usize, usize), BTreeMap<usize, f64>> = BTreeMap::new();
        for (link, x) in rows.links.iter().zip(&columns.links) {
            chains.entry((link.union, link.child)).or_default().insert(link.row, *x);
        }
        let couples = Couples::new(grid);
        let unions_of = BTreeMap::new();
        let mut n_unions = vec![0; family.people.len()];
        for partner in family.unions.iter().flat_map(|union| &union.partners) {
            if let Some(n) = n_unions.get_mut(*partner) {
                *n += 1;
            }
        }
        let plan = Plan::default();
        Self { family, options, grid, couples, chains, unions_of, n_unions, plan }
    }

    /// The lines of all unions, columns not yet settled.
    pub(super) fn plan(mut self) -> Plan {
        for union in &self.family.unions {
            if let Some((row, gaps)) = self.side_by_side(&self.partners(union)) {
                for gap in gaps {
                    self.couples.note(row, gap);
                }
            }
        }
        for (u, union) in self.by_place() {
            let origin = self.partner_line(u, union);
            self.descent(u, union, origin);
            self.second_lines(u, union, origin);
        }
        self.plan
    }

    /// All unions in the order in which they stand, so that their lines do not depend on the order
    /// of the input.
    fn by_place(&self) -> Vec<(usize, &'a Union)> {
        let place = |person: usize| self.grid.place(person);
        // Row and place in one number, 0 for nobody: mostly all that is compared.
        let number = |place: Option<(usize, usize)>| {
            place.map_or(0, |(row, nth)| 1 + ((row as u64) << 32 | nth as u64))
        };
        let first = |union: &Union| {
            let partners = self.partners(union);
            let partner = |nth: usize| number(partners.get(nth).and_then(|p| place(*p)));
            let child = union.children.iter().map(|child| place(child.person)).min();
            [partner(0), partner(1), number(child.flatten())]
        };
        let children = |union: &Union| {
            let places = union.children.iter().map(|child| place(child.person));
            let mut places: Vec<_> = places.collect();
            places.sort_unstable();
            places
        };
        let numbered = self.family.unions.iter().enumerate();
        let mut unions: Vec<_> = numbered.map(|(u, union)| (first(union), u, union)).collect();
        unions.sort_unstable_by(|(a, u, one), (b, v, other)| {
            a.cmp(b).then_with(|| children(one).cmp(&children(other))).then(u.cmp(v))
        });
        unions.into_iter().map(|(_, u, union)| (u, union)).collect()
    }

    /// One or two partners that have a place, from left to right, the upper first.
    fn partners(&self, union: &Union) -> Vec<usize> {
        let mut partners: Vec<usize> =
            union.partners.iter().copied().filter(|p| self.grid.place(*p).is_some()).collect();
        partners.truncate(2);
        partners.sort_by(|a, b| {
            let across = self.grid.x(*a).total_cmp(&self.grid.x(*b));
            across.then(self.grid.place(*a).cmp(&self.grid.place(*b))).then(a.cmp(b))
        });
        partners.dedup();
        partners
    }

    /// The row and the gaps between two partners with nobody between them.
    fn side_by_side(&self, partners: &[usize]) -> Option<(usize, std::ops::RangeInclusive<usize>)> {
        let &[a, b] = partners else { return None };
        let ((row, i), (other_row, j)) = (self.grid.place(a)?, self.grid.place(b)?);
        let (i, j) = (i.min(j), i.max(j));
        let between = self.grid.rows.get(row)?.get(i + 1..j)?;
        let close = row == other_row && between.iter().all(|spot| spot.person.is_none());
        close.then_some((row, i + 1..=j))
    }

    fn symbol_half(&self, person: usize) -> f64 {
        self.family.people.get(person).map_or(0.0, |m| m.symbol_half)
    }

    /// Draws the line between the partners and says where lines to children start.
    fn partner_line(&mut self, u: usize, union: &Union) -> Origin {
        let partners = self.partners(union);
        if let Some((row, gaps)) = self.side_by_side(&partners)
            && let &[a, b] = &partners[..]
        {
            let unions = self.unions_of.entry((a, b)).or_default();
            let nth = *unions;
            *unions += 1;
            let left = self.grid.x(a) + self.symbol_half(a);
            let right = self.grid.x(b) - self.symbol_half(b);
            let ends = [left, right].map(|x| (self.plan.fixed(u, x), Height::Couple { row, nth }));
            self.plan.draft(u, LineRole::Partners, None, Shape::Path(ends.to_vec()));
            let width = |gap: &usize| {
                let (l, r) = self.grid.space(row, *gap);
                r - l
            };
            let gap = gaps.min_by(|a, b| width(b).total_cmp(&width(a))).unwrap_or_default();
            return Origin::Between { row, gap, nth, middle: f64::midpoint(left, right) };
        }
        match partners[..] {
            [a, b] => self.bracket(u, a, b),
            [person] => {
                self.grid.row(person).map_or(Origin::Nobody, |row| Origin::Parent { row, person })
            }
            _ => Origin::Nobody,
        }
    }

    /// A partner line that goes around those who stand between, below the lower partner's row.
    fn bracket(&mut self, u: usize, a: usize, b: usize) -> Origin {
        let rows = [a, b].map(|p| self.grid.row(p).unwrap_or_default());
        let row = rows[0].max(rows[1]);
        let trunk = self.plan.trunk(u, row + 1, Zone::Bracket, Vec::new(), Vec::new());
        let mut halves = [a, b].map(|_| Vec::new());
        for ((half, (p, other)), start) in halves.iter_mut().zip([(a, b), (b, a)]).zip(rows) {
            // Short ways leave at the outside, so that they do not cross the long ones.
            let way = self.grid.x(other) - self.grid.x(p);
            let order = way.signum() / way.abs().max(1.0);
            let port = self.plan.port(u, p, PortSide::Bottom, order);
            half.push((port, Height::BoxBottom(p)));
            let end = self.lead_down(u, p, port, start + 1..row + 1, half);
            half.push((end, Height::Lane(trunk)));
            if let Some(trunk) = self.plan.trunks.get_mut(trunk) {
                trunk.up.push(end);
            }
        }
        let [mut way, back] = halves;
        way.extend(back.into_iter().rev());
        self.plan.draft(u, LineRole::Partners, None, Shape::Path(way));
        let upper = if rows[0] <= rows[1] { a } else { b };
        Origin::Bracket { row, trunk, upper }
    }

    /// Leads a line down from `from` through `rows`, on the columns that phase 2 kept free for the
    /// line to `person`, else through the nearest free space. Returns the last vertical.
    fn lead_down(
        &mut self,
        u: usize,
        person: usize,
        from: VerticalId,
        rows: std::ops::Range<usize>,
        way: &mut Vec<(VerticalId, Height)>,
    ) -> VerticalId {
        let mut last = from;
        for row in rows {
            let next = self.pass(u, person, row);
            let trunk = self.plan.trunk(u, row, Zone::Bar, vec![last], vec![next]);
            way.extend([(last, Height::Lane(trunk)), (next, Height::Lane(trunk))]);
            last = next;
        }
        last
    }

    /// A vertical through `row` for the line to `person`.
    fn pass(&mut self, u: usize, person: usize, row: usize) -> VerticalId {
        if let Some(x) = self.chains.get(&(u, person)).and_then(|rows| rows.get(&row)) {
            let vertical = self.plan.fixed(u, *x);
            if let Some(vertical) = self.plan.verticals.get_mut(vertical) {
                let free = self.options.lane / 4.0;
                (vertical.low, vertical.high) = (x - free, x + free);
            }
            return vertical;
        }
        let wish = self.grid.x(person);
        let gap = self.grid.free_gap(row, wish, self.options, &self.couples);
        self.plan.column(u, row, gap, wish)
    }

    /// The line of descent, the sibship bar and the individuals' lines.
    fn descent(&mut self, u: usize, union: &Union, origin: Origin) {
        let mut home: Vec<(usize, Child)> = union
            .children
            .iter()
            .filter(|c| c.place.is_home())
            .filter_map(|c| self.grid.row(c.person).map(|row| (row, *c)))
            .collect();
        home.sort_by(|(_, a), (_, b)| {
            self.grid.x(a.person).total_cmp(&self.grid.x(b.person)).then(a.person.cmp(&b.person))
        });
        home.dedup_by_key(|(_, c)| c.person);
        let Some(gap) = (match origin.row() {
            Some(row) => Some(row + 1),
            // A bar over one child alone would say nothing.
            None if home.len() < 2 => None,
            None => home.iter().map(|(row, _)| *row).min(),
        }) else {
            return;
        };
        let (below, level): (Vec<_>, Vec<_>) = home.into_iter().partition(|(row, _)| gap <= *row);
        if !below.is_empty() {
            self.sibship(u, gap, &below, origin);
        }
        for (_, child) in level {
            // A child that does not stand below its parents: the family contradicts itself.
            self.around_to(u, child.person, origin, LineRole::Individual);
        }
    }

    fn sibship(&mut self, u: usize, gap: usize, kids: &[(usize, Child)], origin: Origin) {
        let bar = self.plan.trunk(u, gap, Zone::Bar, Vec::new(), Vec::new());
        let twins = self.twin_points(u, gap, kids, (bar, origin));
        let mut down = Vec::new();
        let mut ways = Vec::new();
        for (row, child) in kids {
            let person = child.person;
            let end = self.plan.fixed(u, self.grid.x(person));
            let top = (end, Height::SymbolTop(person));
            if let Some(point) = child.twin.filter(|_| *row == gap).and_then(|t| twins.get(&t)) {
                down.push(*point);
                let way = vec![(*point, Height::Lane(bar)), (end, Height::RowTop(gap)), top];
                ways.push((person, way));
                continue;
            }
            let first = if *row == gap { end } else { self.pass(u, person, gap) };
            down.push(first);
            let mut way = vec![(first, Height::Lane(bar))];
            if gap < *row {
                let last = self.lead_down(u, person, first, gap + 1..*row, &mut way);
                let trunk = self.plan.trunk(u, *row, Zone::Bar, vec![last], vec![end]);
                way.extend([(last, Height::Lane(trunk)), (end, Height::Lane(trunk))]);
            }
            way.push(top);
            ways.push((person, way));
        }
        down.dedup();
        if let Some((start, height)) = self.exit_down(u, origin, &down, LineRole::Descent) {
            let way = vec![(start, height), (start, Height::Lane(bar))];
            self.plan.draft(u, LineRole::Descent, None, Shape::Path(way));
            if let Some(bar) = self.plan.trunks.get_mut(bar) {
                bar.up.push(start);
            }
        }
        self.plan.draft(u, LineRole::Sibship, None, Shape::Bar(bar));
        if let Some(bar) = self.plan.trunks.get_mut(bar) {
            bar.down = down;
        }
        for (person, way) in ways {
            self.plan.draft(u, LineRole::Individual, Some(person), Shape::Path(way));
        }
    }

    /// The points from which twins (and more) hang, by their number: half way between them; with
    /// other children beside them nearer to their parents' line, so that no line doubles back.
    fn twin_points(
        &mut self,
        u: usize,
        gap: usize,
        kids: &[(usize, Child)],
        (bar, origin): (TrunkId, Origin),
    ) -> BTreeMap<u32, VerticalId> {
        let mut groups: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
        for (_, child) in kids.iter().filter(|(row, _)| *row == gap) {
            if let Some(twin) = child.twin {
                groups.entry(twin).or_default().push(self.grid.x(child.person));
            }
        }
        groups.retain(|_, columns| 1 < columns.len());
        let mut points = BTreeMap::new();
        for (twin, columns) in groups {
            let low = columns.iter().copied().fold(f64::INFINITY, f64::min);
            let high = columns.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let middle = f64::midpoint(low, high);
            let at = match origin {
                Origin::Between { middle: parents, .. } if columns.len() < kids.len() => {
                    let aside = (high - low) / 4.0;
                    parents.clamp(middle - aside, middle + aside)
                }
                _ => middle,
            };
            let point = self.plan.fixed(u, at);
            if let Some(vertical) = self.plan.verticals.get_mut(point) {
                (vertical.low, vertical.high) = (low, high);
            }
            if let Some(bar) = self.plan.trunks.get_mut(bar) {
                bar.reach.extend([low, high]);
            }
            points.insert(twin, point);
        }
        points
    }

    /// A vertical that leaves a union downwards, and the height where it starts.
    fn exit_down(
        &mut self,
        u: usize,
        origin: Origin,
        to: &[VerticalId],
        role: LineRole,
    ) -> Option<(VerticalId, Height)> {
        match origin {
            Origin::Between { row, gap, nth, middle } => {
                // Straight down to a single child where the space between the partners allows it;
                // with several to one that is almost below: a small jog looks like a mistake.
                let far = |v: &&VerticalId| (self.plan.x(**v) - middle).abs();
                let nearest = to.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
                let straight = nearest.filter(|v| to.len() == 1 || far(v) < SMALL_JOG);
                let wish = straight.map_or(middle, |v| self.plan.x(*v));
                let (low, high) = self.grid.space(row, gap);
                let aside = if role == LineRole::Second { (wish - middle).signum() } else { 0.0 };
                let wish = if low < wish && wish < high { wish } else { middle + aside };
                Some((self.plan.column(u, row, gap, wish), Height::Couple { row, nth }))
            }
            Origin::Parent { person, .. } => {
                // The only line from below somebody goes straight down where that is nearly so.
                let center = self.grid.x(person);
                let far = |v: &&VerticalId| (self.plan.x(**v) - center).abs();
                let nearest = to.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
                let is_only =
                    role != LineRole::Second && self.n_unions.get(person).is_some_and(|n| *n == 1);
                if let Some(nearest) = nearest.filter(|v| is_only && far(v) < SMALL_JOG) {
                    let x = self.plan.x(*nearest);
                    return Some((self.plan.fixed(u, x), Height::BoxBottom(person)));
                }
                let way = to.first().map_or(0.0, |v| self.plan.x(*v) - self.grid.x(person));
                let order = if role == LineRole::Second { way.signum() * 1e-6 } else { 0.0 };
                let port = self.plan.port(u, person, PortSide::Bottom, order);
                Some((port, Height::BoxBottom(person)))
            }
            Origin::Bracket { trunk, .. } => {
                let ends = to.iter().map(|v| self.plan.x(*v));
                let (low, high) =
                    ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), x| (l.min(x), h.max(x)));
                let joint = self.plan.fixed(u, f64::midpoint(low, high));
                self.plan.joints.push((joint, trunk));
                if let Some(trunk) = self.plan.trunks.get_mut(trunk) {
                    trunk.down.push(joint);
                }
                Some((joint, Height::Lane(trunk)))
            }
            Origin::Nobody => None,
        }
    }

    /// A vertical that leaves a union upwards, the height where it starts, and the row.
    fn exit_up(
        &mut self,
        u: usize,
        union: &Union,
        origin: Origin,
        to: f64,
    ) -> Option<(VerticalId, Height, usize)> {
        let from_top = |planner: &mut Self, person: usize| {
            let row = planner.grid.row(person)?;
            let order = to - planner.grid.x(person);
            let port = planner.plan.port(u, person, PortSide::Top, order);
            Some((port, Height::SymbolTop(person), row))
        };
        match origin {
            Origin::Between { row, gap, nth, middle } => {
                Some((self.plan.column(u, row, gap, middle), Height::Couple { row, nth }, row))
            }
            Origin::Parent { person, .. } => from_top(self, person),
            Origin::Bracket { upper, .. } => from_top(self, upper),
            Origin::Nobody => {
                // Brothers and sisters only: the line starts at the first of them.
                let home = union.children.iter().filter(|c| c.place.is_home());
                let placed = home.map(|c| c.person).filter(|p| self.grid.place(*p).is_some());
                let first = placed.min_by_key(|p| self.grid.place(*p))?;
                from_top(self, first)
            }
        }
    }

    /// The second lines to children who stand elsewhere.
    fn second_lines(&mut self, u: usize, union: &Union, origin: Origin) {
        let mut down = None;
        let mut seconds: Vec<&Child> =
            union.children.iter().filter(|c| !c.place.is_home()).collect();
        seconds.sort_by_key(|child| self.grid.place(child.person));
        for child in seconds {
            let Some(row) = self.grid.row(child.person) else { continue };
            let above = origin.row().filter(|from| *from < row);
            let Some(from) = above else {
                self.around_to(u, child.person, origin, LineRole::Second);
                continue;
            };
            if down.is_none() {
                let toward = self.plan.fixed(u, self.grid.x(child.person));
                down = self.exit_down(u, origin, &[toward], LineRole::Second);
            }
            let Some((start, height)) = down else { continue };
            let mut way = vec![(start, height)];
            let last = self.lead_down(u, child.person, start, from + 1..row, &mut way);
            self.arrive(u, child.person, row, last, Vec::new(), &mut way);
            self.plan.draft(u, LineRole::Second, Some(child.person), Shape::Path(way));
        }
    }

    /// A line that leaves a union upwards and comes down on a child beside or above it.
    fn around_to(&mut self, u: usize, person: usize, origin: Origin, role: LineRole) {
        let Some(union) = self.family.unions.get(u) else { return };
        let Some(row) = self.grid.row(person) else { return };
        let Some((start, height, from)) = self.exit_up(u, union, origin, self.grid.x(person))
        else {
            return;
        };
        let mut way = vec![(start, height)];
        let mut last = start;
        if from < row {
            // Only siblings of unknown parents get here: up, over, and down through the rows.
            let trunk = self.plan.trunk(u, from, Zone::Bar, Vec::new(), vec![last]);
            let next = self.pass(u, person, from);
            if let Some(trunk) = self.plan.trunks.get_mut(trunk) {
                trunk.down.push(next);
            }
            way.extend([(last, Height::Lane(trunk)), (next, Height::Lane(trunk))]);
            last = self.lead_down(u, person, next, from + 1..row, &mut way);
            self.arrive(u, person, row, last, Vec::new(), &mut way);
        } else {
            for gap in (row + 1..=from).rev() {
                let next = self.pass(u, person, gap - 1);
                let trunk = self.plan.trunk(u, gap, Zone::Bar, vec![next], vec![last]);
                way.extend([(last, Height::Lane(trunk)), (next, Height::Lane(trunk))]);
                last = next;
            }
            self.arrive(u, person, row, last, vec![last], &mut way);
        }
        self.plan.draft(u, role, Some(person), Shape::Path(way));
    }

    /// The last trunk, above `person`, and the way down to their symbol. `from_below` holds `last`
    /// when it comes up from the row itself.
    fn arrive(
        &mut self,
        u: usize,
        person: usize,
        row: usize,
        last: VerticalId,
        from_below: Vec<VerticalId>,
        way: &mut Vec<(VerticalId, Height)>,
    ) {
        let order = self.plan.x(last) - self.grid.x(person);
        let port = self.plan.port(u, person, PortSide::Top, order);
        let (up, mut down) =
            if from_below.is_empty() { (vec![last], Vec::new()) } else { (Vec::new(), from_below) };
        down.push(port);
        let trunk = self.plan.trunk(u, row, Zone::Bar, up, down);
        way.extend([
            (last, Height::Lane(trunk)),
            (port, Height::Lane(trunk)),
            (port, Height::SymbolTop(person)),
        ]);
    }
}
