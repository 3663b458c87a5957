//! What can be attached to a person, a relation or a family: life areas, problem kinds,
//! strengths, executive skills, kinds of support and of relation.
//!
//! The tables are text (`assets/catalogue/*.ron`) compiled into the program. Nothing here knows
//! who carries what.

mod icons;
pub mod phrases;
mod rows;
mod search;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use crate::i18n::{Lang, Words};
use crate::theme::Hue;

pub use icons::{PLAIN_ICON, icon, icons};
pub use phrases::Phrases;
pub use rows::{
    Area, CHILDHOOD_ENDS, CoreFunction, ExecutiveSkill, Harm, Nature, Pillar, ProblemKind, Pull,
    RelationKind, RelationLine, Roles, Sensitivity, SkillAge, StrengthKind, StrengthLevel,
    SupportKind, Synonyms, Tone, ViolenceSide,
};
pub use search::folded;
pub(crate) use search::slug;

/// All tables together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    areas: Vec<Area>,
    kinds: Vec<ProblemKind>,
    strengths: Vec<StrengthKind>,
    skills: Vec<ExecutiveSkill>,
    supports: Vec<SupportKind>,
    relations: Vec<RelationKind>,
    /// Where each id, and each alias of a relation kind, stands.
    places: BTreeMap<String, Place>,
    /// Ids by what a user may type after `#`; tags that mean several rows are left out.
    tags: BTreeMap<String, Place>,
    /// What the search looks through, in the order in which equals are shown.
    haystacks: Vec<search::Haystack<Place>>,
    /// What is said of every theme.
    phrases: phrases::Book,
}

/// The table and the row in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Area(usize),
    Kind(usize),
    Strength(usize),
    Skill(usize),
    Support(usize),
    Relation(usize),
}

