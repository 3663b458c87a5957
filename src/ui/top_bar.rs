//! The bar at the top: title, saved or not, views, undo, files, language.

mod search;
mod things;

use egui::{Align, CornerRadius, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::action::{Id, Situation};
use super::context::PanelContext;
use super::derived::Derived;
use super::fonts::text;
use super::menu::menu_ui;
use super::row_end::at_end;
use super::session::Session;
use super::style::{self, Look, TAP, button, color, icon_button};
use super::terms::Screen;
use super::typing::{field_id, key_of};
use super::widgets::{Toggle, caption, chip};
use super::writing::{Long, field, named_field, why};
use super::{Action, EditAction, FileAction, LookAction};
use crate::document::Document;
use crate::fonts::Weight;
use crate::i18n::{Lang, Message};
use crate::model::{Field, MapField};
use crate::shown::{Eyes, Names};
use crate::theme::{Color, Theme, ThemeName};

/// From here on the buttons have words.
const WIDE: f32 = 1360.0;
/// From here on there is room for one word more.
const WIDEST: f32 = 1600.0;
/// In a bar narrower than this the tabs are smaller, so that the title has its room.
const NARROW: f32 = 1000.0;
/// With less room than this for the title, "not saved yet" is a dot.
const LEAST_TITLE: f32 = 90.0;
/// The width of that dot, in points.
const DOT: f32 = 20.0;
/// The buttons on the right of a narrow bar, in points.
const RIGHT: f32 = 292.0;

/// Shows the bar and gives back what the user asks for.
pub(super) fn top_bar_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (document, derived): (&Document, &Derived),
    session: &mut Session,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let bar = Rect::from_min_size(ui.max_rect().min, vec2(ui.max_rect().width(), style::TOP_BAR));
    let line = Stroke::new(1.0, color(context.theme.hairline));
    ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, line);
    let tabs = tabs(ui, context, bar.width());
    let views = tabs.iter().map(|tab| tab.width).sum::<f32>() + 8.0;
    let most = bar.width() - 14.0 - RIGHT - 8.0 - views / 2.0;
    let middle = bar.left() + (bar.width() * 0.42).max(330.0).min(most);
    let part = |ui: &mut Ui, from: f32, to: f32, layout: Layout, add: &mut dyn FnMut(&mut Ui)| {
        let rect = Rect::from_min_max(pos2(from, bar.top()), pos2(to, bar.bottom()));
        ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            add(ui);
        });
    };
    let from_left = Layout::left_to_right(Align::Center);
    part(ui, bar.left() + 10.0, middle - views / 2.0, from_left, &mut |ui| {
        left(ui, context, document, session, &mut actions);
    });
    part(ui, middle - views / 2.0, middle + views / 2.0, from_left, &mut |ui| {
        screens(ui, context, session, &tabs, &mut actions);
    });
    part(ui, middle + views / 2.0 + 8.0, bar.right() - 14.0, from_left, &mut |ui| {
        at_end(ui, |ui| {
            right(ui, context, (document, derived), session, bar.width(), &mut actions);
        });
    });
    ui.allocate_rect(bar, egui::Sense::hover());
    actions
}

fn left(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    document: &Document,
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (context.theme, context.texts);
    if icon_button(ui, theme, "house", &texts.get("bar-home")).clicked() {
        actions.push(Action::File(FileAction::GoHome));
    }
    signs(ui, context, session, actions);
    let state =
        if document.is_unsaved() { texts.get("bar-unsaved") } else { texts.get("bar-saved") };
    let words = text(format!("· {state}"), 13.0, Weight::Regular).color(color(theme.soft_ink));
    let galley = egui::WidgetText::from(words.clone()).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::TextStyle::Body,
    );
    // Between the title and the tabs.
    let room = ui.available_width() - galley.size().x - 24.0;
    if LEAST_TITLE <= room {
        title(ui, context, session, room, actions);
        ui.label(words);
    } else {
        title(ui, context, session, ui.available_width() - DOT - 24.0, actions);
        dot(ui, theme, document.is_unsaved().then_some(theme.ink), &state);
    }
}

/// What holds for everything that is shown now, each with a tap that ends it.
fn signs(ui: &mut Ui, context: &PanelContext<'_>, session: &Session, actions: &mut Vec<Action>) {
    let is_private = context.opened.eyes == Eyes::Anybody;
    let words = context.texts.get("bar-private");
    if is_private && icon_button(ui, context.theme, "eye-slash", &words).clicked() {
        actions.push(Action::Look(LookAction::TogglePrivate));
    }
    let (icon, words) =
        if session.is_sealed { ("lock-key", "bar-sealed") } else { ("lock-open", "bar-unsealed") };
    if icon_button(ui, context.theme, icon, &context.texts.get(words)).clicked() {
        actions.push(Action::File(FileAction::Seal));
    }
    names_sign(ui, context, actions);
}

