//! Sequences of typing, saving, undoing, opening, throwing away and dying: no map is ever lost.

mod faults;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::*;
use crate::document::{Command, Document, MapEdit};
use crate::file::{self, Disk as _, Expected, Fingerprint, RealDisk};
use crate::model::FamilyMap;
use crate::ui::shell::desktop::ThisComputer;
use crate::ui::shell::frail::Frail;

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("rode-draad-{name}-{}", std::process::id()));
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn state(&self) -> PathBuf {
        self.0.join("state")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn today() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

fn recovery(folder: &Folder) -> Recovery {
    Recovery::in_folder(Some(folder.state()), Arc::new(ThisComputer))
}

fn work(title: &str) -> Work {
    let map = FamilyMap { title: title.to_owned(), ..FamilyMap::default() };
    Work { map, origin: None, seal: None }
}

fn titles(found: &[Leftover]) -> Vec<String> {
    let title = |it: &Leftover| match &it.found {
        Found::Map { title, .. } => title.clone(),
        Found::Sealed => "sealed".to_owned(),
        Found::Broken(_) => "broken".to_owned(),
    };
    found.iter().map(title).collect()
}

/// As `kill -9`: nothing is written any more, and the lock goes.
fn kill(recovery: Recovery) {
    recovery.writer.drop_waiting();
    drop(recovery);
}

#[test]
fn steady_typing_is_on_disk_within_two_seconds_without_a_frame_more() {
    let folder = Folder::new("typing");
    let mut window = recovery(&folder);
    let start = Instant::now();
    let mut typed = Vec::new();
    let mut worst = Duration::ZERO;
    for n in 1_u64.. {
        if Duration::from_millis(3_500) < start.elapsed() {
            break;
        }
        window.watch((n, None), || work(&n.to_string()));
        typed.push(Instant::now());
        std::thread::sleep(Duration::from_millis(30));
        let on_disk = read(&ThisComputer, &folder.state().join("recovery-1.familie"));
        let kept: usize = on_disk.map_or(0, |(map, _)| map.title.parse().expect("a number"));
        // The first letter that is not on disk was typed so long ago.
        worst = worst.max(typed.get(kept).map_or(Duration::ZERO, Instant::elapsed));
    }
    assert!(worst < Duration::from_secs(2), "{worst:?} behind");
    assert!(Duration::from_millis(500) < worst, "not at every letter: {worst:?}");
    // The window is covered: no frame, and still the last letter arrives.
    std::thread::sleep(Duration::from_millis(1_900));
    let (map, _) = read(&ThisComputer, &folder.state().join("recovery-1.familie")).expect("a copy");
    assert_eq!(map.title, typed.len().to_string());
}

#[test]
fn a_window_that_lives_keeps_its_copy_and_one_that_is_gone_leaves_it() {
    let folder = Folder::new("two-windows");
    let (mut one, mut two) = (recovery(&folder), recovery(&folder));
    one.watch((1, None), || work("one"));
    two.watch((2, None), || work("two"));
    one.flush();
    two.flush();
    assert_eq!(one.leftovers(&[]), []);
    assert_eq!(two.leftovers(&[]), []);
    let of_one = one.place.as_ref().expect("a place").path().to_owned();
    assert!(matches!(two.take(&of_one), Taken::Living), "it is not taken away");
    assert!(!two.discard(&of_one, today()), "nor thrown away");
    kill(one);
    assert_eq!(titles(&two.leftovers(&[])), ["one"]);
    // Two windows see it, one gets it.
    let mut three = recovery(&folder);
    assert_eq!(titles(&three.leftovers(&[])), ["one"]);
    let Taken::Ours(place) = three.take(&of_one) else { panic!("it can be had") };
    three.adopt(place, (7, None));
    assert!(matches!(two.take(&of_one), Taken::Living), "the other one comes too late");
    assert_eq!(two.leftovers(&[]), []);
    three.watch((7, None), || unreachable!("what was opened is there"));
    kill(three);
    assert_eq!(titles(&two.leftovers(&[])), ["one"], "opening it alone loses nothing");
}

#[test]
fn several_are_listed_the_newest_first_and_what_is_broken_is_told_and_kept() {
    let folder = Folder::new("several");
    for title in ["first", "", "third"] {
        let mut window = recovery(&folder);
        window.watch((1, None), || work(title));
        window.flush();
        kill(window);
        std::thread::sleep(Duration::from_millis(15));
    }
    let state = folder.state();
    fs::write(state.join("recovery-9.familie"), "FamilyMap(version: 1, tit").expect("a file");
    fs::create_dir(state.join("recovery-10.familie")).expect("a folder");
    fs::write(state.join("notes.txt"), "not ours").expect("a file");
    fs::write(state.join(".rode-draad-0.tmp"), "half").expect("a file");
    let window = recovery(&folder);
    let found = window.leftovers(&[]);
    assert_eq!(titles(&found)[2..], ["third", "", "first"]);
    assert_eq!(titles(&found)[..2], ["broken", "broken"]);
    assert!(found.iter().all(|it| it.written.is_some()), "{found:?}");
    for broken in &found[..2] {
        assert!(matches!(&broken.found, Found::Broken(why) if !why.is_empty()), "{broken:?}");
        assert!(broken.path.exists(), "it stays");
    }
    assert!(window.discard(&found[0].path, today()), "even what is broken is only moved");
    assert_eq!(window.leftovers(&[]).len(), 4);
    assert!(!state.join("recovery-3.lock").exists() || state.join("recovery-3.familie").exists());
}

#[test]
fn what_is_thrown_away_stays_a_week_and_comes_back() {
    let folder = Folder::new("thrown");
    let mut window = recovery(&folder);
    window.watch((1, None), || work("older state"));
    window.throw_away(&work("the last letter"), today());
    assert_eq!(window.leftovers(&[]), []);
    assert!(!window.has_copy());
    let day = |text: &str| Date::parse(text).expect("a date");
    for (date, is_there) in [
        ("2026-11-21", true),
        ("2026-11-28", true),
        ("2026-11-01", true),
        ("2027", true),
        ("2026-11-29", false),
    ] {
        let found = window.thrown_away(day(date));
        assert_eq!(!found.is_empty(), is_there, "{date}");
        if is_there {
            assert_eq!(titles(&found), ["the last letter"]);
            assert!(window.put_back(&found[0].path), "it comes back");
            assert_eq!(titles(&window.leftovers(&[])), ["the last letter"]);
            let back = window.leftovers(&[]).remove(0);
            assert!(window.discard(&back.path, today()));
        }
    }
    assert!(!folder.state().join("thrown-away/2026-11-21").exists(), "gone for good");
}

#[test]
fn nothing_is_offered_that_a_file_holds() {
    let folder = Folder::new("held");
    let path = folder.0.join("kaart.familie");
    let map = FamilyMap { title: "held".to_owned(), next_id: 4, ..FamilyMap::default() };
    let bytes = file::to_bytes(&map).expect("bytes");
    let print = file::save(&RealDisk, &path, &bytes, Expected::Nothing).expect("saved");
    let origin = |path: &Path| Some(Origin { path: path.to_owned(), fingerprint: Some(print) });
    let leave = |title: &str, next_id, origin| {
        let mut window = recovery(&folder);
        window.watch((1, None), || {
            let map = FamilyMap { next_id, ..work(title).map };
            Work { map, origin, seal: None }
        });
        window.flush();
        kill(window);
    };
    let window = recovery(&folder);
    leave("held", 9, origin(&path));
    assert_eq!(window.leftovers(&[]), [], "only the number of the next id differs");
    leave("held", 9, None);
    assert_eq!(window.leftovers(std::slice::from_ref(&path)), [], "saved elsewhere");
    leave("more", 9, origin(&path));
    let found = window.leftovers(std::slice::from_ref(&path));
    assert_eq!(titles(&found), ["more"]);
    assert_eq!(found[0].origin(), origin(&path).as_ref(), "where it goes on to be saved");
    fs::remove_file(&path).expect("the file goes");
    leave("held", 9, origin(&path));
    assert_eq!(window.leftovers(&[]).len(), 2, "the file that held it is gone");
    // What another program's file holds is safe there.
    let import = folder.0.join("a.ged");
    let gedcom = b"0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Anna /Bos/\n0 TRLR\n";
    fs::write(&import, gedcom).expect("a file");
    let (map, _) = crate::gedcom::import(gedcom).expect("a family");
    let mut other = recovery(&folder);
    let origin = Some(Origin { path: import, fingerprint: None });
    other.watch((1, None), || Work { map, origin, seal: None });
    other.flush();
    kill(other);
    assert_eq!(window.leftovers(&[]).len(), 2);
}

#[test]
fn a_disk_that_refuses_is_told_and_tried_again() {
    let folder = Folder::new("refuses");
    let disk = Arc::new(Frail::after(0));
    let delay = Duration::from_millis(10);
    let mut window = Recovery::with_delay(Some(folder.state()), disk.clone(), delay);
    window.watch((1, None), || work("kept"));
    let wait = |is: bool, window: &Recovery| {
        let start = Instant::now();
        while window.is_failing() != is && start.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(window.is_failing(), is);
    };
    wait(true, &window);
    disk.recover();
    wait(false, &window);
    kill(window);
    assert_eq!(titles(&recovery(&folder).leftovers(&[])), ["kept"]);
}

#[test]
fn a_panic_loses_nothing() {
    let folder = Folder::new("panic");
    let (mut window, seen) = (recovery(&folder), recovery(&folder));
    let fallen = std::panic::catch_unwind(std::panic::AssertUnwindSafe(move || {
        window.watch((1, None), || work("just typed"));
        std::panic::resume_unwind(Box::new(()));
    }));
    assert!(fallen.is_err());
    assert_eq!(titles(&seen.leftovers(&[])), ["just typed"]);
}

/// A small generator of numbers (splitmix64): the same sequences every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
}

