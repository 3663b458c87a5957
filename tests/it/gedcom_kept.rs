//! GEDCOM: nothing of a family is lost on the way in, and what stays behind is told.

use std::path::{Path, PathBuf};

use rode_draad::gedcom::{Account, Charset, Import, Options, import_as};
use rode_draad::i18n::{Lang, Texts};
use rode_draad::model::{
    Date, FamilyMap, Field, Name, PartialDate, Person, PersonField, PersonId, Union, broken,
};

pub(crate) fn read(bytes: impl AsRef<[u8]>) -> Import {
    import_as(bytes.as_ref(), Options::default()).unwrap()
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(fixtures().join(name)).unwrap()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/gedcom")
}

pub(crate) fn person<'a>(map: &'a FamilyMap, id: &str) -> &'a Person {
    map.person(&PersonId::new(id).unwrap()).unwrap()
}

pub(crate) fn union(map: &FamilyMap) -> &Union {
    map.unions.values().next().unwrap()
}

pub(crate) fn has(import: &Import, note: &str) -> bool {
    import.notes.iter().any(|it| it.message.id == format!("gedcom-note-{note}"))
}

/// A person with these lines below.
pub(crate) fn one(lines: &str) -> Import {
    read(format!("0 HEAD\n0 @I1@ INDI\n{lines}\n0 TRLR"))
}

fn name_of(lines: &str) -> Name {
    person(&one(lines).map, "I1").name.clone()
}

/// All notes of a person, the coach's own marked.
pub(crate) fn notes_of(person: &Person) -> String {
    let notes = person.notes.iter();
    notes.map(|it| format!("{}{}\n", if it.for_coach { "!" } else { "" }, it.text)).collect()
}

#[test]
fn tags_may_be_in_any_case() {
    let import = read(fixture("lower-case-tags.ged"));
    assert_eq!(person(&import.map, "I1").name.full(), "Jan Jansen");
    let upper = String::from_utf8(fixture("15-call-names.ged")).unwrap();
    let lower: Vec<String> = upper
        .lines()
        .map(|line| {
            let mut words: Vec<String> = line.splitn(3, ' ').map(str::to_owned).collect();
            let tag = if words[1].starts_with('@') { 2 } else { 1 };
            words[tag] = words[tag].to_lowercase();
            words.join(" ")
        })
        .collect();
    assert_eq!(read(lower.join("\n")).map, read(upper).map);
}

#[test]
fn the_name_that_the_family_uses_is_found_wherever_it_stands() {
    let map = read(fixture("15-call-names.ged")).map;
    let expected = [
        ("I1", "Annemiek", "Johanna Petronella Maria"),
        ("I2", "Wim", "Wilhelmus Theodorus"),
        ("I3", "Elisabeth", "Maria Elisabeth"),
        ("I4", "Heinz", "Karl Heinz"),
        ("I5", "Toos", "Anna Catharina"),
        ("I6", "Frans", "Franciscus"),
    ];
    for (id, call, given) in expected {
        let name = &person(&map, id).name;
        let found = (name.call.as_str(), name.given.as_str(), name.family.as_str());
        assert_eq!(found, (call, given, "Duinkerk"), "{id}");
        assert_eq!(name.other, "", "{id}");
    }
    for lines in [
        "1 NAME Johanna „Jo“ /Wit/",
        "1 NAME Johanna «Jo» /Wit/",
        "1 NAME Johanna 'Jo' /Wit/",
        "1 NAME Johanna [Jo] /Wit/",
        "1 NAME \"Jo\" Johanna /Wit/",
        "1 NAME Johanna /Wit/\n2 _CALL Jo",
        "1 NAME Johanna /Wit/\n1 _RUFNAME Jo",
        "1 NAME Johanna /Wit/\n1 NICK Jo",
        "1 NAME Jo /Wit/\n2 TYPE nickname\n1 NAME Johanna /Wit/\n2 TYPE birth",
        "1 NAME Johanna /Wit/\n1 NAME Jo\n2 TYPE OTHER\n3 PHRASE Roepnaam",
    ] {
        let name = name_of(lines);
        assert_eq!((name.call.as_str(), name.given.as_str()), ("Jo", "Johanna"), "{lines}");
    }
    assert_eq!(name_of("1 NAME Jan 't Hooft /d'Arc/").call, "", "an apostrophe is no quote");
}

