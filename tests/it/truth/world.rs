//! Families in which everything occurs that a card can say: out and not out, still, not begun,
//! maybe, unknown, children of now, ex-partners, foster and adopted children, ties, separations,
//! own kinds, hidden records, one, two and no focus persons, the same name twice, the dead.

use std::collections::BTreeSet;
use std::sync::Arc;

use rode_draad::model::{
    Age, Bond, CardId, Child, Date, Ending, Entry, EntryId, FamilyMap, Gender, GoingOn, Household,
    HouseholdId, Housemate, KindId, LifeCourse, LifePhase, Mark, Moment, Name, OwnKind,
    PartialDate, Party, Person, PersonId, Relation, RelationId, Said, SkillLevel, SkillNote,
    Strength, StrengthId, Union, UnionId, UnionKind, Vital,
};
use rode_draad::pattern::Settings;
use rode_draad::shown::Opened;

use crate::random_family::Dice;
use rode_draad::kinship::Bonds;

pub(super) const TODAY: i32 = 2026;

/// Habits, situations, events, childhood, hidden ones, and what a derived theme is also about.
const KINDS: [&str; 24] = [
    "geld-schulden",
    "gebruik-alcohol",
    "gebruik-gokken",
    "gebruik-drugs",
    "gevoel-somber",
    "gevoel-stress",
    "leren-geen-diploma",
    "leren-uitval",
    "opv-uithuis",
    "opv-kleinvolwassen",
    "relatie-alleen",
    "relatie-scheiding",
    "opv-jongouder",
    "veilig-partnergeweld",
    "veilig-pleger",
    "veilig-getuige",
    "gevoel-trauma",
    "meedoen-gepest",
    "lichaam-beperking",
    "werk-geen",
    "leren-taal",
    "gevoel-einde",
    "relatie-ruzie",
    OWN,
];
/// A kind of the family's own.
pub(super) const OWN: &str = "eigen1";
const STRENGTHS: [&str; 5] = ["s-zorgzaam", "s-doorzetten", "s-diploma", "s-humor", "s-ouderkind"];
const SKILLS: [&str; 2] = ["ef-impuls", "ef-tijd"];
const TIES: [&str; 8] =
    ["breuk", "ruzie", "geweld", "dwang", "zorgt-voor", "steun", "heel-hecht", "violence"];

const WOMEN: [&str; 30] = [
    "Anna", "Bea", "Carla", "Dina", "Elsa", "Fenna", "Greta", "Hilda", "Ida", "Janna", "Klara",
    "Lotte", "Mieke", "Nora", "Olga", "Petra", "Rosa", "Saskia", "Tessa", "Ursula", "Vera",
    "Wilma", "Xenia", "Yara", "Zita", "Amber", "Britt", "Corrie", "Doris", "Eefje",
];
const MEN: [&str; 30] = [
    "Arend", "Bas", "Cor", "Dirk", "Evert", "Frits", "Gijs", "Hugo", "Ivo", "Joop", "Koen", "Luuk",
    "Mark", "Nico", "Otto", "Piet", "Rik", "Sven", "Teun", "Udo", "Victor", "Wout", "Xander",
    "Yorick", "Zeno", "Aart", "Bram", "Chiel", "Daan", "Emiel",
];

/// One family as it is told: the map, and what is chosen about it.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) map: FamilyMap,
    pub(super) settings: Settings,
    pub(super) opened: Opened,
}

/// Somebody being made.
struct Draft {
    person: Person,
    born: i32,
    depth: usize,
}

