//! Fields to write in. Every keystroke is asked for as a change of the map at once, so that there is
//! nothing that a save, another map or a power cut could miss.

use egui::{Id, Response, TextEdit, Ui, WidgetInfo};

use super::context::PanelContext;
use super::fonts::text;
use super::style::color;
use super::typing::{Typing, Written, field_id, key_of};
use super::widgets::caption;
use super::{Action, EditAction};
use crate::document::Unread;
use crate::fonts::Weight;
use crate::model::Field;
use crate::theme::Theme;

/// The room for a label before its field, in points.
const ROW_LABEL: f32 = 92.0;
/// The height of such a row, in points.
const ROW_HEIGHT: f32 = 34.0;

/// Shows the field called `key` in which `current` stands; `dress` says how it looks. Gives what is
/// typed, at every keystroke.
pub(super) fn field(
    ui: &mut Ui,
    typing: &mut Typing,
    (key, current): (&str, &str),
    is_long: Long,
    dress: impl for<'t> FnOnce(TextEdit<'t>) -> TextEdit<'t>,
) -> (Response, Option<Written>) {
    if !typing.is_in(key) {
        forget_steps(ui.ctx(), field_id(key));
    }
    let mut typed = typing.text_in(key).unwrap_or(current).to_owned();
    let before = typed.clone();
    let edit = match is_long {
        Long::Yes => TextEdit::multiline(&mut typed).desired_rows(3),
        Long::Wraps => TextEdit::multiline(&mut typed).desired_rows(1).return_key(None),
        Long::No => TextEdit::singleline(&mut typed),
    };
    let response = dress(edit.id(field_id(key))).show(ui).response.response;
    if typing.takes_caret(key) {
        response.request_focus();
    }
    if is_long == Long::Wraps {
        typed = typed.replace(['\r', '\n'], " ");
    }
    let is_changed = typed != before;
    let written = is_changed.then(|| {
        let visit = typing.stay(key, Some(typed.clone()));
        Written { visit, text: typed }
    });
    if response.has_focus() {
        typing.stay(key, None);
    } else {
        typing.leave(key);
    }
    (response, written)
}

/// Lets egui forget what stood in the field `id` before, and what could be taken back there. Ids name a
/// place on the screen, not a text: without this, Ctrl+Z in the next name brings the name before it, and
/// in the notes of another family those of this one.
pub(super) fn forget_steps(ctx: &egui::Context, id: Id) {
    ctx.data_mut(|data| data.remove::<egui::text_edit::TextEditState>(id));
}

/// At the end of each frame: whichever field the caret has left forgets its steps.
pub(super) fn forget_steps_of_left(ctx: &egui::Context) {
    let last = Id::unique("caret-was-in");
    let is = ctx.memory(egui::Memory::focused);
    let was = ctx.data(|data| data.get_temp::<Option<Id>>(last)).flatten();
    if was != is {
        was.into_iter().for_each(|was| forget_steps(ctx, was));
        ctx.data_mut(|data| data.insert_temp(last, is));
    }
}

/// One line, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Long {
    Yes,
    No,
    /// A sentence, which may be wider than the field: all of it is seen, as one paragraph.
    Wraps,
}

/// What a screen reader is told of a field whose label is not beside it.
pub(super) fn named_field(typed: &str, label: &str) -> WidgetInfo {
    WidgetInfo { label: Some(label.to_owned()), ..WidgetInfo::text_edit(true, "", typed, label) }
}

/// A labelled text that is no field of the map: a line, or several.
pub(super) fn text_field(
    ui: &mut Ui,
    theme: &Theme,
    typing: &mut Typing,
    key: &str,
    label: String,
    (current, is_long): (&str, Long),
) -> Option<Written> {
    let label = caption(ui, theme, label);
    let margin = if is_long == Long::Yes { 8 } else { 10 };
    let margin = egui::Margin::symmetric(10, margin);
    let (response, written) = field(ui, typing, (key, current), is_long, |edit| {
        edit.margin(margin).desired_width(f32::INFINITY)
    });
    response.labelled_by(label.id);
    written
}

/// A labelled field of the map. What is not understood stays in it, with a line below it that says
/// why or what would be.
pub(super) fn map_field(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    (of, label): (Field, String),
    is_long: Long,
    actions: &mut Vec<Action>,
) {
    if context.names.cover(&of) {
        covered(ui, context, label);
        return;
    }
    let key = key_of(&of);
    let current = context.reader().written(context.map, &of);
    let text = (current.as_str(), is_long);
    // Where two stand side by side egui spreads what goes on in a second line over the whole width.
    ui.vertical(|ui| {
        if let Some(written) = text_field(ui, context.theme, typing, &key, label, text) {
            actions.push(Action::Edit(EditAction::Write(of.clone(), written)));
        }
        why_below(ui, context, typing, &of);
    });
}

/// Where a field would be whose words are not shown while names are off.
pub(super) fn covered(ui: &mut Ui, context: &PanelContext<'_>, label: String) {
    caption(ui, context.theme, label);
    let words = text(context.texts.get("names-covered"), 13.0, Weight::Regular);
    ui.add(egui::Label::new(words.color(color(context.theme.soft_ink))).wrap());
}

/// The same with its label before it, where several short texts stand below one another.
pub(super) fn map_row(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    (of, label): (Field, String),
    actions: &mut Vec<Action>,
) {
    if context.names.cover(&of) {
        covered(ui, context, label);
        return;
    }
    let key = key_of(&of);
    let current = context.reader().written(context.map, &of);
    ui.horizontal(|ui| {
        let room = egui::vec2(ROW_LABEL, ROW_HEIGHT);
        let layout = egui::Layout::left_to_right(egui::Align::Center).with_main_wrap(true);
        let label = ui.allocate_ui_with_layout(room, layout, |ui| {
            ui.set_min_size(room);
            caption(ui, context.theme, label)
        });
        let (response, written) = field(ui, typing, (&key, &current), Long::No, |edit| {
            edit.margin(egui::Margin::symmetric(8, 8)).desired_width(f32::INFINITY)
        });
        response.labelled_by(label.inner.id);
        let written = written.map(|it| Action::Edit(EditAction::Write(of.clone(), it)));
        actions.extend(written);
    });
    why_below(ui, context, typing, &of);
}

/// Says what would be understood in a field in which something stands that is not.
fn why_below(ui: &mut Ui, context: &PanelContext<'_>, typing: &Typing, of: &Field) {
    let Some(why) = why(context, of) else { return };
    // While the caret is there the sentence helps; after that something is amiss.
    let theme = context.theme;
    let ink = if typing.is_in(&key_of(of)) { theme.soft_ink } else { theme.alert };
    ui.add(egui::Label::new(text_of(why).color(color(ink))).wrap());
}

fn text_of(words: String) -> egui::RichText {
    text(words, 12.5, Weight::Regular)
}

/// Why what stands in a field is only text, in words.
pub(super) fn why(context: &PanelContext<'_>, of: &Field) -> Option<String> {
    let message = match context.reader().why_unread(context.map, of)? {
        Unread::NotUnderstood(hint) => hint,
        Unread::CannotBe(refusal) => refusal.message(|id| context.name(id)),
    };
    Some(context.texts.say(&message))
}
