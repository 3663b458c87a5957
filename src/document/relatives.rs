//! The gestures of the table, "add a child", "add parents", each as one step.
//!
//! Nobody is invented: a lone parent stays alone, and brothers and sisters of unknown parents are
//! joined without any (domain §4a).

use std::collections::BTreeSet;

use super::{Command, Document, Refusal};
use crate::i18n::Message;
use crate::model::{
    Bond, Child, FamilyMap, Gender, Person, PersonId, TwinKind, Twins, Union, UnionId,
};

/// Under whom a child comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChildOf {
    /// A couple, or any union.
    Union(UnionId),
    /// One person alone.
    Person(PersonId),
}

/// How many parents to add.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parents {
    /// A father and a mother; whichever is not on the map yet.
    Both,
    /// One more parent, of unknown gender.
    One,
}

impl FamilyMap {
    /// Whose child a child of `parent` is, when nothing else is said: of the one couple that has not
    /// ended, else of `parent` alone.
    #[must_use]
    pub fn parents_with(&self, parent: &PersonId) -> ChildOf {
        let mut couples =
            self.unions_of(parent).filter(|(_, it)| it.partners.len() == 2 && !it.is_over());
        match (couples.next(), couples.next()) {
            (Some((couple, _)), None) => ChildOf::Union(couple.clone()),
            _ => ChildOf::Person(parent.clone()),
        }
    }
}

impl Document {
    /// Adds the parents of `of` who are not on the map yet. Gives the new people, left to right.
    ///
    /// # Errors
    ///
    /// Refuses when `of` is gone or has both parents already.
    pub fn add_parents(
        &mut self,
        of: &PersonId,
        parents: Parents,
    ) -> Result<Vec<PersonId>, Refusal> {
        if self.map.person(of).is_none() {
            return Err(Refusal::Gone(of.to_string()));
        }
        let home = self.map.home_union(of).map(|(id, union)| (id.clone(), union.clone()));
        let there = home.as_ref().map_or(0, |(_, union)| union.partners.len());
        let wanted = match parents {
            Parents::Both => 2_usize.saturating_sub(there),
            Parents::One => 1,
        };
        if wanted == 0 || 2 < there + wanted {
            return Err(Refusal::HasParents(of.clone()));
        }
        let genders: &[Gender] = match (parents, wanted) {
            (Parents::Both, 2) => &[Gender::Man, Gender::Woman],
            _ => &[Gender::Unknown],
        };
        let mut commands = Vec::new();
        let mut added = Vec::new();
        for gender in genders {
            let id = self.new_person_id();
            let person = Person { gender: *gender, ..Person::default() };
            commands.push(Command::AddPerson(id.clone(), Box::new(person)));
            added.push(id);
        }
        match home {
            Some((union, _)) => {
                let join = |person: &PersonId| Command::AddPartner(union.clone(), person.clone());
                commands.extend(added.iter().map(join));
            }
            None => {
                let union = Union {
                    partners: added.clone(),
                    children: vec![Child::by_birth(of.clone())],
                    ..Union::default()
                };
                commands.push(Command::AddUnion(self.new_union_id(), Box::new(union)));
            }
        }
        self.execute_all(Message::new("edit-add-parents"), commands)?;
        Ok(added)
    }

    /// Adds `person` as a partner of `of`. Gives the new person and their union.
    ///
    /// # Errors
    ///
    /// Refuses when `of` is gone.
    pub fn add_partner(
        &mut self,
        of: &PersonId,
        person: Person,
    ) -> Result<(PersonId, UnionId), Refusal> {
        let id = self.new_person_id();
        let (union_id, join) = match self.lone_fostering(of) {
            Some(lone) => (lone.clone(), Command::AddPartner(lone, id.clone())),
            None => {
                let union = Union { partners: vec![of.clone(), id.clone()], ..Union::default() };
                let union_id = self.new_union_id();
                (union_id.clone(), Command::AddUnion(union_id, Box::new(union)))
            }
        };
        let add = Command::AddPerson(id.clone(), Box::new(person));
        self.execute_all(Message::new("edit-add-partner"), vec![add, join])?;
        Ok((id, union_id))
    }

    /// The one union of `of`, where that is of a lone foster parent: a foster child is taken in by a
    /// home, so a partner is a foster parent too. Of a child by birth, adopted or of a partner, that
    /// is not so.
    fn lone_fostering(&self, of: &PersonId) -> Option<UnionId> {
        let mut unions = self.map.unions_of(of);
        let (id, union) = unions.next().filter(|_| unions.next().is_none())?;
        let is_foster = |child: &Child| child.bond == Bond::Foster && child.with.is_empty();
        let is_lone = union.partners.len() == 1 && !union.children.is_empty();
        (is_lone && union.children.iter().all(is_foster)).then(|| id.clone())
    }

    /// Makes two people on the map a couple.
    ///
    /// # Errors
    ///
    /// Refuses when one is gone, both are the same, or they are a couple already.
    pub fn link_partners(&mut self, a: &PersonId, b: &PersonId) -> Result<UnionId, Refusal> {
        if a == b {
            return Err(Refusal::OwnPartner(a.clone()));
        }
        if self.map.unions_of(a).any(|(_, union)| union.partners.contains(b)) {
            return Err(Refusal::AlreadyTogether(a.clone(), b.clone()));
        }
        let id = self.new_union_id();
        let union = Union { partners: vec![a.clone(), b.clone()], ..Union::default() };
        self.execute(Command::AddUnion(id.clone(), Box::new(union)))?;
        Ok(id)
    }

