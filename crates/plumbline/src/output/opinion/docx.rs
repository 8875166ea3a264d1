//! The review opinion as a Word document: a form to be gone through and signed.

use std::io;

use super::{facts, finding_line, nothing_found, proviso, signature, title};
use crate::catalogue::criterion_name;
use crate::message::Lang;
use crate::opinion::{Opinion, Opinions, grade_name, part_name};
use crate::output::paper::Paper;

pub(crate) fn document(opinions: &Opinions, lang: Lang) -> io::Result<Vec<u8>> {
    let mut word = Paper::new(title(lang));
    for (i, one) in opinions.opinions.iter().enumerate() {
        if i > 0 {
            word.new_page();
        }
        opinion(one, lang, &mut word);
    }
    word.into_docx()
}

fn opinion(opinion: &Opinion, lang: Lang, word: &mut Paper) {
    let colon = lang.pick("：", ": ");
    word.title(title(lang));
    for (name, fact) in facts(opinion, lang) {
        word.line(&format!("{name}{colon}{fact}"));
    }
    word.paragraph(proviso(lang));
    word.heading(lang.pick("一、逐项审核", "1. Point by point"));
    word.table(
        lang.pick(
            [
                ("审核内容", 13),
                ("审核要点", 17),
                ("等次建议", 12),
                ("问题和修改建议", 43),
                ("审核人评定", 15),
            ],
            [
                ("part", 13),
                ("point", 17),
                ("proposed", 12),
                ("findings", 43),
                ("reviewer", 15),
            ],
        ),
        &points(opinion, lang),
    );
    word.heading(lang.pick("二、需要人工核实的事项", "2. Left to the reviewer"));
    word.table(
        lang.pick(
            [("核实", 8), ("审核要点", 17), ("应当", 30), ("看什么", 45)],
            [
                ("✓", 8),
                ("point", 17),
                ("should hold", 30),
                ("look at", 45),
            ],
        ),
        &by_hand(opinion, lang),
    );
    if !opinion.outside.is_empty() {
        word.heading(lang.pick(
            "三、审核表以外的问题",
            "3. Findings outside the review form",
        ));
        for finding in &opinion.outside {
            word.paragraph(&finding_line(finding, lang));
        }
    }
    let grade = grade_name(opinion.grade, lang);
    word.heading(&lang.say(
        format_args!("综合评定建议：{grade}"),
        format_args!("Proposed grade of the whole: {grade}"),
    ));
    let (reason, consequence) = (&opinion.reason, opinion.consequence);
    word.paragraph(&lang.say(
        format_args!("理由：{reason}。处理：{consequence}"),
        format_args!("Reason: {reason}. Consequence: {consequence}"),
    ));
    word.line(lang.pick(
        "审核人最终评定：□优　□良　□中　□差",
        "Final grade: □ excellent  □ good  □ fair  □ poor",
    ));
    word.line(signature(lang));
}

fn points(opinion: &Opinion, lang: Lang) -> Vec<[String; 5]> {
    let row = |point: &crate::opinion::Point| {
        let findings = point
            .findings
            .iter()
            .map(|finding| finding_line(finding, lang));
        let mut findings = findings.collect::<Vec<_>>().join("\n");
        if findings.is_empty() && point.grade.is_some() {
            findings = nothing_found(lang).to_owned();
        }
        [
            part_name(point.of, lang).to_owned(),
            criterion_name(point.of, lang),
            grade_name(point.grade, lang).to_owned(),
            findings,
            String::new(),
        ]
    };
    opinion.points.iter().map(row).collect()
}

fn by_hand(opinion: &Opinion, lang: Lang) -> Vec<[String; 4]> {
    let points = opinion.points.iter();
    let items = points.flat_map(|point| point.by_hand.iter().map(move |item| (point, item)));
    let row = |(point, item): (&crate::opinion::Point, &crate::catalogue::HandPage)| {
        [
            "□".to_owned(),
            criterion_name(point.of, lang),
            item.title.to_owned(),
            item.look.to_owned(),
        ]
    };
    items.map(row).collect()
}
