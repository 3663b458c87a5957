//! P13, triangle: conflict, distance, a break or violence between two parents, while one of them
//! and their child are very close, or one cares for the other.
//!
//! Matches: Klaas and Wilma in conflict 1984–1994, their daughter Petra very close to Wilma since 1990.
//! Does not: the same, and Petra close to Wilma only since 1996.

use std::collections::BTreeMap;

use super::course::{Years, last_year, years_of};
use crate::catalogue::{CHILDHOOD_ENDS, Pull, RelationKind};
use crate::kinship::PersonIdx;
use crate::model::{KindId, Party, Relation, RelationId};
use crate::pattern::fact::RecordNo;
use crate::pattern::{Context, Drafts, Evidence, Pattern, Role, Theme};

type Pair = (PersonIdx, PersonIdx);

/// A dated relation between two people.
#[derive(Clone, Copy, Debug)]
struct Dated<'a> {
    id: &'a RelationId,
    kind: &'a RelationKind,
    /// Surely in these years.
    years: Years,
}

/// One finding for two parents and a child.
pub(super) fn triangle(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let (mut tense, mut close): (BTreeMap<Pair, Vec<Dated<'_>>>, BTreeMap<Pair, Vec<Dated<'_>>>) =
        Default::default();
    for (id, relation) in &context.map.relations {
        let Some((pair, dated)) = dated(context, id, relation) else { continue };
        match dated.kind.pull {
            Some(Pull::Apart) => tense.entry(pair).or_default().push(dated),
            Some(Pull::DrawsIn) => close.entry(pair).or_default().push(dated),
            None => {}
        }
    }
    for (&(a, b), tense) in &tense {
        let mut children: Vec<PersonIdx> =
            context.kin.children(a).map(|link| link.person).collect();
        children.sort_unstable();
        children.dedup();
        for child in children.into_iter().filter(|child| context.holds_facts(*child)) {
            if context.kin.parents(child).any(|link| link.person == b) {
                tell(context, drafts, (a, b), child, tense, &close);
            }
        }
    }
}

fn dated<'a>(
    context: &Context<'a>,
    id: &'a RelationId,
    relation: &'a Relation,
) -> Option<(Pair, Dated<'a>)> {
    let Party::Person(to) = &relation.to else { return None };
    let kind = context.catalogue.relation(relation.kind.as_str())?;
    let (a, b) = (context.kin.find(&relation.from)?, context.kin.find(to)?);
    let last = last_year(context, a).min(last_year(context, b));
    let lo = years_of(relation.since)?.hi;
    let hi = match relation.until {
        None => last,
        Some(until) => until.years().lo?,
    };
    let pair = (a.min(b), a.max(b));
    (lo <= hi && a != b).then_some((pair, Dated { id, kind, years: Years { lo, hi } }))
}

fn tell(
    context: &Context<'_>,
    drafts: &mut Drafts<'_>,
    (a, b): Pair,
    child: PersonIdx,
    tense: &[Dated<'_>],
    close: &BTreeMap<Pair, Vec<Dated<'_>>>,
) {
    let mut used: Vec<Dated<'_>> = Vec::new();
    let mut years: Option<Years> = None;
    for parent in [a, b] {
        let pair = (parent.min(child), parent.max(child));
        for near in close.get(&pair).into_iter().flatten() {
            for far in tense {
                let Some(shared) = near.years.shared(far.years) else { continue };
                used.extend([*near, *far]);
                let lo = years.map_or(shared.lo, |it| it.lo.min(shared.lo));
                let hi = years.map_or(shared.hi, |it| it.hi.max(shared.hi));
                years = Some(Years { lo, hi });
            }
        }
    }
    used.sort_unstable_by_key(|dated| dated.id);
    used.dedup_by_key(|dated| dated.id);
    let first = used.iter().find(|dated| dated.kind.pull == Some(Pull::Apart));
    let Some((years, first)) = years.zip(first) else { return };
    let Some(kind) = KindId::new(&first.kind.id) else { return };
    let role = if first.kind.is_directed() { Role::From } else { Role::Either };
    let theme = drafts.theme(&Theme::Contact(kind, role));
    let records: Vec<RecordNo> =
        used.iter().map(|dated| drafts.record(Evidence::Relation(dated.id.clone()))).collect();
    let finding = drafts.begin(Pattern::Triangle, Some(theme));
    finding.people.extend([a, b]);
    finding.around.push(child);
    finding.evidence.extend(records);
    let born = years_of(context.birth(child));
    finding.headline = born.is_some_and(|born| years.lo < born.lo + i32::from(CHILDHOOD_ENDS));
    finding.counts.extend([("from-year", years.lo.into()), ("to-year", years.hi.into())]);
    drafts.finish();
}
