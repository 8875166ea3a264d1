//! Words in a row, parted into the cells of a table whose ruling is gone.
//!
//! Which words belong to one cell is found by the cheapest reading: a cell should not run over a
//! wide gap, a value should mean something, a name should not be a mere number. Cost follows
//! from that, and dynamic programming finds the reading of least cost.

use std::cell::Cell;

use super::meaning::{Meaning, has_digit, may_be_measured};

use crate::paper::Span;
use crate::vocabulary::Column;

/// What stands between a word and the word before it, from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Joint {
    /// A line end: may be a mere wrap.
    Line,
    /// A blank within a line.
    Blank,
    /// Several blanks within a line: cells stand apart so.
    Gap,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Atom {
    pub span: Span,
    /// What stands before it.
    pub joint: Joint,
    /// It begins with a slot marker (`指标1：`).
    pub has_marker: bool,
    /// It is a word for a level, and might be a name: `质量`.
    pub may_be_level: bool,
}

/// What words come to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// A level that stands before records, or before the next label.
    Level(Span),
    /// The cells of a record, in order.
    Record(Vec<(Column, Span)>),
}

/// Longest cell, in words.
const CELL_WORDS_MAX: usize = 12;
/// Longest value, in words.
const VALUE_WORDS_MAX: usize = 6;
/// Longest stretch of words that is looked at as a whole; longer ones are cut.
const STRETCH_WORDS_MAX: usize = 400;

/// The records, and the levels between them, in order.
pub(crate) fn segment<'t>(
    atoms: &[Atom],
    columns: &[Column],
    text: impl Fn(Span) -> &'t str,
) -> Vec<Part> {
    let mut parts = Vec::new();
    for stretch in stretches(atoms) {
        let single = stretch[0].has_marker;
        if let ([name, value], [Column::Name, Column::Value], true, Joint::Blank | Joint::Gap) =
            (stretch, columns, single, stretch[stretch.len() - 1].joint)
        {
            // `指标1：甲 3个`: there is nothing to weigh.
            let cells = vec![(Column::Name, name.span), (Column::Value, value.span)];
            parts.push(Part::Record(cells));
            continue;
        }
        parts.extend(Reading::new(stretch, columns, single, &text).parts());
    }
    parts
}

/// Words up to the next marker belong to one record; without markers they are read together.
fn stretches(atoms: &[Atom]) -> Vec<&[Atom]> {
    let mut stretches = Vec::new();
    let mut start = 0;
    for (i, atom) in atoms.iter().enumerate() {
        if i > start && (atom.has_marker || i - start >= STRETCH_WORDS_MAX) {
            stretches.push(&atoms[start..i]);
            start = i;
        }
    }
    stretches.push(&atoms[start..]);
    stretches
}

/// Longest cell of a column: texts run over many words, values over few.
fn words_max(column: Column) -> usize {
    match column {
        Column::Name | Column::Description | Column::Basis | Column::Reason | Column::Remark => {
            CELL_WORDS_MAX
        }
        _ => VALUE_WORDS_MAX,
    }
}

/// Cost of a reading, in tenths.
type Cost = u32;
const FORBIDDEN: Cost = 1_000_000;
/// Less than any joint: a level that may be one is one, unless that leaves a cell without words.
const LEVEL: Cost = 3;

struct Reading<'a, T> {
    atoms: &'a [Atom],
    columns: &'a [Column],
    /// The words are one record.
    single: bool,
    text: &'a T,
    /// What the words from one to another mean as a value, by start and length, once asked.
    meanings: Vec<Cell<Option<Meaning>>>,
}

impl<'a, 't, T: Fn(Span) -> &'t str> Reading<'a, T> {
    fn new(atoms: &'a [Atom], columns: &'a [Column], single: bool, text: &'a T) -> Self {
        Reading {
            atoms,
            columns,
            single,
            text,
            meanings: vec![Cell::new(None); atoms.len() * CELL_WORDS_MAX],
        }
    }

    fn meaning(&self, start: usize, words: usize) -> Meaning {
        let known = &self.meanings[start * CELL_WORDS_MAX + words - 1];
        known.get().unwrap_or_else(|| {
            let found = Meaning::of((self.text)(self.cell(start, words)));
            known.set(Some(found));
            found
        })
    }