/// A window with an open map, as far as keeping goes.
struct Open {
    recovery: Recovery,
    document: Document,
    origin: Option<Origin>,
}

/// Everything that was said, and what must still be somewhere.
struct World {
    folder: Folder,
    dice: Dice,
    maps: u64,
    letters: u64,
    files: u64,
    /// Of each map (its title) the last state (its wish) that had its two seconds, or was saved or
    /// thrown away.
    due: BTreeMap<String, u64>,
}

impl World {
    fn window(&self, disk: Arc<dyn Computer>) -> Open {
        let folder = Some(self.folder.state());
        let recovery = Recovery::with_delay(folder, disk, Duration::from_secs(60));
        Open { recovery, document: Document::new(FamilyMap::default()), origin: None }
    }

    fn owe(&mut self, map: &FamilyMap) {
        if !map.wish.is_empty() {
            let letter: u64 = map.wish.parse().expect("a number");
            let due = self.due.entry(map.title.clone()).or_default();
            *due = letter.max(*due);
        }
    }

    fn work(open: &Open) -> Work {
        Work { map: open.document.map_to_save(), origin: open.origin.clone(), seal: None }
    }

    /// A frame: what the window does after everything.
    fn frame(open: &mut Open) {
        if !open.document.is_unsaved() && open.recovery.has_copy() {
            open.recovery.forget();
        }
        if open.document.is_unsaved() {
            let work = Self::work(open);
            open.recovery.watch((open.document.revision(), None), || work);
        }
    }