#[test]
fn no_part_of_a_name_is_lost_and_none_comes_twice() {
    let name = name_of("1 NAME Moses Ben /Maimonides/\n2 GIVN Moshe");
    assert_eq!((name.given.as_str(), name.other.as_str()), ("Moses Ben", "Moshe"));
    let berg = [
        "1 NAME Jan /van der Berg/",
        "1 NAME Jan /van der Berg/\n2 SPFX van der\n2 SURN Berg",
        "1 NAME Jan /van der Berg/\n2 SPFX van\n2 SURN der Berg",
        "1 NAME Jan /van der Berg/\n2 SPFX van\n2 SURN van der Berg",
        "1 NAME Jan van der /Berg/\n2 SPFX van der\n2 SURN Berg",
        "1 NAME Jan van der /Berg/",
        "1 NAME Jan van /van der Berg/",
        "1 NAME Jan /Berg/\n2 SPFX van der",
        "1 NAME Jan\n2 SPFX van der\n2 SURN Berg",
        "1 NAME Jan van der Berg\n2 GIVN Jan\n2 SPFX van der\n2 SURN Berg",
        "1 NAME\n2 GIVN Jan\n2 SURN van der Berg",
    ];
    for lines in berg {
        let name = name_of(lines);
        let parts = (name.given.as_str(), name.prefix.as_str(), name.family.as_str());
        assert_eq!(parts, ("Jan", "van der", "Berg"), "{lines}");
        assert_eq!(name.other, "", "{lines}");
    }
    // Every word of every part is somewhere.
    let rich = "1 NAME Dr. Anna Jansdr /de Wit/ Jr.\n2 NPFX Dr.\n2 GIVN Anna Maria\n2 NSFX Jr.\n\
        2 SURN Witte\n2 NICK Annie, Ans\n1 NAME Anna /Bakker/\n2 TYPE married\n\
        1 NAME Anke /Zwart/\n2 TYPE aka\n1 ALIA Anouk /Groen/\n1 NAME Ännchen\n2 TYPE immigrant";
    let name = name_of(rich);
    let all = format!("{name:?}");
    for word in
        "Dr. Anna Jansdr de Wit Jr. Maria Witte Annie Ans Bakker Anke Zwart aka Anouk Groen \
        Ännchen"
            .split(' ')
    {
        assert!(all.contains(word), "{word} in {all}");
    }
    assert_eq!((name.family.as_str(), name.birth.as_str()), ("Bakker", "de Wit"));
}

#[test]
fn what_only_says_unknown_is_no_name() {
    for text in [
        "Unknown //",
        "UNKNOWN /unknown/",
        "(Unknown) /[--?--]/",
        "N.N. //",
        "nn /NN/",
        "? /?/",
        "Onbekend",
        "/onbekend/",
        "private",
        "Living //",
        "<Living> /Private/",
        "unbekannt",
        "Inconnu",
        "___ /___/",
        "[unknown] /Unknown/",
        "… //",
        "geen naam",
        "Naam Onbekend",
    ] {
        let import = one(&format!("1 NAME {text}"));
        assert!(person(&import.map, "I1").name.is_empty(), "{text}: {:?}", import.map.people);
        let is_sign = !text.chars().any(char::is_alphanumeric);
        assert!(is_sign || has(&import, "no-name"), "{text}");
    }
    assert_eq!(name_of("1 NAME Unknown /Jansen/").full(), "Jansen");
    assert_eq!(name_of("1 NAME NN Jansen").full(), "Jansen");
    assert_eq!(name_of("1 NAME Nona /Living/ Sr.").given, "Nona");
    let many = read(fixture("13-many-sets-of-parents.ged"));
    assert!(person(&many.map, "I9").name.is_empty() && has(&many, "no-name"));
}

