//! What goes home on paper: PDF files as they are written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rode_draad::export::{Paper, pdf, tiles};
use rode_draad::i18n::Lang;
use rode_draad::model::FamilyMap;
use rode_draad::picture::picture_of;
use rode_draad::scene::{self, Layer, Scene, Shape, View};
use rode_draad::shown::{self, Names};
use rode_draad::theme::{Theme, ThemeName};

#[test]
fn every_example_becomes_a_pdf_and_the_same_one_again() {
    for (path, map) in examples() {
        let scene = drawn(&map, Names::Shown);
        for paper in [None, Some(Paper::A4), Some(Paper::A0)] {
            let first = pdf(&scene, paper, map.lang).expect("a file");
            assert!(first.starts_with(b"%PDF-"), "{}", path.display());
            assert!(first.trim_ascii_end().ends_with(b"%%EOF"), "{}", path.display());
            let second = pdf(&scene, paper, map.lang).expect("a file");
            assert!(first == second, "{}: the same bytes", path.display());
            assert!(!holds(&first, "CreationDate"), "no clock");
        }
    }
}

#[test]
fn a_pdf_says_what_it_is_called_and_in_which_language() {
    let (_, map) = examples().into_iter().find(|(path, _)| path.ends_with(EXAMPLE)).expect("one");
    let scene = drawn(&map, Names::Shown);
    let file = pdf(&scene, Some(Paper::A4), Lang::Nl).expect("a file");
    // The title stands in the metadata, which is not compressed.
    assert!(holds(&file, "Drie keer jong moeder"), "the title");
    assert!(holds(&file, "<dc:language>") && holds(&file, "nl"), "the language");
    assert!(holds(&file, "pdfuaid"), "for everybody to read");
}

#[test]
fn without_names_no_word_of_the_family_is_on_paper() {
    for (path, map) in examples() {
        let title = map.title.clone();
        let called = map.people.values().filter(|it| it.holds_facts());
        let called: Vec<String> = called.map(|it| it.name.short().to_owned()).collect();
        let scene = drawn(&map, Names::Off);
        let said: Vec<&str> =
            labels(&scene).chain(scene.spoken.values().map(String::as_str)).collect();
        for name in called.iter().filter(|it| 2 < it.len()) {
            assert!(!said.iter().any(|it| it.contains(name.as_str())), "{name} in {path:?}");
        }
        let file = pdf(&scene, None, map.lang).expect("a file");
        assert!(title.is_empty() || !holds(&file, &title), "{path:?} tells its title");
    }
}

/// Glued together the sheets are the whole picture, names are read, and nobody is cut in two.
#[test]
fn a_picture_on_several_sheets_cuts_nobody_in_two() {
    let size = Theme::of(ThemeName::Light).size.name;
    let mut n_tiled = 0;
    for (path, map) in examples() {
        let scene = drawn(&map, Names::Shown);
        for (paper, points) in [(Paper::A4, 9.0), (Paper::A4, 14.0), (Paper::A3, 14.0)] {
            let Some(sheets) = tiles(&scene, paper, (size, points), Lang::Nl) else {
                assert!(points <= size * paper.points_a_unit(&scene), "{path:?} fits on one");
                continue;
            };
            n_tiled += 1;
            assert!(1 < sheets.len(), "{path:?}");
            let (short, long) = paper.sides();
            for (nth, sheet) in sheets.iter().enumerate() {
                let mm = |units: f64| units / 96.0 * 25.4;
                let (w, h) = (mm(sheet.bounds.width()), mm(sheet.bounds.height()));
                let is = |a: f64, b: f64| (w - a).abs() < 0.1 && (h - b).abs() < 0.1;
                assert!(is(short, long) || is(long, short), "{path:?}: {w} x {h}");
                let name = format!("Blad {} van {}", nth + 1, sheets.len());
                assert!(labels(sheet).any(|it| it.starts_with(&name)), "{path:?}: {name}");
            }
            // What printers leave white.
            let margin = 8.0 / 25.4 * 96.0 - 0.1;
            for subject in scene.items.iter().filter(|it| it.layer == Layer::People) {
                let Some(subject) = &subject.subject else { continue };
                let n_items =
                    scene.items_of(subject).filter(|it| it.layer == Layer::People).count();
                let is_whole = |sheet: &&Scene| {
                    let room = sheet.bounds.grown(-margin);
                    let here: Vec<_> =
                        sheet.items_of(subject).filter(|it| it.layer == Layer::People).collect();
                    let boxes = here.iter().filter_map(|it| it.shape.bounds());
                    let mut boxes = boxes.peekable();
                    here.len() == n_items
                        && boxes.peek().is_some()
                        && boxes.all(|it| room.contains(it.min) && room.contains(it.max))
                };
                assert!(sheets.iter().any(|it| is_whole(&it)), "{path:?}: {subject:?} is cut");
            }
        }
    }
    assert!(10 < n_tiled, "{n_tiled}");
}

