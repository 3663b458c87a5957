//! The seven lines of a card, as claims (telling.md §1).

use super::subject::Subject;
use super::{Card, Claim, Keys, Place, Question, Sign, What};
use crate::catalogue::phrases::Ends;
use crate::kinship::PersonIdx;
use crate::model::PersonId;
use crate::pattern::{EndKind, Finding, Pattern, Standing, Theme};

/// So many are named who were asked and said no.
const MOST_ASKED: usize = 4;

/// The ages of a line differ by so many years at most to be told together.
const SAME_AGE: i32 = 1;

impl Subject<'_, '_> {
    /// The card of this theme.
    pub(super) fn card(&self) -> Card {
        let stage = self.stage;
        let with = |standing| {
            let mut people: Vec<PersonIdx> =
                self.people().filter(|it| self.standing(*it) == standing).collect();
            stage.in_order(&mut people);
            people
        };
        let unknown = self.unknown();
        let children_now = self.children_now();
        let claims = if self.is_event() {
            self.event_claims()
        } else {
            self.claims(&unknown, &children_now)
        };
        let is_beside = |it: &&PersonIdx| !self.line.contains(*it);
        let beside: Vec<PersonIdx> = self.carriers.iter().filter(is_beside).copied().collect();
        let over = self.carriers.iter().copied().filter(|it| self.is_over(*it));
        let (length, span) = self.sizes();
        let losses = stage.findings.findings.iter().filter(|it| self.is_loss(it));
        let counts_maybe = self.carriers.iter().any(|it| self.was_maybe(*it));
        Card {
            id: self.id.clone(),
            theme: self.theme.clone(),
            place: Place::List,
            kept_out: None,
            yes: stage.ids(&self.carriers),
            no: stage.ids(&with(Standing::No)),
            maybe: stage.ids(&with(Standing::Maybe)),
            unknown: stage.ids(&unknown),
            over: stage.ids(&over.collect::<Vec<_>>()),
            beside: stage.ids(&beside),
            signs: self.signs(),
            length,
            span,
            threads: self.own_threads().map(|it| it.id.clone()).collect(),
            losses: losses.map(|it| it.id.clone()).collect(),
            keys: self.keys(&claims, &children_now),
            claims,
            counts_maybe,
            may_be_chance: self.is_entered_problem() && self.may_be_chance(),
        }
    }

    fn claim(&self, line: u8, what: What, people: &[PersonIdx]) -> Claim {
        Claim { line, what, people: self.stage.ids(people) }
    }

    fn claims(&self, unknown: &[PersonIdx], children_now: &[PersonIdx]) -> Vec<Claim> {
        let mut claims = self.who();
        claims.extend(self.otherwise());
        claims.extend(self.ages());
        claims.extend(self.children(children_now));
        claims.extend((!unknown.is_empty()).then(|| self.claim(6, What::Unknown, unknown)));
        claims.push(self.question(unknown));
        if self.words.own_only {
            // Said of nobody but who sits at the table.
            let focus = &self.stage.context.map.focus;
            let is_own = |id: &PersonId| focus.contains(id);
            claims.retain(|claim| claim.people.iter().all(is_own));
        }
        claims.sort_by_key(|claim| claim.line);
        claims
    }

    fn event_claims(&self) -> Vec<Claim> {
        let mut claims = self.told_events();
        claims.push(self.claim(7, What::Asked(Question::Close), &[]));
        claims
    }

