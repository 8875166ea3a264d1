//! The name of the project carries another year than the form.

use crate::case::Case;
use crate::facts::years;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::{Word, Words};
use plumbline_model::Severity;

/// The name of the project carries another year than the form.
pub static RULE: Rule = Rule {
    code: "T005",
    name: "other-year-in-name",
    title: text(
        "项目名称中的年度与表格年度不同",
        "a project named after another year",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "年度绩效目标只管一个预算年度；在用系统和公开检查工具核对年度",
        "an annual target covers one budget year; published checkers compare the years",
    ))],
    why: text(
        "名称与年度不一致，可能是结转项目、跨年付款，也可能是旧表未改。",
        "The project may be carried over or paid in arrears, or the form is an old one.",
    ),
    remedy: text(
        "属结转或跨年付款的，在项目属性或用途中说明；否则改正名称。",
        "Say so in attribute or purpose where money is carried over or paid in arrears; otherwise correct the name.",
    ),
    finds: &[
        "\
年度: 2025
项目: 2023年度土地确权经费 <<
",
        "\
年度: 2025
项目: 2026年春耕备耕经费 <<
",
    ],
    passes: &[
        "\
年度: 2025
项目: 2025年度土地确权经费
",
        "\
年度: 2025
项目: 云财社2024年21号提前下达2025年困难群众补助
",
        "\
年度: 2025
项目: 2023-2025年林业贷款贴息
",
        "\
年度: 2025
项目: 土地确权经费
",
        "\
年度: 2025
项目: 2024年结转土地确权经费
",
        "项目: 2023年度土地确权经费",
        "\
年度: 2025
项目: 1993年前离任村干部补贴
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(year) = case.year else {
        return;
    };
    let name = case.project_name();
    let mentions = years::of_matter(name, year);
    let fits = mentions.iter().any(|mention| mention.covers(year));
    let Some(other) = mentions.first().filter(|_| !fits) else {
        return;
    };
    if Words::of(name).has(Word::PastYear) && other.until < year {
        return;
    }
    let shown = other.shown();
    findings.report(
        case.name_spot(),
        format!("项目名称写的是{shown}，表格是{year}年度，请核对是否为结转或跨年付款项目"),
        format!(
            "the project is named after {} and the form is for {year}; is it carried over?",
            other.year
        ),
    );
}
