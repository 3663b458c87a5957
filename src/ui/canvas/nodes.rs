//! Everybody, and every union, as something that can be tapped, focused and read aloud.

use egui::{Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::camera::short;
use super::spoken;
use super::stage::Canvas;
use crate::document::Command;
use crate::fonts::IconStyle;
use crate::i18n::Message;
use crate::model::{Party, Person, PersonId, PinnedAt, Subject, Supported};
use crate::picture::in_design_sizes;
use crate::shown::Names;
use crate::ui::action::{self, LineStep};
use crate::ui::derived::{Derived, Spot, UnionSpot};
use crate::ui::fonts::icon_text;
use crate::ui::frequent;
use crate::ui::node_id::{node, person_node, union_node};
use crate::ui::session::{Drag, Session};
use crate::ui::style::color;
use crate::ui::{Action, EditAction, LookAction};

/// Up to so many people stay in the tree for screen readers when they are out of view.
const ALL_READABLE: usize = 300;

/// Everybody, generation by generation, left to right.
pub(super) fn people(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let everybody = canvas.derived.people.len() <= ALL_READABLE;
    for spot in &canvas.derived.people {
        let frame = session.camera.screen_rect(canvas.rect.min, spot.frame);
        if everybody || frame.intersects(canvas.rect) {
            person(ui, canvas, session, spot, frame, actions);
        }
    }
    let wanted = std::mem::take(&mut session.focus_selection);
    if wanted && session.naming.is_none() {
        let node = session.selection.as_ref().map(node);
        if let Some(node) = node {
            ui.memory_mut(|memory| memory.request_focus(node));
            session.panel.leave();
        }
    }
}

fn person(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    spot: &Spot,
    frame: Rect,
    actions: &mut Vec<Action>,
) {
    // The symbol and its label; not the free space beside a narrow label.
    let zoom = session.camera.zoom;
    let center = canvas.on_screen(session, spot.symbol);
    let half = (short(spot.half) * zoom + 6.0).max(8.0);
    let tap = Rect::from_min_max(
        center - vec2(half, half),
        egui::pos2(center.x + half, frame.max.y.max(center.y + half)),
    );
    let response = ui.interact(tap, person_node(&spot.id), Sense::click_and_drag());
    describe(ui, canvas, session, spot, &response);
    if session.person() == Some(&spot.id) {
        spoken::offer(ui, canvas, session, &response, actions);
    }
    keep_arrows(ui, &response);
    let subject = Subject::Person(spot.id.clone());
    let is_selected = session.selection.as_ref() == Some(&subject);
    let is_wanted = is_asked_for(session);
    let painted = session.paint.as_ref().and_then(|paint| paint.kind.as_ref());
    if let Some(kind) = painted.filter(|_| response.clicked()) {
        actions.extend(frequent::painted(canvas.panel.map, &spot.id, kind));
    } else if response.clicked() && session.lasso.is_some() {
        let mut chosen = session.chosen.clone();
        if !chosen.remove(&spot.id) {
            chosen.insert(spot.id.clone());
        }
        actions.push(Action::Look(LookAction::Choose(chosen)));
    } else if let Some(support) = session.tying.as_ref().filter(|_| response.clicked()) {
        let to = Supported::Person(spot.id.clone());
        actions.push(Action::Edit(EditAction::Tie(support.support.clone(), to)));
    } else if response.clicked() && session.whom.is_some() {
        actions.push(Action::Look(LookAction::ForWhom(spot.id.clone())));
    } else if let Some(asked) = session.kin.as_ref().filter(|_| response.clicked()) {
        let whom = action::Whom::Person(spot.id.clone());
        actions.extend(action::join(&asked.of, asked.kin, &whom));
    } else if let Some(of) = session
        .person()
        .filter(|_| !is_selected && response.clicked() && ui.input(|input| input.modifiers.shift))
    {
        actions.push(Action::Look(LookAction::Relate(of.clone(), spot.id.clone())));
    } else if is_wanted && response.clicked() && session.paint.is_none() {
        actions.push(Action::Look(LookAction::Line(LineStep::To(Party::Person(spot.id.clone())))));
    } else if response.double_clicked()
        || response.clicked_by(egui::PointerButton::Primary)
            && !is_selected
            && is_nameless(canvas, session, &spot.id)
    {
        actions.push(Action::Look(LookAction::EditName(spot.id.clone())));
    } else if response.clicked()
        || (response.gained_focus()
            && !is_selected
            && !is_wanted
            && !ui.input(|input| input.modifiers.shift && input.pointer.any_down()))
    {
        actions.push(Action::Look(LookAction::Select(Some(subject))));
    }
    drag(ui, canvas, session, spot, &response, actions);
    if response.has_focus() && session.by_keys {
        keyboard_ring(ui, canvas, tap.union(frame).expand(6.0));
    }
}

/// Where the keyboard is: solid outside the ring of selection, so that it is seen without colour, too.
fn keyboard_ring(ui: &Ui, canvas: &Canvas<'_>, rect: Rect) {
    let stroke = Stroke::new(2.0, color(canvas.panel.theme.ink));
    let radius = egui::CornerRadius::same(8);
    ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Outside);
}

