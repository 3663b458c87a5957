//! Every way in which a family map can change.

use crate::i18n::{Lang, Message};
use crate::model::{
    Agreement, Background, Bearer, CardId, Child, Crowd, Date, DrawRules, Ending, Entry, EntryId,
    FamilyMap, Field, Gender, Goal, GoalId, Household, HouseholdId, KindId, LifeCourse, LinesShown,
    Mark, Name, Note, OwnKind, PartialDate, Person, PersonId, PinnedAt, Relation, RelationId,
    SkillLevel, StoryScene, Strength, StrengthId, Support, SupportId, Twins, TwinsId, Union,
    UnionId, UnionKind, Vital,
};

/// One change, complete in itself. "Put" adds, or replaces what has the same id.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Puts a new person on the map.
    AddPerson(PersonId, Box<Person>),
    /// Changes one thing about a person.
    EditPerson(PersonId, PersonEdit),
    /// Takes a person off the map, with every line to and from them.
    RemovePerson(PersonId),
    /// Says who sits at the table, in this order.
    SetFocus(Vec<PersonId>),
    /// Puts a new union on the map.
    AddUnion(UnionId, Box<Union>),
    /// Changes one thing about a union.
    EditUnion(UnionId, UnionEdit),
    /// Takes a union off the map; its people stay.
    RemoveUnion(UnionId),
    /// Makes somebody a partner in a union.
    AddPartner(UnionId, PersonId),
    /// Takes a partner out of a union; children stay with the other.
    RemovePartner(UnionId, PersonId),
    /// Puts a child under a union, or changes its bond there.
    PutChild(UnionId, Child),
    /// Takes a child away from a union; the child stays on the map.
    RemoveChild(UnionId, PersonId),
    /// Puts a child of a union at this place among its brothers and sisters, counted from 0.
    MoveChild(UnionId, PersonId, usize),
    /// Says who were born together; fewer than two people undo it.
    PutTwins(TwinsId, Twins),
    /// Attaches a problem, or changes it.
    PutEntry(Bearer, Box<Entry>),
    /// Takes a problem away.
    RemoveEntry(EntryId),
    /// Attaches a strength, or changes it. Relations carry no strengths.
    PutStrength(Bearer, Box<Strength>),
    /// Takes a strength away.
    RemoveStrength(StrengthId),
    /// Draws an emotional or contact line, or changes it.
    PutRelation(RelationId, Box<Relation>),
    /// Takes an emotional or contact line away.
    RemoveRelation(RelationId),
    /// Says who lives together, or changes it.
    PutHousehold(HouseholdId, Box<Household>),
    /// Takes a household away; its people stay.
    RemoveHousehold(HouseholdId),
    /// Puts an organisation or helper on the map, or changes it.
    PutSupport(SupportId, Box<Support>),
    /// Takes an organisation or helper off the map.
    RemoveSupport(SupportId),
    /// Sets a goal, or changes it.
    PutGoal(GoalId, Box<Goal>),
    /// Takes a goal away.
    RemoveGoal(GoalId),
    /// Adds a kind of problem of the map's own, or changes it.
    PutOwnKind(KindId, OwnKind),
    /// Takes a kind of the map's own away, with everything of it that was entered.
    RemoveOwnKind(KindId),
    /// Keeps what the client said of a theme; `None` forgets it.
    SetCard(CardId, Option<Mark>),
    /// Puts a person somewhere by hand; `None` lets go.
    Pin(PersonId, Option<PinnedAt>),
    /// Lets go of everybody.
    Unpin,
    /// Hides a kind or area from the map, or shows it again.
    SetHidden(KindId, Shown),
    /// Folds the map below a person, or unfolds it.
    SetFolded(PersonId, Shown),
    /// Keeps what was written in a field and is not understood; `None` forgets it.
    SetUnread(Field, Option<String>),
    /// Changes something about the map as a whole.
    EditMap(MapEdit),
    /// Puts back the whole map as it was earlier.
    PutBack(Box<FamilyMap>),
}

/// Visible or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Visible.
    Yes,
    /// Hidden (or folded).
    No,
}

/// One thing about a person.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonEdit {
    /// What they are called.
    Name(Name),
    /// Gender as lived.
    Gender(Gender),
    /// Born, expected or lost.
    Life(LifeCourse),
    /// Date of birth.
    Birth(Option<PartialDate>),
    /// Alive or dead.
    Vital(Vital),
    /// One person, or several of unknown number.
    StandsFor(Option<Crowd>),
    /// How a skill goes, and according to whom; `None` takes it away.
    Skill(KindId, Option<(SkillLevel, String)>),
    /// What they wish.
    Wishes(Vec<String>),
    /// Where they come from, what they do.
    Background(Box<Background>),
    /// Notes.
    Notes(Vec<Note>),
}

/// One thing about a union.
#[derive(Clone, Debug, PartialEq)]
pub enum UnionEdit {
    /// Its kind.
    Kind(UnionKind),
    /// When it began.
    From(Option<PartialDate>),
    /// How and when it ended.
    End(Option<Ending>, Option<PartialDate>),
    /// When they came together again.
    TogetherAgain(Option<PartialDate>),
    /// Notes.
    Notes(Vec<Note>),
}

