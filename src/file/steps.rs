//! The steps of an open map that can be taken back, while the map is put away: sealed for its key, as
//! all that is kept of it. With the passphrase all of them are there again.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Seal, open, to_bytes};
use crate::i18n::{Message, Value};
use crate::model::FamilyMap;

/// So many people are sealed in all, counted in every state they are in: hundreds of steps of a family
/// at the table. More would keep the lock open for seconds; what is left out are the first steps.
const MOST_PEOPLE: usize = 30_000;
/// But so many steps of any family.
const LEAST_STEPS: usize = 10;

/// A map that can be gone back or forward to, and what lies between.
pub type Step = (Message, Arc<FamilyMap>);

/// The steps back and the steps forward; what is next stands last.
pub type Steps = [Vec<Step>; 2];

/// Steps, sealed.
#[derive(Debug, Default)]
pub struct SealedSteps {
    sealed: Vec<u8>,
    /// What the steps are called, without what is named in them.
    past: Vec<Message>,
    future: Vec<Message>,
}

/// What is sealed of one step.
#[derive(Debug, Serialize, Deserialize)]
struct Sealed {
    /// So much of the file of its map is as in that of the step before, at the front and at the back.
    front: usize,
    back: usize,
    between: String,
    /// What is named in what it is called.
    names: Vec<Named>,
}

/// A value of a message.
#[derive(Debug, Serialize, Deserialize)]
enum Named {
    Text(String),
    Number(i64),
}

impl SealedSteps {
    /// Seals them. Nothing of them is kept where that is not possible.
    #[must_use]
    pub fn of([past, future]: &Steps, seal: &Seal) -> Self {
        let (past, future) = (newest(past), newest(future));
        let mut before = String::new();
        let mut sealed = Vec::new();
        for (label, map) in past.iter().chain(future) {
            let Some(text) = text_of(map) else { return Self::default() };
            let names = label.args.iter().map(|(_, value)| Named::from(value)).collect();
            sealed.push(Sealed::of(&before, &text, names));
            before = text;
        }
        let bytes = serde_json::to_vec(&sealed).ok().and_then(|it| seal.keep(&it).ok());
        let Some(sealed) = bytes else { return Self::default() };
        let bare = |steps: &[Step]| steps.iter().map(|(label, _)| bare(label)).collect();
        Self { sealed, past: bare(past), future: bare(future) }
    }

    /// All of them again; none where they cannot be read.
    #[must_use]
    pub fn open(self, seal: &Seal) -> Steps {
        self.opened(seal).unwrap_or_default()
    }

    fn opened(self, seal: &Seal) -> Option<Steps> {
        let bytes = seal.open_kept(&self.sealed).ok()?;
        let sealed: Vec<Sealed> = serde_json::from_slice(&bytes).ok()?;
        let n_past = self.past.len();
        let mut before = String::new();
        let mut steps = Vec::new();
        for (label, it) in self.past.into_iter().chain(self.future).zip(sealed) {
            let text = it.text(&before)?;
            let map = open(text.as_bytes()).ok()?;
            steps.push((named(label, it.names), Arc::new(map)));
            before = text;
        }
        let future = steps.split_off(n_past.min(steps.len()));
        Some([steps, future])
    }
}

/// As many of the last steps as are sealed.
fn newest(steps: &[Step]) -> &[Step] {
    let mut people = 0;
    let fits = steps.iter().rev().enumerate().take_while(|(nth, (_, map))| {
        people += map.people.len().max(1);
        *nth < LEAST_STEPS || people <= MOST_PEOPLE
    });
    let n_left_out = steps.len().saturating_sub(fits.count());
    steps.get(n_left_out..).unwrap_or_default()
}

/// The file of `map`, without the sum in its last line: that is another one in every step.
fn text_of(map: &FamilyMap) -> Option<String> {
    let text = String::from_utf8(to_bytes(map).ok()?).ok()?;
    let (rest, _sum) = text.trim_end().rsplit_once('\n')?;
    Some(rest.to_owned())
}

