use std::collections::BTreeSet;

use super::*;
use crate::catalogue::{Catalogue, Entry, Nature, folded};

/// One wording, with where it stands.
struct Said<'a> {
    place: String,
    row: &'a Phrases,
    lang: Lang,
    kind: Wording,
    text: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wording {
    Title,
    Predicate,
    When,
    Asked,
    Wish,
}

fn rows() -> &'static [Phrases] {
    Catalogue::builtin().all_phrases()
}

fn row(theme: &str) -> &'static Phrases {
    Catalogue::builtin().phrases(theme).unwrap_or_else(|| panic!("no words for {theme}"))
}

/// Every predicate of a row: its name and its texts.
fn predicates(row: &Phrases, lang: Lang) -> Vec<(&'static str, Vec<&str>)> {
    fn three(forms: &Forms) -> Vec<&str> {
        vec![&forms.you, &forms.one, &forms.many]
    }
    fn child(forms: &ChildForms) -> Vec<&str> {
        vec![&forms.one, &forms.many]
    }
    fn each(forms: &Each) -> Vec<&str> {
        vec![&forms.two, &forms.more]
    }
    let mut all = vec![("then", three(row.then.of(lang)))];
    for (name, forms) in [
        ("now", &row.now),
        ("still", &row.still),
        ("not", &row.not),
        ("not_then", &row.not_then),
        ("not_short", &row.not_short),
        ("not_short_then", &row.not_short_then),
        ("out", &row.out),
        ("out_then", &row.out_then),
        ("not_begun", &row.not_begun),
    ] {
        all.extend(forms.iter().map(|it| (name, three(it.of(lang)))));
    }
    for (name, forms) in [
        ("child_now", &row.child_now),
        ("child_still", &row.child_still),
        ("child_not", &row.child_not),
        ("child_out", &row.child_out),
        ("grow", &row.grow),
        ("next", &row.next),
        ("next_then", &row.next_then),
    ] {
        all.extend(forms.iter().map(|it| (name, child(it.of(lang)))));
    }
    for (name, forms) in [("each_now", &row.each_now), ("each_then", &row.each_then)] {
        all.extend(forms.iter().map(|it| (name, each(it.of(lang)))));
    }
    if let Some(pair) = &row.pair {
        let pair = pair.of(lang);
        let more = [&pair.now, &pair.also, &pair.out].into_iter().flatten();
        all.push(("pair", [&pair.then].into_iter().chain(more).map(String::as_str).collect()));
    }
    all
}

fn questions(row: &Phrases, lang: Lang) -> Vec<(&'static str, &Question)> {
    let asked = [
        ("ask", row.ask.as_ref()),
        ("ask_helped", row.ask_helped.as_ref()),
        ("ask_not_begun", row.ask_not_begun.as_ref()),
        ("wish", row.wish.as_ref()),
        ("learned", row.learned.as_ref()),
        ("close", Some(&row.close)),
    ];
    asked.into_iter().filter_map(|(name, it)| Some((name, it?.of(lang)))).collect()
}

fn all_said() -> Vec<Said<'static>> {
    let mut all = Vec::new();
    for row in rows() {
        for lang in Lang::ALL {
            let mut say = |name: &str, kind, text: &'static str| {
                let place = format!("{} {name} ({})", row.theme, lang.code());
                all.push(Said { place, row, lang, kind, text });
            };
            say("title", Wording::Title, row.title.in_lang(lang));
            if let Some(when) = &row.when {
                say("when", Wording::When, when.of(lang));
            }
            for (name, texts) in predicates(row, lang) {
                for text in texts.into_iter().filter(|text| !text.is_empty()) {
                    say(name, Wording::Predicate, text);
                }
            }
            for (name, question) in questions(row, lang) {
                let Question { of, past, you, two } = question;
                for text in [of, past, you, two].into_iter().flatten() {
                    let kind = if name == "wish" { Wording::Wish } else { Wording::Asked };
                    say(name, kind, text);
                }
            }
        }
    }
    all
}

fn is_tie(row: &Phrases) -> bool {
    row.theme.starts_with("contact(")
}

fn is_strong(row: &Phrases) -> bool {
    row.theme.starts_with("s-") || row.theme.starts_with("strong(")
}

