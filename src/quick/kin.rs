//! How those in a line belong together: couples, children, brothers and sisters.

use super::read::{BondSince, Reader};
use super::{Fault, Mention, Span, What};
use crate::document::{Command, Refusal};
use crate::model::{Bond, Child, PersonId, Union, UnionId};

impl Reader<'_> {
    /// Makes two people a couple, unless they are.
    pub(super) fn together(&mut self, parents: &[PersonId], mentions: &[Mention]) {
        let ([a, b], Some(mention)) = (parents, mentions.last()) else { return };
        if self.union_of(parents).is_none() {
            let result = self.draft.link_partners(a, b);
            self.done(&mention.span, result);
        }
    }

    /// The union of exactly these people.
    fn union_of(&self, parents: &[PersonId]) -> Option<UnionId> {
        let first = parents.first()?;
        let mut unions = self.draft.map().unions_of(first);
        let is_same = |union: &Union| {
            union.partners.len() == parents.len()
                && parents.iter().all(|it| union.partners.contains(it))
        };
        unions.find(|(_, union)| is_same(union)).map(|(id, _)| id.clone())
    }

    /// Puts `child` under `parents`: beside the parents it has where the bond is another one, in their
    /// place where these are more of the same.
    pub(super) fn place_child(
        &mut self,
        parents: &[PersonId],
        child: &PersonId,
        bond: Option<BondSince>,
        span: &Span,
    ) {
        if parents.is_empty() || self.is_there(parents, child, bond, span) {
            return;
        }
        let map = self.draft.map();
        let home = map.home_union(child).map(|(id, union)| (id.clone(), union.clone()));
        let as_well = bond.is_some_and(|(bond, _)| bond != Bond::Birth);
        let (bond, from) = bond.unwrap_or_default();
        let new = Child { bond, from, ..Child::by_birth(child.clone()) };
        let Some((old, union)) = home.filter(|_| !as_well) else {
            return self.put_under(parents, new, span);
        };
        let own = union.child(child).map_or(Bond::Birth, |it| it.bond);
        if !own.is_full() {
            return self.put_under(parents, new, span);
        }
        if !union.partners.iter().all(|it| parents.contains(it)) {
            let what = What::HasParents(self.name(child), self.names(&union.partners));
            self.faults.push(Fault { span: span.clone(), what });
            return;
        }
        // Brothers and sisters of whom no parent was known come along.
        let comes = |it: &&Child| union.partners.is_empty() || it.person == *child;
        for it in union.children.iter().filter(comes).cloned().collect::<Vec<_>>() {
            let person = it.person.clone();
            self.put_under(parents, it, span);
            if self.draft.map().union(&old).is_some_and(|union| union.child(&person).is_some()) {
                self.execute(span, Command::RemoveChild(old.clone(), person));
            }
        }
    }

    /// Is `child` a child of these already? Its bond is what is said of it.
    fn is_there(
        &mut self,
        parents: &[PersonId],
        child: &PersonId,
        bond: Option<BondSince>,
        span: &Span,
    ) -> bool {
        let map = self.draft.shared_map();
        let is_of = |union: &Union| parents.iter().all(|it| union.partners.contains(it));
        let found = map.parent_unions(child).find(|(_, union)| is_of(union));
        let found = found.and_then(|(id, union)| Some((id.clone(), union.child(child)?.clone())));
        let Some((union, old)) = found else { return false };
        if let Some((bond, from)) = bond {
            let from = from.or(old.from);
            self.execute(span, Command::PutChild(union, Child { bond, from, ..old }));
        }
        true
    }

    fn put_under(&mut self, parents: &[PersonId], child: Child, span: &Span) {
        let command = match self.union_of(parents) {
            Some(union) => Command::PutChild(union, child),
            None => {
                let partners = parents.to_vec();
                let union = Union { partners, children: vec![child], ..Union::default() };
                Command::AddUnion(self.draft.new_union_id(), Box::new(union))
            }
        };
        self.execute(span, command);
    }

    /// Makes children of whom no parent is told brothers and sisters.
    pub(super) fn sibship(
        &mut self,
        parents: &[PersonId],
        children: &[PersonId],
        mentions: &[Mention],
    ) {
        let (true, Some((first, others))) = (parents.is_empty(), children.split_first()) else {
            return;
        };
        for (other, mention) in others.iter().zip(mentions.iter().skip(1)) {
            match self.draft.link_siblings(first, other) {
                Ok(()) | Err(Refusal::SiblingsAlready(..)) => {}
                Err(refusal) => self.refused(&mention.span, &refusal),
            }
        }
    }
}
