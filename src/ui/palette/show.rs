//! What the palette shows.

use egui::{CornerRadius, Key, Sense, Stroke, StrokeKind, Ui, vec2};

use super::answer::{Answer, answered, has_kind};
use super::strengths::{strength_chips, strength_details, strengths};
use super::{FRAMES_TO_SINCE, Mode, Palette};
use crate::catalogue::{Area, Entry as Row, ExecutiveSkill, ProblemKind};
use crate::document::Command;
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Bearer, Entry, EntryField, Field, GoingOn, KindId, OwnKind, Party, Said};
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::inspector::{entry_fields, party_words, skill_choice};
use crate::ui::style::{area_color, color};
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, chip, icon_chip, tile};
use crate::ui::writing::named_field;
use crate::ui::{Action, EditAction, LookAction, NewEntry, focus, frequent, homes};

/// How wide the palette is, in points.
pub const WIDTH: f32 = 448.0;

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
    let is_searched = palette.wants_focus;
    search_field(ui, context, palette);
    ui.add_space(6.0);
    // A floating area takes the height it had before, so it must be told how high it may become.
    let room = (ui.ctx().content_rect().height() - 260.0).clamp(160.0, 580.0);
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

/// Whom, or what, words are put on: "Peter & Anja".
pub(in crate::ui) fn bearer_name(context: &PanelContext<'_>, bearer: &Bearer) -> String {
    match bearer {
        Bearer::Person(id) => context.name(id),
        Bearer::Union(id) => {
            let partners = context.map.union(id).map(|union| union.partners.as_slice());
            let names: Vec<String> =
                partners.unwrap_or_default().iter().map(|id| context.name(id)).collect();
            names.join(" & ")
        }
        Bearer::Household(id) => {
            context.map.households.get(id).map(|it| homes::name(context, it)).unwrap_or_default()
        }
        Bearer::Relation(id) => {
            let relation = context.map.relations.get(id);
            let ends = relation.map(|it| [Party::Person(it.from.clone()), it.to.clone()]);
            let names = ends.into_iter().flatten().map(|party| party_words(context, &party));
            names.collect::<Vec<_>>().join(" & ")
        }
    }
}

fn title(ui: &mut Ui, context: &PanelContext<'_>, palette: &Palette, actions: &mut Vec<Action>) {
    let name = bearer_name(context, &palette.bearer);
    let message = match palette.mode {
        Mode::Problems => Message::new("palette-title"),
        Mode::Strengths => Message::new("palette-title-strengths"),
    };
    let words = context.texts.say(&message.arg("name", name));
    ui.horizontal(|ui| {
        ui.label(text(words, 18.0, Weight::SemiBold).color(color(context.theme.ink)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if chip(ui, context.theme, &context.texts.get("palette-close"), Toggle::On).clicked() {
                actions.push(Action::Look(LookAction::ClosePopup));
            }
        });
    });
}

/// The search field.
fn search_field(ui: &mut Ui, context: &PanelContext<'_>, palette: &mut Palette) {
    let label = context.texts.get("palette-search");
    let field = egui::TextEdit::singleline(&mut palette.query)
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
}

fn problems(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let catalogue = context.catalogue;
    let query = palette.query.trim().to_owned();
    if !query.is_empty() {
        // What is typed now goes before what was asked about.
        palette.own = None;
    }
    if let Some(words) = palette.own.clone() {
        area_of_own_words(ui, context, palette, &words, actions);
        return;
    }
    if query.is_empty() {
        let of_kind = palette.kind.as_ref().and_then(|kind| catalogue.kind(kind.as_str()));
        let open = palette.area.clone().or(of_kind.map(|kind| kind.area.clone()));
        if let Some(area) = area_tiles(ui, context, open.as_deref()) {
            palette.area = Some(area);
            palette.kind = None;
        }
        if let Some(area) = open.as_deref().and_then(|id| catalogue.area(id)) {
            ui.add_space(4.0);
            let words = area.words.in_lang(context.texts.lang());
            let ink = color(context.theme.readable(context.theme.family(area.hue)));
            ui.label(text(words, 14.0, Weight::SemiBold).color(ink));
            let kinds = catalogue.kinds_of(&area.id).map(|kind| (None, kind));
            kind_chips(ui, context, palette, (kinds, None), actions);
        } else if !palette.digits.is_empty() {
            ui.add_space(4.0);
            caption(ui, context.theme, context.texts.get("palette-frequent"));
            let digits = palette.digits.clone();
            let kinds = frequent::numbered(&digits, catalogue);
            let kinds = kinds.map(|(n, kind)| (Some(n), kind));
            kind_chips(ui, context, palette, (kinds, None), actions);
        }
    } else {
        found_kinds(ui, context, palette, &query, actions);
    }
    details(ui, context, palette, typing, actions);
}

