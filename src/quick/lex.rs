//! Takes a text apart: statements, and in each its words and signs with their places.

use super::{Fault, Sign, Span, What};

/// What stands in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A word of a name or of a life.
    Word(&'t str),
    /// A name between quotes, without them.
    Quoted(&'t str),
    /// A sign, and the word behind it.
    Mark(Sign, &'t str),
    /// `+` between two names.
    Plus,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `!`
    Focus,
    /// `^2`
    Nth(usize),
}

/// Each statement of `text`, with where it stands. Remarks are none.
pub(super) fn statements(text: &str) -> Vec<(Span, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let is_remark = line.trim_start().starts_with("//");
        if !is_remark {
            split_line(line, start, &mut found);
        }
        start += line.len();
    }
    found
}

/// The parts of a line between semicolons; none inside quotes.
fn split_line<'t>(line: &'t str, start: usize, found: &mut Vec<(Span, &'t str)>) {
    let mut from = 0;
    let mut is_quoted = false;
    let ends = line.char_indices().filter(|(_, c)| {
        is_quoted ^= *c == '"';
        *c == ';' && !is_quoted
    });
    let ends: Vec<usize> = ends.map(|(at, _)| at).chain([line.len()]).collect();
    for end in ends {
        let part = line.get(from..end).unwrap_or_default();
        // A list with a dash or a dot before each line.
        let bare = part.trim_start().trim_start_matches(['•', '–', '-']).trim();
        if !bare.is_empty() {
            let skipped = part.find(bare).unwrap_or_default();
            let at = start + from + skipped;
            found.push((at..at + bare.len(), bare));
        }
        from = end + 1;
    }
}

/// The words and signs of one statement that begins at byte `start` of the text.
pub(super) fn tokens<'t>(
    statement: &'t str,
    start: usize,
    faults: &mut Vec<Fault>,
) -> Vec<(Span, Token<'t>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = statement.get(at..).filter(|rest| !rest.is_empty()) {
        let before = statement.get(..at).and_then(|it| it.chars().next_back());
        let (length, token) = take(rest, before);
        let span = start + at..start + at + length;
        match token {
            Taken::Token(token) => found.push((span, token)),
            Taken::Nothing => {}
            Taken::Fault(what) => faults.push(Fault { span, what }),
        }
        at += length.max(1);
    }
    found
}

/// Does a word begin after this letter: after a space, a sign, quotes?
fn ends_word(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ':' | '+' | '&' | '"' | '!'))
}

enum Taken<'t> {
    Token(Token<'t>),
    Nothing,
    Fault(What),
}

/// What `rest` begins with, and how many bytes of it that is; never none. Before it stands `before`.
fn take(rest: &str, before: Option<char>) -> (usize, Taken<'_>) {
    let mut chars = rest.chars();
    let first = chars.next().unwrap_or(' ');
    let next = chars.next();
    let one = first.len_utf8();
    match first {
        _ if first.is_whitespace() => (one, Taken::Nothing),
        ',' => (one, Taken::Token(Token::Comma)),
        ':' => (one, Taken::Token(Token::Colon)),
        '&' => (one, Taken::Token(Token::Plus)),
        '!' => (one, Taken::Token(Token::Focus)),
        '"' => quoted(rest, one),
        '#' => mark(rest, Sign::Any),
        '~' if next.is_some_and(|c| c.is_alphabetic() || c == '"') => mark(rest, Sign::Relation),
        '^' => nth(rest),
        '+' if !ends_word(before) => (one, Taken::Token(Token::Plus)),
        // "+1999" is a death, "+-1955" about a year: words of the name field.
        '+' if next.is_some_and(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '±')) => {
            word(rest)
        }
        '+' if next.is_some_and(char::is_lowercase) => mark(rest, Sign::Strength),
        '+' => (one, Taken::Token(Token::Plus)),
        _ => word(rest),
    }
}

fn word(rest: &str) -> (usize, Taken<'_>) {
    let ends = |(at, c): &(usize, char)| {
        let next = rest.get(at + c.len_utf8()..).and_then(|it| it.chars().next());
        match c {
            ',' | ':' | '"' | '#' | '^' | '!' => true,
            // "Jan+Mia"
            '+' => next.is_some_and(char::is_alphabetic),
            c => c.is_whitespace(),
        }
    };
    let end = rest.char_indices().skip(1).find(ends).map_or(rest.len(), |(at, _)| at);
    let word = rest.get(..end).unwrap_or(rest);
    (word.len(), Taken::Token(Token::Word(word)))
}

fn quoted(rest: &str, one: usize) -> (usize, Taken<'_>) {
    let inner = rest.get(one..).unwrap_or_default();
    match inner.split_once('"') {
        Some((name, _)) => (name.len() + 2, Taken::Token(Token::Quoted(name))),
        None => (rest.len(), Taken::Fault(What::OpenQuotes)),
    }
}

fn mark(rest: &str, sign: Sign) -> (usize, Taken<'_>) {
    let mut is_quoted = false;
    let mut end = rest.len();
    for (at, c) in rest.char_indices().skip(1) {
        is_quoted ^= c == '"';
        let next = rest.get(at + c.len_utf8()..).and_then(|it| it.chars().next());
        let closes = c.is_whitespace()
            || c == ','
            || c == '#'
            || c == ':' && next.is_none_or(char::is_whitespace);
        if closes && !is_quoted {
            end = at;
            break;
        }
    }
    let word = rest.get(1..end).unwrap_or_default();
    if word.is_empty() {
        return (end.max(1), Taken::Fault(What::NoWord));
    }
    if is_quoted {
        return (end, Taken::Fault(What::OpenQuotes));
    }
    (end, Taken::Token(Token::Mark(sign, word)))
}

fn nth(rest: &str) -> (usize, Taken<'_>) {
    let digits = rest.chars().skip(1).take_while(char::is_ascii_digit).count();
    let number = rest.get(1..=digits).and_then(|it| it.parse::<usize>().ok());
    match number.filter(|it| (1..10_000).contains(it)) {
        Some(number) => (1 + digits, Taken::Token(Token::Nth(number))),
        None => (1 + digits, Taken::Fault(What::NoName)),
    }
}
