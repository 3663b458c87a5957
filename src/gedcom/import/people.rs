//! One person: gender, life and death.

use super::facts::is_hidden;
use crate::gedcom::date::{self, Dated};
use crate::gedcom::record::Record;
use crate::gedcom::report::Report;
use crate::model::{Gender, LifeCourse, Name, PartialDate, Person, Vital};

/// Is `tag` one of those that programs made up for a separation?
pub(super) fn is_separation(tag: &str) -> bool {
    matches!(tag, "SEPA" | "SEP" | "_SEPR" | "_SEP" | "_SEPA" | "_SEPARATED")
}

/// The person of the record `INDI`, called `name`; without notes.
pub(super) fn person(record: Record<'_>, name: Name, report: &mut Report) -> Person {
    let is_stillborn = record.children().filter(|event| !is_hidden(*event)).any(|event| {
        let mut said = event.children().filter(|it| matches!(it.tag(), "AGE" | "TYPE"));
        matches!(event.tag(), "BIRT" | "DEAT")
            && said.any(|it| it.value().to_uppercase().contains("STILLBORN"))
    });
    Person {
        name,
        gender: gender(record),
        life: if is_stillborn { LifeCourse::Stillbirth } else { LifeCourse::Born },
        birth: birth(record, report),
        vital: vital(record, report),
        ..Person::default()
    }
}

fn gender(record: Record<'_>) -> Gender {
    let Some(sex) = record.first("SEX") else {
        return Gender::Unknown;
    };
    let gender = match sex.value().to_uppercase().as_str() {
        "F" | "FEMALE" | "V" | "W" => Gender::Woman,
        "M" | "MALE" => Gender::Man,
        "X" | "O" => Gender::NonBinary,
        "U" | "N" | "?" | "" | "UNKNOWN" => Gender::Unknown,
        // Whatever it says is kept in a note.
        _ => return Gender::Unknown,
    };
    sex.taken();
    gender
}

/// The events of a kind that may stand on the map.
fn events<'a>(record: Record<'a>, tags: &'static [&'static str]) -> Vec<Record<'a>> {
    record.children().filter(|it| tags.contains(&it.tag()) && !is_hidden(*it)).collect()
}

/// The best date among `events`: the first one, unless a later one says the same more precisely.
/// The event it belongs to is on the map then; the others are left for a note, and told.
pub(super) fn best<'a>(
    events: &[Record<'a>],
    report: &mut Report,
) -> Option<(Record<'a>, Dated<'a>)> {
    let mut best: Option<(Record<'a>, Dated<'a>)> = None;
    for event in events {
        date::tell_unread(*event, report);
        let Some(dated) = date::of_event(*event) else { continue };
        let is_better = best.as_ref().is_none_or(|(_, other)| {
            let (range, year) = (other.date.years(), dated.date.year());
            other.precision() < dated.precision()
                && range.lo.is_none_or(|lo| lo <= year)
                && range.hi.is_none_or(|hi| year <= hi)
        });
        if is_better {
            best = Some((*event, dated));
        }
    }
    best
}

/// Takes the date of the best of `events`; without a date the first of them is taken.
fn take_best(events: &[Record<'_>], report: &mut Report) -> Option<PartialDate> {
    let best = best(events, report);
    let used = best.map(|(event, _)| event).or_else(|| events.first().copied());
    if let Some(used) = used {
        used.taken();
        for other in events.iter().filter(|other| other.line() != used.line()) {
            report.second(other.line());
        }
    }
    best.map(|(_, dated)| dated.take(report))
}

fn birth(record: Record<'_>, report: &mut Report) -> Option<PartialDate> {
    if let Some(date) = take_best(&events(record, &["BIRT"]), report) {
        return Some(date);
    }
    // The baptism itself is kept in a note.
    let (_, baptism) = best(&events(record, &["CHR", "BAPM"]), report)?;
    report.baptism(baptism.line());
    Some(PartialDate::About(baptism.date.main_date()))
}

fn vital(record: Record<'_>, report: &mut Report) -> Vital {
    // That somebody died shows in the symbol, also where when and how is confidential.
    let is_dead = record.all("DEAT").any(|death| !death.value().eq_ignore_ascii_case("N"));
    let is_buried = record.children().any(|event| matches!(event.tag(), "BURI" | "CREM"));
    if !is_dead && !is_buried {
        return Vital::Living;
    }
    let mut deaths = events(record, &["DEAT"]);
    deaths.retain(|death| !death.value().eq_ignore_ascii_case("N"));
    if let Some(date) = take_best(&deaths, report) {
        return Vital::Dead(Some(date));
    }
    let burial = best(&events(record, &["BURI", "CREM"]), report);
    Vital::Dead(burial.map(|(_, burial)| {
        report.baptism(burial.line());
        PartialDate::About(burial.date.main_date())
    }))
}
