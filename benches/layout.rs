//! What layout costs, from a dozen people to ten thousand: a first picture, and one child more.
//!
//! `cargo bench --no-default-features --bench layout`; with `RODE_DRAAD_LARGEST=1000000` up to a
//! million. Beside each time: how many people a second, and the memory asked for at once at most.

#![expect(clippy::unwrap_used, reason = "a measurement")]

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use mimalloc::MiMalloc;

use rode_draad::geometry::Size;
use rode_draad::layout::{
    Child, ChildPlace, Family, Former, Layout, Member, Options, Side, Union, layout, relayout,
};

/// What the program uses, counted.
#[global_allocator]
static MEMORY: AllocProfiler<MiMalloc> = AllocProfiler::new(MiMalloc);

const SIZES: [usize; 8] = [12, 30, 60, 150, 1_000, 10_000, 100_000, 1_000_000];

fn main() {
    divan::main();
}

fn sizes() -> impl Iterator<Item = usize> {
    let largest = std::env::var("RODE_DRAAD_LARGEST").map_or(10_000, |n| n.parse().unwrap());
    SIZES.into_iter().filter(move |n| *n <= largest)
}

#[divan::bench(args = sizes(), max_time = 3)]
fn first_picture(bencher: Bencher<'_, '_>, n: usize) {
    let family = family(n);
    bencher
        .counter(ItemsCount::new(family.people.len()))
        .bench_local(|| layout(&family, &Options::default()));
}

#[divan::bench(args = sizes(), max_time = 3)]
fn one_child_more(bencher: Bencher<'_, '_>, n: usize) {
    let before = family(n);
    let drawn: Layout = layout(&before, &Options::default());
    let mut family = before.clone();
    let people = before.people.len();
    family.people.push(member(people));
    family.unions.last_mut().unwrap().children.push(child(people));
    let was: Vec<Option<usize>> = (0..=people).map(|p| (p < people).then_some(p)).collect();
    let former = Former { layout: &drawn, was: &was, family: Some(&before), wishes: &[] };
    bencher
        .counter(ItemsCount::new(family.people.len()))
        .bench_local(|| relayout(&family, &Options::default(), &former));
}

fn member(nth: usize) -> Member {
    let side = if nth.is_multiple_of(2) { Side::Left } else { Side::Right };
    let size = Size::new(80.0, 60.0);
    Member { size, symbol_drop: 20.0, symbol_half: 16.0, side, birth: None, pin: None }
}

fn child(person: usize) -> Child {
    Child { person, place: ChildPlace::Home, twin: None }
}

/// A family that grows from one couple, always the same: sibships of one to four, every fourth partner
/// with parents and a sister, every twelfth marriage within the family.
fn family(n: usize) -> Family {
    let mut dice = 7_u64;
    let mut below = |limit: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % limit
    };
    let mut family = Family::default();
    let add = |family: &mut Family, birth: u32| {
        let nth = family.people.len();
        family.people.push(Member { birth: Some(f64::from(birth)), ..member(nth) });
        nth
    };
    let mut open = std::collections::VecDeque::from([(add(&mut family, 1500), 1500)]);
    while family.people.len() < n
        && let Some((person, birth)) = open.pop_front()
    {
        let cousin = if below(12) == 0 { open.pop_front() } else { None };
        let partner = cousin.map_or_else(|| add(&mut family, birth + 1), |cousin| cousin.0);
        if cousin.is_none() && below(4) == 0 {
            let partners = vec![add(&mut family, birth - 30), add(&mut family, birth - 29)];
            let sister = add(&mut family, birth + 3);
            open.push_back((sister, birth + 3));
            let children = vec![child(partner), child(sister)];
            family.unions.push(Union { partners, children, ..Union::default() });
        }
        let mut children = Vec::new();
        for nth in 0..1 + below(4) as u32 {
            let birth = birth + 25 + 2 * nth;
            let person = add(&mut family, birth);
            open.push_back((person, birth));
            children.push(child(person));
        }
        family.unions.push(Union { partners: vec![person, partner], children, ..Union::default() });
    }
    family
}
