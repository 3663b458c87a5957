//! What is not known, as a good next question.

use std::collections::BTreeSet;

use super::{Wording, capital};
use crate::catalogue::CHILDHOOD_ENDS;
use crate::i18n::Message;
use crate::model::{PartialDate, PersonId, age_at};
use crate::pattern::{EdgeKind, EndKind, Finding, Findings, Load, Pattern, Theme, WhiteSpot};

/// Below this age nobody is asked which strengths a child has taken over.
const GROWING: i32 = 12;

impl Wording<'_> {
    /// How old somebody is (or was at death), on the day of the conversation.
    fn age(&self, person: &PersonId) -> Option<i32> {
        let record = self.map.person(person)?;
        let until = record.death().or_else(|| self.map.today.map(PartialDate::Exactly))?;
        Some(age_at(record.birth?, until)?.lo)
    }

    /// Is somebody alive and surely not grown up?
    pub(super) fn is_still_young(&self, person: &PersonId) -> bool {
        let grown_up = i32::from(CHILDHOOD_ENDS);
        !self.is_dead(person) && self.age(person).is_some_and(|age| age < grown_up)
    }

    /// Good next questions, the most useful first: who stands between two carriers, then the open
    /// ends of threads, in the order of the findings. Nothing that is hidden by default is asked.
    #[must_use]
    pub fn questions(&self, findings: &Findings) -> Vec<String> {
        let findings = &findings.findings;
        let mut asked: BTreeSet<(Theme, PersonId)> = BTreeSet::new();
        let mut questions = Vec::new();
        let mut ask = |theme: &Theme, person: &PersonId| {
            let is_small = theme.is_strong() && self.age(person).is_some_and(|age| age < GROWING);
            if !is_small && asked.insert((theme.clone(), person.clone())) {
                questions.push(self.whether(theme, person));
            }
        };
        for finding in findings {
            let Some(theme) = self.asked_of(finding) else { continue };
            let gaps = finding.edges.iter().filter(|edge| edge.kind == EdgeKind::Gap);
            gaps.flat_map(|edge| &edge.over).for_each(|person| ask(theme, person));
        }
        for finding in findings {
            let Some(theme) = self.asked_of(finding) else { continue };
            let open = finding.ends.iter().filter(|end| end.kind == EndKind::Open);
            open.for_each(|end| ask(theme, &end.person));
        }
        questions
    }

    /// What is asked of the people of `finding`, if anything is.
    fn asked_of<'f>(&self, finding: &'f Finding) -> Option<&'f Theme> {
        let is_asked = finding.pattern == Pattern::Thread
            && finding.covered_by.is_none()
            && matches!(finding.theme, Some(Theme::Kind(_) | Theme::Strength(_)))
            && !self.is_hidden(finding);
        finding.theme.as_ref().filter(|_| is_asked)
    }

    /// "Weet je iets van schulden bij tante Els?"
    fn whether(&self, theme: &Theme, person: &PersonId) -> String {
        let what = self.what(theme);
        let message = if theme.is_strong() {
            if self.kin.is_you(person) {
                Message::new("ask-strength-you")
            } else {
                Message::new("ask-strength").arg("who", self.kin.object(person))
            }
        } else if self.kin.is_you(person) {
            Message::new("ask-whether-you")
        } else {
            Message::new("ask-whether").arg("who", self.kin.object(person))
        };
        capital(&self.texts.say(&message.arg("what", what)))
    }

    /// A white spot in three sentences, the last a question.
    #[must_use]
    pub fn white_spot(&self, spot: &WhiteSpot) -> Vec<String> {
        let names: Vec<String> = spot.branch.iter().map(|id| self.kin.object(id)).collect();
        let is_more = names.len() < spot.people as usize;
        let message =
            if is_more { Message::new("white-spot-side") } else { Message::new("white-spot") };
        let share = Message::new("white-spot-share").arg("asked", spot.asked);
        vec![
            self.texts.say(&message.arg("people", self.kin.list(&names))),
            self.texts.say(&share.arg("unknown", spot.unknown)),
            self.texts.get("white-spot-ask"),
        ]
    }

    /// One row of the load, as a label: "Geld: 3 van de 4 van wie we het weten".
    #[must_use]
    pub fn load_row(&self, load: &Load) -> String {
        if load.known == 0 {
            let message = Message::new("load-unknown").arg("area", self.name_of(&load.area));
            return self.texts.say(&message.arg("unknown", load.unknown));
        }
        let message = Message::new("load-row")
            .arg("area", self.name_of(&load.area))
            .arg("yes", load.yes)
            .arg("known", load.known)
            .count("unknown", load.unknown as usize);
        self.texts.say(&message)
    }
}
