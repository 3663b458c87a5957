//! Takes a word with a sign before it apart: the word, `@` when, `=` how it stands.

use super::answer::Answer;
use super::{Mark, Sign, Span};

/// `schulden@24..31=vroeger`, `"eigen woorden"@1998`, `schulden?`.
pub(super) fn mark(sign: Sign, text: &str, span: Span) -> Mark {
    let (word, is_quoted, rest) = match text.strip_prefix('"').and_then(|it| it.split_once('"')) {
        Some((word, rest)) => (word.to_owned(), true, rest),
        None => {
            let end = text.find(['@', '=']).unwrap_or(text.len());
            let (word, rest) = text.split_at(end);
            (word.to_owned(), false, rest)
        }
    };
    let mut says = Vec::new();
    let word = match word.strip_suffix('?') {
        Some(word) if !is_quoted => {
            says.push("?".to_owned());
            word.to_owned()
        }
        _ => word,
    };
    let (mut since, mut until) = (None, None);
    let mut rest = rest;
    while let Some(sign) = rest.chars().next() {
        let inner = rest.get(sign.len_utf8()..).unwrap_or_default();
        let (value, more) = value(inner);
        match sign {
            '@' => {
                let (from, to) = match value.split_once("..") {
                    Some((from, to)) => (from, Some(to)),
                    None => (value.as_str(), None),
                };
                since = Some(from.to_owned()).filter(|it| !it.is_empty());
                until = to.map(str::to_owned);
            }
            '=' => says.push(value),
            // "#woord?nog": all of it is what is not understood.
            _ => says.push(format!("{sign}{value}")),
        }
        rest = more;
    }
    let (answer, own_words) = (Answer::default(), None);
    Mark { span, sign, word, is_quoted, since, until, says, answer, own_words }
}

/// What stands behind `@` or `=`: up to the next of them, or between quotes.
fn value(text: &str) -> (String, &str) {
    if let Some((inner, rest)) = text.strip_prefix('"').and_then(|it| it.split_once('"')) {
        return (inner.to_owned(), rest);
    }
    let end = text.find(['@', '=']).unwrap_or(text.len());
    let (value, rest) = text.split_at(end);
    // "als_tiener"
    (value.replace('_', " "), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_say_when_and_how_it_stands() {
        let of = |text| mark(Sign::Any, text, 0..0);
        let full = of("schulden@24..31=vroeger");
        assert_eq!(full.word, "schulden");
        assert_eq!((full.since.as_deref(), full.until.as_deref()), (Some("24"), Some("31")));
        assert_eq!(full.says, ["vroeger"]);
        let own = of("\"ruzie om de hond\"@\"als tiener\"");
        assert!(own.is_quoted && own.word == "ruzie om de hond");
        assert_eq!(own.since.as_deref(), Some("als tiener"));
        assert_eq!(of("schulden?").says, ["?"]);
        assert_eq!(of("schulden@als_kind").since.as_deref(), Some("als kind"));
        assert_eq!(of("schulden@..31").since, None);
        let open = of("schulden@24–31..");
        assert_eq!((open.since.as_deref(), open.until.as_deref()), (Some("24–31"), Some("")));
    }
}
