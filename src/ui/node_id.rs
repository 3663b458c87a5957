//! The egui ids of who and what stands on the map; the same for the same person.

use egui::Id;

use crate::model::{HouseholdId, PersonId, RelationId, Subject, SupportId, UnionId};

/// The egui id of a person's node.
pub(super) fn person_node(id: &PersonId) -> Id {
    Id::unique(("person", id.as_str()))
}

/// The egui id of a union's node.
pub(super) fn union_node(id: &UnionId) -> Id {
    Id::unique(("union", id.as_str()))
}

/// The egui id of a household's node.
pub(super) fn household_node(id: &HouseholdId) -> Id {
    Id::unique(("household", id.as_str()))
}

/// The egui id of the node of a line between people.
pub(super) fn relation_node(id: &RelationId) -> Id {
    Id::unique(("relation", id.as_str()))
}

/// The egui id of the node of somebody who helps.
pub(super) fn support_node(id: &SupportId) -> Id {
    Id::unique(("support", id.as_str()))
}

/// The node of what is looked at.
pub(super) fn node(subject: &Subject) -> Id {
    match subject {
        Subject::Person(id) => person_node(id),
        Subject::Union(id) => union_node(id),
        Subject::Household(id) => household_node(id),
        Subject::Relation(id) => relation_node(id),
        Subject::Support(id) => support_node(id),
    }
}
