//! Two documents of one source are about a project of the same name.

use std::collections::BTreeMap;

use crate::facts::naming;
use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;
use plumbline_model::{DocumentKind, Spot};

/// Two documents of one source are about a project of the same name.
pub static RULE: Rule = Rule {
    code: "F018",
    name: "duplicate-project",
    title: text("同一份文件里项目重复", "a project stated twice"),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "项目库中一个项目只有一个名称和编码",
        "in the project pool a project has one name and one code",
    ))],
    why: text(
        "同名项目可能是重复申报，也可能名称写错。",
        "A project stated twice may be claimed twice, or one of the names is wrong.",
    ),
    remedy: text(
        "核对项目库，删去重复的一份或改正名称。",
        "Compare with the project pool; delete one or correct the name.",
    ),
    finds: &[
        "\
项目: 农技培训
---
项目: 农技培训 <<
",
        "\
项目: 农技培训
编码: 99010125P305001007310
---
项目: 河道保洁
编码: 99010125P305001007310 <<
",
    ],
    passes: &[
        "\
项目: 农技培训
---
种类: 自评
项目: 农技培训
",
        "\
项目: 农技培训
单位: 云溪县农业农村局
---
项目: 农技培训
单位: 云溪县供销合作社联合社
",
        "\
项目: 农技培训
---
项目: 河道保洁
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut by_name = BTreeMap::new();
    let mut by_code = BTreeMap::new();
    let projects = volume
        .iter()
        .filter(|case| case.document.kind != DocumentKind::DepartmentTarget);
    for case in projects {
        let document = case.document;
        let name = naming::bare(case.project_name());
        let unit = (
            document.budget_unit.name.text(),
            document.implementing_unit.name.text(),
        );
        let code = naming::bare(document.project.code.text());
        let earlier = match name.is_empty() {
            true => None,
            false => by_name.insert((document.kind, case.year, unit, name), case),
        };
        let earlier_code = match code.is_empty() {
            true => None,
            false => by_code.insert((document.kind, case.year, code), case),
        };
        if let Some(earlier) = earlier {
            findings
                .report_in(
                    case.number,
                    case.name_spot(),
                    format!("项目“{}”在本文件中重复", case.project_name()),
                    format!("the project “{}” is stated twice", case.project_name()),
                )
                .with(earlier.name_spot(), "前一份", "the first one");
        } else if let Some(earlier) = earlier_code {
            let code = &document.project.code;
            findings
                .report_in(
                    case.number,
                    Spot::of_text("project.code", code),
                    format!(
                        "项目编码“{}”与项目“{}”相同",
                        code.text(),
                        earlier.project_name()
                    ),
                    format!(
                        "the code “{}” is that of “{}” too",
                        code.text(),
                        earlier.project_name()
                    ),
                )
                .with(
                    Spot::of_text("project.code", &earlier.document.project.code),
                    "另一个项目的编码",
                    "the code of the other project",
                );
        }
    }
}
