//! Says lines of text of an open map, on a copy.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::tags::{Attached, How, Tags, Thing};
use super::who::{Names, Place};
use super::{Fault, Mark, Mention, Plan, Said, Span, Statement, What, parse};
use crate::document::{Called, Command, Document, Fact, Line, PersonEdit, Refusal};
use crate::i18n::{Lang, Message};
use crate::model::{
    Bearer, Bond, Date, Entry, FamilyMap, KindId, OwnKind, Party, Person, PersonId, Relation,
    Strength,
};

/// What was answered to doubtful names, by name.
pub type Answers = BTreeMap<String, Choice>;

/// Who is meant by a doubtful name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Somebody who is not on the map yet.
    New,
    /// This one.
    OnMap(PersonId),
}

/// A name that may be of more than one.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The name as answers know it.
    pub key: String,
    /// The name as it is typed.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// Who on the map, or in the lines before, may be meant.
    pub candidates: Vec<PersonId>,
    /// What was answered; until then what is most likely.
    pub likely: Choice,
    /// Nobody answered yet.
    pub is_open: bool,
}

/// By what lines are read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'r> {
    /// The day that ages count to.
    pub today: Date,
    /// The language of what is said back; what is typed may be in both.
    pub lang: Lang,
    /// What was answered to doubtful names.
    pub answers: &'r Answers,
}

/// What came of lines of text.
#[derive(Debug)]
pub struct Understood {
    /// The map with all of it, to be taken over ([`Document::take_over`]).
    pub draft: Document,
    /// Who is new.
    pub made: Vec<PersonId>,
    /// Who was on the map and is spoken of.
    pub linked: BTreeSet<PersonId>,
    /// Names that are doubtful.
    pub questions: Vec<Question>,
    /// Where the text is not understood: then it is not taken over.
    pub faults: Vec<Fault>,
    /// What each statement comes to.
    pub said: Vec<Said>,
}

impl Understood {
    /// The first question that nobody answered.
    #[must_use]
    pub fn open_question(&self) -> Option<&Question> {
        self.questions.iter().find(|it| it.is_open)
    }
}

/// Reads `text` as said of the map of `document`, on a copy.
#[must_use]
pub fn understand(document: &Document, text: &str, reading: Reading<'_>) -> Understood {
    let plan = parse(text, reading.today);
    let mut reader = Reader::new(document, text, reading, &plan);
    reader.faults.extend(plan.faults.iter().cloned());
    for statement in &plan.statements {
        reader.statement(statement);
    }
    reader.set_focus();
    reader.faults.sort_by_key(|fault| fault.span.start);
    let Reader { draft, made, linked, questions, faults, said, .. } = reader;
    Understood { draft, made, linked, questions, faults, said }
}

/// What is known while the lines are read.
pub(super) struct Reader<'r> {
    pub draft: Document,
    /// The map as it was.
    pub base: Arc<FamilyMap>,
    pub reading: Reading<'r>,
    text: &'r str,
    pub made: Vec<PersonId>,
    pub linked: BTreeSet<PersonId>,
    pub questions: Vec<Question>,
    pub faults: Vec<Fault>,
    said: Vec<Said>,
    /// Who of those who are new has been given a name.
    called: BTreeSet<PersonId>,
    /// Who of those who are new has been told of.
    pub told: BTreeSet<PersonId>,
    pub names: Names,
    /// Who is meant by `Jan^2`.
    pub numbers: BTreeMap<(String, usize), PersonId>,
    /// Who is meant by a name that was doubtful.
    pub chosen: BTreeMap<String, PersonId>,
    /// The doubtful name of the person who is made next.
    pub wanted: Option<String>,
    /// Who sits at the table, as the lines say.
    pub focus: Vec<PersonId>,
    /// The one person on a new map, of whom nothing is known; and at which byte of the text they are
    /// told of.
    pub empty: Option<(PersonId, usize)>,
    /// Where whoever sits at the table stands, if nothing says it.
    focus_at: Option<usize>,
    /// And who that is.
    likely_focus: Option<PersonId>,
}

