//! Two changed copies of one map made one: nothing of either is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use rode_draad::file::to_bytes;
use rode_draad::i18n::{Lang, Texts};
use rode_draad::merge::{ConflictId, Merged, Side, Unmergeable, hidden_ones, merge};
use rode_draad::model::{
    Date, Entry, EntryField, EntryId, FamilyMap, Field, KindId, Name, PartialDate, Party, Person,
    PersonId, Relation, RelationId, StoryScene, broken,
};

use crate::any_map::any_map;

fn merged(base: &FamilyMap, mine: &FamilyMap, theirs: &FamilyMap) -> Merged {
    merge(Some(base), mine, theirs, &BTreeMap::new()).expect("one map")
}

/// The same merge, with every conflict settled for one side. What is taken away as it was chosen can
/// bring up what nobody had to choose while it stayed: that is settled, too, as somebody would.
fn settled(all: [&FamilyMap; 3], side: Side) -> Result<Merged, Unmergeable> {
    let [base, mine, theirs] = all;
    let mut choices: BTreeMap<ConflictId, Side> = BTreeMap::new();
    loop {
        let done = merge(Some(base), mine, theirs, &choices)?;
        let n_settled = choices.len();
        choices.extend(done.conflicts.iter().map(|it| (it.id.clone(), side)));
        if choices.len() == n_settled {
            return Ok(done);
        }
    }
}

fn person(id: &str) -> PersonId {
    PersonId::new(id).expect("an id")
}

fn named(name: &str) -> Arc<Person> {
    Arc::new(Person { name: Name::called(name), ..Person::default() })
}

/// Kim, her brother Theo and her mother Ria.
fn family() -> FamilyMap {
    let people = [("p1", "Kim"), ("p2", "Theo"), ("p3", "Ria")];
    let people = people.map(|(id, name)| (person(id), named(name)));
    FamilyMap { people: people.into(), next_id: 3, ..FamilyMap::default() }
}

fn change(map: &mut FamilyMap, id: &str, change: impl FnOnce(&mut Person)) {
    change(Arc::make_mut(map.people.get_mut(&person(id)).expect("a person")));
}

fn debts(id: &str) -> Entry {
    Entry::new(EntryId::new(id).expect("an id"), KindId::new("geld-schulden").expect("an id"))
}

fn names(map: &FamilyMap) -> Vec<&str> {
    map.people.values().map(|it| it.name.short()).collect()
}

#[test]
fn what_each_did_by_itself_is_all_there() {
    let base = family();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    let born = PartialDate::Exactly(Date::parse("2001").expect("a date"));
    change(&mut mine, "p1", |it| it.birth = Some(born));
    mine.people.insert(person("p4"), named("Nova"));
    mine.title = "Kim en Ria".to_owned();
    change(&mut theirs, "p1", |it| it.entries.push(debts("e4")));
    theirs.people.insert(person("p4"), named("Bram"));
    theirs.wish = "Rust in huis".to_owned();
    (mine.next_id, theirs.next_id) = (4, 4);
    let both = merged(&base, &mine, &theirs);
    assert!(both.conflicts.is_empty(), "{:?}", both.conflicts);
    assert_eq!(
        names(&both.map),
        ["Kim", "Theo", "Ria", "Nova", "Bram"],
        "two have one id in no map"
    );
    assert_eq!((both.map.title.as_str(), both.map.wish.as_str()), ("Kim en Ria", "Rust in huis"));
    let kim = both.map.person(&person("p1")).expect("Kim");
    assert_eq!((kim.birth, kim.entries.len()), (Some(born), 1));
    assert!(4 < both.map.next_id, "ids go on after those of both");
}

#[test]
fn what_both_changed_is_asked_and_settled_as_chosen() {
    let base = family();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.title = "Familie Bos".to_owned();
    theirs.title = "Familie Duin".to_owned();
    change(&mut mine, "p3", |it| it.background.work = "kapster".to_owned());
    change(&mut theirs, "p3", |it| it.background.work = "in de zorg".to_owned());
    let both = merged(&base, &mine, &theirs);
    let (texts, called) = (Texts::new(Lang::Nl), |id: &PersonId| {
        mine.person(id).map(|it| it.name.short().to_owned()).unwrap_or_default()
    });
    let told: Vec<(String, String, String)> = both
        .conflicts
        .iter()
        .map(|it| {
            let about = it.about(&mine, texts, &called);
            let [one, other] = [Side::Mine, Side::Theirs].map(|side| it.says(side, texts, &called));
            (about, one, other)
        })
        .collect();
    let words = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(
        told,
        [
            words("Titel", "Familie Bos", "Familie Duin"),
            words("Ria: werk", "kapster", "in de zorg")
        ]
    );
    assert_eq!(both.map.title, "Familie Bos", "the own copy counts until somebody chooses");
    let title = both.conflicts[0].id.clone();
    let chosen = merge(Some(&base), &mine, &theirs, &BTreeMap::from([(title, Side::Theirs)]));
    let chosen = chosen.expect("one map").map;
    let work = &chosen.person(&person("p3")).expect("Ria").background.work;
    assert_eq!((chosen.title.as_str(), work.as_str()), ("Familie Duin", "kapster"));
}

