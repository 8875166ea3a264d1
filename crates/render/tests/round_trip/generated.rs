//! Targets made by chance read back the same: 1 to 40 indicators, long cells, slots nobody filled,
//! several projects in a file.

use crate::support::{FORMATS, differences};
use plumbline_model::{
    Amount, CompiledValue, Disbursement, Document, EmptySlot, Field, Funding, Indicator, MoneyUnit,
    Number, Place, Placed, Text,
};
use plumbline_render::form;
use proptest::prelude::*;
use proptest::test_runner::Config;

fn stated<T>(value: T) -> Field<T> {
    Field::Stated(value, Place::Whole)
}

fn text(value: impl Into<String>) -> Text {
    stated(value.into())
}

fn amount(printed: String) -> Field<Amount> {
    let number = Number::from_printed(&printed).expect("a number");
    stated(Amount { number, unit: None })
}

const FRAME: [(&str, &str); 9] = [
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("产出指标", "成本指标"),
    ("效益指标", "经济效益指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "生态效益指标"),
    ("效益指标", "可持续影响指标"),
    ("满意度指标", "服务对象满意度指标"),
];

const THINGS: [&str; 8] = [
    "渠道", "路灯", "站点", "林地", "课程", "水样", "档案", "摊位",
];
const DEEDS: [&str; 6] = ["养护", "巡查", "更新", "登记", "清洗", "复核"];
const VALUES: [&str; 9] = [
    "≥95%",
    "12处",
    "2025年9月底前",
    "≤0.8万元/台",
    "明显提升",
    "不适用",
    "每月2次",
    "100%",
    "50-100人",
];

/// Words about things and deeds, so many times over.
fn words(thing: usize, deed: usize, times: usize) -> String {
    let phrase = |i| {
        let (thing, deed) = (THINGS[(thing + i) % 8], DEEDS[(deed + i) % 6]);
        format!("{deed}{thing}")
    };
    (0..times).map(phrase).collect::<Vec<_>>().join("并")
}

prop_compose! {
    fn indicator()(
        level in 0..FRAME.len(),
        (thing, deed, times) in (0..8usize, 0..6usize, 1..12usize),
        value in 0..VALUES.len(),
        is_blank in prop::bool::weighted(0.05),
    ) -> (usize, Indicator) {
        let (level1, level2) = FRAME[level];
        let value = match is_blank {
            true => Field::Blank(Place::Whole),
            false => stated(CompiledValue::from_printed(VALUES[value].to_owned())),
        };
        (level, Indicator {
            level1: text(level1),
            level2: text(level2),
            name: text(words(thing, deed, times) + "情况"),
            description: text(words(deed, thing, times)),
            value,
            basis: text(format!("云发〔2024〕{times}号")),
            ..Indicator::default()
        })
    }
}

prop_compose! {
    fn target()(
        mut indicators in prop::collection::vec(indicator(), 1..40),
        (thing, deed) in (0..8usize, 0..6usize),
        goals in prop::collection::vec((0..8usize, 0..6usize, 1..20usize), 1..4),
        total in (1..90_000u32, 0..90_000u32),
        slots in prop::collection::vec(0..FRAME.len(), 0..3),
        number in 1..9_999u32,
    ) -> Document {
        indicators.sort_by_key(|(level, _)| *level);
        let hundredths = |n: u32| format!("{}.{:02}", n / 100, n % 100);
        let mut funding = Funding { unit: stated(MoneyUnit::WanYuan), ..Funding::default() };
        funding.total.budget = amount(hundredths(total.0 + total.1));
        funding.fiscal.budget = amount(hundredths(total.0));
        funding.other.budget = amount(hundredths(total.1));
        let mut document = Document {
            fiscal_year: stated(2025),
            funding,
            indicators: indicators.into_iter().map(|(_, one)| one).collect(),
            ..Document::default()
        };
        document.project.name = text(format!("{}项目第{number}批", words(thing, deed, 2)));
        document.project.purpose = text(words(deed, thing, 6) + "。");
        document.project.period = text("一年");
        document.competent_department.name = text("云溪县水利局");
        document.competent_department.code = text("305");
        document.implementing_unit.name = text("云溪县渠道管理站");
        for (thing, deed, times) in goals {
            document.goals.push(Placed::new(words(thing, deed, times), Place::Whole));
        }
        for (by, share) in [("3月底", "20"), ("12月底", "100")] {
            document.disbursement_plan.push(Disbursement {
                by: Placed::new(by.into(), Place::Whole),
                cumulative_percent: stated(Number::from_printed(share).expect("a number")),
            });
        }
        let mut slots = slots;
        slots.sort_unstable();
        slots.dedup();
        for level in slots {
            let (level1, level2) = FRAME[level];
            document.empty_slots.push(EmptySlot {
                level1: text(level1),
                level2: text(level2),
                mark: Placed::new("指标9：".into(), Place::Whole),
            });
        }
        document
    }
}

/// Forms whose words generated targets fit; sentences are tried with the samples.
const FORMS: [&str; 5] = [
    "project-target-annual",
    "project-target-with-plan",
    "project-target-numbered",
    "project-target-2015",
    "performance-volume",
];

#[test]
fn generated_targets_read_back_the_same() {
    let cases = std::env::var("RENDER_CASES")
        .ok()
        .and_then(|n| n.parse().ok());
    let config = Config {
        cases: cases.unwrap_or(12),
        failure_persistence: None,
        ..Config::default()
    };
    proptest!(config, |(documents in prop::collection::vec(target(), 1..6))| {
        for name in FORMS {
            let form = form::named(name).expect("a form");
            for format in &FORMATS {
                let wrong = differences(form, &documents, format);
                prop_assert!(wrong.is_empty(), "{name}, {}: {}", format.name, wrong.join("\n"));
            }
        }
    });
}
