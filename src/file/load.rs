//! Opening a file that is not as it should be, as far as it can be read: what contradicts itself is
//! mended and told, what Notepad wrote is read, what was changed by hand is welcome and said.

use std::collections::BTreeSet;

use super::error::{OpenError, syntax_error};
use super::header::{self, Header};
use super::v1::Id;
use super::{MAX_FILE_BYTES, VERSION, comments, from_wire, is_sealed, key, options, v1, v2};
use crate::i18n::Message;
use crate::model::{Broken, FamilyMap, Repair, repaired};

/// What stands before the sum of everything above it.
const SUM: &str = "// sum ";
/// Its letters and digits.
const SUM_LEN: usize = 32;

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The map.
    pub map: FamilyMap,
    /// What was mended, in order. With any, the map is other than its file.
    pub repairs: Vec<Repair>,
    /// What is said of the file itself.
    pub notes: Vec<Message>,
}

/// Opens a family map, and mends what contradicts itself.
///
/// # Errors
/// When the bytes are not a whole family map of a known version, or cannot be mended.
pub fn load(bytes: &[u8]) -> Result<Loaded, OpenError> {
    let mut notes = Vec::new();
    let decoded = utf16(bytes)?;
    if decoded.is_some() {
        notes.push(Message::new("open-utf16"));
    }
    let bytes = decoded.as_deref().map_or(bytes, str::as_bytes);
    let (text, is_as_written) = text_of(bytes)?;
    if is_as_written == Some(false) {
        notes.push(Message::new("open-by-hand"));
    }
    let (map, mut repairs) = read(text, Twice::Renamed)?;
    let (map, more) = repaired(map).map_err(OpenError::Broken)?;
    repairs.extend(more);
    Ok(Loaded { map, repairs, notes })
}

/// What is done with a code that is used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Twice {
    /// The file is refused.
    Refused,
    /// The second gets another.
    Renamed,
}

/// The text in `bytes`, without marks, keys and sum; and whether the sum is right, if there is one.
pub(super) fn text_of(bytes: &[u8]) -> Result<(&str, Option<bool>), OpenError> {
    if MAX_FILE_BYTES < bytes.len() {
        return Err(OpenError::TooLarge);
    }
    if is_sealed(bytes) {
        return Err(OpenError::Sealed);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // The stock tool unseals a map with the key of what is kept of it.
    let (_keys, bytes) = key::split(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OpenError::Empty);
    }
    let text = std::str::from_utf8(bytes).map_err(|mistake| not_text(bytes, mistake))?;
    Ok(without_sum(text))
}

/// The map in `text`. References are not checked.
pub(super) fn read(text: &str, twice: Twice) -> Result<(FamilyMap, Vec<Repair>), OpenError> {
    let mut wire: v2::File = match header::read(text) {
        Header::Version(v2::VERSION) => options().from_str(text).map_err(syntax_error)?,
        Header::Version(v1::VERSION) => {
            let old: v1::File = options().from_str(text).map_err(syntax_error)?;
            old.into()
        }
        Header::Version(version) if VERSION < version => {
            return Err(OpenError::Newer { version });
        }
        Header::CutOff => return Err(OpenError::NotWhole),
        Header::Version(_) | Header::NoVersion => return Err(OpenError::NoVersion),
        Header::NotAMap => return Err(OpenError::NotAMap),
    };
    let repairs = match twice {
        Twice::Refused => Vec::new(),
        Twice::Renamed => rename_twice(&mut wire),
    };
    let mut map = from_wire::map(wire)?;
    map.comments = comments::collect(text);
    // Places are a wish: those that cannot be are none.
    let people = &map.people;
    map.view.seen.retain(|person, x| x.is_finite() && people.contains_key(person));
    Ok((map, repairs))
}

/// Gives records whose code is used already another one: neither is left out.
fn rename_twice(wire: &mut v2::File) -> Vec<Repair> {
    let mut done = Vec::new();
    let mut rename = |ids: Vec<&mut Id>| {
        let all: BTreeSet<String> = ids.iter().map(|id| id.0.clone()).collect();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for id in ids {
            if seen.insert(id.0.clone()) {
                continue;
            }
            done.push(Repair { what: Broken::SameId(id.0.clone()), at: None });
            let free = (2_usize..).map(|number| format!("{}-{number}", id.0));
            let free = free.into_iter().find(|it| !all.contains(it) && !seen.contains(it));
            if let Some(free) = free {
                seen.insert(free.clone());
                id.0 = free;
            }
        }
    };
    rename(wire.people.iter_mut().map(|it| &mut it.id).collect());
    rename(wire.unions.iter_mut().map(|it| &mut it.id).collect());
    rename(wire.twins.iter_mut().map(|it| &mut it.id).collect());
    rename(wire.relations.iter_mut().map(|it| &mut it.id).collect());
    rename(wire.households.iter_mut().map(|it| &mut it.id).collect());
    rename(wire.supports.iter_mut().map(|it| &mut it.id).collect());
    rename(wire.goals.iter_mut().map(|it| &mut it.id).collect());
    done
}

/// The line with the sum of `text`.
pub(super) fn sum_line(text: &str) -> String {
    format!("{SUM}{}\n", sum(text))
}

