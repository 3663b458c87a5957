//! What happened, in words.

use crate::catalogue::{Catalogue, Entry as Row, PLAIN_ICON, Sensitivity};
use crate::i18n::Message;
use crate::model::{
    AgeRange, Bearer, Entry, EntryId, FamilyMap, Party, Person, PersonId, Strength, StrengthId,
    Supported, Union, UnionId, Vital,
};
use crate::scene::line_sentence;
use crate::ui::context::PanelContext;
use crate::ui::homes;
use crate::ui::inspector::bearer_name;
use crate::ui::inspector::{entry_words, support_words};
use crate::year::{Happened, What, last_day};

/// How something that happened looks, and what it is said with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Its icon.
    pub icon: String,
    /// One or two sentences.
    pub words: String,
    /// Whom it is about, to go there.
    pub who: Option<PersonId>,
}

/// What is said of `happened`; nothing of what is no longer there.
pub(super) fn told(context: &PanelContext<'_>, happened: &Happened) -> Option<Told> {
    let map = context.map;
    let say = |message: Message| context.texts.say(&message);
    let told = |icon: &str, message: Message, who: Option<&PersonId>| Told {
        icon: icon.to_owned(),
        words: say(message),
        who: who.cloned(),
    };
    let of = |id: &'static str, who: &PersonId| Message::new(id).arg("who", context.name(who));
    Some(match &happened.what {
        What::Born(id) => told("baby", of("time-born", id), Some(id)),
        What::Died(id) => told("moon", of("time-died", id), Some(id)),
        What::Together(id) => told("heart", couple(context, "time-together", id)?, None),
        What::Apart(id) => told("arrows-out", couple(context, "time-apart", id)?, None),
        What::Again(id) => told("heart", couple(context, "time-again", id)?, None),
        What::Joined(id, child) => {
            let union = map.union(id)?;
            let message = of("time-joined", child).arg("parents", names(context, &union.partners));
            told("house", message, Some(child))
        }
        What::Began(on, _) | What::Over(on, _) | What::Strong(on, _) | What::Weaker(on, _) => {
            let told = attached(context, &happened.what, happened.year)?;
            match on {
                Bearer::Person(id) => aged(context, told, id, happened.year),
                _ => told,
            }
        }
        What::Moved(id, people) | What::Left(id, people) => {
            let home = homes::name(context, map.households.get(id)?);
            let words = match happened.what {
                What::Moved(..) => "time-moved",
                _ => "time-left",
            };
            let message = Message::new(words).arg("home", home).count("n", people.len());
            told("house", message.arg("who", names(context, people)), people.first())
        }
        What::Helped(support, to) | What::HelpEnded(support, to) => {
            let id = match happened.what {
                What::Helped(..) => "time-helped",
                _ => "time-help-ended",
            };
            let message = Message::new(id).arg("support", support_words(context, support));
            told("hand", message.arg("who", whom(context, to)?), None)
        }
        What::Line(id) | What::LineEnded(id) => {
            let relation = map.relations.get(id)?;
            let Party::Person(to) = &relation.to else { return None };
            let kind = context.catalogue.relation(relation.kind.as_str())?;
            let pair = (&*context.name(&relation.from), &*context.name(to));
            let line = line_sentence(context.texts, kind, pair);
            let id = match happened.what {
                What::Line(_) => "time-line",
                _ => "time-line-ended",
            };
            told("share-network", Message::new(id).arg("line", line), Some(&relation.from))
        }
    })
}

