//! How wide the generated small families of the comparison are drawn, and how well parents stand
//! over their children.

use super::*;
use crate::layout::order::tests::shared_family;

/// Mean distance of unions from the middle of their outermost children, in box widths.
fn off_centre(family: &Family, drawn: &Layout) -> f64 {
    let x = |p: usize| drawn.people[p].x;
    let mut all = Vec::new();
    for union in family.unions.iter().filter(|u| !u.partners.is_empty() && !u.children.is_empty()) {
        let over = union.partners.iter().map(|p| x(*p)).sum::<f64>() / union.partners.len() as f64;
        let under = || union.children.iter().map(|c| x(c.person));
        let (left, right) = (under().fold(f64::MAX, f64::min), under().fold(f64::MIN, f64::max));
        all.push((over - f64::midpoint(left, right)).abs() / 80.0);
    }
    all.iter().sum::<f64>() / all.len() as f64
}

#[test]
fn generated_families_are_narrow_and_centred() {
    let names =
        [12, 20, 30, 40].into_iter().flat_map(|n| (1..=5).map(move |k| format!("g{n}_{k}")));
    let (mut width, mut off, mut n) = (0.0, 0.0, 0.0);
    for name in names {
        let Some(family) = shared_family(&name) else { return };
        let drawn = layout(&family, &Options::default());
        width += drawn.bounds.width() / 80.0;
        off += off_centre(&family, &drawn);
        n += 1.0;
    }
    let (width, off) = (width / n, off / n);
    assert!(width <= 14.8, "{width} boxes wide");
    assert!(off <= 0.26, "parents stand {off} boxes aside");
}
