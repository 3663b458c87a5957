//! What the window keeps between two starts: recent files and the language. Paths only, no names.
//!
//! Written with the same safe save as documents; whatever cannot be read counts as empty.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::shell::computer::Computer;
use crate::file::{self, Expected};
use crate::i18n::Lang;
use crate::model::Date;
use crate::theme::ThemeName;

/// So many recent files are kept.
const MOST_RECENT: usize = 6;
/// The name of the file with settings.
const SETTINGS: &str = "settings";

/// The folders that belong to the window. Without one nothing is kept there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Storage {
    /// For settings and the list of recent files.
    pub config: Option<PathBuf>,
    /// For recovery copies.
    pub state: Option<PathBuf>,
    /// For earlier versions of maps.
    pub versions: Option<PathBuf>,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface, once chosen.
    pub lang: Option<Lang>,
    /// How the window looks.
    pub theme: ThemeName,
    /// Files that were open, the last one first.
    pub recent: Vec<PathBuf>,
    /// When the lock shuts by itself.
    pub lock_after: LockAfter,
    /// When each of the files that were open was copied to another place last.
    pub copied: BTreeMap<PathBuf, Date>,
}

/// After so many minutes without anything done the lock shuts by itself; 0 is never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockAfter(u16);

impl Default for LockAfter {
    fn default() -> Self {
        Self(5)
    }
}

impl LockAfter {
    /// What can be chosen.
    pub const ALL: [Self; 5] = [Self(1), Self(5), Self(15), Self(30), Self(0)];

    /// So many minutes; 0 is never.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// So long; `None` is never.
    #[must_use]
    pub fn duration(self) -> Option<Duration> {
        (self.0 != 0).then(|| Duration::from_secs(60 * u64::from(self.0)))
    }

    fn read(text: &str) -> Option<Self> {
        let minutes: u16 = text.trim().parse().ok()?;
        Self::ALL.into_iter().find(|it| it.0 == minutes)
    }
}

impl Storage {
    /// What was kept.
    #[must_use]
    pub fn load(&self, computer: &dyn Computer) -> Settings {
        let bytes = self.config.as_ref().and_then(|it| computer.read(&it.join(SETTINGS)).ok());
        Settings::read(&String::from_utf8_lossy(&bytes.unwrap_or_default()))
    }

    /// Removes what was kept; false when something stays.
    pub(super) fn forget(&self, computer: &dyn Computer) -> bool {
        let Some(folder) = &self.config else { return true };
        let mut is_gone = true;
        for path in computer.list(folder).unwrap_or_default() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name == SETTINGS || name.starts_with(".rode-draad-") {
                is_gone &= computer.remove(&path).is_ok();
            }
        }
        is_gone
    }

    /// Keeps `settings`. Failing to is no reason to stop anybody.
    pub(super) fn keep(&self, computer: &dyn Computer, settings: &Settings) {
        let Some(folder) = &self.config else { return };
        if computer.private_folder(folder).is_ok() {
            let bytes = settings.write().into_bytes();
            file::save(computer, &folder.join(SETTINGS), &bytes, Expected::Anything).ok();
        }
    }
}

impl Settings {
    fn read(text: &str) -> Self {
        let mut settings = Self::default();
        for line in text.lines() {
            match line.split_once(' ') {
                Some(("lang", code)) => settings.lang = Lang::from_code(code),
                Some(("theme", id)) => settings.theme = ThemeName::from_id(id).unwrap_or_default(),
                Some(("lock", minutes)) => {
                    settings.lock_after = LockAfter::read(minutes).unwrap_or_default();
                }
                Some(("copied", said)) => {
                    if let Some((day, path)) = said.split_once(' ')
                        && let Some(day) = Date::parse(day)
                    {
                        settings.copied.insert(PathBuf::from(path), day);
                    }
                }
                Some(("file", path)) => settings.recent.push(PathBuf::from(path)),
                _ => {}
            }
        }
        settings.recent.truncate(MOST_RECENT);
        settings
    }

    fn write(&self) -> String {
        let mut text = String::new();
        if let Some(lang) = self.lang {
            text += &format!("lang {}\n", lang.code());
        }
        if self.theme != ThemeName::default() {
            text += &format!("theme {}\n", self.theme.id());
        }
        if self.lock_after != LockAfter::default() {
            text += &format!("lock {}\n", self.lock_after.minutes());
        }
        for (path, day) in &self.copied {
            if let Some(path) = path.to_str().filter(|it| !it.contains('\n')) {
                text += &format!("copied {day} {path}\n");
            }
        }
        // A path with a line break, or one that is no text, is not kept.
        for path in self.recent.iter().filter_map(|path| path.to_str()) {
            if !path.contains('\n') {
                text += &format!("file {path}\n");
            }
        }
        text
    }

    /// Of files that are no longer in the list nothing is kept.
    pub fn forget_old_copies(&mut self) {
        self.copied.retain(|path, _| self.recent.contains(path));
    }

    /// Puts `path` first in the list.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_reads_back_the_same() {
        let mut settings =
            Settings { lang: Some(Lang::En), theme: ThemeName::Projector, ..Settings::default() };
        settings.lock_after = LockAfter::ALL[3];
        for n in 0..9 {
            settings.opened(Path::new(&format!("/a b/{n}.familie")));
        }
        settings.opened(Path::new("/a b/5.familie"));
        assert_eq!(settings.recent.len(), MOST_RECENT, "not more than fit");
        assert_eq!(settings.recent[0], Path::new("/a b/5.familie"), "the last one first");
        assert_eq!(Settings::read(&settings.write()), settings);
        assert_eq!(Settings::read("nonsense\nlang xx\nlock 7\n"), Settings::default());
    }
}
