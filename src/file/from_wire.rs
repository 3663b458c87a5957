//! Wire to model. Every record is taken apart field by field, so that nothing that stands in a
//! file is forgotten on the way in.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::sync::Arc;

use super::error::OpenError;
use super::v1::{self, Id, Line, Text, When};
use super::v2;
use crate::model::{self, Broken, FamilyMap, PartialDate};

type Read<T> = Result<T, OpenError>;

/// The map that a file holds. References are not checked here.
pub(super) fn map(file: v2::File) -> Read<FamilyMap> {
    let v2::File {
        version: _,
        title: Line(title),
        lang,
        wish: Text(wish),
        dream: Text(dream),
        today,
        fictional,
        agreements,
        throw_away,
        focus,
        people,
        unions,
        twins,
        relations,
        households,
        supports,
        goals,
        own_kinds,
        marks,
        cards,
        story,
        unread,
        view,
        next_id,
    } = file;
    Ok(FamilyMap {
        title,
        wish,
        dream,
        lang: lang.into(),
        today: today.map(|day| day.0),
        fictional,
        agreements: agreements.into_iter().map(agreement).collect(),
        throw_away: throw_away.map(|day| day.0),
        focus: all(focus, id)?,
        people: keyed(people, person)?,
        unions: keyed(unions, union)?,
        twins: keyed(twins, twin_group)?,
        relations: keyed(relations, relation)?,
        households: keyed(households, household)?,
        supports: keyed(supports, support)?,
        goals: keyed(goals, goal)?,
        own_kinds: keyed(own_kinds, own_kind)?,
        marks: keyed(marks, mark)?,
        cards: keyed(cards, mark)?,
        story: all(story, scene)?,
        unread: unread_texts(unread)?,
        comments: Vec::new(),
        view: view_state(view)?,
        next_id,
    })
}

/// Every item of a list, or the first fault.
fn all<W, M>(items: Vec<W>, read: impl Fn(W) -> Read<M>) -> Read<Vec<M>> {
    items.into_iter().map(read).collect()
}

/// A list of records with ids as a map. The same id twice is a fault: neither may win in silence.
fn keyed<W, K: Ord + Display, V>(
    items: Vec<W>,
    read: impl Fn(W) -> Read<(K, V)>,
) -> Read<BTreeMap<K, V>> {
    let mut map = BTreeMap::new();
    for item in items {
        let (key, value) = read(item)?;
        match map.entry(key) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(value);
            }
            std::collections::btree_map::Entry::Occupied(taken) => {
                return Err(OpenError::Broken(vec![Broken::SameId(taken.key().to_string())]));
            }
        }
    }
    Ok(map)
}

/// A list of ids as a set. The same id twice is a fault, too.
fn set<K: Ord + Display + Clone + SpelledId>(items: Vec<Id>) -> Read<BTreeSet<K>> {
    let map = keyed(items, |item| Ok((id::<K>(item)?, ())))?;
    Ok(map.into_keys().collect())
}

/// An id of the model.
trait SpelledId: Sized {
    fn spelled(text: &str) -> Option<Self>;
}

macro_rules! spelled {
    ($($name:ident)*) => { $(
        impl SpelledId for model::$name {
            fn spelled(text: &str) -> Option<Self> {
                Self::new(text)
            }
        }
    )* };
}

spelled! {
    PersonId UnionId RelationId HouseholdId SupportId EntryId StrengthId GoalId TwinsId KindId
    FindingId CardId
}

fn id<T: SpelledId>(Id(text): Id) -> Read<T> {
    // The reader only lets valid ids through; should the model grow stricter, this says so.
    T::spelled(&text).ok_or_else(|| OpenError::Broken(vec![Broken::SameId(text)]))
}

fn maybe_id<T: SpelledId>(text: Option<Id>) -> Read<Option<T>> {
    text.map(id).transpose()
}

fn when(date: Option<When>) -> Option<PartialDate> {
    date.map(|When(date)| date)
}

fn agreement(it: v1::Agreement) -> model::Agreement {
    let v1::Agreement { text: Text(text), with: Line(with), on } = it;
    model::Agreement { text, with, on: on.map(|day| day.0) }
}

