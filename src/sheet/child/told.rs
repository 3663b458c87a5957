//! What a sheet for a child says. It is made of a map of its own, in which everybody is called what the
//! child calls them, and nobody is asked after who is not somebody to a child.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::{Catalogue, StrengthKind};
use crate::i18n::{Message, Texts};
use crate::kinship::{self, Address, Kin, KinWords, Kinship};
use crate::model::{
    Bond, Effect, FamilyMap, Gender, LifeCourse, Name, Party, Person, PersonId, Relation, Said,
    Strength, Support, Supported,
};
use crate::pattern::generations;
use crate::sheet::Wanted;
use crate::sheet::told::{opened, short_kind, shown_map};
use crate::shown::{Hiding, Names};
use crate::telling::{self, Claim, Family, Fullness, Line, MAX_NAMES, People as _, What};

/// So many strengths are read, and so many people help, on one page.
const MOST: usize = 3;

/// A sheet for a child, in words.
#[derive(Debug)]
pub(super) struct Told {
    /// The people of the child, who are called what stands under their circles.
    pub map: FamilyMap,
    /// Whose sheet it is, where it is anybody's.
    pub child: Option<PersonId>,
    /// What the child is called; empty without names.
    pub name: String,
    /// The icon of a strength, and the sentence.
    pub strengths: Vec<(&'static str, String)>,
    pub helpers: Vec<Helper>,
    /// What the child wishes, in its own words; empty when nothing was said.
    pub wish: String,
    /// Who of `map` is not alive any more, as a sentence; empty when all are.
    pub dead: String,
    /// How many people of the family are not among those of the child.
    pub left_out: usize,
}

/// Somebody who helps.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Helper {
    pub icon: &'static str,
    pub name: String,
}

impl Told {
    /// What is told to `child`, who stands on the map; where not everybody is drawn, of those alone who are.
    pub(super) fn of(
        wanted: &Wanted<'_>,
        child: Option<&PersonId>,
        drawn: Option<&BTreeSet<PersonId>>,
    ) -> Self {
        let whole = of_the_child(shown_map(wanted), None).people.len();
        let map = of_the_child(shown_map(wanted), child);
        let words = KinWords::of(
            &map,
            wanted.lang,
            Address::FocusPerson,
            if has_names(wanted.names) { kinship::Names::Shown } else { kinship::Names::Hidden },
        );
        let caller = Caller { wanted, map: &map, words };
        let named = |call: &dyn Fn(&PersonId) -> String| {
            let mut named = map.clone();
            for (id, person) in &mut named.people {
                Arc::make_mut(person).name = Name::called(&call(id));
            }
            named
        };
        let mut in_circles = named(&|id| caller.under(id));
        if child.is_none() {
            // Of a large family the part around the parent is drawn; nobody is called "mama" from there.
            in_circles.focus.clone_from(&wanted.map.focus);
        }
        let mut said = FamilyMap { focus: Vec::new(), ..named(&|id| caller.said(id)) };
        for person in said.people.values_mut() {
            // Of two of a name a card says the year, "oma (1974)"; here no year is read.
            Arc::make_mut(person).birth = None;
        }
        let teller = Teller { wanted, map: &map, said: &said, words: &caller.words, drawn };
        let child = child.filter(|id| map.people.contains_key(*id)).cloned();
        Self {
            name: child.as_ref().map(|id| caller.name(id)).unwrap_or_default(),
            strengths: teller.strengths(),
            helpers: child.as_ref().map(|id| teller.helpers(id)).unwrap_or_default(),
            dead: teller.dead(),
            wish: child.as_ref().map(|id| wish(&map, id)).unwrap_or_default(),
            left_out: whole.saturating_sub(drawn.map_or(map.people.len(), BTreeSet::len)),
            map: in_circles,
            child,
        }
    }
}

/// What the child wishes, each wish told.
fn wish(map: &FamilyMap, child: &PersonId) -> String {
    let wishes = map.person(child).map(|it| it.wishes.as_slice()).unwrap_or_default();
    let said = wishes.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
    said.collect::<Vec<_>>().join(" · ")
}

