//! Records to a family map.

mod couples;
mod facts;
mod families;
mod loops;
mod name;
mod people;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use facts::Shelf;

use super::record::{Fate, Record, Tree};
use super::report::{Remark, Report};
use crate::i18n::{Lang, Texts};
use crate::model::{
    Bond, FamilyMap, Field, LifeCourse, MAX_AGE, MAX_ID_LEN, PartialDate, Person, PersonId,
    TwinKind, Twins, TwinsId, Union, UnionId, Vital, is_valid_id,
};

/// Where programs say who the first person of a file is, in its head.
const FIRST_PERSON_TAGS: [&str; 4] = ["_ROOT", "_HME", "_HOME", "_FIRST"];

/// The records of people and families under the ids they get on the map, in file order.
struct Names<'a> {
    people: Vec<(PersonId, Record<'a>)>,
    unions: Vec<(UnionId, Record<'a>)>,
    person_of: BTreeMap<&'a str, PersonId>,
    union_of: BTreeMap<&'a str, UnionId>,
    /// Where new people get their ids from, as those who are children without a name.
    person_ids: Ids,
    /// Where new unions get their ids from.
    union_ids: Ids,
}

/// The longest name that a map can hold, in characters.
const MAX_NAME: usize = 1_000;

/// The family in the file, its texts in `lang`. Always sound: what cannot be is left out and told.
pub(super) fn family<'a>(tree: &'a Tree<'a>, lang: Lang, report: &mut Report) -> FamilyMap {
    let mut names = names(tree, report);
    let mut shelf = shelf(tree, lang);
    let mut people: BTreeMap<PersonId, Person> = BTreeMap::new();
    let mut unread = BTreeMap::new();
    for (id, record) in &names.people {
        let name = name::name(*record, report);
        shelf.called.entry(record.xref()).or_insert_with(|| match name.full() {
            full if full.is_empty() => "?".to_owned(),
            full => full,
        });
        let (person, texts) = people::person(*record, name, report);
        let field = |(field, text)| (Field::Person(id.clone(), field), text);
        unread.extend(texts.into_iter().map(field));
        people.insert(id.clone(), person);
    }
    let mut unions = families::unions(&mut names, &mut people, (&shelf, &mut unread), report);
    couples::join(&mut unions, &unread, report);
    // Last: what nobody took up until here.
    for (id, record) in &names.people {
        if let Some(person) = people.get_mut(id) {
            person.notes = facts::notes(*record, &shelf, report);
        }
    }
    loops::cut(&mut unions, report);
    lay_to_rest(&mut people, report);
    let focus = first_person(tree, &names).into_iter().collect();
    settle(tree, report);
    FamilyMap {
        lang,
        focus,
        unread,
        twins: twins(&people, &unions, report),
        next_id: u64::try_from(people.len() + unions.len()).unwrap_or(u64::MAX),
        people: people.into_iter().map(|(id, person)| (id, Arc::new(person))).collect(),
        unions: unions.into_iter().map(|(id, union)| (id, Arc::new(union))).collect(),
        ..FamilyMap::default()
    }
}

fn shelf<'a>(tree: &'a Tree<'a>, lang: Lang) -> Shelf<'a> {
    let mut shelf = Shelf {
        texts: Texts::new(lang),
        notes: BTreeMap::new(),
        sources: BTreeMap::new(),
        called: BTreeMap::new(),
    };
    for record in tree.roots().filter(|record| !record.xref().is_empty()) {
        match record.tag() {
            "NOTE" | "SNOTE" => shelf.notes.entry(record.xref()).or_insert(record),
            "SOUR" => shelf.sources.entry(record.xref()).or_insert(record),
            _ => continue,
        };
    }
    shelf
}

/// Cuts `text` off where a map can hold no more.
fn shorten(text: &mut String, limit: usize, line: usize, report: &mut Report) {
    if let Some((end, _)) = text.char_indices().nth(limit) {
        text.truncate(end);
        report.too_long(line);
    }
}

fn names<'a>(tree: &'a Tree<'a>, report: &mut Report) -> Names<'a> {
    let mut names = Names {
        people: Vec::new(),
        unions: Vec::new(),
        person_of: BTreeMap::new(),
        union_of: BTreeMap::new(),
        person_ids: Ids::default(),
        union_ids: Ids::default(),
    };
    let mut has_ended = false;
    for record in tree.roots() {
        let xref = record.xref();
        if has_ended {
            report.behind_end(record.line());
        }
        match record.tag() {
            "TRLR" => {
                record.taken();
                has_ended = true;
            }
            "INDI" => {
                let Some(id) = PersonId::new(&names.person_ids.fresh("I", xref)) else { continue };
                if names.person_of.contains_key(xref) {
                    report.same_xref(record.line());
                } else if !xref.is_empty() {
                    names.person_of.insert(xref, id.clone());
                }
                names.people.push((id, record.taken()));
            }
            "FAM" => {
                let Some(id) = UnionId::new(&names.union_ids.fresh("F", xref)) else { continue };
                if names.union_of.contains_key(xref) {
                    report.same_xref(record.line());
                } else if !xref.is_empty() {
                    names.union_of.insert(xref, id.clone());
                }
                names.unions.push((id, record));
            }
            _ => {}
        }
    }
    if !has_ended {
        report.cut_off(0);
    }
    names
}

