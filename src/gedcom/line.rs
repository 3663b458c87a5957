//! Lines: level, xref, tag and value, cut out of bytes without looking at letters.

/// One line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// The number of the line in the file, from 1.
    pub(super) number: usize,
    /// How deep it stands; `None` when it does not say.
    pub(super) level: Option<u8>,
    /// Its own name, without the signs around it.
    pub(super) xref: &'a [u8],
    /// What it is about; empty when there is no level.
    pub(super) tag: &'a [u8],
    /// The rest; the whole line when there is no level.
    pub(super) value: &'a [u8],
}

/// The lines of `bytes` that are not blank. Lines end in CR, LF, CRLF or LFCR.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = Line<'_>> {
    let mut rest = bytes;
    let mut number = 0;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (text, after) = cut(rest);
            rest = after;
            number += 1;
            if !text.trim_ascii().is_empty() {
                return Some(line(number, text));
            }
        }
        None
    })
}

/// The first line, and what follows its end.
fn cut(bytes: &[u8]) -> (&[u8], &[u8]) {
    let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')) else {
        return (bytes, b"");
    };
    let (text, rest) = bytes.split_at(end);
    let rest = match rest {
        [b'\r', b'\n', rest @ ..] => rest,
        [b'\n', b'\r', rest @ ..] | [_, rest @ ..] => rest,
        [] => rest,
    };
    (text, rest)
}

fn line(number: usize, text: &[u8]) -> Line<'_> {
    let unread = Line { number, level: None, xref: b"", tag: b"", value: text };
    let start = text.trim_ascii_start();
    let n_digits = start.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = start.split_at(n_digits);
    // More digits are a number that somebody wrote in a note.
    if !(1..=2).contains(&n_digits) || !rest.first().is_some_and(u8::is_ascii_whitespace) {
        return unread;
    }
    let level = digits.iter().fold(0, |level: u8, digit| {
        level.saturating_mul(10).saturating_add(digit.saturating_sub(b'0'))
    });
    let mut rest = rest.trim_ascii_start();
    let mut xref: &[u8] = b"";
    if let Some(after) = rest.strip_prefix(b"@")
        && let Some(end) = after.iter().position(|byte| *byte == b'@')
    {
        let (name, after) = after.split_at(end);
        xref = name;
        rest = after.get(1..).unwrap_or(b"").trim_ascii_start();
    }
    let end = rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
    let (tag, after) = rest.split_at(end);
    let is_tag = !tag.is_empty() && tag.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_');
    if !is_tag {
        return unread;
    }
    // One sign separates tag and value; more of them belong to the value.
    Line { number, level: Some(level), xref, tag, value: after.get(1..).unwrap_or(b"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let endings = ["\n", "\r", "\r\n", "\n\r"];
        for ending in endings {
            let text = ["0 HEAD", "1 CHAR ASCII", "", "0 TRLR", ""].join(ending);
            let found: Vec<(usize, Option<u8>)> =
                lines(text.as_bytes()).map(|line| (line.number, line.level)).collect();
            assert_eq!(found, [(1, Some(0)), (2, Some(1)), (4, Some(0))], "{ending:?}");
        }
    }

    #[test]
    fn lines_come_apart_where_they_can() {
        let check = |text: &'static str, level, xref: &str, tag: &str, value: &str| {
            let expected = Line {
                number: 1,
                level,
                xref: xref.as_bytes(),
                tag: tag.as_bytes(),
                value: value.as_bytes(),
            };
            assert_eq!(lines(text.as_bytes()).next(), Some(expected), "{text:?}");
        };
        check("0 @I1@ INDI", Some(0), "I1", "INDI", "");
        check("\t 1  NAME  Kim /Lammers/ ", Some(1), "", "NAME", " Kim /Lammers/ ");
        check("2 CONC", Some(2), "", "CONC", "");
        check("0 @I 1@ INDI", Some(0), "I 1", "INDI", "");
        check("1 NOTE @N1@", Some(1), "", "NOTE", "@N1@");
        check("1950 was a good year", None, "", "", "1950 was a good year");
        check("and so on", None, "", "", "and so on");
        check("1", None, "", "", "1");
        check("-1 INDI", None, "", "", "-1 INDI");
        check("1 --- x", None, "", "", "1 --- x");
    }
}
