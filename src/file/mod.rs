//! The file: a family map as bytes and back.
//!
//! A `.familie` file is [RON](https://docs.rs/ron), UTF-8, made to be read and edited by hand:
//!
//! ```ron
//! FamilyMap(
//!     version: 2,
//!     title: "Drie keer jong moeder",
//!     lang: Nl,
//!     today: "2026-11-21",
//!     focus: ["A11"],
//!     people: [
//!         (id: "A8", call: "Peter", prefix: "de", family: "Ronde", gender: Man, born: "1979"),
//!         (
//!             id: "A11", call: "Kim", family: "Lammers", gender: Woman, born: "2001",
//!             entries: [(id: "e1", kind: "geld-schulden", since: "age 19", going_on: Now)],
//!         ),
//!     ],
//!     unions: [(id: "u1", partners: ["A13", "A11"], from: "2018", children: [(id: "A16")])],
//! )
//! ```
//!
//! - Only `version`, `title`, `lang` and the ids (and kinds) must be there; everything else is
//!   left out while it is empty or has its usual value. `version` comes first.
//! - A date is `"1979"`, `"1979-02"` or `"1979-02-28"`; about `"~1955"`, before `"<1960"`, after
//!   `">1950"`, between `"1958..1960"`. Who died at an unknown time has `died: "?"`.
//! - A moment in a life is a date, `"age 19"`, `"age ~19"`, `"age 17..19"`, `"as a child"`,
//!   `"as a teenager"` or `"later"`.
//! - `children` have a `bond` unless it is by birth: `(id: "B16", bond: Adopted)`.
//! - Who or what something is tied to: `to: Person("A3")`, `to: Support("s1")`,
//!   `whose: Household("h1")`, `whose: Family`.
//! - `cards` hold what the client said of a theme, whoever has it: `(id: "geld-schulden", pin: 1)`.
//!   The id is the theme as `patterns --format json` spells it. `marks` are those of version 1, on
//!   single findings: they are kept as they were.
//! - A kind of the map's own may leave out its `area`: then it is of no life area.
//! - `unread` keeps what was written in a field and is not understood, or cannot be:
//!   `(of: Person("p3", Born), text: "rond de oorlog")`. The fields are those of `Map`
//!   (`Map(Title)`), `Person`, `Union`, `Entry`, `Strength`, `Relation`, `Household`, `Support` and
//!   `Goal`, and stays: `Child("u1", "p3", From)`, `ChildWith("u1", "p3", "p2", From)`,
//!   `Housemate("h1", "p3", Until)`, `Tie("s1", Person("p3"), From)`; one text for each.
//! - `with: [(parent: "p2", bond: Adopted)]` of a child under a union is another bond with that one of
//!   the parents; the `bond` counts for the other.
//! - `dream`, and of a person `origin`, `language`, `faith`, `work`, `cause_of_death`: in their words.
//! - `help: [Practical, Advice]` is what kind of help a support gives; `sensitive: true` hides a line
//!   until it is opened; a household has `from` and `until`; several `supports` may work on a goal;
//!   `words` of a support says what it is in the family's own words.
//! - `story` is told scene by scene; of a scene only the `title` must be there:
//!   `(title: "Wat komt terug?", text: "Wat denken jullie?", people: ["A1"], cards: ["geld-schulden"],
//!   lens: Map, year: 2012, names: Kin, guess: (text: "Schulden.", cards: ["geld-schulden"]),
//!   notes: "Wacht 30 tellen.", trap: "Niet gevraagd is geen nee.", minutes: 5)`. `text` is the sentence on
//!   the screen; no `people` is everybody; `cards` are the strands; `lens` is `Map` or `Lifelines`; without
//!   `year` it is today; `names` is `Shown`, `Kin`, `Invented` or `Off`; `guess` is told in a second step;
//!   `notes` and `trap` are only for the one who tells. `findings` are those of version 1.
//! - `view: (strands: ["geld-schulden"])` are the strands that were on the map; `[]` is none, and
//!   left out means that nobody chose.
//! - `view: (digits: ["geld-schulden"])` are the kinds under the digits 1 to 9, so that a digit keeps its
//!   meaning on this map.
//! - `view: (seen: [("A1", 412.5), ("A2", -30.0)])` is how far to the right everybody stood; the
//!   rows follow from the generations. It is a wish: what does not fit (no longer, or of nobody) is
//!   passed over when the family is drawn. To let the program lay out the family anew, take it out.
//!
//! - Comments (`//`, `/* */`) are kept. A save puts them together at the head of the file, in their
//!   order, each with the id that it stood beside: `// [A8] does not want this told`.
//!
//! - The last line, `// sum …`, is a sum of all above it (FNV-1a, 128 bits, without carriage returns):
//!   by it a letter that flipped is seen. It may be left out, or be wrong: that is said, no more.
//!
//! A field or word that the version does not know is an error with its line: nothing is ever
//! dropped in silence. The same map always gives the same bytes.

