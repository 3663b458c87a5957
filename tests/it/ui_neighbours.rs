//! Others who use the same file: what they did is seen, nobody's work is replaced unasked, and three
//! ways on are offered. And what is mended when a file is opened, and what is told of places.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rode_draad::file;
use rode_draad::model::{FamilyMap, Name, Person, PersonId};

use crate::ui_window::Window;

fn add(w: &mut Window, name: &str) {
    w.press("Home");
    w.press("K");
    w.type_text(name);
    w.press("Enter");
}

/// A saved map of two people.
fn saved(name: &str) -> (Window, PathBuf) {
    let mut w = Window::open(name);
    w.click_button("Nieuwe kaart");
    w.type_text("Kim 1985 v");
    w.press("Enter");
    add(&mut w, "Bram 2010 m");
    w.press("Ctrl+S");
    w.press("Enter");
    let path = w.folder().join("kaart-2026-11-21.familie");
    assert!(path.exists());
    (w, path)
}

fn map_in(path: &Path) -> FamilyMap {
    file::open(&fs::read(path).expect("a file")).expect("a map")
}

/// Somebody else gives everything in the file another title.
fn change(path: &Path, title: &str) {
    let map = FamilyMap { title: title.to_owned(), ..map_in(path) };
    fs::write(path, file::to_bytes(&map).expect("bytes")).expect("written");
}

/// Waits until `words` are in the window, five seconds at most; without a key or a click.
fn wait_for(w: &mut Window, words: &str) {
    let start = Instant::now();
    while !w.is_seen(words) {
        assert!(start.elapsed() < Duration::from_secs(5), "not seen in time: {words}");
        std::thread::sleep(Duration::from_millis(100));
        w.harness.run();
    }
}

/// Two professionals work on one case: what each added is there, what both changed is asked.
#[test]
fn two_changed_maps_become_one() {
    let (mut w, path) = saved("neighbour-merge");
    // She goes on with what was saved; so does somebody else.
    add(&mut w, "Coba 2012 v");
    w.press("Escape");
    w.press("Escape");
    w.write_in("Titel van de kaart", "Familie Bos");
    let mut theirs = map_in(&path);
    theirs.title = "Familie Duin".to_owned();
    theirs.wish = "Rust in huis".to_owned();
    let new = PersonId::new("p4").expect("an id");
    let nova = Person { name: Name::called("Nova"), ..Person::default() };
    theirs.people.insert(new, Arc::new(nova));
    fs::write(&path, file::to_bytes(&theirs).expect("bytes")).expect("written");
    wait_for(&mut w, "Iemand anders heeft het bestand veranderd");
    w.click_button("Voeg samen…");
    assert!(w.is_seen("1 mens erbij: Nova."), "what comes in is said before it comes");
    assert!(w.is_seen("Titel"), "and what both changed is asked");
    w.click_button("de andere: Familie Duin");
    w.click_button("Voeg samen");
    let map = w.map().clone();
    let mut names: Vec<&str> = map.people.values().map(|it| it.name.short()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Bram", "Coba", "Kim", "Nova"]);
    assert_eq!((map.title.as_str(), map.wish.as_str()), ("Familie Duin", "Rust in huis"));
    w.press("Ctrl+S");
    assert!(!w.is_seen("Iemand anders heeft"), "theirs is in it: nobody is asked again");
    assert_eq!(map_in(&path).people, map.people);
    w.press("Ctrl+Z");
    assert_eq!(w.map().title, "Familie Bos", "one step back");
    assert_eq!(w.map().people.len(), 3);
}

#[test]
fn a_file_that_somebody_else_changed_is_seen_and_nothing_of_anybody_is_lost() {
    let (mut w, path) = saved("neighbour-changed");
    let folder = w.folder().to_owned();
    add(&mut w, "Coba 2012 v");
    change(&path, "van iemand anders");
    wait_for(&mut w, "Iemand anders heeft het bestand veranderd");
    w.click_button("Later");
    std::thread::sleep(Duration::from_millis(2_500));
    w.harness.run();
    assert!(!w.is_seen("Iemand anders heeft"), "asked once");
    w.press("Ctrl+S");
    assert!(w.is_seen("Iemand anders heeft"), "and when it matters");
    assert_eq!(map_in(&path).title, "van iemand anders");
    w.click_button("Bekijk allebei");
    assert!(w.is_seen("1 mens erbij: Coba."), "what is other on mine");
    w.click_button("Bewaar mijn kaart als kopie");
    w.press("Ctrl+A");
    w.type_text(&folder.join("mijn.familie").display().to_string());
    w.press("Enter");
    assert_eq!(map_in(&folder.join("mijn.familie")).people.len(), 3);
    assert_eq!(map_in(&path).title, "van iemand anders", "theirs is as it was");
    // Theirs is taken: mine stays a week.
    let (mut w, path) = saved("neighbour-theirs");
    add(&mut w, "Coba 2012 v");
    change(&path, "van iemand anders");
    wait_for(&mut w, "Iemand anders heeft het bestand veranderd");
    w.click_button("Open de andere");
    assert_eq!(w.map().title, "van iemand anders");
    assert_eq!(w.people().len(), 2);
    w.click_button("Beginscherm");
    assert!(w.has_button("Weggegooid: 1 kopie"), "{:?}", w.buttons());
}

#[test]
fn a_file_that_is_gone_is_put_back_and_one_that_may_only_be_read_is_asked_about() {
    let (mut w, path) = saved("neighbour-gone");
    fs::rename(&path, path.with_extension("weg")).expect("moved");
    wait_for(&mut w, "Het bestand is weg");
    w.click_button("Zet het bestand terug");
    assert_eq!(map_in(&path).people.len(), 2);
    let mut rights = fs::metadata(&path).expect("a file").permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).expect("closed");
    add(&mut w, "Coba 2012 v");
    w.press("Ctrl+S");
    assert!(w.is_seen("mag alleen worden gelezen"));
    assert_eq!(map_in(&path).people.len(), 2, "not replaced unasked");
    w.click_button("Bewaar toch");
    assert_eq!(map_in(&path).people.len(), 3);
    assert!(fs::metadata(&path).expect("a file").permissions().readonly(), "its mode stays");
}

