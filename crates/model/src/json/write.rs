//! Documents of the model to the shape of JSON.

use serde::{Serialize, Serializer};

use super::marks::Marks;
use super::place::PlaceJson;
use super::wire::*;
use super::{CLAUSE, Remark, Source};
use crate::ValueJson;
use crate::*;

pub(super) fn source(source: &Source) -> SourceJson<Documents<'_>> {
    SourceJson {
        source: source.name.clone(),
        container: source.container.clone(),
        documents: Documents(&source.documents),
        unread: source.unread.iter().map(remark).collect(),
        coverage: source.coverage,
        notes: source.notes.iter().map(remark).collect(),
    }
}

/// Documents that take the shape of JSON one by one while they are written, so that a large source
/// is not in memory twice.
pub(super) struct Documents<'a>(&'a [Document]);

impl Serialize for Documents<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(document))
    }
}

fn remark(remark: &Remark) -> RemarkJson {
    RemarkJson {
        text: remark.text.clone(),
        place: remark.place.into(),
    }
}

impl From<DocumentKind> for KindJson {
    fn from(kind: DocumentKind) -> KindJson {
        match kind {
            DocumentKind::ProjectTarget => KindJson::ProjectTarget,
            DocumentKind::DepartmentTarget => KindJson::DepartmentTarget,
            DocumentKind::SelfEvaluation => KindJson::SelfEvaluation,
            DocumentKind::MonitoringReport => KindJson::MonitoringReport,
        }
    }
}

fn document(document: &Document) -> DocumentJson {
    let is_department = document.kind == DocumentKind::DepartmentTarget;
    let with_results = matches!(
        document.kind,
        DocumentKind::SelfEvaluation | DocumentKind::MonitoringReport
    );
    let mut marks = Marks {
        with_results,
        ..Marks::default()
    };
    let m = &mut marks;
    let goals_key = if is_department {
        "overall_goals"
    } else {
        "goals"
    };
    let goals = Some(m.print_texts(goals_key, &document.goals));
    let (goals, overall_goals) = match is_department {
        true => (None, goals),
        false => (goals, None),
    };
    let results = optional_texts("results", &document.results, m);
    let score = m.print_number("score", &document.score);
    let tasks = m.rows("tasks", &document.tasks, task);
    let sub_goals = m.rows("sub_goals", &document.sub_goals, sub_goal);
    let safeguards = m.rows("safeguards", &document.safeguards, safeguard);
    let json = DocumentJson {
        kind: document.kind.into(),
        title: m.print_text("title", &document.title),
        fiscal_year: m.stated("fiscal_year", &document.fiscal_year).copied(),
        draft_mark: m.print_text("draft_mark", &document.draft_mark),
        project: m.within("project", |m| project(&document.project, m)),
        competent_department: m.within("competent_department", |m| {
            party(&document.competent_department, m)
        }),
        implementing_unit: m.within("implementing_unit", |m| {
            party(&document.implementing_unit, m)
        }),
        budget_unit: m.within("budget_unit", |m| party(&document.budget_unit, m)),
        funding: m.within("funding", |m| funding(&document.funding, m)),
        local_funding: optional_funding("local_funding", &document.local_funding, m),
        medium_term_funding: optional_funding(
            "medium_term_funding",
            &document.medium_term_funding,
            m,
        ),
        cost_items: m.rows("cost_items", &document.cost_items, cost_item),
        disbursement_plan: m.rows(
            "disbursement_plan",
            &document.disbursement_plan,
            disbursement,
        ),
        goals,
        overall_goals,
        local_goals: optional_texts("local_goals", &document.local_goals, m),
        medium_term_goals: optional_texts("medium_term_goals", &document.medium_term_goals, m),
        results: (with_results || results.is_some()).then_some(results),
        indicators: m.rows("indicators", &document.indicators, indicator),
        medium_term_indicators: m.rows(
            "medium_term_indicators",
            &document.medium_term_indicators,
            indicator,
        ),
        tasks: (is_department || !tasks.is_empty()).then_some(tasks),
        sub_goals: (is_department || !sub_goals.is_empty()).then_some(sub_goals),
        safeguards: (is_department || !safeguards.is_empty()).then_some(safeguards),
        score: (with_results || !document.score.is_absent()).then_some(score),
        empty_slots: m.rows("empty_slots", &document.empty_slots, empty_slot),
        requirements: document.requirements.iter().map(requirement).collect(),
        details: m.rows("details", &document.details, detail),
        place: PlaceJson(document.extent),
        blank: Default::default(),
        unclear: Default::default(),
        units: Default::default(),
        places: Default::default(),
    };
    DocumentJson {
        blank: marks.blank,
        unclear: marks.unclear,
        units: marks.units,
        places: marks.places,
        ..json
    }
}

