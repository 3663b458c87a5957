//! Any family map at all, for property tests: every field used, every reference valid.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rode_draad::i18n::Lang;
use rode_draad::model::{
    Age, Agreement, Background, Bond, BondWith, Camera, CardId, Child, Crowd, Date, DrawRules,
    Drawn, Effect, Ending, Entry, EntryId, FamilyMap, Field, FindingId, Gender, Goal, GoalId,
    GoalState, GoingOn, Help, HelpedWith, Household, HouseholdId, Housemate, KindId, Lens,
    LifeCourse, LifePhase, LinesShown, Mark, Moment, Name, Names, NearestPartner, Note, OwnKind,
    PartialDate, Party, Person, PersonId, PinnedAt, Recognised, Relation, RelationId, Reveal, Said,
    SiblingOrder, Sides, SkillLevel, SkillNote, StoryScene, Strength, StrengthId, Support,
    SupportId, SupportTie, Supported, TwinKind, Twins, TwinsId, Union, UnionId, UnionKind,
    ViewState, Vital, Weight, Whose,
};

/// Any valid map of up to ten people.
pub(crate) fn any_map() -> BoxedStrategy<FamilyMap> {
    (1..10_usize, 0..4_usize, 0..3_usize)
        .prop_flat_map(|(n_people, n_supports, n_households)| {
            let world = World { n_people, n_supports, n_households };
            (head(world), members(world), ties(world), rest(world), unread()).prop_map(
                |(head, members, ties, rest, unread)| {
                    let mut map = head;
                    (map.people, map.twins, map.unions) = members;
                    (map.relations, map.households, map.supports) = ties;
                    (map.goals, map.own_kinds, (map.marks, map.cards), map.story, map.view) = rest;
                    number_facts(&mut map);
                    map.unread = unread_in(&map, unread);
                    map
                },
            )
        })
        .boxed()
}

/// Texts, and where they stand among all fields there are.
fn unread() -> impl Strategy<Value = Vec<(Index, String)>> {
    vec((any::<Index>(), text()), 0..4)
}

fn unread_in(map: &FamilyMap, texts: Vec<(Index, String)>) -> BTreeMap<Field, String> {
    let fields = map.fields();
    texts.into_iter().map(|(at, text)| (at.get(&fields).clone(), text)).collect()
}

/// How many of each there are to refer to.
#[derive(Clone, Copy, Debug)]
struct World {
    n_people: usize,
    n_supports: usize,
    n_households: usize,
}

impl World {
    fn person(self) -> impl Strategy<Value = PersonId> + Clone {
        (0..self.n_people).prop_map(person_id)
    }

    fn support(self) -> BoxedStrategy<Option<SupportId>> {
        match self.n_supports {
            0 => Just(None).boxed(),
            n => option::of((0..n).prop_map(support_id)).boxed(),
        }
    }
}

fn person_id(number: usize) -> PersonId {
    PersonId::new(&format!("P{number}")).unwrap()
}

fn support_id(number: usize) -> SupportId {
    SupportId::new(&format!("s{number}")).unwrap()
}

fn household_id(number: usize) -> HouseholdId {
    HouseholdId::new(&format!("h{number}")).unwrap()
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => "[a-zé’'\"\\\\\n\t (),:\\[\\]{}/*#]{0,12}",
        1 => vec(any::<char>(), 0..6).prop_map(String::from_iter),
    ]
    .boxed()
}

fn kind() -> impl Strategy<Value = KindId> + Clone {
    let known =
        select(vec!["geld-schulden", "gebruik-alcohol", "s-zorgzaam", "ef-impuls", "hecht"]);
    prop_oneof![known.prop_map(str::to_owned), "[a-z\"\\\\(é-]{1,9}"]
        .prop_map(|text| KindId::new(&text).unwrap())
}

fn date() -> impl Strategy<Value = Date> + Clone {
    (-9999..=9999, option::of((1..=12_u8, option::of(1..=28_u8)))).prop_map(|(year, rest)| {
        let month = rest.map(|(month, _)| month);
        Date::new(year, month, rest.and_then(|(_, day)| day)).unwrap()
    })
}

