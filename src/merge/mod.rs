//! Two changed copies of one map become one map.
//!
//! Each thing by its id, each field by itself, and nothing is dropped. What both changed in different
//! ways is a [`Conflict`] that somebody settles; until then the own copy counts.
//!
//! It works on the fields of the file, all of them alike, so that a new field needs no line here. With
//! the version that both come from it is known who changed what (three ways, as in diff3); without it
//! every difference of one field is a conflict, and what only one copy has stays.

mod ids;
mod three;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::file::{OpenError, from_value, to_value};
use crate::i18n::Message;
use crate::model::{Broken, FamilyMap, Repair, broken, repaired};
use three::Walk;

pub use words::Called;

/// More rounds of bringing back what is still needed than a chain of needs is long.
const MOST_ROUNDS: usize = 12;

/// One of the two copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The own copy: the map that is open.
    Mine,
    /// The other one.
    Theirs,
}

/// Names a conflict, the same however often the copies are merged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConflictId(String);

/// What both copies changed, each in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Its name, to choose by.
    pub id: ConflictId,
    /// Where: from the map down to the field, as the file calls them; records by their id.
    path: Vec<String>,
    /// What stands in the own copy; `None`: nothing, or taken away.
    mine: Option<Value>,
    /// What stands in the other copy.
    theirs: Option<Value>,
}

/// Two copies made one.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The map of both.
    pub map: FamilyMap,
    /// What both changed differently, in the order of the file; settled by the choices that were given.
    pub conflicts: Vec<Conflict>,
    /// By id: what one copy took away and the other still needs; it stays.
    pub kept: BTreeSet<String>,
    /// What could not stand together and was let go, in order.
    pub repairs: Vec<Repair>,
}

/// Why two copies cannot be merged.
#[derive(Clone, Debug, PartialEq)]
pub enum Unmergeable {
    /// One of them holds what no file can hold.
    NoFile,
    /// What came of it is no map.
    NoMap(OpenError),
    /// What came of it contradicts itself beyond mending.
    Broken(Vec<Broken>),
}

impl Unmergeable {
    /// The sentence for a coach.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new(match self {
            Self::NoFile | Self::NoMap(_) => "merge-not",
            Self::Broken(_) => "merge-contradicts",
        })
    }
}

/// Makes one map of `mine` and `theirs`, which both come from `base` if that is known. A conflict is
/// settled as `choices` says, else for `mine`; a record that only one of them took away stays.
///
/// # Errors
/// When no map can be made of them; both copies are as they were.
pub fn merge(
    base: Option<&FamilyMap>,
    mine: &FamilyMap,
    theirs: &FamilyMap,
    choices: &BTreeMap<ConflictId, Side>,
) -> Result<Merged, Unmergeable> {
    let value = |map: &FamilyMap| to_value(map).map_err(|_unwritable| Unmergeable::NoFile);
    let base = base.map(value).transpose()?;
    let (mine_value, mut theirs_value) = (value(mine)?, value(theirs)?);
    ids::set_apart(base.as_ref(), &mine_value, &mut theirs_value);
    let mut kept = BTreeSet::new();
    for _ in 0..MOST_ROUNDS {
        let mut walk = Walk::new(choices, &kept);
        let whole = walk.map(base.as_ref(), &mine_value, &theirs_value);
        let mut conflicts = walk.conflicts;
        // What is of the map as a whole comes first.
        conflicts.sort_by(|a, b| (1 < a.path.len(), &a.path).cmp(&(1 < b.path.len(), &b.path)));
        let mut map = from_value(whole).map_err(Unmergeable::NoMap)?;
        let people = &map.people;
        map.view.seen.retain(|person, _| people.contains_key(person));
        map.comments.clone_from(&mine.comments);
        let new = theirs.comments.iter().filter(|it| !mine.comments.contains(it));
        map.comments.extend(new.cloned());
        let missing = still_needed(&map, [&mine_value, &theirs_value]);
        if missing.is_subset(&kept) {
            let (map, repairs) = repaired(map).map_err(Unmergeable::Broken)?;
            return Ok(Merged { map, conflicts, kept, repairs });
        }
        kept.extend(missing);
    }
    Err(Unmergeable::Broken(Vec::new()))
}

/// Those of `conflicts` that are about something of `whole` that is not on `shown`, which is what may be
/// seen of it now.
#[must_use]
pub fn hidden_ones(
    conflicts: &[Conflict],
    whole: &FamilyMap,
    shown: &FamilyMap,
) -> BTreeSet<ConflictId> {
    let [whole, shown] = [whole, shown].map(|map| to_value(map).unwrap_or_default());
    let is_hidden =
        |it: &&Conflict| three::leads(&it.path, &whole) && !three::leads(&it.path, &shown);
    conflicts.iter().filter(is_hidden).map(|it| it.id.clone()).collect()
}

/// Which of the versions that were kept `theirs` was made from.
///
/// The one that it differs least from, of equals the first. Whoever works on changes little of what there is, so that the versions since then
/// differ more. `None` without versions.
#[must_use]
pub fn made_from<'v>(versions: &'v [FamilyMap], theirs: &FamilyMap) -> Option<&'v FamilyMap> {
    let theirs = three::facts(&to_value(theirs).ok()?);
    let far = |map: &FamilyMap| {
        let facts = to_value(map).map(|it| three::facts(&it)).unwrap_or_default();
        facts.symmetric_difference(&theirs).count()
    };
    versions.iter().min_by_key(|it| far(it))
}

/// What is named in `map` and not there, though one of the copies has it.
fn still_needed(map: &FamilyMap, copies: [&Value; 2]) -> BTreeSet<String> {
    let known: Vec<BTreeSet<String>> = copies.map(ids::all).into();
    let missing = broken(map).into_iter().filter_map(|it| match it {
        Broken::Dangling { missing, .. } => Some(missing),
        _ => None,
    });
    missing.filter(|id| known.iter().any(|ids| ids.contains(id))).collect()
}
