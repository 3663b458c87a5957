//! Says what a line means, before and after it is written down: one chip for each thing.

use super::{Fact, Kept, Typed, Why};
use crate::i18n::Message;
use crate::model::{Bond, Ending, Gender, LifeCourse, PartialDate, TwinKind, UnionKind};

impl Typed {
    /// What will be stored besides the name, and what stays in the name although it looks like
    /// more: one message for each chip.
    #[must_use]
    pub fn chips(&self) -> Vec<Message> {
        let facts = self.facts().map(|fact| self.chip(fact));
        let kept = self.kept.iter().flat_map(Kept::chips);
        facts.chain(kept).collect()
    }

    pub(super) fn chip(&self, fact: &Fact) -> Message {
        match fact {
            Fact::Gender(gender) => Message::new(match gender {
                Gender::Woman => "gender-woman",
                Gender::Man => "gender-man",
                Gender::NonBinary => "gender-non-binary",
                Gender::Unknown => "gender-unknown",
            }),
            Fact::Born(date) => Message::new(match self.life {
                LifeCourse::Born | LifeCourse::Stillbirth => "typed-born",
                LifeCourse::Pregnancy => "typed-expected",
                LifeCourse::Miscarriage | LifeCourse::Abortion => "typed-on",
            })
            .arg("date", date),
            Fact::Died(Some(date)) => Message::new("typed-died").arg("date", date),
            Fact::Died(None) => Message::new("typed-dead"),
            Fact::Life(life) => Message::new(match life {
                LifeCourse::Born => "life-born",
                LifeCourse::Pregnancy => "life-pregnancy",
                LifeCourse::Miscarriage => "life-miscarriage",
                LifeCourse::Stillbirth => "life-stillbirth",
                LifeCourse::Abortion => "life-abortion",
            }),
            Fact::Union(kind, date) => Message::new(match kind {
                UnionKind::Married => "typed-married",
                UnionKind::Registered => "typed-registered",
                UnionKind::LivingTogether => "typed-living-together",
                UnionKind::Engaged => "typed-engaged",
                UnionKind::LivingApart => "typed-living-apart",
                UnionKind::Relationship | UnionKind::Brief => "typed-relationship",
            })
            .arg("date", or_none(*date)),
            Fact::End(ending, date) => Message::new(match ending {
                Some(Ending::Divorced) => "typed-divorced",
                Some(Ending::Death) => "typed-ended-by-death",
                Some(Ending::Separated) | None => "typed-apart",
            })
            .arg("date", or_none(*date)),
            // As a fact it is said as the end that it became.
            Fact::Until(date) => Message::new("typed-apart").arg("date", date),
            Fact::Again(date) => Message::new("typed-again").arg("date", or_none(*date)),
            Fact::Bond(bond, date) => Message::new(match bond {
                Bond::Foster => "typed-foster",
                Bond::Adopted => "typed-adopted",
                Bond::Step => "typed-step",
                Bond::Birth | Bond::Guardian | Bond::Donor => "typed-child",
            })
            .arg("date", or_none(*date)),
            Fact::Twin(kind) => Message::new(match kind {
                TwinKind::Unknown => "typed-twin",
                TwinKind::Identical => "typed-twin-identical",
                TwinKind::Fraternal => "typed-twin-fraternal",
            }),
            Fact::BirthName(name) => Message::new("typed-birth-name").arg("name", name),
            Fact::Unknown => Message::new("typed-unknown"),
        }
    }
}

/// The date as the messages want it: `none` when there is no date.
fn or_none(date: Option<PartialDate>) -> String {
    date.map_or_else(|| "none".to_owned(), |date| date.to_string())
}

impl Kept {
    /// Says that the words stay in the name, and why.
    #[must_use]
    pub fn chips(&self) -> Vec<Message> {
        let stays = |id| Message::new(id).arg("words", &self.words);
        match &self.why {
            Why::NotUnderstood => vec![stays("typed-kept")],
            Why::NoUnion => vec![stays("typed-kept-no-partner")],
            Why::NoParents => vec![stays("typed-kept-no-parents")],
            Why::NoTwin => vec![stays("typed-kept-no-twin")],
            Why::NoChild => vec![stays("typed-kept-no-child")],
            Why::SaidTwice => vec![stays("typed-kept-twice")],
            Why::Impossible(refusal) => {
                vec![refusal.message(|_| self.name.clone()), stays("typed-kept-impossible")]
            }
        }
    }
}
