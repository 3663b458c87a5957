//! Parents, children, partners, brothers and sisters, read off the unions once.
//!
//! People and unions are the nodes of one directed graph: partners point at their union, a union
//! points at its children. A sibship whose parents are not known is then nothing special, and
//! there are only as many edges as the map has partners and bonds.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef as _;

use super::generation::{Ties, generations};
use super::ids::IdTable;
use super::rows::Rows;
use crate::model::{Bond, FamilyMap, PersonId, Union, UnionId};
use crate::share;

/// A person as a position in id order, `0..Kinship::len()`. Means nothing on another map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonIdx(u32);

impl PersonIdx {
    /// The person at this position in id order.
    #[must_use]
    pub const fn new(at: usize) -> Self {
        Self(index(at))
    }

    /// The position as a number, for tables with one row a person.
    #[must_use]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// A union as a position in id order. Means nothing on another map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnionIdx(u32);

impl UnionIdx {
    /// The union at this position in id order.
    #[must_use]
    pub const fn new(at: usize) -> Self {
        Self(index(at))
    }

    /// The position as a number.
    #[must_use]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// Which bonds make a family line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bonds {
    /// Only birth.
    Birth,
    /// Birth and adoption: the family line as the field draws it.
    #[default]
    Family,
    /// Foster, step, guardian and donor bonds as well.
    All,
}

impl Bonds {
    /// All choices, narrowest first.
    pub const ALL: [Self; 3] = [Self::Birth, Self::Family, Self::All];

    /// Does `bond` belong to the line?
    #[must_use]
    pub const fn includes(self, bond: Bond) -> bool {
        match (self, bond) {
            (Self::All, _) | (_, Bond::Birth) | (Self::Family, Bond::Adopted) => true,
            (Self::Birth, _)
            | (Self::Family, Bond::Foster | Bond::Step | Bond::Guardian | Bond::Donor) => false,
        }
    }

    /// As the command line spells it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Family => "family",
            Self::All => "all",
        }
    }

    /// The choice that is spelled `code`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bonds| bonds.code() == code)
    }
}

/// A step from a parent to a child or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where the step leads.
    pub person: PersonIdx,
    /// How the child belongs to the parent.
    pub bond: Bond,
    /// Under which union.
    pub union: UnionIdx,
}

/// Brothers and sisters of the same parents, or of one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SiblingKind {
    /// The same known parents, or one sibship whose parents are not known.
    Full,
    /// At least one parent in common, and not all.
    Half,
}

/// What an edge of the graph says.
#[derive(Clone, Copy, Debug)]
enum Edge {
    /// From a person to a union they are a partner in.
    Partner,
    /// From a union to a child.
    Child(Bond),
}

/// Everybody's kin. Built in time and memory in proportion to people and bonds, but for a
/// logarithm in looking up ids.
#[derive(Clone, Debug)]
pub struct Kinship {
    people: IdTable<PersonId>,
    unions: Arc<[UnionId]>,
    /// Nodes: people in id order, then unions in id order. Edges in the order of the file.
    graph: DiGraph<(), Edge>,
    /// The edges that leave and enter each node of the graph, side by side in memory.
    down: Rows<(u32, Edge)>,
    up: Rows<(u32, Edge)>,
    /// The bonds of a child with one parent of a union that are other than the union's edge says, by
    /// union, child and parent. Few families have one.
    own_bonds: BTreeMap<(u32, u32, u32), Bond>,
    generation: Vec<u32>,
}

impl Kinship {
    /// Reads the unions of `map`. Ids that lead nowhere and partners beyond the second are kept
    /// out or in as they stand; nothing fails on a broken map.
    #[must_use]
    pub fn of(map: &FamilyMap) -> Self {
        Self::shared(map, share::threads_for(map.people.len()))
    }

    /// As [`Self::of`], on so many threads.
    fn shared(map: &FamilyMap, threads: usize) -> Self {
        let (people, unions) = share::both(
            threads,
            || IdTable::new(map.people.keys()),
            || map.unions.keys().cloned().collect::<Arc<[UnionId]>>(),
        );
        let nodes = people.len() + unions.len();
        let edges = edges(map, &people, threads);
        let all = || edges.iter().flatten().copied();
        let (graph, (down, up)) = share::both(
            threads,
            || graph(nodes, &edges),
            || {
                let down = all().map(|(from, to, edge)| (from as usize, (to, edge)));
                let up = all().map(|(from, to, edge)| (to as usize, (from, edge)));
                (Rows::grouped(nodes, down), Rows::grouped(nodes, up))
            },
        );
        let own_bonds = own_bonds(map, &people);
        let mut kin = Self { people, unions, graph, down, up, own_bonds, generation: Vec::new() };
        kin.generation = kin.generation_numbers(map, threads);
        kin
    }

