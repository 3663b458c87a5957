//! Brute force: every definition of patterns.md as it reads, on families of a few people.

#![expect(clippy::too_many_lines, reason = "a definition stands in one piece, as on the page")]

use std::collections::{BTreeMap, BTreeSet};

use rode_draad::catalogue::{Catalogue, Nature};
use rode_draad::model::{
    AgeRange, Bond, Date, Ending, EntryId, FamilyMap, GoingOn, Moment, PartialDate, Party,
    PersonId, Said, SkillLevel, UnionKind, age_at,
};
use rode_draad::pattern::Settings;

use crate::random_family::{KINDS, SKILL, STRENGTHS};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stand {
    Yes,
    Maybe,
    No,
    NotYet,
    Unknown,
}

/// What a theme says of somebody.
#[derive(Clone, Debug)]
struct Told {
    stand: Stand,
    onset: Option<AgeRange>,
    evidence: BTreeSet<String>,
}

impl Told {
    fn new(stand: Stand) -> Self {
        Self { stand, onset: None, evidence: BTreeSet::new() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    Kind(&'static str),
    Strength(&'static str),
    Hard,
    Well,
    Area(&'static str),
    Young,
    Partner(&'static str),
    Contact(&'static str),
    Separated,
    LoneParent,
    PlacedOut,
    EarlyDeath,
    LostParent,
}

/// Contacts as the page spells them, with the relation and whether it is the side it goes out from
/// (`None`: either side).
const CONTACTS: [(&str, &[&str], Option<bool>); 6] = [
    ("contact(violence: used)", &["geweld", "violence"], Some(true)),
    ("contact(violence: lived through)", &["geweld", "violence"], Some(false)),
    ("contact(cut-off)", &["breuk"], None),
    ("contact(conflict)", &["ruzie"], None),
    ("contact(cares-for: gives)", &["zorgt-voor"], Some(true)),
    ("contact(cares-for: receives)", &["zorgt-voor"], Some(false)),
];

/// Kinds that are lived through, to which using violence is the other side.
const LIVED_THROUGH: [&str; 2] = ["veilig-getuige", "veilig-partnergeweld"];

/// What one union says of having separated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parting {
    Apart,
    Lasted,
    Doubtful,
}

type Who<'a> = &'a PersonId;

pub(super) struct Oracle<'a> {
    map: &'a FamilyMap,
    settings: &'a Settings,
    today: Date,
    /// Parent and child on the line, with the bonds.
    line: BTreeMap<(Who<'a>, Who<'a>), BTreeSet<u8>>,
    lines: BTreeSet<String>,
}

/// A step of a thread: who is passed, and over which bonds.
#[derive(Clone, Debug, Default)]
struct Step<'a> {
    over: BTreeSet<Who<'a>>,
    bonds: BTreeSet<u8>,
    kind: &'static str,
}

impl<'a> Oracle<'a> {
    pub(super) fn new(map: &'a FamilyMap, settings: &'a Settings) -> Self {
        let (line, lines) = (BTreeMap::new(), BTreeSet::new());
        let mut oracle = Self { map, settings, today: map.today.unwrap(), line, lines };
        for parent in oracle.people() {
            for child in oracle.people() {
                let bonds = oracle.read_bonds(parent, child);
                if !bonds.is_empty() {
                    oracle.line.insert((parent, child), bonds);
                }
            }
        }
        oracle
    }

    pub(super) fn lines(mut self) -> BTreeSet<String> {
        let mut themes: Vec<About> = vec![About::Hard, About::Well, About::Young];
        themes.extend(KINDS.map(About::Kind));
        themes.extend(STRENGTHS.map(About::Strength));
        themes.extend(["geld", "gebruik", "veilig", "leren", "relatie", "opv"].map(About::Area));
        themes.extend(KINDS.map(About::Partner));
        themes.extend(CONTACTS.map(|(name, ..)| About::Contact(name)));
        themes.extend([
            About::Separated,
            About::LoneParent,
            About::PlacedOut,
            About::EarlyDeath,
            About::LostParent,
        ]);
        for theme in themes {
            let told: BTreeMap<Who<'a>, Told> =
                self.people().map(|p| (p, self.told(&theme, p))).collect();
            self.threads(&theme, &told);
            self.siblings(&theme, &told);
            self.branches(&theme, &told);
            self.ages(&theme, &told);
        }
        self.lines
    }

    // Kin.

    fn people(&self) -> impl Iterator<Item = Who<'a>> + use<'a> {
        self.map.people.iter().filter(|(_, person)| person.holds_facts()).map(|(id, _)| id)
    }

    fn counts(&self, bond: Bond) -> bool {
        match self.settings.bonds.code() {
            "birth" => bond == Bond::Birth,
            "family" => matches!(bond, Bond::Birth | Bond::Adopted),
            _ => true,
        }
    }

    fn read_bonds(&self, parent: Who<'a>, child: Who<'a>) -> BTreeSet<u8> {
        let unions = self.map.unions.values().filter(|union| union.partners.contains(parent));
        let bonds = unions.filter_map(|union| union.child(child)).map(|child| child.bond);
        bonds.filter(|bond| self.counts(*bond)).map(|bond| bond as u8).collect()
    }

    fn bonds_between(&self, parent: Who<'a>, child: Who<'a>) -> BTreeSet<u8> {
        self.line.get(&(parent, child)).cloned().unwrap_or_default()
    }

    fn is_child(&self, parent: Who<'a>, child: Who<'a>) -> bool {
        self.line.contains_key(&(parent, child))
    }

    fn children(&self, parent: Who<'a>) -> BTreeSet<Who<'a>> {
        self.line.keys().filter(|(of, _)| *of == parent).map(|(_, child)| *child).collect()
    }

    fn parents(&self, child: Who<'a>) -> BTreeSet<Who<'a>> {
        self.line.keys().filter(|(_, of)| *of == child).map(|(parent, _)| *parent).collect()
    }

    fn age(&self, person: Who<'_>) -> Option<AgeRange> {
        let person = &self.map.people[person];
        let until =
            if person.is_dead() { person.death() } else { Some(PartialDate::Exactly(self.today)) };
        age_at(person.birth?, until?)
    }

    // Facts.

    fn onset(&self, person: Who<'_>, since: Option<Moment>) -> Option<AgeRange> {
        let age = since?.age(self.map.people[person].birth)?;
        let hi = match self.age(person) {
            Some(now) if now.hi < age.hi => now.hi.max(age.lo),
            _ => age.hi,
        };
        (hi < 130).then_some(AgeRange { lo: age.lo, hi })
    }

    fn begins_at(theme: &About) -> i32 {
        let kind = |id: &str| i32::from(Catalogue::builtin().kind(id).unwrap().from_age);
        match theme {
            About::Kind(id) => kind(id),
            About::Hard | About::Well => 6,
            // From when anything of it can be entered.
            About::Area(area) => {
                let rows = Catalogue::builtin().kinds_of(area);
                let rows = rows.filter(|row| row.nature != Nature::Derived);
                rows.map(|row| i32::from(row.from_age)).min().unwrap()
            }
            About::Strength(_) | About::Contact(_) | About::PlacedOut => 0,
            About::Young => 20,
            About::Partner(_) | About::Separated | About::LoneParent => 16,
            About::LostParent => 18,
            About::EarlyDeath => 50,
        }
    }

    /// Does the theme belong to childhood, so that it can no longer begin after it?
    fn closes(theme: &About) -> bool {
        match theme {
            About::Kind(id) => Catalogue::builtin().kind(id).unwrap().nature == Nature::Childhood,
            About::PlacedOut | About::LostParent => true,
            _ => false,
        }
    }

    /// Without the setting for Maybe, and without what follows from age.
    fn entered(&self, theme: &About, who: Who<'a>) -> Told {
        let person = &self.map.people[who];
        let of = |said| match said {
            Said::Yes => Stand::Yes,
            Said::Maybe => Stand::Maybe,
            Said::No => Stand::No,
        };
        let mut voices: Vec<(Stand, Option<AgeRange>, String)> = Vec::new();
        match theme {
            About::Kind(kind) => {
                for entry in &person.entries {
                    if entry.kind.as_str() == *kind && !entry.not_today {
                        let onset = self.onset(who, entry.since);
                        voices.push((of(entry.said), onset, entry.id.to_string()));
                    }
                }
                if voices.is_empty() && *kind == "leren-geen-diploma" {
                    for strength in &person.strengths {
                        let is_it = strength.kind.as_ref().unwrap().as_str() == "s-diploma";
                        if is_it && strength.said == Said::Yes {
                            voices.push((Stand::No, None, strength.id.to_string()));
                        }
                    }
                }
            }
            About::Strength(kind) => {
                for strength in &person.strengths {
                    if strength.kind.as_ref().unwrap().as_str() == *kind {
                        let onset = self.onset(who, strength.since);
                        voices.push((of(strength.said), onset, strength.id.to_string()));
                    }
                }
            }
            About::Hard | About::Well => {
                for note in person.skills.iter().filter(|note| note.skill.as_str() == SKILL) {
                    let stand = match (note.level, theme) {
                        (SkillLevel::Varies, _) => Stand::Maybe,
                        (SkillLevel::Hard, About::Hard) | (SkillLevel::GoesWell, About::Well) => {
                            Stand::Yes
                        }
                        _ => Stand::No,
                    };
                    voices.push((stand, None, String::new()));
                }
            }
            About::Area(area) => return self.area(area, who),
            About::Young => return self.young(who),
            About::Partner(kind) => return self.partner(kind, who),
            About::Contact(name) => {
                let (_, kinds, side) = CONTACTS.iter().find(|(own, ..)| own == name).unwrap();
                for relation in self.map.relations.values() {
                    let Party::Person(to) = &relation.to else { continue };
                    let (gives, takes) = (relation.from == *who, to == who);
                    let stands = match side {
                        None => gives || takes,
                        Some(true) => gives,
                        Some(false) => takes,
                    };
                    if kinds.contains(&relation.kind.as_str()) && stands {
                        let onset = self.onset(who, relation.since.map(Moment::On));
                        voices.push((Stand::Yes, onset, String::new()));
                    }
                }
            }
            About::Separated => return self.separated(who),
            About::LoneParent => {
                let entered = self.entered(&About::Kind("relatie-alleen"), who);
                let alone = entered.stand == Stand::Unknown && self.is_alone_with_children(who);
                return if alone { Told::new(Stand::Yes) } else { entered };
            }
            About::PlacedOut => {
                let entered = self.entered(&About::Kind("opv-uithuis"), who);
                let unions = self.map.unions.values().filter_map(|union| union.child(who));
                let fostered: Vec<_> = unions.filter(|it| it.bond == Bond::Foster).collect();
                if fostered.is_empty() {
                    return entered;
                }
                let own = entered.onset.filter(|_| entered.stand == Stand::Yes);
                let onsets = fostered.iter().map(|it| self.onset(who, it.from.map(Moment::On)));
                return Told { onset: onsets.fold(own, first), ..Told::new(Stand::Yes) };
            }
            About::EarlyDeath => {
                let Some(age) = self.age(who) else { return Told::new(Stand::Unknown) };
                return match person.is_dead() {
                    true if age.hi < 50 => Told { onset: Some(age), ..Told::new(Stand::Yes) },
                    _ if 50 <= age.lo => Told::new(Stand::No),
                    _ => Told::new(Stand::Unknown),
                };
            }
            About::LostParent => return self.lost_parent(who),
        }
        let Some(best) = voices.iter().map(|(stand, ..)| *stand).min() else {
            return Told::new(Stand::Unknown);
        };
        let mut told = Told::new(best);
        for (_, onset, id) in voices.into_iter().filter(|(stand, ..)| *stand == best) {
            told.onset = first(told.onset, onset);
            told.evidence.insert(id);
        }
        told
    }

    fn area(&self, area: &str, who: Who<'a>) -> Told {
        let catalogue = Catalogue::builtin();
        let told = |kind: &str| {
            let known = KINDS.iter().find(|known| **known == kind);
            known.map_or(Told::new(Stand::Unknown), |kind| self.entered(&About::Kind(kind), who))
        };
        let all: Vec<Told> = catalogue.kinds_of(area).map(|row| told(&row.id)).collect();
        for stand in [Stand::Yes, Stand::Maybe] {
            let mut onset = None;
            if all.iter().any(|told| told.stand == stand) {
                for told in all.iter().filter(|told| told.stand == stand) {
                    onset = first(onset, told.onset);
                }
                return Told { onset, ..Told::new(stand) };
            }
        }
        // What follows from the family is not asked.
        let asked = catalogue.kinds_of(area).filter(|row| row.nature != Nature::Derived);
        let all_no = asked.map(|row| told(&row.id)).all(|told| told.stand == Stand::No);
        Told::new(if all_no { Stand::No } else { Stand::Unknown })
    }

    fn young(&self, who: Who<'a>) -> Told {
        let unions = self.map.unions.values().filter(|union| union.partners.contains(who));
        let children = unions.flat_map(|union| &union.children);
        let born: Vec<Who<'_>> = children
            .filter(|child| child.bond == Bond::Birth)
            .map(|child| &child.person)
            .filter(|id| self.map.people[*id].holds_facts())
            .collect();
        let of = |id: Who<'_>| self.map.people[id].birth;
        let ages: Vec<Option<AgeRange>> =
            born.iter().map(|child| age_at(of(who)?, of(child)?)).collect();
        if born.is_empty() {
            let older = self.age(who).is_some_and(|age| 20 <= age.lo);
            return Told::new(if older { Stand::No } else { Stand::Unknown });
        }
        let onset = ages.iter().fold(None, |sum, age| first(sum, *age));
        let all_known = ages.iter().all(Option::is_some);
        if onset.is_some_and(|age| age.hi < 20) {
            return Told { onset, ..Told::new(Stand::Yes) };
        }
        let onset = onset.filter(|_| all_known);
        let late = onset.is_some_and(|age| 20 <= age.lo);
        // The family says something that does not decide: not even NotYet.
        Told { onset, ..Told::new(if late { Stand::No } else { Stand::Unknown }) }
    }

    /// Page: a union ended otherwise than by death. Where nobody says how it ended, it was not by
    /// death when both lived on; where one partner is not known, nothing says that it lasted.
    fn separated(&self, who: Who<'a>) -> Told {
        let mut told = Told::new(Stand::Unknown);
        let mut partings = Vec::new();
        for union in self.map.unions.values().filter(|union| union.partners.contains(who)) {
            let partners: Vec<_> = union.partners.iter().map(|id| &self.map.people[id]).collect();
            let outlived = |year: i32| {
                partners.iter().all(|partner| match partner.death() {
                    Some(death) => death.years().lo.is_some_and(|died| year < died),
                    None => !partner.is_dead(),
                })
            };
            let parting = match (union.ending, union.until) {
                (Some(Ending::Separated | Ending::Divorced), _) => Parting::Apart,
                _ if partners.len() < 2 => Parting::Doubtful,
                (Some(Ending::Death), _) => Parting::Lasted,
                (None, Some(until)) if until.years().hi.is_some_and(outlived) => Parting::Apart,
                (None, Some(_)) => Parting::Doubtful,
                (None, None) if union.kind == UnionKind::Brief => Parting::Doubtful,
                (None, None) => Parting::Lasted,
            };
            if parting == Parting::Apart {
                let onset = self.onset(who, union.until.map(Moment::On));
                told.onset = first(told.onset, onset);
            }
            partings.push(parting);
        }
        if partings.contains(&Parting::Apart) {
            told.stand = Stand::Yes;
        } else if partings.contains(&Parting::Lasted) && !partings.contains(&Parting::Doubtful) {
            told.stand = Stand::No;
        }
        told
    }

    /// Lives now with an own child under 18, without a partner and without another parent of it.
    fn is_alone_with_children(&self, who: Who<'a>) -> bool {
        if self.map.people[who].is_dead() {
            return false;
        }
        let year = self.today.year();
        let shares_union = |other: &PersonId| {
            let mut unions = self.map.unions.values();
            other != who
                && unions.any(|it| it.partners.contains(who) && it.partners.contains(other))
        };
        let is_parent = |parent: &PersonId, child: &PersonId, own: bool| {
            let unions = self.map.unions.values().filter(|union| union.partners.contains(parent));
            let mut bonds = unions.filter_map(|union| union.child(child)).map(|it| it.bond);
            bonds.any(|bond| !own || matches!(bond, Bond::Birth | Bond::Adopted))
        };
        self.map.households.values().any(|household| {
            let here = household.members.iter().filter(|mate| {
                let came = mate.from.is_none_or(|from| from.years().lo.is_none_or(|it| it <= year));
                let gone = mate.until.is_some_and(|it| it.years().hi.is_some_and(|it| it <= year));
                came && !gone
            });
            let here: BTreeSet<&PersonId> = here.map(|mate| &mate.person).collect();
            let child_alone = |child: &&PersonId| {
                let record = &self.map.people[*child];
                let small = self.age(child).is_some_and(|age| age.hi < 18);
                let other = here.iter().any(|it| *it != who && is_parent(it, child, false));
                record.holds_facts() && small && is_parent(who, child, true) && !other
            };
            here.contains(who)
                && here.iter().any(child_alone)
                && !here.iter().any(|other| shares_union(other))
        })
    }

    /// A parent by birth or adoption died before this person was 18.
    fn lost_parent(&self, who: Who<'a>) -> Told {
        let is_parent = |parent: &&PersonId| {
            let unions = self.map.unions.values().filter(|union| union.partners.contains(parent));
            let mut bonds = unions.filter_map(|union| union.child(who)).map(|it| it.bond);
            bonds.any(|bond| matches!(bond, Bond::Birth | Bond::Adopted))
        };
        let parents: Vec<&PersonId> = self.map.people.keys().filter(is_parent).collect();
        let birth = self.map.people[who].birth;
        let age_at_death = |parent: &PersonId| -> Option<AgeRange> {
            let (birth, death) = (birth?, self.map.people[parent].death()?);
            let before = || Some(death.years().hi? < birth.years().lo?);
            match age_at(birth, death) {
                None if before() == Some(true) => Some(AgeRange { lo: 0, hi: 0 }),
                age => age,
            }
        };
        let dead: Vec<Option<AgeRange>> = parents
            .iter()
            .filter(|parent| self.map.people[**parent].is_dead())
            .map(|parent| age_at_death(parent))
            .collect();
        let young: Vec<AgeRange> = dead.iter().flatten().copied().filter(|it| it.hi < 18).collect();
        if !young.is_empty() {
            let onset = young.into_iter().map(Some).fold(None, first);
            return Told { onset, ..Told::new(Stand::Yes) };
        }
        let grown = self.age(who).is_some_and(|age| 18 <= age.lo);
        let lived = dead.iter().all(|age| age.is_some_and(|age| 18 <= age.lo));
        Told::new(if grown && lived && 2 <= parents.len() { Stand::No } else { Stand::Unknown })
    }

    fn has_birth_child(&self, who: Who<'a>) -> bool {
        let unions = self.map.unions.values().filter(|union| union.partners.contains(who));
        let mut children = unions.flat_map(|union| &union.children);
        children
            .any(|child| child.bond == Bond::Birth && self.map.people[&child.person].holds_facts())
    }

    fn partner(&self, kind: &'static str, who: Who<'a>) -> Told {
        let unions: Vec<_> =
            self.map.unions.values().filter(|union| union.partners.contains(who)).collect();
        let others = unions.iter().filter_map(|union| union.other_partner(who));
        let told: Vec<Stand> = others
            .filter(|id| self.map.people[*id].holds_facts())
            .map(|id| {
                let id = self.map.people.get_key_value(id).unwrap().0;
                self.entered(&About::Kind(kind), id).stand
            })
            .collect();
        let all_no = told.iter().all(|stand| *stand == Stand::No);
        Told::new(if told.contains(&Stand::Yes) {
            Stand::Yes
        } else if told.contains(&Stand::Maybe) {
            Stand::Maybe
        } else if all_no && !unions.is_empty() && told.len() == unions.len() {
            Stand::No
        } else {
            Stand::Unknown
        })
    }

    fn told(&self, theme: &About, who: Who<'a>) -> Told {
        let mut told = self.entered(theme, who);
        let too_young = self.age(who).is_some_and(|age| age.hi < Self::begins_at(theme));
        let decided = *theme == About::Young && self.has_birth_child(who);
        if told.stand == Stand::Unknown && too_young && !decided {
            told.stand = Stand::NotYet;
        }
        if told.stand == Stand::Maybe && self.settings.count_maybe && !too_young {
            told.stand = Stand::Yes;
        }
        told
    }

    // Threads.

    fn threads(&mut self, theme: &About, told: &BTreeMap<Who<'a>, Told>) {
        let carriers: BTreeSet<Who<'a>> = of(told, Stand::Yes);
        let mut steps: BTreeMap<(Who<'a>, Who<'a>), Step<'a>> = BTreeMap::new();
        for a in &carriers {
            for b in carriers.iter().filter(|b| a != *b) {
                if let Some(step) = self.step(theme, told, &carriers, a, b) {
                    steps.insert((a, b), step);
                }
            }
        }
        let mut left = carriers.clone();
        let mut turned: BTreeMap<Who<'a>, String> = BTreeMap::new();
        while let Some(start) = left.pop_first() {
            let mut strand = BTreeSet::from([start]);
            loop {
                let more: Vec<_> = steps
                    .keys()
                    .filter(|(a, b)| strand.contains(a) != strand.contains(b))
                    .flat_map(|(a, b)| [*a, *b])
                    .collect();
                if more.is_empty() {
                    break;
                }
                strand.extend(more);
            }
            left.retain(|person| !strand.contains(person));
            if 1 < strand.len() {
                let ends = self.thread(theme, told, &steps, &strand);
                for (who, kind) in ends {
                    if let Some(line) = self.turning(theme, told, who, kind) {
                        turned.insert(who, line);
                    }
                }
            }
        }
        self.lines.extend(turned.into_values());
    }

    fn step(
        &self,
        theme: &About,
        told: &BTreeMap<Who<'a>, Told>,
        carriers: &BTreeSet<Who<'a>>,
        a: Who<'a>,
        b: Who<'a>,
    ) -> Option<Step<'a>> {
        let direct = self.bonds_between(a, b);
        if !direct.is_empty() {
            return Some(Step { bonds: direct, kind: "direct", ..Step::default() });
        }
        let between = self.children(a).into_iter().filter(|m| {
            self.is_child(m, b) && !carriers.contains(m) && !self.used_violence(theme, m)
        });
        let over: BTreeSet<Who<'a>> = between.collect();
        if over.is_empty() || self.reached(carriers, a, b) {
            return None;
        }
        let all_no = over.iter().all(|m| told[m].stand == Stand::No);
        let bonds = over
            .iter()
            .flat_map(|m| [self.bonds_between(a, m), self.bonds_between(m, b)])
            .flatten();
        let bonds = bonds.collect();
        Some(Step { over, bonds, kind: if all_no { "skipped" } else { "gap" } })
    }

    fn reached(&self, carriers: &BTreeSet<Who<'a>>, a: Who<'a>, b: Who<'a>) -> bool {
        carriers
            .iter()
            .filter(|c| self.is_child(a, c))
            .any(|c| *c == b || self.reached(carriers, c, b))
    }

    fn used_violence(&self, theme: &About, who: Who<'a>) -> bool {
        LIVED_THROUGH.iter().any(|kind| *theme == About::Kind(kind))
            && [About::Kind("veilig-pleger"), About::Contact("contact(violence: used)")]
                .iter()
                .any(|other| self.told(other, who).stand == Stand::Yes)
    }

    /// Says the thread; gives its ends.
    fn thread(
        &mut self,
        theme: &About,
        told: &BTreeMap<Who<'a>, Told>,
        steps: &BTreeMap<(Who<'a>, Who<'a>), Step<'a>>,
        strand: &BTreeSet<Who<'a>>,
    ) -> BTreeMap<Who<'a>, &'static str> {
        let inside: BTreeMap<_, _> =
            steps.iter().filter(|((a, _), _)| strand.contains(a)).collect();
        let (length, span) = strand.iter().map(|top| longest(&inside, top)).max().unwrap();
        let passed: BTreeSet<Who<'a>> =
            inside.values().flat_map(|step| step.over.clone()).collect();
        let latest = strand.iter().filter_map(|p| told[p].onset).map(|age| age.hi).max();
        let mut ends: BTreeMap<Who<'a>, &'static str> = BTreeMap::new();
        let mut asked: BTreeSet<Who<'a>> = passed.clone();
        for carrier in strand {
            if self.has_ended(theme, told, carrier).is_some() {
                ends.insert(carrier, "ended");
            }
            for child in self.children(carrier) {
                if strand.contains(child) || passed.contains(child) {
                    continue;
                }
                asked.insert(child);
                let age = self.age(child);
                let old = age.zip(latest).is_some_and(|(age, latest)| latest + 1 < age.lo);
                let closed = Self::closes(theme) && age.is_some_and(|age| 18 <= age.lo);
                let kind = match told[child].stand {
                    Stand::No if old || closed => "stops",
                    Stand::No => "so-far-not",
                    Stand::NotYet => "not-yet",
                    _ => "open",
                };
                ends.insert(child, kind);
            }
        }
        let no = asked.iter().filter(|p| told[*p].stand == Stand::No).count();
        let unknown = asked
            .iter()
            .filter(|p| matches!(told[*p].stand, Stand::Unknown | Stand::Maybe))
            .count();
        let edges: BTreeSet<String> = inside
            .iter()
            .map(|((a, b), step)| {
                let bonds: Vec<String> = Bond::ALL
                    .iter()
                    .filter(|bond| step.bonds.contains(&(**bond as u8)))
                    .map(|bond| format!("{bond:?}"))
                    .collect();
                format!("{a}>{b} {} [{}] {}", step.kind, names(&step.over), bonds.join("+"))
            })
            .collect();
        let said: BTreeSet<String> =
            ends.iter().map(|(who, kind)| format!("{who} {kind}")).collect();
        let mut evidence = BTreeSet::new();
        if matches!(theme, About::Kind(_) | About::Strength(_)) {
            let no = asked.iter().filter(|p| told[*p].stand == Stand::No);
            evidence = strand.iter().chain(no).flat_map(|p| told[p].evidence.clone()).collect();
        }
        let counts = format!("{}/{}?{unknown}", strand.len(), strand.len() + no);
        let ages = onsets(told, strand);
        let size = (length, span);
        let line = Line::new("thread", theme, strand);
        let headline = 3 <= length;
        let line = Line { headline, size, counts, edges, ends: said, ages, evidence, ..line };
        self.lines.insert(line.said());
        ends
    }

    fn has_ended(
        &self,
        theme: &About,
        told: &BTreeMap<Who<'a>, Told>,
        who: Who<'a>,
    ) -> Option<Moment> {
        let About::Kind(kind) = theme else { return None };
        if Catalogue::builtin().kind(kind).unwrap().nature != Nature::Situation {
            return None;
        }
        let person = &self.map.people[who];
        let mut last: Option<([Option<i32>; 4], Moment)> = None;
        for id in &told[who].evidence {
            let id = EntryId::new(id).unwrap();
            let entry = person.entries.iter().find(|entry| entry.id == id)?;
            if entry.going_on == GoingOn::Now {
                return None;
            }
            let until = entry.until?;
            let years = until.years(person.birth)?;
            if self.today.year() - years.hi? < 2 {
                return None;
            }
            if person.is_dead() {
                let death = person.death()?.years().lo?;
                let at_death = self.age(who);
                let age = self.end_age(who, until);
                let before = years.hi? < death
                    || age.zip(at_death).is_some_and(|(end, death)| end.hi < death.lo);
                if !before {
                    return None;
                }
            }
            let age = until.age(person.birth);
            let key = [years.hi, years.lo, age.map(|age| age.hi), age.map(|age| age.lo)];
            if last.as_ref().is_none_or(|(other, _)| *other < key) {
                last = Some((key, until));
            }
        }
        last.map(|(_, until)| until)
    }

    fn end_age(&self, who: Who<'_>, until: Moment) -> Option<AgeRange> {
        until.age(self.map.people[who].birth).filter(|age| age.hi < 130)
    }

    fn turning(
        &self,
        theme: &About,
        told: &BTreeMap<Who<'a>, Told>,
        who: Who<'a>,
        kind: &'static str,
    ) -> Option<String> {
        let fits = matches!(
            theme,
            About::Kind(_)
                | About::Hard
                | About::Young
                | About::Partner(_)
                | About::Contact(_)
                | About::Separated
                | About::LoneParent
                | About::PlacedOut
        );
        let childless = *theme == About::Young && told[who].onset.is_none();
        if !fits || childless || !["stops", "ended"].contains(&kind) {
            return None;
        }
        let until = if kind == "ended" { self.has_ended(theme, told, who) } else { None };
        let person = &self.map.people[who];
        let near = |start: Option<Moment>| -> bool {
            let Some((start, end)) = start.zip(until) else { return false };
            let years = || {
                let (start, end) = (start.years(person.birth)?, end.years(person.birth)?);
                Some((end.lo? - start.hi?, end.hi? - start.lo?))
            };
            let ages = || {
                let (start, end) = (start.age(person.birth)?, end.age(person.birth)?);
                Some((end.lo - start.hi, end.hi - start.lo))
            };
            years().or_else(ages).is_some_and(|(least, most)| 0 <= least && most <= 2)
        };
        let mut helped: BTreeSet<String> = BTreeSet::new();
        for strength in &person.strengths {
            let counts = strength.said == Said::Yes
                || strength.said == Said::Maybe && self.settings.count_maybe;
            let answers = *theme == About::Kind("leren-geen-diploma")
                && strength.kind.as_ref().unwrap().as_str() == "s-diploma";
            if counts && (answers || near(strength.since)) {
                helped.insert(strength.id.to_string());
            }
        }
        for (id, union) in &self.map.unions {
            if union.partners.contains(who) && near(union.from.map(Moment::On)) {
                helped.insert(id.to_string());
            }
        }
        let mut ages = BTreeMap::new();
        if let Some(age) = until.and_then(|until| until.age(person.birth)) {
            ages.insert(who.to_string(), (age.lo, age.hi));
        }
        let line = Line::new("turning-point", theme, &BTreeSet::from([who]));
        let ends = BTreeSet::from([format!("{who} {kind}")]);
        Some(Line { headline: !helped.is_empty(), ends, ages, helped, ..line }.said())
    }

    // Brothers and sisters, branches.

    fn sibships(&self) -> BTreeMap<(BTreeSet<Who<'a>>, String), BTreeSet<Who<'a>>> {
        let mut found: BTreeMap<_, BTreeSet<Who<'a>>> = BTreeMap::new();
        for child in self.people() {
            let parents = self.parents(child);
            if !parents.is_empty() {
                found.entry((parents, String::new())).or_default().insert(child);
            }
        }
        let mut grouped = BTreeSet::new();
        for (id, union) in self.map.unions.iter().filter(|(_, union)| union.partners.is_empty()) {
            let on_line = union.children.iter().filter(|child| self.counts(child.bond));
            let children: BTreeSet<Who<'a>> = on_line
                .map(|child| self.map.people.get_key_value(&child.person).unwrap())
                .filter(|(id, person)| person.holds_facts() && self.parents(id).is_empty())
                .map(|(id, _)| id)
                .filter(|id| !grouped.contains(id))
                .collect();
            if 2 <= children.len() {
                grouped.extend(children.clone());
                found.insert((BTreeSet::new(), id.to_string()), children);
            }
        }
        found
    }

    fn siblings(&mut self, theme: &About, told: &BTreeMap<Who<'a>, Told>) {
        let sibships = self.sibships();
        for ((parents, _), children) in sibships.iter().filter(|(_, it)| 2 <= it.len()) {
            self.sibling_line(theme, told, children, parents);
        }
        // Parents who share exactly these children are told together.
        let mut by_children: BTreeMap<BTreeSet<Who<'a>>, BTreeSet<Who<'a>>> = BTreeMap::new();
        for parent in self.people() {
            let children = self.children(parent);
            let m = |group: &BTreeSet<Who<'a>>| {
                group.iter().filter(|child| told[*child].stand == Stand::Yes).count()
            };
            let most = sibships.iter().filter(|((of, _), _)| of.contains(parent));
            let most = most.map(|(_, group)| m(group)).max().unwrap_or(0);
            if most < m(&children) && 2 <= m(&children) {
                by_children.entry(children).or_default().insert(parent);
            }
        }
        for (children, parents) in by_children {
            self.sibling_line(theme, told, &children, &parents);
        }
    }

    fn sibling_line(
        &mut self,
        theme: &About,
        told: &BTreeMap<Who<'a>, Told>,
        children: &BTreeSet<Who<'a>>,
        around: &BTreeSet<Who<'a>>,
    ) {
        let count = |stands: &[Stand]| {
            children.iter().filter(|child| stands.contains(&told[*child].stand)).count()
        };
        let (yes, known) = (count(&[Stand::Yes]), count(&[Stand::Yes, Stand::No]));
        if yes < 2 || 2 * yes < known {
            return;
        }
        let people: BTreeSet<Who<'a>> =
            children.iter().copied().filter(|child| told[child].stand == Stand::Yes).collect();
        let counts = format!("{yes}/{known}?{}", count(&[Stand::Unknown, Stand::Maybe]));
        let line = Line::new("siblings", theme, &people);
        let ages = onsets(told, &people);
        self.lines.insert(Line { around: names(around), counts, ages, ..line }.said());
    }

    fn branches(&mut self, theme: &About, told: &BTreeMap<Who<'a>, Told>) {
        for ((parents, _), children) in self.sibships() {
            let below = |child: Who<'a>| -> BTreeSet<Who<'a>> {
                let mut row = BTreeSet::from([child]);
                let mut found = BTreeSet::new();
                for _ in 0..3 {
                    row = row.into_iter().flat_map(|person| self.children(person)).collect();
                    found.extend(row.iter().copied().filter(|p| told[p].stand == Stand::Yes));
                }
                found
            };
            let branches: Vec<_> = children
                .iter()
                .map(|child| below(child))
                .filter(|carriers| !carriers.is_empty())
                .collect();
            let people: BTreeSet<Who<'a>> = branches.iter().flatten().copied().collect();
            if parents.is_empty() || branches.len() < 2 || people.len() < 2 {
                continue;
            }
            let line = Line::new("branches", theme, &people);
            let ages = onsets(told, &people);
            self.lines.insert(Line { around: names(&parents), ages, ..line }.said());
        }
    }

    // Ages.

    fn ages(&mut self, theme: &About, told: &BTreeMap<Who<'a>, Told>) {
        let counts = |p: &Who<'a>| *theme == About::Young || told[p].stand == Stand::Yes;
        let ages: BTreeMap<Who<'a>, AgeRange> = told
            .iter()
            .filter(|(p, _)| counts(p))
            .filter_map(|(p, told)| Some((*p, told.onset?)))
            .collect();
        let alike = |a: AgeRange, b: AgeRange| {
            (a.lo..=a.hi).all(|x| (b.lo..=b.hi).all(|y| (x - y).abs() <= 2))
        };
        for chain in self.chains(&ages, &alike) {
            self.age_line("same-age", theme, &ages, &chain);
        }
        let falls = |a: AgeRange, b: AgeRange| (a.lo..=a.hi).all(|x| (b.lo..=b.hi).all(|y| y < x));
        for chain in self.chains(&ages, &falls) {
            let fast = |from: usize, to: usize| {
                let steps = i32::try_from(to - from).unwrap();
                from + 2 <= to && 2 * steps <= ages[chain[from]].lo - ages[chain[to]].hi
            };
            for from in 0..chain.len() {
                for to in from..chain.len() {
                    let wider = (0..=from)
                        .any(|a| (to..chain.len()).any(|b| (a, b) != (from, to) && fast(a, b)));
                    if fast(from, to) && !wider {
                        self.age_line("ever-younger", theme, &ages, &chain[from..=to]);
                    }
                }
            }
        }
    }

    fn chains(
        &self,
        ages: &BTreeMap<Who<'a>, AgeRange>,
        rule: &dyn Fn(AgeRange, AgeRange) -> bool,
    ) -> Vec<Vec<Who<'a>>> {
        let follows = |a: Who<'a>, b: Who<'a>| self.is_child(a, b) && rule(ages[a], ages[b]);
        let tops = ages.keys().filter(|p| !ages.keys().any(|other| follows(other, p)));
        let mut chains: Vec<Vec<Who<'a>>> = tops.map(|top| vec![*top]).collect();
        let mut done = Vec::new();
        while let Some(chain) = chains.pop() {
            let last = chain[chain.len() - 1];
            let next: Vec<_> = ages.keys().filter(|p| follows(last, p)).collect();
            if next.is_empty() && 2 <= chain.len() {
                done.push(chain);
                continue;
            }
            for p in next {
                let mut longer = chain.clone();
                longer.push(p);
                chains.push(longer);
            }
        }
        done
    }

    fn age_line(
        &mut self,
        pattern: &'static str,
        theme: &About,
        ages: &BTreeMap<Who<'a>, AgeRange>,
        chain: &[Who<'a>],
    ) {
        let people: BTreeSet<Who<'a>> = chain.iter().copied().collect();
        let ages = people.iter().map(|p| (p.to_string(), (ages[*p].lo, ages[*p].hi))).collect();
        let n = u32::try_from(chain.len()).unwrap();
        let line = Line::new(pattern, theme, &people);
        self.lines.insert(Line { headline: 3 <= n, size: (n, n), ages, ..line }.said());
    }
}

/// What is compared of a finding.
#[derive(Default)]
struct Line {
    pattern: &'static str,
    theme: String,
    people: String,
    around: String,
    headline: bool,
    size: (u32, u32),
    counts: String,
    edges: BTreeSet<String>,
    ends: BTreeSet<String>,
    ages: BTreeMap<String, (i32, i32)>,
    evidence: BTreeSet<String>,
    helped: BTreeSet<String>,
}

impl Line {
    fn new(pattern: &'static str, theme: &About, people: &BTreeSet<Who<'_>>) -> Self {
        let theme = match theme {
            About::Kind(id) | About::Strength(id) | About::Area(id) | About::Contact(id) => {
                (*id).to_owned()
            }
            About::Hard => SKILL.to_owned(),
            About::Well => format!("strong({SKILL})"),
            About::Young => "young-parent".to_owned(),
            About::Partner(id) => format!("partner-with({id})"),
            About::Separated => "separated".to_owned(),
            About::LoneParent => "lone-parent".to_owned(),
            About::PlacedOut => "placed-out".to_owned(),
            About::EarlyDeath => "early-death".to_owned(),
            About::LostParent => "lost-parent-young".to_owned(),
        };
        Self { pattern, theme, people: names(people), ..Self::default() }
    }

    fn said(self) -> String {
        let Self { pattern, theme, people, around, headline, size, counts, .. } = &self;
        let Self { edges, ends, ages, evidence, helped, .. } = &self;
        let headline = if *headline { "headline" } else { "" };
        let (length, span) = size;
        format!(
            "{pattern} {theme} ({people}) around ({around}) {headline} {length}x{span} {counts} \
             {edges:?} {ends:?} {ages:?} {evidence:?} {helped:?}"
        )
    }
}

fn onsets(
    told: &BTreeMap<Who<'_>, Told>,
    people: &BTreeSet<Who<'_>>,
) -> BTreeMap<String, (i32, i32)> {
    let ages = people.iter().filter_map(|p| Some((p, told[*p].onset?)));
    ages.map(|(p, age)| (p.to_string(), (age.lo, age.hi))).collect()
}

fn names(people: &BTreeSet<Who<'_>>) -> String {
    let names: BTreeSet<String> = people.iter().map(ToString::to_string).collect();
    names.into_iter().collect::<Vec<_>>().join(" ")
}

fn of<'a>(told: &BTreeMap<Who<'a>, Told>, stand: Stand) -> BTreeSet<Who<'a>> {
    told.iter().filter(|(_, told)| told.stand == stand).map(|(who, _)| *who).collect()
}

fn first(a: Option<AgeRange>, b: Option<AgeRange>) -> Option<AgeRange> {
    match (a, b) {
        (Some(a), Some(b)) => Some(AgeRange { lo: a.lo.min(b.lo), hi: a.hi.min(b.hi) }),
        (a, b) => a.or(b),
    }
}

/// Carriers on the longest chain down from `top`, and its greatest span.
fn longest<'a>(steps: &BTreeMap<&(Who<'a>, Who<'a>), &Step<'a>>, top: Who<'a>) -> (u32, u32) {
    let below = steps.iter().filter(|((a, _), _)| *a == top).map(|((_, b), step)| {
        let (length, span) = longest(steps, b);
        (length + 1, span + if step.kind == "direct" { 1 } else { 2 })
    });
    below.max().unwrap_or((1, 1))
}
