//! What is reported as reached was reached in an earlier year.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Severity, Spot, TargetValue, Year};

/// What is reported as reached was reached in an earlier year.
pub static RULE: Rule = Rule {
    code: "S034",
    name: "results-of-another-year",
    title: text("完成情况写的是往年", "results of an earlier year"),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "核查中常见照搬上年自评内容",
        "reviewers often meet last year’s self-evaluation copied",
    ))],
    why: text(
        "自评的是本年度，往年的完成情况说明不了本年度目标。",
        "The year evaluated is this one; earlier results say nothing of its goals.",
    ),
    remedy: text(
        "改写为本年度的实际完成情况和时间。",
        "State what was reached this year, and when.",
    ),
    finds: &[
        "\
种类: 自评
年度: 2024
完成情况: 2023年共培训53人，合格率97%。 <<
",
        "\
种类: 自评
年度: 2024
时效 | 完成时间 | 2024年10月底前 | 完成=2023年10月18日 <<
",
    ],
    passes: &[
        "\
种类: 自评
年度: 2024
完成情况: 2024年共培训53人，较2023年增加8人。
",
        "\
种类: 自评
年度: 2024
完成情况: 培训53人，比2023年增加8人。
",
        "\
种类: 自评
年度: 2024
时效 | 完成时间 | 2024年10月底前 | 完成=2024年10月18日
",
        "\
种类: 自评
完成情况: 2023年共培训53人。
",
        "\
种类: 自评
年度: 2024
完成情况: 支付2023年结转的尾款，培训53人。
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(year) = case.year else {
        return;
    };
    for (number, result) in case.document.results.iter().flatten().enumerate() {
        if let Some(stated) = year_at_start(&result.value).filter(|stated| *stated < year) {
            findings.report(
                Spot::of_placed(format!("results[{number}]"), result),
                format!("完成情况写的是{stated}年，本表为{year}年度"),
                format!("the results are of {stated}, the form is of {year}"),
            );
        }
    }
    for row in case.annual_rows() {
        let Some(TargetValue::Date(date)) = row.indicator.actual.get().map(|actual| &actual.value)
        else {
            continue;
        };
        let Year::Stated(stated) = date.from.year else {
            continue;
        };
        if stated < year && date.to.is_none() {
            findings.report(
                row.spot(Part::Actual),
                format!(
                    "指标“{}”的完成时间在{stated}年，早于预算年度{year}年",
                    row.name
                ),
                format!(
                    "the indicator “{}” was reached in {stated}, before the budget year {year}",
                    row.name
                ),
            );
        }
    }
}

/// The year that a text is about: the one it begins with. Elsewhere a year may be a comparison or
/// money carried over.
fn year_at_start(text: &str) -> Option<u16> {
    let (digits, rest) = text.trim_start().split_at_checked(4)?;
    let year = digits.parse().ok()?;
    (rest.starts_with('年') && (2000..2100).contains(&year)).then_some(year)
}
