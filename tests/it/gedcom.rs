//! GEDCOM from outside: real files, broken files, and anything at all.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rode_draad::file::{open, to_bytes};
use rode_draad::gedcom::{ImportError, ImportNote, import, looks_like};
use rode_draad::i18n::{Lang, Texts};
use rode_draad::model::{
    Bond, Ending, FamilyMap, Gender, LifeCourse, PersonId, UnionId, UnionKind, Vital, broken,
};

fn read(text: &str) -> (FamilyMap, Vec<ImportNote>) {
    import(text.as_bytes()).unwrap()
}

fn person_id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

fn union_id(text: &str) -> UnionId {
    UnionId::new(text).unwrap()
}

fn has_note(notes: &[ImportNote], id: &str) -> bool {
    notes.iter().any(|note| note.message.id == id)
}

#[test]
fn a_family_comes_over_with_what_is_known_of_it() {
    let (map, notes) = read(
        "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 _ROOT @I3@\n\
         0 @I1@ INDI\n1 NAME Jan /van der Berg/ Sr.\n1 SEX M\n1 BIRT\n2 DATE ABT 1930\n\
         1 DEAT Y\n1 OCCU bakker\n1 FAMS @F1@\n\
         0 @I2@ INDI\n1 NAME Maria /Jansen/\n2 NICK Miep\n1 NAME Maria /van der Berg/\n\
         2 TYPE married\n1 SEX F\n1 BIRT\n2 DATE 3 MAR 1932\n2 PLAC Assen\n1 FAMS @F1@\n\
         0 @I3@ INDI\n1 NAME Rob\n1 SEX X\n1 BIRT\n2 DATE 1960\n2 SOUR @S1@\n1 NOTE @N9@\n\
         1 NOTE @N1@\n1 FAMC @F1@\n2 PEDI adopted\n\
         0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 CHIL @I3@\n1 MARR\n2 DATE 1955\n\
         1 DIV\n2 DATE 1970\n\
         0 @N1@ NOTE Een lange\n1 CONC  noot\n1 CONT in twee regels\n0 TRLR\n",
    );
    assert_eq!(map.focus, [person_id("I3")]);
    let jan = map.person(&person_id("I1")).unwrap();
    assert_eq!((jan.name.full().as_str(), jan.name.other.as_str()), ("Jan van der Berg", "Sr."));
    assert_eq!((jan.gender, jan.vital), (Gender::Man, Vital::Dead(None)));
    let maria = map.person(&person_id("I2")).unwrap();
    assert_eq!(maria.name.full(), "Miep van der Berg");
    assert_eq!((maria.name.given.as_str(), maria.name.birth.as_str()), ("Maria", "Jansen"));
    let rob = map.person(&person_id("I3")).unwrap();
    assert_eq!(rob.gender, Gender::NonBinary);
    assert_eq!(rob.notes[0].text, "Een lange noot\nin twee regels");
    let union = map.union(&union_id("F1")).unwrap();
    assert_eq!(union.partners, [person_id("I1"), person_id("I2")]);
    assert_eq!((union.kind, union.ending), (UnionKind::Married, Some(Ending::Divorced)));
    assert_eq!(union.children[0].bond, Bond::Adopted);
    for note in ["gedcom-note-nobody", "gedcom-note-facts"] {
        assert!(has_note(&notes, note), "{note} in {notes:?}");
    }
}

#[test]
fn links_that_only_one_side_knows_are_kept() {
    let (map, _) = read(
        "0 HEAD\n0 @I1@ INDI\n1 FAMS @F1@\n0 @I2@ INDI\n0 @I3@ INDI\n1 FAMC @F1@\n\
         0 @F1@ FAM\n1 WIFE @I2@\n0 TRLR",
    );
    let union = map.union(&union_id("F1")).unwrap();
    assert_eq!(union.partners, [person_id("I2"), person_id("I1")]);
    assert_eq!(union.children.len(), 1);
}

#[test]
fn what_cannot_be_is_left_out_and_told() {
    let (map, notes) = read(
        "0 HEAD\n0 @I1@ INDI\n1 NAME A\n0 @I2@ INDI\n0 @I1@ INDI\n1 NAME B\n0 @I 4@ INDI\n\
         0 INDI\n\
         0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I1@\n1 CHIL @I2@\n1 CHIL @I2@\n1 CHIL @I9@\n\
         0 @F2@ FAM\n1 HUSB @I2@\n1 CHIL @I1@\n\
         0 @F3@ FAM\n0 TRLR",
    );
    let ids: Vec<&str> = map.people.keys().map(PersonId::as_str).collect();
    assert_eq!(ids, ["I", "I1", "I2", "I4", "I1-2"]);
    assert_eq!(map.unions.len(), 2, "a family of nobody is no union");
    for note in [
        "gedcom-note-own-partner",
        "gedcom-note-own-ancestor",
        "gedcom-note-nobody",
        "gedcom-note-same-xref",
        "gedcom-note-empty-families",
    ] {
        assert!(has_note(&notes, note), "{note} in {notes:?}");
    }
    let links: usize = map.unions.values().map(|union| union.children.len()).sum();
    assert_eq!(links, 1, "one of the two links stays");
}

