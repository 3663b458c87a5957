//! What is said of a line between two people, in words.

use crate::catalogue::{Catalogue, RelationKind};
use crate::i18n::{Message, Texts};
use crate::model::{Party, PersonId, Relation, SupportId};
use crate::scene::stage::Stage;
use crate::scene::words;

/// "Anja steunt Kim"; of kinds without a direction "Henk en Danny: geen contact meer".
#[must_use]
pub fn line_sentence(texts: Texts, kind: &RelationKind, (a, b): (&str, &str)) -> String {
    match &kind.roles {
        Some(roles) => format!("{a} {} {b}", roles.says.in_lang(texts.lang())),
        None => {
            let message = Message::new("scene-line-between").arg("a", a).arg("b", b);
            texts.say(&message.arg("kind", kind.words.in_lang(texts.lang())))
        }
    }
}

/// "sinds 2019", "2010 – 2019", "tot 2019"; empty where no year is known.
#[must_use]
pub fn line_years(texts: Texts, relation: &Relation) -> String {
    let year = |date| words::date(date, texts);
    match (relation.since.map(year), relation.until.map(year)) {
        (Some(since), Some(until)) => format!("{since} – {until}"),
        (Some(since), None) => texts.say(&Message::new("scene-line-since").arg("year", since)),
        (None, Some(until)) => texts.say(&Message::new("scene-line-until").arg("year", until)),
        (None, None) => String::new(),
    }
}

/// "Henk en Danny: geen contact meer, sinds 2019".
#[must_use]
pub fn line_told(
    texts: Texts,
    kind: &RelationKind,
    relation: &Relation,
    names: (&str, &str),
) -> String {
    let years = line_years(texts, relation);
    let sentence = line_sentence(texts, kind, names);
    if years.is_empty() { sentence } else { format!("{sentence}, {years}") }
}

/// The same with the names that this picture shows.
pub(super) fn spoken(stage: &Stage<'_>, kind: &RelationKind, relation: &Relation) -> String {
    let from = name(stage, &relation.from);
    let to = match &relation.to {
        Party::Person(id) => name(stage, id),
        Party::Support(id) => support_name(stage, id),
    };
    line_told(stage.texts, kind, relation, (&from, &to))
}

/// What who helps is called: by name, else by what it is.
fn support_name(stage: &Stage<'_>, id: &SupportId) -> String {
    let Some(support) = stage.map.supports.get(id) else { return String::new() };
    let name = support.name.trim();
    if !name.is_empty() {
        return name.to_owned();
    }
    let kind = Catalogue::builtin().support(support.kind.as_str());
    let kind = support.kind_words(kind.map(|kind| kind.words.in_lang(stage.texts.lang())));
    kind.map_or_else(|| stage.texts.get("scene-support-other"), str::to_owned)
}

/// What somebody is called in this picture.
pub(super) fn name(stage: &Stage<'_>, id: &PersonId) -> String {
    let person = stage.map.person(id);
    let name = person.map(|person| words::name(id, person, stage.view));
    let name = name.map(|name| name.trim().to_owned()).unwrap_or_default();
    if name.is_empty() { stage.texts.get("scene-somebody") } else { name }
}
