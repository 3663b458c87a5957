//! Looking back: the map of another year.

use egui::Context;

use crate::i18n::Message;
use crate::ui::app::App;
use crate::ui::session::Time;
use crate::ui::terms::{Screen, TimeStep};

/// So long a year stays while the years go by, in seconds.
const YEAR_SECS: f64 = 0.7;
/// The same of a year in which something happened.
const EVENT_SECS: f64 = 1.5;

impl App {
    /// Carries out what is asked of the year that is shown.
    pub(super) fn look_back(&mut self, step: TimeStep) {
        self.finish_naming();
        self.update_past();
        let Some(range) = self.past.range.clone() else {
            self.session.tell(Message::new("time-none"));
            return;
        };
        let now = *range.end();
        self.session.screen = Screen::Map;
        let time = self.session.time;
        let at = time.unwrap_or(Time { year: now, next: None, compares: false });
        let stays = |year: i32| Time { year, next: None, ..at };
        let years = || self.past.happened.iter().map(|it| it.year).filter(|it| *it < now);
        self.session.time = match step {
            TimeStep::Toggle if time.is_some() => None,
            TimeStep::Toggle => Some(at),
            TimeStep::To(year) => Some(stays(year.clamp(*range.start(), now))),
            TimeStep::Before => {
                let before = years().filter(|it| *it < at.year).max();
                Some(stays(before.unwrap_or(*range.start())))
            }
            TimeStep::After => Some(stays(years().filter(|it| at.year < *it).min().unwrap_or(now))),
            TimeStep::Play if at.next.is_some() => Some(stays(at.year)),
            TimeStep::Play => {
                // At the end they begin anew.
                let year = if at.year == now { *range.start() } else { at.year };
                Some(Time { year, next: Some(f64::NEG_INFINITY), ..at })
            }
            TimeStep::Compare if at.compares => Some(Time { compares: false, ..at }),
            TimeStep::Compare => {
                // Since when is asked; five years ago is a good beginning.
                let since = if at.year == now { (now - 5).max(*range.start()) } else { at.year };
                Some(Time { compares: true, ..stays(since) })
            }
        };
    }

    /// The next year, when it is its turn.
    pub(in crate::ui) fn play_years(&mut self, ctx: &Context) {
        let Some(time) = self.session.time else { return };
        let (Some(next), Some(range)) = (time.next, self.past.range.clone()) else { return };
        let now = ctx.input(|input| input.time);
        if now < next {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(next - now));
            return;
        }
        // The first year is seen as long as any other.
        let year = if next.is_finite() { time.year + 1 } else { time.year };
        let has_event = self.past.happened.iter().any(|it| it.year == year);
        let stays = if has_event { EVENT_SECS } else { YEAR_SECS };
        let next = (year < *range.end()).then_some(now + stays);
        self.session.time = Some(Time { year: year.min(*range.end()), next, ..time });
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(stays));
    }

    /// Brings what is known of the years up to date with the shown map.
    pub(in crate::ui) fn update_past(&mut self) {
        let today = self.document.map().today_or(self.shell.today);
        self.past.update(&self.shown, today, self.session.time);
    }
}
