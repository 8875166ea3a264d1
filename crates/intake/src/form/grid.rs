//! Tables: forms laid out in cells, and lists.

use super::columns::{Heading, Holds, Labelled, Layout, Looks, Rows, lay};
use super::filler::{COLUMNS_MAX, Columns, Filler};
use super::indicators::{Record, Role, Term};
use super::label::{Label, label_of_cell, names_field};
use super::lists::{read_cost, read_document_row, read_task};
use crate::fold::{fold_char, tidy};
use crate::ledger::{Furniture, Taken};
use crate::paper::{Cell, Span, Table};
use crate::vocabulary::{Column, FieldId, Group, MoneyColumn, Sense};

/// Reads tables; what it knows of one table helps with the next, which may be its continuation.
#[derive(Default)]
pub(crate) struct GridReader {
    layout: Option<Layout>,
    /// The document the layout belongs to.
    of_document: usize,
    /// The row just read was one of headings.
    after_heading: bool,
}

impl GridReader {
    /// Reads a table.
    pub fn read(&mut self, filler: &mut Filler<'_>, table: &Table) {
        let mut sides = split_sides(filler, table);
        match sides.len() {
            0 => self.read_rows(filler, &table.cells),
            _ => {
                for side in &mut sides {
                    self.layout = None;
                    self.read_rows(filler, side);
                }
            }
        }
    }

    fn read_rows(&mut self, filler: &mut Filler<'_>, cells: &[Cell]) {
        if self.of_document != filler.desk.documents_begun {
            self.layout = None;
        }
        let mut spanning: Vec<Cell> = Vec::new();
        for row in cells.chunk_by(|a, b| a.row == b.row) {
            let written: Vec<&Cell> = row.iter().filter(|cell| !cell.span.is_empty()).collect();
            if written.is_empty() {
                continue;
            }
            let number = written[0].row;
            spanning.retain(|cell| cell.row + cell.row_span > number);
            spanning.truncate(COLUMNS_MAX);
            self.read_row(filler, &written, &spanning);
            spanning.extend(
                written
                    .iter()
                    .filter(|cell| cell.row_span > 1)
                    .map(|cell| **cell),
            );
        }
        filler.settle();
        self.of_document = filler.desk.documents_begun;
    }

    fn read_row(&mut self, filler: &mut Filler<'_>, row: &[&Cell], spanning: &[Cell]) {
        if let [only] = row
            && super::lines::is_page_number(filler.desk.text(only.span))
        {
            filler.desk.furniture(only.span, Furniture::PageNumber);
            return;
        }
        let labelled: Vec<Labelled<'_>> = row
            .iter()
            .map(|cell| Labelled {
                cell,
                label: label_of_cell(filler.desk.text(cell.span)),
            })
            .collect();
        if self.after_heading
            && let Some(layout) = &mut self.layout
            && layout.refine(&labelled)
        {
            let rows = layout.rows;
            enter_headings(filler, &labelled, rows);
            return;
        }
        self.after_heading = false;
        if let Some(layout) = Layout::of_row(&labelled) {
            self.begin_rows(filler, layout, &labelled);
            return;
        }
        if self.layout.is_some() && self.ends_rows(filler, &labelled) {
            self.layout = None;
        }
        if self.layout.is_none() && !self.is_money_line(filler, &labelled) {
            self.layout = headless_layout(filler, &labelled);
        }
        match self.layout.take() {
            Some(layout) => {
                match layout.rows {
                    Rows::Indicators => read_indicators(filler, &layout, &labelled, spanning),
                    Rows::Documents => read_document_row(filler, &layout, row, spanning),
                    Rows::Tasks => read_task(filler, &layout, row),
                    Rows::Costs => read_cost(filler, &layout, row),
                }
                self.layout = Some(layout);
            }
            None => read_form_row(filler, &labelled),
        }
    }

