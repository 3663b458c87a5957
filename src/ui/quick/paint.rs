//! How what stands in the quick line looks: what is not understood is underlined, doubtful names stand
//! out, what plays and is strong has another ink.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, Galley, Stroke, Ui};

use super::line::Preview;
use crate::fonts::Weight;
use crate::quick::Fault;
use crate::theme::Theme;
use crate::ui::fonts::family;
use crate::ui::style::color;

/// The size of the letters, in points.
const SIZE: f32 = 17.0;

/// What stands in the field, laid out. The preview is of this text, or of that before the last key.
pub(super) fn galley(
    ui: &Ui,
    theme: &Theme,
    (text, width): (&str, f32),
    (preview, faults): (Option<&Preview>, &[&Fault]),
) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let cuts = cuts(text, preview, faults);
    for piece in cuts.windows(2) {
        let [from, to] = piece else { continue };
        let span = *from..*to;
        let Some(words) = text.get(span.clone()) else { continue };
        job.append(words, 0.0, format(theme, text, &span, (preview, faults)));
    }
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Where the look may change, from the first byte to the last.
fn cuts(text: &str, preview: Option<&Preview>, faults: &[&Fault]) -> Vec<usize> {
    let mut cuts = vec![0, text.len()];
    let questions = preview.iter().flat_map(|it| it.understood.questions.iter().map(|q| &q.span));
    for span in faults.iter().map(|it| &it.span).chain(questions) {
        cuts.extend([span.start, span.end]);
    }
    let mut is_word_start = true;
    for (at, c) in text.char_indices() {
        if (is_word_start && is_sign(c)) || c.is_whitespace() || c == ',' {
            cuts.push(at);
        }
        is_word_start = c.is_whitespace();
    }
    cuts.retain(|at| *at <= text.len() && text.is_char_boundary(*at));
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

const fn is_sign(c: char) -> bool {
    matches!(c, '#' | '~' | '+')
}

fn format(
    theme: &Theme,
    text: &str,
    span: &Range<usize>,
    (preview, faults): (Option<&Preview>, &[&Fault]),
) -> TextFormat {
    let is_in = |of: &Range<usize>| of.start <= span.start && span.end <= of.end;
    let words = text.get(span.clone()).unwrap_or_default();
    let is_mark = words.len() > 1 && words.starts_with(is_sign);
    let weight = if is_mark { Weight::SemiBold } else { Weight::Regular };
    let ink = if is_mark { theme.accent } else { theme.ink };
    let mut format = TextFormat::simple(FontId::new(SIZE, family(weight)), color(ink));
    let questions = preview.map(|it| it.understood.questions.as_slice()).unwrap_or_default();
    if questions.iter().any(|it| is_in(&it.span)) {
        format.background = color(theme.accent.with_opacity(0.18));
    }
    if faults.iter().any(|it| is_in(&it.span)) {
        format.underline = Stroke::new(2.0, color(theme.alert));
        format.color = color(theme.alert);
    }
    format
}
