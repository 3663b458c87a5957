//! A card in words: the claims of the engine as claims of the grammar, said to the focus persons.
//!
//! Nothing is found here and nothing is phrased: what is true stands in the claims of the card, how
//! it is said in [`crate::telling`]. What a claim only points at (the words of what helped, whether
//! a tie still holds, with whom a child lives) is looked up on the map.

use std::collections::{BTreeMap, BTreeSet};

use super::subject::is_past;
use super::{Card, Cards, Claim, Place, Question, What};
use crate::catalogue::phrases::{FirstNow, OWN};
use crate::catalogue::{Catalogue, Phrases};
use crate::i18n::Lang;
use crate::kinship::{Bonds, Kinship, Names, PersonIdx};
use crate::model::{Bond, CardId, FamilyMap, KindId, Moment, Party, PersonId, Strength};
use crate::pattern::Theme;
use crate::telling::{self, Asked, Family, Line, People as _};

/// So many sentences stand on a card before it is opened.
pub const CLOSED_SENTENCES: usize = 2;

/// So many people are asked about for one card.
const ASKED_A_CARD: usize = 2;

/// A card in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What it is about.
    pub title: String,
    /// Before it is opened: two sentences at most.
    pub closed: Vec<String>,
    /// When it is opened; a line that says nothing is left out.
    pub lines: Vec<ToldLine>,
    /// On request: who died at the age at which it began in others, as a fact that may be chance.
    pub losses: Vec<String>,
    /// What goes with the theme: that stress makes it harder for everybody, whom to call.
    pub note: Option<String>,
}

/// Something that is not known, to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// Of whom.
    pub person: PersonId,
    /// Which card it is about.
    pub card: CardId,
    /// The question, to the focus persons.
    pub words: String,
}

/// One of the seven lines of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldLine {
    /// Which, from 1 to 7.
    pub line: u8,
    /// What it says.
    pub sentences: Vec<String>,
}

/// `card` in words; it must be one of `cards`, which are those of `map`, of which `kin` must be the
/// kinship. For several cards make one [`Teller`].
#[must_use]
pub fn told(
    map: &FamilyMap,
    kin: &Kinship,
    catalogue: &Catalogue,
    cards: &Cards,
    card: &Card,
    lang: Lang,
) -> Told {
    let generations = generations(map, kin);
    Teller::new(map, kin, catalogue, cards, &generations).told(card, lang)
}

/// In which generation everybody stands, as [`Teller`] needs it.
#[must_use]
pub fn generations(map: &FamilyMap, kin: &Kinship) -> BTreeMap<PersonId, i32> {
    let of = |id: &PersonId| kin.find(id).map_or(0, |it| kin.generation(it).cast_signed());
    map.people.keys().map(|id| (id.clone(), of(id))).collect()
}

/// Tells the cards of one map.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    map: &'a FamilyMap,
    kin: &'a Kinship,
    catalogue: &'a Catalogue,
    cards: &'a Cards,
    generations: &'a BTreeMap<PersonId, i32>,
}

impl<'a> Teller<'a> {
    /// For the cards of `map`; `generations` are those of [`generations`].
    #[must_use]
    pub const fn new(
        map: &'a FamilyMap,
        kin: &'a Kinship,
        catalogue: &'a Catalogue,
        cards: &'a Cards,
        generations: &'a BTreeMap<PersonId, i32>,
    ) -> Self {
        Self { map, kin, catalogue, cards, generations }
    }

    /// `card` in words; empty for a theme that has none.
    #[must_use]
    pub fn told(&self, card: &Card, lang: Lang) -> Told {
        let Some(words) = self.words(card) else { return Told::default() };
        let mut claims = self.claims(card, words);
        claims.extend(self.losses(card));
        let own = card.theme.kind().and_then(|id| self.map.own_kinds.get(id));
        let today = self.cards.today;
        let family = Family::new(self.map, lang, Names::Shown, today, self.generations);
        if words.never_of_a_child {
            // What happens to a child now is for the coach and not for a card (Meldcode).
            claims.retain_mut(|claim| {
                let is_asked = matches!(claim.what, telling::What::Asked(_));
                claim.people.retain(|id| is_asked || !family.person(id).minor);
                is_asked || !claim.people.is_empty()
            });
        }
        let said = telling::say(
            &telling::Card {
                words,
                label: own.map(|own| own.label.trim()),
                claims: &claims,
                first_now: self.may_say_first_now(card, words),
            },
            &family,
            self.catalogue,
            lang,
        );
        let lines = said.lines.into_iter();
        let mut closed = said.closed;
        closed.truncate(CLOSED_SENTENCES);
        Told {
            title: said.title,
            closed,
            lines: lines
                .map(|(line, sentences)| ToldLine { line: line.number(), sentences })
                .collect(),
            losses: said.losses,
            note: said.note,
        }
    }

