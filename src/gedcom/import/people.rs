//! One person: names, life, notes.

use std::collections::BTreeMap;

use crate::gedcom::date;
use crate::gedcom::record::Record;
use crate::gedcom::report::Report;
use crate::model::{Gender, LifeCourse, Name, Note, PartialDate, Person, Vital};

/// The longest name and the longest note that a map can hold, in characters.
const MAX_NAME: usize = 1_000;
const MAX_NOTE: usize = 100_000;

/// What a record of a person or family may hold that is on the map, or is about the file only.
const NOT_EVENTS: &[&str] = &[
    "NAME", "SEX", "BIRT", "CHR", "BAPM", "DEAT", "BURI", "CREM", "ADOP", "NOTE", "SNOTE", "FAMC",
    "FAMS", "HUSB", "WIFE", "CHIL", "MARR", "DIV", "DIVF", "ANUL", "ENGA", "SEPA", "SEP", "MARS",
    "SOUR", "OBJE", "CHAN", "CREA", "REFN", "RIN", "RFN", "AFN", "UID", "EXID", "RESN", "SUBM",
];

/// Is `tag`, below a person or family, something that the map has no place for?
pub(super) fn is_event(tag: &str) -> bool {
    !NOT_EVENTS.contains(&tag) && !is_separation(tag) && !matches!(tag, "_UID" | "_UPD")
}

/// Is `tag` one of those that programs made up for a separation?
pub(super) fn is_separation(tag: &str) -> bool {
    matches!(tag, "SEPA" | "SEP" | "_SEPR" | "_SEP" | "_SEPA" | "_SEPARATED")
}

/// The person of the record `INDI`.
pub(super) fn person<'a>(
    record: Record<'a>,
    notes: &BTreeMap<&'a str, Record<'a>>,
    report: &mut Report,
) -> Person {
    let sex = record.text("SEX").to_uppercase();
    let gender = match sex.as_str() {
        "F" | "FEMALE" | "V" | "W" => Gender::Woman,
        "M" | "MALE" => Gender::Man,
        "X" | "O" => Gender::NonBinary,
        _ => Gender::Unknown,
    };
    let is_stillborn = record.children().any(|event| {
        let said = [event.text("AGE"), event.text("TYPE")];
        matches!(event.tag(), "BIRT" | "DEAT")
            && said.iter().any(|text| text.to_uppercase().contains("STILLBORN"))
    });
    Person {
        name: name(record, report),
        gender,
        life: if is_stillborn { LifeCourse::Stillbirth } else { LifeCourse::Born },
        birth: birth(record, report),
        vital: vital(record, report),
        notes: texts(record, notes, report),
        ..Person::default()
    }
}

/// The first date among the events `tags`; a date that cannot be read is told.
fn first_date(
    record: Record<'_>,
    tags: &[&str],
    report: &mut Report,
) -> Option<(PartialDate, usize)> {
    let events = record.children().filter(|event| tags.contains(&event.tag()));
    let mut dates = Vec::new();
    for event in events {
        dates.extend(date::of_event(event, report).map(|date| (date, event.line())));
    }
    dates.into_iter().next()
}

fn birth(record: Record<'_>, report: &mut Report) -> Option<PartialDate> {
    if let Some((date, _)) = first_date(record, &["BIRT"], report) {
        return Some(date);
    }
    let (baptism, line) = first_date(record, &["CHR", "BAPM"], report)?;
    report.baptism(line);
    Some(PartialDate::About(baptism.main_date()))
}

fn vital(record: Record<'_>, report: &mut Report) -> Vital {
    let is_dead = record.all("DEAT").any(|death| death.value() != "N");
    let date = first_date(record, &["DEAT"], report);
    let is_buried = record.children().any(|event| matches!(event.tag(), "BURI" | "CREM"));
    if !is_dead && !is_buried {
        return Vital::Living;
    }
    if let Some((date, _)) = date.filter(|_| is_dead) {
        return Vital::Dead(Some(date));
    }
    let burial = first_date(record, &["BURI", "CREM"], report);
    Vital::Dead(burial.map(|(burial, line)| {
        report.baptism(line);
        PartialDate::About(burial.main_date())
    }))
}

