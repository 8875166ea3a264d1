//! All documents of one source beside each other, with what checks ask of them again and again,
//! worked out once.

use std::cell::OnceCell;
use std::ops::Deref;

use crate::case::Case;
use crate::facts::copies;

/// The documents of a source that are about to be checked.
#[derive(Debug)]
pub struct Volume<'a> {
    cases: Vec<Case<'a>>,
    repeated_rows: OnceCell<Vec<Vec<(usize, usize)>>>,
}

impl<'a> Volume<'a> {
    pub(crate) fn new(cases: Vec<Case<'a>>) -> Volume<'a> {
        Volume {
            cases,
            repeated_rows: OnceCell::new(),
        }
    }

    /// See [`copies::repeated_rows`].
    pub(crate) fn repeated_rows(&self) -> &[Vec<(usize, usize)>] {
        let rows = &self.repeated_rows;
        rows.get_or_init(|| copies::repeated_rows(&self.cases))
    }
}

impl<'a> Deref for Volume<'a> {
    type Target = [Case<'a>];

    fn deref(&self) -> &[Case<'a>] {
        &self.cases
    }
}
