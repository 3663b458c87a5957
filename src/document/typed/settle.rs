//! What the pieces of a line say of each other, once all of them are known.

use super::Fact;
use super::read::{Piece, What};
use crate::model::{Date, PartialDate};

/// An age becomes a year of birth, or of death: what is not known of the two. An age beside both
/// says nothing new, and stays.
pub(super) fn ages(pieces: &mut [Piece], today: Date) {
    let facts = || {
        let all = pieces.iter().filter_map(|piece| match &piece.what {
            What::Facts(facts) => Some(facts),
            _ => None,
        });
        all.flatten()
    };
    let born = facts().find_map(|fact| match fact {
        Fact::Born(date) => Some(date.year()),
        _ => None,
    });
    let died = facts().find_map(|fact| match fact {
        Fact::Died(date) => Some(date.map(PartialDate::year)),
        _ => None,
    });
    let about = |year: i32| Date::year_only(year).map(PartialDate::About);
    let mut is_first = true;
    for piece in pieces {
        let What::Age(age) = piece.what else { continue };
        let age = i32::from(age);
        let fact = match (born, died) {
            (None, None) => about(today.year() - age).map(Fact::Born),
            (None, Some(Some(died))) => about(died - age).map(Fact::Born),
            (Some(born), Some(None)) => about(born + age).map(|date| Fact::Died(Some(date))),
            _ => None,
        };
        piece.what = match fact.filter(|_| is_first) {
            Some(fact) => What::Facts(vec![fact]),
            None => What::Kept,
        };
        is_first = false;
    }
}

/// "Getrouwd 1996-2009 gescheiden": how it ended is said beside when.
pub(super) fn end(pieces: &mut [Piece]) {
    let facts = |piece: &Piece| match &piece.what {
        What::Facts(facts) => facts.clone(),
        _ => Vec::new(),
    };
    let said: Vec<Fact> = pieces.iter().flat_map(facts).collect();
    let Some(until) = said.iter().find_map(|fact| match fact {
        Fact::Until(date) => Some(*date),
        _ => None,
    }) else {
        return;
    };
    if !said.iter().any(|fact| matches!(fact, Fact::End(..))) {
        return;
    }
    for piece in pieces {
        let What::Facts(facts) = &mut piece.what else { continue };
        facts.retain(|fact| !matches!(fact, Fact::Until(_)));
        for fact in facts {
            if let Fact::End(_, date) = fact {
                *date = date.or(Some(until));
            }
        }
    }
}

/// Punctuation beside what is said goes with it; inside a name it stays.
pub(super) fn tidy(pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let is_name = |at: Option<usize>| {
            let what = at.and_then(|at| pieces.get(at)).map(|it| &it.what);
            matches!(what, Some(What::Name | What::Kept | What::OfAChild))
        };
        let (before, after) = (is_name(at.checked_sub(1)), is_name(Some(at + 1)));
        let Some(piece) = pieces.get_mut(at) else { continue };
        match piece.what {
            What::Nothing if before && after => piece.what = What::Name,
            What::Name | What::Kept | What::OfAChild if !after => {
                let kept = piece.words.trim_end_matches([',', ';', ':']).len();
                piece.words.truncate(kept);
            }
            _ => {}
        }
    }
}