    /// What to ask next, the most useful first: of whom the cards do not know it. Nothing of what is
    /// hidden, and a few people a card.
    #[must_use]
    pub fn questions(&self, lang: Lang) -> Vec<OpenQuestion> {
        let today = self.cards.today;
        let family = Family::new(self.map, lang, Names::Shown, today, self.generations);
        let open = |card: &&Card| matches!(card.place, Place::List | Place::More);
        let mut asked: Vec<OpenQuestion> = Vec::new();
        let is_asked = |card: &&Card| self.is_entered(card);
        for card in self.cards.cards.iter().filter(open).filter(is_asked) {
            let Some(words) = self.words(card) else { continue };
            let own = card.theme.kind().and_then(|id| self.map.own_kinds.get(id));
            let may_ask = |it: &&PersonId| !words.ask_parents || self.has_child(it);
            for person in card.unknown.iter().filter(may_ask).take(ASKED_A_CARD) {
                let what = telling::What::Asked(Asked::Ask);
                let claims = [telling::Claim::new(Line::Question, what, vec![person.clone()])];
                let label = own.map(|own| own.label.trim());
                let asks = telling::Card { words, label, claims: &claims, first_now: false };
                let said = telling::say(&asks, &family, self.catalogue, lang);
                let said = said.lines.into_iter().flat_map(|(_, said)| said);
                asked.extend(said.map(|words| OpenQuestion {
                    person: person.clone(),
                    card: card.id.clone(),
                    words,
                }));
            }
        }
        let mut seen = BTreeSet::new();
        asked.retain(|question| seen.insert(question.words.clone()));
        asked
    }

    /// Did somebody enter something of it? What only follows from years and couples was no subject of the
    /// talk, and a question about it comes out of nowhere.
    fn is_entered(&self, card: &Card) -> bool {
        let is_kind = |kind: &str| {
            let mut entries = self.map.people.values().flat_map(|person| &person.entries);
            entries.any(|entry| entry.kind.as_str() == kind)
        };
        card.theme.kind().is_some() || card.theme.entered_kind().is_some_and(is_kind)
    }

    fn has_child(&self, person: &PersonId) -> bool {
        let mut unions = self.map.unions_of(person);
        unions.any(|(_, union)| union.children.iter().any(|it| it.bond != Bond::Donor))
    }

    /// Who died at the age at which it began in others, or a year before.
    fn losses(&self, card: &Card) -> Vec<telling::Claim<PersonId>> {
        let findings = self.cards.findings.findings.iter();
        let losses = findings.filter(|it| card.losses.contains(&it.id));
        let claims = losses.flat_map(|finding| {
            let dead = finding.around.first().cloned();
            finding.counts.iter().zip(dead).filter_map(|((name, n), dead)| {
                let n = i32::try_from(*n).ok()?;
                let what = match *name {
                    "age" => telling::What::LivedTo(n),
                    "year" => telling::What::DiedIn(n),
                    _ => return None,
                };
                Some(telling::Claim::new(Line::Ages, what, vec![dead]))
            })
        });
        claims.collect()
    }

    /// One strength of one person, as a sentence; `None` for one in words of its own.
    #[must_use]
    pub fn strength(&self, person: &PersonId, strength: &Strength, lang: Lang) -> Option<String> {
        let words = self.catalogue.phrases(strength.kind.as_ref()?.as_str())?;
        let is_dead = self.map.person(person)?.is_dead();
        let until = strength.until.is_some_and(|it| is_past(it, None, self.cards.today));
        let what = if is_dead || until { telling::What::Had } else { telling::What::Has };
        let claims = [telling::Claim::new(Line::Who, what, vec![person.clone()])];
        let today = self.cards.today;
        let family = Family::new(self.map, lang, Names::Shown, today, self.generations);
        let card = telling::Card { words, label: None, claims: &claims, first_now: false };
        let said = telling::say(&card, &family, self.catalogue, lang);
        said.lines.into_iter().flat_map(|(_, said)| said).next()
    }

