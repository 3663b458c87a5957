//! What a good order is: the soft rules of each row and what breaking them costs.
//!
//! Some families cannot have everything: where two partners both have siblings whose partners' families
//! are drawn, too, either lines cross, or a couple stands apart, or a sibship leaves its age order. The
//! weights let a couple apart cost a little more than a crossing, and age half of that.

#![expect(clippy::indexing_slicing, reason = "indices come from our own tables")]

use super::graph::{FEW_ITEMS, Graph, ONE_SCREEN};
use super::kin::{Kin, index};
use super::told::bonds_in_time;
use crate::layout::{AgeRule, Nearest, Options, Side, SideRule};

/// Two unions' lines cross.
pub(super) const CROSSING: i64 = 40;
/// A pair of siblings against their age in families of more than [`FEW_ITEMS`] up to [`ONE_SCREEN`]
/// items: they are grown and sifted, and what that saves in crossings they would else pay in ages.
const AGAINST_AGE_ON_ONE_SCREEN: i64 = 34;
/// Two partners stand apart with somebody between them who is no other partner of either, in families
/// of up to so many items: the more people there are, the longer one looks for a partner who stands
/// elsewhere.
const COUPLE_APART: [(usize, i64); 2] = [(FEW_ITEMS, 48), (ONE_SCREEN, 110)];
/// The same in larger families.
const COUPLE_APART_AMONG_HUNDREDS: i64 = 180;
/// And for every such person.
pub(super) const STRANGER_IN_COUPLE: i64 = 8;
/// Another partner of one of them stands between two partners.
pub(super) const PARTNER_IN_COUPLE: i64 = 8;
/// Somebody stands in a sibship who does not belong to it.
pub(super) const STRANGER_IN_SIBSHIP: i64 = 8;
/// Somebody who prefers the left stands right of the partner.
pub(super) const WRONG_SIDE: i64 = 3;
/// The partner who should be nearest is not.
pub(super) const WRONG_NEAREST: i64 = 5;
/// Two pinned people stand in the wrong order. More than anything else can cost.
pub(super) const PIN_BROKEN: i64 = 1_000_000;

/// So many times as bad as for two partners it is when somebody stands between twins: they hang from one
/// point, and whoever stands there would seem to be born with them.
const TWINS_APART: usize = 2;

/// People with more partners than this get no rules about which of them stands where, and sibships
/// with more company than this no list of it: such numbers are mistakes in a file, and rules about
/// pairs of them would take time with the square of the number.
const MANY: usize = 24;

/// In sibships longer than any real one, only the next so many siblings are compared by age.
const MOST_YOUNGER: usize = 24;

/// The rules of one row.
#[derive(Clone, Debug, Default)]
pub(super) struct RowRules {
    /// Partners who stand in this row; also twins, whom nothing may part either.
    pub couples: Vec<Couple>,
    /// Siblings who stand in this row.
    pub sibships: Vec<Sibship>,
    /// Pairs of partners of one person: who should stand nearer, who further away.
    pub nearest: Vec<Nearer>,
    /// Pinned people, from left to right.
    pub pinned: Vec<u32>,
}

/// Two partners in one row.
#[derive(Clone, Debug)]
pub(super) struct Couple {
    /// One partner; the one who prefers the left, if exactly one does.
    pub left: u32,
    /// The other.
    pub right: u32,
    /// What it costs if `right` stands left of `left`.
    pub wrong_side: i64,
    /// Other partners of either in this row.
    pub others: Vec<u32>,
}

/// Siblings in one row.
#[derive(Clone, Debug)]
pub(super) struct Sibship {
    /// All of them.
    pub members: Vec<u32>,
    /// Pairs of them by age.
    pub by_age: Vec<Elder>,
    /// People who may stand among them: partners of theirs, and partners of those.
    pub company: Vec<u32>,
}

/// `elder` should stand left of `younger`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Elder {
    /// Who was born earlier, as far as is known or told.
    pub elder: u32,
    /// Who was born later.
    pub younger: u32,
    /// How many pairs of siblings this stands for.
    pub times: u32,
}

/// `near` should stand nearer to `person` than `far`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Nearer {
    /// Who has several partners.
    pub person: u32,
    /// The partner who should stand nearer.
    pub near: u32,
    /// The partner who should stand further away.
    pub far: u32,
}

/// What differs from family to family in what breaking a rule costs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Prices {
    /// A pair of siblings against their age.
    pub against_age: i64,
    /// Two partners with a stranger between them.
    pub couple_apart: i64,
}

/// All soft rules of a family.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    /// By row.
    pub rows: Vec<RowRules>,
    /// What breaking them costs.
    pub prices: Prices,
}

impl Rules {
    /// The rules for `kin` under `options`.
    pub(super) fn new(kin: &Kin, graph: &Graph, options: &Options) -> Self {
        let is_one_screen = (FEW_ITEMS + 1..=ONE_SCREEN).contains(&graph.items());
        let against_age = match options.by_age {
            AgeRule::Soft if is_one_screen => AGAINST_AGE_ON_ONE_SCREEN,
            AgeRule::Soft => 20,
            AgeRule::Strict => 60,
            AgeRule::Off => 0,
        };
        let price = COUPLE_APART.iter().find(|(most, _)| graph.items() <= *most);
        let couple_apart = price.map_or(COUPLE_APART_AMONG_HUNDREDS, |&(_, price)| price);
        let prices = Prices { against_age, couple_apart };
        let mut rules = Self { rows: vec![RowRules::default(); graph.gaps.len()], prices };
        for at in 0..kin.bonds.len() {
            rules.add_couple(kin, at, options);
            rules.add_sibship(kin, graph, at);
        }
        for born in kin.twins() {
            rules.add_twins(kin, &born);
        }
        for person in 0..index(kin.people()) {
            rules.add_nearest(kin, person, options);
        }
        let mut pinned: Vec<(f64, u32)> = (0..index(kin.people()))
            .filter_map(|person| Some((kin.pin[person as usize]?, person)))
            .collect();
        pinned.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for (_, person) in pinned {
            rules.rows[kin.row[person as usize]].pinned.push(person);
        }
        rules
    }

