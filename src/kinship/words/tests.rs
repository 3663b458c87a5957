use std::sync::Arc;

use super::*;
use crate::model::{Child, Ending, Name, Person, Union, UnionId, UnionKind};

fn id(text: &str) -> PersonId {
    PersonId::new(text).expect("a valid id")
}

/// A family in lines: `Ria f` is a person, `Henk + Ria > Kim, Bas adopted` a union, with `!` for
/// divorced, `~` for living together, `.` for another relationship in place of `+`.
fn family(text: &str) -> FamilyMap {
    let mut map = FamilyMap::default();
    for (n, line) in text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        let Some((pair, children)) = line.split_once('>') else {
            let (name, gender) = line.split_once(' ').expect("name and gender");
            let gender = match gender {
                "f" => Gender::Woman,
                "m" => Gender::Man,
                "x" => Gender::NonBinary,
                _ => Gender::Unknown,
            };
            let person = Person { name: Name::called(name), gender, ..Person::default() };
            map.people.insert(id(name), Arc::new(person));
            continue;
        };
        let mut union = Union { kind: UnionKind::Married, ..Union::default() };
        for word in pair.split_whitespace() {
            match word {
                "+" => {}
                "!" => union.ending = Some(Ending::Divorced),
                "~" => union.kind = UnionKind::LivingTogether,
                "." => union.kind = UnionKind::LivingApart,
                name => union.partners.push(id(name)),
            }
        }
        for child in children.split(',').map(str::trim).filter(|child| !child.is_empty()) {
            let mut words = child.split(' ');
            let mut child = Child::by_birth(id(words.next().expect("a name")));
            child.bond = match words.next() {
                None => Bond::Birth,
                Some("adopted") => Bond::Adopted,
                Some("foster") => Bond::Foster,
                Some("step") => Bond::Step,
                Some("guardian") => Bond::Guardian,
                Some(_) => Bond::Donor,
            };
            union.children.push(child);
        }
        map.unions.insert(UnionId::new(&format!("u{n:02}")).expect("a valid id"), Arc::new(union));
    }
    map
}

/// The family around Kim that most tests look at.
const KIM: &str = "
    Piet m
    Ans f
    Johan m
    Mien f
    Opoe f
    Riet f
    Linda f
    Henk m
    Truus f
    Rob m
    Els f
    Ab m
    Kim f
    Dennis m
    Sjoerd m
    Bas m
    Joyce f
    Nick x
    Marco m
    Youssef m
    Fatima f
    Ali m
    Sami m
    Noa f
    Jayden m
    Lot f
    Mila f
    Stranger x
    Opoe > Ans, Riet
    Piet + Ans > Linda, Henk
    Johan + Mien > Rob, Els
    Rob ! Linda > Kim, Dennis
    Ab ~ Linda > Sjoerd
    Henk + Truus > Joyce
    Els > Nick
    Marco ! Kim > Noa, Jayden
    Youssef ~ Kim > Sami
    Fatima > Youssef, Ali
    Dennis . Lot > Mila
    Bas . Els >
    ";

fn words(map: &FamilyMap, lang: Lang) -> KinWords<'_> {
    KinWords::of(map, lang, Address::FocusPerson, Names::Shown)
}

fn kims(focus: &[&str]) -> FamilyMap {
    let mut map = family(KIM);
    map.focus = focus.iter().map(|name| id(name)).collect();
    map
}

