//! Reads lines into a plan: who stands where.

use super::answer;
use super::lex::{self, Token};
use super::mark::mark;
use super::{Fault, LONGEST, MOST_STATEMENTS, Mention, Plan, Sign, Span, Statement, What};
use crate::model::{Date, date_at};

type Tokens<'a, 't> = &'a [(Span, Token<'t>)];

/// What `text` says; `today` is what "geleden" counts from.
#[must_use]
pub fn parse(text: &str, today: Date) -> Plan {
    let mut plan = Plan::default();
    if LONGEST < text.len() {
        plan.faults.push(Fault { span: 0..text.len(), what: What::TooLong });
        return plan;
    }
    let statements = lex::statements(text);
    if MOST_STATEMENTS < statements.len() {
        plan.faults.push(Fault { span: 0..text.len(), what: What::TooLong });
        return plan;
    }
    for (span, statement) in statements {
        let tokens = lex::tokens(statement, span.start, &mut plan.faults);
        let mut reader = Reader { span, today, faults: &mut plan.faults };
        let found = reader.statements(&married(joined_dates(tokens, today)));
        plan.statements.extend(found);
    }
    for fault in &mut plan.faults {
        fault.span = whole_letters(text, &fault.span);
    }
    plan
}

/// `span`, with the letters whole that it cuts.
fn whole_letters(text: &str, span: &Span) -> Span {
    let start = (0..=span.start.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let end = (span.end.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at));
    start.unwrap_or_default()..end.unwrap_or(text.len())
}