fn person(it: v2::Person) -> Read<(model::PersonId, Arc<model::Person>)> {
    let v2::Person {
        id: person_id,
        given: Line(given),
        call: Line(call),
        prefix: Line(prefix),
        family: Line(family),
        birth_name: Line(birth_name),
        also: Line(other),
        gender,
        life,
        born,
        died,
        stands_for,
        entries,
        strengths,
        skills,
        wishes,
        cause_of_death: Text(cause_of_death),
        origin: Text(origin),
        language: Text(language),
        faith: Text(faith),
        work: Text(work),
        notes,
    } = it;
    let person = model::Person {
        name: model::Name { given, call, prefix, family, birth: birth_name, other },
        gender: gender.into(),
        life: life.into(),
        birth: when(born),
        vital: died.map_or(model::Vital::Living, |death| model::Vital::Dead(death.0)),
        stands_for: stands_for.map(|crowd| match crowd {
            v1::Crowd::Several => model::Crowd { count: None },
            v1::Crowd::Count(count) => model::Crowd { count: Some(count) },
        }),
        entries: all(entries, entry)?,
        strengths: all(strengths, strength)?,
        skills: all(skills, skill)?,
        wishes: wishes.into_iter().map(|Text(wish)| wish).collect(),
        background: model::Background { cause_of_death, origin, language, faith, work },
        notes: notes.into_iter().map(note).collect(),
    };
    Ok((id(person_id)?, Arc::new(person)))
}

fn entry(it: v1::Entry) -> Read<model::Entry> {
    let v1::Entry {
        id: entry_id,
        kind,
        words: Text(words),
        said,
        since,
        until,
        going_on,
        weight,
        helped: Text(helped),
        support,
        according_to: Line(according_to),
        sensitive,
        not_today,
        priority,
    } = it;
    Ok(model::Entry {
        id: id(entry_id)?,
        kind: id(kind)?,
        words,
        said: said.into(),
        since: since.map(|time| time.0),
        until: until.map(|time| time.0),
        going_on: going_on.into(),
        weight: weight.map(Into::into),
        helped,
        support: maybe_id(support)?,
        according_to,
        sensitive,
        not_today,
        priority,
    })
}

fn strength(it: v1::Strength) -> Read<model::Strength> {
    let v1::Strength {
        id: strength_id,
        kind,
        words: Text(words),
        said,
        since,
        until,
        helped_with,
        according_to: Line(according_to),
    } = it;
    let helped = |with: v1::HelpedWith| {
        Ok(match with {
            v1::HelpedWith::Entry(entry) => model::HelpedWith::Entry(id(entry)?),
            v1::HelpedWith::Kind(kind) => model::HelpedWith::Kind(id(kind)?),
        })
    };
    Ok(model::Strength {
        id: id(strength_id)?,
        kind: maybe_id(kind)?,
        words,
        said: said.into(),
        since: since.map(|time| time.0),
        until: until.map(|time| time.0),
        helped_with: all(helped_with, helped)?,
        according_to,
    })
}

fn skill(it: v1::Skill) -> Read<model::SkillNote> {
    let v1::Skill { skill, level, according_to: Line(according_to) } = it;
    Ok(model::SkillNote { skill: id(skill)?, level: level.into(), according_to })
}

fn note(it: v1::Note) -> model::Note {
    let v1::Note { text, according_to, share_with, for_coach } = it;
    let (Text(text), Line(according_to), Line(share_with)) = (text, according_to, share_with);
    model::Note { text, according_to, share_with, for_coach }
}

fn union(it: v2::Union) -> Read<(model::UnionId, Arc<model::Union>)> {
    let v2::Union {
        id: union_id,
        partners,
        kind,
        from,
        until,
        ending,
        together_again,
        children,
        entries,
        strengths,
        notes,
    } = it;
    let own = |it: v2::BondWith| {
        let v2::BondWith { parent, bond, from, until } = it;
        let (from, until) = (when(from), when(until));
        Ok((id(parent)?, model::BondWith { bond: bond.into(), from, until }))
    };
    let child = |it: v2::Child| {
        let v2::Child { id: person, bond, from, until, with } = it;
        let (from, until, with) = (when(from), when(until), all(with, own)?);
        let with = with.into_iter().collect();
        Ok(model::Child { person: id(person)?, bond: bond.into(), from, until, with })
    };
    let union = model::Union {
        partners: all(partners, id)?,
        kind: kind.into(),
        from: when(from),
        until: when(until),
        ending: ending.map(Into::into),
        together_again: when(together_again),
        children: all(children, child)?,
        entries: all(entries, entry)?,
        strengths: all(strengths, strength)?,
        notes: notes.into_iter().map(note).collect(),
    };
    Ok((id(union_id)?, Arc::new(union)))
}