/// Is it somebody without a name, who can have one now? What is typed after a tap on them is that name.
fn is_nameless(canvas: &Canvas<'_>, session: &Session, person: &PersonId) -> bool {
    let can_be_named = session.names == Names::Shown && session.time.is_none();
    // Of the lost and of "more children" a name is seldom told: they are only looked at.
    let is_bare = |it: &Person| {
        it.name.full().trim().is_empty() && it.holds_facts() && it.stands_for.is_none()
    };
    can_be_named && canvas.panel.map.person(person).is_some_and(is_bare)
}

/// Is a tap on somebody an answer, or a stroke of the brush?
fn is_asked_for(session: &Session) -> bool {
    session.kin.is_some()
        || session.whom.is_some()
        || session.paint.as_ref().is_some_and(|paint| paint.kind.is_some())
        || session.tying.is_some()
        || session.lasso.is_some()
        || session.line.as_ref().is_some_and(|line| line.to.is_none())
}

/// Name, kin word, age, how many things: for those who do not see the map.
fn describe(ui: &Ui, canvas: &Canvas<'_>, session: &Session, spot: &Spot, response: &Response) {
    let Some(label) = canvas.derived.labels.get(&spot.id) else { return };
    let is_selected = session.person() == Some(&spot.id);
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, is_selected, &label.name));
    let (at, n) = spot.place;
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(label.things.as_str());
        node.set_level(spot.row + 1);
        node.set_position_in_set(at + 1);
        node.set_size_of_set(n);
    });
}

/// The arrow keys walk through the family; egui would jump to any widget near by.
pub(super) fn keep_arrows(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let filter = egui::EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// Dragging moves a person along the row, where the others make room, and pins it there.
fn drag(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    spot: &Spot,
    response: &Response,
    actions: &mut Vec<Action>,
) {
    if response.drag_started_by(egui::PointerButton::Primary) && session.lasso.is_none() {
        let x = spot.frame.center().x;
        session.drag = Some(Drag::Person { id: spot.id.clone(), from: x, x });
    }
    let Some(Drag::Person { id, from, x }) = &mut session.drag else { return };
    if *id != spot.id {
        return;
    }
    if response.dragged() {
        *x += f64::from(response.drag_delta().x / session.camera.zoom);
        ui.set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
    }
    if response.drag_stopped() {
        let (x, far_enough) = (*x, 8.0 < (*x - *from).abs());
        session.drag = None;
        if far_enough && canvas.panel.map.person(&spot.id).is_some() {
            let x = in_design_sizes(x, canvas.panel.theme);
            actions.push(Action::Edit(EditAction::Do(Command::Pin(
                spot.id.clone(),
                Some(PinnedAt { x }),
            ))));
            actions.push(Action::Look(LookAction::Select(Some(Subject::Person(spot.id.clone())))));
        }
    }
}

/// Where on the screen every union that has a line is taken hold of.
pub(super) fn union_holds(canvas: &Canvas<'_>, session: &Session) -> Vec<Rect> {
    let hold = |spot: &UnionSpot| union_hold(canvas.on_screen(session, spot.grip));
    canvas.derived.unions.iter().map(hold).collect()
}

/// What answers to a tap on the grip of a union.
fn union_hold(grip: egui::Pos2) -> Rect {
    Rect::from_center_size(grip, vec2(44.0, 36.0))
}

/// Every union that has a line.
pub(super) fn unions(ui: &Ui, canvas: &Canvas<'_>, session: &Session, actions: &mut Vec<Action>) {
    let everything = canvas.derived.people.len() <= ALL_READABLE;
    for spot in &canvas.derived.unions {
        let grip = canvas.on_screen(session, spot.grip);
        if everything || canvas.rect.contains(grip) {
            union(ui, canvas, session, spot, actions);
        }
    }
}

fn union(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &Session,
    spot: &UnionSpot,
    actions: &mut Vec<Action>,
) {
    let subject = Subject::Union(spot.id.clone());
    let Some(union) = canvas.panel.map.union(&spot.id) else { return };
    let grip = canvas.on_screen(session, spot.grip);
    let response = ui.interact(union_hold(grip), union_node(&spot.id), Sense::click());
    let is_selected = session.selection.as_ref() == Some(&subject);
    let label = Derived::union_label(canvas.panel.texts, union, &canvas.panel);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &label));
    keep_arrows(ui, &response);
    if let Some(asked) = session.kin.as_ref().filter(|_| response.clicked()) {
        let whom = action::Whom::Union(spot.id.clone());
        actions.extend(action::join(&asked.of, asked.kin, &whom));
    } else if response.clicked()
        || (response.gained_focus() && !is_selected && session.kin.is_none())
    {
        actions.push(Action::Look(LookAction::Select(Some(subject))));
    }
    let theme = canvas.panel.theme;
    if response.hovered() && !is_selected {
        ui.painter().circle_filled(grip, 6.0, color(theme.accent.with_opacity(0.5)));
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, color(theme.ink));
        ui.painter().circle_stroke(grip, 12.0, stroke);
    }
}

