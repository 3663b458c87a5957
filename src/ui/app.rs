//! The window's program: what it knows. What it does in a frame stands in `frame`.

use std::sync::Arc;

use egui::Context;

use super::action::Situation;
use super::context::PanelContext;
use super::derived::Derived;
use super::elsewhere::Elsewhere;
use super::errands::Errands;
use super::files::Files;
use super::home::{Offers, Shelf};
use super::key_gate::KeyGate;
use super::lock::{Lock, Traces};
use super::neighbour::Neighbours;
use super::pages::Pages;
use super::past::Past;
use super::printing::Printing;
use super::quick::Preview;
use super::recovery::Recovery;
use super::sealing::Sealing;
use super::seen::{SaidFor, ShownMap};
use super::session::Session;
use super::shell::Shell;
use super::storage::Settings;
use super::story::Stages;
use super::strands_panel::StrandsPanel;
use super::versions::Versions;
use super::{Action, fonts, strands};
use crate::catalogue::Catalogue;
use crate::document::{Document, OwnWords};
use crate::i18n::Texts;
use crate::model::{CardId, FamilyMap};
use crate::pattern::{Cards, Findings};
use crate::scene::{self, Scene, StrandView};
use crate::theme::{Theme, ThemeName};

/// The program behind the window.
#[derive(Debug)]
pub struct App {
    pub(super) document: Document,
    pub(super) session: Session,
    pub(super) derived: Derived,
    /// The map without what is hidden now, and what it was made for.
    pub(super) shown: ShownMap,
    pub(super) shell: Shell,
    pub(super) settings: Settings,
    pub(super) files: Files,
    /// What was asked of the shell and is not answered yet.
    pub(super) errands: Errands,
    pub(super) recovery: Recovery,
    /// Work of earlier that was not saved.
    pub(super) offers: Offers,
    /// The question for a passphrase.
    pub(super) sealing: Sealing,
    /// What is asked about other places where the map is, or is not.
    pub(super) elsewhere: Option<Elsewhere>,
    /// Who else uses the file.
    pub(super) neighbours: Neighbours,
    /// Nothing is to be seen while it is shut.
    pub(super) lock: Lock,
    /// What was saved before, and what is asked about it.
    pub(super) versions: Versions,
    /// The user knows that no copy can be kept.
    pub(super) told_no_copy: bool,
    /// Where the user is about to go while there is unsaved work.
    pub(super) leaving: Option<Leaving>,
    /// Once a map is there, its first strand is shown.
    pub(super) show_first_strand: bool,
    pub(super) shelf: Shelf,
    /// The answer of the printer that is waited for.
    pub(super) printing: Printing,
    pub(super) panel: StrandsPanel,
    pub(super) said: (SaidFor, strands::Said),
    pub(super) pages: Pages,
    /// What was drawn of the story.
    pub(super) stages: Stages,
    /// The same as the room sees it while it is told.
    pub(super) on_screen: Stages,
    /// The years of the map, and the one that is looked back at.
    pub(super) past: Past,
    /// The map as it would be with what stands in the quick line.
    pub(super) quick: Option<Preview>,
    pub(super) may_close: bool,
    /// The theme that egui has taken over.
    pub(super) dressed: Option<ThemeName>,
}

/// Going somewhere, with unsaved work.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Leaving {
    pub(super) then: LeaveTo,
    /// The user is choosing where to save first.
    pub(super) is_saving: bool,
}

/// Where to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LeaveTo {
    /// Out of the program.
    Close,
    /// Elsewhere in it.
    Do(Box<Action>),
}

