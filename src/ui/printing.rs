//! Handing pages to the printer of this computer.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use crate::export::Paper;

/// The answer of a printer that is waited for.
pub(super) type Printing = Option<Receiver<bool>>;

/// Something that prints without holding up the window.
pub trait Printer {
    /// Is there a way to print on this computer?
    fn is_there(&self) -> bool;

    /// Prints a PDF file on this paper. The answer comes later: whether it was taken.
    fn print(&mut self, pdf: Vec<u8>, paper: Paper) -> Option<Receiver<bool>>;
}

/// The command `lp`, which is there wherever CUPS is.
#[derive(Clone, Copy, Debug)]
pub struct SystemPrinter {
    is_there: bool,
}

impl SystemPrinter {
    /// Looks once whether there is such a command.
    #[must_use]
    pub fn of_this_computer() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let is_there = cfg!(unix) && std::env::split_paths(&path).any(|it| it.join("lp").is_file());
        Self { is_there }
    }
}

impl Printer for SystemPrinter {
    fn is_there(&self) -> bool {
        self.is_there
    }

    fn print(&mut self, pdf: Vec<u8>, paper: Paper) -> Option<Receiver<bool>> {
        let (sender, receiver) = channel();
        let printing = std::thread::Builder::new().name("printing".to_owned());
        let started = printing.spawn(move || {
            // When the window is gone nobody wants the answer.
            sender.send(lp(&pdf, paper).is_some()).ok();
        });
        started.ok().map(|_| receiver)
    }
}

/// No printer; for tests and for computers without.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPrinter;

impl Printer for NoPrinter {
    fn is_there(&self) -> bool {
        false
    }

    fn print(&mut self, _: Vec<u8>, _: Paper) -> Option<Receiver<bool>> {
        None
    }
}

/// The job is called after the program: what it is called is read on the printer.
fn lp(pdf: &[u8], paper: Paper) -> Option<()> {
    let media = format!("media={}", paper.id());
    let mut command = Command::new("lp");
    command.args(["-t", "Rode Draad", "-o", &media, "-o", "fit-to-page"]);
    let quiet = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut printing = quiet.spawn().ok()?;
    let written = printing.stdin.take().map(|mut into| into.write_all(pdf));
    let ended = printing.wait().ok()?;
    (ended.success() && written.is_some_and(|it| it.is_ok())).then_some(())
}
