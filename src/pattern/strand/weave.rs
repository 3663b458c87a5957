//! From carriers to strands: edges, connected components, longest chains.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are positions of people, carriers or edges, and every table has a row for each"
)]

use petgraph::unionfind::UnionFind;

use crate::catalogue::{Harm, ViolenceSide};
use crate::kinship::{PersonIdx, Rows};
use crate::model::KindId;
use crate::pattern::context::Context;
use crate::pattern::fact::{Standing, ThemeFacts};
use crate::pattern::finding::EdgeKind;
use crate::pattern::line::BondSet;
use crate::pattern::places::Places;
use crate::pattern::theme::{Role, Theme};

/// No strand.
const NOTHING: u32 = u32::MAX;

/// A step from carrier to carrier, as positions in [`ThemeFacts::facts`].
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The parent or grandparent.
    pub from: u32,
    /// The child or grandchild.
    pub to: u32,
    /// Direct, or over somebody.
    pub kind: EdgeKind,
    /// The bonds it runs over.
    pub bonds: BondSet,
    /// Where the people it goes over begin in [`Strands::over`], and how many.
    over: (u32, u32),
}

/// One connected component with at least one edge.
#[derive(Clone, Copy, Debug)]
pub struct Strand<'s> {
    /// Its carriers by person, as positions in [`ThemeFacts::facts`].
    pub carriers: &'s [u32],
    /// Its edges, by the person they lead to.
    pub edges: &'s [Edge],
    /// Carriers on the longest descending chain.
    pub length: u32,
    /// Generations on that chain, inclusive; of equally long ones the greatest.
    pub span: u32,
}

/// Carriers and generations on a chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Size {
    length: u32,
    span: u32,
}

/// The strands of one theme: bare tables, from which findings are written.
#[derive(Clone, Debug, Default)]
pub struct Strands {
    carriers: Rows<u32>,
    edges: Rows<Edge>,
    over: Vec<PersonIdx>,
    sizes: Vec<Size>,
}

impl Strands {
    /// One by one, in order of their first carriers.
    pub fn iter(&self) -> impl Iterator<Item = Strand<'_>> {
        self.sizes.iter().enumerate().map(|(at, size)| Strand {
            carriers: self.carriers.row(at),
            edges: self.edges.row(at),
            length: size.length,
            span: size.span,
        })
    }

    /// Everybody `edge` goes over, by id; nobody when it is direct.
    #[must_use]
    pub fn over(&self, edge: &Edge) -> &[PersonIdx] {
        let (from, n) = edge.over;
        &self.over[from as usize..(from + n) as usize]
    }
}

/// The strands of `theme`, one of `context`: who is in which, over which edges, how long.
///
/// Takes time and memory in proportion to the carriers and the kin around them, and a bit for each
/// person.
#[must_use]
pub fn strands(context: &Context<'_>, theme: &ThemeFacts) -> Strands {
    if theme.carriers().nth(1).is_none() {
        return Strands::default();
    }
    let mut weaver = Weaver::new(context, theme);
    let n = weaver.carriers.len();
    (0..n).for_each(|to| weaver.edges_to(to as u32));
    if weaver.edges.is_empty() { Strands::default() } else { weaver.finish() }
}

/// Somebody who is Yes.
#[derive(Clone, Copy, Debug)]
struct Carrier {
    person: PersonIdx,
    /// Position of the fact that says so.
    fact: u32,
}

/// The strands of one theme while they are found. Edges go from carrier to carrier.
#[derive(Debug)]
struct Weaver<'c, 'a> {
    context: &'c Context<'a>,
    theme: &'c ThemeFacts,
    /// Whose carriers are no gap in a strand.
    counter: Vec<&'c ThemeFacts>,
    /// By person.
    carriers: Vec<Carrier>,
    places: Places,
    edges: Vec<Edge>,
    over: Vec<PersonIdx>,
    /// Those to one carrier; kept for its memory.
    ways: Vec<Way>,
    /// When each carrier was last met, and from which side.
    met: Vec<u32>,
    clock: u32,
}

/// An over edge before its middle people are put together.
#[derive(Clone, Copy, Debug)]
struct Way {
    from: u32,
    over: PersonIdx,
    bonds: BondSet,
}