    /// Adds `person` as a child. Gives the new person.
    ///
    /// # Errors
    ///
    /// Refuses when the parents are gone.
    pub fn add_child(
        &mut self,
        of: &ChildOf,
        bond: Bond,
        person: Person,
    ) -> Result<PersonId, Refusal> {
        let id = self.new_person_id();
        let mut commands = vec![Command::AddPerson(id.clone(), Box::new(person))];
        commands.push(self.child_command(of, bond, &id)?);
        self.execute_all(Message::new("edit-add-child"), commands)?;
        Ok(id)
    }

    /// Makes somebody on the map a child of others on the map.
    ///
    /// # Errors
    ///
    /// Refuses when that would make somebody their own ancestor, or somebody is gone.
    pub fn link_child(
        &mut self,
        of: &ChildOf,
        bond: Bond,
        child: &PersonId,
    ) -> Result<(), Refusal> {
        let command = self.child_command(of, bond, child)?;
        let commands = match &command {
            Command::PutChild(id, _) => self.instead_of_lone(id, bond, child),
            _ => Vec::new(),
        };
        let commands = std::iter::once(command).chain(commands).collect();
        self.execute_all(Message::new("edit-children"), commands)
    }

    /// Whoever comes under a couple no longer stands, in the same way, under one of them alone: that
    /// would be one parent twice. When it began and ended goes along.
    fn instead_of_lone(&self, couple: &UnionId, bond: Bond, child: &PersonId) -> Vec<Command> {
        let Some(partners) = self.map.union(couple).map(|it| &it.partners) else {
            return Vec::new();
        };
        let mut commands = Vec::new();
        for (id, union) in self.map.parent_unions(child).filter(|(id, _)| *id != couple) {
            let is_lone = matches!(union.partners.as_slice(), [one] if partners.contains(one));
            let link = union.child(child).filter(|it| is_lone && it.bond == bond);
            if let Some(link) = link {
                commands.push(Command::PutChild(couple.clone(), link.clone()));
                commands.push(Command::RemoveChild(id.clone(), child.clone()));
            }
        }
        commands
    }

    /// Adds `person` as a brother or sister of `of`, under the same parents.
    ///
    /// # Errors
    ///
    /// Refuses when `of` is gone.
    pub fn add_sibling(&mut self, of: &PersonId, person: Person) -> Result<PersonId, Refusal> {
        let id = self.new_person_id();
        let commands = self.sibling_commands(of, &id, person)?;
        self.execute_all(Message::new("edit-add-sibling"), commands)?;
        Ok(id)
    }

    /// Adds a twin of `of`: a brother or sister of the same birth.
    ///
    /// # Errors
    ///
    /// Refuses when `of` is gone.
    pub fn add_twin(&mut self, of: &PersonId, mut person: Person) -> Result<PersonId, Refusal> {
        person.birth = person.birth.or(self.map.person(of).and_then(|it| it.birth));
        let id = self.new_person_id();
        let mut commands = self.sibling_commands(of, &id, person)?;
        let known =
            self.map.twins_of(of).map(|(twins_id, twins)| (twins_id.clone(), twins.clone()));
        let (twins_id, mut twins) = known.unwrap_or_else(|| {
            let people = BTreeSet::from([of.clone()]);
            (self.new_twins_id(), Twins { kind: TwinKind::Unknown, people })
        });
        twins.people.insert(id.clone());
        commands.push(Command::PutTwins(twins_id, twins));
        self.execute_all(Message::new("edit-add-twin"), commands)?;
        Ok(id)
    }

    fn sibling_commands(
        &mut self,
        of: &PersonId,
        id: &PersonId,
        person: Person,
    ) -> Result<Vec<Command>, Refusal> {
        if self.map.person(of).is_none() {
            return Err(Refusal::Gone(of.to_string()));
        }
        let add = Command::AddPerson(id.clone(), Box::new(person));
        let home = self.map.home_union(of);
        let join = match home.map(|(union, it)| (union.clone(), it.child(of).map(|c| c.bond))) {
            Some((union, bond)) => {
                let bond = bond.unwrap_or_default();
                Command::PutChild(union, Child { bond, ..Child::by_birth(id.clone()) })
            }
            None => {
                let children = vec![Child::by_birth(of.clone()), Child::by_birth(id.clone())];
                let sibship = Union { children, ..Union::default() };
                Command::AddUnion(self.new_union_id(), Box::new(sibship))
            }
        };
        Ok(vec![add, join])
    }

    /// Puts `child` under `of`: a given union, or the union that a lone parent has (or gets).
    pub(super) fn child_command(
        &mut self,
        of: &ChildOf,
        bond: Bond,
        child: &PersonId,
    ) -> Result<Command, Refusal> {
        let child = Child { bond, ..Child::by_birth(child.clone()) };
        let parent = match of {
            ChildOf::Union(union) => return Ok(Command::PutChild(union.clone(), child)),
            ChildOf::Person(parent) => parent,
        };
        if self.map.person(parent).is_none() {
            return Err(Refusal::Gone(parent.to_string()));
        }
        let alone = self.map.unions_of(parent).find(|(_, union)| union.partners.len() == 1);
        if let Some((union, _)) = alone {
            return Ok(Command::PutChild(union.clone(), child));
        }
        let partners = vec![parent.clone()];
        let union = Union { partners, children: vec![child], ..Union::default() };
        Ok(Command::AddUnion(self.new_union_id(), Box::new(union)))
    }
}
