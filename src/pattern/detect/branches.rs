//! Several branches (P4): carriers among the descendants of at least two children of one couple.
//!
//! A branch is what lies below a child of the couple; the child itself is not counted, so that two
//! carriers who are brother and sister are no branches. Looks down from each sibship for
//! `Settings::branch_generations`, with all themes at once: who lives there is read only once.
//!
//! Must match: cousins. Must not match: brother and sister, or an aunt and her nephew.

use crate::kinship::{PersonIdx, Rows};
use crate::pattern::{Context, Drafts, Fact, Pattern, Sibship, Standing};

/// A carrier below a child of a couple.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Below {
    theme: u32,
    child: PersonIdx,
    carrier: PersonIdx,
    /// Where the fact stands among those of the theme.
    fact: u32,
    was_maybe: bool,
}

impl Below {
    /// By theme, child and carrier.
    const fn key(&self) -> u128 {
        (self.theme as u128) << 96
            | (self.child.at() as u128) << 64
            | (self.carrier.at() as u128) << 32
            | self.fact as u128
    }
}

/// Finds them.
pub(super) fn branches(context: &Context<'_>, drafts: &mut Drafts<'_>) {
    let held = Held::of(context);
    let mut family = Family::default();
    let sibships = (0..).map_while(|at| context.sibships.get(at));
    for sibship in sibships.filter(|it| !it.parents.is_empty()) {
        family.read(context, &held, sibship);
        for group in family.below.chunk_by(|a, b| a.theme == b.theme) {
            tell(context, drafts, &held, sibship, group, &mut family.everybody);
        }
    }
}

/// What is asked of everybody, side by side: who is looked at lies far apart in a large family, and
/// is fetched once.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// Where their children begin in [`Held::children`]; those of the next person follow.
    children: u32,
    /// Where their facts begin in [`Held::facts`].
    facts: u32,
    /// The greatest age that they can have.
    oldest: i32,
}

/// What is known of each person, theme by theme: the facts from the other side.
#[derive(Debug)]
struct Held {
    /// One more than people.
    nodes: Vec<Node>,
    children: Vec<PersonIdx>,
    facts: Vec<HeldFact>,
    /// By theme.
    from_ages: Vec<i32>,
}

/// A fact about a person. Small: every carrier is met below several sibships.
#[derive(Clone, Copy, Debug)]
struct HeldFact {
    /// The number of the theme; in the bit below whether it was a Maybe, and in the lowest three
    /// the standing.
    what: u32,
    /// Where it stands among those of the theme.
    fact: u32,
}

impl HeldFact {
    fn new(theme: u32, at: u32, fact: &Fact) -> Self {
        let what = theme << 4 | u32::from(fact.was_maybe) << 3 | fact.standing as u32;
        Self { what, fact: at }
    }

    const fn theme(self) -> u32 {
        self.what >> 4
    }

    const fn was_maybe(self) -> bool {
        self.what & 8 != 0
    }

    const fn is(self, standing: Standing) -> bool {
        self.what & 7 == standing as u32
    }
}

impl Held {
    fn of(context: &Context<'_>) -> Self {
        let facts = (0..).zip(context.facts.themes()).flat_map(|(number, theme)| {
            let facts = (0..).zip(theme.facts());
            facts.map(move |(at, fact)| (fact.person.at(), HeldFact::new(number, at, fact)))
        });
        let (starts, facts) = Rows::grouped(context.kin.len(), facts).parts();
        let mut children: Vec<PersonIdx> = Vec::new();
        let people = context.kin.people().map(Some).chain([None]);
        let nodes = people.zip(starts).map(|(person, facts)| {
            let Some(person) = person else {
                return Node { children: children.len() as u32, facts, ..Node::default() };
            };
            let oldest = context.age_now(person).map_or(i32::MAX, |age| age.hi.max(0));
            let node = Node { children: children.len() as u32, facts, oldest };
            children.extend(context.line.children(person).iter().map(|link| link.person));
            node
        });
        let nodes = nodes.collect();
        let from_ages = context.facts.themes().iter().map(|theme| theme.from_age).collect();
        Self { nodes, children, facts, from_ages }
    }

    fn node(&self, person: PersonIdx) -> Node {
        self.nodes.get(person.at()).copied().unwrap_or_default()
    }

    fn children(&self, person: PersonIdx) -> &[PersonIdx] {
        let bounds = self.nodes.get(person.at()..).and_then(|nodes| nodes.first_chunk::<2>());
        let row =
            bounds.and_then(|[a, b]| self.children.get(a.children as usize..b.children as usize));
        row.unwrap_or(&[])
    }

    fn facts(&self, person: PersonIdx) -> &[HeldFact] {
        let bounds = self.nodes.get(person.at()..).and_then(|nodes| nodes.first_chunk::<2>());
        let row = bounds.and_then(|[a, b]| self.facts.get(a.facts as usize..b.facts as usize));
        row.unwrap_or(&[])
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
    fn read(&mut self, context: &Context<'_>, held: &Held, sibship: Sibship<'_>) {
        self.below.clear();
        self.everybody.people.clear();
        self.everybody.is_counted = false;
        for &child in sibship.children {
            self.upper.clear();
            self.upper.push(child);
            for _ in 1..context.settings.branch_generations {
                self.lower.clear();
                self.upper.iter().for_each(|it| self.lower.extend_from_slice(held.children(*it)));
                if let [_, _, ..] = self.upper.as_slice() {
                    self.lower.sort_unstable();
                    self.lower.dedup();
                }
                for &carrier in &self.lower {
                    for it in held.facts(carrier).iter().filter(|it| it.is(Standing::Yes)) {
                        let (theme, fact, was_maybe) = (it.theme(), it.fact, it.was_maybe());
                        self.below.push(Below { theme, child, carrier, fact, was_maybe });
                    }
                }
                self.everybody.people.extend_from_slice(&self.lower);
                std::mem::swap(&mut self.upper, &mut self.lower);
            }
        }
        self.below.sort_unstable_by_key(Below::key);
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
            let age = held.node(person).oldest;
            self.ages.push(age);
            for fact in held.facts(person) {
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
    sibship: Sibship<'_>,
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
    finding.carriers.extend(group.iter().map(|below| below.fact));
    finding.carriers.sort_unstable();
    finding.carriers.dedup();
    finding.yes = finding.carriers.len() as u32;
    finding.counts_maybe = group.iter().any(|below| below.was_maybe);
    finding.around.extend_from_slice(sibship.parents);
    (finding.known, finding.unknown) = everybody.known(held, first.theme as usize);
    let n_branches = group.chunk_by(|a, b| a.child == b.child).count();
    finding.counts.push(("branches", n_branches as i64));
    drafts.finish();
}
