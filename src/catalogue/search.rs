//! Finding rows by what somebody types: names and synonyms, in both languages.

use crate::catalogue::Entry;
use crate::i18n::Lang;

/// `text` in lower case without accents, for comparing ("Één" and "een" are the same).
///
/// Covers the Latin letters with marks of the European and Turkish alphabets; other letters stay.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => out.push('a'),
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => out.push('c'),
            'ď' | 'đ' | 'ð' => out.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => out.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => out.push('g'),
            'ĥ' | 'ħ' => out.push('h'),
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => out.push('i'),
            'ĵ' => out.push('j'),
            'ķ' => out.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ł' => out.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => out.push('o'),
            'ŕ' | 'ŗ' | 'ř' => out.push('r'),
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => out.push('s'),
            'ţ' | 'ť' | 'ț' => out.push('t'),
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => out.push('u'),
            'ŵ' => out.push('w'),
            'ý' | 'ÿ' | 'ŷ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'ĳ' => out.push_str("ij"),
            // Combining marks: what is left of a decomposed letter.
            '\u{300}'..='\u{36f}' => {}
            other => out.push(other),
        }
    }
    out
}

/// `text` folded, its words joined by dashes.
pub(crate) fn slug(text: &str) -> String {
    words(&folded(text)).collect::<Vec<_>>().join("-")
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// How well a row answers a query; the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// The name is the query.
    Name,
    /// The name begins with the query.
    NameStart,
    /// A synonym is the query.
    Synonym,
    /// Words of the name begin with the words of the query.
    NameWords,
    /// Words of the name or a synonym begin with the words of the query.
    AnyWords,
    /// The query's words stand somewhere inside.
    Inside,
}

/// See [`Catalogue::search`](crate::catalogue::Catalogue::search).
pub(crate) fn search<'a>(
    entries: impl Iterator<Item = Entry<'a>>,
    query: &str,
    lang: Lang,
) -> Vec<Entry<'a>> {
    let query = folded(query);
    let query: Vec<&str> = words(&query).collect();
    if query.is_empty() {
        return Vec::new();
    }
    let other_langs = Lang::ALL.into_iter().filter(|&other| other != lang);
    let langs: Vec<Lang> = std::iter::once(lang).chain(other_langs).collect();
    let mut found: Vec<(Match, usize, Entry<'a>)> = Vec::new();
    for entry in entries {
        let in_langs = langs.iter().enumerate();
        let best = in_langs.filter_map(|(rank, &lang)| Some((matched(entry, &query, lang)?, rank)));
        if let Some((how, rank)) = best.min() {
            found.push((how, rank, entry));
        }
    }
    // A word inside another is a guess, wanted only when nothing begins with the query.
    let n_sure = found.iter().filter(|(how, ..)| *how < Match::Inside).count();
    if 0 < n_sure {
        found.retain(|(how, ..)| *how < Match::Inside);
    }
    // The sort is stable: equals stay in file order.
    found.sort_by_key(|&(how, rank, _)| (how, rank));
    found.into_iter().map(|(.., entry)| entry).collect()
}

fn matched(entry: Entry<'_>, query: &[&str], lang: Lang) -> Option<Match> {
    let name = slug(entry.words().in_lang(lang));
    let synonyms: Vec<String> =
        entry.synonyms().in_lang(lang).iter().map(|synonym| slug(synonym)).collect();
    let whole = query.join("-");
    if name == whole {
        return Some(Match::Name);
    }
    if name.starts_with(&whole) {
        return Some(Match::NameStart);
    }
    if synonyms.contains(&whole) {
        return Some(Match::Synonym);
    }
    let starts = |text: &str, part: &str| text.split('-').any(|word| word.starts_with(part));
    if query.iter().all(|part| starts(&name, part)) {
        return Some(Match::NameWords);
    }
    let all = std::iter::once(&name).chain(&synonyms);
    let anywhere = |test: &dyn Fn(&str) -> bool| all.clone().any(|text| test(text));
    if query.iter().all(|part| anywhere(&|text| starts(text, part))) {
        return Some(Match::AnyWords);
    }
    let inside = |part: &&str| 3 <= part.len() && anywhere(&|text| text.contains(*part));
    query.iter().all(inside).then_some(Match::Inside)
}