    fn show(open: &mut Open, map: FamilyMap) {
        if open.document.is_unsaved() {
            open.recovery.leave();
        } else {
            open.recovery.forget();
        }
        open.document = Document::new(map);
    }

    fn save(&mut self, open: &mut Open, disk: &Arc<dyn Computer>) {
        let (path, expected) = match &open.origin {
            Some(Origin { path, fingerprint: Some(print) }) => {
                (path.clone(), Expected::File(*print))
            }
            _ => {
                self.files += 1;
                let name = format!("{}-{}.familie", open.document.map().title, self.files);
                (self.folder.0.join(name), Expected::Nothing)
            }
        };
        let map = open.document.shared_map();
        let bytes = file::to_bytes(&open.document.map_to_save()).expect("bytes");
        match file::save(&**disk, &path, &bytes, expected) {
            Ok(print) => {
                self.owe(&map);
                open.document.mark_saved(&map);
                open.origin = Some(Origin { path, fingerprint: Some(print) });
                open.recovery.forget();
            }
            // As the window does: the next save goes elsewhere.
            Err(file::SaveError::Changed) => open.origin = None,
            Err(_) => {}
        }
    }

    /// The user is asked about unsaved work: saves it, or throws it away.
    fn answer(&mut self, open: &mut Open, disk: &Arc<dyn Computer>) {
        if !open.document.is_unsaved() {
            return;
        }
        if self.dice.roll(2) == 0 {
            self.save(open, disk);
        } else {
            let work = Self::work(open);
            open.recovery.throw_away(&work, today());
        }
    }

