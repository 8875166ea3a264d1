//! The notation of examples in rules: one statement a line, nothing else is in the document.
//!
//! ```text
//! 种类: 自评                                 kind: 目标 (usual), 部门, 自评, 监控
//! 项目: 农村公路养护                         label: text; nothing after the colon is a blank box
//! 预算: 12.00万元                            also 财政, 结转, 其他; columns: 预算: 12万元 | 执行=11.5 | 执行率=95.8
//! 计划: 6月底 50 | 12月底 100
//! 目标: …                                    once for each goal
//! 数量 | 养护里程 | ≥50公里                   level 2 (or 产出/数量, or -/- for prose) | name | value
//! 数量 | 养护里程 | ≥50公里 | 描述=… | 依据=… | 分值=10 | 完成=50公里 | 得分=10 | 原因=…
//! 中期 数量 | …                              a medium-term indicator
//! 分目标: 名称 | 目标                         of a department; `分指标: 名称 | 值` belongs to the last
//! ---                                        the next document of the source
//! ```
//!
//! A line that ends in ` <<` is one that the rule must find; the place of everything on line 7 is
//! line 7.

use plumbline_model::{
    Amount, CompiledValue, CostItem, Detail, Disbursement, Document, DocumentKind, EmptySlot,
    Extent, Field, FundingLine, Indicator, MoneyUnit, Number, Place, Placed, Requirement,
    Safeguard, SubGoal, Task, Text,
};

/// The documents of an example, and the lines that must be found.
pub(crate) fn documents(example: &str) -> (Vec<Document>, Vec<u32>) {
    let mut documents = vec![Document::default()];
    let mut marked = Vec::new();
    for (number, line) in (1..).zip(example.lines()) {
        let line = line.trim();
        let (line, is_marked) = match line.strip_suffix("<<") {
            Some(line) => (line.trim_end(), true),
            None => (line, false),
        };
        if is_marked {
            marked.push(number);
        }
        let at = Place::Text {
            line: number,
            column: 1,
        };
        if line == "---" {
            documents.push(Document::default());
        } else if !line.is_empty() {
            let document = documents.last_mut().expect("one at least");
            statement(document, line, at);
        }
    }
    (documents, marked)
}

fn statement(document: &mut Document, line: &str, at: Place) {
    document.extent = match document.extent.from {
        Place::Whole => Extent { from: at, to: at },
        from => Extent { from, to: at },
    };
    if let Some((label, rest)) = line.split_once(':')
        && !label.contains('|')
    {
        labelled(document, label.trim(), rest.trim(), at);
        return;
    }
    match line.strip_prefix("中期 ") {
        Some(line) => document.medium_term_indicators.push(indicator(line, at)),
        None => document.indicators.push(indicator(line, at)),
    }
}

