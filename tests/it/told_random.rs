//! Every sentence of random families: whole, plain, to whom it is meant, and nobody said twice.

use rode_draad::i18n::Lang;
use rode_draad::model::{Entry, EntryId, FamilyMap, GoingOn, KindId, PersonId, Said};

use crate::random_family::{Dice, family};
use crate::told::{all_opened, every_card_opened};

/// Names used twice, with a prefix, double, long, with a small letter, and none at all.
const NAMES: [&str; 12] = [
    "Jan",
    "Jan",
    "Ria",
    "Anne-Marie",
    "de Wit",
    "",
    "",
    "Jo",
    "Abdel-Rahman",
    "Sofie",
    "Maria Johanna Cornelia Wilhelmina",
    "Bas",
];

/// With names, and none to three focus persons.
fn named(seed: u64) -> FamilyMap {
    let mut map = family(seed, |at| format!("p{at}"));
    let mut dice = Dice::new(seed + 11);
    for person in map.people.values_mut() {
        let name = NAMES[dice.below(NAMES.len())];
        std::sync::Arc::make_mut(person).name.call = name.to_owned();
    }
    let ids: Vec<PersonId> = map.people.keys().cloned().collect();
    for _ in 0..dice.below(4) {
        let id = ids[dice.below(ids.len())].clone();
        if map.people[&id].holds_facts() && !map.focus.contains(&id) {
            map.focus.push(id);
        }
    }
    map
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '’')
        .filter(|it| !it.is_empty())
}

/// What is wrong with a sentence, or with two questions that stand together.
fn fault(sentence: &str, n_focus: usize, lang: Lang) -> Option<&'static str> {
    let broken = ["{", "}", "  ", " ,", ",,", ",.", ",?", " .", "..", "()", "\u{fdd0}", "\u{fdd1}"];
    if broken.iter().any(|it| sentence.contains(it)) {
        return Some("broken");
    }
    if !sentence.ends_with(['.', '?', '”']) {
        return Some("no end");
    }
    let begins = sentence.chars().next().is_some_and(|it| it.is_uppercase() || it.is_numeric());
    if !begins {
        return Some("no capital");
    }
    let said: Vec<String> = words(sentence).map(str::to_lowercase).collect();
    // Names may: "Jan (vader van Jan) en Jan"; and there are great-great-grandparents.
    let is_free = |word: &str| {
        word == "great" || NAMES.iter().any(|name| words(name).any(|it| it.to_lowercase() == word))
    };
    if said.windows(2).any(|pair| pair[0] == pair[1] && !is_free(&pair[0])) {
        return Some("a word twice");
    }
    let one: &[&str] = if lang == Lang::Nl { &["je", "jij", "jou", "jouw"] } else { &[] };
    let many: &[&str] = if lang == Lang::Nl { &["jullie"] } else { &["you", "your"] };
    let says = |list: &[&str]| said.iter().any(|word| list.contains(&word.as_str()));
    match n_focus {
        0 if says(one) || says(many) => Some("speaks to nobody"),
        2.. if says(one) => Some("speaks to one of several"),
        _ => None,
    }
}

/// Is somebody named twice in one list: "Jan en Jan", "je zus en je zus"?
fn names_twice(sentence: &str) -> bool {
    let list = sentence.trim_end_matches(['.', '?']).replace(" en ", ", ").replace(" and ", ", ");
    let mut parts: Vec<&str> = list.split(", ").filter(|it| it.len() < 24).collect();
    let n = parts.len();
    parts.sort_unstable();
    parts.dedup();
    parts.len() < n
}

#[test]
fn every_sentence_of_random_families_is_whole_and_speaks_to_who_is_there() {
    let mut wrong = Vec::new();
    let mut n = 0;
    for seed in 0..250 {
        let map = named(seed);
        for lang in Lang::ALL {
            let (cards, told) = every_card_opened(&map, lang, &all_opened());
            for (card, told) in cards.cards.iter().zip(&told) {
                let lines = told.lines.iter().flat_map(|it| &it.sentences);
                for sentence in told.closed.iter().chain(lines).chain(&told.losses) {
                    n += 1;
                    let twice = names_twice(sentence).then_some("somebody twice");
                    let fault = fault(sentence, map.focus.len(), lang).or(twice);
                    wrong.extend(fault.map(|it| format!("{seed} {}: {it}: {sentence}", card.id)));
                }
            }
        }
    }
    assert!(3_000 < n, "only {n} sentences");
    let some: Vec<&str> = wrong.iter().take(60).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {n}:\n{}", wrong.len(), some.join("\n"));
}

