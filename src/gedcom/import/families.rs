//! Families: partners, children and their bonds, how it began and ended.

use std::collections::BTreeMap;

use super::facts::{self, Shelf, is_part_hidden};
use super::{Names, people};
use crate::gedcom::date::{self, Dated};
use crate::gedcom::record::Record;
use crate::gedcom::report::Report;
use crate::model::{
    Bond, BondWith, Child, Crowd, Date, Ending, Field, PartialDate, Person, PersonId, Union,
    UnionField, UnionId, UnionKind,
};

/// Who belongs to a family, from both sides: the family names its people and people their
/// families, and programs forget one or the other.
#[derive(Default)]
struct Members {
    partners: Vec<PersonId>,
    children: Vec<PersonId>,
    seen: BTreeMap<PersonId, Role>,
}

/// What somebody is in a family.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Partner,
    Child,
}

/// What is said of the bond between a child and a family.
#[derive(Clone, Default)]
struct Said {
    bond: Option<Bond>,
    from: Option<PartialDate>,
    /// With whom of the parents it is another one.
    with: BTreeMap<PersonId, BondWith>,
}

type Bonds = BTreeMap<(UnionId, PersonId), Said>;

/// Every family in the file that has somebody in it. Who is only counted as one of more children is
/// added to `people`; dates that are not understood come in `unread`.
pub(super) fn unions(
    names: &mut Names<'_>,
    people: &mut BTreeMap<PersonId, Person>,
    (shelf, unread): (&Shelf<'_>, &mut BTreeMap<Field, String>),
    report: &mut Report,
) -> BTreeMap<UnionId, Union> {
    let mut bonds = Bonds::new();
    let mut members: BTreeMap<UnionId, Members> = BTreeMap::new();
    for (id, record) in &names.unions {
        let family = members.entry(id.clone()).or_default();
        for partner in linked(*record, &["HUSB", "WIFE"], names, report) {
            family.add_partner(partner, record.line(), report);
        }
    }
    links_from_people(names, &mut members, &mut bonds, report, "FAMS");
    for (id, record) in &names.unions {
        let family = members.entry(id.clone()).or_default();
        for child in record.all("CHIL") {
            let Some(person) = person_at(child, names, report) else { continue };
            let said = || (id.clone(), person.clone());
            if is_part_hidden(*record, child) {
                // That a child was adopted, say, may be what nobody is to see.
            } else if let Some(with) = bond_of_each(*record, child, names) {
                bonds.entry(said()).or_default().with = with;
            } else if let Some(bond) = bond_of_both(child, report) {
                bonds.entry(said()).or_default().bond = Some(bond);
            }
            family.add_child(person, child.line(), report);
        }
    }
    links_from_people(names, &mut members, &mut bonds, report, "FAMC");
    let mut all = BTreeMap::new();
    let mut ids = std::mem::take(&mut names.union_ids);
    let mut person_ids = std::mem::take(&mut names.person_ids);
    for (id, record) in &names.unions {
        let Some(mut family) = members.remove(id) else { continue };
        if family.seen.is_empty() {
            report.empty_families(record.line());
            continue;
        }
        record.taken();
        let (mut facts, texts) = facts(*record, report);
        let field = |(field, text)| (Field::Union(id.clone(), field), text);
        unread.extend(texts.into_iter().map(field));
        if let Some(crowd) = more_children(*record, family.children.len())
            && let Some(person) = PersonId::new(&person_ids.fresh("more", ""))
        {
            report.more_children(record.line());
            family.children.push(person.clone());
            people.insert(person, Person { stands_for: Some(crowd), ..Person::default() });
        }
        facts.notes = facts::notes(*record, shelf, report);
        for (other, kind) in other_partners(&family).zip(std::iter::repeat(facts.kind)) {
            let partners = family.partners.first().into_iter().chain([other]).cloned().collect();
            if let Some(other_id) = UnionId::new(&ids.fresh("F", id.as_str())) {
                all.insert(other_id, Union { partners, kind, ..Union::default() });
            }
        }
        all.insert(id.clone(), couple(id, &family, facts, &bonds));
    }
    all
}

impl Members {
    fn add_partner(&mut self, person: PersonId, line: usize, report: &mut Report) {
        if self.seen.insert(person.clone(), Role::Partner).is_some() {
            report.own_partner(line);
            return;
        }
        if 2 <= self.partners.len() {
            report.many_partners(line);
        }
        self.partners.push(person);
    }

    fn add_child(&mut self, person: PersonId, line: usize, report: &mut Report) {
        match self.seen.get(&person) {
            None => {
                self.seen.insert(person.clone(), Role::Child);
                self.children.push(person);
            }
            Some(Role::Partner) => report.own_partner(line),
            // Both sides name the link: that is how it should be.
            Some(Role::Child) => {}
        }
    }
}

/// The partners after the first two. They get a union of their own with the first.
fn other_partners(family: &Members) -> impl Iterator<Item = &PersonId> {
    family.partners.iter().skip(2)
}

/// The union of the first two partners, with all children.
fn couple(id: &UnionId, family: &Members, facts: Union, bonds: &Bonds) -> Union {
    let child = |person: &PersonId| {
        let said = bonds.get(&(id.clone(), person.clone())).cloned().unwrap_or_default();
        let bond = said.bond.unwrap_or_default();
        let mut with = said.with;
        with.retain(|parent, _| family.partners.iter().take(2).any(|it| it == parent));
        Child { bond, from: said.from, with, ..Child::by_birth(person.clone()) }
    };
    Union {
        partners: family.partners.iter().take(2).cloned().collect(),
        children: family.children.iter().map(child).collect(),
        ..facts
    }
}

/// The people that `record` points at with one of `tags`.
fn linked(
    record: Record<'_>,
    tags: &[&str],
    names: &Names<'_>,
    report: &mut Report,
) -> Vec<PersonId> {
    let links = record.children().filter(|link| tags.contains(&link.tag()));
    links.filter_map(|link| person_at(link, names, report)).collect()
}

/// How many more children a family had than it names.
fn more_children(record: Record<'_>, known: usize) -> Option<Crowd> {
    let said = record.first("NCHI")?;
    let n: usize = said.value().parse().ok().filter(|n| *n <= MOST_CHILDREN)?;
    // As many, or fewer: nothing to add.
    said.taken();
    let more = n.checked_sub(known).filter(|more| 0 < *more)?;
    Some(Crowd { count: u16::try_from(more).ok() })
}

/// More children than any couple had; a larger number is a mistake, and stays in a note.
const MOST_CHILDREN: usize = 70;

fn person_at(link: Record<'_>, names: &Names<'_>, report: &mut Report) -> Option<PersonId> {
    let xref = link.pointer();
    if xref == Some("VOID") {
        link.taken();
        return None;
    }
    let person = xref.and_then(|xref| names.person_of.get(xref));
    match person {
        Some(_) => link.take(),
        None => report.nobody(link.line()),
    }
    person.cloned()
}

/// Adds what people say of their families: `FAMS` as a partner, `FAMC` as a child.
fn links_from_people(
    names: &Names<'_>,
    members: &mut BTreeMap<UnionId, Members>,
    bonds: &mut Bonds,
    report: &mut Report,
    tag: &'static str,
) {
    for (person, record) in &names.people {
        for link in record.all(tag) {
            if link.pointer() == Some("VOID") {
                link.taken();
                continue;
            }
            let Some(id) = link.pointer().and_then(|xref| names.union_of.get(xref)) else {
                report.nobody(link.line());
                continue;
            };
            link.taken();
            let Some(family) = members.get_mut(id) else { continue };
            if tag == "FAMC" {
                let said = bonds.entry((id.clone(), person.clone())).or_default();
                let open = Some(link).filter(|link| !is_part_hidden(*record, *link));
                let bond = open.and_then(|link| link.first("PEDI")).and_then(bond_of);
                said.bond = bond.or(said.bond);
                family.add_child(person.clone(), link.line(), report);
            } else if !family.seen.contains_key(person) {
                family.add_partner(person.clone(), link.line(), report);
            }
        }
        if tag == "FAMC" {
            adoptions(person, *record, names, bonds, report);
        }
    }
}

/// The event `ADOP` names the family that adopted.
fn adoptions(
    person: &PersonId,
    record: Record<'_>,
    names: &Names<'_>,
    bonds: &mut Bonds,
    report: &mut Report,
) {
    for event in record.all("ADOP") {
        let Some(link) = event.first("FAMC") else { continue };
        if let Some(id) = link.pointer().and_then(|xref| names.union_of.get(xref)) {
            if is_part_hidden(record, event) {
                continue;
            }
            event.taken();
            link.taken();
            // Which of the two adopted is left for a note.
            date::tell_unread(event, report);
            let from = date::of_event(event).map(|dated| dated.take(report));
            let key = (id.clone(), person.clone());
            bonds.insert(key, Said { bond: Some(Bond::Adopted), from, ..Said::default() });
        }
    }
}

/// The bonds with the husband and the wife of `family`, where both are said, are known and differ.
fn bond_of_each(
    family: Record<'_>,
    child: Record<'_>,
    names: &Names<'_>,
) -> Option<BTreeMap<PersonId, BondWith>> {
    let mut with = BTreeMap::new();
    for (tag, said) in [("HUSB", "_FREL"), ("WIFE", "_MREL")] {
        let parent = names.person_of.get(family.first(tag)?.pointer()?)?;
        let bond = bond_named(&child.first(said)?.value())?;
        with.insert(parent.clone(), BondWith { bond, ..BondWith::default() });
    }
    let mut bonds = with.values().map(|own| own.bond);
    if bonds.next() == bonds.next() {
        return None;
    }
    for said in ["_FREL", "_MREL"] {
        child.first(said)?.taken();
    }
    Some(with)
}

/// What `_FREL` and `_MREL` say of father and mother.
fn bond_of_both(child: Record<'_>, report: &mut Report) -> Option<Bond> {
    let (father, mother) = (child.first("_FREL"), child.first("_MREL"));
    let bond = |said: Option<Record<'_>>| bond_named(&said?.value());
    match (bond(father), bond(mother)) {
        // Both stay in a note.
        (Some(a), Some(b)) if a != b => {
            report.two_bonds(child.line());
            Some(if a == Bond::Birth || b == Bond::Birth { Bond::Birth } else { a })
        }
        _ => father.and_then(bond_of).into_iter().chain(mother.and_then(bond_of)).next(),
    }
}

/// The bond that `record` says; what is not understood is left for a note.
fn bond_of(record: Record<'_>) -> Option<Bond> {
    let bond = bond_named(&record.value())?;
    record.taken();
    Some(bond)
}

fn bond_named(text: &str) -> Option<Bond> {
    let text = text.trim().to_lowercase();
    let bonds = [
        ("birth", Bond::Birth),
        ("natural", Bond::Birth),
        ("biological", Bond::Birth),
        ("adopt", Bond::Adopted),
        ("foster", Bond::Foster),
        ("step", Bond::Step),
        ("guardian", Bond::Guardian),
        ("donor", Bond::Donor),
    ];
    bonds.into_iter().find(|(word, _)| text.starts_with(word)).map(|(_, bond)| bond)
}

/// What an event says of a union.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Begin,
    End(Ending),
}

