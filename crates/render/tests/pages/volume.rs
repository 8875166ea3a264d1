//! A small volume: cover, contents, a page of text, and a form of two pages with merged cells.

use plumbline_render::composition::*;

pub fn volume() -> Composition {
    Composition {
        title: "云溪县农业农村局2026年部门预算绩效文本".to_owned(),
        sections: vec![
            section("封面", false, cover()),
            section(
                "目录",
                false,
                vec![paragraph(Style::Title, "目　录"), Block::Contents],
            ),
            section("一、编制说明", true, text()),
            section("二、高标准农田灌溉渠系维修项目绩效目标表", true, form()),
            wide(section("三、项目汇总表", true, list())),
        ],
    }
}

fn section(name: &str, is_numbered: bool, blocks: Vec<Block>) -> Section {
    Section {
        name: name.to_owned(),
        orientation: Orientation::Portrait,
        is_numbered,
        blocks,
    }
}

fn wide(section: Section) -> Section {
    Section {
        orientation: Orientation::Landscape,
        ..section
    }
}

pub fn paragraph(style: Style, text: &str) -> Block {
    let text = text.to_owned();
    Block::Paragraph(Paragraph { style, text })
}

fn cover() -> Vec<Block> {
    vec![
        paragraph(Style::Cover, "云溪县农业农村局\n部门预算绩效文本"),
        paragraph(Style::CoverLine, "（2026年度）"),
        paragraph(Style::CoverLine, "单位：云溪县农业农村局"),
        paragraph(Style::CoverLine, "二〇二五年十二月"),
    ]
}

fn text() -> Vec<Block> {
    let body = "段：本文本依据《中华人民共和国预算法》和县本级部门预算绩效管理办法编制，涉及项目35个，\
        预算资金1,286.40万元，其中财政拨款1,200.00万元、上年结转86.40万元。各项目均设定产出、\
        效益和满意度指标，数量指标以“个”“公里”“人次”计，质量指标以合格率（≥95%）计。\
        联系人使用 Plumbline-2026 version 1.0 核对，详见 https://example.invalid/yunxi/performance-targets 。";
    let mut blocks = vec![
        paragraph(Style::Title, "编制说明"),
        paragraph(Style::Subtitle, "（草案）"),
        paragraph(Style::Heading, "一、总体要求"),
    ];
    blocks.extend((1..=5).map(|number| paragraph(Style::Body, &format!("第{number}{body}"))));
    blocks.push(paragraph(Style::Heading, "二、工作安排"));
    blocks.push(paragraph(Style::Body, body));
    blocks
}

pub fn cell(at: (usize, usize), spans: (usize, usize), role: Role, text: &str) -> (usize, Cell) {
    let cell = Cell {
        column: at.1,
        row_span: spans.0,
        column_span: spans.1,
        text: text.to_owned(),
        role,
    };
    (at.0, cell)
}

pub fn table(widths: &[u16], head_rows: usize, cells: Vec<(usize, Cell)>) -> Table {
    let count = cells.iter().map(|(row, cell)| row + cell.row_span).max();
    let mut rows = vec![Row::default(); count.unwrap_or(0)];
    for (row, cell) in cells {
        rows[row].cells.push(cell);
    }
    Table {
        widths: widths.to_vec(),
        head_rows,
        rows,
    }
}

fn form() -> Vec<Block> {
    use Role::{Label, Text, Value};
    let mut cells = vec![
        cell((0, 0), (1, 2), Label, "项目名称"),
        cell((0, 2), (1, 3), Value, "高标准农田灌溉渠系维修"),
        cell((1, 0), (1, 2), Label, "主管部门及代码"),
        cell((1, 2), (1, 1), Value, "[213]云溪县农业农村局"),
        cell((1, 3), (1, 1), Label, "实施单位"),
        cell((1, 4), (1, 1), Value, "县农田建设站"),
        cell((2, 0), (3, 2), Label, "项目资金\n（万元）"),
        cell((2, 2), (1, 1), Label, "年度资金总额："),
        cell((2, 3), (1, 2), Value, "186.40"),
        cell((3, 2), (1, 1), Label, "其中：财政拨款"),
        cell((3, 3), (1, 2), Value, "150.00"),
        cell((4, 2), (1, 1), Label, "其他资金"),
        cell((4, 3), (1, 2), Value, "36.40"),
        cell((5, 0), (1, 1), Label, "总体目标"),
        cell(
            (5, 1),
            (1, 4),
            Text,
            "目标1：完成12个乡镇48.6公里灌溉渠系的清淤、防渗和衬砌，恢复灌溉面积2.3万亩，\
             使水的利用系数由0.52提高到0.60（以监测为准）；\n\
             目标2：建立“县、镇、村”三级管护责任制，培训管水员不少于96人。",
        ),
        cell((6, 0), (1, 1), Label, "一级指标"),
        cell((6, 1), (1, 1), Label, "二级指标"),
        cell((6, 2), (1, 2), Label, "三级指标"),
        cell((6, 4), (1, 1), Label, "指标值"),
    ];
    let groups: [(&str, &[(&str, usize)]); 3] = [
        (
            "产出指标",
            &[
                ("数量指标", 7),
                ("质量指标", 4),
                ("时效指标", 3),
                ("成本指标", 4),
            ],
        ),
        (
            "效益指标",
            &[
                ("经济效益指标", 3),
                ("社会效益指标", 3),
                ("生态效益指标", 3),
            ],
        ),
        ("满意度指标", &[("服务对象满意度指标", 2)]),
    ];
    let mut row = 7;
    for (level1, kinds) in groups {
        let of_level1 = kinds.iter().map(|kind| kind.1).sum();
        cells.push(cell((row, 0), (of_level1, 1), Label, level1));
        for (level2, count) in kinds {
            cells.push(cell((row, 1), (*count, 1), Label, level2));
            for number in 1..=*count {
                let name = format!("指标{number}：{level2}第{number}项维修渠段的验收与管护情况");
                cells.push(cell((row, 2), (1, 2), Text, &name));
                cells.push(cell((row, 4), (1, 1), Value, &format!("≥{}%", 80 + number)));
                row += 1;
            }
        }
    }
    vec![
        paragraph(Style::Title, "项目支出绩效目标表"),
        paragraph(Style::Subtitle, "（2026年度）"),
        paragraph(Style::NoteRight, "单位：万元"),
        Block::Table(table(&[12, 16, 26, 18, 20], 0, cells)),
        paragraph(
            Style::Note,
            "填表人：　　　　　　单位负责人（签章）：　　　　　　填报日期：",
        ),
    ]
}

fn list() -> Vec<Block> {
    use Role::{Label, Text, Value};
    let heads = ["序号", "项目名称", "预算金额", "绩效目标"];
    let mut cells: Vec<_> = heads
        .iter()
        .enumerate()
        .map(|(column, head)| cell((0, column), (1, 1), Label, head))
        .collect();
    for row in 1..=35 {
        let goal = format!("第{row}个项目在年内完成，群众满意度达到{}%以上。", 60 + row);
        cells.push(cell((row, 0), (1, 1), Value, &row.to_string()));
        cells.push(cell(
            (row, 1),
            (1, 1),
            Text,
            &format!("云溪县第{row}号渠道维修"),
        ));
        cells.push(cell((row, 2), (1, 1), Value, &format!("{row}.50")));
        cells.push(cell((row, 3), (1, 1), Text, &goal));
    }
    vec![
        paragraph(Style::Title, "项目汇总表"),
        Block::Table(table(&[8, 30, 14, 60], 1, cells)),
    ]
}
