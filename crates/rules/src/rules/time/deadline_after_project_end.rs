//! A deadline lies after the end of the project.

use crate::case::Case;
use crate::facts::dates::{deadline, outlasts};
use crate::facts::period::Period;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A deadline lies after the end of the project.
pub static RULE: Rule = Rule {
    code: "T003",
    name: "deadline-after-project-end",
    title: text(
        "时限晚于项目结束时间",
        "a deadline after the end of the project",
    ),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Attainability,
    basis: &[
        Basis::Practice(text(
            "在用系统核对项目起止时间，指标时限不得晚于项目结束",
            "systems in use compare project start, end and deadlines",
        )),
        Basis::Arithmetic,
    ],
    why: text(
        "项目结束以后不再有经费和实施主体，晚于项目期的时限与项目期自相矛盾。",
        "After its end a project has neither money nor anyone to do the work; such a deadline contradicts the period.",
    ),
    remedy: text(
        "核对项目期与指标时限，改正其中一处。",
        "Compare the project period with the deadline and correct one of them.",
    ),
    finds: &["\
年度: 2025
项目期: 2024.07-2025.06
时效 | 设备安装完成时间 | 2025年10月底前 <<
"],
    passes: &[
        "\
年度: 2025
项目期: 2024.07-2025.06
时效 | 设备安装完成时间 | 2025年5月底前
",
        "\
年度: 2025
项目期: 2025年
时效 | 补助发放时间 | 12月底前
",
        "\
年度: 2025
项目期: 1年
时效 | 补助发放时间 | 2026年1月
",
        "\
年度: 2025
项目期: 2025年
可持续影响 | 设施管护期限 | 2030年12月
",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let (Some(Period::Span(_, end)), Some(year)) = (case.period, case.year) else {
        return;
    };
    if outlasts(row) {
        return;
    }
    let Some((last_year, last_month, _)) = deadline(row, year) else {
        return;
    };
    if (last_year, last_month) > end {
        let period = case.document.project.period.text();
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "指标“{}”的时限“{}”晚于项目期“{period}”的结束时间",
                    row.name, row.printed
                ),
                format!(
                    "“{}” is due “{}”, after the project period “{period}” has ended",
                    row.name, row.printed
                ),
            )
            .with(case.period_spot(), "项目期", "project period");
    }
}
