//! The map: the scene seen through the camera, and everything one can do to it.

mod arrange;
mod banner;
mod calm;
mod camera;
mod fill;
mod goals;
mod ground;
mod halo;
mod homes;
mod lasso;
mod legend;
mod lines;
mod minimap;
mod name_field;
mod nodes;
mod paint;
mod parts;
mod spoken;
mod stage;
mod supports;

use egui::{Align2, CornerRadius, CursorIcon, FontId, Id, Rect, Response, Sense, Stroke, Ui, vec2};

use super::action::PaintStep;
use super::context::PanelContext;
use super::derived::Derived;
use super::fonts::family;
use super::session::Session;
use super::style::{Look, button, color, icon_button};
use super::terms::Fit;
use super::{Action, EditAction, LookAction, NameEnd};
use crate::document::{Command, Document};
use crate::fonts::Weight;
use crate::geometry;
use crate::model::Subject;
use crate::scene::Layer;
use stage::{Canvas, controls_place};

pub(super) use calm::calm_place;
pub use camera::Camera;
pub(super) use camera::short;
pub(super) use goals::goal_told;
pub(super) use name_field::name_text_ui;
pub(super) use paint::paint_scene;

/// For so long after the last change of zoom text is drawn in rounded sizes, in seconds.
const ZOOM_SETTLES: f64 = 0.15;
/// The size of initials, in points.
const INITIALS_SIZE: f32 = 9.0;
/// With names smaller than this even initials would run into each other, in points.
const LEAST_FOR_INITIALS: f32 = 2.6;
/// Free space around the map when everything is shown, in points.
const FIT_MARGIN: f32 = 36.0;
/// The smallest names on a map that was just opened, in points; what has no room lies beyond the edge.
const READABLE: f32 = 12.0;

/// Shows the map over the whole of `ui` and gives back what the user asks for.
pub(super) fn canvas_ui(
    ui: &mut Ui,
    panel: &PanelContext<'_>,
    (document, derived): (&Document, &Derived),
    session: &mut Session,
) -> Vec<Action> {
    let rect = ui.available_rect_before_wrap();
    let canvas = Canvas { panel: *panel, document, derived, rect };
    session.canvas = Some(rect);
    let mut actions = Vec::new();
    let ground = ui.interact(rect, Id::unique("map"), Sense::click_and_drag());
    let is_zooming = look(ui, &canvas, session, &ground);
    lasso::lasso(ui, &canvas, session, (&ground, &mut actions));
    take_view(&canvas, session);
    let mut clipped = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    clipped.shrink_clip_rect(rect);
    let ui = &mut clipped;
    let view = paint::View { camera: &session.camera, canvas: rect, is_zooming };
    paint::paint(&derived.scene, &derived.boxes, &view, ui.painter());
    initials(ui, &canvas, session);
    selection(ui, &canvas, session);
    lasso::paint(ui, &canvas, session);
    let family = tree_node(ui, &canvas);
    lines::nodes(&family, &canvas, session, &mut actions);
    nodes::unions(&family, &canvas, session, &mut actions);
    homes::homes(&family, &canvas, session, &mut actions);
    supports::nodes(&family, &canvas, session, &mut actions);
    nodes::people(&family, &canvas, session, &mut actions);
    nodes::questions(&family, &canvas, session, &mut actions);
    goals::nodes(&family, &canvas, session, &mut actions);
    legend::legend(ui, &canvas, session, &mut actions);
    // Nothing is added to the past.
    if session.time.is_none() {
        let halo = halo::interact(ui, &canvas, session, &mut actions);
        halo::paint(ui, &canvas, session, &halo);
    }
    lines::draw_new(ui, &canvas, session);
    supports::draw_new(ui, &canvas, session);
    supports::ask_whom(ui, &canvas, session, &mut actions);
    nodes::pins(ui, &canvas, session);
    let on = ground.hover_pos().and_then(|pos| ground::at(&canvas, session, pos));
    if on.is_some() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    if ground.clicked() && session.lasso.is_none() {
        actions.push(Action::Look(LookAction::NameDone(NameEnd::Left)));
        ground::tapped(session, on, &mut actions);
    }
    nobody(ui, &canvas, &mut actions);
    name_field::name_field_ui(ui, &canvas, session, &mut actions);
    controls(ui, &canvas, &mut actions);
    banner::banner_ui(ui, &canvas, session, &mut actions);
    minimap::minimap_ui(ui, &canvas, session);
    actions
}

/// The tree that all people belong to, for those who do not see the map.
fn tree_node(ui: &mut Ui, canvas: &Canvas<'_>) -> Ui {
    let family = ui.new_child(egui::UiBuilder::new().id_salt("family-tree").max_rect(canvas.rect));
    ui.ctx().accesskit_node_builder(family.unique_id(), |node| {
        node.set_role(egui::Role::Tree);
        node.set_label(canvas.derived.scene.description.as_str());
    });
    family
}

