//! The review opinion, in the forms that `opinion` writes.

pub(crate) mod docx;
pub(crate) mod text;

use super::findings::place_for_people;
use crate::message::Lang;
use crate::opinion::Opinion;
use crate::report::FindingReport;

fn title(lang: Lang) -> &'static str {
    lang.pick(
        "绩效目标审核意见（草拟）",
        "Review opinion on a performance target (draft)",
    )
}

fn proviso(lang: Lang) -> &'static str {
    lang.pick(
        "本意见由程序根据公开的规则草拟，仅供审核人参考。等次是建议，由审核人逐项核实、修改并签字后才有效。",
        "This opinion was drafted by a program from published rules. Its grades are proposals; it is \
         valid only after a reviewer has gone through it, changed what is wrong, and signed it.",
    )
}

fn nothing_found(lang: Lang) -> &'static str {
    lang.pick("程序没有发现问题", "the program found nothing")
}

fn signature(lang: Lang) -> &'static str {
    lang.pick(
        "审核人（签字）：　　　　　　　　　　日期：　　　　年　　月　　日",
        "Reviewer (signature): ____________________    Date: ____________",
    )
}

/// Project, unit, year, money, profile: what is known of them.
fn facts(opinion: &Opinion, lang: Lang) -> Vec<(&'static str, String)> {
    let about = &opinion.about;
    let year = about
        .fiscal_year
        .map(|year| lang.say(format_args!("{year}年"), format_args!("{year}")));
    let facts = [
        (lang.pick("项目", "Project"), about.name.clone()),
        (lang.pick("单位", "Unit"), about.unit.clone()),
        (lang.pick("年度", "Year"), year.unwrap_or_default()),
        (lang.pick("资金总额", "Funding"), opinion.funding.clone()),
        (lang.pick("规则集", "Profile"), about.profile.to_owned()),
    ];
    facts
        .into_iter()
        .filter(|(_, fact)| !fact.is_empty())
        .collect()
}

/// A finding in one line: code, place, what is wrong, what to do.
fn finding_line(finding: &FindingReport, lang: Lang) -> String {
    let place = place_for_people(finding.place, &finding.path, lang);
    let FindingReport { code, remedy, .. } = finding;
    let message = finding.message.trim_end_matches(['。', '.']);
    lang.say(
        format_args!("[{code}] {place}：{message}。{remedy}"),
        format_args!("[{code}] {place}: {message}. {remedy}"),
    )
}
