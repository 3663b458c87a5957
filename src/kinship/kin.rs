//! Who somebody is to the focus person: grandparent, half-sister, the partner of an aunt.
//!
//! One breadth-first walk from the focus people over parents, children and partners; every person
//! is named from the neighbour through whom they were reached first. Among equally short ways one
//! that ends in a word of its own wins, then the one over the strongest bonds, then the first person
//! by id. Linear but for a logarithm.

use std::collections::BTreeMap;

use crate::model::{Bond, Ending, FamilyMap, Gender, PersonId, Union, UnionId, UnionKind};

/// Who somebody is to the focus person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kin {
    /// The focus person.
    Focus,
    /// A parent (1 generation), grandparent (2) and so on.
    Ancestor {
        /// How many generations up.
        generations: u32,
        /// The weakest bond on the way.
        bond: Bond,
    },
    /// A child (1 generation), grandchild (2) and so on.
    Descendant {
        /// How many generations down.
        generations: u32,
        /// The weakest bond on the way.
        bond: Bond,
    },
    /// A brother or sister.
    Sibling(Share),
    /// A partner, now or before.
    Partner(Couple),
    /// A brother or sister of a parent (1) or grandparent (2), or the partner they live with.
    AuntUncle {
        /// Of whose generation: 1 the parents', 2 the grandparents'.
        generations: u32,
    },
    /// A child of an aunt or uncle.
    Cousin,
    /// A child of a brother or sister.
    SiblingsChild,
    /// A parent of a partner.
    ParentInLaw,
    /// A brother or sister of a partner, or the partner of a brother or sister.
    SiblingInLaw,
    /// The partner of a child.
    ChildInLaw,
    /// One step away from somebody who has a word of their own.
    Of(Step),
    /// Further away than words reach.
    Far,
}

/// What brothers and sisters share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// Both parents, or all that is known of them.
    Full,
    /// One parent.
    Half,
    /// Parents by adoption.
    Adopted,
    /// Foster parents or a guardian.
    Foster,
    /// A step-parent.
    Step,
}

/// How two people are (or were) a couple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Couple {
    /// Married or registered; also when death parted them.
    Married,
    /// Living together, unmarried.
    Together,
    /// Any other relationship that goes on.
    Apart,
    /// It ended.
    Ex,
}

impl Couple {
    /// How the partners of `union` are a couple.
    #[must_use]
    pub fn of(union: &Union) -> Self {
        if union.is_over() && union.ending != Some(Ending::Death) {
            return Self::Ex;
        }
        match union.kind {
            UnionKind::Married | UnionKind::Registered => Self::Married,
            UnionKind::LivingTogether => Self::Together,
            UnionKind::LivingApart
            | UnionKind::Engaged
            | UnionKind::Relationship
            | UnionKind::Brief => Self::Apart,
        }
    }

    const fn shares_a_home(self) -> bool {
        matches!(self, Self::Married | Self::Together)
    }
}

/// One step from one person to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// To a parent.
    Parent(Bond),
    /// To a child.
    Child(Bond),
    /// To a brother or sister whose parents are not on the map.
    Sibling,
    /// To a partner.
    Partner(Couple),
}

impl Step {
    /// How weak the step is; sums decide between ways of the same length.
    const fn weakness(self) -> u32 {
        match self {
            Self::Parent(bond) | Self::Child(bond) => bond.home_rank() as u32,
            Self::Sibling => 0,
            Self::Partner(Couple::Married) => 6,
            Self::Partner(Couple::Together) => 7,
            Self::Partner(Couple::Apart) => 8,
            Self::Partner(Couple::Ex) => 9,
        }
    }
}

/// The mother's or the father's side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Over the mother.
    Mother,
    /// Over the father.
    Father,
}

/// Where somebody stands, seen from the nearest focus person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Who they are.
    pub kin: Kin,
    /// To which focus person.
    pub focus: PersonId,
    /// The neighbour through whom they were reached; `None` for a focus person.
    pub through: Option<PersonId>,
    /// Over which of the focus person's parents, where that parent's gender is known.
    pub side: Option<Side>,
    /// Number of steps from the focus person.
    pub steps: u32,
    weakness: u32,
    focus_at: usize,
}

/// Who everybody is to the nearest of `map.focus`. People who are not connected are left out; with
/// no focus person the answer is empty.
#[must_use]
pub fn kin(map: &FamilyMap) -> BTreeMap<PersonId, Place> {
    let mut places = walk(map, &Ties::of(map, |_| true));
    if places.values().any(|place| place.kin.is_fostered()) {
        // Who grows up with grandma says "oma", not "je pleegmoeder": kin stay what they were.
        let born = walk(map, &Ties::of(map, |bond| !is_foster_care(bond)));
        for (person, place) in born.into_iter().filter(|(_, place)| place.kin.is_of_the_line()) {
            if places.get(&person).is_some_and(|it| it.kin.is_fostered()) {
                places.insert(person, place);
            }
        }
    }
    places
}

