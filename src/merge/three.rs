//! The walk over three trees of values: what both come from, and the two copies.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Conflict, ConflictId, Side};

/// The fields that name an element of a list, the first that it has.
const NAMES: [&str; 7] = ["id", "skill", "of", "to", "person", "parent", "title"];

/// How the map is shown is no fact: where both changed it, the own copy counts.
const SHOWN: [&str; 2] = ["view", "lang"];

/// What is chosen and kept, and what is found on the way.
pub(super) struct Walk<'w> {
    choices: &'w BTreeMap<ConflictId, Side>,
    kept: &'w BTreeSet<String>,
    path: Vec<String>,
    /// What was found.
    pub(super) conflicts: Vec<Conflict>,
}

impl<'w> Walk<'w> {
    pub(super) const fn new(
        choices: &'w BTreeMap<ConflictId, Side>,
        kept: &'w BTreeSet<String>,
    ) -> Self {
        Self { choices, kept, path: Vec::new(), conflicts: Vec::new() }
    }

    /// The map of both.
    pub(super) fn map(&mut self, base: Option<&Value>, mine: &Value, theirs: &Value) -> Value {
        let mut whole = self.record(base, mine, theirs);
        // The next id is new in both.
        let next = [mine, theirs].map(|it| it.get("next_id").and_then(Value::as_u64));
        if let (Value::Object(whole), Some(next)) = (&mut whole, next.into_iter().flatten().max()) {
            whole.insert("next_id".to_owned(), next.into());
        }
        whole
    }

    /// A record, field by field.
    fn record(&mut self, base: Option<&Value>, mine: &Value, theirs: &Value) -> Value {
        let (Value::Object(own), Value::Object(other)) = (mine, theirs) else {
            return mine.clone();
        };
        let mut fields: Vec<&String> = own.keys().collect();
        fields.extend(other.keys().filter(|field| !own.contains_key(*field)));
        let mut record = Map::new();
        for field in fields {
            self.path.push(field.clone());
            let of = |it: &'_ Value| it.get(field).cloned();
            let (base, mine, theirs) = (base.and_then(of), own.get(field), other.get(field));
            if let Some(value) = self.field(base.as_ref(), mine, theirs) {
                record.insert(field.clone(), value);
            }
            self.path.pop();
        }
        // A union has two partners at most: of more, those of one copy.
        if let Some(Value::Array(partners)) = record.get("partners")
            && 2 < partners.len()
        {
            self.path.push("partners".to_owned());
            if let Some(chosen) = self.conflict(own.get("partners"), other.get("partners")) {
                record.insert("partners".to_owned(), chosen);
            }
            self.path.pop();
        }
        Value::Object(record)
    }

    fn field(
        &mut self,
        base: Option<&Value>,
        mine: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        let is_list = |it: Option<&Value>| it.is_none_or(Value::is_array);
        if mine == theirs {
            return mine.cloned();
        }
        if let [one] = self.path.as_slice()
            && one == "view"
        {
            let empty = Value::Object(Map::new());
            return Some(self.record(base, mine.unwrap_or(&empty), theirs.unwrap_or(&empty)));
        }
        if is_list(mine) && is_list(theirs) {
            let list = self.list([base, mine, theirs].map(elements));
            return Some(Value::Array(list));
        }
        if base == mine {
            theirs.cloned()
        } else if base == theirs {
            mine.cloned()
        } else {
            self.conflict(mine, theirs)
        }
    }

    /// A list, element by element: in the order of the own copy, what is new in the other one after
    /// what it stands behind there.
    fn list(&mut self, [base, mine, theirs]: [Vec<(String, &Value)>; 3]) -> Vec<Value> {
        let mut order: Vec<&String> = mine.iter().map(|(name, _)| name).collect();
        let mut before: Option<&String> = None;
        for (name, _) in &theirs {
            if !order.contains(&name) {
                let place = before.and_then(|it| order.iter().position(|other| *other == it));
                order.insert(place.map_or(0, |it| it + 1), name);
            }
            before = Some(name);
        }
        let [base, mine, theirs]: [BTreeMap<&String, &Value>; 3] =
            [&base, &mine, &theirs].map(|it| it.iter().map(|(name, it)| (name, *it)).collect());
        let order: Vec<String> = order.into_iter().cloned().collect();
        let mut list = Vec::new();
        for name in &order {
            let of = |it: &BTreeMap<&String, &'_ Value>| it.get(name).map(|it| (*it).clone());
            let (base, mine, theirs) = (of(&base), of(&mine), of(&theirs));
            self.path.push(name.clone());
            list.extend(self.element(base.as_ref(), mine.as_ref(), theirs.as_ref()));
            self.path.pop();
        }
        list
    }

