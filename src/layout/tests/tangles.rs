//! Nets of partners in which no order is better than another are drawn all the same, and soon.

use super::*;

fn net(people: usize, couples: impl Iterator<Item = [usize; 2]>) -> Family {
    let union = |couple: [usize; 2]| Union { partners: couple.to_vec(), ..Union::default() };
    Family { people: (0..people).map(member).collect(), unions: couples.map(union).collect() }
}

fn check_net(family: &Family) {
    let layout = layout(family, &Options::default());
    check_boxes(family, &layout);
    let row = layout.row_of[0];
    assert!(layout.row_of.iter().all(|it| *it == row), "partners stand level");
    let lines = layout.connectors.iter().filter(|line| line.role == LineRole::Partners);
    assert_eq!(lines.count(), family.unions.len(), "every couple has its line");
    // One more, and the others stay.
    let mut more = family.clone();
    more.people.push(member(family.people.len()));
    more.unions.push(Union { partners: vec![0, family.people.len()], ..Union::default() });
    let was: Vec<Option<usize>> =
        (0..family.people.len()).map(Some).chain(std::iter::once(None)).collect();
    check_boxes(&more, &relayout(&more, &Options::default(), &since(&layout, &was)));
}

#[test]
fn everybody_a_partner_of_everybody() {
    check_net(&net(40, (0..40).flat_map(|a| (a + 1..40).map(move |b| [a, b]))));
}

#[test]
fn everybody_of_one_half_a_partner_of_everybody_of_the_other() {
    check_net(&net(60, (0..30).flat_map(|a| (30..60).map(move |b| [a, b]))));
}

#[test]
fn one_with_two_hundred_partners_and_a_chain_of_three_hundred() {
    check_net(&net(201, (1..201).map(|b| [0, b])));
    check_net(&net(300, (1..300).map(|b| [b - 1, b])));
}
