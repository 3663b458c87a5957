//! Names used twice, groups, kinds of their own, and what is said of nobody but oneself.

use rode_draad::catalogue::Catalogue;
use rode_draad::i18n::Lang;
use rode_draad::kinship::{Address, Kin, KinWords, Kinship, Names as KinNames};
use rode_draad::model::{Bond, Date, Entry, EntryId, FamilyMap, KindId};
use rode_draad::pattern::{Claim, Settings, Teller, What, cards, generations};
use rode_draad::scene::own_generation_words;
use rode_draad::shown::{Names as ShownNames, Opened, named};
use rode_draad::telling::{IsDead, no_in_words};

use crate::told::{all_opened, every_card, every_card_opened, example, family};

/// Everything that the card says: closed, then opened.
#[track_caller]
fn said(name: &str, card: &str, lang: Lang) -> (String, String) {
    let (cards, told) = every_card_opened(&family(name), lang, &all_opened());
    let at = cards.cards.iter().position(|it| it.id.as_str() == card).expect(card);
    let lines = told[at].lines.iter().flat_map(|it| &it.sentences);
    (told[at].closed.join(" "), lines.cloned().collect::<Vec<_>>().join(" "))
}

#[test]
fn a_name_used_three_times_says_who_is_meant() {
    let (_, opened) = said("drie-keer-jan", "s-vakwerk", Lang::Nl);
    for sentence in [
        "Opa Jan kon goed met de handen werken.",
        "Jan (zoon van je broer Bas) kan ook goed met de handen werken.",
        // Not "je zoon Jan en Lieke": that makes a son of Lieke.
        "Wat geef je hiervan mee aan Lieke en je zoon Jan?",
    ] {
        assert!(opened.contains(sentence), "{sentence}: {opened}");
    }
    let (closed, _) = said("drie-keer-jan", "gebruik-gokken", Lang::En);
    assert!(closed.starts_with("First Grandpa Jan gambled a lot, now your father and Bas."));
    assert!(closed.ends_with("Uncle Jan has stopped."), "{closed}");
    // Two focus persons: the one who is called as his father bears the bare name.
    let (_, opened) = said("twee-vaders", "werk-overbelast", Lang::Nl);
    assert!(opened.contains("Jan (vader van Jan) en Jan werken nu minder."), "{opened}");
    let (closed, _) = said("twee-moeders", "werk-overbelast", Lang::Nl);
    assert!(closed.starts_with("Eerst werkte je moeder te veel, nu jij."), "{closed}");
}

#[test]
fn groups_say_how_many_of_whom_and_never_more_than_is_true() {
    let (closed, _) = said("weduwe", "geld-schulden", Lang::Nl);
    assert_eq!(
        closed,
        "Je moeder had schulden, en twee van je kinderen en drie van je kleinkinderen nu ook. \
         Jij bent eruit."
    );
    let (closed, _) = said("zestig-mensen", "geld-schulden", Lang::Nl);
    assert!(closed.contains("jullie alle drie en twee nichten nu ook"), "{closed}");
    // Nobody falls off the closed card, least of all who is spoken to.
    let (closed, _) = said("zestig-mensen", "s-zorgzaam", Lang::Nl);
    assert!(closed.ends_with(" en jij doen dat ook."), "{closed}");
}

#[test]
fn words_of_the_family_are_quoted_once_and_shortly() {
    let (closed, opened) = said("eigen-woorden", "slaap", Lang::Nl);
    assert_eq!(
        closed,
        "Oma Fatima-Zahra, je broer Mohammed en jij hebben te maken met „niet slapen”. \
         Je vader heeft daar niet meer mee te maken."
    );
    assert!(opened.contains("Yara heeft ook te maken met „niet slapen”."), "{opened}");
    let (closed, _) = said("eigen-woorden", "winkel", Lang::En);
    assert!(closed.contains("lived with “Opa's winkel”."), "{closed}");
    // Quotation marks of their own are not doubled, a whole story is cut.
    let (closed, _) = said("eigen-woorden", "quote", Lang::Nl);
    assert!(closed.starts_with("Je ouders en jij hebben te maken met „altijd krap”."), "{closed}");
    let (closed, _) = said("eigen-woorden", "lang", Lang::Nl);
    assert!(closed.contains("met „altijd alles tegelijk willen doen en…”."), "{closed}");
}

