//! `rode-draad patterns IN`: what comes back and where it stopped, as text or as JSON.

use std::path::{Path, PathBuf};

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::cards_json::cards_json;
use super::cards_text::cards_text;
use super::{Failure, input, output};
use crate::catalogue::Catalogue;
use crate::clock;
use crate::i18n::{Lang, Texts};
use crate::kinship::{Bonds, Kinship};
use crate::model::{AgeRange, Bond, Date, FamilyMap, PersonId};
use crate::pattern::{
    Cards, End, Evidence, Finding, Findings, KinEdge, Load, Place, Settings, WhiteSpot, cards, find,
};
use crate::shown::{Opened, without_hidden};

/// The version of the JSON. Grows when a field changes its meaning, not when one is added.
const FORMAT: u32 = 2;

/// Where to look, and how to say it.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A family map or GEDCOM file; `-` for what is piped in
    input: PathBuf,
    /// Sentences, or data with the sentences in both languages
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// The language of the sentences [default: that of the map]
    #[arg(long, value_parser = parse_lang, value_name = "nl|en")]
    lang: Option<Lang>,
    /// The wider areas of life too (JSON always holds everything)
    #[arg(long)]
    all: bool,
    /// Which bonds make the family line
    #[arg(long, value_parser = parse_bonds, default_value = "family", value_name = "birth|family|all")]
    bonds: Bonds,
    /// Maybe counts as yes; what rests on it says so
    #[arg(long)]
    count_maybe: bool,
    /// The day that ages count to [default: that of the map, else today]
    #[arg(long, value_parser = parse_date, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    #[command(flatten)]
    reading: input::Reading,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Sentences
    Text,
    /// Data
    Json,
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "nl or en".to_owned())
}

fn parse_bonds(text: &str) -> Result<Bonds, String> {
    Bonds::from_code(text).ok_or_else(|| "birth, family or all".to_owned())
}

fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a date such as 2026-11-21".to_owned())
}

pub(super) fn run(arguments: &Arguments, texts: Texts) -> Result<(), Failure> {
    let (map, notes) = input::map(&arguments.input, arguments.reading)?;
    output::complain(texts, &notes);
    let today = arguments.today.unwrap_or_else(|| map.today_or(clock::today()));
    let settings = Settings {
        bonds: arguments.bonds,
        count_maybe: arguments.count_maybe,
        ..Settings::default()
    };
    let (kin, catalogue) = (Kinship::of(&map), Catalogue::builtin());
    let cards = cards(&map, &kin, catalogue, &settings, today, &Opened::default());
    let text = match arguments.format {
        Format::Json => {
            // What is hidden is not in data either.
            let map = without_hidden(&map, catalogue, &Opened::default());
            let found = find(&map, &kin, catalogue, &settings, today);
            let report = Report::of((&map, &kin), &found, &cards, &settings, today);
            serde_json::to_string_pretty(&report).unwrap_or_default()
        }
        Format::Text => {
            let lang = arguments.lang.unwrap_or(map.lang);
            {
                let more: &[Place] =
                    if arguments.all { &[Place::More, Place::Wider] } else { &[Place::More] };
                cards_text(&map, &kin, &cards, lang, more)
            }
        }
    };
    output::write(Path::new("-"), format!("{text}\n").as_bytes())
}

/// Everything that was found, in the shape that the command line promises.
#[derive(Serialize)]
struct Report<'a> {
    bonds: &'static str,
    cards: Vec<Value>,
    count_maybe: bool,
    findings: Found<'a>,
    focus: Vec<&'a str>,
    format: u32,
    load: Vec<Value>,
    start: &'static str,
    thresholds: Map<String, Value>,
    today: String,
    white_spots: Vec<Value>,
}

impl<'a> Report<'a> {
    fn of(
        (map, kin): (&'a FamilyMap, &Kinship),
        found: &'a Findings,
        cards: &Cards,
        settings: &Settings,
        today: Date,
    ) -> Self {
        Self {
            bonds: settings.bonds.code(),
            cards: cards_json(map, kin, cards),
            count_maybe: settings.count_maybe,
            findings: Found(found),
            focus: ids(&map.focus),
            format: FORMAT,
            load: found.load.iter().map(load_json).collect(),
            start: cards.start.code(),
            thresholds: numbers(&settings.thresholds()),
            today: today.to_string(),
            white_spots: found.white_spots.iter().map(white_spot_json).collect(),
        }
    }
}

/// All findings, one after the other, for they may be many; their words are those of the cards.
struct Found<'a>(&'a Findings);

