//! The first list of telling.md §2, counted again: which cards are in it, and in which order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rode_draad::catalogue::Catalogue;
use rode_draad::i18n::Lang;
use rode_draad::model::{CardId, Gender, Said};

use super::cards::{Expected, children_of, focus};
use super::facts::{Facts, Stand};
use super::theme::Theme;
use super::threads::Known;

/// What a card is put in order by, smallest first.
type Key =
    (u8, bool, bool, u8, bool, Reverse<u32>, Reverse<u32>, Reverse<usize>, (u8, usize, String));

/// Where every card must stand.
pub(super) struct List {
    /// In the list, as they are told.
    pub(super) list: Vec<String>,
    /// Everything else, by what the place is called.
    pub(super) elsewhere: BTreeMap<String, &'static str>,
    /// What stands where the list would be.
    pub(super) start: &'static str,
    /// Whose single strengths may stand below: of each of these groups, in this order.
    pub(super) strong: Vec<BTreeSet<usize>>,
}

pub(super) fn list(facts: &Facts<'_>, cards: &[Expected]) -> List {
    let start = start(facts);
    let mut elsewhere = BTreeMap::new();
    let mut pinned: Vec<(u8, Key, &Expected)> = Vec::new();
    let (mut problems, mut strengths) = (Vec::new(), Vec::new());
    for card in cards {
        let place = place(facts, card);
        let place = if start != "list" && place == "list" { "more" } else { place };
        let key = key(facts, card);
        if place != "list" {
            elsewhere.insert(card.theme.spelled(), place);
        } else if let Some(pin) = pin(facts, card) {
            pinned.push((pin, key, card));
        } else if card.theme.is_strong() {
            strengths.push((key, card));
        } else {
            problems.push((key, card));
        }
    }
    pinned.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    problems.sort_by(|a, b| a.0.cmp(&b.0));
    strengths.sort_by(|a, b| a.0.cmp(&b.0));
    let lifted = |card: &Expected| card.theme.is_on_request() && priority(facts, card).is_none();
    if pinned.is_empty() && problems.first().is_some_and(|(_, card)| lifted(card)) {
        // "A lifted card is never first."
        if let Some(at) = problems.iter().position(|(_, card)| !lifted(card)) {
            let first = problems.remove(at);
            problems.insert(0, first);
        } else {
            for (_, card) in problems.drain(..) {
                elsewhere.insert(card.theme.spelled(), "more");
            }
        }
    }
    let list = pinned.iter().map(|(.., card)| card.theme.spelled()).collect();
    let name = |(_, card): (Key, &Expected)| card.theme.spelled();
    let mut list = merged(
        list,
        problems.into_iter().map(name).collect(),
        strengths.into_iter().map(name).collect(),
    );
    for card in list.split_off(list.len().min(12)) {
        elsewhere.insert(card, "more");
    }
    let is_strong = |id: &String| {
        cards.iter().any(|card| card.theme.spelled() == *id && card.theme.is_strong())
    };
    let none = start != "list" || list.iter().any(is_strong);
    let strong = if none { Vec::new() } else { strong(facts) };
    List { list, elsewhere, start, strong }
}

/// Places 2, 5, 8 and 11 take the next strength, the others the next problem.
fn merged(mut list: Vec<String>, problems: Vec<String>, strengths: Vec<String>) -> Vec<String> {
    let (mut problems, mut strengths) = (problems.into_iter(), strengths.into_iter());
    loop {
        let next = if [1, 4, 7, 10].contains(&list.len()) {
            strengths.next().or_else(|| problems.next())
        } else {
            problems.next().or_else(|| strengths.next())
        };
        match next {
            Some(card) => list.push(card),
            None => return list,
        }
    }
}

