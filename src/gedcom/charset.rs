//! Encodings of letters: their names, and a guess where a file does not say which it uses.

use chardetng::EncodingDetector;
use encoding_rs::Encoding;

use super::{ansel, ibm_pc};
use crate::i18n::Message;

/// An encoding of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset(pub(super) Kind);

/// How an encoding is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Ansel,
    /// Code page 437 with the accents of 850.
    IbmPc,
    /// Two bytes a letter; the byte that comes first, where the name says so.
    Utf16(Option<Order>),
    /// One that the web knows.
    Web(&'static Encoding),
}

/// Which of the two bytes of a letter comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

/// How sure it is which encoding a file uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// It says so, and it fits; or all encodings give the same letters.
    Sure,
    Guessed,
}

impl Charset {
    /// The names of those that are offered where a guess was wrong, the likeliest first.
    pub const OFFERED: [&'static str; 18] = [
        "utf-8",
        "windows-1252",
        "ansel",
        "cp437",
        "windows-1250",
        "iso-8859-2",
        "windows-1251",
        "koi8-r",
        "ibm866",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "macintosh",
        "utf-16le",
        "utf-16be",
    ];

    /// The encoding called `name`, in any of the ways in which people and programs spell it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let bare: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let kind = match bare.as_str() {
            "ansel" => Kind::Ansel,
            "ibmpc" | "ibm" | "msdos" | "dos" | "oem" | "cp437" | "cp850" | "437" | "850"
            | "ibm437" | "ibm850" => Kind::IbmPc,
            "utf16" => Kind::Utf16(None),
            "utf16le" => Kind::Utf16(Some(Order::Little)),
            "utf16be" => Kind::Utf16(Some(Order::Big)),
            "ansi" | "iso88591" => Kind::Web(encoding_rs::WINDOWS_1252),
            "utf8" => Kind::Web(encoding_rs::UTF_8),
            "macroman" => Kind::Web(encoding_rs::MACINTOSH),
            _ => Kind::Web(web_named(&name, &bare)?),
        };
        Some(Self(kind))
    }

    /// Its name, as [`Self::named`] reads it back.
    #[must_use]
    pub fn name(self) -> String {
        match self.0 {
            Kind::Ansel => "ansel".to_owned(),
            Kind::IbmPc => "cp437".to_owned(),
            Kind::Utf16(None) => "utf-16".to_owned(),
            Kind::Utf16(Some(Order::Little)) => "utf-16le".to_owned(),
            Kind::Utf16(Some(Order::Big)) => "utf-16be".to_owned(),
            Kind::Web(encoding) => encoding.name().to_lowercase(),
        }
    }

    /// What it is, in words.
    #[must_use]
    pub fn words(self) -> Message {
        Message::new("gedcom-charset").arg("name", self.name())
    }

    pub(super) const UTF_8: Self = Self(Kind::Web(&encoding_rs::UTF_8_INIT));
    const WESTERN: Self = Self(Kind::Web(&encoding_rs::WINDOWS_1252_INIT));
}

fn web_named(name: &str, bare: &str) -> Option<&'static Encoding> {
    let windows = bare.strip_prefix("windows").or_else(|| bare.strip_prefix("win"));
    let label = match windows.or_else(|| bare.strip_prefix("cp")) {
        Some(number) if number.len() == 4 => format!("windows-{number}"),
        _ => name.to_owned(),
    };
    let iso = bare.strip_prefix("iso8859").map(|part| format!("iso-8859-{part}"));
    let found = [Some(label), iso, Some(bare.to_owned())]
        .into_iter()
        .flatten()
        .find_map(|label| Encoding::for_label(label.as_bytes()))?;
    // What the web calls "replacement" reads nothing.
    (found != encoding_rs::REPLACEMENT).then_some(found)
}

