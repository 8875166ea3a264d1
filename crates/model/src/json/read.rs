//! The shape of JSON to documents of the model.

use super::marks::Marks;
use super::wire::*;
use super::{Remark, Source};
use crate::*;

pub(super) fn source(json: SourceJson) -> Source {
    Source {
        name: json.source,
        container: json.container,
        documents: json.documents.into_iter().map(document).collect(),
        unread: json.unread.into_iter().map(remark).collect(),
        coverage: json.coverage,
        notes: json.notes.into_iter().map(remark).collect(),
    }
}

fn remark(json: RemarkJson) -> Remark {
    Remark {
        text: json.text,
        place: json.place.into(),
    }
}

impl From<KindJson> for DocumentKind {
    fn from(kind: KindJson) -> DocumentKind {
        match kind {
            KindJson::ProjectTarget => DocumentKind::ProjectTarget,
            KindJson::DepartmentTarget => DocumentKind::DepartmentTarget,
            KindJson::SelfEvaluation => DocumentKind::SelfEvaluation,
            KindJson::MonitoringReport => DocumentKind::MonitoringReport,
        }
    }
}

fn document(json: DocumentJson) -> Document {
    let mut marks = Marks {
        blank: json.blank,
        unclear: json.unclear,
        units: json.units,
        places: json.places,
        ..Marks::default()
    };
    let m = &mut marks;
    let mut goals = m.parse_texts("goals", json.goals.unwrap_or_default());
    goals.extend(m.parse_texts("overall_goals", json.overall_goals.unwrap_or_default()));
    Document {
        kind: json.kind.into(),
        title: m.parse_text("title", json.title),
        fiscal_year: m.parse_year("fiscal_year", json.fiscal_year),
        draft_mark: m.parse_text("draft_mark", json.draft_mark),
        project: m.within("project", |m| project(json.project, m)),
        competent_department: m.within("competent_department", |m| {
            party(json.competent_department, m)
        }),
        implementing_unit: m.within("implementing_unit", |m| party(json.implementing_unit, m)),
        budget_unit: m.within("budget_unit", |m| party(json.budget_unit, m)),
        funding: m.within("funding", |m| funding(json.funding, m)),
        local_funding: optional_funding("local_funding", json.local_funding, m),
        medium_term_funding: optional_funding("medium_term_funding", json.medium_term_funding, m),
        cost_items: m.rows("cost_items", json.cost_items, cost_item),
        disbursement_plan: m.rows("disbursement_plan", json.disbursement_plan, disbursement),
        goals,
        local_goals: optional_texts("local_goals", json.local_goals, m),
        medium_term_goals: optional_texts("medium_term_goals", json.medium_term_goals, m),
        results: optional_texts("results", json.results.flatten(), m),
        indicators: m.rows("indicators", json.indicators, indicator),
        medium_term_indicators: m.rows(
            "medium_term_indicators",
            json.medium_term_indicators,
            indicator,
        ),
        tasks: m.rows("tasks", json.tasks.unwrap_or_default(), task),
        sub_goals: m.rows("sub_goals", json.sub_goals.unwrap_or_default(), sub_goal),
        safeguards: m.rows("safeguards", json.safeguards.unwrap_or_default(), safeguard),
        score: m.parse_number("score", json.score.flatten()),
        empty_slots: m.rows("empty_slots", json.empty_slots, empty_slot),
        requirements: json.requirements.into_iter().map(requirement).collect(),
        details: m.rows("details", json.details, detail),
        extent: json.place.0,
    }
}

fn project(json: ProjectJson, m: &mut Marks) -> Project {
    Project {
        name: m.parse_text("name", json.name),
        code: m.parse_text("code", json.code),
        attribute: m.parse_text("attribute", json.attribute),
        source: m.parse_text("source", json.source),
        period: m.parse_text("period", json.period),
        purpose: m.parse_text("purpose", json.purpose),
    }
}

fn party(json: PartyJson, m: &mut Marks) -> Party {
    Party {
        name: m.parse_text("name", json.name),
        code: m.parse_text("code", json.code),
    }
}

fn optional_texts(
    key: &str,
    json: Option<Vec<String>>,
    m: &mut Marks,
) -> Option<Vec<Placed<String>>> {
    json.map(|texts| m.parse_texts(key, texts))
}

fn optional_funding(key: &str, json: Option<FundingJson>, m: &mut Marks) -> Option<Box<Funding>> {
    let json = json?;
    Some(Box::new(m.within(key, |m| funding(json, m))))
}

