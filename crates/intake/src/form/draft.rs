//! A document while it is being filled, and the fields it is filled through.

use std::ops::Range;

use plumbline_model::{
    Amount, Detail, Document, DocumentKind, Field, Funding, FundingLine, MoneyUnit, Party, Placed,
    Text,
};

use super::desk::Desk;
use super::label::{Label, Scope};
use crate::fold::{fold_char, folded, is_blank, plain, tidy};
use crate::ledger::{Furniture, Taken};
use crate::numbering;
use crate::paper::Span;
use crate::vocabulary::{FieldId, GoalId, MoneyColumn, MoneyLine, PartyId, VOCABULARY};

/// Which block of a form with several money blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MoneyBlock {
    Annual,
    Local,
    MediumTerm,
}

/// The level an indicator row stands under, as long as no other is printed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels {
    pub level1: Text,
    /// Level 1 is printed, not derived from a level 2.
    pub printed: bool,
    pub level2: Text,
}

/// A document being filled.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub document: Document,
    /// Ledger mark at which the draft began.
    pub began: usize,
    /// Totals of money in the order printed: the n-th 财政拨款 belongs to the n-th total.
    pub totals: Vec<MoneyBlock>,
    /// How often each line has been seen.
    pub lines_seen: [usize; 3],
    pub levels: Levels,
    pub medium_term_levels: Levels,
    /// Unit of money stated for the whole form.
    pub unit: Field<MoneyUnit>,
    /// The goals as last printed, in a list that repeats them on every row.
    pub goals_printed: Option<String>,
    /// The year is that of the title, which a line of its own overrules.
    pub year_of_title: bool,
    /// First and last byte that belongs to the document.
    reach: Option<Span>,
}

impl Draft {
    /// Notes that a span belongs to this document.
    pub fn reach(&mut self, span: Span) {
        if span.is_empty() {
            return;
        }
        self.reach = Some(match self.reach {
            None => span,
            Some(reach) => Span {
                start: reach.start.min(span.start),
                end: reach.end.max(span.end),
            },
        });
    }

    /// Whether anything but a title has been filled in.
    pub fn has_substance(&self) -> bool {
        let d = &self.document;
        d.project.name.is_written()
            || !d.indicators.is_empty()
            || !d.goals.is_empty()
            || !d.sub_goals.is_empty()
            || !d.safeguards.is_empty()
            || !d.tasks.is_empty()
            || d.funding.total.budget.is_written()
    }

    /// Whether a label whose value this is would begin another document.
    pub fn is_named(&self) -> bool {
        self.document.project.name.is_written()
    }

    fn money_line(&mut self, block: MoneyBlock, line: MoneyLine) -> &mut FundingLine {
        let document = &mut self.document;
        let funding = match block {
            MoneyBlock::Annual => &mut document.funding,
            MoneyBlock::Local => document.local_funding.get_or_insert_default(),
            MoneyBlock::MediumTerm => document.medium_term_funding.get_or_insert_default(),
        };
        match line {
            MoneyLine::Total | MoneyLine::MediumTermTotal => &mut funding.total,
            MoneyLine::Fiscal => &mut funding.fiscal,
            MoneyLine::Carryover => &mut funding.carryover,
            MoneyLine::Other => &mut funding.other,
        }
    }

    /// The block a money label belongs to: a total opens one, a line follows the totals.
    pub fn money_block(&mut self, line: MoneyLine, scope: Option<Scope>) -> MoneyBlock {
        match line {
            MoneyLine::Total | MoneyLine::MediumTermTotal => {
                let block = match (line, scope) {
                    (MoneyLine::MediumTermTotal, _) => MoneyBlock::MediumTerm,
                    (_, Some(Scope::Local)) => MoneyBlock::Local,
                    _ => MoneyBlock::Annual,
                };
                if !self.totals.contains(&block) {
                    self.totals.push(block);
                }
                block
            }
            MoneyLine::Fiscal | MoneyLine::Carryover | MoneyLine::Other => {
                let seen = &mut self.lines_seen[line as usize - MoneyLine::Fiscal as usize];
                let block = self.totals.get(*seen).or(self.totals.last()).copied();
                *seen += 1;
                block.unwrap_or(MoneyBlock::Annual)
            }
        }
    }
}

