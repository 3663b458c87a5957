//! The years of a childhood in which something of a parent or carer played.

use super::course::{Course, Years, last_year, years_of};
use crate::catalogue::CHILDHOOD_ENDS;
use crate::kinship::{Link, PersonIdx};
use crate::model::{Bond, Child, GoingOn, Housemate};
use crate::pattern::Context;

/// A set of ages 0–17, one bit a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ChildYears(u32);

impl ChildYears {
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The first and the last age; `None` when empty.
    pub(super) fn ends(self) -> Option<(i32, i32)> {
        let first = self.0.trailing_zeros();
        (!self.is_empty()).then(|| (first as i32, (31 - self.0.leading_zeros()) as i32))
    }

    fn between(from: i32, to: i32) -> Self {
        let ages = from.max(0)..=to.min(i32::from(CHILDHOOD_ENDS) - 1);
        Self(ages.fold(0, |set, age| set | 1 << age))
    }
}

/// Does `child` live now with the parent or carer of `link`, as far as is known? Who lives in which
/// household says most; without it the bonds say something.
pub(in crate::pattern) fn lives_with_now(
    context: &Context<'_>,
    child: PersonIdx,
    link: &Link,
) -> bool {
    if lives_elsewhere(context, child, link.person) || is_placed_out_now(context, child, link) {
        return false;
    }
    // Of a baby "of about this year" no year was surely lived, and it lives somewhere all the same.
    let childhood = Childhood::of(context, child).filter(|it| !it.lived.is_empty());
    let Some(childhood) = childhood else { return link.bond != Bond::Donor };
    let age = (context.today.year() - childhood.born).min(i32::from(CHILDHOOD_ENDS) - 1);
    let now = ChildYears::between(age, age);
    // The year of birth may be a range: the last year that surely was lived stands for today.
    let now = if now.and(childhood.lived).is_empty() {
        childhood.lived.ends().map_or(now, |(_, last)| ChildYears::between(last, last))
    } else {
        now
    };
    !childhood.beside(context, child, link).and(now).is_empty()
}

/// Do the households say that `child` does not live with `carer`: they did and do not any more, or
/// it lives with another grown-up and not with this one?
fn lives_elsewhere(context: &Context<'_>, child: PersonIdx, carer: PersonIdx) -> bool {
    let today = context.today.year();
    let is_here = |mate: &&Housemate| {
        let came = mate.from.and_then(|from| from.years().lo).is_none_or(|year| year <= today);
        let left = mate.until.and_then(|until| until.years().hi).is_some_and(|year| year <= today);
        came && !left
    };
    let (child_id, carer_id) = (context.kin.id(child), context.kin.id(carer));
    let is_grown_up = |mate: &&Housemate| {
        let person = context.kin.find(&mate.person).filter(|it| context.holds_facts(*it));
        let age = person.map(|it| context.age_now(it));
        age.is_some_and(|age| age.is_none_or(|age| i32::from(CHILDHOOD_ENDS) <= age.hi))
    };
    let mut is_elsewhere = false;
    for household in context.map.households.values() {
        let members = &household.members;
        let was_in = |id| members.iter().any(|mate| Some(&mate.person) == id);
        let is_in = |id| members.iter().filter(is_here).any(|mate| Some(&mate.person) == id);
        if is_in(child_id) && is_in(carer_id) {
            return false;
        }
        let mut others = members.iter().filter(|mate| Some(&mate.person) != child_id);
        is_elsewhere |= was_in(child_id) && was_in(carer_id);
        is_elsewhere |= is_in(child_id) && others.any(|it| is_here(&it) && is_grown_up(&it));
    }
    is_elsewhere
}

/// Is it entered that `child` does not live at home now? With a foster parent it then may live.
fn is_placed_out_now(context: &Context<'_>, child: PersonIdx, link: &Link) -> bool {
    let mut courses = context.courses.of_person(child).iter();
    link.bond.is_full()
        && courses.any(|course| {
            let is_it = context.courses.kind_of(course).is_some_and(|kind| kind.is_placed_out);
            is_it && course.entry.going_on == GoingOn::Now
        })
}

/// The childhood of one person, in years.
#[derive(Clone, Copy, Debug)]
pub(super) struct Childhood {
    /// The year of birth; the latest where it is not exact.
    pub born: i32,
    /// The ages that surely were lived.
    lived: ChildYears,
    /// The ages at which the child surely lived elsewhere than with parents by birth or adoption.
    elsewhere: ChildYears,
}

impl Childhood {
    /// `None` when the year of birth is open, or the child cannot carry facts.
    pub(super) fn of(context: &Context<'_>, child: PersonIdx) -> Option<Self> {
        let birth = years_of(context.birth(child).filter(|_| context.holds_facts(child)))?;
        let oldest = last_year(context, child) - birth.hi;
        let unsure = birth.hi - birth.lo;
        let lived = ChildYears::between(0, oldest.min(i32::from(CHILDHOOD_ENDS) - 1 - unsure));
        let mut childhood = Self { born: birth.hi, lived, elsewhere: ChildYears::default() };
        childhood.elsewhere = childhood.placed_out(context, child);
        Some(childhood)
    }

    fn ages(self, years: Years) -> ChildYears {
        ChildYears::between(years.lo - self.born, years.hi - self.born).and(self.lived)
    }

    fn placed_out(self, context: &Context<'_>, child: PersonIdx) -> ChildYears {
        let own = context.courses.of_person(child).iter();
        let away = own.filter(|course| {
            context.courses.kind_of(course).is_some_and(|kind| kind.is_placed_out)
        });
        let entered = away.filter_map(Course::active);
        let links = context.kin.parents(child).filter(|link| link.bond == Bond::Foster);
        let fostered = links.filter_map(|link| {
            let bond = Self::bond(context, child, &link)?;
            (bond.bond == Bond::Foster && bond.from.is_some()).then(|| self.with(bond))
        });
        let entered = entered.map(|years| self.ages(years));
        entered.chain(fostered).fold(ChildYears::default(), ChildYears::or)
    }

    fn bond<'a>(context: &Context<'a>, child: PersonIdx, link: &Link) -> Option<&'a Child> {
        context.union(link.union)?.child(context.kin.id(child)?)
    }

    /// The ages at which the child surely lived under a bond that is not birth; all of them where
    /// nobody says since when.
    fn with(self, bond: &Child) -> ChildYears {
        let from = bond.from.and_then(|date| date.years().hi).map_or(0, |year| year - self.born);
        let until = bond.until.and_then(|date| date.years().lo);
        let to = until.map_or(i32::from(CHILDHOOD_ENDS) - 1, |year| year - self.born);
        ChildYears::between(from, to).and(self.lived)
    }

    /// The ages at which the child lived, as far as is known, with the parent or carer of `link`.
    pub(super) fn beside(self, context: &Context<'_>, child: PersonIdx, link: &Link) -> ChildYears {
        match link.bond {
            Bond::Donor => ChildYears::default(),
            Bond::Birth => self.lived.without(self.elsewhere),
            Bond::Adopted => {
                let bond = Self::bond(context, child, link);
                bond.map_or(self.lived, |bond| self.with(bond)).without(self.elsewhere)
            }
            Bond::Foster | Bond::Step | Bond::Guardian => {
                Self::bond(context, child, link).map_or(self.lived, |bond| self.with(bond))
            }
        }
    }

    /// The ages at which `course` of somebody played.
    pub(super) fn during(self, course: &Course<'_>) -> ChildYears {
        course.active().map_or(ChildYears::default(), |years| self.ages(years))
    }
}
