//! Work that was not saved: a list to open it from, and what was thrown away.

use std::path::PathBuf;

use egui::{CornerRadius, Frame, Id, Label, Margin, Modal, Stroke, Ui};

use crate::clock;
use crate::fonts::Weight;
use crate::i18n::{Message, Texts};
use crate::model::Date;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::recovery::{Found, Leftover, Written};
use crate::ui::row_end::at_end;
use crate::ui::style::{Look, button, color};
use crate::ui::widgets::caption;
use crate::ui::{Action, FileAction};

/// What is offered on the home screen.
#[derive(Debug, Default)]
pub(in crate::ui) struct Offers {
    /// Work that was not saved, the newest first.
    pub(in crate::ui) leftovers: Vec<Leftover>,
    /// Work that was thrown away less than a week ago, the newest first.
    pub(in crate::ui) thrown_away: Vec<Leftover>,
    pub(in crate::ui) shows_thrown_away: bool,
    /// The user is asked whether this may go.
    pub(in crate::ui) throwing: Option<PathBuf>,
    /// The user is asked whether everything may go that the program keeps.
    pub(in crate::ui) asks_traces: bool,
}

impl Offers {
    /// Does a question stand in the way?
    pub(in crate::ui) const fn is_asking(&self) -> bool {
        self.throwing.is_some() || self.asks_traces
    }
}

/// Shows both lists, where there is anything in them.
pub(super) fn offers_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (offers, today): (&Offers, Date),
    actions: &mut Vec<Action>,
) {
    if offers.leftovers.is_empty() && offers.thrown_away.is_empty() {
        return;
    }
    let (theme, texts) = (context.theme, context.texts);
    let edge = Stroke::new(1.0, color(theme.line));
    let frame = Frame::new().fill(color(theme.band)).stroke(edge);
    frame.corner_radius(CornerRadius::same(12)).inner_margin(Margin::same(16)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        if !offers.leftovers.is_empty() {
            heading(ui, context, texts.get("leftover-title"));
            caption(ui, theme, texts.get("leftover-text"));
        }
        for leftover in &offers.leftovers {
            row(ui, context, (leftover, today), |ui, title| {
                let path = &leftover.path;
                let named = |name| texts.say(&Message::new(name).arg("title", title));
                if matches!(leftover.found, Found::Map { .. } | Found::Sealed) {
                    let open = button(ui, theme, Look::Main, "", &texts.get("leftover-open"));
                    name(&open, &named("leftover-open-which"));
                    if open.clicked() {
                        actions.push(Action::File(FileAction::OpenLeftover(path.clone())));
                    }
                }
                let throw = button(ui, theme, Look::Quiet, "", &texts.get("leftover-discard"));
                name(&throw, &named("leftover-discard-which"));
                if throw.clicked() {
                    actions.push(Action::File(FileAction::AskThrowAway(path.clone())));
                }
            });
        }
        if offers.thrown_away.is_empty() {
            return;
        }
        let n = offers.thrown_away.len();
        let words = texts.say(&Message::new("thrown-show").count("n", n));
        let sign = if offers.shows_thrown_away { "caret-up" } else { "caret-down" };
        if button(ui, theme, Look::Outlined, sign, &words).clicked() {
            actions.push(Action::File(FileAction::ShowThrownAway));
        }
        if offers.shows_thrown_away {
            caption(ui, theme, texts.get("thrown-text"));
            for leftover in &offers.thrown_away {
                row(ui, context, (leftover, today), |ui, title| {
                    let back = button(ui, theme, Look::Quiet, "", &texts.get("thrown-back"));
                    let which = Message::new("thrown-back-which").arg("title", title);
                    name(&back, &texts.say(&which));
                    if back.clicked() {
                        actions.push(Action::File(FileAction::PutBack(leftover.path.clone())));
                    }
                });
            }
        }
    });
    ui.add_space(28.0);
}

/// A button among several of the same words has a name of its own for who does not see it.
fn name(response: &egui::Response, words: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words));
}

/// The room for the buttons of a row beside its words, which take at least so much, in points.
const BUTTONS: f32 = 250.0;
const WORDS: f32 = 260.0;

