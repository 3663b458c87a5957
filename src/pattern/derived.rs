//! Themes that follow: life areas from their kinds, and what years and unions say.
//!
//! The specification names these themes and leaves their smaller questions open. The answers here,
//! each so that the map never says more than it knows:
//!
//! - *area*: No only when every kind of the area is No.
//! - *young-parent*: children by birth count. Childless and above the limit is No; a child of
//!   unknown age leaves it open unless another decides.
//! - *separated*: a union with an end but no word on how it ended counts when neither partner can
//!   have died by then. No when there are unions of two known partners and all of them lasted.
//! - *lone-parent*: `relatie-alleen` as entered; else Yes for who lives now with an own child under
//!   18 and neither with a partner nor with another parent of that child. Never No by itself.
//! - *placed-out*: `opv-uithuis` as entered, or a foster bond.
//! - *early-death*: living people below the limit are NotYet.
//! - *lost-parent-young*: parents by birth and adoption. No when at least two are known and all
//!   lived until this person was grown up.
//! - *contact*: relations between two people; nobody is ever No.
//! - *partner-with*: No when all partners are known and No.

use std::collections::BTreeMap;

use super::age::SmallAge;
use super::context::Context;
use super::fact::{Facts, RecordNo, Records, Source, Standing, ThemeFacts, age_on};
use super::hear::{Heard, Rules, Voice, earlier, weigh, weigh_all};
use super::theme::{Role, Theme};
use crate::catalogue::{CHILDHOOD_ENDS, Nature};
use crate::kinship::{Bonds, PersonIdx, Rows, UnionIdx};
use crate::model::{
    AgeRange, Bond, Ending, Household, Housemate, KindId, OwnKind, PartialDate, Party, UnionKind,
    age_at,
};
use crate::share;

/// Age from which somebody can have had a partner, as the catalogue has it for separation.
const PARTNER_FROM: i32 = 16;

const GROWN_UP: i32 = CHILDHOOD_ENDS as i32;

/// The life areas, from the facts of their kinds.
pub(super) fn areas(context: &Context<'_>, facts: &mut Facts<'_>) {
    let mut kinds_of: BTreeMap<&str, Vec<&ThemeFacts>> = BTreeMap::new();
    for theme in facts.themes() {
        let Theme::Kind(id) = &theme.theme else { continue };
        let row = context.catalogue.kind(id.as_str()).map(|row| row.area.as_str());
        let own = || context.map.own_kinds.get(id).and_then(OwnKind::area_id);
        if let Some(area) = row.or_else(own) {
            kinds_of.entry(area).or_default().push(theme);
        }
    }
    let areas: Vec<(&str, Vec<&ThemeFacts>)> = kinds_of.into_iter().collect();
    let found = share::given(areas.into_iter(), context.threads(), |(area, kinds)| {
        area_facts(context, KindId::new(area)?, &kinds)
    });
    found.into_iter().flatten().for_each(|theme| facts.add(theme));
}

fn area_facts(context: &Context<'_>, area: KindId, kinds: &[&ThemeFacts]) -> Option<ThemeFacts> {
    let rows = || {
        let rows = context.catalogue.kinds_of(area.as_str());
        rows.filter(|row| row.nature != Nature::Derived)
    };
    let mut voices = Vec::new();
    let mut no_to: Vec<PersonIdx> = Vec::new();
    for kind in kinds {
        let is_row =
            rows().any(|row| Some(row.id.as_str()) == kind.theme.kind().map(KindId::as_str));
        for fact in kind.facts() {
            let standing = if fact.was_maybe { Standing::Maybe } else { fact.standing };
            if standing == Standing::No && is_row {
                no_to.push(fact.person);
            }
            // A No to one kind is no No to the area; it speaks only when all kinds say so.
            let sources = kind.sources(fact).iter().map(|source| Some(*source));
            let voice = Voice {
                person: fact.person,
                standing,
                is_weak: standing == Standing::No,
                has_end: false,
                onset: fact.onset,
                source: None,
            };
            voices.extend(sources.map(|source| Voice { source, ..voice }));
        }
    }
    // Who is No to every kind.
    let all = rows().count();
    no_to.sort_unstable();
    let groups = no_to.chunk_by(|a, b| a == b).filter(|group| group.len() == all);
    let all_no: Vec<PersonIdx> = groups.filter_map(|group| group.first().copied()).collect();
    voices.retain(|voice| {
        voice.standing != Standing::No || all_no.binary_search(&voice.person).is_ok()
    });
    if voices.is_empty() {
        return None;
    }
    let from_age = rows().map(|row| i32::from(row.from_age)).min().unwrap_or(0);
    let rules = Rules { from_age, ..Rules::default() };
    Some(weigh(context, Theme::Area(area), rules, vec![voices]))
}

