//! Threads and turning points in sentences.

use super::{FIRST_YEAR, Wording, count};
use crate::i18n::Message;
use crate::model::{Bond, PersonId};
use crate::pattern::{EdgeKind, EndKind, Evidence, Finding, Pattern, Role, Theme};

/// At most so many things are named as what may have helped.
const MOST_HELPED: usize = 3;

impl Wording<'_> {
    pub(super) fn thread(&self, finding: &Finding) -> Vec<String> {
        vec![self.seen_with(finding), self.reach(finding), self.thread_question(finding)]
    }

    /// "We zien schulden bij opa Wim, je moeder en jou."
    pub(super) fn seen_with(&self, finding: &Finding) -> String {
        let (see, what) = (self.see(finding), self.theme_of(finding));
        self.with_people(&finding.people, finding, |people| {
            let message = match &finding.theme {
                Some(Theme::Strength(_)) => Message::new("find-strength"),
                Some(Theme::PartnerWith(_)) => Message::new("find-partner"),
                Some(Theme::Contact(..)) if is_between_two(finding) => Message::new("find-between"),
                _ => Message::new("find-with"),
            };
            message.arg("see", &see).arg("what", &what).arg("people", people)
        })
    }

    /// How many generations, and m of the n we know.
    fn reach(&self, finding: &Finding) -> String {
        if finding.theme == Some(Theme::YoungParent)
            && let Some(ages) = self.ages(finding)
        {
            return self.texts.say(&Message::new("find-first-child").arg("ages", ages));
        }
        let message = Message::new("find-reach")
            .arg("span", finding.span)
            .arg("over", over(finding))
            .arg("yes", finding.yes)
            .arg("known", finding.known)
            .count("unknown", finding.unknown as usize);
        self.texts.say(&message)
    }

    /// The ages of all carriers, in the order in which the people are said; `None` when one is not exact.
    pub(super) fn ages(&self, finding: &Finding) -> Option<String> {
        let age = |person: &PersonId| {
            let found = finding.ages.iter().find(|(of, _)| of == person)?;
            found.1.exact().map(|age| age.to_string())
        };
        let people = self.in_order(&finding.people, finding);
        let ages: Option<Vec<String>> = people.into_iter().map(age).collect();
        if let Some([first, rest @ ..]) = ages.as_deref()
            && !rest.is_empty()
            && rest.iter().all(|age| age == first)
        {
            return Some(first.clone());
        }
        ages.filter(|ages| (2..=6).contains(&ages.len())).map(|ages| self.kin.list(&ages))
    }

    fn thread_question(&self, finding: &Finding) -> String {
        let ends = |kind| -> Vec<PersonId> {
            let ends = finding.ends.iter().filter(|end| end.kind == kind);
            ends.map(|end| end.person.clone()).collect()
        };
        let over = |kind| -> Vec<PersonId> {
            let edges = finding.edges.iter().filter(|edge| edge.kind == kind);
            let mut people: Vec<PersonId> = edges.flat_map(|edge| edge.over.clone()).collect();
            people.sort();
            people.dedup();
            people
        };
        let (stops, ended) = (ends(EndKind::Stops), ends(EndKind::Ended));
        let (skipped, gap) = (over(EdgeKind::Skipped), over(EdgeKind::Gap));
        if stops_are_good(finding) && !stops.is_empty() {
            return self.ask_with(&stops, finding, Message::new("find-ask-stops"));
        }
        if stops_are_good(finding) && !ended.is_empty() {
            return self.ask_with(&ended, finding, Message::new("find-ask-ended"));
        }
        if is_course_of_life(finding) && !stops.is_empty() {
            return self.ask_with(&stops, finding, Message::new("find-ask-other-way"));
        }
        if stops_are_good(finding) && !skipped.is_empty() {
            return self.ask_with(&skipped, finding, Message::new("find-ask-skipped"));
        }
        if gap.iter().any(|person| self.kin.is_you(person)) {
            return self.texts.get("find-ask-gap-you");
        }
        if !gap.is_empty() {
            return self.ask_with(&gap, finding, Message::new("find-ask-gap"));
        }
        self.theme_question(finding)
    }

    fn ask_with(&self, people: &[PersonId], finding: &Finding, message: Message) -> String {
        let dead = if self.all_dead(people) { "yes" } else { "no" };
        let message = message.arg("dead", dead);
        self.with_people(people, finding, |people| message.clone().arg("people", people))
    }

    /// The question that suits a theme when nothing else asks for attention.
    pub(super) fn theme_question(&self, finding: &Finding) -> String {
        let has_you = finding.people.iter().any(|person| self.kin.is_you(person));
        let message = match &finding.theme {
            Some(Theme::Strength(_)) if has_you => Message::new("find-ask-learned"),
            Some(Theme::Strength(_)) => Message::new("find-ask-passed"),
            Some(Theme::SkillHard(_)) => Message::new("find-ask-practise"),
            Some(Theme::SkillWell(_)) => Message::new("find-ask-how"),
            Some(Theme::YoungParent) => Message::new("find-ask-good-hard"),
            Some(Theme::Separated | Theme::LoneParent) => Message::new("find-ask-who-helped"),
            Some(Theme::PlacedOut | Theme::LostParentYoung) => Message::new("find-ask-who-there"),
            Some(Theme::PartnerWith(_)) => Message::new("find-ask-could-help"),
            Some(Theme::EarlyDeath) => Message::new("find-ask-tell"),
            Some(Theme::Area(_)) => Message::new("find-ask-stands-out"),
            Some(Theme::Contact(kind, role)) => match (kind.as_str(), role) {
                ("breuk", _) => Message::new("find-ask-cut-off"),
                ("geweld" | "dwang", Role::To) => Message::new("find-ask-safe"),
                ("geweld" | "dwang", _) => Message::new("find-ask-could-help"),
                _ => Message::new("find-ask-know"),
            },
            Some(Theme::Kind(_)) | None => Message::new("find-ask-know"),
        };
        self.texts.say(&message)
    }

    pub(super) fn turning_point(&self, finding: &Finding) -> Vec<String> {
        let (see, title) = (self.see(finding), self.title(finding));
        let end = finding.ends.first();
        let has_ended = end.is_some_and(|end| end.kind == EndKind::Ended);
        let age = end.and_then(|end| end.age).and_then(|age| age.exact());
        let first = self.with_people(&finding.people, finding, |people| {
            let message = match age {
                _ if !has_ended => Message::new("find-stops-with"),
                Some(0) => Message::new("find-ended-with-first-year"),
                Some(age) => Message::new("find-ended-with-at").arg("age", age),
                None => Message::new("find-ended-with"),
            };
            message.arg("see", &see).arg("title", &title).arg("people", people)
        });
        let helped = self.helped(finding);
        if helped.is_empty() {
            let question = if is_course_of_life(finding) {
                self.texts.get("find-ask-how-was")
            } else {
                self.texts.get("find-ask-what-helped")
            };
            return vec![first, question];
        }
        let list = self.kin.list(&helped);
        let message = if has_ended {
            Message::new("find-helped-ended")
        } else {
            Message::new("find-helped-stops")
        };
        let second = self.texts.say(&message.arg("list", list));
        vec![first, second, self.texts.get("find-ask-did-it-help")]
    }

    /// What may have helped, in words.
    fn helped(&self, finding: &Finding) -> Vec<String> {
        let mut named: Vec<String> = Vec::new();
        let theme = finding.theme.as_ref().and_then(Theme::kind).map_or("", |id| id.as_str());
        for evidence in &finding.helped {
            let words = match evidence {
                Evidence::Strength(id) => {
                    let kind = self.strengths.get(id).and_then(|it| it.kind.clone());
                    kind.filter(|kind| !is_the_end_itself(theme, kind.as_str()))
                        .map(|kind| self.what(&Theme::Strength(kind)))
                }
                Evidence::Support(id) => {
                    let support = self.map.supports.get(id);
                    support.map(|support| self.what(&Theme::Kind(support.kind.clone())))
                }
                Evidence::Goal(_) => Some(self.texts.get("find-helped-goal")),
                Evidence::Union(_) => Some(self.texts.get("find-helped-union")),
                Evidence::Entry(_)
                | Evidence::Skill(..)
                | Evidence::Child(..)
                | Evidence::Relation(_)
                | Evidence::Household(_)
                | Evidence::Birth(_)
                | Evidence::Death(_) => None,
            };
            named.extend(words.filter(|words| !named.contains(words)));
        }
        named.truncate(MOST_HELPED);
        named
    }

    pub(super) fn ages_told(&self, finding: &Finding) -> Vec<String> {
        let (see, what) = (self.see(finding), self.theme_of(finding));
        let first = self.with_people(&finding.people, finding, |people| {
            let is_first_child = finding.theme == Some(Theme::YoungParent);
            let is_younger = finding.pattern == Pattern::EverYounger;
            let message = match (is_first_child, is_younger) {
                (true, true) => Message::new("find-first-child-younger"),
                (true, false) => Message::new("find-first-child-same"),
                (false, true) => Message::new("find-ever-younger"),
                (false, false) => Message::new("find-same-age"),
            };
            message.arg("see", &see).arg("what", &what).arg("people", people)
        });
        let mut said = vec![first];
        said.extend(self.ages(finding).map(|ages| {
            let message = if finding.theme == Some(Theme::YoungParent) {
                Message::new("find-first-child")
            } else if ages == FIRST_YEAR {
                Message::new("find-began-first-year")
            } else {
                Message::new("find-began")
            };
            self.texts.say(&message.arg("ages", ages))
        }));
        let is_strong = finding.theme.as_ref().is_some_and(Theme::is_strong);
        said.push(if is_strong {
            self.texts.get("find-ask-how-went")
        } else {
            self.texts.get("find-ask-then")
        });
        said
    }

    pub(super) fn branches(&self, finding: &Finding) -> Vec<String> {
        let n = count(finding, "branches").unwrap_or(2);
        let message = Message::new("find-branches").arg("see", self.see(finding));
        let first = self.texts.say(&message.arg("what", self.theme_of(finding)).arg("n", n));
        let second = self.with_people(&finding.around, finding, |parents| {
            let message = Message::new("find-branches-below").arg("yes", finding.yes);
            message.arg("known", finding.known).arg("parents", parents)
        });
        vec![first, second, self.texts.get("find-ask-talk")]
    }
}