/// `map` with the child in focus, and without whom a child does not ask after: who was not born, donors,
/// and people who are nobody to it.
fn of_the_child(map: FamilyMap, child: Option<&PersonId>) -> FamilyMap {
    let focus = child.into_iter().cloned().collect();
    let mut map = FamilyMap { focus, ..map };
    for union in map.unions.values_mut().map(Arc::make_mut) {
        union.children.retain(|child| child.bond != Bond::Donor);
        let (children, partners) = (&union.children, &mut union.partners);
        partners.retain(|parent| {
            let is_donor = |bond: Bond| bond == Bond::Donor;
            children.is_empty() || !children.iter().all(|it| is_donor(it.bond_with(parent)))
        });
    }
    let born = |id: &PersonId| {
        map.person(id).is_some_and(|it| it.life == LifeCourse::Born && it.stands_for.is_none())
    };
    let connected = kinship::kin(&map);
    let is_kin = |id: &PersonId| child.is_none() || connected.contains_key(id);
    let people: BTreeSet<PersonId> =
        map.people.keys().filter(|id| born(id) && is_kin(id)).cloned().collect();
    map.part(&people)
}

/// What a child calls people.
struct Caller<'a> {
    wanted: &'a Wanted<'a>,
    map: &'a FamilyMap,
    words: KinWords<'a>,
}

impl Caller<'_> {
    fn texts(&self) -> Texts {
        Texts::new(self.wanted.lang)
    }

    fn name(&self, id: &PersonId) -> String {
        self.map.person(id).map(|it| it.name.short().to_owned()).unwrap_or_default()
    }

    fn is_child(&self, id: &PersonId) -> bool {
        self.words.is_you(id)
    }

    /// "mama", "papa": of the only woman or man who is a parent and no step-parent. A child with two
    /// mothers, or with foster parents, has its own words, and they are not guessed.
    fn parent(&self, id: &PersonId) -> Option<String> {
        let is_parent = |id: &PersonId| {
            let kin = self.words.place(id).map(|place| place.kin);
            matches!(kin, Some(Kin::Ancestor { generations: 1, bond }) if bond != Bond::Step)
        };
        let gender = |id: &PersonId| self.map.person(id).map(|it| it.gender);
        let same = self.map.people.keys().filter(|it| is_parent(it) && gender(it) == gender(id));
        if !is_parent(id) || same.count() != 1 {
            return None;
        }
        match gender(id)? {
            Gender::Woman => Some(self.texts().get("sheet-child-mother")),
            Gender::Man => Some(self.texts().get("sheet-child-father")),
            Gender::NonBinary | Gender::Unknown => None,
        }
    }

    /// Under the circle: "mama", "oma Ria", "Danny". Without a name nothing: there is a line to write it.
    fn under(&self, id: &PersonId) -> String {
        let name = self.name(id);
        if self.is_child(id) {
            let message = Message::new("sheet-child-you").arg("name", &name);
            return if name.is_empty() {
                self.texts().get("sheet-child-just-you")
            } else {
                self.texts().say(&message)
            };
        }
        if self.wanted.names == Names::Off {
            return String::new();
        }
        self.parent(id)
            .or_else(|| self.grandparent(id, &name))
            .unwrap_or_else(|| if self.has_names() { name } else { self.kin_word(id) })
    }

    /// "oma Ria", "oma": also of a great-grandmother, who is no "overgrootoma" to anybody.
    fn grandparent(&self, id: &PersonId, name: &str) -> Option<String> {
        let kin = self.words.place(id)?.kin;
        let title = match (kin, self.map.person(id)?.gender) {
            (Kin::Ancestor { generations: 2.., .. }, Gender::Woman) => "sheet-child-grandmother",
            (Kin::Ancestor { generations: 2.., .. }, Gender::Man) => "sheet-child-grandfather",
            _ => return None,
        };
        // A name that is not known can be written behind it.
        let called = self.texts().say(&Message::new(title).arg("name", name));
        Some(called.trim().to_owned())
    }

    /// "tante", "broer": words that a child uses. "De ex van oma" is none.
    fn kin_word(&self, id: &PersonId) -> String {
        let is_said = self.words.place(id).is_some_and(|place| {
            use Kin::{Ancestor, AuntUncle, Cousin, Descendant, Sibling};
            let kin = place.kin;
            matches!(
                kin,
                Ancestor { .. } | AuntUncle { .. } | Cousin | Descendant { .. } | Sibling(_)
            )
        });
        self.words.word(id).filter(|_| is_said).unwrap_or_default()
    }

    fn has_names(&self) -> bool {
        has_names(self.wanted.names)
    }

    /// In a sentence, also where nothing stands under the circle.
    fn said(&self, id: &PersonId) -> String {
        let name = self.name(id);
        if self.is_child(id) {
            return name;
        }
        let called = self.parent(id).or_else(|| self.grandparent(id, &name));
        called.unwrap_or_else(|| if self.has_names() { name } else { self.kin_word(id) })
    }
}

