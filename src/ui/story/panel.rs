//! Beside the stage: what is said, what is guessed, who is seen; and what only the one who tells reads.

use egui::{CornerRadius, Frame, Margin, Ui};

use super::room::{Room, menu};
use super::stage::Stage;
use super::who::who;
use super::words::{Strands, Words, put, typed};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::{Lens, Names, Reveal, StoryScene};
use crate::shown::Eyes;
use crate::ui::action::Id;
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::row_end::at_end;
use crate::ui::style::{self, color, icon_button};
use crate::ui::terms::{SceneEdit, StoryStep, Way};
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, chip, choice};
use crate::ui::writing::{Long, covered, text_field};
use crate::ui::{Action, EditAction, LookAction};

/// So many cards are offered to be drawn.
const MOST_CARDS: usize = 12;

/// Everything about the scene that is worked at.
pub(super) fn panel_ui(
    ui: &mut Ui,
    room: &Room<'_>,
    drawn: Option<&Stage>,
    typing: &mut Typing,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some(scene) = room.wanted.map.story.get(room.at) else { return actions };
    egui::ScrollArea::vertical().id_salt("story-side").show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        head(ui, room, &mut actions);
        field(ui, room, (scene, Words::Text, Long::Yes), typing, &mut actions);
        doubts(ui, room.context, drawn);
        guess(ui, room, scene, typing, &mut actions);
        private(ui, room, scene, typing, &mut actions);
        who(ui, room, scene, drawn, &mut actions);
        names(ui, room, scene, &mut actions);
        strands(ui, room, (scene, Strands::Told), &mut actions);
        lens(ui, room, scene, &mut actions);
        if scene.lens == Lens::Map {
            field(ui, room, (scene, Words::Year, Long::No), typing, &mut actions);
        }
        ui.add_space(6.0);
        let words = text(room.context.texts.get("story-never"), 12.5, Weight::SemiBold);
        ui.add(egui::Label::new(words.color(color(room.context.theme.strength))).wrap());
        ui.add_space(16.0);
    });
    actions
}

/// Which scene; the one before, the next, once more, away.
fn head(ui: &mut Ui, room: &Room<'_>, actions: &mut Vec<Action>) {
    let (theme, texts) = (room.context.theme, room.context.texts);
    let count = room.wanted.map.story.len();
    ui.horizontal(|ui| {
        let title = Message::new("story-scene-title").count("number", room.at + 1);
        ui.label(text(texts.say(&title), 19.0, Weight::Bold));
        caption(ui, theme, texts.say(&Message::new("story-of").count("all", count)));
        at_end(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let buttons = [
                (Id::SceneBefore, Action::Look(LookAction::Story(StoryStep::Beside(Way::Back)))),
                (Id::SceneAfter, Action::Look(LookAction::Story(StoryStep::Beside(Way::On)))),
                (Id::DuplicateScene, Action::Edit(EditAction::Scene(SceneEdit::Duplicate))),
                (Id::RemoveScene, Action::Edit(EditAction::Scene(SceneEdit::Remove))),
            ];
            for (id, action) in buttons {
                let Some(row) = id.row() else { continue };
                if icon_button(ui, theme, row.icon, &texts.get(row.words)).clicked() {
                    actions.push(action);
                }
            }
        });
    });
}

/// A text of the scene.
fn field(
    ui: &mut Ui,
    room: &Room<'_>,
    (scene, of, long): (&StoryScene, Words, Long),
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let label = room.context.texts.get(of.label());
    let is_number = matches!(of, Words::Year | Words::Minutes);
    if room.context.names != Names::Shown && !is_number {
        covered(ui, room.context, label);
        return;
    }
    let key = format!("{} {}", of.label(), room.at);
    let current = of.of(scene);
    let theme = room.context.theme;
    let written = text_field(ui, theme, typing, &key, label, (&current, long));
    actions.extend(written.map(|it| typed(&room.wanted.map.story, room.at, of, it)));
}

/// What is not right about the picture.
fn doubts(ui: &mut Ui, context: &PanelContext<'_>, drawn: Option<&Stage>) {
    for doubt in drawn.into_iter().flat_map(|it| it.screen.doubts()) {
        let words = text(context.texts.say(&doubt), 12.5, Weight::SemiBold);
        ui.add(egui::Label::new(words.color(color(context.theme.alert))).wrap());
    }
}

