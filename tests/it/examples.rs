//! The example families are what the program that makes them would write, and are sound.

use std::path::Path;

use rode_draad::file::{open, to_bytes};
use rode_draad::model::oddities;

#[expect(clippy::panic, reason = "a table with a mistake must stop the test")]
#[path = "../../examples/data/families.rs"]
mod families;

#[test]
fn the_examples_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let examples = families::examples();
    assert!(4 <= examples.len(), "all four cases and the families of history");
    for (name, map) in examples {
        let found = std::fs::read(folder.join(&name)).unwrap_or_default();
        let up_to_date = found == to_bytes(&map).unwrap();
        assert!(up_to_date, "{name} differs: cargo run --example make_examples");
        assert_eq!(open(&found).unwrap(), map, "{name}");
        assert_eq!(oddities(&map), [], "{name}");
    }
}
