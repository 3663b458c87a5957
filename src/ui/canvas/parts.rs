//! Several signs of one thing, as of a home whose people stand apart: each is called after whom it stands
//! beside.

use super::stage::Canvas;
use crate::geometry::Rect;
use crate::i18n::Message;
use crate::model::{HouseholdId, PersonId, Subject};

/// What sign `nth` of `count` at `place` is called: `what` the thing is, and beside whom of `people`.
pub(super) fn called<'a>(
    canvas: &Canvas<'_>,
    what: &str,
    (nth, count): (usize, usize),
    (people, place): (impl Iterator<Item = &'a PersonId>, Rect),
) -> String {
    if count < 2 {
        return what.to_owned();
    }
    let away = |id: &PersonId| {
        let spot = canvas.derived.frame_of(&Subject::Person(id.clone()))?;
        let (a, b) = (spot.center(), place.center());
        Some((a.x - b.x).hypot(a.y - b.y))
    };
    let near = people.filter_map(|id| Some((away(id)?, id)));
    let Some((_, nearest)) = near.min_by(|(a, _), (b, _)| a.total_cmp(b)) else {
        return what.to_owned();
    };
    let message = Message::new("map-part").arg("what", what).arg("n", nth + 1).arg("of", count);
    canvas.panel.texts.say(&message.arg("who", canvas.panel.name(nearest)))
}

/// Who lives in `home` today.
pub(super) fn housemates<'a>(
    canvas: &Canvas<'a>,
    home: &HouseholdId,
) -> impl Iterator<Item = &'a PersonId> + use<'a> {
    let (map, today) = (canvas.panel.map, canvas.panel.today);
    let home = map.households.get(home);
    home.into_iter().flat_map(move |it| it.housemates_on(today)).map(|mate| &mate.person)
}