/// The encoding of `bytes`, which are no UTF-16, where the head calls it `declared` (any case).
pub(super) fn of(bytes: &[u8], declared: &str) -> (Charset, Certainty) {
    if is_utf8(bytes) {
        return (Charset::UTF_8, Certainty::Sure);
    }
    let declared = declared.to_ascii_uppercase();
    let says_nothing = matches!(declared.as_str(), "" | "ANSI" | "ASCII" | "UNICODE" | "UTF-16");
    let named = Charset::named(&declared).filter(|_| !says_nothing);
    let fits = named.is_some_and(|charset| match charset.0 {
        Kind::Ansel => ansel::fits(bytes),
        Kind::Web(encoding) if encoding == encoding_rs::UTF_8 => mostly_utf8(bytes),
        Kind::IbmPc => oddness(&ibm_pc::decode(&sample(bytes))) == 0,
        Kind::Utf16(_) => false,
        Kind::Web(_) => true,
    });
    match named.filter(|_| fits) {
        Some(charset) => (charset, Certainty::Sure),
        None => (guess(bytes), Certainty::Guessed),
    }
}

/// Is this UTF-8? A file that was cut off in the middle of a letter is, where other letters show it.
fn is_utf8(bytes: &[u8]) -> bool {
    let Err(wrong) = std::str::from_utf8(bytes) else { return true };
    let before = bytes.get(..wrong.valid_up_to()).unwrap_or_default();
    wrong.error_len().is_none() && !before.is_ascii()
}

/// Is more of what is not ASCII right than wrong?
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    wrong < right
}

/// How much of a file is looked at for a guess, in bytes.
const SAMPLE: usize = 64 * 1024;

/// The lines that are more than ASCII: only they tell anything.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in super::line::lines(bytes).filter(|line| !line.value.is_ascii()) {
        sample.extend(line.value);
        sample.push(b'\n');
        if SAMPLE < sample.len() {
            break;
        }
    }
    sample
}

/// The likeliest encoding: what a detector made for web pages says, held against those that the
/// web does not know.
fn guess(bytes: &[u8]) -> Charset {
    let sample = sample(bytes);
    let mut detector = EncodingDetector::new();
    detector.feed(&sample, true);
    let web = Charset(Kind::Web(detector.guess(None, false)));
    if ansel::is_likely(&sample) {
        return Charset(Kind::Ansel);
    }
    let candidates = [web, Charset::WESTERN, Charset(Kind::IbmPc), Charset(Kind::Ansel)];
    let oddness = |charset: &Charset| oddness(&decoded(&sample, *charset));
    // The first of equals: what the detector says counts, unless it cannot be.
    candidates.into_iter().min_by_key(oddness).unwrap_or(web)
}

