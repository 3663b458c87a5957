//! The name of one person, out of all the places where programs keep parts of it. No part is lost:
//! what has no place of its own stands in [`Name::other`].

use std::borrow::Cow;

use crate::gedcom::record::Record;
use crate::gedcom::report::Report;
use crate::model::Name;

/// Own tags of programs for the name that is used.
const CALL_TAGS: &str = "_RUFNAME _RUFN _RUF _CALL _CALLNAME _CALL_NAME _USED _USEDNAME \
    _PREFERREDNAME _ROEPNAAM _RNAM NICK _NICK";
/// And for other names.
const OTHER_TAGS: &str = "ALIA _AKA _AKAN _ALIAS _NAMS _PATRONYM _PATR _SECG \
    _FARN _HEBN _RELN";
/// And for the name by marriage.
const MARRIED_TAGS: &[&str] = &["_MARNM", "_MARN", "_MARNAME", "_MARRIED"];

/// The name of the person of `record`.
pub(super) fn name(record: Record<'_>, report: &mut Report) -> Name {
    let mut found = Found::default();
    let mut married: Option<String> = None;
    let mut has_first = false;
    for own in record.all("NAME") {
        let is = one_name(own.taken(), report);
        let kind = own.first("TYPE").map(kind_of).unwrap_or_default();
        let is_first = !has_first && kind != NameKind::Call;
        has_first |= is_first;
        match kind {
            NameKind::Call => {
                let call = if is.call.is_empty() { &is.given } else { &is.call };
                found.call(call);
                found.others(&is.other);
                let family = surname(&is);
                if !family.is_empty() && found.is_new(&family) {
                    found.others(&is.full());
                }
            }
            NameKind::Married if !is_first && !is.family.is_empty() => {
                married.get_or_insert(surname(&is));
                found.beside(&Name { prefix: String::new(), family: String::new(), ..is });
            }
            NameKind::Birth if !is_first => {
                let family = surname(&is);
                if !family.is_empty() && family != surname(&found.name) {
                    found.name.birth = family;
                }
                found.beside(&Name { prefix: String::new(), family: String::new(), ..is });
            }
            _ if is_first => found.first(is),
            _ => {
                // "aka", "immigrant": whatever it says stands behind the name.
                let said = own.first("TYPE").map(|it| tidy(&it.taken().value()));
                found.another(&is, &said.unwrap_or_default());
            }
        }
        beside_names(own, &mut found);
    }
    beside_names(record, &mut found);
    married = married.or_else(|| by_marriage(record, report));
    let mut name = found.finish(married);
    let line = record.first("NAME").map_or_else(|| record.line(), Record::line);
    for part in [
        &mut name.given,
        &mut name.call,
        &mut name.prefix,
        &mut name.family,
        &mut name.birth,
        &mut name.other,
    ] {
        super::shorten(part, super::MAX_NAME, line, report);
    }
    name
}

/// Names in tags of their own, below the person or one of the names.
fn beside_names(record: Record<'_>, found: &mut Found) {
    for piece in record.children() {
        let tag = piece.tag();
        let is_one_of = |tags: &str| tags.split(' ').any(|it| it == tag);
        if is_one_of(CALL_TAGS) {
            found.call(&tidy(&piece.taken().value()));
        } else if is_one_of(OTHER_TAGS) && piece.pointer().is_none() {
            found.others(&without_slashes(&piece.taken().value()));
        }
    }
}

/// The family name by marriage, where it has a tag of its own.
fn by_marriage(record: Record<'_>, report: &mut Report) -> Option<String> {
    let mut married = None;
    for own in std::iter::once(record).chain(record.all("NAME")).flat_map(Record::children) {
        if MARRIED_TAGS.contains(&own.tag()) {
            let text = own.taken().value();
            // Some programs write the whole name there, some only the family name.
            let family = text.split_once('/').map_or(&*text, |(_, family)| family);
            let family = real(family.trim_end_matches('/'), own, report);
            married = married.or(Some(family).filter(|it| !it.is_empty()));
        }
    }
    married
}

/// More names in quotes or brackets than anybody has: a bound for what is no name at all.
const MOST_PARTS: usize = 20;

