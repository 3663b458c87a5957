//! Actions that change the map.

use crate::catalogue::Catalogue;
use crate::document::{ChildOf, Command, OwnWords, Parents, Shown, When};
use crate::i18n::Message;
use crate::model::{
    Bearer, Bond, CardId, Entry, Field, Goal, GoalField, GoalState, GoingOn, KindId, LinesShown,
    Person, PersonId, Relation, RelationField, RelationId, Said, Strength, Subject, Whose,
};
use crate::scene;
use crate::shown::{self, Eyes, Hiding, Opened};
use crate::ui::action::{EditAction, NewEntry, NewRelation, NewStrength};
use crate::ui::app::App;
use crate::ui::context::PanelContext;
use crate::ui::inspector::party_words;
use crate::ui::session::Next;
use crate::ui::terms::Detail;
use crate::ui::typing::Written;

impl App {
    fn execute(&mut self, command: Command) {
        let done = self.document.execute_tidily(self.with_hidden(command));
        self.told(done);
        // Who hides the line that is looked at still sees it.
        self.open_line();
    }

    /// What a panel asks for, which saw only the shown map.
    fn with_hidden(&self, command: Command) -> Command {
        shown::kept(command, self.document.map(), self.shown_map())
    }

    /// Carries out an action that changes the map.
    pub(super) fn perform_edit(&mut self, action: EditAction) {
        match action {
            EditAction::Do(command) => self.execute(command),
            EditAction::DoAndTell(message, command) => self.do_and_tell(message, command),
            EditAction::DoAll(label, commands) => {
                let commands = commands.into_iter().map(|it| self.with_hidden(it)).collect();
                let done = self.document.execute_all(label, commands);
                self.told(done);
            }
            EditAction::AddParents(of, parents) => self.add_parents(&of, parents),
            EditAction::AddPartner(of) => self.add_partner(&of),
            EditAction::AddChild(of, bond) => self.add_child(&of, bond),
            EditAction::AddSibling(of) => self.add_sibling(&of, false),
            EditAction::AddTwin(of) => self.add_sibling(&of, true),
            EditAction::LinkPartners(a, b) => self.link_partners(&a, &b),
            EditAction::LinkChild(of, bond, child) => self.link_child(&of, bond, &child),
            EditAction::LinkParent { child, parent } => self.link_parent(&child, &parent),
            EditAction::LinkSiblings(of, other) => self.link_siblings(&of, &other),
            EditAction::MoveChild(child, to) => self.move_child(&child, &to),
            EditAction::AddKin(of, kin, name) => self.add_kin(&of, kin, name),
            EditAction::AddChildAs(of, child) => self.add_child_as(&of, child),
            EditAction::AddLoose => self.add_loose(),
            EditAction::Home(action) => self.perform_home(action),
            EditAction::AddSupport(to) => self.add_support(to),
            EditAction::Tie(support, to) => self.tie(&support, to),
            EditAction::AddRelation(new) => self.add_relation(new),
            EditAction::AddEntry(bearer, entry) => self.add_entry(&bearer, entry),
            EditAction::AddOwnWords(own) => self.add_own_words(own),
            EditAction::AddStrength(bearer, strength) => self.add_strength(bearer, strength),
            EditAction::AddGoal(whose) => self.add_goal(whose),
            EditAction::WriteFirstStep(finding, step) => self.write_first_step(&finding, step),
            EditAction::Write(field, Written { visit, text }) => {
                let reader = self.panel_context().reader();
                let done = self.document.write(visit, &field, &text, &reader);
                self.told(done);
                self.session.typing.written(visit, self.document.revision());
            }
            EditAction::DoInVisit(visit, command) => {
                let command = self.with_hidden(command);
                let label = command.label();
                // A word of one's own that is wiped is as it was: a sign without a word says nothing.
                let is_wiped =
                    matches!(&command, Command::PutOwnKind(_, own) if own.label.trim().is_empty());
                let commands = if is_wiped { Vec::new() } else { vec![command] };
                let done = self.document.execute_in_visit(visit, label, commands);
                self.told(done);
                self.session.typing.written(visit, self.document.revision());
            }
            EditAction::Scene(edit) => self.edit_scene(edit),
            EditAction::TakeQuick => self.take_quick(),
            EditAction::PutOnAll(people, kind) => self.put_on_all(people, &kind),
            EditAction::RemoveAll(people) => self.remove_all(people),
            EditAction::ShowAgain => self.show_again(),
            EditAction::Undo => self.undo(),
            EditAction::Redo => self.redo(),
            EditAction::Remove(subject) => self.remove(&subject),
            EditAction::ToggleFold(person) => self.toggle_fold(person),
        }
    }

