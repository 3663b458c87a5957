//! What the map has no field for, as texts: jobs, places, sources, dates that were not understood.
//!
//! One note for each person and family, so that the map does not fill up with notes; what is marked
//! as confidential stands in one of its own, for the coach only.

use std::collections::{BTreeMap, BTreeSet};

use crate::gedcom::date;
use crate::gedcom::record::{Fate, Record};
use crate::gedcom::report::Report;
use crate::i18n::{Message, Texts};
use crate::model::Note;

/// What texts are made from.
pub(super) struct Shelf<'a> {
    pub(super) texts: Texts,
    /// Notes that several records share.
    pub(super) notes: BTreeMap<&'a str, Record<'a>>,
    pub(super) sources: BTreeMap<&'a str, Record<'a>>,
    /// What people are called.
    pub(super) called: BTreeMap<&'a str, String>,
}

/// What only programs need.
pub(in crate::gedcom) const PROGRAM: &[&str] = &[
    "CHAN", "CREA", "REFN", "RIN", "RFN", "AFN", "UID", "EXID", "ANCI", "DESI", "SUBM", "BAPL",
    "CONL", "ENDL", "INIL", "SLGC", "SLGS", "QUAY", "SORT", "SDATE",
];
/// Where somebody or something is shown or told; and where places lie.
const LEFT: &[&str] = &["SOUR", "OBJE", "MAP", "LATI", "LONG", "RESN", "_LOC"];
/// Links between people and families.
pub(in crate::gedcom) const LINKS: &[&str] = &["HUSB", "WIFE", "CHIL", "FAMC", "FAMS"];
/// Events of which the map holds the date, and what they say beside it stays.
const EVENTS: &[&str] = &["BIRT", "DEAT", "MARR", "DIV", "ANUL", "ENGA"];
/// Own tags of programs that say something of a life.
const OWN: &[&str] = &[
    "_MILT",
    "_MIL",
    "_MILI",
    "_MILITARY_SERVICE",
    "_DEG",
    "_DEGREE",
    "_ELEC",
    "_FNRL",
    "_FUN",
    "_EXCM",
    "_MDCL",
    "_MED",
    "_HEIG",
    "_WEIG",
    "_MISN",
    "_DCAUSE",
    "_CIRC",
    "_ORDI",
    "_INTE",
    "_EMPLOY",
    "_COMMENT",
    "_NOTE",
    "_DESC",
    "_WITN",
    "_ASSO",
    "_MSTAT",
    "_STAT",
    "_UMR",
    "_NMR",
    "_ATTR",
    "_ORIG",
    "_NAME",
    "_NMAR",
    "_FREL",
    "_MREL",
    "_CREM",
    "_DETS",
    "_EMAIL",
    "_DNA",
    "_GODP",
    "_TITL",
];
/// Those of them, and others, that have words.
const OWN_WORDS: &[&str] = &[
    "_FREL", "_MREL", "_MILT", "_MDCL", "_DCAUSE", "_MSTAT", "_FNRL", "_HEIG", "_WEIG", "_DEG",
    "_EMPLOY",
];
/// Parts that stand without a word before them.
const BARE: &[&str] = &[
    "DATE", "PLAC", "ADDR", "ADR1", "ADR2", "ADR3", "CITY", "STAE", "POST", "CTRY", "NOTE",
    "SNOTE", "TYPE", "PHRASE", "TEXT",
];
/// Numbers that are nobody's business.
const SECRET: &[&str] = &["SSN", "IDNO", "SOC_SEC_NUMBER"];

/// The longest note that a map can hold, in characters.
const MAX_NOTE: usize = 100_000;