    /// Lines 1 and 3, and of line 5 the children who have it.
    fn who(&self) -> Vec<Claim> {
        let (minors, grown): (Vec<PersonIdx>, Vec<PersonIdx>) =
            self.carriers.iter().partition(|it| self.stage.is_minor(**it));
        let mut claims = Vec::new();
        for person in minors {
            let what = match (self.is_dead(person), self.was_maybe(person)) {
                // Of a child that died nothing is supposed.
                (true, true) => continue,
                (true, false) => What::Had,
                (false, true) => What::Maybe,
                (false, false) => What::Child,
            };
            claims.push(self.claim(5, what, &[person]));
        }
        let (maybe, grown): (Vec<PersonIdx>, Vec<PersonIdx>) =
            grown.into_iter().partition(|it| self.was_maybe(*it));
        let (line, beside): (Vec<PersonIdx>, Vec<PersonIdx>) =
            grown.into_iter().partition(|it| self.line.contains(it));
        let n_in = line.iter().filter(|it| !self.is_out(**it)).count();
        for person in line.into_iter().filter(|it| n_in < 2 || !self.is_out(*it)) {
            let what = if self.is_past(person) { What::Had } else { What::Has };
            claims.push(self.claim(1, what, &[person]));
        }
        for person in beside {
            let what = if self.is_past(person) { What::PartnerHad } else { What::PartnerHas };
            claims.push(self.claim(3, what, &[person]));
        }
        let thought = self.people().filter(|it| self.standing(*it) == Standing::Maybe);
        let mut thought: Vec<PersonIdx> =
            thought.filter(|it| self.is_of_age(*it)).chain(maybe).collect();
        self.stage.in_order(&mut thought);
        claims.extend(thought.iter().map(|it| self.claim(1, What::Maybe, &[*it])));
        claims
    }

    /// Is it told as past: of the dead, and of who has it behind them?
    fn is_past(&self, person: PersonIdx) -> bool {
        self.is_dead(person) || self.is_over(person)
    }

    /// Line 2, and of line 5 the next generation of a childhood kind.
    fn otherwise(&self) -> Vec<Claim> {
        let out = self.carriers.iter().copied().filter(|it| self.is_out(*it));
        let mut claims: Vec<Claim> = out.map(|it| self.claim(2, What::Out, &[it])).collect();
        if self.words.tell_not {
            for person in self.told_no() {
                let begun = self.did_not_begin(person);
                let what = if begun { What::DidNotBegin } else { What::Not };
                claims.push(self.claim(2, what, &[person]));
            }
        } else {
            claims.extend(self.next_generation());
        }
        claims
    }

    /// Who said no: children of the line, further descendants of it, the rest; four at most.
    fn told_no(&self) -> Vec<PersonIdx> {
        let asked = self.people().filter(|it| self.is_asked_no(*it) && self.is_of_age(*it));
        let descendants = self.below_line();
        let mut asked: Vec<PersonIdx> = asked.collect();
        asked.sort_unstable_by_key(|it| {
            let is_below = descendants.get(it.at()) == Some(&true);
            (!self.is_child_of_line(*it), !is_below, self.stage.eldest(*it))
        });
        asked.truncate(MOST_ASKED);
        self.stage.in_order(&mut asked);
        asked
    }

    fn is_child_of_line(&self, person: PersonIdx) -> bool {
        let parents = self.stage.context.line.parents(person);
        parents.iter().any(|link| self.line.contains(&link.person))
    }

    /// By person: a descendant of the line?
    fn below_line(&self) -> Vec<bool> {
        let context = self.stage.context;
        let mut is_below = vec![false; context.kin.len()];
        let mut next: Vec<PersonIdx> = self.line.iter().copied().collect();
        while let Some(person) = next.pop() {
            for link in context.line.children(person) {
                if let Some(slot) = is_below.get_mut(link.person.at()).filter(|slot| !**slot) {
                    *slot = true;
                    next.push(link.person);
                }
            }
        }
        is_below
    }

    /// Of a childhood kind: the children of the line, when all who were asked said no.
    fn next_generation(&self) -> Vec<Claim> {
        let (next, then) = (self.words.next.is_some(), self.words.next_then.is_some());
        let mut asked: Vec<PersonIdx> = self
            .at_line
            .iter()
            .copied()
            .filter(|it| self.is_child_of_line(*it))
            .filter(|it| matches!(self.standing(*it), Standing::Maybe) || self.is_asked_no(*it))
            .collect();
        if !next && !then || !asked.iter().all(|it| self.is_asked_no(*it)) {
            return Vec::new();
        }
        self.stage.in_order(&mut asked);
        let claims = asked.into_iter().filter_map(|it| {
            let is_minor = self.stage.is_minor(it);
            let is_told = if is_minor { next } else { then };
            is_told.then(|| self.claim(if is_minor { 5 } else { 2 }, What::Not, &[it]))
        });
        claims.collect()
    }

