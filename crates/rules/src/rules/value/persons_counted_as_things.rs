//! A number of persons is stated in a unit of things or times, or the reverse.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::{Dimension, Severity};

/// A number of persons is stated in a unit of things or times, or the reverse.
pub static RULE: Rule = Rule {
    code: "V020",
    name: "persons-counted-as-things",
    title: text("人数与次数、户数混淆", "persons stated in a unit of things"),
    severity: Severity::Error,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Arithmetic],
    why: text(
        "名称与单位互相矛盾，指标不知考核的是人还是事。",
        "Name and unit contradict each other: people or things?",
    ),
    remedy: text(
        "核对名称与单位，如“活动次数—20次”。",
        "Make them agree, as in 活动次数 with `20次`.",
    ),
    finds: &[
        "数量 | 离岗人员人数 | ≥20次 <<",
        "数量 | 宣讲次数 | ≥300人 <<",
    ],
    passes: &[
        "数量 | 离岗人员人数 | ≥20人",
        "数量 | 宣讲次数 | ≥30场",
        "数量 | 建档户数 | 20户",
        "数量 | 患者救治人数 | 30例",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, _: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(quantity) = row.quantity().filter(|q| q.unit.per.is_empty()) else {
        return;
    };
    let name = row.bare_name;
    let is_times = measure::ends_with_any(name, &["次数", "场次", "户数", "份数", "期数"])
        && !name.ends_with("人次数");
    // 例 and 岗 stand for the people concerned.
    let stands_for_people = ["例", "例次", "岗", "床"]
        .iter()
        .any(|unit| measure::is_in(quantity, unit));
    let contradicts = match quantity.dimension() {
        Dimension::Count if !stands_for_people => measure::ends_with_any(name, &["人数", "人员数"]),
        Dimension::Persons => is_times,
        _ => false,
    };
    if contradicts {
        let reported = findings.report(
            row.spot(Part::Value),
            format!(
                "指标“{}”的值是“{}”，名称与单位不一致",
                row.name, row.printed
            ),
            format!(
                "“{}” is stated as “{}”: name and unit disagree",
                row.name, row.printed
            ),
        );
        if !row.description.is_empty() {
            reported.with(
                row.spot(Part::Description),
                format!("描述为“{}”", row.description),
                format!("described as “{}”", row.description),
            );
        }
    }
}