#[test]
fn every_theme_of_a_card_has_its_words() {
    let catalogue = Catalogue::builtin();
    let mut wanted: BTreeSet<String> =
        ["young-parent", "separated", "lone-parent", "placed-out", "early-death"]
            .into_iter()
            .chain(["lost-parent-young", OWN])
            .map(str::to_owned)
            .collect();
    for entry in catalogue.entries() {
        match entry {
            Entry::Skill(skill) => {
                wanted.extend([skill.id.clone(), format!("strong({})", skill.id)]);
            }
            Entry::Support(_) => {}
            Entry::Relation(relation) => {
                wanted.insert(format!("contact({})", relation.theme));
                if let Some(roles) = &relation.roles {
                    wanted.insert(format!("contact({}: {})", relation.theme, roles.to_theme));
                }
            }
            other => {
                wanted.insert(other.id().to_owned());
            }
        }
    }
    for theme in &wanted {
        assert!(catalogue.phrases(theme).is_some(), "no words for {theme}");
    }
    let mut seen = BTreeSet::new();
    for row in rows() {
        assert!(wanted.contains(&row.theme), "words for nothing: {}", row.theme);
        assert!(seen.insert(&row.theme), "{} has words twice", row.theme);
    }
}

#[test]
fn what_is_entered_and_derived_alike_is_said_alike() {
    let pairs: Vec<_> =
        rows().iter().filter_map(|it| Some((it.entered_as.as_deref()?, &*it.theme))).collect();
    let expected = [
        ("opv-jongouder", "young-parent"),
        ("relatie-scheiding", "separated"),
        ("relatie-alleen", "lone-parent"),
        ("opv-uithuis", "placed-out"),
    ];
    assert_eq!(pairs, expected, "telling.md §0");
    for (entered, derived) in pairs {
        assert!(Catalogue::builtin().kind(entered).is_some(), "{entered}");
        assert_eq!(row(entered).theme, derived);
    }
}

/// What a row must say and must not say: by its end, by `tell_not`, by what it is.
fn gaps(row: &Phrases) -> Vec<&'static str> {
    let is_harm = is_tie(row) && row.short_names;
    let pair_out = row.pair.iter().all(|it| it.nl.out.is_some() && it.en.out.is_some());
    let has_out = if row.pair.is_some() { pair_out } else { row.out.is_some() };
    let nots = [&row.not, &row.not_then, &row.not_short, &row.not_short_then];
    let children = [&row.child_now, &row.child_still, &row.child_not];
    let ends = row.ends != Ends::Never;
    let rules = [
        // A tie of violence is never said as going on now.
        ("now", row.now.is_some() != is_harm),
        ("still", is_tie(row) || row.still.is_some()),
        ("out where it ends, and only there", has_out == ends || row.pair.is_some() && !ends),
        ("out_then with out", row.out.is_some() == row.out_then.is_some()),
        ("ask_helped where it ends", is_tie(row) || row.ask_helped.is_some() == ends),
        ("not where it may be told", !row.tell_not || nots.iter().all(|it| it.is_some())),
        ("all four of not or none", nots.iter().all(|it| it.is_some() == row.not.is_some())),
        ("ask_not_begun with not_begun", row.not_begun.is_some() == row.ask_not_begun.is_some()),
        ("a stop for not_begun", row.not_begun.is_none() || row.ends == Ends::Stop),
        ("learned for what is strong, and only there", row.learned.is_some() == is_strong(row)),
        ("a wish for what is strong", !is_strong(row) || row.wish.is_some()),
        ("no end and no not for what is strong", !is_strong(row) || !ends && row.not.is_none()),
        ("strong things told", !is_strong(row) || row.tell == Tell::Default),
        (
            "all child forms or none",
            is_strong(row) || children.iter().all(|it| it.is_some() == row.child_now.is_some()),
        ),
        ("child_out where it ends", row.child_now.is_none() || row.child_out.is_some() || !ends),
        ("next_then with next", row.next.is_none() || row.next_then.is_some()),
        ("a wish with grow", row.grow.is_none() || row.wish.is_some()),
        ("two tenses for first_now", row.first_now == FirstNow::Never || !row.is_always_past()),
        ("close", row.close.nl.you.is_some() && row.close.en.you.is_some()),
    ];
    rules.into_iter().filter(|(_, holds)| !holds).map(|(name, _)| name).collect()
}