impl Serialize for Found<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.findings.iter().map(finding_json))
    }
}

fn finding_json(finding: &Finding) -> Value {
    let exact = finding.ages.iter().filter_map(|(id, age)| Some((id.to_string(), age.exact()?)));
    let ages: Map<String, Value> = exact.map(|(id, age)| (id, age.into())).collect();
    let doubtful = finding.ages.iter().filter(|(_, age)| age.exact().is_none());
    let between: Map<String, Value> =
        doubtful.map(|(id, age)| (id.to_string(), range_json(*age))).collect();
    json!({
        "id": finding.id.as_str(),
        "pattern": finding.pattern.code(),
        "theme": finding.theme.as_ref().map(ToString::to_string),
        "more_themes": finding.more_themes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "headline": finding.headline,
        "people": ids(&finding.people),
        "around": ids(&finding.around),
        "edges": finding.edges.iter().map(edge_json).collect::<Vec<_>>(),
        "length": finding.length,
        "span": finding.span,
        "ends": finding.ends.iter().map(end_json).collect::<Vec<_>>(),
        "yes": finding.yes,
        "known": finding.known,
        "unknown": finding.unknown,
        "ages": ages,
        "ages_between": between,
        "evidence": finding.evidence.iter().map(evidence_json).collect::<Vec<_>>(),
        "helped": finding.helped.iter().map(evidence_json).collect::<Vec<_>>(),
        "counts": numbers(&finding.counts),
        "thresholds": numbers(&finding.thresholds),
        "bonds": finding.bonds.code(),
        "counts_maybe": finding.counts_maybe,
        "covered_by": finding.covered_by.as_ref().map(ToString::to_string),
    })
}

fn ids(people: &[PersonId]) -> Vec<&str> {
    people.iter().map(PersonId::as_str).collect()
}

fn numbers(list: &[(&'static str, i64)]) -> Map<String, Value> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect()
}

fn range_json(age: AgeRange) -> Value {
    json!([age.lo, age.hi])
}

fn edge_json(edge: &KinEdge) -> Value {
    let bonds = edge.bonds.iter().map(|bond| match bond {
        Bond::Birth => "birth",
        Bond::Adopted => "adopted",
        Bond::Foster => "foster",
        Bond::Step => "step",
        Bond::Guardian => "guardian",
        Bond::Donor => "donor",
    });
    json!({
        "from": edge.from.as_str(),
        "to": edge.to.as_str(),
        "kind": edge.kind.code(),
        "over": ids(&edge.over),
        "bonds": bonds.collect::<Vec<_>>(),
    })
}

fn end_json(end: &End) -> Value {
    let mut value = json!({ "person": end.person.as_str(), "kind": end.kind.code() });
    if let Some(object) = value.as_object_mut().filter(|_| end.age.is_some()) {
        object.insert("age".to_owned(), end.age.map_or(Value::Null, age_json));
    }
    value
}

fn age_json(age: AgeRange) -> Value {
    age.exact().map_or_else(|| range_json(age), Value::from)
}

/// What sort of record it is, and its id.
fn evidence_json(evidence: &Evidence) -> Value {
    match evidence {
        Evidence::Entry(id) => json!({ "entry": id.as_str() }),
        Evidence::Strength(id) => json!({ "strength": id.as_str() }),
        Evidence::Skill(of, skill) => json!({ "skill": skill.as_str(), "of": of.as_str() }),
        Evidence::Union(id) => json!({ "union": id.as_str() }),
        Evidence::Child(id, child) => json!({ "union": id.as_str(), "child": child.as_str() }),
        Evidence::Relation(id) => json!({ "relation": id.as_str() }),
        Evidence::Household(id) => json!({ "household": id.as_str() }),
        Evidence::Support(id) => json!({ "support": id.as_str() }),
        Evidence::Goal(id) => json!({ "goal": id.as_str() }),
        Evidence::Birth(of) => json!({ "birth": of.as_str() }),
        Evidence::Death(of) => json!({ "death": of.as_str() }),
    }
}

fn white_spot_json(spot: &WhiteSpot) -> Value {
    json!({
        "branch": ids(&spot.branch),
        "generation": spot.generation,
        "people": spot.people,
        "asked": spot.asked,
        "unknown": spot.unknown,
        "named": spot.named,
    })
}

fn load_json(load: &Load) -> Value {
    json!({
        "generation": load.generation,
        "area": load.area.as_str(),
        "yes": load.yes,
        "known": load.known,
        "unknown": load.unknown,
    })
}
