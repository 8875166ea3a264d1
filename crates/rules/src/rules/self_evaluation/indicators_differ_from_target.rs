//! The indicators of a report are not those of the approved target.

use crate::case::Case;
use crate::facts::achievement::says_the_same;
use crate::facts::pairs::{Pair, by_name, name_of, reports_with_targets};
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;
use std::collections::HashSet;

/// The indicators of a report are not those of the approved target.
pub static RULE: Rule = Rule {
    code: "S029",
    name: "indicators-differ-from-target",
    title: text(
        "指标与批复的绩效目标不一致",
        "indicators differ from the target",
    ),
    severity: Severity::Warning,
    applies: Applies::EXECUTION,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "批复的绩效目标一般不予调整，确需调整的按程序报批",
                "an approved goal is in principle not changed; where it must be, it goes through the procedure again",
            ),
            mark: Mark::Known,
        },
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "指标批复后原则上不变",
                "indicators once approved are in principle not changed",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "自评和监控要用批复的指标，改了指标就无法对照目标评价。",
        "Monitoring and self-evaluation use the approved indicators; others cannot be held against the goal.",
    ),
    remedy: text(
        "按批复的目标表填写；经批准调整的，附批准文件。",
        "Use the approved indicators; attach the approval of any change.",
    ),
    finds: &[
        "\
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里
质量 | 优良率 | ≥92%
---
种类: 自评
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥100公里 | 完成=101公里 <<
质量 | 优良率 | ≥92% | 完成=93%
",
        "\
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里
质量 | 优良率 | ≥92%
---
种类: 监控
年度: 2024
项目: 农村公路养护 <<
数量 | 养护里程 | ≥120公里 | 完成=61公里
质量 | 合格率 | ≥90% | 完成=93% <<
",
    ],
    passes: &[
        "\
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里
---
种类: 自评
年度: 2024
项目: 农村公路养护
数量 | 养护 里程 | 不少于120公里 | 完成=121公里
",
        "\
年度: 2024
项目: 农村公路养护
数量 | 养护里程 | ≥120公里
---
种类: 自评
年度: 2023
项目: 农村公路养护
数量 | 养护里程 | ≥100公里 | 完成=121公里
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    for Pair { report, target } in reports_with_targets(volume) {
        let (approved, reported) = (by_name(target), by_name(report));
        let names: HashSet<String> = target.annual_rows().map(name_of).collect();
        // A name printed twice: which of the two is meant is not known.
        for (name, row) in &reported {
            match approved.get(name) {
                Some(approved) => compare(row, approved, report, findings),
                None if names.contains(name) => {}
                None => added(row, report, findings),
            }
        }
        missing(report, target, findings);
    }
}

fn added(row: &Row<'_>, report: &Case<'_>, findings: &mut Findings<'_>) {
    findings.report_in(
        report.number,
        row.spot(Part::Name),
        format!("指标“{}”不在该项目的绩效目标表中", row.name),
        format!(
            "the indicator “{}” is not in the target of the project",
            row.name
        ),
    );
}

fn compare(row: &Row<'_>, approved: &Row<'_>, report: &Case<'_>, findings: &mut Findings<'_>) {
    let is_stated = row.has_value() && approved.has_value();
    if is_stated && !says_the_same(row.value(), approved.value()) {
        findings.report_in(
            report.number,
            row.spot(Part::Value),
            format!(
                "指标“{}”的指标值为“{}”，目标表中为“{}”",
                row.name, row.printed, approved.printed
            ),
            format!(
                "the indicator “{}” states “{}”, the target says “{}”",
                row.name, row.printed, approved.printed
            ),
        );
    }
}

/// Most names that a message lists.
const NAMES_MAX: usize = 5;

fn missing(report: &Case<'_>, target: &Case<'_>, findings: &mut Findings<'_>) {
    let stated: HashSet<String> = report.annual_rows().map(name_of).collect();
    let dropped: Vec<&str> = target
        .annual_rows()
        .filter(|row| row.has_value() && !row.name.is_empty() && !stated.contains(&name_of(row)))
        .map(|row| row.name)
        .collect();
    if dropped.is_empty() {
        return;
    }
    let names = &dropped[..dropped.len().min(NAMES_MAX)];
    let names = names.join("”“");
    findings.report_in(
        report.number,
        report.name_spot(),
        format!("目标表中的{}个指标没有出现：“{names}”", dropped.len()),
        format!(
            "{} indicators of the target are left out: “{names}”",
            dropped.len()
        ),
    );
}
