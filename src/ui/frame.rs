//! One frame of the window, readable from top to bottom.

use egui::{CentralPanel, Context, Frame, Panel, Ui, ViewportCommand};

use super::app::App;
use super::canvas::canvas_ui;
use super::context::PanelContext;
use super::derived::{Derived, Wanted};
use super::home::home_ui;
use super::key_gate::KeyGate;
use super::lifelines::lifelines_ui;
use super::list::{self, list_ui};
use super::node_id::node;
use super::overview::overview_ui;
use super::pages::Pages;
use super::palette::{self, Palette, palette_ui};
use super::past::Past;
use super::quick::Preview;
use super::seen::SaidFor;
use super::session::{Drag, Session};
use super::side::side_ui;
use super::strands_panel::StrandsPanel;
use super::style::{self, color};
use super::terms::{Place, Screen};
use super::time::{self, time_ui, year_ui};
use super::top_bar::top_bar_ui;
use super::writing::forget_steps_of_left;
use super::{Action, LookAction, action, beside, focus, homes, quick, strands};
use crate::catalogue::Catalogue;
use crate::i18n::Texts;
use crate::model::{Bearer, CardId, Subject};
use crate::theme::Theme;

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        if self.dressed.replace(self.settings.theme) != Some(self.settings.theme) {
            style::apply(&ctx, self.theme());
        }
        if self.lock.is_shut() {
            self.lock_frame(ui);
            return;
        }
        self.poll_errands(&ctx);
        if self.session.telling.is_some() {
            self.telling_frame(ui);
            return;
        }
        self.watch_close(&ctx);
        self.poll_dialog(&ctx);
        let is_map = self.session.place == Place::Map;
        let is_asked = self.is_asked();
        self.session.by_keys = ctx.input(|input| {
            let pressed = |event: &egui::Event| matches!(event, egui::Event::Key { .. });
            let by_keys = self.session.by_keys || input.events.iter().any(pressed);
            by_keys && !input.pointer.any_pressed()
        });
        self.session.typing.follow(self.document.revision());
        self.update_shown();
        let mut actions = Vec::new();
        actions.extend(if is_asked {
            action::pressed_over_all(&ctx, &self.situation())
        } else {
            action::pressed(&ctx, &self.situation())
        });
        self.session.is_sealed = self.files.seal.is_some();
        if is_map {
            self.update_derived(&ctx);
            self.update_words();
            self.end_unseen_naming();
            actions.extend(self.map_screen(ui));
            self.session.typing.want_no_more();
        } else {
            actions.extend(self.home_screen(ui));
        }
        actions.extend(self.notice(ui));
        actions.extend(self.ask_home(ui));
        actions.extend(self.ask_seal(ui));
        actions.extend(self.walk_repairs(ui));
        actions.extend(self.windows(ui));
        actions.extend(self.paper(ui));
        self.questions(ui, &ctx);
        self.perform(&ctx, actions);
        // What takes no time is seen in the next frame.
        self.poll_errands(&ctx);
        self.tell_goal();
        self.watch_idle(&ctx);
        self.keep_copy();
        if !self.is_asked() {
            self.keep_focus(&ctx);
        }
        KeyGate::want(&ctx, self.is_field_on_its_way());
        forget_steps_of_left(&ctx);
        if self.may_close {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

impl App {
    /// What is asked over everything, whatever of it is asked now.
    fn questions(&mut self, ui: &Ui, ctx: &Context) {
        self.ask_before_throwing(ui);
        self.ask_traces(ui);
        self.versions_ui(ui);
        self.sealing_ui(ui);
        self.watch_neighbours(ctx);
        self.neighbours_ui(ui);
        self.elsewhere_ui(ui);
        self.ask_before_leaving(ui);
        self.own_dialog(ui);
        self.errands_ui(ui);
    }

    fn update_derived(&mut self, ctx: &Context) {
        self.play_years(ctx);
        self.update_past();
        let is_still = ctx.global_style().animation_time == 0.0;
        let (whole, revision) = quick::previewed(self.quick.as_ref(), &self.document);
        let wanted = Wanted {
            whole,
            map: &self.shown.map,
            then: self.past.then.as_ref().filter(|it| it.absent.is_past()),
            revision,
            view: self.view(),
            strands: self.strands(),
            anchor: self.session.anchor.clone(),
            opened: self.session.opened.clone(),
            names: self.session.names,
            held: match &self.session.drag {
                Some(Drag::Person { id, x, .. }) => Some((id.clone(), *x)),
                Some(Drag::Link(_) | Drag::Line | Drag::Tie(_)) | None => None,
            },
            now: (!is_still).then(|| ctx.input(|input| input.time)),
        };
        self.derived.update(&wanted);
        if std::mem::take(&mut self.show_first_strand) && self.document.strands().is_none() {
            let first = self.derived.cards.first_strand().map(|card| card.id.clone());
            self.document.show_strands(first.into_iter().collect());
            ctx.request_repaint();
        }
        if let Some(shift) = self.derived.shift.take() {
            let zoom = self.session.camera.zoom;
            #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
            let shift = egui::vec2(shift.x as f32, shift.y as f32);
            self.session.camera.offset -= zoom * shift;
        }
        if self.derived.is_moving() {
            ctx.request_repaint();
        }
    }

    fn map_screen(&mut self, ui: &mut Ui) -> Vec<Action> {
        let mut actions = self.bar_above(ui);
        if self.session.screen == Screen::Story {
            actions.extend(self.story_screen(ui));
            return actions;
        }
        let opened = self.session.opened.clone();
        let document = &self.document;
        // What the palette shows of it stands there.
        let detail = self.session.detail.clone().filter(|_| self.session.palette.is_none());
        let context = PanelContext {
            map: &self.shown.map,
            texts: Texts::new(self.session.lang),
            catalogue: Catalogue::builtin(),
            theme: self.theme(),
            today: document.map().today_or(self.shell.today),
            detail: detail.as_ref(),
            opened: &opened,
            names: self.session.names,
            called: &self.shown.words,
            apart: &self.shown.apart,
        };
        let (chosen, seen) = (document.strands().unwrap_or_default(), self.strands());
        let white = Frame::new().fill(color(context.theme.panel));
        let says = Says { derived: &self.derived, said: &self.said.1, past: &self.past };
        let state = (&mut self.session, &mut self.panel);
        actions.extend(at_the_map(ui, &context, says, state, (self.quick.as_ref(), chosen, &seen)));
        actions.extend(self.no_preview(&actions));
        if let Some(time) = self.session.time.filter(|_| self.session.screen == Screen::Map) {
            Panel::bottom("time").frame(white).exact_size(time::HEIGHT).show(ui, |ui| {
                actions.extend(time_ui(ui, &context, &self.past, time));
            });
        }
        let ground = Frame::new().fill(color(context.theme.ground));
        CentralPanel::default().frame(ground).show(ui, |ui| match self.session.screen {
            Screen::Map => {
                let of = (document, &self.derived);
                actions.extend(canvas_ui(ui, &context, of, &mut self.session));
                let canvas = ui.max_rect();
                if let Some(time) = self.session.time {
                    time::year_on_map(ui, &context, canvas, time);
                }
                let about = worked_on(&self.derived, &self.session, canvas);
                actions.extend(palette_window(ui, &context, &mut self.session, (canvas, about)));
            }
            Screen::List => {
                let room = ui.max_rect();
                if let Some(listed) = self.pages.list() {
                    actions.extend(list_ui(ui, &context, listed, &mut self.session));
                }
                actions.extend(palette_window(ui, &context, &mut self.session, (room, None)));
            }
            Screen::Overview | Screen::Lifelines | Screen::Story => {
                let pages = (&self.pages, &self.session);
                actions.extend(page_ui(ui, &context, pages, (&self.derived, &self.said.1)));
            }
        });
        actions
    }

    /// The bar at the top, on every view of a map.
    fn bar_above(&mut self, ui: &mut Ui) -> Vec<Action> {
        let opened = self.session.opened.clone();
        let context = PanelContext {
            map: &self.shown.map,
            texts: Texts::new(self.session.lang),
            catalogue: Catalogue::builtin(),
            theme: self.theme(),
            today: self.document.map().today_or(self.shell.today),
            detail: None,
            opened: &opened,
            names: self.session.names,
            called: &self.shown.words,
            apart: &self.shown.apart,
        };
        let white = Frame::new().fill(color(context.theme.panel));
        let of = (&self.document, &self.derived);
        let bar = Panel::top("bar").frame(white).exact_size(style::TOP_BAR);
        bar.show(ui, |ui| top_bar_ui(ui, &context, of, &mut self.session)).inner
    }

    /// Ends the preview once no card is pointed at any more.
    fn no_preview(&self, actions: &[Action]) -> Option<Action> {
        let points =
            actions.iter().any(|it| matches!(it, Action::Look(LookAction::PreviewStrand(_))));
        (!points && self.session.preview.is_some())
            .then_some(Action::Look(LookAction::PreviewStrand(None)))
    }

    fn home_screen(&mut self, ui: &mut Ui) -> Vec<Action> {
        let mut actions = Vec::new();
        if self.errands.opening.is_some() {
            // A map comes in a moment: nothing flashes by before it.
            let ground = Frame::new().fill(color(self.theme().ground));
            CentralPanel::default().frame(ground).show(ui, |_| {});
            return actions;
        }
        // One picture a frame, after the first frame: nobody waits for them.
        if 0 < ui.ctx().cumulative_pass_nr()
            && self.shelf.draw_next(Theme::of(self.settings.theme), self.shell.today)
        {
            ui.ctx().request_repaint();
        }
        let context = self.panel_context();
        CentralPanel::no_frame().show(ui, |ui| {
            let offers = (&self.offers, self.shell.today);
            let recent = &self.settings.recent;
            actions.extend(home_ui(ui, &context, offers, (&self.shelf, recent)));
        });
        actions
    }

    /// The words of the cards, made anew after a change.
    fn update_words(&mut self) {
        let (lang, theme) = (self.session.lang, self.theme());
        let wanted = SaidFor { shown: self.shown.made_for.clone(), theme: self.settings.theme };
        if self.said.0 != wanted {
            let (map, today) = (self.shown_map(), self.shell.today);
            let said = strands::said(map, &self.derived.cards, (lang, today), theme);
            self.said = (wanted.clone(), said);
        }
        let mut pages = std::mem::take(&mut self.pages);
        let told = (wanted, self.shown_map(), &self.derived.cards);
        pages.update(&self.session, told, || self.view(), || self.listed());
        self.pages = pages;
    }

    /// What stands in the list.
    fn listed(&self) -> list::Listed {
        let today = self.document.map().today_or(self.shell.today);
        let places = self.derived.people.iter();
        let x = places.map(|spot| (spot.id.clone(), spot.symbol.x)).collect();
        list::rows(self.shown_map(), (self.session.lang, today), &self.shown.words, &x)
    }

    /// Asks whether children who were added live where their parents live.
    fn ask_home(&self, ui: &Ui) -> Vec<Action> {
        let is_on_map = self.session.place == Place::Map && self.session.screen == Screen::Map;
        if !is_on_map || self.session.new_children.is_empty() {
            return Vec::new();
        }
        homes::ask_ui(ui, &self.panel_context(), (&self.session, &self.derived))
    }

    /// Was a field asked for that has not got the caret yet?
    fn is_field_on_its_way(&self) -> bool {
        let session = &self.session;
        session.wants_search
            || session.quick.as_ref().is_some_and(|it| it.wants_focus)
            || session.naming.as_ref().is_some_and(|it| it.wants_focus)
            || session.palette.as_ref().is_some_and(Palette::wants_focus)
            || session.typing.wants_focus()
            || session.panel.is_wanted()
            || session.line.as_ref().is_some_and(|it| it.find.wants_focus)
            || session.tying.as_ref().is_some_and(|it| it.find.wants_focus)
            || session.whom.as_ref().is_some_and(|it| it.find.wants_focus)
            || session.kin.as_ref().is_some_and(|it| it.find.wants_focus)
            || self.files.wants_focus()
            || self.sealing.wants_focus()
    }

    /// Does a question stand in the way?
    pub(super) fn is_asked(&self) -> bool {
        self.leaving.is_some()
            || self.files_are_asked()
            || self.session.manual.is_some()
            || self.session.commands.is_some()
            || self.session.rules_open
            || self.session.show_open
            || beside::is_open(&self.session)
            || self.offers.is_asking()
            || self.versions.is_asking()
            || self.session.paper.is_some()
            || self.sealing.is_asking()
            || self.neighbours.is_asking()
            || self.elsewhere.is_some()
    }
}

/// What the room beside the map tells of.
#[derive(Clone, Copy)]
struct Says<'a> {
    derived: &'a Derived,
    said: &'a strands::Said,
    past: &'a Past,
}

