//! A form does not say which department or unit it is from.

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// A form does not say which department or unit it is from.
pub static RULE: Rule = Rule {
    code: "F002",
    name: "missing-unit",
    title: text("没有填写主管部门或实施单位", "no department or unit"),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公开的审核规则要求填写主管部门，提醒填写实施单位",
        "published checkers demand the competent department and remind of the implementing unit",
    ))],
    why: text(
        "没有责任单位，目标由谁完成、绩效由谁负责就无从谈起。",
        "Without a unit nobody answers for the target.",
    ),
    remedy: text(
        "按部门预算填写主管部门和实施单位全称。",
        "State department and unit with their full names as in the budget.",
    ),
    finds: &[
        "\
主管部门: <<
实施单位: 云溪县水利局
",
        "\
主管部门: 云溪县水利局
实施单位: <<
",
        "单位: <<",
    ],
    passes: &[
        "\
主管部门: 云溪县水利局
实施单位: 云溪县河道管理所
",
        "单位: 云溪县水利局",
        "数量 | 培训人数 | ≥50人",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let document = case.document;
    let boxes = [
        (
            "competent_department.name",
            &document.competent_department,
            "主管部门",
            "competent department",
        ),
        (
            "implementing_unit.name",
            &document.implementing_unit,
            "实施单位",
            "implementing unit",
        ),
        (
            "budget_unit.name",
            &document.budget_unit,
            "预算单位",
            "budget unit",
        ),
    ];
    let is_named = boxes.iter().any(|(_, party, ..)| party.name.is_written());
    for (path, party, zh, en) in boxes {
        if party.name.is_blank() {
            let reported = findings.report(
                Spot::of_text(path, &party.name),
                format!("“{zh}”没有填写"),
                format!("the {en} is not stated"),
            );
            // Who is responsible can still be told from the other box.
            if is_named && path != "competent_department.name" {
                reported.weighing(Severity::Info);
            }
        }
    }
}
