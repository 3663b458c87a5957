//! The overview: generations down, life areas across; who, and how many of those we know.
//!
//! An empty cell means that nothing is known, and the picture says so.

mod draw;

use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::geometry::Rect;
use crate::kinship::Kinship;
use crate::model::{FamilyMap, KindId, Person, PersonId, Said};
use crate::pattern::{EdgeKind, EndKind, Finding, Findings, Pattern, Theme};
use crate::scene::badge;
use crate::scene::strand::StrandHue;
use crate::scene::view::View;
use crate::scene::{Scene, found};

/// The overview as a picture, and what each cell holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The picture.
    pub scene: Scene,
    /// The cells, generation by generation, in the order of the life areas; strengths last.
    pub cells: Vec<OverviewCell>,
}

/// One generation in one life area.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewCell {
    /// Where it is drawn.
    pub rect: Rect,
    /// The generation, 0 for the eldest.
    pub generation: u32,
    /// The life area; `None` for strengths.
    pub area: Option<KindId>,
    /// Who has, or had, something there, by id.
    pub people: Vec<PersonId>,
    /// Of how many we know; `None` where that is not counted.
    pub known: Option<u32>,
    /// With whom a strand of this area stops.
    pub stopped: Vec<PersonId>,
}

/// A strand in one column: from generation to generation.
#[derive(Clone, Debug, PartialEq)]
struct Course {
    hue: StrandHue,
    /// Generations that it joins, and whether somebody is passed over.
    steps: Vec<(u32, u32, EdgeKind)>,
}

/// What the overview shows, before it is drawn.
struct Table {
    /// People of each generation, the eldest first.
    generations: Vec<u32>,
    cells: BTreeMap<(u32, usize), OverviewCell>,
    /// The strands of each column.
    courses: BTreeMap<usize, Vec<Course>>,
    /// What is said below: sentence by sentence.
    said: Vec<Line>,
}

/// A line below the table.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    /// A strand, its label and span.
    Long(StrandHue, String, u32),
    /// A strand that stops with somebody.
    Stopped(String, PersonId),
}

/// No more strands run down one column.
const MOST_COURSES: usize = 3;

/// Draws the overview of `map`. `findings` must be those of this map under the view's day.
#[must_use]
pub fn overview(map: &FamilyMap, kin: &Kinship, findings: &Findings, view: &View) -> Overview {
    let table = Table::of(map, kin, findings, view);
    draw::draw(map, kin, view, &table)
}

impl Table {
    fn of(map: &FamilyMap, kin: &Kinship, findings: &Findings, view: &View) -> Self {
        let areas = Catalogue::builtin().areas();
        let mut generations: Vec<u32> = Vec::new();
        let mut cells: BTreeMap<(u32, usize), OverviewCell> = BTreeMap::new();
        for person in kin.people() {
            let Some((id, of)) = kin.id(person).and_then(|id| Some((id, map.person(id)?))) else {
                continue;
            };
            if !of.holds_facts() || of.stands_for.is_some() {
                continue;
            }
            let generation = kin.generation(person);
            let row = usize::try_from(generation).unwrap_or(usize::MAX);
            if generations.len() <= row {
                generations.resize(row.saturating_add(1), 0);
            }
            if let Some(count) = generations.get_mut(row) {
                *count += 1;
            }
            for column in 0..=areas.len() {
                let area = areas.get(column).map(|area| area.id.as_str());
                let cell = cells.entry((generation, column)).or_insert_with(|| OverviewCell {
                    rect: Rect::default(),
                    generation,
                    area: area.and_then(KindId::new),
                    people: Vec::new(),
                    known: None,
                    stopped: Vec::new(),
                });
                if has(map, of, area, view) {
                    cell.people.push(id.clone());
                }
            }
        }
        let mut table = Self { generations, cells, courses: BTreeMap::new(), said: Vec::new() };
        table.count(findings);
        table.follow(map, kin, findings, view);
        table
    }

    /// Of how many we know. Who is not shown is not counted either.
    fn count(&mut self, findings: &Findings) {
        let areas = Catalogue::builtin().areas();
        for load in &findings.load {
            let column = areas.iter().position(|area| area.id == load.area.as_str());
            let cell = column.and_then(|column| self.cells.get_mut(&(load.generation, column)));
            if let Some(cell) = cell {
                let shown = u32::try_from(cell.people.len()).unwrap_or(u32::MAX);
                let left_out = load.yes.saturating_sub(shown);
                cell.known = Some(load.known.saturating_sub(left_out).max(shown));
            }
        }
    }

