//! After 100 % the later dates of the plan are left blank.

use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::{Decimal, Severity};

/// After 100 % the later dates of the plan are left blank.
pub static RULE: Rule = Rule {
    code: "P015",
    name: "plan-stops-at-100",
    title: text("支出计划到100%后留空", "dates left blank after 100 %"),
    severity: Severity::Info,
    applies: Applies::TARGETS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "申报表要求支出计划填累计百分比",
        "the form asks for cumulative shares",
    ))],
    why: text(
        "累计计划到100%后，后面的栏应续填100%，留空容易被读成0。",
        "Once 100 % is reached the later dates are 100 % too; a blank may be read as zero.",
    ),
    remedy: text("后续各栏续填100%。", "Fill in 100 % for the later dates."),
    finds: &["\
计划: 6月底 100 <<
---
计划: 6月底 50 | 10月底 75 | 12月底 100
"],
    passes: &[
        "计划: 6月底 100",
        "\
计划: 6月底 100 | 12月底 100
---
计划: 6月底 50 | 12月底 100
",
        "\
计划: 12月底 100
---
计划: 6月底 50 | 12月底 100
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    // Forms of one volume have the same boxes: a date another form fills in is blank in this one.
    let Some(last_box) = volume
        .iter()
        .flat_map(|case| &case.plan)
        .filter_map(|point| point.month)
        .max()
    else {
        return;
    };
    for case in volume.iter() {
        let Some(last) = case.plan.last() else {
            continue;
        };
        let is_full = last.share == Some(Decimal::ONE_HUNDRED);
        if is_full && last.month.is_some_and(|month| month < last_box) {
            findings.report_in(
                case.number,
                last.spot(),
                format!(
                    "支出计划“{}”到100%，其后各栏（至{last_box}月底）留空",
                    last.by
                ),
                format!(
                    "100 % by “{}”, and the dates after it (to month {last_box}) are blank",
                    last.by
                ),
            );
        }
    }
}