fn project(project: &Project, m: &mut Marks) -> ProjectJson {
    ProjectJson {
        name: m.print_text("name", &project.name),
        code: m.print_text("code", &project.code),
        attribute: m.print_text("attribute", &project.attribute),
        source: m.print_text("source", &project.source),
        period: m.print_text("period", &project.period),
        purpose: m.print_text("purpose", &project.purpose),
    }
}

fn party(party: &Party, m: &mut Marks) -> PartyJson {
    PartyJson {
        name: m.print_text("name", &party.name),
        code: m.print_text("code", &party.code),
    }
}

fn optional_texts(
    key: &str,
    texts: &Option<Vec<Placed<String>>>,
    m: &mut Marks,
) -> Option<Vec<String>> {
    texts.as_deref().map(|texts| m.print_texts(key, texts))
}

fn optional_funding(key: &str, block: &Option<Box<Funding>>, m: &mut Marks) -> Option<FundingJson> {
    let block = block.as_ref()?;
    Some(m.within(key, |m| funding(block, m)))
}

fn funding(funding: &Funding, m: &mut Marks) -> FundingJson {
    FundingJson {
        total: funding_line("total", &funding.total, m),
        fiscal: funding_line("fiscal", &funding.fiscal, m),
        carryover: funding_line("carryover", &funding.carryover, m),
        other: funding_line("other", &funding.other, m),
        unit: m.print_unit("unit", &funding.unit),
    }
}

fn funding_line(key: &str, line: &FundingLine, m: &mut Marks) -> Option<FundingLineJson> {
    let only_budget = FundingLine {
        budget: line.budget.clone(),
        ..FundingLine::default()
    };
    if !m.with_results && *line == only_budget {
        return m
            .print_amount(key, &line.budget)
            .map(FundingLineJson::Budget);
    }
    let columns = m.within(key, |m| FundingColumnsJson {
        budget: m.print_amount("budget", &line.budget),
        adjusted: m.print_amount("adjusted", &line.adjusted),
        executed: m.print_amount("executed", &line.executed),
        forecast: m.print_amount("forecast", &line.forecast),
        rate: m.print_number("rate", &line.rate),
        weight: m.print_number("weight", &line.weight),
        score: m.print_number("score", &line.score),
        reason: m.print_text("reason", &line.reason),
    });
    Some(FundingLineJson::Columns(Box::new(columns)))
}

fn cost_item(item: &CostItem, m: &mut Marks) -> CostItemJson {
    CostItemJson {
        name: m.print_text("name", &item.name),
        amount: m.print_amount("amount", &item.amount),
        basis: m.print_text("basis", &item.basis),
        place: PlaceJson(item.extent),
    }
}

fn disbursement(step: &Disbursement, m: &mut Marks) -> DisbursementJson {
    DisbursementJson {
        by: m.print_placed("by", &step.by),
        cumulative_percent: m.print_number("cumulative_percent", &step.cumulative_percent),
    }
}

