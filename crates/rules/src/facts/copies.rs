//! What several projects of one source share word for word.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt};
use plumbline_model::DocumentKind;

use crate::case::Case;
use crate::row::Row;
use crate::volume::Volume;

/// A row that stands in several projects, in the order of the projects.
pub type Copies<'c, 'a> = Vec<(&'c Case<'a>, &'c Row<'a>)>;

/// The rows that stand in several projects of one year with the same name and value.
pub fn copied_rows<'c, 'a>(
    volume: &'c Volume<'a>,
    is_wanted: fn(&Row<'_>) -> bool,
) -> Vec<Copies<'c, 'a>> {
    let groups = volume.repeated_rows().iter();
    let copies = groups.filter_map(|group| {
        let rows = group.iter().filter_map(|(case, row)| {
            let case = volume.get(*case)?;
            Some((case, case.rows.get(*row)?))
        });
        let mut rows: Copies<'c, 'a> = rows.filter(|(_, row)| is_wanted(row)).collect();
        rows.dedup_by_key(|(case, _)| case.project_name());
        (rows.len() > 1).then_some(rows)
    });
    let mut several: Vec<_> = copies.collect();
    several.sort_by_key(|copies| copies.first().map(|(case, row)| (case.number, row.index)));
    several
}

/// The rows that are repeated with name and value in one year, each as the number of its case and
/// its own there, in order; the groups in none.
pub(crate) fn repeated_rows(cases: &[Case<'_>]) -> Vec<Vec<(usize, usize)>> {
    let n_rows = projects(cases).map(|case| case.rows.len()).sum();
    // Most rows stand in one project only, so that they need no list.
    let mut rows: HashMap<_, (_, Vec<_>)> = HashMap::with_capacity(n_rows);
    for case in projects(cases) {
        let named = case.annual_rows().filter(|row| !row.name.is_empty());
        for row in named.filter(|row| row.has_value()) {
            let place = (case.number, row.index);
            match rows.entry((row.name, row.printed, case.year)) {
                Entry::Vacant(entry) => _ = entry.insert((place, Vec::new())),
                Entry::Occupied(mut entry) => entry.get_mut().1.push(place),
            }
        }
    }
    let rows = rows.into_values().filter(|(_, others)| !others.is_empty());
    let repeated = rows.map(|(first, mut others)| {
        others.insert(0, first);
        others
    });
    repeated.collect()
}

/// Targets of projects.
pub fn projects<'c, 'a>(cases: &'c [Case<'a>]) -> impl Iterator<Item = &'c Case<'a>> {
    let is_target = |case: &&Case<'_>| case.document.kind == DocumentKind::ProjectTarget;
    cases.iter().filter(is_target)
}

/// Two projects and the rows that they have in common and few others have.
#[derive(Debug)]
pub struct Twins<'c, 'a> {
    /// The earlier project.
    pub first: &'c Case<'a>,
    /// The later one.
    pub second: &'c Case<'a>,
    /// The rows, as they stand in the later one.
    pub rows: Vec<&'c Row<'a>>,
}

/// In more projects than this a row is a stock phrase and tells nothing of two of them.
const FEW: usize = 3;
/// Rows that make two projects copies of each other.
const LEAST_COPIED: usize = 3;
/// The same where a source has so few projects that everything in it is rare.
const LEAST_OF_FEW: usize = 5;
const FEW_PROJECTS: usize = 8;

/// Projects that share rows that few others have.
pub fn twins<'c, 'a>(
    volume: &'c Volume<'a>,
    is_wanted: fn(&Row<'_>) -> bool,
) -> Vec<Twins<'c, 'a>> {
    let mut twins: BTreeMap<(usize, usize), Twins<'c, 'a>> = BTreeMap::new();
    for copies in copied_rows(volume, is_wanted)
        .iter()
        .filter(|rows| rows.len() <= FEW)
    {
        for (later, (second, row)) in copies.iter().enumerate() {
            for (first, _) in &copies[..later] {
                let pair = twins
                    .entry((first.number, second.number))
                    .or_insert_with(|| Twins {
                        first,
                        second,
                        rows: Vec::new(),
                    });
                pair.rows.push(row);
            }
        }
    }
    twins.into_values().collect()
}

/// For each project that is a copy of earlier ones, the one it has most in common with.
pub fn closest<'c, 'a>(volume: &'c Volume<'a>) -> Vec<Twins<'c, 'a>> {
    let n_projects = projects(volume).count();
    let mut closest: BTreeMap<usize, Twins<'c, 'a>> = BTreeMap::new();
    for pair in twins(volume, |_| true) {
        let known = closest.get(&pair.second.number);
        let is_closer = known.is_none_or(|known| known.rows.len() < pair.rows.len());
        if is_closer && pair.are_copies(n_projects) {
            closest.insert(pair.second.number, pair);
        }
    }
    closest.into_values().collect()
}

impl Twins<'_, '_> {
    /// Whether they share so much that one was copied from the other.
    pub fn are_copies(&self, n_projects: usize) -> bool {
        let least = match n_projects < FEW_PROJECTS {
            true => LEAST_OF_FEW,
            false => LEAST_COPIED,
        };
        let rows = self.second.annual_rows().filter(|row| row.has_value());
        self.rows.len() >= least && self.rows.len() * 2 >= rows.count()
    }
}
