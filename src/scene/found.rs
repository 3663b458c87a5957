//! Findings as strands: which colour, which loops, which ends.

use crate::catalogue::Catalogue;
use crate::i18n::{Lang, Message, Texts};
use crate::model::{FamilyMap, KindId};
use crate::pattern::{EdgeKind, EndKind, Finding, Theme};
use crate::scene::strand::{
    Emphasis, StrandEdge, StrandEnd, StrandEndKind, StrandHue, StrandKind, StrandView,
};
use crate::theme::Hue;

/// No more strands than this are drawn at full strength (look.md).
pub const MOST_AT_FULL_STRENGTH: usize = 3;

/// The strands that show `findings`, in the same order. Each gets the colour of its life area as
/// long as no earlier one has it, else the next colour that is free; after the third they are
/// drawn faint.
#[must_use]
pub fn strand_views<'a>(
    map: &FamilyMap,
    findings: impl IntoIterator<Item = &'a Finding>,
    lang: Lang,
) -> Vec<StrandView> {
    let mut taken: Vec<StrandHue> = Vec::new();
    let mut views = Vec::new();
    for (at, finding) in findings.into_iter().enumerate() {
        let hue = free(theme_hue(map, finding.theme.as_ref()), &taken);
        taken.push(hue);
        let full = at < MOST_AT_FULL_STRENGTH;
        let emphasis = if full { Emphasis::Full } else { Emphasis::Dimmed };
        views.push(StrandView { emphasis, ..strand_view(map, finding, hue, lang) });
    }
    views
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
    let ends = finding.ends.iter().map(|end| StrandEnd {
        person: end.person.clone(),
        kind: match end.kind {
            EndKind::Stops => StrandEndKind::Stops,
            EndKind::Ended => StrandEndKind::Ended,
            EndKind::SoFarNot => StrandEndKind::SoFarNot,
            EndKind::Open => StrandEndKind::Open,
            EndKind::NotYet => StrandEndKind::NotYet,
        },
    });
    StrandView {
        hue,
        label: finding.theme.as_ref().map(|theme| label(map, theme, lang)).unwrap_or_default(),
        carriers: finding.people.clone(),
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
    let own = map.own_kinds.get(id).map(|own| own.area.as_str());
    let of_kind = catalogue.kind(id.as_str()).map(|kind| kind.area.as_str());
    let area = own.or(of_kind).unwrap_or(id.as_str());
    catalogue.area(area).map_or(Hue::Slate, |area| area.hue)
}

/// `wish`, unless it is taken: then the next one that is not.
fn free(wish: StrandHue, taken: &[StrandHue]) -> StrandHue {
    let mut all = Hue::ALL.into_iter().map(StrandHue::Area).chain([StrandHue::Strength]);
    if !taken.contains(&wish) {
        return wish;
    }
    all.find(|hue| !taken.contains(hue)).unwrap_or(wish)
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
        Theme::Kind(id) | Theme::Strength(id) | Theme::Area(id) | Theme::Contact(id, _) => kind(id),
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
