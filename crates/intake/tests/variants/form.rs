//! Forms as their authors meant them, before anybody printed them.
//!
//! Half of them are made up from small word lists (the county 云溪县 is invented), half are the
//! documents of the samples.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::chance::Chance;

/// What a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Target,
    SelfEvaluation,
    Monitoring,
}

/// A body with its code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    pub name: String,
    pub code: Option<String>,
}

/// 三级指标 with its cells by column (`value`, `basis` …). A column that is not there is one the
/// form has no room for; a blank one is not filled in.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub level1: String,
    pub level2: String,
    pub name: String,
    pub cells: BTreeMap<&'static str, String>,
}

/// One form.
#[derive(Clone, Debug)]
pub struct Form {
    pub kind: Kind,
    pub year: Option<u16>,
    pub name: String,
    /// Single fields of the project by their key in the JSON.
    pub project: BTreeMap<&'static str, String>,
    /// Bodies by their key in the JSON.
    pub bodies: BTreeMap<&'static str, Body>,
    /// Lines of money by key, each with its columns by key; a target has the one column `budget`.
    pub money: Vec<(&'static str, BTreeMap<&'static str, String>)>,
    pub plan: Vec<(String, String)>,
    pub goals: Vec<String>,
    pub results: Vec<String>,
    /// Medium-term goals.
    pub medium: Vec<String>,
    pub rows: Vec<Row>,
    pub score: Option<String>,
}

pub const PROJECT: [&str; 5] = ["code", "attribute", "source", "period", "purpose"];
pub const BODIES: [&str; 3] = ["competent_department", "implementing_unit", "budget_unit"];
pub const MONEY: [&str; 4] = ["total", "fiscal", "carryover", "other"];
pub const MONEY_COLUMNS: [&str; 7] = [
    "budget", "adjusted", "executed", "rate", "forecast", "weight", "score",
];
/// Columns of the indicator table after the name, in their usual order.
pub const COLUMNS: [&str; 9] = [
    "description",
    "value",
    "basis",
    "actual",
    "forecast",
    "weight",
    "score",
    "reason",
    "remark",
];

impl Form {
    /// The columns its indicator table needs, in their usual order.
    pub fn columns(&self) -> Vec<&'static str> {
        let used = |c: &&str| self.rows.iter().any(|row| row.cells.contains_key(*c));
        COLUMNS.into_iter().filter(|c| used(c)).collect()
    }

    /// The columns its money needs.
    pub fn money_columns(&self) -> Vec<&'static str> {
        let used = |c: &&str| self.money.iter().any(|(_, line)| line.contains_key(*c));
        MONEY_COLUMNS.into_iter().filter(|c| used(c)).collect()
    }

    /// What a reading of it must say, as public JSON.
    pub fn expected(&self) -> Value {
        let kind = match self.kind {
            Kind::Target => "project_target",
            Kind::SelfEvaluation => "self_evaluation",
            Kind::Monitoring => "monitoring_report",
        };
        let mut project = json!({"name": self.name});
        for key in PROJECT {
            project[key] = json!(self.project.get(key));
        }
        let mut document = json!({
            "kind": kind,
            "fiscal_year": self.year,
            "project": project,
            "funding": self.expected_funding(),
            "local_funding": null,
            "goals": self.goals,
            "local_goals": null,
            "medium_term_goals": if self.medium.is_empty() { Value::Null } else { json!(self.medium) },
            "disbursement_plan": self.plan.iter()
                .map(|(by, percent)| json!({"by": by, "cumulative_percent": percent}))
                .collect::<Vec<_>>(),
            "indicators": self.rows.iter().map(Row::expected).collect::<Vec<_>>(),
            "medium_term_indicators": [],
        });
        for key in BODIES {
            let body = self.bodies.get(key);
            document[key] =
                json!({"name": body.map(|b| &b.name), "code": body.and_then(|b| b.code.as_ref())});
        }
        if self.kind != Kind::Target {
            document["results"] = match self.results.is_empty() {
                true => Value::Null,
                false => json!(self.results),
            };
            document["score"] = json!(self.score);
        }
        document
    }

    fn expected_funding(&self) -> Value {
        let mut funding =
            json!({"unit": if self.money.is_empty() { Value::Null } else { json!("万元") }});
        for key in MONEY {
            let line = self
                .money
                .iter()
                .find(|(k, _)| *k == key)
                .map(|(_, line)| line);
            funding[key] = match line {
                None => Value::Null,
                Some(line) if self.kind == Kind::Target => filled(line.get("budget")),
                Some(line) => line
                    .iter()
                    .map(|(column, text)| {
                        let text = text.trim_end_matches('%');
                        (column.to_string(), filled(Some(&text.to_owned())))
                    })
                    .collect::<serde_json::Map<_, _>>()
                    .into(),
            };
        }
        funding
    }
}