/// What follows from years, unions, relations and households.
pub(super) fn family<'a>(context: &Context<'a>, facts: &mut Facts<'a>) {
    let settings = context.settings;
    let rules = |from_age: i32, closing_age| Rules { from_age, closing_age, nature: None };
    let young = settings.young_parent_below.into();
    let early = settings.early_death_below.into();
    let themes: [(Theme, Rules, Reader); 6] = [
        (Theme::YoungParent, rules(young, None), young_parents),
        (Theme::Separated, rules(PARTNER_FROM, None), separated),
        (Theme::LoneParent, rules(PARTNER_FROM, None), lone_parents),
        (Theme::PlacedOut, rules(0, Some(GROWN_UP)), placed_out),
        (Theme::EarlyDeath, rules(early, None), early_deaths),
        (Theme::LostParentYoung, rules(GROWN_UP, Some(GROWN_UP)), lost_parents),
    ];
    // Each numbers its records as if they were the next; those of the others come between.
    let next = facts.records_mut().next();
    let read = share::given(themes.into_iter(), context.threads(), |(theme, rules, reader)| {
        let mut records = Records::after(next);
        let voices = reader(context, facts, &mut records);
        (theme, rules, voices, records)
    });
    let mut heard = Vec::new();
    for (theme, rules, mut voices, records) in read {
        let shift = facts.records_mut().next() - next;
        for source in voices.iter_mut().filter_map(|voice| voice.source.as_mut()) {
            *source += if next <= *source { shift } else { 0 };
        }
        facts.records_mut().all.extend(records.all);
        heard.push((theme, rules, vec![voices]));
    }
    let contacts = contacts(context, facts.records_mut()).into_iter();
    heard.extend(contacts.map(|(theme, voices)| (theme, Rules::default(), vec![voices])));
    heard.retain(|(.., voices)| voices.iter().any(|voices| !voices.is_empty()));
    weigh_all(context, facts, heard);
}

/// Reads the voices of one theme off a map of which some facts are known.
type Reader = for<'a> fn(&Context<'a>, &Facts<'a>, &mut Records<'a>) -> Vec<Voice>;

const fn voice(person: PersonIdx, standing: Standing) -> Voice {
    Voice { person, standing, is_weak: false, has_end: false, onset: SmallAge::NONE, source: None }
}

fn young_parents<'a>(
    context: &Context<'a>,
    facts: &Facts<'a>,
    records: &mut Records<'a>,
) -> Vec<Voice> {
    let limit = i32::from(context.settings.young_parent_below);
    // "More children, number unknown" is nobody in particular.
    let people = context.people().filter(|person| !context.is_crowd(*person));
    let derived = people.filter_map(|person| young_parent(context, records, person, limit));
    told_voices(context, facts, &Theme::YoungParent).into_iter().chain(derived).collect()
}

fn young_parent(
    context: &Context<'_>,
    records: &mut Records<'_>,
    person: PersonIdx,
    limit: i32,
) -> Option<Voice> {
    let mut first: Option<(AgeRange, PersonIdx)> = None;
    let (mut children, mut unknown) = (0_u32, 0_u32);
    for link in context.kin.children(person) {
        if link.bond != Bond::Birth || !context.holds_facts(link.person) {
            continue;
        }
        children += 1;
        let born = context.birth(person).zip(context.birth(link.person));
        let Some(age) = born.and_then(|(parent, child)| age_at(parent, child)) else {
            unknown += 1;
            continue;
        };
        first = Some(match first {
            None => (age, link.person),
            Some((other, child)) => {
                let child = if age.hi < other.hi { link.person } else { child };
                (earlier(age, other), child)
            }
        });
    }
    let Some((age, child)) = first else {
        let is_older = context.age_now(person).is_some_and(|age| limit <= age.lo);
        return match children {
            0 => is_older.then(|| voice(person, Standing::No)),
            _ => Some(voice(person, Standing::Unknown)),
        };
    };
    let standing = if age.hi < limit {
        Standing::Yes
    } else if unknown == 0 && limit <= age.lo {
        Standing::No
    } else {
        Standing::Unknown
    };
    let onset = (unknown == 0 || standing == Standing::Yes).then_some(age).into();
    let source = Some(records.add(Source::Birth(child)));
    Some(Voice { onset, source, ..voice(person, standing) })
}

