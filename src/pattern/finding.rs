//! What the engine hands over: data with evidence, no sentences.

use std::sync::Arc;

use super::hash::Hash;
use super::theme::Theme;
use crate::kinship::Bonds;
use crate::model::{
    AgeRange, Bond, EntryId, FindingId, GoalId, HouseholdId, KindId, PersonId, RelationId,
    StrengthId, SupportId, UnionId,
};

/// Everything that was found on a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// In the order in which they are shown (patterns.md §4).
    pub findings: Vec<Finding>,
    /// Where the map knows little.
    pub white_spots: Vec<WhiteSpot>,
    /// People Yes out of people known, per generation and life area.
    pub load: Vec<Load>,
}

/// The patterns of patterns.md §3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// P1, P2, P20 and their kin: a theme that runs over the generations.
    Thread,
    /// P19: an end, and what began before it.
    TurningPoint,
    /// P3: brothers and sisters.
    Siblings,
    /// P4: several branches below one couple.
    Branches,
    /// P5: at the same age.
    SameAge,
    /// P5: ever younger.
    EverYounger,
    /// P7: goes together.
    Together,
    /// P8: one after the other in one person.
    InTurn,
    /// P8: from parent to child.
    HandedOn,
    /// P9: grown up with.
    GrownUpWith,
    /// P15: around a loss.
    Loss,
    /// P16: much at once.
    Stacking,
    /// P13: triangle.
    Triangle,
    /// P23: place in the row.
    PlaceInRow,
    /// P22: help that comes back.
    HelpReturns,
}

impl Pattern {
    /// Every pattern.
    pub const ALL: [Self; 15] = [
        Self::Thread,
        Self::TurningPoint,
        Self::Siblings,
        Self::Branches,
        Self::SameAge,
        Self::EverYounger,
        Self::Together,
        Self::InTurn,
        Self::HandedOn,
        Self::GrownUpWith,
        Self::Loss,
        Self::Stacking,
        Self::Triangle,
        Self::PlaceInRow,
        Self::HelpReturns,
    ];

    /// As it stands in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::TurningPoint => "turning-point",
            Self::Siblings => "siblings",
            Self::Branches => "branches",
            Self::SameAge => "same-age",
            Self::EverYounger => "ever-younger",
            Self::Together => "together",
            Self::InTurn => "in-turn",
            Self::HandedOn => "handed-on",
            Self::GrownUpWith => "grown-up-with",
            Self::Loss => "loss",
            Self::Stacking => "stacking",
            Self::Triangle => "triangle",
            Self::PlaceInRow => "place-in-row",
            Self::HelpReturns => "help-returns",
        }
    }
}

/// One occurrence of a pattern, with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// From [`finding_id`]: the same on the same map, whatever people are called.
    pub id: FindingId,
    /// Which pattern.
    pub pattern: Pattern,
    /// About what; `None` where a pattern is about several things at once (stacking).
    pub theme: Option<Theme>,
    /// The second theme of a pair (together, in-turn, handed-on), or the themes of a stack.
    pub more_themes: Vec<Theme>,
    /// Strong enough to be told first.
    pub headline: bool,
    /// Whom it rests on: carriers, elder generations first, then by id.
    pub people: Vec<PersonId>,
    /// People it turns around without being carriers: the shared parents of siblings, the couple
    /// above branches, who died, the child of a triangle.
    pub around: Vec<PersonId>,
    /// The exact entries it rests on, without doubles.
    pub evidence: Vec<Evidence>,
    /// Kin edges it runs over.
    pub edges: Vec<KinEdge>,
    /// Where a thread ends, by person.
    pub ends: Vec<End>,
    /// What began shortly before an end (turning point), or helps (help that comes back).
    pub helped: Vec<Evidence>,
    /// Carriers on the longest descending chain; 0 where there is no chain.
    pub length: u32,
    /// Generations from the top to the bottom of that chain, inclusive; 0 where there is none.
    pub span: u32,
    /// People who are Yes, among those it speaks of.
    pub yes: u32,
    /// People who are Yes or No.
    pub known: u32,
    /// People who are Unknown or Maybe.
    pub unknown: u32,
    /// Ages that matter, where known: onset for carriers, by person id.
    pub ages: Vec<(PersonId, AgeRange)>,
    /// Further numbers a sentence needs, by name: `a`, `b`, `both`, `year`, `from-year`, …
    pub counts: Vec<(&'static str, i64)>,
    /// The thresholds of the rule that found it, by name.
    pub thresholds: Thresholds,
    /// Which bonds made the family line.
    pub bonds: Bonds,
    /// Somebody only counts because Maybe was asked to count as Yes.
    pub counts_maybe: bool,
    /// A narrower finding that says the same of the same people.
    pub covered_by: Option<FindingId>,
}

