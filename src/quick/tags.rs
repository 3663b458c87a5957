//! What a word with a sign before it means: in the catalogue, or on this map.

use super::{Fault, Mark, Sign, What, answer};
use crate::catalogue::{Catalogue, Entry, RelationKind, slug};
use crate::document::When;
use crate::i18n::{Lang, Texts};
use crate::model::{Date, FamilyMap, GoingOn, KindId, Moment, PartialDate, Said, SkillLevel};

/// What is attached to somebody.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attached {
    pub thing: Thing,
    pub how: How,
}

/// How it stands with it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct How {
    pub said: Said,
    pub since: Option<Moment>,
    pub until: Option<Moment>,
    pub going_on: Option<GoingOn>,
    /// What they call it themselves; may be empty.
    pub words: String,
}

/// What it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Thing {
    Problem(KindId),
    /// Of the map's own, by its words.
    OwnProblem(String),
    Strength(KindId),
    OwnStrength(String),
    Skill(KindId, SkillLevel),
}

/// By what tags are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tags<'m> {
    pub map: &'m FamilyMap,
    pub lang: Lang,
    pub today: Date,
}

/// What stands behind `=`, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Said(Said),
    GoingOn(GoingOn),
    Level(SkillLevel),
}

const STATES: &[(&str, State)] = &[
    ("ja", State::Said(Said::Yes)),
    ("yes", State::Said(Said::Yes)),
    ("?", State::Said(Said::Maybe)),
    ("misschien", State::Said(Said::Maybe)),
    ("maybe", State::Said(Said::Maybe)),
    ("nee", State::Said(Said::No)),
    ("no", State::Said(Said::No)),
    ("nu", State::GoingOn(GoingOn::Now)),
    ("now", State::GoingOn(GoingOn::Now)),
    ("vroeger", State::GoingOn(GoingOn::Before)),
    ("voorbij", State::GoingOn(GoingOn::Before)),
    ("before", State::GoingOn(GoingOn::Before)),
    ("goed", State::Level(SkillLevel::GoesWell)),
    ("well", State::Level(SkillLevel::GoesWell)),
    ("wisselt", State::Level(SkillLevel::Varies)),
    ("varies", State::Level(SkillLevel::Varies)),
    ("lastig", State::Level(SkillLevel::Hard)),
    ("hard", State::Level(SkillLevel::Hard)),
];

/// The word for a state, as it is written.
pub(super) fn said_word(said: Said, lang: Lang) -> Option<&'static str> {
    match (said, lang) {
        (Said::Yes, _) => None,
        (Said::Maybe, Lang::Nl) => Some("misschien"),
        (Said::Maybe, Lang::En) => Some("maybe"),
        (Said::No, Lang::Nl) => Some("nee"),
        (Said::No, Lang::En) => Some("no"),
    }
}

/// The word for whether it goes on, as it is written.
pub(super) fn going_on_word(going_on: GoingOn, lang: Lang) -> Option<&'static str> {
    match (going_on, lang) {
        (GoingOn::Unknown, _) => None,
        (GoingOn::Now, Lang::Nl) => Some("nu"),
        (GoingOn::Now, Lang::En) => Some("now"),
        (GoingOn::Before, Lang::Nl) => Some("vroeger"),
        (GoingOn::Before, Lang::En) => Some("before"),
    }
}

/// The word for how a skill goes, as it is written.
pub(super) const fn level_word(level: SkillLevel, lang: Lang) -> &'static str {
    match (level, lang) {
        (SkillLevel::GoesWell, Lang::Nl) => "goed",
        (SkillLevel::GoesWell, Lang::En) => "well",
        (SkillLevel::Varies, Lang::Nl) => "wisselt",
        (SkillLevel::Varies, Lang::En) => "varies",
        (SkillLevel::Hard, Lang::Nl) => "lastig",
        (SkillLevel::Hard, Lang::En) => "hard",
    }
}

