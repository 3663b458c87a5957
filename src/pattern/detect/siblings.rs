//! Brothers and sisters (P3): at least two of the children of one parent set, and half of those
//! we know. Half-siblings make a second finding by the parent they share, only when it has more
//! carriers.
//!
//! Must match: `A+B > C D E`, two carriers and one No. Must not match: two carriers and three No;
//! two carriers who share nothing but a grandparent.

use std::collections::BTreeMap;

use crate::kinship::PersonIdx;
use crate::pattern::fact::ThemeFacts;
use crate::pattern::{Context, Drafts, Pattern, Standing};

/// Finds them.
pub(super) fn siblings(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let mut full = Full::default();
    let is_mixed: Vec<bool> =
        context.kin.people().map(|parent| has_half_siblings(context, parent)).collect();
    for theme in context.facts.themes() {
        full.count(context, theme);
        for &(at, yes) in &full.carriers {
            let Some(sibship) = context.sibships.get(at as usize) else { continue };
            if context.settings.siblings_yes <= yes {
                tell(context, drafts, theme, sibship.children, sibship.parents);
            }
        }
        half_siblings(context, drafts, theme, &full, &is_mixed);
    }
}

/// How many carriers of one theme each sibship has.
#[derive(Debug, Default)]
struct Full {
    /// Sibship and carriers, by sibship; only those with any.
    carriers: Vec<(u32, u32)>,
}

impl Full {
    fn count(&mut self, context: &Context<'_>, theme: &ThemeFacts) {
        self.carriers.clear();
        let numbers = theme.carriers().filter_map(|fact| context.sibships.number(fact.person));
        self.carriers.extend(numbers.map(|at| (at as u32, 1)));
        self.carriers.sort_unstable();
        self.carriers.dedup_by(|next, first| {
            let same = next.0 == first.0;
            first.1 += if same { next.1 } else { 0 };
            same
        });
    }

    /// The carriers in the sibship of `person`, who is one.
    fn of(&self, context: &Context<'_>, person: PersonIdx) -> u32 {
        let Some(number) = context.sibships.number(person) else { return 1 };
        let at = self.carriers.binary_search_by_key(&(number as u32), |(at, _)| *at);
        at.ok().and_then(|at| self.carriers.get(at)).map_or(1, |(_, yes)| *yes)
    }
}

/// Has `parent` children who are no full brothers and sisters?
fn has_half_siblings(context: &Context<'_>, parent: PersonIdx) -> bool {
    let number = |child: PersonIdx| context.sibships.number(child);
    let mut children = context.line.children(parent).iter().map(|link| number(link.person));
    let Some(first) = children.next() else { return false };
    children.any(|other| other.is_none() || other != first)
}

/// `is_mixed` says by person whether they have children who are no full brothers and sisters: among
/// the others nobody is found whom [`Full`] does not count.
fn half_siblings(
    context: &Context<'_>,
    drafts: &mut Drafts<'_>,
    theme: &ThemeFacts,
    full: &Full,
    is_mixed: &[bool],
) {
    let mut by_parent: Vec<(PersonIdx, PersonIdx)> = Vec::new();
    for fact in theme.carriers() {
        let parents = context.line.parents(fact.person).iter();
        let parents = parents.filter(|link| is_mixed.get(link.person.at()) == Some(&true));
        by_parent.extend(parents.map(|link| (link.person, fact.person)));
    }
    by_parent.sort_unstable();
    // Parents who share exactly these children are told together.
    let mut by_children: BTreeMap<Vec<PersonIdx>, Vec<PersonIdx>> = BTreeMap::new();
    for carriers in by_parent.chunk_by(|a, b| a.0 == b.0) {
        let yes = carriers.len() as u32;
        if yes < context.settings.siblings_yes {
            continue;
        }
        let most = carriers.iter().map(|(_, child)| full.of(context, *child)).max();
        if most.is_none_or(|most| yes <= most) {
            continue;
        }
        for (parent, _) in carriers.iter().take(1) {
            let children = context.line.children(*parent).iter().map(|link| link.person);
            by_children.entry(children.collect()).or_default().push(*parent);
        }
    }
    for (children, parents) in by_children {
        tell(context, drafts, theme, &children, &parents);
    }
}

fn tell(
    context: &Context<'_>,
    drafts: &mut Drafts<'_>,
    theme: &ThemeFacts,
    children: &[PersonIdx],
    parents: &[PersonIdx],
) {
    let finding = drafts.begin(Pattern::Siblings, Some(theme.number));
    for &child in children {
        let place = theme.place(child);
        let fact = place.and_then(|at| theme.facts().get(at as usize));
        let standing = fact.map_or_else(|| context.implied(theme, child), |fact| fact.standing);
        finding.yes += u32::from(standing == Standing::Yes);
        finding.known += u32::from(standing.is_known());
        finding.unknown += u32::from(standing.is_unknown());
        match (standing, fact, place) {
            (Standing::Yes, Some(fact), Some(at)) => {
                finding.carriers.push(at);
                finding.counts_maybe |= fact.was_maybe;
            }
            (Standing::No, _, Some(at)) => finding.facts.push(at),
            _ => {}
        }
    }
    if finding.known <= 2 * finding.yes {
        finding.around.extend_from_slice(parents);
        drafts.finish();
    }
}
