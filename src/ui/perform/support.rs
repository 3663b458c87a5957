//! Who helps: carries out what was asked for.

use crate::catalogue::Catalogue;
use crate::document::Command;
use crate::i18n::Message;
use crate::model::{Field, KindId, Subject, Support, SupportField, SupportId, Supported};
use crate::ui::app::App;
use crate::ui::homes;
use crate::ui::inspector::{new_tie, support_words};
use crate::ui::session::{Find, TieDraft};

impl App {
    /// Somebody who helps; the name is typed, the kind and others are tapped.
    pub(super) fn add_support(&mut self, to: Supported) {
        self.finish_naming();
        // Until it is said: a relative, a friend, a neighbour.
        let mut kinds = Catalogue::builtin().supports().iter();
        let near = kinds.find(|it| it.personal).and_then(|it| KindId::new(&it.id));
        let Some(kind) = near else { return };
        let id = self.document.new_support_id();
        let (name, words) = (String::new(), String::new());
        let (areas, notes) = (Vec::new(), Vec::new());
        let support = Support { kind, name, words, areas, ties: vec![new_tie(to)], notes };
        let done = self.document.execute(Command::PutSupport(id.clone(), Box::new(support)));
        if self.told(done).is_some() {
            self.look_at(Some(Subject::Support(id.clone())));
            self.session.focus_selection = false;
            self.session.typing.want(&Field::Support(id, SupportField::Name));
        }
    }

    /// Ties somebody who helps to one more, and says so. What is there already is only looked at.
    pub(super) fn tie(&mut self, id: &SupportId, to: Supported) {
        self.finish_naming();
        let context = self.panel_context();
        let Some(support) = context.map.supports.get(id) else { return };
        let is_tied = support.ties.iter().any(|tie| tie.to == to);
        let whom = match &to {
            Supported::Person(id) => context.name(id),
            Supported::Household(id) => context
                .map
                .households
                .get(id)
                .map(|it| homes::name(&context, it))
                .unwrap_or_default(),
        };
        let message = Message::new(if is_tied { "tied-already" } else { "tied" });
        let message = message.arg("support", support_words(&context, id)).arg("whom", whom);
        let mut tied = Support::clone(support);
        tied.ties.push(new_tie(to));
        self.look_at(Some(Subject::Support(id.clone())));
        if is_tied {
            self.session.tell(message);
        } else {
            self.do_and_tell(message, Command::PutSupport(id.clone(), Box::new(tied)));
        }
    }

    /// Asks whom this one helps: the next tap on the map says it.
    pub(super) fn ask_whom(&mut self, id: Option<SupportId>) {
        self.finish_naming();
        if let Some(id) = &id {
            self.look_at(Some(Subject::Support(id.clone())));
        }
        self.session.focus_selection &= id.is_none();
        self.session.tying = id.map(|support| TieDraft { support, find: Find::new() });
    }
}
