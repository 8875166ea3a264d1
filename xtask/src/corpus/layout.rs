//! The layouts: how a file of projects looks.

use std::fmt::Write;

use super::project::{Indicator, Project, YEAR};

/// A way to lay out a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Forms in plain text, columns parted by tabs.
    Tabs,
    /// Forms as Markdown tables.
    Markdown,
    /// Forms as HTML tables with merged cells.
    Html,
    /// Forms whose table structure is gone: labels and values in sequence.
    Linearised,
    /// Numbered prose.
    Prose,
    /// A register with one indicator a row.
    Csv,
}

impl Layout {
    /// All of them.
    pub const ALL: [Layout; 6] = [
        Layout::Tabs,
        Layout::Markdown,
        Layout::Html,
        Layout::Linearised,
        Layout::Prose,
        Layout::Csv,
    ];

    /// Its name in file names and tables.
    pub fn name(self) -> &'static str {
        match self {
            Layout::Tabs => "tabs",
            Layout::Markdown => "markdown",
            Layout::Html => "html",
            Layout::Linearised => "linearised",
            Layout::Prose => "prose",
            Layout::Csv => "csv",
        }
    }

    /// The extension of such files.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Layout::Tabs | Layout::Linearised | Layout::Prose => "txt",
            Layout::Markdown => "md",
            Layout::Html => "html",
            Layout::Csv => "csv",
        }
    }
}

/// Lays out projects.
pub(super) fn write(layout: Layout, projects: &[Project]) -> String {
    let mut out = Text(String::new());
    match layout {
        Layout::Tabs => {
            for ((n, number), project) in numbers().zip(1..).zip(projects) {
                out.tabs(n, number, project);
            }
        }
        Layout::Markdown => {
            for project in projects {
                out.markdown(project);
            }
        }
        Layout::Html => {
            out.line("<html><head><meta charset=\"utf-8\"><title>绩效目标表</title></head><body>");
            for project in projects {
                out.html(project);
            }
            out.line("</body></html>");
        }
        Layout::Linearised => {
            for project in projects {
                out.linearised(project);
            }
        }
        Layout::Prose => {
            out.line(&format!("二、{YEAR}年项目绩效目标编制情况\n"));
            for (n, project) in numbers().zip(projects) {
                out.prose(n, project);
            }
        }
        Layout::Csv => {
            out.line(
                "序号,预算单位,项目名称,资金总额（万元）,其中：财政拨款,其他资金,年度绩效目标,\
                 一级指标,二级指标,三级指标,指标值",
            );
            for (n, project) in (1..).zip(projects) {
                out.csv(n, project);
            }
        }
    }
    out.0
}

/// Numbers of headings: a long file has chapters of 99 projects.
fn numbers() -> impl Iterator<Item = usize> {
    (1..=99).cycle()
}

/// `text`, or nothing where it repeats what stands above it.
fn merged<'t>(text: &'t str, above: Option<&str>) -> &'t str {
    if above == Some(text) { "" } else { text }
}

/// Indicators with the levels to print: a level that stays the same is printed once.
fn with_levels(indicators: &[Indicator]) -> impl Iterator<Item = (&str, &str, &Indicator)> {
    let mut above: Option<&Indicator> = None;
    indicators.iter().map(move |indicator| {
        let level1 = merged(indicator.level1, above.map(|a| a.level1));
        let level2 = merged(indicator.level2, above.map(|a| a.level2));
        above = Some(indicator);
        (level1, level2, indicator)
    })
}

fn numbered(goals: &[String]) -> String {
    let goals: Vec<String> = (1..)
        .zip(goals)
        .map(|(n, goal)| format!("{n}.{goal}"))
        .collect();
    goals.join(" ")
}

/// The text of a file while it is written.
struct Text(String);

impl Text {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn row(&mut self, cells: &[&str]) {
        self.line(&cells.join("\t"));
    }

