//! Every sentence read back: who is named in it, by which form, and whether that is claimed of them on
//! that line. Forms that are spelled alike count as either; people said as a group ("je ouders",
//! "jullie", "nog 2 anderen") count for anybody who is claimed there and not named.

use std::collections::{BTreeMap, BTreeSet};

use rode_draad::catalogue::phrases::{Both, ChildForms, Each, Forms, Phrases};
use rode_draad::i18n::Lang;
use rode_draad::model::PersonId;
use rode_draad::pattern::{Card, Cards, Claim, Told, What};

use super::theme::Theme;
use super::world::{OWN, World};

/// The cards of a family in words.
pub(super) type Said = Vec<(Lang, Vec<Told>)>;

/// How a sentence can end, and which claims say so.
type Endings = Vec<(String, &'static [&'static str])>;

/// How many sentences were read with a form, and how many people were named in them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Read {
    pub(super) sentences: usize,
    pub(super) with_form: usize,
    pub(super) named: usize,
}

pub(super) fn wrong(world: &World, cards: &Cards, said: &Said) -> Vec<String> {
    read(world, cards, said, &mut Read::default())
}

pub(super) fn read(world: &World, cards: &Cards, said: &Said, count: &mut Read) -> Vec<String> {
    let mut wrong = Vec::new();
    for (lang, told) in said {
        for (card, told) in cards.cards.iter().zip(told) {
            let reader = Reader::new(world, card, *lang);
            let mut lines: Vec<String> = reader.closed(told);
            for line in &told.lines {
                lines.extend(reader.line(line.line, &line.sentences, count));
            }
            wrong.extend(lines.into_iter().map(|it| format!("{} {lang:?} {it}", card.id)));
        }
    }
    wrong
}

struct Reader<'a> {
    world: &'a World,
    card: &'a Card,
    lang: Lang,
    endings: Endings,
    /// By name: everybody who bears it.
    names: BTreeMap<String, Vec<&'a PersonId>>,
}

impl<'a> Reader<'a> {
    fn new(world: &'a World, card: &'a Card, lang: Lang) -> Self {
        let mut names: BTreeMap<String, Vec<&PersonId>> = BTreeMap::new();
        for (id, person) in &world.map.people {
            names.entry(person.name.short().to_owned()).or_default().push(id);
        }
        let id = card.id.as_str();
        let catalogue = rode_draad::catalogue::Catalogue::builtin();
        let words = catalogue.phrases(id).or_else(|| Theme::Kind(OWN.to_owned()).words());
        let mut endings = words.map_or(Vec::new(), |words| endings(words, lang));
        for (ending, _) in &mut endings {
            *ending = ending.replace("{label}", "altijd krap");
        }
        // The longest first: "heeft geen schulden" is not "schulden".
        endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        Self { world, card, lang, endings, names }
    }

