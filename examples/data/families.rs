//! The example families: from the files beside this one to family maps.
//!
//! Eight invented families are written as `.familie` files (`*.ron`), once for both languages: a
//! text is `"Nederlands || English"`, and what has no ` || ` is the same in both. So no fact can
//! differ between the languages.
//!
//! `history.json` holds three from public history. A name is written with the family name, or
//! nothing, between slashes where splitting it would go wrong; a date as in a `.familie` file
//! (`1955`, `~1430`; `?` for a death that nobody can date); ages are in whole years.

use std::collections::BTreeMap;
use std::sync::Arc;

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::model::{
    Age, Bond, Child, Date, Ending, Entry, EntryId, FamilyMap, Gender, GoingOn, Household,
    HouseholdId, Housemate, KindId, LifeCourse, Moment, Name, PartialDate, Party, Person, PersonId,
    Relation, RelationId, Said, SkillLevel, SkillNote, Strength, StrengthId, TwinKind, Twins,
    TwinsId, Union, UnionId, UnionKind, Vital,
};
use serde::Deserialize;

/// The invented families, in the order of the shelf.
const CASES: [(&str, &str); 8] = [
    ("drie-keer-jong-moeder", include_str!("drie-keer-jong-moeder.ron")),
    ("net-als-opa", include_str!("net-als-opa.ron")),
    ("de-leeftijd-van-opa", include_str!("de-leeftijd-van-opa.ron")),
    ("wie-praat-met-wie", include_str!("wie-praat-met-wie.ron")),
    ("negentien", include_str!("negentien.ron")),
    ("twee-talen-aan-tafel", include_str!("twee-talen-aan-tafel.ron")),
    ("het-erf", include_str!("het-erf.ron")),
    ("waar-het-ophield", include_str!("waar-het-ophield.ron")),
];
const HISTORY: &str = include_str!("history.json");
/// Between the Dutch and the English of a text.
const BETWEEN: &str = " || ";

/// Every example: its file below the folder of the examples, and the map.
pub(crate) fn examples() -> Vec<(String, FamilyMap)> {
    let dutch = CASES.map(|(name, source)| (format!("{name}.familie"), case(source, Lang::Nl)));
    let english =
        CASES.map(|(name, source)| (format!("en/{name}.familie"), case(source, Lang::En)));
    let families: Vec<Family> = serde_json::from_str(HISTORY).expect("a table");
    let history = families.iter().map(|it| (format!("{}.familie", it.file), map(it)));
    dutch.into_iter().chain(english).chain(history).collect()
}

/// An invented family in one language.
fn case(source: &str, lang: Lang) -> FamilyMap {
    let map = file::open(in_language(source, lang).as_bytes()).expect("a family map");
    FamilyMap { lang, comments: Vec::new(), ..map }
}

