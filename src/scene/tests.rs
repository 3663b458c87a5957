//! Pictures of small families.

use std::collections::BTreeMap;

use proptest::prelude::*;

mod signs;
mod table;
mod ties;

use super::fixture;
use super::{
    Cast, Emphasis, Ring, StrandEdge, StrandEnd, StrandEndKind, StrandHue, StrandKind, StrandView,
    View, build,
};
use crate::catalogue::Catalogue;
use crate::export::{Lettering, PngError, PngSize, png, svg};
use crate::geometry::Point;
use crate::i18n::Lang;
use crate::kinship::{KinWords, Kinship};
use crate::layout::ChildPlace;
use crate::model::{Age, FamilyMap, Gender, KindId, Moment, SkillLevel, SkillNote, Subject};
use crate::pattern::{self, Settings, Theme as Found};
use crate::scene::Scene;
use crate::scene::{
    Layer, MOST_AT_FULL_STRENGTH, Path, Relations, Sensitive, Shape, strand_hues, strand_looks,
    strand_views,
};
use crate::shown::{Names, named};
use crate::theme::{Hue, Ply, Theme, ThemeName};

fn calm() -> View {
    View::calm(Theme::of(ThemeName::Light), Lang::Nl, fixture::today())
}

/// Holds the picture against `tests/golden/NAME.svg`; `UPDATE_GOLDEN=1` accepts what is drawn now.
/// Golden pictures are laid out by hand, so that they change only when the drawing does.
fn golden(name: &str, scene: &Scene) {
    show(name, scene);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let path = folder.join(format!("{name}.svg"));
    let drawn = svg(scene, Lettering::Named);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(&path, &drawn).expect("a golden file");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let change = expected.lines().zip(drawn.lines()).find(|(old, new)| old != new);
    assert!(expected == drawn, "{name} is drawn differently; UPDATE_GOLDEN=1 accepts: {change:?}");
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
    golden("de-wit", &scene);
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
        ply: Ply::Whole,
        label: String::new(),
        carriers: carriers.iter().map(|name| fixture::id(name)).collect(),
        rings: BTreeMap::new(),
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
            &[("henk", StrandEndKind::Open), ("dennis", StrandEndKind::NotYet)],
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
    golden("de-wit-strands", &scene);
}

/// The line to a partner without the strand goes on up to the strand, in a piece over its casing.
#[test]
fn a_partner_line_reaches_the_strand_that_turns_off() {
    let map = fixture::de_wit();
    let mut view = calm();
    view.strands = vec![strand(Hue::Red, &["ans", "linda"], &["ans>linda"], &[])];
    let cast = Cast::of(&map, &view);
    let scene = build(&map, &cast, &fixture::de_wit_layout(&cast), &view);
    let union = Subject::Union(crate::model::UnionId::new("u1").expect("an id"));
    let of = |item: &&super::Item| item.layer == Layer::Strands;
    let place = |wanted: &dyn Fn(&super::Item) -> bool| {
        scene.items.iter().filter(of).position(wanted).expect("drawn")
    };
    let stub = place(&|it| it.subject.as_ref() == Some(&union));
    let color = view.theme.family(Hue::Red);
    let line = place(&|it| {
        matches!(&it.shape, Shape::Path { paint, .. }
        if paint.stroke.is_some_and(|stroke| stroke.color == color))
    });
    let casing = place(&|it| it.strand == Some(0));
    assert!(casing < stub && stub < line, "{casing} {stub} {line}");
    // Piet and Ans stand at 300 and 470: their line is left at 385, towards Piet.
    let stubs = scene.items.iter().filter(of).filter(|it| it.subject.as_ref() == Some(&union));
    let ends: Vec<(f64, f64)> = stubs
        .filter_map(|it| match &it.shape {
            Shape::Path { path, .. } => {
                let level = path.points().all(|point| point.y == 172.0);
                let xs = || path.points().map(|point| point.x);
                level.then(|| (xs().fold(f64::MAX, f64::min), xs().fold(f64::MIN, f64::max)))
            }
            _ => None,
        })
        .collect();
    let bend = ends.iter().find(|(from, to)| (380.0..390.0).contains(&f64::midpoint(*from, *to)));
    let (from, to) = *bend.expect("a piece where the strand turns off");
    let stroke = view.theme.stroke;
    assert!(stroke.casing < to - from && to - from < stroke.strand_step, "{from} to {to}");
}

