//! What stands at the right end of a row.
//!
//! egui walks with Tab, and reads out, in the order in which things are made. A layout from the right
//! makes the last of them first: the keyboard would go backwards through a row. So this makes them from
//! left to right, as far from the right as they were wide the last time; a frame in which that was wrong
//! is not shown.

use egui::{Align, Layout, Rect, TextWrapMode, Ui, UiBuilder, pos2};

/// Shows what `add` makes at the right end of what is left of the row, in the order in which it is read.
pub(super) fn at_end<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let key = ui.next_auto_id().with("width at the end");
    let known: f32 = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let room = ui.available_rect_before_wrap();
    let left = (room.right() - known).max(room.left());
    let rect = Rect::from_min_max(pos2(left, room.top()), pos2(room.right(), room.bottom()));
    let layout = Layout::left_to_right(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        // Its own width says where it begins: nothing in it is made to fit.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        add(ui)
    });
    let width = shown.response.rect.width();
    if 0.5 < (width - known).abs() {
        ui.data_mut(|data| data.insert_temp(key, width));
        ui.ctx().request_discard("what stands at the end of a row is of another width");
        ui.ctx().request_repaint();
    }
    shown.inner
}
