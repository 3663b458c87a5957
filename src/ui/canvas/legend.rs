//! The signs of the legend, as something that can be tapped: everybody who has it stands out.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::stage::Canvas;
use crate::i18n::Message;
use crate::ui::session::Session;
use crate::ui::style::color;
use crate::ui::terms::Lit;
use crate::ui::{Action, LookAction};

/// What answers to a tap is at least so high, in points.
const LEAST_HEIGHT: f32 = 28.0;

/// Every sign that somebody on the map has.
pub(super) fn legend(ui: &Ui, canvas: &Canvas<'_>, session: &Session, actions: &mut Vec<Action>) {
    let theme = canvas.panel.theme;
    for (at, sign) in canvas.derived.scene.explained.iter().enumerate() {
        let place = session.camera.screen_rect(canvas.rect.min, sign.rect);
        let size = place.size().max(vec2(0.0, LEAST_HEIGHT));
        let tap = Rect::from_center_size(place.center(), size);
        if !tap.intersects(canvas.rect) {
            continue;
        }
        let response = ui.interact(tap, egui::Id::unique(("legend", at)), Sense::click());
        let is_on = session.lit.as_ref().is_some_and(|lit| lit.words == sign.words);
        let spoken = Message::new("legend-who").arg("what", &sign.words);
        let spoken = canvas.panel.texts.say(&spoken.count("n", sign.people.len()));
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &spoken));
        if response.clicked() {
            let lit = Lit { people: sign.people.clone(), words: sign.words.clone() };
            actions.push(Action::Look(LookAction::Light((!is_on).then_some(lit))));
        }
        if response.hovered() || response.has_focus() || is_on {
            let stroke = Stroke::new(1.5, color(theme.accent));
            let around = place.expand2(vec2(6.0, 1.0));
            ui.painter().rect_stroke(around, CornerRadius::same(8), stroke, StrokeKind::Outside);
        }
    }
}
