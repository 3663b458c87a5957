//! What of the findings is told, chosen before any of it is written out.

use super::finding::{Finding, Pattern};
use super::found::{Found, Row};
use super::shown::{Narrow, Teller, first_of, told};
use super::theme::Theme;
use crate::catalogue::Catalogue;
use crate::model::FindingId;

impl Found {
    /// For each finding: is it told before anybody asks for more? As
    /// [`told_first`](super::told_first) says.
    #[must_use]
    pub fn told_first(&self, catalogue: &Catalogue) -> Vec<bool> {
        let narrow = Narrow::of(self.said_of(), catalogue);
        told(self.tellers(), &narrow, |at| self.people_of(at))
    }

    /// The one strand that is on the map before anybody chooses. As
    /// [`first_strand`](super::first_strand) says.
    pub fn first_strand(
        &self,
        catalogue: &Catalogue,
        is_hidden: impl Fn(&Finding) -> bool,
    ) -> Option<Finding> {
        let narrow = Narrow::of(self.said_of(), catalogue);
        let is_open = |at: usize| self.get(at).is_some_and(|finding| !is_hidden(&finding));
        self.get(first_of(self.tellers(), &narrow, is_open)?)
    }

    /// The threads over the generations that nothing narrower tells, headlines first.
    pub fn strands(&self, catalogue: &Catalogue) -> impl Iterator<Item = Finding> {
        let narrow = Narrow::of(self.said_of(), catalogue);
        let strands = move |headline: bool| {
            let all = self.tellers().enumerate();
            all.filter(move |(_, it)| it.headline == headline)
        };
        let strands = strands(true).chain(strands(false));
        let places = strands.filter(move |(_, it)| it.is_strand(&narrow)).map(|(at, _)| at);
        places.filter_map(|at| self.get(at))
    }

    /// Every thread over an entered problem or strength that nothing narrower tells, written out one
    /// by one in the order in which they are shown: about those there is something to ask.
    pub fn threads_to_ask(&self) -> impl Iterator<Item = Finding> + Clone {
        let is_one = |it: &(usize, Teller<'_>)| {
            let is_asked = matches!(it.1.theme, Some(Theme::Kind(_) | Theme::Strength(_)));
            it.1.pattern == Pattern::Thread && !it.1.is_covered && is_asked
        };
        let places = self.tellers().enumerate().filter(is_one).map(|(at, _)| at);
        places.filter_map(|at| self.get(at))
    }

    /// The threads of `ids`, in the order in which they are shown.
    pub fn threads_of(&self, ids: &[FindingId]) -> impl Iterator<Item = Finding> {
        let is_one = |row: &Row| row.pattern == Pattern::Thread && ids.contains(&row.id());
        let places = self.rows().enumerate().filter(move |(_, row)| is_one(row));
        places.filter_map(|(at, _)| self.get(at))
    }

    /// Every finding as far as it says whether it is told.
    fn tellers(&self) -> impl Iterator<Item = Teller<'_>> + Clone {
        (0..self.len()).filter_map(|at| {
            let (part, row) = self.row(at)?;
            Some(Teller {
                pattern: row.pattern,
                theme: row.theme().and_then(|number| self.theme(part, number)),
                headline: row.headline,
                is_covered: row.is_covered,
                length: row.length,
            })
        })
    }

    /// Every pattern with every theme over which it was found. Some come several times, few do so
    /// in a row.
    fn said_of(&self) -> impl Iterator<Item = (Pattern, &Theme)> {
        let mut last = None;
        self.rows_by_part().filter_map(move |(part, row)| {
            let number = row.theme()?;
            let is_new = last.replace((row.pattern, number)) != Some((row.pattern, number));
            is_new.then_some((row.pattern, self.theme(part, number)?))
        })
    }
}
