//! Model to wire. Every record is taken apart field by field, so that a new field of the model
//! does not compile until it is written here.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use super::v1::{self, Day, Death, Id, Line, Text, Time, When};
use super::v2;
use crate::model::{self, FamilyMap, PartialDate};

/// The whole map as the newest version writes it.
pub(super) fn file(map: &FamilyMap) -> v2::File {
    let FamilyMap {
        title,
        wish,
        dream,
        lang,
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
        // They stand above the map.
        comments: _,
        view,
        next_id,
    } = map;
    v2::File {
        version: v2::VERSION,
        title: line(title),
        lang: (*lang).into(),
        wish: text(wish),
        dream: text(dream),
        today: today.map(Day),
        fictional: *fictional,
        agreements: agreements.iter().map(agreement).collect(),
        throw_away: throw_away.map(Day),
        focus: ids(focus),
        people: shared(people, person),
        unions: shared(unions, union),
        twins: twins.iter().map(|(id, it)| twin_group(id, it)).collect(),
        relations: shared(relations, relation),
        households: shared(households, household),
        supports: shared(supports, support),
        goals: shared(goals, goal),
        own_kinds: own_kinds.iter().map(|(id, it)| own_kind(id, it)).collect(),
        marks: marks.iter().map(|(id, it)| mark(id, it)).collect(),
        cards: cards.iter().map(|(id, it)| mark(id, it)).collect(),
        story: story.iter().map(scene).collect(),
        unread: unread.iter().map(unread_text).collect(),
        view: view_state(view),
        next_id: *next_id,
    }
}

/// The records of a map of shared records, in the order of their ids.
fn shared<K, V, W>(records: &BTreeMap<K, Arc<V>>, write: impl Fn(&K, &V) -> W) -> Vec<W> {
    records.iter().map(|(id, record)| write(id, record)).collect()
}

fn id(id: impl Display) -> Id {
    Id(id.to_string())
}

fn ids<T: Display>(all: impl IntoIterator<Item = T>) -> Vec<Id> {
    all.into_iter().map(id).collect()
}

fn line(text: &str) -> Line {
    Line(text.to_owned())
}

fn text(text: &str) -> Text {
    Text(text.to_owned())
}

fn when(date: Option<PartialDate>) -> Option<When> {
    date.map(When)
}

fn agreement(it: &model::Agreement) -> v1::Agreement {
    let model::Agreement { text: words, with, on } = it;
    v1::Agreement { text: text(words), with: line(with), on: on.map(Day) }
}

fn person(person_id: &model::PersonId, it: &model::Person) -> v2::Person {
    let model::Person {
        name,
        gender,
        life,
        birth,
        vital,
        stands_for,
        entries,
        strengths,
        skills,
        wishes,
        background,
        notes,
    } = it;
    let model::Background { cause_of_death, origin, language, faith, work } = background;
    let model::Name { given, call, prefix, family, birth: birth_name, other } = name;
    v2::Person {
        id: id(person_id),
        given: line(given),
        call: line(call),
        prefix: line(prefix),
        family: line(family),
        birth_name: line(birth_name),
        also: line(other),
        gender: (*gender).into(),
        life: (*life).into(),
        born: when(*birth),
        died: match vital {
            model::Vital::Living => None,
            model::Vital::Dead(date) => Some(Death(*date)),
        },
        stands_for: stands_for.map(|model::Crowd { count }| match count {
            None => v1::Crowd::Several,
            Some(count) => v1::Crowd::Count(count),
        }),
        entries: entries.iter().map(entry).collect(),
        strengths: strengths.iter().map(strength).collect(),
        skills: skills.iter().map(skill).collect(),
        wishes: wishes.iter().map(|wish| text(wish)).collect(),
        cause_of_death: text(cause_of_death),
        origin: text(origin),
        language: text(language),
        faith: text(faith),
        work: text(work),
        notes: notes.iter().map(note).collect(),
    }
}

fn entry(it: &model::Entry) -> v1::Entry {
    let model::Entry {
        id: entry_id,
        kind,
        words,
        said,
        since,
        until,
        going_on,
        weight,
        helped,
        support,
        according_to,
        sensitive,
        not_today,
        priority,
    } = it;
    v1::Entry {
        id: id(entry_id),
        kind: id(kind),
        words: text(words),
        said: (*said).into(),
        since: since.map(Time),
        until: until.map(Time),
        going_on: (*going_on).into(),
        weight: weight.map(Into::into),
        helped: text(helped),
        support: support.as_ref().map(id),
        according_to: line(according_to),
        sensitive: *sensitive,
        not_today: *not_today,
        priority: *priority,
    }
}

