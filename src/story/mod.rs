//! A story told scene by scene: what a room sees of each step, as one picture.
//!
//! Everything that shows, prints or writes a step draws the [`Screen`] made here. What is only for the
//! one who tells (notes, where others go wrong), what is hidden and what is sensitive is never in it;
//! whoever is left out is counted at somebody who is there.
//!
//! It knows nothing of windows, disks and clocks.

mod behind;
mod caption;
mod family;
mod screen;
mod step;

pub use behind::Behind;
pub use screen::{LEAST_NAME, Screen, Unsaid, Wanted, screen};
pub use step::{Part, Step, steps};

/// The height of a screen in its own measure: sizes of type are meant for 1080 rows of dots.
pub const HEIGHT: f64 = 1080.0;
/// The width where nobody asks for another.
pub const WIDTH: f64 = 1920.0;