impl Desk<'_> {
    /// Ends the current document and begins the next.
    pub fn finish(&mut self) {
        self.documents_begun += 1;
        if !self.draft.has_substance() {
            return self.carry_over();
        }
        let mut draft = std::mem::take(&mut self.draft);
        self.draft.began = self.ledger.mark();
        if let Some(reach) = draft.reach {
            draft.document.extent = self.extent([reach]);
        }
        let unit = draft.unit;
        let document = &mut draft.document;
        settle_unit(&mut document.funding, &unit);
        for funding in [
            &mut document.local_funding,
            &mut document.medium_term_funding,
        ]
        .into_iter()
        .flatten()
        {
            let unit = &document.funding.unit;
            settle_unit(funding, unit);
        }
        if document.kind == DocumentKind::ProjectTarget {
            let has = |test: fn(&plumbline_model::Indicator) -> bool| {
                document.indicators.iter().any(test)
            };
            if has(|i| !i.forecast.is_absent() || !i.possibility.is_absent()) {
                document.kind = DocumentKind::MonitoringReport;
            } else if has(|i| !i.actual.is_absent() && !i.score.is_absent()) {
                document.kind = DocumentKind::SelfEvaluation;
            }
        }
        self.keep(draft.document);
    }

    /// What was said ahead of the first form of a volume (a body, the unit of money) holds for
    /// that form; its title only heads it.
    fn carry_over(&mut self) {
        for entry in self.ledger.since(self.draft.began) {
            if matches!(entry.taken, Taken::Bound("title" | "fiscal_year")) {
                entry.taken = Taken::Furniture(Furniture::Heading);
            }
        }
        let before = std::mem::take(&mut self.draft);
        self.draft = Draft {
            document: before.document,
            unit: before.unit,
            began: before.began,
            ..Draft::default()
        };
        let document = &mut self.draft.document;
        document.title = Text::Absent;
        document.kind = DocumentKind::default();
        if self.volume.year.is_none() {
            self.volume.year = document.fiscal_year.get().copied();
        }
        document.fiscal_year = Field::Absent;
    }

    /// Ends the last document. What was carried over to none has not been read.
    pub fn close(&mut self) {
        self.finish();
        for entry in self.ledger.since(self.draft.began) {
            if matches!(entry.taken, Taken::Bound(_)) {
                entry.taken = Taken::Unread;
            }
        }
    }

    /// Takes a statement of a cover, which holds for the volume and not for the next form.
    pub fn take_for_volume(&mut self, span: Span, path: &'static str) -> Text {
        let text = self.take_text(&[span], path);
        self.draft.began = self.ledger.mark();
        text
    }

    /// Fills a single field. Returns whether the document took it; what it does not take stays
    /// unread.
    pub fn fill(&mut self, field: FieldId, spans: &[Span]) -> bool {
        let path = field_path(field);
        if field == FieldId::MoneyUnit {
            return self.fill_unit(spans);
        }
        if field == FieldId::FiscalYear {
            return self.fill_year(spans);
        }
        if field == FieldId::Score {
            let number = self.take_number(spans, path);
            self.draft.document.score = number;
            return true;
        }
        let printed: String = spans.iter().map(|s| tidy(self.text(*s))).collect();
        let slot = self.draft.document.text_field(field);
        if slot.is_written() && !printed.is_empty() && slot.text() != unquote(&printed) {
            return false;
        }
        let was_written = slot.is_written();
        let mut text = self.take_text(spans, path);
        if field == FieldId::ProjectName
            && let Field::Stated(name, place) = text
        {
            text = Field::Stated(unquote(&name).to_owned(), place);
        }
        if !was_written {
            *self.draft.document.text_field(field) = text;
        }
        true
    }

    fn fill_unit(&mut self, spans: &[Span]) -> bool {
        let printed: String = spans.iter().map(|s| tidy(self.text(*s))).collect();
        let Some(unit) = MoneyUnit::from_printed(&printed) else {
            return false;
        };
        let placed = self.take(spans, "funding.unit");
        self.draft.unit = Field::Stated(unit, placed.place);
        true
    }

    /// Fills the unit of money from a text that may have a colon before it and a bracket after.
    pub fn fill_bracketed_unit(&mut self, span: Span) {
        let text = self.text(span);
        let is_edge = |c: char| is_blank(c) || matches!(fold_char(c), ':' | '(' | ')');
        let start = text.len() - text.trim_start_matches(is_edge).len();
        let end = text.trim_end_matches(is_edge).len();
        self.fill_unit(&[self.within(span, start..end.max(start))]);
    }

    /// Notes the unit of money that a label prints in brackets.
    pub fn unit_of_label(&mut self, label: &Label, span: Span) {
        if let Some((unit, range)) = &label.unit
            && !self.draft.unit.is_written()
        {
            let place = self.place(self.within(span, range.clone()));
            self.draft.unit = Field::Stated(*unit, place);
        }
    }

    fn fill_year(&mut self, spans: &[Span]) -> bool {
        let printed: String = spans.iter().map(|s| tidy(self.text(*s))).collect();
        let Some(year) = year_of(&printed) else {
            return false;
        };
        let placed = self.take(spans, "fiscal_year");
        self.draft.year_of_title = false;
        self.draft.document.fiscal_year = Field::Stated(year, placed.place);
        true
    }

    /// Fills the name of a body, parting a code printed with it.
    pub fn fill_party(&mut self, party: PartyId, spans: &[Span]) -> bool {
        let path = party_path(party);
        if self.draft.document.party(party).name.is_written() {
            let printed: String = spans.iter().map(|s| tidy(self.text(*s))).collect();
            let known = self.draft.document.party(party);
            if split_party(&printed).1 != known.name.text() {
                return false;
            }
            self.take(spans, path);
            return true;
        }
        let placed = self.take(spans, path);
        let (code, name) = split_party(&placed.value);
        let text = |text: &str| match text {
            "" => Field::Blank(placed.place),
            text => Field::Stated(text.to_owned(), placed.place),
        };
        let slot = self.draft.document.party_mut(party);
        slot.name = text(name);
        if !code.is_empty() {
            slot.code = text(code);
        }
        true
    }

    /// Fills the code of a body where it has a box of its own.
    pub fn fill_party_code(&mut self, party: PartyId, spans: &[Span]) -> bool {
        let text = self.take_text(spans, party_path(party));
        self.draft.document.party_mut(party).code = text;
        true
    }

    /// Fills one figure of a funding block.
    pub fn fill_money(
        &mut self,
        block: MoneyBlock,
        line: MoneyLine,
        column: MoneyColumn,
        spans: &[Span],
    ) {
        let path = money_path(line);
        match column {
            MoneyColumn::Budget
            | MoneyColumn::Adjusted
            | MoneyColumn::Executed
            | MoneyColumn::Forecast => {
                let amount = self.take_amount(spans, path);
                let line = self.draft.money_line(block, line);
                let slot = match column {
                    MoneyColumn::Budget => &mut line.budget,
                    MoneyColumn::Adjusted => &mut line.adjusted,
                    MoneyColumn::Executed => &mut line.executed,
                    _ => &mut line.forecast,
                };
                if !slot.is_written() {
                    *slot = amount;
                }
            }
            MoneyColumn::Rate | MoneyColumn::Weight | MoneyColumn::Score => {
                let number = self.take_number(spans, path);
                let line = self.draft.money_line(block, line);
                match column {
                    MoneyColumn::Rate => line.rate = number,
                    MoneyColumn::Weight => line.weight = number,
                    _ => line.score = number,
                }
            }
            MoneyColumn::Reason => {
                let text = self.take_text(spans, path);
                self.draft.money_line(block, line).reason = text;
            }
        }
    }

    /// Fills goals: one text, parted at its numbers.
    pub fn fill_goals(&mut self, goal: GoalId, scope: Option<Scope>, spans: &[Span]) {
        let (path, local) = match (goal, scope) {
            (GoalId::Annual, Some(Scope::Local)) => ("local_goals", true),
            (GoalId::Annual, _) => ("goals", false),
            (GoalId::MediumTerm, _) => ("medium_term_goals", false),
            (GoalId::Results, _) => ("results", false),
        };
        let mut goals: Vec<Placed<String>> = Vec::new();
        let before = self.draft.document.goal_list(goal, local).len();
        for (i, span) in spans.iter().enumerate() {
            let next = (before + goals.len()) as u32 + 1;
            let parts = match numbering::parts(self.text(*span)) {
                // A list of goals may run on in the next row.
                one if next > 1 && one.len() == 1 => numbering::parts_from(self.text(*span), next),
                parts => parts,
            };
            for (marker, content) in parts {
                let continues = i > 0 && marker.is_empty();
                self.label(self.within(*span, marker));
                let content = self.within(*span, content);
                let placed = self.take(&[content], path);
                match goals.last_mut().filter(|_| continues) {
                    Some(last) => last.value.push_str(&placed.value),
                    None if placed.value.is_empty() => {}
                    None => goals.push(placed),
                }
            }
        }
        let slot = self.draft.document.goal_list(goal, local);
        slot.append(&mut goals);
    }

    /// Keeps a labelled statement the model has no field for.
    pub fn fill_detail(&mut self, key: &'static str, label: Span, spans: &[Span]) {
        let printed = self.text(label);
        let label = tidy(printed).trim_end_matches([':', '：']).to_owned();
        let text = self.take_text(spans, "details");
        let key = key.to_owned();
        self.draft
            .document
            .details
            .push(Detail { key, label, text });
    }

    /// Keeps the demands printed with a label.
    pub fn requirements(&mut self, label: &Label, span: Span, about: &str) {
        for range in &label.requirements {
            let text = self.take(&[self.within(span, range.clone())], "requirements");
            self.draft
                .document
                .requirements
                .push(plumbline_model::Requirement {
                    about: about.to_owned(),
                    text,
                });
        }
    }
}