/// Does everything rest on one relation between the two people?
fn is_between_two(finding: &Finding) -> bool {
    finding.people.len() == 2 && matches!(finding.evidence.as_slice(), [Evidence::Relation(_)])
}

/// Strengths that only say, in other words, that the theme stopped: they helped nobody to stop.
fn is_the_end_itself(theme: &str, strength: &str) -> bool {
    match strength {
        "s-schuldenvrij" => theme == "geld-schulden",
        "s-herstel" => theme.starts_with("gebruik-"),
        "s-diploma" => theme == "leren-geen-diploma",
        "s-vastwerk" => theme == "werk-geen" || theme == "werk-los",
        "s-huis" => theme == "wonen-geen",
        _ => false,
    }
}

/// Is it good news when it stops?
fn stops_are_good(finding: &Finding) -> bool {
    matches!(finding.theme, Some(Theme::Kind(_) | Theme::Area(_) | Theme::SkillHard(_)))
}

/// Ways to live that are neither good nor bad news.
fn is_course_of_life(finding: &Finding) -> bool {
    matches!(
        finding.theme,
        Some(
            Theme::YoungParent
                | Theme::Separated
                | Theme::LoneParent
                | Theme::PlacedOut
                | Theme::PartnerWith(_)
        )
    )
}

/// Which bonds other than birth a thread runs over, as the messages name them.
fn over(finding: &Finding) -> &'static str {
    let mut bonds: Vec<Bond> = finding.edges.iter().flat_map(|edge| edge.bonds.clone()).collect();
    bonds.retain(|bond| *bond != Bond::Birth);
    bonds.sort_unstable();
    bonds.dedup();
    match bonds.as_slice() {
        [] => "none",
        [Bond::Adopted] => "adopted",
        [Bond::Foster] => "foster",
        [Bond::Step] => "step",
        _ => "other",
    }
}
