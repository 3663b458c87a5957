//! Words in the room there is: broken, or cut.

use crate::fonts::{Weight, text_width};

/// No more letters than this are looked at: far more than fit.
const LONGEST: usize = 160;
/// The same where nothing may be cut that anybody writes.
const LONGEST_WHOLE: usize = 600;

/// `text` in at most `lines` lines of at most `width`, broken between words; what does not fit is
/// cut with "…".
pub(super) fn wrapped(
    text: &str,
    width: f64,
    lines: usize,
    measured: impl Fn(&str) -> f64,
) -> Vec<String> {
    let text: String = text.chars().take(LONGEST).collect();
    let mut out: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let mut line = word.to_owned();
        while let Some(next) = words.peek() {
            let longer = format!("{line} {next}");
            if width < measured(&longer) {
                break;
            }
            line = longer;
            words.next();
        }
        if out.len() + 1 == lines && words.peek().is_some() {
            for word in words.by_ref() {
                line.push(' ');
                line.push_str(word);
            }
        }
        out.push(shortened(&line, width, &measured));
    }
    out
}

/// All of `text` in lines of at most `width`, set in this size and weight.
#[must_use]
pub fn lines_of(text: &str, width: f64, size: f64, weight: Weight) -> Vec<String> {
    whole(text, width, |line| text_width(line, size, weight))
}

/// All of `text` in lines of at most `width`, broken between words and, where one is wider, within it.
/// Of a text beyond all measure the end is left out, with "…".
pub(super) fn whole(text: &str, width: f64, measured: impl Fn(&str) -> f64) -> Vec<String> {
    let (mut lines, mut line): (Vec<String>, String) = (Vec::new(), String::new());
    let mut letters = text.chars();
    let mut known: String = letters.by_ref().take(LONGEST_WHOLE).collect();
    if letters.next().is_some() {
        known.push('…');
    }
    for word in known.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measured(&longer) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if width < measured(&line) && 1 < line.chars().count() {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// `text`, cut with "…" where it is wider than `width`.
pub(super) fn shortened(text: &str, width: f64, measured: impl Fn(&str) -> f64) -> String {
    if measured(text) <= width {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
    let candidates = ends.iter().rev().filter_map(|end| text.get(..*end));
    let fitting = candidates.map(|start| format!("{}…", start.trim_end()));
    fitting.into_iter().find(|cut| measured(cut) <= width).unwrap_or_else(|| "…".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let letters = |text: &str| text.chars().count() as f64;
        assert_eq!(wrapped(text, 10.0, 2, letters), expected, "{text}");
    }

    #[test]
    fn nothing_of_a_title_is_lost() {
        let letters = |text: &str| text.chars().count() as f64;
        assert_eq!(
            whole("Weer bij elkaar (bedacht)", 10.0, letters),
            ["Weer bij", "elkaar", "(bedacht)"]
        );
        assert_eq!(whole("Wolfeschlegelstein 2", 10.0, letters), ["Wolfeschle", "gelstein 2"]);
        assert_eq!(whole("", 10.0, letters), [""; 0]);
        assert_eq!(whole("ab", 0.0, letters), ["a", "b"], "never for ever");
        let endless = whole(&"a".repeat(9_000), 10.0, letters);
        assert_eq!(endless.len(), 61);
    }

    #[test]
    fn long_names_take_two_lines_and_then_lose_their_end() {
        check("", &[]);
        check("Kim", &["Kim"]);
        check("moeder van Rob", &["moeder van", "Rob"]);
        check("Jan Pieter Cornelis van Dam", &["Jan Pieter", "Cornelis…"]);
        check("Wolfeschlegelstein", &["Wolfeschl…"]);
        check("  wit   ruimte ", &["wit ruimte"]);
    }
}
