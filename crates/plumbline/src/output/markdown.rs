//! Tables for people, document by document.

use std::io::{self, Write};

use plumbline_model::json::Source;
use plumbline_model::{CompiledValue, Document, Field, Indicator, Number, Party, Placed, Text};

use super::{amount, extent, indicators, one_line};
use crate::message::{Lang, kind_name};

pub(crate) fn source(source: &Source, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "# {}\n", escaped(&source.name))?;
    for note in &source.notes {
        writeln!(to, "> {}\n", escaped(&note.text))?;
    }
    if source.documents.is_empty() {
        writeln!(
            to,
            "{}\n",
            lang.pick("没有找到绩效文档。", "No performance document was found.")
        )?;
    }
    for (i, document) in source.documents.iter().enumerate() {
        self::document(i + 1, document, lang, to)?;
    }
    if !source.unread.is_empty() {
        let heading = lang.pick("没有读懂的内容", "Not understood");
        writeln!(to, "## {heading}\n")?;
        for piece in &source.unread {
            writeln!(to, "- {}  {}", piece.place, escaped(&piece.text))?;
        }
        writeln!(to)?;
    }
    Ok(())
}

fn document(number: usize, document: &Document, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let names = [&document.project.name, &document.title];
    let name = names.into_iter().find(|name| name.is_written());
    let name = name.map_or(lang.pick("（没有名称）", "(no name)"), |name| {
        name.text()
    });
    writeln!(to, "## {number}. {}\n", escaped(name))?;
    facts(document, lang, to)?;
    let goals = lang.pick("绩效目标", "Goals");
    list(goals, &document.goals, to)?;
    if let Some(results) = &document.results {
        list(lang.pick("实际完成情况", "Results"), results, to)?;
    }
    indicator_table(document, lang, to)
}

/// The fields that say something, a row each.
fn facts(document: &Document, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let project = &document.project;
    let funding = &document.funding;
    let text = |field: &Text| field.text().to_owned();
    let money = |line: &plumbline_model::FundingLine| amount(&line.budget, &funding.unit);
    let year = document.fiscal_year.get();
    let rows = [
        ("类型", "Kind", kind_name(lang, document.kind).to_owned()),
        ("标题", "Title", text(&document.title)),
        ("年度", "Year", year.map(u16::to_string).unwrap_or_default()),
        ("项目编码", "Project code", text(&project.code)),
        ("项目属性", "Attribute", text(&project.attribute)),
        ("项目来源", "Source", text(&project.source)),
        ("项目期", "Period", text(&project.period)),
        ("资金用途", "Purpose", text(&project.purpose)),
        (
            "主管部门",
            "Competent department",
            party(&document.competent_department),
        ),
        (
            "实施单位",
            "Implementing unit",
            party(&document.implementing_unit),
        ),
        ("预算单位", "Budget unit", party(&document.budget_unit)),
        ("资金总额", "Funding, total", money(&funding.total)),
        (
            "其中：财政拨款",
            "Fiscal appropriation",
            money(&funding.fiscal),
        ),
        ("上年结转", "Carry-over", money(&funding.carryover)),
        ("其他资金", "Other funds", money(&funding.other)),
        ("总分", "Score", printed_number(&document.score)),
        ("位置", "Place", extent(document.extent, lang)),
    ];
    writeln!(
        to,
        "| {} | {} |",
        lang.pick("字段", "Field"),
        lang.pick("内容", "Content")
    )?;
    writeln!(to, "|---|---|")?;
    for (zh, en, content) in rows {
        if !content.is_empty() {
            writeln!(to, "| {} | {} |", lang.pick(zh, en), escaped(&content))?;
        }
    }
    writeln!(to)
}

fn party(party: &Party) -> String {
    match (party.name.text(), party.code.text()) {
        (name, "") => name.to_owned(),
        ("", code) => code.to_owned(),
        (name, code) => format!("{name}（{code}）"),
    }
}

fn list(heading: &str, items: &[Placed<String>], to: &mut dyn Write) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(to, "**{heading}**\n")?;
    for (i, item) in items.iter().enumerate() {
        writeln!(to, "{}. {}", i + 1, escaped(&item.value))?;
    }
    writeln!(to)
}

/// A column of the indicator table: its headings and what stands in it.
type Column = (&'static str, &'static str, fn(&Indicator) -> String);

const COLUMNS: [Column; 12] = [
    ("一级指标", "Level 1", |i| i.level1.text().to_owned()),
    ("二级指标", "Level 2", |i| i.level2.text().to_owned()),
    ("三级指标", "Indicator", |i| i.name.text().to_owned()),
    ("指标值", "Value", |i| printed_value(&i.value)),
    ("指标说明", "Description", |i| {
        i.description.text().to_owned()
    }),
    ("依据", "Basis", |i| i.basis.text().to_owned()),
    ("分值", "Weight", |i| printed_number(&i.weight)),
    ("实际完成值", "Actual", |i| printed_value(&i.actual)),
    ("全年预计", "Forecast", |i| printed_value(&i.forecast)),
    ("得分", "Score", |i| printed_number(&i.score)),
    ("偏差原因", "Reason", |i| i.reason.text().to_owned()),
    ("备注", "Remark", |i| i.remark.text().to_owned()),
];

/// The indicators, with the columns in which anything stands.
fn indicator_table(document: &Document, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<_> = indicators(document).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let has_content = |(_, _, cell): &Column| rows.iter().any(|(_, i)| !cell(i).is_empty());
    let columns: Vec<Column> = COLUMNS.into_iter().filter(has_content).collect();
    let annual_only = document.indicators.len() == rows.len();
    let mut headings: Vec<&str> = columns
        .iter()
        .map(|(zh, en, _)| lang.pick(*zh, *en))
        .collect();
    headings.push(lang.pick("位置", "Place"));
    if !annual_only {
        headings.insert(0, lang.pick("指标归属", "Scope"));
    }
    writeln!(to, "| {} |", headings.join(" | "))?;
    writeln!(to, "|{}", "---|".repeat(headings.len()))?;
    for (scope, indicator) in rows {
        let mut cells: Vec<String> = columns.iter().map(|(_, _, cell)| cell(indicator)).collect();
        cells.push(extent(indicator.extent, lang));
        if !annual_only {
            cells.insert(0, scope.name(lang).to_owned());
        }
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        writeln!(to, "| {} |", cells.join(" | "))?;
    }
    writeln!(to)
}

fn printed_value(field: &Field<CompiledValue>) -> String {
    match field {
        Field::Stated(value, _) => value.printed.clone(),
        Field::Unclear(text, _) => text.clone(),
        Field::Blank(_) | Field::Absent => String::new(),
    }
}

fn printed_number(field: &Field<Number>) -> String {
    match field {
        Field::Stated(number, _) => number.printed.clone(),
        Field::Unclear(text, _) => text.clone(),
        Field::Blank(_) | Field::Absent => String::new(),
    }
}

/// Text that Markdown shows as it is.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if matches!(c, '\\' | '|' | '*' | '_' | '`' | '<' | '[' | ']' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
