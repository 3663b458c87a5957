//! Joining people who are on the map already: brothers and sisters, parents, other parents.
//!
//! Whoever joins stands under one union of that kind afterwards: one line, never two.

use super::{ChildOf, Command, Document, Refusal};
use crate::i18n::Message;
use crate::model::{Bond, Child, PersonId, Union, UnionId};

impl Document {
    /// Makes two people brothers or sisters: `other` comes under the parents of `of`. Where only one
    /// has known parents, the other comes to those; a sibship of unknown parents comes whole.
    ///
    /// # Errors
    ///
    /// Refuses when one is gone, both are the same or are that already, or somebody would be their own
    /// ancestor.
    pub fn link_siblings(&mut self, of: &PersonId, other: &PersonId) -> Result<(), Refusal> {
        if of == other {
            return Err(Refusal::SiblingsAlready(of.clone(), other.clone()));
        }
        let (first, second) = (self.home_of(of), self.home_of(other));
        let commands = match (first, second) {
            (None, None) => {
                let children = vec![Child::by_birth(of.clone()), Child::by_birth(other.clone())];
                let sibship = Union { children, ..Union::default() };
                vec![Command::AddUnion(self.new_union_id(), Box::new(sibship))]
            }
            (Some((home, _)), None) => vec![self.join(&home, of, other)],
            (None, Some((home, _))) => vec![self.join(&home, other, of)],
            (Some((home, _)), Some((same, _))) if home == same => {
                return Err(Refusal::SiblingsAlready(of.clone(), other.clone()));
            }
            (Some((home, _)), Some((old, sibship))) if sibship.partners.is_empty() => {
                move_all(&home, &old, sibship)
            }
            (Some((old, sibship)), Some((home, _))) if sibship.partners.is_empty() => {
                move_all(&home, &old, sibship)
            }
            (Some((home, _)), Some((old, _))) => {
                vec![self.join(&home, of, other), Command::RemoveChild(old, other.clone())]
            }
        };
        self.execute_all(Message::new("edit-children"), commands)
    }

    /// Makes `parent` a parent of `child`: beside the one parent who is known, else alone or with the
    /// one partner of today. Who has two parents gets others.
    ///
    /// # Errors
    ///
    /// Refuses when one is gone, or somebody would be their own ancestor.
    pub fn link_parent(&mut self, child: &PersonId, parent: &PersonId) -> Result<(), Refusal> {
        let Some((home, union)) = self.home_of(child) else {
            return self.link_child(&self.map.parents_with(parent), Bond::Birth, child);
        };
        let known = match union.partners.as_slice() {
            [] => {
                let join = vec![Command::AddPartner(home, parent.clone())];
                return self.execute_all(Message::new("edit-children"), join);
            }
            [known] if known != parent => known.clone(),
            _ => return self.move_child(child, &self.map.parents_with(parent)),
        };
        let both = self.map.unions_of(&known).find(|(_, it)| it.partners.contains(parent));
        if let Some(couple) = both.map(|(id, _)| ChildOf::Union(id.clone())) {
            return self.move_child(child, &couple);
        }
        // Of several children of a lone parent, only this one is said to be of the two.
        let commands = if union.children.len() == 1 {
            vec![Command::AddPartner(home, parent.clone())]
        } else {
            let children = union.child(child).cloned().into_iter().collect();
            let couple =
                Union { partners: vec![known, parent.clone()], children, ..Union::default() };
            vec![
                Command::AddUnion(self.new_union_id(), Box::new(couple)),
                Command::RemoveChild(home, child.clone()),
            ]
        };
        self.execute_all(Message::new("edit-children"), commands)
    }

    /// Moves `child` from the parents it stands under to others, with its bond.
    ///
    /// # Errors
    ///
    /// Refuses when somebody is gone or would be their own ancestor.
    pub fn move_child(&mut self, child: &PersonId, to: &ChildOf) -> Result<(), Refusal> {
        let Some((home, union)) = self.home_of(child) else {
            return self.link_child(to, Bond::Birth, child);
        };
        let bond = union.child(child).map(|it| it.bond).unwrap_or_default();
        let put = self.child_command(to, bond, child)?;
        if matches!(&put, Command::PutChild(id, _) if *id == home) {
            return Ok(());
        }
        let commands = vec![put, Command::RemoveChild(home, child.clone())];
        self.execute_all(Message::new("edit-children"), commands)
    }

    /// Adds somebody new as the only known parent of a set of parents: instead of those whom `child`
    /// stands under, or as well. Gives the new person, and the union.
    ///
    /// # Errors
    ///
    /// Refuses when `child` is gone.
    pub fn add_other_parent(
        &mut self,
        child: &PersonId,
        parentage: Parentage,
    ) -> Result<(PersonId, UnionId), Refusal> {
        let id = self.new_person_id();
        let union_id = self.new_union_id();
        let home = self.home_of(child);
        let at_home = home.as_ref().and_then(|(_, union)| union.child(child)).map(|it| it.bond);
        let bond = match parentage {
            Parentage::Instead => at_home.unwrap_or_default(),
            Parentage::AsWell(bond) => bond,
        };
        let union = Union {
            partners: vec![id.clone()],
            children: vec![Child { bond, ..Child::by_birth(child.clone()) }],
            ..Union::default()
        };
        let mut commands = vec![
            Command::AddPerson(id.clone(), Box::default()),
            Command::AddUnion(union_id.clone(), Box::new(union)),
        ];
        if let (Parentage::Instead, Some((home, _))) = (parentage, home) {
            commands.push(Command::RemoveChild(home, child.clone()));
        }
        self.execute_all(Message::new("edit-add-parents"), commands)?;
        Ok((id, union_id))
    }

