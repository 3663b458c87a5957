//! The signs of ties and of goals: each drawn, each with its row in the legend, told apart by shape.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::model::{
    Effect, Entry, EntryId, Goal, GoalId, GoalState, Household, HouseholdId, Housemate, Support,
    SupportId, SupportTie, Supported, UnionId, Whose,
};
use crate::scene::Supports;

/// Where everybody stands.
const PLACES: [(&str, usize, f64); 4] =
    [("pa", 0, 300.0), ("ma", 0, 520.0), ("zoon", 1, 240.0), ("dochter", 1, 560.0)];

fn support(map: &mut FamilyMap, id: &str, (kind, words): (&str, &str), ties: Vec<SupportTie>) {
    let support = Support {
        kind: KindId::new(kind).expect("a kind"),
        name: String::new(),
        words: words.to_owned(),
        areas: Vec::new(),
        ties,
        notes: Vec::new(),
    };
    map.supports.insert(SupportId::new(id).expect("an id"), Arc::new(support));
}

fn tie(to: &str, effect: Effect, ended: Option<()>) -> SupportTie {
    let to = match HouseholdId::new(to).filter(|_| to == "huis") {
        Some(home) => Supported::Household(home),
        None => Supported::Person(fixture::id(to)),
    };
    let (help, ended) = (BTreeSet::new(), ended.is_some());
    SupportTie { to, effect, help, from: None, until: None, ended }
}

fn goal(map: &mut FamilyMap, id: &str, (whose, state): (Whose, GoalState), supports: &[&str]) {
    let supports = supports.iter().map(|id| SupportId::new(id).expect("an id")).collect();
    let goal = Goal {
        text: format!("{id} op orde"),
        first_step: String::new(),
        by: None,
        helper: String::new(),
        supports,
        answers: Vec::new(),
        whose,
        state,
        set_on: None,
        closed_on: None,
    };
    map.goals.insert(GoalId::new(id).expect("an id"), Arc::new(goal));
}

/// Two parents, two children, a home, and help of every sign.
fn helped() -> FamilyMap {
    let mut map = FamilyMap::default();
    for (name, gender, born) in [
        ("Pa", Gender::Man, 1950),
        ("Ma", Gender::Woman, 1951),
        ("Zoon", Gender::Man, 1980),
        ("Dochter", Gender::Woman, 1981),
    ] {
        fixture::add(&mut map, name, gender, born, None);
    }
    fixture::join(&mut map, "u", &["pa", "ma"], &["zoon", "dochter"]);
    let members = vec![Housemate { person: fixture::id("dochter"), from: None, until: None }];
    let home = Household { members, name: "huis".to_owned(), ..Household::default() };
    let huis = HouseholdId::new("huis").expect("an id");
    map.households.insert(huis.clone(), Arc::new(home));
    let over = Some(());
    support(&mut map, "a", ("org-wijkteam", ""), vec![tie("huis", Effect::Helps, None)]);
    support(&mut map, "b", ("org-kredietbank", ""), vec![tie("zoon", Effect::Costs, None)]);
    support(
        &mut map,
        "c",
        ("org-naaste", "de speeltuin op de hoek van de straat"),
        vec![tie("dochter", Effect::Both, None), tie("zoon", Effect::Helps, over)],
    );
    support(&mut map, "d", ("org-huisarts", ""), vec![tie("ma", Effect::Helps, over)]);
    let dochter = Whose::Person(fixture::id("dochter"));
    goal(&mut map, "geld", (dochter.clone(), GoalState::Open), &["a", "c"]);
    goal(&mut map, "werk", (dochter, GoalState::Reached), &[]);
    goal(&mut map, "rust", (Whose::Person(fixture::id("pa")), GoalState::LetGo), &[]);
    goal(&mut map, "huis", (Whose::Household(huis), GoalState::Open), &[]);
    goal(&mut map, "samen", (Whose::Family, GoalState::Open), &[]);
    map
}

