//! Writes the example families to `examples/*.familie` and `examples/en/*.familie`: `cargo run --example make_examples`.
//!
//! It shows how a map is built in code, checked and saved. A test holds the files against it.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for the people who make the program: it says what it does, or stops"
)]

use std::path::Path;

use rode_draad::file::{Expected, RealDisk, save, to_bytes};

#[path = "data/families.rs"]
mod families;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for (name, map) in families::examples() {
        let bytes = to_bytes(&map).expect("a sound family map");
        let path = folder.join(&name);
        std::fs::create_dir_all(path.parent().unwrap_or(&folder)).expect("a folder");
        save(&RealDisk, &path, &bytes, Expected::Anything).expect("it is written");
        println!("{name}: {} people, {} bytes", map.people.len(), bytes.len());
    }
}
