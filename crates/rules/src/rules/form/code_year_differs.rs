//! The year in a project code differs from that of the other projects of the source.

use std::collections::BTreeMap;

use crate::case::Case;
use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// The year in a project code differs from that of the other projects of the source.
pub static RULE: Rule = Rule {
    code: "F031",
    name: "code-year-differs",
    title: text("项目编码的年度与其他项目不同", "a code of another year"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "评审专家据编码年度识别结转、延续项目",
        "reviewers tell carried-over projects by the year in the code",
    ))],
    why: text(
        "编码是往年的，说明是结转或延续项目，表中应当说明。",
        "A code of an earlier year means a project carried over, which the form should say.",
    ),
    remedy: text(
        "是结转或延续项目的，注明上年结转或项目属性；否则核对编码。",
        "Say that the project is carried over or continued, or check the code.",
    ),
    finds: &["\
编码: 99010125P305001007310
---
编码: 99010125P305001007328
---
编码: 99010124P305001007336 <<
"],
    passes: &[
        "\
编码: 99010125P305001007310
---
编码: 99010125P305001007328
",
        "\
编码: 99010125P305001007310
---
编码: 99010125P305001007328
---
编码: 99010124P305001007336
属性: 延续性项目
结转: 2.00万元
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut n_by_year: BTreeMap<u16, usize> = BTreeMap::new();
    for year in volume.iter().filter_map(code_year) {
        *n_by_year.entry(year).or_default() += 1;
    }
    let n_all: usize = n_by_year.values().sum();
    let Some((usual, n_usual)) = n_by_year.iter().max_by_key(|(_, n)| **n) else {
        return;
    };
    if n_usual * 2 <= n_all {
        return;
    }
    let explains = |case: &Case<'_>| {
        let carryover = case.document.funding.carryover.budget.get();
        carryover.is_some_and(|amount| !amount.number.value.is_zero())
    };
    for case in volume.iter().filter(|case| !explains(case)) {
        let code = &case.document.project.code;
        if let Some(year) = code_year(case).filter(|year| year < usual) {
            findings.report_in(
                case.number,
                Spot::of_text("project.code", code),
                format!("项目编码“{}”是20{year:02}年的，其他{n_usual}个项目是20{usual:02}年的", code.text()),
                format!("the code “{}” is of 20{year:02}, those of the other {n_usual} projects of 20{usual:02}", code.text()),
            );
        }
    }
}

/// The year in a code of the integrated budget system.
fn code_year(case: &Case<'_>) -> Option<u16> {
    let code = case.document.project.code.text();
    let is_code = code.len() > 9 && code.as_bytes()[8].is_ascii_uppercase();
    code.get(6..8)?.parse().ok().filter(|_| is_code)
}
