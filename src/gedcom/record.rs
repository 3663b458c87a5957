//! Lines to a tree of records, in one list: nothing here calls itself.

use std::borrow::Cow;

use super::line::{Line, lines};
use super::report::Report;
use super::text::{Encoding, decode};

/// All records of a file.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    roots: Vec<usize>,
}

#[derive(Debug)]
struct Node<'a> {
    line: usize,
    xref: Cow<'a, str>,
    tag: &'a str,
    value: Cow<'a, str>,
    children: Vec<usize>,
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

    /// Everything below people and families, with how deep it stands below them (from 1).
    pub(super) fn below_people(&'a self) -> impl Iterator<Item = (usize, Record<'a>)> {
        let starts = self.roots().filter(|root| matches!(root.tag(), "INDI" | "FAM"));
        let mut open: Vec<(usize, Record<'a>)> =
            starts.flat_map(Record::children).map(|record| (1, record)).collect();
        std::iter::from_fn(move || {
            let (depth, record) = open.pop()?;
            open.extend(record.children().map(|child| (depth + 1, child)));
            Some((depth, record))
        })
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

    /// What it is about.
    pub(super) const fn tag(self) -> &'a str {
        self.node.tag
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
        let name = self.node.value.trim().strip_prefix('@')?.strip_suffix('@')?;
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
    children: Vec<usize>,
}

/// The records in `bytes`. A line that skips levels stands under the last record that is higher;
/// a line without a level goes on with the text before it.
pub(super) fn tree<'a>(bytes: &'a [u8], encoding: Encoding, report: &mut Report) -> Tree<'a> {
    let mut raw: Vec<Raw<'a>> = Vec::new();
    let mut roots = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for line in lines(bytes) {
        let Some(level) = line.level else {
            go_on(&mut raw, &open, line.value, b"\n");
            report.no_level(line.number);
            continue;
        };
        while open.last().and_then(|at| raw.get(*at)).is_some_and(|it| level <= it.level) {
            open.pop();
        }
        if let Some(separator) = continuation(line.tag)
            && !open.is_empty()
        {
            go_on(&mut raw, &open, line.value, separator);
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
        raw.push(Raw { line, level, value: Cow::Borrowed(line.value), children: Vec::new() });
        open.push(at);
    }
    Tree { nodes: raw.into_iter().map(|it| node(it, encoding, report)).collect(), roots }
}

/// What stands between a text and its continuation, if `tag` is one.
fn continuation(tag: &[u8]) -> Option<&'static [u8]> {
    match tag {
        b"CONT" => Some(b"\n"),
        b"CONC" => Some(b""),
        _ => None,
    }
}

/// Adds to the text of the record that is open.
fn go_on<'a>(raw: &mut [Raw<'a>], open: &[usize], text: &'a [u8], separator: &[u8]) {
    if let Some(last) = open.last().and_then(|at| raw.get_mut(*at)) {
        let value = last.value.to_mut();
        value.extend_from_slice(separator);
        value.extend_from_slice(text);
    }
}

fn node<'a>(raw: Raw<'a>, encoding: Encoding, report: &mut Report) -> Node<'a> {
    let Raw { line, level: _, value, children } = raw;
    let value = match value {
        Cow::Borrowed(bytes) => decode(bytes, encoding, line.number, report),
        Cow::Owned(bytes) => Cow::Owned(decode(&bytes, encoding, line.number, report).into_owned()),
    };
    let xref = decode(line.xref.trim_ascii(), encoding, line.number, report);
    // Tags are ASCII: the line reader lets nothing else through.
    let tag = std::str::from_utf8(line.tag).unwrap_or("");
    Node { line: line.number, xref, tag, value, children }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(text: &str) -> Vec<String> {
        let mut report = Report::default();
        let tree = tree(text.as_bytes(), Encoding::Utf8, &mut report);
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
        let tree = tree(bytes, Encoding::Utf8, &mut report);
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
        let tree = tree(b"0 A x@@y\n0 B @I1@\n0 C @#DJULIAN@\n0 D @@", Encoding::Utf8, &mut report);
        let records: Vec<_> = tree.roots().collect();
        assert_eq!(records[0].value(), "x@y");
        let pointers: Vec<_> = records.iter().map(|record| record.pointer()).collect();
        assert_eq!(pointers, [None, Some("I1"), None, None]);
    }
}