    fn begin_rows(&mut self, filler: &mut Filler<'_>, layout: Layout, labelled: &[Labelled<'_>]) {
        // The same headings again are those of the next page.
        if self
            .layout
            .as_ref()
            .is_none_or(|known| known.rows != layout.rows)
        {
            filler.settle();
        }
        if layout.rows == Rows::Documents && self.layout.is_none() {
            // The headings of a list belong to none of its documents.
            filler.finish();
        }
        enter_headings(filler, labelled, layout.rows);
        self.layout = Some(layout);
        self.after_heading = true;
    }

    /// Whether a row is no row of the list any more: it begins with a label of the form.
    fn ends_rows(&self, filler: &Filler<'_>, row: &[Labelled<'_>]) -> bool {
        let Some(layout) = &self.layout else {
            return false;
        };
        if layout.rows == Rows::Documents {
            return false;
        }
        let first = &row[0];
        let text = filler.desk.text(first.cell.span);
        if row.len() == 1 && super::lines::is_whole_line(text, filler) {
            return true;
        }
        if let Some(label) = &first.label
            && !label.is_level()
            && !label.is(|s| s == Sense::Field(FieldId::Score))
            && !heads_indicators(label)
            && label.is(names_field)
        {
            let under = layout.at(first.cell.column).map(|h| h.holds);
            let in_names = matches!(
                under,
                Some(Holds::Indicator(Role::Column(Column::Name)))
                    | Some(Holds::Task(_))
                    | Some(Holds::Cost(_))
            );
            return !in_names || label.end < text.len() || row.len() == 1;
        }
        false
    }

    fn is_money_line(&self, filler: &Filler<'_>, labelled: &[Labelled<'_>]) -> bool {
        filler.has_money_columns() && labelled.iter().any(|c| is_money(c.whole()))
    }
}

/// Two forms side by side: the cells of each, if a row names a project twice.
fn split_sides(filler: &Filler<'_>, table: &Table) -> Vec<Vec<Cell>> {
    let names_project = |cell: &&Cell| {
        label_of_cell(filler.desk.text(cell.span))
            .is_some_and(|label| label.is(|s| s == Sense::Field(FieldId::ProjectName)))
    };
    // Side by side means well apart: a slipped cell is not another form.
    const SIDE_COLUMNS_MIN: u32 = 3;
    let upper = || {
        let rows = table.cells.iter().take_while(|cell| cell.row < 12);
        rows.take(12 * COLUMNS_MAX)
    };
    let is_apart = |cell: &&Cell| cell.column >= SIDE_COLUMNS_MIN;
    if !upper().filter(is_apart).any(|cell| names_project(&cell)) {
        return Vec::new();
    }
    let mut columns: Vec<u32> = upper()
        .filter(names_project)
        .map(|cell| cell.column)
        .collect();
    columns.sort_unstable();
    columns.dedup_by(|later, earlier| *later - *earlier < SIDE_COLUMNS_MIN);
    if columns.len() < 2 {
        return Vec::new();
    }
    let mut sides = vec![Vec::new(); columns.len()];
    for cell in &table.cells {
        let side = columns.partition_point(|from| *from <= cell.column).max(1) - 1;
        sides[side].push(*cell);
    }
    sides
}

/// The label a cell is, with nothing after it.
pub(crate) fn whole_label(text: &str) -> Option<Label> {
    label_of_cell(text).filter(|label| label.end == text.len())
}

fn enter_headings(filler: &mut Filler<'_>, labelled: &[Labelled<'_>], rows: Rows) {
    for labelled in labelled {
        let cell = labelled.cell;
        // A heading nobody knows is entered when something stands below it.
        let Some(label) = labelled.whole() else {
            continue;
        };
        if rows == Rows::Documents {
            filler.desk.ledger.enter(cell.span, Taken::Label);
        } else {
            filler.desk.label(cell.span);
        }
        let words = tidy(&filler.desk.text(cell.span)[label.words.clone()]);
        filler.desk.unit_of_label(label, cell.span);
        filler.desk.requirements(label, cell.span, &words);
    }
}

/// Whether a label heads the indicators as a whole.
fn heads_indicators(label: &Label) -> bool {
    label.is(|s| {
        matches!(
            s,
            Sense::Group(Group::Indicators | Group::MediumTermIndicators)
        )
    })
}

fn is_money(label: Option<&Label>) -> bool {
    label.is_some_and(|label| label.is(|s| matches!(s, Sense::Money(_))))
}

/// A layout for indicator rows that no headings announce.
fn headless_layout(filler: &Filler<'_>, row: &[Labelled<'_>]) -> Option<Layout> {
    if !filler.desk.draft.is_named() && !filler.in_indicators {
        return None;
    }
    let is_level = |c: &Labelled<'_>| c.whole().is_some_and(Label::is_level);
    let levels = row.iter().take(2).filter(|c| is_level(c)).count();
    let is_row =
        levels > 0 && row.len() > levels && row[levels..].iter().all(|c| c.whole().is_none());
    let columns: Vec<u32> = row.iter().map(|c| c.cell.column).collect();
    is_row.then(|| Layout::without_headings(&columns, levels))
}

