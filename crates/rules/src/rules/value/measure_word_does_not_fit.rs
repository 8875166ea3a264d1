//! The measure word does not fit what the name counts.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// The measure word does not fit what the name counts.
pub static RULE: Rule = Rule {
    code: "V017",
    name: "measure-word-does-not-fit",
    title: text("计量单位不当", "a measure word that does not fit"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "计量单位不当，读者不清楚计的是什么。",
        "A measure word that does not fit leaves open what is counted.",
    ),
    remedy: text("改用通用的计量单位。", "Use the usual measure word."),
    finds: &[
        "数量 | 建言献策数量 | ≥40个 <<",
        "数量 | 参训人数 | 30个 <<",
    ],
    passes: &[
        "数量 | 建言献策数量 | ≥40条",
        "数量 | 建议征集点数量 | 4个",
        "数量 | 参训单位数量 | 30个",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    const USUAL: [(&str, &str); 7] = [
        ("建言献策", "条"),
        ("意见建议", "条"),
        ("合理化建议", "条"),
        ("参训人", "人"),
        ("培训人", "人"),
        ("受益人", "人"),
        ("发放人", "人"),
    ];
    let Some(quantity) = row
        .quantity()
        .filter(|q| measure::is_in(q, "个") && q.of.is_none())
    else {
        return;
    };
    let name = row.bare_name;
    let thing = ["数量", "条数", "数"]
        .iter()
        .find_map(|end| name.strip_suffix(end));
    let usual = thing.and_then(|thing| USUAL.iter().find(|(word, _)| thing.ends_with(word)));
    if let Some((_, usual)) = usual
        && quantity.unit.per.is_empty()
    {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值“{}”，计量单位宜为“{usual}”",
                row.name, row.printed
            ),
            format!("the usual measure word for “{}” is {usual}", row.name),
        );
    }
}
