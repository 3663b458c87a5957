//! Saves that keep what they replace, on a disk that dies and with processes that are killed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::anew::{Anew, Unsealable};
use super::store::{Kept, Sealed, Store, Stored};
use crate::file::{self, Expected, Fingerprint, RealDisk, Seal};
use crate::model::Date;
use crate::ui::shell::computer::Computer;
use crate::ui::shell::desktop::ThisComputer;
use crate::ui::shell::frail::Frail;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("rode-draad-v-{name}-{}", std::process::id()));
        fs::remove_dir_all(&path).ok();
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("kaart-van-zilverberg.familie")
    }

    fn versions(&self) -> PathBuf {
        self.0.join("versions")
    }

    fn store(&self, computer: Arc<dyn Computer>) -> Store {
        Store::new(Some(self.versions()), computer)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn today() -> Date {
    crate::clock::today()
}

/// What the file holds after its `number`th save.
fn content(number: usize) -> Vec<u8> {
    format!("FamilyMap(version: 2, title: \"{number} {}\", lang: Nl)\n", "x".repeat(number % 97))
        .into_bytes()
}

fn save(store: &Store, file: &Path, number: usize) -> Kept {
    let bytes = content(number);
    let kept = store.keep_former(None, file, (&bytes, None), today());
    file::save(&RealDisk, file, &bytes, Expected::Anything).expect("saved");
    kept
}

fn held(store: &Store, file: &Path) -> Vec<Vec<u8>> {
    store.list(file).iter().map(|it| store.read(it).expect("readable")).collect()
}

#[test]
fn each_save_keeps_what_it_replaces_twenty_of_them() {
    let folder = Folder::new("twenty");
    let store = folder.store(Arc::new(ThisComputer));
    let file = folder.file();
    assert_eq!(save(&store, &file, 0), Kept::Nothing, "there was nothing before");
    for number in 1..=30 {
        assert_eq!(save(&store, &file, number), Kept::Yes);
    }
    assert_eq!(save(&store, &file, 30), Kept::Nothing, "the same again");
    let expected: Vec<Vec<u8>> = (10..30).rev().map(content).collect();
    assert_eq!(held(&store, &file), expected, "the last twenty, the newest first");
    let other = folder.0.join("other.familie");
    assert_eq!(store.list(&other), [], "of this map only");
    assert!(store.remove_all(&file));
    assert_eq!(store.list(&file), []);
}

#[cfg(unix)]
#[test]
fn only_their_owner_may_look_into_versions_and_no_path_tells_a_name() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("private");
    let store = folder.store(Arc::new(ThisComputer));
    save(&store, &folder.file(), 0);
    fs::set_permissions(folder.file(), fs::Permissions::from_mode(0o644)).expect("a mode");
    save(&store, &folder.file(), 1);
    let mut folders = vec![folder.versions()];
    let mut n_files = 0;
    while let Some(path) = folders.pop() {
        let mode = fs::metadata(&path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode, 0o700, "{}", path.display());
        for entry in fs::read_dir(&path).expect("a folder") {
            let path = entry.expect("an entry").path();
            assert!(!path.to_string_lossy().contains("zilverberg"), "{}", path.display());
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "familie") {
                n_files += 1;
                let mode = fs::metadata(&path).expect("there").permissions().mode() & 0o777;
                assert_eq!(mode, 0o600, "{}", path.display());
            }
        }
    }
    assert_eq!(n_files, 1);
}

#[test]
fn a_disk_that_fails_at_any_call_is_told_or_has_kept_it_and_harms_nothing() {
    let mut n_told = 0;
    for calls in 0..40 {
        let folder = Folder::new("dying");
        let file = folder.file();
        let good = folder.store(Arc::new(ThisComputer));
        save(&good, &file, 0);
        save(&good, &file, 1);
        let dying = folder.store(Arc::new(Frail::after(calls)));
        let kept = dying.keep_former(None, &file, (&content(2), None), today());
        assert_eq!(fs::read(&file).expect("a file"), content(1), "{calls}: as it was");
        match kept {
            Kept::Yes => assert_eq!(held(&good, &file), [content(1), content(0)], "{calls}"),
            Kept::Not => n_told += 1,
            // The disk does not tell what is there: the save says so.
            Kept::Nothing => assert_eq!(calls, 0),
        }
        assert!(held(&good, &file).ends_with(&[content(0)]), "{calls}: what was kept stays");
        let whole = held(&good, &file);
        assert!(whole.iter().all(|it| *it == content(0) || *it == content(1)), "{calls}: whole");
        assert_ne!(save(&good, &file, 3), Kept::Not, "{calls}: and goes on");
    }
    assert!(5 < n_told, "{n_told}");
}

/// How many half versions there are.
fn temps(folder: &Path) -> usize {
    let places = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = places.flat_map(|it| fs::read_dir(it.path()).into_iter().flatten().flatten());
    files.filter(|it| it.file_name().to_string_lossy().ends_with(".tmp")).count()
}

/// Saves until it is killed; started by the next test.
#[test]
#[ignore = "the process that is killed; does nothing unless it is told where to save"]
fn saving_until_killed() {
    let Some(folder) = std::env::var_os("RODE_DRAAD_KILLED_IN") else { return };
    let folder = PathBuf::from(folder);
    let store = Store::new(Some(folder.join("versions")), Arc::new(ThisComputer));
    let file = folder.join("kaart.familie");
    let start = std::env::var("RODE_DRAAD_KILLED_FROM").ok().and_then(|it| it.parse().ok());
    for number in start.unwrap_or(1).. {
        save(&store, &file, number);
        fs::write(folder.join("acknowledged"), number.to_string()).ok();
    }
}

