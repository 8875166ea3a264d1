//! From the cells of one row (or the words of one line) to an indicator.

use plumbline_model::{
    CompiledValue, Detail, EmptySlot, Field, Indicator, Placed, TargetValue, Text,
    printed_from_columns,
};

use super::desk::Desk;
use super::draft::Levels;
use super::label::{Label, label_of_cell};
use crate::fold::{is_blank, tidy};
use crate::numbering;
use crate::paper::Span;
use crate::vocabulary::{Column, Sense, VOCABULARY};

/// Which block of a form that prints mid-term and annual indicators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Term {
    #[default]
    Annual,
    Medium,
}

/// What a cell of an indicator row is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    Column(Column),
    /// A cause of deviation to tick; the span is that of its heading.
    Cause(Span),
    /// A likelihood to tick; the span is that of its heading.
    Possibility(Span),
    /// A column the model has no field for: key, and span of its heading.
    Detail(&'static str, Span),
}

/// A set of columns.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ColumnSet(u32);

impl FromIterator<Column> for ColumnSet {
    fn from_iter<I: IntoIterator<Item = Column>>(columns: I) -> Self {
        ColumnSet(
            columns
                .into_iter()
                .fold(0, |set, column| set | 1 << column as u32),
        )
    }
}

impl ColumnSet {
    fn has(self, column: Column) -> bool {
        self.0 & 1 << column as u32 != 0
    }
}

/// The cells of one indicator, blanks left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    pub cells: Vec<(Role, Span)>,
    /// Columns the form has, so that a blank is told from no room.
    pub columns: ColumnSet,
    /// A place for what is blank.
    pub at: Span,
    /// The cells are those of a ruled table, where one may hold several lines.
    pub ruled: bool,
}

impl Record {
    fn spans(&self, column: Column) -> Vec<Span> {
        self.cells
            .iter()
            .filter(|(role, _)| *role == Role::Column(column))
            .map(|(_, span)| *span)
            .collect()
    }

    /// The spans of a column, or the place where it is blank.
    fn spans_or_blank(&self, column: Column) -> Vec<Span> {
        let mut spans = self.spans(column);
        if spans.is_empty() {
            spans.push(self.at);
        }
        spans
    }

    fn take(&mut self, column: Column) -> Vec<Span> {
        let spans = self.spans(column);
        self.cells.retain(|(role, _)| *role != Role::Column(column));
        spans
    }
}

