//! The disk: the only place in the core that touches files, behind a trait small enough to be
//! simulated with every fault it can have.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::MAX_FILE_BYTES;

/// What stands at a path; links are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathKind {
    /// Nothing.
    Nothing,
    /// A file with a beginning and an end.
    File,
    /// A folder.
    Folder,
    /// A device, a pipe or a socket: reading may never end, and replacing it does harm.
    Special,
    /// A link to something that is not there.
    DeadLink,
}

/// What saving needs of a disk. Every call either does all it says or returns an error; after an
/// error nobody knows what was done.
pub trait Disk {
    /// What stands at `path`.
    ///
    /// # Errors
    /// When the disk does not tell.
    fn kind(&self, path: &Path) -> io::Result<PathKind>;

    /// All of a file, but at most one byte more than [`MAX_FILE_BYTES`].
    ///
    /// # Errors
    /// When it is not there, cannot be read, or is no [`PathKind::File`].
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Makes a new file that only its owner may read, writes `bytes` and waits until they are
    /// safe on the disk.
    ///
    /// # Errors
    /// `AlreadyExists` when there is a file of that name; any other when it cannot be written.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Gives `path` the permissions of `like`, if that is there.
    ///
    /// # Errors
    /// When that is not allowed.
    fn copy_permissions(&self, like: &Path, path: &Path) -> io::Result<()>;

    /// Puts `from` in the place of `to`, in one step.
    ///
    /// # Errors
    /// When that is not possible; then `to` is as it was.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are safe on the disk.
    ///
    /// # Errors
    /// When the disk cannot promise it.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// When it is not there or may not be removed.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// The files in a folder, in the order of their names.
    ///
    /// # Errors
    /// When the folder cannot be read.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Who writes: a number that tells processes that run at one time apart.
    fn writer(&self) -> u32 {
        0
    }

    /// Is the process with this number gone, so that what it left behind is nobody's?
    fn is_gone(&self, writer: u32) -> bool {
        writer != self.writer()
    }

    /// The file that `path` leads to: a link is followed, so that saving does not replace it.
    fn resolve(&self, path: &Path) -> PathBuf;
}

/// All that `source` gives, but at most one byte more than [`MAX_FILE_BYTES`].
///
/// # Errors
/// When it cannot be read.
pub fn read_bounded(source: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    source.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// `O_NONBLOCK`.
#[cfg(target_os = "linux")]
#[expect(clippy::cast_possible_wrap, reason = "one low bit, in the type that the open call takes")]
const NOT_WAITING: i32 = rustix::fs::OFlags::NONBLOCK.bits() as i32;

/// The disk of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn kind(&self, path: &Path) -> io::Result<PathKind> {
        match fs::metadata(path) {
            Ok(found) if found.is_file() => Ok(PathKind::File),
            Ok(found) if found.is_dir() => Ok(PathKind::Folder),
            Ok(_) => Ok(PathKind::Special),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(error),
            // Also a link that leads to itself.
            Err(_) if fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink()) => {
                Ok(PathKind::DeadLink)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(PathKind::Nothing),
            Err(error) => Err(error),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        // Before it is opened: that alone waits for the other end of a pipe.
        if matches!(self.kind(path)?, PathKind::Special | PathKind::Folder) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut options = fs::OpenOptions::new();
        options.read(true);
        #[cfg(target_os = "linux")]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            // Nor does anything wait that was put there since, or that only looks like a file.
            options.custom_flags(NOT_WAITING);
        }
        let file = options.open(path)?;
        if !file.metadata()?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        read_bounded(file)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        let mut file = options.open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn copy_permissions(&self, like: &Path, path: &Path) -> io::Result<()> {
        match fs::metadata(like) {
            Ok(old) => {
                #[cfg(unix)]
                {
                    use std::os::unix::fs::{MetadataExt as _, chown};
                    // Where the system allows it: else it is the user's own, as any new file.
                    let is_whole = chown(path, Some(old.uid()), Some(old.gid())).is_ok();
                    if !is_whole {
                        chown(path, None, Some(old.gid())).ok();
                    }
                }
                fs::set_permissions(path, old.permissions())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Elsewhere folders cannot be opened as files; there the rename itself is the promise.
        #[cfg(unix)]
        fs::File::open(folder)?.sync_all()?;
        #[cfg(not(unix))]
        let _unused = folder;
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(folder)? {
            paths.push(entry?.path());
        }
        paths.sort();
        Ok(paths)
    }

    fn writer(&self) -> u32 {
        std::process::id()
    }

    fn is_gone(&self, writer: u32) -> bool {
        // Elsewhere nobody can tell without asking the system for more than a name.
        let is_alive = |it: u32| Path::new("/proc").join(it.to_string()).exists();
        cfg!(target_os = "linux") && writer != self.writer() && !is_alive(writer)
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        // A new file has nothing to resolve yet: it is where its name says.
        fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
    }
}
