//! No ring, knot or "?" covers a badge, a name or another sign, whatever the family.

use std::collections::BTreeSet;

use rode_draad::geometry::{Point, Rect};
use rode_draad::i18n::Lang;
use rode_draad::model::{CardId, FamilyMap, Goal, GoalId, GoalState, Subject, Whose};
use rode_draad::picture::picture_of;
use rode_draad::scene::{self, Layer, MOST_AT_FULL_STRENGTH, Scene, Shape, View};
use rode_draad::theme::{Theme, ThemeName};

use crate::same_numbers::{families, told, view};

/// So many random families are drawn.
const DRAWN: u64 = 60;

/// Something round or square on the picture.
#[derive(Clone, Debug)]
enum Mark {
    Disc(Point, f64),
    Box(Rect),
}

impl Mark {
    fn of(shape: &Shape) -> Option<Self> {
        match shape {
            Shape::Circle { center, radius, paint } => {
                let half = paint.stroke.map_or(0.0, |it| it.width / 2.0);
                Some(Self::Disc(*center, radius + half))
            }
            other => other.bounds().map(Self::Box),
        }
    }

    /// Do they share more than a hair?
    fn covers(&self, other: &Self) -> bool {
        const HAIR: f64 = 0.6;
        match (self, other) {
            (Self::Disc(a, r), Self::Disc(b, s)) => a.distance(*b) + HAIR < r + s,
            (Self::Disc(at, r), Self::Box(rect)) | (Self::Box(rect), Self::Disc(at, r)) => {
                let x = at.x.clamp(rect.min.x, rect.max.x);
                let y = at.y.clamp(rect.min.y, rect.max.y);
                at.distance(Point::new(x, y)) + HAIR < *r
            }
            (Self::Box(a), Self::Box(b)) => a.grown(-HAIR / 2.0).overlaps(b.grown(-HAIR / 2.0)),
        }
    }

    fn holds(&self, other: Rect) -> bool {
        let rect = match self {
            Self::Disc(at, r) => Rect::between(at.moved(-r, -r), at.moved(*r, *r)),
            Self::Box(rect) => *rect,
        };
        rect.contains(other.min) && rect.contains(other.max)
    }
}

/// What is on a picture, sorted.
#[derive(Default)]
struct Sorted {
    /// Loops around people.
    rings: Vec<Mark>,
    /// Knots and "?" at people, open rings before them; by where they stand.
    signs: Vec<Mark>,
    /// What must stay readable: names, years, tiles, houses.
    words: Vec<(String, Mark, Rect)>,
    /// Outlines of households, corner by corner.
    outlines: Vec<(Point, Point)>,
}

fn sorted(scene: &Scene, badge: f64) -> Sorted {
    let mut sorted = Sorted::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for item in &scene.items {
        let is_sign = matches!(item.layer, Layer::People | Layer::Marks) && item.subject.is_none();
        let (Some(mark), Some(bounds)) = (Mark::of(&item.shape), item.shape.bounds()) else {
            continue;
        };
        match (&item.shape, &item.subject, item.layer) {
            // A sign is drawn in several circles: the first is the largest.
            (Shape::Circle { center, .. }, None, _)
                if is_sign && seen.insert(format!("{center:?}")) =>
            {
                sorted.signs.push(mark);
            }
            (Shape::Text(label), Some(_), Layer::People) => {
                sorted.words.push((label.text.clone(), mark, bounds));
            }
            (Shape::Rect { .. }, Some(Subject::Person(_)), Layer::People)
                if item.strand.is_none() && bounds.width() < badge + 2.0 =>
            {
                sorted.words.push(("a tile".to_owned(), mark, bounds));
            }
            (Shape::Circle { .. }, Some(Subject::Household(_)), Layer::People) => {
                sorted.words.push(("a house".to_owned(), mark, bounds));
            }
            (Shape::Path { path, .. }, Some(Subject::Household(_)), Layer::Households) => {
                let corners: Vec<Point> = path.points().collect();
                let pairs = corners.iter().copied().zip(corners.iter().copied().skip(1));
                sorted.outlines.extend(pairs);
            }
            (_, Some(Subject::Person(_)), Layer::People) if item.strand.is_some() => {
                sorted.rings.push(mark);
            }
            _ => {}
        }
    }
    // The flags of a home stand on its outline, as its name does.
    let is_of_somebody = |item: &scene::Item| {
        item.layer == Layer::People && matches!(item.subject, Some(Subject::Person(_)))
    };
    for place in scene.goals.values().flatten() {
        let inside = |item: &scene::Item| {
            let rect = item.shape.bounds();
            rect.is_some_and(|it| {
                place.grown(2.0).contains(it.min) && place.grown(2.0).contains(it.max)
            })
        };
        if !scene.items.iter().any(|item| is_of_somebody(item) && inside(item)) {
            continue;
        }
        sorted.words.push(("a flag".to_owned(), Mark::Box(*place), *place));
    }
    sorted
}

