//! P8, one after the other in one person: first this, then that, within five years; in at least
//! two persons, and in nobody the other way round.
//!
//! Matches: Rob without a diploma at 16 and in debt at 19; Kim at 17 and 20.
//! Does not: the same, and Ans in debt at 20 and without a diploma at 25.

use std::collections::BTreeMap;

use crate::kinship::PersonIdx;
use crate::model::AgeRange;
use crate::pattern::{Context, Drafts, Pattern, Standing, Theme, ThemeFacts};

/// What is known of one pair of kinds, in this order.
#[derive(Debug, Default)]
struct Order {
    /// In whom the second follows the first soon enough, with the age at the first.
    soon: Vec<(PersonIdx, AgeRange)>,
    /// Somebody has the second surely before the first.
    reversed: bool,
    /// People with both at known ages.
    both: u32,
}

/// Ordered pairs of kinds, one finding a pair.
pub(super) fn in_turn(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let settings = context.settings;
    let is_kind = |theme: &&ThemeFacts| matches!(theme.theme, Theme::Kind(_));
    let mut themes: Vec<&ThemeFacts> = context.facts.themes().iter().filter(is_kind).collect();
    themes.sort_unstable_by(|a, b| a.theme.cmp(&b.theme));
    let mut onsets: Vec<(PersonIdx, usize, AgeRange)> = Vec::new();
    for (at, theme) in themes.iter().enumerate() {
        let dated = theme.carriers().filter_map(|fact| Some((fact.person, at, fact.onset()?)));
        onsets.extend(dated);
    }
    onsets.sort_unstable_by_key(|(person, at, _)| (*person, *at));
    let mut orders: BTreeMap<(usize, usize), Order> = BTreeMap::new();
    for onsets in onsets.chunk_by(|a, b| a.0 == b.0) {
        for &(person, a, at_a) in onsets {
            for &(_, b, at_b) in onsets.iter().filter(|(_, b, _)| *b != a) {
                let order = orders.entry((a, b)).or_default();
                order.both += 1;
                order.reversed |= at_b.hi < at_a.lo;
                if at_a.hi < at_b.lo && at_b.hi - at_a.lo <= settings.in_turn_years {
                    order.soon.push((person, at_a));
                }
            }
        }
    }
    let enough = |order: &Order| settings.in_turn_people as usize <= order.soon.len();
    let told = orders.into_iter().filter(|(_, order)| enough(order) && !order.reversed);
    for ((a, b), order) in told {
        if let Some((first, second)) = themes.get(a).zip(themes.get(b)) {
            tell(context, drafts, [first, second], &order);
        }
    }
}

fn tell(
    context: &Context<'_>,
    drafts: &mut Drafts<'_>,
    [first, second]: [&ThemeFacts; 2],
    order: &Order,
) {
    let finding = drafts.begin(Pattern::InTurn, Some(first.number));
    finding.more_themes.push(second.number);
    finding.people.extend(order.soon.iter().map(|(person, _)| *person));
    for theme in [first, second] {
        for fact in order.soon.iter().filter_map(|(person, _)| theme.fact(*person)) {
            finding.evidence.extend_from_slice(theme.sources(fact));
            finding.counts_maybe |= fact.was_maybe;
        }
    }
    finding.ages.extend_from_slice(&order.soon);
    finding.yes = order.soon.len() as u32;
    finding.known = order.both;
    let both = first
        .carriers()
        .filter(|fact| second.fact(fact.person).is_some_and(|it| it.standing == Standing::Yes));
    finding.unknown = (both.count() as u32).saturating_sub(order.both);
    finding.headline = context.settings.in_turn_headline as usize <= order.soon.len();
    drafts.finish();
}
