//! A name of a count has a value that is a share or money.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Dimension, Severity};

/// A name of a count has a value that is a share or money.
pub static RULE: Rule = Rule {
    code: "V019",
    name: "count-name-with-share",
    title: text(
        "名称为数量，值是比率或金额",
        "a count whose value is a share or money",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "指标名称简明、指向单一，量化易评，数值写在指标值里",
                "a name is short and points to one thing, the indicator is easy to measure, and the number stands in the value",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "名称和值口径不同，完成情况没有办法计算。",
        "Name and value are of different kinds, and nothing can be computed.",
    ),
    remedy: text(
        "按名称填绝对数，或按数值改名称。",
        "Give a number, or rename the indicator.",
    ),
    finds: &[
        "社会 | 受益群众人数 | 100% <<",
        "社会 | 发放户数 | 5万元 <<",
    ],
    passes: &[
        "社会 | 受益群众人数 | ≥100人",
        "社会 | 受益人数占比 | ≥60%",
        "社会 | 受益人数 | 增加5%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity() else {
        return;
    };
    let is_other = matches!(quantity.dimension(), Dimension::Share | Dimension::Money);
    // A change against last year may be stated in per cent.
    let may_be_share = quantity.change.is_some() || row.words.has(Word::Growth);
    if is_other && measure::names_count(row) && !may_be_share {
        findings.report(
            row.spot(Part::Value),
            format!("指标“{}”是数量，值“{}”却不是个数", row.name, row.printed),
            format!(
                "“{}” is a count, its value “{}” is not",
                row.name, row.printed
            ),
        );
    }
}
