//! From carriers to strands: edges, connected components, longest chains.

#![expect(
    clippy::indexing_slicing,
    reason = "indices are positions of people or of facts, and every table has a row for each"
)]

use petgraph::unionfind::UnionFind;

use crate::kinship::PersonIdx;
use crate::model::KindId;
use crate::pattern::context::Context;
use crate::pattern::fact::{Fact, Standing, ThemeFacts};
use crate::pattern::finding::EdgeKind;
use crate::pattern::line::BondSet;
use crate::pattern::theme::{Role, Theme};

/// No fact of this theme about a person.
const NOTHING: u32 = u32::MAX;

/// The kind whose carriers used violence, and the relation that says the same (patterns.md §3
/// names the pair; the catalogue says for which kinds it is the other side).
const USED_VIOLENCE: (&str, &str) = ("veilig-pleger", "geweld");

/// A step from carrier to carrier, as indices of facts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub from: u32,
    pub to: u32,
    pub kind: EdgeKind,
    pub bonds: BondSet,
    /// Where the people it goes over begin in [`Web::over`], and how many.
    over: (u32, u32),
}

/// The edges of one theme.
#[derive(Debug, Default)]
pub(super) struct Web {
    /// In an order in which everything above a person comes before what is below.
    pub edges: Vec<Edge>,
    over: Vec<PersonIdx>,
}

impl Web {
    /// Everybody `edge` goes over, by id.
    pub(super) fn over(&self, edge: &Edge) -> &[PersonIdx] {
        let (from, n) = edge.over;
        &self.over[from as usize..(from + n) as usize]
    }
}

/// One connected component with at least one edge.
#[derive(Debug, Default)]
pub(super) struct Strand {
    /// Indices of the carriers' facts, by person.
    pub carriers: Vec<u32>,
    /// Indices of edges.
    pub edges: Vec<u32>,
    /// Carriers on the longest descending chain.
    pub length: u32,
    /// Generations on that chain, inclusive.
    pub span: u32,
}

/// Tables with a row for each person, shared by all themes.
#[derive(Debug)]
pub(super) struct Weaver<'c, 'a> {
    context: &'c Context<'a>,
    /// Index of the fact about each person; [`NOTHING`] between themes.
    fact_of: Vec<u32>,
    /// When somebody was last met, and from which side.
    met: Vec<u32>,
    clock: u32,
}

/// An over edge before its middle people are put together.
#[derive(Clone, Copy, Debug)]
struct Way {
    from: u32,
    over: PersonIdx,
    standing: Standing,
    bonds: BondSet,
}

impl<'c, 'a> Weaver<'c, 'a> {
    pub(super) fn new(context: &'c Context<'a>) -> Self {
        let people = context.kin.len();
        Self { context, fact_of: vec![NOTHING; people], met: vec![0; people], clock: 0 }
    }

    /// All edges of a theme.
    pub(super) fn web(&mut self, theme: &ThemeFacts<'a>) -> Web {
        let facts = theme.facts();
        for (at, fact) in facts.iter().enumerate() {
            self.fact_of[fact.person.at()] = at as u32;
        }
        let counter = counter_roles(self.context, &theme.theme);
        let mut web = Web::default();
        let mut ways = Vec::new();
        for (at, fact) in facts.iter().enumerate() {
            if fact.standing == Standing::Yes {
                self.edges_to(theme, at as u32, &counter, &mut ways, &mut web);
            }
        }
        for fact in facts {
            self.fact_of[fact.person.at()] = NOTHING;
        }
        let line = &self.context.line;
        web.edges.sort_by_key(|edge| line.order(facts[edge.from as usize].person));
        web
    }

