//! The targets around what is selected: tap makes somebody new, drag to somebody makes a link.

use egui::{Align2, CornerRadius, FontId, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui};
use egui::{pos2, vec2};

use super::camera::short;
use super::{Canvas, FIRST_PART, arrange, name_field};
use crate::document::{ChildOf, Parents};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::kinship::Reach;
use crate::model::{Bearer, Bond, PersonId, Subject, Union, UnionId};
use crate::scene::{Layer, Part};
use crate::ui::fonts::family;
use crate::ui::inspector::color;
use crate::ui::keys;
use crate::ui::session::{Drag, Handle, Session};
use crate::ui::{Action, EditAction, LookAction};

/// Half the size of a target: 44 points across.
const RADIUS: f32 = 22.0;
/// Further out than this the targets would cover the whole family.
const LEAST_ZOOM: f32 = 0.25;

/// What the word under the target for a child takes at most, with its key.
const CHILD_WORD: egui::Vec2 = egui::Vec2::new(92.0, 30.0);

/// One target on screen.
#[derive(Clone, Debug)]
pub(super) struct Target {
    handle: Handle,
    center: Pos2,
    from: Pos2,
    is_hot: bool,
}

/// Lets the targets be tapped and dragged; gives them back to be painted above everybody.
pub(super) fn interact(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    actions: &mut Vec<Action>,
) -> Vec<Target> {
    let is_moving_somebody = matches!(session.drag, Some(Drag::Person { .. }));
    if session.palette.is_some() || is_moving_somebody || session.camera.zoom < LEAST_ZOOM {
        return Vec::new();
    }
    let targets = match session.selection.clone() {
        Some(Subject::Person(id)) => around_person(ui.ctx(), canvas, session, &id),
        Some(Subject::Union(id)) => around_union(canvas, session, &id),
        _ => Vec::new(),
    };
    let mut shown = Vec::new();
    let Room { mut keep, spare } = room(ui.ctx(), canvas, session);
    for mut target in targets {
        let wish = (target.center, vec2(2.0 * RADIUS, 2.0 * RADIUS));
        let Some(center) = arrange::place(wish, canvas.rect, &keep, &spare) else { continue };
        target.center = center;
        keep.push(Rect::from_center_size(center, wish.1));
        let rect = Rect::from_center_size(target.center, vec2(2.0 * RADIUS, 2.0 * RADIUS));
        let id = Id::unique(("halo", word_id(target.handle)));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let words = spoken(canvas, session, target.handle);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
        target.is_hot = response.hovered() || response.has_focus();
        answer(ui, canvas, session, &target, &response, actions);
        choices(canvas, session, &target, &response, actions);
        shown.push(target);
    }
    // While a name is typed, only what makes the next person.
    if session.naming.is_none()
        && let Some(row) = shown.iter().find(|target| target.handle == Handle::Child)
    {
        let size = more_row_size(ui, canvas);
        keep.push(Rect::from_center_size(row.center + vec2(0.0, RADIUS + 23.0), CHILD_WORD));
        let wish = row.center + vec2(RADIUS + 10.0 + size.x / 2.0, 0.0);
        if let Some(center) = arrange::place((wish, size), canvas.rect, &keep, &spare) {
            more_row(ui, canvas, session, Rect::from_center_size(center, size), actions);
        }
    }
    shown
}

/// What targets keep clear of, and what they leave alone as long as there is room elsewhere.
#[derive(Debug, Default)]
struct Room {
    keep: Vec<Rect>,
    spare: Vec<Rect>,
}