/// `RODE_DRAAD_KILLS=2000 cargo test --release --lib versions::tests::killed -- --nocapture`
#[expect(clippy::print_stdout, reason = "the numbers of a long run")]
#[test]
fn killed_saves_lose_neither_the_file_nor_a_version() {
    let kills = std::env::var("RODE_DRAAD_KILLS").ok().and_then(|it| it.parse().ok());
    let kills: u64 = kills.unwrap_or(12);
    let folder = Folder::new("killed");
    let file = folder.0.join("kaart.familie");
    let store = folder.store(Arc::new(ThisComputer));
    let (mut n_saves, mut seed, mut n_temps) = (0, 0x2545_F491_4F6C_DD1D_u64, 0);
    let mut last: usize = 0;
    for _ in 0..kills {
        let program = std::env::current_exe().expect("this program");
        let mut child = std::process::Command::new(program)
            .args(["--ignored", "--exact", "ui::versions::tests::saving_until_killed"])
            .env("RODE_DRAAD_KILLED_IN", &folder.0)
            .env("RODE_DRAAD_KILLED_FROM", (last + 1).to_string())
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("a process");
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        // Not before it saves: then somewhere in a save.
        let told = || fs::read_to_string(folder.0.join("acknowledged")).unwrap_or_default();
        for _ in 0..2_000 {
            if told().parse().is_ok_and(|now: usize| last < now) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        std::thread::sleep(std::time::Duration::from_micros(seed % 20_000));
        child.kill().expect("killed");
        child.wait().expect("gone");
        let Ok(now) = fs::read(&file) else { continue };
        let number = |bytes: &[u8]| -> usize {
            let map = file::open(bytes).expect("whole");
            map.title.split(' ').next().and_then(|it| it.parse().ok()).expect("a number")
        };
        let saved = number(&now);
        assert_eq!(now, content(saved), "the file is whole");
        let told = fs::read_to_string(folder.0.join("acknowledged")).unwrap_or_default();
        let told: usize = told.parse().unwrap_or(last);
        assert!(told <= saved, "acknowledged {told}, there is {saved}");
        let kept: Vec<usize> = held(&store, &file).iter().map(|it| number(it)).collect();
        // What was replaced last is there, and what the next save would replace may be already.
        assert!(saved < 2 || kept.contains(&(saved - 1)), "{saved}: {kept:?}");
        assert!(kept.is_sorted_by(|a, b| b < a), "in order: {kept:?}");
        assert!(kept.len() <= 22, "{kept:?}");
        n_saves += saved - last;
        last = saved;
        n_temps = n_temps.max(temps(&folder.versions()));
    }
    save(&store, &file, last + 1);
    assert_eq!(temps(&folder.versions()), 0, "the next save clears up");
    println!(
        "{kills} kills, {n_saves} saves, 0 lost, 0 corrupt; {n_temps} half versions left at most, 0 at the end"
    );
}

#[test]
fn of_a_sealed_map_each_version_is_sealed_for_its_key_and_none_is_lost_by_another_passphrase() {
    let words = |text: &str| file::Passphrase::new(text.to_owned()).expect("words");
    let folder = Folder::new("sealed");
    let file = folder.file();
    let store = folder.store(Arc::new(ThisComputer));
    let put = |bytes: &[u8]| fs::write(&file, bytes).expect("written");
    let texts = || {
        let read = |it: &Stored| store.read(it).expect("a file");
        store.list(&file).iter().map(read).collect::<Vec<_>>()
    };
    put(b"one");
    assert_eq!(store.keep_former(None, &file, (b"two", None), today()), Kept::Yes);
    put(b"two");
    let seal = Seal::new(words("vier losse woorden hier"));
    let now = seal.seal(b"three").expect("sealed");
    let sealed = Sealed { keys: &seal.kept_keys(), known: None };
    assert_eq!(store.keep_former(None, &file, (&now, Some(sealed)), today()), Kept::Yes);
    assert_eq!(
        store.keep_former(None, &file, (&now, Some(sealed)), today()),
        Kept::Yes,
        "tried again"
    );
    assert_eq!(texts().len(), 2, "once");
    put(&now);
    assert!(store.reseal(&file, &seal.kept_keys(), Some(&seal.kept_keys())));
    assert!(texts().iter().all(|it| file::is_sealed(it)), "none that anybody can read");
    let known = Some((Fingerprint::of(&now), &b"three"[..]));
    let sealed = Sealed { keys: &seal.kept_keys(), known };
    assert_eq!(store.keep_former(None, &file, (b"x", Some(sealed)), today()), Kept::Yes);
    assert!(texts().iter().all(|it| !file::takes_work(it)), "all open without the passphrase");
    let plain = |seal: &Seal| {
        let open =
            |it: &Vec<u8>| String::from_utf8(seal.open_kept(it).expect("it opens")).expect("text");
        let mut all: Vec<String> = texts().iter().map(open).collect();
        all.sort();
        all
    };
    assert_eq!(plain(&seal), ["one", "three", "two"]);
    let mut other = seal.with(words("andere losse woorden hier"));
    assert!(store.reseal(&file, &other.kept_keys(), Some(&other.kept_keys())));
    other.forget_former();
    assert_eq!(plain(&other), ["one", "three", "two"], "opens with the new key alone");
    assert!(store.reseal(&file, &other.kept_keys(), None));
    let mut all = texts();
    all.sort();
    assert_eq!(all, [b"one".to_vec(), b"three".to_vec(), b"two".to_vec()], "the seal is off");
}

mod faults;
mod sealing;
