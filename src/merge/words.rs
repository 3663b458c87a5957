//! What a conflict says: about whom, which field, and what stands in each copy.

use serde_json::Value;

use super::{Conflict, Side};
use crate::catalogue::Catalogue;
use crate::i18n::{Message, Texts};
use crate::model::{CardId, EntryId, FamilyMap, KindId, PersonId, StrengthId};

/// How people are called where conflicts are told.
pub type Called<'c> = &'c dyn Fn(&PersonId) -> String;

/// The fields that have a word, by their name in the file.
const FIELDS: [(&str, &str); 49] = [
    ("title", "merge-field-title"),
    ("wish", "merge-field-wish"),
    ("dream", "merge-field-dream"),
    ("today", "merge-field-today"),
    ("throw_away", "merge-field-throw-away"),
    ("given", "merge-field-name"),
    ("call", "merge-field-name"),
    ("prefix", "merge-field-name"),
    ("family", "merge-field-name"),
    ("also", "merge-field-name"),
    ("name", "merge-field-name"),
    ("birth_name", "merge-field-birth-name"),
    ("gender", "merge-field-gender"),
    ("life", "merge-field-life"),
    ("born", "merge-field-born"),
    ("died", "merge-field-died"),
    ("stands_for", "merge-field-how-many"),
    ("cause_of_death", "merge-field-cause"),
    ("origin", "merge-field-origin"),
    ("language", "merge-field-language"),
    ("faith", "merge-field-faith"),
    ("work", "merge-field-work"),
    ("partners", "merge-field-partners"),
    ("kind", "merge-field-kind"),
    ("ending", "merge-field-ending"),
    ("together_again", "merge-field-together-again"),
    ("bond", "merge-field-bond"),
    ("from", "merge-field-from"),
    ("since", "merge-field-from"),
    ("until", "merge-field-until"),
    ("words", "merge-field-words"),
    ("said", "merge-field-said"),
    ("going_on", "merge-field-going-on"),
    ("weight", "merge-field-weight"),
    ("helped", "merge-field-helped"),
    ("according_to", "merge-field-according-to"),
    ("priority", "merge-field-priority"),
    ("level", "merge-field-level"),
    ("effect", "merge-field-effect"),
    ("text", "merge-field-text"),
    ("first_step", "merge-field-first-step"),
    ("by", "merge-field-by"),
    ("helper", "merge-field-helper"),
    ("state", "merge-field-state"),
    ("comment", "merge-field-comment"),
    ("notes", "merge-field-notes"),
    ("trap", "merge-field-trap"),
    ("year", "merge-field-year"),
    ("minutes", "merge-field-minutes"),
];

/// The words of what is chosen from a list, by field and value.
const CHOICES: [(&str, &str, &str); 41] = [
    ("gender", "Woman", "gender-woman"),
    ("gender", "Man", "gender-man"),
    ("gender", "NonBinary", "gender-non-binary"),
    ("gender", "Unknown", "gender-unknown"),
    ("life", "Born", "life-born"),
    ("life", "Pregnancy", "life-pregnancy"),
    ("life", "Miscarriage", "life-miscarriage"),
    ("life", "Stillbirth", "life-stillbirth"),
    ("life", "Abortion", "life-abortion"),
    ("said", "Yes", "said-yes"),
    ("said", "Maybe", "said-maybe"),
    ("said", "No", "said-no"),
    ("going_on", "Now", "going-on-now"),
    ("going_on", "Before", "going-on-before"),
    ("going_on", "Unknown", "going-on-unknown"),
    ("weight", "Little", "weight-little"),
    ("weight", "Much", "weight-much"),
    ("kind", "Married", "union-married"),
    ("kind", "Registered", "union-registered"),
    ("kind", "LivingTogether", "union-living-together"),
    ("kind", "LivingApart", "union-living-apart"),
    ("kind", "Engaged", "union-engaged"),
    ("kind", "Relationship", "union-relationship"),
    ("kind", "Brief", "union-brief"),
    ("ending", "Separated", "ending-separated"),
    ("ending", "Divorced", "ending-divorced"),
    ("ending", "Death", "ending-death"),
    ("bond", "Birth", "bond-birth"),
    ("bond", "Adopted", "bond-adopted"),
    ("bond", "Foster", "bond-foster"),
    ("bond", "Step", "bond-step"),
    ("bond", "Guardian", "bond-guardian"),
    ("bond", "Donor", "bond-donor"),
    ("state", "Open", "goal-open"),
    ("state", "Reached", "goal-reached"),
    ("state", "LetGo", "goal-let-go"),
    ("level", "GoesWell", "skill-goes-well"),
    ("level", "Varies", "skill-varies"),
    ("level", "Hard", "skill-hard"),
    ("effect", "Helps", "scene-tie-helps"),
    ("effect", "Costs", "scene-tie-costs"),
];

