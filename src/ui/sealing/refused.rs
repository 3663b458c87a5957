//! A seal that could not be put on: nothing is other than before, and the user chooses how to go on.

use egui::{Id, Modal, Ui};

use super::{Answer, Asks, NotSealed, Refused, Sealing};
use crate::file::Seal;
use crate::i18n::Message;
use crate::ui::app::App;
use crate::ui::context::PanelContext;
use crate::ui::files::PutOn;
use crate::ui::style::{Look, button};
use crate::ui::versions::Unsealable;
use crate::ui::widgets::heading;

impl App {
    /// Seals the open map from now on, and saves it so.
    pub(super) fn seal(&mut self, seal: Seal, unsealable: Unsealable) {
        let before = self.files.seal.replace(seal);
        let keys_of_before = self.files.keys_of_before.take();
        self.files.put_on = Some(PutOn { seal: before, keys_of_before, unsealable });
        // What is not saved first: until the file is sealed its copy could be read.
        self.keep_copy();
        self.save();
    }

    /// The file could not be saved with a new seal: what was before is so again, and the user is asked.
    pub(in crate::ui) fn refuse_seal(&mut self, what: NotSealed, why: Vec<Message>) {
        let Some(put_on) = self.files.put_on.take() else { return };
        self.files.keys_of_before = put_on.keys_of_before;
        let Some(seal) = std::mem::replace(&mut self.files.seal, put_on.seal) else { return };
        let refused = Some(Refused { seal, what, why });
        self.sealing = Sealing { refused, ..Sealing::ask(Asks::Refused) };
    }

    /// Tries it once more, with what the user said about the earlier versions.
    pub(super) fn seal_after_all(&mut self, unsealable: Unsealable) {
        let refused = std::mem::take(&mut self.sealing).refused;
        if let Some(Refused { seal, .. }) = refused {
            self.seal(seal, unsealable);
        }
    }
}

/// What happened, what is safe, and the ways on.
pub(super) fn refused_ui(ui: &Ui, context: &PanelContext<'_>, sealing: &Sealing) -> Option<Answer> {
    let (theme, texts) = (context.theme, context.texts);
    let refused = sealing.refused.as_ref()?;
    let is_of_versions = refused.what == NotSealed::Versions;
    let mut answer = None;
    let modal = Modal::new(Id::unique("seal-refused")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        heading(ui, context, texts.get("seal-refused-title"));
        for why in &refused.why {
            ui.label(texts.say(why));
        }
        if is_of_versions {
            ui.label(texts.get("seal-refused-kept"));
            ui.label(texts.get("seal-refused-how"));
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            let mut ways = vec![
                (Look::Main, "seal-refused-leave", Answer::Cancel),
                (Look::Quiet, "seal-refused-again", Answer::Go),
            ];
            if is_of_versions {
                ways.push((Look::Quiet, "seal-refused-without", Answer::Without));
            }
            for (look, words, answered) in ways {
                if button(ui, theme, look, "", &texts.get(words)).clicked() {
                    answer = Some(answered);
                }
            }
        });
    });
    answer.or_else(|| modal.should_close().then_some(Answer::Cancel))
}
