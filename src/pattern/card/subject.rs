//! The people of one theme: carriers, kin of the line, at the line, of age, over, out (telling.md §0).

use std::collections::{BTreeMap, BTreeSet};

use super::wish::Wish;
use crate::catalogue::phrases::Ends;
use crate::catalogue::{Catalogue, Harm, Nature, Phrases, ViolenceSide, phrases};
use crate::kinship::{Kinship, PersonIdx, UnionIdx};
use crate::model::{
    Bond, CardId, Date, Entry, FamilyMap, GoingOn, Moment, PartialDate, Party, PersonId, age_at,
};
use crate::pattern::context::Context;
use crate::pattern::detect::lives_with_now;
use crate::pattern::fact::{Fact, Source, Standing, ThemeFacts};
use crate::pattern::strand::has_ended;
use crate::pattern::{EndKind, Finding, Findings, Pattern, Theme};

/// From this age on somebody is grown up.
pub(super) const GROWN_UP: i32 = 18;

/// Below this age a child stands on a card in the line of the children alone, or in a question.
const TWELVE: i32 = 12;

/// Who is told first: elder generation, elder, first on the map.
pub(super) type Eldest = (u32, (i32, u8, u8), PersonIdx);

/// What all cards look at.
#[derive(Debug)]
pub(super) struct Stage<'c> {
    /// The map as it is, with what is hidden: nothing may be said that contradicts it.
    pub whole: &'c FamilyMap,
    /// What is told.
    pub context: &'c Context<'c>,
    pub findings: &'c Findings,
    /// By person of what is told: the generation on the whole map.
    generations: Vec<u32>,
    pub focus: Vec<PersonIdx>,
    pub wish: Wish,
    /// What the client gave a priority, on whatever record: 1 is the first.
    pub priorities: BTreeMap<Theme, u8>,
    /// The children of the focus persons, by any bond but donation.
    pub focus_children: BTreeSet<PersonIdx>,
}

impl<'c> Stage<'c> {
    pub(super) fn of(
        whole: &'c FamilyMap,
        kin: &Kinship,
        context: &'c Context<'c>,
        findings: &'c Findings,
    ) -> Self {
        let generation = |person: PersonIdx| {
            let id = context.kin.id(person);
            id.and_then(|id| kin.find(id)).map_or(0, |it| kin.generation(it))
        };
        let focus: Vec<PersonIdx> =
            context.map.focus.iter().filter_map(|id| context.kin.find(id)).collect();
        let children = focus.iter().flat_map(|person| children(context, *person));
        Self {
            whole,
            context,
            findings,
            generations: context.kin.people().map(generation).collect(),
            focus_children: children.collect(),
            wish: Wish::default(),
            priorities: priorities(context),
            focus,
        }
    }

    pub(super) fn generation(&self, person: PersonIdx) -> u32 {
        self.generations.get(person.at()).copied().unwrap_or(0)
    }

    /// Where somebody stands among those who are told eldest first.
    pub(super) fn eldest(&self, person: PersonIdx) -> Eldest {
        let birth = self.context.birth(person).map(PartialDate::main_date);
        let day = birth.map_or((i32::MAX, 0, 0), |it| {
            (it.year(), it.month().unwrap_or(0), it.day().unwrap_or(0))
        });
        (self.generation(person), day, person)
    }

    /// Puts people in the order in which they are told.
    pub(super) fn in_order(&self, people: &mut Vec<PersonIdx>) {
        people.sort_unstable_by_key(|person| self.eldest(*person));
        people.dedup();
    }

    /// How many generations somebody stands from the nearest focus person.
    pub(super) fn distance(&self, person: PersonIdx) -> u32 {
        let own = self.generation(person);
        let focus = self.focus.iter().map(|it| self.generation(*it).abs_diff(own));
        focus.min().unwrap_or(0)
    }

    pub(super) fn is_focus(&self, person: PersonIdx) -> bool {
        self.focus.contains(&person)
    }

