//! What comes back in a family, and where it stopped. The specification is the page on patterns of
//! the design; here is how it is done.
//!
//! [`find`] turns a map into [`Facts`] (five standings per person and theme), runs every detector
//! over them and orders what they found. It finds; it does not phrase and does not judge: a
//! [`Finding`] is data with evidence; what of it is told, `card` says, and in which words,
//! `crate::telling`.
//!
//! **A new pattern** is a file in `detect/` with one function
//! `pub(super) fn name(context: &Context<'_>, drafts: &mut Drafts<'_>)`, listed in
//! [`detect::DETECTORS`].
//! It reads facts through [`Context::standing`] and [`ThemeFacts`], people and dates through
//! [`Context::person`], [`Context::age_now`] and [`onset`], kin through [`Context::line`] (the
//! chosen bonds, only people who can carry facts) or [`Context::kin`] (everything), and begins each
//! finding with `Drafts::begin`. It must not depend on the order of the file, must not recur
//! over kin, and takes time in proportion to what it looks at.

mod age;
mod card;
mod context;
mod derived;
pub mod detect;
mod draft;
mod fact;
mod finding;
mod hash;
mod hear;
mod line;
mod marks;
mod order;
mod places;
mod settings;
mod sibship;
mod strand;
mod theme;

pub use card::{
    CLOSED_SENTENCES, Card, Cards, Claim, FIRST_CARDS, KeptOut, Keys, MOST_CARDS, OpenQuestion,
    Place, Question, Sign, Start, Teller, Told, ToldLine, What, cards, generations, told,
};
pub use context::Context;
pub use draft::Drafts;
pub use fact::{Fact, Facts, RecordNo, Source, Standing, ThemeFacts, ThemeNo, onset};
pub use finding::{
    EdgeKind, End, EndKind, Evidence, Finding, Findings, KinEdge, Load, Pattern, Thresholds,
    WhiteSpot, finding_id,
};
pub use line::{BondSet, Line, LineLink};
pub use marks::carry_marks;
pub use settings::Settings;
pub use sibship::{Sibship, Sibships};
pub use strand::{Edge, Strand, Strands, strands};
pub use theme::{Role, Theme};

use crate::catalogue::Catalogue;
use crate::kinship::Kinship;
use crate::model::{Date, FamilyMap};

/// Everything that patterns.md speaks of, on `map` as of `today` (see
/// [`FamilyMap::today_or`]).
///
/// The same map gives the same findings in the same order. Linear in people, bonds and entries
/// but for logarithms.
#[must_use]
pub fn find(
    map: &FamilyMap,
    kin: &Kinship,
    catalogue: &Catalogue,
    settings: &Settings,
    today: Date,
) -> Findings {
    let context = Context::new(map, kin, catalogue, settings, today);
    detect::run(&context, detect::DETECTORS)
}

#[cfg(test)]
mod tests;
