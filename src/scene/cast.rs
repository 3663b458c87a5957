//! Who is drawn, and how much room everybody needs: a family map made ready for layout.

use std::collections::{BTreeMap, BTreeSet};

use crate::fonts::{Weight, text_width};
use crate::geometry::{Size, snap};
use crate::i18n::Texts;
use crate::kinship::{Kinship, Reach, around};
use crate::layout::{self, ChildPlace, Member, Pin, Side};
use crate::model::{
    Bond, Drawn, FamilyMap, Gender, Household, Party, Person, PersonId, Support, SupportId,
    Supported, Union, UnionId,
};
use crate::scene::badge::{self, Badges};
use crate::scene::fit::whole;
use crate::scene::metrics::Metrics;
use crate::scene::person::Symbol;
use crate::scene::view::View;
use crate::scene::words;

/// The widest a name may be before it is broken, at the size of the design.
const NAME_WIDTH: f64 = 136.0;
/// The most lines of a name.
const MOST_NAME_LINES: usize = 8;
/// Free space at either side of a label.
const SIDE: f64 = 7.0;
/// The narrowest box: neighbours keep room for a partner line with its marks.
const NARROWEST: f64 = 120.0;
/// The same of names alone: there are no marks.
const BARE_NARROWEST: f64 = 88.0;
/// The widest a name may be there before it is broken, whatever the size of the symbols.
const BARE_NAME_WIDTH: f64 = 104.0;
/// The same for partners who came together again: the words stand between them.
const NARROWEST_AGAIN: f64 = 164.0;

/// Nobody is put further from the middle by hand, in the sizes of the design: ten thousand people side by
/// side. A file can say 1e200, and lines as long as that fill every memory.
const FURTHEST: f64 = 1_000_000.0;

/// Everybody who is drawn, by index, and the family as layout wants it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    /// The people, by id; their index is that of layout.
    pub people: Vec<PersonId>,
    /// The unions, by id; their index is that of layout.
    pub unions: Vec<UnionId>,
    /// What layout needs to know.
    pub family: layout::Family,
    /// What stands under each symbol.
    pub(super) plates: Vec<Plate>,
    /// The strands of the view that loop around each person, from the inside.
    pub(super) loops: BTreeMap<PersonId, Vec<usize>>,
    /// How many people are folded away below somebody.
    pub(super) folded: BTreeMap<PersonId, usize>,
    /// Of every tie of those who help: the people at one of whom it ends.
    pub(super) tied: BTreeMap<SupportId, Vec<Vec<usize>>>,
    /// Who has a line with those who help.
    pub(super) lined: BTreeMap<SupportId, Vec<usize>>,
    /// Unions whose partners share an ancestor by birth.
    pub(super) blood_relatives: BTreeSet<UnionId>,
}

/// What stands in and under one symbol.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plate {
    pub symbol: Symbol,
    /// The name in lines.
    pub name: Vec<String>,
    /// "1935 – 1999".
    pub years: String,
    pub badges: Badges,
    /// From the symbol's centre to the baseline of the first line.
    pub drop: f64,
    /// From the symbol's centre to the baseline of the years.
    pub years_drop: f64,
    /// From the symbol's centre to the top of the tiles.
    pub badges_drop: f64,
    /// Half the width of the name, the years and the tiles.
    pub label_half: f64,
    /// The narrowest its box may be.
    pub narrowest: f64,
}

