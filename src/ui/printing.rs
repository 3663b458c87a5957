//! Handing pages to a printer.

use std::sync::mpsc::Receiver;

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
