//! What the lines to children say of their bonds.

use crate::i18n::Message;
use crate::layout::LineRole;
use crate::model::{Bond, Child, Subject, Union};
use crate::scene::Layer;
use crate::scene::label;
use crate::scene::stage::{Pen, Stage, TextStyle};
use crate::scene::words;

/// What the lines to children say: "adoptie", "pleegkind". They are placed when all lines are known, so
/// that those of several sets of parents stand apart.
pub(super) fn draw(stage: &mut Stage<'_>) {
    if stage.view.plates.is_bare() {
        return;
    }
    let (cast, layout) = (stage.cast, stage.layout);
    let mut free = label::Free::of(stage);
    for piece in &layout.connectors {
        let Some(id) = cast.unions.get(piece.union) else { continue };
        let (Some(union), Some(person)) = (stage.map.union(id), stage.id_at(piece.person)) else {
            continue;
        };
        if stage.view.absent.children.contains(&(id.clone(), person.clone())) {
            continue;
        }
        let is_child_line = matches!(piece.role, LineRole::Individual | LineRole::Second);
        let text = union.child(person).and_then(|child| words_of(stage, union, child));
        let Some(text) = text.filter(|_| is_child_line && stage.is_visible(person)) else {
            continue;
        };
        if !union.partners.is_empty() && !union.partners.iter().any(|id| stage.is_visible(id)) {
            continue;
        }
        let unit = stage.metrics.unit;
        let style = TextStyle::centered(11.0 * unit, stage.theme().soft_ink);
        let size = stage.pill_size(&text, style);
        // A second line beside the first one keeps its word on its own side.
        let symbol = piece.person.and_then(|index| stage.spot(index)).map(|spot| spot.symbol);
        let end = piece.points.last();
        let leans_left = symbol.zip(end).is_some_and(|(symbol, end)| end.x < symbol.x - 1.0);
        if let Some(center) = free.beside(piece, size, (unit, leans_left)) {
            let pen = Pen::on(Layer::Marks).of(Subject::Union(id.clone()));
            stage.pill(&pen, &text, center, style);
        }
    }
}

/// What the line to `child` says: the word of its bond, or of each bond that only one of its parents
/// has, with the name of that parent.
fn words_of(stage: &Stage<'_>, union: &Union, child: &Child) -> Option<String> {
    let texts = stage.texts;
    if child.with.is_empty() {
        return word_for(child.bond).map(|word| texts.get(word));
    }
    let each = union.partners.iter().filter_map(|parent| {
        let bond = word_for(child.bond_with(parent))?;
        let person = stage.map.person(parent);
        let name = person.map(|it| words::name(parent, it, stage.view)).unwrap_or_default();
        let message = Message::new("scene-bond-with").arg("bond", texts.get(bond));
        Some(texts.say(&message.arg("name", name)))
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| each.join(", "))
}

/// The word on the line to a child with this bond, if it needs one.
const fn word_for(bond: Bond) -> Option<&'static str> {
    match bond {
        Bond::Adopted => Some("scene-adopted"),
        Bond::Guardian => Some("scene-guardian"),
        Bond::Donor => Some("scene-donor"),
        Bond::Foster => Some("scene-foster"),
        Bond::Birth | Bond::Step => None,
    }
}