fn labelled(document: &mut Document, label: &str, rest: &str, at: Place) {
    let funding = &mut document.funding;
    match label {
        "种类" => document.kind = kind(rest),
        "标题" => document.title = text(rest, at),
        "年度" => document.fiscal_year = year(rest, at),
        "草案" => document.draft_mark = text(rest, at),
        "项目" => document.project.name = text(rest, at),
        "编码" => document.project.code = text(rest, at),
        "属性" => document.project.attribute = text(rest, at),
        "来源" => document.project.source = text(rest, at),
        "项目期" => document.project.period = text(rest, at),
        "用途" => document.project.purpose = text(rest, at),
        "主管部门" => document.competent_department.name = text(rest, at),
        "实施单位" => document.implementing_unit.name = text(rest, at),
        "单位" => document.budget_unit.name = text(rest, at),
        "金额单位" => {
            funding.unit =
                MoneyUnit::from_printed(rest).map_or(Field::Absent, |u| Field::Stated(u, at))
        }
        "预算" => money(&mut funding.total, &mut funding.unit, rest, at),
        "财政" => money(&mut funding.fiscal, &mut funding.unit, rest, at),
        "结转" => money(&mut funding.carryover, &mut funding.unit, rest, at),
        "其他" => money(&mut funding.other, &mut funding.unit, rest, at),
        "本级预算" => {
            let local = document.local_funding.get_or_insert_default();
            money(&mut local.total, &mut local.unit, rest, at);
        }
        "中期预算" => {
            let all = document.medium_term_funding.get_or_insert_default();
            money(&mut all.total, &mut all.unit, rest, at);
        }
        "成本项" => document.cost_items.push(cost_item(rest, at)),
        "计划" => document.disbursement_plan = plan(rest, at),
        "目标" => document.goals.extend(placed(rest, at)),
        "本级目标" => document
            .local_goals
            .get_or_insert_default()
            .extend(placed(rest, at)),
        "中期目标" => {
            let goals = document.medium_term_goals.get_or_insert_default();
            goals.extend(placed(rest, at));
        }
        "完成情况" => document
            .results
            .get_or_insert_default()
            .extend(placed(rest, at)),
        "总分" => document.score = number(rest, at),
        "任务" => document.tasks.push(task(rest, at)),
        "分目标" => document.sub_goals.push(sub_goal(rest, at)),
        "分指标" => {
            let goal = document
                .sub_goals
                .last_mut()
                .expect("分目标 stands before 分指标");
            goal.indicators
                .push(indicator(&format!("-/- | {rest}"), at));
        }
        "保障" => document.safeguards.push(Safeguard {
            text: text(rest, at),
            ..Safeguard::default()
        }),
        "空行" => document.empty_slots.push(EmptySlot {
            level2: text(&level2(rest), at),
            mark: Placed::new(String::new(), at),
            ..EmptySlot::default()
        }),
        "要求" => {
            let (about, demand) = rest.split_once('|').expect("要求: about | text");
            document.requirements.push(Requirement {
                about: about.trim().to_owned(),
                text: Placed::new(demand.trim().to_owned(), at),
            });
        }
        "联系电话" | "联系人" | "负责人" | "备注" | "评价等级" | "单位资金" => {
            document.details.push(Detail {
                key: match label {
                    "联系电话" => "telephone",
                    _ => "",
                }
                .to_owned(),
                label: label.to_owned(),
                text: text(rest, at),
            })
        }
        other => panic!("the notation of examples has no `{other}`"),
    }
}

fn kind(name: &str) -> DocumentKind {
    match name {
        "目标" => DocumentKind::ProjectTarget,
        "部门" => DocumentKind::DepartmentTarget,
        "自评" => DocumentKind::SelfEvaluation,
        "监控" => DocumentKind::MonitoringReport,
        other => panic!("no kind of document is `{other}`"),
    }
}

fn text(rest: &str, at: Place) -> Text {
    match rest {
        "" => Field::Blank(at),
        text => Field::Stated(text.to_owned(), at),
    }
}

fn placed(rest: &str, at: Place) -> Option<Placed<String>> {
    (!rest.is_empty()).then(|| Placed::new(rest.to_owned(), at))
}

fn year(rest: &str, at: Place) -> Field<u16> {
    match rest.parse() {
        Ok(year) => Field::Stated(year, at),
        Err(_) => Field::Blank(at),
    }
}

fn number(rest: &str, at: Place) -> Field<Number> {
    match Number::from_printed(rest) {
        Some(number) => Field::Stated(number, at),
        None if rest.is_empty() => Field::Blank(at),
        None => Field::Unclear(rest.to_owned(), at),
    }
}

fn amount(rest: &str, unit: &mut Field<MoneyUnit>, at: Place) -> Field<Amount> {
    let digits = rest.trim_end_matches(|c: char| !c.is_ascii_digit());
    if let Some(printed) = MoneyUnit::from_printed(&rest[digits.len()..]) {
        *unit = Field::Stated(printed, at);
    }
    match Number::from_printed(digits) {
        Some(number) => Field::Stated(Amount { number, unit: None }, at),
        None if rest.is_empty() => Field::Blank(at),
        None => Field::Unclear(rest.to_owned(), at),
    }
}

fn money(line: &mut FundingLine, unit: &mut Field<MoneyUnit>, rest: &str, at: Place) {
    let mut parts = rest.split('|').map(str::trim);
    line.budget = amount(parts.next().unwrap_or_default(), unit, at);
    for part in parts {
        match part.split_once('=').expect("column=figure") {
            ("调整", figure) => line.adjusted = amount(figure, unit, at),
            ("执行", figure) => line.executed = amount(figure, unit, at),
            ("预计", figure) => line.forecast = amount(figure, unit, at),
            ("执行率", figure) => line.rate = number(figure, at),
            ("分值", figure) => line.weight = number(figure, at),
            ("得分", figure) => line.score = number(figure, at),
            ("原因", reason) => line.reason = text(reason, at),
            (other, _) => panic!("no money column is `{other}`"),
        }
    }
}

