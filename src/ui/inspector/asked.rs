//! What is not known of the person whose "?" was tapped on the map, with answers of one tap.

use egui::Ui;

use crate::document::{Command, PersonEdit};
use crate::fonts::{IconStyle, Weight};
use crate::i18n::Message;
use crate::model::{Bearer, CardId, KindId, PersonId, Said, SkillLevel};
use crate::pattern::{Card, Cards, Sign, Theme};
use crate::scene::card_title;
use crate::ui::context::PanelContext;
use crate::ui::fonts::{icon_text, text};
use crate::ui::style::color;
use crate::ui::widgets::{Toggle, chip};
use crate::ui::{Action, EditAction, LookAction, NewEntry, NewStrength};

/// One thing that is not known of somebody.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Asked {
    person: PersonId,
    card: CardId,
    theme: Theme,
    question: String,
}

impl Asked {
    /// What a card does not know of a person, in these words.
    pub(in crate::ui) fn of(card: &Card, person: &PersonId, question: String) -> Self {
        let (card, theme) = (card.id.clone(), card.theme.clone());
        Self { person: person.clone(), card, theme, question }
    }

    /// The same in the words of its title.
    pub(in crate::ui) fn titled(
        context: &PanelContext<'_>,
        card: &Card,
        person: &PersonId,
    ) -> Self {
        let is_dead = context.map.person(person).is_some_and(|it| it.is_dead());
        let message = Message::new(if is_dead { "asked-then" } else { "asked-now" });
        let title = card_title(context.map, card, context.texts.lang());
        let message = message.arg("title", title).arg("who", context.name(person));
        Self::of(card, person, context.texts.say(&message))
    }
}

/// What the strands on the map do not know of `person`.
pub(in crate::ui) fn asked(
    context: &PanelContext<'_>,
    cards: &Cards,
    strands: &[CardId],
    person: Option<&PersonId>,
) -> Vec<Asked> {
    let Some(person) = person else { return Vec::new() };
    let is_asked =
        |card: &&Card| card.signs.iter().any(|(id, sign)| id == person && *sign == Sign::Unknown);
    let shown = strands.iter().filter_map(|id| cards.get(id)).filter(is_asked);
    shown.map(|card| Asked::titled(context, card, person)).collect()
}

/// The questions, each with its answers.
pub(in crate::ui) fn asked_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    asked: &[Asked],
    actions: &mut Vec<Action>,
) {
    let (texts, theme) = (context.texts, context.theme);
    for of in asked {
        let frame = egui::Frame::new().fill(color(theme.sunken)).corner_radius(10);
        frame.inner_margin(12).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                let glyph = icon_text("question", 18.0, IconStyle::Bold);
                ui.add(egui::Label::new(glyph.color(color(theme.soft_ink))).selectable(false));
                let words = text(&of.question, 14.0, Weight::SemiBold);
                ui.add(egui::Label::new(words.color(color(theme.ink))).wrap());
            });
            ui.horizontal_wrapped(|ui| {
                for (words, answer) in answers(of) {
                    if chip(ui, theme, &texts.get(words), Toggle::Off).clicked() {
                        actions.push(answer);
                    }
                }
            });
        });
    }
}

/// What can be answered, and what that does. Not to know is an answer, too: it closes the question
/// and writes nothing.
fn answers(of: &Asked) -> Vec<(&'static str, Action)> {
    let bearer = Bearer::Person(of.person.clone());
    let entry = |kind: &KindId, said| {
        let entry = NewEntry { said, ..NewEntry::yes(kind.clone()) };
        Action::Edit(EditAction::AddEntry(bearer.clone(), entry))
    };
    let skill = |skill: &KindId, level| {
        let edit = PersonEdit::Skill(skill.clone(), Some((level, String::new())));
        Action::Edit(EditAction::Do(Command::EditPerson(of.person.clone(), edit)))
    };
    let mut answers = match &of.theme {
        Theme::Kind(kind) => vec![
            ("said-yes", entry(kind, Said::Yes)),
            ("said-no", entry(kind, Said::No)),
            ("said-maybe", entry(kind, Said::Maybe)),
        ],
        Theme::Strength(kind) => {
            let strength = NewStrength::yes(kind.clone());
            vec![("said-yes", Action::Edit(EditAction::AddStrength(bearer.clone(), strength)))]
        }
        Theme::SkillHard(id) | Theme::SkillWell(id) => vec![
            ("skill-goes-well", skill(id, SkillLevel::GoesWell)),
            ("skill-varies", skill(id, SkillLevel::Varies)),
            ("skill-hard", skill(id, SkillLevel::Hard)),
        ],
        _ => Vec::new(),
    };
    let close = || Action::Look(LookAction::PutOff(of.person.clone(), of.card.clone()));
    answers.extend([("strands-dont-know", close()), ("palette-not-today", close())]);
    answers
}
