//! Reads the version at the head of a file without looking at what follows, so that a file of any
//! later version still tells its number.

/// What the head of a file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Header {
    /// It is a family map of this version.
    Version(u32),
    /// It begins as a family map but says no version first.
    NoVersion,
    /// It stops within its head.
    CutOff,
    /// It is something else.
    NotAMap,
}

/// Reads the head: white space, comments and `#![…]` attributes, then `FamilyMap(version: 1`.
pub(super) fn read(text: &str) -> Header {
    let Some(rest) = skip_blank(text) else {
        return Header::CutOff;
    };
    let Some(rest) = rest.strip_prefix("FamilyMap") else {
        let cut_off = !rest.is_empty() && "FamilyMap".starts_with(rest);
        return if cut_off { Header::CutOff } else { Header::NotAMap };
    };
    let mut rest = rest;
    for word in ["(", "version", ":"] {
        rest = match skip_blank(rest) {
            Some(text) if !text.is_empty() => text,
            _ => return Header::CutOff,
        };
        rest = match rest.strip_prefix(word) {
            Some(text) => text,
            None if word == "(" => return Header::NotAMap,
            None if word.starts_with(rest) => return Header::CutOff,
            None => return Header::NoVersion,
        };
    }
    let Some(rest) = skip_blank(rest) else {
        return Header::CutOff;
    };
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    match rest.get(..end).map(str::parse) {
        Some(Ok(version)) => Header::Version(version),
        _ if rest.is_empty() => Header::CutOff,
        _ => Header::NoVersion,
    }
}

/// What follows white space, comments and attributes; `None` when a comment is never closed.
fn skip_blank(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        let after = if let Some(comment) = rest.strip_prefix("//") {
            comment.find('\n').map_or("", |at| comment.get(at..).unwrap_or(""))
        } else if let Some(comment) = rest.strip_prefix("/*") {
            skip_block(comment)?
        } else if let Some(attribute) = rest.strip_prefix("#!") {
            attribute.get(attribute.find(']')? + 1..)?
        } else {
            return Some(rest);
        };
        rest = after.trim_start();
    }
}

/// What follows a block comment of which the opening is already read; RON nests them.
fn skip_block(comment: &str) -> Option<&str> {
    let mut depth = 1_usize;
    let mut rest = comment;
    loop {
        let at = rest.find(['*', '/'])?;
        rest = rest.get(at..)?;
        if let Some(after) = rest.strip_prefix("*/") {
            depth -= 1;
            rest = after;
            if depth == 0 {
                return Some(rest);
            }
        } else if let Some(after) = rest.strip_prefix("/*") {
            depth += 1;
            rest = after;
        } else {
            rest = rest.get(1..)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_past_anything_that_follows() {
        let cases = [
            ("FamilyMap(version: 1, title: \"\")", Header::Version(1)),
            ("// mine\n#![enable(implicit_some)]\nFamilyMap (\n version :7,", Header::Version(7)),
            ("/* a /* b */ c */FamilyMap(version:2 <<<not even RON", Header::Version(2)),
            ("FamilyMap(title: \"\", version: 1)", Header::NoVersion),
            ("FamilyMap(version: \"1\")", Header::NoVersion),
            ("FamilyMap(version: 99999999999)", Header::NoVersion),
            ("FamilyTree(version: 1)", Header::NotAMap),
            ("0 HEAD", Header::NotAMap),
            ("{}", Header::NotAMap),
            ("Fam", Header::CutOff),
            ("FamilyMap(ver", Header::CutOff),
            ("FamilyMap(version:", Header::CutOff),
            ("/* never closed", Header::CutOff),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }
}
