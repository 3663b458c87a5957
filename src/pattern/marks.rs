//! What the client said hangs on a theme, not on a finding: a finding gets another id with every
//! carrier who comes or goes, a theme stays what it is.

use std::collections::BTreeMap;

use super::{Finding, Pattern, Role, Settings, Theme, find};
use crate::catalogue::Catalogue;
use crate::kinship::Kinship;
use crate::model::{CardId, Date, FamilyMap, Mark, Recognised};

impl Theme {
    /// The theme of the card on which this theme is told: most themes have a card of their own; that
    /// of a partner and both sides of a relation are told with the kind itself.
    #[must_use]
    pub fn of_card(&self) -> Self {
        match self {
            Self::Kind(id) | Self::PartnerWith(id) => {
                Self::derived_of(id).unwrap_or_else(|| Self::Kind(id.clone()))
            }
            Self::Contact(id, _) => Self::Contact(id.clone(), Role::Either),
            other => other.clone(),
        }
    }
}

impl Finding {
    /// The card on which it is told; a finding about nothing in particular has one of its own.
    #[must_use]
    pub fn card(&self) -> Option<CardId> {
        match &self.theme {
            Some(theme) => CardId::new(&theme.of_card().to_string()),
            None => CardId::new(self.id.as_str()),
        }
    }
}

/// Carries the marks of a file of version 1, which hang on findings, to the cards of their themes.
/// Done once: not where there are cards already. The marks themselves stay.
///
/// Of several on one theme: the smallest pin; dismissed only if all are; the answer on a thread, else
/// yes before no before don't know; all comments, in the engine's order.
pub fn carry_marks(map: &mut FamilyMap, today: Date) {
    if map.marks.is_empty() || !map.cards.is_empty() {
        return;
    }
    let kin = Kinship::of(map);
    let today = map.today_or(today);
    let found = find(map, &kin, Catalogue::builtin(), &Settings::default(), today);
    let mut of_cards: BTreeMap<CardId, Vec<(Pattern, &Mark)>> = BTreeMap::new();
    for finding in &found.findings {
        if let (Some(mark), Some(card)) = (map.marks.get(&finding.id), finding.card()) {
            of_cards.entry(card).or_default().push((finding.pattern, mark));
        }
    }
    let cards: BTreeMap<_, _> = of_cards.into_iter().map(|(id, marks)| (id, one(&marks))).collect();
    map.cards = cards;
}

/// The one mark that says what `marks` say together.
fn one(marks: &[(Pattern, &Mark)]) -> Mark {
    let all = || marks.iter().map(|(_, mark)| *mark);
    let of_thread = marks
        .iter()
        .find_map(|(pattern, mark)| mark.recognised.filter(|_| *pattern == Pattern::Thread));
    let any = [Recognised::Yes, Recognised::No, Recognised::DontKnow]
        .into_iter()
        .find(|answer| all().any(|mark| mark.recognised == Some(*answer)));
    let comments: Vec<&str> =
        all().map(|mark| mark.comment.trim()).filter(|it| !it.is_empty()).collect();
    Mark {
        recognised: of_thread.or(any),
        pin: all().filter_map(|mark| mark.pin).min(),
        dismissed: all().all(|mark| mark.dismissed),
        comment: comments.join("\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KindId;

    fn kind(id: &str) -> KindId {
        KindId::new(id).expect("an id")
    }

    #[test]
    fn a_theme_said_in_two_ways_has_one_card() {
        let cases = [
            (Theme::Kind(kind("geld-schulden")), "geld-schulden"),
            (Theme::PartnerWith(kind("geld-schulden")), "geld-schulden"),
            (Theme::Kind(kind("opv-uithuis")), "placed-out"),
            (Theme::PartnerWith(kind("relatie-scheiding")), "separated"),
            (Theme::Contact(kind("breuk"), Role::Either), "contact(cut-off)"),
            (Theme::Contact(kind("geweld"), Role::From), "contact(violence)"),
            (Theme::Contact(kind("geweld"), Role::To), "contact(violence)"),
            (Theme::SkillHard(kind("ef-tijd")), "ef-tijd"),
            (Theme::SkillWell(kind("ef-tijd")), "strong(ef-tijd)"),
            (Theme::YoungParent, "young-parent"),
        ];
        for (theme, card) in cases {
            assert_eq!(theme.of_card().to_string(), card, "{theme}");
            assert!(CardId::new(card).is_some(), "{card} is an id");
        }
    }

    #[test]
    fn marks_of_one_theme_become_one() {
        let mark = |recognised, pin, dismissed, comment: &str| Mark {
            recognised,
            pin,
            dismissed,
            comment: comment.to_owned(),
        };
        let first = mark(Some(Recognised::Yes), Some(3), true, "van oma");
        let second = mark(Some(Recognised::No), Some(1), false, "");
        let third = mark(None, None, true, "en ik");
        let marks =
            [(Pattern::Siblings, &first), (Pattern::Thread, &second), (Pattern::SameAge, &third)];
        assert_eq!(one(&marks), mark(Some(Recognised::No), Some(1), false, "van oma\nen ik"));
        let both = [(Pattern::Siblings, &first), (Pattern::SameAge, &third)];
        assert_eq!(one(&both), mark(Some(Recognised::Yes), Some(3), true, "van oma\nen ik"));
    }
}
