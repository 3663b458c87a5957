//! The family with everybody in a canonical order, so that the order of the input plays no part.
//!
//! People are numbered by birth and then by a fingerprint of their surroundings (colour refinement,
//! Weisfeiler and Leman 1968, a few rounds). Only people whose surroundings look the same keep the
//! order of the input among each other, which gives the same picture with other names. The order in
//! which children and unions are told does play a part: where years tie or are missing, it stands for
//! their age (see `told`).

#![expect(clippy::indexing_slicing, reason = "`tidy` checks every index that comes from outside")]

use super::told;
use crate::kinship::generation::{Ties, generations};
use crate::layout::{ChildPlace, Family, Member, Pin, Side, Union, tangle};

/// Rounds of colour refinement: how many bonds away a difference is seen.
const ROUNDS_SMALL: usize = 10;
const ROUNDS_LARGE: usize = 3;
/// From this many people on the rounds are few, because they take time and ties are harmless.
const LARGE: usize = 1_000;

/// The family as the phases of ordering see it. People and bonds are named by canonical index.
#[derive(Clone, Debug, Default)]
pub(super) struct Kin {
    /// Index in the input of each person.
    pub original: Vec<usize>,
    /// Row of each person.
    pub row: Vec<usize>,
    /// How many rows there are.
    pub n_rows: usize,
    /// Preferred side in a couple.
    pub side: Vec<Side>,
    /// Where the user wants this person in the row.
    pub pin: Vec<Option<f64>>,
    /// The unions.
    pub bonds: Vec<Bond>,
    /// The bonds in which a person is a partner.
    pub as_partner: Vec<Vec<u32>>,
    /// The bond under which a person stands.
    pub home: Vec<Option<u32>>,
    /// Place among those who stand under the same bond, the eldest first; NaN for who stands under
    /// none.
    pub nth: Vec<f64>,
}

/// A union.
#[derive(Clone, Debug, Default)]
pub(super) struct Bond {
    /// Index in the input.
    pub original: usize,
    /// Up to two different people.
    pub partners: Vec<u32>,
    /// Children who stand here, the eldest first, as far as is known or told.
    pub children: Vec<u32>,
    /// Children who stand elsewhere.
    pub second: Vec<u32>,
    /// Those of `second` who stand below these partners all the same.
    below: Vec<u32>,
    /// Those of `children` who were born together with others, with the number of that birth.
    twins: Vec<(u32, u32)>,
    /// Does it go on today?
    pub current: bool,
    /// When it began, NaN where unknown.
    pub from: f64,
    /// Fingerprint of its surroundings.
    colour: u64,
}

impl Kin {
    /// Reads `family`. Whatever is contradictory in it (indices of nobody, a child of itself, a
    /// second home) is left out or set right here, so that nobody after this needs to ask.
    pub(super) fn new(family: &Family) -> Self {
        let mut bonds = tidy(family);
        let colours = colour(family, &mut bonds);
        let mut original = canonical_order(family, &colours);
        let mut number = vec![0_u32; original.len()];
        for (new, &old) in original.iter().enumerate() {
            number[old] = index(new);
        }
        for bond in &bonds {
            told::number_as_told(family, &bond.children, &mut number);
        }
        for bond in &mut bonds {
            bond.children = told::eldest_first(family, bond.original, &bond.children);
            let Bond { partners, children, second, below, .. } = bond;
            for list in [&mut *partners, children, second, below] {
                for person in list.iter_mut() {
                    *person = number[*person as usize];
                }
            }
            for list in [partners, second, below] {
                list.sort_unstable();
            }
            for (_, person) in &mut bond.twins {
                *person = number[*person as usize];
            }
            bond.twins.sort_unstable();
        }
        for (old, &new) in number.iter().enumerate() {
            original[new as usize] = old;
        }
        let bonds = in_canonical_order(bonds);
        let members: Vec<&Member> = original.iter().map(|&old| &family.people[old]).collect();
        let born: Vec<f64> =
            members.iter().map(|m| m.birth.filter(|b| b.is_finite()).unwrap_or(f64::NAN)).collect();
        let row = generations(&ties(&born, &bonds));
        let mut kin = Self {
            n_rows: row.iter().max().map_or(0, |&most| most + 1),
            row,
            side: members.iter().map(|member| member.side).collect(),
            pin: members.iter().map(|member| member.pin.map(pinned_x)).collect(),
            as_partner: vec![Vec::new(); original.len()],
            home: vec![None; original.len()],
            nth: vec![f64::NAN; original.len()],
            original,
            bonds,
        };
        for (at, bond) in kin.bonds.iter().enumerate() {
            for &person in &bond.partners {
                kin.as_partner[person as usize].push(index(at));
            }
            for (nth, &child) in bond.children.iter().enumerate() {
                kin.home[child as usize] = Some(index(at));
                kin.nth[child as usize] = nth as f64;
            }
        }
        kin
    }