fn partial() -> impl Strategy<Value = PartialDate> + Clone {
    prop_oneof![
        date().prop_map(PartialDate::Exactly),
        date().prop_map(PartialDate::About),
        date().prop_map(PartialDate::Before),
        date().prop_map(PartialDate::After),
        (date(), date()).prop_map(|(a, b)| PartialDate::Between(a, b)),
    ]
}

fn when() -> BoxedStrategy<Option<PartialDate>> {
    option::of(partial()).boxed()
}

fn moment() -> BoxedStrategy<Option<Moment>> {
    let age = prop_oneof![
        any::<u8>().prop_map(Age::Exactly),
        any::<u8>().prop_map(Age::About),
        any::<(u8, u8)>().prop_map(|(a, b)| Age::Between(a, b)),
    ];
    let phase = select(vec![LifePhase::Child, LifePhase::Teenager, LifePhase::Later]);
    option::of(prop_oneof![
        partial().prop_map(Moment::On),
        age.prop_map(Moment::AtAge),
        phase.prop_map(Moment::In),
    ])
    .boxed()
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![any::<i16>().prop_map(f64::from), proptest::num::f64::NORMAL]
}

fn said() -> BoxedStrategy<Said> {
    select(vec![Said::Yes, Said::Maybe, Said::No]).boxed()
}

fn note() -> BoxedStrategy<Note> {
    (text(), text(), text(), any::<bool>())
        .prop_map(|(text, according_to, share_with, for_coach)| Note {
            text,
            according_to,
            share_with,
            for_coach,
        })
        .boxed()
}

/// The ids are given out afterwards, by [`number_facts`].
fn entry(world: World) -> BoxedStrategy<Entry> {
    let facts = (kind(), text(), said(), moment(), moment());
    let going_on = select(vec![GoingOn::Now, GoingOn::Before, GoingOn::Unknown]);
    let weight = option::of(select(vec![Weight::Little, Weight::Much]));
    let told = (going_on, weight, text(), world.support(), text());
    let shown = (option::of(any::<bool>()), any::<bool>(), option::of(1..=3_u8));
    (facts, told, shown)
        .prop_map(|(facts, told, (sensitive, not_today, priority))| {
            let (kind, words, said, since, until) = facts;
            let (going_on, weight, helped, support, according_to) = told;
            Entry {
                words,
                said,
                since,
                until,
                going_on,
                weight,
                helped,
                support,
                according_to,
                sensitive,
                not_today,
                priority,
                ..Entry::new(EntryId::new("e").unwrap(), kind)
            }
        })
        .boxed()
}

/// The ids are given out afterwards, by [`number_facts`].
fn strength() -> BoxedStrategy<Strength> {
    let helped = prop_oneof![
        kind().prop_map(HelpedWith::Kind),
        (0..9_u8).prop_map(|n| HelpedWith::Entry(EntryId::new(&format!("e{n}")).unwrap())),
    ];
    (option::of(kind()), text(), said(), moment(), moment(), vec(helped, 0..3), text())
        .prop_map(|(kind, words, said, since, until, helped_with, according_to)| Strength {
            id: StrengthId::new("k").unwrap(),
            kind,
            words,
            said,
            since,
            until,
            helped_with,
            according_to,
        })
        .boxed()
}

