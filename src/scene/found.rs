//! Findings as strands: which colour, which loops, which ends.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, PLAIN_ICON};
use crate::i18n::{Lang, Message, Texts};
use crate::model::{CardId, FamilyMap, KindId, OwnKind};
use crate::pattern::{Card, Cards, EdgeKind, EndKind, Finding, KinEdge, Sign, Theme, What};
use crate::scene::badge;
use crate::scene::strand::{
    Emphasis, Ring, StrandEdge, StrandEnd, StrandEndKind, StrandHue, StrandKind, StrandView,
};
use crate::theme::{Hue, Ply};

/// No more strands than this are drawn at full strength (look.md).
pub const MOST_AT_FULL_STRENGTH: usize = 3;

/// The strands that show `findings`, in the same order, each in a colour of its own as long as
/// there are any; after the third they are drawn faint.
#[must_use]
pub fn strand_views<'a>(
    map: &FamilyMap,
    findings: impl IntoIterator<Item = &'a Finding>,
    lang: Lang,
) -> Vec<StrandView> {
    let findings: Vec<&Finding> = findings.into_iter().collect();
    let themes: Vec<_> = findings.iter().map(|finding| finding.theme.as_ref()).collect();
    let looks = strand_looks(map, &themes);
    let mut views = Vec::new();
    for (at, (finding, (hue, ply))) in findings.into_iter().zip(looks).enumerate() {
        let full = at < MOST_AT_FULL_STRENGTH;
        let emphasis = if full { Emphasis::Full } else { Emphasis::Dimmed };
        views.push(StrandView { emphasis, ply, ..strand_view(map, finding, hue, lang) });
    }
    views
}

/// The strands that show the cards called `ids`, in the same order, as [`strand_views`] dresses them.
/// Ties have no strand: a card about them lights up its people.
#[must_use]
pub fn card_strands(
    map: &FamilyMap,
    cards: &Cards,
    ids: &[CardId],
    lang: Lang,
) -> Vec<(CardId, StrandView)> {
    let there = ids.iter().filter_map(|id| cards.get(id)).filter(|card| card.has_strand());
    let there: Vec<&Card> = there.collect();
    let themes: Vec<_> = there.iter().map(|card| Some(&card.theme)).collect();
    let looks = strand_looks(map, &themes);
    let view = |(at, (card, (hue, ply))): (usize, (&Card, (StrandHue, Ply)))| {
        let full = at < MOST_AT_FULL_STRENGTH;
        let emphasis = if full { Emphasis::Full } else { Emphasis::Dimmed };
        let strand = card_strand(cards, card);
        let label = card_title(map, card, lang);
        (card.id.clone(), StrandView { hue, ply, label, emphasis, ..strand })
    };
    there.into_iter().zip(looks).enumerate().map(view).collect()
}

/// One card as a strand: a ring for every carrier, lines where its threads run, signs where they end.
pub(super) fn card_strand(cards: &Cards, card: &Card) -> StrandView {
    let is_own = |finding: &&Finding| {
        card.threads.contains(&finding.id) && !matches!(finding.theme, Some(Theme::PartnerWith(_)))
    };
    let mut edges: Vec<StrandEdge> = Vec::new();
    for edge in cards.findings.findings.iter().filter(is_own).flat_map(|it| &it.edges) {
        let edge = strand_edge(edge);
        if !edges.contains(&edge) {
            edges.push(edge);
        }
    }
    let signs = card.signs.iter().map(|(person, sign)| {
        let kind = match sign {
            Sign::Knot => StrandEndKind::Ended,
            Sign::OpenRing => StrandEndKind::Stops,
            Sign::Unknown => StrandEndKind::Open,
        };
        StrandEnd { person: person.clone(), kind }
    });
    // The children who grow up with it stand out with the others.
    let children = card.claims.iter().filter(|it| matches!(it.what, What::GrowsUp | What::Child));
    let children = children.flat_map(|claim| &claim.people).filter(|it| !card.yes.contains(it));
    let kind = StrandEndKind::NotYet;
    let children = children.map(|person| StrandEnd { person: person.clone(), kind });
    let over = card.over.iter().map(|id| (id.clone(), Ring::Over));
    let beside = card.beside.iter().map(|id| (id.clone(), Ring::Beside));
    StrandView {
        hue: StrandHue::Strength,
        ply: Ply::Whole,
        label: String::new(),
        carriers: card.yes.clone(),
        rings: over.chain(beside).collect(),
        edges,
        ends: signs.chain(children).collect(),
        emphasis: Emphasis::Full,
    }
}