#[test]
fn no_theme_lacks_a_form_that_its_flags_ask_for() {
    for row in rows() {
        assert_eq!(gaps(row), [""; 0], "{}", row.theme);
    }
    let mut broken = row("geld-schulden").clone();
    broken.out = None;
    broken.not_short = None;
    assert_eq!(gaps(&broken).len(), 4, "{:?}", gaps(&broken));
}

#[test]
fn a_question_is_there_in_both_languages_and_for_everybody() {
    for row in rows() {
        let theme = &row.theme;
        let (dutch, english) = (questions(row, Lang::Nl), questions(row, Lang::En));
        for ((name, nl), (_, en)) in dutch.into_iter().zip(english) {
            assert_eq!(nl.of.is_some(), en.of.is_some(), "{theme} {name}: about one");
            assert_eq!(nl.past.is_some(), en.past.is_some(), "{theme} {name}: about the dead");
            assert_eq!(nl.you.is_some(), en.you.is_some(), "{theme} {name}: to you");
            assert_eq!(en.two, None, "{theme} {name}: English says you to two as well");
            assert!(nl.you.is_some() || name == "ask", "{theme} {name}: to you");
            if name == "ask" {
                assert!(
                    nl.of.is_some() && nl.past.is_some(),
                    "{theme}: of the living and the dead"
                );
            }
            // What was done to somebody is never asked of two people together; nor whose tie it is.
            let is_private = row.short_names || is_tie(row) || row.own_only;
            if nl.you.is_some() && !is_private && theme != "veilig-oorlog" {
                assert!(nl.two.is_some(), "{theme} {name}: to two");
            }
            assert!(!row.short_names || nl.two.is_none(), "{theme} {name}: never to two");
        }
    }
}

#[test]
fn wordings_hold_the_placeholders_they_need_and_no_other() {
    for Said { place, row, lang, kind, text } in all_said() {
        let who = if lang == Lang::Nl { "{wie}" } else { "{who}" };
        let child = if lang == Lang::Nl { "{kind}" } else { "{child}" };
        let bare = text.replace(who, "").replace(child, "").replace("{label}", "");
        assert!(!bare.contains(['{', '}']), "{place}: {text}");
        let allowed = match kind {
            Wording::Wish => text.contains(child) && !text.contains(who),
            Wording::Asked => !text.contains(child),
            Wording::Predicate => !text.contains(child) && (is_tie(row) || !text.contains(who)),
            Wording::Title | Wording::When => !text.contains(child) && !text.contains(who),
        };
        assert!(allowed, "{place}: {text}");
        assert_eq!(
            text.contains("{label}"),
            text.contains("{label}") && row.theme == OWN,
            "{place}"
        );
        assert!(text.matches(who).count() <= 1, "{place}: {text}");
    }
    for row in rows() {
        for lang in Lang::ALL {
            let who = if lang == Lang::Nl { "{wie}" } else { "{who}" };
            for (name, question) in questions(row, lang) {
                let theme = &row.theme;
                for text in [&question.of, &question.past].into_iter().flatten() {
                    assert!(text.contains(who), "{theme} {name}: {text}");
                }
                for text in [&question.you, &question.two].into_iter().flatten() {
                    assert!(!text.contains(who), "{theme} {name}: {text}");
                }
            }
            let tie = row.then.of(lang);
            assert!(!is_tie(row) || tie.one.contains(who), "{}: with whom?", row.theme);
        }
    }
}

/// The finite verbs that Dutch predicates start with.
const VERBS: &str = include_str!("verbs.txt");

#[test]
fn dutch_predicates_start_with_their_verb() {
    let verbs: BTreeSet<&str> = VERBS.split_whitespace().collect();
    let mut used = BTreeSet::new();
    for Said { place, lang, kind, text, .. } in all_said() {
        if lang == Lang::Nl && kind == Wording::Predicate {
            let verb = text.split(' ').next().unwrap_or_default();
            assert!(verbs.contains(verb), "{place}: {text}");
            used.insert(verb);
        }
    }
    assert_eq!(used, verbs, "a verb that no wording uses");
}

