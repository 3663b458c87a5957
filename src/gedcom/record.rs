//! Lines to a tree of records, in one list: nothing here calls itself.

use std::borrow::Cow;
use std::cell::Cell;

use super::charset::Charset;
use super::line::{Line, lines};
use super::report::Report;
use super::text::decode;

/// What became of a record. Whatever nobody took up is told at the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nobody looked at it.
    #[default]
    Left,
    /// It is in a note, as a text.
    Noted,
    /// It is on the map.
    Taken,
}

/// All records of a file.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    roots: Vec<usize>,
}

#[derive(Debug)]
struct Node<'a> {
    line: usize,
    /// How many lines it takes: its own, and those that go on with its text.
    n_lines: usize,
    xref: Cow<'a, str>,
    /// In capitals.
    tag: Cow<'a, str>,
    value: Cow<'a, str>,
    children: Vec<usize>,
    fate: Cell<Fate>,
}

/// One record: a line with the lines below it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    tree: &'a Tree<'a>,
    node: &'a Node<'a>,
}

impl<'a> Tree<'a> {
    /// The records at level 0.
    pub(super) fn roots(&'a self) -> impl Iterator<Item = Record<'a>> {
        self.records(&self.roots)
    }

    fn records(&'a self, at: &'a [usize]) -> impl Iterator<Item = Record<'a>> {
        at.iter().filter_map(|at| self.nodes.get(*at)).map(|node| Record { tree: self, node })
    }
}

impl<'a> Record<'a> {
    /// The line it begins on, from 1.
    pub(super) const fn line(self) -> usize {
        self.node.line
    }

    /// Its own name, without `@`; empty when it has none.
    pub(super) fn xref(self) -> &'a str {
        &self.node.xref
    }

    /// How many lines it takes, without the records below it.
    pub(super) const fn n_lines(self) -> usize {
        self.node.n_lines
    }

    /// What became of it.
    pub(super) const fn fate(self) -> Fate {
        self.node.fate.get()
    }

    /// Its content is on the map.
    pub(super) fn taken(self) -> Self {
        self.node.fate.set(Fate::Taken);
        self
    }

    /// As [`Self::taken`], where that is all there is to say.
    pub(super) fn take(self) {
        self.taken();
    }

    /// Its content is in a note.
    pub(super) fn noted(self) -> Self {
        if self.fate() == Fate::Left {
            self.node.fate.set(Fate::Noted);
        }
        self
    }

    /// What it is about, in capitals.
    pub(super) fn tag(self) -> &'a str {
        &self.node.tag
    }

    /// What it says, without white space around it, `@@` as `@`.
    pub(super) fn value(self) -> Cow<'a, str> {
        let value = self.node.value.trim();
        if value.contains("@@") {
            Cow::Owned(value.replace("@@", "@"))
        } else {
            Cow::Borrowed(value)
        }
    }

    /// The name of the record it points at.
    pub(super) fn pointer(self) -> Option<&'a str> {
        let name = self.node.value.trim();
        let name = name.strip_prefix('@')?.strip_suffix('@')?;
        let is_name = !name.is_empty() && !name.contains('@') && !name.starts_with('#');
        is_name.then_some(name.trim())
    }

    /// The records below it.
    pub(super) fn children(self) -> impl Iterator<Item = Self> {
        self.tree.records(&self.node.children)
    }

    /// The records below it about `tag`.
    pub(super) fn all(self, tag: &'a str) -> impl Iterator<Item = Self> {
        self.children().filter(move |record| record.tag() == tag)
    }

    /// The first record below it about `tag`.
    pub(super) fn first(self, tag: &'a str) -> Option<Self> {
        self.all(tag).next()
    }

    /// What the first record below it about `tag` says; empty when there is none.
    pub(super) fn text(self, tag: &'a str) -> Cow<'a, str> {
        self.first(tag).map_or(Cow::Borrowed(""), Self::value)
    }
}

/// A record of which the value is still bytes.
struct Raw<'a> {
    line: Line<'a>,
    level: u8,
    value: Cow<'a, [u8]>,
    n_lines: usize,
    children: Vec<usize>,
}

