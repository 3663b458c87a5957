//! A scene as PNG: the SVG, drawn by resvg with the typeface that the program carries.

use std::fmt;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::svg::{Lettering, svg};
use crate::fonts;
use crate::scene::Scene;

/// No picture takes more memory than this: 256 megapixels, one gigabyte.
const MOST_PIXELS: f64 = 256.0 * 1024.0 * 1024.0;
/// No picture is wider or higher than this, in pixels; most viewers give up beyond.
const LONGEST_SIDE: f64 = 32_767.0;

/// How large the picture becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PngSize {
    /// So many pixels per map unit; 1 is as on the screen at 100 %.
    Scale(f64),
    /// So many pixels wide.
    Width(u32),
    /// For print: one map unit is 1/96 inch.
    Dpi(f64),
}

/// Why there is no PNG.
#[derive(Clone, Debug, PartialEq)]
pub enum PngError {
    /// The picture would be too large, in pixels.
    TooLarge {
        /// Width in pixels.
        width: f64,
        /// Height in pixels.
        height: f64,
    },
    /// The size is nothing, negative or not a number.
    NoSize,
    /// The drawing could not be read back or written.
    Drawing(String),
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { width, height } => {
                write!(f, "the picture would be too large: {width:.0} × {height:.0} pixels")
            }
            Self::NoSize => f.write_str("the picture would have no size"),
            Self::Drawing(why) => write!(f, "the picture could not be drawn: {why}"),
        }
    }
}

impl std::error::Error for PngError {}

/// `scene` as a PNG file.
///
/// # Errors
///
/// When the size makes no sense or no machine could hold it.
pub fn png(scene: &Scene, size: PngSize) -> Result<Vec<u8>, PngError> {
    drawn(scene, size)?.encode_png().map_err(|why| PngError::Drawing(why.to_string()))
}

/// The pixels of the same: width, height, and red, green, blue and opacity of each, row by row.
///
/// # Errors
///
/// As [`png`].
pub fn pixels(scene: &Scene, size: PngSize) -> Result<(u32, u32, Vec<u8>), PngError> {
    let drawn = drawn(scene, size)?;
    Ok((drawn.width(), drawn.height(), drawn.take_demultiplied()))
}

fn drawn(scene: &Scene, size: PngSize) -> Result<Pixmap, PngError> {
    let (width, height) = (scene.bounds.width(), scene.bounds.height());
    let scale = match size {
        PngSize::Scale(scale) => scale,
        PngSize::Width(pixels) => f64::from(pixels) / width,
        PngSize::Dpi(dpi) => dpi / 96.0,
    };
    let (w, h) = ((width * scale).round(), (height * scale).round());
    if !(w.is_finite() && h.is_finite() && 1.0 <= w && 1.0 <= h) {
        return Err(PngError::NoSize);
    }
    if LONGEST_SIDE < w || LONGEST_SIDE < h || MOST_PIXELS < w * h {
        return Err(PngError::TooLarge { width: w, height: h });
    }
    let text = svg(scene, Lettering::Named);
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(&text, &options).map_err(|why| PngError::Drawing(why.to_string()))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let pixels = Pixmap::new(w as u32, h as u32);
    let mut pixels = pixels.ok_or(PngError::TooLarge { width: w, height: h })?;
    #[expect(clippy::cast_possible_truncation, reason = "a picture needs no more precision")]
    let transform = Transform::from_scale((w / width) as f32, (h / height) as f32);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    Ok(pixels)
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for weight in fonts::Weight::ALL {
        fonts.load_font_data(weight.bytes().to_vec());
    }
    fonts.set_sans_serif_family(fonts::FAMILY);
    Arc::new(fonts)
});
