//! What the program says, held against what must be said.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use rode_draad::model::PersonId;
use rode_draad::pattern::{Card, Cards, Place, What};

use super::cards::{Claim, Expected, expected, themes};
use super::facts::Facts;
use super::list::{List, list};
use super::theme::Theme;
use super::world::World;

/// Everything that is wrong with the cards of a family, a line each: "family", the card, what.
pub(super) fn wrong(world: &World, told: &Cards) -> Vec<String> {
    let facts = Facts::new(&world.map, &world.settings, &world.opened);
    let due = due(&facts);
    let is: BTreeMap<String, &Card> = told.cards.iter().map(|it| (it.id.to_string(), it)).collect();
    let mut wrong = Vec::new();
    for id in is.keys().chain(due.keys()).collect::<BTreeSet<_>>() {
        let lines = match (is.get(id), due.get(id)) {
            (Some(card), Some(due)) => differences(&facts, card, due),
            (Some(_), None) => vec!["card: too many".to_owned()],
            (None, _) => vec!["card: missing".to_owned()],
        };
        wrong.extend(lines.into_iter().map(|line| format!("{id} {line}")));
    }
    let cards: Vec<Expected> = due.into_values().collect();
    wrong.extend(places(&facts, told, &list(&facts, &cards)));
    wrong
}

/// Every card that there must be, by id.
pub(super) fn due(facts: &Facts<'_>) -> BTreeMap<String, Expected> {
    let cards = themes(facts).into_iter().filter_map(|theme| expected(facts, &theme));
    cards.map(|card| (card.theme.spelled(), card)).collect()
}

/// What is wrong with one card: nothing, if it is as it must be.
fn differences(facts: &Facts<'_>, card: &Card, due: &Expected) -> Vec<String> {
    let mut wrong = numbers(facts, card, due);
    wrong.extend(claims(facts, card, due));
    wrong.extend(events(facts, card, due));
    wrong.extend(questions(facts, card, due));
    wrong
}

fn held(what: &str, is: &dyn Debug, should: &dyn Debug) -> Option<String> {
    let (is, should) = (format!("{is:?}"), format!("{should:?}"));
    (is != should).then(|| format!("{what}: {is}, not {should}"))
}

fn index(facts: &Facts<'_>, id: &PersonId) -> usize {
    facts.index(id).unwrap()
}

/// The four numbers, the rings and the signs.
fn numbers(facts: &Facts<'_>, card: &Card, due: &Expected) -> Vec<String> {
    let of =
        |ids: &[PersonId]| -> BTreeSet<usize> { ids.iter().map(|id| index(facts, id)).collect() };
    let mut wrong = Vec::new();
    for (what, is, should) in [
        ("yes", &card.yes, &due.yes),
        ("no", &card.no, &due.no),
        ("maybe", &card.maybe, &due.maybe),
        ("unknown", &card.unknown, &due.unknown),
        ("over", &card.over, &due.over),
        ("beside", &card.beside, &due.beside),
    ] {
        if is.len() != of(is).len() {
            wrong.push(format!("{what}: somebody twice"));
        }
        // A tie has no strand: no ring of it is dotted, and nobody is asked for it.
        if !["beside", "unknown"].contains(&what) || !matches!(due.theme, Theme::Tie(_)) {
            wrong.extend(held(what, &of(is), should));
        }
    }
    let signs: BTreeSet<(usize, &str)> =
        card.signs.iter().map(|(id, sign)| (index(facts, id), sign.code())).collect();
    wrong.extend(held("signs", &signs, &due.signs));
    wrong.extend(held("length", &(card.length, card.span), &(due.length, due.span)));
    wrong
}

/// Claims that are false, and claims that are missing.
fn claims(facts: &Facts<'_>, card: &Card, due: &Expected) -> Vec<String> {
    let mut claims: BTreeSet<Claim> = BTreeSet::new();
    let (mut nots, mut ages) = (claims.clone(), claims.clone());
    for claim in &card.claims {
        let code = match claim.what {
            What::Age(age) => format!("age {age}"),
            _ => claim.what.code().to_owned(),
        };
        let people = claim.people.iter().map(|id| index(facts, id));
        let all = people.map(|p| (claim.line, code.clone(), p));
        match &claim.what {
            What::Not | What::DidNotBegin => nots.extend(all),
            What::Age(_) => ages.extend(all),
            What::Asked(_) | What::UnionEnded(_) | What::Tie(..) => {}
            _ => claims.extend(all),
        }
    }
    let none = BTreeSet::<&Claim>::new();
    let mut wrong = Vec::new();
    wrong.extend(held("claims", &claims.difference(&due.claims).collect::<BTreeSet<_>>(), &none));
    wrong.extend(held("missing", &due.claims.difference(&claims).collect::<BTreeSet<_>>(), &none));
    wrong.extend(held("nots", &nots, &nots_due(&nots, due)));
    if !(due.ages.is_empty() && ages.is_empty() || due.ages.contains(&ages)) {
        wrong.push(format!("ages: {ages:?}, not one of {:?}", due.ages));
    }
    wrong
}

