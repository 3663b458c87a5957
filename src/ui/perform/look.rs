//! Actions that change only what the user sees.

use std::collections::BTreeSet;

use egui::{Context, ViewportCommand};

use crate::document::Command;
use crate::i18n::{Lang, Message, Texts};
use crate::model::{CardId, Field, GoalField, GoalId, MapField, Party, PersonId, Subject, Whose};
use crate::scene::Part;
use crate::shown::Names;
use crate::theme::ThemeName;
use crate::ui::action::{LineStep, LookAction, PaintStep};
use crate::ui::app::App;
use crate::ui::help::key_list;
use crate::ui::manual::ManualRoom;
use crate::ui::palette::Palette;
use crate::ui::paper::PaperRoom;
use crate::ui::session::{Find, KinDraft, Lasso, LineDraft, Paint};
use crate::ui::terms::{Detail, Fit, Kin, Screen};

/// So many strands are on the map together at most.
const MOST_STRANDS: usize = 3;

/// Fills the screen, or stops doing so.
pub(super) fn full_screen(ctx: &Context) {
    let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
    ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
}

impl App {
    /// Carries out an action that changes what is seen.
    pub(super) fn perform_look(&mut self, action: LookAction) {
        match action {
            LookAction::Select(subject) => self.select(subject),
            LookAction::EditName(person) => self.edit_name(person),
            LookAction::EditTitle => self.edit_title(),
            LookAction::NameTyped => self.write_name(),
            LookAction::NameDone(end) => self.name_done(end),
            LookAction::Line(step) => self.draw_line(step),
            LookAction::Relate(of, other) => self.relate(of, other),
            LookAction::ToggleLasso => self.toggle_lasso(),
            LookAction::Choose(people) => self.choose(people),
            LookAction::Tie(support) => self.ask_whom(support),
            LookAction::Kin(asked) => self.ask_kin(asked),
            LookAction::AskWhom(press) => self.ask_for_whom(press),
            LookAction::ForWhom(person) => self.do_for(&person),
            LookAction::LetterInPanel => self.session.tell(Message::new("panel-letters")),
            LookAction::OpenPalette(bearer) => {
                let digits = self.session.digits.clone();
                self.open_palette(Palette::problems(bearer).with_digits(digits));
            }
            LookAction::OpenStrengths(bearer) => self.open_palette(Palette::strengths(bearer)),
            LookAction::OpenDetail(detail) => self.open_detail(detail),
            LookAction::OpenGoal(goal) => self.open_goal_at(&goal),
            LookAction::ClosePopup => self.close_popup(),
            LookAction::Cross => self.cross(),
            LookAction::ToggleStrand(id) => self.toggle_strand(id),
            LookAction::PreviewStrand(id) => self.session.preview = id,
            LookAction::Zoom(fit) => self.session.fit = Some(fit),
            LookAction::ShowPart(part) => self.show_part(part),
            LookAction::Light(lit) => self.session.lit = lit,
            LookAction::ToggleLegend => self.toggle_legend(),
            LookAction::Time(step) => self.look_back(step),
            LookAction::ShowTies(ties) => self.session.ties = ties,
            LookAction::ToggleShow => self.session.show_open = !self.session.show_open,
            LookAction::Beside(people) => self.session.beside = people,
            LookAction::TogglePaper => self.toggle_paper(),
            LookAction::ToggleRules => self.session.rules_open = !self.session.rules_open,
            LookAction::ToggleManual => self.toggle_manual(),
            LookAction::ToggleCommands => self.session.toggle_commands(),
            LookAction::Search => self.session.wants_search = true,
            LookAction::DismissNotice => self.session.notice = None,
            LookAction::Speak(lang) => self.speak(lang),
            LookAction::Tidy => self.tidy(),
            LookAction::Wear(theme) => self.wear(theme),
            LookAction::Show(screen) => self.show_screen(screen),
            LookAction::Reveal(kinds) => self.session.open_kinds(kinds),
            LookAction::OpenHidden(subject) => self.session.open_at(subject),
            LookAction::Call(names) => self.call(names),
            LookAction::TogglePrivate => self.session.toggle_private(),
            LookAction::PutOff(person, card) => self.put_off(person, card),
            LookAction::AskAbout(person) => self.ask_about(person),
            LookAction::ShowAcross(across) => self.session.across = across,
            LookAction::Lives(lives) => self.session.lives = lives,
            LookAction::Story(step) => self.step_story(step),
            LookAction::Quick(step) => self.step_quick(step),
            LookAction::Paint(step) => self.paint(step),
            LookAction::WriteIn(field) => self.session.typing.want(&field),
            LookAction::ShowLevel(level) => self.shelf.level = level,
            LookAction::FullScreen => self.session.wants_full_screen = true,
        }
    }

