//! Sentences: people in a row, the right form of the predicate, capitals and commas.

use super::also::{dutch_also, english_also, english_either};
use super::{Audience, Fullness, MAX_NAMES, MAX_WORDS, Number, People, Subject};
use crate::catalogue::Catalogue;
use crate::catalogue::phrases::{Both, ChildForms, Each, Forms, Phrases};
use crate::i18n::{Lang, Message, Texts};
use crate::kinship::list;

/// Makes the sentences of one theme in one language.
pub(super) struct Speaker<'a, P> {
    pub(super) words: &'a Phrases,
    pub(super) catalogue: &'a Catalogue,
    pub(super) texts: Texts,
    pub(super) people: &'a dyn People<P>,
    /// What a family calls a kind of its own.
    pub(super) label: Option<&'a str>,
    /// Is everything on the card past?
    pub(super) is_past: bool,
}

/// People as the subject of one sentence.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Joined, as in the middle of a sentence.
    pub(super) text: String,
    pub(super) number: Number,
    /// How many are named apart.
    pub(super) names: usize,
    /// How many people that are.
    people: usize,
}

impl Row {
    /// People in one word.
    pub(super) const fn many(text: String, people: usize) -> Self {
        Self { text, number: Number::Many, names: 1, people }
    }
}

/// A predicate in its forms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    pub(super) forms: &'a Both<Forms>,
    /// Said of two who have it each on their own.
    pub(super) each: Option<&'a Both<Each>>,
    /// In full, behind sentences about others who have it: "heeft ook schulden".
    pub(super) is_also: bool,
}

impl<'a> Form<'a> {
    pub(super) const fn of(forms: &'a Both<Forms>) -> Self {
        Self { forms, each: None, is_also: false }
    }

    /// Of more people.
    pub(super) const fn also(self) -> Self {
        Self { is_also: true, ..self }
    }
}

