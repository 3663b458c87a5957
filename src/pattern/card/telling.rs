//! The map that is told: the family that is spoken of, without hidden records (telling.md §0).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::kinship::{Bonds, Kinship, PersonIdx};
use crate::model::{Bond, Entry, FamilyMap, KindId, Party, PersonId};
use crate::pattern::Settings;
use crate::pattern::theme::{Role, Theme};
use crate::shown::{Hiding, Opened, hide_what_follows};

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
        let hiding = Hiding { map, catalogue, opened };
        telling.hide(&hiding);
        hide_what_follows(map, &mut telling.map, &hiding);
        telling
    }

    fn hide(&mut self, hiding: &Hiding<'_>) {
        let Self { map, left_out, .. } = self;
        for (id, person) in &mut map.people {
            let hidden = |entry: &Entry| hiding.entry_is_untold(entry, &[id]);
            for entry in person.entries.iter().filter(|it| hidden(it)) {
                leave_out(left_out, &Theme::Kind(entry.kind.clone()), id);
            }
            let strengths: Vec<&KindId> =
                person.strengths.iter().filter_map(|it| hiding.strength_untold(it)).collect();
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
                person.entries.retain(|it| !hiding.entry_is_untold(it, &[id]));
                person.strengths.retain(|it| hiding.strength_untold(it).is_none());
                person.skills.retain(|it| !hiding.is_kept(&it.skill));
            }
        }
        for union in map.unions.values_mut() {
            let partners: Vec<PersonId> = union.partners.clone();
            let people: Vec<&PersonId> = partners.iter().collect();
            let entries = union.entries.iter().filter(|it| hiding.entry_is_untold(it, &people));
            let entries = entries.map(|it| Theme::Kind(it.kind.clone()));
            let strengths = union.strengths.iter().filter_map(|it| hiding.strength_untold(it));
            let themes: Vec<Theme> =
                entries.chain(strengths.map(|it| Theme::Strength(it.clone()))).collect();
            for theme in &themes {
                people.iter().for_each(|person| leave_out(left_out, theme, person));
            }
            if !themes.is_empty() {
                let union = Arc::make_mut(union);
                union.entries.retain(|it| !hiding.entry_is_untold(it, &people));
                union.strengths.retain(|it| hiding.strength_untold(it).is_none());
            }
        }
        for household in map.households.values_mut() {
            let members: Vec<PersonId> =
                household.members.iter().map(|it| it.person.clone()).collect();
            let people: Vec<&PersonId> = members.iter().collect();
            if household.entries.iter().any(|it| hiding.entry_is_untold(it, &people)) {
                Arc::make_mut(household).entries.retain(|it| !hiding.entry_is_untold(it, &people));
            }
        }
        map.relations.retain(|_, relation| {
            let is_hidden = hiding.relation_is_untold(relation);
            if let (true, Party::Person(to)) = (is_hidden, &relation.to) {
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