/// How a family began and ended, and whether they came together again; without people and notes.
/// With the texts that stand in a field without being understood.
fn facts(record: Record<'_>, report: &mut Report) -> (Union, Vec<(UnionField, String)>) {
    let mut union = Union::default();
    let mut unread: BTreeMap<UnionField, String> = BTreeMap::new();
    let mut turns: Vec<(Turn, Record<'_>, Option<Dated<'_>>)> = Vec::new();
    let events = record.children().filter(|it| !is_no(*it) && !is_part_hidden(record, *it));
    for event in events {
        let Some(turn) = turn(event) else { continue };
        date::tell_unread(event, report);
        turns.push((turn, event, date::of_event(event)));
    }
    in_order_of_time(&mut turns);
    let mut used: Vec<(UnionField, Record<'_>, Option<Dated<'_>>)> = Vec::new();
    for (turn, event, dated) in turns {
        let was_again = union.together_again.is_some();
        let Some(field) = turned(&mut union, turn, event, dated.map(|it| it.date)) else {
            report.second(event.line());
            continue;
        };
        if was_again && union.together_again.is_none() {
            // How it ended at last counts; what was between is left for the notes.
            for (_, between, _) in used.extract_if(.., |it| it.0 != UnionField::From) {
                report.second(between.line());
            }
        }
        used.push((field, event, dated));
    }
    for (field, event, dated) in used {
        if field == UnionField::TogetherAgain {
            report.again(event.line());
        }
        event.taken();
        let at = date_in(&union, field);
        match dated {
            // Another date than the one on the map stays beside it.
            Some(dated) if at == Some(dated.date) => drop(dated.take(report)),
            None if at.is_none() && !unread.contains_key(&field) => {
                unread.extend(date::as_written(event).map(|text| (field, text)));
            }
            Some(_) | None => {}
        }
    }
    let engaged = record.all("ENGA").find(|it| !is_no(*it) && !is_part_hidden(record, *it));
    if let Some(event) = engaged.filter(|_| union.kind == UnionKind::Relationship) {
        event.taken();
        date::tell_unread(event, report);
        union.kind = UnionKind::Engaged;
        union.from = date::of_event(event).map(|dated| dated.take(report));
        let text = date::as_written(event).filter(|_| union.from.is_none());
        unread.extend(text.map(|text| (UnionField::From, text)));
    }
    (union, unread.into_iter().collect())
}