#[test]
fn what_is_only_for_oneself_is_said_of_nobody_else() {
    let (closed, opened) = said("geweld-en-oorlog", "gevoel-einde", Lang::Nl);
    assert_eq!(closed, "Jij wilde niet meer leven. Wie was er toen voor jou?");
    assert_eq!(closed, opened);
    // Without one's own there is no card, however many others there are.
    let mut map = family("geweld-en-oorlog");
    let focus = map.focus.clone();
    for (id, person) in &mut map.people {
        let is_einde = |it: &Entry| it.kind.as_str() == "gevoel-einde";
        if focus.contains(id) {
            std::sync::Arc::make_mut(person).entries.retain(|it| !is_einde(it));
        }
    }
    let (cards, _) = every_card_opened(&map, Lang::Nl, &all_opened());
    assert!(!cards.cards.iter().any(|it| it.id.as_str() == "gevoel-einde"));
}

#[test]
fn of_whom_it_is_not_known_is_said_only_where_it_may_be_asked() {
    let (_, opened) = said("geweld-en-oorlog", "veilig-pleger", Lang::Nl);
    assert_eq!(
        opened,
        "Hendrik en Willem gebruikten geweld. Willem stopte met geweld. \
         Dennis gebruikte geweld. Wat had toen kunnen helpen?"
    );
}

#[test]
fn strengths_do_not_take_each_others_place() {
    for words in Catalogue::builtin().all_phrases() {
        if words.theme.starts_with("s-") || words.theme.contains("ef-") {
            let first_now = words.first_now;
            assert_eq!(
                first_now,
                rode_draad::catalogue::phrases::FirstNow::Never,
                "{}",
                words.theme
            );
        }
    }
    let (cards, told) = every_card(&family("niemand-aan-tafel"), Lang::Nl);
    for (card, told) in cards.cards.iter().zip(told) {
        let said = told.closed.join(" ").to_lowercase();
        assert!(!said.starts_with("eerst"), "{}: {said}", card.id);
        let spoken = said.split(|letter: char| !letter.is_alphanumeric());
        assert!(
            !spoken.into_iter().any(|it| ["je", "jij", "jou", "jullie"].contains(&it)),
            "{said}"
        );
    }
}

#[test]
fn a_death_at_that_age_is_a_fact_on_request_and_may_be_chance() {
    let expected = [
        (Lang::Nl, "Opa Hendrik werd 39 jaar.", "Dat kan ook toeval zijn."),
        (Lang::En, "Grandpa Hendrik died at 39.", "That may also be chance."),
    ];
    for (lang, death, chance) in expected {
        let (cards, told) = every_card(&example("de-leeftijd-van-opa"), lang);
        let low = cards.cards.iter().position(|it| it.id.as_str() == "gevoel-somber").unwrap();
        assert_eq!(told[low].losses, [death, chance]);
        let debts = cards.cards.iter().position(|it| it.id.as_str() == "geld-schulden").unwrap();
        assert!(told[debts].losses.is_empty(), "{:?}", told[debts].losses);
    }
}

fn questions(map: &FamilyMap, lang: Lang) -> Vec<String> {
    let (kin, catalogue) = (Kinship::of(map), Catalogue::builtin());
    let today = map.today_or(Date::new(2026, Some(11), Some(21)).unwrap());
    let cards = cards(map, &kin, catalogue, &Settings::default(), today, &Opened::default());
    let generations = generations(map, &kin);
    let asked = Teller::new(map, &kin, catalogue, &cards, &generations).questions(lang);
    asked.into_iter().map(|it| it.words).collect()
}

#[test]
fn what_to_ask_next_is_a_question_of_a_card_and_nothing_hidden() {
    let asked = questions(&family("zestig-mensen"), Lang::Nl);
    assert!(asked.contains(&"Hoe is dat bij Niels, met geld?".to_owned()), "{asked:?}");
    for name in ["drie-keer-jong-moeder", "wie-praat-met-wie", "de-leeftijd-van-opa"] {
        for lang in Lang::ALL {
            let asked = questions(&example(name), lang);
            assert!(!asked.is_empty(), "{name}");
            assert!(asked.iter().all(|it| it.ends_with('?')), "{name}: {asked:?}");
            let mut seen = std::collections::BTreeSet::new();
            assert!(asked.iter().all(|it| seen.insert(it)), "{name} asks twice: {asked:?}");
            let said = asked.join(" ").to_lowercase();
            assert!(!said.contains("geweld") && !said.contains("violence"), "{name}: {said}");
        }
    }
}

