//! Labels and values in reading order, filled into the document.
//!
//! Tables and running text come down to the same thing here: a label is read, then what it
//! labels. A table adds columns, so that a value may also stand below its label.

use plumbline_model::{DocumentKind, Field, MoneyUnit};

use super::budget;
use super::desk::{Desk, parse_amount, says_none};
use super::draft::{MoneyBlock, detail_key};
use super::grid::whole_label;
use super::indicators::Term;
use super::label::{Label, Link};
use super::linear::Atoms;
use super::plan::Plan;
use crate::fold::{is_blank, tidy};
use crate::ledger::Taken;
use crate::numbering::{ItemNumber, Style};
use crate::paper::Span;
use crate::vocabulary::{
    Column, FieldId, GoalId, Group, MoneyColumn, MoneyLine, PartyId, Section, Sense,
};

/// No form has more columns of labels; what is beyond stays unread.
pub(crate) const COLUMNS_MAX: usize = 256;

/// Columns of a table, from first to one past the last.
pub(crate) type Columns = (u32, u32);

/// Where a value goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Slot {
    Field(FieldId),
    Party(PartyId),
    PartyCode(PartyId),
    Money(MoneyBlock, MoneyLine),
    Goal(GoalId, Option<super::label::Scope>),
    Detail(&'static str),
    /// What stands unlabelled in a group that also states the purpose.
    Purpose,
    /// Sentences that state the budget.
    Budget,
    SubGoal,
    SubGoalIndicators,
    Safeguard,
}

/// A label waiting for what it labels.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    slot: Slot,
    /// The label, for details and for the place of a blank.
    label: Span,
    columns: Option<Columns>,
    texts: Vec<(Span, Option<Columns>)>,
    /// A paragraph ended after the text: short fields take no more.
    broken: bool,
}

impl Pending {
    fn spans(&self) -> Vec<Span> {
        if self.texts.is_empty() {
            let end = self.label.end;
            return vec![Span { start: end, end }];
        }
        self.texts.iter().map(|(span, _)| *span).collect()
    }

    pub fn is_long_text(&self) -> bool {
        matches!(
            self.slot,
            Slot::Goal(..)
                | Slot::Field(FieldId::ProjectPurpose)
                | Slot::Detail(_)
                | Slot::Safeguard
                | Slot::SubGoal
                | Slot::SubGoalIndicators
                | Slot::Budget
                | Slot::Purpose
        )
    }
}

/// A numbered heading that may name the next document.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    pub style: Style,
    pub number: Span,
    pub texts: Vec<Span>,
}

/// Fills documents from labels and values.
pub(crate) struct Filler<'p> {
    pub desk: Desk<'p>,
    pub pending: Option<Pending>,
    /// Labels of the row above that found nothing to their right.
    below: Vec<Pending>,
    /// Unlabelled text now states the purpose.
    purpose_open: bool,
    pub plan: Option<Plan>,
    money_columns: Vec<(Columns, MoneyColumn)>,
    pub heading: Option<Heading>,
    pub section: Option<Section>,
    /// A label of goals found no text: it may be one of two headings over goals and results.
    goal_without_text: bool,
    /// Numbering of the headings under which documents stand in a narrative.
    pub item_style: Option<Style>,
    /// Indicators follow.
    pub in_indicators: bool,
    pub term: Term,
    /// The indicator list has a column for level 1.
    pub has_level1: bool,
    /// Data columns of the indicator list, as its headings run in linearised text.
    pub header: Vec<Column>,
    pub atoms: Atoms,
}

impl<'p> Filler<'p> {
    pub fn new(desk: Desk<'p>) -> Self {
        Filler {
            desk,
            pending: None,
            below: Vec::new(),
            purpose_open: false,
            plan: None,
            money_columns: Vec::new(),
            heading: None,
            section: None,
            goal_without_text: false,
            item_style: None,
            in_indicators: false,
            term: Term::Annual,
            has_level1: false,
            header: Vec::new(),
            atoms: Atoms::default(),
        }
    }

    /// Ends the current document.
    pub fn finish(&mut self) {
        self.settle();
        self.desk.finish();
        self.purpose_open = false;
        self.in_indicators = false;
        self.term = Term::Annual;
        self.header.clear();
        self.section = None;
        self.money_columns.clear();
    }