/// What `turn` changes about `union`: the field that its date is about. `None` where there is no
/// room for it.
fn turned(
    union: &mut Union,
    turn: Turn,
    event: Record<'_>,
    date: Option<PartialDate>,
) -> Option<UnionField> {
    let is_over = union.ending.is_some();
    match turn {
        Turn::Begin if !is_over && union.kind == UnionKind::Relationship => {
            union.kind = kind_of(event);
            union.from = date;
            Some(UnionField::From)
        }
        // Without a date it was after the end.
        Turn::Begin if is_over && union.together_again.is_none() => {
            let after = union.until.map(|until| PartialDate::After(until.main_date()));
            union.together_again = date.or(after);
            if union.together_again.is_none() {
                (union.ending, union.until) = (None, None);
            }
            Some(UnionField::TogetherAgain)
        }
        Turn::End(ending) if !is_over || union.together_again.is_some() => {
            union.together_again = None;
            (union.ending, union.until) = (Some(ending), date);
            Some(UnionField::Until)
        }
        // A divorce after a separation says how it ended.
        Turn::End(ending) if union.ending == Some(Ending::Separated) => {
            union.ending = Some(ending);
            union.until = union.until.or(date);
            Some(UnionField::Until)
        }
        Turn::End(_) if union.until.is_none() => {
            union.until = date;
            Some(UnionField::Until)
        }
        Turn::Begin | Turn::End(_) => None,
    }
}

