//! Rode Draad draws a family over the generations and shows what comes back and where it stopped.
#![doc = include_str!("architecture.md")]

pub mod gedcom;
pub mod geometry;
mod share;
pub mod i18n;
pub mod theme;
pub mod fonts;

pub mod model;
pub mod catalogue;
pub mod kinship;
pub mod doubt;
pub mod telling;
pub mod document;
pub mod quick;
pub mod sheet;
pub mod shown;
pub mod story;
pub mod year;

pub mod layout;
pub mod pattern;
pub mod scene;
pub mod picture;
pub mod export;

pub mod file;
pub mod manual;
pub mod merge;
pub mod pseudonym;
pub mod neutral;
pub mod interchange;

mod clock;

pub mod cli;
#[cfg(feature = "window")]
pub mod ui;
