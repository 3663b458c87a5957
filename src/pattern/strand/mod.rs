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

pub use self::weave::{Edge, Strand, Strands, strands};

use self::ends::{Ends, Meetings, Stop, ends};
use self::turning::{Helpers, can_turn, turning_points};
use super::context::{Context, fitted};
use super::fact::{Fact, Standing, ThemeFacts};
use super::finding::{End, EndKind, Finding, KinEdge, Pattern};

/// Every thread of every theme, and their turning points. Linear in facts and the kin around them.
pub(super) fn threads(context: &Context<'_>) -> Vec<Finding> {
    let mut meetings = Meetings::of(context);
    let helpers = Helpers::of(context);
    let mut findings = Vec::new();
    for theme in context.facts.themes() {
        let strands = strands(context, theme);
        let mut stops: Vec<Stop<'_>> = Vec::new();
        for strand in strands.iter() {
            let ends = ends(context, &mut meetings, theme, &strands, strand);
            findings.push(thread(context, theme, &strands, strand, &ends));
            stops.extend(ends.stops);
        }
        if can_turn(&theme.theme) {
            findings.append(&mut turning_points(context, theme, &stops, &helpers));
        }
    }
    findings
}

fn thread<'a>(
    context: &Context<'a>,
    theme: &ThemeFacts<'a>,
    strands: &Strands,
    strand: Strand<'_>,
    ends: &Ends<'a>,
) -> Finding {
    let carriers: Vec<&Fact> =
        strand.carriers.iter().filter_map(|at| theme.facts().get(*at as usize)).collect();
    let people = carriers.iter().map(|fact| fact.person);
    let mut finding =
        context.finding(Pattern::Thread, std::slice::from_ref(&theme.theme), people, []);
    finding.length = strand.length;
    finding.span = strand.span;
    finding.headline = context.settings.headline_length <= strand.length;
    finding.yes = carriers.len() as u32;
    finding.known = finding.yes + ends.known;
    finding.unknown = ends.unknown;
    finding.edges = edges(context, theme, strands, strand);
    finding.ends = ends_of(context, ends);
    let told = ends.stops.iter().map(|stop| stop.person).chain(ends.passed.iter().copied());
    let no = told.filter_map(|person| theme.fact(person));
    let no = no.filter(|fact| fact.standing == Standing::No);
    let facts = carriers.iter().copied().chain(no);
    finding.evidence = context.evidence(facts.flat_map(|fact| theme.sources(fact)));
    let ages = carriers.iter().filter_map(|fact| context.kin.id(fact.person).zip(fact.onset));
    finding.ages = fitted(carriers.len(), ages.map(|(id, age)| (id.clone(), age)));
    finding.counts_maybe = carriers.iter().any(|fact| fact.was_maybe);
    finding
}

fn edges(
    context: &Context<'_>,
    theme: &ThemeFacts<'_>,
    strands: &Strands,
    strand: Strand<'_>,
) -> Vec<KinEdge> {
    let person = |at: u32| theme.facts().get(at as usize).map(|fact| fact.person);
    let mut edges: Vec<_> = (strand.edges.iter())
        .filter_map(|edge| {
            let (from, to) = person(edge.from).zip(person(edge.to))?;
            Some((context.kin.generation(from), from, to, edge))
        })
        .collect();
    edges.sort_unstable_by_key(|(generation, from, to, _)| (*generation, *from, *to));
    let most = edges.len();
    let found = edges.into_iter().filter_map(|(_, from, to, edge)| {
        Some(KinEdge {
            from: context.kin.id(from)?.clone(),
            to: context.kin.id(to)?.clone(),
            kind: edge.kind,
            over: strands.over(edge).iter().filter_map(|at| context.kin.id(*at).cloned()).collect(),
            bonds: edge.bonds.iter().collect(),
        })
    });
    fitted(most, found)
}

fn ends_of(context: &Context<'_>, ends: &Ends<'_>) -> Vec<End> {
    let mut stops: Vec<&Stop<'_>> = ends.stops.iter().collect();
    stops.sort_unstable_by_key(|stop| (context.kin.generation(stop.person), stop.person));
    let most = stops.len();
    let found = stops.into_iter().filter_map(|stop| {
        let age = match stop.kind {
            EndKind::Ended => stop.until.and_then(|it| it.age(context.birth(stop.person))),
            EndKind::Stops | EndKind::SoFarNot | EndKind::Open | EndKind::NotYet => None,
        };
        let person = context.kin.id(stop.person)?.clone();
        Some(End { person, kind: stop.kind, age })
    });
    fitted(most, found)
}
