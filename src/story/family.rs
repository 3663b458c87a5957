//! The family of one scene, in the room that the screen has for it.

use std::collections::{BTreeMap, BTreeSet};

use super::behind::{Behind, joined};
use super::screen::{LEAST_NAME, Wanted};
use super::{HEIGHT, Part, WIDTH};
use crate::catalogue::Catalogue;
use crate::geometry::{Point, Rect, Size};
use crate::i18n::Texts;
use crate::kinship::{KinWords, Kinship};
use crate::model::{
    CardId, Date, Drawn, FamilyMap, KindId, Lens, Names, PersonId, Relation, StoryScene, Subject,
};
use crate::pattern::{self, Cards, Settings};
use crate::picture::picture_of;
use crate::scene::{
    self, Item, LifePart, LifeView, MOST_AT_FULL_STRENGTH, Plates, Relations, Scene, Sensitive,
    Supports, View, WhoseLives,
};
use crate::shown::{self, Opened};
use crate::theme::{OnScreen, Theme, ThemeName};
use crate::year::{Then, Years, last_day};

/// Few people are drawn no larger than this against the sizes of the theme.
const MOST_SCALE: f64 = 1.25;
/// Of more people than this no closer picture is looked for.
const MOST_JOINED: usize = 150;
/// Free space around lifelines.
const MARGIN: f64 = 30.0;

/// One scene that is to be drawn.
#[derive(Clone, Copy)]
pub(super) struct Shown<'s> {
    pub wanted: &'s Wanted<'s>,
    pub told: &'s StoryScene,
    pub part: Part,
    pub names: Names,
}

/// The family, drawn.
#[derive(Clone, Debug)]
pub(super) struct Family {
    /// In the measures of the screen.
    pub items: Vec<Item>,
    /// How large names are.
    pub name_size: f64,
    pub people: usize,
    pub behind: Behind,
    pub description: String,
    pub spoken: BTreeMap<Subject, String>,
}

/// The year that a scene looks back at, if it does.
pub(super) fn past(map: &FamilyMap, told: &StoryScene, today: Date) -> Option<Then> {
    let year = told.year.filter(|_| told.lens == Lens::Map)?;
    Some(Years::of(map, today).at(year)).filter(|then| then.absent.is_past())
}

/// What all pictures of one scene have in common.
struct Facts<'f> {
    /// The map of today as it may be seen, and that of the year that is looked at.
    map: &'f FamilyMap,
    past: Option<&'f (FamilyMap, Then)>,
    cards: &'f Cards,
    view: View,
    /// Who is on the screen; everybody is told apart from nobody.
    seen: &'f BTreeSet<PersonId>,
}