impl Row {
    /// An indicator that any form may have.
    pub fn satisfaction() -> Row {
        Row {
            level1: "满意度指标".to_owned(),
            level2: "服务对象满意度指标".to_owned(),
            name: "受益群众满意度".to_owned(),
            cells: BTreeMap::from([("value", "≥90%".to_owned())]),
        }
    }

    fn expected(&self) -> Value {
        let level = |l: &String| if l.is_empty() { Value::Null } else { json!(l) };
        let mut row = json!({
            "level1": level(&self.level1), "level2": level(&self.level2), "name": self.name,
        });
        for column in COLUMNS {
            let text = self.cells.get(column);
            row[column] = if column == "value" {
                json!(text)
            } else {
                filled(text)
            };
        }
        row
    }
}

impl Form {
    /// Fills in every cell that a form should have filled in.
    pub fn fill_blanks(&mut self) {
        for row in &mut self.rows {
            for (column, text) in &mut row.cells {
                let word = match *column {
                    "value" => "100%",
                    "description" => "以年末统计数据为准",
                    "basis" => "工作台账",
                    _ => continue,
                };
                if text.is_empty() {
                    *text = word.to_owned();
                }
            }
        }
    }
}

/// A text, or null where it is blank or a dash.
fn filled(text: Option<&String>) -> Value {
    match text.map(String::as_str) {
        None | Some("" | "—") => Value::Null,
        Some(text) => json!(text),
    }
}

/// How large the forms of a case may get.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub forms: usize,
    pub rows: usize,
    pub goals: usize,
    pub money: usize,
    pub fields: bool,
    pub bodies: bool,
    pub plan: bool,
}

impl Size {
    pub const FULL: Size = Size {
        forms: 3,
        rows: 12,
        goals: 9,
        money: 4,
        fields: true,
        bodies: true,
        plan: true,
    };

    /// The smaller of each.
    pub fn min(self, other: Size) -> Size {
        Size {
            forms: self.forms.min(other.forms),
            rows: self.rows.min(other.rows),
            goals: self.goals.min(other.goals),
            money: self.money.min(other.money),
            fields: self.fields && other.fields,
            bodies: self.bodies && other.bodies,
            plan: self.plan && other.plan,
        }
    }

    fn apply(self, form: &mut Form) {
        form.rows.truncate(self.rows);
        form.goals.truncate(self.goals);
        form.results.truncate(self.goals);
        form.money.truncate(self.money);
        form.project.retain(|_, _| self.fields);
        form.bodies.retain(|_, _| self.bodies);
        form.plan.retain(|_| self.plan);
    }
}

/// The forms of one file: so many, of the kinds given.
pub fn forms(seed: u64, size: Size, kinds: &[Kind], samples: &[Form]) -> Vec<Form> {
    let mut chance = Chance::of(seed, "forms");
    let from_samples = chance.percent(35);
    let (mut names, mut made) = (BTreeSet::new(), Vec::new());
    for tries in 0.. {
        if made.len() == size.forms {
            break;
        }
        let kind = *chance.pick(kinds);
        let fitting: Vec<&Form> = samples.iter().filter(|f| f.kind == kind).collect();
        let mut form = match from_samples && !fitting.is_empty() && tries < 9 {
            true => (*chance.pick(&fitting)).clone(),
            false => invent(&mut chance, &mut Chance::of(seed, "style"), kind),
        };
        size.apply(&mut form);
        if names.insert(form.name.clone()) {
            made.push(form);
        }
    }
    made
}

