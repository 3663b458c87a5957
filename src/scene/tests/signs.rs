//! Every sign has its row in the legend, and lines and words of the same kind lie apart.

use super::*;
use crate::geometry::Rect;
use crate::layout::layout;
use crate::model::{
    Bond, Child, Crowd, Ending, LifeCourse, Name, PartialDate, Person, Relation, RelationId,
    TwinKind, Twins, TwinsId, Union, UnionId, Vital,
};
use crate::scene::{Item, layout_options_of, subject_id};
use std::sync::Arc;

/// Two parents and two children, all plain.
fn plain() -> FamilyMap {
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
    map
}

fn person(map: &mut FamilyMap, how: impl FnOnce(&mut Person)) {
    how(Arc::make_mut(map.people.get_mut(&fixture::id("zoon")).expect("a son")));
}

fn union(map: &mut FamilyMap, how: impl FnOnce(&mut Union)) {
    how(Arc::make_mut(map.unions.values_mut().next().expect("a couple")));
}

fn drawn(map: &FamilyMap, view: &View) -> Scene {
    let cast = Cast::of(map, view);
    let layout = layout(&cast.family, &layout_options_of(map, view.theme));
    build(map, &cast, &layout, view)
}

fn words(map: &FamilyMap) -> Vec<String> {
    let mut view = calm();
    view.legend = true;
    view.relations = Relations::All;
    let scene = drawn(map, &view);
    let frame = scene.items.iter().filter(|item| item.layer == Layer::Frame);
    let text = |item: &Item| match &item.shape {
        Shape::Text(label) => Some(label.text.clone()),
        _ => None,
    };
    frame.filter_map(text).collect()
}

fn twins(map: &mut FamilyMap, kind: TwinKind) {
    let people = ["zoon", "dochter"].map(fixture::id).into_iter().collect();
    map.twins.insert(TwinsId::new("t").expect("an id"), Twins { kind, people });
}

/// What a change does to the map.
type Change = Box<dyn Fn(&mut FamilyMap)>;

#[test]
fn every_sign_has_its_row_when_it_is_on_the_map() {
    assert_eq!(words(&plain()), [""; 0], "man, woman, married, child need none");
    let of_person = |how: fn(&mut Person)| -> Change { Box::new(move |map| person(map, how)) };
    let of_union = |how: fn(&mut Union)| -> Change { Box::new(move |map| union(map, how)) };
    let signs: Vec<(Change, &str)> = vec![
        (of_person(|it| it.vital = Vital::Dead(None)), "overleden"),
        (of_person(|it| it.gender = Gender::Unknown), "geslacht niet bekend"),
        (of_person(|it| it.gender = Gender::NonBinary), "non-binair"),
        (of_person(|it| it.life = LifeCourse::Pregnancy), "zwangerschap"),
        (of_person(|it| it.life = LifeCourse::Miscarriage), "miskraam"),
        (of_person(|it| it.life = LifeCourse::Abortion), "afgebroken zwangerschap"),
        (of_person(|it| it.life = LifeCourse::Stillbirth), "doodgeboren"),
        (of_person(|it| it.stands_for = Some(Crowd { count: None })), "meer mensen samen"),
        (of_union(|it| it.ending = Some(Ending::Divorced)), "gescheiden"),
        (of_union(|it| it.ending = Some(Ending::Separated)), "uit elkaar"),
        (
            of_union(|it| it.together_again = PartialDate::in_year(1995)),
            "uit elkaar en weer bij elkaar",
        ),
        (of_union(|it| it.children[0].bond = Bond::Adopted), "adoptie"),
        (of_union(|it| it.children[0].bond = Bond::Foster), "pleegkind"),
        (of_union(|it| it.children[0].bond = Bond::Guardian), "voogdij"),
        (of_union(|it| it.children[0].bond = Bond::Donor), "donor"),
        (of_union(|it| it.children[0].bond = Bond::Step), "stiefkind"),
        (Box::new(|map| twins(map, TwinKind::Fraternal)), "tweeling"),
        (Box::new(|map| twins(map, TwinKind::Identical)), "eeneiige tweeling"),
        (Box::new(|map| twins(map, TwinKind::Unknown)), "tweeling: niet bekend of die eeneiig is"),
        (Box::new(|map| map.focus = vec![fixture::id("pa")]), "om wie het gaat"),
        (
            Box::new(|map| {
                map.view.folded.insert(fixture::id("pa"));
            }),
            "zoveel mensen ingeklapt",
        ),
    ];
    for (change, word) in signs {
        let mut map = plain();
        change(&mut map);
        let words = words(&map);
        assert!(words.iter().any(|it| it == word), "{word}: {words:?}");
    }
}

