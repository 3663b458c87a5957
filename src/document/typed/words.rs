//! The words of life for the name field, Dutch and English: one table.
//!
//! Where a word stands decides whether it says something or is a name:
//! - [`Care::Sure`] words are never names;
//! - [`Care::Mark`] words say something when a date comes after them;
//! - [`Care::Loose`] words could be names ("Jodie Foster", "Man Ray", "Ex Libris"): they say
//!   something only in small letters, after a name (or alone on the line), and not before more of
//!   the name.

use crate::model::{Bond, Ending, Gender, LifeCourse, TwinKind, UnionKind};

/// What a word (or a few words) says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Gender(Gender),
    Born,
    Died,
    Life(LifeCourse),
    Union(UnionKind),
    /// `None`: it ended, nobody says how.
    End(Option<Ending>),
    /// The other of the couple died: a widow, a widower.
    Widowed(Option<Gender>),
    Again,
    Bond(Bond, Option<Gender>),
    Twin(TwinKind, Option<Gender>),
}

/// How careful to be with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    Sure,
    Mark,
    Loose,
}

use Care::{Loose, Mark, Sure};
use Gender::{Man, NonBinary, Woman};

const UNKNOWN: Word = Word::Twin(TwinKind::Unknown, None);
const IDENTICAL: Word = Word::Twin(TwinKind::Identical, None);
const FRATERNAL: Word = Word::Twin(TwinKind::Fraternal, None);
const PREGNANCY: Word = Word::Life(LifeCourse::Pregnancy);
const MISCARRIAGE: Word = Word::Life(LifeCourse::Miscarriage);
const STILLBIRTH: Word = Word::Life(LifeCourse::Stillbirth);
const ABORTION: Word = Word::Life(LifeCourse::Abortion);
const FOSTER: Word = Word::Bond(Bond::Foster, None);
const ADOPTED: Word = Word::Bond(Bond::Adopted, None);
const STEP: Word = Word::Bond(Bond::Step, None);
const APART: Word = Word::End(Some(Ending::Separated));
const DIVORCED: Word = Word::End(Some(Ending::Divorced));