    /// Line 4: of nobody who may be a child under 12.
    fn ages(&self) -> Vec<Claim> {
        let is_dated = matches!(self.theme, Theme::Kind(_) | Theme::YoungParent);
        if !is_dated || self.words.when.is_none() {
            return Vec::new();
        }
        let mut line: Vec<PersonIdx> = self.line.iter().copied().collect();
        self.stage.in_order(&mut line);
        line.retain(|it| !self.may_be_small(*it, self.exact_age(*it).unwrap_or(0)));
        let ages: Option<Vec<(PersonIdx, i32)>> =
            line.iter().map(|it| Some((*it, self.exact_age(*it)?))).collect();
        let ages = ages.filter(|ages| {
            let (least, most) =
                (ages.iter().map(|it| it.1).min(), ages.iter().map(|it| it.1).max());
            2 <= ages.len() && least.zip(most).is_some_and(|(a, b)| b - a <= SAME_AGE)
        });
        let ages = ages.or_else(|| self.chain()).unwrap_or_default();
        ages.into_iter().map(|(it, age)| self.claim(4, What::Age(age), &[it])).collect()
    }

    /// The age at the onset, where it may be told.
    fn exact_age(&self, person: PersonIdx) -> Option<i32> {
        let is_carrier = self.standing(person) == Standing::Yes && !self.was_maybe(person);
        let (_, fact) = self.facts(person).find(|(_, fact)| fact.onset().is_some())?;
        fact.onset()?.exact().filter(|_| is_carrier)
    }

    /// The longest chain of ages in which a focus person stands, with exact ages of carriers only.
    fn chain(&self) -> Option<Vec<(PersonIdx, i32)>> {
        let stage = self.stage;
        let mut longest: Option<Vec<(PersonIdx, i32)>> = None;
        for finding in &self.found {
            if !matches!(finding.pattern, Pattern::SameAge | Pattern::EverYounger)
                || matches!(finding.theme, Some(Theme::PartnerWith(_)))
            {
                continue;
            }
            let ages = finding.ages.iter().map(|(id, age)| {
                let person = stage.context.kin.find(id)?;
                Some((person, age.exact().filter(|age| self.exact_age(person) == Some(*age))?))
            });
            let Some(mut ages) = ages.collect::<Option<Vec<_>>>() else { continue };
            ages.retain(|(it, age)| !self.may_be_small(*it, *age));
            if ages.len() < 2 {
                continue;
            }
            let is_own = stage.focus.is_empty() || ages.iter().any(|(it, _)| stage.is_focus(*it));
            if is_own && longest.as_ref().is_none_or(|longest| longest.len() < ages.len()) {
                longest = Some(ages);
            }
        }
        longest
    }

    /// Line 5 but for those who have it.
    fn children(&self, children_now: &[PersonIdx]) -> Vec<Claim> {
        let stage = self.stage;
        let mut claims: Vec<Claim> =
            children_now.iter().map(|it| self.claim(5, What::GrowsUp, &[*it])).collect();
        let thought = stage.focus_children.iter().copied().filter(|it| {
            stage.is_minor(*it)
                && !self.is_dead(*it)
                && !self.is_left_out(*it)
                && self.standing(*it) == Standing::Maybe
        });
        let mut thought: Vec<PersonIdx> = thought.collect();
        stage.in_order(&mut thought);
        claims.extend(thought.iter().map(|it| self.claim(5, What::Maybe, &[*it])));
        let has_it = |it: &&PersonIdx| self.standing(**it) == Standing::Yes && !self.is_out(**it);
        let is_asked = !children_now.is_empty() || stage.focus.iter().any(|it| has_it(&it));
        let young = stage.focus_children.iter().copied();
        let mut young: Vec<PersonIdx> =
            young.filter(|it| stage.is_minor(*it) && !self.is_dead(*it)).collect();
        if is_asked && !self.is_childhood() && self.words.wish.is_some() && !young.is_empty() {
            stage.in_order(&mut young);
            claims.push(self.claim(5, What::Asked(Question::Wish), &young));
        }
        claims
    }

