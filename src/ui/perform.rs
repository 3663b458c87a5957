//! Carries out what the user asked for.

use egui::{Context, ViewportCommand};

use super::app::{App, LeaveTo, Leaving};
use super::dialogs::Purpose;
use super::palette::Palette;
use super::session::{Fit, Naming, Next, Place};
use super::writing::Written;
use super::{Action, Screen, home};
use super::{NewEntry, NewStrength};
use crate::document::{ChildOf, Command, Parents, Refusal, Shown, VisitId};
use crate::i18n::Message;
use crate::model::{
    Bearer, Bond, CardId, Entry, FamilyMap, Goal, GoalState, KindId, OwnKind, Person, PersonId,
    Said, Strength, Subject, Whose,
};
use crate::scene::{self, Part};

/// So many strands are on the map together at most.
const MOST_STRANDS: usize = 3;

impl App {
    /// Carries out everything that was asked for in this frame, in order.
    pub(super) fn perform(&mut self, ctx: &Context, actions: Vec<Action>) {
        for action in actions {
            if matches!(&action, Action::PreviewStrand(id) if *id == self.session.preview) {
                continue;
            }
            match action {
                Action::FullScreen => {
                    let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                    ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
                }
                Action::New
                | Action::OpenPath(_)
                | Action::OpenExample(_)
                | Action::OpenLeftover(_)
                | Action::GoHome => self.ask_and_perform(action),
                action => self.perform_now(action),
            }
            // What was done is seen in the next frame.
            ctx.request_repaint();
        }
    }

    /// Carries out an action after which another map is open, or none: asks about unsaved work.
    pub(super) fn ask_and_perform(&mut self, action: Action) {
        self.finish_naming();
        if self.has_unsaved_work() {
            self.leaving = Some(Leaving::to(LeaveTo::Do(Box::new(action))));
        } else {
            self.perform_now(action);
        }
    }

    /// Carries out one action, whatever happens to unsaved work.
    pub(super) fn perform_now(&mut self, action: Action) {
        let Some(action) = self.perform_edit(action) else { return };
        let Some(action) = self.perform_offer(action) else { return };
        match action {
            Action::New => self.new_map(),
            Action::Open => self.ask(Purpose::Open),
            Action::OpenPath(path) => self.open_path(&path),
            Action::ReadLettersAs(charset) => self.read_letters_as(charset),
            Action::OpenExample(number) => {
                if let Some(map) = home::example(number) {
                    self.show_map(map);
                }
            }
            Action::GoHome => {
                self.session.leave_map();
                self.session.place = Place::Home;
                self.let_go_of_copy();
                self.update_offers();
            }
            Action::Save => {
                self.finish_naming();
                self.save();
            }
            Action::SaveAs => {
                self.finish_naming();
                self.ask(Purpose::Save);
            }
            Action::ExportPicture => self.ask(Purpose::Picture),
            Action::Speak(lang) => {
                self.session.lang = lang;
                self.settings.lang = Some(lang);
                self.shell.storage.keep(&self.settings);
            }
            Action::Wear(theme) => {
                self.settings.theme = theme;
                self.shell.storage.keep(&self.settings);
                self.examples = home::examples();
                // Another theme may be another size.
                self.session.fit = Some(Fit::All);
            }
            Action::Show(screen) => self.show_screen(screen),
            other => self.perform_look(other),
        }
    }

