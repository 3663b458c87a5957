//! How the theme becomes egui's style, and the few widgets that the whole window shares.

use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Response, Sense, Shadow, Stroke, StrokeKind,
    TextStyle, Ui, vec2,
};

use super::fonts::{icon_text, text};
use crate::catalogue::Area;
use crate::fonts::{IconStyle, Weight};
use crate::theme::{Color, Theme, ThemeName};

/// The height and least width of anything that a finger must hit, in points.
pub(super) const TAP: f32 = 44.0;

/// A colour of the theme as egui wants it.
pub(super) const fn color(color: Color) -> Color32 {
    let Color([r, g, b, a]) = color;
    Color32::from_rgba_unmultiplied_const(r, g, b, a)
}

/// The colour of a life area.
pub(super) const fn area_color(theme: &Theme, area: &Area) -> Color32 {
    color(theme.family(area.hue))
}

/// Dresses the window in `theme`.
pub(super) fn apply(ctx: &egui::Context, theme: &Theme) {
    let is_dark = theme.name == ThemeName::Dark;
    ctx.set_theme(if is_dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| {
        style.spacing.interact_size = vec2(TAP, TAP);
        style.spacing.button_padding = vec2(12.0, 6.0);
        style.spacing.item_spacing = vec2(8.0, 8.0);
        style.spacing.menu_margin = Margin::same(8);
        style.spacing.window_margin = Margin::same(20);
        style.spacing.scroll = egui::style::ScrollStyle::thin();
        // The wheel of a mouse goes only up and down: it moves what lies in a row, too.
        style.always_scroll_the_only_direction = true;
        // Selecting text would put names on the clipboard of the desktop.
        style.interaction.selectable_labels = false;
        style.interaction.multi_widget_text_select = false;
        style.text_styles = [
            (TextStyle::Small, FontId::new(12.5, FontFamily::Proportional)),
            (TextStyle::Body, FontId::new(14.5, FontFamily::Proportional)),
            (TextStyle::Button, FontId::new(14.5, FontFamily::Proportional)),
            (TextStyle::Heading, FontId::new(19.0, super::fonts::family(Weight::SemiBold))),
            (TextStyle::Monospace, FontId::new(13.0, FontFamily::Monospace)),
        ]
        .into();
        visuals(&mut style.visuals, theme);
    });
}

fn visuals(visuals: &mut egui::Visuals, theme: &Theme) {
    let hairline = Stroke::new(1.0, color(theme.hairline));
    let ink = Stroke::new(1.0, color(theme.ink));
    visuals.override_text_color = Some(color(theme.ink));
    visuals.panel_fill = color(theme.panel);
    visuals.window_fill = color(theme.panel);
    visuals.window_stroke = hairline;
    visuals.window_corner_radius = CornerRadius::same(14);
    visuals.menu_corner_radius = CornerRadius::same(10);
    visuals.extreme_bg_color = color(theme.panel);
    visuals.faint_bg_color = color(theme.band);
    visuals.selection.bg_fill = color(theme.accent.with_opacity(0.25));
    visuals.selection.stroke = Stroke::new(2.0, color(theme.accent));
    visuals.hyperlink_color = color(theme.accent);
    visuals.error_fg_color = color(theme.alert);
    let shadow =
        Shadow { offset: [0, 8], blur: 24, spread: 0, color: color(theme.ink.with_opacity(0.14)) };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    let widgets = &mut visuals.widgets;
    let all = [
        (&mut widgets.noninteractive, theme.panel, hairline),
        (&mut widgets.inactive, theme.sunken, Stroke::new(1.0, color(theme.hairline))),
        (&mut widgets.hovered, theme.band, Stroke::new(1.0, color(theme.line))),
        (&mut widgets.active, theme.hairline, Stroke::new(1.0, color(theme.ink))),
        (&mut widgets.open, theme.band, hairline),
    ];
    for (widget, fill, stroke) in all {
        widget.bg_fill = color(fill);
        widget.weak_bg_fill = color(fill);
        widget.bg_stroke = stroke;
        widget.fg_stroke = ink;
        widget.corner_radius = CornerRadius::same(8);
        widget.expansion = 0.0;
    }
}

