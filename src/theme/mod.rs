//! Colours, strokes and text sizes, by name. The only colour literals of the crate live here.
//!
//! Colour never speaks alone: areas also have an icon and two letters, and in black-and-white
//! print strands have a [`Core`].

mod color;
mod palettes;

pub use color::Color;

/// A colour family. Twelve life areas share eight; the icon and the two-letter code tell apart
/// areas of one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hue {
    /// Money.
    Red,
    /// Housing and safety.
    Orange,
    /// Work and learning.
    Blue,
    /// Body.
    Teal,
    /// Mind and feelings.
    Magenta,
    /// Alcohol, drugs, gambling.
    Purple,
    /// Partner, family, growing up.
    Olive,
    /// People around, law and letters.
    Slate,
}

impl Hue {
    /// All families, in the order in which strands that share one move on to the next.
    pub const ALL: [Self; 8] = [
        Self::Red,
        Self::Blue,
        Self::Purple,
        Self::Orange,
        Self::Teal,
        Self::Magenta,
        Self::Olive,
        Self::Slate,
    ];
}

/// Which theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThemeName {
    /// Warm and light: the table by day.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// High contrast.
    Contrast,
    /// Large and thick, for a beamer in a lit room.
    Projector,
    /// Black and white: print.
    Mono,
}

impl ThemeName {
    /// All themes.
    pub const ALL: [Self; 5] =
        [Self::Light, Self::Dark, Self::Contrast, Self::Projector, Self::Mono];

    /// The word that settings and the command line use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
            Self::Projector => "projector",
            Self::Mono => "mono",
        }
    }

    /// The theme with this [`Self::id`].
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.id() == id)
    }
}

/// How many people stand on a screen that a room looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnScreen {
    /// So few that everything can be large.
    #[default]
    Few,
    /// So many that only what is read is large.
    Many,
}

/// Everything about appearance that has a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Which one it is.
    pub name: ThemeName,
    /// Behind everything.
    pub ground: Color,
    /// Behind every other generation.
    pub band: Color,
    /// Panels, cards and the inside of symbols.
    pub panel: Color,
    /// Search fields, key caps, quiet buttons.
    pub sunken: Color,
    /// Borders that only divide; not the only sign of anything.
    pub hairline: Color,
    /// Text, outlines of people, filled buttons.
    pub ink: Color,
    /// Text that stands back: years, generation words.
    pub soft_ink: Color,
    /// Family lines, borders of fields.
    pub line: Color,
    /// Selection, keyboard focus, what a tap adds.
    pub accent: Color,
    /// Text on [`Self::accent`].
    pub on_accent: Color,
    /// Strengths, and where a strand stops.
    pub strength: Color,
    /// Icons on a tile of a family's or of the strength colour.
    pub on_family: Color,
    /// Something to look at before going on: errors, what cannot be undone.
    pub alert: Color,
    /// The eight families; see [`Self::family`].
    families: Families,
    /// The lines of relations.
    pub relation: RelationColors,
    /// Widths.
    pub stroke: Strokes,
    /// Sizes.
    pub size: Sizes,
    /// How much of a thing stays when another is highlighted, 0 to 1.
    pub dimmed: f64,
    /// Whether strands are told apart by a [`Core`].
    pub is_patterned: bool,
}

/// The colours of the eight families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Families {
    red: Color,
    orange: Color,
    blue: Color,
    teal: Color,
    magenta: Color,
    purple: Color,
    olive: Color,
    slate: Color,
}

/// The colours of relation lines, by how the relation feels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationColors {
    /// Brings closer.
    pub warm: Color,
    /// Neither.
    pub neutral: Color,
    /// Costs energy. Muted: no red wall.
    pub tension: Color,
    /// No contact.
    pub cut: Color,
}

/// Widths of lines in map units (screen points at 100 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strokes {
    /// Borders of panels and bands.
    pub hairline: f64,
    /// Outline of a person.
    pub symbol: f64,
    /// Partner line, descent, sibship.
    pub line: f64,
    /// Slashes: divorce, death.
    pub slash: f64,
    /// A strand, and its loops around people.
    pub strand: f64,
    /// A strand that passes over a person.
    pub strand_over: f64,
    /// What a strand leaves free on each side where it crosses something.
    pub casing: f64,
    /// From the middle of a strand to that of the next beside it.
    pub strand_step: f64,
    /// A relation line.
    pub relation: f64,
    /// The ring of keyboard focus.
    pub focus: f64,
}

