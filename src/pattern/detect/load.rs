//! Load: in each generation and life area, people Yes out of people known.
//!
//! Counts: Ria in debt, Anja asked about everything with money: one of the two known.
//! Does not: Joyce, who is too young for anything with money.

use std::collections::BTreeMap;

use crate::pattern::{Context, Load, Standing, Theme};

/// One row for each generation and life area of which anything is known, elder first.
pub(in crate::pattern) fn load(context: &Context<'_>) -> Vec<Load> {
    let mut rows = Vec::new();
    for theme in context.facts.themes() {
        let Theme::Area(area) = &theme.theme else { continue };
        let mut counts: BTreeMap<u32, [u32; 3]> = BTreeMap::new();
        for person in context.people() {
            let [yes, known, unknown] = counts.entry(context.kin.generation(person)).or_default();
            match context.standing(theme, person) {
                Standing::Yes => {
                    *yes += 1;
                    *known += 1;
                }
                Standing::No => *known += 1,
                Standing::Maybe | Standing::Unknown => *unknown += 1,
                Standing::NotYet => {}
            }
        }
        for (generation, [yes, known, unknown]) in counts {
            if known != 0 || unknown != 0 {
                rows.push(Load { generation, area: area.clone(), yes, known, unknown });
            }
        }
    }
    rows.sort_by(|a, b| (a.generation, &a.area).cmp(&(b.generation, &b.area)));
    rows
}