#[test]
fn the_family_is_called_what_kim_calls_it() {
    let map = kims(&["Kim"]);
    let (nl, en) = (words(&map, Lang::Nl), words(&map, Lang::En));
    let cases = [
        ("Kim", "jou", "you"),
        ("Linda", "je moeder", "your mother"),
        ("Rob", "je vader", "your father"),
        ("Ab", "je stiefvader", "your stepfather"),
        ("Ans", "oma Ans", "grandma Ans"),
        ("Johan", "opa Johan", "grandpa Johan"),
        ("Opoe", "overgrootoma Opoe", "great-grandma Opoe"),
        ("Riet", "oudtante Riet", "great-aunt Riet"),
        ("Els", "tante Els", "aunt Els"),
        ("Henk", "oom Henk", "uncle Henk"),
        ("Truus", "tante Truus", "aunt Truus"),
        ("Bas", "Bas (partner van tante Els)", "Bas (partner of aunt Els)"),
        ("Joyce", "je nicht Joyce", "your cousin Joyce"),
        ("Nick", "je neef of nicht Nick", "your cousin Nick"),
        ("Dennis", "je broer Dennis", "your brother Dennis"),
        ("Sjoerd", "je halfbroer Sjoerd", "your half-brother Sjoerd"),
        ("Lot", "Lot (partner van je broer Dennis)", "Lot (partner of your brother Dennis)"),
        ("Mila", "Mila (dochter van je broer Dennis)", "Mila (daughter of your brother Dennis)"),
        ("Marco", "je ex Marco", "your ex Marco"),
        ("Youssef", "je partner Youssef", "your partner Youssef"),
        ("Fatima", "je schoonmoeder Fatima", "your mother-in-law Fatima"),
        ("Ali", "je zwager Ali", "your brother-in-law Ali"),
        ("Noa", "je dochter Noa", "your daughter Noa"),
        ("Sami", "je zoon Sami", "your son Sami"),
        ("Stranger", "Stranger", "Stranger"),
    ];
    for (name, dutch, english) in cases {
        assert_eq!(nl.object(&id(name)), dutch);
        assert_eq!(en.object(&id(name)), english);
    }
    assert_eq!(nl.subject(&id("Kim")), "jij");
    assert_eq!(nl.object(&id("nobody")), "iemand");
}

#[test]
fn an_explanation_says_over_whom() {
    let map = kims(&["Kim"]);
    let nl = words(&map, Lang::Nl);
    let cases = [
        ("Ans", "oma Ans, de moeder van je moeder"),
        ("Opoe", "overgrootoma Opoe, de moeder van oma Ans"),
        ("Els", "tante Els, de zus van je vader"),
        ("Truus", "tante Truus, de partner van oom Henk"),
        ("Riet", "oudtante Riet, de zus van oma Ans"),
        ("Joyce", "je nicht Joyce, de dochter van oom Henk"),
        ("Nick", "je neef of nicht Nick, het kind van tante Els"),
        ("Sjoerd", "je halfbroer Sjoerd, van moederskant"),
        ("Fatima", "je schoonmoeder Fatima, de moeder van je partner Youssef"),
        ("Ali", "je zwager Ali, de broer van je partner Youssef"),
        ("Ab", "je stiefvader, de partner van je moeder"),
        ("Dennis", "je broer Dennis"),
        ("Linda", "je moeder"),
        ("Kim", "jou"),
    ];
    for (name, expected) in cases {
        assert_eq!(nl.explained(&id(name)), expected);
    }
}

#[test]
fn grandchildren_look_up_further() {
    let map = kims(&["Sami"]);
    let nl = words(&map, Lang::Nl);
    let cases = [
        ("Ans", "overgrootoma Ans"),
        ("Opoe", "betovergrootmoeder Opoe"),
        ("Riet", "Riet (dochter van betovergrootmoeder Opoe)"),
        ("Noa", "je halfzus Noa"),
        ("Henk", "oudoom Henk"),
        ("Joyce", "Joyce (dochter van oudoom Henk)"),
        ("Marco", "Marco (ex van je moeder)"),
        ("Dennis", "oom Dennis"),
        ("Mila", "je nicht Mila"),
    ];
    for (name, expected) in cases {
        assert_eq!(nl.object(&id(name)), expected);
    }
    let map = kims(&["Opoe"]);
    let nl = words(&map, Lang::Nl);
    assert_eq!(nl.object(&id("Kim")), "je achterkleindochter Kim");
    assert_eq!(nl.object(&id("Linda")), "je kleindochter Linda");
    assert_eq!(nl.object(&id("Sami")), "Sami (nakomeling, 4 generaties verder)");
}