    /// Actions that change the map; gives back those that do not.
    fn perform_edit(&mut self, action: Action) -> Option<Action> {
        match action {
            Action::Do(command) => {
                let done = self.document.execute(command);
                self.told(done);
            }
            Action::DoAll(label, commands) => {
                let done = self.document.execute_all(label, commands);
                self.told(done);
            }
            Action::AddParents(of, parents) => self.add_parents(&of, parents),
            Action::AddPartner(of) => self.add_partner(&of),
            Action::AddChild(of, bond) => self.add_child(of, bond),
            Action::AddSibling(of) => self.add_sibling(&of, false),
            Action::AddTwin(of) => self.add_sibling(&of, true),
            Action::LinkPartners(a, b) => {
                let linked = self.document.link_partners(&a, &b);
                if let Some(union) = self.told(linked) {
                    self.look_at(Some(Subject::Union(union)));
                }
            }
            Action::LinkChild(of, bond, child) => {
                let linked = self.document.link_child(&of, bond, &child);
                self.told(linked);
            }
            Action::AddEntry(bearer, entry) => self.add_entry(bearer, entry),
            Action::AddOwnKind { on, label } => self.add_own_kind(on, label),
            Action::AddStrength(bearer, strength) => self.add_strength(bearer, strength),
            Action::WriteFirstStep(finding, step) => self.write_first_step(&finding, step),
            Action::Write(field, Written { visit, text }) => {
                let reader = self.panel_context().reader();
                let done = self.document.write(visit, &field, &text, &reader);
                self.told(done);
                self.session.typing.written(visit, self.document.revision());
            }
            Action::DoInVisit(visit, command) => {
                let label = command.label();
                let done = self.document.execute_in_visit(visit, label, vec![command]);
                self.told(done);
                self.session.typing.written(visit, self.document.revision());
            }
            Action::Undo => {
                self.session.naming = None;
                self.document.undo();
                self.drop_what_is_gone();
            }
            Action::Redo => {
                self.document.redo();
                self.drop_what_is_gone();
            }
            Action::Remove(subject) => self.remove(&subject),
            Action::ToggleFold(person) => {
                let is_folded = self.document.map().view.folded.contains(&person);
                let shown = if is_folded { Shown::Yes } else { Shown::No };
                let done = self.document.execute(Command::SetFolded(person, shown));
                self.told(done);
            }
            other => return Some(other),
        }
        None
    }

    /// Actions that change only what the user sees.
    fn perform_look(&mut self, action: Action) {
        match action {
            Action::Select(subject) => {
                self.finish_naming();
                self.session.focus_selection = subject.is_some();
                self.session.lit = None;
                self.show_around(subject.as_ref());
                self.session.selection = subject;
                self.session.palette = None;
            }
            Action::EditName(person) => self.edit_name(person),
            Action::NameTyped => self.write_name(),
            Action::NameDone(end) => self.name_done(end),
            Action::OpenPalette(bearer) => {
                self.finish_naming();
                let digits = self.session.digits.clone();
                self.session.palette = Some(Palette::problems(bearer).with_digits(digits));
            }
            Action::OpenStrengths(bearer) => {
                self.finish_naming();
                self.session.palette = Some(Palette::strengths(bearer));
            }
            Action::OpenEntry(bearer, entry) => {
                let palette = Palette::on_entry(self.document.map(), bearer, &entry);
                self.session.palette = Some(palette);
            }
            Action::ClosePopup => {
                self.finish_naming();
                self.session.palette = None;
                self.session.focus_selection = true;
            }
            Action::ToggleStrand(id) => self.toggle_strand(id),
            Action::PreviewStrand(id) => self.session.preview = id,
            Action::FitAll => self.session.fit = Some(Fit::All),
            Action::FitSelection => self.session.fit = Some(Fit::Selection),
            Action::ActualSize => self.session.fit = Some(Fit::Actual),
            Action::Zoom(fit) => self.session.fit = Some(fit),
            Action::ShowPart(part) => {
                self.session.part = part;
                self.session.fit = Some(Fit::All);
            }
            Action::Light(lit) => self.session.lit = lit,
            Action::ToggleLegend => {
                self.session.legend = !self.session.legend;
                self.session.fit = Some(Fit::All);
            }
            Action::ToggleRules => self.session.rules_open = !self.session.rules_open,
            Action::ToggleKeys => self.session.keys_open = !self.session.keys_open,
            Action::Search => self.session.wants_search = true,
            Action::DismissNotice => self.session.notice = None,
            // Carried out before.
            _ => {}
        }
    }

    /// Tells a refusal; gives what came of it otherwise.
    pub(super) fn told<T>(&mut self, result: Result<T, Refusal>) -> Option<T> {
        self.session.anchor = self.session.person().cloned().or(self.session.anchor.take());
        match result {
            Ok(value) => Some(value),
            Err(refusal) => {
                let context = self.panel_context();
                let message = refusal.message(|id| context.name(id));
                self.session.tell(message);
                None
            }
        }
    }