    /// How many people there are.
    pub(super) fn people(&self) -> usize {
        self.original.len()
    }

    /// Twins (and more) under one bond, by birth.
    pub(super) fn twins(&self) -> impl Iterator<Item = Vec<u32>> {
        let births = self.bonds.iter().flat_map(|bond| bond.twins.chunk_by(|a, b| a.0 == b.0));
        let births = births.filter(|born| 1 < born.len());
        births.map(|born| born.iter().map(|&(_, person)| person).collect())
    }

    /// The other partner of a bond, if there is one.
    pub(super) fn partner(&self, bond: u32, person: u32) -> Option<u32> {
        self.bonds[bond as usize].partners.iter().copied().find(|&other| other != person)
    }
}

/// Bonds by who belongs to them.
fn in_canonical_order(mut bonds: Vec<Bond>) -> Vec<Bond> {
    // Both partners in one number: mostly all that is compared.
    let partners = |bond: &Bond| {
        let partner = |nth: usize| bond.partners.get(nth).map_or(0, |&p| 1 + u64::from(p));
        (partner(0) << 32) | partner(1)
    };
    let mut order: Vec<(u64, usize)> = bonds.iter().map(partners).zip(0..).collect();
    order.sort_unstable_by(|&(one, x), &(other, y)| {
        let (a, b) = (&bonds[x], &bonds[y]);
        one.cmp(&other)
            .then_with(|| {
                (&a.children, &a.second, &a.below).cmp(&(&b.children, &b.second, &b.below))
            })
            .then(a.from.total_cmp(&b.from))
            .then(a.colour.cmp(&b.colour))
            .then(x.cmp(&y))
    });
    order.into_iter().map(|(_, at)| std::mem::take(&mut bonds[at])).collect()
}

fn pinned_x(pin: Pin) -> f64 {
    match pin {
        Pin::At(x) | Pin::Near(x) => x,
    }
}

/// Indices of people, bonds and links fit: a family of four thousand million does not fit in memory.
pub(super) fn index(at: usize) -> u32 {
    at as u32
}

fn tidy(family: &Family) -> Vec<Bond> {
    let people = family.people.len();
    let mut has_home = vec![false; people];
    let mut bonds = Vec::with_capacity(family.unions.len());
    let counted = tangle::counted(family);
    let unions = family.unions.iter().enumerate().zip(counted).filter(|(_, counts)| *counts);
    for ((original, union), _) in unions {
        let Union { partners, children, from, current } = union;
        let mut bond = Bond { original, current: *current, ..Bond::default() };
        bond.from = from.unwrap_or(f64::NAN);
        for &person in partners.iter().filter(|&&person| person < people) {
            if bond.partners.len() < 2 && !bond.partners.contains(&index(person)) {
                bond.partners.push(index(person));
            }
        }
        for child in children.iter().filter(|child| child.person < people) {
            let person = index(child.person);
            if bond.partners.contains(&person) {
                continue;
            }
            if child.place == ChildPlace::Home && !has_home[child.person] {
                has_home[child.person] = true;
                bond.children.push(person);
                bond.twins.extend(child.twin.map(|twin| (twin, person)));
            } else {
                bond.second.push(person);
                if child.place != ChildPlace::Second {
                    bond.below.push(person);
                }
            }
        }
        for list in [&mut bond.second, &mut bond.below] {
            list.sort_unstable();
            list.dedup();
        }
        bonds.push(bond);
    }
    for bond in &mut bonds {
        let Bond { children, second, below, .. } = bond;
        second.retain(|person| !children.contains(person));
        below.retain(|person| !children.contains(person));
    }
    bonds
}

