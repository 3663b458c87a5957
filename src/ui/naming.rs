//! Typing names on the map: who is named, what comes of the text, who is named next.

use super::NameEnd;
use super::app::App;
use super::inspector::bearer_name;
use super::session::{Naming, Next};
use super::terms::Fit;
use crate::document::{ChildOf, Named, VisitId};
use crate::i18n::Message;
use crate::model::{Field, PersonField, PersonId, Subject};

impl App {
    /// Begins typing the name of somebody new: one step with what put them on the map.
    pub(super) fn name_new(&mut self, person: PersonId, next: Next, then: Option<Subject>) {
        let visit = VisitId::fresh();
        self.document.join_visit(visit);
        let origin = self.origin_of(&next);
        self.note_added(&person, origin.as_ref());
        if let Some(part) = &mut self.session.part {
            part.also.insert(person.clone());
        }
        let other = match &next {
            Next::Name(other) => Some(other.clone()),
            _ => None,
        };
        self.session.naming = Some(Naming {
            origin,
            next,
            fresh: Some(self.document.revision()),
            visit,
            other,
            then: then.clone(),
            ..Naming::of(person.clone(), String::new())
        });
        self.look_at(Some(then.unwrap_or(Subject::Person(person))));
        self.session.fit = Some(Fit::Reveal);
    }

    /// Where Esc goes back to: who or what the new person was added to.
    fn origin_of(&self, next: &Next) -> Option<Subject> {
        match next {
            Next::Nothing | Next::Name(_) | Next::Parent(_) | Next::OnlyNamed => {
                self.session.selection.clone()
            }
            Next::Child(ChildOf::Union(union), _) => Some(Subject::Union(union.clone())),
            Next::Child(ChildOf::Person(person), _)
            | Next::Sibling(person)
            | Next::Partner(person) => Some(Subject::Person(person.clone())),
        }
    }

    pub(super) fn edit_name(&mut self, person: PersonId) {
        self.finish_naming();
        let Some(name) = self.document.map().person(&person).map(|it| it.name.full()) else {
            return;
        };
        self.look_at(Some(Subject::Person(person.clone())));
        self.session.naming = Some(Naming::of(person, name));
        self.session.fit = Some(Fit::Reveal);
    }

    /// Somebody who is not drawn (by the rules of the map, say) is not named on it: what is typed goes
    /// into the field of the panel.
    pub(super) fn end_unseen_naming(&mut self) {
        let is_unseen = |it: &mut Naming| self.derived.spot(&it.person).is_none();
        if let Some(Naming { person, .. }) = self.session.naming.take_if(is_unseen) {
            self.session.typing.want(&Field::Person(person.clone(), PersonField::Name));
            self.look_at(Some(Subject::Person(person)));
            self.session.focus_selection = false;
        }
    }

    /// Closes the name field on the map. All that was typed in it is in the map already; words that
    /// were typed in the palette and are in no list come on it now.
    pub(super) fn finish_naming(&mut self) {
        let naming = self.session.naming.take();
        self.take_back_unnamed(naming.as_ref());
        self.keep_own_words();
    }

    /// The other parent who was asked and got no name was not meant. Says whether that was so.
    fn take_back_unnamed(&mut self, naming: Option<&Naming>) -> bool {
        let is_unnamed = |it: &&Naming| {
            it.next == Next::OnlyNamed
                && it.text.trim().is_empty()
                && it.fresh == Some(self.document.revision())
        };
        let is_taken_back = naming.filter(is_unnamed).is_some();
        if is_taken_back {
            self.session.untell(self.document.revision());
            self.document.undo();
            self.drop_what_is_gone();
        }
        is_taken_back
    }

    /// Puts words that were typed in the palette and are in no list on the map.
    pub(super) fn keep_own_words(&mut self) {
        let own = self.typed_own_words();
        let Some((palette, own)) = self.session.palette.as_mut().zip(own) else { return };
        let bearer = palette.bearer.clone();
        let action = palette.take_own_words(own);
        let before = self.document.revision();
        self.perform_now(action);
        if before != self.document.revision() {
            let of = bearer_name(&self.panel_context(), &bearer);
            let message = Message::new("palette-kept").arg("name", of);
            self.session.tell_with_undo(message, self.document.revision());
        }
    }