    /// Who is claimed something on this line; of everything when `line` is 0.
    fn claimed(&self, line: u8) -> BTreeSet<&'a PersonId> {
        let of_line = self.card.claims.iter().filter(|it| line == 0 || it.line == line);
        of_line.flat_map(|it| &it.people).collect()
    }

    /// Everybody whose name stands in the text, but for those who only say whose somebody is: "Jordy,
    /// de ex van Kim,", "Jan (opa van Deniz)", "Kim’s aunt Bea".
    fn named(&self, text: &str) -> Vec<&Vec<&'a PersonId>> {
        let mut told = String::new();
        let mut depth = 0_i32;
        for letter in text.chars() {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            if depth == 0 {
                told.push(letter);
            }
        }
        let of = ["de ", "het ", "je ", "jullie ", "your ", "the "];
        let whose = [" van ", " of ", "’s "];
        let is_aside = |part: &str| {
            let part = part.trim_start();
            of.iter().any(|it| part.starts_with(it)) && whose.iter().any(|it| part.contains(it))
                || part.contains("’s ")
        };
        let parts: Vec<&str> = told.split(',').collect();
        let mut named = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            // What stands behind the first comma may be an aside; "Kim’s ex en Jan" is cut at "en".
            let part = if 0 < at && is_aside(part) {
                let and = part.find(" en ").or_else(|| part.find(" and "));
                and.map_or("", |from| part.get(from..).unwrap_or_default())
            } else {
                part
            };
            let words: Vec<&str> = part.split(' ').collect();
            for (at, word) in words.iter().enumerate() {
                let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
                let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
                let earlier = at.checked_sub(2).and_then(|at| words.get(at)).copied();
                let is_whose = word.contains("’s")
                    || [before, earlier].contains(&Some(if self.lang == Lang::Nl {
                        "van"
                    } else {
                        "of"
                    }));
                named.extend(self.names.get(bare).filter(|_| !is_whose));
            }
        }
        named
    }

    /// Names of people of whom nothing is claimed, and "jij" to two.
    fn strangers(&self, line: u8, sentence: &str) -> Option<String> {
        let claimed = self.claimed(line);
        let carers = self.card.id.as_str() == "placed-out" && line == 5;
        let is_stranger = |of: &&Vec<&PersonId>| !of.iter().any(|it| claimed.contains(it));
        let mut words = sentence.split(|letter: char| !letter.is_alphanumeric());
        let to_one = ["jij", "je", "jou", "jouw"];
        let two = 2 <= self.world.map.focus.len() && self.lang == Lang::Nl;
        if two && words.any(|it| to_one.contains(&it.to_lowercase().as_str())) {
            return Some(format!("line {line}, to one of two: {sentence}"));
        }
        let somebody = self.named(sentence).into_iter().find(is_stranger).filter(|_| !carers);
        somebody.map(|of| format!("line {line}, of nobody claimed {of:?}: {sentence}"))
    }

    /// What stands in the line of the children may stand on the closed card too, and is read alike.
    fn closed(&self, told: &Told) -> Vec<String> {
        let mut of_children = told.lines.iter().filter(|it| it.line == 5);
        let of_children = of_children.next().map(|it| it.sentences.as_slice()).unwrap_or_default();
        let line = |it: &String| if of_children.contains(it) { 5 } else { 0 };
        told.closed.iter().filter_map(|it| self.strangers(line(it), it)).collect()
    }

    fn line(&self, line: u8, sentences: &[String], count: &mut Read) -> Vec<String> {
        let mut wrong: Vec<String> =
            sentences.iter().filter_map(|it| self.strangers(line, it)).collect();
        let is_event = self
            .card
            .claims
            .iter()
            .any(|it| matches!(it.what, What::UnionEnded(_) | What::Tie(..)));
        if ![1, 2, 3, 5].contains(&line) || is_event {
            return wrong;
        }
        let mut last: &[&str] = &[];
        let mut named: BTreeSet<&PersonId> = BTreeSet::new();
        let mut all_said = true;
        for sentence in sentences.iter().filter(|it| !it.ends_with('?')) {
            count.sentences += 1;
            let Some((subject, codes)) = self.form(sentence, last) else {
                all_said = false;
                continue;
            };
            count.with_form += 1;
            last = codes;
            for of in self.named(&subject) {
                count.named += 1;
                // That a child got out is claimed in line 2, and said in the line of the children.
                let is_here = |it: &&Claim| it.line == line || line == 5 && it.what == What::Out;
                let mut claims = self.card.claims.iter().filter(is_here);
                let fits = claims.any(|claim| {
                    codes.contains(&claim.what.code())
                        && of.iter().any(|it| claim.people.contains(it))
                });
                if !fits {
                    wrong.push(format!("line {line}, {of:?} is not claimed {codes:?}: {sentence}"));
                }
                named.extend(of);
            }
        }
        if all_said {
            wrong.extend(self.missing(line, sentences, &named));
        }
        wrong
    }

    /// Who is claimed and not named, where nobody is said as a group, by a kin word or as "jij".
    fn missing(
        &self,
        line: u8,
        sentences: &[String],
        named: &BTreeSet<&PersonId>,
    ) -> Option<String> {
        let groups = [
            "jij", "jullie", "je", "zij", "you", "your", "they", "ouders", "parents", "anderen",
            "others", "mensen", "people", "opa", "oma", "verder", "further", "familie", "family",
            "grandma", "grandpa",
        ];
        let text = sentences.join(" ").to_lowercase();
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        let is_group = words.any(|it| groups.contains(&it) || it.parse::<u32>().is_ok());
        let said = |what: &What| !matches!(what, What::Asked(_));
        let claims = self.card.claims.iter().filter(|it| it.line == line && said(&it.what));
        let mut people = claims.flat_map(|it| &it.people);
        // What is said in another line is not said twice: who got out beside the line, a child that
        // did; a child that still learns a skill is told on its other card.
        // And what happens to a child now is for the coach, not for a card.
        let catalogue = rode_draad::catalogue::Catalogue::builtin();
        let words = catalogue.phrases(self.card.id.as_str());
        let is_for_the_coach = line == 5 && words.is_some_and(|it| it.never_of_a_child);
        let elsewhere = |id: &PersonId| {
            self.card.says(&What::Out, id)
                || self.card.id.as_str().starts_with("strong(")
                || is_for_the_coach
        };
        let lost = people.find(|it| !named.contains(*it) && !elsewhere(it)).filter(|_| !is_group);
        lost.map(|it| format!("line {line}, {it} is missing: {sentences:?}"))
    }

    /// Subject and form of a sentence; "ook" says the form before.
    fn form<'s>(
        &self,
        sentence: &str,
        last: &'s [&'static str],
    ) -> Option<(String, &'s [&'static str])>
    where
        'a: 's,
    {
        let text = sentence.trim_end_matches('.');
        let maybe = ["misschien ook niet", "misschien ook"];
        if let Some(subject) = maybe.iter().find_map(|it| text.strip_suffix(it)) {
            return Some((subject.to_owned(), &["maybe"]));
        }
        for word in ["Misschien ", "Maybe "] {
            if let Some(subject) = text.strip_prefix(word) {
                return Some((subject.to_owned(), &["maybe"]));
            }
        }
        // "Mila heeft ook schulden", "Mila is also in debt": in full, but of more people.
        let fuller = match self.lang {
            Lang::Nl => text.replacen(" er ook bij", " erbij", 1).replacen(" ook ", " ", 1),
            Lang::En => text.trim_end_matches(" either").replacen(" also ", " ", 1),
        };
        for text in [text, fuller.as_str()] {
            for (ending, codes) in &self.endings {
                if let Some(subject) = text.strip_suffix(ending.as_str()) {
                    return Some((subject.to_owned(), codes));
                }
            }
        }
        let now = ["nu ook niet", "nu ook"];
        if let Some(subject) = now.iter().find_map(|it| text.strip_suffix(it)) {
            return Some((subject.to_owned(), &["has", "partner-has"]));
        }
        if let Some(subject) = text.strip_prefix("And now ") {
            return Some((subject.to_owned(), &["has", "partner-has"]));
        }
        let also = ["ook niet", "ook", "too", "either"];
        let subject = also.iter().find_map(|it| text.strip_suffix(it))?;
        (!last.is_empty()).then(|| (subject.to_owned(), last))
    }
}