#[test]
fn a_third_partner_gets_a_union_of_their_own() {
    let (map, notes) = read(
        "0 HEAD\n0 @A@ INDI\n0 @B@ INDI\n0 @C@ INDI\n0 @K@ INDI\n\
         0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n1 WIFE @C@\n1 CHIL @K@\n0 TRLR",
    );
    assert_eq!(map.union(&union_id("F")).unwrap().partners, [person_id("A"), person_id("B")]);
    assert_eq!(map.union(&union_id("F-2")).unwrap().partners, [person_id("A"), person_id("C")]);
    assert!(has_note(&notes, "gedcom-note-many-partners"), "{notes:?}");
}

#[test]
fn bonds_come_from_wherever_programs_put_them() {
    let (map, notes) = read(
        "0 HEAD\n0 @P@ INDI\n\
         0 @A@ INDI\n1 FAMC @F@\n2 PEDI foster\n\
         0 @B@ INDI\n1 ADOP\n2 DATE 1999\n2 FAMC @F@\n3 ADOP BOTH\n\
         0 @C@ INDI\n0 @D@ INDI\n1 DEAT\n2 AGE STILLBORN\n\
         0 @F@ FAM\n1 HUSB @P@\n1 CHIL @A@\n1 CHIL @B@\n\
         1 CHIL @C@\n2 _FREL Step\n2 _MREL Natural\n1 CHIL @D@\n0 TRLR",
    );
    let union = map.union(&union_id("F")).unwrap();
    let bonds: Vec<Bond> = union.children.iter().map(|child| child.bond).collect();
    assert_eq!(bonds, [Bond::Foster, Bond::Adopted, Bond::Birth, Bond::Birth]);
    assert_eq!(union.children[1].from.map(|date| date.year()), Some(1999));
    assert_eq!(map.person(&person_id("D")).unwrap().life, LifeCourse::Stillbirth);
    assert!(has_note(&notes, "gedcom-note-two-bonds"), "{notes:?}");
}

#[test]
fn father_and_mother_each_have_their_bond() {
    let (map, notes) = read(
        "0 HEAD\n0 @P@ INDI\n0 @M@ INDI\n0 @C@ INDI\n\
         0 @F@ FAM\n1 HUSB @P@\n1 WIFE @M@\n1 CHIL @C@\n2 _FREL Step\n2 _MREL Natural\n0 TRLR",
    );
    let union = map.union(&union_id("F")).unwrap();
    let child = union.child(&person_id("C")).unwrap();
    let bonds = union.partners.iter().map(|parent| child.bond_with(parent)).collect::<Vec<_>>();
    assert_eq!(bonds, [Bond::Step, Bond::Birth]);
    assert!(!has_note(&notes, "gedcom-note-two-bonds"), "{notes:?}");
}

#[test]
fn other_files_are_refused_with_a_sentence() {
    let cases: [(&[u8], ImportError); 5] = [
        (b"", ImportError::Empty),
        (b" \r\n", ImportError::Empty),
        (b"PK\x03\x04....", ImportError::Archive),
        (b"FamilyMap(version: 1)", ImportError::NotGedcom),
        (b"hello\nworld", ImportError::NotGedcom),
    ];
    for (bytes, expected) in cases {
        let error = import(bytes).unwrap_err();
        assert_eq!(error, expected);
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            assert!(error.messages().iter().all(|it| texts.say(it).contains(' ')), "{error:?}");
        }
    }
}

const SMALL: &str = "0 HEAD\n1 CHAR XXX\n0 @I1@ INDI\n1 NAME Renée /Müller/\n1 SEX F\n\
    1 NOTE Eerste regel\n2 CONT tweede\n2 CONC  regel\n1 BIRT\n2 DATE 3 MAR 1932\n\
    0 @I2@ INDI\n1 NAME Zöe //\n1 FAMC @F1@\n0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I2@\n0 TRLR\n";

fn utf16(text: &str, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(write).collect()
}

