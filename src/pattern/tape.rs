//! What findings tell, as bytes on a tape: a large family has many findings, each with a handful of
//! short lists of small numbers.

use super::age::SmallAge;
use super::draft::{Draft, DraftEdge, DraftEnd};
use super::fact::ThemeNo;
use super::finding::{EdgeKind, EndKind};
use super::line::BondSet;
use crate::kinship::PersonIdx;
use crate::model::AgeRange;

/// What findings tell, one after the other. Of each first its numbers, then two bytes with a bit for
/// each list that is not empty, then those lists, each after its length in items.
///
/// Each number takes as many bytes as it needs: seven bits in each, the lowest first, and in all but
/// the last the highest bit (LEB128, as in DWARF 5 §7.6).
#[derive(Clone, Debug, Default)]
pub(super) struct Tape {
    bytes: Vec<u8>,
    /// Names of counts; on the tape stand their places.
    names: Vec<&'static str>,
}

/// What one finding tells, as it stands on the tape.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lists<'t> {
    pub span: u32,
    pub yes: u32,
    pub known: u32,
    pub unknown: u32,
    pub counts_maybe: bool,
    pub has_no_thresholds: bool,
    more_themes: Numbers<'t>,
    people: Numbers<'t>,
    around: Numbers<'t>,
    /// The facts of its carriers, by place.
    pub carriers: Numbers<'t>,
    /// Further facts.
    pub facts: Numbers<'t>,
    pub evidence: Numbers<'t>,
    pub helped: Numbers<'t>,
    over: Numbers<'t>,
    edges: Numbers<'t>,
    ends: Numbers<'t>,
    ages: Numbers<'t>,
    counts: Numbers<'t>,
    names: &'t [&'static str],
}

/// How many numbers an item of each list takes.
const PER_EDGE: usize = 3;
const PER_END: usize = 3;
const PER_AGE: usize = 2;
const PER_COUNT: usize = 2;

/// So many numbers come before the lists.
const SINGLE: usize = 5;

/// The greatest number of bytes that one number takes.
const MOST_BYTES: usize = 10;

impl Tape {
    pub(super) const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Makes room for some bytes.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.bytes.reserve(bytes);
    }

    /// Adds the numbers and lists of `draft`, but for those of its [row](super::found::Row).
    pub(super) fn write(&mut self, draft: &Draft) {
        let Self { bytes, names } = self;
        let flags = u32::from(draft.counts_maybe) | u32::from(draft.has_no_thresholds) << 1;
        let single: [u32; SINGLE] = [flags, draft.span, draft.yes, draft.known, draft.unknown];
        for number in single {
            put(bytes, number.into());
        }
        let mask = bytes.len();
        bytes.extend([0; 2]);
        let mut lists = Writer { bytes, mask: 0, bit: 1 };
        lists.list(&draft.more_themes, |theme| [u64::from(*theme)]);
        lists.list(&draft.people, |person| [number(*person)]);
        lists.list(&draft.around, |person| [number(*person)]);
        lists.list(&draft.carriers, |carrier| [carrier.fact.into()]);
        lists.list(&draft.facts, |fact| [u64::from(*fact)]);
        lists.list(&draft.evidence, |record| [u64::from(*record)]);
        lists.list(&draft.helped, |record| [u64::from(*record)]);
        lists.list(&draft.over, |over| [u64::from(*over)]);
        lists.list(&draft.edges, edge_numbers);
        lists.list(&draft.ends, end_numbers);
        lists.list(&draft.ages, |(person, age)| [number(*person), age_number((*age).into())]);
        lists.list(&draft.counts, |(name, count)| [place(names, name), folded(*count)]);
        let bits = lists.mask.to_le_bytes();
        if let Some(mask) = self.bytes.get_mut(mask..mask + 2) {
            mask.copy_from_slice(&bits);
        }
    }

    /// What begins at `start`.
    pub(super) fn read(&self, start: usize) -> Lists<'_> {
        let mut numbers = Numbers { n: SINGLE, bytes: self.bytes.get(start..).unwrap_or(&[]) };
        let mut next = || numbers.next().unwrap_or(0);
        let (flags, span, yes) = (next(), next() as u32, next() as u32);
        let (known, unknown) = (next() as u32, next() as u32);
        let (mask, bytes) = numbers.bytes.split_first_chunk().unwrap_or((&[0; 2], &[]));
        let mut lists = Reader { bytes, mask: u16::from_le_bytes(*mask) };
        Lists {
            span,
            yes,
            known,
            unknown,
            counts_maybe: flags & 1 != 0,
            has_no_thresholds: flags & 2 != 0,
            more_themes: lists.list(1),
            people: lists.list(1),
            around: lists.list(1),
            carriers: lists.list(1),
            facts: lists.list(1),
            evidence: lists.list(1),
            helped: lists.list(1),
            over: lists.list(1),
            edges: lists.list(PER_EDGE),
            ends: lists.list(PER_END),
            ages: lists.list(PER_AGE),
            counts: lists.list(PER_COUNT),
            names: &self.names,
        }
    }
}

