//! The list on the screen: one tab stop, arrows inside, a name and a sentence for every cell.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    CornerRadius, Event, EventFilter, Id, Key, Modifiers, Pos2, Rect, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::rows::{ListRow, Listed, Thing, is_of_no_life};
use crate::catalogue::{Catalogue, Entry as Row};
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::model::{Bearer, Field, Gender, PersonField, PersonId, Subject};
use crate::shown::Names;
use crate::ui::canvas::name_text_ui;
use crate::ui::context::PanelContext;
use crate::ui::fonts::{family, icon_family};
use crate::ui::row_end::at_end;
use crate::ui::session::Session;
use crate::ui::style::{Look, area_color, button, color};
use crate::ui::terms::ListColumn;
use crate::ui::widgets::caption;
use crate::ui::{Action, EditAction, LookAction};

/// The height of a row, in points: a finger hits it.
const ROW: f32 = 44.0;
/// The height of the name of a generation, in points.
const GROUP: f32 = 30.0;
/// Free space at the left and right, in points.
const MARGIN: f32 = 24.0;
/// Room for the keys in words and the button beside them, in points.
const KEYS: f32 = 620.0;

/// A column: where it begins and how wide it is.
#[derive(Clone, Copy, Debug)]
struct Place {
    column: ListColumn,
    left: f32,
    width: f32,
}

/// Shows the list over the whole of `ui`.
pub(in crate::ui) fn list_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    listed: &Listed,
    session: &mut Session,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let places = places(ui.available_width());
    head(ui, context, listed, &mut actions);
    titles(ui, context, &places);
    actions.extend(keys(ui, context, listed, session));
    let heights: f32 = listed.groups.iter().map(|(_, rows)| GROUP + ROW * small(rows.len())).sum();
    let sought = session.list_sought.take();
    ScrollArea::vertical().id_salt("list").auto_shrink(false).show_viewport(ui, |ui, view| {
        grid(ui, context, listed, session);
        ui.set_height(heights + ROW);
        let origin = ui.min_rect().min;
        let mut y = 0.0;
        for (title, rows) in &listed.groups {
            group(
                ui,
                context,
                (title, rows.len()),
                Rect::from_min_size(
                    pos2(origin.x, origin.y + y),
                    vec2(ui.available_width(), GROUP),
                ),
            );
            y += GROUP;
            for (at, row) in rows.iter().enumerate() {
                let rect = Rect::from_min_size(
                    pos2(origin.x, origin.y + y),
                    vec2(ui.available_width(), ROW),
                );
                if sought.as_ref() == Some(&row.id) {
                    ui.scroll_to_rect(rect.expand2(vec2(0.0, ROW)), None);
                }
                let is_seen = y + ROW >= view.top() && y <= view.bottom();
                if is_seen || session.person() == Some(&row.id) {
                    let line = Line { row, rect, number: (at + 1, rows.len()) };
                    line_ui(ui, context, (&line, &places), session, &mut actions);
                }
                y += ROW;
            }
        }
    });
    take_keyboard(ui, session);
    actions
}

#[expect(clippy::cast_precision_loss, reason = "rows on a screen")]
const fn small(n: usize) -> f32 {
    n as f32
}

/// The columns that there is room for.
fn places(width: f32) -> Vec<Place> {
    use ListColumn::{Home, Kin, Name, Problems, Strengths, Ties, Years};
    let room = (width - 2.0 * MARGIN).max(200.0);
    let shares: &[(ListColumn, f32)] = if 1150.0 <= width {
        &[
            (Name, 0.13),
            (Kin, 0.12),
            (Years, 0.09),
            (Home, 0.10),
            (Problems, 0.27),
            (Strengths, 0.14),
            (Ties, 0.15),
        ]
    } else if 820.0 <= width {
        &[(Name, 0.16), (Kin, 0.14), (Years, 0.12), (Problems, 0.36), (Strengths, 0.22)]
    } else {
        &[(Name, 0.24), (Years, 0.18), (Problems, 0.36), (Strengths, 0.22)]
    };
    let mut left = MARGIN;
    let place = |&(column, share): &(ListColumn, f32)| {
        let place = Place { column, left, width: share * room };
        left += place.width;
        place
    };
    shares.iter().map(place).collect()
}

