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
    /// Classes of words in it.
    pub words: Words,
    /// What kinds of characters it is made of.
    pub signs: Signs,
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

/// What a text is made of; rules that need none of it skip the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Seven or more digits in a row.
    pub long_number: bool,
    /// `@`
    pub at: bool,
    /// A capital Latin letter.
    pub capital: bool,
    /// An equals sign of either width.
    pub equals: bool,
    /// Brackets or quotation marks of any shape.
    pub brackets: bool,
    /// The same sign twice (`**`, `XX`, `？？`, `，，`).
    pub doubled_sign: bool,
    /// The same two characters twice (`费用费用`), or a particle twice (`的的`).
    pub doubled_word: bool,
    /// Full-width digits and signs that have a usual narrow form.
    pub wide: bool,
}

impl Signs {
    fn of(text: &str) -> Signs {
        let mut signs = Signs::default();
        let mut n_digits = 0;
        let (mut third, mut second, mut last) = ('\0', '\0', '\0');
        for c in text.chars() {
            match c {
                // Most characters are of this kind.
                '\u{4e00}'..='\u{9fff}' => {
                    let is_twice = c == second && last == third && c != last && is_han(last);
                    signs.doubled_word |= is_twice || (c == last && is_particle(c));
                }
                '0'..='9' => {
                    let goes_on = last.is_ascii_digit();
                    n_digits = if goes_on { n_digits + 1 } else { 1 };
                    signs.long_number |= n_digits == 7;
                }
                '@' => signs.at = true,
                'A'..='Z' => signs.capital = true,
                '=' | '＝' => signs.equals = true,
                '(' | ')' | '[' | ']' | '（' | '）' | '【' | '】' | '〔' | '〕' | '《' | '》'
                | '“' | '”' | '‘' | '’' => signs.brackets = true,
                '≧' | '≦' | '％' | '０'..='９' => signs.wide = true,
                _ => {}
            }
            signs.doubled_sign |= c == last && is_sign(c);
            (third, second, last) = (second, last, c);
        }
        signs
    }
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        'X' | 'x' | '×' | '*' | '＊' | '?' | '？' | '，' | '。' | '、' | '；' | '：' | '_' | '＿'
    )
}

/// Words of one character that never stand twice in a row.
pub fn is_particle(c: char) -> bool {
    matches!(
        c,
        '的' | '了' | '和' | '及' | '在' | '是' | '为' | '与' | '对'
    )
}

/// Whether a character is Chinese.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

impl<'a> Passage<'a> {
    fn new(text: &'a str, words: Words, holder: Holder) -> Passage<'a> {
        Passage {
            text,
            words,
            signs: Signs::of(text),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_a_text_tell_what_may_be_in_it() {
        assert!(Signs::of("阶段费用费用").doubled_word);
        assert!(Signs::of("更好的的").doubled_word);
        assert!(!Signs::of("人人参与，天天打扫").doubled_word);
        assert!(Signs::of("20XX年").doubled_sign);
        assert!(Signs::of("电话13900000000").long_number);
        assert!(!Signs::of("2024年12月").long_number);
    }
}