fn separated<'a>(
    context: &Context<'a>,
    facts: &Facts<'a>,
    records: &mut Records<'a>,
) -> Vec<Voice> {
    let mut voices = told_voices(context, facts, &Theme::Separated);
    // Of each union once, in the order in which they lie in memory.
    let unions = (0..context.kin.n_unions()).map(UnionIdx::new);
    let partings: Vec<Parting> = unions.map(|at| parting(context, at)).collect();
    for person in context.people() {
        let (mut lasted, mut doubtful) = (false, false);
        for at in context.kin.unions(person) {
            let Some(parting) = partings.get(at.at()) else { continue };
            match parting {
                Parting::Apart => {
                    let until = context.union(at).and_then(|union| union.until);
                    let onset = age_on(context, person, until).into();
                    let source = Some(records.add(Source::Union(at)));
                    voices.push(Voice { onset, source, ..voice(person, Standing::Yes) });
                }
                Parting::Lasted => lasted = true,
                Parting::Doubtful => doubtful = true,
            }
        }
        if lasted && !doubtful {
            voices.push(voice(person, Standing::No));
        }
    }
    voices
}

/// Did a union end otherwise than by death?
pub(super) fn came_apart(context: &Context<'_>, at: UnionIdx) -> bool {
    matches!(parting(context, at), Parting::Apart)
}

enum Parting {
    Apart,
    Lasted,
    Doubtful,
}

/// How the union ended; one that is not there (there is none) leaves it open.
fn parting(context: &Context<'_>, at: UnionIdx) -> Parting {
    let Some(union) = context.union(at) else { return Parting::Doubtful };
    let partners = || context.kin.partners_of(at);
    match (union.ending, union.until) {
        (Some(Ending::Separated | Ending::Divorced), _) => Parting::Apart,
        _ if partners().count() < 2 => Parting::Doubtful,
        (Some(Ending::Death), _) => Parting::Lasted,
        (None, None) if union.kind == UnionKind::Brief => Parting::Doubtful,
        (None, None) => Parting::Lasted,
        (None, Some(until)) => {
            let survived = partners().all(|partner| match context.death(partner) {
                None => !context.is_dead(partner),
                Some(death) => surely_after(death, until),
            });
            if survived { Parting::Apart } else { Parting::Doubtful }
        }
    }
}

/// Is every year of `late` after every year of `early`?
fn surely_after(late: PartialDate, early: PartialDate) -> bool {
    late.years().lo.zip(early.years().hi).is_some_and(|(late, early)| early < late)
}

/// The voices that a kind of the catalogue already has.
fn voices_of(facts: &Facts<'_>, derived: &Theme) -> Vec<Voice> {
    let theme = derived.entered_kind().and_then(KindId::new).map(Theme::Kind);
    let Some(theme) = theme.and_then(|theme| facts.theme(&theme)) else { return Vec::new() };
    let mut voices = Vec::new();
    for fact in theme.facts() {
        let standing = if fact.was_maybe { Standing::Maybe } else { fact.standing };
        let voice = Voice { onset: fact.onset, ..voice(fact.person, standing) };
        let sources = theme.sources(fact).iter();
        voices.extend(sources.map(|source| Voice { source: Some(*source), ..voice }));
    }
    voices
}

/// As [`voices_of`], of a kind that only cards hear with the derived theme.
fn told_voices(context: &Context<'_>, facts: &Facts<'_>, derived: &Theme) -> Vec<Voice> {
    if context.left_out.is_some() { voices_of(facts, derived) } else { Vec::new() }
}

fn lone_parents<'a>(
    context: &Context<'a>,
    facts: &Facts<'a>,
    records: &mut Records<'a>,
) -> Vec<Voice> {
    let mut voices = voices_of(facts, &Theme::LoneParent);
    for (id, household) in &context.map.households {
        let members = members_now(context, household);
        for &person in members.iter().filter(|person| context.holds_facts(**person)) {
            if is_lone_parent(context, person, &members) {
                let source = Some(records.add(Source::Household(id)));
                voices.push(Voice { is_weak: true, source, ..voice(person, Standing::Yes) });
            }
        }
    }
    voices
}

