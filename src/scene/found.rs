//! Findings as strands: which colour, which loops, which ends.

use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::i18n::{Lang, Message, Texts};
use crate::model::{FamilyMap, KindId, OwnKind};
use crate::pattern::{EdgeKind, EndKind, Finding, Theme};
use crate::scene::strand::{
    Emphasis, StrandEdge, StrandEnd, StrandEndKind, StrandHue, StrandKind, StrandView,
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
    let edges = finding.edges.iter().map(|edge| StrandEdge {
        from: edge.from.clone(),
        to: edge.to.clone(),
        over: edge.over.clone(),
        kind: match edge.kind {
            EdgeKind::Direct => StrandKind::Direct,
            EdgeKind::Skipped => StrandKind::Skipped,
            EdgeKind::Gap => StrandKind::Gap,
        },
    });
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

/// The colour that a theme would like.
#[must_use]
pub fn theme_hue(map: &FamilyMap, theme: Option<&Theme>) -> StrandHue {
    let Some(theme) = theme else { return StrandHue::Area(Hue::Slate) };
    match theme {
        Theme::Strength(_) | Theme::SkillWell(_) => StrandHue::Strength,
        Theme::Kind(id) | Theme::PartnerWith(id) | Theme::Area(id) => {
            StrandHue::Area(area_hue(map, id))
        }
        Theme::SkillHard(_) => StrandHue::Area(Hue::Magenta),
        Theme::YoungParent | Theme::Separated | Theme::LoneParent | Theme::Contact(..) => {
            StrandHue::Area(Hue::Olive)
        }
        Theme::PlacedOut | Theme::EarlyDeath | Theme::LostParentYoung => {
            StrandHue::Area(Hue::Slate)
        }
    }
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
