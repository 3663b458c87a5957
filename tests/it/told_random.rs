//! Every sentence of random families: whole, plain, to whom it is meant, and nobody said twice.

use rode_draad::i18n::Lang;
use rode_draad::model::{FamilyMap, PersonId};

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