impl<P: Clone + PartialEq> Speaker<'_, P> {
    pub(super) const fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// How people are called when nothing else asks for groups.
    pub(super) const fn fullness(&self) -> Fullness {
        if self.words.short_names { Fullness::Short } else { Fullness::Named }
    }

    /// What the people are called: never more than [`MAX_NAMES`] in one row.
    fn called(&self, people: &[P], how: Fullness) -> Vec<Subject> {
        let how = self.kept(how);
        let called = self.people.called(people, how);
        let fewer = match how {
            _ if called.len() <= MAX_NAMES => return called,
            Fullness::Named => Fullness::Grouped,
            Fullness::Short => Fullness::Few,
            Fullness::Grouped | Fullness::Few | Fullness::Counted => return called,
        };
        self.people.called(people, fewer)
    }

    /// Without kin words where the theme has none.
    const fn kept(&self, how: Fullness) -> Fullness {
        match how {
            Fullness::Named | Fullness::Grouped if self.words.short_names => Fullness::Short,
            how => how,
        }
    }

    /// How many names, or words for several, they would be if all were said.
    pub(super) fn names(&self, people: &[P], how: Fullness) -> usize {
        self.people.called(people, self.kept(how)).len()
    }

    /// The people in a row.
    pub(super) fn row(&self, people: &[P], how: Fullness) -> Row {
        self.joined(self.called(people, how), people.len())
    }

    /// Subjects in a row. English puts "you" first in a pair, else first in its generation; Dutch puts
    /// it last in a pair.
    fn joined(&self, mut subjects: Vec<Subject>, people: usize) -> Row {
        let is_pair = subjects.len() == 2;
        match self.lang() {
            Lang::Nl if is_pair => subjects.sort_by_key(|it| it.you),
            Lang::Nl => {}
            Lang::En => {
                subjects.sort_by_key(|it| (if is_pair { 0 } else { it.generation }, !it.you));
            }
        }
        if 2 < subjects.len() {
            unambiguous(&mut subjects);
        }
        let number = match subjects.as_slice() {
            [only] => only.number,
            _ => Number::Many,
        };
        let names: Vec<String> = subjects.iter().map(with_aside).collect();
        Row { text: list(self.texts, &names), number, names: subjects.len(), people }
    }

    /// The people in a row, by what they are called alone: of a couple it is plain who they are.
    pub(super) fn plain_row(&self, people: &[P], how: Fullness) -> Row {
        let mut subjects = self.called(people, how);
        subjects.iter_mut().for_each(|subject| subject.aside = None);
        self.joined(subjects, people.len())
    }

    /// As they stand after a preposition, with what is said behind a name.
    pub(super) fn objects_in_full(&self, people: &[P], how: Fullness) -> Row {
        let mut subjects = self.called(people, how);
        for subject in &mut subjects {
            subject.name.clone_from(&subject.object);
        }
        self.joined(subjects, people.len())
    }

    /// As they stand after a preposition, without what stands between
    /// commas: in a question or after a verb that reads badly.
    pub(super) fn objects(&self, people: &[P], how: Fullness) -> Row {
        let mut subjects = self.called(people, how);
        for subject in &mut subjects {
            subject.name.clone_from(&subject.object);
            subject.aside = subject.aside.take().filter(|aside| aside.starts_with(BRACKET));
        }
        self.joined(subjects, people.len())
    }

    /// The same people again, in the next sentence: "jullie", "zij", one by name.
    pub(super) fn again(&self, people: &[P], how: Fullness) -> Row {
        let row = self.row(people, how);
        if row.number != Number::Many || people.len() < 2 {
            return row;
        }
        let with_you = people.iter().any(|person| self.people.person(person).focus);
        let all_focus = people.iter().all(|person| self.people.person(person).focus);
        let text = match self.people.audience() {
            Audience::One if with_you => self.texts.get("say-you-two"),
            Audience::Together if all_focus => self.texts.get("say-you-two"),
            _ => self.texts.get("say-they"),
        };
        Row { text, ..row }
    }

    /// The predicate of `row`.
    pub(super) fn predicate(&self, row: &Row, form: Form<'_>) -> String {
        let forms = form.forms.of(self.lang());
        let is_two = row.names == 2 && row.people == 2;
        let two = form.each.filter(|_| is_two).map(|each| each.of(self.lang()).two.as_str());
        let text = match row.number {
            Number::You if !forms.you.is_empty() => &forms.you,
            Number::You | Number::One => &forms.one,
            Number::Many => two.unwrap_or(&forms.many),
        };
        self.filled(text)
    }

    /// The predicate of children.
    pub(super) fn of_children<'f>(&self, row: &Row, forms: &'f Both<ChildForms>) -> &'f str {
        let forms = forms.of(self.lang());
        if row.number == Number::Many { &forms.many } else { &forms.one }
    }

    /// With the family's own words in place: the first few, they may be a whole story.
    pub(super) fn filled(&self, text: &str) -> String {
        self.label
            .map_or_else(|| text.to_owned(), |label| text.replace("{label}", &first_words(label)))
    }

    /// A whole sentence.
    pub(super) fn sentence(&self, row: &Row, form: Form<'_>) -> String {
        let predicate = self.predicate(row, form);
        let text = match self.lang() {
            _ if !form.is_also => format!("{} {predicate}", row.text),
            Lang::Nl => dutch_also(&predicate, |verb| format!("{} {verb}", row.text)),
            Lang::En => format!("{} {}", row.text, self.english_of_more(&predicate, form)),
        };
        whole(&format!("{text}."))
    }

    /// "Is also in debt", "has no diploma either".
    pub(super) fn english_of_more(&self, predicate: &str, form: Form<'_>) -> String {
        if self.is_negative(form) { english_either(predicate) } else { english_also(predicate) }
    }

    /// The sentence of a message about `row`.
    pub(super) fn say(&self, id: &'static str, row: &Row) -> String {
        self.say_message(Message::new(id), row)
    }

    pub(super) fn say_message(&self, message: Message, row: &Row) -> String {
        let form = match row.number {
            Number::You => "you",
            Number::One => "one",
            Number::Many => "many",
        };
        whole(&self.texts.say(&message.arg("who", &row.text).arg("form", form)))
    }

    /// Does the form say no, so that "ook" becomes "ook niet"?
    pub(super) fn is_negative(&self, form: Form<'_>) -> bool {
        says_no(&form.forms.of(self.lang()).one, self.lang())
    }

    /// "{more} ook.", said directly after a sentence with `form`.
    pub(super) fn also(&self, more: &Row, form: Form<'_>) -> String {
        if self.words.too_is_still
            && let Some(still) = &self.words.still
        {
            return self.sentence(more, Form::of(still));
        }
        if !self.is_negative(form) {
            return self.say("say-also", more);
        }
        let message = Message::new("say-also-not").arg("what", self.predicate(more, form));
        self.say_message(message, more)
    }

    /// The people in one sentence where they fit, else in as few as they fit in: the first with the
    /// whole predicate, the others with "ook".
    pub(super) fn told(&self, people: &[P], form: Form<'_>, how: Fullness) -> Vec<String> {
        let row = self.row(people, how);
        let one = self.sentence(&row, form);
        if self.names(people, how) <= MAX_NAMES && words(&one) <= MAX_WORDS {
            return vec![one];
        }
        // Groups are for one sentence, however long: nobody may fall off it.
        if people.len() < 2 || matches!(how, Fullness::Grouped | Fullness::Counted) {
            return vec![fitting(how, |how| self.sentence(&self.row(people, how), form))];
        }
        self.in_parts(people, form, how)
    }

    /// As many at a time as fit; where they are many, one generation after the other. Behind the first
    /// sentence little generations go together: "Je ouders en jij ook."
    fn in_parts(&self, people: &[P], form: Form<'_>, how: Fullness) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        let mut rest = people;
        while !rest.is_empty() {
            let first = |n: usize| rest.get(..n).unwrap_or(rest);
            let text = |row: &Row| match said.len() {
                0 => self.sentence(row, form),
                1 => self.also(row, form),
                // What says "ook" in full said it once.
                _ if self.words.too_is_still => self.say("say-also", row),
                _ => self.also(row, form),
            };
            let fits = |n: &usize| {
                let row = self.row(first(*n), how);
                self.names(first(*n), how) <= MAX_NAMES && words(&text(&row)) <= MAX_WORDS
            };
            let own = if people.len() <= MAX_NAMES { rest.len() } else { self.of_one_age(rest) };
            // The longest beginning that fits; one person always goes.
            let mut n = (1..=own).rev().find(fits).unwrap_or(1);
            if n == own && !said.is_empty() {
                let ends = |n: &usize| rest.get(*n).is_none_or(|it| self.is_younger(it, first(*n)));
                let few = |n: &usize| self.row(first(*n), how).names <= FEW_NAMES && fits(n);
                n = (own..=rest.len()).rev().find(|n| ends(n) && few(n)).unwrap_or(n);
            }
            let row = self.row(first(n), how);
            let text = text(&row);
            said.push(text);
            rest = rest.get(n..).unwrap_or_default();
        }
        said
    }

    /// How many of the first are of one generation.
    fn of_one_age(&self, people: &[P]) -> usize {
        let mut ages = people.iter().map(|it| self.people.person(it).generation);
        let first = ages.next();
        1 + ages.take_while(|it| Some(*it) == first).count()
    }

    /// Is it of another generation than the last of `people`?
    fn is_younger(&self, person: &P, people: &[P]) -> bool {
        let generation = |it: &P| self.people.person(it).generation;
        people.last().is_none_or(|last| generation(last) != generation(person))
    }
}