/// One copy: what it is, when it was written, and `buttons` at its end.
fn row(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (leftover, today): (&Leftover, Date),
    mut buttons: impl FnMut(&mut Ui, &str),
) {
    let (theme, texts) = (context.theme, context.texts);
    let title = title(texts, leftover);
    let card = Frame::new().fill(color(theme.panel)).corner_radius(CornerRadius::same(10));
    card.inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        let lines = details(texts, leftover, today);
        let words = |ui: &mut Ui, width: f32| {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 2.0;
                let bold = text(&title, 15.5, Weight::SemiBold).color(color(theme.ink));
                ui.add(Label::new(bold).selectable(false).wrap());
                for line in &lines {
                    let soft = text(line, 13.0, Weight::Regular).color(color(theme.soft_ink));
                    ui.add(Label::new(soft).selectable(false).wrap());
                }
            });
        };
        let room = ui.available_width();
        if room < WORDS + BUTTONS {
            words(ui, room);
            ui.horizontal(|ui| at_end(ui, |ui| buttons(ui, &title)));
            return;
        }
        ui.horizontal(|ui| {
            words(ui, room - BUTTONS);
            at_end(ui, |ui| buttons(ui, &title));
        });
    });
}

/// What the copy is called.
fn title(texts: Texts, leftover: &Leftover) -> String {
    match &leftover.found {
        Found::Map { title, .. } if !title.is_empty() => title.clone(),
        Found::Map { .. } => texts.get("leftover-untitled"),
        Found::Sealed => texts.get("leftover-sealed"),
        Found::Broken(_) => texts.get("leftover-broken"),
    }
}

/// When, how many people, from which file; or why it cannot be read.
fn details(texts: Texts, leftover: &Leftover, today: Date) -> Vec<String> {
    let when = leftover.written.map(|written| texts.say(&moment(texts, written, today)));
    let mut first: Vec<String> = when.into_iter().collect();
    let mut more = Vec::new();
    match &leftover.found {
        Found::Map { n_people, origin, is_older, .. } => {
            first.push(texts.say(&Message::new("home-people").count("people", *n_people)));
            let name = origin.as_ref().and_then(|it| it.path.file_name());
            if let Some(name) = name {
                let words = if *is_older { "leftover-from-older" } else { "leftover-from" };
                let message = Message::new(words).arg("name", name.to_string_lossy());
                more.push(texts.say(&message));
            }
        }
        Found::Sealed => more.push(texts.get("leftover-sealed-how")),
        Found::Broken(why) => more.extend(why.iter().map(|it| texts.say(it))),
    }
    let mut lines = vec![first.join(" · ")];
    lines.extend(more);
    lines.retain(|line| !line.is_empty());
    lines
}

/// "vandaag 14:32", "21 november 2026, 14:32".
pub(in crate::ui) fn moment(texts: Texts, written: Written, today: Date) -> Message {
    let Written { day, hour, minute } = written;
    let time = format!("{hour}:{minute:02}");
    let message = match clock::days_between(day, today) {
        Some(0) => Message::new("leftover-today"),
        Some(1) => Message::new("leftover-yesterday"),
        _ => Message::new("leftover-day").arg("day", day.in_words(texts)),
    };
    message.arg("time", time)
}

/// Asks before a copy goes. Gives what the user answered.
pub(in crate::ui) fn throw_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    leftover: &Leftover,
) -> Option<bool> {
    let (theme, texts) = (context.theme, context.texts);
    let mut answer = None;
    let modal = Modal::new(Id::unique("throw-away")).show(ui.ctx(), |ui| {
        ui.set_width(420.0);
        let title = title(texts, leftover);
        ui.label(texts.say(&Message::new("throw-ask").arg("title", title)));
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            if button(ui, theme, Look::Main, "", &texts.get("throw-yes")).clicked() {
                answer = Some(true);
            }
            if button(ui, theme, Look::Quiet, "", &texts.get("cancel")).clicked() {
                answer = Some(false);
            }
        });
    });
    answer.or_else(|| modal.should_close().then_some(false))
}

pub(super) fn heading(ui: &mut Ui, context: &PanelContext<'_>, words: String) {
    ui.label(text(words, 17.0, Weight::SemiBold).color(color(context.theme.ink)));
    ui.add_space(4.0);
}
