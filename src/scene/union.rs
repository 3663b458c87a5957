//! Couples and their children: the lines between them, and what the lines say.
//!
//! Married: whole; living together: dashed; looser bonds: thin or dotted. Two slashes for a
//! divorce and one for a separation stand near one partner, never over the line to the children
//! (domain.md §4b).

use crate::geometry::Point;
use crate::layout::{Connector, LineRole};
use crate::model::{
    Bond, Ending, PartialDate, PersonId, Subject, TwinKind, Union, UnionId, UnionKind,
};
use crate::scene::Layer;
use crate::scene::shape::{Path, Step, Stroke};
use crate::scene::sibship::{Bar, as_far_as};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::view::Plates;
use crate::scene::words;
use crate::scene::{bond, line, person};
use crate::theme::Theme;

/// Draws the lines of every union.
pub(super) fn draw(stage: &mut Stage<'_>) {
    let (cast, layout) = (stage.cast, stage.layout);
    let mut pieces: Vec<Vec<&Connector>> = vec![Vec::new(); cast.unions.len()];
    for connector in &layout.connectors {
        if let Some(of) = pieces.get_mut(connector.union) {
            of.push(connector);
        }
    }
    for (id, pieces) in cast.unions.iter().zip(&pieces) {
        if let Some(union) = stage.map.union(id) {
            Drawing { id, union, pieces }.draw(stage);
        }
    }
    bond::draw(stage);
}

/// One union about to be drawn.
struct Drawing<'a> {
    id: &'a UnionId,
    union: &'a Union,
    pieces: &'a [&'a Connector],
}

impl<'a> Drawing<'a> {
    fn draw(&self, stage: &mut Stage<'_>) {
        let visible = |id: &&PersonId| stage.is_visible(id);
        let partners = self.union.partners.iter().filter(visible).count();
        let children = self.union.children.iter().filter(|child| stage.is_visible(&child.person));
        let children = children.count();
        let pen = Pen::on(Layer::Lines).of(Subject::Union(self.id.clone()));
        if partners == self.union.partners.len() {
            for piece in self.of(LineRole::Partners) {
                self.partner_line(stage, &pen, piece);
            }
        } else if 0 < partners && 0 < children {
            for piece in self.of(LineRole::Partners) {
                self.half_line(stage, &pen, piece);
            }
        }
        // Brothers and sisters belong together also where no parent is drawn.
        if 0 < children && (0 < partners || self.union.partners.is_empty() || 1 < children) {
            self.children(stage, &pen);
        }
    }

    /// The line from the one partner who is drawn to where the children's leaves it.
    fn half_line(&self, stage: &mut Stage<'_>, pen: &Pen, piece: &Connector) {
        let place = |id: &PersonId| stage.index_of(id).and_then(|at| stage.spot(at));
        let drawn = self.union.partners.iter().find(|id| stage.is_visible(id)).and_then(place);
        let ends = piece.points.first().zip(piece.points.last());
        let (Some(drop), Some(spot), Some((first, last))) =
            (self.drop_on(&piece.points), drawn, ends)
        else {
            return;
        };
        let points = if first.distance(spot.symbol) <= last.distance(spot.symbol) {
            line::without_end(&piece.points, line::length(&piece.points) - drop)
        } else {
            line::without_start(&piece.points, drop)
        };
        let theme = stage.theme();
        let stroke = if stage.view.absent.unions.contains(self.id) {
            person::absent_stroke(stage)
        } else {
            Stroke::solid(theme.line, theme.stroke.line)
        };
        let path = line::rounded(&points, stage.metrics.corner, 0.0);
        stage.stroke(pen, path, stroke);
    }

