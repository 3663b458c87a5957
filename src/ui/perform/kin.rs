//! Who belongs to whom: carries out what was asked for, and says what was done.

use crate::document::{ChildOf, Command, Parentage, Refusal};
use crate::i18n::Message;
use crate::model::{Bond, Crowd, Person, PersonId, Subject, UnionId};
use crate::ui::action::NewChild;
use crate::ui::app::App;
use crate::ui::session::Next;
use crate::ui::terms::Kin;

impl App {
    /// Makes somebody on the map a child of others on the map.
    pub(super) fn link_child(&mut self, of: &ChildOf, bond: Bond, child: &PersonId) {
        let done = self.document.link_child(of, bond, child);
        self.tell_child(done, child, of);
    }

    /// Makes `parent` a parent of `child`.
    pub(super) fn link_parent(&mut self, child: &PersonId, parent: &PersonId) {
        let done = self.document.link_parent(child, parent);
        let home = self.document.map().home_union(child).map(|(id, _)| id.clone());
        if let Some(home) = home {
            self.tell_child(done, child, &ChildOf::Union(home));
        } else {
            self.told(done);
        }
    }

    /// Lets a child stand under other parents; says which, and under which no longer.
    pub(super) fn move_child(&mut self, child: &PersonId, to: &ChildOf) {
        let home = self.document.map().home_union(child).map(|(id, _)| id.clone());
        let before = home.map(|id| self.parents_words(&ChildOf::Union(id)));
        let done = self.document.move_child(child, to);
        let now = self.document.map().home_union(child).map(|(id, _)| id.clone());
        let Some((before, now)) = before.zip(now) else { return self.tell_child(done, child, to) };
        if self.told(done).is_none() {
            return;
        }
        let message = Message::new("join-told-moved")
            .arg("who", self.panel_context().name(child))
            .arg("parents", self.parents_words(&ChildOf::Union(now)))
            .arg("before", before);
        self.say_linked(child, message);
    }

    /// Makes two people brothers or sisters.
    pub(super) fn link_siblings(&mut self, of: &PersonId, other: &PersonId) {
        let done = self.document.link_siblings(of, other);
        if self.told(done).is_some() {
            let context = self.panel_context();
            let message = Message::new("join-told-siblings")
                .arg("a", context.name(of))
                .arg("b", context.name(other));
            self.say_linked(of, message);
        }
    }

    /// Adds somebody new who belongs to `of`; the name that was typed goes on being typed on the map.
    pub(super) fn add_kin(&mut self, of: &PersonId, kin: Kin, typed: String) {
        match kin {
            Kin::Partner => self.add_partner(of),
            Kin::Child => {
                let parents = self.document.map().parents_with(of);
                self.add_child(&parents, Bond::Birth);
            }
            Kin::Sibling => self.add_sibling(of, false),
            Kin::Parents(parentage) => self.add_other_parent(of, parentage),
            Kin::Asked => {}
        }
        let next = self.session.naming.as_ref().map(|it| it.next.clone());
        let Some(Next::Parent(union)) = next.filter(|_| !typed.trim().is_empty()) else {
            return self.write_typed(typed);
        };
        // Whoever was named is named: what is typed next is the other. "Cor + Annie" are both at once.
        let (first, second) = typed.split_once('+').unwrap_or((&typed, ""));
        self.write_typed(first.trim().to_owned());
        self.add_second_parent(&union);
        if !second.trim().is_empty() {
            self.write_typed(second.trim().to_owned());
        }
    }

    fn write_typed(&mut self, typed: String) {
        if let Some(naming) = &mut self.session.naming {
            naming.text = typed;
            self.write_name();
        }
    }

    fn add_other_parent(&mut self, of: &PersonId, parentage: Parentage) {
        self.finish_naming();
        self.look_at(Some(Subject::Person(of.clone())));
        let added = self.document.add_other_parent(of, parentage);
        let Some((person, union)) = self.told(added) else { return };
        // Parents are two as a rule; a step-parent, a guardian or a donor is one.
        let bond = self.document.map().union(&union).and_then(|it| it.child(of)).map(|it| it.bond);
        let is_pair = matches!(bond, Some(Bond::Birth | Bond::Foster | Bond::Adopted));
        let next = if is_pair { Next::Parent(union.clone()) } else { Next::Nothing };
        self.name_new(person, next, None);
        self.tell_new_parent(of, &union);
    }

    /// Asks the other of two parents. Without a name there is none.
    pub(in crate::ui) fn add_second_parent(&mut self, union: &UnionId) {
        self.finish_naming();
        let map = self.document.map();
        let first = map.union(union).and_then(|it| it.partners.first()).cloned();
        let child = map.union(union).and_then(|it| it.children.first()).map(|it| it.person.clone());
        self.look_at(first.map(Subject::Person));
        let added = self.document.add_to_parents(union);
        if let Some(person) = self.told(added) {
            self.name_new(person, Next::OnlyNamed, None);
            if let Some(child) = child {
                self.tell_new_parent(&child, union);
            }
        }
    }

