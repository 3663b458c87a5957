//! Where the story is made: the screen as the room sees it, to scale; the scenes below it in small
//! pictures; at the right what is said, what is guessed, and what only the one who tells reads.

mod app;
mod edit;
mod panel;
mod record;
mod room;
mod stage;
mod strip;
mod teller;
mod telling;
mod who;
mod words;

pub(super) use stage::Stages;
