//! A payment goes to one person, who can be identified without being named.

use crate::case::Case;
use crate::facts::measure;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;
use plumbline_model::{Decimal, Dimension};

/// A payment goes to one person, who can be identified without being named.
pub static RULE: Rule = Rule {
    code: "D002",
    name: "single-beneficiary",
    title: text("受益人只有一人，可以推知是谁", "a single beneficiary"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Outside,
    basis: &[Basis::Act {
        act: "personal-information",
        says: text(
            "个人信息的公开要有法定依据，并限于必要范围",
            "personal data is made public only on a legal basis and no more than necessary",
        ),
        mark: Mark::Known,
    }],
    why: text(
        "受益人唯一时，不写姓名也能推知是谁、领多少钱。",
        "Where only one person benefits, everybody knows who gets how much.",
    ),
    remedy: text(
        "公开时合并到同类人员中填写，或隐去标准。",
        "Publish it together with others of the kind, or leave out the rate.",
    ),
    finds: &["\
数量 | 补助人数 | 1人 <<
成本 | 补助标准 | 500元/人/月
"],
    passes: &[
        "\
数量 | 补助人数 | 14人
成本 | 补助标准 | 500元/人/月
",
        "\
数量 | 派驻管理员人数 | 1人
成本 | 设备费 | 2万元
",
        "\
数量 | 补助人数 | ≥1人/户
成本 | 补助标准 | 500元/户
",
    ],
    check: Check::Document(check),
};

const PAID_TO_PERSONS: &[&str] = &[
    "补助", "补贴", "津贴", "工资", "救助", "慰问", "帮扶", "抚恤",
];

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let pays_persons = |row: &&Row<'_>| {
        let per_person = row
            .quantity()
            .is_some_and(|quantity| quantity.unit.is_per(Dimension::Persons));
        row.level2.is_some_and(Level2::is_money_cost)
            && (per_person || measure::contains_any(row.name, PAID_TO_PERSONS))
    };
    let mut single = case
        .annual_rows()
        .filter(|row| {
            let one = row.quantity().is_some_and(|quantity| {
                quantity.dimension() == Dimension::Persons
                    && quantity.unit.per.is_empty()
                    && quantity.value() == Some(Decimal::ONE)
                    && quantity.bounds().1 == Some(Decimal::ONE)
            });
            one && row.level2 == Some(Level2::Quantity)
        })
        .peekable();
    if single.peek().is_none() {
        return;
    }
    let Some(payment) = case.annual_rows().find(pays_persons) else {
        return;
    };
    for row in single {
        findings
            .report(
                row.spot(Part::Value),
                format!("指标“{}”只有{}，公开后可以推知是谁", row.name, row.printed),
                format!(
                    "“{}” is {}: who it is can be told from the published form",
                    row.name, row.printed
                ),
            )
            .with(
                payment.spot(Part::Value),
                "发给个人的标准",
                "what is paid to the person",
            );
    }
}
