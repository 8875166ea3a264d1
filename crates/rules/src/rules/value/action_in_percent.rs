//! A statement of something to be done has a percentage for its value.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// A statement of something to be done has a percentage for its value.
pub static RULE: Rule = Rule {
    code: "V030",
    name: "action-in-percent",
    title: text("名称是动作，值是百分比", "an action stated in per cent"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "指标名称简明、指向单一，量化易评，数值写在指标值里",
                "a name is short and points to one thing, the indicator is easy to measure, and the number stands in the value",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
    ],
    why: text(
        "“保障工作落到实处≥80%”没有分子分母，不知道什么的80%。",
        "A statement has no numerator and no denominator: 80% of what?",
    ),
    remedy: text(
        "名称改为可计算的比率，如“水泵到货安装率”。",
        "Name a share that can be computed, such as 水泵到货安装率.",
    ),
    finds: &[
        "效益/- | 保障工作落到实处 | ≥80% <<",
        "数量 | 完成全部设备供货和安装调试 | 100% <<",
    ],
    passes: &[
        "质量 | 设备安装完成率 | 100%",
        "社会 | 保障对象覆盖面 | 100%",
        "社会 | 提高产品合格率 | ≥98%",
        "可持续 | 提升管理水平 | ≥20%",
        "社会 | 促进就业 | ≥50人",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_percent = row
        .quantity()
        .is_some_and(|q| measure::is_in_percent(q) && q.change.is_none());
    if !is_percent
        || measure::names_share(row)
        || row.words.has_any(&[Word::Attitude, Word::Satisfaction])
    {
        return;
    }
    const ACTIONS: [&str; 10] = [
        "保障", "确保", "保证", "完成", "加强", "推动", "促进", "落实", "做好", "开展",
    ];
    let is_action = ACTIONS.iter().any(|action| row.name.starts_with(action));
    let is_measured = measure::ends_with_any(
        row.bare_name,
        &["性", "度", "面", "数", "量", "幅", "况", "围"],
    ) || row.words.has(Word::Rate);
    if is_action && !is_measured {
        findings.report(
            row.spot(Part::Name),
            format!("“{}”是一项工作，“{}”没有分子和分母", row.name, row.printed),
            format!(
                "“{}” is something done; “{}” of what?",
                row.name, row.printed
            ),
        );
    }
}