/// Symbols, names and tiles of those who are worked on, the field in which a name is typed and the
/// buttons of the map are kept clear; everybody else where it can be done.
fn room(ctx: &egui::Context, canvas: &Canvas<'_>, session: &Session) -> Room {
    let mut room = Room::default();
    let union = match &session.selection {
        Some(Subject::Union(id)) => canvas.panel.map.union(id),
        _ => None,
    };
    let is_own = |id: &PersonId| {
        session.person() == Some(id) || union.is_some_and(|union| union.partners.contains(id))
    };
    let named = session.naming.as_ref().map(|naming| &naming.person);
    let scene = &canvas.derived.scene;
    for (item, covers) in scene.items.iter().zip(&canvas.derived.boxes) {
        let Some(Subject::Person(id)) = &item.subject else { continue };
        if item.layer != Layer::People {
            continue;
        }
        let rect = session.camera.screen_rect(canvas.rect.min, *covers);
        if !rect.intersects(canvas.rect) {
            continue;
        }
        if is_own(id) || named == Some(id) { &mut room.keep } else { &mut room.spare }.push(rect);
    }
    if named.is_some() {
        room.keep.extend(name_field::shown(ctx));
    }
    room.keep.push(super::controls_place(canvas));
    room
}

const fn word_id(handle: Handle) -> &'static str {
    match handle {
        Handle::Parents => "parents",
        Handle::Partner => "partner",
        Handle::Child => "child",
        Handle::Sibling => "sibling",
    }
}

fn around_person(
    ctx: &egui::Context,
    canvas: &Canvas<'_>,
    session: &Session,
    id: &PersonId,
) -> Vec<Target> {
    let Some(spot) = canvas.derived.spot(id) else { return Vec::new() };
    let zoom = session.camera.zoom;
    let center = canvas.on_screen(session, spot.symbol);
    let half = short(spot.half) * zoom;
    let out = half + RADIUS + 16.0_f32.max(14.0 * zoom);
    let label_end = session.camera.screen_rect(canvas.rect.min, spot.frame).bottom();
    let is_naming = session.naming.as_ref().is_some_and(|naming| naming.person == *id);
    let below = if is_naming { name_field::bottom(ctx, center.y + half) } else { label_end };
    let diagonal = out + 12.0;
    let parents = canvas.panel.map.home_union(id).map_or(0, |(_, union)| union.partners.len());
    let target = |handle, center: Pos2, from: Pos2| Target { handle, center, from, is_hot: false };
    let mut targets = Vec::new();
    if parents < 2 {
        let at = center + vec2(-0.55 * diagonal, -0.84 * diagonal);
        targets.push(target(Handle::Parents, at, center + vec2(-0.55, -0.84) * (half + 10.0)));
    }
    let right = center + vec2(out, 0.0);
    targets.push(target(Handle::Partner, right, center + vec2(half + 10.0, 0.0)));
    let down = pos2(center.x, below + RADIUS + 8.0);
    targets.push(target(Handle::Child, down, pos2(center.x, below - 2.0)));
    let left = center - vec2(out, 0.0);
    targets.push(target(Handle::Sibling, left, center - vec2(half + 10.0, 0.0)));
    targets
}

fn around_union(canvas: &Canvas<'_>, session: &Session, id: &UnionId) -> Vec<Target> {
    let (Some(spot), Some(union)) = (canvas.derived.union_spot(id), canvas.panel.map.union(id))
    else {
        return Vec::new();
    };
    let grip = canvas.on_screen(session, spot.grip);
    let target = |handle, center: Pos2| Target { handle, center, from: grip, is_hot: false };
    let mut targets = vec![target(Handle::Child, grip + vec2(0.0, 58.0))];
    if lone_parent_child(union).is_some() {
        targets.push(target(Handle::Partner, grip + vec2(62.0, 0.0)));
    }
    targets
}

/// A child of a lone parent, through whom the other parent can be added.
fn lone_parent_child(union: &Union) -> Option<&PersonId> {
    (union.partners.len() < 2).then(|| union.children.first().map(|child| &child.person)).flatten()
}

