//! What a card can be about, as the oracle names it.

use rode_draad::catalogue::phrases::{Phrases, Tell};
use rode_draad::catalogue::{Catalogue, Nature};

/// A theme of a card.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Theme {
    Kind(String),
    Strength(String),
    Hard(String),
    Well(String),
    Area(String),
    Young,
    Separated,
    Lone,
    Placed,
    Partner(String),
    /// Any side of a relation of this kind.
    Tie(String),
    Early,
    Lost,
}

impl Theme {
    /// The theme of the card on which a problem kind is told.
    pub(super) fn of_kind(kind: &str) -> Self {
        match kind {
            "opv-uithuis" => Self::Placed,
            "relatie-alleen" => Self::Lone,
            "relatie-scheiding" => Self::Separated,
            "opv-jongouder" => Self::Young,
            _ => Self::Kind(kind.to_owned()),
        }
    }

    /// The kind under which it is entered.
    pub(super) fn kind(&self) -> Option<&str> {
        match self {
            Self::Kind(id) => Some(id),
            Self::Placed => Some("opv-uithuis"),
            Self::Lone => Some("relatie-alleen"),
            Self::Separated => Some("relatie-scheiding"),
            Self::Young => Some("opv-jongouder"),
            _ => None,
        }
    }

    pub(super) fn spelled(&self) -> String {
        match self {
            Self::Kind(id) | Self::Strength(id) | Self::Hard(id) | Self::Area(id) => id.clone(),
            Self::Well(id) => format!("strong({id})"),
            Self::Young => "young-parent".to_owned(),
            Self::Separated => "separated".to_owned(),
            Self::Lone => "lone-parent".to_owned(),
            Self::Placed => "placed-out".to_owned(),
            Self::Partner(id) => format!("partner-with({id})"),
            Self::Tie(id) => {
                format!("contact({})", Catalogue::builtin().relation(id).unwrap().theme)
            }
            Self::Early => "early-death".to_owned(),
            Self::Lost => "lost-parent-young".to_owned(),
        }
    }

    pub(super) fn words(&self) -> Option<&'static Phrases> {
        let catalogue = Catalogue::builtin();
        let own = || catalogue.phrases("own").filter(|_| matches!(self, Self::Kind(_)));
        catalogue.phrases(&self.spelled()).or_else(own)
    }

    pub(super) const fn is_strong(&self) -> bool {
        matches!(self, Self::Strength(_) | Self::Well(_))
    }

    pub(super) const fn is_event(&self) -> bool {
        matches!(self, Self::Separated | Self::Tie(_))
    }

    /// From which age it can be said of somebody.
    pub(super) fn begins_at(&self) -> i32 {
        let catalogue = Catalogue::builtin();
        let kind = |id: &str| catalogue.kind(id).map_or(0, |row| i32::from(row.from_age));
        match self {
            Self::Kind(id) => kind(id),
            Self::Hard(id) | Self::Well(id) => i32::from(catalogue.skill(id).unwrap().from_age),
            Self::Area(area) => {
                let rows = catalogue.kinds_of(area).filter(|it| it.nature != Nature::Derived);
                rows.map(|row| i32::from(row.from_age)).min().unwrap()
            }
            Self::Strength(_) | Self::Tie(_) | Self::Placed => 0,
            Self::Young => 20,
            Self::Partner(_) | Self::Separated | Self::Lone => 16,
            Self::Lost => 18,
            Self::Early => 50,
        }
    }

    pub(super) fn is_of_childhood(&self) -> bool {
        match self {
            Self::Kind(id) => {
                Catalogue::builtin().kind(id).is_some_and(|it| it.nature == Nature::Childhood)
            }
            Self::Placed | Self::Lost => true,
            _ => false,
        }
    }

    pub(super) fn is_situation(&self) -> bool {
        match self {
            // What a family calls by a name of its own is a situation.
            Self::Kind(id) => {
                Catalogue::builtin().kind(id).is_none_or(|it| it.nature == Nature::Situation)
            }
            Self::Lone => true,
            _ => false,
        }
    }

    /// Is it told only to who asks for more?
    pub(super) fn is_on_request(&self) -> bool {
        self.words().is_none_or(|words| words.tell == Tell::OnRequest)
    }
}
