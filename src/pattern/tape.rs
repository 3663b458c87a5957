//! The lists of findings as words on a tape: a large family has many findings, each with a handful
//! of short lists.

use super::age::SmallAge;
use super::draft::{Draft, DraftEdge, DraftEnd};
use super::fact::{RecordNo, ThemeNo};
use super::finding::{EdgeKind, EndKind};
use super::line::BondSet;
use crate::kinship::PersonIdx;
use crate::model::AgeRange;

/// The lists of all findings. Of each finding first a word with a bit for each list that is not
/// empty, then those lists, each after its length in items.
#[derive(Clone, Debug, Default)]
pub(super) struct Tape {
    words: Vec<u32>,
    /// Names of counts; on the tape stand their places.
    names: Vec<&'static str>,
}

/// The lists of one finding, as they stand on the tape.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lists<'t> {
    pub more_themes: &'t [ThemeNo],
    people: &'t [u32],
    around: &'t [u32],
    /// The facts of its carriers, by place.
    pub carriers: &'t [u32],
    /// Further facts.
    pub facts: &'t [u32],
    pub evidence: &'t [RecordNo],
    pub helped: &'t [RecordNo],
    over: &'t [u32],
    edges: &'t [[u32; 3]],
    ends: &'t [[u32; 3]],
    ages: &'t [[u32; 2]],
    counts: &'t [[u32; 3]],
    names: &'t [&'static str],
}

impl Tape {
    pub(super) const fn len(&self) -> usize {
        self.words.len()
    }

    /// Makes room for some words.
    pub(super) fn reserve(&mut self, words: usize) {
        self.words.reserve(words);
    }

    /// Adds the lists of `draft`.
    pub(super) fn write(&mut self, draft: &Draft) {
        let Self { words, names } = self;
        let mask = words.len();
        words.push(0);
        let mut lists = Writer { words, mask: 0, bit: 1 };
        lists.list(&draft.more_themes, |theme| [*theme]);
        lists.list(&draft.people, |person| [word(*person)]);
        lists.list(&draft.around, |person| [word(*person)]);
        lists.list(&draft.carriers, |carrier| [carrier.fact]);
        lists.list(&draft.facts, |fact| [*fact]);
        lists.list(&draft.evidence, |record| [*record]);
        lists.list(&draft.helped, |record| [*record]);
        lists.list(&draft.over, |over| [*over]);
        lists.list(&draft.edges, edge_words);
        lists.list(&draft.ends, end_words);
        lists.list(&draft.ages, |(person, age)| [word(*person), SmallAge::from(*age).word()]);
        lists.list(&draft.counts, |(name, count)| {
            [place(names, name), *count as u32, (*count >> 32) as u32]
        });
        let bits = lists.mask;
        if let Some(mask) = self.words.get_mut(mask) {
            *mask = bits;
        }
    }

    /// The lists that begin at `start`.
    pub(super) fn read(&self, start: usize) -> Lists<'_> {
        let words = self.words.get(start..).unwrap_or(&[]);
        let Some((mask, words)) = words.split_first() else { return Lists::default() };
        let mut lists = Reader { words, mask: *mask };
        Lists {
            more_themes: lists.words(),
            people: lists.words(),
            around: lists.words(),
            carriers: lists.words(),
            facts: lists.words(),
            evidence: lists.words(),
            helped: lists.words(),
            over: lists.words(),
            edges: lists.list(),
            ends: lists.list(),
            ages: lists.list(),
            counts: lists.list(),
            names: &self.names,
        }
    }
}

