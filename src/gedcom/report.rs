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
    /// How many lines of the file were left out for it; 0 when it is only about how something was
    /// understood.
    pub left_out: usize,
}

/// What became of the lines of a file: every line that is not blank is one of the three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// On the map, or needed to read the rest.
    pub taken: usize,
    /// In a note, as a text.
    pub noted: usize,
    /// Left out, and told in an [`ImportNote`].
    pub left_out: usize,
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
    seen: BTreeMap<Remark, Tally>,
    pub(super) account: Account,
}

/// How often something was seen.
#[derive(Clone, Copy, Debug)]
struct Tally {
    first: usize,
    count: usize,
    left_out: usize,
}

macro_rules! remarks {
    ($($(#[$doc:meta])* $variant:ident $($method:ident)? = $message:expr;)*) => {
        /// The kinds of remark, in the order in which they are told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Remark { $($(#[$doc])* $variant),* }

        impl Remark {
            fn message(self) -> Message {
                match self { $(Self::$variant => $message),* }
            }
        }

        impl Report {
            $($(pub(super) fn $method(&mut self, line: usize) {
                self.add(Remark::$variant, line);
            })?)*
        }
    };
}

remarks! {
    /// The letters are read by a guess.
    GuessedLetters guessed_letters = Message::new("gedcom-note-guessed");
    /// The file stops before its end.
    CutOff cut_off = Message::new("gedcom-note-cut-off");
    /// The file has no beginning.
    NoHead no_head = Message::new("gedcom-note-no-head");
    /// Records behind the end.
    BehindEnd behind_end = Message::new("gedcom-note-behind-end");
    /// Zeros between the letters.
    Zeros zeros = Message::new("gedcom-note-zeros");
    /// Letters that could not be read.
    Letters letters = Message::new("gedcom-note-letters");
    /// Marked as confidential.
    Confidential confidential = Message::new("gedcom-note-confidential");
    /// A link was left out because somebody would be their own ancestor.
    OwnAncestor own_ancestor = Message::new("gedcom-note-own-ancestor");
    /// Somebody is married to themselves, or their own child.
    OwnPartner own_partner = Message::new("gedcom-note-own-partner");
    /// A link leads to nobody.
    Nobody nobody = Message::new("gedcom-note-nobody");
    /// More than two partners in one family: the others got a union of their own.
    ManyPartners many_partners = Message::new("gedcom-note-many-partners");
    /// Two families of one couple became one.
    SameCouple same_couple = Message::new("gedcom-note-same-couple");
    /// Two records have the same name.
    SameXref same_xref = Message::new("gedcom-note-same-xref");
    /// The two parents have different bonds with a child.
    TwoBonds two_bonds = Message::new("gedcom-note-two-bonds");
    /// The name only says that it is not known.
    NoName no_name = Message::new("gedcom-note-no-name");
    /// A date could not be read: it is a text in a note.
    Date date = Message::new("gedcom-note-date");
    /// Not all of a date was understood: it is a text in a note, too.
    PartOfDate part_of_date = Message::new("gedcom-note-part-of-date");
    /// A second event of a kind that can be only once.
    Second second = Message::new("gedcom-note-second");
    /// They came together again.
    Again again = Message::new("gedcom-note-again");
    /// The birth is that of a baptism, the death that of a burial.
    Baptism baptism = Message::new("gedcom-note-baptism");
    /// Born so long ago that they must have died.
    LongAgo long_ago = Message::new("gedcom-note-long-ago");
    /// Children of one day are drawn as twins.
    Twins twins = Message::new("gedcom-note-twins");
    /// More children than there are names.
    MoreChildren more_children = Message::new("gedcom-note-more-children");
    /// A text was too long.
    TooLong too_long = Message::new("gedcom-note-too-long");
    /// A line without a level.
    NoLevel no_level = Message::new("gedcom-note-no-level");
    /// A level that does not fit.
    WrongLevel wrong_level = Message::new("gedcom-note-wrong-level");
    /// Facts and sources that are in notes.
    Facts facts = Message::new("gedcom-note-facts");
    /// A line that belongs to nothing.
    LooseLine = Message::new("gedcom-note-loose-line");
    /// Families without anybody in them.
    EmptyFamilies empty_families = Message::new("gedcom-note-empty-families");
    /// Notes that no record points at.
    LooseNotes = Message::new("gedcom-note-loose-notes");
    /// Pictures and other files.
    Media = Message::new("gedcom-note-media");
    /// What is known of sources but what they say.
    Sources = Message::new("gedcom-note-sources");
    /// Where places lie, and other things about places.
    Places = Message::new("gedcom-note-places");
    /// What only programs need.
    Program = Message::new("gedcom-note-program");
    /// Records that are about the file or its makers.
    Others = Message::new("gedcom-note-others");
    /// What the program does not know.
    Unknown = Message::new("gedcom-note-unknown");
}

impl Report {
    pub(super) fn add(&mut self, remark: Remark, line: usize) {
        let tally = self.seen.entry(remark).or_insert(Tally { first: line, count: 0, left_out: 0 });
        tally.first = tally.first.min(line);
        tally.count += 1;
    }

    /// `lines` more were left out for what `remark` says.
    pub(super) fn left_out(&mut self, remark: Remark, line: usize, lines: usize) {
        let tally = self.seen.entry(remark).or_insert(Tally { first: line, count: 1, left_out: 0 });
        tally.left_out += lines;
        self.account.left_out += lines;
    }

    /// A line that belongs to nothing.
    pub(super) fn loose_line(&mut self, line: usize) {
        self.add(Remark::LooseLine, line);
        self.left_out(Remark::LooseLine, line, 1);
    }

    /// The notes, the weightiest first; `letters` is how the file was read.
    pub(super) fn into_notes(self, letters: &str) -> Vec<ImportNote> {
        let note = |(remark, tally): (Remark, Tally)| ImportNote {
            message: remark
                .message()
                .count("n", tally.count)
                .arg("line", tally.first)
                .arg("name", letters),
            line: tally.first,
            count: tally.count,
            left_out: tally.left_out,
        };
        self.seen.into_iter().map(note).collect()
    }
}