/// What a field that is not written says, where that is a word.
const UNSAID: [(&str, &str); 8] = [
    ("gender", "Unknown"),
    ("life", "Born"),
    ("said", "Yes"),
    ("going_on", "Unknown"),
    ("kind", "Relationship"),
    ("bond", "Birth"),
    ("state", "Open"),
    ("effect", "Helps"),
];

impl Conflict {
    /// The entry or strength it is about, if it is about one.
    #[must_use]
    pub fn entry(&self) -> (Option<EntryId>, Option<StrengthId>) {
        let after = |list: &str| {
            let at = self.path.iter().position(|it| it == list)?;
            self.path.get(at + 1)
        };
        let strength = after("strengths").and_then(|id| StrengthId::new(id));
        (after("entries").and_then(|id| EntryId::new(id)), strength)
    }

    /// The card it is about, if it is about what the client said of one.
    #[must_use]
    pub fn card(&self) -> Option<CardId> {
        self.record().filter(|(list, _)| *list == "cards").and_then(|(_, id)| CardId::new(id))
    }

    /// Is it about what is told nowhere? That is what was said of findings in files of version 1.
    #[must_use]
    pub fn is_untold(&self) -> bool {
        self.record().is_some_and(|(list, _)| list == "marks")
    }

    /// Is it about what only the one who tells the story reads?
    #[must_use]
    pub fn is_for_teller(&self) -> bool {
        let is_story = self.record().is_some_and(|(list, _)| list == "story");
        is_story && self.path.last().is_some_and(|field| field == "notes" || field == "trap")
    }

    /// The record of the map it is about, if it is about one: its list in the file, and its id.
    #[must_use]
    pub fn record(&self) -> Option<(&str, &str)> {
        match self.path.as_slice() {
            [list, id, ..] => Some((list, id)),
            _ => None,
        }
    }

    /// "Kim, Schulden: sinds". What is taken from `map`, with everybody named as `called`.
    #[must_use]
    pub fn about(&self, map: &FamilyMap, texts: Texts, called: Called<'_>) -> String {
        let mut parts = vec![self.whose(map, texts, called)];
        let last = self.path.len().saturating_sub(1);
        let (entry, strength) = self.entry();
        let kind = entry
            .and_then(|id| map.entry(&id).map(|(_, it)| it.kind.clone()))
            .or_else(|| strength.and_then(|id| map.strength(&id)?.1.kind.clone()));
        parts.extend(kind.map(|kind| kind_words(map, &kind, texts)));
        if let [_, _, list, child, ..] = self.path.as_slice()
            && ["children", "members"].contains(&list.as_str())
        {
            parts.extend(PersonId::new(child).map(|id| called(&id)));
        }
        let field = self.path.get(last).map(String::as_str).unwrap_or_default();
        let word = FIELDS.iter().find(|(name, _)| *name == field).map(|(_, word)| texts.get(word));
        parts.retain(|it| !it.is_empty());
        let about = parts.join(", ");
        match word {
            Some(word) if about.is_empty() => word,
            Some(word) => {
                texts.say(&Message::new("merge-about").arg("what", about).arg("field", word))
            }
            None if about.is_empty() => texts.get("merge-something"),
            None => about,
        }
    }

