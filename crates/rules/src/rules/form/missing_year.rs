//! A form does not say which year it is about.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::{Field, Spot};

/// A form does not say which year it is about.
pub static RULE: Rule = Rule {
    code: "F003",
    name: "missing-year",
    title: text("没有写明预算年度", "no budget year"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开检查以表上年度与预算年度一致为准",
        "checks of published budgets compare the year of the form with the budget year",
    ))],
    why: text(
        "不写年度，就分不清是哪一年的目标。",
        "Without a year nobody knows which year's target it is.",
    ),
    remedy: text(
        "在标题或“（____年度）”处填写预算年度。",
        "State the budget year in the title or in the place for it.",
    ),
    finds: &[
        "\
年度: <<
项目: 农技培训
",
        "\
标题: 项目支出绩效目标表 <<
数量 | 培训人数 | ≥50人
",
    ],
    passes: &[
        "\
年度: 2025
标题: 项目支出绩效目标表
数量 | 培训人数 | ≥50人
",
        "项目: 农技培训",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let document = case.document;
    if let Field::Blank(place) = document.fiscal_year {
        findings.report(
            Spot::new("fiscal_year", place, ""),
            "表上留有年度栏，但没有填写年度",
            "the form has a place for the year, and it is blank",
        );
    } else if is_first_without_year(case) {
        findings
            .report(
                Spot::of_text("title", &document.title),
                format!("“{}”没有写明是哪一年度的", document.title.text()),
                format!(
                    "“{}” does not say which year it is about",
                    document.title.text()
                ),
            )
            .weighing(Severity::Info);
    }
}

/// Whether no year stands anywhere on a form; the first form of a source speaks for all of it.
fn is_first_without_year(case: &Case<'_>) -> bool {
    let document = case.document;
    case.number == 0
        && document.fiscal_year.is_absent()
        && document.title.is_written()
        && case.is_table
}