    fn open_detail(&mut self, detail: Option<Detail>) {
        self.finish_naming();
        self.session.palette = None;
        self.session.open_detail(detail);
    }

    /// Begins, goes on with, or ends putting a problem on whoever is tapped.
    fn paint(&mut self, step: PaintStep) {
        let now = self.session.paint.take();
        let kind = match step {
            PaintStep::End => return,
            PaintStep::Begin => None,
            // The same again ends it.
            PaintStep::Kind(kind) => {
                if now.as_ref().and_then(|it| it.kind.as_ref()) == Some(&kind) {
                    return;
                }
                Some(kind)
            }
        };
        if now.is_none() {
            self.finish_naming();
            self.look_at(None);
        }
        self.session.paint = Some(Paint { kind });
    }

    fn put_off(&mut self, person: PersonId, card: CardId) {
        self.session.asked = None;
        self.session.put_off.insert((person, card));
    }

    fn edit_title(&mut self) {
        self.finish_naming();
        self.session.typing.want(&Field::Map(MapField::Title));
    }

    fn close_popup(&mut self) {
        self.finish_naming();
        self.session.palette = None;
        self.session.focus_selection = true;
    }

    /// What is being typed belongs to a name that may no longer be seen.
    fn call(&mut self, names: Names) {
        self.finish_naming();
        self.session.search.clear();
        self.session.names = names;
        let words = match names {
            Names::Shown => "told-names-shown",
            Names::Kin => "told-names-kin",
            Names::Invented => "told-names-invented",
            Names::Off => "told-names-off",
        };
        self.session.tell(Message::new(words));
    }

    fn open_palette(&mut self, palette: Palette) {
        self.finish_naming();
        self.session.palette = Some(palette);
    }

    /// A loop is drawn next; what was chosen before is not any more.
    fn toggle_lasso(&mut self) {
        let is_on = self.session.lasso.is_some();
        self.select(None);
        self.session.lasso = (!is_on).then(Lasso::default);
    }

    fn choose(&mut self, people: BTreeSet<PersonId>) {
        let lasso = self.session.lasso.take();
        if people.is_empty() && lasso.is_none() {
            self.session.tell(Message::new("lasso-nobody"));
        }
        if self.session.selection.is_some() {
            self.select(None);
        }
        self.session.lasso = lasso;
        self.session.chosen = people;
    }

    /// Looks at whoever's goal it is, with the goal open in the panel and in view there.
    fn open_goal_at(&mut self, id: &GoalId) {
        let Some(goal) = self.document.map().goals.get(id) else { return };
        let whose = match &goal.whose {
            Whose::Person(id) => Some(Subject::Person(id.clone())),
            Whose::Household(id) => Some(Subject::Household(id.clone())),
            Whose::Family => None,
        };
        self.select(whose);
        self.session.detail = Some(Detail::Goal(id.clone()));
        self.session.typing.seek(&Field::Goal(id.clone(), GoalField::Text));
    }

    /// Opens the manual, or closes it.
    fn toggle_manual(&mut self) {
        self.session.manual = match self.session.manual.take() {
            Some(_) => None,
            None => {
                let lang = self.session.lang;
                Some(ManualRoom::new(lang, key_list(Texts::new(lang))))
            }
        };
    }

    fn toggle_paper(&mut self) {
        self.finish_naming();
        self.session.paper = match self.session.paper.take() {
            Some(_) => None,
            None => Some(PaperRoom::beside(self.session.screen, self.settings.theme)),
        };
    }

    fn toggle_legend(&mut self) {
        self.session.legend = !self.session.legend;
        self.session.fit = Some(Fit::All);
    }

    fn show_part(&mut self, part: Option<Part>) {
        self.session.part = part;
        self.session.fit = Some(Fit::All);
    }

    fn ask_about(&mut self, person: PersonId) {
        self.perform_look(LookAction::Select(Some(Subject::Person(person.clone()))));
        self.session.asked = Some(person);
    }

    fn select(&mut self, subject: Option<Subject>) {
        self.finish_naming();
        self.session.asked = None;
        self.session.focus_selection = subject.is_some();
        self.session.lit = None;
        self.show_around(subject.as_ref());
        self.keep_lines_of();
        self.session.line = None;
        self.session.kin = None;
        self.session.whom = None;
        self.session.tying = None;
        self.session.lasso = None;
        self.session.chosen.clear();
        self.session.related = None;
        self.bring_in_view(subject.as_ref());
        self.session.selection = subject;
        self.open_line();
        self.session.palette = None;
    }

