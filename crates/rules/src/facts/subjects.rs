//! What the parts of a document speak of, as pairs of characters; each worked out when a rule first
//! asks for it.

use std::cell::OnceCell;

use crate::case::Case;
use crate::facts::likeness::{Index, Pairs};

/// What was worked out so far.
#[derive(Debug, Default)]
pub struct Subjects {
    rows: OnceCell<Vec<Pairs>>,
    index: OnceCell<Index>,
    all_rows: OnceCell<Pairs>,
    name: OnceCell<Pairs>,
    texts: OnceCell<Pairs>,
}

impl Case<'_> {
    /// What name and description of each annual indicator speak of, in order.
    pub fn row_subjects(&self) -> &[Pairs] {
        self.subjects.rows.get_or_init(|| {
            let rows = self.annual_rows();
            rows.map(|row| Pairs::of_all([row.name, row.description]))
                .collect()
        })
    }

    /// The annual indicators by what they speak of.
    pub fn subject_index(&self) -> &Index {
        let index = &self.subjects.index;
        index.get_or_init(|| Index::new(self.row_subjects()))
    }

    /// What name, description and value of all annual indicators together speak of.
    pub fn subject_of_rows(&self) -> &Pairs {
        self.subjects.all_rows.get_or_init(|| {
            let values = self.annual_rows().map(|row| row.printed);
            Pairs::with_more(self.row_subjects(), values)
        })
    }

    /// What the name of the project speaks of.
    pub fn subject_of_name(&self) -> &Pairs {
        let name = &self.subjects.name;
        name.get_or_init(|| Pairs::of(self.project_name()))
    }

    /// What purpose and goals together speak of.
    pub fn subject_of_texts(&self) -> &Pairs {
        self.subjects.texts.get_or_init(|| {
            let texts = self.goals.iter().chain(&self.purpose);
            Pairs::of_all(texts.map(|text| text.text))
        })
    }
}
