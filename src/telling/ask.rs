//! Line 7 and the wish: one question, to whom it is put or about whom.

use super::speaker::{Speaker, fitting, whole};
use super::{Asked, Audience};
use crate::catalogue::phrases::{Both, Question};
use crate::i18n::{Lang, Message};

impl<P: Clone + PartialEq> Speaker<'_, P> {
    /// The question, or what already helped. `None` where it is never put to these people.
    pub(super) fn asked(&self, asked: &Asked, people: &[P]) -> Option<String> {
        match asked {
            Asked::Helped => self.about(self.words.ask_helped.as_ref()?, people),
            Asked::NotBegun => self.about(self.words.ask_not_begun.as_ref()?, people),
            Asked::Ask => self.about(self.words.ask.as_ref()?, people),
            Asked::Wish => self.wish(people, &[]),
            Asked::Learned => self.to_reader(self.words.learned.as_ref()?),
            Asked::LearnFrom => match self.people.audience() {
                Audience::Nobody => None,
                Audience::One => Some(self.texts.get("say-learn-from-you")),
                Audience::Together => Some(self.texts.get("say-learn-from-two")),
            },
            Asked::PlainClose => Some(self.plain_close()),
            Asked::Close if self.words.close_past && !self.is_past => Some(self.plain_close()),
            Asked::Close => self.to_reader(&self.words.close).or_else(|| {
                // Never put to two people together: nothing is asked.
                let alone = self.people.audience() != Audience::Together;
                alone.then(|| self.plain_close())
            }),
            Asked::HelpedAlready(text) => {
                let row = self.objects(people, self.fullness());
                let text = text.trim().trim_end_matches('.');
                let message = Message::new("say-helped").arg("text", text);
                Some(self.say_message(message, &row))
            }
        }
    }

    /// A question that is put to the focus person, or asked about others.
    fn about(&self, question: &Both<Question>, people: &[P]) -> Option<String> {
        let forms = question.of(self.lang());
        let is_focus = |person: &P| self.people.person(person).focus;
        let to_reader = !people.is_empty() && people.iter().all(is_focus);
        match self.people.audience() {
            Audience::One if to_reader => return Some(whole(&self.filled(forms.you.as_ref()?))),
            Audience::Together if to_reader && 1 < people.len() => {
                return Some(whole(&self.filled(question.to_two(self.lang())?)));
            }
            Audience::Nobody | Audience::One | Audience::Together => {}
        }
        let dead = !people.is_empty() && people.iter().all(|it| self.people.person(it).dead);
        let text = forms.past.as_ref().filter(|_| dead).or(forms.of.as_ref())?;
        let row = self.objects(people, self.fullness());
        let who = if self.lang() == Lang::Nl { "{wie}" } else { "{who}" };
        Some(whole(&self.filled(&text.replace(who, &row.text))))
    }

    /// A question to who sits at the table; one that names nobody can be put to everybody.
    fn to_reader(&self, question: &Both<Question>) -> Option<String> {
        let plain = question.of(self.lang()).you.as_deref();
        let text = match self.people.audience() {
            Audience::One => plain?,
            // Never put to two: about violence, and where it speaks to one.
            Audience::Together => question.to_two(self.lang()).or_else(|| {
                plain.filter(|_| !self.words.short_names && speaks_to_nobody(question))
            })?,
            Audience::Nobody => plain.filter(|_| speaks_to_nobody(question))?,
        };
        Some(whole(&self.filled(text)))
    }

    /// The closing question that fits everything.
    fn plain_close(&self) -> String {
        self.texts.get(match self.people.audience() {
            Audience::Nobody => "say-close",
            Audience::One => "say-close-you",
            Audience::Together => "say-close-two",
        })
    }

    /// What is wished for the children. Who was just named, as `before`, is "them".
    pub(super) fn wish(&self, children: &[P], before: &[P]) -> Option<String> {
        let question = self.words.wish.as_ref()?;
        let text = match self.people.audience() {
            Audience::Together => question.to_two(self.lang())?,
            Audience::One | Audience::Nobody => question.of(self.lang()).you.as_deref()?,
        };
        let child = if self.lang() == Lang::Nl { "{kind}" } else { "{child}" };
        let is_same =
            children.len() == before.len() && children.iter().all(|it| before.contains(it));
        if 1 < children.len() && is_same {
            let names = self.objects(children, self.fullness()).text;
            // "Noa en Levi" is warmer; "Lieke en je zoon Jan" twice is clumsy.
            if self.lang() == Lang::En || SHORT_NAMES < names.split(' ').count() {
                return Some(whole(&self.filled(&self.with_them(text, child))));
            }
        }
        Some(fitting(self.fullness(), |how| {
            let row = self.objects(children, how);
            let text = self.filled(&text.replace(child, &row.text));
            // "Wat gun jij je kind?"
            whole(&if self.lang() == Lang::Nl { text.replace(" je je ", " jij je ") } else { text })
        }))
    }

    /// "Wat voor werk gun je hun later?", "Wie is er nog meer voor hen?"
    fn with_them(&self, text: &str, child: &str) -> String {
        let before = text.split(child).next().unwrap_or_default().trim_end();
        let is_hen = before.rsplit(' ').next().is_some_and(|word| HEN.contains(&word));
        let them = self.texts.get(if is_hen { "say-them-behind" } else { "say-them" });
        text.replace(child, &them)
    }
}

/// Words of two names and what joins them.
const SHORT_NAMES: usize = 3;

/// Dutch words behind which "them" is "hen": prepositions, and verbs that do something to somebody.
const HEN: [&str; 7] = ["aan", "voor", "bij", "met", "helpt", "maakt", "troost"];

/// Does it speak to nobody? Both languages alike: what speaks to somebody in the one does so in both.
fn speaks_to_nobody(question: &Both<Question>) -> bool {
    let speaks = |lang: Lang, words: &[&str]| {
        let you = question.of(lang).you.as_deref().unwrap_or_default();
        let mut said = you.split(|c: char| !c.is_alphanumeric());
        said.any(|word| words.contains(&word.to_lowercase().as_str()))
    };
    let dutch = speaks(Lang::Nl, &["je", "jij", "jou", "jouw", "jullie"]);
    !dutch && !speaks(Lang::En, &["you", "your"])
}
