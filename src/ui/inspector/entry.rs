//! What plays with somebody: a row each; one of them opens in place. The palette shows the same fields.

use egui::{Color32, Ui};

use super::own_kind::own_kind;
use crate::catalogue::PLAIN_ICON;
use crate::document::Command;
use crate::fonts::IconStyle;
use crate::i18n::Message;
use crate::model::{
    Bearer, Entry, EntryField, Field, GoingOn, KindId, Said, Support, SupportId, Weight as Heavy,
};
use crate::theme::Theme;
use crate::ui::context::PanelContext;
use crate::ui::fonts::paint_icon;
use crate::ui::style::{area_color, color};
use crate::ui::terms::Detail;
use crate::ui::typing::Typing;
use crate::ui::widgets::{
    Mark, Toggle, caption, chip, choice, icon_chip, mark, marked_card, open_card, section,
    wide_button,
};
use crate::ui::writing::{Long, map_field, map_row};
use crate::ui::{Action, EditAction, LookAction};

/// "Wat speelt er".
pub(super) fn entries(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    bearer: &Bearer,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    section(ui, context.theme, context.texts.get("person-entries"));
    for entry in seen_entries(context, bearer) {
        let (icon, fill, words) = entry_look(context, entry);
        let detail = Detail::Entry(entry.id.clone());
        if context.detail == Some(&detail) {
            open_card(ui, context, (icon, fill), &words, actions, |ui, actions| {
                entry_fields(ui, context, typing, (bearer, entry), actions);
            });
            continue;
        }
        let below = entry.standing_in_words(context.texts);
        let row = marked_card(ui, context, (icon, fill), (&words, &below), entry.priority);
        if entry.said == Said::No {
            struck(ui, context.theme, &row, icon);
        }
        typing.row_of(&detail, &row);
        if row.clicked() {
            actions.push(Action::Look(LookAction::OpenDetail(Some(detail))));
        }
    }
    if wide_button(ui, context.theme, "plus", &context.texts.get("person-add-entry")).clicked() {
        actions.push(Action::Look(LookAction::OpenPalette(bearer.clone())));
    }
}

/// The tile of a row as it stands on the map when the answer was no: empty, and struck through.
fn struck(ui: &Ui, theme: &Theme, row: &egui::Response, icon: &str) {
    let center = row.rect.left_center() + egui::vec2(24.0, 0.0);
    let tile = egui::Rect::from_center_size(center, egui::Vec2::splat(24.0));
    let line = egui::Stroke::new(1.5, color(theme.soft_ink));
    let painter = ui.painter();
    painter.rect(tile, 5, color(theme.panel), line, egui::StrokeKind::Inside);
    paint_icon(ui, center, icon, 14.0, IconStyle::Fill, color(theme.soft_ink));
    painter.line_segment([tile.left_top(), tile.right_bottom()], line);
}

/// What of `bearer` is seen in the panel.
pub(super) fn seen_entries<'a>(
    context: &PanelContext<'a>,
    bearer: &Bearer,
) -> impl Iterator<Item = &'a Entry> + use<'a> {
    context.map.entries_on(bearer).iter().filter(|entry| !entry.not_today)
}

/// What a kind is called.
pub(super) fn kind_words(context: &PanelContext<'_>, kind: &KindId) -> String {
    let row = context.catalogue.kind(kind.as_str());
    let row = row.map(|it| it.words.in_lang(context.texts.lang()));
    let own = context.map.own_kinds.get(kind).map(|it| it.label.as_str());
    row.or(own).unwrap_or(kind.as_str()).to_owned()
}

/// Icon, colour and words of an entry: the client's own words first.
fn entry_look<'a>(context: &PanelContext<'a>, entry: &Entry) -> (&'a str, Color32, String) {
    let PanelContext { map, catalogue, theme, .. } = *context;
    let kind = catalogue.kind(entry.kind.as_str());
    let own = map.own_kinds.get(&entry.kind);
    let area_id = kind.map(|it| it.area.as_str()).or(own.and_then(|it| it.area_id()));
    let area = area_id.and_then(|id| catalogue.area(id));
    let fill = area.map_or(color(theme.soft_ink), |area| area_color(theme, area));
    let icon = kind.map(|it| it.icon.as_str()).or(area.map(|it| it.icon.as_str()));
    let words = if entry.words.trim().is_empty() {
        kind_words(context, &entry.kind)
    } else {
        entry.words.clone()
    };
    (icon.unwrap_or(PLAIN_ICON), fill, words)
}