/// A row of any table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'a> {
    /// A life area.
    Area(&'a Area),
    /// A problem kind.
    Kind(&'a ProblemKind),
    /// A strength.
    Strength(&'a StrengthKind),
    /// An executive skill.
    Skill(&'a ExecutiveSkill),
    /// A kind of support.
    Support(&'a SupportKind),
    /// A kind of relation.
    Relation(&'a RelationKind),
}

impl<'a> Entry<'a> {
    /// Its id.
    #[must_use]
    pub fn id(self) -> &'a str {
        match self {
            Self::Area(row) => &row.id,
            Self::Kind(row) => &row.id,
            Self::Strength(row) => &row.id,
            Self::Skill(row) => &row.id,
            Self::Support(row) => &row.id,
            Self::Relation(row) => &row.id,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn words(self) -> &'a Words {
        match self {
            Self::Area(row) => &row.words,
            Self::Kind(row) => &row.words,
            Self::Strength(row) => &row.words,
            Self::Skill(row) => &row.words,
            Self::Support(row) => &row.words,
            Self::Relation(row) => &row.words,
        }
    }

    /// The other words that find it.
    #[must_use]
    pub const fn synonyms(self) -> &'a Synonyms {
        match self {
            Self::Area(row) => &row.synonyms,
            Self::Kind(row) => &row.synonyms,
            Self::Strength(row) => &row.synonyms,
            Self::Skill(row) => &row.synonyms,
            Self::Support(row) => &row.synonyms,
            Self::Relation(row) => &row.synonyms,
        }
    }

    /// The name of its icon; relations have a line instead.
    #[must_use]
    pub fn icon(self) -> Option<&'a str> {
        match self {
            Self::Area(row) => Some(&row.icon),
            Self::Kind(row) => Some(&row.icon),
            Self::Strength(row) => Some(&row.icon),
            Self::Skill(row) => Some(&row.icon),
            Self::Support(row) => Some(&row.icon),
            Self::Relation(_) => None,
        }
    }
}

/// The tables as text.
struct Sources {
    areas: &'static str,
    kinds: &'static str,
    strengths: &'static str,
    skills: &'static str,
    supports: &'static str,
    relations: &'static str,
}

const SOURCES: Sources = Sources {
    areas: include_str!("../../assets/catalogue/areas.ron"),
    kinds: include_str!("../../assets/catalogue/kinds.ron"),
    strengths: include_str!("../../assets/catalogue/strengths.ron"),
    skills: include_str!("../../assets/catalogue/skills.ron"),
    supports: include_str!("../../assets/catalogue/supports.ron"),
    relations: include_str!("../../assets/catalogue/relations.ron"),
};

static BUILTIN: LazyLock<Catalogue> =
    // The text is compiled in and a test parses it, so the empty catalogue is never seen.
    LazyLock::new(|| Catalogue::parse(&SOURCES).unwrap_or_default());

impl Catalogue {
    /// The catalogue that the program carries, parsed once.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    fn parse(sources: &Sources) -> Result<Self, ron::error::SpannedError> {
        let mut catalogue = Self {
            areas: rows(sources.areas)?,
            kinds: rows(sources.kinds)?,
            strengths: rows(sources.strengths)?,
            skills: rows(sources.skills)?,
            supports: rows(sources.supports)?,
            relations: rows(sources.relations)?,
            places: BTreeMap::new(),
            tags: BTreeMap::new(),
            haystacks: Vec::new(),
            phrases: phrases::Book::parse()?,
        };
        catalogue.places = catalogue.collect_places();
        catalogue.tags = catalogue.collect_tags();
        let rows = catalogue.all_places().filter_map(|place| Some((place, catalogue.at(place)?)));
        catalogue.haystacks = rows.map(|(place, row)| search::Haystack::new(place, row)).collect();
        Ok(catalogue)
    }

    /// The life areas, in the order of the palette.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The problem kinds, by life area.
    #[must_use]
    pub fn kinds(&self) -> &[ProblemKind] {
        &self.kinds
    }

    /// The problem kinds of one life area, in file order.
    pub fn kinds_of<'a>(&'a self, area: &'a str) -> impl Iterator<Item = &'a ProblemKind> {
        self.kinds.iter().filter(move |kind| kind.area == area)
    }

    /// The strengths: of the person, then the family, then the surroundings, roughly.
    #[must_use]
    pub fn strengths(&self) -> &[StrengthKind] {
        &self.strengths
    }

    /// The executive skills.
    #[must_use]
    pub fn skills(&self) -> &[ExecutiveSkill] {
        &self.skills
    }

    /// The kinds of support.
    #[must_use]
    pub fn supports(&self) -> &[SupportKind] {
        &self.supports
    }

    /// The kinds of relation.
    #[must_use]
    pub fn relations(&self) -> &[RelationKind] {
        &self.relations
    }

    /// The life area with this id.
    #[must_use]
    pub fn area(&self, id: &str) -> Option<&Area> {
        let Entry::Area(area) = self.entry(id)? else { return None };
        Some(area)
    }

    /// The problem kind with this id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&ProblemKind> {
        let Entry::Kind(kind) = self.entry(id)? else { return None };
        Some(kind)
    }

    /// The strength with this id.
    #[must_use]
    pub fn strength(&self, id: &str) -> Option<&StrengthKind> {
        let Entry::Strength(strength) = self.entry(id)? else { return None };
        Some(strength)
    }

    /// The executive skill with this id.
    #[must_use]
    pub fn skill(&self, id: &str) -> Option<&ExecutiveSkill> {
        let Entry::Skill(skill) = self.entry(id)? else { return None };
        Some(skill)
    }

    /// The kind of support with this id.
    #[must_use]
    pub fn support(&self, id: &str) -> Option<&SupportKind> {
        let Entry::Support(support) = self.entry(id)? else { return None };
        Some(support)
    }

    /// The kind of relation with this id, or with this alias.
    #[must_use]
    pub fn relation(&self, id: &str) -> Option<&RelationKind> {
        let Entry::Relation(relation) = self.entry(id)? else { return None };
        Some(relation)
    }

    /// The colour family of a problem kind: its own, else that of its area.
    #[must_use]
    pub fn hue(&self, kind: &ProblemKind) -> Option<Hue> {
        kind.hue.or_else(|| Some(self.area(&kind.area)?.hue))
    }

    /// What is said of a theme, as it is spelled on cards: `geld-schulden`, `strong(ef-tijd)`,
    /// `young-parent`, `contact(violence)`. What follows from the family may also be found by the
    /// kind under which it is entered (`opv-jongouder`).
    #[must_use]
    pub fn phrases(&self, theme: &str) -> Option<&Phrases> {
        self.phrases.get(theme)
    }

    /// What is said of every theme, in the order of the catalogue.
    #[must_use]
    pub fn all_phrases(&self) -> &[Phrases] {
        self.phrases.rows()
    }

    /// The row with this id (or relation alias), whatever table it is in.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<Entry<'_>> {
        self.at(*self.places.get(id)?)
    }

    /// The problem kind, strength or executive skill that a tag of the quick line means.
    ///
    /// A tag is an id (`geld-schulden`), an id without its group (`schulden`), or a name with
    /// dashes in either language (`geen-diploma`, `no-diploma`). Case and accents do not matter.
    /// `None` when nothing, or more than one thing, is called so.
    #[must_use]
    pub fn tagged(&self, tag: &str) -> Option<Entry<'_>> {
        self.at(*self.tags.get(&slug(tag))?)
    }

    /// The rows that `query` finds, best first; words in `lang` count for more.
    ///
    /// Every word of the query must begin a word of the name or of a synonym; where nothing
    /// begins so, a word of three letters or more may stand inside another ("schuld" in
    /// "huurschuld"). Case and accents do not matter. An empty query finds nothing.
    #[must_use]
    pub fn search(&self, query: &str, lang: Lang) -> Vec<Entry<'_>> {
        let places = search::search(&self.haystacks, query, lang);
        places.into_iter().filter_map(|place| self.at(place)).collect()
    }

    /// Every row of every table: problem kinds, strengths, skills, areas, supports, relations.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.all_places().filter_map(|place| self.at(place))
    }

    fn at(&self, place: Place) -> Option<Entry<'_>> {
        match place {
            Place::Area(row) => self.areas.get(row).map(Entry::Area),
            Place::Kind(row) => self.kinds.get(row).map(Entry::Kind),
            Place::Strength(row) => self.strengths.get(row).map(Entry::Strength),
            Place::Skill(row) => self.skills.get(row).map(Entry::Skill),
            Place::Support(row) => self.supports.get(row).map(Entry::Support),
            Place::Relation(row) => self.relations.get(row).map(Entry::Relation),
        }
    }

    fn all_places(&self) -> impl Iterator<Item = Place> {
        let areas = (0..self.areas.len()).map(Place::Area);
        let problems = (0..self.kinds.len()).map(Place::Kind);
        let strengths = (0..self.strengths.len()).map(Place::Strength);
        let skills = (0..self.skills.len()).map(Place::Skill);
        let supports = (0..self.supports.len()).map(Place::Support);
        let relations = (0..self.relations.len()).map(Place::Relation);
        problems.chain(strengths).chain(skills).chain(areas).chain(supports).chain(relations)
    }

    fn collect_places(&self) -> BTreeMap<String, Place> {
        let mut places = BTreeMap::new();
        for place in self.all_places() {
            let Some(entry) = self.at(place) else { continue };
            places.insert(entry.id().to_owned(), place);
            if let Entry::Relation(relation) = entry {
                for alias in &relation.aliases {
                    places.insert(alias.clone(), place);
                }
            }
        }
        places
    }

    fn collect_tags(&self) -> BTreeMap<String, Place> {
        // In order of precedence: a whole id beats an id without its group beats a name, and a
        // problem kind beats a strength beats a skill of the same tag.
        let mut tags = BTreeMap::new();
        let groups: [fn(Entry<'_>) -> bool; 3] = [
            |entry| matches!(entry, Entry::Kind(_)),
            |entry| matches!(entry, Entry::Strength(_)),
            |entry| matches!(entry, Entry::Skill(_)),
        ];
        let names: [fn(Entry<'_>) -> Vec<String>; 3] = [
            |entry| vec![slug(entry.id())],
            |entry| entry.id().split_once('-').map(|(_, tail)| slug(tail)).into_iter().collect(),
            |entry| Lang::ALL.map(|lang| slug(entry.words().in_lang(lang))).into(),
        ];
        for names_of in names {
            for in_group in groups {
                let mut found: BTreeMap<String, Vec<Place>> = BTreeMap::new();
                for place in self.all_places() {
                    let Some(entry) = self.at(place).filter(|&entry| in_group(entry)) else {
                        continue;
                    };
                    for name in names_of(entry) {
                        let same = found.entry(name).or_default();
                        if !same.contains(&place) {
                            same.push(place);
                        }
                    }
                }
                for (name, places) in found {
                    if let [only] = places.as_slice() {
                        tags.entry(name).or_insert(*only);
                    }
                }
            }
        }
        tags
    }
}

fn rows<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, ron::error::SpannedError> {
    ron::from_str(text)
}

#[cfg(test)]
mod tests;