impl<'t> Lists<'t> {
    pub(super) fn people(&self) -> impl ExactSizeIterator<Item = PersonIdx> + Clone + use<'t> {
        self.people.map(person)
    }

    /// How many people it rests on.
    pub(super) const fn n_people(&self) -> usize {
        self.people.n + self.carriers.n
    }

    pub(super) fn around(&self) -> impl ExactSizeIterator<Item = PersonIdx> + use<'t> {
        self.around.map(person)
    }

    /// The numbers of its further themes.
    pub(super) fn more_themes(&self) -> impl Iterator<Item = ThemeNo> + use<'t> {
        self.more_themes.map(|theme| theme as ThemeNo)
    }

    /// Each edge with whom it goes over.
    pub(super) fn edges(&self) -> impl Iterator<Item = (DraftEdge, Vec<PersonIdx>)> + use<'t> {
        let mut over = self.over;
        self.edges.items().map(move |numbers| {
            let edge = edge(numbers);
            let n = if edge.kind == EdgeKind::Direct { 0 } else { over.next().unwrap_or(0) };
            (edge, over.by_ref().take(n as usize).map(person).collect())
        })
    }

    pub(super) const fn n_edges(&self) -> usize {
        self.edges.n / PER_EDGE
    }

    pub(super) const fn n_ages(&self) -> usize {
        self.ages.n / PER_AGE
    }

    pub(super) const fn n_ends(&self) -> usize {
        self.ends.n / PER_END
    }

    pub(super) fn ends(&self) -> impl Iterator<Item = DraftEnd> + use<'t> {
        self.ends.items().map(end)
    }

    pub(super) fn ages(&self) -> impl Iterator<Item = (PersonIdx, AgeRange)> + use<'t> {
        let ages = self.ages.items();
        ages.filter_map(|[at, number]| Some((person(at), age(number)?)))
    }

    pub(super) fn counts(&self) -> impl Iterator<Item = (&'static str, i64)> + use<'t> {
        let names = self.names;
        self.counts.items().map(move |[name, count]| {
            (names.get(name as usize).copied().unwrap_or_default(), unfolded(count))
        })
    }
}

/// Numbers on the tape.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Numbers<'t> {
    n: usize,
    bytes: &'t [u8],
}

impl Iterator for Numbers<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.n = self.n.checked_sub(1)?;
        let mut number = 0;
        for shift in (0..).step_by(7).take(MOST_BYTES) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                break;
            }
        }
        Some(number)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.n, Some(self.n))
    }
}

impl ExactSizeIterator for Numbers<'_> {}

impl<'t> Numbers<'t> {
    /// So many numbers at a time.
    fn items<const N: usize>(mut self) -> impl Iterator<Item = [u64; N]> + use<'t, N> {
        std::iter::from_fn(move || {
            let mut item = [0; N];
            for number in &mut item {
                *number = self.next()?;
            }
            Some(item)
        })
    }
}

/// Puts `number` at the end of the tape.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while 0x80 <= number {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Writes the lists of one finding.
struct Writer<'t> {
    bytes: &'t mut Vec<u8>,
    /// The bits of the lists that were written.
    mask: u16,
    bit: u16,
}

impl Writer<'_> {
    fn list<T, const N: usize>(&mut self, items: &[T], mut numbers: impl FnMut(&T) -> [u64; N]) {
        if !items.is_empty() {
            self.mask |= self.bit;
            put(self.bytes, items.len() as u64);
            items.iter().flat_map(&mut numbers).for_each(|number| put(self.bytes, number));
        }
        self.bit <<= 1;
    }
}

/// Reads the lists of one finding in the order in which they were written.
struct Reader<'t> {
    bytes: &'t [u8],
    /// The bits of the lists that are still to come.
    mask: u16,
}