/// One thing about the map as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum MapEdit {
    /// Its title.
    Title(String),
    /// The wish or question.
    Wish(String),
    /// What they dream of.
    Dream(String),
    /// The language of the conversation.
    Lang(Lang),
    /// The rules by which the family is drawn.
    Rules(DrawRules),
    /// Which lines between people are drawn.
    Lines(LinesShown),
    /// Everybody here is invented, or not.
    Fictional(bool),
    /// The date that ages count to.
    Today(Option<Date>),
    /// When to throw the file away.
    ThrowAway(Option<Date>),
    /// What was agreed.
    Agreements(Vec<Agreement>),
    /// The story.
    Story(Vec<StoryScene>),
}

impl Command {
    /// What the undo button calls this change.
    #[must_use]
    pub const fn label(&self) -> Message {
        Message::new(match self {
            Self::AddPerson(..) => "edit-add-person",
            Self::EditPerson(_, edit) => edit.label(),
            Self::RemovePerson(_) => "edit-remove-person",
            Self::SetFocus(_) => "edit-focus",
            Self::AddUnion(..) => "edit-add-union",
            Self::EditUnion(..) | Self::AddPartner(..) | Self::RemovePartner(..) => "edit-union",
            Self::RemoveUnion(_) => "edit-remove-union",
            Self::PutChild(..)
            | Self::RemoveChild(..)
            | Self::MoveChild(..)
            | Self::PutTwins(..) => "edit-children",
            Self::PutEntry(..) => "edit-entry",
            Self::RemoveEntry(_) => "edit-remove-entry",
            Self::PutStrength(..) => "edit-strength",
            Self::RemoveStrength(_) => "edit-remove-strength",
            Self::PutRelation(..) | Self::RemoveRelation(_) => "edit-relation",
            Self::PutHousehold(..) | Self::RemoveHousehold(_) => "edit-household",
            Self::PutSupport(..) | Self::RemoveSupport(_) => "edit-support",
            Self::PutGoal(..) | Self::RemoveGoal(_) => "edit-goal",
            Self::PutOwnKind(..) | Self::RemoveOwnKind(_) => "edit-own-kind",
            Self::SetCard(..) => "edit-mark",
            Self::Pin(..) | Self::Unpin => "edit-pin",
            Self::SetHidden(..) | Self::SetFolded(..) | Self::EditMap(MapEdit::Lines(_)) => {
                "edit-shown"
            }
            Self::SetUnread(..) | Self::EditMap(_) => "edit-map",
            Self::PutBack(_) => "edit-put-back",
        })
    }
}

impl PersonEdit {
    const fn label(&self) -> &'static str {
        match self {
            Self::Name(_) => "edit-name",
            Self::Gender(_) => "edit-gender",
            Self::Life(_) | Self::StandsFor(_) => "edit-life",
            Self::Birth(_) | Self::Vital(_) => "edit-dates",
            Self::Skill(..) => "edit-skill",
            Self::Wishes(_) | Self::Background(_) | Self::Notes(_) => "edit-notes",
        }
    }
}

/// Why a [`Command`] was not carried out. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It names something that is not on the map (any more).
    Gone(String),
    /// There is already something with this id.
    AlreadyThere(String),
    /// Somebody would be their own ancestor.
    OwnAncestor {
        /// The would-be child.
        child: PersonId,
        /// The would-be parent.
        parent: PersonId,
    },
    /// Somebody would be their own partner.
    OwnPartner(PersonId),
    /// A union has two partners at most.
    TooManyPartners(UnionId),
    /// Both parents are on the map already.
    HasParents(PersonId),
    /// These two are a couple already.
    AlreadyTogether(PersonId, PersonId),
    /// These two are brothers or sisters already.
    SiblingsAlready(PersonId, PersonId),
    /// Something would end before it begins.
    EndsBeforeItBegins,
    /// A person would die before being born.
    DeathBeforeBirth(PersonId),
    /// A text is longer than allowed.
    TooLong {
        /// The longest it may be, in characters.
        limit: usize,
    },
    /// A number or rank that cannot be.
    OutOfRange,
    /// A relation cannot carry a strength.
    NoStrengthHere,
    /// Somebody belongs to another birth already.
    OtherBirth(PersonId),
}

impl Refusal {
    /// The sentence for a coach; `name` gives the words for a person.
    #[must_use]
    pub fn message(&self, name: impl Fn(&PersonId) -> String) -> Message {
        match self {
            Self::Gone(_) => Message::new("refusal-gone"),
            Self::AlreadyThere(id) => Message::new("refusal-already-there").arg("id", id),
            Self::OwnAncestor { child, parent } => Message::new("refusal-own-ancestor")
                .arg("child", name(child))
                .arg("parent", name(parent)),
            Self::OwnPartner(who) => Message::new("refusal-own-partner").arg("who", name(who)),
            Self::TooManyPartners(_) => Message::new("refusal-too-many-partners"),
            Self::HasParents(who) => Message::new("refusal-has-parents").arg("who", name(who)),
            Self::AlreadyTogether(a, b) => {
                Message::new("refusal-already-together").arg("a", name(a)).arg("b", name(b))
            }
            Self::SiblingsAlready(a, b) => {
                Message::new("refusal-siblings-already").arg("a", name(a)).arg("b", name(b))
            }
            Self::EndsBeforeItBegins => Message::new("refusal-ends-first"),
            Self::DeathBeforeBirth(who) => {
                Message::new("refusal-death-before-birth").arg("who", name(who))
            }
            Self::TooLong { limit } => Message::new("refusal-too-long").count("limit", *limit),
            Self::OutOfRange => Message::new("refusal-out-of-range"),
            Self::NoStrengthHere => Message::new("refusal-no-strength-here"),
            Self::OtherBirth(who) => Message::new("refusal-other-birth").arg("who", name(who)),
        }
    }
}
