//! What could not be taken over as it stood: grouped, counted, with the first line.

use std::collections::BTreeMap;
use std::fmt;

use crate::i18n::{Lang, Message, Texts};
use crate::model::Broken;

/// Something in the file that was left out or understood with a guess.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportNote {
    /// The sentence, with the count in it.
    pub message: Message,
    /// The first line where it happened, from 1; 0 when it is about the whole file.
    pub line: usize,
    /// How often.
    pub count: usize,
}

/// Why nothing can be imported.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportError {
    /// There is nothing in the file.
    Empty,
    /// It is larger than [`super::MAX_BYTES`].
    TooLarge,
    /// It is an archive (`.gdz`).
    Archive,
    /// It is not GEDCOM.
    NotGedcom,
    /// What was read cannot be a family. This is a fault of the program.
    Broken(Vec<Broken>),
}

impl ImportError {
    /// What happened and what to do.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        match self {
            Self::Empty => vec![Message::new("gedcom-empty"), Message::new("gedcom-safe")],
            Self::TooLarge => {
                let limit = super::MAX_BYTES >> 20;
                vec![
                    Message::new("gedcom-too-large").count("mb", limit),
                    Message::new("gedcom-safe"),
                ]
            }
            Self::Archive => vec![Message::new("gedcom-archive")],
            Self::NotGedcom => vec![Message::new("gedcom-not"), Message::new("gedcom-safe")],
            Self::Broken(faults) => std::iter::once(Message::new("gedcom-broken"))
                .chain(faults.iter().take(5).map(Broken::message))
                .collect(),
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts = Texts::new(Lang::En);
        let sentences: Vec<String> =
            self.messages().iter().map(|message| texts.say(message)).collect();
        f.write_str(&sentences.join(" "))
    }
}

impl std::error::Error for ImportError {}

/// Collects notes while a file is read.
#[derive(Debug, Default)]
pub(super) struct Report {
    seen: BTreeMap<Remark, (usize, usize)>,
}

macro_rules! remarks {
    ($($(#[$doc:meta])* $variant:ident $method:ident $message:expr;)*) => {
        /// The kinds of remark, in the order in which they are told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        enum Remark { $($(#[$doc])* $variant),* }

        impl Remark {
            fn message(self) -> Message {
                match self { $(Self::$variant => $message),* }
            }
        }

        impl Report {
            $($(#[$doc])* pub(super) fn $method(&mut self, line: usize) {
                self.add(Remark::$variant, line);
            })*
        }
    };
}

remarks! {
    /// A link was left out because somebody would be their own ancestor.
    OwnAncestor own_ancestor Message::new("gedcom-note-own-ancestor");
    /// Somebody is married to themselves, or their own child.
    OwnPartner own_partner Message::new("gedcom-note-own-partner");
    /// A link leads to nobody.
    Nobody nobody Message::new("gedcom-note-nobody");
    /// More than two partners in one family: the others got a union of their own.
    ManyPartners many_partners Message::new("gedcom-note-many-partners");
    /// Two records have the same name.
    SameXref same_xref Message::new("gedcom-note-same-xref");
    /// The two parents have different bonds with a child.
    TwoBonds two_bonds Message::new("gedcom-note-two-bonds");
    /// A date could not be read.
    Date date Message::new("gedcom-note-date");
    /// Only the year of a date was taken over.
    OnlyYear only_year Message::new("gedcom-note-only-year");
    /// The birth is that of a baptism, the death that of a burial.
    Baptism baptism Message::new("gedcom-note-baptism");
    /// Born so long ago that they must have died.
    LongAgo long_ago Message::new("gedcom-note-long-ago");
    /// Children of one day are drawn as twins.
    Twins twins Message::new("gedcom-note-twins");
    /// A text was too long.
    TooLong too_long Message::new("gedcom-note-too-long");
    /// Letters that could not be read.
    Letters letters Message::new("gedcom-note-letters");
    /// A line without a level.
    NoLevel no_level Message::new("gedcom-note-no-level");
    /// A level that does not fit.
    WrongLevel wrong_level Message::new("gedcom-note-wrong-level");
    /// Sources.
    Sources sources Message::new("gedcom-note-sources");
    /// Pictures and other files.
    Media media Message::new("gedcom-note-media");
    /// Events and facts that the map has no place for.
    Facts facts Message::new("gedcom-note-facts");
    /// Places.
    Places places Message::new("gedcom-note-places");
    /// Families without anybody in them.
    EmptyFamilies empty_families Message::new("gedcom-note-empty-families");
    /// Records that are about the file or its makers.
    Others others Message::new("gedcom-note-others");
}

impl Report {
    fn add(&mut self, remark: Remark, line: usize) {
        let (first, count) = self.seen.entry(remark).or_insert((line, 0));
        *first = (*first).min(line);
        *count += 1;
    }

    /// The notes, the weightiest first.
    pub(super) fn into_notes(self) -> Vec<ImportNote> {
        let note = |(remark, (line, count)): (Remark, (usize, usize))| ImportNote {
            message: remark.message().count("n", count).arg("line", line),
            line,
            count,
        };
        self.seen.into_iter().map(note).collect()
    }
}
