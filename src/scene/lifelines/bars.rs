//! The bars of a life: which lane they lie in, and how certain their ends are drawn.

use super::draw::{BAR, Sheet};
use super::life::{Bar, Edge, Life, Sort};
use crate::geometry::Rect;
use crate::i18n::Message;
use crate::model::{Effect, Subject};
use crate::scene::Layer;
use crate::scene::badge::{Standing, Tint};
use crate::scene::knot;
use crate::scene::shape::{Paint, Path, Shape, Stroke};
use crate::scene::stage::Pen;
use crate::theme::{Color, Hue};

/// So many slices a bar fades in.
const SLICES: u8 = 10;

/// A bar and where it lies: its lane, and its ends in units of the design.
pub(super) struct Lane<'l> {
    pub bar: &'l Bar,
    pub lane: usize,
    /// Begin and end of the bar itself.
    pub from: f64,
    pub until: f64,
    /// Whether its word stands in it, and where else it begins.
    pub words_at: f64,
    /// Where bar and word end.
    pub end: f64,
    pub is_inside: bool,
}

impl<'l> Lane<'l> {
    /// A bar that is an example.
    pub(super) const fn sample(bar: &'l Bar, (from, until): (f64, f64)) -> Self {
        Self { bar, lane: 0, from, until, words_at: until, end: until, is_inside: true }
    }
}