impl<'t> Lists<'t> {
    pub(super) fn people(&self) -> impl ExactSizeIterator<Item = PersonIdx> + use<'t> {
        self.people.iter().map(|at| person(*at))
    }

    /// How many people it rests on.
    pub(super) const fn n_people(&self) -> usize {
        self.people.len() + self.carriers.len()
    }

    pub(super) fn around(&self) -> impl ExactSizeIterator<Item = PersonIdx> + use<'t> {
        self.around.iter().map(|at| person(*at))
    }

    /// Each edge with whom it goes over.
    pub(super) fn edges(
        &self,
    ) -> impl Iterator<Item = (DraftEdge, impl Iterator<Item = PersonIdx> + use<'t>)> + use<'t>
    {
        let mut over = self.over;
        self.edges.iter().map(move |words| {
            let edge = edge(*words);
            let mut passed: &[u32] = &[];
            if edge.kind != EdgeKind::Direct
                && let Some((n, rest)) = over.split_first()
            {
                (passed, over) = rest.split_at_checked(*n as usize).unwrap_or((rest, &[]));
            }
            (edge, passed.iter().map(|at| person(*at)))
        })
    }

    pub(super) const fn n_edges(&self) -> usize {
        self.edges.len()
    }

    pub(super) const fn n_ages(&self) -> usize {
        self.ages.len()
    }

    pub(super) fn ends(&self) -> impl ExactSizeIterator<Item = DraftEnd> + use<'t> {
        self.ends.iter().map(|words| end(*words))
    }

    pub(super) fn ages(&self) -> impl Iterator<Item = (PersonIdx, AgeRange)> + use<'t> {
        let ages = self.ages.iter();
        ages.filter_map(|[at, age]| Some((person(*at), SmallAge::of_word(*age).range()?)))
    }

    pub(super) fn counts(&self) -> impl ExactSizeIterator<Item = (&'static str, i64)> + use<'t> {
        let names = self.names;
        self.counts.iter().map(move |[name, low, high]| {
            let name = names.get(*name as usize).copied().unwrap_or_default();
            (name, i64::from(*high as i32) << 32 | i64::from(*low))
        })
    }
}

/// Writes the lists of one finding.
struct Writer<'t> {
    words: &'t mut Vec<u32>,
    /// The bits of the lists that were written.
    mask: u32,
    bit: u32,
}

impl Writer<'_> {
    fn list<T, const N: usize>(&mut self, items: &[T], words: impl FnMut(&T) -> [u32; N]) {
        if !items.is_empty() {
            self.mask |= self.bit;
            self.words.push(items.len() as u32);
            self.words.extend(items.iter().flat_map(words));
        }
        self.bit <<= 1;
    }
}

/// Reads the lists of one finding in the order in which they were written.
struct Reader<'t> {
    words: &'t [u32],
    /// The bits of the lists that are still to come.
    mask: u32,
}

impl<'t> Reader<'t> {
    fn list<const N: usize>(&mut self) -> &'t [[u32; N]] {
        let is_there = self.mask & 1 == 1;
        self.mask >>= 1;
        let Some((n, words)) = self.words.split_first().filter(|_| is_there) else { return &[] };
        let (list, rest) = words.split_at_checked(*n as usize * N).unwrap_or((words, &[]));
        self.words = rest;
        list.as_chunks().0
    }

    fn words(&mut self) -> &'t [u32] {
        self.list::<1>().as_flattened()
    }
}

const fn word(person: PersonIdx) -> u32 {
    person.at() as u32
}

const fn person(word: u32) -> PersonIdx {
    PersonIdx::new(word as usize)
}

/// The place of `name` among `names`, of which there are a handful.
fn place(names: &mut Vec<&'static str>, name: &'static str) -> u32 {
    let known = names.iter().position(|other| *other == name);
    known.unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    }) as u32
}

fn edge_words(edge: &DraftEdge) -> [u32; 3] {
    let how = u32::from(edge.bonds.bits()) << 8 | edge.kind as u32;
    [word(edge.from), word(edge.to), how]
}

fn edge([from, to, how]: [u32; 3]) -> DraftEdge {
    let kind = match how & 0xff {
        kind if kind == EdgeKind::Skipped as u32 => EdgeKind::Skipped,
        kind if kind == EdgeKind::Gap as u32 => EdgeKind::Gap,
        _ => EdgeKind::Direct,
    };
    let bonds = BondSet::of_bits((how >> 8) as u8);
    DraftEdge { from: person(from), to: person(to), kind, bonds }
}

fn end_words(end: &DraftEnd) -> [u32; 3] {
    [word(end.person), end.kind as u32, SmallAge::from(end.age).word()]
}