impl Shown<'_> {
    /// Draws the family into `room`.
    pub(super) fn family(&self, room: Rect) -> Family {
        let Wanted { map, lang, today, .. } = *self.wanted;
        // Whoever looks at a screen is anybody; of a family that does not exist there is nobody to spare.
        let opened = if map.fictional { Opened::default() } else { Opened::private() };
        let catalogue = Catalogue::builtin();
        let may_be_seen = |map: &FamilyMap| {
            calm(shown::without_hidden(&shown::named(map, self.names, lang), catalogue, &opened))
        };
        let then = past(map, self.told, today);
        let (reckoned, day) = match &then {
            Some(then) => (&then.map, last_day(then.year)),
            None => (map, today),
        };
        let kin = Kinship::of(reckoned);
        let cards = pattern::cards(reckoned, &kin, catalogue, &Settings::default(), day, &opened);
        let shown_map = may_be_seen(map);
        let past = then.map(|then| (may_be_seen(&then.map), then));
        let seen = self.seen(&shown_map);
        let absent = past.as_ref().map(|(_, then)| then.absent.clone()).unwrap_or_default();
        let behind = Behind::of(&shown_map, &seen, &absent.people);
        let view = View {
            people: seen.clone(),
            plates: Plates::Screen,
            households: false,
            supports: Supports::None,
            // What is hidden is not in the map.
            sensitive: Sensitive::Shown,
            kin_words: match self.names {
                Names::Kin => KinWords::in_place_of_names(&shown_map, lang),
                Names::Shown | Names::Invented | Names::Off => BTreeMap::new(),
            },
            more: behind.each.clone(),
            ..View::calm(self.theme(OnScreen::Few), lang, today)
        };
        let past = past.as_ref();
        let facts = Facts { map: &shown_map, past, cards: &cards, view, seen: &seen };
        let people = seen.iter().filter(|id| !absent.people.contains(*id)).count();
        let drawn = match self.told.lens {
            _ if seen.is_empty() => Drawing {
                scene: Scene {
                    description: Texts::new(lang).get("story-nobody"),
                    ..Scene::empty(self.theme(OnScreen::Few).ground)
                },
                scale: 1.0,
                by: Point::default(),
                name_size: 0.0,
            },
            Lens::Map => self.on_map(&facts, room),
            Lens::Lifelines => self.as_lives(&facts, room),
        };
        let Drawing { scene, scale, by, name_size } = drawn;
        let items = scene.items.into_iter().map(|it| placed(it, scale, by)).collect();
        let (description, spoken) = (scene.description, scene.spoken);
        Family { items, name_size, people, behind, description, spoken }
    }

    /// The colours and sizes, for few people or for many.
    const fn theme(&self, people: OnScreen) -> &'static Theme {
        Theme::for_screen(self.wanted.theme, people)
    }

    /// Who is on the screen: the people of the scene, of whom only those in the frame of its camera.
    fn seen(&self, map: &FamilyMap) -> BTreeSet<PersonId> {
        let is_one = |id: &&PersonId| self.told.shows_everybody() || self.told.people.contains(*id);
        let seen: BTreeSet<PersonId> = map.people.keys().filter(is_one).cloned().collect();
        let Some(camera) = self.told.camera.filter(|it| it.is_possible()) else { return seen };
        // A camera is set on the map as it is worked at.
        let view = View::calm(Theme::of(ThemeName::Light), self.wanted.lang, self.wanted.today);
        let (cast, layout) = picture_of(map, &view);
        let size = Size::new(WIDTH / camera.zoom, HEIGHT / camera.zoom);
        let frame = Rect::centered(Point::new(camera.x, camera.y), size);
        let is_in = |id: &&PersonId| {
            let at = cast.index_of(id).and_then(|at| layout.people.get(at));
            at.is_some_and(|at| frame.contains(*at))
        };
        let framed: BTreeSet<PersonId> = seen.iter().filter(is_in).cloned().collect();
        if framed.is_empty() { seen } else { framed }
    }

    /// The map: everybody where they stand on the whole of it. Where names would be too small to be read
    /// in a room, as if only those who are seen and who stands between them were there, or with smaller
    /// symbols: the first in which they can be read, else that in which they are largest.
    fn on_map(&self, facts: &Facts<'_>, room: Rect) -> Drawing {
        let is_part = facts.seen.len() < facts.map.people.len() && facts.seen.len() <= MOST_JOINED;
        let near = is_part.then(|| {
            // The words of the generations count from the focus person, and from whether she is a parent.
            let mut ends = facts.seen.clone();
            let focus = facts.map.focus.first();
            ends.extend(focus.cloned());
            let unions = focus.into_iter().flat_map(|id| facts.map.unions_of(id));
            let child = unions.flat_map(|(_, union)| &union.children).next();
            ends.extend(child.map(|it| it.person.clone()));
            joined(facts.map, &ends)
        });
        let ways = [OnScreen::Few, OnScreen::Many]
            .into_iter()
            .flat_map(|people| [(people, None), (people, near.as_ref())])
            .filter(|(_, places)| places.is_some() == is_part || places.is_none());
        let mut best: Option<Drawing> = None;
        for (people, places) in ways {
            let drawn = self.drawn(facts, (people, places), room);
            if LEAST_NAME <= drawn.name_size {
                return drawn;
            }
            if best.as_ref().is_none_or(|it| it.name_size < drawn.name_size) {
                best = Some(drawn);
            }
        }
        best.unwrap_or_else(|| self.drawn(facts, (OnScreen::Few, None), room))
    }

    /// The picture of `places` (`None`: of everybody).
    fn drawn(
        &self,
        facts: &Facts<'_>,
        (people, places): (OnScreen, Option<&BTreeSet<PersonId>>),
        room: Rect,
    ) -> Drawing {
        let part = |map: &'_ FamilyMap| places.map_or_else(|| map.clone(), |it| map.part(it));
        let (map, theme) = (&part(facts.map), self.theme(people));
        let past = facts.past.map(|(past, then)| (part(past), then));
        let with = |cards: &[CardId], field| View {
            strands: self.strands(facts, cards),
            relations: ties(facts, cards),
            field,
            theme,
            ..facts.view.clone()
        };
        // Room for the strands of both parts: what is revealed moves nobody.
        let both: Vec<CardId> = [Part::Guess, Part::Reveal]
            .iter()
            .flat_map(|part| part.cards(self.told))
            .take(2 * MOST_AT_FULL_STRENGTH)
            .cloned()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let fullest = with(&both, None);
        let (cast, layout) = picture_of(map, &fullest);
        let build = |view: &View| match &past {
            Some((past, then)) => {
                let today = last_day(then.year);
                let view = View { today, absent: then.absent.clone(), ..view.clone() };
                scene::build(past, &cast.in_year(past, &view), &layout, &view)
            }
            None => scene::build(map, &cast.in_year(map, view), &layout, view),
        };
        let bounds = build(&fullest).bounds;
        let scale = fitting(bounds, room);
        let size = Size::new(room.width() / scale, room.height() / scale);
        let field = Rect::centered(bounds.center(), size);
        let scene = build(&with(self.part.cards(self.told), Some(field)));
        let (x, y) = (room.min.x - scale * field.min.x, room.min.y - scale * field.min.y);
        Drawing { scene, scale, by: Point::new(x, y), name_size: scale * theme.size.name }
    }

    fn strands(&self, facts: &Facts<'_>, cards: &[CardId]) -> Vec<scene::StrandView> {
        let map = facts.past.map_or(facts.map, |(past, _)| past);
        let cards: Vec<CardId> = cards.iter().take(MOST_AT_FULL_STRENGTH).cloned().collect();
        let views = scene::card_strands(map, facts.cards, &cards, self.wanted.lang);
        views.into_iter().map(|(_, view)| view).collect()
    }

    /// The lives by age, in the middle of the room: where cards are told, with these alone.
    fn as_lives(&self, facts: &Facts<'_>, room: Rect) -> Drawing {
        let (map, cards) = (facts.map, self.part.cards(self.told));
        let whose = if self.told.shows_everybody() {
            WhoseLives::Mothers
        } else {
            WhoseLives::Chosen(facts.seen.clone())
        };
        // Every mark along a life says at which age: while the room guesses without a card, none is drawn.
        let is_bare = self.part == Part::Guess && cards.is_empty();
        let left_out = LifePart::ALL.into_iter().filter(|_| is_bare).collect();
        let band = cards.first().cloned();
        let shown = LifeView { whose, band, left_out, ..LifeView::default() };
        let no_cards = Cards::default();
        let banded = if is_bare { &no_cards } else { facts.cards };
        let is_told = |kind: &KindId| cards.iter().any(|card| card.as_str() == kind.as_str());
        let kinds = map.people.values().flat_map(|it| {
            let strengths = it.strengths.iter().filter_map(|it| it.kind.as_ref());
            it.entries.iter().map(|it| &it.kind).chain(strengths)
        });
        let untold = kinds.filter(|kind| !cards.is_empty() && !is_told(kind)).cloned().collect();
        let theme = self.theme(OnScreen::Many);
        let view = View { people: BTreeSet::new(), hidden: untold, theme, ..facts.view.clone() };
        let lives = scene::lifelines(map, &Kinship::of(map), banded, &view, &shown);
        let (room, bounds) = (room.grown(-MARGIN), lives.scene.bounds);
        let scale = fitting(bounds, room);
        let (from, to) = (bounds.center(), room.center());
        let by = Point::new(to.x - scale * from.x, to.y - scale * from.y);
        Drawing { scene: lives.scene, scale, by, name_size: scale * theme.size.name }
    }
}

