//! The lines of a card, in their order (telling.md §1).

use super::also::dutch_also;
use super::speaker::{Form, Row, Speaker, fitting, once, unquoted, whole};
use super::{Asked, Claim, Fullness, MAX_NAMES, Number, People, What};
use crate::catalogue::Catalogue;
use crate::catalogue::phrases::{Ends, Phrases};
use crate::i18n::{Lang, Message, Texts};

/// The lines of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Who has it.
    Who,
    /// Who did otherwise: got out, did not begin, was asked and said no.
    Otherwise,
    /// Partners, and others outside the line.
    Around,
    /// How old they were.
    Ages,
    /// The children now, and what is wished for them.
    Children,
    /// Of whom it is not known.
    Unknown,
    /// The question.
    Question,
}

impl Line {
    /// All, in the order in which they are said.
    pub const ALL: [Self; 7] = [
        Self::Who,
        Self::Otherwise,
        Self::Around,
        Self::Ages,
        Self::Children,
        Self::Unknown,
        Self::Question,
    ];

    /// From 1 to 7.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The line of this number.
    #[must_use]
    pub fn of_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.number() == number)
    }
}

/// What a card says.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a, P> {
    /// The words of its theme.
    pub words: &'a Phrases,
    /// What the family calls a kind of its own.
    pub label: Option<&'a str>,
    /// Everything that is claimed, by line; within a line in the order in which it is said.
    pub claims: &'a [Claim<P>],
    /// May "Eerst …, nu …" be said: are they one line of descent, and was it not said too often?
    pub first_now: bool,
}

/// A card in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Its name.
    pub title: String,
    /// Before it is opened.
    pub closed: Vec<String>,
    /// When it is opened: the sentences of each line that has any.
    pub lines: Vec<(Line, Vec<String>)>,
    /// On request, below the ages: when somebody died, as a fact.
    pub losses: Vec<String>,
    /// What goes with the theme: that stress makes it harder for everybody, whom to call.
    pub note: Option<String>,
}

/// `card` in words.
#[must_use]
pub fn say<P: Clone + PartialEq>(
    card: &Card<'_, P>,
    people: &dyn People<P>,
    catalogue: &Catalogue,
    lang: Lang,
) -> Said {
    let speaker = Speaker {
        words: card.words,
        catalogue,
        texts: Texts::new(lang),
        people,
        label: card.label,
        is_past: is_past(card),
    };
    let told = Told { card, speaker };
    let mut lines: Vec<(Line, Vec<String>)> = Line::ALL
        .into_iter()
        .map(|line| (line, told.line(line)))
        .filter(|(_, said)| !said.is_empty())
        .collect();
    // The whole of the family's own words, once.
    let title = card.words.title.in_lang(lang);
    let title =
        card.label.map_or_else(|| title.to_owned(), |it| title.replace("{label}", unquoted(it)));
    let note = [(card.words.stress_line, "say-stress"), (card.words.helpline, "say-helpline")];
    let note =
        note.into_iter().find(|(is_said, _)| *is_said).map(|(_, id)| told.speaker.texts.get(id));
    let mut closed = told.closed(&lines);
    // The closed card and the lines are read apart.
    once(&mut closed);
    let mut losses = told.losses();
    once(lines.iter_mut().flat_map(|(_, said)| said).chain(&mut losses));
    Said { title, closed, lines, losses, note }
}

fn is_past<P>(card: &Card<'_, P>) -> bool {
    let now = [What::Has, What::Child, What::GrowsUp, What::Tie, What::Maybe];
    card.words.is_always_past() || !card.claims.iter().any(|it| now.contains(&it.what))
}

/// A card while it is put into words.
pub(super) struct Told<'a, P> {
    pub(super) card: &'a Card<'a, P>,
    pub(super) speaker: Speaker<'a, P>,
}

