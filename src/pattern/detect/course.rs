//! When things play in a life: what the detectors that look at years have in common.

use std::collections::BTreeMap;

use crate::catalogue::Nature;
use crate::kinship::PersonIdx;
use crate::model::{
    AgeRange, Entry, GoingOn, KindId, Moment, OwnKind, PartialDate, Said, YearRange,
};
use crate::pattern::age::SmallAge;
use crate::pattern::fact::{RecordNo, ThemeNo, onset_since};
use crate::pattern::{Context, Facts, Source, Theme};

/// An entry of somebody (or of a union of theirs) that counts as Yes.
#[derive(Clone, Copy, Debug)]
pub(in crate::pattern) struct Course<'a> {
    pub entry: &'a Entry,
    /// The number of the entry among the records.
    pub record: RecordNo,
    /// The number of its kind among [`Courses::kinds`].
    pub kind: u32,
    /// It counts only because Maybe counts as Yes.
    pub was_maybe: bool,
    onset_age: SmallAge,
    onset: SmallYears,
    active: SmallYears,
}

impl Course<'_> {
    /// Age at the onset, where known.
    pub(super) fn onset_age(&self) -> Option<AgeRange> {
        self.onset_age.range()
    }

    /// Years in which it can have begun, where known.
    pub(super) fn onset(&self) -> Option<Years> {
        self.onset.years()
    }

    /// The years in which it surely played.
    pub(super) fn active(&self) -> Option<Years> {
        self.active.years()
    }
}

/// From one year to another, inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pattern) struct Years {
    pub lo: i32,
    pub hi: i32,
}

impl Years {
    /// The years that both have.
    pub(super) fn shared(self, other: Self) -> Option<Self> {
        let (lo, hi) = (self.lo.max(other.lo), self.hi.min(other.hi));
        (lo <= hi).then_some(Self { lo, hi })
    }

    /// `None` where a side is open.
    pub(super) fn closed(years: YearRange) -> Option<Self> {
        let (lo, hi) = years.lo.zip(years.hi)?;
        (lo <= hi).then_some(Self { lo, hi })
    }
}

/// Years, or none, in four bytes: those of dates lie between −9999 and 9999, those that ages and
/// doubt lead to a few hundred around.
#[derive(Clone, Copy, Debug)]
struct SmallYears {
    lo: i16,
    hi: i16,
}

impl SmallYears {
    /// `None` stands as what ends before it begins.
    fn of(years: Option<Years>) -> Self {
        let small = |year: i32| year.clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        match years {
            Some(years) if years.lo <= years.hi => {
                Self { lo: small(years.lo), hi: small(years.hi) }
            }
            _ => Self { lo: 1, hi: 0 },
        }
    }

    fn years(self) -> Option<Years> {
        (self.lo <= self.hi).then(|| Years { lo: self.lo.into(), hi: self.hi.into() })
    }
}

/// A problem kind that is entered somewhere on the map.
#[derive(Clone, Copy, Debug)]
pub(in crate::pattern) struct Kind<'a> {
    /// How it stands in time; a kind of the map's own is a situation.
    nature: Nature,
    /// Its life area, where it has one.
    pub area: Option<&'a str>,
    /// The theme of the kind.
    pub theme: Option<ThemeNo>,
    /// Does it say that a child was placed out of home?
    pub is_placed_out: bool,
}

/// The courses of everybody, read once for all detectors.
#[derive(Debug, Default)]
pub(in crate::pattern) struct Courses<'a> {
    /// Where those of each person begin; one more than people.
    starts: Vec<u32>,
    all: Vec<Course<'a>>,
    kinds: Vec<Kind<'a>>,
}

/// Reads the courses of one person after the other.
#[derive(Debug)]
pub(in crate::pattern) struct CourseReader<'a> {
    courses: Courses<'a>,
    /// By kind: its number.
    numbers: BTreeMap<&'a str, u32>,
    /// By number.
    kinds: Vec<&'a KindId>,
}

impl Default for CourseReader<'_> {
    fn default() -> Self {
        let courses = Courses { starts: vec![0], ..Courses::default() };
        Self { courses, numbers: BTreeMap::new(), kinds: Vec::new() }
    }
}

