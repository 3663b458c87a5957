//! Whoever works with keys is always somewhere.

use egui::{Context, Key};

use crate::ui::app::App;
use crate::ui::terms::{Place, Screen};

impl App {
    /// From the map into the panel, or from the panel back to whoever is selected.
    pub(in crate::ui) fn cross(&mut self) {
        self.finish_naming();
        if self.session.panel.is_in() {
            self.session.focus_selection = true;
        } else {
            self.session.panel.want();
        }
    }

    /// Whoever works with keys is always somewhere: in the palette, at whoever is selected, or where
    /// they were in the panel.
    pub(in crate::ui) fn keep_focus(&mut self, ctx: &Context) {
        let session = &mut self.session;
        let is_here =
            session.place == Place::Map && matches!(session.screen, Screen::Map | Screen::List);
        let is_somewhere = ctx.memory(egui::Memory::focused).is_some();
        if !session.by_keys || !is_here || is_somewhere || egui::Popup::is_any_open(ctx) {
            return;
        }
        if let Some(palette) = &mut session.palette {
            palette.want_focus();
        } else if let Some(whom) = &mut session.whom {
            whom.find.wants_focus = true;
        } else if let Some(kin) = &mut session.kin {
            kin.find.wants_focus = true;
        } else if let Some(tying) = &mut session.tying {
            tying.find.wants_focus = true;
        } else if session.selection.is_some() {
            session.focus_selection = true;
        } else if session.panel.is_let_go() && ctx.input(|input| input.key_pressed(Key::Enter)) {
            session.panel.want();
        } else {
            return;
        }
        ctx.request_repaint();
    }
}
