//! What follows from the document: layout, scene, places. Made anew when something it depends on
//! changes.

use std::collections::BTreeMap;

use super::context::PanelContext;
use crate::catalogue::Catalogue;
use crate::geometry::{Point, Rect};
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::{self, Address, KinWords, Kinship};
use crate::layout::{Layout, LineRole};
use crate::model::{
    AgeRange, CardId, Date, FamilyMap, LifeCourse, PersonId, Subject, Union, UnionId,
};
use crate::pattern::{self, Cards};
use crate::picture::Pictures;
use crate::scene::{self, Cast, Layer, Scene, StrandView, View};
use crate::shown::{Names, Opened};
use crate::theme::{Color, Ply, Theme, ThemeName};
use crate::year::{Then, Years, last_day};

/// How long people take to their new places, in seconds.
const MOVE_SECS: f64 = 0.18;
/// Larger families go to their places at once.
const MOST_MOVED: usize = 300;

/// Everything that is computed from the document.
#[derive(Debug)]
pub struct Derived {
    key: Option<Key>,
    /// Who is drawn.
    pub cast: Cast,
    /// Where everybody stands, when all have arrived.
    pub layout: Layout,
    /// What comes back.
    pub cards: Cards,
    /// The picture as it is now.
    pub scene: Scene,
    /// What each item of the picture covers.
    pub boxes: Vec<Rect>,
    /// Everybody, row by row, left to right.
    pub people: Vec<Spot>,
    /// Every union with a line.
    pub unions: Vec<UnionSpot>,
    /// What is said of everybody to those who do not see the map.
    pub labels: BTreeMap<PersonId, Spoken>,
    /// How many strands loop around each person; who has none is missing.
    rings: BTreeMap<PersonId, u8>,
    movement: Option<Movement>,
    /// The pictures of this map.
    pictures: Pictures,
    /// How far the map moved under what stays under the finger; the camera makes up for it.
    pub shift: Option<Point>,
}

#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    strands: Vec<CardId>,
    view: View,
    held: Option<(PersonId, f64)>,
    opened: Opened,
    names: Names,
    year: Option<i32>,
}

/// What is said of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// "Linda, moeder, 66 jaar, 2 dingen".
    pub name: String,
    /// "1960, Schulden, Zonder diploma van school".
    pub things: String,
}

/// Where one person is.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Who.
    pub id: PersonId,
    /// Centre of the symbol.
    pub symbol: Point,
    /// Half the side of the symbol.
    pub half: f64,
    /// The box of symbol and label.
    pub frame: Rect,
    /// Row from the top.
    pub row: usize,
    /// Place in the row, from 0, and how many are in it.
    pub place: (usize, usize),
}

/// Where one union is.
#[derive(Clone, Debug, PartialEq)]
pub struct UnionSpot {
    /// Which.
    pub id: UnionId,
    /// The partners' line.
    pub line: Vec<Point>,
    /// Where it is taken hold of.
    pub grip: Point,
}

/// People on their way.
#[derive(Clone, Debug)]
struct Movement {
    from: Layout,
    since: f64,
}

/// What [`Derived::update`] needs to know.
#[derive(Debug)]
pub struct Wanted<'a> {
    /// The map with all that is hidden: only what comes back is looked for in it.
    pub whole: &'a FamilyMap,
    /// The map that is shown.
    pub map: &'a FamilyMap,
    /// The same in the year that is looked back at, if one is.
    pub then: Option<&'a Then>,
    /// Its state.
    pub revision: u64,
    /// How it is shown; without strands.
    pub view: View,
    /// The strands that are shown, the most important first.
    pub strands: Vec<CardId>,
    /// Who stays under the finger when others move.
    pub anchor: Option<PersonId>,
    /// What is shown that is hidden otherwise.
    pub opened: Opened,
    /// What people are called.
    pub names: Names,
    /// Who is being dragged, and to which x.
    pub held: Option<(PersonId, f64)>,
    /// The time now, in seconds; `None` when nothing moves slowly.
    pub now: Option<f64>,
}