    /// Whoever is looked at is seen: what was tapped on the map stays where it is, what was chosen
    /// elsewhere and lies beyond the edge comes into view.
    fn bring_in_view(&mut self, subject: Option<&Subject>) {
        let session = &mut self.session;
        let frame = subject.and_then(|it| self.derived.frame_of(it));
        let (Some(frame), Some(canvas), None) = (frame, session.canvas, session.fit) else {
            return;
        };
        let place = session.camera.screen_rect(canvas.min, frame);
        // Of a long line or a large home a part is enough: that part may have been tapped.
        let is_seen = match subject {
            Some(Subject::Person(_) | Subject::Support(_)) => canvas.contains(place.center()),
            _ => canvas.intersects(place),
        };
        if !is_seen {
            session.fit = Some(Fit::Reveal);
        }
    }

    /// The next step of drawing a line: from whom, to whom, or not.
    fn draw_line(&mut self, step: LineStep) {
        match step {
            LineStep::From(from) => {
                self.finish_naming();
                self.look_at(Some(Subject::Person(from.clone())));
                self.session.focus_selection = false;
                self.session.line = Some(LineDraft::from(from));
            }
            LineStep::To(to) => {
                let line = self.session.line.take();
                self.session.line = line
                    .map(|it| if Party::Person(it.from.clone()) == to { it } else { it.to(to) });
            }
            LineStep::End => {
                self.session.line = None;
                self.session.focus_selection = true;
            }
        }
    }

    /// Asks who belongs to somebody, or no more.
    fn ask_kin(&mut self, asked: Option<(PersonId, Kin)>) {
        self.finish_naming();
        self.session.kin = None;
        let Some((of, kin)) = asked else {
            self.session.focus_selection = true;
            return;
        };
        self.look_at(Some(Subject::Person(of.clone())));
        self.session.focus_selection = false;
        self.session.kin = Some(KinDraft { kin, of, find: Find::new() });
    }

    /// Says at `of` how the two are related.
    fn relate(&mut self, of: PersonId, other: PersonId) {
        self.look_at(Some(Subject::Person(of)));
        self.session.related = Some(other);
    }

    /// Lets go of whoever was put somewhere, and lays the family out as if it were seen first.
    fn tidy(&mut self) {
        self.finish_naming();
        if !self.document.map().view.pins.is_empty() {
            let done = self.document.execute(Command::Unpin);
            self.told(done);
        }
        self.derived.tidy();
        self.session.fit = Some(Fit::Readable);
        self.session.tell(Message::new("map-is-tidy"));
    }

    fn speak(&mut self, lang: Lang) {
        self.session.lang = lang;
        // Words of another length: what showed everything shows everything again.
        let is_fitted = |(camera, _)| camera == self.session.camera;
        if self.session.fitted.is_some_and(is_fitted) {
            self.session.fit = Some(Fit::Readable);
        }
        self.settings.lang = Some(lang);
        self.shell.keep(&self.settings);
    }

    fn wear(&mut self, theme: ThemeName) {
        self.settings.theme = theme;
        self.shell.keep(&self.settings);
        self.shelf.draw_anew();
        // Another theme may be another size.
        self.session.fit = Some(Fit::All);
    }

    fn show_screen(&mut self, screen: Screen) {
        self.finish_naming();
        self.session.screen = screen;
        if screen == Screen::List {
            self.session.list_sought = self.session.person().cloned();
            self.session.focus_selection = self.session.list_sought.is_some();
        }
    }

    /// Somebody who is looked at is on the map: the part goes to whoever is not in it.
    fn show_around(&mut self, subject: Option<&Subject>) {
        let (Some(Subject::Person(id)), Some(part)) = (subject, &mut self.session.part) else {
            return;
        };
        if self.derived.spot(id).is_none() {
            *part = Part::around(id.clone(), part.reach);
            self.session.fit = Some(Fit::All);
        }
    }

    fn toggle_strand(&mut self, id: CardId) {
        let mut strands = self.chosen_strands().to_vec();
        if let Some(at) = strands.iter().position(|other| *other == id) {
            strands.remove(at);
        } else {
            strands.push(id);
            if MOST_STRANDS < strands.len() {
                strands.remove(0);
            }
        }
        self.document.show_strands(strands);
    }
}