#[test]
fn together_again_has_a_sign_and_words_of_its_own() {
    let mut map = plain();
    union(&mut map, |it| {
        it.ending = Some(Ending::Divorced);
        it.together_again = PartialDate::in_year(1995);
    });
    let scene = drawn(&map, &calm());
    let texts = texts(&scene);
    assert!(["weer bij elkaar", "1995"].iter().all(|word| texts.iter().any(|it| it == word)));
    // The words stand between the symbols, not on them.
    let box_of = |word: &str| {
        let is_it = |item: &&Item| matches!(&item.shape, Shape::Text(it) if it.text == word);
        scene.items.iter().find(is_it).and_then(|item| item.shape.bounds()).expect("words")
    };
    let word = box_of("weer bij elkaar");
    let on_somebody = scene.items.iter().filter(|item| item.layer == Layer::People);
    assert!(!on_somebody.filter_map(|item| item.shape.bounds()).any(|it| it.overlaps(word)));
}

/// A child with so many sets of parents; all but the first by foster care.
fn many_parents(sets: usize) -> FamilyMap {
    let mut map = plain();
    for nth in 0..sets {
        let names = [format!("Man{nth}"), format!("Vrouw{nth}")];
        fixture::add(&mut map, &names[0], Gender::Man, 1960, None);
        fixture::add(&mut map, &names[1], Gender::Woman, 1961, None);
        let partners = names.map(|name| name.to_lowercase());
        let partners = [partners[0].as_str(), partners[1].as_str()];
        fixture::join(&mut map, &format!("v{nth}"), &partners, &[]);
        let id = UnionId::new(&format!("v{nth}")).expect("an id");
        let bond = [Bond::Foster, Bond::Adopted, Bond::Guardian][nth % 3];
        let child = Child { bond, ..Child::by_birth(fixture::id("zoon")) };
        let union = map.unions.get_mut(&id).expect("just joined");
        Arc::make_mut(union).children.push(child);
    }
    map
}

#[test]
fn words_of_parallel_bonds_lie_apart_and_on_no_line() {
    for sets in 1..=5 {
        let map = many_parents(sets);
        let scene = drawn(&map, &calm());
        let is_word = |item: &&Item| item.letters.is_some() && item.layer == Layer::Marks;
        let words: Vec<Rect> =
            scene.items.iter().filter(is_word).filter_map(|item| item.shape.bounds()).collect();
        assert_eq!(words.len(), sets);
        for (nth, word) in words.iter().enumerate() {
            let others = words.iter().enumerate().filter(|(at, _)| *at != nth);
            assert!(!others.into_iter().any(|(_, other)| other.overlaps(*word)), "{sets} sets");
            let people = scene.items.iter().filter(|item| item.layer == Layer::People);
            let mut people = people.filter_map(|item| item.shape.bounds());
            assert!(!people.any(|it| it.overlaps(*word)), "{sets} sets: a word on somebody");
            for path in scene.items.iter().filter(|item| item.layer == Layer::Lines) {
                let Shape::Path { path, .. } = &path.shape else { continue };
                for (a, b) in straights(path) {
                    assert!(!Rect::between(a, b).grown(0.2).overlaps(*word), "{sets} sets");
                }
            }
        }
    }
}