/// Every sign for a person and for a bond, laid out by hand.
#[test]
fn every_sign_is_drawn() {
    let mut map = fixture::signs();
    map.fictional = true;
    let mut view = calm();
    (view.title, view.legend) = (true, true);
    view.relations = Relations::All;
    let cast = Cast::of(&map, &view);
    let layout = fixture::by_hand(&cast, &fixture::SIGN_PLACES);
    golden("signs", &build(&map, &cast, &layout, &view));
}

/// A man with six partners and a child by each, all carriers of four strands.
fn six_partners() -> (FamilyMap, Vec<StrandView>) {
    let mut map = FamilyMap::default();
    fixture::add(&mut map, "Jan", Gender::Man, 1950, None);
    let mut edges = Vec::new();
    for i in 0..6_i32 {
        let (partner, child) = (format!("P{i}"), format!("C{i}"));
        fixture::add(&mut map, &partner, Gender::Woman, 1950 + i, None);
        fixture::add(&mut map, &child, Gender::Man, 1975 + i, None);
        let (partner, child) = (partner.to_lowercase(), child.to_lowercase());
        fixture::join(&mut map, &format!("u{i}"), &["jan", &partner], &[&child]);
        edges.push(format!("jan>{child}"));
    }
    let edges: Vec<&str> = edges.iter().map(String::as_str).collect();
    let children = ["jan", "c0", "c1", "c2", "c3", "c4", "c5"];
    let hues = [Hue::Red, Hue::Blue, Hue::Purple, Hue::Teal];
    (map, hues.map(|hue| strand(hue, &children, &edges, &[])).to_vec())
}

/// Lines of a strand, but for short straight pieces where it passes over others.
fn lines_of(scene: &Scene, strand: usize) -> Vec<&Path> {
    let of = scene.items.iter().filter(|it| it.strand == Some(strand));
    let of = of.filter(|it| it.layer == Layer::Strands).filter_map(|it| match &it.shape {
        Shape::Path { path, .. } => Some(path),
        _ => None,
    });
    of.filter(|path| 2 < path.steps.len()).collect()
}

/// The straight pieces of a path.
fn straights(path: &Path) -> Vec<(Point, Point)> {
    let points: Vec<Point> = path.points().collect();
    let pairs = points.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|(a, b)| (a.x == b.x || a.y == b.y) && 12.0 < a.distance(*b)).collect()
}

#[test]
fn strands_find_their_way_through_six_partners() {
    let (map, strands) = six_partners();
    for (count, name) in
        [(1, "six-partners-one-strand"), (3, "six-partners-three"), (4, "six-partners")]
    {
        let mut view = calm();
        view.strands = strands.iter().take(count).cloned().collect();
        let cast = Cast::of(&map, &view);
        let layout = crate::layout::layout(&cast.family, &super::layout_options());
        let scene = build(&map, &cast, &layout, &view);
        show(name, &scene);
        for at in 0..count {
            let lines = lines_of(&scene, at).len();
            assert_eq!(lines, 12, "casing and line for each of six children");
        }
    }
}

/// As many as there are at full strength: none hides another anywhere.
#[test]
fn three_strands_through_six_partners_lie_apart() {
    let (map, strands) = six_partners();
    let mut view = calm();
    view.strands = strands.into_iter().take(MOST_AT_FULL_STRENGTH).collect();
    let cast = Cast::of(&map, &view);
    let layout = crate::layout::layout(&cast.family, &super::layout_options());
    let scene = build(&map, &cast, &layout, &view);
    let pieces = |strand| lines_of(&scene, strand).into_iter().flat_map(straights).collect();
    let pieces: Vec<Vec<(Point, Point)>> = (0..MOST_AT_FULL_STRENGTH).map(pieces).collect();
    let apart = view.theme.stroke.strand_step - 0.1;
    for (at, of) in pieces.iter().enumerate() {
        assert!(!of.is_empty(), "strand {at} is drawn");
        for (a, b) in of {
            for (c, d) in pieces.iter().skip(at + 1).flatten() {
                let shared = |a: f64, b: f64, c: f64, d: f64| {
                    a.max(b).min(c.max(d)) - a.min(b).max(c.min(d))
                };
                let over = if a.x == b.x && c.x == d.x {
                    (shared(a.y, b.y, c.y, d.y), (a.x - c.x).abs())
                } else if a.y == b.y && c.y == d.y {
                    (shared(a.x, b.x, c.x, d.x), (a.y - c.y).abs())
                } else {
                    continue;
                };
                assert!(over.0 <= 1.0 || apart <= over.1, "{a:?}–{b:?} beside {c:?}–{d:?}");
            }
        }
    }
}

