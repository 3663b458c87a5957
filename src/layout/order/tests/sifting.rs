//! What sifting says that a move costs is what counting everything again finds.

use super::*;

/// Does sifting say by how much it changes what an order costs, with everybody by themselves and folded?
fn check_sifting(family: &Family) {
    let kin = Kin::new(family);
    let graph = Graph::new(&kin);
    let rules = Rules::new(&kin, &graph, &Options::default());
    let start =
        grow::several(&kin, 1, &grow::ONE_AT_A_TIME, |rows| walk::whole(&graph, &rules, rows))
            .remove(0);
    let fold = fold::Fold::new(&kin, &graph, &rules);
    let folded = fold.folded(&start);
    for (graph, rules, start) in [(&graph, &rules, start), (&fold.graph, &fold.rules, folded)] {
        let mut cost = board::Board::new(graph, rules, start.clone()).cost();
        let mut sifted =
            large::Sifted::new(graph, rules, &start, large::Tries { per_ten: 10, luck: 0 });
        for (round, heat) in [(0, 90.0), (1, 20.0), (2, 0.0), (3, 0.0)] {
            let change = sifted.round(round, heat);
            assert!(change <= 0 || heat > 0.0, "without heat nothing gets worse");
            cost += change;
            let board = board::Board::new(graph, rules, sifted.items());
            assert_eq!(cost, board.cost(), "after round {round}");
        }
    }
}

/// What an order costs whose places have these columns: lines cross by columns, all else is by place.
fn cost_in_columns(graph: &Graph, rules: &Rules, rows: &[Vec<u32>], columns: &[Vec<u32>]) -> i64 {
    let board = board::Board::new(graph, rules, rows.to_vec());
    let mut pos = vec![0; graph.items()];
    for (&item, &column) in rows.iter().flatten().zip(columns.iter().flatten()) {
        pos[item as usize] = column;
    }
    let width =
        |row: usize| columns.get(row).and_then(|row| row.last()).map_or(0, |c| *c as usize + 1);
    let gaps = graph.gaps.iter().enumerate();
    let crossings =
        gaps.map(|(row, gap)| crossings::crossings(gap, &pos, width(row), width(row + 1)));
    board.cost() + rules::CROSSING * (crossings.sum::<u64>() as i64 - board.crossings())
}

/// Does sifting say by how much it changes what is seen, when every place has a column?
fn check_sifting_in_columns(family: &Family, steps: &[u32]) {
    let kin = Kin::new(family);
    let graph = Graph::new(&kin);
    let rules = Rules::new(&kin, &graph, &Options::default());
    let start =
        grow::several(&kin, 1, &grow::ONE_AT_A_TIME, |rows| walk::whole(&graph, &rules, rows))
            .remove(0);
    let mut step = steps.iter().cycle();
    let columns: Vec<Vec<u32>> = start
        .iter()
        .map(|row| {
            let mut at = 0;
            let column = |_| {
                at += step.next().unwrap();
                at
            };
            row.iter().map(column).collect()
        })
        .collect();
    let mut cost = cost_in_columns(&graph, &rules, &start, &columns);
    let tries = large::Tries { per_ten: 10, luck: 0 };
    let mut sifted = large::Sifted::in_columns(
        &rules,
        frame::Frame::all(&graph, &rules, &start),
        columns.clone(),
        tries,
    );
    for (round, heat) in [(0, 90.0), (1, 8.0), (2, 0.0), (3, 0.0)] {
        let change = sifted.round(round, heat);
        assert!(change <= 0 || heat > 0.0, "without heat nothing gets worse");
        cost += change;
        let counted = cost_in_columns(&graph, &rules, &sifted.items(), &columns);
        assert_eq!(cost, counted, "after round {round}");
    }
}

#[test]
fn sifting_knows_what_its_moves_cost_among_hundreds() {
    let mut family = many(300);
    // Second and third marriages, with children and without.
    for person in (20..140).step_by(12) {
        let others: &[usize] = if person % 24 == 8 { &[] } else { &[person + 150] };
        family.unions.push(union(&[person, person + 3], others));
        family.unions.push(union(&[person, person + 5], &[]));
    }
    check_sifting(&family);
    check_sifting_in_columns(&family, &[10, 12, 1, 33, 3]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn sifting_knows_what_its_moves_cost(
        mut family in families(),
        pins in prop::collection::vec(prop::option::of(0_u8..90), 16),
        steps in prop::collection::vec(1_u32..40, 1..12),
    ) {
        for (member, pin) in family.people.iter_mut().zip(pins) {
            member.pin = pin.map(|x| crate::layout::Pin::Near(f64::from(x)));
        }
        check_sifting(&family);
        check_sifting_in_columns(&family, &steps);
    }
}