fn indicator(indicator: &Indicator, m: &mut Marks) -> IndicatorJson {
    let with_results = m.with_results || has_results(indicator);
    let value = m.print_value("value", &indicator.value);
    let actual = m.print_value("actual", &indicator.actual);
    let forecast = m.print_value("forecast", &indicator.forecast);
    let score = m.print_number("score", &indicator.score);
    let reason = m.print_text("reason", &indicator.reason);
    let causes = m.print_texts("causes", &indicator.causes);
    let possibility = m.print_text("possibility", &indicator.possibility);
    let remark = m.print_text("remark", &indicator.remark);
    let details = m.rows("details", &indicator.details, detail);
    IndicatorJson {
        level1: m.print_text("level1", &indicator.level1),
        level2: m.print_text("level2", &indicator.level2),
        name: m.print_text("name", &indicator.name),
        description: m.print_text("description", &indicator.description),
        // A named indicator whose value is not filled in has the value "".
        value: value.or_else(|| indicator.value.is_blank().then(String::new)),
        compiled: compiled(&indicator.value),
        basis: m.print_text("basis", &indicator.basis),
        weight: m.print_number("weight", &indicator.weight),
        actual: with_results.then_some(actual),
        actual_compiled: with_results.then(|| compiled(&indicator.actual)),
        forecast: with_results.then_some(forecast),
        forecast_compiled: with_results.then(|| compiled(&indicator.forecast)),
        score: with_results.then_some(score),
        reason: with_results.then_some(reason),
        causes: with_results.then_some(causes),
        possibility: with_results.then_some(possibility),
        remark: with_results.then_some(remark),
        details: (!details.is_empty()).then_some(details),
        place: PlaceJson(indicator.extent),
    }
}

/// Whether the form of this indicator has any column beyond those of a target.
fn has_results(indicator: &Indicator) -> bool {
    !(indicator.actual.is_absent()
        && indicator.forecast.is_absent()
        && indicator.score.is_absent()
        && indicator.reason.is_absent()
        && indicator.causes.is_empty()
        && indicator.possibility.is_absent()
        && indicator.remark.is_absent())
}

fn compiled(value: &Field<CompiledValue>) -> Option<ValueJson> {
    value.get().map(|value| ValueJson::from(&value.value))
}

fn task(task: &Task, m: &mut Marks) -> TaskJson {
    TaskJson {
        name: m.print_text("name", &task.name),
        content: m.print_text("content", &task.content),
        funding: m.within("funding", |m| funding(&task.funding, m)),
        place: PlaceJson(task.extent),
    }
}

fn sub_goal(goal: &SubGoal, m: &mut Marks) -> SubGoalJson {
    SubGoalJson {
        name: m.print_text("name", &goal.name),
        goal: m.print_text("goal", &goal.goal),
        indicators: goal.indicators.iter().map(clause).collect(),
        compiled_indicators: m.rows("compiled_indicators", &goal.indicators, indicator),
        place: PlaceJson(goal.extent),
    }
}

/// The printed clause of an indicator in prose.
fn clause(indicator: &Indicator) -> String {
    let kept = indicator.details.iter().find(|d| d.key == CLAUSE);
    if let Some(detail) = kept {
        return detail.text.text().to_owned();
    }
    let value = indicator.value.get().map_or("", |v| &v.printed);
    format!("{}{value}", indicator.name.text())
}

fn safeguard(safeguard: &Safeguard, m: &mut Marks) -> SafeguardJson {
    SafeguardJson {
        name: m.print_text("name", &safeguard.name),
        text: m.print_text("text", &safeguard.text),
        place: PlaceJson(safeguard.extent),
    }
}

fn empty_slot(slot: &EmptySlot, m: &mut Marks) -> EmptySlotJson {
    EmptySlotJson {
        level1: m.print_text("level1", &slot.level1),
        level2: m.print_text("level2", &slot.level2),
        mark: slot.mark.value.clone(),
        place: slot.mark.place.into(),
    }
}

fn requirement(requirement: &Requirement) -> RequirementJson {
    RequirementJson {
        about: requirement.about.clone(),
        text: requirement.text.value.clone(),
        place: requirement.text.place.into(),
    }
}

fn detail(detail: &Detail, m: &mut Marks) -> DetailJson {
    DetailJson {
        key: detail.key.clone(),
        label: detail.label.clone(),
        text: m.print_text("text", &detail.text),
    }
}
