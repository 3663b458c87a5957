//! What is said behind a kind: "somber nee", "schulden @24", "plannen lastig". The palette reads it behind
//! what is looked for, the quick line behind a tag.

use std::ops::Range;

use crate::catalogue::{Catalogue, Entry as Row, folded};
use crate::document::When;
use crate::i18n::{Lang, Texts};
use crate::model::{Date, GoingOn, Moment, PartialDate, Said, SkillLevel, standing_in_words};

/// So many words an answer has at most: "van mijn 17e tot mijn 19e, misschien".
const LONGEST: usize = 10;

/// A word that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Yes,
    No,
    Maybe,
    Unknown,
    Well,
    Varies,
    Hard,
}

/// Words that say whether it goes on, in both languages.
const TIMES: &[(&[&str], GoingOn)] = &[
    (&["speelt", "nu"], GoingOn::Now),
    (&["nu"], GoingOn::Now),
    (&["now"], GoingOn::Now),
    (&["in", "the", "past"], GoingOn::Before),
    (&["vroeger"], GoingOn::Before),
    (&["before"], GoingOn::Before),
];

/// Words that answer, in both languages; the longer of two that begin alike comes first.
const WORDS: &[(&[&str], Word)] = &[
    (&["weet", "ik", "niet"], Word::Unknown),
    (&["weet", "niet"], Word::Unknown),
    (&["niet", "bekend"], Word::Unknown),
    (&["onbekend"], Word::Unknown),
    (&["don't", "know"], Word::Unknown),
    (&["don’t", "know"], Word::Unknown),
    (&["dont", "know"], Word::Unknown),
    (&["not", "known"], Word::Unknown),
    (&["unknown"], Word::Unknown),
    (&["gevraagd:", "nee"], Word::No),
    (&["asked:", "no"], Word::No),
    (&["nee"], Word::No),
    (&["no"], Word::No),
    (&["ja"], Word::Yes),
    (&["yes"], Word::Yes),
    (&["misschien"], Word::Maybe),
    (&["maybe"], Word::Maybe),
    (&["gaat", "goed"], Word::Well),
    (&["goes", "well"], Word::Well),
    (&["goed"], Word::Well),
    (&["well"], Word::Well),
    (&["wisselt"], Word::Varies),
    (&["soms"], Word::Varies),
    (&["varies"], Word::Varies),
    (&["sometimes"], Word::Varies),
    (&["lastig"], Word::Hard),
    (&["moeilijk"], Word::Hard),
    (&["hard"], Word::Hard),
    (&["difficult"], Word::Hard),
];

/// What is said with one or more words behind what is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    word: Option<Word>,
    going_on: Option<GoingOn>,
    pub(crate) when: When,
}

