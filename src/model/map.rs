//! The whole family map: what one file holds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    CardId, Date, DrawRules, EntryId, Field, FindingId, GoalId, Household, HouseholdId, KindId,
    LinesShown, PartialDate, Party, Person, PersonId, Relation, RelationId, StoryScene, Support,
    SupportId, TwinsId, Union, UnionId,
};
use crate::i18n::Lang;

/// With more lines between people than this they are drawn only of who is selected, unless it was
/// chosen otherwise.
const MANY_LINES: usize = 40;

/// Everything one file holds. Records are shared, so that a copy (an undo step) is cheap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FamilyMap {
    /// The title, in the family's own words.
    pub title: String,
    /// The wish or question the parent came with.
    pub wish: String,
    /// What they dream of.
    pub dream: String,
    /// The language of the conversation.
    pub lang: Lang,
    /// The date of the conversation; ages count to it. `None`: the map lives, use the real date.
    pub today: Option<Date>,
    /// Everybody here is invented; exports say so.
    pub fictional: bool,
    /// What was agreed with the family.
    pub agreements: Vec<Agreement>,
    /// When the file must be thrown away.
    pub throw_away: Option<Date>,
    /// The parent at the table, and maybe the child; in the order in which they were chosen.
    pub focus: Vec<PersonId>,
    /// Everybody.
    pub people: BTreeMap<PersonId, Arc<Person>>,
    /// Couples, lone parents, sibships.
    pub unions: BTreeMap<UnionId, Arc<Union>>,
    /// People born at one birth.
    pub twins: BTreeMap<TwinsId, Twins>,
    /// Emotional and contact lines.
    pub relations: BTreeMap<RelationId, Arc<Relation>>,
    /// Who lives together.
    pub households: BTreeMap<HouseholdId, Arc<Household>>,
    /// Organisations and helpers.
    pub supports: BTreeMap<SupportId, Arc<Support>>,
    /// Goals.
    pub goals: BTreeMap<GoalId, Arc<Goal>>,
    /// Kinds of problem that only this map has.
    pub own_kinds: BTreeMap<KindId, OwnKind>,
    /// What the client said of single findings, in files of version 1. Kept as they were; they were
    /// carried over to `cards` once.
    pub marks: BTreeMap<FindingId, Mark>,
    /// What the client said of a theme on this map, whoever has it.
    pub cards: BTreeMap<CardId, Mark>,
    /// The story, scene by scene.
    pub story: Vec<StoryScene>,
    /// What was written in a field and is not understood, or cannot be: kept as it was written.
    pub unread: BTreeMap<Field, String>,
    /// What somebody wrote in the file by hand beside the map, line by line. Shown nowhere.
    pub comments: Vec<String>,
    /// How the map is shown.
    pub view: ViewState,
    /// The number that the next new id will carry at least; ids are never used twice.
    pub next_id: u64,
}

impl FamilyMap {
    /// The person called `id`, if still on the map.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.get(id).map(Arc::as_ref)
    }

    /// The union called `id`.
    #[must_use]
    pub fn union(&self, id: &UnionId) -> Option<&Union> {
        self.unions.get(id).map(Arc::as_ref)
    }

    /// The date that ages count to: that of the conversation, or `real` on a living map.
    #[must_use]
    pub fn today_or(&self, real: Date) -> Date {
        self.today.unwrap_or(real)
    }

    /// Which lines between people are drawn: what was chosen for this map. Where nobody chose it is all
    /// of them, so that a line stays when somebody drew it, unless there are so many that nothing else
    /// could be read.
    #[must_use]
    pub fn lines_shown(&self) -> LinesShown {
        let is_full = MANY_LINES < self.relations.len();
        let unasked = if is_full { LinesShown::OfSelected } else { LinesShown::All };
        self.view.lines.unwrap_or(unasked)
    }

    /// The unions in which `person` is a partner, by id.
    pub fn unions_of<'a>(
        &'a self,
        person: &'a PersonId,
    ) -> impl Iterator<Item = (&'a UnionId, &'a Union)> {
        self.unions
            .iter()
            .map(|(id, union)| (id, union.as_ref()))
            .filter(move |(_, union)| union.partners.contains(person))
    }

    /// When the first of the partners in `union` died, where that is known.
    #[must_use]
    pub fn first_death_in(&self, union: &Union) -> Option<PartialDate> {
        let deaths = union.partners.iter().filter_map(|id| self.person(id)?.death());
        deaths.min_by_key(|it| it.year())
    }

    /// The unions under which `person` stands as a child, by id.
    pub fn parent_unions<'a>(
        &'a self,
        person: &'a PersonId,
    ) -> impl Iterator<Item = (&'a UnionId, &'a Union)> {
        self.unions
            .iter()
            .map(|(id, union)| (id, union.as_ref()))
            .filter(move |(_, union)| union.child(person).is_some())
    }

    /// The union under which `person` stands on the map: the one with the strongest bond
    /// ([`super::Bond::home_rank`]), the first by id among equals.
    #[must_use]
    pub fn home_union<'a>(&'a self, person: &'a PersonId) -> Option<(&'a UnionId, &'a Union)> {
        self.parent_unions(person).min_by_key(|(_, union)| {
            union
                .child(person)
                .map_or(u8::MAX, |child| child.bond_under(&union.partners).home_rank())
        })
    }

    /// The map of only these people: everything that stands between them stays, the rest is left
    /// out. For showing a part; facts that need the whole must be taken from the whole.
    #[must_use]
    pub fn part(&self, people: &BTreeSet<PersonId>) -> Self {
        let mut part = self.clone();
        part.people.retain(|id, _| people.contains(id));
        for union in part.unions.values_mut() {
            let members = union.partners.iter().chain(union.children.iter().map(|c| &c.person));
            if !members.into_iter().all(|id| people.contains(id)) {
                let union = Arc::make_mut(union);
                union.partners.retain(|id| people.contains(id));
                union.children.retain(|child| people.contains(&child.person));
                for child in &mut union.children {
                    child.with.retain(|parent, _| people.contains(parent));
                }
            }
        }
        part.unions.retain(|_, union| 2 <= union.partners.len() + union.children.len());
        for twins in part.twins.values_mut() {
            twins.people.retain(|id| people.contains(id));
        }
        part.twins.retain(|_, twins| 2 <= twins.people.len());
        part.relations.retain(|_, relation| {
            people.contains(&relation.from)
                && match &relation.to {
                    Party::Person(id) => people.contains(id),
                    Party::Support(_) => true,
                }
        });
        for household in part.households.values_mut() {
            if !household.members.iter().all(|member| people.contains(&member.person)) {
                let members = &mut Arc::make_mut(household).members;
                members.retain(|member| people.contains(&member.person));
            }
        }
        part.focus.retain(|id| people.contains(id));
        part.view.pins.retain(|id, _| people.contains(id));
        part.view.seen.retain(|id, _| people.contains(id));
        part.view.folded.retain(|id| people.contains(id));
        for scene in &mut part.story {
            scene.people.retain(|id| people.contains(id));
        }
        let mut unread = std::mem::take(&mut part.unread);
        unread.retain(|field, _| part.has_field(field));
        part.unread = unread;
        // Of whom they are is not known for certain.
        part.comments.clear();
        part
    }

    /// The twins (or more) that `person` belongs to.
    #[must_use]
    pub fn twins_of(&self, person: &PersonId) -> Option<(&TwinsId, &Twins)> {
        self.twins.iter().find(|(_, twins)| twins.people.contains(person))
    }
}