impl Desk<'_> {
    /// Moves to the levels printed in a row.
    pub fn enter_levels(&mut self, term: Term, level1: Option<Span>, level2: Option<Span>) {
        let mut levels = match term {
            Term::Annual => std::mem::take(&mut self.draft.levels),
            Term::Medium => std::mem::take(&mut self.draft.medium_term_levels),
        };
        let mut printed_level1 = false;
        if let Some(span) = level1 {
            let entered = self.level_name(span, true);
            printed_level1 = true;
            levels.printed = true;
            if entered != levels.level1 {
                levels.level2 = Text::Absent;
            }
            levels.level1 = entered;
        }
        if let Some(span) = level2 {
            self.enter_level2(&mut levels, span, printed_level1);
        }
        match term {
            Term::Annual => self.draft.levels = levels,
            Term::Medium => self.draft.medium_term_levels = levels,
        }
    }

    fn enter_level2(&mut self, levels: &mut Levels, span: Span, printed_level1: bool) {
        let entered = self.level_name(span, false);
        let parents = VOCABULARY
            .level2
            .iter()
            .find(|level| level.name == entered.text())
            .map_or([].as_slice(), |level| level.parents.as_slice());
        // 成本指标 read as a level 2 turns out to be a level 1 when 经济成本指标 follows it.
        let below_last = parents
            .first()
            .is_some_and(|parent| parent == levels.level2.text());
        if let Some(parent) = parents.first()
            && !printed_level1
            && (below_last || !levels.printed || !parents.iter().any(|p| p == levels.level1.text()))
        {
            levels.printed = false;
            levels.level1 = Field::Stated(parent.clone(), self.place(span));
        }
        levels.level2 = entered;
    }

    /// The normal name of a level as printed. A level 2 printed in the column of level 1 stands
    /// for the level 1 it belongs to.
    fn level_name(&mut self, span: Span, as_level1: bool) -> Text {
        let text = self.text(span);
        let path = if as_level1 {
            "indicators.level1"
        } else {
            "indicators.level2"
        };
        let mut own = span;
        let name = label_of_cell(text).and_then(|label| {
            let name = normal_level(&label, as_level1)?;
            self.requirements(&label, span, &name);
            own = self.within(span, 0..label.end);
            Some(name)
        });
        let placed = self.take(&[own], path);
        Field::Stated(name.unwrap_or(placed.value), placed.place)
    }

    /// Adds the indicators of a row.
    pub fn add_record(&mut self, term: Term, mut record: Record) {
        let mut names = record.take(Column::Name);
        let values = record.take(Column::Value);
        let parts = self.name_parts(&names, record.ruled);
        let marked = parts.iter().any(|(marker, _)| !marker.is_empty());
        let shares = self.value_parts(&values, parts.len(), marked);
        if parts.len() > 1
            && let Some(shares) = shares
        {
            for (i, (marker, name)) in parts.into_iter().enumerate() {
                self.label(marker);
                let rest = if i == 0 {
                    record.clone()
                } else {
                    Record {
                        cells: Vec::new(),
                        ..record.clone()
                    }
                };
                self.add_indicator(term, &[name], &[shares[i]], rest, marker);
            }
            return;
        }
        let mut marker = Span::default();
        if let (Some((first_marker, first)), Some(whole)) = (parts.first(), names.first_mut()) {
            marker = *first_marker;
            self.label(marker);
            whole.start = first.start;
        }
        self.add_indicator(term, &names, &values, record, marker);
    }

    /// The names in a name cell: usually one, several where it holds several slots.
    fn name_parts(&self, names: &[Span], ruled: bool) -> Vec<(Span, Span)> {
        let Some(first) = names.first().copied() else {
            return Vec::new();
        };
        let text = self.text(first);
        let number = numbering::item_number(text);
        if numbering::slot_marker(text).is_some() || number.is_some() {
            let from = number.map_or(1, |number| number.value);
            return numbering::parts_from(text, from)
                .into_iter()
                .map(|(marker, content)| (self.within(first, marker), self.within(first, content)))
                .collect();
        }
        if !ruled {
            return vec![(
                Span {
                    start: first.start,
                    end: first.start,
                },
                first,
            )];
        }
        self.lines_of(first)
            .into_iter()
            .map(|line| {
                (
                    Span {
                        start: line.start,
                        end: line.start,
                    },
                    line,
                )
            })
            .collect()
    }

    fn lines_of(&self, span: Span) -> Vec<Span> {
        let mut lines = Vec::new();
        let mut at = 0;
        for line in self.text(span).split('\n') {
            let trimmed = self.trim(self.within(span, at..at + line.len()));
            if !trimmed.is_empty() {
                lines.push(trimmed);
            }
            at += line.len() + 1;
        }
        lines
    }

    /// A value cell parted into as many values as there are names, if it comes apart so.
    fn value_parts(&self, values: &[Span], wanted: usize, marked: bool) -> Option<Vec<Span>> {
        let [value] = values else { return None };
        if wanted < 2 {
            return None;
        }
        let text = self.text(*value);
        let numbered: Vec<Span> = numbering::parts(text)
            .into_iter()
            .map(|(_, content)| self.trim(self.within(*value, content)))
            .collect();
        if numbered.len() == wanted {
            return Some(numbered);
        }
        // A date or an amount that breaks in its cell is one value still.
        let whole = TargetValue::compile(text);
        if !marked && whole.is_measured() && !matches!(whole, TargetValue::List(_)) {
            return None;
        }
        let lines = self.lines_of(*value);
        let words = if marked {
            self.words_of(*value)
        } else {
            Vec::new()
        };
        [lines, words].into_iter().find(|parts| {
            let mean = |part: &Span| {
                let value = TargetValue::compile(self.text(*part));
                value.is_measured() || value.is_grade() || value.is_not_applicable()
            };
            parts.len() == wanted && parts.iter().all(mean)
        })
    }

    /// The words of a value cell that holds one value for each name.
    fn words_of(&self, value: Span) -> Vec<Span> {
        let text = self.text(value);
        let mut words = Vec::new();
        let mut at = 0;
        for word in text.split(|c: char| is_blank(c) || matches!(c, '；' | ';')) {
            let span = self.within(value, at..at + word.len());
            if !span.is_empty() {
                words.push(span);
            }
            at += word.len();
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
        words
    }

    fn add_indicator(
        &mut self,
        term: Term,
        names: &[Span],
        values: &[Span],
        record: Record,
        marker: Span,
    ) {
        let rest = record.cells.iter().map(|(_, span)| *span);
        let printed = names.iter().chain(values).copied().chain(rest);
        if self.is_empty_slot(names, values) {
            let printed: Vec<Span> = printed.collect();
            self.add_empty_slot(term, &printed, marker);
            return;
        }
        let levels = match term {
            Term::Annual => &self.draft.levels,
            Term::Medium => &self.draft.medium_term_levels,
        };
        let mut indicator = Indicator {
            level1: levels.level1.clone(),
            level2: levels.level2.clone(),
            extent: self.extent(printed),
            ..Indicator::default()
        };
        indicator.name = self.take_text(names, "indicators.name");
        if let Field::Stated(name, _) = &mut indicator.name {
            let bare = name.trim_end_matches(['：', ':']).len();
            name.truncate(bare);
        }
        indicator.value = self.take_value(&record, values, names.last().copied());
        self.fill_columns(&mut indicator, &record);
        let list = match term {
            Term::Annual => &mut self.draft.document.indicators,
            Term::Medium => &mut self.draft.document.medium_term_indicators,
        };
        list.push(indicator);
    }

    /// The value, put together from sign, number and unit where these have columns of their own.
    fn take_value(
        &mut self,
        record: &Record,
        values: &[Span],
        name: Option<Span>,
    ) -> Field<CompiledValue> {
        let signs = record.spans(Column::Sign);
        let units = record.spans(Column::Unit);
        let placed = self.take(values, "indicators.value");
        let place = match (values.first().or(signs.first()), name) {
            (Some(span), _) => self.place(self.trim(*span)),
            (None, Some(name)) => self.end_place(name),
            (None, None) => self.place(record.at),
        };
        let printed = if signs.is_empty() && units.is_empty() {
            placed.value
        } else {
            let sign = self.take(&signs, "indicators.value").value;
            let unit = self.take(&units, "indicators.value").value;
            printed_from_columns(&sign, &placed.value, &unit)
        };
        if printed.is_empty() {
            return Field::Blank(place);
        }
        Field::Stated(CompiledValue::from_printed(printed), place)
    }

    fn fill_columns(&mut self, indicator: &mut Indicator, record: &Record) {
        let texts = [
            (
                Column::Description,
                "indicators.description",
                &mut indicator.description,
            ),
            (Column::Basis, "indicators.basis", &mut indicator.basis),
            (Column::Reason, "indicators.reason", &mut indicator.reason),
            (Column::Remark, "indicators.remark", &mut indicator.remark),
            (
                Column::Possibility,
                "indicators.possibility",
                &mut indicator.possibility,
            ),
        ];
        for (column, path, field) in texts {
            if record.columns.has(column) {
                *field = self.take_text(&record.spans_or_blank(column), path);
            }
        }
        let numbers = [
            (Column::Weight, "indicators.weight", &mut indicator.weight),
            (Column::Score, "indicators.score", &mut indicator.score),
        ];
        for (column, path, field) in numbers {
            if record.columns.has(column) {
                *field = self.take_number(&record.spans_or_blank(column), path);
            }
        }
        let values = [
            (Column::Actual, "indicators.actual", &mut indicator.actual),
            (
                Column::Forecast,
                "indicators.forecast",
                &mut indicator.forecast,
            ),
        ];
        for (column, path, field) in values {
            if record.columns.has(column) {
                *field = self.take_compiled(&record.spans_or_blank(column), path);
            }
        }
        self.fill_ticks(indicator, record);
    }

    /// Causes and likelihoods ticked in columns of their own, and columns the model has no field
    /// for.
    fn fill_ticks(&mut self, indicator: &mut Indicator, record: &Record) {
        for (role, span) in &record.cells {
            match role {
                Role::Cause(heading) => {
                    let placed = self.take(&[*span], "indicators.causes");
                    let cause = tidy(self.text(*heading));
                    indicator.causes.push(Placed::new(cause, placed.place));
                }
                Role::Possibility(heading) => {
                    let placed = self.take(&[*span], "indicators.possibility");
                    indicator.possibility = Field::Stated(tidy(self.text(*heading)), placed.place);
                }
                Role::Detail(key, heading) => {
                    self.label(*heading);
                    let text = self.take_text(&[*span], "indicators.details");
                    indicator.details.push(Detail {
                        key: (*key).to_owned(),
                        label: tidy(self.text(*heading)),
                        text,
                    });
                }
                Role::Column(_) => {}
            }
        }
    }

    fn take_compiled(&mut self, spans: &[Span], path: &'static str) -> Field<CompiledValue> {
        let placed = self.take(spans, path);
        if placed.value.is_empty() {
            return Field::Blank(placed.place);
        }
        Field::Stated(CompiledValue::from_printed(placed.value), placed.place)
    }

    /// Whether a slot names no indicator: no name and no value, or only a mark for `none`.
    fn is_empty_slot(&self, names: &[Span], values: &[Span]) -> bool {
        names
            .iter()
            .chain(values)
            .all(|span| is_none_mark(self.text(*span)))
    }

    /// Keeps an empty slot with all that is printed in it (a slash, a weight of 0).
    fn add_empty_slot(&mut self, term: Term, printed: &[Span], marker: Span) {
        let marked: Vec<Span> = printed
            .iter()
            .copied()
            .filter(|span| !self.trim(*span).is_empty())
            .collect();
        let mut mark = self.take(&marked, "empty_slots");
        if mark.value.is_empty() && !marker.is_empty() {
            mark = Placed::new(tidy(self.text(marker)), self.place(marker));
        }
        if mark.value.is_empty() {
            return;
        }
        let levels = match term {
            Term::Annual => &self.draft.levels,
            Term::Medium => &self.draft.medium_term_levels,
        };
        self.draft.document.empty_slots.push(EmptySlot {
            level1: levels.level1.clone(),
            level2: levels.level2.clone(),
            mark,
        });
    }
}

