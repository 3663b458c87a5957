//! Several branches (P4): carriers among the descendants of at least two children of one couple.
//!
//! A branch is what lies below a child of the couple; the child itself is not counted, so that two
//! carriers who are brother and sister are no branches. Looks down from each sibship for
//! `Settings::branch_generations`, with all themes at once: who lives there is read only once.
//!
//! Must match: cousins. Must not match: brother and sister, or an aunt and her nephew.

use crate::kinship::{PersonIdx, Rows};
use crate::pattern::{Context, Drafts, Pattern, Sibship, Standing, ThemeFacts};

/// A carrier below a child of a couple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Below {
    theme: u32,
    child: PersonIdx,
    carrier: PersonIdx,
    /// Where the fact stands among those of the theme.
    fact: u32,
}

/// Finds them.
pub(super) fn branches(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let held = Held::of(context);
    let mut family = Family::default();
    for sibship in downwards(context) {
        if sibship.parents.is_empty() {
            continue;
        }
        family.read(context, &held, sibship);
        for group in family.below.chunk_by(|a, b| a.theme == b.theme) {
            tell(context, drafts, &held, sibship, group, &mut family.everybody);
        }
    }
}

/// Every sibship, those below one another in a row: whom the next one looks at were just read, so
/// that in a large family they still stand in the cache of the processor.
fn downwards<'c>(context: &'c Context<'_>) -> Vec<&'c Sibship> {
    let all = context.sibships.all();
    let mut is_met = vec![false; all.len()];
    let mut found = Vec::with_capacity(all.len());
    let mut next: Vec<usize> = Vec::new();
    for top in 0..all.len() {
        next.push(top);
        while let Some(at) = next.pop() {
            let Some((sibship, is_met @ false)) = all.get(at).zip(is_met.get_mut(at)) else {
                continue;
            };
            *is_met = true;
            found.push(sibship);
            let below = sibship.children.iter().flat_map(|child| context.line.children(*child));
            next.extend(below.filter_map(|link| context.sibships.number(link.person)));
        }
    }
    found
}

/// What is known of each person, theme by theme: the facts from the other side.
#[derive(Debug)]
struct Held {
    facts: Rows<HeldFact>,
    /// By person: the greatest age that they can have.
    oldest: Vec<i32>,
    /// By theme.
    from_ages: Vec<i32>,
}

/// A fact about a person. Small: every carrier is met below several sibships.
#[derive(Clone, Copy, Debug)]
struct HeldFact {
    /// The number of the theme, and in the lowest three bits the standing.
    what: u32,
    /// Where it stands among those of the theme.
    fact: u32,
}

impl HeldFact {
    const fn new(theme: u32, fact: u32, standing: Standing) -> Self {
        Self { what: theme << 3 | standing as u32, fact }
    }

    const fn theme(self) -> u32 {
        self.what >> 3
    }

    const fn is(self, standing: Standing) -> bool {
        self.what & 7 == standing as u32
    }
}

impl Held {
    fn of(context: &Context<'_>) -> Self {
        let facts = (0..).zip(context.facts.themes()).flat_map(|(number, theme)| {
            let facts = (0..).zip(theme.facts());
            facts
                .map(move |(at, fact)| (fact.person.at(), HeldFact::new(number, at, fact.standing)))
        });
        let from_ages = context.facts.themes().iter().map(|theme| theme.from_age).collect();
        let age = |person| context.age_now(person).map_or(i32::MAX, |age| age.hi.max(0));
        let oldest = context.kin.people().map(age).collect();
        Self { facts: Rows::grouped(context.kin.len(), facts), oldest, from_ages }
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
        self.everybody.is_counted = false;
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
                    let yes = facts.filter(|fact| fact.is(Standing::Yes));
                    self.below.extend(yes.map(|it| Below {
                        theme: it.theme(),
                        child,
                        carrier,
                        fact: it.fact,
                    }));
                }
                self.everybody.people.extend_from_slice(&self.lower);
                std::mem::swap(&mut self.upper, &mut self.lower);
            }
        }
        self.below.sort_unstable();
        self.below.dedup();
    }
}

/// Everybody below one sibship, and what is known of them.
#[derive(Debug, Default)]
struct Everybody {
    people: Vec<PersonIdx>,
    /// The greatest age that each can have.
    ages: Vec<i32>,
    /// By theme.
    tallies: Vec<Tally>,
    is_counted: bool,
}

/// The facts of one theme about everybody below a sibship.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    known: u32,
    unknown: u32,
    /// Facts about people who are old enough for the theme.
    of_age: u32,
}

impl Everybody {
    /// How many are known and unknown to stand to the theme with this number.
    fn known(&mut self, held: &Held, theme: usize) -> (u32, u32) {
        if !self.is_counted {
            self.count(held);
        }
        let tally = self.tallies.get(theme).copied().unwrap_or_default();
        let from_age = held.from_ages.get(theme).copied().unwrap_or_default();
        let of_age = self.ages.iter().filter(|age| from_age <= **age).count() as u32;
        // Of whom nothing is said, those who are too young count nowhere.
        (tally.known, tally.unknown + of_age - tally.of_age)
    }

    fn count(&mut self, held: &Held) {
        self.people.sort_unstable();
        self.people.dedup();
        self.ages.clear();
        self.tallies.clear();
        self.tallies.resize(held.from_ages.len(), Tally::default());
        for &person in &self.people {
            let age = held.oldest.get(person.at()).copied().unwrap_or(i32::MAX);
            self.ages.push(age);
            for fact in held.of_person(person) {
                let theme = fact.theme() as usize;
                let rules = self.tallies.get_mut(theme).zip(held.from_ages.get(theme));
                let Some((tally, from_age)) = rules else { continue };
                let any = |two: [Standing; 2]| u32::from(two.into_iter().any(|it| fact.is(it)));
                tally.known += any([Standing::Yes, Standing::No]);
                tally.unknown += any([Standing::Unknown, Standing::Maybe]);
                tally.of_age += u32::from(*from_age <= age);
            }
        }
        self.is_counted = true;
    }
}

/// Tells what `group`, the carriers of one theme below `sibship`, says.
fn tell(
    context: &Context<'_>,
    drafts: &mut Drafts<'_>,
    held: &Held,
    sibship: &Sibship,
    group: &[Below],
    everybody: &mut Everybody,
) {
    let Some((first, last)) = group.first().zip(group.last()) else { return };
    // Of one child, or all the same person below two.
    if first.child == last.child || group.iter().all(|below| below.carrier == first.carrier) {
        return;
    }
    let Some(theme) = context.facts.themes().get(first.theme as usize) else { return };
    let finding = drafts.begin(Pattern::Branches, Some(theme.number));
    let mut carriers: Vec<(PersonIdx, u32)> =
        group.iter().map(|below| (below.carrier, below.fact)).collect();
    carriers.sort_unstable();
    carriers.dedup();
    finding.around.extend_from_slice(&sibship.parents);
    (finding.known, finding.unknown) = everybody.known(held, first.theme as usize);
    finding.yes = carriers.len() as u32;
    let n_branches = group.chunk_by(|a, b| a.child == b.child).count();
    finding.counts.push(("branches", n_branches as i64));
    // Counts first: so the processor fetches all facts at once, however far apart they lie.
    let facts = || carriers.iter().filter_map(|(_, at)| theme.facts().get(*at as usize));
    finding.evidence.reserve(facts().map(ThemeFacts::n_sources).sum());
    for fact in facts() {
        finding.people.push(fact.person);
        finding.rest_on(theme, fact);
    }
    drafts.finish();
}