/// The unit of a funding block: as stated for the form, or with its first amount.
fn settle_unit(funding: &mut Funding, stated: &Field<MoneyUnit>) {
    let lines = [
        &funding.total,
        &funding.fiscal,
        &funding.carryover,
        &funding.other,
    ];
    let amounts: Vec<(&Amount, plumbline_model::Place)> = lines
        .iter()
        .flat_map(|line| [&line.budget, &line.adjusted, &line.executed, &line.forecast])
        .filter_map(|amount| Some((amount.get()?, amount.place()?)))
        .collect();
    let printed = amounts
        .iter()
        .find_map(|(amount, place)| Some(Field::Stated(amount.unit?, *place)));
    let of_amounts = printed.filter(|_| amounts.iter().all(|(a, _)| a.unit.is_some()));
    if let Some(unit) = of_amounts {
        funding.unit = unit;
    } else if !amounts.is_empty() {
        funding.unit = stated.clone();
    }
}

/// The fields of a document by what the vocabulary calls them.
pub(crate) trait Fields {
    fn text_field(&mut self, field: FieldId) -> &mut Text;
    fn goal_list(&mut self, goal: GoalId, local: bool) -> &mut Vec<Placed<String>>;
    fn party(&self, party: PartyId) -> &Party;
    fn party_mut(&mut self, party: PartyId) -> &mut Party;
}