/// "May 3, 1999": that comma is in a date.
fn joined_dates(tokens: Vec<(Span, Token<'_>)>, today: Date) -> Vec<(Span, Token<'_>)> {
    let word = |at: Option<usize>| match at.and_then(|at| tokens.get(at)) {
        Some((_, Token::Word(word))) => Some(word.to_lowercase()),
        _ => None,
    };
    let is_in_date = |at: usize| {
        let words = [word(at.checked_sub(2)), word(at.checked_sub(1)), word(Some(at + 1))];
        let words: Vec<String> = words.into_iter().flatten().collect();
        let is_month = words.first().is_some_and(|it| it.chars().all(char::is_alphabetic));
        words.len() == 3 && is_month && date_at(&words, today).is_some_and(|(_, n)| n == 3)
    };
    let commas: Vec<usize> = (tokens.iter().enumerate())
        .filter(|(at, (_, token))| *token == Token::Comma && is_in_date(*at))
        .map(|(at, _)| at)
        .collect();
    let kept = tokens.into_iter().enumerate().filter(|(at, _)| !commas.contains(at));
    kept.map(|(_, token)| token).collect()
}

/// "Ruud x 1996-2009 Selma": a couple, as family trees write it. The years behind the sign are of the
/// two, and stand behind the second name here. A lone "x" behind a name is of that person.
fn married(mut tokens: Vec<(Span, Token<'_>)>) -> Vec<(Span, Token<'_>)> {
    let mut from = 1;
    while let Some(at) = (from..tokens.len()).find(|at| marries(&tokens, *at)) {
        let years = years_behind(&tokens, at);
        let Some((span, _)) = tokens.get(at).cloned() else { break };
        let end = (at + years + 1..tokens.len()).find(|it| {
            let token = tokens.get(*it).map(|(_, token)| token);
            matches!(token, Some(Token::Comma | Token::Colon | Token::Plus | Token::Mark(..)))
        });
        let end = end.unwrap_or(tokens.len());
        let moved: Vec<_> = tokens.get(at + 1..=at + years).unwrap_or_default().to_vec();
        let married = (span.clone(), Token::Word("getrouwd"));
        tokens.splice(end..end, [married].into_iter().chain(moved));
        tokens.splice(at..=at + years, [(span, Token::Plus)]);
        from = at + 1;
    }
    tokens
}

/// Does the word at `at` marry the name before it to the one behind it?
fn marries(tokens: Tokens<'_, '_>, at: usize) -> bool {
    let is_sign = matches!(tokens.get(at), Some((_, Token::Word("x" | "X" | "×" | "⚭" | "∞"))));
    let before = at.checked_sub(1).and_then(|it| tokens.get(it));
    let is_after_name = matches!(before, Some((_, Token::Word(_) | Token::Quoted(_))));
    is_sign && is_after_name && is_name(tokens.get(at + years_behind(tokens, at) + 1))
}

/// How many words behind `at` are a date or the years of a marriage.
fn years_behind(tokens: Tokens<'_, '_>, at: usize) -> usize {
    let is_date = |token: &Token<'_>| match token {
        Token::Word(word) => word.starts_with(|c: char| c.is_ascii_digit() || "±~<>-–".contains(c)),
        _ => false,
    };
    let behind = tokens.get(at + 1..).unwrap_or_default();
    behind.iter().take(3).take_while(|(_, token)| is_date(token)).count()
}

/// Does a name begin here?
fn is_name(token: Option<&(Span, Token<'_>)>) -> bool {
    match token {
        Some((_, Token::Word(word))) => word.chars().next().is_some_and(char::is_uppercase),
        Some((_, Token::Quoted(_))) => true,
        _ => false,
    }
}

struct Reader<'f> {
    span: Span,
    today: Date,
    faults: &'f mut Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, span: Span, what: What) {
        self.faults.push(Fault { span, what });
    }

    fn statements(&mut self, tokens: Tokens<'_, '_>) -> Vec<Statement> {
        let relation =
            tokens.iter().position(|(_, it)| matches!(it, Token::Mark(Sign::Relation, _)));
        if let Some(at) = relation {
            return self.relation(tokens, at).into_iter().collect();
        }
        let colon = tokens.iter().position(|(_, it)| *it == Token::Colon);
        let Some(colon) = colon else {
            let parts = split(tokens, |at| is_comma(tokens, at));
            return parts.into_iter().filter_map(|part| self.family(part, None)).collect();
        };
        let (left, right) = (tokens.get(..colon), tokens.get(colon + 1..));
        let right = right.unwrap_or_default();
        if let Some((span, _)) = right.iter().find(|(_, it)| *it == Token::Colon) {
            self.fault(span.clone(), What::SecondColon);
            return Vec::new();
        }
        self.family(left.unwrap_or_default(), Some(right)).into_iter().collect()
    }

    /// `Jan + Mia`, with `: Anna, Bas` or without.
    fn family(&mut self, left: Tokens<'_, '_>, right: Option<Tokens<'_, '_>>) -> Option<Statement> {
        let is_and = |at| right.is_some() && joins(left, at);
        let is_end = |at| matches!(left.get(at), Some((_, Token::Plus))) || is_and(at);
        let parts = if left.is_empty() { Vec::new() } else { split(left, is_end) };
        if let Some(third) = parts.get(2) {
            let span = third.first().map_or(self.span.clone(), |(span, _)| span.clone());
            self.fault(span, What::ThreePartners);
            return None;
        }
        let end = self.span.start;
        let partners = self.mentions(&parts, end)?;
        let children = match right {
            Some(right) if !right.is_empty() => {
                let parts = split(right, |at| is_comma(right, at) || joins(right, at));
                let end = right.first().map_or(self.span.end, |(span, _)| span.start);
                self.mentions(&parts, end)?
            }
            // "Jan + Mia:" is on its way.
            Some(_) => {
                self.fault(self.span.end.saturating_sub(1)..self.span.end, What::NoName);
                Vec::new()
            }
            None => Vec::new(),
        };
        let all = partners.iter().chain(&children);
        let span = match right {
            Some(_) => self.span.clone(),
            None => around(all.map(|it| &it.span)).unwrap_or(self.span.clone()),
        };
        (!partners.is_empty() || !children.is_empty()).then_some(Statement::Family {
            span,
            partners,
            children,
        })
    }

    /// `Anna ~ruzie Bas, Kees`.
    fn relation(&mut self, tokens: Tokens<'_, '_>, at: usize) -> Option<Statement> {
        let (span, token) = tokens.get(at)?;
        let Token::Mark(sign, text) = token else { return None };
        let from = tokens.get(..at).unwrap_or_default();
        let to = tokens.get(at + 1..).unwrap_or_default();
        let more = to.iter().find(|(_, it)| {
            matches!(it, Token::Mark(Sign::Relation, _) | Token::Colon | Token::Plus)
        });
        if from.is_empty() || to.is_empty() || more.is_some() {
            let place = more.map_or(span, |(span, _)| span).clone();
            self.fault(place, What::NoPair);
            return None;
        }
        let from = self.mention(from, span.start)?;
        let parts = split(to, |at| is_comma(to, at) || joins(to, at));
        let to = self.mentions(&parts, span.end)?;
        let kind = mark(*sign, text, span.clone());
        let (from, kind) = (Box::new(from), Box::new(kind));
        Some(Statement::Relation { span: self.span.clone(), from, kind, to })
    }

    /// Everybody in `parts`; those that are empty stand at or after `end`.
    fn mentions(&mut self, parts: &[Tokens<'_, '_>], end: usize) -> Option<Vec<Mention>> {
        let mut end = end;
        let mut found = Vec::new();
        let mut is_whole = true;
        for part in parts {
            match self.mention(part, end) {
                Some(mention) => {
                    end = mention.span.end;
                    found.push(mention);
                }
                None => is_whole = false,
            }
        }
        is_whole.then_some(found)
    }

    fn mention(&mut self, tokens: Tokens<'_, '_>, end: usize) -> Option<Mention> {
        let Some(span) = around(tokens.iter().map(|(span, _)| span)) else {
            let span = end..(end + 1).min(self.span.end.max(end));
            self.fault(span, What::NoName);
            return None;
        };
        let mut mention = Mention { span, ..Mention::default() };
        let mut words = Vec::new();
        let mut has_name = false;
        let mut at = 0;
        while let Some((span, token)) = tokens.get(at) {
            at += 1;
            match (token, mention.marks.last_mut()) {
                (Token::Word(_), Some(mark)) => {
                    let behind = words_from(tokens, at - 1);
                    let is_whole = mark.answer.is_empty();
                    let said = answer::begun(&behind, self.today).filter(|_| is_whole);
                    if let Some((answer, taken)) = said {
                        mark.answer = answer;
                        mark.span.end = tokens.get(at + taken - 2).map_or(span.end, |it| it.0.end);
                        at += taken - 1;
                    } else if has_name && is_name(tokens.get(at - 1)) {
                        self.fault(span.clone(), What::AfterMark(behind.join(" ")));
                        return None;
                    } else {
                        has_name = true;
                        words.extend(behind.first());
                    }
                }
                (Token::Word(word), None) => {
                    has_name = true;
                    words.push(*word);
                }
                (Token::Quoted(text), Some(mark)) if has_name && mark.own_words.is_none() => {
                    mark.span.end = span.end;
                    mark.own_words = Some(text.trim().to_owned()).filter(|it| !it.is_empty());
                }
                (Token::Quoted(name), None)
                    if mention.quoted.is_none() && !name.trim().is_empty() =>
                {
                    has_name = true;
                    mention.quoted = Some(name.trim().to_owned());
                }
                (Token::Mark(sign, text), _) => {
                    mention.marks.push(mark(*sign, text, span.clone()));
                }
                (Token::Focus, _) => mention.is_focus = true,
                (Token::Nth(nth), _) => mention.nth = Some(*nth),
                (Token::Quoted(_) | Token::Plus | Token::Comma | Token::Colon, _) => {
                    self.fault(span.clone(), What::NoName);
                    return None;
                }
            }
        }
        if !has_name {
            self.fault(mention.span, What::NoName);
            return None;
        }
        mention.words = words.join(" ");
        Some(mention)
    }
}

