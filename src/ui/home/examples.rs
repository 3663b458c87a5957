//! The maps that come with the program, each with a small picture of itself.

use egui::{CornerRadius, Rect, Ui};

use crate::file;
use crate::geometry;
use crate::i18n::Lang;
use crate::model::{Date, FamilyMap};
use crate::scene::{Scene, View};
use crate::shown::{Names, Opened, named};
use crate::theme::Theme;
use crate::ui::canvas::{Camera, paint_scene};
use crate::ui::derived::{Derived, Wanted};
use crate::ui::style::color;
use crate::ui::terms::Level;

/// An invented family: the messages of its title and its blurb, how hard it is, and the file in
/// Dutch and in English.
macro_rules! case {
    ($file:literal, $title:literal, $blurb:literal, $level:ident) => {
        Brought {
            told: Told::Case(Case { title: $title, blurb: $blurb, level: Level::$level }),
            dutch: include_bytes!(concat!("../../../examples/", $file, ".familie")),
            english: include_bytes!(concat!("../../../examples/en/", $file, ".familie")),
        }
    };
}

/// A family of history: its file says what it is called.
macro_rules! history {
    ($file:literal) => {
        Brought {
            told: Told::History,
            dutch: include_bytes!(concat!("../../../examples/", $file, ".familie")),
            english: include_bytes!(concat!("../../../examples/", $file, ".familie")),
        }
    };
}

/// In the order of the shelf, the invented families first.
const BROUGHT: &[Brought] = &[
    case!("drie-keer-jong-moeder", "case-three-times", "case-three-times-blurb", Begin),
    case!("net-als-opa", "case-grandpa", "case-grandpa-blurb", Begin),
    case!("de-leeftijd-van-opa", "case-age", "case-age-blurb", Further),
    case!("wie-praat-met-wie", "case-who-talks", "case-who-talks-blurb", Hard),
    case!("negentien", "case-nineteen", "case-nineteen-blurb", Begin),
    case!("twee-talen-aan-tafel", "case-two-languages", "case-two-languages-blurb", Further),
    case!("het-erf", "case-farm", "case-farm-blurb", Hard),
    case!("waar-het-ophield", "case-stopped", "case-stopped-blurb", Further),
    history!("bronte"),
    history!("tudor"),
    history!("darwin-wedgwood"),
];
/// Free space around a family in its picture, in points.
const MARGIN: f32 = 8.0;

/// A family that comes with the program.
struct Brought {
    told: Told,
    dutch: &'static [u8],
    english: &'static [u8],
}

/// What is told of such a family before it is opened.
#[derive(Clone, Copy, Debug)]
enum Told {
    Case(Case),
    History,
}

/// An invented family with a story, to practise with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    /// The message of its title.
    pub(super) title: &'static str,
    /// The message of what it is about.
    pub(super) blurb: &'static str,
    pub(super) level: Level,
}

/// What the home screen tells of an example.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Example {
    pub(super) what: What,
    /// Made when the first frame is there: nobody waits for it.
    picture: Option<Picture>,
}

/// Which kind of example.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// A family that does not exist.
    Invented(Case),
    /// A family that is in the history books.
    History { title: String, wish: String, n_people: usize },
}

/// The examples, and which of them are shown.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Shelf {
    pub(super) examples: Vec<Example>,
    /// Only the invented families of this level; `None`: all.
    pub(in crate::ui) level: Option<Level>,
}

/// A small picture of a family, without words.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Picture {
    scene: Scene,
    boxes: Vec<geometry::Rect>,
}

/// The map of an example. A test opens them all.
pub(in crate::ui) fn example(number: usize, lang: Lang) -> Option<FamilyMap> {
    let brought = BROUGHT.get(number)?;
    let bytes = match lang {
        Lang::Nl => brought.dutch,
        Lang::En => brought.english,
    };
    file::open(bytes).ok()
}