fn number_facts(map: &mut FamilyMap) {
    let (mut next_entry, mut next_strength) = (0, 0);
    let mut entries = |entries: &mut Vec<Entry>| {
        for entry in entries {
            entry.id = EntryId::new(&format!("e{next_entry}")).unwrap();
            next_entry += 1;
        }
    };
    map.people.values_mut().for_each(|p| entries(&mut Arc::make_mut(p).entries));
    map.unions.values_mut().for_each(|u| entries(&mut Arc::make_mut(u).entries));
    map.relations.values_mut().for_each(|r| entries(&mut Arc::make_mut(r).entries));
    map.households.values_mut().for_each(|h| entries(&mut Arc::make_mut(h).entries));
    let mut strengths = |strengths: &mut Vec<Strength>| {
        for strength in strengths {
            strength.id = StrengthId::new(&format!("k{next_strength}")).unwrap();
            next_strength += 1;
        }
    };
    map.people.values_mut().for_each(|p| strengths(&mut Arc::make_mut(p).strengths));
    map.unions.values_mut().for_each(|u| strengths(&mut Arc::make_mut(u).strengths));
    map.households.values_mut().for_each(|h| strengths(&mut Arc::make_mut(h).strengths));
}

fn head(world: World) -> BoxedStrategy<FamilyMap> {
    let agreement = (text(), text(), option::of(date())).prop_map(|(text, with, on)| Agreement {
        text,
        with,
        on,
    });
    let said = (text(), text(), text(), select(Lang::ALL.to_vec()), any::<bool>());
    let dates = (option::of(date()), option::of(date()), vec(agreement, 0..3));
    (said, dates, vec(world.person(), 0..3), any::<u64>())
        .prop_map(
            |(
                (title, wish, dream, lang, fictional),
                (today, throw_away, agreements),
                focus,
                next_id,
            )| {
                let facts = FamilyMap {
                    title,
                    wish,
                    dream,
                    lang,
                    fictional,
                    today,
                    ..FamilyMap::default()
                };
                FamilyMap { throw_away, agreements, focus, next_id, ..facts }
            },
        )
        .boxed()
}

fn name() -> BoxedStrategy<Name> {
    (text(), text(), text(), text(), text(), text())
        .prop_map(|(given, call, prefix, family, birth, other)| Name {
            given,
            call,
            prefix,
            family,
            birth,
            other,
        })
        .boxed()
}

fn person(world: World) -> BoxedStrategy<Person> {
    let gender = select(vec![Gender::Woman, Gender::Man, Gender::NonBinary, Gender::Unknown]);
    let life = select(vec![
        LifeCourse::Born,
        LifeCourse::Pregnancy,
        LifeCourse::Miscarriage,
        LifeCourse::Stillbirth,
        LifeCourse::Abortion,
    ]);
    let vital = prop_oneof![Just(Vital::Living), when().prop_map(Vital::Dead)];
    let crowd = option::of(option::of(any::<u16>()).prop_map(|count| Crowd { count }));
    let level = select(vec![SkillLevel::GoesWell, SkillLevel::Varies, SkillLevel::Hard]);
    let skill = (kind(), level, text()).prop_map(|(skill, level, according_to)| SkillNote {
        skill,
        level,
        according_to,
    });
    let lists = (vec(entry(world), 0..4), vec(strength(), 0..3), vec(skill, 0..2));
    let background = (text(), text(), text(), text(), text()).prop_map(
        |(cause_of_death, origin, language, faith, work)| Background {
            cause_of_death,
            origin,
            language,
            faith,
            work,
        },
    );
    let words = (vec(text(), 0..2), background, vec(note(), 0..2));
    (name(), gender, life, when(), vital, crowd, lists, words)
        .prop_map(|(name, gender, life, birth, vital, stands_for, lists, words)| {
            let (wishes, background, notes) = words;
            let (entries, strengths, skills) = lists;
            let facts = Person { name, gender, life, birth, vital, ..Person::default() };
            Person { stands_for, entries, strengths, skills, wishes, background, notes, ..facts }
        })
        .boxed()
}

type Members =
    (BTreeMap<PersonId, Arc<Person>>, BTreeMap<TwinsId, Twins>, BTreeMap<UnionId, Arc<Union>>);

