//! Somebody on the map, found by name.

use egui::{Ui, vec2};

use crate::model::{Person, PersonId};
use crate::ui::context::PanelContext;
use crate::ui::widgets::{Toggle, icon_chip};
use crate::ui::writing::named_field;

/// A field called `key` to find something in a list below it. Gives what is looked for, in small letters.
pub(super) fn find_field(ui: &mut Ui, key: egui::Id, label: &str) -> String {
    let mut query = ui.data(|data| data.get_temp::<String>(key)).unwrap_or_default();
    let field = egui::TextEdit::singleline(&mut query)
        .hint_text(label)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 10))
        .show(ui)
        .response
        .response;
    field.widget_info(|| named_field(&query, label));
    let wanted = query.trim().to_lowercase();
    ui.data_mut(|data| data.insert_temp(key, query));
    wanted
}

/// Empties it: it was found.
pub(super) fn empty_find_field(ui: &Ui, key: egui::Id) {
    ui.data_mut(|data| data.remove::<String>(key));
}

/// Anybody on the map who is not `taken`, found by name.
pub(super) fn somebody(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    of: &str,
    taken: impl Fn(&PersonId) -> bool,
) -> Option<PersonId> {
    let key = egui::Id::unique(("find-somebody", of));
    let wanted = find_field(ui, key, &context.texts.get("household-find"));
    let can_live = |it: &Person| !it.is_dead() && it.holds_facts();
    let people = context.map.people.iter().filter(|(id, it)| can_live(it) && !taken(id));
    let mut named: Vec<(String, &PersonId)> =
        people.map(|(id, _)| (context.name(id), id)).collect();
    named.retain(|(name, _)| name.to_lowercase().contains(&wanted));
    named.sort();
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (name, id) in named.into_iter().take(24) {
            if icon_chip(ui, context.theme, ("plus", context.theme.accent), &name, Toggle::Off)
                .clicked()
            {
                chosen = Some(id.clone());
            }
        }
    });
    if chosen.is_some() {
        empty_find_field(ui, key);
    }
    chosen
}
