//! Writes a map down in lines that are read back as the same map.

use std::collections::{BTreeMap, BTreeSet};

use super::parse;
use super::tags::{going_on_word, level_word, relation_word, said_word, tag_of};
use super::{Plan, Statement};
use crate::catalogue::{Catalogue, Entry as Row, folded};
use crate::document::Line;
use crate::i18n::{Lang, Message, Texts};
use crate::model::{
    Bond, Child, Date, Ending, Entry, FamilyMap, Gender, LifeCourse, Moment, Name, PartialDate,
    Party, Person, PersonId, Relation, Strength, TwinKind, Union, UnionKind, Vital,
};

/// A map in lines of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The lines.
    pub text: String,
    /// What lines have no words for and is left out, one sentence each.
    pub left_out: Vec<Message>,
}

/// Writes down who is on `map`, how they belong together, what plays and what is strong. What is hidden
/// is not the business of this: give it a map without it.
#[must_use]
pub fn lines_of(map: &FamilyMap, lang: Lang, today: Date) -> Lines {
    let mut writer = Writer {
        map,
        lang,
        today,
        names: names(map),
        told: BTreeSet::new(),
        text: String::new(),
        left: BTreeMap::new(),
    };
    writer.families();
    writer.alone();
    writer.attached();
    writer.relations();
    writer.rest();
    let left_out = writer.left.into_iter().map(|(id, n)| Message::new(id).count("n", n)).collect();
    Lines { text: writer.text, left_out }
}

struct Writer<'m> {
    map: &'m FamilyMap,
    lang: Lang,
    today: Date,
    /// What everybody is called in the lines.
    names: BTreeMap<&'m PersonId, String>,
    /// Whose life was written down already.
    told: BTreeSet<&'m PersonId>,
    text: String,
    /// How much was left out, by the message that says so.
    left: BTreeMap<&'static str, usize>,
}

