//! The window: shows the document and turns input into [`Action`]s. The only home of egui.
//!
//! One frame (`frame`): [`App`] brings [`derived::Derived`] up to date, takes the keys, shows bars,
//! panels and the map, and carries out what they ask for. Panels change nothing but drafts.
//!
//! Files import each other in no circle. From the ground up: `style`, `terms`, `typing`; `context` and
//! `action`; `widgets` and `writing`; `session`; the panels and the canvas; `app`, what the program
//! knows; the `app` files of its rooms and `perform`, what it does; `frame`, who draws. So a panel
//! takes a `context` and gives back actions: it knows no `App`.

mod action;
pub mod apart;
mod app;
mod ask;
mod bare;
mod beside;
pub mod canvas;
mod context;
pub mod derived;
pub mod dialogs;
mod elsewhere;
mod errands;
mod files;
mod focus;
mod frame;
mod frequent;
pub mod fonts;
mod help;
mod home;
pub mod homes;
mod inspector;
mod keeping;
mod key_gate;
mod letters;
mod lifelines;
mod list;
mod lock;
mod menu;
mod naming;
mod neighbour;
mod node_id;
mod notice;
mod overview;
mod own_dialog;
mod pages;
mod past;
pub mod palette;
pub mod manual;
pub mod paper;
mod part;
mod perform;
pub mod printing;
mod quick;
mod recovery;
mod repairs;
mod row_end;
mod rules;
mod sealing;
pub mod seen;
mod session;
pub mod shell;
mod show;
mod side;
mod skill;
mod sought;
pub mod storage;
mod story;
mod strands;
pub mod strands_panel;
mod style;
mod terms;
mod time;
mod top_bar;
mod traces;
mod typing;
mod versions;
mod view;
mod widgets;
mod windows;
pub mod writing;

pub use action::{
    Action, EditAction, FileAction, HomeAction, LookAction, NameEnd, NewEntry, NewRelation,
    NewStrength,
};
pub use app::App;
pub use shell::Shell;
#[cfg(feature = "desktop")]
pub use shell::desktop::{NoWindow, follow_unsealed, run};
pub use terms::Screen;

/// Every key of the window with what it does, for the manual.
#[must_use]
pub fn keys(lang: crate::i18n::Lang) -> crate::manual::Keys {
    help::key_list(crate::i18n::Texts::new(lang))
}
