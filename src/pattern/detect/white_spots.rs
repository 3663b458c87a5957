//! P21, white spots: how much is unknown in each generation of each branch.
//!
//! Everybody who can carry facts is in exactly one branch. A couple of whom no parents are known
//! heads one; so does each of their children, who takes along partner and descendants; where two
//! such branches have a child together, a new branch begins at that couple.
//!
//! Matches: nothing is entered for aunt Aafke, while debts and stress are known of the others.
//! Does not: somebody too young for the kinds that the family has.

use std::collections::BTreeMap;

use crate::kinship::PersonIdx;
use crate::pattern::{Context, Standing, Theme, ThemeFacts, WhiteSpot};

/// How much was asked of some people, and how much of it is unknown.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    people: u32,
    asked: u32,
    unknown: u32,
}

/// The branches as a whole (`generation: None`) and their generations, in order of their heads.
/// The themes are the problem kinds that anybody on the map has.
pub(in crate::pattern) fn white_spots(context: &Context<'_>) -> Vec<WhiteSpot> {
    let asked = asked(context);
    let mut branches: BTreeMap<Vec<PersonIdx>, BTreeMap<Option<u32>, Asked>> = BTreeMap::new();
    for (person, heads) in branch_of(context) {
        let Some(mine) = asked.get(person.at()) else { continue };
        let rows = branches.entry(heads).or_default();
        for generation in [None, Some(context.kin.generation(person))] {
            let row = rows.entry(generation).or_default();
            row.people += 1;
            row.asked += mine.asked;
            row.unknown += mine.unknown;
        }
    }
    let limit = u64::from(context.settings.white_spot_percent);
    let mut spots = Vec::new();
    for (heads, rows) in branches {
        for (generation, row) in rows {
            let named = u64::from(row.asked) * limit < u64::from(row.unknown) * 100;
            spots.push(WhiteSpot {
                branch: context.ids(heads.clone()),
                generation,
                people: row.people,
                asked: row.asked,
                unknown: row.unknown,
                named,
            });
        }
    }
    spots
}

/// For each person, how many of the family's kinds apply to them and how many are Unknown.
fn asked(context: &Context<'_>) -> Vec<Asked> {
    let is_told = |theme: &&ThemeFacts<'_>| {
        matches!(theme.theme, Theme::Kind(_)) && theme.carriers().next().is_some()
    };
    let themes: Vec<&ThemeFacts<'_>> = context.facts.themes().iter().filter(is_told).collect();
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

/// Everybody with the heads of their branch.
fn branch_of(context: &Context<'_>) -> Vec<(PersonIdx, Vec<PersonIdx>)> {
    let mut people: Vec<PersonIdx> = context.people().collect();
    people.sort_unstable_by_key(|person| (context.line.order(*person), *person));
    let is_founder = |person: PersonIdx| context.line.parents(person).is_empty();
    let mut heads: BTreeMap<PersonIdx, Vec<PersonIdx>> = BTreeMap::new();
    for &person in people.iter().filter(|person| !is_founder(**person)) {
        let parents = context.line.parents(person);
        let elder: Vec<PersonIdx> =
            parents.iter().map(|link| link.person).filter(|it| !is_founder(*it)).collect();
        let of_parents: Vec<&Vec<PersonIdx>> =
            elder.iter().filter_map(|parent| heads.get(parent)).collect();
        let mine = match of_parents.as_slice() {
            [] => vec![person],
            [first, rest @ ..] if rest.iter().all(|other| other == first) => (*first).clone(),
            _ => elder,
        };
        heads.insert(person, mine);
    }
    for &person in people.iter().filter(|person| is_founder(**person)) {
        let mut partners: Vec<PersonIdx> =
            context.kin.partners(person).map(|(partner, _)| partner).collect();
        partners.sort_unstable();
        let of_partner = partners.iter().filter(|it| !is_founder(**it));
        let mine = of_partner.filter_map(|partner| heads.get(partner)).next().cloned();
        let mine = mine.unwrap_or_else(|| {
            let mut couple = vec![person];
            couple.extend(partners.iter().filter(|it| context.holds_facts(**it)).take(1));
            couple.sort_unstable();
            couple
        });
        heads.insert(person, mine);
    }
    heads.into_iter().collect()
}