fn twin_group(it: v1::Twins) -> Read<(model::TwinsId, model::Twins)> {
    let v1::Twins { id: twins_id, people, kind } = it;
    Ok((id(twins_id)?, model::Twins { kind: kind.into(), people: set(people)? }))
}

fn relation(it: v2::Relation) -> Read<(model::RelationId, Arc<model::Relation>)> {
    let v2::Relation {
        id: relation_id,
        kind,
        from,
        to,
        since,
        until,
        according_to: Line(according_to),
        sensitive,
        entries,
        notes,
    } = it;
    let relation = model::Relation {
        from: id(from)?,
        to: match to {
            v1::Party::Person(person) => model::Party::Person(id(person)?),
            v1::Party::Support(support) => model::Party::Support(id(support)?),
        },
        kind: id(kind)?,
        since: when(since),
        until: when(until),
        according_to,
        sensitive,
        entries: all(entries, entry)?,
        notes: notes.into_iter().map(note).collect(),
    };
    Ok((id(relation_id)?, Arc::new(relation)))
}

fn household(it: v2::Household) -> Read<(model::HouseholdId, Arc<model::Household>)> {
    let v2::Household {
        id: household_id,
        name: Line(name),
        from,
        until,
        members,
        entries,
        strengths,
        notes,
    } = it;
    let member = |it: v1::Housemate| {
        let v1::Housemate { id: person, from, until } = it;
        Ok(model::Housemate { person: id(person)?, from: when(from), until: when(until) })
    };
    let household = model::Household {
        name,
        from: when(from),
        until: when(until),
        members: all(members, member)?,
        entries: all(entries, entry)?,
        strengths: all(strengths, strength)?,
        notes: notes.into_iter().map(note).collect(),
    };
    Ok((id(household_id)?, Arc::new(household)))
}

fn support(it: v2::Support) -> Read<(model::SupportId, Arc<model::Support>)> {
    let v2::Support {
        id: support_id,
        kind,
        name: Line(name),
        words: Line(words),
        areas,
        ties,
        notes,
    } = it;
    let support = model::Support {
        words,
        kind: id(kind)?,
        name,
        areas: all(areas, id)?,
        ties: all(ties, support_tie)?,
        notes: notes.into_iter().map(note).collect(),
    };
    Ok((id(support_id)?, Arc::new(support)))
}

fn support_tie(it: v2::SupportTie) -> Read<model::SupportTie> {
    let v2::SupportTie { to, effect, help, from, until, ended } = it;
    let (from, until) = (when(from), when(until));
    let help = help.into_iter().map(Into::into).collect();
    Ok(model::SupportTie { to: supported(to)?, effect: effect.into(), help, from, until, ended })
}

fn supported(to: v1::Supported) -> Read<model::Supported> {
    Ok(match to {
        v1::Supported::Person(person) => model::Supported::Person(id(person)?),
        v1::Supported::Household(household) => model::Supported::Household(id(household)?),
    })
}

fn goal(it: v2::Goal) -> Read<(model::GoalId, Arc<model::Goal>)> {
    let v2::Goal {
        id: goal_id,
        whose,
        text: Text(text),
        first_step: Text(first_step),
        by,
        helper: Line(helper),
        support,
        supports,
        answers,
        state,
        set_on,
        closed_on,
    } = it;
    let goal = model::Goal {
        text,
        first_step,
        by: when(by),
        helper,
        supports: all_supports(supports, support)?,
        answers: all(answers, id)?,
        whose: match whose {
            v1::Whose::Person(person) => model::Whose::Person(id(person)?),
            v1::Whose::Household(household) => model::Whose::Household(id(household)?),
            v1::Whose::Family => model::Whose::Family,
        },
        state: state.into(),
        set_on: set_on.map(|day| day.0),
        closed_on: closed_on.map(|day| day.0),
    };
    Ok((id(goal_id)?, Arc::new(goal)))
}

/// The supports of a goal; the one of older files may stand among them.
fn all_supports(several: Vec<Id>, one: Option<Id>) -> Read<BTreeSet<model::SupportId>> {
    let mut all = set(several)?;
    all.extend(maybe_id(one)?);
    Ok(all)
}