    fn of(&self, role: LineRole) -> impl Iterator<Item = &'a Connector> {
        self.pieces.iter().copied().filter(move |piece| piece.role == role)
    }

    fn partner_line(&self, stage: &mut Stage<'_>, pen: &Pen, piece: &Connector) {
        let theme = stage.theme();
        let (width, corner) = (theme.stroke.line, stage.metrics.corner);
        if stage.view.absent.unions.contains(self.id) {
            let path = line::with_hops(line::rounded(&piece.points, corner, 0.0), &piece.bridges);
            let stroke = person::absent_stroke(stage);
            stage.stroke(pen, path, stroke);
            return;
        }
        let stroke = match stage.view.plates {
            Plates::Full | Plates::Screen => partner_stroke(self.union.kind, theme),
            Plates::NamesOnly | Plates::Faces if self.is_parted() => {
                Stroke::solid(theme.line, width).dashed(3.0 * width, 2.5 * width)
            }
            Plates::NamesOnly | Plates::Faces => Stroke::solid(theme.line, width),
        };
        if stage.are_blood_relatives(self.id) && stage.view.plates != Plates::Faces {
            for aside in [-1.1 * width, 1.1 * width] {
                let path = line::rounded(&line::aside(&piece.points, aside), corner, aside);
                stage.stroke(pen, line::with_hops(path, &piece.bridges), stroke);
            }
        } else {
            let path = line::rounded(&piece.points, corner, 0.0);
            stage.stroke(pen, line::with_hops(path, &piece.bridges), stroke);
        }
        self.marks(stage, piece);
    }

    /// Did they part, and not by a death?
    fn is_parted(&self) -> bool {
        self.union.is_over() && self.union.ending != Some(Ending::Death)
    }

    /// What the partner line says beyond its style: slashes, "LAT".
    fn marks(&self, stage: &mut Stage<'_>, piece: &Connector) {
        let again = self.union.together_again;
        if stage.view.plates.is_bare() {
            return;
        }
        let has_marks =
            self.union.ending.is_some() || self.union.until.is_some() || again.is_some();
        if !has_marks && self.union.kind != UnionKind::LivingApart {
            return;
        }
        let pen = Pen::on(Layer::Marks).of(Subject::Union(self.id.clone()));
        let measures = (stage.metrics.loop_room, stage.metrics.unit);
        let (drop, taken) = (self.drop_on(&piece.points), self.sides_with_strands(stage));
        let spot = mark_spot(&piece.points, drop, measures, taken);
        let Some((at, along)) = line::at(&piece.points, spot) else { return };
        let ink = Stroke::solid(stage.theme().ink, 1.2 * stage.theme().stroke.slash);
        let unit = stage.metrics.unit;
        let offsets: &[f64] = match self.union.ending {
            Some(Ending::Divorced) => &[-4.0, 4.0],
            Some(Ending::Separated) => &[0.0],
            Some(Ending::Death) => &[],
            None if self.union.until.is_some() => &[0.0],
            None => &[],
        };
        for offset in offsets {
            let at = at.moved(along.x * offset * unit, along.y * offset * unit);
            stage.stroke(&pen, slash(at, along, unit, 1.0), ink);
        }
        if let Some(date) = again {
            stage.stroke(&pen, arch(at, unit), ink.round());
            Self::again_words(stage, &pen, date, (piece, at));
        }
        if self.union.kind == UnionKind::LivingApart {
            let style = TextStyle::centered(11.0 * unit, stage.theme().soft_ink).semi_bold();
            let text = stage.texts.get("scene-living-apart");
            stage.pill(&pen, &text, at, style);
        }
    }

    /// "weer bij elkaar 1995", above the line of neighbours, under one that goes around others.
    fn again_words(
        stage: &mut Stage<'_>,
        pen: &Pen,
        date: PartialDate,
        (piece, at): (&Connector, Point),
    ) {
        let unit = stage.metrics.unit;
        let style = TextStyle::centered(11.0 * unit, stage.theme().soft_ink).semi_bold();
        let date = if stage.view.plates.has_years() {
            words::date(date, stage.texts)
        } else {
            String::new()
        };
        let lines = [stage.texts.get("scene-again"), date];
        let [first, last] = piece.points.as_slice() else {
            let text = lines.join(" ").trim_end().to_owned();
            let below = 10.0 * unit + stage.pill_size(&text, style).h / 2.0;
            stage.pill(pen, &text, at.moved(0.0, below), style);
            return;
        };
        let middle = Point::new(f64::midpoint(first.x, last.x), f64::midpoint(first.y, last.y));
        let mut baseline = middle.moved(0.0, -34.0 * unit);
        for line in lines {
            stage.text(pen, &line, baseline, style);
            baseline.y += 1.2 * style.size;
        }
    }

    /// Does a strand run along the partner line from the left partner to the children, and from the
    /// right one?
    fn sides_with_strands(&self, stage: &Stage<'_>) -> (bool, bool) {
        let is_child = |id: &PersonId| self.union.children.iter().any(|child| child.person == *id);
        let place = |id: &PersonId| stage.index_of(id).and_then(|at| stage.spot(at));
        let mut sides: Vec<(f64, bool)> = (self.union.partners.iter())
            .filter_map(|id| {
                let has_strand = stage.view.strands.iter().any(|it| it.leads_down(id, is_child));
                Some((place(id)?.symbol.x, has_strand))
            })
            .collect();
        sides.sort_by(|a, b| a.0.total_cmp(&b.0));
        match sides.as_slice() {
            [left, right] => (left.1, right.1),
            _ => (false, false),
        }
    }

    /// How far along the partner line the line to the children leaves it.
    fn drop_on(&self, partners: &[Point]) -> Option<f64> {
        let start = *self.of(LineRole::Descent).next()?.points.first()?;
        let mut along = 0.0;
        for (a, b) in line::pairs(partners) {
            if a.distance(start) + start.distance(b) - a.distance(b) < 0.5 {
                return Some(along + a.distance(start));
            }
            along += a.distance(b);
        }
        None
    }

    /// Descent, sibship bar, and the lines to the children.
    fn children(&self, stage: &mut Stage<'_>, pen: &Pen) {
        let corner = stage.metrics.corner;
        let stroke = Stroke::solid(stage.theme().line, stage.theme().stroke.line);
        let bar = self.of(LineRole::Sibship).next();
        let has_parent = self.union.partners.is_empty()
            || self.union.partners.iter().any(|id| stage.is_visible(id));
        let descent = self.of(LineRole::Descent).next().filter(|_| has_parent);
        let all = self.of(LineRole::Individual).count();
        let lines: Vec<&Connector> = self
            .of(LineRole::Individual)
            .filter(|piece| stage.is_visible_index(piece.person))
            .collect();
        let there: Vec<&Connector> =
            lines.iter().copied().filter(|it| !self.is_absent(stage, it.person)).collect();
        // What is not there yet lies below: the others' bar runs over it as far as it is theirs.
        if there.len() < lines.len() {
            let faint = person::absent_stroke(stage);
            let bar = bar.map(|piece| as_far_as(piece, descent, &lines, all));
            self.bar(stage, pen, (bar.as_ref(), descent, &lines), faint);
        }
        if !there.is_empty() || lines.is_empty() {
            let bar = bar.map(|piece| as_far_as(piece, descent, &there, all));
            self.bar(stage, pen, (bar.as_ref(), descent, &there), stroke);
        }
        for piece in self.of(LineRole::Second) {
            if stage.is_visible_index(piece.person) {
                self.child_line(stage, pen, piece, line::rounded(&piece.points, corner, 0.0));
            }
        }
        twins(stage, pen, &there, stroke);
    }

    /// The bar, the line of descent to it, and the lines to these children.
    fn bar(
        &self,
        stage: &mut Stage<'_>,
        pen: &Pen,
        (bar, descent, lines): (Option<&Connector>, Option<&Connector>, &[&Connector]),
        stroke: Stroke,
    ) {
        let corner = stage.metrics.corner;
        if let Some(bar) = bar.and_then(|piece| Bar::of(piece, descent, lines, corner)) {
            bar.draw(stage, pen, stroke);
            for piece in lines {
                let points = bar.with_corner(&piece.points);
                self.child_line(stage, pen, piece, line::rounded(&points, corner, 0.0));
            }
        } else {
            for piece in lines {
                self.child_line(stage, pen, piece, line::rounded(&piece.points, corner, 0.0));
            }
            if let Some(piece) = descent {
                let path = line::rounded(&piece.points, corner, 0.0);
                stage.stroke(pen, line::with_hops(path, &piece.bridges), stroke);
            }
        }
    }

    /// Is the child at the end of a line not there yet, or not with these parents?
    fn is_absent(&self, stage: &Stage<'_>, person: Option<usize>) -> bool {
        let absent = &stage.view.absent.children;
        stage.id_at(person).is_some_and(|id| absent.contains(&(self.id.clone(), id.clone())))
    }

    /// The line to one child, in the style of the bond.
    fn child_line(&self, stage: &mut Stage<'_>, pen: &Pen, piece: &Connector, path: Path) {
        let person = piece.person.and_then(|index| stage.cast.people.get(index));
        let child = person.and_then(|id| self.union.child(id));
        let bond = child.map_or(Bond::Birth, |child| child.bond_under(&self.union.partners));
        let path = line::with_hops(path, &piece.bridges);
        let stroke = if self.is_absent(stage, piece.person) {
            person::absent_stroke(stage)
        } else if stage.view.plates == Plates::Faces {
            bond_stroke(Bond::Birth, stage.theme())
        } else {
            bond_stroke(bond, stage.theme())
        };
        stage.stroke(pen, path, stroke);
    }
}

