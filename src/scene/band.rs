//! Generation bands: a strip of ground per row, with the word for that generation.

use std::cmp::Ordering;

use crate::geometry::{Point, Rect};
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::Kinship;
use crate::model::{FamilyMap, PersonId};
use crate::scene::Layer;
use crate::scene::shape::{Paint, Shape};
use crate::scene::stage::{Pen, Stage, TextStyle};

/// From the lowest box of a row to the edge of its band.
const BELOW: f64 = 12.0;
/// From the highest box of the top row to the edge of its band.
const ABOVE: f64 = 40.0;

/// The words of the rows, top to bottom; empty without rows.
pub(super) fn words(stage: &Stage<'_>) -> Vec<String> {
    let parents = parents_row(stage);
    (0..stage.layout.rows.len())
        .map(|row| match parents {
            Some(parents) => stage.texts.say(&word(row, parents)),
            None => stage.texts.say(&Message::new("scene-generation").count("number", row + 1)),
        })
        .collect()
}

/// What the first so many generations of `map` are called, from the top.
pub(super) fn generation_words(
    map: &FamilyMap,
    kin: &Kinship,
    lang: Lang,
    rows: usize,
) -> Vec<String> {
    let texts = Texts::new(lang);
    let parents = map.focus.first().and_then(|focus| {
        let row = usize::try_from(kin.generation(kin.find(focus)?)).ok()?;
        Some(parents_beside(map, focus, row))
    });
    let of = |row: usize| match parents {
        Some(parents) => word(row, parents),
        None => Message::new("scene-generation").count("number", row.saturating_add(1)),
    };
    (0..rows).map(|row| texts.say(&of(row))).collect()
}

/// The same from where the first focus person stands, beside words such as "vader": her parents are in
/// the row "Ouders", and her own row is none of those.
#[must_use]
pub fn own_generation_words(
    map: &FamilyMap,
    kin: &Kinship,
    lang: Lang,
    rows: usize,
) -> Vec<String> {
    let own = map.focus.first().and_then(|it| kin.find(it));
    let own = own.and_then(|it| usize::try_from(kin.generation(it)).ok());
    let Some(own) = own else { return generation_words(map, kin, lang, rows) };
    let of = |row: usize| match row.cmp(&own) {
        Ordering::Less => word(row, own.saturating_sub(1)),
        Ordering::Equal => Message::new("scene-own-generation"),
        Ordering::Greater => word(row, own),
    };
    let texts = Texts::new(lang);
    (0..rows).map(|row| texts.say(&of(row))).collect()
}

/// The row of the parents: that of the focus person if she has children, else the one above. A
/// focus person without parents on the map stands in the row of the parents, too.
fn parents_row(stage: &Stage<'_>) -> Option<usize> {
    let focus = stage.map.focus.first()?;
    let row = *stage.layout.row_of.get(stage.index_of(focus)?)?;
    Some(parents_beside(stage.map, focus, row))
}

/// Which row is that of the parents, when the focus person stands in `row`.
pub(super) fn parents_beside(map: &FamilyMap, focus: &PersonId, row: usize) -> usize {
    let is_parent = map.unions_of(focus).any(|(_, union)| !union.children.is_empty());
    if is_parent { row } else { row.checked_sub(1).unwrap_or(row) }
}

/// The word for a row.
pub(super) fn word(row: usize, parents: usize) -> Message {
    if row <= parents {
        match parents - row {
            0 => Message::new("scene-parents"),
            1 => Message::new("scene-grandparents"),
            2 => Message::new("scene-great-grandparents"),
            up => Message::new("scene-ancestors").count("number", up + 1),
        }
    } else {
        match row - parents {
            1 => Message::new("scene-children"),
            2 => Message::new("scene-grandchildren"),
            3 => Message::new("scene-great-grandchildren"),
            down => Message::new("scene-descendants").count("number", down),
        }
    }
}

/// The widest word, in map units.
pub(super) fn width(stage: &Stage<'_>, words: &[String]) -> f64 {
    let style = style(stage);
    words.iter().map(|word| style.width(word)).fold(0.0, f64::max)
}

/// Where the bands begin and end: one more than there are rows.
pub(super) fn edges(stage: &Stage<'_>) -> Vec<f64> {
    let rows = &stage.layout.rows;
    let top = rows.first().map(|row| row.top - ABOVE);
    top.into_iter().chain(rows.iter().map(|row| row.bottom + BELOW)).collect()
}

/// The first and the last row in which somebody is drawn; `None` without anybody.
pub(super) fn drawn(stage: &Stage<'_>) -> Option<(usize, usize)> {
    let people = stage.cast.people.iter().zip(&stage.layout.row_of);
    let rows = || people.clone().filter(|(id, _)| stage.is_visible(id)).map(|(_, row)| *row);
    Some((rows().min()?, rows().max()?))
}

/// Draws the bands over the width of `field`; the words at its left.
pub(super) fn draw(stage: &mut Stage<'_>, field: Rect, words: &[String]) {
    let edges = edges(stage);
    let pen = Pen::on(Layer::Bands);
    let theme = stage.theme();
    let (first, last) = drawn(stage).unwrap_or((0, words.len().saturating_sub(1)));
    let strips = edges.iter().copied().zip(edges.iter().copied().skip(1));
    let rows = strips.zip(words).enumerate();
    for (row, ((top, bottom), word)) in rows.skip(first).take(last + 1 - first) {
        let top = if row == first { field.min.y } else { top };
        let bottom = if row == last { field.max.y } else { bottom };
        if row % 2 == 0 {
            let rect = Rect::between(Point::new(field.min.x, top), Point::new(field.max.x, bottom));
            stage.add(&pen, Shape::Rect { rect, radius: 0.0, paint: Paint::fill(theme.band) });
        }
        let at =
            Point::new(field.min.x + inset(stage), top + 26.0_f64.max(1.3 * style(stage).size));
        stage.text(&pen, word, at, style(stage));
    }
}

/// Where the word of the first row ends.
pub(super) fn after_first_word(stage: &Stage<'_>, field: Rect, words: &[String]) -> f64 {
    let row = drawn(stage).map_or(0, |(first, _)| first);
    let first = words.get(row).map_or(0.0, |word| style(stage).width(word));
    field.min.x + inset(stage) + first
}

/// From the edge of the picture to the words.
pub(super) fn inset(stage: &Stage<'_>) -> f64 {
    24.0_f64.max(1.1 * style(stage).size)
}

fn style(stage: &Stage<'_>) -> TextStyle {
    let theme = stage.theme();
    TextStyle::from_left(theme.size.generation, theme.soft_ink).semi_bold()
}
