//! A text names a person together with a payment or a hardship.

use std::collections::BTreeMap;

use crate::case::Case;
use crate::facts::passage::Holder;
use crate::facts::passage::Passage;
use crate::facts::persons;
use crate::findings::Findings;
use crate::mask;
use crate::rule::*;
use crate::words::Word;
use plumbline_model::Severity;
use plumbline_model::Spot;

/// A text names a person together with a payment or a hardship.
pub static RULE: Rule = Rule {
    code: "D001",
    name: "named-person",
    title: text(
        "点名了领取资金或有困难的个人",
        "a person named with money or need",
    ),
    severity: Severity::Error,
    applies: Applies::EVERYWHERE,
    criterion: Criterion::Outside,
    basis: &[
        Basis::Act {
            act: "personal-information",
            says: text(
                "个人信息的公开要有法定依据，并限于必要范围",
                "personal data is made public only on a legal basis and no more than necessary",
            ),
            mark: Mark::Known,
        },
        Basis::Act {
            act: "information-disclosure",
            says: text(
                "涉及个人隐私、公开会损害他人权益的信息不公开",
                "what touches on privacy and would harm others is not made public",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "公开文本点名个人的收入、补助或困难，会泄露个人隐私。",
        "A published text that names a person's income, allowance or hardship exposes private life.",
    ),
    remedy: text(
        "删去姓名，改为人员类别和人数，如“聘用人员1名工资”。",
        "Leave out the name; say what kind of person and how many.",
    ),
    finds: &[
        "项目: 活动中心经费（含张云工资） <<",
        "成本 | 老党员李云溪1人 | 500元/人/月 <<",
        "目标: 慰问困难职工王云溪同志 <<",
    ],
    passes: &[
        "项目: 活动中心经费（含临时人员工资）",
        "项目: 高龄老人补助",
        "成本 | 在岗护林员、巡护员1人 | 1200元/人/年",
        "项目: 王庄村道路补助",
        "目标: 学习先进典型，慰问老同志",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut by_name: BTreeMap<&str, Vec<(&Passage<'_>, Spot)>> = BTreeMap::new();
    for passage in case
        .passages()
        .iter()
        .filter(|passage| passage.words.has(Word::Personal))
    {
        let names = persons::names(passage.text);
        let Some((_, spot)) = passage.hiding(case, &names, mask::name) else {
            continue;
        };
        for name in names {
            let places = by_name.entry(&passage.text[name]).or_default();
            places.push((passage, spot.clone()));
        }
    }
    for (name, places) in by_name {
        let mut places = places.into_iter();
        let Some((first, spot)) = places.next() else {
            continue;
        };
        let masked = mask::name(name);
        let shown = spot.quote.clone();
        let mut reported = findings.report(
            spot,
            format!("“{shown}”疑点名个人“{masked}”及其收入或困难情况，公开前请核实"),
            format!("“{shown}” seems to name a person, {masked}, with income or hardship; please check before it is published"),
        );
        for (_, spot) in places {
            reported = reported.with(spot, "同样点名", "names the person too");
        }
        // The title mostly repeats the name of the project.
        let title = &case.document.title;
        if first.holder != Holder::Title && title.text().contains(name) {
            let masked_title = title.text().replace(name, &masked);
            let spot = Spot::new("title", title.place().unwrap_or_default(), masked_title);
            reported.with(spot, "标题同样点名", "the title names the person too");
        }
    }
}