/// How many there are, and a button for one more.
fn head(ui: &mut Ui, context: &PanelContext<'_>, listed: &Listed, actions: &mut Vec<Action>) {
    let texts = context.texts;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.add_space(MARGIN);
        let count = Message::new("list-count").count("people", listed.people().count());
        caption(ui, context.theme, texts.say(&count.count("generations", listed.groups.len())));
        // Where there is no room for both, the button is what somebody needs.
        if KEYS < ui.available_width() {
            caption(ui, context.theme, texts.get("list-keys"));
        }
        at_end(ui, |ui| {
            let words = texts.get("list-add");
            if button(ui, context.theme, Look::Quiet, "plus", &words).clicked() {
                actions.push(Action::Edit(EditAction::AddLoose));
            }
            ui.add_space(MARGIN);
        });
    });
}

fn titles(ui: &mut Ui, context: &PanelContext<'_>, places: &[Place]) {
    let theme = context.theme;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    for place in places {
        let words = context.texts.get(title_of(place.column));
        let at = pos2(rect.left() + place.left + 6.0, rect.center().y);
        let font = egui::FontId::new(13.5, family(Weight::SemiBold));
        ui.painter().text(at, egui::Align2::LEFT_CENTER, words, font, color(theme.soft_ink));
    }
    let stroke = Stroke::new(1.5, color(theme.hairline));
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
}

const fn title_of(column: ListColumn) -> &'static str {
    match column {
        ListColumn::Name => "list-name",
        ListColumn::Kin => "list-kin",
        ListColumn::Years => "list-years",
        ListColumn::Home => "list-home",
        ListColumn::Problems => "list-problems",
        ListColumn::Strengths => "list-strengths",
        ListColumn::Ties => "list-ties",
    }
}

fn group(ui: &Ui, context: &PanelContext<'_>, (title, n): (&str, usize), rect: Rect) {
    let theme = context.theme;
    ui.painter().rect_filled(rect, CornerRadius::ZERO, color(theme.band));
    let font = egui::FontId::new(13.5, family(Weight::SemiBold));
    let ink = color(theme.soft_ink);
    let left = pos2(rect.left() + MARGIN + 6.0, rect.center().y);
    ui.painter().text(left, egui::Align2::LEFT_CENTER, title, font.clone(), ink);
    let right = pos2(rect.right() - MARGIN, rect.center().y);
    ui.painter().text(right, egui::Align2::RIGHT_CENTER, n, font, ink);
    let response = ui.interact(rect, Id::unique(("list-group", title)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, title));
}

/// A row on the screen.
struct Line<'l> {
    row: &'l ListRow,
    rect: Rect,
    /// Which of its generation, counted from 1, and of how many.
    number: (usize, usize),
}

/// What has the keyboard: the list as a whole, wherever in it one is. So no key is lost on the way
/// from one cell to the next.
fn grid_id() -> Id {
    Id::unique("list-grid")
}

/// The node of the list, which says the cell that one is in.
fn grid(ui: &Ui, context: &PanelContext<'_>, listed: &Listed, session: &Session) {
    let response = ui.interact(ui.clip_rect(), grid_id(), Sense::focusable_noninteractive());
    let here = listed.groups.iter().find_map(|(_, rows)| {
        let at = rows.iter().position(|row| session.person() == Some(&row.id))?;
        let line = Line { row: rows.get(at)?, rect: Rect::NOTHING, number: (at + 1, rows.len()) };
        Some(spoken(context, &line, session.list_column))
    });
    let said = here.unwrap_or_else(|| context.texts.get("bar-list"));
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &said));
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(grid_id(), filter));
}

fn cell_id(id: &PersonId, column: ListColumn) -> Id {
    Id::unique(("list-cell", id.as_str(), column))
}

