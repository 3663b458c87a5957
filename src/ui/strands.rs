//! How a finding becomes a strand on the map.

use std::collections::BTreeMap;

use super::strands_panel::CardWords;
use crate::catalogue::Catalogue;
use crate::i18n::{Lang, Message, Texts};
use crate::model::{FamilyMap, FindingId, KindId};
use crate::pattern::{EdgeKind, EndKind, Finding, Findings, Theme as About};
use crate::scene::{
    Emphasis, StrandEdge, StrandEnd, StrandEndKind, StrandHue, StrandKind, StrandView,
};
use crate::theme::{Color, Hue, Theme};

/// What the map draws of a finding.
pub(super) fn strand_view(finding: &Finding) -> StrandView {
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
        hue: hue(finding),
        label: String::new(),
        carriers: finding.people.clone(),
        edges: edges.collect(),
        ends: ends.collect(),
        emphasis: Emphasis::Full,
    }
}

fn hue(finding: &Finding) -> StrandHue {
    match &finding.theme {
        Some(theme) if theme.is_strong() => StrandHue::Strength,
        Some(theme) => StrandHue::Area(theme.kind().and_then(area_hue).unwrap_or(match theme {
            About::EarlyDeath | About::LostParentYoung => Hue::Magenta,
            _ => Hue::Olive,
        })),
        None => StrandHue::Area(Hue::Slate),
    }
}

fn area_hue(kind: &KindId) -> Option<Hue> {
    let catalogue = Catalogue::builtin();
    let area = catalogue.kind(kind.as_str()).map_or(kind.as_str(), |kind| kind.area.as_str());
    catalogue.area(area).map(|area| area.hue)
}

/// The words on every card, in the language of the window.
pub(super) fn card_words(
    map: &FamilyMap,
    findings: &Findings,
    lang: Lang,
    theme: &Theme,
) -> BTreeMap<FindingId, CardWords> {
    let texts = Texts::new(lang);
    let card = |finding: &Finding| CardWords {
        title: title(map, finding, lang),
        subtitle: texts.say(&Message::new("strand-people").count(
            "people",
            finding.people.len(),
        )),
        text: names(map, finding),
        color: match hue(finding) {
            StrandHue::Strength => theme.strength,
            StrandHue::Area(hue) => family(theme, hue),
        },
    };
    findings.findings.iter().map(|finding| (finding.id.clone(), card(finding))).collect()
}

const fn family(theme: &Theme, hue: Hue) -> Color {
    theme.family(hue)
}

fn title(map: &FamilyMap, finding: &Finding, lang: Lang) -> String {
    let catalogue = Catalogue::builtin();
    let kind = finding.theme.as_ref().and_then(About::kind);
    let words = kind.and_then(|kind| {
        let id = kind.as_str();
        let known = catalogue.kind(id).map(|it| it.words.in_lang(lang).to_owned());
        let strength = || catalogue.strength(id).map(|it| it.words.in_lang(lang).to_owned());
        let area = || catalogue.area(id).map(|it| it.words.in_lang(lang).to_owned());
        let own = || map.own_kinds.get(kind).map(|it| it.label.clone());
        known.or_else(strength).or_else(area).or_else(own)
    });
    words.unwrap_or_else(|| finding.pattern.code().to_owned())
}

fn names(map: &FamilyMap, finding: &Finding) -> String {
    let names = finding.people.iter().filter_map(|id| map.person(id));
    let names: Vec<&str> = names.map(|person| person.name.short()).collect();
    names.join(", ")
}
