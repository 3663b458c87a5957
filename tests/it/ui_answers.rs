//! What is said with a word or a year behind what is looked for in the palette: of what plays, of what
//! is strong, of skills, and of words of the family's own.

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rode_draad::model::{
    Date, Entry, EntryId, GoingOn, KindId, Moment, Person, Said, SkillLevel, Vital,
};

use crate::ui_window::Window;

fn mina(name: &str) -> Window {
    let mut w = Window::open(name);
    w.press("Ctrl+N");
    w.type_text("Mina 1990 v");
    w.press("Enter");
    w
}

fn who(w: &Window, name: &str) -> Person {
    let found = w.map().people.values().find(|it| it.name.short() == name);
    Person::clone(found.unwrap_or_else(|| panic!("nobody is called {name:?}")))
}

/// What the keyboard is on.
fn focused(w: &Window) -> String {
    let node = w.harness.query_all_by(|node| node.is_focused()).last();
    node.and_then(|it| it.accesskit_node().label()).unwrap_or_default()
}

/// Can `words` be put on with a tap?
fn has_chip(w: &Window, words: &str) -> bool {
    let is_it = |label: String| label == words;
    let chips = w.harness.query_all_by(|node| node.role() == egui::Role::CheckBox);
    { chips }.any(|node| node.accesskit_node().label().is_some_and(is_it))
}

fn typed(w: &mut Window, words: &str) {
    w.type_text(words);
    w.press("Enter");
}

fn written(moment: Option<Moment>) -> String {
    moment.map_or_else(String::new, |it| it.in_words(rode_draad::i18n::Texts::new(LANG)))
}

const LANG: rode_draad::i18n::Lang = rode_draad::i18n::Lang::Nl;

#[test]
fn a_year_behind_what_plays_is_since_when_and_the_next_is_looked_for() {
    let mut w = mina("answers-years");
    w.press("W");
    for words in ["schulden @24", "somber sinds 2010 nu", "stress 2001-2005", "alcohol weet niet"] {
        typed(&mut w, words);
        assert!(focused(&w).starts_with("Zoek of typ"), "{words}: {:?}", focused(&w));
    }
    let entries = who(&w, "Mina").entries;
    let told: Vec<_> = entries
        .iter()
        .map(|it| (it.kind.as_str(), written(it.since), written(it.until), it.going_on))
        .collect();
    let wanted = [
        ("geld-schulden", "24 jaar", "", GoingOn::Unknown),
        ("gevoel-somber", "2010", "", GoingOn::Now),
        ("gevoel-stress", "2001", "2005", GoingOn::Before),
    ];
    let wanted = wanted.map(|(kind, from, to, now)| (kind, from.to_owned(), to.to_owned(), now));
    assert_eq!(told, wanted, "and nothing of what nobody knows");
    // Said before Enter, so that nothing surprises.
    w.type_text("alcohol misschien 2012");
    assert!(w.is_seen("misschien · sinds 2012"));
}

#[test]
fn a_month_is_said_by_its_name() {
    let mut w = mina("answers-month");
    w.press("W");
    w.type_text("alcohol misschien 3-2012");
    assert!(w.is_seen("misschien · sinds maart 2012"));
}

#[test]
fn an_answer_and_a_year_stand_behind_strengths_too() {
    let mut w = mina("answers-strengths");
    w.click_button("Kracht toevoegen");
    typed(&mut w, "droom ja");
    assert!(focused(&w).starts_with("Zoek of typ"), "the next: {:?}", focused(&w));
    typed(&mut w, "zorgt goed 2015");
    typed(&mut w, "hulp nee");
    typed(&mut w, "koken 2015");
    let strengths = who(&w, "Mina").strengths;
    let own = strengths.iter().find(|it| it.kind.is_none()).expect("in own words");
    assert_eq!((own.words.as_str(), written(own.since).as_str()), ("koken", "2015"));
    assert_eq!(strengths.len(), 4, "{strengths:?}");
    assert_eq!(strengths.iter().filter(|it| it.said == Said::No).count(), 1, "{strengths:?}");
    assert_eq!(strengths.iter().filter(|it| written(it.since) == "2015").count(), 2);
    // Again, otherwise: the same one, changed.
    typed(&mut w, "droom misschien vroeger");
    typed(&mut w, "droom misschien");
    let again = who(&w, "Mina").strengths;
    assert!(again.iter().any(|it| it.said == Said::Maybe), "{again:?}");
}

