//! Rode Draad draws a family over the generations and shows what comes back and where it stopped.
//!
//! Data flows one way: bytes → [`model`] → [`kinship`] → [`layout`] and patterns → scene → window,
//! SVG or PNG. The modules are listed in reading order; each may name only those above it.

pub mod catalogue;
pub mod geometry;
pub mod i18n;
pub mod kinship;
pub mod layout;
pub mod model;
pub mod neutral;
pub mod theme;

pub mod cli;