#[test]
fn paper_has_its_size_and_says_when_names_are_too_small() {
    let folder = folder("sizes");
    let out = folder.join("x.pdf");
    let big = root().join("tests/fixtures/families/zestig-mensen.familie");
    let done = run(&["render", text(&big), "-o", text(&out), "--paper", "a4"]);
    assert!(done.status.success(), "{}", stderr(&done));
    assert!(stderr(&done).contains("--paper a"), "a larger one is proposed: {}", stderr(&done));
    let done = run(&["render", text(&big), "-o", text(&out), "--paper", "A0"]);
    assert!(done.status.success() && stderr(&done).is_empty(), "{}", stderr(&done));
    // A0, lying: 1189 × 841 mm.
    assert!(holds(&fs::read(&out).expect("a file"), "/MediaBox[0 0 3370"), "its size");
    let wrong = run(&["render", text(&big), "-o", text(&out), "--paper", "letter"]);
    assert_eq!(wrong.status.code(), Some(64));
}

#[test]
fn paper_counts_for_every_picture() {
    let folder = folder("pictures");
    let input = root().join("examples").join(EXAMPLE);
    let svg = folder.join("x.svg");
    let done = run(&["render", text(&input), "-o", text(&svg), "--paper", "a3"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let drawn = fs::read_to_string(&svg).expect("a file");
    // 297 × 420 mm at 96 units an inch: with those who help, the map is higher than wide.
    assert!(drawn.starts_with("<svg") && drawn.contains("viewBox=\"0 0 1122"), "{}", &drawn[..300]);
    let png = folder.join("x.png");
    let done = run(&["render", text(&input), "-o", text(&png), "--paper", "a4", "--dpi", "96"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let bytes = fs::read(&png).expect("a file");
    let width = bytes.get(16..20).and_then(|it| it.try_into().ok()).map(u32::from_be_bytes);
    assert!(width.is_some_and(|it| (793..=795).contains(&it)), "A4, upright: {width:?}");
    let sheet = folder.join("x.pdf");
    let view = ["--view", "plan", "--paper", "a3"];
    let done = run(&[&["render", text(&input), "-o", text(&sheet)], view.as_slice()].concat());
    assert!(done.status.success() && stderr(&done).contains("A4"), "{}", stderr(&done));
}

#[test]
fn letters_that_no_font_has_are_said() {
    let folder = folder("letters");
    let (path, out) = (folder.join("x.familie"), folder.join("x.pdf"));
    let map = "FamilyMap(version: 2, title: \"\", lang: Nl, people: [(id: \"a\", call: \"Bo\u{10fffd}\")], next_id: 2)";
    fs::write(&path, map).expect("a file");
    let done = run(&["render", text(&path), "-o", text(&out)]);
    assert!(done.status.success(), "{}", stderr(&done));
    assert!(stderr(&done).contains('\u{10fffd}'), "{}", stderr(&done));
    assert!(fs::read(&out).expect("a file").starts_with(b"%PDF"));
}

const EXAMPLE: &str = "drie-keer-jong-moeder.familie";

fn drawn(map: &FamilyMap, names: Names) -> Scene {
    let today = map.today.expect("a day");
    let calm = View::calm(Theme::of(ThemeName::Light), map.lang, today);
    let view = View { title: true, legend: true, ..calm };
    let map = shown::named(map, names, map.lang);
    let (cast, placed) = picture_of(&map, &view);
    scene::build(&map, &cast, &placed, &view)
}

fn labels(scene: &Scene) -> impl Iterator<Item = &str> {
    scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.text.as_str()),
        _ => None,
    })
}

fn holds(file: &[u8], word: &str) -> bool {
    file.windows(word.len()).any(|part| part == word.as_bytes())
}

fn examples() -> Vec<(PathBuf, FamilyMap)> {
    let files = fs::read_dir(root().join("examples")).expect("the examples");
    let mut paths: Vec<PathBuf> = files.map(|it| it.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "familie"));
    paths.sort();
    let open = |path: &PathBuf| {
        let map = rode_draad::file::open(&fs::read(path).expect("a file")).expect("a map");
        (path.clone(), map)
    };
    paths.iter().map(open).filter(|(_, map)| map.today.is_some()).collect()
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rode-draad"));
    command.args(arguments).env("LC_ALL", "nl_NL.UTF-8").output().expect("it runs")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper").join(name);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in letters")
}