#[test]
fn bonds_and_unknown_gender_have_their_own_words() {
    let text = "
        Me ?
        Mother f
        Carer f
        Adopter x
        Step m
        Guard f
        Carers_mother f
        Sibling ?
        Fosterling m
        Cared ?
        Mother > Me, Sibling
        Carer > Me foster, Fosterling foster
        Adopter > Me adopted
        Guard > Me guardian
        Step > Me step
        Carers_mother > Carer
        Me > Cared adopted
        ";
    let mut map = family(text);
    map.focus = vec![id("Me")];
    let nl = words(&map, Lang::Nl);
    let cases = [
        ("Mother", "je moeder"),
        ("Carer", "je pleegmoeder"),
        ("Adopter", "je adoptieouder"),
        ("Step", "je stiefvader"),
        ("Guard", "je voogd"),
        ("Carers_mother", "pleegoma Carers_mother"),
        ("Sibling", "je broer of zus Sibling"),
        ("Fosterling", "je pleegbroer Fosterling"),
        ("Cared", "je adoptiekind Cared"),
    ];
    for (name, expected) in cases {
        assert_eq!(nl.object(&id(name)), expected);
    }
}

#[test]
fn two_mothers_are_told_apart_by_name() {
    let text = "
        Me f
        Anna f
        Bea f
        Anna + Bea > Me
        ";
    let mut map = family(text);
    map.focus = vec![id("Me")];
    assert_eq!(words(&map, Lang::Nl).object(&id("Bea")), "je moeder Bea");
}

#[test]
fn of_two_ways_the_shortest_counts_and_then_blood() {
    // Oma's sister's grandchild is also the brother's wife; a cousin is also the partner.
    let text = "
        Oma f
        Ma f
        Tante f
        Me f
        Neef m
        Broer m
        Oma > Ma, Tante
        Ma > Me, Broer
        Tante > Neef
        Neef + Me >
        ";
    let mut map = family(text);
    map.focus = vec![id("Me")];
    let nl = words(&map, Lang::Nl);
    assert_eq!(nl.object(&id("Neef")), "je man Neef", "partner is nearer than cousin");
    assert_eq!(nl.object(&id("Tante")), "je schoonmoeder Tante", "two steps beat three");
    map.focus = vec![id("Broer")];
    assert_eq!(words(&map, Lang::Nl).object(&id("Neef")), "je zwager Neef");
}

#[test]
fn siblings_without_known_parents_are_siblings() {
    let text = "
        Me f
        Zus f
        Broer m
        > Broer, Zus, Me
        ";
    let mut map = family(text);
    map.focus = vec![id("Broer")];
    let nl = words(&map, Lang::Nl);
    assert_eq!(nl.object(&id("Me")), "je zus Me");
    assert_eq!(nl.object(&id("Zus")), "je zus Zus");
}

#[test]
fn a_lone_parents_two_unions_make_half_siblings() {
    let text = "
        Ma f
        Me f
        One m
        Two m
        Ma > Me, One
        Ma > Two
        ";
    let mut map = family(text);
    map.focus = vec![id("Me")];
    let nl = words(&map, Lang::Nl);
    assert_eq!(nl.object(&id("One")), "je broer One");
    assert_eq!(nl.object(&id("Two")), "je halfbroer Two");
}

#[test]
fn onlookers_and_several_focus_people_hear_whose_kin_it_is() {
    let map = kims(&["Kim"]);
    let nl = KinWords::of(&map, Lang::Nl, Address::Onlooker, Names::Shown);
    assert_eq!(nl.object(&id("Kim")), "Kim");
    assert_eq!(nl.object(&id("Ans")), "Ans (oma van Kim)");
    assert_eq!(nl.object(&id("Mila")), "Mila (dochter van Dennis)");
    let map = kims(&["Kim", "Joyce"]);
    let nl = words(&map, Lang::Nl);
    assert_eq!(nl.object(&id("Kim")), "Kim");
    assert_eq!(nl.object(&id("Henk")), "Henk (vader van Joyce)", "Joyce is nearer");
    assert_eq!(nl.object(&id("Noa")), "Noa (dochter van Kim)");
    assert_eq!(nl.object(&id("Ans")), "Ans (oma van Kim)", "equally near: the first focus person");
}