impl<'a> CourseReader<'a> {
    /// Reads the entries of `person`, who comes next, and of their unions: those among `records`
    /// from number `first` on that come before all others. Linear in them.
    pub(in crate::pattern) fn read_person(
        &mut self,
        context: &Context<'a>,
        person: PersonIdx,
        first: usize,
        records: &[Source<'a>],
    ) {
        let entries = (first as RecordNo..).zip(records.get(first..).unwrap_or(&[]));
        let entries = entries.map_while(|(number, source)| match source {
            Source::Entry(entry) => Some((number, *entry)),
            _ => None,
        });
        for entry in entries {
            self.read(context, person, entry);
        }
        self.courses.starts.push(self.courses.all.len() as u32);
    }

    fn read(
        &mut self,
        context: &Context<'a>,
        person: PersonIdx,
        (record, entry): (RecordNo, &'a Entry),
    ) {
        let Some(was_maybe) = counts(context, entry) else { return };
        let Self { courses, numbers, kinds } = self;
        let number = *numbers.entry(entry.kind.as_str()).or_insert_with(|| {
            let nature = nature(context, &entry.kind);
            let area = area(context, &entry.kind);
            let is_placed_out = Theme::derived_of(&entry.kind) == Some(Theme::PlacedOut);
            kinds.push(&entry.kind);
            courses.kinds.push(Kind { nature, area, theme: None, is_placed_out });
            courses.kinds.len() as u32 - 1
        });
        let Some(kind) = courses.kinds.get(number as usize) else { return };
        let course = course(context, person, entry, kind.nature);
        courses.all.push(Course { kind: number, record, was_maybe, ..course });
    }

    /// Adds what was read of further people, whose records come after so many others.
    pub(in crate::pattern) fn append(&mut self, more: Self, before: RecordNo) {
        let Self { courses, numbers, kinds } = self;
        let of_more = more.kinds.iter().zip(more.courses.kinds);
        let of_more: Vec<u32> = of_more
            .map(|(id, kind)| {
                *numbers.entry(id.as_str()).or_insert_with(|| {
                    kinds.push(id);
                    courses.kinds.push(kind);
                    courses.kinds.len() as u32 - 1
                })
            })
            .collect();
        let first = courses.all.len() as u32;
        courses.starts.extend(more.courses.starts.iter().skip(1).map(|start| first + start));
        courses.all.extend(more.courses.all.into_iter().filter_map(|course| {
            let kind = *of_more.get(course.kind as usize)?;
            Some(Course { kind, record: before + course.record, ..course })
        }));
    }

    /// The courses that were read, with the themes of their kinds among `facts`.
    pub(in crate::pattern) fn finish(mut self, facts: &Facts<'_>) -> Courses<'a> {
        for (kind, id) in self.courses.kinds.iter_mut().zip(self.kinds) {
            kind.theme = facts.theme(&Theme::Kind(id.clone())).map(|theme| theme.number);
        }
        self.courses
    }
}

impl<'a> Courses<'a> {
    /// Those of `person`, in the order of the map.
    pub(in crate::pattern) fn of_person(&self, person: PersonIdx) -> &[Course<'a>] {
        let bounds = self.starts.get(person.at()).zip(self.starts.get(person.at() + 1));
        let courses = bounds.and_then(|(from, to)| self.all.get(*from as usize..*to as usize));
        courses.unwrap_or(&[])
    }

    /// Every kind that somebody has.
    pub(in crate::pattern) fn kinds(&self) -> &[Kind<'a>] {
        &self.kinds
    }

    /// The kind of `course`.
    pub(in crate::pattern) fn kind_of(&self, course: &Course<'a>) -> Option<&Kind<'a>> {
        self.kinds.get(course.kind as usize)
    }

    /// The theme of the kind of `course`.
    pub(in crate::pattern) fn theme_of(&self, course: &Course<'a>) -> Option<ThemeNo> {
        self.kind_of(course)?.theme
    }

    /// The life area of `course`.
    pub(in crate::pattern) fn area_of(&self, course: &Course<'a>) -> Option<&'a str> {
        self.kind_of(course)?.area
    }
}

fn course<'a>(
    context: &Context<'a>,
    person: PersonIdx,
    entry: &'a Entry,
    nature: Nature,
) -> Course<'a> {
    let last = last_year(context, person);
    let birth = context.birth(person);
    let years = |moment: Option<Moment>| -> Option<Years> {
        let YearRange { lo, hi } = moment?.years(birth)?;
        let (lo, hi) = (lo?, hi.map_or(last, |hi| hi.min(last)));
        Some(Years { lo, hi: hi.max(lo) })
    };
    let (began, end) = (years(entry.since), years(entry.until));
    let born = birth.and_then(|birth| birth.years().lo);
    let ends = match (end, entry.until, nature) {
        (Some(end), ..) => Some(end.lo),
        // It ended, but nobody knows when: only the year of the onset is sure.
        (None, Some(_), _) => began.map(|it| it.hi),
        (None, None, Nature::Event) => began.map(|it| it.hi),
        (None, None, Nature::Childhood) => born.map(|born| last.min(born + 17)),
        (None, None, _) if entry.going_on == GoingOn::Before => began.map(|it| it.hi),
        (None, None, Nature::Situation | Nature::Derived) => Some(last),
    };
    let active = began.zip(ends).map(|(began, end)| Years { lo: began.hi, hi: end });
    Course {
        entry,
        record: 0,
        kind: 0,
        was_maybe: false,
        onset_age: onset_since(entry.since, birth, context.age_now(person)).into(),
        onset: SmallYears::of(began),
        active: SmallYears::of(active),
    }
}

/// `None` when `entry` does not count as Yes, else whether it does so only as a Maybe.
pub(super) fn counts(context: &Context<'_>, entry: &Entry) -> Option<bool> {
    match entry.said {
        _ if entry.not_today => None,
        Said::Yes => Some(false),
        Said::Maybe => context.settings.count_maybe.then_some(true),
        Said::No => None,
    }
}

/// How `kind` stands in time; a kind of the map's own is a situation.
fn nature(context: &Context<'_>, kind: &KindId) -> Nature {
    context.catalogue.kind(kind.as_str()).map_or(Nature::Situation, |row| row.nature)
}

/// The life area of `kind`.
pub(super) fn area<'a>(context: &Context<'a>, kind: &KindId) -> Option<&'a str> {
    let row = context.catalogue.kind(kind.as_str()).map(|row| row.area.as_str());
    row.or_else(|| context.map.own_kinds.get(kind).and_then(OwnKind::area_id))
}

/// The year of death, or this year.
pub(super) fn last_year(context: &Context<'_>, person: PersonIdx) -> i32 {
    let today = context.today.year();
    context.death(person).and_then(|date| date.years().hi).map_or(today, |year| year.min(today))
}

/// The years in which `date` can be, both sides closed.
pub(super) fn years_of(date: Option<PartialDate>) -> Option<Years> {
    Years::closed(date?.years())
}
