//! Projects of an invented county, from small lists of words.

use super::random::Random;

/// The budget year of the corpus.
pub(super) const YEAR: u16 = 2025;

/// A project and its performance target, before it is laid out as anything.
#[derive(Clone, Debug)]
pub struct Project {
    /// Number of the unit in the budget.
    pub unit_code: String,
    /// Name of the unit.
    pub unit: String,
    /// Name of the project.
    pub name: String,
    /// 延续性项目 or 一次性项目.
    pub attribute: &'static str,
    /// Money in 万元, with two decimals.
    pub total: String,
    /// The part of it that is appropriated.
    pub fiscal: String,
    /// The rest of it.
    pub other: String,
    /// What the money is for.
    pub purpose: String,
    /// Annual goals.
    pub goals: Vec<String>,
    /// Indicators, by level 1 and level 2.
    pub indicators: Vec<Indicator>,
}

/// An indicator of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// 一级指标
    pub level1: &'static str,
    /// 二级指标
    pub level2: &'static str,
    /// 三级指标
    pub name: String,
    /// 指标描述
    pub description: String,
    /// 指标值
    pub value: String,
    /// 指标值确定依据
    pub basis: String,
}

/// A field of work: an office of the county, and what it looks after.
struct Field {
    office: &'static str,
    code: u32,
    object: &'static str,
    unit: &'static str,
    work: &'static str,
    /// Whom it is for.
    public: &'static str,
    /// What gets better.
    gain: &'static str,
}

