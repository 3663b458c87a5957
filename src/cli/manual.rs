//! `rode-draad manual -o OUT.pdf`: the manual on paper.

use std::path::PathBuf;

use super::{Failure, output};
use crate::clock;
use crate::export::{self, PictureFormat};
use crate::i18n::{Lang, Message, Texts};
use crate::manual;
use crate::model::Date;
use crate::theme::ThemeName;

/// In which language, and where it goes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The file to write: .pdf
    #[arg(long, short)]
    output: PathBuf,
    /// The language [default: that of the machine]
    #[arg(long, value_parser = parse_lang, value_name = "nl|en")]
    lang: Option<Lang>,
    /// Colours: light or mono
    #[arg(long, value_parser = parse_theme, default_value = "light", value_name = "THEME")]
    theme: ThemeName,
    /// The day it is made [default: today]
    #[arg(long, value_parser = parse_date, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

pub(super) fn run(
    arguments: &Arguments,
    keys: fn(Lang) -> manual::Keys,
    texts: Texts,
) -> Result<(), Failure> {
    if PictureFormat::of(&arguments.output).map_err(Failure::failed)? != PictureFormat::Pdf {
        return Err(Failure::failed(Message::new("manual-only-pdf")));
    }
    let lang = arguments.lang.unwrap_or(texts.lang());
    let today = arguments.today.unwrap_or_else(clock::today);
    let pages = manual::pages(&manual::manual(lang, keys(lang)), (lang, today), arguments.theme);
    let file = export::pdf_of_pages(&pages, None, lang)
        .map_err(|why| Failure::failed(Message::new("cli-no-picture").arg("why", why)))?;
    output::write(&arguments.output, &file)
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "nl or en".to_owned())
}

fn parse_theme(text: &str) -> Result<ThemeName, String> {
    let known = ThemeName::from_id(text);
    known
        .filter(|it| matches!(it, ThemeName::Light | ThemeName::Mono))
        .ok_or_else(|| "light or mono".to_owned())
}

fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a date such as 2026-11-21".to_owned())
}
