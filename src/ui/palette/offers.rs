//! Kinds of what plays that can be put on: of the list, and of the map's own.

use crate::catalogue::{PLAIN_ICON, ProblemKind, folded};
use crate::model::{Bearer, KindId, OwnKind};
use crate::quick::answer::{Answer, alone, answers};
use crate::shown::Names;
use crate::theme::Color;
use crate::ui::context::PanelContext;
use crate::ui::frequent;

/// A kind that can be put on.
pub(super) struct Offer<'a> {
    pub(super) id: KindId,
    pub(super) words: &'a str,
    pub(super) icon: &'a str,
    pub(super) hue: Color,
    /// The digit that puts it on, too.
    pub(super) digit: Option<usize>,
}

impl<'a> Offer<'a> {
    pub(super) fn of_list(
        context: &PanelContext<'a>,
        kind: &'a ProblemKind,
        digit: Option<usize>,
    ) -> Option<Self> {
        let area = context.catalogue.area(&kind.area);
        Some(Self {
            id: KindId::new(&kind.id)?,
            words: kind.words.in_lang(context.texts.lang()),
            icon: &kind.icon,
            hue: area.map_or(context.theme.ink, |it| context.theme.family(it.hue)),
            digit,
        })
    }

    fn own(context: &PanelContext<'a>, id: &KindId, own: &'a OwnKind) -> Self {
        let area = own.area_id().and_then(|id| context.catalogue.area(id));
        Self {
            id: id.clone(),
            words: &own.label,
            icon: area.map_or(PLAIN_ICON, |it| it.icon.as_str()),
            hue: area.map_or(context.theme.soft_ink, |it| context.theme.family(it.hue)),
            digit: None,
        }
    }
}

/// The map's own kinds that are seen with somebody and that `fits`: a word that only stands with what
/// is hidden is not named in a list.
pub(super) fn own_kinds<'a>(
    context: &PanelContext<'a>,
    fits: impl Fn(&OwnKind) -> bool,
) -> Vec<Offer<'a>> {
    if context.names != Names::Shown {
        return Vec::new();
    }
    let own = context.map.own_kinds.iter().filter(|(_, own)| fits(own));
    let seen = own.filter(|(kind, _)| context.map.entries().any(|entry| entry.kind == **kind));
    seen.map(|(kind, own)| Offer::own(context, kind, own)).collect()
}

/// What was put on last, where what is typed says only when, or whether: nobody means that as words of
/// their own.
pub(super) fn last_answered<'a>(
    context: &PanelContext<'a>,
    (on, last): (&Bearer, Option<&KindId>),
    query: &str,
) -> Option<(Offer<'a>, Answer)> {
    let answer = alone(query, context.today)?;
    let entry = context.map.entries_on(on).iter().find(|entry| Some(&entry.kind) == last)?;
    let listed = context.catalogue.kind(entry.kind.as_str());
    let listed = listed.and_then(|kind| Offer::of_list(context, kind, None));
    let own = || Some(Offer::own(context, &entry.kind, context.map.own_kinds.get(&entry.kind)?));
    Some((listed.or_else(own)?, answer))
}

/// The map's own kinds that are found by what is typed, and what is answered behind it.
pub(super) fn own_found<'a>(context: &PanelContext<'a>, query: &str) -> (Vec<Offer<'a>>, Answer) {
    let whole = own_kinds(context, |own| is_found(own, query));
    if !whole.is_empty() {
        return (whole, Answer::default());
    }
    let found = answers(query, context.today).into_iter().find_map(|(words, answer)| {
        let found = own_kinds(context, |own| is_found(own, words));
        (answer.is_of_kind() && !found.is_empty()).then_some((found, answer))
    });
    found.unwrap_or_default()
}

/// Has each of the words of `query` its place in the label of `own`?
pub(super) fn is_found(own: &OwnKind, query: &str) -> bool {
    let (label, query) = (folded(&own.label), folded(query));
    let starts = |part: &str| label.split_whitespace().any(|word| word.starts_with(part));
    !query.trim().is_empty() && query.split_whitespace().all(starts)
}

/// What the digits put on.
pub(super) fn numbered<'a>(context: &PanelContext<'a>, digits: &'a [KindId]) -> Vec<Offer<'a>> {
    let rows = frequent::numbered(digits, context.catalogue);
    rows.filter_map(|(digit, kind)| Offer::of_list(context, kind, Some(digit))).collect()
}
