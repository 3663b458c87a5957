//! The save: at every moment the path holds the whole old file or the whole new one.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, PathKind};
use super::error::{DiskFault, SaveError};
use super::fingerprint::Fingerprint;

/// The most names that are tried for the new file, should crashes have left some behind.
const MAX_TEMP_NAMES: u32 = 10_000;

/// What is expected to stand where a file is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Nothing: the file is new here.
    Nothing,
    /// What was read or written last.
    File(Fingerprint),
    /// Anything: the user has said that it may be replaced.
    Anything,
}

/// Saves `bytes` at `path` and gives the fingerprint to expect the next time.
///
/// The bytes go to a new file in the same folder (its name says nothing about the family), are
/// made safe, and take the place of the old file in one step; then the folder is made safe.
///
/// # Errors
/// When the file is not what was expected, when no file stands there but a folder, a device, a pipe
/// or a dead link, or when the disk refuses. The old file is then whole, unless
/// only the last step failed (then the new one is, but the disk does not promise to keep it), and
/// no other file is left behind.
pub fn save(
    disk: &(impl Disk + ?Sized),
    path: &Path,
    bytes: &[u8],
    expected: Expected,
) -> Result<Fingerprint, SaveError> {
    let fault = |error: io::Error| SaveError::Disk(DiskFault::from(&error));
    match disk.kind(path).map_err(fault)? {
        PathKind::Nothing | PathKind::File => {}
        PathKind::Folder => return Err(SaveError::Disk(DiskFault::Folder)),
        PathKind::Special => return Err(SaveError::Disk(DiskFault::Special)),
        PathKind::DeadLink => return Err(SaveError::Disk(DiskFault::DeadLink)),
    }
    let path = disk.resolve(path);
    check_expected(disk, &path, expected)?;
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let key = Fingerprint::of(path.as_os_str().as_encoded_bytes()).key();
    let of_this = format!(".rode-draad-{}-", key.get(..12).unwrap_or(&key));
    remove_left(disk, folder, &of_this);
    let name = format!("{of_this}{}", disk.writer());
    let temp = write_temp(disk, folder, &name, bytes)?;
    let moved = (disk.copy_permissions(&path, &temp).map_err(fault))
        .and_then(|()| read_back(disk, &temp, bytes))
        // Again, as late as possible: writing may have taken long.
        .and_then(|()| check_expected(disk, &path, expected))
        .and_then(|()| disk.rename(&temp, &path).map_err(fault));
    let fingerprint = Fingerprint::of(bytes);
    if let Err(error) = moved {
        // The first error is the one to tell; that this fails too changes nothing for the user.
        disk.remove(&temp).ok();
        // The answer of the disk may have been lost on the way: what stands there decides.
        let is_there = disk.read(&path).is_ok_and(|found| found == bytes);
        return Err(if is_there { SaveError::Unconfirmed(fingerprint) } else { error });
    }
    match disk.sync_folder(folder) {
        Ok(()) => Ok(fingerprint),
        Err(_) => Err(SaveError::Unconfirmed(fingerprint)),
    }
}

fn check_expected(
    disk: &(impl Disk + ?Sized),
    path: &Path,
    expected: Expected,
) -> Result<(), SaveError> {
    let expected = match expected {
        Expected::Anything => return Ok(()),
        Expected::Nothing => None,
        Expected::File(fingerprint) => Some(fingerprint),
    };
    let found = match disk.read(path) {
        Ok(bytes) => Some(Fingerprint::of(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(SaveError::Disk(DiskFault::from(&error))),
    };
    match (found, expected) {
        (found, expected) if found == expected => Ok(()),
        (_, None) => Err(SaveError::Exists),
        (_, Some(_)) => Err(SaveError::Changed),
    }
}

/// Removes what killed saves of the same file left behind; what a process that lives is writing stays.
fn remove_left(disk: &(impl Disk + ?Sized), folder: &Path, of_this: &str) {
    for path in disk.list(folder).unwrap_or_default() {
        let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
        let rest = name.strip_prefix(of_this).and_then(|it| it.strip_suffix(".tmp"));
        let writer = rest.and_then(|it| it.split_once('-')?.0.parse().ok());
        if writer.is_some_and(|it| disk.is_gone(it)) {
            // The next save tries again.
            disk.remove(&path).ok();
        }
    }
}

/// Writes `bytes` to a new file in `folder`, called `name` and a number.
fn write_temp(
    disk: &(impl Disk + ?Sized),
    folder: &Path,
    name: &str,
    bytes: &[u8],
) -> Result<PathBuf, SaveError> {
    let mut number = 0;
    loop {
        let temp = folder.join(format!("{name}-{number}.tmp"));
        match disk.write_new(&temp, bytes) {
            Ok(()) => return Ok(temp),
            Err(error)
                if error.kind() == io::ErrorKind::AlreadyExists && number < MAX_TEMP_NAMES =>
            {
                number += 1;
            }
            Err(error) => {
                if error.kind() != io::ErrorKind::AlreadyExists {
                    // It may have been made before the error; if not, there is nothing to remove.
                    disk.remove(&temp).ok();
                }
                return Err(SaveError::Disk(DiskFault::from(&error)));
            }
        }
    }
}

/// Some disks say yes and keep something else.
fn read_back(disk: &(impl Disk + ?Sized), temp: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    match disk.read(temp) {
        Ok(read) if read == bytes => Ok(()),
        Ok(_) => Err(SaveError::Disk(DiskFault::Other(io::ErrorKind::InvalidData))),
        Err(error) => Err(SaveError::Disk(DiskFault::from(&error))),
    }
}