/// Whether a text is blank, or a mark for `none` in place of a name or value.
fn is_none_mark(text: &str) -> bool {
    const MARK_BYTES_MAX: usize = 15;
    let text = text.trim_matches(is_blank);
    text.is_empty() || (text.len() <= MARK_BYTES_MAX && TargetValue::means_not_applicable(text))
}

/// Whether a label names a level 2 that may stand under a level 1.
pub(crate) fn may_stand_under(label: &Label, level1: &str) -> bool {
    label.is(|s| match s {
        Sense::Level2(i) => VOCABULARY.level2[i as usize]
            .parents
            .iter()
            .any(|p| p == level1),
        _ => false,
    })
}

/// The normal name of the level a label names, in the column of level 1 or of level 2.
pub(crate) fn normal_level(label: &Label, as_level1: bool) -> Option<String> {
    let level1 = label.sense(|s| match s {
        Sense::Level1(i) => Some(&VOCABULARY.level1[i as usize]),
        _ => None,
    });
    let level2 = label.sense(|s| match s {
        Sense::Level2(i) => Some(&VOCABULARY.level2[i as usize]),
        _ => None,
    });
    match (as_level1, level1, level2) {
        (true, Some(level), _) => Some(level.name.clone()),
        (true, None, Some(level)) => level.parents.first().cloned(),
        (false, _, Some(level)) => Some(level.name.clone()),
        (false, Some(level), None) => Some(level.name.clone()),
        _ => None,
    }
}