    fn add_couple(&mut self, kin: &Kin, at: usize, options: &Options) {
        let [a, b] = kin.bonds[at].partners[..] else { return };
        let row = kin.row[a as usize];
        if row != kin.row[b as usize] {
            return;
        }
        let wants_left = |p: u32| match kin.side[p as usize] {
            Side::Left => -1,
            Side::Either => 0,
            Side::Right => 1,
        };
        let (left, right) = if wants_left(b) < wants_left(a) { (b, a) } else { (a, b) };
        // Only where one prefers the left and the other the right: a man beside somebody of unknown
        // sex is right on either side.
        let matters = wants_left(left) < 0 && 0 < wants_left(right);
        let wrong_side = if matters && options.man_left == SideRule::Soft { WRONG_SIDE } else { 0 };
        let mut others: Vec<u32> = [a, b]
            .iter()
            .flat_map(|&p| kin.as_partner[p as usize].iter().map(move |&bond| (p, bond)))
            .filter_map(|(p, bond)| kin.partner(bond, p))
            .take(2 * MANY)
            .filter(|&other| other != a && other != b && kin.row[other as usize] == row)
            .collect();
        others.sort_unstable();
        others.dedup();
        self.rows[row].couples.push(Couple { left, right, wrong_side, others });
    }

    /// Each of the twins beside the next, their partners at the outside.
    fn add_twins(&mut self, kin: &Kin, born: &[u32]) {
        for pair in born.windows(2) {
            let (left, right) = (pair[0], pair[1]);
            let row = kin.row[left as usize];
            if row == kin.row[right as usize] {
                let others = born.iter().copied().filter(|p| !pair.contains(p)).collect();
                let twins = Couple { left, right, wrong_side: 0, others };
                self.rows[row].couples.extend(std::iter::repeat_n(twins, TWINS_APART));
            }
        }
    }

    /// Siblings who stand lower than the others are represented by the line that leads to them.
    fn add_sibship(&mut self, kin: &Kin, graph: &Graph, at: usize) {
        let children = &kin.bonds[at].children;
        let Some(row) = children.iter().map(|&child| kin.row[child as usize]).min() else { return };
        let stands_for = |&child: &u32| match kin.row[child as usize] == row {
            true => Some(child),
            false => graph.passing_to(index(at), child, row),
        };
        let members: Vec<u32> = children.iter().filter_map(stands_for).collect();
        if members.len() < 2 {
            return;
        }
        let by_age = pairs_by_age(&members);
        let mut company = Vec::new();
        for &child in children {
            for &bond in kin.as_partner[child as usize].iter().take(MANY) {
                let Some(partner) = kin.partner(bond, child) else { continue };
                company.push(partner);
                let further = kin.as_partner[partner as usize].iter().take(MANY);
                company.extend(further.filter_map(|&bond| kin.partner(bond, partner)));
            }
        }
        let mut sorted = members.clone();
        sorted.sort_unstable();
        let is_member = |p: &u32| sorted.binary_search(p).is_ok();
        company.retain(|p| kin.row[*p as usize] == row && !is_member(p));
        company.sort_unstable();
        company.dedup();
        self.rows[row].sibships.push(Sibship { members, by_age, company });
    }

    /// Lets the pinned people of each row change places among themselves until they stand by their
    /// pins.
    pub(super) fn put_pinned_in_order(&self, rows: &mut [Vec<u32>]) {
        for (row, rules) in rows.iter_mut().zip(&self.rows) {
            let mut pinned = rules.pinned.iter().copied();
            for item in row.iter_mut().filter(|item| rules.pinned.contains(item)) {
                *item = pinned.next().unwrap_or(*item);
            }
        }
    }

    fn add_nearest(&mut self, kin: &Kin, person: u32, options: &Options) {
        let bonds = &kin.as_partner[person as usize];
        if bonds.len() < 2 || MANY < bonds.len() {
            return;
        }
        let row = kin.row[person as usize];
        let mut bonds = bonds_in_time(kin, person);
        if options.nearest == Nearest::Current {
            bonds.reverse();
            bonds.sort_by_key(|&bond| !kin.bonds[bond as usize].current);
        }
        for (nth, &near_bond) in bonds.iter().enumerate() {
            for &far_bond in &bonds[nth + 1..] {
                let pair = kin.partner(near_bond, person).zip(kin.partner(far_bond, person));
                let Some((near, far)) = pair else { continue };
                let is_level = kin.row[near as usize] == row && kin.row[far as usize] == row;
                if near != far && is_level {
                    self.rows[row].nearest.push(Nearer { person, near, far });
                }
            }
        }
    }
}

/// Pairs of siblings, who are sorted by age.
fn pairs_by_age(siblings: &[u32]) -> Vec<Elder> {
    let mut pairs = Vec::with_capacity(siblings.len() * siblings.len().min(MOST_YOUNGER) / 2);
    for (nth, &elder) in siblings.iter().enumerate() {
        let younger = siblings[nth + 1..].iter().take(MOST_YOUNGER);
        pairs.extend(younger.map(|&younger| Elder { elder, younger, times: 1 }));
    }
    pairs
}
