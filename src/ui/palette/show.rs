//! What the palette shows.

use egui::{CornerRadius, Id, Key, Modifiers, Sense, Stroke, StrokeKind, Ui, vec2};

use super::kinds::{kind_chips, tap_kind};
use super::offers::{Offer, last_answered, numbered, own_found, own_kinds};
use super::skills::{person, skill_details, skill_rows};
use super::strengths::{strength_chips, strength_details, strengths};
use super::words::{answer_caption, heading, own_words_chip};
use super::{FRAMES_TO_SINCE, Mode, Palette};
use crate::catalogue::{Area, Entry as Row, ExecutiveSkill};
use crate::document::Command;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{EntryField, Field, KindId, OwnKind, Said};
use crate::quick::answer::{Answer, Sought, sought};
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::inspector::{bearer_name, entry_fields, entry_words};
use crate::ui::row_end::at_end;
use crate::ui::style::{area_color, color};
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, chip, tile};
use crate::ui::writing::named_field;
use crate::ui::{Action, EditAction, LookAction, focus};

/// How wide the palette is, in points.
pub const WIDTH: f32 = 448.0;

/// So much of the title's row is for the button that closes it, in points.
const ROOM_TO_CLOSE: f32 = 96.0;

/// Shows the palette and gives back what the user asks for.
pub fn palette_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    typing: &mut Typing,
) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.set_width(WIDTH - 40.0);
    title(ui, context, palette, &mut actions);
    let is_searched = palette.wants_focus | search_field(ui, context, palette);
    ui.add_space(6.0);
    // A floating area takes the height it had before, so it must be told how high it may become.
    let room = (ui.ctx().content_rect().height() - 230.0).clamp(160.0, 700.0);
    let scroll = egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room);
    // Whoever begins to search sees the list from its beginning, wherever it was left.
    let scroll = if is_searched { scroll.vertical_scroll_offset(0.0) } else { scroll };
    scroll.show(ui, |ui| {
        match palette.mode {
            Mode::Problems => problems(ui, context, palette, typing, &mut actions),
            Mode::Strengths => strengths(ui, context, palette, typing, &mut actions),
        }
        focus::follow(ui);
    });
    actions
}

fn title(ui: &mut Ui, context: &PanelContext<'_>, palette: &Palette, actions: &mut Vec<Action>) {
    let name = bearer_name(context, &palette.bearer);
    let message = match palette.mode {
        Mode::Problems => Message::new("palette-title"),
        Mode::Strengths => Message::new("palette-title-strengths"),
    };
    let words = context.texts.say(&message.arg("name", name));
    ui.horizontal(|ui| {
        let words = text(words, 18.0, Weight::SemiBold).color(color(context.theme.ink));
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - ROOM_TO_CLOSE);
            ui.add(egui::Label::new(words).wrap());
        });
        at_end(ui, |ui| {
            if chip(ui, context.theme, &context.texts.get("palette-close"), Toggle::On).clicked() {
                actions.push(Action::Look(LookAction::ClosePopup));
            }
        });
    });
}

/// The search field. True when something was typed in it.
fn search_field(ui: &mut Ui, context: &PanelContext<'_>, palette: &mut Palette) -> bool {
    let label = context.texts.get("palette-search");
    let id = Id::unique("palette-search");
    // Tab goes on to what was put on last: the way there by all that can be chosen is long.
    let has_details = palette.has_details() && palette.query.is_empty();
    let is_in = ui.memory(|memory| memory.has_focus(id));
    if has_details && is_in && ui.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Tab)) {
        palette.wants_since = FRAMES_TO_SINCE;
    }
    let field = egui::TextEdit::singleline(&mut palette.query)
        .id(id)
        .lock_focus(has_details)
        .hint_text(label.clone())
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(12, 11))
        .align(egui::Align2::LEFT_CENTER)
        .show(ui)
        .response
        .response;
    field.widget_info(|| named_field(&palette.query, &label));
    if std::mem::take(&mut palette.wants_focus) {
        field.request_focus();
    }
    palette.entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if field.changed() {
        // What was told of before is not what is looked for now.
        palette.show_nothing();
    }
    field.changed()
}

fn problems(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let query = palette.query.trim().to_owned();
    if !query.is_empty() {
        // What is typed now goes before what was asked about.
        palette.own = None;
    }
    if let Some(words) = palette.own.clone() {
        if is_asked(context, palette, &words) {
            area_of_own_words(ui, context, palette, &words, actions);
            return;
        }
        palette.own = None;
    }
    if query.is_empty() {
        by_area(ui, context, palette, actions);
    } else {
        found_kinds(ui, context, palette, &query, actions);
    }
    details(ui, context, palette, typing, actions);
}