impl<'r> Reader<'r> {
    fn new(document: &Document, text: &'r str, reading: Reading<'r>, plan: &Plan) -> Self {
        let base = document.shared_map();
        let focus_at = likely_focus(plan);
        let empty = the_empty_one(&base).zip(focus_at);
        let is_new = base.people.is_empty() || empty.is_some();
        Self {
            draft: document.draft(),
            names: Names::of(&base),
            base,
            reading,
            text,
            made: Vec::new(),
            linked: BTreeSet::new(),
            questions: Vec::new(),
            faults: Vec::new(),
            said: Vec::new(),
            called: BTreeSet::new(),
            told: BTreeSet::new(),
            numbers: BTreeMap::new(),
            chosen: BTreeMap::new(),
            wanted: None,
            focus: Vec::new(),
            empty,
            focus_at: focus_at.filter(|_| is_new),
            likely_focus: None,
        }
    }

    pub(super) fn is_new(&self, id: &PersonId) -> bool {
        self.made.contains(id)
    }

    pub(super) fn refused(&mut self, span: &Span, refusal: &Refusal) {
        let message = refusal.message(|id| self.name(id));
        self.faults.push(Fault { span: span.clone(), what: What::Impossible(message) });
    }

    /// Carries out a step on the copy; says why not at `span`.
    pub(super) fn done<T>(&mut self, span: &Span, result: Result<T, Refusal>) -> Option<T> {
        result.map_err(|refusal| self.refused(span, &refusal)).ok()
    }

    pub(super) fn execute(&mut self, span: &Span, command: Command) {
        let result = self.draft.execute(command);
        self.done(span, result);
    }

    fn statement(&mut self, statement: &Statement) {
        let chips = match statement {
            Statement::Family { partners, children, .. } => self.family(partners, children),
            Statement::Relation { span, from, kind, to } => self.relation(span, from, kind, to),
        };
        if let Some(chips) = chips {
            self.said.push(Said { span: statement.span().clone(), chips });
        }
    }

    /// Everybody in `mentions`, who stand beside `others`.
    fn people(
        &mut self,
        mentions: &[Mention],
        place: Place,
        others: &mut Vec<PersonId>,
    ) -> Option<Vec<(PersonId, Line)>> {
        let mut found = Vec::new();
        for mention in mentions {
            let (id, line) = self.person(mention, place, others)?;
            if self.twice(mention, &id, others) {
                return None;
            }
            if self.focus_at == Some(mention.span.start) {
                self.likely_focus = Some(id.clone());
            }
            others.push(id.clone());
            found.push((id, line));
        }
        Some(found)
    }

    fn family(&mut self, partners: &[Mention], children: &[Mention]) -> Option<Vec<String>> {
        let is_alone = partners.len() + children.len() == 1;
        let place = if is_alone { Place::Alone } else { Place::Family };
        let mut here = Vec::new();
        let old = self.people(partners, place, &mut here)?;
        let young = self.people(children, place, &mut here)?;
        let parents: Vec<PersonId> = old.iter().map(|(id, _)| id.clone()).collect();
        self.together(&parents, partners);
        for ((id, line), mention) in young.iter().zip(children) {
            let bond = line.facts.iter().find_map(|fact| match fact {
                Fact::Bond(bond, from) => Some((*bond, *from)),
                _ => None,
            });
            self.place_child(&parents, id, bond, &mention.span);
        }
        let ids: Vec<PersonId> = young.iter().map(|(id, _)| id.clone()).collect();
        self.sibship(&parents, &ids, children);
        let mut said = Vec::new();
        for (at, ((id, _), mention)) in old.iter().zip(partners).enumerate() {
            let other = parents.get(1 - at.min(1)).filter(|it| *it != id);
            said.extend(self.say((id, other), mention));
        }
        for ((id, _), mention) in young.iter().zip(children) {
            said.extend(self.say((id, None), mention));
        }
        for ((id, _), mention) in old.iter().chain(&young).zip(partners.iter().chain(children)) {
            said.extend(self.attach(id, mention));
        }
        // Whoever only gets something needs not to be told that they are on the map.
        let tells = !is_alone || said.is_empty() || self.is_new(&here.first().cloned()?);
        let mut chips = if tells { self.family_chips(&parents, &ids) } else { Vec::new() };
        chips.extend(said);
        Some(chips)
    }

