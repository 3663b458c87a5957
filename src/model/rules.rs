//! The rules by which the family is drawn, chosen by the user and kept with the map.

/// Every rule; the default is how genograms are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DrawRules {
    /// Which of several partners stands nearest.
    pub nearest: NearestPartner,
    /// The sides of a couple.
    pub sides: Sides,
    /// The order of brothers and sisters.
    pub siblings: SiblingOrder,
    /// Who is drawn.
    pub drawn: Drawn,
}

/// Which of several partners stands nearest to somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NearestPartner {
    /// The one of today, then backwards in time.
    #[default]
    Current,
    /// The first one, then onwards in time.
    First,
}

/// The sides of a couple.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sides {
    /// The man left of the woman, where it costs nothing (the convention of genograms,
    /// McGoldrick, Gerson & Petry 2020).
    #[default]
    ManLeft,
    /// Whatever draws best.
    Free,
}

/// The order of brothers and sisters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SiblingOrder {
    /// By age, the eldest left, unless that makes lines cross or parts a couple.
    #[default]
    Age,
    /// Always by age, if it can be done at all.
    StrictlyAge,
    /// Whatever draws best.
    Free,
}

/// Who of the family is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawn {
    /// Everybody.
    #[default]
    Everybody,
    /// Who shares an ancestor by birth with a focus person, and those they have children with.
    Bloodline,
}

/// Which lines between people are on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinesShown {
    /// None, but for one that is looked at.
    None,
    /// Those of whoever is selected.
    #[default]
    OfSelected,
    /// All of them.
    All,
}
