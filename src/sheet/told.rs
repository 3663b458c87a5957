//! What a sheet says: taken from the cards, the goals and the wish of the shown map, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::dates;
use super::{Wanted, Words};
use crate::catalogue::Catalogue;
use crate::i18n::{Message, Texts};
use crate::kinship::{self, Kinship};
use crate::model::{CardId, EntryId, FamilyMap, Goal, GoalState, PersonId, Said, Strength, Whose};
use crate::pattern::{self, Card, Cards, Question, Settings, Teller, Theme, What, generations};
use crate::scene::{StrandHue, theme_hue};
use crate::shown::{self, Hiding, Opened};
use crate::telling::{Audience, Family, Fullness, People as _};

/// Everything that stands on the parent's sheet, in words.
#[derive(Debug)]
pub(super) struct Told {
    pub cards: Cards,
    /// To whom it speaks.
    pub audience: Audience,
    /// The names of those it is for.
    pub names: Vec<String>,
    pub wish: String,
    pub thread: Option<Thread>,
    /// Something strong of a focus person, which is not the thread.
    pub strength: Option<String>,
    /// Who got out of something.
    pub managed: Option<String>,
    /// What can be asked; only where it speaks openly.
    pub question: Option<String>,
    pub step: Option<Step>,
}

/// The thread of a sheet.
#[derive(Debug)]
pub(super) struct Thread {
    pub card: CardId,
    pub hue: StrandHue,
    /// Two at most.
    pub sentences: Vec<String>,
}

/// What is done first.
#[derive(Debug)]
pub(super) struct Step {
    /// The first step, else the goal itself.
    pub text: String,
    pub is_goal: bool,
    pub with: String,
    pub when: String,
}

/// The map that a sheet is made of: with the names that are wanted, without what is hidden.
pub(super) fn shown_map(wanted: &Wanted<'_>) -> FamilyMap {
    let named = shown::named(wanted.map, wanted.names, wanted.lang);
    shown::without_hidden(&named, Catalogue::builtin(), &opened(wanted))
}

/// Nothing is open on paper.
pub(super) fn opened(wanted: &Wanted<'_>) -> Opened {
    Opened { eyes: wanted.eyes, ..Opened::default() }
}

/// The cards of the whole map of which nothing is open; `kin` is its kinship.
pub(super) fn cards(wanted: &Wanted<'_>, kin: &Kinship) -> Cards {
    let (settings, opened) = (Settings::default(), opened(wanted));
    pattern::cards(wanted.map, kin, Catalogue::builtin(), &settings, wanted.today, &opened)
}

impl Told {
    /// What is told of `map`, which is that of [`shown_map`].
    pub(super) fn of(wanted: &Wanted<'_>, map: &FamilyMap) -> Self {
        let (catalogue, opened) = (Catalogue::builtin(), opened(wanted));
        let kin = Kinship::of(wanted.map);
        let cards = cards(wanted, &kin);
        let generations = generations(map, &kin);
        let teller = Teller::new(map, &kin, catalogue, &cards, &generations);
        let sayer = Sayer { wanted, map, cards: &cards, teller, generations: &generations };
        let hiding = Hiding { map, catalogue, opened: &opened };
        let thread = sayer.thread();
        let of_thread = thread.as_ref().map(|(_, thread)| thread.card.as_str().to_owned());
        let question = thread.as_ref().and_then(|(card, thread)| sayer.question(card, thread));
        let told = Self {
            audience: sayer.family().audience(),
            names: sayer.names(),
            wish: map.wish.trim().to_owned(),
            strength: sayer.strength(&hiding, of_thread.as_deref()),
            managed: sayer.managed(),
            question: question.filter(|_| wanted.words == Words::Open),
            step: sayer.step(&hiding),
            thread: thread.map(|(_, thread)| thread),
            cards: Cards::default(),
        };
        Self { cards, ..told }
    }
}

/// Finds the words.
struct Sayer<'a> {
    wanted: &'a Wanted<'a>,
    map: &'a FamilyMap,
    cards: &'a Cards,
    teller: Teller<'a>,
    generations: &'a BTreeMap<PersonId, i32>,
}

impl<'a> Sayer<'a> {
    const fn texts(&self) -> Texts {
        Texts::new(self.wanted.lang)
    }

