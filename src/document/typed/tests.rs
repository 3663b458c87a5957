use std::collections::BTreeSet;

use proptest::prelude::{Just, ProptestConfig, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::strategy::Strategy;

use super::*;
use crate::document::{ChildOf, Parents, VisitId};
use crate::i18n::{Lang, Texts};
use crate::model::{Person, Union};

fn today() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

/// Kees, who has a partner Anna, parents, and a sister Lisa who was put down before him.
struct Table {
    document: Document,
    anna: PersonId,
    kees: PersonId,
    lisa: PersonId,
}

impl Table {
    fn new() -> Self {
        let (mut document, anna) = alone();
        let (kees, _) = document.add_partner(&anna, Person::default()).expect("Anna is there");
        let parents = document.add_parents(&kees, Parents::Both).expect("Kees is there");
        let home = document.map().home_union(&kees).map(|(id, _)| id.clone()).expect("a home");
        assert_eq!(parents.len(), 2, "both");
        let of = ChildOf::Union(home.clone());
        let lisa = document.add_child(&of, Bond::Birth, Person::default()).expect("a sister");
        // Lisa is the elder.
        let mut map = FamilyMap::clone(document.map());
        let union = map.unions.get_mut(&home).expect("the home");
        std::sync::Arc::make_mut(union).children.reverse();
        Self { document: Document::new(map), anna, kees, lisa }
    }

    /// Kees without a partner: only a child of his parents.
    fn of_a_child() -> Self {
        let mut table = Self::new();
        let remove = Command::RemovePerson(table.anna.clone());
        table.document.execute(remove).expect("Anna is there");
        table
    }

    fn read(&self, text: &str) -> Typed {
        Typed::on(self.document.map(), &self.kees, Some(&self.anna), text, today())
    }

    fn store(&mut self, text: &str) {
        let (kees, anna) = (self.kees.clone(), self.anna.clone());
        self.document
            .set_typed_in_visit(VisitId::fresh(), Named::new(&kees, Some(&anna)), text, today())
            .expect("fits");
    }

    fn kees(&self) -> &Person {
        self.document.map().person(&self.kees).expect("Kees is there")
    }

    fn union(&self) -> Option<&Union> {
        let mut unions = self.document.map().unions_of(&self.kees);
        Some(unions.find(|(_, union)| union.partners.contains(&self.anna))?.1)
    }
}

fn alone() -> (Document, PersonId) {
    let mut document = Document::new(FamilyMap::default());
    let anna = document.new_person_id();
    let add = Command::AddPerson(anna.clone(), Box::default());
    document.execute(add).expect("an empty map takes anybody");
    (document, anna)
}

fn said(chips: &[Message], lang: Lang) -> Vec<String> {
    chips.iter().map(|chip| Texts::new(lang).say(chip)).collect()
}

/// The chips that the map as it is now deserves, made from the map alone.
fn deserved(table: &Table) -> BTreeSet<String> {
    let kees = table.kees();
    let mut chips = Vec::new();
    if kees.gender != Gender::Unknown {
        chips.push(Message::new(match kees.gender {
            Gender::Woman => "gender-woman",
            Gender::Man => "gender-man",
            Gender::NonBinary | Gender::Unknown => "gender-non-binary",
        }));
    }
    let (life, born) = match kees.life {
        LifeCourse::Born => (None, "typed-born"),
        LifeCourse::Pregnancy => (Some("life-pregnancy"), "typed-expected"),
        LifeCourse::Miscarriage => (Some("life-miscarriage"), "typed-on"),
        LifeCourse::Stillbirth => (Some("life-stillbirth"), "typed-born"),
        LifeCourse::Abortion => (Some("life-abortion"), "typed-on"),
    };
    chips.extend(life.map(Message::new));
    chips.extend(kees.birth.map(|date| Message::new(born).arg("date", date)));
    chips.extend(match kees.vital {
        crate::model::Vital::Living => None,
        crate::model::Vital::Dead(None) => Some(Message::new("typed-dead")),
        crate::model::Vital::Dead(Some(date)) => Some(Message::new("typed-died").arg("date", date)),
    });
    chips.extend(deserved_ties(table));
    if !kees.name.birth.is_empty() {
        chips.push(Message::new("typed-birth-name").arg("name", &kees.name.birth));
    }
    said(&chips, Lang::Nl).into_iter().collect()
}

/// The same of the couple, the parents and the birth.
fn deserved_ties(table: &Table) -> Vec<Message> {
    let (map, alone) = (table.document.map(), Union::default());
    let union = table.union().unwrap_or(&alone);
    let mut chips = Vec::new();
    let dated = |id, date: Option<PartialDate>| {
        let date = date.map_or_else(|| "none".to_owned(), |date| date.to_string());
        Message::new(id).arg("date", date)
    };
    match union.kind {
        UnionKind::Married => chips.push(dated("typed-married", union.from)),
        UnionKind::Registered => chips.push(dated("typed-registered", union.from)),
        UnionKind::LivingTogether => chips.push(dated("typed-living-together", union.from)),
        UnionKind::Engaged => chips.push(dated("typed-engaged", union.from)),
        UnionKind::LivingApart => chips.push(dated("typed-living-apart", union.from)),
        UnionKind::Relationship | UnionKind::Brief => {}
    }
    match union.ending {
        Some(Ending::Divorced) => chips.push(dated("typed-divorced", union.until)),
        Some(Ending::Separated) => chips.push(dated("typed-apart", union.until)),
        Some(Ending::Death) => chips.push(dated("typed-ended-by-death", union.until)),
        None => {}
    }
    if union.together_again.is_some() {
        chips.push(dated("typed-again", union.together_again));
    }
    let (_, home) = map.home_union(&table.kees).expect("a home");
    let child = home.child(&table.kees).expect("a child");
    match child.bond {
        Bond::Foster => chips.push(dated("typed-foster", child.from)),
        Bond::Adopted => chips.push(dated("typed-adopted", child.from)),
        Bond::Step => chips.push(dated("typed-step", child.from)),
        Bond::Birth | Bond::Guardian | Bond::Donor => {}
    }
    if let Some((_, twins)) = map.twins_of(&table.kees) {
        assert!(twins.people.contains(&table.lisa), "with Lisa");
        chips.push(Message::new(match twins.kind {
            TwinKind::Unknown => "typed-twin",
            TwinKind::Identical => "typed-twin-identical",
            TwinKind::Fraternal => "typed-twin-fraternal",
        }));
    }
    chips
}

/// `line` gives this name and these chips (in Dutch), and exactly that is stored.
fn check(line: &str, name: &str, chips: &[&str]) {
    check_at(Table::new(), line, name, chips);
}

/// The same of somebody who is a child and nothing else.
fn check_child(line: &str, name: &str, chips: &[&str]) {
    check_at(Table::of_a_child(), line, name, chips);
}

fn check_at(mut table: Table, line: &str, name: &str, chips: &[&str]) {
    let typed = table.read(line);
    assert_eq!(typed.name, name, "name of {line:?}: {:?}", said(&typed.chips(), Lang::Nl));
    assert_eq!(said(&typed.chips(), Lang::Nl), chips, "chips of {line:?}");
    table.store(line);
    assert_eq!(table.kees().name.full(), name, "stored name of {line:?}");
    let stored = deserved(&table);
    let facts: BTreeSet<String> = (chips.iter().copied())
        .filter(|it| !it.contains("in de naam") && !it.contains("naam niet bekend"))
        .filter(|it| !it.ends_with('.'))
        .map(str::to_owned)
        .collect();
    assert_eq!(stored, facts, "stored of {line:?}");
}

#[test]
fn words_of_life_and_death() {
    check("Piet", "Piet", &[]);
    check("Kees 1930 overleden 1999", "Kees", &["geboren 1930", "overleden 1999"]);
    check("Mia <1960 overl 2011", "Mia", &["geboren <1960", "overleden 2011"]);
    for line in [
        "Kees 1930-1999",
        "Kees (1930-1999)",
        "Kees (1930 - 1999)",
        "Kees 1930–1999",
        "Kees, geb. 1930, overl. 1999",
        "Kees *1930 †1999",
        "Kees °1930 + 1999",
        "Kees born 1930 died 1999",
        "1930 Kees † 1999",
        "geboren in 1930 Kees gestorven in 1999",
        "Kees b. 1930 d. 1999",
        "Kees(1930-1999)",
        "kees: 1930 tot 1999",
        "Kees 1930 † 69 jaar",
    ] {
        let typed = Table::new().read(line);
        let about = line.contains("69");
        let died = if about { "overleden ±1999" } else { "overleden 1999" };
        assert_eq!(said(&typed.chips(), Lang::Nl), ["geboren 1930", died], "{line}");
        assert_eq!(typed.name.to_lowercase().trim_end_matches(':'), "kees", "{line}");
    }
    check("Opa Jan † 1999", "Opa Jan", &["overleden 1999"]);
    check("Anna (1950-2001)", "Anna", &["geboren 1950", "overleden 2001"]);
    check("Piet, geb. 1983", "Piet", &["geboren 1983"]);
    check("1983 Piet", "Piet", &["geboren 1983"]);
    check("Kees in 1999", "Kees", &["geboren 1999"]);
    check("Kees op 3 mei 1999", "Kees", &["geboren 3-5-1999"]);
    check("Kees mei 1999", "Kees", &["geboren 5-1999"]);
    check("Kees 3 May 1999 m", "Kees", &["geboren 3-5-1999", "man"]);
    check("Kees overleden", "Kees", &["overleden"]);
    check("Jo Jansen geb. de Wit 1950", "Jo Jansen", &["geboren als de Wit", "geboren 1950"]);
    check("Kees tussen 1950 en 1955", "Kees", &["geboren 1950–1955"]);
    check("Kees jaren 50", "Kees", &["geboren 1950–1959"]);
    check("Kees about 1950", "Kees", &["geboren ±1950"]);
    check("Kees 1950?", "Kees", &["geboren ±1950"]);
    check("Kees after 1950 dood", "Kees", &["geboren >1950", "overleden"]);
    check("Kees 66 j", "Kees", &["geboren ±1960"]);
    check("Kees aged 19", "Kees", &["geboren ±2007"]);
    check("Kees overleden 1999, 66 jaar", "Kees", &["overleden 1999", "geboren ±1933"]);
}

#[test]
fn a_bare_later_year_after_the_birth_is_the_death() {
    let both = ["geboren 1936", "overleden 1999"];
    for line in [
        "Anna 1936 1999",
        "Anna 1936 – 1999",
        "Anna 1936 - 1999",
        "Anna 1936, 1999",
        "Anna (1936 1999)",
        "1936 1999 Anna",
        "Anna geb. 1936 1999",
        "Anna *1936 1999",
        "Anna born in 1936, 1999",
    ] {
        check(line, "Anna", &both);
    }
    check("Anna 1936 v 1999", "Anna", &["geboren 1936", "vrouw", "overleden 1999"]);
    check("Anna 1936 1999 f", "Anna", &["geboren 1936", "overleden 1999", "vrouw"]);
    check("Anna ±1936 1999", "Anna", &["geboren ±1936", "overleden 1999"]);
    check("Anna 3-5-1936 4-6-1999", "Anna", &["geboren 3-5-1936", "overleden 4-6-1999"]);
    check("Kees 1930 1940", "Kees", &["geboren 1930", "overleden 1940"]);
    check(
        "Anna 1936 1999 getrouwd 1960",
        "Anna",
        &["geboren 1936", "overleden 1999", "getrouwd 1960"],
    );
}

/// Two births, a year too early, too late or yet to come, and a year that another word may want.
#[test]
fn a_second_year_that_may_be_of_something_else_is_no_death() {
    for line in [
        "Anna 2001 14",
        "Anna 1999 1936",
        "Anna 1936 1936",
        "Anna 1936 geb. 1999",
        "Anna geb. 1936 geboren 1999",
        "Anna 1800 1999",
        "Anna 2001 2031",
        "Anna 1936 sinds 1999",
        "Anna 1936 jaren 90",
        "Anna 1960 1985 getrouwd",
        "Anna 1960 1985 gescheiden",
        "Anna 1960 getrouwd 1980 1985",
        "Anna pleegkind 2001 2005",
        "Anna 2001 2005 pleegkind",
        "Anna 2001 verhuisd 2005",
    ] {
        for table in [Table::new(), Table::of_a_child()] {
            let typed = table.read(line);
            let died = typed.facts().any(|fact| matches!(fact, Fact::Died(_)));
            assert!(!died, "{line}: {:?}", said(&typed.chips(), Lang::Nl));
        }
    }
    // A third year is not taken for anything, and stays to be seen.
    check(
        "Anna 1936 1999 2005",
        "Anna 2005",
        &["geboren 1936", "overleden 1999", "staat er al anders; blijft in de naam: 2005"],
    );
}

#[test]
fn words_of_unions_say_how_it_ended() {
    check("Piet 1983 m ex2010", "Piet", &["geboren 1983", "man", "uit elkaar 2010"]);
    check("Jan ex2010", "Jan", &["uit elkaar 2010"]);
    check("Jan ex", "Jan", &["uit elkaar"]);
    check("Jan gescheiden 2010", "Jan", &["gescheiden 2010"]);
    check("Jan divorced in 2010", "Jan", &["gescheiden 2010"]);
    check("Jan uit elkaar 2010", "Jan", &["uit elkaar 2010"]);
    check("Jan separated", "Jan", &["uit elkaar"]);
    check(
        "Jan 1958 getrouwd 1985 gescheiden 2010 weer bij elkaar 2012",
        "Jan",
        &["geboren 1958", "getrouwd 1985", "gescheiden 2010", "weer bij elkaar 2012"],
    );
    check("Jan samenwonend sinds rond 2001", "Jan", &["samenwonend sinds ±2001"]);
    check("Jan living together", "Jan", &["samenwonend"]);
    check(
        "Jan getrouwd 2010 gescheiden 1985",
        "Jan gescheiden 1985",
        &[
            "getrouwd 2010",
            "Het einde ligt vóór het begin. Kijk de jaren na.",
            "blijft in de naam: gescheiden 1985",
        ],
    );
}

/// Of two years behind a couple the second is not how unsure the first is.
#[test]
fn a_couple_from_one_year_until_another() {
    for line in ["Kees getrouwd 1966-1986", "Kees married 1966–1986", "Kees getrouwd 1966 - 1986"]
    {
        check(line, "Kees", &["getrouwd 1966", "uit elkaar 1986"]);
    }
    check("Kees getrouwd 1966-1986 gescheiden", "Kees", &["getrouwd 1966", "gescheiden 1986"]);
    check("Kees getrouwd tussen 1966 en 1970", "Kees", &["getrouwd 1966–1970"]);
    // Where one of them died in that year, that was the end.
    let mut table = Table::new();
    table.store("Kees 1941-1986");
    table.store("Kees 1941-1986 getrouwd 1966-1986");
    let union = table.union().expect("a couple");
    assert_eq!(union.ending, Some(Ending::Death));
    assert_eq!(union.until.map(PartialDate::year), Some(1986));
}

#[test]
fn words_of_children() {
    check_child("miskraam", "", &["Miskraam"]);
    check_child("miscarriage 2019", "", &["Miskraam", "datum: 2019"]);
    check_child("Noor doodgeboren 2019", "Noor", &["Doodgeboren", "geboren 2019"]);
    check_child("abortus 2001", "", &["Afgebroken zwangerschap", "datum: 2001"]);
    check_child("zwanger 2027", "", &["In verwachting", "verwacht 2027"]);
    check_child("op komst", "", &["In verwachting"]);
    check_child("expecting May 2027", "", &["In verwachting", "verwacht 5-2027"]);
    check_child("Sem pleeg 2010", "Sem", &["pleegkind", "geboren 2010"]);
    check_child(
        "Sem 2010 pleegzoon sinds 2015",
        "Sem",
        &["geboren 2010", "pleegkind sinds 2015", "man"],
    );
    check_child("Mia adopted daughter", "Mia", &["geadopteerd", "vrouw"]);
    check_child("Sem stief", "Sem", &["stiefkind"]);
    check_child("Sem 2ling", "Sem", &["tweeling of meerling"]);
    check_child("Sem drieling", "Sem", &["tweeling of meerling"]);
    check_child("Sem eeneiige tweeling", "Sem", &["eeneiige tweeling"]);
    check_child("Sem identical twin 2001", "Sem", &["eeneiige tweeling", "geboren 2001"]);
    check_child("Sem tweeling twee-eiig", "Sem", &["twee-eiige tweeling"]);
    check_child("Dochter", "Dochter", &["vrouw"]);
    check_child("zoon 2010", "zoon", &["man", "geboren 2010"]);
    check_child("? 1950 v", "", &["naam niet bekend", "geboren 1950", "vrouw"]);
}

#[test]
fn names_stay_whole() {
    for name in [
        "Jo van der Berg",
        "Ex Libris",
        "M Jansen",
        "J. de Wit-Bos",
        "Na Li",
        "May",
        "Mei Chen",
        "Juni",
        "Jan Voor",
        "Mark van Na",
        "Man Ray",
        "Jan",
        "Mei",
        "Jodie Foster",
        "Max Born",
        "Karel de Man",
        "John F Kennedy",
        "Kim V",
        "Piet Zoon van Jan",
        "Jan Geboren",
        "Peter Dood",
        "Rob ter Braak",
        "Anne zoon van Piet",
        "Maart",
        "August Wilson",
        "Apart Bakker",
        "Jan Ex",
        "Malcolm X",
        "Op den Akker",
        "In 't Veld",
        "Over de Linden",
        "Step Vaessen",
    ] {
        check(name, name, &[]);
        let with_year = format!("{name} 1980 v");
        check(&with_year, name, &["geboren 1980", "vrouw"]);
    }
}

#[test]
fn what_is_half_understood_stays_and_says_so() {
    check("Anna 3", "Anna 3", &["niet begrepen, blijft in de naam: 3"]);
    check(
        "Anna 1990 †1980",
        "Anna †1980",
        &[
            "geboren 1990",
            "Anna kan niet sterven vóór de geboorte. Kijk de jaren na.",
            "blijft in de naam: †1980",
        ],
    );
    check("Kees 1930 te Utrecht", "Kees te Utrecht", &["geboren 1930"]);
    check("Anna zwanger", "Anna zwanger", &["niet begrepen, blijft in de naam: zwanger"]);
    let (document, anna) = alone();
    for (line, chip) in [
        ("Jan ex2010", "er is hier niet één partner; blijft in de naam: ex2010"),
        ("Jan pleeg", "er zijn nog geen ouders; blijft in de naam: pleeg"),
        ("Jan tweeling", "er is nog geen broer of zus; blijft in de naam: tweeling"),
    ] {
        let typed = Typed::on(document.map(), &anna, None, line, today());
        assert_eq!(typed.name, line);
        assert_eq!(said(&typed.chips(), Lang::Nl), [chip], "{line}");
    }
}

/// Nobody who has a partner or children is a miscarriage, in any words; nor is somebody alone.
#[test]
fn only_a_child_is_expected_or_never_lived() {
    let mut words = words::WORDS.iter().filter(|(_, word, _)| matches!(word, words::Word::Life(_)));
    assert!(words.clone().any(|(_, word, _)| *word == words::Word::Life(LifeCourse::Stillbirth)));
    let (alone, anna) = alone();
    assert!(words.all(|(phrase, ..)| {
        let line = format!("Jo 1962 ex2010 {phrase}");
        let mut table = Table::new();
        let father = table.document.map().home_union(&table.kees).map(|it| it.1.partners.clone());
        let father = father.and_then(|it| it.first().cloned()).expect("a father");
        let kees = table.kees.clone();
        if *phrase == "due" {
            // It says something only before a date.
            return true;
        }
        let as_partner = table.read(&line);
        let as_parent = Typed::on(table.document.map(), &father, Some(&kees), phrase, today());
        let as_nobody = Typed::on(alone.map(), &anna, None, phrase, today());
        for typed in [&as_partner, &as_parent, &as_nobody] {
            let name_and_chips = (&typed.name, said(&typed.chips(), Lang::Nl));
            assert!(typed.name.ends_with(phrase) && !typed.kept.is_empty(), "{name_and_chips:?}");
            assert!(!typed.facts().any(|it| matches!(it, Fact::Life(_))), "{name_and_chips:?}");
        }
        table.store(&line);
        table.kees().life == LifeCourse::Born && table.kees().name.full().ends_with(phrase)
    }));
    check(
        "Jo 1962 ex2010 miskraam",
        "Jo miskraam",
        &[
            "geboren 1962",
            "uit elkaar 2010",
            "alleen een kind kan dit zijn; blijft in de naam: miskraam",
        ],
    );
    // What stands behind such a word says what it says without it.
    let kept = |words: &str| format!("alleen een kind kan dit zijn; blijft in de naam: {words}");
    for (line, name, chips) in [
        ("Jo stillborn 1962", "Jo stillborn", vec!["geboren 1962"]),
        ("Jo op komst 1960-2004", "Jo op komst", vec!["geboren 1960", "overleden 2004"]),
        ("miskraam Jo 1962 v", "miskraam Jo", vec!["geboren 1962", "vrouw"]),
    ] {
        let words = name.replace("Jo", "");
        let kept = kept(words.trim());
        let mut all = chips;
        all.push(&kept);
        check(line, name, &all);
    }
}

/// Words about a bond or about twins, of a partner, a parent, or somebody alone.
#[test]
fn words_about_children_are_not_said_of_a_new_partner_or_parent() {
    let (mut document, anna) = alone();
    let (bob, _) = document.add_partner(&anna, Person::default()).expect("Anna is there");
    let parents = document.add_parents(&anna, Parents::Both).expect("Anna is there");
    let mother = parents.last().expect("two");
    for (phrase, word, _) in words::WORDS {
        if !matches!(word, words::Word::Bond(..) | words::Word::Twin(..)) {
            continue;
        }
        let line = format!("Jo 1962 {phrase}");
        for person in [&bob, mother] {
            let typed = Typed::on(document.map(), person, Some(&anna), &line, today());
            let name_and_chips = (&typed.name, said(&typed.chips(), Lang::Nl));
            assert_eq!(typed.name, format!("Jo {phrase}"), "{name_and_chips:?}");
            assert_eq!(typed.kept.len(), 1, "{name_and_chips:?}");
            let is_tie = |fact: &Fact| matches!(fact, Fact::Bond(..) | Fact::Twin(_));
            assert!(!typed.facts().any(is_tie), "{name_and_chips:?}");
        }
    }
}

#[test]
fn a_name_that_stands_already_says_nothing_new() {
    let mut table = Table::new();
    let edit = PersonEdit::Name(Name::from_typed("Kees 1940"));
    table.document.execute(Command::EditPerson(table.kees.clone(), edit)).expect("a name");
    assert!(table.read("Kees 1940").chips().is_empty(), "opened and left as it was");
    table.store("Kees 1940");
    assert_eq!(table.kees().birth, None);
}

#[test]
fn it_is_one_step() {
    let mut table = Table::new();
    table.store("Kees 1983 m ex2010 2ling pleeg");
    assert_eq!(table.kees().gender, Gender::Man);
    table.document.undo();
    assert!(
        table.kees().name.is_empty() && table.union().is_some_and(|union| union.ending.is_none()),
        "all of it"
    );
}

/// Words of the table, dates, and names, in both languages.
fn any_word() -> impl Strategy<Value = String> {
    let all: Vec<String> = words::WORDS.iter().map(|(phrase, ..)| (*phrase).to_owned()).collect();
    let table = proptest::sample::select(all);
    let others = proptest::sample::select(vec![
        "1930",
        "1999",
        "2010",
        "3",
        "mei",
        "May",
        "rond",
        "voor",
        "na",
        "about",
        "before",
        "tussen",
        "en",
        "between",
        "and",
        "±1955",
        "<1960",
        "†1999",
        "ex2010",
        "1930-1999",
        "geb.1983",
        "(1950-2001)",
        "in",
        "op",
        "on",
        "sinds",
        "19",
        "jaar",
        "aged",
        "66",
        "j",
        "jaren",
        "50",
        "1950s",
        "?",
        "-",
        ",",
        "vorig",
        "geleden",
        "12-3-1979",
        "31-2-1979",
        "9999",
    ]);
    let names = proptest::sample::select(vec![
        "Kees", "Anna", "van", "der", "Berg", "Ex", "Li", "Na", "Man", "Ray", "Juni", "Bos,",
        "Born",
    ]);
    prop_oneof![table, others.prop_map(str::to_owned), names.prop_map(str::to_owned)]
}

fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters.sort_unstable();
    letters
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_the_chips_say_is_what_is_stored(
        words in proptest::collection::vec(any_word(), 1..8),
        is_child in proptest::bool::ANY,
    ) {
        let line = words.join(" ");
        let mut table = if is_child { Table::of_a_child() } else { Table::new() };
        let typed = table.read(&line);
        let facts: Vec<Message> = typed
            .facts()
            .filter(|fact| **fact != Fact::Unknown)
            .map(|fact| typed.chip(fact))
            .collect();
        let facts: BTreeSet<String> = said(&facts, Lang::Nl).into_iter().collect();
        table.store(&line);
        prop_assert_eq!(deserved(&table), facts, "{}", line);
        prop_assert_eq!(&table.kees().name.full(), &typed.name, "{}", line);
        let chips = said(&typed.chips(), Lang::En).len();
        prop_assert!(typed.facts().count() + typed.kept.len() <= chips, "{}", line);
    }

    #[test]
    fn every_word_is_in_the_name_or_in_what_is_said(
        words in proptest::collection::vec(any_word(), 1..8)
    ) {
        let line = words.join(" ");
        let pieces = read::pieces(&line, read::Who::Child, today());
        let all: String = pieces.iter().map(|piece| piece.words.as_str()).collect();
        prop_assert_eq!(letters(&all), letters(&line), "{}", line);
        // A piece that says nothing is no word.
        for piece in &pieces {
            let is_silent = match &piece.what {
                What::Nothing => true,
                What::Facts(facts) => facts.is_empty(),
                _ => false,
            };
            prop_assert!(!is_silent || letters(&piece.words).is_empty(), "{}: {:?}", line, piece);
        }
    }

    #[test]
    fn any_line_is_read(text in "\\PC{0,40}") {
        let pieces = read::pieces(&text, read::Who::Other, today());
        let all: String = pieces.iter().map(|piece| piece.words.as_str()).collect();
        prop_assert_eq!(letters(&all), letters(&text));
    }

    #[test]
    fn order_and_language_do_not_matter(
        born in prop_oneof![Just("1930"), Just("geboren 1930"), Just("born in 1930"), Just("*1930")],
        died in prop_oneof![Just("†1999"), Just("overleden 1999"), Just("died in 1999"), Just("gest. 1999")],
        end in prop_oneof![Just("gescheiden 1970"), Just("divorced 1970"), Just("gesch. 1970")],
    ) {
        for line in [
            format!("Kees {born} {died} {end}"),
            format!("Kees {end}, {died}, {born}"),
            format!("Kees ({died}) {born} {end}"),
        ] {
            let chips: BTreeSet<String> =
                said(&Table::new().read(&line).chips(), Lang::Nl).into_iter().collect();
            let expected = ["geboren 1930", "overleden 1999", "gescheiden 1970"];
            prop_assert_eq!(chips, expected.map(str::to_owned).into(), "{}", line);
        }
    }
}