#[test]
fn who_is_taken_away_and_still_needed_stays() {
    let base = family();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.people.remove(&person("p2"));
    change(&mut theirs, "p2", |it| it.entries.push(debts("e4")));
    let both = merged(&base, &mine, &theirs);
    assert_eq!(both.conflicts.len(), 1, "taken away here, changed there");
    assert_eq!(names(&both.map), ["Kim", "Theo", "Ria"], "nobody goes unasked");
    let gone = settled([&base, &mine, &theirs], Side::Mine).expect("one map").map;
    assert_eq!(names(&gone), ["Kim", "Ria"], "as chosen");
    // Unchanged there, but a new line leads to him.
    let mut theirs = base.clone();
    let line = Relation::new(
        person("p1"),
        Party::Person(person("p2")),
        KindId::new("close").expect("an id"),
    );
    theirs.relations.insert(RelationId::new("r4").expect("an id"), Arc::new(line));
    let both = merged(&base, &mine, &theirs);
    assert_eq!((names(&both.map), both.map.relations.len()), (vec!["Kim", "Theo", "Ria"], 1));
    assert_eq!(both.kept, BTreeSet::from(["p2".to_owned()]), "and it is said");
    // Unchanged there, and nothing leads to him: he goes.
    assert_eq!(names(&merged(&base, &mine, &base).map), ["Kim", "Ria"]);
}

/// Of what is hidden on either map nothing is told: not the entry, not what was written in one of its
/// fields and is not understood. What is seen is told.
#[test]
fn what_is_hidden_is_known_as_hidden() {
    let mut base = family();
    change(&mut base, "p1", |it| it.entries.push(debts("e4")));
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    for (map, words) in [(&mut mine, "veel"), (&mut theirs, "weinig")] {
        map.title = words.to_owned();
        change(map, "p1", |it| it.entries[0].words = words.to_owned());
        let since = Field::Entry(EntryId::new("e4").expect("an id"), EntryField::Since);
        map.unread.insert(since, words.to_owned());
    }
    let both = merged(&base, &mine, &theirs);
    assert_eq!(both.conflicts.len(), 3, "{:?}", both.conflicts);
    let mut shown = mine.clone();
    shown.unread.clear();
    change(&mut shown, "p1", |it| it.entries.clear());
    let hidden = hidden_ones(&both.conflicts, &mine, &shown);
    let seen = both.conflicts.iter().filter(|it| !hidden.contains(&it.id));
    let texts = Texts::new(Lang::Nl);
    let seen: Vec<String> = seen.map(|it| it.says(Side::Mine, texts, &|_| String::new())).collect();
    assert_eq!((hidden.len(), seen), (2, vec!["veel".to_owned()]), "the title alone is told");
    assert!(hidden_ones(&both.conflicts, &mine, &mine).is_empty(), "opened, all of it is");
}

#[test]
fn without_the_version_both_come_from_nothing_is_dropped_either() {
    let base = family();
    let (mut mine, mut theirs) = (base.clone(), base);
    mine.people.insert(person("p4"), named("Nova"));
    mine.people.remove(&person("p2"));
    theirs.people.insert(person("p4"), named("Bram"));
    theirs.title = "Familie Duin".to_owned();
    let both = merge(None, &mine, &theirs, &BTreeMap::new()).expect("one map");
    let mut found = names(&both.map);
    found.sort_unstable();
    assert_eq!(found, ["Bram", "Kim", "Nova", "Ria", "Theo"]);
    assert_eq!(both.conflicts.len(), 1, "the title: who emptied it, who wrote it?");
}