impl Answer {
    /// Is nothing said?
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Nothing is known of it: nothing comes on the map.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self.word == Some(Word::Unknown)
    }

    /// Yes, maybe or asked: no.
    #[must_use]
    pub fn said(self) -> Option<Said> {
        match self.word {
            Some(Word::Yes) => Some(Said::Yes),
            Some(Word::Maybe) => Some(Said::Maybe),
            Some(Word::No) => Some(Said::No),
            Some(Word::Unknown | Word::Well | Word::Varies | Word::Hard) => None,
            None => self.going_on.map(|_| Said::Yes),
        }
    }

    /// Does it go on?
    #[must_use]
    pub const fn going_on(self) -> Option<GoingOn> {
        self.going_on
    }

    /// How a skill goes.
    #[must_use]
    pub fn level(self) -> Option<SkillLevel> {
        match self.word? {
            Word::Well | Word::Yes => Some(SkillLevel::GoesWell),
            Word::Varies => Some(SkillLevel::Varies),
            Word::Hard | Word::No => Some(SkillLevel::Hard),
            _ => None,
        }
    }

    /// When a strength began and ended. It has no "vroeger" of its own: that ended before this year.
    #[must_use]
    pub fn strong_when(self, today: Date) -> When {
        let is_before = self.going_on == Some(GoingOn::Before);
        let until = self.when.until.or_else(|| is_before.then(|| before(today)).flatten());
        When { until, ..self.when }
    }

    /// The answer as it will stand with what plays: "misschien · vanaf 19 jaar".
    #[must_use]
    pub fn in_words(self, texts: Texts) -> String {
        if self.is_unknown() {
            return texts.get("palette-unknown");
        }
        let when = (self.when.since, self.when.until);
        let said = self.said().unwrap_or_default();
        let words = standing_in_words(texts, said, when, self.going_on().unwrap_or_default());
        if words.is_empty() { texts.get("said-yes") } else { words }
    }

    fn with(self, other: Self) -> Option<Self> {
        let one = |a: Option<Moment>, b: Option<Moment>| match (a, b) {
            (Some(_), Some(_)) => None,
            (a, b) => Some(a.or(b)),
        };
        let is_twice = self.word.is_some() && other.word.is_some()
            || self.going_on.is_some() && other.going_on.is_some();
        if is_twice {
            return None;
        }
        let since = one(self.when.since, other.when.since)?;
        let until = one(self.when.until, other.when.until)?;
        let going_on = self.going_on.or(other.going_on);
        Some(Self { word: self.word.or(other.word), going_on, when: When { since, until } })
    }

    /// Can it be said of what plays, or is strong?
    #[must_use]
    pub const fn is_of_kind(self) -> bool {
        !matches!(self.word, Some(Word::Well | Word::Varies | Word::Hard))
    }

    /// Can it be said of `row`?
    fn fits(self, row: &Row<'_>) -> bool {
        match row {
            Row::Kind(_) | Row::Strength(_) => self.is_of_kind(),
            Row::Skill(_) => self.word != Some(Word::Maybe) && self.going_on.is_none(),
            _ => false,
        }
    }
}

/// The end of a strength that was there "vroeger": before this year.
#[must_use]
pub fn before(today: Date) -> Option<Moment> {
    Date::year_only(today.year()).map(PartialDate::Before).map(Moment::On)
}

/// What is looked for, and what is said of it.
#[derive(Debug)]
pub struct Sought {
    /// What stands behind the words that are looked for.
    pub answer: Answer,
    /// What the list has for those words.
    pub rows: Vec<Row<'static>>,
}

/// What of `query` is looked for and what is said of it. What a row is called is never an answer.
#[must_use]
pub fn sought(query: &str, lang: Lang, today: Date) -> Sought {
    let catalogue = Catalogue::builtin();
    let whole = catalogue.search(query, lang);
    let plain = |rows| Sought { answer: Answer::default(), rows };
    if whole.iter().any(|row| is_called(*row, query)) {
        return plain(whole);
    }
    for (words, answer) in answers(query, today) {
        let mut rows = catalogue.search(words, lang);
        rows.retain(|row| answer.fits(row));
        if !rows.is_empty() {
            return Sought { answer, rows };
        }
    }
    plain(whole)
}

/// Own words, and when they began and ended where that is said behind them without a doubt: "koken
/// 2015", "katten sinds 2010". Anything else belongs to the words: "zegt altijd nee".
#[must_use]
pub fn own_words(query: &str, today: Date) -> (&str, When) {
    let is_plain = |(words, answer): &(&str, Answer)| {
        let tail = query.get(words.len()..).unwrap_or_default().trim_start();
        let first = tail.split_whitespace().next().unwrap_or_default().to_lowercase();
        // "uit 2015" is one thing.
        let is_bare = first.len() == 4 && first.bytes().all(|it| it.is_ascii_digit());
        let before = words.split_whitespace().next_back().unwrap_or_default();
        answer.word.or(answer.going_on.map(|_| Word::Yes)).is_none()
            && (first.starts_with('@')
                || SINCE.contains(&first.as_str())
                || UNTIL.contains(&first.as_str())
                || is_bare && 3 < before.chars().count())
    };
    let split = answers(query, today).into_iter().find(is_plain);
    split.map_or((query, When::default()), |(words, answer)| (words, answer.when))
}

