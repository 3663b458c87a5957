//! What a family is: plain data and its invariants. No file format, no picture, no clock.

mod check;
mod date;
mod entry;
mod field;
mod id;
mod map;
mod person;
mod repair;
mod rules;
mod story;
mod tie;
mod written;

pub use check::{Broken, broken, surely_before, would_loop};
pub use date::{
    ABOUT_YEARS, Age, AgeRange, Date, LifePhase, MAX_AGE, Moment, OLDEST_EVER, PartialDate,
    YearRange, age_at,
};
pub use entry::{Entry, GoingOn, HelpedWith, Note, Said, SkillLevel, SkillNote, Strength, Weight};
pub use field::{
    EntryField, Field, GoalField, HouseholdField, MapField, PersonField, RelationField, StayField,
    StrengthField, SupportField, UnionField,
};
pub use id::{
    CardId, EntryId, FindingId, GoalId, HouseholdId, IdSource, KindId, MAX_ID_LEN, PersonId,
    RelationId, StrengthId, SupportId, TwinsId, UnionId, is_valid_id,
};
pub use map::{
    Agreement, FamilyMap, Goal, GoalState, Mark, OwnKind, PinnedAt, Recognised, TwinKind, Twins,
    ViewState, Whose,
};
pub use person::{Background, Crowd, Gender, LifeCourse, Name, Person, Vital};
pub use repair::{Repair, repaired};
pub use rules::{DrawRules, Drawn, LinesShown, NearestPartner, SiblingOrder, Sides};
pub use story::{Camera, Lens, MAX_MINUTES, MAX_SCENES, Names, Reveal, StoryScene};
pub use tie::{
    Bond, BondWith, Child, Effect, Ending, Help, Household, Housemate, Party, Relation, Support,
    SupportTie, Supported, Union, UnionKind,
};
pub use written::{age_at_words, date_at, standing_in_words};

/// Anything on the map that can be selected, hit, found or named in a picture.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A person.
    Person(PersonId),
    /// A union.
    Union(UnionId),
    /// A relation.
    Relation(RelationId),
    /// A household.
    Household(HouseholdId),
    /// A support.
    Support(SupportId),
}

/// Anything that can carry entries.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearer {
    /// A person.
    Person(PersonId),
    /// A union.
    Union(UnionId),
    /// A relation.
    Relation(RelationId),
    /// A household.
    Household(HouseholdId),
}
