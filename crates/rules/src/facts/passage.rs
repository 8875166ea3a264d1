//! Every text a document prints, whichever box it stands in: what misprints, private data and
//! leftovers are looked for in.

use std::ops::Range;

use plumbline_model::{Place, Placed, Spot, Text};

use crate::case::Case;
use crate::mask;
use crate::row::{Part, Row};
use crate::words::Words;

/// A printed text and the box it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The text.
    pub text: &'a str,
    /// Classes of words in it, and its signs.
    pub words: Words,
    /// Its box.
    pub holder: Holder,
}

/// A box that holds a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the fields of a document")]
pub enum Holder {
    Title,
    ProjectName,
    Purpose,
    Goal(usize),
    Result(usize),
    SubGoal(usize),
    Safeguard(usize),
    Detail(usize),
    /// A box of the indicator of this number in [`Case::rows`].
    Row(usize, Part),
    /// A box of the indicator of this number in [`Case::sub_rows`].
    SubRow(usize, Part),
}

impl<'a> Passage<'a> {
    fn new(text: &'a str, words: Words, holder: Holder) -> Passage<'a> {
        Passage {
            text,
            words,
            holder,
        }
    }

    /// The spot of the whole text.
    pub fn spot(&self, case: &Case<'a>) -> Spot {
        let document = case.document;
        let numbered = |list: &str, number: usize, key: &str, place: Option<Place>| {
            let place = place.unwrap_or(document.extent.from);
            Spot::new(format!("{list}[{number}]{key}"), place, self.text)
        };
        match self.holder {
            Holder::Title => Spot::of_text("title", &document.title),
            Holder::ProjectName => case.name_spot(),
            Holder::Purpose => Spot::of_text("project.purpose", &document.project.purpose),
            Holder::Goal(i) => case.goals[i].spot(),
            Holder::Result(i) => {
                let result = document.results.as_ref().and_then(|all| all.get(i));
                numbered("results", i, "", result.map(|result| result.place))
            }
            Holder::SubGoal(i) => {
                numbered("sub_goals", i, ".goal", document.sub_goals[i].goal.place())
            }
            Holder::Safeguard(i) => {
                let place = document.safeguards[i].text.place();
                numbered("safeguards", i, ".text", place)
            }
            Holder::Detail(i) => numbered("details", i, ".text", document.details[i].text.place()),
            Holder::Row(i, part) => case.rows[i].spot(part),
            Holder::SubRow(i, part) => case.sub_rows[i].spot(part),
        }
    }

    /// What must not be shown of the text, masked: the first piece of it, and the spot of the whole
    /// text. `None` where there is no such piece.
    pub fn hiding(
        &self,
        case: &Case<'a>,
        pieces: &[Range<usize>],
        mask: fn(&str) -> String,
    ) -> Option<(String, Spot)> {
        let first = pieces.first()?;
        let spot = Spot {
            quote: mask::within(self.text, pieces, mask),
            ..self.spot(case)
        };
        Some((mask(&self.text[first.clone()]), spot))
    }
}

/// All texts of a document, one after the other; a title that only repeats the name of the project
/// is left out.
pub(crate) fn passages<'a>(case: &Case<'a>) -> Vec<Passage<'a>> {
    let document = case.document;
    let mut all = Vec::with_capacity(8 + case.rows.len() * 4);
    let mut add = |text: &'a str, words: Option<Words>, holder| {
        if !text.is_empty() {
            let words = words.unwrap_or_else(|| Words::of(text));
            all.push(Passage::new(text, words, holder));
        }
    };
    let (title, name) = (document.title.text(), document.project.name.text());
    if name.is_empty() || !title.contains(name) {
        add(title, None, Holder::Title);
    }
    add(name, Some(case.name_words), Holder::ProjectName);
    if let Some(purpose) = &case.purpose {
        add(purpose.text, Some(purpose.words), Holder::Purpose);
    }
    for (i, goal) in case.goals.iter().enumerate() {
        add(goal.text, Some(goal.words), Holder::Goal(i));
    }
    for (i, text) in texts(&document.results).enumerate() {
        add(text, None, Holder::Result(i));
    }
    for (i, goal) in document.sub_goals.iter().enumerate() {
        add(goal.goal.text(), None, Holder::SubGoal(i));
    }
    for (i, safeguard) in document.safeguards.iter().enumerate() {
        add(safeguard.text.text(), None, Holder::Safeguard(i));
    }
    for (i, detail) in document.details.iter().enumerate() {
        add(detail.text.text(), None, Holder::Detail(i));
    }
    for (i, row) in case.rows.iter().enumerate() {
        for (text, words, part) in boxes(row) {
            add(text, words, Holder::Row(i, part));
        }
    }
    for (i, row) in case.sub_rows.iter().enumerate() {
        for (text, words, part) in boxes(row) {
            add(text, words, Holder::SubRow(i, part));
        }
    }
    all
}

fn texts(list: &Option<Vec<Placed<String>>>) -> impl Iterator<Item = &str> {
    list.iter().flatten().map(|text| text.value.as_str())
}

fn boxes<'a>(row: &Row<'a>) -> [(&'a str, Option<Words>, Part); 6] {
    fn text(field: &Text) -> &str {
        field.text()
    }
    [
        (row.name, Some(row.words), Part::Name),
        (
            row.description,
            Some(row.description_words),
            Part::Description,
        ),
        (row.printed, Some(row.value_words), Part::Value),
        (
            text(&row.indicator.basis),
            Some(row.basis_words),
            Part::Basis,
        ),
        (text(&row.indicator.reason), None, Part::Reason),
        (text(&row.indicator.remark), None, Part::Remark),
    ]
}
