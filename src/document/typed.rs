//! The smart name field: `Piet 1983 m ex2010` is a name, a birth, a gender and the end of a union.
//!
//! What is not understood is part of the name; nothing that was typed is lost.

use std::collections::BTreeSet;

use super::writing::carried_out_or_kept;
use super::{Command, Document, PersonEdit, Refusal, UnionEdit, VisitId};
use crate::i18n::Message;
use crate::model::{
    Bond, Child, Ending, FamilyMap, Gender, LifeCourse, Name, PartialDate, PersonId, TwinKind,
    Twins, UnionId, Vital,
};

/// What a line in the name field says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The name, without everything else.
    pub name: String,
    /// `m`, `v`/`w`/`f`, `x`.
    pub gender: Option<Gender>,
    /// `1983`, `±1955`, `<1960`, `12-3-1979`.
    pub birth: Option<PartialDate>,
    /// `†`, `†1999`, `1958-2011`.
    pub vital: Option<Vital>,
    /// `zwanger`, `expecting`.
    pub life: Option<LifeCourse>,
    /// `ex`, `ex2010`: the union with the person one came from ended, maybe then.
    pub ended: Option<Option<PartialDate>>,
    /// `pleeg`, `adopt`.
    pub bond: Option<Bond>,
    /// `2ling`, `twin`.
    pub twin: bool,
    /// `?`: nothing is known, and that is said.
    pub unknown: bool,
}

impl Typed {
    /// Reads a line. Words are taken one by one; the first word that means nothing special begins
    /// the name, and words that mean nothing special stay in it, in their order.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut typed = Self::default();
        let mut name: Vec<&str> = Vec::new();
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let year_next = words.peek().filter(|next| is_year(next));
            if let Some(year) = year_next
                && let Some(mark) = doubt(word)
            {
                typed.birth = PartialDate::from_typed(&format!("{mark}{year}"));
                words.next();
            } else if !typed.take(word, !name.is_empty()) {
                name.push(word);
            }
        }
        typed.name = name.join(" ");
        typed
    }

    /// Takes `word` in if it means something; a single letter does only after a name.
    #[expect(clippy::fn_params_excessive_bools, reason = "a fact about what was read so far")]
    fn take(&mut self, word: &str, has_name: bool) -> bool {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "m" if has_name => self.gender = Some(Gender::Man),
            "v" | "w" | "f" | "vr" if has_name => self.gender = Some(Gender::Woman),
            "x" | "nb" if has_name => self.gender = Some(Gender::NonBinary),
            "?" => self.unknown = true,
            "pleeg" | "pleegkind" | "foster" => self.bond = Some(Bond::Foster),
            "adopt" | "adoptie" | "geadopteerd" | "adopted" => self.bond = Some(Bond::Adopted),
            "2ling" | "tweeling" | "twin" | "twins" => self.twin = true,
            "zwanger" | "verwacht" | "expecting" | "pregnant" => {
                self.life = Some(LifeCourse::Pregnancy);
            }
            "ex" if has_name => self.ended = Some(None),
            "†" | "✝" | "overleden" => self.vital = Some(Vital::Dead(None)),
            other => return self.take_date(other),
        }
        true
    }

    fn take_date(&mut self, word: &str) -> bool {
        if let Some(date) = word.strip_prefix("ex").and_then(dated) {
            self.ended = Some(Some(date));
        } else if let Some(date) = ["†", "✝", "+"].iter().find_map(|it| word.strip_prefix(it)) {
            let Some(date) = dated(date) else { return false };
            self.vital = Some(Vital::Dead(Some(date)));
        } else if let Some((born, died)) = word.split_once(['-', '–'])
            && let (Some(born), Some(died)) = (lone_year(born), lone_year(died))
        {
            self.birth = Some(born);
            self.vital = Some(Vital::Dead(Some(died)));
        } else if let Some(date) = dated(word) {
            self.birth = Some(date);
        } else {
            return false;
        }
        true
    }

    /// What was understood besides the name, one message for each chip.
    #[must_use]
    pub fn chips(&self) -> Vec<Message> {
        let mut chips = Vec::new();
        if let Some(gender) = self.gender {
            chips.push(Message::new(match gender {
                Gender::Woman => "gender-woman",
                Gender::Man => "gender-man",
                Gender::NonBinary => "gender-non-binary",
                Gender::Unknown => "gender-unknown",
            }));
        }
        if let Some(birth) = self.birth {
            let expected = self.life == Some(LifeCourse::Pregnancy);
            let message = Message::new(if expected { "typed-expected" } else { "typed-born" });
            chips.push(message.arg("date", birth));
        } else if self.life == Some(LifeCourse::Pregnancy) {
            chips.push(Message::new("life-pregnancy"));
        }
        match self.vital {
            Some(Vital::Dead(Some(date))) => {
                chips.push(Message::new("typed-died").arg("date", date));
            }
            Some(Vital::Dead(None)) => chips.push(Message::new("person-dead")),
            Some(Vital::Living) | None => {}
        }
        match self.ended {
            Some(Some(date)) => chips.push(Message::new("typed-ended-in").arg("date", date)),
            Some(None) => chips.push(Message::new("typed-ended")),
            None => {}
        }
        match self.bond {
            Some(Bond::Foster) => chips.push(Message::new("bond-foster")),
            Some(Bond::Adopted) => chips.push(Message::new("bond-adopted")),
            Some(Bond::Birth | Bond::Step | Bond::Guardian | Bond::Donor) | None => {}
        }
        if self.twin {
            chips.push(Message::new("typed-twin"));
        }
        if self.unknown {
            chips.push(Message::new("typed-unknown"));
        }
        chips
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn lone_year(word: &str) -> Option<PartialDate> {
    is_year(word).then(|| PartialDate::from_typed(word)).flatten()
}

/// A date with a year in it; a bare small number is no date.
fn dated(word: &str) -> Option<PartialDate> {
    let starts = word.chars().next().is_some_and(|c| c.is_ascii_digit() || "±~<>".contains(c));
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    (starts && 4 <= digits).then(|| PartialDate::from_typed(word)).flatten()
}

/// The sign for a word that makes the year after it vague.
fn doubt(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "ca" | "ca." | "rond" | "about" | "±" | "~" => Some("±"),
        "voor" | "vóór" | "before" | "<" => Some("<"),
        "na" | "after" | ">" => Some(">"),
        _ => None,
    }
}