#[test]
fn every_encoding_with_every_line_end_gives_the_same_family() {
    let (expected, _) = read(SMALL);
    assert_eq!(expected.person(&person_id("I1")).unwrap().name.full(), "Renée Müller");
    for ending in ["\n", "\r", "\r\n", "\n\r"] {
        let text = SMALL.replace('\n', ending);
        let single = |table: &[(&str, &[u8])], name: &str| -> Vec<u8> {
            let mut bytes = Vec::new();
            for letter in text.replace("XXX", name).chars() {
                let found = table.iter().find(|(of, _)| of.starts_with(letter));
                match found {
                    Some((_, written)) => bytes.extend_from_slice(written),
                    None => bytes.push(u8::try_from(letter).unwrap()),
                }
            }
            bytes
        };
        let ansel: &[(&str, &[u8])] = &[("é", b"\xE2e"), ("ü", b"\xE8u"), ("ö", b"\xE8o")];
        let ibm: &[(&str, &[u8])] = &[("é", b"\x82"), ("ü", b"\x81"), ("ö", b"\x94")];
        let files = [
            ("UTF-8", text.as_bytes().to_vec()),
            ("UTF-8 with a mark", format!("\u{feff}{text}").into_bytes()),
            ("UTF-16LE", utf16(&text, u16::to_le_bytes)),
            ("UTF-16BE", utf16(&text, u16::to_be_bytes)),
            ("UTF-16LE with a mark", utf16(&format!("\u{feff}{text}"), u16::to_le_bytes)),
            ("UTF-16BE with a mark", utf16(&format!("\u{feff}{text}"), u16::to_be_bytes)),
            ("Windows-1252", single(&[], "ANSI")),
            ("ANSEL", single(ansel, "ANSEL")),
            ("IBM PC", single(ibm, "IBMPC")),
        ];
        for (name, bytes) in files {
            assert!(looks_like(&bytes), "{name} with {ending:?}");
            assert_eq!(import(&bytes).unwrap().0, expected, "{name} with {ending:?}");
        }
    }
}

#[test]
fn a_file_cut_off_anywhere_gives_a_sound_family_or_a_refusal() {
    for len in 0..SMALL.len() {
        if let Ok((map, _)) = import(&SMALL.as_bytes()[..len]) {
            assert_eq!(broken(&map), [], "the first {len} bytes");
        }
    }
}

#[test]
fn thousands_of_everything_are_no_trouble() {
    let mut text = "0 HEAD\n0 @P@ INDI\n".to_owned();
    for n in 0..3_000 {
        text += &format!("0 @C{n}@ INDI\n1 FAMC @F@\n0 @W{n}@ INDI\n1 FAMS @F@\n");
    }
    text += "0 @F@ FAM\n1 HUSB @P@\n";
    for n in 0..3_000 {
        text += &format!("1 WIFE @W{n}@\n1 CHIL @C{n}@\n");
    }
    text += &"9 X\n".repeat(3_000);
    text += &format!("1 NOTE {}\n", "very long ".repeat(30_000));
    text += "0 @F-2@ FAM\n1 HUSB @C1@\n";
    let (map, notes) = read(&text);
    assert_eq!((map.people.len(), map.unions.len()), (6_001, 3_001));
    assert_eq!(map.union(&union_id("F-2")).unwrap().partners, [person_id("C1")]);
    assert_eq!(count_of(&notes, "gedcom-note-many-partners"), 2_999);
    assert_eq!(count_of(&notes, "gedcom-note-too-long"), 1);
    assert_eq!(broken(&map), []);
}

