//! Places that are no files, names that promise another file, outputs that nobody takes: each gets
//! a sentence and an exit code, and nothing waits or is replaced.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(60);

/// Everything that can stand where a file is asked for.
struct Places {
    folder: PathBuf,
    _socket: UnixListener,
}

impl Places {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("rode-draad-{name}-{}", std::process::id()));
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(folder.join("map.familie")).unwrap();
        let socket = UnixListener::bind(folder.join("socket.familie")).unwrap();
        let made = Command::new("mkfifo").arg(folder.join("pipe.familie")).status().unwrap();
        assert!(made.success(), "a pipe");
        symlink("nowhere", folder.join("dead.familie")).unwrap();
        symlink("loop.familie", folder.join("loop.familie")).unwrap();
        symlink("pipe.familie", folder.join("to-pipe.familie")).unwrap();
        Self { folder, _socket: socket }
    }

    /// The pipes first: should they be let in, the devices of this computer are not tried.
    fn all(&self) -> Vec<PathBuf> {
        let ours = ["pipe", "to-pipe", "socket", "map", "dead", "loop"];
        let ours = ours.iter().map(|name| self.folder.join(format!("{name}.familie")));
        ours.chain(["/dev/full", "/dev/zero", "/dev/null", "/", "/dev/tty"].map(PathBuf::from))
            .collect()
    }
}

impl Drop for Places {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).ok();
    }
}

#[test]
fn what_is_no_file_is_not_read() {
    let places = Places::new("reading");
    let out = places.folder.join("out.svg");
    for place in places.all() {
        let place = place.to_str().unwrap();
        for arguments in [
            vec!["check", place],
            vec!["render", place, "-o", out.to_str().unwrap()],
            vec!["convert", place, "-", "--format", "familie"],
            vec!["patterns", place],
            vec!["layout", place],
        ] {
            let done = run(&arguments, Stdio::piped());
            assert_eq!(done.status.code(), Some(2), "{arguments:?}: {}", said(&done));
            assert!(has_sentence(&done), "{arguments:?}: {}", said(&done));
            assert!(!out.exists(), "{arguments:?}");
        }
    }
}

#[test]
fn what_is_no_file_is_not_replaced() {
    let places = Places::new("writing");
    let before = kinds(&places);
    let example = example();
    for place in places.all() {
        let path = place.to_str().unwrap();
        for arguments in [
            vec!["convert", &example, path, "--format", "familie"],
            vec!["convert", &example, path, "--format", "json"],
        ] {
            let done = run(&arguments, Stdio::piped());
            assert_eq!(done.status.code(), Some(1), "{arguments:?}: {}", said(&done));
            assert!(has_sentence(&done), "{arguments:?}: {}", said(&done));
            assert_eq!(kinds(&places), before, "{arguments:?}");
        }
    }
    // The same for pictures, whose names have to say so.
    for name in ["pipe", "socket", "map", "dead", "loop"] {
        let path = places.folder.join(format!("{name}.svg"));
        symlink(format!("{name}.familie"), &path).unwrap();
        let before = kinds(&places);
        let path = path.to_str().unwrap();
        let done = run(&["render", &example, "-o", path], Stdio::piped());
        assert_eq!(done.status.code(), Some(1), "{name}: {}", said(&done));
        assert!(said(&done).contains(path), "{}", said(&done));
        assert_eq!(kinds(&places), before, "{name}");
    }
}

#[test]
fn a_picture_is_what_it_is_called_or_it_is_not_made() {
    let places = Places::new("names");
    let example = example();
    for name in ["kaart.doc", "x.jpg", "x.webp", "x.gif", "kaart", "x.svgz", "x.png.bak", ".png"] {
        let path = places.folder.join(name);
        let done = run(&["render", &example, "-o", path.to_str().unwrap()], Stdio::piped());
        assert_eq!(done.status.code(), Some(1), "{name}");
        let sentence = said(&done);
        assert!(sentence.contains(".svg") && sentence.contains(".pdf"), "{name}: {sentence}");
        assert!(!path.exists(), "{name}");
    }
    for (name, begins) in
        [("x.PNG", b"\x89PNG"), ("x.y.Svg", b"<svg"), ("x.svg", b"<svg"), ("x.Pdf", b"%PDF")]
    {
        let path = places.folder.join(name);
        let done = run(&["render", &example, "-o", path.to_str().unwrap()], Stdio::piped());
        assert!(done.status.success(), "{name}: {}", said(&done));
        let found = fs::read(&path).unwrap();
        let at = found.windows(4).take(200).any(|four| four == begins);
        assert!(at, "{name} is not what it is called");
    }
    for name in ["x.svg2.pdf", "x.ged", "x.familie"] {
        let path = places.folder.join(name);
        let done = run(&["layout", &example, path.to_str().unwrap()], Stdio::piped());
        assert_eq!(done.status.code(), Some(1), "{name}");
        assert!(!path.exists(), "{name}");
    }
    let unknown = run(&["convert", &example, "x.pdf"], Stdio::piped());
    assert_eq!(unknown.status.code(), Some(1), "{}", said(&unknown));
}