fn line_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    (line, places): (&Line<'_>, &[Place]),
    session: &mut Session,
    actions: &mut Vec<Action>,
) {
    let theme = context.theme;
    let is_selected = session.person() == Some(&line.row.id);
    if is_selected {
        let fill = color(theme.accent.with_opacity(0.10));
        ui.painter().rect_filled(line.rect, CornerRadius::ZERO, fill);
        let edge = Rect::from_min_size(line.rect.min, vec2(5.0, ROW));
        ui.painter().rect_filled(edge, CornerRadius::ZERO, color(theme.accent));
    }
    let stroke = Stroke::new(1.0, color(theme.hairline));
    ui.painter().hline(line.rect.x_range(), line.rect.bottom(), stroke);
    for place in places {
        let rect = Rect::from_min_size(
            pos2(line.rect.left() + place.left, line.rect.top()),
            vec2(place.width, ROW),
        );
        let is_here = is_selected && session.list_column == place.column;
        let response = ui.interact(rect, cell_id(&line.row.id, place.column), Sense::CLICK);
        let said = spoken(context, line, place.column);
        response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_here, &said));
        cell(ui, context, (line.row, place.column), rect);
        if is_here && ui.memory(|memory| memory.has_focus(grid_id())) {
            let stroke = Stroke::new(2.5, color(theme.accent));
            let radius = CornerRadius::same(8);
            ui.painter().rect_stroke(rect.shrink(2.0), radius, stroke, StrokeKind::Inside);
        }
        if response.clicked() {
            session.list_column = place.column;
            if is_selected {
                actions.push(opened(context, &line.row.id, place.column));
            } else {
                let this = Subject::Person(line.row.id.clone());
                actions.push(Action::Look(LookAction::Select(Some(this))));
            }
        }
        if place.column == ListColumn::Name
            && session.naming.as_ref().is_some_and(|it| it.person == line.row.id)
        {
            let place = Rect::from_min_size(rect.min, vec2(rect.width().max(300.0), ROW));
            name_text_ui(ui, context, place, session, actions);
        }
    }
}

/// What a cell does when it is asked for: Enter, or a tap on where one is.
fn opened(context: &PanelContext<'_>, id: &PersonId, column: ListColumn) -> Action {
    let of = Bearer::Person(id.clone());
    let has_life = context.map.person(id).is_some_and(|it| !is_of_no_life(it));
    Action::Look(match column {
        ListColumn::Name if context.names == Names::Shown => LookAction::EditName(id.clone()),
        ListColumn::Problems if has_life => LookAction::OpenPalette(of),
        ListColumn::Strengths if has_life => LookAction::OpenStrengths(of),
        ListColumn::Years => LookAction::WriteIn(Field::Person(id.clone(), PersonField::Born)),
        _ => LookAction::Cross,
    })
}

/// Arrows go from cell to cell, Enter opens one.
fn keys(
    ui: &Ui,
    context: &PanelContext<'_>,
    listed: &Listed,
    session: &mut Session,
) -> Vec<Action> {
    let selected = session.person().cloned();
    let focused = ui.memory(egui::Memory::focused);
    let is_in = focused == Some(grid_id());
    if session.naming.is_some() || !(is_in || focused.is_none()) || session.palette.is_some() {
        return Vec::new();
    }
    let pressed = |key: Key| {
        let is = |event: &Event| {
            matches!(event, Event::Key { key: it, pressed: true, modifiers, .. }
                if *it == key && modifiers.is_none())
        };
        ui.input(|input| input.events.iter().any(is))
    };
    let take = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let columns: Vec<ListColumn> =
        places(ui.available_width()).into_iter().map(|place| place.column).collect();
    let at = columns.iter().position(|it| *it == session.list_column).unwrap_or_default();
    let people: Vec<&PersonId> = listed.people().map(|row| &row.id).collect();
    let row = selected.as_ref().and_then(|id| people.iter().position(|it| *it == id));
    let mut to_row = None;
    let mut to_column = None;
    for (key, step) in [(Key::ArrowUp, -1_isize), (Key::ArrowDown, 1)] {
        if pressed(key) && take(key) {
            let next = row.map_or(Some(0), |at| at.checked_add_signed(step));
            to_row = next.and_then(|at| people.get(at)).map(|id| (*id).clone());
        }
    }
    for (key, step) in [(Key::ArrowLeft, -1_isize), (Key::ArrowRight, 1)] {
        if pressed(key) && take(key) {
            to_column = at.checked_add_signed(step).and_then(|at| columns.get(at)).copied();
        }
    }
    if pressed(Key::Home) && take(Key::Home) {
        to_row = people.first().map(|id| (*id).clone());
    }
    if pressed(Key::End) && take(Key::End) {
        to_row = people.last().map(|id| (*id).clone());
    }
    if let Some(column) = to_column {
        session.list_column = column;
        session.focus_selection = true;
    }
    if let Some(id) = to_row {
        session.list_sought = Some(id.clone());
        return vec![Action::Look(LookAction::Select(Some(Subject::Person(id))))];
    }
    if is_in && pressed(Key::Enter) && take(Key::Enter) {
        let opened = selected.map(|id| opened(context, &id, session.list_column));
        return opened.into_iter().collect();
    }
    Vec::new()
}