    /// `n` is the number of the heading, `number` that of the project in its file.
    fn tabs(&mut self, n: usize, number: usize, p: &Project) {
        self.line(&format!("{n}.{}绩效目标表\n", p.name));
        self.line(&format!("{} {}\n\n单位：万元\n", p.unit_code, p.unit));
        // Region, year, kind, unit and number.
        let code = format!("990108{}T{}{number:06}", YEAR % 100, p.unit_code);
        self.row(&["项目编码", &code, "", "项目名称", &p.name]);
        self.row(&[
            "预算规模及 资金用途",
            "预算数",
            &p.total,
            "其中：财政 资金",
            &p.fiscal,
            "其他资金",
            &p.other,
        ]);
        self.row(&["", &p.purpose]);
        self.row(&["资金支出计 划（%）", "3 月底", "6月底", "10月底", "12月底"]);
        self.row(&["", "25%", "50%", "80%", "100%"]);
        self.row(&["绩效目标", &numbered(&p.goals)]);
        self.row(&[
            "一级指标",
            "二级指标",
            "三级指标",
            "绩效指标描述",
            "指标值",
            "指标值确定 依据",
        ]);
        for (level1, level2, i) in with_levels(&p.indicators) {
            self.row(&[level1, level2, &i.name, &i.description, &i.value, &i.basis]);
        }
        self.line("");
    }

    fn markdown(&mut self, p: &Project) {
        self.line(&format!("# 项目支出绩效目标表\n\n({YEAR}年度)\n"));
        let rows: [[&str; 5]; 9] = [
            ["", "", "", "", ""],
            ["---", "---", "---", "---", "---"],
            ["项目名称", "", &p.name, "", ""],
            ["主管部门及代码", &p.unit, "实施单位", &p.unit, ""],
            ["项目属性", p.attribute, "项目期", "1年", ""],
            ["项目资金<br>(万元)", "", "年度资金总额:", &p.total, ""],
            ["", "", "其中:财政拨款", &p.fiscal, ""],
            ["", "", "其他资金", &p.other, ""],
            ["年度目标", &numbered(&p.goals), "", "", ""],
        ];
        for row in rows {
            self.markdown_row(&row);
        }
        self.markdown_row(&["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"]);
        for (level1, level2, i) in with_levels(&p.indicators) {
            self.markdown_row(&["", level1, level2, &i.name, &i.value]);
        }
        self.line("");
    }

