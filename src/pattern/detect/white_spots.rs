//! P21, white spots: how much is unknown in each generation of each branch.
//!
//! Everybody who can carry facts is in exactly one branch. A couple of whom no parents are known
//! heads one; so does each of their children, who takes along partner and descendants; where two
//! such branches have a child together, a new branch begins at that couple.
//!
//! Matches: nothing is entered for aunt Aafke, while debts and stress are known of the others.
//! Does not: somebody too young for the kinds that the family has.

use std::sync::Arc;

use crate::kinship::{PersonIdx, Rows};
use crate::model::PersonId;
use crate::pattern::{Context, Standing, Theme, ThemeFacts, WhiteSpot};

/// The branches in order of their heads, with their generations. The themes are the problem kinds
/// that anybody on the map has.
pub(in crate::pattern) fn white_spots(context: &Context<'_>) -> Vec<WhiteSpot> {
    let asked = asked(context);
    let branches = Branches::of(context);
    let place = branches.places();
    let mut branch_at = vec![0; place.len()];
    for (branch, place) in (0..).zip(&place) {
        if let Some(slot) = branch_at.get_mut(*place as usize) {
            *slot = branch;
        }
    }
    let rows = context.people().filter_map(|person| {
        let place = *place.get(branches.find(person)? as usize)?;
        let mine = *asked.get(person.at())?;
        Some((place as usize, (context.kin.generation(person), mine)))
    });
    let rows = Rows::grouped(place.len(), rows);
    let mut of_branch: Vec<(u32, Asked)> = Vec::new();
    let mut heads: Vec<PersonIdx> = Vec::new();
    let mut spots = Vec::new();
    for (place, branch) in branch_at.into_iter().enumerate() {
        of_branch.clear();
        of_branch.extend_from_slice(rows.row(place));
        if of_branch.is_empty() {
            continue;
        }
        of_branch.sort_unstable_by_key(|(generation, _)| *generation);
        heads.clear();
        heads.extend_from_slice(branches.heads.row(branch));
        heads.sort_unstable_by_key(|head| (context.kin.generation(*head), *head));
        heads.dedup();
        let ids: Arc<[PersonId]> =
            heads.iter().filter_map(|it| context.kin.id(*it).cloned()).collect();
        let spot = |generation, rows: &[(u32, Asked)]| {
            let sum = rows.iter().fold(Asked::default(), |sum, (_, row)| sum.and(*row));
            sum.spot(Arc::clone(&ids), generation, context.settings.white_spot_percent)
        };
        spots.push(spot(None, &of_branch));
        for rows in of_branch.chunk_by(|a, b| a.0 == b.0) {
            spots.extend(rows.first().map(|(generation, _)| spot(Some(*generation), rows)));
        }
    }
    spots
}

/// How much was asked of some people, and how much of it is unknown.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    people: u32,
    asked: u32,
    unknown: u32,
}

impl Asked {
    const fn and(self, other: Self) -> Self {
        Self {
            people: self.people + other.people,
            asked: self.asked + other.asked,
            unknown: self.unknown + other.unknown,
        }
    }

    fn spot(self, branch: Arc<[PersonId]>, generation: Option<u32>, percent: u32) -> WhiteSpot {
        let Self { people, asked, unknown } = self;
        let named = u64::from(asked) * u64::from(percent) < u64::from(unknown) * 100;
        WhiteSpot { branch, generation, people, asked, unknown, named }
    }
}

/// For each person, how many of the family's kinds apply to them and how many are Unknown.
fn asked(context: &Context<'_>) -> Vec<Asked> {
    let is_told = |theme: &&ThemeFacts| {
        matches!(theme.theme, Theme::Kind(_)) && theme.carriers().next().is_some()
    };
    let themes: Vec<&ThemeFacts> = context.facts.themes().iter().filter(is_told).collect();
    let mut from_ages: Vec<i32> = themes.iter().map(|theme| theme.from_age).collect();
    from_ages.sort_unstable();
    let open = |person: PersonIdx| match context.age_now(person) {
        None => from_ages.len(),
        Some(age) => from_ages.partition_point(|from_age| *from_age <= age.hi),
    };
    let mut asked: Vec<Asked> = context
        .kin
        .people()
        .map(|person| open(person) as u32)
        .map(|open| Asked { people: 1, asked: open, unknown: open })
        .collect();
    for theme in themes {
        for fact in theme.facts().iter().filter(|fact| fact.standing != Standing::Unknown) {
            let Some(row) = asked.get_mut(fact.person.at()) else { continue };
            if context.implied(theme, fact.person) == Standing::NotYet {
                row.asked += 1;
            } else {
                row.unknown = row.unknown.saturating_sub(1);
            }
        }
    }
    asked
}