impl<'c, 'a> Weaver<'c, 'a> {
    fn new(context: &'c Context<'a>, theme: &'c ThemeFacts) -> Self {
        let facts = (0..).zip(theme.facts());
        let yes = facts.filter(|(_, fact)| fact.standing == Standing::Yes);
        let mut carriers: Vec<Carrier> = Vec::with_capacity(theme.carriers().count());
        carriers.extend(yes.map(|(at, fact)| Carrier { person: fact.person, fact: at }));
        Self {
            context,
            theme,
            counter: counter_roles(context, &theme.theme),
            places: Places::of(carriers.iter().map(|carrier| carrier.person)),
            edges: Vec::with_capacity(carriers.len()),
            over: Vec::new(),
            ways: Vec::new(),
            met: vec![0; carriers.len()],
            clock: 0,
            carriers,
        }
    }

    fn find(&self, person: PersonIdx) -> Option<u32> {
        self.places.find(person).map(|at| at as u32)
    }

    fn edges_to(&mut self, to: u32) {
        let line = &self.context.line;
        self.ways.clear();
        for link in line.parents(self.carriers[to as usize].person) {
            if let Some(from) = self.find(link.person) {
                let (kind, bonds) = (EdgeKind::Direct, link.bonds);
                self.edges.push(Edge { from, to, kind, bonds, over: (0, 0) });
                continue;
            }
            for grand in line.parents(link.person) {
                if let Some(from) = self.find(grand.person) {
                    let bonds = grand.bonds.and(link.bonds);
                    self.ways.push(Way { from, over: link.person, bonds });
                }
            }
        }
        if !self.ways.is_empty() {
            self.over_edges_to(to);
        }
    }

    fn over_edges_to(&mut self, to: u32) {
        let mut ways = std::mem::take(&mut self.ways);
        let is_counter = |way: &Way| self.counter.iter().any(|it| says(it, way, Standing::Yes));
        let is_out = |way: &Way| self.context.is_left_out(&self.theme.theme, way.over);
        ways.retain(|way| !is_counter(way) && !is_out(way));
        ways.sort_unstable_by_key(|way| (way.from, way.over));
        // The last step of a direct chain is a direct edge; those come first.
        let has_direct = self.edges.last().is_some_and(|edge| edge.to == to);
        for ways in ways.chunk_by(|a, b| a.from == b.from) {
            let from = ways[0].from;
            if has_direct && self.reaches(from, to) {
                continue;
            }
            // Where one of several people between is not known, we do not know that it skips.
            let skips = ways.iter().all(|way| says(self.theme, way, Standing::No));
            let kind = if skips { EdgeKind::Skipped } else { EdgeKind::Gap };
            let bonds = ways.iter().fold(BondSet::default(), |sum, way| sum.and(way.bonds));
            let over = (self.over.len() as u32, ways.len() as u32);
            self.over.extend(ways.iter().map(|way| way.over));
            self.edges.push(Edge { from, to, kind, bonds, over });
        }
        self.ways = ways;
    }

    /// Does a chain of direct edges lead from `above` down to `below`?
    ///
    /// Looks from both ends in turn, so that it takes no longer than twice the smaller search, and
    /// never above or below the two: in a family that is a handful of people.
    fn reaches(&mut self, above: u32, below: u32) -> bool {
        self.clock += 2;
        let (down, up) = (self.clock, self.clock + 1);
        let line = &self.context.line;
        let person = |at: u32| self.carriers[at as usize].person;
        let (top, bottom) = (line.depth(person(above)), line.depth(person(below)));
        let mut falling = vec![above];
        let mut rising = vec![below];
        self.met[above as usize] = down;
        self.met[below as usize] = up;
        while let (Some(high), Some(low)) = (falling.pop(), rising.pop()) {
            for link in line.children(person(high)) {
                let Some(next) = self.find(link.person) else { continue };
                match self.met[next as usize] {
                    met if met == up => return true,
                    met if met != down && line.depth(link.person) < bottom => {
                        self.met[next as usize] = down;
                        falling.push(next);
                    }
                    _ => {}
                }
            }
            for link in line.parents(person(low)) {
                let Some(next) = self.find(link.person) else { continue };
                match self.met[next as usize] {
                    met if met == down => return true,
                    met if met != up && top < line.depth(link.person) => {
                        self.met[next as usize] = up;
                        rising.push(next);
                    }
                    _ => {}
                }
            }
        }
        false
    }