impl Default for Derived {
    fn default() -> Self {
        let scene = Scene::empty(Theme::of(ThemeName::Light).ground);
        Self {
            key: None,
            cast: Cast::default(),
            layout: Layout::default(),
            cards: Cards::default(),
            scene,
            boxes: Vec::new(),
            people: Vec::new(),
            unions: Vec::new(),
            labels: BTreeMap::new(),
            rings: BTreeMap::new(),
            movement: None,
            pictures: Pictures::default(),
            shift: None,
        }
    }
}

impl Derived {
    /// Is anybody on the way? Then another frame is needed.
    #[must_use]
    pub const fn is_moving(&self) -> bool {
        self.movement.is_some()
    }

    /// The place of `person`.
    #[must_use]
    pub fn spot(&self, person: &PersonId) -> Option<&Spot> {
        self.people.iter().find(|spot| spot.id == *person)
    }

    /// The place of `union`.
    #[must_use]
    pub fn union_spot(&self, union: &UnionId) -> Option<&UnionSpot> {
        self.unions.iter().find(|spot| spot.id == *union)
    }

    /// The box of what is selected.
    #[must_use]
    pub fn frame_of(&self, subject: &Subject) -> Option<Rect> {
        match subject {
            Subject::Person(id) => self.spot(id).map(|spot| spot.frame),
            Subject::Union(id) => {
                self.union_spot(id).and_then(|spot| Rect::around(spot.line.iter().copied()))
            }
            Subject::Household(_) => {
                let drawn = self.scene.items_of(subject).filter_map(|item| item.shape.bounds());
                drawn.reduce(Rect::union)
            }
            Subject::Relation(id) => {
                self.scene.ways.get(id).and_then(|way| Rect::around(way.iter().copied()))
            }
            Subject::Support(_) => {
                let drawn = self.scene.items_of(subject).filter(|it| it.layer == Layer::People);
                drawn.filter_map(|item| item.shape.bounds()).reduce(Rect::union)
            }
        }
    }

    /// How many strands loop around `person`, at most four.
    #[must_use]
    pub fn loops(&self, person: &PersonId) -> f32 {
        self.rings.get(person).map_or(0.0, |n| f32::from(*n))
    }

    /// "Relatie van Anna en Piet"; where somebody had two partners of one name, with its years.
    #[must_use]
    pub fn union_label(texts: Texts, union: &Union, panel: &PanelContext<'_>) -> String {
        let label = Self::plain_label(texts, union, panel);
        let others = union.partners.iter().flat_map(|id| panel.map.unions_of(id));
        let is_alike = |other: &Union| {
            other != union
                && other.partners.len() == union.partners.len()
                && Self::plain_label(texts, other, panel) == label
        };
        if !others.map(|(_, other)| other).any(is_alike) {
            return label;
        }
        let years = [("since", union.from), ("until", union.until)];
        let years = years.into_iter().filter_map(|(words, date)| {
            Some(texts.say(&Message::new(words).arg("moment", date?.in_words(texts))))
        });
        std::iter::once(label).chain(years).collect::<Vec<_>>().join(", ")
    }

    fn plain_label(texts: Texts, union: &Union, panel: &PanelContext<'_>) -> String {
        let names: Vec<String> = union.partners.iter().map(|id| panel.name(id)).collect();
        let message = match names.as_slice() {
            [] => Message::new("union-title-none"),
            [one] => Message::new("node-lone-parent").arg("name", one),
            [a, b, ..] => Message::new("node-couple").arg("a", a).arg("b", b),
        };
        texts.say(&message)
    }

    /// Forgets the map that was open, so that the next one does not grow out of it.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Brings everything up to date with `wanted`.
    pub fn update(&mut self, wanted: &Wanted<'_>) {
        let key = Key {
            revision: wanted.revision,
            strands: wanted.strands.clone(),
            view: wanted.view.clone(),
            held: wanted.held.clone(),
            opened: wanted.opened.clone(),
            names: wanted.names,
            year: wanted.then.map(|it| it.year),
        };
        // Nobody moves from year to year.
        let is_same_place =
            self.key.as_ref().is_some_and(|old| Key { year: key.year, ..old.clone() } == key);
        let is_same_map = self.key.as_ref().is_some_and(|old| old.revision == key.revision);
        if self.key.as_ref() != Some(&key) {
            let is_told = self.key.as_ref().is_some_and(|old| old.opened == key.opened);
            if !is_same_map || !is_told {
                self.find(wanted.whole, wanted.view.today, &wanted.opened);
            }
            if wanted.held.is_some() && is_same_map {
                self.make_room(wanted);
            } else if !is_same_place {
                self.lay_out(wanted);
            }
            self.key = Some(key);
            self.draw(wanted);
            let (map, today) = match wanted.then {
                Some(then) => (&then.map, last_day(then.year)),
                None => (wanted.map, wanted.view.today),
            };
            let view = View { today, ..wanted.view.clone() };
            self.labels = labels(map, &self.scene, &view);
        } else if self.movement.is_some() {
            self.draw(wanted);
        }
    }

