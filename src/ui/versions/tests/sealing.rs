//! A seal that is put on, changed or taken off, on a disk that dies at any call and in a process that
//! is killed at any: at every moment each version opens with what the file holds.

use std::collections::BTreeSet;

use super::*;
use crate::file::KeptKeys;

/// What a save does with the seal, and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    PutOn,
    Another,
    TakeOff,
}

/// A file and its versions, before the change.
struct Before {
    folder: Folder,
    keys: Option<KeptKeys>,
}

/// What the change writes, made once: each sealing takes half a second.
struct Seals {
    old: KeptKeys,
    new: KeptKeys,
    sealed_by_old: Vec<u8>,
    sealed_by_new: Vec<u8>,
}

impl Seals {
    fn new() -> Self {
        let words = file::Passphrase::new("vier losse woorden hier".to_owned()).expect("words");
        let old = Seal::new(words.clone());
        let new = old.with(words);
        let seal = |seal: &Seal, text: &[u8]| seal.seal(text).expect("sealed");
        let (sealed_by_old, sealed_by_new) = (seal(&old, b"three"), seal(&new, b"four"));
        Self { old: old.kept_keys(), new: new.kept_keys(), sealed_by_old, sealed_by_new }
    }

    /// The parts in files, for another process.
    fn parts(&self) -> [(&'static str, Vec<u8>); 4] {
        [
            ("old.keys", self.old.over(b"")),
            ("new.keys", self.new.over(b"")),
            ("old.sealed", self.sealed_by_old.clone()),
            ("new.sealed", self.sealed_by_new.clone()),
        ]
    }

    fn from_parts(folder: &Path) -> Self {
        let read = |name: &str| fs::read(folder.join(name)).expect("a file");
        let keys = |name: &str| KeptKeys::above(&read(name)).expect("keys");
        Self {
            old: keys("old.keys"),
            new: keys("new.keys"),
            sealed_by_old: read("old.sealed"),
            sealed_by_new: read("new.sealed"),
        }
    }

    fn before(&self, change: Change) -> Before {
        let folder = Folder::new(&format!("{change:?}"));
        let store = folder.store(Arc::new(ThisComputer));
        let keys = (change != Change::PutOn).then(|| self.old.clone());
        let sealed = || keys.as_ref().map(|keys| Sealed { keys, known: None });
        for (text, next) in [("one", "two"), ("two", "three")] {
            fs::write(folder.file(), text).expect("written");
            store.keep_former(None, &folder.file(), (next.as_bytes(), sealed()), today());
        }
        let now = if keys.is_some() { &self.sealed_by_old[..] } else { b"three" };
        fs::write(folder.file(), now).expect("written");
        Before { folder, keys }
    }

    /// All that the window does for the change. True when it came to its end.
    fn change(&self, folder: &Folder, change: Change, disk: &Arc<dyn Computer>) -> bool {
        let (store, file) = (folder.store(Arc::clone(disk)), folder.file());
        let (old, new) = (self.old.clone(), self.new.clone());
        let (bytes, keys, to) = match change {
            Change::PutOn | Change::Another => (self.sealed_by_new.clone(), new.clone(), Some(new)),
            Change::TakeOff => (old.over(b"four"), old, None),
        };
        let known = Some((Fingerprint::of(&self.sealed_by_old), &b"three"[..]));
        let sealed = Sealed { keys: &keys, known };
        let anew = match &to {
            Some(keys) => store.seal_anew(&file, keys, Unsealable::Refuses),
            None => Ok(None),
        };
        // Nothing is sealed where not all can be.
        let Ok(anew) = anew else { return false };
        store.keep_former(anew.as_ref().map(Anew::lock), &file, (&bytes, Some(sealed)), today());
        if file::save(&**disk, &file, &bytes, Expected::Anything).is_err() {
            return false;
        }
        let is_done = match &to {
            Some(_) => anew.is_none_or(Anew::put),
            None => store.reseal(&file, &keys, None),
        };
        let keys_may_go = is_done && change == Change::TakeOff;
        let is_plain = !keys_may_go
            || file::save(&**disk, &file, b"four", Expected::File(Fingerprint::of(&bytes))).is_ok();
        is_done && is_plain
    }

    /// What is in the file and its versions, opened with what is in the file.
    fn found(&self, before: &Before, at: &str) -> BTreeSet<String> {
        let store = before.folder.store(Arc::new(ThisComputer));
        let now = fs::read(before.folder.file()).expect("a file");
        let (keys, text) = match &now {
            it if *it == self.sealed_by_old => (before.keys.clone(), &b"three"[..]),
            it if *it == self.sealed_by_new => (Some(self.new.clone()), &b"four"[..]),
            it => (KeptKeys::above(it), file::without_keys(it)),
        };
        let string = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
        let mut found = BTreeSet::from([string(text)]);
        for bytes in held(&store, &before.folder.file()) {
            match &keys {
                _ if !file::is_sealed(&bytes) => _ = found.insert(string(&bytes)),
                // What the file still holds, for the key that it was about to get.
                Some(keys) if keys.open(&bytes).is_err() => assert_eq!(text, b"three", "{at}"),
                None => assert_eq!(text, b"three", "{at}: a version that nothing opens"),
                Some(keys) => _ = found.insert(string(&keys.open(&bytes).expect("it opens"))),
            }
        }
        found
    }

    /// Nothing is lost, and the next opening ends what was begun.
    fn check(&self, before: &Before, change: Change, at: &str) {
        let (folder, file) = (&before.folder, before.folder.file());
        let found = self.found(before, at);
        for text in ["one", "two", "three"] {
            assert!(found.contains(text), "{at}: {text} is lost, there is {found:?}");
        }
        let store = folder.store(Arc::new(ThisComputer));
        let now = fs::read(&file).expect("a file");
        if now == self.sealed_by_new {
            assert!(store.reseal(&file, &self.new, Some(&self.new)), "{at}");
            assert!(!store.has_open(&file), "{at}: none that anybody can read");
            // The keys of before are gone with the next save.
            let first = self.new.over(b"");
            let first = first.split_inclusive(|byte| *byte == b'\n').next().expect("a line");
            let last = KeptKeys::above(first).expect("a key");
            let opens = |it: &Vec<u8>| last.open(it).is_ok();
            assert!(held(&store, &file).iter().all(opens), "{at}");
        } else if change == Change::TakeOff && !file::is_sealed(&now) {
            if let Some(keys) = KeptKeys::above(&now) {
                assert!(store.reseal(&file, &keys, None), "{at}");
            }
            let all = held(&store, &file);
            assert!(all.iter().all(|it| !file::is_sealed(it)), "{at}: all of them are plain");
        }
    }
}

#[test]
fn no_version_is_lost_wherever_the_disk_dies_while_a_seal_changes() {
    let seals = Seals::new();
    for change in [Change::PutOn, Change::Another, Change::TakeOff] {
        let mut n_calls = 0;
        loop {
            let before = seals.before(change);
            let disk: Arc<dyn Computer> = Arc::new(Frail::after(n_calls));
            let is_done = seals.change(&before.folder, change, &disk);
            seals.check(&before, change, &format!("{change:?}, {n_calls} calls"));
            if is_done {
                break;
            }
            n_calls += 1;
            assert!(n_calls < 300, "it never ends");
        }
        assert!(20 < n_calls, "{change:?}: {n_calls} calls are few");
    }
}

/// Changes the seal in a folder that another process made; started by the next test.
#[test]
#[ignore = "the process that is killed; does nothing unless it is told where"]
fn changing_until_killed() {
    let Some(folder) = std::env::var_os("RODE_DRAAD_CHANGES_IN") else { return };
    let folder = std::mem::ManuallyDrop::new(Folder(PathBuf::from(folder)));
    let seals = Seals::from_parts(&folder.0);
    let change = match std::env::var("RODE_DRAAD_CHANGE").as_deref() {
        Ok("PutOn") => Change::PutOn,
        Ok("Another") => Change::Another,
        _ => Change::TakeOff,
    };
    let disk: Arc<dyn Computer> = Arc::new(ThisComputer);
    assert!(seals.change(&folder, change, &disk), "done");
}

/// `cargo test --lib no_version_is_lost_by_a_kill -- --ignored --nocapture`; needs `strace`.
#[expect(clippy::print_stdout, reason = "the numbers of a long run")]
#[test]
#[ignore = "needs strace, and takes minutes"]
fn no_version_is_lost_by_a_kill_at_any_system_call() {
    const CALLS: [&str; 7] = ["openat", "write", "fsync", "rename", "unlink", "fchmod", "chmod"];
    let seals = Seals::new();
    let (mut n_runs, mut n_hit) = (0, 0);
    for change in [Change::PutOn, Change::Another, Change::TakeOff] {
        for call in CALLS {
            for nth in 1..400 {
                let before = seals.before(change);
                let folder = &before.folder.0;
                for (name, bytes) in seals.parts() {
                    fs::write(folder.join(name), bytes).expect("written");
                }
                let log = std::env::temp_dir().join(format!("trace-{}", std::process::id()));
                let inject = format!("inject={call}:signal=KILL:when={nth}");
                let child = std::process::Command::new("strace")
                    .args(["-f", "-qq", "-o"])
                    .arg(&log)
                    .args(["-e", "trace=file,desc", "-e", &inject])
                    .arg(std::env::current_exe().expect("this program"))
                    .args(["--ignored", "--exact"])
                    .arg("ui::versions::tests::sealing::changing_until_killed")
                    .env("RODE_DRAAD_CHANGES_IN", folder)
                    .env("RODE_DRAAD_CHANGE", format!("{change:?}"))
                    .stdout(std::process::Stdio::null())
                    .stderr(std::process::Stdio::null())
                    .status()
                    .expect("strace");
                let trace = fs::read_to_string(&log).unwrap_or_default();
                let is_hit = trace.contains("(INJECTED)") || !child.success();
                seals.check(&before, change, &format!("{change:?}, killed at {call} {nth}"));
                n_runs += 1;
                n_hit += u32::from(is_hit);
                if !is_hit {
                    break;
                }
            }
        }
    }
    println!("{n_runs} runs, {n_hit} hit, 0 versions lost");
}