/// People born at one birth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Twins {
    /// One egg or two.
    pub kind: TwinKind,
    /// Two or more people.
    pub people: BTreeSet<PersonId>,
}

/// One egg or two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TwinKind {
    /// Identical.
    Identical,
    /// Fraternal.
    Fraternal,
    /// Not known.
    #[default]
    Unknown,
}

/// What was agreed, with whom, when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// What may be shown, kept or shared.
    pub text: String,
    /// With whom.
    pub with: String,
    /// When.
    pub on: Option<Date>,
}

/// A kind of problem that only this map has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnKind {
    /// What it is called, in the family's words.
    pub label: String,
    /// The life area it belongs to; `None` when nobody said, and then it is of none.
    pub area: Option<KindId>,
}

impl OwnKind {
    /// The id of its life area, if it has one.
    #[must_use]
    pub fn area_id(&self) -> Option<&str> {
        self.area.as_ref().map(KindId::as_str)
    }
}

/// A goal in the client's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// What they want.
    pub text: String,
    /// The first step.
    pub first_step: String,
    /// By when.
    pub by: Option<PartialDate>,
    /// Who helps, in words.
    pub helper: String,
    /// The supports that work on it.
    pub supports: BTreeSet<SupportId>,
    /// The entries it answers.
    pub answers: Vec<EntryId>,
    /// Whose goal it is.
    pub whose: Whose,
    /// Open, reached or let go.
    pub state: GoalState,
    /// When it was set.
    pub set_on: Option<Date>,
    /// When it was reached or let go.
    pub closed_on: Option<Date>,
}

/// Whose goal it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// One person's, parent or child.
    Person(PersonId),
    /// A household's.
    Household(HouseholdId),
    /// The family's as a whole.
    Family,
}

/// How a goal stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoalState {
    /// Being worked on.
    #[default]
    Open,
    /// Reached.
    Reached,
    /// Let go.
    LetGo,
}

/// What the client said of a card (in version 1: of a finding).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Do they recognise it?
    pub recognised: Option<Recognised>,
    /// 1 to 3: what matters most to them.
    pub pin: Option<u8>,
    /// Not shown any more.
    pub dismissed: bool,
    /// Their comment.
    pub comment: String,
}

/// Do they recognise a finding?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recognised {
    /// Yes.
    Yes,
    /// No.
    No,
    /// They do not know.
    DontKnow,
}

/// Saved choices about showing. Facts live elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// Who was put where by hand.
    pub pins: BTreeMap<PersonId, PinnedAt>,
    /// Kinds and areas that are not shown.
    pub hidden: BTreeSet<KindId>,
    /// People below whom the map is folded.
    pub folded: BTreeSet<PersonId>,
    /// The cards whose strands were on the map, the most important first; `None`: nobody chose.
    pub strands: Option<Vec<CardId>>,
    /// The kinds of problem under the digits 1 to 9, as they were when the map was first used: a digit
    /// keeps its meaning. Empty: nobody used them yet.
    pub digits: Vec<KindId>,
    /// The rules by which the family is drawn.
    pub rules: DrawRules,
    /// Which lines between people are drawn; `None`: nobody chose.
    pub lines: Option<LinesShown>,
    /// The x at which everybody was seen last, in the sizes of the design. A wish: the family is
    /// drawn like this where it still fits, and no number in here can break a picture.
    pub seen: BTreeMap<PersonId, f64>,
}

/// Where a person was put by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PinnedAt {
    /// The x of the box's centre, in the sizes of the design; finite.
    pub x: f64,
}
