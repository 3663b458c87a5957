//! Shows the manual.

use egui::text::LayoutJob;
use egui::{
    Align, ColorImage, FontSelection, Id, Key, Label, Modal, ScrollArea, TextEdit, TextureOptions,
    Ui, vec2,
};

use super::{Goal, ManualRoom};
use crate::export::{self, PngSize};
use crate::fonts::Weight;
use crate::i18n::{Message, Texts};
use crate::manual::{Block, Ply, Span, picture};
use crate::theme::ThemeName;
use crate::ui::app::App;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::help::key_list;
use crate::ui::style::{Look, button, color};
use crate::ui::widgets::{caption, heading, wide_button};
use crate::ui::writing::named_field;
use crate::ui::{Action, LookAction};

/// The pixels of the longer side of a picture.
const PIXELS: f64 = 1400.0;
/// Further than any chapter is long, in points.
const TO_THE_END: f32 = 1.0e6;
/// The column of the chapters.
const SIDE: f32 = 270.0;

impl App {
    /// The manual, when it is open.
    pub(in crate::ui) fn manual(&mut self, ui: &Ui) -> Vec<Action> {
        let Some(mut room) = self.session.manual.take() else { return Vec::new() };
        if room.lang != self.session.lang {
            let lang = self.session.lang;
            room = ManualRoom::new(lang, key_list(Texts::new(lang)));
        }
        let is_done = manual_ui(ui, &self.panel_context(), &mut room);
        self.session.manual = Some(room);
        if is_done { vec![Action::Look(LookAction::ToggleManual)] } else { Vec::new() }
    }
}

/// Gives whether it is read.
fn manual_ui(ui: &Ui, context: &PanelContext<'_>, room: &mut ManualRoom) -> bool {
    let screen = ui.ctx().content_rect().size();
    let height = (screen.y - 90.0).clamp(320.0, 1000.0);
    let width = (screen.x - 90.0).clamp(600.0, 1160.0);
    let frame = egui::Frame::popup(&ui.ctx().global_style()).inner_margin(20);
    let mut is_done = false;
    let modal = Modal::new(Id::unique("manual")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width);
        ui.set_height(height);
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(
                vec2(SIDE, height),
                egui::Layout::top_down(Align::Min),
                |ui| is_done = side_ui(ui, context, room),
            );
            ui.add_space(20.0);
            ui.allocate_ui_with_layout(
                vec2(width - SIDE - 36.0, height),
                egui::Layout::top_down(Align::Min),
                |ui| chapter_ui(ui, context, room),
            );
        });
    });
    is_done || modal.should_close()
}

/// The field, and below it the chapters or what was found.
fn side_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &mut ManualRoom) -> bool {
    let (theme, texts) = (context.theme, context.texts);
    ui.set_width(SIDE);
    heading(ui, context, texts.get("manual-title"));
    let label = texts.get("manual-find");
    let before = room.typed.clone();
    let field = ui.add(
        TextEdit::singleline(&mut room.typed)
            .id(Id::unique("manual-field"))
            .hint_text(label.clone())
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(10, 10)),
    );
    let typed = room.typed.clone();
    field.widget_info(|| named_field(&typed, &label));
    if std::mem::take(&mut room.wants_focus) {
        field.request_focus();
    }
    if room.typed != before {
        room.look();
    }
    let enters = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if enters && !room.typed.trim().is_empty() {
        room.jump_on();
        field.request_focus();
    }
    ui.add_space(6.0);
    let below = ui.available_height() - 60.0;
    ScrollArea::vertical()
        .id_salt("manual-side")
        .max_height(below)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if room.typed.trim().is_empty() {
                chapters_ui(ui, context, room);
            } else {
                hits_ui(ui, context, room);
            }
        });
    button(ui, theme, Look::Main, "", &texts.get("close")).clicked()
}

fn chapters_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &mut ManualRoom) {
    let manual = std::sync::Arc::clone(&room.text);
    for (number, chapter) in manual.chapters.iter().enumerate() {
        let icon = if number == room.chapter { "caret-right" } else { "" };
        if wide_button(ui, context.theme, icon, &chapter.title).clicked() {
            room.turn_to(number);
        }
    }
}

fn hits_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &mut ManualRoom) {
    let texts = context.texts;
    let found = Message::new("manual-found").count("n", room.hits.len());
    caption(ui, context.theme, texts.say(&found));
    let mut gone_to = None;
    let mut chapter = None;
    for (number, hit) in room.hits.iter().enumerate() {
        if chapter != Some(hit.chapter) {
            chapter = Some(hit.chapter);
            let title = room.text.chapters.get(hit.chapter).map(|it| it.title.as_str());
            caption(ui, context.theme, title.unwrap_or_default().to_owned());
        }
        let icon = if room.at == Some(number) { "caret-right" } else { "" };
        let row = wide_button(ui, context.theme, icon, &hit.words);
        if row.clicked() {
            gone_to = Some(number);
        }
        if room.at == Some(number) && room.goal.is_some() {
            row.scroll_to_me(None);
        }
    }
    if let Some(number) = gone_to {
        room.jump(number);
    }
}

