//! Two projects have the same indicators.

use crate::facts::copies;
use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;

/// Two projects have the same indicators.
pub static RULE: Rule = Rule {
    code: "C025",
    name: "copied-indicators",
    title: text(
        "两个项目的指标雷同",
        "two projects have the same indicators",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审计发现：同一单位的项目套用同样的指标",
        "auditors find the same indicators copied over the projects of a unit",
    ))],
    why: text(
        "指标一样，说明内容重叠，或有一张表是照抄的；同一成果会被计两次。",
        "Either the projects overlap or one form was copied; the same results will be counted twice.",
    ),
    remedy: text(
        "内容重叠的合并项目或划清边界；照抄的按本项目内容重写指标。",
        "Merge overlapping projects or set them apart; rewrite indicators that were copied.",
    ),
    finds: &["项目: 第1所小学修缮\n\
数量 | 修缮教室1间 | 1间\n\
---\n\
项目: 第2所小学修缮\n\
数量 | 修缮教室2间 | 2间\n\
---\n\
项目: 第3所小学修缮\n\
数量 | 修缮教室3间 | 3间\n\
---\n\
项目: 第4所小学修缮\n\
数量 | 修缮教室4间 | 4间\n\
---\n\
项目: 第5所小学修缮\n\
数量 | 修缮教室5间 | 5间\n\
---\n\
项目: 第6所小学修缮\n\
数量 | 修缮教室6间 | 6间\n\
---\n\
项目: 敬老经费\n\
数量 | 慰问老人 | ≥80人\n\
质量 | 活动按时完成率 | ≥95%\n\
满意度 | 老人满意度 | 100%\n\
---\n\
项目: 夕阳红经费 <<\n\
数量 | 慰问老人 | ≥80人\n\
质量 | 活动按时完成率 | ≥95%\n\
满意度 | 老人满意度 | 100%\n\
"],
    passes: &[
        "项目: 敬老经费\n\
数量 | 慰问老人 | ≥80人\n\
质量 | 活动按时完成率 | ≥95%\n\
满意度 | 老人满意度 | 100%\n\
---\n\
项目: 夕阳红经费\n\
数量 | 慰问老人 | ≥80人\n\
质量 | 活动按时完成率 | ≥95%\n\
满意度 | 老人满意度 | 100%\n\
",
        "项目: 第1所小学修缮\n\
质量 | 验收合格率 | 100%\n\
时效 | 完成时间 | 12月底\n\
成本 | 造价 | 10万元\n\
---\n\
项目: 第2所小学修缮\n\
质量 | 验收合格率 | 100%\n\
时效 | 完成时间 | 12月底\n\
成本 | 造价 | 10万元\n\
---\n\
项目: 第3所小学修缮\n\
质量 | 验收合格率 | 100%\n\
时效 | 完成时间 | 12月底\n\
成本 | 造价 | 10万元\n\
---\n\
项目: 第4所小学修缮\n\
质量 | 验收合格率 | 100%\n\
时效 | 完成时间 | 12月底\n\
成本 | 造价 | 10万元\n\
---\n\
项目: 第5所小学修缮\n\
质量 | 验收合格率 | 100%\n\
时效 | 完成时间 | 12月底\n\
成本 | 造价 | 10万元\n\
---\n\
项目: 第6所小学修缮\n\
质量 | 验收合格率 | 100%\n\
时效 | 完成时间 | 12月底\n\
成本 | 造价 | 10万元\n\
---\n\
项目: 第7所小学修缮\n\
质量 | 验收合格率 | 100%\n\
时效 | 完成时间 | 12月底\n\
成本 | 造价 | 10万元\n\
---\n\
项目: 第8所小学修缮\n\
质量 | 验收合格率 | 100%\n\
时效 | 完成时间 | 12月底\n\
成本 | 造价 | 10万元\n\
---\n\
项目: 敬老经费\n\
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for twins in copies::closest(volume) {
        let shown = twins.rows.iter().take(MOST_SHOWN);
        let rows: Vec<String> = shown
            .map(|row| format!("“{}：{}”", row.name, row.printed))
            .collect();
        let (count, rows) = (twins.rows.len(), rows.join("、"));
        let other = twins.first.project_name();
        findings.report_in(
            twins.second.number,
            twins.second.name_spot(),
            format!("与项目“{other}”有{count}条指标完全相同：{rows}"),
            format!("{count} indicators are the same as in the project “{other}”: {rows}"),
        );
    }
}

/// Most rows named in a message.
const MOST_SHOWN: usize = 4;
