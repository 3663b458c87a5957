//! What holds for the map as a whole: whether the family is invented, to which day ages count, and the
//! language of the conversation.

use egui::Ui;

use crate::document::{Command, MapEdit};
use crate::i18n::{Lang, Message};
use crate::model::{Field, MapField};
use crate::ui::context::PanelContext;
use crate::ui::typing::Typing;
use crate::ui::widgets::{Toggle, caption, chip, choice};
use crate::ui::writing::{Long, map_field};
use crate::ui::{Action, EditAction, LookAction};

/// Three questions about the map, each answered with a tap.
pub(super) fn about(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    typing: &mut Typing,
    actions: &mut Vec<Action>,
) {
    let (texts, theme, map) = (context.texts, context.theme, context.map);
    let edit = |it| Action::Edit(EditAction::Do(Command::EditMap(it)));
    ui.add_space(8.0);
    caption(ui, theme, texts.get("about-fictional"));
    let answers = [(false, "about-fictional-no"), (true, "about-fictional-yes")]
        .map(|(is, id)| (is, texts.get(id)));
    if let Some(is_invented) = choice(ui, theme, Some(map.fictional), &answers) {
        actions
            .extend((is_invented != map.fictional).then(|| edit(MapEdit::Fictional(is_invented))));
    }
    caption(ui, theme, texts.get("about-fictional-what"));
    ui.add_space(8.0);
    today(ui, context, typing, actions);
    ui.add_space(8.0);
    caption(ui, theme, texts.get("about-lang"));
    let languages = [Lang::Nl, Lang::En].map(|lang| (lang, texts.get(lang_name(lang))));
    if let Some(lang) = choice(ui, theme, Some(map.lang), &languages) {
        actions.extend((lang != map.lang).then(|| edit(MapEdit::Lang(lang))));
    }
    caption(ui, theme, texts.get("about-lang-what"));
    if map.lang != texts.lang() {
        let name = texts.get(lang_name(map.lang));
        let words = texts.say(&Message::new("about-lang-speak").arg("lang", name));
        if chip(ui, theme, &words, Toggle::Off).clicked() {
            actions.push(Action::Look(LookAction::Speak(map.lang)));
        }
    }
}

/// The day that ages count to: that of the clock, or one that stays.
fn today(ui: &mut Ui, context: &PanelContext<'_>, typing: &mut Typing, actions: &mut Vec<Action>) {
    let texts = context.texts;
    let field = (Field::Map(MapField::Today), texts.get("about-today"));
    map_field(ui, context, typing, field, Long::No, actions);
    let (words, day) = match context.map.today {
        Some(_) => (texts.get("about-today-free"), None),
        None => {
            let day = Message::new("about-today-fix").arg("date", context.today.in_words(texts));
            (texts.say(&day), Some(context.today))
        }
    };
    if chip(ui, context.theme, &words, Toggle::Off).clicked() {
        actions.push(Action::Edit(EditAction::Do(Command::EditMap(MapEdit::Today(day)))));
    }
    caption(ui, context.theme, texts.get("about-today-what"));
}

const fn lang_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "about-lang-nl",
        Lang::En => "about-lang-en",
    }
}
