//! All that the goals say is that work goes on as usual.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// All that the goals say is that work goes on as usual.
pub static RULE: Rule = Rule {
    code: "F026",
    name: "goal-without-content",
    title: text("绩效目标没有具体内容", "a goal without content"),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Act {
        act: "targets-2015",
        says: text(
            "审核表的“明确清晰性”看目标是否清晰、是否反映项目的主要内容",
            "the review form asks whether a goal is clear and reflects the main content",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "只写“保障正常运转”“顺利开展”，年底无法判断是否实现。",
        "Nobody can say at the end of the year whether `as usual` was reached.",
    ),
    remedy: text(
        "写明数量、质量和时间，如“维护终端300台，全年畅通率不低于99%”。",
        "State how much, how well and by when.",
    ),
    finds: &["目标: 保证内网正常运行 <<", "目标: 农技工作圆满完成。 <<"],
    passes: &[
        "目标: 维护终端300台，保证内网正常运行",
        "目标: 通过巡查、清淤和设备养护，使三十八座水库的大坝、渠道和启闭设备保持完好，保证安全度汛",
        "目标: 建设一支农技推广队伍",
    ],
    check: Check::Document(check),
};

/// Longest goals that can be nothing but a claim, in characters.
const MAX_CHARS: usize = 40;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let n_chars = case.goal_chars;
    let says_number = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let is_concrete = case
        .goals
        .iter()
        .any(|goal| !goal.mentions.is_empty() || says_number(goal.text));
    let as_usual = ["正常", "顺利", "圆满", "有序"];
    let is_claim = |text: &str| as_usual.iter().any(|word| text.contains(word));
    if let Some(first) = case.goals.first()
        && n_chars <= MAX_CHARS
        && !is_concrete
        && case.goals.iter().all(|goal| is_claim(goal.text))
    {
        findings.report(
            first.spot(),
            format!("目标“{}”没有说明做什么、做多少、做到什么程度", first.text),
            format!(
                "the goal “{}” does not say what is done, how much and how well",
                first.text
            ),
        );
    }
}
