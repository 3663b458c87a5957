//! A map as a tree of plain values, named as in the file: for what treats every field alike.

use serde_json::Value;

use super::{OpenError, from_wire, to_wire};
use crate::model::FamilyMap;

/// `map` as the file has it, without what was written beside it by hand.
///
/// # Errors
/// When it holds what no file can hold (a number that is none).
pub(crate) fn to_value(map: &FamilyMap) -> Result<Value, serde_json::Error> {
    serde_json::to_value(to_wire::file(map))
}

/// The map that `value` spells. References are not checked.
///
/// # Errors
/// When it is none.
pub(crate) fn from_value(value: Value) -> Result<FamilyMap, OpenError> {
    let wire = serde_json::from_value(value).map_err(|_unlike| OpenError::NotAMap)?;
    from_wire::map(wire)
}
