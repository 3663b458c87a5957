//! What is attached to a member: problems, strengths, skills, notes.

use super::{
    Date, EntryId, KindId, Moment, PartialDate, Person, StrengthId, SupportId, Vital, surely_before,
};

/// What was said about a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Said {
    /// Has, or had, it.
    #[default]
    Yes,
    /// Somebody thinks so.
    Maybe,
    /// Asked: no.
    No,
}

/// A problem attached to a person, a union, a relation or a household.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Unique on the map, for life.
    pub id: EntryId,
    /// Which kind, from the catalogue or the map's own.
    pub kind: KindId,
    /// The client's own words for it.
    pub words: String,
    /// Yes, maybe or asked: no.
    pub said: Said,
    /// When it began.
    pub since: Option<Moment>,
    /// When it ended.
    pub until: Option<Moment>,
    /// Does it go on?
    pub going_on: GoingOn,
    /// How heavy, only if the client wants to say.
    pub weight: Option<Weight>,
    /// What helped, in their words.
    pub helped: String,
    /// The support that is involved.
    pub support: Option<SupportId>,
    /// Who says so.
    pub according_to: String,
    /// Hidden until opened? `None`: as the catalogue says.
    pub sensitive: Option<bool>,
    /// Kept off the screen until this conversation is over.
    pub not_today: bool,
    /// 1 to 3, set by the client only.
    pub priority: Option<u8>,
}

impl Entry {
    /// A bare yes for `kind`.
    #[must_use]
    pub const fn new(id: EntryId, kind: KindId) -> Self {
        Self {
            id,
            kind,
            words: String::new(),
            said: Said::Yes,
            since: None,
            until: None,
            going_on: GoingOn::Unknown,
            weight: None,
            helped: String::new(),
            support: None,
            according_to: String::new(),
            sensitive: None,
            not_today: false,
            priority: None,
        }
    }

    /// Is it said to have ended before the day `today`? Of ages in the life of somebody born on `birth`;
    /// where that is not known, no age says so.
    #[must_use]
    pub fn is_over_on(&self, birth: Option<PartialDate>, today: Date) -> bool {
        match self.until {
            None => false,
            Some(Moment::On(date)) => surely_before(date, PartialDate::Exactly(today)),
            Some(until) => {
                let last = until.years(birth).and_then(|years| years.hi);
                last.is_some_and(|year| year < today.year())
            }
        }
    }
}

impl Entry {
    /// The same where its end was just said: what ended before the day `today` does not go on. Whoever
    /// died has no end that is still to come. `of`: whose it is, where it is of a person.
    #[must_use]
    pub fn over_when_ended(self, of: Option<&Person>, today: Date) -> Self {
        let is_dead = of.is_some_and(|it| matches!(it.vital, Vital::Dead(_)));
        let is_over =
            self.until.is_some() && is_dead || self.is_over_on(of.and_then(|it| it.birth), today);
        if is_over && self.said != Said::No {
            Self { going_on: GoingOn::Before, ..self }
        } else {
            self
        }
    }
}

/// Does a situation go on today?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoingOn {
    /// It plays now.
    Now,
    /// It is over.
    Before,
    /// Nobody said.
    #[default]
    Unknown,
}

/// How heavy a problem weighs, in the client's own view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A little.
    Little,
    /// Much.
    Much,
}

/// A strength attached to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Strength {
    /// Unique on the map, for life.
    pub id: StrengthId,
    /// From the catalogue, or the map's own; `None` when only in own words.
    pub kind: Option<KindId>,
    /// The client's own words for it.
    pub words: String,
    /// Yes, maybe or asked: no.
    pub said: Said,
    /// When it began.
    pub since: Option<Moment>,
    /// When it ended, if it did.
    pub until: Option<Moment>,
    /// What it helped with.
    pub helped_with: Vec<HelpedWith>,
    /// Who says so.
    pub according_to: String,
}

impl Strength {
    /// A bare yes for `kind`.
    #[must_use]
    pub const fn new(id: StrengthId, kind: KindId) -> Self {
        Self {
            id,
            kind: Some(kind),
            words: String::new(),
            said: Said::Yes,
            since: None,
            until: None,
            helped_with: Vec::new(),
            according_to: String::new(),
        }
    }
}

/// What a strength helped with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HelpedWith {
    /// One entry.
    Entry(EntryId),
    /// A kind, wherever it is.
    Kind(KindId),
}

/// How an executive skill goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SkillLevel {
    /// Goes well.
    GoesWell,
    /// Varies.
    Varies,
    /// Is hard.
    Hard,
}

/// One executive skill of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillNote {
    /// Which skill of the catalogue.
    pub skill: KindId,
    /// How it goes.
    pub level: SkillLevel,
    /// Who says so.
    pub according_to: String,
}

/// A note with its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The text.
    pub text: String,
    /// Who says so.
    pub according_to: String,
    /// With whom it may be shared, in words.
    pub share_with: String,
    /// Only for the coach: never on the client's screen or paper.
    pub for_coach: bool,
}