/// Every word, in small letters; of two that fit, the longer one counts.
pub(super) const WORDS: &[(&str, Word, Care)] = &[
    ("m", Word::Gender(Man), Loose),
    ("man", Word::Gender(Man), Loose),
    ("jongen", Word::Gender(Man), Loose),
    ("jongetje", Word::Gender(Man), Loose),
    ("zoon", Word::Gender(Man), Loose),
    ("broer", Word::Gender(Man), Loose),
    ("mannelijk", Word::Gender(Man), Loose),
    ("male", Word::Gender(Man), Loose),
    ("boy", Word::Gender(Man), Loose),
    ("son", Word::Gender(Man), Loose),
    ("brother", Word::Gender(Man), Loose),
    ("v", Word::Gender(Woman), Loose),
    ("w", Word::Gender(Woman), Loose),
    ("f", Word::Gender(Woman), Loose),
    ("vr", Word::Gender(Woman), Loose),
    ("vr.", Word::Gender(Woman), Loose),
    ("vrouw", Word::Gender(Woman), Loose),
    ("meisje", Word::Gender(Woman), Loose),
    ("dochter", Word::Gender(Woman), Loose),
    ("zus", Word::Gender(Woman), Loose),
    ("zusje", Word::Gender(Woman), Loose),
    ("vrouwelijk", Word::Gender(Woman), Loose),
    ("woman", Word::Gender(Woman), Loose),
    ("female", Word::Gender(Woman), Loose),
    ("girl", Word::Gender(Woman), Loose),
    ("daughter", Word::Gender(Woman), Loose),
    ("sister", Word::Gender(Woman), Loose),
    ("x", Word::Gender(NonBinary), Loose),
    ("nb", Word::Gender(NonBinary), Loose),
    ("non-binair", Word::Gender(NonBinary), Sure),
    ("non-binary", Word::Gender(NonBinary), Sure),
    ("geboren", Word::Born, Mark),
    ("geb", Word::Born, Mark),
    ("geb.", Word::Born, Mark),
    ("born", Word::Born, Mark),
    ("b.", Word::Born, Mark),
    ("°", Word::Born, Mark),
    ("*", Word::Born, Mark),
    ("†", Word::Died, Sure),
    ("✝", Word::Died, Sure),
    ("overleden", Word::Died, Sure),
    ("overl", Word::Died, Sure),
    ("overl.", Word::Died, Sure),
    ("ovl", Word::Died, Sure),
    ("ovl.", Word::Died, Sure),
    ("overleed", Word::Died, Sure),
    ("gestorven", Word::Died, Sure),
    ("stierf", Word::Died, Sure),
    ("omgekomen", Word::Died, Sure),
    ("gesneuveld", Word::Died, Sure),
    ("gest", Word::Died, Mark),
    ("killed", Word::Died, Mark),
    ("gest.", Word::Died, Sure),
    ("died", Word::Died, Sure),
    ("deceased", Word::Died, Sure),
    ("passed away", Word::Died, Sure),
    ("d.", Word::Died, Mark),
    ("+", Word::Died, Mark),
    ("dood", Word::Died, Loose),
    ("dead", Word::Died, Loose),
    ("miskraam", MISCARRIAGE, Sure),
    ("miscarriage", MISCARRIAGE, Sure),
    ("miscarried", MISCARRIAGE, Sure),
    ("doodgeboren", STILLBIRTH, Sure),
    ("dood geboren", STILLBIRTH, Sure),
    ("levenloos geboren", STILLBIRTH, Sure),
    ("stillborn", STILLBIRTH, Sure),
    ("still born", STILLBIRTH, Sure),
    ("born dead", STILLBIRTH, Sure),
    ("stillbirth", STILLBIRTH, Sure),
    ("abortus", ABORTION, Sure),
    ("abortion", ABORTION, Sure),
    ("zwanger", PREGNANCY, Sure),
    ("zwangerschap", PREGNANCY, Sure),
    ("in verwachting", PREGNANCY, Sure),
    ("verwacht", PREGNANCY, Sure),
    ("uitgerekend", PREGNANCY, Sure),
    ("op komst", PREGNANCY, Sure),
    ("expecting", PREGNANCY, Sure),
    ("expected", PREGNANCY, Sure),
    ("pregnant", PREGNANCY, Sure),
    ("pregnancy", PREGNANCY, Sure),
    ("on the way", PREGNANCY, Sure),
    ("due", PREGNANCY, Mark),
    ("getrouwd", Word::Union(UnionKind::Married), Sure),
    ("gehuwd", Word::Union(UnionKind::Married), Sure),
    ("trouwde", Word::Union(UnionKind::Married), Sure),
    ("huwde", Word::Union(UnionKind::Married), Sure),
    ("huwelijk", Word::Union(UnionKind::Married), Mark),
    ("married", Word::Union(UnionKind::Married), Sure),
    ("marriage", Word::Union(UnionKind::Married), Mark),
    ("geregistreerd partnerschap", Word::Union(UnionKind::Registered), Sure),
    ("geregistreerd", Word::Union(UnionKind::Registered), Sure),
    ("registered partnership", Word::Union(UnionKind::Registered), Sure),
    ("registered", Word::Union(UnionKind::Registered), Sure),
    ("samenwonend", Word::Union(UnionKind::LivingTogether), Sure),
    ("samenwonen", Word::Union(UnionKind::LivingTogether), Sure),
    ("wonen samen", Word::Union(UnionKind::LivingTogether), Sure),
    ("living together", Word::Union(UnionKind::LivingTogether), Sure),
    ("cohabiting", Word::Union(UnionKind::LivingTogether), Sure),
    ("lat", Word::Union(UnionKind::LivingApart), Loose),
    ("lat-relatie", Word::Union(UnionKind::LivingApart), Sure),
    ("living apart together", Word::Union(UnionKind::LivingApart), Sure),
    ("living apart", Word::Union(UnionKind::LivingApart), Sure),
    ("verloofd", Word::Union(UnionKind::Engaged), Sure),
    ("engaged", Word::Union(UnionKind::Engaged), Sure),
    ("ex", Word::End(None), Loose),
    ("ex-partner", Word::End(None), Sure),
    ("gescheiden", DIVORCED, Sure),
    ("scheiding", DIVORCED, Mark),
    ("scheidde", DIVORCED, Sure),
    ("gesch", DIVORCED, Sure),
    ("gesch.", DIVORCED, Sure),
    ("divorced", DIVORCED, Sure),
    ("divorce", DIVORCED, Mark),
    ("div.", DIVORCED, Sure),
    ("uit elkaar", APART, Sure),
    ("uit elkaar gegaan", APART, Sure),
    ("separated", APART, Sure),
    ("split up", APART, Sure),
    ("apart", APART, Loose),
    ("weduwe", Word::Widowed(Some(Woman)), Loose),
    ("weduwnaar", Word::Widowed(Some(Man)), Loose),
    ("verweduwd", Word::Widowed(None), Sure),
    ("partner overleden", Word::Widowed(None), Sure),
    ("widow", Word::Widowed(Some(Woman)), Loose),
    ("widower", Word::Widowed(Some(Man)), Loose),
    ("widowed", Word::Widowed(None), Sure),
    ("partner died", Word::Widowed(None), Sure),
    ("weer bij elkaar", Word::Again, Sure),
    ("weer samen", Word::Again, Sure),
    ("together again", Word::Again, Sure),
    ("back together", Word::Again, Sure),
    ("tweeling", UNKNOWN, Sure),
    ("tweelingzus", Word::Twin(TwinKind::Unknown, Some(Woman)), Sure),
    ("tweelingzusje", Word::Twin(TwinKind::Unknown, Some(Woman)), Sure),
    ("tweelingbroer", Word::Twin(TwinKind::Unknown, Some(Man)), Sure),
    ("tweelingbroertje", Word::Twin(TwinKind::Unknown, Some(Man)), Sure),
    ("twin sister", Word::Twin(TwinKind::Unknown, Some(Woman)), Sure),
    ("twin brother", Word::Twin(TwinKind::Unknown, Some(Man)), Sure),
    ("2ling", UNKNOWN, Sure),
    ("drieling", UNKNOWN, Sure),
    ("3ling", UNKNOWN, Sure),
    ("twin", UNKNOWN, Loose),
    ("twins", UNKNOWN, Loose),
    ("triplet", UNKNOWN, Sure),
    ("triplets", UNKNOWN, Sure),
    ("eeneiig", IDENTICAL, Sure),
    ("eeneiige tweeling", IDENTICAL, Sure),
    ("tweeling eeneiig", IDENTICAL, Sure),
    ("eeneiige drieling", IDENTICAL, Sure),
    ("drieling eeneiig", IDENTICAL, Sure),
    ("identical twin", IDENTICAL, Sure),
    ("identical twins", IDENTICAL, Sure),
    ("identical triplet", IDENTICAL, Sure),
    ("identical", IDENTICAL, Sure),
    ("twee-eiig", FRATERNAL, Sure),
    ("tweeeiig", FRATERNAL, Sure),
    ("tweeëiig", FRATERNAL, Sure),
    ("twee-eiige tweeling", FRATERNAL, Sure),
    ("tweeling twee-eiig", FRATERNAL, Sure),
    ("fraternal twin", FRATERNAL, Sure),
    ("fraternal twins", FRATERNAL, Sure),
    ("fraternal", FRATERNAL, Sure),
    ("pleeg", FOSTER, Loose),
    ("pleegkind", FOSTER, Sure),
    ("pleegzoon", Word::Bond(Bond::Foster, Some(Man)), Sure),
    ("pleegdochter", Word::Bond(Bond::Foster, Some(Woman)), Sure),
    ("foster", FOSTER, Loose),
    ("foster child", FOSTER, Sure),
    ("foster son", Word::Bond(Bond::Foster, Some(Man)), Sure),
    ("foster daughter", Word::Bond(Bond::Foster, Some(Woman)), Sure),
    ("adopt", ADOPTED, Loose),
    ("adoptie", ADOPTED, Sure),
    ("adoptiekind", ADOPTED, Sure),
    ("adoptiezoon", Word::Bond(Bond::Adopted, Some(Man)), Sure),
    ("adoptiedochter", Word::Bond(Bond::Adopted, Some(Woman)), Sure),
    ("geadopteerd", ADOPTED, Sure),
    ("adopted", ADOPTED, Sure),
    ("adopted child", ADOPTED, Sure),
    ("adopted son", Word::Bond(Bond::Adopted, Some(Man)), Sure),
    ("adopted daughter", Word::Bond(Bond::Adopted, Some(Woman)), Sure),
    ("stief", STEP, Loose),
    ("stiefkind", STEP, Sure),
    ("stiefzoon", Word::Bond(Bond::Step, Some(Man)), Sure),
    ("stiefdochter", Word::Bond(Bond::Step, Some(Woman)), Sure),
    ("step", STEP, Loose),
    ("stepchild", STEP, Sure),
    ("stepson", Word::Bond(Bond::Step, Some(Man)), Sure),
    ("stepdaughter", Word::Bond(Bond::Step, Some(Woman)), Sure),
];