fn end([at, kind, age]: [u32; 3]) -> DraftEnd {
    let kinds = [EndKind::Stops, EndKind::Ended, EndKind::SoFarNot, EndKind::Open, EndKind::NotYet];
    let kind = kinds.into_iter().find(|it| *it as u32 == kind);
    let age = SmallAge::of_word(age).range();
    DraftEnd { person: person(at), kind: kind.unwrap_or(EndKind::Open), age }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::draft::Carrier;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn people() -> impl Strategy<Value = Vec<PersonIdx>> {
        vec(any::<u32>().prop_map(person), 0..4)
    }

    fn age() -> impl Strategy<Value = AgeRange> {
        (-200..200_i32, -200..200_i32).prop_map(|(lo, hi)| AgeRange { lo, hi })
    }

    /// Edges, and whom they go over.
    fn edges() -> impl Strategy<Value = Vec<(DraftEdge, Vec<PersonIdx>)>> {
        let kinds = prop::sample::select(vec![EdgeKind::Direct, EdgeKind::Skipped, EdgeKind::Gap]);
        let edge = (any::<[u32; 2]>(), kinds, 0..64_u8, people());
        let edge = edge.prop_map(|([from, to], kind, bonds, mut over)| {
            let (from, to, bonds) = (person(from), person(to), BondSet::of_bits(bonds));
            over.retain(|_| kind != EdgeKind::Direct);
            (DraftEdge { from, to, kind, bonds }, over)
        });
        vec(edge, 0..4)
    }

    fn ends() -> impl Strategy<Value = Vec<DraftEnd>> {
        let kinds =
            [EndKind::Stops, EndKind::Ended, EndKind::SoFarNot, EndKind::Open, EndKind::NotYet];
        let end = (any::<u32>(), prop::sample::select(kinds.to_vec()), prop::option::of(age()));
        vec(end.prop_map(|(at, kind, age)| DraftEnd { person: person(at), kind, age }), 0..4)
    }

    fn drafts() -> impl Strategy<Value = (Draft, Vec<Vec<PersonIdx>>)> {
        let names = ["a", "b", "both", "year"];
        let counts = vec((prop::sample::select(names.to_vec()), any::<i64>()), 0..4);
        let ages = vec((any::<u32>().prop_map(person), age()), 0..4);
        let numbers = || vec(any::<u32>(), 0..4);
        let numbers = [numbers(), numbers(), numbers(), numbers(), numbers()];
        let lists = (people(), people(), numbers, edges(), ends(), ages, counts);
        lists.prop_map(|(people, around, numbers, edges, ends, ages, counts)| {
            let [more_themes, evidence, helped, facts, carriers] = numbers;
            let carrier = |fact| Carrier { generation: 0, person: PersonIdx::default(), fact };
            let carriers = carriers.into_iter().map(carrier).collect();
            let (edges, over): (Vec<DraftEdge>, Vec<Vec<PersonIdx>>) = edges.into_iter().unzip();
            let mut draft = Draft { people, around, more_themes, evidence, ..Draft::default() };
            for (edge, over) in edges.into_iter().zip(&over) {
                draft.edge(edge, over);
            }
            (Draft { carriers, facts, helped, ends, ages, counts, ..draft }, over)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn the_tape_gives_back_the_lists_of_every_finding(drafts in vec(drafts(), 0..8)) {
            let mut tape = Tape::default();
            let mut starts = Vec::new();
            for (draft, _) in &drafts {
                starts.push(tape.len());
                tape.write(draft);
            }
            for ((draft, over), start) in drafts.iter().zip(starts) {
                let lists = tape.read(start);
                let carriers: Vec<u32> = draft.carriers.iter().map(|it| it.fact).collect();
                prop_assert_eq!(lists.more_themes, &draft.more_themes);
                prop_assert_eq!(lists.people().collect::<Vec<_>>(), &draft.people[..]);
                prop_assert_eq!(lists.around().collect::<Vec<_>>(), &draft.around[..]);
                prop_assert_eq!(lists.carriers, carriers);
                prop_assert_eq!(lists.facts, &draft.facts);
                prop_assert_eq!(lists.evidence, &draft.evidence);
                prop_assert_eq!(lists.helped, &draft.helped);
                let (edges, passed): (Vec<_>, Vec<Vec<_>>) =
                    lists.edges().map(|(edge, over)| (edge, over.collect())).unzip();
                prop_assert_eq!(edges, &draft.edges[..]);
                prop_assert_eq!(&passed, over);
                prop_assert_eq!(lists.ends().collect::<Vec<_>>(), &draft.ends[..]);
                prop_assert_eq!(lists.ages().collect::<Vec<_>>(), &draft.ages[..]);
                prop_assert_eq!(lists.counts().collect::<Vec<_>>(), &draft.counts[..]);
            }
        }
    }
}