/// What began or ended with a person, in a couple, a home or between two.
fn attached(context: &PanelContext<'_>, what: &What, year: i32) -> Option<Told> {
    let (on, words, icon, what) = match what {
        What::Began(on, entry) => {
            let entry = entry_of(context.map, on, entry)?;
            (on, "time-began", entry_icon(context, entry), entry_words(context, entry))
        }
        What::Over(on, entry) if !is_over_by_death(context, on, year) => {
            let entry = entry_of(context.map, on, entry)?;
            (on, "time-over", "check-circle".to_owned(), entry_words(context, entry))
        }
        What::Strong(on, strength) => {
            let (icon, words) = strength_look(context, strength_of(context.map, on, strength)?);
            (on, "time-strong", icon, words)
        }
        What::Weaker(on, strength) if !is_over_by_death(context, on, year) => {
            let (icon, words) = strength_look(context, strength_of(context.map, on, strength)?);
            (on, "time-weaker", icon, words)
        }
        _ => return None,
    };
    let who = match on {
        Bearer::Person(id) => Some(id.clone()),
        _ => None,
    };
    // "Peter & Anja" are two.
    let words = if words == "time-began" && who.is_none() { "time-began-with" } else { words };
    let message = Message::new(words).arg("who", bearer_name(context, on)).arg("what", what);
    Some(Told { icon, words: context.texts.say(&message), who })
}

/// What ended with a life was not overcome.
fn is_over_by_death(context: &PanelContext<'_>, on: &Bearer, year: i32) -> bool {
    let Bearer::Person(id) = on else { return false };
    let died = context.map.person(id).and_then(Person::death);
    died.and_then(|it| it.years().lo).is_some_and(|died| died <= year)
}

/// The same with how old they were.
fn aged(context: &PanelContext<'_>, told: Told, id: &PersonId, year: i32) -> Told {
    let person = context.map.person(id);
    let alive = person.filter(|it| it.death().is_none_or(|died| year <= died.year()));
    let age = alive.and_then(|it| {
        let living = Person { vital: Vital::Living, ..it.clone() };
        living.age_on(last_day(year)).and_then(AgeRange::exact)
    });
    let Some(age) = age else { return told };
    let message = Message::new("time-age").arg("who", context.name(id)).arg("age", age);
    Told { words: format!("{} {}", told.words, context.texts.say(&message)), ..told }
}

fn couple(context: &PanelContext<'_>, id: &'static str, union: &UnionId) -> Option<Message> {
    let union: &Union = context.map.union(union)?;
    let [a, b] = union.partners.as_slice() else { return None };
    Some(Message::new(id).arg("a", context.name(a)).arg("b", context.name(b)))
}

fn names(context: &PanelContext<'_>, people: &[PersonId]) -> String {
    let names: Vec<String> = people.iter().map(|id| context.name(id)).collect();
    context.texts.listed(&names)
}

fn whom(context: &PanelContext<'_>, to: &Supported) -> Option<String> {
    Some(match to {
        Supported::Person(id) => context.name(id),
        Supported::Household(id) => homes::name(context, context.map.households.get(id)?),
    })
}

fn strength_of<'m>(map: &'m FamilyMap, on: &Bearer, id: &StrengthId) -> Option<&'m Strength> {
    map.strengths_on(on).iter().find(|it| it.id == *id)
}

fn entry_of<'m>(map: &'m FamilyMap, on: &Bearer, id: &EntryId) -> Option<&'m Entry> {
    let entry = map.entries_on(on).iter().find(|it| it.id == *id && !it.not_today)?;
    let kind = Catalogue::builtin().kind(entry.kind.as_str());
    // A list of years is no record of crimes.
    let is_told = kind.is_none_or(|kind| kind.sensitivity != Sensitivity::Criminal);
    is_told.then_some(entry)
}

fn entry_icon(context: &PanelContext<'_>, entry: &Entry) -> String {
    let kind = context.catalogue.kind(entry.kind.as_str());
    kind.map_or(PLAIN_ICON, |kind| kind.icon.as_str()).to_owned()
}

fn strength_look(context: &PanelContext<'_>, strength: &Strength) -> (String, String) {
    let id = strength.kind.as_ref().map(|it| it.as_str().to_owned());
    let row = id.as_ref().and_then(|it| context.catalogue.strength(it));
    let own = strength.words.trim();
    let words = match row {
        Some(row) if own.is_empty() => row.words.in_lang(context.texts.lang()).to_owned(),
        _ => own.to_owned(),
    };
    let icon = row.map(Row::Strength).and_then(|row| row.icon().map(str::to_owned));
    (icon.unwrap_or_else(|| "check".to_owned()), words)
}
