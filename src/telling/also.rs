//! Where "ook" and "also" stand in a predicate.

/// Words behind the verb that "ook" comes after: "voelt zich ook", "staat er ook", "hoort thuis ook".
const BEFORE: [&str; 4] = ["zich", "er", "thuis", "nu"];

/// Last words that "ook" comes before: "vindt plannen ook lastig", "laat de post ook liggen".
const LAST: [&str; 5] = ["lastig", "moeilijk", "zwaar", "goed", "liggen"];

/// A Dutch predicate with "ook" where it is said, behind what `begin` makes of its verb. What holds an
/// "ook" already gets no second one.
pub(super) fn dutch_also(predicate: &str, begin: impl Fn(&str) -> String) -> String {
    let (verb, rest) = predicate.split_once(' ').unwrap_or((predicate, ""));
    let begun = begin(verb);
    let words: Vec<&str> = rest.split(' ').filter(|it| !it.is_empty()).collect();
    if words.iter().any(|word| word.trim_end_matches(',') == "ook") {
        return format!("{begun} {rest}");
    }
    if let Some(rest) = rest.strip_prefix("erbij ") {
        return format!("{begun} er ook bij {rest}");
    }
    let at = match words.as_slice() {
        // "Vindt lezen ook nog moeilijk", "denkt ook eerst goed na", "leeft ook niet zo gezond".
        [.., "nog", last] if LAST.contains(last) => words.len() - 2,
        [.., "zo", last] if LAST.contains(last) => 0,
        [.., last] if LAST.contains(last) => words.len() - 1,
        ["eerst", ..] => 0,
        [first, ..] if BEFORE.contains(first) => 1,
        ["als", "kind", ..] => 2,
        _ => words.iter().position(|it| *it == "goed").filter(|at| *at == 1).unwrap_or(0),
    };
    let (before, after) = words.split_at(at);
    [&[begun.as_str()], before, &["ook"], after].concat().join(" ")
}

/// An English predicate that says no, of more people: "has no diploma either".
pub(super) fn english_either(predicate: &str) -> String {
    format!("{predicate} either")
}

/// An English predicate with "also": "is also in debt", "also drinks too much".
pub(super) fn english_also(predicate: &str) -> String {
    match predicate.split_once(' ') {
        Some((verb @ ("is" | "are" | "was" | "were"), rest)) => format!("{verb} also {rest}"),
        // "Has also been ill", "has also cared"; but "also has a lot of stress".
        Some((verb @ ("has" | "have"), rest))
            if rest.split(' ').next().is_some_and(|it| it == "been" || it.ends_with("ed")) =>
        {
            format!("{verb} also {rest}")
        }
        _ => format!("also {predicate}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ook_stands_where_it_is_said() {
        for (predicate, said) in [
            ("heeft schulden", "Mila heeft ook schulden"),
            ("heeft geen diploma", "Mila heeft ook geen diploma"),
            ("drinkt te veel", "Mila drinkt ook te veel"),
            ("vindt plannen lastig", "Mila vindt plannen ook lastig"),
            ("vindt lezen of rekenen nog moeilijk", "Mila vindt lezen of rekenen ook nog moeilijk"),
            ("onthoudt dingen goed", "Mila onthoudt dingen ook goed"),
            ("schat tijd goed in", "Mila schat tijd ook goed in"),
            ("denkt eerst goed na", "Mila denkt ook eerst goed na"),
            ("leeft niet zo gezond", "Mila leeft ook niet zo gezond"),
            ("blijft er goed bij", "Mila blijft er ook goed bij"),
            ("hoort erbij op school", "Mila hoort er ook bij op school"),
            ("hoort thuis veel ruzie", "Mila hoort thuis ook veel ruzie"),
            ("zag als kind geweld", "Mila zag als kind ook geweld"),
            ("woont nu niet thuis", "Mila woont nu ook niet thuis"),
            ("laat de post liggen", "Mila laat de post ook liggen"),
            ("zorgt goed voor anderen", "Mila zorgt ook goed voor anderen"),
            ("blijft lachen, ook als het tegenzit", "Mila blijft lachen, ook als het tegenzit"),
        ] {
            assert_eq!(dutch_also(predicate, |verb| format!("Mila {verb}")), said);
        }
        assert_eq!(english_also("is in debt"), "is also in debt");
        assert_eq!(english_also("has been ill for long"), "has also been ill for long");
        assert_eq!(english_also("has a lot of stress"), "also has a lot of stress");
        assert_eq!(english_also("drinks too much"), "also drinks too much");
        assert_eq!(english_either("has no diploma"), "has no diploma either");
    }
}
