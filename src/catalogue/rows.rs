//! The rows of the catalogue, as they stand in `assets/catalogue/*.ron`.

use serde::Deserialize;

use crate::i18n::{Lang, Words};
use crate::theme::Hue;

/// The age at which a childhood experience can no longer begin: from then a "no" is final.
pub const CHILDHOOD_ENDS: u8 = 18;

/// A life area: one of twelve groups of problem kinds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Area {
    /// Never changes; stands in files.
    pub id: String,
    /// Name of the icon, see [`icon`](crate::catalogue::icon).
    pub icon: String,
    /// Its colour family; two areas may share one.
    #[serde(with = "HueRow")]
    pub hue: Hue,
    /// Two capitals that can stand in for the icon; unique within a language.
    #[serde(with = "WordsRow")]
    pub code: Words,
    /// The name.
    #[serde(with = "WordsRow")]
    pub words: Words,
    /// Is what began in it around a death worth a look (patterns.md P15)? With all areas something
    /// always matches.
    #[serde(default)]
    pub after_loss: bool,
    /// Its place in the five-pillar view of a person; `None` for police and law.
    pub pillar: Option<Pillar>,
    /// The domain of the Dutch self-reliance matrix (ZRM 2017) that professionals know it by.
    pub self_reliance: String,
    /// Other words that find it.
    pub synonyms: Synonyms,
}

/// One of the five pillars that mobility mentoring looks at side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Pillar {
    /// Housing and family.
    FamilyStability,
    /// Health and the people around.
    WellBeing,
    /// Debts and savings.
    Money,
    /// School and training.
    Education,
    /// Work and career.
    Work,
}

/// Something that can be going on in a life.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ProblemKind {
    /// Never changes; stands in files.
    pub id: String,
    /// Id of its life area.
    pub area: String,
    /// Name of the icon.
    pub icon: String,
    /// The name, B1.
    #[serde(with = "WordsRow")]
    pub words: Words,
    /// Age in years below which nothing entered means "not yet", never "no".
    pub from_age: u8,
    /// Whether it lasts, happens, belongs to childhood, or is derived.
    pub nature: Nature,
    /// What the law calls it.
    pub sensitivity: Sensitivity,
    /// Whether the client's screen leaves it out until the client opens it.
    #[serde(default)]
    pub hidden: bool,
    /// On which side of violence its carriers stand.
    #[serde(default)]
    pub violence: Option<ViolenceSide>,
    /// Its place, from 1, under the digits of a map on which little is entered yet.
    #[serde(default)]
    pub digit: Option<u8>,
    /// Does a child carry care that is not a child's?
    #[serde(default)]
    pub is_care: bool,
    /// Its colour family where it is not that of its area; see
    /// [`Catalogue::hue`](crate::catalogue::Catalogue::hue).
    #[serde(default, with = "hue_row")]
    pub hue: Option<Hue>,
    /// Id of the kind whose carriers are no gap in a line of this kind (patterns.md §3).
    #[serde(default)]
    pub counter_role: Option<String>,
    /// Other words that find it.
    pub synonyms: Synonyms,
}

impl ProblemKind {
    /// The age in years from which it can no longer begin; `None` when there is no such age.
    #[must_use]
    pub const fn closing_age(&self) -> Option<u8> {
        match self.nature {
            Nature::Childhood => Some(CHILDHOOD_ENDS),
            Nature::Situation | Nature::Event | Nature::Derived => None,
        }
    }
}

/// The side of violence on which somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum ViolenceSide {
    /// Used it.
    Used,
    /// Lived through it or saw it.
    LivedThrough,
}

/// How a problem kind stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Nature {
    /// Has a period and can end (type T).
    Situation,
    /// Happens at a moment (type G).
    Event,
    /// Childhood experience: closes at 18, and its end is no "the line stops" (type K).
    Childhood,
    /// Follows from years and unions (type A).
    Derived,
}

/// Which special protection the law gives to knowing this of somebody (GDPR art. 9 and 10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Sensitivity {
    /// None beyond being personal.
    #[default]
    Ordinary,
    /// About health.
    Health,
    /// Belief, origin or another special category.
    Special,
    /// About crime.
    Criminal,
    /// About child protection.
    ChildProtection,
}