/// First guess, then reveal.
fn guess(
    ui: &mut Ui,
    room: &Room<'_>,
    scene: &StoryScene,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    style::card_frame(room.context.theme).inner_margin(10).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let is_on = scene.guess.is_some();
        let words = room.context.texts.get("story-guess");
        if chip(ui, room.context.theme, &words, Toggle::from(is_on)).clicked() {
            actions.push(put(&room.wanted.map.story, room.at, |scene| {
                scene.guess = (!is_on).then(Reveal::default);
            }));
        }
        if is_on {
            field(ui, room, (scene, Words::Reveal, Long::Yes), typing, actions);
            strands(ui, room, (scene, Strands::Revealed), actions);
        }
    });
}

/// What only the one who tells reads, on a ground of its own.
fn private(
    ui: &mut Ui,
    room: &Room<'_>,
    scene: &StoryScene,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (room.context.theme, room.context.texts);
    // Somebody looks on.
    if room.context.opened.eyes == Eyes::Anybody {
        return;
    }
    let frame = Frame::new()
        .fill(color(theme.sunken))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::same(10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text(texts.get("story-private"), 13.0, Weight::SemiBold));
        field(ui, room, (scene, Words::Title, Long::No), typing, actions);
        field(ui, room, (scene, Words::Notes, Long::Yes), typing, actions);
        field(ui, room, (scene, Words::Trap, Long::Yes), typing, actions);
        field(ui, room, (scene, Words::Minutes, Long::No), typing, actions);
    });
}

fn names(ui: &mut Ui, room: &Room<'_>, scene: &StoryScene, actions: &mut Vec<Action>) {
    let (theme, texts) = (room.context.theme, room.context.texts);
    caption(ui, theme, texts.get("story-names"));
    let all = [
        (None, texts.get("show-names-own")),
        (Some(Names::Kin), texts.get("show-names-kin")),
        (Some(Names::Invented), texts.get("show-names-invented")),
        (Some(Names::Off), texts.get("show-names-off")),
    ];
    let now = scene.names.filter(|it| *it != Names::Shown);
    if let Some(names) = choice(ui, theme, Some(now), &all) {
        actions.push(put(&room.wanted.map.story, room.at, |scene| scene.names = names));
    }
}

/// Which strands are drawn.
fn strands(
    ui: &mut Ui,
    room: &Room<'_>,
    (scene, which): (&StoryScene, Strands),
    actions: &mut Vec<Action>,
) {
    let (texts, story) = (room.context.texts, &room.wanted.map.story);
    let label = texts.get(match which {
        Strands::Told => "story-strands",
        Strands::Revealed => "story-strands-revealed",
    });
    let chosen = which.of(scene);
    let title = |id| room.said.cards.get(id).map_or_else(String::new, |it| it.title.clone());
    let titles: Vec<String> = chosen.iter().map(title).filter(|it| !it.is_empty()).collect();
    let now = if titles.is_empty() { texts.get("story-no-strand") } else { titles.join(", ") };
    let words = format!("{label}: {now}");
    menu(ui, (&label, &words), |ui| {
        if ui.selectable_label(chosen.is_empty(), texts.get("story-no-strand")).clicked() {
            actions.push(put(story, room.at, |scene| which.put(scene, Vec::new())));
            ui.close();
        }
        for card in room.cards.list().take(MOST_CARDS) {
            let is_on = chosen.contains(&card.id);
            if ui.selectable_label(is_on, title(&card.id)).clicked() {
                let mut cards = chosen.to_vec();
                if is_on {
                    cards.retain(|it| *it != card.id);
                } else {
                    cards.push(card.id.clone());
                }
                actions.push(put(story, room.at, |scene| which.put(scene, cards)));
                // What was chosen stands on the button, and the next is one tap away.
                ui.close();
            }
        }
    });
}

/// The map, or the lifelines.
fn lens(ui: &mut Ui, room: &Room<'_>, scene: &StoryScene, actions: &mut Vec<Action>) {
    let (theme, texts) = (room.context.theme, room.context.texts);
    caption(ui, theme, texts.get("story-lens"));
    let all = [(Lens::Map, texts.get("bar-map")), (Lens::Lifelines, texts.get("bar-lifelines"))];
    if let Some(lens) = choice(ui, theme, Some(scene.lens), &all) {
        actions.push(put(&room.wanted.map.story, room.at, |scene| scene.lens = lens));
    }
}