fn check(scene: &Scene, badge: f64, when: &str, wrong: &mut Vec<String>) {
    let Sorted { rings, signs, words, outlines } = sorted(scene, badge);
    for (text, word, bounds) in &words {
        for (a, b) in &outlines {
            let is_straight = a.x == b.x || a.y == b.y;
            if is_straight && Rect::between(*a, *b).overlaps(bounds.grown(-1.0)) {
                wrong.push(format!("{when}: the outline of a household through {text} {bounds:?}"));
            }
        }
        // The age stands inside the loops.
        let on = rings.iter().filter(|ring| !ring.holds(*bounds)).chain(&signs);
        for sign in on.filter(|it| it.covers(word)) {
            wrong.push(format!("{when}: {sign:?} on {text} {bounds:?}"));
        }
    }
    for (at, one) in signs.iter().enumerate() {
        for other in signs.iter().take(at).filter(|it| it.covers(one)) {
            wrong.push(format!("{when}: {one:?} on the sign {other:?}"));
        }
    }
}

/// What is read lies on nothing else that is read: names of homes, words of bonds and of lines.
fn check_words(scene: &Scene, when: &str, wrong: &mut Vec<String>) {
    let is_word = |item: &&scene::Item| item.layer == Layer::Marks && item.letters.is_some();
    let grounds: Vec<Rect> =
        scene.items.iter().filter(is_word).filter_map(|item| item.shape.bounds()).collect();
    for (at, one) in grounds.iter().enumerate() {
        for other in grounds.iter().take(at) {
            if one.grown(-1.0).overlaps(other.grown(-1.0)) {
                wrong.push(format!("{when}: words {one:?} on words {other:?}"));
            }
        }
    }
    // Lines between people lie below all of it.
    let last = scene.items.iter().rposition(|item| item.layer == Layer::Relations);
    let first = scene.items.iter().position(|item| item.layer == Layer::Marks);
    if let (Some(last), Some(first)) = (last, first)
        && first < last
    {
        wrong.push(format!("{when}: a line over what is read"));
    }
}

/// Flags stand clear of each other, and of every name and tile.
fn check_flags(scene: &Scene, words: &[(String, Mark, Rect)], when: &str, wrong: &mut Vec<String>) {
    let flags = || scene.goals.iter().flat_map(|(id, all)| all.iter().map(move |it| (id, it)));
    for (nth, (id, flag)) in flags().enumerate() {
        let others = flags().take(nth).map(|(_, it)| *it);
        let read = words.iter().filter(|(what, ..)| what != "a flag").map(|(.., it)| *it);
        for over in others.chain(read).filter(|it| it.grown(-1.0).overlaps(flag.grown(-1.0))) {
            wrong.push(format!("{when}: the flag {id} {flag:?} on {over:?}"));
        }
    }
}