impl Tags<'_> {
    /// What `mark` attaches.
    pub(super) fn attached(&self, mark: &Mark) -> Result<Attached, Fault> {
        let states = states(mark)?;
        let level = states.iter().find_map(|it| match it {
            State::Level(level) => Some(*level),
            _ => None,
        });
        let said = states.iter().find_map(|it| match it {
            State::Said(said) => Some(*said),
            _ => None,
        });
        let going_on = states.iter().find_map(|it| match it {
            State::GoingOn(going_on) => Some(*going_on),
            _ => None,
        });
        let answer = mark.answer;
        if answer.is_unknown() {
            return Err(fault(mark, What::UnknownState(answer.in_words(Texts::new(self.lang)))));
        }
        let when = self.when(mark)?;
        let mut how = How {
            said: said.or_else(|| answer.said()).unwrap_or_default(),
            since: when.since.or(answer.when.since),
            until: when.until.or(answer.when.until),
            going_on: going_on.or_else(|| answer.going_on()),
            words: mark.own_words.clone().unwrap_or_default(),
        };
        let thing = self.thing(mark, level.or_else(|| answer.level()))?;
        match thing {
            Thing::Skill(..) => {}
            // How it goes is said of a skill alone.
            _ if !answer.is_of_kind() => {
                let words = answer.level().map(|it| level_word(it, self.lang)).unwrap_or_default();
                return Err(fault(mark, What::UnknownState(words.to_owned())));
            }
            // A strength has no "vroeger" of its own, as in the palette: that ended before this year.
            Thing::Strength(_) | Thing::OwnStrength(_) => {
                let is_before = how.going_on.take() == Some(GoingOn::Before);
                how.until = how.until.or_else(|| answer::before(self.today).filter(|_| is_before));
            }
            Thing::Problem(_) | Thing::OwnProblem(_) => {}
        }
        Ok(Attached { thing, how })
    }

    /// What stands behind `@`: "24..31", and "24-31" as one says it.
    fn when(&self, mark: &Mark) -> Result<When, Fault> {
        let lone = mark.since.as_deref().filter(|_| mark.until.is_none());
        if let Some(when) = lone.and_then(|text| answer::from_until(text, self.today)) {
            return Ok(when);
        }
        let since = self.moment(mark, mark.since.as_deref())?;
        Ok(When { since, until: self.moment(mark, mark.until.as_deref())? })
    }

    fn moment(&self, mark: &Mark, text: Option<&str>) -> Result<Option<Moment>, Fault> {
        let Some(text) = text.filter(|it| !it.is_empty()) else { return Ok(None) };
        let moment = Moment::from_typed(text, self.today);
        moment.map(Some).ok_or_else(|| fault(mark, What::UnknownMoment(text.to_owned())))
    }

    fn thing(&self, mark: &Mark, level: Option<SkillLevel>) -> Result<Thing, Fault> {
        if mark.word.trim().is_empty() {
            return Err(fault(mark, What::NoWord));
        }
        let known = Self::row(mark).or_else(|| self.only_one(mark)).or_else(|| Self::skill(mark));
        // "+plannen" is a skill that goes well.
        let is_strong = mark.sign == Sign::Strength;
        let level = level.or_else(|| is_strong.then_some(SkillLevel::GoesWell));
        let id = |id: &str| KindId::new(id);
        let thing = match known {
            Some(Entry::Kind(row)) => id(&row.id).map(Thing::Problem),
            Some(Entry::Strength(row)) => id(&row.id).map(Thing::Strength),
            Some(Entry::Skill(row)) => {
                let level = level.ok_or_else(|| fault(mark, What::NoLevel))?;
                id(&row.id).map(|id| Thing::Skill(id, level))
            }
            _ => self.own_kind(&mark.word).map(Thing::Problem),
        };
        let own = || match mark.sign {
            Sign::Strength => Thing::OwnStrength(mark.word.trim().to_owned()),
            _ => Thing::OwnProblem(mark.word.trim().to_owned()),
        };
        thing
            .or_else(|| mark.is_quoted.then(own))
            .ok_or_else(|| fault(mark, What::UnknownKind(mark.word.clone(), self.near(mark))))
    }

    /// The row that has exactly this name.
    fn row(mark: &Mark) -> Option<Entry<'static>> {
        let catalogue = Catalogue::builtin();
        if mark.sign == Sign::Strength {
            let wanted = slug(&mark.word);
            let is_called = |entry: Entry<'_>| {
                let id = slug(entry.id());
                let tail = id.split_once('-').map(|(_, tail)| tail.to_owned());
                let names = Lang::ALL.map(|lang| slug(entry.words().in_lang(lang)));
                id == wanted || tail.as_ref() == Some(&wanted) || names.contains(&wanted)
            };
            let strengths = catalogue.strengths().iter().map(Entry::Strength);
            return strengths.into_iter().find(|it| is_called(*it));
        }
        catalogue.tagged(&mark.word)
    }

    /// The skill that is called so.
    fn skill(mark: &Mark) -> Option<Entry<'static>> {
        let found = Catalogue::builtin().tagged(&mark.word);
        found.filter(|it| matches!(it, Entry::Skill(_)) && !mark.is_quoted)
    }

    /// The one row that fits, where only one does: by a synonym, without dashes, or not written out.
    fn only_one(&self, mark: &Mark) -> Option<Entry<'static>> {
        if mark.is_quoted {
            return None;
        }
        let compact = slug(&mark.word).replace('-', "");
        let is_same = |entry: &Entry<'_>| {
            let names = Lang::ALL.into_iter().flat_map(|lang| {
                let synonyms = entry.synonyms().in_lang(lang).iter().map(String::as_str);
                synonyms.chain([entry.words().in_lang(lang)])
            });
            names.into_iter().any(|name| slug(name).replace('-', "") == compact)
        };
        let same: Vec<Entry<'static>> = Self::rows(mark).filter(is_same).collect();
        match same.as_slice() {
            [only] => Some(*only),
            [] => match self.found(mark).as_slice() {
                [only] => Some(*only),
                _ => None,
            },
            _ => None,
        }
    }

    fn rows(mark: &Mark) -> impl Iterator<Item = Entry<'static>> + use<> {
        let sign = mark.sign;
        Catalogue::builtin().entries().filter(move |entry| fits(sign, *entry))
    }

    fn found(&self, mark: &Mark) -> Vec<Entry<'static>> {
        let query = mark.word.replace(['-', '_'], " ");
        let found = Catalogue::builtin().search(&query, self.lang);
        found.into_iter().filter(|entry| fits(mark.sign, *entry)).collect()
    }

    /// Up to three tags that are near.
    fn near(&self, mark: &Mark) -> Vec<String> {
        self.found(mark).into_iter().take(3).map(|entry| tag_of(entry, self.lang)).collect()
    }

    fn own_kind(&self, word: &str) -> Option<KindId> {
        let wanted = slug(word);
        let mut found = self.map.own_kinds.iter().filter(|(_, kind)| slug(&kind.label) == wanted);
        found.next().map(|(id, _)| id.clone())
    }

    /// Which relation `mark` means, since when and until when.
    pub(super) fn relation(
        &self,
        mark: &Mark,
    ) -> Result<(&'static RelationKind, Option<PartialDate>, Option<PartialDate>), Fault> {
        let kind = relation_kind(&mark.word).ok_or_else(|| {
            let rows = Catalogue::builtin().relations();
            let known = rows.iter().map(|row| format!("~{}", relation_word(row, self.lang)));
            fault(mark, What::UnknownRelation(mark.word.clone(), known.collect()))
        })?;
        if let Some(state) = mark.says.first() {
            return Err(fault(mark, What::UnknownState(state.clone())));
        }
        let lone = mark.since.as_deref().filter(|_| mark.until.is_none());
        if let Some(When { since: Some(Moment::On(since)), until: Some(Moment::On(until)) }) =
            lone.and_then(|text| answer::from_until(text, self.today))
        {
            return Ok((kind, Some(since), Some(until)));
        }
        let date = |text: Option<&str>| {
            let Some(text) = text.filter(|it| !it.is_empty()) else { return Ok(None) };
            let date = PartialDate::from_typed(text, self.today);
            date.map(Some).ok_or_else(|| fault(mark, What::UnknownMoment(text.to_owned())))
        };
        Ok((kind, date(mark.since.as_deref())?, date(mark.until.as_deref())?))
    }
}

