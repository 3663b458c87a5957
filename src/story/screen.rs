//! One step of a story as a picture.

use std::collections::BTreeSet;

use super::behind::Behind;
use super::caption::{self, Caption};
use super::family::{self, Family, Shown};
use super::{HEIGHT, Part};
use crate::geometry::{Point, Rect};
use crate::i18n::{Lang, Message, Texts};
use crate::model::{Date, FamilyMap, Names, StoryScene};
use crate::scene::{Item, Layer, Scene};
use crate::theme::{OnScreen, Theme, ThemeName};

/// Names are to be this large at least, at 1080 rows of dots.
pub const LEAST_NAME: f64 = 24.0;

/// What is to be shown, and how.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'m> {
    /// The whole map; what may not be seen of it is left out here.
    pub map: &'m FamilyMap,
    /// What people are called on the map of whoever tells. Anything but their names goes before what a
    /// scene says.
    pub names: Names,
    /// The language of what is not told in own words.
    pub lang: Lang,
    /// The colours.
    pub theme: ThemeName,
    /// The day that is today.
    pub today: Date,
    /// The width of the screen where its height is [`HEIGHT`].
    pub width: f64,
}

/// What the room sees of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The picture, from (0, 0) to the width that was wanted and [`HEIGHT`].
    pub scene: Scene,
    /// The sentence, if it is said.
    pub sentence: String,
    /// Why there is less of a sentence than was written.
    pub unsaid: Option<Unsaid>,
    /// How large names are.
    pub name_size: f64,
    /// How many people are drawn.
    pub people: usize,
    /// Who stands behind whom.
    pub behind: Behind,
    /// Is the strand of the answer drawn while the room still guesses?
    pub shows_answer: bool,
}

/// Why a sentence is not said as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// It has a name in it, and names are off: it is left out.
    HasName,
    /// It is too long: its end is left out.
    TooLong,
}

/// Draws the `part` of the scene of `wanted` that is number `at`, counted from 0.
#[must_use]
pub fn screen(wanted: &Wanted<'_>, at: usize, part: Part) -> Screen {
    let nothing = StoryScene::default();
    let told = wanted.map.story.get(at).unwrap_or(&nothing);
    let names = told.names.filter(|_| wanted.names == Names::Shown).unwrap_or(wanted.names);
    let texts = Texts::new(wanted.lang);
    let is_unsaid = |text: &str| names != Names::Shown && names_somebody(wanted.map, text);
    let year = family::past(wanted.map, told, wanted.today).map(|then| then.year);
    let counter =
        Message::new("story-counter").count("number", at + 1).count("all", wanted.map.story.len());
    let counter = texts.say(&counter);
    let caption = |part: Part| {
        let text = part.sentence(told);
        let text = if is_unsaid(text) { "" } else { text };
        (text, Caption::of(text, (year, &counter), wanted.width))
    };
    // What is guessed and what there was to guess stand in the same places.
    let other = if part == Part::Guess { Part::Reveal } else { Part::Guess };
    let (sentence, now) = caption(part);
    let height = now.height.max(caption(other).1.height);
    let band = HEIGHT - height;
    let shown = Shown { wanted, told, part, names };
    let draw = |top: f64| {
        let room = Rect::between(Point::new(0.0, top), Point::new(wanted.width, band));
        let family = shown.family(room);
        let is_free = caption::is_free(&family.items, &marks(wanted, &family, texts), wanted.width);
        (family, is_free)
    };
    let (family, is_free) = draw(0.0);
    // Where somebody stands in the corner, the family stands lower.
    let family = if is_free { family } else { draw(caption::STRIP).0 };
    let items = items(wanted, (&family, &now), band, texts);
    let unsaid = if is_unsaid(part.sentence(told)) {
        Some(Unsaid::HasName)
    } else {
        now.is_cut.then_some(Unsaid::TooLong)
    };
    let scene = Scene {
        items,
        bounds: Rect::between(Point::default(), Point::new(wanted.width, HEIGHT)),
        title: sentence.to_owned(),
        description: family.description,
        spoken: family.spoken,
        ..Scene::empty(Theme::for_screen(wanted.theme, OnScreen::Few).ground)
    };
    Screen {
        scene,
        sentence: sentence.to_owned(),
        unsaid,
        name_size: family.name_size,
        people: family.people,
        behind: family.behind,
        shows_answer: part == Part::Guess && shows_answer(told),
    }
}

/// Is everything that there is to show in the end to be seen while the room guesses?
fn shows_answer(told: &StoryScene) -> bool {
    let (first, then) = (Part::Guess.cards(told), Part::Reveal.cards(told));
    then.iter().any(|it| first.contains(it))
}

/// Everything on the screen: the family, what stands in the corner, the band with the sentence.
fn items(
    wanted: &Wanted<'_>,
    (family, caption): (&Family, &Caption),
    band: f64,
    texts: Texts,
) -> Vec<Item> {
    let theme = Theme::for_screen(wanted.theme, OnScreen::Few);
    // Whatever shows a screen shows it as it is: no word of it stays in view or goes by itself.
    let on_screen = |mut item: Item| {
        if item.layer == Layer::Bands {
            item.layer = Layer::Households;
        }
        item
    };
    let mut items: Vec<Item> = family.items.iter().cloned().map(on_screen).collect();
    caption::draw_marks(&marks(wanted, family, texts), (theme, wanted.width), &mut items);
    caption.draw(
        theme,
        Rect::between(Point::new(0.0, band), Point::new(wanted.width, HEIGHT)),
        &mut items,
    );
    items
}

impl Screen {
    /// What is not right about it, for whoever makes the story, not for the room.
    #[must_use]
    pub fn doubts(&self) -> Vec<Message> {
        let unsaid = self.unsaid.map(|it| {
            Message::new(match it {
                Unsaid::HasName => "story-has-name",
                Unsaid::TooLong => "story-too-long",
            })
        });
        let is_small = 0 < self.people && self.name_size < LEAST_NAME - 0.01;
        let small = is_small.then(|| {
            let size = format!("{:.0}", self.name_size.floor());
            Message::new("story-small").arg("size", size).arg("least", LEAST_NAME)
        });
        let answer = self.shows_answer.then(|| Message::new("story-answer-shown"));
        unsaid.into_iter().chain(small).chain(answer).collect()
    }
}

/// What stands in the upper right corner: that everybody is invented, and how many people stand with
/// nobody who is drawn.
fn marks(wanted: &Wanted<'_>, family: &Family, texts: Texts) -> Vec<String> {
    let fictional = wanted.map.fictional.then(|| texts.get("story-fictional"));
    let others = family.behind.nobody;
    let others = Message::new("story-others").count("count", others);
    let others = (0 < family.behind.nobody).then(|| texts.say(&others));
    fictional.into_iter().chain(others).collect()
}

/// Is somebody of `map` called by name in `text`?
fn names_somebody(map: &FamilyMap, text: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let said = words(text);
    map.people.values().any(|person| {
        let name = &person.name;
        let called = [&name.call, &name.given].into_iter().flat_map(|it| words(it));
        // In what else belongs to a name there are words of the language: "moeder van Rob".
        let more = [&name.family, &name.birth, &name.other].into_iter().flat_map(|it| {
            let is_name = |it: &&str| it.chars().next().is_some_and(char::is_uppercase);
            it.split_whitespace().filter(is_name).flat_map(words).collect::<Vec<_>>()
        });
        called.chain(more).any(|word| said.contains(&word))
    })
}