#[test]
fn wordings_are_short_and_clean() {
    for Said { place, lang, kind, text, .. } in all_said() {
        let words = text.split_whitespace().count();
        let most = match kind {
            Wording::Title => 5,
            Wording::Predicate => 10,
            Wording::When => 7,
            Wording::Asked | Wording::Wish => 12,
        };
        assert!(words <= most, "{place} has {words} words: {text}");
        assert_eq!(text.trim(), text, "{place}");
        assert!(!text.contains("  ") && !text.contains('\''), "{place}: {text}");
        let is_question = matches!(kind, Wording::Asked | Wording::Wish);
        let asks = text.contains('?') && text.ends_with(['?', '.']);
        assert_eq!(asks, is_question, "{place}: {text}");
        assert!(
            !text.contains(['.', '!', ';', ':']) || text.contains(". ") || text.contains("? "),
            "{place}: {text}"
        );
        let first = text.chars().next().unwrap_or_default();
        let is_label = text.contains("{label}") && kind == Wording::Title;
        if matches!(kind, Wording::Predicate | Wording::When) {
            assert!(first.is_lowercase(), "{place}: {text}");
        } else {
            assert!(first.is_uppercase() || is_label, "{place}: {text}");
        }
        let longest = text.split_whitespace().map(|word| word.chars().count()).max();
        assert!(longest <= Some(19) || lang == Lang::En, "{place}: {text}");
    }
}

/// Words that a family must never read about itself (telling.md §6, grammar.md §6).
const FORBIDDEN: [(Lang, &str); 46] = [
    (Lang::Nl, "omdat"),
    (Lang::Nl, "daardoor"),
    (Lang::Nl, "waardoor"),
    (Lang::Nl, "dankzij"),
    (Lang::Nl, "komt door"),
    (Lang::Nl, "kwam door"),
    (Lang::Nl, "schuld van"),
    (Lang::Nl, "eigen schuld"),
    (Lang::Nl, "fout"),
    (Lang::Nl, "erfelijk"),
    (Lang::Nl, "geërfd"),
    (Lang::Nl, "zit in de familie"),
    (Lang::Nl, "in het bloed"),
    (Lang::Nl, "risico"),
    (Lang::Nl, "kans op"),
    (Lang::Nl, "gevaar"),
    (Lang::Nl, "net als"),
    (Lang::Nl, "net zo"),
    (Lang::Nl, "cirkel"),
    (Lang::Nl, "doorbreken"),
    (Lang::Nl, "doorbroken"),
    (Lang::Nl, "overgeslagen"),
    (Lang::Nl, "generatie"),
    (Lang::Nl, "generaties"),
    (Lang::Nl, "waarom"),
    (Lang::Nl, "herken"),
    (Lang::Nl, "nog steeds"),
    (Lang::En, "because"),
    (Lang::En, "due to"),
    (Lang::En, "thanks to"),
    (Lang::En, "fault"),
    (Lang::En, "blame"),
    (Lang::En, "hereditary"),
    (Lang::En, "inherited"),
    (Lang::En, "runs in"),
    (Lang::En, "genes"),
    (Lang::En, "risk"),
    (Lang::En, "chance of"),
    (Lang::En, "danger"),
    (Lang::En, "just like"),
    (Lang::En, "cycle"),
    (Lang::En, "skipped"),
    (Lang::En, "generation"),
    (Lang::En, "generations"),
    (Lang::En, "why"),
    (Lang::En, "recognise"),
];

#[test]
fn nothing_is_said_that_hurts() {
    let plain = |text: &str| {
        let words: String =
            text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        format!(" {} ", folded(&words).split_whitespace().collect::<Vec<_>>().join(" "))
    };
    for Said { place, lang, text, .. } in all_said() {
        for (_, word) in FORBIDDEN.iter().filter(|(of, _)| *of == lang) {
            assert!(!plain(text).contains(&plain(word)), "{place} says {word}: {text}");
        }
    }
}

