//! Somebody on the map, found by name.

use egui::{Key, Ui, vec2};

use crate::model::{Person, PersonId};
use crate::ui::context::PanelContext;
use crate::ui::widgets::{Toggle, icon_chip};
use crate::ui::writing::named_field;

/// What is looked for in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sought {
    /// In small letters.
    pub(super) words: String,
    /// Enter takes the first that is found.
    pub(super) is_entered: bool,
}

/// A field called `key` to find something in a list below it.
pub(super) fn find_field(ui: &mut Ui, key: egui::Id, label: &str) -> Sought {
    let mut query = ui.data(|data| data.get_temp::<String>(key)).unwrap_or_default();
    let field = egui::TextEdit::singleline(&mut query)
        .id(field_id(key))
        .hint_text(label)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(10, 10))
        .show(ui)
        .response
        .response;
    field.widget_info(|| named_field(&query, label));
    let words = query.trim().to_lowercase();
    let enters = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_entered = enters && !words.is_empty();
    ui.data_mut(|data| data.insert_temp(key, query));
    Sought { words, is_entered }
}

fn field_id(key: egui::Id) -> egui::Id {
    key.with("field")
}

/// Empties it: it was found. Whoever works with keys goes on there, since what they tapped may be gone.
pub(super) fn empty_find_field(ui: &Ui, key: egui::Id) {
    ui.data_mut(|data| data.remove::<String>(key));
    let by_keys = [Key::Enter, Key::Space];
    if ui.input(|input| by_keys.iter().any(|key| input.key_pressed(*key))) {
        ui.memory_mut(|memory| memory.request_focus(field_id(key)));
    }
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
    named.retain(|(name, _)| name.to_lowercase().contains(&wanted.words));
    // A name that begins so comes before one that has it inside.
    named.sort_by_cached_key(|(name, id)| {
        let small = name.to_lowercase();
        (!small.starts_with(&wanted.words), name.clone(), (*id).clone())
    });
    let first = named.first().filter(|_| wanted.is_entered);
    let mut chosen = first.map(|(_, id)| (*id).clone());
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
