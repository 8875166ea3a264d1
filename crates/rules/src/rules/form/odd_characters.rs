//! A text has signs that most programs do not know in place of the usual ones.

use crate::case::Case;
use crate::facts::passage::Holder;
use crate::facts::passage::Passage;
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use crate::words::Sign;
use plumbline_model::Severity;

/// A text has signs that most programs do not know in place of the usual ones.
pub static RULE: Rule = Rule {
    code: "F033",
    name: "odd-characters",
    title: text("字符写法不规范", "unusual characters"),
    severity: Severity::Info,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Completeness,
    basis: &[Basis::Practice(text(
        "在用系统只认“≥”“≤”和半角数字",
        "systems in use know `≥`, `≤` and narrow digits only",
    ))],
    why: text(
        "“≧”和全角数字在导入、查找和计算时会出错。",
        "`≧` and full-width digits fail on import, search and calculation.",
    ),
    remedy: text(
        "换成“≥”“≤”和半角字符。",
        "Use `≥`, `≤` and narrow characters.",
    ),
    finds: &[
        "\
满意度 | 学员满意度 | ≧90% <<
质量 | 合格率 | ９５％
",
        "数量 | 信息发布频次 | ≥5条/每日 <<",
        "目标: 培训农户５０人次。 <<",
    ],
    passes: &[
        "满意度 | 学员满意度 | ≥90%",
        "数量 | 信息发布频次 | ≥5条/日",
        "目标: 提高比例（％）",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let passages = case.passages().iter();
    let odd: Vec<&Passage<'_>> = passages.filter(|passage| is_odd(passage)).collect();
    let Some((first, others)) = odd.split_first() else {
        return;
    };
    let usual = in_usual_signs(first.text);
    let (zh, en) = match odd.len() {
        1 => (String::new(), String::new()),
        n => (format!("；同类情况共{n}处"), format!("; {n} places in all")),
    };
    let mut reported = findings
        .report(
            first.spot(case),
            format!("“{}”宜写作“{usual}”{zh}", first.text),
            format!("“{}” is usually written “{usual}”{en}", first.text),
        )
        .fix(usual);
    for passage in others {
        reported = reported.with(passage.spot(case), "同类情况", "of the same kind");
    }
}

fn is_odd(passage: &Passage<'_>) -> bool {
    let is_value = matches!(passage.holder, Holder::Row(_, Part::Value | Part::Actual));
    let wide = passage.words.has_sign(Sign::Wide)
        && passage.text.contains([
            '≧', '≦', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９',
        ]);
    // Most values have no stroke, which is told faster.
    wide || (is_value && passage.text.contains('/') && passage.text.contains("/每"))
}

fn in_usual_signs(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '≧' => '≥',
        '≦' => '≤',
        '％' => '%',
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        c => c,
    });
    narrow.collect::<String>().replace("/每", "/")
}