/// The folder with real and broken files, where it is there.
#[expect(clippy::print_stdout, reason = "says why nothing is tested")]
fn corpora() -> Option<PathBuf> {
    let shared = std::env::var_os("RODE_DRAAD_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let folder = shared.join("corpora");
    if !folder.is_dir() {
        println!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

fn gedcom_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for group in ["ged-real", "ged-edge", "ged-spec7", "ged-torture", "ged-synthetic"] {
        let Ok(entries) = std::fs::read_dir(folder.join(group)) else { continue };
        files.extend(entries.map(|entry| entry.unwrap().path()));
    }
    files.retain(|path| path.extension().is_some_and(|it| it == "ged" || it == "gdz"));
    files.sort();
    files
}

/// How many records of a kind there are, counted without the reader.
fn n_records(bytes: &[u8], tag: &str) -> usize {
    let text: String = if bytes.contains(&0) {
        bytes.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect()
    } else {
        bytes.iter().map(|byte| char::from(*byte)).collect()
    };
    let lines = text.split(['\r', '\n']);
    let is_record = |line: &&str| {
        let line = line.trim_start_matches(['ÿ', 'þ', 'ï', '»', '¿', ' ', '\t']);
        let Some(rest) = line.strip_prefix("0") else { return false };
        let rest = rest.trim_start();
        let rest = match rest.strip_prefix('@') {
            Some(named) => named.split_once('@').map_or("", |(_, rest)| rest),
            None => rest,
        };
        rest.split_whitespace().next().is_some_and(|it| it.eq_ignore_ascii_case(tag))
    };
    lines.filter(is_record).count()
}

#[test]
fn every_file_of_the_corpora_is_read_or_refused_and_sound() {
    let Some(folder) = corpora() else {
        return;
    };
    let mut n_read = 0;
    for path in gedcom_files(&folder) {
        let bytes = std::fs::read(&path).unwrap();
        let (map, notes) = match import(&bytes) {
            Ok(result) => result,
            Err(error) => {
                let is_fine = matches!(error, ImportError::NotGedcom | ImportError::Archive);
                assert!(is_fine || error == ImportError::Empty, "{}: {error}", path.display());
                continue;
            }
        };
        n_read += 1;
        let is_headless = path.ends_with("missing-header.ged");
        assert!(looks_like(&bytes) || is_headless, "{} looks like something else", path.display());
        assert_eq!(broken(&map), [], "{}", path.display());
        let named = map.people.values().filter(|person| person.stands_for.is_none()).count();
        assert_eq!(named, n_records(&bytes, "INDI"), "people of {}", path.display());
        let empty: usize = count_of(&notes, "gedcom-note-empty-families");
        let extra: usize = count_of(&notes, "gedcom-note-many-partners");
        let joined: usize = count_of(&notes, "gedcom-note-same-couple");
        let n_families = n_records(&bytes, "FAM");
        assert_eq!(
            map.unions.len() + empty + joined,
            n_families + extra,
            "families of {}",
            path.display()
        );
        for note in &notes {
            let sentence = Texts::new(Lang::Nl).say(&note.message);
            assert!(!sentence.contains('{'), "{sentence}");
        }
    }
    assert!(100 < n_read, "only {n_read} files were read");
}

fn count_of(notes: &[ImportNote], id: &str) -> usize {
    notes.iter().filter(|note| note.message.id == id).map(|note| note.count).sum()
}

#[test]
fn an_imported_family_can_be_saved_and_opened() {
    let Some(folder) = corpora() else {
        return;
    };
    for name in ["ged-real/kennedy.ged", "ged-edge/NorseGods.ged", "ged-edge/maximal70.ged"] {
        let (map, _) = import(&std::fs::read(folder.join(name)).unwrap()).unwrap();
        let bytes = to_bytes(&map).unwrap();
        assert_eq!(open(&bytes).unwrap(), map, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_lines_at_all_give_a_sound_family(lines in proptest::collection::vec(any_line(), 0..60)) {
        let text = format!("0 HEAD\n{}", lines.join("\n"));
        let (map, _) = import(text.as_bytes()).unwrap();
        prop_assert_eq!(broken(&map), vec![]);
        let saved = to_bytes(&map);
        prop_assert!(saved.is_ok(), "{:?}", saved);
    }

    #[test]
    fn any_bytes_at_all_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok((map, _)) = import(&bytes) {
            prop_assert_eq!(broken(&map), vec![]);
        }
    }
}

/// Lines that are likely to tie people into knots.
fn any_line() -> impl Strategy<Value = String> {
    let xref = || proptest::sample::select(vec!["@1@", "@2@", "@3@", "@4@", "@5@", "@ @", "@x"]);
    let date = proptest::sample::select(vec!["1900", "ABT 5 MAR 1900", "BET 1 AND", "(?)", "B.C."]);
    prop_oneof![
        3 => xref().prop_map(|xref| format!("0 {xref} INDI")),
        3 => xref().prop_map(|xref| format!("0 {xref} FAM")),
        2 => xref().prop_map(|xref| format!("1 HUSB {xref}")),
        2 => xref().prop_map(|xref| format!("1 WIFE {xref}")),
        3 => xref().prop_map(|xref| format!("1 CHIL {xref}")),
        2 => xref().prop_map(|xref| format!("1 FAMC {xref}")),
        2 => xref().prop_map(|xref| format!("1 FAMS {xref}")),
        1 => date.prop_map(|date| format!("1 BIRT\n2 DATE {date}")),
        1 => "[0-9]{1,3} [A-Z_]{1,5} \\PC{0,20}",
        1 => "1 NAME [a-z /]{0,20}",
    ]
}