/// Editors change the ends of lines, and nothing is said of it.
fn sum(text: &str) -> String {
    let bytes: Vec<u8> = text.bytes().filter(|byte| *byte != b'\r').collect();
    super::Fingerprint::of(&bytes).key()
}

fn without_sum(text: &str) -> (&str, Option<bool>) {
    let body = text.trim_end();
    let at = body.rfind('\n').map_or(0, |at| at + 1);
    let (above, line) = body.split_at_checked(at).unwrap_or((body, ""));
    let said = line.strip_prefix(SUM).map(str::trim);
    match said.filter(|it| it.len() == SUM_LEN && it.bytes().all(|b| b.is_ascii_hexdigit())) {
        Some(said) => (above, Some(said == sum(above))),
        None => (text, None),
    }
}

/// What Notepad calls "Unicode": two bytes a letter, with a mark before it or not.
fn utf16(bytes: &[u8]) -> Result<Option<String>, OpenError> {
    let read: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        [first, 0, ..] if first.is_ascii() && *first != 0 => u16::from_le_bytes,
        [0, first, ..] if first.is_ascii() && *first != 0 => u16::from_be_bytes,
        _ => return Ok(None),
    };
    if MAX_FILE_BYTES < bytes.len() {
        return Err(OpenError::TooLarge);
    }
    if !bytes.len().is_multiple_of(2) {
        return Err(OpenError::NotWhole);
    }
    let units = bytes.chunks_exact(2).filter_map(|two| two.try_into().ok()).map(read);
    let text: Result<String, _> = char::decode_utf16(units).collect();
    let text = text.map_err(|_odd| OpenError::NotText { line: 1 })?;
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}

fn not_text(bytes: &[u8], mistake: std::str::Utf8Error) -> OpenError {
    // A file cut off within a letter is not whole; anything else is not text.
    if mistake.error_len().is_none() {
        return OpenError::NotWhole;
    }
    let before = bytes.iter().take(mistake.valid_up_to());
    OpenError::NotText { line: 1 + before.filter(|byte| **byte == b'\n').count() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{open, to_bytes};

    fn file(fields: &str) -> String {
        format!("FamilyMap(version: 2, title: \"ë\", lang: Nl{fields})")
    }

    fn noted(loaded: &Loaded) -> Vec<&str> {
        loaded.notes.iter().map(|it| it.id).collect()
    }

    #[test]
    fn what_notepad_calls_unicode_opens() {
        let text = file("");
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in
            [[&[0xFF, 0xFE], &le[..]].concat(), [&[0xFE, 0xFF], &be[..]].concat(), le.clone(), be]
        {
            let loaded = load(&bytes).expect("it opens");
            assert_eq!((loaded.map.title.as_str(), noted(&loaded)), ("ë", vec!["open-utf16"]));
        }
        assert_eq!(load(&le[..le.len() - 1]), Err(OpenError::NotWhole));
        assert_eq!(load(&[0xFF, 0xFE, 0x00, 0xD8]), Err(OpenError::NotText { line: 1 }));
    }

    #[test]
    fn a_letter_that_flipped_is_seen_and_a_file_of_hand_is_welcome() {
        let map = FamilyMap { title: "Thuis".to_owned(), ..FamilyMap::default() };
        let saved = to_bytes(&map).expect("it saves");
        let loaded = load(&saved).expect("it opens");
        assert_eq!((&loaded.map, noted(&loaded)), (&map, vec![]));
        let text = String::from_utf8(saved).expect("text");
        let flipped = text.replace("Thuis", "Thuys");
        let loaded = load(flipped.as_bytes()).expect("it opens");
        assert_eq!((loaded.map.title.as_str(), noted(&loaded)), ("Thuys", vec!["open-by-hand"]));
        assert_eq!(loaded.map.comments, Vec::<String>::new(), "the sum is no comment");
        let windows = text.replace('\n', "\r\n");
        assert_eq!(noted(&load(windows.as_bytes()).expect("it opens")), Vec::<&str>::new());
        let by_hand = load(file("").as_bytes()).expect("it opens");
        assert_eq!(noted(&by_hand), Vec::<&str>::new(), "without a sum nothing is said");
        assert!(open(flipped.as_bytes()).is_ok());
    }

    #[test]
    fn codes_used_twice_lose_nobody() {
        let text = file(
            ", people: [(id: \"A\", call: \"Kim\"), (id: \"A\", call: \"Noa\"), (id: \"A-2\")], \
             unions: [(id: \"u\", partners: [\"A\", \"X\"])]",
        );
        let loaded = load(text.as_bytes()).expect("it opens");
        let mut people: Vec<&str> = loaded.map.people.keys().map(|it| it.as_str()).collect();
        people.sort_unstable();
        assert_eq!(people, ["A", "A-2", "A-3", "X"]);
        assert_eq!(loaded.repairs.len(), 2, "{:?}", loaded.repairs);
        assert!(open(text.as_bytes()).is_err(), "nothing is mended in silence");
        assert_eq!(load(file(", view: (seen: [(\"A\", NaN)])").as_bytes()).map(|_| ()), Ok(()));
    }
}
