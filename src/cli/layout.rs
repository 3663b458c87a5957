//! `rode-draad layout IN [OUT] [--repeat N]`: positions and lines of a family as JSON.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::{Failure, input, output};
use crate::clock;
use crate::file;
use crate::i18n::Message;
use crate::interchange::Contents;
use crate::layout::{Layout, Options, layout};
use crate::model::FamilyMap;
use crate::neutral::{self, Neutral, Timings};
use crate::scene::{self, Cast, View};
use crate::theme::{Theme, ThemeName};

/// What to lay out and where to write it.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A family map, a GEDCOM file, or a family in the neutral JSON format; `-` for what is piped in
    input: PathBuf,
    /// Where the layout goes; the terminal if absent
    output: Option<PathBuf>,
    /// Lay out this many times more and write how long each took
    #[arg(long, value_name = "N", visible_alias = "reps", default_value_t = 0)]
    repeat: usize,
    #[command(flatten)]
    reading: input::Reading,
}

/// Reads, lays out, writes.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { input, output, repeat, reading } = arguments;
    let path = output.as_deref().unwrap_or(Path::new("-"));
    if file::promises_another(path, "json") {
        return Err(Failure::failed(Message::new("layout-unknown").arg("path", path.display())));
    }
    let (neutral, options) = match input::contents(input, *reading)? {
        Contents::Neutral(neutral) => (*neutral, Options::default()),
        Contents::Mended(loaded) => {
            let map = loaded.map;
            (neutral_of(&map), scene::layout_options_of(&map, Theme::of(ThemeName::Light)))
        }
        Contents::Map(map) | Contents::Imported(map, ..) => {
            (neutral_of(&map), scene::layout_options_of(&map, Theme::of(ThemeName::Light)))
        }
    };
    let mut timings = Timings::default();
    let mut run = || timed(&mut timings, || layout(&neutral.family, &options));
    let first = run();
    let placed = (0..*repeat).fold(first, |_, _| run());
    if 0 < *repeat {
        // The first run warms the caches.
        timings.wall_ms.remove(0);
        if !timings.cpu_ms.is_empty() {
            timings.cpu_ms.remove(0);
        }
    }
    let json = neutral::write(&neutral, &placed, &timings);
    output::write(path, json.as_bytes())
}

/// A map as layout sees it on paper, with its ids.
pub(super) fn neutral_of(map: &FamilyMap) -> Neutral {
    let today = map.today_or(clock::today());
    let view = View::calm(Theme::of(ThemeName::Light), map.lang, today);
    let cast = Cast::of(map, &view);
    Neutral {
        person_ids: cast.people.iter().map(ToString::to_string).collect(),
        names: vec![String::new(); cast.people.len()],
        union_ids: cast.unions.iter().map(ToString::to_string).collect(),
        family: cast.family,
    }
}

fn timed(timings: &mut Timings, work: impl FnOnce() -> Layout) -> Layout {
    let (cpu, clock) = (cpu_ms(), Instant::now());
    let result = work();
    timings.wall_ms.push(clock.elapsed().as_secs_f64() * 1e3);
    if let (Some(before), Some(after)) = (cpu, cpu_ms()) {
        timings.cpu_ms.push(after - before);
    }
    result
}

/// Time that all threads together have been on a processor.
#[cfg(target_os = "linux")]
fn cpu_ms() -> Option<f64> {
    use std::time::Duration;

    use rustix::time::{ClockId, clock_gettime};
    // The account is brought up to date when a thread offers its place.
    std::thread::yield_now();
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = u64::try_from(time.tv_sec).ok()?;
    let nanoseconds = u32::try_from(time.tv_nsec).ok()?;
    Some(Duration::new(seconds, nanoseconds).as_secs_f64() * 1e3)
}

/// Not known elsewhere.
#[cfg(not(target_os = "linux"))]
const fn cpu_ms() -> Option<f64> {
    None
}