fn members(world: World) -> BoxedStrategy<Members> {
    let twin_kind = select(vec![TwinKind::Identical, TwinKind::Fraternal, TwinKind::Unknown]);
    let births = vec(0..4_usize, world.n_people);
    let unions = vec((union_facts(world), family(world)), 0..6);
    (vec(person(world), world.n_people), births, vec(twin_kind, 3), unions)
        .prop_map(|(people, births, twin_kinds, unions)| {
            let people =
                people.into_iter().enumerate().map(|(n, p)| (person_id(n), Arc::new(p))).collect();
            let mut twins: BTreeMap<TwinsId, Twins> = BTreeMap::new();
            // Birth 3 stands for: born alone.
            for (person, birth) in births.into_iter().enumerate().filter(|(_, birth)| *birth < 3) {
                let id = TwinsId::new(&format!("t{birth}")).unwrap();
                let born = twins.entry(id).or_default();
                born.kind = twin_kinds[birth];
                born.people.insert(person_id(person));
            }
            let unions =
                unions.into_iter().enumerate().map(|(n, (facts, (partners, children)))| {
                    let id = UnionId::new(&format!("u{n}")).unwrap();
                    (id, Arc::new(Union { partners, children, ..facts }))
                });
            (people, twins, unions.collect())
        })
        .boxed()
}

/// Partners and children. A child has a higher number than its parents, so nobody can be their
/// own ancestor.
fn family(world: World) -> BoxedStrategy<(Vec<PersonId>, Vec<Child>)> {
    let bond = (select(Bond::ALL.to_vec()), when(), when());
    let people = btree_set(0..world.n_people, 0..6);
    (people, 0..3_usize, vec(bond, 6), any::<bool>())
        .prop_map(|(people, n_partners, bonds, flipped)| {
            let people: Vec<usize> = people.into_iter().collect();
            let (parents, young) = people.split_at(n_partners.min(people.len()));
            let mut parents: Vec<PersonId> = parents.iter().copied().map(person_id).collect();
            if flipped {
                parents.reverse();
            }
            let child = |(number, (bond, from, until)): (&usize, (Bond, _, _))| {
                let own = (number % 4 == 0).then(|| parents.last().cloned()).flatten();
                let own = own.map(|parent| (parent, BondWith { bond: Bond::Adopted, from, until }));
                Child {
                    person: person_id(*number),
                    bond,
                    from,
                    until,
                    with: own.into_iter().collect(),
                }
            };
            let children = young.iter().zip(bonds).map(child).collect();
            (parents, children)
        })
        .boxed()
}

fn union_facts(world: World) -> BoxedStrategy<Union> {
    let ending = option::of(select(vec![Ending::Separated, Ending::Divorced, Ending::Death]));
    let dates = (when(), when(), when());
    let lists = (vec(entry(world), 0..2), vec(strength(), 0..2), vec(note(), 0..2));
    (select(UnionKind::ALL.to_vec()), ending, dates, lists)
        .prop_map(|(kind, ending, (from, until, together_again), (entries, strengths, notes))| {
            let facts = Union { kind, ending, from, until, together_again, ..Union::default() };
            Union { entries, strengths, notes, ..facts }
        })
        .boxed()
}

type Ties = (
    BTreeMap<RelationId, Arc<Relation>>,
    BTreeMap<HouseholdId, Arc<Household>>,
    BTreeMap<SupportId, Arc<Support>>,
);

fn ties(world: World) -> BoxedStrategy<Ties> {
    let supports = vec(support(world), world.n_supports);
    let households = vec(household(world), world.n_households);
    (vec(relation(world), 0..4), households, supports)
        .prop_map(|(relations, households, supports)| {
            let relations = relations.into_iter().enumerate();
            let relation_id = |n| RelationId::new(&format!("r{n}")).unwrap();
            let households = households.into_iter().enumerate();
            let supports = supports.into_iter().enumerate();
            (
                relations.map(|(n, it)| (relation_id(n), Arc::new(it))).collect(),
                households.map(|(n, it)| (household_id(n), Arc::new(it))).collect(),
                supports.map(|(n, it)| (support_id(n), Arc::new(it))).collect(),
            )
        })
        .boxed()
}