/// Wheel, pinch and drag. True while the zoom is changing.
fn look(ui: &Ui, canvas: &Canvas<'_>, session: &mut Session, ground: &Response) -> bool {
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let over = pointer.filter(|pos| {
        canvas.rect.contains(*pos)
            && ui.ctx().layer_id_at(*pos).is_none_or(|it| it == ui.layer_id())
    });
    let last_zoom = Id::unique("last-zoom");
    if let Some(pointer) = over {
        let (zoom, pan) = ui.input(|input| (input.zoom_delta(), input.translation_delta()));
        if zoom != 1.0 {
            let anchor = ui.input(|i| i.multi_touch().map(|touch| touch.center_pos));
            session.camera.zoom_at(canvas.rect.min, anchor.unwrap_or(pointer), zoom);
            let now = ui.input(|input| input.time);
            ui.data_mut(|data| data.insert_temp(last_zoom, now));
        }
        session.camera.offset += pan;
        let (middle, space, delta) = ui.input(|input| {
            let middle = input.pointer.button_down(egui::PointerButton::Middle);
            (middle, input.key_down(egui::Key::Space), input.pointer.delta())
        });
        if middle || (space && ui.input(|input| input.pointer.primary_down())) {
            session.camera.offset += delta;
        }
    }
    if ground.dragged_by(egui::PointerButton::Primary)
        && session.lasso.is_none()
        && !ui.input(|i| i.modifiers.shift)
        && !ui.input(|i| i.key_down(egui::Key::Space))
    {
        session.camera.offset += ground.drag_delta();
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }
    let (now, step) = ui.input(|input| (input.time, f64::from(input.stable_dt)));
    let since = ui.data(|data| data.get_temp::<f64>(last_zoom)).map_or(f64::MAX, |at| now - at);
    let is_zooming = since < ZOOM_SETTLES && step < ZOOM_SETTLES;
    if is_zooming {
        ui.request_repaint_after(std::time::Duration::from_millis(160));
    }
    is_zooming
}

/// Takes the view that was asked for, now that the size of the canvas is known.
fn take_view(canvas: &Canvas<'_>, session: &mut Session) {
    let (size, all) = (canvas.rect.size(), canvas.derived.scene.bounds);
    let was_fitted = session.fitted.filter(|(camera, _)| *camera == session.camera);
    let another_size = was_fitted.filter(|(_, before)| *before != size).map(|_| Fit::Readable);
    let Some(fit) = session.fit.take().or(another_size) else { return };
    let selected = session.selection.as_ref().and_then(|it| canvas.derived.frame_of(it));
    let middle = canvas.rect.center();
    let field = name_field_frame(canvas, session);
    let camera = &mut session.camera;
    match fit {
        Fit::All | Fit::Readable => {
            camera.fit(all, size, FIT_MARGIN, 1.0);
            if is_under_controls(canvas, *camera) {
                let room = vec2(super::style::TAP + 20.0, 0.0);
                camera.fit(all, size - room, FIT_MARGIN, 1.0);
            }
            if fit == Fit::Readable {
                let least = READABLE / short(canvas.panel.theme.size.name);
                let focus = canvas.panel.map.focus.first().and_then(|id| canvas.derived.spot(id));
                let center = focus.map_or(all.center(), |spot| spot.symbol);
                camera.come_closer(least, (all, center), (size, FIT_MARGIN));
            }
            session.fitted = Some((*camera, size));
        }
        Fit::Selection => camera.fit(selected.unwrap_or(all).grown(140.0), size, FIT_MARGIN, 1.5),
        Fit::Actual => camera.zoom_at(canvas.rect.min, middle, 1.0 / camera.zoom),
        Fit::In => camera.zoom_at(canvas.rect.min, middle, 1.25),
        Fit::Out => camera.zoom_at(canvas.rect.min, middle, 0.8),
        Fit::Reveal => {
            if let Some(frame) = selected {
                // Room for the handles around it.
                let room = 96.0 / f64::from(camera.zoom);
                let frame = frame.grown(room.min(140.0));
                let frame = field.map_or(frame, |field| frame.union(field));
                camera.reveal(frame, size, 4.0);
            }
        }
    }
}

/// Does somebody stand, or a word of the legend, where the buttons of the map are?
fn is_under_controls(canvas: &Canvas<'_>, camera: Camera) -> bool {
    let controls = controls_place(canvas);
    let items = canvas.derived.scene.items.iter().zip(&canvas.derived.boxes);
    let mut read = items.filter(|(item, _)| matches!(item.layer, Layer::People | Layer::Frame));
    read.any(|(_, rect)| camera.screen_rect(canvas.rect.min, *rect).intersects(controls))
}

/// The place on the map that the name field would like to have, while a name is typed.
fn name_field_frame(canvas: &Canvas<'_>, session: &Session) -> Option<geometry::Rect> {
    let spot = canvas.derived.spot(&session.naming.as_ref()?.person)?;
    let place = name_field::wanted_place(canvas, session, spot);
    let [min, max] = [place.min, place.max]
        .map(|corner| session.camera.map_from_screen(canvas.rect.min, corner));
    Some(geometry::Rect::between(min, max))
}