/// Does a child grow up there with others than its parents?
const fn is_foster_care(bond: Bond) -> bool {
    matches!(bond, Bond::Foster | Bond::Guardian)
}

impl Kin {
    /// Kin over foster care alone.
    const fn is_fostered(self) -> bool {
        match self {
            Self::Ancestor { bond, .. } => is_foster_care(bond),
            Self::Sibling(share) => matches!(share, Share::Foster),
            _ => false,
        }
    }

    /// A forebear, or somebody who shares one.
    const fn is_of_the_line(self) -> bool {
        matches!(
            self,
            Self::Ancestor { .. } | Self::AuntUncle { .. } | Self::Sibling(_) | Self::Cousin
        )
    }
}

/// Everybody by the nearest way over `ties`.
fn walk(map: &FamilyMap, ties: &Ties<'_>) -> BTreeMap<PersonId, Place> {
    let mut places: BTreeMap<PersonId, Place> = BTreeMap::new();
    for (focus_at, focus) in map.focus.iter().enumerate() {
        if !map.people.contains_key(focus) {
            continue;
        }
        places.entry(focus.clone()).or_insert_with(|| Place {
            kin: Kin::Focus,
            focus: focus.clone(),
            through: None,
            side: None,
            steps: 0,
            weakness: 0,
            focus_at,
        });
    }
    let mut edge: Vec<PersonId> = map.focus.clone();
    let mut n_steps = 0;
    while !edge.is_empty() {
        n_steps += 1;
        let mut found: BTreeMap<PersonId, Place> = BTreeMap::new();
        for from in &edge {
            let Some(place) = places.get(from) else { continue };
            for &(step, to) in ties.steps(from) {
                if places.contains_key(to) {
                    continue;
                }
                let next = ties.next(map, place, from, step, to, n_steps);
                // A word of one's own wins: the wife of an uncle who fosters a nephew is an aunt.
                let key = |it: &Place| {
                    let has_word = !matches!(it.kin, Kin::Of(_) | Kin::Far);
                    (!has_word, it.weakness, it.kin, it.focus_at)
                };
                let better = |old: &Place| key(&next) < key(old);
                if found.get(to).is_none_or(better) {
                    found.insert(to.clone(), next);
                }
            }
        }
        edge = found.keys().cloned().collect();
        places.extend(found);
    }
    places
}

/// The steps that lead away from everybody, and under which unions they stand.
struct Ties<'a> {
    steps: BTreeMap<&'a PersonId, Vec<(Step, &'a PersonId)>>,
    born_under: BTreeMap<&'a PersonId, Vec<(&'a UnionId, &'a Union)>>,
}

impl<'a> Ties<'a> {
    /// The ties of `map`; of parents and children those of such bonds.
    fn of(map: &'a FamilyMap, counts: impl Fn(Bond) -> bool) -> Self {
        let mut ties = Self { steps: BTreeMap::new(), born_under: BTreeMap::new() };
        for (id, union) in &map.unions {
            if let [a, b] = union.partners.as_slice() {
                let couple = Couple::of(union);
                ties.add(a, Step::Partner(couple), b);
                ties.add(b, Step::Partner(couple), a);
            }
            for child in &union.children {
                for parent in &union.partners {
                    let bond = child.bond_with(parent);
                    if !counts(bond) {
                        continue;
                    }
                    ties.add(parent, Step::Child(bond), &child.person);
                    ties.add(&child.person, Step::Parent(bond), parent);
                }
                if child.bond_under(&union.partners) == Bond::Birth {
                    ties.born_under.entry(&child.person).or_default().push((id, union.as_ref()));
                }
            }
            if union.partners.is_empty() {
                // A chain reaches every sibling as well as all pairs do, in linear space.
                for pair in union.children.windows(2) {
                    if let [a, b] = pair {
                        ties.add(&a.person, Step::Sibling, &b.person);
                        ties.add(&b.person, Step::Sibling, &a.person);
                    }
                }
            }
        }
        ties
    }

    fn add(&mut self, from: &'a PersonId, step: Step, to: &'a PersonId) {
        self.steps.entry(from).or_default().push((step, to));
    }

