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

/// The files, the invented families first.
const EXAMPLES: &[(Group, &[u8])] = &[
    (Group::Invented, include_bytes!("../../../examples/drie-keer-jong-moeder.familie")),
    (Group::Invented, include_bytes!("../../../examples/net-als-opa.familie")),
    (Group::Invented, include_bytes!("../../../examples/wie-praat-met-wie.familie")),
    (Group::Invented, include_bytes!("../../../examples/de-leeftijd-van-opa.familie")),
    (Group::History, include_bytes!("../../../examples/bronte.familie")),
    (Group::History, include_bytes!("../../../examples/tudor.familie")),
    (Group::History, include_bytes!("../../../examples/darwin-wedgwood.familie")),
];
/// Free space around a family in its picture, in points.
const MARGIN: f32 = 8.0;

/// Which kind of example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// A family that does not exist.
    Invented,
    /// A family that is in the history books.
    History,
}

/// What the home screen tells of an example.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Example {
    pub(super) group: Group,
    pub(super) title: String,
    pub(super) wish: String,
    pub(super) n_people: usize,
    /// Made when the first frame is there: nobody waits for it.
    picture: Option<Picture>,
}

/// A small picture of a family, without words.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Picture {
    scene: Scene,
    boxes: Vec<geometry::Rect>,
}

/// The map of an example. A test opens them all.
pub(in crate::ui) fn example(number: usize) -> Option<FamilyMap> {
    EXAMPLES.get(number).and_then(|(_, bytes)| file::open(bytes).ok())
}

/// All examples, for the cards; without their pictures.
pub(in crate::ui) fn examples() -> Vec<Example> {
    let maps = EXAMPLES.iter().filter_map(|(group, bytes)| Some((*group, file::open(bytes).ok()?)));
    let example = |(group, map): (Group, FamilyMap)| Example {
        group,
        n_people: map.people.len(),
        title: map.title,
        wish: map.wish,
        picture: None,
    };
    maps.map(example).collect()
}

/// Draws the next example that has no picture yet. False when all have one.
pub(in crate::ui) fn draw_next(
    examples: &mut [Example],
    theme: &'static Theme,
    today: Date,
) -> bool {
    let next = examples.iter_mut().enumerate().find(|(_, example)| example.picture.is_none());
    let Some((number, next)) = next else { return false };
    next.picture = Some(Picture::of(&example(number).unwrap_or_default(), theme, today));
    true
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

/// Paints the picture of `example` in `rect`.
pub(super) fn paint_picture(ui: &Ui, theme: &Theme, example: &Example, rect: Rect) {
    ui.painter().rect_filled(rect, CornerRadius::same(8), color(theme.ground));
    if let Some(picture) = &example.picture {
        picture.paint(ui, rect);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_opens_and_has_a_picture() {
        let mut all = examples();
        assert_eq!(all.len(), EXAMPLES.len());
        assert!(all.iter().all(|it| !it.title.is_empty() && 5 < it.n_people));
        let today = Date::parse("2026-11-21").expect("a date");
        while draw_next(&mut all, Theme::of(crate::theme::ThemeName::Light), today) {}
        for example in &all {
            let Picture { scene, .. } = example.picture.as_ref().expect("a picture");
            assert!(example.n_people < scene.items.len(), "{}", example.title);
        }
    }
}