    fn step(&mut self, open: &mut Open, disk: &Arc<dyn Computer>) {
        match self.dice.roll(9) {
            0..=2 => {
                self.letters += 1;
                if open.document.map().title.is_empty() {
                    self.maps += 1;
                    let title = Command::EditMap(MapEdit::Title(format!("map {}", self.maps)));
                    open.document.execute(title).expect("a title");
                }
                let wish = Command::EditMap(MapEdit::Wish(self.letters.to_string()));
                open.document.execute(wish).expect("a letter");
            }
            3 => {
                // Two seconds go by.
                Self::frame(open);
                open.recovery.flush();
                if !open.recovery.is_failing() && open.document.is_unsaved() {
                    let map = open.document.shared_map();
                    self.owe(&map);
                }
            }
            4 => self.save(open, disk),
            5 => {
                self.answer(open, disk);
                Self::show(open, FamilyMap::default());
                open.origin = None;
            }
            6 | 7 => {
                let found = open.recovery.leftovers(&[]);
                let count = u64::try_from(found.len()).unwrap_or(0);
                if count == 0 {
                    return;
                }
                let at = usize::try_from(self.dice.roll(count)).unwrap_or(0);
                let path = found[at].path.clone();
                if self.dice.roll(3) == 0 {
                    open.recovery.discard(&path, today());
                    return;
                }
                self.answer(open, disk);
                let Taken::Ours(place) = open.recovery.take(&path) else { return };
                let Ok((map, origin)) = read(&ThisComputer, &path) else {
                    panic!("{} is broken", path.display())
                };
                Self::show(open, map);
                open.document.mark_unsaved();
                open.origin = origin;
                open.recovery.adopt(place, (open.document.revision(), None));
            }
            _ => {
                let thrown = open.recovery.thrown_away(today());
                if let Some(first) = thrown.first() {
                    open.recovery.put_back(&first.path);
                }
            }
        }
        Self::frame(open);
    }

    /// Every state that is owed is in a file, a copy, or what was thrown away: it, or a later one.
    fn check(&self, when: &str) {
        let mut found: BTreeMap<String, u64> = BTreeMap::new();
        let mut folders = vec![self.folder.0.clone()];
        while let Some(folder) = folders.pop() {
            for path in RealDisk.list(&folder).unwrap_or_default() {
                if path.is_dir() {
                    folders.push(path);
                } else if let (true, Ok((map, _))) =
                    (path.extension().is_some_and(|it| it == "familie"), read(&ThisComputer, &path))
                {
                    let letter = map.wish.parse().unwrap_or(0);
                    let newest = found.entry(map.title).or_default();
                    *newest = letter.max(*newest);
                }
            }
        }
        for (title, due) in &self.due {
            let newest = found.get(title).copied().unwrap_or(0);
            assert!(*due <= newest, "{when}: {title} is at {newest}, {due} was kept");
        }
    }
}

#[test]
fn eight_hundred_lives_of_windows_lose_no_map() {
    for seed in 0..200 {
        let mut world = World {
            folder: Folder::new(&format!("lives-{seed}")),
            dice: Dice(seed),
            maps: 0,
            letters: 0,
            files: 0,
            due: BTreeMap::new(),
        };
        // Four processes one after the other, with another window beside them; most are killed in
        // the middle of a call to the disk.
        let steady: Arc<dyn Computer> = Arc::new(Frail::after(i64::MAX));
        let mut beside = world.window(Arc::clone(&steady));
        for life in 0..4 {
            let calls = if world.dice.roll(4) == 0 {
                i64::MAX
            } else {
                i64::try_from(world.dice.roll(160)).unwrap_or(0)
            };
            let dying = Arc::new(Frail::after(calls));
            let disk: Arc<dyn Computer> = dying.clone();
            let mut open = world.window(Arc::clone(&disk));
            for _ in 0..14 {
                if world.dice.roll(4) == 0 {
                    world.step(&mut beside, &steady);
                } else {
                    world.step(&mut open, &disk);
                }
                if dying.is_dead() {
                    break;
                }
            }
            kill(open.recovery);
            world.check(&format!("seed {seed}, after life {life}"));
        }
        kill(beside.recovery);
        // All that is left is offered; nothing is broken.
        let last = world.window(steady);
        let offered = last.recovery.leftovers(&[]);
        assert!(offered.iter().all(|it| matches!(it.found, Found::Map { .. })), "{offered:?}");
        world.check(&format!("seed {seed}, at the end"));
    }
}

#[test]
fn a_fingerprint_reads_back() {
    let print = Fingerprint::of(b"kaart");
    assert_eq!(Fingerprint::parse(&print.to_string()), Some(print));
    assert_eq!(Fingerprint::parse("5"), None);
}

