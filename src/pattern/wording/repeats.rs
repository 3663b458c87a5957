//! The other patterns in sentences.

use super::{MAX_WORDS, Wording, count, words};
use crate::i18n::Message;
use crate::model::{Party, PersonId, Relation};
use crate::pattern::{Evidence, Finding, Theme};

impl Wording<'_> {
    pub(super) fn siblings(&self, finding: &Finding) -> Vec<String> {
        let (see, what) = (self.see(finding), self.theme_of(finding));
        let first = self.with_people(&finding.around, finding, |parents| {
            let message = match &finding.theme {
                _ if finding.around.is_empty() => Message::new("find-siblings-unknown-parents"),
                Some(Theme::Strength(_)) => Message::new("find-siblings-strength"),
                Some(Theme::PartnerWith(_)) => Message::new("find-siblings-partner"),
                _ => Message::new("find-siblings"),
            };
            message.arg("see", &see).arg("what", &what).arg("parents", parents)
        });
        let second = self.those_are(finding);
        vec![first, second, self.theme_question(finding)]
    }

    /// "Dat zijn je zus Sandra, je broer Danny en jij: 3 van de 3 van wie we het weten."
    fn those_are(&self, finding: &Finding) -> String {
        let names: Vec<String> =
            finding.people.iter().map(|person| self.who_does(person, finding)).collect();
        let message = |people: &str| {
            let message = Message::new("find-those-are").arg("people", people);
            let message = message.arg("yes", finding.yes).arg("known", finding.known);
            message.count("unknown", finding.unknown as usize)
        };
        let full = self.texts.say(&message(&self.kin.list(&names)));
        if words(&full) <= MAX_WORDS {
            return full;
        }
        self.with_people(&finding.people, finding, message)
    }

    pub(super) fn together(&self, finding: &Finding) -> Vec<String> {
        let number = |name| count(finding, name).unwrap_or(0);
        let first = Message::new("find-together")
            .arg("see", self.see(finding))
            .arg("n", finding.yes)
            .arg("a", self.theme_of(finding))
            .arg("b", self.second_of(finding));
        let second = if finding.unknown == 0 {
            Message::new("find-together-counts-known")
        } else {
            Message::new("find-together-counts").arg("unknown", finding.unknown)
        };
        let second = second.arg("a", number("a")).arg("b", number("b"));
        let question = self.texts.get("find-ask-with-you");
        vec![self.texts.say(&first), self.texts.say(&second), question]
    }

    pub(super) fn in_turn(&self, finding: &Finding) -> Vec<String> {
        let first = Message::new("find-in-turn")
            .arg("see", self.see(finding))
            .arg("n", finding.yes)
            .arg("a", self.theme_of(finding))
            .arg("b", self.second_of(finding));
        let question = self.texts.get("find-ask-between");
        vec![self.texts.say(&first), self.plain_those_are(finding), question]
    }

    /// Those it is about, without counting who is not known.
    fn plain_those_are(&self, finding: &Finding) -> String {
        let known = Finding { unknown: 0, ..finding.clone() };
        self.those_are(&known)
    }

    pub(super) fn handed_on(&self, finding: &Finding) -> Vec<String> {
        let first = Message::new("find-handed-on")
            .arg("see", self.see(finding))
            .arg("a", self.theme_of(finding))
            .arg("b", self.second_of(finding));
        let second = Message::new("find-handed-on-counts")
            .arg("yes", finding.yes)
            .arg("known", finding.known);
        let question = self.texts.get("find-ask-needed");
        vec![self.texts.say(&first), self.texts.say(&second), question]
    }

    pub(super) fn grown_up(&self, finding: &Finding) -> Vec<String> {
        let (Some(parent), Some(child)) = (finding.people.first(), finding.around.first()) else {
            return Vec::new();
        };
        let (from, to) = (count(finding, "from-age"), count(finding, "to-age"));
        let (from, to) = (from.unwrap_or(0), to.unwrap_or(0));
        let say = |what: &str, parent: String, child_word: String| {
            let message = if from == to {
                Message::new("find-grown-up-one")
            } else {
                Message::new("find-grown-up").arg("to", to)
            };
            let message = message.arg("see", self.see(finding)).arg("what", what);
            let message = message.arg("parent", parent).arg("from", from);
            let you = if self.kin.is_you(child) { "yes" } else { "no" };
            self.texts.say(&message.arg("child", child_word).arg("you", you))
        };
        let themes: Vec<String> = (finding.theme.iter().chain(&finding.more_themes))
            .map(|theme| self.what(theme))
            .collect();
        let question = if self.kin.is_you(child) {
            self.texts.get("find-ask-remember-you")
        } else if self.is_still_young(child) {
            let name = self.short(child);
            self.texts.say(&Message::new("find-ask-wish").arg("child", name))
        } else {
            let name = self.brief(child, finding);
            self.texts.say(&Message::new("find-ask-remember").arg("child", name))
        };
        let (brief, brief_child) = (self.brief(parent, finding), self.brief_does(child, finding));
        let fullest = |what: &str| say(what, brief.clone(), brief_child.clone());
        let mut first = self.shortest_that_fits(&themes, fullest);
        if MAX_WORDS < words(&first) {
            let short = self.short(parent);
            let child_word = if self.kin.is_you(child) { brief_child } else { self.short(child) };
            first = self
                .shortest_that_fits(&themes, |what| say(what, short.clone(), child_word.clone()));
        }
        vec![first, question]
    }

    /// Says as many of the themes as fit in a sentence, then "and more".
    fn shortest_that_fits(&self, themes: &[String], say: impl Fn(&str) -> String) -> String {
        let all = say(&self.kin.list(themes));
        if words(&all) <= MAX_WORDS {
            return all;
        }
        let mut best = all;
        for n in (1..themes.len().max(2)).rev() {
            let mut some = themes.get(..n).unwrap_or(themes).to_vec();
            some.push(self.texts.get("find-more"));
            best = say(&self.kin.list(&some));
            if words(&best) <= MAX_WORDS {
                break;
            }
        }
        best
    }

    pub(super) fn loss(&self, finding: &Finding) -> Vec<String> {
        let dead: Vec<String> =
            finding.around.iter().map(|person| self.who_does(person, finding)).collect();
        let (see, who) = (self.see(finding), self.kin.list(&dead));
        let age = count(finding, "age");
        let first = match age {
            Some(0) => Message::new("find-loss-first-year"),
            Some(age) => Message::new("find-loss-age").arg("age", age),
            None => {
                let year = count(finding, "year").unwrap_or(0);
                Message::new("find-loss-year").arg("year", year)
            }
        };
        let first = self.texts.say(&first.arg("see", see).arg("who", who));
        let what = if finding.more_themes.is_empty() {
            self.theme_of(finding)
        } else {
            self.texts.get("find-loss-something")
        };
        let second = self.with_people(&finding.people, finding, |people| {
            let message = match age {
                Some(_) => Message::new("find-loss-at-age"),
                None => Message::new("find-loss-after"),
            };
            message.arg("what", &what).arg("people", people)
        });
        vec![first, second, self.texts.get("find-ask-chance")]
    }

    pub(super) fn stacking(&self, finding: &Finding) -> Vec<String> {
        let years = self.years(finding);
        let see = self.see(finding);
        let bearers = if finding.people.is_empty() { &finding.around } else { &finding.people };
        let first = self.with_people(bearers, finding, |people| {
            let message = Message::new("find-stack").arg("see", &see).arg("people", people);
            message.arg("years", &years)
        });
        let names: Vec<String> = (finding.more_themes.iter())
            .filter_map(|theme| theme.kind().map(|id| self.name_of(id)))
            .collect();
        let onsets = count(finding, "onsets").unwrap_or(0);
        let second = if 0 < onsets {
            self.texts.say(&Message::new("find-stack-onsets").arg("n", onsets))
        } else {
            let named = Message::new("find-stack-areas").arg("n", names.len());
            let named = self.texts.say(&named.arg("list", names.join("; ")));
            if words(&named) <= MAX_WORDS {
                named
            } else {
                self.texts.say(&Message::new("find-stack-n-areas").arg("n", names.len()))
            }
        };
        vec![first, second, self.texts.get("find-ask-who-helped")]
    }

    /// "in 2022", or "van 2019 tot 2021".
    pub(super) fn years(&self, finding: &Finding) -> String {
        let from = count(finding, "from-year").unwrap_or(0);
        let to = count(finding, "to-year").unwrap_or(from);
        if from == to {
            return self.texts.say(&Message::new("sub-in-year").arg("year", from));
        }
        self.texts.say(&Message::new("sub-years").arg("from", from).arg("to", to))
    }

    pub(super) fn triangle(&self, finding: &Finding) -> Vec<String> {
        let ([a, b, ..], Some(child)) = (finding.people.as_slice(), finding.around.first()) else {
            return Vec::new();
        };
        let kind = finding.theme.as_ref().and_then(Theme::kind).map_or("", |id| id.as_str());
        let what = match kind {
            "ver" => self.texts.get("find-triangle-distance"),
            "breuk" => self.texts.get("find-triangle-cut-off"),
            "geweld" => self.texts.get("find-triangle-violence"),
            _ => self.texts.get("find-triangle-conflict"),
        };
        let message = Message::new("find-triangle").arg("see", self.see(finding)).arg("what", what);
        let message = message.arg("a", self.brief(a, finding)).arg("b", self.brief(b, finding));
        let mut said = vec![self.texts.say(&message)];
        said.extend(self.drawn_in(finding, child));
        said.push(if self.kin.is_you(child) {
            self.texts.get("find-ask-heavy-you")
        } else {
            let message = Message::new("find-ask-heavy").arg("child", self.brief(child, finding));
            self.texts.say(&message)
        });
        said
    }

    /// How the child of a triangle was drawn in.
    fn drawn_in(&self, finding: &Finding, child: &PersonId) -> Option<String> {
        let relations = finding.evidence.iter().filter_map(|evidence| match evidence {
            Evidence::Relation(id) => self.map.relations.get(id).map(AsRef::as_ref),
            _ => None,
        });
        let with_child = |relation: &&Relation| {
            relation.from == *child || relation.to == Party::Person(child.clone())
        };
        let relation = { relations }.find(with_child)?;
        let Party::Person(to) = &relation.to else { return None };
        let kind = self.catalogue.relation(relation.kind.as_str())?.id.as_str();
        let from_child = relation.from == *child;
        let parent = if from_child { to } else { &relation.from };
        let (message, child_word, parent_word) = match (kind, from_child) {
            ("zorgt-voor", true) => (
                Message::new("find-triangle-cares"),
                self.brief_does(child, finding),
                self.brief(parent, finding),
            ),
            ("zorgt-voor", false) => (
                Message::new("find-triangle-cared-for"),
                self.brief(child, finding),
                self.brief_does(parent, finding),
            ),
            _ => (
                Message::new("find-triangle-close"),
                self.brief_does(child, finding),
                self.brief(parent, finding),
            ),
        };
        let you = if self.kin.is_you(child) { "yes" } else { "no" };
        let message = message.arg("child", child_word).arg("parent", parent_word).arg("you", you);
        Some(self.texts.say(&message))
    }

    pub(super) fn place_in_row(&self, finding: &Finding) -> Vec<String> {
        let see = self.see(finding);
        let mut said = vec![self.with_people(&finding.people, finding, |people| {
            let message = Message::new("find-row").arg("see", &see).arg("span", finding.span);
            message.arg("people", people)
        })];
        let placed = finding.people.iter().filter_map(|person| {
            let (at, n) = self.place_among_siblings(person)?;
            let message = Message::new("find-row-place-of").arg("at", at).arg("n", n);
            Some(self.texts.say(&message.arg("who", self.brief_does(person, finding))))
        });
        let placed: Vec<String> = placed.take(2).collect();
        if !placed.is_empty() {
            let list = self.kin.list(&placed);
            said.push(self.texts.say(&Message::new("find-row-place").arg("list", list)));
        }
        let has_you = finding.people.iter().any(|person| self.kin.is_you(person));
        said.push(if has_you {
            self.texts.get("find-ask-wished-you")
        } else {
            self.texts.get("find-ask-wished")
        });
        said
    }

    /// Which child somebody is, of how many; `None` for an only child, or where years are missing.
    fn place_among_siblings(&self, person: &PersonId) -> Option<(usize, usize)> {
        let (_, union) = self.map.home_union(person)?;
        let born = |id: &PersonId| self.map.person(id)?.birth.map(|birth| birth.main_date());
        let mine = born(person)?;
        let children = union.children.iter().map(|child| &child.person);
        let born_at = |id| self.map.person(id).filter(|it| it.holds_facts()).map(|_| born(id));
        let years: Option<Vec<_>> = children.filter_map(born_at).collect();
        let years = years.filter(|years| 1 < years.len())?;
        Some((1 + years.iter().filter(|year| **year < mine).count(), years.len()))
    }

    pub(super) fn help_returns(&self, finding: &Finding) -> Vec<String> {
        let see = self.see(finding);
        let question = self.texts.get("find-ask-really");
        if let Some(theme) = &finding.theme {
            let message = Message::new("find-help-generations").arg("see", see);
            let message = message.arg("span", finding.span).arg("what", self.what(theme));
            let second = self.with_people(&finding.people, finding, |people| {
                Message::new("find-help-people").arg("people", people)
            });
            return vec![self.texts.say(&message), second, question];
        }
        let n = count(finding, "supports").unwrap_or(0);
        let first = self.with_people(&finding.people, finding, |people| {
            let message = Message::new("find-help-now").arg("see", &see).arg("n", n);
            message.arg("people", people)
        });
        let mut names: Vec<String> = Vec::new();
        for evidence in &finding.helped {
            let Evidence::Support(id) = evidence else { continue };
            let Some(support) = self.map.supports.get(id) else { continue };
            let name = self.what(&Theme::Kind(support.kind.clone()));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let mut said = vec![first];
        if !names.is_empty() {
            said.push(self.shortest_that_fits(&names, |list| {
                self.texts.say(&Message::new("find-help-now-list").arg("list", list))
            }));
        }
        said.push(question);
        said
    }
}
