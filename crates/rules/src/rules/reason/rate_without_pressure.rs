//! A rate is set so low that it puts no pressure on anybody.

use crate::case::Case;
use crate::facts::shares::lowest_percent;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::{Decimal, Severity};

/// A rate is set so low that it puts no pressure on anybody.
pub static RULE: Rule = Rule {
    code: "R005",
    name: "rate-without-pressure",
    title: text("比率类指标值偏低", "a rate set low"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Adequacy,
    basis: &[Basis::Practice(text(
        "审核和审计常指出此类指标值",
        "reviewers and auditors point out such values",
    ))],
    why: text(
        "自身工作的完成率、到位率明显低于100%，或合格率、知晓率不足六成的，没有压力。",
        "A rate of one’s own work far below 100 %, or of success at hardly more than half, is no target.",
    ),
    remedy: text(
        "参照上年实际和行业标准提高，或说明依据。",
        "Raise it by last year’s result or the standard of the trade, or give the reason.",
    ),
    finds: &[
        "质量 | 补助资金到位率 | ≥75% <<",
        "社会 | 防汛知识知晓率 | ≥55% <<",
    ],
    passes: &[
        "质量 | 补助资金到位率 | 100%",
        "质量 | 任务完成率 | ≥95%",
        "社会 | 政策知晓率 | ≥85%",
        "经济 | 税收增长率 | ≥5%",
        "社会 | 意见采纳率 | ≥50%",
        "质量 | 差错率 | ≤5%",
        "质量 | 培训通过率提升 | 提高5%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let limits = &case.profile.thresholds;
    let least = match () {
        () if row.words.has_any(&[Word::Adverse, Word::Improve]) => return,
        () if row.words.has(Word::ShouldBeFull) => limits.full_rate_percent_min,
        () if row.words.has(Word::ShouldBeHigh) => limits.rate_percent_min + Decimal::new(1, 2),
        () => return,
    };
    if let Some(percent) = lowest_percent(row).filter(|percent| *percent < least) {
        findings.report(
            row.spot(Part::Value),
            format!("“{}”只要求{percent}%，标准偏低", row.name),
            format!("“{}” asks for {percent} % only, which is low", row.name),
        );
    }
}