/// What the list has for `query`, and the words themselves.
fn found_kinds(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    query: &str,
    actions: &mut Vec<Action>,
) {
    let lang = context.texts.lang();
    let answer = answered(query).filter(|(words, _)| has_kind(context.catalogue, words, lang));
    let (words, answer) = answer.map_or((query, None), |(words, answer)| (words, Some(answer)));
    let found = context.catalogue.search(words, lang);
    let kinds = found.iter().filter_map(|row| match row {
        Row::Kind(kind) => Some(*kind),
        _ => None,
    });
    let kinds: Vec<&ProblemKind> = kinds.take(12).collect();
    if kinds.is_empty() {
        let is_other = others(ui, context, palette, &found, actions);
        if !is_other {
            caption(ui, context.theme, context.texts.get("palette-nothing"));
        }
        if palette.entered && !is_other {
            add_own_words(palette, query, actions);
        }
    } else {
        // What is strong stands first, and Enter takes it, where it has the words best: "diploma".
        let best = found.iter().find(|row| matches!(row, Row::Kind(_) | Row::Strength(_)));
        let is_strong = answer.is_none() && matches!(best, Some(Row::Strength(_)));
        if is_strong {
            others(ui, context, palette, &found, actions);
            palette.entered = false;
        }
        if palette.entered
            && let Some(first) = kinds.first()
        {
            tap_kind(context, palette, &first.id, answer, actions);
            palette.query.clear();
            if answer.is_some_and(|(said, _)| said == Said::No) {
                // Of what is not there is nothing more to tell: the next one.
                palette.wants_focus = true;
            } else {
                palette.wants_since = FRAMES_TO_SINCE;
            }
        }
        caption(ui, context.theme, context.texts.get(words_for(answer)));
        let rows = kinds.into_iter().map(|kind| (None, kind));
        kind_chips(ui, context, palette, (rows, answer), actions);
        palette.entered = false;
        if !is_strong {
            others(ui, context, palette, &found, actions);
        }
    }
    ui.add_space(8.0);
    let own = Message::new("palette-in-own-words").arg("words", query);
    if chip(ui, context.theme, &context.texts.say(&own), Toggle::Off).clicked() {
        add_own_words(palette, query, actions);
    }
}

/// What stands above problems that are found with `answer`.
const fn words_for(answer: Option<Answer>) -> &'static str {
    match answer {
        None => "palette-answers",
        Some((Said::No, _)) => "said-no",
        Some((Said::Maybe, _)) => "said-maybe",
        Some((Said::Yes, GoingOn::Now)) => "going-on-now",
        Some((Said::Yes, _)) => "going-on-before",
    }
}

/// So many strengths and skills are found beside problems.
const MOST_OTHERS: usize = 6;

/// What else has the words that are typed: strengths, and skills with how they go. Says whether there
/// is any; Enter takes the first strength.
fn others(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    found: &[Row<'_>],
    actions: &mut Vec<Action>,
) -> bool {
    let strengths: Vec<&str> = (found.iter().copied())
        .filter(|row| matches!(row, Row::Strength(_)))
        .map(Row::id)
        .take(MOST_OTHERS)
        .collect();
    if !strengths.is_empty() {
        caption(ui, context.theme, context.texts.get("person-strengths"));
        strength_chips(ui, context, palette, &strengths, actions);
    }
    let skills = found.iter().filter_map(|row| match row {
        Row::Skill(skill) => Some(*skill),
        _ => None,
    });
    let skills: Vec<&ExecutiveSkill> = skills.take(MOST_OTHERS).collect();
    let person = match &palette.bearer {
        Bearer::Person(id) => context.map.person(id).map(|it| (id, it)),
        _ => None,
    };
    let Some((id, person)) = person else { return !strengths.is_empty() };
    for skill in &skills {
        caption(ui, context.theme, skill.words.in_lang(context.texts.lang()).to_owned());
        skill_choice(ui, context, id, person, skill, actions);
    }
    !strengths.is_empty() || !skills.is_empty()
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

/// Kinds as chips, each with its digit when it has one; filled when it is there.
fn kind_chips<'a>(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    palette: &mut Palette,
    (kinds, answer): (impl Iterator<Item = (Option<usize>, &'a ProblemKind)>, Option<Answer>),
    actions: &mut Vec<Action>,
) {
    let entries = context.map.entries_on(&palette.bearer);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (digit, kind) in kinds {
            let is_it = |entry: &Entry| entry.kind.as_str() == kind.id && entry.said != Said::No;
            let on = entries.iter().any(is_it);
            let hue = context.catalogue.area(&kind.area).map(|it| context.theme.family(it.hue));
            let look = (kind.icon.as_str(), hue.unwrap_or(context.theme.ink));
            let words = kind.words.in_lang(context.texts.lang());
            let words = digit.map_or(words.to_owned(), |digit| format!("{digit}  {words}"));
            if icon_chip(ui, context.theme, look, &words, Toggle::from(on)).clicked() {
                tap_kind(context, palette, &kind.id, answer, actions);
            }
        }
    });
}

/// A kind that is not there yet is put on; one that is there is opened, and has the answer that was
/// typed with it.
fn tap_kind(
    context: &PanelContext<'_>,
    palette: &mut Palette,
    kind: &str,
    answer: Option<Answer>,
    actions: &mut Vec<Action>,
) {
    let Some(kind) = KindId::new(kind) else { return };
    let there = context.map.entries_on(&palette.bearer).iter().find(|entry| entry.kind == kind);
    let bearer = palette.bearer.clone();
    match (there, answer) {
        (None, answer) => {
            let (said, going_on) = answer.unwrap_or((Said::Yes, GoingOn::Unknown));
            let new = NewEntry { said, going_on, ..NewEntry::yes(kind.clone()) };
            actions.push(Action::Edit(EditAction::AddEntry(bearer, new)));
        }
        (Some(entry), Some((said, going_on))) => {
            let entry = Entry { said, going_on, ..entry.clone() };
            let put = Command::PutEntry(bearer, Box::new(entry));
            actions.push(Action::Edit(EditAction::Do(put)));
        }
        (Some(_), None) => {}
    }
    palette.kind = Some(kind);
    palette.strength = None;
}

/// Own words are on the map at once, in no life area; then it is asked where they belong.
fn add_own_words(palette: &mut Palette, words: &str, actions: &mut Vec<Action>) {
    let (on, label) = (palette.bearer.clone(), words.to_owned());
    actions.push(Action::Edit(EditAction::AddOwnKind { on, label }));
    palette.own = Some(words.to_owned());
    palette.query.clear();
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
            .find(|(_, own)| own.label == words)
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
    entry_fields(ui, context, typing, (&palette.bearer, &entry), actions);
}
