//! The dialog in which a sheet is chosen, and what goes on it.

use std::sync::mpsc::TryRecvError;

use egui::{ColorImage, Context, Id, Modal, TextureOptions, Ui, vec2};

use super::{PaperRoom, Preview, PreviewOf, SealedMap, Sheet, Spread};
use crate::catalogue::Catalogue;
use crate::export::{self, Paper, PngSize};
use crate::fonts::Weight;
use crate::i18n::{Lang, Message};
use crate::kinship::Kinship;
use crate::model::PersonId;
use crate::pattern;
use crate::picture::picture_of;
use crate::scene::{self, Scene, View};
use crate::sheet::{self, Wanted, Words};
use crate::shown::{self, Names, Opened};
use crate::theme::{Theme, ThemeName};
use crate::ui::app::App;
use crate::ui::beside::candidates;
use crate::ui::context::PanelContext;
use crate::ui::files::file_name;
use crate::ui::fonts::text;
use crate::ui::style::{Look, TAP, button, color};
use crate::ui::widgets::{caption, choice, heading};
use crate::ui::{Action, FileAction, LookAction};
use crate::year::{Years, last_day};

/// The pixels of the longer side of the preview.
const PREVIEW: f64 = 1400.0;

/// Names smaller than this, in points, are not read.
const LEAST_POINTS: f64 = 7.0;

impl App {
    /// The pages of the chosen sheet: nothing that is hidden, whatever is open on the screen.
    ///
    /// A map on one sheet is as large as it is, still to be fitted.
    fn paper_pages(&self, room: &PaperRoom) -> Vec<Scene> {
        let (sheet, theme) = (room.sheet, room.theme);
        let session = &self.session;
        let map = self.document.map();
        let today = map.today_or(self.shell.today);
        let eyes = session.opened.eyes;
        let words = match sheet {
            Sheet::Parent
            | Sheet::Child
            | Sheet::Plan
            | Sheet::File
            | Sheet::Copy
            | Sheet::Overview
            | Sheet::Lifelines
            | Sheet::List
            | Sheet::Handout
            | Sheet::AnswerKey
            | Sheet::PersonCards => Words::Soft,
            Sheet::ParentOpen => Words::Open,
            Sheet::Map => {
                let map = self.paper_map(theme);
                return tiles(&map, room, session.lang).unwrap_or_else(|| vec![map]);
            }
            Sheet::Passphrase => {
                let file = self.files.path.as_deref().map(file_name).unwrap_or_default();
                let of = (session.lang, self.shell.today);
                return vec![sheet::passphrase(&file, of, theme)];
            }
        };
        let (names, lang) = (session.names, session.lang);
        let wanted = Wanted { map, names, eyes, lang, today, words, theme };
        match sheet {
            Sheet::Plan => vec![sheet::plan(&wanted)],
            Sheet::File => sheet::file(&wanted),
            Sheet::Overview => sheet::overview(&wanted),
            Sheet::Lifelines => sheet::lifelines(&wanted, &session.lives),
            Sheet::List => sheet::list(&wanted),
            Sheet::Copy => {
                let whom = room.whom.clone().or_else(|| candidates(map).into_iter().next());
                whom.map_or_else(Vec::new, |whom| sheet::copy(&wanted, &whom))
            }
            Sheet::Handout => vec![sheet::handout(&wanted)],
            Sheet::AnswerKey => sheet::answer_key(&wanted),
            Sheet::PersonCards => sheet::person_cards(&wanted),
            Sheet::Child => {
                let child = room.child.clone().or_else(|| self.paper_children().into_iter().next());
                vec![sheet::child(&wanted, child.as_ref())]
            }
            _ => vec![sheet::parent(&wanted)],
        }
    }

    /// The children a sheet can be for.
    fn paper_children(&self) -> Vec<PersonId> {
        let map = self.document.map();
        sheet::children(map, map.today_or(self.shell.today))
    }

    /// The year that is shown, where that is a past one.
    fn paper_year(&self) -> Option<i32> {
        self.past.then.as_ref().filter(|it| it.absent.is_past()).map(|it| it.year)
    }