    /// When a child stopped standing under a union.
    fn bond_until(&self, union: UnionIdx, child: PersonIdx) -> Option<Moment> {
        let child = self.context.union(union)?.child(self.context.kin.id(child)?)?;
        child.until.map(Moment::On)
    }

    /// Certainly younger than 18, now or at death.
    pub(super) fn is_minor(&self, person: PersonIdx) -> bool {
        self.context.age_now(person).is_some_and(|age| age.hi < GROWN_UP)
    }

    /// Certainly younger than 12, now or at death.
    pub(super) fn is_small(&self, person: PersonIdx) -> bool {
        self.context.age_now(person).is_some_and(|age| age.hi < TWELVE)
    }

    pub(super) fn id(&self, person: PersonIdx) -> Option<PersonId> {
        self.context.kin.id(person).cloned()
    }

    pub(super) fn ids(&self, people: &[PersonIdx]) -> Vec<PersonId> {
        people.iter().filter_map(|person| self.id(*person)).collect()
    }

    /// Every theme that may have a card.
    pub(super) fn subjects(&self) -> Vec<Subject<'_, 'c>> {
        let mut parts: BTreeMap<Theme, Vec<&ThemeFacts>> = BTreeMap::new();
        for facts in self.context.facts.themes() {
            let is_told = match &facts.theme {
                Theme::PartnerWith(_) => false,
                // What is entered for such a kind is heard with the derived theme.
                theme @ Theme::Kind(_) => theme.of_card() == *theme,
                _ => true,
            };
            if is_told {
                parts.entry(facts.theme.of_card()).or_default().push(facts);
            }
        }
        let mut found: BTreeMap<Theme, Vec<&Finding>> = BTreeMap::new();
        for finding in &self.findings.findings {
            // Of a kind that is heard with a derived theme the derived one says all there is.
            let is_heard =
                |theme: &Theme| matches!(theme, Theme::Kind(_)) && theme.of_card() != *theme;
            if let Some(theme) = finding.theme.as_ref().filter(|it| !is_heard(it)) {
                found.entry(theme.of_card()).or_default().push(finding);
            }
        }
        let subjects = parts.into_iter().filter_map(|(theme, parts)| {
            let found = found.remove(&theme).unwrap_or_default();
            Subject::of(self, theme, parts, found)
        });
        subjects.collect()
    }
}

/// The children of `person`, by any bond but donation.
pub(super) fn children(
    context: &Context<'_>,
    person: PersonIdx,
) -> impl Iterator<Item = PersonIdx> {
    let links = context.kin.children(person).filter(|link| link.bond != Bond::Donor);
    links.map(|link| link.person).filter(|child| context.holds_facts(*child))
}

/// By theme of a card, the first priority on a record of somebody who is not left out of it: on a
/// Maybe and on a No as well, for the client gave it.
fn priorities(context: &Context<'_>) -> BTreeMap<Theme, u8> {
    let mut first: BTreeMap<Theme, u8> = BTreeMap::new();
    let mut hear = |entry: &Entry, person: PersonIdx| {
        let Some(priority) = entry.priority.filter(|_| !entry.not_today) else { return };
        let theme = Theme::Kind(entry.kind.clone()).of_card();
        if !context.is_left_out(&theme, person) {
            let slot = first.entry(theme).or_insert(priority);
            *slot = priority.min(*slot);
        }
    };
    for person in context.people() {
        let own = context.person(person).into_iter().flat_map(|it| &it.entries);
        own.for_each(|entry| hear(entry, person));
        let unions = context.kin.unions(person).filter_map(|at| context.union(at));
        unions.flat_map(|union| &union.entries).for_each(|entry| hear(entry, person));
    }
    first
}

