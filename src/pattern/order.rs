//! In which order findings are shown (patterns.md §4), and which say nothing new.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::finding::{EndKind, Finding, Pattern, finding_id};
use super::theme::Theme;
use crate::model::{FindingId, PersonId};

/// Puts `findings` in order: first what stops, turning points and strength threads; then threads
/// by headline, the focus person or her children in it or on an open end, length, carriers and id;
/// then the rest. Marks what a narrower theme already says of the same people
/// ([`Finding::covered_by`]); that comes last.
pub(super) fn arrange(context: &Context<'_>, findings: &mut [Finding]) {
    cover(context, findings);
    let near = near_focus(context);
    findings.sort_by_cached_key(|finding| {
        let touches = touches(finding, &near);
        (
            place(finding),
            !finding.headline,
            !touches,
            Reverse(finding.length),
            Reverse(finding.people.len()),
            finding.id.clone(),
        )
    });
}

/// The part of the list a finding belongs to.
fn place(finding: &Finding) -> (u8, u8) {
    let stops = finding.ends.iter().any(|end| end.kind == EndKind::Stops);
    let is_strong = finding.theme.as_ref().is_some_and(Theme::is_strong);
    match finding.pattern {
        _ if finding.covered_by.is_some() => (3, 0),
        Pattern::TurningPoint if stops => (0, 0),
        Pattern::TurningPoint => (0, 1),
        Pattern::Thread if is_strong => (0, 2),
        Pattern::Thread => (1, 0),
        other => (2, other as u8),
    }
}

/// The focus people and their children on the family line.
fn near_focus(context: &Context<'_>) -> BTreeSet<PersonId> {
    let mut near: BTreeSet<PersonId> = BTreeSet::new();
    for person in context.map.focus.iter().filter_map(|id| context.kin.find(id)) {
        near.extend(context.kin.id(person).cloned());
        let children = context.line.children(person).iter();
        near.extend(children.filter_map(|link| context.kin.id(link.person).cloned()));
    }
    near
}

fn touches(finding: &Finding, near: &BTreeSet<PersonId>) -> bool {
    let open = finding.ends.iter().filter(|end| end.kind == EndKind::Open);
    !near.is_empty()
        && finding.people.iter().chain(open.map(|end| &end.person)).any(|id| near.contains(id))
}

/// Marks findings on a life area, or on a derived theme, that an entered kind already tells.
fn cover(context: &Context<'_>, findings: &mut [Finding]) {
    if !findings.iter().any(|finding| finding.theme.as_ref().is_some_and(is_wide)) {
        return;
    }
    let key =
        |finding: &Finding| finding_id(finding.pattern, &[], &finding.people, &finding.around);
    let mut narrow: BTreeMap<(FindingId, String), FindingId> = BTreeMap::new();
    for finding in findings.iter() {
        let Some(Theme::Kind(kind)) = &finding.theme else { continue };
        let row = context.catalogue.kind(kind.as_str()).map(|row| row.area.clone());
        let own = || context.map.own_kinds.get(kind).map(|own| own.area.to_string());
        let wide = match kind.as_str() {
            "opv-uithuis" => Some(Theme::PlacedOut.to_string()),
            "relatie-alleen" => Some(Theme::LoneParent.to_string()),
            _ => None,
        };
        for theme in row.or_else(own).into_iter().chain(wide) {
            narrow.entry((key(finding), theme)).or_insert_with(|| finding.id.clone());
        }
    }
    for finding in findings {
        let Some(theme) = finding.theme.as_ref().filter(|theme| is_wide(theme)) else { continue };
        finding.covered_by = narrow.get(&(key(finding), theme.to_string())).cloned();
    }
}

const fn is_wide(theme: &Theme) -> bool {
    matches!(theme, Theme::Area(_) | Theme::PlacedOut | Theme::LoneParent)
}