impl Fields for Document {
    fn text_field(&mut self, field: FieldId) -> &mut Text {
        match field {
            FieldId::ProjectName => &mut self.project.name,
            FieldId::ProjectCode => &mut self.project.code,
            FieldId::ProjectAttribute => &mut self.project.attribute,
            FieldId::ProjectSource => &mut self.project.source,
            FieldId::ProjectPeriod => &mut self.project.period,
            FieldId::ProjectPurpose => &mut self.project.purpose,
            FieldId::Title | FieldId::FiscalYear | FieldId::MoneyUnit | FieldId::Score => {
                &mut self.title
            }
        }
    }

    fn goal_list(&mut self, goal: GoalId, local: bool) -> &mut Vec<Placed<String>> {
        match goal {
            GoalId::Annual if local => self.local_goals.get_or_insert_default(),
            GoalId::Annual => &mut self.goals,
            GoalId::MediumTerm => self.medium_term_goals.get_or_insert_default(),
            GoalId::Results => self.results.get_or_insert_default(),
        }
    }

    fn party(&self, party: PartyId) -> &Party {
        match party {
            PartyId::CompetentDepartment => &self.competent_department,
            PartyId::ImplementingUnit => &self.implementing_unit,
            PartyId::BudgetUnit => &self.budget_unit,
        }
    }

    fn party_mut(&mut self, party: PartyId) -> &mut Party {
        match party {
            PartyId::CompetentDepartment => &mut self.competent_department,
            PartyId::ImplementingUnit => &mut self.implementing_unit,
            PartyId::BudgetUnit => &mut self.budget_unit,
        }
    }
}

fn field_path(field: FieldId) -> &'static str {
    match field {
        FieldId::Title => "title",
        FieldId::FiscalYear => "fiscal_year",
        FieldId::ProjectName => "project.name",
        FieldId::ProjectCode => "project.code",
        FieldId::ProjectAttribute => "project.attribute",
        FieldId::ProjectSource => "project.source",
        FieldId::ProjectPeriod => "project.period",
        FieldId::ProjectPurpose => "project.purpose",
        FieldId::MoneyUnit => "funding.unit",
        FieldId::Score => "score",
    }
}