    /// How many people there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Is nobody there?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.len() == 0
    }

    /// Everybody, by id.
    pub fn people(&self) -> impl ExactSizeIterator<Item = PersonIdx> + Clone + use<> {
        (0..index(self.people.len())).map(PersonIdx)
    }

    /// The person called `id`.
    #[must_use]
    pub fn find(&self, id: &PersonId) -> Option<PersonIdx> {
        self.people.find(id).map(|at| PersonIdx(index(at)))
    }

    /// What `person` is called; `None` for a position from another map.
    #[must_use]
    pub fn id(&self, person: PersonIdx) -> Option<&PersonId> {
        self.people.get(person.at())
    }

    /// What `union` is called; `None` for a position from another map.
    #[must_use]
    pub fn union_id(&self, union: UnionIdx) -> Option<&UnionId> {
        self.unions.get(union.at())
    }

    /// How many unions there are.
    #[must_use]
    pub fn n_unions(&self) -> usize {
        self.unions.len()
    }

    /// The generation of `person`, 0 for the eldest; the rows of the layout.
    #[must_use]
    pub fn generation(&self, person: PersonIdx) -> u32 {
        self.generation.get(person.at()).copied().unwrap_or(0)
    }

    /// The unions in which `person` is a partner, by id.
    pub fn unions(&self, person: PersonIdx) -> impl Iterator<Item = UnionIdx> {
        self.down(person.at()).map(|(union, _)| self.union_at(union))
    }

    /// The unions under which `person` stands as a child, by id, with the strongest of the bonds with
    /// its partners.
    pub fn parent_unions(&self, person: PersonIdx) -> impl Iterator<Item = (UnionIdx, Bond)> {
        let steps = self.up(person.at());
        steps.filter_map(|(union, edge)| match edge {
            Edge::Child(bond) => Some((self.union_at(union), bond)),
            Edge::Partner => None,
        })
    }

    /// The known partners of `union`.
    pub fn partners_of(&self, union: UnionIdx) -> impl Iterator<Item = PersonIdx> {
        self.up(self.node_of(union)).map(|(at, _)| PersonIdx(at))
    }

    /// The children that stand under `union`, in the order in which they were entered.
    pub fn children_of(&self, union: UnionIdx) -> impl Iterator<Item = (PersonIdx, Bond)> {
        let steps = self.down(self.node_of(union));
        steps.filter_map(|(at, edge)| match edge {
            Edge::Child(bond) => Some((PersonIdx(at), bond)),
            Edge::Partner => None,
        })
    }

    /// The children of `person` over every bond, union by union. A child that stands under two
    /// unions of the same parent comes twice.
    pub fn children(&self, person: PersonIdx) -> impl Iterator<Item = Link> {
        self.unions(person).flat_map(move |union| {
            self.children_of(union).map(move |(child, bond)| {
                let bond = self.bond_with(union, child, person).unwrap_or(bond);
                Link { person: child, bond, union }
            })
        })
    }

    /// The parents of `person` over every bond, union by union. More than two are normal.
    pub fn parents(&self, person: PersonIdx) -> impl Iterator<Item = Link> {
        self.parent_unions(person).flat_map(move |(union, bond)| {
            self.partners_of(union).map(move |parent| {
                let bond = self.bond_with(union, person, parent).unwrap_or(bond);
                Link { person: parent, bond, union }
            })
        })
    }

    /// The own bond of a child with one parent of a union, where it has one.
    fn bond_with(&self, union: UnionIdx, child: PersonIdx, parent: PersonIdx) -> Option<Bond> {
        if self.own_bonds.is_empty() {
            return None;
        }
        self.own_bonds.get(&(union.0, child.0, parent.0)).copied()
    }

    /// The partners of `person`, union by union.
    pub fn partners(&self, person: PersonIdx) -> impl Iterator<Item = (PersonIdx, UnionIdx)> {
        self.unions(person).flat_map(move |union| {
            let others = self.partners_of(union).filter(move |&other| other != person);
            others.map(move |other| (other, union))
        })
    }

    /// The known parents of `person` over `bonds`, in id order, nobody twice.
    #[must_use]
    pub fn parent_set(&self, person: PersonIdx, bonds: Bonds) -> Vec<PersonIdx> {
        let links = self.parents(person).filter(|link| bonds.includes(link.bond));
        let mut parents: Vec<PersonIdx> = links.map(|link| link.person).collect();
        parents.sort_unstable();
        parents.dedup();
        parents
    }

    /// The brothers and sisters of `person` over `bonds`, in id order.
    #[must_use]
    pub fn siblings(&self, person: PersonIdx, bonds: Bonds) -> Vec<(PersonIdx, SiblingKind)> {
        let mine = self.parent_set(person, bonds);
        let mut found: BTreeSet<PersonIdx> = BTreeSet::new();
        for &parent in &mine {
            let children = self.children(parent).filter(|link| bonds.includes(link.bond));
            found.extend(children.map(|link| link.person));
        }
        for (union, _) in self.parent_unions(person).filter(|(_, bond)| bonds.includes(*bond)) {
            let children = self.children_of(union).filter(|(_, bond)| bonds.includes(*bond));
            found.extend(children.map(|(child, _)| child));
        }
        found.remove(&person);
        let kind = |other| {
            let same = self.parent_set(other, bonds) == mine;
            if same { SiblingKind::Full } else { SiblingKind::Half }
        };
        found.into_iter().map(|other| (other, kind(other))).collect()
    }

    /// The ancestors of `person` over `bonds`, nearest first, with how many generations up.
    pub fn ancestors(
        &self,
        person: PersonIdx,
        bonds: Bonds,
    ) -> impl Iterator<Item = (PersonIdx, u32)> {
        let up = move |at| self.parents(at).filter(move |link| bonds.includes(link.bond));
        Walk::from(person, move |at, next| next.extend(up(at).map(|link| link.person)))
    }

    /// The descendants of `person` over `bonds`, nearest first, with how many generations down.
    pub fn descendants(
        &self,
        person: PersonIdx,
        bonds: Bonds,
    ) -> impl Iterator<Item = (PersonIdx, u32)> {
        let down = move |at| self.children(at).filter(move |link| bonds.includes(link.bond));
        Walk::from(person, move |at, next| next.extend(down(at).map(|link| link.person)))
    }

    /// A number for each person, the same for all whom bonds and couples join.
    #[must_use]
    pub fn families(&self) -> Vec<u32> {
        let mut families = UnionFind::<u32>::new(self.graph.node_count());
        for edge in self.graph.edge_references() {
            families.union(index(edge.source().index()), index(edge.target().index()));
        }
        let mut of = families.into_labeling();
        of.truncate(self.len());
        of
    }

    fn down(&self, node: usize) -> impl Iterator<Item = (u32, Edge)> {
        self.down.row(node).iter().copied()
    }

    fn up(&self, node: usize) -> impl Iterator<Item = (u32, Edge)> {
        self.up.row(node).iter().copied()
    }

    fn union_at(&self, node: u32) -> UnionIdx {
        UnionIdx(node.saturating_sub(index(self.people.len())))
    }

    fn node_of(&self, union: UnionIdx) -> usize {
        self.people.len() + union.at()
    }

    /// Generations as the layout counts them: partners level, children below the parents they stand
    /// under at home and below others by birth or adoption, and below the rest where nothing speaks
    /// against it.
    fn generation_numbers(&self, map: &FamilyMap, threads: usize) -> Vec<u32> {
        let born = || {
            let born = map.people.values().map(|it| it.birth.map(|it| f64::from(it.year())));
            born.collect::<Vec<Option<f64>>>()
        };
        let (born, ties) = share::both(threads, born, || self.ties());
        generations(&Ties { born, ..ties }).into_iter().map(index).collect()
    }

    /// Who stands level with whom, and who below.
    fn ties(&self) -> Ties {
        let unions = || (0..self.n_unions()).map(UnionIdx::new);
        let mut home: Vec<Option<(u8, UnionIdx)>> = vec![None; self.len()];
        for union in unions() {
            for (child, bond) in self.children_of(union) {
                let claim = (bond.home_rank(), union);
                if let Some(home) = home.get_mut(child.at())
                    && home.is_none_or(|best| claim < best)
                {
                    *home = Some(claim);
                }
            }
        }
        let mut ties = Ties { people: self.len(), ..Ties::default() };
        ties.level.reserve(self.n_unions());
        ties.descents.reserve(self.graph.edge_count());
        let mut parents: Vec<usize> = Vec::new();
        for union in unions() {
            parents.clear();
            parents.extend(self.partners_of(union).map(PersonIdx::at));
            if let [a, b] = parents.as_slice() {
                ties.level.push([*a, *b]);
            }
            let mut elder: Option<usize> = None;
            for (child, bond) in self.children_of(union) {
                let child = child.at();
                let home = home.get(child).copied().flatten();
                let is_below = bond.is_full() || home.is_some_and(|(_, of)| of == union);
                let list = if is_below { &mut ties.descents } else { &mut ties.fosters };
                list.extend(parents.iter().map(|&parent| [parent, child]));
                if parents.is_empty() {
                    ties.level.extend(elder.map(|elder| [elder, child]));
                    elder = Some(child);
                }
            }
        }
        ties
    }
}