fn relation(world: World) -> BoxedStrategy<Relation> {
    let to = (world.person(), world.support())
        .prop_map(|(person, support)| support.map_or(Party::Person(person), Party::Support));
    let lists = (vec(entry(world), 0..2), vec(note(), 0..2));
    let told = (text(), option::of(any::<bool>()));
    (world.person(), to, kind(), when(), when(), told, lists)
        .prop_map(|(from, to, kind, since, until, (according_to, sensitive), (entries, notes))| {
            Relation { from, to, kind, since, until, according_to, sensitive, entries, notes }
        })
        .boxed()
}

fn household(world: World) -> BoxedStrategy<Household> {
    let member = (world.person(), when(), when()).prop_map(|(person, from, until)| Housemate {
        person,
        from,
        until,
    });
    let lists = (vec(entry(world), 0..2), vec(strength(), 0..2), vec(note(), 0..2));
    (text(), (when(), when()), vec(member, 0..4), lists)
        .prop_map(|(name, (from, until), members, lists)| {
            let (entries, strengths, notes) = lists;
            Household { name, from, until, members, entries, strengths, notes }
        })
        .boxed()
}

fn support(world: World) -> BoxedStrategy<Support> {
    let to = (world.person(), any::<Index>(), any::<bool>()).prop_map(move |(person, at, home)| {
        if home && 0 < world.n_households {
            Supported::Household(household_id(at.index(world.n_households)))
        } else {
            Supported::Person(person)
        }
    });
    let effect = select(vec![Effect::Helps, Effect::Costs, Effect::Both]);
    let tie =
        (to, effect, btree_set(select(Help::ALL.to_vec()), 0..3), when(), when(), any::<bool>())
            .prop_map(|(to, effect, help, from, until, ended)| SupportTie {
                to,
                effect,
                help,
                from,
                until,
                ended,
            });
    (kind(), text(), text(), vec(kind(), 0..3), vec(tie, 0..3), vec(note(), 0..2))
        .prop_map(|(kind, name, words, areas, ties, notes)| Support {
            kind,
            name,
            words,
            areas,
            ties,
            notes,
        })
        .boxed()
}

type Rest = (
    BTreeMap<GoalId, Arc<Goal>>,
    BTreeMap<KindId, OwnKind>,
    (BTreeMap<FindingId, Mark>, BTreeMap<CardId, Mark>),
    Vec<StoryScene>,
    ViewState,
);

fn rest(world: World) -> BoxedStrategy<Rest> {
    let own_kind = (kind(), text(), option::of(kind()))
        .prop_map(|(kind, label, area)| (kind, OwnKind { label, area }));
    let answer = select(vec![Recognised::Yes, Recognised::No, Recognised::DontKnow]);
    let mark = (option::of(answer), option::of(1..=3_u8), any::<bool>(), text()).prop_map(
        |(recognised, pin, dismissed, comment)| Mark { recognised, pin, dismissed, comment },
    );
    let marks = proptest::collection::btree_map(finding(), mark.clone(), 0..3);
    let cards = proptest::collection::btree_map(card(), mark, 0..3);
    let own_kinds = vec(own_kind, 0..3).prop_map(|kinds| kinds.into_iter().collect());
    let goals = vec(goal(world), 0..3).prop_map(|goals| {
        let goal_id = |n| GoalId::new(&format!("g{n}")).unwrap();
        goals.into_iter().enumerate().map(|(n, it)| (goal_id(n), Arc::new(it))).collect()
    });
    (goals, own_kinds, (marks, cards), vec(scene(world), 0..3), view(world)).boxed()
}

fn finding() -> BoxedStrategy<FindingId> {
    "[a-z]{1,4}:[A-Z0-9:]{1,9}".prop_map(|text| FindingId::new(&text).unwrap()).boxed()
}

fn card() -> BoxedStrategy<CardId> {
    let id = prop_oneof![Just("geld-schulden"), Just("strong(ef-tijd)"), Just("contact(cut-off)")];
    id.prop_map(|text| CardId::new(text).unwrap()).boxed()
}

