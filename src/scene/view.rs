//! What of the family is shown now, and how. The same map under another view is another picture.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::Rect;
use crate::i18n::Lang;
use crate::kinship::Reach;
use crate::model::{Date, KindId, PersonId, RelationId, Subject, SupportId};
use crate::scene::strand::StrandView;
use crate::theme::Theme;
use crate::year::Absent;

/// Choices about showing. Nothing in here changes a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Colours, strokes, sizes.
    pub theme: &'static Theme,
    /// The language of every word that is drawn.
    pub lang: Lang,
    /// The day that ages count to.
    pub today: Date,
    /// Who is drawn; empty: everybody. Nobody moves when others go.
    pub people: BTreeSet<PersonId>,
    /// The part of the family that is drawn, laid out as if it were the whole; `None`: everybody.
    pub part: Option<Part>,
    /// Who stands out, when anybody does: the others are drawn faint. Goes before strands.
    pub lit: BTreeSet<PersonId>,
    /// What stands under the symbol of who has no name: what the focus person calls them. Who is
    /// missing here stays without a word.
    pub kin_words: BTreeMap<PersonId, String>,
    /// Which sensitive entries are drawn.
    pub sensitive: Sensitive,
    /// The strands that are drawn, the most important first.
    pub strands: Vec<StrandView>,
    /// Kinds and life areas that are not drawn, besides those the map itself hides.
    pub hidden: BTreeSet<KindId>,
    /// Which emotional and contact lines are drawn.
    pub relations: Relations,
    /// Relations that were opened: drawn whatever else is, also those that are closed of themselves.
    pub open: BTreeSet<RelationId>,
    /// What stands at everybody and on the lines between them.
    pub plates: Plates,
    /// Which organisations and helpers are drawn, and which of their ties.
    pub supports: Supports,
    /// Are those who live together enclosed by a dashed line?
    pub households: bool,
    /// Are people who carry no strand at full strength drawn faint?
    pub dim_others: bool,
    /// What has its place and is not there yet, where the map is that of a past year.
    pub absent: Absent,
    /// Who is not on the map yet, and is seen as it would be: fainter, in dashes.
    pub ghosts: BTreeSet<PersonId>,
    /// How many people who are not drawn belong to somebody who is: said at their side.
    pub more: BTreeMap<PersonId, usize>,
    /// What the picture covers; `None`: what is drawn, and a margin.
    pub field: Option<Rect>,
    /// Is there a title above the family, and the word that everybody is invented?
    pub title: bool,
    /// Is there an explanation of the signs below the family?
    pub legend: bool,
}

impl View {
    /// The calm picture: names, badges, no strand, no relations.
    #[must_use]
    pub fn calm(theme: &'static Theme, lang: Lang, today: Date) -> Self {
        Self {
            theme,
            lang,
            today,
            people: BTreeSet::new(),
            part: None,
            lit: BTreeSet::new(),
            kin_words: BTreeMap::new(),
            sensitive: Sensitive::AsCatalogue,
            strands: Vec::new(),
            hidden: BTreeSet::new(),
            relations: Relations::None,
            open: BTreeSet::new(),
            plates: Plates::Full,
            supports: Supports::Band,
            households: true,
            dim_others: false,
            absent: Absent::default(),
            ghosts: BTreeSet::new(),
            more: BTreeMap::new(),
            field: None,
            title: false,
            legend: false,
        }
    }
}

/// A part of a large family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Around whom.
    pub center: PersonId,
    /// How far.
    pub reach: Reach,
    /// Who is drawn besides, however far: people who were added since.
    pub also: BTreeSet<PersonId>,
}

impl Part {
    /// Everybody within `reach` of `center`.
    #[must_use]
    pub const fn around(center: PersonId, reach: Reach) -> Self {
        Self { center, reach, also: BTreeSet::new() }
    }
}

/// What stands at everybody and on the lines between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plates {
    /// Names, years, ages, tiles; how couples ended, what bonds are.
    #[default]
    Full,
    /// Names, ages, tiles, and no year anywhere: for a room that looks at a screen.
    Screen,
    /// Names alone, close together, on no ground; a couple that ended has a dashed line.
    NamesOnly,
    /// The same for a child: everybody is one empty circle to draw a face in, and a line says no more
    /// than that somebody belongs to somebody.
    Faces,
}

impl Plates {
    /// Do names stand alone, close together?
    pub(super) const fn is_bare(self) -> bool {
        match self {
            Self::Full | Self::Screen => false,
            Self::NamesOnly | Self::Faces => true,
        }
    }

    /// Is there a year anywhere?
    pub(super) const fn has_years(self) -> bool {
        match self {
            Self::Full => true,
            Self::Screen | Self::NamesOnly | Self::Faces => false,
        }
    }
}

/// Which sensitive entries are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sensitive {
    /// What the catalogue hides stays hidden, unless the entry itself was opened.
    #[default]
    AsCatalogue,
    /// Everything is drawn (the coach's copy).
    Shown,
    /// Nothing that is sensitive in any way, opened or not.
    Private,
}

/// Which emotional and contact lines are drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Relations {
    /// None: the calm picture.
    #[default]
    None,
    /// Those of one person.
    Of(PersonId),
    /// These.
    Only(BTreeSet<RelationId>),
    /// All that are not closed.
    All,
}

/// Which organisations and helpers are drawn, and which of their ties.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Supports {
    /// None at all.
    None,
    /// All of them without a tie: the calm picture.
    #[default]
    Band,
    /// With the ties of one person, one home or one support.
    Of(Subject),
    /// With the ties of these.
    Only(BTreeSet<SupportId>),
    /// With all ties.
    All,
}
