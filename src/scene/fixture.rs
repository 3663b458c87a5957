//! The family of the design's mock-up, laid out by hand as it is there.

use std::sync::Arc;

use crate::geometry::{Point, Rect};
use crate::layout::{Connector, Layout, LineRole, Row};
use crate::model::{
    Bond, Child, Crowd, Date, Ending, Entry, EntryId, FamilyMap, Gender, GoingOn, Household,
    HouseholdId, Housemate, KindId, LifeCourse, Name, PartialDate, Party, Person, PersonId,
    Relation, RelationId, Said, Strength, StrengthId, TwinKind, Twins, TwinsId, Union, UnionId,
    UnionKind, Vital,
};
use crate::scene::cast::Cast;

pub(super) fn id(text: &str) -> PersonId {
    PersonId::new(text).expect("an id")
}

pub(super) fn today() -> Date {
    Date::parse("2026").expect("a year")
}

fn year(year: i32) -> Option<PartialDate> {
    PartialDate::in_year(year)
}

pub(super) fn add(map: &mut FamilyMap, name: &str, gender: Gender, born: i32, died: Option<i32>) {
    let person = Person {
        name: Name::called(name),
        gender,
        birth: year(born),
        vital: died.map_or(Vital::Living, |died| Vital::Dead(year(died))),
        ..Person::default()
    };
    map.people.insert(id(&name.to_lowercase()), Arc::new(person));
}

pub(super) fn give(map: &mut FamilyMap, name: &str, kind: &str) {
    let kind = KindId::new(kind).expect("a kind");
    let person = Arc::make_mut(map.people.get_mut(&id(name)).expect("on the map"));
    if kind.as_str().starts_with("s-") {
        let strength = StrengthId::new(&format!("{name}-{kind}")).expect("an id");
        person.strengths.push(Strength::new(strength, kind));
    } else {
        let entry = EntryId::new(&format!("{name}-{kind}")).expect("an id");
        person.entries.push(Entry::new(entry, kind));
    }
}

pub(super) fn join(map: &mut FamilyMap, name: &str, partners: &[&str], children: &[&str]) {
    let union = Union {
        partners: partners.iter().map(|name| id(name)).collect(),
        kind: UnionKind::Married,
        children: children.iter().map(|name| Child::by_birth(id(name))).collect(),
        ..Union::default()
    };
    map.unions.insert(UnionId::new(name).expect("an id"), Arc::new(union));
}

fn change(map: &mut FamilyMap, name: &str, how: impl FnOnce(&mut Union)) {
    let union = map.unions.get_mut(&UnionId::new(name).expect("an id")).expect("on the map");
    how(Arc::make_mut(union));
}

/// "Familie De Wit" of map.svg.
pub(super) fn de_wit() -> FamilyMap {
    let mut map = FamilyMap { title: "Familie De Wit".to_owned(), ..FamilyMap::default() };
    let people = [
        ("Piet", Gender::Man, 1935, Some(1999)),
        ("Ans", Gender::Woman, 1938, Some(2011)),
        ("Johan", Gender::Man, 1931, Some(2004)),
        ("Mien", Gender::Woman, 1934, None),
        ("Henk", Gender::Man, 1957, None),
        ("Linda", Gender::Woman, 1960, None),
        ("Rob", Gender::Man, 1956, None),
        ("Els", Gender::Woman, 1959, None),
        ("Dennis", Gender::Man, 1983, None),
        ("Marco", Gender::Man, 1977, None),
        ("Kim", Gender::Woman, 1979, None),
        ("Youssef", Gender::Man, 1981, None),
        ("Jayden", Gender::Man, 1998, None),
        ("Noa", Gender::Woman, 2003, None),
        ("Sami", Gender::Man, 2016, None),
    ];
    for (name, gender, born, died) in people {
        add(&mut map, name, gender, born, died);
    }
    map.focus = vec![id("kim")];
    for (name, kind) in [
        ("piet", "gebruik-alcohol"),
        ("ans", "geld-schulden"),
        ("johan", "wonen-uitzetting"),
        ("linda", "geld-schulden"),
        ("linda", "leren-geen-diploma"),
        ("rob", "gebruik-alcohol"),
        ("dennis", "leren-geen-diploma"),
        ("marco", "gebruik-alcohol"),
        ("kim", "geld-schulden"),
        ("kim", "leren-geen-diploma"),
        ("jayden", "geld-schulden"),
        ("noa", "s-diploma"),
    ] {
        give(&mut map, name, kind);
    }
    join(&mut map, "u1", &["piet", "ans"], &["henk", "linda"]);
    join(&mut map, "u2", &["johan", "mien"], &["rob", "els"]);
    join(&mut map, "u3", &["linda", "rob"], &["dennis", "kim"]);
    join(&mut map, "u4", &["marco", "kim"], &["jayden", "noa"]);
    join(&mut map, "u5", &["kim", "youssef"], &["sami"]);
    change(&mut map, "u3", |union| union.ending = Some(Ending::Divorced));
    change(&mut map, "u4", |union| union.ending = Some(Ending::Separated));
    change(&mut map, "u5", |union| union.kind = UnionKind::LivingTogether);
    map
}

