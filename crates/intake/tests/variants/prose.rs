//! Forms told in sentences.

use crate::form::{Form, Row};
use crate::layout::Maker;
use crate::page::Block;
use crate::plan::{Layout, Plan, Twist};

/// Takes away what prose has no room for.
pub fn trim(form: &mut Form, plan: &Plan) {
    let numbered = plan.layout == Layout::ProseNumbered;
    form.bodies.clear();
    form.project.retain(|key, _| *key == "purpose");
    if plan.has(Twist::NoPurpose) {
        form.project.clear();
    } else {
        form.project
            .entry("purpose")
            .or_insert_with(|| "用于设备购置、日常巡查和资料归档。".to_owned());
    }
    form.plan.clear();
    form.goals.truncate(1);
    form.money.truncate(2);
    let speaks = |row: &Row| {
        let value = &row.cells["value"];
        value.starts_with(|c: char| c.is_ascii_digit() || "≥≤".contains(c))
            && !value.contains([';', '；', '、', '-'])
            && !row.name.contains(['、', '；', '，'])
    };
    form.rows.retain(speaks);
    if form.rows.is_empty() {
        form.rows.push(Row::satisfaction());
    }
    for row in &mut form.rows {
        row.cells.retain(|key, text| {
            *key == "value" || (numbered && *key == "basis" && !text.is_empty())
        });
        if numbered {
            row.level2 = String::new();
        }
    }
    // A paragraph 成本指标 after 产出指标 may be either level.
    if numbered && form.rows.iter().any(|row| row.level1 != "成本指标") {
        form.rows.retain(|row| row.level1 != "成本指标");
    }
}

/// The heading that numbers a volume.
pub fn heading(form: &Form) -> Vec<Block> {
    let year = form.year.map(|y| format!("{y}年")).unwrap_or_default();
    vec![Block::Title(format!("二、{year}项目绩效目标编制情况"))]
}

const NUMBERS: [&str; 3] = ["一", "二", "三"];

/// The paragraphs of one form.
pub fn prose(maker: &Maker, form: &Form, index: usize) -> Vec<Block> {
    let paragraphs = match maker.plan.layout {
        Layout::ProseNumbered => numbered(form, index),
        _ => paragraphs(form, index),
    };
    paragraphs.into_iter().map(Block::Line).collect()
}

/// The year and total of the budget, and the fiscal appropriation in it.
fn budget(form: &Form) -> (String, Option<&str>) {
    let year = form.year.map(|y| format!("{y}年")).unwrap_or_default();
    let amount = |at: usize| form.money.get(at).map(|(_, line)| line["budget"].as_str());
    (
        format!("{year}预算安排{}万元", amount(0).unwrap_or_default()),
        amount(1),
    )
}

fn numbered(form: &Form, index: usize) -> Vec<String> {
    let (name, (total, fiscal)) = (&form.name, budget(form));
    let source = |f: &str| format!("，其中：{f}万元资金来源为当年一般公共预算资金");
    let source = fiscal.map(source).unwrap_or_default();
    let purpose = form
        .project
        .get("purpose")
        .map(|p| format!("{name}主要内容是：{p}"));
    let mut lines = vec![
        format!("({}) {name}", NUMBERS[index]),
        format!("1、{}{total}{source}。", purpose.unwrap_or_default()),
        format!("2、项目绩效总目标是：{}", form.goals[0]),
        "3、项目绩效指标设置情况：".to_owned(),
    ];
    let mut levels: Vec<(&str, Vec<String>)> = Vec::new();
    for row in &form.rows {
        let basis = row
            .cells
            .get("basis")
            .map(|b| format!("，指标设立依据是{b}"))
            .unwrap_or_default();
        let value = &row.cells["value"];
        let joint = if value.starts_with(|c: char| c.is_ascii_digit()) {
            "定值"
        } else {
            ""
        };
        let clause = format!("{}{joint}{value}{basis}", row.name);
        match levels.last_mut().filter(|(level, _)| *level == row.level1) {
            Some((_, clauses)) => clauses.push(clause),
            None => levels.push((&row.level1, vec![clause])),
        }
    }
    lines.extend(
        levels
            .iter()
            .map(|(level, clauses)| format!("{level}：{}。", clauses.join("；"))),
    );
    lines
}

fn paragraphs(form: &Form, index: usize) -> Vec<String> {
    let (total, fiscal) = budget(form);
    let mut lines = vec![format!("{}、{}", NUMBERS[index], form.name)];
    lines.extend(
        form.project
            .get("purpose")
            .map(|p| format!("　　项目概况：{p}")),
    );
    let source = fiscal
        .map(|f| format!("，其中：财政拨款{f}万元"))
        .unwrap_or_default();
    lines.push(format!("　　资金安排：{total}{source}。"));
    lines.push(format!("　　绩效目标：{}", form.goals[0]));
    let mut text = String::new();
    let mut levels: [&str; 2] = ["", ""];
    let mut count = 0;
    for row in &form.rows {
        if row.level1 != levels[0] {
            count += 1;
            let end = if text.is_empty() { "" } else { "。" };
            text += &format!("{end}{count}.{}。", row.level1);
            levels = [&row.level1, ""];
            text += &format!("{}：", row.level2);
        } else if row.level2 != levels[1] {
            text += &format!("；{}：", row.level2);
        } else {
            text += "、";
        }
        levels[1] = &row.level2;
        text += &format!("{}{}", row.name, row.cells["value"]);
    }
    lines.push(format!("　　绩效指标：{text}。"));
    lines
}