/// Which names are shown, with a tap that goes back to their own.
fn names_sign(ui: &mut Ui, context: &PanelContext<'_>, actions: &mut Vec<Action>) {
    let words = match context.names {
        Names::Shown => return,
        Names::Kin => "bar-names-kin",
        Names::Invented => "bar-names-invented",
        Names::Off => "bar-names-off",
    };
    let words = context.texts.get(words);
    if icon_button(ui, context.theme, "user-circle-dashed", &words).clicked() {
        actions.push(Action::Look(LookAction::Call(Names::Shown)));
    }
}

/// Where there is no room for words: a dot while something is not saved, a ring when all is.
fn dot(ui: &mut Ui, theme: &Theme, fill: Option<Color>, words: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(DOT, TAP), egui::Sense::hover());
    let radius = 0.28 * DOT;
    match fill {
        Some(fill) => ui.painter().circle_filled(rect.center(), radius, color(fill)),
        None => {
            let stroke = Stroke::new(1.5, color(theme.soft_ink));
            ui.painter().circle_stroke(rect.center(), radius, stroke)
        }
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    response.on_hover_text(words);
}

/// The title of the map, in a field no wider than `most`.
fn title(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    session: &mut Session,
    most: f32,
    actions: &mut Vec<Action>,
) {
    let of = Field::Map(MapField::Title);
    // In a very narrow window there is no room at all.
    let most = most.max(40.0);
    if context.names.cover(&of) {
        let words = text(context.texts.get("bar-title-covered"), 18.0, Weight::Bold);
        ui.scope(|ui| {
            ui.set_max_width(most);
            ui.add(egui::Label::new(words.color(color(context.theme.soft_ink))).truncate());
        });
        return;
    }
    let key = key_of(&of);
    let typing = &mut session.typing;
    let whole = context.reader().written(context.map, &of);
    let font = egui::FontId::new(18.0, super::fonts::family(Weight::Bold));
    let width = |words: String| {
        ui.painter().layout_no_wrap(words, font.clone(), color(context.theme.ink)).size().x
    };
    // What is shown may be short of its end; what is typed in is whole.
    let is_typed = typing.is_in(&key) || ui.memory(|memory| memory.has_focus(field_id(&key)));
    let shown = if is_typed {
        whole.clone()
    } else {
        shortened(whole.clone(), |words| width(words.to_owned()) + 12.0 <= most)
    };
    let words = if shown.is_empty() { context.texts.get("bar-untitled") } else { shown.clone() };
    let wide = width(words);
    let (response, written) = field(ui, typing, (&key, &shown), Long::No, |edit| {
        edit.font(font.clone())
            .frame(egui::Frame::NONE)
            .hint_text(text(context.texts.get("bar-untitled"), 18.0, Weight::Bold))
            .desired_width((wide + 12.0).min(most))
            .margin(egui::Margin::symmetric(4, 10))
            .align(egui::Align2::LEFT_CENTER)
    });
    let label = context.texts.get("bar-title");
    response.widget_info(|| named_field(&whole, &label));
    if let Some(written) = written {
        actions.push(Action::Edit(EditAction::Write(of.clone(), written)));
    }
    if let Some(why) = why(context, &of) {
        // There is no line below it in the bar.
        egui::Tooltip::always_open(
            ui.ctx().clone(),
            ui.layer_id(),
            response.id.with("why"),
            &response,
        )
        .show(|ui| ui.label(why));
    }
}

/// `words`, or as many of them as fit with "…" at the end.
fn shortened(words: String, fits: impl Fn(&str) -> bool) -> String {
    if fits(&words) {
        return words;
    }
    let mut kept = words;
    while kept.pop().is_some() {
        let short = format!("{}…", kept.trim_end());
        if fits(&short) {
            return short;
        }
    }
    kept
}

/// A tab: which view, its word and how wide it is.
struct Tab {
    screen: Screen,
    words: String,
    size: f32,
    width: f32,
}

/// The views, each as wide as its word wants it in a bar of this width.
fn tabs(ui: &Ui, context: &PanelContext<'_>, bar: f32) -> [Tab; 5] {
    let (size, around, least) = if bar < NARROW {
        (13.0, 8.0, TAP)
    } else if bar < WIDEST {
        (14.5, 22.0, 64.0)
    } else {
        (14.5, 44.0, 64.0)
    };
    let font = egui::FontId::new(size, super::fonts::family(Weight::SemiBold));
    [
        (Screen::Map, "bar-map"),
        (Screen::List, "bar-list"),
        (Screen::Overview, "bar-overview"),
        (Screen::Lifelines, "bar-lifelines"),
        (Screen::Story, "bar-story"),
    ]
    .map(|(screen, words)| {
        let words = context.texts.get(words);
        let ink = color(context.theme.ink);
        let galley = ui.painter().layout_no_wrap(words.clone(), font.clone(), ink);
        Tab { screen, words, size, width: (galley.size().x + around).max(least) }
    })
}

