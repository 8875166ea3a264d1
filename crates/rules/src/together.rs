//! One finding for all rows of a document that share a defect, where one for each would bury the
//! rest.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::{Part, Row};

/// Reports the first of the annual rows with a defect and names the others beside it. `say` gives
/// what is wrong with the first, in Chinese and English, without a full stop.
pub fn report_together(
    case: &Case<'_>,
    findings: &mut Findings<'_>,
    part: Part,
    has_defect: impl Fn(&Row<'_>) -> bool,
    say: impl Fn(&Row<'_>) -> (String, String),
) {
    let mut rows = case.annual_rows().filter(|row| has_defect(row));
    let Some(first) = rows.next() else {
        return;
    };
    let others: Vec<_> = rows.collect();
    let (mut zh, mut en) = say(first);
    if !others.is_empty() {
        zh.push_str(&format!("（本表另有{}项同类指标）", others.len()));
        en.push_str(&format!(" (and {} more in this form)", others.len()));
    }
    let mut reported = findings.report(first.spot(part), zh, en);
    for row in others {
        let zh = format!("同类指标：{}", row.name);
        let en = format!("the same in “{}”", row.name);
        reported = reported.with(row.spot(part), zh, en);
    }
}