    /// Binds whatever waits.
    pub fn settle(&mut self) {
        self.flush_records();
        self.close();
        for waiting in std::mem::take(&mut self.below) {
            self.bind(waiting);
        }
        self.end_plan();
    }

    fn end_plan(&mut self) {
        if let Some(plan) = self.plan.take() {
            plan.bind(&mut self.desk);
        }
    }

    fn close(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.bind(pending);
        }
    }

    /// Takes a label. `columns` is where it stands in a table.
    pub fn label(&mut self, label: &Label, span: Span, columns: Option<Columns>) {
        match self.pending.take() {
            Some(waiting) if waiting.texts.is_empty() && columns.is_some() => {
                self.wait_below(waiting);
            }
            Some(waiting) => self.bind(waiting),
            None => {}
        }
        if self.starts_document(label) {
            self.finish();
        }
        if label.link >= Link::Copula && self.heading.is_some() && label.is(names_item) {
            self.start_item(None);
        }
        // A heading that names nothing is left to be reported.
        self.heading = None;
        let own = self.desk.within(span, 0..label.end);
        self.desk.label(own);
        self.desk.unit_of_label(label, span);
        self.desk.requirements(
            label,
            span,
            &tidy(&self.desk.text(span)[label.words.clone()]),
        );
        if label.is(|s| s == Sense::Group(Group::Disbursement))
            && self.plan.as_ref().is_some_and(Plan::awaits_shares)
        {
            return; // the heading of the plan again, as a merged cell repeats it
        }
        if !label.is(|s| matches!(s, Sense::Money(_))) {
            self.leave_groups(label);
        }
        if let Some(slot) = self.slot_of(label) {
            self.wait_for(slot, own);
            if let Some(pending) = &mut self.pending {
                pending.columns = columns;
            }
        }
        self.enter_group(label);
    }

    fn starts_document(&self, label: &Label) -> bool {
        let names = label.is(|s| s == Sense::Field(FieldId::ProjectName));
        names && (self.desk.draft.is_named() || !self.desk.draft.document.indicators.is_empty())
    }

    fn leave_groups(&mut self, label: &Label) {
        self.end_plan();
        self.purpose_open = false;
        if !label.is(|s| matches!(s, Sense::MoneyColumn(_) | Sense::Group(Group::Funding))) {
            self.money_columns.clear();
        }
    }

    fn enter_group(&mut self, label: &Label) {
        for sense in label.senses {
            match sense {
                Sense::Group(Group::FundingAndPurpose) => self.purpose_open = true,
                Sense::Group(Group::Disbursement) => {
                    self.pending = None;
                    self.plan = Some(Plan::default());
                }
                Sense::Group(Group::Indicators) => {
                    self.in_indicators = true;
                    self.term = Term::Annual;
                }
                Sense::Group(Group::MediumTermIndicators) => {
                    self.in_indicators = true;
                    self.term = Term::Medium;
                }
                _ => {}
            }
        }
    }

    fn slot_of(&mut self, label: &Label) -> Option<Slot> {
        if self.section == Some(Section::SubGoals) {
            if label.is(|s| matches!(s, Sense::Goal(_))) {
                return Some(Slot::SubGoal);
            }
            if label.is(|s| s == Sense::Group(Group::Indicators)) {
                return Some(Slot::SubGoalIndicators);
            }
        }
        for sense in label.senses {
            return Some(match *sense {
                Sense::Field(field) => Slot::Field(field),
                Sense::Party(party) => Slot::Party(party),
                Sense::PartyCode(party) => Slot::PartyCode(party),
                Sense::Money(line) => {
                    Slot::Money(self.desk.draft.money_block(line, label.scope), line)
                }
                Sense::Goal(goal) => Slot::Goal(goal, label.scope),
                Sense::Detail(index) => Slot::Detail(detail_key(index)),
                Sense::Section(Section::Safeguards) => Slot::Safeguard,
                Sense::Group(Group::Budget) => Slot::Budget,
                _ => continue,
            });
        }
        None
    }

    /// Remembers the headings of the columns of a funding block.
    pub fn money_column(&mut self, column: MoneyColumn, span: Span, columns: Columns) {
        self.close();
        self.desk.label(span);
        if self.money_columns.len() < COLUMNS_MAX {
            self.money_columns.push((columns, column));
        }
    }

    /// The next heading of a funding block in running text, which has no columns.
    pub fn money_column_in_order(&mut self, column: MoneyColumn, span: Span) {
        let at = self.money_columns.len() as u32;
        self.money_column(column, span, (at, at + 1));
    }

    /// Whether the rows below are lines of a funding block with columns.
    pub fn has_money_columns(&self) -> bool {
        !self.money_columns.is_empty()
    }

    /// Takes text that is no label. Returns whether anything wanted it.
    pub fn text(&mut self, span: Span, columns: Option<Columns>) -> bool {
        let span = self.desk.trim(span);
        if span.is_empty() {
            return true;
        }
        if let Some(plan) = &mut self.plan
            && plan.take(self.desk.text(span), span, columns)
        {
            return true;
        }
        if self.says_sum_again(span, columns)
            || self.text_for_pending(span, columns)
            || self.text_below(span, columns)
        {
            return true;
        }
        let slot = if self.purpose_open {
            Slot::Purpose
        } else if columns.is_none() && budget::begins(self.desk.text(span)) {
            Slot::Budget
        } else {
            return false;
        };
        self.close();
        self.wait_for(slot, span);
        if let Some(pending) = &mut self.pending {
            pending.columns = columns;
            pending.texts.push((span, columns));
        }
        true
    }

    /// `预算金额 | 合计`: the word says once more what waits for its amount, which then stands to the
    /// right of it or below it.
    fn says_sum_again(&mut self, span: Span, columns: Option<Columns>) -> bool {
        let label = whole_label(self.desk.text(span));
        let is_sum = label.is_some_and(|label| label.is(|s| s == Sense::Sum));
        let many = self.has_money_columns();
        let Some(pending) = self.pending.as_mut().filter(|_| is_sum && !many) else {
            return false;
        };
        let waits = matches!(pending.slot, Slot::Money(..)) && pending.texts.is_empty();
        if waits {
            pending.columns = columns;
            self.desk.label(span);
        }
        waits
    }

    fn text_for_pending(&mut self, span: Span, columns: Option<Columns>) -> bool {
        let many = self.has_money_columns();
        let Some(pending) = &mut self.pending else {
            return false;
        };
        let text = self.desk.text(span);
        let wanted = match pending.slot {
            Slot::Money(..) if many => true,
            Slot::Money(..) if pending.texts.is_empty() => is_amount(text),
            Slot::Money(..) => MoneyUnit::from_printed(text).is_some(),
            Slot::Field(FieldId::MoneyUnit) => pending.texts.is_empty(),
            _ if pending.texts.is_empty() => true,
            _ if pending.broken => {
                matches!(pending.slot, Slot::Safeguard)
                    || starts_item(text) && pending.is_long_text()
            }
            _ => true,
        };
        if wanted {
            pending.texts.push((span, columns));
        }
        wanted
    }

    /// Gives a text to the label above it, if the label's columns are those of the text.
    fn text_below(&mut self, span: Span, columns: Option<Columns>) -> bool {
        let Some((from, to)) = columns else {
            return false;
        };
        let found = self.below.iter().rposition(|waiting| {
            let Some((start, end)) = waiting.columns else {
                return false;
            };
            let fits = !matches!(waiting.slot, Slot::Money(..)) || is_amount(self.desk.text(span));
            fits && start < to && from < end
        });
        let Some(found) = found else {
            return false;
        };
        let mut waiting = self.below.remove(found);
        waiting.texts.push((span, columns));
        self.bind(waiting);
        true
    }

    fn wait_below(&mut self, waiting: Pending) {
        if self.below.len() < COLUMNS_MAX {
            self.below.push(waiting);
        }
    }

    /// A row of a table ends. A label of it that found nothing may find it below.
    pub fn end_row(&mut self) {
        if self.pending.as_ref().is_some_and(|p| p.texts.is_empty()) {
            if let Some(waiting) = self.pending.take() {
                self.wait_below(waiting);
            }
        } else if let Some(pending) = &mut self.pending {
            pending.broken = !pending.is_long_text();
        }
    }

    /// A row begins with a label of its own: what still waits above stays blank.
    pub fn give_up_below(&mut self) {
        for waiting in std::mem::take(&mut self.below) {
            self.bind(waiting);
        }
    }

    /// A paragraph ends.
    pub fn end_paragraph(&mut self) {
        if let Some(pending) = &mut self.pending
            && let Some((last, _)) = pending.texts.last()
        {
            // A long text that stops in mid-sentence goes on in the next paragraph.
            let ended = self
                .desk
                .text(*last)
                .ends_with(['。', '；', ';', '！', '.']);
            pending.broken = ended || !pending.is_long_text();
        }
    }

    /// The value of the pending label ends with its cell.
    pub fn end_value(&mut self) {
        if self.pending.as_ref().is_some_and(|p| !p.texts.is_empty()) {
            self.close();
        }
    }

    /// Whether a label waits for its value.
    pub fn is_waiting(&self) -> bool {
        self.pending.as_ref().is_some_and(|p| p.texts.is_empty())
    }

    /// Whether a label waits for a value of a few words.
    pub fn awaits_short_value(&self) -> bool {
        self.is_waiting() && self.pending.as_ref().is_some_and(|p| !p.is_long_text())
    }

    /// Whether nothing of a form has been met yet: no title, no label, no heading.
    pub fn is_idle(&self) -> bool {
        self.pending.is_none()
            && self.heading.is_none()
            && self.desk.draft.document.title.is_absent()
    }

    /// Whether a long text is being read, in which a mere word is no label.
    pub fn in_long_text(&self) -> bool {
        self.pending
            .as_ref()
            .is_some_and(|p| p.is_long_text() && !p.texts.is_empty() && !p.broken)
    }

    /// Whether a goal is being read, in which numbers are its own.
    pub fn in_goal(&self) -> bool {
        self.pending
            .as_ref()
            .is_some_and(|p| matches!(p.slot, Slot::Goal(..)) && !p.broken)
    }

    /// Spans with nothing but blanks between them are one.
    fn joined(&self, spans: Vec<Span>) -> Vec<Span> {
        let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match joined.last_mut() {
                Some(last) if last.end <= span.start && self.is_blank_between(*last, span) => {
                    last.end = span.end;
                }
                _ => joined.push(span),
            }
        }
        joined
    }

    fn is_blank_between(&self, before: Span, after: Span) -> bool {
        let between = Span {
            start: before.end,
            end: after.start,
        };
        self.desk.text(between).chars().all(is_blank)
    }

    fn bind(&mut self, pending: Pending) {
        let spans = self.joined(pending.spans());
        let stated = !pending.texts.is_empty();
        match pending.slot {
            Slot::Field(FieldId::MoneyUnit) => {
                // 单位 is the unit of money or the body that files the form: its value tells.
                if stated && !self.desk.fill(FieldId::MoneyUnit, &spans) {
                    self.desk.fill_party(PartyId::BudgetUnit, &spans);
                }
            }
            Slot::Field(FieldId::ProjectPurpose) | Slot::Purpose => {
                self.bind_purpose(&spans, stated)
            }
            Slot::Field(FieldId::Score) if stated => self.bind_score(&pending),
            Slot::Field(field) => {
                if stated || !self.is_filled(field) {
                    self.desk.fill(field, &spans);
                }
            }
            Slot::Party(party) => {
                self.desk.fill_party(party, &spans);
            }
            Slot::PartyCode(party) => {
                self.desk.fill_party_code(party, &spans);
            }
            Slot::Money(block, line) => self.bind_money(&pending, block, line),
            Slot::Goal(GoalId::Results, _)
                if self.goal_without_text && pending.columns.is_none() =>
            {
                self.bind_goals_and_results(&spans);
            }
            Slot::Goal(goal, scope) => {
                self.goal_without_text = goal == GoalId::Annual && !stated;
                let spans = self.bind_budget(&spans);
                self.desk.fill_goals(goal, scope, &spans);
            }
            Slot::Budget => {
                self.bind_budget(&spans);
            }
            Slot::Detail(key) => self.desk.fill_detail(key, pending.label, &spans),
            Slot::SubGoal | Slot::SubGoalIndicators | Slot::Safeguard => {
                self.bind_narrative(pending.slot, &spans, stated);
            }
        }
    }

    /// `总分 100 98.5`: the sum of weights and the score, in the order of their columns.
    fn bind_score(&mut self, pending: &Pending) {
        let mut words: Vec<Span> = Vec::new();
        for span in pending.spans() {
            words.extend(self.desk.words(span));
        }
        let at = |column| self.header.iter().position(|c| *c == column);
        if words.len() == 2 && at(Column::Score) < at(Column::Weight) {
            words.reverse();
        }
        if let Some(score) = words.pop() {
            self.desk.fill(FieldId::Score, &[score]);
        }
        if !words.is_empty() {
            self.desk.fill_detail("total_weight", pending.label, &words);
        }
    }

    /// Goals and results whose headings stand ahead of both, with the ruling gone: the results
    /// begin where numbering begins again, or else with the last line.
    fn bind_goals_and_results(&mut self, spans: &[Span]) {
        self.goal_without_text = false;
        for span in spans {
            let text = self.desk.text(*span);
            let again = text
                .char_indices()
                .skip(1)
                .filter(|(at, _)| text[..*at].ends_with(is_blank))
                .find(|(at, _)| {
                    crate::numbering::item_number(&text[*at..]).is_some_and(|n| n.value == 1)
                })
                .map(|(at, _)| at);
            let at = again.or_else(|| middle_break(text)).unwrap_or(text.len());
            let goals = self.desk.within(*span, 0..at);
            let results = self.desk.within(*span, at..text.len());
            self.desk.fill_goals(GoalId::Annual, None, &[goals]);
            self.desk.fill_goals(GoalId::Results, None, &[results]);
        }
    }

    fn is_filled(&self, field: FieldId) -> bool {
        field == FieldId::ProjectName && self.desk.draft.is_named()
    }

    fn bind_purpose(&mut self, spans: &[Span], stated: bool) {
        let spans = self.bind_budget(spans);
        if stated && spans.is_empty() {
            return;
        }
        self.desk.fill(FieldId::ProjectPurpose, &spans);
    }

    /// Takes the sentences that state the budget out of a narrative text.
    fn bind_budget(&mut self, spans: &[Span]) -> Vec<Span> {
        let mut rest = Vec::new();
        for span in spans {
            rest.extend(budget::take(&mut self.desk, *span));
        }
        rest
    }

    fn bind_money(&mut self, pending: &Pending, block: MoneyBlock, line: MoneyLine) {
        if self.money_columns.is_empty() {
            self.desk
                .fill_money(block, line, MoneyColumn::Budget, &pending.spans());
            return;
        }
        let figures = self.figures(pending);
        for (column, spans) in figures {
            self.desk.fill_money(block, line, column, &spans);
        }
    }

    /// The figures of a funding line by column: where they stand below the headings, or else in
    /// the order of the headings.
    fn figures(&self, pending: &Pending) -> Vec<(MoneyColumn, Vec<Span>)> {
        let at = pending.label.end;
        let blank = vec![Span { start: at, end: at }];
        let texts = self.figure_texts(pending);
        let in_order = texts.len() == self.money_columns.len();
        let mut figures: Vec<(MoneyColumn, Vec<Span>)> = self
            .money_columns
            .iter()
            .map(|(_, column)| (*column, Vec::new()))
            .collect();
        for (i, (span, columns)) in texts.iter().enumerate() {
            let by_place = columns.and_then(|(from, to)| {
                self.money_columns
                    .iter()
                    .position(|((start, end), _)| *start < to && from < *end)
            });
            let found = if in_order { Some(i) } else { by_place };
            if let Some((_, spans)) = found.and_then(|i| figures.get_mut(i)) {
                spans.push(*span);
            }
        }
        for (_, spans) in &mut figures {
            if spans.is_empty() {
                spans.clone_from(&blank);
            }
        }
        figures
    }

    /// The figures of a line: its cells, or the words of running text.
    fn figure_texts(&self, pending: &Pending) -> Vec<(Span, Option<Columns>)> {
        let mut texts = Vec::new();
        for (span, columns) in &pending.texts {
            if columns.is_some() {
                texts.push((*span, *columns));
                continue;
            }
            for word in self.desk.words(*span) {
                let at = texts.len() as u32;
                texts.push((word, Some((at, at + 1))));
            }
        }
        texts
    }

    /// A numbered heading in a narrative.
    pub fn item(&mut self, number: ItemNumber, span: Span) {
        self.settle();
        self.desk.ledger.enter(span, Taken::Label);
        self.heading = Some(Heading {
            style: number.style,
            number: span,
            texts: Vec::new(),
        });
    }

    /// A document of a narrative begins: its name is the heading, or stands before its first
    /// label.
    pub fn start_item(&mut self, subject: Option<Span>) {
        if self.in_parts() {
            return;
        }
        let heading = self.heading.take();
        if heading.is_none() && subject.is_none() {
            return;
        }
        let first = heading.as_ref().map(|h| h.number).or(subject);
        let of_next = heading.as_ref().is_some_and(|h| {
            self.desk.draft.has_substance() && self.item_style.is_none_or(|style| style >= h.style)
        });
        if of_next || (heading.is_some() && !self.desk.draft.has_substance()) {
            let section = self.section;
            if self.desk.draft.has_substance() {
                self.finish();
                self.section = section;
            }
            self.item_style = heading.as_ref().map(|h| h.style);
        }
        if let Some(first) = first {
            self.desk.draft.reach(first);
        }
        let named = heading.as_ref().is_some_and(|h| !h.texts.is_empty());
        if let Some(heading) = heading.filter(|_| named) {
            self.desk.fill(FieldId::ProjectName, &heading.texts);
        }
        if let Some(subject) = subject
            && !self.desk.fill(FieldId::ProjectName, &[subject])
        {
            self.repeat_name(subject);
        }
    }

    /// A name repeated with or without the closing word 项目 is the same name.
    fn repeat_name(&mut self, subject: Span) {
        let printed = tidy(self.desk.text(subject));
        let bare = |name: &str| name.strip_suffix("项目").unwrap_or(name).to_owned();
        if bare(&printed) == bare(self.desk.draft.document.project.name.text()) {
            self.desk
                .ledger
                .enter(subject, Taken::Bound("project.name"));
        }
    }

    /// Whether a label repeats one that waits in the row above, as a merged cell does.
    pub fn repeats_waiting(&self, text: &str, columns: Columns) -> bool {
        self.below.iter().any(|waiting| {
            waiting.columns == Some(columns) && self.desk.text(waiting.label) == text
        })
    }

    /// Waits for what a heading heads.
    pub fn wait_for(&mut self, slot: Slot, label: Span) {
        self.pending = Some(Pending {
            slot,
            label,
            columns: None,
            texts: Vec::new(),
            broken: false,
        });
    }

    /// The kind of the current document, unless its title said so.
    pub fn set_kind(&mut self, kind: DocumentKind) {
        self.desk.draft.document.kind = kind;
    }

    /// Whether the form has stated its year.
    pub fn has_year(&self) -> bool {
        matches!(self.desk.draft.document.fiscal_year, Field::Stated(..))
            && !self.desk.draft.year_of_title
    }
}

/// The break between two texts of like length: after a stop or at a line end, nearest the middle.
fn middle_break(text: &str) -> Option<usize> {
    let breaks = text
        .char_indices()
        .filter(|(at, c)| *c == '\n' || (is_blank(*c) && text[..*at].ends_with(['。', '；', ';'])));
    breaks
        .map(|(at, _)| at)
        .min_by_key(|at| at.abs_diff(text.len() / 2))
}

/// Whether a label, where it follows a heading in a narrative, begins what is under the heading.
pub(crate) fn names_item(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Goal(GoalId::Annual)
            | Sense::Field(FieldId::ProjectPurpose)
            | Sense::Group(Group::Budget)
            | Sense::Detail(_)
    )
}

fn is_amount(text: &str) -> bool {
    let text = text.trim_matches(is_blank);
    parse_amount(text).is_some() || says_none(text)
}

fn starts_item(text: &str) -> bool {
    crate::numbering::slot_marker(text).is_some() || crate::numbering::item_number(text).is_some()
}