struct Maker {
    dice: Dice,
    people: Vec<Draft>,
    parents: Vec<Vec<usize>>,
    unions: Vec<Union>,
    n_records: usize,
    names: [Vec<&'static str>; 2],
}

pub(super) fn id(at: usize) -> PersonId {
    PersonId::new(&format!("p{at}")).unwrap()
}

fn kind(text: &str) -> KindId {
    KindId::new(text).unwrap()
}

/// The family of this number; the same everywhere.
pub(super) fn world(seed: u64) -> World {
    let dice = Dice::new(seed + 31_337);
    let names = [WOMEN.to_vec(), MEN.to_vec()];
    let mut maker = Maker {
        dice,
        people: Vec::new(),
        parents: Vec::new(),
        unions: Vec::new(),
        n_records: 0,
        names,
    };
    maker.dice.shuffle(&mut maker.names[0]);
    maker.dice.shuffle(&mut maker.names[1]);
    maker.kin();
    maker.records();
    let mut map = maker.map();
    let dice = &mut maker.dice;
    around(dice, &mut map, &maker.people);
    choices(dice, seed, map)
}

impl Maker {
    fn person(&mut self, born: i32, depth: usize) -> usize {
        let at = self.people.len();
        let man = self.dice.percent(50);
        let list = &mut self.names[usize::from(man)];
        let mut name = list.pop().unwrap_or("Robin");
        if self.dice.percent(4) && 0 < at {
            // Two people of one name.
            let other = self.dice.below(at);
            name = leak(self.people[other].person.name.short());
        }
        let mut person = Person { name: Name::called(name), ..Person::default() };
        person.gender = if man { Gender::Man } else { Gender::Woman };
        if self.dice.percent(4) {
            person.gender = [Gender::NonBinary, Gender::Unknown][self.dice.below(2)];
        }
        let date = Date::year_only(born).unwrap();
        person.birth = match self.dice.below(14) {
            0 => None,
            1 => Some(PartialDate::About(date)),
            2 => Some(PartialDate::Between(date, Date::year_only((born + 3).min(TODAY)).unwrap())),
            _ => Some(PartialDate::Exactly(date)),
        };
        let age = TODAY - born;
        if self.dice.percent(if 65 < age { 50 } else { 6 }) {
            let years =
                i32::try_from(self.dice.below(usize::try_from(age.max(1)).unwrap())).unwrap();
            let least = if 65 < age { age / 2 + years / 2 } else { years };
            let on = PartialDate::in_year(born + least).filter(|_| self.dice.percent(85));
            person.vital = Vital::Dead(on);
        }
        self.people.push(Draft { person, born, depth });
        self.parents.push(Vec::new());
        at
    }

    /// Three or four generations: couples, ex-partners, lone parents, cousins.
    fn kin(&mut self) {
        // Now and then so many that something may be chance.
        let large = self.dice.percent(4);
        let most = if large { 45 + self.dice.below(25) } else { 5 + self.dice.below(20) };
        let top = 1925 + i32::try_from(self.dice.below(35)).unwrap();
        let mut row: Vec<usize> = Vec::new();
        for _ in 0..1 + self.dice.below(2) {
            let born = top + i32::try_from(self.dice.below(8)).unwrap();
            row.push(self.person(born, 0));
        }
        for depth in 1..=3 {
            let mut next: Vec<usize> = Vec::new();
            for parent in row.clone() {
                for nth in 0..[1, 1, 1, 1, 2, 0][self.dice.below(6)] {
                    if most <= self.people.len() {
                        return;
                    }
                    next.extend(self.couple(parent, depth, nth, &row));
                }
            }
            row = next;
        }
    }

    /// A union of `first`, and its children.
    fn couple(&mut self, first: usize, depth: usize, nth: usize, row: &[usize]) -> Vec<usize> {
        let mut union = Union::default();
        let mut partners = vec![first];
        let born = self.people[first].born;
        if self.dice.percent(4) && 1 < row.len() {
            // Two of the same generation, as cousins are.
            let other = row[self.dice.below(row.len())];
            partners.extend(Some(other).filter(|it| *it != first));
        } else if self.dice.percent(85) {
            let years = i32::try_from(self.dice.below(7)).unwrap() - 3;
            partners.push(self.person(born + years, depth - 1));
        }
        let mut young = born + 16 + i32::try_from(self.dice.below(16)).unwrap();
        young = young.max(self.people[*partners.last().unwrap()].born + 15);
        let mut children = Vec::new();
        for _ in 0..[0, 1, 2, 2, 3, 4][self.dice.below(6)] {
            young += 1 + i32::try_from(self.dice.below(5)).unwrap();
            if TODAY <= young {
                break;
            }
            let child = self.person(young, depth);
            children.push(child);
            self.parents[child].extend(&partners);
            let bond = match self.dice.below(24) {
                0 => Bond::Foster,
                1 => Bond::Step,
                2 | 3 => Bond::Adopted,
                4 if self.dice.percent(40) => Bond::Donor,
                _ => Bond::Birth,
            };
            union.children.push(Child { bond, ..Child::by_birth(id(child)) });
        }
        if self.dice.percent(6) && !children.is_empty() {
            let last = *children.last().unwrap();
            self.people[last].person.life =
                [LifeCourse::Stillbirth, LifeCourse::Miscarriage][self.dice.below(2)];
        }
        union.partners = partners.iter().map(|it| id(*it)).collect();
        self.ending(&mut union, born, nth);
        if self.dice.percent(5) {
            // Brothers and sisters whose parents are not known.
            union.partners.clear();
            children.iter().for_each(|it| self.parents[*it].clear());
        }
        if 0 < union.partners.len() + union.children.len() {
            self.unions.push(union);
        }
        self.elsewhere(&children);
        let born = |it: &usize| self.people[*it].person.holds_facts();
        children.into_iter().filter(born).collect()
    }

