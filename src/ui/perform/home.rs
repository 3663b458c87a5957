//! Who lives together: carries out what was asked for.

use crate::document::Command;
use crate::i18n::Message;
use crate::model::{Field, Household, HouseholdField, HouseholdId, Housemate, PersonId, Subject};
use crate::ui::action::HomeAction;
use crate::ui::app::App;
use crate::ui::homes;

impl App {
    /// Carries out what is asked about who lives together.
    pub(super) fn perform_home(&mut self, action: HomeAction) {
        match action {
            HomeAction::Open(person) => self.live_together(&person),
            HomeAction::Of(people) => self.add_home(&people),
            HomeAction::Add(person) => self.add_home(&[person]),
            HomeAction::MoveIn(home, people) => self.move_in(&home, &people),
            HomeAction::AskNoMore => self.session.new_children.clear(),
        }
    }

    /// Looks at the home of `person`; makes one where there is none.
    fn live_together(&mut self, person: &PersonId) {
        self.finish_naming();
        let today = self.panel_context().today;
        let map = self.document.map();
        let home = map.households.iter().find(|(_, it)| it.houses(person, today));
        match home.map(|(id, _)| id.clone()) {
            Some(id) => self.look_at(Some(Subject::Household(id))),
            None => self.add_home(std::slice::from_ref(person)),
        }
    }

    /// Makes a home of these people; its name is typed, others are ticked.
    fn add_home(&mut self, people: &[PersonId]) {
        self.finish_naming();
        let id = self.document.new_household_id();
        let members = people.iter().map(housemate).collect();
        let household = Household { members, ..Household::default() };
        let done = self.document.execute(Command::PutHousehold(id.clone(), Box::new(household)));
        if self.told(done).is_some() {
            self.look_at(Some(Subject::Household(id.clone())));
            self.session.focus_selection = false;
            self.session.typing.want(&Field::Household(id, HouseholdField::Name));
        }
    }

    /// These people live there, too.
    fn move_in(&mut self, id: &HouseholdId, people: &[PersonId]) {
        let context = self.panel_context();
        let Some(home) = context.map.households.get(id) else { return };
        let names: Vec<String> = people.iter().map(|it| context.name(it)).collect();
        let message = Message::new("moved-in")
            .count("n", people.len())
            .arg("who", context.texts.listed(&names))
            .arg("called", homes::called(home))
            .arg("home", homes::name(&context, home));
        let mut household = Household::clone(home);
        let is_new = |it: &PersonId| !home.members.iter().any(|mate| mate.person == *it);
        household.members.extend(people.iter().filter(|it| is_new(it)).map(housemate));
        let done = self.document.execute(Command::PutHousehold(id.clone(), Box::new(household)));
        self.session.new_children.clear();
        if self.told(done).is_some() {
            self.session.tell_with_undo(message, self.document.revision());
        }
    }
}

fn housemate(person: &PersonId) -> Housemate {
    Housemate { person: person.clone(), from: None, until: None }
}
