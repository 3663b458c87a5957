//! A line of one kind as a small picture of its own, for whoever chooses one.

use std::collections::BTreeMap;

use crate::geometry::{Point, Rect, Size};
use crate::i18n::{Lang, Texts};
use crate::layout::Layout;
use crate::model::{Date, FamilyMap};
use crate::scene::cast::Cast;
use crate::scene::metrics::Metrics;
use crate::scene::stage::{Pen, Stage};
use crate::scene::view::View;
use crate::scene::{Layer, Scene, relation};
use crate::theme::Theme;

/// The line of a kind of relation, `width` long, around the origin; it has no ground.
#[must_use]
pub fn line_sample(theme: &'static Theme, today: Date, kind: &str, width: f64) -> Scene {
    let (map, cast, layout) = (FamilyMap::default(), Cast::default(), Layout::default());
    let view = View::calm(theme, Lang::Nl, today);
    let mut stage = Stage {
        map: &map,
        cast: &cast,
        layout: &layout,
        view: &view,
        texts: Texts::new(view.lang),
        metrics: Metrics::of(theme),
        items: Vec::new(),
        ways: BTreeMap::new(),
        explained: Vec::new(),
        goals: BTreeMap::new(),
    };
    let pen = Pen::on(Layer::Relations);
    relation::sample(&mut stage, &pen, kind, Point::new(-width / 2.0, 0.0), width);
    Scene {
        items: stage.items,
        bounds: Rect::centered(Point::default(), Size::new(width, 20.0)),
        ..Scene::empty(theme.panel.with_opacity(0.0))
    }
}
