//! What the page of the story is drawn from, and the lists on it.

use std::collections::BTreeSet;

use egui::{Role, Stroke, Ui, WidgetInfo, vec2};

use crate::fonts::Weight;
use crate::model::PersonId;
use crate::pattern::Cards;
use crate::story::{Part, Wanted};
use crate::ui::context::PanelContext;
use crate::ui::fonts::text;
use crate::ui::strands::Said;
use crate::ui::style;
use crate::ui::widgets::from_top;

/// What the page is drawn from.
pub(super) struct Room<'a> {
    pub context: &'a PanelContext<'a>,
    pub wanted: &'a Wanted<'a>,
    /// The scene that is worked at, and what is seen of it.
    pub at: usize,
    pub part: Part,
    pub cards: &'a Cards,
    pub said: &'a Said,
    /// Whose name is ticked among those who are seen in it.
    pub ticked: BTreeSet<PersonId>,
    /// Somebody is chosen on the map.
    pub has_chosen: bool,
}

/// A button over the whole width that says `words` and opens the list called `name`, which begins at its
/// top. It stays open while what stands above it comes and goes.
pub(super) fn menu(ui: &mut Ui, (name, words): (&str, &str), list: impl FnOnce(&mut Ui)) {
    let label = text(words, 14.0, Weight::SemiBold);
    let wide = ui.available_width();
    let button = egui::Button::new(label)
        .stroke(Stroke::new(1.0, ui.visuals().widgets.inactive.bg_stroke.color))
        .wrap()
        .min_size(vec2(wide, style::TAP));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    egui::Popup::menu(&response)
        .id(egui::Id::unique(("story-list", name)))
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_min_width(wide.min(320.0));
            ui.spacing_mut().interact_size.y = 36.0;
            from_top(ui, (), egui::ScrollArea::vertical().max_height(420.0)).show(ui, list);
        });
}