/// A row of a form: labels with their values to the right, or below.
fn read_form_row(filler: &mut Filler<'_>, row: &[Labelled<'_>]) {
    if let [only] = row
        && super::lines::read_whole_line(filler, only.cell.span)
    {
        return;
    }
    let heads_money = |c: &&Labelled<'_>| money_column(c.whole()).is_some();
    let is_money_heading =
        row.iter().filter(heads_money).count() >= 2 && row.iter().all(|c| c.whole().is_some());
    for (i, labelled) in row.iter().enumerate() {
        let cell = labelled.cell;
        let columns: Columns = (cell.column, cell.column + cell.column_span);
        if is_money_heading && let Some(column) = money_column(labelled.whole()) {
            filler.money_column(column, cell.span, columns);
            continue;
        }
        let is_label = |label: &&Label| label.is(names_field) || label.is_level();
        match labelled.label.as_ref().filter(is_label) {
            // In a line of a funding block only money has labels: the rest are its figures.
            Some(label) if filler.has_money_columns() && i > 0 && !is_money(Some(label)) => {
                filler.text(cell.span, Some(columns));
            }
            Some(_)
                if i == 0
                    && row.len() > 1
                    && filler.repeats_waiting(filler.desk.text(cell.span), columns) =>
            {
                filler.desk.label(cell.span);
            }
            Some(label) => {
                if i == 0 {
                    filler.give_up_below();
                }
                if labelled.whole().is_some() {
                    filler.label(label, cell.span, Some(columns));
                } else {
                    filler.read_run(cell.span, usize::MAX);
                    filler.end_value();
                }
            }
            None => {
                filler.text(cell.span, Some(columns));
            }
        }
    }
    filler.end_row();
}

fn money_column(label: Option<&Label>) -> Option<MoneyColumn> {
    label?.sense(|s| match s {
        Sense::MoneyColumn(column) => Some(column),
        _ => None,
    })
}

/// A row of indicators: one, or a mid-term one and an annual one.
fn read_indicators(
    filler: &mut Filler<'_>,
    layout: &Layout,
    row: &[Labelled<'_>],
    spanning: &[Cell],
) {
    if read_total(filler, layout, row) {
        return;
    }
    let blocks = layout.blocks();
    let split = blocks
        .get(1)
        .and_then(|(_, headings)| headings.first())
        .map_or(u32::MAX, |h| h.from);
    // The heading of the whole table, repeated in every row of a merged cell.
    for labelled in row
        .iter()
        .filter(|c| c.whole().is_some_and(heads_indicators))
    {
        filler.desk.label(labelled.cell.span);
    }
    let mut shared_level1 = None;
    for (term, headings) in blocks {
        let in_block = |c: &&Labelled<'_>| {
            (c.cell.column >= split) == (headings[0].from >= split)
                && !c.whole().is_some_and(heads_indicators)
        };
        let cells: Vec<&Labelled<'_>> = row.iter().filter(in_block).collect();
        if cells.is_empty() && shared_level1.is_none() {
            continue;
        }
        let looks: Vec<Looks<'_, '_>> = cells
            .iter()
            .map(|c| Looks::of(c, filler.desk.text(c.cell.span)))
            .collect();
        let mut indicator = RowOfIndicator::default();
        for (labelled, index) in cells.iter().zip(lay(&looks, headings)) {
            if let Some(index) = index {
                put_cell(filler, &mut indicator, headings[index].holds, labelled);
            }
        }
        shared_level1 = indicator.level1.or(shared_level1);
        indicator.level1 = shared_level1;
        indicator.inherit(headings, spanning, filler);
        let at = cells.first().map(|c| c.cell.span);
        indicator.add(filler, term, headings, at);
    }
}

/// Row numbers are furniture; other words in their column are not.
pub(crate) fn enter_serial(filler: &mut Filler<'_>, span: Span) {
    let text = filler.desk.text(span);
    let is_number =
        |c| fold_char(c).is_ascii_digit() || "（）().、一二三四五六七八九十".contains(c);
    if text.chars().all(is_number) {
        filler.desk.furniture(span, Furniture::Numbering);
    }
}