/// The life areas, and what belongs to the one that is open; else what is used most.
fn by_area(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    actions: &mut Vec<Action>,
) {
    let catalogue = context.catalogue;
    let of_kind = palette.kind.as_ref().and_then(|kind| {
        let row = catalogue.kind(kind.as_str()).map(|it| it.area.clone());
        row.or_else(|| context.map.own_kinds.get(kind)?.area_id().map(str::to_owned))
    });
    let open = palette.area.clone().or(of_kind);
    if let Some(area) = area_tiles(ui, context, open.as_deref()) {
        palette.area = Some(area);
        palette.kind = None;
    }
    ui.add_space(4.0);
    if let Some(area) = open.as_deref().and_then(|id| catalogue.area(id)) {
        let words = area.words.in_lang(context.texts.lang());
        let ink = color(context.theme.readable(context.theme.family(area.hue)));
        ui.label(text(words, 14.0, Weight::SemiBold).color(ink));
        let listed = catalogue.kinds_of(&area.id);
        let mut offers: Vec<Offer<'_>> =
            listed.filter_map(|kind| Offer::of_list(context, kind, None)).collect();
        offers.extend(own_kinds(context, |own| own.area_id() == Some(area.id.as_str())));
        kind_chips(ui, context, palette, (&offers, Answer::default()), actions);
        return;
    }
    let digits = palette.digits.clone();
    let offers = numbered(context, &digits);
    if !offers.is_empty() {
        caption(ui, context.theme, context.texts.get("palette-frequent"));
        kind_chips(ui, context, palette, (&offers, Answer::default()), actions);
    }
    let own = own_kinds(context, |_| true);
    if !own.is_empty() {
        ui.add_space(4.0);
        caption(ui, context.theme, context.texts.get("palette-own-kinds"));
        kind_chips(ui, context, palette, (&own, Answer::default()), actions);
    }
}

/// So many kinds are found, and so many strengths and skills beside them.
const MOST: usize = 12;
const MOST_OTHERS: usize = 6;

/// What the list has for `query`, and the words themselves.
fn found_kinds(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    query: &str,
    actions: &mut Vec<Action>,
) {
    let sought = sought(query, context.texts.lang(), context.today);
    let last = last_answered(context, (&palette.bearer, palette.last.as_ref()), query);
    let (mut offers, own_answer) = match last.filter(|_| sought.rows.is_empty()) {
        Some((offer, answer)) => (vec![offer], answer),
        None => own_found(context, query),
    };
    let answer = if offers.is_empty() { sought.answer } else { own_answer };
    let has_own = !offers.is_empty();
    let listed = sought.rows.iter().filter_map(|row| match row {
        Row::Kind(kind) => Offer::of_list(context, kind, None),
        _ => None,
    });
    offers.extend(listed.take(MOST));
    // What is strong, or a skill, stands first where it has the words best, and Enter takes it:
    // "diploma", "plannen".
    let is_kind = |row: &Row<'_>| matches!(row, Row::Kind(_));
    let best = sought.rows.iter().find(|row| is_kind(row) || is_other(row));
    let is_first = offers.is_empty() || !has_own && best.is_some_and(is_other);
    if is_first {
        let is_any = others(ui, context, palette, &sought, actions);
        if offers.is_empty() && !is_any {
            caption(ui, context.theme, context.texts.get("palette-nothing"));
        } else {
            palette.entered = false;
        }
    }
    if let Some(first) = offers.first() {
        if std::mem::take(&mut palette.entered) {
            tap_kind(context, palette, &first.id, answer, actions);
            palette.go_on();
        }
        answer_caption(ui, context, answer);
        kind_chips(ui, context, palette, (&offers, answer), actions);
        if !is_first {
            others(ui, context, palette, &sought, actions);
        }
    }
    ui.add_space(8.0);
    let own = palette.as_own_words(query, context.today);
    if own_words_chip(ui, context, &own) || std::mem::take(&mut palette.entered) {
        let taken = palette.take_own_words(own);
        actions.push(taken);
    }
}

/// Is it a strength or a skill?
const fn is_other(row: &Row<'_>) -> bool {
    matches!(row, Row::Strength(_) | Row::Skill(_))
}

/// What else has the words that are typed: strengths, and skills with how they go. Says whether there
/// is any; Enter takes the first.
fn others(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    sought: &Sought,
    actions: &mut Vec<Action>,
) -> bool {
    let strengths: Vec<&str> = (sought.rows.iter().copied())
        .filter(|row| matches!(row, Row::Strength(_)))
        .map(Row::id)
        .take(MOST_OTHERS)
        .collect();
    let skills = sought.rows.iter().filter_map(|row| match row {
        Row::Skill(skill) => Some(*skill),
        _ => None,
    });
    let mut skills: Vec<&ExecutiveSkill> = skills.take(MOST_OTHERS).collect();
    if person(context, &palette.bearer).is_none() {
        skills.clear();
    }
    // Enter takes what has the words best.
    let is_skill_best = sought.rows.iter().find(|row| is_other(row));
    let is_skill_best = matches!(is_skill_best, Some(Row::Skill(_))) && !skills.is_empty();
    let is_entered = std::mem::take(&mut palette.entered);
    if !strengths.is_empty() {
        caption(ui, context.theme, context.texts.get("person-strengths"));
        if !sought.answer.is_empty() {
            answer_caption(ui, context, sought.answer);
        }
        palette.entered = is_entered && !is_skill_best;
        strength_chips(ui, context, palette, (&strengths, sought.answer), actions);
    }
    palette.entered = is_entered && (is_skill_best || strengths.is_empty());
    let has_skills = !skills.is_empty();
    if has_skills {
        skill_rows(ui, context, palette, (&skills, sought.answer), actions);
    }
    let is_any = has_skills || !strengths.is_empty();
    palette.entered = is_entered && !is_any;
    is_any
}

