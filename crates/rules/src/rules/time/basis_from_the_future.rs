//! The basis of an indicator is a document of a later year.

use crate::case::Case;
use crate::facts::years;
use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use plumbline_model::Severity;

/// The basis of an indicator is a document of a later year.
pub static RULE: Rule = Rule {
    code: "T026",
    name: "basis-from-the-future",
    title: text("依据文件的年份晚于预算年度", "a basis of a later year"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Arithmetic],
    why: text(
        "编制目标时这份文件还没有印发，文号的年份疑有误。",
        "When the targets were set that document did not exist; its year is probably mistyped.",
    ),
    remedy: text(
        "核对文号的年份。",
        "Check the year of the document’s number.",
    ),
    finds: &["\
年度: 2025
成本 | 补助标准 | 650元 | 依据=云财社〔2028〕15号 <<
"],
    passes: &[
        "\
年度: 2025
成本 | 补助标准 | 650元 | 依据=云财社〔2025〕15号
",
        "\
年度: 2025
成本 | 补助标准 | 650元 | 依据=云财社〔2019〕15号
",
        "成本 | 补助标准 | 650元 | 依据=云财社〔2028〕15号",
    ],
    check: Check::Indicator(check),
};

fn check(row: &Row<'_>, case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(budget_year) = case.year else {
        return;
    };
    let basis = row.indicator.basis.text();
    let documents = years::documents(basis);
    if let Some((_, year)) = documents.iter().find(|(_, year)| *year > budget_year) {
        findings.report(
            row.spot(Part::Basis),
            format!("依据“{basis}”是{year}年的文件，晚于预算年度{budget_year}年，请核对文号"),
            format!("the basis “{basis}” is of {year}, later than the budget year {budget_year}; is its number right?"),
        );
    }
}
