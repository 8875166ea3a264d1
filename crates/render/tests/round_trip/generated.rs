//! Targets made by chance read back the same: 1 to 40 indicators, cells that are longer than a
//! page, slots nobody filled, one or many projects in a file.
//!
//! `RENDER_CASES=200` tries more of them, `PROPTEST_RNG_SEED=7` others.

use crate::support::{FORMATS, differences};
use plumbline_model::{
    Amount, CompiledValue, Disbursement, Document, EmptySlot, Field, Funding, Indicator, MoneyUnit,
    Number, Place, Placed, Text,
};
use plumbline_render::form;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};

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

/// How many times: rarely so many that the cell is longer than a page.
fn times(usual: usize) -> impl Strategy<Value = usize> {
    prop_oneof![60 => 1..usual, 1 => 150..400usize]
}

prop_compose! {
    fn indicator()(
        level in 0..FRAME.len(),
        (thing, deed, times) in (0..8usize, 0..6usize, times(12)),
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
        mut indicators in prop::collection::vec(indicator(), 1..=40),
        (thing, deed) in (0..8usize, 0..6usize),
        goals in prop::collection::vec((0..8usize, 0..6usize, times(20)), 1..4),
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

/// The same targets in every run, unless others are asked for.
fn config() -> Config {
    const SHRINK_FOR_SECONDS: u32 = 60;
    let cases = std::env::var("RENDER_CASES")
        .ok()
        .and_then(|n| n.parse().ok());
    let usual = Config::default();
    Config {
        cases: cases.unwrap_or(12),
        failure_persistence: None,
        max_shrink_time: SHRINK_FOR_SECONDS * 1000,
        rng_seed: match usual.rng_seed {
            RngSeed::Random => RngSeed::Fixed(1),
            asked => asked,
        },
        ..usual
    }
}

/// What is wrong with documents in each of these forms and in every format.
fn wrong(forms: &[&str], documents: &[Document]) -> Vec<String> {
    let mut wrong = Vec::new();
    for name in forms {
        let form = form::named(name).expect("a form");
        for format in &FORMATS {
            let found = differences(form, documents, format).into_iter();
            wrong.extend(found.map(|one| format!("{name}, {}: {one}", format.name)));
        }
    }
    wrong
}

#[test]
fn generated_targets_read_back_the_same() {
    proptest!(config(), |(documents in prop::collection::vec(target(), 1..6))| {
        let wrong = wrong(&FORMS, &documents);
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn a_volume_of_35_projects_reads_back_the_same() {
    let mut runner = TestRunner::new(config());
    let volume = prop::collection::vec(target(), 35).new_tree(&mut runner);
    let documents = volume.expect("a volume").current();
    let wrong = wrong(
        &["performance-volume", "project-target-with-plan"],
        &documents,
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
