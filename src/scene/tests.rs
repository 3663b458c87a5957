//! Pictures of small families.

use super::fixture;
use super::{
    Cast, Emphasis, StrandEdge, StrandEnd, StrandEndKind, StrandHue, StrandKind, StrandView, View,
    build,
};
use crate::export::{Lettering, PngSize, png, svg};
use crate::i18n::Lang;
use crate::scene::Scene;
use crate::theme::{Hue, Theme, ThemeName};

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

/// A strand through `carriers`, each edge written "from>to" or "from>over>to".
fn strand(
    hue: Hue,
    carriers: &[&str],
    edges: &[&str],
    ends: &[(&str, StrandEndKind)],
) -> StrandView {
    let edge = |text: &&str| {
        let people: Vec<_> = text.split('>').map(fixture::id).collect();
        let (from, to) = (people[0].clone(), people[people.len() - 1].clone());
        let over = people[1..people.len() - 1].to_vec();
        let kind = if over.is_empty() { StrandKind::Direct } else { StrandKind::Gap };
        StrandEdge { from, to, over, kind }
    };
    let end =
        |(name, kind): &(&str, StrandEndKind)| StrandEnd { person: fixture::id(name), kind: *kind };
    StrandView {
        hue: StrandHue::Area(hue),
        label: String::new(),
        carriers: carriers.iter().map(|name| fixture::id(name)).collect(),
        edges: edges.iter().map(edge).collect(),
        ends: ends.iter().map(end).collect(),
        emphasis: Emphasis::Full,
    }
}

#[test]
fn strands_run_along_the_family_lines() {
    let map = fixture::de_wit();
    let debts = ["ans", "linda", "kim", "jayden"];
    let mut view = calm();
    view.strands = vec![
        strand(
            Hue::Red,
            &debts,
            &["ans>linda", "linda>kim", "kim>jayden"],
            &[("henk", StrandEndKind::Open), ("dennis", StrandEndKind::SoFarNot)],
        ),
        strand(
            Hue::Blue,
            &["linda", "kim", "dennis"],
            &["linda>kim", "linda>dennis"],
            &[("noa", StrandEndKind::Stops), ("kim", StrandEndKind::Ended)],
        ),
        strand(Hue::Purple, &["piet", "rob", "marco", "sami"], &["piet>linda>kim"], &[]),
        strand(Hue::Teal, &["mien", "kim"], &["mien>rob>kim"], &[]),
    ];
    let cast = Cast::of(&map, &view);
    let layout = fixture::de_wit_layout(&cast);
    let scene = build(&map, &cast, &layout, &view);
    show("de-wit-strands", &scene);
}
