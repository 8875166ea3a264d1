//! Indicators of a department are stated in degree words, or in per cent of what is not measured.

use crate::case::Case;
use crate::facts::measure;
use crate::facts::phrase;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// Indicators of a department are stated in degree words, or in per cent of what is not measured.
pub static RULE: Rule = Rule {
    code: "V055",
    name: "vague-values-of-department",
    title: text(
        "部门分项指标没有可考核的标准",
        "indicators of a department without a standard",
    ),
    severity: Severity::Info,
    applies: Applies::DEPARTMENTS,
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
            "审计和审核意见常列的问题",
            "what auditors and reviewers often list",
        )),
    ],
    why: text(
        "部门职责的绩效用“提高”“明显提升”表述，年终无法考核。",
        "“Improved” says nothing that can be checked at the end of the year.",
    ),
    remedy: text(
        "改用可统计的数值，如参训率、采纳率、办结率。",
        "Use figures that are counted, such as rates of attendance or of cases closed.",
    ),
    finds: &[
        "\
种类: 部门
分目标: 党建 | 加强党建
分指标: 工作成效提升率 | 20% <<",
        "\
种类: 部门
分目标: 干部教育 | 提高干部素质
分指标: 干部工作能力 | 明显提升 <<
分指标: 学习积极性 | 提高",
    ],
    passes: &["\
种类: 部门
分目标: 干部教育 | 提高干部素质
分指标: 参训率 | 达到95%
分指标: 应急机制 | 健全"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut vague = case.sub_rows.iter().filter(|row| {
        row.grade().is_some_and(phrase::is_vague) || measure::is_attitude_in_percent(row)
    });
    let Some(first) = vague.next() else {
        return;
    };
    let mut reported = findings.report(
        first.spot(Part::Value),
        format!(
            "部门指标“{}”的值“{}”没有可考核的标准",
            first.name, first.printed
        ),
        format!(
            "“{}” of “{}” sets no standard that can be checked",
            first.printed, first.name
        ),
    );
    for row in vague {
        reported = reported.with(
            row.spot(Part::Value),
            format!("同类指标：{}", row.name),
            format!("the same in “{}”", row.name),
        );
    }
}
