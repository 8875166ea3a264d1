//! The columns of a table with headings, and the cells of a row laid to them.

use super::draft::detail_key;
use super::filler::COLUMNS_MAX;
use super::indicators::{Role, Term};
use super::label::Label;
use super::meaning::{Meaning, is_measured};
use crate::paper::{Cell, Span};
use crate::vocabulary::{
    Column, CostColumn, FieldId, GoalId, Group, MoneyLine, PartyId, Sense, TaskColumn,
};

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Holds {
    Indicator(Role),
    Field(FieldId),
    Party(PartyId),
    PartyCode(PartyId),
    Money(MoneyLine),
    Goal(GoalId),
    Task(TaskColumn),
    Cost(CostColumn),
    /// Row numbers.
    Serial,
    /// A statement the model has no field for: key, and span of its heading.
    Detail(&'static str, Span),
}

/// A column by its heading, from its first column of the grid to one past its last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Heading {
    pub holds: Holds,
    pub from: u32,
    pub to: u32,
}

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// Indicators of one document.
    Indicators,
    /// Documents, with or without indicators of theirs.
    Documents,
    /// Main tasks of a department.
    Tasks,
    /// Cost items.
    Costs,
}

/// The columns of a table.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub rows: Rows,
    pub headings: Vec<Heading>,
}

/// A cell that has text, with the label it begins with.
pub(crate) struct Labelled<'c> {
    pub cell: &'c Cell,
    pub label: Option<Label>,
}

impl Labelled<'_> {
    /// The label, if the cell holds nothing else.
    pub fn whole(&self) -> Option<&Label> {
        let length = self.cell.span.range().len();
        self.label.as_ref().filter(|label| label.end == length)
    }
}

