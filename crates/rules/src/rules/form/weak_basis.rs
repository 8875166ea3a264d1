//! What is given as the basis of a value cannot support it.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// What is given as the basis of a value cannot support it.
pub static RULE: Rule = Rule {
    code: "F039",
    name: "weak-basis",
    title: text(
        "依据不能说明指标值",
        "a basis that does not support the value",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "评审专家要求对个人的补助有文件依据，数量、频率有计划或合同依据",
        "reviewers want a document behind payments to persons, and a plan or contract behind quantities and frequencies",
    ))],
    why: text(
        "对个人的补助不能按行情发放，数量也不由物价决定。",
        "Payments to persons do not follow the market, and prices do not decide on quantities.",
    ),
    remedy: text(
        "写明文件、计划、合同、名单等能够核对的依据。",
        "Name a document, plan, contract or list that can be looked up.",
    ),
    finds: &[
        "成本 | 护林员补助标准 | 0.5万元/人/年 | 依据=市场行情 <<",
        "数量 | 奖牌购置数量 | ≥200个 | 依据=物价测算 <<",
        "时效 | 工资发放频率 | 每月 | 依据=问卷调查 <<",
        "质量 | 活动参与率 | ≥85% | 依据=身体状况 <<",
    ],
    passes: &[
        "成本 | 奖牌单价 | ≤100元/个 | 依据=市场行情",
        "成本 | 护林员补助标准 | 0.5万元/人/年 | 依据=云林发〔2025〕3号",
        "满意度 | 群众满意度 | ≥90% | 依据=问卷调查",
        "数量 | 奖牌购置数量 | ≥200个 | 依据=表彰方案",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let text = row.indicator.basis.text();
    if text.is_empty() || !row.has_value() {
        return;
    }
    let basis = row.basis_words;
    let is_paid_to_persons = row.level2.is_some_and(Level2::is_money_cost)
        && ["补助", "补贴", "津贴", "工资", "帮扶", "救助", "慰问"]
            .iter()
            .any(|word| row.name.contains(word));
    let (severity, zh, en) = if is_paid_to_persons && basis.has(Word::PriceBasis) {
        (
            Severity::Warning,
            "对个人的补助应有文件依据",
            "payments to persons need a document",
        )
    } else if row.level2 == Some(Level2::Quantity) && basis.has(Word::PriceBasis) {
        (
            Severity::Info,
            "数量的依据应是计划、方案或名单",
            "a quantity rests on a plan or a list",
        )
    } else if row.level2 == Some(Level2::Timeliness) && basis.has(Word::SurveyBasis) {
        (
            Severity::Info,
            "时间、频率的依据应是计划、制度或合同",
            "a time rests on a plan, a rule or a contract",
        )
    } else if basis.has(Word::HealthBasis) {
        (
            Severity::Info,
            "身体状况不是数据来源，应为签到表等",
            "health is no source of data; a register is",
        )
    } else {
        return;
    };
    findings
        .report(
            row.spot(Part::Basis),
            format!("指标“{}”的依据填“{text}”；{zh}", row.name),
            format!("the basis of “{}” is “{text}”; {en}", row.name),
        )
        .with(row.spot(Part::Value), "指标值", "the value")
        .weighing(severity);
}