impl Document {
    /// Writes what `typed` says about `person`, who was added from `origin` (a partner, a brother
    /// or sister), as one step. What it does not say stays as it is.
    ///
    /// # Errors
    ///
    /// Refuses when the person is gone or the dates cannot be.
    pub fn set_typed(
        &mut self,
        person: &PersonId,
        origin: Option<&PersonId>,
        typed: &Typed,
    ) -> Result<(), Refusal> {
        let commands = self.typed_commands(&self.shared_map(), person, origin, typed)?;
        self.execute_all(Message::new("edit-name"), commands)
    }

    /// What makes `map` say what `typed` says about `person`.
    fn typed_commands(
        &mut self,
        map: &FamilyMap,
        person: &PersonId,
        origin: Option<&PersonId>,
        typed: &Typed,
    ) -> Result<Vec<Command>, Refusal> {
        let Some(now) = map.person(person) else { return Err(Refusal::Gone(person.to_string())) };
        let mut commands = Vec::new();
        let mut edit = |edit| commands.push(Command::EditPerson(person.clone(), edit));
        if !typed.name.is_empty() && typed.name != now.name.full() {
            let birth = now.name.birth.clone();
            edit(PersonEdit::Name(Name { birth, ..Name::from_typed(&typed.name) }));
        }
        if let Some(life) = typed.life {
            edit(PersonEdit::Life(life));
        }
        if let Some(gender) = typed.gender {
            edit(PersonEdit::Gender(gender));
        }
        if let Some(birth) = typed.birth {
            edit(PersonEdit::Birth(Some(birth)));
        }
        if let Some(vital) = typed.vital {
            edit(PersonEdit::Vital(vital));
        }
        if let (Some(until), Some(union)) = (typed.ended, union_with(map, person, origin)) {
            let end = UnionEdit::End(Some(Ending::Divorced), until);
            commands.push(Command::EditUnion(union, end));
        }
        if let (Some(bond), Some((home, union))) = (typed.bond, map.home_union(person)) {
            let old = union.child(person).cloned();
            let child = old.unwrap_or_else(|| Child::by_birth(person.clone()));
            commands.push(Command::PutChild(home.clone(), Child { bond, ..child }));
        }
        if typed.twin
            && map.twins_of(person).is_none()
            && let Some(other) = twin_of(map, person, origin)
        {
            commands.push(self.twins_command(map, person, other));
        }
        Ok(commands)
    }

