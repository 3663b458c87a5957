//! A kind of the map's own: what it is called, where it belongs, and away with it. What is changed here
//! counts for everybody who has it.

use egui::Ui;

use crate::catalogue::Area;
use crate::document::Command;
use crate::i18n::Message;
use crate::model::{KindId, OwnKind};
use crate::shown::Names;
use crate::ui::context::PanelContext;
use crate::ui::typing::{Typing, Written};
use crate::ui::widgets::{Toggle, caption, icon_chip};
use crate::ui::writing::{Long, covered, text_field};
use crate::ui::{Action, EditAction};

/// The fields of the own kind of an entry; nothing for a kind of the catalogue.
pub(super) fn own_kind(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    kind: &KindId,
    actions: &mut Vec<Action>,
) {
    let Some(own) = context.map.own_kinds.get(kind) else { return };
    let (texts, theme) = (context.texts, context.theme);
    ui.add_space(6.0);
    ui.separator();
    let n = context.map.entries().filter(|entry| entry.kind == *kind).count();
    caption(ui, theme, texts.say(&Message::new("own-kind-for").count("n", n)));
    let label = texts.get("own-kind-label");
    if context.names == Names::Shown {
        let key = format!("{kind} label");
        if let Some(Written { visit, text }) =
            text_field(ui, theme, typing, &key, label, (&own.label, Long::No))
        {
            let put = Command::PutOwnKind(kind.clone(), OwnKind { label: text, ..own.clone() });
            actions.push(Action::Edit(EditAction::DoInVisit(visit, put)));
        }
    } else {
        covered(ui, context, label);
    }
    let moved = |area: Option<&Area>| {
        let to = area.and_then(|area| KindId::new(&area.id));
        let put = Command::PutOwnKind(kind.clone(), OwnKind { area: to, ..own.clone() });
        let message = match area {
            Some(area) => {
                Message::new("own-kind-moved").arg("area", area.words.in_lang(texts.lang()))
            }
            None => Message::new("own-kind-moved-nowhere"),
        };
        Action::Edit(EditAction::DoAndTell(message.arg("what", &own.label), put))
    };
    caption(ui, theme, texts.get("own-kind-area"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for area in context.catalogue.areas() {
            let is_on = own.area_id() == Some(area.id.as_str());
            let look = (area.icon.as_str(), theme.family(area.hue));
            let words = area.words.in_lang(texts.lang());
            if icon_chip(ui, theme, look, words, Toggle::from(is_on)).clicked() {
                actions.push(moved((!is_on).then_some(area)));
            }
        }
    });
    ui.add_space(4.0);
    let remove = texts.get("own-kind-remove");
    if icon_chip(ui, theme, ("trash", theme.ink), &remove, Toggle::Off).clicked() {
        let message = Message::new("own-kind-removed").arg("what", &own.label).count("n", n);
        let remove = Command::RemoveOwnKind(kind.clone());
        actions.push(Action::Edit(EditAction::DoAndTell(message, remove)));
    }
}