mod comments;
mod disk;
mod error;
mod fingerprint;
mod from_wire;
mod header;
mod kept;
mod key;
mod load;
mod name;
mod read;
pub(crate) mod records;
mod save;
mod seal;
mod steps;
mod to_wire;
#[macro_use]
mod v1;
mod v2;
mod value;
mod wrap;

use ron::Options;
use ron::extensions::Extensions;

pub use disk::{Disk, PathKind, RealDisk, read_bounded};
pub use error::{DiskFault, MAX_FILE_BYTES, MAX_NAME_CHARS, MAX_NOTE_CHARS, OpenError, SaveError};
pub use fingerprint::Fingerprint;
pub use kept::{KeptKeys, without_keys};
pub use load::{Loaded, load};
pub use name::{ends_in, promises_another};
pub use read::{ReadFault, bounded, read};
pub use save::{Expected, save};
pub use seal::{Passphrase, Seal, Strength, UnsealError, is_sealed, seal, takes_work, unseal};
pub use steps::{SealedSteps, Step, Steps};
pub(crate) use value::{from_value, to_value};

use crate::model::{FamilyMap, broken};

/// What the name of a file ends in.
pub const EXTENSION: &str = "familie";

/// The version that is written.
pub const VERSION: u32 = v2::VERSION;

/// Reads a family map.
///
/// # Errors
/// When the bytes are not a whole family map of a known version without faults; nothing is
/// repaired and nothing is read by half.
pub fn open(bytes: &[u8]) -> Result<FamilyMap, OpenError> {
    let (text, _sum) = load::text_of(bytes)?;
    let (map, _none) = load::read(text, load::Twice::Refused)?;
    let faults = broken(&map);
    if faults.is_empty() { Ok(map) } else { Err(OpenError::Broken(faults)) }
}

/// Writes a family map: always the same bytes for the same map.
///
/// # Errors
/// When what was written would not open again as the same map; then nothing must be saved.
pub fn to_bytes(map: &FamilyMap) -> Result<Vec<u8>, SaveError> {
    let faults = broken(map);
    if !faults.is_empty() {
        return Err(SaveError::WouldNotOpen(OpenError::Broken(faults)));
    }
    let wire = to_wire::file(map);
    let Ok(compact) = options().to_string(&wire) else {
        return Err(SaveError::Differs);
    };
    let head = comments::head(&map.comments);
    let mut text = head + &wrap::wrap(&format!("FamilyMap{compact}"));
    text += &load::sum_line(&text);
    let bytes = text.into_bytes();
    match open(&bytes) {
        Ok(again) if again == *map => Ok(bytes),
        Ok(_) => Err(SaveError::Differs),
        Err(why) => Err(SaveError::WouldNotOpen(why)),
    }
}

/// An absent value is left out, so a present one needs no `Some(…)`.
fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

#[cfg(test)]
mod tests;