/// Where everybody of [`de_wit`] stands in map.svg.
const PLACES: [(&str, usize, f64); 15] = [
    ("piet", 0, 300.0),
    ("ans", 0, 470.0),
    ("johan", 0, 770.0),
    ("mien", 0, 940.0),
    ("henk", 1, 215.0),
    ("linda", 1, 470.0),
    ("rob", 1, 770.0),
    ("els", 1, 960.0),
    ("dennis", 2, 215.0),
    ("marco", 2, 420.0),
    ("kim", 2, 620.0),
    ("youssef", 2, 830.0),
    ("jayden", 3, 430.0),
    ("noa", 3, 590.0),
    ("sami", 3, 770.0),
];

/// Lays the family out at `places` (name, row, x) with plain lines: partners level, bars half way.
pub(super) fn by_hand(cast: &Cast, places: &[(&str, usize, f64)]) -> Layout {
    let at = |person: &PersonId| {
        let place = places.iter().find(|(name, ..)| *name == person.as_str());
        place.map(|(_, row, x)| (*row, *x)).expect("everybody has a place")
    };
    let y = |row: usize| 172.0 + 230.0 * f64::from(u32::try_from(row).expect("few rows"));
    let mut layout = Layout::default();
    for (person, member) in cast.people.iter().zip(&cast.family.people) {
        let (row, x) = at(person);
        let top = y(row) - member.symbol_drop;
        layout.people.push(Point::new(x, top + member.size.h / 2.0));
        layout.row_of.push(row);
    }
    let rows = places.iter().map(|(_, row, _)| row + 1).max().unwrap_or_default();
    layout.rows = (0..rows).map(|row| Row { top: y(row) - 48.0, bottom: y(row) + 112.0 }).collect();
    let symbol = |index: usize| {
        let (row, x) = at(&cast.people[index]);
        Point::new(x, y(row))
    };
    for (u, union) in cast.family.unions.iter().enumerate() {
        let mut line = |role, person, points: &[Point]| {
            let (points, bridges) = (points.to_vec(), Vec::new());
            layout.connectors.push(Connector { union: u, role, person, points, bridges });
        };
        let mut partners: Vec<Point> = union.partners.iter().map(|p| symbol(*p)).collect();
        partners.sort_by(|a, b| a.x.total_cmp(&b.x));
        let [a, b] = partners[..] else { continue };
        line(LineRole::Partners, None, &[a.moved(31.0, 0.0), b.moved(-31.0, 0.0)]);
        let middle = Point::new(f64::midpoint(a.x, b.x), a.y);
        let bar = a.y + 128.0;
        line(LineRole::Descent, None, &[middle, Point::new(middle.x, bar)]);
        let children: Vec<(usize, Point)> =
            union.children.iter().map(|child| (child.person, symbol(child.person))).collect();
        let columns = children.iter().map(|(_, p)| p.x).chain([middle.x]);
        let (left, right) =
            columns.fold((f64::MAX, f64::MIN), |(lo, hi), x| (lo.min(x), hi.max(x)));
        if left < right {
            line(LineRole::Sibship, None, &[Point::new(left, bar), Point::new(right, bar)]);
        }
        for (child, at) in children {
            let top = at.moved(0.0, -31.0);
            line(LineRole::Individual, Some(child), &[Point::new(at.x, bar), top]);
        }
    }
    layout.bounds = Rect::around(layout.people.iter().copied()).unwrap_or_default();
    layout
}

pub(super) fn de_wit_layout(cast: &Cast) -> Layout {
    by_hand(cast, &PLACES)
}

/// Where everybody of [`signs`] stands.
pub(super) const SIGN_PLACES: [(&str, usize, f64); 15] = [
    ("adam", 0, 300.0),
    ("eva", 0, 520.0),
    ("robin", 0, 760.0),
    ("kaïn", 1, 100.0),
    ("abel", 1, 260.0),
    ("set", 1, 420.0),
    ("iemand", 1, 580.0),
    ("verwacht", 1, 740.0),
    ("verloren", 1, 900.0),
    ("gestopt", 1, 1060.0),
    ("stil", 1, 1220.0),
    ("rest", 1, 1380.0),
    ("kind", 2, 180.0),
    ("geadopteerd", 2, 420.0),
    ("pleegkind", 2, 600.0),
];

