//! What a form has room for, and what a document says that it has none for.
//!
//! Fields are told by their paths in the public JSON, without numbers of rows
//! (`indicators.basis`, `funding.total.executed`, `details.telephone`).

use std::collections::{BTreeMap, BTreeSet};

use plumbline_model::{Document, DocumentKind, Field, Funding, FundingLine, Indicator, MoneyUnit};

use crate::form::{
    Block, ColumnOf, Content, CostPart, Each, Form, IndicatorPart, Paragraph, Repeat, Rows, Slot,
    Table, TaskPart, Template,
};

/// Something that a document says and a form has no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Path of the field.
    pub path: String,
    /// How often the document says it.
    pub count: usize,
}

/// What a document says that a form has no room for, in the order of the paths. Its title is not
/// counted: a form has its own.
pub fn left_out(form: &Form, document: &Document) -> Vec<LeftOut> {
    let rooms = rooms(form, document.kind);
    let left = statements(document).into_iter().filter_map(|(path, said)| {
        let count = said.iter().filter(|text| !text.is_empty()).count();
        (count > 0 && !has_room(&rooms, &path)).then_some(LeftOut { path, count })
    });
    let mut left: Vec<LeftOut> = left.collect();
    let sentences = form
        .sections
        .iter()
        .filter(|section| section.each == Each::Document(document.kind))
        .flat_map(|section| &section.blocks)
        .any(|block| {
            matches!(
                block,
                Block::Repeat {
                    of: Repeat::Level1,
                    ..
                }
            )
        });
    if sentences {
        let count = document
            .indicators
            .iter()
            .filter(|one| runs_together(one))
            .count();
        if count > 0 {
            left.push(LeftOut {
                path: CLAUSES.to_owned(),
                count,
            });
        }
    }
    left
}

/// Path under which it is said that indicators cannot be told apart again in sentences.
pub const CLAUSES: &str = "indicators.clauses";

/// Whether an indicator, set in a sentence, could not be told apart again: it has stops within, or
/// no value.
fn runs_together(indicator: &Indicator) -> bool {
    let has_stop = |text: &str| text.contains([';', '；', '。', '、', '，', ',', '：', ':']);
    let value = crate::form::said(&indicator.value, |value| value.printed.clone());
    value.is_empty() || has_stop(&value) || has_stop(indicator.name.text())
}

/// Whether a field is among those a form has room for.
pub fn has_room(rooms: &BTreeSet<String>, path: &str) -> bool {
    let of_any_detail = path.starts_with("details.") && rooms.contains("details.*");
    rooms.contains(path) || of_any_detail
}

/// The fields that a form has room for in a document of a kind.
pub fn rooms(form: &Form, kind: DocumentKind) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    let is_own = |each| each == Each::Volume || each == Each::Document(kind);
    let is_for = form
        .sections
        .iter()
        .any(|section| section.each == Each::Document(kind));
    if !is_for {
        return rooms;
    }
    if form.prints_demands {
        rooms.insert("requirements".to_owned());
    }
    let sections = form.sections.iter().filter(|section| is_own(section.each));
    for block in sections.flat_map(|section| &section.blocks) {
        visit_block(block, &mut |slot| rooms.extend(slot.rooms()));
        match block {
            Block::Repeat { of, .. } => rooms.extend(of_repeat(*of, form)),
            Block::Table(table) => rooms.extend(of_table(table)),
            Block::Paragraph(_) | Block::Contents => {}
        }
    }
    // One form states its amounts in one unit.
    for of in ["local_funding", "medium_term_funding"] {
        if rooms.contains("funding.unit") && rooms.contains(&format!("{of}.total.budget")) {
            rooms.insert(format!("{of}.unit"));
        }
    }
    rooms
}

/// Visits the fields of the whole form.
pub(crate) fn slots<'a>(form: &'a Form, visit: &mut impl FnMut(&'a Slot)) {
    for block in form.sections.iter().flat_map(|section| &section.blocks) {
        visit_block(block, visit);
    }
}

fn visit_block<'a>(block: &'a Block, visit: &mut impl FnMut(&'a Slot)) {
    let mut of_paragraph = |paragraph: &'a Paragraph| paragraph.text.slots().for_each(&mut *visit);
    match block {
        Block::Paragraph(paragraph) => of_paragraph(paragraph),
        Block::Repeat { paragraphs, .. } => paragraphs.iter().for_each(of_paragraph),
        Block::Table(table) => visit_table(table, visit),
        Block::Contents => {}
    }
}

fn visit_table<'a>(table: &'a Table, visit: &mut impl FnMut(&'a Slot)) {
    for part in &table.parts {
        if let Some((beside, _)) = &part.beside {
            beside.slots().for_each(&mut *visit);
        }
        if let Rows::List(list) = &part.rows {
            for column in &list.columns {
                let heads = column.group.iter().chain([&column.head]);
                heads.flat_map(Template::slots).for_each(&mut *visit);
            }
        }
        let rows = match &part.rows {
            Rows::Fixed(rows) => rows,
            Rows::List(list) => &list.below,
            Rows::Plan { .. } | Rows::Details { .. } => continue,
        };
        for cell in rows.iter().flat_map(|row| &row.cells) {
            match &cell.content {
                Content::Field(slot, _) => visit(slot),
                Content::Label(words) | Content::Text(words) => {
                    words.slots().for_each(&mut *visit);
                }
                Content::Free => {}
            }
        }
    }
}

