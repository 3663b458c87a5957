//! Letters: from the many encodings of GEDCOM files to Unicode.
//!
//! All encodings but UTF-16 have ASCII for the signs that make up lines, so lines are cut first
//! and their values turned into text afterwards: a letter that a program split over two lines
//! (`CONC`) is whole again by then.

use std::borrow::Cow;

use super::charset::{self, Certainty, Charset, Kind, Order};
use super::report::Report;
use super::{ansel, ibm_pc};

/// How far into a file `CHAR` is looked for, in bytes.
const HEAD_BYTES: usize = 16 * 1024;

/// A file as bytes in which lines can be cut.
pub(super) struct Letters<'a> {
    pub(super) bytes: Cow<'a, [u8]>,
    /// How the values in `bytes` are written.
    pub(super) values: Charset,
    /// How the file itself is written.
    pub(super) charset: Charset,
    pub(super) certainty: Certainty,
}

/// The file as bytes in which lines can be cut, read as `chosen` where somebody chose.
pub(super) fn ascii_lines<'a>(
    bytes: &'a [u8],
    chosen: Option<Charset>,
    report: &mut Report,
) -> Letters<'a> {
    let (marked, rest) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (Some(Charset::UTF_8), rest),
        [0xFF, 0xFE, rest @ ..] => (Some(Charset(Kind::Utf16(Some(Order::Little)))), rest),
        [0xFE, 0xFF, rest @ ..] => (Some(Charset(Kind::Utf16(Some(Order::Big)))), rest),
        _ => (None, bytes),
    };
    let wide = || wide_order(rest).map(|order| Charset(Kind::Utf16(Some(order))));
    let certain = chosen.or(marked).or_else(wide);
    if let Some(Charset(Kind::Utf16(order))) = certain {
        let order = order.or_else(|| wide_order(rest)).unwrap_or(Order::Little);
        return Letters {
            bytes: Cow::Owned(from_utf16(rest, order, report)),
            values: Charset::UTF_8,
            charset: Charset(Kind::Utf16(Some(order))),
            certainty: Certainty::Sure,
        };
    }
    let bytes = without_nul(rest, report);
    let (charset, certainty) = match certain {
        Some(charset) => (charset, Certainty::Sure),
        None => charset::of(&bytes, &declared(&bytes)),
    };
    Letters { bytes, values: charset, charset, certainty }
}

/// UTF-16 without a mark: every other byte of the first line is nothing.
fn wide_order(bytes: &[u8]) -> Option<Order> {
    let (pairs, _) = bytes.get(..bytes.len().min(16)).unwrap_or(bytes).as_chunks::<2>();
    let all = |at: usize| pairs.iter().all(|pair| (pair.get(at) == Some(&0)) && *pair != [0, 0]);
    match pairs.len() {
        0 | 1 => None,
        _ if all(1) => Some(Order::Little),
        _ if all(0) => Some(Order::Big),
        _ => None,
    }
}

fn from_utf16(bytes: &[u8], order: Order, report: &mut Report) -> Vec<u8> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match order {
        Order::Little => u16::from_le_bytes(*pair),
        Order::Big => u16::from_be_bytes(*pair),
    });
    let mut text = String::with_capacity(bytes.len());
    let mut has_wrong = !rest.is_empty();
    for letter in char::decode_utf16(units) {
        has_wrong |= letter.is_err();
        text.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if has_wrong {
        report.letters(0);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    without_nul(text.as_bytes(), report).into_owned()
}

/// Zeros are no text: something went wrong where the file was copied.
fn without_nul<'a>(bytes: &'a [u8], report: &mut Report) -> Cow<'a, [u8]> {
    if !bytes.contains(&0) {
        return Cow::Borrowed(bytes);
    }
    for _ in bytes.chunk_by(|a, b| *a == 0 && *b == 0).filter(|it| it.starts_with(&[0])) {
        report.zeros(0);
    }
    Cow::Owned(bytes.iter().copied().filter(|byte| *byte != 0).collect())
}

/// The value of `1 CHAR` in the head.
fn declared(bytes: &[u8]) -> String {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let mut lines = super::line::lines(head);
    let char_line = lines.find(|line| line.tag.eq_ignore_ascii_case(b"CHAR"));
    let value = char_line.map_or(b"".as_slice(), |line| line.value.trim_ascii());
    String::from_utf8_lossy(value).into_owned()
}

/// The text of a value that stands in line `line`.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    charset: Charset,
    line: usize,
    report: &mut Report,
) -> Cow<'a, str> {
    if bytes.is_ascii() {
        return String::from_utf8_lossy(bytes);
    }
    let (text, is_whole) = match charset.0 {
        Kind::Ansel => (Cow::Owned(ansel::decode(bytes)), true),
        Kind::IbmPc => (Cow::Owned(ibm_pc::decode(bytes)), true),
        Kind::Web(encoding) if encoding != encoding_rs::UTF_8 => {
            let (text, has_wrong) = encoding.decode_without_bom_handling(bytes);
            (text, !has_wrong)
        }
        Kind::Web(_) | Kind::Utf16(_) => match std::str::from_utf8(bytes) {
            Ok(text) => (Cow::Borrowed(text), true),
            Err(_) => (Cow::Owned(mixed(bytes)), false),
        },
    };
    let is_odd = |c: char| c == char::REPLACEMENT_CHARACTER || ('\u{80}'..'\u{a0}').contains(&c);
    if !is_whole || text.contains(is_odd) {
        report.letters(line);
    }
    text
}

/// UTF-8 with bytes in between that can only be Windows-1252.
fn mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_name() {
        let mut report = Report::default();
        let cases: [(&[u8], &str); 4] = [
            ("André".as_bytes(), "utf-8"),
            (b"Andr\xE9", "windows-1252"),
            (b"Andr\xE2e", "ansel"),
            (b"Andr\x82", "cp437"),
        ];
        let named = |name| Charset::named(name).expect("an encoding");
        for (bytes, name) in cases {
            assert_eq!(decode(bytes, named(name), 1, &mut report), "André", "{name}");
        }
        assert_eq!(decode(b"Andr\xE9 \xC3\xA9", Charset::UTF_8, 1, &mut report), "André é");
    }

    #[test]
    fn wide_letters_are_known_without_a_mark() {
        assert_eq!(wide_order(b"0\0 \0H\0"), Some(Order::Little));
        assert_eq!(wide_order(b"\0\r\0\n\x000"), Some(Order::Big));
        assert_eq!(wide_order(b"0 HEAD\n1 X \0\0\0"), None);
        assert_eq!(wide_order(b""), None);
    }
}