/// What a second name is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum NameKind {
    #[default]
    Another,
    Birth,
    Married,
    Call,
}

fn kind_of(record: Record<'_>) -> NameKind {
    let phrase = record.text("PHRASE");
    let text = if phrase.is_empty() { record.value() } else { phrase };
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let kind = if has(&["roep", "nick", "call", "ruf", "usual", "usuel", "bijnaam", "spitz"]) {
        NameKind::Call
    } else if has(&["married", "gehuwd", "getrouwd", "huwelijk", "ehename", "marié"]) {
        NameKind::Married
    } else if has(&["maiden", "birth", "geboorte", "meisjes", "geburt", "naissance"]) {
        NameKind::Birth
    } else {
        return NameKind::Another;
    };
    record.taken();
    for phrase in record.all("PHRASE") {
        phrase.taken();
    }
    kind
}

/// A name while its parts come in.
#[derive(Debug, Default)]
struct Found {
    name: Name,
    others: Vec<String>,
}

impl Found {
    fn first(&mut self, mut name: Name) {
        let (call, other) = (std::mem::take(&mut name.call), std::mem::take(&mut name.other));
        let before = std::mem::take(&mut self.name);
        self.name = name;
        self.call(&before.call);
        self.call(&call);
        self.others(&other);
    }

    /// A name by which they are called: the first one is it, others are other names.
    fn call(&mut self, text: &str) {
        for call in text.split([',', ';']).map(tidy).filter(|it| !says_nothing(it)) {
            if self.name.call.is_empty() {
                self.name.call = call;
            } else if self.name.call != call && self.is_new(&call) {
                self.others.push(call);
            }
        }
    }

    fn others(&mut self, text: &str) {
        for other in text.split(';').map(tidy).filter(|it| !says_nothing(it)) {
            if self.is_new(&other) {
                self.others.push(other);
            }
        }
    }

    /// A whole name beside the first: what it says that is not said yet.
    fn another(&mut self, name: &Name, kind: &str) {
        let whole = tidy(&format!("{} {}", name.given, surname(name)));
        let first = tidy(&format!("{} {}", self.name.given, surname(&self.name)));
        if whole != first && !says_nothing(&whole) && self.is_new(&whole) {
            let kind = if kind.is_empty() { String::new() } else { format!(" ({kind})") };
            self.others.push(whole + &kind);
        }
        self.call(&name.call);
        self.others(&name.other);
    }

    /// As [`Self::another`] for a name of which the family name was used.
    fn beside(&mut self, name: &Name) {
        if !has_words_of(&self.name.given, &name.given) {
            self.others(&name.given);
        }
        self.call(&name.call);
        self.others(&name.other);
    }

    /// Does it say something that is not said yet? A name that is full takes no more.
    fn is_new(&self, text: &str) -> bool {
        if super::MAX_NAME < self.others.len() {
            return false;
        }
        let name = &self.name;
        let parts = [&name.given, &name.call, &name.family, &name.birth, &surname(name)];
        !parts.into_iter().chain(&self.others).any(|part| part == text)
    }

    fn finish(mut self, married: Option<String>) -> Name {
        if let Some(married) = married.filter(|it| *it != surname(&self.name)) {
            if self.name.birth.is_empty() {
                self.name.birth = surname(&self.name);
            }
            (self.name.prefix, self.name.family) = split_surname(&married, "");
        }
        self.name.other = self.others.join("; ");
        self.name
    }
}

