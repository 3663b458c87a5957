//! A child under 12 stands on a card in the line of the children and in a question, and nowhere else
//! (grammar.md §5): not among who has it, who got out or did not begin, not with an age, not in a
//! quarrel, not among whom it is not known of.

use std::collections::BTreeSet;
use std::sync::Arc;

use rode_draad::model::{FamilyMap, PersonId};
use rode_draad::pattern::{Card, Claim, Told, What};

use super::facts::Facts;
use super::world::{World, world};
use super::{families, lines_of, told};

/// The line of the children, and that of the question.
const LINES: [u8; 2] = [5, 7];

/// The same family, everybody by a name that occurs in no other word.
fn named_apart(mut world: World) -> World {
    for (at, person) in world.map.people.values_mut().enumerate() {
        Arc::make_mut(person).name.call = name(at);
    }
    world
}

fn name(at: usize) -> String {
    format!("Naam{at}x")
}

/// Everybody who is, or died, certainly under 12.
fn small(world: &World) -> BTreeSet<PersonId> {
    let facts = Facts::new(&world.map, &world.settings, &world.opened);
    let all = (0..facts.n()).filter(|p| facts.is_certainly_under(*p, 12));
    all.map(|p| facts.people[p].clone()).collect()
}

/// Claims about a small child where none may be. That one got out is claimed in line 2, and said in
/// the line of the children.
fn claimed<'a>(card: &'a Card, small: &BTreeSet<PersonId>) -> Vec<&'a Claim> {
    let is_wrong = |it: &&Claim| {
        !LINES.contains(&it.line)
            && it.what != What::Out
            && it.people.iter().any(|id| small.contains(id))
    };
    card.claims.iter().filter(is_wrong).collect()
}

/// Sentences that name a small child where none may stand.
fn named(map: &FamilyMap, told: &Told, small: &BTreeSet<PersonId>) -> Vec<String> {
    let names: Vec<String> = map
        .people
        .keys()
        .enumerate()
        .filter(|(_, id)| small.contains(*id))
        .map(|(at, _)| name(at))
        .collect();
    let lines = told.lines.iter().filter(|it| !LINES.contains(&it.line));
    let said = lines.flat_map(|it| &it.sentences).chain(&told.losses);
    // On the closed card stands the question; and the line of the children where it is all there is.
    let of_children = told.lines.iter().filter(|it| it.line == 5).flat_map(|it| &it.sentences);
    let of_children: BTreeSet<&String> = of_children.collect();
    let closed = told.closed.iter();
    let said = said.chain(closed.filter(|it| !it.ends_with('?') && !of_children.contains(it)));
    said.filter(|it| {
        let told = without_whose(it);
        names.iter().any(|name| told.contains(name.as_str()))
    })
    .cloned()
    .collect()
}

/// Without what only says whose somebody is: "(tante van Bo)", "Jordy, de ex van Bo,", "Bo’s aunt".
fn without_whose(sentence: &str) -> String {
    let mut told = sentence.to_owned();
    while let Some((before, rest)) = told.split_once('(') {
        let after = rest.split_once(')').map_or("", |(_, after)| after);
        told = format!("{before}{after}");
    }
    let words: Vec<&str> = told.split(' ').collect();
    // "De partner van je schoonzus Bo": of the words before it, up to a comma.
    let is_whose = |at: usize| {
        let before = words[..at].iter().rev().take_while(|it| !it.ends_with(','));
        before.take(3).any(|it| ["van", "of"].contains(it)) || words[at].contains('’')
    };
    let kept: Vec<&str> =
        (0..words.len()).filter(|at| !is_whose(*at)).map(|at| words[at]).collect();
    kept.join(" ")
}

#[test]
fn a_child_under_12_stands_in_the_line_of_the_children_alone() {
    let mut tried = 0;
    for seed in families(1) {
        let world = named_apart(world(seed));
        let small = small(&world);
        let cards = told(&world);
        for card in &cards.cards {
            tried += card
                .claims
                .iter()
                .flat_map(|it| &it.people)
                .filter(|it| small.contains(*it))
                .count();
            assert!(claimed(card, &small).is_empty(), "family {seed}, {}: {card:#?}", card.id);
        }
        for (lang, told) in lines_of(&world, &cards) {
            for (card, told) in cards.cards.iter().zip(&told) {
                let wrong = named(&world.map, told, &small);
                assert!(wrong.is_empty(), "family {seed}, {} {lang:?}: {wrong:#?}", card.id);
                assert!(!told.closed.is_empty(), "family {seed}, {}: says nothing", card.id);
            }
        }
    }
    assert!(100 < tried, "{tried} claims about small children");
}

/// The test can fail: with an age, with a tie, among those who have it.
#[test]
fn a_child_under_12_in_another_line_is_found() {
    let found = (0..100).any(|seed| {
        let world = named_apart(world(seed));
        let small = small(&world);
        let mut cards = told(&world);
        let Some(child) = small.first() else { return false };
        let Some(card) = cards.cards.first_mut() else { return false };
        card.claims.push(Claim { line: 1, what: What::Has, people: vec![child.clone()] });
        card.claims.sort_by_key(|it| it.line);
        let of = |(_, told): (_, Vec<Told>)| told.first().map(|it| named(&world.map, it, &small));
        let said = lines_of(&world, &cards).into_iter().filter_map(of).flatten().count();
        !claimed(&cards.cards[0], &small).is_empty() && 0 < said
    });
    assert!(found, "nobody noticed");
}
