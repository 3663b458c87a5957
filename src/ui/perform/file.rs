//! Actions about files and other maps.

use crate::i18n::Message;
use crate::model::{FamilyMap, Person, PersonId, Subject};
use crate::ui::action::FileAction;
use crate::ui::app::App;
use crate::ui::dialogs::Purpose;
use crate::ui::home;
use crate::ui::session::Naming;
use crate::ui::terms::Place;

impl App {
    /// Carries out an action about files.
    pub(super) fn perform_file(&mut self, action: FileAction) {
        match action {
            FileAction::New => self.new_map(),
            FileAction::Open => self.ask(Purpose::Open),
            FileAction::OpenPath(path) => self.open_path(&path),
            FileAction::ReadLettersAs(charset) => self.read_letters_as(charset),
            FileAction::OpenExample(number) => {
                if let Some(map) = home::example(number, self.session.lang) {
                    self.show_map(map);
                }
            }
            FileAction::WhatIf => self.try_what_if(),
            FileAction::GoHome => {
                self.session.leave_map();
                self.session.place = Place::Home;
                self.let_go_of_copy();
                self.errands.other_map();
                self.update_offers();
            }
            FileAction::AskLeaveNothing => self.offers.asks_traces = true,
            FileAction::LeaveNothing => self.leave_nothing(),
            // The name that is being typed is on the map already, and is typed on.
            FileAction::Save => {
                self.keep_own_words();
                self.save();
            }
            FileAction::SaveAs => {
                self.keep_own_words();
                self.ask(Purpose::Save);
            }
            FileAction::Seal => self.ask_to_seal(),
            FileAction::SealLater => self.session.asks_seal = false,
            FileAction::Lock => self.lock.is_wanted = true,
            FileAction::ShowVersions => self.open_versions(),
            FileAction::ForTraining(years) => self.ask(Purpose::Training(years)),
            FileAction::ExportPicture => self.ask(Purpose::Picture),
            FileAction::SavePaper => self.ask(Purpose::Paper),
            FileAction::PrintPaper => self.print_paper(),
            FileAction::OpenLeftover(path) => self.open_leftover(&path),
            FileAction::AskThrowAway(path) => self.offers.throwing = Some(path),
            FileAction::PutBack(path) => {
                if !self.recovery.put_back(&path) {
                    self.session.warn(vec![Message::new("thrown-not-back")]);
                }
                self.update_offers();
            }
            FileAction::ShowThrownAway => {
                self.offers.shows_thrown_away = !self.offers.shows_thrown_away;
            }
        }
    }

    /// A map with one person, whose name is typed at once.
    fn new_map(&mut self) {
        let mut map = FamilyMap { lang: self.session.lang, ..FamilyMap::default() };
        let person = PersonId::numbered("p", 1);
        map.people.insert(person.clone(), std::sync::Arc::new(Person::default()));
        map.focus.push(person.clone());
        map.next_id = 1;
        self.show_map(map);
        self.session.asks_seal = true;
        self.look_at(Some(Subject::Person(person.clone())));
        self.session.naming = Some(Naming::of(person, String::new()));
    }
}
