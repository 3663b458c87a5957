//! The neutral exchange format in which layouts of different programs are compared.
//!
//! Input: `{name, persons: [{id, sex: M|F|U, birth_year?, name?}], unions: [{id, partners: [0 to 2
//! ids], children: [ids]}]}`. A person who is a child in several unions stands in the first of them.
//! Output: `{tool, version, layout_ms, cpu_ms, persons: {id: {x, y, w, h}}, extra: [], edges: [{kind,
//! union, person?, points}]}`, where x and y are the centre of the box and y grows downward.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::geometry::Size;
use crate::layout::{Child, ChildPlace, Family, Layout, LineRole, Member, Side, Union};

/// Room for one person, as all programs in the comparison are given it.
const BOX: Size = Size::new(80.0, 60.0);
/// The symbol stands in the upper part of that box, the label below it.
const SYMBOL_DROP: f64 = 20.0;
const SYMBOL_HALF: f64 = 16.0;

/// A family in the neutral format, with the names by which the answer refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Neutral {
    /// The family as layout sees it.
    pub family: Family,
    /// What each person is called in the input.
    pub person_ids: Vec<String>,
    /// The name of each person; empty when there is none.
    pub names: Vec<String>,
    /// What each union is called in the input.
    pub union_ids: Vec<String>,
}

/// Why a text is not a family in the neutral format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NeutralError {
    /// The text is not JSON of the right shape; the parser's sentence says where.
    Unreadable(String),
    /// Two persons have this id.
    PersonTwice(String),
    /// A union names a person who is not in the list.
    UnknownPerson {
        /// The union.
        union: String,
        /// The person it names.
        person: String,
    },
    /// This union has more than two partners.
    TooManyPartners(String),
}

impl fmt::Display for NeutralError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "this is not a family in the neutral format: {why}"),
            Self::PersonTwice(id) => write!(f, "there are two persons with the id {id}"),
            Self::UnknownPerson { union, person } => {
                write!(f, "union {union} names a person {person} who is not in the list")
            }
            Self::TooManyPartners(id) => write!(f, "union {id} has more than two partners"),
        }
    }
}

impl std::error::Error for NeutralError {}

#[derive(Deserialize)]
struct WireFamily {
    persons: Vec<WirePerson>,
    unions: Vec<WireUnion>,
}

#[derive(Deserialize)]
struct WirePerson {
    id: WireId,
    #[serde(default)]
    sex: Option<String>,
    #[serde(default)]
    birth_year: Option<f64>,
    #[serde(default)]
    name: Option<String>,
}

#[derive(Deserialize)]
struct WireUnion {
    id: WireId,
    #[serde(default)]
    partners: Vec<WireId>,
    #[serde(default)]
    children: Vec<WireId>,
}

/// Programs write ids as texts or as numbers.
#[derive(Deserialize)]
#[serde(untagged)]
enum WireId {
    Text(String),
    Number(serde_json::Number),
}

impl WireId {
    fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
        }
    }
}

