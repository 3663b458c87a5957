//! Which picture belongs to which state of a family map.
//!
//! The same family under the same rules and in the same sizes stands as it stood, however it came back
//! (undone, redone, unfolded, another theme and back, opened again). What a picture belongs to is what
//! layout is told, not a moment in the history: nobody needs to say by which way a state was reached.

use std::collections::BTreeMap;

use crate::geometry::{Point, snap};
use crate::layout::{self, Family, Former, Layout, Member, Options, Pin};
use crate::model::{DrawRules, FamilyMap, PersonId, UnionId};
use crate::scene::{self, Cast, Part, View};
use crate::theme::Theme;

/// So many places of people are remembered in all: thousands of steps of a family at the table, a few
/// pictures of a family of tens of thousands.
const MOST_PLACES: usize = 200_000;

/// The pictures of one open map.
#[derive(Debug, Default)]
pub struct Pictures {
    /// Those that are remembered; what is shown is the last, the others by when they were shown.
    known: Vec<Picture>,
    /// How many places they hold.
    places: usize,
    /// Everybody's place when somebody is held elsewhere for the moment.
    held: Option<Layout>,
    /// The x at which everybody was seen last, in the sizes of the design; also of who is folded away.
    seen: BTreeMap<PersonId, f64>,
    /// The part of the family that is shown.
    part: Option<Part>,
    /// The next picture is made as if the family were seen for the first time.
    is_afresh: bool,
}

/// A family that was laid out.
#[derive(Clone, Debug)]
struct Picture {
    people: Vec<PersonId>,
    unions: Vec<UnionId>,
    family: Family,
    options: Options,
    rules: DrawRules,
    layout: Layout,
    /// How far the paper had moved under the eye by then.
    drift: Point,
}

/// What came of showing a map.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Who is drawn.
    pub cast: Cast,
    /// How far the paper moved, so that who is looked at stays where they were.
    pub shift: Point,
}

impl Picture {
    fn scale(&self) -> f64 {
        scale(&self.options)
    }

    fn index_of(&self, person: &PersonId) -> Option<usize> {
        self.people.binary_search(person).ok()
    }

    /// Is this the family of `cast` under the same rules, perhaps in other sizes?
    fn is_of(&self, cast: &Cast, options: &Options) -> bool {
        let rules = |it: &Options| (it.nearest, it.man_left, it.by_age);
        // A pin is given in the sizes of the theme.
        let one = |it: &Family, scale: f64| {
            let member = |it: &Member| {
                let pin = it.pin.map(|(Pin::At(x) | Pin::Near(x))| (x / scale).round());
                (it.side, it.birth, pin)
            };
            it.people.iter().map(member).collect::<Vec<_>>()
        };
        rules(&self.options) == rules(options)
            && self.people == cast.people
            && self.unions == cast.unions
            && self.family.unions == cast.family.unions
            && one(&self.family, self.scale()) == one(&cast.family, scale(options))
    }

    /// Does everybody take the same room beside their neighbours?
    fn is_as_wide(&self, family: &Family, options: &Options) -> bool {
        let wide = |it: &Family| it.people.iter().map(|it| (it.size.w, it.pin)).collect::<Vec<_>>();
        self.options.gap == options.gap && wide(&self.family) == wide(family)
    }

    /// The one who was put elsewhere since, by their number here, and where.
    fn dragged(&self, cast: &Cast, was: &[Option<usize>]) -> Option<(usize, f64)> {
        let mut put = cast.family.people.iter().zip(was).filter_map(|(member, was)| {
            let (who, Pin::At(x)) = ((*was)?, member.pin?) else { return None };
            (self.family.people.get(who)?.pin != member.pin).then_some((who, x))
        });
        put.next().filter(|_| put.next().is_none())
    }

    /// The layout in which those who belong to `who` went along to `x`.
    fn with_company(&self, who: usize, x: f64) -> Layout {
        let by = self.layout.people.get(who).map_or(0.0, |at| x - at.x);
        layout::with_company(&self.family, &self.layout, who, by)
    }

    /// Everybody's x in the sizes of `options`.
    fn wishes(&self, options: &Options) -> Vec<Option<f64>> {
        let factor = scale(options) / self.scale();
        self.layout.people.iter().map(|at| Some(at.x * factor)).collect()
    }
}

/// The sizes of a theme against those of the design.
fn scale(options: &Options) -> f64 {
    options.gap / scene::layout_options().gap
}

impl Pictures {
    /// Where everybody stands now.
    #[must_use]
    pub fn layout(&self) -> Option<&Layout> {
        self.held.as_ref().or_else(|| self.known.last().map(|picture| &picture.layout))
    }

    /// The x at which everybody was seen last, in the sizes of the design: what a file keeps.
    #[must_use]
    pub const fn seen(&self) -> &BTreeMap<PersonId, f64> {
        &self.seen
    }

    /// Lets the next picture be made as if the family were seen for the first time: by the rules alone.
    pub const fn make_afresh(&mut self) {
        self.is_afresh = true;
    }