/// A button of words; how it looks says how much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The one thing that is usually wanted here.
    Main,
    /// One of several.
    Quiet,
    /// As quiet, on a ground that would swallow it.
    Outlined,
    /// Only words.
    Bare,
}

/// A button with words, and an icon if `icon` is not empty.
pub(super) fn button(ui: &mut Ui, theme: &Theme, look: Look, icon: &str, words: &str) -> Response {
    let (fill, ink, stroke) = match look {
        Look::Main => (color(theme.ink), theme.panel, Stroke::NONE),
        Look::Quiet => (color(theme.sunken), theme.ink, Stroke::NONE),
        Look::Outlined => (color(theme.panel), theme.ink, Stroke::new(1.0, color(theme.line))),
        Look::Bare => (Color32::TRANSPARENT, theme.ink, Stroke::NONE),
    };
    let label = text(words, 14.5, Weight::SemiBold).color(color(ink));
    let button = if icon.is_empty() {
        egui::Button::new(label)
    } else {
        egui::Button::new((icon_text(icon, 17.0, IconStyle::Bold).color(color(ink)), label))
    };
    let button = button
        .fill(fill)
        .stroke(stroke)
        .corner_radius(CornerRadius::same(10))
        .min_size(vec2(TAP, TAP));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), words));
    if look == Look::Main {
        take_enter(ui, &response);
    }
    focus_ring(ui, theme, &response, 10);
    response
}

/// In a dialog Enter is for its main button, unless something else in it has the keyboard.
fn take_enter(ui: &Ui, main: &Response) {
    let is_in_dialog = ui.memory(|memory| memory.top_modal_layer() == Some(ui.layer_id()));
    if is_in_dialog && ui.is_enabled() && ui.memory(|memory| memory.focused().is_none()) {
        main.request_focus();
    }
}

/// A square button with only an icon; `words` are its name and its tip.
pub(super) fn icon_button(ui: &mut Ui, theme: &Theme, icon: &str, words: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(TAP, TAP), Sense::click());
    let enabled = ui.is_enabled();
    let fill = if response.is_pointer_button_down_on() {
        color(theme.hairline)
    } else if response.hovered() {
        color(theme.band)
    } else {
        Color32::TRANSPARENT
    };
    let ink = if enabled { theme.ink } else { theme.line };
    ui.painter().rect_filled(rect.shrink(3.0), CornerRadius::same(8), fill);
    let glyph = icon_text(icon, 19.0, IconStyle::Bold).color(color(ink));
    ui.put(rect, egui::Label::new(glyph).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, words));
    focus_ring(ui, theme, &response, 8);
    response.on_hover_text(words)
}

/// The ring around what the keyboard is on.
pub(super) fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(2.5, color(theme.accent));
        let radius = CornerRadius::same(radius);
        ui.painter().rect_stroke(response.rect.shrink(1.0), radius, stroke, StrokeKind::Inside);
    }
}

/// The same around a pill, outside it: a pill that is on may be of any colour.
pub(super) fn pill_ring(ui: &Ui, theme: &Theme, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, color(theme.accent));
        let rect = response.rect.expand(1.0);
        ui.painter().rect_stroke(rect, CornerRadius::same(19), stroke, StrokeKind::Outside);
    }
}

/// A white card with a hairline.
pub(super) fn card_frame(theme: &Theme) -> egui::Frame {
    egui::Frame::new()
        .fill(color(theme.panel))
        .stroke(Stroke::new(1.0, color(theme.hairline)))
        .corner_radius(CornerRadius::same(12))
        .inner_margin(Margin::same(14))
}

/// Its height, in points.
pub(super) const TOP_BAR: f32 = 54.0;