    fn edges_to(
        &mut self,
        theme: &ThemeFacts<'a>,
        to: u32,
        counter: &[&ThemeFacts<'a>],
        ways: &mut Vec<Way>,
        web: &mut Web,
    ) {
        let context = self.context;
        let child = theme.facts()[to as usize].person;
        ways.clear();
        for link in context.line.parents(child) {
            if let Some(from) = self.carrier(theme, link.person) {
                let (kind, bonds) = (EdgeKind::Direct, link.bonds);
                web.edges.push(Edge { from, to, kind, bonds, over: (0, 0) });
                continue;
            }
            let grandparents = context.line.parents(link.person);
            let is_counter = || counter.iter().any(|theme| is_yes(theme.fact(link.person)));
            if grandparents.is_empty() || is_counter() {
                continue;
            }
            let standing = context.standing(theme, link.person);
            for grand in grandparents {
                if let Some(from) = self.carrier(theme, grand.person) {
                    let bonds = grand.bonds.and(link.bonds);
                    ways.push(Way { from, over: link.person, standing, bonds });
                }
            }
        }
        ways.sort_unstable_by_key(|way| (way.from, way.over));
        for ways in ways.chunk_by(|a, b| a.from == b.from) {
            let from = ways[0].from;
            if self.reaches(theme, theme.facts()[from as usize].person, child) {
                continue;
            }
            // Where one of several people between is not known, we do not know that it skips.
            let skips = ways.iter().all(|way| way.standing == Standing::No);
            let kind = if skips { EdgeKind::Skipped } else { EdgeKind::Gap };
            let bonds = ways.iter().fold(BondSet::default(), |sum, way| sum.and(way.bonds));
            let over = (web.over.len() as u32, ways.len() as u32);
            web.over.extend(ways.iter().map(|way| way.over));
            web.edges.push(Edge { from, to, kind, bonds, over });
        }
    }

    fn carrier(&self, theme: &ThemeFacts<'a>, person: PersonIdx) -> Option<u32> {
        let at = self.fact_of[person.at()];
        let fact = theme.facts().get(at as usize)?;
        (fact.standing == Standing::Yes).then_some(at)
    }

    /// Does a chain of direct edges lead from `above` to `below`?
    ///
    /// Looks from both ends in turn, so that it takes no longer than twice the smaller search, and
    /// never above or below the two: in a family that is a handful of people.
    fn reaches(&mut self, theme: &ThemeFacts<'a>, above: PersonIdx, below: PersonIdx) -> bool {
        self.clock += 2;
        let (down, up) = (self.clock, self.clock + 1);
        let line = &self.context.line;
        let (top, bottom) = (line.depth(above), line.depth(below));
        let mut falling = vec![above];
        let mut rising = vec![below];
        self.met[above.at()] = down;
        self.met[below.at()] = up;
        while let (Some(high), Some(low)) = (falling.pop(), rising.pop()) {
            for link in line.children(high) {
                let next = link.person;
                if self.met[next.at()] == up {
                    return true;
                }
                let between = line.depth(next) < bottom && self.met[next.at()] != down;
                if between && self.carrier(theme, next).is_some() {
                    self.met[next.at()] = down;
                    falling.push(next);
                }
            }
            for link in line.parents(low) {
                let next = link.person;
                if self.met[next.at()] == down {
                    return true;
                }
                let between = top < line.depth(next) && self.met[next.at()] != up;
                if between && self.carrier(theme, next).is_some() {
                    self.met[next.at()] = up;
                    rising.push(next);
                }
            }
        }
        false
    }

    /// A moment that nobody was met at yet.
    pub(super) const fn tick(&mut self) -> u32 {
        self.clock += 2;
        self.clock
    }

    /// Meets `person` at `moment`; says whether it is the first time.
    pub(super) fn meet(&mut self, person: PersonIdx, moment: u32) -> bool {
        std::mem::replace(&mut self.met[person.at()], moment) != moment
    }
}

fn is_yes(fact: Option<&Fact>) -> bool {
    fact.is_some_and(|fact| fact.standing == Standing::Yes)
}

/// The themes whose carriers stand on the other side of `theme`.
fn counter_roles<'c, 'a>(context: &'c Context<'a>, theme: &Theme) -> Vec<&'c ThemeFacts<'a>> {
    let Theme::Kind(id) = theme else { return Vec::new() };
    let row = context.catalogue.kind(id.as_str());
    let Some(other) = row.and_then(|row| row.counter_role.as_deref()) else { return Vec::new() };
    let entered = KindId::new(other).map(Theme::Kind);
    let relation = Some(USED_VIOLENCE).filter(|(kind, _)| *kind == other);
    let relation = relation.and_then(|(_, relation)| KindId::new(relation));
    let contact = relation.map(|relation| Theme::Contact(relation, Role::From));
    let themes = [entered, contact].into_iter().flatten();
    themes.filter_map(|theme| context.facts.theme(&theme)).collect()
}

/// The connected components of `web`, first by their first carrier.
pub(super) fn strands(theme: &ThemeFacts<'_>, web: &Web) -> Vec<Strand> {
    if web.edges.is_empty() {
        return Vec::new();
    }
    let facts = theme.facts();
    let mut components = UnionFind::<u32>::new(facts.len());
    for edge in &web.edges {
        components.union(edge.from, edge.to);
    }
    let chains = chains(facts.len(), web);
    let mut strand_of = vec![NOTHING; facts.len()];
    let mut in_web = vec![false; facts.len()];
    for edge in &web.edges {
        in_web[edge.from as usize] = true;
        in_web[edge.to as usize] = true;
    }
    let mut strands: Vec<Strand> = Vec::new();
    for at in 0..facts.len() as u32 {
        if !in_web[at as usize] {
            continue;
        }
        let root = components.find_mut(at) as usize;
        if strand_of[root] == NOTHING {
            strand_of[root] = strands.len() as u32;
            strands.push(Strand::default());
        }
        let strand = &mut strands[strand_of[root] as usize];
        strand.carriers.push(at);
        let (length, span) = chains[at as usize];
        (strand.length, strand.span) = (strand.length, strand.span).max((length, span));
    }
    for (at, edge) in web.edges.iter().enumerate() {
        let root = components.find_mut(edge.from) as usize;
        strands[strand_of[root] as usize].edges.push(at as u32);
    }
    strands
}

/// Length and span of the longest chain down to each carrier; of equally long ones the span is the
/// greatest. Edges come from the top down, so that one pass is enough.
fn chains(facts: usize, web: &Web) -> Vec<(u32, u32)> {
    let mut best = vec![(1, 1); facts];
    for edge in &web.edges {
        let (length, span) = best[edge.from as usize];
        let step = match edge.kind {
            EdgeKind::Direct => 1,
            EdgeKind::Skipped | EdgeKind::Gap => 2,
        };
        let to = &mut best[edge.to as usize];
        *to = (*to).max((length + 1, span + step));
    }
    best
}