impl Shelf {
    /// All examples, without their pictures. What is on a card of an invented family is known without
    /// opening its file: nobody waits for that.
    pub(in crate::ui) fn new() -> Self {
        let what = |(number, brought): (usize, &Brought)| match brought.told {
            Told::Case(case) => Some(What::Invented(case)),
            Told::History => example(number, Lang::Nl).map(|map| What::History {
                n_people: map.people.len(),
                title: map.title,
                wish: map.wish,
            }),
        };
        let all = BROUGHT.iter().enumerate().filter_map(what);
        Self { examples: all.map(|what| Example { what, picture: None }).collect(), level: None }
    }

    /// Forgets the pictures: another theme draws others.
    pub(in crate::ui) fn draw_anew(&mut self) {
        self.examples.iter_mut().for_each(|example| example.picture = None);
    }

    /// Draws the next example that has no picture yet. False when all have one.
    pub(in crate::ui) fn draw_next(&mut self, theme: &'static Theme, today: Date) -> bool {
        let mut all = self.examples.iter_mut().enumerate();
        let Some((number, next)) = all.find(|(_, it)| it.picture.is_none()) else { return false };
        let map = example(number, Lang::Nl).unwrap_or_default();
        next.picture = Some(Picture::of(&map, theme, today));
        true
    }
}

impl Picture {
    /// The family without words, with the thread that is shown first.
    pub(in crate::ui) fn of(map: &FamilyMap, theme: &'static Theme, today: Date) -> Self {
        let mut derived = Derived::default();
        let map = &*named(map, Names::Off, Lang::Nl);
        let view = View {
            dim_others: true,
            households: false,
            ..View::calm(theme, Lang::Nl, map.today_or(today))
        };
        let mut wanted = Wanted {
            whole: map,
            map,
            then: None,
            revision: 1,
            view,
            strands: Vec::new(),
            anchor: None,
            opened: Opened::default(),
            names: Names::Off,
            held: None,
            now: None,
        };
        derived.update(&wanted);
        wanted.strands.extend(derived.cards.first_strand().map(|card| card.id.clone()));
        derived.update(&wanted);
        Self { scene: derived.scene, boxes: derived.boxes }
    }

    /// Paints it in `rect`, as large as it fits.
    pub(in crate::ui) fn paint(&self, ui: &Ui, rect: Rect) {
        let mut camera = Camera::default();
        camera.fit(self.scene.bounds, rect.size(), MARGIN, 1.0);
        paint_scene(&self.scene, &self.boxes, &camera, rect, &ui.painter().with_clip_rect(rect));
    }
}

/// Paints the picture of `example` in `rect`, whose corners are as round as these.
pub(super) fn paint_picture(
    ui: &Ui,
    theme: &Theme,
    example: &Example,
    (rect, corners): (Rect, CornerRadius),
) {
    ui.painter().rect_filled(rect, corners, color(theme.ground));
    if let Some(picture) = &example.picture {
        picture.paint(ui, rect);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;

    #[test]
    fn every_example_opens_and_has_a_picture() {
        let mut shelf = Shelf::new();
        assert_eq!(shelf.examples.len(), BROUGHT.len());
        let today = Date::parse("2026-11-21").expect("a date");
        while shelf.draw_next(Theme::of(crate::theme::ThemeName::Light), today) {}
        for (number, example) in shelf.examples.iter().enumerate() {
            let n_people = super::example(number, Lang::En).expect("a map").people.len();
            let Picture { scene, .. } = example.picture.as_ref().expect("a picture");
            assert!(5 < n_people && n_people < scene.items.len(), "{:?}", example.what);
        }
    }

    #[test]
    fn a_case_is_called_on_the_shelf_as_in_its_file() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for (number, example) in Shelf::new().examples.iter().enumerate() {
                let What::Invented(case) = &example.what else { continue };
                let map = super::example(number, lang).expect("a map");
                let (title, blurb) = (texts.get(case.title), texts.get(case.blurb));
                assert!(map.title.starts_with(&title), "{title}: {}", map.title);
                assert!(!blurb.is_empty() && map.lang == lang && !map.story.is_empty());
            }
        }
    }
}