fn drawn(map: &FamilyMap, view: &View) -> Scene {
    let cast = Cast::of(map, view);
    let layout = fixture::by_hand(&cast, &PLACES);
    build(map, &cast, &layout, view)
}

fn legend(scene: &Scene) -> Vec<String> {
    let frame = scene.items.iter().filter(|item| item.layer == Layer::Frame);
    let texts = frame.filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.text.clone()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn every_sign_of_help_and_of_a_goal_is_drawn() {
    for (theme, name) in [(ThemeName::Light, "ties"), (ThemeName::Mono, "ties-mono")] {
        let view =
            View { theme: Theme::of(theme), legend: true, supports: Supports::All, ..calm() };
        let scene = drawn(&helped(), &view);
        golden(name, &scene);
        let legend = legend(&scene);
        for row in [
            "helpt",
            "kost energie",
            "helpt en kost energie",
            "hulp die voorbij is",
            "doel",
            "doel gehaald",
            "doel losgelaten",
        ] {
            assert!(legend.iter().any(|it| it == row), "{row}: {legend:?}");
        }
        assert_eq!(scene.goals.len(), 5, "a flag for every goal");
    }
}

#[test]
fn what_a_helper_is_in_own_words_stands_whole_below_it() {
    let view = View { supports: Supports::All, ..calm() };
    let scene = drawn(&helped(), &view);
    let texts = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.text.as_str()),
        _ => None,
    });
    let words: Vec<&str> = texts.collect();
    assert!(!words.iter().any(|it| it.contains('…')), "{words:?}");
    let all = words.join(" ");
    assert!(all.contains("de speeltuin op"), "{all}");
}

/// A family that is narrower than the band below it stands above its middle.
#[test]
fn a_small_family_stands_in_the_middle_above_its_helpers() {
    let mut map = helped();
    for nth in 0..6 {
        let ties = vec![tie("ma", Effect::Helps, None)];
        support(&mut map, &format!("e{nth}"), ("org-jeugdhulp", ""), ties);
    }
    let scene = drawn(&map, &calm());
    let of = |wanted: fn(&Subject) -> bool| {
        let items = scene.items.iter().filter(|item| item.layer == Layer::People);
        let items = items.filter(|item| item.subject.as_ref().is_some_and(wanted));
        let boxes = items.filter_map(|item| item.shape.bounds());
        boxes.reduce(crate::geometry::Rect::union).expect("somebody").center().x
    };
    let people = of(|it| matches!(it, Subject::Person(_)));
    let middle = scene.bounds.center().x;
    // The words of the rows stand at the left.
    assert!((people - middle).abs() < 110.0, "{people} in {middle}");
    let helpers = of(|it| matches!(it, Subject::Support(_)));
    assert!((people - helpers).abs() < 110.0, "{people} above {helpers}");
}

#[test]
fn tiles_of_a_couple_and_of_a_home_are_explained_too() {
    let mut map = helped();
    let entry = |id: &str, kind: &str| {
        Entry::new(EntryId::new(id).expect("an id"), KindId::new(kind).expect("a kind"))
    };
    let couple = UnionId::new("u").expect("an id");
    let union = Arc::make_mut(map.unions.get_mut(&couple).expect("a couple"));
    union.entries.push(entry("e1", "relatie-ruzie"));
    let home = Arc::make_mut(map.households.values_mut().next().expect("a home"));
    home.entries.push(entry("e2", "wonen-klein"));
    let scene = drawn(&map, &View { legend: true, ..calm() });
    let catalogue = Catalogue::builtin();
    for (kind, who) in [("relatie-ruzie", vec!["ma", "pa"]), ("wonen-klein", vec!["dochter"])] {
        let words = catalogue.kind(kind).expect("a kind").words.in_lang(Lang::Nl);
        let row = scene.explained.iter().find(|row| row.words == words);
        let people: Vec<_> = row.expect("its row").people.iter().map(|id| id.as_str()).collect();
        assert_eq!(people, who, "{kind}");
    }
}