    /// The map as it stands on the screen, of the same year, without anything that is hidden.
    fn paper_map(&self, theme: ThemeName) -> Scene {
        let (session, catalogue) = (&self.session, Catalogue::builtin());
        let opened = Opened { eyes: session.opened.eyes, ..Opened::default() };
        let (whole, lang) = (self.document.map(), session.lang);
        let today = whole.today_or(self.shell.today);
        let settings = pattern::Settings::default();
        let then = self.paper_year().map(|year| Years::of(whole, today).at(year));
        // What comes back is what had come back by then.
        let (told, day) =
            then.as_ref().map_or((whole, today), |then| (&then.map, last_day(then.year)));
        let cards = pattern::cards(told, &Kinship::of(told), catalogue, &settings, day, &opened);
        let named = shown::named(whole, session.names, lang);
        let mut map = shown::without_hidden(&named, catalogue, &opened);
        // As it stands on the screen.
        map.view.seen = self.derived.seen().clone();
        let past = then.map(|then| Years::of(&map, today).at(then.year));
        let drawn = past.as_ref().map_or(&map, |then| &then.map);
        let strands = scene::card_strands(drawn, &cards, self.chosen_strands(), lang);
        let view = View {
            theme: Theme::printed(theme),
            title: true,
            legend: true,
            strands: strands.into_iter().map(|(_, view)| view).collect(),
            open: std::collections::BTreeSet::new(),
            lit: std::collections::BTreeSet::new(),
            dim_others: false,
            ..self.view()
        };
        let (cast, layout) = picture_of(&map, &view);
        let Some(past) = past else { return scene::build(&map, &cast, &layout, &view) };
        let view = View { today: day, absent: past.absent, ..view };
        scene::build(&past.map, &cast.in_year(&past.map, &view), &layout, &view)
    }

    /// The chosen sheet as a PDF file.
    fn paper_pdf(&self, room: &PaperRoom) -> Result<Vec<u8>, Vec<Message>> {
        let pages = self.paper_pages(room);
        // What is on several sheets has its size.
        let is_fitted = room.sheet == Sheet::Map && pages.len() == 1;
        let paper = is_fitted.then(|| room.paper());
        export::pdf_of_pages(&pages, paper, self.session.lang)
            .map_err(|why| vec![Message::new("cli-no-picture").arg("why", why)])
    }

    /// The bytes to write where the user chose; nothing once the dialog is closed.
    pub(in crate::ui) fn paper_file(&self) -> Option<Result<Vec<u8>, Vec<Message>>> {
        self.session.paper.as_ref().map(|room| self.paper_pdf(room))
    }

    /// Hands the chosen sheet to the printer.
    pub(in crate::ui) fn print_paper(&mut self) {
        let Some(room) = self.session.paper.take() else { return };
        let asked = self.paper_pdf(&room).map(|pdf| self.shell.printer.print(pdf, room.paper()));
        match asked {
            Ok(Some(answer)) => self.printing = Some(answer),
            Ok(None) => self.session.warn(vec![Message::new("paper-not-printed")]),
            Err(messages) => self.session.warn(messages),
        }
    }

    /// Looks whether the printer took it.
    pub(in crate::ui) fn poll_printer(&mut self, ctx: &Context) {
        let Some(answer) = &self.printing else { return };
        let taken = match answer.try_recv() {
            Err(TryRecvError::Empty) => {
                ctx.request_repaint_after(std::time::Duration::from_millis(100));
                return;
            }
            Err(TryRecvError::Disconnected) => false,
            Ok(taken) => taken,
        };
        self.printing = None;
        if taken {
            self.session.tell(Message::new("paper-printed"));
        } else {
            self.session.warn(vec![Message::new("paper-not-printed")]);
        }
    }

    /// The dialog, when it is open and no file is being chosen.
    pub(in crate::ui) fn paper(&mut self, ui: &Ui) -> Vec<Action> {
        if self.files_are_asked() {
            return Vec::new();
        }
        let Some(mut room) = self.session.paper.take() else { return Vec::new() };
        room.is_sealed = if self.files.seal.is_some() { SealedMap::Yes } else { SealedMap::No };
        self.update_preview(ui.ctx(), &mut room);
        let prints = self.shell.printer.is_there();
        let children = self.paper_children();
        if room.child.as_ref().is_none_or(|child| !children.contains(child)) {
            room.child = children.first().cloned();
        }
        let people = candidates(self.document.map());
        if room.whom.as_ref().is_none_or(|whom| !people.contains(whom)) {
            room.whom = people.first().cloned();
        }
        let prints = Prints::from(prints);
        let choices = Choices { prints, children: &children, people: &people };
        let actions = paper_ui(ui, &self.panel_context(), &mut room, choices);
        self.session.paper = Some(room);
        actions
    }