impl Layout {
    /// The layout that a row of headings announces, if it is one.
    pub fn of_row(row: &[Labelled<'_>]) -> Option<Layout> {
        let labelled = row.iter().filter(|c| c.whole().is_some()).count();
        if row.len() > COLUMNS_MAX || labelled < 2 || labelled * 3 < row.len() * 2 {
            return None;
        }
        let has = |sense: Sense| {
            row.iter()
                .any(|c| c.whole().is_some_and(|label| label.is(|s| s == sense)))
        };
        let levels = [Column::Level1, Column::Level2, Column::Name, Column::Value];
        let found = levels
            .iter()
            .filter(|column| has(Sense::Column(**column)))
            .count();
        let indicators =
            found >= 2 && (has(Sense::Column(Column::Name)) || has(Sense::Column(Column::Value)));
        let names_documents = has(Sense::Field(FieldId::ProjectName));
        let all_labels = labelled == row.len();
        let rows = if names_documents && (indicators || (all_labels && row.len() >= 3)) {
            Rows::Documents
        } else if indicators {
            Rows::Indicators
        } else if has(Sense::Task(TaskColumn::Name))
            && (has(Sense::Task(TaskColumn::Content)) || has(Sense::Task(TaskColumn::Total)))
        {
            Rows::Tasks
        } else if has(Sense::Cost(CostColumn::Name)) && has(Sense::Cost(CostColumn::Amount)) {
            Rows::Costs
        } else {
            return None;
        };
        let mut headings: Vec<Heading> = row
            .iter()
            .filter_map(|c| {
                let holds = holds(rows, c.whole(), c.cell.span)?;
                let from = c.cell.column;
                Some(Heading {
                    holds,
                    from,
                    to: from + c.cell.column_span,
                })
            })
            .collect();
        close_gaps(&mut headings);
        Some(Layout { rows, headings })
    }

    /// Takes a second row of headings: each parts the heading it stands under.
    pub fn refine(&mut self, row: &[Labelled<'_>]) -> bool {
        let all_known = !row.is_empty()
            && row.len() <= COLUMNS_MAX
            && row.iter().all(|c| {
                c.whole().is_some_and(|label| {
                    !label.is_level()
                        && holds(self.rows, Some(label), c.cell.span).is_some()
                        && label.is(is_heading_sense)
                })
            });
        if !all_known {
            return false;
        }
        let finer: Vec<Heading> = row
            .iter()
            .filter_map(|c| {
                let holds = holds(self.rows, c.whole(), c.cell.span)?;
                let from = c.cell.column;
                Some(Heading {
                    holds,
                    from,
                    to: from + c.cell.column_span,
                })
            })
            .collect();
        self.headings.retain(|heading| {
            !finer
                .iter()
                .any(|f| f.from >= heading.from && f.from < heading.to)
        });
        self.headings.extend(finer);
        self.headings.sort_by_key(|heading| heading.from);
        close_gaps(&mut self.headings);
        true
    }

    /// The blocks of indicators: one, or the mid-term one and the annual one side by side.
    pub fn blocks(&self) -> Vec<(Term, &[Heading])> {
        let repeats = (1..self.headings.len()).find(|i| {
            let holds = self.headings[*i].holds;
            matches!(
                holds,
                Holds::Indicator(Role::Column(Column::Level1 | Column::Level2 | Column::Name))
            ) && self.headings[..*i]
                .iter()
                .any(|earlier| earlier.holds == holds)
        });
        match repeats {
            Some(at) => vec![
                (Term::Medium, &self.headings[..at]),
                (Term::Annual, &self.headings[at..]),
            ],
            None => vec![(Term::Annual, &self.headings)],
        }
    }

    /// The heading a grid column stands under.
    pub fn at(&self, column: u32) -> Option<&Heading> {
        self.headings
            .iter()
            .find(|h| h.from <= column && column < h.to)
    }

    /// A layout for rows of indicators that have no headings: levels, then name, then value.
    pub fn without_headings(columns: &[u32], levels: usize) -> Layout {
        let order = match levels {
            1 => [Column::Level2, Column::Name, Column::Value].as_slice(),
            _ => [Column::Level1, Column::Level2, Column::Name, Column::Value].as_slice(),
        };
        let mut headings: Vec<Heading> = order
            .iter()
            .zip(columns)
            .map(|(column, from)| Heading {
                holds: Holds::Indicator(Role::Column(*column)),
                from: *from,
                to: from + 1,
            })
            .collect();
        close_gaps(&mut headings);
        Layout {
            rows: Rows::Indicators,
            headings,
        }
    }
}

fn is_heading_sense(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Column(_) | Sense::Cause | Sense::Possibility | Sense::Task(_) | Sense::Cost(_)
    )
}

/// A heading reaches to the next one: a cell under no heading belongs to the one on its left.
fn close_gaps(headings: &mut [Heading]) {
    for i in 1..headings.len() {
        headings[i - 1].to = headings[i].from;
    }
    if let Some(last) = headings.last_mut() {
        last.to = u32::MAX;
    }
}

fn holds(rows: Rows, label: Option<&Label>, span: Span) -> Option<Holds> {
    let Some(label) = label else {
        return Some(match rows {
            Rows::Indicators => Holds::Indicator(Role::Detail("", span)),
            _ => Holds::Detail("", span),
        });
    };
    if label.is(|s| s == Sense::Group(Group::Serial)) {
        return Some(Holds::Serial);
    }
    match rows {
        Rows::Indicators => of_indicator(label, span).map(Holds::Indicator),
        Rows::Documents => {
            of_document(label).or_else(|| of_indicator(label, span).map(Holds::Indicator))
        }
        Rows::Tasks => label.sense(|s| match s {
            Sense::Task(column) => Some(Holds::Task(column)),
            _ => None,
        }),
        Rows::Costs => label
            .sense(|s| match s {
                Sense::Cost(column) => Some(Holds::Cost(column)),
                _ => None,
            })
            .or(Some(Holds::Detail("", span))),
    }
}

fn of_indicator(label: &Label, span: Span) -> Option<Role> {
    let column = label.sense(|s| match s {
        Sense::Column(column) => Some(Role::Column(column)),
        _ => None,
    });
    column.or_else(|| {
        label.sense(|s| match s {
            Sense::Cause => Some(Role::Cause(span)),
            Sense::Possibility => Some(Role::Possibility(span)),
            Sense::Detail(index) => Some(Role::Detail(detail_key(index), span)),
            _ => None,
        })
    })
}

fn of_document(label: &Label) -> Option<Holds> {
    label.sense(|s| match s {
        Sense::Field(field) => Some(Holds::Field(field)),
        Sense::Party(party) => Some(Holds::Party(party)),
        Sense::PartyCode(party) => Some(Holds::PartyCode(party)),
        Sense::Money(line) => Some(Holds::Money(line)),
        Sense::Goal(goal) => Some(Holds::Goal(goal)),
        _ => None,
    })
}

/// A cell in a row of indicators, and what its text looks like.
pub(crate) struct Looks<'c, 't> {
    cell: &'c Cell,
    text: &'t str,
    level1: bool,
    level2: bool,
    /// It begins with a slot marker.
    marked: bool,
}

impl<'c, 't> Looks<'c, 't> {
    pub fn of(labelled: &Labelled<'c>, text: &'t str) -> Self {
        let marked = crate::numbering::slot_marker(text).is_some();
        // A level with more after it in the same cell is a level still, if it says so in full.
        let in_full =
            |label: &&Label| label.is_level() && text[label.words.clone()].ends_with("指标");
        let label = labelled.whole().or(labelled.label.as_ref().filter(in_full));
        let label = label.filter(|_| !marked);
        let is = |test: fn(Sense) -> bool| label.is_some_and(|label| label.is(test));
        Looks {
            cell: labelled.cell,
            text,
            level1: is(|s| matches!(s, Sense::Level1(_))),
            level2: is(|s| matches!(s, Sense::Level2(_))),
            marked,
        }
    }

