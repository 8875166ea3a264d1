//! An indicator that every target of the region must have is missing.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level1;
use crate::level::Level2;
use crate::row::Row;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// An indicator that every target of the region must have is missing.
pub static RULE: Rule = Rule {
    code: "F006",
    name: "missing-compulsory-indicator",
    title: text("缺少必设指标", "a compulsory indicator is missing"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "产出、效益指标原则上每个项目都应设置，成本、满意度按项目情况设置",
                "outputs and outcomes are set for every project in principle, cost and satisfaction as the project requires",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "各地目标表把数量、质量、时效、成本列为产出的组成部分",
            "forms of the regions list quantity, quality, time and cost as parts of the output",
        )),
    ],
    why: text(
        "缺了这一类，项目完成得怎样就有一面看不到。",
        "Without this kind of indicator one side of the project's success cannot be seen.",
    ),
    remedy: text(
        "补充这一类指标；确实不适用的，写明“不适用”并说明理由。",
        "Add an indicator of this kind, or mark it 不适用 and say why.",
    ),
    finds: &[
        "\
项目: 农技培训 <<
数量 | 培训人数 | ≥50人
质量 | 考核合格率 | ≥95%
时效 | 培训完成时间 | 2025年9月底前
成本 | 培训费用 | ≤200元/人/天
满意度 | 学员满意度 | ≥90%
",
        "\
项目: 农技培训 <<
数量 | 培训人数 | ≥50人
质量 | 考核合格率 | ≥95%
成本 | 培训费用 | ≤200元/人/天
社会 | 技术应用率 | ≥80%
满意度 | 学员满意度 | ≥90%
",
    ],
    passes: &[
        "\
项目: 农技培训
数量 | 培训人数 | ≥50人
质量 | 考核合格率 | ≥95%
时效 | 培训完成时间 | 2025年9月底前
成本 | 培训费用 | ≤200元/人/天
社会 | 技术应用率 | ≥80%
满意度 | 学员满意度 | ≥90%
",
        "\
项目: 农技培训
数量 | 培训人数 | ≥50人
质量 | 考核合格率 | ≥95%
时效 | 培训完成时间 | 2025年9月底前
成本/经济成本 | 培训费用 | ≤200元/人/天
社会 | 技术应用率 | ≥80%
",
        "\
种类: 自评
项目: 农技培训
数量 | 培训人数 | ≥50人
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    if case.rows.is_empty() {
        return;
    }
    // A table prints a level 2 in every row, prose here and there.
    let is_prose = case.rows.iter().any(|row| row.indicator.level2.is_absent());
    for wanted in &case.profile.compulsory {
        let (level, label) = match (&wanted.level1, &wanted.level2) {
            (_, Some(label)) => (2, label),
            (Some(label), None) => (1, label),
            (None, None) => continue,
        };
        let is_there = match level {
            1 => has_level1(case, label),
            _ => has_level2(case, label),
        };
        if is_there || (level == 2 && is_prose) {
            continue;
        }
        let is_asked = wanted.when.is_none_or(|word| speaks_of(case, word));
        let above = (level == 2).then(|| level1_of(case, label)).flatten();
        let above_is_missing = above.is_some_and(|above| !has_level1(case, above));
        let form_demands = case
            .document
            .requirements
            .iter()
            .any(|demand| demand.about == *label && demand.text.value.starts_with("必填"));
        let is_known = case.rows.iter().any(|row| row.level1.is_some());
        if !is_asked || form_demands || above_is_missing || !is_known {
            continue;
        }
        findings
            .report(
                case.name_spot(),
                format!("没有设置{label}"),
                format!("no {label} is set"),
            )
            .weighing(wanted.severity);
    }
}

/// Whether name, purpose or goals have a word of the class.
fn speaks_of(case: &Case<'_>, word: Word) -> bool {
    let mut prose = case.goals.iter().chain(&case.purpose);
    case.name_words.has(word) || prose.any(|text| text.words.has(word))
}

/// Whether the row states an indicator, be its value blank.
fn is_stated(row: &Row<'_>) -> bool {
    row.has_value() || (!row.name.is_empty() && row.indicator.value.is_blank())
}

fn has_level1(case: &Case<'_>, label: &str) -> bool {
    let mut stated = case.rows.iter().filter(|row| is_stated(row));
    stated.any(|row| {
        let level1 = row.indicator.level1.text();
        // Older forms print satisfaction under 效益指标.
        level1 == label || (label == "满意度指标" && row.level2 == Some(Level2::Satisfaction))
    })
}

fn has_level2(case: &Case<'_>, label: &str) -> bool {
    let mut stated = case.rows.iter().filter(|row| is_stated(row));
    stated.any(|row| {
        let is_cost =
            row.level1 == Some(Level1::Cost) || row.level2.is_some_and(Level2::is_money_cost);
        row.indicator.level2.text() == label || (label == "成本指标" && is_cost)
    })
}

fn level1_of<'a>(case: &Case<'a>, level2: &str) -> Option<&'a str> {
    let frame = &case.profile.frame;
    let found = frame
        .iter()
        .find(|(_, below)| below.iter().any(|label| label == level2));
    found.map(|(level1, _)| level1.as_str())
}
