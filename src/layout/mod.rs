//! Where everybody stands: an abstract family in, positions and connector lines out.
//!
//! Works on indices, sizes and years only, so that a family map, a neutral bench file and a
//! generated million are all the same to it. Knows no fonts, colours or zoom. The phases are the
//! files, in the order in which they run.

mod company;
mod former;
mod order;
mod place;
mod relayout;
mod route;
mod rows;
mod tangle;
mod wished;

pub use company::with_company;

use crate::geometry::{Point, Rect, Size};
use place::Columns;
use rows::Rows;

/// A line that would miss by less than this runs straight: a small jog looks like a mistake. In map
/// units.
const SMALL_JOG: f64 = 12.0;

/// A family as layout sees it. People and unions are named by their index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Family {
    /// Everybody to be placed.
    pub people: Vec<Member>,
    /// The couples, lone parents and sibships that hold them together.
    pub unions: Vec<Union>,
}

/// One person to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// The box that the symbol and its label need. The symbol's centre is `symbol_drop` below the
    /// top edge of that box; partner lines run at that height.
    pub size: Size,
    /// Distance from the top of the box to the centre of the symbol.
    pub symbol_drop: f64,
    /// Half the width (and height) of the symbol itself, without label.
    pub symbol_half: f64,
    /// The side of a couple this person prefers.
    pub side: Side,
    /// Moment of birth in years (fractions allowed), where known. Orders sibships.
    pub birth: Option<f64>,
    /// Where the user put this person, if they did.
    pub pin: Option<Pin>,
}

/// The preferred side of a couple (a soft rule; domain convention: man left, woman right).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Left, by convention a man.
    Left,
    /// Right, by convention a woman.
    Right,
    /// No preference.
    #[default]
    Either,
}

/// What the user fixed by dragging.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pin {
    /// Centre of the box at exactly this x.
    At(f64),
    /// Stands in its row as if its centre were at this x (keeps an order, not a coordinate).
    Near(f64),
}

/// Partners with their children, or children of unknown parents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Union {
    /// None, one or two partners.
    pub partners: Vec<usize>,
    /// The children that stand under this union.
    pub children: Vec<Child>,
    /// When it began, in years, where known. Orders several unions of one person.
    pub from: Option<f64>,
    /// Does it go on today? With [`Nearest::Current`] such a partner stands closest.
    pub current: bool,
}

/// A child under a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Child {
    /// The child.
    pub person: usize,
    /// Whether the child stands here or elsewhere.
    pub place: ChildPlace,
    /// Children of one union with the same number are drawn from one point (twins and more).
    pub twin: Option<u32>,
}

/// Whether a child stands under a union or is only linked to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChildPlace {
    /// The child stands in this sibship. At most one union per person says so.
    #[default]
    Home,
    /// The child stands elsewhere; this union gets a second line to it (foster, step, guardian …).
    Second,
    /// Like `Second`, but these are parents like the others (by birth or adoption, as far as anybody
    /// knows): the child stands below them, too.
    Below,
}

impl ChildPlace {
    /// Does the child stand in this sibship?
    #[must_use]
    pub const fn is_home(self) -> bool {
        matches!(self, Self::Home)
    }
}

/// Which partner stands nearest when somebody has several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nearest {
    /// The current one, then backwards in time.
    #[default]
    Current,
    /// The first one, then onwards in time.
    First,
}

/// The rules the user may set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Which of several partners stands nearest.
    pub nearest: Nearest,
    /// Do men stand left of women in a couple, where it costs nothing?
    pub man_left: SideRule,
    /// How strongly brothers and sisters stand by age.
    pub by_age: AgeRule,
    /// Free space between two boxes in a row, in map units.
    pub gap: f64,
    /// Free space between two rows of boxes, in map units, before lanes are added.
    pub row_gap: f64,
    /// Room that one parallel lane of lines needs, in map units. Larger when strands run along.
    pub lane: f64,
}

/// Whether [`Member::side`] is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SideRule {
    /// As a soft rule.
    #[default]
    Soft,
    /// Not at all.
    Off,
}