/// Each ring and each end is explained where it is drawn, and nothing else.
#[test]
fn the_legend_explains_the_rings_and_ends_that_are_there() {
    let map = fixture::de_wit();
    let said = |ends: &[(&str, StrandEndKind)], rings: &[(&str, Ring)]| {
        let mut view = calm();
        view.legend = true;
        let mut strand = strand(Hue::Red, &["linda", "kim"], &["linda>kim"], ends);
        strand.rings = rings.iter().map(|(name, ring)| (fixture::id(name), *ring)).collect();
        view.strands = vec![strand];
        let cast = Cast::of(&map, &view);
        texts(&build(&map, &cast, &fixture::de_wit_layout(&cast), &view))
    };
    let has = |words: &[String], it: &str| words.iter().any(|word| word == it);
    let plain = said(&[("sami", StrandEndKind::NotYet)], &[]);
    assert!(has(&plain, "heeft of had het"), "{plain:?}");
    for (ends, rings, words) in [
        (vec![("sami", StrandEndKind::Open)], vec![], "weten we niet"),
        (vec![("sami", StrandEndKind::Stops)], vec![], "gaat hier niet verder"),
        (vec![("kim", StrandEndKind::Ended)], vec![], "is eruit"),
        (vec![], vec![("kim", Ring::Over)], "vroeger, nu niet meer"),
        (vec![], vec![("kim", Ring::Beside)], "partner of ander die het heeft of had"),
    ] {
        assert!(has(&said(&ends, &rings), words), "{words}");
        assert!(!has(&plain, words), "{words} is not there");
    }
}

#[test]
fn the_fifth_loop_becomes_a_number() {
    let map = fixture::de_wit();
    let mut view = calm();
    view.strands = Hue::ALL.map(|hue| strand(hue, &["kim"], &[], &[])).to_vec();
    let cast = Cast::of(&map, &view);
    let scene = build(&map, &cast, &fixture::de_wit_layout(&cast), &view);
    let texts = texts(&scene);
    assert!(texts.contains(&"+4".to_owned()), "{texts:?}");
    let loops = scene.items.iter().filter(|it| it.strand.is_some()).count();
    assert_eq!(loops, 4);
}

#[test]
fn private_views_show_nothing_sensitive() {
    let mut map = fixture::de_wit();
    fixture::give(&mut map, "kim", "gevoel-einde");
    fixture::give(&mut map, "kim", "gevoel-somber");
    let spoken = |sensitive| {
        let view = View { sensitive, ..calm() };
        let cast = Cast::of(&map, &view);
        let scene = build(&map, &cast, &fixture::de_wit_layout(&cast), &view);
        scene.spoken[&Subject::Person(fixture::id("kim"))].clone()
    };
    let hidden = "Wilde niet meer leven";
    assert!(spoken(Sensitive::Shown).contains(hidden));
    assert!(!spoken(Sensitive::AsCatalogue).contains(hidden));
    assert!(spoken(Sensitive::AsCatalogue).contains("Somber"));
    assert!(!spoken(Sensitive::Private).contains("Somber"), "health is sensitive");
    assert!(spoken(Sensitive::Private).contains("Schulden"));
}

#[test]
fn people_who_are_not_shown_leave_nothing_behind() {
    let map = fixture::de_wit();
    let mut view = calm();
    view.people = ["kim", "marco", "jayden"].map(fixture::id).into_iter().collect();
    let cast = Cast::of(&map, &view);
    let scene = build(&map, &cast, &fixture::de_wit_layout(&cast), &view);
    let texts = texts(&scene);
    assert!(texts.contains(&"Jayden".to_owned()) && !texts.contains(&"Noa".to_owned()));
    assert!(!texts.contains(&"Linda".to_owned()), "{texts:?}");
    assert_eq!(scene.spoken.len(), 3);
}