    /// The span of a cell of some words.
    fn cell(&self, start: usize, words: usize) -> Span {
        Span {
            start: self.atoms[start].span.start,
            end: self.atoms[start + words - 1].span.end,
        }
    }

    /// `best[i][c]` is the least cost of reading the first `i` words with column `c` to come
    /// next, and how many words the cell before that holds, or the level where `c` is the first.
    fn parts(&self) -> Vec<Part> {
        let n = self.atoms.len();
        let k = self.columns.len();
        let mut best = vec![(FORBIDDEN, 0usize); (n + 1) * (k + 1)];
        best[0] = (0, 0);
        for i in 0..=n {
            self.relax(&mut best, i, 1..k);
            let may_be_level = self.atoms.get(i).is_some_and(|atom| atom.may_be_level);
            // After the last column the next record begins, unless there is but one.
            let done = best[i * (k + 1) + k];
            let first = &mut best[i * (k + 1)];
            if (!self.single || may_be_level) && i > 0 && i < n && done.0 < first.0 {
                *first = (done.0, 0);
            }
            if may_be_level {
                best[(i + 1) * (k + 1)] = (best[i * (k + 1)].0 + LEVEL, 1);
            }
            self.relax(&mut best, i, 0..k);
        }
        self.trace(&best)
    }

    /// Tries every length for the cells of some columns that begin at word `i`.
    fn relax(&self, best: &mut [(Cost, usize)], i: usize, columns: std::ops::Range<usize>) {
        let k = self.columns.len();
        for column in columns {
            let (cost, _) = best[i * (k + 1) + column];
            if cost >= FORBIDDEN {
                continue;
            }
            for words in 0..=words_max(self.columns[column]).min(self.atoms.len() - i) {
                let next = cost + self.cost(i, words, self.columns[column]);
                let slot = &mut best[(i + words) * (k + 1) + column + 1];
                if next < slot.0 {
                    *slot = (next, words);
                }
            }
        }
    }

    fn trace(&self, best: &[(Cost, usize)]) -> Vec<Part> {
        let k = self.columns.len();
        let mut parts = Vec::new();
        let mut i = self.atoms.len();
        let ends_in_level = best[i * (k + 1)].0 < best[i * (k + 1) + k].0;
        let mut column = if ends_in_level { 0 } else { k };
        let mut record = Vec::new();
        loop {
            let (cost, words) = best[i * (k + 1) + column];
            if cost >= FORBIDDEN || words > i {
                break;
            }
            i -= words;
            if column > 0 {
                column -= 1;
                if words > 0 {
                    record.push((self.columns[column], self.cell(i, words)));
                }
                if column == 0 {
                    record.reverse();
                    parts.push(Part::Record(std::mem::take(&mut record)));
                }
            } else if words > 0 {
                parts.push(Part::Level(self.cell(i, words)));
            } else if i > 0 {
                column = k;
            } else {
                break;
            }
        }
        parts.reverse();
        parts
    }

    fn cost(&self, start: usize, words: usize, column: Column) -> Cost {
        if words == 0 {
            return self.cost_of_blank(column);
        }
        let joints: Cost = self.atoms[start + 1..start + words]
            .iter()
            .map(|atom| match atom.joint {
                Joint::Line => 12,
                Joint::Blank => 25,
                Joint::Gap => 60,
            })
            .sum();
        let text = (self.text)(self.cell(start, words));
        if column == Column::Name && !may_be_measured(text) {
            return joints;
        }
        let meaning = self.meaning(start, words);
        if column == Column::Name && !text.chars().any(has_digit) {
            // 全年开放天数 is a name, though it begins like a time.
            return joints + self.cost_of_meaning(meaning, column) / 4;
        }
        if meaning == Meaning::Measured && column != Column::Name {
            return joints / 4 + self.cost_of_meaning(meaning, column);
        }
        joints + self.cost_of_meaning(meaning, column)
    }

    fn cost_of_blank(&self, column: Column) -> Cost {
        match column {
            Column::Name => 200,
            Column::Value => 45,
            Column::Description | Column::Basis | Column::Weight => 30,
            _ => 15,
        }
    }