#[test]
fn how_a_skill_goes_is_typed_behind_it_and_enter_alone_asks() {
    let mut w = mina("answers-skills");
    w.press("W");
    typed(&mut w, "plannen lastig");
    assert!(focused(&w).starts_with("Zoek of typ"), "the next: {:?}", focused(&w));
    let levels = |w: &Window| -> Vec<SkillLevel> {
        who(w, "Mina").skills.iter().map(|note| note.level).collect()
    };
    assert_eq!(levels(&w), [SkillLevel::Hard]);
    typed(&mut w, "plannen goed");
    assert_eq!(levels(&w), [SkillLevel::GoesWell], "said otherwise");
    // Nothing is assumed: where no answer stands behind it, the three answers are one Tab away.
    typed(&mut w, "plannen");
    assert_eq!(levels(&w), [SkillLevel::GoesWell]);
    w.press("Tab");
    assert!(focused(&w).starts_with("gaat goed"), "{:?}", focused(&w));
    w.press("Tab");
    w.press("Space");
    assert_eq!(levels(&w), [SkillLevel::Varies]);
    assert!(w.map().own_kinds.is_empty(), "never taken for own words");
}

/// Whatever was said and whatever not: what is typed next is looked for, and stands nowhere unseen.
#[test]
fn a_year_alone_is_of_what_was_put_on_last() {
    let mut w = mina("answers-alone");
    w.press("W");
    for words in ["schulden", "19-25", "somber", "2003", "somber nee", "misschien"] {
        typed(&mut w, words);
    }
    let mina = who(&w, "Mina");
    assert!(w.map().own_kinds.is_empty(), "no year is words of her own");
    let of = |kind: &str| mina.entries.iter().find(|it| it.kind.as_str() == kind).expect("it");
    assert_eq!(written(of("geld-schulden").since), "19 jaar");
    assert_eq!(written(of("geld-schulden").until), "25 jaar");
    assert_eq!(
        (written(of("gevoel-somber").since), of("gevoel-somber").said),
        ("2003".to_owned(), Said::Maybe)
    );
    // Before anything was put on there is nothing it could be of.
    w.press("Escape");
    w.press("W");
    typed(&mut w, "2003");
    assert!(w.is_seen("2003"), "it is asked where these words belong");
}

#[test]
fn the_caret_stays_where_the_next_is_typed() {
    let mut w = mina("answers-caret");
    w.press("W");
    let words = [
        "geslagen misschien",
        "vast werk 22",
        "schulden",
        "somber ja",
        "alcohol nee",
        "stress 2001-2005",
        "plannen",
        "plannen goed",
        "zorgt goed",
        "maakt altijd ruzie",
        "droom",
    ];
    for words in words {
        typed(&mut w, words);
        assert!(focused(&w).starts_with("Zoek of typ"), "{words}: {:?}", focused(&w));
        assert_eq!(w.written_in("Zoek of typ"), "", "{words} was taken");
    }
    assert!(w.map().unread.is_empty(), "{:?}", w.map().unread);
    let (mina, n) = (who(&w, "Mina"), w.map().own_kinds.len());
    let work: Vec<_> = mina.strengths.iter().map(|it| written(it.since)).collect();
    assert!(work.contains(&"22 jaar".to_owned()), "{work:?}");
    assert_eq!((mina.entries.len(), mina.skills.len(), n), (6, 1, 1), "{:?}", mina.entries);
    // What was put on last is one Tab away: of a problem, and of what is strong.
    w.press("Tab");
    assert!(focused(&w).starts_with("Sinds"), "{:?}", focused(&w));
    w.type_text("2010");
    w.press("Enter");
    assert!(focused(&w).starts_with("Zoek of typ"), "and back: {:?}", focused(&w));
    typed(&mut w, "geslagen");
    w.press("Tab");
    assert!(focused(&w).starts_with("Sinds"), "{:?}", focused(&w));
    w.press("Escape");
    w.press("Escape");
    w.click_person("Mina");
    w.click_button("Kracht toevoegen");
    for words in ["lachen", "kan heel goed vissen"] {
        typed(&mut w, words);
        assert!(focused(&w).starts_with("Zoek of typ"), "{words}: {:?}", focused(&w));
        w.press("Tab");
        assert!(focused(&w).starts_with("Sinds"), "{words}: {:?}", focused(&w));
        w.press("Enter");
    }
}

