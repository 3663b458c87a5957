//! What the overview shows, before it is drawn.

use std::collections::{BTreeMap, BTreeSet};

use super::{Across, Column, Group, OverviewCell};
use crate::catalogue::{Area, Catalogue};
use crate::geometry::Rect;
use crate::i18n::Texts;
use crate::kinship::{Kinship, PersonIdx};
use crate::model::{Date, FamilyMap, KindId, Person, PersonId, Said, SkillLevel, Vital, age_at};
use crate::pattern::{Card, Cards, Place, Sign, Start, Theme};
use crate::scene::badge;
use crate::scene::found;
use crate::scene::strand::{StrandEdge, StrandHue, StrandKind};
use crate::scene::view::View;
use crate::theme::Ply;

/// No more strands run down one column.
const MOST_COURSES: usize = 3;
/// From this age on it is asked whether somebody has it, too.
const GROWN_UP: i32 = 18;

/// What the overview shows.
pub(super) struct Table {
    /// What stands across.
    pub across: Across,
    /// People of each generation, the eldest first.
    pub generations: Vec<u32>,
    /// The columns, and how their heads look.
    pub columns: Vec<(Column, Head)>,
    /// The cells, by generation and column.
    pub cells: BTreeMap<(u32, usize), OverviewCell>,
    /// The strands of each column.
    pub courses: BTreeMap<usize, Vec<Course>>,
    /// Life areas of which nothing is told.
    pub left_out: Vec<&'static Area>,
    /// There is no list of cards, and this is why.
    pub start: Start,
}

/// The head of a column.
pub(super) struct Head {
    pub title: String,
    pub icon: String,
    pub hue: StrandHue,
}

/// A strand in one column: from generation to generation.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Course {
    pub label: String,
    /// Its colour, and what tells it from others alike in its column.
    pub look: (StrandHue, Ply),
    /// Generations that it joins, and how.
    pub steps: Vec<(u32, u32, StrandKind)>,
}

/// What the table is made from.
#[derive(Clone, Copy)]
struct Source<'s> {
    map: &'s FamilyMap,
    kin: &'s Kinship,
    cards: &'s Cards,
    view: &'s View,
}

impl Table {
    pub(super) fn of(
        map: &FamilyMap,
        kin: &Kinship,
        cards: &Cards,
        view: &View,
        across: Across,
    ) -> Self {
        let source = Source { map, kin, cards, view };
        let rows = source.rows();
        let generations =
            rows.iter().map(|row| u32::try_from(row.len()).unwrap_or(u32::MAX)).collect();
        let mut table = Self {
            across,
            generations,
            columns: source.columns(across),
            cells: BTreeMap::new(),
            courses: BTreeMap::new(),
            left_out: Vec::new(),
            start: if across == Across::Cards { cards.start } else { Start::List },
        };
        for (generation, people) in (0..).zip(&rows) {
            for (at, (column, _)) in table.columns.iter().enumerate() {
                table.cells.insert((generation, at), source.cell(generation, people, column));
            }
        }
        if across == Across::Areas {
            table.leave_out();
        }
        for (at, (column, _)) in table.columns.iter().enumerate() {
            table.courses.insert(at, source.courses(column));
        }
        table
    }

    /// Leaves out the life areas of which nothing is told, unless that are all.
    fn leave_out(&mut self) {
        let is_told = |at: usize| {
            let mut cells = self.cells.iter().filter(|(place, _)| place.1 == at);
            cells.any(|(_, cell)| cell.groups.iter().any(|(group, _)| *group != Group::Unknown))
        };
        let told: Vec<bool> = (0..self.columns.len()).map(is_told).collect();
        if !told.contains(&true) {
            return;
        }
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let columns = std::mem::take(&mut self.columns);
        for (at, (column, head)) in columns.into_iter().enumerate() {
            match &column {
                Column::Area(id) if told.get(at) == Some(&false) => {
                    self.left_out.extend(Catalogue::builtin().area(id.as_str()));
                }
                _ => {
                    places.insert(at, self.columns.len());
                    self.columns.push((column, head));
                }
            }
        }
        let cells = std::mem::take(&mut self.cells);
        let kept = cells
            .into_iter()
            .filter_map(|((generation, at), cell)| Some(((generation, *places.get(&at)?), cell)));
        self.cells = kept.collect();
    }
}

