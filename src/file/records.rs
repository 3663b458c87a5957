//! The records of a map as plain values: everything that has an id of its own, and where ids stand.

use std::collections::BTreeMap;

use serde_json::Value;

/// The lists whose elements have an id of their own, wherever they stand.
const LISTS: [&str; 10] = [
    "people",
    "unions",
    "twins",
    "relations",
    "households",
    "supports",
    "goals",
    "own_kinds",
    "entries",
    "strengths",
];

/// Fields that hold words: an id that stands in them is none.
const WORDS: [&str; 23] = [
    "title",
    "wish",
    "dream",
    "text",
    "with",
    "given",
    "call",
    "prefix",
    "family",
    "birth_name",
    "also",
    "wishes",
    "cause_of_death",
    "origin",
    "language",
    "faith",
    "work",
    "according_to",
    "share_with",
    "words",
    "helped",
    "name",
    "comment",
];
/// More of them: of goals and kinds, and of scenes (of anything else `notes` are a list).
const MORE_WORDS: [&str; 5] = ["first_step", "helper", "label", "notes", "trap"];

/// Is a field called so one of words, in which an id is none?
pub(crate) fn is_of_words(field: &str) -> bool {
    WORDS.contains(&field) || MORE_WORDS.contains(&field)
}

/// Every record that has an id of its own, by its list and its id.
pub(crate) fn records(map: &Value) -> BTreeMap<(String, String), Value> {
    let mut found = BTreeMap::new();
    let mut open = vec![map];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(fields) => {
                for (field, inside) in fields {
                    if let (true, Value::Array(list)) = (LISTS.contains(&field.as_str()), inside) {
                        for record in list {
                            if let Some(id) = record.get("id").and_then(Value::as_str) {
                                found.insert((field.clone(), id.to_owned()), record.clone());
                            }
                        }
                    }
                    open.push(inside);
                }
            }
            Value::Array(list) => open.extend(list),
            _ => {}
        }
    }
    found
}

/// Writes the new ids wherever the old ones are meant.
pub(crate) fn rename(map: &mut Value, new: &BTreeMap<String, String>) {
    let mut open: Vec<&mut Value> = vec![map];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => {
                if let Some(fresh) = new.get(text) {
                    text.clone_from(fresh);
                } else if let Some((start, inside)) = text.split_once('(')
                    && let Some(fresh) = inside.strip_suffix(')').and_then(|it| new.get(it))
                {
                    // A theme: `strong(k12)`.
                    *text = format!("{start}({fresh})");
                }
            }
            Value::Array(list) => open.extend(list),
            Value::Object(fields) => {
                for (field, inside) in fields {
                    let is_list_of_records =
                        inside.as_array().is_some_and(|it| it.iter().any(Value::is_object));
                    if !is_of_words(field) || is_list_of_records {
                        open.push(inside);
                    }
                }
            }
            _ => {}
        }
    }
}
