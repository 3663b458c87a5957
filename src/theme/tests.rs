use std::collections::BTreeSet;

use super::*;

fn themes() -> impl Iterator<Item = &'static Theme> {
    ThemeName::ALL.into_iter().map(Theme::of)
}

/// The themes that tell families apart by colour.
fn coloured() -> impl Iterator<Item = &'static Theme> {
    themes().filter(|theme| !theme.is_patterned)
}

/// What things are drawn on.
fn grounds(theme: &Theme) -> [(&'static str, Color); 4] {
    [
        ("ground", theme.ground),
        ("band", theme.band),
        ("panel", theme.panel),
        ("sunken", theme.sunken),
    ]
}

#[test]
fn names_lead_to_their_theme() {
    for name in ThemeName::ALL {
        assert_eq!(Theme::of(name).name, name, "{name:?}");
        assert_eq!(ThemeName::from_id(name.id()), Some(name), "{name:?}");
    }
    assert_eq!(ThemeName::from_id("pink"), None, "no such theme");
}

#[test]
fn text_is_readable_on_everything() {
    for theme in themes() {
        for (where_, ground) in grounds(theme) {
            for (what, text) in [("ink", theme.ink), ("soft ink", theme.soft_ink)] {
                let ratio = text.contrast(ground);
                assert!(4.5 <= ratio, "{:?}: {what} on {where_} {ratio:.2}", theme.name);
            }
            for hue in Hue::ALL {
                let ratio = theme.family_text(hue).contrast(ground);
                assert!(4.5 <= ratio, "{:?}: {hue:?} text on {where_} {ratio:.2}", theme.name);
            }
            for (what, color) in [("strength", theme.strength), ("accent", theme.accent)] {
                let ratio = theme.readable(color).contrast(ground);
                assert!(4.5 <= ratio, "{:?}: {what} text on {where_} {ratio:.2}", theme.name);
            }
        }
        for (what, text, ground) in [
            ("panel colour on ink", theme.panel, theme.ink),
            ("text on accent", theme.on_accent, theme.accent),
            ("alert on panel", theme.alert, theme.panel),
            ("alert on ground", theme.alert, theme.ground),
        ] {
            let ratio = text.contrast(ground);
            assert!(4.5 <= ratio, "{:?}: {what} {ratio:.2}", theme.name);
        }
        for hue in Hue::ALL {
            let ratio = theme.family_text(hue).contrast(theme.tint(theme.family(hue)));
            assert!(4.5 <= ratio, "{:?}: {hue:?} on its tint {ratio:.2}", theme.name);
        }
    }
}

#[test]
fn lines_and_symbols_stand_out() {
    for theme in themes() {
        let RelationColors { warm, neutral, tension, cut } = theme.relation;
        let mut drawn = vec![
            ("line", theme.line),
            ("accent", theme.accent),
            ("strength", theme.strength),
            ("warm", warm),
            ("neutral", neutral),
            ("tension", tension),
            ("cut", cut),
        ];
        drawn.extend(Hue::ALL.map(|hue| ("a family", theme.family(hue))));
        for (what, color) in drawn {
            for (where_, ground) in grounds(theme) {
                let ratio = color.contrast(ground);
                assert!(3.0 <= ratio, "{:?}: {what} {color} on {where_} {ratio:.2}", theme.name);
            }
        }
        let problems = Hue::ALL.map(|hue| theme.problem_tile(hue));
        for Tile { fill, border, icon } in problems.into_iter().chain([theme.strength_tile()]) {
            let ratio = icon.contrast(fill);
            assert!(3.0 <= ratio, "{:?}: icon on {fill} {ratio:.2}", theme.name);
            for (where_, ground) in grounds(theme) {
                let ratio = border.contrast(ground);
                assert!(3.0 <= ratio, "{:?}: badge on {where_} {ratio:.2}", theme.name);
            }
        }
    }
}

#[test]
fn high_contrast_is_higher() {
    let theme = Theme::of(ThemeName::Contrast);
    for (where_, ground) in grounds(theme) {
        for text in [theme.ink, theme.soft_ink, theme.line] {
            assert!(7.0 <= text.contrast(ground), "{text} on {where_}");
        }
    }
}

#[test]
fn families_differ_in_every_kind_of_sight() {
    for theme in coloured() {
        let families = Hue::ALL.map(|hue| (format!("{hue:?}"), theme.family(hue)));
        let all: Vec<_> =
            families.into_iter().chain([("Strength".to_owned(), theme.strength)]).collect();
        for sight in Sight::ALL {
            for (i, (name, color)) in all.iter().enumerate() {
                for (other_name, other) in &all[..i] {
                    let difference = delta_e_2000(seen(*color, sight), seen(*other, sight));
                    assert!(
                        8.0 <= difference,
                        "{:?}, {sight:?}: {name} and {other_name} differ {difference:.2}",
                        theme.name
                    );
                }
            }
        }
    }
}

/// Side by side on the map, strands are told apart at a glance or have another sign.
#[test]
fn colours_that_are_alike_are_known_to_be() {
    let all = Hue::ALL.map(Some).into_iter().chain([None]).collect::<Vec<Option<Hue>>>();
    for (i, a) in all.iter().enumerate() {
        assert!(are_alike(*a, *a), "{a:?}");
        for b in &all[..i] {
            let least = coloured().map(|theme| {
                let color = |of: Option<Hue>| of.map_or(theme.strength, |hue| theme.family(hue));
                delta_e_2000(seen(color(*a), Sight::Normal), seen(color(*b), Sight::Normal))
            });
            let least = least.fold(f64::INFINITY, f64::min);
            assert_eq!(are_alike(*a, *b), least < 15.0, "{a:?} and {b:?} differ {least:.2}");
            assert_eq!(are_alike(*a, *b), are_alike(*b, *a), "{a:?} and {b:?}");
        }
    }
}

#[test]
fn plies_differ() {
    let cores = Ply::ALL.map(Ply::core).map(|core| format!("{core:?}"));
    assert_eq!(cores.iter().collect::<BTreeSet<_>>().len(), Ply::ALL.len(), "{cores:?}");
}

#[test]
fn without_colour_every_family_has_its_own_core() {
    let theme = Theme::of(ThemeName::Mono);
    let cores: BTreeSet<_> = Hue::ALL
        .into_iter()
        .filter_map(|hue| theme.core(hue))
        .map(|core| {
            assert!((0.0..1.0).contains(&core.share), "{core:?} leaves an edge");
            assert!(core.dash.len().is_multiple_of(2), "{core:?}: each dash has a gap");
            format!("{core:?}")
        })
        .collect();
    assert_eq!(cores.len(), 8, "eight families, eight cores");
    for theme in coloured() {
        assert_eq!(theme.core(Hue::Blue), None, "{:?} has colours", theme.name);
    }
}

#[test]
fn print_has_no_colour() {
    let print = Theme::of(ThemeName::Mono);
    for hue in Hue::ALL {
        let (strength, problem) = (print.strength_tile().fill, print.problem_tile(hue).fill);
        assert!(7.0 <= strength.contrast(problem), "a strength is told from {hue:?} in print");
    }
    let theme = Theme::of(ThemeName::Mono);
    let families = Hue::ALL.map(|hue| theme.family(hue));
    let tokens = [theme.ground, theme.band, theme.panel, theme.ink, theme.line, theme.strength];
    for Color([red, green, blue, _]) in families.into_iter().chain(tokens) {
        assert!(red == green && green == blue, "{red} {green} {blue} is a grey");
    }
}

#[test]
fn the_projector_is_larger_and_thicker() {
    let (near, far) = (Theme::of(ThemeName::Light), Theme::of(ThemeName::Projector));
    let Sizes { age, name, years, generation, body, heading, title, .. } = far.size;
    for size in [age, name, years, generation, body, heading, title] {
        assert!(24.0 <= size, "{size} is read from the back row");
    }
    assert!(near.stroke.strand * 1.4 < far.stroke.strand, "strands");
    assert!(near.stroke.line * 1.4 < far.stroke.line, "family lines");
    assert!(near.size.symbol < far.size.symbol, "people");
    for theme in themes() {
        let Strokes { strand, casing, strand_step, .. } = theme.stroke;
        assert!(strand + casing <= strand_step, "{:?}: strands lie apart", theme.name);
        assert!(2.0 <= theme.stroke.focus, "{:?}: the focus ring is seen", theme.name);
    }
}

#[test]
fn the_difference_of_colours_is_that_of_the_literature() {
    // Sharma, Wu and Dalal 2005, table 1: pairs 1, 4, 10, 16, 17, 22 and 34.
    for (one, other, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, 2.5, 0.0], [50.0, 0.0, -2.5], 4.3065),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        let difference = delta_e_2000(one, other);
        assert!((difference - expected).abs() < 1e-4, "{one:?} {other:?}: {difference}");
    }
}