/// The same family, in which everybody and every home wants something.
fn wanting(mut map: FamilyMap) -> FamilyMap {
    let people = map.people.keys().cloned().map(Whose::Person);
    let homes = map.households.keys().cloned().map(Whose::Household);
    let all: Vec<Whose> = people.chain(homes).chain([Whose::Family]).collect();
    for (nth, whose) in all.into_iter().enumerate() {
        for at in 0..=nth % 4 {
            let state = [GoalState::Open, GoalState::Reached, GoalState::LetGo][(nth + at) % 3];
            let goal = Goal {
                text: "Rust in huis en een eigen kamer".to_owned(),
                first_step: String::new(),
                by: None,
                helper: String::new(),
                supports: BTreeSet::new(),
                answers: Vec::new(),
                whose: whose.clone(),
                state,
                set_on: None,
                closed_on: None,
            };
            map.goals.insert(GoalId::numbered("doel", 100 * nth as u64 + at as u64), goal.into());
        }
    }
    map
}

#[test]
fn a_flag_stands_at_everybody_who_wants_something_and_covers_nothing() {
    let mut wrong = Vec::new();
    let mut flags = 0;
    for (name, map) in families(DRAWN) {
        let map = wanting(map);
        let (_, cards) = told(&map);
        let strand = cards.first_strand().map(|card| card.id.clone());
        let strands = scene::card_strands(&map, &cards, strand.as_slice(), Lang::Nl);
        let strands = strands.into_iter().map(|(_, view)| view).collect();
        let view = View { strands, relations: scene::Relations::All, ..view(&map) };
        let (cast, layout) = picture_of(&map, &view);
        let drawn = scene::build(&map, &cast, &layout, &view);
        for id in &cast.people {
            let of = map.goals.iter().filter(|(_, it)| it.whose == Whose::Person(id.clone()));
            let seen = of.filter(|(id, _)| drawn.goals.contains_key(*id)).count();
            assert!(0 < seen, "{name}: nothing at {id}");
        }
        flags += drawn.goals.len();
        check(&drawn, view.theme.size.badge, &name, &mut wrong);
        let words = sorted(&drawn, view.theme.size.badge).words;
        check_flags(&drawn, &words, &name, &mut wrong);
    }
    assert!(500 < flags, "{flags} flags");
    assert!(wrong.is_empty(), "{} times:\n{}", wrong.len(), wrong.join("\n"));
}

fn check_family(name: &str, map: &FamilyMap, theme: ThemeName, wrong: &mut Vec<String>) {
    let (_, cards) = told(map);
    let with_strand = cards.cards.iter().filter(|card| card.has_strand());
    let ids: Vec<CardId> = with_strand.map(|card| card.id.clone()).collect();
    for three in ids.chunks(MOST_AT_FULL_STRENGTH) {
        let strands = scene::card_strands(map, &cards, three, Lang::Nl);
        let strands = strands.into_iter().map(|(_, view)| view).collect();
        let view = View { strands, theme: Theme::of(theme), ..view(map) };
        let (cast, layout) = picture_of(map, &view);
        let drawn = scene::build(map, &cast, &layout, &view);
        let three: Vec<&str> = three.iter().map(CardId::as_str).collect();
        let when = format!("{name}, {three:?}, {theme:?}");
        check(&drawn, view.theme.size.badge, &when, wrong);
    }
}

#[test]
fn no_words_on_the_map_lie_on_others() {
    let mut wrong = Vec::new();
    for (name, map) in families(DRAWN) {
        let view = View { relations: scene::Relations::All, ..view(&map) };
        let (cast, layout) = picture_of(&map, &view);
        check_words(&scene::build(&map, &cast, &layout, &view), &name, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} times:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_sign_covers_a_name_a_badge_or_another_sign() {
    let mut wrong = Vec::new();
    for (name, map) in families(DRAWN) {
        let themes: &[ThemeName] = if name.contains("familie") {
            &[ThemeName::Light, ThemeName::Projector, ThemeName::Mono]
        } else {
            &[ThemeName::Light]
        };
        for theme in themes {
            check_family(&name, &map, *theme, &mut wrong);
        }
    }
    assert!(
        wrong.is_empty(),
        "{} times:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}