    /// Line 7: the first that fits.
    fn question(&self, unknown: &[PersonIdx]) -> Claim {
        let stage = self.stage;
        let mut out: Vec<PersonIdx> = self.carriers.clone();
        out.retain(|it| self.is_out(*it));
        out.sort_unstable_by_key(|it| {
            (!stage.is_focus(*it), stage.distance(*it), stage.eldest(*it))
        });
        let helped = out.first().copied().filter(|_| self.words.ask_helped.is_some());
        let helped = helped.filter(|it| self.words.ends == Ends::Stop || stage.is_focus(*it));
        if let Some(person) = helped {
            let is_said = self.entries(person).any(|entry| !entry.helped.trim().is_empty());
            let question = if is_said { Question::HelpedQuote } else { Question::Helped };
            return self.claim(7, What::Asked(question), &[person]);
        }
        let not_begun = stage.focus.iter().copied().filter(|it| self.did_not_begin(*it));
        let not_begun: Vec<PersonIdx> = not_begun
            .filter(|_| self.words.ask_not_begun.is_some() && self.words.tell_not)
            .collect();
        if !not_begun.is_empty() {
            return self.claim(7, What::Asked(Question::NotBegun), &not_begun);
        }
        let asked = unknown.first().copied().filter(|it| self.may_ask(*it));
        if let Some(person) = asked {
            return self.claim(7, What::Asked(Question::Ask), &[person]);
        }
        let last = if self.words.learned.is_some() { Question::Learned } else { Question::Close };
        self.claim(7, What::Asked(last), &[])
    }

    /// About being a parent only parents are asked.
    fn may_ask(&self, person: PersonIdx) -> bool {
        let mut children = super::subject::children(self.stage.context, person);
        self.words.ask.is_some() && (!self.words.ask_parents || children.next().is_some())
    }

    /// Signs stand only on strands of entered and own kinds.
    fn signs(&self) -> Vec<(PersonId, Sign)> {
        let Theme::Kind(_) = &self.theme else { return Vec::new() };
        let is_stop = self.words.ends == Ends::Stop;
        let out = self.carriers.iter().copied().filter(|it| is_stop && self.is_out(*it));
        let knots = out.map(|it| (it, Sign::Knot));
        let ends = self.at_line.iter().copied().filter_map(|it| {
            let is_no = is_stop && self.words.tell_not && self.is_asked_no(it);
            match () {
                () if is_no && self.is_end(it, EndKind::Stops) => Some((it, Sign::OpenRing)),
                () if self.is_of_age(it) && self.is_end(it, EndKind::Open) => {
                    Some((it, Sign::Unknown))
                }
                () => None,
            }
        });
        let signs = knots.chain(ends);
        signs.filter_map(|(it, sign)| Some((self.stage.id(it)?, sign))).collect()
    }

    fn is_loss(&self, finding: &Finding) -> bool {
        let themes = finding.theme.iter().chain(&finding.more_themes);
        // The death of a small child is no fact beside a card.
        let dead = finding.around.first().and_then(|id| self.stage.context.kin.find(id));
        finding.pattern == Pattern::Loss
            && !dead.is_some_and(|it| self.stage.is_small(it))
            && themes.into_iter().any(|it| it.of_card() == self.theme)
    }

    pub(super) const fn is_entered_problem(&self) -> bool {
        matches!(self.theme, Theme::Kind(_) | Theme::SkillHard(_))
    }

