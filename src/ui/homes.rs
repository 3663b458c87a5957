//! Who lives together, for the panels: what a home is called, who is suggested, who is asked about.

use egui::Ui;

use super::canvas::calm_place;
use super::context::PanelContext;
use super::derived::Derived;
use super::session::Session;
use super::widgets::{Toggle, chip};
use super::{Action, EditAction, HomeAction, style};
use crate::i18n::Message;
use crate::model::{Household, HouseholdId, PersonId};

/// Nobody of this age is taken for a child who lives at home, unless it is said.
const GROWN: i32 = 25;
/// So many people are suggested at most.
const MOST_SUGGESTED: usize = 12;

/// What the family calls it, else who lives there: "Kim, Noa en Levi".
pub(super) fn name(context: &PanelContext<'_>, home: &Household) -> String {
    if !home.name.trim().is_empty() {
        return home.name.trim().to_owned();
    }
    let people: Vec<String> =
        home.housemates_on(context.today).map(|mate| context.name(&mate.person)).collect();
    if people.is_empty() {
        context.texts.get("household-no-name")
    } else {
        context.texts.listed(&people)
    }
}

/// Whether a sentence says "in" a home, which then has a name of its own, or "with" who lives there.
pub(super) fn called(home: &Household) -> &'static str {
    if home.name.trim().is_empty() { "people" } else { "home" }
}

/// Who may live there, too: partners of today, children who are not grown up; of a child the parents,
/// brothers and sisters. Nobody is put there unasked, and nobody is named who did harm to one of them or
/// had it done by one.
pub(super) fn suggested(context: &PanelContext<'_>, home: &Household) -> Vec<PersonId> {
    let map = context.map;
    let is_young = |id: &PersonId| {
        let age = map.person(id).and_then(|person| person.age_on(context.today));
        age.is_none_or(|age| age.lo < GROWN)
    };
    let mut people: Vec<PersonId> = Vec::new();
    for mate in &home.members {
        for (_, union) in map.unions_of(&mate.person) {
            if !union.is_over() {
                people.extend(union.other_partner(&mate.person).cloned());
            }
            let children = union.children.iter().map(|child| &child.person);
            people.extend(children.filter(|it| is_young(it)).cloned());
        }
        if let Some((_, union)) = map.home_union(&mate.person).filter(|_| is_young(&mate.person)) {
            people.extend(union.partners.iter().cloned());
            let others = union.children.iter().map(|child| &child.person);
            people.extend(others.filter(|it| is_young(it)).cloned());
        }
    }
    let mut suggested: Vec<PersonId> = Vec::new();
    for id in people {
        let is_there = home.members.iter().any(|mate| mate.person == id);
        let is_apart = context.apart.is_from_home(&id, home);
        if !is_there && !is_apart && can_live(context, &id) && !suggested.contains(&id) {
            suggested.push(id);
        }
    }
    suggested.truncate(MOST_SUGGESTED);
    suggested
}

/// Nobody who died, is expected or was lost lives anywhere.
fn can_live(context: &PanelContext<'_>, id: &PersonId) -> bool {
    context.map.person(id).is_some_and(|person| !person.is_dead() && person.holds_facts())
}

/// The children who were added just now, and the home of a parent where they are not.
fn asked(context: &PanelContext<'_>, session: &Session) -> Option<(HouseholdId, Vec<PersonId>)> {
    let map = context.map;
    let named = session.naming.as_ref().map(|naming| &naming.person);
    let homes = |child: &PersonId| {
        let parents = map.home_union(child).map(|(_, union)| union.partners.as_slice());
        let parents = parents.unwrap_or_default();
        let lives = |home: &Household, id: &PersonId| home.houses(id, context.today);
        let is_home = |home: &Household| {
            let is_apart = |id: &PersonId| context.apart.is_from_home(id, home);
            parents.iter().any(|parent| lives(home, parent))
                && !lives(home, child)
                && !parents.iter().chain([child]).any(is_apart)
        };
        map.households.iter().find(|(_, home)| is_home(home)).map(|(id, _)| id.clone())
    };
    let mut asked: Option<(HouseholdId, Vec<PersonId>)> = None;
    let is_asked = |it: &&PersonId| Some(*it) != named && can_live(context, it);
    for child in session.new_children.iter().filter(is_asked) {
        match (homes(child), &mut asked) {
            (Some(home), None) => asked = Some((home, vec![child.clone()])),
            (Some(home), Some((first, people))) if home == *first => people.push(child.clone()),
            _ => {}
        }
    }
    asked
}

/// "Woont Noa ook in huis Kim?", at the bottom of the window.
pub(super) fn ask_ui(
    ui: &Ui,
    context: &PanelContext<'_>,
    (session, derived): (&Session, &Derived),
) -> Vec<Action> {
    let Some((id, children)) = asked(context, session) else { return Vec::new() };
    let Some(home) = context.map.households.get(&id) else { return Vec::new() };
    let names: Vec<String> = children.iter().map(|it| context.name(it)).collect();
    let question = Message::new("household-ask")
        .count("n", children.len())
        .arg("who", context.texts.listed(&names))
        .arg("called", called(home))
        .arg("home", name(context, home));
    let question = context.texts.say(&question);
    let notice = session
        .notice
        .as_ref()
        .and_then(|_| ui.ctx().memory(|memory| memory.area_rect(egui::Id::unique("notice"))));
    let (pivot, place) = calm_place(ui.ctx(), (session, derived), "ask-home", notice);
    let mut actions = Vec::new();
    egui::Area::new(egui::Id::unique("ask-home"))
        .order(egui::Order::Foreground)
        .fixed_pos(place)
        .pivot(pivot)
        .show(ui.ctx(), |ui| {
            style::card_frame(context.theme).shadow(ui.visuals().popup_shadow).show(ui, |ui| {
                ui.horizontal(|ui| {
                    let said = ui.label(&question);
                    ui.ctx().accesskit_node_builder(said.id, |node| {
                        node.set_live(egui::accesskit::Live::Polite);
                    });
                    if chip(ui, context.theme, &context.texts.get("household-ask-yes"), Toggle::On)
                        .clicked()
                    {
                        actions.push(Action::Edit(EditAction::Home(HomeAction::MoveIn(
                            id.clone(),
                            children.clone(),
                        ))));
                    }
                    if chip(ui, context.theme, &context.texts.get("household-ask-no"), Toggle::Off)
                        .clicked()
                    {
                        actions.push(Action::Edit(EditAction::Home(HomeAction::AskNoMore)));
                    }
                });
            });
        });
    actions
}