/// A breadth-first walk that meets everybody once.
struct Walk<F> {
    queue: VecDeque<(PersonIdx, u32)>,
    seen: BTreeSet<PersonIdx>,
    next: Vec<PersonIdx>,
    steps: F,
}

impl<F: FnMut(PersonIdx, &mut Vec<PersonIdx>)> Walk<F> {
    fn from(start: PersonIdx, steps: F) -> impl Iterator<Item = (PersonIdx, u32)> {
        let walk = Self {
            queue: VecDeque::from([(start, 0)]),
            seen: BTreeSet::from([start]),
            next: Vec::new(),
            steps,
        };
        walk.skip(1)
    }
}

impl<F: FnMut(PersonIdx, &mut Vec<PersonIdx>)> Iterator for Walk<F> {
    type Item = (PersonIdx, u32);

    fn next(&mut self) -> Option<Self::Item> {
        let (person, depth) = self.queue.pop_front()?;
        self.next.clear();
        (self.steps)(person, &mut self.next);
        for &found in &self.next {
            if self.seen.insert(found) {
                self.queue.push_back((found, depth + 1));
            }
        }
        Some((person, depth))
    }
}

/// A family of four thousand million does not fit in memory.
pub(super) const fn index(at: usize) -> u32 {
    at as u32
}

