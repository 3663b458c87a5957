//! Where everybody stood before, and where long lines passed.

use std::collections::BTreeMap;

use crate::layout::{ChildPlace, Family, Layout, LineRole, Pin};

/// The picture of before, in the numbers of the family as it is now.
#[derive(Clone, Debug, Default)]
pub(super) struct Stood {
    /// Those who stood in each row, with their columns, from left to right.
    pub rows: Vec<Vec<(f64, usize)>>,
    /// Those who stood elsewhere or before, with the columns where they are wished.
    pub wishes: Vec<(f64, usize)>,
    /// The columns of passing lines.
    lines: BTreeMap<Passed, Vec<Line>>,
}

/// A line that passed through a row on its way to a child: the child, whether it stood in the
/// sibship, and how many rows above the child that was.
type Passed = (usize, ChildPlace, usize);

/// One of the lines of which that is true.
#[derive(Clone, Copy, Debug)]
struct Line {
    union: usize,
    row: usize,
    x: f64,
}

impl Stood {
    /// Reads `previous`, in which person `p` of `family` was number `was[p]`.
    pub(super) fn of(family: &Family, previous: &Layout, was: &[Option<usize>]) -> Self {
        let mut stood = Self { rows: vec![Vec::new(); previous.rows.len()], ..Self::default() };
        for (person, (member, was)) in family.people.iter().zip(was).enumerate() {
            let Some(was) = *was else { continue };
            let place = previous.people.get(was).zip(previous.row_of.get(was));
            if let Some((point, &row)) = place
                && let Some(row) = stood.rows.get_mut(row)
            {
                // Who was dragged stands among new neighbours now.
                let x = match member.pin {
                    Some(Pin::At(x) | Pin::Near(x)) if x.is_finite() => x,
                    Some(_) | None => point.x,
                };
                row.push((x, person));
            }
        }
        for row in &mut stood.rows {
            row.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        }
        stood.note_lines(previous, &new_numbers(was, previous.people.len()));
        stood
    }

    /// These people in each row, and no lines.
    pub(super) fn in_columns(rows: Vec<Vec<(f64, usize)>>) -> Self {
        Self { rows, ..Self::default() }
    }

    /// The same, with `wishes` by person for those who did not stand in the picture.
    pub(super) fn and(mut self, wishes: &[Option<f64>]) -> Self {
        let mut stands = vec![false; wishes.len()];
        for &(_, person) in self.rows.iter().flatten() {
            stands.iter_mut().skip(person).take(1).for_each(|stands| *stands = true);
        }
        let others = wishes.iter().zip(stands).enumerate().filter(|(_, (_, stands))| !stands);
        let wished = others.filter_map(|(person, (wish, _))| Some(((*wish)?, person)));
        self.wishes = wished.filter(|(x, _)| x.is_finite()).collect();
        self
    }

    /// These people in each row, evenly spaced, and no lines.
    #[cfg(test)]
    pub(super) fn in_rows(rows: &[Vec<usize>]) -> Self {
        let column = |nth: usize, n: usize| (nth as f64 + 0.5) / n as f64;
        let in_row = |row: &Vec<usize>| {
            row.iter().enumerate().map(|(nth, &p)| (column(nth, row.len()), p)).collect()
        };
        Self { rows: rows.iter().map(in_row).collect(), ..Self::default() }
    }

    fn note_lines(&mut self, previous: &Layout, is: &[Option<usize>]) {
        for line in &previous.connectors {
            let place = match line.role {
                LineRole::Individual => ChildPlace::Home,
                LineRole::Second => ChildPlace::Second,
                LineRole::Partners | LineRole::Descent | LineRole::Sibship => continue,
            };
            let Some(was) = line.person else { continue };
            let Some(child) = is.get(was).copied().flatten() else { continue };
            let end = previous.row_of.get(was).copied().unwrap_or_default();
            for run in line.points.windows(2) {
                let &[a, b] = run else { continue };
                if a.x != b.x {
                    continue;
                }
                let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
                let first = previous.rows.partition_point(|row| row.top < top);
                let passed = previous.rows.iter().enumerate().take(end).skip(first);
                for (row, _) in passed.take_while(|(_, row)| row.bottom <= bottom) {
                    let lines = self.lines.entry((child, place, end - row)).or_default();
                    lines.push(Line { union: line.union, row, x: a.x });
                }
            }
        }
    }

    /// The row and the column in which the line from a union to a child passed, `rows` rows above the
    /// child. Where several lines to the child did, the one that had the number of this union.
    pub(super) fn line(
        &self,
        union: usize,
        child: usize,
        place: ChildPlace,
        rows: usize,
    ) -> Option<(usize, f64)> {
        let place = if place.is_home() { place } else { ChildPlace::Second };
        let line = match &self.lines.get(&(child, place, rows))?[..] {
            [one] => one,
            several => several.iter().find(|line| line.union == union)?,
        };
        Some((line.row, line.x))
    }
}

/// Who each of the `before` people of the former picture is now; `None` for who is there no more.
pub(super) fn new_numbers(was: &[Option<usize>], before: usize) -> Vec<Option<usize>> {
    let mut is = vec![None; before];
    for (person, was) in was.iter().enumerate() {
        if let Some(is) = was.and_then(|was| is.get_mut(was)) {
            *is = Some(person);
        }
    }
    is
}
