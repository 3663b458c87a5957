//! Load: in each generation and life area, people Yes out of people known.
//!
//! Counts: Ria in debt, Anja asked about everything with money: one of the two known.
//! Does not: Joyce, who is too young for anything with money.

use crate::pattern::{Context, Load, Standing, Theme};

/// One row for each generation and life area of which anything is known, elder first.
pub(in crate::pattern) fn load(context: &Context<'_>) -> Vec<Load> {
    let mut rows = Vec::new();
    for theme in context.facts.themes() {
        let Theme::Area(area) = &theme.theme else { continue };
        let mut counts: Vec<[u32; 3]> = Vec::new();
        for person in context.people() {
            let generation = context.kin.generation(person) as usize;
            if counts.len() <= generation {
                counts.resize(generation + 1, [0; 3]);
            }
            let Some([yes, known, unknown]) = counts.get_mut(generation) else { continue };
            let standing = context.standing(theme, person);
            *yes += u32::from(standing == Standing::Yes);
            *known += u32::from(standing.is_known());
            *unknown += u32::from(standing.is_unknown());
        }
        for (generation, [yes, known, unknown]) in (0..).zip(counts) {
            if known != 0 || unknown != 0 {
                rows.push(Load { generation, area: area.clone(), yes, known, unknown });
            }
        }
    }
    rows.sort_by(|a, b| (a.generation, &a.area).cmp(&(b.generation, &b.area)));
    rows
}