/// From so far that names are too small to read, initials stand under the symbols instead, while
/// there is room for those.
fn initials(ui: &Ui, canvas: &Canvas<'_>, session: &Session) {
    let theme = canvas.panel.theme;
    let zoom = session.camera.zoom;
    let name_size = short(theme.size.name) * zoom;
    if !(LEAST_FOR_INITIALS..paint::SMALLEST_TEXT).contains(&name_size) {
        return;
    }
    let font = FontId::new(INITIALS_SIZE, family(Weight::SemiBold));
    for spot in &canvas.derived.people {
        let at = canvas.on_screen(session, spot.symbol);
        if !canvas.rect.contains(at) {
            continue;
        }
        let Some(person) = canvas.panel.map.person(&spot.id) else { continue };
        let letters: String = person
            .name
            .full()
            .split_whitespace()
            .filter_map(|word| word.chars().find(|letter| letter.is_uppercase()))
            .take(2)
            .collect();
        let is_faint = !session.lit.as_ref().is_none_or(|lit| lit.people.contains(&spot.id));
        let ink = color(if is_faint { theme.line } else { theme.ink });
        let below = at + vec2(0.0, short(spot.half) * zoom + 1.0);
        ui.painter().text(below, Align2::CENTER_TOP, letters, font.clone(), ink);
    }
}

/// The ring around what is selected.
fn selection(ui: &Ui, canvas: &Canvas<'_>, session: &Session) {
    let theme = canvas.panel.theme;
    let stroke = Stroke::new(3.0, color(theme.accent));
    match &session.selection {
        Some(Subject::Person(id)) => {
            if let Some(spot) = canvas.derived.spot(id) {
                let center = canvas.on_screen(session, spot.symbol);
                let zoom = session.camera.zoom;
                let radius = short(spot.half) * zoom + (9.0 * zoom).max(5.0);
                let loops = canvas.derived.loops(id);
                let radius = radius + loops * 7.0 * zoom;
                ui.painter().circle_stroke(center, radius, stroke);
            }
        }
        Some(Subject::Union(id)) => {
            if let Some(spot) = canvas.derived.union_spot(id) {
                let points = spot.line.iter().map(|point| canvas.on_screen(session, *point));
                ui.painter().add(egui::Shape::line(points.collect(), stroke));
                let grip = canvas.on_screen(session, spot.grip);
                ui.painter().circle_filled(grip, 7.0, color(theme.accent));
            }
        }
        Some(Subject::Household(_)) => homes::selected(ui, canvas, session),
        Some(Subject::Relation(id)) => lines::selected(ui, canvas, session, id),
        Some(Subject::Support(_)) | None => {}
    }
}

/// On an empty map the one thing there is to do stands in the middle of it.
fn nobody(ui: &mut Ui, canvas: &Canvas<'_>, actions: &mut Vec<Action>) {
    if !canvas.document.map().people.is_empty() {
        return;
    }
    let place = Rect::from_center_size(canvas.rect.center(), vec2(280.0, 56.0));
    let words = canvas.panel.texts.get("map-first");
    ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
        if button(ui, canvas.panel.theme, Look::Main, "plus", &words).clicked() {
            actions.push(Action::Edit(EditAction::AddLoose));
        }
    });
}

/// Zoom buttons at the lower right, and "tidy" while somebody is pinned.
fn controls(ui: &mut Ui, canvas: &Canvas<'_>, actions: &mut Vec<Action>) {
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    let is_pinned = !canvas.panel.map.view.pins.is_empty();
    let place = controls_place(canvas);
    let radius = CornerRadius::same(10);
    let line = Stroke::new(1.0, color(theme.hairline));
    ui.painter().rect(place, radius, color(theme.panel), line, egui::StrokeKind::Outside);
    ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.vertical(|ui| {
            if icon_button(ui, theme, "paint-brush", &texts.get("do-paint")).clicked() {
                actions.push(Action::Look(LookAction::Paint(PaintStep::Begin)));
            }
            if icon_button(ui, theme, "plus", &texts.get("zoom-in")).clicked() {
                actions.push(Action::Look(LookAction::Zoom(Fit::In)));
            }
            if icon_button(ui, theme, "minus", &texts.get("zoom-out")).clicked() {
                actions.push(Action::Look(LookAction::Zoom(Fit::Out)));
            }
            if icon_button(ui, theme, "corners-out", &texts.get("zoom-fit")).clicked() {
                actions.push(Action::Look(LookAction::Zoom(Fit::All)));
            }
            if is_pinned
                && icon_button(ui, theme, "push-pin-slash", &texts.get("map-tidy")).clicked()
            {
                actions.push(Action::Edit(EditAction::Do(Command::Unpin)));
            }
        });
    });
}
