//! Rode Draad draws a family over the generations and shows what comes back and where it stopped.
#![doc = include_str!("architecture.md")]

pub mod catalogue;
pub mod document;
pub mod export;
pub mod fonts;
pub mod geometry;
pub mod i18n;
pub mod kinship;
pub mod layout;
pub mod model;
pub mod neutral;
pub mod scene;
pub mod theme;

pub mod cli;
#[cfg(feature = "window")]
pub mod ui;
