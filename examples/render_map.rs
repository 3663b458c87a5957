//! Draws a family map file as SVG and PNG, with the strands that the pattern engine puts first.
//!
//! `cargo run --example render_map -- examples/net-als-opa.familie out [STRANDS]`

use std::error::Error;
use std::{env, fs};

use rode_draad::catalogue::Catalogue;
use rode_draad::export::{self, Lettering, PngSize};
use rode_draad::kinship::Kinship;
use rode_draad::model::Date;
use rode_draad::pattern::{self, Settings};
use rode_draad::scene::{self, Across, Cast, Relations, View};
use rode_draad::shown::Opened;
use rode_draad::theme::{Theme, ThemeName};
use rode_draad::{file, layout};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [input, output, rest @ ..] = arguments.as_slice() else {
        return Err("give a file to draw and a name for the pictures".into());
    };
    let n_strands: usize = rest.first().map_or(Ok(1), |text| text.parse())?;
    let theme = rest.get(1).and_then(|id| ThemeName::from_id(id)).unwrap_or_default();
    let map = file::open(&fs::read(input)?).map_err(|error| format!("{error:?}"))?;

    let today = map.today_or(Date::year_only(2026).ok_or("no such year")?);
    let kin = Kinship::of(&map);
    let (catalogue, settings) = (Catalogue::builtin(), Settings::default());
    let cards = pattern::cards(&map, &kin, catalogue, &settings, today, &Opened::default());
    let ids: Vec<_> = cards.list().take(n_strands).map(|card| card.id.clone()).collect();
    let strands = scene::card_strands(&map, &cards, &ids, map.lang);

    let mut view = View::calm(Theme::of(theme), map.lang, today);
    view.strands = strands.into_iter().map(|(_, view)| view).collect();
    (view.title, view.legend) = (true, true);
    if rest.get(2).is_some() {
        view.relations = Relations::All;
    }
    let cast = Cast::of(&map, &view);
    let placed = layout::layout(&cast.family, &scene::layout_options_of(&map, view.theme));
    let picture = scene::build(&map, &cast, &placed, &view);

    fs::write(format!("{output}.svg"), export::svg(&picture, Lettering::Embedded))?;
    fs::write(format!("{output}.png"), export::png(&picture, PngSize::Scale(1.0))?)?;

    let overview = scene::overview(&map, &kin, &cards, &view, Across::Areas);
    fs::write(
        format!("{output}-overview.png"),
        export::png(&overview.scene, PngSize::Scale(1.0))?,
    )?;
    Ok(())
}