/// What stands beside the map or below it: the panel, or the quick line with its `preview`.
fn at_the_map(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    says: Says<'_>,
    (session, panel): (&mut Session, &mut StrandsPanel),
    (preview, chosen, seen): (Option<&Preview>, &[CardId], &[CardId]),
) -> Vec<Action> {
    let mut actions = Vec::new();
    if !matches!(session.screen, Screen::Map | Screen::List) {
        return actions;
    }
    let white = Frame::new().fill(color(context.theme.panel));
    if let Some(line) = &mut session.quick {
        let dock = Panel::bottom("quick").frame(white.inner_margin(16));
        let height = quick::height(ui.max_rect());
        dock.exact_size(height).show(ui, |ui| {
            actions.extend(quick::dock_ui(ui, context, preview, line));
        });
        return actions;
    }
    let inner = white.inner_margin(egui::Margin { left: 24, right: 20, top: 20, bottom: 0 });
    let side = Panel::right("side").frame(inner).exact_size(side_width(ui)).resizable(false);
    side.show(ui, |ui| {
        // Whatever stands in it, the panel is as wide as it is: the map beside it never jumps.
        let room = ui.available_rect_before_wrap();
        let ui = &mut ui.new_child(egui::UiBuilder::new().max_rect(room).layout(*ui.layout()));
        // Whatever it shows, F6 leads into it and out of it.
        let top = focus::top(ui, context);
        if let Some(time) = session.time.filter(|_| session.screen == Screen::Map) {
            let at = session.selection.as_ref();
            actions.extend(year_ui(ui, context, (says.past, time), at));
        } else {
            let told = (says.derived, says.said);
            actions.extend(side_ui(ui, context, told, (session, panel), (chosen, seen)));
        }
        let of = session.selection.as_ref().map(node);
        focus::note(ui, (&mut session.panel, of), &top);
    });
    actions
}

