//! The basis of an indicator is an older document of the issuer that grants the money.

use crate::case::Case;
use crate::facts::years;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// The basis of an indicator is an older document of the issuer that grants the money.
pub static RULE: Rule = Rule {
    code: "T025",
    name: "basis-older-than-grant",
    title: text("依据文件早于资金文件", "a basis older than the grant"),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "资金由某年文件下达，标准却引用同一机关往年的文件，请核实是否仍然有效。",
        "The money comes by one document, the rate from an older one of the same issuer; whether it still holds must be checked.",
    ),
    remedy: text(
        "核对依据，引用现行文件，或说明标准沿用。",
        "Cite the document in force, or say that the rate still holds.",
    ),
    finds: &["\
年度: 2025
项目: 云财社2024年21号提前下达2025年困难群众补助
成本 | 补助标准 | 650元 | 依据=云财社【2022】15号 <<
"],
    passes: &[
        "\
年度: 2025
项目: 云财社2024年21号提前下达2025年困难群众补助
成本 | 补助标准 | 650元 | 依据=云财社〔2024〕21号
",
        "\
年度: 2025
项目: 云财社2024年21号提前下达2025年困难群众补助
成本 | 补助标准 | 650元 | 依据=云政发〔2018〕14号
",
        "\
年度: 2025
项目: 困难群众补助
成本 | 补助标准 | 650元 | 依据=云财社〔2022〕15号
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let named = years::documents(case.project_name());
    let Some((issuer, granted)) = named
        .first()
        .filter(|(issuer, _)| issuer.chars().count() >= 2)
    else {
        return;
    };
    for row in case.annual_rows() {
        let based = years::documents(row.indicator.basis.text());
        let older = based
            .iter()
            .find(|(other, year)| other.ends_with(issuer) && year < granted);
        if let Some((_, year)) = older {
            findings
                .report(
                    row.spot(Part::Basis),
                    format!("资金文件是“{issuer}”{granted}年的，指标“{}”的依据却是{year}年的“{}”，请核实标准是否沿用", row.name, row.indicator.basis.text()),
                    format!("the money was granted by “{issuer}” in {granted}, but the basis “{}” of “{}” is of {year}; does it still hold?", row.indicator.basis.text(), row.name),
                )
                .with(case.name_spot(), "资金文件", "document that grants the money");
        }
    }
}
