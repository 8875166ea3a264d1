//! Goals or purpose speak of an earlier year as the time of the work.

use crate::case::Case;
use crate::facts::period::Period;
use crate::facts::years;
use crate::findings::Findings;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// Goals or purpose speak of an earlier year as the time of the work.
pub static RULE: Rule = Rule {
    code: "T004",
    name: "past-year-in-goals",
    title: text("绩效目标写的是以前年度", "goals of an earlier year"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Relevance,
    basis: &[Basis::Practice(text(
        "年度绩效目标只管一个预算年度；在用系统和公开检查工具核对年度",
        "an annual target covers one budget year; published checkers compare the years",
    ))],
    why: text(
        "目标里写着以前年度的任务，多为照搬上年表格，与本年预算不对应。",
        "Goals naming an earlier year were mostly copied from last year’s form and do not fit this year’s money.",
    ),
    remedy: text(
        "按本预算年度的任务改写；支付以前年度欠款、结转的，写明“结转”或“尾款”。",
        "Rewrite them for the budget year; where money pays for earlier work, say 结转 or 尾款.",
    ),
    finds: &[
        "\
年度: 2025
目标: 2024年开展农民培训12期，培训800人。 <<
",
        "\
年度: 2025
用途: 用于2024年度全县普查工作经费。 <<
",
    ],
    passes: &[
        "\
年度: 2025
目标: 2025年开展农民培训12期，比2024年增加2期。
",
        "\
年度: 2025
目标: 按云政发〔2024〕14号文件发放补助。
",
        "\
年度: 2025
目标: 支付2024年度公路养护工程尾款。
",
        "\
年度: 2025
目标: 2023-2025年共建设30公里。
",
        "\
年度: 2025
目标: 资助2023级新生。
",
        "\
年度: 2025
目标: 根据2024年人口普查数据，为2000户发放燃气补贴。
",
        "\
年度: 2025
项目: 2024年度土地确权经费
用途: 2024年度土地确权。
",
        "\
年度: 2025
项目期: 2024-2025
目标: 2024年完成勘测，2025年完成建设。
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(year) = case.year else {
        return;
    };
    let in_name = years::in_text(case.project_name());
    let is_explained = |past: u16| {
        let in_period = case
            .period
            .is_some_and(|period| period.may_include(past) && period != Period::Open);
        in_period || in_name.iter().any(|mention| mention.covers(past))
    };
    for text in case.purpose.iter().chain(&case.goals) {
        let mentions = years::of_matter(text.text, year);
        // A text that names the budget year too tells a story of several years.
        let speaks_of_now = mentions.iter().any(|mention| mention.until >= year);
        let past = mentions.iter().find(|mention| !is_explained(mention.until));
        let Some(past) = past.filter(|_| !speaks_of_now && !text.words.has(Word::PastYear)) else {
            continue;
        };
        let shown = past.shown();
        findings.report(
            text.spot(),
            format!("这里写的是{shown}的任务，而表格是{year}年度的，疑为沿用旧表"),
            format!(
                "this speaks of {} while the form is for {year}; was it copied?",
                past.until
            ),
        );
        return;
    }
}
