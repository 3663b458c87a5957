//! How a union is called.

use crate::i18n::Message;
use crate::model::Union;
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
