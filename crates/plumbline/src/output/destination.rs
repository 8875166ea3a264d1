//! Where results go: standard output, one file, or a file for each source in a folder. A file is
//! there in full or not at all.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Component, Path, PathBuf};

/// A file that takes its name only when it is complete. What is no file but a device or a pipe
/// (`/dev/null`) is written as it stands: it must not be replaced by a file.
pub(crate) struct WholeFile {
    path: PathBuf,
    /// What is written until then; none of a device.
    temporary: Option<PathBuf>,
    file: BufWriter<File>,
    is_complete: bool,
}

impl WholeFile {
    pub(crate) fn create(path: &Path) -> io::Result<WholeFile> {
        if is_device(path) {
            return Ok(WholeFile {
                path: path.to_path_buf(),
                temporary: None,
                file: BufWriter::new(File::options().write(true).open(path)?),
                is_complete: false,
            });
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut name = OsString::from(".");
        name.push(path.file_name().ok_or(io::ErrorKind::IsADirectory)?);
        name.push(format!(".{}.tmp", std::process::id()));
        let temporary = path.with_file_name(name);
        Ok(WholeFile {
            path: path.to_path_buf(),
            file: BufWriter::new(File::create(&temporary)?),
            temporary: Some(temporary),
            is_complete: false,
        })
    }

    pub(crate) fn complete(mut self) -> io::Result<()> {
        self.file.flush()?;
        if let Some(temporary) = &self.temporary {
            fs::rename(temporary, &self.path)?;
        }
        self.is_complete = true;
        Ok(())
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if let (Some(temporary), false) = (&self.temporary, self.is_complete) {
            let _ = fs::remove_file(temporary);
        }
    }
}

/// Whether something stands there that is neither a file nor a folder.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// Where all results go, one after the other.
pub(crate) enum Stream {
    Stdout(BufWriter<StdoutLock<'static>>),
    File(WholeFile),
}

impl Stream {
    /// To a file, or to standard output.
    pub(crate) fn open(out: Option<&Path>) -> io::Result<Stream> {
        Ok(match out {
            None => Stream::Stdout(BufWriter::new(io::stdout().lock())),
            Some(path) => Stream::File(WholeFile::create(path)?),
        })
    }

    pub(crate) fn writer(&mut self) -> &mut dyn Write {
        match self {
            Stream::Stdout(out) => out,
            Stream::File(file) => &mut file.file,
        }
    }

    pub(crate) fn complete(self) -> io::Result<()> {
        match self {
            Stream::Stdout(mut out) => out.flush(),
            Stream::File(file) => file.complete(),
        }
    }
}

/// A folder with a result for each source.
pub(crate) struct Folder {
    root: PathBuf,
    extension: &'static str,
    taken: HashSet<PathBuf>,
}

impl Folder {
    pub(crate) fn new(root: &Path, extension: &'static str) -> Folder {
        Folder {
            root: root.to_path_buf(),
            extension,
            taken: HashSet::new(),
        }
    }

    /// Opens the file for a source: its name below the folder, with the extension added, and
    /// never outside the folder.
    pub(crate) fn open(&mut self, name: &Path) -> io::Result<Stream> {
        let inside = name.components().filter_map(|part| match part {
            Component::Normal(part) => Some(part),
            _ => None,
        });
        let mut name = inside.collect::<PathBuf>().into_os_string();
        if name.is_empty() || name == "-" {
            name = "stdin".into();
        }
        name.push(".");
        name.push(self.extension);
        let mut path = self.root.join(&name);
        let mut number = 2;
        while !self.taken.insert(path.clone()) {
            let mut numbered = name.clone();
            numbered.push(format!(".{number}"));
            path = self.root.join(numbered);
            number += 1;
        }
        Stream::open(Some(&path))
    }
}

/// Whether `--out` means a folder: there is one, or the path ends as one is written.
pub(crate) fn is_folder(out: &Path) -> bool {
    let ends = out.as_os_str().as_encoded_bytes().last();
    out.is_dir() || matches!(ends, Some(b'/' | b'\\'))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn devices_are_told_from_files_and_from_what_is_not_there() {
        assert!(is_device(Path::new("/dev/null")));
        assert!(!is_device(Path::new(env!("CARGO_MANIFEST_DIR"))));
        assert!(!is_device(Path::new("Cargo.toml")));
        assert!(!is_device(Path::new("not/there")));
    }
}