    fn is_level(&self) -> bool {
        self.level1 || self.level2
    }

    fn is_measured(&self) -> bool {
        is_measured(self.text)
    }

    fn is_value(&self) -> bool {
        Meaning::of(self.text) != Meaning::Unclear
    }

    fn is_number(&self) -> bool {
        super::desk::parse_number(self.text).is_some()
    }
}

/// Lays the cells of a row to the columns of a block. Returns for each cell the index of its
/// heading. Where every cell stands under a heading it fits, that is the answer; where cells have
/// slipped, the order of cells and what they look like decide.
pub(crate) fn lay(cells: &[Looks<'_, '_>], headings: &[Heading]) -> Vec<Option<usize>> {
    let laid = by_place(cells, headings);
    if cells.len() > COLUMNS_MAX {
        return laid.unwrap_or_else(|| vec![None; cells.len()]);
    }
    laid.unwrap_or_else(|| by_likeness(cells, headings))
}

fn under(cell: &Cell, headings: &[Heading]) -> Option<usize> {
    headings
        .iter()
        .position(|h| h.from <= cell.column && cell.column < h.to)
}

fn by_place(cells: &[Looks<'_, '_>], headings: &[Heading]) -> Option<Vec<Option<usize>>> {
    let mut laid = Vec::with_capacity(cells.len());
    let mut last: Option<usize> = None;
    for looks in cells {
        let index = under(looks.cell, headings)?;
        if last.is_some_and(|last| index <= last) {
            return None;
        }
        // A name may read like a level (生态效益), if its level stands before it.
        let after_level2 = last.is_some_and(|last| headings[last].holds == column(Column::Level2));
        let named = headings[index].holds == column(Column::Name) && after_level2;
        if !fits(looks, headings[index].holds, named) {
            return None;
        }
        last = Some(index);
        laid.push(Some(index));
    }
    let has = |wanted: Column| {
        laid.iter()
            .flatten()
            .any(|i| headings[*i].holds == column(wanted))
    };
    let wants_level2 = headings.iter().any(|h| h.holds == column(Column::Level2));
    let level1_alone =
        has(Column::Level1) && wants_level2 && !has(Column::Level2) && has(Column::Name);
    let value_alone = has(Column::Value) && !has(Column::Name);
    (!level1_alone && !value_alone).then_some(laid)
}

fn column(column: Column) -> Holds {
    Holds::Indicator(Role::Column(column))
}

fn fits(looks: &Looks<'_, '_>, holds: Holds, named: bool) -> bool {
    match holds {
        Holds::Indicator(Role::Column(Column::Level1)) => looks.level1,
        Holds::Indicator(Role::Column(Column::Level2)) => looks.level2,
        Holds::Indicator(Role::Column(Column::Name)) => {
            looks.marked || ((named || !looks.is_level()) && !looks.is_measured())
        }
        _ => !looks.is_level() && !looks.marked,
    }
}

/// Least-cost laying of cells to headings in their order.
fn by_likeness(cells: &[Looks<'_, '_>], headings: &[Heading]) -> Vec<Option<usize>> {
    const UNLAID: u32 = 60;
    let n = cells.len();
    let m = headings.len();
    // least[i][j]: cost of laying the first i cells to the first j headings; and how.
    let mut least = vec![vec![(u32::MAX, Step::Skip); m + 1]; n + 1];
    least[0][0] = (0, Step::Skip);
    for j in 1..=m {
        least[0][j] = (
            least[0][j - 1].0 + cost_of_skipping(headings[j - 1].holds, None),
            Step::Skip,
        );
    }
    for i in 1..=n {
        least[i][0] = (least[i - 1][0].0 + UNLAID, Step::Leave);
        for j in 1..=m {
            let looks = &cells[i - 1];
            let heading = &headings[j - 1];
            let laid = least[i - 1][j - 1].0
                + cost(looks, heading.holds)
                + slip(looks.cell, j - 1, headings);
            let before = matches!(least[i][j - 1].1, Step::Lay)
                .then(|| headings.get(j.wrapping_sub(2)))
                .flatten();
            let skipped =
                least[i][j - 1].0 + cost_of_skipping(heading.holds, before.map(|h| h.holds));
            let left = least[i - 1][j].0 + UNLAID;
            least[i][j] = [
                (laid, Step::Lay),
                (skipped, Step::Skip),
                (left, Step::Leave),
            ]
            .into_iter()
            .min_by_key(|(cost, _)| *cost)
            .unwrap_or((u32::MAX, Step::Skip));
        }
    }
    trace(&least, n, m)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// The cell is laid to the heading.
    Lay,
    /// The heading gets no cell.
    Skip,
    /// The cell gets no heading.
    Leave,
}

fn trace(least: &[Vec<(u32, Step)>], n: usize, m: usize) -> Vec<Option<usize>> {
    let mut laid = vec![None; n];
    let (mut i, mut j) = (n, m);
    while i > 0 {
        match least[i][j].1 {
            Step::Lay => {
                laid[i - 1] = Some(j - 1);
                i -= 1;
                j -= 1;
            }
            Step::Skip if j > 0 => j -= 1,
            Step::Skip | Step::Leave => i -= 1,
        }
    }
    laid
}

/// How far a cell stands from a heading.
fn slip(cell: &Cell, index: usize, headings: &[Heading]) -> u32 {
    let stands = match under(cell, headings) {
        Some(at) => at as i64,
        None => -1,
    };
    (stands - index as i64).unsigned_abs().min(6) as u32 * 2
}

fn cost(looks: &Looks<'_, '_>, holds: Holds) -> u32 {
    let Holds::Indicator(role) = holds else {
        return 10;
    };
    match role {
        Role::Column(Column::Level1) if looks.level1 => 0,
        Role::Column(Column::Level1) if looks.level2 => 8,
        Role::Column(Column::Level2) if looks.level2 => 0,
        Role::Column(Column::Level2)
            if !looks.is_level() && !looks.marked && !looks.is_measured() =>
        {
            14
        }
        Role::Column(Column::Level1 | Column::Level2) => 40,
        _ if looks.is_level() => 40,
        Role::Column(Column::Name) if looks.marked => 0,
        Role::Column(Column::Name) if looks.is_measured() => 12,
        Role::Column(Column::Name) => 1,
        _ if looks.marked => 30,
        Role::Column(Column::Value | Column::Actual | Column::Forecast) if looks.is_value() => 0,
        Role::Column(Column::Value | Column::Actual | Column::Forecast) => 4,
        Role::Column(Column::Weight | Column::Score) if looks.is_number() => 0,
        Role::Column(Column::Weight | Column::Score) => 16,
        Role::Column(_) | Role::Detail(..) if looks.is_measured() => 5,
        Role::Column(_) | Role::Detail(..) => 1,
        Role::Cause(_) | Role::Possibility(_) => 3,
    }
}

fn cost_of_skipping(holds: Holds, before: Option<Holds>) -> u32 {
    match holds {
        // A new level 1 without a level 2 is unusual; an inherited one is not.
        Holds::Indicator(Role::Column(Column::Level2))
            if before == Some(Holds::Indicator(Role::Column(Column::Level1))) =>
        {
            14
        }
        Holds::Indicator(Role::Column(Column::Name)) => 14,
        Holds::Indicator(Role::Column(Column::Value)) => 6,
        _ => 0,
    }
}