/// What a screen reader says: what it makes, and for whom.
fn spoken(canvas: &Canvas<'_>, session: &Session, handle: Handle) -> String {
    let texts = canvas.panel.texts;
    let words = word(canvas, handle);
    let who = session.person().map(|id| canvas.panel.name(id));
    match who {
        Some(name) => texts.say(&Message::new("halo-add-for").arg("what", words).arg("name", name)),
        None => texts.say(&Message::new("halo-add").arg("what", words)),
    }
}

fn word(canvas: &Canvas<'_>, handle: Handle) -> String {
    let texts = canvas.panel.texts;
    match handle {
        Handle::Parents => texts.get("halo-parents"),
        Handle::Partner => texts.get("halo-partner"),
        Handle::Child => texts.get("halo-child"),
        Handle::Sibling => texts.get("halo-sibling"),
    }
}

/// What a tap on `handle` asks for.
pub(in crate::ui) fn tap_action(
    map: &crate::model::FamilyMap,
    selection: &Subject,
    handle: Handle,
) -> Option<Action> {
    match (selection, handle) {
        (Subject::Person(id), Handle::Parents) => {
            let there = map.home_union(id).map_or(0, |(_, union)| union.partners.len());
            let parents = if there == 0 { Parents::Both } else { Parents::One };
            Some(Action::Edit(EditAction::AddParents(id.clone(), parents)))
        }
        (Subject::Person(id), Handle::Partner) => {
            Some(Action::Edit(EditAction::AddPartner(id.clone())))
        }
        (Subject::Person(id), Handle::Child) => {
            Some(Action::Edit(EditAction::AddChild(ChildOf::Person(id.clone()), Bond::Birth)))
        }
        (Subject::Person(id), Handle::Sibling) => {
            Some(Action::Edit(EditAction::AddSibling(id.clone())))
        }
        (Subject::Union(id), Handle::Child) => {
            Some(Action::Edit(EditAction::AddChild(ChildOf::Union(id.clone()), Bond::Birth)))
        }
        (Subject::Union(id), Handle::Partner) => {
            let child = lone_parent_child(map.union(id)?)?;
            Some(Action::Edit(EditAction::AddParents(child.clone(), Parents::One)))
        }
        (Subject::Union(_), Handle::Parents | Handle::Sibling)
        | (Subject::Relation(_) | Subject::Household(_) | Subject::Support(_), _) => None,
    }
}

/// What opens the palette of `selection`.
pub(in crate::ui) fn palette_action(selection: &Subject) -> Option<Action> {
    match selection {
        Subject::Person(id) => {
            Some(Action::Look(LookAction::OpenPalette(Bearer::Person(id.clone()))))
        }
        Subject::Union(id) => {
            Some(Action::Look(LookAction::OpenPalette(Bearer::Union(id.clone()))))
        }
        Subject::Relation(_) | Subject::Household(_) | Subject::Support(_) => None,
    }
}

/// What dragging from `handle` to `other` asks for.
fn link_action(
    canvas: &Canvas<'_>,
    selection: &Subject,
    handle: Handle,
    other: &PersonId,
) -> Option<Action> {
    let map = canvas.panel.map;
    let link =
        |of, child: &PersonId| Action::Edit(EditAction::LinkChild(of, Bond::Birth, child.clone()));
    match (selection, handle) {
        (Subject::Person(id), _) if id == other => None,
        (Subject::Person(id), Handle::Parents) => Some(link(ChildOf::Person(other.clone()), id)),
        (Subject::Person(id), Handle::Partner) => {
            Some(Action::Edit(EditAction::LinkPartners(id.clone(), other.clone())))
        }
        (Subject::Person(id), Handle::Child) => Some(link(ChildOf::Person(id.clone()), other)),
        (Subject::Person(id), Handle::Sibling) => {
            let (home, _) = map.home_union(id).or_else(|| map.home_union(other))?;
            let child = if map.home_union(id).is_some() { other } else { id };
            Some(link(ChildOf::Union(home.clone()), child))
        }
        (Subject::Union(id), Handle::Child) => Some(link(ChildOf::Union(id.clone()), other)),
        (Subject::Union(_), _)
        | (Subject::Relation(_) | Subject::Household(_) | Subject::Support(_), _) => None,
    }
}