/// One theme and its people.
#[derive(Debug)]
pub(super) struct Subject<'s, 'c> {
    pub stage: &'s Stage<'c>,
    pub id: CardId,
    pub theme: Theme,
    pub words: &'c Phrases,
    parts: Vec<&'s ThemeFacts>,
    /// What the engine found of it.
    pub found: Vec<&'s Finding>,
    pub from_age: i32,
    /// Everybody Yes, eldest first.
    pub carriers: Vec<PersonIdx>,
    /// The carriers of the line.
    pub line: BTreeSet<PersonIdx>,
    /// No carriers, and children of those, or passed by an over edge.
    pub at_line: BTreeSet<PersonIdx>,
    /// Passed by an over edge.
    passed: BTreeSet<PersonIdx>,
}

impl<'s, 'c> Subject<'s, 'c> {
    fn of(
        stage: &'s Stage<'c>,
        theme: Theme,
        parts: Vec<&'s ThemeFacts>,
        found: Vec<&'s Finding>,
    ) -> Option<Self> {
        let id = CardId::new(&theme.to_string())?;
        let words = words(stage.context.catalogue, &theme)?;
        let from_age = parts.iter().map(|it| it.from_age).max().unwrap_or(0);
        let mut subject = Self {
            stage,
            id,
            theme,
            words,
            parts,
            found,
            from_age,
            carriers: Vec::new(),
            line: BTreeSet::new(),
            at_line: BTreeSet::new(),
            passed: BTreeSet::new(),
        };
        let facts = subject.parts.iter().flat_map(|it| it.carriers());
        let mut carriers: Vec<PersonIdx> = facts.map(|fact| fact.person).collect();
        stage.in_order(&mut carriers);
        subject.carriers = carriers;
        if subject.carriers.len() < 2 || !subject.comes_back() {
            return None;
        }
        subject.line = subject.line_kin();
        let kin = &stage.context.kin;
        let over = subject.own_threads().flat_map(|it| &it.edges).flat_map(|edge| &edge.over);
        subject.passed = over.filter_map(|id| kin.find(id)).collect();
        let below = subject.line.iter().flat_map(|it| stage.context.line.children(*it));
        let below = below.map(|link| link.person);
        let at_line: BTreeSet<PersonIdx> = below.chain(subject.passed.iter().copied()).collect();
        let is_there =
            |it: &PersonIdx| subject.standing(*it) != Standing::Yes && !subject.is_left_out(*it);
        subject.at_line = at_line.into_iter().filter(is_there).collect();
        Some(subject)
    }

    fn comes_back(&self) -> bool {
        // Who said no more than maybe did not say it of herself, whatever counts as yes.
        let is_own = |it: &PersonIdx| self.stage.is_focus(*it) && !self.was_maybe(*it);
        if self.words.own_only && !self.carriers.iter().any(is_own) {
            return false;
        }
        if self.is_event() {
            return 2 <= self.elder_ends().len();
        }
        self.found.iter().any(|finding| {
            let is_own = !matches!(finding.theme, Some(Theme::PartnerWith(_)));
            match finding.pattern {
                Pattern::Thread => true,
                Pattern::Siblings => is_own,
                _ => false,
            }
        })
    }

    /// Is it told as events between people?
    pub(super) const fn is_event(&self) -> bool {
        matches!(self.theme, Theme::Separated | Theme::Contact(..))
    }