/// What an entry is called in a list: the client's own words first.
pub(in crate::ui) fn entry_words(context: &PanelContext<'_>, entry: &Entry) -> String {
    entry_look(context, entry).2
}

/// The fields of one entry.
pub(in crate::ui) fn entry_fields(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    (bearer, entry): (&Bearer, &Entry),
    actions: &mut Vec<Action>,
) {
    let mut changed = None;
    if entry.said != Said::No {
        moments(ui, context, typing, entry, actions);
        changed = going_on(ui, context, entry).or(changed);
    }
    changed = said(ui, context, entry).or(changed);
    if entry.said != Said::No {
        changed = priority(ui, context, entry).or(changed);
    }
    for (field, label) in [
        (EntryField::Words, "palette-own-words"),
        (EntryField::Helped, "entry-helped"),
        (EntryField::AccordingTo, "entry-according-to"),
    ] {
        let field = (Field::Entry(entry.id.clone(), field), context.texts.get(label));
        map_row(ui, context, typing, field, actions);
    }
    if entry.said != Said::No {
        changed = support(ui, context, entry).or(changed);
        changed = weight(ui, context, entry).or(changed);
    }
    ui.add_space(4.0);
    changed = put_away(ui, context, (bearer, entry), actions).or(changed);
    own_kind(ui, context, typing, &entry.kind, actions);
    if let Some(changed) = changed {
        actions.push(put(bearer, changed));
    }
}

fn put(bearer: &Bearer, entry: Entry) -> Action {
    Action::Edit(EditAction::Do(Command::PutEntry(bearer.clone(), Box::new(entry))))
}

/// What comes first is said by the client: one tap; the same again takes it back.
fn priority(ui: &mut Ui, context: &PanelContext<'_>, entry: &Entry) -> Option<Entry> {
    let mut changed = None;
    ui.horizontal(|ui| {
        caption(ui, context.theme, context.texts.get("entry-first"));
        for rank in 1..=3_u8 {
            let is_on = entry.priority == Some(rank);
            let message = Message::new("entry-rank").count("rank", usize::from(rank));
            let look = Mark { number: rank, toggle: Toggle::from(is_on) };
            if mark(ui, context.theme, look, &context.texts.say(&message)).clicked() {
                changed = Some(Entry { priority: (!is_on).then_some(rank), ..entry.clone() });
            }
        }
    });
    changed
}

/// Since when, until when.
fn moments(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    entry: &Entry,
    actions: &mut Vec<Action>,
) {
    let fields = [(EntryField::Since, "palette-since"), (EntryField::Until, "entry-until")];
    ui.columns(2, |columns| {
        for (ui, (field, label)) in columns.iter_mut().zip(fields) {
            let field = (Field::Entry(entry.id.clone(), field), context.texts.get(label));
            map_field(ui, context, typing, field, Long::No, actions);
        }
    });
}

fn going_on(ui: &mut Ui, context: &PanelContext<'_>, entry: &Entry) -> Option<Entry> {
    let texts = context.texts;
    let options = [
        (GoingOn::Now, texts.get("going-on-now")),
        (GoingOn::Before, texts.get("going-on-before")),
        (GoingOn::Unknown, texts.get("going-on-unknown")),
    ];
    let tapped = choice(ui, context.theme, Some(entry.going_on), &options)?;
    Some(Entry { going_on: tapped, ..entry.clone() })
}

fn said(ui: &mut Ui, context: &PanelContext<'_>, entry: &Entry) -> Option<Entry> {
    let texts = context.texts;
    let options = [
        (Said::Yes, texts.get("said-yes")),
        (Said::Maybe, texts.get("said-maybe")),
        (Said::No, texts.get("said-no")),
    ];
    let tapped = choice(ui, context.theme, Some(entry.said), &options)?;
    Some(Entry { said: tapped, ..entry.clone() })
}