    /// Says what somebody new becomes: "Dit wordt een pleegouder van Tim."
    fn tell_new_parent(&mut self, child: &PersonId, union: &UnionId) {
        let named = self.document.map().union(union).map(|it| it.partners.as_slice());
        let first = named.filter(|it| 1 < it.len()).and_then(|it| it.first());
        let context = self.panel_context();
        let words =
            if first.is_some() { "join-told-second-parent" } else { "join-told-new-parent" };
        let message = Message::new(words)
            .arg("bond", self.bond_key(child, &ChildOf::Union(union.clone())))
            .arg("first", first.map(|it| context.name(it)).unwrap_or_default())
            .arg("name", context.name(child));
        self.session.tell_with_undo(message, self.document.revision());
    }

    /// Adds a child who is expected or lost, or several: no name is asked.
    pub(super) fn add_child_as(&mut self, of: &ChildOf, child: NewChild) {
        self.finish_naming();
        let person = match child {
            NewChild::Unborn(life) => Person { life, ..Person::default() },
            NewChild::Several => {
                Person { stands_for: Some(Crowd { count: None }), ..Person::default() }
            }
        };
        let added = self.document.add_child(of, Bond::Birth, person);
        if let Some(person) = self.told(added) {
            self.look_at(Some(Subject::Person(person.clone())));
            self.tell_added_child(&person, of);
        }
    }

    /// Adds somebody who is no family.
    pub(super) fn add_loose(&mut self) {
        self.finish_naming();
        let id = self.document.new_person_id();
        // The first one on a map is whom it is about.
        let is_first = self.document.map().people.is_empty();
        let add = Command::AddPerson(id.clone(), Box::default());
        let focus = is_first.then(|| Command::SetFocus(vec![id.clone()]));
        let label = add.label();
        let commands = std::iter::once(add).chain(focus).collect();
        let done = self.document.execute_all(label, commands);
        if self.told(done).is_some() {
            self.name_new(id, Next::Nothing, None);
        }
    }

    /// Says whose child was added, with undo beside it.
    pub(in crate::ui) fn tell_added_child(&mut self, child: &PersonId, of: &ChildOf) {
        let map = self.document.map();
        let is_named = map.person(child).is_some_and(|it| !it.name.is_empty());
        let parents = self.parents_words(of);
        let message = if is_named {
            let who = self.panel_context().name(child);
            let told = Message::new("join-told-child").arg("who", who).arg("parents", parents);
            told.arg("bond", self.bond_key(child, of))
        } else {
            Message::new("join-told-new-child").arg("parents", parents)
        };
        self.session.tell_with_undo(message, self.document.revision());
    }

    fn tell_child(&mut self, done: Result<(), Refusal>, child: &PersonId, of: &ChildOf) {
        if self.told(done).is_some() {
            let message = Message::new("join-told-child")
                .arg("who", self.panel_context().name(child))
                .arg("bond", self.bond_key(child, of))
                .arg("parents", self.parents_words(of));
            self.say_linked(child, message);
        }
    }

    /// How a child belongs to these parents, as the messages know it.
    fn bond_key(&self, child: &PersonId, of: &ChildOf) -> &'static str {
        let map = self.document.map();
        let with =
            |id: &PersonId| map.parent_unions(child).find(|(_, it)| it.partners == [id.clone()]);
        let union = match of {
            ChildOf::Union(id) => map.union(id),
            ChildOf::Person(id) => with(id).map(|(_, it)| it),
        };
        match union.and_then(|it| it.child(child)).map(|it| it.bond) {
            Some(Bond::Foster) => "foster",
            Some(Bond::Adopted) => "adopted",
            Some(Bond::Step) => "step",
            _ => "other",
        }
    }

    fn say_linked(&mut self, person: &PersonId, message: Message) {
        self.look_at(Some(Subject::Person(person.clone())));
        self.session.tell_with_undo(message, self.document.revision());
    }

    /// "Kim en Jordy", "alleen Kim".
    fn parents_words(&self, of: &ChildOf) -> String {
        let context = self.panel_context();
        let partners = match of {
            ChildOf::Person(id) => vec![id.clone()],
            ChildOf::Union(id) => {
                self.document.map().union(id).map(|it| it.partners.clone()).unwrap_or_default()
            }
        };
        let names: Vec<String> = partners.iter().map(|it| context.name(it)).collect();
        match names.as_slice() {
            [] => context.texts.get("join-told-unknown"),
            [one] => context.texts.say(&Message::new("join-told-alone").arg("name", one)),
            _ => context.texts.listed(&names),
        }
    }
}