/// What the county spends money on: thing, unit, what is done with it, body.
const THEMES: [(&str, &str, &str, &str); 14] = [
    ("小型水库", "座", "维修养护", "水利局"),
    ("农村公路", "公里", "日常养护", "交通运输局"),
    ("特困人员", "人", "供养护理", "民政局"),
    ("中小学校舍", "栋", "安全鉴定", "教育局"),
    ("高标准农田", "亩", "管护", "农业农村局"),
    ("家庭医生签约团队", "个", "绩效补助", "卫生健康局"),
    ("城区路灯", "盏", "节能改造", "城市管理局"),
    ("山洪灾害监测站点", "个", "运行维护", "应急管理局"),
    ("退役军人", "人次", "技能培训", "退役军人事务局"),
    ("公共图书", "册", "采购更新", "文化和旅游局"),
    ("古树名木", "株", "抢救复壮", "林业局"),
    ("基层党建示范点", "个", "创建奖补", "委组织部"),
    ("残疾儿童", "名", "康复救助", "残疾人联合会"),
    ("污水处理设施", "套", "提标改造", "生态环境局"),
];

/// Long tails that names of projects have.
const TAILS: [&str; 7] = [
    "项目",
    "经费",
    "补助资金",
    "（第二批）",
    "专项经费（含2024年度结转）",
    "及配套设施完善补助",
    "“十四五”规划重点任务县级配套资金",
];

fn invent(chance: &mut Chance, style: &mut Chance, kind: Kind) -> Form {
    let &(thing, unit, work, bureau) = chance.pick(&THEMES);
    let year = *style.pick(&[2023, 2024, 2025, 2026]);
    let code = |chance: &mut Chance| Some(format!("{}", 201_001 + chance.below(200) * 1000));
    let with_code = style.percent(40);
    let mut bodies = BTreeMap::new();
    let main = Body {
        name: format!("云溪县{bureau}"),
        code: if with_code { code(chance) } else { None },
    };
    bodies.insert("competent_department", main);
    let office = ["服务中心", "事务所", "管理站", ""][chance.below(4)];
    let name = match office {
        "" => format!("云溪县{bureau}"),
        office => format!("云溪县{thing}{office}"),
    };
    if style.percent(75) {
        bodies.insert("implementing_unit", Body { name, code: None });
    }
    let mut project = BTreeMap::new();
    let fields: [(&str, String); 5] = [
        (
            "code",
            format!("53092{}T{:013}", chance.within(1, 7), chance.below(1 << 40)),
        ),
        (
            "attribute",
            chance
                .pick(&["延续性项目", "新增项目", "一次性项目", "常年性项目"])
                .to_string(),
        ),
        (
            "source",
            chance
                .pick(&["本级申报项目", "上级转移支付项目"])
                .to_string(),
        ),
        (
            "period",
            chance
                .pick(&["1年", "长期", "2025年1月至12月", "2024-2026年"])
                .to_string(),
        ),
        (
            "purpose",
            format!(
                "用于全县{}{unit}{thing}的{work}、日常巡查和资料归档。",
                chance.within(3, 900)
            ),
        ),
    ];
    for ((key, text), percent) in fields.into_iter().zip([30, 60, 25, 60, 40]) {
        if style.percent(percent) {
            project.insert(key, text);
        }
    }
    let tail = chance.pick(&TAILS);
    let mut form = Form {
        kind,
        year: style.percent(80).then_some(year),
        name: format!("{thing}{work}{tail}"),
        project,
        bodies,
        money: Vec::new(),
        plan: Vec::new(),
        goals: goals(chance, thing, unit, work),
        results: Vec::new(),
        medium: Vec::new(),
        rows: Vec::new(),
        score: None,
    };
    form.money = money(chance, kind);
    if kind == Kind::Target && style.percent(30) {
        let months = style.pick(&[
            ["3月底", "6月底", "10月底", "12月底"],
            ["3月", "6月", "9月", "12月"],
        ]);
        let shares = ["15", "50", "80", "100"];
        form.plan = months
            .iter()
            .zip(shares)
            .map(|(m, s)| (m.to_string(), s.to_owned()))
            .collect();
    }
    form.rows = rows(chance, style, (thing, unit, work), kind, year);
    if kind == Kind::SelfEvaluation {
        form.results = form
            .goals
            .iter()
            .map(|g| g.replace("完成全县", "已完成全县"))
            .collect();
        form.score = Some(format!(
            "{}.{:02}",
            chance.within(80, 99),
            chance.below(100)
        ));
    }
    form
}