/// Something that is strong in a person, a family or their surroundings.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct StrengthKind {
    /// Never changes; stands in files.
    pub id: String,
    /// Name of the icon.
    pub icon: String,
    /// Of whom it is a strength.
    pub level: StrengthLevel,
    /// May it stand on a sheet for a child? Then it tells of no trouble.
    #[serde(default)]
    pub for_child: bool,
    /// Whether it is between a parent and their children, so that a sheet can name them.
    #[serde(default)]
    pub with_children: bool,
    /// Id of the life area it belongs to, where there is one.
    #[serde(default)]
    pub area: Option<String>,
    /// What the law calls it.
    #[serde(default)]
    pub sensitivity: Sensitivity,
    /// The name, B1.
    #[serde(with = "WordsRow")]
    pub words: Words,
    /// Ids of problem kinds to which this strength means "asked: no".
    #[serde(default)]
    pub answers: Vec<String>,
    /// The list of protective factors it comes from.
    #[serde(default)]
    pub source: Option<String>,
    /// Other words that find it.
    pub synonyms: Synonyms,
}

/// Of whom something is a strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum StrengthLevel {
    /// The person.
    Person,
    /// The family.
    Family,
    /// The surroundings.
    Environment,
}

/// One of the executive skills of Dawson and Guare.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ExecutiveSkill {
    /// Never changes; stands in files.
    pub id: String,
    /// Name of the icon.
    pub icon: String,
    /// Age in years below which it is "still learning" and enters no pattern.
    pub from_age: u8,
    /// Which of the three core functions it leans on most.
    pub core: CoreFunction,
    /// The name in plain words.
    #[serde(with = "WordsRow")]
    pub words: Words,
    /// What professionals call it.
    #[serde(with = "WordsRow")]
    pub term: Words,
    /// What somebody says with whom it goes well.
    #[serde(with = "WordsRow")]
    pub goes_well: Words,
    /// What somebody says who finds it hard.
    #[serde(with = "WordsRow")]
    pub hard: Words,
    /// What it is, to read together with a parent.
    #[serde(with = "WordsRow")]
    pub explanation: Words,
    /// How it looks in a child.
    #[serde(with = "WordsRow")]
    pub as_child: Words,
    /// How it looks in a teenager.
    #[serde(with = "WordsRow")]
    pub as_teen: Words,
    /// How it looks in a grown-up.
    #[serde(with = "WordsRow")]
    pub as_grown_up: Words,
    /// One thing to try with a child.
    #[serde(with = "WordsRow")]
    pub try_with_child: Words,
    /// One thing to try for oneself.
    #[serde(with = "WordsRow")]
    pub try_yourself: Words,
    /// Other words that find it.
    pub synonyms: Synonyms,
}

/// An age at which a skill looks otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkillAge {
    /// Under twelve.
    Child,
    /// From twelve.
    Teen,
    /// From eighteen.
    GrownUp,
}

impl SkillAge {
    /// All, the youngest first.
    pub const ALL: [Self; 3] = [Self::Child, Self::Teen, Self::GrownUp];

    /// That of somebody of so many years.
    #[must_use]
    pub const fn of(years: i32) -> Self {
        match years {
            ..12 => Self::Child,
            12..18 => Self::Teen,
            _ => Self::GrownUp,
        }
    }
}

impl ExecutiveSkill {
    /// How it looks at that age.
    #[must_use]
    pub const fn looks(&self, age: SkillAge) -> &Words {
        match age {
            SkillAge::Child => &self.as_child,
            SkillAge::Teen => &self.as_teen,
            SkillAge::GrownUp => &self.as_grown_up,
        }
    }

    /// One thing to try: with a child, or for oneself.
    #[must_use]
    pub const fn to_try(&self, age: SkillAge) -> &Words {
        match age {
            SkillAge::Child => &self.try_with_child,
            SkillAge::Teen | SkillAge::GrownUp => &self.try_yourself,
        }
    }
}

/// The three core executive functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum CoreFunction {
    /// Holding back.
    ImpulseControl,
    /// Keeping in mind.
    WorkingMemory,
    /// Switching.
    MentalFlexibility,
}

/// A kind of organisation or helper around a family.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SupportKind {
    /// Never changes; stands in files.
    pub id: String,
    /// Name of the icon.
    pub icon: String,
    /// Ids of the life areas it helps with, the main one first; empty when [`Self::everywhere`].
    #[serde(default)]
    pub areas: Vec<String>,
    /// Whether it helps in every life area.
    #[serde(default)]
    pub everywhere: bool,
    /// Whether it also helps with executive skills.
    #[serde(default)]
    pub skills: bool,
    /// Whether it is among those that are offered first.
    #[serde(default)]
    pub common: bool,
    /// May it stand on a sheet for a child? Then it tells of no trouble.
    #[serde(default)]
    pub for_child: bool,
    /// Whether it is somebody near, and no organisation.
    #[serde(default)]
    pub personal: bool,
    /// What the law calls it.
    #[serde(default)]
    pub sensitivity: Sensitivity,
    /// The name.
    #[serde(with = "WordsRow")]
    pub words: Words,
    /// Other words that find it.
    pub synonyms: Synonyms,
}