/// The kind of relation that has this name, in either language.
fn relation_kind(word: &str) -> Option<&'static RelationKind> {
    let rows = Catalogue::builtin().relations();
    let wanted = slug(word);
    let by_name = rows.iter().find(|row| {
        let names = Lang::ALL.map(|lang| slug(row.words.in_lang(lang)));
        let says =
            row.roles.iter().flat_map(|it| Lang::ALL.map(|lang| slug(it.says.in_lang(lang))));
        slug(&row.id) == wanted
            || names.contains(&wanted)
            || row.aliases.iter().any(|it| slug(it) == wanted)
            || says.into_iter().any(|it| it == wanted)
    });
    by_name.or_else(|| {
        rows.iter().find(|row| {
            let synonyms = Lang::ALL.into_iter().flat_map(|lang| row.synonyms.in_lang(lang));
            synonyms.into_iter().any(|it| slug(it) == wanted)
        })
    })
}

/// The word for a relation, as it is written.
pub(super) fn relation_word(row: &RelationKind, lang: Lang) -> String {
    let word = slug(row.words.in_lang(lang));
    let is_itself = relation_kind(&word).is_some_and(|it| it.id == row.id);
    if is_itself { word } else { row.id.clone() }
}

/// The tag for a row, as it is written: one that is read back as this row.
pub(super) fn tag_of(entry: Entry<'_>, lang: Lang) -> String {
    let id = entry.id();
    let tail = id.split_once('-').map(|(_, tail)| tail.to_owned());
    let name = slug(entry.words().in_lang(lang));
    let wanted = match lang {
        Lang::Nl => [tail, Some(name)],
        Lang::En => [Some(name), None],
    };
    let is_itself = |tag: &String| {
        Catalogue::builtin().tagged(tag).is_some_and(|it| it.id() == id) && *tag == slug(tag)
    };
    wanted.into_iter().flatten().find(is_itself).unwrap_or_else(|| id.to_owned())
}

const fn fits(sign: Sign, entry: Entry<'_>) -> bool {
    match entry {
        Entry::Kind(_) | Entry::Skill(_) => matches!(sign, Sign::Any),
        Entry::Strength(_) => true,
        Entry::Area(_) | Entry::Support(_) | Entry::Relation(_) => false,
    }
}

fn states(mark: &Mark) -> Result<Vec<State>, Fault> {
    let state = |text: &String| {
        let wanted = text.trim().to_lowercase();
        let found = STATES.iter().find(|(word, _)| *word == wanted).map(|(_, state)| *state);
        found.ok_or_else(|| fault(mark, What::UnknownState(text.clone())))
    };
    mark.says.iter().map(state).collect()
}

fn fault(mark: &Mark, what: What) -> Fault {
    Fault { span: mark.span.clone(), what }
}