    /// The threads that run down the columns, and where they stop.
    fn follow(&mut self, map: &FamilyMap, kin: &Kinship, findings: &Findings, view: &View) {
        let threads = findings.findings.iter().filter(|it| it.pattern == Pattern::Thread);
        let threads: Vec<&Finding> = threads.filter(|it| it.covered_by.is_none()).collect();
        // What is about one kind goes before what is about a whole life area.
        let is_wide = |it: &&&Finding| matches!(it.theme, Some(Theme::Area(_)));
        let narrow = threads.iter().filter(|it| !is_wide(it));
        for finding in narrow.chain(threads.iter().filter(is_wide)) {
            let column = column_of(map, finding, view);
            let Some(column) = column.filter(|it| self.shows_all(kin, finding, *it)) else {
                continue;
            };
            let hue = found::theme_hue(map, finding.theme.as_ref());
            let generation = |id| kin.find(id).map(|person| kin.generation(person));
            let mut steps: Vec<(u32, u32, EdgeKind)> = finding
                .edges
                .iter()
                .filter_map(|it| Some((generation(&it.from)?, generation(&it.to)?, it.kind)))
                .collect();
            steps.sort_unstable();
            steps.dedup_by_key(|(from, to, _)| (*from, *to));
            let courses = self.courses.entry(column).or_default();
            let known =
                |step: &(u32, u32, EdgeKind)| courses.iter().any(|it| it.steps.contains(step));
            if is_wide(&finding) && steps.iter().all(known) {
                continue;
            }
            if courses.len() < MOST_COURSES {
                courses.push(Course { hue, steps });
            }
            let label = finding.theme.as_ref().map(|it| found::label(map, it, view.lang));
            let label = label.unwrap_or_default();
            if finding.headline {
                self.said.push(Line::Long(hue, label.clone(), finding.span));
            }
            for end in finding.ends.iter().filter(|end| end.kind == EndKind::Stops) {
                self.said.push(Line::Stopped(label.clone(), end.person.clone()));
                let at = generation(&end.person).map(|row| (row, column));
                if let Some(cell) = at.and_then(|at| self.cells.get_mut(&at))
                    && !cell.stopped.contains(&end.person)
                {
                    cell.stopped.push(end.person.clone());
                }
            }
        }
    }
}

impl Table {
    /// Does everybody whom `finding` rests on stand in a cell of `column`? Who carries it only by
    /// something that is not shown must not be given away by a line between empty cells.
    fn shows_all(&self, kin: &Kinship, finding: &Finding, column: usize) -> bool {
        let is_told = |id: &PersonId| {
            let row = kin.find(id).map(|person| kin.generation(person));
            let cell = row.and_then(|row| self.cells.get(&(row, column)));
            cell.is_some_and(|cell| cell.people.contains(id))
        };
        matches!(finding.theme, Some(Theme::SkillWell(_))) || finding.people.iter().all(is_told)
    }
}

/// Has `person` anything to show in this life area (or, without one, any strength)?
fn has(map: &FamilyMap, person: &Person, area: Option<&str>, view: &View) -> bool {
    let Some(area) = area else {
        let shown = |it| badge::strength_is_shown(map, it, view);
        return person.strengths.iter().any(|it| it.said == Said::Yes && shown(it));
    };
    person.entries.iter().any(|entry| {
        let in_area = badge::area_of(map, &entry.kind).is_some_and(|of| of.id == area);
        in_area && entry.said == Said::Yes && badge::is_shown(map, entry, view)
    })
}

/// The column of what a thread is about, if it is about something that is entered and shown.
fn column_of(map: &FamilyMap, finding: &Finding, view: &View) -> Option<usize> {
    let areas = Catalogue::builtin().areas();
    match finding.theme.as_ref()? {
        Theme::Strength(_) | Theme::SkillWell(_) => Some(areas.len()),
        Theme::Kind(id) | Theme::Area(id) => {
            if !badge::kind_is_shown(map, id, view) {
                return None;
            }
            let area = badge::area_of(map, id).map_or(id.as_str(), |area| area.id.as_str());
            areas.iter().position(|it| it.id == area)
        }
        Theme::SkillHard(_)
        | Theme::YoungParent
        | Theme::Separated
        | Theme::LoneParent
        | Theme::PartnerWith(_)
        | Theme::Contact(..)
        | Theme::PlacedOut
        | Theme::EarlyDeath
        | Theme::LostParentYoung => None,
    }
}

/// The colour of a column.
fn column_hue(column: usize) -> StrandHue {
    let area = Catalogue::builtin().areas().get(column);
    area.map_or(StrandHue::Strength, |area| StrandHue::Area(area.hue))
}