#[test]
fn a_second_window_and_other_versions_beside_it_are_told() {
    let (w, path) = saved("neighbour-window");
    let folder = w.folder().to_owned();
    fs::copy(&path, folder.join("kaart-2026-11-21 (conflicted copy 2026-11-20).familie"))
        .expect("copied");
    change(&folder.join("kaart-2026-11-21 (conflicted copy 2026-11-20).familie"), "tweede");
    let mut two = Window::open_in(&folder);
    two.click_button("kaart-2026-11-21.familie");
    assert!(two.is_seen("Er ligt nog een versie naast"));
    two.click_button("Bekijk allebei");
    assert!(two.is_seen("De andere versie"));
    two.click_button("Later");
    assert!(two.is_seen("ook in een ander venster open"));
    drop(w);
}

#[test]
fn what_contradicts_itself_opens_and_is_walked_through() {
    let mut w = Window::open("repairs");
    let path = w.folder().join("kaart.familie");
    let text = "FamilyMap(version: 2, title: \"x\", lang: Nl, people: [(id: \"a\", call: \"Ada\"), \
        (id: \"a\", call: \"Bob\")], unions: [(id: \"u\", partners: [\"a\", \"weg\"], \
        children: [(id: \"a-2\"), (id: \"a-2\")])])";
    fs::write(&path, text).expect("written");
    w.press("Ctrl+O");
    w.click_button("kaart.familie");
    w.press("Enter");
    if w.people().is_empty() {
        w.click_button("Open");
    }
    assert_eq!(w.people().len(), 3, "{:?}", w.people());
    assert!(w.is_seen("De kaart is hersteld. Uw bestand is nog zoals het was."));
    assert!(w.is_seen("1 van 3") && w.is_seen("nog niet bewaard"));
    w.click_button("Volgende");
    assert!(w.is_seen("2 van 3"));
    w.click_button("Volgende");
    w.click_button("Kijk waar");
    assert!(w.selected().is_some());
    assert_eq!(fs::read_to_string(&path).expect("a file"), text, "the file is as it was");
    w.press("Ctrl+S");
    assert!(!w.is_seen("De kaart is hersteld."));
    assert_eq!(map_in(&path).people.len(), 3);
}

#[test]
fn a_map_without_a_copy_for_two_weeks_is_told_and_one_left_in_the_open_is_offered_to_go() {
    let (w, path) = saved("elsewhere");
    let folder = w.folder().to_owned();
    w.fall_over();
    let settings = folder.join("config/settings");
    let text = fs::read_to_string(&settings).expect("settings");
    assert!(text.contains("copied 2026-11-21"), "{text}");
    fs::write(&settings, text.replace("copied 2026-11-21", "copied 2026-11-01")).expect("older");
    let mut w = Window::open_in(&folder);
    w.click_button("kaart-2026-11-21.familie");
    assert!(w.is_seen("al 20 dagen geen kopie"));
    w.click_button("Zet een kopie ergens anders");
    w.press("Ctrl+A");
    fs::create_dir(folder.join("stick")).expect("a folder");
    w.type_text(&folder.join("stick/kopie.familie").display().to_string());
    w.press("Enter");
    assert_eq!(fs::read(folder.join("stick/kopie.familie")).ok(), fs::read(&path).ok());
    w.click_button("Beginscherm");
    w.click_button("kaart-2026-11-21.familie");
    assert!(!w.is_seen("dagen geen kopie"), "there is one now");
}

/// The program may be started in another folder the next time.
#[test]
fn a_file_named_from_where_one_stands_is_found_from_everywhere() {
    let mut w = Window::open("relative");
    let here = std::env::current_dir().expect("a folder");
    let (name, whole) = ("examples/bronte.familie", here.join("examples/bronte.familie"));
    assert!(whole.exists(), "tests stand in the folder of the program");
    w.harness.state_mut().open_path(Path::new(name));
    w.harness.run();
    assert!(!w.people().is_empty());
    let settings = fs::read_to_string(w.folder().join("config/settings")).expect("settings");
    assert!(settings.contains(&whole.display().to_string()), "{settings}");
}