impl Plate {
    fn of(map: &FamilyMap, id: &PersonId, person: &Person, view: &View, loops: usize) -> Self {
        let metrics = Metrics::of(view.theme);
        let name = words::name(id, person, view);
        let size = view.theme.size;
        let width = |text: &str| text_width(text, size.name, Weight::SemiBold);
        #[expect(clippy::cast_precision_loss, reason = "a handful of loops")]
        let loops = loops.min(4) as f64 * metrics.loop_step + 8.0 * metrics.unit;
        let drop = metrics.half + metrics.loop_room.max(loops) + 0.81 * size.name;
        let is_bare = view.plates.is_bare();
        let widest = if is_bare { BARE_NAME_WIDTH } else { NAME_WIDTH * metrics.unit };
        let mut name = whole(&name, widest, width);
        name.truncate(MOST_NAME_LINES);
        let years = if view.plates.has_years() {
            words::years(person, Texts::new(view.lang))
        } else {
            String::new()
        };
        #[expect(clippy::cast_precision_loss, reason = "at most a few lines")]
        let lines = name.len() as f64;
        // Without a name the years move up to where it would stand.
        let years_drop = drop + lines * metrics.name_line - 1.0;
        let years_line = if years.is_empty() { 0.0 } else { 1.44 * size.years };
        let badges =
            if is_bare { Badges::default() } else { badge::of_person(map, id, person, view) };
        let years_width = text_width(&years, size.years, Weight::Regular);
        let text = name.iter().map(|line| width(line)).fold(years_width, f64::max);
        Self {
            symbol: Symbol::under(person, view.plates),
            name,
            label_half: text.max(badges.width(&metrics)) / 2.0,
            badges,
            narrowest: if is_bare { BARE_NARROWEST } else { NARROWEST } * metrics.unit,
            drop,
            years_drop,
            badges_drop: years_drop + years_line - 0.88 * size.years,
            years,
        }
    }

    fn size(&self, view: &View) -> Size {
        let metrics = Metrics::of(view.theme);
        let tiles = if self.badges.is_empty() { 0.0 } else { metrics.tile };
        let below = self.badges_drop + tiles + 6.0 * metrics.unit;
        let w = (2.0 * (self.label_half + SIDE * metrics.unit)).max(self.narrowest);
        Size::new(w.ceil(), (metrics.half + metrics.loop_room + below).ceil())
    }
}

impl Cast {
    /// Everybody of the part in `view` who is not folded away, by the rules of `map`, with the room they need under `view`.
    #[must_use]
    pub fn of(map: &FamilyMap, view: &View) -> Self {
        let (mut gone, folded) = folded_away(map);
        if let Some(only) = part(map, view) {
            gone.extend(map.people.keys().filter(|id| !only.contains(*id)).cloned());
        }
        let is_here = |id: &&PersonId| !gone.contains(*id);
        let people: Vec<PersonId> = map.people.keys().filter(is_here).cloned().collect();
        let mut cast = Self {
            unions: map.unions.keys().cloned().collect(),
            loops: loops(view),
            blood_relatives: blood_relatives(map),
            folded,
            people,
            ..Self::default()
        };
        let again: BTreeSet<&PersonId> = (map.unions.values())
            .filter(|union| union.together_again.is_some())
            .flat_map(|union| &union.partners)
            .collect();
        for id in &cast.people {
            let Some(person) = map.person(id) else { continue };
            let loops = cast.loops.get(id).map_or(0, Vec::len);
            let mut plate = Plate::of(map, id, person, view, loops);
            if again.contains(id) && !view.plates.is_bare() {
                plate.narrowest = NARROWEST_AGAIN * Metrics::of(view.theme).unit;
            }
            cast.family.people.push(member(map, id, person, &plate, view));
            cast.plates.push(plate);
        }
        let unions = cast.unions.iter().filter_map(|id| map.union(id).map(|union| (id, union)));
        let homes = homes(map);
        let unions = unions.map(|(id, union)| cast.union(map, &homes, (id, union), view)).collect();
        cast.family.unions = unions;
        cast.tied = cast.tied(map, view);
        for relation in map.relations.values() {
            if let (Party::Support(id), Some(from)) = (&relation.to, cast.index_of(&relation.from))
            {
                cast.lined.entry(id.clone()).or_default().push(from);
            }
        }
        cast
    }

    /// The same people in the same places on the map of a past year: only what stands at them is of
    /// that year.
    #[must_use]
    pub fn in_year(&self, map: &FamilyMap, view: &View) -> Self {
        let mut cast = Self { loops: loops(view), ..self.clone() };
        for (id, plate) in self.people.iter().zip(&mut cast.plates) {
            let Some(person) = map.person(id) else { continue };
            let loops = self.loops.get(id).map_or(0, Vec::len);
            *plate = Plate::of(map, id, person, view, loops);
        }
        cast
    }