impl<'t> Reader<'t> {
    /// The next list, of items of so many numbers.
    fn list(&mut self, per_item: usize) -> Numbers<'t> {
        let is_there = self.mask & 1 == 1;
        self.mask >>= 1;
        if !is_there {
            return Numbers::default();
        }
        let mut length = Numbers { n: 1, bytes: self.bytes };
        let n = length.next().unwrap_or(0) as usize * per_item;
        let mut ends = (1..).zip(length.bytes).filter(|(_, byte)| **byte < 0x80);
        let end = n.checked_sub(1).and_then(|last| ends.nth(last)).map_or(0, |(end, _)| end);
        let (bytes, rest) = length.bytes.split_at_checked(end).unwrap_or((&[], &[]));
        self.bytes = rest;
        Numbers { n, bytes }
    }
}

const fn number(person: PersonIdx) -> u64 {
    person.at() as u64
}

const fn person(number: u64) -> PersonIdx {
    PersonIdx::new(number as usize)
}

/// The place of `name` among `names`, of which there are a handful.
fn place(names: &mut Vec<&'static str>, name: &'static str) -> u64 {
    let known = names.iter().position(|other| *other == name);
    known.unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    }) as u64
}

fn edge_numbers(edge: &DraftEdge) -> [u64; PER_EDGE] {
    let how = u64::from(edge.bonds.bits()) << 2 | edge.kind as u64;
    [number(edge.from), number(edge.to), how]
}

fn edge([from, to, how]: [u64; PER_EDGE]) -> DraftEdge {
    let kinds = [EdgeKind::Direct, EdgeKind::Skipped, EdgeKind::Gap];
    let kind = kinds.into_iter().find(|it| *it as u64 == how & 3).unwrap_or(EdgeKind::Direct);
    let bonds = BondSet::of_bits((how >> 2) as u8);
    DraftEdge { from: person(from), to: person(to), kind, bonds }
}

fn end_numbers(end: &DraftEnd) -> [u64; PER_END] {
    [number(end.person), end.kind as u64, age_number(end.age.into())]
}

fn end([at, kind, number]: [u64; PER_END]) -> DraftEnd {
    let kinds = [EndKind::Stops, EndKind::Ended, EndKind::SoFarNot, EndKind::Open, EndKind::NotYet];
    let kind = kinds.into_iter().find(|it| *it as u64 == kind);
    DraftEnd { person: person(at), kind: kind.unwrap_or(EndKind::Open), age: age(number) }
}

/// So many bits hold the least age: that many has a [`SmallAge`].
const LO_BITS: u32 = 16;

/// An age as one number: 0 for none, and small where it is exact.
fn age_number(age: SmallAge) -> u64 {
    let Some(AgeRange { lo, hi }) = age.range() else { return 0 };
    let more = i64::from(hi) - i64::from(lo);
    (folded(more) << LO_BITS | folded(lo.into())) + 1
}

/// The age of [`age_number`].
fn age(number: u64) -> Option<AgeRange> {
    let number = number.checked_sub(1)?;
    let lo = unfolded(number & ((1 << LO_BITS) - 1));
    Some(AgeRange { lo: lo as i32, hi: (lo + unfolded(number >> LO_BITS)) as i32 })
}