    /// Says of somebody what the line says of their life; gives it back in words.
    fn say(&mut self, of: (&PersonId, Option<&PersonId>), mention: &Mention) -> Vec<String> {
        // Who was called by the whole name in a line before keeps it: "Ingrid Postema", then "Ingrid".
        let is_new = self.is_new(of.0) && self.called.insert(of.0.clone());
        let called = match &mention.quoted {
            Some(name) if is_new => Called::Exactly(name),
            None if is_new => Called::AsTyped,
            _ => Called::AsBefore,
        };
        // A name between quotes is not read; another word stands in its place.
        let text = match &mention.quoted {
            Some(_) => format!("Naam {}", mention.words),
            None => mention.words.clone(),
        };
        let today = self.reading.today;
        let result = self.draft.say_typed(of, &text, called, today);
        let Some((chips, kept)) = self.done(&mention.span, result) else { return Vec::new() };
        let texts = self.texts();
        let chips: Vec<String> = chips.iter().map(|chip| texts.say(chip)).collect();
        let mut said = Vec::new();
        if !chips.is_empty() {
            said.push(self.of_person(of.0, &chips.join(", ")));
        }
        for it in kept {
            if called == Called::AsTyped {
                said.extend(it.chips().iter().map(|chip| texts.say(chip)));
            } else {
                let what = What::UnknownWords(it.words.clone());
                self.faults.push(Fault { span: self.place_of(mention, &it.words), what });
            }
        }
        said
    }

    /// Where `words` stand in what is said of somebody.
    fn place_of(&self, mention: &Mention, words: &str) -> Span {
        let first = words.split_whitespace().next().unwrap_or(words);
        let all = self.text.get(mention.span.clone()).unwrap_or_default();
        match all.rfind(first) {
            Some(at) => {
                let start = mention.span.start + at;
                start..start + first.len()
            }
            None => mention.span.clone(),
        }
    }

    /// Puts on what plays and what is strong; gives it back in words.
    fn attach(&mut self, id: &PersonId, mention: &Mention) -> Vec<String> {
        let mut said = Vec::new();
        for mark in &mention.marks {
            let shared = self.draft.shared_map();
            let tags = Tags { map: &shared, lang: self.reading.lang, today: self.reading.today };
            match tags.attached(mark) {
                Ok(attached) => {
                    said.push(self.mark_chip(id, &attached));
                    self.put(id, attached, &mark.span);
                }
                Err(fault) => self.faults.push(fault),
            }
        }
        said
    }

    fn put(&mut self, id: &PersonId, attached: Attached, span: &Span) {
        let Attached { thing, how } = attached;
        match thing {
            Thing::Problem(kind) => self.put_problem(id, kind, how, span),
            Thing::OwnProblem(label) => {
                let entry = self.draft.new_entry_id();
                let Some(kind) = KindId::new(&format!("eigen-{entry}")) else { return };
                self.execute(
                    span,
                    Command::PutOwnKind(kind.clone(), OwnKind { label, area: None }),
                );
                self.put_problem(id, kind, how, span);
            }
            Thing::Strength(kind) => self.put_strength(id, Some(kind), how, span),
            Thing::OwnStrength(words) => self.put_strength(id, None, How { words, ..how }, span),
            Thing::Skill(skill, level) => {
                let edit = PersonEdit::Skill(skill, Some((level, how.words)));
                self.execute(span, Command::EditPerson(id.clone(), edit));
            }
        }
    }

    /// What somebody has already is changed, not put on twice.
    fn put_problem(&mut self, id: &PersonId, kind: KindId, how: How, span: &Span) {
        let known = self
            .draft
            .map()
            .person(id)
            .and_then(|person| person.entries.iter().find(|entry| entry.kind == kind).cloned());
        let mut entry = match known {
            Some(known) => known,
            None => Entry::new(self.draft.new_entry_id(), kind),
        };
        entry.said = how.said;
        entry.since = how.since.or(entry.since);
        entry.until = how.until.or(entry.until);
        entry.going_on = how.going_on.unwrap_or(entry.going_on);
        if !how.words.is_empty() {
            entry.words = how.words;
        }
        let command = Command::PutEntry(Bearer::Person(id.clone()), Box::new(entry));
        self.execute(span, command);
    }