/// A family with every sign.
pub(super) fn signs() -> FamilyMap {
    let mut map = FamilyMap { title: "Alle tekens".to_owned(), ..FamilyMap::default() };
    map.wish = "Eén van alles.".to_owned();
    let people = [
        ("Adam", Gender::Man, 1935, Some(1999)),
        ("Eva", Gender::Woman, 1938, None),
        ("Robin", Gender::NonBinary, 1940, Some(2000)),
        ("Kaïn", Gender::Man, 1960, None),
        ("Abel", Gender::Man, 1960, None),
        ("Set", Gender::NonBinary, 1964, None),
        ("Iemand", Gender::Unknown, 1966, None),
        ("Verwacht", Gender::Unknown, 2027, None),
        ("Verloren", Gender::Unknown, 1968, None),
        ("Gestopt", Gender::Unknown, 1969, None),
        ("Stil", Gender::Woman, 1970, None),
        ("Rest", Gender::Unknown, 1971, None),
        ("Kind", Gender::Woman, 1990, None),
        ("Geadopteerd", Gender::Man, 1992, None),
        ("Pleegkind", Gender::Woman, 1994, None),
    ];
    for (name, gender, born, died) in people {
        add(&mut map, name, gender, born, died);
    }
    sign_people(&mut map);
    sign_unions(&mut map);
    sign_tiles(&mut map);
    sign_ties(&mut map);
    map
}

fn sign_people(map: &mut FamilyMap) {
    let mut alter = |name: &str, how: &dyn Fn(&mut Person)| {
        how(Arc::make_mut(map.people.get_mut(&id(name)).expect("on the map")));
    };
    for (name, life) in [
        ("verwacht", LifeCourse::Pregnancy),
        ("verloren", LifeCourse::Miscarriage),
        ("gestopt", LifeCourse::Abortion),
        ("stil", LifeCourse::Stillbirth),
    ] {
        alter(name, &|person| person.life = life);
    }
    alter("rest", &|person| person.stands_for = Some(Crowd { count: Some(3) }));
    alter("iemand", &|person| person.birth = None);
    alter("set", &|person| {
        person.name = Name::called("Set-Maximiliaan van der Wolfeschlegelstein");
        person.birth = Date::year_only(1964).map(PartialDate::About);
    });
}

fn sign_unions(map: &mut FamilyMap) {
    let children = ["kaïn", "abel", "set", "verwacht", "verloren", "gestopt", "stil", "rest"];
    join(map, "u1", &["adam", "eva"], &children);
    join(map, "u2", &["eva", "robin"], &[]);
    join(map, "u3", &["kaïn", "abel"], &["kind"]);
    join(map, "u4", &["set", "iemand"], &["geadopteerd", "pleegkind"]);
    change(map, "u2", |union| {
        union.kind = UnionKind::LivingApart;
    });
    change(map, "u3", |union| {
        union.ending = Some(Ending::Divorced);
        union.together_again = year(2020);
    });
    change(map, "u4", |union| {
        union.kind = UnionKind::Brief;
        union.children[0].bond = Bond::Adopted;
        union.children[1].bond = Bond::Foster;
    });
    let pair = ["kaïn", "abel"].map(id).into_iter().collect();
    let twins = Twins { kind: TwinKind::Identical, people: pair };
    map.twins.insert(TwinsId::new("t1").expect("an id"), twins);
}

fn sign_tiles(map: &mut FamilyMap) {
    for kind in ["geld-schulden", "wonen-uitzetting", "leren-geen-diploma", "gebruik-alcohol"] {
        give(map, "eva", kind);
    }
    for kind in ["s-diploma", "s-humor", "s-zorgzaam", "s-doorzetten"] {
        give(map, "eva", kind);
    }
    for (said, going_on) in [
        (Said::Yes, GoingOn::Before),
        (Said::Maybe, GoingOn::Unknown),
        (Said::No, GoingOn::Unknown),
    ] {
        give(map, "robin", "geld-schulden");
        let person = Arc::make_mut(map.people.get_mut(&id("robin")).expect("on the map"));
        let entry = person.entries.last_mut().expect("just given");
        (entry.said, entry.going_on) = (said, going_on);
    }
}

fn sign_ties(map: &mut FamilyMap) {
    let kinds = crate::catalogue::Catalogue::builtin().relations();
    for (at, kind) in kinds.iter().enumerate() {
        let (from, to) = [("adam", "eva"), ("eva", "robin"), ("kaïn", "set")][at % 3];
        let relation =
            Relation::new(id(from), Party::Person(id(to)), KindId::new(&kind.id).expect("a kind"));
        let of = RelationId::new(&format!("r{at}")).expect("an id");
        if !(3..10).contains(&at) {
            map.relations.insert(of, Arc::new(relation));
        }
    }
    let home = ["kaïn", "abel", "kind"].map(|name| Housemate {
        person: id(name),
        from: None,
        until: None,
    });
    let household = Household { members: home.to_vec(), ..Household::default() };
    map.households.insert(HouseholdId::new("h1").expect("an id"), Arc::new(household));
}
