//! A project has very many indicators.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// A project has very many indicators.
pub static RULE: Rule = Rule {
    code: "R012",
    name: "too-many-indicators",
    title: text("指标过多", "too many indicators"),
    severity: Severity::Info,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Soundness,
    basis: &[Basis::Practice(text(
        "审核和审计常指出此类指标值",
        "reviewers and auditors point out such values",
    ))],
    why: text(
        "指标过多过细，主次不分，自评和监控的工作量也随之增加。",
        "With very many indicators the important ones are lost, and each has to be monitored.",
    ),
    remedy: text(
        "合并同类指标，突出核心产出和效果。",
        "Merge what belongs together and keep the core.",
    ),
    finds: &["\
数量 | 培训第2类人数 | 2人 <<
数量 | 培训第3类人数 | 3人
数量 | 培训第4类人数 | 4人
数量 | 培训第5类人数 | 5人
数量 | 培训第6类人数 | 6人
数量 | 培训第7类人数 | 7人
数量 | 培训第8类人数 | 8人
数量 | 培训第9类人数 | 9人
数量 | 培训第10类人数 | 10人
数量 | 培训第11类人数 | 11人
数量 | 培训第12类人数 | 12人
数量 | 培训第13类人数 | 13人
数量 | 培训第14类人数 | 14人
数量 | 培训第15类人数 | 15人
数量 | 培训第16类人数 | 16人
数量 | 培训第17类人数 | 17人
数量 | 培训第18类人数 | 18人
数量 | 培训第19类人数 | 19人
数量 | 培训第20类人数 | 20人
数量 | 培训第21类人数 | 21人
数量 | 培训第22类人数 | 22人
数量 | 培训第23类人数 | 23人
数量 | 培训第24类人数 | 24人
数量 | 培训第25类人数 | 25人
数量 | 培训第26类人数 | 26人
数量 | 培训第27类人数 | 27人
数量 | 培训第28类人数 | 28人
数量 | 培训第29类人数 | 29人
数量 | 培训第30类人数 | 30人
数量 | 培训第31类人数 | 31人
数量 | 培训第32类人数 | 32人
"],
    passes: &["数量 | 培训人数 | 50人"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let most = case.profile.thresholds.indicators_max;
    let count = case.annual_rows().filter(|row| row.has_value()).count();
    if let Some(first) = case.annual_rows().next().filter(|_| count > most) {
        findings.report(
            first.spot(Part::Name),
            format!("共{count}个指标，超过{most}个，宜精简合并"),
            format!("{count} indicators are more than {most}; could some be merged?"),
        );
    }
}