fn relate(map: &mut FamilyMap, pairs: &[(&str, &str, &str)]) {
    for (nth, (kind, from, to)) in pairs.iter().enumerate() {
        let relation = Relation::new(
            fixture::id(from),
            crate::model::Party::Person(fixture::id(to)),
            KindId::new(kind).expect("a kind"),
        );
        let id = RelationId::new(&format!("r{nth}")).expect("an id");
        map.relations.insert(id, Arc::new(relation));
    }
}

/// The corners of what is drawn of each relation.
fn relation_points(scene: &Scene) -> Vec<Vec<Point>> {
    let mut of: BTreeMap<String, Vec<Point>> = BTreeMap::new();
    for item in scene.items.iter().filter(|item| item.layer == Layer::Relations) {
        let (Some(subject), Shape::Path { path, .. }) = (&item.subject, &item.shape) else {
            continue;
        };
        of.entry(subject_id(subject)).or_default().extend(path.points());
    }
    of.into_values().collect()
}

/// Relations between the same two people never touch, in whichever direction they are told, and no
/// line runs through a name.
#[test]
fn relations_of_one_pair_lie_side_by_side_and_past_names() {
    let pairs =
        [("pa", "ma"), ("pa", "zoon"), ("zoon", "dochter"), ("ma", "zoon"), ("oma", "zoon")];
    for (one, other) in pairs {
        for told in [
            vec![("hecht", one, other)],
            vec![("hecht", one, other), ("breuk", one, other)],
            vec![("hecht", one, other), ("breuk", other, one), ("ver", one, other)],
        ] {
            let mut map = plain();
            fixture::add(&mut map, "Oma", Gender::Woman, 1920, None);
            fixture::join(&mut map, "w", &["oma"], &["ma"]);
            person(&mut map, |it| it.name = Name::called("Maximiliaan Alexander"));
            relate(&mut map, &told);
            let mut view = calm();
            view.relations = Relations::All;
            let scene = drawn(&map, &view);
            let lines = relation_points(&scene);
            assert_eq!(lines.len(), told.len(), "{told:?}");
            for (nth, line) in lines.iter().enumerate() {
                for other in &lines[..nth] {
                    let near = |p: &Point| other.iter().any(|q| p.distance(*q) < 4.0);
                    assert!(!line.iter().any(near), "{told:?}");
                }
            }
            for item in scene.items.iter().filter(|item| item.layer == Layer::People) {
                let Shape::Text(label) = &item.shape else { continue };
                let name = label.bounds();
                let on = |p: &&Point| {
                    name.min.x < p.x && p.x < name.max.x && name.min.y < p.y && p.y < name.max.y
                };
                assert!(lines.iter().flatten().find(on).is_none(), "{told:?}: {}", label.text);
            }
        }
    }
}

#[test]
fn a_title_is_whole_however_narrow_the_family() {
    for title in [
        "Weer bij elkaar (bedacht)",
        "A long title for one person, which goes on and on and on and on and on and on and on",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
            .repeat(2)
            .as_str(),
    ] {
        let mut map =
            FamilyMap { title: title.to_owned(), fictional: true, ..FamilyMap::default() };
        fixture::add(&mut map, "Gert", Gender::Man, 1960, None);
        let mut view = calm();
        view.title = true;
        let scene = drawn(&map, &view);
        let frame = scene.items.iter().filter(|item| item.layer == Layer::Frame);
        let mut said = String::new();
        for item in frame {
            let Shape::Text(label) = &item.shape else { continue };
            let inside = label.bounds();
            assert!(scene.bounds.min.x <= inside.min.x && inside.max.x <= scene.bounds.max.x);
            said.push_str(&label.text);
        }
        let letters = |text: &str| text.replace(' ', "");
        assert!(letters(&said).starts_with(&letters(title)), "{said}");
    }
}

