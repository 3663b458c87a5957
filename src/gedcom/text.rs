//! Letters: from the many encodings of GEDCOM files to Unicode.
//!
//! All encodings but UTF-16 have ASCII for the signs that make up lines, so lines are cut first
//! and their values turned into text afterwards: a letter that a program split over two lines
//! (`CONC`) is whole again by then.

use std::borrow::Cow;

use super::ansel;
use super::report::Report;

/// How the values of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Windows1252,
    Ansel,
    /// The IBM PC character set, code page 437 with the accents of 850.
    IbmPc,
}

/// How far into a file `CHAR` is looked for, in bytes.
const HEAD_BYTES: usize = 16 * 1024;

/// The file as bytes in which lines can be cut, and the encoding of their values.
pub(super) fn ascii_lines<'a>(bytes: &'a [u8], report: &mut Report) -> (Cow<'a, [u8]>, Encoding) {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return (Cow::Borrowed(rest), Encoding::Utf8);
    }
    let utf16 = match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xFE, 0xFF, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        [b'0', 0, ..] => Some((bytes, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0, b'0', ..] => Some((bytes, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let Some((rest, read)) = utf16 {
        return (Cow::Owned(from_utf16(rest, read, report)), Encoding::Utf8);
    }
    let encoding = match declared(bytes).as_str() {
        _ if std::str::from_utf8(bytes).is_ok() => Encoding::Utf8,
        "ANSEL" => Encoding::Ansel,
        "IBMPC" | "IBM" | "MSDOS" | "OEM" | "CP437" | "CP850" => Encoding::IbmPc,
        // Mostly UTF-8 with a few letters of something else.
        "UTF-8" | "UTF8" | "UNICODE" => Encoding::Utf8,
        _ => Encoding::Windows1252,
    };
    (Cow::Borrowed(bytes), encoding)
}

fn from_utf16(bytes: &[u8], read: fn([u8; 2]) -> u16, report: &mut Report) -> Vec<u8> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| read(*pair));
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
    text.as_bytes().to_vec()
}

/// The value of `1 CHAR` in the head, in capitals.
fn declared(bytes: &[u8]) -> String {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let char_line = super::line::lines(head).find(|line| line.tag == b"CHAR");
    let value = char_line.map_or(b"".as_slice(), |line| line.value.trim_ascii());
    String::from_utf8_lossy(value).to_ascii_uppercase()
}

/// The text of a value that stands in line `line`.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    encoding: Encoding,
    line: usize,
    report: &mut Report,
) -> Cow<'a, str> {
    match encoding {
        _ if bytes.is_ascii() => String::from_utf8_lossy(bytes),
        Encoding::Utf8 => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => {
                report.letters(line);
                Cow::Owned(mixed(bytes))
            }
        },
        Encoding::Windows1252 => Cow::Owned(bytes.iter().copied().map(windows_1252).collect()),
        Encoding::IbmPc => Cow::Owned(bytes.iter().copied().map(ibm_pc).collect()),
        Encoding::Ansel => Cow::Owned(ansel::decode(bytes)),
    }
}

/// UTF-8 with bytes in between that can only be Windows-1252.
fn mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().copied().map(windows_1252));
    }
    text
}

/// The letters 0x80 to 0x9F of Windows-1252; a space where there is none.
const WINDOWS_1252: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The letters 0x80 to 0xFF of the IBM PC; box drawing, which no name holds, as spaces.
const IBM_PC: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»     ÁÂÀ©    ¢¥ ",
    "      ãÃ       ¤ðÐÊËÈıÍÎÏ    ¦Ì ÓßÔÒõÕµþÞÚÛÙýÝ¯´ ±‗¾¶§÷¸°¨·¹³²■ ",
);

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252.chars().nth(usize::from(byte) - 0x80).unwrap_or(' '),
        other => char::from(other),
    }
}

fn ibm_pc(byte: u8) -> char {
    match byte {
        0x80.. => IBM_PC.chars().nth(usize::from(byte) - 0x80).unwrap_or(' '),
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_as_long_as_what_they_stand_for() {
        assert_eq!(WINDOWS_1252.chars().count(), 0x20, "Windows-1252");
        assert_eq!(IBM_PC.chars().count(), 0x80, "IBM PC");
        assert_eq!(windows_1252(0x92), '’');
        assert_eq!(windows_1252(0xE9), 'é');
        assert_eq!((ibm_pc(0x81), ibm_pc(0x82), ibm_pc(0xB5), ibm_pc(0xE1)), ('ü', 'é', 'Á', 'ß'));
        assert_eq!((ibm_pc(0xD0), ibm_pc(0xF8), ibm_pc(0xC6)), ('ð', '°', 'ã'));
    }

    #[test]
    fn every_encoding_gives_the_same_name() {
        let mut report = Report::default();
        let cases: [(&[u8], Encoding); 4] = [
            ("André".as_bytes(), Encoding::Utf8),
            (b"Andr\xE9", Encoding::Windows1252),
            (b"Andr\xE2e", Encoding::Ansel),
            (b"Andr\x82", Encoding::IbmPc),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(bytes, encoding, 1, &mut report), "André", "{encoding:?}");
        }
        assert_eq!(decode(b"Andr\xE9 \xC3\xA9", Encoding::Utf8, 1, &mut report), "André é");
    }
}
