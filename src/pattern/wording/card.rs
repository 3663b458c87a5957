//! Short words: titles and subtitles of cards, labels at the ends of a thread.

use super::{FIRST_YEAR, Wording, capital, count};
use crate::i18n::Message;
use crate::model::{Bond, PersonId};
use crate::pattern::{EdgeKind, End, EndKind, Finding, Pattern, Theme};

impl Wording<'_> {
    /// The title of a card: "Schulden", "Eerst geen diploma, dan schulden".
    #[must_use]
    pub fn title(&self, finding: &Finding) -> String {
        let first = self.theme_of(finding);
        let message = match finding.pattern {
            Pattern::SameAge | Pattern::EverYounger
                if finding.theme == Some(Theme::YoungParent) =>
            {
                Message::new("card-first-child")
            }
            Pattern::Thread
            | Pattern::TurningPoint
            | Pattern::Siblings
            | Pattern::Branches
            | Pattern::SameAge
            | Pattern::EverYounger => {
                return finding.theme.as_ref().map_or_else(String::new, |it| self.theme_title(it));
            }
            Pattern::Together => {
                Message::new("card-together").arg("a", first).arg("b", self.second_of(finding))
            }
            Pattern::InTurn => {
                Message::new("card-in-turn").arg("a", first).arg("b", self.second_of(finding))
            }
            Pattern::HandedOn => {
                Message::new("card-handed-on").arg("a", first).arg("b", self.second_of(finding))
            }
            Pattern::GrownUpWith => {
                let is_you = finding.around.first().is_some_and(|child| self.kin.is_you(child));
                let child = finding.around.first().map(|child| self.brief_does(child, finding));
                let message = Message::new("card-grown-up").arg("child", child.unwrap_or_default());
                message.arg("you", if is_you { "yes" } else { "no" })
            }
            Pattern::Loss => {
                let who = finding.around.first().map(|dead| self.who(dead, finding));
                Message::new("card-loss").arg("who", who.unwrap_or_default())
            }
            Pattern::Stacking => Message::new("card-stack"),
            Pattern::Triangle => Message::new("card-triangle"),
            Pattern::PlaceInRow => Message::new("card-row"),
            Pattern::HelpReturns if finding.theme.is_some() => {
                Message::new("card-help").arg("what", first)
            }
            Pattern::HelpReturns => Message::new("card-help-now"),
        };
        capital(&self.texts.say(&message))
    }

    /// A theme as a title: the catalogue's own name where it has one.
    #[must_use]
    pub fn theme_title(&self, theme: &Theme) -> String {
        let message = match theme {
            Theme::Kind(id) | Theme::Strength(id) => return self.name_of(id),
            Theme::SkillHard(id) => Message::new("card-skill-hard").arg("what", self.name_of(id)),
            Theme::SkillWell(id) => Message::new("card-skill-well").arg("what", self.name_of(id)),
            Theme::Area(id) => Message::new("card-area").arg("what", self.name_of(id)),
            Theme::PartnerWith(_) => Message::new("card-partner").arg("what", self.what(theme)),
            Theme::YoungParent
            | Theme::Separated
            | Theme::LoneParent
            | Theme::Contact(..)
            | Theme::PlacedOut
            | Theme::EarlyDeath
            | Theme::LostParentYoung => return capital(&self.what(theme)),
        };
        self.texts.say(&message)
    }

    /// The line below the title: "4 generaties op rij", "2 generaties, bij Noa gestopt".
    #[must_use]
    pub fn subtitle(&self, finding: &Finding) -> String {
        let message = match finding.pattern {
            Pattern::Thread => return self.thread_subtitle(finding),
            Pattern::TurningPoint => {
                let has_ended = finding.ends.iter().any(|end| end.kind == EndKind::Ended);
                let message =
                    if has_ended { Message::new("sub-ended") } else { Message::new("sub-stops") };
                message.arg("who", self.first_name(finding.people.first(), finding))
            }
            Pattern::Siblings => {
                let message = Message::new("sub-siblings").arg("yes", finding.yes);
                message.arg("known", finding.known)
            }
            Pattern::Branches => {
                Message::new("sub-branches").arg("n", count(finding, "branches").unwrap_or(2))
            }
            Pattern::SameAge => match self.ages(finding) {
                Some(ages) if ages == FIRST_YEAR => Message::new("sub-same-age-first-year"),
                Some(ages) => Message::new("sub-same-age").arg("ages", ages),
                None => Message::new("sub-same-age-plain"),
            },
            Pattern::EverYounger => match self.ages(finding) {
                Some(ages) => Message::new("sub-younger").arg("ages", ages),
                None => Message::new("sub-younger-plain"),
            },
            Pattern::Together | Pattern::InTurn | Pattern::HandedOn => {
                Message::new("sub-people").arg("n", finding.yes)
            }
            Pattern::GrownUpWith => {
                let (from, to) = (count(finding, "from-age"), count(finding, "to-age"));
                let (from, to) = (from.unwrap_or(0), to.unwrap_or(0));
                if from == 0 && to == 0 {
                    Message::new("sub-first-year")
                } else if from == to {
                    Message::new("sub-at-age").arg("age", from)
                } else {
                    Message::new("sub-ages").arg("from", from).arg("to", to)
                }
            }
            Pattern::Loss => match count(finding, "age") {
                Some(0) => Message::new("sub-first-year"),
                Some(age) => Message::new("sub-at-age").arg("age", age),
                None => {
                    Message::new("sub-in-year").arg("year", count(finding, "year").unwrap_or(0))
                }
            },
            Pattern::Stacking | Pattern::Triangle => return self.years(finding),
            Pattern::PlaceInRow => Message::new("sub-generations").arg("span", finding.span),
            Pattern::HelpReturns if finding.theme.is_some() => {
                Message::new("sub-generations").arg("span", finding.span)
            }
            Pattern::HelpReturns => {
                Message::new("sub-supports").arg("n", count(finding, "supports").unwrap_or(0))
            }
        };
        self.texts.say(&message)
    }

    /// The line below that: "7 van de 8: opa Wim, je moeder, oom Theo en jij". What a card has no
    /// room for at its end is said in the sentences.
    #[must_use]
    pub fn who_line(&self, finding: &Finding) -> String {
        let people = if finding.people.is_empty() { &finding.around } else { &finding.people };
        let names: Vec<String> = self
            .in_order(people, finding)
            .into_iter()
            .map(|person| self.brief_does(person, finding))
            .collect();
        let names = self.kin.list(&names);
        let counts = matches!(
            finding.pattern,
            Pattern::Thread | Pattern::Siblings | Pattern::Branches | Pattern::HandedOn
        );
        if !counts || finding.known == 0 {
            return capital(&names);
        }
        let message = Message::new("card-who").arg("yes", finding.yes).arg("known", finding.known);
        let message = message.count("unknown", finding.unknown as usize);
        self.texts.say(&message.arg("people", names))
    }

    fn thread_subtitle(&self, finding: &Finding) -> String {
        let has = |kind| finding.edges.iter().any(|edge| edge.kind == kind);
        let start = if has(EdgeKind::Gap) {
            Message::new("sub-gap")
        } else if has(EdgeKind::Skipped) {
            Message::new("sub-skipped")
        } else if finding.length == finding.span {
            Message::new("sub-in-a-row")
        } else {
            Message::new("sub-generations")
        };
        let mut text = self.texts.say(&start.arg("span", finding.span));
        if finding.edges.iter().any(|edge| edge.bonds.contains(&Bond::Adopted)) {
            text = self.texts.say(&Message::new("sub-adopted").arg("start", text));
        }
        let good = matches!(finding.theme, Some(Theme::Kind(_) | Theme::Area(_)));
        let stops = finding
            .ends
            .iter()
            .filter(|end| good && matches!(end.kind, EndKind::Stops | EndKind::Ended));
        let stops: Vec<&End> = stops.collect();
        match stops.as_slice() {
            [] => text,
            [one] => {
                let who = self.first_name(Some(&one.person), finding);
                let message = Message::new("sub-stopped").arg("start", text);
                self.texts.say(&message.arg("who", who))
            }
            many => {
                let message = Message::new("sub-stopped-many").arg("start", text);
                self.texts.say(&message.arg("n", many.len()))
            }
        }
    }

    /// The bare name where there is one: cards have little room.
    fn first_name(&self, person: Option<&PersonId>, finding: &Finding) -> String {
        let Some(person) = person else { return String::new() };
        let who = self.who(person, finding);
        if self.kin.is_you(person) || self.names == crate::kinship::Names::Hidden {
            return who;
        }
        let name = self.map.person(person).map_or("", |it| it.name.short());
        if name.is_empty() { who } else { name.to_owned() }
    }

    /// The label at the end of a thread: "stopt hier", "gestopt op 28 jaar", "nog te jong".
    #[must_use]
    pub fn end_label(&self, end: &End) -> String {
        let message = match end.kind {
            EndKind::Stops => Message::new("end-stops"),
            EndKind::Ended => match end.age.and_then(|age| age.exact()) {
                Some(0) => Message::new("end-ended-first-year"),
                Some(age) => Message::new("end-ended-at").arg("age", age),
                None => Message::new("end-ended"),
            },
            EndKind::SoFarNot => Message::new("end-so-far-not"),
            EndKind::Open => Message::new("end-open"),
            EndKind::NotYet => Message::new("end-not-yet"),
        };
        self.texts.say(&message)
    }
}
