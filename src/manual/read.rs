//! Reads the text: headings, sentences, lists, tables, quotes, bold words and pictures. What else Markdown
//! knows is read as the words that are in it.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Block, Chapter, Manual, Ply, Span};

/// What a picture is called in the text.
const PICTURE: &str = "picture:";

/// Reads `text`.
pub(super) fn read(text: &str) -> Manual {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        reader.event(event);
    }
    reader.manual
}

/// What was read so far.
#[derive(Default)]
struct Reader {
    manual: Manual,
    /// The words since the last block.
    spans: Vec<Span>,
    weight: Ply,
    is_quote: bool,
    /// The lists that are open, each with the number of its next point.
    lists: Vec<Option<u64>>,
    rows: Vec<Vec<Vec<Span>>>,
    picture: Option<String>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.words(&words),
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        match self.spans.last_mut().filter(|it| it.weight == self.weight) {
            Some(span) => span.text.push_str(words),
            None => self.spans.push(Span { text: words.to_owned(), weight: self.weight }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.weight = Ply::Bold,
            Tag::BlockQuote(_) => self.is_quote = true,
            Tag::List(first) => {
                self.point();
                self.lists.push(first);
            }
            Tag::Table(_) => self.rows.clear(),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::Image { dest_url, .. } => {
                self.picture = dest_url.strip_prefix(PICTURE).map(str::to_owned);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.weight = Ply::Plain,
            TagEnd::BlockQuote(_) => self.is_quote = false,
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Image => {
                if let Some(name) = self.picture.take() {
                    let words = super::words_of(&std::mem::take(&mut self.spans));
                    self.push(Block::Picture(name, words));
                }
            }
            TagEnd::Paragraph if self.lists.is_empty() => {
                let spans = std::mem::take(&mut self.spans);
                if !spans.is_empty() {
                    let quoted = self.is_quote;
                    self.push(if quoted { Block::Quote(spans) } else { Block::Paragraph(spans) });
                }
            }
            TagEnd::Item => self.point(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableCell => {
                let spans = std::mem::take(&mut self.spans);
                if let Some(row) = self.rows.last_mut() {
                    row.push(spans);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.push(Block::Table(rows));
            }
            _ => {}
        }
    }

    /// The point of a list that ends here, or before a list inside it.
    fn point(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if spans.is_empty() {
            return;
        }
        let number = self.lists.last().copied().flatten();
        if let Some(Some(next)) = self.lists.last_mut() {
            *next = next.saturating_add(1);
        }
        self.push(Block::Point(number, spans));
    }

    fn heading(&mut self, level: HeadingLevel) {
        let words = super::words_of(&std::mem::take(&mut self.spans));
        match level {
            HeadingLevel::H1 => self.manual.title = words,
            HeadingLevel::H2 => {
                self.manual.chapters.push(Chapter { title: words, blocks: Vec::new() });
            }
            _ => self.push(Block::Heading(words)),
        }
    }

    fn push(&mut self, block: Block) {
        match self.manual.chapters.last_mut() {
            Some(chapter) => chapter.blocks.push(block),
            None => self.manual.before.push(block),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Titel\n\nVooraf.\n\n## Een\n\nDruk op **F1** en\nlees.\n\n### Kop\n\n- a\n- **b** c\n\n\
        1. eerst\n2. dan\n\n> Zeg dit.\n\n| x | y |\n|---|---|\n| een | **twee** |\n\n\
        ![Wat u ziet](picture:map)\n\n## Twee\n";

    fn plain(text: &str) -> Vec<Span> {
        vec![Span { text: text.to_owned(), weight: Ply::Plain }]
    }

    fn bold(text: &str) -> Span {
        Span { text: text.to_owned(), weight: Ply::Bold }
    }

    #[test]
    fn everything_that_the_text_has_is_read() {
        let manual = read(TEXT);
        assert_eq!((manual.title.as_str(), manual.before.len()), ("Titel", 1));
        let titles: Vec<&str> = manual.chapters.iter().map(|it| it.title.as_str()).collect();
        assert_eq!(titles, ["Een", "Twee"]);
        let first = manual.chapters.first().expect("one");
        let row = vec![plain("een"), vec![bold("twee")]];
        assert_eq!(
            first.blocks,
            [
                Block::Paragraph(
                    [plain("Druk op "), vec![bold("F1")], plain(" en lees.")].concat()
                ),
                Block::Heading("Kop".to_owned()),
                Block::Point(None, plain("a")),
                Block::Point(None, [vec![bold("b")], plain(" c")].concat()),
                Block::Point(Some(1), plain("eerst")),
                Block::Point(Some(2), plain("dan")),
                Block::Quote(plain("Zeg dit.")),
                Block::Table(vec![vec![plain("x"), plain("y")], row]),
                Block::Picture("map".to_owned(), "Wat u ziet".to_owned()),
            ]
        );
    }
}