/// What a step is called, without what is named in it.
fn bare(label: &Message) -> Message {
    let nothing = |(name, _): &(&'static str, Value)| (*name, Value::Number(0));
    Message { id: label.id, args: label.args.iter().map(nothing).collect() }
}

fn named(bare: Message, names: Vec<Named>) -> Message {
    let args = bare.args.into_iter().zip(names);
    let args = args.map(|((name, _), value)| (name, value.into())).collect();
    Message { id: bare.id, args }
}

impl Sealed {
    fn of(before: &str, text: &str, names: Vec<Named>) -> Self {
        let pairs = before.chars().zip(text.chars());
        let front: usize = pairs.take_while(|(a, b)| a == b).map(|(it, _)| it.len_utf8()).sum();
        let rest = |it: &'_ str| it.get(front..).unwrap_or_default().to_owned();
        let (old, new) = (rest(before), rest(text));
        let pairs = old.chars().rev().zip(new.chars().rev());
        let back: usize = pairs.take_while(|(a, b)| a == b).map(|(it, _)| it.len_utf8()).sum();
        let between = new.get(..new.len().saturating_sub(back)).unwrap_or_default().to_owned();
        Self { front, back, between, names }
    }

    fn text(&self, before: &str) -> Option<String> {
        let back = before.get(before.len().checked_sub(self.back)?..)?;
        Some([before.get(..self.front)?, &self.between, back].concat())
    }
}

impl From<&Value> for Named {
    fn from(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(text.clone()),
            Value::Number(number) => Self::Number(*number),
        }
    }
}

impl From<Named> for Value {
    fn from(named: Named) -> Self {
        match named {
            Named::Text(text) => Self::Text(text),
            Named::Number(number) => Self::Number(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Passphrase;
    use super::*;
    use crate::model::{Name, Person, PersonId};

    fn seal() -> Seal {
        Seal::new(Passphrase::new("vier losse woorden".to_owned()).expect("words"))
    }

    fn family(n: u64) -> FamilyMap {
        let person = |n| {
            let name = Name::called(&format!("Mens {n}"));
            (PersonId::numbered("p", n), Arc::new(Person { name, ..Person::default() }))
        };
        FamilyMap { people: (1..=n).map(person).collect(), ..FamilyMap::default() }
    }

    fn step(map: &FamilyMap, title: &str) -> Step {
        let map = FamilyMap { title: title.to_owned(), ..map.clone() };
        (Message::new("edit-person").arg("name", title).count("n", 3), Arc::new(map))
    }

    #[test]
    fn every_step_is_there_again_and_nothing_of_it_can_be_read_meanwhile() {
        let map = family(100);
        let titles = ["Kanarie", "Kanarië", "Kanarie\"\n ë", "", "Zeester"];
        let past: Vec<Step> = titles.iter().map(|title| step(&map, title)).collect();
        let future = vec![step(&FamilyMap::default(), "Kanarie"), step(&map, "Zeester")];
        let (seal, other, steps) = (seal(), seal(), [past, future]);
        let sealed = SealedSteps::of(&steps, &seal);
        let said = format!("{sealed:?}");
        assert!(!said.contains("Kanarie") && !said.contains("Zeester"), "{said}");
        let one = to_bytes(&map).expect("a file").len();
        assert!(sealed.sealed.len() < 3 * one, "what is the same is sealed once");
        assert_eq!(sealed.open(&seal), steps);
        assert_eq!(SealedSteps::of(&steps, &seal).open(&other), Steps::default());
        assert_eq!(SealedSteps::default().open(&seal), Steps::default());
    }

    #[test]
    fn of_endless_work_the_last_steps_stay() {
        let map = family(30);
        let steps: Vec<Step> = (0..5_000).map(|_| step(&map, "x")).collect();
        assert_eq!(newest(&steps).len(), MOST_PEOPLE / 30);
        assert_eq!(newest(&steps[..7]).len(), 7);
        let many = family(20_000);
        let steps: Vec<Step> = (0..30).map(|_| step(&many, "x")).collect();
        assert_eq!(newest(&steps).len(), LEAST_STEPS);
    }
}
