//! What is said of an entry or a strength besides what it is: how certain, since when, until when.

use super::super::{Entry, GoingOn, Moment, Said, Strength};
use crate::i18n::{Message, Texts};

impl Entry {
    /// "misschien · sinds 19 jaar · speelt nu"; empty where nothing more was said.
    #[must_use]
    pub fn standing_in_words(&self, texts: Texts) -> String {
        let going_on = match self.going_on {
            _ if self.until.is_some() || self.said == Said::No => None,
            GoingOn::Now => Some(texts.get("going-on-now")),
            GoingOn::Before => Some(texts.get("going-on-before")),
            GoingOn::Unknown => None,
        };
        joined([
            said(self.said, texts),
            moment(("since", self.since), texts),
            moment(("until", self.until), texts),
            going_on,
        ])
    }
}

impl Strength {
    /// "misschien · sinds 19 jaar"; empty where nothing more was said.
    #[must_use]
    pub fn standing_in_words(&self, texts: Texts) -> String {
        joined([
            said(self.said, texts),
            moment(("since", self.since), texts),
            moment(("until", self.until), texts),
            None,
        ])
    }
}

fn said(said: Said, texts: Texts) -> Option<String> {
    match said {
        Said::No => Some(texts.get("said-no")),
        Said::Maybe => Some(texts.get("said-maybe")),
        Said::Yes => None,
    }
}

fn moment((name, moment): (&'static str, Option<Moment>), texts: Texts) -> Option<String> {
    moment.map(|it| texts.say(&Message::new(name).arg("moment", it.in_words(texts))))
}

fn joined(parts: [Option<String>; 4]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
