//! P23, place in the row: children who cared too early, in two generations of one line.
//!
//! Matches: Ria cared for her mother as a girl, and her daughter Kim does now.
//! Does not: Kim and her sister Els both do; that is one generation.

use std::collections::{BTreeMap, BTreeSet};

use crate::kinship::PersonIdx;
use crate::model::{KindId, Party};
use crate::pattern::{Context, Evidence, Finding, Pattern, Theme};

/// The kind that says so.
const KIND: &str = "opv-kleinvolwassen";
/// The relation that says so, from child to parent.
const CARES_FOR: &str = "zorgt-voor";

/// One finding for a line in which it comes back.
pub(super) fn place_in_row(context: &Context<'_>) -> Vec<Finding> {
    let Some(theme) = KindId::new(KIND).map(Theme::Kind) else { return Vec::new() };
    let mut carers: BTreeMap<PersonIdx, Vec<Evidence>> = BTreeMap::new();
    let mut maybe: BTreeSet<PersonIdx> = BTreeSet::new();
    if let Some(facts) = context.facts.theme(&theme) {
        for fact in facts.carriers() {
            let evidence = context.evidence(facts.sources(fact));
            carers.entry(fact.person).or_default().extend(evidence);
            maybe.extend(fact.was_maybe.then_some(fact.person));
        }
    }
    for (id, relation) in &context.map.relations {
        let row = context.catalogue.relation(relation.kind.as_str());
        let Party::Person(to) = &relation.to else { continue };
        if row.is_none_or(|row| row.id != CARES_FOR) {
            continue;
        }
        let Some((from, to)) = context.kin.find(&relation.from).zip(context.kin.find(to)) else {
            continue;
        };
        if context.holds_facts(from) && context.kin.parents(from).any(|link| link.person == to) {
            carers.entry(from).or_default().push(Evidence::Relation(id.clone()));
            maybe.remove(&from);
        }
    }
    let lines = lines(context, &carers);
    let generations = |people: &[PersonIdx]| -> BTreeSet<u32> {
        people.iter().map(|person| context.kin.generation(*person)).collect()
    };
    let mut findings = Vec::new();
    for people in lines.into_iter().filter(|people| 2 <= generations(people).len()) {
        let themes = [theme.clone()];
        let mut finding = context.finding(Pattern::PlaceInRow, &themes, people.iter().copied(), []);
        finding.evidence =
            people.iter().filter_map(|person| carers.get(person)).flatten().cloned().collect();
        finding.evidence.sort_unstable();
        finding.evidence.dedup();
        finding.span = generations(&people).len() as u32;
        finding.yes = people.len() as u32;
        finding.known = finding.yes;
        finding.counts_maybe = people.iter().any(|person| maybe.contains(person));
        findings.push(finding);
    }
    findings
}

/// The carers that are parent or grandparent of each other, in groups.
fn lines(
    context: &Context<'_>,
    carers: &BTreeMap<PersonIdx, Vec<Evidence>>,
) -> Vec<Vec<PersonIdx>> {
    let mut kin_of: BTreeMap<PersonIdx, Vec<PersonIdx>> = BTreeMap::new();
    for &carer in carers.keys() {
        let parents = context.line.parents(carer);
        let grandparents = parents.iter().flat_map(|link| context.line.parents(link.person));
        for link in parents.iter().chain(grandparents) {
            if carers.contains_key(&link.person) {
                kin_of.entry(carer).or_default().push(link.person);
                kin_of.entry(link.person).or_default().push(carer);
            }
        }
    }
    let mut seen: BTreeSet<PersonIdx> = BTreeSet::new();
    let mut lines = Vec::new();
    for &start in kin_of.keys() {
        if !seen.insert(start) {
            continue;
        }
        let mut line = vec![start];
        let mut next = 0;
        while let Some(&person) = line.get(next) {
            next += 1;
            let kin = kin_of.get(&person).into_iter().flatten();
            line.extend(kin.filter(|other| seen.insert(**other)));
        }
        lines.push(line);
    }
    lines
}
