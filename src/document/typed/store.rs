//! What a fact changes on the map.

use std::collections::BTreeSet;

use super::read::Who;
use super::{Fact, Why};
use crate::document::{Command, PersonEdit, UnionEdit};
use crate::model::{
    Child, Ending, FamilyMap, Name, PersonId, TwinKind, Twins, TwinsId, Union, UnionId, Vital,
};

/// Only somebody's child can be expected or never have lived: who has no partner and no children.
pub(super) fn who(map: &FamilyMap, person: &PersonId) -> Who {
    let is_child = map.home_union(person).is_some() && map.unions_of(person).next().is_none();
    if is_child { Who::Child } else { Who::Other }
}

/// Of whom it is said, and whom they came from.
pub(super) struct Place<'a, F> {
    pub person: &'a PersonId,
    pub origin: Option<&'a PersonId>,
    /// Gives the id of a birth of twins that is not on the map yet.
    pub twins: Option<F>,
}

impl<F: FnOnce() -> TwinsId> Place<'_, F> {
    /// The commands that store `fact`; with the fact as it will be stored.
    pub(super) fn commands(
        &mut self,
        map: &FamilyMap,
        fact: Fact,
    ) -> Result<(Fact, Vec<Command>), Why> {
        let commands = match &fact {
            Fact::Gender(gender) => vec![self.edit(PersonEdit::Gender(*gender))],
            Fact::Born(date) => vec![self.edit(PersonEdit::Birth(Some(*date)))],
            Fact::Died(date) => vec![self.edit(PersonEdit::Vital(Vital::Dead(*date)))],
            Fact::Life(life) => vec![self.edit(PersonEdit::Life(*life))],
            Fact::BirthName(birth) => {
                let name = map.person(self.person).map(|it| it.name.clone()).unwrap_or_default();
                vec![self.edit(PersonEdit::Name(Name { birth: birth.clone(), ..name }))]
            }
            Fact::Union(kind, date) => {
                let (union, _) = self.union(map)?;
                let from = date.map(|date| UnionEdit::From(Some(date)));
                let edits = [UnionEdit::Kind(*kind)].into_iter().chain(from);
                edits.map(|edit| Command::EditUnion(union.clone(), edit)).collect()
            }
            Fact::End(ending, date) => {
                let (union, old) = self.union(map)?;
                let ending = ending.or(old.ending).unwrap_or(Ending::Separated);
                let died = map.first_death_in(old).filter(|_| ending == Ending::Death);
                let date = date.or(old.until).or(died);
                let commands = vec![Command::EditUnion(union, UnionEdit::End(Some(ending), date))];
                return Ok((Fact::End(Some(ending), date), commands));
            }
            Fact::Until(date) => {
                let (_, old) = self.union(map)?;
                let died = map.first_death_in(old).filter(|died| died.year() == date.year());
                let ending = old.ending.or(died.map(|_| Ending::Death));
                return self.commands(map, Fact::End(ending, Some(*date)));
            }
            Fact::Again(date) => {
                let (union, _) = self.union(map)?;
                // Without a date there is no way to say it on the map.
                let date = date.ok_or(Why::NotUnderstood)?;
                vec![Command::EditUnion(union, UnionEdit::TogetherAgain(Some(date)))]
            }
            Fact::Bond(bond, date) => {
                let (home, union) = map.home_union(self.person).ok_or(Why::NoParents)?;
                let old = union.child(self.person).cloned();
                let child = old.unwrap_or_else(|| Child::by_birth(self.person.clone()));
                let from = date.or(child.from);
                vec![Command::PutChild(home.clone(), Child { bond: *bond, from, ..child })]
            }
            Fact::Twin(kind) => vec![self.born_together(map, *kind)?],
            Fact::Unknown => Vec::new(),
        };
        Ok((fact, commands))
    }

    fn edit(&self, edit: PersonEdit) -> Command {
        Command::EditPerson(self.person.clone(), edit)
    }

    /// The union that the two share; without an origin the only one there is.
    fn union<'m>(&'m self, map: &'m FamilyMap) -> Result<(UnionId, &'m Union), Why> {
        let shared = |origin: &PersonId| {
            map.unions_of(self.person).find(|(_, union)| union.partners.contains(origin))
        };
        let mut all = map.unions_of(self.person).filter(|(_, union)| union.partners.len() == 2);
        let only = all.next().filter(|_| all.next().is_none());
        let found = self.origin.and_then(shared).or(only);
        found.map(|(id, union)| (id.clone(), union)).ok_or(Why::NoUnion)
    }

    fn born_together(&mut self, map: &FamilyMap, kind: TwinKind) -> Result<Command, Why> {
        let birth =
            |person: &PersonId| map.twins_of(person).map(|(id, twins)| (id.clone(), twins.clone()));
        let mine = birth(self.person);
        let known = match mine {
            Some(mine) => Some(mine),
            None => birth(&self.other_twin(map).ok_or(Why::NoTwin)?),
        };
        let (id, mut twins) = match known {
            Some(known) => known,
            None => {
                let other = self.other_twin(map).ok_or(Why::NoTwin)?;
                let new = self.twins.take().ok_or(Why::SaidTwice)?;
                (new(), Twins { kind: TwinKind::Unknown, people: BTreeSet::from([other]) })
            }
        };
        twins.people.insert(self.person.clone());
        if kind != TwinKind::Unknown {
            twins.kind = kind;
        }
        Ok(Command::PutTwins(id, twins))
    }

    /// With whom the person is born: `origin` if they are brothers or sisters, else the child that
    /// was put down just before.
    fn other_twin(&self, map: &FamilyMap) -> Option<PersonId> {
        let (_, union) = map.home_union(self.person)?;
        if let Some(origin) = self.origin
            && origin != self.person
            && union.child(origin).is_some()
        {
            return Some(origin.clone());
        }
        let before = union.children.iter().take_while(|child| child.person != *self.person);
        before.last().map(|child| child.person.clone())
    }
}