/// Is `row` called so in either language?
fn is_called(row: Row<'_>, query: &str) -> bool {
    let query = folded(query.trim());
    Lang::ALL.into_iter().any(|lang| {
        let synonyms = row.synonyms().in_lang(lang).iter().map(String::as_str);
        synonyms.chain([row.words().in_lang(lang)]).any(|it| folded(it) == query)
    })
}

/// The ways to read the end of `query` as an answer, the longest answer first.
#[must_use]
pub fn answers(query: &str, today: Date) -> Vec<(&str, Answer)> {
    let places = tokens(query);
    let words = words_at(query, &places);
    let first = words.len().saturating_sub(LONGEST).max(1);
    let split = (first..words.len()).filter_map(|at| {
        let head = query.get(..places.get(at)?.start)?.trim_end().trim_end_matches([',', ';', ':']);
        let answer = read(words.get(at..)?, today)?;
        (!head.trim().is_empty()).then_some((head, answer))
    });
    split.collect()
}

/// What `query` says, if it says no more than when, or whether: "19 jaar", "nee".
#[must_use]
pub fn alone(query: &str, today: Date) -> Option<Answer> {
    let words = words_at(query, &tokens(query));
    let answer = read(&words, today).filter(|it| !it.is_empty() && it.is_of_kind())?;
    (words.len() <= LONGEST).then_some(answer)
}

fn words_at(query: &str, places: &[Range<usize>]) -> Vec<String> {
    let words = places.iter().map(|at| query.get(at.clone()).unwrap_or_default());
    words.map(|it| it.trim_matches([',', ';', '.']).to_lowercase()).collect()
}

/// Where the words of `query` stand; an age behind "@" is a word of its own.
fn tokens(query: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, letter) in query.char_indices() {
        let end = at + letter.len_utf8();
        match all.last_mut() {
            _ if letter.is_whitespace() => goes_on = false,
            Some(last) if goes_on && letter != '@' => last.end = end,
            _ => {
                all.push(at..end);
                goes_on = true;
            }
        }
    }
    all
}

/// What the first of `words` say, and how many those are: as many as say something together.
#[must_use]
pub fn begun(words: &[&str], today: Date) -> Option<(Answer, usize)> {
    let words: Vec<String> = words
        .iter()
        .take(LONGEST)
        .map(|it| it.trim_matches([',', ';', '.']).to_lowercase())
        .collect();
    (1..=words.len()).rev().find_map(|taken| Some((read(words.get(..taken)?, today)?, taken)))
}

/// "24-31", "1986-1994": from when until when, where that is all that is said.
#[must_use]
pub fn from_until(text: &str, today: Date) -> Option<When> {
    period(&[text.to_owned()], today).map(|(answer, _)| answer.when)
}

/// What all of `words` say, if they say nothing else.
fn read(words: &[String], today: Date) -> Option<Answer> {
    let mut answer = Answer::default();
    let mut rest = words;
    while !rest.is_empty() {
        let (piece, taken) = until(rest, today)
            .or_else(|| period(rest, today))
            .or_else(|| since(rest, today))
            .or_else(|| word(rest))?;
        answer = answer.with(piece)?;
        rest = rest.get(taken..)?;
    }
    Some(answer)
}

/// What stands before the moment at which something ended.
const UNTIL: &[&str] = &["tot", "t/m", "tm", "until", "till", "to"];

/// What stands before the moment at which something began.
const SINCE: &[&str] = &["sinds", "vanaf", "since", "from", "van"];

type Piece = Option<(Answer, usize)>;

fn word(words: &[String]) -> Piece {
    let begins = |phrase: &[&str]| {
        phrase.len() <= words.len() && phrase.iter().zip(words).all(|(a, b)| a == b)
    };
    if let Some((phrase, going_on)) = TIMES.iter().find(|(phrase, _)| begins(phrase)) {
        return Some((going(*going_on), phrase.len()));
    }
    let (phrase, word) = WORDS.iter().find(|(phrase, _)| begins(phrase))?;
    Some((Answer { word: Some(*word), ..Answer::default() }, phrase.len()))
}

fn going(going_on: GoingOn) -> Answer {
    Answer { going_on: Some(going_on), ..Answer::default() }
}