fn goals(chance: &mut Chance, thing: &str, unit: &str, work: &str) -> Vec<String> {
    let mut goals = vec![
        format!(
            "完成全县{}{unit}{thing}的{work}任务，按合同验收合格后交付使用。",
            chance.within(3, 900)
        ),
        "资金按季度拨付到位，专款专用，支出进度达到序时要求；".to_owned(),
        format!(
            "{thing}{work}长效机制逐步健全，群众满意度不低于{}%。",
            chance.within(85, 98)
        ),
    ];
    goals.truncate(chance.within(1, 3));
    goals
}

fn money(chance: &mut Chance, kind: Kind) -> Vec<(&'static str, BTreeMap<&'static str, String>)> {
    let fiscal = chance.within(100, 90_000);
    let carry = if chance.percent(30) {
        chance.within(1, 900)
    } else {
        0
    };
    let amount = |fen: usize| format!("{}.{:02}", fen / 100, fen % 100);
    let lines = [
        ("total", fiscal + carry),
        ("fiscal", fiscal),
        ("carryover", carry),
        ("other", 0),
    ];
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(key, fen)| (key, amount(fen)))
        .collect();
    let line = |(key, text): (&'static str, String)| {
        let mut columns = BTreeMap::from([("budget", text.clone())]);
        match kind {
            Kind::Target => {}
            Kind::SelfEvaluation => {
                columns.insert("adjusted", text.clone());
                columns.insert("executed", text);
                let is_total = key == "total";
                columns.insert("weight", if is_total { "10" } else { "—" }.to_owned());
                columns.insert("rate", if is_total { "100.00%" } else { "—" }.to_owned());
                columns.insert("score", if is_total { "10.00" } else { "—" }.to_owned());
            }
            Kind::Monitoring => {
                columns.insert("executed", text.clone());
                columns.insert("rate", "100.00%".to_owned());
                columns.insert("forecast", text);
            }
        }
        (key, columns)
    };
    let keep = if chance.percent(30) { 2 } else { 4 };
    lines.into_iter().take(keep).map(line).collect()
}

/// Level 2 of both frames, with the patterns of names and values that stand there. `T` is the
/// thing, `W` the work, `U` its unit, `N` a number and `Y` the year.
type Slot = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

const SLOTS: [Slot; 12] = [
    (
        "产出指标",
        "数量指标",
        &[
            ("WT数量", "NU"),
            ("WT规模", "≥NU"),
            ("覆盖乡镇", "12个"),
            ("覆盖村（社区）", "162个村、36个社区"),
            ("开展现场检查次数", "每月2次"),
            ("培训经办人员", "50-100人"),
            ("T台账登记数", "NU以上"),
            ("编发工作简报", "≥5条/每日"),
            ("购置专用设备", "小于19台"),
        ],
    ),
    (
        "产出指标",
        "质量指标",
        &[
            ("T验收合格率", "≥95%"),
            ("T档案准确率", "100%"),
            ("资料归档完整率", "达到100%"),
            ("W质量达标率", "≥98.5%"),
        ],
    ),
    (
        "产出指标",
        "时效指标",
        &[
            ("W完成时间", "Y年12月31日前"),
            ("补助资金发放时间", "6月份和12月份"),
            ("阶段任务验收时间", "Y年4月、7月、11月"),
            ("招标采购启动时间", "第一季度"),
            ("资金拨付及时率", "≥98%"),
            ("项目全部完工时限", "12月底前"),
        ],
    ),
    (
        "产出指标",
        "成本指标",
        &[
            ("TW补助标准", "≤220元/人/天"),
            ("每U平均W费用", "<0.2万元"),
            ("工作补贴标准", "1200元/人/年"),
            (
                "优胜单位奖励标准",
                "一等奖1个,20万元;二等奖2个,15万元;三等奖3个,10万元",
            ),
            ("W总成本", "≤36.5万元"),
        ],
    ),
    (
        "成本指标",
        "经济成本指标",
        &[("TW总成本", "≤36.5万元"), ("每U单位成本", "≤0.35万元/U")],
    ),
    ("成本指标", "社会成本指标", &[("施工扰民投诉件数", "≤3件")]),
    (
        "效益指标",
        "经济效益指标",
        &[
            ("带动户均增收", "≥500元/户"),
            ("本项目不适用经济效益指标", "不适用"),
            ("节约财政支出", "12.5万元"),
        ],
    ),
    (
        "效益指标",
        "社会效益指标",
        &[
            ("T安全责任事故起数", "0起"),
            ("群众生产生活条件", "明显改善"),
            ("受益群众人数", "≥1.2万人"),
            ("公众知晓率", "≥80%"),
        ],
    ),
    (
        "效益指标",
        "生态效益指标",
        &[
            ("周边环境整洁度", "持续提升"),
            ("本项目不适用生态效益指标", "不适用"),
            ("林草覆盖率", "≥65%"),
        ],
    ),
    (
        "效益指标",
        "可持续影响指标",
        &[
            ("T管护长效机制", "逐步健全"),
            ("T持续发挥作用期限", "长期"),
            ("管护人员次年在岗率", "≥85%"),
        ],
    ),
    (
        "满意度指标",
        "服务对象满意度指标",
        &[
            ("受益群众满意度", "≥90%"),
            ("服务对象对W工作的满意程度", "≥92%"),
            ("乡镇（街道）满意度", "95%以上"),
        ],
    ),
    (
        "满意度指标",
        "服务对象满意度指标",
        &[("参与企业满意度", "≥88%")],
    ),
];

