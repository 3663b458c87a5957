//! The quick line at the foot of the map: the field, what comes of it, and what is asked.

use egui::{
    Event, EventFilter, Id, Key, KeyboardShortcut, Modifiers, ScrollArea, TextEdit, Ui, vec2,
};

use super::line::{Preview, QuickLine};
use super::paint::galley;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::PersonId;
use crate::quick::{Choice, Fault, Question};
use crate::ui::action::QuickStep;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::row_end::at_end;
use crate::ui::style::{Look, button, color, icon_button};
use crate::ui::widgets::caption;
use crate::ui::writing::named_field;
use crate::ui::{Action, EditAction, LookAction};

/// The height of the dock in a window of this size, in points.
pub(in crate::ui) fn height(window: egui::Rect) -> f32 {
    if is_wide(window.width()) { 208.0 } else { (window.height() * 0.42).clamp(220.0, 320.0) }
}

const fn is_wide(width: f32) -> bool {
    1000.0 <= width
}

/// The egui id of the field.
pub(super) fn field_id() -> Id {
    Id::unique("quick-line")
}

/// Shows the dock.
pub(in crate::ui) fn dock_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    preview: Option<&Preview>,
    line: &mut QuickLine,
) -> Vec<Action> {
    let mut actions = keys(ui, preview, line);
    let faults = faults(preview, line);
    let width = ui.available_width();
    if is_wide(width) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 24.0;
            let left = (width - 24.0) * 0.58;
            ui.allocate_ui(vec2(left, ui.available_height()), |ui| {
                ui.vertical(|ui| left_ui(ui, context, (preview, &faults), line, &mut actions));
            });
            ui.vertical(|ui| {
                asked_ui(ui, context, (preview, &faults), line, &mut actions);
                // The line that is typed is the last: it stays in view.
                let scroll = ScrollArea::vertical().id_salt("quick-right").auto_shrink(false);
                let follows = !line.text.trim().is_empty();
                scroll.stick_to_bottom(follows).show(ui, |ui| {
                    said_ui(ui, context, preview, line);
                });
            });
        });
    } else {
        ScrollArea::vertical().id_salt("quick-all").show(ui, |ui| {
            left_ui(ui, context, (preview, &faults), line, &mut actions);
            asked_ui(ui, context, (preview, &faults), line, &mut actions);
            said_ui(ui, context, preview, line);
        });
    }
    actions
}

/// What is not understood and is to be said: a last word may still be on its way.
fn faults<'p>(preview: Option<&'p Preview>, line: &QuickLine) -> Vec<&'p Fault> {
    let all = preview.map(|it| it.understood.faults.as_slice()).unwrap_or_default();
    all.iter().filter(|it| line.is_strict || !it.is_unfinished(&line.text)).collect()
}

/// Enter puts it on the map, Esc closes; a digit answers while nothing is typed.
fn keys(ui: &Ui, preview: Option<&Preview>, line: &mut QuickLine) -> Vec<Action> {
    let mut actions = Vec::new();
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        actions.push(Action::Look(LookAction::Quick(QuickStep::Close)));
        return actions;
    }
    let is_in = ui.memory(|memory| memory.has_focus(field_id()));
    let enters = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.is_none());
    if is_in && ui.input(|input| input.events.iter().any(enters)) {
        ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        actions.push(entered(preview, line));
    }
    let question = preview.and_then(Preview::question);
    if let Some(question) = question.filter(|_| !is_in) {
        for (choice, key) in choices(question).into_iter().zip(DIGITS) {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                actions.push(answered(question, choice));
            }
        }
    }
    actions
}

const DIGITS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

fn entered(preview: Option<&Preview>, line: &mut QuickLine) -> Action {
    if line.text.trim().is_empty() {
        return Action::Look(LookAction::Quick(QuickStep::Close));
    }
    line.is_strict = true;
    line.wants_answer = preview.is_some_and(|it| it.question().is_some());
    Action::Edit(EditAction::TakeQuick)
}