/// A number of either sign as one that is small where it is near 0.
const fn folded(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

/// The number of [`folded`].
const fn unfolded(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::draft::Carrier;
    use proptest::collection::vec;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_either_sign_come_back_and_small_ones_stay_small() {
        for number in [0, 1, -1, 63, -64, i64::MAX, i64::MIN] {
            assert_eq!(unfolded(folded(number)), number);
        }
        assert!(folded(63) < 0x80 && folded(-64) < 0x80);
    }

    #[test]
    fn every_age_comes_back() {
        let ages = [(0, 0), (17, 19), (19, 17), (-1, 130), (-20_050, 20_050), (32_766, -32_767)];
        for (lo, hi) in ages {
            let range = AgeRange { lo, hi };
            assert_eq!(age(age_number(range.into())), Some(range));
        }
        assert_eq!(age(age_number(SmallAge::NONE)), None);
        assert!(age_number(AgeRange { lo: 40, hi: 40 }.into()) < 0x80, "an exact one takes a byte");
    }

    fn someone(at: u32) -> PersonIdx {
        person(at.into())
    }

    fn numbers(list: Numbers<'_>) -> Vec<u32> {
        list.map(|number| number as u32).collect()
    }

    fn people() -> impl Strategy<Value = Vec<PersonIdx>> {
        vec(any::<u32>().prop_map(someone), 0..4)
    }

    fn ages() -> impl Strategy<Value = AgeRange> {
        (-200..200_i32, -200..200_i32).prop_map(|(lo, hi)| AgeRange { lo, hi })
    }

    /// Edges, and whom they go over.
    fn edges() -> impl Strategy<Value = Vec<(DraftEdge, Vec<PersonIdx>)>> {
        let kinds = prop::sample::select(vec![EdgeKind::Direct, EdgeKind::Skipped, EdgeKind::Gap]);
        let edge = (any::<[u32; 2]>(), kinds, 0..64_u8, people());
        let edge = edge.prop_map(|([from, to], kind, bonds, mut over)| {
            let (from, to, bonds) = (someone(from), someone(to), BondSet::of_bits(bonds));
            over.retain(|_| kind != EdgeKind::Direct);
            (DraftEdge { from, to, kind, bonds }, over)
        });
        vec(edge, 0..4)
    }

    fn ends() -> impl Strategy<Value = Vec<DraftEnd>> {
        let kinds =
            [EndKind::Stops, EndKind::Ended, EndKind::SoFarNot, EndKind::Open, EndKind::NotYet];
        let end = (any::<u32>(), prop::sample::select(kinds.to_vec()), prop::option::of(ages()));
        vec(end.prop_map(|(at, kind, age)| DraftEnd { person: someone(at), kind, age }), 0..4)
    }

    fn drafts() -> impl Strategy<Value = (Draft, Vec<Vec<PersonIdx>>)> {
        let names = ["a", "b", "both", "year"];
        let counts = vec((prop::sample::select(names.to_vec()), any::<i64>()), 0..4);
        let ages = vec((any::<u32>().prop_map(someone), ages()), 0..4);
        let numbers = || vec(any::<u32>(), 0..4);
        let numbers = [numbers(), numbers(), numbers(), numbers(), numbers()];
        let single = (any::<[u32; 4]>(), any::<[bool; 2]>());
        let lists = (people(), people(), numbers, edges(), ends(), ages, counts, single);
        lists.prop_map(|(people, around, numbers, edges, ends, ages, counts, single)| {
            let ([span, yes, known, unknown], [counts_maybe, has_no_thresholds]) = single;
            let [more_themes, evidence, helped, facts, carriers] = numbers;
            let carrier = |fact| Carrier { generation: 0, person: PersonIdx::default(), fact };
            let carriers = carriers.into_iter().map(carrier).collect();
            let (edges, over): (Vec<DraftEdge>, Vec<Vec<PersonIdx>>) = edges.into_iter().unzip();
            let mut draft = Draft {
                people,
                around,
                more_themes,
                evidence,
                span,
                yes,
                known,
                unknown,
                counts_maybe,
                has_no_thresholds,
                ..Draft::default()
            };
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
                prop_assert_eq!(lists.more_themes().collect::<Vec<_>>(), &draft.more_themes[..]);
                prop_assert_eq!(lists.people().collect::<Vec<_>>(), &draft.people[..]);
                prop_assert_eq!(lists.around().collect::<Vec<_>>(), &draft.around[..]);
                prop_assert_eq!(numbers(lists.carriers), carriers);
                prop_assert_eq!(numbers(lists.facts), &draft.facts[..]);
                prop_assert_eq!(numbers(lists.evidence), &draft.evidence[..]);
                prop_assert_eq!(numbers(lists.helped), &draft.helped[..]);
                let (edges, passed): (Vec<_>, Vec<Vec<_>>) =
                    lists.edges().unzip();
                prop_assert_eq!(edges, &draft.edges[..]);
                prop_assert_eq!(&passed, over);
                prop_assert_eq!(lists.ends().collect::<Vec<_>>(), &draft.ends[..]);
                prop_assert_eq!(lists.ages().collect::<Vec<_>>(), &draft.ages[..]);
                prop_assert_eq!([lists.span, lists.yes, lists.known, lists.unknown],
                    [draft.span, draft.yes, draft.known, draft.unknown]);
                prop_assert_eq!(lists.counts_maybe, draft.counts_maybe);
                prop_assert_eq!(lists.has_no_thresholds, draft.has_no_thresholds);
                prop_assert_eq!(lists.counts().collect::<Vec<_>>(), &draft.counts[..]);
            }
        }
    }
}
