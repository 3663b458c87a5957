//! A sentence before it has a language: the name of a message and what goes into it.

use std::fmt;

/// What goes into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A word, a name, a number already formatted.
    Text(String),
    /// A number that grammar looks at ("1 kind", "2 kinderen").
    Number(i64),
}

/// The name of a message in the message files, with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its name in the `.ftl` files.
    pub id: &'static str,
    /// Its values, by name.
    pub args: Vec<(&'static str, Value)>,
}

impl Message {
    /// The message called `id`, without values.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// The same with one text more.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, Value::Text(value.to_string())));
        self
    }

    /// The same with one number more.
    #[must_use]
    pub fn count(mut self, name: &'static str, value: usize) -> Self {
        self.args.push((name, Value::Number(i64::try_from(value).unwrap_or(i64::MAX))));
        self
    }
}