/// Reads a family.
///
/// # Errors
/// If `text` is not JSON of that shape, or contradicts itself in a way that leaves open who is meant.
pub fn read(text: &str) -> Result<Neutral, NeutralError> {
    let WireFamily { persons, unions } =
        serde_json::from_str(text).map_err(|error| NeutralError::Unreadable(error.to_string()))?;
    let mut family = Family::default();
    let mut number = BTreeMap::new();
    let mut person_ids = Vec::with_capacity(persons.len());
    let mut names = Vec::with_capacity(persons.len());
    for WirePerson { id, sex, birth_year, name } in persons {
        let id = id.text();
        if number.insert(id.clone(), person_ids.len()).is_some() {
            return Err(NeutralError::PersonTwice(id));
        }
        person_ids.push(id);
        names.push(name.unwrap_or_default());
        let side = match sex.as_deref() {
            Some("M") => Side::Left,
            Some("F") => Side::Right,
            Some(_) | None => Side::Either,
        };
        family.people.push(Member {
            size: BOX,
            symbol_drop: SYMBOL_DROP,
            symbol_half: SYMBOL_HALF,
            side,
            birth: birth_year,
            pin: None,
        });
    }
    let mut union_ids = Vec::with_capacity(unions.len());
    let mut has_home = vec![false; person_ids.len()];
    for WireUnion { id, partners, children } in unions {
        let id = id.text();
        let find = |person: WireId| {
            let person = person.text();
            let known = number.get(&person).copied();
            known.ok_or_else(|| NeutralError::UnknownPerson { union: id.clone(), person })
        };
        let partners: Vec<usize> = partners.into_iter().map(find).collect::<Result<_, _>>()?;
        if 2 < partners.len() {
            return Err(NeutralError::TooManyPartners(id));
        }
        let mut sibship = Vec::with_capacity(children.len());
        for child in children {
            let person = find(child)?;
            let already = has_home.get_mut(person).is_none_or(|at| std::mem::replace(at, true));
            let place = if already { ChildPlace::Below } else { ChildPlace::Home };
            sibship.push(Child { person, place, twin: None });
        }
        family.unions.push(Union { partners, children: sibship, from: None, current: false });
        union_ids.push(id);
    }
    Ok(Neutral { family, person_ids, names, union_ids })
}

/// How long a layout took, one number a run, in milliseconds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timings {
    /// By the clock on the wall.
    pub wall_ms: Vec<f64>,
    /// By the processor's account; empty where the system does not say.
    pub cpu_ms: Vec<f64>,
}

#[derive(Serialize)]
struct WireLayout<'a> {
    tool: &'static str,
    version: &'static str,
    layout_ms: &'a [f64],
    cpu_ms: &'a [f64],
    persons: BTreeMap<&'a str, WireBox>,
    extra: [WireBox; 0],
    edges: Vec<WireEdge<'a>>,
}

#[derive(Serialize)]
struct WireBox {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

#[derive(Serialize)]
struct WireEdge<'a> {
    kind: &'static str,
    union: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'a str>,
    points: Vec<[f64; 2]>,
}

#[derive(Serialize)]
struct WireFamilyOut<'a> {
    persons: Vec<WirePersonOut<'a>>,
    unions: Vec<WireUnionOut<'a>>,
}

#[derive(Serialize)]
struct WirePersonOut<'a> {
    id: &'a str,
    sex: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    birth_year: Option<i64>,
}

#[derive(Serialize)]
struct WireUnionOut<'a> {
    id: &'a str,
    partners: Vec<&'a str>,
    children: Vec<&'a str>,
}

/// The year of a moment in years; `None` when it is no year that a calendar has.
fn whole_year(moment: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "checked to be small")]
    (moment.abs() < 1e6).then(|| moment.floor() as i64)
}

/// Writes the family of `neutral` as one line of JSON that [`read`] understands.
#[must_use]
pub fn write_family(neutral: &Neutral) -> String {
    let people = neutral.person_ids.iter().zip(&neutral.family.people);
    let name = |person: &usize| neutral.person_ids.get(*person).map(String::as_str);
    let unions = neutral.union_ids.iter().zip(&neutral.family.unions);
    let wire = WireFamilyOut {
        persons: people
            .map(|(id, member)| WirePersonOut {
                id,
                sex: match member.side {
                    Side::Left => "M",
                    Side::Right => "F",
                    Side::Either => "U",
                },
                birth_year: member.birth.and_then(whole_year),
            })
            .collect(),
        unions: unions
            .map(|(id, union)| WireUnionOut {
                id,
                partners: union.partners.iter().filter_map(name).collect(),
                children: union.children.iter().filter_map(|it| name(&it.person)).collect(),
            })
            .collect(),
    };
    // Numbers, texts and lists always have a JSON form.
    serde_json::to_string(&wire).unwrap_or_default()
}