#[test]
fn a_second_wedding_is_kept() {
    let year = |year: i32| PartialDate::in_year(year);
    let together = |events: &str| {
        let import = read(format!(
            "0 HEAD\n0 @A@ INDI\n0 @B@ INDI\n0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n{events}\n0 TRLR"
        ));
        let union = union(&import.map).clone();
        let text = union.notes.iter().map(|it| it.text.clone()).collect::<String>();
        (union.from, union.until, union.together_again, union.is_over(), text)
    };
    let import = read(fixture("38c-remarriage-in-one-record.ged"));
    let found = union(&import.map);
    assert_eq!(
        (found.from, found.until, found.together_again),
        (year(1985), year(1990), year(1995))
    );
    assert!(has(&import, "again"));
    let marr = |year: i32| format!("1 MARR\n2 DATE {year}\n");
    let div = |year: i32| format!("1 DIV\n2 DATE {year}\n");
    let (from, until, again, is_over, _) = together(&(marr(1985) + &marr(1995) + &div(1990)));
    assert_eq!((from, until, again, is_over), (year(1985), year(1990), year(1995), false));
    let (_, until, again, is_over, _) = together(&(marr(1985) + "1 DIV Y\n" + &marr(1995)));
    assert_eq!((until, again, is_over), (None, year(1995), false));
    let (_, until, again, is_over, _) = together(&(marr(1985) + &div(1990) + "1 MARR Y\n"));
    assert_eq!((until, again.map(PartialDate::year), is_over), (year(1990), Some(1990), false));
    let (_, _, _, is_over, _) = together("1 MARR Y\n1 DIV Y\n1 MARR Y\n");
    assert!(!is_over);
    let (from, until, _, is_over, _) =
        together(&(marr(1985) + &div(1990) + &marr(1995) + &div(2000)));
    assert_eq!((from, until, is_over), (year(1985), year(2000), true));
    let (from, _, again, _, text) = together(&(marr(1985) + "1 MARR\n2 DATE 1986\n2 TYPE kerk\n"));
    assert_eq!((from, again), (year(1985), None));
    assert!(text.contains("1986") && text.contains("kerk"), "{text}");
}

#[test]
fn of_two_births_the_better_one_counts_and_the_other_is_kept() {
    let born = |lines: &str| {
        let import = one(lines);
        let person = person(&import.map, "I1").clone();
        (person.birth.map(|date| date.to_string()), notes_of(&person), has(&import, "second"))
    };
    let (date, notes, is_told) =
        born("1 BIRT\n2 DATE ABT 1950\n1 BIRT\n2 DATE 3 MAR 1950\n2 PLAC Assen");
    assert_eq!(date.as_deref(), Some("3-3-1950"));
    assert!(notes.contains("±1950") && notes.contains("Assen") && is_told, "{notes}");
    let (date, notes, _) = born("1 BIRT\n2 DATE 1950\n1 BIRT\n2 DATE 3 MAR 1948");
    assert_eq!(date.as_deref(), Some("1950"), "what stands first is preferred");
    assert!(notes.contains("3-3-1948"), "{notes}");
    let (date, notes, _) = born("1 BIRT\n2 DATE ooit\n1 BIRT\n2 DATE 1950");
    assert_eq!(date.as_deref(), Some("1950"));
    assert!(notes.contains("ooit"), "{notes}");
    let jobs = one("1 OCCU bakker\n1 OCCU smid\n2 DATE FROM 1930 TO 1940\n2 PLAC Assen");
    let notes = notes_of(person(&jobs.map, "I1"));
    assert!(
        notes.contains("bakker") && notes.contains("smid") && notes.contains("1940"),
        "{notes}"
    );
}

