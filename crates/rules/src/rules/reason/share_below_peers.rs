//! A target is far below the same target in the other forms of the volume.

use crate::facts::shares::lowest_percent;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::volume::Volume;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};
use std::collections::BTreeMap;

/// A target is far below the same target in the other forms of the volume.
pub static RULE: Rule = Rule {
    code: "R004",
    name: "share-below-peers",
    title: text("指标值明显低于同册其他项目", "a target far below its peers"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "审核和审计常指出此类指标值",
        "reviewers and auditors point out such values",
    ))],
    why: text(
        "同一单位同类指标的标准相差过大，偏低的缺少依据。",
        "Where one unit sets the same target at very different levels, the low one needs a reason.",
    ),
    remedy: text(
        "统一标准，或说明偏低的理由。",
        "Use one level, or say why this one is lower.",
    ),
    finds: &["\
满意度 | 群众满意度 | ≥80% <<
---
满意度 | 学员满意度 | ≥95%
---
满意度 | 村民满意度 | ≥95%
---
满意度 | 居民满意度 | ≥98%
---
满意度 | 企业满意度 | ≥95%
---
满意度 | 师生满意度 | 100%
"],
    passes: &[
        "\
满意度 | 群众满意度 | ≥80%
---
满意度 | 学员满意度 | ≥95%
",
        "\
满意度 | 群众满意度 | ≥90%
---
满意度 | 学员满意度 | ≥95%
---
满意度 | 村民满意度 | ≥95%
---
满意度 | 居民满意度 | ≥98%
---
满意度 | 企业满意度 | ≥95%
---
满意度 | 师生满意度 | 100%
",
    ],
    check: Check::Volume(check),
};

/// Fewest peers from which a usual level is concluded.
const PEERS: usize = 5;

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut groups: BTreeMap<&str, Vec<(usize, &Row<'_>, Decimal)>> = BTreeMap::new();
    for case in volume.iter() {
        for row in case.annual_rows() {
            let Some(key) = key(row) else { continue };
            if let Some(percent) = lowest_percent(row) {
                groups
                    .entry(key)
                    .or_default()
                    .push((case.number, row, percent));
            }
        }
    }
    for (_, mut group) in groups {
        group.sort_by_key(|(.., percent)| *percent);
        let median = group[group.len() / 2].2;
        if group.len() <= PEERS {
            continue;
        }
        for (document, row, percent) in group {
            let thresholds = volume.get(document).map(|case| &case.profile.thresholds);
            let stands_out = thresholds.is_some_and(|limits| {
                // What is low by any measure is reported by rules of its own.
                percent >= limits.satisfaction_percent_min
                    && median - percent > limits.peers_percent_below
            });
            if stands_out {
                findings.report_in(
                    document,
                    row.spot(Part::Value),
                    format!(
                        "“{}”为{percent}%，同册同类指标的中位数是{median}%",
                        row.name
                    ),
                    format!(
                        "“{}” is {percent} %, the median of its peers in this volume {median} %",
                        row.name
                    ),
                );
            }
        }
    }
}

/// What makes rows peers: satisfaction of whomever, otherwise the same name.
fn key<'r>(row: &Row<'r>) -> Option<&'r str> {
    let is_meant = row
        .quantity()
        .is_some_and(|quantity| quantity.change.is_none());
    match row.words.has(Word::Satisfaction) {
        true => Some("满意度"),
        false => Some(row.name)
            .filter(|name| is_meant && !name.is_empty() && row.words.has(Word::ShouldBeHigh)),
    }
}
