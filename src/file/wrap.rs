//! Lays compact RON out over lines, so that a person of whom only the name is known takes one
//! line and a change in one person changes only the lines of that person.
//!
//! A bracketed group that fits in what is left of a line stays whole. Of a list that does not fit
//! every item gets a line; the short fields of a record share lines.

const WIDTH: usize = 100;
const INDENT: usize = 4;

/// One piece of RON.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a str,
    /// For an opening bracket: where its closing one stands, and how wide all between is.
    group: Option<Group>,
}

#[derive(Clone, Copy, Debug)]
struct Group {
    close: usize,
    width: usize,
}

/// How an open group is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// On one line.
    Flat,
    /// Every item on a line of its own.
    Lines,
    /// As many items on a line as fit.
    Filled,
}

/// Lays out `compact`, RON as the serializer writes it without any white space. The outermost
/// record gets a line per field.
pub(super) fn wrap(compact: &str) -> String {
    let tokens = tokens(compact);
    let mut out = Writer { text: String::with_capacity(compact.len() * 2), column: 0 };
    let mut open: Vec<Style> = Vec::new();
    let mut broke = false;
    for (at, token) in tokens.iter().enumerate() {
        match token.text {
            "(" | "[" => {
                let style = style_of(token, &open, out.column);
                out.put(token.text);
                open.push(style);
                if style != Style::Flat {
                    out.new_line(open.len());
                }
            }
            ")" | "]" => {
                broke = open.pop().is_some_and(|style| style != Style::Flat);
                if broke {
                    out.put(",");
                    out.new_line(open.len());
                }
                out.put(token.text);
            }
            "," => {
                out.put(",");
                let style = match open.last().copied() {
                    // What took several lines shares none.
                    Some(Style::Filled) if broke => Style::Lines,
                    style => style.unwrap_or(Style::Flat),
                };
                out.separate(style, open.len(), item_width(&tokens, at + 1));
                broke = false;
            }
            ":" => out.put(": "),
            text => out.put(text),
        }
    }
    out.text.push('\n');
    out.text
}

fn style_of(token: &Token<'_>, open: &[Style], column: usize) -> Style {
    let Some(group) = token.group else {
        return Style::Flat;
    };
    // One column is kept for the comma that may follow.
    let fits = group.width != 0 && column + group.width < WIDTH;
    match (open.last(), token.text) {
        _ if group.width == 2 => Style::Flat,
        (None, _) => Style::Lines,
        (Some(Style::Flat), _) => Style::Flat,
        // The people, unions, … of the map: a line for each, even when there is only one.
        (Some(_), "[") if open.len() == 1 && group.width > 40 => Style::Lines,
        (Some(_), _) if fits => Style::Flat,
        (Some(_), "[") => Style::Lines,
        (Some(_), _) => Style::Filled,
    }
}

struct Writer {
    text: String,
    column: usize,
}

impl Writer {
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
        self.column += text.chars().count();
    }

    fn new_line(&mut self, depth: usize) {
        self.text.push('\n');
        self.column = depth * INDENT;
        self.text.extend(std::iter::repeat_n(' ', self.column));
    }

    /// White space after a comma, before an item of the given width.
    fn separate(&mut self, style: Style, depth: usize, next: usize) {
        let fits = self.column + 1 + next < WIDTH;
        if style == Style::Flat || (style == Style::Filled && fits) {
            self.put(" ");
        } else {
            self.new_line(depth);
        }
    }
}

/// How wide the item that begins at token `at` is on one line.
fn item_width(tokens: &[Token<'_>], at: usize) -> usize {
    let mut width = 0;
    let mut next = at;
    while let Some(token) = tokens.get(next) {
        match (token.text, token.group) {
            ("," | ")" | "]", _) => break,
            (_, Some(group)) => {
                width += group.width;
                next = group.close + 1;
            }
            _ => {
                width += token_width(token.text);
                next += 1;
            }
        }
    }
    width
}

/// How much room a token takes with the white space after it.
fn token_width(text: &str) -> usize {
    match text {
        ":" | "," => 2,
        other => other.chars().count(),
    }
}

fn tokens(compact: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut width = 0;
    let mut rest = compact;
    while let Some(first) = rest.chars().next() {
        let len = match first {
            '"' => string_len(rest),
            '(' | ')' | '[' | ']' | ',' | ':' => 1,
            _ => rest.find(['"', '(', ')', '[', ']', ',', ':']).unwrap_or(rest.len()),
        };
        let (text, after) = rest.split_at(len.min(rest.len()));
        if matches!(text, "(" | "[") {
            open.push((tokens.len(), width));
        }
        width += token_width(text);
        if matches!(text, ")" | "]")
            && let Some((opening, before)) = open.pop()
        {
            let group = Group { close: tokens.len(), width: width - before };
            if let Some(token) = tokens.get_mut(opening) {
                token.group = Some(group);
            }
        }
        tokens.push(Token { text, group: None });
        rest = after;
    }
    tokens
}

/// The length of the quoted text with which `text` begins, in bytes.
fn string_len(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_records_take_one_line_and_long_ones_share() {
        let long = "x".repeat(60);
        let compact = format!(
            "FamilyMap(version:1,title:\"a,b:(\\\"c\\\")\",people:[(id:\"A1\",call:\"Kim\"),\
             (id:\"A2\",call:\"{long}\",entries:[(id:\"e1\",kind:\"k\")],more:\"{long}\")],view:())"
        );
        let expected = format!(
            "FamilyMap(\n    version: 1,\n    title: \"a,b:(\\\"c\\\")\",\n    people: [\n        \
             (id: \"A1\", call: \"Kim\"),\n        (\n            id: \"A2\", \
             call: \"{long}\",\n            entries: [(id: \"e1\", kind: \"k\")],\n            \
             more: \"{long}\",\n        ),\n    ],\n    view: (),\n)\n"
        );
        let wrapped = wrap(&compact);
        assert_eq!(wrapped, expected);
    }

    #[test]
    fn no_line_is_wider_than_its_longest_item_needs() {
        let items: Vec<String> =
            (0..40).map(|n| format!("(id:\"p{n}\",call:\"Naam {n}\",born:\"1990\")")).collect();
        let wrapped = wrap(&format!("FamilyMap(people:[{}])", items.join(",")));
        assert!(wrapped.lines().all(|line| line.len() <= WIDTH), "{wrapped}");
        assert_eq!(wrapped.lines().count(), 40 + 4);
    }
}
