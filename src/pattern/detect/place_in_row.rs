//! P23, place in the row: children who cared too early, in two generations of one line.
//!
//! Matches: Ria cared for her mother as a girl, and her daughter Kim does now.
//! Does not: Kim and her sister Els both do; that is one generation.

use std::collections::{BTreeMap, BTreeSet};

use crate::kinship::PersonIdx;
use crate::model::{KindId, Party};
use crate::pattern::fact::RecordNo;
use crate::pattern::{Context, Drafts, Evidence, Pattern, Theme};

/// One finding for a line in which it comes back.
pub(super) fn place_in_row(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let kind = context.catalogue.kinds().iter().find(|row| row.is_care);
    let Some(theme) = kind.and_then(|row| KindId::new(&row.id)).map(Theme::Kind) else { return };
    let mut carers: BTreeMap<PersonIdx, Vec<RecordNo>> = BTreeMap::new();
    let mut maybe: BTreeSet<PersonIdx> = BTreeSet::new();
    if let Some(facts) = context.facts.theme(&theme) {
        for fact in facts.carriers() {
            carers.entry(fact.person).or_default().extend(facts.sources(fact));
            maybe.extend(fact.was_maybe.then_some(fact.person));
        }
    }
    for (id, relation) in &context.map.relations {
        let row = context.catalogue.relation(relation.kind.as_str());
        let Party::Person(to) = &relation.to else { continue };
        if !row.is_some_and(|row| row.is_care) {
            continue;
        }
        let Some((from, to)) = context.kin.find(&relation.from).zip(context.kin.find(to)) else {
            continue;
        };
        if context.holds_facts(from) && context.kin.parents(from).any(|link| link.person == to) {
            let record = drafts.record(Evidence::Relation(id.clone()));
            carers.entry(from).or_default().push(record);
            maybe.remove(&from);
        }
    }
    let lines = lines(context, &carers);
    let generations = |people: &[PersonIdx]| -> BTreeSet<u32> {
        people.iter().map(|person| context.kin.generation(*person)).collect()
    };
    for people in lines.into_iter().filter(|people| 2 <= generations(people).len()) {
        let theme = drafts.theme(&theme);
        let finding = drafts.begin(Pattern::PlaceInRow, Some(theme));
        finding.evidence.extend(people.iter().filter_map(|person| carers.get(person)).flatten());
        finding.span = generations(&people).len() as u32;
        finding.yes = people.len() as u32;
        finding.known = finding.yes;
        finding.counts_maybe = people.iter().any(|person| maybe.contains(person));
        finding.people.extend(people);
        drafts.finish();
    }
}

/// The carers that are parent or grandparent of each other, in groups.
fn lines(
    context: &Context<'_>,
    carers: &BTreeMap<PersonIdx, Vec<RecordNo>>,
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
