//! What is said of an entry or a strength besides what it is: how certain, since when, until when.

use super::super::{Entry, GoingOn, Moment, Said, Strength};
use crate::i18n::{Message, Texts};

impl Entry {
    /// "misschien · vanaf 19 jaar · speelt nu"; empty where nothing more was said.
    #[must_use]
    pub fn standing_in_words(&self, texts: Texts) -> String {
        standing_in_words(texts, self.said, (self.since, self.until), self.going_on)
    }
}

impl Strength {
    /// "misschien · vanaf 19 jaar"; empty where nothing more was said.
    #[must_use]
    pub fn standing_in_words(&self, texts: Texts) -> String {
        standing_in_words(texts, self.said, (self.since, self.until), GoingOn::Unknown)
    }
}

/// How certain, since when, until when, and does it go on; empty where nothing of that was said.
#[must_use]
pub fn standing_in_words(
    texts: Texts,
    is_said: Said,
    (since, until): (Option<Moment>, Option<Moment>),
    going_on: GoingOn,
) -> String {
    let going_on = match going_on {
        _ if until.is_some() || is_said == Said::No => None,
        GoingOn::Now => Some(texts.get("going-on-now")),
        GoingOn::Before => Some(texts.get("going-on-before")),
        GoingOn::Unknown => None,
    };
    // "16-16": that was one moment.
    let is_once = since.is_some() && since == until;
    let (begun, ended) = if is_once {
        (since.map(|it| it.in_a_sentence(texts)), None)
    } else {
        (since.map(|it| begun_in_words(it, texts)), until.map(|it| ended_in_words(it, texts)))
    };
    joined([said(is_said, texts), begun, ended, going_on])
}

fn said(said: Said, texts: Texts) -> Option<String> {
    match said {
        Said::No => Some(texts.get("said-no")),
        Said::Maybe => Some(texts.get("said-maybe")),
        Said::Yes => None,
    }
}

/// "Sinds 15 jaar" is how long in Dutch: of an age it is said from when.
fn begun_in_words(since: Moment, texts: Texts) -> String {
    let name = match since {
        Moment::On(_) => "since",
        Moment::AtAge(_) => "since-age",
        Moment::In(_) => "since-phase",
    };
    texts.say(&Message::new(name).arg("moment", since.in_a_sentence(texts)))
}

fn ended_in_words(until: Moment, texts: Texts) -> String {
    texts.say(&Message::new("until").arg("moment", until.in_a_sentence(texts)))
}

fn joined(parts: [Option<String>; 4]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
