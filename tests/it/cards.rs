//! The cards of the four worked families, as telling.md §10 has them.

use std::sync::Arc;

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::kinship::Kinship;
use rode_draad::model::{CardId, Date, FamilyMap, KindId, Mark};
use rode_draad::pattern::{Card, Cards, Claim, Place, Question, Settings, What, cards};
use rode_draad::shown::Opened;

fn example(name: &str) -> FamilyMap {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    file::open(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

fn told(map: &FamilyMap) -> Cards {
    let today = Date::year_only(2026).unwrap();
    let (catalogue, settings) = (Catalogue::builtin(), Settings::default());
    cards(map, &Kinship::of(map), catalogue, &settings, today, &Opened::default())
}

/// "theme yes/no/maybe/unknown w n c class L s".
fn row(card: &Card) -> String {
    let numbers = [&card.yes, &card.no, &card.maybe, &card.unknown].map(|it| it.len().to_string());
    let keys = &card.keys;
    let flags = [(keys.answers_wish, " w"), (keys.is_near, " n"), (keys.has_child_now, " c")];
    let flags: String = flags.into_iter().filter(|(is_so, _)| *is_so).map(|(_, it)| it).collect();
    let class = if keys.class == 0 || keys.is_strong {
        String::new()
    } else {
        format!(" class {}", keys.class)
    };
    format!("{} {}{flags}{class} L{} s{}", card.id, numbers.join("/"), card.length, card.span)
}

/// The first rows of a family: those of the list, then what is told of it otherwise.
fn check(name: &str, expected: &[&str], first: &str) {
    let map = example(&format!("{name}.familie"));
    let told = told(&map);
    let rows: Vec<String> = told.list().map(row).collect();
    assert_eq!(rows.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{name}");
    assert_eq!(told.first_strand().map(|card| card.id.as_str()), Some(first), "{name}");
}

#[test]
fn the_first_lists_of_the_four_families() {
    check(
        "drie-keer-jong-moeder",
        &[
            "geld-schulden 8/1/0/0 w n c L3 s3",
            "s-zorgzaam 4/0/0/0 n L3 s3",
            "leren-geen-diploma 5/2/0/0 n L3 s3",
            "gevoel-stress 3/0/0/1 n L2 s2",
            "young-parent 4/9/0/0 n class 1 L3 s3",
            "separated 7/4/0/1 n class 1 L2 s2",
            "lone-parent 2/0/0/2 n class 1 L2 s2",
            "gebruik-alcohol 4/1/0/1 L2 s2",
        ],
        "geld-schulden",
    );
    check(
        "net-als-opa",
        &[
            "leren-uitval 2/3/0/0 n L2 s2",
            "s-vakwerk 3/0/0/1 n L2 s3",
            "ef-impuls 2/3/1/0 n L2 s2",
            "s-diploma 3/0/0/0 n L2 s2",
            "s-zorgzaam 3/0/0/0 L3 s3",
            "strong(ef-impuls) 3/2/1/0 L2 s2",
        ],
        "leren-uitval",
    );
    check(
        "wie-praat-met-wie",
        &[
            "gebruik-alcohol 6/6/0/2 n L3 s3",
            "placed-out 3/5/0/0 w n class 1 L2 s2",
            "gevoel-angst 3/0/0/3 n L2 s3",
            "separated 8/9/0/3 n class 1 L2 s2",
        ],
        "gebruik-alcohol",
    );
    check(
        "de-leeftijd-van-opa",
        &[
            "geld-schulden 2/0/0/2 w n c L2 s2",
            "s-doorzetten 3/0/0/0 n L3 s3",
            "gevoel-somber 3/2/0/0 n L2 s2",
            "werk-overbelast 2/3/0/0 n L2 s2",
        ],
        "geld-schulden",
    );
}

/// Claims of one card, a line each: "1 has Wim, Ria".
fn claims(map: &FamilyMap, card: &Card) -> Vec<String> {
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    for claim in &card.claims {
        let detail = match &claim.what {
            What::Age(age) => format!(" {age}"),
            What::Asked(question) => format!(" {}", question.code()),
            _ => String::new(),
        };
        let head = format!("{} {}{detail}", claim.line, claim.what.code());
        let names = claim.people.iter().map(|id| map.people[id].name.short());
        match lines.last_mut().filter(|(last, _)| *last == head) {
            Some((_, all)) => all.extend(names),
            None => lines.push((head, names.collect())),
        }
    }
    lines.into_iter().map(|(head, names)| format!("{head}: {}", names.join(", "))).collect()
}

#[test]
fn what_the_worked_cards_claim() {
    let map = example("drie-keer-jong-moeder.familie");
    let told_a = told(&map);
    let debts = told_a.list().next().unwrap();
    assert_eq!(
        claims(&map, debts),
        [
            "1 had: Wim",
            "1 has: Henk, Ria, Danny, Kim",
            "2 out: Theo, Sandra",
            "2 not: Anja",
            "3 partner-has: Jordy",
            "4 age 30: Wim",
            "4 age 23: Ria",
            "4 age 19: Kim",
            "5 grows-up: Noa, Levi",
            "5 asked wish: Noa, Levi",
            "7 asked helped: Sandra",
        ]
    );
    let map = example("wie-praat-met-wie.familie");
    let told_c = told(&map);
    let away = told_c.list().nth(1).unwrap();
    assert_eq!(
        claims(&map, away)[..].iter().filter(|it| !it.starts_with('1')).collect::<Vec<_>>(),
        ["2 not: Tim, Lisa", "5 child: Dean", "7 asked close: "]
    );
    let strong: Vec<&str> =
        told_c.strengths.iter().map(|(id, _)| map.people[id].name.short()).collect();
    assert_eq!(strong, ["Petra", "Nel", "Siem"]);
}

#[test]
fn violence_is_told_only_when_it_is_opened_and_never_in_the_list() {
    let map = example("wie-praat-met-wie.familie");
    let violence = CardId::new("contact(violence)").unwrap();
    assert_eq!(told(&map).get(&violence), None);
    let kinds = [KindId::new("geweld").unwrap()].into();
    let opened = Opened { kinds, ..Opened::default() };
    let today = Date::year_only(2026).unwrap();
    let settings = Settings::default();
    let told = cards(&map, &Kinship::of(&map), Catalogue::builtin(), &settings, today, &opened);
    let card = told.get(&violence).unwrap();
    assert_eq!(card.place, Place::Hidden);
    assert!(card.claims.iter().all(|it| matches!(it.what, What::Tie(..) | What::Asked(_))));
}

#[test]
fn what_the_client_pins_comes_first_and_what_is_dismissed_goes() {
    let mut map = example("drie-keer-jong-moeder.familie");
    let id = |text: &str| CardId::new(text).unwrap();
    map.cards.insert(id("gebruik-alcohol"), Mark { pin: Some(1), ..Mark::default() });
    let both = Mark { pin: Some(2), dismissed: true, ..Mark::default() };
    map.cards.insert(id("geld-schulden"), both);
    let told = told(&map);
    assert_eq!(told.list().next().map(|it| it.id.as_str()), Some("gebruik-alcohol"));
    assert_eq!(told.get(&id("geld-schulden")).map(|it| it.place), Some(Place::Dismissed));
}

#[test]
fn what_is_not_for_today_is_in_no_number() {
    let mut map = example("drie-keer-jong-moeder.familie");
    let sandra = map.people.iter().find(|(_, it)| it.name.short() == "Sandra").unwrap().0.clone();
    let person = Arc::make_mut(map.people.get_mut(&sandra).unwrap());
    let debts = person.entries.iter_mut().find(|it| it.kind.as_str() == "geld-schulden");
    debts.unwrap().not_today = true;
    let told = told(&map);
    let card = told.get(&CardId::new("geld-schulden").unwrap()).unwrap();
    let lists = [&card.yes, &card.no, &card.maybe, &card.unknown];
    assert!(lists.into_iter().all(|list| !list.contains(&sandra)));
    let is_named =
        |claim: &Claim| claim.people.contains(&sandra) && claim.what != What::Asked(Question::Wish);
    assert!(!card.claims.iter().any(is_named));
}

mod on_random_families {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::random_family::{Dice, family};
    use rode_draad::model::PersonId;

    /// A family with a focus person, a wish that names nobody, and what is hidden now and then.
    fn with_focus(seed: u64, name: impl Fn(usize) -> String) -> FamilyMap {
        let mut map = family(seed, &name);
        let mut dice = Dice::new(seed + 5);
        let n = map.people.len();
        for _ in 0..dice.below(3) {
            let id = PersonId::new(&name(dice.below(n))).unwrap();
            if map.people[&id].holds_facts() && !map.focus.contains(&id) {
                map.focus.push(id);
            }
        }
        map
    }

    #[test]
    fn every_carrier_is_told_and_nobody_counts_twice() {
        let mut said: BTreeMap<&'static str, usize> = BTreeMap::new();
        for seed in 0..300 {
            let map = with_focus(seed, |at| format!("p{at}"));
            let told = told(&map);
            assert!(told.list().count() <= 12, "family {seed}");
            for card in &told.cards {
                let lists = [&card.yes, &card.no, &card.maybe, &card.unknown];
                let all: Vec<&PersonId> = lists.into_iter().flatten().collect();
                let once: BTreeSet<&PersonId> = all.iter().copied().collect();
                assert_eq!(all.len(), once.len(), "family {seed}, {}", card.id);
                card.claims.iter().for_each(|it| *said.entry(it.what.code()).or_default() += 1);
                let is_event = card
                    .claims
                    .iter()
                    .any(|it| matches!(it.what, What::UnionEnded(_) | What::Tie(..)));
                if is_event {
                    continue;
                }
                let is_told = |id: &PersonId| {
                    card.claims.iter().any(|claim| {
                        let is_line = [1, 3, 5].contains(&claim.line) || claim.what == What::Out;
                        let is_wish = matches!(claim.what, What::Asked(_));
                        is_line && !is_wish && claim.people.contains(id)
                    })
                };
                assert!(
                    card.yes.iter().all(is_told),
                    "family {seed}, {}: {:?}",
                    card.id,
                    card.claims
                );
                let out = card.claims.iter().filter(|it| it.what == What::Out);
                let is_over = |claim: &Claim| claim.people.iter().all(|it| card.over.contains(it));
                assert!(out.into_iter().all(is_over), "family {seed}, {}", card.id);
            }
        }
        for what in ["has", "had", "out", "not", "did-not-begin", "maybe", "partner-has", "age"] {
            assert!(said.contains_key(what), "nobody {what}: {said:?}");
        }
    }

    #[test]
    fn who_hides_a_record_is_in_no_claim_of_its_theme() {
        for seed in 0..200 {
            let map = with_focus(seed, |at| format!("p{at}"));
            for card in &told(&map).cards {
                let Some(kind) = card.theme.kind().filter(|_| card.keys.class == 0) else {
                    continue;
                };
                let Some(first) = card.yes.first() else { continue };
                let mut less = map.clone();
                let person = Arc::make_mut(less.people.get_mut(first).unwrap());
                person
                    .entries
                    .iter_mut()
                    .filter(|it| it.kind == *kind)
                    .for_each(|it| it.not_today = true);
                if person.entries.iter().all(|it| it.kind != *kind) {
                    continue;
                }
                let told = told(&less);
                let Some(card) = told.get(&card.id) else { continue };
                let lists = [&card.yes, &card.no, &card.maybe, &card.unknown, &card.over];
                assert!(lists.into_iter().all(|it| !it.contains(first)), "family {seed}");
                let grows = |claim: &Claim| {
                    claim.people.contains(first)
                        && !matches!(claim.what, What::GrowsUp | What::Asked(Question::Wish))
                };
                assert!(!card.claims.iter().any(grows), "family {seed}, {}", card.id);
                assert!(card.signs.iter().all(|(id, _)| id != first), "family {seed}");
            }
        }
    }

    #[test]
    fn names_of_people_and_of_records_change_no_order_and_no_number() {
        for seed in 0..200 {
            let plain = with_focus(seed, |at| format!("p{at}"));
            let renamed = with_focus(seed, |at| format!("{}{}", "xyz".repeat(at % 3), 40 - at));
            let rows = |map: &FamilyMap| -> Vec<String> {
                let told = told(map);
                told.cards.iter().map(|it| format!("{:?} {}", it.place, row(it))).collect()
            };
            assert_eq!(rows(&plain), rows(&renamed), "family {seed}");
        }
    }
}
