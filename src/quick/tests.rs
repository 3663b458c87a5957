//! What lines of text come to on a map.

use super::*;
use crate::document::Document;
use crate::i18n::{Lang, Texts};
use crate::model::{
    Bond, Date, Ending, FamilyMap, Gender, LifeCourse, Moment, PartialDate, Person, PersonId,
    Said as Standing, Union, broken,
};

/// The family by which programs are compared (interaction.md).
const T12: &str = "Jan 1958 + Mia 1960: Anna 1985, Bas 1988
Kees 1955 + Ria 1957: Piet 1983
Anna + Piet ex2010: Lisa 2004, Tom 2007
Ans 1959: Mo 1982
Anna + Mo: Sem 2015";

fn today() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

fn read(document: &Document, text: &str) -> Understood {
    read_with(document, text, &Answers::new())
}

fn read_with(document: &Document, text: &str, answers: &Answers) -> Understood {
    understand(document, text, Reading { today: today(), lang: Lang::Nl, answers })
}

/// The map that `text` makes, which is understood whole.
fn map_of(text: &str) -> FamilyMap {
    let understood = read(&Document::new(FamilyMap::default()), text);
    assert_eq!(understood.faults, [], "{text}");
    assert_eq!(understood.open_question(), None, "{text}");
    let map = understood.draft.map().clone();
    assert_eq!(broken(&map), [], "{text}");
    map
}

fn find<'m>(map: &'m FamilyMap, name: &str) -> (&'m PersonId, &'m Person) {
    let mut found = map.people.iter().filter(|(_, it)| it.name.full() == name);
    let (id, person) = found.next().unwrap_or_else(|| panic!("{name} is not on the map"));
    assert!(found.next().is_none(), "{name} is there twice");
    (id, person)
}

fn couple<'m>(map: &'m FamilyMap, a: &str, b: &str) -> &'m Union {
    let (a, b) = (find(map, a).0, find(map, b).0);
    let mut unions = map.unions.values();
    unions.find(|it| it.partners == [a.clone(), b.clone()]).expect("a couple")
}

fn called(map: &FamilyMap, ids: impl IntoIterator<Item = PersonId>) -> Vec<String> {
    ids.into_iter().map(|id| map.people[&id].name.full()).collect()
}

fn children(map: &FamilyMap, union: &Union) -> Vec<String> {
    called(map, union.children.iter().map(|it| it.person.clone()))
}

#[test]
fn the_family_of_the_comparison_takes_five_lines() {
    let map = map_of(T12);
    assert_eq!((map.people.len(), map.unions.len()), (12, 5));
    assert_eq!(children(&map, couple(&map, "Jan", "Mia")), ["Anna", "Bas"]);
    let former = couple(&map, "Anna", "Piet");
    assert_eq!(children(&map, former), ["Lisa", "Tom"]);
    assert_eq!(
        (former.until, former.ending),
        (PartialDate::in_year(2010), Some(Ending::Separated))
    );
    assert_eq!(children(&map, couple(&map, "Anna", "Mo")), ["Sem"]);
    let mo = find(&map, "Mo").0;
    let (_, home) = map.home_union(mo).expect("a mother");
    assert_eq!(called(&map, home.partners.clone()), ["Ans"], "no father is invented");
    assert_eq!(called(&map, map.focus.clone()), ["Anna"], "the first child that is told of");
    assert_eq!(find(&map, "Ria").1.birth, PartialDate::in_year(1957));
}

#[test]
fn lines_one_by_one_are_the_same_as_all_at_once() {
    let mut document = Document::new(FamilyMap::default());
    for line in T12.lines() {
        let understood = read(&document, line);
        assert_eq!((understood.faults, understood.questions), (vec![], vec![]), "{line}");
        document.take_over(crate::i18n::Message::new("edit-map"), understood.draft);
    }
    let (one, all) =
        (lines_of(document.map(), Lang::Nl, today()), lines_of(&map_of(T12), Lang::Nl, today()));
    assert_eq!(one, all);
    for _ in T12.lines() {
        document.undo();
    }
    assert_eq!(document.map().people.len(), 0, "each line is one step");
}

#[test]
fn who_is_on_a_new_map_without_anything_is_who_the_lines_are_about() {
    let mut document = Document::new(FamilyMap::default());
    let id = document.new_person_id();
    let person = Box::new(Person::default());
    document.execute(crate::document::Command::AddPerson(id.clone(), person)).expect("added");
    document.execute(crate::document::Command::SetFocus(vec![id.clone()])).expect("said");
    let map = read(&document, T12).draft.map().clone();
    assert_eq!(map.people.len(), 12);
    assert_eq!((find(&map, "Anna").0, map.focus.as_slice()), (&id, [id.clone()].as_slice()));
}