fn members_now(context: &Context<'_>, household: &Household) -> Vec<PersonIdx> {
    let today = context.today.year();
    let lives_there = |mate: &&Housemate| {
        let came = mate.from.and_then(|from| from.years().lo).is_none_or(|year| year <= today);
        let left = mate.until.and_then(|until| until.years().hi).is_some_and(|year| year <= today);
        came && !left
    };
    let members = household.members.iter().filter(lives_there);
    let mut members: Vec<PersonIdx> =
        members.filter_map(|mate| context.kin.find(&mate.person)).collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// Does `person` live with an own child under 18, and with nobody who is a partner or another
/// parent of that child?
fn is_lone_parent(context: &Context<'_>, person: PersonIdx, members: &[PersonIdx]) -> bool {
    let lives_here = |other: PersonIdx| members.binary_search(&other).is_ok();
    let partner_here = || context.kin.partners(person).any(|(partner, _)| lives_here(partner));
    let alone_with = |child: PersonIdx| {
        let parents = context.kin.parents(child).map(|link| link.person);
        !parents.into_iter().any(|parent| parent != person && lives_here(parent))
    };
    let children = || {
        let links = context.kin.children(person);
        let own = links.filter(|link| Bonds::Family.includes(link.bond));
        own.map(|link| link.person).filter(|child| lives_here(*child))
    };
    let is_small = |child: PersonIdx| {
        context.holds_facts(child) && context.age_now(child).is_some_and(|age| age.hi < GROWN_UP)
    };
    !context.is_dead(person)
        && children().any(|child| is_small(child) && alone_with(child))
        && !partner_here()
}

fn placed_out<'a>(
    context: &Context<'a>,
    facts: &Facts<'a>,
    records: &mut Records<'a>,
) -> Vec<Voice> {
    let mut voices = voices_of(facts, &Theme::PlacedOut);
    for person in context.people() {
        for (at, bond) in context.kin.parent_unions(person) {
            if bond != Bond::Foster {
                continue;
            }
            let child = context.union(at).zip(context.kin.id(person));
            let from = child.and_then(|(union, id)| union.child(id)?.from);
            let onset = age_on(context, person, from).into();
            let source = Some(records.add(Source::Child(at, person)));
            voices.push(Voice { onset, source, ..voice(person, Standing::Yes) });
        }
    }
    voices
}

fn early_deaths<'a>(context: &Context<'a>, _: &Facts<'a>, records: &mut Records<'a>) -> Vec<Voice> {
    let limit = i32::from(context.settings.early_death_below);
    let mut voices = Vec::new();
    for person in context.people() {
        let Some(age) = context.age_now(person) else { continue };
        let is_dead = context.is_dead(person);
        let source = is_dead.then(|| records.add(Source::Death(person)));
        if is_dead && age.hi < limit {
            voices.push(Voice { onset: age.into(), source, ..voice(person, Standing::Yes) });
        } else if limit <= age.lo {
            voices.push(Voice { source, ..voice(person, Standing::No) });
        }
    }
    voices
}

fn lost_parents<'a>(context: &Context<'a>, _: &Facts<'a>, records: &mut Records<'a>) -> Vec<Voice> {
    let mut voices = Vec::new();
    let mut parents: Vec<PersonIdx> = Vec::new();
    for person in context.people() {
        let is_grown_up = context.age_now(person).is_some_and(|age| GROWN_UP <= age.lo);
        let links = context.kin.parents(person).filter(|link| Bonds::Family.includes(link.bond));
        parents.clear();
        parents.extend(links.map(|link| link.person));
        parents.sort_unstable();
        parents.dedup();
        let mut all_lived = 2 <= parents.len() && is_grown_up;
        for &parent in &parents {
            if !context.is_dead(parent) {
                continue;
            }
            let age =
                context.birth(person).zip(context.death(parent)).and_then(|(birth, death)| {
                    let before = surely_after(birth, death).then(|| AgeRange::exactly(0));
                    age_at(birth, death).or(before)
                });
            if let Some(age) = age.filter(|age| age.hi < GROWN_UP) {
                let source = Some(records.add(Source::Death(parent)));
                let onset = age.into();
                voices.push(Voice { onset, source, ..voice(person, Standing::Yes) });
            }
            all_lived &= age.is_some_and(|age| GROWN_UP <= age.lo);
        }
        if all_lived {
            voices.push(voice(person, Standing::No));
        }
    }
    voices
}

