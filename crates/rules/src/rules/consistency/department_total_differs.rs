//! A count of the department differs from its projects.

use crate::facts::department;
use crate::facts::figures;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// A count of the department differs from its projects.
pub static RULE: Rule = Rule {
    code: "C021",
    name: "department-total-differs",
    title: text(
        "部门数量与项目之和不一致",
        "a count of the department differs from its projects",
    ),
    severity: Severity::Warning,
    applies: Applies::DEPARTMENTS,
    criterion: Criterion::Adequacy,
    basis: &[
        Basis::Arithmetic,
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "上级目标逐级分解，下级指标值要能支撑上级指标值",
                "goals are broken down level by level, and the values below must carry those above",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "部门数量应等于各项目之和；不等，要么口径不同，要么重复计数。",
        "A department’s count is the sum of its projects; if not, something is counted twice or otherwise.",
    ),
    remedy: text(
        "核实各项目是否重复计数，把部门值改为项目之和，或写明口径。",
        "See whether projects count the same things, and state the sum or what is counted.",
    ),
    finds: &[
        "种类: 部门\n\
分目标: 农机 | 管好农机。\n\
分指标: 登记农机数量 | 350台 <<\n\
---\n\
项目: 农机管理经费\n\
数量 | 登记农机数量 | ≥350台\n\
---\n\
项目: 农机监理经费\n\
数量 | 登记农机数量 | ≥350台\n\
",
        "种类: 部门\n\
分目标: 工匠 | 培养工匠。\n\
分指标: 工匠培训次数 | 不少于3次 <<\n\
---\n\
项目: 工匠经费\n\
数量 | 培训次数 | 8次 | 描述=开展工匠培训次数\n\
",
    ],
    passes: &["种类: 部门\n\
分目标: 农机 | 管好农机。\n\
分指标: 登记农机数量 | 700台\n\
分指标: 农机合格率 | 达到95%\n\
---\n\
项目: 农机管理经费\n\
数量 | 登记农机数量 | ≥350台\n\
质量 | 农机合格率 | 100%\n\
---\n\
项目: 农机监理经费\n\
数量 | 登记农机数量 | ≥350台\n\
"],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let supports = department::supports(volume).into_iter();
    for support in supports.filter(|support| support.is_counted()) {
        let stated = figures::number(support.quantity);
        let (Some(stated), Some(sum)) = (stated, support.sum()) else {
            continue;
        };
        let is_ceiling = support.quantity.relation.is_ceiling();
        if !support.rows.is_empty() && sum > stated && !is_ceiling {
            let row = support.row;
            let (zh, en) = support.projects_shown();
            findings.report_in(
                support.case.number,
                row.spot(Part::Value),
                format!("部门指标“{}”为“{}”，而{zh}", row.name, row.printed),
                format!(
                    "the department’s “{}” is “{}”, but {en}",
                    row.name, row.printed
                ),
            );
        }
    }
}