/// The records in `bytes`. A line that skips levels stands under the last record that is higher;
/// a line without a level goes on with the text before it.
pub(super) fn tree<'a>(bytes: &'a [u8], charset: Charset, report: &mut Report) -> Tree<'a> {
    let mut raw: Vec<Raw<'a>> = Vec::new();
    let mut roots = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for line in lines(bytes) {
        let Some(level) = line.level else {
            // A link cannot go on: that would make it a link to nobody.
            let is_link = |it: &Raw<'_>| it.value.trim_ascii_start().starts_with(b"@");
            let last = open.last().and_then(|at| raw.get_mut(*at)).filter(|it| !is_link(it));
            match last {
                Some(last) => {
                    last.go_on(line.value, b"\n");
                    report.no_level(line.number);
                }
                None => report.loose_line(line.number),
            }
            continue;
        };
        while open.last().and_then(|at| raw.get(*at)).is_some_and(|it| level <= it.level) {
            open.pop();
        }
        if let Some(separator) = continuation(line.tag)
            && let Some(last) = open.last().and_then(|at| raw.get_mut(*at))
        {
            last.go_on(line.value, separator);
            continue;
        }
        let at = raw.len();
        let parent = open.last().and_then(|at| raw.get_mut(*at));
        let expected = parent.as_ref().map_or(0, |parent| parent.level + 1);
        if level != expected {
            report.wrong_level(line.number);
        }
        match parent {
            Some(parent) => parent.children.push(at),
            None => roots.push(at),
        }
        let value = Cow::Borrowed(line.value);
        raw.push(Raw { line, level, value, n_lines: 1, children: Vec::new() });
        open.push(at);
    }
    Tree { nodes: raw.into_iter().map(|it| node(it, charset, report)).collect(), roots }
}

/// What stands between a text and its continuation, if `tag` is one.
fn continuation(tag: &[u8]) -> Option<&'static [u8]> {
    match tag {
        [b'C' | b'c', b'O' | b'o', b'N' | b'n', last] => match last.to_ascii_uppercase() {
            b'T' => Some(b"\n"),
            b'C' => Some(b""),
            _ => None,
        },
        _ => None,
    }
}

impl<'a> Raw<'a> {
    /// Adds a line to the text.
    fn go_on(&mut self, text: &'a [u8], separator: &[u8]) {
        let value = self.value.to_mut();
        value.extend_from_slice(separator);
        value.extend_from_slice(text);
        self.n_lines += 1;
    }
}

fn node<'a>(raw: Raw<'a>, charset: Charset, report: &mut Report) -> Node<'a> {
    let Raw { line, level: _, value, n_lines, children } = raw;
    let value = match value {
        Cow::Borrowed(bytes) => decode(bytes, charset, line.number, report),
        Cow::Owned(bytes) => Cow::Owned(decode(&bytes, charset, line.number, report).into_owned()),
    };
    let xref = decode(line.xref.trim_ascii(), charset, line.number, report);
    // Tags are ASCII: the line reader lets nothing else through.
    let tag = std::str::from_utf8(line.tag).unwrap_or("");
    let tag = if tag.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(tag.to_ascii_uppercase())
    } else {
        Cow::Borrowed(tag)
    };
    Node { line: line.number, n_lines, xref, tag, value, children, fate: Cell::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> Vec<String> {
        let mut report = Report::default();
        let tree = tree(text.as_bytes(), Charset::UTF_8, &mut report);
        let mut found = Vec::new();
        let mut open: Vec<(usize, Record<'_>)> = tree.roots().map(|record| (0, record)).collect();
        open.reverse();
        while let Some((depth, record)) = open.pop() {
            found.push(format!("{depth} {} {}", record.tag(), record.value()));
            let children: Vec<_> = record.children().map(|child| (depth + 1, child)).collect();
            open.extend(children.into_iter().rev());
        }
        found
    }

    #[test]
    fn texts_go_on_over_lines_and_letters_come_together_again() {
        let bytes = b"0 HEAD\n1 NOTE Andr\xC3\n2 CONC \xA9 is\n2 CONT er\nook nog\n1 X y\n";
        let mut report = Report::default();
        let tree = tree(bytes, Charset::UTF_8, &mut report);
        let head = tree.roots().next().expect("a record");
        assert_eq!(head.text("NOTE"), "André is\ner\nook nog");
        assert_eq!(head.text("X"), "y");
    }

    #[test]
    fn levels_that_jump_still_find_their_record() {
        let found = outline("0 INDI\n3 NAME A\n1 BIRT\n4 DATE 1950\n2 PLAC x\n0 TRLR");
        let expected = ["0 INDI ", "1 NAME A", "1 BIRT ", "2 DATE 1950", "2 PLAC x", "0 TRLR "];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_file_that_starts_in_the_middle_has_roots_all_the_same() {
        assert_eq!(
            outline("2 DATE 1950\n1 CONT x\n0 TRLR"),
            ["0 DATE 1950", "0 CONT x", "0 TRLR "]
        );
    }

    #[test]
    fn at_signs_are_single_and_pointers_are_told_apart() {
        let mut report = Report::default();
        let tree = tree(b"0 A x@@y\n0 B @I1@\n0 C @#DJULIAN@\n0 D @@", Charset::UTF_8, &mut report);
        let records: Vec<_> = tree.roots().collect();
        assert_eq!(records[0].value(), "x@y");
        let pointers: Vec<_> = records.iter().map(|record| record.pointer()).collect();
        assert_eq!(pointers, [None, Some("I1"), None, None]);
        assert_eq!(outline("0 head\n1 Note a\n2 conc b\n2 Cont c"), ["0 HEAD ", "1 NOTE ab\nc"]);
    }
}
