//! Everybody in words, by generation.

use std::collections::{BTreeMap, BTreeSet};

use super::Filer;
use crate::catalogue::{Catalogue, PLAIN_ICON};
use crate::geometry::Point;
use crate::i18n::Message;
use crate::model::{
    AgeRange, Bond, Entry, GoingOn, LifeCourse, Person, PersonId, Said, SkillLevel, Strength,
    Vital, age_at,
};
use crate::scene::{life_years, own_generation_words, without_name};
use crate::sheet::flow::{Flow, Piece};
use crate::sheet::page::mm;
use crate::sheet::told::quoted;
use crate::shown::Eyes;
use crate::telling::{IsDead, no_in_words};
use crate::theme::Color;

/// So many people are listed: of a larger family those of whom something is known.
const MOST_PEOPLE: usize = 300;
/// Where the words of an entry begin.
const INDENT: f64 = mm(6.0);

/// An entry or a strength, ready to be set.
pub(in crate::sheet) struct Row {
    pub icon: &'static str,
    pub color: Color,
    pub words: String,
    pub rest: String,
}

impl Filer<'_> {
    /// The list of people.
    pub(super) fn people(&self, flow: &mut Flow) {
        let setter = &self.setter;
        flow.heading(setter.heading(&self.texts().get("sheet-file-people"), 2));
        let (listed, left_out) = self.listed();
        let rows = listed.keys().next_back().map_or(0, |last| last.saturating_add(1));
        let words = own_generation_words(self.map, &self.kin, self.wanted.lang, rows);
        for (generation, people) in &listed {
            let heading = words.get(*generation).map(String::as_str).unwrap_or_default();
            flow.heading(setter.heading(heading, 3));
            for id in people {
                if let Some(person) = self.map.person(id) {
                    flow.put(self.person(id, person));
                }
            }
        }
        if 0 < left_out {
            let mut piece = Piece::default();
            piece.add(setter.left_out("sheet-file-more-people", left_out));
            flow.put(piece);
        }
        if listed.is_empty() {
            let mut piece = Piece::default();
            let nobody = self.texts().get("sheet-file-nobody");
            for row in setter.sentences(&nobody, setter.soft(10.0), 0.0) {
                piece.add(row);
            }
            flow.put(piece);
        }
    }

    /// Whom the list has, by generation, and how many it has not.
    fn listed(&self) -> (BTreeMap<usize, Vec<&PersonId>>, usize) {
        let mut people: Vec<(&PersonId, &Person)> =
            self.map.people.iter().map(|(id, it)| (id, it.as_ref())).collect();
        let left_out = people.len().saturating_sub(MOST_PEOPLE);
        if 0 < left_out {
            let is_bare =
                |person: &Person| person.entries.is_empty() && person.strengths.is_empty();
            people.sort_by_key(|(id, it)| (!self.map.focus.contains(*id), is_bare(it)));
            people.truncate(MOST_PEOPLE);
        }
        let mut by_generation: BTreeMap<usize, Vec<&PersonId>> = BTreeMap::new();
        let born = |person: &Person| {
            person.birth.map_or(f64::INFINITY, |birth| birth.main_date().as_years())
        };
        people.sort_by(|(_, a), (_, b)| born(a).total_cmp(&born(b)));
        for (id, _) in people {
            let row = self.kin.find(id).map_or(0, |it| self.kin.generation(it));
            by_generation.entry(usize::try_from(row).unwrap_or_default()).or_default().push(id);
        }
        (by_generation, left_out)
    }

    /// One person: who, how old, and what is known.
    fn person(&self, id: &PersonId, person: &Person) -> Piece {
        let mut piece = Piece::default();
        let name = self.person_name(id, person);
        let rest: Vec<String> = [self.life(id, person), self.lives_as(id)].into();
        let rest = rest.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ");
        for row in self.setter.named((&name, 11.0), &rest, 0.0) {
            piece.add(row);
        }
        self.rows(&mut piece, &self.known(id, person));
        self.rows(&mut piece, &self.own(person));
        piece.gap(mm(1.6));
        piece
    }

    /// The name in a list; a word for who has none.
    pub(in crate::sheet) fn person_name(&self, id: &PersonId, person: &Person) -> String {
        if person.holds_facts() && person.stands_for.is_none() {
            self.called(id)
        } else {
            without_name(Some(person), self.texts())
        }
    }

    /// What plays and what is strong, of what may be told.
    pub(in crate::sheet) fn known(&self, id: &PersonId, person: &Person) -> Vec<Row> {
        let seen = |entry: &&Entry| !self.hiding.entry_is_untold(entry, &[id]);
        let is_dead = if person.is_dead() { IsDead::Yes } else { IsDead::No };
        let entries = person.entries.iter().filter(seen).map(|it| self.entry_of(it, is_dead));
        entries.chain(self.strengths(&person.strengths)).collect()
    }

    /// "pleegkind bij Siem en Marga": by whom somebody grows up who was not born to them.
    fn lives_as(&self, id: &PersonId) -> String {
        let texts = self.texts();
        let unions = self.map.parent_unions(id).filter_map(|(_, union)| {
            let bond = match union.child(id)?.bond {
                Bond::Adopted => "bond-adopted",
                Bond::Foster => "bond-foster",
                Bond::Guardian => "bond-guardian",
                Bond::Birth | Bond::Step | Bond::Donor => return None,
            };
            let parents = union.partners.iter().map(|it| self.called(it)).collect::<Vec<_>>();
            let message = Message::new("bond-with").arg("bond", texts.get(bond));
            Some(texts.say(&message.arg("parent", texts.listed(&parents))))
        });
        unions.collect::<Vec<_>>().join(" · ")
    }

    /// What somebody wishes, in their own words, and which skills go how. A wish may tell what is hidden:
    /// nobody who looks on reads it.
    fn own(&self, person: &Person) -> Vec<Row> {
        let texts = self.texts();
        let row = |icon, id, rest| Row {
            icon,
            color: self.setter.theme.soft_ink,
            words: texts.get(id),
            rest,
        };
        let is_seen = self.wanted.eyes == Eyes::Table;
        let wishes =
            person.wishes.iter().map(|it| it.trim()).filter(|it| is_seen && !it.is_empty());
        let wishes = wishes.map(|it| row("heart", "sheet-file-own-wish", texts.say(&quoted(it))));
        let levels = [
            (SkillLevel::GoesWell, "sheet-file-goes-well"),
            (SkillLevel::Varies, "sheet-file-varies"),
            (SkillLevel::Hard, "sheet-file-hard"),
        ];
        let skills = levels.into_iter().filter_map(|(level, id)| {
            let at = person.skills.iter().filter(|it| it.level == level);
            let names = at.filter_map(|it| Catalogue::builtin().skill(it.skill.as_str()));
            let names = names.map(|it| it.words.in_lang(self.wanted.lang).to_lowercase());
            let names = texts.listed(&names.collect::<Vec<_>>());
            (!names.is_empty()).then(|| row("brain", id, names))
        });
        wishes.chain(skills).collect()
    }

    pub(super) fn rows(&self, piece: &mut Piece, rows: &[Row]) {
        for row in rows {
            let mut blocks = self.setter.named((&row.words, 10.0), &row.rest, INDENT);
            if let Some(first) = blocks.first_mut() {
                self.setter.tile(first, Point::new(mm(0.6), mm(0.35)), (row.icon, row.color));
                first.height = first.height.max(mm(5.0));
            }
            for block in blocks {
                piece.add(block);
            }
        }
    }

    /// "oma · 1955 · 71 jaar".
    pub(in crate::sheet) fn life(&self, id: &PersonId, person: &Person) -> String {
        let texts = self.texts();
        let is_named = !person.name.short().is_empty();
        let kin = self.words.word(id).filter(|_| is_named);
        let years = Some(life_years(person, texts)).filter(|it| !it.is_empty());
        let age = match person.vital {
            Vital::Living if person.life == LifeCourse::Born => person.age_on(self.wanted.today),
            Vital::Living => None,
            Vital::Dead(died) => person.birth.zip(died).and_then(|(a, b)| age_at(a, b)),
        };
        let id = if person.is_dead() { "sheet-file-died-at" } else { "sheet-file-age" };
        let age = age.map(|AgeRange { lo, hi }| {
            let age = if lo == hi { lo.to_string() } else { format!("{lo}–{hi}") };
            texts.say(&Message::new(id).arg("age", age))
        });
        let unknown = person.is_dead() && person.death().is_none();
        let dead = unknown.then(|| texts.get("sheet-file-died"));
        [kin, years, age, dead].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What plays, since when, who says so. A "no" to "Geen diploma" is said as what it comes to.
    fn entry_of(&self, entry: &Entry, is_dead: IsDead) -> Row {
        let row = self.entry(entry);
        let words = Catalogue::builtin().phrases(entry.kind.as_str());
        let words = words.filter(|_| entry.said == Said::No);
        match words.and_then(|it| no_in_words(it, is_dead, self.wanted.lang)) {
            Some(words) => {
                let (said, going_on) = (Said::Yes, GoingOn::Unknown);
                let entry = Entry { said, going_on, ..entry.clone() };
                Row { words, ..self.entry(&entry) }
            }
            None => row,
        }
    }

    /// What plays, since when, who says so.
    pub(super) fn entry(&self, entry: &Entry) -> Row {
        let (catalogue, texts) = (Catalogue::builtin(), self.texts());
        let kind = catalogue.kind(entry.kind.as_str());
        let own = self.map.own_kinds.get(&entry.kind);
        let area = kind.map(|it| it.area.as_str()).or(own.and_then(|it| it.area_id()));
        let area = area.and_then(|id| catalogue.area(id));
        let label = kind.map(|it| it.words.in_lang(self.wanted.lang));
        let label = label.or(own.map(|it| it.label.as_str())).unwrap_or(entry.kind.as_str());
        let helped = entry.helped.trim();
        let helped = (!helped.is_empty())
            .then(|| texts.say(&Message::new("sheet-file-helped").arg("words", helped)));
        let parts = [
            Some(entry.standing_in_words(texts)),
            Some(entry.words.trim()).filter(|it| !it.is_empty()).map(|it| texts.say(&quoted(it))),
            helped,
            self.told_by(&entry.according_to),
        ];
        Row {
            icon: kind.map(|it| it.icon.as_str()).unwrap_or(PLAIN_ICON),
            color: area.map_or(self.setter.theme.soft_ink, |it| self.setter.theme.family(it.hue)),
            words: label.to_owned(),
            rest: joined(parts),
        }
    }

    pub(super) fn strengths(&self, strengths: &[Strength]) -> Vec<Row> {
        let (catalogue, texts) = (Catalogue::builtin(), self.texts());
        let told = |it: &&Strength| self.hiding.strength_untold(it).is_none();
        let row = |strength: &Strength| {
            let kind = strength.kind.as_ref().and_then(|it| catalogue.strength(it.as_str()));
            let words = strength.words.trim();
            let label = kind.map(|it| it.words.in_lang(self.wanted.lang));
            let own = Some(words).filter(|it| !it.is_empty() && label.is_some());
            Row {
                icon: kind.map_or("star", |it| it.icon.as_str()),
                color: self.setter.theme.strength,
                words: label.unwrap_or(words).to_owned(),
                rest: joined([
                    Some(strength.standing_in_words(texts)),
                    own.map(|it| texts.say(&quoted(it))),
                    None,
                    self.told_by(&strength.according_to),
                ]),
            }
        };
        strengths.iter().filter(told).map(row).collect()
    }

    fn told_by(&self, who: &str) -> Option<String> {
        let who = who.trim();
        (!who.is_empty())
            .then(|| self.texts().say(&Message::new("sheet-file-says").arg("who", who)))
    }

    /// The entries that may be told, of anybody.
    pub(super) fn told_entries(&self) -> BTreeSet<&crate::model::EntryId> {
        crate::sheet::told::seen_entries(self.map, &self.hiding)
    }
}

fn joined(parts: [Option<String>; 4]) -> String {
    let parts = parts.into_iter().flatten().filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
