//! Who helps: carries out what was asked for.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::document::Command;
use crate::model::{Effect, Field, KindId, Subject, Support, SupportField, SupportTie, Supported};
use crate::ui::app::App;

impl App {
    /// Somebody who helps; the name is typed, the kind and others are tapped.
    pub(super) fn add_support(&mut self, to: Supported) {
        self.finish_naming();
        // Until it is said: a relative, a friend, a neighbour.
        let mut kinds = Catalogue::builtin().supports().iter();
        let near = kinds.find(|it| it.personal).and_then(|it| KindId::new(&it.id));
        let Some(kind) = near else { return };
        let id = self.document.new_support_id();
        let (name, areas, notes) = (String::new(), Vec::new(), Vec::new());
        let support = Support { kind, name, areas, ties: vec![new_tie(to)], notes };
        let done = self.document.execute(Command::PutSupport(id.clone(), Box::new(support)));
        if self.told(done).is_some() {
            self.look_at(Some(Subject::Support(id.clone())));
            self.session.focus_selection = false;
            self.session.typing.want(&Field::Support(id, SupportField::Name));
        }
    }
}

/// Helps; of the rest nothing is known yet.
pub(in crate::ui) fn new_tie(to: Supported) -> SupportTie {
    let (effect, help) = (Effect::Helps, BTreeSet::new());
    SupportTie { to, effect, help, from: None, until: None, ended: false }
}
