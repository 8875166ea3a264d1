//! Something adverse is to be at least so much.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// Something adverse is to be at least so much.
pub static RULE: Rule = Rule {
    code: "V032",
    name: "adverse-floor",
    title: text("负向指标用了“≥”", "something adverse with a floor"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Arithmetic],
    why: text(
        "按字面，错误越多越好；多为名称漏字或符号写反。",
        "Read literally, more errors are better; mostly a word of the name or the sign is wrong.",
    ),
    remedy: text(
        "改符号为“≤”，或改名称，如“错误检出率”“事故下降率”。",
        "Write `≤`, or rename it, as in 错误检出率.",
    ),
    finds: &[
        "质量 | 校对软件错误率 | ≥95% <<",
        "质量 | 系统故障次数 | >3次 <<",
        "社会 | 事故发生起数 | ≥2起 <<",
        "社会 | 医院感染率 | ≥3% <<",
    ],
    passes: &[
        "质量 | 校对软件错误率 | ≤1%",
        "质量 | 错误检出率 | ≥95%",
        "质量 | 故障修复率 | ≥95%",
        "数量 | 查处违法案件数量 | ≥20件",
        "数量 | 调解纠纷数量 | ≥50件",
        "社会 | 不合格产品处置率 | ≥95%",
        "社会 | 安全事故 | 0起",
        "社会 | 事故起数 | 下降5%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.change.is_none()) else {
        return;
    };
    if measure::is_floor(quantity) && measure::is_adverse(row) {
        findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”越低越好，值却是“{}”，方向疑似写反",
                row.name, row.printed
            ),
            format!(
                "less is better of “{}”, yet its value is “{}”",
                row.name, row.printed
            ),
        );
    }
}