    fn ending(&mut self, union: &mut Union, born: i32, nth: usize) {
        let started = born + 18 + i32::try_from(self.dice.below(12)).unwrap();
        union.from = PartialDate::in_year(started).filter(|_| self.dice.percent(40));
        if self.dice.percent(if nth == 0 { 35 } else { 60 }) {
            union.ending = Some(
                [Ending::Separated, Ending::Divorced, Ending::Divorced, Ending::Death]
                    [self.dice.below(4)],
            );
        }
        let until = (started + 1 + i32::try_from(self.dice.below(15)).unwrap()).min(TODAY);
        if self.dice.percent(40) && (union.ending.is_some() || self.dice.percent(20)) {
            union.until = PartialDate::in_year(until);
        }
        if self.dice.percent(5) && union.is_over() {
            union.together_again = PartialDate::in_year(TODAY - 1);
        }
        if self.dice.percent(6) {
            union.kind = UnionKind::Brief;
        }
    }

    /// Now and then a child lives with an earlier couple too, as a foster child or in care.
    fn elsewhere(&mut self, children: &[usize]) {
        let Some(child) = children.first().copied() else { return };
        if !self.dice.percent(7) || self.unions.len() < 2 {
            return;
        }
        let at = self.dice.below(self.unions.len() - 1);
        let elder = |it: &PersonId| {
            let at: usize = it.as_str()[1..].parse().unwrap();
            self.people[at].depth < self.people[child].depth
        };
        let union = &self.unions[at];
        let parents: Vec<PersonId> = self.parents[child].iter().map(|it| id(*it)).collect();
        let own = union.partners.iter().any(|it| parents.contains(it));
        if own || union.partners.is_empty() || !union.partners.iter().all(elder) {
            return;
        }
        let bond = [Bond::Foster, Bond::Foster, Bond::Guardian][self.dice.below(3)];
        let from = PartialDate::in_year(self.people[child].born + 3);
        let from = from.filter(|_| self.dice.percent(50));
        self.unions[at].children.push(Child { bond, from, ..Child::by_birth(id(child)) });
    }

    fn number(&mut self) -> usize {
        self.n_records += 1;
        self.n_records
    }

    /// What is entered in this family; a habit first, which one can stop with, keep out of, and grow
    /// up with.
    fn kinds(&mut self) -> Vec<&'static str> {
        let has_habit = self.dice.percent(60);
        let mut pool = KINDS.to_vec();
        self.dice.shuffle(&mut pool);
        let n = self.dice.below(6).max(usize::from(has_habit));
        if has_habit {
            let habit = ["gebruik-alcohol", "gebruik-gokken", "geld-schulden"][self.dice.below(3)];
            pool.retain(|it| *it != habit);
            pool.insert(0, habit);
        }
        pool.truncate(n);
        pool
    }

    fn records(&mut self) {
        for (nth, kind) in self.kinds().into_iter().enumerate() {
            let carried = [8, 25, 45][self.dice.below(3)];
            let inherits = [15, 50, 70][self.dice.below(3)];
            let asked = [10, 30, 60][self.dice.below(3)];
            let asked = if nth == 0 { asked.max(50) } else { asked };
            let mut has: BTreeSet<usize> = BTreeSet::new();
            for at in 0..self.people.len() {
                let from_parent = self.parents[at].iter().any(|it| has.contains(it));
                let age = self.at_most(at);
                let yes = self.dice.percent(if from_parent { inherits } else { carried });
                let said = match self.dice.below(100) {
                    _ if yes && (10 < age || self.dice.percent(30)) => Said::Yes,
                    roll if roll < asked => Said::No,
                    roll if roll < asked + 10 => Said::Maybe,
                    _ => continue,
                };
                if said == Said::Yes {
                    has.insert(at);
                }
                self.entry(at, kind, said);
                if self.dice.percent(6) {
                    let said = [Said::Yes, Said::Maybe, Said::No][self.dice.below(3)];
                    self.entry(at, kind, said);
                }
            }
        }
        self.strong();
    }

    /// How old somebody is, or became, by the year that was rolled.
    fn at_most(&self, at: usize) -> i32 {
        let draft = &self.people[at];
        let last = draft.person.death().map_or(TODAY, PartialDate::year);
        (last - draft.born).max(0)
    }

