//! In which order findings are shown (patterns.md §4), and which say nothing new.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::finding::{EndKind, Finding, Keys, Pattern};
use super::theme::Theme;
use crate::model::{KindId, PersonId};

/// Puts `findings` in order: first what stops, turning points and strength threads; then threads
/// by headline, the focus person or her children in it or on an open end, length, carriers and id;
/// then the rest. Marks what a narrower theme already says of the same people
/// ([`Finding::covered_by`]); that comes last.
pub(super) fn arrange(context: &Context<'_>, findings: &mut [Finding]) {
    cover(context, findings);
    let near = near_focus(context);
    findings.sort_by_cached_key(|finding| {
        let (part, of_part) = place(finding);
        let told_later = u8::from(!finding.headline) << 1 | u8::from(!touches(finding, &near));
        // One number: comparing is most of the work.
        let first = u64::from(u16::from_be_bytes([part, of_part << 2 | told_later]));
        let (length, people) = (u64::from(finding.length), finding.people.len() as u64);
        let rank = first << 48 | (MOST - length.min(MOST)) << 24 | (MOST - people.min(MOST));
        (rank, finding.keys.own)
    });
}

/// Lengths and numbers of people from here on count as the same: 24 bits each.
const MOST: u64 = (1 << 24) - 1;

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
    let mut wider = Wider::default();
    // By wider theme and people; of several that say the same the narrow ones first, in order of ids.
    let mut said: Vec<(usize, u64, bool, u64, usize)> = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        let Keys { own, who } = finding.keys;
        match &finding.theme {
            Some(Theme::Kind(kind)) => {
                let themes = wider.of(context, kind).iter();
                said.extend(themes.map(|theme| (*theme, who, false, own, at)));
            }
            Some(theme) if is_wide(theme) => said.push((wider.number(theme), who, true, own, at)),
            _ => {}
        }
    }
    said.sort_unstable();
    for same in said.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some(&(.., false, _, narrow)) = same.first() else { continue };
        let id = findings.get(narrow).map(|narrow| narrow.id.clone());
        for &(.., is_wide, _, at) in same {
            if is_wide && let Some(finding) = findings.get_mut(at) {
                finding.covered_by.clone_from(&id);
            }
        }
    }
}

/// The wider themes of each kind, as numbers.
#[derive(Debug, Default)]
struct Wider {
    themes: Vec<Theme>,
    of_kind: BTreeMap<KindId, Vec<usize>>,
}

impl Wider {
    fn of(&mut self, context: &Context<'_>, kind: &KindId) -> &[usize] {
        if !self.of_kind.contains_key(kind) {
            let numbers = self.read(context, kind);
            self.of_kind.insert(kind.clone(), numbers);
        }
        self.of_kind.get(kind).map_or(&[], Vec::as_slice)
    }

    fn read(&mut self, context: &Context<'_>, kind: &KindId) -> Vec<usize> {
        let row = context.catalogue.kind(kind.as_str()).and_then(|row| KindId::new(&row.area));
        let own = || context.map.own_kinds.get(kind).map(|own| own.area.clone());
        let area = row.or_else(own).map(Theme::Area);
        let derived = match kind.as_str() {
            "opv-uithuis" => Some(Theme::PlacedOut),
            "relatie-alleen" => Some(Theme::LoneParent),
            _ => None,
        };
        area.into_iter().chain(derived).map(|theme| self.number(&theme)).collect()
    }

    fn number(&mut self, theme: &Theme) -> usize {
        self.themes.iter().position(|other| other == theme).unwrap_or_else(|| {
            self.themes.push(theme.clone());
            self.themes.len() - 1
        })
    }
}

const fn is_wide(theme: &Theme) -> bool {
    matches!(theme, Theme::Area(_) | Theme::PlacedOut | Theme::LoneParent)
}