/// A kind of contact between two people.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RelationKind {
    /// Never changes; stands in files.
    pub id: String,
    /// Its English name, as themes are spelled: `violence` in `contact(violence: used)`.
    pub theme: String,
    /// How its line is drawn.
    pub line: RelationLine,
    /// How it feels, and so in which colour it is drawn.
    pub tone: Tone,
    /// What it does between two parents and their child, where it does something (patterns.md P13).
    #[serde(default)]
    pub pull: Option<Pull>,
    /// What one does to the other, where that is harm.
    #[serde(default)]
    pub harm: Option<Harm>,
    /// May who has it with a child stand on its sheet, as somebody who helps?
    #[serde(default)]
    pub for_child: bool,
    /// Does one care for the other?
    #[serde(default)]
    pub is_care: bool,
    /// Whether it is drawn only when asked for.
    #[serde(default)]
    pub hidden: bool,
    /// The name.
    #[serde(with = "WordsRow")]
    pub words: Words,
    /// What each side did; `Some` exactly for the directed kinds.
    #[serde(default)]
    pub roles: Option<Roles>,
    /// English ids that other files use for it.
    pub aliases: Vec<String>,
    /// Other words that find it.
    pub synonyms: Synonyms,
}

impl RelationKind {
    /// Whether it goes from one person to the other.
    #[must_use]
    pub const fn is_directed(&self) -> bool {
        self.roles.is_some()
    }

    /// Is such a relation neither drawn nor named until it is opened? What its own record says goes
    /// before; harm is always closed of itself.
    #[must_use]
    pub fn is_closed(&self, sensitive: Option<bool>) -> bool {
        sensitive.unwrap_or(self.hidden || self.harm.is_some())
    }
}

/// How the line of a relation kind is drawn (domain.md §4d).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum RelationLine {
    /// Two parallel lines.
    TwoParallel,
    /// Three parallel lines.
    ThreeParallel,
    /// One thin line.
    Thin,
    /// Dots.
    Dotted,
    /// A zigzag.
    Zigzag,
    /// Two parallel lines with a zigzag between them.
    ParallelZigzag,
    /// A line with a gap between two bars.
    GapWithBars,
    /// A line with a gap that holds a small circle.
    GapWithCircle,
    /// A zigzag that ends in an arrow.
    ZigzagArrow,
    /// A thick line that ends in a bar and an arrow.
    ThickBarArrow,
    /// A solid line that ends in an open arrow.
    SolidOpenArrow,
    /// A solid line that ends in a filled dot.
    SolidFilledDot,
}

/// How a relation feels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Tone {
    /// Brings closer.
    Warm,
    /// Neither.
    Neutral,
    /// Costs energy.
    Tension,
    /// No contact.
    Break,
}

/// What a relation does between two parents and their child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Pull {
    /// Between the parents: it pulls them apart.
    Apart,
    /// Between a parent and the child: it draws the child in.
    DrawsIn,
}

/// What one does to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Harm {
    /// Violence.
    Violence,
    /// Control.
    Control,
}

/// What each side of a directed relation did, as words after a name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Roles {
    /// What stands between the two names: "Anja steunt Kim". Harm is told as past.
    #[serde(with = "WordsRow")]
    pub says: Words,
    /// The side it goes out from, as themes are spelled ("used").
    pub from_theme: String,
    /// The side it goes to, as themes are spelled ("lived through").
    pub to_theme: String,
    /// Of the person it goes out from ("used violence").
    #[serde(with = "WordsRow")]
    pub from: Words,
    /// Of the person it goes to ("lived through violence").
    #[serde(with = "WordsRow")]
    pub to: Words,
}

/// Words that find a row besides its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Synonyms {
    /// Dutch.
    pub nl: Vec<String>,
    /// English.
    pub en: Vec<String>,
}

impl Synonyms {
    /// The synonyms in `lang`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// How [`Words`] are written in the files; the languages themselves know no file format.
#[derive(Deserialize)]
#[serde(remote = "Words")]
pub(super) struct WordsRow {
    nl: String,
    en: String,
}

/// How a [`Hue`] is written in the files.
#[derive(Deserialize)]
#[serde(remote = "Hue")]
enum HueRow {
    Red,
    Orange,
    Blue,
    Teal,
    Magenta,
    Purple,
    Olive,
    Slate,
}

/// An optional [`Hue`] in the files.
mod hue_row {
    use serde::{Deserialize, Deserializer};

    use super::{Hue, HueRow};

    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Row {
        #[serde(with = "HueRow")]
        hue: Hue,
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(rows: D) -> Result<Option<Hue>, D::Error> {
        Ok(Option::<Row>::deserialize(rows)?.map(|row| row.hue))
    }
}