/// Where on the screen they are of whom the palette speaks.
fn worked_on(derived: &Derived, session: &Session, canvas: egui::Rect) -> Option<egui::Rect> {
    let subject = match &session.palette.as_ref()?.bearer {
        Bearer::Person(id) => Subject::Person(id.clone()),
        Bearer::Union(id) => Subject::Union(id.clone()),
        Bearer::Household(id) => Subject::Household(id.clone()),
        Bearer::Relation(id) => Subject::Relation(id.clone()),
    };
    let frame = derived.frame_of(&subject)?;
    Some(session.camera.screen_rect(canvas.min, frame))
}

/// The palette over the map, when it is open: beside whomever it is `about`, not on them.
fn palette_window(
    ui: &Ui,
    context: &PanelContext<'_>,
    session: &mut Session,
    (canvas, about): (egui::Rect, Option<egui::Rect>),
) -> Vec<Action> {
    let Some(open) = &mut session.palette else { return Vec::new() };
    let mut actions = Vec::new();
    let right = (canvas.right() - palette::WIDTH - 28.0).max(canvas.left());
    let hides = about.is_some_and(|it| right < it.right());
    let is_free = about.is_some_and(|it| canvas.left() + palette::WIDTH + 24.0 < it.left());
    let left = if hides && is_free { canvas.left() + 12.0 } else { right };
    let fits = |it: &egui::Rect| it.intersects(canvas) && it.width() + 24.0 < left - canvas.left();
    if let Some(about) = about.filter(|it| hides && !is_free && fits(it)) {
        // Room on neither side: the map goes aside.
        session.camera.offset.x += left - 12.0 - about.right();
        ui.request_repaint();
    }
    let top = (canvas.center().y - 370.0).max(canvas.top() + 12.0);
    egui::Area::new(egui::Id::unique("palette"))
        .order(egui::Order::Middle)
        .fixed_pos(egui::pos2(left, top))
        .show(ui.ctx(), |ui| {
            let frame = style::card_frame(context.theme).inner_margin(20);
            frame.shadow(ui.visuals().popup_shadow).show(ui, |ui| {
                actions = palette_ui(ui, context, open, &mut session.typing);
            });
        });
    let shown = ui.ctx().memory(|memory| memory.area_rect(egui::Id::unique("palette")));
    session.worked_on.extend(shown);
    actions
}

/// How wide the panel at the right is, in points.
fn side_width(ui: &Ui) -> f32 {
    (ui.max_rect().width() * 0.256).clamp(290.0, 430.0)
}

/// A page beside the map.
fn page_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (pages, session): (&Pages, &Session),
    (derived, said): (&Derived, &strands::Said),
) -> Vec<Action> {
    match session.screen {
        Screen::Map | Screen::List | Screen::Story => Vec::new(),
        Screen::Overview => {
            let shown = pages.overview();
            shown.map(|it| overview_ui(ui, context, it, &derived.cards)).unwrap_or_default()
        }
        Screen::Lifelines => {
            let Some(lives) = pages.lives() else { return Vec::new() };
            let told = (&derived.cards, said);
            lifelines_ui(ui, context, (lives, &session.lives), told, session.person())
        }
    }
}
