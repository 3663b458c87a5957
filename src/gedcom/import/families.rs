//! Families: partners, children and their bonds, how it began and ended.

use std::collections::BTreeMap;

use super::{Names, people};
use crate::gedcom::date;
use crate::gedcom::record::Record;
use crate::gedcom::report::Report;
use crate::model::{Bond, Child, Ending, PartialDate, PersonId, Union, UnionId, UnionKind};

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
#[derive(Clone, Copy, Default)]
struct Said {
    bond: Option<Bond>,
    from: Option<PartialDate>,
}

type Bonds = BTreeMap<(UnionId, PersonId), Said>;

/// Every family in the file that has somebody in it.
pub(super) fn unions(names: &mut Names<'_>, report: &mut Report) -> BTreeMap<UnionId, Union> {
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
            if let Some(bond) = bond_of_both(child, report) {
                bonds.entry((id.clone(), person.clone())).or_default().bond = Some(bond);
            }
            family.add_child(person, child.line(), report);
        }
    }
    links_from_people(names, &mut members, &mut bonds, report, "FAMC");
    let mut all = BTreeMap::new();
    let mut ids = std::mem::take(&mut names.union_ids);
    for (id, record) in &names.unions {
        let Some(family) = members.remove(id) else { continue };
        if family.seen.is_empty() {
            report.empty_families(record.line());
            continue;
        }
        let facts = facts(*record, names, report);
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
        let said = bonds.get(&(id.clone(), person.clone())).copied().unwrap_or_default();
        let bond = said.bond.unwrap_or_default();
        Child { bond, from: said.from, ..Child::by_birth(person.clone()) }
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

fn person_at(link: Record<'_>, names: &Names<'_>, report: &mut Report) -> Option<PersonId> {
    let xref = link.pointer();
    if xref == Some("VOID") {
        return None;
    }
    let person = xref.and_then(|xref| names.person_of.get(xref));
    if person.is_none() {
        report.nobody(link.line());
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
        for link in record.all(tag).filter(|link| link.pointer() != Some("VOID")) {
            let Some(id) = link.pointer().and_then(|xref| names.union_of.get(xref)) else {
                report.nobody(link.line());
                continue;
            };
            let Some(family) = members.get_mut(id) else { continue };
            if tag == "FAMC" {
                let said = bonds.entry((id.clone(), person.clone())).or_default();
                said.bond = bond_named(&link.text("PEDI")).or(said.bond);
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
            let from = date::of_event(event, report);
            let key = (id.clone(), person.clone());
            bonds.insert(key, Said { bond: Some(Bond::Adopted), from });
        }
    }
}

/// What `_FREL` and `_MREL` say of father and mother.
fn bond_of_both(child: Record<'_>, report: &mut Report) -> Option<Bond> {
    let father = bond_named(&child.text("_FREL"));
    let mother = bond_named(&child.text("_MREL"));
    match (father, mother) {
        (Some(a), Some(b)) if a != b => {
            report.two_bonds(child.line());
            Some(if a == Bond::Birth || b == Bond::Birth { Bond::Birth } else { a })
        }
        (a, b) => a.or(b),
    }
}

fn bond_named(text: &str) -> Option<Bond> {
    let text = text.to_lowercase();
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

/// How a family began and ended, and its notes; without people.
fn facts(record: Record<'_>, names: &Names<'_>, report: &mut Report) -> Union {
    let mut union =
        Union { notes: people::texts(record, &names.notes, report), ..Union::default() };
    let mut engaged = None;
    for event in record.children().filter(|event| event.value() != "N") {
        let ended = |event: Record<'_>| event.text("TYPE").to_lowercase();
        match event.tag() {
            "MARR" => {
                union.kind = kind_named(&event.text("TYPE"));
                union.from = union.from.or_else(|| date::of_event(event, report));
            }
            "ENGA" => engaged = Some(date::of_event(event, report)),
            "DIV" | "ANUL" => {
                union.ending = Some(Ending::Divorced);
                union.until = date::of_event(event, report).or(union.until);
            }
            "EVEN" if !ended(event).starts_with("separat") => {}
            tag if tag == "EVEN" || people::is_separation(tag) => {
                union.ending = union.ending.or(Some(Ending::Separated));
                union.until = union.until.or_else(|| date::of_event(event, report));
            }
            _ => {}
        }
    }
    if let Some(date) = engaged.filter(|_| union.kind == UnionKind::Relationship) {
        union.kind = UnionKind::Engaged;
        union.from = date;
    }
    union
}

fn kind_named(text: &str) -> UnionKind {
    let text = text.to_lowercase();
    if text.starts_with("partner") || text.starts_with("registered") || text.starts_with("civil u")
    {
        UnionKind::Registered
    } else if text.starts_with("common") || text.starts_with("cohabit") {
        UnionKind::LivingTogether
    } else {
        UnionKind::Married
    }
}
