//! Cards: what of the findings a family gets to see, as data before words (telling.md).
//!
//! [`cards`] cuts a large map to the family that is told, takes out what is hidden, lets the engine
//! look at the rest, and makes one card a theme: claims by line, four numbers, and a place in the
//! list. A sentence is made from claims and nothing else; map, panel, overview and JSON take their
//! numbers from here.

mod between;
mod chance;
mod lines;
mod list;
mod subject;
mod telling;
mod told;
mod wish;

use super::context::Context;
use super::detect::{self, DETECTORS};
use super::{Findings, Settings, Theme};
use crate::catalogue::Catalogue;
use crate::kinship::Kinship;
use crate::model::{CardId, Date, FamilyMap, FindingId, KindId, PersonId, StrengthId};
use crate::shown::Opened;

pub use self::list::{FIRST_CARDS, MOST_CARDS};
pub use self::told::{CLOSED_SENTENCES, OpenQuestion, Teller, Told, ToldLine, generations, told};

pub(super) use self::telling::LeftOut;

use self::list::Sorter;
use self::subject::Stage;
use self::telling::Telling;
use self::wish::Wish;

/// Every card of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cards {
    /// Those in the list first, as they are told; then those under "meer", the wider ones, the
    /// hidden ones that are open, and the dismissed ones, each in the same order.
    pub cards: Vec<Card>,
    /// What stands where the list would be, if there is none.
    pub start: Start,
    /// Without a strength in the list: single strengths of up to three people.
    pub strengths: Vec<(PersonId, StrengthId)>,
    /// What the engine found on the map that is told: the threads that cards draw.
    pub findings: Findings,
    /// The day that ages count to.
    pub today: Date,
}

impl Cards {
    /// The cards in the list, as they are told: twelve at most.
    pub fn list(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(|card| card.place == Place::List)
    }

    /// The card of this id.
    #[must_use]
    pub fn get(&self, id: &CardId) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == *id)
    }

    /// The card whose strand is on the map before anybody chooses: the first of the list that is
    /// about something entered.
    #[must_use]
    pub fn first_strand(&self) -> Option<&Card> {
        self.list().find(|card| card.theme.is_entered())
    }
}

/// What a client sees first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// The list.
    #[default]
    List,
    /// Nothing was entered: what to add first.
    WhatToAdd,
    /// A large family and nobody in focus: who is at the table?
    WhoIsThere,
}

/// One theme of a family.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The theme as it is spelled: the same whatever setting, role or people.
    pub id: CardId,
    /// The theme.
    pub theme: Theme,
    /// Where it is shown.
    pub place: Place,
    /// Why it is not in the list, where a rule of the list keeps it out.
    pub kept_out: Option<KeptOut>,
    /// What is said, line by line.
    pub claims: Vec<Claim>,
    /// Carriers.
    pub yes: Vec<PersonId>,
    /// Asked, or otherwise known: not.
    pub no: Vec<PersonId>,
    /// Somebody thinks so.
    pub maybe: Vec<PersonId>,
    /// At the line, of age, and nothing entered.
    pub unknown: Vec<PersonId>,
    /// Carriers for whom it is over: the light ring.
    pub over: Vec<PersonId>,
    /// Carriers outside the line: the dotted ring.
    pub beside: Vec<PersonId>,
    /// Signs on the strand.
    pub signs: Vec<(PersonId, Sign)>,
    /// Generations on the longest thread that have it.
    pub length: u32,
    /// Generations from its top to its bottom.
    pub span: u32,
    /// The threads that are drawn.
    pub threads: Vec<FindingId>,
    /// What began at the age at which somebody died (P15): told on request, as a fact.
    pub losses: Vec<FindingId>,
    /// What it is put in order by.
    pub keys: Keys,
    /// Somebody counts only because Maybe counts as Yes.
    pub counts_maybe: bool,
    /// It may be chance, and says so in its details.
    pub may_be_chance: bool,
}

impl Card {
    /// Is it drawn as a strand? A tie is a line of its own already.
    #[must_use]
    pub const fn has_strand(&self) -> bool {
        !matches!(self.theme, Theme::Contact(..))
    }
}

/// What the order of the list rests on (telling.md §2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Pinned, 1 to 3.
    pub pin: Option<u8>,
    /// The client's priority on its records, 1 to 3.
    pub priority: Option<u8>,
    /// Answers the wish.
    pub answers_wish: bool,
    /// It does so by a person.
    pub answers_by_person: bool,
    /// A focus person or a child of hers has to do with it.
    pub is_near: bool,
    /// 0 entered, 1 derived, 2 contact.
    pub class: u8,
    /// A child grows up with it now.
    pub has_child_now: bool,
    /// Something strong.
    pub is_strong: bool,
    /// Its place in the catalogue.
    pub catalogue: (u8, usize, String),
}

