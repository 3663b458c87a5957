//! The overview: the scene of generations and life areas, or cards, with a node for every cell.

use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::canvas::{Camera, paint_scene, short};
use super::context::PanelContext;
use super::style::focus_ring;
use super::terms::{Fit, Lit};
use super::widgets::choice;
use super::{Action, LookAction};
use crate::catalogue::Catalogue;
use crate::geometry;
use crate::pattern::Cards;
use crate::scene::{Across, Column, Overview, OverviewCell, card_title};

/// Free space around the table, in points.
const MARGIN: f32 = 24.0;
/// Drawn smaller than this, words are too small to read: the table is moved instead.
const LEAST: f32 = 0.85;
/// And no larger than this.
const MOST: f32 = 1.25;

/// Shows the overview over the whole of `ui`. Tapping a cell goes to the map, where
/// its people stand out.
pub(super) fn overview_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    overview: &Overview,
    cards: &Cards,
) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.add_space(MARGIN + 8.0);
        let options = [
            (Across::Areas, context.texts.get("overview-areas")),
            (Across::Cards, context.texts.get("overview-cards")),
        ];
        let chosen = choice(ui, context.theme, Some(overview.across), &options);
        actions.extend(chosen.map(|it| Action::Look(LookAction::ShowAcross(it))));
    });
    let room = ui.available_size();
    let bounds = overview.scene.bounds;
    let (w, h) = (short(bounds.width()).max(1.0), short(bounds.height()).max(1.0));
    let inner = room - vec2(2.0 * MARGIN, 2.0 * MARGIN);
    let zoom = (inner.x / w).min(inner.y / h).clamp(LEAST, MOST);
    let size = (zoom * vec2(w, h) + vec2(2.0 * MARGIN, 2.0 * MARGIN)).max(room);
    let scroll = egui::ScrollArea::both().id_salt("overview").auto_shrink(false);
    scroll.show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let mut camera = Camera::default();
        camera.fit(bounds, size, MARGIN, zoom);
        // From the top, as one reads.
        let top = camera.screen_rect(egui::Pos2::ZERO, bounds).top();
        camera.offset.y -= (top - MARGIN).max(0.0);
        let nowhere = geometry::Rect::default();
        let items = overview.scene.items.iter();
        let boxes: Vec<geometry::Rect> =
            items.map(|item| item.shape.bounds().unwrap_or(nowhere)).collect();
        paint_scene(&overview.scene, &boxes, &camera, rect, ui.painter());
        for (number, cell) in overview.cells.iter().enumerate() {
            let place = camera.screen_rect(rect.min, cell.rect);
            let words = spoken(context, (overview, cell), cards);
            cell_ui(ui, context, (number, cell), (place, words), &mut actions);
        }
    });
    actions
}

fn cell_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    (number, cell): (usize, &OverviewCell),
    (place, words): (Rect, String),
    actions: &mut Vec<Action>,
) {
    let id = Id::unique(("overview-cell", number));
    let people: Vec<_> = cell.shown().into_iter().flat_map(|(_, people)| people).collect();
    if people.is_empty() {
        let response = ui.interact(place, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        return;
    }
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    focus_ring(ui, context.theme, &response, 10);
    if response.clicked() {
        let people = people.into_iter().cloned().collect();
        let look = [
            LookAction::Show(super::Screen::Map),
            LookAction::Select(None),
            LookAction::Light(Some(Lit { people, words })),
            LookAction::Zoom(Fit::All),
        ];
        actions.extend(look.map(Action::Look));
    }
}

/// "Geld, grootouders: Ria, Theo. Gevraagd: nee: Anja".
fn spoken(
    context: &PanelContext<'_>,
    (overview, cell): (&Overview, &OverviewCell),
    cards: &Cards,
) -> String {
    let lang = context.texts.lang();
    let catalogue = Catalogue::builtin();
    let column = match &cell.column {
        Column::Area(id) => catalogue.area(id.as_str()).map(|it| it.words.in_lang(lang).to_owned()),
        Column::Skills => Some(context.texts.get("scene-skills")),
        Column::Strengths => Some(context.texts.get("scene-strengths")),
        Column::Card(id) => cards.get(id).map(|card| card_title(context.map, card, lang)),
    };
    let row = usize::try_from(cell.generation).ok().and_then(|row| overview.rows.get(row));
    let place: Vec<String> = column.into_iter().chain(row.cloned()).collect();
    let groups = cell.shown().into_iter().map(|(group, people)| {
        let names: Vec<String> = people.into_iter().map(|id| context.name(id)).collect();
        let heading = cell.heading(group).map(|id| context.texts.get(id) + ": ");
        heading.unwrap_or_default() + &names.join(", ")
    });
    let mut said: Vec<String> = groups.collect();
    if said.is_empty() {
        said.push(context.texts.get(cell.nothing()));
    }
    format!("{}: {}", place.join(", "), said.join(". "))
}