/// What everybody is called: the whole name, and which of that name where there are more.
fn names(map: &FamilyMap) -> BTreeMap<&PersonId, String> {
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    for person in map.people.values() {
        let keys = BTreeSet::from([folded(&person.name.full()), folded(person.name.short())]);
        for key in keys {
            *same.entry(key).or_default() += 1;
        }
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for (id, person) in &map.people {
        let full = person.name.full();
        let key = folded(&full);
        let nth = seen.entry(key.clone()).or_default();
        *nth += 1;
        let is_only = !full.is_empty() && same.get(&key) == Some(&1);
        names.insert(id, if is_only { String::new() } else { format!("^{nth}") });
    }
    names
}

impl<'m> Writer<'m> {
    fn leave_out(&mut self, message: &'static str, n: usize) {
        if 0 < n {
            *self.left.entry(message).or_default() += n;
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn families(&mut self) {
        let year = |union: &Union| {
            let births = union.partners.iter().filter_map(|id| self.map.person(id)?.birth);
            births.map(PartialDate::year).min().unwrap_or(i32::MAX)
        };
        let mut unions: Vec<(i32, &'m Union)> =
            self.map.unions.values().map(|union| (year(union), union.as_ref())).collect();
        unions.sort_by_key(|(year, _)| *year);
        for (_, union) in unions {
            let mut parts = Vec::new();
            for (at, id) in union.partners.iter().enumerate() {
                let more = if at == 1 { self.union_words(union) } else { Vec::new() };
                parts.push(self.mention(id, more));
            }
            let mut line = parts.join(" + ");
            if !union.children.is_empty() {
                let children: Vec<String> = (union.children.iter().enumerate())
                    .map(|(at, child)| self.child(union, at, child))
                    .collect();
                line.push_str(": ");
                line.push_str(&children.join(", "));
            }
            let is_bare = union.ending.is_none() && union.until.is_none() && union.from.is_none();
            let is_said = union.partners.len() == 2 || is_bare;
            self.leave_out("quick-left-union", usize::from(!is_said));
            let attached = union.entries.len() + union.strengths.len() + union.notes.len();
            self.leave_out("quick-left-other", attached);
            self.line(&line);
        }
    }

    fn child(&mut self, union: &'m Union, at: usize, child: &'m Child) -> String {
        let mut more = Vec::new();
        let before = union.children.get(..at).unwrap_or_default().last();
        let twins = self.map.twins_of(&child.person).map(|(_, twins)| twins);
        if let Some(twins) = twins {
            if before.is_some_and(|it| twins.people.contains(&it.person)) {
                more.push(twin_word(twins.kind, self.lang).to_owned());
            } else {
                // Who was put down before must be the twin.
                let next = union.children.get(at + 1);
                let is_first = next.is_some_and(|it| twins.people.contains(&it.person));
                self.leave_out("quick-left-twins", usize::from(!is_first));
            }
        }
        match (bond_word(child.bond, self.lang), child.from) {
            (Some(word), Some(from)) => {
                let since = if self.lang == Lang::Nl { "sinds" } else { "since" };
                more.push(format!("{word} {since} {}", from));
            }
            (Some(word), None) => more.push(word.to_owned()),
            (None, _) => {
                self.leave_out("quick-left-bond", usize::from(child.bond != Bond::Birth));
            }
        }
        self.leave_out("quick-left-bond", usize::from(child.until.is_some()) + child.with.len());
        self.mention(&child.person, more)
    }

    fn union_words(&mut self, union: &Union) -> Vec<String> {
        let mut words = Vec::new();
        let kind = union_word(union.kind, self.lang);
        match (kind, union.from) {
            (Some(word), Some(from)) => words.push(format!("{word} {}", from)),
            (Some(word), None) => words.push(word.to_owned()),
            (None, from) => {
                let is_brief = union.kind == UnionKind::Brief;
                self.leave_out("quick-left-union", usize::from(is_brief || from.is_some()));
            }
        }
        let until = union.until.map(|date| format!(" {}", date)).unwrap_or_default();
        match union.ending {
            Some(ending) => words.push(format!("{}{until}", ending_word(ending, self.lang))),
            None => self.leave_out("quick-left-union", usize::from(union.until.is_some())),
        }
        if let Some(date) = union.together_again {
            let again = if self.lang == Lang::Nl { "weer bij elkaar" } else { "together again" };
            words.push(format!("{again} {}", date));
        }
        words
    }

    /// Somebody in a line: with their life the first time, and with `more` that this line says.
    fn mention(&mut self, id: &'m PersonId, more: Vec<String>) -> String {
        let Some(person) = self.map.person(id) else { return String::new() };
        let is_first = self.told.insert(id);
        let mut words = if is_first { self.life(person) } else { Vec::new() };
        words.extend(more);
        let focus = if is_first && self.map.focus.contains(id) { "!" } else { "" };
        let nth = self.names.get(id).cloned().unwrap_or_default();
        let name = self.written_name(person, &words);
        let rest = if words.is_empty() { String::new() } else { format!(" {}", words.join(" ")) };
        format!("{name}{nth}{focus}{rest}")
    }

    /// The name, between quotes where it would be read as more than a name.
    fn written_name(&self, person: &Person, words: &[String]) -> String {
        let full = person.name.full();
        if full.is_empty() {
            return "?".to_owned();
        }
        let rest = words.join(" ");
        let line = Line::of(format!("{full} {rest}").trim(), self.today);
        let facts = Line::of(&format!("Naam {rest}"), self.today).facts;
        let is_plain = line.name == full
            && line.kept.is_empty()
            && line.facts == facts
            && !full.contains([';', '\n', '•'])
            && is_one(&parse(&full, self.today), &full);
        let quoted = || format!("\"{}\"", full.replace('"', "'").replace(['\n', '\r'], " "));
        if is_plain { full } else { quoted() }
    }

    /// What is said of a life, in words that the name field reads.
    fn life(&mut self, person: &Person) -> Vec<String> {
        let mut words = Vec::new();
        let name = &person.name;
        let typed = Name { birth: name.birth.clone(), ..Name::from_typed(&name.full()) };
        self.leave_out("quick-left-names", usize::from(typed != *name));
        if !name.birth.trim().is_empty() && !name.full().is_empty() {
            words.push(format!("{} {}", born_word(self.lang), name.birth.trim()));
        }
        words.extend(gender_word(person.gender, self.lang).map(str::to_owned));
        match (life_word(person.life, self.lang), person.birth) {
            (Some(word), Some(date)) => words.push(format!("{word} {}", date)),
            (Some(word), None) => words.push(word.to_owned()),
            (None, Some(date)) => words.push(birth_words(date, self.lang)),
            (None, None) => {}
        }
        match person.vital {
            Vital::Living => {}
            Vital::Dead(None) => words.push("†".to_owned()),
            Vital::Dead(Some(date)) => words.push(format!("† {}", date)),
        }
        self.leave_out("quick-left-other", usize::from(person.stands_for.is_some()));
        let has_background = person.background != crate::model::Background::default();
        let notes = person.notes.len() + person.wishes.len() + usize::from(has_background);
        self.leave_out("quick-left-other", notes);
        words
    }

    /// Those who stand in no family.
    fn alone(&mut self) {
        let left: Vec<&'m PersonId> =
            self.map.people.keys().filter(|id| !self.told.contains(id)).collect();
        for id in left {
            let line = self.mention(id, Vec::new());
            self.line(&line);
        }
    }

    fn attached(&mut self) {
        for (id, person) in &self.map.people {
            let mut marks: Vec<String> = Vec::new();
            for entry in &person.entries {
                marks.extend(self.problem(entry));
            }
            for strength in &person.strengths {
                marks.push(self.strength(strength));
            }
            for skill in &person.skills {
                let Some(row) = Catalogue::builtin().skill(skill.skill.as_str()) else { continue };
                let tag = tag_of(Row::Skill(row), self.lang);
                marks.push(format!("#{tag}={}", level_word(skill.level, self.lang)));
                self.leave_out("quick-left-details", usize::from(!skill.according_to.is_empty()));
            }
            if !marks.is_empty() {
                let who = self.mention(id, Vec::new());
                self.line(&format!("{who} {}", marks.join(" ")));
            }
        }
    }

    fn problem(&mut self, entry: &Entry) -> Option<String> {
        let catalogue = Catalogue::builtin();
        let tag = match catalogue.kind(entry.kind.as_str()) {
            Some(row) => tag_of(Row::Kind(row), self.lang),
            None => quoted(&self.map.own_kinds.get(&entry.kind)?.label),
        };
        let plain = Entry {
            said: entry.said,
            since: entry.since,
            until: entry.until,
            going_on: entry.going_on,
            words: entry.words.clone(),
            ..Entry::new(entry.id.clone(), entry.kind.clone())
        };
        self.leave_out("quick-left-details", usize::from(plain != *entry));
        let states = [said_word(entry.said, self.lang), going_on_word(entry.going_on, self.lang)];
        let states: String = states.into_iter().flatten().map(|it| format!("={it}")).collect();
        let own = own_words(&entry.words);
        Some(format!("#{tag}{}{states}{own}", self.period(entry.since, entry.until)))
    }

    fn strength(&mut self, strength: &Strength) -> String {
        let row = strength.kind.as_ref().and_then(|id| Catalogue::builtin().strength(id.as_str()));
        let tag = match row {
            Some(row) => format!("#{}", tag_of(Row::Strength(row), self.lang)),
            None => format!("+{}", quoted(&strength.words)),
        };
        let has_more = !strength.helped_with.is_empty() || !strength.according_to.is_empty();
        self.leave_out("quick-left-details", usize::from(has_more));
        let said = said_word(strength.said, self.lang).map(|it| format!("={it}"));
        let period = self.period(strength.since, strength.until);
        let own = row.map(|_| own_words(&strength.words)).unwrap_or_default();
        format!("{tag}{period}{}{own}", said.unwrap_or_default())
    }

    fn period(&self, since: Option<Moment>, until: Option<Moment>) -> String {
        let word = |moment: Moment| match moment {
            Moment::AtAge(crate::model::Age::Exactly(age)) => age.to_string(),
            other => other.in_words(Texts::new(self.lang)),
        };
        let since = since.map(word);
        let until = until.map(word);
        let text = joined(since, until);
        if text.is_empty() {
            return text;
        }
        let is_plain = !text.contains([' ', ',', '=', '@', '_', '#']);
        if is_plain { format!("@{text}") } else { format!("@\"{text}\"") }
    }

    fn relations(&mut self) {
        for relation in self.map.relations.values() {
            let row = Catalogue::builtin().relation(relation.kind.as_str());
            let (Some(row), Party::Person(to)) = (row, &relation.to) else {
                self.leave_out("quick-left-other", 1);
                continue;
            };
            let word = relation_word(row, self.lang);
            let period = date_period(relation.since, relation.until);
            let bare = Relation {
                according_to: String::new(),
                sensitive: None,
                entries: Vec::new(),
                notes: Vec::new(),
                ..relation.as_ref().clone()
            };
            self.leave_out("quick-left-details", usize::from(bare != **relation));
            let (from, to) =
                (self.mention(&relation.from, Vec::new()), self.mention(to, Vec::new()));
            self.line(&format!("{from} ~{word}{period} {to}"));
        }
    }

    /// What lines do not speak of at all.
    fn rest(&mut self) {
        let map = self.map;
        let n = map.households.len() + map.supports.len() + map.goals.len() + map.story.len();
        let said = [&map.title, &map.wish, &map.dream].iter().filter(|it| !it.is_empty()).count();
        self.leave_out("quick-left-other", n + said + map.agreements.len());
    }
}

/// Is `plan` nothing but one person with this name?
fn is_one(plan: &Plan, name: &str) -> bool {
    let [Statement::Family { partners, children, .. }] = plan.statements.as_slice() else {
        return false;
    };
    let is_called = |only: &[super::Mention]| match only {
        [only] => {
            only.words == name && only.marks.is_empty() && only.nth.is_none() && !only.is_focus
        }
        _ => false,
    };
    plan.faults.is_empty() && children.is_empty() && is_called(partners)
}

/// What they call it themselves, behind it.
fn own_words(words: &str) -> String {
    if words.trim().is_empty() { String::new() } else { format!(" {}", quoted(words.trim())) }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "'").replace(['\n', '\r'], " "))
}

/// When somebody was born. A time between two years would be read as a life from one to the other.
fn birth_words(date: PartialDate, lang: Lang) -> String {
    match date {
        PartialDate::Between(..) => format!("{} {date}", born_word(lang)),
        _ => date.to_string(),
    }
}

const fn born_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "geb.",
        Lang::En => "born",
    }
}