fn of_repeat(of: Repeat, form: &Form) -> Vec<String> {
    let (parent, parts): (&str, &[&str]) = match of {
        Repeat::Goals => ("", &["goals"]),
        Repeat::SubGoals => (
            "sub_goals.",
            &["name", "goal", "indicators.name", "indicators.value"],
        ),
        Repeat::Safeguards => ("safeguards.", &["name", "text"]),
        Repeat::Level1 => (
            "indicators.",
            &["level1", "name", "value", "details.clause"],
        ),
    };
    let mut rooms: Vec<String> = parts.iter().map(|part| format!("{parent}{part}")).collect();
    if of == Repeat::SubGoals {
        rooms.push("sub_goals.indicators.details.clause".to_owned());
    }
    if of == Repeat::Level1 && form.clause.prints_level2 {
        rooms.push("indicators.level2".to_owned());
    }
    if of == Repeat::Level1 && !form.clause.basis.is_empty() {
        rooms.push("indicators.basis".to_owned());
    }
    rooms
}

fn of_table(table: &Table) -> Vec<String> {
    let mut rooms = Vec::new();
    for part in &table.parts {
        match &part.rows {
            Rows::Fixed(_) => {}
            Rows::Plan { .. } => {
                rooms.push("disbursement_plan.by".to_owned());
                rooms.push("disbursement_plan.cumulative_percent".to_owned());
            }
            Rows::Details { .. } => rooms.push("details.*".to_owned()),
            Rows::List(list) => {
                rooms.extend(list.columns.iter().flat_map(|column| of_column(&column.of)));
                if list.prints_slots {
                    rooms.push("empty_slots".to_owned());
                }
            }
        }
    }
    rooms
}

fn of_column(of: &ColumnOf) -> Vec<String> {
    let one = |path: String| vec![path];
    match of {
        ColumnOf::Serial => Vec::new(),
        ColumnOf::Level1 => one("indicators.level1".to_owned()),
        ColumnOf::Level2 => one("indicators.level2".to_owned()),
        ColumnOf::Indicator(part) => one(format!("indicators.{}", of_part(part))),
        ColumnOf::MediumTermLevel2 => vec![
            "medium_term_indicators.level1".to_owned(),
            "medium_term_indicators.level2".to_owned(),
        ],
        ColumnOf::MediumTerm(part) => one(format!("medium_term_indicators.{}", of_part(part))),
        ColumnOf::Task(TaskPart::Name) => one("tasks.name".to_owned()),
        ColumnOf::Task(TaskPart::Content) => one("tasks.content".to_owned()),
        ColumnOf::Task(TaskPart::Money(line)) => {
            one(format!("tasks.funding.{}.budget", line.key()))
        }
        ColumnOf::Cost(CostPart::Name) => one("cost_items.name".to_owned()),
        ColumnOf::Cost(CostPart::Amount) => one("cost_items.amount".to_owned()),
        ColumnOf::Cost(CostPart::Basis) => one("cost_items.basis".to_owned()),
    }
}

fn of_part(part: &IndicatorPart) -> String {
    let key = match part {
        IndicatorPart::Name => "name",
        IndicatorPart::Description => "description",
        IndicatorPart::Value => "value",
        IndicatorPart::Basis => "basis",
        IndicatorPart::Weight => "weight",
        IndicatorPart::Actual => "actual",
        IndicatorPart::Forecast => "forecast",
        IndicatorPart::Score => "score",
        IndicatorPart::Reason => "reason",
        IndicatorPart::Cause(_) => "causes",
        IndicatorPart::Possibility(_) => "possibility",
        IndicatorPart::Remark => "remark",
        IndicatorPart::Detail(key) => return format!("details.{key}"),
    };
    key.to_owned()
}

/// What a document says, by path: each of its rows has an entry, `""` where it says nothing.
pub type Statements = BTreeMap<String, Vec<String>>;