/// How strongly siblings stand by age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgeRule {
    /// By age unless that breaks something worse.
    #[default]
    Soft,
    /// Nearly always by age.
    Strict,
    /// In any order.
    Off,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            nearest: Nearest::Current,
            man_left: SideRule::Soft,
            by_age: AgeRule::Soft,
            gap: 20.0,
            row_gap: 60.0,
            lane: 10.0,
        }
    }
}

/// Everybody's place and every line between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Centre of each person's box, by index.
    pub people: Vec<Point>,
    /// Row of each person, 0 at the top of the whole picture. Rows are generations.
    pub row_of: Vec<usize>,
    /// The rows, top to bottom.
    pub rows: Vec<Row>,
    /// The lines, by union and then in drawing order.
    pub connectors: Vec<Connector>,
    /// Around everything: boxes and lines.
    pub bounds: Rect,
}

/// One generation's strip, without the lines between rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Row {
    /// Top of the highest box.
    pub top: f64,
    /// Bottom of the lowest box.
    pub bottom: f64,
}

/// One piece of the line that joins a union. Points are corners of horizontal and vertical runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Connector {
    /// Index of the union it belongs to.
    pub union: usize,
    /// Which part of the union's line this is.
    pub role: LineRole,
    /// The child (or, for a lone partner line, the partner) at its end, if it leads to one.
    pub person: Option<usize>,
    /// Corners, from the couple outwards.
    pub points: Vec<Point>,
    /// Places where this piece crosses another union's line and makes a small bridge over it.
    pub bridges: Vec<Point>,
}

/// The four lines of standard pedigree notation (Bennett et al. 1995), and the second parent line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineRole {
    /// Joins the partners (relationship line). From the left partner's symbol to the right one's.
    Partners,
    /// From the partner line down to the sibship bar (line of descent).
    Descent,
    /// The horizontal sibship bar.
    Sibship,
    /// From the bar (or a twin point) down to one child (individual's line).
    Individual,
    /// A second, dotted line to a child that stands under another union.
    Second,
}

/// Places everybody in `family` and draws the lines between them. The same input always gives the
/// same layout. Every person gets a place, also when the family contradicts itself.
#[must_use]
pub fn layout(family: &Family, options: &Options) -> Layout {
    let (rows, columns) = placed_afresh(family, options);
    route::route(family, options, &rows, &columns)
}

/// Rows and columns of a family that was not drawn before.
fn placed_afresh(family: &Family, options: &Options) -> (Rows, Columns) {
    let mut order = order::Order::of(family, options);
    let mut rows = order.rows().with_everybody(family.people.len());
    let mut rough: Option<Columns> = None;
    while order.may_settle() {
        let columns = order.settle(|| place::roughly(family, options, &rows, rough.as_ref()));
        rough = Some(columns);
        rows = order.rows().with_everybody(family.people.len());
    }
    let columns = place::place(family, options, &rows, None);
    (rows, columns)
}

/// A picture from before an edit.
#[derive(Clone, Copy, Debug)]
pub struct Former<'a> {
    /// The picture.
    pub layout: &'a Layout,
    /// For each person of the family as it is now, their index in the picture, if they were there.
    pub was: &'a [Option<usize>],
    /// The family of that picture, if it is still known and drawn by the same options: only around
    /// what differs from it neighbours may change sides.
    pub family: Option<&'a Family>,
    /// For each person who was not in the picture, the x where they stood last, if they ever did:
    /// they were folded away. May be shorter than the family.
    pub wishes: &'a [Option<f64>],
}

/// Places everybody, moving those who stood in the picture of before as little as possible. An
/// unchanged family keeps its picture to the bit.
#[must_use]
pub fn relayout(family: &Family, options: &Options, former: &Former<'_>) -> Layout {
    relayout::relayout(family, options, former)
}

/// Places everybody where they are wished, by person, as far as that goes.
///
/// Where all fit, exactly there; else in that order, near there, with the others where it costs least.
/// Wishes that cannot be (of somebody onto a neighbour, far away, no number) are none.
#[must_use]
pub fn arrange(family: &Family, options: &Options, wishes: &[Option<f64>]) -> Layout {
    wished::arrange(family, options, wishes)
}

#[cfg(test)]
mod tests;
