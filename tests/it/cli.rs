//! The program as it is run: files in, files out, sentences, exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

#[test]
fn every_example_becomes_a_picture_and_the_same_one_again() {
    let folder = folder("render");
    for example in examples() {
        let (first, second) = (folder.join("a.svg"), folder.join("b.svg"));
        for path in [&first, &second] {
            let done = run(&["render", text(&example), "-o", text(path)]);
            assert!(done.status.success(), "{}: {}", example.display(), stderr(&done));
        }
        let svg = fs::read_to_string(&first).unwrap();
        assert!(svg.starts_with("<?xml") || svg.starts_with("<svg"), "{}", example.display());
        assert!(svg.trim_end().ends_with("</svg>"), "{}", example.display());
        assert_eq!(svg, fs::read_to_string(&second).unwrap(), "{}", example.display());
    }
}

#[test]
fn a_picture_names_everybody() {
    let folder = folder("everybody");
    let path = folder.join("map.svg");
    let example = root().join("examples/wie-praat-met-wie.familie");
    let done = run(&["render", text(&example), "-o", text(&path)]);
    assert!(done.status.success(), "{}", stderr(&done));
    let svg = fs::read_to_string(&path).unwrap();
    for name in ["Harm", "Tine", "Wilma", "Petra", "Michel", "Bianca", "Dean", "Amin", "Cor"] {
        assert!(svg.contains(&format!(">{name}<")), "{name} is not in the picture");
    }
}

#[test]
fn a_picture_without_names_has_no_word_of_the_family() {
    let out = folder("no-names").join("map.svg");
    for example in examples() {
        let family = fs::read(&example).expect("an example");
        let map = rode_draad::file::open(&family).expect("a map");
        for names in ["kin", "invented", "off"] {
            for view in ["map", "overview", "cards", "lifelines"] {
                let made = run(&[
                    "render",
                    text(&example),
                    "-o",
                    text(&out),
                    "--names",
                    names,
                    "--view",
                    view,
                ]);
                assert!(made.status.success(), "{}", stderr(&made));
                let picture = fs::read_to_string(&out).expect("a picture");
                // Letters of fonts can spell anything.
                let parts = picture.split("base64,").enumerate();
                let parts = parts.filter_map(|(at, it)| match at {
                    0 => Some(it),
                    _ => it.split_once(')').map(|(_, rest)| rest),
                });
                let picture: String = parts.collect();
                let words = [&map.title, &map.wish, &map.dream].into_iter().cloned();
                let words = words.chain(
                    map.people
                        .values()
                        .filter(|it| it.holds_facts())
                        .map(|it| it.name.short().to_owned()),
                );
                for word in words.filter(|it| 2 < it.len()) {
                    let at = format!("{}, {names}, {view}", example.display());
                    assert!(!picture.contains(&word), "{word:?} in {at}");
                }
            }
        }
    }
}

#[test]
fn lines_between_people_are_on_paper_when_asked_for() {
    let out = folder("paper-lines").join("map.svg");
    let example = root().join("examples/wie-praat-met-wie.familie");
    let drawn = |relations: &str| {
        let made = run(&["render", text(&example), "-o", text(&out), "--relations", relations]);
        assert!(made.status.success(), "{}", stderr(&made));
        fs::read_to_string(&out).expect("a picture").matches("id=\"relation-").count()
    };
    let [none, focus, all] = ["none", "focus", "all"].map(drawn);
    assert!(none == 0 && 0 < focus && focus < all, "{none}, {focus}, {all}");
}

#[test]
fn data_of_patterns_holds_nothing_hidden() {
    let path = folder("hidden-data").join("family.familie");
    fs::write(&path, crate::ui_hidden::family(str::to_owned)).expect("a file");
    for format in ["text", "json"] {
        let told = run(&["patterns", text(&path), "--format", format, "--all"]);
        assert!(told.status.success(), "{}", stderr(&told));
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        for word in crate::ui_hidden::HIDDEN.iter().chain(&["gevoel-einde", "geweld", "e2", "e3"]) {
            assert!(!told.contains(word), "{word} in {format}: {told}");
        }
    }
}