/// Makes ids out of the names of records.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// The name of a record as an id: as it stands where that can be, else the nearest free one.
    fn fresh(&mut self, kind: &str, xref: &str) -> String {
        let mut base: String =
            xref.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        // Room for a number behind it.
        while MAX_ID_LEN - 12 < base.len() {
            base.pop();
        }
        if base.is_empty() {
            kind.clone_into(&mut base);
        }
        if self.taken.insert(base.clone()) {
            return base;
        }
        let number = self.next.entry(base.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{base}-{number}");
            debug_assert!(is_valid_id(&id), "{id:?}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn first_person<'a>(tree: &'a Tree<'a>, names: &Names<'a>) -> Option<PersonId> {
    let head = tree.roots().find(|record| record.tag() == "HEAD")?;
    let mut hints = head.children().filter(|record| FIRST_PERSON_TAGS.contains(&record.tag()));
    hints.find_map(|hint| names.person_of.get(hint.taken().pointer()?)).cloned()
}

/// Who was born more than a long life before the latest year in the file has died.
fn lay_to_rest(people: &mut BTreeMap<PersonId, Person>, report: &mut Report) {
    let years = |date: PartialDate| date.years().hi.or(date.years().lo);
    let dates = people.values().flat_map(|person| [person.birth, person.death()]).flatten();
    let Some(latest) = dates.filter_map(years).max() else {
        return;
    };
    for person in people.values_mut() {
        let born = person.birth.and_then(|birth| birth.years().hi);
        if person.vital == Vital::Living && born.is_some_and(|born| born + MAX_AGE < latest) {
            person.vital = Vital::Dead(None);
            report.long_ago(0);
        }
    }
}

/// Children by birth of the same parents and the same day.
fn twins(
    people: &BTreeMap<PersonId, Person>,
    unions: &BTreeMap<UnionId, Union>,
    report: &mut Report,
) -> BTreeMap<TwinsId, Twins> {
    let mut all = BTreeMap::new();
    let mut seen: BTreeSet<&PersonId> = BTreeSet::new();
    for union in unions.values() {
        let mut days: BTreeMap<PartialDate, BTreeSet<&PersonId>> = BTreeMap::new();
        for child in union.children.iter().filter(|child| child.bond == Bond::Birth) {
            let person = people.get(&child.person);
            let born = person.filter(|it| it.life == LifeCourse::Born).and_then(|it| it.birth);
            if let Some(PartialDate::Exactly(date)) = born
                && date.day().is_some()
            {
                days.entry(PartialDate::Exactly(date)).or_default().insert(&child.person);
            }
        }
        for born in days.into_values().filter(|born| 1 < born.len()) {
            if born.iter().any(|person| seen.contains(person)) {
                continue;
            }
            seen.extend(&born);
            let people = born.into_iter().cloned().collect();
            if let Some(id) = TwinsId::new(&format!("t{}", all.len() + 1)) {
                all.insert(id, Twins { kind: TwinKind::Unknown, people });
                report.twins(0);
            }
        }
    }
    all
}

/// Marks what was needed to read the file, and tells of every line that nobody took up.
fn settle<'a>(tree: &'a Tree<'a>, report: &mut Report) {
    for head in tree.roots().filter(|record| record.tag() == "HEAD") {
        let form = head.all("GEDC").flat_map(Record::children);
        let form = form.filter(|it| matches!(it.tag(), "VERS" | "FORM"));
        head.all("CHAR").chain(head.all("GEDC")).chain(form).for_each(Record::take);
        head.taken();
    }
    if !tree.roots().any(|record| record.tag() == "HEAD") {
        report.no_head(0);
    }
    let mut open: Vec<(Record<'a>, &'a str, Option<Remark>)> =
        tree.roots().map(|root| (root, root.tag(), None)).collect();
    while let Some((record, root, above)) = open.pop() {
        let (line, n_lines) = (record.line(), record.n_lines());
        let remark = match record.fate() {
            Fate::Taken => {
                report.account.taken += n_lines;
                None
            }
            Fate::Noted => {
                report.account.noted += n_lines;
                None
            }
            Fate::Left => {
                let remark = above.unwrap_or_else(|| remark_on(record, root));
                // Links to nobody and families of nobody were counted where they were found.
                if above.is_none() && !matches!(remark, Remark::Nobody | Remark::EmptyFamilies) {
                    report.add(remark, line);
                }
                report.left_out(remark, line, n_lines);
                Some(remark)
            }
        };
        open.extend(record.children().map(|child| (child, root, remark)));
    }
}

/// Why a record stays behind, by what it is about.
fn remark_on(record: Record<'_>, root: &str) -> Remark {
    let tag = record.tag();
    match (root, tag) {
        ("FAM", "FAM") => Remark::EmptyFamilies,
        ("HEAD" | "SUBM" | "SUBN" | "SCHMA", _) => Remark::Others,
        ("OBJE", _) | (_, "OBJE") => Remark::Media,
        ("SOUR" | "REPO", _) | (_, "SOUR" | "QUAY" | "DATA" | "PAGE" | "EVEN") => Remark::Sources,
        (_, "MAP" | "LATI" | "LONG" | "_LOC") => Remark::Places,
        ("INDI" | "FAM", tag) if facts::LINKS.contains(&tag) => Remark::Nobody,
        ("NOTE" | "SNOTE", "NOTE" | "SNOTE") => Remark::LooseNotes,
        (_, tag) if facts::PROGRAM.contains(&tag) || tag.starts_with('_') => Remark::Program,
        _ => Remark::Unknown,
    }
}
