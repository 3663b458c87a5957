//! Rows of the table of actions, as buttons below one another.

use egui::{Button, Stroke, Ui, vec2};

use super::Action;
use super::action::{Id, Row, Situation, table};
use super::context::PanelContext;
use super::style::{TAP, color};
use super::widgets::from_top;

/// Room that a menu leaves free above and below it, in points.
pub(super) const AROUND: f32 = 32.0;

/// What is behind "…".
pub(super) const MORE: &[Id] = &[
    Id::AddOneParent,
    Id::AddFosterChild,
    Id::AddAdoptedChild,
    Id::AddTwin,
    Id::OtherParents,
    Id::MoreParents,
    Id::JoinKin,
    Id::Related,
    Id::DrawLine,
    Id::LivesHere,
    Id::WhoHelps,
    Id::Lasso,
    Id::AddGoal,
    Id::Near,
    Id::Fold,
    Id::Unfold,
    Id::Rename,
    Id::LetGo,
    Id::FocusOn,
    Id::FocusOff,
    Id::AddLoose,
    Id::Remove,
];

/// Shows those of `ids` that can be now; gives back what is asked for. On a screen that is too low
/// for all of them they scroll: `kept` points of its height are for something else ([`AROUND`] at
/// least).
pub(super) fn menu_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    situation: &Situation<'_>,
    ids: &[Id],
    kept: f32,
) -> Vec<Action> {
    let most = (ui.ctx().content_rect().height() - kept).max(200.0);
    let rows = ids.iter().filter_map(|id| id.row());
    let scroll = from_top(ui, (), egui::ScrollArea::vertical().max_height(most));
    let shown = scroll.show(ui, |ui| {
        rows.filter_map(|row| row_ui(ui, context, situation, row)).flatten().collect()
    });
    shown.inner
}

/// One row, when it can be now; gives back what is asked for.
pub(super) fn row_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    situation: &Situation<'_>,
    row: &Row,
) -> Option<Vec<Action>> {
    let asked = row.asked(situation);
    if asked.is_empty() {
        return None;
    }
    let texts = context.texts;
    let button = Button::new(texts.get(row.words))
        .shortcut_text(row.key_words(texts.lang()))
        .min_size(vec2(220.0, TAP));
    ui.add(button).clicked().then_some(asked)
}

/// How a row of a list stands to the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Enter takes this one.
    pub is_next: bool,
}

/// One row over the whole width of a list; gives back what is asked for.
pub(super) fn listed_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    situation: &Situation<'_>,
    (row, place): (&Row, Place),
) -> Option<Vec<Action>> {
    let texts = context.texts;
    let mut button = Button::new(texts.get(row.words))
        .shortcut_text(row.key_words(texts.lang()))
        .min_size(vec2(ui.available_width(), TAP));
    if place.is_next {
        button = button.stroke(Stroke::new(2.0, color(context.theme.accent)));
    }
    let response = ui.add(button);
    if place.is_next {
        response.scroll_to_me(None);
    }
    response.clicked().then(|| row.asked(situation))
}

/// The rows that can be asked for by name: each once, without those that only keys make sense for.
pub(super) fn commands() -> impl Iterator<Item = &'static Row> {
    let by_key_only = [Id::Digit, Id::Walk, Id::Escape, Id::Commands];
    let is_first = |row: &&Row| row.id.row().is_some_and(|first| std::ptr::eq(first, *row));
    table().filter(is_first).filter(move |row| !by_key_only.contains(&row.id))
}
