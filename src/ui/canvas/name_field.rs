//! The name field on the map: type, see what is understood, go on.

use egui::{
    Align, Align2, CornerRadius, Id, Key, Layout, Modifiers, Order, Rect, Sense, Stroke, Ui, pos2,
    vec2,
};

use super::camera::short;
use super::stage::Canvas;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Gender, Subject};
use crate::ui::action::QuickStep;
use crate::ui::context::PanelContext;
use crate::ui::derived::Spot;
use crate::ui::fonts::text;
use crate::ui::session::{Naming, Next, Session};
use crate::ui::style::{color, icon_button};
use crate::ui::widgets::{Toggle, small_chip};
use crate::ui::writing::named_field;
use crate::ui::{Action, LookAction, NameEnd};

/// Width of the text, in points.
const WIDTH: f32 = 190.0;
/// Width of the whole field, in points.
const OUTER_WIDTH: f32 = WIDTH + 110.0;
/// Height of the text with one row of chips, in points.
const HEIGHT: f32 = 84.0;
/// Free space between a symbol and the field, in points.
const GAP: f32 = 8.0;

/// Shows the field under the person whose name is typed, if anybody's is.
pub(super) fn name_field_ui(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let Some(naming) = session.naming.clone() else { return };
    let Some(spot) = canvas.derived.spot(&naming.person) else { return };
    let place = place(ui.ctx(), canvas, session, spot);
    area(ui, &canvas.panel, place, session, naming, actions);
}

/// Shows the field over `place`, where somebody stands in a list.
pub(in crate::ui) fn name_text_ui(
    ui: &Ui,
    panel: &PanelContext<'_>,
    place: Rect,
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let Some(naming) = session.naming.clone() else { return };
    area(ui, panel, place, session, naming, actions);
}

fn area(
    ui: &Ui,
    panel: &PanelContext<'_>,
    place: Rect,
    session: &mut Session,
    mut naming: Naming,
    actions: &mut Vec<Action>,
) {
    let theme = panel.theme;
    egui::Area::new(area_id())
        .order(Order::Foreground)
        .fixed_pos(place.min)
        .constrain(false)
        .default_size(place.size())
        .show(ui.ctx(), |ui| {
            egui::Frame::new()
                .fill(color(theme.panel))
                .stroke(Stroke::new(2.0, color(theme.accent)))
                .corner_radius(CornerRadius::same(10))
                .inner_margin(4)
                .show(ui, |ui| {
                    ui.set_max_width(place.width());
                    ui.spacing_mut().item_spacing.y = 4.0;
                    field(ui, panel, place, &mut naming, actions);
                    chips(ui, panel, &mut naming, actions);
                });
        });
    session.naming = Some(naming);
}

/// Where the field stands: where it is wanted, but inside the canvas.
fn place(ctx: &egui::Context, canvas: &Canvas<'_>, session: &Session, spot: &Spot) -> Rect {
    let wanted = wanted_place(canvas, session, spot);
    let left = wanted.left().min(canvas.rect.right() - OUTER_WIDTH).max(canvas.rect.left());
    // Several rows of chips need more.
    let height = shown(ctx).map_or(HEIGHT, |area| area.height().max(HEIGHT));
    // Where there is no room below, above: the symbol is never covered.
    let symbol = canvas.on_screen(session, spot.symbol);
    let above = symbol.y - short(spot.half) * session.camera.zoom - GAP - height;
    let fits_below = wanted.top() <= canvas.rect.bottom() - height;
    let top = if fits_below || above < canvas.rect.top() {
        wanted.top().min(canvas.rect.bottom() - height)
    } else {
        above
    };
    Rect::from_min_size(pos2(left, top), wanted.size())
}

/// Under the symbol; beside the handle of a union whose partner is named.
pub(super) fn wanted_place(canvas: &Canvas<'_>, session: &Session, spot: &Spot) -> Rect {
    let center = canvas.on_screen(session, spot.symbol);
    let top = center.y + short(spot.half) * session.camera.zoom + GAP;
    let union = match &session.selection {
        Some(Subject::Union(id)) => canvas.derived.union_spot(id),
        _ => None,
    };
    let left = match union.map(|union| union.grip.x < spot.symbol.x) {
        Some(true) => center.x - WIDTH / 4.0,
        Some(false) => center.x + WIDTH / 4.0 - OUTER_WIDTH,
        None => center.x - OUTER_WIDTH / 2.0,
    };
    Rect::from_min_size(pos2(left, top), vec2(OUTER_WIDTH, HEIGHT))
}

fn area_id() -> Id {
    Id::unique("name-field")
}

/// Where the field under a symbol at `symbol_bottom` ends; what is below it begins there.
pub(super) fn bottom(ctx: &egui::Context, symbol_bottom: f32) -> f32 {
    let shown = ctx.memory(|memory| memory.area_rect(area_id()));
    symbol_bottom + GAP + shown.map_or(HEIGHT, |area| area.height().max(HEIGHT))
}

/// Where the field is, if it is shown.
pub(super) fn shown(ctx: &egui::Context) -> Option<Rect> {
    ctx.memory(|memory| memory.area_rect(area_id()))
}