/// The ties that `cards` are about: of who no longer talks the lines are the picture, not a strand.
fn ties(facts: &Facts<'_>, cards: &[CardId]) -> Relations {
    let kind_of = |card: &CardId| match &facts.cards.get(card)?.theme {
        pattern::Theme::Contact(kind, _) => Some(kind.as_str()),
        _ => None,
    };
    let kinds: BTreeSet<&str> = cards.iter().filter_map(kind_of).collect();
    let is_told = |relation: &Relation| {
        let row = Catalogue::builtin().relation(relation.kind.as_str());
        kinds.contains(row.map_or(relation.kind.as_str(), |row| row.id.as_str()))
    };
    let told = facts.map.relations.iter().filter(|(_, it)| is_told(it));
    Relations::Only(told.map(|(id, _)| id.clone()).collect())
}

/// A picture, and how it comes onto the screen.
struct Drawing {
    scene: Scene,
    /// How large.
    scale: f64,
    /// How far it is moved then.
    by: Point,
    name_size: f64,
}

/// How large a picture of these bounds can be in `room`.
fn fitting(bounds: Rect, room: Rect) -> f64 {
    (room.width() / bounds.width().max(1.0))
        .min(room.height() / bounds.height().max(1.0))
        .clamp(0.001, MOST_SCALE)
}

/// The map without what a room need not see, and with everybody on it.
fn calm(mut map: FamilyMap) -> FamilyMap {
    map.goals.clear();
    map.view.folded.clear();
    map.view.rules.drawn = Drawn::Everybody;
    map
}

fn placed(item: Item, scale: f64, by: Point) -> Item {
    let letters = item.letters.map(|size| size * scale);
    Item { shape: item.shape.placed(scale, by).snapped(), letters, ..item }
}