#[test]
fn dates_stay_as_they_were_written_where_they_are_not_understood() {
    for (text, year) in [
        ("(about the war)", None),
        ("INT 1944 (about the war)", Some(1944)),
        ("12 MAYBE 1900", None),
        ("11 FEB 1701/02", Some(1702)),
        ("1701/02", Some(1701)),
        ("@#DFRENCH R@ 10 NIVO 3", Some(1794)),
        ("@#DHEBREW@ 2 TVT 5758", Some(1997)),
        ("@#DISLAMIC@ 1400", None),
        ("Q3 1900", Some(1900)),
        ("FROM 1900 TO 1910", Some(1900)),
        ("31 FEB 1900", Some(1900)),
        ("3 MAR 45", None),
    ] {
        let import = one(&format!("1 BIRT\n2 DATE {text}"));
        let person = person(&import.map, "I1");
        assert_eq!(person.birth.map(PartialDate::year), year, "{text}");
        let born = Field::Person(PersonId::new("I1").unwrap(), PersonField::Born);
        let in_field = import.map.unread(&born);
        assert!(in_field.is_none() || person.birth.is_none(), "{text}: one thing in the field");
        let said = format!("{}{}", notes_of(person), in_field.unwrap_or_default());
        assert_eq!(said.matches(text).count(), 1, "{text}: {said}");
        assert!(has(&import, "date") || has(&import, "part-of-date"), "{text}");
    }
}

#[test]
fn what_is_confidential_is_for_the_coach_only() {
    for mark in ["confidential", "CONFIDENTIAL, LOCKED", "privacy", "locked", "Private"] {
        let import = one(&format!(
            "1 NAME Kim\n1 RESN {mark}\n1 OCCU smid\n1 NOTE geheim\n1 DEAT\n2 CAUS longen"
        ));
        let kim = person(&import.map, "I1");
        assert!(has(&import, "confidential"), "{mark}");
        assert!(!kim.notes.is_empty() && kim.notes.iter().all(|it| it.for_coach), "{kim:?}");
        let notes = notes_of(kim);
        for word in ["smid", "geheim", "longen"] {
            assert!(notes.contains(word), "{word} in {notes}");
        }
    }
    let event = one(
        "1 OCCU smid\n1 ADOP\n2 RESN confidential\n2 DATE 1980\n1 NOTE open\n1 NOTE dicht\n2 RESN privacy\n1 BIRT\n2 RESN confidential\n2 DATE 1950",
    );
    let person = person(&event.map, "I1");
    let (secret, open): (Vec<_>, Vec<_>) = person.notes.iter().partition(|it| it.for_coach);
    let text = |notes: &[&rode_draad::model::Note]| {
        notes.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("\n")
    };
    let (secret, open) = (text(&secret), text(&open));
    assert!(
        secret.contains("1980") && secret.contains("dicht") && secret.contains("1950"),
        "{secret}"
    );
    assert!(open.contains("smid") && open.contains("open") && !open.contains("1980"), "{open}");
    assert_eq!(person.birth, None, "not even the year stands in the open");
    let family = read(
        "0 HEAD\n0 @A@ INDI\n0 @F@ FAM\n1 RESN confidential\n1 HUSB @A@\n1 NOTE x\n1 DIV\n2 RESN privacy\n2 DATE 1990\n0 TRLR",
    );
    let union = union(&family.map);
    assert!(union.ending.is_none() && union.notes.iter().all(|it| it.for_coach), "{union:?}");
}

#[test]
fn damage_is_told() {
    assert!(has(&read(fixture("cut-off-file.ged")), "cut-off"));
    assert!(has(&read("0 @I1@ INDI\n0 TRLR"), "no-head"));
    let behind = read("0 HEAD\n0 TRLR\n0 @I1@ INDI\n1 NAME Kim");
    assert!(has(&behind, "behind-end") && behind.map.people.len() == 1);
    let zeros = read(b"0 HEAD\n0 @I1@ INDI\n1 NAME Ki\0\0m /Lam\0mers/\n0 TRLR");
    assert!(has(&zeros, "zeros"));
    assert_eq!(person(&zeros.map, "I1").name.full(), "Kim Lammers");
    assert!(has(
        &read(b"0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ren\xC3\xA9e \xC3\xAB \xE9\n0 TRLR"),
        "letters"
    ));
    let clean = one("1 NAME Kim /Lammers/");
    assert!(clean.notes.is_empty(), "{:?}", clean.notes);
}