/// Writes the layout of `neutral`, as one line of JSON.
#[must_use]
pub fn write(neutral: &Neutral, layout: &Layout, timings: &Timings) -> String {
    let ids = || neutral.person_ids.iter().map(String::as_str);
    let boxes = layout.people.iter().zip(&neutral.family.people).map(|(centre, member)| WireBox {
        x: centre.x,
        y: centre.y,
        w: member.size.w,
        h: member.size.h,
    });
    let edges = layout.connectors.iter().filter_map(|line| {
        Some(WireEdge {
            kind: kind(line.role),
            union: neutral.union_ids.get(line.union)?,
            person: line.person.and_then(|p| neutral.person_ids.get(p)).map(String::as_str),
            points: line.points.iter().map(|point| [point.x, point.y]).collect(),
        })
    });
    let wire = WireLayout {
        tool: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        layout_ms: &timings.wall_ms,
        cpu_ms: if timings.cpu_ms.is_empty() { &timings.wall_ms } else { &timings.cpu_ms },
        persons: ids().zip(boxes).collect(),
        extra: [],
        edges: edges.collect(),
    };
    // Numbers, texts and lists always have a JSON form.
    serde_json::to_string(&wire).unwrap_or_default()
}

fn kind(role: LineRole) -> &'static str {
    match role {
        LineRole::Partners => "partners",
        LineRole::Descent => "descent",
        LineRole::Sibship => "sibship",
        LineRole::Individual => "individual",
        LineRole::Second => "second",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Options, layout};

    const ADOPTED: &str = r#"{"name": "n", "persons": [
        {"id": 1, "sex": "M", "birth_year": 1950}, {"id": "b", "sex": "F"}, {"id": "c"}],
        "unions": [{"id": "u", "partners": [1, "b"], "children": ["c"]},
                   {"id": "v", "partners": [], "children": ["c"]}]}"#;

    #[test]
    fn a_child_of_two_unions_stands_in_the_first() {
        let neutral = read(ADOPTED).unwrap();
        assert_eq!(neutral.person_ids, ["1", "b", "c"]);
        assert_eq!(neutral.family.people[0].side, Side::Left);
        assert_eq!(neutral.family.people[0].birth, Some(1950.0));
        let places: Vec<ChildPlace> =
            neutral.family.unions.iter().map(|union| union.children[0].place).collect();
        assert_eq!(places, [ChildPlace::Home, ChildPlace::Below]);
    }

    #[test]
    fn a_family_that_is_written_is_read_as_the_same() {
        let neutral = read(ADOPTED).unwrap();
        let again = read(&write_family(&neutral)).unwrap();
        assert_eq!(again.family, neutral.family);
        assert_eq!((again.person_ids, again.union_ids), (neutral.person_ids, neutral.union_ids));
    }

    #[test]
    fn what_is_written_names_everybody_once() {
        let neutral = read(ADOPTED).unwrap();
        let layout = layout(&neutral.family, &Options::default());
        let text = write(&neutral, &layout, &Timings { wall_ms: vec![1.5], cpu_ms: Vec::new() });
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["layout_ms"], serde_json::json!([1.5]));
        assert_eq!(value["cpu_ms"], value["layout_ms"], "the clock stands in for the processor");
        assert_eq!(value["persons"].as_object().unwrap().len(), layout.people.len());
    }

    #[test]
    fn errors_say_what_is_wrong() {
        let check = |text: &str, message: &str| {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(message), "{error}");
        };
        check("{", "not a family in the neutral format");
        check(
            r#"{"persons": [{"id": 1}, {"id": "1"}], "unions": []}"#,
            "two persons with the id 1",
        );
        check(
            r#"{"persons": [], "unions": [{"id": "u", "partners": ["x"]}]}"#,
            "union u names a person x",
        );
        check(
            r#"{"persons": [{"id": 1}], "unions": [{"id": "u", "partners": [1, 1, 1]}]}"#,
            "union u has more than two partners",
        );
    }
}