    fn update_preview(&self, ctx: &Context, room: &mut PaperRoom) {
        let session = &self.session;
        let of = PreviewOf {
            sheet: room.sheet,
            page: room.page,
            paper: (room.paper(), room.spread),
            people: [room.child.clone(), room.whom.clone()],
            theme: room.theme,
            revision: self.document.revision(),
            year: self.paper_year(),
            names: (session.names, session.lang, session.opened.eyes),
        };
        if room.preview.as_ref().is_some_and(|preview| preview.of == of) {
            return;
        }
        let mut pages = self.paper_pages(room);
        let words = pages.iter().map(spoken).collect::<Vec<_>>().join(" ");
        // The sheet may have become shorter.
        let n_pages = pages.len();
        room.page = room.page.min(n_pages.saturating_sub(1));
        let of = PreviewOf { page: room.page, ..of };
        if pages.is_empty() {
            return;
        }
        let scene = pages.swap_remove(room.page);
        let lacking = export::letters_without_font(&scene);
        let paper = room.paper();
        let (sheet, small) = match room.sheet {
            Sheet::Map if n_pages == 1 => {
                let size = Theme::of(room.theme).size.name;
                let is_small = size * paper.points_a_unit(&scene) < LEAST_POINTS;
                let better = Paper::for_type(&scene, size, LEAST_POINTS);
                (export::sheet_of(&scene, paper), is_small.then_some(better))
            }
            _ => (scene, None),
        };
        let longest = sheet.bounds.width().max(sheet.bounds.height()).max(1.0);
        let Ok((w, h, pixels)) = export::pixels(&sheet, PngSize::Scale(PREVIEW / longest)) else {
            return;
        };
        let size = [w, h].map(|side| usize::try_from(side).unwrap_or_default());
        let image = ColorImage::from_rgba_unmultiplied(size, &pixels);
        let texture = ctx.load_texture("paper", image, TextureOptions::LINEAR);
        room.preview = Some(Preview { of, texture, pages: n_pages, words, small, lacking });
    }
}

/// Can this computer print?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prints {
    Yes,
    No,
}

impl From<bool> for Prints {
    fn from(prints: bool) -> Self {
        if prints { Self::Yes } else { Self::No }
    }
}

/// What there is to choose from.
#[derive(Clone, Copy, Debug)]
struct Choices<'a> {
    prints: Prints,
    /// The children a sheet can be for.
    children: &'a [PersonId],
    /// The people a copy can be for.
    people: &'a [PersonId],
}

/// All words of a sheet, in their order.
fn spoken(scene: &Scene) -> String {
    let labels = scene.items.iter().filter_map(|item| match &item.shape {
        scene::Shape::Text(label) => Some(label.text.as_str()),
        _ => None,
    });
    labels.collect::<Vec<_>>().join(" ")
}

fn paper_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    room: &mut PaperRoom,
    choices: Choices<'_>,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let screen = ui.ctx().content_rect().size();
    let height = (screen.y - 100.0).clamp(320.0, 900.0);
    let width = (screen.x - 100.0).clamp(600.0, 1120.0);
    let frame = egui::Frame::popup(&ui.ctx().global_style()).inner_margin(20);
    let modal = Modal::new(Id::unique("paper")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(width);
        ui.set_height(height);
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(
                vec2(320.0, height),
                egui::Layout::top_down(egui::Align::Min),
                |ui| choices_ui(ui, context, room, choices, &mut actions),
            );
            ui.add_space(12.0);
            ui.vertical(|ui| {
                let turns = pages_ui(ui, context, room);
                let below = if turns { TAP + 8.0 } else { 0.0 };
                preview_ui(ui, context, room, vec2(width - 350.0, height - below));
            });
        });
    });
    if modal.should_close() {
        actions.push(Action::Look(LookAction::TogglePaper));
    }
    actions
}