/// Everything a document says but its title, as printed.
pub fn statements(document: &Document) -> Statements {
    let mut told = Telling::default();
    for path in ["fiscal_year", "draft_mark", "score"] {
        told.slot(path, document);
    }
    for part in ["name", "code", "attribute", "source", "period", "purpose"] {
        told.slot(&format!("project.{part}"), document);
    }
    for party in ["competent_department", "implementing_unit", "budget_unit"] {
        told.slot(&format!("{party}.name"), document);
        told.slot(&format!("{party}.code"), document);
    }
    told.funding("funding", &document.funding);
    for (path, funding) in [
        ("local_funding", &document.local_funding),
        ("medium_term_funding", &document.medium_term_funding),
    ] {
        if let Some(funding) = funding {
            told.funding(path, funding);
        }
    }
    let some = |goals: &'_ Option<Vec<_>>| goals.clone().unwrap_or_default();
    for (path, goals) in [
        ("goals", document.goals.clone()),
        ("local_goals", some(&document.local_goals)),
        ("medium_term_goals", some(&document.medium_term_goals)),
        ("results", some(&document.results)),
    ] {
        for goal in goals {
            told.say(path, goal.value);
        }
    }
    for one in &document.disbursement_plan {
        told.say("disbursement_plan.by", one.by.value.clone());
        let share = crate::form::said(&one.cumulative_percent, |n| n.printed.clone());
        told.say("disbursement_plan.cumulative_percent", share);
    }
    told.indicators("indicators", &document.indicators);
    told.indicators("medium_term_indicators", &document.medium_term_indicators);
    told.of_department(document);
    for slot in &document.empty_slots {
        let (level1, level2) = (slot.level1.text(), slot.level2.text());
        told.say(
            "empty_slots",
            format!("{level1} {level2} {}", slot.mark.value),
        );
    }
    for demand in &document.requirements {
        told.say(
            "requirements",
            format!("{} {}", demand.about, demand.text.value),
        );
    }
    for detail in &document.details {
        told.text(&format!("details.{}", detail.key), &detail.text);
    }
    told.statements
}

#[derive(Default)]
struct Telling {
    statements: Statements,
}

impl Telling {
    fn say(&mut self, path: &str, text: String) {
        match self.statements.get_mut(path) {
            Some(said) => said.push(text),
            None => drop(self.statements.insert(path.to_owned(), vec![text])),
        }
    }

    fn text(&mut self, path: &str, text: &Field<String>) {
        self.say(path, text.text().to_owned());
    }

    fn slot(&mut self, path: &str, document: &Document) {
        let text = Slot::parse(path).map_or(String::new(), |slot| slot.of(document));
        self.say(path, text);
    }

    fn funding(&mut self, path: &str, funding: &Funding) {
        let unit = crate::form::said(&funding.unit, |unit| unit.printed().to_owned());
        self.say(&format!("{path}.unit"), unit);
        let unit = funding.unit.get().copied();
        for (key, line) in [
            ("total", &funding.total),
            ("fiscal", &funding.fiscal),
            ("carryover", &funding.carryover),
            ("other", &funding.other),
        ] {
            self.line(&format!("{path}.{key}"), line, unit);
        }
    }

    fn line(&mut self, path: &str, line: &FundingLine, unit: Option<MoneyUnit>) {
        use crate::form::{amount_in, said};
        // Beside the amount or in the head of the block, its unit is the same.
        let amount = |field| amount_in(field, unit);
        for (key, text) in [
            ("budget", amount(&line.budget)),
            ("adjusted", amount(&line.adjusted)),
            ("executed", amount(&line.executed)),
            ("forecast", amount(&line.forecast)),
            ("rate", said(&line.rate, |n| n.printed.clone())),
            ("weight", said(&line.weight, |n| n.printed.clone())),
            ("score", said(&line.score, |n| n.printed.clone())),
            ("reason", line.reason.text().to_owned()),
        ] {
            self.say(&format!("{path}.{key}"), text);
        }
    }

    fn indicators(&mut self, path: &str, indicators: &[Indicator]) {
        use crate::form::said;
        for one in indicators {
            let causes: Vec<&str> = one.causes.iter().map(|c| c.value.as_str()).collect();
            for (key, text) in [
                ("level1", one.level1.text().to_owned()),
                ("level2", one.level2.text().to_owned()),
                ("name", one.name.text().to_owned()),
                ("description", one.description.text().to_owned()),
                ("value", said(&one.value, |v| v.printed.clone())),
                ("basis", one.basis.text().to_owned()),
                ("weight", said(&one.weight, |n| n.printed.clone())),
                ("actual", said(&one.actual, |v| v.printed.clone())),
                ("forecast", said(&one.forecast, |v| v.printed.clone())),
                ("score", said(&one.score, |n| n.printed.clone())),
                ("reason", one.reason.text().to_owned()),
                ("causes", causes.join("、")),
                ("possibility", one.possibility.text().to_owned()),
                ("remark", one.remark.text().to_owned()),
            ] {
                self.say(&format!("{path}.{key}"), text);
            }
            for detail in &one.details {
                self.text(&format!("{path}.details.{}", detail.key), &detail.text);
            }
        }
    }

    fn of_department(&mut self, document: &Document) {
        for task in &document.tasks {
            self.text("tasks.name", &task.name);
            self.text("tasks.content", &task.content);
            self.funding("tasks.funding", &task.funding);
        }
        // The money of a task is in the unit of the form.
        self.statements.remove("tasks.funding.unit");
        for item in &document.cost_items {
            self.text("cost_items.name", &item.name);
            self.say("cost_items.amount", crate::form::amount(&item.amount));
            self.text("cost_items.basis", &item.basis);
        }
        for goal in &document.sub_goals {
            self.text("sub_goals.name", &goal.name);
            self.text("sub_goals.goal", &goal.goal);
            self.indicators("sub_goals.indicators", &goal.indicators);
        }
        for safeguard in &document.safeguards {
            self.text("safeguards.name", &safeguard.name);
            self.text("safeguards.text", &safeguard.text);
        }
    }
}
