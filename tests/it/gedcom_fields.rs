//! GEDCOM: dates that are not understood stand in their field; a couple in two records is one.

use rode_draad::document::Reader;
use rode_draad::i18n::{Lang, Texts};
use rode_draad::model::{
    Bond, Date, Field, PartialDate, PersonField, PersonId, UnionField, UnionId, broken,
};

use crate::gedcom_kept::{has, notes_of, one, person, read, union};

/// A date that nobody understands stands in its field, with the reason; a field that shows a date
/// keeps it, and what fits no field is in a note.
#[test]
fn dates_that_are_not_understood_stand_in_their_field() {
    let of = |field| Field::Person(PersonId::new("I1").unwrap(), field);
    let today = Date::parse("2026-11-21").unwrap();
    let reader = Reader { today, texts: Texts::new(Lang::Nl) };
    for (lines, field, words) in [
        ("1 BIRT\n2 DATE (in the war)", PersonField::Born, "(in the war)"),
        ("1 BIRT\n2 DATE 12 MAYBE 1900\n2 PLAC Assen", PersonField::Born, "12 MAYBE 1900"),
        ("1 DEAT\n2 DATE na de dijkbreuk", PersonField::Died, "na de dijkbreuk"),
        ("1 DEAT Y\n2 DATE @#DISLAMIC@ 1400", PersonField::Died, "@#DISLAMIC@ 1400"),
    ] {
        let import = one(lines);
        assert_eq!(import.map.unread(&of(field)), Some(words), "{lines}");
        let notes = notes_of(person(&import.map, "I1"));
        assert!(!notes.contains(words), "once is enough: {notes}");
        assert!(has(&import, "date"), "{lines}");
        assert!(reader.why_unread(&import.map, &of(field)).is_some(), "{lines}");
        assert!(broken(&import.map).is_empty());
    }
    let family = |events: &str| {
        read(format!(
            "0 HEAD\n0 @A@ INDI\n0 @B@ INDI\n0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n{events}\n0 TRLR"
        ))
    };
    let of = |field| Field::Union(UnionId::new("F").unwrap(), field);
    for (lines, field) in [
        ("1 MARR\n2 DATE bij de kerk", UnionField::From),
        ("1 ENGA\n2 DATE bij de kerk", UnionField::From),
        ("1 MARR\n2 DATE 1950\n1 DIV\n2 DATE bij de kerk", UnionField::Until),
    ] {
        let import = family(lines);
        assert_eq!(import.map.unread(&of(field)), Some("bij de kerk"), "{lines}");
        assert!(has(&import, "date") && union(&import.map).notes.is_empty(), "{lines}");
    }
    // Where a field has a date, and where a text fits none: in a note, once.
    let long = "ooit ".repeat(80);
    for (lines, words) in [
        ("1 BIRT\n2 DATE 1950\n1 BIRT\n2 DATE ooit wel", "ooit wel"),
        ("1 BIRT\n2 DATE ooit wel\n1 CHR\n2 DATE 1950", "ooit wel"),
        (&format!("1 BIRT\n2 DATE {long}"), long.trim()),
        ("1 BIRT\n2 DATE een\n3 CONT twee", "een, twee"),
    ] {
        let import = one(lines);
        assert!(import.map.unread.is_empty(), "{lines}");
        let notes = notes_of(person(&import.map, "I1"));
        assert_eq!(notes.matches(words).count(), 1, "{lines}: {notes}");
    }
}

