//! The flags of goals, as something that can be tapped, focused and read aloud: a tap opens the goal.

use egui::{CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::stage::Canvas;
use crate::i18n::Message;
use crate::model::{Goal, GoalState, Whose};
use crate::ui::inspector::goal_words;
use crate::ui::session::Session;
use crate::ui::style::color;
use crate::ui::{Action, LookAction, homes};

/// Every flag that is drawn.
pub(super) fn nodes(ui: &Ui, canvas: &Canvas<'_>, session: &Session, actions: &mut Vec<Action>) {
    if session.naming.is_some() {
        return;
    }
    let accent = color(canvas.panel.theme.accent);
    let flags = canvas.derived.scene.goals.iter();
    let flags = flags.flat_map(|(id, places)| (0_usize..).zip(places).map(move |it| (id, it)));
    for (id, (nth, place)) in flags {
        let Some(goal) = canvas.panel.map.goals.get(id) else { continue };
        let sign = session.camera.screen_rect(canvas.rect.min, *place);
        if !canvas.rect.intersects(sign) {
            continue;
        }
        // Not higher: above it stand the years, below it the targets.
        let tap = Rect::from_center_size(sign.center(), sign.size().max(vec2(26.0, 26.0)));
        let node = egui::Id::unique(("goal", id.as_str(), nth));
        let response = ui.interact(tap, node, Sense::click());
        let is_open = session.open_goal(canvas.panel.map) == Some(id);
        let words = said(canvas, goal);
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

/// "Doel van Kim: alle schulden op één papier, mee bezig".
fn said(canvas: &Canvas<'_>, goal: &Goal) -> String {
    let (panel, texts) = (&canvas.panel, canvas.panel.texts);
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