    /// What stands there in one of the copies.
    #[must_use]
    pub fn says(&self, side: Side, texts: Texts, called: Called<'_>) -> String {
        let field = self.path.last().map(String::as_str).unwrap_or_default();
        let value = match side {
            Side::Mine => &self.mine,
            Side::Theirs => &self.theirs,
        };
        let choice = |said: &str| {
            let is_it = |it: &&(&str, &str, &str)| it.0 == field && it.1 == said;
            CHOICES.iter().find(is_it).map(|(_, _, word)| texts.get(word))
        };
        match value {
            None => {
                let unsaid = UNSAID.iter().find(|(name, _)| *name == field);
                let word = unsaid.and_then(|(_, said)| choice(said));
                let is_record = self.is_removal();
                let none = if is_record { "merge-taken-away" } else { "merge-nothing" };
                word.unwrap_or_else(|| texts.get(none))
            }
            Some(Value::String(text)) => choice(text).unwrap_or_else(|| text.clone()),
            Some(Value::Bool(true)) => texts.get("said-yes"),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Array(people)) if field == "partners" => {
                let ids = people.iter().filter_map(|it| PersonId::new(it.as_str()?));
                texts.listed(&ids.map(|id| called(&id)).collect::<Vec<String>>())
            }
            Some(_) if self.is_removal() => texts.get("merge-changed"),
            Some(_) => texts.get("merge-otherwise"),
        }
    }

    /// Did one copy take away what the other changed?
    fn is_removal(&self) -> bool {
        let is_record = |it: &Option<Value>| it.as_ref().is_none_or(Value::is_object);
        let is_gone = self.mine.is_none() || self.theirs.is_none();
        is_gone && is_record(&self.mine) && is_record(&self.theirs)
    }

    fn whose(&self, map: &FamilyMap, texts: Texts, called: Called<'_>) -> String {
        let Some((list, id)) = self.record() else { return String::new() };
        let listed =
            |people: &[PersonId]| texts.listed(&people.iter().map(called).collect::<Vec<String>>());
        match list {
            "people" => PersonId::new(id).map(|id| called(&id)).unwrap_or_default(),
            "unions" => {
                let union = map.unions.iter().find(|(it, _)| it.as_str() == id);
                union.map(|(_, it)| listed(&it.partners)).unwrap_or_default()
            }
            "households" => {
                let home = map.households.iter().find(|(it, _)| it.as_str() == id);
                home.map(|(_, it)| it.name.clone()).unwrap_or_default()
            }
            "supports" => {
                let support = map.supports.iter().find(|(it, _)| it.as_str() == id);
                support.map(|(_, it)| it.name.clone()).unwrap_or_default()
            }
            "relations" => {
                let relation = map.relations.iter().find(|(it, _)| it.as_str() == id);
                relation.map(|(_, it)| called(&it.from)).unwrap_or_default()
            }
            "goals" => {
                let goal = map.goals.iter().find(|(it, _)| it.as_str() == id);
                goal.map(|(_, it)| it.text.clone()).unwrap_or_default()
            }
            "story" => texts.say(&Message::new("merge-scene").arg("title", id)),
            "cards" => KindId::new(id).map(|id| kind_words(map, &id, texts)).unwrap_or_default(),
            _ => String::new(),
        }
    }
}

/// The word of a kind of problem or strength.
fn kind_words(map: &FamilyMap, kind: &KindId, texts: Texts) -> String {
    let catalogue = Catalogue::builtin();
    let id = kind.as_str();
    let words = catalogue.kind(id).map(|it| &it.words);
    let words = words.or_else(|| catalogue.strength(id).map(|it| &it.words));
    let own = || map.own_kinds.get(kind).map(|it| it.label.clone());
    words.map(|it| it.in_lang(texts.lang()).to_owned()).or_else(own).unwrap_or_default()
}