/// The date in `field`.
fn date_in(union: &Union, field: UnionField) -> Option<PartialDate> {
    match field {
        UnionField::From => union.from,
        UnionField::Until => union.until,
        UnionField::TogetherAgain => union.together_again,
        UnionField::Notes => None,
    }
}

/// Does the event say that it did not happen?
fn is_no(event: Record<'_>) -> bool {
    event.value().eq_ignore_ascii_case("N")
}

fn turn(event: Record<'_>) -> Option<Turn> {
    let kind = || event.text("TYPE").to_lowercase();
    let is_apart = ["separat", "gescheiden van tafel", "uit elkaar", "getrennt"];
    match event.tag() {
        "MARR" => Some(Turn::Begin),
        "DIV" | "ANUL" => Some(Turn::End(Ending::Divorced)),
        "EVEN" if is_apart.iter().any(|word| kind().starts_with(word)) => {
            event.all("TYPE").for_each(Record::take);
            Some(Turn::End(Ending::Separated))
        }
        tag if people::is_separation(tag) => Some(Turn::End(Ending::Separated)),
        _ => None,
    }
}

/// Puts events with a date in the order of time; those without one stay where they stand in the
/// file, behind the one before them.
fn in_order_of_time(turns: &mut [(Turn, Record<'_>, Option<Dated<'_>>)]) {
    let mut latest: Option<Date> = None;
    let mut keys: BTreeMap<usize, Option<Date>> = BTreeMap::new();
    for (_, event, dated) in turns.iter() {
        latest = dated.map(|dated| dated.date.main_date()).or(latest);
        keys.insert(event.line(), latest);
    }
    turns.sort_by_key(|(_, event, _)| keys.get(&event.line()).copied().flatten());
}

/// What kind of union a marriage is; a kind that is not known is left for a note.
fn kind_of(marriage: Record<'_>) -> UnionKind {
    let Some(said) = marriage.first("TYPE") else {
        return UnionKind::Married;
    };
    let text = said.value().to_lowercase();
    let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if starts(&["partner", "registered", "civil u", "geregistreerd", "pacs"]) {
        said.taken();
        UnionKind::Registered
    } else if starts(&["common", "cohabit", "samenwon", "living together"]) {
        said.taken();
        UnionKind::LivingTogether
    } else {
        UnionKind::Married
    }
}
