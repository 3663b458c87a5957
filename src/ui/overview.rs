//! The overview: the scene of generations and life areas, with a node for every cell.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo};

use super::canvas::{Camera, paint_scene};
use super::inspector::PanelContext;
use super::session::Fit;
use super::session::Lit;
use super::style::focus_ring;
use super::{Action, LookAction};
use crate::catalogue::Catalogue;
use crate::geometry;
use crate::scene::{Overview, OverviewCell};

/// Free space around the table, in points.
const MARGIN: f32 = 24.0;

/// Shows the overview over the whole of `ui`. Tapping a cell goes to the map, where
/// its people stand out.
pub(super) fn overview_ui(ui: &Ui, context: &PanelContext<'_>, overview: &Overview) -> Vec<Action> {
    let mut actions = Vec::new();
    let rect = ui.available_rect_before_wrap();
    let mut camera = Camera::default();
    camera.fit(overview.scene.bounds, rect.size(), MARGIN, 1.25);
    // From the top, as one reads.
    let top = camera.screen_rect(egui::Pos2::ZERO, overview.scene.bounds).top();
    camera.offset.y -= (top - MARGIN).max(0.0);
    let nowhere = geometry::Rect::default();
    let boxes: Vec<geometry::Rect> =
        (overview.scene.items.iter()).map(|item| item.shape.bounds().unwrap_or(nowhere)).collect();
    paint_scene(&overview.scene, &boxes, &camera, rect, ui.painter());
    for (number, cell) in overview.cells.iter().enumerate() {
        if cell.people.is_empty() && cell.stopped.is_empty() {
            continue;
        }
        let place: Rect = camera.screen_rect(rect.min, cell.rect);
        let id = Id::unique(("overview-cell", number));
        let response = ui.interact(place, id, Sense::click());
        let words = spoken(context, cell);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        focus_ring(ui, context.theme, &response, 10);
        if response.clicked() {
            actions.push(Action::Look(LookAction::Show(super::Screen::Map)));
            let people = cell.people.iter().chain(&cell.stopped).cloned().collect();
            actions.push(Action::Look(LookAction::Select(None)));
            actions.push(Action::Look(LookAction::Light(Some(Lit { people, words }))));
            actions.push(Action::Look(LookAction::Zoom(Fit::All)));
        }
    }
    actions
}

/// "Geld: Ans, Linda".
fn spoken(context: &PanelContext<'_>, cell: &OverviewCell) -> String {
    let lang = context.texts.lang();
    let area = cell.area.as_ref().and_then(|id| Catalogue::builtin().area(id.as_str()));
    let area = match area {
        Some(area) => area.words.in_lang(lang).to_owned(),
        None => context.texts.get("overview-strengths"),
    };
    let people = cell.people.iter().chain(&cell.stopped);
    let names: Vec<String> = people.map(|id| context.name(id)).collect();
    format!("{area}: {}", names.join(", "))
}
