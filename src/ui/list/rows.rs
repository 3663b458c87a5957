//! What stands in the list, in words.

use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::{Address, KinWords, Kinship, Names, focus_word};
use crate::model::{
    Date, Ending, Entry, FamilyMap, GoingOn, KindId, LifeCourse, Party, Person, PersonId, Said,
    Strength, Union, Vital,
};
use crate::telling::{IsDead, no_in_words};

/// Everybody, generation by generation.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) struct Listed {
    /// What each generation is called, and who is in it.
    pub groups: Vec<(String, Vec<ListRow>)>,
}

impl Listed {
    /// Everybody, from the top.
    pub(super) fn people(&self) -> impl Iterator<Item = &ListRow> {
        self.groups.iter().flat_map(|(_, rows)| rows)
    }
}

/// What stands at one person, besides the name.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct ListRow {
    /// Who.
    pub id: PersonId,
    /// "oma".
    pub kin: String,
    /// "1950 – † 2008".
    pub years: String,
    /// With whom they live.
    pub home: String,
    /// What plays.
    pub problems: Vec<Thing>,
    /// What is strong.
    pub strengths: Vec<Thing>,
    /// "getrouwd met Gerda".
    pub ties: String,
}

/// One thing that plays or is strong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Thing {
    /// Which kind, if the catalogue has it.
    pub kind: Option<KindId>,
    /// In words: "schulden, vroeger".
    pub words: String,
    /// It plays now, as far as is known.
    pub is_now: bool,
}

/// What rows are made of.
#[derive(Clone, Copy)]
struct Source<'m> {
    map: &'m FamilyMap,
    texts: Texts,
    today: Date,
    /// What people are called, whose names are not shown.
    called: &'m BTreeMap<PersonId, String>,
}

/// The rows of `map`, which is shown as it is; within a generation as they stand on the map, by `x`.
pub(in crate::ui) fn rows(
    map: &FamilyMap,
    (lang, today): (Lang, Date),
    called: &BTreeMap<PersonId, String>,
    x: &BTreeMap<PersonId, f64>,
) -> Listed {
    let kin = Kinship::of(map);
    let words = KinWords::of(map, lang, Address::Onlooker, Names::Shown);
    let source = Source { map, texts: Texts::new(lang), today, called };
    let mut groups: BTreeMap<u32, Vec<&PersonId>> = BTreeMap::new();
    for person in kin.people() {
        let Some((id, _)) = kin.id(person).and_then(|id| map.people.get_key_value(id)) else {
            continue;
        };
        groups.entry(kin.generation(person)).or_default().push(id);
    }
    let last = groups.keys().next_back().copied().unwrap_or_default();
    let count = usize::try_from(last).unwrap_or_default().saturating_add(1);
    let titles = crate::scene::own_generation_words(map, &kin, lang, count);
    let groups = groups.into_iter().map(|(generation, mut people)| {
        let birth = |id: &PersonId| map.person(id).and_then(|it| it.birth).map(|it| it.year());
        people.sort_by(|a, b| {
            let at = |id: &PersonId| x.get(id).copied().unwrap_or(f64::MAX);
            at(a).total_cmp(&at(b)).then_with(|| birth(a).cmp(&birth(b))).then_with(|| a.cmp(b))
        });
        let title = usize::try_from(generation).ok().and_then(|at| titles.get(at)).cloned();
        let rows = people.into_iter().filter_map(|id| source.row(id, &words)).collect();
        (title.unwrap_or_default(), rows)
    });
    Listed { groups: groups.collect() }
}