/// Thresholds by name, shared by all findings of a pattern.
pub type Thresholds = Arc<[(&'static str, i64)]>;

impl Finding {
    /// A bare finding of `pattern` on `people`; fill in the rest.
    ///
    /// The id is taken from pattern, themes, people and `around`, so give all of them here.
    #[must_use]
    pub fn new(
        pattern: Pattern,
        themes: &[Theme],
        people: Vec<PersonId>,
        around: Vec<PersonId>,
    ) -> Self {
        Self {
            id: finding_id(pattern, themes, &people, &around),
            pattern,
            theme: themes.first().cloned(),
            more_themes: themes.iter().skip(1).cloned().collect(),
            headline: false,
            people,
            around,
            evidence: Vec::new(),
            edges: Vec::new(),
            ends: Vec::new(),
            helped: Vec::new(),
            length: 0,
            span: 0,
            yes: 0,
            known: 0,
            unknown: 0,
            ages: Vec::new(),
            counts: Vec::new(),
            thresholds: Arc::default(),
            bonds: Bonds::default(),
            counts_maybe: false,
            covered_by: None,
        }
    }
}

/// A record of the map that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// An entry.
    Entry(EntryId),
    /// A strength.
    Strength(StrengthId),
    /// How an executive skill of a person goes.
    Skill(PersonId, KindId),
    /// A union: that it is, began or ended.
    Union(UnionId),
    /// That a child stands under a union.
    Child(UnionId, PersonId),
    /// A relation.
    Relation(RelationId),
    /// Who lives in a household.
    Household(HouseholdId),
    /// A support.
    Support(SupportId),
    /// A goal.
    Goal(GoalId),
    /// When somebody was born.
    Birth(PersonId),
    /// When somebody died.
    Death(PersonId),
}

/// A kin edge of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KinEdge {
    /// The parent or grandparent.
    pub from: PersonId,
    /// The child or grandchild.
    pub to: PersonId,
    /// Direct, or over somebody.
    pub kind: EdgeKind,
    /// Everybody it goes over; empty for a direct edge.
    pub over: Vec<PersonId>,
    /// The bonds it runs over, each once.
    pub bonds: Vec<Bond>,
}

/// How a thread steps from carrier to carrier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// From parent to child.
    Direct,
    /// From grandparent to grandchild, and of the person between we know: no.
    Skipped,
    /// From grandparent to grandchild, and of the person between we do not know.
    Gap,
}

impl EdgeKind {
    /// As it stands in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Skipped => "skipped",
            Self::Gap => "gap",
        }
    }
}

/// Where a thread ends, or does not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// With whom.
    pub person: PersonId,
    /// How.
    pub kind: EndKind,
    /// When a situation ended (only for [`EndKind::Ended`]), as age where known.
    pub age: Option<AgeRange>,
}

/// How a thread ends with somebody (P18).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EndKind {
    /// An informative No.
    Stops,
    /// A carrier's situation ended long enough ago.
    Ended,
    /// A No that can still change.
    SoFarNot,
    /// Unknown or Maybe.
    Open,
    /// Too young.
    NotYet,
}

impl EndKind {
    /// As it stands in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stops => "stops",
            Self::Ended => "ended",
            Self::SoFarNot => "so-far-not",
            Self::Open => "open",
            Self::NotYet => "not-yet",
        }
    }
}

/// How much is unknown in one generation of one branch (P21).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhiteSpot {
    /// The people at the head of the branch (a couple, or one person).
    pub branch: Arc<[PersonId]>,
    /// The generation, 0 for the eldest of the map; `None` for the branch as a whole.
    pub generation: Option<u32>,
    /// People counted.
    pub people: u32,
    /// Pairs of person and theme that were counted.
    pub asked: u32,
    /// Those of them that are Unknown.
    pub unknown: u32,
    /// Above the limit of the settings.
    pub named: bool,
}

/// People who are Yes for anything in a life area, in one generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// The generation, 0 for the eldest.
    pub generation: u32,
    /// The life area.
    pub area: KindId,
    /// People Yes.
    pub yes: u32,
    /// People Yes or No.
    pub known: u32,
    /// People Unknown or Maybe.
    pub unknown: u32,
}

/// The id of a finding: 64-bit FNV-1a over pattern, themes and ids of people, as 16 hex digits.
///
/// Names, file order and people who have nothing to do with it do not enter.
#[must_use]
pub fn finding_id(
    pattern: Pattern,
    themes: &[Theme],
    people: &[PersonId],
    around: &[PersonId],
) -> FindingId {
    let mut hash = Hash::of(pattern);
    themes.iter().for_each(|theme| hash.theme(&theme.to_string()));
    for list in [people, around] {
        hash.people(list);
    }
    FindingId::of_hash(hash.own())
}