/// Sizes of text and symbols in map units (screen points at 100 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// Side of a person's symbol.
    pub symbol: f64,
    /// Side of a badge.
    pub badge: f64,
    /// Radius of a panel's corners.
    pub corner: f64,
    /// Age inside a symbol.
    pub age: f64,
    /// Name under a symbol.
    pub name: f64,
    /// Years under the name, and other small text.
    pub years: f64,
    /// Generation words.
    pub generation: f64,
    /// Two letters on a badge.
    pub code: f64,
    /// Running text.
    pub body: f64,
    /// Headings of cards and sections.
    pub heading: f64,
    /// Titles of panels.
    pub title: f64,
}

/// How a badge is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// The rounded square.
    pub fill: Color,
    /// Its outline, as wide as [`Strokes::line`]; the same as the fill where it needs none.
    pub border: Color,
    /// The icon.
    pub icon: Color,
}

/// A lighter line in the middle of a strand, so that strands differ without colour.
///
/// The edge of the strand stays whole: a broken edge means "over a person".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Core {
    /// Its width as a share of the strand's, 0 (none) to 1.
    pub share: f64,
    /// Dash and gap lengths in strand widths; empty for an unbroken core.
    pub dash: &'static [f64],
}

/// What a strand is twisted of: the second sign beside colour, for strands whose colours are alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ply {
    /// One colour, edge to edge.
    #[default]
    Whole,
    /// With a light line in the middle.
    Lined,
    /// With light dashes in the middle.
    Beaded,
}

impl Ply {
    /// All, in the order in which strands take them.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Lined, Self::Beaded];

    /// The light line in the middle, if it has one.
    #[must_use]
    pub const fn core(self) -> Option<Core> {
        match self {
            Self::Whole => None,
            Self::Lined => Some(Core { share: 0.3, dash: &[] }),
            Self::Beaded => Some(Core { share: 0.45, dash: &[0.8, 1.6] }),
        }
    }
}

/// Colours that are not told apart at a glance in every theme, by somebody who sees all colours.
/// `None` is the green of strengths.
const ALIKE: [(Option<Hue>, Option<Hue>); 5] = [
    (None, Some(Hue::Teal)),
    (None, Some(Hue::Olive)),
    (Some(Hue::Magenta), Some(Hue::Purple)),
    (Some(Hue::Blue), Some(Hue::Slate)),
    (Some(Hue::Purple), Some(Hue::Slate)),
];

/// Do strands of these colours need another sign to be told apart? `None` is the green of strengths.
#[must_use]
pub fn are_alike(a: Option<Hue>, b: Option<Hue>) -> bool {
    a == b || ALIKE.contains(&(a, b)) || ALIKE.contains(&(b, a))
}

/// Text needs this contrast (WCAG 2.2, 1.4.3).
const TEXT_CONTRAST: f64 = 4.5;

/// How much of a family's colour its tint holds.
const TINT_SHARE: f64 = 0.07;