fn own_kind(it: v2::OwnKind) -> Read<(model::KindId, model::OwnKind)> {
    let v2::OwnKind { id: kind, label: Line(label), area } = it;
    Ok((id(kind)?, model::OwnKind { label, area: area.map(id).transpose()? }))
}

fn mark<T: SpelledId>(it: v1::Mark) -> Read<(T, model::Mark)> {
    let v1::Mark { id: about, recognised, pin, dismissed, comment: Text(comment) } = it;
    let recognised = recognised.map(Into::into);
    Ok((id(about)?, model::Mark { recognised, pin, dismissed, comment }))
}

/// One text for each field: of two neither may win in silence.
fn unread_texts(items: Vec<v2::Unread>) -> Read<BTreeMap<model::Field, String>> {
    let mut texts = BTreeMap::new();
    for v2::Unread { of, text: Text(text) } in items {
        let field = match of {
            v2::Field::Map(field) => model::Field::Map(field.into()),
            v2::Field::Person(of, field) => model::Field::Person(id(of)?, field.into()),
            v2::Field::Union(of, field) => model::Field::Union(id(of)?, field.into()),
            v2::Field::Entry(of, field) => model::Field::Entry(id(of)?, field.into()),
            v2::Field::Strength(of, field) => model::Field::Strength(id(of)?, field.into()),
            v2::Field::Relation(of, field) => model::Field::Relation(id(of)?, field.into()),
            v2::Field::Household(of, field) => model::Field::Household(id(of)?, field.into()),
            v2::Field::Support(of, field) => model::Field::Support(id(of)?, field.into()),
            v2::Field::Goal(of, field) => model::Field::Goal(id(of)?, field.into()),
            v2::Field::Child(of, who, field) => {
                model::Field::Child(id(of)?, id(who)?, field.into())
            }
            v2::Field::ChildWith(of, who, parent, field) => {
                model::Field::ChildWith(id(of)?, id(who)?, id(parent)?, field.into())
            }
            v2::Field::Housemate(of, who, field) => {
                model::Field::Housemate(id(of)?, id(who)?, field.into())
            }
            v2::Field::Tie(of, to, field) => {
                model::Field::Tie(id(of)?, supported(to)?, field.into())
            }
        };
        if texts.contains_key(&field) {
            return Err(OpenError::Broken(vec![Broken::SameId(format!("{field:?}"))]));
        }
        texts.insert(field, text);
    }
    Ok(texts)
}

fn scene(it: v2::Scene) -> Read<model::StoryScene> {
    let v2::Scene {
        title: Line(title),
        text: Text(text),
        people,
        cards,
        findings,
        camera,
        lens,
        year,
        names,
        guess,
        notes: Text(notes),
        trap: Text(trap),
        minutes,
    } = it;
    let reveal = |v2::Reveal { text: Text(text), cards }: v2::Reveal| {
        Ok(model::Reveal { text, cards: all(cards, id)? })
    };
    Ok(model::StoryScene {
        title,
        text,
        people: set(people)?,
        cards: all(cards, id)?,
        findings: all(findings, id)?,
        camera: camera.map(|v1::Camera { x, y, zoom }| model::Camera { x, y, zoom }),
        lens: lens.into(),
        year,
        names: names.map(Into::into),
        guess: guess.map(reveal).transpose()?,
        notes,
        trap,
        minutes,
    })
}

fn view_state(it: v2::View) -> Read<model::ViewState> {
    let v2::View {
        pins,
        hidden,
        folded,
        strands,
        digits,
        seen,
        nearest,
        sides,
        siblings,
        drawn,
        lines,
    } = it;
    let pin = |v1::Pin { id: person, x }| Ok((id(person)?, model::PinnedAt { x }));
    let (pins, hidden, folded) = (keyed(pins, pin)?, set(hidden)?, set(folded)?);
    let rules = model::DrawRules {
        nearest: nearest.into(),
        sides: sides.into(),
        siblings: siblings.into(),
        drawn: drawn.into(),
    };
    let strands = strands.map(|strands| all(strands, id)).transpose()?;
    let seen = seen.into_iter().map(|(person, x)| Ok((id(person)?, x))).collect::<Read<_>>()?;
    let digits = all(digits, id)?;
    let lines = lines.map(Into::into);
    Ok(model::ViewState { pins, hidden, folded, strands, digits, rules, lines, seen })
}