    /// The same while the line is being typed in `visit`: what an earlier keystroke said is
    /// forgotten, and what cannot be is kept as text.
    ///
    /// # Errors
    ///
    /// Refuses when the person is gone.
    pub fn set_typed_in_visit(
        &mut self,
        visit: VisitId,
        person: &PersonId,
        origin: Option<&PersonId>,
        typed: &Typed,
    ) -> Result<(), Refusal> {
        let base = self.visit_base(visit).clone();
        let commands = self.typed_commands(&base, person, origin, typed)?;
        let map = carried_out_or_kept(&base, commands)?;
        self.put_in_visit(visit, Message::new("edit-name"), map);
        Ok(())
    }

    fn twins_command(&mut self, map: &FamilyMap, person: &PersonId, other: PersonId) -> Command {
        let known = map.twins_of(&other).map(|(id, twins)| (id.clone(), twins.clone()));
        let (id, mut twins) = known.unwrap_or_else(|| {
            let people = BTreeSet::from([other]);
            (self.new_twins_id(), Twins { kind: TwinKind::Unknown, people })
        });
        twins.people.insert(person.clone());
        Command::PutTwins(id, twins)
    }
}

/// The union that `person` and `origin` share; without an origin the only one there is.
fn union_with(map: &FamilyMap, person: &PersonId, origin: Option<&PersonId>) -> Option<UnionId> {
    let shared = |origin: &PersonId| {
        map.unions_of(person).find(|(_, union)| union.partners.contains(origin)).map(|(id, _)| id)
    };
    let mut all = map.unions_of(person).map(|(id, _)| id);
    let only = all.next().filter(|_| all.next().is_none());
    origin.and_then(shared).or(only).cloned()
}

