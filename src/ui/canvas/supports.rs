//! Those who help, as something that can be tapped, focused and read aloud.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::Canvas;
use crate::model::{Subject, SupportId};
use crate::ui::inspector::color;
use crate::ui::node_id::support_node;
use crate::ui::session::Session;
use crate::ui::{Action, LookAction};

/// Where on the screen every support that is drawn is taken hold of.
fn holds(canvas: &Canvas<'_>, session: &Session) -> Vec<(SupportId, Rect)> {
    let ids = canvas.panel.map.supports.keys();
    let holds = ids.filter_map(|id| {
        let rect = canvas.derived.frame_of(&Subject::Support(id.clone()))?;
        let rect = session.camera.screen_rect(canvas.rect.min, rect);
        Some((id.clone(), Rect::from_center_size(rect.center(), rect.size().max(vec2(44.0, 44.0)))))
    });
    holds.collect()
}

/// Every support that is drawn.
pub(super) fn nodes(ui: &Ui, canvas: &Canvas<'_>, session: &Session, actions: &mut Vec<Action>) {
    let theme = canvas.panel.theme;
    for (id, rect) in holds(canvas, session) {
        let subject = Subject::Support(id.clone());
        let Some(words) = canvas.derived.scene.spoken.get(&subject) else { continue };
        let response = ui.interact(rect, support_node(&id), Sense::click());
        let is_selected = session.selection.as_ref() == Some(&subject);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, words));
        super::nodes::keep_arrows(ui, &response);
        if response.clicked() || (response.gained_focus() && !is_selected) {
            actions.push(Action::Look(LookAction::Select(Some(subject))));
        }
        let has_ring = response.hovered() || (response.has_focus() && session.by_keys);
        if is_selected || has_ring {
            let stroke = Stroke::new(if is_selected { 3.0 } else { 2.0 }, color(theme.accent));
            let radius = CornerRadius::same(12);
            ui.painter().rect_stroke(rect.expand(4.0), radius, stroke, StrokeKind::Outside);
        }
    }
}
