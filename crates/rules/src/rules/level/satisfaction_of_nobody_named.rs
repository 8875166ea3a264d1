//! Satisfaction does not say whose.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// Satisfaction does not say whose.
pub static RULE: Rule = Rule {
    code: "L018",
    name: "satisfaction-of-nobody-named",
    title: text(
        "满意度没有说明调查对象",
        "satisfaction of nobody in particular",
    ),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Clarity,
    basis: &[
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "“社会”“公众”无法抽样，得出的满意度不可核实。",
        "Nobody can draw a sample of “society”.",
    ),
    remedy: text(
        "写明调查对象，如“参训学员满意度”。",
        "Name those who are asked, such as 参训学员满意度.",
    ),
    finds: &["满意度 | 社会满意度 | ≥98% <<", "满意度 | 满意度 | 100% <<"],
    passes: &[
        "满意度 | 沿线群众满意度 | ≥90%",
        "满意度 | 满意度 | ≥95% | 描述=受补助人员满意程度",
        "满意度 | 服务对象满意度 | ≥90%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let names_everybody = [
        "社会满意度",
        "公众满意度",
        "社会公众满意度",
        "公众满意率",
        "社会满意率",
    ];
    let names_nobody =
        ["满意度", "满意率", "满意程度"].contains(&row.name) && row.description.is_empty();
    if (names_everybody.contains(&row.name) || names_nobody) && row.has_value() {
        findings.report(
            row.spot(Part::Name),
            format!("“{}”没有说明调查谁，无法抽样", row.name),
            format!("“{}” does not say who is asked", row.name),
        );
    }
}
