//! Random families for the oracle of the pattern engine: cousin marriages, half-siblings, foster,
//! step and adopted children, several unions, unknown parents, planted threads, ages that are
//! exact, about or missing, counter-roles, maybe, no and unknown.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rode_draad::model::{
    Age, Bond, Child, Date, Ending, Entry, EntryId, FamilyMap, GoingOn, Household, HouseholdId,
    Housemate, KindId, LifeCourse, LifePhase, Moment, PartialDate, Party, Person, PersonId,
    Relation, RelationId, Said, SkillLevel, SkillNote, Strength, StrengthId, Union, UnionId,
    UnionKind, Vital,
};

/// Kinds that are entered: three of one area, two of childhood, an event, a counter-role, and those
/// that a derived theme is also about.
pub(crate) const KINDS: [&str; 10] = [
    "geld-schulden",
    "gebruik-alcohol",
    "gebruik-drugs",
    "gebruik-gokken",
    "veilig-getuige",
    "veilig-pleger",
    "leren-geen-diploma",
    "veilig-partnergeweld",
    "relatie-alleen",
    "opv-uithuis",
];
/// Relation kinds, one of them by a name that older files have.
const RELATIONS: [&str; 5] = ["geweld", "violence", "breuk", "ruzie", "zorgt-voor"];
pub(crate) const STRENGTHS: [&str; 2] = ["s-diploma", "s-zorgzaam"];
pub(crate) const SKILL: &str = "ef-impuls";