fn contacts<'a>(context: &Context<'a>, records: &mut Records<'a>) -> BTreeMap<Theme, Vec<Voice>> {
    let mut found: BTreeMap<Theme, Vec<Voice>> = BTreeMap::new();
    for (id, relation) in &context.map.relations {
        let Party::Person(to) = &relation.to else { continue };
        let row = context.catalogue.relation(relation.kind.as_str());
        let own = row.and_then(|row| KindId::new(&row.id));
        let kind = own.unwrap_or_else(|| relation.kind.clone());
        let directed = row.is_some_and(|row| row.is_directed());
        let roles = if directed { [Role::From, Role::To] } else { [Role::Either; 2] };
        for (person, role) in [&relation.from, to].into_iter().zip(roles) {
            let Some(person) = context.kin.find(person) else { continue };
            if !context.holds_facts(person) {
                continue;
            }
            let onset = age_on(context, person, relation.since).into();
            let source = Some(records.add(Source::Relation(id)));
            let voices = found.entry(Theme::Contact(kind.clone(), role)).or_default();
            voices.push(Voice { onset, source, ..voice(person, Standing::Yes) });
        }
    }
    found
}

/// Who has, or had, a partner with a problem kind.
pub(super) fn partners(context: &Context<'_>, facts: &mut Facts<'_>) {
    // Unions come after all records until they have numbers.
    let first = facts.records_mut().next();
    let kinds = facts.themes().iter().filter(|theme| matches!(theme.theme, Theme::Kind(_)));
    let kinds: Vec<&ThemeFacts> = kinds.collect();
    // Read once for all kinds, and by person: unions lie all over the memory.
    let mut partners: Rows<(PersonIdx, UnionIdx)> = Rows::default();
    context.kin.people().for_each(|person| partners.push_row(context.kin.partners(person)));
    let heard = share::mapped(&kinds, context.threads(), |kind| {
        partner_voices(context, kind, &partners, first)
    });
    // By union: the number of its record, where somebody's partner is said to have anything.
    let mut unions: Vec<Option<RecordNo>> = vec![None; context.kin.n_unions()];
    let mut heard: Vec<Heard> = heard.into_iter().flatten().collect();
    for voice in heard.iter_mut().flat_map(|(.., voices)| voices).flatten() {
        let Some(source) = voice.source.as_mut().filter(|source| first <= **source) else {
            continue;
        };
        let union = UnionIdx::new((*source - first) as usize);
        let Some(number) = unions.get_mut(union.at()) else { continue };
        *source = *number.get_or_insert_with(|| facts.records_mut().add(Source::Union(union)));
    }
    weigh_all(context, facts, heard);
}

/// What the partners of those who are known to a kind say. The record of a union is numbered by its
/// place, from `first` on.
fn partner_voices(
    context: &Context<'_>,
    kind: &ThemeFacts,
    partners: &Rows<(PersonIdx, UnionIdx)>,
    first: RecordNo,
) -> Option<Heard> {
    let mut voices = Vec::new();
    let mut no_of: Vec<(PersonIdx, PersonIdx)> = Vec::new();
    let mut anybody = false;
    for fact in kind.facts() {
        let standing = if fact.was_maybe { Standing::Maybe } else { fact.standing };
        for &(person, union) in partners.row(fact.person.at()) {
            if !context.holds_facts(person) {
                continue;
            }
            match standing {
                Standing::Yes | Standing::Maybe => {
                    anybody = true;
                    let sources = kind.sources(fact).iter().copied();
                    let sources = sources.chain([first + union.at() as RecordNo]);
                    voices.extend(
                        sources.map(|it| Voice { source: Some(it), ..voice(person, standing) }),
                    );
                }
                Standing::No => no_of.push((person, fact.person)),
                Standing::NotYet | Standing::Unknown => {}
            }
        }
    }
    if !anybody {
        return None;
    }
    no_of.sort_unstable();
    for no in no_of.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(person, _)) = no.first() else { continue };
        let all_known = context.kin.unions(person).all(|union| {
            let partner = partners.row(person.at()).iter().find(|(_, of)| *of == union);
            partner.is_some_and(|(partner, _)| no.binary_search(&(person, *partner)).is_ok())
        });
        if all_known {
            voices.push(Voice { is_weak: true, ..voice(person, Standing::No) });
        }
    }
    let theme = Theme::PartnerWith(kind.theme.kind()?.clone());
    let rules = Rules { from_age: PARTNER_FROM, ..Rules::default() };
    Some((theme, rules, vec![voices]))
}