#[test]
fn a_guess_of_the_letters_is_told_and_can_be_changed() {
    let bytes = fixture("cyrillic-ansi.ged");
    let guessed = read(&bytes);
    assert_eq!(person(&guessed.map, "I1").name.full(), "Иван Петров");
    assert!(has(&guessed, "guessed"));
    assert_eq!(guessed.charset.name(), "windows-1251");
    let options = Options { charset: Charset::named("latin1"), lang: Lang::Nl };
    let chosen = import_as(&bytes, options).unwrap();
    assert_eq!(person(&chosen.map, "I1").name.full(), "Èâàí Ïåòðîâ");
    assert!(!has(&chosen, "guessed"), "who chose was asked nothing");
    for (name, text) in [
        ("windows-1250", "Stanisław /Żak/"),
        ("windows-1253", "Γιώργος /Παπαδόπουλος/"),
        ("windows-1254", "Şükrü /Yılmaz/"),
        ("koi8-r", "Иван /Петров/"),
        ("windows-1255", "דוד /כהן/"),
    ] {
        let (encoded, _, _) =
            encoding_rs::Encoding::for_label(name.as_bytes()).unwrap().encode(text);
        let head = b"0 HEAD\n1 CHAR ANSI\n0 @I1@ INDI\n1 NAME ".as_slice();
        let file = [head, &encoded, b"\n0 TRLR"].concat();
        let told = has(&read(&file), "guessed");
        assert!(told, "{name}");
        let options = Options { charset: Charset::named(name), lang: Lang::En };
        let map = import_as(&file, options).unwrap().map;
        assert_eq!(person(&map, "I1").name.full(), text.replace('/', ""), "{name}");
    }
}

#[test]
fn more_children_than_names_stand_together() {
    let import =
        read("0 HEAD\n0 @A@ INDI\n0 @K@ INDI\n0 @F@ FAM\n1 WIFE @A@\n1 CHIL @K@\n1 NCHI 4\n0 TRLR");
    let crowd = import.map.people.values().find_map(|person| person.stands_for).unwrap();
    assert_eq!(crowd.count, Some(3));
    assert_eq!(union(&import.map).children.len(), 2);
}

#[test]
fn nobody_is_125_years_old() {
    let map = read(fixture("04-married-two-brothers.ged")).map;
    let today = Date::parse("2026-11-28").unwrap();
    for person in map.people.values() {
        let age = person.age_on(today);
        assert!(age.is_none_or(|age| age.lo < 120), "{}: {age:?}", person.name.full());
    }
}

#[test]
fn worth_knowing_is_kept_in_notes() {
    let import = read(
        "0 HEAD\n0 @I1@ INDI\n1 RELI doopsgezind\n1 RESI\n2 ADDR Dorpsstraat 1\n3 CITY Assen\n\
         1 EMIG\n2 DATE 1951\n2 PLAC Canada\n1 EDUC mulo\n1 DEAT\n2 CAUS hart\n2 NOTE plotseling\n\
         1 ASSO @I2@\n2 RELA peetoom\n1 FAMC @F1@\n2 PEDI anders\n2 STAT challenged\n\
         1 EVEN\n2 TYPE Oorlog\n2 DATE 1944\n1 BIRT\n2 PLAC Norg\n2 SOUR @S1@\n3 PAGE akte 12\n\
         1 ADOP\n2 FAMC @F1@\n3 ADOP WIFE\n\
         0 @I2@ INDI\n1 NAME Bas /Berk/\n0 @F1@ FAM\n1 WIFE @I2@\n\
         0 @S1@ SOUR\n1 TITL Burgerlijke stand\n0 TRLR",
    );
    let notes = notes_of(person(&import.map, "I1"));
    for word in [
        "doopsgezind",
        "Dorpsstraat 1",
        "Assen",
        "1951",
        "Canada",
        "mulo",
        "hart",
        "plotseling",
        "Bas Berk",
        "peetoom",
        "anders",
        "challenged",
        "Oorlog",
        "1944",
        "Norg",
        "akte 12",
        "Burgerlijke stand",
        "WIFE",
    ] {
        assert!(notes.contains(word), "{word} in {notes}");
    }
    assert_eq!(import.account.left_out, 0, "{:?}", import.notes);
}

