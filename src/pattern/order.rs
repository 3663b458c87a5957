//! In which order findings are shown (patterns.md §4), and which say nothing new.

use std::collections::BTreeMap;

use super::context::Context;
use super::draft::Draft;
use super::fact::ThemeNo;
use super::finding::{EndKind, Pattern};
use super::found::{Part, Row, RowIdx};
use super::theme::Theme;
use crate::kinship::PersonIdx;
use crate::model::KindId;
use crate::share;

/// The order: first what stops, turning points and strength threads; then threads by headline, the
/// focus person or her children in it or on an open end, length, carriers and id; then the rest.
#[derive(Debug)]
pub(super) struct Order {
    /// The focus people and their children on the family line, by id.
    near: Vec<PersonIdx>,
}

/// Lengths and numbers of people from here on count as the same: 24 bits each.
const MOST: u64 = (1 << 24) - 1;

/// The lowest bit of the part of the list that a finding belongs to; below it 8 bits within the part.
const PART: u32 = 56;

/// The two lowest bits within the part, which say what is told later.
const TOLD_LATER: u64 = 3 << (PART - 8);

impl Order {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let mut near: Vec<PersonIdx> = Vec::new();
        for person in context.map.focus.iter().filter_map(|id| context.kin.find(id)) {
            near.push(person);
            near.extend(context.line.children(person).iter().map(|link| link.person));
        }
        near.sort_unstable();
        Self { near }
    }

    /// One number to sort a finding by; its hash decides among equals. Comparing is most of the
    /// work of ordering.
    pub(super) fn rank(&self, pattern: Pattern, theme: Option<&Theme>, draft: &Draft) -> u64 {
        let stops = draft.ends.iter().any(|end| end.kind == EndKind::Stops);
        let is_strong = theme.is_some_and(Theme::is_strong);
        let (part, of_part): (u8, u8) = match pattern {
            Pattern::TurningPoint if stops => (0, 0),
            Pattern::TurningPoint => (0, 1),
            Pattern::Thread if is_strong => (0, 2),
            Pattern::Thread => (1, 0),
            other => (2, other as u8),
        };
        let told_later = u8::from(!draft.headline) << 1 | u8::from(!self.touches(draft));
        let (length, people) = (u64::from(draft.length), draft.n_people() as u64);
        u64::from(part) << PART
            | u64::from(of_part << 2 | told_later) << (PART - 8)
            | (MOST - length.min(MOST)) << 24
            | (MOST - people.min(MOST))
    }

    fn touches(&self, draft: &Draft) -> bool {
        let open = draft.ends.iter().filter(|end| end.kind == EndKind::Open);
        let carriers = draft.carriers.iter().map(|carrier| carrier.person);
        let people = draft.people.iter().copied().chain(carriers);
        !self.near.is_empty()
            && people
                .chain(open.map(|end| end.person))
                .any(|person| self.near.binary_search(&person).is_ok())
    }
}

/// The rank of what a narrower theme already says: last.
pub(super) const fn covered(rank: u64) -> u64 {
    3 << PART | rank & TOLD_LATER | rank & ((1 << (PART - 8)) - 1)
}

/// Something said about a wide theme or a narrower one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Saying {
    who: u64,
    /// The highest bit: does the finding itself speak of it? Below it, where its row stands.
    at: u64,
}

impl Saying {
    const WIDE: u64 = 1 << 63;

    fn narrow(who: u64, at: RowIdx) -> Self {
        Self { who, at: u64::from(at.part) << 32 | u64::from(at.row) }
    }

    const fn wide(self) -> Self {
        Self { at: self.at | Self::WIDE, ..self }
    }

    const fn is_wide(self) -> bool {
        self.at & Self::WIDE != 0
    }

    const fn row(self) -> RowIdx {
        RowIdx { part: ((self.at & !Self::WIDE) >> 32) as u32, row: self.at as u32 }
    }
}

/// Marks what is said of a life area, or of a derived theme, that an entered kind already tells of
/// the same people.
pub(super) fn cover(context: &Context<'_>, parts: &mut [Part], threads: usize) {
    let said = Wider::said(context, parts);
    let covers = share::given(said.into_iter(), threads, |said| covers(parts, said));
    for (at, narrow) in covers.into_iter().flatten() {
        if let Some(part) = parts.get_mut(at.part as usize) {
            part.cover(at.row, narrow);
        }
    }
}