    /// Adds somebody new as the other parent of a union. Gives the new person.
    ///
    /// # Errors
    ///
    /// Refuses when the union is gone, or has two already.
    pub fn add_to_parents(&mut self, union: &UnionId) -> Result<PersonId, Refusal> {
        let id = self.new_person_id();
        let commands = vec![
            Command::AddPerson(id.clone(), Box::default()),
            Command::AddPartner(union.clone(), id.clone()),
        ];
        self.execute_all(Message::new("edit-add-parents"), commands)?;
        Ok(id)
    }

    fn home_of(&self, person: &PersonId) -> Option<(UnionId, Union)> {
        self.map.home_union(person).map(|(id, union)| (id.clone(), union.clone()))
    }

    /// `other` comes under `home` as `of` does.
    fn join(&self, home: &UnionId, of: &PersonId, other: &PersonId) -> Command {
        let bond = self.map.union(home).and_then(|it| it.child(of)).map(|it| it.bond);
        let child = Child { bond: bond.unwrap_or_default(), ..Child::by_birth(other.clone()) };
        Command::PutChild(home.clone(), child)
    }
}

/// A whole sibship of unknown parents comes under `home`.
fn move_all(home: &UnionId, old: &UnionId, sibship: Union) -> Vec<Command> {
    let put = sibship.children.into_iter().map(|it| Command::PutChild(home.clone(), it));
    let mut commands: Vec<Command> = put.collect();
    commands.push(Command::RemoveUnion(old.clone()));
    commands
}

/// How other parents come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parentage {
    /// Instead of the parents somebody stands under.
    Instead,
    /// As well: foster parents beside parents by birth.
    AsWell(Bond),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FamilyMap;

    fn map(unions: &[(&str, &[&str], &[&str])], people: &[&str]) -> Document {
        let mut document = Document::new(FamilyMap::default());
        let id = |id: &&str| PersonId::new(id).expect("an id");
        for person in people {
            document.execute(Command::AddPerson(id(person), Box::default())).expect("somebody");
        }
        for (union, partners, children) in unions {
            let union_id = UnionId::new(union).expect("an id");
            let union = Union {
                partners: partners.iter().map(id).collect(),
                children: children.iter().map(|it| Child::by_birth(id(it))).collect(),
                ..Union::default()
            };
            document.execute(Command::AddUnion(union_id, Box::new(union))).expect("a union");
        }
        document
    }

    fn p(id: &str) -> PersonId {
        PersonId::new(id).expect("an id")
    }

    fn parents(document: &Document, of: &str) -> Vec<Vec<String>> {
        let of = p(of);
        let sets = document.map().parent_unions(&of);
        sets.map(|(_, it)| it.partners.iter().map(ToString::to_string).collect()).collect()
    }

    #[test]
    fn a_sister_has_one_line_whatever_she_had() {
        let people = ["pa", "ma", "bo", "jo", "el", "an"];
        let both: &[(&str, &[&str], &[&str])] =
            &[("u1", &["pa", "ma"], &["bo"]), ("u2", &["el"], &["jo"]), ("u3", &[], &["an", "el"])];
        for (name, unions) in [("no parents", &both[..1]), ("a lone mother", &both[..2])] {
            let mut document = map(unions, &people);
            document.link_siblings(&p("bo"), &p("jo")).expect("linked");
            assert_eq!(parents(&document, "jo"), [["pa", "ma"]], "{name}");
            document.undo();
            assert_ne!(parents(&document, "jo"), [["pa", "ma"]], "{name}: undone");
        }
        let mut document = map(both, &people);
        document.link_siblings(&p("bo"), &p("an")).expect("linked");
        assert_eq!(parents(&document, "an"), [["pa", "ma"]]);
        assert_eq!(parents(&document, "el"), [["pa", "ma"]], "her sister comes along");
        assert!(document.link_siblings(&p("an"), &p("bo")).is_err(), "they are");
    }

    #[test]
    fn strangers_become_brother_and_sister_without_invented_parents() {
        let mut document = map(&[], &["bo", "jo"]);
        document.link_siblings(&p("bo"), &p("jo")).expect("linked");
        assert_eq!(parents(&document, "jo"), [Vec::<String>::new()]);
        assert_eq!(document.map().people.len(), 2);
    }

    #[test]
    fn a_second_parent_is_of_this_child_only() {
        let people = ["ma", "pa", "bo", "jo"];
        let mut document = map(&[("u1", &["ma"], &["bo", "jo"])], &people);
        document.link_parent(&p("jo"), &p("pa")).expect("linked");
        assert_eq!(parents(&document, "jo"), [["ma", "pa"]]);
        assert_eq!(parents(&document, "bo"), [["ma"]]);
    }

    #[test]
    fn other_parents_take_the_place_of_those_before() {
        let people = ["ma", "pa", "bo", "el", "an"];
        let unions: &[(&str, &[&str], &[&str])] =
            &[("u1", &["ma", "pa"], &["bo"]), ("u2", &["el", "an"], &[])];
        let mut document = map(unions, &people);
        let to = ChildOf::Union(UnionId::new("u2").expect("an id"));
        document.move_child(&p("bo"), &to).expect("moved");
        assert_eq!(parents(&document, "bo"), [["el", "an"]]);
        assert!(document.move_child(&p("el"), &ChildOf::Person(p("bo"))).is_err(), "his own");
    }
}