/// Finds the sentences.
struct Teller<'a> {
    wanted: &'a Wanted<'a>,
    map: &'a FamilyMap,
    /// The same people, called what they are called in a sentence.
    said: &'a FamilyMap,
    words: &'a KinWords<'a>,
    /// Who is drawn, where that is not everybody.
    drawn: Option<&'a BTreeSet<PersonId>>,
}

impl Teller<'_> {
    fn is_drawn(&self, id: &PersonId) -> bool {
        self.drawn.is_none_or(|drawn| drawn.contains(id))
    }

    fn steps(&self, id: &PersonId) -> u32 {
        self.words.place(id).map_or(u32::MAX, |place| place.steps)
    }

    /// Who of those alive has this strength, the nearest first.
    fn strong(&self, kind: &StrengthKind, hiding: &Hiding<'_>) -> Vec<PersonId> {
        let is_told = |it: &Strength| {
            it.kind.as_ref().is_some_and(|own| own.as_str() == kind.id)
                && it.said == Said::Yes
                && it.until.is_none()
                && hiding.strength_untold(it).is_none()
        };
        let called = |id: &PersonId| {
            self.said.person(id).is_some_and(|it| !it.is_dead() && !it.name.short().is_empty())
        };
        let people = self.map.people.iter().filter(|(id, _)| self.is_drawn(id) && called(id));
        let people = people.filter(|(_, person)| person.strengths.iter().any(is_told));
        let mut people: Vec<PersonId> = people.map(|(id, _)| id.clone()).collect();
        if kind.with_children && !self.map.focus.is_empty() {
            people.retain(|id| self.is_parent(id));
        }
        people.sort_by_key(|id| self.steps(id));
        if !has_names(self.wanted.names) {
            // "Oma en oma" says no more than "oma".
            let mut said = BTreeSet::new();
            people.retain(|id| self.said.person(id).is_some_and(|it| said.insert(it.name.short())));
        }
        people.truncate(MAX_NAMES);
        people
    }

    fn is_parent(&self, id: &PersonId) -> bool {
        let kin = self.words.place(id).map(|place| place.kin);
        matches!(kin, Some(Kin::Ancestor { generations: 1, .. }))
    }

    /// "Papa en jij hebben een goede band": to the child it is not one with "the children".
    fn bond(&self, people: &[PersonId], family: &Family<'_>) -> String {
        let texts = Texts::new(self.wanted.lang);
        let called = family.called(people, Fullness::Named);
        let names: Vec<String> = called.into_iter().map(|it| it.name).collect();
        texts.say(&Message::new("sheet-child-bond").arg("who", capital(&names.join(", "))))
    }

    /// "Mama en oma Ria zorgen goed voor anderen": first what is strong in those who are nearest.
    fn strengths(&self) -> Vec<(&'static str, String)> {
        let (catalogue, lang) = (Catalogue::builtin(), self.wanted.lang);
        let opened = opened(self.wanted);
        let hiding = Hiding { map: self.map, catalogue, opened: &opened };
        let kinds = catalogue.strengths().iter().filter(|kind| kind.for_child);
        let kinds = kinds.map(|kind| (kind, self.strong(kind, &hiding)));
        let mut kinds: Vec<_> = kinds.filter(|(_, people)| !people.is_empty()).collect();
        kinds.sort_by_key(|(_, people)| {
            let nearest = people.first().map_or(u32::MAX, |id| self.steps(id));
            (std::cmp::Reverse(people.len().min(2)), nearest)
        });
        let generations: BTreeMap<PersonId, i32> = generations(self.said, &Kinship::of(self.said));
        let names = kinship::Names::Shown;
        let family = Family::new(self.said, lang, names, self.wanted.today, &generations);
        let said = kinds.into_iter().filter_map(|(kind, people)| {
            if kind.with_children && !self.map.focus.is_empty() {
                return Some((kind.icon.as_str(), self.bond(&people, &family)));
            }
            let claims = [Claim::new(Line::Who, What::Has, people)];
            let words = catalogue.phrases(&kind.id)?;
            let card = telling::Card { words, label: None, claims: &claims, first_now: false };
            let said = telling::say(&card, &family, catalogue, lang);
            let sentence = said.lines.into_iter().flat_map(|(_, said)| said).next()?;
            Some((kind.icon.as_str(), sentence))
        });
        said.take(MOST).collect()
    }

    /// "Opa Wim leeft niet meer."
    fn dead(&self) -> String {
        let texts = Texts::new(self.wanted.lang);
        let is_told = |id: &PersonId, it: &Person| it.is_dead() && self.is_drawn(id);
        let dead = self.said.people.iter().filter(|(id, person)| is_told(id, person));
        let dead: Vec<PersonId> = dead.map(|(id, _)| id.clone()).collect();
        let generations = generations(self.said, &Kinship::of(self.said));
        let (lang, today) = (self.wanted.lang, self.wanted.today);
        let family = Family::new(self.said, lang, kinship::Names::Shown, today, &generations);
        let called = family.called(&dead, Fullness::Named);
        let names: Vec<String> = called.into_iter().map(|it| it.name).collect();
        let name = |id: &PersonId| self.said.person(id).map(|it| it.name.short());
        let is_named = dead.iter().all(|id| name(id).is_some_and(|it| !it.is_empty()));
        match dead.len() {
            0 => String::new(),
            n @ 1..=MAX_NAMES if has_names(self.wanted.names) && is_named => {
                let names = capital(&texts.listed(&names));
                texts.say(&Message::new("sheet-child-dead").count("n", n).arg("names", names))
            }
            _ => texts.get("sheet-child-star"),
        }
    }

    /// People first, then others, each known to help the child.
    fn helpers(&self, child: &PersonId) -> Vec<Helper> {
        let people = self.map.relations.values().filter_map(|it| self.who_helps(it, child));
        let mut people: Vec<&PersonId> = people.collect();
        people.sort_by_key(|id| self.steps(id));
        people.dedup();
        let people = people.into_iter().filter_map(|id| {
            let name = capital(self.said.person(id)?.name.short());
            (!name.is_empty()).then_some(Helper { icon: "heart", name })
        });
        let supports = self.map.supports.values().filter(|it| self.is_for(it, child));
        let supports = supports.filter_map(|support| {
            let row = Catalogue::builtin().support(support.kind.as_str())?;
            let kind = support.kind_words(Some(row.words.in_lang(self.wanted.lang)));
            let name = support.name.trim();
            let kind = short_kind(kind.unwrap_or_default(), self.wanted.lang);
            let name = if name.is_empty() { kind } else { name };
            (row.for_child && !name.is_empty())
                .then(|| Helper { icon: row.icon.as_str(), name: name.to_owned() })
        });
        people.chain(supports).take(MOST).collect()
    }

    /// Who helps the child, where a relation says so.
    fn who_helps<'r>(&self, relation: &'r Relation, child: &PersonId) -> Option<&'r PersonId> {
        let row = Catalogue::builtin().relation(relation.kind.as_str())?;
        let opened = opened(self.wanted);
        let hiding = Hiding { map: self.map, catalogue: Catalogue::builtin(), opened: &opened };
        let Party::Person(to) = &relation.to else { return None };
        let other = match (row.is_directed(), *to == *child, relation.from == *child) {
            (_, true, false) => &relation.from,
            (false, false, true) => to,
            _ => return None,
        };
        let is_alive = self.map.person(other).is_some_and(|it| !it.is_dead());
        let goes_on = relation.until.is_none() && !hiding.relation_is_untold(relation);
        (row.for_child && is_alive && goes_on).then_some(other)
    }

    /// Does it help the child, or the home it lives in?
    fn is_for(&self, support: &Support, child: &PersonId) -> bool {
        support.ties.iter().any(|tie| {
            let is_theirs = match &tie.to {
                Supported::Person(id) => id == child,
                Supported::Household(id) => {
                    let home = self.map.households.get(id);
                    home.is_some_and(|home| home.houses(child, self.wanted.today))
                }
            };
            is_theirs && tie.effect == Effect::Helps && !tie.ended && tie.until.is_none()
        })
    }
}

/// Is everybody called by a name, their own or another?
const fn has_names(names: Names) -> bool {
    matches!(names, Names::Shown | Names::Invented)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