impl App {
    /// The program on its home screen.
    #[must_use]
    pub fn new(ctx: &Context, shell: Shell) -> Self {
        fonts::install(ctx);
        ctx.add_plugin(KeyGate::default());
        ctx.add_plugin(Traces::default());
        let settings = shell.storage.load(&*shell.computer);
        let recovery =
            Recovery::in_folder(shell.storage.state.clone(), Arc::clone(&shell.computer));
        let session = Session { lang: settings.lang.unwrap_or(shell.lang), ..Session::default() };
        let mut app = Self {
            document: Document::new(FamilyMap::default()),
            offers: Offers::default(),
            sealing: Sealing::default(),
            elsewhere: None,
            neighbours: Neighbours::default(),
            lock: Lock::default(),
            versions: Versions::in_folder(
                shell.storage.versions.clone(),
                Arc::clone(&shell.computer),
            ),
            told_no_copy: false,
            recovery,
            session,
            derived: Derived::default(),
            shown: ShownMap::default(),
            settings,
            files: Files::default(),
            errands: Errands::new(ctx.clone()),
            leaving: None,
            show_first_strand: false,
            shelf: Shelf::new(),
            printing: None,
            panel: StrandsPanel::default(),
            said: (SaidFor::default(), strands::Said::default()),
            pages: Pages::default(),
            stages: Stages::default(),
            on_screen: Stages::default(),
            past: Past::default(),
            quick: None,
            may_close: false,
            dressed: None,
            shell,
        };
        app.update_offers();
        app
    }

    /// The open document.
    #[must_use]
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// What the user looks at.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// What comes back on the open map.
    #[must_use]
    pub const fn findings(&self) -> &Findings {
        &self.derived.cards.findings
    }

    /// What is told of the open map.
    #[must_use]
    pub const fn cards(&self) -> &Cards {
        &self.derived.cards
    }

    /// The strands of these cards as the map draws them.
    #[must_use]
    pub fn strand_views(&self, ids: &[CardId]) -> Vec<(CardId, StrandView)> {
        scene::card_strands(self.shown_map(), &self.derived.cards, ids, self.session.lang)
    }

    /// Is the strand of `card` drawn on the map now?
    #[must_use]
    pub fn shows_strand(&self, card: &CardId) -> bool {
        self.strands().contains(card) && self.derived.cards.get(card).is_some()
    }

    /// What is drawn of the open map.
    #[must_use]
    pub const fn scene(&self) -> &Scene {
        &self.derived.scene
    }

    /// Whether the window may go: nothing unsaved, or the user said so.
    #[must_use]
    pub const fn may_close(&self) -> bool {
        self.may_close
    }

    pub(super) const fn theme(&self) -> &'static Theme {
        Theme::of(self.settings.theme)
    }

    pub(super) const fn texts(&self) -> Texts {
        Texts::new(self.session.lang)
    }

    pub(super) fn panel_context(&self) -> PanelContext<'_> {
        PanelContext {
            map: self.shown_map(),
            texts: self.texts(),
            catalogue: Catalogue::builtin(),
            theme: self.theme(),
            today: self.document.map().today_or(self.shell.today),
            detail: self.session.detail.as_ref(),
            opened: &self.session.opened,
            names: self.session.names,
            called: &self.shown.words,
            apart: &self.shown.apart,
        }
    }

    /// Words in the open palette that are in no list, and not on the map yet.
    pub(super) fn typed_own_words(&self) -> Option<OwnWords> {
        self.session.palette.as_ref()?.own_words(&self.panel_context())
    }

    /// What a row of the table of actions looks at.
    pub(super) const fn situation(&self) -> Situation<'_> {
        Situation { session: &self.session, document: &self.document, derived: &self.derived }
    }

    /// The strands that are shown now.
    pub(super) fn strands(&self) -> Vec<CardId> {
        match &self.session.preview {
            // Who stands out does so alone.
            None if self.session.lit.is_some() => Vec::new(),
            Some(preview) if !self.chosen_strands().contains(preview) => vec![preview.clone()],
            Some(_) | None => self.chosen_strands().to_vec(),
        }
    }

    /// The strands that the user put on the map.
    pub(super) fn chosen_strands(&self) -> &[CardId] {
        self.document.strands().unwrap_or_default()
    }

    /// Nothing of the map that was open stays where it can be shown.
    pub(super) fn forget_what_was_shown(&mut self) {
        self.derived.forget();
        self.shown = ShownMap::default();
        self.said = (SaidFor::default(), strands::Said::default());
        self.pages = Pages::default();
        (self.stages, self.on_screen) = (Stages::default(), Stages::default());
        self.past = Past::default();
        self.quick = None;
        self.panel = StrandsPanel::default();
        self.sealing = Sealing::default();
        self.versions.close();
        self.offers.throwing = None;
        self.elsewhere = None;
        self.session.leave_map();
    }

    pub(super) const fn files_are_asked(&self) -> bool {
        self.files.is_asking()
    }
}
