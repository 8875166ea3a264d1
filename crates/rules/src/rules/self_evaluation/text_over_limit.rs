//! An account or a reason is longer than the form allows.

use crate::case::Case;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::{Severity, Spot};

/// An account or a reason is longer than the form allows.
pub static RULE: Rule = Rule {
    code: "S033",
    name: "text-over-limit",
    title: text("文字超过规定字数", "text longer than the form allows"),
    severity: Severity::Warning,
    applies: Applies::SELF_EVALUATIONS,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text("有的地区自评表限定完成情况和原因的字数", "the form of one region limits the length of accounts and reasons"))],
    why: text("超过规定字数的文字在系统中会被截断或退回。", "Longer texts are cut off or refused."),
    remedy: text("压缩到规定字数以内，保留数据。", "Shorten it to the limit and keep the figures."),
    finds: &["\
种类: 自评
年度: 2023
编码: 51000023T000000000001
完成情况: 完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务， <<
"],
    passes: &["\
种类: 自评
年度: 2023
编码: 51000023T000000000001
完成情况: 完成县乡道路日常养护。
", "\
种类: 自评
年度: 2023
完成情况: 完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，完成县乡道路日常养护和水毁修复各项任务，
"],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(max) = case.profile.scoring.text_chars_max else {
        return;
    };
    let results = case.document.results.iter().flatten();
    let chars: usize = results.map(|result| result.value.chars().count()).sum();
    let first = case.document.results.iter().flatten().next();
    if let Some(first) = first.filter(|_| chars > max) {
        let spot = Spot::of_placed("results[0]", first);
        report(
            ("完成情况", "the account of results"),
            chars,
            max,
            spot,
            findings,
        );
    }
    let of_execution = &case.document.funding.total.reason;
    let spot = Spot::of_text("funding.total.reason", of_execution);
    let of_rows = case
        .annual_rows()
        .map(|row| (row.spot(Part::Reason), &row.indicator.reason));
    for (spot, reason) in of_rows.chain([(spot, of_execution)]) {
        let chars = reason.text().chars().count();
        if chars > max {
            report(("原因", "the reason"), chars, max, spot, findings);
        }
    }
}

fn report(
    (zh, en): (&str, &str),
    chars: usize,
    max: usize,
    spot: Spot,
    findings: &mut Findings<'_>,
) {
    findings.report(
        spot,
        format!("{zh}{chars}字，超过规定的{max}字"),
        format!("{en} has {chars} characters, more than the {max} allowed"),
    );
}