/// The words in a row that begin at `at`.
fn words_from<'t>(tokens: Tokens<'_, 't>, at: usize) -> Vec<&'t str> {
    let word = |token: &Token<'t>| match token {
        Token::Word(word) => Some(*word),
        _ => None,
    };
    let behind = tokens.get(at..).unwrap_or_default();
    behind.iter().map_while(|(_, token)| word(token)).collect()
}

fn is_comma(tokens: Tokens<'_, '_>, at: usize) -> bool {
    matches!(tokens.get(at), Some((_, Token::Comma))) || joins(tokens, at)
}

/// "Jan en Mia": a name before it, another behind it, and no "tussen 1950 en".
fn joins(tokens: Tokens<'_, '_>, at: usize) -> bool {
    let Some((_, Token::Word("en" | "and"))) = tokens.get(at) else { return false };
    let is_after_name = at
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|(_, it)| !matches!(it, Token::Plus | Token::Comma | Token::Colon));
    let is_before_name = is_name(tokens.get(at + 1));
    let here = tokens.get(..at).unwrap_or_default().rsplit(|(_, it)| *it == Token::Comma).next();
    let is_between = here
        .unwrap_or_default()
        .iter()
        .any(|(_, it)| matches!(it, Token::Word("tussen" | "between")));
    is_after_name && is_before_name && !is_between
}

/// The tokens between those at which `is_end` says yes.
fn split<'a, 't>(tokens: Tokens<'a, 't>, is_end: impl Fn(usize) -> bool) -> Vec<Tokens<'a, 't>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for at in (0..tokens.len()).filter(|at| is_end(*at)).chain([tokens.len()]) {
        parts.push(tokens.get(from..at).unwrap_or_default());
        from = at + 1;
    }
    parts
}

fn around<'s>(spans: impl Iterator<Item = &'s Span>) -> Option<Span> {
    spans.cloned().reduce(|all, next| all.start.min(next.start)..all.end.max(next.end))
}