/// One `NAME` with its pieces; names by which they are called that stand in tags are left out.
fn one_name(record: Record<'_>, report: &mut Report) -> Name {
    let value = record.value();
    let (given, rest) = value.split_once('/').unwrap_or((&value, ""));
    let (family, suffix) = rest.rsplit_once('/').unwrap_or((rest, ""));
    // "/Groot/, Piet", "/Nagy/ Ilona": the family name goes first in many lands.
    let (given, suffix) = match tidy(suffix.trim_start_matches([',', ' '])) {
        first if given.trim().is_empty() && !is_title(&first) => (Cow::Owned(first), ""),
        _ => (Cow::Borrowed(given), suffix),
    };
    let piece = |tag: &'static str, report: &mut Report| -> String {
        let pieces: Vec<String> =
            record.all(tag).map(|it| real(&it.taken().value(), it, report)).collect();
        tidy(&pieces.join(" "))
    };
    let mut name = Name::default();
    let mut other: Vec<String> = Vec::new();
    let given_piece = piece("GIVN", report);
    let title = piece("NPFX", report);
    let after = [tidy(suffix), piece("NSFX", report)];
    let given = in_given(&real(&given, record, report), &mut name, &mut other);
    let given_piece = in_given(&given_piece, &mut name, &mut other);
    let given = match given.strip_prefix(title.as_str()) {
        Some(rest) if !title.is_empty() => tidy(rest),
        _ => given,
    };
    let (prefix, surn) = (piece("SPFX", report), piece("SURN", report).replace(',', " "));
    let (given, family) = with_prefix_of_given(given, &real(family, record, report));
    name.given = richer(given, &given_piece, &mut other);
    let surn = join_prefix(&prefix, &surn, &mut other);
    let family = join_prefix(&prefix, &family, &mut other);
    let mut family = richer(family, &surn, &mut other);
    // Without slashes the family name stands among the given ones, too.
    if !value.contains('/')
        && !family.is_empty()
        && let Some(rest) = strip_end(&name.given, &family)
    {
        name.given = rest;
    }
    (name.prefix, name.family) = split_surname(&std::mem::take(&mut family), &prefix);
    let around = std::iter::once(title).chain(after).chain(std::mem::take(&mut other));
    let mut said: Vec<String> = Vec::new();
    for part in around.filter(|part| !says_nothing(part)) {
        if !said.contains(&part) {
            said.push(part);
        }
    }
    name.other = said.join("; ");
    name
}

/// Does `text` stand behind a whole name ("Jr.", "III", "MD"), or is it empty?
fn is_title(text: &str) -> bool {
    let word = text.trim_end_matches('.').to_lowercase();
    let titles =
        ["jr", "sr", "junior", "senior", "zn", "dr", "md", "phd", "esq", "bsc", "msc", "ma"];
    word.chars().all(|letter| "ivx".contains(letter)) || titles.contains(&&*word)
}

/// What is in a text of given names besides them: a name in quotes, in brackets or with a star.
fn in_given(text: &str, name: &mut Name, other: &mut Vec<String>) -> String {
    let mut rest = text.to_owned();
    for (open, close) in [
        ('"', '"'),
        ('“', '”'),
        ('„', '“'),
        ('„', '”'),
        ('«', '»'),
        ('‘', '’'),
        ('\'', '\''),
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
    ] {
        for _ in 0..MOST_PARTS {
            let Some((before, inside, after)) = enclosed(&rest, open, close) else { break };
            let inside = tidy(&inside);
            rest = tidy(&format!("{before} {after}"));
            let lower = inside.to_lowercase();
            let born = ["geboren ", "geb. ", "geb ", "née ", "nee ", "born ", "né ", "g. "];
            let is_bracket = matches!(open, '(' | '[' | '{');
            if says_nothing(&inside) {
                continue;
            } else if let Some(word) = born.iter().find(|word| lower.starts_with(*word)) {
                name.birth = tidy(inside.get(word.len()..).unwrap_or(&inside));
            } else if is_bracket && !inside.starts_with(char::is_uppercase) {
                other.push(inside);
            } else if name.call.is_empty() {
                name.call = inside;
            } else if name.call != inside {
                other.push(inside);
            }
        }
    }
    let is_marked = |word: &&str| word.len() > 1 && (word.starts_with('*') || word.ends_with('*'));
    let starred: Vec<&str> =
        rest.split(' ').filter(is_marked).map(|it| it.trim_matches('*')).collect();
    if !starred.is_empty() {
        // The star says most clearly which of the names is used.
        let before = std::mem::replace(&mut name.call, starred.join(" "));
        if !before.is_empty() && before != name.call {
            other.push(before);
        }
        rest = rest.replace('*', "");
    }
    tidy(&rest)
}

