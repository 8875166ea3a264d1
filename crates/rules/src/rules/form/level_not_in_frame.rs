//! A level 1 or level 2 is none of the frame that holds for the region and year.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// A level 1 or level 2 is none of the frame that holds for the region and year.
pub static RULE: Rule = Rule {
    code: "F008",
    name: "level-not-in-frame",
    title: text(
        "一级或二级指标名称不在规定的框架内",
        "a level outside the frame",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "一级、二级指标按产出、效益、满意度的框架设置",
                "levels 1 and 2 follow the frame of output, outcome and satisfaction",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "在用系统的一级、二级指标取自代码表",
            "systems in use take levels 1 and 2 from a code list",
        )),
    ],
    why: text(
        "框架之外的指标类别，系统不能导入，汇总时也会漏掉。",
        "Systems cannot import a level outside the frame, and summaries lose it.",
    ),
    remedy: text(
        "改为本地框架内的一级、二级指标名称。",
        "Use a level 1 and a level 2 of the region's frame.",
    ),
    finds: &[
        "产出/进度 | 工程进度 | 100% <<",
        "效益/数量 | 受益人数 | ≥50人 <<",
    ],
    passes: &[
        "产出/数量 | 培训人数 | ≥50人",
        "产出/经济成本 | 培训费用 | ≤200元/人",
        "满意度/满意度 | 学员满意度 | ≥90%",
        "-/- | 畅通率 | 100%",
        "成本/经济成本 | 培训费用 | ≤200元/人",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut told = BTreeSet::new();
    for row in &case.rows {
        let (level1, level2) = (row.indicator.level1.text(), row.indicator.level2.text());
        if level2.is_empty() || level1.is_empty() {
            continue;
        }
        let below = case.profile.frame.get(level1);
        let is_known = below.is_some_and(|below| below.iter().any(|label| label == level2));
        // Some forms print the name of a level 1 again as its only level 2.
        let says_twice = level1 == level2 && below.is_some();
        if is_known || says_twice || !told.insert((level1, level2)) {
            continue;
        }
        let (part, label) = match below {
            None => (Part::Level1, level1),
            Some(_) => (Part::Level2, level2),
        };
        let (zh, en) = match (below, row.level2) {
            (None, _) => (
                format!("一级指标“{label}”不在指标框架内"),
                format!("“{label}” is no level 1 of the frame"),
            ),
            (_, None) => (
                format!("二级指标“{label}”不在指标框架内"),
                format!("“{label}” is no level 2 of the frame"),
            ),
            _ => (
                format!("二级指标“{level2}”列在“{level1}”下，框架中没有这样的归类"),
                format!("the frame has no “{level2}” under “{level1}”"),
            ),
        };
        findings.report(row.spot(part), zh, en);
    }
}
