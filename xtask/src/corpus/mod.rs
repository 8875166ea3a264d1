//! A corpus of performance targets of an invented county (云溪县), in the layouts such files have.
//!
//! It is for measuring and for trying out, not for judging how well the reader reads: it is far
//! more regular than real files. The same seed makes the same bytes on every machine, and every
//! file can be made without the ones before it.

mod layout;
mod project;
mod random;

use std::ops::RangeInclusive;
use std::path::Path;

pub use layout::Layout;
pub use project::{Indicator, Project};
use random::Random;

/// Projects in a file.
const PROJECTS_PER_FILE: RangeInclusive<usize> = 30..=50;

/// One file of a corpus.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, without a folder.
    pub name: String,
    /// How it is laid out.
    pub layout: Layout,
    /// What it says.
    pub projects: Vec<Project>,
    /// Its text.
    pub text: String,
}

impl File {
    /// Makes a file of so many projects.
    pub fn new(layout: Layout, projects: usize, seed: u64, index: u64) -> File {
        let mut random = Random::new(seed, index);
        let projects: Vec<Project> = (0..projects)
            .map(|n| project::project(&mut random, n))
            .collect();
        File::of(layout, projects, index)
    }

    /// Makes a file of one project with so many indicators.
    pub fn of_one(layout: Layout, indicators: usize, seed: u64) -> File {
        let project = project::long_project(&mut Random::new(seed, 0), indicators);
        File::of(layout, vec![project], 0)
    }

    fn of(layout: Layout, projects: Vec<Project>, index: u64) -> File {
        File {
            name: format!("{index:06}-{}.{}", layout.name(), layout.extension()),
            layout,
            text: layout::write(layout, &projects),
            projects,
        }
    }
}

/// The files of a corpus of so many projects, the layouts in turn.
pub fn files(projects: usize, seed: u64, layouts: &[Layout]) -> impl Iterator<Item = File> {
    let mut left = projects;
    (0..).map_while(move |index: u64| {
        if left == 0 {
            return None;
        }
        let size = Random::new(!seed, index)
            .between(*PROJECTS_PER_FILE.start(), *PROJECTS_PER_FILE.end())
            .min(left);
        left -= size;
        let layout = layouts[index as usize % layouts.len()];
        Some(File::new(layout, size, seed, index))
    })
}

/// What was written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written {
    /// Files.
    pub files: usize,
    /// Projects in them.
    pub projects: usize,
    /// Indicators in them.
    pub indicators: usize,
    /// Bytes of them.
    pub bytes: u64,
}

/// Writes files to a folder, which is made if it is not there.
pub fn write(files: impl Iterator<Item = File>, folder: &Path) -> std::io::Result<Written> {
    std::fs::create_dir_all(folder)?;
    let mut written = Written::default();
    for file in files {
        std::fs::write(folder.join(&file.name), &file.text)?;
        written.files += 1;
        written.projects += file.projects.len();
        written.indicators += file
            .projects
            .iter()
            .map(|p| p.indicators.len())
            .sum::<usize>();
        written.bytes += file.text.len() as u64;
    }
    Ok(written)
}
