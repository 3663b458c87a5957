//! What the signs of the lifelines mean, only of those that are there.

use super::bars::Lane;
use super::draw::{BAR, LEFT, Sheet};
use super::life::{Bar, Edge, Event, Happening, Life, Sort};
use crate::geometry::Point;
use crate::model::Effect;
use crate::scene::Layer;
use crate::scene::badge::Badge;
use crate::scene::shape::{Path, Stroke};
use crate::scene::stage::Pen;

/// The length of a bar that is an example, and from one row to the next.
const SAMPLE: f64 = 46.0;
const ROW: f64 = 30.0;

/// A sign and the message that explains it.
enum Sign {
    /// A bar with these ends, in shares of the example.
    Bar(Sort, Edge, Edge),
    Event(Happening),
    Together,
}

/// Every sign there is, in the order in which it is explained.
fn signs() -> [(Sign, &'static str); 11] {
    let (begin, end) = (Edge::At(0.0, 0.0), Edge::At(1.0, 1.0));
    let vague = Edge::At(0.0, 0.4);
    [
        (Sign::Bar(Sort::Problem, begin, Edge::Still), "life-sign-still"),
        (Sign::Bar(Sort::Problem, begin, end), "life-sign-over"),
        (Sign::Bar(Sort::Problem, vague, Edge::Still), "life-sign-about"),
        (Sign::Bar(Sort::Problem, Edge::Unknown, Edge::Still), "life-sign-unknown"),
        (Sign::Bar(Sort::Help(Effect::Helps), begin, Edge::Still), "life-sign-help"),
        (Sign::Bar(Sort::GrownUpWith, begin, Edge::Still), "life-sign-grown-up-with"),
        (Sign::Event(Happening::FirstChild), "life-sign-first-child"),
        (Sign::Event(Happening::Child), "life-sign-child"),
        (Sign::Together, "life-sign-together"),
        (Sign::Event(Happening::Apart), "life-apart"),
        (Sign::Event(Happening::PartnerDied), "life-sign-partner-died"),
    ]
}

impl Sign {
    /// Is there one on these lives?
    fn is_on(&self, lives: &[Life]) -> bool {
        let is_vague = |edge: Edge| matches!(edge, Edge::At(lo, hi) if 1.0 <= hi - lo);
        let mut bars = lives.iter().flat_map(|life| &life.bars);
        match self {
            Self::Bar(Sort::Problem, Edge::Unknown, _) => {
                bars.any(|bar| bar.from == Edge::Unknown || bar.until == Edge::Unknown)
            }
            Self::Bar(Sort::Problem, from, _) if is_vague(*from) => {
                bars.any(|bar| is_vague(bar.from) || is_vague(bar.until))
            }
            Self::Bar(Sort::Problem | Sort::Strength, _, until) => {
                let is_still = *until == Edge::Still;
                bars.any(|bar| bar.from != Edge::Unknown && (bar.until == Edge::Still) == is_still)
            }
            Self::Bar(Sort::Help(_), ..) => bars.any(|bar| matches!(bar.sort, Sort::Help(_))),
            Self::Bar(Sort::GrownUpWith, ..) => bars.any(|bar| bar.sort == Sort::GrownUpWith),
            Self::Event(what) => {
                lives.iter().flat_map(|life| &life.events).any(|event| event.what == *what)
            }
            Self::Together => lives.iter().any(|life| !life.together.is_empty()),
        }
    }
}

impl Sheet<'_, '_> {
    /// Draws the legend below `top`; gives back where it ends.
    pub(super) fn legend(&mut self, lives: &[Life], top: f64) -> f64 {
        if !self.stage.view.legend {
            return top;
        }
        let (mut x, mut y) = (24.0, top + 26.0);
        for (sign, words) in signs().into_iter().filter(|(sign, _)| sign.is_on(lives)) {
            let words = self.stage.texts.get(words);
            let width = SAMPLE + 10.0 + self.width(&words);
            if 24.0 < x && self.right_edge() < x + width {
                (x, y) = (24.0, y + ROW);
            }
            self.sign(&sign, (x, y));
            let ink = self.stage.theme().ink;
            let at = self.at(x + SAMPLE + 10.0, y + 4.5);
            let style = self.style(ink);
            self.stage.text(&Pen::on(Layer::Frame), &words, at, style);
            x += width + 26.0;
        }
        y + 14.0
    }

    fn sign(&mut self, sign: &Sign, (x, y): (f64, f64)) {
        match sign {
            Sign::Bar(sort, from, until) => {
                let badge = Badge::plain(None, "");
                let bar = Bar { sort: *sort, badge, from: *from, until: *until, of: None };
                let ends = (x, x + SAMPLE);
                let lane = Lane::sample(&bar, ends);
                self.sample_bar(&lane, (ends, y - BAR / 2.0));
            }
            Sign::Event(what) => {
                let event = Event { age: 0.0, what: *what, words: String::new() };
                let at: Point = self.at(x + SAMPLE / 2.0, y);
                self.happening(&event, at);
            }
            Sign::Together => {
                let theme = self.stage.theme();
                let rail = Stroke::solid(theme.ink, theme.stroke.line);
                for dy in [-3.0, 3.0] {
                    let path = Path::line(self.at(x, y + dy), self.at(x + SAMPLE, y + dy));
                    self.stage.stroke(&Pen::on(Layer::Marks), path, rail);
                }
            }
        }
    }

    const fn right_edge(&self) -> f64 {
        if self.right < LEFT { LEFT } else { self.right }
    }
}
