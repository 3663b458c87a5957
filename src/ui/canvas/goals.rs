//! The flags of goals, as something that can be tapped, focused and read aloud: a tap opens the goal.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::parts;
use super::stage::Canvas;
use crate::i18n::Message;
use crate::model::{Goal, GoalId, GoalState, Whose};
use crate::ui::context::PanelContext;
use crate::ui::inspector::goal_words;
use crate::ui::session::Session;
use crate::ui::style::color;
use crate::ui::{Action, LookAction, homes};

/// A flag is tapped in a square of this side at least, in points, unless another stands closer.
const TAP: f32 = 26.0;

/// Every flag that is drawn.
pub(super) fn nodes(ui: &Ui, canvas: &Canvas<'_>, session: &Session, actions: &mut Vec<Action>) {
    if session.naming.is_some() {
        return;
    }
    let accent = color(canvas.panel.theme.accent);
    for ((id, nth), sign, tap) in holds(canvas, session) {
        let Some(goal) = canvas.panel.map.goals.get(id) else { continue };
        let node = egui::Id::unique(("goal", id.as_str(), nth));
        let response = ui.interact(tap, node, Sense::click());
        let is_open = session.open_goal(canvas.panel.map) == Some(id);
        let words = goal_told(&canvas.panel, goal);
        let places = canvas.derived.scene.goals.get(id).map_or(&[][..], Vec::as_slice);
        let words = match (&goal.whose, places.get(nth)) {
            (Whose::Household(home), Some(place)) => {
                let people = parts::housemates(canvas, home);
                parts::called(canvas, &words, (nth, places.len()), (people, *place))
            }
            _ => words,
        };
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &words));
        super::nodes::keep_arrows(ui, &response);
        if response.clicked() {
            actions.push(Action::Look(LookAction::OpenGoal(id.clone())));
        }
        if is_open || response.hovered() || (response.has_focus() && session.by_keys) {
            let around = sign.expand(3.0);
            let stroke = Stroke::new(2.0, accent);
            ui.painter().rect_stroke(around, CornerRadius::same(6), stroke, StrokeKind::Outside);
        }
    }
}

/// Every flag in sight: of which goal and the how manieth of it, where it is, and where it is tapped.
pub(super) fn holds<'c>(
    canvas: &'c Canvas<'_>,
    session: &Session,
) -> Vec<((&'c GoalId, usize), Rect, Rect)> {
    let flags = canvas.derived.scene.goals.iter();
    let flags = flags.flat_map(|(id, places)| (0..).zip(places).map(move |(n, it)| ((id, n), it)));
    let on_screen = flags.map(|(key, it)| (key, session.camera.screen_rect(canvas.rect.min, *it)));
    let mut seen: Vec<_> = on_screen.filter(|(_, it)| canvas.rect.intersects(*it)).collect();
    seen.sort_by(|(_, a), (_, b)| {
        (a.top().total_cmp(&b.top())).then(a.left().total_cmp(&b.left()))
    });
    // From one flag to the next in its row; two rows are further apart than a target is high.
    let apart = |a: Option<&(_, Rect)>, b: &Rect| {
        let same_row = a.filter(|(_, it)| (it.top() - b.top()).abs() < 1.0);
        same_row.map_or(TAP, |(_, it)| (it.center().x - b.center().x).abs())
    };
    let mut all = Vec::with_capacity(seen.len());
    for (at, (key, sign)) in seen.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| seen.get(it));
        let wide = apart(before, sign).min(apart(seen.get(at + 1), sign)).min(TAP);
        // Not higher: above it stand the years, below it the targets.
        let size = sign.size().max(vec2(wide, TAP));
        all.push((*key, *sign, Rect::from_center_size(sign.center(), size)));
    }
    all
}

/// "Doel van Kim: alle schulden op één papier, mee bezig".
pub(in crate::ui) fn goal_told(panel: &PanelContext<'_>, goal: &Goal) -> String {
    let texts = panel.texts;
    let who = match &goal.whose {
        Whose::Person(id) => panel.name(id),
        Whose::Household(id) => {
            panel.map.households.get(id).map(|it| homes::name(panel, it)).unwrap_or_default()
        }
        Whose::Family => texts.get("goal-of-family"),
    };
    let state = texts.get(match goal.state {
        GoalState::Open => "goal-open",
        GoalState::Reached => "goal-reached",
        GoalState::LetGo => "goal-let-go",
    });
    let message = Message::new("goal-flag").arg("who", who).arg("state", state);
    texts.say(&message.arg("goal", goal_words(panel, goal)))
}