#[test]
fn an_answer_is_typed_in_english_too() {
    let mut w = Window::open("answers-english");
    w.click_button("English");
    w.press("Ctrl+N");
    w.type_text("Mina 1990 f");
    w.press("Enter");
    w.press("W");
    for words in ["debts since 2010", "stress no", "planning hard", "alcohol don't know"] {
        typed(&mut w, words);
    }
    let mina = who(&w, "Mina");
    let said: Vec<_> = mina.entries.iter().map(|it| (it.kind.as_str(), it.said)).collect();
    assert_eq!(said, [("geld-schulden", Said::Yes), ("gevoel-stress", Said::No)]);
    assert_eq!(mina.skills[0].level, SkillLevel::Hard);
}

/// Two people who have the same word share one theme; a thread can be seen between them.
#[test]
fn own_words_are_found_again_and_are_one_theme() {
    let mut w = mina("answers-own");
    w.press("W");
    typed(&mut w, "Katten in huis sinds 2010");
    w.click_button("Wonen");
    w.press("Escape");
    w.press("Escape");
    w.click_person("Mina");
    w.press("K");
    typed(&mut w, "Fenna 2015 v");
    w.click_person("Fenna");
    w.press("W");
    w.type_text("katt");
    assert!(has_chip(&w, "Katten in huis"), "offered");
    w.press("Enter");
    w.press("Escape");
    w.press("Escape");
    w.click_person("Fenna");
    w.press("B");
    typed(&mut w, "Bram 2016 m");
    w.click_person("Bram");
    w.press("W");
    // Typed as a whole, in other letters: the same.
    typed(&mut w, "KATTEN IN HUIS nu");
    let map = w.map();
    assert_eq!(map.own_kinds.len(), 1, "{:?}", map.own_kinds);
    let all: Vec<_> = ["Mina", "Fenna", "Bram"].map(|it| who(&w, it).entries[0].clone()).into();
    assert!(all.iter().all(|it| it.kind == all[0].kind));
    assert_eq!((written(all[0].since).as_str(), all[2].going_on), ("2010", GoingOn::Now));
    assert!(w.is_seen("sinds 2010") || !w.is_seen("Waar hoort"), "it is not asked again");
}

/// A word of one's own is renamed everywhere; wiped it is as it was.
#[test]
fn a_word_of_ones_own_never_has_no_word() {
    let mut w = mina("own-wiped");
    w.click_person("Mina");
    w.press("W");
    typed(&mut w, "katten in huis");
    w.press("Escape");
    w.press("Escape");
    w.click_person("Mina");
    w.click_button("katten in huis");
    let label = |w: &Window| w.map().own_kinds.values().next().map(|it| it.label.clone());
    w.write_in("Het woord (verandert overal)", "veel katten");
    assert_eq!(label(&w).as_deref(), Some("veel katten"));
    w.focus_field("Het woord (verandert overal)");
    w.press("Ctrl+A");
    w.press("Backspace");
    w.press("Tab");
    assert_eq!(label(&w).as_deref(), Some("veel katten"));
    assert_eq!(w.written_in("Het woord (verandert overal)"), "veel katten");
}