#[test]
fn the_overview_is_a_picture_too() {
    let folder = folder("overview");
    let path = folder.join("overview.svg");
    let example = root().join("examples/drie-keer-jong-moeder.familie");
    let arguments = ["render", text(&example), "-o", text(&path), "--view", "overview"];
    let done = run(&[&arguments[..], &["--lang", "en"]].concat());
    assert!(done.status.success(), "{}", stderr(&done));
    let svg = fs::read_to_string(&path).unwrap();
    for word in ["Money", "Great-grandparents", "Ria"] {
        assert!(svg.contains(word), "{word} is not in the overview");
    }
    let wrong = run(&["render", text(&example), "-o", text(&path), "--view", "story"]);
    assert_eq!(wrong.status.code(), Some(64));
}

#[test]
fn all_strands_are_the_first_three_of_the_list() {
    let example = root().join("examples/net-als-opa.familie");
    // How often each is named: by the badges, and by the strand.
    let names = |threads: &str| -> Vec<usize> {
        let output = run(&["render", text(&example), "--threads", threads, "-o", "-"]);
        let svg = String::from_utf8(output.stdout).expect("text");
        let words = ["Gestopt met school", "Goed met de handen", "Eerst nadenken is lastig"];
        words.iter().map(|words| svg.matches(words).count()).collect()
    };
    let badges = names("none");
    let has_strand = |threads: &str| -> Vec<bool> {
        names(threads).iter().zip(&badges).map(|(all, badges)| badges < all).collect()
    };
    assert_eq!(has_strand("top"), [true, false, false], "the first that was entered");
    assert_eq!(has_strand("all"), [true; 3]);
}

#[test]
fn png_has_the_size_that_was_asked_for() {
    let folder = folder("png");
    let path = folder.join("map.png");
    let example = root().join("examples/net-als-opa.familie");
    let arguments = ["render", text(&example), "-o", text(&path), "--size", "600x600"];
    let done = run(&arguments);
    assert!(done.status.success(), "{}", stderr(&done));
    let png = fs::read(&path).unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    let (width, height) = (side(16), side(20));
    assert_eq!(width.max(height), 600, "{width}x{height}");
}

#[test]
fn layout_places_everybody_once() {
    let example = root().join("examples/wie-praat-met-wie.familie");
    let done = run(&["layout", text(&example)]);
    assert!(done.status.success(), "{}", stderr(&done));
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let people = json["persons"].as_object().unwrap();
    assert_eq!(people.len(), 26);
    assert!(people["C13"]["x"].is_number(), "{:?}", people["C13"]);
    assert_eq!(json["extra"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_map_survives_being_converted_to_itself() {
    let folder = folder("convert");
    for example in examples() {
        let copy = folder.join("copy.familie");
        let done = run(&["convert", text(&example), text(&copy)]);
        assert!(done.status.success(), "{}", stderr(&done));
        assert_eq!(fs::read(&example).unwrap(), fs::read(&copy).unwrap(), "{}", example.display());
    }
}

#[test]
fn exit_codes_tell_wrong_usage_from_unreadable_files() {
    let folder = folder("codes");
    let half = folder.join("half.familie");
    let whole = fs::read(root().join("examples/net-als-opa.familie")).unwrap();
    fs::write(&half, &whole[..whole.len() / 2]).unwrap();
    let picture = folder.join("half.svg");

    let unreadable = run(&["render", text(&half), "-o", text(&picture)]);
    assert_eq!(unreadable.status.code(), Some(2), "{}", stderr(&unreadable));
    assert!(!picture.exists(), "nothing is written of a file that is not whole");
    assert!(!stderr(&unreadable).contains("panicked"), "{}", stderr(&unreadable));

    let missing = run(&["check", text(&folder.join("nobody.familie"))]);
    assert_eq!(missing.status.code(), Some(2));
    let wrong = run(&["render"]);
    assert_eq!(wrong.status.code(), Some(64));
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("rode-draad render"));
}

#[test]
fn check_finds_contradictions_and_says_who() {
    let folder = folder("check");
    let path = folder.join("odd.familie");
    let odd = r#"FamilyMap(version: 1, title: "x", lang: Nl, people: [
        (id: "p1", call: "Anna", born: "1980", died: "1970"),
    ])"#;
    fs::write(&path, odd).unwrap();
    let done = run(&["check", text(&path)]);
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(said.contains("Anna"), "{said}");

    let clean = run(&["check", text(&root().join("examples/net-als-opa.familie"))]);
    assert_eq!(clean.status.code(), Some(0), "{}", String::from_utf8_lossy(&clean.stdout));
}

