//! One table for all forms, one row an indicator.

use crate::form::{Form, Kind, MONEY};
use crate::layout::Maker;
use crate::page::{Block, Role, Sheet};
use crate::plan::Twist;

/// The blocks of a register.
pub fn register(maker: &Maker, forms: &[Form]) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(first) = forms.first().filter(|_| maker.style("titled").percent(70)) {
        blocks.extend(maker.titles(first).into_iter().map(Block::Title));
    }
    if maker.has(Twist::UnitLine) {
        blocks.push(Block::Line("单位：万元".to_owned()));
    }
    blocks.push(Block::Table(table(maker, forms)));
    blocks
}

/// Columns that say something of the project, by label and how to print it.
type Column = (String, Box<dyn Fn(&Form) -> String>);

fn project_columns(maker: &Maker, forms: &[Form]) -> Vec<Column> {
    let labels: Vec<Vec<(String, String)>> = forms.iter().map(|f| maker.fields(f)).collect();
    let mut columns: Vec<Column> = Vec::new();
    for (label, _) in &labels[0] {
        let texts: Vec<(String, String)> = forms
            .iter()
            .zip(&labels)
            .filter_map(|(form, fields)| {
                Some((
                    form.name.clone(),
                    fields.iter().find(|(l, _)| l == label)?.1.clone(),
                ))
            })
            .collect();
        let find = move |form: &Form| {
            texts
                .iter()
                .find(|(name, _)| *name == form.name)
                .map(|(_, text)| text.clone())
                .unwrap_or_default()
        };
        columns.push((label.clone(), Box::new(find)));
    }
    let unit = if maker.unit_in_label() {
        "（万元）"
    } else {
        ""
    };
    for key in MONEY {
        if forms
            .iter()
            .all(|form| form.money.iter().any(|(k, _)| *k == key))
        {
            let label =
                maker.money_label(key, Kind::Target) + if key == "total" { unit } else { "" };
            let amount = move |form: &Form| {
                form.money
                    .iter()
                    .find(|(k, _)| *k == key)
                    .map(|(_, line)| line["budget"].clone())
                    .unwrap_or_default()
            };
            columns.push((label, Box::new(amount)));
        }
    }
    let goals: Vec<(String, String)> = forms
        .iter()
        .map(|form| (form.name.clone(), maker.goals(&form.goals).join("\n")))
        .collect();
    let find = move |form: &Form| {
        goals
            .iter()
            .find(|(name, _)| *name == form.name)
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    };
    columns.push((maker.label("goal", "annual", Kind::Target), Box::new(find)));
    columns
}

fn table(maker: &Maker, forms: &[Form]) -> Sheet {
    let mut sheet = Sheet {
        repeat: maker.has(Twist::RepeatMerged),
        ..Sheet::default()
    };
    let projects = project_columns(maker, forms);
    let mut columns = vec!["level1", "level2", "name"];
    columns.extend(forms[0].columns());
    if maker.has(Twist::DropLevel1) {
        columns.remove(0);
    }
    if maker.has(Twist::PermuteColumns) {
        maker.style("columns").shuffle(&mut columns);
    }
    let heads = projects.iter().map(|(label, _)| label.clone());
    let heads: Vec<String> = heads
        .chain(
            columns
                .iter()
                .map(|c| maker.label("column", c, Kind::Target)),
        )
        .collect();
    for (at, head) in heads.iter().enumerate() {
        sheet.put((0, at), (1, 1), head, Role::Label);
    }
    sheet.headings = Some(0);
    for form in forms {
        let top = sheet.height();
        for (at, (_, text)) in projects.iter().enumerate() {
            sheet.put((top, at), (form.rows.len(), 1), &text(form), Role::Value);
        }
        indicators(maker, &mut sheet, form, &columns, top, projects.len());
        sheet.cuts.extend(top + 1..top + form.rows.len());
    }
    sheet
}

fn indicators(
    maker: &Maker,
    sheet: &mut Sheet,
    form: &Form,
    columns: &[&str],
    top: usize,
    left: usize,
) {
    for (at, row) in form.rows.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &form.rows[before]);
        for (column, key) in columns.iter().enumerate() {
            let place = (top + at, left + column);
            let alike = |a: &crate::form::Row, b: &crate::form::Row| {
                a.level1 == b.level1 && (*key == "level1" || a.level2 == b.level2)
            };
            let (text, is_level) = match *key {
                "level1" => (maker.level(0, &row.level1), true),
                "level2" => (maker.level(1, &row.level2), true),
                "name" => (row.name.clone(), false),
                key => (row.cells.get(key).cloned().unwrap_or_default(), false),
            };
            if is_level && before.is_some_and(|before| alike(before, row)) {
                continue;
            }
            let rows = if is_level {
                form.rows[at..]
                    .iter()
                    .take_while(|other| alike(other, row))
                    .count()
            } else {
                1
            };
            sheet.put(
                place,
                (rows, 1),
                &text,
                if is_level { Role::Level } else { Role::Value },
            );
        }
    }
}