/// A scene is its title: each copy may say something else of it, and bring scenes of its own.
#[test]
fn two_stories_become_one() {
    let scene = |title: &str, text: &str| StoryScene {
        title: title.to_owned(),
        text: text.to_owned(),
        ..StoryScene::default()
    };
    let mut base = family();
    base.story = vec![scene("Kim", "Dit is Kim."), scene("Ria", "En Ria.")];
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.story[0].notes = "Rustig.".to_owned();
    mine.story.swap(0, 1);
    theirs.story[0].trap = "Niet raden.".to_owned();
    theirs.story.insert(1, scene("Theo", "En Theo."));
    let both = merged(&base, &mine, &theirs);
    assert!(both.conflicts.is_empty(), "{:?}", both.conflicts);
    let titles: Vec<&str> = both.map.story.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["Ria", "Kim", "Theo"]);
    let kim = &both.map.story[1];
    assert_eq!((kim.notes.as_str(), kim.trap.as_str()), ("Rustig.", "Niet raden."));
    mine.story[1].text = "Kijk: Kim.".to_owned();
    theirs.story[0].text = "Zie Kim.".to_owned();
    let both = merged(&base, &mine, &theirs);
    let (texts, called) = (Texts::new(Lang::Nl), |_: &PersonId| String::new());
    let about = both.conflicts.iter().map(|it| it.about(&mine, texts, &called));
    assert_eq!(about.collect::<Vec<_>>(), ["Beeld „Kim”: tekst"]);
}

/// Everything in quotes in the file of `map`: all its words, dates and ids.
fn quoted(map: &FamilyMap) -> BTreeSet<String> {
    let bytes = to_bytes(map).expect("a file");
    let text = String::from_utf8(bytes).expect("text");
    let mut found = BTreeSet::new();
    let mut chars = text.chars();
    while chars.by_ref().any(|c| c == '"') {
        let mut word = String::new();
        while let Some(c) = chars.next() {
            match c {
                '"' => break,
                '\\' => word.extend(['\\'].into_iter().chain(chars.next())),
                c => word.push(c),
            }
        }
        found.insert(word);
    }
    found
}

/// How many of each kind of thing there are.
fn counts(map: &FamilyMap) -> [usize; 7] {
    let FamilyMap { people, unions, relations, households, supports, goals, twins, .. } = map;
    [
        people.len(),
        unions.len(),
        relations.len(),
        households.len(),
        supports.len(),
        goals.len(),
        twins.len(),
    ]
}

/// Is `word` an id that counts on? Those may get another number.
fn is_counted(word: &str) -> bool {
    let number = word.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '-');
    number.len() < word.len() && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Any three maps at all: one whole map that can be saved comes of them, and every word that one of the copies has
    /// and the version before had not is in it, or in what is asked.
    #[test]
    fn nothing_of_either_copy_is_missing((base, mine, theirs) in (any_map(), any_map(), any_map())) {
        let all = [&base, &mine, &theirs];
        let (own, other) = (settled(all, Side::Mine), settled(all, Side::Theirs));
        let (own, other) = (own.expect("one map"), other.expect("one map"));
        let before = quoted(&base);
        let mut after = quoted(&own.map);
        for side in [&own, &other] {
            prop_assert!(broken(&side.map).is_empty());
            after.extend(quoted(&side.map));
        }
        let let_go = !own.repairs.is_empty() || !other.repairs.is_empty();
        for copy in [&mine, &theirs] {
            for word in quoted(copy) {
                let is_there = after.contains(&word) || before.contains(&word);
                prop_assert!(is_there || is_counted(&word) || let_go, "{word:?} is gone");
            }
        }
    }

    /// Whoever comes first, the same comes of it.
    #[test]
    fn either_copy_may_come_first((base, mine, theirs) in (any_map(), any_map(), any_map())) {
        let one = settled([&base, &mine, &theirs], Side::Mine);
        let two = settled([&base, &theirs, &mine], Side::Theirs);
        let (one, two) = (one.expect("one map"), two.expect("one map"));
        prop_assert_eq!(one.map.people.len(), two.map.people.len());
        prop_assert_eq!(one.conflicts.len(), two.conflicts.len());
        // What cannot stand together is let go in the order of the map.
        if one.repairs.is_empty() && two.repairs.is_empty() {
            prop_assert_eq!(counts(&one.map), counts(&two.map));
        }
    }

    /// A copy that did nothing adds nothing: the other one comes out as it is.
    #[test]
    fn a_copy_that_did_nothing_changes_nothing((base, mine) in (any_map(), any_map())) {
        let both = merged(&base, &mine, &base);
        prop_assert!(both.conflicts.is_empty());
        prop_assert_eq!(counts(&both.map), counts(&mine));
        let both = merged(&base, &base, &mine);
        prop_assert_eq!(counts(&both.map), counts(&mine));
        prop_assert_eq!(&merged(&base, &base, &base).map, &base);
    }
}
