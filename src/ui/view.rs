//! How the map is shown now: what of it is drawn follows from what is looked at.

use std::collections::BTreeSet;

use super::app::App;
use crate::catalogue::Catalogue;
use crate::model::{LinesShown, Party, PersonId, Relation, Subject};
use crate::scene::{Relations, Sensitive, Supports, View};
use crate::shown::{Eyes, Hiding, Names, Opened};
use crate::year::Absent;

impl App {
    /// How the map is shown; without strands.
    pub(super) fn view(&self) -> View {
        let session = &self.session;
        let today = self.document.map().today_or(self.shell.today);
        let calm = View::calm(self.theme(), session.lang, today);
        View {
            relations: match self.document.map().lines_shown() {
                LinesShown::None => Relations::None,
                LinesShown::OfSelected => self.lines_of_selected(),
                LinesShown::All => Relations::All,
            },
            supports: self.ties_shown(),
            // What is hidden is not in the shown map.
            sensitive: Sensitive::Shown,
            open: match &session.selection {
                Some(Subject::Relation(id)) => BTreeSet::from([id.clone()]),
                _ => BTreeSet::new(),
            },
            dim_others: !self.strands().is_empty(),
            part: session.part.clone(),
            kin_words: match session.names {
                Names::Kin => self.shown.words.clone(),
                Names::Shown | Names::Invented | Names::Off => calm.kin_words.clone(),
            },
            legend: session.legend,
            ghosts: self.ghosts(),
            absent: Absent { new: self.past.changed.clone(), ..Absent::default() },
            lit: session.lit.as_ref().map(|lit| lit.people.clone()).unwrap_or_default(),
            ..calm
        }
    }

    /// Whose ties to those who help are drawn: those of the goal that is open, of who is selected, or all.
    fn ties_shown(&self) -> Supports {
        let session = &self.session;
        let map = self.document.map();
        if let Some(goal) = session.open_goal(map).and_then(|id| map.goals.get(id)) {
            return Supports::Only(goal.supports.clone());
        }
        match (session.ties, &session.selection) {
            (LinesShown::All, _) => Supports::All,
            (LinesShown::OfSelected, Some(subject)) => Supports::Of(subject.clone()),
            (LinesShown::None, Some(subject @ Subject::Support(_))) => {
                Supports::Of(subject.clone())
            }
            _ => Supports::Band,
        }
    }

    /// The lines of whoever is selected; of who helps, those that go to them.
    fn lines_of_selected(&self) -> Relations {
        if let Some(Subject::Support(id)) = &self.session.selection {
            let to = Party::Support(id.clone());
            let map = self.document.map();
            let lines = map.relations.iter().filter(|(_, relation)| relation.to == to);
            return Relations::Only(lines.map(|(id, _)| id.clone()).collect());
        }
        self.lines_of().map_or(Relations::None, |id| Relations::Of(id.clone()))
    }

    /// Whose lines are looked at: those of the selected person, or of the one from whom a line was
    /// chosen.
    fn lines_of(&self) -> Option<&PersonId> {
        let map = self.document.map();
        match &self.session.selection {
            Some(Subject::Person(id)) => Some(id),
            Some(Subject::Relation(id)) => {
                let relation = map.relations.get(id)?;
                let before = self.session.lines_of.as_ref();
                Some(before.filter(|it| is_of(relation, it)).unwrap_or(&relation.from))
            }
            _ => None,
        }
    }

    /// A hidden line that is looked at stays open until something else is.
    pub(super) fn open_line(&mut self) {
        let Some(Subject::Relation(id)) = &self.session.selection else { return };
        let map = self.document.map();
        let (catalogue, opened) = (Catalogue::builtin(), &Opened::default());
        let hiding = Hiding { map, catalogue, opened };
        let is_hidden = map.relations.get(id).is_some_and(|it| hiding.relation(it));
        if is_hidden && self.session.opened.eyes == Eyes::Table {
            self.session.opened.at = self.session.selection.clone();
        }
    }

    /// Remembers whose lines were looked at, before a line itself is.
    pub(super) fn keep_lines_of(&mut self) {
        if let Some(person) = self.session.person() {
            self.session.lines_of = Some(person.clone());
        }
    }
}

/// Is this somebody's line?
fn is_of(relation: &Relation, person: &PersonId) -> bool {
    relation.from == *person || relation.to == Party::Person(person.clone())
}