    fn steps(&self, from: &PersonId) -> &[(Step, &'a PersonId)] {
        self.steps.get(from).map_or(&[], Vec::as_slice)
    }

    fn next(
        &self,
        map: &FamilyMap,
        place: &Place,
        from: &PersonId,
        step: Step,
        to: &PersonId,
        steps: u32,
    ) -> Place {
        let kin = match next_kin(place.kin, step) {
            Kin::Sibling(share) if share == Share::Full && !self.same_parents(&place.focus, to) => {
                Kin::Sibling(Share::Half)
            }
            kin => kin,
        };
        let side = match (place.kin, step) {
            (Kin::Focus, Step::Parent(_)) => match map.person(to).map(|it| it.gender) {
                Some(Gender::Woman) => Some(Side::Mother),
                Some(Gender::Man) => Some(Side::Father),
                Some(Gender::NonBinary | Gender::Unknown) | None => None,
            },
            _ => place.side,
        };
        Place {
            kin,
            focus: place.focus.clone(),
            through: Some(from.clone()),
            side,
            steps,
            weakness: place.weakness.saturating_add(step.weakness()),
            focus_at: place.focus_at,
        }
    }

    /// Were the two born to the same parents? One known parent is enough under one union; two
    /// unions of one lone parent are two families.
    fn same_parents(&self, a: &PersonId, b: &PersonId) -> bool {
        let unions = |id: &PersonId| self.born_under.get(id).map_or(&[][..], Vec::as_slice);
        let parents = |id: &PersonId| -> Vec<&PersonId> {
            let mut ids: Vec<&PersonId> =
                unions(id).iter().flat_map(|(_, union)| &union.partners).collect();
            ids.sort();
            ids.dedup();
            ids
        };
        let one_union = unions(a).iter().any(|(at, _)| unions(b).iter().any(|(id, _)| id == at));
        let (a, b) = (parents(a), parents(b));
        one_union || (a == b && 2 <= a.len())
    }
}

/// Who somebody is that one reaches by `step` from somebody who is `kin`.
fn next_kin(kin: Kin, step: Step) -> Kin {
    match kin {
        Kin::Focus => match step {
            Step::Parent(bond) => Kin::Ancestor { generations: 1, bond },
            Step::Child(bond) => Kin::Descendant { generations: 1, bond },
            Step::Sibling => Kin::Sibling(Share::Full),
            Step::Partner(couple) => Kin::Partner(couple),
        },
        Kin::Ancestor { generations, bond } => from_ancestor(generations, bond, step),
        Kin::Descendant { generations, bond } => match step {
            Step::Child(next) => Kin::Descendant {
                generations: generations.saturating_add(1),
                bond: weaker(bond, next),
            },
            Step::Partner(couple) if generations == 1 && couple.shares_a_home() => Kin::ChildInLaw,
            _ => Kin::Of(step),
        },
        Kin::Sibling(share) => match step {
            Step::Child(_) => Kin::SiblingsChild,
            Step::Partner(couple) if couple.shares_a_home() => Kin::SiblingInLaw,
            Step::Sibling => Kin::Sibling(share),
            _ => Kin::Of(step),
        },
        Kin::Partner(couple) => from_partner(couple, step),
        Kin::AuntUncle { generations } => match step {
            Step::Child(_) if generations == 1 => Kin::Cousin,
            Step::Partner(couple) if couple.shares_a_home() => Kin::AuntUncle { generations },
            _ => Kin::Of(step),
        },
        Kin::ParentInLaw if matches!(step, Step::Child(_)) => Kin::SiblingInLaw,
        Kin::Cousin
        | Kin::SiblingsChild
        | Kin::ParentInLaw
        | Kin::SiblingInLaw
        | Kin::ChildInLaw => Kin::Of(step),
        Kin::Of(_) | Kin::Far => Kin::Far,
    }
}

fn from_ancestor(generations: u32, bond: Bond, step: Step) -> Kin {
    match (generations, step) {
        (_, Step::Parent(next)) => {
            let generations = generations.saturating_add(1);
            Kin::Ancestor { generations, bond: weaker(bond, next) }
        }
        (1, Step::Child(next)) => Kin::Sibling(match weaker(bond, next) {
            Bond::Birth | Bond::Donor => Share::Full,
            Bond::Adopted => Share::Adopted,
            Bond::Foster | Bond::Guardian => Share::Foster,
            Bond::Step => Share::Step,
        }),
        (2, Step::Child(_)) | (1, Step::Sibling) => Kin::AuntUncle { generations: 1 },
        (3, Step::Child(_)) | (2, Step::Sibling) => Kin::AuntUncle { generations: 2 },
        (1, Step::Partner(couple)) if couple.shares_a_home() => {
            Kin::Ancestor { generations: 1, bond: Bond::Step }
        }
        (_, Step::Child(_) | Step::Sibling | Step::Partner(_)) => Kin::Of(step),
    }
}

fn from_partner(couple: Couple, step: Step) -> Kin {
    match step {
        Step::Parent(_) if couple != Couple::Ex => Kin::ParentInLaw,
        Step::Sibling if couple != Couple::Ex => Kin::SiblingInLaw,
        Step::Child(_) if couple.shares_a_home() => {
            Kin::Descendant { generations: 1, bond: Bond::Step }
        }
        _ => Kin::Of(step),
    }
}

fn weaker(a: Bond, b: Bond) -> Bond {
    if a.home_rank() < b.home_rank() { b } else { a }
}
