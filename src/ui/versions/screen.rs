//! The screen with earlier versions: when they were saved, how they look, what changed since.

use egui::{CornerRadius, Id, Modal, Rect, ScrollArea, Sense, Ui, vec2};

use super::{Looked, Open, Seen, Throws};
use crate::fonts::Weight;
use crate::i18n::{Message, Texts};
use crate::model::Date;
use crate::ui::app::App;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::home::moment;
use crate::ui::style::{Look, button, color, focus_ring};
use crate::ui::widgets::{caption, heading};

/// The width of the list, in points.
const LIST: f32 = 270.0;
/// The height of the picture, in points.
const PICTURE: f32 = 240.0;

/// What is asked for on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Choose(usize),
    Light,
    PutBack,
    AskThrow,
    Throw,
    Back,
    Close,
}

impl App {
    /// Shows what is asked about earlier versions, where anything is.
    pub(in crate::ui) fn versions_ui(&mut self, ui: &Ui) {
        self.gone_ui(ui);
        self.see_chosen();
        let Some(open) = &self.versions.open else { return };
        let asked = list_ui(ui, &self.panel_context(), open, self.shell.today);
        self.look_into_next(ui.ctx());
        if asked.is_some() {
            // What was chosen is seen in the next frame.
            ui.ctx().request_repaint();
        }
        let Some(open) = &mut self.versions.open else { return };
        match asked {
            None => {}
            Some(Asked::Choose(at)) => open.chosen = at,
            Some(Asked::Light) => self.light_changed(),
            Some(Asked::AskThrow) => open.throws = Throws::Asks,
            Some(Asked::Back) => open.throws = Throws::No,
            Some(Asked::Close) => self.versions.open = None,
            Some(Asked::PutBack) => self.put_back_chosen(),
            Some(Asked::Throw) => self.throw_away_versions(),
        }
    }
}

fn list_ui(ui: &Ui, context: &PanelContext<'_>, open: &Open, today: Date) -> Option<Asked> {
    let (theme, texts) = (context.theme, context.texts);
    let mut asked = None;
    let modal = Modal::new(Id::unique("versions")).show(ui.ctx(), |ui| {
        ui.set_width((ui.ctx().content_rect().width() - 80.0).min(900.0));
        heading(ui, context, texts.get("versions-title"));
        if open.versions.is_empty() {
            ui.label(texts.get("versions-none"));
        } else if open.throws == Throws::Asks {
            ui.label(texts.say(&Message::new("versions-throw").count("n", open.versions.len())));
        } else {
            caption(ui, theme, texts.get("versions-text"));
            body(ui, context, (open, today), &mut asked);
        }
        ui.add_space(8.0);
        buttons(ui, context, open, &mut asked);
    });
    settle(ui, modal.response.rect);
    asked.or_else(|| modal.should_close().then_some(Asked::Close))
}

/// Once it has another size, the window stands in the middle only in the next frame: whoever taps
/// must not tap beside it.
fn settle(ui: &Ui, now: Rect) {
    let id = Id::unique("versions-rect");
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<Rect>(id);
        data.insert_temp(id, now);
        before
    });
    if before != Some(now) {
        ui.ctx().request_repaint();
    }
}

fn body(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (open, today): (&Open, Date),
    asked: &mut Option<Asked>,
) {
    let height = (ui.ctx().content_rect().height() - 250.0).clamp(220.0, 520.0);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(LIST);
            let list = ScrollArea::vertical().id_salt("list").max_height(height);
            list.auto_shrink(false).show(ui, |ui| {
                for at in 0..open.versions.len() {
                    if row(ui, context, (open, today), at) {
                        *asked = Some(Asked::Choose(at));
                    }
                }
            });
        });
        ui.add_space(12.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            let side = ScrollArea::vertical().id_salt("chosen").max_height(height);
            side.auto_shrink(false).show(ui, |ui| chosen(ui, context, open));
        });
    });
}

