//! XLSX to paper, beside `calamine`, which reads the values of the cells and no more.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use plumbline_intake::containers::read_paper;
use plumbline_intake::limits::Limits;
use plumbline_intake::paper::Block;
use plumbline_render::form;
use rust_xlsxwriter::{Format, FormatBorder, Workbook, Worksheet, XlsxError};
use xtask::corpus::{self, File, Layout, Project};

use crate::measure::Cost;
use crate::{SEED, best};

const ROUNDS: usize = 9;

pub fn compare() {
    println!("\nReading workbooks, one core\n");
    println!(
        "{:9} {:>6} {:>8} {:11} {:>8} {:>11} {:>8}",
        "workbook", "sheets", "cells", "", "ms", "cells/s", "peak MB"
    );
    compare_on("stacked", &stacked(6, 300).expect("a workbook"));
    compare_on("rendered", &rendered(600));
}

fn compare_on(name: &str, bytes: &[u8]) {
    let (mut ours, mut theirs) = (None, None);
    let (mut sheets, mut cells, mut read) = (0, 0, 0);
    for _ in 0..ROUNDS {
        (sheets, cells) = best(&mut theirs, || calamine(bytes));
        read = best(&mut ours, || plumbline(bytes));
    }
    let (ours, theirs) = (ours.unwrap_or_default(), theirs.unwrap_or_default());
    let row = |name: &str, start: &str, cells: usize, cost: Cost, end: &str| {
        println!(
            "{start:25} {name:11} {:>8.1} {:>11.0} {:>8.1}{end}",
            cost.seconds * 1e3,
            cells as f64 / cost.seconds,
            cost.peak as f64 / 1e6,
        );
    };
    row(
        "calamine",
        &format!("{name:9} {sheets:>6} {cells:>8}"),
        cells,
        theirs,
        "",
    );
    let ratio = ours.seconds / theirs.seconds;
    row(
        "plumbline",
        "",
        read,
        ours,
        &format!("   {ratio:.2} × calamine"),
    );
}

/// The sheets, and the cells with something in them.
fn calamine(bytes: &[u8]) -> (usize, usize) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    let ranges = names.iter().map(|name| {
        let range = book.worksheet_range(name).expect("a sheet");
        range.used_cells().count()
    });
    (names.len(), ranges.sum())
}

/// The cells and lines of the paper.
fn plumbline(bytes: &[u8]) -> usize {
    let (paper, _) = read_paper(bytes, &Limits::default()).expect("a workbook");
    let blocks = paper.blocks.iter().map(|block| match block {
        Block::Table(table) => table.cells.len(),
        Block::Line(_) => 1,
    });
    blocks.sum()
}

/// Some sheets with many forms one below the other, as a bureau keeps them that collects them.
fn stacked(sheets: usize, forms: usize) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let looks = Looks::new();
    for (number, projects) in (0..sheets).zip(projects(sheets * forms).chunks(forms)) {
        let sheet = book.add_worksheet();
        sheet.set_name(format!("第{}册", number + 1))?;
        let mut row = 0;
        for project in projects {
            row = form(sheet, row, project, &looks)? + 1;
        }
    }
    book.save_to_buffer()
}

/// A workbook as we write it ourselves: a sheet a form.
fn rendered(projects: usize) -> Vec<u8> {
    let file = File::new(Layout::Tabs, projects, SEED, 0);
    let reading = plumbline_intake::read(file.text.as_bytes(), &Limits::default());
    let documents = reading.expect("the corpus can be read").documents;
    let form = form::named("project-target-annual").expect("an official form");
    let composition = plumbline_render::fill(form, &documents);
    plumbline_render::xlsx::write(&composition, &form.frame).expect("a workbook")
}

fn projects(count: usize) -> Vec<Project> {
    let files = corpus::files(count, SEED, &[Layout::Csv]);
    files.flat_map(|file| file.projects).collect()
}

struct Looks {
    title: Format,
    text: Format,
    money: Format,
}

impl Looks {
    fn new() -> Looks {
        let text = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
        Looks {
            title: Format::new().set_bold().set_font_size(16),
            money: text.clone().set_num_format("#,##0.00"),
            text,
        }
    }
}

/// Writes a form from a row on; the row below it.
fn form(
    sheet: &mut Worksheet,
    top: u32,
    project: &Project,
    looks: &Looks,
) -> Result<u32, XlsxError> {
    let text = &looks.text;
    sheet.merge_range(top, 0, top, 6, "项目支出绩效目标表", &looks.title)?;
    let pairs = [("项目名称", &project.name), ("预算单位", &project.unit)];
    let mut row = top + 1;
    for (label, value) in pairs {
        sheet.write_with_format(row, 0, label, text)?;
        sheet.merge_range(row, 1, row, 6, value, text)?;
        row += 1;
    }
    sheet.merge_range(row, 0, row + 2, 0, "项目资金（万元）", text)?;
    let money = [
        ("年度资金总额", &project.total),
        ("其中：财政拨款", &project.fiscal),
        ("其他资金", &project.other),
    ];
    for (label, amount) in money {
        sheet.merge_range(row, 1, row, 2, label, text)?;
        sheet.merge_range(row, 3, row, 6, "", &looks.money)?;
        let amount = amount.parse::<f64>().unwrap_or_default();
        sheet.write_number_with_format(row, 3, amount, &looks.money)?;
        row += 1;
    }
    for goal in &project.goals {
        sheet.write_with_format(row, 0, "年度目标", text)?;
        sheet.merge_range(row, 1, row, 6, goal, text)?;
        row += 1;
    }
    let head = [
        "一级指标",
        "二级指标",
        "三级指标",
        "指标描述",
        "指标值",
        "指标值确定依据",
        "备注",
    ];
    for (column, label) in (0..).zip(head) {
        sheet.write_with_format(row, column, label, text)?;
    }
    row += 1;
    for same in project.indicators.chunk_by(|a, b| a.level1 == b.level1) {
        let last = row + same.len() as u32 - 1;
        if last > row {
            sheet.merge_range(row, 0, last, 0, same[0].level1, text)?;
        } else {
            sheet.write_with_format(row, 0, same[0].level1, text)?;
        }
        for indicator in same {
            let cells = [
                indicator.level2,
                &indicator.name,
                &indicator.description,
                &indicator.value,
                &indicator.basis,
            ];
            for (column, value) in (1..).zip(cells) {
                sheet.write_with_format(row, column, value, text)?;
            }
            sheet.write_blank(row, 6, text)?;
            row += 1;
        }
    }
    Ok(row)
}