#[test]
fn hidden_names_leave_the_words() {
    let map = kims(&["Kim"]);
    let nl = KinWords::of(&map, Lang::Nl, Address::FocusPerson, Names::Hidden);
    let cases = [
        ("Ans", "oma van moederskant"),
        ("Johan", "opa van vaderskant"),
        ("Els", "tante van vaderskant"),
        ("Dennis", "je broer"),
        ("Mila", "de dochter van je broer"),
        ("Lot", "de partner van je broer"),
        ("Stranger", "iemand"),
    ];
    for (name, expected) in cases {
        assert_eq!(nl.object(&id(name)), expected);
    }
    let nl = KinWords::of(&map, Lang::Nl, Address::Onlooker, Names::Hidden);
    assert_eq!(nl.object(&id("Noa")), "de dochter van de hoofdpersoon");
}

#[test]
fn without_a_focus_person_there_are_only_names() {
    let map = kims(&[]);
    for name in map.people.keys() {
        assert_eq!(words(&map, Lang::Nl).object(name), name.as_str());
        assert_eq!(words(&map, Lang::Nl).word(name), None);
    }
}

#[test]
fn bare_words_have_no_name() {
    let map = kims(&["Kim"]);
    let nl = words(&map, Lang::Nl);
    assert_eq!(nl.word(&id("Ans")).as_deref(), Some("oma"));
    assert_eq!(nl.word(&id("Joyce")).as_deref(), Some("nicht"));
    assert_eq!(nl.word(&id("Mila")).as_deref(), Some("dochter van je broer Dennis"));
    assert_eq!(nl.word(&id("Kim")), None);
}

#[test]
fn a_chain_of_many_generations_does_not_overflow() {
    let mut map = FamilyMap::default();
    let names: Vec<PersonId> = (0..20_000).map(|n| id(&format!("p{n}"))).collect();
    for pair in names.windows(2) {
        let union = Union {
            partners: vec![pair[0].clone()],
            children: vec![Child::by_birth(pair[1].clone())],
            ..Union::default()
        };
        map.people.insert(pair[0].clone(), Arc::default());
        map.people.insert(pair[1].clone(), Arc::default());
        map.unions.insert(UnionId::new(pair[0].as_str()).expect("an id"), Arc::new(union));
    }
    map.focus = names.last().into_iter().cloned().collect();
    let word = words(&map, Lang::Nl).word(&names[0]);
    assert_eq!(word.as_deref(), Some("voorouder, 19999 generaties terug"));
}

#[test]
fn lists_read_as_people_speak() {
    let texts = Texts::new(Lang::Nl);
    let names = |n: usize| ["Ans", "Linda", "Kim"].map(str::to_owned)[..n].to_vec();
    let lists: Vec<String> = (0..=3).map(|n| list(texts, &names(n))).collect();
    assert_eq!(lists, ["", "Ans", "Ans en Linda", "Ans, Linda en Kim"]);
}

/// Nobody reads like another where two sit at the table: each has a number, and all others are what they
/// are to the first.
#[test]
fn two_focus_persons_are_told_apart_without_names() {
    let map = kims(&["Kim", "Youssef"]);
    let words = KinWords::in_place_of_names(&map, Lang::Nl);
    let of = |name: &str| words.get(&id(name)).map(String::as_str);
    assert_eq!((of("Kim"), of("Youssef")), (Some("hoofdpersoon 1"), Some("hoofdpersoon 2")));
    assert_eq!(of("Linda"), Some("moeder"), "of the first");
    assert_ne!(of("Fatima"), of("Linda"), "his mother is not called what hers is");
    let alone = KinWords::in_place_of_names(&kims(&["Kim"]), Lang::Nl);
    assert_eq!(alone.get(&id("Kim")).map(String::as_str), Some("hoofdpersoon"));
    let apart = KinWords::in_place_of_names(&kims(&["Kim", "Stranger"]), Lang::En);
    assert_eq!(apart.get(&id("Stranger")).map(String::as_str), Some("main person 2"));
    let hidden = KinWords::of(&map, Lang::Nl, Address::FocusPerson, Names::Hidden);
    assert_eq!(hidden.bare(&id("Youssef")), "hoofdpersoon 2", "in sentences too");
}