#[test]
fn what_plays_and_what_is_strong_in_both_languages() {
    let map = map_of(
        "Mia 1960 #schulden@24 #geen-diploma@16..20=vroeger; Anna #debts@19 +zorgzaam #\"de hond\"
        Bas #schulden=nee #alcohol? #sparen@31",
    );
    let mia = find(&map, "Mia").1;
    assert_eq!(mia.entries.len(), 2);
    assert_eq!(mia.entries[0].since, Moment::from_typed("24", today()));
    assert_eq!(mia.entries[1].until, Moment::from_typed("20", today()));
    let anna = find(&map, "Anna").1;
    assert_eq!(anna.entries[0].kind, mia.entries[0].kind, "the same in both languages");
    assert_eq!((anna.entries.len(), anna.strengths.len()), (2, 1));
    assert_eq!(map.own_kinds.values().next().map(|it| it.label.as_str()), Some("de hond"));
    let bas = find(&map, "Bas").1;
    assert_eq!((bas.entries[0].said, bas.entries[1].said), (Standing::No, Standing::Maybe));
    assert_eq!(bas.strengths.len(), 1);
}

#[test]
fn what_is_said_behind_a_tag_is_said_of_it_as_in_the_palette() {
    let map = map_of(
        "Mia v #uitval nee #schulden sinds 2010 tot 2015 #somber vroeger
        Jan #rouw@42-50 #alcohol 1986-1994, Bas #impuls lastig +plannen
        Lotte +rust@22 \"leest elke avond voor\" #schulden \"bij de bank\" misschien",
    );
    let mia = find(&map, "Mia").1;
    assert_eq!(mia.gender, Gender::Woman);
    let said: Vec<Standing> = mia.entries.iter().map(|it| it.said).collect();
    assert_eq!(said, [Standing::No, Standing::Yes, Standing::Yes], "a no is no yes");
    let year = |text| Moment::from_typed(text, today());
    assert_eq!((mia.entries[1].since, mia.entries[1].until), (year("2010"), year("2015")));
    assert_eq!(mia.entries[2].going_on, crate::model::GoingOn::Before);
    let jan = find(&map, "Jan").1;
    let when: Vec<_> = jan.entries.iter().map(|it| (it.since, it.until)).collect();
    assert_eq!(when, [(year("42"), year("50")), (year("1986"), year("1994"))]);
    let bas: Vec<_> = find(&map, "Bas").1.skills.iter().map(|it| it.level).collect();
    use crate::model::SkillLevel;
    assert_eq!(bas, [SkillLevel::Hard, SkillLevel::GoesWell]);
    let lotte = find(&map, "Lotte").1;
    assert_eq!(lotte.strengths[0].words, "leest elke avond voor");
    let debt = &lotte.entries[0];
    assert_eq!((debt.words.as_str(), debt.said), ("bij de bank", Standing::Maybe));
    assert_eq!(map.people.len(), 4, "no word became a person");
    // What was strong is over, and not only in what is said back.
    let over = map_of("Lotte +rust vroeger");
    assert!(find(&over, "Lotte").1.strengths[0].until.is_some());
    for lang in Lang::ALL {
        let lines = lines_of(&map, lang, today());
        assert_eq!(lines.left_out, []);
        assert_eq!(lines_of(&map_of(&lines.text), lang, today()), lines, "{}", lines.text);
    }
    // What is not known better than between two years stays so.
    let unsure = map_of("Jan #rouw@\"tussen 1986 en 1994\"");
    let of = |map: &FamilyMap| find(map, "Jan").1.entries[0].since;
    assert!(matches!(of(&unsure), Some(Moment::On(PartialDate::Between(..)))), "{unsure:?}");
    let text = lines_of(&unsure, Lang::Nl, today()).text;
    assert_eq!(of(&map_of(&text)), of(&unsure), "{text}");
}

#[test]
fn somebody_else_behind_a_tag_is_no_part_of_a_name() {
    let said = |text: &str| {
        let understood = read(&Document::new(FamilyMap::default()), text);
        let faults: Vec<What> = understood.faults.into_iter().map(|it| it.what).collect();
        (faults, understood.said.into_iter().flat_map(|it| it.chips).collect::<Vec<_>>())
    };
    assert_eq!(said("Jan #schulden Bas de Wit").0, [What::AfterMark("Bas de Wit".to_owned())]);
    assert_eq!(said("Ruud #impuls ").0, [What::NoLevel], "how it goes is asked for");
    assert!(matches!(said("Ruud #schulden weet niet").0[..], [What::UnknownState(_)]));
    assert_eq!(said("Ruud #schulden lastig ").0, [What::UnknownState("lastig".to_owned())]);
}

