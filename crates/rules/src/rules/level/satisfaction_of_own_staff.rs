//! Those who spend the money are asked whether they are satisfied.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;

/// Those who spend the money are asked whether they are satisfied.
pub static RULE: Rule = Rule {
    code: "L017",
    name: "satisfaction-of-own-staff",
    title: text("满意度对象是本单位人员", "satisfaction of the own staff"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "数量、质量、时效反映产出，成本指标反映投入，效益和满意度反映结果",
                "quantity, quality and timeliness speak of output, cost of what is spent, outcome and satisfaction of what comes of it",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "绩效目标审核人员的通常要求",
            "what reviewers of targets ask for",
        )),
    ],
    why: text(
        "满意度要问受益的人，花钱的人自己打分没有意义。",
        "Satisfaction is asked of those served, not of those who spend.",
    ),
    remedy: text(
        "改为受益群众、企业或使用者的满意度。",
        "Ask those who benefit or use the service.",
    ),
    finds: &[
        "满意度 | 满意率 | 100% | 描述=工作人员对经费保障的满意比例 <<",
        "满意度 | 单位工作人员满意度 | ≥95% <<",
    ],
    passes: &[
        "满意度 | 群众对窗口工作人员的满意度 | ≥95%",
        "满意度 | 参训学员满意度 | ≥95%",
        "满意度 | 林场职工满意度 | ≥90%",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let is_satisfaction =
        row.level2 == Some(Level2::Satisfaction) || row.words.has(Word::Satisfaction);
    let asks_staff = is_satisfaction && row.all_words().has(Word::OwnStaff);
    if asks_staff && row.has_value() && !names_those_served(row.name) {
        findings.report(
            row.spot(Part::Name),
            format!("“{}”调查的是工作人员自己，宜改为服务对象", row.name),
            format!(
                "“{}” asks the staff themselves instead of those served",
                row.name
            ),
        );
    }
}

/// 招录工作人员 and 基层工作人员 may be those served where the name says so.
fn names_those_served(name: &str) -> bool {
    let words = ["招录", "招聘", "参训", "受助", "补贴", "受益", "录（聘）"];
    measure::contains_any(name, &words)
}