    fn moment(&mut self, at: usize, least: i32, years: usize) -> Option<Moment> {
        let age = (least + i32::try_from(self.dice.below(years)).unwrap()).min(self.at_most(at));
        let born = self.people[at].born;
        let age = u8::try_from(age.max(0)).unwrap();
        Some(match self.dice.below(14) {
            0 | 1 => return None,
            2 => Moment::AtAge(Age::About(age)),
            3 => Moment::AtAge(Age::Between(age, age + 1)),
            4 => Moment::In(
                [LifePhase::Child, LifePhase::Teenager, LifePhase::Later][self.dice.below(3)],
            ),
            5..=7 => Moment::On(PartialDate::in_year(born + i32::from(age)).unwrap()),
            _ => Moment::AtAge(Age::Exactly(age)),
        })
    }

    fn entry(&mut self, at: usize, of: &str, said: Said) {
        if !self.people[at].person.holds_facts() {
            return;
        }
        let id = EntryId::new(&format!("e{}", self.number())).unwrap();
        let mut entry = Entry::new(id, kind(of));
        entry.said = said;
        if said != Said::No {
            let least = [18, 19, 20, 27][self.dice.below(4)];
            entry.since = self.moment(at, least, 4);
            if self.dice.percent(45) {
                entry.until = self.moment(at, least + 4, 14);
                entry.going_on =
                    [GoingOn::Before, GoingOn::Unknown, GoingOn::Unknown, GoingOn::Now]
                        [self.dice.below(4)];
            } else if self.dice.percent(25) {
                entry.going_on = [GoingOn::Before, GoingOn::Now][self.dice.below(2)];
            }
            if self.dice.percent(40) {
                entry.helped = format!("hulp{}", self.n_records);
            }
        }
        entry.not_today = self.dice.percent(3);
        entry.sensitive = [Some(true), Some(false), None, None, None, None, None, None, None, None]
            [self.dice.below(10)]
        .filter(|_| self.dice.percent(60));
        entry.priority =
            [Some(1), Some(2), Some(3)][self.dice.below(3)].filter(|_| self.dice.percent(4));
        self.people[at].person.entries.push(entry);
    }

    fn strong(&mut self) {
        for of in STRENGTHS {
            let often = [0, 10, 35][self.dice.below(3)];
            for at in 0..self.people.len() {
                if !self.people[at].person.holds_facts() || !self.dice.percent(often) {
                    continue;
                }
                let id = StrengthId::new(&format!("s{}", self.number())).unwrap();
                let mut strength = Strength::new(id, kind(of));
                strength.said = [Said::Yes, Said::Yes, Said::Yes, Said::Yes, Said::Maybe, Said::No]
                    [self.dice.below(6)];
                strength.since = self.moment(at, 16, 9);
                if self.dice.percent(15) {
                    strength.until = self.moment(at, 25, 20);
                }
                self.people[at].person.strengths.push(strength);
            }
        }
        for of in SKILLS {
            let often = [0, 10, 45][self.dice.below(3)];
            for at in 0..self.people.len() {
                if self.people[at].person.holds_facts() && self.dice.percent(often) {
                    let level = [
                        SkillLevel::Hard,
                        SkillLevel::Hard,
                        SkillLevel::Varies,
                        SkillLevel::GoesWell,
                        SkillLevel::GoesWell,
                    ][self.dice.below(5)];
                    let note = SkillNote { skill: kind(of), level, according_to: String::new() };
                    self.people[at].person.skills.push(note);
                }
            }
        }
    }

    fn map(&self) -> FamilyMap {
        let today = Date::new(TODAY, Some(11), Some(21));
        let mut map = FamilyMap { today, ..FamilyMap::default() };
        for (at, draft) in self.people.iter().enumerate() {
            map.people.insert(id(at), Arc::new(draft.person.clone()));
        }
        for (at, union) in self.unions.iter().enumerate() {
            map.unions.insert(UnionId::new(&format!("u{at}")).unwrap(), Arc::new(union.clone()));
        }
        let own = OwnKind { label: "altijd krap".to_owned(), area: None };
        map.own_kinds.insert(kind(OWN), own);
        map
    }
}

/// One of the names there are, as it lives in the tables above.
fn leak(name: &str) -> &'static str {
    WOMEN.into_iter().chain(MEN).find(|it| *it == name).unwrap_or("Robin")
}