fn cost_item(rest: &str, at: Place) -> CostItem {
    let mut parts = rest.split('|').map(str::trim);
    let mut unit = Field::Absent;
    CostItem {
        name: text(parts.next().unwrap_or_default(), at),
        amount: amount(parts.next().unwrap_or_default(), &mut unit, at),
        basis: parts.next().map_or(Field::Absent, |basis| text(basis, at)),
        extent: Extent { from: at, to: at },
    }
}

fn plan(rest: &str, at: Place) -> Vec<Disbursement> {
    let points = rest
        .split('|')
        .map(str::trim)
        .filter(|point| !point.is_empty());
    points
        .map(|point| {
            let (by, percent) = point.split_once(' ').unwrap_or((point, ""));
            Disbursement {
                by: Placed::new(by.to_owned(), at),
                cumulative_percent: number(percent.trim_end_matches('%'), at),
            }
        })
        .collect()
}

fn task(rest: &str, at: Place) -> Task {
    let mut parts = rest.split('|').map(str::trim);
    let mut task = Task {
        name: text(parts.next().unwrap_or_default(), at),
        content: text(parts.next().unwrap_or_default(), at),
        extent: Extent { from: at, to: at },
        ..Task::default()
    };
    let funding = &mut task.funding;
    let figure = parts.next().unwrap_or_default();
    money(&mut funding.total, &mut funding.unit, figure, at);
    task
}

fn sub_goal(rest: &str, at: Place) -> SubGoal {
    let (name, goal) = rest.split_once('|').unwrap_or((rest, ""));
    SubGoal {
        name: text(name.trim(), at),
        goal: text(goal.trim(), at),
        extent: Extent { from: at, to: at },
        ..SubGoal::default()
    }
}

fn level2(name: &str) -> String {
    match name {
        "可持续" => "可持续影响指标".to_owned(),
        "满意度" => "服务对象满意度指标".to_owned(),
        "社会" | "经济" | "生态" => format!("{name}效益指标"),
        name => format!("{name}指标"),
    }
}

/// The level 1 under which a level 2 usually stands.
fn level1_of(level2: &str) -> &'static str {
    match level2 {
        "数量" | "质量" | "时效" | "成本" => "产出指标",
        "满意度" => "满意度指标",
        name if name.ends_with("成本") => "成本指标",
        _ => "效益指标",
    }
}

fn indicator(line: &str, at: Place) -> Indicator {
    let mut parts = line.split('|').map(str::trim);
    let level = parts.next().unwrap_or_default();
    let (level1, second) = match level.split_once('/') {
        Some(("-", second)) => (Field::Absent, second),
        Some((first, second)) => (text(&format!("{first}指标"), at), second),
        None => (text(level1_of(level), at), level),
    };
    let mut indicator = Indicator {
        level1,
        level2: match second {
            "-" => Field::Absent,
            "" => Field::Blank(at),
            second => text(&level2(second), at),
        },
        name: text(parts.next().unwrap_or_default(), at),
        value: value(parts.next().unwrap_or_default(), at),
        extent: Extent { from: at, to: at },
        ..Indicator::default()
    };
    for part in parts {
        let (column, cell) = part.split_once('=').expect("column=cell");
        match column {
            "描述" => indicator.description = text(cell, at),
            "依据" => indicator.basis = text(cell, at),
            "分值" => indicator.weight = number(cell, at),
            "完成" => indicator.actual = value(cell, at),
            "预计" => indicator.forecast = value(cell, at),
            "得分" => indicator.score = number(cell, at),
            "原因" => indicator.reason = text(cell, at),
            "起因" => indicator.causes.extend(placed(cell, at)),
            "可能性" => indicator.possibility = text(cell, at),
            "备注" => indicator.remark = text(cell, at),
            other => panic!("no indicator column is `{other}`"),
        }
    }
    indicator
}

fn value(cell: &str, at: Place) -> Field<CompiledValue> {
    match cell {
        "" => Field::Blank(at),
        cell => Field::Stated(CompiledValue::from_printed(cell.to_owned()), at),
    }
}