    fn family(&self) -> Family<'a> {
        let (lang, today) = (self.wanted.lang, self.wanted.today);
        Family::new(self.map, lang, kinship::Names::Shown, today, self.generations)
    }

    fn focus(&self) -> impl Iterator<Item = &'a PersonId> {
        self.map.focus.iter().filter(|id| self.map.people.contains_key(*id))
    }

    fn names(&self) -> Vec<String> {
        let names = self.focus().filter_map(|id| self.map.person(id));
        let names = names.map(|person| person.name.short().to_owned());
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The first strength of the list; where the sheet speaks openly, what comes first of the rest.
    fn thread(&self) -> Option<(&'a Card, Thread)> {
        let strong = |card: &&Card| {
            card.keys.is_strong && matches!(card.theme, Theme::Strength(_) | Theme::SkillWell(_))
        };
        let plays = |card: &&Card| !card.keys.is_strong && card.theme.is_entered();
        let open = self.cards.list().find(plays).filter(|_| self.wanted.words == Words::Open);
        let card = open.or_else(|| self.cards.list().find(strong))?;
        let sentences = self.teller.told(card, self.wanted.lang).closed;
        let hue = theme_hue(self.map, Some(&card.theme));
        let thread = Thread { card: card.id.clone(), hue, sentences };
        (!thread.sentences.is_empty()).then_some((card, thread))
    }

    /// The question of its card, where the two sentences do not ask it already.
    fn question(&self, card: &Card, thread: &Thread) -> Option<String> {
        let mut asked = card.claims.iter().filter_map(|claim| match claim.what {
            What::Asked(question) if question != Question::Wish => Some(question),
            _ => None,
        });
        // What is not known of somebody is asked at the table.
        if !matches!(asked.next(), Some(Question::Helped | Question::NotBegun)) {
            return None;
        }
        let lines = self.teller.told(card, self.wanted.lang).lines;
        let asked = lines.into_iter().find(|line| line.line == 7)?.sentences.into_iter().next()?;
        (asked.ends_with('?') && !thread.sentences.contains(&asked)).then_some(asked)
    }

    /// A strength of a focus person that the thread does not tell already.
    fn strength(&self, hiding: &Hiding<'_>, of_thread: Option<&str>) -> Option<String> {
        let is_told = |strength: &&Strength| {
            let kind = strength.kind.as_ref().map(|kind| kind.as_str());
            strength.said == Said::Yes
                && hiding.strength_untold(strength).is_none()
                && (kind.is_none() || kind != of_thread)
        };
        let mut said = self.focus().filter_map(|id| {
            let person = self.map.person(id)?;
            let mut strengths = person.strengths.iter().filter(is_told);
            strengths.find_map(|it| self.strength_words(id, it))
        });
        said.next()
    }

    fn strength_words(&self, person: &PersonId, strength: &Strength) -> Option<String> {
        let words = strength.words.trim();
        let own = || (!words.is_empty()).then(|| self.texts().say(&quoted(words)));
        self.teller.strength(person, strength, self.wanted.lang).or_else(own)
    }

    /// "Het lukte Sandra en oom Theo": who got out, and not of what.
    fn managed(&self) -> Option<String> {
        let out = |card: &Card| -> Vec<PersonId> {
            let claims = card.claims.iter().filter(|claim| claim.what == What::Out);
            let mut people: Vec<PersonId> = Vec::new();
            for id in claims.flat_map(|claim| &claim.people) {
                if !people.contains(id) && self.map.people.contains_key(id) {
                    people.push(id.clone());
                }
            }
            people
        };
        let plays = self.cards.list().filter(|card| !card.keys.is_strong);
        let people = plays.map(out).find(|people| !people.is_empty())?;
        let called = self.family().called(&people, Fullness::Grouped);
        let (names, objects): (Vec<String>, Vec<String>) =
            called.into_iter().map(|it| (it.name, it.object)).unzip();
        let texts = self.texts();
        let (who, whom) = (capital(&texts.listed(&names)), texts.listed(&objects));
        Some(texts.say(&Message::new("sheet-managed").arg("who", who).arg("whom", whom)))
    }

    /// The open goal that comes first: with a step, by its day.
    fn step(&self, hiding: &Hiding<'_>) -> Option<Step> {
        let seen = seen_entries(self.map, hiding);
        let is_theirs = |goal: &Goal| match &goal.whose {
            Whose::Person(id) => self.map.focus.is_empty() || self.map.focus.contains(id),
            Whose::Household(_) | Whose::Family => true,
        };
        let is_told = |goal: &&Goal| {
            goal.state == GoalState::Open
                && is_theirs(goal)
                // What answers something hidden may tell it.
                && goal.answers.iter().all(|id| seen.contains(id))
                && !(goal.first_step.trim().is_empty() && goal.text.trim().is_empty())
        };
        let goals = self.map.goals.values().map(AsRef::as_ref).filter(is_told);
        let day = |goal: &Goal| goal.by.map_or(f64::INFINITY, |by| by.main_date().as_years());
        let goal = goals.min_by(|a, b| {
            let none = |goal: &Goal| goal.first_step.trim().is_empty();
            none(a).cmp(&none(b)).then(day(a).total_cmp(&day(b)))
        })?;
        let first = goal.first_step.trim();
        let helpers = goal.supports.iter().filter_map(|id| self.map.supports.get(id));
        let helpers = helpers.map(|support| {
            let row = Catalogue::builtin().support(support.kind.as_str());
            let kind = row.map(|row| row.words.in_lang(self.wanted.lang));
            let kind = support.kind_words(kind).unwrap_or_default();
            let name = support.name.trim();
            if name.is_empty() { kind.to_owned() } else { name.to_owned() }
        });
        let helper = goal.helper.trim().to_owned();
        let with: Vec<String> = [helper].into_iter().chain(helpers).collect();
        let with: Vec<String> = with.into_iter().filter(|it| !it.is_empty()).collect();
        let texts = self.texts();
        Some(Step {
            text: if first.is_empty() { goal.text.trim() } else { first }.to_owned(),
            is_goal: first.is_empty(),
            with: texts.listed(&with),
            when: goal.by.map(|by| dates::about(by, texts)).unwrap_or_default(),
        })
    }
}

/// What is not hidden in any way.
pub(super) fn seen_entries<'a>(map: &'a FamilyMap, hiding: &Hiding<'_>) -> BTreeSet<&'a EntryId> {
    let people = map.people.iter().flat_map(|(id, it)| {
        let who = [id];
        it.entries.iter().filter(move |entry| !hiding.entry_is_untold(entry, &who))
    });
    let unions = map.unions.values().flat_map(|it| &it.entries);
    let homes = map.households.values().flat_map(|it| &it.entries);
    let ties = map.relations.values().flat_map(|it| &it.entries);
    let others = unions.chain(homes).chain(ties);
    let others = others.filter(|entry| !hiding.entry_is_untold(entry, &[]));
    people.chain(others).map(|entry| &entry.id).collect()
}

/// Words as they were said.
pub(super) fn quoted(words: &str) -> Message {
    Message::new("sheet-quote").arg("words", words)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