/// Neither the slash of the dead nor a cross runs through what stands in the symbol: in every theme,
/// for every gender, whatever is known.
#[test]
fn no_sign_runs_through_the_words_in_a_symbol() {
    let year = PartialDate::in_year;
    let about = Some(PartialDate::About(fixture::today()));
    let lives = [LifeCourse::Born, LifeCourse::Stillbirth, LifeCourse::Miscarriage];
    let mut seen = 0;
    for theme in ThemeName::ALL.map(Theme::of) {
        for gender in [Gender::Man, Gender::Woman, Gender::NonBinary, Gender::Unknown] {
            for (birth, died) in [
                (year(1972), year(1999)),
                (year(1899), year(2004)),
                (year(1998), year(1999)),
                (about, year(2026)),
                (None, None),
            ] {
                for (life, crowd) in lives.into_iter().flat_map(|it| [(it, false), (it, true)]) {
                    let mut map = plain();
                    map.focus.push(fixture::id("zoon"));
                    person(&mut map, |it| {
                        (it.gender, it.life, it.birth) = (gender, life, birth);
                        it.vital = Vital::Dead(died);
                        it.stands_for = crowd.then_some(Crowd { count: Some(12) });
                    });
                    let view = View { theme, ..calm() };
                    seen += lines_beside_words(&drawn(&map, &view));
                }
            }
        }
    }
    assert!(100 < seen, "there were lines and words to look at: {seen}");
}

/// How many words in symbols have straight lines around them; none goes through a word.
fn lines_beside_words(scene: &Scene) -> usize {
    let of_son = |item: &&Item| {
        item.layer == Layer::People && item.subject == Some(Subject::Person(fixture::id("zoon")))
    };
    let items: Vec<&Item> = scene.items.iter().filter(of_son).collect();
    let mut lines = Vec::new();
    for item in &items {
        if let Shape::Path { path, paint } = &item.shape
            && paint.fill.is_none()
            && let [a, b] = path.points().collect::<Vec<_>>()[..]
        {
            lines.push((a, b));
        }
    }
    let mut seen = 0;
    for item in &items {
        let Shape::Text(word) = &item.shape else { continue };
        // The ink of figures and of the dagger.
        let half = word.width / 2.0;
        let ink = Rect::between(
            word.at.moved(-half, -0.72 * word.size),
            word.at.moved(half, 0.12 * word.size),
        );
        for &(a, b) in &lines {
            let on = |at: f64| a.moved((b.x - a.x) * at, (b.y - a.y) * at);
            let hit = (0..=100).map(|step| on(f64::from(step) / 100.0)).find(|p| ink.contains(*p));
            assert_eq!(hit, None, "{:?} has a line through it", word.text);
            seen += 1;
        }
    }
    seen
}

/// Three strands of which one child was asked: no.
fn three_stops() -> (FamilyMap, View) {
    let map = plain();
    let mut view = calm();
    view.legend = true;
    for hue in [Hue::Red, Hue::Blue, Hue::Purple] {
        let ends = [("zoon", StrandEndKind::Stops)];
        view.strands.push(strand(hue, &["pa", "dochter"], &["pa>dochter"], &ends));
    }
    (map, view)
}

#[test]
fn three_open_rings_at_one_child_lie_apart_and_say_of_which_strand() {
    let (map, view) = three_stops();
    let scene = drawn(&map, &view);
    let circles = scene.items.iter().filter(|item| item.layer == Layer::Marks);
    let circles = circles.filter_map(|item| match &item.shape {
        Shape::Circle { center, radius, paint } => Some((*center, *radius, paint.stroke?.color)),
        _ => None,
    });
    let circles: Vec<_> = circles.collect();
    for hue in [Hue::Red, Hue::Blue, Hue::Purple] {
        let color = StrandHue::Area(hue).color(view.theme);
        let own = circles.iter().filter(|it| it.2 == color).count();
        assert_eq!(own, 1, "{hue:?}: {circles:?}");
    }
    let green: Vec<_> = circles.iter().filter(|it| it.2 == view.theme.strength).collect();
    assert_eq!(green.len(), 3);
    for (at, (center, radius, _)) in green.iter().enumerate() {
        for (other, other_radius, _) in &green[..at] {
            assert!(radius + other_radius < center.distance(*other), "{green:?}");
        }
    }
}

