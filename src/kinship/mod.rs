//! Relations that follow from the bonds: who is kin to whom, who stands in which generation, what
//! people call each other.

mod around;
pub mod generation;
mod graph;
mod ids;
mod kin;
mod rows;
mod words;

pub use around::{Reach, around};
pub use graph::{Bonds, Kinship, Link, PersonIdx, SiblingKind, UnionIdx};
pub use kin::{Couple, Kin, Place, Share, Side, Step, kin};
pub(crate) use rows::Rows;
pub use words::{Address, KinWords, Names, focus_word, list};
