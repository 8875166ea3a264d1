//! The name of a project bundles several kinds of spending.

use crate::case::Case;
use crate::facts::naming;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// The name of a project bundles several kinds of spending.
pub static RULE: Rule = Rule {
    code: "F037",
    name: "bundled-project",
    title: text("项目打捆", "a bundled project"),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Relevance,
    basis: &[Basis::Practice(text(
        "评审专家要求打捆项目分列测算、分设目标",
        "reviewers ask that bundled spending is calculated and targeted part by part",
    ))],
    why: text(
        "不同性质的支出打在一起，金额和目标都对不上。",
        "Where different spending is bundled, neither money nor goals can be assigned.",
    ),
    remedy: text(
        "分开申报，或在表中分列各部分的金额、目标和指标。",
        "File them one by one, or state money, goal and indicators of each part.",
    ),
    finds: &["项目: 农技推广、示范户评选、病虫害监测等经费 <<"],
    passes: &[
        "项目: 乡村医生、护林员体检费",
        "项目: 秸秆、农膜等回收处理补助",
        "项目: 农技推广经费",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let name = naming::without_brackets(case.project_name());
    let Some(bundle) = ["经费", "资金", "费用", "支出"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
    else {
        return;
    };
    let Some(bundle) = bundle
        .trim_end_matches(['各', '项', '专'])
        .strip_suffix('等')
    else {
        return;
    };
    let n_parts = bundle.split('、').count();
    if n_parts >= 2 {
        findings.report(
            case.name_spot(),
            format!("项目“{name}”把{n_parts}项以上的支出打捆在一起"),
            format!("the project “{name}” bundles {n_parts} or more kinds of spending"),
        );
    }
}
