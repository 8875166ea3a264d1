//! Attitudes and abilities are stated in per cent without a method of measuring them.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::together::report_together;
use plumbline_model::Severity;

/// Attitudes and abilities are stated in per cent without a method of measuring them.
pub static RULE: Rule = Rule {
    code: "V029",
    name: "attitude-in-percent",
    title: text(
        "态度、能力以百分比设值",
        "attitudes and abilities stated in per cent",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效指标要细化、量化，不能量化的用具体的定性表述",
                "indicators are detailed and quantified, or else described in concrete terms",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "评审人员指出这类指标没有基期和测算办法",
            "reviewers find such indicators without base and method",
        )),
    ],
    why: text(
        "“积极性≥95%”没有分子分母，也没有基期，看似量化实则无法核实。",
        "Enthusiasm of 95% has neither numerator nor base: it looks measured and cannot be verified.",
    ),
    remedy: text(
        "改用可核实的指标，如参训率、采纳率、考核合格率，或写明测评办法和基期。",
        "Use what can be verified, such as rates of attendance or of tests passed, or name method and base.",
    ),
    finds: &[
        "\
社会 | 网格员工作积极性 | ≥95% <<
可持续 | 业务能力提升率 | ≥20%",
        "可持续 | 提升管理水平 | ≥20% <<",
    ],
    passes: &[
        "社会 | 参训率 | ≥95%",
        "社会 | 自理能力评估覆盖率 | 100%",
        "社会 | 自理能力提高的老人比例 | ≥85%",
        "社会 | 积极性 | 提高",
        "经济 | 农户收入水平提高 | ≥5%",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    report_together(
        case,
        findings,
        Part::Value,
        measure::is_attitude_in_percent,
        |row| {
            (
                format!(
                    "指标“{}”以“{}”设值，没有说明怎样测算、以什么为基期",
                    row.name, row.printed
                ),
                format!(
                    "“{}” is stated as “{}” without a method or a base",
                    row.name, row.printed
                ),
            )
        },
    );
}
