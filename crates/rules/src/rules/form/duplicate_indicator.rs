//! Two indicators of one form have the same name.

use std::borrow::Cow;

use foldhash::{HashMap, HashMapExt};

use crate::case::Case;
use crate::facts::naming;
use crate::findings::Findings;
use crate::row::{List, Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// Two indicators of one form have the same name.
pub static RULE: Rule = Rule {
    code: "F016",
    name: "duplicate-indicator",
    title: text("同一张表里三级指标重复", "an indicator stated twice"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "在用系统默认不接受同一项目内重复的三级指标名称，个别省份放开",
        "systems in use refuse the same name twice in one project; some provinces allow it",
    ))],
    why: text(
        "同名指标重复计分，也分不清各自衡量什么。",
        "An indicator stated twice counts twice, and nobody knows what each measures.",
    ),
    remedy: text(
        "删去一条，或把名称写到能区分开。",
        "Delete one, or word the names so that they differ.",
    ),
    finds: &[
        "\
数量 | 培训人数 | ≥50人
社会 | 培训人数 | ≥50人 <<
",
        "\
成本 | 补助标准 | 0.5万元/人
成本 | 补助标准 | 0.3万元/人 <<
",
    ],
    passes: &[
        "\
成本 | 补助标准 | 0.5万元/人 | 描述=村级网格员补助
成本 | 补助标准 | 0.3万元/人 | 描述=护林员补助
",
        "\
数量 | 培训人数 | ≥50人
中期 数量 | 培训人数 | ≥150人
",
        "\
经济 | 经济效益 | 不适用
生态 | 经济效益 | 不适用
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut seen: HashMap<(bool, Cow<'_, str>), &Row<'_>> = HashMap::with_capacity(case.rows.len());
    let stated = case
        .rows
        .iter()
        .filter(|row| row.has_value() && !row.name.is_empty());
    for row in stated {
        let key = (row.list == List::Annual, naming::bare(row.name));
        let Some(first) = seen.get(&key) else {
            seen.insert(key, row);
            continue;
        };
        let (a, b) = (first.description, row.description);
        if a != b && !a.is_empty() && !b.is_empty() {
            continue;
        }
        let (zh, en) = match first.printed == row.printed {
            true => ("，指标值也相同", " with the same value"),
            false => ("", ""),
        };
        findings
            .report(
                row.spot(Part::Name),
                format!("三级指标“{}”在本表中重复{zh}", row.name),
                format!("the indicator “{}” is stated twice{en}", row.name),
            )
            .with(first.spot(Part::Name), "前一条", "the first one");
    }
}
