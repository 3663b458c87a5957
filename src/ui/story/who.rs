//! Who is seen in a scene: whoever is on the screen or chosen on the map with one tap, and each by name.

use std::collections::BTreeSet;

use egui::Ui;

use super::room::{Room, menu};
use super::stage::Stage;
use super::words::put;
use crate::i18n::Message;
use crate::model::{FamilyMap, PersonId, StoryScene};
use crate::ui::terms::{SceneEdit, Who};
use crate::ui::widgets::{Toggle, caption, chip};
use crate::ui::{Action, EditAction};

/// Who is seen, each with a tap that changes it.
pub(super) fn who(
    ui: &mut Ui,
    room: &Room<'_>,
    scene: &StoryScene,
    drawn: Option<&Stage>,
    actions: &mut Vec<Action>,
) {
    let (texts, map) = (room.context.texts, room.wanted.map);
    caption(ui, room.context.theme, texts.get("story-who"));
    let seen = room.ticked.len();
    let words = if seen == 0 {
        texts.get("story-nobody-yet")
    } else {
        texts.say(&Message::new("story-people").count("count", seen))
    };
    menu(ui, ("people", &words), |ui| {
        at_once(ui, room, scene, actions);
        for id in room.context.map.people.keys() {
            let is_ticked = room.ticked.contains(id);
            if ui.selectable_label(is_ticked, room.context.name(id)).clicked() {
                actions.push(put(&map.story, room.at, |scene| {
                    scene.people = toggled(&room.ticked, map, id);
                }));
            }
        }
    });
    let behind = drawn.map_or(0, |it| it.screen.behind.all());
    if 0 < behind {
        let words = Message::new("story-behind").count("count", behind);
        caption(ui, room.context.theme, texts.say(&words));
    }
}

/// Many with one tap: from there on it is a tap for each of the few that differ.
fn at_once(ui: &mut Ui, room: &Room<'_>, scene: &StoryScene, actions: &mut Vec<Action>) {
    let is_everybody = scene.people.is_empty() && !room.ticked.is_empty();
    let mut offered = vec![
        (Who::Everybody, "story-everybody", is_everybody),
        (Who::Nobody, "story-nobody-first", room.ticked.is_empty()),
        (Who::InView, "story-in-view", false),
    ];
    if room.has_chosen {
        offered.push((Who::Chosen, "story-chosen", false));
    }
    ui.horizontal_wrapped(|ui| {
        ui.set_max_width(320.0);
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (who, words, is_on) in offered {
            let words = room.context.texts.get(words);
            if chip(ui, room.context.theme, &words, Toggle::from(is_on)).clicked() {
                actions.push(Action::Edit(EditAction::Scene(SceneEdit::Who(who))));
            }
        }
    });
    ui.separator();
}

/// Those who are ticked with this one, or without. Nobody at all is nobody's picture: then it is
/// everybody again.
pub(super) fn toggled(
    ticked: &BTreeSet<PersonId>,
    map: &FamilyMap,
    id: &PersonId,
) -> BTreeSet<PersonId> {
    let mut seen = ticked.clone();
    if !seen.remove(id) {
        seen.insert(id.clone());
    }
    if seen.len() == map.people.len() { BTreeSet::new() } else { seen }
}