fn choices_ui(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    room: &mut PaperRoom,
    choices: Choices<'_>,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (context.theme, context.texts);
    ui.set_width(320.0);
    heading(ui, context, texts.get("paper-title"));
    let scroll = egui::ScrollArea::vertical().max_height(ui.available_height() - 116.0);
    scroll.auto_shrink([false, true]).show(ui, |ui| {
        let sheets = Sheet::offered(room.is_sealed);
        let sheets: Vec<_> = sheets.iter().map(|(it, words)| (*it, texts.get(words))).collect();
        caption(ui, theme, texts.get("paper-which"));
        let before = room.sheet;
        choose(ui, context, (&mut room.sheet, &mut room.wants_focus), &sheets);
        if room.sheet != before {
            room.page = 0;
        }
        whom_ui(ui, context, room, choices);
        if room.sheet == Sheet::Map {
            let sizes = Paper::ALL.map(|paper| (paper, paper.id().to_uppercase()));
            let mut paper = room.paper();
            caption(ui, theme, texts.get("paper-size"));
            choose(ui, context, (&mut paper, &mut room.wants_focus), &sizes);
            room.paper = Some(paper);
            caption(ui, theme, texts.get("paper-sheets"));
            let spreads = [
                (Spread::One, texts.get("paper-one-sheet")),
                (Spread::Several, texts.get("paper-several-sheets")),
            ];
            let before = room.spread;
            choose(ui, context, (&mut room.spread, &mut room.wants_focus), &spreads);
            if room.spread != before {
                room.page = 0;
            }
        }
        caption(ui, theme, texts.get("paper-color"));
        let colors = [
            (ThemeName::Light, texts.get("paper-in-color")),
            (ThemeName::Mono, texts.get("look-mono")),
        ];
        choose(ui, context, (&mut room.theme, &mut room.wants_focus), &colors);
        doubts_ui(ui, context, room);
        real_family_ui(ui, context, room.sheet);
        ui.add_space(6.0);
        behind_ui(ui, context, room.sheet);
    });
    ui.add_space(8.0);
    let main = button(ui, theme, Look::Main, "file-pdf", &texts.get("paper-save"));
    if std::mem::take(&mut room.wants_focus) {
        main.request_focus();
    }
    if main.clicked() {
        actions.push(Action::File(FileAction::SavePaper));
    }
    ui.horizontal(|ui| {
        if choices.prints == Prints::Yes
            && button(ui, theme, Look::Quiet, "printer", &texts.get("paper-print")).clicked()
        {
            actions.push(Action::File(FileAction::PrintPaper));
        }
        if button(ui, theme, Look::Quiet, "", &texts.get("close")).clicked() {
            actions.push(Action::Look(LookAction::TogglePaper));
        }
    });
}

/// That a family is not invented, where people see it who do not know it.
fn real_family_ui(ui: &mut Ui, context: &PanelContext<'_>, sheet: Sheet) {
    if sheet.is_for_workshop() && !context.map.fictional && context.names == Names::Shown {
        let words = text(context.texts.get("paper-real-family"), 13.0, Weight::Regular);
        ui.label(words.color(color(context.theme.alert)));
    }
}

/// For whom, where there is more than one.
fn whom_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &mut PaperRoom, choices: Choices<'_>) {
    let (people, whom) = match room.sheet {
        Sheet::Child => (choices.children, &mut room.child),
        Sheet::Copy => (choices.people, &mut room.whom),
        _ => return,
    };
    if people.len() < 2 {
        return;
    }
    let called = |id| (Some(id), context.name(id));
    let options: Vec<_> = people.iter().map(called).collect();
    let mut chosen = people.iter().find(|id| whom.as_ref() == Some(*id));
    caption(ui, context.theme, context.texts.get("paper-for-whom"));
    choose(ui, context, (&mut chosen, &mut room.wants_focus), &options);
    if chosen != whom.as_ref() {
        room.page = 0;
    }
    *whom = chosen.cloned();
}

/// A choice; after it Enter is for the main button again.
fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    context: &PanelContext<'_>,
    (value, wants_focus): (&mut T, &mut bool),
    options: &[(T, String)],
) {
    if let Some(chosen) = choice(ui, context.theme, Some(*value), options) {
        *value = chosen;
        *wants_focus = true;
    }
}

/// What will not be read on it.
fn doubts_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &PaperRoom) {
    let Some(preview) = &room.preview else { return };
    let small = preview.small.map(|better| match better {
        Some(paper) => Message::new("paper-names-small").arg("better", paper.id().to_uppercase()),
        None => Message::new("paper-names-too-small"),
    });
    let has_all = preview.lacking.is_empty();
    let lacking =
        (!has_all).then(|| Message::new("paper-letters").arg("letters", &preview.lacking));
    for message in small.into_iter().chain(lacking) {
        let words = text(context.texts.say(&message), 13.0, Weight::Regular);
        ui.label(words.color(color(context.theme.alert)));
    }
}