    fn cost_of_meaning(&self, meaning: Meaning, column: Column) -> Cost {
        match column {
            Column::Name => match meaning {
                Meaning::Measured | Meaning::List | Meaning::Bare => 70,
                Meaning::None => 5,
                Meaning::Grade | Meaning::Unclear => 0,
            },
            Column::Value | Column::Actual | Column::Forecast => match meaning {
                Meaning::Measured | Meaning::List | Meaning::None => 0,
                Meaning::Grade => 4,
                Meaning::Bare => 9,
                Meaning::Unclear => 22,
            },
            Column::Weight | Column::Score => match meaning {
                Meaning::Bare => 0,
                Meaning::Measured => 5,
                _ => 90,
            },
            Column::Sign | Column::Unit => 5,
            _ => match meaning {
                Meaning::Measured | Meaning::List | Meaning::Bare => 35,
                _ => 2,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words parted by ` ` (a blank), `\n` (a line end).
    fn read(text: &str, columns: &[Column]) -> Vec<Vec<String>> {
        let mut atoms = Vec::new();
        let mut joint = Joint::Line;
        let mut at = 0;
        for word in text.split_inclusive([' ', '\n']) {
            let bare = word.trim();
            let has_marker = crate::numbering::slot_marker(bare).is_some();
            atoms.push(Atom {
                span: Span::new(at, at + bare.len()),
                joint,
                has_marker,
                may_be_level: matches!(bare, "质量" | "社会效益" | "满意度"),
            });
            joint = if word.ends_with('\n') {
                Joint::Line
            } else {
                Joint::Blank
            };
            at += word.len();
        }
        segment(&atoms, columns, |span| &text[span.range()])
            .into_iter()
            .map(|part| {
                let spans: Vec<Span> = match part {
                    Part::Level(span) => vec![span],
                    Part::Record(cells) => cells.into_iter().map(|(_, span)| span).collect(),
                };
                let words = spans.iter().map(|span| &text[span.range()]);
                words.map(crate::fold::tidy).collect()
            })
            .collect()
    }

    #[test]
    fn names_and_values_part_without_rulings() {
        let columns = [Column::Name, Column::Value];
        assert_eq!(read("培训次数 ≥4次", &columns), [["培训次数", "≥4次"]]);
        assert_eq!(
            read("培训次数\n≥4次\n参训人数\n≥\n200人", &columns),
            [["培训次数", "≥4次"], ["参训人数", "≥200人"]]
        );
        assert_eq!(
            read("指标1：弘扬正能量，引导舆论 加强", &columns),
            [["指标1：弘扬正能量，引导舆论", "加强"]]
        );
        assert_eq!(
            read("指标1：甲 指标2：乙 3个", &columns),
            [vec!["指标1：甲"], vec!["指标2：乙", "3个"]]
        );
    }

    #[test]
    fn figures_in_a_row_are_parted() {
        let columns = [
            Column::Name,
            Column::Value,
            Column::Actual,
            Column::Weight,
            Column::Score,
        ];
        assert_eq!(
            read(
                "供养人数\n≥120人\n119\n10\n9.92\n护理人数\n≥24人\n24\n8\n8.00",
                &columns
            ),
            [
                ["供养人数", "≥120人", "119", "10", "9.92"],
                ["护理人数", "≥24人", "24", "8", "8.00"]
            ]
        );
    }

    #[test]
    fn a_level_among_records_leaves_each_with_name_and_value() {
        let columns = [Column::Name, Column::Value, Column::Basis];
        assert_eq!(
            read("回收量 180吨 台账 质量 处理率 100% 联单", &columns),
            [
                vec!["回收量", "180吨", "台账"],
                vec!["质量"],
                vec!["处理率", "100%", "联单"]
            ]
        );
        assert_eq!(
            read("使用率 ≥97% 回访记录 满意度", &columns),
            [vec!["使用率", "≥97%", "回访记录"], vec!["满意度"]]
        );
        assert_eq!(
            read("就业人数 3人 花名册 社会效益 明显提升 问卷调查", &columns),
            [
                ["就业人数", "3人", "花名册"],
                ["社会效益", "明显提升", "问卷调查"]
            ]
        );
    }

    #[test]
    fn four_columns_part_too() {
        let columns = [
            Column::Name,
            Column::Description,
            Column::Value,
            Column::Basis,
        ];
        assert_eq!(
            read(
                "订购份数\n全县征订总份数\n1000 份\n实际测算\n征订率\n实际征订占比\n100%\n征订单",
                &columns
            ),
            [
                ["订购份数", "全县征订总份数", "1000份", "实际测算"],
                ["征订率", "实际征订占比", "100%", "征订单"]
            ]
        );
    }
}