/// What follows from years and couples alone was no subject of the talk: it is asked of nobody, until
/// somebody entered it of one.
#[test]
fn nothing_is_asked_of_a_theme_of_which_nothing_was_entered() {
    let (words, own) = ("Hoe ging dat bij Tim, met relaties?", "relatie-scheiding");
    let map = example("wie-praat-met-wie");
    let entered = |map: &FamilyMap| {
        let mut all = map.people.values().flat_map(|it| &it.entries);
        all.any(|it| it.kind.as_str() == own)
    };
    assert!(!entered(&map));
    let asked = questions(&map, Lang::Nl);
    assert!(!asked.contains(&words.to_owned()), "{asked:?}");
    assert!(!asked.iter().any(|it| it.ends_with("met relaties?")), "{asked:?}");
    let mut told = map;
    for person in told.people.values_mut().filter(|it| it.name.short() == "Klaas") {
        let id = EntryId::new("e999").expect("an id");
        let kind = KindId::new(own).expect("an id");
        let entry = Entry::new(id, kind);
        std::sync::Arc::make_mut(person).entries.push(entry);
    }
    assert!(entered(&told));
    let asked = questions(&told, Lang::Nl);
    assert!(asked.iter().any(|it| it.ends_with("met relaties?")), "{asked:?}");
}

#[test]
fn two_grandmothers_of_one_name_have_their_side() {
    let mut map = family("wat-sterk-is");
    for person in map.people.values_mut().filter(|it| it.name.short() == "Greet") {
        std::sync::Arc::make_mut(person).name.call = "Bep".to_owned();
    }
    let (cards, told) = every_card(&map, Lang::Nl);
    let of = |id: &str| {
        let at = cards.cards.iter().position(|it| it.id.as_str() == id).expect(id);
        told[at].closed.join(" ")
    };
    let (warm, funny) = (of("s-gastvrij"), of("s-humor"));
    assert!(warm.starts_with("Oma Bep van moederskant, je moeder en jij zijn gastvrij."), "{warm}");
    assert!(funny.starts_with("Oma Bep van vaderskant bleef lachen"), "{funny}");
}

/// What happens to a child now is for the coach and not for a card: of every theme that is so, in both
/// languages, no sentence but a question names a child.
#[test]
fn what_a_child_lives_through_now_is_said_on_no_card() {
    let catalogue = Catalogue::builtin();
    let kept = catalogue.all_phrases().iter().filter(|it| it.never_of_a_child);
    let kept: Vec<&str> = kept.map(|it| it.theme.as_str()).collect();
    assert!(kept.contains(&"veilig-getuige") && 3 < kept.len(), "{kept:?}");
    for theme in kept {
        let mut map = family("geweld-en-oorlog");
        let lynn = rode_draad::model::PersonId::new("L").expect("an id");
        for person in map.people.values_mut() {
            let person = std::sync::Arc::make_mut(person);
            for entry in person.entries.iter_mut().filter(|it| it.kind.as_str() == "veilig-getuige")
            {
                entry.kind = KindId::new(theme).expect("an id");
                entry.said = rode_draad::model::Said::Yes;
            }
        }
        for lang in Lang::ALL {
            let (cards, told) = every_card_opened(&map, lang, &all_opened());
            for (card, told) in
                cards.cards.iter().zip(&told).filter(|(it, _)| it.id.as_str() == theme)
            {
                assert!(card.says(&What::Child, &lynn), "{theme}");
                let lines = told.lines.iter().flat_map(|it| &it.sentences).chain(&told.closed);
                for sentence in lines.filter(|it| !it.ends_with('?')) {
                    assert!(!sentence.contains("Lynn") && !sentence.contains("Timo"), "{sentence}");
                }
            }
        }
    }
}

/// "Oom of tante Robin" nobody says: who is neither a woman nor a man is called by the name.
#[test]
fn kin_without_a_title_are_called_by_their_name() {
    let mut map = family("wat-sterk-is");
    for person in map.people.values_mut() {
        std::sync::Arc::make_mut(person).gender = rode_draad::model::Gender::NonBinary;
    }
    for (lang, stiff) in
        [(Lang::Nl, ["oom of", "grootouder"]), (Lang::En, ["uncle", "grandparent"])]
    {
        let (_, told) = every_card(&map, lang);
        let said = told.iter().flat_map(|it| it.lines.iter().flat_map(|it| &it.sentences));
        let said: Vec<String> = said.map(|it| it.to_lowercase()).collect();
        assert!(said.iter().any(|it| it.contains("bep")), "{said:?}");
        for word in stiff {
            assert!(!said.iter().any(|it| it.contains(word)), "{word}: {said:?}");
        }
    }
}

