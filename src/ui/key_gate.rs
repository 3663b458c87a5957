//! Keys wait for the field that is on its way.
//!
//! egui hands over all that happened since the last frame at once. On a slow machine that is the key
//! that asks for a field and the letters meant for it. So input passes in the order in which it came
//! and stops after whatever may bring or end a field: what comes behind waits for the next frame, and
//! while a field was asked for and has not come, letters wait for it. None of them is a command.

use std::collections::VecDeque;

use egui::{Context, Event, Key, Plugin, RawInput};

/// For so many frames letters wait for a field; then it does not come any more.
const MOST_FRAMES: u32 = 600;

/// What has not passed yet.
#[derive(Debug, Default)]
pub(super) struct KeyGate {
    waiting: VecDeque<Event>,
    /// The field that was asked for and has not got the caret yet.
    is_wanted: bool,
    frames: u32,
    /// The field that had the caret may have been ended; in one frame it is seen whether it is gone.
    settles: bool,
    /// The key that was a command, while it is down: its repeats are no letters.
    down: Option<Key>,
}

impl KeyGate {
    /// Says whether a field was asked for and has not come yet. If it does not come any more, neither
    /// do its letters.
    #[expect(clippy::fn_params_excessive_bools, reason = "a fact of the frame, named by its name")]
    pub(super) fn want(ctx: &Context, is_wanted: bool) {
        let has_come = ctx.text_edit_focused();
        ctx.with_plugin(|gate: &mut Self| {
            if gate.is_wanted && !is_wanted && !has_come {
                gate.drop_letters();
            }
            if !is_wanted {
                gate.frames = 0;
            }
            gate.is_wanted = is_wanted;
        });
    }

    /// What was typed until now and has not passed is meant for nobody any more.
    pub(super) fn drop_typed(ctx: &Context) {
        ctx.with_plugin(|gate: &mut Self| gate.drop_letters());
    }

    /// Where what is typed goes in this frame. A field that is asked for again while it has the caret
    /// (the next name) is on its way, too: what stands in it now is not what will stand in it.
    fn place(&mut self, is_in_text: impl FnOnce() -> bool) -> Place {
        if self.is_wanted {
            if self.frames < MOST_FRAMES {
                self.frames += 1;
                return Place::OnItsWay;
            }
            self.is_wanted = false;
            self.drop_letters();
        }
        if std::mem::take(&mut self.settles) {
            return Place::OnItsWay;
        }
        if is_in_text() { Place::InText } else { Place::Nowhere }
    }

    fn drop_letters(&mut self) {
        self.waiting.retain(|event| !is_typed(event));
    }

    /// Lets pass what may pass now.
    fn pass(&mut self, place: Place) -> Vec<Event> {
        let mut passed = Vec::new();
        while let Some(event) = self.waiting.pop_front() {
            if place == Place::OnItsWay && is_typed(&event) {
                self.waiting.push_front(event);
                break;
            }
            let is_last = may_change_place(&event, place);
            if is_last && passed.iter().any(is_typed) {
                // What was typed is taken in before anything is done with it.
                self.waiting.push_front(event);
                break;
            }
            match &event {
                Event::Key { key, pressed: true, .. } => {
                    if place == Place::InText && self.down == Some(*key) {
                        continue;
                    }
                    // Another key ends the repeats of the one before.
                    self.down = (place == Place::Nowhere).then_some(*key);
                }
                Event::Key { key, pressed: false, .. } if self.down == Some(*key) => {
                    self.down = None;
                }
                // The letter that comes with a key that is a command is no text.
                Event::Text(text) if self.down.is_some_and(|key| is_letter_of(text, key)) => {
                    continue;
                }
                // What happens to keys elsewhere is not told.
                Event::WindowFocused(_) => self.down = None,
                _ => {}
            }
            self.settles |= is_last && (place == Place::InText || !is_typed(&event));
            passed.push(event);
            if is_last {
                break;
            }
        }
        passed
    }
}