/// How heavy it weighs, only if the client wants to say so.
fn weight(ui: &mut Ui, context: &PanelContext<'_>, entry: &Entry) -> Option<Entry> {
    let texts = context.texts;
    let options =
        [(Heavy::Little, texts.get("weight-little")), (Heavy::Much, texts.get("weight-much"))];
    let mut tapped = None;
    ui.horizontal_wrapped(|ui| {
        caption(ui, context.theme, texts.get("entry-weight"));
        tapped = choice(ui, context.theme, entry.weight, &options);
    });
    let tapped = tapped?;
    Some(Entry { weight: (entry.weight != Some(tapped)).then_some(tapped), ..entry.clone() })
}

/// Which of the helpers on the map has to do with it.
fn support(ui: &mut Ui, context: &PanelContext<'_>, entry: &Entry) -> Option<Entry> {
    if context.map.supports.is_empty() {
        return None;
    }
    let mut tapped = None;
    caption(ui, context.theme, context.texts.get("entry-support"));
    ui.horizontal_wrapped(|ui| {
        for id in context.map.supports.keys() {
            let is_on = entry.support.as_ref() == Some(id);
            if chip(ui, context.theme, &support_words(context, id), Toggle::from(is_on)).clicked() {
                tapped = Some((!is_on).then(|| id.clone()));
            }
        }
    });
    Some(Entry { support: tapped?, ..entry.clone() })
}

/// What a helper is, in words.
pub(super) fn support_kind(context: &PanelContext<'_>, support: &Support) -> Option<String> {
    let kind = context.catalogue.support(support.kind.as_str());
    let kind = kind.map(|kind| kind.words.in_lang(context.texts.lang()));
    support.kind_words(kind).map(str::to_owned)
}

/// What a helper on the map is called.
pub(in crate::ui) fn support_words(context: &PanelContext<'_>, id: &SupportId) -> String {
    let Some(support) = context.map.supports.get(id) else { return String::new() };
    let name = support.name.trim();
    if !name.is_empty() {
        return name.to_owned();
    }
    support_kind(context, support).unwrap_or_default()
}

/// The same, and what it is where it has a name.
pub(in crate::ui) fn support_said(context: &PanelContext<'_>, id: &SupportId) -> String {
    let words = support_words(context, id);
    let support = context.map.supports.get(id);
    match support.and_then(|it| support_kind(context, it)).filter(|kind| *kind != words) {
        Some(kind) => format!("{words}, {kind}"),
        None => words,
    }
}

/// Not today, hidden until opened, off the map.
fn put_away(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (bearer, entry): (&Bearer, &Entry),
    actions: &mut Vec<Action>,
) -> Option<Entry> {
    let (texts, theme) = (context.texts, context.theme);
    let mut changed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        let not_today = ("moon", theme.ink);
        let toggle = Toggle::from(entry.not_today);
        if icon_chip(ui, theme, not_today, &texts.get("palette-not-today"), toggle).clicked() {
            let later = Entry { not_today: !entry.not_today, ..entry.clone() };
            if later.not_today {
                let put = Command::PutEntry(bearer.clone(), Box::new(later));
                let message = Message::new("entry-put-off");
                actions.push(Action::Edit(EditAction::DoAndTell(message, put)));
            } else {
                changed = Some(later);
            }
        }
        let kind = context.catalogue.kind(entry.kind.as_str());
        let is_sensitive = entry.sensitive.unwrap_or_else(|| kind.is_some_and(|kind| kind.hidden));
        let look = ("lock", theme.ink);
        let toggle = Toggle::from(is_sensitive);
        if icon_chip(ui, theme, look, &texts.get("entry-sensitive"), toggle).clicked() {
            changed = Some(Entry { sensitive: Some(!is_sensitive), ..entry.clone() });
        }
        let look = ("trash", theme.ink);
        if icon_chip(ui, theme, look, &texts.get("palette-remove"), Toggle::Off).clicked() {
            let message = Message::new("entry-removed").arg("what", entry_words(context, entry));
            let remove = Command::RemoveEntry(entry.id.clone());
            actions.push(Action::Edit(EditAction::DoAndTell(message, remove)));
        }
    });
    changed
}
