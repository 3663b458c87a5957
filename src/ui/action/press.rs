//! Keys, and what they are called.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::i18n::Lang;

/// Ctrl and Shift together.
const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// One key with what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Press {
    /// What is held down.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
}

impl Press {
    /// The key alone.
    pub(super) const fn plain(key: Key) -> Self {
        Self { modifiers: Modifiers::NONE, key }
    }

    /// The key with Shift.
    pub(super) const fn shift(key: Key) -> Self {
        Self { modifiers: Modifiers::SHIFT, key }
    }

    /// The key with Ctrl, or what stands for it on this computer.
    pub(super) const fn ctrl(key: Key) -> Self {
        Self { modifiers: Modifiers::COMMAND, key }
    }

    /// The key with Ctrl and Shift.
    pub(super) const fn ctrl_shift(key: Key) -> Self {
        Self { modifiers: COMMAND_SHIFT, key }
    }

    /// The same, as egui has it.
    pub(super) const fn shortcut(self) -> KeyboardShortcut {
        KeyboardShortcut::new(self.modifiers, self.key)
    }

    /// Is it what somebody presses who thinks to be in a field: a letter, a digit, a sign, Del?
    pub(super) fn is_typed(self) -> bool {
        let is_sign = self.key.symbol_or_name().chars().count() == 1 || self.key.name().len() == 1;
        let takes = matches!(self.key, Key::Delete | Key::Backspace);
        !self.modifiers.command && (is_sign && !is_arrow(self.key) || takes)
    }

    /// How many keys are held down with it. Those with more come first: egui takes Ctrl+Z out of
    /// Ctrl+Shift+Z.
    pub(super) fn held(self) -> usize {
        usize::from(self.modifiers.command) + usize::from(self.modifiers.shift)
    }

    /// Was it pressed in this frame? It is nobody else's then.
    pub(super) fn take(self, ctx: &Context) -> bool {
        ctx.input_mut(|input| input.consume_key(self.modifiers, self.key))
    }

    /// "Ctrl+Shift+Z". A sign that needs Shift on some keyboards is only the sign.
    pub(in crate::ui) fn words(self) -> String {
        let name = match self.key {
            Key::Delete => "Del",
            Key::Escape => "Esc",
            // What a keyboard sends for Shift+1 where that is an exclamation mark.
            Key::Exclamationmark => return Self::shift(Key::Num1).words(),
            Key::ArrowUp => "↑",
            Key::ArrowDown => "↓",
            Key::ArrowLeft => "←",
            Key::ArrowRight => "→",
            key => key.symbol_or_name(),
        };
        let is_sign = self.key == Key::Questionmark;
        let held =
            [(self.modifiers.command, "Ctrl+"), (self.modifiers.shift && !is_sign, "Shift+")];
        let held: String = held.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
        format!("{held}{name}")
    }
}

const fn is_arrow(key: Key) -> bool {
    matches!(key, Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight)
}

/// The keys of an action. Letters are those of its word, so each language has its own.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Keys {
    nl: &'static [Press],
    en: &'static [Press],
}

impl Keys {
    /// No key.
    pub(super) const NONE: Self = Self::both(&[]);

    /// The same in every language.
    pub(super) const fn both(keys: &'static [Press]) -> Self {
        Self { nl: keys, en: keys }
    }

    /// Each language its own.
    pub(super) const fn each(nl: &'static [Press], en: &'static [Press]) -> Self {
        Self { nl, en }
    }

    /// In this language; the first is the one that is shown beside a word.
    pub(in crate::ui) const fn of(self, lang: Lang) -> &'static [Press] {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }
}