const fn field(
    office: &'static str,
    code: u32,
    [object, unit, work, public, gain]: [&'static str; 5],
) -> Field {
    Field {
        office,
        code,
        object,
        unit,
        work,
        public,
        gain,
    }
}

const FIELDS: [Field; 16] = [
    field(
        "水务局",
        311,
        ["山塘", "座", "清淤加固", "受益农户", "蓄水能力"],
    ),
    field(
        "教育体育局",
        205,
        ["村小操场", "片", "翻修", "师生", "运动条件"],
    ),
    field(
        "卫生健康局",
        365,
        ["村卫生室", "个", "设备更新", "就诊村民", "诊疗条件"],
    ),
    field(
        "交通运输局",
        348,
        ["乡道桥梁", "座", "检测维修", "过往群众", "通行安全"],
    ),
    field(
        "农业农村局",
        326,
        ["连片菜地", "亩", "土壤改良", "种植户", "土壤肥力"],
    ),
    field(
        "林业局",
        329,
        ["林区防火道", "公里", "清理维护", "林区居民", "防火能力"],
    ),
    field(
        "文化和旅游局",
        357,
        ["古民居", "栋", "抢救修缮", "参观游客", "保存状况"],
    ),
    field(
        "民政局",
        215,
        ["老年食堂", "个", "运营补助", "就餐老人", "助餐能力"],
    ),
    field(
        "城市管理局",
        333,
        ["公共厕所", "座", "保洁管护", "周边居民", "环境卫生"],
    ),
    field(
        "住房和城乡建设局",
        331,
        ["老旧小区", "个", "排水管改造", "小区住户", "居住条件"],
    ),
    field(
        "应急管理局",
        224,
        ["避灾点", "处", "物资补充", "转移群众", "安置能力"],
    ),
    field(
        "人力资源和社会保障局",
        234,
        ["零工驿站", "个", "运行维护", "求职人员", "就业服务"],
    ),
    field(
        "科学技术协会",
        124,
        ["科普画廊", "处", "内容更换", "参观群众", "科学素养"],
    ),
    field(
        "残疾人联合会",
        129,
        ["辅助器具", "件", "适配服务", "残疾群众", "生活自理"],
    ),
    field(
        "档案馆",
        106,
        ["馆藏案卷", "卷", "数字化加工", "查档群众", "利用效率"],
    ),
    field(
        "自然资源局",
        341,
        ["滑坡隐患点", "处", "监测维护", "受威胁住户", "预警能力"],
    ),
];

const AREAS: [&str; 24] = [
    "青石镇",
    "柳湾乡",
    "白鹭镇",
    "东岭乡",
    "竹溪镇",
    "南坪乡",
    "石桥镇",
    "枫林乡",
    "双河镇",
    "茶山乡",
    "长坝镇",
    "云岭乡",
    "杨渡镇",
    "梅岭乡",
    "古渡镇",
    "桃源乡",
    "金沙镇",
    "松岗乡",
    "西塘镇",
    "板桥乡",
    "龙门镇",
    "泉坝乡",
    "高店镇",
    "河口乡",
];

/// Names of villages are made of one of each.
const VILLAGES: [[&str; 10]; 2] = [
    ["上", "下", "东", "西", "南", "北", "大", "前", "后", "新"],
    ["坪", "湾", "冲", "垄", "坳", "塘", "坝", "岭", "溪", "井"],
];

/// The `n`-th of 2,400 villages, each with its town. Neighbours are of different towns.
pub(super) fn place(n: usize) -> String {
    let town = AREAS[n % AREAS.len()];
    let village = n / AREAS.len();
    let [first, second] = VILLAGES;
    format!(
        "{town}{}{}村",
        first[village % 10],
        second[village / 10 % 10]
    )
}

const KINDS: [&str; 5] = ["", "经费", "补助", "专项经费", "工作经费"];

const BASES: [&str; 6] = [
    "年度工作计划",
    "历史数据",
    "合同约定",
    "行业标准",
    "市场询价",
    "统计台账",
];

/// A project of so many indicators, each with a name of its own.
pub(super) fn long_project(random: &mut Random, indicators: usize) -> Project {
    let mut long = project(random, 0);
    let mut all = std::mem::take(&mut long.indicators);
    for n in 1.. {
        if all.len() >= indicators {
            break;
        }
        all.extend(project(random, n).indicators.into_iter().map(|i| {
            let name = format!("{}{}", place(n), i.name);
            let description = format!("反映{name}的情况");
            Indicator {
                name,
                description,
                ..i
            }
        }));
    }
    all.truncate(indicators);
    // A form prints the indicators of a level together.
    all.sort_by_key(|i| FRAME.iter().position(|level2| *level2 == i.level2));
    long.indicators = all;
    long
}

/// The levels 2 in the order of the frame.
const FRAME: [&str; 9] = [
    "数量指标",
    "质量指标",
    "时效指标",
    "成本指标",
    "经济效益指标",
    "社会效益指标",
    "生态效益指标",
    "可持续影响指标",
    "服务对象满意度指标",
];

/// Makes the `n`-th project of a file.
pub(super) fn project(random: &mut Random, n: usize) -> Project {
    let field = &FIELDS[random.below(FIELDS.len())];
    // Neighbours differ: a register knows a new project by its name.
    let area = &place(n);
    let count = random.between(2, 180);
    let price = random.between(2, 90) * 100;
    let total = (count * price).div_ceil(100).max(150);
    // 补助补助 is no name.
    let kind = Some(random.of(&KINDS)).filter(|kind| !field.work.ends_with(kind));
    let kind = kind.unwrap_or_default();
    let other = if random.chance(20) { total / 10 } else { 0 };
    Project {
        unit_code: format!("{}{:03}", field.code, random.between(1, 6)),
        unit: format!("云溪县{}", field.office),
        name: format!("{area}{}{}{kind}", field.object, field.work),
        attribute: random.of(&["延续性项目", "一次性项目"]),
        total: wan(total),
        fiscal: wan(total - other),
        other: wan(other),
        purpose: format!(
            "用于{area}{count}{}{}的{}，改善{}的{}。",
            field.unit, field.object, field.work, field.public, field.gain
        ),
        goals: goals(random, field, area, count),
        indicators: Indicators { random, field }.all(count, price),
    }
}

/// Hundredths of 万元 in print.
fn wan(hundredths: usize) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn goals(random: &mut Random, field: &Field, area: &str, count: usize) -> Vec<String> {
    let mut goals = vec![
        format!(
            "完成{area}{count}{}{}的{}，验收合格后交付使用。",
            field.unit, field.object, field.work
        ),
        format!(
            "使{}的{}得到改善，日常管护责任落实到人。",
            field.public, field.gain
        ),
    ];
    if random.chance(40) {
        goals.push(format!("带动周边村组参与{}管护。", field.object));
    }
    goals
}

/// Makes the indicators of one project.
struct Indicators<'a> {
    random: &'a mut Random,
    field: &'static Field,
}

