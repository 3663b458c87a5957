//! ANSEL (ANSI Z39.47), the letters of GEDCOM before Unicode. Marks stand before their letter.

/// The letters without a mark.
const LETTERS: &[(u8, char)] = &[
    (0xA1, 'Ł'),
    (0xA2, 'Ø'),
    (0xA3, 'Đ'),
    (0xA4, 'Þ'),
    (0xA5, 'Æ'),
    (0xA6, 'Œ'),
    (0xA7, 'ʹ'),
    (0xA8, '·'),
    (0xA9, '♭'),
    (0xAA, '®'),
    (0xAB, '±'),
    (0xAC, 'Ơ'),
    (0xAD, 'Ư'),
    (0xAE, 'ʼ'),
    (0xB0, 'ʻ'),
    (0xB1, 'ł'),
    (0xB2, 'ø'),
    (0xB3, 'đ'),
    (0xB4, 'þ'),
    (0xB5, 'æ'),
    (0xB6, 'œ'),
    (0xB7, 'ʺ'),
    (0xB8, 'ı'),
    (0xB9, '£'),
    (0xBA, 'ð'),
    (0xBC, 'ơ'),
    (0xBD, 'ư'),
    (0xC0, '°'),
    (0xC1, 'ℓ'),
    (0xC2, '℗'),
    (0xC3, '©'),
    (0xC4, '♯'),
    (0xC5, '¿'),
    (0xC6, '¡'),
    (0xC7, 'ß'),
    (0xC8, '€'),
    (0xCF, 'ß'),
];

/// The marks 0xE0 to 0xFE as combining characters of Unicode.
const MARKS: [char; 31] = [
    '\u{309}', '\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{304}', '\u{306}', '\u{307}',
    '\u{308}', '\u{30C}', '\u{30A}', '\u{FE20}', '\u{FE21}', '\u{315}', '\u{30B}', '\u{310}',
    '\u{327}', '\u{328}', '\u{323}', '\u{324}', '\u{325}', '\u{333}', '\u{332}', '\u{326}',
    '\u{31C}', '\u{32E}', '\u{FE22}', '\u{FE23}', '\u{334}', '\u{313}', '\u{338}',
];

/// Letters with a mark that have a code of their own: mark, plain letters, letters with the mark.
const COMPOSED: &[(char, &str, &str)] = &[
    ('\u{300}', "AEIOUaeiouNn", "ÀÈÌÒÙàèìòùǸǹ"),
    ('\u{301}', "AEIOUYaeiouyCcLlNnRrSsZz", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
    ('\u{303}', "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
    ('\u{304}', "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    ('\u{306}', "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
    ('\u{307}', "CcEeGgIZz", "ĊċĖėĠġİŻż"),
    ('\u{308}', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ('\u{30A}', "AaUu", "ÅåŮů"),
    ('\u{30B}', "OoUu", "ŐőŰű"),
    ('\u{30C}', "CcDEeNnRrSsTZzGg", "ČčĎĚěŇňŘřŠšŤŽžǦǧ"),
    ('\u{327}', "CcSsTtGKkLlNnRr", "ÇçŞşŢţĢĶķĻļŅņŖŗ"),
    ('\u{328}', "AaEeIiUu", "ĄąĘęĮįŲų"),
];

/// `bytes` as Unicode, composed where Unicode has the letter.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut marks: Vec<char> = Vec::new();
    for byte in bytes {
        if let Some(mark) = byte.checked_sub(0xE0).and_then(|at| MARKS.get(usize::from(at))) {
            marks.push(*mark);
            continue;
        }
        let mut letter = plain(*byte);
        let mut over: Vec<char> = Vec::new();
        for mark in marks.drain(..) {
            match compose(letter, mark) {
                Some(composed) => letter = composed,
                None => over.push(mark),
            }
        }
        text.push(letter);
        text.extend(over);
    }
    text.extend(marks);
    text
}

/// Can `bytes` be ANSEL? Then marks stand before letters that wear them.
pub(super) fn fits(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    let mut bytes = bytes.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        let is_right = match byte {
            0x00..=0x7F => continue,
            0xE0..=0xFE => bytes.peek().is_some_and(|it| it.is_ascii_alphabetic() || *it > 0x80),
            _ => plain(byte) != char::REPLACEMENT_CHARACTER,
        };
        *(if is_right { &mut right } else { &mut wrong }) += 1;
    }
    wrong * 3 <= right
}

/// Is `bytes` likely to be ANSEL, without being called so? Then its marks stand before letters that
/// nobody writes behind what the marks are elsewhere: "âe" and "èu".
pub(super) fn is_likely(bytes: &[u8]) -> bool {
    let mut bytes = bytes.iter().copied().filter(|byte| *byte != b'\n').peekable();
    let mut n = 0;
    while let Some(byte) = bytes.next() {
        let next = bytes.peek().map_or(b' ', u8::to_ascii_lowercase);
        match (byte, next) {
            (0x00..=0x7F, _) => {}
            (0xE8, b'a' | b'o' | b'u') | (0xE2, b'e') | (0xF0, b'c') | (0xEA, b'a') => n += 1,
            _ => return false,
        }
    }
    0 < n
}

fn plain(byte: u8) -> char {
    match byte {
        0x00..=0x7F => char::from(byte),
        _ => {
            let letter = LETTERS.iter().find(|(of, _)| *of == byte);
            letter.map_or(char::REPLACEMENT_CHARACTER, |(_, letter)| *letter)
        }
    }
}

fn compose(letter: char, mark: char) -> Option<char> {
    let (_, from, to) = COMPOSED.iter().find(|(of, _, _)| *of == mark)?;
    to.chars().nth(from.chars().position(|it| it == letter)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_move_behind_their_letter_and_melt_into_it() {
        let cases: [(&[u8], &str); 6] = [
            (b"\xE8Ozt\xE8urk", "Öztürk"),
            (b"\xEAAse", "Åse"),
            (b"Fran\xF0cois", "François"),
            (b"\xF2\xE3a", "â\u{323}"),
            (b"\xA1od\xE2z", "Łodź"),
            (b"x\xE8", "x\u{308}"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode(bytes), expected);
        }
    }

    #[test]
    fn the_table_of_composed_letters_is_paired() {
        for (mark, from, to) in COMPOSED {
            assert_eq!(from.chars().count(), to.chars().count(), "U+{:04X}", u32::from(*mark));
        }
    }
}