/// A small random number generator (xorshift64*, Vigna 2016); the same numbers everywhere.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let word = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(word).unwrap() % n.max(1)
    }

    pub(crate) fn percent(&mut self, n: usize) -> bool {
        self.below(100) < n
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// A family of 3 to 20 people whose ids are `names` of their position.
pub(crate) fn family(seed: u64, name: impl Fn(usize) -> String) -> FamilyMap {
    let mut dice = Dice::new(seed);
    let n = 3 + dice.below(18);
    let ids: Vec<PersonId> = (0..n).map(|at| PersonId::new(&name(at)).unwrap()).collect();
    let mut map = FamilyMap { today: Date::new(2026, Some(11), Some(21)), ..Default::default() };
    let mut years: Vec<i32> = Vec::new();
    let mut people: Vec<Person> = Vec::new();
    let parents = unions(&mut dice, &ids, &mut map);
    for at in 0..n {
        let year = match parents.get(&at).and_then(|of| of.iter().map(|it| years[*it]).max()) {
            Some(parent) => parent + 16 + i32::try_from(dice.below(20)).unwrap(),
            None => 1920 + i32::try_from(dice.below(60)).unwrap(),
        };
        years.push(year);
        people.push(person(&mut dice, year));
        if at == n - 1 && dice.percent(40) {
            people[at].life = LifeCourse::Stillbirth;
        }
    }
    let mut counter = 0;
    for kind in KINDS {
        let carried = if dice.percent(60) { 25 } else { 8 };
        let inherits = if dice.percent(50) { 65 } else { 15 };
        let mut has = vec![false; n];
        for at in 0..n {
            let from_parent = parents.get(&at).is_some_and(|of| of.iter().any(|it| has[*it]));
            has[at] = dice.percent(if from_parent { inherits } else { carried });
            let roll = dice.below(100);
            let said = match roll {
                _ if has[at] => Said::Yes,
                0..=24 => Said::No,
                25..=32 => Said::Maybe,
                _ => continue,
            };
            counter += 1;
            people[at].entries.push(entry(&mut dice, counter, kind, said));
            if dice.percent(8) {
                counter += 1;
                let said = [Said::Yes, Said::Maybe, Said::No][dice.below(3)];
                people[at].entries.push(entry(&mut dice, counter, kind, said));
                has[at] |= said == Said::Yes;
            }
        }
    }
    for person in &mut people {
        strengths(&mut dice, &mut counter, person);
    }
    for (id, person) in ids.iter().zip(people) {
        map.people.insert(id.clone(), Arc::new(person));
    }
    relations(&mut dice, &ids, &mut map);
    households(&mut dice, &ids, &mut map);
    map
}

/// Unions in which children come after their parents in the list, so that nobody is their own
/// ancestor. Gives the parents by child, over every bond.
fn unions(dice: &mut Dice, ids: &[PersonId], map: &mut FamilyMap) -> BTreeMap<usize, Vec<usize>> {
    let n = ids.len();
    let mut parents: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for number in 0..1 + dice.below(n) {
        let first = dice.below(n - 1);
        let mut partners = Vec::new();
        let roll = dice.below(10);
        if 0 < roll {
            partners.push(first);
        }
        if 2 < roll {
            let other = dice.below(n - 1);
            partners.extend(Some(other).filter(|other| *other != first));
        }
        dice.shuffle(&mut partners);
        let lowest = partners.iter().max().map_or(0, |most| most + 1);
        let mut union = Union::default();
        for _ in 0..dice.below(5) {
            let child = lowest + dice.below((n - lowest).min(8));
            if n <= child || union.child(&ids[child]).is_some() || partners.contains(&child) {
                continue;
            }
            let of = parents.entry(child).or_default();
            let bond = match dice.below(20) {
                0 => Bond::Foster,
                1 => Bond::Step,
                2 => Bond::Guardian,
                3 => Bond::Donor,
                4 | 5 => Bond::Adopted,
                _ if of.len() < 2 => Bond::Birth,
                _ if dice.percent(30) => Bond::Birth,
                _ => Bond::Adopted,
            };
            of.extend(&partners);
            let child = Child::by_birth(ids[child].clone());
            let from = PartialDate::in_year(1960 + i32::try_from(dice.below(60)).unwrap());
            let from = from.filter(|_| bond == Bond::Foster && dice.percent(60));
            union.children.push(Child { bond, from, ..child });
        }
        union.partners = partners.into_iter().map(|at| ids[at].clone()).collect();
        if dice.percent(30) {
            union.ending =
                Some([Ending::Separated, Ending::Divorced, Ending::Death][dice.below(3)]);
        }
        if dice.percent(50) {
            union.from = PartialDate::in_year(1950 + i32::try_from(dice.below(70)).unwrap());
        }
        if dice.percent(25) {
            union.until = PartialDate::in_year(1960 + i32::try_from(dice.below(65)).unwrap());
        }
        if dice.percent(10) {
            union.kind = UnionKind::Brief;
        }
        map.unions.insert(UnionId::new(&format!("u{number}")).unwrap(), Arc::new(union));
    }
    parents
}

/// Up to two households of a union's partners and children, some of whom have left or come later.
fn households(dice: &mut Dice, ids: &[PersonId], map: &mut FamilyMap) {
    let unions: Vec<Arc<Union>> = map.unions.values().cloned().collect();
    for number in 0..dice.below(3) {
        let union = &unions[dice.below(unions.len())];
        let mut people: Vec<&PersonId> = union.children.iter().map(|child| &child.person).collect();
        // Often one parent alone.
        let n_partners = 1 + dice.below(2);
        people.extend(union.partners.iter().take(n_partners));
        if dice.percent(30) {
            people.push(&ids[dice.below(ids.len())]);
        }
        // The order must not depend on what people are called.
        let mut met = BTreeSet::new();
        people.retain(|person| met.insert(*person));
        let mut household = Household::default();
        for person in people {
            let mut year = |odds| {
                let year = 2000 + i32::try_from(dice.below(30)).unwrap();
                PartialDate::in_year(year).filter(|_| dice.percent(odds))
            };
            let (from, until) = (year(25), year(25));
            if from.zip(until).is_none_or(|(from, until)| from.year() <= until.year()) {
                household.members.push(Housemate { person: person.clone(), from, until });
            }
        }
        let id = HouseholdId::new(&format!("h{number}")).unwrap();
        map.households.insert(id, Arc::new(household));
    }
}

fn person(dice: &mut Dice, year: i32) -> Person {
    let date = Date::year_only(year).unwrap();
    let birth = match dice.below(10) {
        0 => None,
        1 => Some(PartialDate::About(date)),
        2 => Some(PartialDate::Between(date, Date::year_only(year + 3).unwrap())),
        _ => Some(PartialDate::Exactly(date)),
    };
    let mut person = Person { birth, ..Person::default() };
    if dice.percent(25) {
        let death = year + i32::try_from(dice.below(90)).unwrap();
        let date = Date::year_only(death).map(PartialDate::Exactly).filter(|_| dice.percent(80));
        if death <= 2026 {
            person.vital = Vital::Dead(date);
        }
    }
    person
}

fn moment(dice: &mut Dice, least: usize) -> Option<Moment> {
    let age = u8::try_from(least + dice.below(25)).unwrap();
    match dice.below(12) {
        0..=2 => None,
        3 => Some(Moment::AtAge(Age::About(age))),
        4 => Some(Moment::AtAge(Age::Between(age, age + 1))),
        5 => Some(Moment::In(LifePhase::Later)),
        6 => PartialDate::in_year(1960 + i32::from(age)).map(Moment::On),
        _ => Some(Moment::AtAge(Age::Exactly(age))),
    }
}

fn entry(dice: &mut Dice, number: usize, kind: &str, said: Said) -> Entry {
    let id = EntryId::new(&format!("e{number}")).unwrap();
    let mut entry = Entry::new(id, KindId::new(kind).unwrap());
    entry.said = said;
    if said != Said::No {
        entry.since = moment(dice, 14);
        if dice.percent(40) {
            entry.until = moment(dice, 30);
            entry.going_on = [GoingOn::Before, GoingOn::Unknown, GoingOn::Now][dice.below(3)];
        }
    }
    entry.not_today = dice.percent(4);
    entry
}

fn strengths(dice: &mut Dice, counter: &mut usize, person: &mut Person) {
    for kind in STRENGTHS {
        if dice.percent(30) {
            *counter += 1;
            let id = StrengthId::new(&format!("s{counter}")).unwrap();
            let mut strength = Strength::new(id, KindId::new(kind).unwrap());
            strength.said = [Said::Yes, Said::Yes, Said::Yes, Said::Maybe, Said::No][dice.below(5)];
            strength.since = moment(dice, 26);
            person.strengths.push(strength);
        }
    }
    if dice.percent(40) {
        let level = [SkillLevel::Hard, SkillLevel::Varies, SkillLevel::GoesWell][dice.below(3)];
        let skill = KindId::new(SKILL).unwrap();
        person.skills.push(SkillNote { skill, level, according_to: String::new() });
    }
}

fn relations(dice: &mut Dice, ids: &[PersonId], map: &mut FamilyMap) {
    for number in 0..dice.below(8) {
        let (from, to) = (dice.below(ids.len()), dice.below(ids.len()));
        if from == to {
            continue;
        }
        let kind = RELATIONS[dice.below(RELATIONS.len())];
        let relation = Relation {
            from: ids[from].clone(),
            to: Party::Person(ids[to].clone()),
            kind: KindId::new(kind).unwrap(),
            since: PartialDate::in_year(1950 + i32::try_from(dice.below(70)).unwrap()),
            until: None,
            according_to: String::new(),
            sensitive: None,
            entries: Vec::new(),
            notes: Vec::new(),
        };
        map.relations.insert(RelationId::new(&format!("r{number}")).unwrap(), Arc::new(relation));
    }
}