    fn find(&mut self, map: &FamilyMap, today: Date, opened: &Opened) {
        self.cards = cards(map, today, opened);
    }

    /// The view with its strands.
    fn view(&self, wanted: &Wanted<'_>) -> View {
        let strands = self.strand_views(wanted.map, &wanted.strands, wanted.view.lang);
        // A strand that is hidden now leaves nobody out.
        let dim_others = wanted.view.dim_others && !strands.is_empty();
        View { strands, dim_others, ..wanted.view.clone() }
    }

    /// What is drawn of the cards called `ids`.
    #[must_use]
    pub fn strand_views(&self, map: &FamilyMap, ids: &[CardId], lang: Lang) -> Vec<StrandView> {
        scene::card_strands(map, &self.cards, ids, lang).into_iter().map(|(_, view)| view).collect()
    }

    /// How the strands called `ids` look when they are drawn together.
    pub fn looks(
        &self,
        context: &PanelContext<'_>,
        ids: &[CardId],
    ) -> BTreeMap<CardId, (Color, Ply)> {
        let strands = scene::card_strands(context.map, &self.cards, ids, context.texts.lang());
        let look = |view: &StrandView| (view.hue.color(context.theme), view.ply);
        strands.iter().map(|(id, view)| (id.clone(), look(view))).collect()
    }

    fn lay_out(&mut self, wanted: &Wanted<'_>) {
        let view = self.view(wanted);
        self.rings.clear();
        for carrier in view.strands.iter().flat_map(|strand| &strand.carriers) {
            let rings = self.rings.entry(carrier.clone()).or_default();
            *rings = (*rings + 1).min(4);
        }
        let is_first = self.key.is_none();
        let shown = self.pictures.show(wanted.map, &view, wanted.anchor.as_ref());
        let cast = shown.cast;
        let placed = self.pictures.layout().cloned().unwrap_or_default();
        if shown.shift != Point::default() {
            self.shift = Some(shown.shift);
        }
        let moves = !is_first && cast.people.len() <= MOST_MOVED && placed != self.layout;
        self.movement = wanted.now.filter(|_| moves).map(|now| {
            let from = start(&self.layout, &placed, (&self.cast, &cast), shown.shift);
            Movement { from, since: now }
        });
        self.layout = placed;
        self.cast = cast;
    }

    /// The next picture is made as if the family were seen for the first time.
    pub(super) fn tidy(&mut self) {
        self.pictures.make_afresh();
        // Whatever was drawn is not what is wanted.
        if let Some(key) = &mut self.key {
            key.revision = u64::MAX;
        }
    }

    /// The picture of a past year under the `view` of today: on the places of today, with what had come
    /// back by then on the `whole` map of the strands called `ids`.
    #[must_use]
    pub fn past_scene(
        &self,
        (whole, then): (&FamilyMap, &Then),
        view: &View,
        (ids, opened): (&[CardId], &Opened),
        layout: &Layout,
    ) -> Scene {
        let today = last_day(then.year);
        let strands = if ids.is_empty() {
            Vec::new()
        } else {
            let whole = Years::of(whole, view.today).at(then.year).map;
            let cards = cards(&whole, today, opened);
            let views = scene::card_strands(&then.map, &cards, ids, view.lang);
            views.into_iter().map(|(_, view)| view).collect()
        };
        let view = View {
            dim_others: view.dim_others && !strands.is_empty(),
            strands,
            today,
            absent: then.absent.clone(),
            ..view.clone()
        };
        scene::build(&then.map, &self.cast.in_year(&then.map, &view), layout, &view)
    }