/// The title of a card: the same word on map, card, overview and legend.
#[must_use]
pub fn card_title(map: &FamilyMap, card: &Card, lang: Lang) -> String {
    if let Theme::Kind(kind) = &card.theme
        && let Some(own) = map.own_kinds.get(kind)
    {
        return own.label.clone();
    }
    let phrases = Catalogue::builtin().phrases(card.id.as_str());
    let title = phrases.map(|phrases| phrases.title.in_lang(lang).to_owned());
    title.unwrap_or_else(|| label(map, &card.theme, lang))
}

/// The colour of each strand of those drawn together, and what tells it from those before it
/// whose colour is alike.
#[must_use]
pub fn strand_looks(map: &FamilyMap, themes: &[Option<&Theme>]) -> Vec<(StrandHue, Ply)> {
    let mut looks: Vec<(StrandHue, Ply)> = Vec::with_capacity(themes.len());
    for hue in strand_hues(map, themes) {
        let alike = || looks.iter().filter(|(other, _)| hue.is_like(*other));
        let is_free = |ply: &Ply| alike().all(|(_, other)| other != ply);
        let ply = Ply::ALL.into_iter().find(is_free).unwrap_or_default();
        looks.push((hue, ply));
    }
    looks
}

/// A colour for each strand of those drawn together: that of its life area, else the next that is
/// free. Strengths are green, all that their [`Ply`] tells apart.
///
/// What people carry themselves chooses before what follows from the family, so that "alcohol" has
/// the colour of its badges and "partner with alcohol" another.
#[must_use]
pub fn strand_hues(map: &FamilyMap, themes: &[Option<&Theme>]) -> Vec<StrandHue> {
    let follows = |theme: Option<&Theme>| match theme {
        Some(
            Theme::Kind(_)
            | Theme::Area(_)
            | Theme::Strength(_)
            | Theme::SkillHard(_)
            | Theme::SkillWell(_),
        ) => false,
        Some(_) | None => true,
    };
    let mut order: Vec<(usize, Option<&Theme>)> = themes.iter().copied().enumerate().collect();
    // As many as there are colours choose first, so that none of those share one.
    order.sort_by_key(|(at, theme)| (at / (Hue::ALL.len() + 1), follows(*theme)));
    let mut given: BTreeMap<usize, StrandHue> = BTreeMap::new();
    for (at, theme) in order {
        let wish = theme_hue(map, theme);
        let taken: Vec<StrandHue> = given.values().copied().collect();
        let green = taken.iter().filter(|hue| **hue == StrandHue::Strength).count();
        let is_strength = wish == StrandHue::Strength && green < Ply::ALL.len();
        let has_badges = !follows(theme) && !taken.contains(&wish);
        given.insert(at, if is_strength || has_badges { wish } else { free(wish, &taken) });
    }
    given.into_values().collect()
}

fn strand_view(map: &FamilyMap, finding: &Finding, hue: StrandHue, lang: Lang) -> StrandView {
    let edges = finding.edges.iter().map(strand_edge);
    let ends = finding.ends.iter().filter_map(|end| {
        let kind = match end.kind {
            EndKind::Stops => StrandEndKind::Stops,
            EndKind::Ended => StrandEndKind::Ended,
            EndKind::Open => StrandEndKind::Open,
            EndKind::NotYet => StrandEndKind::NotYet,
            // Not so far is not no: nothing is said.
            EndKind::SoFarNot => return None,
        };
        Some(StrandEnd { person: end.person.clone(), kind })
    });
    StrandView {
        hue,
        ply: Ply::Whole,
        label: finding.theme.as_ref().map(|theme| label(map, theme, lang)).unwrap_or_default(),
        carriers: finding.people.clone(),
        rings: BTreeMap::new(),
        edges: edges.collect(),
        ends: ends.collect(),
        emphasis: Emphasis::Full,
    }
}

fn strand_edge(edge: &KinEdge) -> StrandEdge {
    StrandEdge {
        from: edge.from.clone(),
        to: edge.to.clone(),
        over: edge.over.clone(),
        kind: match edge.kind {
            EdgeKind::Direct => StrandKind::Direct,
            EdgeKind::Skipped => StrandKind::Skipped,
            EdgeKind::Gap => StrandKind::Gap,
        },
    }
}

/// The colour that a theme would like.
#[must_use]
pub fn theme_hue(map: &FamilyMap, theme: Option<&Theme>) -> StrandHue {
    let Some(theme) = theme else { return StrandHue::Area(Hue::Slate) };
    match theme {
        Theme::Strength(_) | Theme::SkillWell(_) => StrandHue::Strength,
        Theme::Kind(id) | Theme::PartnerWith(id) | Theme::Area(id) => {
            StrandHue::Area(area_hue(map, id))
        }
        Theme::SkillHard(_) => StrandHue::Area(badge::SKILL_HUE),
        Theme::YoungParent | Theme::Separated | Theme::LoneParent | Theme::Contact(..) => {
            StrandHue::Area(Hue::Olive)
        }
        Theme::PlacedOut | Theme::EarlyDeath | Theme::LostParentYoung => {
            StrandHue::Area(Hue::Slate)
        }
    }
}

