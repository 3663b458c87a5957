//! Screens as they were drawn, kept until what they show changes; and how one is painted.

use egui::{Rect, Ui};

use crate::geometry;
use crate::i18n::Lang;
use crate::model::{Date, FamilyMap, Names, StoryScene};
use crate::story::{HEIGHT, Part, Screen, Wanted, screen};
use crate::theme::ThemeName;
use crate::ui::canvas::{Camera, paint_scene};

/// Drawn screens.
#[derive(Debug, Default)]
pub(in crate::ui) struct Stages {
    made_for: Option<(u64, MadeFor)>,
    screens: Vec<Stage>,
}

/// What all screens depend on.
#[derive(Clone, Debug, PartialEq)]
struct MadeFor {
    /// The map without its story.
    family: FamilyMap,
    scenes: usize,
    names: Names,
    lang: Lang,
    theme: ThemeName,
    today: Date,
    width: f64,
}

/// One drawn screen.
#[derive(Debug)]
pub(super) struct Stage {
    of: (usize, Part),
    /// The scene without what only the one who tells reads.
    scene: StoryScene,
    pub screen: Screen,
    boxes: Vec<geometry::Rect>,
}

impl Stages {
    /// Forgets what was drawn of another family, or in another way.
    pub(super) fn follow(&mut self, revision: u64, wanted: &Wanted<'_>) {
        let is_known = self.made_for.as_ref().is_some_and(|(known, it)| {
            let how = (it.names, it.lang, it.theme, it.today, it.width);
            *known == revision
                && how == (wanted.names, wanted.lang, wanted.theme, wanted.today, wanted.width)
        });
        if is_known {
            return;
        }
        let mut family = wanted.map.clone();
        family.story.clear();
        let made_for = MadeFor {
            family,
            scenes: wanted.map.story.len(),
            names: wanted.names,
            lang: wanted.lang,
            theme: wanted.theme,
            today: wanted.today,
            width: wanted.width,
        };
        if self.made_for.as_ref().is_none_or(|(_, known)| *known != made_for) {
            self.screens.clear();
        }
        self.made_for = Some((revision, made_for));
    }

    /// The screen of this part of this scene, if it was drawn.
    pub(super) fn known(&self, wanted: &Wanted<'_>, of: (usize, Part)) -> Option<&Stage> {
        let scene = seen(wanted.map.story.get(of.0)?);
        self.screens.iter().find(|it| it.of == of && it.scene == scene)
    }

    /// The same, drawn now if it was not.
    pub(super) fn drawn(&mut self, wanted: &Wanted<'_>, of: (usize, Part)) -> Option<&Stage> {
        if self.known(wanted, of).is_none() {
            let scene = seen(wanted.map.story.get(of.0)?);
            self.screens.retain(|it| it.of != of);
            let screen = screen(wanted, of.0, of.1);
            let nowhere = geometry::Rect::default();
            let items = screen.scene.items.iter();
            let boxes = items.map(|it| it.shape.bounds().unwrap_or(nowhere)).collect();
            self.screens.push(Stage { of, scene, screen, boxes });
        }
        self.known(wanted, of)
    }
}

/// A scene without what is on no screen.
fn seen(scene: &StoryScene) -> StoryScene {
    StoryScene {
        title: String::new(),
        notes: String::new(),
        trap: String::new(),
        minutes: None,
        ..scene.clone()
    }
}

impl Stage {
    /// Paints it into `rect`, as large as goes. Gives how it stands there.
    pub(super) fn paint(&self, ui: &Ui, rect: Rect) -> Camera {
        let mut camera = Camera::default();
        camera.fit(self.screen.scene.bounds, rect.size(), 0.0, f32::INFINITY);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        paint_scene(&self.screen.scene, &self.boxes, &camera, rect, &painter);
        camera
    }

    /// All of it in words, for those who do not see it.
    pub(super) fn spoken(&self) -> String {
        let scene = &self.screen.scene;
        let said =
            [&self.screen.sentence, &scene.description].into_iter().chain(scene.spoken.values());
        let said = said.map(|it| it.trim_end_matches('.')).filter(|it| !it.is_empty());
        said.collect::<Vec<_>>().join(". ")
    }
}

/// The width of a screen of this shape, where its height is that of screens.
pub(super) fn width_of(rect: Rect) -> f64 {
    let shape = f64::from(rect.width().max(1.0)) / f64::from(rect.height().max(1.0));
    // A window that is being drawn larger or smaller draws no screen anew for every dot.
    (HEIGHT * shape.clamp(0.5, 4.0)).round()
}