    /// The family while somebody is held at another place: the others make room at once.
    fn make_room(&mut self, wanted: &Wanted<'_>) {
        let Some((who, x)) = &wanted.held else { return };
        self.pictures.hold(who, *x);
        self.layout = self.pictures.layout().cloned().unwrap_or_default();
        self.movement = None;
    }

    /// The x at which everybody was seen last, for the file.
    #[must_use]
    pub const fn seen(&self) -> &BTreeMap<PersonId, f64> {
        self.pictures.seen()
    }

    fn draw(&mut self, wanted: &Wanted<'_>) {
        let view = self.view(wanted);
        let share = match (&self.movement, wanted.now) {
            (Some(movement), Some(now)) => (now - movement.since) / MOVE_SECS,
            _ => 1.0,
        };
        let on_the_way = self.movement.as_ref().filter(|_| share < 1.0);
        let layout = match on_the_way {
            Some(movement) => between(&movement.from, &self.layout, eased(share)),
            None => self.layout.clone(),
        };
        if 1.0 <= share {
            self.movement = None;
        }
        self.scene = match wanted.then {
            Some(then) => {
                let strands = (&*wanted.strands, &wanted.opened);
                self.past_scene((wanted.whole, then), &wanted.view, strands, &layout)
            }
            None => scene::build(wanted.map, &self.cast, &layout, &view),
        };
        let nowhere = Rect::default();
        self.boxes =
            self.scene.items.iter().map(|item| item.shape.bounds().unwrap_or(nowhere)).collect();
        self.people = spots(&self.cast, &layout);
        self.unions = union_spots(&self.cast, &layout, &self.people);
        if let Some(then) = wanted.then {
            // Who is not there yet cannot be tapped.
            self.people.retain(|spot| !then.absent.people.contains(&spot.id));
            self.unions.retain(|spot| !then.absent.unions.contains(&spot.id));
        }
    }
}

/// What comes back on `map`.
pub(super) fn cards(map: &FamilyMap, today: Date, opened: &Opened) -> Cards {
    let kin = Kinship::of(map);
    let settings = pattern::Settings::default();
    pattern::cards(map, &kin, Catalogue::builtin(), &settings, today, opened)
}

/// What is said of everybody.
fn labels(map: &FamilyMap, scene: &Scene, view: &View) -> BTreeMap<PersonId, Spoken> {
    let texts = Texts::new(view.lang);
    let kin = KinWords::of(map, view.lang, Address::Onlooker, kinship::Names::Shown);
    let mut labels = BTreeMap::new();
    for (id, person) in &map.people {
        let name = match person.name.short() {
            "" => scene::without_name(Some(person), texts),
            name => name.to_owned(),
        };
        let mut parts = vec![name];
        parts.extend(kinship::focus_word(map, id, texts));
        // A child who was lost is nobody's uncle.
        let is_expected = person.life == LifeCourse::Pregnancy;
        parts.extend(kin.word(id).filter(|_| person.holds_facts() || is_expected));
        let age = person.age_on(view.today).and_then(AgeRange::exact);
        // Who was never born has no age, whatever date stands there.
        if let Some(age) = age.filter(|_| person.holds_facts()) {
            parts.push(texts.say(&Message::new("age-years").arg("age", age)));
        }
        if person.is_dead() && person.holds_facts() {
            parts.push(texts.get("person-dead"));
        }
        let n_entries = person.entries.iter().filter(|it| !it.not_today).count();
        let n = n_entries + person.strengths.len();
        if 0 < n {
            parts.push(texts.say(&Message::new("node-things").count("n", n)));
        }
        let things = scene.spoken.get(&Subject::Person(id.clone())).cloned().unwrap_or_default();
        labels.insert(id.clone(), Spoken { name: parts.join(", "), things });
    }
    labels
}