    fn tied(&self, map: &FamilyMap, view: &View) -> BTreeMap<SupportId, Vec<Vec<usize>>> {
        let people = |to: &Supported| match to {
            Supported::Person(id) => self.index_of(id).into_iter().collect(),
            Supported::Household(id) => {
                map.households.get(id).map(|it| self.living_in(it, map, view)).unwrap_or_default()
            }
        };
        let of = |it: &Support| it.ties.iter().map(|tie| people(&tie.to)).collect();
        map.supports.iter().map(|(id, it)| (id.clone(), of(it))).collect()
    }

    /// The members of a household who are drawn and live there on the day of `view`, by index.
    pub(super) fn living_in(&self, home: &Household, map: &FamilyMap, view: &View) -> Vec<usize> {
        let is_alive = |id: &PersonId| map.person(id).is_some_and(|it| !it.is_dead());
        let is_visible = |id: &PersonId| view.people.is_empty() || view.people.contains(id);
        let mates = home.housemates_on(view.today).map(|mate| &mate.person);
        let lives = mates.filter(|id| is_alive(id) && is_visible(id));
        let mut members: Vec<usize> = lives.filter_map(|id| self.index_of(id)).collect();
        members.sort_unstable();
        members.dedup();
        members
    }

    /// The index of a person, if drawn.
    #[must_use]
    pub fn index_of(&self, person: &PersonId) -> Option<usize> {
        self.people.binary_search(person).ok()
    }

    fn union(
        &self,
        map: &FamilyMap,
        homes: &BTreeMap<&PersonId, (u8, &UnionId)>,
        (id, union): (&UnionId, &Union),
        view: &View,
    ) -> layout::Union {
        let today = view.today.as_years();
        let started = union.from.is_none_or(|from| from.main_date().as_years() <= today);
        let anyone_dead =
            union.partners.iter().any(|id| map.person(id).is_some_and(Person::is_dead));
        let child = |child: &crate::model::Child| {
            let is_home = homes.get(&child.person).is_some_and(|(_, home)| *home == id);
            Some(layout::Child {
                person: self.index_of(&child.person)?,
                place: match child.bond_under(&union.partners) {
                    _ if is_home => ChildPlace::Home,
                    bond if bond.is_full() => ChildPlace::Below,
                    _ => ChildPlace::Second,
                },
                twin: twin_number(map, &child.person),
            })
        };
        layout::Union {
            partners: union.partners.iter().filter_map(|id| self.index_of(id)).collect(),
            children: union.children.iter().filter_map(child).collect(),
            from: union.from.map(|from| from.main_date().as_years()),
            current: !union.is_over() && started && !anyone_dead,
        }
    }
}

fn member(map: &FamilyMap, id: &PersonId, person: &Person, plate: &Plate, view: &View) -> Member {
    let metrics = Metrics::of(view.theme);
    Member {
        size: plate.size(view),
        symbol_drop: metrics.half + metrics.loop_room,
        symbol_half: plate.symbol.half(metrics.unit),
        side: match person.gender {
            Gender::Man => Side::Left,
            Gender::Woman => Side::Right,
            Gender::NonBinary | Gender::Unknown => Side::Either,
        },
        birth: person.birth.map(|birth| birth.main_date().as_years()),
        pin: map.view.pins.get(id).map(|pin| {
            let x = pin.x.clamp(-FURTHEST, FURTHEST);
            Pin::At(snap(x * metrics.unit))
        }),
    }
}

/// The union under which each child stands, as [`FamilyMap::home_union`] has it, for all at once.
fn homes(map: &FamilyMap) -> BTreeMap<&PersonId, (u8, &UnionId)> {
    let mut homes: BTreeMap<&PersonId, (u8, &UnionId)> = BTreeMap::new();
    for (id, union) in &map.unions {
        for child in &union.children {
            let claim = (child.bond_under(&union.partners).home_rank(), id);
            let home = homes.entry(&child.person).or_insert(claim);
            if claim.0 < home.0 {
                *home = claim;
            }
        }
    }
    homes
}

/// The number of the birth that `person` shares with others.
fn twin_number(map: &FamilyMap, person: &PersonId) -> Option<u32> {
    let at = map.twins.values().position(|twins| twins.people.contains(person))?;
    u32::try_from(at).ok()
}

