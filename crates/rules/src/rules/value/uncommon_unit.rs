//! A unit is not in common use.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// A unit is not in common use.
pub static RULE: Rule = Rule {
    code: "V014",
    name: "uncommon-unit",
    title: text("计量单位不规范", "an uncommon unit"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Practice(text(
        "绩效目标审核人员的通常要求",
        "what reviewers of targets ask for",
    ))],
    why: text(
        "不规范的单位说不清计的是人还是份。",
        "An uncommon unit leaves open what is counted.",
    ),
    remedy: text(
        "改用“份”“人”“人次”等通用单位。",
        "Use a common unit such as 份, 人 or 人次.",
    ),
    finds: &["数量 | 收集申报材料 | ≥300人份 <<"],
    passes: &[
        "数量 | 收集申报材料 | ≥300份",
        "数量 | 疫苗接种量 | ≥300人份",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    const UNCOMMON: [(&str, &str); 3] = [("人份", "份”或“人"), ("名次", "人次"), ("户家", "户")];
    let Some(quantity) = row.quantity() else {
        return;
    };
    let found = UNCOMMON
        .iter()
        .find(|(symbol, _)| measure::is_in(quantity, symbol));
    // Tests and vaccines come in sets for one person.
    let in_sets = ["疫苗", "检测", "试剂", "接种", "餐"];
    if let Some((symbol, common)) = found
        && !measure::contains_any(row.name, &in_sets)
    {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”的单位“{symbol}”不规范，宜用“{common}”", row.name),
            format!("the unit {symbol} of “{}” is uncommon", row.name),
        );
    }
}