fn date_period(since: Option<PartialDate>, until: Option<PartialDate>) -> String {
    let text = joined(since.map(|it| it.to_string()), until.map(|it| it.to_string()));
    if text.is_empty() { text } else { format!("@{text}") }
}

/// From when until when. A beginning that is not known better than between two years would be read as a
/// period: dots behind it say that it is none.
fn joined(since: Option<String>, until: Option<String>) -> String {
    match (since, until) {
        (None, None) => String::new(),
        (Some(since), None) if since.contains(['-', '–']) => format!("{since}.."),
        (Some(since), None) => since,
        (since, Some(until)) => format!("{}..{until}", since.unwrap_or_default()),
    }
}

const fn gender_word(gender: Gender, lang: Lang) -> Option<&'static str> {
    match (gender, lang) {
        (Gender::Man, _) => Some("m"),
        (Gender::Woman, Lang::Nl) => Some("v"),
        (Gender::Woman, Lang::En) => Some("f"),
        (Gender::NonBinary, _) => Some("nb"),
        (Gender::Unknown, _) => None,
    }
}

const fn life_word(life: LifeCourse, lang: Lang) -> Option<&'static str> {
    match (life, lang) {
        (LifeCourse::Born, _) => None,
        (LifeCourse::Pregnancy, Lang::Nl) => Some("verwacht"),
        (LifeCourse::Pregnancy, Lang::En) => Some("expected"),
        (LifeCourse::Miscarriage, Lang::Nl) => Some("miskraam"),
        (LifeCourse::Miscarriage, Lang::En) => Some("miscarriage"),
        (LifeCourse::Stillbirth, Lang::Nl) => Some("doodgeboren"),
        (LifeCourse::Stillbirth, Lang::En) => Some("stillborn"),
        (LifeCourse::Abortion, Lang::Nl) => Some("abortus"),
        (LifeCourse::Abortion, Lang::En) => Some("abortion"),
    }
}