#[test]
fn who_has_no_name_is_called_what_the_view_says() {
    let map = named(&fixture::de_wit(), Names::Kin, Lang::Nl).into_owned();
    let drawn = |kin_words| {
        let view = View { kin_words, ..calm() };
        let cast = Cast::of(&map, &view);
        texts(&build(&map, &cast, &fixture::de_wit_layout(&cast), &view))
    };
    assert!(drawn(KinWords::in_place_of_names(&map, Lang::Nl)).contains(&"moeder".to_owned()));
    let off = drawn(BTreeMap::new());
    assert!(!off.contains(&"moeder".to_owned()) && !off.contains(&"Linda".to_owned()), "{off:?}");
}

#[test]
fn everybody_stands_under_the_union_with_the_strongest_claim() {
    let map = fixture::signs();
    let cast = Cast::of(&map, &calm());
    for (id, union) in cast.unions.iter().zip(&cast.family.unions) {
        for child in &union.children {
            let home = map.home_union(&cast.people[child.person]).map(|(home, _)| home);
            assert_eq!(child.place == ChildPlace::Home, home == Some(id), "{id}");
        }
    }
}

#[test]
fn findings_become_strands_of_different_colours() {
    let map = fixture::de_wit();
    let kin = Kinship::of(&map);
    let today = fixture::today();
    let found = pattern::find(&map, &kin, Catalogue::builtin(), &Settings::default(), today);
    let views = strand_views(&map, &found.findings, Lang::Nl);
    assert_eq!(views.len(), found.findings.len());
    let full = views.iter().filter(|view| view.emphasis == Emphasis::Full).count();
    assert_eq!(full, views.len().min(MOST_AT_FULL_STRENGTH));
    for (at, view) in views.iter().enumerate().take(9) {
        let is_same = |it: &StrandView| it.hue.is_like(view.hue) && it.ply == view.ply;
        assert!(!views[..at].iter().any(is_same), "{}: {:?}", view.label, view.hue);
    }
}

#[test]
fn what_people_carry_keeps_its_colour() {
    let map = fixture::de_wit();
    let kind = |id| KindId::new(id).expect("a kind");
    let hues = |themes: &[&Found]| {
        let themes: Vec<_> = themes.iter().map(|theme| Some(*theme)).collect();
        strand_hues(&map, &themes)
    };
    let partner = Found::PartnerWith(kind("gebruik-alcohol"));
    let alcohol = Found::Kind(kind("gebruik-alcohol"));
    let purple = StrandHue::Area(Hue::Purple);
    assert_eq!(hues(&[&partner]), [purple]);
    assert_eq!(hues(&[&partner, &alcohol])[1], purple, "like its badges");
    assert_ne!(hues(&[&partner, &alcohol])[0], purple);
    let (strength, apart) = (Found::Strength(kind("s-diploma")), Found::Separated);
    let olive = StrandHue::Area(Hue::Olive);
    assert_eq!(hues(&[&apart]), [olive]);
    let both = hues(&[&apart, &strength]);
    assert!(!both.contains(&olive), "too near the green of strengths: {both:?}");
    assert_eq!(both[1], StrandHue::Strength);
}

/// Strengths stay green, and still each is told from the others and from a green of a life area.
#[test]
fn strengths_shown_together_are_told_apart() {
    let map = fixture::de_wit();
    let kind = |id| KindId::new(id).expect("a kind");
    let strength = |id| Found::Strength(kind(id));
    let (diploma, humour, care) =
        (strength("s-diploma"), strength("s-humor"), strength("s-zorgzaam"));
    let looks = |themes: &[&Found]| {
        strand_looks(&map, &themes.iter().map(|theme| Some(*theme)).collect::<Vec<_>>())
    };
    let green = |ply| (StrandHue::Strength, ply);
    let three = looks(&[&diploma, &humour, &care]);
    assert_eq!(three, Ply::ALL.map(green), "as many as are at full strength");
    let body = Found::Area(kind("lichaam"));
    let teal = StrandHue::Area(Hue::Teal);
    assert_eq!(looks(&[&body]), [(teal, Ply::Whole)]);
    assert_eq!(looks(&[&body, &diploma]), [(teal, Ply::Whole), green(Ply::Lined)]);
    assert_eq!(looks(&[&diploma, &body]), [green(Ply::Whole), (teal, Ply::Lined)]);
    let debts = Found::Kind(kind("geld-schulden"));
    assert_eq!(looks(&[&debts, &diploma])[1], green(Ply::Whole), "calm where colour is enough");
}

