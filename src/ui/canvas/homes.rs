//! Those who live together, as something that can be tapped, focused and read aloud.

use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::nodes::keep_arrows;
use super::stage::Canvas;
use super::{paint, parts};
use crate::model::{HouseholdId, Subject, Supported};
use crate::scene::{Item, Layer, Paint, Scene, Shape};
use crate::ui::node_id::household_node;
use crate::ui::session::Session;
use crate::ui::style::color;
use crate::ui::{Action, EditAction, LookAction};

/// Where on the screen every household that is drawn is taken hold of, one after another.
pub(super) fn holds(canvas: &Canvas<'_>, session: &Session) -> Vec<(HouseholdId, Rect)> {
    let drawn = canvas.panel.map.households.keys();
    let holds = drawn.flat_map(|id| {
        let subject = Subject::Household(id.clone());
        grips(canvas, &subject).into_iter().map(move |grip| (id, grip))
    });
    let on_screen = |grip| tapped(session.camera.screen_rect(canvas.rect.min, grip));
    holds.map(|(id, grip)| (id.clone(), on_screen(grip))).collect()
}

/// What answers to a tap on a grip of this size.
fn tapped(place: Rect) -> Rect {
    Rect::from_center_size(place.center(), place.size().max(vec2(44.0, 36.0)))
}

/// Every household that is drawn: its name is what is tapped, and its tiles.
pub(super) fn homes(ui: &Ui, canvas: &Canvas<'_>, session: &Session, actions: &mut Vec<Action>) {
    let theme = canvas.panel.theme;
    for id in canvas.panel.map.households.keys() {
        let subject = Subject::Household(id.clone());
        let Some(spoken) = canvas.derived.scene.spoken.get(&subject) else { continue };
        let is_selected = session.selection.as_ref() == Some(&subject);
        let grips = grips(canvas, &subject);
        let count = grips.len();
        for (at, grip) in grips.into_iter().enumerate() {
            let people = parts::housemates(canvas, id);
            let spoken = parts::called(canvas, spoken, (at, count), (people, grip));
            let place = session.camera.screen_rect(canvas.rect.min, grip);
            let tap = tapped(place);
            let node = household_node(id);
            let node = if at == 0 { node } else { node.with(at) };
            let response = ui.interact(tap, node, Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &spoken));
            keep_arrows(ui, &response);
            if let Some(support) = session.tying.as_ref().filter(|_| response.clicked()) {
                let to = Supported::Household(id.clone());
                actions.push(Action::Edit(EditAction::Tie(support.support.clone(), to)));
            } else if response.clicked()
                || (response.gained_focus() && !is_selected && session.tying.is_none())
            {
                actions.push(Action::Look(LookAction::Select(Some(subject.clone()))));
            }
            if response.hovered() || (response.has_focus() && session.by_keys) {
                let stroke = Stroke::new(2.0, color(theme.accent));
                let radius = egui::CornerRadius::same(14);
                let kind = egui::StrokeKind::Outside;
                ui.painter().rect_stroke(place.expand(3.0), radius, stroke, kind);
            }
        }
    }
}

/// Where a household is taken hold of: its names with their tiles, its small houses.
fn grips(canvas: &Canvas<'_>, subject: &Subject) -> Vec<crate::geometry::Rect> {
    let mut grips: Vec<crate::geometry::Rect> = Vec::new();
    let items = canvas.derived.scene.items_of(subject);
    let grounds = items.filter(|item| {
        matches!(
            (item.layer, &item.shape),
            (Layer::Marks, Shape::Rect { .. }) | (Layer::People, Shape::Circle { .. })
        )
    });
    for rect in grounds.filter_map(|item| item.shape.bounds()) {
        // Tiles stand beside the name that they belong to.
        match grips.iter_mut().find(|grip| grip.grown(12.0).overlaps(rect)) {
            Some(grip) => *grip = grip.union(rect),
            None => grips.push(rect),
        }
    }
    grips
}

/// The outline of the selected household once more, in the accent, its name on a filled ground.
pub(super) fn selected(ui: &Ui, canvas: &Canvas<'_>, session: &Session) {
    let Some(subject) = &session.selection else { return };
    let theme = canvas.panel.theme;
    let items: Vec<Item> = (canvas.derived.scene.items_of(subject))
        .filter_map(|item| {
            let shape = match (item.layer, item.shape.clone()) {
                (Layer::Households, Shape::Path { path, paint }) => {
                    let stroke = paint.stroke.map(|it| crate::scene::Stroke {
                        color: theme.accent,
                        width: 2.4,
                        ..it
                    });
                    Shape::Path { path, paint: Paint { fill: None, stroke } }
                }
                (Layer::Marks, Shape::Rect { rect, radius, .. }) if item.letters.is_some() => {
                    Shape::Rect { rect, radius, paint: Paint::fill(theme.accent) }
                }
                (Layer::Marks, Shape::Text(label)) => {
                    Shape::Text(crate::scene::Label { color: theme.panel, ..label })
                }
                (Layer::People, Shape::Circle { center, radius, .. }) => {
                    Shape::Circle { center, radius, paint: Paint::fill(theme.accent) }
                }
                (Layer::People, Shape::Icon { glyph, rect, .. }) => {
                    Shape::Icon { glyph, rect, color: theme.panel }
                }
                _ => return None,
            };
            Some(Item { shape, opacity: 1.0, ..item.clone() })
        })
        .collect();
    let boxes: Vec<_> = items.iter().map(|item| item.shape.bounds().unwrap_or_default()).collect();
    let scene = Scene { items, ..Scene::empty(theme.ground) };
    let view = paint::View { camera: &session.camera, canvas: canvas.rect, is_zooming: false };
    paint::paint_over(&scene, &boxes, &view, ui.painter());
}
