//! Findings in plain sentences, Dutch and English: what we see, how many of those we know, what is
//! not known, and a question. No cause, no reproach, no prediction, no score.
//!
//! Works from a finding alone; a sentence never adds to it. People are called as the focus person
//! calls them, except around kinds that are hidden by default: there a short name is all.

mod card;
mod people;
mod phrase;
mod repeats;
mod thread;
mod unknown;

use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::{Address, KinWords, Names};
use crate::model::{FamilyMap, KindId, PersonId, Strength, StrengthId};
use crate::pattern::{Finding, Pattern, Theme};

/// The longest sentence, in words (safekeeping.md §5).
pub const MAX_WORDS: usize = 20;

/// So many of the family's own words are said.
const MOST_OWN_WORDS: usize = 4;

/// Says what was found on one map, in one language.
#[derive(Debug)]
pub struct Wording<'a> {
    map: &'a FamilyMap,
    catalogue: &'a Catalogue,
    texts: Texts,
    kin: KinWords<'a>,
    names: Names,
    strengths: BTreeMap<&'a StrengthId, &'a Strength>,
}

impl<'a> Wording<'a> {
    /// For the people of `map`, in `lang`. Linear in the map, but for a logarithm.
    #[must_use]
    pub fn of(
        map: &'a FamilyMap,
        catalogue: &'a Catalogue,
        lang: Lang,
        address: Address,
        names: Names,
    ) -> Self {
        let lists = (map.people.values().map(|it| &it.strengths))
            .chain(map.unions.values().map(|it| &it.strengths))
            .chain(map.households.values().map(|it| &it.strengths));
        let strengths = lists.flatten().map(|strength| (&strength.id, strength)).collect();
        let kin = KinWords::of(map, lang, address, names);
        Self { map, catalogue, texts: Texts::new(lang), kin, names, strengths }
    }

    /// One to three sentences: the first says what we see, the last asks.
    #[must_use]
    pub fn sentences(&self, finding: &Finding) -> Vec<String> {
        let said = match finding.pattern {
            Pattern::Thread => self.thread(finding),
            Pattern::TurningPoint => self.turning_point(finding),
            Pattern::Siblings => self.siblings(finding),
            Pattern::Branches => self.branches(finding),
            Pattern::SameAge | Pattern::EverYounger => self.ages_told(finding),
            Pattern::Together => self.together(finding),
            Pattern::InTurn => self.in_turn(finding),
            Pattern::HandedOn => self.handed_on(finding),
            Pattern::GrownUpWith => self.grown_up(finding),
            Pattern::Loss => self.loss(finding),
            Pattern::Stacking => self.stacking(finding),
            Pattern::Triangle => self.triangle(finding),
            Pattern::PlaceInRow => self.place_in_row(finding),
            Pattern::HelpReturns => self.help_returns(finding),
        };
        said.into_iter().map(|sentence| capital(&sentence)).collect()
    }

    /// The sentences as one text.
    #[must_use]
    pub fn text(&self, finding: &Finding) -> String {
        self.sentences(finding).join(" ")
    }

    /// The words of everybody.
    #[must_use]
    pub const fn kin(&self) -> &KinWords<'a> {
        &self.kin
    }

    /// "schulden", "te veel werk": the theme as words in a sentence.
    fn what(&self, theme: &Theme) -> String {
        if let Some(id) = phrase::phrase_id(theme) {
            let plain = self.texts.say(&Message::new(id));
            return match theme {
                Theme::SkillHard(_) => {
                    self.texts.say(&Message::new("theme-skill-hard").arg("what", plain))
                }
                Theme::SkillWell(_) => {
                    self.texts.say(&Message::new("theme-skill-well").arg("what", plain))
                }
                _ => plain,
            };
        }
        let Some(id) = theme.kind() else { return String::new() };
        let name = self.name_of(id);
        match theme {
            Theme::Area(_) => self.texts.say(&Message::new("theme-area").arg("label", name)),
            _ => match self.support_name(id) {
                Some(support) => support,
                None => {
                    let label = first_words(&name);
                    self.texts.say(&Message::new("theme-own").arg("label", label))
                }
            },
        }
    }

    fn theme_of(&self, finding: &Finding) -> String {
        finding.theme.as_ref().map_or_else(String::new, |theme| self.what(theme))
    }

    /// The second theme of a pair.
    fn second_of(&self, finding: &Finding) -> String {
        finding.more_themes.first().map_or_else(String::new, |theme| self.what(theme))
    }

    /// The name of a row of the catalogue, or of a kind of the map's own, as it stands alone.
    fn name_of(&self, id: &KindId) -> String {
        if let Some(row) = self.catalogue.entry(id.as_str()) {
            return row.words().in_lang(self.texts.lang()).to_owned();
        }
        let own = self.map.own_kinds.get(id).map(|own| own.label.trim());
        match own.filter(|label| !label.is_empty()) {
            Some(label) => label.to_owned(),
            // Of a newer program, or written by hand: the words in its id are all there is.
            None => capital(&id.as_str().replace(['-', '_'], " ")),
        }
    }

    fn support_name(&self, id: &KindId) -> Option<String> {
        let row = self.catalogue.support(id.as_str())?;
        let words = row.words.in_lang(self.texts.lang());
        // What stands between brackets or after a slash is for professionals.
        let plain = words.split(['(', '/']).next().unwrap_or(words);
        Some(plain.trim().to_owned())
    }

    /// "We zien", or with Maybe counted, the words that say so.
    fn see(&self, finding: &Finding) -> String {
        let message = if finding.counts_maybe {
            Message::new("find-see-maybe")
        } else {
            Message::new("find-see")
        };
        self.texts.say(&message)
    }

    /// Is it about something that the client's screen hides by default?
    #[must_use]
    pub fn is_hidden(&self, finding: &Finding) -> bool {
        let themes = finding.theme.iter().chain(&finding.more_themes);
        themes.into_iter().any(|theme| match theme {
            Theme::Contact(id, _) => {
                self.catalogue.relation(id.as_str()).is_some_and(|row| row.harm.is_some())
            }
            _ => theme
                .kind()
                .and_then(|id| self.catalogue.kind(id.as_str()))
                .is_some_and(|row| row.hidden),
        })
    }

    fn is_dead(&self, person: &PersonId) -> bool {
        self.map.person(person).is_some_and(|it| it.is_dead())
    }
}

/// A number that came with a finding.
fn count(finding: &Finding, name: &str) -> Option<i64> {
    finding.counts.iter().find(|(other, _)| *other == name).map(|(_, n)| *n)
}

/// The age as it is written, of somebody in the first year of life; nobody says "at 0".
const FIRST_YEAR: &str = "0";

/// The sentence with a capital.
fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The family's own words may be a whole story: only the first few fit in a sentence.
fn first_words(label: &str) -> String {
    let first: Vec<&str> = label.split_whitespace().take(MOST_OWN_WORDS).collect();
    let more = if words(label) <= MOST_OWN_WORDS { "" } else { "…" };
    format!("{}{more}", first.join(" "))
}

fn words(sentence: &str) -> usize {
    sentence.split_whitespace().count()
}

#[cfg(test)]
mod tests;