    /// The words of a theme; those of the family's own kinds are general.
    fn words(&self, card: &Card) -> Option<&'a Phrases> {
        let own = || self.catalogue.phrases(OWN).filter(|_| matches!(card.theme, Theme::Kind(_)));
        self.catalogue.phrases(card.id.as_str()).or_else(own)
    }

    /// The claims of the engine, as the grammar knows them.
    fn claims(&self, card: &Card, words: &Phrases) -> Vec<telling::Claim<PersonId>> {
        let mut claims = self.events(card);
        for claim in &card.claims {
            let Some(line) = Line::of_number(claim.line) else { continue };
            let Some(what) = self.what(card, claim, line, words) else { continue };
            let mut people = claim.people.clone();
            if let telling::What::Unknown(_) = what {
                people.truncate(1);
            }
            let mut others = Vec::new();
            let (mut line, mut what) = (line, what);
            if what == telling::What::Child {
                others = self.carers(card, &people);
                if !others.is_empty() {
                    what = telling::What::LivesWith;
                }
            } else if what == telling::What::ChildOut {
                line = Line::Children;
            }
            claims.push(telling::Claim { line, what, people, others });
        }
        let generation = |id: &PersonId| self.generations.get(id).copied().unwrap_or_default();
        let is_focus = |id: &PersonId| self.map.focus.contains(id);
        for claim in &mut claims {
            claim.people.sort_by_key(|id| (generation(id), is_focus(id)));
        }
        if !card.claims.iter().any(|it| matches!(it.what, What::UnionEnded(_) | What::Tie(..))) {
            // Eldest first, and of one generation who is spoken to last; events keep their order.
            claims.sort_by_key(|claim| {
                let first = claim.people.first();
                (claim.line, first.map(generation), first.map(is_focus))
            });
        }
        claims
    }

    /// What the grammar calls it; `None` where it is said otherwise.
    fn what(
        &self,
        card: &Card,
        claim: &Claim,
        line: Line,
        words: &Phrases,
    ) -> Option<telling::What> {
        use telling::What as Said;
        let is_minor = |id: &PersonId| {
            card.claims.iter().any(|it| {
                it.line == Line::Children.number()
                    && it.what == What::Child
                    && it.people.contains(id)
            })
        };
        let is_out = |id: &PersonId| card.says(&What::Out, id);
        Some(match &claim.what {
            What::Has | What::PartnerHas => Said::Has,
            // Who got out is told so in line 2, and not once more beside the line.
            What::PartnerHad if claim.people.iter().any(is_out) => return None,
            What::Had | What::PartnerHad => Said::Had,
            // A child is not among those who "got out": it is said in the line of the children.
            What::Out if claim.people.iter().any(is_minor) => Said::ChildOut,
            What::Out => Said::Out,
            What::Not if !words.tell_not => Said::Next,
            What::Not => Said::Not,
            What::DidNotBegin => Said::DidNotBegin,
            // A child that still learns a skill is told so on its other card.
            What::Maybe if line == Line::Children && matches!(card.theme, Theme::SkillWell(_)) => {
                return None;
            }
            What::Maybe => Said::Maybe,
            What::Age(age) => Said::Age(*age),
            What::GrowsUp => Said::GrowsUp,
            What::Child if claim.people.iter().any(is_out) => return None,
            What::Child if claim.people.iter().all(|it| card.over.contains(it)) => Said::Had,
            What::Child => Said::Child,
            What::Unknown => Said::Unknown(claim.people.len().saturating_sub(1)),
            What::UnionEnded(_) if line == Line::Who => Said::Parted,
            What::UnionEnded(_) | What::Tie(..) => return None,
            What::Asked(question) => Said::Asked(self.asked(card, claim, *question)),
        })
    }

    fn asked(&self, card: &Card, claim: &Claim, question: Question) -> Asked {
        match question {
            Question::Wish => Asked::Wish,
            Question::Helped => Asked::Helped,
            Question::HelpedQuote => {
                let helped = claim.people.iter().find_map(|it| self.helped(card, it));
                helped.map_or(Asked::Helped, Asked::HelpedAlready)
            }
            Question::NotBegun => Asked::NotBegun,
            Question::Ask => Asked::Ask,
            Question::Learned => self.learned(card),
            Question::Close => Asked::Close,
        }
    }

    /// From whom they learned it; nobody is asked so who does not have it, or of whom it is not sure.
    fn learned(&self, card: &Card) -> Asked {
        let mut focus = self.map.focus.iter().filter(|id| self.map.people.contains_key(*id));
        if focus.clone().all(|id| card.yes.contains(id)) {
            return Asked::Learned;
        }
        let may_have_it = |id: &PersonId| card.yes.contains(id) || card.maybe.contains(id);
        if focus.any(may_have_it) { Asked::PlainClose } else { Asked::LearnFrom }
    }

    /// What helped, in the words of the entry. Who has a hidden entry of the theme is in no claim.
    fn helped(&self, card: &Card, person: &PersonId) -> Option<String> {
        let unions = self.map.unions_of(person).flat_map(|(_, union)| &union.entries);
        let own = self.map.person(person)?.entries.iter();
        let is_of = |kind: &KindId| Theme::Kind(kind.clone()).of_card() == card.theme;
        let mut said = own.chain(unions).filter(|entry| is_of(&entry.kind) && !entry.not_today);
        let helped = said.find(|entry| !entry.helped.trim().is_empty())?;
        Some(helped.helped.trim().to_owned())
    }

    /// With whom a child lives that is not at home, when the card is about that.
    fn carers(&self, card: &Card, children: &[PersonId]) -> Vec<PersonId> {
        let (Theme::PlacedOut, [child]) = (&card.theme, children) else { return Vec::new() };
        let today = self.cards.today;
        let unions = self.map.parent_unions(child).filter(|(_, union)| {
            union.child(child).is_some_and(|it| {
                let is_over = it.until.is_some_and(|at| is_past(Moment::On(at), None, today));
                matches!(it.bond, Bond::Foster | Bond::Guardian) && !is_over
            })
        });
        let carers = unions.flat_map(|(_, union)| union.partners.iter().cloned());
        let alive = |id: &PersonId| self.map.person(id).is_some_and(|it| !it.is_dead());
        carers.filter(alive).collect()
    }

    /// Ties: those of one sentence together, but never what is over with what still is.
    fn events(&self, card: &Card) -> Vec<telling::Claim<PersonId>> {
        let mut said: Vec<(u8, telling::Claim<PersonId>)> = Vec::new();
        for claim in &card.claims {
            let (What::Tie(kind, number), [from, to]) = (&claim.what, claim.people.as_slice())
            else {
                continue;
            };
            let what = if self.holds(kind, from, to) {
                telling::What::Tie
            } else {
                telling::What::TieThen
            };
            let same = said.iter_mut().filter(|(it, said)| it == number && said.what == what);
            let mut same = same.map(|(_, said)| said);
            let joined = same.find(|it| it.people == [from.clone()] || it.others == [to.clone()]);
            match joined {
                Some(it) if it.people == [from.clone()] => it.others.push(to.clone()),
                Some(it) => it.people.push(from.clone()),
                None => said.push((
                    *number,
                    telling::Claim {
                        line: Line::Who,
                        what,
                        people: vec![from.clone()],
                        others: vec![to.clone()],
                    },
                )),
            }
        }
        said.into_iter().map(|(_, claim)| claim).collect()
    }

    /// Is there such a tie that is not over, between two who are alive?
    fn holds(&self, kind: &KindId, from: &PersonId, to: &PersonId) -> bool {
        let is_alive = |id: &PersonId| self.map.person(id).is_some_and(|it| !it.is_dead());
        let today = self.cards.today;
        let mut ties = self.map.relations.values().filter(|tie| {
            let row = self.catalogue.relation(tie.kind.as_str());
            let own = row.map_or(tie.kind.as_str(), |row| row.id.as_str());
            own == kind.as_str() && tie.from == *from && tie.to == Party::Person(to.clone())
        });
        let is_over = |until| is_past(Moment::On(until), None, today);
        is_alive(from) && is_alive(to) && ties.any(|tie| !tie.until.is_some_and(is_over))
    }

    /// May "Eerst …, nu …" be said? Where it may only once, the first of the list says it.
    fn may_say_first_now(&self, card: &Card, words: &Phrases) -> bool {
        let is_one_line = |card: &Card| self.is_one_line(card);
        match words.first_now {
            FirstNow::Never => false,
            FirstNow::Free => is_one_line(card),
            FirstNow::Once => {
                let is_once = |it: &&Card| {
                    self.words(it).is_some_and(|words| words.first_now == FirstNow::Once)
                };
                let mut listed = self.cards.cards.iter().filter(|it| it.place == Place::List);
                let first = listed.find(|it| is_once(it) && is_one_line(it));
                is_one_line(card) && first.is_none_or(|first| first.id == card.id)
            }
        }
    }

    /// Who has it now: each a descendant of who had it, or a parent of such a descendant; and nobody
    /// had it who is no forebear of them.
    fn is_one_line(&self, card: &Card) -> bool {
        let people = |what: &What| -> Vec<PersonIdx> {
            let claims = card.line(1).filter(|it| it.what == *what);
            claims.flat_map(|it| &it.people).filter_map(|id| self.kin.find(id)).collect()
        };
        let (had, has) = (people(&What::Had), people(&What::Has));
        let above = |of: &PersonIdx| -> BTreeSet<PersonIdx> {
            self.kin.ancestors(*of, Bonds::All).map(|(it, _)| it).collect()
        };
        let below: Vec<(PersonIdx, BTreeSet<PersonIdx>)> = has
            .iter()
            .map(|it| (*it, above(it)))
            .filter(|(_, above)| had.iter().any(|it| above.contains(it)))
            .collect();
        let is_in = |it: &PersonIdx| below.iter().any(|(of, above)| of == it || above.contains(it));
        !below.is_empty() && has.iter().chain(&had).all(is_in)
    }
}