fn ties(born: &[f64], bonds: &[Bond]) -> Ties {
    let mut ties = Ties {
        people: born.len(),
        born: born.iter().map(|&born| Some(born).filter(|born| !born.is_nan())).collect(),
        ..Ties::default()
    };
    for bond in bonds {
        if let [a, b] = bond.partners[..] {
            ties.level.push([a as usize, b as usize]);
        }
        if bond.partners.is_empty() {
            let pairs = bond.children.windows(2);
            ties.level.extend(pairs.map(|pair| [pair[0] as usize, pair[1] as usize]));
        }
        for &parent in &bond.partners {
            let below = |&child: &u32| [parent as usize, child as usize];
            ties.descents.extend(bond.children.iter().chain(&bond.below).map(below));
            ties.fosters.extend(bond.second.iter().map(below));
        }
    }
    ties
}

/// Gives people and bonds fingerprints that do not depend on their index.
fn colour(family: &Family, bonds: &mut [Bond]) -> Vec<u64> {
    const PARTNER: u64 = 1;
    const CHILD: u64 = 2;
    const SECOND: u64 = 3;
    let mut people: Vec<u64> = family.people.iter().map(person_colour).collect();
    let rounds = if people.len() < LARGE { ROUNDS_SMALL } else { ROUNDS_LARGE };
    let mut sums = vec![0_u64; people.len()];
    for _ in 0..rounds {
        sums.fill(0);
        for bond in bonds.iter_mut() {
            let mut sum = mix(bond.from.to_bits() ^ u64::from(bond.current));
            let roles =
                [(PARTNER, &bond.partners), (CHILD, &bond.children), (SECOND, &bond.second)];
            for (role, list) in roles {
                for &person in list {
                    sum = sum.wrapping_add(mix(people[person as usize] ^ mix(role)));
                }
            }
            bond.colour = mix(sum);
            for (role, list) in roles {
                for &person in list {
                    let sum = &mut sums[person as usize];
                    *sum = sum.wrapping_add(mix(bond.colour ^ mix(role)));
                }
            }
        }
        for (colour, &sum) in people.iter_mut().zip(&sums) {
            *colour = mix(*colour ^ mix(sum));
        }
    }
    people
}

fn person_colour(member: &Member) -> u64 {
    let side = match member.side {
        Side::Left => 1,
        Side::Right => 2,
        Side::Either => 3,
    };
    let pin = match member.pin {
        None => 0,
        Some(Pin::At(x)) => mix(x.to_bits()),
        Some(Pin::Near(x)) => mix(!x.to_bits()),
    };
    mix(member.birth.unwrap_or(f64::NAN).to_bits() ^ mix(side ^ pin))
}

/// Spreads the bits (the finaliser of SplitMix64, Steele, Lea and Flood 2014).
fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn canonical_order(family: &Family, colours: &[u64]) -> Vec<usize> {
    /// The bits of a number, so that they compare as it does (as in `f64::total_cmp`).
    fn ordered(value: f64) -> u64 {
        let bits = value.to_bits();
        if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
    }
    let births = family.people.iter().map(|member| member.birth.filter(|b| b.is_finite()));
    // Side by side in memory: they are compared over and over.
    let mut order: Vec<(u64, u64, u32)> = births
        .zip(colours)
        .zip(0..)
        .map(|((birth, &colour), at)| (ordered(birth.unwrap_or(f64::INFINITY)), colour, at))
        .collect();
    order.sort_unstable();
    order.into_iter().map(|(_, _, at)| at as usize).collect()
}