impl Plugin for KeyGate {
    fn debug_name(&self) -> &'static str {
        "key gate"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.waiting.extend(std::mem::take(&mut input.events));
        let place = self.place(|| ctx.text_edit_focused());
        input.events = self.pass(place);
        if !self.waiting.is_empty() || self.settles {
            ctx.request_repaint();
        }
    }
}

/// Is `text` what `key` itself types? On a keyboard of another script a key has the name of the Latin
/// letter in its place.
fn is_letter_of(text: &str, key: Key) -> bool {
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return false };
    !letter.is_ascii_alphanumeric() || text.eq_ignore_ascii_case(key.name())
}

/// Where typed letters go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Into a field.
    InText,
    /// Into a field that has not come yet.
    OnItsWay,
    /// Nowhere: keys are commands.
    Nowhere,
}

/// Is this something from the keyboard?
const fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
            | Event::Ime(_)
    )
}

/// May what is typed next be meant for another place than what came before?
fn may_change_place(event: &Event, place: Place) -> bool {
    match event {
        Event::PointerButton { pressed: false, .. } | Event::AccessKitActionRequest(_) => true,
        Event::Key { pressed: false, .. } => false,
        Event::Key { key, modifiers, .. } if place == Place::InText => {
            let is_function = key.name().len() > 1 && key.name().starts_with('F');
            let is_way_out = matches!(key, Key::Enter | Key::Tab | Key::Escape);
            is_function || is_way_out || modifiers.command || modifiers.ctrl
        }
        Event::Key { .. } => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    #[expect(clippy::fn_params_excessive_bools, reason = "down or up, as egui says it")]
    fn key(key: Key, pressed: bool) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    fn typed(text: &str) -> Vec<Event> {
        text.chars()
            .flat_map(|letter| {
                let name = letter.to_uppercase().to_string();
                let press = Key::from_name(&name).map(|it| key(it, true));
                press.into_iter().chain([Event::Text(letter.to_string())])
            })
            .collect()
    }

    fn letters(events: &[Event]) -> String {
        let text = |event: &Event| match event {
            Event::Text(text) => Some(text.clone()),
            _ => None,
        };
        events.iter().filter_map(text).collect()
    }

    #[test]
    fn letters_wait_for_the_field_that_a_key_asked_for() {
        let mut gate = KeyGate::default();
        gate.waiting.extend(typed("ojan"));
        let first = gate.pass(Place::Nowhere);
        assert_eq!(first, [key(Key::O, true)], "the key alone, without its letter");
        for _ in 0..20 {
            assert_eq!(gate.pass(Place::OnItsWay), [], "however long it takes");
        }
        gate.waiting.push_back(key(Key::Tab, true));
        gate.waiting.extend(typed("ria"));
        assert_eq!(letters(&gate.pass(Place::InText)), "jan");
        let tab = gate.pass(Place::InText);
        assert_eq!(tab, [key(Key::Tab, true)], "once all before it is taken in");
        assert_eq!(letters(&gate.pass(Place::OnItsWay)), "");
        assert_eq!(letters(&gate.pass(Place::InText)), "ria", "the next name is another field");
    }

    #[test]
    fn repeats_of_a_key_that_was_a_command_are_no_letters() {
        let mut gate = KeyGate::default();
        gate.waiting.extend(typed("kkk"));
        assert_eq!(gate.pass(Place::Nowhere).len(), 1);
        assert_eq!(letters(&gate.pass(Place::InText)), "", "K is still down");
        gate.waiting.push_back(key(Key::K, false));
        gate.waiting.extend(typed("kim"));
        assert_eq!(letters(&gate.pass(Place::InText)), "kim");
    }

    #[test]
    fn a_tap_is_seen_before_what_is_typed_after_it() {
        let mut gate = KeyGate::default();
        let tap = |pressed| Event::PointerButton {
            pos: egui::pos2(1.0, 1.0),
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        gate.waiting.extend([tap(true), tap(false)]);
        gate.waiting.extend(typed("kim"));
        assert_eq!(gate.pass(Place::Nowhere).len(), 2, "the tap");
        assert_eq!(letters(&gate.pass(Place::InText)), "kim");
    }
}
