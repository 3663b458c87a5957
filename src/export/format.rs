//! Which kind of picture a file becomes: what its name says, or none.

use std::path::Path;

use crate::i18n::Message;

/// A kind of picture that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// Lines and letters, sharp at any size.
    Svg,
    /// Pixels.
    Png,
    /// Pages, to be printed.
    Pdf,
}

impl PictureFormat {
    /// What the name of `path` says, in capitals or not.
    ///
    /// # Errors
    /// When it says anything else, or nothing: a file never holds another kind of picture than it
    /// is called.
    pub fn of(path: &Path) -> Result<Self, Message> {
        let says = |extension: &str| {
            path.extension().is_some_and(|said| said.eq_ignore_ascii_case(extension))
        };
        if says("svg") {
            Ok(Self::Svg)
        } else if says("png") {
            Ok(Self::Png)
        } else if says("pdf") {
            Ok(Self::Pdf)
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            Err(Message::new("picture-unknown").arg("name", name))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_what_its_name_says() {
        for name in ["a.svg", "a.b.SVG", "/x.png/kaart.Svg"] {
            assert_eq!(PictureFormat::of(Path::new(name)), Ok(PictureFormat::Svg), "{name}");
        }
        for name in ["a.png", "kaart.PNG", "a.pdf.png", "a.svg.pNg"] {
            assert_eq!(PictureFormat::of(Path::new(name)), Ok(PictureFormat::Png), "{name}");
        }
        for name in ["a.pdf", "kaart.PDF", "a.png.pdf"] {
            assert_eq!(PictureFormat::of(Path::new(name)), Ok(PictureFormat::Pdf), "{name}");
        }
        for name in [
            "x.jpg",
            "x.jpeg",
            "x.webp",
            "kaart",
            ".png",
            "a.svgz",
            "a.png.bak",
            "a.png ",
            "a.",
            "",
            "/",
            "..",
            "x.png/..",
            "fam. de Vries",
            "png",
            "x.p\u{f1}g",
        ] {
            assert!(PictureFormat::of(Path::new(name)).is_err(), "{name}");
        }
    }
}
