//! The parts of one home are joined by a thin neck that runs through free space only.

use std::collections::BTreeSet;
use std::sync::Arc;

use rode_draad::geometry::Rect;
use rode_draad::model::{
    FamilyMap, Goal, GoalId, GoalState, Household, HouseholdId, Housemate, PersonId, Subject, Whose,
};
use rode_draad::picture::picture_of;
use rode_draad::scene::{self, Item, Layer, Relations, Scene, Shape};

use crate::same_numbers::{families, view};

/// So many random families are drawn.
const DRAWN: u64 = 60;

fn drawn(map: &FamilyMap) -> Scene {
    let view = scene::View { relations: Relations::All, ..view(map) };
    let (cast, layout) = picture_of(map, &view);
    scene::build(map, &cast, &layout, &view)
}

/// The pieces of the sides of all necks.
fn necks(scene: &Scene) -> Vec<Rect> {
    let is_side = |item: &&Item| match &item.shape {
        Shape::Path { paint, .. } => item.layer == Layer::Households && paint.fill.is_none(),
        _ => false,
    };
    let mut pieces = Vec::new();
    for item in scene.items.iter().filter(is_side) {
        let Shape::Path { path, .. } = &item.shape else { continue };
        let points: Vec<_> = path.points().collect();
        pieces.extend(points.windows(2).map(|two| Rect::between(two[0], two[1])));
    }
    pieces
}

/// How many outlines the home has.
fn parts(scene: &Scene, home: &HouseholdId) -> usize {
    let subject = Subject::Household(home.clone());
    let items = scene.items_of(&subject).filter(|item| item.layer == Layer::Households);
    let whole = |item: &&Item| match &item.shape {
        Shape::Path { paint, .. } => paint.fill.is_some() && paint.stroke.is_some(),
        _ => false,
    };
    items.filter(whole).count()
}

/// The family with one more home, of every third person.
fn scattered(mut map: FamilyMap) -> (FamilyMap, HouseholdId) {
    let id = HouseholdId::new("verspreid").expect("an id");
    let alive = map.people.iter().filter(|(_, it)| !it.is_dead() && it.holds_facts());
    let people: Vec<PersonId> = alive.map(|(id, _)| id.clone()).step_by(3).take(5).collect();
    let members = people.into_iter().map(|person| Housemate { person, from: None, until: None });
    let home = Household { members: members.collect(), ..Household::default() };
    map.households.clear();
    map.households.insert(id.clone(), Arc::new(home));
    (map, id)
}

#[test]
fn a_neck_runs_through_nobody_and_no_name() {
    let (mut joined, mut apart, mut wrong) = (0, 0, Vec::new());
    for (name, map) in families(DRAWN) {
        let (map, home) = scattered(map);
        let scene = drawn(&map);
        let necks = necks(&scene);
        let several = 1 < parts(&scene, &home);
        joined += usize::from(several && !necks.is_empty());
        apart += usize::from(several && necks.is_empty());
        assert!(several || necks.is_empty(), "{name}: one part needs no neck");
        let read = scene.items.iter().filter(|item| item.layer == Layer::People);
        let read = read.filter(|item| matches!(item.subject, Some(Subject::Person(_))));
        let read: Vec<Rect> = read.filter_map(|item| item.shape.bounds()).collect();
        for piece in &necks {
            let hit = read.iter().find(|it| it.grown(-0.5).overlaps(piece.grown(0.1)));
            wrong.extend(hit.map(|it| format!("{name}: {piece:?} through {it:?}")));
        }
    }
    println!("{joined} homes in parts were joined, {apart} were not");
    assert!(wrong.is_empty(), "{} times:\n{}", wrong.len(), wrong.join("\n"));
    assert!(apart < joined, "{joined} joined, {apart} not");
}

#[test]
fn a_home_in_parts_has_a_flag_to_tap_at_each_of_them() {
    let mut several = 0;
    for (name, map) in families(20) {
        let (mut map, home) = scattered(map);
        let goal = GoalId::new("doel").expect("an id");
        let whose = Whose::Household(home.clone());
        let new = Goal {
            text: "Rust in huis".to_owned(),
            first_step: String::new(),
            by: None,
            helper: String::new(),
            supports: BTreeSet::new(),
            answers: Vec::new(),
            whose,
            state: GoalState::Open,
            set_on: None,
            closed_on: None,
        };
        map.goals.clear();
        map.goals.insert(goal.clone(), Arc::new(new));
        let scene = drawn(&map);
        let parts = parts(&scene, &home);
        let flags = scene.goals.get(&goal).map_or(0, Vec::len);
        assert_eq!(flags, parts, "{name}: a flag at each part");
        several += usize::from(1 < parts);
    }
    assert!(5 < several, "{several} homes in parts");
}