/// The name of the icon of a theme: that of its badges, where it has any.
#[must_use]
pub fn theme_icon(map: &FamilyMap, theme: &Theme) -> String {
    let catalogue = Catalogue::builtin();
    let area = |id: &str| catalogue.area(id).map(|area| area.icon.as_str());
    let icon = match theme {
        Theme::Kind(id) | Theme::PartnerWith(id) | Theme::Area(id) => {
            let own = map.own_kinds.get(id).and_then(OwnKind::area_id).and_then(area);
            let kind = catalogue.kind(id.as_str()).map(|kind| kind.icon.as_str());
            kind.or(own).or_else(|| area(id.as_str())).unwrap_or(PLAIN_ICON)
        }
        Theme::Strength(id) => {
            catalogue.strength(id.as_str()).map_or("check", |row| row.icon.as_str())
        }
        Theme::SkillHard(id) | Theme::SkillWell(id) => {
            catalogue.skill(id.as_str()).map_or("brain", |row| row.icon.as_str())
        }
        Theme::YoungParent => "baby-carriage",
        Theme::Separated => "link-break",
        Theme::LoneParent => "user",
        Theme::Contact(..) => "users",
        Theme::PlacedOut => "house-line",
        Theme::EarlyDeath | Theme::LostParentYoung => "flower-lotus",
    };
    icon.to_owned()
}

fn area_hue(map: &FamilyMap, id: &KindId) -> Hue {
    let catalogue = Catalogue::builtin();
    if let Some(kind) = catalogue.kind(id.as_str()) {
        return catalogue.hue(kind).unwrap_or(Hue::Slate);
    }
    let own = map.own_kinds.get(id);
    let area = own.map_or(Some(id.as_str()), OwnKind::area_id);
    let Some(area) = area else { return Hue::Slate };
    catalogue.area(area).map_or(Hue::Slate, |area| area.hue)
}

/// `wish` when it is free, else the next colour that is; one that looks like a colour in use only
/// when there is no other.
fn free(wish: StrandHue, taken: &[StrandHue]) -> StrandHue {
    let start = match wish {
        StrandHue::Area(hue) => hue,
        StrandHue::Strength => Hue::Teal,
    };
    let after = Hue::ALL.into_iter().skip_while(|hue| *hue != start).chain(Hue::ALL);
    let all = || [wish].into_iter().chain(after.clone().map(StrandHue::Area));
    let all = || all().chain([StrandHue::Strength]).filter(|hue| !taken.contains(hue));
    let unlike = all().find(|hue| !taken.iter().any(|other| hue.is_like(*other)));
    unlike.or_else(|| all().next()).unwrap_or(wish)
}

/// What a theme is called in the legend.
#[must_use]
pub fn label(map: &FamilyMap, theme: &Theme, lang: Lang) -> String {
    let texts = Texts::new(lang);
    let kind = |id: &KindId| {
        let own = map.own_kinds.get(id).map(|own| own.label.clone());
        let row = || Catalogue::builtin().entry(id.as_str());
        own.or_else(|| row().map(|row| row.words().in_lang(lang).to_owned())).unwrap_or_default()
    };
    let skill = |id: &KindId| Catalogue::builtin().skill(id.as_str());
    match theme {
        Theme::Kind(id) | Theme::Strength(id) | Theme::Area(id) => kind(id),
        // The words for a relation begin small: they stand behind two names elsewhere.
        Theme::Contact(id, _) => {
            let words = kind(id);
            let mut letters = words.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string());
            first.unwrap_or_default() + letters.as_str()
        }
        Theme::SkillHard(id) => {
            skill(id).map(|it| it.hard.in_lang(lang).to_owned()).unwrap_or_default()
        }
        Theme::SkillWell(id) => {
            skill(id).map(|it| it.goes_well.in_lang(lang).to_owned()).unwrap_or_default()
        }
        Theme::PartnerWith(id) => {
            texts.say(&Message::new("scene-partner-with").arg("kind", kind(id)))
        }
        Theme::YoungParent => texts.get("scene-young-parent"),
        Theme::Separated => texts.get("scene-theme-separated"),
        Theme::LoneParent => texts.get("scene-lone-parent"),
        Theme::PlacedOut => texts.get("scene-placed-out"),
        Theme::EarlyDeath => texts.get("scene-early-death"),
        Theme::LostParentYoung => texts.get("scene-lost-parent-young"),
    }
}