/// The source with the texts of one language: every second piece between quotes is a text.
fn in_language(source: &str, lang: Lang) -> String {
    assert!(!source.contains("\\\""), "no quotes within texts: use „…” and “…”");
    let pieces = source.split('"').enumerate().map(|(n, piece)| match piece.split_once(BETWEEN) {
        Some((dutch, english)) if n % 2 == 1 => match lang {
            Lang::Nl => dutch,
            Lang::En => english,
        },
        _ => piece,
    });
    pieces.collect::<Vec<_>>().join("\"")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    file: String,
    title: String,
    lang: String,
    #[serde(default)]
    wish: String,
    #[serde(default)]
    today: Option<String>,
    #[serde(default)]
    fictional: bool,
    focus: Vec<String>,
    people: Vec<Member>,
    unions: Vec<Couple>,
    kids: Vec<Kid>,
    #[serde(default)]
    twins: Vec<Born>,
    #[serde(default)]
    facts: Vec<Fact>,
    #[serde(default)]
    ties: Vec<Line>,
    #[serde(default)]
    households: Vec<Home>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    id: String,
    name: String,
    sex: String,
    #[serde(default)]
    birth: Option<String>,
    #[serde(default)]
    death: Option<String>,
    #[serde(default)]
    life: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Couple {
    a: String,
    b: String,
    kind: String,
    #[serde(default)]
    start: Option<String>,
    #[serde(default)]
    end: Option<String>,
    #[serde(default)]
    how: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kid {
    child: String,
    parents: Vec<String>,
    kind: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Born {
    kind: String,
    people: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    person: String,
    kind: String,
    value: String,
    #[serde(default)]
    since: Option<u8>,
    #[serde(default)]
    until: Option<u8>,
    #[serde(default)]
    now: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    a: String,
    b: String,
    kind: String,
    #[serde(default)]
    start: Option<String>,
    #[serde(default)]
    end: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Home {
    name: String,
    people: Vec<String>,
}

fn map(family: &Family) -> FamilyMap {
    let mut map = FamilyMap {
        title: family.title.clone(),
        wish: family.wish.clone(),
        lang: Lang::from_code(&family.lang).expect("a language"),
        today: family.today.as_deref().map(|text| Date::parse(text).expect("a date")),
        fictional: family.fictional,
        focus: family.focus.iter().map(|id| person_id(id)).collect(),
        ..FamilyMap::default()
    };
    let mut people: BTreeMap<PersonId, Person> =
        family.people.iter().map(|it| (person_id(&it.id), person(it))).collect();
    for (number, fact) in family.facts.iter().enumerate() {
        let bearer = people.get_mut(&person_id(&fact.person)).expect("somebody in the table");
        add_fact(bearer, fact, number + 1);
    }
    map.people = people.into_iter().map(|(id, person)| (id, Arc::new(person))).collect();
    map.unions = unions(family);
    map.twins = numbered(&family.twins, |n, it| (TwinsId::new(&format!("t{n}")), twins(it)));
    map.relations =
        numbered(&family.ties, |n, it| (RelationId::new(&format!("r{n}")), relation(it)));
    map.households =
        numbered(&family.households, |n, it| (HouseholdId::new(&format!("h{n}")), household(it)));
    map.next_id = u64::try_from(family.facts.len().max(family.people.len())).expect("not so many");
    map
}

/// The rows of a table under numbered ids.
fn numbered<R, K: Ord, V>(rows: &[R], row: impl Fn(usize, &R) -> (Option<K>, V)) -> BTreeMap<K, V> {
    let rows = rows.iter().enumerate().map(|(n, it)| row(n + 1, it));
    rows.map(|(id, value)| (id.expect("a valid id"), value)).collect()
}

fn person_id(text: &str) -> PersonId {
    PersonId::new(text).expect("a valid id")
}

fn kind_id(text: &str) -> KindId {
    KindId::new(text).expect("a valid id")
}

fn date(text: &str) -> PartialDate {
    let (about, date) = text.strip_prefix('~').map_or((false, text), |rest| (true, rest));
    let date = Date::parse(date).expect("a date");
    if about { PartialDate::About(date) } else { PartialDate::Exactly(date) }
}

fn person(it: &Member) -> Person {
    let life = match it.life.as_deref() {
        None => LifeCourse::Born,
        Some("pregnancy") => LifeCourse::Pregnancy,
        Some("miscarriage") => LifeCourse::Miscarriage,
        Some("stillbirth") => LifeCourse::Stillbirth,
        Some(other) => panic!("no such life course: {other}"),
    };
    let gender = match it.sex.as_str() {
        "f" => Gender::Woman,
        "m" => Gender::Man,
        "u" => Gender::Unknown,
        other => panic!("no such gender: {other}"),
    };
    Person {
        name: name(&it.name, life),
        gender,
        life,
        birth: it.birth.as_deref().map(date),
        vital: match it.death.as_deref() {
            None => Vital::Living,
            Some("?") => Vital::Dead(None),
            Some(death) => Vital::Dead(Some(date(death))),
        },
        ..Person::default()
    }
}

fn name(text: &str, life: LifeCourse) -> Name {
    if life != LifeCourse::Born {
        return Name { other: text.to_owned(), ..Name::default() };
    }
    match text.split_once('/') {
        Some((first, rest)) => Name {
            call: first.trim().to_owned(),
            family: rest.trim_end_matches('/').to_owned(),
            ..Name::default()
        },
        None => Name::from_typed(text),
    }
}

fn add_fact(person: &mut Person, fact: &Fact, number: usize) {
    let said = match fact.value.as_str() {
        "yes" => Said::Yes,
        "maybe" => Said::Maybe,
        "no" => Said::No,
        other => panic!("no such value: {other}"),
    };
    let (kind, catalogue) = (kind_id(&fact.kind), Catalogue::builtin());
    let moment = |age: Option<u8>| age.map(|age| Moment::AtAge(Age::Exactly(age)));
    let (since, until) = (moment(fact.since), moment(fact.until));
    if catalogue.skill(&fact.kind).is_some() {
        let level = match said {
            Said::Yes => SkillLevel::Hard,
            Said::Maybe => SkillLevel::Varies,
            Said::No => SkillLevel::GoesWell,
        };
        person.skills.push(SkillNote { skill: kind, level, according_to: String::new() });
    } else if catalogue.strength(&fact.kind).is_some() {
        let id = StrengthId::new(&format!("k{number}")).expect("a valid id");
        person.strengths.push(Strength { said, since, until, ..Strength::new(id, kind) });
    } else {
        let id = EntryId::new(&format!("e{number}")).expect("a valid id");
        let going_on = match (fact.now, fact.until) {
            (true, _) => GoingOn::Now,
            (false, Some(_)) => GoingOn::Before,
            (false, None) => GoingOn::Unknown,
        };
        person.entries.push(Entry { said, since, until, going_on, ..Entry::new(id, kind) });
    }
}

/// The couples of the table, and a union for every set of parents that is no couple.
fn unions(family: &Family) -> BTreeMap<UnionId, Arc<Union>> {
    let mut unions: Vec<Union> = family.unions.iter().map(couple).collect();
    for kid in &family.kids {
        let parents: Vec<PersonId> = kid.parents.iter().map(|id| person_id(id)).collect();
        let same = |union: &Union| {
            union.partners.len() == parents.len()
                && parents.iter().all(|parent| union.partners.contains(parent))
        };
        let bond = match kid.kind.as_str() {
            "bio" => Bond::Birth,
            "adopted" => Bond::Adopted,
            "foster" => Bond::Foster,
            other => panic!("no such bond: {other}"),
        };
        let child = Child { bond, ..Child::by_birth(person_id(&kid.child)) };
        match unions.iter_mut().find(|union| same(union)) {
            Some(union) => union.children.push(child),
            None => {
                unions.push(Union { partners: parents, children: vec![child], ..Union::default() });
            }
        }
    }
    let id = |n: usize| UnionId::new(&format!("u{}", n + 1)).expect("a valid id");
    unions.into_iter().enumerate().map(|(n, union)| (id(n), Arc::new(union))).collect()
}

fn couple(it: &Couple) -> Union {
    let kind = match it.kind.as_str() {
        "married" => UnionKind::Married,
        "cohabiting" => UnionKind::LivingTogether,
        "lat" => UnionKind::LivingApart,
        "relationship" => UnionKind::Relationship,
        other => panic!("no such union: {other}"),
    };
    let ending = it.how.as_deref().map(|how| match how {
        "death" => Ending::Death,
        "divorce" => Ending::Divorced,
        "ended" => Ending::Separated,
        other => panic!("no such ending: {other}"),
    });
    Union {
        partners: vec![person_id(&it.a), person_id(&it.b)],
        kind,
        from: it.start.as_deref().map(date),
        until: it.end.as_deref().map(date),
        ending,
        ..Union::default()
    }
}

fn twins(it: &Born) -> Twins {
    let kind = match it.kind.as_str() {
        "identical" => TwinKind::Identical,
        "fraternal" => TwinKind::Fraternal,
        _ => TwinKind::Unknown,
    };
    Twins { kind, people: it.people.iter().map(|id| person_id(id)).collect() }
}

fn relation(it: &Line) -> Arc<Relation> {
    // The tables spell kinds as the field does; the catalogue knows those spellings.
    let Some(kind) = Catalogue::builtin().relation(&it.kind) else {
        panic!("no such relation: {}", it.kind)
    };
    Arc::new(Relation {
        from: person_id(&it.a),
        to: Party::Person(person_id(&it.b)),
        kind: kind_id(&kind.id),
        since: it.start.as_deref().map(date),
        until: it.end.as_deref().map(date),
        according_to: String::new(),
        sensitive: None,
        entries: Vec::new(),
        notes: Vec::new(),
    })
}

fn household(it: &Home) -> Arc<Household> {
    let member = |id: &String| Housemate { person: person_id(id), from: None, until: None };
    Arc::new(Household {
        name: it.name.clone(),
        members: it.people.iter().map(member).collect(),
        ..Household::default()
    })
}
