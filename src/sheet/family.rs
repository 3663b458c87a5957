//! The family on a sheet: symbols, names and one strand, so large that the names can be read.

use std::collections::BTreeSet;

use super::page::mm;
use super::told::Told;
use super::{Wanted, Words};
use crate::geometry::Size;
use crate::i18n::Message;
use crate::kinship::{KinWords, Kinship, Reach, around};
use crate::model::{FamilyMap, PersonId, Subject};
use crate::picture::picture_of;
use crate::scene::{
    self, Item, Part, Plates, Scene, Sensitive, Shape, StrandEndKind, StrandView, View,
    card_strands,
};
use crate::shown::Names;
use crate::theme::Theme;

/// Names are not smaller than this, in points.
pub(super) const LEAST_POINTS: f64 = 7.0;
/// Where all who are there matter more than large letters, names are not smaller than this, in points.
const LEAST_OF_ALL: f64 = 4.8;
/// Of a map unit: an inch has 96 of them.
const POINTS_A_UNIT: f64 = 72.0 / 96.0;
/// As drawn, names have this many points.
const POINTS: f64 = 12.0;
/// Of a larger family only a part can be read on one sheet.
const MOST_PEOPLE: usize = 60;

/// The family as it is drawn on a sheet.
pub(super) struct Drawn {
    pub scene: Scene,
    /// How large.
    pub scale: f64,
    /// How many of how many people, where it is not everybody.
    pub part: Option<(usize, usize)>,
}

impl Drawn {
    /// What must be said of the picture: it is not everybody, or its names are small.
    pub(super) fn note(&self) -> Option<Message> {
        let points = smallest(&self.scene, self.scale);
        match self.part {
            Some((some, all)) => {
                Some(Message::new("sheet-part").count("some", some).count("all", all))
            }
            None if points < LEAST_POINTS => {
                Some(Message::new("sheet-small").arg("points", points.floor()))
            }
            None => None,
        }
    }

    /// Who is drawn.
    pub(super) fn people(&self) -> BTreeSet<PersonId> {
        let of = |item: &Item| match &item.subject {
            Some(Subject::Person(id)) => Some(id.clone()),
            _ => None,
        };
        self.scene.items.iter().filter_map(of).collect()
    }

    /// Do its names have so many points?
    pub(super) fn is_read(&self, points: f64) -> bool {
        points <= POINTS * self.scale
    }
}

/// The size of the smallest letters of `scene` drawn `scale` times as large, in points: those of years and
/// of the legend, too.
pub(super) fn smallest(scene: &Scene, scale: f64) -> f64 {
    let sizes = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.size),
        _ => None,
    });
    sizes.fold(f64::INFINITY, f64::min) * scale * POINTS_A_UNIT
}

/// How large names must be, in points, for the family to be drawn so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Least {
    part: f64,
    whole: f64,
}

impl Least {
    /// So large, or only a part of the family is drawn.
    pub(super) const fn points(points: f64) -> Self {
        Self { part: points, whole: points }
    }

    /// So large; smaller where that is enough for everybody.
    pub(super) const fn of(part: f64, whole: f64) -> Self {
        Self { part, whole }
    }

    /// Everybody, if it can be read at all: a file and an exercise need the whole family.
    pub(super) const fn everybody() -> Self {
        Self { part: LEAST_POINTS, whole: LEAST_OF_ALL }
    }
}

/// The family of `map` for a room of this size: everybody, else the part around the focus person that
/// can be read: names have `least` points and more, if it can be done at all.
pub(super) fn drawn(
    map: &FamilyMap,
    (room, least): (Size, Least),
    view: impl Fn(Option<Part>) -> View,
) -> Option<Drawn> {
    if map.people.is_empty() {
        return None;
    }
    let whole = [None].into_iter().filter(|_: &Option<Part>| map.people.len() <= MOST_PEOPLE);
    let reaches = [Reach::Lines, Reach::Steps(3), Reach::Steps(2), Reach::Steps(1)];
    let parts = reaches.into_iter().filter_map(|reach| part(map, reach)).map(Some);
    let mut last = None;
    for part in whole.chain(parts) {
        let is_part = part.is_some();
        let view = view(part);
        let (cast, layout) = picture_of(map, &view);
        let scene = scene::build(map, &cast, &layout, &view);
        let (w, h) = (scene.bounds.width(), scene.bounds.height());
        let scale = (room.w / w).min(room.h / h).min(1.0);
        let part = is_part.then_some((cast.people.len(), map.people.len()));
        let drawn = Drawn { scene, scale, part: part.filter(|(some, all)| some < all) };
        if (if is_part { least.part } else { least.whole }) <= POINTS * scale {
            return Some(drawn);
        }
        last = Some(drawn);
    }
    last
}

/// The picture of `map` under `view`.
pub(super) fn scene_of(map: &FamilyMap, view: &View) -> Scene {
    let (cast, layout) = picture_of(map, view);
    scene::build(map, &cast, &layout, view)
}

/// The people within `reach` of the focus persons.
fn part(map: &FamilyMap, reach: Reach) -> Option<Part> {
    let center = map.focus.iter().find(|id| map.people.contains_key(*id))?;
    let kin = Kinship::of(map);
    let also = map.focus.iter().flat_map(|focus| around(&kin, focus, reach)).collect();
    Some(Part { also, ..Part::around(center.clone(), reach) })
}

/// How the parent's sheet shows it.
pub(super) fn view(wanted: &Wanted<'_>, map: &FamilyMap, told: &Told, part: Option<Part>) -> View {
    let calm = View::calm(Theme::for_paper(wanted.theme), wanted.lang, wanted.today);
    let strands = told.thread.iter().flat_map(|thread| {
        let ids = [thread.card.clone()];
        card_strands(map, &told.cards, &ids, wanted.lang).into_iter().map(|(_, view)| view)
    });
    View {
        strands: strands.map(|strand| quiet(strand, wanted.words)).collect(),
        part,
        plates: Plates::NamesOnly,
        households: false,
        // What is hidden is not in the map.
        sensitive: Sensitive::Shown,
        kin_words: match wanted.names {
            Names::Kin => KinWords::in_place_of_names(map, wanted.lang),
            Names::Shown | Names::Invented | Names::Off => calm.kin_words.clone(),
        },
        ..calm
    }
}

/// The strand without questions; for the fridge without any other end, either.
fn quiet(mut strand: StrandView, words: Words) -> StrandView {
    strand.ends.retain(|end| {
        words == Words::Open && matches!(end.kind, StrandEndKind::Stops | StrandEndKind::Ended)
    });
    strand
}

/// The least room that a family is drawn in.
pub(super) const LEAST_ROOM: f64 = mm(30.0);