/// Who is named as not known, the wish, and the one question.
fn questions(facts: &Facts<'_>, card: &Card, due: &Expected) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut asked: Vec<(&str, BTreeSet<usize>)> = Vec::new();
    let mut named = None;
    for claim in &card.claims {
        let mut people = claim.people.iter().map(|id| index(facts, id));
        match &claim.what {
            What::Asked(question) => asked.push((question.code(), people.collect())),
            What::Unknown => named = named.or_else(|| people.next()),
            _ => {}
        }
    }
    if named.is_some_and(|it| !due.named.contains(&it)) || named.is_none() != due.named.is_empty() {
        wrong.push(format!("named: {named:?}, not one of {:?}", due.named));
    }
    let wish = asked.iter().find(|(it, _)| *it == "wish").map(|(_, of)| of);
    wrong.extend(held("wish", &wish, &due.wish.as_ref()));
    let rest: Vec<_> = asked.iter().filter(|(it, _)| *it != "wish").collect();
    let fits = |(code, of): &(&str, BTreeSet<usize>)| {
        let mut same = due.question.iter().filter(|(it, who)| {
            it == code && who.iter().copied().collect::<BTreeSet<usize>>() == *of
        });
        same.next().is_some() && (*code != "ask" || named.is_some_and(|it| of.contains(&it)))
    };
    if rest.len() != 1 || !fits(rest[0]) {
        wrong.push(format!("question: {rest:?}, not one of {:?}", due.question));
    }
    wrong
}

/// telling.md §4: three sentences at most, the nearest; of ties and unions that there are.
fn events(facts: &Facts<'_>, card: &Card, due: &Expected) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut sentences: BTreeMap<u8, u8> = BTreeMap::new();
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    for claim in &card.claims {
        let (number, mut pair) = match (&claim.what, claim.people.as_slice()) {
            (What::UnionEnded(number) | What::Tie(_, number), [a, b]) => {
                (*number, (index(facts, a), index(facts, b)))
            }
            (What::UnionEnded(_) | What::Tie(..), _) => return vec!["events: no pair".to_owned()],
            _ => continue,
        };
        if let What::UnionEnded(_) = claim.what {
            pair = (pair.0.min(pair.1), pair.0.max(pair.1));
        }
        let event = due.events.iter().find(|it| (it.from, it.to) == pair);
        match event {
            Some(it) if told.insert(pair) => {
                let rank = sentences.entry(number).or_insert(it.rank);
                *rank = it.rank.min(*rank);
            }
            Some(_) => wrong.push(format!("events: twice {pair:?}")),
            None => wrong.push(format!("events: none {pair:?}")),
        }
    }
    let untold = due.events.iter().filter(|it| !told.contains(&(it.from, it.to)));
    let nearest = untold.map(|it| it.rank).min();
    let last = sentences.values().max().copied();
    if 3 < sentences.len() || nearest.is_some() && (sentences.len() < 3 || nearest < last) {
        wrong.push(format!("events: {sentences:?} but {:?}", due.events));
    }
    wrong
}

/// What is wrong with the places of the cards.
fn places(facts: &Facts<'_>, told: &Cards, due: &List) -> Vec<String> {
    let mut wrong = Vec::new();
    let is: Vec<String> = told.list().map(|it| it.id.to_string()).collect();
    if is != due.list {
        wrong.push(format!("list: {is:?}, not {:?}", due.list));
    }
    for card in told.cards.iter().filter(|it| it.place != Place::List) {
        let (is, should) = (card.place.code(), due.elsewhere.get(card.id.as_str()));
        if should != Some(&is) {
            wrong.push(format!("place: {} {is}, not {should:?}", card.id));
        }
    }
    if told.start.code() != due.start {
        wrong.push(format!("start: {:?}, not {}", told.start, due.start));
    }
    let mut people = told.strengths.iter().map(|(id, _)| facts.index(id).unwrap());
    let n: usize = due.strong.iter().map(BTreeSet::len).sum();
    let groups = due.strong.iter().flat_map(|group| group.iter().map(move |_| group));
    let in_order = groups.take(3).all(|group| people.next().is_some_and(|it| group.contains(&it)));
    if told.strengths.len() != n.min(3) || !in_order {
        wrong.push(format!("strong: {:?}, not {:?}", told.strengths, due.strong));
    }
    let first = due.list.iter().find(|id| {
        let derived = ["young-parent", "separated", "lone-parent", "placed-out"];
        let rest = ["lost-parent-young", "early-death"];
        !derived.contains(&id.as_str())
            && !rest.contains(&id.as_str())
            && !id.starts_with("contact(")
    });
    if told.first_strand().map(|it| it.id.to_string()).as_ref() != first {
        wrong.push(format!("strand: not {first:?}"));
    }
    wrong
}

/// Up to four are told, of the nearest groups; within a group anybody.
fn nots_due(told: &BTreeSet<Claim>, card: &Expected) -> BTreeSet<Claim> {
    let mut left = if card.all_nots { usize::MAX } else { 4 };
    let mut due: BTreeSet<Claim> = BTreeSet::new();
    for group in &card.nots {
        let (told, others): (Vec<&Claim>, Vec<&Claim>) =
            group.iter().partition(|it| told.contains(*it));
        due.extend(told.into_iter().chain(others).take(left).cloned());
        left = left.saturating_sub(group.len());
    }
    due
}
