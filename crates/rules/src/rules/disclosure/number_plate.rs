//! A text gives the number plate of a car.

use crate::case::Case;
use crate::facts::private;
use crate::findings::Findings;
use crate::mask;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;

/// A text gives the number plate of a car.
pub static RULE: Rule = Rule {
    code: "D007",
    name: "number-plate",
    title: text("文本中有车牌号", "a number plate in the text"),
    severity: Severity::Warning,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Outside,
    basis: &[Basis::Practice(text(
        "公开版本不列具体车牌，只写车型和数量",
        "published editions state kind and number of cars, not their plates",
    ))],
    why: text(
        "车牌可以对应到具体车辆和使用人。",
        "A plate leads to the car and to who drives it.",
    ),
    remedy: text("改为车型和数量。", "State kind and number of cars."),
    finds: &["目标: 维修公务用车云A12345 <<"],
    passes: &["目标: 维修公务用车2辆", "目标: 建设云溪A区12345热线分中心"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let passages = case.passages().iter();
    for passage in passages.filter(|passage| passage.words.has_sign(Sign::Capital)) {
        let found = private::plates(passage.text);
        if let Some((shown, spot)) = passage.hiding(case, &found, mask::number) {
            findings.report(
                spot,
                format!("文本中有车牌号“{shown}”，公开前请核实是否应隐去"),
                format!(
                    "the text gives a number plate, {shown}; please check before it is published"
                ),
            );
        }
    }
}