    fn toggle_fold(&mut self, person: PersonId) {
        let is_folded = self.document.map().view.folded.contains(&person);
        let shown = if is_folded { Shown::Yes } else { Shown::No };
        let done = self.document.execute(Command::SetFolded(person, shown));
        self.told(done);
    }

    pub(in crate::ui) fn do_and_tell(&mut self, message: Message, command: Command) {
        let command = self.with_hidden(command);
        let done = self.document.execute_tidily(command);
        if self.told(done).is_some() {
            self.session.tell_with_undo(message, self.document.revision());
            self.drop_what_is_gone();
        }
    }

    fn link_partners(&mut self, a: &PersonId, b: &PersonId) {
        let linked = self.document.link_partners(a, b);
        if let Some(union) = self.told(linked) {
            self.look_at(Some(Subject::Union(union)));
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

    pub(in crate::ui) fn add_partner(&mut self, of: &PersonId) {
        self.finish_naming();
        let added = self.document.add_partner(of, Person::default());
        if let Some((person, union)) = self.told(added) {
            self.name_new(person, Next::Partner(of.clone()), Some(Subject::Union(union)));
        }
    }

    pub(in crate::ui) fn add_child(&mut self, of: &ChildOf, bond: Bond) {
        self.finish_naming();
        self.unfold_above(of);
        let added = self.document.add_child(of, bond, Person::default());
        if let Some(person) = self.told(added) {
            self.session.new_children.push(person.clone());
            self.name_new(person.clone(), Next::Child(of.clone(), bond), None);
            self.tell_added_child(&person, of);
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
    pub(in crate::ui) fn add_sibling(&mut self, of: &PersonId, is_twin: bool) {
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
                (Command::RemoveRelation(id.clone()), Message::new("removed-line"))
            }
            Subject::Household(id) => {
                (Command::RemoveHousehold(id.clone()), Message::new("removed-home"))
            }
            Subject::Support(id) => {
                (Command::RemoveSupport(id.clone()), Message::new("removed-support"))
            }
        };
        let done = self.document.execute(command);
        if self.told(done).is_some() {
            self.session.tell_with_undo(message, self.document.revision());
            self.drop_what_is_gone();
        }
    }

    /// Draws a line, says so, and asks since when.
    fn add_relation(&mut self, new: NewRelation) {
        let NewRelation { from, to, kind } = new;
        let context = self.panel_context();
        let (a, b) = (context.name(&from), party_words(&context, &to));
        let row = context.catalogue.relation(kind.as_str());
        let sentence = row.map(|row| scene::line_sentence(context.texts, row, (&a, &b)));
        let id = self.document.new_relation_id();
        let relation = Relation::new(from, to, kind);
        let done = self.document.execute(Command::PutRelation(id.clone(), Box::new(relation)));
        self.session.line = None;
        if self.told(done).is_some() {
            self.keep_lines_of();
            self.look_at(Some(Subject::Relation(id.clone())));
            self.open_line();
            self.session.focus_selection = false;
            self.session.typing.want(&Field::Relation(id.clone(), RelationField::Since));
            let message = self.line_told(&id, sentence.unwrap_or_default());
            self.session.tell_with_undo(message, self.document.revision());
        }
    }

    /// What is told of a new line: where it is seen from now on. Of one that is hidden nothing is said
    /// that anybody else might read.
    fn line_told(&self, id: &RelationId, sentence: String) -> Message {
        let map = self.document.map();
        let (catalogue, opened) = (Catalogue::builtin(), &Opened::default());
        let hiding = Hiding { map, catalogue, opened };
        if map.relations.get(id).is_some_and(|it| hiding.relation(it)) {
            let is_seen = self.session.opened.eyes == Eyes::Table;
            return Message::new(if is_seen { "line-kept" } else { "line-kept-unseen" });
        }
        let words = match map.lines_shown() {
            LinesShown::All => "line-added",
            LinesShown::OfSelected => "line-added-of-selected",
            LinesShown::None => "line-added-unseen",
        };
        Message::new(words).arg("sentence", sentence)
    }

    fn add_entry(&mut self, bearer: &Bearer, new: NewEntry) {
        let NewEntry { kind, said, when: When { since, until }, going_on } = new;
        // Of a kind that is hidden there may be one already that is not seen.
        let is_there = self.document.map().entries_on(bearer).iter().any(|it| it.kind == kind);
        if !is_there {
            let id = self.document.new_entry_id();
            let entry = Entry { said, since, until, going_on, ..Entry::new(id, kind.clone()) };
            let entry = if going_on == GoingOn::Unknown { self.over(bearer, entry) } else { entry };
            let put = Command::PutEntry(bearer.clone(), Box::new(entry));
            let done = self.document.execute(put);
            if self.told(done).is_none() {
                return;
            }
        }
        self.show_what_was_put(bearer, &kind);
    }

    /// An entry whose end was typed with it: what ended in the past does not go on.
    fn over(&self, bearer: &Bearer, entry: Entry) -> Entry {
        let PanelContext { map, today, .. } = self.panel_context();
        entry.over_when_ended(map.bearing_person(bearer), today)
    }

    /// Whoever puts something on that is hidden sees it until somebody else is selected; where anybody
    /// may look on it is only said that it is kept.
    fn show_what_was_put(&mut self, bearer: &Bearer, kind: &KindId) {
        let subject = match bearer {
            Bearer::Person(id) => Subject::Person(id.clone()),
            Bearer::Union(id) => Subject::Union(id.clone()),
            Bearer::Household(id) => Subject::Household(id.clone()),
            Bearer::Relation(id) => Subject::Relation(id.clone()),
        };
        self.update_shown();
        let seen = self.shown_map().entries_on(bearer);
        if seen.iter().any(|it| it.kind == *kind) {
            return;
        }
        if self.session.opened.eyes == Eyes::Table && !self.session.opened.holds(&subject) {
            self.session.open_at(subject);
        }
        self.session.tell(Message::new("entry-is-hidden"));
    }

    /// Shows again whatever was not for today. Whether there was anything is not said.
    fn show_again(&mut self) {
        let map = self.document.map();
        let on = |bearer: Bearer| {
            let entries = map.entries_on(&bearer).iter().filter(|entry| entry.not_today).cloned();
            let again = entries.map(|entry| Entry { not_today: false, ..entry });
            again.map(|it| Command::PutEntry(bearer.clone(), Box::new(it))).collect::<Vec<_>>()
        };
        let commands = (map.people.keys().cloned().map(Bearer::Person))
            .chain(map.unions.keys().cloned().map(Bearer::Union))
            .chain(map.relations.keys().cloned().map(Bearer::Relation))
            .chain(map.households.keys().cloned().map(Bearer::Household))
            .flat_map(on)
            .collect();
        let done = self.document.execute_all(Message::new("edit-entry"), commands);
        if self.told(done).is_some() {
            self.session.tell_with_undo(Message::new("shown-again"), self.document.revision());
        }
    }

    fn add_own_words(&mut self, own: OwnWords) {
        let done = self.document.add_own_words(own, self.panel_context().today);
        self.told(done);
    }

    fn add_strength(&mut self, bearer: Bearer, new: NewStrength) {
        let NewStrength { kind, said, when: When { since, until } } = new;
        let id = self.document.new_strength_id();
        let strength = Strength { said, since, until, ..Strength::new(id, kind) };
        let done = self.document.execute(Command::PutStrength(bearer, Box::new(strength)));
        self.told(done);
    }

    /// A goal with the caret in its words.
    fn add_goal(&mut self, whose: Whose) {
        self.finish_naming();
        let id = self.document.new_goal_id();
        let goal = Goal { whose, ..self.open_goal() };
        let done = self.document.execute(Command::PutGoal(id.clone(), Box::new(goal)));
        if self.told(done).is_some() {
            let field = Field::Goal(id.clone(), GoalField::Text);
            self.session.typing.want(&field);
            self.session.typing.seek(&field);
            self.session.detail = Some(Detail::Goal(id));
        }
    }

    /// A goal of the family of which nothing is said yet.
    const fn open_goal(&self) -> Goal {
        Goal {
            text: String::new(),
            first_step: String::new(),
            by: None,
            helper: String::new(),
            supports: std::collections::BTreeSet::new(),
            answers: Vec::new(),
            whose: Whose::Family,
            state: GoalState::Open,
            set_on: Some(self.shell.today),
            closed_on: None,
        }
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
        let whose = focus.map_or(Whose::Family, Whose::Person);
        let goal = Goal { text, first_step, answers, whose, ..self.open_goal() };
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
    pub(in crate::ui) fn tell_goal(&mut self) {
        let typing = self.session.typing.visit();
        let Some((_, goal)) = self.session.first_step.take_if(|(of, _)| Some(*of) != typing) else {
            return;
        };
        if self.document.map().goals.contains_key(&goal) {
            self.session.tell(Message::new("goal-added"));
        }
    }
}
