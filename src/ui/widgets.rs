//! The building blocks of panels: choices, sections, tiles. They know no page.

use egui::{Align, Color32, CornerRadius, Layout, Response, Sense, Stroke, StrokeKind, Ui, vec2};

use super::context::PanelContext;
use super::fonts::{family, icon_text, paint_icon, text};
use super::row_end::at_end;
use super::style::{color, focus_ring, icon_button, pill_ring};
use super::{Action, LookAction};
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::theme::{Color, Theme};

/// The height of anything that is tapped, in points.
const TAP: f32 = 44.0;

/// A small rounded square in `fill` with the icon called `icon`.
pub(super) fn tile(ui: &mut Ui, theme: &Theme, icon: &str, fill: Color32, side: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(5), fill);
    let ink = color(theme.on_family);
    paint_icon(ui, rect.center(), icon, side * 0.62, IconStyle::Fill, ink);
}

/// A heading above a part of the panel.
pub(super) fn section(ui: &mut Ui, theme: &Theme, words: String) {
    ui.add_space(14.0);
    ui.label(text(words, 15.0, Weight::SemiBold).color(color(theme.ink)));
}

/// A label in small soft letters; give its id to the field below it.
pub(super) fn caption(ui: &mut Ui, theme: &Theme, words: String) -> Response {
    ui.label(text(words, 12.5, Weight::Regular).color(color(theme.soft_ink)))
}

/// A row of choices of which one is on. Gives the one that was tapped.
pub(super) fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    current: Option<T>,
    options: &[(T, String)],
) -> Option<T> {
    let shown = choices(ui, theme, current, options);
    let tapped = options.iter().zip(shown).find(|(_, chip)| chip.clicked());
    tapped.map(|((value, _), _)| *value)
}

/// A row of choices of which one is on: a pill each.
pub(super) fn choices<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    current: Option<T>,
    options: &[(T, String)],
) -> Vec<Response> {
    let row = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let pills = options
            .iter()
            .map(|(value, words)| chip(ui, theme, words, Toggle::from(current == Some(*value))));
        pills.collect()
    });
    row.inner
}

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toggle {
    On,
    Off,
}

impl From<bool> for Toggle {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// The words of a pill, on several lines where one is wider than where it stands; `beside` is the room
/// that something else takes in it.
fn within(ui: &Ui, words: &str, ink: Color32, beside: f32) -> egui::WidgetText {
    let room = ui.max_rect().width() - 2.0 * ui.spacing().button_padding.x - beside - 4.0;
    let font = egui::FontId::new(13.0, family(Weight::SemiBold));
    let galley = ui.painter().layout(words.to_owned(), font, ink, room.max(40.0));
    if galley.rows.len() <= 1 {
        return text(words, 13.0, Weight::SemiBold).color(ink).into();
    }
    galley.into()
}

/// A pill that is on or off.
pub(super) fn chip(ui: &mut Ui, theme: &Theme, words: &str, toggle: Toggle) -> Response {
    chip_of(ui, theme, words, toggle, 34.0)
}

/// The same where there is little room: on the map, below what is typed.
pub(super) fn small_chip(ui: &mut Ui, theme: &Theme, words: &str, toggle: Toggle) -> Response {
    chip_of(ui, theme, words, toggle, 26.0)
}

fn chip_of(ui: &mut Ui, theme: &Theme, words: &str, toggle: Toggle, height: f32) -> Response {
    let on = toggle == Toggle::On;
    let (fill, ink) = if on { (theme.ink, theme.panel) } else { (theme.panel, theme.ink) };
    let stroke = if on { theme.ink } else { theme.hairline };
    let button = egui::Button::new(within(ui, words, color(ink), 0.0))
        .fill(color(fill))
        .stroke(Stroke::new(1.0, color(stroke)))
        .corner_radius(CornerRadius::same(16))
        .min_size(vec2(0.0, height))
        .selected(false);
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, words));
    pill_ring(ui, theme, &response);
    response
}

/// A pill with an icon that is on, filled with `hue`, or off.
pub(super) fn icon_chip(
    ui: &mut Ui,
    theme: &Theme,
    (icon, hue): (&str, Color),
    words: &str,
    toggle: Toggle,
) -> Response {
    let on = toggle == Toggle::On;
    let (fill, ink, edge) =
        if on { (hue, theme.on_family, hue) } else { (theme.panel, theme.ink, theme.hairline) };
    let button = egui::Button::new((
        icon_text(icon, 14.0, IconStyle::Fill).color(color(ink)),
        within(ui, words, color(ink), 14.0 + ui.spacing().icon_spacing),
    ))
    .fill(color(fill))
    .stroke(Stroke::new(1.0, color(edge)))
    .corner_radius(CornerRadius::same(18))
    .min_size(vec2(0.0, 36.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, true, on, words));
    pill_ring(ui, theme, &response);
    response
}

