use proptest::prelude::{any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::strategy::Strategy as _;

use super::*;
use crate::i18n::{Lang, Texts};
use crate::model::{Age, LifePhase, Moment};

fn today() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

fn date(text: &str) -> Option<PartialDate> {
    PartialDate::from_typed(text, today())
}

fn year(year: i32) -> Date {
    Date::year_only(year).expect("a year")
}

#[test]
fn what_is_shown_reads_back_the_same() {
    let shown = ["1979", "3-1979", "12-3-1979", "±1955", "<1960", ">3-1950", "1958–1960", "0047"];
    for text in shown.into_iter().chain(["3-1958..5-1960", "-0044"]) {
        assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some(text));
    }
}

/// How a date is shown, and ways to type it.
const DATES: &[(&str, &str)] = &[
    ("1979", " 1979 |in 1979|sinds 1979|in het jaar 1979|anno 1979|since 1979"),
    ("±1955", "ca. 1955|rond 1955|Ongeveer 1955|circa 1955|about 1955|± 1955|1955?|around 1955"),
    ("<1960", "voor 1960|vóór 1960|before 1960|< 1960|<1960"),
    ("1958–1960", "1958-1960|1958 - 1960|tussen 1958 en 1960|between 1958 and 1960|1958 of 1960"),
    ("1958–1960", "from 1958 to 1960|van 1958 tot 1960"),
    ("12-3-1979", "12/3/1979|1979-03-12|12 maart 1979|op 12 maart 1979|March 12, 1979"),
    ("12-3-1979", "12th March 1979|12-mrt-1979|12 3 1979|12.3.1979|on 12 mar. 1979"),
    ("3-1979", "maart 1979|March 1979|3-1979|1979-03|in maart 1979"),
    ("1950–1959", "jaren 50|in de jaren 50|de jaren vijftig|1950s|the 1950s|the fifties"),
    ("1950–1959", "in the 50s|jaren ’50|the '50s"),
    ("2023", "3 jaar geleden|three years ago|drie jaar geleden"),
    ("2025", "vorig jaar|last year"),
    ("2026", "dit jaar"),
    ("12-2025", "11 maanden geleden"),
];

/// What is no date.
const NO_DATES: &str = "31-2-1979||Piet|19|12|mei|in|rond|tussen 1950|1979 Piet|na|1958-|geleden|\
    jaren 55|5 mei|1979 1980";

#[test]
fn dates_may_be_typed_in_many_ways() {
    for (shown, ways) in DATES {
        for way in ways.split('|') {
            assert_eq!(date(way).map(|it| it.to_string()).as_deref(), Some(*shown), "{way:?}");
        }
    }
    for text in NO_DATES.split('|') {
        assert_eq!(date(text), None, "{text:?}");
    }
}

/// How a moment is shown, and ways to type it.
const MOMENTS: &[(&str, &str)] = &[
    (
        "19 jaar",
        "19|19 jaar|op mijn 19e|op haar 19de|19 years old|aged 19|at 19|19 j|19j|negentien",
    ),
    ("19 jaar", "at the age of 19|op 19-jarige leeftijd|toen ik 19 was|when she was 19"),
    ("19 jaar", "sinds mijn 19e|op zijn negentien jaar"),
    ("rond 19 jaar", "±19|rond 19|ongeveer 19 jaar|around 19|rond mijn 19e|19?|~19"),
    ("tussen 17 en 19 jaar", "17-19|tussen 17 en 19|between 17 and 19|17 tot 19 jaar|17 of 19"),
    ("tussen 17 en 19 jaar", "van mijn 17e tot mijn 19e|17 - 19|from 17 to 19"),
    ("als kind", "als kind|als klein kind|kindertijd|as a child|in her childhood|Als Kind"),
    ("als kind", "childhood|toen ik klein kind was"),
    ("als tiener", "als tiener|als puber|in de puberteit|as a teenager|in my teens|the teens"),
    ("later", "later|als volwassene|as an adult|later in life"),
    ("2014", "2014|sinds 2014|since 2014|vanaf 2014"),
    ("2025", "vorig jaar|last year"),
    ("2023", "3 jaar geleden|3 years ago|sinds 3 jaar geleden"),
    ("1990–1999", "in de jaren 90|jaren negentig|in the nineties|the 90s"),
    ("0 jaar", "vanaf de geboorte|since birth"),
];

/// What is no moment.
const NO_MOMENTS: &str = "soon||altijd|als tiener 19|kind tiener|131|200 jaar|na 19 en 20|19 Piet|als|\
    19 19|op mijn";

#[test]
fn moments_are_ages_parts_of_life_or_dates() {
    let moment = |text: &str| Moment::from_typed(text, today());
    for (shown, ways) in MOMENTS {
        for way in ways.split('|') {
            let read = moment(way).map(|it| it.in_words(Texts::new(Lang::Nl)));
            assert_eq!(read.as_deref(), Some(*shown), "{way:?}");
        }
    }
    for text in NO_MOMENTS.split('|') {
        assert_eq!(moment(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn every_moment_reads_back_as_it_is_shown(
        moment in prop_oneof![
            (0_u8..=130).prop_map(|age| Moment::AtAge(Age::Exactly(age))),
            (0_u8..=130).prop_map(|age| Moment::AtAge(Age::About(age))),
            (0_u8..=130, 0_u8..=130).prop_map(|(a, b)| Moment::AtAge(Age::Between(a, b))),
            (1000_i32..2999).prop_map(|it| Moment::On(PartialDate::Before(year(it)))),
            (1_u8..=12, 1_u8..=28).prop_filter_map("a date", |(month, day)| {
                Date::new(1999, Some(month), Some(day)).map(PartialDate::About).map(Moment::On)
            }),
            any::<u8>().prop_map(|it| Moment::In(
                *[LifePhase::Child, LifePhase::Teenager, LifePhase::Later]
                    .get(usize::from(it % 3)).expect("one of three")
            )),
        ]
    ) {
        for lang in Lang::ALL {
            let shown = moment.in_words(Texts::new(lang));
            prop_assert_eq!(Moment::from_typed(&shown, today()), Some(moment), "{}", shown);
        }
    }

    #[test]
    fn any_text_is_read_or_not(text in "\\PC{0,30}") {
        prop_assert!(date(&text).is_none() || Moment::from_typed(&text, today()).is_some());
    }
}