#[test]
fn pictures_too_large_for_any_machine_are_refused() {
    let map = fixture::de_wit();
    let view = calm();
    let cast = Cast::of(&map, &view);
    let scene = build(&map, &cast, &fixture::de_wit_layout(&cast), &view);
    for size in [PngSize::Scale(1e6), PngSize::Width(u32::MAX), PngSize::Dpi(96e4)] {
        let error = png(&scene, size).expect_err("too large");
        assert!(matches!(error, PngError::TooLarge { .. }), "{size:?}: {error}");
    }
    for size in [PngSize::Scale(0.0), PngSize::Scale(-1.0), PngSize::Dpi(f64::NAN)] {
        assert_eq!(png(&scene, size), Err(PngError::NoSize), "{size:?}");
    }
    let bytes = png(&scene, PngSize::Width(200)).expect("a picture");
    assert!(bytes.starts_with(b"\x89PNG"));
    assert_eq!(bytes[16..20], 200_u32.to_be_bytes(), "as wide as asked for");
}

fn texts(scene: &Scene) -> Vec<String> {
    let texts = scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(label) => Some(label.text.clone()),
        _ => None,
    });
    texts.collect()
}

/// What XML keeps of a text: no characters that it cannot hold, line ends as spaces.
fn kept(text: &str) -> String {
    let legal = |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let plain = |c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c };
    text.chars().filter(legal).map(plain).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_words_make_a_whole_document_with_the_same_words(
        words in proptest::collection::vec(any::<String>(), 15),
        title in any::<String>(),
        embedded in any::<bool>(),
    ) {
        let mut map = fixture::de_wit();
        map.title.clone_from(&title);
        map.wish.clone_from(&title);
        for (person, word) in map.people.values_mut().zip(&words) {
            std::sync::Arc::make_mut(person).name.call.clone_from(word);
        }
        let mut view = calm();
        (view.title, view.legend) = (true, true);
        let cast = Cast::of(&map, &view);
        let scene = build(&map, &cast, &fixture::de_wit_layout(&cast), &view);
        let lettering = if embedded { Lettering::Embedded } else { Lettering::Named };
        let document = svg(&scene, lettering);
        prop_assert_eq!(&document, &svg(&scene, lettering));
        let tree = roxmltree::Document::parse(&document).expect("well-formed");
        // What the typeface lacks is an outline that says its words.
        let words = |node: roxmltree::Node<'_, '_>| match node.tag_name().name() {
            "text" => Some(node.text().unwrap_or("").to_owned()),
            "g" if node.children().filter(|it| it.is_element()).count() == 1
                && node.first_element_child().is_some_and(|it| it.has_tag_name("path")) =>
            {
                node.attribute("aria-label").map(str::to_owned)
            }
            _ => None,
        };
        let read: Vec<String> = tree.descendants().filter_map(words).collect();
        let said: Vec<String> = texts(&scene).iter().map(|text| kept(text)).collect();
        prop_assert_eq!(read, said);
        let ids: Vec<&str> = tree.descendants().filter_map(|node| node.attribute("id")).collect();
        let different: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        prop_assert_eq!(ids.len(), different.len());
    }

    #[test]
    fn what_is_not_a_number_never_reaches_the_picture(
        at in 0_usize..60,
        bad in prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(1e300)],
    ) {
        let map = fixture::de_wit();
        let mut view = calm();
        view.strands = vec![strand(Hue::Red, &["ans", "linda"], &["ans>linda"], &[])];
        let cast = Cast::of(&map, &view);
        let mut layout = fixture::de_wit_layout(&cast);
        let n_people = layout.people.len();
        let points = layout.connectors.iter_mut().flat_map(|it| it.points.iter_mut());
        if let Some(point) = layout.people.iter_mut().chain(points).nth(at % (n_people + 40)) {
            point.x = bad;
        }
        let document = svg(&build(&map, &cast, &layout, &view), Lettering::Named);
        let tree = roxmltree::Document::parse(&document).expect("well-formed");
        for node in tree.descendants() {
            for attribute in node.attributes() {
                let value = attribute.value();
                let is_bad = ["NaN", "inf", "e300"].iter().any(|word| value.contains(word));
                let is_number = matches!(attribute.name(), "d" | "x" | "y" | "cx" | "cy" | "width" | "height" | "viewBox");
                prop_assert!(!(is_number && is_bad), "{}={value}", attribute.name());
            }
        }
    }
}