/// The levels that a text names: `产出`, `数量指标`, or both, as `产出-数量`.
fn levels(filler: &Filler<'_>, span: Span) -> Option<(Option<Span>, Option<Span>)> {
    if let Some((first, second)) = joined_levels(filler, span) {
        return Some((Some(first), Some(second)));
    }
    let label = whole_label(filler.desk.text(span))?;
    if label.is(|s| matches!(s, Sense::Level2(_))) {
        return Some((None, Some(span)));
    }
    label
        .is(|s| matches!(s, Sense::Level1(_)))
        .then_some((Some(span), None))
}

/// The two levels that a text like `产出-数量` names.
fn joined_levels(filler: &Filler<'_>, span: Span) -> Option<(Span, Span)> {
    const JOINTS: [char; 9] = ['-', '－', '—', '–', '/', '／', '>', '·', '_'];
    let text = filler.desk.text(span);
    let at = text.find(JOINTS)?;
    let first = filler.desk.trim(filler.desk.within(span, 0..at));
    let after = at + text[at..].find(|c| !JOINTS.contains(&c))?;
    let second = filler
        .desk
        .trim(filler.desk.within(span, after..text.len()));
    let is = |span: Span, test: fn(Sense) -> bool| {
        whole_label(filler.desk.text(span)).is_some_and(|label| label.is(test))
    };
    let are_levels = is(first, |s| matches!(s, Sense::Level1(_)))
        && is(second, |s| matches!(s, Sense::Level2(_)));
    are_levels.then_some((first, second))
}

/// Puts a cell where it is laid to. A level that has a name after it in the same cell gives both.
fn put_cell(
    filler: &mut Filler<'_>,
    indicator: &mut RowOfIndicator,
    holds: Holds,
    labelled: &Labelled<'_>,
) {
    let span = labelled.cell.span;
    let is_level = matches!(
        holds,
        Holds::Indicator(Role::Column(Column::Level1 | Column::Level2))
    );
    if is_level && let Some((first, second)) = joined_levels(filler, span) {
        (indicator.level1, indicator.level2) = (Some(first), Some(second));
        return;
    }
    match &labelled.label {
        _ if holds == Holds::Serial => enter_serial(filler, span),
        Some(label) if is_level && label.is_level() && label.end < span.range().len() => {
            indicator.put(holds, filler.desk.within(span, 0..label.end));
            let rest = filler.desk.within(span, label.end..span.range().len());
            indicator
                .cells
                .push((Role::Column(Column::Name), filler.desk.trim(rest)));
        }
        _ => indicator.put(holds, span),
    }
}

/// The cells of one indicator as they are laid to columns.
#[derive(Default)]
pub(crate) struct RowOfIndicator {
    level1: Option<Span>,
    pub level2: Option<Span>,
    pub cells: Vec<(Role, Span)>,
}

impl RowOfIndicator {
    pub fn put(&mut self, holds: Holds, span: Span) {
        match holds {
            Holds::Indicator(Role::Column(Column::Level1)) => self.level1 = Some(span),
            Holds::Indicator(Role::Column(Column::Level2)) => self.level2 = Some(span),
            Holds::Indicator(role) => self.cells.push((role, span)),
            _ => {}
        }
    }

    /// Takes over from cells above that are merged with this row.
    pub fn inherit(&mut self, headings: &[Heading], spanning: &[Cell], filler: &Filler<'_>) {
        let has_name = self
            .cells
            .iter()
            .any(|(role, _)| *role == Role::Column(Column::Name));
        if !has_name {
            return;
        }
        for cell in spanning {
            let Some(heading) = headings
                .iter()
                .find(|h| h.from <= cell.column && cell.column < h.to)
            else {
                continue;
            };
            let Holds::Indicator(role @ Role::Column(column)) = heading.holds else {
                continue;
            };
            let merges = matches!(
                column,
                Column::Value
                    | Column::Description
                    | Column::Basis
                    | Column::Reason
                    | Column::Remark
            );
            let taken = self.cells.iter().any(|(known, _)| *known == role);
            let is_level =
                || whole_label(filler.desk.text(cell.span)).is_some_and(|l| l.is_level());
            if merges && !taken && !is_level() {
                self.cells.push((role, cell.span));
            }
        }
    }