fn field(
    ui: &mut Ui,
    panel: &PanelContext<'_>,
    place: Rect,
    naming: &mut Naming,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (panel.theme, panel.texts);
    let id = field_id();
    let ended = ended(ui, id);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let label = texts.get("name-field");
        let before = naming.text.clone();
        let edit = egui::TextEdit::singleline(&mut naming.text)
            .id(id)
            .hint_text(texts.get("name-hint"))
            .desired_width(WIDTH)
            .margin(egui::Margin::symmetric(10, 10))
            .align(Align2::LEFT_CENTER)
            .lock_focus(true)
            .show(ui);
        let response = edit.response.response;
        let typed = naming.text.clone();
        if typed.trim() == "/" {
            // No name begins so: whoever types it wants to type a whole family.
            naming.text = before;
            actions.push(Action::Look(LookAction::NameDone(NameEnd::Esc)));
            actions.push(Action::Look(LookAction::Quick(QuickStep::Open)));
        } else if typed != before {
            actions.push(Action::Look(LookAction::NameTyped));
        }
        // After what was typed in the same frame.
        actions.extend(ended.map(|end| Action::Look(LookAction::NameDone(end))));
        response.widget_info(|| named_field(&typed, &label));
        let is_new = std::mem::take(&mut naming.wants_focus);
        if is_new {
            response.request_focus();
            select_all(ui, id, &naming.text);
        }
        // Esc and Tab mean something of their own here.
        let filter = egui::EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        // A tap on the buttons beside the text takes the focus, too, but does not leave.
        let taps_here =
            ui.input(|input| input.pointer.latest_pos().is_some_and(|p| place.contains(p)));
        if response.lost_focus() && !taps_here && !is_new {
            actions.push(Action::Look(LookAction::NameDone(NameEnd::Left)));
        }
        if icon_button(ui, theme, "check", &texts.get("name-done")).clicked() {
            actions.push(Action::Look(LookAction::NameDone(NameEnd::Enter)));
        }
        if !matches!(naming.next, Next::Nothing | Next::OnlyNamed)
            && icon_button(ui, theme, "plus", &texts.get("name-next")).clicked()
        {
            actions.push(Action::Look(LookAction::NameDone(NameEnd::Tab)));
        }
    });
}

/// The egui id of the field.
fn field_id() -> Id {
    Id::unique("name-field-text")
}

/// How typing was ended by a key in this frame.
fn ended(ui: &Ui, id: Id) -> Option<NameEnd> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::Enter) {
            Some(NameEnd::Enter)
        } else if input.consume_key(Modifiers::NONE, Key::Tab) {
            Some(NameEnd::Tab)
        } else if input.consume_key(Modifiers::NONE, Key::Escape) {
            Some(NameEnd::Esc)
        } else {
            None
        }
    })
}

fn select_all(ui: &Ui, id: Id, typed: &str) {
    // Not what egui knows of the field: there the steps of the name before are kept, too.
    let mut state = egui::text_edit::TextEditState::default();
    let all = egui::text::CCursorRange::two(
        egui::text::CCursor::new(0),
        egui::text::CCursor::new(typed.chars().count()),
    );
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

/// What was understood, before Enter.
fn chips(ui: &mut Ui, panel: &PanelContext<'_>, naming: &mut Naming, actions: &mut Vec<Action>) {
    let PanelContext { theme, texts, .. } = panel;
    ui.spacing_mut().interact_size.y = 24.0;
    let row = vec2(ui.available_width(), 24.0);
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    ui.allocate_ui_with_layout(row, layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        genders(ui, panel, naming, actions);
        let chips = &naming.heard.chips;
        if chips.is_empty() && naming.text.is_empty() {
            let hint = texts.get("name-example");
            ui.label(text(hint, 12.0, Weight::Regular).color(color(theme.soft_ink)));
        }
        for chip in chips {
            chip_ui(ui, panel, chip);
        }
    });
}

/// Man or woman, where the text does not say it: what it is now, and one tap for the other.
fn genders(ui: &mut Ui, panel: &PanelContext<'_>, naming: &mut Naming, actions: &mut Vec<Action>) {
    let Some(now) = panel.map.person(&naming.person).map(|it| it.gender) else { return };
    let is_asked = naming.fresh.is_some() || naming.gender.is_some() || now == Gender::Unknown;
    if naming.heard.gender.is_some() || !is_asked {
        return;
    }
    let (theme, texts) = (panel.theme, panel.texts);
    for (gender, words) in [(Gender::Woman, "gender-woman"), (Gender::Man, "gender-man")] {
        let words = texts.get(words);
        if small_chip(ui, theme, &words, Toggle::from(now == gender)).clicked() {
            naming.gender = Some(gender);
            actions.push(Action::Look(LookAction::NameTyped));
            // Whoever tapped goes on typing where the caret was.
            ui.memory_mut(|memory| memory.request_focus(field_id()));
        }
    }
}

/// One chip, whole: it goes to a row of its own sooner than that its words are broken up.
fn chip_ui(ui: &mut Ui, panel: &PanelContext<'_>, chip: &Message) {
    let (theme, texts) = (panel.theme, panel.texts);
    let margin = vec2(7.0, 2.0);
    let words = texts.say(chip);
    let rich = text(words.as_str(), 12.0, Weight::SemiBold).color(color(theme.ink));
    let wrap = Some(egui::TextWrapMode::Wrap);
    let width = ui.max_rect().width() - 2.0 * margin.x;
    let galley = egui::WidgetText::from(rich).into_galley(ui, wrap, width, egui::TextStyle::Body);
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * margin, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    ui.painter().rect_filled(rect, CornerRadius::same(8), color(theme.sunken));
    ui.painter().galley(rect.min + margin, galley, color(theme.ink));
}