fn decoded(bytes: &[u8], charset: Charset) -> String {
    match charset.0 {
        Kind::Ansel => ansel::decode(bytes),
        Kind::IbmPc => ibm_pc::decode(bytes),
        Kind::Utf16(_) => String::new(),
        Kind::Web(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Signs that stand around words, and those that stand within them.
const SIGNS: &str = "‘“”„«»–—…€°·§½¼¾ªº´¡¿£©®\u{a0}";
const WITHIN: &str = "’‘·´\u{ad}";

/// How often `text` looks like no names: capitals within words, several scripts in one, signs
/// between letters, long rows of letters with marks.
fn oddness(text: &str) -> usize {
    let mut odd = 0;
    for word in text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation()) {
        let has_ascii = word.chars().any(|c| c.is_ascii_alphabetic());
        let mut before = ' ';
        let mut run = 0;
        let mut letters = word.chars().peekable();
        while let Some(letter) = letters.next() {
            run = if letter.is_ascii() { 0 } else { run + 1 };
            let is_latin = letter < '\u{250}' || ('\u{1E00}'..'\u{1F00}').contains(&letter);
            let is_between =
                before.is_alphanumeric() && letters.peek().is_some_and(|it| it.is_alphanumeric());
            let is_odd = if letter.is_ascii() {
                false
            } else if letter.is_alphabetic() {
                (letter.is_uppercase() && before.is_lowercase())
                    || (if is_latin { 2 < run } else { has_ascii })
            } else {
                let signs = if is_between { WITHIN } else { SIGNS };
                !signs.contains(letter)
            };
            odd += usize::from(is_odd);
            before = letter;
        }
    }
    odd
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_is_offered_reads_back() {
        for name in Charset::OFFERED {
            let charset = Charset::named(name).expect("an encoding");
            assert_eq!(charset.name(), name);
        }
        for (spelled, name) in [
            ("ANSI", "windows-1252"),
            ("CP1251", "windows-1251"),
            ("win-1250", "windows-1250"),
            ("Latin2", "iso-8859-2"),
            ("ISO8859-1", "windows-1252"),
            ("iso_8859-5", "iso-8859-5"),
            ("IBMPC", "cp437"),
            ("cp850", "cp437"),
            ("Macintosh", "macintosh"),
            ("UTF8", "utf-8"),
        ] {
            assert_eq!(Charset::named(spelled).map(Charset::name).as_deref(), Some(name));
        }
        assert_eq!(Charset::named("klingon"), None);
    }

    #[test]
    fn names_of_every_land_are_guessed() {
        let cases = [
            ("windows-1251", "Иван Петров\nМария Иванова"),
            ("windows-1251", "Иван /Петров/"),
            ("windows-1250", "Wiśniewski Stanisław\nŁódź Grażyna Żak"),
            ("windows-1250", "Jiří Dvořák\nBožena Němcová z Plzně"),
            ("windows-1253", "Γιώργος Παπαδόπουλος\nΜαρία"),
            ("windows-1252", "Renée /Müller/\nZöe"),
            ("windows-1252", "Søren Åse Jørgensen"),
        ];
        for (name, text) in cases {
            let charset = Charset::named(name).expect("an encoding");
            let Kind::Web(encoding) = charset.0 else { continue };
            let (bytes, _, _) = encoding.encode(text);
            let head = b"0 HEAD\n1 CHAR ANSI\n0 @I1@ INDI\n1 NAME ".as_slice();
            let file = [head, &bytes.replace_newlines()].concat();
            let (found, certainty) = of(&file, "ANSI");
            assert_eq!(decoded(&bytes, found), text, "{name} was taken for {}", found.name());
            assert_eq!(certainty, Certainty::Guessed);
        }
    }

    trait Lines {
        fn replace_newlines(&self) -> Vec<u8>;
    }

    impl Lines for [u8] {
        fn replace_newlines(&self) -> Vec<u8> {
            self.split(|byte| *byte == b'\n')
                .collect::<Vec<_>>()
                .join(b"\n0 INDI\n1 NAME ".as_slice())
        }
    }

    #[test]
    fn what_the_web_does_not_know_is_guessed_too() {
        let cases: [(&[u8], &str); 4] = [
            (b"1 NAME Andr\x82 /M\x81ller/", "cp437"),
            (b"1 NAME Andr\xE2e /M\xE8uller/", "ansel"),
            (b"1 NAME Andr\xE9 /M\xFCller/", "windows-1252"),
            (b"1 NAME J\x94rg /Stra\xE1er/", "cp437"),
        ];
        for (bytes, name) in cases {
            for declared in ["", "ANSI", "ASCII"] {
                assert_eq!(of(bytes, declared).0.name(), name, "{bytes:?} as {declared}");
            }
        }
        assert_eq!(of(b"1 NAME Andr\xE9 /Lef\xE8vre/ \x93x\x94", "ANSEL").0.name(), "windows-1252");
        assert_eq!(of(b"1 NAME Andr\xE9", "UTF-8").0.name(), "windows-1252");
        assert_eq!(
            of(b"1 NAME Andr\xE9 \xC3\xA9\xC3\xA8", "UTF-8"),
            (Charset::UTF_8, Certainty::Sure)
        );
    }
}