impl Source<'_> {
    fn row(self, id: &PersonId, kin: &KinWords<'_>) -> Option<ListRow> {
        let person = self.map.person(id)?;
        Some(ListRow {
            id: id.clone(),
            kin: focus_word(self.map, id, self.texts)
                .unwrap_or_else(|| kin.word(id).unwrap_or_default()),
            years: Self::years(person),
            home: self.home(id),
            problems: self.problems(person),
            strengths: person.strengths.iter().map(|it| self.strength(it)).collect(),
            ties: self.ties(id),
        })
    }

    fn name(self, id: &PersonId) -> String {
        let name = self.map.person(id).map_or("", |it| it.name.short());
        let called = || self.called.get(id).cloned();
        if name.is_empty() { called().unwrap_or_else(|| "?".to_owned()) } else { name.to_owned() }
    }

    fn years(person: &Person) -> String {
        let born = person.birth.map(|it| it.to_string());
        match (born, person.vital) {
            (Some(born), Vital::Living) => born,
            (None, Vital::Living) => String::new(),
            (born, Vital::Dead(died)) => {
                let died = died.map(|it| format!(" {it}")).unwrap_or_default();
                let born = born.map(|it| format!("{it} – ")).unwrap_or_default();
                format!("{born}†{died}")
            }
        }
    }

    fn home(self, id: &PersonId) -> String {
        let here = self.map.households.values().filter(|it| it.houses(id, self.today));
        let mates = here.flat_map(|it| it.housemates_on(self.today)).map(|it| &it.person);
        let mut names: Vec<String> = Vec::new();
        for mate in mates.filter(|mate| *mate != id) {
            let name = self.name(mate);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
    }

    fn problems(self, person: &Person) -> Vec<Thing> {
        let catalogue = Catalogue::builtin();
        let is_on = |entry: &&Entry| {
            let area = catalogue.kind(entry.kind.as_str()).and_then(|it| KindId::new(&it.area));
            let hidden = &self.map.view.hidden;
            let is_off =
                hidden.contains(&entry.kind) || area.is_some_and(|it| hidden.contains(&it));
            !entry.not_today && !is_off
        };
        person.entries.iter().filter(is_on).map(|entry| self.problem(person, entry)).collect()
    }

    fn problem(self, person: &Person, entry: &Entry) -> Thing {
        let lang = self.texts.lang();
        let row = Catalogue::builtin().kind(entry.kind.as_str());
        let own = || self.map.own_kinds.get(&entry.kind).map(|it| it.label.clone());
        let words = row.map(|it| it.words.in_lang(lang).to_owned()).or_else(own);
        let is_over =
            entry.going_on == GoingOn::Before || entry.is_over_on(person.birth, self.today);
        // "Heeft een diploma", not "Geen diploma, gevraagd: nee".
        let is_dead = if person.is_dead() { IsDead::Yes } else { IsDead::No };
        let phrases = Catalogue::builtin().phrases(entry.kind.as_str());
        let no = phrases.filter(|_| entry.said == Said::No);
        let no = no.and_then(|it| no_in_words(it, is_dead, lang));
        let mut parts = vec![no.clone().or(words).unwrap_or_default()];
        match entry.said {
            Said::Yes => {}
            Said::No if no.is_some() => {}
            Said::Maybe => parts.push(self.texts.get("quick-maybe")),
            Said::No => parts.push(self.texts.get("quick-asked-no")),
        }
        if is_over && entry.said != Said::No {
            parts.push(self.texts.get("quick-before"));
        } else if let Some(since) = entry.since {
            let since = since.in_a_sentence(self.texts);
            parts.push(self.texts.say(&Message::new("quick-since").arg("date", since)));
        }
        let is_now = entry.said == Said::Yes && !is_over;
        Thing { kind: row.and_then(|it| KindId::new(&it.id)), words: parts.join(", "), is_now }
    }

    fn strength(self, strength: &Strength) -> Thing {
        let row = strength.kind.as_ref().and_then(|id| Catalogue::builtin().strength(id.as_str()));
        let words = row.map(|it| it.words.in_lang(self.texts.lang()).to_owned());
        let kind = row.and_then(|it| KindId::new(&it.id));
        let is_now = strength.said == Said::Yes;
        Thing { kind, words: words.unwrap_or_else(|| strength.words.clone()), is_now }
    }

    /// Partners first, then what is between them and others.
    fn ties(self, id: &PersonId) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (_, union) in self.map.unions_of(id) {
            let Some(other) = union.other_partner(id) else { continue };
            let message = Message::new(union_words(union)).arg("name", self.name(other));
            parts.push(self.texts.say(&message));
        }
        for relation in self.map.relations.values() {
            let row = Catalogue::builtin().relation(relation.kind.as_str());
            let (Some(row), Party::Person(to)) = (row, &relation.to) else { continue };
            let other = match (relation.from == *id, to == id) {
                (true, _) => to,
                (_, true) => &relation.from,
                _ => continue,
            };
            let what = row.words.in_lang(self.texts.lang());
            let message = Message::new("list-tie").arg("what", what).arg("name", self.name(other));
            parts.push(self.texts.say(&message));
        }
        parts.join(" · ")
    }
}

fn union_words(union: &Union) -> &'static str {
    use crate::model::UnionKind;
    match (union.is_over(), union.ending, union.kind) {
        (true, Some(Ending::Death), _) => "list-widowed",
        (true, ..) => "list-ex",
        (false, _, UnionKind::Married) => "list-married",
        (false, ..) => "list-with",
    }
}

/// Is this somebody of whom nothing is asked: lost, or not born yet?
pub(super) const fn is_of_no_life(person: &Person) -> bool {
    !matches!(person.life, LifeCourse::Born)
}
