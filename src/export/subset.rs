//! Cuts a TrueType font down to the letters that a drawing uses, so that it can travel in the SVG.
//!
//! The outlines are copied byte by byte; only glyph numbers change. Layout features (kerning,
//! ligatures) stay behind: widths are then exactly those that the scene was measured with.
//! Table formats after the OpenType specification 1.9.

use std::collections::{BTreeMap, BTreeSet};

use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, GlyphId, MetadataProvider as _, Tag};

/// Composite glyphs: arguments are words, another component follows, kinds of scale.
const ARGS_ARE_WORDS: u16 = 0x0001;
const HAS_SCALE: u16 = 0x0008;
const MORE_COMPONENTS: u16 = 0x0020;
const HAS_TWO_SCALES: u16 = 0x0040;
const HAS_MATRIX: u16 = 0x0080;

/// The font `bytes` with nothing but `letters` (those it has); `None` when it is no TrueType font
/// or has none of them.
pub(super) fn subset(bytes: &[u8], letters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let face = FontRef::new(bytes).ok()?;
    let (glyphs, measures) = (Glyphs::of(&face)?, face.hmtx().ok()?);
    let (charmap, narrow) = (face.charmap(), |glyph: GlyphId| u16::try_from(glyph.to_u32()).ok());
    let wanted: Vec<(char, u16)> =
        letters.iter().filter_map(|c| Some((*c, narrow(charmap.map(*c)?)?))).collect();
    if wanted.is_empty() {
        return None;
    }
    let kept = glyphs.closure(wanted.iter().map(|(_, glyph)| *glyph));
    // New numbers in the order of the old ones; 0 stays the sign for a missing letter.
    let number: BTreeMap<u16, u16> =
        kept.iter().zip(0..=u16::MAX).map(|(old, new)| (*old, new)).collect();
    let (mut glyf, mut loca, mut hmtx) = (Vec::new(), Vec::new(), Vec::new());
    for old in &kept {
        loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
        glyf.extend(glyphs.renumbered(*old, &number));
        while glyf.len() % 4 != 0 {
            glyf.push(0);
        }
        let glyph = GlyphId::from(*old);
        hmtx.extend(measures.advance(glyph)?.to_be_bytes());
        hmtx.extend(measures.side_bearing(glyph)?.to_be_bytes());
    }
    loca.extend(u32::try_from(glyf.len()).ok()?.to_be_bytes());
    let count = u16::try_from(kept.len()).ok()?;
    let map: Vec<(char, u16)> =
        wanted.iter().filter_map(|(c, glyph)| Some((*c, *number.get(glyph)?))).collect();
    let copied = |tag: &[u8; 4]| Some(face.table_data(Tag::new(tag))?.as_bytes().to_vec());
    let tables: Vec<(&[u8; 4], Vec<u8>)> = [
        (b"OS/2", copied(b"OS/2")),
        (b"cmap", Some(cmap(&map))),
        (b"cvt ", copied(b"cvt ")),
        (b"fpgm", copied(b"fpgm")),
        (b"glyf", Some(glyf)),
        // Checksum to be filled in later; long offsets in `loca`.
        (b"head", copied(b"head").and_then(|head| patched(head, &[(8, &[0; 4]), (50, &[0, 1])]))),
        (b"hhea", copied(b"hhea").and_then(|hhea| patched(hhea, &[(34, &count.to_be_bytes())]))),
        (b"hmtx", Some(hmtx)),
        (b"loca", Some(loca)),
        (b"maxp", copied(b"maxp").and_then(|maxp| patched(maxp, &[(4, &count.to_be_bytes())]))),
        (b"name", Some(vec![0, 0, 0, 0, 0, 6])),
        (b"post", Some(post())),
        (b"prep", copied(b"prep")),
    ]
    .into_iter()
    .filter_map(|(tag, table)| Some((tag, table?)))
    .collect();
    Some(assembled(&tables))
}

/// The outlines of a font.
struct Glyphs<'a> {
    glyf: &'a [u8],
    loca: &'a [u8],
    long: bool,
}

