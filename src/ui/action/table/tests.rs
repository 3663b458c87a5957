use super::*;
use crate::document::Document;
use crate::i18n::Lang;
use crate::ui::derived::Derived;
use crate::ui::session::Session;
use crate::ui::terms::Place;

#[test]
fn every_name_has_a_row_that_says_what_it_does_in_both_languages() {
    for row in table() {
        let first = row.id.row().expect("a row");
        assert_eq!(first.words, row.words, "{:?}: rows of one name say the same", row.id);
        assert!(crate::catalogue::icon(row.icon).is_some(), "{:?}: {}", row.id, row.icon);
        for lang in [Lang::Nl, Lang::En] {
            let words = crate::i18n::Texts::new(lang).get(row.words);
            assert!(!words.is_empty() && words != row.words, "{:?} {lang:?}", row.id);
        }
    }
}

#[test]
fn no_key_is_for_two_things_at_once() {
    let map = crate::ui::home::example(0, Lang::Nl).expect("a map");
    let document = Document::new(map.clone());
    let derived = Derived::default();
    for lang in [Lang::Nl, Lang::En] {
        for who in map.people.keys() {
            let session = Session {
                lang,
                place: Place::Map,
                selection: Some(Subject::Person(who.clone())),
                digits: frequent::frequent(&map, crate::catalogue::Catalogue::builtin()),
                ..Session::default()
            };
            let situation = Situation { session: &session, document: &document, derived: &derived };
            let possible = table().filter(|row| !row.asked(&situation).is_empty());
            let mut taken: Vec<(Press, Id)> = Vec::new();
            for (press, id) in
                possible.flat_map(|row| row.keys.of(lang).iter().map(|it| (*it, row.id)))
            {
                let other = taken.iter().find(|(known, _)| *known == press);
                assert!(other.is_none(), "{lang:?} {}: {id:?} and {other:?}", press.words());
                taken.push((press, id));
            }
            assert!(taken.len() > 30, "{}", taken.len());
        }
    }
}

/// What a letter does to somebody it asks for whom of, when nobody is selected: it is never a dead key
/// after which a name that is typed would be commands.
#[test]
fn every_letter_that_needs_somebody_asks_for_whom() {
    let map = crate::ui::home::example(0, Lang::Nl).expect("a map");
    let document = Document::new(map.clone());
    let derived = Derived::default();
    let with = |selection: Option<Subject>| Session {
        place: Place::Map,
        selection,
        digits: frequent::frequent(&map, crate::catalogue::Catalogue::builtin()),
        ..Session::default()
    };
    let asks = |row: &Row, session: &Session| {
        !row.asked(&Situation { session, document: &document, derived: &derived }).is_empty()
    };
    let nobody = with(None);
    let people: Vec<Session> =
        map.people.keys().map(|id| with(Some(Subject::Person(id.clone())))).collect();
    let of_somebody = table().filter(|row| row.room == Room::Map && !asks(row, &nobody));
    let of_somebody = of_somebody.filter(|row| people.iter().any(|it| asks(row, it)));
    let mut n = 0;
    for row in of_somebody {
        let keys = [Lang::Nl, Lang::En].into_iter().flat_map(|lang| row.keys.of(lang));
        for press in keys.filter(|press| press.key.name().len() == 1) {
            let is_asked = table().any(|it| {
                let keys = [Lang::Nl, Lang::En].into_iter().flat_map(|lang| it.keys.of(lang));
                it.id.needs_somebody() && keys.into_iter().any(|key| key == press)
            });
            assert!(is_asked, "{:?}: {}", row.id, press.words());
            n += 1;
        }
    }
    assert!(20 < n, "{n} keys");
}
