//! Which font files are in these folders, and which of them stands for a typeface?
//!
//! Of a file only its directory and its names are read, so that a thousand fonts take
//! milliseconds.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use ttf_parser::name_id;

use super::{Typeface, names};

/// Fonts that are opened for a typeface, at most: the first, and those that lend characters.
pub(super) const CHOICES: usize = 3;

/// Folders that are looked into, files that are opened, fonts of a collection and bytes of a table
/// of names that are read, at most.
const FOLDERS_MAX: usize = 2_000;
const FILES_MAX: usize = 20_000;
const COLLECTION_MAX: u32 = 64;
const NAMES_MAX: u32 = 1 << 18;

/// The folders in which this system keeps fonts, those of the user first.
pub fn usual_folders() -> Vec<PathBuf> {
    let under = |variable: &str, folder: &str| {
        let base = std::env::var_os(variable).filter(|base| !base.is_empty())?;
        Some(Path::new(&base).join(folder))
    };
    let of_user = [
        under("HOME", ".local/share/fonts"),
        under("HOME", ".fonts"),
        under("HOME", "Library/Fonts"),
        under("LOCALAPPDATA", "Microsoft/Windows/Fonts"),
        under("WINDIR", "Fonts"),
    ];
    let of_system = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
    ];
    let of_system = of_system.iter().map(PathBuf::from);
    of_user.into_iter().flatten().chain(of_system).collect()
}

/// A font in a file.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Its number in the file, where that is a collection.
    pub(super) index: u32,
    /// A name of its family.
    pub(super) family: String,
    /// All names of its family, as they are compared.
    plain: Vec<String>,
    /// How far it is from an upright font of regular weight.
    strangeness: u16,
}

/// All fonts in these folders.
pub(super) fn in_folders(folders: &[PathBuf]) -> Vec<Found> {
    let mut to_visit: Vec<PathBuf> = folders.iter().rev().cloned().collect();
    let (mut visited, mut files) = (0, 0);
    let mut found = Vec::new();
    while let Some(folder) = to_visit.pop() {
        visited += 1;
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort(); // the same choice on every machine with the same fonts
        for path in paths {
            if is_font(&path) && files < FILES_MAX {
                files += 1;
                read_names(&path, &mut found);
            } else if path.is_dir() && visited + to_visit.len() < FOLDERS_MAX {
                to_visit.push(path);
            }
        }
    }
    found
}

fn is_font(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    ["ttf", "ttc", "otf", "otc"].contains(&extension.to_lowercase().as_str())
}

/// The fonts that may stand for a typeface, best first.
pub(super) fn candidates(found: &[Found], typeface: Typeface) -> impl Iterator<Item = &Found> {
    let (near, far) = match typeface {
        Typeface::Heading => (names::SANS, names::SERIF),
        _ => (names::SERIF, names::SANS),
    };
    let wanted = [names::of(typeface), near, far];
    // Where all these lack a character, any typeface is better than none.
    let others = Typeface::ALL.map(names::of);
    wanted
        .into_iter()
        .chain(others)
        .chain([names::SYMBOLS])
        .flatten()
        .filter_map(|name| named(found, name))
}

/// The most regular font of a family.
fn named<'f>(found: &'f [Found], name: &str) -> Option<&'f Found> {
    found
        .iter()
        .filter(|font| font.plain.iter().any(|plain| plain == name))
        .min_by_key(|font| font.strangeness)
}

/// Adds the fonts of a file; one that cannot be read adds none.
fn read_names(path: &Path, found: &mut Vec<Found>) {
    let Ok(mut file) = File::open(path) else {
        return;
    };
    for (index, offset) in offsets(&mut file)
        .unwrap_or_default()
        .into_iter()
        .enumerate()
    {
        if let Some((family, plain, strangeness)) = describe(&mut file, offset) {
            found.push(Found {
                path: path.to_owned(),
                index: index as u32,
                family,
                plain,
                strangeness,
            });
        }
    }
}

/// Where the fonts of a file begin.
fn offsets(file: &mut File) -> Option<Vec<u32>> {
    let head = read_at(file, 0, 12)?;
    if !head.starts_with(b"ttcf") {
        return Some(vec![0]);
    }
    let count = u32_at(&head, 8)?.min(COLLECTION_MAX);
    let offsets = read_at(file, 12, count * 4)?;
    (0..count as usize)
        .map(|i| u32_at(&offsets, i * 4))
        .collect()
}

/// The family names of the font that begins here, and how strange it is.
fn describe(file: &mut File, offset: u32) -> Option<(String, Vec<String>, u16)> {
    let head = read_at(file, offset, 12)?;
    let count = u32::from(u16_at(&head, 4)?);
    let directory = read_at(file, offset.checked_add(12)?, count * 16)?;
    let table = |tag: &[u8; 4]| {
        let record = directory.chunks_exact(16).find(|r| r.starts_with(tag))?;
        Some((u32_at(record, 8)?, u32_at(record, 12)?))
    };
    let (at, length) = table(b"name").filter(|(_, length)| *length <= NAMES_MAX)?;
    let names = read_at(file, at, length)?;
    let families: Vec<String> = ttf_parser::name::Table::parse(&names)?
        .names
        .into_iter()
        .filter(|n| [name_id::FAMILY, name_id::TYPOGRAPHIC_FAMILY].contains(&n.name_id))
        .filter_map(|name| name.to_string())
        .collect();
    let plain = families.iter().map(|name| names::plain(name)).collect();
    let os2 = table(b"OS/2").and_then(|(at, _)| read_at(file, at, 64));
    let weight = os2.as_deref().and_then(|os2| u16_at(os2, 4)).unwrap_or(400);
    let style = os2.as_deref().and_then(|os2| u16_at(os2, 62)).unwrap_or(0);
    const ITALIC: u16 = 1;
    let strangeness = weight.abs_diff(400) + 1_000 * (style & ITALIC);
    let latin = families.iter().find(|name| name.is_ascii());
    let family = latin.or(families.first())?.clone();
    Some((family, plain, strangeness))
}

fn read_at(file: &mut File, offset: u32, length: u32) -> Option<Vec<u8>> {
    file.seek(SeekFrom::Start(u64::from(offset))).ok()?;
    let mut bytes = vec![0; length as usize];
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u16::from_be_bytes(bytes))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(bytes))
}
