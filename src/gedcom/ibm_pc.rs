//! The letters of the IBM PC: code page 437 with the accents of 850.

/// The letters 0x80 to 0xFF; box drawing, which no name holds, as signs for "no letter".
const LETTERS: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»     ÁÂÀ©    ¢¥ ",
    "      ãÃ       ¤ðÐÊËÈıÍÎÏ    ¦Ì ÓßÔÒõÕµþÞÚÛÙýÝ¯´ ±‗¾¶§÷¸°¨·¹³²■ ",
);

/// `bytes` as Unicode.
pub(super) fn decode(bytes: &[u8]) -> String {
    bytes.iter().copied().map(letter).collect()
}

fn letter(byte: u8) -> char {
    match byte {
        0xFF => '\u{a0}',
        0x80.. => match LETTERS.chars().nth(usize::from(byte) - 0x80) {
            None | Some(' ') => char::REPLACEMENT_CHARACTER,
            Some(letter) => letter,
        },
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_as_long_as_what_it_stands_for() {
        assert_eq!(LETTERS.chars().count(), 0x80);
        assert_eq!(decode(b"\x81\x82\xB5\xE1\xD0\xF8\xC6"), "üéÁßð°ã");
    }
}