/// Who belongs to which branch.
#[derive(Debug, Default)]
struct Branches {
    /// The heads of each branch, by id.
    heads: Rows<PersonIdx>,
    /// By person: the newest branch of which they are the first head.
    newest: Vec<u32>,
    /// By branch: an older one with the same first head.
    older: Vec<u32>,
    /// The branch of each person who can carry facts.
    of: Vec<u32>,
}

/// No branch.
const NONE: u32 = u32::MAX;

/// `NONE` as nothing.
fn known(branch: Option<&u32>) -> Option<u32> {
    branch.copied().filter(|branch| *branch != NONE)
}

impl Branches {
    fn of(context: &Context<'_>) -> Self {
        // Everybody has a place of their own in the order of the line.
        let mut places: Vec<Option<PersonIdx>> = vec![None; context.kin.len()];
        for person in context.people() {
            if let Some(place) = places.get_mut(context.line.order(person) as usize) {
                *place = Some(person);
            }
        }
        let people: Vec<PersonIdx> = places.into_iter().flatten().collect();
        let nothing = vec![NONE; context.kin.len()];
        let mut branches = Self { newest: nothing.clone(), of: nothing, ..Self::default() };
        let (mut couple, mut partners): (Vec<PersonIdx>, Vec<PersonIdx>) = Default::default();
        let is_founder = |person: PersonIdx| context.line.parents(person).is_empty();
        for &person in people.iter().filter(|person| !is_founder(**person)) {
            let parents = || context.line.parents(person).iter().map(|link| link.person);
            // Founders have none yet.
            let mut of_parents = parents().filter_map(|parent| branches.find(parent));
            let first = of_parents.next();
            let alike = of_parents.all(|other| Some(other) == first);
            let mine = match first {
                None => branches.headed_by(&[person]),
                Some(branch) if alike => branch,
                Some(_) => {
                    couple.clear();
                    couple.extend(parents().filter(|parent| !is_founder(*parent)));
                    branches.headed_by(&couple)
                }
            };
            branches.put(person, mine);
        }
        for &person in people.iter().filter(|person| is_founder(**person)) {
            partners.clear();
            partners.extend(context.kin.partners(person).map(|(partner, _)| partner));
            partners.sort_unstable();
            let mut of_partner = partners.iter().filter(|it| !is_founder(**it));
            let mine = of_partner.find_map(|partner| branches.find(*partner));
            let mine = mine.unwrap_or_else(|| {
                couple.clear();
                couple.push(person);
                couple.extend(partners.iter().filter(|it| context.holds_facts(**it)).take(1));
                couple.sort_unstable();
                branches.headed_by(&couple)
            });
            branches.put(person, mine);
        }
        branches
    }

    fn find(&self, person: PersonIdx) -> Option<u32> {
        known(self.of.get(person.at()))
    }

    fn put(&mut self, person: PersonIdx, branch: u32) {
        if let Some(place) = self.of.get_mut(person.at()) {
            *place = branch;
        }
    }

    /// The branch of exactly these heads.
    fn headed_by(&mut self, heads: &[PersonIdx]) -> u32 {
        let first = heads.first().map_or(usize::MAX, |head| head.at());
        let known = self.under(first).find(|at| self.heads.row(*at as usize) == heads);
        known.unwrap_or_else(|| {
            let number = self.heads.len() as u32;
            self.heads.push_row(heads.iter().copied());
            let newest = self.newest.get_mut(first);
            self.older.push(newest.map_or(NONE, |newest| std::mem::replace(newest, number)));
            number
        })
    }

    /// The branches of which the person at `first` is the first head, newest first.
    fn under(&self, first: usize) -> impl Iterator<Item = u32> {
        let newest = known(self.newest.get(first));
        std::iter::successors(newest, |at| known(self.older.get(*at as usize)))
    }

    /// Where each branch stands in order of the heads.
    fn places(&self) -> Vec<u32> {
        let mut places = vec![0; self.heads.len()];
        let mut place = 0;
        let mut same: Vec<u32> = Vec::new();
        for first in 0..self.newest.len() {
            same.clear();
            same.extend(self.under(first));
            same.sort_unstable_by_key(|at| self.heads.row(*at as usize));
            for &branch in &same {
                if let Some(slot) = places.get_mut(branch as usize) {
                    *slot = place;
                    place += 1;
                }
            }
        }
        places
    }
}