fn strength(it: &model::Strength) -> v1::Strength {
    let model::Strength {
        id: strength_id,
        kind,
        words,
        said,
        since,
        until,
        helped_with,
        according_to,
    } = it;
    let helped = |with: &model::HelpedWith| match with {
        model::HelpedWith::Entry(entry) => v1::HelpedWith::Entry(id(entry)),
        model::HelpedWith::Kind(kind) => v1::HelpedWith::Kind(id(kind)),
    };
    v1::Strength {
        id: id(strength_id),
        kind: kind.as_ref().map(id),
        words: text(words),
        said: (*said).into(),
        since: since.map(Time),
        until: until.map(Time),
        helped_with: helped_with.iter().map(helped).collect(),
        according_to: line(according_to),
    }
}

fn skill(it: &model::SkillNote) -> v1::Skill {
    let model::SkillNote { skill, level, according_to } = it;
    v1::Skill { skill: id(skill), level: (*level).into(), according_to: line(according_to) }
}

fn note(it: &model::Note) -> v1::Note {
    let model::Note { text: words, according_to, share_with, for_coach } = it;
    v1::Note {
        text: text(words),
        according_to: line(according_to),
        share_with: line(share_with),
        for_coach: *for_coach,
    }
}

fn union(union_id: &model::UnionId, it: &model::Union) -> v2::Union {
    let model::Union {
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
    let own = |(parent, it): (&model::PersonId, &model::BondWith)| {
        let model::BondWith { bond, from, until } = it;
        let (from, until) = (when(*from), when(*until));
        v2::BondWith { parent: id(parent), bond: (*bond).into(), from, until }
    };
    let child = |it: &model::Child| {
        let model::Child { person, bond, from, until, with } = it;
        let with = with.iter().map(own).collect();
        let (from, until) = (when(*from), when(*until));
        v2::Child { id: id(person), bond: (*bond).into(), from, until, with }
    };
    v2::Union {
        id: id(union_id),
        partners: ids(partners),
        kind: (*kind).into(),
        from: when(*from),
        until: when(*until),
        ending: ending.map(Into::into),
        together_again: when(*together_again),
        children: children.iter().map(child).collect(),
        entries: entries.iter().map(entry).collect(),
        strengths: strengths.iter().map(strength).collect(),
        notes: notes.iter().map(note).collect(),
    }
}

fn twin_group(twins_id: &model::TwinsId, it: &model::Twins) -> v1::Twins {
    let model::Twins { kind, people } = it;
    v1::Twins { id: id(twins_id), people: ids(people), kind: (*kind).into() }
}

fn relation(relation_id: &model::RelationId, it: &model::Relation) -> v2::Relation {
    let model::Relation { from, to, kind, since, until, according_to, sensitive, entries, notes } =
        it;
    v2::Relation {
        id: id(relation_id),
        kind: id(kind),
        from: id(from),
        to: match to {
            model::Party::Person(person) => v1::Party::Person(id(person)),
            model::Party::Support(support) => v1::Party::Support(id(support)),
        },
        since: when(*since),
        until: when(*until),
        according_to: line(according_to),
        sensitive: *sensitive,
        entries: entries.iter().map(entry).collect(),
        notes: notes.iter().map(note).collect(),
    }
}

fn household(household_id: &model::HouseholdId, it: &model::Household) -> v2::Household {
    let model::Household { name, from, until, members, entries, strengths, notes } = it;
    let member = |it: &model::Housemate| {
        let model::Housemate { person, from, until } = it;
        v1::Housemate { id: id(person), from: when(*from), until: when(*until) }
    };
    v2::Household {
        id: id(household_id),
        name: line(name),
        from: when(*from),
        until: when(*until),
        members: members.iter().map(member).collect(),
        entries: entries.iter().map(entry).collect(),
        strengths: strengths.iter().map(strength).collect(),
        notes: notes.iter().map(note).collect(),
    }
}

fn support(support_id: &model::SupportId, it: &model::Support) -> v2::Support {
    let model::Support { kind, name, words, areas, ties, notes } = it;
    v2::Support {
        id: id(support_id),
        kind: id(kind),
        name: line(name),
        words: line(words),
        areas: ids(areas),
        ties: ties.iter().map(support_tie).collect(),
        notes: notes.iter().map(note).collect(),
    }
}

fn support_tie(it: &model::SupportTie) -> v2::SupportTie {
    let model::SupportTie { to, effect, help, from, until, ended } = it;
    v2::SupportTie {
        to: supported(to),
        effect: (*effect).into(),
        help: help.iter().map(|it| (*it).into()).collect(),
        from: when(*from),
        until: when(*until),
        ended: *ended,
    }
}

fn supported(to: &model::Supported) -> v1::Supported {
    match to {
        model::Supported::Person(person) => v1::Supported::Person(id(person)),
        model::Supported::Household(household) => v1::Supported::Household(id(household)),
    }
}

fn goal(goal_id: &model::GoalId, it: &model::Goal) -> v2::Goal {
    let model::Goal {
        text: words,
        first_step,
        by,
        helper,
        supports,
        answers,
        whose,
        state,
        set_on,
        closed_on,
    } = it;
    v2::Goal {
        id: id(goal_id),
        whose: match whose {
            model::Whose::Person(person) => v1::Whose::Person(id(person)),
            model::Whose::Household(household) => v1::Whose::Household(id(household)),
            model::Whose::Family => v1::Whose::Family,
        },
        text: text(words),
        first_step: text(first_step),
        by: when(*by),
        helper: line(helper),
        support: None,
        supports: ids(supports),
        answers: ids(answers),
        state: (*state).into(),
        set_on: set_on.map(Day),
        closed_on: closed_on.map(Day),
    }
}

fn own_kind(kind_id: &model::KindId, it: &model::OwnKind) -> v2::OwnKind {
    let model::OwnKind { label, area } = it;
    v2::OwnKind { id: id(kind_id), label: line(label), area: area.as_ref().map(id) }
}

fn mark(about: impl Display, it: &model::Mark) -> v1::Mark {
    let model::Mark { recognised, pin, dismissed, comment } = it;
    v1::Mark {
        id: id(about),
        recognised: recognised.map(Into::into),
        pin: *pin,
        dismissed: *dismissed,
        comment: text(comment),
    }
}

fn unread_text((field, words): (&model::Field, &String)) -> v2::Unread {
    let of = match field {
        model::Field::Map(field) => v2::Field::Map((*field).into()),
        model::Field::Person(of, field) => v2::Field::Person(id(of), (*field).into()),
        model::Field::Union(of, field) => v2::Field::Union(id(of), (*field).into()),
        model::Field::Entry(of, field) => v2::Field::Entry(id(of), (*field).into()),
        model::Field::Strength(of, field) => v2::Field::Strength(id(of), (*field).into()),
        model::Field::Relation(of, field) => v2::Field::Relation(id(of), (*field).into()),
        model::Field::Household(of, field) => v2::Field::Household(id(of), (*field).into()),
        model::Field::Support(of, field) => v2::Field::Support(id(of), (*field).into()),
        model::Field::Goal(of, field) => v2::Field::Goal(id(of), (*field).into()),
        model::Field::ChildWith(of, who, parent, field) => {
            v2::Field::ChildWith(id(of), id(who), id(parent), (*field).into())
        }
        model::Field::Child(of, who, field) => v2::Field::Child(id(of), id(who), (*field).into()),
        model::Field::Housemate(of, who, field) => {
            v2::Field::Housemate(id(of), id(who), (*field).into())
        }
        model::Field::Tie(of, to, field) => v2::Field::Tie(id(of), supported(to), (*field).into()),
    };
    v2::Unread { of, text: text(words) }
}

fn scene(it: &model::StoryScene) -> v2::Scene {
    let model::StoryScene {
        title,
        text: words,
        people,
        cards,
        findings,
        camera,
        lens,
        year,
        names,
        guess,
        notes,
        trap,
        minutes,
    } = it;
    let reveal = |it: &model::Reveal| {
        let model::Reveal { text: words, cards } = it;
        v2::Reveal { text: text(words), cards: ids(cards) }
    };
    v2::Scene {
        title: line(title),
        text: text(words),
        people: ids(people),
        cards: ids(cards),
        findings: ids(findings),
        camera: camera.map(|model::Camera { x, y, zoom }| v1::Camera { x, y, zoom }),
        lens: (*lens).into(),
        year: *year,
        names: names.map(Into::into),
        guess: guess.as_ref().map(reveal),
        notes: text(notes),
        trap: text(trap),
        minutes: *minutes,
    }
}

fn view_state(it: &model::ViewState) -> v2::View {
    let model::ViewState { pins, hidden, folded, strands, digits, rules, lines, seen } = it;
    let model::DrawRules { nearest, sides, siblings, drawn } = *rules;
    let pin = |(person, model::PinnedAt { x }): (&model::PersonId, &model::PinnedAt)| v1::Pin {
        id: id(person),
        x: *x,
    };
    v2::View {
        pins: pins.iter().map(pin).collect(),
        hidden: ids(hidden),
        folded: ids(folded),
        strands: strands.as_ref().map(ids),
        digits: ids(digits),
        seen: seen.iter().map(|(person, x)| (id(person), *x)).collect(),
        nearest: nearest.into(),
        sides: sides.into(),
        siblings: siblings.into(),
        drawn: drawn.into(),
        lines: lines.map(Into::into),
    }
}