    fn put_strength(&mut self, id: &PersonId, kind: Option<KindId>, how: How, span: &Span) {
        let known = self.draft.map().person(id).and_then(|person| {
            let is_same =
                |it: &&Strength| it.kind == kind && (kind.is_some() || it.words == how.words);
            person.strengths.iter().find(is_same).cloned()
        });
        let mut strength = match known {
            Some(known) => known,
            None => Strength {
                id: self.draft.new_strength_id(),
                kind,
                words: String::new(),
                said: how.said,
                since: None,
                until: None,
                helped_with: Vec::new(),
                according_to: String::new(),
            },
        };
        strength.said = how.said;
        strength.since = how.since.or(strength.since);
        strength.until = how.until.or(strength.until);
        if !how.words.is_empty() {
            strength.words = how.words;
        }
        let command = Command::PutStrength(Bearer::Person(id.clone()), Box::new(strength));
        self.execute(span, command);
    }

    fn relation(
        &mut self,
        span: &Span,
        from: &Mention,
        kind: &Mark,
        to: &[Mention],
    ) -> Option<Vec<String>> {
        let map = self.draft.shared_map();
        let tags = Tags { map: &map, lang: self.reading.lang, today: self.reading.today };
        let (row, since, until) = match tags.relation(kind) {
            Ok(found) => found,
            Err(fault) => {
                self.faults.push(fault);
                return None;
            }
        };
        let id = KindId::new(&row.id)?;
        let mut here = Vec::new();
        let one = self.people(std::slice::from_ref(from), Place::Alone, &mut here)?;
        let others = self.people(to, Place::Alone, &mut here)?;
        let mut chips = Vec::new();
        for ((person, _), mention) in one.iter().chain(&others).zip(std::iter::once(from).chain(to))
        {
            chips.extend(self.say((person, None), mention));
            chips.extend(self.attach(person, mention));
        }
        let (from, _) = one.first()?;
        for (to, _) in &others {
            let party = Party::Person(to.clone());
            let known = self
                .draft
                .map()
                .relations
                .iter()
                .find(|(_, it)| it.from == *from && it.to == party && it.kind == id);
            let known = known.map(|(id, it)| (id.clone(), Relation::clone(it)));
            let (relation_id, mut relation) = match known {
                Some(known) => known,
                None => {
                    (self.draft.new_relation_id(), Relation::new(from.clone(), party, id.clone()))
                }
            };
            relation.since = since.or(relation.since);
            relation.until = until.or(relation.until);
            self.execute(span, Command::PutRelation(relation_id, Box::new(relation)));
            let lang = self.reading.lang;
            let says = row.roles.as_ref().map_or(&row.words, |roles| &roles.says);
            let message =
                Message::new(if row.roles.is_some() { "quick-does" } else { "quick-between" });
            let message = message.arg("a", self.name(from)).arg("b", self.name(to));
            chips.insert(0, self.texts().say(&message.arg("what", says.in_lang(lang))));
        }
        Some(chips)
    }

    /// Says who sits at the table, where the lines say it or the map is new.
    fn set_focus(&mut self) {
        let mut focus = self.base.focus.clone();
        if self.empty.is_none() && the_empty_one(&self.base).is_some() {
            focus.clear();
        }
        let said = std::mem::take(&mut self.focus);
        let likely = self.likely_focus.take().filter(|_| said.is_empty() && focus.is_empty());
        for id in said.into_iter().chain(likely) {
            if !focus.contains(&id) {
                focus.push(id);
            }
        }
        if focus != self.draft.map().focus {
            self.execute(&(0..0), Command::SetFocus(focus));
        }
    }
}

/// The one person of a new map, of whom nothing is known yet.
fn the_empty_one(map: &FamilyMap) -> Option<PersonId> {
    let mut people = map.people.iter();
    let (id, person) = people.next().filter(|_| map.people.len() == 1)?;
    (**person == Person::default()).then(|| id.clone())
}

/// At which byte stands who sits at the table: who is said to, else the first child, else the first.
fn likely_focus(plan: &Plan) -> Option<usize> {
    let all = || plan.statements.iter().flat_map(Statement::mentions);
    let said = all().find(|mention| mention.is_focus);
    let child = plan.statements.iter().find_map(|statement| match statement {
        Statement::Family { children, .. } => children.first(),
        Statement::Relation { .. } => None,
    });
    said.or(child).or_else(|| all().next()).map(|mention| mention.span.start)
}

/// A bond with parents, and since when.
pub(super) type BondSince = (Bond, Option<crate::model::PartialDate>);