#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_does_not_arrive_is_an_error() {
    let example = example();
    for arguments in [
        vec!["check", &example],
        vec!["render", &example, "-o", "-"],
        vec!["convert", &example, "-", "--format", "familie"],
        vec!["patterns", &example],
        vec!["layout", &example],
        vec!["--help"],
        vec!["--version"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let done = run(&arguments, Stdio::from(full));
        assert_eq!(done.status.code(), Some(1), "{arguments:?} on a full disk");
        let mut child = command(&arguments, Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let status = child.wait().unwrap();
        // Whoever hangs up after the first letter may have read all that there was.
        assert!(
            !status.success() || arguments[0].starts_with('-'),
            "{arguments:?} on a closed pipe"
        );
    }
}

#[test]
fn what_is_piped_in_has_the_same_limit() {
    let mut child = command(&["check", "-"], Stdio::piped())
        .stdin(fs::File::open("/dev/zero").unwrap())
        .spawn()
        .unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < PATIENCE, "it reads for ever");
        std::thread::sleep(Duration::from_millis(20));
    }
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stdout).contains("256"), "{}", said(&done));
}

/// What stands at each place, and that it is still there.
fn kinds(places: &Places) -> Vec<String> {
    let kind = |path: PathBuf| {
        let found = fs::symlink_metadata(&path).unwrap().file_type();
        let pipe = if found.is_fifo() { "pipe" } else { "" };
        let socket = if found.is_socket() { "socket" } else { "" };
        let device = if found.is_char_device() { "device" } else { "" };
        format!("{} {found:?} {pipe}{socket}{device}", path.display())
    };
    let entries = fs::read_dir(&places.folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<String> = entries.chain([PathBuf::from("/dev/full")]).map(kind).collect();
    all.sort();
    all
}

fn command(arguments: &[&str], out: Stdio) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rode-draad"));
    command.args(arguments).env("LC_ALL", "nl_NL.UTF-8").stdin(Stdio::null()).stdout(out);
    command.stderr(Stdio::piped());
    command
}

/// Runs it, but does not wait for ever.
fn run(arguments: &[&str], out: Stdio) -> Output {
    let mut child = command(arguments, out).spawn().unwrap();
    let (sender, receiver) = std::sync::mpsc::channel();
    let id = child.id();
    let stdout = child.stdout.take();
    let reading = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stdout) = stdout {
            std::io::Read::read_to_end(&mut stdout, &mut bytes).unwrap();
        }
        bytes
    });
    std::thread::spawn(move || sender.send(child.wait_with_output()).ok());
    let Ok(done) = receiver.recv_timeout(PATIENCE) else {
        Command::new("kill").args(["-9", &id.to_string()]).status().unwrap();
        panic!("{arguments:?} waits for ever");
    };
    Output { stdout: reading.join().unwrap(), ..done.unwrap() }
}

fn said(done: &Output) -> String {
    let out = String::from_utf8_lossy(&done.stdout).chars().take(300).collect::<String>();
    format!("{out}{}", String::from_utf8_lossy(&done.stderr))
}

/// A whole sentence in one language, nothing of the system's own words.
fn has_sentence(done: &Output) -> bool {
    let said = said(done);
    let said = said.trim();
    said.contains(' ')
        && said.ends_with('.')
        && !said.contains("os error")
        && !said.contains("panicked")
}

fn example() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/net-als-opa.familie");
    path.to_str().unwrap().to_owned()
}