/// A word that stands only with what is hidden is not named to whoever looks for another.
#[test]
fn own_words_of_what_is_hidden_are_not_offered() {
    let mut w = mina("answers-hidden");
    w.press("W");
    typed(&mut w, "Qgeheim");
    w.click_button("Weet ik niet, of nergens bij");
    w.press("Escape");
    w.press("Escape");
    w.click_person("Mina");
    w.click_button("Qgeheim");
    w.click_button("Is gevoelig");
    w.click_person("Mina");
    w.press("K");
    typed(&mut w, "Fenna 2015 v");
    w.click_person("Fenna");
    w.press("W");
    assert!(!w.is_seen("Qgeheim") && !has_chip(&w, "Qgeheim"));
    w.type_text("qge");
    assert!(!has_chip(&w, "Qgeheim"));
}

/// The fields below say what they are about, and go when something else is looked for.
#[test]
fn what_was_put_on_before_is_not_told_of_what_is_looked_for_now() {
    let mut w = mina("answers-before");
    w.press("W");
    typed(&mut w, "schulden");
    w.press("Enter");
    assert_eq!(w.written_anywhere("Sinds leeftijd of jaar").len(), 1);
    assert!(w.is_seen("Schulden"));
    w.type_text("som");
    assert!(w.written_anywhere("Sinds leeftijd of jaar").is_empty(), "of debts");
    w.press("Enter");
    assert_eq!(w.written_anywhere("Sinds leeftijd of jaar").len(), 1, "of what was found");
}

#[test]
fn where_own_words_belong_is_not_asked_once_they_are_taken_back() {
    let mut w = mina("answers-taken-back");
    w.press("W");
    typed(&mut w, "Katten in huis");
    assert!(w.is_seen("Waar hoort „Katten in huis” bij?"));
    w.click_button("Ongedaan maken");
    assert!(w.map().own_kinds.is_empty());
    assert!(!w.is_seen("Waar hoort „Katten in huis” bij?"));
}

/// A command is found by its words in either language, and walked to with the arrows.
#[test]
fn a_command_is_found_in_either_language() {
    let mut w = mina("commands-languages");
    for (typed, words) in [("english", "In English"), ("taal", "In English"), ("tidy", "netjes")] {
        w.press("Ctrl+K");
        w.type_text(typed);
        assert!(w.has_button(words), "{typed}: {:?}", w.buttons());
        w.press("Escape");
    }
    w.press("Ctrl+K");
    w.type_text("xyzzy");
    assert!(w.is_seen("Dit kan nu niet"));
    w.press("Ctrl+A");
    w.press("Backspace");
    let rows = w.button_rects("Kind erbij");
    assert!(rows.first().is_some_and(|it| 300.0 < it.width()), "{rows:?}");
    w.press("Escape");
    w.press("Ctrl+K");
    w.type_text("english");
    w.press("Enter");
    assert!(w.has_button("Save"));
}

#[test]
fn tidy_stands_everybody_where_the_rules_want_them() {
    let mut w = mina("tidy");
    w.press("K");
    typed(&mut w, "Fenna 2015 v");
    w.press("Escape");
    let before = w.person_rect("Fenna");
    w.drag("Fenna", 160.0);
    assert_ne!(w.person_rect("Fenna").center().x, before.center().x);
    assert!(!w.map().view.pins.is_empty());
    w.press("Ctrl+K");
    w.type_text("netjes");
    w.press("Enter");
    assert!(w.map().view.pins.is_empty());
    let (a, b) = (w.person_rect("Mina").center().x, w.person_rect("Fenna").center().x);
    assert!((a - b).abs() < 2.0, "below her mother: {a} {b}");
}

/// Whoever types an end that lies in the past says that it is over; what is typed beside it counts
/// for more, and a beginning alone says nothing.
#[test]
fn an_end_in_the_past_says_that_it_is_over() {
    let mut w = mina("answers-over");
    w.press("W");
    for words in [
        "schulden 2001-2005",
        "somber 2003",
        "stress 12-16",
        "alcohol 2001-2005 misschien",
        "drugs 2001-2005 nu",
        "gokken 2001-2050",
        "oorlog nee",
    ] {
        typed(&mut w, words);
    }
    let entries = who(&w, "Mina").entries;
    let told: Vec<_> = entries.iter().map(|it| (it.said, it.going_on)).collect();
    let wanted = [
        (Said::Yes, GoingOn::Before),
        (Said::Yes, GoingOn::Unknown),
        (Said::Yes, GoingOn::Before),
        (Said::Maybe, GoingOn::Before),
        (Said::Yes, GoingOn::Now),
        (Said::Yes, GoingOn::Unknown),
        (Said::No, GoingOn::Unknown),
    ];
    assert_eq!(told, wanted, "{entries:?}");
    // Said of what is there already.
    typed(&mut w, "somber 2003-2004");
    assert_eq!(who(&w, "Mina").entries[1].going_on, GoingOn::Before);
}

