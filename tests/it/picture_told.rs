//! A family that is told bit by bit stands as it should, not as it happened to be told.

use std::collections::BTreeMap;

use rode_draad::document::{ChildOf, Command, Document, MapEdit, Parents, PersonEdit};
use rode_draad::i18n::Lang;
use rode_draad::model::{
    Bond, Date, DrawRules, FamilyMap, Gender, PartialDate, Person, PersonId, SiblingOrder,
};
use rode_draad::picture::Pictures;
use rode_draad::scene::View;
use rode_draad::theme::{Theme, ThemeName};

/// An open map that is looked at after every step.
struct Table {
    document: Document,
    pictures: Pictures,
    /// Who is called what in a test.
    ids: BTreeMap<&'static str, PersonId>,
}

fn view() -> View {
    let today = Date::parse("2026-11-21").expect("a date");
    View::calm(Theme::of(ThemeName::Light), Lang::Nl, today)
}

impl Table {
    /// A map with one woman or man on it.
    fn of(name: &'static str, gender: Gender, year: i32) -> Self {
        let mut map = FamilyMap::default();
        let id = PersonId::new("p1").expect("an id");
        map.people.insert(id.clone(), Person::default().into());
        map.focus.push(id.clone());
        map.next_id = 1;
        let ids = BTreeMap::from([(name, id)]);
        let mut table = Self { document: Document::new(map), pictures: Pictures::default(), ids };
        table.tell(name, gender, year);
        table
    }

    fn look(&mut self) {
        let anchor = self.document.map().focus.first().cloned();
        self.pictures.show(&self.document.shared_map(), &view(), anchor.as_ref());
    }

    fn id(&self, name: &str) -> PersonId {
        self.ids[name].clone()
    }

    /// As the name field does it: somebody stands there first, and is told about then.
    fn tell(&mut self, name: &'static str, gender: Gender, year: i32) {
        self.look();
        for edit in [PersonEdit::Gender(gender), PersonEdit::Birth(PartialDate::in_year(year))] {
            self.document.execute(Command::EditPerson(self.id(name), edit)).expect("it is done");
            self.look();
        }
    }

    fn come(&mut self, name: &'static str, id: PersonId, gender: Gender, year: i32) {
        self.ids.insert(name, id);
        self.tell(name, gender, year);
    }