#[test]
fn a_name_that_was_given_whole_stays_whole_when_it_is_said_short() {
    let map = map_of(
        "Ruud + Selma ex2009: Deniz, Elif Terhove 2001 v
        Ingrid Postema 1970 v: Erik Postema 2000 m
        Ruud + Ingrid
        Elif + Sanne Kuipers 2000 v",
    );
    for name in ["Elif Terhove", "Ingrid Postema", "Erik Postema", "Sanne Kuipers"] {
        find(&map, name);
    }
    assert_eq!(map.people.len(), 7);
    let understood = read(&Document::new(FamilyMap::default()), "Ria: Bo\nRia + Kees");
    let chips: Vec<String> = understood.said.into_iter().flat_map(|it| it.chips).collect();
    assert_eq!(chips.iter().filter(|it| it.contains("nieuw: Ria")).count(), 1, "{chips:?}");
}

#[test]
fn a_cross_between_two_names_marries_them() {
    for text in [
        "Ruud Terhove m x 1996-2009 Selma Yildar v: Deniz",
        "Ruud Terhove m + Selma Yildar v getrouwd 1996-2009: Deniz",
    ] {
        let map = map_of(text);
        let union = couple(&map, "Ruud Terhove", "Selma Yildar");
        assert_eq!(union.kind, crate::model::UnionKind::Married, "{text}");
        assert_eq!(union.from, PartialDate::in_year(1996), "{text}");
        assert_eq!(union.until, PartialDate::in_year(2009), "{text}");
        assert_eq!(find(&map, "Ruud Terhove").1.birth, None, "{text}");
        assert_eq!(children(&map, union), ["Deniz"]);
    }
    assert_eq!(map_of("Jan × Mia").unions.len(), 1);
    assert_eq!(find(&map_of("Sam x 1990"), "Sam").1.gender, Gender::NonBinary);
}

#[test]
fn the_words_of_the_name_field_are_understood() {
    let map = map_of(
        "Jan van der Berg m ±1955 † 1999 en Mia geb. de Wit v: Anna 1985, Bas 1985 2ling, \
         Lotte pleeg 2001, miskraam 1990",
    );
    let jan = find(&map, "Jan van der Berg").1;
    assert_eq!((jan.gender, jan.is_dead()), (Gender::Man, true));
    assert_eq!(find(&map, "Mia").1.name.birth, "de Wit");
    assert_eq!(map.twins.len(), 1);
    let union = couple(&map, "Jan van der Berg", "Mia");
    let bonds: Vec<Bond> = union.children.iter().map(|it| it.bond).collect();
    assert_eq!(bonds, [Bond::Birth, Bond::Birth, Bond::Foster, Bond::Birth]);
    let lost = &map.people[&union.children[3].person];
    assert_eq!((lost.life, lost.name.is_empty()), (LifeCourse::Miscarriage, true));
}

#[test]
fn relations_stand_between_names() {
    let map = map_of(
        "Kim ~ruzie Ria\nAnja ~steunt Kim, Ria @2\nKim ~no-contact-any-more@2015 Danny"
            .replace(" @2", "")
            .as_str(),
    );
    assert_eq!(map.relations.len(), 4);
    let since: Vec<_> = map.relations.values().filter_map(|it| it.since).collect();
    assert_eq!(since, [PartialDate::in_year(2015).expect("a year")]);
}

#[test]
fn a_fault_says_where_it_is_and_nothing_is_lost() {
    for (text, at, words) in [
        ("Jan + : Anna", "", "Hier komt een naam."),
        ("Jan + Mia + Kees: Anna", "Kees", "Er kunnen twee"),
        ("Anna #schuldne", "#schuldne", "Wij kennen"),
        ("Anna #schulden@gisteren", "#schulden@gisteren", "geen jaar"),
        ("Anna ~vrienden Bas", "~vrienden", "Dit kan wel"),
        ("Anna: Bas: Kees", ":", "dubbele punt"),
        ("Anna ~ruzie", "~ruzie", "tussen twee namen"),
        ("\"Anna", "\"Anna", "nog een \""),
        ("Anna: Anna", "", ""),
        ("Jan + Mia: Anna\nAnna: Jan", "", ""),
        ("Jan + Mia: Anna\nKees + Ria: Anna", "Anna", "heeft al ouders"),
    ] {
        let understood = read(&Document::new(FamilyMap::default()), text);
        if words.is_empty() {
            continue;
        }
        let fault = understood.faults.first().unwrap_or_else(|| panic!("{text}: no fault"));
        let said = Texts::new(Lang::Nl).say(&fault.message());
        assert!(said.contains(words), "{text}: {said}");
        assert!(
            text.get(fault.span.clone()).is_some_and(|it| it.contains(at)),
            "{text}: {fault:?}"
        );
    }
}

