//! The targets around what is selected: tap makes somebody new, drag to somebody makes a link.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, FontId, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, pos2,
    vec2,
};

use super::camera::short;
use super::stage::Canvas;
use super::{arrange, goals, homes, lines, name_field, nodes};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Party, PersonId, Subject, UnionId};
use crate::scene::{Layer, Shape};
use crate::ui::action::{self, Id as ActionId, LineStep};
use crate::ui::fonts::family;
use crate::ui::menu::{AROUND, MORE, menu_ui};
use crate::ui::session::{Drag, Session};
use crate::ui::style::color;
use crate::ui::terms::Handle;
use crate::ui::{Action, LookAction};

/// Half the size of a target: 44 points across.
const RADIUS: f32 = 22.0;
/// Further out than this the targets would cover the whole family.
const LEAST_ZOOM: f32 = 0.25;

/// How high the word beside a target is, and how high where there is little room.
const WORD: f32 = 30.0;
const SMALL_WORD: f32 = 22.0;
/// How large a key is, beside its word or alone on the rim of its target.
const CAP: f32 = 20.0;

/// One target on screen.
#[derive(Clone, Debug)]
pub(super) struct Target {
    handle: Handle,
    center: Pos2,
    from: Pos2,
    is_hot: bool,
    /// Where its word and its key stand; lower where there is room for a small word only, without its
    /// key; without room for that, the key alone.
    word: Option<Rect>,
}

/// Lets the targets be tapped and dragged; gives them back to be painted above everybody.
pub(super) fn interact(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    actions: &mut Vec<Action>,
) -> Vec<Target> {
    let typed = session.naming.as_ref().and_then(|_| name_field::shown(ui.ctx()));
    session.worked_on = typed.into_iter().collect();
    let is_moving_somebody = matches!(session.drag, Some(Drag::Person { .. }));
    if session.line.is_some()
        || session.kin.is_some()
        || session.whom.is_some()
        || session.tying.is_some()
        || session.lasso.is_some()
        || session.palette.is_some()
        || is_moving_somebody
        || session.camera.zoom < LEAST_ZOOM
    {
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
    for target in &mut shown {
        target.word = word_place(ui, canvas, target, (&keep, &spare));
        keep.extend(target.word);
    }
    // While a name is typed, only what makes the next person.
    if session.naming.is_none()
        && let Some(row) = shown.iter().find(|target| target.handle == Handle::Child)
    {
        let size = more_row_size(ui, canvas);
        let wish = row.center + vec2(RADIUS + 10.0 + size.x / 2.0, 0.0);
        if let Some(center) = arrange::place((wish, size), canvas.rect, &keep, &spare) {
            let place = Rect::from_center_size(center, size);
            session.worked_on.push(place);
            more_row(ui, canvas, session, place, actions);
        }
    }
    let side = vec2(2.0 * RADIUS, 2.0 * RADIUS);
    let targets = shown.iter().map(|target| Rect::from_center_size(target.center, side));
    session.worked_on.extend(targets.chain(shown.iter().filter_map(|target| target.word)));
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
        if item.layer != Layer::People {
            continue;
        }
        let rect = session.camera.screen_rect(canvas.rect.min, *covers);
        if !rect.intersects(canvas.rect) {
            continue;
        }
        match &item.subject {
            Some(Subject::Person(id)) if is_own(id) || named == Some(id) => room.keep.push(rect),
            Some(Subject::Person(_)) => {
                // Where somebody must be covered, rather their signs than their name.
                let times = if matches!(item.shape, Shape::Text(_)) { 4 } else { 1 };
                room.spare.extend(std::iter::repeat_n(rect, times));
            }
            // Who helps stands right below the family, and is tapped with a finger too.
            Some(Subject::Support(_)) => room.keep.push(rect),
            _ => {}
        }
    }
    if named.is_some() {
        room.keep.extend(name_field::shown(ctx));
    }
    room.keep.push(super::controls_place(canvas));
    room.keep.extend(lines::holds(canvas, session).map(|(_, hold)| hold));
    let is_near = |hold: &Rect| hold.intersects(canvas.rect);
    room.keep.extend(nodes::union_holds(canvas, session).into_iter().filter(is_near));
    room.keep.extend(homes::holds(canvas, session).into_iter().map(|(_, hold)| hold));
    room.keep.extend(nodes::question_holds(canvas, session).map(|(_, _, tap)| tap));
    room.keep.extend(goals::holds(canvas, session).into_iter().map(|(_, _, hold)| hold));
    room
}

