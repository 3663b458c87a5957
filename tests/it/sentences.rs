//! Every sentence about the four fictional families, in both languages.
//!
//! `cargo test --test it sentences -- --nocapture` prints them, to be read as a tired parent would.

use rode_draad::catalogue::Catalogue;
use rode_draad::file;
use rode_draad::i18n::Lang;
use rode_draad::kinship::{Address, Kinship, Names};
use rode_draad::model::Date;
use rode_draad::pattern::{MAX_WORDS, Settings, Wording, find};

const CASES: [&str; 4] =
    ["drie-keer-jong-moeder", "net-als-opa", "wie-praat-met-wie", "de-leeftijd-van-opa"];

#[test]
#[expect(clippy::print_stdout, reason = "the sentences are there to be read with --nocapture")]
fn the_four_families_are_told_in_short_sentences_that_end_in_a_question() {
    for case in CASES {
        for lang in Lang::ALL {
            let (told, average) = tell(case, lang);
            println!("{told}\n{case} {lang:?}: {average:.1} words a sentence\n");
            assert!(average <= 15.0, "{case} {lang:?}: {average}");
        }
    }
}

fn tell(case: &str, lang: Lang) -> (String, f64) {
    let path = format!("{}/examples/{case}.familie", env!("CARGO_MANIFEST_DIR"));
    let map = file::open(&std::fs::read(path).unwrap()).unwrap();
    let today = map.today_or(Date::new(2026, Some(11), Some(21)).unwrap());
    let kin = Kinship::of(&map);
    let found = find(&map, &kin, Catalogue::builtin(), &Settings::default(), today);
    let wording = Wording::of(&map, Catalogue::builtin(), lang, Address::FocusPerson, Names::Shown);
    let (mut told, mut n_words, mut n_sentences) = (Vec::new(), 0, 0);
    let mut too_long = Vec::new();
    for finding in &found.findings {
        let sentences = wording.sentences(finding);
        assert!((1..=3).contains(&sentences.len()), "{finding:?}");
        assert!(sentences.last().unwrap().ends_with('?'), "{sentences:?}");
        for sentence in &sentences {
            let words = sentence.split_whitespace().count();
            if MAX_WORDS < words {
                too_long.push(format!("{words}: {sentence}"));
            }
            n_words += words;
            n_sentences += 1;
        }
        told.push(format!(
            "{}{} | {} | {}\n    {}",
            if finding.covered_by.is_some() { "(covered) " } else { "" },
            finding.pattern.code(),
            wording.title(finding),
            wording.subtitle(finding),
            sentences.join(" ")
        ));
    }
    told.extend(wording.questions(&found).into_iter().map(|it| format!("? {it}")));
    let spots = found.white_spots.iter().filter(|it| it.named && it.generation.is_none());
    told.extend(spots.map(|spot| wording.white_spot(spot).join(" ")));
    told.extend(found.load.iter().take(3).map(|row| wording.load_row(row)));
    assert!(too_long.is_empty(), "{}", too_long.join("\n"));
    (told.join("\n"), f64::from(n_words as u32) / f64::from(n_sentences.max(1)))
}