fn answer(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    target: &Target,
    response: &Response,
    actions: &mut Vec<Action>,
) {
    let Some(selection) = session.selection.clone() else { return };
    if response.clicked() {
        actions.extend(tap_action(canvas.panel.map, &selection, target.handle));
    }
    if response.drag_started() {
        session.drag = Some(Drag::Link(target.handle));
    }
    if response.drag_stopped() {
        session.drag = None;
        let pointer = ui.input(|input| input.pointer.latest_pos());
        if let Some(other) = pointer.and_then(|pos| person_at(canvas, session, pos)) {
            actions.extend(link_action(canvas, &selection, target.handle, &other));
        }
    }
}

/// Whose symbol or label is at `pos`.
fn person_at(canvas: &Canvas<'_>, session: &Session, pos: Pos2) -> Option<PersonId> {
    let point = session.camera.map_from_screen(canvas.rect.min, pos);
    let hit = canvas.derived.people.iter().find(|spot| spot.frame.contains(point));
    hit.map(|spot| spot.id.clone())
}

/// Held for long, a target offers what else it can make.
fn choices(
    canvas: &Canvas<'_>,
    session: &Session,
    target: &Target,
    response: &Response,
    actions: &mut Vec<Action>,
) {
    let Some(selection) = session.selection.clone() else { return };
    let other: Vec<(String, Action)> = other_choices(canvas, &selection)
        .into_iter()
        .filter(|(handle, _, _)| *handle == target.handle)
        .map(|(_, words, action)| (words, action))
        .collect();
    if other.is_empty() {
        return;
    }
    response.context_menu(|ui| {
        for (words, action) in other {
            if ui.button(words).clicked() {
                actions.push(action);
            }
        }
    });
}

/// What there is besides the plain targets, each with the target it belongs to.
fn other_choices(canvas: &Canvas<'_>, selection: &Subject) -> Vec<(Handle, String, Action)> {
    let texts = canvas.panel.texts;
    let of = match selection {
        Subject::Person(id) => ChildOf::Person(id.clone()),
        Subject::Union(id) => ChildOf::Union(id.clone()),
        Subject::Relation(_) | Subject::Household(_) | Subject::Support(_) => return Vec::new(),
    };
    let mut all = vec![
        (
            Handle::Child,
            texts.get("halo-foster"),
            Action::Edit(EditAction::AddChild(of.clone(), Bond::Foster)),
        ),
        (
            Handle::Child,
            texts.get("halo-adopted"),
            Action::Edit(EditAction::AddChild(of, Bond::Adopted)),
        ),
    ];
    if let Subject::Person(id) = selection {
        let one = Action::Edit(EditAction::AddParents(id.clone(), Parents::One));
        all.push((Handle::Parents, texts.get("halo-one-parent"), one));
        all.push((
            Handle::Sibling,
            texts.get("halo-twin"),
            Action::Edit(EditAction::AddTwin(id.clone())),
        ));
    }
    all
}

/// Room between the buttons of the row.
const BETWEEN: f32 = 6.0;

/// How large the row of buttons will be.
fn more_row_size(ui: &Ui, canvas: &Canvas<'_>) -> egui::Vec2 {
    let texts = canvas.panel.texts;
    let font = FontId::new(13.5, family(Weight::SemiBold));
    let button = |words: String| {
        let galley = ui.painter().layout_no_wrap(words, font.clone(), egui::Color32::BLACK);
        (galley.size().x + 2.0 * ui.spacing().button_padding.x).max(2.0 * RADIUS)
    };
    let words = [texts.get("halo-entries"), texts.get("halo-strength"), "…".to_owned()];
    let width: f32 = words.into_iter().map(button).sum();
    vec2(width + 2.0 * BETWEEN + 4.0, 2.0 * RADIUS)
}

