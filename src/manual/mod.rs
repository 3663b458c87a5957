//! The manual: one text a language, read from Markdown, with pictures that the program makes at that
//! moment. The window shows it chapter by chapter, [`pages()`] puts it on paper.

mod find;
mod pages;
mod pictures;
mod read;
mod rich;

use crate::i18n::Lang;

pub use find::{Hit, find};
pub use pages::pages;
pub use pictures::{PICTURES, picture};

/// Every key of the program with what it does, for the last chapter; empty where there is no window.
pub type Keys = Vec<(String, String)>;

/// The manual of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manual {
    /// What it is called.
    pub title: String,
    /// What stands before the first chapter.
    pub before: Vec<Block>,
    /// The chapters, in their order.
    pub chapters: Vec<Chapter>,
}

/// A chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// What it is called.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Words, bold or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Bold, for what stands on a button or key.
    pub weight: Ply,
}

/// How heavy words are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ply {
    /// As most.
    #[default]
    Plain,
    /// Bold.
    Bold,
}

/// One thing below another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading inside a chapter.
    Heading(String),
    /// Sentences.
    Paragraph(Vec<Span>),
    /// A sentence to say aloud.
    Quote(Vec<Span>),
    /// One point of a list, with its number where the list is numbered.
    Point(Option<u64>, Vec<Span>),
    /// Rows of cells; the first row is the heading.
    Table(Vec<Vec<Vec<Span>>>),
    /// A picture of this name, and what it shows.
    Picture(String, String),
}

impl Block {
    /// All its words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Heading(words) | Self::Picture(_, words) => words.clone(),
            Self::Paragraph(spans) | Self::Quote(spans) | Self::Point(_, spans) => words_of(spans),
            Self::Table(rows) => {
                let cells = rows.iter().flatten().map(|cell| words_of(cell));
                cells.collect::<Vec<_>>().join(" ")
            }
        }
    }
}

/// The words of spans.
#[must_use]
pub fn words_of(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// The manual in `lang`; `keys` stand at the end of its last chapter.
#[must_use]
pub fn manual(lang: Lang, keys: Keys) -> Manual {
    let text = match lang {
        Lang::Nl => include_str!("../../assets/manual/nl.md"),
        Lang::En => include_str!("../../assets/manual/en.md"),
    };
    let mut manual = read::read(text);
    let plain = |text: String, weight| vec![Span { text, weight }];
    let rows =
        keys.into_iter().map(|(key, words)| vec![plain(key, Ply::Bold), plain(words, Ply::Plain)]);
    // As in the others, the first row is the heading: that of two empty cells is not drawn.
    let rows: Vec<Vec<Vec<Span>>> =
        std::iter::once(vec![Vec::new(), Vec::new()]).chain(rows).collect();
    if 1 < rows.len()
        && let Some(last) = manual.chapters.last_mut()
    {
        last.blocks.push(Block::Table(rows));
    }
    manual
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_parts_and_only_pictures_that_can_be_made() {
        let keys = || vec![("F1".to_owned(), "help".to_owned())];
        let [nl, en] = [Lang::Nl, Lang::En].map(|lang| manual(lang, keys()));
        assert!(9 < nl.chapters.len(), "{}", nl.chapters.len());
        assert_eq!(nl.chapters.len(), en.chapters.len());
        for (a, b) in nl.chapters.iter().zip(&en.chapters) {
            let kind = |block: &Block| match block {
                Block::Picture(name, _) => format!("picture {name}"),
                Block::Table(rows) => format!("table {}", rows.len()),
                Block::Heading(_) => "heading".to_owned(),
                _ => String::new(),
            };
            let kinds = |it: &Chapter| -> Vec<String> {
                it.blocks.iter().map(kind).filter(|it| !it.is_empty()).collect()
            };
            assert_eq!(kinds(a), kinds(b), "{} and {}", a.title, b.title);
            for block in &a.blocks {
                if let Block::Picture(name, words) = block {
                    assert!(PICTURES.contains(&name.as_str()), "{name}");
                    assert!(!words.is_empty(), "{name} is described");
                }
            }
        }
        let last = nl.chapters.last().expect("one");
        assert!(last.blocks.iter().any(|it| it.words().contains("F1")), "the keys are in the last");
    }
}