/// Of what is `said` of one wide theme: the rows that say nothing new, each with the hash of a
/// narrower finding that says the same; of several the one with the first id.
fn covers(parts: &[Part], mut said: Vec<Saying>) -> Vec<(RowIdx, u64)> {
    // Of several about the same people the narrow ones first.
    said.sort_unstable();
    let own = |saying: &Saying| {
        let RowIdx { part, row } = saying.row();
        parts.get(part as usize)?.row(row).map(|(_, row)| row.own)
    };
    let mut covers = Vec::new();
    for same in said.chunk_by(|a, b| a.who == b.who) {
        let (narrow, wide) = same.split_at(same.partition_point(|it| !it.is_wide()));
        if wide.is_empty() {
            continue;
        }
        let Some(narrow) = narrow.iter().filter_map(own).min() else { continue };
        covers.extend(wide.iter().map(|it| (it.row(), narrow)));
    }
    covers
}

/// The wider themes, by number.
#[derive(Debug, Default)]
struct Wider {
    numbers: BTreeMap<Theme, ThemeNo>,
}

/// Is the theme itself wide, and which wider themes does it speak of?
type Width = (bool, Vec<u32>);

impl Wider {
    /// What is said of each wide theme.
    fn said(context: &Context<'_>, parts: &[Part]) -> Vec<Vec<Saying>> {
        let mut wider = Self::default();
        let mut width = |theme: &Theme| (is_wide(theme), wider.of(context, theme));
        let known = context.facts.themes().iter();
        let known: Vec<Width> = known.map(|theme| width(&theme.theme)).collect();
        let own: Vec<Vec<Width>> =
            parts.iter().map(|part| part.themes.iter().map(&mut width).collect()).collect();
        let width = |part: usize, row: &Row| {
            let theme = row.theme()? as usize;
            known.get(theme).or_else(|| own.get(part)?.get(theme - known.len()))
        };
        let mut counts = vec![0_usize; wider.numbers.len()];
        for (part, found) in parts.iter().enumerate() {
            for (_, wider) in found.rows().filter_map(|row| width(part, row)) {
                for theme in wider {
                    counts.get_mut(*theme as usize).into_iter().for_each(|count| *count += 1);
                }
            }
        }
        let mut said: Vec<Vec<Saying>> = counts.into_iter().map(Vec::with_capacity).collect();
        for (part, found) in parts.iter().enumerate() {
            let whose = found.pages.iter().flat_map(|page| &page.who);
            for ((row, it), who) in (0..).zip(found.rows()).zip(whose) {
                let Some(&(is_wide, ref wider)) = width(part, it) else { continue };
                let at = RowIdx { part: part as u32, row };
                let saying = Saying::narrow(*who, at);
                let saying = if is_wide { saying.wide() } else { saying };
                for theme in wider {
                    said.get_mut(*theme as usize).into_iter().for_each(|all| all.push(saying));
                }
            }
        }
        said
    }

    /// The wider themes that `theme` speaks of, itself among them if it is one.
    fn of(&mut self, context: &Context<'_>, theme: &Theme) -> Vec<u32> {
        match theme {
            Theme::Kind(kind) => self.of_kind(context, kind),
            theme if is_wide(theme) => vec![self.number(theme.clone())],
            _ => Vec::new(),
        }
    }

    fn of_kind(&mut self, context: &Context<'_>, kind: &KindId) -> Vec<u32> {
        let row = context.catalogue.kind(kind.as_str()).and_then(|row| KindId::new(&row.area));
        let own = || context.map.own_kinds.get(kind).map(|own| own.area.clone());
        let area = row.or_else(own).map(Theme::Area);
        let derived = match kind.as_str() {
            "opv-uithuis" => Some(Theme::PlacedOut),
            "relatie-alleen" => Some(Theme::LoneParent),
            _ => None,
        };
        area.into_iter().chain(derived).map(|theme| self.number(theme)).collect()
    }

    fn number(&mut self, theme: Theme) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(theme).or_insert(next)
    }
}

const fn is_wide(theme: &Theme) -> bool {
    matches!(theme, Theme::Area(_) | Theme::PlacedOut | Theme::LoneParent)
}
