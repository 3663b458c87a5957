//! What a sheet says: taken from the cards, the goals and the wish of the shown map, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::dates;
use super::{Wanted, Words};
use crate::catalogue::{CHILDHOOD_ENDS, Catalogue};
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::{self, Kinship};
use crate::model::{
    Bond, CardId, EntryId, FamilyMap, Goal, GoalState, LifeCourse, PersonId, Said, Strength, Whose,
};
use crate::pattern::{self, Card, Cards, Question, Settings, Teller, Theme, What, generations};
use crate::scene::{StrandHue, theme_hue};
use crate::shown::{self, Hiding, Names, Opened};
use crate::telling::{Audience, Family, Fullness, MAX_NAMES, People as _};

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

/// The same for the fridge: who was lost or is expected is not told there, as on a child's sheet.
pub(super) fn fridge_map(wanted: &Wanted<'_>) -> FamilyMap {
    let map = shown_map(wanted);
    if wanted.words == Words::Open || map.people.values().all(|it| it.life == LifeCourse::Born) {
        return map;
    }
    let born = map.people.iter().filter(|(_, it)| it.life == LifeCourse::Born);
    let born: BTreeSet<PersonId> = born.map(|(id, _)| id.clone()).collect();
    let focus = map.focus.iter().filter(|id| born.contains(*id)).cloned().collect();
    FamilyMap { focus, ..map.part(&born) }
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
    /// What is told of `map`, which is that of [`fridge_map`].
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
            managed: thread.as_ref().and_then(|(card, _)| sayer.managed(card)),
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

    /// The first strength that goes through two grown generations, else the first of all that two people
    /// share, else the first; where the sheet speaks openly, what comes first of the rest.
    fn thread(&self) -> Option<(&'a Card, Thread)> {
        let strong = |card: &&Card| {
            card.keys.is_strong && matches!(card.theme, Theme::Strength(_) | Theme::SkillWell(_))
        };
        let plays = |card: &&Card| !card.keys.is_strong && card.theme.is_entered();
        let open = self.cards.list().find(plays).filter(|_| self.wanted.words == Words::Open);
        let shared = |card: &&Card| std::cmp::Reverse(self.shared_by(card));
        let card = open.or_else(|| self.cards.list().filter(strong).min_by_key(shared))?;
        let sentences = self.sentences(card);
        let hue = theme_hue(self.map, Some(&card.theme));
        let thread = Thread { card: card.id.clone(), hue, sentences };
        (!thread.sentences.is_empty()).then_some((card, thread))
    }

    /// The two sentences of a card; of a strength that a grown-up and a child share, one of each.
    fn sentences(&self, card: &Card) -> Vec<String> {
        let told = self.teller.told(card, self.wanted.lang);
        if !card.keys.is_strong || self.shared_by(card) != 1 {
            return told.closed;
        }
        let lines = told.lines.into_iter().filter_map(|line| line.sentences.into_iter().next());
        let said: Vec<String> = lines.filter(|it| !it.ends_with('?')).take(2).collect();
        if said.is_empty() { told.closed } else { said }
    }

    /// How many hand a strength on: two grown generations, two people, or one.
    fn shared_by(&self, card: &Card) -> u8 {
        let today = self.wanted.today;
        let is_grown = |id: &&PersonId| {
            let person = self.map.person(id);
            person.is_some_and(|it| {
                it.is_dead()
                    || it.age_on(today).is_none_or(|age| i32::from(CHILDHOOD_ENDS) <= age.lo)
            })
        };
        let here = || card.yes.iter().filter(|id| self.map.people.contains_key(*id));
        let grown = here().filter(is_grown).filter_map(|id| self.generations.get(id));
        match grown.collect::<BTreeSet<_>>().len() {
            2.. => 2,
            _ => u8::from(1 < here().count()),
        }
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
        if let Some(bond) = self.bond(person, strength) {
            return Some(bond);
        }
        let words = strength.words.trim();
        let own = || (!words.is_empty()).then(|| self.texts().say(&quoted(words)));
        self.teller.strength(person, strength, self.wanted.lang).or_else(own)
    }

    /// "Jayden heeft een goede band met Fay": not with "the children" of whom there is one.
    fn bond(&self, person: &PersonId, strength: &Strength) -> Option<String> {
        let kind = Catalogue::builtin().strength(strength.kind.as_ref()?.as_str())?;
        let is_over = strength.until.is_some() || self.map.person(person)?.is_dead();
        if !kind.with_children || is_over {
            return None;
        }
        let unions = self.map.unions_of(person).flat_map(|(_, union)| &union.children);
        let children = unions.filter(|it| it.bond != Bond::Donor).map(|it| &it.person);
        let children = children.filter_map(|id| self.map.person(id)).filter(|it| !it.is_dead());
        let names = children.map(|it| it.name.short().to_owned()).collect::<Vec<_>>();
        if names.is_empty() || MAX_NAMES < names.len() || names.iter().any(String::is_empty) {
            return None;
        }
        let texts = self.texts();
        let you = if self.family().audience() == Audience::One { "yes" } else { "no" };
        let who = self.map.person(person)?.name.short();
        let message = Message::new("sheet-bond").arg("you", you).arg("who", who);
        (you == "yes" || !who.is_empty())
            .then(|| texts.say(&message.arg("whom", texts.listed(&names))))
    }

    /// "Het lukte Sandra en oom Theo": who got out of what the thread tells. Beside any other thread nobody
    /// can know what they managed.
    fn managed(&self, card: &Card) -> Option<String> {
        let claims = card.claims.iter().filter(|claim| claim.what == What::Out);
        let mut people: Vec<PersonId> = Vec::new();
        for id in claims.flat_map(|claim| &claim.people) {
            if !people.contains(id) && self.map.people.contains_key(id) {
                people.push(id.clone());
            }
        }
        if people.is_empty() {
            return None;
        }
        let called = self.family().called(&people, Fullness::Grouped);
        let (names, objects): (Vec<String>, Vec<String>) =
            called.into_iter().map(|it| (it.name, it.object)).unzip();
        let texts = self.texts();
        let (who, whom) = (capital(&texts.listed(&names)), texts.listed(&objects));
        Some(texts.say(&Message::new("sheet-managed").arg("who", who).arg("whom", whom)))
    }

    /// The open goal that comes first: with a step, their own, by its day.
    fn step(&self, hiding: &Hiding<'_>) -> Option<Step> {
        let seen = seen_entries(self.map, hiding);
        let is_own = |goal: &Goal| match &goal.whose {
            Whose::Person(id) => self.map.focus.contains(id),
            Whose::Household(_) | Whose::Family => false,
        };
        let is_theirs = |goal: &Goal| match &goal.whose {
            Whose::Person(_) => self.map.focus.is_empty() || is_own(goal),
            Whose::Household(_) | Whose::Family => true,
        };
        let has_words =
            |goal: &Goal| !(goal.first_step.trim().is_empty() && goal.text.trim().is_empty());
        let is_told = |goal: &&Goal| {
            goal.state == GoalState::Open
                && is_theirs(goal)
                // What answers something hidden may tell it.
                && goal.answers.iter().all(|id| seen.contains(id))
                // Without names no words are left, and the day still is one.
                && (has_words(goal) || (self.wanted.names != Names::Shown && goal.by.is_some()))
        };
        let goals = self.map.goals.values().map(AsRef::as_ref).filter(is_told);
        let day = |goal: &Goal| goal.by.map_or(f64::INFINITY, |by| by.main_date().as_years());
        let goal = goals.min_by(|a, b| {
            let none = |goal: &Goal| goal.first_step.trim().is_empty();
            let other = |goal: &Goal| !is_own(goal);
            none(a).cmp(&none(b)).then(other(a).cmp(&other(b))).then(day(a).total_cmp(&day(b)))
        })?;
        let first = goal.first_step.trim();
        let texts = self.texts();
        Some(Step {
            text: if first.is_empty() { goal.text.trim() } else { first }.to_owned(),
            is_goal: first.is_empty() && has_words(goal),
            with: self.helper(goal),
            when: goal.by.map(|by| dates::about(by, texts)).unwrap_or_default(),
        })
    }

    /// Who helps with the step: whoever is written beside it, and not an organisation that works on the
    /// whole goal. Who reads the sheet does not do it with herself.
    fn helper(&self, goal: &Goal) -> String {
        let helper = goal.helper.trim();
        let names = self.names();
        if names.iter().any(|name| name == helper) { String::new() } else { helper.to_owned() }
    }
}

/// "School (leerkracht, mentor)", "Pleegzorg of gezinshuis": the first words are the ones that everybody
/// knows, and there is room for.
pub(super) fn short_kind(kind: &str, lang: Lang) -> &str {
    let first = kind.split(['(', '/', ',']).next().unwrap_or_default();
    let or = match lang {
        Lang::Nl => " of ",
        Lang::En => " or ",
    };
    first.split(or).next().unwrap_or_default().trim()
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