/// A map on several sheets, where one is not enough.
fn tiles(map: &Scene, room: &PaperRoom, lang: Lang) -> Option<Vec<Scene>> {
    if room.spread == Spread::One {
        return None;
    }
    let size = Theme::of(room.theme).size.name;
    export::tiles(map, room.paper(), (size, LEAST_POINTS), lang)
}

/// What does not leave the room. The last is always there: it must not point at a secret.
fn behind_ui(ui: &mut Ui, context: &PanelContext<'_>, sheet: Sheet) {
    let texts = context.texts;
    caption(ui, context.theme, texts.get("paper-behind"));
    let names = (context.names != Names::Shown).then_some("paper-behind-names");
    let rest: &[&'static str] = match sheet {
        Sheet::Parent => &[
            "paper-behind-plays",
            "paper-behind-years",
            "paper-behind-ties",
            "paper-behind-skills",
        ],
        Sheet::ParentOpen => {
            &["paper-behind-more", "paper-behind-years", "paper-behind-ties", "paper-behind-skills"]
        }
        Sheet::Child => &[
            "paper-behind-plays",
            "paper-behind-years",
            "paper-behind-homes",
            "paper-behind-skills",
            "paper-behind-goals",
        ],
        Sheet::Plan => &[
            "paper-behind-family",
            "paper-behind-plays",
            "paper-behind-ties",
            "paper-behind-skills",
        ],
        Sheet::File => &["paper-behind-ties", "paper-behind-skills"],
        Sheet::Copy => &["paper-behind-others", "paper-behind-ties", "paper-behind-skills"],
        Sheet::Handout | Sheet::PersonCards => &[
            "paper-behind-threads",
            "paper-behind-goals",
            "paper-behind-ties",
            "paper-behind-skills",
        ],
        Sheet::AnswerKey => &["paper-behind-goals", "paper-behind-ties", "paper-behind-skills"],
        Sheet::Map => &["paper-behind-goals"],
        Sheet::Overview => &["paper-behind-ties", "paper-behind-goals"],
        Sheet::Lifelines => &["paper-behind-ties", "paper-behind-skills"],
        Sheet::List => &["paper-behind-skills", "paper-behind-goals"],
        Sheet::Passphrase => &["paper-behind-passphrase"],
    };
    let (names, never): (_, &[&'static str]) = match sheet {
        Sheet::Passphrase => (None, &[]),
        // What the story says to the one who tells is on it.
        Sheet::AnswerKey => (names, &["paper-behind-key"]),
        _ => (names, &["paper-behind-never"]),
    };
    for id in names.iter().chain(rest).chain(never) {
        let words = format!("–  {}", texts.get(id));
        ui.label(text(words, 13.5, Weight::Regular).color(color(context.theme.ink)));
    }
}

/// Turns the pages, where there is more than one; gives whether there is.
fn pages_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &mut PaperRoom) -> bool {
    let pages = room.preview.as_ref().map_or(1, |preview| preview.pages);
    if pages < 2 {
        return false;
    }
    let (theme, texts) = (context.theme, context.texts);
    ui.horizontal(|ui| {
        if button(ui, theme, Look::Quiet, "caret-left", &texts.get("paper-page-before")).clicked() {
            room.page = room.page.saturating_sub(1);
        }
        let message = Message::new("sheet-page").count("page", room.page + 1).count("all", pages);
        let words = text(texts.say(&message), 14.0, Weight::Regular);
        ui.label(words.color(color(theme.ink)));
        if button(ui, theme, Look::Quiet, "caret-right", &texts.get("paper-page-after")).clicked() {
            room.page = (room.page + 1).min(pages - 1);
        }
    });
    true
}

/// The sheet as it will be, as large as fits.
fn preview_ui(ui: &mut Ui, context: &PanelContext<'_>, room: &PaperRoom, space: egui::Vec2) {
    let Some(preview) = &room.preview else { return };
    let full = preview.texture.size_vec2();
    let scale = (space.x / full.x).min(space.y / full.y);
    let (area, response) = ui.allocate_exact_size(space, egui::Sense::hover());
    let sheet = egui::Rect::from_center_size(area.center(), scale * full);
    let theme = context.theme;
    let uv = egui::Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
    ui.painter().image(preview.texture.id(), sheet, uv, egui::Color32::WHITE);
    let edge = egui::Stroke::new(1.0, color(theme.line));
    ui.painter().rect_stroke(sheet, 0.0, edge, egui::StrokeKind::Outside);
    let words = context.texts.say(&Message::new("paper-preview").arg("words", &preview.words));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &words));
}