/// The text before, in and after the first pair of signs. Quotes stand around whole words: the
/// sign in "d'Arc" and "'t Hooft" is none.
fn enclosed(text: &str, open: char, close: char) -> Option<(String, String, String)> {
    let start = text.char_indices().find(|(at, c)| {
        let before = text.get(..*at).and_then(|it| it.chars().next_back());
        let next = text.get(at + c.len_utf8()..).and_then(|it| it.chars().next());
        *c == open
            && (open != '\'' && open != '‘'
                || before.is_none_or(char::is_whitespace) && next.is_some_and(char::is_uppercase))
    });
    let (start, sign) = start?;
    let inside = text.get(start + sign.len_utf8()..)?;
    let end = inside.char_indices().find(|(at, c)| {
        let next = inside.get(at + c.len_utf8()..).and_then(|it| it.chars().next());
        *c == close && (close != '\'' && close != '’' || !next.is_some_and(char::is_alphanumeric))
    });
    let (end, sign) = end?;
    let after = inside.get(end + sign.len_utf8()..)?;
    Some((text.get(..start)?.to_owned(), inside.get(..end)?.to_owned(), after.to_owned()))
}

/// "Jan van der" before "Berg": small words at the end belong to the family name.
fn with_prefix_of_given(given: String, family: &str) -> (String, String) {
    let words: Vec<&str> = given.split(' ').collect();
    let is_small = |word: &&&str| {
        let name = Name::from_typed(&format!("x {word} x"));
        !name.prefix.is_empty() && word.chars().all(|c| !c.is_uppercase())
    };
    let n = words.iter().rev().take_while(is_small).count();
    if family.is_empty() || n == 0 || n == words.len() {
        return (given, family.to_owned());
    }
    let (given, prefix) = words.split_at(words.len() - n);
    (given.join(" "), overlapped(&prefix.join(" "), family))
}

/// The family name with `prefix` before it, once: "van" and "van der Berg" is "van der Berg".
fn join_prefix(prefix: &str, family: &str, other: &mut Vec<String>) -> String {
    if prefix.is_empty() || family.is_empty() {
        return family.to_owned();
    }
    let (own, _) = split_surname(family, "");
    let together = overlapped(prefix, family);
    let shares = own.split(' ').any(|word| prefix.split(' ').any(|it| it == word));
    if shares && together.len() == prefix.len() + 1 + family.len() {
        // "van de" and "van der": the one in the name counts.
        if !other.iter().any(|it| it == prefix) {
            other.push(prefix.to_owned());
        }
        return family.to_owned();
    }
    together
}

/// Two texts behind each other, with the words that end one and begin the other once.
fn overlapped(a: &str, b: &str) -> String {
    let (first, second): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let same = |x: &[&str], y: &[&str]| {
        x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.to_lowercase() == y.to_lowercase())
    };
    for skip in 0..first.len() {
        let (Some(head), Some(tail)) = (first.get(..skip), first.get(skip..)) else { break };
        if second.get(..tail.len()).is_some_and(|start| same(tail, start)) {
            return tidy(&[head.join(" ").as_str(), b].join(" "));
        }
    }
    // "van" of "van der": the name has it all.
    if second.get(..first.len()).is_some_and(|start| same(&first, start)) {
        return b.to_owned();
    }
    format!("{a} {b}")
}

/// Of two spellings the one that has all words of the other; else the first, and the second is
/// another name.
fn richer(text: String, piece: &str, other: &mut Vec<String>) -> String {
    if piece.is_empty() || has_words_of(&text, piece) {
        return text;
    }
    if !has_words_of(piece, &text) {
        other.push(piece.to_owned());
        return text;
    }
    piece.to_owned()
}

/// Are all words of `part` in `whole`?
fn has_words_of(whole: &str, part: &str) -> bool {
    let words: Vec<String> = whole.split(' ').map(str::to_lowercase).collect();
    part.split(' ').all(|word| word.is_empty() || words.contains(&word.to_lowercase()))
}

/// `text` without `end`, where it ends so and something is left.
fn strip_end(text: &str, end: &str) -> Option<String> {
    let rest = text.strip_suffix(end)?;
    (rest.ends_with(' ')).then(|| tidy(rest)).filter(|rest| !rest.is_empty())
}

