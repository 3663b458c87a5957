//! The words for dates, ages and parts of life, Dutch and English. The one table for every field.

use super::super::LifePhase;

/// What makes the date after it vague, or closes it on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    About,
    Before,
    After,
}

/// What a lower-case word says about the date after it.
pub(super) fn doubt(word: &str) -> Option<Doubt> {
    match word {
        "±" | "~" | "+-" | "+/-" | "ca" | "ca." | "c." | "circa" | "rond" | "rondom"
        | "ongeveer" | "ong." | "omstreeks" | "omtrent" | "plm" | "plm." | "about" | "abt"
        | "abt." | "around" | "approx" | "approx." | "approximately" => Some(Doubt::About),
        "<" | "voor" | "vóór" | "before" | "bef" | "bef." => Some(Doubt::Before),
        ">" | "na" | "after" | "aft" | "aft." => Some(Doubt::After),
        _ => None,
    }
}

/// Signs and short words that stand against their date: `±1955`, `ca1955`, `<1960`.
pub(super) const GLUED: &[(&str, Doubt)] = &[
    ("±", Doubt::About),
    ("~", Doubt::About),
    ("+/-", Doubt::About),
    ("+-", Doubt::About),
    ("ca.", Doubt::About),
    ("ca", Doubt::About),
    ("c.", Doubt::About),
    ("<", Doubt::Before),
    (">", Doubt::After),
];

/// The month that a lower-case word means, 1 to 12.
pub(super) fn month(word: &str) -> Option<u8> {
    let months: [&[&str]; 12] = [
        &["januari", "january", "jan"],
        &["februari", "february", "feb"],
        &["maart", "march", "mrt", "mar"],
        &["april", "apr"],
        &["mei", "may"],
        &["juni", "june", "jun"],
        &["juli", "july", "jul"],
        &["augustus", "august", "aug"],
        &["september", "sept", "sep"],
        &["oktober", "october", "okt", "oct"],
        &["november", "nov"],
        &["december", "dec"],
    ];
    let word = word.trim_end_matches('.');
    let at = months.iter().position(|names| names.contains(&word))?;
    u8::try_from(at + 1).ok()
}

/// Words before a date that add nothing: "in 1999", "op 3 mei", "sinds 2014".
pub(super) const LEADS: &[&str] =
    &["in", "op", "on", "anno", "sinds", "since", "vanaf", "from", "het", "jaar", "year"];

/// A decade in words: "vijftig", "fifties".
pub(super) fn decade(word: &str) -> Option<i32> {
    Some(match word {
        "twintig" | "twenties" => 1920,
        "dertig" | "thirties" => 1930,
        "veertig" | "forties" => 1940,
        "vijftig" | "fifties" => 1950,
        "zestig" | "sixties" => 1960,
        "zeventig" | "seventies" => 1970,
        "tachtig" | "eighties" => 1980,
        "negentig" | "nineties" => 1990,
        "nul" | "noughties" => 2000,
        _ => return None,
    })
}

/// A small number in words.
pub(super) fn small_number(word: &str) -> Option<u8> {
    let numbers: [&[&str]; 21] = [
        &["nul", "zero"],
        &["een", "één", "one", "a", "an"],
        &["twee", "two"],
        &["drie", "three"],
        &["vier", "four"],
        &["vijf", "five"],
        &["zes", "six"],
        &["zeven", "seven"],
        &["acht", "eight"],
        &["negen", "nine"],
        &["tien", "ten"],
        &["elf", "eleven"],
        &["twaalf", "twelve"],
        &["dertien", "thirteen"],
        &["veertien", "fourteen"],
        &["vijftien", "fifteen"],
        &["zestien", "sixteen"],
        &["zeventien", "seventeen"],
        &["achttien", "eighteen"],
        &["negentien", "nineteen"],
        &["twintig", "twenty"],
    ];
    let at = numbers.iter().position(|names| names.contains(&word))?;
    u8::try_from(at).ok()
}

/// Words around an age that add nothing: "op mijn 19e", "toen ze 19 jaar oud was".
pub(super) const AROUND_AGE: &[&str] = &[
    "op",
    "at",
    "aged",
    "age",
    "leeftijd",
    "vanaf",
    "sinds",
    "since",
    "from",
    "toen",
    "ik",
    "hij",
    "zij",
    "ze",
    "when",
    "i",
    "he",
    "she",
    "they",
    "was",
    "were",
    "mijn",
    "zijn",
    "haar",
    "hun",
    "my",
    "his",
    "her",
    "their",
    "de",
    "the",
    "jaar",
    "jr",
    "jr.",
    "j",
    "j.",
    "jarige",
    "years",
    "year",
    "yrs",
    "y",
    "old",
    "oud",
    "levensjaar",
    "verjaardag",
    "birthday",
    "van",
    "of",
];

/// Words around a part of life that add nothing: "als klein kind", "in my teens".
pub(super) const AROUND_PHASE: &[&str] = &[
    "als", "as", "a", "an", "in", "de", "het", "the", "mijn", "zijn", "haar", "hun", "my", "his",
    "her", "their", "een", "sinds", "since", "vanaf", "from", "toen", "when", "ik", "hij", "zij",
    "ze", "i", "he", "she", "was", "nog", "klein", "kleine", "jong", "little", "young", "small",
    "life", "leven", "on",
];

/// A part of life, or the ages of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Of(LifePhase),
    Ages(u8, u8),
}

/// The part of life that a lower-case word means.
pub(super) fn phase(word: &str) -> Option<Phase> {
    Some(match word {
        "kind" | "kindertijd" | "kinderjaren" | "child" | "childhood" | "kid" | "jongen"
        | "meisje" | "boy" | "girl" => Phase::Of(LifePhase::Child),
        "tiener" | "tienertijd" | "tienerjaren" | "puber" | "pubertijd" | "puberteit"
        | "puberjaren" | "teenager" | "teen" | "teens" | "teenage" | "adolescent"
        | "adolescence" | "adolescentie" | "puberty" => Phase::Of(LifePhase::Teenager),
        "later" | "volwassen" | "volwassene" | "volwassenheid" | "adult" | "adulthood"
        | "grown-up" | "grownup" => Phase::Of(LifePhase::Later),
        "geboorte" | "birth" => Phase::Ages(0, 0),
        "baby" => Phase::Ages(0, 1),
        "peuter" | "toddler" => Phase::Ages(1, 3),
        "kleuter" => Phase::Ages(4, 6),
        "twintiger" | "twenties" => Phase::Ages(20, 29),
        "dertiger" | "thirties" => Phase::Ages(30, 39),
        "veertiger" | "forties" => Phase::Ages(40, 49),
        "vijftiger" | "fifties" => Phase::Ages(50, 59),
        "zestiger" | "sixties" => Phase::Ages(60, 69),
        _ => return None,
    })
}