fn funding(json: FundingJson, m: &mut Marks) -> Funding {
    Funding {
        unit: m.parse_unit("unit", json.unit),
        total: funding_line("total", json.total, m),
        fiscal: funding_line("fiscal", json.fiscal, m),
        carryover: funding_line("carryover", json.carryover, m),
        other: funding_line("other", json.other, m),
    }
}

fn funding_line(key: &str, json: Option<FundingLineJson>, m: &mut Marks) -> FundingLine {
    let budget = match json {
        None => None,
        Some(FundingLineJson::Budget(printed)) => Some(printed),
        Some(FundingLineJson::Columns(json)) => {
            return m.within(key, |m| FundingLine {
                budget: m.parse_amount("budget", json.budget),
                adjusted: m.parse_amount("adjusted", json.adjusted),
                executed: m.parse_amount("executed", json.executed),
                forecast: m.parse_amount("forecast", json.forecast),
                rate: m.parse_number("rate", json.rate),
                weight: m.parse_number("weight", json.weight),
                score: m.parse_number("score", json.score),
                reason: m.parse_text("reason", json.reason),
            });
        }
    };
    FundingLine {
        budget: m.parse_amount(key, budget),
        ..FundingLine::default()
    }
}

fn cost_item(json: CostItemJson, m: &mut Marks) -> CostItem {
    CostItem {
        name: m.parse_text("name", json.name),
        amount: m.parse_amount("amount", json.amount),
        basis: m.parse_text("basis", json.basis),
        extent: json.place.0,
    }
}

fn disbursement(json: DisbursementJson, m: &mut Marks) -> Disbursement {
    Disbursement {
        by: m.parse_placed("by", json.by),
        cumulative_percent: m.parse_number("cumulative_percent", json.cumulative_percent),
    }
}

fn indicator(json: IndicatorJson, m: &mut Marks) -> Indicator {
    Indicator {
        level1: m.parse_text("level1", json.level1),
        level2: m.parse_text("level2", json.level2),
        name: m.parse_text("name", json.name),
        description: m.parse_text("description", json.description),
        value: m.parse_value("value", json.value),
        basis: m.parse_text("basis", json.basis),
        weight: m.parse_number("weight", json.weight),
        actual: m.parse_value("actual", json.actual.flatten()),
        forecast: m.parse_value("forecast", json.forecast.flatten()),
        score: m.parse_number("score", json.score.flatten()),
        reason: m.parse_text("reason", json.reason.flatten()),
        causes: m.parse_texts("causes", json.causes.unwrap_or_default()),
        possibility: m.parse_text("possibility", json.possibility.flatten()),
        remark: m.parse_text("remark", json.remark.flatten()),
        details: m.rows("details", json.details.unwrap_or_default(), detail),
        extent: json.place.0,
    }
}

fn task(json: TaskJson, m: &mut Marks) -> Task {
    Task {
        name: m.parse_text("name", json.name),
        content: m.parse_text("content", json.content),
        funding: m.within("funding", |m| funding(json.funding, m)),
        extent: json.place.0,
    }
}

fn sub_goal(json: SubGoalJson, m: &mut Marks) -> SubGoal {
    let indicators = match json.compiled_indicators.is_empty() {
        false => m.rows("compiled_indicators", json.compiled_indicators, indicator),
        true => json.indicators.into_iter().map(clause).collect(),
    };
    SubGoal {
        name: m.parse_text("name", json.name),
        goal: m.parse_text("goal", json.goal),
        indicators,
        extent: json.place.0,
    }
}

/// An indicator of which only the printed clause is known.
fn clause(clause: String) -> Indicator {
    Indicator {
        name: Field::Stated(clause, Place::Whole),
        ..Indicator::default()
    }
}

fn safeguard(json: SafeguardJson, m: &mut Marks) -> Safeguard {
    Safeguard {
        name: m.parse_text("name", json.name),
        text: m.parse_text("text", json.text),
        extent: json.place.0,
    }
}

fn empty_slot(json: EmptySlotJson, m: &mut Marks) -> EmptySlot {
    EmptySlot {
        level1: m.parse_text("level1", json.level1),
        level2: m.parse_text("level2", json.level2),
        mark: Placed::new(json.mark, json.place.into()),
    }
}

fn requirement(json: RequirementJson) -> Requirement {
    Requirement {
        about: json.about,
        text: Placed::new(json.text, json.place.into()),
    }
}

fn detail(json: DetailJson, m: &mut Marks) -> Detail {
    Detail {
        key: json.key,
        label: json.label,
        text: m.parse_text("text", json.text),
    }
}