    pub fn add(
        mut self,
        filler: &mut Filler<'_>,
        term: Term,
        headings: &[Heading],
        at: Option<Span>,
    ) {
        if self.cells.is_empty() {
            // A row with nothing but levels enters those of the frame; other words stay unread.
            let known =
                |span: &Span| whole_label(filler.desk.text(*span)).is_some_and(|l| l.is_level());
            self.level1 = self.level1.filter(known);
            self.level2 = self.level2.filter(known);
        }
        self.find_levels(filler);
        if self.level1.is_some() || self.level2.is_some() {
            filler.desk.enter_levels(term, self.level1, self.level2);
        }
        if self.cells.is_empty() {
            return;
        }
        self.part_name_and_value(filler, headings);
        let columns = headings
            .iter()
            .filter_map(|h| match h.holds {
                Holds::Indicator(Role::Column(column)) => Some(column),
                _ => None,
            })
            .collect();
        let at = at.unwrap_or_default();
        filler.desk.add_record(
            term,
            Record {
                cells: self.cells,
                columns,
                at: Span {
                    start: at.end,
                    end: at.end,
                },
                ruled: true,
            },
        );
    }

    /// A name and a value that were merged into one cell come apart at a blank.
    /// Where no column is headed as one of levels, one that nobody knows may hold them.
    fn find_levels(&mut self, filler: &Filler<'_>) {
        let details = self.cells.iter().enumerate();
        let mut details = details.filter(|(_, (role, _))| matches!(role, Role::Detail(..)));
        if let Some((at, (_, span))) =
            details.find(|(_, (_, span))| levels(filler, *span).is_some())
            && self.take_levels(filler, *span)
        {
            self.cells.remove(at);
        }
    }

    /// Takes the levels that a text names, unless they are known.
    pub fn take_levels(&mut self, filler: &Filler<'_>, span: Span) -> bool {
        let are_known = self.level1.is_some() || self.level2.is_some();
        match levels(filler, span) {
            Some((level1, level2)) if !are_known => {
                (self.level1, self.level2) = (level1, level2);
                true
            }
            _ => false,
        }
    }

    fn part_name_and_value(&mut self, filler: &Filler<'_>, headings: &[Heading]) {
        let has_value = self
            .cells
            .iter()
            .any(|(role, _)| *role == Role::Column(Column::Value));
        let wants_value = headings
            .iter()
            .any(|h| h.holds == Holds::Indicator(Role::Column(Column::Value)));
        if has_value || !wants_value {
            return;
        }
        let Some((_, name)) = self
            .cells
            .iter_mut()
            .find(|(role, _)| *role == Role::Column(Column::Name))
        else {
            return;
        };
        let text = filler.desk.text(*name);
        let Some(at) = text.rfind([' ', '\n', '\u{3000}', '\t']) else {
            return;
        };
        // `指标1： 2025年度` is a name after its number, whatever it looks like.
        let is_numbered = text[..at].trim_end().ends_with([':', '：']);
        if !is_numbered && plumbline_model::TargetValue::compile(&text[at..]).is_measured() {
            let value = filler.desk.trim(filler.desk.within(*name, at..text.len()));
            *name = filler.desk.trim(filler.desk.within(*name, 0..at));
            self.cells.push((Role::Column(Column::Value), value));
        }
    }
}

/// The row of totals below indicators: `总分 | 100 | 98.5`.
fn read_total(filler: &mut Filler<'_>, layout: &Layout, row: &[Labelled<'_>]) -> bool {
    let Some((first, rest)) = row.split_first() else {
        return false;
    };
    let sums_up = |s| matches!(s, Sense::Field(FieldId::Score) | Sense::Sum);
    if !first.whole().is_some_and(|label| label.is(sums_up)) {
        return false;
    }
    let label = first.cell.span;
    filler.desk.label(label);
    let score = Holds::Indicator(Role::Column(Column::Score));
    let has_score = layout.headings.iter().any(|h| h.holds == score);
    let under_score = |cell: &Cell| layout.at(cell.column).is_some_and(|h| h.holds == score);
    // Where no cell stands under 得分, the last one has slipped.
    let slipped = has_score && rest.len() > 1 && !rest.iter().any(|c| under_score(c.cell));
    for (i, Labelled { cell, .. }) in rest.iter().enumerate() {
        let is_last = i + 1 == rest.len();
        if under_score(cell) || (slipped && is_last) {
            filler.desk.fill(FieldId::Score, &[cell.span]);
        } else {
            filler.desk.fill_detail("total_weight", label, &[cell.span]);
        }
    }
    true
}