/// The bar between identical twins, the question mark between twins nobody asked about.
fn twins(stage: &mut Stage<'_>, pen: &Pen, lines: &[&Connector], stroke: Stroke) {
    for (left, right) in lines.iter().zip(lines.iter().skip(1)) {
        let (Some(a), Some(b)) = (stage.id_at(left.person), stage.id_at(right.person)) else {
            continue;
        };
        let Some((_, twins)) = stage.map.twins_of(a) else { continue };
        if !twins.people.contains(b) || left.points.first() != right.points.first() {
            continue;
        }
        let half_way = |piece: &Connector| line::at(&piece.points, 0.5 * first_leg(piece));
        let (Some((from, _)), Some((to, _))) = (half_way(left), half_way(right)) else {
            continue;
        };
        match twins.kind {
            TwinKind::Identical => stage.stroke(pen, Path::line(from, to), stroke),
            TwinKind::Fraternal => {}
            TwinKind::Unknown if stage.view.plates == Plates::Faces => {}
            TwinKind::Unknown => {
                let at = Point::new(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
                let size = stage.theme().size.years;
                let style = TextStyle::centered(size, stage.theme().soft_ink).semi_bold();
                stage.text(pen, "?", at.moved(0.0, 0.7 * size), style);
            }
        }
    }
}

fn first_leg(piece: &Connector) -> f64 {
    line::pairs(&piece.points).next().map_or(0.0, |(a, b)| a.distance(b))
}

/// How a partner line is drawn.
pub(super) fn partner_stroke(kind: UnionKind, theme: &Theme) -> Stroke {
    let (color, width) = (theme.line, theme.stroke.line);
    match kind {
        UnionKind::Married | UnionKind::Registered => Stroke::solid(color, width),
        UnionKind::LivingTogether | UnionKind::LivingApart => {
            Stroke::solid(color, width).dashed(3.5 * width, 2.5 * width)
        }
        UnionKind::Engaged => Stroke::solid(color, 0.7 * width).dashed(1.5 * width, 2.0 * width),
        UnionKind::Relationship => Stroke::solid(color, 0.7 * width),
        UnionKind::Brief => Stroke::solid(color, 0.9 * width).dashed(0.1, 2.5 * width).round(),
    }
}

/// How the line to a child is drawn.
pub(super) fn bond_stroke(bond: Bond, theme: &Theme) -> Stroke {
    let (color, width) = (theme.line, theme.stroke.line);
    match bond {
        Bond::Birth => Stroke::solid(color, width),
        Bond::Adopted => Stroke::solid(color, width).dashed(3.5 * width, 2.5 * width),
        Bond::Foster | Bond::Guardian => {
            Stroke::solid(color, 1.1 * width).dashed(0.1, 2.75 * width).round()
        }
        Bond::Step => Stroke::solid(color, 0.5 * width),
        Bond::Donor => Stroke::solid(color, 0.7 * width).dashed(1.5 * width, 2.0 * width),
    }
}

/// Where along the partner line a mark stands: in the middle without children, else in the middle
/// of the longer part beside the line to the children, the left one among equals; on a part without
/// strands if only one has them, since a slash on a strand would seem to cut that.
/// Stays clear of the loops around the partners.
fn mark_spot(
    points: &[Point],
    drop: Option<f64>,
    (loops, unit): (f64, f64),
    (on_left, on_right): (bool, bool),
) -> f64 {
    let length = line::length(points);
    // A line that goes around others begins under a name: the mark stands on its level part.
    let lead = match points {
        [a, b, ..] if 2 < points.len() && (a.x - b.x).abs() < 0.5 => a.distance(*b),
        _ => 0.0,
    };
    let start = lead.min(length);
    let end = (length - lead).max(start);
    // Beside strands that turn down to the children.
    let beside = |part: f64| (16.0 * unit).min(0.5 * part);
    match drop {
        None => f64::midpoint(start, end),
        Some(drop) if on_right && !on_left => f64::midpoint(start, drop - beside(drop - start)),
        Some(drop) if on_left && !on_right => f64::midpoint(drop + beside(end - drop), end),
        Some(drop) if end - drop <= drop - start + 1.0 => {
            f64::midpoint(start + loops.min(0.4 * (drop - start)), drop)
        }
        Some(drop) => f64::midpoint(drop, end - loops.min(0.4 * (end - drop))),
    }
}

/// A slash across a line, leaning to `side`.
pub(super) fn slash(at: Point, along: Point, unit: f64, side: f64) -> Path {
    // Across and along the line; 24 high and 10 wide on a level line, as in map.svg.
    let (cx, cy) = (-along.y * 12.0 * unit, along.x * 12.0 * unit);
    let (lx, ly) = (along.x * 5.0 * unit * side, along.y * 5.0 * unit * side);
    Path::line(at.moved(cx - lx, cy - ly), at.moved(-cx + lx, -cy + ly))
}

/// An arch over the slashes at a place of a level line: what was broken goes on.
pub(super) fn arch(at: Point, unit: f64) -> Path {
    let (half, up) = (14.0 * unit, 22.0 * unit);
    let foot = |side: f64| at.moved(side * half, 0.0);
    let over = |side: f64| at.moved(side * half, -up);
    Path { steps: vec![Step::Move(foot(-1.0)), Step::Cubic(over(-1.0), over(1.0), foot(1.0))] }
}

/// What the legend says of a kind of couple.
pub(super) const fn legend_word(kind: UnionKind) -> Option<&'static str> {
    match kind {
        // Plain, or said by a word on the line.
        UnionKind::Married | UnionKind::Registered | UnionKind::LivingApart => None,
        UnionKind::LivingTogether => Some("scene-living-together"),
        UnionKind::Engaged => Some("scene-engaged"),
        UnionKind::Relationship => Some("scene-relationship"),
        UnionKind::Brief => Some("scene-brief"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_stands_where_no_strand_runs() {
        let line = [Point::new(0.0, 0.0), Point::new(100.0, 0.0)];
        let spot = |taken| mark_spot(&line, Some(50.0), (10.0, 1.0), taken);
        let free = spot((false, false));
        assert!(free < 50.0, "the left part among equals: {free}");
        assert_eq!(spot((true, true)), free, "no part without strands");
        // Clear of the strands that turn down in the middle, too.
        assert!(spot((false, true)) < 50.0 - 16.0 && 50.0 + 16.0 < spot((true, false)));
    }
}