impl Theme {
    /// The theme of this name.
    #[must_use]
    pub const fn of(name: ThemeName) -> &'static Self {
        match name {
            ThemeName::Light => &palettes::LIGHT,
            ThemeName::Dark => &palettes::DARK,
            ThemeName::Contrast => &palettes::CONTRAST,
            ThemeName::Projector => &palettes::PROJECTOR,
            ThemeName::Mono => &palettes::MONO,
        }
    }

    /// The theme of sheets of paper: black and white where this one is, else in colours on white.
    #[must_use]
    pub const fn for_paper(name: ThemeName) -> &'static Self {
        match name {
            ThemeName::Mono => &palettes::PAPER_MONO,
            ThemeName::Light | ThemeName::Dark | ThemeName::Contrast | ThemeName::Projector => {
                &palettes::PAPER
            }
        }
    }

    /// The theme of this name for a picture of the screen that goes on paper.
    #[must_use]
    pub const fn printed(name: ThemeName) -> &'static Self {
        match name {
            ThemeName::Light => &palettes::PRINTED,
            ThemeName::Dark | ThemeName::Contrast | ThemeName::Projector | ThemeName::Mono => {
                Self::of(name)
            }
        }
    }

    /// The theme of this name for a screen that a room looks at: large and thick, in the same colours.
    #[must_use]
    pub const fn for_screen(name: ThemeName, people: OnScreen) -> &'static Self {
        match (name, people) {
            (ThemeName::Light, OnScreen::Few) => &palettes::SCREEN,
            (ThemeName::Light, OnScreen::Many) => &palettes::CROWDED,
            (ThemeName::Dark, OnScreen::Few) => &palettes::SCREEN_DARK,
            (ThemeName::Dark, OnScreen::Many) => &palettes::CROWDED_DARK,
            (ThemeName::Contrast, OnScreen::Few) => &palettes::SCREEN_CONTRAST,
            (ThemeName::Contrast, OnScreen::Many) => &palettes::CROWDED_CONTRAST,
            (ThemeName::Projector, OnScreen::Few) => &palettes::SCREEN_PROJECTOR,
            (ThemeName::Projector, OnScreen::Many) => &palettes::CROWDED_PROJECTOR,
            (ThemeName::Mono, OnScreen::Few) => &palettes::SCREEN_MONO,
            (ThemeName::Mono, OnScreen::Many) => &palettes::CROWDED_MONO,
        }
    }

    /// The colour of a family: badges, strands, bars. Not for text; see [`Self::family_text`].
    #[must_use]
    pub const fn family(&self, hue: Hue) -> Color {
        match hue {
            Hue::Red => self.families.red,
            Hue::Orange => self.families.orange,
            Hue::Blue => self.families.blue,
            Hue::Teal => self.families.teal,
            Hue::Magenta => self.families.magenta,
            Hue::Purple => self.families.purple,
            Hue::Olive => self.families.olive,
            Hue::Slate => self.families.slate,
        }
    }

    /// The colour of a family as text, on any background of the theme or on [`Self::tint`].
    #[must_use]
    pub fn family_text(&self, hue: Hue) -> Color {
        self.readable(self.family(hue))
    }

    /// `color`, brought towards the ink just far enough to be read as text anywhere.
    #[must_use]
    pub fn readable(&self, color: Color) -> Color {
        let grounds = [self.ground, self.band, self.panel, self.sunken, self.tint(color)];
        let is_clear =
            |text: &Color| grounds.into_iter().all(|ground| TEXT_CONTRAST <= text.contrast(ground));
        let steps = (0..=20).map(|step| color.mixed(self.ink, f64::from(step) / 20.0));
        steps.into_iter().find(is_clear).unwrap_or(self.ink)
    }

    /// The badge of a problem kind.
    #[must_use]
    pub const fn problem_tile(&self, hue: Hue) -> Tile {
        let fill = self.family(hue);
        Tile { fill, border: fill, icon: self.on_family }
    }

    /// The badge of what belongs to no life area: as quiet as words beside a field.
    #[must_use]
    pub const fn plain_tile(&self) -> Tile {
        Tile { fill: self.soft_ink, border: self.soft_ink, icon: self.on_family }
    }

    /// The badge of a strength: green, and in print, where green is no sign, turned inside out.
    #[must_use]
    pub const fn strength_tile(&self) -> Tile {
        if self.is_patterned {
            return Tile { fill: self.panel, border: self.ink, icon: self.ink };
        }
        Tile { fill: self.strength, border: self.strength, icon: self.on_family }
    }

    /// A breath of `color` on the panel: behind a chosen card, under a two-letter code.
    #[must_use]
    pub fn tint(&self, color: Color) -> Color {
        self.panel.mixed(color, TINT_SHARE)
    }

    /// What tells strands apart without colour; `None` in themes that have colours.
    #[must_use]
    pub const fn core(&self, hue: Hue) -> Option<Core> {
        if !self.is_patterned {
            return None;
        }
        Some(match hue {
            Hue::Red => Core { share: 0.0, dash: &[] },
            Hue::Blue => Core { share: 0.4, dash: &[] },
            Hue::Purple => Core { share: 0.4, dash: &[0.4, 1.6] },
            Hue::Orange => Core { share: 0.4, dash: &[2.0, 1.0] },
            Hue::Teal => Core { share: 0.7, dash: &[] },
            Hue::Magenta => Core { share: 0.7, dash: &[0.5, 0.5] },
            Hue::Olive => Core { share: 0.7, dash: &[2.0, 2.0] },
            Hue::Slate => Core { share: 0.4, dash: &[3.0, 0.8, 0.5, 0.8] },
        })
    }
}

#[cfg(test)]
mod tests;
