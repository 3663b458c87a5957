//! What comes back, by brute force: threads, who is passed, ends, brothers and sisters, ages
//! (patterns.md §3 as it reads), on the map that is told.

use std::collections::BTreeSet;

use rode_draad::catalogue::Catalogue;
use rode_draad::model::{AgeRange, Party};

use super::facts::{Fact, Facts, Stand};
use super::theme::Theme;

/// One thread of a theme.
#[derive(Clone, Debug, Default)]
pub(super) struct Thread {
    pub(super) people: BTreeSet<usize>,
    pub(super) passed: BTreeSet<usize>,
    pub(super) length: u32,
    pub(super) span: u32,
    /// Children of its people who are not in it and were not passed.
    pub(super) ends: BTreeSet<usize>,
}

/// Everything that is known of one theme.
pub(super) struct Known {
    pub(super) theme: Theme,
    /// Nobody who is left out has a standing here.
    pub(super) facts: Vec<Fact>,
    pub(super) left_out: Vec<bool>,
    pub(super) threads: Vec<Thread>,
    /// Brothers and sisters who have it (P3): does a finding say so?
    pub(super) in_sibship: bool,
}

impl Known {
    pub(super) fn new(facts: &Facts<'_>, theme: &Theme) -> Self {
        let left_out: Vec<bool> = (0..facts.n()).map(|p| facts.is_left_out(p, theme)).collect();
        let of = |p: usize| facts.fact(theme, p);
        let mut known = Self {
            theme: theme.clone(),
            facts: (0..facts.n()).map(of).collect(),
            left_out,
            threads: Vec::new(),
            in_sibship: false,
        };
        known.threads = known.find(facts);
        known.in_sibship = known.siblings(facts);
        known
    }

    pub(super) fn is(&self, p: usize, stand: Stand) -> bool {
        !self.left_out[p] && self.facts[p].stand == stand
    }

    pub(super) fn carriers(&self) -> BTreeSet<usize> {
        (0..self.facts.len()).filter(|p| self.is(*p, Stand::Yes)).collect()
    }

    fn find(&self, facts: &Facts<'_>) -> Vec<Thread> {
        let carriers = self.carriers();
        let mut steps: Vec<(usize, usize, BTreeSet<usize>)> = Vec::new();
        for a in &carriers {
            for b in carriers.iter().filter(|b| a != *b) {
                if facts.is_child(*a, *b) {
                    steps.push((*a, *b, BTreeSet::new()));
                    continue;
                }
                let over = self.between(facts, *a, *b);
                if !over.is_empty() && !reached(facts, &carriers, *a, *b) {
                    steps.push((*a, *b, over));
                }
            }
        }
        let mut left = carriers;
        let mut threads = Vec::new();
        while let Some(start) = left.pop_first() {
            let mut people = BTreeSet::from([start]);
            loop {
                let before = people.len();
                for (a, b, _) in &steps {
                    if people.contains(a) || people.contains(b) {
                        people.extend([*a, *b]);
                    }
                }
                if people.len() == before {
                    break;
                }
            }
            left.retain(|it| !people.contains(it));
            if 1 < people.len() {
                threads.push(self.thread(facts, &steps, people));
            }
        }
        threads
    }

    /// Those who have it not, and stand between `a` and its grandchild `b`.
    fn between(&self, facts: &Facts<'_>, a: usize, b: usize) -> BTreeSet<usize> {
        let is_passed = |m: &usize| {
            facts.is_child(*m, b)
                && !self.left_out[*m]
                && self.facts[*m].stand != Stand::Yes
                && !self.has_counter_role(facts, *m)
        };
        facts.children(a).into_iter().filter(is_passed).collect()
    }

    /// Who used violence is no gap in a line of people who lived through it.
    fn has_counter_role(&self, facts: &Facts<'_>, m: usize) -> bool {
        let row = match &self.theme {
            Theme::Kind(id) => Catalogue::builtin().kind(id),
            _ => None,
        };
        let Some(counter) = row.and_then(|row| row.counter_role.as_deref()) else { return false };
        let other = Theme::Kind(counter.to_owned());
        let used = facts.map.relations.values().any(|tie| {
            let row = Catalogue::builtin().relation(tie.kind.as_str());
            row.is_some_and(|row| row.id == "geweld")
                && tie.from == facts.people[m]
                && matches!(tie.to, Party::Person(_))
        });
        used || facts.fact(&other, m).stand == Stand::Yes
    }

    fn thread(
        &self,
        facts: &Facts<'_>,
        steps: &[(usize, usize, BTreeSet<usize>)],
        people: BTreeSet<usize>,
    ) -> Thread {
        let inside: Vec<_> = steps.iter().filter(|(a, ..)| people.contains(a)).collect();
        let (length, span) = people.iter().map(|top| longest(&inside, *top)).max().unwrap();
        let passed: BTreeSet<usize> =
            inside.iter().flat_map(|(.., over)| over.iter().copied()).collect();
        let children = people.iter().flat_map(|it| facts.children(*it));
        let ends = children
            .filter(|it| !people.contains(it) && !passed.contains(it) && !self.left_out[*it]);
        let ends = ends.collect();
        Thread { people, passed, length, span, ends }
    }