const BASES: [&str; 5] = [
    "云财绩〔2024〕12号",
    "《云溪县专项资金管理办法》",
    "工作台账",
    "政府采购合同",
    "问卷调查",
];

fn rows(
    chance: &mut Chance,
    style: &mut Chance,
    (thing, unit, work): (&str, &str, &str),
    kind: Kind,
    year: u16,
) -> Vec<Row> {
    let new_frame = style.percent(30);
    let (described, based, weighed) = (style.percent(40), style.percent(40), style.percent(25));
    let wanted = chance.within(1, 12);
    let mut rows: Vec<Row> = Vec::new();
    for (level1, level2, patterns) in SLOTS {
        if (level2 == "成本指标" && new_frame) || (level1 == "成本指标" && !new_frame) {
            continue;
        }
        let mut patterns = patterns.to_vec();
        chance.shuffle(&mut patterns);
        for (name, value) in patterns.into_iter().take(chance.within(0, 3)) {
            let fill = |pattern: &str| {
                let number = (7 + rows.len() * 13).to_string();
                let year = year.to_string();
                let words = [
                    ("T", thing),
                    ("W", work),
                    ("U", unit),
                    ("N", &number),
                    ("Y", &year),
                ];
                words.iter().fold(pattern.to_owned(), |text, (sign, word)| {
                    text.replace(sign, word)
                })
            };
            let (name, value) = (fill(name), fill(value));
            let cells = cells(chance, (described, based, weighed), kind, &name, value);
            rows.push(Row {
                level1: level1.to_owned(),
                level2: level2.to_owned(),
                name,
                cells,
            });
        }
    }
    while rows.len() > wanted {
        rows.remove(chance.below(rows.len()));
    }
    if rows.is_empty() {
        let cells = cells(
            chance,
            (described, based, weighed),
            kind,
            "受益群众满意度",
            "≥90%".into(),
        );
        let (level1, level2) = ("满意度指标".to_owned(), "服务对象满意度指标".to_owned());
        rows.push(Row {
            level1,
            level2,
            name: "受益群众满意度".to_owned(),
            cells,
        });
    }
    rows
}

