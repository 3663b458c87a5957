//! The embedded typeface and icons, as egui knows them.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontId, RichText};

use crate::catalogue::icon;
use crate::fonts::{IconStyle, Weight};

/// Gives egui our typeface in its weights, and the two icon fonts. Once, before the first frame.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    // What egui brings is kept as a fallback for what Inter lacks.
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for weight in Weight::ALL {
        let name = weight_name(weight);
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(weight.bytes())));
        let rare = format!("{name} rare");
        let bytes = FontData::from_static(weight.rare_bytes());
        fonts.font_data.insert(rare.clone(), Arc::new(bytes));
        let mut chain = vec![name.to_owned(), rare];
        chain.extend(fallback.iter().cloned());
        fonts.families.insert(family(weight), chain);
    }
    for style in IconStyle::ALL {
        let name = style.family().to_owned();
        fonts.font_data.insert(name.clone(), Arc::new(FontData::from_static(style.bytes())));
        fonts.families.insert(icon_family(style), vec![name]);
    }
    ctx.set_fonts(fonts);
}

/// The egui family of a weight.
#[must_use]
pub fn family(weight: Weight) -> FontFamily {
    match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::SemiBold | Weight::Bold => FontFamily::Name(weight_name(weight).into()),
    }
}

/// The egui family of an icon style.
#[must_use]
pub fn icon_family(style: IconStyle) -> FontFamily {
    FontFamily::Name(style.family().into())
}

/// Text in a weight and size.
pub fn text(words: impl Into<String>, size: f32, weight: Weight) -> RichText {
    RichText::new(words).font(FontId::new(size, family(weight)))
}

/// The icon called `name`; nothing when there is no such icon (a test forbids it).
#[must_use]
pub fn icon_text(name: &str, size: f32, style: IconStyle) -> RichText {
    let glyph = icon(name).map(String::from).unwrap_or_default();
    RichText::new(glyph).font(FontId::new(size, icon_family(style)))
}

/// Paints the icon called `name` around `center`, without taking any room.
pub fn paint_icon(
    ui: &egui::Ui,
    center: egui::Pos2,
    name: &str,
    size: f32,
    style: IconStyle,
    ink: egui::Color32,
) {
    let Some(glyph) = icon(name) else { return };
    let font = FontId::new(size, icon_family(style));
    ui.painter().text(center, egui::Align2::CENTER_CENTER, glyph, font, ink);
}

const fn weight_name(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "Inter",
        Weight::SemiBold => "Inter-SemiBold",
        Weight::Bold => "Inter-Bold",
    }
}