/// "What is going on", strength, and everything else, beside the lower target.
fn more_row(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    session: &Session,
    place: Rect,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    let Some(selection) = session.selection.clone() else { return };
    let bearer = match &selection {
        Subject::Person(id) => Bearer::Person(id.clone()),
        Subject::Union(id) => Bearer::Union(id.clone()),
        Subject::Relation(_) | Subject::Household(_) | Subject::Support(_) => return,
    };
    ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            let pill = |ui: &mut Ui, words: &str| {
                let label = crate::ui::fonts::text(words, 13.5, Weight::SemiBold);
                let button = egui::Button::new(label.color(color(theme.ink)))
                    .fill(color(theme.panel))
                    .stroke(Stroke::new(1.0, color(theme.line)))
                    .corner_radius(CornerRadius::same(22))
                    .min_size(vec2(44.0, 44.0));
                ui.add(button)
            };
            let entries = texts.get("halo-entries");
            if pill(ui, &entries).clicked() {
                actions.push(Action::Look(LookAction::OpenPalette(bearer.clone())));
            }
            if pill(ui, &texts.get("halo-strength")).clicked() {
                actions.push(Action::Look(LookAction::OpenStrengths(bearer)));
            }
            let more = pill(ui, "…");
            let words = texts.get("halo-more");
            more.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
            egui::Popup::menu(&more).show(|ui| more_menu(ui, canvas, &selection, actions));
        });
    });
}

fn more_menu(ui: &mut Ui, canvas: &Canvas<'_>, selection: &Subject, actions: &mut Vec<Action>) {
    let texts = canvas.panel.texts;
    for (_, words, action) in other_choices(canvas, selection) {
        if ui.button(words).clicked() {
            actions.push(action);
        }
    }
    if let Subject::Person(id) = selection {
        let only = Message::new("part-only").arg("name", canvas.panel.name(id));
        if ui.button(texts.say(&only)).clicked() {
            actions.push(Action::Look(LookAction::ShowPart(Some(near(id.clone())))));
        }
        let is_folded = canvas.panel.map.view.folded.contains(id);
        let fold = if is_folded { "halo-unfold" } else { "halo-fold" };
        let has_children = canvas.panel.map.unions_of(id).any(|(_, it)| !it.children.is_empty());
        if (is_folded || has_children) && ui.button(texts.get(fold)).clicked() {
            actions.push(Action::Edit(EditAction::ToggleFold(id.clone())));
        }
        if ui.button(texts.get("halo-name")).clicked() {
            actions.push(Action::Look(LookAction::EditName(id.clone())));
        }
        if canvas.panel.map.view.pins.contains_key(id)
            && ui.button(texts.get("halo-unpin")).clicked()
        {
            actions.push(Action::Edit(EditAction::Do(crate::document::Command::Pin(
                id.clone(),
                None,
            ))));
        }
    }
    if ui.button(texts.get("halo-remove")).clicked() {
        actions.push(Action::Edit(EditAction::Remove(selection.clone())));
    }
}

/// The nearest people around somebody.
pub(in crate::ui) const fn near(center: PersonId) -> Part {
    Part::around(center, Reach::Nearest(FIRST_PART))
}

