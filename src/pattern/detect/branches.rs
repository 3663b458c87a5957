//! Several branches (P4): carriers among the descendants of at least two children of one couple.
//!
//! A branch is what lies below a child of the couple; the child itself is not counted, so that two
//! carriers who are brother and sister are no branches. Looks down from each sibship for
//! `Settings::branch_generations`, with all themes at once: who lives there is read only once.
//!
//! Must match: cousins. Must not match: brother and sister, or an aunt and her nephew.

use crate::kinship::PersonIdx;
use crate::pattern::detect::siblings::ages;
use crate::pattern::fact::Fact;
use crate::pattern::rows::Rows;
use crate::pattern::{Context, Finding, Pattern, Sibship, Standing};

/// A carrier below a child of a couple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Below {
    theme: u32,
    child: PersonIdx,
    carrier: PersonIdx,
}

/// Finds them.
pub(super) fn branches(context: &Context<'_>) -> Vec<Finding> {
    let held = Held::of(context);
    let mut findings = Vec::new();
    let mut family = Family::default();
    for sibship in context.sibships.all() {
        if sibship.parents.is_empty() {
            continue;
        }
        family.read(context, &held, sibship);
        for group in family.below.chunk_by(|a, b| a.theme == b.theme) {
            findings.extend(finding(context, &held, sibship, group, &mut family.everybody));
        }
    }
    findings
}

/// What is known of each person, theme by theme: the facts from the other side.
#[derive(Debug)]
struct Held {
    facts: Rows<HeldFact>,
}

/// A fact about a person, by the number of its theme.
#[derive(Clone, Copy, Debug)]
struct HeldFact {
    theme: u32,
    standing: Standing,
}

impl Held {
    fn of(context: &Context<'_>) -> Self {
        let facts = (0..).zip(context.facts.themes()).flat_map(|(number, theme)| {
            let held = move |standing| HeldFact { theme: number, standing };
            theme.facts().iter().map(move |fact| (fact.person.at(), held(fact.standing)))
        });
        Self { facts: Rows::grouped(context.kin.len(), facts) }
    }

    fn of_person(&self, person: PersonIdx) -> &[HeldFact] {
        self.facts.row(person.at())
    }
}

/// Who lives below one sibship. Kept from one to the next for its memory.
#[derive(Debug, Default)]
struct Family {
    /// Carriers, by theme and child.
    below: Vec<Below>,
    everybody: Everybody,
    upper: Vec<PersonIdx>,
    lower: Vec<PersonIdx>,
}

impl Family {
    fn read(&mut self, context: &Context<'_>, held: &Held, sibship: &Sibship) {
        self.below.clear();
        self.everybody.people.clear();
        self.everybody.is_tidy = false;
        for &child in &sibship.children {
            self.upper.clear();
            self.upper.push(child);
            for _ in 1..context.settings.branch_generations {
                let children = self.upper.iter().flat_map(|it| context.line.children(*it));
                self.lower.clear();
                self.lower.extend(children.map(|link| link.person));
                self.lower.sort_unstable();
                self.lower.dedup();
                for &carrier in &self.lower {
                    let facts = held.of_person(carrier).iter();
                    let yes = facts.filter(|fact| fact.standing == Standing::Yes);
                    self.below.extend(yes.map(|it| Below { theme: it.theme, child, carrier }));
                }
                self.everybody.people.extend_from_slice(&self.lower);
                std::mem::swap(&mut self.upper, &mut self.lower);
            }
        }
        self.below.sort_unstable();
        self.below.dedup();
    }
}

/// Everybody below one sibship.
#[derive(Debug, Default)]
struct Everybody {
    people: Vec<PersonIdx>,
    /// The greatest age that each can have, once they are in order.
    ages: Vec<i32>,
    is_tidy: bool,
}

impl Everybody {
    /// How many are known and unknown to stand to the theme with this number.
    fn known(
        &mut self,
        context: &Context<'_>,
        held: &Held,
        theme: u32,
        from_age: i32,
    ) -> (u32, u32) {
        if !self.is_tidy {
            self.tidy(context);
        }
        let (mut known, mut unknown) = (0, 0);
        for (person, age) in self.people.iter().zip(&self.ages) {
            match held.of_person(*person).iter().find(|fact| fact.theme == theme) {
                Some(fact) => {
                    known += u32::from(fact.standing.is_known());
                    unknown += u32::from(fact.standing.is_unknown());
                }
                None => unknown += u32::from(from_age <= *age),
            }
        }
        (known, unknown)
    }

    fn tidy(&mut self, context: &Context<'_>) {
        self.people.sort_unstable();
        self.people.dedup();
        let greatest =
            |person: &PersonIdx| context.age_now(*person).map_or(i32::MAX, |age| age.hi.max(0));
        self.ages.clear();
        self.ages.extend(self.people.iter().map(greatest));
        self.is_tidy = true;
    }
}

/// What `group`, the carriers of one theme below `sibship`, says.
fn finding(
    context: &Context<'_>,
    held: &Held,
    sibship: &Sibship,
    group: &[Below],
    everybody: &mut Everybody,
) -> Option<Finding> {
    let (first, last) = (group.first()?, group.last()?);
    if first.child == last.child {
        return None;
    }
    let theme = context.facts.themes().get(first.theme as usize)?;
    let n_branches = group.chunk_by(|a, b| a.child == b.child).count();
    let mut carriers: Vec<PersonIdx> = group.iter().map(|below| below.carrier).collect();
    carriers.sort_unstable();
    carriers.dedup();
    if carriers.len() < 2 {
        return None;
    }
    let themes = std::slice::from_ref(&theme.theme);
    let around = sibship.parents.iter().copied();
    let mut finding = context.finding(Pattern::Branches, themes, carriers.iter().copied(), around);
    (finding.known, finding.unknown) = everybody.known(context, held, first.theme, theme.from_age);
    finding.yes = carriers.len() as u32;
    finding.counts = vec![("branches", n_branches as i64)];
    let facts: Vec<&Fact> = carriers.iter().filter_map(|person| theme.fact(*person)).collect();
    finding.evidence = context.evidence(facts.iter().flat_map(|fact| theme.sources(fact)));
    finding.ages = ages(context, facts.iter().copied());
    finding.counts_maybe = facts.iter().any(|fact| fact.was_maybe);
    Some(finding)
}