fn start(facts: &Facts<'_>) -> &'static str {
    let entered = facts
        .map
        .people
        .values()
        .filter(|it| it.holds_facts())
        .any(|it| !it.entries.is_empty() || !it.strengths.is_empty() || !it.skills.is_empty());
    match () {
        () if facts.n() == 0 || 60 < facts.whole.people.len() && facts.map.focus.is_empty() => {
            "who-is-there"
        }
        () if !entered => "what-to-add",
        () => "list",
    }
}

fn mark<'a>(facts: &'a Facts<'_>, card: &Expected) -> Option<&'a rode_draad::model::Mark> {
    facts.map.cards.get(&CardId::new(&card.theme.spelled()).unwrap())
}

fn pin(facts: &Facts<'_>, card: &Expected) -> Option<u8> {
    mark(facts, card).and_then(|it| it.pin)
}

/// The client's priority on its records.
fn priority(facts: &Facts<'_>, card: &Expected) -> Option<u8> {
    let kind = card.theme.kind()?;
    let told = (0..facts.n()).filter(|p| !facts.is_left_out(*p, &card.theme));
    told.flat_map(|p| facts.entries(p, kind)).filter_map(|it| it.priority).min()
}

fn place(facts: &Facts<'_>, card: &Expected) -> &'static str {
    let hidden = match &card.theme {
        Theme::Kind(id) => Catalogue::builtin().kind(id).is_some_and(|row| row.hidden),
        Theme::Tie(id) => ["geweld", "dwang"].contains(&id.as_str()),
        _ => false,
    };
    if mark(facts, card).is_some_and(|it| it.dismissed) {
        return "dismissed";
    }
    if hidden {
        return "hidden";
    }
    if matches!(card.theme, Theme::Area(_)) {
        return "wider";
    }
    // What the client pins or gives a priority comes first, whatever else is so.
    if pin(facts, card).is_some() || priority(facts, card).is_some() {
        return "list";
    }
    let lines = |line: u8| {
        let said = card.claims.iter().any(|it| it.0 == line);
        said || card.nots.iter().flatten().any(|it| it.0 == line)
    };
    let says_more = lines(2) || lines(3) || lines(5) || card.wish.is_some();
    let not_worth = !card.is_near && card.yes.len() <= 2 && card.length <= 2 && !says_more;
    let on_request = card.theme.is_on_request() && !answers(facts, card).1;
    let chance = matches!(card.theme, Theme::Kind(_) | Theme::Hard(_))
        && !card.is_near
        && may_be_chance(facts, card);
    if on_request || not_worth || chance { "more" } else { "list" }
}

fn key(facts: &Facts<'_>, card: &Expected) -> Key {
    let strong = card.theme.is_strong();
    let class = match &card.theme {
        _ if strong => 0,
        Theme::Kind(_) | Theme::Hard(_) => 0,
        Theme::Tie(_) => 2,
        _ => 1,
    };
    (
        if strong { 0 } else { priority(facts, card).unwrap_or(9) },
        !answers(facts, card).0,
        !card.is_near,
        class,
        strong || !card.has_child_now,
        Reverse(card.length),
        Reverse(card.span),
        Reverse(card.yes.len()),
        in_catalogue(&card.theme),
    )
}

/// Kinds, own kinds by id, skills, then derived themes as the page has them, and ties.
fn in_catalogue(theme: &Theme) -> (u8, usize, String) {
    let catalogue = Catalogue::builtin();
    let at = |ids: Vec<&str>, id: &str| ids.iter().position(|it| *it == id).unwrap();
    let kinds = || catalogue.kinds().iter().map(|it| it.id.as_str()).collect::<Vec<_>>();
    let row = |group: u8, place: usize| (group, place, String::new());
    match theme {
        Theme::Kind(id) if catalogue.kind(id).is_none() => (1, 0, id.clone()),
        Theme::Kind(id) => row(0, at(kinds(), id)),
        Theme::Strength(id) => {
            row(0, at(catalogue.strengths().iter().map(|it| it.id.as_str()).collect(), id))
        }
        Theme::Hard(id) | Theme::Well(id) => {
            row(2, at(catalogue.skills().iter().map(|it| it.id.as_str()).collect(), id))
        }
        Theme::Young => row(3, 0),
        Theme::Separated => row(3, 1),
        Theme::Lone => row(3, 2),
        Theme::Placed => row(3, 3),
        Theme::Lost => row(3, 4),
        Theme::Early => row(3, 5),
        Theme::Tie(id) => {
            row(4, at(catalogue.relations().iter().map(|it| it.id.as_str()).collect(), id))
        }
        Theme::Area(id) => {
            row(5, at(catalogue.areas().iter().map(|it| it.id.as_str()).collect(), id))
        }
        Theme::Partner(_) => row(6, 0),
    }
}

/// Does it answer the wish; and by a person?
fn answers(facts: &Facts<'_>, card: &Expected) -> (bool, bool) {
    let wish = plain(&facts.map.wish);
    let has = |text: &str| {
        let words = plain(text);
        !words.is_empty() && wish.windows(words.len()).any(|it| it == words)
    };
    let mut by_person = false;
    for p in 0..facts.n() {
        let name = &facts.person(p).name;
        let is_only = |part: &str| {
            let same = (0..facts.n()).filter(|q| {
                let other = &facts.person(*q).name;
                [&other.call, &other.given].iter().any(|it| plain(it) == plain(part))
            });
            has(part) && same.count() == 1
        };
        if !is_only(&name.call) && !is_only(&name.given) {
            continue;
        }
        let told = card.claims.iter().chain(card.nots.iter().flatten());
        let in_five = told.into_iter().any(|it| it.0 == 5 && it.2 == p);
        let from_age = card.theme.begins_at();
        let is_old = match facts.age(p) {
            Some(age) => from_age <= age.lo,
            None => from_age == 0 || facts.is_of_age(p, &card.theme),
        };
        by_person |= card.children_now.contains(&p) || (card.yes.contains(&p) || in_five) && is_old;
    }
    let title = match &card.theme {
        Theme::Kind(id) if facts.map.own_kinds.keys().any(|it| it.as_str() == id) => {
            "altijd krap".to_owned()
        }
        theme => theme.words().unwrap().title.in_lang(Lang::Nl).to_owned(),
    };
    let id = match &card.theme {
        Theme::Kind(id)
        | Theme::Strength(id)
        | Theme::Hard(id)
        | Theme::Well(id)
        | Theme::Area(id)
        | Theme::Tie(id) => Some(id.as_str()),
        _ => None,
    };
    let label = id.and_then(|id| Catalogue::builtin().entry(id));
    let label = label.map(|it| it.words().in_lang(Lang::Nl).to_owned());
    let by_word = has(&title) || label.is_some_and(|it| has(&it));
    (by_person || by_word, by_person)
}

/// The words of a text, without case; the names and titles that are tried have no accents.
fn plain(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|it| !it.is_empty());
    words.map(|it| it.to_lowercase().replace(['é', 'ë', 'è'], "e")).collect()
}

/// telling.md §2, "May be chance".
fn may_be_chance(facts: &Facts<'_>, card: &Expected) -> bool {
    let known = Known::new(facts, &card.theme);
    let told: Vec<usize> = (0..facts.n()).filter(|p| !known.left_out[*p]).collect();
    let of_age = |p: usize| facts.is_of_age(p, &card.theme);
    if told.iter().filter(|p| of_age(**p)).count() < 30 {
        return false;
    }
    let cell = |p: usize| (facts.generation[p], facts.person(p).gender);
    let rate = |at: (i64, Gender)| -> f64 {
        let here = || told.iter().copied().filter(|p| cell(*p) == at);
        let (carriers, all) = (
            here().filter(|p| known.is(*p, Stand::Yes)).count(),
            here().filter(|p| of_age(*p)).count(),
        );
        let count = |n: usize| f64::from(u32::try_from(n).unwrap());
        if all == 0 { 0.0 } else { count(carriers) / count(all) }
    };
    let (mut expected, mut observed) = (0.0, 0.0);
    for parent in &told {
        for child in told.iter().filter(|it| facts.is_child(*parent, **it)) {
            expected += rate(cell(*parent)) * rate(cell(*child));
            let both = known.is(*parent, Stand::Yes) && known.is(*child, Stand::Yes);
            observed += if both { 1.0 } else { 0.0 };
        }
    }
    observed <= expected + 1e-9
}

/// Without a strength in the list: focus persons, their children, everybody else eldest first.
fn strong(facts: &Facts<'_>) -> Vec<BTreeSet<usize>> {
    let is_strong = |p: &usize| facts.person(*p).strengths.iter().any(|it| it.said == Said::Yes);
    let focus = focus(facts);
    let mut groups: Vec<BTreeSet<usize>> = focus.iter().map(|it| BTreeSet::from([*it])).collect();
    groups.push(focus.iter().flat_map(|it| children_of(facts, *it)).collect());
    let mut rest: Vec<usize> = (0..facts.n()).collect();
    rest.sort_by_key(|p| facts.generation[*p]);
    for row in rest.chunk_by(|a, b| facts.generation[*a] == facts.generation[*b]) {
        groups.push(row.iter().copied().collect());
    }
    let mut met = BTreeSet::new();
    for group in &mut groups {
        group.retain(|p| is_strong(p) && met.insert(*p));
    }
    groups.retain(|it| !it.is_empty());
    groups
}