/// Who somebody is ("je ex", "moeder van Deniz") is said once on an opened card.
#[test]
fn who_somebody_is_is_said_once() {
    let mut wrong = Vec::new();
    for seed in 0..250 {
        let mut map = named(seed);
        // Everybody by another name: what tells two apart is said whenever they are named.
        for (at, person) in map.people.values_mut().enumerate() {
            std::sync::Arc::make_mut(person).name.call = format!("Naam{at}x");
        }
        for lang in Lang::ALL {
            let (cards, told) = every_card_opened(&map, lang, &all_opened());
            for (card, told) in cards.cards.iter().zip(&told) {
                let lines = told.lines.iter().flat_map(|it| &it.sentences);
                let text = lines.map(String::as_str).collect::<Vec<_>>().join(" ");
                for at in 0..map.people.len() {
                    let name = format!("Naam{at}x");
                    let asides = [format!("{name}, "), format!("{name} (")];
                    let behind = |it: &&str| {
                        let mut next = it.chars();
                        let first = next.next();
                        // A name in a list has a comma behind it too, and then another name.
                        first.is_some_and(char::is_lowercase) && !it.starts_with("opa ")
                    };
                    let n: usize = asides
                        .iter()
                        .map(|it| text.split(it.as_str()).skip(1).filter(behind).count())
                        .sum();
                    if 1 < n && text.matches(&format!("{name}, je")).count() > 1 {
                        wrong.push(format!("{seed} {}: {text}", card.id));
                    }
                    let brackets = text.matches(&asides[1]).count();
                    if 1 < brackets {
                        wrong.push(format!("{seed} {}: {text}", card.id));
                    }
                }
            }
        }
    }
    let some: Vec<&str> = wrong.iter().take(20).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), some.join("\n"));
}

/// Everybody of age has or had debts, one in three of them is dead, and many had many children.
fn all_in_debt(seed: u64) -> FamilyMap {
    let mut map = named(seed);
    let mut dice = Dice::new(seed + 23);
    for (at, person) in map.people.values_mut().enumerate() {
        let person = std::sync::Arc::make_mut(person);
        person.name.call = format!("Naam{at}x");
        let id = EntryId::new(&format!("debt{at}")).unwrap();
        let mut entry = Entry::new(id, KindId::new("geld-schulden").unwrap());
        entry.said = [Said::Yes, Said::Yes, Said::Yes, Said::Maybe][dice.below(4)];
        if dice.percent(30) {
            entry.going_on = GoingOn::Before;
        }
        person.entries.push(entry);
    }
    map
}

/// Names in the longest list of a sentence: what stands before and behind ", en" is not one list, and
/// what only says whose somebody is does not count.
fn most_names(sentence: &str) -> usize {
    let mut told = sentence.to_owned();
    while let Some((before, rest)) = told.split_once('(') {
        let after = rest.split_once(')').map_or("", |(_, after)| after);
        told = format!("{before}{after}");
    }
    let cuts = [", en ", ", and ", ", nu ", ", now ", " met ", " with ", " tegen ", " against "];
    let parts = cuts.iter().fold(told, |told, cut| told.replace(cut, "|"));
    parts.split('|').map(|it| it.matches("Naam").count()).max().unwrap_or(0)
}

/// grammar.md §2.4: four names at most in a list, on the closed card and on the opened one; and
/// nobody who has it falls off the closed card.
#[test]
fn a_list_has_four_names_at_most() {
    let (mut wrong, mut long) = (Vec::new(), 0);
    for seed in 0..300 {
        let map = all_in_debt(seed);
        for lang in Lang::ALL {
            let (cards, told) = every_card_opened(&map, lang, &all_opened());
            for (card, told) in cards.cards.iter().zip(&told) {
                let lines = told.lines.iter().flat_map(|it| &it.sentences);
                let said = told.closed.iter().chain(lines).chain(&told.losses);
                let many = said.filter(|it| 4 < most_names(it));
                wrong.extend(many.map(|it| format!("{seed} {}: {it}", card.id)));
                long += usize::from(5 < card.line(1).count());
            }
        }
    }
    assert!(200 < long, "only {long} cards of many");
    assert_eq!(most_names("Naam1x, Naam2x, Naam3x, Naam4x (zus van Naam9x) en Naam5x ook."), 5);
    let some: Vec<&str> = wrong.iter().take(20).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), some.join("\n"));
}

#[test]
#[ignore = "to read aloud, everything opened: RODE_DRAAD_ALOUD=file, with --nocapture"]
#[expect(clippy::print_stderr, reason = "it shows")]
fn aloud() {
    let files = std::env::var("RODE_DRAAD_ALOUD").unwrap();
    for path in files.split(' ') {
        let map = rode_draad::file::open(&std::fs::read(path).unwrap()).unwrap();
        for lang in Lang::ALL {
            let (cards, told) = every_card_opened(&map, lang, &all_opened());
            eprintln!("##### {path} {lang:?}");
            for (card, told) in cards.cards.iter().zip(&told) {
                eprintln!("[{}] {} · {}", card.id, told.title, told.closed.join(" "));
                for line in &told.lines {
                    eprintln!("  {} {}", line.line, line.sentences.join(" "));
                }
                told.losses.iter().chain(&told.note).for_each(|it| eprintln!("  + {it}"));
            }
        }
    }
}