/// With whom `person` is born: `origin` if they are brothers or sisters, else the child that was
/// put down just before.
fn twin_of(map: &FamilyMap, person: &PersonId, origin: Option<&PersonId>) -> Option<PersonId> {
    let (_, union) = map.home_union(person)?;
    if let Some(origin) = origin
        && origin != person
        && union.child(origin).is_some()
    {
        return Some(origin.clone());
    }
    let before = union.children.iter().take_while(|child| child.person != *person);
    before.last().map(|child| child.person.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;
    use crate::document::ChildOf;
    use crate::model::Person;

    #[expect(clippy::needless_pass_by_value, reason = "each call makes its own")]
    fn check(text: &str, name: &str, rest: Typed) {
        let expected = Typed { name: name.to_owned(), ..rest };
        assert_eq!(Typed::read(text), expected, "{text:?}");
    }

    fn year(text: &str) -> Option<PartialDate> {
        PartialDate::from_typed(text)
    }

    #[test]
    fn the_line_of_the_table_is_understood() {
        let none = Typed::default;
        check("Piet", "Piet", none());
        check(
            "Piet 1983 m ex2010",
            "Piet",
            Typed {
                birth: year("1983"),
                gender: Some(Gender::Man),
                ended: Some(year("2010")),
                ..none()
            },
        );
        check(
            "Ans ±1955 v",
            "Ans",
            Typed { birth: year("±1955"), gender: Some(Gender::Woman), ..none() },
        );
        check("Kees <1960", "Kees", Typed { birth: year("<1960"), ..none() });
        check("Opa †1999", "Opa", Typed { vital: Some(Vital::Dead(year("1999"))), ..none() });
        check(
            "Jan 1958-2011",
            "Jan",
            Typed { birth: year("1958"), vital: Some(Vital::Dead(year("2011"))), ..none() },
        );
        check("?", "", Typed { unknown: true, ..none() });
        check("Sem pleeg", "Sem", Typed { bond: Some(Bond::Foster), ..none() });
        check("Sem adopt", "Sem", Typed { bond: Some(Bond::Adopted), ..none() });
        check("Sem 2ling", "Sem", Typed { twin: true, ..none() });
        let pregnancy = Some(LifeCourse::Pregnancy);
        check("zwanger 2027", "", Typed { life: pregnancy, birth: year("2027"), ..none() });
        check("Kim ca 1955", "Kim", Typed { birth: year("±1955"), ..none() });
        check("Kim before 1955", "Kim", Typed { birth: year("<1955"), ..none() });
    }

    #[test]
    fn names_stay_whole() {
        for name in ["Jo van der Berg", "Ex Libris", "M Jansen", "Anna 3", "J. de Wit-Bos", "Na Li"]
        {
            check(name, name, Typed::default());
        }
        check(
            "Jo van der Berg 1980 v",
            "Jo van der Berg",
            Typed { birth: year("1980"), gender: Some(Gender::Woman), ..Typed::default() },
        );
    }

    #[test]
    fn chips_say_what_was_understood() {
        let chips = Typed::read("Piet 1983 m ex2010 †").chips();
        let ids: Vec<&str> = chips.iter().map(|chip| chip.id).collect();
        assert_eq!(ids, ["gender-man", "typed-born", "person-dead", "typed-ended-in"]);
        assert!(Typed::read("Piet").chips().is_empty(), "a name needs no chip");
    }

    fn alone() -> (Document, PersonId) {
        let mut document = Document::new(FamilyMap::default());
        let anna = document.new_person_id();
        let add = Command::AddPerson(anna.clone(), Box::default());
        document.execute(add).expect("an empty map takes anybody");
        (document, anna)
    }

    #[test]
    fn an_ex_ends_the_union_one_came_from() {
        let (mut document, anna) = alone();
        let (piet, union) = document.add_partner(&anna, Person::default()).expect("Anna is there");
        document.set_typed(&piet, Some(&anna), &Typed::read("Piet 1983 m ex2010")).expect("fine");
        let union = document.map().union(&union).expect("still there");
        assert_eq!((union.ending, union.until), (Some(Ending::Divorced), year("2010")));
        assert_eq!(document.map().person(&piet).map(|it| it.gender), Some(Gender::Man));
        document.undo();
        assert!(document.map().person(&piet).is_some_and(|it| it.name.is_empty()), "one step");
    }

    #[test]
    fn a_twin_is_the_twin_of_the_one_before() {
        let (mut document, anna) = alone();
        let of = ChildOf::Person(anna);
        let lisa = document.add_child(&of, Bond::Birth, Person::default()).expect("a child");
        let tom = document.add_child(&of, Bond::Birth, Person::default()).expect("a child");
        document.set_typed(&tom, None, &Typed::read("Tom 2ling pleeg")).expect("fine");
        let (_, twins) = document.map().twins_of(&tom).expect("twins");
        assert!(twins.people.contains(&lisa), "{twins:?}");
        let (_, home) = document.map().home_union(&tom).expect("a home");
        assert_eq!(home.child(&tom).map(|child| child.bond), Some(Bond::Foster));
    }

    #[test]
    fn nobody_dies_before_birth() {
        let (mut document, anna) = alone();
        let refused = document.set_typed(&anna, None, &Typed::read("Anna 1990 †1980"));
        assert_eq!(refused, Err(Refusal::DeathBeforeBirth(anna)));
    }

    proptest! {
        #[test]
        fn any_line_is_read(text in "\\PC{0,40}") {
            let typed = Typed::read(&text);
            prop_assert!(typed.name.split_whitespace().all(|word| text.contains(word)));
        }
    }
}