/// In a list a comma parts people, so nothing about a person stands between commas there, and who has
/// no name but "de moeder van Jan" comes last.
#[test]
fn a_list_says_who_is_who() {
    let (_, opened) = said("twee-vaders", "s-zorgzaam", Lang::Nl);
    let sentence = "Marie-José, jullie en de moeder van Jan zorgen goed voor anderen.";
    assert!(opened.contains(sentence), "{opened}");
    // The same words again say that it is the same.
    let (_, opened) = said("ver-van-huis", "meedoen-migratie", Lang::Nl);
    assert!(opened.contains("Yonas komt ook uit een ander land."), "{opened}");
    let (_, opened) = said("ver-van-huis", "meedoen-migratie", Lang::En);
    assert!(opened.contains("Yonas also comes from another country."), "{opened}");
    // Names said a moment ago are not said once more.
    let (_, opened) = said("drie-keer-jan", "werk-geen", Lang::Nl);
    let sentence = "Lieke en je zoon Jan groeien hier nu mee op. Wat voor werk gun je hun later?";
    assert!(opened.contains(sentence), "{opened}");
}

/// Who grows up with grandma says "oma" and not "je pleegmoeder"; her child is no foster sister.
#[test]
fn kin_who_foster_stay_kin() {
    let (_, opened) = said("bij-opa-en-oma", "geld-rondkomen", Lang::Nl);
    for sentence in ["Oma Mies kan nu wel rondkomen.", "Oma Mies was 24 toen het krap werd."] {
        assert!(opened.contains(sentence), "{sentence}: {opened}");
    }
    let (_, opened) = said("bij-opa-en-oma", "gebruik-alcohol", Lang::En);
    assert!(opened.contains("Grandpa Toon never drank too much."), "{opened}");
    assert!(opened.contains("Sam has stopped."), "{opened}");
    // Nobody else's foster mother: that is what she is.
    let (_, opened) = said("pleegzorg", "placed-out", Lang::Nl);
    assert!(opened.contains("Mila woont nu bij je pleegmoeder Annie."), "{opened}");
}

/// Two mothers, a known donor, two sisters-in-law of one name: each claim held against the map by hand.
#[test]
fn two_mothers_and_a_donor() {
    let (closed, opened) = said("twee-moeders-en-een-donor", "gevoel-angst", Lang::Nl);
    assert_eq!(closed, "Hanneke is vaak bang, en Lot was ook vaak bang. Lot is nu minder bang.");
    assert!(opened.contains("Bram is vaak bang."), "no line goes over a donor: {opened}");
    assert!(opened.ends_with("Misschien is Juul ook vaak bang. Wat maakte Lot minder bang?"));
    let (_, opened) = said("twee-moeders-en-een-donor", "leren-geen-diploma", Lang::Nl);
    assert!(opened.contains("Kees, Roos en Lot (zus van Iris) hebben geen diploma."), "{opened}");
    assert!(opened.contains("Iris heeft er wel een."), "{opened}");
}

/// The eight families of the program.
pub(crate) const FAMILIES: [&str; 8] = [
    "de-leeftijd-van-opa",
    "drie-keer-jong-moeder",
    "het-erf",
    "negentien",
    "net-als-opa",
    "twee-talen-aan-tafel",
    "waar-het-ophield",
    "wie-praat-met-wie",
];

/// Who finds it hard herself is not asked from whom she learned it.
#[test]
fn only_who_has_it_is_asked_from_whom_it_was_learned() {
    let (mut own, mut others) = (0, 0);
    for (name, lang) in FAMILIES.iter().flat_map(|it| Lang::ALL.map(|lang| (it, lang))) {
        let map = example(name);
        let (cards, told) = every_card(&map, lang);
        for (card, told) in cards.cards.iter().zip(&told) {
            let phrases = Catalogue::builtin().phrases(card.id.as_str());
            let Some(learned) = phrases.and_then(|it| it.learned.as_ref()) else { continue };
            let asks = [learned.of(lang).you.as_deref(), learned.to_two(lang)];
            let asked = told.lines.iter().filter(|it| it.line == 7).flat_map(|it| &it.sentences);
            for question in asked {
                let has_it = map.focus.iter().all(|id| card.yes.contains(id));
                if asks.contains(&Some(question.as_str())) {
                    assert!(has_it, "{name}, {}: {question}", card.id);
                    own += 1;
                }
                if question.contains("van hen") || question.contains("from them") {
                    assert!(
                        !map.focus.iter().any(|id| card.yes.contains(id)),
                        "{name}: {question}"
                    );
                    others += 1;
                }
            }
        }
    }
    assert!(3 < own && 3 < others, "{own} and {others}");
}

