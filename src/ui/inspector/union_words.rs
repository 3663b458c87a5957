//! How a union is called.

use crate::i18n::{Message, Texts};
use crate::model::{Ending, Union, UnionKind};
use crate::ui::context::PanelContext;

/// "Kim en Jordy", whoever the parents are.
pub(super) fn title(context: &PanelContext<'_>, union: &Union) -> String {
    match union.partners.as_slice() {
        [] => context.texts.get("union-title-none"),
        [one] => context.name(one),
        [a, b, ..] => {
            let message = Message::new("union-title-two");
            context.texts.say(&message.arg("a", context.name(a)).arg("b", context.name(b)))
        }
    }
}

/// "gescheiden", or what it is while it goes on.
pub(in crate::ui) fn state(context: &PanelContext<'_>, union: &Union) -> String {
    let texts = context.texts;
    match union.ending.filter(|_| union.together_again.is_none()) {
        Some(Ending::Separated) => texts.get("ending-separated"),
        Some(Ending::Divorced) => texts.get("ending-divorced"),
        Some(Ending::Death) => texts.get("ending-death"),
        None if union.partners.len() < 2 => String::new(),
        None => kind_words(texts, union.kind),
    }
}

pub(super) fn kind_words(texts: Texts, kind: UnionKind) -> String {
    texts.get(match kind {
        UnionKind::Married => "union-married",
        UnionKind::Registered => "union-registered",
        UnionKind::LivingTogether => "union-living-together",
        UnionKind::LivingApart => "union-living-apart",
        UnionKind::Engaged => "union-engaged",
        UnionKind::Relationship => "union-relationship",
        UnionKind::Brief => "union-brief",
    })
}