/// A quiet button with an icon and words over the whole width.
pub(super) fn wide_button(ui: &mut Ui, theme: &Theme, icon: &str, words: &str) -> Response {
    let glyph = icon_text(icon, 15.0, IconStyle::Bold).color(color(theme.accent));
    let words_shown = text(words, 13.5, Weight::SemiBold).color(color(theme.ink));
    // Long words go on in a second line rather than out of the button.
    let room = ui.available_width() - 2.0 * 12.0 - 15.0 - ui.spacing().item_spacing.x;
    let galley = egui::WidgetText::from(words_shown).into_galley(
        ui,
        Some(egui::TextWrapMode::Wrap),
        room,
        egui::TextStyle::Button,
    );
    let size = vec2(ui.available_width(), TAP.max(galley.size().y + 16.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let fill = if response.hovered() || response.has_focus() { theme.band } else { theme.panel };
    ui.painter().rect(
        rect,
        CornerRadius::same(8),
        color(fill),
        Stroke::new(1.0, color(theme.hairline)),
        StrokeKind::Inside,
    );
    let content = rect.shrink2(vec2(12.0, 0.0));
    let mut row = ui.new_child(
        egui::UiBuilder::new().max_rect(content).layout(Layout::left_to_right(Align::Center)),
    );
    let plain = |it: egui::WidgetText| egui::Label::new(it).selectable(false);
    row.add(plain(egui::WidgetText::from(glyph)));
    row.add(plain(egui::WidgetText::from(galley)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
    focus_ring(ui, theme, &response, 8);
    response
}

/// What is folded away below `words` until it is asked for; open from the beginning where it is on.
pub(super) fn folded(
    ui: &mut Ui,
    theme: &Theme,
    ((words, id), is_open): ((egui::RichText, impl std::hash::Hash + std::fmt::Debug), Toggle),
    add: impl FnOnce(&mut Ui),
) {
    // What folds lets its words run out of the panel, and takes the panel with them: they hold a name.
    let room = ui.available_width() - ui.spacing().indent - 2.0 * ui.spacing().button_padding.x;
    let wrap = Some(egui::TextWrapMode::Wrap);
    let style = egui::TextStyle::Button;
    let words = egui::WidgetText::from(words).into_galley(ui, wrap, room.max(40.0), style);
    let header = egui::CollapsingHeader::new(words).id_salt(id);
    let shown = header.default_open(is_open == Toggle::On).show(ui, add);
    focus_ring(ui, theme, &shown.header_response, 6);
}

/// A card with a tile, a title and a soft second line; the whole card is one button.
pub(super) fn card(
    ui: &mut Ui,
    theme: &Theme,
    look: (&str, Color32),
    title: &str,
    below: &str,
) -> Response {
    card_before(ui, theme, look, (title, below), 0.0)
}

/// The same with so much room at its end for something else.
fn card_before(
    ui: &mut Ui,
    theme: &Theme,
    (icon, fill): (&str, Color32),
    (title, below): (&str, &str),
    kept: f32,
) -> Response {
    let size = vec2(ui.available_width(), 50.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let ground = if response.hovered() || response.has_focus() { theme.band } else { theme.panel };
    ui.painter().rect(
        rect,
        CornerRadius::same(8),
        color(ground),
        Stroke::new(1.0, color(theme.hairline)),
        StrokeKind::Inside,
    );
    let mut row = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(12.0, 0.0)).with_max_x(rect.right() - 12.0 - kept))
            .layout(Layout::left_to_right(Align::Center)),
    );
    tile(&mut row, theme, icon, fill, 24.0);
    row.add_space(4.0);
    row.vertical(|ui| {
        let height = if below.is_empty() { 18.0 } else { 34.0 };
        ui.add_space((50.0 - height) / 2.0);
        ui.spacing_mut().item_spacing.y = 1.0;
        let plain = |it| egui::Label::new(it).selectable(false).truncate();
        ui.add(plain(text(title, 13.5, Weight::SemiBold).color(color(theme.ink))));
        if !below.is_empty() {
            ui.add(plain(text(below, 12.0, Weight::Regular).color(color(theme.soft_ink))));
        }
    });
    let spoken = if below.is_empty() { title.to_owned() } else { format!("{title}, {below}") };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    focus_ring(ui, theme, &response, 8);
    response
}

/// A small number that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The number.
    pub number: u8,
    /// Chosen?
    pub toggle: Toggle,
}

/// A number in a circle that can be chosen; `words` is what it is called.
pub(super) fn mark(ui: &mut Ui, theme: &Theme, mark: Mark, words: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(36.0, TAP), Sense::click());
    let on = mark.toggle == Toggle::On;
    paint_mark(ui, theme, rect.center(), mark);
    focus_ring(ui, theme, &response, 8);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, words));
    response
}