/// Lines that are not blank, counted without the reader.
fn n_lines(bytes: &[u8]) -> usize {
    let bytes: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    bytes.split(|it| matches!(it, b'\n' | b'\r')).filter(|it| !it.trim_ascii().is_empty()).count()
}

/// Every line is on the map, in a note or told, and no line is two of them.
fn settles(name: &str, bytes: &[u8], import: &Import) {
    let Account { taken, noted, left_out } = import.account;
    if !bytes.starts_with(&[0xFF, 0xFE]) && !bytes.starts_with(&[0xFE, 0xFF]) {
        assert_eq!(taken + noted + left_out, n_lines(bytes), "lines of {name}");
    }
    let told: usize = import.notes.iter().map(|note| note.left_out).sum();
    assert_eq!(told, left_out, "{name}: {:?}", import.notes);
    for lang in Lang::ALL {
        for note in &import.notes {
            let words = Texts::new(lang).say(&note.message);
            assert!(words.ends_with('.') && !words.contains('{'), "{words}");
        }
    }
}

#[test]
fn every_line_of_the_fixtures_is_settled() {
    let mut n = 0;
    for entry in std::fs::read_dir(fixtures()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|it| it == "ged") {
            let bytes = std::fs::read(&path).unwrap();
            settles(&path.display().to_string(), &bytes, &read(&bytes));
            n += 1;
        }
    }
    assert!(8 < n, "{n} fixtures");
}

/// A line that is said to be in a note has its words there; one that is said to be on the map makes
/// a difference.
#[test]
fn lines_are_where_they_are_said_to_be() {
    let text = String::from_utf8(fixture("15-call-names.ged")).unwrap();
    let whole = read(&text);
    let lines: Vec<&str> = text.lines().collect();
    let mut same = Vec::new();
    for at in 0..lines.len() {
        let mut less = lines.clone();
        let gone = less.remove(at);
        let Ok(import) = import_as(less.join("\n").as_bytes(), Options::default()) else {
            continue;
        };
        if import.map == whole.map && import.notes == whole.notes {
            same.push(gone);
        }
    }
    // Said twice in the file: the other of the two still says it.
    same.retain(|line| {
        let tag = line.split(' ').nth(1).unwrap_or("");
        ![
            "GIVN", "SURN", "FAMS", "FAMC", "HUSB", "WIFE", "CHIL", "CHAR", "GEDC", "VERS", "FORM",
            "TRLR", "SOUR",
        ]
        .contains(&tag)
    });
    assert_eq!(same, Vec::<&str>::new());
}

#[test]
fn files_cut_off_at_any_byte_do_no_harm() {
    for name in ["15-call-names.ged", "38c-remarriage-in-one-record.ged"] {
        let bytes = fixture(name);
        for len in 0..bytes.len() {
            if let Ok(import) = import_as(&bytes[..len], Options::default()) {
                settles(name, &bytes[..len], &import);
                assert_eq!(broken(&import.map), [], "{len} bytes of {name}");
            }
        }
    }
}

#[test]
fn ten_thousand_damaged_files_do_no_harm() {
    let files = ["cyrillic-ansi.ged", "given-over-name.ged", "38c-remarriage-in-one-record.ged"];
    let files: Vec<Vec<u8>> = files.into_iter().map(fixture).collect();
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = |n: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % n as u64).unwrap()
    };
    for round in 0..10_000 {
        let mut bytes = files[round % files.len()].clone();
        for _ in 0..=random(8) {
            let at = random(bytes.len());
            bytes[at] = u8::try_from(random(256)).unwrap();
        }
        if let Ok(import) = import_as(&bytes, Options::default()) {
            assert_eq!(broken(&import.map), [], "round {round}");
            let told: usize = import.notes.iter().map(|note| note.left_out).sum();
            assert_eq!(told, import.account.left_out, "round {round}");
        }
    }
}