/// "Opa Koos en je moeder kwamen eruit.": the closed card has one sentence for good news.
#[test]
fn who_lives_and_got_out_does_not_fall_off_behind_the_dead() {
    let mut n = 0;
    for (name, lang) in FAMILIES.iter().flat_map(|it| Lang::ALL.map(|lang| (it, lang))) {
        let map = example(name);
        let (cards, told) = every_card(&map, lang);
        for (card, told) in cards.cards.iter().zip(&told) {
            let is_out = |it: &&Claim| it.what == What::Out;
            let out = card.claims.iter().filter(is_out).flat_map(|it| &it.people);
            let grown = out.filter_map(|id| map.person(id)).filter(|it| {
                let age = it.age_on(cards.today);
                age.is_none_or(|age| 18 <= age.hi)
            });
            let dead: Vec<bool> = grown.map(|it| it.is_dead()).collect();
            if !dead.contains(&true) || !dead.contains(&false) {
                continue;
            }
            n += 1;
            let forms = Catalogue::builtin().phrases(card.id.as_str());
            let many = forms.and_then(|it| it.out_then.as_ref()).map(|it| &it.of(lang).many);
            let many = many.expect("an end has words");
            let said = told.closed.last().map(String::as_str).unwrap_or_default();
            assert!(said.ends_with(&format!("{many}.")), "{name}, {}: {said}", card.id);
        }
    }
    assert!(1 < n, "{n} cards");
}

/// With names off a year of birth would say who it is.
#[test]
fn without_names_no_year_of_birth_is_said() {
    let mut n = 0;
    for name in FAMILIES {
        let map = named(&example(name), ShownNames::Off, Lang::Nl).into_owned();
        for told in every_card(&map, Lang::Nl).1 {
            let lines = told.lines.iter().flat_map(|it| &it.sentences);
            for sentence in told.closed.iter().chain(lines) {
                n += 1;
                let year = sentence.split_once(" (").and_then(|(_, it)| it.split_once(')'));
                let is_year = year.is_some_and(|(it, _)| it.parse::<u32>().is_ok());
                assert!(!is_year, "{name}: {sentence}");
            }
        }
    }
    assert!(100 < n, "{n} sentences");
}

/// "Klaas, vader" stands under "Ouders", and nobody's father under "Grootouders".
#[test]
fn the_words_for_generations_are_those_of_the_words_for_people() {
    let mut n = 0;
    for name in FAMILIES {
        let map = example(name);
        let kin = Kinship::of(&map);
        let words = KinWords::of(&map, Lang::Nl, Address::Onlooker, KinNames::Shown);
        let titles = own_generation_words(&map, &kin, Lang::Nl, 9);
        let first = map.focus.first().expect("somebody is in focus");
        for id in map.people.keys() {
            let Some(place) = words.place(id).filter(|it| it.focus == *first) else { continue };
            let title = match place.kin {
                Kin::Focus => "Eigen generatie",
                Kin::Ancestor { generations: 1, bond: Bond::Birth } => "Ouders",
                Kin::Ancestor { generations: 2, bond: Bond::Birth } => "Grootouders",
                Kin::Ancestor { generations: 3, bond: Bond::Birth } => "Overgrootouders",
                Kin::Descendant { generations: 1, bond: Bond::Birth } => "Kinderen",
                _ => continue,
            };
            let row = kin.find(id).map_or(0, |it| kin.generation(it)) as usize;
            assert_eq!(titles[row], title, "{name}: {id:?}");
            n += 1;
        }
    }
    assert!(40 < n, "{n} people");
}

/// "Geen diploma: nee" is a double no: it is said as what it comes to.
#[test]
fn a_no_to_something_that_is_missing_is_said_as_what_there_is() {
    let said = |kind: &str, lang| {
        let words = Catalogue::builtin().phrases(kind).expect(kind);
        [IsDead::No, IsDead::Yes].map(|dead| no_in_words(words, dead, lang))
    };
    let some = |words: &str| Some(words.to_owned());
    assert_eq!(
        said("leren-geen-diploma", Lang::Nl),
        [some("Heeft een diploma"), some("Had een diploma")]
    );
    assert_eq!(said("leren-geen-diploma", Lang::En)[0], some("Has a diploma"));
    assert_eq!(said("geld-schulden", Lang::Nl), [None, None]);
    assert_eq!(said("geld-schulden", Lang::En), [None, None]);
}