/// Married, apart, married again, in two records: one couple that came together again.
#[test]
fn a_couple_in_two_families_is_one_couple() {
    let year = |year: i32| PartialDate::in_year(year);
    let two = |first: &str, second: &str| {
        read(format!(
            "0 HEAD\n0 @A@ INDI\n0 @B@ INDI\n0 @K@ INDI\n0 @L@ INDI\n\
             0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n1 CHIL @K@\n{first}\n\
             0 @G@ FAM\n1 HUSB @A@\n1 WIFE @B@\n1 CHIL @L@\n{second}\n0 TRLR"
        ))
    };
    let ended = "1 MARR\n2 DATE 1985\n1 DIV\n2 DATE 1990";
    let again = "1 MARR\n2 DATE 1995\n1 NOTE in Assen";
    for (first, second) in [(ended, again), (again, ended)] {
        let import = two(first, second);
        let found = union(&import.map);
        assert_eq!((found.from, found.until), (year(1985), year(1990)));
        assert_eq!((found.together_again, found.is_over()), (year(1995), false));
        assert_eq!((import.map.unions.len(), found.children.len()), (1, 2));
        assert_eq!(found.notes.first().map(|it| it.text.as_str()), Some("in Assen"));
        assert!(has(&import, "same-couple"));
    }
    for (first, second) in [
        (ended, "1 NOTE niets"),
        ("1 NOTE niets", ended),
        (ended, ended),
        ("1 MARR Y", "1 MARR Y"),
        ("1 MARR\n2 DATE in het dorp", "1 NOTE niets"),
        ("1 NOTE niets", "1 MARR\n2 DATE in het dorp"),
    ] {
        let import = two(first, second);
        assert_eq!(import.map.unions.len(), 1, "{first:?} {second:?}");
        assert_eq!(union(&import.map).children.len(), 2);
        let has_text = format!("{first}{second}").contains("in het dorp");
        assert_eq!(import.map.unread.len(), usize::from(has_text));
    }
    // More turns than one couple can hold, or a date that would be lost: they stay two.
    for (first, second) in [
        (ended, "1 MARR\n2 DATE 1995\n1 DIV\n2 DATE 1999"),
        ("1 MARR\n2 DATE 1985", "1 MARR\n2 DATE 1995"),
        (ended, "1 MARR\n2 DATE 1987"),
        (ended, "1 MARR\n2 DATE in het dorp"),
    ] {
        let import = two(first, second);
        assert_eq!(import.map.unions.len(), 2, "{first:?} {second:?}");
        assert!(broken(&import.map).is_empty());
    }
}

/// Of turns that find no room every date is in a note.
#[test]
fn no_date_of_a_couple_is_lost() {
    for years in [vec![1985, 1990, 1995, 2000], vec![1985, 1990, 1995, 2000, 2005]] {
        let tags = ["MARR", "DIV"].iter().cycle();
        let events: Vec<String> =
            years.iter().zip(tags).map(|(year, tag)| format!("1 {tag}\n2 DATE {year}")).collect();
        check_dates(&events.join("\n"), &years);
    }
    check_dates(
        "1 MARR\n2 DATE 1985\n1 SEPA\n2 DATE 1990\n1 DIV\n2 DATE 1992",
        &[1985, 1990, 1992],
    );
    check_dates("1 DIV\n2 DATE 1990\n1 SEPA\n2 DATE 1988\n1 DIV\n2 DATE 1993", &[1988, 1990, 1993]);
}

fn check_dates(events: &str, years: &[i32]) {
    let import = read(format!(
        "0 HEAD\n0 @A@ INDI\n0 @B@ INDI\n0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n{events}\n0 TRLR"
    ));
    let union = union(&import.map);
    let dates = [union.from, union.until, union.together_again];
    let mut said: String = dates.iter().flatten().map(|date| format!("{date} ")).collect();
    said.extend(union.notes.iter().map(|note| note.text.as_str()));
    for year in years {
        assert!(said.contains(&year.to_string()), "{year} of {events:?}: {said}");
    }
}

/// A year of which digits are missing, or a day without a year, is never another year.
#[test]
fn what_is_half_a_date_is_no_other_date() {
    for text in ["19..", "190?", "3 JAN", "JAN 45", "zomer 45", "1e kwartaal 45", "'45"] {
        let import = one(&format!("1 BIRT\n2 DATE {text}"));
        let kim = person(&import.map, "I1");
        assert_eq!((kim.birth, kim.is_dead()), (None, false), "{text}");
        let born = Field::Person(PersonId::new("I1").unwrap(), PersonField::Born);
        assert_eq!(import.map.unread(&born), Some(text));
    }
}