impl<P: Clone + PartialEq> Told<'_, P> {
    pub(super) fn claims(&self, line: Line) -> impl Iterator<Item = &Claim<P>> {
        self.card.claims.iter().filter(move |it| it.line == line)
    }

    /// Everybody of whom this is claimed in this line.
    pub(super) fn people(&self, line: Line, what: &What) -> Vec<P> {
        let claims = self.claims(line).filter(|it| it.what == *what);
        claims.flat_map(|it| it.people.iter().cloned()).collect()
    }

    pub(super) fn generation(&self, person: &P) -> i32 {
        self.speaker.people.person(person).generation
    }

    fn line(&self, line: Line) -> Vec<String> {
        match line {
            Line::Who => {
                let between: Vec<&Claim<P>> = self.claims(line).collect();
                let mut said = self.who(self.speaker.fullness());
                said.extend(self.speaker.between(&between));
                said
            }
            Line::Otherwise => self.otherwise(self.speaker.fullness()),
            Line::Around => self.around(),
            Line::Ages => {
                let ages: Vec<(P, i32)> = self
                    .claims(line)
                    .filter_map(|it| match it.what {
                        What::Age(age) => Some(it.people.iter().map(move |p| (p.clone(), age))),
                        _ => None,
                    })
                    .flatten()
                    .collect();
                self.speaker.ages(&ages, &self.line_one())
            }
            Line::Children => self.children(),
            Line::Unknown => self.unknown(),
            Line::Question => self.questions(line).collect(),
        }
    }

    /// "Opa Hendrik werd 39 jaar. Dat kan ook toeval zijn."
    fn losses(&self) -> Vec<String> {
        let speaker = &self.speaker;
        let died = self.claims(Line::Ages).filter_map(|it| {
            let message = match it.what {
                What::LivedTo(age) => {
                    Message::new("say-lived-to").count("age", age.try_into().ok()?)
                }
                What::DiedIn(year) => Message::new("say-died-in").arg("year", year.to_string()),
                _ => return None,
            };
            Some(speaker.say_message(message, &speaker.row(&it.people, speaker.fullness())))
        });
        let mut said: Vec<String> = died.collect();
        if !said.is_empty() {
            said.push(speaker.texts.get("strands-chance"));
        }
        said
    }

    /// Who stands in line 1 for certain.
    fn line_one(&self) -> Vec<P> {
        let claims = self.claims(Line::Who).filter(|it| matches!(it.what, What::Has | What::Had));
        claims.flat_map(|it| it.people.iter().cloned()).collect()
    }

    fn who(&self, how: Fullness) -> Vec<String> {
        let (has, had) = (self.people(Line::Who, &What::Has), self.people(Line::Who, &What::Had));
        let mut said = self.has_and_had(&has, &had, how);
        let maybe = self.people(Line::Who, &What::Maybe);
        if !maybe.is_empty() && said.is_empty() {
            said.push(fitting(how, |how| self.maybe_alone(&self.speaker.row(&maybe, how))));
        } else if !maybe.is_empty() {
            let last = if has.is_empty() { self.then() } else { self.now() };
            let no = self.speaker.is_negative(last) && !self.card.words.too_is_still;
            let id = if no { "say-maybe-not" } else { "say-maybe" };
            said.push(fitting(how, |how| self.speaker.say(id, &self.speaker.row(&maybe, how))));
        }
        said
    }

    /// "Misschien heeft Mila schulden.", where nobody has it for certain.
    fn maybe_alone(&self, row: &Row) -> String {
        let predicate = self.speaker.predicate(row, self.now());
        whole(&match (self.speaker.lang(), predicate.split_once(' ')) {
            // Never "heb jij": the verb stands as it is behind "jij" alone.
            (Lang::Nl, Some((verb, rest))) if row.number == Number::You => {
                format!("{} {verb} misschien {rest}.", row.text)
            }
            (Lang::Nl, Some((verb, rest))) => format!("misschien {verb} {} {rest}.", row.text),
            (Lang::Nl, None) => format!("misschien {predicate} {}.", row.text),
            (Lang::En, _) => format!("maybe {} {predicate}.", row.text),
        })
    }

    pub(super) fn now(&self) -> Form<'_> {
        let words = self.card.words;
        let forms = words.now.as_ref().unwrap_or(&words.then);
        Form { each: words.each_now.as_ref(), ..Form::of(forms) }
    }

    pub(super) const fn then(&self) -> Form<'_> {
        let words = self.card.words;
        Form { each: words.each_then.as_ref(), ..Form::of(&words.then) }
    }

    pub(super) fn has_and_had(&self, has: &[P], had: &[P], how: Fullness) -> Vec<String> {
        let speaker = &self.speaker;
        if has.is_empty() || had.is_empty() || self.card.words.is_always_past() {
            let (mut all, form) = match (has.is_empty(), had.is_empty()) {
                (true, true) => return Vec::new(),
                (false, true) => (has.to_vec(), self.now()),
                _ => ([had, has].concat(), self.then()),
            };
            all.sort_by_key(|person| self.generation(person));
            return speaker.told(&all, form, how);
        }
        let youngest = had.iter().map(|it| self.generation(it)).max();
        let eldest = has.iter().map(|it| self.generation(it)).min();
        if eldest < youngest {
            // Neither came after the other: the eldest first, the others "ook".
            let first_had = had.iter().map(|it| self.generation(it)).min();
            let (past, now) = ((had, self.then()), (has, self.now()));
            let (first, second) = if first_had <= eldest { (past, now) } else { (now, past) };
            let mut said = speaker.told(first.0, first.1, how);
            said.extend(speaker.told(second.0, second.1.also(), how));
            return said;
        }
        let mut said = speaker.told(had, self.then(), how);
        let before = said.len();
        let after =
            |people: &[P]| fitting(how, |how| self.after(&speaker.row(people, how), eldest));
        // The closed card has room for one sentence, and nobody may fall off it.
        let is_closed = matches!(how, Fullness::Grouped | Fullness::Counted);
        if is_closed || speaker.names(has, how) <= MAX_NAMES {
            said.push(after(has));
            return said;
        }
        // One generation a sentence, so many as fit; those behind the first have it "ook".
        for part in has.chunk_by(|a, b| self.generation(a) == self.generation(b)) {
            let sentences = part.len().div_ceil(MAX_NAMES).max(1);
            for few in part.chunks(part.len().div_ceil(sentences).max(1)) {
                said.push(match said.len() {
                    n if n == before => after(few),
                    _ => fitting(how, |how| speaker.also(&speaker.row(few, how), self.now())),
                });
            }
        }
        said
    }

    /// "hebben ze nog", or "nu ook": the first says "not yet out", so only when somebody of that
    /// age or younger is told to have done otherwise.
    fn after(&self, row: &Row, eldest: Option<i32>) -> String {
        let (words, speaker) = (self.card.words, &self.speaker);
        let otherwise =
            |it: &Claim<P>| it.people.iter().any(|p| eldest <= Some(self.generation(p)));
        let is_also = words.ends == Ends::Never || words.too_is_still;
        let says_still = is_also || self.claims(Line::Otherwise).any(otherwise);
        match &words.still {
            Some(still) if says_still => speaker.sentence(row, Form::of(still)),
            _ if speaker.is_negative(self.then()) => {
                let what = speaker.predicate(row, self.now());
                speaker.say_message(Message::new("say-now-too-not").arg("what", what), row)
            }
            _ => speaker.say("say-now-too", row),
        }
    }

    pub(super) fn otherwise(&self, how: Fullness) -> Vec<String> {
        let mut said = self.out(how);
        said.extend(self.not(how));
        said.extend(self.next(Line::Otherwise, how));
        said
    }

    /// "Tim en Lisa groeiden thuis op."
    fn next(&self, line: Line, how: Fullness) -> Vec<String> {
        let next = self.people(line, &What::Next);
        let (small, grown): (Vec<P>, Vec<P>) =
            next.into_iter().partition(|it| self.speaker.people.person(it).minor);
        let words = self.card.words;
        let mut said = Vec::new();
        for (people, forms) in [(grown, &words.next_then), (small, &words.next)] {
            let Some(forms) = forms.as_ref().filter(|_| !people.is_empty()) else { continue };
            let row = self.speaker.row(&people, how);
            let predicate = self.speaker.of_children(&row, forms);
            said.push(whole(&format!("{} {predicate}.", row.text)));
        }
        said
    }

    /// "Lot misschien ook.", directly behind a child that has it.
    fn maybe_too(&self, row: &Row) -> String {
        let no = self.speaker.is_negative(self.now());
        self.speaker.say(if no { "say-maybe-not" } else { "say-maybe" }, row)
    }

    /// Children of whom somebody thinks so. With a skill every child is still practising; anything
    /// else is said as no more than a thought.
    fn maybe_children(&self, row: &Row) -> String {
        let (words, speaker) = (self.card.words, &self.speaker);
        let predicate = match (&words.child_now, &words.now) {
            (Some(child), _) => speaker.of_children(row, child).to_owned(),
            (None, Some(now)) => speaker.predicate(row, Form::of(now)),
            (None, None) => speaker.predicate(row, self.then()),
        };
        let said = match speaker.lang() {
            _ if words.stress_line => format!("{} {predicate}.", row.text),
            Lang::Nl => {
                let begin = |verb: &str| format!("misschien {verb} {}", row.text);
                format!("{}.", dutch_also(&predicate, begin))
            }
            Lang::En => {
                let form = Form::of(words.now.as_ref().unwrap_or(&words.then));
                format!("maybe {} {}.", row.text, speaker.english_of_more(&predicate, form))
            }
        };
        whole(&said)
    }

    /// Does line 1 end with a sentence that names the theme?
    fn names_theme(&self) -> bool {
        let (has, had) = (self.people(Line::Who, &What::Has), self.people(Line::Who, &What::Had));
        let one_tense = has.is_empty() || had.is_empty() || self.card.words.is_always_past();
        one_tense && self.people(Line::Who, &What::Maybe).is_empty() && !self.line_one().is_empty()
    }

    fn out(&self, how: Fullness) -> Vec<String> {
        let out = self.people(Line::Otherwise, &What::Out);
        let (words, speaker) = (self.card.words, &self.speaker);
        let mut said = Vec::new();
        let all = self.line_one();
        let is_all = out.len() == all.len() && out.iter().all(|person| all.contains(person));
        let dead = |it: &P| speaker.people.person(it).dead;
        let is_mixed = out.iter().any(dead) && !out.iter().all(dead);
        for (is_dead, forms) in [(true, &words.out_then), (false, &words.out)] {
            let these: Vec<P> = out.iter().filter(|it| dead(it) == is_dead).cloned().collect();
            let Some(forms) = forms.as_ref().filter(|_| !these.is_empty()) else { continue };
            if is_all && !is_mixed {
                said.push(speaker.sentence(&speaker.again(&these, how), Form::of(forms)));
            } else {
                said.extend(speaker.told(&these, Form::of(forms), how));
            }
        }
        said
    }

    /// "Opa Koos en je moeder kwamen eruit.": the dead and the living in one sentence, where both got out.
    pub(super) fn all_out(&self, how: Fullness) -> Option<String> {
        let out = self.people(Line::Otherwise, &What::Out);
        let is_dead = |it: &P| self.speaker.people.person(it).dead;
        let is_mixed = out.iter().any(is_dead) && !out.iter().all(is_dead);
        let form = Form::of(self.card.words.out_then.as_ref().filter(|_| is_mixed)?);
        Some(fitting(how, |how| self.speaker.sentence(&self.speaker.row(&out, how), form)))
    }

    /// "Oom Siem en jij dronken nooit te veel. Femke en Tim ook niet."
    fn not(&self, how: Fullness) -> Vec<String> {
        // Directly behind the sentence that names the theme, the short form is enough.
        let no_out = self.people(Line::Otherwise, &What::Out).is_empty();
        let is_named = no_out && self.names_theme();
        let claims = self.claims(Line::Otherwise);
        let people: Vec<(&P, bool)> = claims
            .filter(|it| matches!(it.what, What::Not | What::DidNotBegin))
            .flat_map(|it| it.people.iter().map(|person| (person, it.what == What::DidNotBegin)))
            .collect();
        let speaker = &self.speaker;
        let focus = people.iter().map(|(it, _)| speaker.people.person(it)).filter(|it| it.focus);
        let own = focus.map(|it| it.generation).max();
        let key = |(it, begun): &(&P, bool)| {
            let person = speaker.people.person(it);
            let younger = own.is_some_and(|own| own < person.generation);
            (younger, person.dead, *begun)
        };
        let mut said: Vec<String> = Vec::new();
        let mut last: Option<Nots<'_>> = None;
        for part in people.chunk_by(|a, b| key(a) == key(b)) {
            let Some((_, dead, begun)) = part.first().map(key) else { continue };
            let these: Vec<P> = part.iter().map(|(person, _)| (*person).clone()).collect();
            let Some(nots) = self.nots((begun, dead)) else { continue };
            let minor = !begun && these.iter().all(|it| speaker.people.person(it).minor);
            let text = if let Some(last) = &last {
                fitting(how, |how| self.not_either(&speaker.row(&these, how), last, &nots))
            } else if let Some(child) = self.card.words.child_not.as_ref().filter(|_| minor) {
                let row = speaker.row(&these, how);
                whole(&format!("{} {}.", row.text, speaker.of_children(&row, child)))
            } else {
                let form = nots.short.filter(|_| is_named && !begun).unwrap_or(nots.full);
                let mut told = speaker.told(&these, form, how);
                let text = told.pop();
                said.append(&mut told);
                text.unwrap_or_default()
            };
            said.push(text);
            last = Some(nots);
        }
        said
    }

    /// The forms of who was asked and said no.
    fn nots(&self, (begun, dead): (bool, bool)) -> Option<Nots<'_>> {
        let words = self.card.words;
        let (full, short) = match (begun, dead) {
            (true, _) => (words.not_begun.as_ref(), words.not_short_then.as_ref()),
            (false, true) => (words.not_then.as_ref(), words.not_short_then.as_ref()),
            (false, false) => (words.not.as_ref(), words.not_short.as_ref()),
        };
        Some(Nots { full: Form::of(full?), short: short.map(Form::of) })
    }

    /// "{more} ook niet." after `last` was said of others.
    fn not_either(&self, row: &Row, last: &Nots<'_>, own: &Nots<'_>) -> String {
        let speaker = &self.speaker;
        if !speaker.is_negative(last.full) {
            return speaker.say("say-also", row);
        }
        let what = speaker.predicate(row, own.short.unwrap_or(own.full));
        speaker.say_message(Message::new("say-also-not").arg("what", what), row)
    }

    /// Partners and others: one sentence each, in full; more than a few together.
    fn around(&self) -> Vec<String> {
        let speaker = &self.speaker;
        let mut said = Vec::new();
        let mut last: Option<What> = None;
        // Straight behind line 1 "ook" says that it is the same; behind who did otherwise it would not.
        let is_also = !self.line_one().is_empty() && self.claims(Line::Otherwise).next().is_none();
        for what in [What::Had, What::Has] {
            let form = if what == What::Has { self.now() } else { self.then() };
            let form = if is_also { form.also() } else { form };
            let people = self.people(Line::Around, &what);
            if MAX_NAMES < people.len() {
                let count = speaker.texts.say(&Message::new("kin-count").count("n", people.len()));
                let text = speaker.texts.say(&Message::new("say-others").arg("count", count));
                let row = Row::many(text, people.len());
                said.push(speaker.sentence(&row, form));
                continue;
            }
            for person in people {
                let person = [person];
                said.push(fitting(speaker.fullness(), |how| {
                    let row = speaker.row(&person, how);
                    if last.as_ref() == Some(&what) {
                        speaker.also(&row, form)
                    } else {
                        speaker.sentence(&row, form)
                    }
                }));
                last = Some(what.clone());
            }
        }
        said
    }

    fn children(&self) -> Vec<String> {
        let (words, speaker) = (self.card.words, &self.speaker);
        let mut said = Vec::new();
        // Were grown-ups told with the very same words?
        let is_also = !self.line_one().is_empty();
        for (what, forms, plain) in [
            (What::GrowsUp, &words.grow, None),
            (What::Had, &None, Some(&words.then)),
            (What::Child, &words.child_now, words.now.as_ref()),
            (What::ChildOut, &words.child_out, words.out.as_ref()),
        ] {
            let people = self.people(Line::Children, &what);
            if people.is_empty() {
                continue;
            }
            if let Some(forms) = forms {
                said.push(fitting(speaker.fullness(), |how| {
                    let row = speaker.row(&people, how);
                    whole(&format!("{} {}.", row.text, speaker.of_children(&row, forms)))
                }));
            } else if let Some(forms) = plain.filter(|_| what != What::ChildOut && is_also) {
                let form = Form::of(forms).also();
                said.extend(speaker.told(&people, form, speaker.fullness()));
            } else if let Some(forms) = plain {
                said.extend(speaker.told(&people, Form::of(forms), speaker.fullness()));
            }
        }
        let told = said.len();
        let homes = self.claims(Line::Children).filter(|it| it.what == What::LivesWith);
        said.extend(homes.map(|it| {
            fitting(speaker.fullness(), |how| {
                let carers = speaker.objects(&it.others, how);
                let message = Message::new("say-lives-with").arg("carers", carers.text);
                speaker.say_message(message, &speaker.row(&it.people, how))
            })
        }));
        let is_told = |what: &What| !self.people(Line::Children, what).is_empty();
        let is_next = told == said.len() && is_told(&What::Child) && !is_told(&What::ChildOut);
        let maybe = self.people(Line::Children, &What::Maybe);
        if !maybe.is_empty() {
            let row = speaker.row(&maybe, speaker.fullness());
            let is_short = is_next && !words.stress_line;
            said.push(if is_short { self.maybe_too(&row) } else { self.maybe_children(&row) });
        }
        said.extend(self.next(Line::Children, speaker.fullness()));
        let grows = self.people(Line::Children, &What::GrowsUp);
        let before = if said.len() == 1 { grows.as_slice() } else { &[] };
        let wishes = self.claims(Line::Children).filter_map(|it| match &it.what {
            What::Asked(Asked::Wish) => speaker.wish(&it.people, before),
            What::Asked(asked) => speaker.asked(asked, &it.people),
            _ => None,
        });
        said.extend(wishes);
        said
    }

    fn unknown(&self) -> Vec<String> {
        let speaker = &self.speaker;
        // Where nothing may be asked, it is no use to say of whom it is not known.
        let may_ask = |_: &&Claim<P>| self.card.words.ask.is_some();
        let claims = self.claims(Line::Unknown).filter(may_ask);
        let said = claims.filter_map(|it| {
            let What::Unknown(more) = it.what else { return None };
            let row = speaker.objects_in_full(&it.people, speaker.fullness());
            let is_you = row.number == Number::You;
            Some(match more {
                // Nobody is an example of herself.
                1.. if is_you => {
                    speaker.say_message(Message::new("say-unknown-you").count("n", more), &row)
                }
                0 => speaker.say("say-unknown-one", &row),
                more => {
                    let n = more + it.people.len();
                    speaker.say_message(Message::new("say-unknown-many").arg("n", n), &row)
                }
            })
        });
        said.collect()
    }

    fn questions(&self, line: Line) -> impl Iterator<Item = String> {
        self.claims(line).filter_map(|it| match &it.what {
            What::Asked(asked) => self.speaker.asked(asked, &it.people),
            _ => None,
        })
    }
}

/// The forms of a no, in full and after the theme was named.
struct Nots<'a> {
    full: Form<'a>,
    short: Option<Form<'a>>,
}
