//! The projects of one source mark what does not apply in different words.

use std::collections::BTreeMap;

use crate::findings::Findings;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::volume::Volume;
use plumbline_model::Severity;
use plumbline_model::{Place, Spot};

/// The projects of one source mark what does not apply in different words.
pub static RULE: Rule = Rule {
    code: "F012",
    name: "inconsistent-placeholder",
    title: text(
        "不适用的写法不一致",
        "what does not apply is written in several ways",
    ),
    severity: Severity::Info,
    applies: Applies::PROJECTS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "评审专家要求同一部门的占位写法统一",
        "reviewers ask for one wording in all forms of a department",
    ))],
    why: text(
        "写法不一，导入和统计时会被当成不同的指标。",
        "Different wordings are taken for different indicators on import.",
    ),
    remedy: text(
        "全部改成同一写法，或一律留空。",
        "Use one wording everywhere, or leave it blank everywhere.",
    ),
    finds: &["\
项目: 农技培训
生态 | 本项目不适用生态效益指标 | 不适用
---
项目: 河道保洁
生态 | 本项目不适用生态效益指标 | 不适用
---
项目: 路灯维护
生态 | 生态效益 | 不适用 <<
"],
    passes: &[
        "\
项目: 农技培训
生态 | 本项目不适用生态效益指标 | 不适用
---
项目: 河道保洁
生态 | 本项目不适用生态效益指标 | 不适用
",
        "\
项目: 农技培训
经济 | 本项目不适用经济效益指标 | 不适用
生态 | 本项目不适用生态效益指标 | 不适用
",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut by_level: BTreeMap<&str, BTreeMap<&str, Vec<Spot>>> = BTreeMap::new();
    let mut documents: BTreeMap<Place, usize> = BTreeMap::new();
    for case in volume.iter() {
        let marked = case.annual_rows().filter(|row| is_placeholder(row));
        for row in marked {
            let spot = row.spot(Part::Name);
            documents.insert(spot.place, case.number);
            let wordings = by_level.entry(row.indicator.level2.text()).or_default();
            wordings.entry(row.name).or_default().push(spot);
        }
    }
    let mut deviating: Vec<(&str, Spot)> = Vec::new();
    for wordings in by_level.into_values() {
        let usual = wordings.iter().max_by_key(|(_, spots)| spots.len());
        let Some(usual) = usual.map(|(name, _)| *name) else {
            continue;
        };
        let others = wordings.into_iter().filter(|(name, _)| *name != usual);
        deviating.extend(
            others
                .flat_map(|(_, spots)| spots)
                .map(|spot| (usual, spot)),
        );
    }
    deviating.sort_by_key(|(_, spot)| spot.place);
    let Some(((usual, first), others)) = deviating.split_first() else {
        return;
    };
    let document = documents.get(&first.place).copied().unwrap_or_default();
    let mut reported = findings.report_in(
        document,
        first.clone(),
        format!(
            "不适用的指标多数写作“{usual}”，这里写作“{}”；写法不一的共{}处",
            first.quote,
            deviating.len()
        ),
        format!(
            "what does not apply is mostly written “{usual}”, here “{}”; {} places differ",
            first.quote,
            deviating.len()
        ),
    );
    for (_, spot) in others {
        reported = reported.with(spot.clone(), "写法不同", "written differently");
    }
}

/// Whether a row says that its level 2 does not apply, and names no indicator.
fn is_placeholder(row: &Row<'_>) -> bool {
    let is_marked = row.indicator.value.is_written() && row.value().is_not_applicable();
    let repeats_level = row.indicator.level2.text().starts_with(row.name);
    let says_so = || row.name.contains("不适用") || row.name.contains("不涉及");
    is_marked && !row.name.is_empty() && (repeats_level || says_so())
}