/// Ties, and who lives with whom.
fn around(dice: &mut Dice, map: &mut FamilyMap, people: &[Draft]) {
    let n = people.len();
    // Few kinds in one family, so that they come back.
    let kinds = [TIES[dice.below(TIES.len())], TIES[dice.below(TIES.len())]];
    for number in 0..[0, 0, 2, 5, 8][dice.below(5)] {
        let (from, to) = (dice.below(n), dice.below(n));
        if from == to || ![from, to].iter().all(|it| people[*it].person.holds_facts()) {
            continue;
        }
        let since = PartialDate::in_year(1980 + i32::try_from(dice.below(45)).unwrap());
        let until = PartialDate::in_year(2015 + i32::try_from(dice.below(12)).unwrap());
        let relation = Relation {
            from: id(from),
            to: Party::Person(id(to)),
            kind: kind(kinds[dice.below(2)]),
            since: since.filter(|_| dice.percent(60)),
            until: until.filter(|_| dice.percent(30)),
            according_to: String::new(),
            sensitive: None,
            entries: Vec::new(),
            notes: Vec::new(),
        };
        map.relations.insert(RelationId::new(&format!("r{number}")).unwrap(), Arc::new(relation));
    }
    let unions: Vec<Arc<Union>> = map.unions.values().cloned().collect();
    for (number, union) in unions.iter().enumerate() {
        if !dice.percent(45) {
            continue;
        }
        let mut members: BTreeSet<PersonId> =
            union.children.iter().map(|child| child.person.clone()).collect();
        members.extend(union.partners.iter().take(1 + dice.below(2)).cloned());
        let mut household = Household::default();
        for person in members {
            let until = PartialDate::in_year(2010 + i32::try_from(dice.below(15)).unwrap());
            let until = until.filter(|_| dice.percent(12));
            household.members.push(Housemate { person, from: None, until });
        }
        map.households
            .insert(HouseholdId::new(&format!("h{number}")).unwrap(), Arc::new(household));
    }
}

/// Who sits at the table, what they wish, what is opened, hidden, pinned and turned.
fn choices(dice: &mut Dice, seed: u64, mut map: FamilyMap) -> World {
    let at_table: Vec<PersonId> =
        map.people.iter().filter(|(_, it)| it.holds_facts()).map(|(id, _)| id.clone()).collect();
    let small = |id: &PersonId| map.people[id].birth.is_some_and(|it| TODAY - 18 < it.year());
    let parents: Vec<PersonId> = map
        .unions
        .values()
        .filter(|union| union.children.iter().any(|child| small(&child.person)))
        .flat_map(|union| union.partners.iter().cloned())
        .collect();
    for _ in 0..[0, 1, 1, 2, 3][dice.below(5)] {
        // Often parents of children of now, as they come to the table.
        let from = if dice.percent(60) && !parents.is_empty() { &parents } else { &at_table };
        let id = from[dice.below(from.len())].clone();
        if !map.focus.contains(&id) && (!map.people[&id].is_dead() || dice.percent(20)) {
            map.focus.push(id);
        }
    }
    let somebody = map.people[&at_table[dice.below(at_table.len())]].name.short().to_owned();
    map.wish = match dice.below(6) {
        0 => "Ik wil geen schulden meer.".to_owned(),
        1 => format!("Hoe help ik {somebody}?"),
        2 => "Minder VEEL STRESS thuis, en opa ook".to_owned(),
        _ => String::new(),
    };
    let mut opened = Opened::default();
    if dice.percent(35) {
        opened
            .kinds
            .extend(["veilig-partnergeweld", "veilig-getuige", "geweld", "gevoel-einde"].map(kind));
    }
    if dice.percent(10) {
        opened.people.insert(at_table[dice.below(at_table.len())].clone());
    }
    if dice.percent(6) {
        map.view.hidden.insert(kind(["geld-schulden", "gebruik", "s-humor"][dice.below(3)]));
    }
    for _ in 0..[0, 0, 0, 1, 2][dice.below(5)] {
        let card = ["geld-schulden", "s-zorgzaam", "young-parent", "placed-out", "gebruik-alcohol"]
            [dice.below(5)];
        let pin = [Some(1), Some(2), Some(3), None][dice.below(4)];
        let dismissed = dice.percent(20);
        map.cards.insert(CardId::new(card).unwrap(), Mark { pin, dismissed, ..Mark::default() });
    }
    let bonds =
        [Bonds::Family, Bonds::Family, Bonds::Family, Bonds::Birth, Bonds::All][dice.below(5)];
    let count_maybe = dice.percent(8);
    let _ = seed;
    World { map, settings: Settings { bonds, count_maybe, ..Settings::default() }, opened }
}
