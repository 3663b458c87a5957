//! The command `lp`, which is there wherever CUPS is.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};

use crate::export::Paper;
use crate::ui::printing::Printer;

/// The printer of this computer.
#[derive(Clone, Copy, Debug)]
pub(super) struct SystemPrinter {
    is_there: bool,
}

impl SystemPrinter {
    /// Looks once whether there is such a command.
    pub(super) fn of_this_computer() -> Self {
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