const fn twin_word(kind: TwinKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (TwinKind::Unknown, Lang::Nl) => "tweeling",
        (TwinKind::Unknown, Lang::En) => "2ling",
        (TwinKind::Identical, Lang::Nl) => "eeneiig",
        (TwinKind::Identical, Lang::En) => "identical",
        (TwinKind::Fraternal, Lang::Nl) => "twee-eiig",
        (TwinKind::Fraternal, Lang::En) => "fraternal",
    }
}

const fn bond_word(bond: Bond, lang: Lang) -> Option<&'static str> {
    match (bond, lang) {
        (Bond::Adopted, Lang::Nl) => Some("geadopteerd"),
        (Bond::Adopted, Lang::En) => Some("adopted"),
        (Bond::Foster, Lang::Nl) => Some("pleegkind"),
        (Bond::Foster, Lang::En) => Some("foster child"),
        (Bond::Step, Lang::Nl) => Some("stiefkind"),
        (Bond::Step, Lang::En) => Some("stepchild"),
        (Bond::Birth | Bond::Guardian | Bond::Donor, _) => None,
    }
}

const fn union_word(kind: UnionKind, lang: Lang) -> Option<&'static str> {
    match (kind, lang) {
        (UnionKind::Married, Lang::Nl) => Some("getrouwd"),
        (UnionKind::Married, Lang::En) => Some("married"),
        (UnionKind::Registered, Lang::Nl) => Some("geregistreerd"),
        (UnionKind::Registered, Lang::En) => Some("registered"),
        (UnionKind::LivingTogether, Lang::Nl) => Some("samenwonend"),
        (UnionKind::LivingTogether, Lang::En) => Some("cohabiting"),
        (UnionKind::LivingApart, Lang::Nl) => Some("lat-relatie"),
        (UnionKind::LivingApart, Lang::En) => Some("living apart"),
        (UnionKind::Engaged, Lang::Nl) => Some("verloofd"),
        (UnionKind::Engaged, Lang::En) => Some("engaged"),
        (UnionKind::Relationship | UnionKind::Brief, _) => None,
    }
}

const fn ending_word(ending: Ending, lang: Lang) -> &'static str {
    match (ending, lang) {
        (Ending::Separated, Lang::Nl) => "uit elkaar",
        (Ending::Separated, Lang::En) => "separated",
        (Ending::Divorced, Lang::Nl) => "gescheiden",
        (Ending::Divorced, Lang::En) => "divorced",
        (Ending::Death, Lang::Nl) => "partner overleden",
        (Ending::Death, Lang::En) => "partner died",
    }
}