/// Whoever is selected has the keyboard, where it is wanted.
fn take_keyboard(ui: &Ui, session: &mut Session) {
    if session.naming.is_some() || !std::mem::take(&mut session.focus_selection) {
        return;
    }
    if session.person().is_some() {
        ui.memory_mut(|memory| memory.request_focus(grid_id()));
    }
    session.panel.leave();
}

/// What stands in a cell.
fn cell(ui: &Ui, context: &PanelContext<'_>, (row, column): (&ListRow, ListColumn), rect: Rect) {
    let theme = context.theme;
    let inner = rect.shrink2(vec2(6.0, 0.0));
    let painter = ui.painter().with_clip_rect(inner.intersect(ui.clip_rect()));
    let line = |words: &str, weight: Weight, at: Pos2| {
        let font = egui::FontId::new(14.0, family(weight));
        let words = if words.is_empty() { "?" } else { words };
        let job = LayoutJob {
            wrap: TextWrapping::truncate_at_width(inner.right() - at.x),
            ..LayoutJob::simple_singleline(words.to_owned(), font, color(theme.ink))
        };
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let top = at.y - galley.size().y / 2.0;
        painter.galley(pos2(at.x, top), galley, color(theme.ink));
    };
    let middle = inner.left_center();
    match column {
        ListColumn::Name => {
            let gender = context.map.person(&row.id).map(|it| it.gender).unwrap_or_default();
            symbol(&painter, gender, middle + vec2(9.0, 0.0), Stroke::new(1.8, color(theme.ink)));
            line(&context.name(&row.id), Weight::SemiBold, middle + vec2(27.0, 0.0));
        }
        ListColumn::Kin => line_or_nothing(&row.kin, |words| line(words, Weight::Regular, middle)),
        ListColumn::Years => line(&row.years, Weight::Regular, middle),
        ListColumn::Home => line(&row.home, Weight::Regular, middle),
        ListColumn::Ties => {
            line_or_nothing(&row.ties, |words| line(words, Weight::Regular, middle));
        }
        ListColumn::Problems if row.problems.is_empty() => {
            let is_asked = context.map.person(&row.id).is_some_and(|it| !is_of_no_life(it));
            if is_asked && is_grown(context, &row.id) {
                line("", Weight::Regular, middle);
            }
        }
        ListColumn::Problems => things(ui, context, &painter, &row.problems, inner),
        ListColumn::Strengths => things(ui, context, &painter, &row.strengths, inner),
    }
}

fn line_or_nothing(words: &str, line: impl FnOnce(&str)) {
    if !words.is_empty() {
        line(words);
    }
}

/// Of whom it is worth a question that nothing is known: twelve years or older.
fn is_grown(context: &PanelContext<'_>, id: &PersonId) -> bool {
    let age = context.map.person(id).and_then(|it| it.age_on(context.today));
    age.is_none_or(|age| 12 <= age.hi)
}

