//! The message files (Fluent), Dutch and English, compiled in.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Lang, Message, Value};

/// Every message file, by language. A file here is in the program; nothing else is.
const FILES: &[(Lang, &str, &str)] = &[
    (Lang::Nl, "core", include_str!("../../assets/locales/nl/core.ftl")),
    (Lang::En, "core", include_str!("../../assets/locales/en/core.ftl")),
    (Lang::Nl, "gedcom", include_str!("../../assets/locales/nl/gedcom.ftl")),
    (Lang::Nl, "file", include_str!("../../assets/locales/nl/file.ftl")),
    (Lang::En, "gedcom", include_str!("../../assets/locales/en/gedcom.ftl")),
    (Lang::En, "file", include_str!("../../assets/locales/en/file.ftl")),
    (Lang::Nl, "panel", include_str!("../../assets/locales/nl/panel.ftl")),
    (Lang::En, "panel", include_str!("../../assets/locales/en/panel.ftl")),
    (Lang::Nl, "window", include_str!("../../assets/locales/nl/window.ftl")),
    (Lang::En, "window", include_str!("../../assets/locales/en/window.ftl")),
    (Lang::Nl, "cli", include_str!("../../assets/locales/nl/cli.ftl")),
    (Lang::En, "cli", include_str!("../../assets/locales/en/cli.ftl")),
    (Lang::Nl, "scene", include_str!("../../assets/locales/nl/scene.ftl")),
    (Lang::En, "scene", include_str!("../../assets/locales/en/scene.ftl")),
    (Lang::Nl, "sheet", include_str!("../../assets/locales/nl/sheet.ftl")),
    (Lang::En, "sheet", include_str!("../../assets/locales/en/sheet.ftl")),
    (Lang::Nl, "story", include_str!("../../assets/locales/nl/story.ftl")),
    (Lang::En, "story", include_str!("../../assets/locales/en/story.ftl")),
    (Lang::Nl, "kin", include_str!("../../assets/locales/nl/kin.ftl")),
    (Lang::En, "kin", include_str!("../../assets/locales/en/kin.ftl")),
    (Lang::Nl, "quick", include_str!("../../assets/locales/nl/quick.ftl")),
    (Lang::En, "quick", include_str!("../../assets/locales/en/quick.ftl")),
    (Lang::Nl, "keep", include_str!("../../assets/locales/nl/keep.ftl")),
    (Lang::En, "keep", include_str!("../../assets/locales/en/keep.ftl")),
    (Lang::Nl, "telling", include_str!("../../assets/locales/nl/telling.ftl")),
    (Lang::En, "telling", include_str!("../../assets/locales/en/telling.ftl")),
];

static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 2]> =
    LazyLock::new(|| [bundle(Lang::Nl), bundle(Lang::En)]);

/// The messages of one language.
#[derive(Clone, Copy)]
pub struct Texts {
    lang: Lang,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Texts({})", self.lang.code())
    }
}

impl Texts {
    /// The messages in `lang`.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The language they are in.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// The message called `id`. A message that does not exist (a test forbids it) gives its name.
    #[must_use]
    pub fn get(self, id: &'static str) -> String {
        self.say(&Message::new(id))
    }

    /// "Kim, Noa en Levi".
    #[must_use]
    pub fn listed(self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                format!("{} {} {last}", first.join(", "), self.get("list-and"))
            }
        }
    }

    /// `message` as a sentence.
    #[must_use]
    pub fn say(self, message: &Message) -> String {
        let [nl, en] = &*BUNDLES;
        let bundle = match self.lang {
            Lang::Nl => nl,
            Lang::En => en,
        };
        let Some(pattern) = bundle.get_message(message.id).and_then(|it| it.value()) else {
            return message.id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            match value {
                Value::Text(text) => args.set(*name, text.clone()),
                Value::Number(number) => args.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        let text: Cow<'_, str> = bundle.format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{}: {errors:?}", message.id);
        text.into_owned()
    }
}

/// The files that are compiled in: language, name, text. For the tests of the messages.
#[must_use]
pub const fn message_files() -> &'static [(Lang, &'static str, &'static str)] {
    FILES
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    // Both codes are valid language names; the default (undetermined) only has other plural rules.
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would show as boxes in fonts that lack them.
    bundle.set_use_isolating(false);
    for (_, _, text) in FILES.iter().filter(|(of, _, _)| *of == lang) {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;

    use super::*;

    #[test]
    fn every_file_reads_without_a_mistake() {
        for (lang, name, text) in FILES {
            let result = FluentResource::try_new((*text).to_owned());
            let mistakes = result.err().map(|(_, mistakes)| mistakes);
            assert!(mistakes.is_none(), "{}/{name}.ftl: {mistakes:?}", lang.code());
        }
    }

    #[test]
    fn values_go_into_the_sentence() {
        let message = Message::new("broken-own-ancestor").arg("id", "A1");
        for lang in Lang::ALL {
            let text = Texts::new(lang).say(&message);
            assert!(text.contains("A1"), "{text}");
        }
    }
}