fn cells(
    chance: &mut Chance,
    (described, based, weighed): (bool, bool, bool),
    kind: Kind,
    name: &str,
    value: String,
) -> BTreeMap<&'static str, String> {
    let mut cells = BTreeMap::new();
    match kind {
        Kind::Target => {
            if described {
                let text = format!("反映{name}的情况，以年末统计数据为准");
                cells.insert(
                    "description",
                    if chance.percent(85) {
                        text
                    } else {
                        String::new()
                    },
                );
            }
            if based {
                let text = chance.pick(&BASES).to_string();
                cells.insert(
                    "basis",
                    if chance.percent(80) {
                        text
                    } else {
                        String::new()
                    },
                );
            }
            if weighed {
                cells.insert("weight", chance.within(3, 20).to_string());
            }
            cells.insert(
                "value",
                if chance.percent(94) {
                    value
                } else {
                    String::new()
                },
            );
        }
        Kind::SelfEvaluation => {
            cells.insert(
                "actual",
                value.trim_start_matches(['≥', '≤', '<']).to_owned(),
            );
            cells.insert("weight", chance.within(3, 20).to_string());
            cells.insert("score", format!("{}.00", chance.within(3, 20)));
            let reason = "前期手续办理较慢，已加快进度";
            cells.insert(
                "reason",
                if chance.percent(20) {
                    reason.to_owned()
                } else {
                    String::new()
                },
            );
            cells.insert("value", value);
        }
        Kind::Monitoring => {
            cells.insert(
                "actual",
                value.trim_start_matches(['≥', '≤', '<']).to_owned(),
            );
            cells.insert(
                "forecast",
                value.trim_start_matches(['≥', '≤', '<']).to_owned(),
            );
            let remark = "据实填报";
            cells.insert(
                "remark",
                if chance.percent(20) {
                    remark.to_owned()
                } else {
                    String::new()
                },
            );
            cells.insert("value", value);
        }
    }
    cells
}

/// The forms of the samples, from their exact data.
pub fn samples() -> Vec<Form> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the exact data of the samples")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    let read = |path: &Path| -> Value {
        let text = fs::read_to_string(path).expect("the exact data");
        serde_json::from_str(&text).expect("JSON")
    };
    files
        .iter()
        .flat_map(|path| {
            read(path)["documents"]
                .as_array()
                .cloned()
                .unwrap_or_default()
        })
        .filter_map(|document| sample(&document))
        .collect()
}

fn sample(document: &Value) -> Option<Form> {
    let kind = match document["kind"].as_str()? {
        "project_target" => Kind::Target,
        "self_evaluation" => Kind::SelfEvaluation,
        "monitoring_report" => Kind::Monitoring,
        _ => return None,
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let texts = |value: &Value| -> Vec<String> {
        value
            .as_array()
            .map(|all| all.iter().filter_map(text).collect())
            .unwrap_or_default()
    };
    let body = |key: &'static str| {
        let name = text(&document[key]["name"])?;
        Some((
            key,
            Body {
                name,
                code: text(&document[key]["code"]),
            },
        ))
    };
    let money = |key: &'static str| {
        let line = &document["funding"][key];
        let columns: BTreeMap<_, _> = match kind {
            Kind::Target => text(line).map(|t| ("budget", t)).into_iter().collect(),
            _ => MONEY_COLUMNS
                .into_iter()
                .filter(|c| !line[*c].is_null() || line.get(*c).is_some())
                .map(|c| {
                    let sign = if c == "rate" { "%" } else { "" };
                    (c, text(&line[c]).map_or("—".to_owned(), |t| t + sign))
                })
                .collect(),
        };
        (!columns.is_empty()).then_some((key, columns))
    };
    let row = |row: &Value| {
        let cells = COLUMNS
            .into_iter()
            .filter_map(|c| Some((c, text(&row[c])?)))
            .collect();
        Some(Row {
            level1: text(&row["level1"])?,
            level2: text(&row["level2"]).unwrap_or_default(),
            name: text(&row["name"])?,
            cells,
        })
    };
    let mut form = Form {
        kind,
        year: document["fiscal_year"].as_u64().map(|year| year as u16),
        name: text(&document["project"]["name"])?,
        project: PROJECT
            .into_iter()
            .filter_map(|k| Some((k, text(&document["project"][k])?)))
            .collect(),
        bodies: BODIES.into_iter().filter_map(body).collect(),
        money: MONEY.into_iter().filter_map(money).collect(),
        plan: Vec::new(),
        goals: texts(&document["goals"]),
        results: texts(&document["results"]),
        medium: Vec::new(),
        rows: document["indicators"]
            .as_array()?
            .iter()
            .filter_map(row)
            .collect(),
        score: text(&document["score"]),
    };
    for column in form.columns() {
        for row in &mut form.rows {
            row.cells.entry(column).or_default();
        }
    }
    let levels_known = form.rows.iter().all(|row| !row.level2.is_empty());
    (levels_known && document["funding"]["unit"] == "万元").then_some(form)
}