impl Indicators<'_> {
    fn all(&mut self, count: usize, price: usize) -> Vec<Indicator> {
        let mut all = self.outputs(count);
        all.extend(self.timeliness_and_cost(price));
        all.extend(self.outcomes());
        all
    }

    fn outputs(&mut self, count: usize) -> Vec<Indicator> {
        let Field {
            object, unit, work, ..
        } = self.field;
        let sign = self.random.of(&["", "≥", ""]);
        let quantity = ["产出指标", "数量指标"];
        let quality = ["产出指标", "质量指标"];
        let mut made = vec![self.make(
            quantity,
            format!("{work}{object}数量"),
            format!("{sign}{count}{unit}"),
        )];
        if self.random.chance(60) {
            let times = format!("≥{}次", self.random.between(2, 12));
            made.push(self.make(quantity, "现场巡查次数".into(), times));
        }
        if self.random.chance(40) {
            let months = self.random.of(&["每月1次", "每季度1次", "每月2次"]);
            made.push(self.make(quantity, format!("{object}巡检频次"), months.into()));
        }
        made.push(self.make(quality, format!("{work}验收合格率"), "100%".into()));
        if self.random.chance(70) {
            let share = self.share();
            made.push(self.make(quality, format!("{object}完好率"), share));
        }
        made
    }

    fn timeliness_and_cost(&mut self, price: usize) -> Vec<Indicator> {
        let Field { unit, work, .. } = self.field;
        let time = ["产出指标", "时效指标"];
        let month = self.random.between(3, 12);
        let by = match self.random.below(3) {
            0 => format!("{YEAR}年{month}月底前"),
            1 => format!("{YEAR}年{month}月{}日前", self.random.between(5, 28)),
            _ => format!("{YEAR}年3月至{month}月"),
        };
        let mut made = vec![self.make(time, format!("{work}完成时间"), by)];
        if self.random.chance(50) {
            let share = self.share();
            made.push(self.make(time, "资金拨付及时率".into(), share));
        }
        made.push(self.make(
            ["产出指标", "成本指标"],
            format!("{work}平均费用"),
            format!("≤{price}元/{unit}"),
        ));
        made
    }

    fn outcomes(&mut self) -> Vec<Indicator> {
        let Field {
            object,
            public,
            gain,
            ..
        } = self.field;
        let mut made = Vec::new();
        if self.random.chance(30) {
            let saved = format!(
                "≥{}.{}万元",
                self.random.below(9),
                self.random.between(1, 9)
            );
            made.push(self.make(
                ["效益指标", "经济效益指标"],
                format!("节约{object}维护支出"),
                saved,
            ));
        }
        let better = self.random.of(&["明显改善", "有效提升", "逐步提高"]);
        made.push(self.make(
            ["效益指标", "社会效益指标"],
            format!("{public}{gain}"),
            better.into(),
        ));
        if self.random.chance(40) {
            let share = self.share();
            made.push(self.make(["效益指标", "生态效益指标"], "施工废料清运率".into(), share));
        }
        if self.random.chance(60) {
            made.push(self.make(
                ["效益指标", "可持续影响指标"],
                format!("{object}管护机制"),
                "长期".into(),
            ));
        }
        let share = self.share();
        made.push(self.make(
            ["满意度指标", "服务对象满意度指标"],
            format!("{public}满意度"),
            share,
        ));
        made
    }

    fn share(&mut self) -> String {
        format!("≥{}%", self.random.between(80, 99))
    }

    fn make(
        &mut self,
        [level1, level2]: [&'static str; 2],
        name: String,
        value: String,
    ) -> Indicator {
        Indicator {
            level1,
            level2,
            description: format!("反映{name}的情况"),
            name,
            value,
            basis: self.random.of(&BASES).to_owned(),
        }
    }
}
