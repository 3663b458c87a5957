//! What a pattern can be about: everything that is entered, and what follows from the family.

use std::fmt;

use crate::catalogue::Catalogue;
use crate::model::KindId;

/// What carriers have in common (patterns.md §1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// A problem kind of the catalogue or of the map's own.
    Kind(KindId),
    /// A strength.
    Strength(KindId),
    /// An executive skill that is hard.
    SkillHard(KindId),
    /// An executive skill that goes well.
    SkillWell(KindId),
    /// Anything in a life area; always said as wider.
    Area(KindId),
    /// First child before the limit of the settings.
    YoungParent,
    /// A union ended otherwise than by death.
    Separated,
    /// On one's own for a child.
    LoneParent,
    /// A partner, in any union, has this problem kind.
    PartnerWith(KindId),
    /// A relation of this kind, in this role.
    Contact(KindId, Role),
    /// Placed out of home: entered, or a foster bond.
    PlacedOut,
    /// Died before the limit of the settings.
    EarlyDeath,
    /// A parent died before this person was grown up.
    LostParentYoung,
}

/// The side of a relation somebody stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Either side of a kind without direction.
    Either,
    /// From whom a directed kind goes out.
    From,
    /// To whom it goes.
    To,
}

/// What follows from the family.
const DERIVED: [Theme; 6] = [
    Theme::YoungParent,
    Theme::Separated,
    Theme::LoneParent,
    Theme::PlacedOut,
    Theme::EarlyDeath,
    Theme::LostParentYoung,
];

impl Theme {
    /// Is it something strong: a strength, or a skill that goes well?
    #[must_use]
    pub const fn is_strong(&self) -> bool {
        matches!(self, Self::Strength(_) | Self::SkillWell(_))
    }

    /// Is it entered for people, rather than derived from the family?
    #[must_use]
    pub const fn is_entered(&self) -> bool {
        matches!(self, Self::Kind(_) | Self::Strength(_) | Self::SkillHard(_) | Self::SkillWell(_))
    }

    /// What follows from the family and is entered as `kind` too: one card tells both (telling.md §0).
    #[must_use]
    pub fn derived_of(kind: &KindId) -> Option<Self> {
        let row = Catalogue::builtin().phrases(kind.as_str())?;
        let is_entered = row.entered_as.as_deref() == Some(kind.as_str());
        DERIVED.into_iter().find(|theme| is_entered && theme.to_string() == row.theme)
    }

    /// The kind under which the same is entered by hand.
    #[must_use]
    pub fn entered_kind(&self) -> Option<&'static str> {
        Catalogue::builtin().phrases(&self.to_string())?.entered_as.as_deref()
    }

    /// The row of the catalogue (or the map's own kind) that it is about, where there is one.
    #[must_use]
    pub const fn kind(&self) -> Option<&KindId> {
        match self {
            Self::Kind(id)
            | Self::Strength(id)
            | Self::SkillHard(id)
            | Self::SkillWell(id)
            | Self::Area(id)
            | Self::PartnerWith(id)
            | Self::Contact(id, _) => Some(id),
            Self::YoungParent
            | Self::Separated
            | Self::LoneParent
            | Self::PlacedOut
            | Self::EarlyDeath
            | Self::LostParentYoung => None,
        }
    }
}

impl fmt::Display for Theme {
    /// As it stands in JSON and in ids: a catalogue id, or a derived theme. The strong side of a
    /// skill is `strong(ef-…)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(id) | Self::Strength(id) | Self::SkillHard(id) | Self::Area(id) => {
                f.write_str(id.as_str())
            }
            Self::SkillWell(id) => write!(f, "strong({id})"),
            Self::YoungParent => f.write_str("young-parent"),
            Self::Separated => f.write_str("separated"),
            Self::LoneParent => f.write_str("lone-parent"),
            Self::PartnerWith(id) => write!(f, "partner-with({id})"),
            Self::Contact(id, role) => contact(f, id, *role),
            Self::PlacedOut => f.write_str("placed-out"),
            Self::EarlyDeath => f.write_str("early-death"),
            Self::LostParentYoung => f.write_str("lost-parent-young"),
        }
    }
}

/// Spelled with the English names of the catalogue: `contact(violence: lived through)`.
fn contact(f: &mut fmt::Formatter<'_>, id: &KindId, role: Role) -> fmt::Result {
    let row = Catalogue::builtin().relation(id.as_str());
    let roles = row.and_then(|row| row.roles.as_ref());
    let name = row.map_or(id.as_str(), |row| &row.theme);
    match role {
        Role::Either => write!(f, "contact({name})"),
        Role::From => write!(f, "contact({name}: {})", roles.map_or("from", |it| &it.from_theme)),
        Role::To => write!(f, "contact({name}: {})", roles.map_or("to", |it| &it.to_theme)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_are_spelled_as_in_the_specification() {
        let id = |text| KindId::new(text).expect("an id");
        let cases = [
            (Theme::Kind(id("geld-schulden")), "geld-schulden"),
            (Theme::PartnerWith(id("gebruik-alcohol")), "partner-with(gebruik-alcohol)"),
            (Theme::Contact(id("geweld"), Role::From), "contact(violence: used)"),
            (Theme::Contact(id("geweld"), Role::To), "contact(violence: lived through)"),
            (Theme::Contact(id("breuk"), Role::Either), "contact(cut-off)"),
            (Theme::SkillWell(id("ef-tijd")), "strong(ef-tijd)"),
            (Theme::LostParentYoung, "lost-parent-young"),
        ];
        for (theme, spelled) in cases {
            assert_eq!(theme.to_string(), spelled);
        }
    }
}