/// A file that was cut off in the middle of a letter is read as what it is, up to there.
#[test]
fn a_file_cut_off_in_a_letter_is_right_up_to_there() {
    for head in ["0 HEAD\n1 CHAR UTF-8\n", "0 HEAD\n"] {
        let text = format!("{head}0 @I1@ INDI\n1 NAME Zoë /Smit/\n1 NOTE caf");
        for cut in ["é", "€", "😀"] {
            let mut bytes = text.clone().into_bytes();
            bytes.extend(&cut.as_bytes()[..cut.len() - 1]);
            let import = read(bytes);
            assert_eq!(person(&import.map, "I1").name.full(), "Zoë Smit", "{cut}");
            assert!(has(&import, "cut-off") && !has(&import, "guessed"), "{cut}");
        }
    }
}

/// The family name may go first.
#[test]
fn a_given_name_behind_the_family_name_is_one() {
    for (text, given, full, other) in [
        ("/de Groot/, Pieter", "Pieter", "Pieter de Groot", ""),
        ("/Nagy/ Ilona Mária", "Ilona Mária", "Ilona Mária Nagy", ""),
        ("/Nagy/ Ilona \"Ili\"", "Ilona", "Ili Nagy", ""),
        ("/Bos/ Jr.", "", "Bos", "Jr."),
        ("/Bos/ III", "", "Bos", "III"),
        ("Jan /Bos/ Sr.", "Jan", "Jan Bos", "Sr."),
    ] {
        let name = person(&one(&format!("1 NAME {text}")).map, "I1").name.clone();
        let found = (name.given.as_str(), name.full(), name.other.as_str());
        assert_eq!(found, (given, full.to_owned(), other), "{text}");
    }
}

/// Of who or what is confidential as a whole, nothing but the name stands in the open: no date, no bond.
#[test]
fn nothing_of_what_is_confidential_stands_on_the_map() {
    let file = |person: &str, link: &str, child: &str, family: &str| {
        format!(
            "0 HEAD\n0 @A@ INDI\n0 @K@ INDI\n{person}1 BIRT\n2 DATE 1950\n1 DEAT\n2 DATE 1999\n\
             1 FAMC @F@\n2 PEDI adopted\n{link}0 @F@ FAM\n{family}1 HUSB @A@\n1 MARR\n2 DATE 1970\n\
             1 DIV\n2 DATE 1980\n1 CHIL @K@\n2 _FREL adopted\n{child}0 TRLR"
        )
    };
    let (whole, part) = ("1 RESN confidential\n", "2 RESN confidential\n");
    let import = read(file(whole, "", part, whole));
    let (kim, couple) = (person(&import.map, "K"), union(&import.map));
    assert_eq!((kim.birth, kim.death(), kim.is_dead()), (None, None, true));
    assert_eq!((couple.from, couple.until, couple.ending), (None, None, None));
    assert_eq!(couple.children[0].bond, Bond::Birth);
    let notes = notes_of(kim) + &couple.notes.iter().map(|it| &*it.text).collect::<String>();
    for word in ["1950", "1999", "1970", "1980", "adopted"] {
        assert!(notes.contains(word), "{word} in {notes}");
    }
    assert!(kim.notes.iter().chain(&couple.notes).all(|it| it.for_coach));
    // The mark of the link alone.
    let import = read(file("", part, part, ""));
    assert_eq!(union(&import.map).children[0].bond, Bond::Birth);
    assert_eq!(person(&import.map, "K").birth, PartialDate::in_year(1950));
    let open = read(file("", "", "", ""));
    assert_eq!(union(&open.map).children[0].bond, Bond::Adopted);
}