fn screens(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    session: &Session,
    tabs: &[Tab],
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().button_padding.x = 4.0;
    for Tab { screen, words, size, width } in tabs {
        let on = session.screen == *screen;
        let theme = context.theme;
        let ink = if on { theme.panel } else { theme.ink };
        let fill = if on { color(theme.ink) } else { egui::Color32::TRANSPARENT };
        let label = text(words, *size, Weight::SemiBold).color(color(ink));
        let tab = egui::Button::new(label)
            .fill(fill)
            .stroke(Stroke::NONE)
            .corner_radius(CornerRadius::same(17))
            .wrap_mode(egui::TextWrapMode::Extend)
            .min_size(vec2(*width, 34.0));
        let response = ui.add_sized(vec2(*width, TAP), |ui: &mut Ui| {
            ui.centered_and_justified(|ui| ui.add(tab)).inner
        });
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, on, words));
        if response.clicked() {
            actions.push(Action::Look(LookAction::Show(*screen)));
        }
    }
}

fn right(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (document, derived): (&Document, &Derived),
    session: &mut Session,
    width: f32,
    actions: &mut Vec<Action>,
) {
    history(ui, context, &Situation { session, document, derived }, actions);
    let spoken = &derived.labels;
    if width < WIDE {
        search::narrow(ui, (context, spoken), session, actions);
    } else {
        search::search(ui, (context, spoken), session, actions);
    }
    let (theme, texts) = (context.theme, context.texts);
    let situation = Situation { session, document, derived };
    let shown: &[(Id, Look)] = if width < WIDE {
        &[(Id::Save, Look::Bare)]
    } else if width < WIDEST {
        &[(Id::Open, Look::Bare), (Id::Picture, Look::Bare), (Id::Save, Look::Quiet)]
    } else {
        &[
            (Id::Open, Look::Bare),
            (Id::Picture, Look::Bare),
            (Id::Paper, Look::Bare),
            (Id::Save, Look::Quiet),
        ]
    };
    for (id, look) in shown {
        let Some(row) = id.row() else { continue };
        let words = texts.get(row.words);
        let response = if width < WIDE {
            icon_button(ui, theme, row.icon, &words)
        } else {
            button(ui, theme, *look, "", &words)
        };
        if response.clicked() {
            actions.extend(row.asked(&situation));
        }
    }
    let files = icon_button(ui, theme, "list", &texts.get("bar-menu"));
    egui::Popup::menu(&files).show(|ui| menu(ui, context, &situation, actions));
    let code = texts.lang().code().to_uppercase();
    let language = button(ui, theme, Look::Bare, "", &code);
    let words = texts.get("bar-language");
    language.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    egui::Popup::menu(&language).show(|ui| {
        for (lang, name) in [(Lang::Nl, "Nederlands"), (Lang::En, "English")] {
            if ui.selectable_label(texts.lang() == lang, name).clicked() {
                actions.push(Action::Look(LookAction::Speak(lang)));
            }
        }
    });
}

/// Undo and redo, each with the name of its step.
fn history(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    situation: &Situation<'_>,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let document = situation.document;
    for (id, step) in [(Id::Undo, document.undo_label()), (Id::Redo, document.redo_label())] {
        let Some(row) = id.row() else { continue };
        let does = texts.get(row.words);
        let words = match step {
            Some(step) => {
                let step = texts.say(step);
                texts.say(&Message::new("bar-step").arg("does", does).arg("step", step))
            }
            None => does,
        };
        let pressed = ui.add_enabled_ui(step.is_some(), |ui| {
            icon_button(ui, context.theme, row.icon, &words).clicked()
        });
        if pressed.inner {
            actions.extend(row.asked(situation));
        }
    }
}

/// What is behind "more".
const MENU: &[Id] = &[
    Id::Quick,
    Id::New,
    Id::Open,
    Id::Save,
    Id::SaveAs,
    Id::Seal,
    Id::Lock,
    Id::Versions,
    Id::Picture,
    Id::Paper,
    Id::Training,
    Id::TrainingTens,
    Id::WhatIf,
    Id::AddLoose,
    Id::ShowAgain,
    Id::Legend,
    Id::Time,
    Id::ThenAndNow,
    Id::Beside,
    Id::Show,
    Id::Names,
    Id::Private,
    Id::Rules,
    Id::Commands,
    Id::Help,
    Id::FullScreen,
    Id::LeaveNothing,
    Id::Home,
];

fn menu(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    situation: &Situation<'_>,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    // What stands below it and the bar above keep their room.
    actions.extend(menu_ui(ui, context, situation, MENU, 360.0));
    ui.separator();
    caption(ui, context.theme, texts.get("look-title"));
    ui.horizontal_wrapped(|ui| {
        ui.set_max_width(280.0);
        ui.spacing_mut().button_padding = vec2(12.0, 6.0);
        for (theme, words) in [
            (ThemeName::Light, "look-light"),
            (ThemeName::Dark, "look-dark"),
            (ThemeName::Contrast, "look-contrast"),
            (ThemeName::Projector, "look-projector"),
            (ThemeName::Mono, "look-mono"),
        ] {
            let toggle = if context.theme.name == theme { Toggle::On } else { Toggle::Off };
            if chip(ui, context.theme, &texts.get(words), toggle).clicked() {
                actions.push(Action::Look(LookAction::Wear(theme)));
            }
        }
    });
}
