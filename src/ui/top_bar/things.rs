//! What can be found besides people: lines, couples, homes, who helps, goals. Only of the map as it is
//! shown, so nothing that is hidden, and with the names that are on the screen.

use crate::i18n::Message;
use crate::model::{GoalId, Subject};
use crate::scene;
use crate::ui::canvas::goal_told;
use crate::ui::context::PanelContext;
use crate::ui::derived::Derived;
use crate::ui::inspector::{party_words, support_said};
use crate::ui::sought::fit;
use crate::ui::{LookAction, homes};

/// So many are offered at most: people come first.
const MOST: usize = 5;

/// One thing that was found: where it leads.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Thing {
    /// Selected on the map.
    Subject(Subject),
    /// Opened in the panel.
    Goal(GoalId),
}

impl Thing {
    /// What goes there.
    pub(super) fn go(self) -> LookAction {
        match self {
            Self::Subject(subject) => LookAction::Select(Some(subject)),
            Self::Goal(id) => LookAction::OpenGoal(id),
        }
    }
}

/// What fits `wanted` (in lower case), the best first, each with words that say what it is.
pub(super) fn find_things(context: &PanelContext<'_>, wanted: &str) -> Vec<(Thing, String)> {
    let fits = |(thing, words): (Thing, String)| Some((fit(&words, wanted)?, thing, words));
    let mut found: Vec<_> = all(context).filter_map(fits).collect();
    found.sort_by_key(|(rank, ..)| *rank);
    found.into_iter().take(MOST).map(|(_, thing, words)| (thing, words)).collect()
}

/// Everything, with its words.
fn all(context: &PanelContext<'_>) -> impl Iterator<Item = (Thing, String)> {
    let (map, texts) = (context.map, context.texts);
    let said =
        move |id: &'static str, words: String| texts.say(&Message::new(id).arg("words", words));
    let lines = map.relations.iter().filter_map(move |(id, line)| {
        let kind = context.catalogue.relation(line.kind.as_str())?;
        let names = (context.name(&line.from), party_words(context, &line.to));
        let words = scene::line_told(texts, kind, line, (&names.0, &names.1));
        Some((Thing::Subject(Subject::Relation(id.clone())), said("found-line", words)))
    });
    let helpers = map.supports.keys().map(move |id| {
        let words = said("found-support", support_said(context, id));
        (Thing::Subject(Subject::Support(id.clone())), words)
    });
    let homes = map.households.iter().map(move |(id, home)| {
        let words = said("found-home", homes::name(context, home));
        (Thing::Subject(Subject::Household(id.clone())), words)
    });
    let goals =
        map.goals.iter().map(move |(id, goal)| (Thing::Goal(id.clone()), goal_told(context, goal)));
    let couples = map.unions.iter().filter(|(_, union)| union.partners.len() == 2);
    let couples = couples.map(move |(id, union)| {
        let label = Derived::union_label(texts, union, context);
        let words = [label, scene::union_state(union, context.texts)].join(", ");
        (Thing::Subject(Subject::Union(id.clone())), words)
    });
    lines.chain(helpers).chain(homes).chain(goals).chain(couples)
}