/// When, and how many people.
fn row_words(texts: Texts, (open, today): (&Open, Date), at: usize) -> (String, String) {
    let Some(version) = open.versions.get(at) else { return Default::default() };
    let when = texts.say(&moment(texts, version.stored.written, today));
    let people = match version.n_people {
        None => "…".to_owned(),
        Some(Looked::Broken) => texts.get("versions-row-broken"),
        Some(Looked::Sealed) => texts.get("versions-row-sealed"),
        Some(Looked::People(n)) => texts.say(&Message::new("home-people").count("people", n)),
    };
    (when, people)
}

fn row(ui: &mut Ui, context: &PanelContext<'_>, of: (&Open, Date), at: usize) -> bool {
    let theme = context.theme;
    let is_chosen = of.0.chosen == at;
    let (when, people) = row_words(context.texts, of, at);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width() - 8.0, 52.0), Sense::click());
    let fill = if is_chosen {
        color(theme.hairline)
    } else if response.hovered() {
        color(theme.band)
    } else {
        egui::Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, CornerRadius::same(8), fill);
    let inside = egui::UiBuilder::new().max_rect(rect.shrink2(vec2(12.0, 7.0)));
    ui.scope_builder(inside, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.spacing_mut().interact_size.y = 18.0;
        let words = text(&when, 14.5, Weight::SemiBold).color(color(theme.ink));
        ui.add(egui::Label::new(words).selectable(false).truncate());
        let words = text(&people, 12.5, Weight::Regular).color(color(theme.soft_ink));
        ui.add(egui::Label::new(words).selectable(false).truncate());
    });
    let name = format!("{when}, {people}");
    let info = || egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_chosen, &name);
    response.widget_info(info);
    focus_ring(ui, theme, &response, 8);
    response.clicked()
}

/// How the chosen one looks, and what changed since.
fn chosen(ui: &mut Ui, context: &PanelContext<'_>, open: &Open) {
    let theme = context.theme;
    match &open.seen {
        Some((_, _, Seen::Map { picture, changed, .. })) => {
            let size = vec2(ui.available_width() - 8.0, PICTURE);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            ui.painter().rect_filled(rect, CornerRadius::same(8), color(theme.ground));
            picture.paint(ui, rect);
            let words = context.texts.get("versions-picture");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &words));
            caption(ui, theme, context.texts.get("versions-changed"));
            for sentence in changed {
                ui.add(egui::Label::new(sentence).selectable(false).wrap());
            }
        }
        Some((_, _, Seen::Broken(why))) => {
            ui.label(why);
        }
        None => {}
    }
}

fn buttons(ui: &mut Ui, context: &PanelContext<'_>, open: &Open, asked: &mut Option<Asked>) {
    let (is_map, has_changed) = match &open.seen {
        Some((_, _, Seen::Map { people, .. })) => (true, !people.is_empty()),
        _ => (false, false),
    };
    let all: &[(Look, Asked, &'static str)] = match (open.throws, open.versions.is_empty()) {
        (_, true) => &[(Look::Main, Asked::Close, "close")],
        (Throws::Asks, false) => &[
            (Look::Main, Asked::Back, "versions-throw-no"),
            (Look::Quiet, Asked::Throw, "versions-throw-yes"),
        ],
        (Throws::No, false) => &[
            (Look::Main, Asked::PutBack, "versions-put-back"),
            (Look::Quiet, Asked::Light, "versions-light"),
            (Look::Quiet, Asked::Close, "close"),
            (Look::Bare, Asked::AskThrow, "versions-throw-all"),
        ],
    };
    ui.horizontal_wrapped(|ui| {
        for (look, answer, words) in all {
            let words = context.texts.get(words);
            let can = match answer {
                Asked::PutBack => is_map,
                Asked::Light => has_changed,
                _ => true,
            };
            let add = |ui: &mut Ui| button(ui, context.theme, *look, "", &words);
            if ui.add_enabled_ui(can, add).inner.clicked() {
                *asked = Some(*answer);
            }
        }
    });
}
