//! What an executive skill is, how it looks at an age, and one thing to try: opened by a tap.

use std::collections::BTreeSet;

use egui::{Id, Ui};

use super::context::PanelContext;
use super::fonts::text;
use super::style::color;
use super::widgets::{Toggle, caption, chip};
use crate::catalogue::{ExecutiveSkill, SkillAge};
use crate::fonts::Weight;
use crate::i18n::Message;
use crate::model::PersonId;
use crate::pattern::{Card, Theme};

/// The ages that an explanation speaks of, the youngest first; and who is still too young for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ages {
    told: BTreeSet<SkillAge>,
    learning: Vec<PersonId>,
}

impl Ages {
    /// Those of `people` who live. Nobody's age is guessed at: without one, they are grown up.
    pub(super) fn of<'p>(
        context: &PanelContext<'_>,
        skill: &ExecutiveSkill,
        people: impl IntoIterator<Item = &'p PersonId>,
    ) -> Self {
        let mut ages = Self::default();
        let people = people.into_iter().filter_map(|id| Some((id, context.map.person(id)?)));
        for (id, person) in people.filter(|(_, it)| !it.is_dead() && it.holds_facts()) {
            match person.age_on(context.today) {
                Some(age) if age.hi < i32::from(skill.from_age) => {
                    // A child of two focus persons is one child.
                    if !ages.learning.contains(id) {
                        ages.learning.push(id.clone());
                    }
                }
                Some(age) => ages.told.extend([SkillAge::of(age.middle())]),
                None => ages.told.extend([SkillAge::GrownUp]),
            }
        }
        ages
    }

    /// Those of who has to do with a card: its carriers, and the children of the focus persons.
    fn of_card(context: &PanelContext<'_>, skill: &ExecutiveSkill, card: &Card) -> Self {
        let unions = context.map.focus.iter().flat_map(|id| context.map.unions_of(id));
        let children = unions.flat_map(|(_, union)| &union.children).map(|child| &child.person);
        Self::of(context, skill, card.yes.iter().chain(children))
    }
}

/// The explanation that a card over a skill offers, if it is one.
pub(super) fn of_card(ui: &mut Ui, context: &PanelContext<'_>, card: &Card) {
    let (Theme::SkillHard(skill) | Theme::SkillWell(skill)) = &card.theme else { return };
    let Some(skill) = context.catalogue.skill(skill.as_str()) else { return };
    let ages = Ages::of_card(context, skill, card);
    explained(ui, context, card.id.as_str(), skill, &ages);
}

/// A pill that opens the explanation of `skill`, and the explanation while it is open. `place` tells
/// it from other pills for the same skill.
pub(super) fn explained(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    place: &str,
    skill: &ExecutiveSkill,
    ages: &Ages,
) {
    let (texts, theme) = (context.texts, context.theme);
    let id = Id::unique(("skill", place, skill.id.as_str()));
    let is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let name = skill.words.in_lang(texts.lang());
    let words = texts.say(&Message::new("skill-explain").arg("skill", name));
    if chip(ui, theme, &words, Toggle::from(is_open)).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !is_open));
    }
    if !is_open {
        return;
    }
    let frame = egui::Frame::new().fill(color(theme.sunken)).corner_radius(10);
    frame.inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        said(ui, context, skill, ages);
    });
}

/// What it is, how it looks, what to try, and what stress does.
fn said(ui: &mut Ui, context: &PanelContext<'_>, skill: &ExecutiveSkill, ages: &Ages) {
    let (texts, lang) = (context.texts, context.texts.lang());
    sentence(ui, context, skill.explanation.in_lang(lang));
    let heading = |ui: &mut Ui, id| {
        ui.add_space(4.0);
        caption(ui, context.theme, texts.get(id));
    };
    let is_learning = !ages.learning.is_empty();
    if is_learning || !ages.told.is_empty() {
        heading(ui, "skill-looks");
    }
    if is_learning {
        let names: Vec<String> = ages.learning.iter().map(|id| context.name(id)).collect();
        let message = Message::new("skill-learning").count("n", names.len());
        sentence(ui, context, &texts.say(&message.arg("who", texts.listed(&names))));
    }
    for age in &ages.told {
        sentence(ui, context, skill.looks(*age).in_lang(lang));
    }
    let with_child = is_learning.then(|| skill.to_try(SkillAge::Child));
    let tries = with_child.into_iter().chain(ages.told.iter().map(|age| skill.to_try(*age)));
    let tries: BTreeSet<&str> = tries.map(|it| it.in_lang(lang)).collect();
    if !tries.is_empty() {
        heading(ui, "skill-try");
    }
    for words in tries {
        sentence(ui, context, words);
    }
    heading(ui, "skill-stress-title");
    sentence(ui, context, &texts.get("skill-stress"));
}

fn sentence(ui: &mut Ui, context: &PanelContext<'_>, words: &str) {
    let words = text(words, 13.0, Weight::Regular).color(color(context.theme.ink));
    ui.add(egui::Label::new(words).wrap());
}
