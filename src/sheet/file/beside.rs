//! Pages beside the map: the overview, and lives under one another.

use super::{Called, FOOT, Filer, LIVES, OVERVIEW, SIDE, TOP};
use crate::geometry::{Point, Rect, Size};
use crate::i18n::Message;
use crate::scene::{self, Across, Anchor, LifeView, Scene};
use crate::sheet::family::{LEAST_POINTS, smallest};
use crate::sheet::page::{A4, Block, Page, mm};
use crate::sheet::{Wanted, told};

/// What plays and what is strong by generation, and what comes back, where anything does: a page each.
pub(in crate::sheet) fn overview(wanted: &Wanted<'_>) -> Vec<Scene> {
    pages(wanted, OVERVIEW, |filer| {
        let view = filer.view(None);
        let table = |across| scene::overview(filer.map, &filer.kin, &filer.cards, &view, across);
        let (areas, cards) = (table(Across::Areas), table(Across::Cards));
        let cards = (!cards.cells.is_empty()).then_some(cards.scene);
        std::iter::once(areas.scene).chain(cards).collect()
    })
}

/// Lives under one another, on one page.
pub(in crate::sheet) fn lifelines(wanted: &Wanted<'_>, shown: &LifeView) -> Vec<Scene> {
    pages(wanted, LIVES, |filer| {
        let view = filer.view(None);
        vec![scene::lifelines(filer.map, &filer.kin, &filer.cards, &view, shown).scene]
    })
}

/// A page for each of the pictures that `draw` makes.
fn pages(
    wanted: &Wanted<'_>,
    called: Called,
    draw: impl FnOnce(&Filer<'_>) -> Vec<Scene>,
) -> Vec<Scene> {
    let map = told::shown_map(wanted);
    let opened = told::opened(wanted);
    let filer = Filer::of(wanted, &map, &opened);
    let title = filer.title(called.title);
    let leaves = draw(&filer).into_iter().map(|scene| filer.leaf(&title, scene));
    filer.finished(leaves.collect(), (&title, called.about))
}

impl Filer<'_> {
    /// The title, and the picture as large as it goes, on the page where it is larger.
    fn leaf(&self, title: &str, scene: Scene) -> (Page, Size) {
        let [lying, upright] = [Size::new(A4.h, A4.w), A4].map(|size| {
            let (rect, scale) = self.room(title, size, &scene);
            (size, rect, scale)
        });
        let (size, rect, scale) = if lying.2 < upright.2 { upright } else { lying };
        let mut page = Page::new();
        page.put(self.title_block(title, rect.width()), Point::new(SIDE, TOP));
        let points = smallest(&scene, scale);
        if points < LEAST_POINTS {
            let small = Message::new("sheet-small").arg("points", points.floor());
            let (mut block, words) = (Block::default(), self.texts().say(&small));
            block.text(&words, Point::default(), self.setter.soft(9.0), Anchor::Start);
            page.put(block, Point::new(SIDE, size.h - (A4.h - FOOT) - mm(5.0)));
        }
        page.put_scene(scene, rect, scale);
        (page, size)
    }

    /// The room below the title on a page of this size, and how large `scene` is drawn in it.
    fn room(&self, title: &str, size: Size, scene: &Scene) -> (Rect, f64) {
        let width = size.w - 2.0 * SIDE;
        let head = self.title_block(title, width);
        let min = Point::new(SIDE, TOP + head.height);
        let rect = Rect::between(min, Point::new(SIDE + width, size.h - mm(19.0)));
        let (w, h) = (scene.bounds.width().max(1.0), scene.bounds.height().max(1.0));
        (rect, (rect.width() / w).min(rect.height() / h).min(1.0))
    }
}