/// The notes for the person or family `record`: its own, and everything nobody else took up.
/// Call it last.
pub(super) fn notes<'a>(record: Record<'a>, shelf: &Shelf<'a>, report: &mut Report) -> Vec<Note> {
    let is_secret = is_restricted(record, report);
    let mut notes = own_notes(record, shelf, report);
    let (mut open, mut secret): (Vec<String>, Vec<String>) = Default::default();
    let mut seen: BTreeSet<(bool, String)> = BTreeSet::new();
    for part in record.children().filter(|it| !matches!(it.tag(), "NOTE" | "SNOTE")) {
        let hides = is_secret | is_restricted(part, report) | SECRET.contains(&part.tag());
        let lines = if hides { &mut secret } else { &mut open };
        for line in fact(part, shelf).into_iter().chain(sources(part, shelf)) {
            report.facts(part.line());
            if seen.insert((hides, line.clone())) {
                lines.push(line);
            }
        }
    }
    for (lines, heading, for_coach) in
        [(open, "gedcom-kept", false), (secret, "gedcom-kept-secret", true)]
    {
        if lines.is_empty() && !(for_coach && is_secret) {
            continue;
        }
        let heading = shelf.texts.say(&Message::new(heading));
        let mut text = std::iter::once(heading).chain(lines).collect::<Vec<_>>().join("\n");
        super::shorten(&mut text, MAX_NOTE, record.line(), report);
        notes.push(Note { text, for_coach, ..Note::default() });
    }
    notes
}

/// Is `record` marked as not for everybody? `locked` is about changing it, but who locks has a
/// reason.
pub(super) fn is_restricted(record: Record<'_>, report: &mut Report) -> bool {
    let mut is_restricted = false;
    for mark in record.all("RESN") {
        let says_no = matches!(mark.value().to_lowercase().as_str(), "" | "none" | "public");
        if mark.fate() == Fate::Left && !says_no {
            report.confidential(mark.line());
        }
        is_restricted |= !says_no;
        mark.taken();
    }
    is_restricted
}

/// Is `part` of `whole` (a person or family) marked so that it may not stand on the map: by itself, or
/// with all there is of the whole?
pub(super) fn is_part_hidden(whole: Record<'_>, part: Record<'_>) -> bool {
    is_hidden(whole) || is_hidden(part)
}

/// Is `record` itself marked so?
fn is_hidden(record: Record<'_>) -> bool {
    record.all("RESN").any(|mark| {
        !matches!(mark.value().to_lowercase().as_str(), "" | "none" | "public" | "locked")
    })
}

/// The notes below a person or family, one by one.
fn own_notes<'a>(record: Record<'a>, shelf: &Shelf<'a>, report: &mut Report) -> Vec<Note> {
    let is_secret = is_restricted(record, report);
    let mut found = Vec::new();
    for note in record.children().filter(|it| matches!(it.tag(), "NOTE" | "SNOTE")) {
        let Some(source) = shared(note, shelf) else {
            report.nobody(note.line());
            continue;
        };
        let for_coach = is_secret | is_restricted(note, report) | is_restricted(source, report);
        let mut text = source.noted().value().into_owned();
        note.noted();
        let about = sources(note, shelf);
        text = std::iter::once(text).chain(about).collect::<Vec<_>>().join("\n");
        super::shorten(&mut text, MAX_NOTE, source.line(), report);
        if !text.trim().is_empty() {
            found.push(Note { text, for_coach, ..Note::default() });
        }
    }
    found
}

/// The note itself, or the one it points at.
fn shared<'a>(note: Record<'a>, shelf: &Shelf<'a>) -> Option<Record<'a>> {
    match note.pointer() {
        None => Some(note),
        Some(xref) => shelf.notes.get(xref).copied(),
    }
}