/// Where a card is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the list.
    List,
    /// Under "meer".
    More,
    /// Under "ruimer kijken".
    Wider,
    /// A hidden kind that is open, in a group of its own.
    Hidden,
    /// Where it can be brought back.
    Dismissed,
}

impl Place {
    /// As it stands in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::More => "more",
            Self::Wider => "wider",
            Self::Hidden => "hidden",
            Self::Dismissed => "dismissed",
        }
    }
}

/// Which rule keeps a card out of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptOut {
    /// It is told on request.
    OnRequest,
    /// It says too little.
    NotWorth,
    /// It may be chance.
    Chance,
    /// The list is full.
    Full,
}

impl KeptOut {
    /// As it stands in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnRequest => "on-request",
            Self::NotWorth => "not-worth",
            Self::Chance => "chance",
            Self::Full => "full",
        }
    }
}

/// One thing that a card says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    /// On which of the seven lines.
    pub line: u8,
    /// What.
    pub what: What,
    /// Of whom; for an event first the doer.
    pub people: Vec<PersonId>,
}

/// What is claimed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Has it.
    Has,
    /// Had it.
    Had,
    /// Got out of it.
    Out,
    /// Was asked: not.
    Not,
    /// Did not begin with it.
    DidNotBegin,
    /// Maybe.
    Maybe,
    /// Somebody beside the line has it.
    PartnerHas,
    /// Somebody beside the line had it.
    PartnerHad,
    /// It began at this age.
    Age(i32),
    /// A child grows up with it.
    GrowsUp,
    /// A child has it.
    Child,
    /// It is not known; who is named stands first.
    Unknown,
    /// Two people parted; sentences are counted from 0.
    UnionEnded(u8),
    /// A tie of this kind, from the first to the second.
    Tie(KindId, u8),
    /// A question.
    Asked(Question),
}

impl What {
    /// As it stands in JSON.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Has => "has",
            Self::Had => "had",
            Self::Out => "out",
            Self::Not => "not",
            Self::DidNotBegin => "did-not-begin",
            Self::Maybe => "maybe",
            Self::PartnerHas => "partner-has",
            Self::PartnerHad => "partner-had",
            Self::Age(_) => "age",
            Self::GrowsUp => "grows-up",
            Self::Child => "child",
            Self::Unknown => "unknown",
            Self::UnionEnded(_) => "union-ended",
            Self::Tie(..) => "tie",
            Self::Asked(_) => "asked",
        }
    }
}

/// The questions of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// What the parent wishes for these children.
    Wish,
    /// What helped who got out.
    Helped,
    /// What helped, as it was said: quoted, not asked.
    HelpedQuote,
    /// What helped who did not begin.
    NotBegun,
    /// How it is with somebody of whom it is not known.
    Ask,
    /// From whom it was learned.
    Learned,
    /// The last question when there is no other.
    Close,
}

impl Question {
    /// As it stands in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wish => "wish",
            Self::Helped => "helped",
            Self::HelpedQuote => "helped-quote",
            Self::NotBegun => "not-begun",
            Self::Ask => "ask",
            Self::Learned => "learned",
            Self::Close => "close",
        }
    }
}

/// A sign on a strand (telling.md §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Got out: at the person.
    Knot,
    /// Goes no further here: on the line before the person.
    OpenRing,
    /// Not known, to be asked.
    Unknown,
}

impl Sign {
    /// As it stands in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Knot => "knot",
            Self::OpenRing => "open-ring",
            Self::Unknown => "unknown",
        }
    }
}

impl Start {
    /// As it stands in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::WhatToAdd => "what-to-add",
            Self::WhoIsThere => "who-is-there",
        }
    }
}

/// Every card of `map`, of which `kin` must be the kinship. Linear in people, bonds and records for
/// each theme that comes back.
#[must_use]
pub fn cards(
    map: &FamilyMap,
    kin: &Kinship,
    catalogue: &Catalogue,
    settings: &Settings,
    today: Date,
    opened: &Opened,
) -> Cards {
    let telling = Telling::of(map, kin, catalogue, settings, opened);
    let own_kin = telling.is_part.then(|| Kinship::of(&telling.map));
    let told_kin = own_kin.as_ref().unwrap_or(kin);
    let context =
        Context::telling(&telling.map, told_kin, catalogue, settings, today, &telling.left_out);
    let findings = detect::run(&context, DETECTORS);
    let mut stage = Stage::of(map, kin, &context, &findings);
    stage.wish = Wish::of(&stage);
    let cards = stage.subjects().into_iter().map(|subject| subject.card()).collect();
    let mut sorter = Sorter::of(&stage, cards);
    sorter.sort();
    let (cards, start, strengths) = sorter.finish();
    Cards { cards, start, strengths, findings, today }
}