/// Everything that ends a sentence about somebody, with the claims that it can stand for.
fn endings(words: &Phrases, lang: Lang) -> Endings {
    const HAS: &[&str] = &["has", "partner-has"];
    const HAD: &[&str] = &["had", "partner-had"];
    const ANY: &[&str] = &["has", "had", "partner-has", "partner-had"];
    const CHILD: &[&str] = &["child", "maybe", "has", "had"];
    const OUT: &[&str] = &["out"];
    const NOT: &[&str] = &["not", "did-not-begin"];
    const GROWS: &[&str] = &["grows-up"];
    let mut all: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    let mut put = |text: &str, codes: &[&'static str]| {
        if !text.is_empty() {
            all.entry(text.to_owned()).or_default().extend(codes);
        }
    };
    let mut forms = |forms: Option<&Both<Forms>>, codes: &[&'static str]| {
        if let Some(forms) = forms.map(|it| it.of(lang)) {
            [&forms.you, &forms.one, &forms.many].into_iter().for_each(|it| put(it, codes));
        }
    };
    let (now, then) = if words.is_always_past() { (ANY, ANY) } else { (HAS, HAD) };
    // A child may be told in the ordinary forms.
    let with_child = |codes: &[&'static str]| [codes, CHILD].concat();
    forms(words.now.as_ref(), &with_child(now));
    forms(Some(&words.then), &with_child(then));
    forms(words.still.as_ref(), &with_child(ANY));
    forms(words.out.as_ref(), OUT);
    forms(words.out_then.as_ref(), OUT);
    for not in
        [&words.not, &words.not_then, &words.not_short, &words.not_short_then, &words.not_begun]
    {
        forms(not.as_ref(), NOT);
    }
    let mut each = |each: Option<&Both<Each>>, codes: &[&'static str]| {
        if let Some(each) = each.map(|it| it.of(lang)) {
            [&each.two, &each.more].into_iter().for_each(|it| put(it, codes));
        }
    };
    each(words.each_now.as_ref(), &with_child(now));
    each(words.each_then.as_ref(), &with_child(then));
    let mut child = |forms: Option<&Both<ChildForms>>, codes: &[&'static str]| {
        if let Some(forms) = forms.map(|it| it.of(lang)) {
            [&forms.one, &forms.many].into_iter().for_each(|it| put(it, codes));
        }
    };
    child(words.child_now.as_ref(), CHILD);
    child(words.child_still.as_ref(), CHILD);
    child(words.child_not.as_ref(), NOT);
    child(words.child_out.as_ref(), OUT);
    child(words.grow.as_ref(), GROWS);
    child(words.next.as_ref(), NOT);
    child(words.next_then.as_ref(), NOT);
    let leaked = |codes: Vec<&'static str>| -> &'static [&'static str] { Vec::leak(codes) };
    all.into_iter().map(|(text, codes)| (format!(" {text}"), leaked(codes))).collect()
}
