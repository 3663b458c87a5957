//! In which order findings are given (patterns.md §4), and which say nothing new.

use std::collections::BTreeMap;

use super::context::Context;
use super::draft::{Draft, Written};
use super::finding::{EndKind, Pattern};
use super::theme::Theme;
use crate::kinship::PersonIdx;
use crate::model::{FindingId, KindId};

/// The order: first what stops, turning points and strength threads; then threads by headline, the
/// focus person or her children in it or on an open end, length, carriers and id; then the rest.
#[derive(Debug)]
pub(super) struct Order {
    /// The focus people and their children on the family line, by id.
    near: Vec<PersonIdx>,
}

/// Lengths and numbers of people from here on count as the same: 24 bits each.
const MOST: u64 = (1 << 24) - 1;

/// The lowest bit of the part of the list that a finding belongs to; below it 8 bits within the part.
const PART: u32 = 56;

/// The two lowest bits within the part, which say what is told later.
const TOLD_LATER: u64 = 3 << (PART - 8);

impl Order {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let mut near: Vec<PersonIdx> = Vec::new();
        for person in context.map.focus.iter().filter_map(|id| context.kin.find(id)) {
            near.push(person);
            near.extend(context.line.children(person).iter().map(|link| link.person));
        }
        near.sort_unstable();
        Self { near }
    }

    /// One number to sort a finding on `people` by; its hash decides among equals.
    pub(super) fn rank(
        &self,
        pattern: Pattern,
        theme: Option<&Theme>,
        draft: &Draft,
        people: &[PersonIdx],
    ) -> u64 {
        let stops = draft.ends.iter().any(|end| end.kind == EndKind::Stops);
        let is_strong = theme.is_some_and(Theme::is_strong);
        let (part, of_part): (u8, u8) = match pattern {
            Pattern::TurningPoint if stops => (0, 0),
            Pattern::TurningPoint => (0, 1),
            Pattern::Thread if is_strong => (0, 2),
            Pattern::Thread => (1, 0),
            other => (2, other as u8),
        };
        let told_later = u8::from(!draft.headline) << 1 | u8::from(!self.touches(draft, people));
        let (length, people) = (u64::from(draft.length), people.len() as u64);
        u64::from(part) << PART
            | u64::from(of_part << 2 | told_later) << (PART - 8)
            | (MOST - length.min(MOST)) << 24
            | (MOST - people.min(MOST))
    }

    fn touches(&self, draft: &Draft, people: &[PersonIdx]) -> bool {
        let open = draft.ends.iter().filter(|end| end.kind == EndKind::Open);
        let mut people = people.iter().copied().chain(open.map(|end| end.person));
        people.any(|person| self.near.binary_search(&person).is_ok())
    }
}

/// The rank of what a narrower theme already says: last.
const fn covered(rank: u64) -> u64 {
    3 << PART | rank & TOLD_LATER | rank & ((1 << (PART - 8)) - 1)
}

/// Marks what is said of a life area, or of a derived theme, that an entered kind already tells of
/// the same people.
pub(super) fn cover(context: &Context<'_>, written: &mut [Written]) {
    // By wide theme and people: the narrower finding with the first id.
    let mut narrow: BTreeMap<(Theme, u64), u64> = BTreeMap::new();
    for it in written.iter() {
        let Some(Theme::Kind(kind)) = &it.finding.theme else { continue };
        for theme in wider(context, kind) {
            let first = narrow.entry((theme, it.who)).or_insert(it.own);
            *first = it.own.min(*first);
        }
    }
    for it in written.iter_mut() {
        let Some(theme) = it.finding.theme.clone().filter(is_wide) else { continue };
        if let Some(own) = narrow.get(&(theme, it.who)) {
            it.rank = covered(it.rank);
            it.finding.covered_by = Some(FindingId::of_hash(*own));
        }
    }
}

/// The wider themes that `kind` speaks of.
fn wider(context: &Context<'_>, kind: &KindId) -> impl Iterator<Item = Theme> {
    let row = context.catalogue.kind(kind.as_str()).and_then(|row| KindId::new(&row.area));
    let own = || context.map.own_kinds.get(kind).and_then(|own| own.area.clone());
    let area = row.or_else(own).map(Theme::Area);
    area.into_iter().chain(Theme::derived_of(kind).filter(is_wide))
}

const fn is_wide(theme: &Theme) -> bool {
    matches!(theme, Theme::Area(_) | Theme::PlacedOut | Theme::LoneParent)
}