/// Which strands loop around whom: carriers, in the order of the view.
fn loops(view: &View) -> BTreeMap<PersonId, Vec<usize>> {
    let mut loops: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for (at, strand) in view.strands.iter().enumerate() {
        for carrier in &strand.carriers {
            let around = loops.entry(carrier.clone()).or_default();
            if around.last() != Some(&at) {
                around.push(at);
            }
        }
    }
    loops
}

/// Who of the family is drawn, when it is not everybody: the part in the view, the bloodline of the
/// focus people.
fn part(map: &FamilyMap, view: &View) -> Option<BTreeSet<PersonId>> {
    let by_blood = map.view.rules.drawn == Drawn::Bloodline && !map.focus.is_empty();
    if view.part.is_none() && !by_blood {
        return None;
    }
    let kin = Kinship::of(map);
    let part = view.part.as_ref().filter(|part| map.people.contains_key(&part.center));
    let part = part.map(|part| &around(&kin, &part.center, part.reach) | &part.also);
    let blood = by_blood.then(|| {
        let lines = map.focus.iter().map(|focus| around(&kin, focus, Reach::Bloodline));
        lines.reduce(|all, line| &all | &line).unwrap_or_default()
    });
    match (part, blood) {
        (Some(part), Some(blood)) => Some(&part & &blood),
        (part, blood) => part.or(blood),
    }
}

/// Who is folded away: everybody below somebody folded, and those who only came in by partnering
/// one of them. Also counts them for each fold.
fn folded_away(map: &FamilyMap) -> (BTreeSet<PersonId>, BTreeMap<PersonId, usize>) {
    let mut gone: BTreeSet<PersonId> = BTreeSet::new();
    let mut counts = BTreeMap::new();
    if map.view.folded.is_empty() {
        return (gone, counts);
    }
    let mut unions_of: BTreeMap<&PersonId, Vec<&Union>> = BTreeMap::new();
    let mut has_parents: BTreeSet<&PersonId> = BTreeSet::new();
    for union in map.unions.values() {
        for partner in &union.partners {
            unions_of.entry(partner).or_default().push(union);
        }
        has_parents.extend(union.children.iter().map(|child| &child.person));
    }
    for root in &map.view.folded {
        let before = gone.len();
        let mut open: Vec<&PersonId> = vec![root];
        while let Some(person) = open.pop() {
            for union in unions_of.get(person).into_iter().flatten() {
                let children = union.children.iter().map(|child| &child.person);
                let partners = union.partners.iter().filter(|partner| {
                    person != root && !has_parents.contains(partner) && *partner != root
                });
                for next in children.chain(partners) {
                    let keep = map.focus.contains(next) || !map.people.contains_key(next);
                    if !keep && gone.insert(next.clone()) {
                        open.push(next);
                    }
                }
            }
        }
        if before < gone.len() {
            counts.insert(root.clone(), gone.len() - before);
        }
    }
    (gone, counts)
}

/// So many ancestors of one person are looked at; enough for eight full generations.
const MOST_ANCESTORS: usize = 512;

/// The unions whose partners share an ancestor by birth, or are one the other's ancestor.
fn blood_relatives(map: &FamilyMap) -> BTreeSet<UnionId> {
    let mut parents: BTreeMap<&PersonId, Vec<&PersonId>> = BTreeMap::new();
    for union in map.unions.values() {
        for child in &union.children {
            let born_to = union.partners.iter().filter(|it| child.bond_with(it) == Bond::Birth);
            parents.entry(&child.person).or_default().extend(born_to);
        }
    }
    let line = |person| {
        let mut seen: BTreeSet<&PersonId> = BTreeSet::from([person]);
        let mut open = vec![person];
        while let Some(next) = open.pop() {
            for &parent in parents.get(next).into_iter().flatten() {
                if seen.len() < MOST_ANCESTORS && seen.insert(parent) {
                    open.push(parent);
                }
            }
        }
        seen
    };
    let related = map.unions.iter().filter(|(_, union)| {
        let [a, b] = union.partners.as_slice() else { return false };
        let known = parents.contains_key(a) || parents.contains_key(b);
        known && !line(a).is_disjoint(&line(b))
    });
    related.map(|(id, _)| id.clone()).collect()
}