/// So many unions have their partners sought at once.
const SOUGHT_AT_ONCE: usize = 128;

/// The graph of so many nodes.
fn graph(nodes: usize, edges: &[Vec<(u32, u32, Edge)>]) -> DiGraph<(), Edge> {
    let mut graph = DiGraph::with_capacity(nodes, edges.iter().map(Vec::len).sum());
    for _ in 0..nodes {
        graph.add_node(());
    }
    for &(from, to, edge) in edges.iter().flatten() {
        graph.add_edge(NodeIndex::from(from), NodeIndex::from(to), edge);
    }
    graph
}

/// Every edge from node to node, union by union, in a list for each of some ranges of unions.
fn edges(
    map: &FamilyMap,
    people: &IdTable<PersonId>,
    threads: usize,
) -> Vec<Vec<(u32, u32, Edge)>> {
    let unions: Vec<&Union> = map.unions.values().map(AsRef::as_ref).collect();
    share::given(share::ranges(unions.len(), threads), threads, |range| {
        let first = people.len() + range.start;
        edges_of(unions.get(range).unwrap_or(&[]), first, people)
    })
}

/// The bonds with one parent that are not as the edge of the union says.
fn own_bonds(map: &FamilyMap, people: &IdTable<PersonId>) -> BTreeMap<(u32, u32, u32), Bond> {
    let mut bonds = BTreeMap::new();
    for (at, union) in map.unions.values().enumerate() {
        for child in union.children.iter().filter(|child| !child.with.is_empty()) {
            for parent in &union.partners {
                if let (Some(of), Some(to)) = (people.find(&child.person), people.find(parent)) {
                    let own = (index(at), index(of), index(to));
                    bonds.insert(own, child.bond_with(parent));
                }
            }
        }
    }
    bonds
}

/// The edges of `unions`, the first of which is the node `at`.
fn edges_of(unions: &[&Union], mut at: usize, people: &IdTable<PersonId>) -> Vec<(u32, u32, Edge)> {
    let n = unions.iter().map(|union| union.partners.len() + union.children.len()).sum();
    let mut edges = Vec::with_capacity(n);
    // Children often follow one another in the file, from union to union; partners come from afar.
    let mut last = 0;
    for unions in unions.chunks(SOUGHT_AT_ONCE) {
        let mut partners = people.find_all(unions.iter().flat_map(|union| &union.partners));
        for union in unions {
            let found = union.partners.iter().filter_map(|_| partners.next().flatten());
            edges.extend(found.map(|person| (index(person), index(at), Edge::Partner)));
            for child in &union.children {
                if let Some(person) = people.find_after(last, &child.person) {
                    last = person;
                    let bond = child.bond_under(&union.partners);
                    edges.push((index(at), index(person), Edge::Child(bond)));
                }
            }
            at += 1;
        }
    }
    edges
}

#[cfg(test)]
mod tests;