fn name(record: Record<'_>, report: &mut Report) -> Name {
    let mut names = record.all("NAME");
    let Some(first) = names.next() else {
        return Name::default();
    };
    let mut name = one_name(first);
    let mut married: Option<(String, String)> = None;
    let mut others: Vec<String> = Vec::new();
    for other in names {
        let is = one_name(other);
        match other.text("TYPE").to_lowercase().as_str() {
            "married" if !is.family.is_empty() => married = Some((is.prefix, is.family)),
            "maiden" | "birth" if is.family != name.family => name.birth = surname(&is),
            _ if is.full() != name.full() => others.push(is.full()),
            _ => {}
        }
    }
    let under = [Some(first), Some(record)].into_iter().flatten();
    let married_name =
        under.flat_map(|it| it.all("_MARNM")).map(|it| it.value().into_owned()).next();
    if let Some(text) = married_name {
        // Some programs write the whole name there, some only the family name.
        let (_, text) = text.split_once('/').unwrap_or(("", &text));
        married = married.or_else(|| Some(split_surname(text.trim_end_matches('/'))));
    }
    if let Some((prefix, family)) = married.filter(|(_, family)| !family.is_empty()) {
        if name.birth.is_empty() && family != name.family {
            name.birth = surname(&name);
        }
        (name.prefix, name.family) = (prefix, family);
    }
    others.retain(|other| !other.is_empty());
    if !name.other.is_empty() {
        others.insert(0, std::mem::take(&mut name.other));
    }
    name.other = others.join("; ");
    let parts = [
        &mut name.given,
        &mut name.call,
        &mut name.prefix,
        &mut name.family,
        &mut name.birth,
        &mut name.other,
    ];
    for part in parts {
        shorten(part, MAX_NAME, first.line(), report);
    }
    name
}

/// One `NAME` with its pieces.
fn one_name(record: Record<'_>) -> Name {
    let value = record.value();
    let (given, rest) = value.split_once('/').unwrap_or((&value, ""));
    let (family, suffix) = rest.rsplit_once('/').unwrap_or((rest, ""));
    let piece = |tag: &'static str| tidy(&record.text(tag));
    let (mut prefix, mut family) = split_surname(family);
    let spfx = piece("SPFX");
    if !spfx.is_empty() {
        let without = piece("SURN");
        let rest = family.strip_prefix(spfx.as_str()).unwrap_or(&family).trim().to_owned();
        family = if without.is_empty() { rest } else { without };
        prefix = spfx;
    } else if family.is_empty() {
        (prefix, family) = split_surname(&piece("SURN").replace(", ", " "));
    }
    let given_piece = piece("GIVN");
    let given = if given_piece.is_empty() { tidy(given) } else { given_piece };
    let calls = [piece("NICK"), piece("_RUFNAME"), piece("_RUFN"), piece("_CALL")];
    let around = [piece("NPFX"), tidy(suffix), piece("NSFX")];
    let mut other: Vec<&str> = Vec::new();
    for part in around.iter().filter(|part| !part.is_empty()) {
        if !other.contains(&part.as_str()) {
            other.push(part);
        }
    }
    Name {
        given,
        call: calls.into_iter().find(|call| !call.is_empty()).unwrap_or_default(),
        prefix,
        family,
        birth: String::new(),
        other: other.join(" "),
    }
}

/// A family name with the words before it apart: "van der Berg".
fn split_surname(text: &str) -> (String, String) {
    let text = tidy(text);
    // Only a prefix that stands at the very beginning is one.
    let name = Name::from_typed(&format!("x {text}"));
    if name.call == "x" && !name.prefix.is_empty() {
        (name.prefix, name.family)
    } else {
        (String::new(), text)
    }
}

fn surname(name: &Name) -> String {
    format!("{} {}", name.prefix, name.family).trim().to_owned()
}

/// Without needless white space and control characters; signs for "not known" are nothing.
fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    if text.chars().all(|c| matches!(c, '?' | '_' | '-' | '.' | '…')) {
        String::new()
    } else {
        text
    }
}

/// The notes below a person or family.
pub(super) fn texts<'a>(
    record: Record<'a>,
    notes: &BTreeMap<&'a str, Record<'a>>,
    report: &mut Report,
) -> Vec<Note> {
    let mut found = Vec::new();
    for note in record.children().filter(|it| matches!(it.tag(), "NOTE" | "SNOTE")) {
        let source = match note.pointer() {
            None => note,
            Some(xref) => {
                let Some(shared) = notes.get(xref) else {
                    report.nobody(note.line());
                    continue;
                };
                *shared
            }
        };
        let mut text = source.value().into_owned();
        shorten(&mut text, MAX_NOTE, source.line(), report);
        if !text.is_empty() {
            found.push(Note { text, ..Note::default() });
        }
    }
    found
}

fn shorten(text: &mut String, limit: usize, line: usize, report: &mut Report) {
    if let Some((end, _)) = text.char_indices().nth(limit) {
        text.truncate(end);
        report.too_long(line);
    }
}