fn party_path(party: PartyId) -> &'static str {
    match party {
        PartyId::CompetentDepartment => "competent_department",
        PartyId::ImplementingUnit => "implementing_unit",
        PartyId::BudgetUnit => "budget_unit",
    }
}

fn money_path(line: MoneyLine) -> &'static str {
    match line {
        MoneyLine::Total | MoneyLine::MediumTermTotal => "funding.total",
        MoneyLine::Fiscal => "funding.fiscal",
        MoneyLine::Carryover => "funding.carryover",
        MoneyLine::Other => "funding.other",
    }
}

/// The year in a text such as `（2024年度）`, if that is all it says.
pub(crate) fn year_of(text: &str) -> Option<u16> {
    let (_, first) = folded(text).next()?;
    if !first.is_ascii_digit() && !matches!(first, '(' | '[' | ':' | '.' | '、') {
        return None;
    }
    let words = plain(text);
    let words = words.trim_matches(['(', ')', '[', ']', ':', '.', '、']);
    let digits: Range<usize> = 0..4;
    let year: u16 = words.get(digits)?.parse().ok()?;
    let rest = &words[4..];
    ((1990..=2099).contains(&year) && matches!(rest, "" | "年" | "年度" | "年预算" | "年度预算"))
        .then_some(year)
}

/// Parts a code printed with a name: `[106]某局`, `203001 某局`, `某局(106)`, `106-某局`.
pub(crate) fn split_party(text: &str) -> (&str, &str) {
    let is_code = |code: &str| {
        (2..=15).contains(&code.chars().count())
            && code.chars().all(|c| fold_char(c).is_ascii_digit())
    };
    let opens = |c: char| matches!(fold_char(c), '[' | '(');
    let closes = |c: char| matches!(fold_char(c), ']' | ')');
    if let Some(inner) = text.strip_prefix(opens)
        && let Some((code, name)) = inner.split_once(closes)
        && is_code(code)
    {
        return (code, name);
    }
    if let Some(inner) = text.strip_suffix(closes)
        && let Some((name, code)) = inner.rsplit_once(opens)
        && is_code(code)
    {
        return (code, name);
    }
    let digits = text
        .char_indices()
        .find(|(_, c)| !fold_char(*c).is_ascii_digit())
        .map_or(text.len(), |(at, _)| at);
    let (code, name) = text.split_at(digits);
    let name =
        name.trim_start_matches(|c| is_blank(c) || matches!(fold_char(c), '-' | '、' | ':' | '_'));
    if code.len() >= 3 && is_code(code) && !name.is_empty() && !name.starts_with(['年', '个', '名'])
    {
        return (code, name);
    }
    ("", text)
}

/// A name without the quotation marks around the whole of it.
fn unquote(name: &str) -> &str {
    let opened = name.matches('“').count();
    let closed = name.matches('”').count();
    if closed == opened + 1 {
        return name.strip_suffix('”').unwrap_or(name);
    }
    if opened == closed
        && let Some(inner) = name.strip_prefix('“').and_then(|n| n.strip_suffix('”'))
        && !inner.contains(['“', '”'])
    {
        return inner;
    }
    name
}

/// The key of a detail sense.
pub(crate) fn detail_key(index: u16) -> &'static str {
    VOCABULARY
        .detail_keys
        .get(index as usize)
        .map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_parted_from_names() {
        for (text, expected) in [
            ("[106]某委", ("106", "某委")),
            ("【812033】某局", ("812033", "某局")),
            ("35005001某部", ("35005001", "某部")),
            ("203001某局本级", ("203001", "某局本级")),
            ("某局（4105）", ("4105", "某局")),
            ("106-某局", ("106", "某局")),
            ("某局", ("", "某局")),
            ("12345热线中心", ("12345", "热线中心")),
        ] {
            assert_eq!(split_party(text), expected);
        }
    }

    #[test]
    fn quotes_around_a_name_go_quotes_within_stay() {
        assert_eq!(unquote("“甲乙项目”"), "甲乙项目");
        assert_eq!(unquote("“双提”工程补贴项目”"), "“双提”工程补贴项目");
        assert_eq!(unquote("“五老”活动经费"), "“五老”活动经费");
        assert_eq!(unquote("“甲”和“乙”"), "“甲”和“乙”");
    }

    #[test]
    fn a_year_stands_alone() {
        assert_eq!(year_of("（2024 年度）"), Some(2024));
        assert_eq!(year_of("2024"), Some(2024));
        assert_eq!(year_of("2024年8月"), None);
        assert_eq!(year_of("20240"), None);
    }
}
