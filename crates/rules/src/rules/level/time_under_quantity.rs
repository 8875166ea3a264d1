//! A date or a length of time stands under quantity.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity, TargetValue};

/// A date or a length of time stands under quantity.
pub static RULE: Rule = Rule {
    code: "L002",
    name: "time-under-quantity",
    title: text("时间填在数量指标下", "a time under quantity"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审计和评审常指出产出、效益、成本混填",
            "auditors and reviewers often find output, outcome and cost mixed up",
        )),
    ],
    why: text(
        "数量指标反映提供多少产品和服务，日期和期限属于时效。",
        "Quantity says how many goods or services; dates and terms belong to timeliness.",
    ),
    remedy: text(
        "移到时效指标，数量指标改填工作量。",
        "Move it to timeliness and state a quantity of work.",
    ),
    finds: &[
        "数量 | 经费使用年限 | ≤1年 <<",
        "数量 | 平台上线 | 2025年6月底前 <<",
    ],
    passes: &[
        "数量 | 培训天数 | ≥12天",
        "数量 | 日均监测时长 | 24小时",
        "数量 | 集中培训时间 | ≥3天",
        "时效 | 平台上线时间 | 2025年6月底前",
        "数量 | 每名儿童训练月数 | ≥10个月",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    if row.level2 != Some(Level2::Quantity) {
        return;
    }
    let name = row.bare_name;
    let is_work = measure::ends_with_any(
        name,
        &[
            "天数",
            "时长",
            "月数",
            "学时",
            "课时",
            "小时数",
            "时数",
            "工期",
            "日数",
        ],
    );
    let is_time = match row.value() {
        TargetValue::Date(_) => true,
        TargetValue::Quantity(quantity) if !is_work && quantity.unit.per.is_empty() => {
            let is_term = ["年", "月", "季度", "半年"]
                .iter()
                .any(|unit| measure::is_in(quantity, unit));
            let is_limit = quantity.relation.is_ceiling();
            quantity.dimension() == Dimension::Time && (is_term || is_limit)
        }
        _ => false,
    };
    if is_time {
        findings.report(
            row.spot(Part::Name),
            format!("“{}”（{}）是时间，不是数量", row.name, row.printed),
            format!("“{}” ({}) is a time and no quantity", row.name, row.printed),
        );
    }
}