fn seal(words: &str) -> Seal {
    Seal::new(file::Passphrase::new(words.to_owned()).expect("words"))
}

fn passphrase(words: &str) -> file::Passphrase {
    file::Passphrase::new(words.to_owned()).expect("words")
}

/// All that can be read in the folder.
fn readable(folder: &Path) -> String {
    let mut all = String::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            all += &entry.path().display().to_string();
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                all += &String::from_utf8_lossy(&fs::read(entry.path()).expect("a file"));
            }
        }
    }
    all
}

#[test]
fn the_copy_of_a_sealed_map_is_sealed_opens_with_the_passphrase_and_outlives_another_one() {
    let folder = Folder::new("sealed");
    let (one, two) = (seal("fiets lamp oceaan trui"), seal("andere losse woorden hier"));
    let path = folder.0.join("kanariepiet.familie");
    let sealed_work = |title: &str, seal: Option<&Seal>| Work {
        origin: Some(Origin { path: path.clone(), fingerprint: None }),
        seal: seal.cloned(),
        ..work(title)
    };
    let mut window = recovery(&folder);
    window.watch((1, None), || sealed_work("kanarie", None));
    window.flush();
    assert!(readable(&folder.state()).contains("kanarie"), "the test looks at the right place");
    // Sealed without a change: what lies there in the open goes at once.
    window.watch((1, Some(&one)), || sealed_work("kanarie", Some(&one)));
    assert!(!readable(&folder.state()).contains("kanarie"));
    window.watch((2, Some(&one)), || sealed_work("kanarie 2", Some(&one)));
    window.flush();
    window.watch((2, Some(&two)), || sealed_work("kanarie 2", Some(&two)));
    kill(window);
    assert!(!readable(&folder.state()).contains("kanarie"));
    let mut window = recovery(&folder);
    let found = window.leftovers(std::slice::from_ref(&path));
    assert_eq!(titles(&found), ["sealed"], "one copy, of which nothing is told");
    assert!(window.is_of(&found[0], &path, Some(&two)), "only who has the key knows whose");
    assert!(!window.is_of(&found[0], &path, None));
    let wrong = unseal(&ThisComputer, &found[0].path, passphrase("fiets lamp oceaan trui"));
    assert!(matches!(wrong, Err(StaysShut::WrongPassphrase)), "{wrong:?}");
    let open = unseal(&ThisComputer, &found[0].path, passphrase("andere losse woorden hier"))
        .expect("open");
    assert_eq!((open.map.title.as_str(), open.seal.id()), ("kanarie 2", two.id()));
    assert_eq!(open.origin.map(|it| it.path), Some(path.clone()));
    // Thrown away and put back, it still has its key.
    assert!(window.discard(&found[0].path, today()));
    let thrown = window.thrown_away(today());
    assert!(
        unseal(&ThisComputer, &thrown[0].path, passphrase("andere losse woorden hier")).is_ok()
    );
    assert!(window.put_back(&thrown[0].path));
    let back = window.leftovers(&[]).remove(0);
    let Taken::Ours(place) = window.take(&back.path) else { panic!("it can be had") };
    assert!(unseal(&ThisComputer, &back.path, passphrase("andere losse woorden hier")).is_ok());
    // The seal is taken off: what was sealed goes, with its key.
    window.adopt(place, (3, Some(&two)));
    window.watch((3, None), || sealed_work("open", None));
    window.flush();
    assert!(readable(&folder.state()).contains("open"));
    let keys = RealDisk.list(&folder.state()).expect("a folder");
    assert!(!keys.iter().any(|it| file::ends_in(it, "key")), "{keys:?}");
    window.forget();
    window.watch((4, Some(&one)), || sealed_work("kanarie", Some(&one)));
    window.throw_away(&sealed_work("kanarie", Some(&one)), today());
    assert!(!readable(&folder.state()).contains("kanarie"));
    assert!(window.remove_all_of(&path, Some(&one), today()));
    assert_eq!(window.thrown_away(today()), []);
    window.watch((5, Some(&one)), || sealed_work("kanarie", Some(&one)));
    kill(window);
    assert!(recovery(&folder).remove_everything());
    let left = RealDisk.list(&folder.state()).expect("a folder");
    assert!(left.iter().all(|it| file::ends_in(it, "lock")), "{left:?}");
}