fn goal(world: World) -> BoxedStrategy<Goal> {
    let whose = (option::of(world.person()), any::<Index>()).prop_map(move |(person, at)| {
        match (person, world.n_households) {
            (Some(person), _) => Whose::Person(person),
            (None, 0) => Whose::Family,
            (None, n) => Whose::Household(household_id(at.index(n))),
        }
    });
    let answers = vec((0..9_u8).prop_map(|n| EntryId::new(&format!("e{n}")).unwrap()), 0..3);
    let state = select(vec![GoalState::Open, GoalState::Reached, GoalState::LetGo]);
    let words = (text(), text(), text());
    let dates = (when(), option::of(date()), option::of(date()));
    (
        words,
        dates,
        vec(world.support(), 0..3).prop_map(|all| all.into_iter().flatten().collect()),
        answers,
        whose,
        state,
    )
        .prop_map(
            |(
                (text, first_step, helper),
                (by, set_on, closed_on),
                supports,
                answers,
                whose,
                state,
            )| {
                Goal {
                    text,
                    first_step,
                    by,
                    helper,
                    supports,
                    answers,
                    whose,
                    state,
                    set_on,
                    closed_on,
                }
            },
        )
        .boxed()
}

fn scene(world: World) -> BoxedStrategy<StoryScene> {
    let camera =
        (number(), number(), 0.01..100.0_f64).prop_map(|(x, y, zoom)| Camera { x, y, zoom });
    let people = btree_set(world.person(), 0..4);
    let lens = select(vec![Lens::Map, Lens::Lifelines]);
    let names = select(vec![Names::Shown, Names::Kin, Names::Invented, Names::Off]);
    let reveal = (text(), vec(card(), 0..3)).prop_map(|(text, cards)| Reveal { text, cards });
    let words = (text(), text(), text(), text());
    let shown = (people, vec(card(), 0..3), vec(finding(), 0..3), option::of(camera));
    let how = (lens, option::of(1900..2030_i32), option::of(names), option::of(1..=240_u8));
    (words, shown, how, option::of(reveal))
        .prop_map(|(words, (people, cards, findings, camera), how, guess)| {
            let ((title, text, notes, trap), (lens, year, names, minutes)) = (words, how);
            StoryScene {
                title,
                text,
                people,
                cards,
                findings,
                camera,
                lens,
                year,
                names,
                guess,
                notes,
                trap,
                minutes,
            }
        })
        .boxed()
}

fn view(world: World) -> BoxedStrategy<ViewState> {
    let pins = proptest::collection::btree_map(
        world.person(),
        number().prop_map(|x| PinnedAt { x }),
        0..4,
    );
    let folded = btree_set(world.person(), 0..3);
    let hidden = vec(kind(), 0..3).prop_map(BTreeSet::from_iter);
    let seen = proptest::collection::btree_map(world.person(), number(), 0..4);
    let strands = option::of(vec(card(), 0..3));
    let lines = vec![LinesShown::None, LinesShown::OfSelected, LinesShown::All];
    let chosen = (rules(), option::of(select(lines)));
    (pins, hidden, folded, strands, vec(kind(), 0..3), chosen, seen)
        .prop_map(|(pins, hidden, folded, strands, digits, (rules, lines), seen)| ViewState {
            pins,
            hidden,
            folded,
            strands,
            digits,
            rules,
            lines,
            seen,
        })
        .boxed()
}

fn rules() -> impl Strategy<Value = DrawRules> {
    let nearest = prop_oneof![Just(NearestPartner::Current), Just(NearestPartner::First)];
    let sides = prop_oneof![Just(Sides::ManLeft), Just(Sides::Free)];
    let siblings = prop_oneof![
        Just(SiblingOrder::Age),
        Just(SiblingOrder::StrictlyAge),
        Just(SiblingOrder::Free)
    ];
    let drawn = prop_oneof![Just(Drawn::Everybody), Just(Drawn::Bloodline)];
    (nearest, sides, siblings, drawn).prop_map(|(nearest, sides, siblings, drawn)| DrawRules {
        nearest,
        sides,
        siblings,
        drawn,
    })
}
