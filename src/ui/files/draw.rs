//! Draws pictures and pages to files.

use std::path::Path;

use super::file_name;
use crate::export::{self, Lettering, PictureFormat, PngSize};
use crate::file::{self, Expected};
use crate::i18n::{Lang, Message};
use crate::scene::{self, Scene, View};
use crate::ui::app::App;
use crate::ui::dialogs::PDF;
use crate::ui::errands::Then;
use crate::ui::shell::computer::Computer;
use crate::ui::shell::documents::{Fault, Order};

/// A picture is twice as sharp as the screen, unless that would be larger than this, in pixels.
const LONGEST_SIDE: f64 = 16_000.0;

impl App {
    pub(super) fn draw_at(&mut self, path: &Path, expected: Expected) {
        let format = match PictureFormat::of(path) {
            Ok(format) => format,
            Err(message) => {
                self.session.warn(vec![message]);
                return;
            }
        };
        let view = View { title: true, legend: true, ..self.view() };
        let then = self.past.then.as_ref().filter(|it| it.absent.is_past());
        let layout = &self.derived.layout;
        let scene = match then {
            Some(then) => {
                let (strands, whole) = (self.strands(), self.document.map());
                let strands = (&*strands, &self.session.opened);
                self.derived.past_scene((whole, then), &view, strands, layout)
            }
            None => {
                let view = View { strands: self.shown_strands(), ..view };
                scene::build(self.shown_map(), &self.derived.cast, layout, &view)
            }
        };
        let lang = self.session.lang;
        let lacking = export::letters_without_font(&scene);
        let is_lacking = !lacking.is_empty();
        let lacking = is_lacking.then(|| Message::new("paper-letters").arg("letters", lacking));
        let make = move |_: &dyn Computer| drawn(&scene, format, lang).map_err(Fault::NotMade);
        let order = Order { path: path.to_owned(), expected, make: Box::new(make) };
        self.write(order, Then::Drawn(lacking.into_iter().collect()));
    }

    /// Writes the chosen sheet, and closes the dialog that it was chosen in.
    pub(super) fn write_paper_at(&mut self, path: &Path, expected: Expected) {
        if !file::ends_in(path, PDF) {
            let message = Message::new("page-unknown").arg("name", file_name(path));
            self.session.warn(vec![message]);
            return;
        }
        let Some(bytes) = self.paper_file() else { return };
        self.session.paper = None;
        let make = move |_: &dyn Computer| bytes.map_err(Fault::NotMade);
        let order = Order { path: path.to_owned(), expected, make: Box::new(make) };
        // What is not on it was said beside the page.
        self.write(order, Then::Drawn(Vec::new()));
    }
}

/// The bytes of a picture.
fn drawn(scene: &Scene, format: PictureFormat, lang: Lang) -> Result<Vec<u8>, Vec<Message>> {
    let longest = scene.bounds.width().max(scene.bounds.height()).max(1.0);
    let no_picture = |why: &dyn std::fmt::Display| {
        vec![Message::new("cli-no-picture").arg("why", why.to_string())]
    };
    match format {
        PictureFormat::Svg => Ok(export::svg(scene, Lettering::Embedded).into_bytes()),
        PictureFormat::Png => export::png(scene, PngSize::Scale((LONGEST_SIDE / longest).min(2.0)))
            .map_err(|why| no_picture(&why)),
        PictureFormat::Pdf => export::pdf(scene, None, lang).map_err(|why| no_picture(&why)),
    }
}
