//! Numbers and addresses in notes that a family map rarely needs, and that do harm when the file is
//! lost: a citizen service number, a bank account, a telephone number, an e-mail address.

use std::collections::BTreeSet;

use super::Doubt;
use crate::model::{Entry, FamilyMap, Note, PersonId, Strength, Subject, Whose};

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needless {
    /// A Dutch citizen service number (BSN).
    CitizenNumber,
    /// A bank account (IBAN).
    Account,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
}

/// Every kind of it in `text`.
pub(super) fn in_text(text: &str) -> BTreeSet<Needless> {
    let mut found = BTreeSet::new();
    for word in text.split(|c: char| c.is_whitespace() || "<>()[]\"',;".contains(c)) {
        if is_email(word.trim_end_matches(['.', ':', '!', '?'])) {
            found.insert(Needless::Email);
        }
    }
    let (account, text) = without_account(text);
    found.extend(account);
    for run in number_runs(&text) {
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        if is_phone(&run, &digits) {
            found.insert(Needless::Phone);
        } else if is_citizen_number(&run, &digits) {
            found.insert(Needless::CitizenNumber);
        }
    }
    found
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    let is_part = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "-_.+".contains(c))
    };
    let end = host.rsplit('.').next().unwrap_or_default();
    is_part(name)
        && is_part(host)
        && host.contains('.')
        && 2 <= end.chars().count()
        && end.chars().all(char::is_alphabetic)
}

/// Two letters, two digits and more, in groups or not, that add up (ISO 13616: modulo 97 is 1); and the
/// text without it, for its digits are no other number.
fn without_account(text: &str) -> (Option<Needless>, String) {
    let letters: Vec<char> = text.chars().collect();
    for at in 0..letters.len() {
        let before = at.checked_sub(1).and_then(|it| letters.get(it));
        if before.is_some_and(|it| it.is_alphanumeric()) {
            continue;
        }
        let rest = letters.iter().skip(at).copied();
        let whole: Vec<char> =
            rest.take(48).take_while(|c| c.is_ascii_alphanumeric() || *c == ' ').collect();
        let whole_len = whole.len();
        let code: Vec<char> = whole.into_iter().filter(|c| *c != ' ').collect();
        let starts = matches!(code.as_slice(), [a, b, c, d, ..]
            if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit());
        if starts && (15..=34).any(|length| code.get(..length).is_some_and(adds_up)) {
            let rest = letters.iter().skip(at + whole_len);
            let text = letters.iter().take(at).chain(std::iter::once(&'\n')).chain(rest);
            return (Some(Needless::Account), text.collect());
        }
    }
    (None, text.to_owned())
}

fn adds_up(code: &[char]) -> bool {
    // Any code passes one time in 97: those of the Netherlands have 18 characters and a bank.
    let is_dutch = matches!(code, ['N', 'L', ..]);
    if is_dutch && code.len() != 18 {
        return false;
    }
    let moved = code.iter().skip(4).chain(code.iter().take(4));
    let mut left = 0_u32;
    for c in moved {
        let Some(value) = c.to_digit(36) else { return false };
        left = (left * if value < 10 { 10 } else { 100 } + value) % 97;
    }
    left == 1
}

/// Digits with at most one sign between two of them, as numbers are written.
fn number_runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut last_was_letter = false;
    for c in text.chars().chain(std::iter::once('\n')) {
        let is_first_plus = c == '+' && run.is_empty();
        let follows_digit = run.ends_with(|c: char| c.is_ascii_digit() || c == ')');
        let joins = "-. /()".contains(c) && (follows_digit || (c == '(' && run.starts_with('+')));
        if (c.is_ascii_digit() && !(run.is_empty() && last_was_letter)) || is_first_plus || joins {
            run.push(c);
        } else if c.is_ascii_digit() {
            last_was_letter = true;
            continue;
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
        last_was_letter = c.is_alphabetic();
    }
    runs
}

/// As in the Netherlands: 06 12345678, 020-1234567, +31 6 12345678.
fn is_phone(run: &str, digits: &str) -> bool {
    let is_abroad = run.starts_with('+') || digits.starts_with("00");
    match digits.len() {
        10 => digits.starts_with('0') && !digits.starts_with("00"),
        11..=13 => is_abroad && digits.trim_start_matches('0').starts_with("31"),
        _ => false,
    }
}

/// Nine digits that pass the test of eleven. Not a sum of money, and not a date with a year.
fn is_citizen_number(run: &str, digits: &str) -> bool {
    if digits.len() != 9 || run.contains('/') || run.trim().matches(['-', ' ']).count() > 2 {
        return false;
    }
    let sum: i64 = digits
        .chars()
        .filter_map(|c| c.to_digit(10))
        .zip([9_i64, 8, 7, 6, 5, 4, 3, 2, -1])
        .map(|(digit, weight)| i64::from(digit) * weight)
        .sum();
    sum != 0 && sum % 11 == 0
}