/// Does a predicate say no: "heeft geen schulden"?
fn says_no(predicate: &str, lang: Lang) -> bool {
    let mut words = predicate.split([' ', ',']).peekable();
    while let Some(word) = words.next() {
        let is_no = match lang {
            Lang::Nl => ["niet", "geen", "nooit"].contains(&word),
            Lang::En => {
                let no = word == "no" && words.peek() != Some(&"longer");
                no || word == "never" || word.ends_with("n’t")
            }
        };
        if is_no {
            return true;
        }
    }
    false
}

/// What a "no" to a kind comes to, where that is something one has or can: "Heeft een diploma". Beside
/// "Geen diploma" a "nee" would be read as none. `None` for all other kinds.
#[must_use]
pub fn no_in_words(words: &Phrases, is_dead: IsDead, lang: Lang) -> Option<String> {
    let forms = match is_dead {
        IsDead::Yes => words.not_then.as_ref(),
        IsDead::No => words.not.as_ref(),
    };
    let predicate = forms?.of(lang).one.as_str();
    (!says_no(predicate, lang)).then(|| capital(predicate))
}

/// Is somebody dead? Then all is told as past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsDead {
    /// Dead.
    Yes,
    /// Alive.
    No,
}

/// So many names of several generations still go together.
const FEW_NAMES: usize = 3;

/// So many of the family's own words are said.
const OWN_WORDS: usize = 6;