    fn element(
        &mut self,
        base: Option<&Value>,
        mine: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        match (base, mine, theirs) {
            (_, Some(mine), Some(theirs)) if mine.is_object() => {
                Some(self.record(base, mine, theirs))
            }
            (_, Some(mine), Some(_)) => Some(mine.clone()),
            (None, one, other) => one.or(other).cloned(),
            (Some(base), one, other) => {
                let left = one.or(other)?;
                if self.is_kept(base) {
                    Some(left.clone())
                } else if left == base {
                    None
                } else {
                    // One took away what the other changed.
                    self.conflict_of_removal(one, other)
                }
            }
        }
    }

    /// Does it stay, as it is still needed, or belongs to what is?
    fn is_kept(&self, value: &Value) -> bool {
        !self.kept.is_empty() && mentions(value, self.kept)
    }

    fn conflict(&mut self, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
        let id = self.note(mine, theirs);
        match id.and_then(|id| self.choices.get(&id)) {
            Some(Side::Theirs) => theirs.cloned(),
            Some(Side::Mine) | None => mine.cloned(),
        }
    }

    fn conflict_of_removal(
        &mut self,
        mine: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        let id = self.note(mine, theirs);
        match id.and_then(|id| self.choices.get(&id)) {
            Some(Side::Mine) => mine.cloned(),
            Some(Side::Theirs) => theirs.cloned(),
            None => mine.or(theirs).cloned(),
        }
    }

    fn note(&mut self, mine: Option<&Value>, theirs: Option<&Value>) -> Option<ConflictId> {
        if self.path.first().is_some_and(|it| SHOWN.contains(&it.as_str()) || it == "next_id") {
            return None;
        }
        let id = ConflictId(self.path.join("/"));
        self.conflicts.push(Conflict {
            id: id.clone(),
            path: self.path.clone(),
            mine: mine.cloned(),
            theirs: theirs.cloned(),
        });
        Some(id)
    }
}

/// Is there what `path` names: every record on the way? Its last field may be empty.
pub(super) fn leads(path: &[String], map: &Value) -> bool {
    let mut here = map;
    for (nth, step) in (1..).zip(path) {
        let next = match here {
            Value::Object(fields) => fields.get(step),
            Value::Array(_) => {
                elements(Some(here)).into_iter().find(|(name, _)| name == step).map(|(_, it)| it)
            }
            _ => None,
        };
        match next {
            Some(next) => here = next,
            None => return nth == path.len() && here.is_object(),
        }
    }
    true
}

/// The elements of a list with their names: what they are named by, else all they say.
fn elements(list: Option<&Value>) -> Vec<(String, &Value)> {
    let mut named: Vec<(String, &Value)> = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for element in list.and_then(Value::as_array).into_iter().flatten() {
        let name = name_of(element);
        let times = seen.entry(name.clone()).or_default();
        *times += 1;
        let name = if *times == 1 { name } else { format!("{name} {times}") };
        named.push((name, element));
    }
    named
}

fn name_of(element: &Value) -> String {
    let by = match element {
        Value::Object(fields) => NAMES.iter().find_map(|name| fields.get(*name)),
        // Where somebody was seen: who, and the place.
        Value::Array(pair) => pair.first(),
        _ => None,
    };
    match by.unwrap_or(element) {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Is one of `ids` named anywhere in `value`?
fn mentions(value: &Value, ids: &BTreeSet<String>) -> bool {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) if ids.contains(text) => return true,
            Value::Array(list) => open.extend(list),
            Value::Object(fields) => open.extend(fields.values()),
            _ => {}
        }
    }
    false
}

/// Every fact of `map` in one line: where, and what. How it is shown is none.
pub(super) fn facts(map: &Value) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    let mut open = vec![(String::new(), map)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Object(fields) => {
                let told = fields.iter().filter(|(field, _)| {
                    !path.is_empty() || !(SHOWN.contains(&field.as_str()) || *field == "next_id")
                });
                open.extend(told.map(|(field, it)| (format!("{path}/{field}"), it)));
            }
            Value::Array(_) => {
                let named = elements(Some(value)).into_iter();
                open.extend(named.map(|(name, it)| (format!("{path}/{name}"), it)));
            }
            leaf => {
                facts.insert(format!("{path} {leaf}"));
            }
        }
    }
    facts
}