/// The row of the table that a tap on it asks for.
const fn action_of(handle: Handle) -> ActionId {
    match handle {
        Handle::Parents => ActionId::AddParents,
        Handle::Partner => ActionId::AddPartner,
        Handle::Child => ActionId::AddChild,
        Handle::Sibling => ActionId::AddSibling,
    }
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
    let target = |handle, center: Pos2, from: Pos2| Target {
        handle,
        center,
        from,
        is_hot: false,
        word: None,
    };
    let mut targets = Vec::new();
    if parents < 2 {
        let at = center + vec2(-0.55 * diagonal, -0.84 * diagonal);
        targets.push(target(Handle::Parents, at, center + vec2(-0.55, -0.84) * (half + 10.0)));
    }
    // Whoever is expected or was lost has no partner and no children.
    if canvas.panel.map.person(id).is_some_and(|it| it.holds_facts()) {
        let right = center + vec2(out, 0.0);
        targets.push(target(Handle::Partner, right, center + vec2(half + 10.0, 0.0)));
        let down = pos2(center.x, below + RADIUS + 8.0);
        targets.push(target(Handle::Child, down, pos2(center.x, below - 2.0)));
    }
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
    let target =
        |handle, center: Pos2| Target { handle, center, from: grip, is_hot: false, word: None };
    let mut targets = vec![target(Handle::Child, grip + vec2(0.0, 58.0))];
    if action::lone_parent_child(union).is_some() {
        targets.push(target(Handle::Partner, grip + vec2(62.0, 0.0)));
    }
    targets
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
        actions.extend(action::tap(canvas.panel.map, &selection, target.handle));
    }
    if response.drag_started() {
        session.drag = Some(Drag::Link(target.handle));
    }
    if response.drag_stopped() {
        session.drag = None;
        let pointer = ui.input(|input| input.pointer.latest_pos());
        if let Some(other) = pointer.and_then(|pos| person_at(canvas, session, pos)) {
            actions.extend(action::link(&selection, target.handle, &other));
        }
    }
}

/// Whose symbol or label is at `pos`.
pub(super) fn person_at(canvas: &Canvas<'_>, session: &Session, pos: Pos2) -> Option<PersonId> {
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
    let situation = canvas.situation(session);
    let other = other_choices(target.handle);
    if other.iter().filter_map(|id| id.row()).all(|row| row.asked(&situation).is_empty()) {
        return;
    }
    response.context_menu(|ui| {
        actions.extend(menu_ui(ui, &canvas.panel, &situation, other, AROUND));
    });
}

/// What there is besides the plain target.
const fn other_choices(handle: Handle) -> &'static [ActionId] {
    match handle {
        Handle::Parents => &[ActionId::AddOneParent],
        Handle::Partner => &[],
        Handle::Child => &[
            ActionId::AddFosterChild,
            ActionId::AddAdoptedChild,
            ActionId::AddPregnancy,
            ActionId::AddMiscarriage,
            ActionId::AddStillbirth,
            ActionId::AddAbortion,
            ActionId::AddMoreChildren,
        ],
        Handle::Sibling => &[ActionId::AddTwin],
    }
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
    let words = ["halo-entries", "halo-strength", "halo-line"].map(|id| texts.get(id));
    let width: f32 = words.into_iter().chain(["…".to_owned()]).map(button).sum();
    vec2(width + 3.0 * BETWEEN + 4.0, 2.0 * RADIUS)
}

/// "What is going on", strength, and everything else, beside the lower target.
fn more_row(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    place: Rect,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    let Some(bearer) = session.selection.as_ref().and_then(action::bearer) else { return };
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
            if let Some(from) = session.person().cloned() {
                let line = pill(ui, &texts.get("halo-line"));
                let line = line.interact(Sense::click_and_drag());
                line_pill(ui, canvas, session, (&line, from), actions);
            }
            let more = pill(ui, "…");
            let words = texts.get("halo-more");
            more.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
            egui::Popup::menu(&more).show(|ui| {
                actions.extend(menu_ui(
                    ui,
                    &canvas.panel,
                    &canvas.situation(session),
                    MORE,
                    AROUND,
                ));
            });
        });
    });
}