/// So far around what is selected stand its handles, in points.
const HANDLES: f32 = 160.0;

/// The "?" at everybody of whom something on the map is not known: whose, where it is drawn, and what
/// answers to a tap. Around what is selected there are other targets.
pub(super) fn question_holds<'a>(
    canvas: &'a Canvas<'_>,
    session: &Session,
) -> impl Iterator<Item = (&'a PersonId, Rect, Rect)> {
    let selected = session.selection.as_ref().and_then(|it| canvas.derived.frame_of(it));
    let on_screen = |rect| session.camera.screen_rect(canvas.rect.min, rect);
    let taken = selected.map(|frame| on_screen(frame).expand(HANDLES));
    let holds = canvas.derived.scene.questions.iter().map(move |(id, place)| {
        let sign = on_screen(*place);
        (id, sign, Rect::from_center_size(sign.center(), sign.size().max(vec2(28.0, 28.0))))
    });
    holds.filter(move |(_, sign, tap)| {
        canvas.rect.intersects(*sign) && !taken.is_some_and(|taken| taken.intersects(*tap))
    })
}

/// The "?" of [`question_holds`]: a tap asks it.
pub(super) fn questions(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &Session,
    actions: &mut Vec<Action>,
) {
    if session.naming.is_some() {
        return;
    }
    for (id, sign, tap) in question_holds(canvas, session) {
        let response =
            ui.interact(tap, egui::Id::unique(("question", id.as_str())), Sense::click());
        let message = Message::new("asked-about").arg("who", canvas.panel.name(id));
        let words = canvas.panel.texts.say(&message);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        if response.clicked() {
            actions.push(Action::Look(LookAction::AskAbout(id.clone())));
        }
        if response.has_focus() || response.hovered() {
            let stroke = Stroke::new(2.0, color(canvas.panel.theme.accent));
            ui.painter().circle_stroke(sign.center(), sign.width() / 2.0 + 2.0, stroke);
        }
    }
}

/// A small pin beside everybody who was put somewhere by hand.
pub(super) fn pins(ui: &Ui, canvas: &Canvas<'_>, session: &Session) {
    if session.camera.zoom < 0.4 {
        return;
    }
    for id in canvas.panel.map.view.pins.keys() {
        let Some(spot) = canvas.derived.spot(id) else { continue };
        let at = canvas.on_screen(session, spot.symbol.moved(-spot.half - 4.0, -spot.half - 4.0));
        if canvas.rect.contains(at) {
            let glyph = icon_text("push-pin", 13.0, IconStyle::Fill);
            let ink = color(canvas.panel.theme.soft_ink);
            let font = egui::FontId::new(13.0, crate::ui::fonts::icon_family(IconStyle::Fill));
            ui.painter().text(at, egui::Align2::CENTER_CENTER, glyph.text(), font, ink);
        }
    }
}