/// The life areas; gives the one that was tapped.
fn area_tiles(ui: &mut Ui, context: &PanelContext<'_>, open: Option<&str>) -> Option<String> {
    let mut tapped = None;
    egui::Grid::new("areas").spacing(vec2(8.0, 8.0)).show(ui, |ui| {
        for (at, area) in context.catalogue.areas().iter().enumerate() {
            if area_tile(ui, context, area, Toggle::from(open == Some(area.id.as_str()))) {
                tapped = Some(area.id.clone());
            }
            if at % 4 == 3 {
                ui.end_row();
            }
        }
    });
    tapped
}

/// A life area with icon and word. True when tapped.
fn area_tile(ui: &mut Ui, context: &PanelContext<'_>, area: &Area, open: Toggle) -> bool {
    let open = open == Toggle::On;
    let theme = context.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(94.0, 70.0), Sense::click());
    let hue = theme.family(area.hue);
    let (fill, stroke) = if open {
        (theme.tint(hue), Stroke::new(1.5, color(hue)))
    } else if response.hovered() || response.has_focus() {
        (theme.band, Stroke::new(1.0, color(theme.hairline)))
    } else {
        (theme.panel, Stroke::new(1.0, color(theme.hairline)))
    };
    ui.painter().rect(rect, CornerRadius::same(8), color(fill), stroke, StrokeKind::Inside);
    let mut inside = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(3.0, 7.0)))
            .layout(egui::Layout::top_down(egui::Align::Center)),
    );
    inside.spacing_mut().item_spacing.y = 4.0;
    tile(&mut inside, theme, &area.icon, area_color(theme, area), 24.0);
    let words = area.words.in_lang(context.texts.lang());
    let label = text(words, 11.0, Weight::SemiBold).color(color(theme.ink));
    inside.add(egui::Label::new(label).selectable(false).wrap().halign(egui::Align::Center));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, open, words));
    response.clicked()
}

/// Is it asked where own words belong? Not of what was taken back, nor of what has its place.
fn is_asked(context: &PanelContext<'_>, palette: &Palette, words: &str) -> bool {
    let called = words.trim().to_lowercase();
    let entries = context.map.entries_on(&palette.bearer).iter();
    let mut own = entries.filter_map(|entry| context.map.own_kinds.get(&entry.kind));
    own.any(|own| own.area.is_none() && own.label.trim().to_lowercase() == called)
}

/// Which life area own words belong to is asked, never assumed: it says what they weave with.
fn area_of_own_words(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    words: &str,
    actions: &mut Vec<Action>,
) {
    let question = context.texts.say(&Message::new("palette-which-area").arg("words", words));
    ui.label(text(question, 15.0, Weight::SemiBold).color(color(context.theme.ink)));
    ui.add_space(6.0);
    let tapped = area_tiles(ui, context, None).and_then(|id| KindId::new(&id));
    ui.add_space(8.0);
    let none = chip(ui, context.theme, &context.texts.get("palette-no-area"), Toggle::Off);
    let is_answered = none.clicked() || tapped.is_some();
    if let Some(area) = tapped
        && let Some((kind, own)) = context
            .map
            .entries_on(&palette.bearer)
            .iter()
            .rev()
            .filter_map(|entry| context.map.own_kinds.get_key_value(&entry.kind))
            .find(|(_, own)| own.label.trim().to_lowercase() == words.trim().to_lowercase())
    {
        let own = OwnKind { area: Some(area), ..own.clone() };
        actions.push(Action::Edit(EditAction::Do(Command::PutOwnKind(kind.clone(), own))));
    }
    if is_answered {
        palette.own = None;
        // Whoever goes on typing goes on searching.
        palette.wants_focus = true;
    }
}

/// Since when, does it play now, yes or maybe or no: for the entry that was tapped last.
fn details(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    if palette.strength.is_some() {
        strength_details(ui, context, palette, typing, actions);
        return;
    }
    if palette.skill.is_some() {
        skill_details(ui, context, palette, actions);
        return;
    }
    let is_wanted = 0 < palette.wants_since;
    palette.wants_since = palette.wants_since.saturating_sub(1);
    let entries = context.map.entries_on(&palette.bearer);
    let wanted = palette.kind.as_ref();
    let Some(entry) = entries.iter().rev().find(|entry| Some(&entry.kind) == wanted).cloned()
    else {
        return;
    };
    if is_wanted {
        palette.wants_since = 0;
        let first = if entry.said == Said::No { EntryField::Words } else { EntryField::Since };
        typing.want(&Field::Entry(entry.id.clone(), first));
    }
    ui.add_space(8.0);
    ui.separator();
    heading(ui, context, &entry_words(context, &entry));
    entry_fields(ui, context, typing, (&palette.bearer, &entry), actions);
}
