//! All the money is due to be paid before the work, its upkeep included, is done.

use crate::case::Case;
use crate::facts::dates::deadline;
use crate::findings::Findings;
use crate::level::Level2;
use crate::row::{Part, Row};
use crate::rule::*;
use crate::words::Word;
use plumbline_model::CalendarDay;
use plumbline_model::Severity;
use std::cmp::Ordering;

/// All the money is due to be paid before the work, its upkeep included, is done.
pub static RULE: Rule = Rule {
    code: "T028",
    name: "paid-before-done",
    title: text(
        "付款时限早于完工或运维",
        "payment due before the work is done",
    ),
    severity: Severity::Warning,
    applies: Applies::TARGETS,
    criterion: Criterion::Conditions,
    basis: &[Basis::Practice(text(
        "对公开表格的审核意见中常见此类时间安排问题",
        "opinions on published forms often raise such timing",
    ))],
    why: text(
        "工程、采购未完成，或运维服务还没有开始，就要求付清全部款项，失去对质量的约束。",
        "Paying in full before works are finished, or before their upkeep has begun, gives away the means to insist on quality.",
    ),
    remedy: text(
        "按合同节点付款，留质保金；运维费按服务期支付。",
        "Pay by contract milestones, keep a retention, and pay for upkeep as it is given.",
    ),
    finds: &[
        "\
年度: 2025
时效 | 工程资金支付完成时间 | 2025年3月底前 <<
时效 | 泵站改造工程完工时间 | 2025年9月底前
",
        "\
年度: 2025
质量 | 平台运维响应率 | 100%
时效 | 经费支出完成时间 | 2025年6月底前 <<
时效 | 平台建设完成时间 | 2025年6月底前
",
    ],
    passes: &[
        "\
年度: 2025
时效 | 工程资金支付完成时间 | 2025年12月底前
时效 | 泵站改造工程完工时间 | 2025年9月底前
",
        "\
年度: 2025
时效 | 资金支付完成时间 | 2025年3月底前
时效 | 培训完成时间 | 2025年9月底前
",
        "\
年度: 2025
时效 | 工程资金支付完成时间 | 2025年6月底前
时效 | 泵站改造工程完工时间 | 2025年6月底前
",
        "\
年度: 2025
质量 | 平台运维响应率 | 100%
时效 | 经费支出完成时间 | 2025年12月底前
时效 | 平台建设完成时间 | 2025年12月底前
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let Some(year) = case.year else {
        return;
    };
    let timely = case
        .annual_rows()
        .filter(|row| row.level2 == Some(Level2::Timeliness));
    let dated = timely.filter_map(|row| Some((row, deadline(row, year)?)));
    let (paid, done): (Vec<_>, Vec<_>) = dated.partition(|(row, _)| row.words.has(Word::Spending));
    let paid = paid.into_iter().max_by_key(|(_, due)| *due);
    let done = done
        .into_iter()
        .filter(|(row, _)| is_building(row))
        .max_by_key(|(_, due)| *due);
    let (Some((payment, paid)), Some((work, done))) = (paid, done) else {
        return;
    };
    let Some((zh, en)) = objection(case, paid, done) else {
        return;
    };
    findings
        .report(
            payment.spot(Part::Value),
            format!(
                "“{}”为“{}”，“{}”为“{}”{zh}",
                payment.name, payment.printed, work.name, work.printed
            ),
            format!(
                "“{}” is due “{}”, “{}” is due “{}”{en}",
                payment.name, payment.printed, work.name, work.printed
            ),
        )
        .with(work.spot(Part::Value), "完工时限", "work due");
}

/// What is to be said of a payment and of work due then; nothing where the payment is late enough.
fn objection(
    case: &Case<'_>,
    paid: CalendarDay,
    done: CalendarDay,
) -> Option<(&'static str, &'static str)> {
    let month_of = |(year, month, _): CalendarDay| (year, month);
    let is_year_end = done.1 == 12;
    match month_of(paid).cmp(&month_of(done)) {
        Ordering::Less => Some(("，付款在完工之前", ": payment comes first")),
        Ordering::Equal if !is_year_end && includes_upkeep(case) => {
            Some(("，付清时运维尚未开始", ": upkeep begins only then"))
        }
        _ => None,
    }
}

fn is_building(row: &Row<'_>) -> bool {
    row.words.has(Word::Building)
        || ["建设", "竣工", "完工"]
            .iter()
            .any(|word| row.name.contains(word))
}

/// Whether the money is for upkeep too.
fn includes_upkeep(case: &Case<'_>) -> bool {
    case.all_words().has(Word::Operation)
        || case.annual_rows().any(|row| row.words.has(Word::Operation))
}
