//! What happened between people: they parted, they have or had a tie.

use super::speaker::{Form, Speaker, fitting, whole};
use super::{Claim, Fullness, What};
use crate::catalogue::phrases::{Both, Forms};
use crate::i18n::Lang;

impl<P: Clone + PartialEq> Speaker<'_, P> {
    /// One sentence a claim, in their order.
    pub(super) fn between(&self, claims: &[&Claim<P>]) -> Vec<String> {
        let is_tie = |it: &&&Claim<P>| matches!(it.what, What::Tie | What::TieThen);
        let is_single = |it: &&Claim<P>| it.people.len() == 1 && it.others.len() == 1;
        let as_pairs = claims.iter().filter(is_tie).all(is_single);
        let mut parted = 0;
        let said = claims.iter().filter_map(|claim| match &claim.what {
            What::Parted => {
                parted += 1;
                self.parted(&claim.people, parted)
            }
            What::Tie | What::TieThen if as_pairs && self.words.pair.is_some() => self.pair(claim),
            What::Tie | What::TieThen => self.tie(claim),
            What::TieNow(theme) => self.now_pair(theme, claim),
            What::Safe => self.safe(&claim.people),
            What::Stopped => {
                let form = Form::of(self.words.out.as_ref()?);
                Some(fitting(Fullness::Short, |how| {
                    self.sentence(&self.row(&claim.people, how), form)
                }))
            }
            _ => None,
        });
        said.collect()
    }

    /// "Je ouders gingen uit elkaar. Kevin en Sandra gingen ook uit elkaar. Jordy en jij ook."
    fn parted(&self, pair: &[P], nth: usize) -> Option<String> {
        let forms = self.words.pair.as_ref()?.of(self.lang());
        let row = self.plain_row(pair, self.fullness());
        Some(match (nth, &forms.also) {
            (1, _) | (2, None) => whole(&format!("{} {}.", row.text, forms.then)),
            (2, Some(also)) => whole(&format!("{} {also}.", row.text)),
            _ => self.say("say-also", &row),
        })
    }

    fn is_then(&self, claim: &Claim<P>) -> bool {
        claim.what == What::TieThen || self.words.now.is_none()
    }

    /// "Ruud en Deniz hadden ruzie."
    fn pair(&self, claim: &Claim<P>) -> Option<String> {
        let forms = self.words.pair.as_ref()?.of(self.lang());
        let now = forms.now.as_ref().filter(|_| !self.is_then(claim));
        let form = now.unwrap_or(&forms.then);
        let mut both = claim.people.clone();
        both.extend(claim.others.iter().cloned());
        both.sort_by_key(|it| self.people.person(it).generation);
        Some(fitting(self.fullness(), |how| {
            whole(&format!("{} {form}.", self.plain_row(&both, how).text))
        }))
    }

    /// "Tante Aafke had geen contact meer met opa Harm en oma Tine."
    fn tie(&self, claim: &Claim<P>) -> Option<String> {
        let then = self.is_then(claim);
        let forms = if then { &self.words.then } else { self.words.now.as_ref()? };
        let generation =
            |people: &[P]| people.iter().map(|it| self.people.person(it).generation).max();
        // Of two sides alike the younger speaks, or who is spoken to: "Tim heeft geen contact meer met
        // Danny."
        let own = |people: &[P]| people.iter().any(|it| self.people.person(it).focus);
        let key = |people: &[P]| (generation(people), own(people));
        let swap = self.words.pair.is_some() && key(&claim.people) < key(&claim.others);
        let (from, to) =
            if swap { (&claim.others, &claim.people) } else { (&claim.people, &claim.others) };
        Some(self.with_other(from, to, forms))
    }

    fn with_other(&self, from: &[P], to: &[P], forms: &Both<Forms>) -> String {
        let who = if self.lang() == Lang::Nl { "{wie}" } else { "{who}" };
        fitting(self.fullness(), |how| {
            let row = self.row(from, how);
            let predicate = self.predicate(&row, Form::of(forms));
            let other = self.objects(to, how);
            whole(&format!("{} {}.", row.text, predicate.replace(who, &other.text)))
        })
    }

    /// "Nu staan Ruud en Deniz dicht bij elkaar."
    fn now_pair(&self, theme: &str, claim: &Claim<P>) -> Option<String> {
        let pair = self.catalogue.phrases(theme)?.pair.as_ref()?.of(self.lang());
        let (verb, rest) = pair.now.as_ref()?.split_once(' ')?;
        let mut both = claim.people.clone();
        both.extend(claim.others.iter().cloned());
        Some(fitting(self.fullness(), |how| {
            let who = self.row(&both, how).text;
            let what = match self.lang() {
                Lang::Nl => format!("{verb} {who} {rest}"),
                Lang::En => format!("{who} {verb} {rest}"),
            };
            let message = crate::i18n::Message::new("say-now-pair").arg("what", what);
            whole(&self.texts.say(&message))
        }))
    }

    /// "Jij maakt dat niet meer mee.": of who lived through it.
    fn safe(&self, people: &[P]) -> Option<String> {
        let bare = self.words.theme.trim_end_matches(')');
        let relations = self.catalogue.relations().iter();
        let mut other = relations.filter(|it| bare == format!("contact({}", it.theme));
        let roles = other.next()?.roles.as_ref()?;
        let words = self.catalogue.phrases(&format!("{bare}: {})", roles.to_theme))?;
        let form = Form::of(words.out.as_ref()?);
        Some(self.sentence(&self.row(people, Fullness::Short), form))
    }
}
