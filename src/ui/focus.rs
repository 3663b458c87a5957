//! Where the keyboard is: on the map or in the panel beside it, and the ways between the two.
//!
//! egui lets go of the focus when Enter ends a field and when a button goes that had it; the next Tab
//! would begin at the top of the window. Whoever works with keys stays where they were instead.

mod app;

use egui::{Id, Rect, Response, Sense, Ui, vec2};

use super::context::PanelContext;
use super::style::focus_ring;

/// How much of the top of the panel shows that the keyboard is there, in points.
const TOP: f32 = 30.0;

/// Where in the panel at the right the keyboard is, and was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PanelFocus {
    now: Option<Id>,
    before: Option<Id>,
    last: Option<Id>,
    /// Of whom it shows what it shows.
    of: Option<Id>,
    is_wanted: bool,
}

impl PanelFocus {
    /// Is it there?
    pub(super) const fn is_in(&self) -> bool {
        self.now.is_some()
    }

    /// Is it there, on `id`?
    pub(super) fn is_on(&self, id: Option<Id>) -> bool {
        self.now.is_some() && self.now == id
    }

    /// Did what had it there let go of it in this frame?
    const fn is_let_go(&self) -> bool {
        self.now.is_none() && self.before.is_some()
    }

    /// It went to the map, after the panel was shown.
    pub(super) const fn leave(&mut self) {
        self.now = None;
        self.before = None;
    }

    /// It is to go there, to where it was before.
    pub(super) const fn want(&mut self) {
        self.is_wanted = true;
    }

    /// Somebody else is looked at: where it was says nothing of them.
    pub(super) const fn forget(&mut self) {
        self.last = None;
    }

    /// Is it on its way?
    pub(super) const fn is_wanted(&self) -> bool {
        self.is_wanted
    }
}

/// Did the keyboard come to the top of the panel in this frame? Then that is what is shown.
pub(super) fn came_in(ui: &Ui) -> bool {
    let (top, key) = (Id::unique("panel-top"), Id::unique("panel-top-before"));
    let is_there = ui.memory(|memory| memory.has_focus(top));
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<bool>(key).unwrap_or_default();
        data.insert_temp(key, is_there);
        before
    });
    is_there && !before
}

/// The top of the panel, where the keyboard comes in.
pub(super) fn top(ui: &Ui, context: &PanelContext<'_>) -> Response {
    let place = ui.max_rect();
    let place = Rect::from_min_size(place.min, vec2(place.width(), TOP));
    let response = ui.interact(place, Id::unique("panel-top"), Sense::focusable_noninteractive());
    let words = context.texts.get("panel-top");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    focus_ring(ui, context.theme, &response, 8);
    response
}

/// Notes where in the panel about `of` the keyboard is, once all of it was shown.
pub(super) fn note(ui: &Ui, (panel, of): (&mut PanelFocus, Option<Id>), top: &Response) {
    let (place, layer) = (ui.max_rect(), ui.layer_id());
    let is_here = |id: &Id| {
        let shown = ui.ctx().read_response(*id);
        shown.is_some_and(|it| {
            // What stands on the map beyond its edge lies below the panel, cut off where that begins.
            it.layer_id == layer
                && place.left() <= it.interact_rect.right()
                && place.x_range().contains(it.rect.center().x)
                && (place.top() <= it.rect.bottom() || it.rect.bottom() < 0.0)
        })
    };
    // Somebody else is looked at: the same button there is another one, and F6 begins at the top.
    let is_other = std::mem::replace(&mut panel.of, of) != of;
    if is_other {
        panel.forget();
    }
    if std::mem::take(&mut panel.is_wanted) {
        let before = panel.last.filter(is_here);
        ui.memory_mut(|memory| memory.request_focus(before.unwrap_or(top.id)));
    }
    panel.before = panel.now;
    panel.now = ui.memory(egui::Memory::focused).filter(is_here);
    if !is_other {
        panel.last = panel.now.or(panel.last);
    }
}

/// Scrolls to what has the keyboard, once when it comes there. The last thing in a list that scrolls.
pub(super) fn follow(ui: &Ui) {
    let key = ui.scope_id().with("followed");
    let focused = ui.memory(egui::Memory::focused);
    let before = ui.data(|data| data.get_temp::<Option<Id>>(key)).flatten();
    if focused == before {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, focused));
    let shown = focused.and_then(|id| ui.ctx().read_response(id));
    let Some(shown) = shown.filter(|it| it.layer_id == ui.layer_id()) else { return };
    let is_here = ui.min_rect().intersects(shown.rect) && !ui.clip_rect().contains_rect(shown.rect);
    if is_here {
        ui.scroll_to_rect(shown.rect.expand2(vec2(0.0, 24.0)), None);
    }
}