fn first_words(label: &str) -> String {
    let label = unquoted(label);
    let mut words = label.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(OWN_WORDS).collect();
    let more = if words.next().is_some() { "…" } else { "" };
    format!("{}{more}", first.join(" "))
}

/// Without quotation marks of its own around it: they are put there when it is said.
pub(super) fn unquoted(label: &str) -> &str {
    label.trim().trim_matches(['„', '”', '“', '"', '‘', '’', '\'']).trim()
}

/// As fully as `how`, or in groups where that is shorter. Kin words stay, however long it is: "opa
/// Harm" says more than "Harm".
pub(super) fn fitting(how: Fullness, say: impl Fn(Fullness) -> String) -> String {
    let text = say(how);
    if words(&text) <= MAX_WORDS {
        return text;
    }
    let grouped = say(Fullness::Grouped);
    if words(&grouped) < words(&text) { grouped } else { text }
}

/// In a list a comma only parts people: "Robin, je partner, en Bas" would be three, and "de moeder van
/// Jan, Marie" one.
fn unambiguous(subjects: &mut [Subject]) {
    for aside in subjects.iter_mut().filter_map(|it| it.aside.as_mut()) {
        let bare = aside.strip_prefix(", ").and_then(|it| it.strip_suffix(','));
        if let Some(bare) = bare.map(|it| format!("{BRACKET}{it})")) {
            *aside = bare;
        }
    }
    let nameless = ["de ", "het ", "the "];
    subjects.sort_by_key(|it| nameless.iter().any(|the| it.name.starts_with(the)));
}

/// Around a name and what is said behind it once on a card: two code points that are no letters, and
/// one between them. [`once`] takes them out.
const ASIDE: [char; 3] = ['\u{fdd0}', '\u{fdd1}', '\u{fdd2}'];

/// How an aside between brackets begins.
const BRACKET: &str = " (";

/// "Jordy, je ex,": the comma behind it goes where the sentence ends.
fn with_aside(subject: &Subject) -> String {
    let [begin, middle, end] = ASIDE;
    match &subject.aside {
        Some(aside) => {
            let [name, aside] = [&subject.name, aside].map(|text| text.replace(ASIDE, ""));
            format!("{begin}{name}{middle}{aside}{end}")
        }
        None => subject.name.replace(ASIDE, ""),
    }
}

/// Sentences that are read one after the other: who somebody is, is said at the first mention.
pub(super) fn once<'s>(sentences: impl IntoIterator<Item = &'s mut String>) {
    let [begin, middle, end] = ASIDE;
    let mut said: Vec<String> = Vec::new();
    let mut before = String::new();
    for sentence in sentences {
        let mut rest = sentence.as_str();
        let mut text = String::with_capacity(rest.len());
        while let Some((head, tail)) = rest.split_once(begin) {
            text.push_str(head);
            let Some((named, tail)) = tail.split_once(end) else { break };
            let (name, aside) = named.split_once(middle).unwrap_or((named, ""));
            text.push_str(name);
            // A name between brackets needs it no more once the name was said at all.
            let is_known = aside.starts_with(BRACKET) && holds(&before, name);
            // The same between commas and between brackets.
            let who: String = named.chars().filter(|it| it.is_alphanumeric()).collect();
            if !is_known && !said.contains(&who) {
                text.push_str(aside);
                said.push(who);
            }
            rest = tail;
        }
        text.push_str(rest);
        *sentence = whole(&text);
        before.push_str(sentence);
        before.push(' ');
    }
}

/// Does `text` hold `name` as whole words?
fn holds(text: &str, name: &str) -> bool {
    let mut places = text.match_indices(name);
    places.any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|it| it.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// A sentence as it is written: with a capital, and no comma before another mark.
pub(super) fn whole(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let is_double = letter == ',' && matches!(next, Some(',' | '.' | '?' | ':'));
        let is_stop_twice = letter == '.' && next == Some('.');
        if !is_double && !is_stop_twice {
            clean.push(letter);
        }
    }
    capital(&clean)
}

/// With a capital at its beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    first.to_uppercase().chain(letters).collect()
}

/// How many words it has; what stands between quotation marks counts for one.
pub(super) fn words(text: &str) -> usize {
    let mut quoted = false;
    let mut n = 0;
    for word in text.split_whitespace() {
        n += usize::from(!quoted);
        quoted = (quoted || word.starts_with(['„', '“'])) && !word.contains('”');
    }
    n
}