/// The chapter that is read.
fn chapter_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &mut ManualRoom) {
    let manual = std::sync::Arc::clone(&room.text);
    let Some(chapter) = manual.chapters.get(room.chapter) else { return };
    let goal = room.goal.take();
    let area = ScrollArea::vertical().id_salt(("manual-chapter", room.chapter));
    area.auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        turned(ui);
        // The bar of the scrolling lies on nothing.
        ui.set_max_width(ui.available_width() - 16.0);
        let title = text(&chapter.title, 24.0, Weight::Bold).color(color(context.theme.ink));
        let title = ui.add(Label::new(title).wrap());
        if goal == Some(Goal::Top) {
            title.scroll_to_me(Some(Align::Min));
        }
        if room.chapter == 0 {
            for block in &manual.before {
                block_ui(ui, context, room, block);
            }
        }
        for (number, block) in chapter.blocks.iter().enumerate() {
            let shown = ui.scope(|ui| block_ui(ui, context, room, block)).response;
            if goal == Some(Goal::Block(number)) {
                shown.scroll_to_me(Some(Align::Center));
            }
        }
        ui.add_space(30.0);
    });
}

/// Page up and down, and to the ends, with the keys for that.
fn turned(ui: &Ui) {
    let page = ui.clip_rect().height() - 60.0;
    let is_searched = ui.memory(|memory| memory.has_focus(Id::unique("manual-field")));
    let by = ui.input_mut(|input| {
        let mut takes = |key| input.consume_key(egui::Modifiers::NONE, key);
        match () {
            () if takes(Key::PageDown) => -page,
            () if takes(Key::PageUp) => page,
            () if !is_searched && takes(Key::End) => -TO_THE_END,
            () if !is_searched && takes(Key::Home) => TO_THE_END,
            () => 0.0,
        }
    });
    if by != 0.0 {
        ui.scroll_with_delta(vec2(0.0, by));
    }
}

fn block_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &mut ManualRoom, block: &Block) {
    let theme = context.theme;
    match block {
        Block::Heading(words) => {
            ui.add_space(8.0);
            let words = text(words, 17.0, Weight::Bold).color(color(theme.ink));
            ui.add(Label::new(words).wrap());
        }
        Block::Paragraph(spans) => spans_ui(ui, context, spans, Weight::Regular),
        Block::Quote(spans) => {
            ui.horizontal_top(|ui| {
                ui.add_space(6.0);
                let bar = ui.painter().add(egui::Shape::Noop);
                ui.add_space(12.0);
                let said = ui.vertical(|ui| spans_ui(ui, context, spans, Weight::Regular)).response;
                let left = said.rect.left() - 14.0;
                let (min, max) =
                    (egui::pos2(left, said.rect.top()), egui::pos2(left + 4.0, said.rect.bottom()));
                let rect = egui::Rect::from_min_max(min, max);
                ui.painter().set(bar, egui::Shape::rect_filled(rect, 2.0, color(theme.strength)));
            });
        }
        Block::Point(number, spans) => {
            let mark = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
            ui.horizontal_top(|ui| {
                ui.allocate_ui_with_layout(
                    vec2(24.0, 0.0),
                    egui::Layout::right_to_left(Align::Min),
                    |ui| ui.label(text(mark, 15.0, Weight::SemiBold).color(color(theme.ink))),
                );
                ui.vertical(|ui| spans_ui(ui, context, spans, Weight::Regular));
            });
        }
        Block::Table(rows) => table_ui(ui, context, rows),
        Block::Picture(name, words) => picture_ui(ui, context, room, (name, words)),
    }
}

/// Sentences with bold words in them.
fn spans_ui(ui: &mut Ui, context: &PanelContext<'_>, spans: &[Span], plain: Weight) {
    let mut job = LayoutJob::default();
    for span in spans {
        let weight = if span.weight == Ply::Bold { Weight::SemiBold } else { plain };
        let words = text(&span.text, 15.0, weight).color(color(context.theme.ink));
        words.append_to(&mut job, ui.style(), FontSelection::Default, Align::BOTTOM);
    }
    ui.add(Label::new(job).wrap());
}

/// Rows below each other, the first column as wide as a third.
fn table_ui(ui: &mut Ui, context: &PanelContext<'_>, rows: &[Vec<Vec<Span>>]) {
    let width = ui.available_width();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.iter().all(Vec::is_empty)) {
        ui.horizontal_top(|ui| {
            let weight = if at == 0 { Weight::SemiBold } else { Weight::Regular };
            for (column, cell) in row.iter().enumerate() {
                let width = if column == 0 { 0.34 * width } else { 0.62 * width };
                ui.allocate_ui_with_layout(
                    vec2(width, 0.0),
                    egui::Layout::top_down(Align::Min),
                    |ui| {
                        ui.set_width(width);
                        spans_ui(ui, context, cell, weight);
                    },
                );
            }
        });
        ui.separator();
    }
}

/// A picture, made when it comes into sight for the first time.
fn picture_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    room: &mut ManualRoom,
    (name, words): (&str, &str),
) {
    if !room.pictures.contains_key(name) {
        let theme =
            if context.theme.name == ThemeName::Mono { ThemeName::Mono } else { ThemeName::Light };
        let Some(scene) = picture(name, room.lang, theme) else { return };
        let longest = scene.bounds.width().max(scene.bounds.height()).max(1.0);
        let Ok((w, h, pixels)) = export::pixels(&scene, PngSize::Scale(PIXELS / longest)) else {
            return;
        };
        let size = [w, h].map(|side| usize::try_from(side).unwrap_or_default());
        let image = ColorImage::from_rgba_unmultiplied(size, &pixels);
        let texture = ui.ctx().load_texture(name, image, TextureOptions::LINEAR);
        room.pictures.insert(name.to_owned(), texture);
    }
    let Some(texture) = room.pictures.get(name) else { return };
    let full = texture.size_vec2();
    let scale = (ui.available_width() / full.x).min(520.0 / full.y).min(1.0);
    let (rect, response) = ui.allocate_exact_size(scale * full, egui::Sense::hover());
    let uv = egui::Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
    ui.painter().image(texture.id(), rect, uv, egui::Color32::WHITE);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words));
    caption(ui, context.theme, words.to_owned());
}
