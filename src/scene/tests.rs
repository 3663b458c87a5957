//! Pictures of small families.

use super::fixture;
use super::{Cast, View, build};
use crate::export::{Lettering, PngSize, png, svg};
use crate::i18n::Lang;
use crate::scene::Scene;
use crate::theme::{Theme, ThemeName};

fn calm() -> View {
    View::calm(Theme::of(ThemeName::Light), Lang::Nl, fixture::today())
}

/// Writes the picture into the folder that `RODE_DRAAD_PICTURES` names, to be looked at.
fn show(name: &str, scene: &Scene) {
    let Some(folder) = std::env::var_os("RODE_DRAAD_PICTURES") else { return };
    let folder = std::path::Path::new(&folder);
    std::fs::write(folder.join(format!("{name}.svg")), svg(scene, Lettering::Named)).expect("svg");
    let bytes = png(scene, PngSize::Scale(1.0)).expect("a picture");
    std::fs::write(folder.join(format!("{name}.png")), bytes).expect("png");
}

#[test]
fn the_family_of_the_design_is_drawn() {
    let map = fixture::de_wit();
    let view = calm();
    let cast = Cast::of(&map, &view);
    let layout = fixture::de_wit_layout(&cast);
    let scene = build(&map, &cast, &layout, &view);
    show("de-wit", &scene);
    assert_eq!(scene.spoken.len(), 15);
}
