//! What lines of text come to, in words: one chip for each thing.

use super::Span;
use super::read::Reader;
use super::tags::{Attached, Thing};
use crate::catalogue::Catalogue;
use crate::i18n::{Message, Texts};
use crate::model::{GoingOn, KindId, Moment, PersonId, Said as Standing, SkillLevel};

/// What one statement comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Where the statement is.
    pub span: Span,
    /// One sentence for each thing.
    pub chips: Vec<String>,
}

impl Reader<'_> {
    pub(super) const fn texts(&self) -> Texts {
        Texts::new(self.reading.lang)
    }

    /// What somebody is called in a sentence.
    pub(super) fn name(&self, id: &PersonId) -> String {
        let name = self.draft.map().person(id).map_or("", |it| it.name.short());
        if name.is_empty() { "?".to_owned() } else { name.to_owned() }
    }

    pub(super) fn names(&self, ids: &[PersonId]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.name(id)).collect();
        names.join(", ")
    }

    /// Who is new and who is on the map, and how they belong together.
    pub(super) fn family_chips(
        &mut self,
        partners: &[PersonId],
        children: &[PersonId],
    ) -> Vec<String> {
        let texts = self.texts();
        let mut chips = Vec::new();
        let all: Vec<PersonId> = partners.iter().chain(children).cloned().collect();
        let mut new = all;
        new.retain(|it| self.is_new(it) && self.told.insert(it.clone()));
        if !new.is_empty() {
            let message = Message::new("quick-new").count("n", new.len());
            chips.push(texts.say(&message.arg("names", self.names(&new))));
        }
        if let [a, b] = partners {
            let message =
                Message::new("quick-couple").arg("a", self.name(a)).arg("b", self.name(b));
            chips.push(texts.say(&message));
        }
        if !children.is_empty() {
            let id = if partners.is_empty() { "quick-siblings" } else { "quick-children" };
            let message = Message::new(id).count("n", children.len());
            let message = message.arg("names", self.names(children));
            chips.push(texts.say(&message.arg("parents", self.names(partners))));
        }
        if chips.is_empty() {
            let known = Message::new("quick-on-map").count("n", partners.len());
            chips.push(texts.say(&known.arg("names", self.names(partners))));
        }
        chips
    }

    /// "Mia: schulden, 24 jaar".
    pub(super) fn mark_chip(&self, id: &PersonId, it: &Attached) -> String {
        let texts = self.texts();
        let how = &it.how;
        let mut parts = vec![self.thing_words(&it.thing)];
        match how.said {
            Standing::Yes => {}
            Standing::Maybe => parts.push(texts.get("quick-maybe")),
            Standing::No => parts.push(texts.get("quick-asked-no")),
        }
        let date = |id, moment: Moment| {
            texts.say(&Message::new(id).arg("date", moment.in_a_sentence(texts)))
        };
        parts.extend(how.since.map(|moment| date("quick-since", moment)));
        parts.extend(how.until.map(|moment| date("quick-until", moment)));
        match how.going_on {
            Some(GoingOn::Now) => parts.push(texts.get("quick-now")),
            Some(GoingOn::Before) => parts.push(texts.get("quick-before")),
            Some(GoingOn::Unknown) | None => {}
        }
        if !how.words.is_empty() {
            parts.push(texts.say(&Message::new("quick-own-words").arg("words", &how.words)));
        }
        self.of_person(id, &parts.join(", "))
    }

    /// "Mia: …".
    pub(super) fn of_person(&self, id: &PersonId, what: &str) -> String {
        let message = Message::new("quick-of-person").arg("name", self.name(id)).arg("what", what);
        self.texts().say(&message)
    }

    fn thing_words(&self, thing: &Thing) -> String {
        let lang = self.reading.lang;
        let words = |id: &KindId| {
            let row = Catalogue::builtin().entry(id.as_str());
            let own = || self.draft.map().own_kinds.get(id).map(|it| it.label.clone());
            row.map(|it| it.words().in_lang(lang).to_owned()).or_else(own).unwrap_or_default()
        };
        match thing {
            Thing::Problem(id) | Thing::Strength(id) => words(id),
            Thing::OwnProblem(text) | Thing::OwnStrength(text) => text.clone(),
            Thing::Skill(id, level) => {
                let row = Catalogue::builtin().skill(id.as_str());
                // As its card is called: behind a name "ik" would be somebody else.
                let title = |theme: &str| {
                    let phrases = Catalogue::builtin().phrases(theme);
                    phrases.map(|it| it.title.in_lang(lang).to_owned())
                };
                let says = row.and_then(|row| match level {
                    SkillLevel::GoesWell => title(&format!("strong({id})")),
                    SkillLevel::Hard => title(id.as_str()),
                    SkillLevel::Varies => {
                        let skill = row.words.in_lang(lang);
                        Some(self.texts().say(&Message::new("quick-varies").arg("skill", skill)))
                    }
                });
                says.unwrap_or_default()
            }
        }
    }
}