    fn show_screen(&mut self, screen: Screen) {
        self.finish_naming();
        self.session.screen = screen;
    }

    /// A map with one person, whose name is typed at once.
    fn new_map(&mut self) {
        let mut map = FamilyMap { lang: self.session.lang, ..FamilyMap::default() };
        let person = PersonId::numbered("p", 1);
        map.people.insert(person.clone(), std::sync::Arc::new(Person::default()));
        map.focus.push(person.clone());
        map.next_id = 1;
        self.show_map(map);
        self.look_at(Some(Subject::Person(person.clone())));
        self.session.naming = Some(Naming {
            person,
            text: String::new(),
            origin: None,
            next: Next::Nothing,
            fresh: None,
            visit: VisitId::fresh(),
            chips: Vec::new(),
            then: None,
            wants_focus: true,
        });
    }

    pub(super) fn look_at(&mut self, subject: Option<Subject>) {
        self.session.selection = subject;
        self.session.focus_selection = true;
        self.session.palette = None;
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

    fn add_parents(&mut self, of: &PersonId, parents: Parents) {
        self.finish_naming();
        self.look_at(Some(Subject::Person(of.clone())));
        let added = self.document.add_parents(of, parents);
        let Some(added) = self.told(added) else { return };
        let mut added = added.into_iter();
        let Some(first) = added.next() else { return };
        let next = added.next().map_or(Next::Nothing, Next::Name);
        self.name_new(first, next, None);
    }

    pub(super) fn add_partner(&mut self, of: &PersonId) {
        self.finish_naming();
        let added = self.document.add_partner(of, Person::default());
        if let Some((person, union)) = self.told(added) {
            self.name_new(person, Next::Partner(of.clone()), Some(Subject::Union(union)));
        }
    }

    pub(super) fn add_child(&mut self, of: ChildOf, bond: Bond) {
        self.finish_naming();
        self.unfold_above(&of);
        let added = self.document.add_child(&of, bond, Person::default());
        if let Some(person) = self.told(added) {
            self.name_new(person, Next::Child(of, bond), None);
        }
    }

    /// Whoever is added below somebody folded is to be seen.
    fn unfold_above(&mut self, of: &ChildOf) {
        let map = self.document.map();
        let parents = match of {
            ChildOf::Person(id) => vec![id.clone()],
            ChildOf::Union(id) => map.union(id).map(|it| it.partners.clone()).unwrap_or_default(),
        };
        let folded = parents.into_iter().filter(|id| map.view.folded.contains(id));
        let unfold: Vec<_> = folded.map(|id| Command::SetFolded(id, Shown::Yes)).collect();
        for command in unfold {
            let done = self.document.execute(command);
            self.told(done);
        }
    }

    #[expect(clippy::fn_params_excessive_bools, reason = "a brother or sister, or a twin")]
    pub(super) fn add_sibling(&mut self, of: &PersonId, is_twin: bool) {
        self.finish_naming();
        let added = if is_twin {
            self.document.add_twin(of, Person::default())
        } else {
            self.document.add_sibling(of, Person::default())
        };
        if let Some(person) = self.told(added) {
            self.name_new(person, Next::Sibling(of.clone()), None);
        }
    }

    fn remove(&mut self, subject: &Subject) {
        self.finish_naming();
        let (command, message) = match subject {
            Subject::Person(id) => {
                let name = self.panel_context().name(id);
                let message = Message::new("removed-person").arg("name", name);
                (Command::RemovePerson(id.clone()), message)
            }
            Subject::Union(id) => (Command::RemoveUnion(id.clone()), Message::new("removed-union")),
            Subject::Relation(id) => {
                (Command::RemoveRelation(id.clone()), Message::new("removed-thing"))
            }
            Subject::Household(id) => {
                (Command::RemoveHousehold(id.clone()), Message::new("removed-thing"))
            }
            Subject::Support(id) => {
                (Command::RemoveSupport(id.clone()), Message::new("removed-thing"))
            }
        };
        let done = self.document.execute(command);
        if self.told(done).is_some() {
            self.session.tell_with_undo(message, self.document.revision());
            self.drop_what_is_gone();
        }
    }

    /// After going back, nothing points at what is not there.
    pub(super) fn drop_what_is_gone(&mut self) {
        let map = self.document.map();
        let is_there = |subject: &Subject| match subject {
            Subject::Person(id) => map.people.contains_key(id),
            Subject::Union(id) => map.unions.contains_key(id),
            Subject::Relation(id) => map.relations.contains_key(id),
            Subject::Household(id) => map.households.contains_key(id),
            Subject::Support(id) => map.supports.contains_key(id),
        };
        if !self.session.selection.as_ref().is_some_and(is_there) {
            self.session.selection = None;
            self.session.palette = None;
        }
        if !self.session.part.as_ref().is_none_or(|it| map.people.contains_key(&it.center)) {
            self.session.part = None;
        }
        if !self.session.naming.as_ref().is_some_and(|it| map.people.contains_key(&it.person)) {
            self.session.naming = None;
        }
    }

    fn add_entry(&mut self, bearer: Bearer, new: NewEntry) {
        let NewEntry { kind, said, since, going_on } = new;
        let id = self.document.new_entry_id();
        let entry = Entry { said, since, going_on, ..Entry::new(id, kind) };
        let done = self.document.execute(Command::PutEntry(bearer, Box::new(entry)));
        self.told(done);
    }

    fn add_own_kind(&mut self, on: Bearer, label: String) {
        let id = self.document.new_entry_id();
        let Some(kind) = KindId::new(&format!("eigen-{id}")) else { return };
        let entry = Entry::new(id, kind.clone());
        let done = self.document.execute_all(
            Message::new("edit-entry"),
            vec![
                Command::PutOwnKind(kind, OwnKind { label, area: None }),
                Command::PutEntry(on, Box::new(entry)),
            ],
        );
        self.told(done);
    }

    fn add_strength(&mut self, bearer: Bearer, new: NewStrength) {
        let NewStrength { kind, words, since } = new;
        let id = self.document.new_strength_id();
        let strength = Strength {
            id,
            kind,
            words,
            said: Said::Yes,
            since,
            until: None,
            helped_with: Vec::new(),
            according_to: String::new(),
        };
        let done = self.document.execute(Command::PutStrength(bearer, Box::new(strength)));
        self.told(done);
    }

    /// A goal that answers a card, about what the focus persons have of it; there while its first step
    /// says something.
    fn write_first_step(&mut self, card: &CardId, step: Written) {
        let Written { visit, text: first_step } = step;
        let map = self.document.map();
        let found = self.derived.cards.get(card);
        let kind = found.and_then(|card| card.theme.kind());
        let people = map.focus.iter().filter_map(|id| map.person(id));
        let answers = people
            .flat_map(|person| &person.entries)
            .filter(|entry| Some(&entry.kind) == kind && entry.said == Said::Yes)
            .map(|entry| entry.id.clone())
            .collect();
        let focus = map.focus.first().cloned();
        let title = found.map(|card| scene::card_title(map, card, self.session.lang));
        let text = title.unwrap_or_default();
        let goal = Goal {
            text,
            first_step,
            by: None,
            helper: String::new(),
            support: None,
            answers,
            whose: focus.map_or(Whose::Family, Whose::Person),
            state: GoalState::Open,
            set_on: Some(self.shell.today),
            closed_on: None,
        };
        let known = self.session.first_step.take().filter(|(of, _)| *of == visit);
        let id = known.map_or_else(|| self.document.new_goal_id(), |(_, id)| id);
        let is_said = !goal.first_step.trim().is_empty();
        let put = is_said.then(|| Command::PutGoal(id.clone(), Box::new(goal)));
        let label = Message::new("edit-goal");
        let done = self.document.execute_in_visit(visit, label, put.into_iter().collect());
        self.told(done);
        self.session.first_step = Some((visit, id));
        self.session.typing.written(visit, self.document.revision());
    }

    /// Tells that there is a goal, once its first step is written.
    pub(super) fn tell_goal(&mut self) {
        let typing = self.session.typing.visit();
        let Some((_, goal)) = self.session.first_step.take_if(|(of, _)| Some(*of) != typing) else {
            return;
        };
        if self.document.map().goals.contains_key(&goal) {
            self.session.tell(Message::new("goal-added"));
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
