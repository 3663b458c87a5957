//! Pieces that flow over pages: what belongs together stays on one page, a heading stays with what
//! follows it, and no line is cut.

use super::page::{Block, Page};
use crate::geometry::Point;

/// So many lines of a text that is longer than a page stay together.
const TOGETHER: usize = 8;

/// Rows that stay on one page, where a page is high enough for them.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    rows: Vec<Block>,
}

impl Piece {
    /// One row alone.
    pub(crate) fn of(row: Block) -> Self {
        Self { rows: vec![row] }
    }

    /// One more row below the others.
    pub(crate) fn add(&mut self, row: Block) {
        self.rows.push(row);
    }

    /// White below the last row.
    pub(crate) fn gap(&mut self, height: f64) {
        self.rows.push(Block { height, ..Block::default() });
    }

    /// Its rows, to be set in another way.
    pub(crate) fn into_rows(self) -> Vec<Block> {
        self.rows
    }

    fn height(&self) -> f64 {
        self.rows.iter().map(|row| row.height).sum()
    }
}

/// Where the pages are set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// The left edge of everything.
    pub left: f64,
    /// Where pages begin, and where they end.
    pub top: f64,
    /// The lower edge of the last row.
    pub bottom: f64,
    /// So many pages at most.
    pub most: usize,
}

/// Pages while they are set.
#[derive(Debug)]
pub(crate) struct Flow {
    frame: Frame,
    done: Vec<Page>,
    page: Page,
    y: f64,
    /// Headings that wait for what they are above.
    waiting: Vec<Block>,
    /// How many pieces did not go on the last page any more.
    left_out: usize,
}

impl Flow {
    pub(crate) fn new(frame: Frame) -> Self {
        Self {
            frame,
            done: Vec::new(),
            page: Page::new(),
            y: frame.top,
            waiting: Vec::new(),
            left_out: 0,
        }
    }

    /// The number of the page that is set now, from 0.
    pub(crate) fn at(&self) -> usize {
        self.done.len()
    }

    /// What is left of this page.
    pub(crate) fn room(&self) -> f64 {
        self.frame.bottom - self.y
    }

    /// Is nothing on this page yet?
    fn is_fresh(&self) -> bool {
        self.y <= self.frame.top
    }

    /// A heading for what comes next; nothing where nothing comes.
    pub(crate) fn heading(&mut self, heading: Block) {
        self.waiting.push(heading);
    }

    /// A heading that nothing came below.
    pub(crate) fn end_of_headings(&mut self) {
        self.waiting.clear();
    }

    /// The next piece, on this page or on the next.
    pub(crate) fn put(&mut self, piece: Piece) {
        if 0 < self.left_out {
            self.left_out += 1;
            return;
        }
        let mut rows = std::mem::take(&mut self.waiting);
        let n_headings = rows.len();
        rows.extend(piece.rows);
        let piece = Piece { rows };
        if self.room() < piece.height() && !self.is_fresh() && !self.turn() {
            self.left_out += 1;
            return;
        }
        for (number, row) in piece.rows.into_iter().enumerate() {
            let is_below = n_headings < number + 1;
            if is_below && self.room() < row.height && !self.is_fresh() && !self.turn() {
                self.left_out += 1;
                return;
            }
            let height = row.height;
            self.page.put(row, Point::new(self.frame.left, self.y));
            self.y += height;
        }
    }

    /// White between two pieces; none at the head of a page.
    pub(crate) fn space(&mut self, height: f64) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    /// Goes on with a new page, if there may be one more.
    pub(crate) fn turn(&mut self) -> bool {
        if self.frame.most <= self.done.len() + 1 {
            return false;
        }
        self.done.push(std::mem::replace(&mut self.page, Page::new()));
        self.y = self.frame.top;
        true
    }

    /// The page that is set now, for what has a place of its own on it.
    pub(crate) fn page(&mut self) -> &mut Page {
        &mut self.page
    }

    /// The finished pages, and how many pieces are on none.
    pub(crate) fn finished(mut self) -> (Vec<Page>, usize) {
        self.done.push(self.page);
        (self.done, self.left_out)
    }
}

/// `lines` in parts that a page is high enough for.
pub(crate) fn parts<T>(lines: &[T]) -> impl Iterator<Item = &[T]> {
    lines.chunks(TOGETHER)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(height: f64) -> Block {
        Block { height, ..Block::default() }
    }

    fn piece(heights: &[f64]) -> Piece {
        Piece { rows: heights.iter().map(|height| block(*height)).collect() }
    }

    fn flow(most: usize) -> Flow {
        Flow::new(Frame { left: 0.0, top: 10.0, bottom: 110.0, most })
    }

    #[test]
    fn what_belongs_together_stays_together() {
        let mut flow = flow(9);
        flow.put(piece(&[60.0]));
        flow.put(piece(&[30.0, 30.0]));
        assert_eq!(flow.at(), 1, "it is not cut in two");
        assert!((flow.room() - 40.0).abs() < 1e-9);
    }

    #[test]
    fn a_heading_stays_with_what_follows_and_is_dropped_with_nothing() {
        let mut flow = flow(9);
        flow.put(piece(&[85.0]));
        flow.heading(block(10.0));
        assert_eq!(flow.at(), 0);
        flow.put(piece(&[20.0]));
        assert_eq!((flow.at(), flow.room()), (1, 70.0));
        flow.heading(block(10.0));
        flow.end_of_headings();
        assert_eq!(flow.finished().0.len(), 2);
    }

    #[test]
    fn what_is_higher_than_a_page_goes_on_with_its_rows() {
        let mut flow = flow(9);
        flow.put(piece(&[50.0]));
        flow.put(piece(&[40.0; 5]));
        let (pages, left_out) = flow.finished();
        assert_eq!((pages.len(), left_out), (4, 0), "two rows a page, from a new one");
    }

    #[test]
    fn there_are_no_more_pages_than_allowed() {
        let mut flow = flow(2);
        for _ in 0..5 {
            flow.put(piece(&[90.0]));
        }
        flow.put(piece(&[1.0]));
        let (pages, left_out) = flow.finished();
        assert_eq!((pages.len(), left_out), (2, 4), "and nothing comes out of its turn");
    }
}
