//! One person: gender, life and death.

use super::facts::is_part_hidden;
use crate::gedcom::date::{self, Dated};
use crate::gedcom::record::Record;
use crate::gedcom::report::Report;
use crate::model::{Gender, LifeCourse, Name, PartialDate, Person, PersonField, Vital};

/// Is `tag` one of those that programs made up for a separation?
pub(super) fn is_separation(tag: &str) -> bool {
    matches!(tag, "SEPA" | "SEP" | "_SEPR" | "_SEP" | "_SEPA" | "_SEPARATED")
}

/// The person of the record `INDI`, called `name`; without notes. With the texts that stand in a
/// field without being understood.
pub(super) fn person(
    record: Record<'_>,
    name: Name,
    report: &mut Report,
) -> (Person, Vec<(PersonField, String)>) {
    let open = record.children().filter(|event| !is_part_hidden(record, *event));
    let is_stillborn = { open }.any(|event| {
        let mut said = event.children().filter(|it| matches!(it.tag(), "AGE" | "TYPE"));
        matches!(event.tag(), "BIRT" | "DEAT")
            && said.any(|it| it.value().to_uppercase().contains("STILLBORN"))
    });
    let mut unread = Vec::new();
    let person = Person {
        name,
        gender: gender(record),
        life: if is_stillborn { LifeCourse::Stillbirth } else { LifeCourse::Born },
        birth: birth(record, &mut unread, report),
        vital: vital(record, &mut unread, report),
        ..Person::default()
    };
    (person, unread)
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
    let is_open = |it: &Record<'a>| tags.contains(&it.tag()) && !is_part_hidden(record, *it);
    record.children().filter(is_open).collect()
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

/// Takes the date of the best of `events`; without a date the first of them is taken. Gives the one
/// that was taken, too.
fn take_best<'a>(
    events: &[Record<'a>],
    report: &mut Report,
) -> (Option<PartialDate>, Option<Record<'a>>) {
    let best = best(events, report);
    let used = best.map(|(event, _)| event).or_else(|| events.first().copied());
    if let Some(used) = used {
        used.taken();
        for other in events.iter().filter(|other| other.line() != used.line()) {
            report.second(other.line());
        }
    }
    (best.map(|(_, dated)| dated.take(report)), used)
}

type Unread = Vec<(PersonField, String)>;

fn birth(record: Record<'_>, unread: &mut Unread, report: &mut Report) -> Option<PartialDate> {
    let (date, event) = take_best(&events(record, &["BIRT"]), report);
    if date.is_some() {
        return date;
    }
    // The baptism itself is kept in a note.
    let Some((_, baptism)) = best(&events(record, &["CHR", "BAPM"]), report) else {
        let text = event.and_then(date::as_written);
        unread.extend(text.map(|text| (PersonField::Born, text)));
        return None;
    };
    report.baptism(baptism.line());
    Some(PartialDate::About(baptism.date.main_date()))
}

fn vital(record: Record<'_>, unread: &mut Unread, report: &mut Report) -> Vital {
    // That somebody died shows in the symbol, also where when and how is confidential.
    let is_dead = record.all("DEAT").any(|death| !death.value().eq_ignore_ascii_case("N"));
    let is_buried = record.children().any(|event| matches!(event.tag(), "BURI" | "CREM"));
    if !is_dead && !is_buried {
        return Vital::Living;
    }
    let mut deaths = events(record, &["DEAT"]);
    deaths.retain(|death| !death.value().eq_ignore_ascii_case("N"));
    let (date, event) = take_best(&deaths, report);
    if date.is_some() {
        return Vital::Dead(date);
    }
    let Some((_, burial)) = best(&events(record, &["BURI", "CREM"]), report) else {
        let text = event.and_then(date::as_written);
        unread.extend(text.map(|text| (PersonField::Died, text)));
        return Vital::Dead(None);
    };
    report.baptism(burial.line());
    Vital::Dead(Some(PartialDate::About(burial.date.main_date())))
}
