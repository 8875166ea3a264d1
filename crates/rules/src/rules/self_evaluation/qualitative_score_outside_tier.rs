//! The score of a qualitative indicator does not fit the degree of completion it states.

use crate::case::Case;
use crate::facts::execution::percent;
use crate::findings::Findings;
use crate::profile::Tier;
use crate::row::{Part, Row, printed};
use crate::rule::*;
use plumbline_model::Severity;

/// The score of a qualitative indicator does not fit the degree of completion it states.
pub static RULE: Rule = Rule {
    code: "S004",
    name: "qualitative-score-outside-tier",
    title: text("定性指标得分不在相应档次", "qualitative score outside its tier"),
    severity: Severity::Error,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Outside,
    basis: &[Basis::Act { act: "evaluation-2020", says: text("定性指标分三档，分别按分值的80%（含）至100%、60%（含）至80%、0至60%计分", "qualitative indicators score in three tiers: 80 to 100, 60 to below 80, 0 to below 60 percent of the weight"), mark: Mark::Known }, Basis::Practice(text("在用系统对超出档次的得分退回重填", "systems in use reset a score outside its tier"))],
    why: text("完成档次决定得分区间，两者不一致时必有一处填错。", "The tier fixes the range of the score; where they disagree, one is wrong."),
    remedy: text("核对完成档次，并把得分调到相应区间。", "Check the tier and move the score into its range."),
    finds: &["\
种类: 自评
社会 | 出行条件改善情况 | 明显改善 | 分值=10 | 完成=部分达成年度指标并具有一定效果 | 得分=9 | 原因=部分路段未完工 <<
", "\
种类: 自评
社会 | 出行条件改善情况 | 明显改善 | 分值=10 | 完成=达成 | 得分=7 | 原因=差一点 <<
"],
    passes: &["\
种类: 自评
社会 | 出行条件改善情况 | 明显改善 | 分值=10 | 完成=部分达成 | 得分=7.5 | 原因=部分路段未完工
", "\
种类: 自评
社会 | 出行条件改善情况 | 明显改善 | 分值=10 | 完成=达成年度指标 | 得分=10
", "\
种类: 自评
社会 | 出行条件改善情况 | 明显改善 | 分值=10 | 完成=达成率较高 | 得分=5 | 原因=部分路段未完工
"],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let (Some(weight), Some(score)) = (row.indicator.weight.get(), row.indicator.score.get())
    else {
        return;
    };
    let said = printed(&row.indicator.actual);
    let is_too_much = score.value > weight.value;
    if row.quantity().is_some() || is_too_much {
        return;
    }
    let Some(tier) = tier(&case.profile.scoring.tiers, said) else {
        return;
    };
    let Some(share) = percent(score.value, weight.value) else {
        return;
    };
    if !tier.holds(share) {
        let (from, to) = (tier.from, tier.to);
        let share = share.round_dp(1).normalize();
        findings
            .report(
                row.spot(Part::Score),
                format!(
                    "指标“{}”完成情况为“{said}”，得分应为分值{}的{from}%—{to}%，填写{}（{share}%）",
                    row.name, weight.printed, score.printed
                ),
                format!(
                    "the indicator “{}” reports “{said}”, which scores {from} to {to} % of {}; {} is {share} %",
                    row.name, weight.printed, score.printed
                ),
            )
            .with(row.spot(Part::Actual), "实际完成值", "actual value");
    }
}

/// The tier whose words an actual value consists of, or begins with before 并 or 且.
fn tier<'t>(tiers: &'t [Tier], said: &str) -> Option<&'t Tier> {
    let says = |word: &String| {
        said.strip_prefix(word.as_str()).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(['并', '且', '，', ',', '（', '('])
        })
    };
    tiers.iter().find(|tier| tier.says.iter().any(says))
}