fn symbol(painter: &egui::Painter, gender: Gender, at: Pos2, stroke: Stroke) {
    let half = 7.0;
    let square = Rect::from_center_size(at, Vec2::splat(2.0 * half));
    match gender {
        Gender::Woman => {
            painter.circle_stroke(at, half, stroke);
        }
        Gender::Man => {
            painter.rect_stroke(square, CornerRadius::ZERO, stroke, StrokeKind::Middle);
        }
        Gender::NonBinary => {
            let radius = CornerRadius { nw: 7, ne: 7, sw: 0, se: 0 };
            painter.rect_stroke(square, radius, stroke, StrokeKind::Middle);
        }
        Gender::Unknown => {
            painter.rect_stroke(square, CornerRadius::same(4), stroke, StrokeKind::Middle);
        }
    }
}

/// A tile and its word for each; what has no room is counted.
fn things(
    ui: &Ui,
    context: &PanelContext<'_>,
    painter: &egui::Painter,
    things: &[Thing],
    rect: Rect,
) {
    let theme = context.theme;
    let mut x = rect.left();
    let font = egui::FontId::new(13.5, family(Weight::Regular));
    for (at, thing) in things.iter().enumerate() {
        let ink = if thing.is_now { theme.ink } else { theme.soft_ink };
        let galley = ui.painter().layout_no_wrap(thing.words.clone(), font.clone(), color(ink));
        let width = 22.0 + galley.size().x + 10.0;
        let left = things.len() - at;
        let is_last = left == 1;
        let room = rect.right() - if is_last { 0.0 } else { 30.0 };
        if 0 < at && room < x + width {
            let more = format!("+{left}");
            let at = pos2(x, rect.center().y);
            painter.text(at, egui::Align2::LEFT_CENTER, more, font, color(theme.soft_ink));
            return;
        }
        tile(context, painter, thing, pos2(x + 8.0, rect.center().y));
        let top = rect.center().y - galley.size().y / 2.0;
        painter.galley(pos2(x + 22.0, top), galley, color(ink));
        x += width;
    }
}

fn tile(context: &PanelContext<'_>, painter: &egui::Painter, thing: &Thing, at: Pos2) {
    let theme = context.theme;
    let catalogue = Catalogue::builtin();
    let row = thing.kind.as_ref().and_then(|id| catalogue.entry(id.as_str()));
    let fill = match row {
        Some(Row::Kind(kind)) => catalogue.hue(kind).map(|hue| color(theme.family(hue))),
        Some(Row::Strength(_)) => Some(color(theme.strength)),
        _ => None,
    };
    let area = catalogue.areas().first().map(|area| area_color(theme, area));
    let fill = fill.or(area).unwrap_or(color(theme.soft_ink));
    let fill = if thing.is_now { fill } else { fill.gamma_multiply(0.5) };
    let rect = Rect::from_center_size(at, Vec2::splat(17.0));
    painter.rect_filled(rect, CornerRadius::same(4), fill);
    if let Some(icon) = row.and_then(Row::icon).and_then(crate::catalogue::icon) {
        let font = egui::FontId::new(12.0, icon_family(IconStyle::Bold));
        let ink = color(theme.on_family);
        painter.text(at, egui::Align2::CENTER_CENTER, icon, font, ink);
    }
}

/// "Kim, jij. Wat speelt er: schulden vanaf 19. Rij 5 van 6."
fn spoken(context: &PanelContext<'_>, line: &Line<'_>, column: ListColumn) -> String {
    let (row, texts) = (line.row, context.texts);
    let list =
        |things: &[Thing]| things.iter().map(|it| it.words.as_str()).collect::<Vec<_>>().join("; ");
    let what = match column {
        ListColumn::Name => context.name(&row.id),
        ListColumn::Kin => row.kin.clone(),
        ListColumn::Years => row.years.clone(),
        ListColumn::Home => row.home.clone(),
        ListColumn::Problems => list(&row.problems),
        ListColumn::Strengths => list(&row.strengths),
        ListColumn::Ties => row.ties.clone(),
    };
    let what = if what.is_empty() { texts.get("list-unknown") } else { what };
    let kin = if row.kin.is_empty() { "none" } else { row.kin.as_str() };
    let (at, of) = line.number;
    let message = Message::new("list-cell").arg("name", context.name(&row.id)).arg("kin", kin);
    let message = message.arg("title", texts.get(title_of(column))).arg("what", what);
    texts.say(&message.count("at", at).count("of", of))
}
