//! Finds what comes back in a family and says it: `cargo run --example find_patterns [FILE]`.

use std::error::Error;

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::kinship::Kinship;
use rode_draad::model::Date;
use rode_draad::pattern::{self, Settings};
use rode_draad::shown::Opened;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1);
    let path = path.unwrap_or_else(|| "examples/drie-keer-jong-moeder.familie".to_owned());
    let map = file::open(&std::fs::read(path)?)?;

    let kin = Kinship::of(&map);
    let today = map.today.or(Date::year_only(2026)).ok_or("no date")?;
    let catalogue = Catalogue::builtin();
    let cards =
        pattern::cards(&map, &kin, catalogue, &Settings::default(), today, &Opened::default());

    for card in cards.list() {
        let told = pattern::told(&map, &kin, catalogue, &cards, card, Lang::En);
        #[expect(clippy::print_stdout, reason = "an example shows what it found")]
        {
            println!("{}: {}", told.title, told.closed.join(" "));
        }
    }
    Ok(())
}