/// A tap asks to whom a line goes; dragged to somebody, it goes there.
fn line_pill(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    (pill, from): (&Response, PersonId),
    actions: &mut Vec<Action>,
) {
    if pill.drag_started() {
        session.drag = Some(Drag::Line);
    }
    let mut to = None;
    if pill.drag_stopped() {
        session.drag = None;
        let pointer = ui.input(|input| input.pointer.latest_pos());
        to = pointer.and_then(|pos| person_at(canvas, session, pos)).filter(|to| *to != from);
    }
    if pill.clicked() || to.is_some() {
        actions.push(Action::Look(LookAction::Line(LineStep::From(from))));
        actions
            .extend(to.map(|to| Action::Look(LookAction::Line(LineStep::To(Party::Person(to))))));
    }
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
        label(ui, canvas, target);
    }
    let Some(Drag::Link(handle)) = &session.drag else { return };
    let Some(target) = targets.iter().find(|target| target.handle == *handle) else { return };
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let line = Stroke::new(3.0, accent);
    ui.painter().line_segment([target.center, pointer], line);
    let Some(selection) = &session.selection else { return };
    for spot in &canvas.derived.people {
        if action::link(selection, *handle, &spot.id).is_some() {
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

/// The word of a target in letters of this size, and its key.
fn word_and_key(
    ui: &Ui,
    canvas: &Canvas<'_>,
    (handle, letters): (Handle, f32),
) -> (Arc<egui::Galley>, String) {
    let row = action_of(handle).row();
    let key = row.map(|row| row.key_words(canvas.panel.texts.lang())).unwrap_or_default();
    let font = FontId::new(letters, family(Weight::SemiBold));
    let ink = color(canvas.panel.theme.ink);
    (ui.painter().layout_no_wrap(word(canvas, handle), font, ink), key)
}

/// How large the letters of a word in a box of this height are.
const fn letters(height: f32) -> f32 {
    if height < WORD { 12.0 } else { 14.0 }
}

/// Where the word and the key of a target stand: on its outer side, else on another. Where there is no
/// room for both, the word alone; that over somebody else as little as can be, since without its word
/// nobody knows what a target does.
fn word_place(
    ui: &Ui,
    canvas: &Canvas<'_>,
    target: &Target,
    (keep, spare): (&[Rect], &[Rect]),
) -> Option<Rect> {
    let room = |height: f32, beside: f32| {
        let (galley, _) = word_and_key(ui, canvas, (target.handle, letters(height)));
        let fits = word_places(canvas, target, vec2(galley.size().x + beside, height), keep);
        let covered = |at: &Rect| -> f32 {
            let over = spare.iter().map(|it| it.intersect(*at)).filter(|it| it.is_positive());
            over.map(|it| it.area()).sum()
        };
        fits.into_iter().map(|at| (covered(&at), at)).min_by(|a, b| a.0.total_cmp(&b.0))
    };
    let (whole, small) = (room(WORD, 46.0), room(SMALL_WORD, 16.0));
    let is_clear = |(covers, _): &(f32, Rect)| *covers <= 0.0;
    let clear = whole.filter(is_clear).or(small.filter(is_clear));
    let hot = whole.filter(|_| target.is_hot);
    clear.or(hot).or(small).map(|(_, at)| at)
}

/// The places where a word of this size stands beside its target and on nothing that is kept clear, the
/// best first.
fn word_places(canvas: &Canvas<'_>, target: &Target, size: egui::Vec2, keep: &[Rect]) -> Vec<Rect> {
    let (across, up) = (RADIUS + 8.0 + size.x / 2.0, RADIUS + 8.0 + size.y / 2.0);
    let beside = |side: f32| [0.0, -RADIUS, RADIUS].map(|y| vec2(side * across, y));
    // Above and below, its end lies over its target, so that it is seen whose it is.
    let end = size.x / 2.0 - RADIUS;
    let over = |side: f32, by: f32| [by, 0.0, -by].map(|x| vec2(x, side * up));
    let steps: [[egui::Vec2; 3]; 4] = match target.handle {
        Handle::Partner => [beside(1.0), over(-1.0, end), over(1.0, end), beside(-1.0)],
        Handle::Sibling | Handle::Parents => {
            [beside(-1.0), over(-1.0, -end), over(1.0, -end), beside(1.0)]
        }
        Handle::Child => {
            let below = [vec2(0.0, up), vec2(end, up), vec2(-end, up)];
            [below, beside(-1.0), beside(1.0), over(-1.0, end)]
        }
    };
    let is_free = |at: &Rect| !keep.iter().any(|it| it.intersects(*at));
    let places = steps.as_flattened().iter();
    let places = places.map(|step| Rect::from_center_size(target.center + *step, size));
    places.filter(|it| canvas.rect.contains_rect(*it) && is_free(it)).collect()
}

/// The word and its key; without room for them, the word alone, or the key on the rim of its target.
fn label(ui: &Ui, canvas: &Canvas<'_>, target: &Target) {
    let theme = canvas.panel.theme;
    let height = target.word.map_or(WORD, |word| word.height());
    let (galley, key) = word_and_key(ui, canvas, (target.handle, letters(height)));
    let line = Stroke::new(1.0, color(theme.hairline));
    let cap = match target.word {
        Some(rect) => {
            let radius = CornerRadius::same(8);
            ui.painter().rect(rect, radius, color(theme.panel), line, StrokeKind::Inside);
            let is_small = height < WORD;
            let left = if is_small { 8.0 } else { 10.0 };
            let at = pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color(theme.ink));
            if is_small {
                return;
            }
            pos2(rect.right() - 18.0, rect.center().y)
        }
        // On its outer side: the other one lies on somebody.
        None if matches!(target.handle, Handle::Sibling | Handle::Parents) => {
            target.center + vec2(-0.72 * RADIUS, 0.72 * RADIUS)
        }
        None => target.center + vec2(0.72 * RADIUS, 0.72 * RADIUS),
    };
    let cap = Rect::from_center_size(cap, vec2(CAP, CAP));
    let edge = if target.word.is_some() { Stroke::NONE } else { line };
    ui.painter().rect(cap, CornerRadius::same(5), color(theme.sunken), edge, StrokeKind::Outside);
    let font = FontId::new(12.5, family(Weight::Bold));
    ui.painter().text(cap.center(), Align2::CENTER_CENTER, key, font, color(theme.soft_ink));
}
