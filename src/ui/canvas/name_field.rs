//! The name field on the map: type, see what is understood, go on.

use egui::{Align, CornerRadius, Id, Key, Layout, Modifiers, Order, Rect, Stroke, Ui, pos2, vec2};

use super::Canvas;
use super::camera::short;
use crate::document::Typed;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::ui::fonts::text;
use crate::ui::inspector::color;
use crate::ui::session::{Naming, Next, Session};
use crate::ui::style::icon_button;
use crate::ui::{Action, NameEnd};

/// Width of the text, in points.
const WIDTH: f32 = 190.0;

/// Shows the field under the person whose name is typed, if anybody's is.
pub(super) fn name_field_ui(
    ui: &Ui,
    canvas: &Canvas<'_>,
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let Some(naming) = session.naming.clone() else { return };
    let Some(spot) = canvas.derived.spot(&naming.person) else { return };
    let center = canvas.on_screen(session, spot.symbol);
    let top = center.y + short(spot.half) * session.camera.zoom + 8.0;
    let width = WIDTH + 110.0;
    let left = (center.x - width / 2.0).clamp(canvas.rect.left(), canvas.rect.right() - width);
    let top = top.min(canvas.rect.bottom() - 90.0);
    let theme = canvas.panel.theme;
    let mut naming = naming;
    let place = Rect::from_min_size(pos2(left, top), vec2(width, 90.0));
    egui::Area::new(Id::unique("name-field"))
        .order(Order::Foreground)
        .fixed_pos(pos2(left, top))
        .constrain(false)
        .show(ui.ctx(), |ui| {
            egui::Frame::new()
                .fill(color(theme.panel))
                .stroke(Stroke::new(2.0, color(theme.accent)))
                .corner_radius(CornerRadius::same(10))
                .inner_margin(4)
                .show(ui, |ui| {
                    ui.set_max_width(width);
                    field(ui, canvas, place, &mut naming, actions);
                    chips(ui, canvas, &naming);
                });
        });
    session.naming = Some(naming);
}

fn field(
    ui: &mut Ui,
    canvas: &Canvas<'_>,
    place: Rect,
    naming: &mut Naming,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    let id = field_id();
    if let Some(end) = ended(ui, id) {
        actions.push(Action::NameDone(end));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let label = texts.get("name-field");
        let edit = egui::TextEdit::singleline(&mut naming.text)
            .id(id)
            .hint_text(texts.get("name-hint"))
            .desired_width(WIDTH)
            .margin(egui::Margin::symmetric(10, 10))
            .lock_focus(true)
            .show(ui);
        let response = edit.response.response;
        let typed = naming.text.clone();
        response.widget_info(|| egui::WidgetInfo::text_edit(true, "", &typed, &label));
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
            actions.push(Action::NameDone(NameEnd::Left));
        }
        if icon_button(ui, theme, "check", &texts.get("name-done")).clicked() {
            actions.push(Action::NameDone(NameEnd::Enter));
        }
        if naming.next != Next::Nothing
            && icon_button(ui, theme, "plus", &texts.get("name-next")).clicked()
        {
            actions.push(Action::NameDone(NameEnd::Tab));
        }
    });
}

/// The egui id of the field.
pub(in crate::ui) fn field_id() -> Id {
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
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = egui::text::CCursorRange::two(
        egui::text::CCursor::new(0),
        egui::text::CCursor::new(typed.chars().count()),
    );
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

/// What was understood, before Enter.
fn chips(ui: &mut Ui, canvas: &Canvas<'_>, naming: &Naming) {
    let typed = Typed::read(&naming.text);
    let chips = typed.chips();
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    ui.with_layout(Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        ui.spacing_mut().interact_size.y = 20.0;
        if chips.is_empty() && naming.text.is_empty() {
            let hint = texts.get("name-example");
            ui.label(text(hint, 12.0, Weight::Regular).color(color(theme.soft_ink)));
        }
        for chip in chips {
            chip_ui(ui, canvas, &chip);
        }
    });
}

fn chip_ui(ui: &mut Ui, canvas: &Canvas<'_>, chip: &Message) {
    let (theme, texts) = (canvas.panel.theme, canvas.panel.texts);
    egui::Frame::new()
        .fill(color(theme.sunken))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(egui::Margin::symmetric(7, 2))
        .show(ui, |ui| {
            ui.label(text(texts.say(chip), 12.0, Weight::SemiBold).color(color(theme.ink)));
        });
}
