//! What the expressions of local rules see. Numbers are doubles: local rules compare, they do not
//! keep accounts; what is not stated is null.

use plumbline_model::{
    Amount, CompiledValue, Document, Field, Indicator, MoneyUnit, Number, TargetValue,
};
use serde::Serialize;

use super::{Kind, double};
use crate::case::yuan;

/// `document`
#[derive(Debug, Serialize)]
pub(super) struct DocumentFacts {
    kind: Kind,
    title: Option<String>,
    year: Option<i64>,
    project: ProjectFacts,
    competent_department: Option<String>,
    implementing_unit: Option<String>,
    budget_unit: Option<String>,
    /// 资金总额, in yuan.
    budget: Option<f64>,
    fiscal: Option<f64>,
    carryover: Option<f64>,
    other: Option<f64>,
    executed: Option<f64>,
    goals: Vec<String>,
    plan: Vec<PlanFacts>,
    indicators: Vec<IndicatorFacts>,
    score: Option<f64>,
}

#[derive(Debug, Serialize)]
struct ProjectFacts {
    name: Option<String>,
    code: Option<String>,
    attribute: Option<String>,
    source: Option<String>,
    period: Option<String>,
    purpose: Option<String>,
}

#[derive(Debug, Serialize)]
struct PlanFacts {
    by: String,
    percent: Option<f64>,
}

/// `indicator`
#[derive(Debug, Default, Serialize)]
pub(super) struct IndicatorFacts {
    level1: Option<String>,
    level2: Option<String>,
    name: Option<String>,
    description: Option<String>,
    basis: Option<String>,
    value: ValueFacts,
    actual: ValueFacts,
    weight: Option<f64>,
    score: Option<f64>,
    reason: Option<String>,
}

/// A target or actual value.
#[derive(Debug, Default, Serialize)]
struct ValueFacts {
    /// As printed; "" where the box is empty, null where the form has none.
    text: Option<String>,
    /// quantity, date, frequency, grade, list, not_applicable, unclear
    kind: Option<&'static str>,
    is_measured: bool,
    /// Bounds of a quantity, in its unit.
    low: Option<f64>,
    high: Option<f64>,
    /// Unit as in `元/人/天`.
    unit: Option<String>,
    /// money, share, persons …
    dimension: Option<&'static str>,
}

impl DocumentFacts {
    pub(super) fn of(document: &Document) -> DocumentFacts {
        let funding = &document.funding;
        let unit = funding.unit.get();
        let project = &document.project;
        DocumentFacts {
            kind: Kind::of(document.kind),
            title: text(&document.title),
            year: document.fiscal_year.get().map(|year| i64::from(*year)),
            project: ProjectFacts {
                name: text(&project.name),
                code: text(&project.code),
                attribute: text(&project.attribute),
                source: text(&project.source),
                period: text(&project.period),
                purpose: text(&project.purpose),
            },
            competent_department: text(&document.competent_department.name),
            implementing_unit: text(&document.implementing_unit.name),
            budget_unit: text(&document.budget_unit.name),
            budget: money(&funding.total.budget, unit),
            fiscal: money(&funding.fiscal.budget, unit),
            carryover: money(&funding.carryover.budget, unit),
            other: money(&funding.other.budget, unit),
            executed: money(&funding.total.executed, unit),
            goals: document
                .goals
                .iter()
                .map(|goal| goal.value.clone())
                .collect(),
            plan: document
                .disbursement_plan
                .iter()
                .map(|point| PlanFacts {
                    by: point.by.value.clone(),
                    percent: number(&point.cumulative_percent),
                })
                .collect(),
            indicators: document.indicators.iter().map(IndicatorFacts::of).collect(),
            score: number(&document.score),
        }
    }
}

impl IndicatorFacts {
    pub(super) fn of(indicator: &Indicator) -> IndicatorFacts {
        IndicatorFacts {
            level1: text(&indicator.level1),
            level2: text(&indicator.level2),
            name: text(&indicator.name),
            description: text(&indicator.description),
            basis: text(&indicator.basis),
            value: value(&indicator.value),
            actual: value(&indicator.actual),
            weight: number(&indicator.weight),
            score: number(&indicator.score),
            reason: text(&indicator.reason),
        }
    }
}

fn text(field: &Field<String>) -> Option<String> {
    match field {
        Field::Absent => None,
        field => Some(field.text().to_owned()),
    }
}

fn number(field: &Field<Number>) -> Option<f64> {
    field.get().map(|number| double(number.value))
}

fn money(amount: &Field<Amount>, unit: Option<&MoneyUnit>) -> Option<f64> {
    yuan(amount, unit).map(double)
}

fn value(field: &Field<CompiledValue>) -> ValueFacts {
    let printed = match field {
        Field::Absent => return ValueFacts::default(),
        field => crate::row::printed(field).to_owned(),
    };
    let Some(compiled) = field.get() else {
        return ValueFacts {
            text: Some(printed),
            ..ValueFacts::default()
        };
    };
    let quantity = compiled.value.quantity();
    let (low, high) = quantity.map_or((None, None), |quantity| quantity.bounds());
    ValueFacts {
        text: Some(printed),
        kind: Some(kind_of_value(&compiled.value)),
        is_measured: compiled.value.is_measured(),
        low: low.map(double),
        high: high.map(double),
        unit: quantity.map(|quantity| quantity.unit.to_string()),
        dimension: quantity.map(|quantity| quantity.dimension().code()),
    }
}

fn kind_of_value(value: &TargetValue) -> &'static str {
    match value {
        TargetValue::Quantity(_) => "quantity",
        TargetValue::Date(_) => "date",
        TargetValue::Frequency(_) => "frequency",
        TargetValue::Grade(_) => "grade",
        TargetValue::List(_) => "list",
        TargetValue::NotApplicable => "not_applicable",
        TargetValue::Unclear(_) => "unclear",
    }
}