/// Paints the targets, their words and keys, and the line that is being drawn.
pub(super) fn paint(ui: &Ui, canvas: &Canvas<'_>, session: &Session, targets: &[Target]) {
    let theme = canvas.panel.theme;
    let accent = color(theme.accent);
    for target in targets {
        let on = if target.is_hot { 1.0 } else { 0.0 };
        let line = Stroke::new(2.0, accent);
        ui.painter().add(egui::Shape::dashed_line(&[target.from, target.center], line, 4.0, 4.0));
        ui.painter().circle_filled(target.center, RADIUS + on, accent);
        plus(ui, target.center, color(theme.on_accent));
        label(ui, canvas, session, targets, target);
    }
    let Some(Drag::Link(handle)) = &session.drag else { return };
    let Some(target) = targets.iter().find(|target| target.handle == *handle) else { return };
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let line = Stroke::new(3.0, accent);
    ui.painter().line_segment([target.center, pointer], line);
    let Some(selection) = &session.selection else { return };
    for spot in &canvas.derived.people {
        if link_action(canvas, selection, *handle, &spot.id).is_some() {
            let frame = session.camera.screen_rect(canvas.rect.min, spot.frame);
            let is_aimed = frame.contains(pointer);
            let stroke = Stroke::new(if is_aimed { 3.0 } else { 1.5 }, accent);
            let radius = CornerRadius::same(10);
            ui.painter().rect_stroke(frame, radius, stroke, StrokeKind::Outside);
        }
    }
}

fn plus(ui: &Ui, center: Pos2, ink: egui::Color32) {
    let stroke = Stroke::new(2.6, ink);
    for arm in [vec2(7.0, 0.0), vec2(0.0, 7.0)] {
        ui.painter().line_segment([center - arm, center + arm], stroke);
    }
}

/// The word and its key, where there is room for them.
fn label(ui: &Ui, canvas: &Canvas<'_>, session: &Session, targets: &[Target], target: &Target) {
    let theme = canvas.panel.theme;
    let words = word(canvas, target.handle);
    let key = keys::handle_key(canvas.panel.texts.lang(), target.handle);
    let font = FontId::new(14.0, family(Weight::SemiBold));
    let galley = ui.painter().layout_no_wrap(words, font, color(theme.ink));
    let size = vec2(galley.size().x + 46.0, 30.0);
    let c = target.center;
    let center = match target.handle {
        Handle::Partner => c + vec2(RADIUS + 8.0 + size.x / 2.0, 0.0),
        Handle::Sibling | Handle::Parents => c - vec2(RADIUS + 8.0 + size.x / 2.0, 0.0),
        Handle::Child => c + vec2(0.0, RADIUS + 8.0 + size.y / 2.0),
    };
    let turned = pos2(2.0 * c.x - center.x, 2.0 * c.y - center.y);
    let inside = |at: &Pos2| canvas.rect.contains_rect(Rect::from_center_size(*at, size));
    let Some(center) = [center, turned].into_iter().find(inside) else { return };
    let rect = Rect::from_center_size(center, size);
    let covers_target = targets.iter().any(|other| {
        let disc = Rect::from_center_size(other.center, vec2(2.0 * RADIUS, 2.0 * RADIUS));
        disc.intersects(rect)
    });
    let covers_what_is_named = session.naming.is_some()
        && name_field::shown(ui.ctx()).is_some_and(|it| it.intersects(rect));
    if covers_target || covers_what_is_named {
        return;
    }
    let covers_somebody = canvas.derived.people.iter().any(|spot| {
        let at = canvas.on_screen(session, spot.symbol);
        let half = short(spot.half) * session.camera.zoom;
        Rect::from_center_size(at, vec2(2.0 * half, 2.0 * half)).intersects(rect)
    });
    if covers_somebody && !target.is_hot {
        return;
    }
    let line = Stroke::new(1.0, color(theme.hairline));
    let radius = CornerRadius::same(8);
    ui.painter().rect(rect, radius, color(theme.panel), line, StrokeKind::Inside);
    let at = pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color(theme.ink));
    let cap = Rect::from_center_size(pos2(rect.right() - 18.0, rect.center().y), vec2(20.0, 20.0));
    ui.painter().rect_filled(cap, CornerRadius::same(5), color(theme.sunken));
    let font = FontId::new(12.5, family(Weight::Bold));
    ui.painter().text(cap.center(), Align2::CENTER_CENTER, key, font, color(theme.soft_ink));
}
