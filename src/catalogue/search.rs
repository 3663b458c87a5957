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
    /// Words of the name are the words of the query: what is called so comes before what somebody
    /// might also call so, which can be the opposite ("friends").
    NameHas,
    /// A synonym is the query.
    Synonym,
    /// Words of the name begin with the words of the query.
    NameWords,
    /// Words of the name or a synonym begin with the words of the query.
    AnyWords,
    /// Several words of a sentence with which somebody says it: "snel boos".
    Said,
    /// The query's words stand somewhere inside.
    Inside,
}

/// The words of one row, folded once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Haystack<P> {
    /// Which row.
    pub(crate) place: P,
    /// Name and synonyms as slugs, in the order of [`Lang::ALL`].
    langs: [(String, Vec<String>); 2],
    /// With what sentences somebody says it, as slugs, in the same order.
    said: [Vec<String>; 2],
}

impl<P: Copy> Haystack<P> {
    pub(crate) fn new(place: P, entry: Entry<'_>) -> Self {
        let langs = Lang::ALL.map(|lang| {
            let synonyms = entry.synonyms().in_lang(lang);
            (slug(entry.words().in_lang(lang)), synonyms.iter().map(|word| slug(word)).collect())
        });
        let said = Lang::ALL.map(|lang| match entry {
            Entry::Skill(skill) => {
                [&skill.hard, &skill.goes_well].map(|it| slug(it.in_lang(lang))).into()
            }
            _ => Vec::new(),
        });
        Self { place, langs, said }
    }

    /// How the row is found, and whether only in the other language than `lang`.
    fn matched(&self, query: &[&str], lang: Lang) -> Option<(Match, bool)> {
        let by_lang = Lang::ALL.into_iter().zip(self.langs.iter().zip(&self.said));
        by_lang
            .filter_map(|(own, ((name, synonyms), said))| {
                let how = matched(name, synonyms, query);
                let how = how.into_iter().chain(is_said(said, query).then_some(Match::Said)).min();
                Some((how?, own != lang))
            })
            .min()
    }
}

/// See [`Catalogue::search`](crate::catalogue::Catalogue::search).
pub(crate) fn search<P: Copy>(haystacks: &[Haystack<P>], query: &str, lang: Lang) -> Vec<P> {
    let query = folded(query);
    let query: Vec<&str> = words(&query).collect();
    if query.is_empty() {
        return Vec::new();
    }
    let found = haystacks.iter().filter_map(|hay| Some((hay.matched(&query, lang)?, hay.place)));
    let mut found: Vec<((Match, bool), P)> = found.collect();
    // A word inside another is a guess, wanted only when nothing begins with the query.
    if found.iter().any(|((how, _), _)| *how < Match::Inside) {
        found.retain(|((how, _), _)| *how < Match::Inside);
    }
    // The sort is stable: equals stay in file order.
    found.sort_by_key(|&(rank, _)| rank);
    found.into_iter().map(|(_, place)| place).collect()
}

/// Are the words of `query`, at least two, all words of one of these sentences?
fn is_said(said: &[String], query: &[&str]) -> bool {
    let has = |it: &String| query.iter().all(|part| it.split('-').any(|word| word == *part));
    2 <= query.len() && said.iter().any(has)
}

fn matched(name: &str, synonyms: &[String], query: &[&str]) -> Option<Match> {
    let whole = query.join("-");
    if name == whole {
        return Some(Match::Name);
    }
    if name.starts_with(&whole) {
        return Some(Match::NameStart);
    }
    if query.iter().all(|part| name.split('-').any(|word| word == *part)) {
        return Some(Match::NameHas);
    }
    if synonyms.contains(&whole) {
        return Some(Match::Synonym);
    }
    let starts = |text: &str, part: &str| text.split('-').any(|word| word.starts_with(part));
    if query.iter().all(|part| starts(name, part)) {
        return Some(Match::NameWords);
    }
    let all = std::iter::once(name).chain(synonyms.iter().map(String::as_str));
    let anywhere = |test: &dyn Fn(&str) -> bool| all.clone().any(test);
    if query.iter().all(|part| anywhere(&|text| starts(text, part))) {
        return Some(Match::AnyWords);
    }
    let inside = |part: &&str| 3 <= part.len() && anywhere(&|text| text.contains(*part));
    query.iter().all(inside).then_some(Match::Inside)
}