/// A row stands there only while the sign does.
#[test]
fn what_is_not_drawn_is_not_explained() {
    let mut map = plain();
    union(&mut map, |it| it.ending = Some(Ending::Divorced));
    map.focus = vec![fixture::id("ma")];
    let mut view = calm();
    view.legend = true;
    view.strands = vec![strand(Hue::Red, &["ma"], &[], &[("dochter", StrandEndKind::Open)])];
    let all = texts(&drawn(&map, &view));
    view.people = ["pa", "zoon"].map(fixture::id).into_iter().collect();
    let some = texts(&drawn(&map, &view));
    for words in ["gescheiden", "om wie het gaat", "heeft of had het", "weten we niet"] {
        assert!(all.iter().any(|it| it == words), "{words}: {all:?}");
        assert!(!some.iter().any(|it| it == words), "{words}: {some:?}");
    }
}

#[test]
fn what_does_not_fit_is_explained() {
    let mut map = plain();
    for kind in ["geld-schulden", "gebruik-alcohol", "gebruik-drugs", "gevoel-somber"] {
        fixture::give(&mut map, "zoon", kind);
    }
    let mut view = calm();
    view.legend = true;
    let is_said = |map: &FamilyMap, view: &View, words: &str| {
        texts(&drawn(map, view)).iter().any(|it| it == words)
    };
    let (tiles, loops) = ("er is meer dan hier past", "nog meer draden bij iemand");
    assert!(!is_said(&map, &view, tiles) && !is_said(&map, &view, loops));
    for kind in ["s-diploma", "s-zorgzaam", "gebruik-gokken", "leren-uitval"] {
        fixture::give(&mut map, "zoon", kind);
    }
    view.strands = Hue::ALL.map(|hue| strand(hue, &["zoon"], &[], &[])).to_vec();
    assert!(is_said(&map, &view, tiles) && is_said(&map, &view, loops));
}

/// A skill has a sign of its own: a disc, as large as the tile of a problem or a strength, called as
/// its card is. Who is too young for it has none.
#[test]
fn skills_are_small_discs_on_the_map() {
    let skill = |id: &str, level| SkillNote {
        skill: KindId::new(id).expect("a skill"),
        level,
        according_to: String::new(),
    };
    let mut map = plain();
    person(&mut map, |it| {
        it.skills = vec![
            skill("ef-plannen", SkillLevel::Hard),
            skill("ef-emotie", SkillLevel::GoesWell),
            skill("ef-tijd", SkillLevel::Varies),
        ];
    });
    let words = |map: &FamilyMap| words(map);
    let said = words(&map);
    for word in ["Plannen is lastig", "Rustig worden gaat goed"] {
        assert!(said.iter().any(|it| it == word), "{word}: {said:?}");
    }
    assert!(said.iter().any(|it| it.ends_with(": wisselt")), "{said:?}");
    assert!(!said.iter().any(|it| it == "licht: vroeger"), "that is no past: {said:?}");
    let scene = drawn(&map, &calm());
    let side = calm().theme.size.badge;
    let discs = scene.items.iter().filter(|item| match &item.shape {
        Shape::Rect { rect, radius, .. } => {
            item.layer == Layer::People && rect.width() == side && *radius == side / 2.0
        }
        _ => false,
    });
    assert_eq!(discs.count(), 3);
    // They never take the place of what plays or is strong.
    let mut full = map.clone();
    let kinds = ["geld-schulden", "gebruik-alcohol", "gevoel-somber", "relatie-alleen"];
    let all = kinds.into_iter().chain(["s-diploma", "s-zorgzaam"]);
    all.clone().for_each(|kind| fixture::give(&mut full, "zoon", kind));
    let drawn_now = |map: &FamilyMap| {
        let scene = drawn(map, &calm());
        let of_son = Subject::Person(fixture::id("zoon"));
        let icons = scene.items_of(&of_son).filter(|it| matches!(it.shape, Shape::Icon { .. }));
        (icons.count(), texts(&scene).iter().any(|it| it == "+3"))
    };
    assert_eq!(drawn_now(&map), (3, false));
    assert_eq!(drawn_now(&full), (6, true));
    person(&mut map, |it| it.birth = PartialDate::in_year(2022));
    assert_eq!(words(&map), [""; 0], "still learning");
}
