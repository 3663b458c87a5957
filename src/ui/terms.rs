//! What the session remembers and what is asked for are about: views, details, who stands out.

use std::collections::BTreeSet;

use crate::document::Parentage;
use crate::model::{
    EntryField, EntryId, Field, GoalField, GoalId, MapField, PersonId, StayField, StrengthField,
    StrengthId, UnionId,
};
use crate::story::Part;

/// Something whose details open in place in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// A problem.
    Entry(EntryId),
    /// A strength.
    Strength(StrengthId),
    /// A goal.
    Goal(GoalId),
    /// How a child belongs to its parents.
    Child(UnionId, PersonId),
    /// The wish, the dream and when to throw the map away.
    Wish,
}

impl Detail {
    /// The field that comes first in it.
    pub(super) fn first_field(&self) -> Field {
        match self {
            Self::Entry(id) => Field::Entry(id.clone(), EntryField::Since),
            Self::Strength(id) => Field::Strength(id.clone(), StrengthField::Since),
            Self::Goal(id) => Field::Goal(id.clone(), GoalField::Text),
            Self::Child(union, child) => {
                Field::Child(union.clone(), child.clone(), StayField::From)
            }
            Self::Wish => Field::Map(MapField::Wish),
        }
    }
}

/// Home, or the open map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The home screen.
    #[default]
    Home,
    /// The open map.
    Map,
}

/// A view of the map that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Everything.
    All,
    /// Everything, or as much of it as has readable names, around the focus person.
    Readable,
    /// The selection, with its neighbours.
    Selection,
    /// 100 %.
    Actual,
    /// Closer, around the middle.
    In,
    /// Further, around the middle.
    Out,
    /// Whatever is selected comes into view, if it is not.
    Reveal,
}

/// People who stand out on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lit {
    /// Who.
    pub people: BTreeSet<PersonId>,
    /// Why, in words: "Geld, grootouders: Ria en Theo".
    pub words: String,
}

/// The targets around what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    /// Up.
    Parents,
    /// Right.
    Partner,
    /// Down.
    Child,
    /// Left.
    Sibling,
}

/// How somebody belongs to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kin {
    /// As a partner.
    Partner,
    /// As a child.
    Child,
    /// As a brother or sister.
    Sibling,
    /// As parents.
    Parents(Parentage),
    /// That is what is asked: nothing is changed.
    Asked,
}

/// What is asked of the year that the map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeStep {
    /// Look back, or no longer.
    Toggle,
    /// To this year.
    To(i32),
    /// To the year before this one in which something happened; looks back first.
    Before,
    /// To the next one.
    After,
    /// Let the years go by, or stop them.
    Play,
    /// List what changed since that year, or no longer.
    Compare,
}

/// What the middle of the window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The genogram.
    #[default]
    Map,
    /// Everybody in a list.
    List,
    /// Generations by life areas.
    Overview,
    /// Lives under one another.
    Lifelines,
    /// The story, scene by scene.
    Story,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ListColumn {
    /// What they are called.
    #[default]
    Name,
    /// What they are in the family.
    Kin,
    /// Born and died.
    Years,
    /// With whom they live.
    Home,
    /// What plays.
    Problems,
    /// What is strong.
    Strengths,
    /// With whom they are together, and what is between them and others.
    Ties,
}

impl ListColumn {
    /// All, from the left.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Kin,
        Self::Years,
        Self::Home,
        Self::Problems,
        Self::Strengths,
        Self::Ties,
    ];
}

/// What is asked of the story that is told or made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryStep {
    /// Look at this scene, counted from 0.
    Scene(usize),
    /// Look at the scene before, or the next.
    Beside(Way),
    /// Look at what is guessed, or at what there was to guess.
    Part(Part),
    /// Tell the story: the scene alone, over the whole window.
    Tell,
    /// Tell no longer.
    End,
    /// The next step that is told, or the one before.
    Step(Way),
    /// Nothing on the screen, or the scene again.
    Blank,
    /// A pointer that is seen from the back row, or none.
    Pointer,
    /// From the start.
    Again,
    /// A second window with what only the one who tells reads, or none.
    SecondWindow,
}

/// Back or on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Back.
    Back,
    /// On.
    On,
}

/// What is done to the scenes of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SceneEdit {
    /// What is on the screen now becomes a scene, after the one that is looked at.
    Record,
    /// Once more the one that is looked at.
    Duplicate,
    /// It goes.
    Remove,
    /// It shows these people.
    Who(Who),
    /// It changes places with the one before, or the next.
    Move(Way),
    /// It goes to this place, counted from 0.
    To(usize),
}

/// Who is seen in a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The whole family.
    Everybody,
    /// Nobody yet.
    Nobody,
    /// Whoever is chosen on the map.
    Chosen,
    /// Whoever is on the screen where the map is.
    InView,
}

/// How hard it is to give a workshop with a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// For a first time.
    Begin,
    /// For who has done it before.
    Further,
    /// For trainers: heavy things, many people.
    Hard,
}