fn dated(when: When) -> Answer {
    Answer { when, ..Answer::default() }
}

/// "tot 2015", "tot en met 2015", "tot nu".
fn until(words: &[String], today: Date) -> Piece {
    let leads = match words {
        [first, en, met, ..] if first == "tot" && en == "en" && met == "met" => 3,
        [first, ..] if UNTIL.contains(&first.as_str()) => 1,
        _ => return None,
    };
    let rest = words.get(leads..)?;
    if rest.first().is_some_and(|it| it == "nu" || it == "now") {
        return Some((going(GoingOn::Now), leads + 1));
    }
    let (moment, taken) = moment(rest, today)?;
    let when = When { since: None, until: Some(moment) };
    Some((dated(when), leads + taken))
}

/// "2010-2015": here it is from when until when.
fn period(words: &[String], today: Date) -> Piece {
    let (from, to) = words.first()?.trim_start_matches('@').split_once(['-', '–'])?;
    let at = |text: &str| {
        let is_number =
            matches!(text.len(), 1 | 2 | 4) && text.bytes().all(|it| it.is_ascii_digit());
        is_number.then(|| Moment::from_typed(text, today)).flatten()
    };
    let (since, until) = (Some(at(from)?), Some(at(to)?));
    (from.len() == to.len() || from.len() + to.len() == 3)
        .then_some((dated(When { since, until }), 1))
}

/// "@24", "24", "sinds 2010", "als kind".
fn since(words: &[String], today: Date) -> Piece {
    let leads = usize::from(words.first().is_some_and(|it| it == "@" || it == "van"));
    let (moment, taken) = moment(words.get(leads..)?, today)?;
    let when = When { since: Some(moment), until: None };
    Some((dated(when), leads + taken))
}

