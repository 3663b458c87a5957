//! What everything on the canvas may look at.

use egui::{Rect, vec2};

use crate::document::Document;
use crate::geometry;
use crate::ui::action::Situation;
use crate::ui::context::PanelContext;
use crate::ui::derived::Derived;
use crate::ui::session::Session;
use crate::ui::style;

/// What the canvas may look at.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Canvas<'a> {
    pub panel: PanelContext<'a>,
    pub document: &'a Document,
    pub derived: &'a Derived,
    /// The canvas on screen.
    pub rect: Rect,
}

impl<'a> Canvas<'a> {
    /// What a row of the table of actions looks at.
    pub(super) const fn situation(&self, session: &'a Session) -> Situation<'a> {
        Situation { session, document: self.document, derived: self.derived }
    }

    /// Where a place on the map is on screen.
    pub(super) fn on_screen(&self, session: &Session, point: geometry::Point) -> egui::Pos2 {
        session.camera.screen_from_map(self.rect.min, point)
    }
}

/// Where the zoom buttons stand.
pub(super) fn controls_place(canvas: &Canvas<'_>) -> Rect {
    let side = style::TAP;
    let is_pinned = !canvas.panel.map.view.pins.is_empty();
    let size = vec2(side, if is_pinned { 5.0 } else { 4.0 } * side);
    Rect::from_min_size(canvas.rect.max - size - vec2(16.0, 16.0), size)
}
