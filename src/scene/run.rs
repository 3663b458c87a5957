//! The runs of a strand: its pieces from one person to the next, and what each comes to.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::PersonId;
use crate::scene::stage::Stage;
use crate::scene::strand::{StrandEdge, StrandEnd, StrandEndKind, StrandKind, StrandView};

/// One step along the lines of one union, by indices of the cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Leg {
    /// Whose lines.
    pub union: usize,
    /// The parent.
    pub from: usize,
    /// The child.
    pub to: usize,
}

/// A piece of a strand from one person to the next that means something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    /// One leg, or two when it passes over somebody.
    pub legs: Vec<Leg>,
    /// What it comes to.
    pub goal: Goal,
}

impl Run {
    /// Does it pass over somebody?
    pub(super) fn is_over(&self) -> bool {
        1 < self.legs.len()
    }

    /// Does it fade before somebody of whom nobody knows?
    pub(super) fn is_open(&self) -> bool {
        self.goal == Goal::End(StrandEndKind::Open)
    }
}

/// What a run comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// A carrier, over somebody or not.
    Carrier,
    /// Somebody with whom it ends.
    End(StrandEndKind),
}

impl Goal {
    /// The ring that stands there.
    pub(super) fn knot(self) -> Option<StrandEndKind> {
        match self {
            Self::End(kind @ StrandEndKind::Stops) => Some(kind),
            _ => None,
        }
    }
}

/// Finds the runs of strands.
pub(super) struct Runs<'a, 'b> {
    stage: &'b Stage<'a>,
    /// The unions under which each person stands as a child.
    parents: BTreeMap<usize, Vec<usize>>,
}

impl<'a, 'b> Runs<'a, 'b> {
    pub(super) fn on(stage: &'b Stage<'a>) -> Self {
        let mut parents: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (union, of) in stage.cast.family.unions.iter().enumerate() {
            for child in &of.children {
                parents.entry(child.person).or_default().push(union);
            }
        }
        Self { stage, parents }
    }

    /// The runs of `strand` between people who are shown.
    pub(super) fn of(&self, strand: &StrandView) -> Vec<Run> {
        let carriers: BTreeSet<&PersonId> = strand.carriers.iter().collect();
        let edges = strand.edges.iter().flat_map(|edge| self.along(edge));
        let ends = strand.ends.iter().flat_map(|end| self.before(end, &carriers));
        let is_shown = |run: &Run| {
            let mut people = run.legs.iter().flat_map(|leg| [leg.from, leg.to]);
            people.all(|person| self.stage.is_visible_index(Some(person)))
        };
        edges.chain(ends).filter(is_shown).collect()
    }

    /// From carrier to carrier.
    fn along(&self, edge: &StrandEdge) -> Vec<Run> {
        let run = |legs: Vec<Leg>| Run { legs, goal: Goal::Carrier };
        let (from, to) = (self.stage.index_of(&edge.from), self.stage.index_of(&edge.to));
        let (Some(from), Some(to)) = (from, to) else { return Vec::new() };
        if edge.kind == StrandKind::Direct {
            return self.legs(from, to).map(|leg| run(vec![leg])).collect();
        }
        let over = edge.over.iter().filter_map(|id| self.stage.index_of(id));
        let both = over.flat_map(|over| {
            let upper = self.legs(from, over);
            upper.flat_map(move |upper| self.legs(over, to).map(move |lower| vec![upper, lower]))
        });
        both.map(run).collect()
    }

    /// From the carriers among the parents of somebody with whom the strand ends.
    fn before(&self, end: &StrandEnd, carriers: &BTreeSet<&PersonId>) -> Vec<Run> {
        let to = self.stage.index_of(&end.person).filter(|_| end.kind.has_way());
        let above = to.into_iter().flat_map(|to| self.above(to).map(move |union| (union, to)));
        let legs = above.flat_map(|(union, to)| {
            let partners =
                self.stage.cast.family.unions.get(union).map(|it| it.partners.as_slice());
            let partners = partners.unwrap_or_default().iter().copied();
            partners.map(move |from| Leg { union, from, to })
        });
        let carries = |leg: &Leg| {
            let id = self.stage.id_at(Some(leg.from));
            id.is_some_and(|id| carriers.contains(id))
        };
        legs.filter(carries).map(|leg| Run { legs: vec![leg], goal: Goal::End(end.kind) }).collect()
    }

    /// The unions that join a parent and a child.
    fn legs(&self, from: usize, to: usize) -> impl Iterator<Item = Leg> {
        let joins = move |union: &usize| {
            let union = self.stage.cast.family.unions.get(*union);
            union.is_some_and(|union| union.partners.contains(&from))
        };
        self.above(to).filter(joins).map(move |union| Leg { union, from, to })
    }

    /// The unions under which somebody stands as a child.
    fn above(&self, child: usize) -> impl Iterator<Item = usize> {
        self.parents.get(&child).into_iter().flatten().copied()
    }
}
