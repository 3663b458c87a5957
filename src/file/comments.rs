//! Comments that somebody wrote in a file by hand. A save would lose the places they stand in, so
//! they are kept together at the head of the file, each with the id of what it stood beside.

/// The comments in `text`, line by line, in their order. Inside the map a line says beside which
/// id it stood: one on the same line, else the next one.
pub(super) fn collect(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if !text.contains("//") && !text.contains("/*") {
        return found;
    }
    // Lines from here on wait for the next id.
    let mut waiting = 0;
    let mut depth = 0_usize;
    let mut on_this_line: Option<&str> = None;
    let mut rest = text;
    while let Some(at) = rest.find(['"', '/', '\n', '(', ')']) {
        let Some((before, here)) = rest.split_at_checked(at) else { break };
        let comment = if let Some(line) = here.strip_prefix("//") {
            Some(line.split_at_checked(line.find('\n').unwrap_or(line.len())).unwrap_or((line, "")))
        } else {
            here.strip_prefix("/*").map(block)
        };
        if let Some((words, after)) = comment {
            let lines = words.split('\n').map(str::trim).filter(|line| !line.is_empty());
            match on_this_line {
                Some(id) => found.extend(lines.map(|line| beside(id, line))),
                None => found.extend(lines.map(str::to_owned)),
            }
            if on_this_line.is_some() || depth == 0 {
                waiting = found.len();
            }
            if words.contains('\n') {
                on_this_line = None;
            }
            rest = after;
        } else if here.starts_with('"') {
            let (string, after) =
                here.split_at_checked(string_len(before, here)).unwrap_or((here, ""));
            if is_after_id(before) {
                let id = string.trim_matches('"');
                for line in found.iter_mut().skip(waiting) {
                    *line = beside(id, line);
                }
                waiting = found.len();
                on_this_line = Some(id);
            }
            rest = after;
        } else {
            match here.as_bytes().first() {
                Some(b'\n') => on_this_line = None,
                Some(b'(') => depth += 1,
                Some(b')') => depth = depth.saturating_sub(1),
                _ => {}
            }
            rest = here.get(1..).unwrap_or("");
        }
    }
    found
}

/// `comments` as the head of a file.
pub(super) fn head(comments: &[String]) -> String {
    comments.iter().map(|line| format!("// {line}\n")).collect()
}

/// A long id (they come from anywhere) before many lines would make a file that cannot be opened.
const LONGEST_ID: usize = 40;

fn beside(id: &str, line: &str) -> String {
    if LONGEST_ID < id.len() { line.to_owned() } else { format!("[{id}] {line}") }
}

/// What is in a block comment of which the opening is read, and what follows it; they nest.
fn block(text: &str) -> (&str, &str) {
    let mut depth = 1_usize;
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(['*', '/'])) {
        let here = text.get(from + at..).unwrap_or("");
        if here.starts_with("*/") {
            depth -= 1;
            if depth == 0 {
                let words = text.get(..from + at).unwrap_or("");
                return (words, here.get(2..).unwrap_or(""));
            }
            from += at + 2;
        } else if here.starts_with("/*") {
            depth += 1;
            from += at + 2;
        } else {
            from += at + 1;
        }
    }
    (text, "")
}

/// How long the text is that begins with the quote at the start of `here`, in bytes.
fn string_len(before: &str, here: &str) -> usize {
    let hashes = before.len() - before.trim_end_matches('#').len();
    if before.trim_end_matches('#').ends_with('r') {
        let close = format!("\"{}", "#".repeat(hashes));
        let end = here.get(1..).and_then(|inner| inner.find(&close));
        return end.map_or(here.len(), |end| 1 + end + close.len());
    }
    let mut escaped = false;
    for (at, byte) in here.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    here.len()
}

/// Does `before` end in `id:`?
fn is_after_id(before: &str) -> bool {
    let name = before.trim_end().strip_suffix(':').map(str::trim_end);
    let before_name = name.and_then(|name| name.strip_suffix("id"));
    before_name.is_some_and(|it| !it.ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_comment_is_found_and_says_what_it_stood_beside() {
        let text = "// first\n/* a /* nested */ b\n  c */\nFamilyMap(version: 1, title: \"// none\",\n\
            people: [\n // about Oma\n (id: \"a\", call: \"O\\\"/*\"), /* asked */\n\
            (id: \"b\", call: r#\"/* \" // \"#), // of b\n // to the end\n])\n// last";
        let expected = [
            "first",
            "a /* nested */ b",
            "c",
            "[a] about Oma",
            "[a] asked",
            "[b] of b",
            "to the end",
            "last",
        ];
        assert_eq!(collect(text), expected);
        let again = format!("{}FamilyMap(version: 1)", head(&collect(text)));
        assert_eq!(collect(&again), expected, "they stay as they are from then on");
    }
}
