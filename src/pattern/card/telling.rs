//! The map that is told: the family that is spoken of, without hidden records (telling.md §0).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Opened;
use crate::catalogue::Catalogue;
use crate::kinship::{Bonds, Kinship, PersonIdx};
use crate::model::{Bond, Entry, FamilyMap, KindId, Party, PersonId, Strength};
use crate::pattern::Settings;
use crate::pattern::theme::{Role, Theme};

/// A larger map is cut to the family of the focus persons.
const MOST_TOLD: usize = 150;

/// So many generations above a focus person are told on a large map.
const UP: usize = 3;

/// Who is left out of which card.
pub(in crate::pattern) type LeftOut = BTreeMap<Theme, BTreeSet<PersonId>>;

/// What is told of a map.
#[derive(Debug)]
pub(in crate::pattern) struct Telling {
    /// Without hidden records.
    pub map: FamilyMap,
    /// Who has a hidden record of a theme.
    pub left_out: LeftOut,
    /// Only a part of the people is told.
    pub is_part: bool,
}

impl Telling {
    pub(super) fn of(
        map: &FamilyMap,
        kin: &Kinship,
        catalogue: &Catalogue,
        settings: &Settings,
        opened: &Opened,
    ) -> Self {
        let is_part = MOST_TOLD < map.people.len();
        let told =
            if is_part { map.part(&told_family(map, kin, settings.bonds)) } else { map.clone() };
        let mut telling = Self { map: told, left_out: LeftOut::new(), is_part };
        telling.hide(&Hiding { map, catalogue, opened });
        telling
    }

    fn hide(&mut self, hiding: &Hiding<'_>) {
        let Self { map, left_out, .. } = self;
        for (id, person) in &mut map.people {
            let hidden = |entry: &Entry| hiding.entry(entry, &[id]);
            for entry in person.entries.iter().filter(|it| hidden(it)) {
                leave_out(left_out, &Theme::Kind(entry.kind.clone()), id);
            }
            let strengths: Vec<&KindId> =
                person.strengths.iter().filter_map(|it| hiding.strength(it)).collect();
            for kind in &strengths {
                leave_out(left_out, &Theme::Strength((*kind).clone()), id);
            }
            let skills = person.skills.iter().filter(|it| hiding.is_kept(&it.skill));
            let skills: Vec<&KindId> = skills.map(|it| &it.skill).collect();
            for skill in &skills {
                leave_out(left_out, &Theme::SkillHard((*skill).clone()), id);
                leave_out(left_out, &Theme::SkillWell((*skill).clone()), id);
            }
            if person.entries.iter().any(hidden) || !strengths.is_empty() || !skills.is_empty() {
                let person = Arc::make_mut(person);
                person.entries.retain(|it| !hiding.entry(it, &[id]));
                person.strengths.retain(|it| hiding.strength(it).is_none());
                person.skills.retain(|it| !hiding.is_kept(&it.skill));
            }
        }
        for union in map.unions.values_mut() {
            let partners: Vec<PersonId> = union.partners.clone();
            let people: Vec<&PersonId> = partners.iter().collect();
            let entries = union.entries.iter().filter(|it| hiding.entry(it, &people));
            let entries = entries.map(|it| Theme::Kind(it.kind.clone()));
            let strengths = union.strengths.iter().filter_map(|it| hiding.strength(it));
            let themes: Vec<Theme> =
                entries.chain(strengths.map(|it| Theme::Strength(it.clone()))).collect();
            for theme in &themes {
                people.iter().for_each(|person| leave_out(left_out, theme, person));
            }
            if !themes.is_empty() {
                let union = Arc::make_mut(union);
                union.entries.retain(|it| !hiding.entry(it, &people));
                union.strengths.retain(|it| hiding.strength(it).is_none());
            }
        }
        for household in map.households.values_mut() {
            let members: Vec<PersonId> =
                household.members.iter().map(|it| it.person.clone()).collect();
            let people: Vec<&PersonId> = members.iter().collect();
            if household.entries.iter().any(|it| hiding.entry(it, &people)) {
                Arc::make_mut(household).entries.retain(|it| !hiding.entry(it, &people));
            }
        }
        map.relations.retain(|_, relation| {
            let Party::Person(to) = &relation.to else { return true };
            let is_hidden = hiding.tie(&relation.kind, [&relation.from, to]);
            if is_hidden {
                let row = hiding.catalogue.relation(relation.kind.as_str());
                let kind = row.and_then(|row| KindId::new(&row.id));
                let theme = Theme::Contact(kind.unwrap_or(relation.kind.clone()), Role::Either);
                [&relation.from, to].into_iter().for_each(|it| leave_out(left_out, &theme, it));
            }
            !is_hidden
        });
    }
}