impl<'s> Source<'s> {
    /// Everybody who counts, by generation; focus persons first, then their children.
    fn rows(self) -> Vec<Vec<PersonIdx>> {
        let focus: BTreeSet<PersonIdx> =
            self.map.focus.iter().filter_map(|id| self.kin.find(id)).collect();
        let children: BTreeSet<PersonIdx> =
            focus.iter().flat_map(|it| self.kin.children(*it)).map(|link| link.person).collect();
        let mut rows: Vec<Vec<PersonIdx>> = Vec::new();
        for person in self.kin.people() {
            let of = self.person(person).map(|(_, of)| of);
            if !of.is_some_and(|of| of.holds_facts() && of.stands_for.is_none()) {
                continue;
            }
            let row = usize::try_from(self.kin.generation(person)).unwrap_or(usize::MAX);
            if rows.len() <= row {
                rows.resize(row.saturating_add(1), Vec::new());
            }
            if let Some(row) = rows.get_mut(row) {
                row.push(person);
            }
        }
        for row in &mut rows {
            row.sort_by_key(|it| (!focus.contains(it), !children.contains(it)));
        }
        rows
    }

    fn person(self, person: PersonIdx) -> Option<(&'s PersonId, &'s Person)> {
        let id = self.kin.id(person)?;
        Some((id, self.map.person(id)?))
    }

    fn columns(self, across: Across) -> Vec<(Column, Head)> {
        let (catalogue, texts) = (Catalogue::builtin(), Texts::new(self.view.lang));
        if across == Across::Cards {
            let listed = self.cards.list().filter(|card| self.is_shown(card));
            let column = |card: &Card| {
                let head = Head {
                    title: found::card_title(self.map, card, self.view.lang),
                    icon: found::theme_icon(self.map, &card.theme),
                    hue: found::theme_hue(self.map, Some(&card.theme)),
                };
                (Column::Card(card.id.clone()), head)
            };
            return listed.map(column).collect();
        }
        let areas = catalogue.areas().iter().filter_map(|area| {
            let title = area.words.in_lang(self.view.lang).to_owned();
            let head = Head { title, icon: area.icon.clone(), hue: StrandHue::Area(area.hue) };
            Some((Column::Area(KindId::new(&area.id)?), head))
        });
        let skills = Head {
            title: texts.get("scene-skills"),
            icon: "brain".to_owned(),
            hue: StrandHue::Area(badge::SKILL_HUE),
        };
        let strengths = Head {
            title: texts.get("scene-strengths"),
            icon: "check".to_owned(),
            hue: StrandHue::Strength,
        };
        areas.chain([(Column::Skills, skills), (Column::Strengths, strengths)]).collect()
    }

    fn cell(self, generation: u32, people: &[PersonIdx], column: &Column) -> OverviewCell {
        let mut cell = OverviewCell {
            rect: Rect::default(),
            generation,
            column: column.clone(),
            groups: BTreeMap::new(),
            out: BTreeSet::new(),
            stops: BTreeSet::new(),
            is_young: self.is_young(people, column),
            is_derived: false,
        };
        let cards = self.cards_of(column);
        let is_derived = |card: &&Card| !card.theme.is_entered();
        cell.is_derived = matches!(column, Column::Card(_)) && cards.iter().all(is_derived);
        for (id, person) in people.iter().filter_map(|it| self.person(*it)) {
            for group in self.groups(id, person, column, &cards) {
                cell.groups.entry(group).or_default().push(id.clone());
            }
            for (_, sign) in cards.iter().flat_map(|it| &it.signs).filter(|(of, _)| of == id) {
                match sign {
                    Sign::Knot => cell.out.insert(id.clone()),
                    Sign::OpenRing => cell.stops.insert(id.clone()),
                    Sign::Unknown => false,
                };
            }
        }
        // Somebody may be out of one thing of a life area and have another.
        let yes: BTreeSet<PersonId> = cell.carriers().cloned().collect();
        cell.stops.retain(|id| !yes.contains(id));
        cell
    }

    /// To which groups of a column somebody belongs: to one, but for skills.
    fn groups(
        self,
        id: &PersonId,
        person: &Person,
        column: &Column,
        cards: &[&Card],
    ) -> Vec<Group> {
        let is_in = |of: fn(&Card) -> &Vec<PersonId>| cards.iter().any(|it| of(it).contains(id));
        if *column == Column::Skills {
            return self.skills(person);
        }
        let said: Vec<Said> = match column {
            Column::Area(area) => self.said_in(person, area),
            Column::Strengths => self.strengths(person),
            Column::Skills | Column::Card(_) => Vec::new(),
        };
        let has = |what| said.contains(&what);
        if has(Said::Yes) || is_in(|card| &card.yes) {
            vec![Group::Yes]
        } else if has(Said::Maybe) || is_in(|card| &card.maybe) {
            vec![Group::Maybe]
        } else if has(Said::No) || is_in(|card| &card.no) {
            vec![Group::No]
        } else if is_in(|card| &card.unknown) {
            vec![Group::Unknown]
        } else {
            Vec::new()
        }
    }

