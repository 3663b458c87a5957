//! Ids that both copies gave to different things: copies count on from the same number, so the third
//! child in one and the new neighbour in the other may have one id. The other copy's gets a new one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::catalogue::Catalogue;
use crate::file::records::{is_of_words, records, rename};

/// What says whether two records with one id are the same thing, where nobody knows what both come
/// from: with another value in all of these they are not.
const SAME_BY: [&str; 11] = [
    "call", "given", "partners", "children", "kind", "to", "members", "name", "whose", "people",
    "label",
];

/// Gives everything of `theirs` another id that has one of something else in `mine`.
pub(super) fn set_apart(base: Option<&Value>, mine: &Value, theirs: &mut Value) {
    let of_base = base.map(records).unwrap_or_default();
    let named_in_base = base.map(named).unwrap_or_default();
    let (own, other) = (records(mine), records(theirs));
    let mut taken: BTreeSet<String> = all(mine);
    taken.extend(all(theirs));
    let mut next = [mine, &*theirs]
        .into_iter()
        .filter_map(|it| it.get("next_id").and_then(Value::as_u64))
        .max()
        .unwrap_or_default();
    let mut new: BTreeMap<String, String> = BTreeMap::new();
    for (key, record) in &other {
        // What is named in what both come from is one thing in both, even where nobody had said yet
        // what it is: a new name for it would change in one copy what that copy left as it was.
        let is_new = !of_base.contains_key(key) && !named_in_base.contains(key.1.as_str());
        let Some(at_mine) = own.get(key).filter(|it| is_new && *it != record) else { continue };
        if base.is_none() && may_be_same(at_mine, record) {
            continue;
        }
        let (_, id) = key;
        // What the catalogue calls so is the same in every map, whatever a file says of its own.
        if Catalogue::builtin().kind(id).is_some() || Catalogue::builtin().strength(id).is_some() {
            continue;
        }
        let prefix: String = id.chars().take_while(|c| !c.is_ascii_digit()).collect();
        let fresh = loop {
            // A file may say that the last number there is comes next: then it begins anew.
            next = next.wrapping_add(1);
            let fresh = format!("{prefix}{next}");
            if taken.insert(fresh.clone()) {
                break fresh;
            }
        };
        new.insert(id.clone(), fresh);
    }
    if !new.is_empty() {
        rename(theirs, &new);
        if let Some(fields) = theirs.as_object_mut() {
            fields.insert("next_id".to_owned(), next.into());
        }
    }
}

/// Everything in `map` that may be an id: every text but the words that somebody typed.
fn named(map: &Value) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut open = vec![map];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => {
                found.insert(text.as_str());
            }
            Value::Array(list) => open.extend(list),
            Value::Object(fields) => {
                let named = fields.iter().filter(|(field, _)| !is_of_words(field));
                open.extend(named.map(|(_, value)| value));
            }
            _ => {}
        }
    }
    found
}

/// All ids of `map`.
pub(super) fn all(map: &Value) -> BTreeSet<String> {
    records(map).into_keys().map(|(_, id)| id).collect()
}

/// May these be one thing? Yes where they say the same in one of the fields that tell things apart, or
/// where one of them says nothing there.
fn may_be_same(one: &Value, other: &Value) -> bool {
    let said = SAME_BY.iter().map(|field| (one.get(field), other.get(field)));
    let said: Vec<(&Value, &Value)> =
        said.filter_map(|(one, other)| Some((one?, other?))).collect();
    said.is_empty() || said.into_iter().any(|(one, other)| overlap(one, other))
}

fn overlap(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            let id = |it: &Value| it.get("id").or(it.get("person")).unwrap_or(it).clone();
            one.iter().any(|it| other.iter().any(|o| id(it) == id(o)))
        }
        _ => one == other,
    }
}