/// Slow, fast, slow.
fn eased(share: f64) -> f64 {
    let t = share.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Where everybody of the new layout comes from: the old place, or (who is new) the new one.
fn start(old: &Layout, new: &Layout, (old_cast, cast): (&Cast, &Cast), shift: Point) -> Layout {
    let mut from = new.clone();
    for (person, place) in cast.people.iter().zip(&mut from.people) {
        let before = old_cast.index_of(person).and_then(|was| old.people.get(was));
        if let Some(before) = before {
            *place = before.moved(shift.x, shift.y);
        }
    }
    let mut lines: BTreeMap<(&UnionId, LineRole, Option<&PersonId>), &[Point]> = BTreeMap::new();
    for line in &old.connectors {
        let Some(union) = old_cast.unions.get(line.union) else { continue };
        let person = line.person.and_then(|person| old_cast.people.get(person));
        lines.insert((union, line.role, person), &line.points);
    }
    for line in &mut from.connectors {
        let Some(union) = cast.unions.get(line.union) else { continue };
        let person = line.person.and_then(|person| cast.people.get(person));
        let before = lines.get(&(union, line.role, person));
        if let Some(before) = before.filter(|before| before.len() == line.points.len()) {
            line.points = before.iter().map(|point| point.moved(shift.x, shift.y)).collect();
            line.bridges.clear();
        }
    }
    from
}

/// The layout `share` of the way from one to the other; both are of the same family.
fn between(from: &Layout, to: &Layout, share: f64) -> Layout {
    let mix = |a: Point, b: Point| Point::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    let mut now = to.clone();
    for (place, from) in now.people.iter_mut().zip(&from.people) {
        *place = mix(*from, *place);
    }
    for (line, from) in now.connectors.iter_mut().zip(&from.connectors) {
        for (point, from) in line.points.iter_mut().zip(&from.points) {
            *point = mix(*from, *point);
        }
        line.bridges.clear();
    }
    now
}

/// Everybody's place, row by row, left to right.
fn spots(cast: &Cast, layout: &Layout) -> Vec<Spot> {
    let mut spots: Vec<Spot> = (cast.people.iter().zip(&cast.family.people))
        .zip(layout.people.iter().zip(&layout.row_of))
        .map(|((id, member), (center, row))| {
            let frame = Rect::centered(*center, member.size);
            let symbol = Point::new(center.x, frame.min.y + member.symbol_drop);
            Spot {
                id: id.clone(),
                symbol,
                half: member.symbol_half,
                frame,
                row: *row,
                place: (0, 0),
            }
        })
        .collect();
    spots.sort_by(|a, b| a.row.cmp(&b.row).then(a.symbol.x.total_cmp(&b.symbol.x)));
    for row in spots.chunk_by_mut(|a, b| a.row == b.row) {
        let n = row.len();
        row.iter_mut().enumerate().for_each(|(at, spot)| spot.place = (at, n));
    }
    spots
}

/// Where every union is taken hold of: the middle of the partners' line; without one, where the
/// line to the children begins.
fn union_spots(cast: &Cast, layout: &Layout, people: &[Spot]) -> Vec<UnionSpot> {
    let mut spots = Vec::new();
    for (index, id) in cast.unions.iter().enumerate() {
        let of = |role| {
            layout.connectors.iter().find(move |line| line.union == index && line.role == role)
        };
        let partners = of(LineRole::Partners).filter(|line| 2 <= line.points.len());
        let descent = of(LineRole::Descent);
        let Some(line) = partners.or(descent).or_else(|| of(LineRole::Sibship)) else { continue };
        let grip = match (descent.and_then(|line| line.points.first()), partners) {
            (Some(from), Some(_)) => *from,
            _ => middle(&line.points),
        };
        let grip = clear_of(grip, people, &line.points);
        spots.push(UnionSpot { id: id.clone(), line: line.points.clone(), grip });
    }
    spots
}

/// `grip`, unless it lies on somebody's symbol; then the middle of the line.
fn clear_of(grip: Point, people: &[Spot], line: &[Point]) -> Point {
    let on_somebody = people.iter().any(|spot| spot.symbol.distance(grip) < spot.half);
    if on_somebody { middle(line) } else { grip }
}

/// Half-way along the longest piece of a line.
fn middle(points: &[Point]) -> Point {
    let pieces = points.iter().zip(points.iter().skip(1));
    let longest = pieces.max_by(|a, b| a.0.distance(*a.1).total_cmp(&b.0.distance(*b.1)));
    match longest {
        Some((a, b)) => Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0),
        None => points.first().copied().unwrap_or_default(),
    }
}