    /// What is said of somebody in a life area, as far as it is shown.
    fn said_in(self, person: &Person, area: &KindId) -> Vec<Said> {
        let in_area =
            |kind| badge::area_of(self.map, kind).is_some_and(|it| it.id == area.as_str());
        let entries = person.entries.iter().filter(|it| in_area(&it.kind));
        entries.filter(|it| badge::is_shown(self.map, it, self.view)).map(|it| it.said).collect()
    }

    fn strengths(self, person: &Person) -> Vec<Said> {
        let shown = |it: &&_| badge::strength_is_shown(self.map, it, self.view);
        person.strengths.iter().filter(shown).map(|it| it.said).collect()
    }

    /// How the skills of somebody go, those that are old enough to be told.
    fn skills(self, person: &Person) -> Vec<Group> {
        let shown = badge::skills_shown(self.map, person, self.view);
        let groups = shown.into_iter().map(|(_, level)| match level {
            SkillLevel::Hard => Group::Hard,
            SkillLevel::Varies => Group::Varies,
            SkillLevel::GoesWell => Group::Well,
        });
        groups.collect::<BTreeSet<Group>>().into_iter().collect()
    }

    /// The cards that a column speaks of, in the order in which they are told.
    fn cards_of(self, column: &Column) -> Vec<&'s Card> {
        let told =
            |card: &&Card| matches!(card.place, Place::List | Place::More) && self.is_shown(card);
        let is_about = |card: &&Card| match (column, &card.theme) {
            (Column::Card(id), _) => card.id == *id,
            (Column::Area(area), Theme::Kind(kind)) => {
                badge::area_of(self.map, kind).is_some_and(|it| it.id == area.as_str())
            }
            (Column::Skills, Theme::SkillHard(_) | Theme::SkillWell(_))
            | (Column::Strengths, Theme::Strength(_)) => true,
            _ => false,
        };
        self.cards.cards.iter().filter(told).filter(is_about).collect()
    }

    /// Is what it is about seen under this view?
    fn is_shown(self, card: &Card) -> bool {
        let Theme::Kind(kind) = &card.theme else { return true };
        badge::kind_is_shown(self.map, kind, self.view)
    }

    /// The strands that run down a column, at most three, dressed as the map dresses them together.
    fn courses(self, column: &Column) -> Vec<Course> {
        let cards = self.cards_of(column).into_iter().filter(|card| card.has_strand());
        let ways = cards.map(|card| (card, self.steps(card)));
        let ways: Vec<_> = ways.filter(|(_, way)| !way.is_empty()).take(MOST_COURSES).collect();
        let themes: Vec<_> = ways.iter().map(|(card, _)| Some(&card.theme)).collect();
        let looks = found::strand_looks(self.map, &themes);
        let course = |((card, steps), look): ((&Card, _), _)| Course {
            label: found::card_title(self.map, card, self.view.lang),
            look,
            steps,
        };
        ways.into_iter().zip(looks).map(course).collect()
    }

    /// The way of a card from generation to generation.
    fn steps(self, card: &Card) -> Vec<(u32, u32, StrandKind)> {
        let row = |id: &PersonId| self.kin.find(id).map(|it| self.kin.generation(it));
        let mut steps: BTreeMap<(u32, u32), StrandKind> = BTreeMap::new();
        let strand = found::card_strand(self.cards, card);
        for StrandEdge { from, to, kind, .. } in &strand.edges {
            let (Some(from), Some(to)) = (row(from), row(to)) else { continue };
            // Direct is the least.
            let step = steps.entry((from, to)).or_insert(*kind);
            *step = (*step).min(*kind);
        }
        steps.into_iter().map(|((from, to), kind)| (from, to, kind)).collect()
    }

    /// Is nobody of age for what a card is about?
    fn is_young(self, people: &[PersonIdx], column: &Column) -> bool {
        let Column::Card(id) = column else { return false };
        let is_strong = self.cards.get(id).is_some_and(|card| card.theme.is_strong());
        !is_strong && !people.is_empty() && !people.iter().any(|it| self.is_of_age(*it))
    }

    fn is_of_age(self, person: PersonIdx) -> bool {
        let Some((_, of)) = self.person(person) else { return false };
        match of.birth.and_then(|birth| age_at(birth, last_day(of, self.view.today)?)) {
            Some(age) => GROWN_UP <= age.lo,
            None => {
                let has_child = self.kin.children(person).next().is_some();
                has_child || self.kin.partners(person).next().is_some()
            }
        }
    }
}

/// Today, or the day on which somebody died.
fn last_day(person: &Person, today: Date) -> Option<crate::model::PartialDate> {
    match person.vital {
        Vital::Living => Some(crate::model::PartialDate::Exactly(today)),
        Vital::Dead(death) => death,
    }
}