#[test]
fn a_doubtful_name_is_asked_and_the_answer_counts() {
    let mut document = Document::new(FamilyMap::default());
    let first = read(&document, "Wim + Gerda: Sandra 1993\nBas");
    document.take_over(crate::i18n::Message::new("edit-map"), first.draft);
    let neighbour = find(document.map(), "Bas").0.clone();
    let text = "Sandra + Bas 1991 m: Fem 2024 v\nBas #vastwerk@22";
    let open = read(&document, text);
    let question = open.open_question().expect("a question");
    assert_eq!(question.candidates, std::slice::from_ref(&neighbour));
    assert_eq!(question.likely, Choice::New);
    let key = question.key.clone();
    let new = read_with(&document, text, &Answers::from([(key.clone(), Choice::New)]));
    assert_eq!(new.open_question(), None);
    let bases = new.draft.map().people.values().filter(|it| it.name.full() == "Bas");
    let bases: Vec<_> = bases.map(|it| it.strengths.len() + it.entries.len()).collect();
    assert_eq!(bases, [0, 1], "what is said of him further on is said of the new one");
    let same =
        read_with(&document, text, &Answers::from([(key, Choice::OnMap(neighbour.clone()))]));
    let bas = find(same.draft.map(), "Bas");
    assert_eq!((bas.0, bas.1.birth), (&neighbour, PartialDate::in_year(1991)));
    // A name alone, or another year, is no doubt.
    assert_eq!(read(&document, "Bas #schulden").questions, []);
    assert_eq!(read(&document, "Sandra 1993 #schulden").questions, []);
    let other = read(&document, "Kim 1960: Sandra 1930");
    assert_eq!((other.questions.len(), other.made.len()), (0, 2));
}

#[test]
fn people_on_the_map_keep_their_name_and_what_they_have() {
    let mut document = Document::new(FamilyMap::default());
    let first = read(&document, "Kim Lammers 2001 #schulden@19");
    document.take_over(crate::i18n::Message::new("edit-map"), first.draft);
    let next = read(&document, "kim #schulden=nu");
    assert_eq!(next.faults, []);
    let (_, kim) = find(next.draft.map(), "Kim Lammers");
    assert_eq!(kim.entries.len(), 1, "not twice");
    assert_eq!(kim.entries[0].since, Moment::from_typed("19", today()));
    let odd = read(&document, "kim 3x");
    assert!(
        matches!(odd.faults.first().map(|it| &it.what), Some(What::UnknownWords(_))),
        "{:?}",
        odd.faults
    );
}

#[test]
fn a_father_who_comes_later_joins_the_mother() {
    let map = map_of("Ans: Mo, Bo\nAns + Kees: Mo, Bo");
    assert_eq!(map.unions.len(), 1);
    assert_eq!(children(&map, couple(&map, "Ans", "Kees")), ["Mo", "Bo"]);
    let map = map_of(": Mo, Bo\nAns: Mo");
    assert_eq!(map.unions.len(), 1, "her brother came along");
}

#[test]
fn what_is_written_down_is_read_back() {
    let text = "Jan, de oude";
    assert_eq!(map_of(text).people.len(), 2, "a comma divides");
    let map = map_of(
        "\"Jan, de oude\" m 1930 † 1999; Anna^1; Anna^2 #schulden@\"als kind\"; ?^1 v; \"Bas 2\"",
    );
    for lang in Lang::ALL {
        let lines = lines_of(&map, lang, today());
        assert_eq!(lines.left_out, []);
        let again = map_of(&lines.text);
        assert_eq!(lines_of(&again, lang, today()), lines, "{}", lines.text);
        assert_eq!(again.people.len(), 5);
    }
}

#[test]
fn any_text_is_read_without_a_panic() {
    let alphabet = [
        "Jan", "+", ":", ",", ";", "#", "~", "^", "\"", "@", "=", "en", "1958", "\n", " ", "!",
        "é", "?", "†", "..", "ex",
    ];
    let mut dice = 7_u64;
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..12 {
            dice = dice
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let at = usize::try_from(dice >> 40).expect("small") % alphabet.len();
            text.push_str(alphabet[at]);
            if dice & 64 == 0 {
                text.push(' ');
            }
        }
        let understood = read(&Document::new(FamilyMap::default()), &text);
        for fault in &understood.faults {
            assert!(text.get(fault.span.clone()).is_some(), "{text:?}: {fault:?}");
        }
        assert_eq!(broken(understood.draft.map()), [], "{text:?}");
    }
}
