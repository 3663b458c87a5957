mod sketch;

use super::Detector;
use super::grown_up_with::grown_up_with;
use super::handed_on::handed_on;
use super::help_returns::help_returns;
use super::in_turn::in_turn;
use super::load::load;
use super::loss::loss;
use super::place_in_row::place_in_row;
use super::stacking::stacking;
use super::together::together;
use super::triangle::triangle;
use super::white_spots::white_spots;
use crate::pattern::{Finding, Settings};
use sketch::{on, on_with, see};

/// Findings as "themes: people / around", one a line, in order.
fn told(findings: &[Finding]) -> Vec<String> {
    let ids = |people: &[crate::model::PersonId]| {
        people.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    let mut lines: Vec<String> = findings
        .iter()
        .map(|finding| {
            let themes = finding.theme.iter().chain(&finding.more_themes);
            let themes: Vec<String> = themes.map(ToString::to_string).collect();
            format!("{}: {} / {}", themes.join(" "), ids(&finding.people), ids(&finding.around))
        })
        .collect();
    lines.sort();
    lines
}

fn check(detector: Detector, text: &str, expected: &[&str]) {
    assert_eq!(told(&on(text, detector)), expected, "{text}");
}

fn count(finding: &Finding, name: &str) -> Option<i64> {
    finding.counts.iter().find(|(other, _)| *other == name).map(|(_, n)| *n)
}

#[test]
fn two_kinds_go_together_in_three_people() {
    let three = "Ans: geld-schulden, gevoel-stress
        Rob: geld-schulden, gevoel-stress
        Kim: geld-schulden, gevoel-stress
        Els: geld-schulden, !gevoel-stress
        Jan: geld-schulden";
    check(together, three, &["geld-schulden gevoel-stress: Ans Kim Rob / "]);
    let found = on(three, together);
    let numbers = (found[0].yes, found[0].known, found[0].unknown);
    assert_eq!(numbers, (3, 4, 1));
    assert_eq!(found[0].counts, [("a", 5), ("b", 3), ("both", 3)]);
    check(
        together,
        "Ans: geld-schulden, gevoel-stress
        Rob: geld-schulden, gevoel-stress
        Kim: geld-schulden, ?gevoel-stress",
        &[],
    );
}

#[test]
fn maybe_counts_only_when_asked_and_is_said() {
    let text = "Ans: geld-schulden, gevoel-stress
        Rob: geld-schulden, gevoel-stress
        Kim: geld-schulden, ?gevoel-stress";
    let settings = Settings { count_maybe: true, ..Settings::default() };
    let found = on_with(text, &settings, together);
    assert_eq!(found.len(), 1);
    assert!(found[0].counts_maybe);
}

#[test]
fn one_kind_follows_the_other() {
    let two = "Rob 1960: leren-geen-diploma@16, geld-schulden@19
        Kim 1980: leren-geen-diploma@17, geld-schulden@20
        Els 1985: leren-geen-diploma@17, geld-schulden@17";
    check(in_turn, two, &["leren-geen-diploma geld-schulden: Rob Kim / "]);
    let found = on(two, in_turn);
    assert!(!found[0].headline);
    assert_eq!((found[0].yes, found[0].known), (2, 3));
    let reversed = format!("{two}\nAns 1940: leren-geen-diploma@25, geld-schulden@20");
    check(in_turn, &reversed, &[]);
    let late = "Rob 1960: leren-geen-diploma@16, geld-schulden@22
        Kim 1980: leren-geen-diploma@17, geld-schulden@20";
    check(in_turn, late, &[]);
    let third = format!("{two}\nJan 1980: leren-geen-diploma@16, geld-schulden@21");
    assert!(on(&third, in_turn)[0].headline);
}

#[test]
fn an_about_age_must_fit_as_a_whole() {
    let text = |age| {
        format!(
            "Rob 1960: leren-geen-diploma@16, geld-schulden@{age}
            Kim 1980: leren-geen-diploma@17, geld-schulden@20"
        )
    };
    assert_eq!(on(&text("~19"), in_turn).len(), 1);
    assert_eq!(on(&text("~18"), in_turn).len(), 0, "16 may be as late as 18 less 2");
    assert_eq!(on(&text("~20"), in_turn).len(), 0, "22 is six years later");
}

const HANDED_ON: &str = "Ria 1960: geld-schulden@25
    Rob 1962: geld-schulden@24
    Kim 1985: gevoel-somber@20
    Els 1987: gevoel-somber@21
    Jan 1988: gevoel-somber@22
    Ria > Kim, Els
    Rob > Jan";

#[test]
fn what_parents_had_comes_back_as_something_else() {
    check(handed_on, HANDED_ON, &["geld-schulden gevoel-somber: Els Jan Kim / Ria Rob"]);
    let one_no = format!("{HANDED_ON}, Bas\nBas 1990: !gevoel-somber");
    assert_eq!(on(&one_no, handed_on).len(), 1, "three of four");
    let two_no =
        format!("{HANDED_ON}, Bas, Lot\nBas 1990: !gevoel-somber\nLot 1991: !gevoel-somber");
    check(handed_on, &two_no, &[]);
    let one_parent = HANDED_ON.replace("Ria > Kim, Els\n", "Rob > Kim, Els\n");
    check(handed_on, &one_parent, &[]);
}

#[test]
fn what_a_parent_had_before_or_after_childhood_is_not_handed_on() {
    let after = HANDED_ON.replace("Rob 1962: geld-schulden@24", "Rob 1962: geld-schulden@50");
    check(handed_on, &after, &[]);
    let before = HANDED_ON.replace("Rob 1962: geld-schulden@24", "Rob 1962: geld-schulden@20-24");
    check(handed_on, &before, &[]);
}

#[test]
fn children_grow_up_with_what_their_parents_had() {
    let text = "Ria 1974: geld-schulden@23, werk-geen@50, !gevoel-stress
        Kim 2001
        Ria > Kim";
    check(grown_up_with, text, &["geld-schulden: Ria / Kim"]);
    let found = on(text, grown_up_with);
    assert_eq!(found[0].counts, [("from-age", 0), ("to-age", 17)]);
    check(
        grown_up_with,
        "Ria 1974: geld-schulden@46
        Kim 2001
        Ria > Kim",
        &[],
    );
}

#[test]
fn a_child_that_lives_elsewhere_does_not_grow_up_with_it() {
    let text = "Ria 1974: geld-schulden@23
        Kim 2001: opv-uithuis@3-18
        Carer 1960: lichaam-chronisch@50
        Ria > Kim
        Carer > Kim foster@2004";
    let found = on(text, grown_up_with);
    check(grown_up_with, text, &["geld-schulden: Ria / Kim", "lichaam-chronisch: Carer / Kim"]);
    let of = |who: &str| found.iter().find(|it| it.people[0].as_str() == who).expect(who);
    assert_eq!(of("Ria").counts, [("from-age", 0), ("to-age", 2)]);
    assert_eq!(of("Carer").counts, [("from-age", 9), ("to-age", 17)]);
}

#[test]
fn a_death_is_followed_at_the_same_age() {
    let text = "Hendrik 1932-1971
        Gerrit 1957: gevoel-somber@39-48, geld-schulden@40
        Lies 1960: gevoel-somber@39
        Hendrik > Gerrit, Lies";
    check(loss, text, &["gevoel-somber: Lies Gerrit / Hendrik"]);
    assert_eq!(count(&on(text, loss)[0], "age"), Some(39));
    check(loss, &text.replace("Lies 1960: gevoel-somber@39", "Lies 1960: geld-schulden@39"), &[]);
    check(loss, &text.replace("Lies 1960: gevoel-somber@39", "Lies 1960: gevoel-somber@41"), &[]);
}

#[test]
fn two_things_begin_within_a_year_after_a_death() {
    let text = "Hendrik 1932-1971
        Mientje 1935: gevoel-rouw@36
        Gerrit 1957: gevoel-rouw@14
        Hendrik + Mientje > Gerrit";
    check(loss, text, &["gevoel-rouw: Mientje Gerrit / Hendrik"]);
    assert_eq!(count(&on(text, loss)[0], "year"), Some(1971));
    check(loss, &text.replace("@14", "@13"), &[]);
    check(loss, &text.replace("@14", "@16"), &[]);
}

#[test]
fn much_at_once_is_four_areas_or_three_beginnings() {
    let four =
        "Kim 2001: geld-schulden@19, leren-geen-diploma@17, gevoel-stress@19, relatie-alleen@21";
    check(stacking, four, &["geld gevoel leren relatie: Kim / "]);
    assert_eq!(count(&on(four, stacking)[0], "from-year"), Some(2022));
    let over =
        "Kim 1995: geld-schulden@19-20, leren-geen-diploma@17, gevoel-stress@24, relatie-alleen@27";
    check(stacking, over, &[]);
    let beginnings = "Kim 1995: geld-schulden@19, geld-rondkomen@20, gevoel-stress@21";
    check(stacking, beginnings, &["geld gevoel: Kim / "]);
    check(stacking, &beginnings.replace("@21", "@22"), &[]);
}

#[test]
fn a_household_stacks_what_its_members_have() {
    let text = "Kim 2001: geld-schulden@19, leren-geen-diploma@17
        Rob 1995: gevoel-stress@30, werk-geen@20
        home: Kim, Rob";
    check(stacking, text, &["geld gevoel leren werk: Kim Rob / Kim Rob"]);
    check(stacking, &text.replace("werk-geen@20", "werk-geen@20-22"), &[]);
}

#[test]
fn a_child_between_two_parents_is_a_triangle() {
    let text = "Klaas 1960
        Wilma 1962
        Petra 1983
        Klaas + Wilma > Petra
        Klaas -ruzie- Wilma 1984-1994
        Petra -heel-hecht- Wilma 1990-1999";
    check(triangle, text, &["contact(conflict): Klaas Wilma / Petra"]);
    assert!(on(text, triangle)[0].headline);
    check(triangle, &text.replace("1990-1999", "1996-1999"), &[]);
    check(triangle, &text.replace("heel-hecht", "hecht"), &[]);
    check(triangle, &text.replace("Klaas + Wilma", "Wilma"), &[]);
    let grown = text.replace("1984-1994", "2010-2020").replace("1990-1999", "2010-2020");
    assert!(!on(&grown, triangle)[0].headline, "a grown-up child is no headline");
}

#[test]
fn caring_children_in_two_generations() {
    let text = "Oma 1940
        Ria 1960: opv-kleinvolwassen@8-15
        Kim 1985
        Els 1987
        Oma > Ria
        Ria > Kim, Els
        Kim -zorgt-voor- Ria 1995-2003";
    check(place_in_row, text, &["opv-kleinvolwassen: Ria Kim / "]);
    let one = text.replace("Ria 1960: opv-kleinvolwassen@8-15", "Ria 1960");
    check(place_in_row, &format!("{one}\nEls -zorgt-voor- Ria 1995-2003"), &[]);
}

#[test]
fn help_comes_back_over_generations_or_all_at_once() {
    let text = "Ria 1960
        Kim 1985
        Els 1987
        Noa 2010
        Stranger 1950
        Ria > Kim, Els
        Kim > Noa
        home: Kim, Noa
        help org-ggz: Ria, Kim";
    check(help_returns, text, &["org-ggz: Ria Kim / "]);
    check(
        help_returns,
        &text.replace("Ria, Kim\n", "").replace("org-ggz: Ria, Kim", "org-ggz: Kim, Els"),
        &[],
    );
    check(help_returns, &text.replace("Ria, Kim", "Stranger, Kim"), &[]);
    let home = text.replace("org-ggz: Ria, Kim", "org-ggz: home");
    check(help_returns, &home, &[]);
    let four = format!("{home}\nhelp org-cjg: home\nhelp org-school: Noa\nhelp org-uwv: Kim");
    check(help_returns, &four, &[": Kim Noa / "]);
}

#[test]
fn branches_of_which_little_is_known_are_named() {
    let text = "Harm 1936: gebruik-alcohol@22
        Tine 1939: !gebruik-alcohol
        Klaas 1960: gebruik-alcohol@19
        Aafke 1963
        Nel 1942
        Wilma 1962: !gebruik-alcohol
        Petra 1983: !gebruik-alcohol
        Tim 2020
        Harm + Tine > Klaas, Aafke
        Nel > Wilma
        Klaas + Wilma > Petra
        Petra > Tim";
    let spots = see(text, &Settings::default(), white_spots);
    let named: Vec<String> = spots
        .iter()
        .filter(|spot| spot.named && spot.generation.is_none())
        .map(|spot| spot.branch.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(named, ["Nel", "Aafke"], "Tim is too young to be unknown");
    let whole: u32 = spots.iter().filter(|it| it.generation.is_none()).map(|it| it.people).sum();
    assert_eq!(whole, 8, "everybody is in one branch");
}

#[test]
fn load_counts_people_known() {
    let text = "Ria 1974: geld-schulden@23
        Anja 1981: !geld-schulden, !geld-rondkomen, !geld-uitkering, !geld-overzicht, !geld-deurwaarder
        Bas 1980
        Joyce 2015
        Ria + Bas > Joyce";
    let rows = see(text, &Settings::default(), load);
    let money: Vec<_> =
        rows.iter().map(|it| (it.generation, it.yes, it.known, it.unknown)).collect();
    assert_eq!(money, [(0, 1, 2, 1)], "Joyce is too young");
}
