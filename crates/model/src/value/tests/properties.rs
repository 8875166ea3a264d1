//! Properties that hold for every text and every value.
//!
//! Cases come from a small seeded generator, so that a failure is the same on every machine.
//! `CASES=1000000 cargo test --release -p plumbline-model properties` tries more of them.

use super::table;
use crate::{
    Change, ChangeDirection, Date, DatePart, DatePoint, DateRelation, Dimension, Edge, Figure,
    Frequency, KnownUnit, ListItem, Magnitude, Measure, Multiplier, Per, PerUnit, Quantity,
    Relation, TargetValue, Unit, Year,
};
use rust_decimal::Decimal;

/// Cases of each property.
fn n_cases() -> u64 {
    let asked = std::env::var("CASES").ok().and_then(|n| n.parse().ok());
    asked.unwrap_or(10_000)
}

/// A generator of choices (xorshift64*).
struct Choices(u64);

impl Choices {
    fn new(seed: u64) -> Self {
        Choices(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize) % n
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

#[test]
fn a_value_compiles_from_its_own_normal_form() {
    for seed in 0..n_cases() {
        let value = any_value(&mut Choices::new(seed));
        let printed = value.to_string();
        assert_eq!(
            TargetValue::compile(&printed),
            value,
            "seed {seed}: {printed}"
        );
    }
}

#[test]
fn the_normal_form_of_any_text_is_stable() {
    let unstable = texts().filter_map(|text| {
        let value = TargetValue::compile(&text);
        let printed = value.to_string();
        let again = TargetValue::compile(&printed);
        (again != value).then(|| format!("{text:?} gives {printed:?}: {value:?}, then {again:?}"))
    });
    let unstable: Vec<String> = unstable.take(10).collect();
    assert!(unstable.is_empty(), "{}", unstable.join("\n"));
}

#[test]
fn width_and_whitespace_mean_nothing() {
    for (seed, text) in (0..).zip(texts()) {
        let choices = &mut Choices::new(seed);
        let value = TargetValue::compile(&text);
        let wide: String = text
            .chars()
            .map(|c| if choices.one_in(2) { widen(c) } else { c })
            .collect();
        assert_eq!(TargetValue::compile(&wide), value, "{text:?} as {wide:?}");
        let mut spaced = String::new();
        for c in text.chars() {
            spaced.push(c);
            if choices.one_in(2) {
                spaced.push(choices.of(&[' ', '\n', '\u{3000}', '\t', '\u{200b}']));
            }
        }
        assert_eq!(
            TargetValue::compile(&spaced),
            value,
            "{text:?} as {spaced:?}"
        );
    }
}

#[test]
fn any_value_can_be_explained_and_written_as_json() {
    for text in texts().take(3_000) {
        let value = TargetValue::compile(&text);
        assert!(
            !value.explain_zh().is_empty() && !value.explain_en().is_empty(),
            "{text:?}"
        );
        let json = serde_json::to_value(crate::ValueJson::from(&value)).expect("serialises");
        assert!(json["kind"].is_string(), "{json}");
    }
}

#[test]
fn long_texts_take_no_longer_than_their_length() {
    let pieces = [
        "1",
        "(",
        "95%",
        "1个",
        "一",
        "每",
        "1,",
        "5/",
        "、",
        "1个,",
        "和5人",
        "2024年",
        "持续",
        "万",
        "控制在",
        "人",
        ":",
        "1-",
        "\u{3000}",
        "/每",
        "1月",
        "一等奖1个,20万元;",
        "不",
        ".",
        "1年1次",
    ];
    let started = std::time::Instant::now();
    for piece in pieces {
        for n_chars in [4_000, 5_000, 1_000_000] {
            let _ = TargetValue::compile(&piece.repeat(n_chars / piece.chars().count()));
        }
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

fn widen(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// The values of the table, texts made of what values are made of, and texts of any characters.
fn texts() -> impl Iterator<Item = String> {
    let mixed = (0..n_cases()).map(|seed| {
        let choices = &mut Choices::new(seed);
        let n_pieces = 1 + choices.below(8);
        (0..n_pieces).map(|_| choices.of(PIECES)).collect()
    });
    let edited = table::values().zip(0..).flat_map(|(text, seed)| {
        (0..20).map(move |i| edited(text, &mut Choices::new(seed * 20 + i)))
    });
    let wild = (0..n_cases() / 4).map(|seed| {
        let choices = &mut Choices::new(seed);
        (0..choices.below(20))
            .filter_map(|_| char::from_u32(choices.below(0x30000) as u32))
            .collect()
    });
    table::values()
        .map(str::to_owned)
        .chain(edited)
        .chain(mixed)
        .chain(wild)
}

/// A value with a piece put in or a character taken out.
fn edited(text: &str, choices: &mut Choices) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = choices.below(chars.len() + 1);
    if choices.one_in(2) && at < chars.len() {
        chars.remove(at);
    } else {
        chars.splice(at..at, choices.of(PIECES).chars());
    }
    chars.into_iter().collect()
}

const PIECES: &[&str] = &[
    "≥",
    "≤",
    ">",
    "<",
    "=",
    "≥=",
    "》",
    "不少于",
    "不超过",
    "控制在",
    "以内",
    "以上",
    "约",
    "左右",
    "达到",
    "余",
    "多",
    "+",
    "(含)",
    "提高",
    "下降",
    "到",
    "较上年",
    "完成",
    "1",
    "2",
    "3",
    "12",
    "31",
    "50",
    "95",
    "100",
    "2024",
    "2025",
    "0.5",
    ".5",
    "1,000",
    "9999999999999999",
    "99999999999999999999",
    "-",
    "~",
    "至",
    "--",
    "%",
    "‰",
    "百分点",
    "百分之",
    "百",
    "千",
    "万",
    "亿",
    "十",
    "一",
    "两",
    "三",
    "半",
    "零",
    "元",
    "万元",
    "人",
    "名",
    "人次",
    "个",
    "次",
    "期",
    "部",
    "项",
    "村",
    "社区",
    "户",
    "天",
    "日",
    "月",
    "个月",
    "月份",
    "年",
    "年度",
    "季度",
    "半年",
    "小时",
    "分",
    "分钟",
    "亩",
    "公里",
    "千克",
    "克",
    "m2",
    "kg",
    "课",
    "栋",
    "/",
    "每",
    "/每",
    "·",
    "人均",
    "每人",
    "每年",
    "每月",
    "按季度",
    "按",
    "逐年",
    "前",
    "内",
    "后",
    "起",
    "止",
    "底",
    "末",
    "初",
    "中",
    "上旬",
    "年底",
    "全年",
    "当年",
    "次年",
    "上半年",
    "第一季度",
    "春节",
    "十一",
    "截至",
    "自",
    "、",
    ",",
    ";",
    ":",
    "。",
    "和",
    "及",
    "与",
    "的",
    "一等奖",
    "培训",
    "持续",
    "提升",
    "明显",
    "长期",
    "无",
    "不适用",
    "优",
    "定性",
    "(",
    ")",
    "X",
    "a",
    "kW",
    "?",
    "村民",
    "12月",
    "6月底",
    "31日",
    "10日",
    "2024年",
    "2024.12",
    "2024-12-31",
    "20241231",
    "1-12月",
];

fn any_value(choices: &mut Choices) -> TargetValue {
    match choices.below(8) {
        0..=3 => TargetValue::Quantity(any_quantity(choices)),
        4 => TargetValue::Date(any_date(choices)),
        5 => TargetValue::Frequency(any_frequency(choices)),
        6 => {
            TargetValue::compile(choices.of(&["明显提升", "优", "不适用", "待定", "长期", "桌椅"]))
        }
        _ => any_list(choices),
    }
}

fn any_quantity(choices: &mut Choices) -> Quantity {
    let magnitude = any_magnitude(choices);
    let relations: &[Relation] = match magnitude {
        Magnitude::One(_) => &[
            Relation::Unstated,
            Relation::Equal,
            Relation::AtLeast,
            Relation::MoreThan,
            Relation::AtMost,
            Relation::LessThan,
            Relation::About,
            Relation::Reaches,
        ],
        Magnitude::Range(..) => &[
            Relation::Unstated,
            Relation::Equal,
            Relation::About,
            Relation::Reaches,
        ],
    };
    let change = Change {
        direction: choices.of(&[ChangeDirection::Rise, ChangeDirection::Fall]),
        against_last_year: choices.one_in(2),
    };
    let mut quantity = Quantity {
        relation: choices.of(relations),
        change: choices.one_in(8).then_some(change),
        magnitude,
        unit: any_unit(choices),
        of: None,
    };
    let counts = matches!(&quantity.unit.measure, Measure::Known(u) if u.symbol() == "个" || u.symbol() == "次");
    if counts && quantity.unit.per.is_empty() && choices.one_in(3) {
        quantity.of = Some(choices.of(&["村", "社区", "培训", "办事处"]).into());
    }
    quantity
}

fn any_magnitude(choices: &mut Choices) -> Magnitude {
    let multipliers = [
        Multiplier::One,
        Multiplier::One,
        Multiplier::TenThousand,
        Multiplier::HundredMillion,
    ];
    let multiplier = choices.of(&multipliers);
    let scale = choices.below(4) as u32;
    // Up to 1000 with decimals, so that no number looks like a year or a date.
    let mut figure = || Figure {
        digits: Decimal::new(choices.below(999) as i64, scale),
        multiplier,
    };
    let (a, b) = (figure(), figure());
    if choices.one_in(4) {
        let (low, high) = if a.digits <= b.digits { (a, b) } else { (b, a) };
        Magnitude::Range(low, high)
    } else {
        Magnitude::One(a)
    }
}

fn any_unit(choices: &mut Choices) -> Unit {
    let units: Vec<KnownUnit> = KnownUnit::all().collect();
    let n_per = choices.of(&[0, 0, 1, 2]);
    let per = (0..n_per).map(|_| any_per(choices)).collect();
    let mut unit = Unit {
        measure: Measure::None,
        per,
    };
    unit.measure = match choices.below(6) {
        0 if unit.is_per(Dimension::Persons) => {
            Measure::Assumed(KnownUnit::from_printed("元").expect("known"))
        }
        1 => Measure::Unknown(choices.of(&["坛", "垛子", "xyz"]).into()),
        2 if !unit.is_per(Dimension::Persons) => Measure::None,
        _ => Measure::Known(choices.of(&units)),
    };
    unit
}

fn any_per(choices: &mut Choices) -> Per {
    let unit = choices.of(&[
        "人",
        "天",
        "月",
        "年",
        "季度",
        "次",
        "村",
        "户",
        "平方米",
        "半年",
    ]);
    Per {
        count: choices.of(&[1, 1, 1, 2, 3]),
        unit: match choices.below(8) {
            0 => PerUnit::Unknown("垛子".into()),
            _ => PerUnit::Known(KnownUnit::from_printed(unit).expect("known")),
        },
    }
}

fn any_point(choices: &mut Choices) -> DatePoint {
    let year = choices.of(&[
        Year::Unstated,
        Year::Current,
        Year::Next,
        Year::Last,
        Year::Stated(2024),
        Year::Stated(2030),
    ]);
    let month = 1 + choices.below(12) as u8;
    let part = match choices.below(6) {
        0 if year != Year::Unstated => DatePart::Whole,
        1 => DatePart::Half(1 + choices.below(2) as u8),
        2 => DatePart::Quarter(1 + choices.below(4) as u8),
        3 => DatePart::Day(month, 1 + choices.below(28) as u8),
        4 => DatePart::Festival(choices.of(&["春节", "汛期"])),
        _ => DatePart::Month(month),
    };
    let edges: &[Edge] = match part {
        DatePart::Day(..) | DatePart::Festival(_) => &[Edge::Whole],
        DatePart::Month(_) => &[
            Edge::Whole,
            Edge::Start,
            Edge::Middle,
            Edge::End,
            Edge::FirstTenDays,
            Edge::SecondTenDays,
            Edge::LastDays,
        ],
        _ => &[Edge::Whole, Edge::Start, Edge::End],
    };
    DatePoint {
        year,
        part,
        edge: choices.of(edges),
    }
}

fn any_date(choices: &mut Choices) -> Date {
    let from = any_point(choices);
    let relation = choices.of(&[
        DateRelation::In,
        DateRelation::By,
        DateRelation::Within,
        DateRelation::From,
        DateRelation::After,
        DateRelation::About,
    ]);
    let year_of_end = if from.year == Year::Unstated {
        Year::Unstated
    } else {
        Year::Stated(2031)
    };
    let end = DatePoint {
        year: year_of_end,
        part: DatePart::Month(12),
        edge: Edge::End,
    };
    let is_period = !matches!(from.part, DatePart::Festival(_)) && choices.one_in(4);
    let event = choices.of(&[None, None, Some("完成"), Some("发放到位")]);
    Date {
        relation,
        from,
        to: is_period.then_some(end),
        event: event.map(Box::from),
    }
}

fn any_frequency(choices: &mut Choices) -> Frequency {
    let symbol = choices.of(&["月", "年", "季度", "天", "周", "学期"]);
    let every = Per {
        count: choices.of(&[1, 1, 2]),
        unit: PerUnit::Known(KnownUnit::from_printed(symbol).expect("known")),
    };
    let unstated = |part, edge| DatePoint {
        year: Year::Unstated,
        part,
        edge,
    };
    let point = match symbol {
        "月" => unstated(
            DatePart::DayOfMonth(1 + choices.below(28) as u8),
            Edge::Whole,
        ),
        "年" => unstated(DatePart::Month(1 + choices.below(12) as u8), Edge::End),
        _ => unstated(DatePart::Whole, Edge::End),
    };
    let relation = choices.of(&[DateRelation::In, DateRelation::By]);
    let event = choices.of(&[None, Some("完成")]);
    Frequency {
        every,
        at: choices.one_in(2).then_some((relation, point)),
        event: event.map(Box::from),
    }
}

fn any_list(choices: &mut Choices) -> TargetValue {
    let labels = ["一等奖", "二等奖", "完成率", "新建点位"];
    let with_labels = choices.one_in(2);
    let n_items = 2 + choices.below(3);
    let items = (0..n_items).map(|i| {
        let n_values = if with_labels { 1 + choices.below(3) } else { 1 };
        ListItem {
            label: with_labels.then(|| labels[i % labels.len()].into()),
            values: (0..n_values).map(|_| listed_quantity(choices)).collect(),
        }
    });
    TargetValue::List(items.collect())
}

/// A quantity with a unit: bare numbers before a comma would run together.
fn listed_quantity(choices: &mut Choices) -> TargetValue {
    loop {
        let quantity = any_quantity(choices);
        if matches!(quantity.unit.measure, Measure::Known(_)) {
            return TargetValue::Quantity(quantity);
        }
    }
}