fn answered(question: &Question, choice: Choice) -> Action {
    Action::Look(LookAction::Quick(QuickStep::Answer(question.key.clone(), choice)))
}

/// What can be answered; what is most likely first.
fn choices(question: &Question) -> Vec<Choice> {
    let on_map = question.candidates.iter().take(4).cloned().map(Choice::OnMap);
    let mut all: Vec<Choice> = [Choice::New].into_iter().chain(on_map).collect();
    all.sort_by_key(|it| *it != question.likely);
    all
}

fn left_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (preview, faults): (Option<&Preview>, &[&Fault]),
    line: &mut QuickLine,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (context.theme, context.texts);
    ui.horizontal(|ui| {
        let title = text(texts.get("quick-title"), 16.0, Weight::SemiBold);
        ui.label(title.color(color(theme.ink)));
        at_end(ui, |ui| {
            let words = texts.get("quick-put");
            let can_be = !line.text.trim().is_empty();
            let look = if can_be { Look::Main } else { Look::Quiet };
            let put = ui.add_enabled_ui(can_be, |ui| button(ui, theme, look, "", &words).clicked());
            if put.inner {
                actions.push(entered(preview, line));
                line.wants_focus = !line.wants_answer;
            }
            if icon_button(ui, theme, "x", &texts.get("close")).clicked() {
                actions.push(Action::Look(LookAction::Quick(QuickStep::Close)));
            }
        });
    });
    field(ui, context, (preview, faults), line);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        caption(ui, theme, texts.get("quick-keys"));
    });
}

fn field(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (preview, faults): (Option<&Preview>, &[&Fault]),
    line: &mut QuickLine,
) {
    let (theme, texts) = (context.theme, context.texts);
    let before = line.text.clone();
    let mut layouter = |ui: &Ui, buffer: &dyn egui::TextBuffer, width: f32| {
        galley(ui, theme, (buffer.as_str(), width), (preview, faults))
    };
    let frame = egui::Frame::new()
        .fill(color(theme.panel))
        .stroke(egui::Stroke::new(2.0, color(theme.accent)))
        .corner_radius(egui::CornerRadius::same(10))
        .inner_margin(egui::Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ScrollArea::vertical().id_salt("quick-field").max_height(66.0).show(ui, |ui| {
            let edit = TextEdit::multiline(&mut line.text)
                .id(field_id())
                .frame(egui::Frame::NONE)
                .hint_text(texts.get("quick-hint"))
                .desired_rows(2)
                .desired_width(f32::INFINITY)
                .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
                .layouter(&mut layouter)
                .show(ui);
            let response = edit.response.response;
            let (typed, label) = (line.text.clone(), texts.get("quick-title"));
            response.widget_info(|| named_field(&typed, &label));
            // A tap on something that is gone now leaves the keyboard nowhere: back to the line.
            let is_nowhere = ui.memory(|memory| memory.focused().is_none());
            if std::mem::take(&mut line.wants_focus) || is_nowhere {
                response.request_focus();
            }
        });
    });
    // Esc means something of its own here, and arrows are for the text.
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(field_id(), filter));
    // Whoever presses the key that opened the line once more means no name that begins with it.
    if line.text.starts_with('/') {
        line.text.remove(0);
    }
    if line.text != before {
        line.is_strict = false;
        line.done.clear();
    }
}

/// What is not understood, and who is meant.
fn asked_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (preview, faults): (Option<&Preview>, &[&Fault]),
    line: &mut QuickLine,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (context.theme, context.texts);
    ui.spacing_mut().item_spacing.y = 6.0;
    for fault in faults.iter().take(3) {
        let said = texts.say(&fault.message());
        let words = text(said, 14.0, Weight::SemiBold).color(color(theme.alert));
        live(ui, egui::Label::new(words).wrap());
    }
    if let Some((question, preview)) = preview.and_then(|it| Some((it.question()?, it))) {
        ask(ui, context, (question, preview), line, actions);
    }
}