fn leave_out(left_out: &mut LeftOut, theme: &Theme, person: &PersonId) {
    left_out.entry(theme.of_card()).or_default().insert(person.clone());
}

/// Says which records are hidden.
struct Hiding<'h> {
    map: &'h FamilyMap,
    catalogue: &'h Catalogue,
    opened: &'h Opened,
}

impl Hiding<'_> {
    /// Was the kind or its area taken off the view?
    fn is_kept(&self, kind: &KindId) -> bool {
        let hidden = &self.map.view.hidden;
        if hidden.is_empty() {
            return false;
        }
        let of_kind = self.catalogue.kind(kind.as_str()).map(|row| row.area.as_str());
        let of_strength = || self.catalogue.strength(kind.as_str())?.area.as_deref();
        let of_own = || self.map.own_kinds.get(kind).and_then(|own| own.area_id());
        let area = of_kind.or_else(of_strength).or_else(of_own);
        hidden.contains(kind)
            || area.is_some_and(|area| hidden.iter().any(|it| it.as_str() == area))
    }

    fn is_open(&self, kind: &KindId, people: &[&PersonId]) -> bool {
        let opened = self.opened;
        opened.kinds.contains(kind) || people.iter().any(|it| opened.people.contains(*it))
    }

    fn entry(&self, entry: &Entry, people: &[&PersonId]) -> bool {
        let by_catalogue =
            || self.catalogue.kind(entry.kind.as_str()).is_some_and(|row| row.hidden);
        let is_sensitive = match entry.sensitive {
            Some(sensitive) => sensitive,
            None => by_catalogue() && !self.is_open(&entry.kind, people),
        };
        entry.not_today || is_sensitive || self.is_kept(&entry.kind)
    }

    /// The kind of a strength that is hidden.
    fn strength<'s>(&self, strength: &'s Strength) -> Option<&'s KindId> {
        strength.kind.as_ref().filter(|kind| self.is_kept(kind))
    }

    fn tie(&self, kind: &KindId, people: [&PersonId; 2]) -> bool {
        let row = self.catalogue.relation(kind.as_str());
        let own = row.and_then(|row| KindId::new(&row.id)).unwrap_or_else(|| kind.clone());
        let is_harm = row.is_some_and(|row| row.harm.is_some());
        is_harm && !self.is_open(&own, &people) || self.is_kept(&own)
    }
}

/// The people that are told of a large map: the focus persons, their ancestors three up, all
/// descendants of these, and every partner and parent of one of those.
fn told_family(map: &FamilyMap, kin: &Kinship, bonds: Bonds) -> BTreeSet<PersonId> {
    let mut is_in = vec![false; kin.len()];
    let mut add = |person: PersonIdx, to: &mut Vec<PersonIdx>| {
        if let Some(slot) = is_in.get_mut(person.at()).filter(|slot| !**slot) {
            *slot = true;
            to.push(person);
        }
    };
    let (mut people, mut next) = (Vec::new(), Vec::new());
    map.focus.iter().filter_map(|id| kin.find(id)).for_each(|it| add(it, &mut next));
    for _ in 0..UP {
        let mut above = Vec::new();
        for person in next {
            people.push(person);
            let parents = kin.parents(person).filter(|link| bonds.includes(link.bond));
            parents.for_each(|link| add(link.person, &mut above));
        }
        next = above;
    }
    people.extend(next);
    let mut at = 0;
    while let Some(&person) = people.get(at) {
        at += 1;
        let children = kin.children(person).filter(|link| bonds.includes(link.bond));
        children.for_each(|link| add(link.person, &mut people));
    }
    for person in people.clone() {
        kin.partners(person).for_each(|(partner, _)| add(partner, &mut people));
        let parents = kin.parents(person).filter(|link| link.bond != Bond::Donor);
        parents.for_each(|link| add(link.person, &mut people));
    }
    people.into_iter().filter_map(|person| kin.id(person).cloned()).collect()
}