/// Marks that stand against their date: `†1999`, `geb.1983`, `ex2010`.
pub(super) const GLUED: &[(&str, Word)] = &[
    ("geboren", Word::Born),
    ("geb.", Word::Born),
    ("geb", Word::Born),
    ("b.", Word::Born),
    ("°", Word::Born),
    ("*", Word::Born),
    ("overl.", Word::Died),
    ("overl", Word::Died),
    ("ovl.", Word::Died),
    ("ovl", Word::Died),
    ("d.", Word::Died),
    ("†", Word::Died),
    ("✝", Word::Died),
    ("+", Word::Died),
    ("ex", Word::End(None)),
];

/// The longest entry of the table that `keys` begin with: what it says, and how many words it has.
pub(super) fn at(keys: &[String]) -> Option<(Word, Care, usize)> {
    let fits = |phrase: &&(&str, Word, Care)| {
        let mut rest = keys.iter();
        phrase.0.split(' ').all(|word| rest.next().is_some_and(|key| key == word))
    };
    let found = WORDS.iter().filter(fits);
    let (phrase, word, care) = found.max_by_key(|(phrase, ..)| phrase.split(' ').count())?;
    Some((*word, *care, phrase.split(' ').count()))
}

/// Small words inside a name: what stands before or after them is a name, too.
pub(super) fn is_particle(key: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "von", "zu", "du", "des",
        "la", "le", "el", "al", "di", "da", "dos", "del", "della", "ben", "ibn", "bin", "of",
        "the", "y", "en", "and", "&",
    ];
    PARTICLES.contains(&key)
}

/// Months that are names, too; `jan` so much that a bare one never is a month.
pub(super) fn is_name_too(month: &str) -> bool {
    const NAMES: &[&str] = &[
        "jan", "mar", "april", "mei", "may", "juni", "june", "jun", "juli", "july", "jul",
        "augustus", "august", "march", "maart",
    ];
    NAMES.contains(&month)
}