#[test]
fn nobody_is_said_to_have_stopped_what_was_never_theirs() {
    for row in rows() {
        for lang in Lang::ALL {
            for (name, texts) in predicates(row, lang) {
                let is_out = name.starts_with("out") || name == "child_out" || name == "pair";
                for text in texts {
                    let stops = ["gestopt", "stopte", "stopten", "stopped", "quit", "eruit"];
                    let says = text.split(' ').any(|word| stops.contains(&word));
                    // Leaving school and contact that ended are events, not something got out of.
                    let is_event = row.is_always_past() || row.theme == "contact(cut-off)";
                    assert!(!says || is_out || is_event, "{} {name}: {text}", row.theme);
                }
            }
        }
    }
}

#[test]
fn used_and_lived_through_share_no_word() {
    let used = row("veilig-pleger");
    let catalogue = Catalogue::builtin();
    for other in ["veilig-partnergeweld", "veilig-mishandeld", "veilig-getuige"] {
        let other = row(other);
        for lang in Lang::ALL {
            let said = |row| -> BTreeSet<&str> {
                let texts = predicates(row, lang).into_iter().flat_map(|(_, texts)| texts);
                texts.chain([row.title.in_lang(lang)]).collect()
            };
            let both: Vec<_> = said(used).intersection(&said(other)).copied().collect();
            assert!(both.is_empty(), "{} and {}: {both:?}", used.theme, other.theme);
        }
        let kinds = [catalogue.kind(&used.theme), catalogue.kind(&other.theme)];
        let [Some(one), Some(two)] = kinds else { panic!("both are kinds") };
        assert_ne!(one.icon, two.icon, "{}: the same sign", other.theme);
        assert_ne!(catalogue.hue(one), catalogue.hue(two), "{}: the same colour", other.theme);
    }
}

#[test]
fn hidden_and_grave_themes_are_told_with_care() {
    for kind in Catalogue::builtin().kinds() {
        let words = row(&kind.id);
        if kind.hidden {
            assert_eq!(words.tell, Tell::OnRequest, "{} is hidden", kind.id);
            assert!(!words.tell_not, "{}: not having it is no merit", kind.id);
            assert_eq!(words.grow, None, "{}: a promise or a threat", kind.id);
            assert_ne!(words.ends, Ends::Stop, "{}: no knot promises that it is safe", kind.id);
        }
        if kind.nature == Nature::Childhood {
            assert!(words.is_always_past(), "{}: childhood is past", kind.id);
            assert_eq!(words.not_begun, None, "{}: nothing to begin", kind.id);
        }
        if kind.nature == Nature::Event {
            assert_eq!(words.ends, Ends::Never, "{} happened", kind.id);
        }
        if kind.area == "veilig" {
            assert_eq!(words.next, None, "{}: the map cannot vouch for a child", kind.id);
        }
    }
    for theme in
        ["gevoel-einde", "veilig-oorlog", "gevoel-rouw", "lichaam-beperking", "early-death"]
    {
        assert_eq!(row(theme).ends, Ends::Never, "{theme} has no end to tell");
        assert!(!row(theme).tell_not, "{theme}: being spared is no merit");
        assert_eq!(row(theme).first_now, FirstNow::Never, "{theme}");
    }
    let helped: Vec<_> = rows().iter().filter(|it| it.helpline).map(|it| &*it.theme).collect();
    assert_eq!(helped, ["gevoel-einde"]);
}

#[test]
fn first_and_now_are_said_only_where_both_are_true() {
    let once: Vec<_> =
        rows().iter().filter(|it| it.first_now == FirstNow::Once).map(|it| &*it.theme).collect();
    assert_eq!(once, ["geld-schulden", "geld-uitkering", "opv-ots"], "grammar.md §7.6");
    for row in rows().iter().filter(|it| it.first_now != FirstNow::Never) {
        let then = &row.then.nl;
        for text in [&then.you, &then.one, &then.many] {
            let words: Vec<&str> = text.split(' ').collect();
            let says_no = words.iter().any(|it| ["niet", "geen", "nooit", "eerst"].contains(it));
            assert!(!says_no, "{}: Eerst … {text}", row.theme);
            assert!(!text.contains(','), "{}: Eerst … {text}", row.theme);
        }
    }
}

#[test]
fn a_closing_question_about_then_is_marked() {
    for row in rows() {
        let close = row.close.nl.you.as_deref().unwrap_or_default();
        let is_past = close.split([' ', '?']).any(|word| word == "toen");
        assert_eq!(row.close_past, is_past, "{}: {close}", row.theme);
    }
}