    /// Shows `map` under `view`: as it stood, if it was shown before; else as like before as can be.
    ///
    /// `anchor` is who stays under the finger when others move.
    pub fn show(&mut self, map: &FamilyMap, view: &View, anchor: Option<&PersonId>) -> Shown {
        let cast = Cast::of(map, view);
        let options = scene::layout_options_under(map, view);
        if self.known.is_empty() {
            self.seen = map.view.seen.clone();
            self.part.clone_from(&view.part);
        }
        let is_it = |it: &Picture| {
            it.options == options
                && it.people == cast.people
                && it.unions == cast.unions
                && it.family == cast.family
        };
        let is_afresh = std::mem::take(&mut self.is_afresh);
        let found = self.known.iter().rposition(is_it).filter(|_| !is_afresh);
        let shift = if let Some(at) = found {
            let was = self.drift();
            let picture = self.known.remove(at);
            let shift = Point::new(picture.drift.x - was.x, picture.drift.y - was.y);
            self.known.push(picture);
            shift
        } else {
            let layout = if is_afresh {
                layout::layout(&cast.family, &options)
            } else {
                self.made(&cast, &options, map.view.rules)
            };
            let shift = self.shift(anchor, &cast, &layout);
            let picture = Picture {
                people: cast.people.clone(),
                unions: cast.unions.clone(),
                family: cast.family.clone(),
                options,
                rules: map.view.rules,
                layout,
                drift: self.drift().moved(shift.x, shift.y),
            };
            self.places += picture.people.len();
            self.known.push(picture);
            self.forget_the_oldest();
            shift
        };
        self.held = None;
        self.note_seen(view);
        Shown { cast, shift }
    }

    /// What is shown while `who` is held at `x`: the others make room at once. Nothing of it is
    /// remembered.
    pub fn hold(&mut self, who: &PersonId, x: f64) {
        let Some(now) = self.known.last() else { return };
        let mut family = now.family.clone();
        if let Some(held) = now.index_of(who).and_then(|index| family.people.get_mut(index)) {
            held.pin = Some(Pin::At(x));
        }
        let was: Vec<Option<usize>> = (0..family.people.len()).map(Some).collect();
        let before = Some(&now.family);
        let moved = now.index_of(who).map(|index| now.with_company(index, x));
        let layout = moved.as_ref().unwrap_or(&now.layout);
        let former = Former { layout, was: &was, family: before, wishes: &[] };
        self.held = Some(layout::relayout(&family, &now.options, &former));
    }

    /// A layout for a family that was not shown in these sizes yet.
    fn made(&self, cast: &Cast, options: &Options, rules: DrawRules) -> Layout {
        let factor = scale(options);
        let seen = |id: &PersonId| self.seen.get(id).map(|x| x * factor);
        let wishes: Vec<Option<f64>> = cast.people.iter().map(seen).collect();
        let mut alike = self.known.iter().rev().filter(|it| it.is_of(cast, options));
        let as_wide = alike.clone().find(|it| it.is_as_wide(&cast.family, options));
        let base = as_wide.or_else(|| alike.next());
        if let Some(base) = base.filter(|it| it.options.gap != options.gap) {
            return layout::arrange(&cast.family, options, &base.wishes(options));
        }
        let Some(base) = base.or(self.known.last()) else {
            return layout::arrange(&cast.family, options, &wishes);
        };
        if base.options.gap != options.gap {
            return layout::arrange(&cast.family, options, &wishes);
        }
        // Who asks for other rules asks to see them: everybody may stand elsewhere.
        if rules != base.rules {
            return layout::layout(&cast.family, options);
        }
        let was: Vec<Option<usize>> = cast.people.iter().map(|id| base.index_of(id)).collect();
        let family = Some(&base.family);
        let moved = base.dragged(cast, &was).map(|(who, x)| base.with_company(who, x));
        let layout = moved.as_ref().unwrap_or(&base.layout);
        let former = Former { layout, was: &was, family, wishes: &wishes };
        layout::relayout(&cast.family, options, &former)
    }

    /// How far the paper had moved under the eye until now.
    fn drift(&self) -> Point {
        self.known.last().map_or(Point::default(), |it| it.drift)
    }

    /// How far `anchor` goes from where they are shown to where they stand in `layout`.
    fn shift(&self, anchor: Option<&PersonId>, cast: &Cast, layout: &Layout) -> Point {
        let old = anchor.and_then(|id| {
            let index = self.known.last()?.index_of(id)?;
            self.layout()?.people.get(index).copied()
        });
        let new = anchor.and_then(|id| layout.people.get(cast.index_of(id)?).copied());
        match (old, new) {
            (Some(old), Some(new)) => Point::new(new.x - old.x, new.y - old.y),
            _ => Point::default(),
        }
    }

    /// Notes where everybody stands. Who is folded away keeps the place they had.
    fn note_seen(&mut self, view: &View) {
        let Some(now) = self.known.last() else { return };
        if self.part != view.part {
            // Another part has other columns.
            self.part.clone_from(&view.part);
            self.seen.clear();
        }
        let scale = now.scale();
        for (id, at) in now.people.iter().zip(&now.layout.people) {
            self.seen.insert(id.clone(), snap(at.x / scale));
        }
    }

    fn forget_the_oldest(&mut self) {
        let mut gone = 0;
        while MOST_PLACES < self.places && gone + 2 < self.known.len() {
            let people = self.known.get(gone).map_or(0, |it| it.people.len());
            self.places = self.places.saturating_sub(people);
            gone += 1;
        }
        self.known.drain(..gone);
    }
}

/// A family map laid out as it was seen last, for a picture on paper.
#[must_use]
pub fn picture_of(map: &FamilyMap, view: &View) -> (Cast, Layout) {
    let mut pictures = Pictures::default();
    let shown = pictures.show(map, view, None);
    (shown.cast, pictures.layout().cloned().unwrap_or_default())
}

/// An x of the picture in the sizes of the design, in which files keep it.
#[must_use]
pub fn in_design_sizes(x: f64, theme: &Theme) -> f64 {
    snap(x / scene::scale_of(theme))
}