    fn markdown_row(&mut self, cells: &[&str]) {
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn html(&mut self, p: &Project) {
        self.line("<p class=MsoNormal align=center><b>项目支出绩效目标申报表</b></p>");
        self.line(&format!(
            "<p class=MsoNormal align=center>（{YEAR}年度）</p>"
        ));
        self.line("<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>");
        self.html_row(&[("项目名称", 1, 1), (&p.name, 1, 4)]);
        self.html_row(&[
            ("主管部门", 1, 1),
            (&p.unit, 1, 2),
            ("实施单位", 1, 1),
            (&p.unit, 1, 1),
        ]);
        self.html_row(&[
            ("项目资金<br>（万元）", 3, 1),
            ("年度资金总额：", 1, 2),
            (&p.total, 1, 2),
        ]);
        self.html_row(&[("其中：财政拨款", 1, 2), (&p.fiscal, 1, 2)]);
        self.html_row(&[("其他资金", 1, 2), (&p.other, 1, 2)]);
        self.html_row(&[("年度目标", 1, 1), (&numbered(&p.goals), 1, 4)]);
        self.html_row(&[
            ("绩效指标", p.indicators.len() + 1, 1),
            ("一级指标", 1, 1),
            ("二级指标", 1, 1),
            ("三级指标", 1, 1),
            ("指标值", 1, 1),
        ]);
        for (level1, level2, i) in with_levels(&p.indicators) {
            let rows1 = p.indicators.iter().filter(|o| o.level1 == i.level1).count();
            let rows2 = p.indicators.iter().filter(|o| o.level2 == i.level2).count();
            let cells = [
                (level1, rows1, 1),
                (level2, rows2, 1),
                (&i.name, 1, 1),
                (&i.value, 1, 1),
            ];
            let printed: Vec<_> = cells
                .into_iter()
                .filter(|cell| !cell.0.is_empty())
                .collect();
            self.html_row(&printed);
        }
        self.line("</table>");
    }

    /// Cells with the rows and columns they cover.
    fn html_row(&mut self, cells: &[(&str, usize, usize)]) {
        self.line(" <tr>");
        for (text, rows, columns) in cells {
            let text = text.replace("≥", "&ge;").replace("≤", "&le;");
            self.line(&format!(
                "  <td width=90 rowspan={rows} colspan={columns} \
                 style=\"border:solid windowtext 1.0pt\"><p class=MsoNormal>\
                 <span style=\"font-family:宋体\">{text}</span></p></td>"
            ));
        }
        self.line(" </tr>");
    }

    fn linearised(&mut self, p: &Project) {
        self.line(&format!("{YEAR}年部门项目支出预算绩效目标表\n"));
        self.line(&format!("项目名称 {}\n", p.name));
        self.line(&format!("主管部门 {} 实施单位 {}\n", p.unit, p.unit));
        self.line(&format!("项目属性 {} 项目期 一年\n", p.attribute));
        self.line("项目资金\n（万元）\n");
        self.line(&format!("年度资金总额：{}万\n", p.total));
        self.line(&format!("　　其中：财政拨款{}万\n", p.fiscal));
        self.line(&format!("　　其他资金{}万\n", p.other));
        let goals: Vec<String> = (1..)
            .zip(&p.goals)
            .map(|(n, goal)| format!("目标{n}：{goal}"))
            .collect();
        self.line("绩效目标\n");
        self.line(&format!("年度总体绩效目标 {}\n", goals.join("\n")));
        self.line("绩\n效\n指\n标\n\n一级\n指标\n\n二级指标 三级指标 指标值\n");
        let mut slot = 0;
        for (level1, level2, i) in with_levels(&p.indicators) {
            if !level1.is_empty() {
                for c in level1.chars() {
                    self.line(&c.to_string());
                }
                self.line("");
            }
            if !level2.is_empty() {
                slot = 0;
                self.line(level2);
            }
            slot += 1;
            self.line(&format!(" 指标{slot}：{} {}\n", i.name, i.value));
        }
        self.line("");
    }

    fn prose(&mut self, n: usize, p: &Project) {
        self.line(&format!("({}) {}\n", chinese(n), p.name));
        self.wrapped(&format!(
            "1、{}主要内容是：{}{YEAR}年预算安排{}万元，其中：{}万元资金来源为当年一般公共预算资金。",
            p.name, p.purpose, p.total, p.total
        ));
        let goal = p.goals.concat();
        self.wrapped(&format!("2、项目绩效总目标是{goal}"));
        self.line("3、项目绩效指标设置情况：\n");
        for level1 in ["产出指标", "效益指标", "满意度指标"] {
            let clauses: Vec<String> = p
                .indicators
                .iter()
                .filter(|i| i.level1 == level1)
                .map(clause)
                .collect();
            self.wrapped(&format!("{level1}：{}。", clauses.join("；")));
        }
    }

    /// A paragraph in lines of 30 characters, a blank line after each.
    fn wrapped(&mut self, paragraph: &str) {
        let mut width = 0;
        for c in paragraph.chars() {
            self.0.push(c);
            width += 1;
            if width == 30 {
                self.0.push_str("\n\n");
                width = 0;
            }
        }
        self.0.push_str("\n\n");
    }

    fn csv(&mut self, n: usize, p: &Project) {
        for i in &p.indicators {
            let goals = p.goals.concat();
            let _ = writeln!(
                self.0,
                "{n},{}{},{},{},{},{},{goals},{},{},{},{}",
                p.unit_code,
                p.unit,
                p.name,
                p.total,
                p.fiscal,
                p.other,
                i.level1,
                i.level2,
                i.name,
                i.value
            );
        }
    }
}

/// An indicator as a clause with its basis. What is neither a comparison nor a predicate is
/// introduced by 定值.
fn clause(indicator: &Indicator) -> String {
    let Indicator {
        name, value, basis, ..
    } = indicator;
    let bare = value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '每' | '长'));
    let link = if bare { "定值" } else { "" };
    format!("{name}{link}{value}，指标设立依据是{basis}")
}

/// A number from 1 to 99 in Chinese, as headings write it.
fn chinese(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let tens = match n / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", DIGITS[tens]),
    };
    tens + DIGITS[n % 10]
}