    /// Is the No of this end informative (patterns.md §3)?
    pub(super) fn is_informative(&self, facts: &Facts<'_>, thread: &Thread, end: usize) -> bool {
        let onsets = thread.people.iter().filter_map(|p| self.facts[*p].onset);
        let latest = onsets.map(|age| age.hi).max();
        let age = facts.age(end);
        let old = age.zip(latest).is_some_and(|(age, latest)| latest + 1 < age.lo);
        let closed = self.theme.is_of_childhood() && age.is_some_and(|age| 18 <= age.lo);
        self.is(end, Stand::No) && (old || closed)
    }

    /// P3: two or more of one sibship have it, and at least half of those of whom it is known. The
    /// children of one parent count where more of them have it than in any sibship of that parent.
    fn siblings(&self, facts: &Facts<'_>) -> bool {
        let count = |group: &[usize], stand| group.iter().filter(|p| self.is(**p, stand)).count();
        let says = |group: &[usize]| {
            let (yes, no) = (count(group, Stand::Yes), count(group, Stand::No));
            2 <= yes && yes + no <= 2 * yes
        };
        let mut sets: Vec<Vec<usize>> = (0..facts.n()).map(|p| facts.parents(p)).collect();
        sets.sort();
        sets.dedup();
        sets.retain(|it| !it.is_empty());
        let of_set = |parents: &Vec<usize>| -> Vec<usize> {
            (0..facts.n()).filter(|p| facts.parents(*p) == *parents).collect()
        };
        let of_parent = |parent: usize| {
            let children = facts.children(parent);
            let sets = sets.iter().filter(|it| it.contains(&parent));
            let most = sets.map(|it| count(&of_set(it), Stand::Yes)).max().unwrap_or(0);
            most < count(&children, Stand::Yes) && says(&children)
        };
        let unknown = facts.map.unions.values().filter(|it| it.partners.is_empty());
        let mut unknown = unknown.map(|union| {
            let all = union.children.iter().filter_map(|it| facts.index(&it.person));
            let all: Vec<usize> = all.collect();
            let alike = all
                .iter()
                .copied()
                .filter(|p| all.iter().any(|q| p != q && facts.share_unknown_parents(*p, *q)));
            alike.collect::<Vec<usize>>()
        });
        sets.iter().any(|it| says(&of_set(it)))
            || (0..facts.n()).any(of_parent)
            || unknown.any(|it| says(&it))
    }

    /// Ages at which it began, of those who have it: the chains of P5, each as long as it can be. An
    /// age that is not exact counts where the rule holds for all that it can be.
    pub(super) fn chains(&self, facts: &Facts<'_>) -> Vec<Vec<usize>> {
        let counts = |p: &usize| {
            let is_told = self.is(*p, Stand::Yes) || self.theme == Theme::Young;
            is_told && !self.left_out[*p] && self.facts[*p].onset.is_some()
        };
        let people: Vec<usize> = (0..facts.n()).filter(counts).collect();
        let age = |p: usize| self.facts[p].onset.unwrap_or(AgeRange { lo: 0, hi: 0 });
        let alike = |a: usize, b: usize| {
            let (a, b) = (age(a), age(b));
            b.hi - a.lo <= 2 && a.hi - b.lo <= 2
        };
        let mut found = descending(facts, &people, &alike);
        let falls = |a: usize, b: usize| age(b).hi < age(a).lo;
        for chain in descending(facts, &people, &falls) {
            let fast = |from: usize, to: usize| {
                let steps = i32::try_from(to - from).unwrap();
                from + 2 <= to && 2 * steps <= age(chain[from]).lo - age(chain[to]).hi
            };
            for from in 0..chain.len() {
                for to in from..chain.len() {
                    let wider = (0..=from)
                        .any(|a| (to..chain.len()).any(|b| (a, b) != (from, to) && fast(a, b)));
                    if fast(from, to) && !wider {
                        found.push(chain[from..=to].to_vec());
                    }
                }
            }
        }
        found
    }
}

fn reached(facts: &Facts<'_>, carriers: &BTreeSet<usize>, a: usize, b: usize) -> bool {
    let mut below = carriers.iter().filter(|c| facts.is_child(a, **c));
    below.any(|c| *c == b || reached(facts, carriers, *c, b))
}

fn longest(steps: &[&(usize, usize, BTreeSet<usize>)], top: usize) -> (u32, u32) {
    let below = steps.iter().filter(|(a, ..)| *a == top).map(|(_, b, over)| {
        let (length, span) = longest(steps, *b);
        (length + 1, span + if over.is_empty() { 1 } else { 2 })
    });
    below.max().unwrap_or((1, 1))
}

/// All ways down from parent to child by a rule that can go no further.
fn descending(
    facts: &Facts<'_>,
    people: &[usize],
    rule: &dyn Fn(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    let follows = |a: usize, b: usize| facts.is_child(a, b) && rule(a, b);
    let tops = people.iter().filter(|p| !people.iter().any(|other| follows(*other, **p)));
    let mut open: Vec<Vec<usize>> = tops.map(|top| vec![*top]).collect();
    let mut done = Vec::new();
    while let Some(chain) = open.pop() {
        let last = chain[chain.len() - 1];
        let next: Vec<usize> = people.iter().copied().filter(|p| follows(last, *p)).collect();
        if next.is_empty() && 2 <= chain.len() {
            done.push(chain);
            continue;
        }
        open.extend(next.into_iter().map(|p| [chain.clone(), vec![p]].concat()));
    }
    done
}