impl<'a> Glyphs<'a> {
    fn of(face: &FontRef<'a>) -> Option<Self> {
        let table = |tag: &[u8; 4]| Some(face.table_data(Tag::new(tag))?.as_bytes());
        Some(Self {
            glyf: table(b"glyf")?,
            loca: table(b"loca")?,
            long: word(table(b"head")?, 50)? != 0,
        })
    }

    /// The bytes of one glyph; empty for a blank one.
    fn bytes(&self, glyph: u16) -> &'a [u8] {
        let at = |index: usize| {
            if self.long {
                let half = |offset| word(self.loca, 4 * index + offset).map(usize::from);
                Some(half(0)? << 16 | half(2)?)
            } else {
                Some(2 * usize::from(word(self.loca, 2 * index)?))
            }
        };
        let index = usize::from(glyph);
        let range = at(index).zip(at(index + 1)).map(|(from, to)| from..to);
        range.and_then(|range| self.glyf.get(range)).unwrap_or_default()
    }

    /// Where the parts of a composite glyph are named: offset and number of each.
    fn parts(bytes: &[u8]) -> Vec<(usize, u16)> {
        let mut parts = Vec::new();
        // A negative count of contours marks a composite.
        if word(bytes, 0).is_none_or(|contours| contours < 0x8000) {
            return parts;
        }
        let mut at = 10;
        while let (Some(flags), Some(glyph)) = (word(bytes, at), word(bytes, at + 2)) {
            parts.push((at + 2, glyph));
            at += if flags & ARGS_ARE_WORDS == 0 { 6 } else { 8 };
            at += match flags {
                _ if flags & HAS_SCALE != 0 => 2,
                _ if flags & HAS_TWO_SCALES != 0 => 4,
                _ if flags & HAS_MATRIX != 0 => 8,
                _ => 0,
            };
            if flags & MORE_COMPONENTS == 0 {
                break;
            }
        }
        parts
    }

    /// `wanted` with the missing-letter sign and every part of a composite.
    fn closure(&self, wanted: impl Iterator<Item = u16>) -> BTreeSet<u16> {
        let mut kept = BTreeSet::new();
        let mut open: Vec<u16> = wanted.chain([0]).collect();
        while let Some(glyph) = open.pop() {
            if kept.insert(glyph) {
                open.extend(Self::parts(self.bytes(glyph)).into_iter().map(|(_, part)| part));
            }
        }
        kept
    }

    fn renumbered(&self, glyph: u16, number: &BTreeMap<u16, u16>) -> Vec<u8> {
        let mut bytes = self.bytes(glyph).to_vec();
        for (at, part) in Self::parts(self.bytes(glyph)) {
            let new = number.get(&part).copied().unwrap_or_default().to_be_bytes();
            if let Some(place) = bytes.get_mut(at..at + 2) {
                place.copy_from_slice(&new);
            }
        }
        bytes
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes(pair.try_into().ok()?))
}

/// `table` with some bytes replaced; `None` when it is too short for that.
fn patched(mut table: Vec<u8>, changes: &[(usize, &[u8])]) -> Option<Vec<u8>> {
    for (at, bytes) in changes {
        table.get_mut(*at..at + bytes.len())?.copy_from_slice(bytes);
    }
    Some(table)
}

/// Letters to glyphs: one table of format 12 (segmented coverage), a segment a letter.
fn cmap(map: &[(char, u16)]) -> Vec<u8> {
    let count = u32::try_from(map.len()).unwrap_or_default();
    let mut table = Vec::new();
    for value in [0_u16, 1, 3, 10] {
        table.extend(value.to_be_bytes());
    }
    table.extend(12_u32.to_be_bytes());
    table.extend([0, 12, 0, 0]);
    for value in [16 + 12 * count, 0, count] {
        table.extend(value.to_be_bytes());
    }
    for (letter, glyph) in map {
        for value in [u32::from(*letter), u32::from(*letter), u32::from(*glyph)] {
            table.extend(value.to_be_bytes());
        }
    }
    table
}

/// Version 3: no names of glyphs.
fn post() -> Vec<u8> {
    let mut table = 0x0003_0000_u32.to_be_bytes().to_vec();
    table.resize(32, 0);
    table
}