fn paint_mark(ui: &Ui, theme: &Theme, center: egui::Pos2, mark: Mark) {
    let (fill, ink) = match mark.toggle {
        Toggle::On => (theme.ink, theme.panel),
        Toggle::Off => (theme.panel, theme.ink),
    };
    let stroke = Stroke::new(1.0, color(theme.hairline));
    ui.painter().circle(center, 14.0, color(fill), stroke);
    let font = egui::FontId::new(13.0, family(Weight::SemiBold));
    let number = mark.number.to_string();
    ui.painter().text(center, egui::Align2::CENTER_CENTER, number, font, color(ink));
}

/// A card that opens, with the client's priority at its end.
pub(super) fn marked_card(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    look: (&str, Color32),
    (title, below): (&str, &str),
    priority: Option<u8>,
) -> Response {
    let theme = context.theme;
    // The arrow, and the number where there is one.
    let kept = if priority.is_some() { 54.0 } else { 22.0 };
    let response = card_before(ui, theme, look, (title, below), kept);
    let right = response.rect.right_center() - vec2(18.0, 0.0);
    paint_icon(ui, right, "caret-down", 13.0, IconStyle::Bold, color(theme.soft_ink));
    if let Some(number) = priority {
        let at = right - vec2(26.0, 0.0);
        paint_mark(ui, theme, at, Mark { number, toggle: Toggle::On });
        let message = Message::new("entry-rank").count("rank", usize::from(number));
        let spoken = format!("{title}, {below}, {}", context.texts.say(&message));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    }
    response
}

/// What is open in place: the title of the card, a button that closes it, and what `add` shows.
pub(super) fn open_card(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (icon, fill): (&str, Color32),
    title: &str,
    actions: &mut Vec<Action>,
    add: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let theme = context.theme;
    let ground = fill.gamma_multiply(0.07);
    let frame = egui::Frame::new()
        .fill(ground)
        .stroke(Stroke::new(1.5, fill))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(egui::Margin { left: 12, right: 10, top: 2, bottom: 12 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            tile(ui, theme, icon, fill, 24.0);
            let kept = TAP + ui.spacing().item_spacing.x;
            ui.scope(|ui| {
                ui.set_max_width(ui.available_width() - kept);
                let words = text(title, 14.5, Weight::SemiBold).color(color(theme.ink));
                ui.add(egui::Label::new(words).truncate());
            });
            at_end(ui, |ui| {
                let message = Message::new("detail-close").arg("what", title);
                let close = context.texts.say(&message);
                if icon_button(ui, theme, "caret-up", &close).clicked() {
                    actions.push(Action::Look(LookAction::OpenDetail(None)));
                }
            });
        });
        add(ui, actions);
    });
}

/// The title of a window in the way.
pub(super) fn heading(ui: &mut Ui, context: &PanelContext<'_>, words: String) {
    ui.label(text(words, 19.0, Weight::SemiBold).color(color(context.theme.ink)));
}

/// A list that was not there in the frame before, or that is one of something else than `of` it was
/// then, begins at its top, wherever it was left.
pub(super) fn from_top(
    ui: &Ui,
    of: impl std::hash::Hash + std::fmt::Debug,
    scroll: egui::ScrollArea,
) -> egui::ScrollArea {
    let key = ui.scope_id().with("list-seen");
    let (now, of) = (ui.ctx().cumulative_frame_nr(), egui::Id::unique(of));
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<(u64, egui::Id)>(key);
        data.insert_temp(key, (now, of));
        before
    });
    let is_same = before.is_some_and(|(at, what)| now <= at + 1 && what == of);
    if is_same { scroll } else { scroll.vertical_scroll_offset(0.0) }
}