/// Everything of the kind on the map, each at whom or what it stands.
pub(super) fn needless(map: &FamilyMap, found: &mut Vec<Doubt>) {
    let mut tell = |at: Subject, texts: &[&str]| {
        let kinds: BTreeSet<Needless> = texts.iter().flat_map(|text| in_text(text)).collect();
        found.extend(kinds.into_iter().map(|what| Doubt::Needless { at: at.clone(), what }));
    };
    for (id, it) in &map.people {
        let mut texts = of_lists(&it.entries, &it.strengths, &it.notes);
        let background = &it.background;
        texts.extend(it.wishes.iter().map(String::as_str));
        texts.extend([background.work.as_str(), background.cause_of_death.as_str()]);
        tell(Subject::Person(id.clone()), &texts);
    }
    for (id, it) in &map.unions {
        tell(Subject::Union(id.clone()), &of_lists(&it.entries, &it.strengths, &it.notes));
    }
    for (id, it) in &map.relations {
        tell(Subject::Relation(id.clone()), &of_lists(&it.entries, &[], &it.notes));
    }
    for (id, it) in &map.households {
        tell(Subject::Household(id.clone()), &of_lists(&it.entries, &it.strengths, &it.notes));
    }
    for (id, it) in &map.supports {
        let texts: Vec<&str> = it.notes.iter().map(|note| note.text.as_str()).collect();
        // Of who helps, how to reach them belongs to the plan.
        let kinds = texts.iter().flat_map(|text| in_text(text));
        let kinds: BTreeSet<Needless> =
            kinds.filter(|it| matches!(it, Needless::CitizenNumber | Needless::Account)).collect();
        let at = Subject::Support(id.clone());
        found.extend(kinds.into_iter().map(|what| Doubt::Needless { at: at.clone(), what }));
    }
    let first: Option<PersonId> = map.focus.first().or_else(|| map.people.keys().next()).cloned();
    for goal in map.goals.values() {
        let at = match &goal.whose {
            Whose::Person(id) => Some(Subject::Person(id.clone())),
            Whose::Household(id) => Some(Subject::Household(id.clone())),
            Whose::Family => first.clone().map(Subject::Person),
        };
        let kinds: BTreeSet<Needless> =
            [&goal.text, &goal.first_step].into_iter().flat_map(|text| in_text(text)).collect();
        for (what, at) in kinds.into_iter().zip(std::iter::repeat(at)) {
            found.extend(at.map(|at| Doubt::Needless { at, what }));
        }
    }
}

fn of_lists<'m>(
    entries: &'m [Entry],
    strengths: &'m [Strength],
    notes: &'m [Note],
) -> Vec<&'m str> {
    let mut texts: Vec<&str> = notes.iter().map(|it| it.text.as_str()).collect();
    texts.extend(entries.iter().flat_map(|it| [it.words.as_str(), it.helped.as_str()]));
    texts.extend(strengths.iter().map(|it| it.words.as_str()));
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_identify_somebody_are_seen_and_others_are_not() {
        use Needless::{Account, CitizenNumber, Email, Phone};
        for (text, kinds) in [
            ("BSN 111222333, belt morgen", vec![CitizenNumber]),
            ("bsn: 1112.22.333", vec![CitizenNumber]),
            ("123456782", vec![CitizenNumber]),
            ("123456789", vec![]),
            ("000000000", vec![]),
            ("rekening NL91 ABNA 0417 1643 00 van oma", vec![Account]),
            ("NL91ABNA0417164300.", vec![Account]),
            ("NL91ABNA0417164301", vec![]),
            ("BE68 5390 0754 7034", vec![Account]),
            ("bel 06-12345678", vec![Phone]),
            ("bel 06 12345678.", vec![Phone]),
            ("020-1234567", vec![Phone]),
            ("+31 6 12345678 of +31(0)612345678", vec![Phone]),
            ("mail anna.jansen@example.org!", vec![Email]),
            ("<anna@example.org>", vec![Email]),
            ("geboren 12-03-1985, ging 1999-2003 naar school", vec![]),
            ("schuld van 12.500 euro, 3 kinderen, 1985/1986", vec![]),
            ("om 10.30 @ school, groep 8", vec![]),
            ("dossier ABC12345678", vec![]),
            ("", vec![]),
        ] {
            let found: Vec<Needless> = in_text(text).into_iter().collect();
            assert_eq!(found, kinds, "{text}");
        }
    }
}
