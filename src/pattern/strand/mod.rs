//! Threads (P1, P2, P20 and their kin), where they end (P18) and turn (P19).
//!
//! In code a thread is a `Strand`: the carriers of one theme that are connected by steps from
//! parent to child, or from grandparent to grandchild over somebody who is no carrier. Many paths
//! of one component are one finding.
//!
//! Must match: `A+B > C; C+D > E` with A, C and E carriers is one thread of three. Must not match:
//! A and E carriers where C used the violence that the others lived through.

mod ends;
mod turning;
mod weave;

pub(super) use self::ends::has_ended;
pub use self::weave::{Edge, Strand, Strands, strands};

use self::ends::{Ends, Stop, ends};
use self::turning::{Helpers, can_turn, turning_points};
use super::context::Context;
use super::draft::{Draft, DraftEdge, DraftEnd, Drafts};
use super::fact::{Standing, ThemeFacts};
use super::finding::{EndKind, Pattern};
use crate::kinship::PersonIdx;

/// Every thread of every theme, and their turning points. Linear in facts and the kin around them.
pub(super) fn threads(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let helpers = Helpers::of(context);
    for theme in context.facts.themes() {
        let strands = strands(context, theme);
        let mut stops: Vec<Stop<'_>> = Vec::new();
        for strand in strands.iter() {
            let ends = ends(context, theme, &strands, strand);
            let finding = drafts.begin(Pattern::Thread, Some(theme.number));
            tell(context, finding, theme, strand, &ends);
            tell_edges(context, finding, theme, &strands, strand);
            tell_ends(context, finding, &ends);
            drafts.finish();
            stops.extend(ends.stops);
        }
        if can_turn(&theme.theme) {
            turning_points(context, drafts, theme, &stops, &helpers);
        }
    }
}

fn tell(
    context: &Context<'_>,
    finding: &mut Draft,
    theme: &ThemeFacts,
    strand: Strand<'_>,
    ends: &Ends<'_>,
) {
    finding.length = strand.length;
    finding.span = strand.span;
    finding.headline = context.settings.headline_length <= strand.length;
    for &at in strand.carriers {
        let Some(fact) = theme.facts().get(at as usize) else { continue };
        finding.carriers.push(at);
        finding.counts_maybe |= fact.was_maybe;
    }
    finding.yes = finding.carriers.len() as u32;
    finding.known = finding.yes + ends.known;
    finding.unknown = ends.unknown;
    let told = ends.stops.iter().map(|stop| stop.person).chain(ends.passed.iter().copied());
    let is_no = |at: &u32| {
        theme.facts().get(*at as usize).is_some_and(|fact| fact.standing == Standing::No)
    };
    finding.facts.extend(told.filter_map(|person| theme.place(person)).filter(is_no));
}

fn tell_edges(
    context: &Context<'_>,
    finding: &mut Draft,
    theme: &ThemeFacts,
    strands: &Strands,
    strand: Strand<'_>,
) {
    let person = |at: u32| theme.facts().get(at as usize).map(|fact| fact.person);
    let mut edges: Vec<(u32, PersonIdx, PersonIdx, &Edge)> = (strand.edges.iter())
        .filter_map(|edge| {
            let (from, to) = person(edge.from).zip(person(edge.to))?;
            Some((context.kin.generation(from), from, to, edge))
        })
        .collect();
    edges.sort_unstable_by_key(|(generation, from, to, _)| (*generation, *from, *to));
    for (_, from, to, edge) in edges {
        let (kind, bonds) = (edge.kind, edge.bonds);
        let over = strands.over(edge).to_vec();
        finding.edges.push(DraftEdge { from, to, kind, over, bonds });
    }
}

fn tell_ends(context: &Context<'_>, finding: &mut Draft, ends: &Ends<'_>) {
    finding.ends.extend(ends.stops.iter().map(|stop| DraftEnd {
        person: stop.person,
        kind: stop.kind,
        age: match stop.kind {
            EndKind::Ended => stop.until.and_then(|it| it.age(context.birth(stop.person))),
            EndKind::Stops | EndKind::SoFarNot | EndKind::Open | EndKind::NotYet => None,
        },
    }));
    finding.ends.sort_unstable_by_key(|end| (context.kin.generation(end.person), end.person));
}