/// A fact in one line: "Job: baker, 1950, Assen". Of what is on the map only what is left over.
fn fact<'a>(record: Record<'a>, shelf: &Shelf<'a>) -> Option<String> {
    let is_left = record.fate() == Fate::Left;
    if !is_kept(record) || (is_left && LINKS.contains(&record.tag())) {
        return None;
    }
    let mut label = label(record.tag(), shelf);
    let mut parts: Vec<String> = Vec::new();
    if is_left {
        record.noted();
        let value = said(record, shelf).unwrap_or_default();
        if !matches!(value.as_str(), "" | "Y") {
            parts.push(value);
        }
    } else if EVENTS.contains(&record.tag()) {
        // "DEAT of a broken heart"
        let value = record.value();
        if !matches!(&*value, "" | "Y" | "y") {
            parts.push(value.into_owned());
        }
    } else if LINKS.contains(&record.tag())
        && let Some(name) = record.pointer().and_then(|xref| shelf.called.get(xref))
    {
        label = format!("{label} {name}");
    }
    let mut open: Vec<Record<'a>> = record.children().collect();
    open.reverse();
    while let Some(part) = open.pop() {
        if !is_kept(part) || (part.tag() == "FORM" && part.first("TYPE").is_none()) {
            continue;
        }
        let at = open.len();
        open.extend(part.children());
        if let Some(new) = open.get_mut(at..) {
            new.reverse();
        }
        if part.fate() == Fate::Taken {
            continue;
        }
        let Some(value) = said(part, shelf) else { continue };
        part.noted();
        let is_name = part.tag() == "TYPE" && matches!(record.tag(), "EVEN" | "FACT" | "IDNO");
        if value.is_empty() {
        } else if is_name {
            label = value;
        } else if BARE.contains(&part.tag()) {
            parts.push(value);
        } else {
            parts.push(format!("{}: {value}", self::label(part.tag(), shelf).to_lowercase()));
        }
    }
    match (parts.is_empty(), is_left) {
        (true, false) => None,
        (true, true) => Some(label),
        (false, _) => Some(format!("{label}: {}", parts.join(", "))),
    }
}

/// Is `record` about a life, and not about pictures, files or programs?
fn is_kept(record: Record<'_>) -> bool {
    let tag = record.tag();
    let is_own = tag.starts_with('_');
    // A sentence in a tag that nobody knows is worth keeping all the same.
    let is_sentence = || record.value().trim().contains(' ');
    !PROGRAM.contains(&tag)
        && !LEFT.contains(&tag)
        && (!is_own || OWN.contains(&tag) || is_sentence())
}

/// What a part says: a text, a name, a shared note. `None` for what leads elsewhere.
fn said<'a>(record: Record<'a>, shelf: &Shelf<'a>) -> Option<String> {
    let tag = record.tag();
    if matches!(tag, "NOTE" | "SNOTE") {
        return shared(record, shelf).map(|it| it.noted().value().into_owned());
    }
    if let Some(xref) = record.pointer() {
        return match shelf.called.get(xref) {
            Some(name) => Some(name.clone()),
            // A family that is linked elsewhere, too.
            None if LINKS.contains(&tag) || xref == "VOID" => Some(String::new()),
            None => None,
        };
    }
    let text = if tag == "DATE" { date::in_words(record) } else { record.value().into_owned() };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Some(lines.join(", "))
}

/// The sources below `record`, a line each: title, page, and what they say.
fn sources<'a>(record: Record<'a>, shelf: &Shelf<'a>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = vec![record];
    while let Some(record) = open.pop() {
        if record.tag() != "SOUR" {
            let start = open.len();
            open.extend(record.children());
            if let Some(new) = open.get_mut(start..) {
                new.reverse();
            }
            continue;
        }
        let mut parts: Vec<String> = Vec::new();
        match record.pointer().map(|xref| shelf.sources.get(xref)) {
            None => parts.push(record.value().into_owned()),
            Some(None) => continue,
            Some(Some(source)) => {
                let title = ["TITL", "ABBR", "_TITL"].into_iter().find_map(|tag| source.first(tag));
                parts.extend(title.map(|title| title.noted().value().into_owned()));
                source.noted();
            }
        }
        let data = record.all("DATA").map(Record::noted);
        let under = std::iter::once(record).chain(data).flat_map(Record::children);
        for part in under.filter(|it| matches!(it.tag(), "PAGE" | "TEXT" | "NOTE" | "SNOTE")) {
            if let Some(text) = said(part, shelf) {
                part.noted();
                parts.push(text);
            }
        }
        record.noted();
        parts.retain(|part| !part.trim().is_empty());
        if !parts.is_empty() {
            let line = format!("{}: {}", label("SOUR", shelf), parts.join(", "));
            found.push(line);
        }
    }
    found
}

fn label(tag: &str, shelf: &Shelf<'_>) -> String {
    // Names of variants begin with a letter.
    let own = if OWN_WORDS.contains(&tag) { format!("own{tag}") } else { tag.to_owned() };
    shelf.texts.say(&Message::new("gedcom-tag").arg("tag", own))
}