/// The longest moment that `words` begin with. One word alone has a number: "kind" is no moment.
fn moment(words: &[String], today: Date) -> Option<(Moment, usize)> {
    let end = words.iter().skip(1).position(|it| UNTIL.contains(&it.as_str()));
    let most = end.map_or(words.len(), |end| end + 1);
    (1..=most).rev().find_map(|taken| {
        let text = words.get(..taken)?.join(" ");
        let text = text.trim_start_matches('@');
        let is_moment = 1 < taken || text.bytes().any(|it| it.is_ascii_digit());
        let moment = is_moment.then(|| Moment::from_typed(text, today)).flatten()?;
        Some((moment, taken))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        Date::parse("2026-11-30").expect("a date")
    }

    /// What is answered, and what is looked for.
    fn said(query: &str) -> (String, Vec<&'static str>) {
        let sought = sought(query, Lang::Nl, today());
        let words = sought.answer.in_words(Texts::new(Lang::Nl));
        let answer = if sought.answer.is_empty() { String::new() } else { words };
        (answer, sought.rows.iter().map(|row| row.id()).collect())
    }

    #[test]
    fn an_answer_and_a_year_may_stand_behind_what_is_looked_for_in_both_languages() {
        let cases = [
            ("somber nee", "somber", "gevraagd: nee"),
            ("somber, nee", "somber", "gevraagd: nee"),
            ("schulden ja", "schulden", "ja"),
            ("schulden @24", "schulden", "vanaf 24 jaar"),
            ("schulden@24", "schulden", "vanaf 24 jaar"),
            ("schulden @ 24", "schulden", "vanaf 24 jaar"),
            ("schulden 24", "schulden", "vanaf 24 jaar"),
            ("schulden sinds 2010", "schulden", "sinds 2010"),
            ("schulden rond 2010", "schulden", "sinds ±2010"),
            ("schulden 2010-2015", "schulden", "sinds 2010 · tot 2015"),
            ("schulden van 2010 tot 2015", "schulden", "sinds 2010 · tot 2015"),
            ("schulden sinds 2010 tot en met 2015", "schulden", "sinds 2010 · tot 2015"),
            ("schulden 17-19", "schulden", "vanaf 17 jaar · tot 19 jaar"),
            ("schulden sinds 2010 tot nu", "schulden", "sinds 2010 · speelt nu"),
            ("schulden misschien 2010", "schulden", "misschien · sinds 2010"),
            ("schulden 2010 nu", "schulden", "sinds 2010 · speelt nu"),
            ("schulden misschien vroeger", "schulden", "misschien · vroeger"),
            ("geen diploma vroeger", "geen diploma", "vroeger"),
            ("somber als kind", "somber", "als kind begonnen"),
            ("somber vorig jaar", "somber", "sinds 2025"),
            ("debts since 2010", "debts", "sinds 2010"),
            ("debts no", "debts", "gevraagd: nee"),
            ("debts until 2012", "debts", "tot 2012"),
            ("schulden", "schulden", ""),
            ("schulden kind", "schulden kind", ""),
            ("schulden nee ja", "schulden nee ja", ""),
            ("nee", "nee", ""),
            ("@24", "@24", ""),
            ("zegt altijd nee", "zegt altijd nee", ""),
        ];
        for (query, words, answer) in cases {
            let (said, rows) = said(query);
            let found: Vec<&str> =
                Catalogue::builtin().search(words, Lang::Nl).iter().map(|row| row.id()).collect();
            assert_eq!(said, answer, "{query}");
            assert!(rows.iter().all(|it| found.contains(it)), "{query}: {rows:?}");
            assert!(rows.first() == found.first() || rows.is_empty(), "{query}: {rows:?}");
        }
        for query in ["somber weet niet", "somber weet ik niet", "debts don't know"] {
            assert!(sought(query, Lang::Nl, today()).answer.is_unknown(), "{query}");
        }
    }

    #[test]
    fn a_skill_goes_well_varies_or_is_hard() {
        let cases = [
            ("plannen goed", Some(SkillLevel::GoesWell)),
            ("plannen ja", Some(SkillLevel::GoesWell)),
            ("plannen wisselt", Some(SkillLevel::Varies)),
            ("plannen lastig", Some(SkillLevel::Hard)),
            ("planning goes well", Some(SkillLevel::GoesWell)),
            ("planning hard", Some(SkillLevel::Hard)),
            ("plannen", None),
        ];
        for (query, level) in cases {
            let sought = sought(query, Lang::Nl, today());
            assert_eq!(sought.answer.level(), level, "{query}");
            assert!(sought.rows.iter().any(|it| matches!(it, Row::Skill(_))), "{query}");
        }
    }

    #[test]
    fn no_row_of_the_catalogue_is_called_an_answer() {
        for row in Catalogue::builtin().entries() {
            for lang in Lang::ALL {
                let synonyms = row.synonyms().in_lang(lang).iter().map(String::as_str);
                for words in synonyms.chain([row.words().in_lang(lang)]) {
                    let sought = sought(words, lang, today());
                    assert!(sought.answer.is_empty(), "{words}");
                    assert!(sought.rows.iter().any(|it| it.id() == row.id()), "{words}");
                }
            }
        }
    }

    #[test]
    fn own_words_keep_all_but_a_plain_year() {
        let cases = [
            ("koken 2015", "koken", "sinds 2015"),
            ("koken @24", "koken", "vanaf 24 jaar"),
            ("katten in huis sinds 2010", "katten in huis", "sinds 2010"),
            ("katten tot 2012", "katten", "tot 2012"),
            ("dochter uit 2015", "dochter uit 2015", ""),
            ("zegt altijd nee", "zegt altijd nee", ""),
            ("groep 8", "groep 8", ""),
            ("leest als kind", "leest als kind", ""),
        ];
        for (query, label, standing) in cases {
            let (words, when) = own_words(query, today());
            let answer = dated(when);
            let said = answer.in_words(Texts::new(Lang::Nl));
            assert_eq!(words, label, "{query}");
            assert_eq!(if answer.is_empty() { "" } else { &said }, standing, "{query}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_looked_for(query in "\\PC{0,60}") {
            let sought = sought(&query, Lang::En, today());
            proptest::prop_assert!(sought.answer.is_empty() || !sought.rows.is_empty());
            let (words, _) = own_words(&query, today());
            proptest::prop_assert!(query.starts_with(words));
        }
    }
}