#[test]
fn check_says_what_was_not_understood() {
    let path = folder("check-unread").join("unread.familie");
    let unread = r#"FamilyMap(version: 2, title: "x", lang: Nl, people: [
        (id: "p1", call: "Anna", born: "1980", entries: [(id: "e1", kind: "geld-schulden")]),
        (id: "p2", call: "Bea", born: "2000"),
    ], unions: [(id: "u1", partners: ["p1"], children: [(id: "p2")])],
    unread: [(of: Entry("e1", Since), text: "vast werk 22")])"#;
    fs::write(&path, unread).unwrap();
    let done = run(&["check", text(&path)]);
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(said.contains("Anna (p1)") && said.contains("vast werk 22"), "{said}");
    assert!(!said.contains("Niets bijzonders"), "{said}");
}

#[test]
fn without_a_display_the_window_says_what_to_do_instead() {
    let done = Command::new(env!("CARGO_BIN_EXE_rode-draad"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1));
    let said = stderr(&done);
    assert!(said.contains("render"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "{said}");
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rode-draad"))
        .args(arguments)
        .env("LC_ALL", "nl_NL.UTF-8")
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn examples() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "familie"))
        .collect();
    paths.sort();
    assert!(4 <= paths.len(), "{paths:?}");
    paths
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{name}"));
    fs::create_dir_all(&path).unwrap();
    for entry in fs::read_dir(&path).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    path
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_file_is_sealed_and_unsealed_with_a_passphrase_from_a_file() {
    let folder = std::env::temp_dir().join(format!("rode-draad-seal-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let [plain, sealed, back, pass, other] =
        ["plain.familie", "sealed.familie", "back.familie", "pass", "other"]
            .map(|name| folder.join(name));
    fs::copy(root().join("examples/net-als-opa.familie"), &plain).unwrap();
    fs::write(&pass, "fiets lamp oceaan trui\r\nnot this line\n").unwrap();
    fs::write(&other, "iets anders\n").unwrap();
    let call = |command, input, output, pass| {
        let arguments = [command, text(input), "-o", text(output), "--passphrase-file", text(pass)];
        run(&arguments)
    };
    assert!(call("seal", &plain, &sealed, &pass).status.success());
    let bytes = fs::read(&sealed).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> scrypt "));
    assert!(String::from_utf8_lossy(&bytes[..200]).contains(" 17\n"), "fixed work");
    let wrong = call("unseal", &sealed, &back, &other);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(!back.exists(), "nothing is written");
    assert!(call("unseal", &sealed, &back, &pass).status.success());
    assert_eq!(fs::read(&back).unwrap(), fs::read(&plain).unwrap());
    let told = run(&["check", text(&sealed)]);
    assert_eq!(told.status.code(), Some(2), "it says that it is sealed");
    let said = [told.stdout, told.stderr].concat();
    assert!(String::from_utf8_lossy(&said).contains("unseal"));
    assert_eq!(call("unseal", &plain, &back, &pass).status.code(), Some(2));
    assert_eq!(call("seal", &sealed, &back, &pass).status.code(), Some(2), "not twice");
    fs::remove_dir_all(&folder).ok();
}

/// A file that is unsealed where it lies: what the window keeps of it is unsealed with it, and no key
/// stays in the file.
#[cfg(all(feature = "desktop", target_os = "linux"))]
#[test]
fn the_versions_of_a_file_that_is_unsealed_where_it_lies_are_unsealed_too() {
    use rode_draad::file::{Fingerprint, Passphrase, Seal};

    let folder = std::env::temp_dir().join(format!("rode-draad-unseal-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let folder = folder.canonicalize().unwrap();
    let [file, pass] = ["kaart.familie", "pass"].map(|name| folder.join(name));
    fs::write(&pass, "fiets lamp oceaan trui\n").unwrap();
    let seal = Seal::new(Passphrase::new("fiets lamp oceaan trui".to_owned()).unwrap());
    let plain = fs::read(root().join("examples/net-als-opa.familie")).unwrap();
    fs::write(&file, seal.seal(&plain).unwrap()).unwrap();
    let key = Fingerprint::of(file.as_os_str().as_encoded_bytes()).key();
    let versions = folder.join("rode-draad/versions").join(key);
    fs::create_dir_all(&versions).unwrap();
    let version = versions.join("01700000000000000000-0.familie");
    fs::write(&version, seal.keep(b"of before").unwrap()).unwrap();
    let unsealed = Command::new(env!("CARGO_BIN_EXE_rode-draad"))
        .args(["unseal", text(&file), "-o", text(&file), "--passphrase-file", text(&pass)])
        .env("XDG_STATE_HOME", &folder)
        .output()
        .unwrap();
    assert!(unsealed.status.success(), "{unsealed:?}");
    assert_eq!(fs::read(&version).unwrap(), b"of before", "the version is plain");
    assert!(fs::read(&file).unwrap() == plain, "and no key stands in the file");
    fs::remove_dir_all(&folder).ok();
}

#[test]
fn ties_of_helpers_are_chosen_by_their_ids_too() {
    let out = folder("paper-ties").join("map.svg");
    let family = root().join("tests/fixtures/families/een-plan-vier-helpers.familie");
    let run = |supports: &str| {
        run(&["render", text(&family), "-o", text(&out), "--supports", supports, "--no-legend"])
    };
    let ties = |supports: &str| {
        let made = run(supports);
        assert!(made.status.success(), "{}", stderr(&made));
        fs::read_to_string(&out).expect("a picture").len()
    };
    let (none, one, two) = (ties("none"), ties("o1"), ties("o1, o4"));
    let all = ties("all");
    assert!(none < one && one < two && two < all, "{none} {one} {two} {all}");
    let made = run("o1,nobody");
    assert_eq!(made.status.code(), Some(1), "{}", stderr(&made));
    assert!(stderr(&made).contains("nobody"), "{}", stderr(&made));
}

#[test]
fn a_story_becomes_a_folder_with_a_picture_for_every_step() {
    let folder = folder("story");
    let example = fs::read(root().join("examples/drie-keer-jong-moeder.familie")).expect("a file");
    let mut map = rode_draad::file::open(&example).expect("a map");
    let scene = |text: &str, guess: Option<&str>| rode_draad::model::StoryScene {
        text: text.to_owned(),
        guess: guess.map(|text| rode_draad::model::Reveal {
            text: text.to_owned(),
            ..rode_draad::model::Reveal::default()
        }),
        ..rode_draad::model::StoryScene::default()
    };
    let told = folder.join("told.familie");
    let write = |map: &rode_draad::model::FamilyMap| {
        fs::write(&told, rode_draad::file::to_bytes(map).expect("a file")).expect("written");
    };
    map.story.clear();
    write(&map);
    let pictures = folder.with_extension("pictures");
    fs::remove_dir_all(&pictures).ok();
    let none = run(&["render", text(&told), "--story", text(&pictures)]);
    assert_eq!(none.status.code(), Some(1), "{}", stderr(&none));
    assert!(!pictures.exists(), "nothing is made of no story");
    map.story = vec![scene("Dit is Kim.", None), scene("Wat komt terug?", Some("Schulden."))];
    write(&map);
    let done = run(&["render", text(&told), "--story", text(&pictures), "--size", "960x540"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let mut names: Vec<String> = fs::read_dir(&pictures)
        .expect("a folder")
        .map(|it| it.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["01.png", "02-1.png", "02-2.png"]);
    let first = fs::read(pictures.join("01.png")).expect("a picture");
    // The size stands in the head of a PNG.
    assert_eq!(first.get(16..24), Some(&[0, 0, 3, 192, 0, 0, 2, 28][..]), "960 by 540");
    // The same steps as the pages of one file, which a reader shows in any room.
    let file = folder.with_extension("story.pdf");
    let pages = run(&["render", text(&told), "--story", text(&file), "--size", "960x540"]);
    assert!(pages.status.success(), "{}", stderr(&pages));
    let bytes = fs::read(&file).expect("a file");
    let written = String::from_utf8_lossy(&bytes);
    assert_eq!(written.matches("/MediaBox").count(), names.len(), "a page a step");
    // Names that are off are off in the sentence too, and that is said.
    let off = run(&["render", text(&told), "--story", text(&pictures), "--names", "off"]);
    assert!(stderr(&off).contains("1"), "{}", stderr(&off));
    let both = run(&["render", text(&told), "--story", text(&pictures), "-o", "x.png"]);
    assert_eq!(both.status.code(), Some(64), "one or the other");
}

/// Whoever asks for a story without what is sensitive gets none of it, of an invented family either.
#[test]
fn a_private_story_leaves_out_what_is_sensitive() {
    let folder = folder("private-story");
    let example = fs::read(root().join("examples/wie-praat-met-wie.familie")).expect("a file");
    let mut map = rode_draad::file::open(&example).expect("a map");
    assert!(map.fictional);
    // Too much alcohol, when it is told: sensitive as the catalogue says.
    map.story = vec![map.story[4].clone()];
    let told = folder.join("told.familie");
    fs::write(&told, rode_draad::file::to_bytes(&map).expect("a file")).expect("written");
    let picture = |more: &[&str]| {
        let out = folder.with_extension(format!("pictures{}", more.len()));
        let size = ["--size", "480x270"];
        let to = ["render", text(&told), "--story", text(&out)];
        let done = run(&[&to[..], &size, more].concat());
        assert!(done.status.success(), "{}", stderr(&done));
        fs::read(out.join("01-2.png")).expect("a picture")
    };
    assert_ne!(picture(&[]), picture(&["--private"]));
}

/// A copy for training: nobody's name is in it, and it is said what may give the family away.
#[test]
fn a_copy_for_training_holds_no_name_and_says_what_is_left() {
    let folder = std::env::temp_dir().join(format!("rode-draad-pseudonym-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let out = folder.join("training.familie");
    let example = "examples/drie-keer-jong-moeder.familie";
    let done =
        run(&["pseudonymise", example, "--shift", "400", "-o", out.to_str().expect("a path")]);
    assert!(done.status.success(), "{done:?}");
    let text = fs::read_to_string(&out).expect("the copy");
    let twice = run(&["pseudonymise", out.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert!(!twice.status.success(), "a map is never replaced by its copy");
    assert_eq!(fs::read_to_string(&out).unwrap(), text);
    for word in ["Gerda", "Brink", "Noa", "1955", "Drie keer", "\"A1\""] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert!(text.contains("2355"), "years moved: {text}");
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(said.contains("17"), "{said}");
    fs::remove_dir_all(&folder).ok();
}
