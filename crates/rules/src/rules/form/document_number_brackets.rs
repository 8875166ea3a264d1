//! One source writes the years of document numbers in different brackets.

use std::collections::BTreeSet;

use crate::findings::Findings;
use crate::rule::*;
use crate::volume::Volume;
use crate::words::Sign;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// One source writes the years of document numbers in different brackets.
pub static RULE: Rule = Rule {
    code: "F034",
    name: "document-number-brackets",
    title: text(
        "文号的括号写法不一",
        "document numbers with different brackets",
    ),
    severity: Severity::Info,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "公文文号的年份用六角括号“〔〕”括入，是公文格式的通例",
        "the year of a document number stands in the brackets 〔〕, as official documents have it",
    ))],
    why: text(
        "同一文号写法不一，难以查找和核对。",
        "A number written in several ways is hard to find.",
    ),
    remedy: text(
        "统一用六角括号，如“〔2025〕3号”。",
        "Use 〔〕 everywhere, as in 〔2025〕3号.",
    ),
    finds: &["\
数量 | 培训人数 | ≥50人 | 依据=云农发〔2025〕3号
成本 | 培训费用 | ≤200元/人 | 依据=云财行【2024】12号 <<
"],
    passes: &[
        "\
数量 | 培训人数 | ≥50人 | 依据=云农发〔2025〕3号
成本 | 培训费用 | ≤200元/人 | 依据=云财行〔2024〕12号
",
        "数量 | 培训人数 | ≥50人 | 依据=云农发[2025]3号",
    ],
    check: Check::Volume(check),
};

fn check(volume: &Volume<'_>, findings: &mut Findings<'_>) {
    let mut shapes = BTreeSet::new();
    let mut odd: Vec<(usize, Spot)> = Vec::new();
    for case in volume.iter() {
        for passage in case
            .passages()
            .iter()
            .filter(|passage| passage.words.has_sign(Sign::Bracket))
        {
            let opening = year_brackets(passage.text);
            if opening.iter().any(|c| *c != '〔') {
                odd.push((case.number, passage.spot(case)));
            }
            shapes.extend(opening);
        }
    }
    let Some(((document, first), others)) = odd.split_first().filter(|_| shapes.len() > 1) else {
        return;
    };
    let mut reported = findings.report_in(
        *document,
        first.clone(),
        format!(
            "文号“{}”没有用六角括号〔〕，与其他文号写法不一；共{}处",
            first.quote,
            odd.len()
        ),
        format!(
            "“{}” does not have the brackets 〔〕 of the other numbers; {} places",
            first.quote,
            odd.len()
        ),
    );
    for (_, spot) in others {
        reported = reported.with(spot.clone(), "括号写法不同", "other brackets");
    }
}

/// The brackets that open the years of the document numbers in a text.
fn year_brackets(text: &str) -> Vec<char> {
    let brackets = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '〔' | '[' | '【'));
    let of_years = brackets.filter(|(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let year = rest
            .get(..4)
            .is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
        let after = rest.get(4..).unwrap_or_default();
        let number = after.strip_prefix(['〕', ']', '】']).unwrap_or_default();
        let number = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        year && number.starts_with('号')
    });
    of_years.map(|(_, c)| c).collect()
}
