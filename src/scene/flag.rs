//! Goals on the map: a small flag for each, in the row of tiles of whoever's goal it is, where there is
//! room for it. Told apart by its shape, not only by its colour: open is full, reached has a tick, let go
//! is an outline in dashes.

use std::collections::BTreeSet;

use crate::geometry::{Point, Rect};
use crate::i18n::{Message, Texts};
use crate::model::{FamilyMap, Goal, GoalId, GoalState, PersonId, SupportId, Whose};
use crate::scene::fit::shortened;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::{Layer, household};

/// More flags of one person are not drawn.
pub(super) const MOST: usize = 3;
/// So much of the words of a goal of the whole family stands on the map at most, in units.
const WIDEST: f64 = 280.0;

/// One flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Flag {
    pub goal: GoalId,
    pub state: GoalState,
    /// The goal in words: "doel: alle schulden op één papier".
    pub label: String,
}

/// The goals of one person, home or the family, those that are open first.
pub(super) fn of(map: &FamilyMap, whose: &Whose, texts: Texts) -> Vec<Flag> {
    let goals = map.goals.iter().filter(|(_, goal)| goal.whose == *whose);
    let mut flags: Vec<Flag> = goals
        .map(|(id, goal)| Flag { goal: id.clone(), state: goal.state, label: words(texts, goal) })
        .collect();
    flags.sort_by_key(|flag| flag.state);
    flags
}

/// "doel gehaald: alle schulden op één papier".
fn words(texts: Texts, goal: &Goal) -> String {
    let state = texts.get(state_words(goal.state));
    let text = goal.text.trim();
    if text.is_empty() {
        return state;
    }
    texts.say(&Message::new("scene-goal-said").arg("state", state).arg("goal", text))
}

/// The message of what a flag of this state means.
pub(super) const fn state_words(state: GoalState) -> &'static str {
    match state {
        GoalState::Open => "scene-goal-open",
        GoalState::Reached => "scene-goal-reached",
        GoalState::LetGo => "scene-goal-let-go",
    }
}

/// Does this support work on a goal that is open?
pub(super) fn has_part(map: &FamilyMap, support: &SupportId) -> bool {
    let mut open = map.goals.values().filter(|goal| goal.state == GoalState::Open);
    open.any(|goal| goal.supports.contains(support))
}

/// Draws a flag into a square with its top left corner at `at`.
pub(super) fn draw(stage: &mut Stage<'_>, pen: &Pen, state: GoalState, (at, side): (Point, f64)) {
    let theme = stage.theme();
    let ink = if state == GoalState::LetGo { theme.soft_ink } else { theme.strength };
    let point = |x: f64, y: f64| at.moved(x * side, y * side);
    let pole = Path::line(point(0.2, 0.08), point(0.2, 0.96));
    let cloth = [(0.2, 0.1), (0.92, 0.1), (0.76, 0.36), (0.92, 0.62), (0.2, 0.62)];
    let cloth = Path::polygon(&cloth.map(|(x, y)| point(x, y)));
    let line = Stroke::solid(ink, 0.08 * side);
    let paint = match state {
        GoalState::LetGo => Paint::both(theme.panel, line.dashed(0.14 * side, 0.1 * side)),
        GoalState::Open | GoalState::Reached => Paint::both(ink, line),
    };
    stage.add(pen, Shape::Path { path: cloth, paint });
    stage.stroke(pen, pole, line.round());
    if state == GoalState::Reached {
        stage.tick(pen, point(0.46, 0.36), 0.34 * side, theme.on_family);
    }
}

/// Draws a row of flags from `left`, and says where they stand.
pub(super) fn row(stage: &mut Stage<'_>, pen: &Pen, flags: &[Flag], (left, top): (f64, f64)) {
    let (side, step) = (stage.metrics.tile, stage.metrics.tile + stage.metrics.tile_gap);
    let mut at = Point::new(left, top);
    for flag in flags {
        draw(stage, pen, flag.state, (at, side));
        let place = Rect::between(at, at.moved(side, side));
        // A home in parts has them at each of its parts.
        stage.goals.entry(flag.goal.clone()).or_default().push(place);
        at.x += step;
    }
}

/// The goals of the family as a whole, in words, in the free strip above everybody.
pub(super) fn of_family(stage: &mut Stage<'_>, field: Rect, after: f64) {
    let flags = of(stage.map, &Whose::Family, stage.texts);
    let (theme, unit) = (stage.theme(), stage.metrics.unit);
    let side = stage.metrics.tile;
    let style = TextStyle::from_left(theme.size.generation, theme.ink).semi_bold();
    let pen = Pen::on(Layer::Marks);
    let top = field.min.y + 26.0 - 0.36 * style.size - side / 2.0;
    let mut left = after + 20.0 * unit;
    for flag in flags.into_iter().take(MOST) {
        let text = stage.map.goals.get(&flag.goal).map_or("", |goal| goal.text.trim());
        let text = shortened(text, WIDEST * unit, |line| style.width(line));
        let width = side + 6.0 * unit + style.width(&text);
        let Some(at) = free(
            stage,
            Rect::between(Point::new(left, top), Point::new(left + width, top + side)),
            field.max.x,
        ) else {
            return;
        };
        draw(stage, &pen, flag.state, (at, side));
        let words = at.moved(side + 6.0 * unit, 0.5 * side + 0.36 * style.size);
        stage.text(&pen, &text, words, style);
        let place = Rect::between(at, at.moved(width, side));
        stage.goals.entry(flag.goal).or_default().push(place);
        left = place.max.x + 24.0 * unit;
    }
}

/// The first place at or to the right of `wish` where nothing stands, up to `end`.
fn free(stage: &Stage<'_>, wish: Rect, end: f64) -> Option<Point> {
    let there = stage.items.iter().filter(|item| item.layer != Layer::Bands);
    let there: Vec<Rect> = there
        .filter_map(|item| item.shape.bounds())
        .filter(|rect| rect.min.y < wish.max.y && wish.min.y < rect.max.y)
        .collect();
    let mut place = wish;
    // Each one that is in the way is passed once.
    for _ in 0..=there.len() {
        if end < place.max.x {
            return None;
        }
        let Some(over) = there.iter().find(|rect| rect.grown(4.0).overlaps(place)) else {
            return Some(place.min);
        };
        let min = Point::new(over.max.x + 8.0, wish.min.y);
        place = Rect::between(min, min.moved(wish.width(), wish.height()));
    }
    None
}

/// The states of the flags that are drawn, in the order of the legend.
pub(super) fn states_drawn(stage: &Stage<'_>) -> BTreeSet<GoalState> {
    let goals = stage.goals.keys().filter_map(|id| stage.map.goals.get(id));
    goals.map(|goal| goal.state).collect()
}

/// Everybody on the picture whose goal stands like this, and who lives in a home with such a goal.
pub(super) fn who(stage: &Stage<'_>, state: GoalState) -> BTreeSet<PersonId> {
    let mut people = BTreeSet::new();
    for id in stage.goals.keys() {
        let Some(goal) = stage.map.goals.get(id).filter(|goal| goal.state == state) else {
            continue;
        };
        match &goal.whose {
            Whose::Person(id) => {
                people.insert(id.clone());
            }
            Whose::Household(id) => {
                let home = stage.map.households.get(id);
                let there = home.map(|home| household::living_there(stage, home));
                let there = there.unwrap_or_default().into_iter();
                people.extend(there.filter_map(|at| stage.id_at(Some(at)).cloned()));
            }
            Whose::Family => {}
        }
    }
    people
}