/// What the lines come to; without lines what was put on the map, and examples.
fn said_ui(ui: &mut Ui, context: &PanelContext<'_>, preview: Option<&Preview>, line: &QuickLine) {
    let (theme, texts) = (context.theme, context.texts);
    ui.spacing_mut().item_spacing.y = 6.0;
    let said = preview.map(|it| it.understood.said.as_slice()).unwrap_or_default();
    for said in said.get(said.len().saturating_sub(40)..).unwrap_or_default() {
        let words = text(said.chips.join(" · "), 14.0, Weight::Regular).color(color(theme.ink));
        ui.add(egui::Label::new(words).wrap());
    }
    if !line.text.trim().is_empty() {
        return;
    }
    if !line.done.is_empty() {
        let done = Message::new("quick-done").arg("what", line.done.join(" · "));
        let words = text(texts.say(&done), 14.0, Weight::SemiBold).color(color(theme.ink));
        live(ui, egui::Label::new(words).wrap());
    }
    for example in ["quick-example-family", "quick-example-ex", "quick-example-marks"] {
        caption(ui, theme, texts.get(example));
    }
}

/// Something that is told to those who do not see it, too.
fn live(ui: &mut Ui, label: egui::Label) {
    let said = ui.add(label);
    ui.ctx().accesskit_node_builder(said.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
}

/// Who is meant by a doubtful name.
fn ask(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (question, preview): (&Question, &Preview),
    line: &mut QuickLine,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (context.theme, context.texts);
    let asked = texts.say(&Message::new("quick-who").arg("name", &question.name));
    let frame = egui::Frame::new()
        .fill(color(theme.accent.with_opacity(0.08)))
        .stroke(egui::Stroke::new(1.0, color(theme.accent)))
        .corner_radius(egui::CornerRadius::same(12))
        .inner_margin(12);
    frame.show(ui, |ui| {
        let words = text(asked, 15.0, Weight::SemiBold).color(color(theme.ink));
        live(ui, egui::Label::new(words).wrap());
        ui.horizontal_wrapped(|ui| {
            for (at, choice) in choices(question).into_iter().enumerate() {
                let words = match &choice {
                    Choice::New => texts.get("quick-someone-new"),
                    Choice::OnMap(id) => on_map(context, preview, id),
                };
                let words = format!("{}  {words}", at + 1);
                let look = if at == 0 { Look::Main } else { Look::Outlined };
                let answer = button(ui, theme, look, "", &words);
                if at == 0 && std::mem::take(&mut line.wants_answer) {
                    answer.request_focus();
                }
                if answer.clicked() {
                    actions.push(answered(question, choice));
                }
            }
        });
    });
}

/// Somebody on the map by name, with what tells them apart: year, or who belongs to them.
fn on_map(context: &PanelContext<'_>, preview: &Preview, id: &PersonId) -> String {
    let name = context.name(id);
    let texts = context.texts;
    // As they are, not as they would be.
    let map = preview.base.person(id).map_or(preview.understood.draft.map(), |_| &preview.base);
    let birth = map.person(id).and_then(|it| it.birth);
    let of = |parents: &[PersonId]| {
        let names: Vec<String> = parents.iter().map(|it| context.name(it)).collect();
        texts.say(&Message::new("quick-child-of").arg("parents", names.join(", ")))
    };
    let home = map.home_union(id).filter(|(_, union)| !union.partners.is_empty());
    let partner = map.unions_of(id).find_map(|(_, union)| union.other_partner(id));
    let more = match (birth, home, partner) {
        (Some(birth), ..) => birth.to_string(),
        (None, Some((_, union)), _) => of(&union.partners),
        (None, None, Some(other)) => {
            texts.say(&Message::new("quick-partner-of").arg("name", context.name(other)))
        }
        (None, None, None) => {
            return texts.say(&Message::new("quick-on-map-one").arg("name", name));
        }
    };
    texts.say(&Message::new("quick-on-map-more").arg("name", name).arg("more", more))
}