/// A font file of these tables, which come in the order of their tags.
fn assembled(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = u16::try_from(tables.len()).unwrap_or_default();
    let log = count.checked_ilog2().unwrap_or_default();
    let range = 16_u16 << log;
    let mut font = 0x0001_0000_u32.to_be_bytes().to_vec();
    for value in [count, range, u16::try_from(log).unwrap_or_default(), 16 * count - range] {
        font.extend(value.to_be_bytes());
    }
    let mut body = Vec::new();
    let start = 12 + 16 * tables.len();
    let mut head_at = None;
    for (tag, table) in tables {
        let offset = start + body.len();
        if *tag == b"head" {
            head_at = Some(offset);
        }
        font.extend(*tag);
        font.extend(checksum(table).to_be_bytes());
        for value in [offset, table.len()] {
            font.extend(u32::try_from(value).unwrap_or_default().to_be_bytes());
        }
        body.extend(table);
        while body.len() % 4 != 0 {
            body.push(0);
        }
    }
    font.extend(body);
    let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&font));
    if let Some(place) = head_at.and_then(|at| font.get_mut(at + 8..at + 12)) {
        place.copy_from_slice(&adjustment.to_be_bytes());
    }
    font
}

/// The sum of all big-endian words.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

/// `bytes` in Base64 (RFC 4648 §4).
pub(super) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut three = [0; 3];
        three.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        let [a, b, c] = three.map(u32::from);
        let bits = a << 16 | b << 8 | c;
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let six = usize::try_from(bits >> shift & 63).unwrap_or_default();
            let letter = LETTERS.get(six).copied().map_or('=', char::from);
            out.push(if place <= chunk.len() { letter } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use skrifa::instance::{LocationRef, Size};
    use skrifa::outline::{DrawSettings, OutlinePen};

    use super::*;
    use crate::fonts::Weight;

    #[derive(Default, PartialEq, Debug)]
    struct Steps(Vec<(char, Vec<f32>)>);

    impl OutlinePen for Steps {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push(('M', vec![x, y]));
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push(('L', vec![x, y]));
        }
        fn quad_to(&mut self, a: f32, b: f32, x: f32, y: f32) {
            self.0.push(('Q', vec![a, b, x, y]));
        }
        fn curve_to(&mut self, a: f32, b: f32, c: f32, d: f32, x: f32, y: f32) {
            self.0.push(('C', vec![a, b, c, d, x, y]));
        }
        fn close(&mut self) {
            self.0.push(('Z', vec![]));
        }
    }

    fn advance(font: &FontRef<'_>, glyph: GlyphId) -> Option<u16> {
        font.hmtx().ok()?.advance(glyph)
    }

    fn drawn(font: &FontRef<'_>, glyph: GlyphId) -> Steps {
        let mut steps = Steps::default();
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        let shape = font.outline_glyphs().get(glyph).expect("a shape");
        shape.draw(settings, &mut steps).expect("can be drawn");
        steps
    }

    #[test]
    fn the_letters_that_are_kept_look_the_same() {
        let letters: BTreeSet<char> = "Ans † 73 – Zoë Çağlar ễ Ḥ €".chars().collect();
        for weight in Weight::ALL {
            let small = subset(weight.bytes(), &letters).expect("a font");
            assert!(small.len() < 20_000, "{weight:?}: {} bytes", small.len());
            let old = FontRef::new(weight.bytes()).expect("a font");
            let new = FontRef::new(&small).expect("a font");
            for letter in &letters {
                let (a, b) = (old.charmap().map(*letter), new.charmap().map(*letter));
                let (Some(a), Some(b)) = (a, b) else { panic!("{weight:?} lacks {letter:?}") };
                assert_eq!(advance(&old, a), advance(&new, b), "{letter:?}");
                assert_eq!(drawn(&old, a), drawn(&new, b), "{letter:?}");
            }
            assert_eq!(new.charmap().map('q'), None, "not asked for");
            assert_eq!(checksum(&small), 0xB1B0_AFBA, "the sum over a whole font is fixed");
        }
    }

    #[test]
    fn nothing_to_keep_is_no_font() {
        assert_eq!(subset(Weight::Regular.bytes(), &BTreeSet::new()), None);
        assert_eq!(subset(b"no font", &BTreeSet::from(['a'])), None);
    }

    #[test]
    fn base64_as_in_the_standard() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (plain, coded) in cases {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
