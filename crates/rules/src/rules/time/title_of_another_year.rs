//! The title names another year than the form.

use crate::case::Case;
use crate::facts::years;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Severity, Spot};

/// The title names another year than the form.
pub static RULE: Rule = Rule {
    code: "T006",
    name: "title-of-another-year",
    title: text("标题年度与表格年度不一致", "the title names another year"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开检查工具核对标题、表格与预算年度是否一致",
        "published checkers compare the years of title, table and budget",
    ))],
    why: text(
        "标题与表内年度不同，读者无法确定这是哪一年的目标。",
        "With two years a reader cannot tell which year’s targets these are.",
    ),
    remedy: text(
        "按预算年度统一标题和表内年度。",
        "Use the budget year in both places.",
    ),
    finds: &["\
标题: 2024年部门预算项目绩效目标表 <<
年度: 2025
"],
    passes: &[
        "\
标题: 2025年部门预算项目绩效目标表
年度: 2025
",
        "\
标题: 项目绩效目标表
年度: 2025
",
        "\
标题: 3.2024年度土地确权经费绩效目标表
项目: 2024年度土地确权经费
年度: 2025
",
        "\
标题: 云溪县2024年至2026年项目绩效目标表
年度: 2025
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let title = &case.document.title;
    let Some(year) = case.year else {
        return;
    };
    let in_name = years::in_text(case.project_name());
    let mut mentions = years::of_matter(title.text(), year);
    mentions.retain(|mention| !in_name.contains(mention));
    let fits = mentions.iter().any(|mention| mention.covers(year));
    if let Some(other) = mentions.first().filter(|_| !fits) {
        let shown = other.shown();
        findings.report(
            Spot::of_text("title", title),
            format!("标题写的是{shown}，表内年度是{year}年"),
            format!("the title says {}, the form is for {year}", other.year),
        );
    }
}
