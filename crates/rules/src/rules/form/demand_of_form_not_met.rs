//! The form prints what must be filled in, and it is not.

use crate::case::Case;
use crate::findings::Findings;
use crate::level::Level1;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::{Spot, TargetValue};

/// The form prints what must be filled in, and it is not.
pub static RULE: Rule = Rule {
    code: "F007",
    name: "demand-of-form-not-met",
    title: text(
        "没有达到表格自身的填写要求",
        "the form's own demand is not met",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "表格印明“必填”“必填量化”“…字以内”，是本地对填报单位的要求",
        "what the form prints (must be filled in, must be a number, at most so many characters) is the region's demand on the unit",
    ))],
    why: text(
        "表上的填写要求是本地的规定，不照做会被退回。",
        "What the form demands is the local rule; a form that does not follow it comes back.",
    ),
    remedy: text(
        "按表上的要求补填，或改写成可以衡量的数值；不适用的向财政部门说明。",
        "Fill it in as the form demands, as a number where it asks for one; explain to the bureau what does not apply.",
    ),
    finds: &[
        "\
要求: 质量指标 | 必填量化
质量 | 工作保障情况 | 有效保障 <<
",
        "\
要求: 社会效益指标 | 必填 <<
数量 | 培训人数 | ≥50人
",
        "\
要求: 年度总体目标 | 10字以内
目标: 全年培训农户五十人次并全部考核合格 <<
",
    ],
    passes: &[
        "\
要求: 质量指标 | 必填量化
质量 | 考核合格率 | ≥95%
",
        "\
要求: 社会效益指标 | 选填
数量 | 培训人数 | ≥50人
",
        "\
要求: 社会效益指标 | 必填
社会 | 技术应用水平 | 提高
",
        "\
要求: 年度总体目标 | 100字以内
目标: 全年培训农户50人次
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for (i, demand) in case.document.requirements.iter().enumerate() {
        let spot = Spot::of_placed(format!("requirements[{i}].text"), &demand.text);
        let text = demand.text.value.as_str();
        if let Some(limit) = characters(text) {
            length(case, limit, text, findings);
        } else if text.starts_with("必填") {
            filled(case, &demand.about, text, spot, findings);
        }
    }
}

/// The number of `100字以内`.
fn characters(demand: &str) -> Option<usize> {
    let end = demand.find('字')?;
    let is_limit = demand.contains("以内") || demand.contains("不超过");
    let digits = demand[..end].trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.parse().ok().filter(|_| is_limit)
}

fn length(case: &Case<'_>, limit: usize, demand: &str, findings: &mut Findings<'_>) {
    let n_chars: usize = case
        .goals
        .iter()
        .map(|goal| goal.text.chars().count())
        .sum();
    if let Some(first) = case.goals.first()
        && n_chars > limit
    {
        findings.report(
            first.spot(),
            format!("表格要求绩效目标“{demand}”，现在共{n_chars}字"),
            format!(
                "the form wants at most {limit} characters for the goals, which have {n_chars}"
            ),
        );
    }
}

fn filled(case: &Case<'_>, about: &str, demand: &str, spot: Spot, findings: &mut Findings<'_>) {
    let belongs = |row: &&Row<'_>| {
        let indicator = row.indicator;
        indicator.level2.text() == about || indicator.level1.text() == about
    };
    let mut rows = case.annual_rows().filter(belongs).peekable();
    let is_known = Level2::from_label(about).is_some() || Level1::from_label(about).is_some();
    if rows.peek().is_none() && is_known {
        missing(case, about, demand, spot, findings);
        return;
    }
    if !demand.contains("量化") && !demand.contains("硬性") {
        return;
    }
    for row in rows.filter(|row| row.value().is_grade()) {
        findings
            .report(
                row.spot(Part::Value),
                format!(
                    "表格对{about}要求“{demand}”，指标“{}”的值“{}”不是量化的值",
                    row.name, row.printed
                ),
                format!(
                    "the form wants a number for {about}; the value “{}” of “{}” is none",
                    row.printed, row.name
                ),
            )
            .with(spot.clone(), "表格的要求", "what the form demands");
    }
}

fn missing(case: &Case<'_>, about: &str, demand: &str, spot: Spot, findings: &mut Findings<'_>) {
    let slots = &case.document.empty_slots;
    let slot = slots
        .iter()
        .find(|slot| slot.level2.text() == about || slot.level1.text() == about);
    let mark = slot.map_or("", |slot| slot.mark.value.as_str());
    let is_marked = TargetValue::compile(mark).is_not_applicable();
    let (zh, en) = match is_marked {
        true => (format!("填的是“{mark}”"), format!("it says “{mark}”")),
        false => (
            "没有填写指标".to_owned(),
            "no indicator is stated".to_owned(),
        ),
    };
    let reported = findings.report(
        spot,
        format!("表格对{about}要求“{demand}”，{zh}"),
        format!("the form demands {about}; {en}"),
    );
    if is_marked {
        reported.weighing(Severity::Info);
    }
}