#[derive(Clone, Copy, Debug)]
enum Sight {
    Normal,
    Protan,
    Deutan,
    Tritan,
}

impl Sight {
    const ALL: [Self; 4] = [Self::Normal, Self::Protan, Self::Deutan, Self::Tritan];

    /// Machado, Oliveira and Fernandes 2009, severity 1: what remains of linear light.
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Normal => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protan => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deutan => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritan => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

fn applied(matrix: [[f64; 3]; 3], [x, y, z]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

/// CIE L*a*b* (D65) of a colour as that sight sees it.
fn seen(color: Color, sight: Sight) -> [f64; 3] {
    let light = applied(sight.matrix(), color.linear()).map(|channel| channel.clamp(0.0, 1.0));
    let to_xyz = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let [x, y, z] = applied(to_xyz, light);
    let curve = |t: f64| {
        if 216.0 / 24389.0 < t { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 }
    };
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(curve);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000 (Sharma, Wu and Dalal 2005).
#[expect(clippy::disallowed_methods, reason = "a test needs no equal bits on every platform")]
fn delta_e_2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();
    let stretch = 1.5 - 0.5 * seventh(a1.hypot(b1).midpoint(a2.hypot(b2)));
    let (a1, a2) = (a1 * stretch, a2 * stretch);
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let (h1, h2) = (b1.atan2(a1).to_degrees(), b2.atan2(a2).to_degrees());
    let (h1, h2) = (h1.rem_euclid(360.0), h2.rem_euclid(360.0));
    let turn = match h2 - h1 {
        _ if c1 * c2 == 0.0 => 0.0,
        turn if 180.0 < turn => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let d_hue = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = (l1.midpoint(l2), c1.midpoint(c2));
    let h = if c1 * c2 == 0.0 { h1 + h2 } else { h1 + turn / 2.0 };
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.2 * cos(4.0 * h - 63.0);
    let bend = (l - 50.0) * (l - 50.0);
    let s_l = 1.0 + 0.015 * bend / (20.0 + bend).sqrt();
    let (s_c, s_h) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let near_blue = (h.rem_euclid(360.0) - 275.0) / 25.0;
    let rotation = 60.0 * (-near_blue * near_blue).exp();
    let r_t = -rotation.to_radians().sin() * 2.0 * seventh(c);
    let (dl, dc, dh) = ((l2 - l1) / s_l, (c2 - c1) / s_c, d_hue / s_h);
    (dl * dl + dc * dc + dh * dh + r_t * dc * dh).sqrt()
}
