//! Which files are meant by the paths on the command line, and their bytes.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::message::{Lang, Problem, io_problem, special_file, too_large};

/// One source to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Where it is; `-` for standard input.
    pub(crate) path: PathBuf,
    /// Where it is within the folder that was given; its file name if it was given itself. It
    /// names the source in what is written, so that results do not depend on the computer.
    pub(crate) name: PathBuf,
}

impl Source {
    /// The source that a path names, which is no folder.
    pub(crate) fn of_file(path: &Path) -> Source {
        Source {
            name: path.file_name().map_or_else(|| path.into(), PathBuf::from),
            path: path.to_path_buf(),
        }
    }

    pub(crate) fn is_stdin(&self) -> bool {
        self.path == Path::new("-")
    }

    /// How messages call it.
    pub(crate) fn shown(&self, lang: Lang) -> String {
        match self.is_stdin() {
            true => lang.pick("标准输入", "standard input").to_owned(),
            false => {
                let path = self.path.strip_prefix(".").unwrap_or(&self.path);
                path.to_string_lossy().into_owned()
            }
        }
    }

    /// Its bytes, unless there are more than the limit; a file's size is looked at first.
    pub(crate) fn bytes(&self, bytes_max: usize, lang: Lang) -> Result<Vec<u8>, Problem> {
        let shown = self.shown(lang);
        let failed = |error: io::Error| io_problem(lang, &shown, &error);
        let (input, expected): (Box<dyn Read>, u64) = match self.is_stdin() {
            true => (Box::new(io::stdin().lock()), 0),
            false => {
                let file = File::open(&self.path).map_err(failed)?;
                let size = file.metadata().map_err(failed)?.len();
                (Box::new(file), size)
            }
        };
        if expected > bytes_max as u64 {
            return Err(too_large(lang, &shown, expected, bytes_max));
        }
        let mut bytes = Vec::with_capacity(expected as usize);
        let one_too_many = (bytes_max as u64).saturating_add(1);
        input
            .take(one_too_many)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
        match bytes.len() > bytes_max {
            true => Err(too_large(lang, &shown, bytes.len() as u64, bytes_max)),
            false => Ok(bytes),
        }
    }
}

/// All sources, sorted within each path given, and what could not be looked into.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) sources: Vec<Source>,
    pub(crate) problems: Vec<Problem>,
}

/// Finds the sources at the given paths. What lies in folders at or below `except` is left out: it
/// is where the results go.
pub(crate) fn find(paths: &[PathBuf], except: Option<&Path>, lang: Lang) -> Found {
    let mut walk = Walk {
        found: Found::default(),
        folders_seen: HashSet::new(),
        except: except.and_then(|path| path.canonicalize().ok()),
        lang,
    };
    for path in paths {
        match path.is_dir() {
            true => walk.folder(path),
            false => walk.found.sources.push(Source::of_file(path)),
        }
    }
    let mut found = walk.found;
    let names: HashSet<&Path> = found.sources.iter().map(|s| s.name.as_path()).collect();
    if names.len() < found.sources.len() {
        for source in &mut found.sources {
            source.name = source.path.clone();
        }
    }
    found
}

struct Walk {
    found: Found,
    /// Canonical paths, so that a folder reached in two ways, or from within itself, is walked
    /// once.
    folders_seen: HashSet<PathBuf>,
    except: Option<PathBuf>,
    lang: Lang,
}

impl Walk {
    /// Walks a folder without recursion, because folders may nest deeper than the stack.
    fn folder(&mut self, root: &Path) {
        let mut open = vec![root.to_path_buf()];
        while let Some(path) = open.pop() {
            match self.entry(&path, root) {
                Ok(mut children) => {
                    children.sort_unstable_by(|a, b| b.cmp(a));
                    open.append(&mut children);
                }
                Err(problem) => self.found.problems.push(problem),
            }
        }
    }

    /// Notes a file; gives what is in a folder.
    fn entry(&mut self, path: &Path, root: &Path) -> Result<Vec<PathBuf>, Problem> {
        let failed = |error| io_problem(self.lang, &path.to_string_lossy(), &error);
        let kind = fs::metadata(path).map_err(failed)?.file_type();
        let canonical = path.canonicalize().map_err(failed)?;
        if path != root && self.except.as_ref() == Some(&canonical) {
            return Ok(Vec::new());
        }
        if kind.is_dir() {
            if !self.folders_seen.insert(canonical) {
                return Ok(Vec::new());
            }
            let entries = fs::read_dir(path).and_then(Iterator::collect::<io::Result<Vec<_>>>);
            let entries = entries.map_err(failed)?;
            let shown = entries
                .iter()
                .filter(|entry| !is_hidden(&entry.file_name()));
            return Ok(shown.map(fs::DirEntry::path).collect());
        }
        // A pipe or a device would keep the program waiting for ever.
        if !kind.is_file() {
            return Err(special_file(self.lang, &path.to_string_lossy()));
        }
        let name = path.strip_prefix(root).unwrap_or(path);
        self.found.sources.push(Source {
            name: name.to_path_buf(),
            path: path.to_path_buf(),
        });
        Ok(Vec::new())
    }
}

/// Hidden by name, or a lock file that Word, Excel and WPS leave beside an open document.
fn is_hidden(name: &std::ffi::OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(b".") || name.starts_with(b"~$")
}