    /// What the order rests on, but for the wish and the mark of the client.
    fn keys(&self, claims: &[Claim], children_now: &[PersonIdx]) -> Keys {
        let stage = self.stage;
        let near = stage.focus.iter().chain(&stage.focus_children);
        let is_near = near.copied().any(|it| {
            let is_no = self.words.tell_not && self.at_line.contains(&it) && self.is_asked_no(it);
            self.standing(it) == Standing::Yes || children_now.contains(&it) || is_no
        });
        let in_line_five = |it: &PersonIdx| {
            let id = stage.id(*it);
            let mut told = claims.iter().filter(|it| it.line == 5);
            let is_wish = |it: &Claim| it.what == What::Asked(Question::Wish);
            told.any(|claim| {
                !is_wish(claim) && claim.people.iter().any(|it| Some(it) == id.as_ref())
            })
        };
        let answers_by_person = stage.wish.named.iter().copied().any(|it| {
            let has_it = self.standing(it) == Standing::Yes || in_line_five(&it);
            children_now.contains(&it) || has_it && self.has_from_age(it)
        });
        Keys {
            pin: None,
            priority: stage.priorities.get(&self.theme).copied(),
            answers_wish: answers_by_person || self.is_named(),
            answers_by_person,
            is_near,
            class: match self.theme {
                Theme::Kind(_) | Theme::SkillHard(_) => 0,
                Theme::Contact(..) => 2,
                _ => 1,
            },
            has_child_now: !children_now.is_empty(),
            is_strong: self.theme.is_strong(),
            catalogue: self.place(),
        }
    }

    /// Does the wish hold the title or the label of the theme?
    fn is_named(&self) -> bool {
        let (stage, lang) = (self.stage, self.stage.context.map.lang);
        let row = self.theme.kind().and_then(|id| stage.context.catalogue.entry(id.as_str()));
        let own = self.theme.kind().and_then(|id| stage.context.map.own_kinds.get(id));
        let label = row.map(|row| row.words().in_lang(lang));
        let title = own.map_or_else(|| self.words.title.in_lang(lang), |own| own.label.as_str());
        [Some(title), label].into_iter().flatten().any(|it| stage.wish.contains(it))
    }

    /// Where the theme stands in the catalogue.
    fn place(&self) -> (u8, usize, String) {
        let catalogue = self.stage.context.catalogue;
        let at =
            |mut ids: Box<dyn Iterator<Item = &str> + '_>, id: &str| ids.position(|it| it == id);
        let row = |group, place: Option<usize>| (group, place.unwrap_or(usize::MAX), String::new());
        match &self.theme {
            Theme::Kind(id) => {
                let kinds = catalogue.kinds().iter().map(|it| it.id.as_str());
                match at(Box::new(kinds), id.as_str()) {
                    Some(place) => row(0, Some(place)),
                    None => (1, 0, id.to_string()),
                }
            }
            Theme::Strength(id) => {
                let ids = catalogue.strengths().iter().map(|it| it.id.as_str());
                row(0, at(Box::new(ids), id.as_str()))
            }
            Theme::SkillHard(id) | Theme::SkillWell(id) => {
                let ids = catalogue.skills().iter().map(|it| it.id.as_str());
                row(2, at(Box::new(ids), id.as_str()))
            }
            Theme::YoungParent => row(3, Some(0)),
            Theme::Separated => row(3, Some(1)),
            Theme::LoneParent => row(3, Some(2)),
            Theme::PlacedOut => row(3, Some(3)),
            Theme::LostParentYoung => row(3, Some(4)),
            Theme::EarlyDeath => row(3, Some(5)),
            Theme::Contact(id, _) => {
                let ids = catalogue.relations().iter().map(|it| it.id.as_str());
                row(4, at(Box::new(ids), id.as_str()))
            }
            Theme::Area(id) => {
                let ids = catalogue.areas().iter().map(|it| it.id.as_str());
                row(5, at(Box::new(ids), id.as_str()))
            }
            Theme::PartnerWith(id) => (6, 0, id.to_string()),
        }
    }
}
