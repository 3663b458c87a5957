//! What the panel is about, and what is open in it.

use std::collections::{BTreeMap, BTreeSet};

use egui::Ui;

use crate::fonts::Weight;
use crate::model::{CardId, PersonId, Subject};
use crate::pattern::{Cards, OpenQuestion};
use crate::theme::{Color, Ply};
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::strands::CardWords;
use crate::ui::style::color;

/// What the panel shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Every card, in the order in which they are told.
    pub cards: &'a Cards,
    /// The words of each card.
    pub words: &'a BTreeMap<CardId, CardWords>,
    /// What somebody is good at, a few people: for a family in which no strength goes on yet.
    pub strengths: &'a [(PersonId, String)],
    /// A good next question for each thing that is not known, the most useful first.
    pub questions: &'a [OpenQuestion],
    /// What was put off for today.
    pub put_off: &'a BTreeSet<(PersonId, CardId)>,
    /// What is worth a look on the map, and where.
    pub doubts: &'a [(Subject, String)],
    /// What is shown that is hidden otherwise.
    pub opened: &'a crate::shown::Opened,
    /// The strands that are on the map now, and how they look there.
    pub strands: &'a BTreeMap<CardId, (Color, Ply)>,
    /// The card that is pointed at.
    pub preview: Option<&'a CardId>,
}

/// What is open in the panel. Lives in the session.
#[derive(Clone, Debug, Default)]
pub struct StrandsPanel {
    pub(super) extent: Extent,
    /// The cards in the order in which they were shown last.
    pub(super) order: Vec<CardId>,
    pub(super) open: Option<CardId>,
    /// How it is known is told on the open card.
    pub(super) is_explained: bool,
    pub(super) dismissed: bool,
}

/// How much of the cards is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Extent {
    /// The first five.
    #[default]
    First,
    /// The whole list, and what is told on request.
    All,
}

/// The heading above a part of the panel.
pub(super) fn heading(ui: &mut Ui, context: &PanelContext<'_>, words: &'static str) {
    ui.add_space(12.0);
    let words = text(context.texts.get(words), 18.0, Weight::SemiBold);
    ui.label(words.color(color(context.theme.ink)));
}
