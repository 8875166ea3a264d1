//! One row an indicator, with the columns of its project, for Excel and WPS.
//!
//! A document without indicators has one row, so that no project is missing.

use std::borrow::Cow;
use std::io::{self, Write};

use plumbline_model::json::Source;
use plumbline_model::{CompiledValue, Document, Field, Indicator, Number};

use super::{extent, indicators};
use crate::message::{Lang, kind_name};

/// Excel takes a file without it for one in the local encoding.
const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The columns, in Chinese and in English.
const COLUMNS: [(&str, &str); 29] = [
    ("文件", "source"),
    ("文档序号", "document"),
    ("文档类型", "kind"),
    ("标题", "title"),
    ("年度", "fiscal_year"),
    ("项目名称", "project"),
    ("项目编码", "project_code"),
    ("主管部门", "competent_department"),
    ("实施单位", "implementing_unit"),
    ("预算单位", "budget_unit"),
    ("资金总额", "funding_total"),
    ("财政拨款", "funding_fiscal"),
    ("上年结转", "funding_carryover"),
    ("其他资金", "funding_other"),
    ("资金单位", "funding_unit"),
    ("指标归属", "scope"),
    ("一级指标", "level1"),
    ("二级指标", "level2"),
    ("三级指标", "indicator"),
    ("指标值", "value"),
    ("指标值规范写法", "value_normal_form"),
    ("指标说明", "description"),
    ("依据", "basis"),
    ("分值", "weight"),
    ("实际完成值", "actual"),
    ("得分", "score"),
    ("偏差原因", "reason"),
    ("备注", "remark"),
    ("位置", "place"),
];

/// Rows in the making. They are put together in memory, because the errors of their writer hide
/// those of the output.
pub(crate) struct Table {
    rows: csv::Writer<Vec<u8>>,
}

impl Table {
    /// A table without heads, which goes on one that has them.
    pub(crate) fn new() -> Table {
        Table {
            rows: csv::Writer::from_writer(Vec::new()),
        }
    }

    /// A table that begins a file.
    pub(crate) fn with_heads<const N: usize>(
        columns: [(&str, &str); N],
        lang: Lang,
    ) -> io::Result<Table> {
        let mut rows = csv::Writer::from_writer(BYTE_ORDER_MARK.to_vec());
        rows.write_record(columns.map(|(zh, en)| lang.pick(zh, en)))?;
        Ok(Table { rows })
    }

    pub(crate) fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        let cells = cells.into_iter().map(|cell| harmless(cell).into_owned());
        Ok(self.rows.write_record(cells)?)
    }

    pub(crate) fn write(self, to: &mut dyn Write) -> io::Result<()> {
        let bytes = self.rows.into_inner();
        to.write_all(&bytes.map_err(|error| io::Error::other(error.to_string()))?)
    }
}

pub(crate) fn header(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    Table::with_heads(COLUMNS, lang)?.write(to)
}

pub(crate) fn source(source: &Source, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new();
    for (i, document) in source.documents.iter().enumerate() {
        let project = project_columns(source, i + 1, document, lang);
        let mut add = |indicator: [String; 14]| {
            let cells = project.iter().chain(&indicator);
            table.row(cells.map(String::as_str))
        };
        let mut has_indicators = false;
        for (scope, indicator) in indicators(document) {
            has_indicators = true;
            add(indicator_columns(scope.name(lang), indicator, lang))?;
        }
        if !has_indicators {
            let mut columns: [String; 14] = Default::default();
            columns[13] = extent(document.extent, lang);
            add(columns)?;
        }
    }
    table.write(to)
}

fn project_columns(
    source: &Source,
    number: usize,
    document: &Document,
    lang: Lang,
) -> [String; 15] {
    let funding = &document.funding;
    let money = |line: &plumbline_model::FundingLine| match &line.budget {
        // An amount with a unit of its own keeps it where it differs from the column's.
        Field::Stated(amount, _) => match amount.unit {
            Some(unit) if funding.unit.get() != Some(&unit) => {
                format!("{}{}", amount.number.printed, unit.printed())
            }
            _ => amount.number.printed.clone(),
        },
        Field::Unclear(text, _) => text.clone(),
        Field::Blank(_) | Field::Absent => String::new(),
    };
    [
        source.name.clone(),
        number.to_string(),
        kind_name(lang, document.kind).to_owned(),
        document.title.text().to_owned(),
        printed(&document.fiscal_year, u16::to_string),
        document.project.name.text().to_owned(),
        document.project.code.text().to_owned(),
        document.competent_department.name.text().to_owned(),
        document.implementing_unit.name.text().to_owned(),
        document.budget_unit.name.text().to_owned(),
        money(&funding.total),
        money(&funding.fiscal),
        money(&funding.carryover),
        money(&funding.other),
        printed(&funding.unit, |unit| unit.printed().to_owned()),
    ]
}

fn indicator_columns(scope: &str, indicator: &Indicator, lang: Lang) -> [String; 14] {
    let number = |field: &Field<Number>| printed(field, |number| number.printed.clone());
    let value = |field: &Field<CompiledValue>| printed(field, |value| value.printed.clone());
    let normal_form = indicator.value.get().map(|value| value.value.to_string());
    [
        scope.to_owned(),
        indicator.level1.text().to_owned(),
        indicator.level2.text().to_owned(),
        indicator.name.text().to_owned(),
        value(&indicator.value),
        normal_form.unwrap_or_default(),
        indicator.description.text().to_owned(),
        indicator.basis.text().to_owned(),
        number(&indicator.weight),
        value(&indicator.actual),
        number(&indicator.score),
        indicator.reason.text().to_owned(),
        indicator.remark.text().to_owned(),
        extent(indicator.extent, lang),
    ]
}

fn printed<T>(field: &Field<T>, print: impl FnOnce(&T) -> String) -> String {
    match field {
        Field::Stated(value, _) => print(value),
        Field::Unclear(text, _) => text.clone(),
        Field::Blank(_) | Field::Absent => String::new(),
    }
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it; signed numbers
/// are left alone.
fn harmless(cell: &str) -> Cow<'_, str> {
    let is_formula = match cell.as_bytes() {
        [b'=' | b'@', ..] => true,
        [b'+' | b'-', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_digit),
        _ => false,
    };
    match is_formula && cell.len() > 1 {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not_touched() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("+cmd"), "'+cmd");
        for cell in ["-5%", "+3", "≥95%", "", "-", "100"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