    fn parents(&mut self, of: &str, [man, woman]: [(&'static str, i32); 2]) {
        let parents = self.document.add_parents(&self.id(of), Parents::Both).expect("parents");
        let [first, second] = &parents[..] else { panic!("two parents") };
        self.come(man.0, first.clone(), Gender::Man, man.1);
        self.come(woman.0, second.clone(), Gender::Woman, woman.1);
    }

    fn partner(&mut self, of: &str, name: &'static str, gender: Gender, year: i32) {
        let (id, _) =
            self.document.add_partner(&self.id(of), Person::default()).expect("a partner");
        self.come(name, id, gender, year);
    }

    fn sibling(&mut self, of: &str, name: &'static str, gender: Gender, year: i32) {
        let id = self.document.add_sibling(&self.id(of), Person::default()).expect("a sibling");
        self.come(name, id, gender, year);
    }

    /// A child of everything that `of` has: of the only union, else of `of` alone.
    fn child(&mut self, of: &str, name: &'static str, gender: Gender, year: i32) {
        let of_whom = self.id(of);
        let unions = self.document.map().unions_of(&of_whom).map(|(id, _)| id.clone());
        let unions: Vec<_> = unions.collect();
        let whose = match &unions[..] {
            [one] => ChildOf::Union(one.clone()),
            _ => ChildOf::Person(self.id(of)),
        };
        let child = self.document.add_child(&whose, Bond::Birth, Person::default());
        self.come(name, child.expect("a child"), gender, year);
    }

    fn rule(&mut self, siblings: SiblingOrder) {
        let rules = DrawRules { siblings, ..self.document.map().view.rules };
        self.document.execute(Command::EditMap(MapEdit::Rules(rules))).expect("a rule");
        self.look();
    }

    /// Who stands from left to right, of these people.
    fn order(&self, names: &[&'static str]) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_by(|a, b| self.x(a).total_cmp(&self.x(b)));
        names
    }

    fn x(&self, name: &str) -> f64 {
        self.pictures.seen()[&self.ids[name]]
    }
}

#[test]
fn a_year_told_later_puts_a_child_among_its_siblings() {
    use Gender::{Man, Woman};
    for has_family in [false, true] {
        let mut table = Table::of("Kim", Woman, 2001);
        if has_family {
            table.partner("Kim", "Jordy", Man, 1998);
            table.child("Kim", "Noa", Woman, 2019);
        }
        table.parents("Kim", [("Henk", 1970), ("Ria", 1974)]);
        table.child("Ria", "Sandra", Woman, 1993);
        table.child("Ria", "Danny", Man, 1996);
        let names = ["Kim", "Sandra", "Danny"];
        assert_eq!(table.order(&names), ["Sandra", "Danny", "Kim"], "family: {has_family}");
        if has_family {
            let middle = (table.x("Kim") + table.x("Jordy")) / 2.0;
            let aside = (table.x("Noa") - middle).abs();
            assert!(aside < 60.0, "a child comes along with her parents: {aside} beside them");
        }
        // And where nothing was wrong, nobody goes elsewhere.
        table.child("Ria", "Lotte", Woman, 2005);
        assert_eq!(
            table.order(&["Kim", "Sandra", "Danny", "Lotte"]),
            ["Sandra", "Danny", "Kim", "Lotte"]
        );
    }
}

#[test]
fn whoever_is_told_to_be_a_man_stands_left_of_his_wife() {
    let mut table = Table::of("Kim", Gender::Woman, 2001);
    table.partner("Kim", "Jordy", Gender::Man, 1998);
    assert_eq!(table.order(&["Kim", "Jordy"]), ["Jordy", "Kim"]);
}

#[test]
fn a_family_that_is_told_from_the_middle_outwards_tears_no_couple_apart() {
    use Gender::{Man, Woman};
    let mut table = Table::of("Deniz", Man, 1998);
    table.parents("Deniz", [("Ruud", 1968), ("Selma", 1973)]);
    table.sibling("Deniz", "Elif", Woman, 2001);
    table.partner("Elif", "Sanne", Woman, 2000);
    table.partner("Deniz", "Lotte", Woman, 1999);
    table.child("Deniz", "Samu", Man, 2021);
    table.partner("Ruud", "Ingrid", Woman, 1970);
    table.child("Ingrid", "Erik", Man, 2000);
    table.parents("Ruud", [("Jan", 1941), ("Corrie", 1944)]);
    table.sibling("Ruud", "Marijke", Woman, 1971);
    table.partner("Marijke", "Joost", Man, 1969);
    table.child("Marijke", "Hana", Woman, 2005);
    table.parents("Selma", [("Mehmet", 1946), ("Ayse", 1950)]);
    table.sibling("Selma", "Kemal", Man, 1976);
    let row = table.order(&["Jan", "Corrie", "Mehmet", "Ayse"]);
    let beside = |a: &str, b: &str| {
        let at = |name: &str| row.iter().position(|it| *it == name).expect("in the row");
        at(a).abs_diff(at(b)) == 1
    };
    assert!(beside("Jan", "Corrie") && beside("Mehmet", "Ayse"), "{row:?}");
}

#[test]
fn a_rule_that_is_chosen_is_seen_at_once_and_undone() {
    use Gender::{Man, Woman};
    let mut table = Table::of("Kim", Woman, 2001);
    table.rule(SiblingOrder::Free);
    table.parents("Kim", [("Henk", 1970), ("Ria", 1974)]);
    table.partner("Kim", "Jordy", Man, 1998);
    table.child("Ria", "Sandra", Woman, 1993);
    let names = ["Kim", "Sandra"];
    let told = [table.x("Kim"), table.x("Sandra")];
    table.rule(SiblingOrder::StrictlyAge);
    assert_eq!(table.order(&names), ["Sandra", "Kim"]);
    table.document.undo();
    table.look();
    assert_eq!([table.x("Kim"), table.x("Sandra")], told, "everybody stands as they stood");
}