impl Sheet<'_, '_> {
    /// The lanes of the bars: each as high as there is room, what helps below, what a child grows up
    /// with below that.
    pub(super) fn lanes<'l>(&self, life: &'l Life) -> Vec<Lane<'l>> {
        let group = |bar: &Bar| match bar.sort {
            Sort::Problem | Sort::Strength => 0,
            Sort::Help(_) => 1,
            Sort::GrownUpWith => 2,
        };
        let mut lanes: Vec<Lane<'l>> = Vec::new();
        let mut first = 0;
        for wanted in 0..3 {
            let mut ends: Vec<f64> = Vec::new();
            for bar in life.bars.iter().filter(|bar| group(bar) == wanted) {
                let mut placed = self.placed(life, bar);
                let free = ends.iter().position(|end| *end <= placed.from + 0.5);
                let lane = free.unwrap_or(ends.len());
                let end = if placed.is_inside || self.is_small {
                    placed.until
                } else {
                    placed.words_at + self.width(&self.words_on(bar)) + 8.0
                };
                match ends.get_mut(lane) {
                    Some(old) => *old = end,
                    None => ends.push(end),
                }
                placed.lane = first + lane;
                placed.end = end;
                lanes.push(placed);
            }
            first += ends.len();
        }
        lanes
    }

    fn placed<'l>(&self, life: &Life, bar: &'l Bar) -> Lane<'l> {
        let from = self.x(life, bar.begin());
        let until = self.x(life, bar.finish(life.end)).max(from + BAR);
        let words = self.width(&self.words_on(bar));
        let is_inside = bar.from != Edge::Unknown && words + 34.0 < until - from
            || bar.from == Edge::Unknown && words + 70.0 < until - from;
        let words_at = match (is_inside, bar.from) {
            (false, _) => until + 8.0,
            (true, Edge::Unknown) => until - 28.0 - words,
            (true, _) => from + 24.0,
        };
        Lane { bar, lane: 0, from, until, words_at, end: until, is_inside }
    }

    /// What stands at a bar.
    fn words_on(&self, bar: &Bar) -> String {
        match (&bar.of, bar.sort) {
            (Some(of), _) => {
                let message = Message::new("life-of").arg("what", &bar.badge.label).arg("who", of);
                self.stage.texts.say(&message)
            }
            (None, Sort::Help(effect)) => {
                let id = match (effect, bar.until) {
                    (Effect::Helps, Edge::Still) => "life-helps",
                    (Effect::Helps, _) => "life-helped",
                    (Effect::Both, _) => "life-help-both",
                    (Effect::Costs, _) => "life-help-costs",
                };
                self.stage.texts.say(&Message::new(id).arg("who", &bar.badge.label))
            }
            (None, _) => bar.badge.label.clone(),
        }
    }

    /// The colour of a bar.
    fn color(&self, bar: &Bar) -> Color {
        let theme = self.stage.theme();
        match (bar.sort, bar.badge.tint) {
            (Sort::Help(_), _) => theme.family(Hue::Slate),
            (_, Tint::Area(hue)) => theme.family(hue),
            (_, Tint::Strength) => theme.strength,
            (_, Tint::Plain) => theme.soft_ink,
        }
    }

    /// Draws a bar; gives back where.
    pub(super) fn bar(&mut self, life: &Life, lane: &Lane<'_>, top: f64) -> Rect {
        let (above, thick, pitch) = self.measures();
        #[expect(clippy::cast_precision_loss, reason = "a few lanes")]
        let y = top + above + pitch * lane.lane as f64;
        let pen = Pen::on(Layer::Marks).of(Subject::Person(life.person.clone()));
        let sure = |edge: Edge, of: f64| match edge {
            Edge::At(lo, hi) => (self.x(life, lo), self.x(life, hi.min(life.end))),
            Edge::Unknown | Edge::Still => (of, of),
        };
        let ends = (sure(lane.bar.from, lane.from), sure(lane.bar.until, lane.until));
        let (from, until) = self.ends(&pen, lane, ends, (y, thick));
        if !self.is_small {
            self.tile(&pen, lane.bar, (from, until), y);
            let theme = self.stage.theme();
            let style = self.style(theme.ink);
            let words = self.words_on(lane.bar);
            self.stage.text(&pen, &words, self.at(lane.words_at, y + 13.5), style);
        }
        Rect::between(self.at(lane.from, y), self.at(lane.until, y + thick))
    }

    /// An example of a bar, its ends in shares of its length.
    pub(super) fn sample_bar(&mut self, lane: &Lane<'_>, ((left, right), y): ((f64, f64), f64)) {
        let at = |share: f64| left + share * (right - left);
        let sure = |edge: Edge, of: f64| match edge {
            Edge::At(lo, hi) => (at(lo), at(hi)),
            Edge::Unknown | Edge::Still => (of, of),
        };
        let ends = (sure(lane.bar.from, lane.from), sure(lane.bar.until, lane.until));
        self.ends(&Pen::on(Layer::Marks), lane, ends, (y, BAR));
    }

    /// The body of a bar and its uncertain ends, each from where to where; gives back the body.
    fn ends(
        &mut self,
        pen: &Pen,
        lane: &Lane<'_>,
        (a, b): ((f64, f64), (f64, f64)),
        (y, thick): (f64, f64),
    ) -> (f64, f64) {
        let bar = lane.bar;
        let (from, until) = (a.1, b.0.max(a.1 + thick).min(lane.until.max(a.1 + thick)));
        self.vague(pen, bar, a, (y, thick));
        self.vague(pen, bar, (until, b.1), (y, thick));
        if bar.from == Edge::Unknown {
            self.fade(pen, bar, (from, until), (y, thick));
        } else if bar.until == Edge::Unknown {
            self.fade(pen, bar, (until, from), (y, thick));
        } else {
            self.solid(pen, bar, (from, until), (y, thick));
        }
        (from, until)
    }

    fn paint(&self, bar: &Bar) -> Paint {
        let (theme, color) = (self.stage.theme(), self.color(bar));
        let stroke = Stroke::solid(color, 1.4 * self.unit());
        let stroke = match bar.badge.standing {
            Standing::Maybe => stroke.dashed(4.0 * self.unit(), 3.0 * self.unit()),
            Standing::Now | Standing::Before | Standing::Undated | Standing::No => stroke,
        };
        let fill = match bar.sort {
            Sort::Help(_) | Sort::GrownUpWith => theme.panel,
            Sort::Problem | Sort::Strength => theme.panel.mixed(color, 0.2),
        };
        Paint::both(fill, stroke)
    }

    /// A bar of which both ends are known: a point where it goes on, round where it is over.
    fn solid(&mut self, pen: &Pen, bar: &Bar, (from, until): (f64, f64), (y, thick): (f64, f64)) {
        let paint = self.paint(bar);
        let rect = Rect::between(self.at(from, y), self.at(until, y + thick));
        let path = if bar.until == Edge::Still {
            let point = (thick / 3.0).min(until - from);
            let corners = [
                (from, y),
                (until - point, y),
                (until, y + thick / 2.0),
                (until - point, y + thick),
                (from, y + thick),
            ];
            Path::polygon(&corners.map(|(x, y)| self.at(x, y)))
        } else {
            Path::rounded(rect, (thick / 2.0) * self.unit())
        };
        self.stage.add(pen, Shape::Path { path, paint });
    }

    /// Comes in from nothing to full, or the other way round: when, nobody knows.
    fn fade(&mut self, pen: &Pen, bar: &Bar, (weak, strong): (f64, f64), (y, thick): (f64, f64)) {
        let color = self.color(bar);
        let step = (strong - weak) / f64::from(SLICES);
        for slice in 0..SLICES {
            let from = weak + step * f64::from(slice);
            let corners = [self.at(from, y), self.at(from + step, y + thick)];
            let rect = Rect::between(corners[0], corners[1]);
            let pen = pen.clone().faint(0.42 * f64::from(slice + 1) / f64::from(SLICES));
            let paint = Paint::fill(color);
            self.stage.add(&pen, Shape::Rect { rect, radius: 0.0, paint });
        }
        if !self.is_small {
            let at = self.at(weak + (strong - weak) * 0.22, y + thick / 2.0);
            let (radius, rim) = (7.0 * self.unit(), self.stage.theme().soft_ink);
            knot::question(self.stage, pen, at, radius, rim);
        }
    }

    /// The range of an "about": hatched, with a dashed edge.
    fn vague(&mut self, pen: &Pen, bar: &Bar, (lo, hi): (f64, f64), (y, thick): (f64, f64)) {
        if hi - lo < 1.0 {
            return;
        }
        let unit = self.unit();
        let rect = Rect::between(self.at(lo, y), self.at(hi, y + thick));
        let edge = Stroke::solid(self.color(bar), unit).dashed(3.0 * unit, 2.0 * unit);
        let radius = 3.0 * unit;
        self.stage.add(pen, Shape::Rect { rect, radius, paint: Paint::stroke(edge) });
        let line = Stroke::solid(self.color(bar), 0.9 * unit);
        let mut x = lo - thick + 5.0;
        while x < hi {
            // From the lower left to the upper right, cut off at both ends.
            let (a, b) = ((lo - x).max(0.0), (hi - x).min(thick));
            if a < b {
                let path = Path::line(self.at(x + a, y + thick - a), self.at(x + b, y + thick - b));
                self.stage.stroke(pen, path, line);
            }
            x += 5.0;
        }
    }

    /// The tile with its icon, at the end that is known.
    fn tile(&mut self, pen: &Pen, bar: &Bar, (from, until): (f64, f64), y: f64) {
        let theme = self.stage.theme();
        let x = if bar.from == Edge::Unknown { until - BAR } else { from };
        let rect = Rect::between(self.at(x, y), self.at(x + BAR, y + BAR));
        let color = self.color(bar);
        let light = bar.sort == Sort::GrownUpWith;
        let (ground, ink) = if light { (theme.panel, color) } else { (color, theme.on_family) };
        let radius = 5.0 * self.unit();
        if !light {
            self.stage.add(pen, Shape::Rect { rect, radius, paint: Paint::fill(ground) });
        }
        if let Some(glyph) = bar.badge.icon {
            let rect = rect.grown(-3.0 * self.unit());
            self.stage.add(pen, Shape::Icon { glyph, rect, color: ink });
        }
    }

    pub(super) fn spoken_bar(&self, life: &Life, bar: &Bar) -> String {
        let edge = |edge: Edge| match edge {
            Edge::At(lo, hi) if hi - lo < 0.5 => Some(self.age_words(life, lo)),
            Edge::At(lo, hi) => {
                let (a, b) = (self.age_words(life, lo), self.age_words(life, hi));
                let message = Message::new("life-between").arg("a", a).arg("b", b);
                Some(self.stage.texts.say(&message))
            }
            Edge::Unknown | Edge::Still => None,
        };
        let message = match (edge(bar.from), edge(bar.until), bar.until) {
            (Some(from), Some(until), _) => {
                Message::new("life-from-until").arg("from", from).arg("until", until)
            }
            (Some(from), None, Edge::Still) => Message::new("life-from-now").arg("from", from),
            (Some(from), None, _) => Message::new("life-from-over").arg("from", from),
            (None, Some(until), _) => Message::new("life-until").arg("until", until),
            (None, None, Edge::Still) => Message::new("life-now"),
            (None, None, _) => Message::new("life-over"),
        };
        let message = message.arg("what", self.words_on(bar));
        self.stage.texts.say(&message)
    }
}