    /// The connected components, in order of their first carriers.
    fn finish(self) -> Strands {
        let carriers = self.carriers.len();
        let mut components = UnionFind::<u32>::new(carriers);
        let mut has_edge = vec![false; carriers];
        for edge in &self.edges {
            components.union(edge.from, edge.to);
            has_edge[edge.from as usize] = true;
            has_edge[edge.to as usize] = true;
        }
        let chains = self.chains();
        // By carrier; that of a component stands with its root.
        let mut strand_of = vec![NOTHING; carriers];
        let mut sizes: Vec<Size> = Vec::new();
        for at in (0..carriers).filter(|at| has_edge[*at]) {
            let root = components.find_mut(at as u32) as usize;
            if strand_of[root] == NOTHING {
                strand_of[root] = sizes.len() as u32;
                sizes.push(Size::default());
            }
            strand_of[at] = strand_of[root];
            let size = &mut sizes[strand_of[at] as usize];
            *size = (*size).max(chains[at]);
        }
        let fact = |at: u32| self.carriers[at as usize].fact;
        let members = (0..carriers as u32).filter(|at| has_edge[*at as usize]);
        let members = members.map(|at| (strand_of[at as usize] as usize, fact(at)));
        let edges = self.edges.iter().map(|edge| {
            let facts = Edge { from: fact(edge.from), to: fact(edge.to), ..*edge };
            (strand_of[edge.from as usize] as usize, facts)
        });
        Strands {
            carriers: Rows::grouped(sizes.len(), members),
            edges: Rows::grouped(sizes.len(), edges),
            over: self.over,
            sizes,
        }
    }

    /// The longest chain down to each carrier. What leads to a person is looked at before what
    /// leads on from there, so that one pass is enough.
    fn chains(&self) -> Vec<Size> {
        let line = &self.context.line;
        let order = |edge: &Edge| line.order(self.carriers[edge.from as usize].person);
        let mut downwards: Vec<(u32, u32)> =
            (self.edges.iter().zip(0..)).map(|(edge, at)| (order(edge), at)).collect();
        downwards.sort_unstable();
        let mut best = vec![Size { length: 1, span: 1 }; self.carriers.len()];
        for (_, at) in downwards {
            let edge = &self.edges[at as usize];
            let Size { length, span } = best[edge.from as usize];
            let step = match edge.kind {
                EdgeKind::Direct => 1,
                EdgeKind::Skipped | EdgeKind::Gap => 2,
            };
            let to = &mut best[edge.to as usize];
            *to = (*to).max(Size { length: length + 1, span: span + step });
        }
        best
    }
}

/// Does the map say that who stands between the two ends of `way` stands so to `theme`?
fn says(theme: &ThemeFacts, way: &Way, standing: Standing) -> bool {
    theme.fact(way.over).is_some_and(|fact| fact.standing == standing)
}

/// The themes whose carriers stand on the other side of `theme`.
fn counter_roles<'c, 'a>(context: &'c Context<'a>, theme: &Theme) -> Vec<&'c ThemeFacts> {
    let Theme::Kind(id) = theme else { return Vec::new() };
    let row = context.catalogue.kind(id.as_str());
    let Some(other) = row.and_then(|row| row.counter_role.as_deref()) else { return Vec::new() };
    let used =
        context.catalogue.kind(other).and_then(|row| row.violence) == Some(ViolenceSide::Used);
    let entered = KindId::new(other).map(Theme::Kind);
    // The relation that says the same as the kind of who used violence (patterns.md §3).
    let mut relations = context.catalogue.relations().iter();
    let relation = relations.find(|row| used && row.harm == Some(Harm::Violence));
    let relation = relation.and_then(|row| KindId::new(&row.id));
    let contact = relation.map(|relation| Theme::Contact(relation, Role::From));
    let themes = [entered, contact].into_iter().flatten();
    themes.filter_map(|theme| context.facts.theme(&theme)).collect()
}