/// A family name with the words before it apart: "van der Berg". `prefix` is one, whatever it is.
fn split_surname(text: &str, prefix: &str) -> (String, String) {
    let text = tidy(text);
    // Only a prefix that stands at the very beginning is one.
    let name = Name::from_typed(&format!("x {text}"));
    let known = if name.call == "x" { name.prefix } else { String::new() };
    let longest = if known.len() < prefix.len() { prefix } else { &known };
    let begins =
        text.get(..longest.len()).is_some_and(|it| it.to_lowercase() == longest.to_lowercase());
    match text.get(longest.len()..) {
        Some(rest) if begins && rest.starts_with(' ') => {
            (text.get(..longest.len()).unwrap_or("").to_owned(), tidy(rest))
        }
        _ => (String::new(), text),
    }
}

fn surname(name: &Name) -> String {
    format!("{} {}", name.prefix, name.family).trim().to_owned()
}

fn without_slashes(text: &str) -> String {
    tidy(&text.replace('/', " "))
}

/// `text` as a name; nothing, and told, where it only says that there is none.
fn real(text: &str, record: Record<'_>, report: &mut Report) -> String {
    let text = without_slashes(text);
    if !says_nothing(&text) {
        // "NN Jansen", "? de Vries"
        let (first, rest) = text.split_once(' ').unwrap_or((&text, ""));
        if rest.is_empty() || !is_sign_of_nobody(first) {
            return text;
        }
        report.no_name(record.line());
        return real_rest(rest);
    }
    if text.chars().any(char::is_alphanumeric) {
        report.no_name(record.line());
    }
    String::new()
}

fn real_rest(rest: &str) -> String {
    if says_nothing(rest) { String::new() } else { rest.to_owned() }
}

/// Does a word before other words stand for a name that is not known?
fn is_sign_of_nobody(word: &str) -> bool {
    let bare: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let words = [
        "unknown",
        "onbekend",
        "onbekende",
        "unbekannt",
        "unbekannte",
        "inconnu",
        "inconnue",
        "nn",
    ];
    (bare.is_empty() && word.contains(['?', '_', '.', '-', '…']))
        || words.contains(&bare.to_lowercase().as_str())
}

/// Words, in small letters, that say that a name is not known or not told.
const NO_NAMES: &[&str] = &[
    "unknown",
    "unk",
    "unknown name",
    "name unknown",
    "not known",
    "no name",
    "noname",
    "unnamed",
    "nn",
    "n n",
    "nomen nescio",
    "nomen nominandum",
    "anonymous",
    "anon",
    "private",
    "private person",
    "living",
    "living person",
    "withheld",
    "null",
    "xx",
    "xxx",
    "xxxx",
    "onbekend",
    "onbekende",
    "naam onbekend",
    "onbekende naam",
    "niet bekend",
    "geen naam",
    "zonder naam",
    "anoniem",
    "privé",
    "prive",
    "levend",
    "in leven",
    "nog in leven",
    "levend persoon",
    "afgeschermd",
    "unbekannt",
    "unbekannte",
    "unbekannter",
    "name unbekannt",
    "ohne namen",
    "privat",
    "lebend",
    "lebende person",
    "inconnu",
    "inconnue",
    "nom inconnu",
    "sans nom",
    "non nommé",
    "anonyme",
    "vivant",
    "vivante",
    "desconocido",
    "desconocida",
    "privado",
    "sconosciuto",
    "sconosciuta",
    "desconhecido",
    "desconhecida",
    "okänd",
    "ukendt",
    "ukjent",
    "tuntematon",
    "nieznany",
    "nieznana",
    "neznámý",
    "neznámá",
    "ismeretlen",
    "necunoscut",
    "bilinmiyor",
    "неизвестно",
    "неизвестный",
    "неизвестная",
    "άγνωστος",
];

/// Does `text` only say that there is no name, in whatever case and brackets?
fn says_nothing(text: &str) -> bool {
    let words = |text: &str| {
        let text: String = text
            .chars()
            .filter(|c| *c != '.')
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        text.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let words = words(text);
    let is_nothing = |text: &str| NO_NAMES.contains(&text);
    // "Unknown Unknown", "NN (onbekend)"
    words.is_empty() || is_nothing(&words.join(" ")) || words.iter().all(|word| is_nothing(word))
}

/// Without needless white space and control characters.
fn tidy(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
