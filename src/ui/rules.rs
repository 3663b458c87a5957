//! The rules by which the family is drawn, in a small window over the map.

use egui::{Id, Modal, Ui};

use super::context::PanelContext;
use super::style::{Look, button};
use super::widgets::{Toggle, caption, chip, heading};
use super::{Action, EditAction, LookAction};
use crate::document::{Command, MapEdit};
use crate::model::{DrawRules, Drawn, NearestPartner, SiblingOrder, Sides};

/// Shows the rules of the map; each tap counts at once.
pub(super) fn rules_ui(ui: &Ui, context: &PanelContext<'_>) -> Vec<Action> {
    let mut actions = Vec::new();
    let texts = context.texts;
    let rules = context.map.view.rules;
    let mut is_done = false;
    let modal = Modal::new(Id::unique("rules")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        heading(ui, context, texts.get("rules-title"));
        let mut chosen = rules;
        for (words, options) in questions(rules) {
            caption(ui, context.theme, texts.get(words));
            ui.horizontal_wrapped(|ui| {
                for (words, option) in options {
                    let toggle = if option == rules { Toggle::On } else { Toggle::Off };
                    if chip(ui, context.theme, &texts.get(words), toggle).clicked() {
                        chosen = option;
                    }
                }
            });
        }
        if chosen != rules {
            actions.push(Action::Edit(EditAction::Do(Command::EditMap(MapEdit::Rules(chosen)))));
        }
        ui.add_space(8.0);
        is_done = button(ui, context.theme, Look::Main, "", &texts.get("close")).clicked();
    });
    if is_done || modal.should_close() {
        actions.push(Action::Look(LookAction::ToggleRules));
    }
    actions
}

/// Each question with its answers, as the rules would be with that answer.
fn questions(rules: DrawRules) -> [(&'static str, Vec<(&'static str, DrawRules)>); 4] {
    let nearest = |nearest| DrawRules { nearest, ..rules };
    let sides = |sides| DrawRules { sides, ..rules };
    let siblings = |siblings| DrawRules { siblings, ..rules };
    let drawn = |drawn| DrawRules { drawn, ..rules };
    [
        (
            "rules-nearest",
            vec![
                ("rules-current", nearest(NearestPartner::Current)),
                ("rules-first", nearest(NearestPartner::First)),
            ],
        ),
        (
            "rules-sides",
            vec![("rules-man-left", sides(Sides::ManLeft)), ("rules-free", sides(Sides::Free))],
        ),
        (
            "rules-siblings",
            vec![
                ("rules-age", siblings(SiblingOrder::Age)),
                ("rules-strictly-age", siblings(SiblingOrder::StrictlyAge)),
                ("rules-free", siblings(SiblingOrder::Free)),
            ],
        ),
        (
            "rules-drawn",
            vec![
                ("rules-everybody", drawn(Drawn::Everybody)),
                ("rules-bloodline", drawn(Drawn::Bloodline)),
            ],
        ),
    ]
}
