//! In a column of the money the parts do not give the total.

use crate::case::Case;
use crate::facts::execution::{Executed, number};
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::{Amount, Decimal, Field, FundingLine, Severity};

/// In a column of the money the parts do not give the total.
pub static RULE: Rule = Rule {
    code: "S017",
    name: "columns-differ-from-total",
    title: text(
        "资金各列分项之和不等于总额",
        "parts of a money column differ from its total",
    ),
    severity: Severity::Error,
    applies: Applies::EXECUTION,
    criterion: Criterion::Funding,
    basis: &[
        Basis::Arithmetic,
        Basis::Practice(text(
            "公开表格中出现过总额行为0而财政拨款行有数的情形",
            "published forms print a total of 0 above a part that is not",
        )),
    ],
    why: text(
        "总额与分项对不上，执行率和得分都算不准。",
        "Where total and parts disagree, rate and score cannot be right.",
    ),
    remedy: text(
        "逐列核对：总额 = 财政拨款 + 上年结转 + 其他资金。",
        "Check each column: total = fiscal + carry-over + other.",
    ),
    finds: &[
        "\
种类: 自评
预算: 0.00万元 | 调整=0.00 | 执行=0.00 <<
财政: 90.00 | 调整=90.00 | 执行=89.97
其他: 0.00 | 调整=0.00 | 执行=0.00
",
        "\
种类: 监控
预算: 150.00万元 | 执行=80.00 <<
财政: 140.00 | 执行=65.00
结转: 10.00 | 执行=10.00
其他: 0.00 | 执行=0.00
",
    ],
    passes: &[
        "\
种类: 自评
预算: 66.00万元 | 调整=66.00 | 执行=64.35
财政: 60.00 | 调整=60.00 | 执行=58.35
结转: 6.00 | 调整=6.00 | 执行=6.00
其他: 0.00 | 调整=0.00 | 执行=0.00
",
        "\
种类: 自评
预算: 60.00万元 | 执行=50.00
财政: 60.00 | 执行=50.00
结转: 6.00 | 执行=6.00
其他: 0.00 | 执行=0.00
",
        "\
种类: 自评
预算: 60.00万元 | 执行=50.00
财政: 40.00 | 执行=30.00
",
        "\
种类: 自评
预算: 84.00万元 | 执行=83.40
财政: 72.00 | 执行=71.40
其他: 0.00 | 执行=0.00
单位资金: 12.00
",
    ],
    check: Check::Document(check),
};

/// The box of a line in one column.
type Column = fn(&FundingLine) -> &Field<Amount>;

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let columns: [(&str, &str, &str, Column); 4] = [
        ("budget", "年初预算数", "initial budget", |line| {
            &line.budget
        }),
        ("adjusted", "全年预算数", "adjusted budget", |line| {
            &line.adjusted
        }),
        ("executed", "执行数", "money spent", |line| {
            &line.executed
        }),
        ("forecast", "全年预计执行数", "forecast", |line| {
            &line.forecast
        }),
    ];
    // One finding: a wrong row is wrong in all its columns.
    let wrong = columns.into_iter().find_map(|(key, zh, en, column)| {
        let (total, sum) = contradiction(case, column)?;
        Some((key, zh, en, column, total, sum))
    });
    let Some((key, zh, en, column, total, sum)) = wrong else {
        return;
    };
    let [_, parts @ ..] = case.funding_lines();
    let terms: Vec<String> = parts
        .iter()
        .filter(|(_, part)| column(part).get().is_some())
        .map(|(_, part)| Executed::shown(column(part)))
        .collect();
    let terms = terms.join(" + ");
    let printed = Executed::shown(column(&case.document.funding.total));
    let (more, less) = if sum > total {
        ("大于", "more")
    } else {
        ("小于", "less")
    };
    let mut reported = findings.report(
        case.amount_spot("funding.total", key, column(&case.document.funding.total)),
        format!("{zh}：分项{terms}之和{more}总额{printed}"),
        format!("{en}: the parts {terms} give {less} than the total of {printed}"),
    );
    for (path, part) in parts {
        if column(part).is_written() {
            reported = reported.with(case.amount_spot(path, key, column(part)), "分项", "part");
        }
    }
}

/// Total and sum of the parts of a column that contradict each other.
fn contradiction(case: &Case<'_>, column: Column) -> Option<(Decimal, Decimal)> {
    let funding = &case.document.funding;
    let total = number(column(&funding.total), &funding.unit)?;
    let fiscal = number(column(&funding.fiscal), &funding.unit)?;
    // What is not written counts as nothing, what is unclear as unknown.
    let part = |line: &FundingLine| match column(line) {
        Field::Unclear(..) => None,
        Field::Absent | Field::Blank(_) => Some(Decimal::ZERO),
        stated => number(stated, &funding.unit),
    };
    let (carried, other) = (part(&funding.carryover)?, part(&funding.other)?);
    let tolerance = case.profile.thresholds.money_tolerance();
    let without_carried = fiscal.saturating_add(other);
    let sum = without_carried.saturating_add(carried);
    // Some forms count the carry-over among the fiscal money.
    let fits = [sum, without_carried]
        .iter()
        .any(|sum| sum.saturating_sub(total).abs() <= tolerance);
    let is_complete = !column(&funding.other).is_absent() && !has_other_lines(case);
    let exceeds = without_carried > total.saturating_add(tolerance);
    (!fits && (is_complete || exceeds)).then_some((total, sum))
}

/// Whether the block prints lines of money for which the model has no column.
fn has_other_lines(case: &Case<'_>) -> bool {
    let mut details = case.document.details.iter();
    details.any(|detail| detail.label.contains("资金"))
}
