//! No project carries an indicator of the department.

use crate::facts::department;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// No project carries an indicator of the department.
pub static RULE: Rule = Rule {
    code: "C022",
    name: "department-indicator-without-project",
    title: text(
        "部门指标没有项目支撑",
        "no project carries an indicator of the department",
    ),
    severity: Severity::Warning,
    applies: Applies::DEPARTMENTS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Act {
        act: "indicators-2021",
        says: text(
            "上级目标逐级分解，下级指标值要能支撑上级指标值",
            "goals are broken down level by level, and the values below must carry those above",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "没有项目承接的部门指标，无法分解，也无法考核。",
        "An indicator that no project takes up can be neither broken down nor judged.",
    ),
    remedy: text(
        "在相应项目中设同一指标，或从部门指标中删去。",
        "Set the indicator in the project concerned, or drop it from the department.",
    ),
    finds: &["种类: 部门\n\
分目标: 图书 | 管好图书。\n\
分指标: 图书数字化进度 | 达到40% <<\n\
---\n\
项目: 图书经费\n\
数量 | 发放人数 | 26人\n\
质量 | 发放率 | 100%\n\
"],
    passes: &[
        "种类: 部门\n\
分目标: 图书 | 管好图书。\n\
分指标: 图书数字化进度 | 达到40%\n\
分指标: 参训时间 | 不少于9天\n\
---\n\
项目: 图书经费\n\
质量 | 图书数字化率 | ≥40%\n\
数量 | 培训天数 | ≥9天\n\
",
        "种类: 部门\n\
分目标: 图书 | 管好图书。\n\
分指标: 图书数字化进度 | 达到40%\n\
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for support in department::supports(volume) {
        let row = support.row;
        let about = Pairs::of(row.name);
        if support.rows.is_empty() && !support.has_figure && about.len() >= 2 {
            findings.report_in(
                support.case.number,
                row.spot(Part::Name),
                format!(
                    "部门指标“{}：{}”在各项目中没有对应的指标",
                    row.name, row.printed
                ),
                format!(
                    "no project has an indicator for the department’s “{}: {}”",
                    row.name, row.printed
                ),
            );
        }
    }
}