    /// Writes down what stands in the name field on the map, at every keystroke.
    pub(super) fn write_name(&mut self) {
        let Some(naming) = &self.session.naming else { return };
        let today = self.document.map().today_or(self.shell.today);
        let named = Named {
            person: &naming.person,
            origin: naming.said_from(),
            gender: naming.gender,
            other: naming.other.as_ref(),
        };
        let done = self.document.set_typed_in_visit(naming.visit, named, &naming.text, today);
        let heard = self.told(done);
        if let Some(naming) = &mut self.session.naming {
            naming.heard = heard.unwrap_or_default();
        }
    }

    pub(super) fn name_done(&mut self, end: NameEnd) {
        // The field that was left may be the one before: a tap on a handle leaves one and opens the
        // next in the same frame.
        let is_just_open = self.session.naming.as_ref().is_some_and(|it| it.wants_focus);
        // And whoever saves in the middle of a word goes on with that word.
        let is_saved = self.files_are_asked() || self.files.wants_focus();
        if end == NameEnd::Left && (is_just_open || is_saved) {
            return;
        }
        let Some(naming) = self.session.naming.take() else { return };
        let is_empty = naming.text.trim().is_empty();
        let is_new = naming.fresh == Some(self.document.revision());
        match end {
            NameEnd::Esc if is_empty && is_new => {
                self.session.untell(self.document.revision());
                self.document.undo();
                self.look_at(naming.origin);
                self.drop_what_is_gone();
            }
            NameEnd::Esc => {
                // Of somebody new, what was typed counts; of others Esc means: as it was.
                if naming.fresh.is_none() {
                    self.document.abandon_visit(naming.visit);
                }
                self.look_at(naming.origin);
            }
            NameEnd::Left => _ = self.take_back_unnamed(Some(&naming)),
            // Of two who were made together the other is asked too; else what is typed next would be
            // keys of the map.
            NameEnd::Enter if self.is_other_asked(&naming) => self.another(naming),
            NameEnd::Enter | NameEnd::Tab if self.take_back_unnamed(Some(&naming)) => {
                self.look_at(naming.origin);
            }
            NameEnd::Enter => {
                if let (Next::Child(of, _), Some(_)) = (&naming.next, naming.fresh) {
                    self.tell_added_child(&naming.person, of);
                }
                self.look_at(Some(naming.then.unwrap_or(Subject::Person(naming.person))));
            }
            NameEnd::Tab => self.another(naming),
        }
    }

    /// Is there another, made together with whoever was just named, who has no name yet?
    fn is_other_asked(&self, naming: &Naming) -> bool {
        let other = match &naming.next {
            Next::Parent(_) => return !naming.text.trim().is_empty(),
            Next::Name(other) => other,
            _ => return false,
        };
        self.document.map().person(other).is_some_and(|it| it.name.full().trim().is_empty())
    }

    /// Tab: the next of the same kind.
    fn another(&mut self, naming: Naming) {
        match naming.next {
            Next::Nothing | Next::OnlyNamed => {
                self.look_at(Some(Subject::Person(naming.person)));
            }
            Next::Parent(union) => self.add_second_parent(&union),
            Next::Name(person) => {
                let (origin, visit) = (naming.origin, VisitId::fresh());
                self.document.join_visit(visit);
                self.look_at(Some(Subject::Person(person.clone())));
                let is_said = naming.gender.or(naming.heard.gender).is_some();
                self.session.naming = Some(Naming {
                    origin,
                    fresh: Some(0),
                    visit,
                    other: (!is_said).then_some(naming.person),
                    ..Naming::of(person, String::new())
                });
            }
            Next::Child(of, bond) => self.add_child(&of, bond),
            Next::Sibling(of) => self.add_sibling(&of, false),
            Next::Partner(of) => self.add_partner(&of),
        }
    }
}