    /// The threads of the theme itself.
    pub(super) fn own_threads(&self) -> impl Iterator<Item = &'s Finding> {
        let threads = self.found.iter().filter(|it| it.pattern == Pattern::Thread);
        threads.filter(|it| !matches!(it.theme, Some(Theme::PartnerWith(_)))).copied()
    }

    /// The threads of the theme, and of partners with it.
    pub(super) fn threads(&self) -> impl Iterator<Item = &'s Finding> {
        self.found.iter().filter(|it| it.pattern == Pattern::Thread).copied()
    }

    /// Carriers in a thread of the theme and their kin; without one those with a common parent.
    fn line_kin(&self) -> BTreeSet<PersonIdx> {
        let context = self.stage.context;
        let threads = self.own_threads().flat_map(|it| &it.people);
        let mut kin: Vec<PersonIdx> = threads.filter_map(|id| context.kin.find(id)).collect();
        if kin.is_empty() {
            return self.with_common_parent();
        }
        let mut is_above = vec![false; context.kin.len()];
        let mut is_kin = vec![false; context.kin.len()];
        let mark = |marks: &mut Vec<bool>, person: PersonIdx| match marks.get_mut(person.at()) {
            Some(slot) => !std::mem::replace(slot, true),
            None => false,
        };
        kin.retain(|person| mark(&mut is_above, *person));
        let mut at = 0;
        while let Some(&person) = kin.get(at) {
            at += 1;
            let parents = context.line.parents(person).iter().map(|link| link.person);
            kin.extend(parents.filter(|it| mark(&mut is_above, *it)));
        }
        kin.iter().for_each(|it| _ = mark(&mut is_kin, *it));
        let mut at = 0;
        while let Some(&person) = kin.get(at) {
            at += 1;
            let children = context.line.children(person).iter().map(|link| link.person);
            kin.extend(children.filter(|it| mark(&mut is_kin, *it)));
        }
        let carriers = self.carriers.iter().copied();
        carriers.filter(|it| is_kin.get(it.at()) == Some(&true)).collect()
    }

    fn with_common_parent(&self) -> BTreeSet<PersonIdx> {
        let context = self.stage.context;
        // A sibship whose parents are not known has common ones all the same.
        let mut of: BTreeMap<(bool, usize), Vec<PersonIdx>> = BTreeMap::new();
        for &person in &self.carriers {
            for link in context.line.parents(person) {
                of.entry((false, link.person.at())).or_default().push(person);
            }
            if let Some(number) = context.sibships.number(person) {
                of.entry((true, number)).or_default().push(person);
            }
        }
        of.into_values().filter(|it| 2 <= it.len()).flatten().collect()
    }

    /// Everybody that is told and not left out of this theme.
    pub(super) fn people(&self) -> impl Iterator<Item = PersonIdx> {
        self.stage.context.people().filter(|it| !self.is_left_out(*it))
    }

    pub(super) fn is_left_out(&self, person: PersonIdx) -> bool {
        self.stage.context.is_left_out(&self.theme, person)
    }

    pub(super) fn standing(&self, person: PersonIdx) -> Standing {
        let context = self.stage.context;
        let all = self.parts.iter().map(|part| context.standing(part, person));
        all.min().unwrap_or(Standing::Unknown)
    }

    /// What the map says of `person` that makes the standing.
    pub(super) fn facts(
        &self,
        person: PersonIdx,
    ) -> impl Iterator<Item = (&'s ThemeFacts, &'s Fact)> {
        let standing = self.standing(person);
        let facts = self.parts.iter().filter_map(move |part| Some((*part, part.fact(person)?)));
        facts.filter(move |(_, fact)| fact.standing == standing)
    }

    /// The records of it.
    pub(super) fn records(&self, person: PersonIdx) -> impl Iterator<Item = Source<'c>> {
        let context: &'c Context<'c> = self.stage.context;
        let numbers = self.facts(person).flat_map(|(part, fact)| part.sources(fact));
        numbers.filter_map(|number| context.facts.record(*number))
    }

    /// Its entries.
    pub(super) fn entries(&self, person: PersonIdx) -> impl Iterator<Item = &'c Entry> {
        self.records(person).filter_map(|source| match source {
            Source::Entry(entry) => Some(entry),
            _ => None,
        })
    }

    /// Yes only because Maybe counts as Yes.
    pub(super) fn was_maybe(&self, person: PersonIdx) -> bool {
        self.standing(person) == Standing::Yes && self.facts(person).all(|(_, it)| it.was_maybe)
    }

    /// Certainly 18 and old enough for the theme, now or at death.
    pub(super) fn is_of_age(&self, person: PersonIdx) -> bool {
        match self.stage.context.age_now(person) {
            Some(age) => GROWN_UP.max(self.from_age) <= age.lo,
            None => self.has_child_or_partner(person),
        }
    }

    /// Has somebody certainly reached the age from which it can be?
    pub(super) fn has_from_age(&self, person: PersonIdx) -> bool {
        match self.stage.context.age_now(person) {
            Some(age) => self.from_age <= age.lo,
            None => self.from_age == 0 || self.has_child_or_partner(person),
        }
    }

    /// Perhaps younger than 12, now or at death: who was `lived` years old is at least that.
    pub(super) fn may_be_small(&self, person: PersonIdx, lived: i32) -> bool {
        match self.stage.context.age_now(person) {
            // An age that the birth does not allow is no proof.
            Some(age) => age.hi < TWELVE || age.lo.max(lived) < TWELVE,
            None => lived < TWELVE && !self.has_child_or_partner(person),
        }
    }

    fn has_child_or_partner(&self, person: PersonIdx) -> bool {
        let context = self.stage.context;
        children(context, person).next().is_some() || context.kin.partners(person).next().is_some()
    }

    pub(super) fn is_dead(&self, person: PersonIdx) -> bool {
        self.stage.context.is_dead(person)
    }

    /// Does every Yes record say that it is over?
    pub(super) fn is_over(&self, person: PersonIdx) -> bool {
        let (today, birth) = (self.stage.context.today, self.stage.context.birth(person));
        let past = |until: Option<Moment>| until.is_some_and(|it| is_past(it, birth, today));
        let mut records = self.records(person).map(|source| match source {
            Source::Entry(it) => it.going_on == GoingOn::Before || past(it.until),
            Source::Strength(it) => past(it.until),
            Source::Child(union, child) => past(self.stage.bond_until(union, child)),
            _ => false,
        });
        records.next().is_some_and(|first| first && records.all(|is_over| is_over))
    }

    /// A carrier who got out of it, certainly and long enough ago.
    pub(super) fn is_out(&self, person: PersonIdx) -> bool {
        let has_ended = |(part, fact)| has_ended(self.stage.context, part, fact);
        self.words.ends != Ends::Never
            && self.standing(person) == Standing::Yes
            && !self.was_maybe(person)
            && self.facts(person).all(has_ended)
            && !self.is_contradicted(person)
    }

    /// Does violence still run, or did it until lately?
    fn is_contradicted(&self, person: PersonIdx) -> bool {
        let Theme::Kind(kind) = &self.theme else { return false };
        let catalogue = self.stage.context.catalogue;
        // What happened in childhood is over, whatever ties there are now.
        let row = catalogue.kind(kind.as_str()).filter(|row| row.nature != Nature::Childhood);
        let side = row.and_then(|row| row.violence);
        let (Some(side), Some(id)) = (side, self.stage.context.kin.id(person)) else {
            return false;
        };
        let today = PartialDate::Exactly(self.stage.context.today);
        let years = self.stage.context.settings.ended_years;
        self.stage.whole.relations.values().any(|tie| {
            let harm = catalogue.relation(tie.kind.as_str()).and_then(|row| row.harm);
            let is_harm = matches!(harm, Some(Harm::Violence | Harm::Control));
            let is_side = match side {
                ViolenceSide::Used => tie.from == *id,
                ViolenceSide::LivedThrough => tie.to == Party::Person(id.clone()),
            };
            let passed = tie.until.and_then(|until| age_at(until, today)).map(|passed| passed.lo);
            is_harm && is_side && passed.is_none_or(|passed| passed < years)
        })
    }

    /// Said No, by an entry or by a strength that answers it.
    pub(super) fn is_asked_no(&self, person: PersonIdx) -> bool {
        let is_said = |it| matches!(it, Source::Entry(_) | Source::Strength(_) | Source::Skill(..));
        self.standing(person) == Standing::No && self.records(person).any(is_said)
    }

    /// Does the engine say that somebody is an end of this kind?
    pub(super) fn is_end(&self, person: PersonIdx, kind: EndKind) -> bool {
        let id = self.stage.context.kin.id(person);
        let mut ends = self.own_threads().flat_map(|it| &it.ends);
        ends.any(|end| end.kind == kind && Some(&end.person) == id)
    }

    /// Asked no, of age, and there is a word for it.
    pub(super) fn did_not_begin(&self, person: PersonIdx) -> bool {
        self.words.not_begun.is_some() && self.is_asked_no(person) && self.is_of_age(person)
    }

    /// The people of whom it is not known, who is named first.
    pub(super) fn unknown(&self) -> Vec<PersonIdx> {
        let among = if self.theme.is_strong() { &self.passed } else { &self.at_line };
        let is_unknown = |it: &PersonIdx| {
            self.at_line.contains(it)
                && self.standing(*it) == Standing::Unknown
                && self.is_of_age(*it)
        };
        let mut unknown: Vec<PersonIdx> = among.iter().copied().filter(is_unknown).collect();
        let key =
            |it: &PersonIdx| (self.is_dead(*it), self.stage.distance(*it), self.stage.eldest(*it));
        unknown.sort_unstable_by_key(key);
        unknown
    }

    /// The children who grow up with it now.
    pub(super) fn children_now(&self) -> Vec<PersonIdx> {
        if self.words.grow.is_none() {
            return Vec::new();
        }
        let context = self.stage.context;
        let carers: BTreeSet<PersonIdx> = self
            .carriers
            .iter()
            .copied()
            .filter(|it| !self.is_dead(*it) && !self.was_maybe(*it) && !self.is_over(*it))
            .collect();
        let is_one = |child: &PersonIdx| {
            let mut links = context.kin.parents(*child);
            !self.is_dead(*child)
                && self.stage.is_minor(*child)
                && links
                    .any(|it| carers.contains(&it.person) && lives_with_now(context, *child, &it))
        };
        // Of who has a hidden record it is said as of any child: to leave her out would point at it.
        let mut found: Vec<PersonIdx> = if self.stage.focus.is_empty() {
            context.people().filter(is_one).collect()
        } else {
            self.stage.focus_children.iter().copied().filter(is_one).collect()
        };
        self.stage.in_order(&mut found);
        found
    }

    /// Is it of childhood: no wish, and no end?
    pub(super) fn is_childhood(&self) -> bool {
        self.parts.iter().any(|it| it.closing_age.is_some() || it.nature == Some(Nature::Childhood))
    }

    /// Greatest length and span over the threads; brothers and sisters alone: 1.
    pub(super) fn sizes(&self) -> (u32, u32) {
        if self.is_event() {
            let n = self.elder_ends().len() as u32;
            return (n, n);
        }
        let most = |of: fn(&Finding) -> u32| self.threads().map(of).max().unwrap_or(1);
        (most(|it| it.length), most(|it| it.span))
    }
}

/// The words of a theme; those of the family's own kinds and of what no catalogue knows are general.
fn words<'c>(catalogue: &'c Catalogue, theme: &Theme) -> Option<&'c Phrases> {
    let own = || catalogue.phrases(phrases::OWN).filter(|_| matches!(theme, Theme::Kind(_)));
    catalogue.phrases(&theme.to_string()).or_else(own)
}

/// Did it come on a day that is not after today?
pub(super) fn is_past(moment: Moment, birth: Option<PartialDate>, today: Date) -> bool {
    if let Moment::On(PartialDate::Exactly(date)) = moment
        && let (Some(_), Some(_)) = (date.month(), today.month())
    {
        return date.as_years() <= today.as_years();
    }
    let first = moment.years(birth).and_then(|years| years.lo);
    first.is_none_or(|year| year <= today.year())
}