/// Of somebody who died, any end is over, however little is known of when they lived.
#[test]
fn an_age_at_the_end_is_over_for_whoever_died() {
    let today = Date::parse("2026-11-30").expect("a day");
    for (vital, wanted) in [(Vital::Dead(None), GoingOn::Before), (Vital::Living, GoingOn::Unknown)]
    {
        let harm = Person { vital, ..Person::default() };
        let ids = EntryId::new("e1").zip(KindId::new("gebruik-alcohol"));
        let (id, kind) = ids.expect("ids");
        let alcohol = Entry { until: Moment::from_typed("63", today), ..Entry::new(id, kind) };
        assert!(alcohol.until.is_some());
        assert_eq!(alcohol.clone().over_when_ended(Some(&harm), today).going_on, wanted);
        let no = Entry { said: Said::No, ..alcohol };
        assert_eq!(no.over_when_ended(Some(&harm), today).going_on, GoingOn::Unknown);
    }
}

/// The words with which somebody says that a skill is hard lead to that skill.
#[test]
fn a_skill_is_found_by_how_somebody_says_it() {
    for (name, english, words) in
        [("said-nl", None, "snel boos"), ("said-en", Some("English"), "quickly angry")]
    {
        let mut w = Window::open(name);
        english.into_iter().for_each(|it| w.click_button(it));
        w.press("Ctrl+N");
        typed(&mut w, "Mina 1990");
        w.press("W");
        typed(&mut w, words);
        assert!(w.map().own_kinds.is_empty(), "never taken for own words");
        let hard = if english.is_some() { "hard" } else { "lastig" };
        let is_there = (0..4).any(|_| {
            w.press("Tab");
            focused(&w).to_lowercase().contains(hard)
        });
        assert!(is_there, "how it goes is asked: {:?}", focused(&w));
        w.press("Space");
        let skills = who(&w, "Mina").skills;
        let told: Vec<_> = skills.iter().map(|it| (it.skill.as_str(), it.level)).collect();
        assert_eq!(told, [("ef-emotie", SkillLevel::Hard)]);
    }
    let mut w = mina("said-hard");
    w.press("W");
    typed(&mut w, "snel boos lastig");
    assert_eq!(who(&w, "Mina").skills.len(), 1);
}

/// A word of the family's own goes with the last that is of it, and comes back with it.
#[test]
fn own_words_go_with_the_last_that_is_of_them() {
    let mut w = mina("own-words-last");
    w.press("W");
    typed(&mut w, "Katten in huis");
    w.press("Escape");
    w.press("Escape");
    w.press("Home");
    assert_eq!(w.map().own_kinds.len(), 1);
    w.click_button("Katten in huis");
    w.click_button("Haal weg");
    assert!(who(&w, "Mina").entries.is_empty() && w.map().own_kinds.is_empty());
    w.press("Ctrl+Z");
    assert_eq!((who(&w, "Mina").entries.len(), w.map().own_kinds.len()), (1, 1), "one step");
}

/// "16-16" was one moment.
#[test]
fn what_began_and_ended_at_once_is_one_moment() {
    let texts = rode_draad::i18n::Texts::new(LANG);
    let told = |since: &str, until: &str| {
        let at = |text: &str| Moment::from_typed(text, Date::parse("2026-11-30")?);
        rode_draad::model::standing_in_words(
            texts,
            Said::Yes,
            (at(since), at(until)),
            GoingOn::Unknown,
        )
    };
    assert_eq!(told("16", "16"), "16 jaar");
    assert_eq!(told("16", "17"), "vanaf 16 jaar · tot 17 jaar");
    assert_eq!(told("2010", "2010"), "2010");
}
