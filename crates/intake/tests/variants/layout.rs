//! From a form to the lines and tables that a county makes of it.

use crate::chance::Chance;
use crate::form::{BODIES, Body, Form, Kind, MONEY, Row};
use crate::page::{Block, Role, Sheet};
use crate::plan::{Plan, Twist};
use crate::words::Words;

/// Makes the paper of one case.
pub struct Maker<'a> {
    pub plan: &'a Plan,
    pub words: &'a Words,
    /// Choices that all forms of a file share.
    style: u64,
    chance: Chance,
}

impl<'a> Maker<'a> {
    pub fn new(plan: &'a Plan, words: &'a Words) -> Maker<'a> {
        Maker {
            plan,
            words,
            style: plan.seed,
            chance: Chance::of(plan.seed, "maker"),
        }
    }

    /// A choice that is the same for every form of the file.
    pub fn style(&self, purpose: &str) -> Chance {
        Chance::of(self.style, purpose)
    }

    pub fn has(&self, twist: Twist) -> bool {
        self.plan.has(twist)
    }

    /// What a thing is called here.
    pub fn label(&self, section: &str, key: &str, kind: Kind) -> String {
        let mut chance = self.style(key);
        let synonym = self.has(Twist::Synonyms).then_some(&mut chance);
        self.words.label(section, key, kind, synonym)
    }

    pub fn level(&self, level: usize, name: &str) -> String {
        let mut chance = self.style(name);
        let synonym = self.has(Twist::LevelNames).then_some(&mut chance);
        let word = self.words.level(level, name, synonym);
        let long = word.chars().count();
        if self.has(Twist::CutLevels) && long >= 4 && self.style(name).percent(40) {
            return word.chars().take(long - 1).collect();
        }
        let demand = ["", "（必填）", "（必填量化）", "（选填）"][self.style(name).below(4)];
        let number = ["一、", "（一）", "1."][self.style("numbers").below(3)];
        let number = if self.has(Twist::LevelNumbers) && level == 0 {
            number
        } else {
            ""
        };
        match level {
            0 if self.has(Twist::LevelWeights) => format!("{number}{word}（50分）"),
            1 if self.has(Twist::Requirements) => word + demand,
            _ => format!("{number}{word}"),
        }
    }

    /// The printed year and title of a form.
    pub fn titles(&self, form: &Form) -> Vec<String> {
        let title = *self.style("title").pick(match form.kind {
            Kind::Target => &[
                "项目支出绩效目标表",
                "项目支出预算绩效目标申报表",
                "部门预算项目支出绩效目标表",
                "项目支出绩效目标批复表",
            ][..],
            Kind::SelfEvaluation => &["项目支出绩效自评表", "部门预算项目支出绩效自评表"],
            Kind::Monitoring => &["项目支出绩效目标执行监控表", "项目支出绩效运行监控表"],
        });
        let named = match form.kind {
            Kind::Target => format!("{}绩效目标表", form.name),
            Kind::SelfEvaluation => format!("{}绩效自评表", form.name),
            Kind::Monitoring => format!("{}绩效运行监控表", form.name),
        };
        if self.has(Twist::NamedTitle) {
            let year = form.year.filter(|_| !self.has(Twist::YearField));
            return [named]
                .into_iter()
                .chain(year.map(|y| format!("（{y}年度）")))
                .collect();
        }
        match form.year {
            None => vec![title.to_owned()],
            Some(_) if self.has(Twist::YearField) => vec![title.to_owned()],
            Some(year) if self.style("year").percent(50) => vec![format!("{year}年{title}")],
            Some(year) => vec![title.to_owned(), format!("（{year}年度）")],
        }
    }

    /// A body as printed.
    pub fn body(&self, body: &Body) -> String {
        match &body.code {
            None => body.name.clone(),
            Some(code) if self.style("code").percent(50) => format!("[{code}]{}", body.name),
            Some(code) => format!("{code}{}", body.name),
        }
    }

    pub fn amount(&self, text: &str) -> String {
        match self.has(Twist::UnitInAmount) && text.starts_with(|c: char| c.is_ascii_digit()) {
            true => format!("{text}万元"),
            false => text.to_owned(),
        }
    }

    /// Whether labels of money must say the unit because nothing else does.
    pub fn unit_in_label(&self) -> bool {
        ![Twist::UnitLine, Twist::UnitCell, Twist::UnitInAmount]
            .iter()
            .any(|t| self.has(*t))
    }

    /// Goals in one cell, numbered if there are several.
    pub fn goals(&self, goals: &[String]) -> Vec<String> {
        let number = *self.style("goals").pick(&["N.", "目标N：", "N、", "（N）"]);
        let numbered =
            |(i, goal): (usize, &String)| number.replace('N', &(i + 1).to_string()) + goal;
        match goals {
            [one] => vec![one.clone()],
            many => many.iter().enumerate().map(numbered).collect(),
        }
    }

    /// The blocks of one form as a table.
    pub fn form_table(&mut self, form: &Form) -> Vec<Block> {
        let mut table = FormTable::new(self, form);
        let mut blocks = Vec::new();
        let titles = self.titles(form);
        if self.has(Twist::TitleInside) || self.has(Twist::SideBySide) {
            for title in &titles {
                table.line(&[(title, Role::Value)]);
            }
        } else {
            blocks.extend(titles.into_iter().map(Block::Title));
        }
        if self.has(Twist::UnitLine) {
            let words = ["单位：万元", "金额单位：万元", "（单位：万元）"];
            let word = *self.style("unit line").pick(&words);
            if self.has(Twist::SideBySide) || self.has(Twist::TitleInside) {
                table.line(&[(word, Role::Value)]);
            } else {
                blocks.push(Block::Line(word.to_owned()));
            }
        }
        table.head(self, form);
        table.money(self, form);
        table.plan(form);
        table.goals(self, form);
        table.indicators(self, form);
        table.score(self, form);
        blocks.push(Block::Table(table.sheet));
        if self.has(Twist::Footer) {
            let line = "填报人：李某某　　联系电话：0879-6601234　　填报日期：2025年1月5日";
            blocks.push(Block::Line(line.to_owned()));
        }
        blocks
    }

    /// Lines for the single fields, and a table for the indicators.
    pub fn fields_and_table(&mut self, form: &Form) -> Vec<Block> {
        let mut blocks: Vec<Block> = self.titles(form).into_iter().map(Block::Title).collect();
        let fields = self.fields(form);
        blocks.extend(
            fields
                .into_iter()
                .map(|(label, text)| Block::Line(format!("{label}：{text}"))),
        );
        for (key, columns) in &form.money {
            let unit = if self.unit_in_label() {
                "（万元）"
            } else {
                ""
            };
            let label = self.money_label(key, form.kind);
            let amount = self.amount(&columns["budget"]);
            blocks.push(Block::Line(format!("{label}{unit}：{amount}")));
        }
        let label = self.label("goal", "annual", form.kind);
        let goals = self.goals(&form.goals);
        match &goals[..] {
            [one] => blocks.push(Block::Line(format!("{label}：{one}"))),
            many => {
                blocks.push(Block::Line(format!("{label}：")));
                blocks.extend(many.iter().cloned().map(Block::Line));
            }
        }
        if self.style("heading").percent(50) {
            blocks.push(Block::Line("绩效指标：".to_owned()));
        }
        let mut table = FormTable::new(self, form);
        table.group = false;
        table.indicators(self, form);
        blocks.push(Block::Table(table.sheet));
        blocks
    }

    /// The single fields with their labels, in the order of this file.
    pub fn fields(&self, form: &Form) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        let project = |key: &str| self.label("field", &format!("project.{key}"), form.kind);
        for key in BODIES {
            if let Some(body) = form.bodies.get(key) {
                fields.push((self.label("party", key, form.kind), self.body(body)));
            }
        }
        for key in ["code", "attribute", "source", "period"] {
            if let Some(text) = form.project.get(key) {
                fields.push((project(key), text.clone()));
            }
        }
        if let Some(year) = form.year.filter(|_| self.has(Twist::YearField)) {
            let words = ["预算年度", "年度", "申报年度"];
            fields.push((
                self.style("year").pick(&words).to_string(),
                year.to_string(),
            ));
        }
        if self.has(Twist::ExtraFields) {
            fields.push((
                self.label("detail", "contact_person", form.kind),
                "李某某".to_owned(),
            ));
            fields.push((
                self.label("detail", "telephone", form.kind),
                "0879-6601234".to_owned(),
            ));
        }
        self.style("order").shuffle(&mut fields);
        let name = (project("name"), form.name.clone());
        let first = if self.style("first").percent(75) {
            0
        } else {
            fields.len().min(1)
        };
        fields.insert(first, name);
        if let Some(text) = form.project.get("purpose") {
            fields.push((project("purpose"), text.clone()));
        }
        fields
    }

    pub fn money_label(&self, key: &str, kind: Kind) -> String {
        let label = self.label("money", key, kind);
        if key == "fiscal" {
            format!("其中：{label}")
        } else {
            label
        }
    }
}

/// A form's table while it is being made.
struct FormTable {
    sheet: Sheet,
    width: usize,
    /// Whether a merged 绩效指标 stands before the levels.
    group: bool,
    columns: Vec<&'static str>,
    colon: &'static str,
}

impl FormTable {
    fn new(maker: &Maker, form: &Form) -> FormTable {
        let mut columns = vec!["level1", "level2", "name"];
        columns.extend(form.columns());
        if maker.has(Twist::DropLevel1) {
            columns.remove(0);
        }
        if maker.has(Twist::SplitValue) {
            let at = columns.iter().position(|c| *c == "value").expect("a value");
            columns.splice(at..=at, ["sign", "number", "unit"]);
        }
        if maker.has(Twist::PermuteColumns) {
            permute(&mut columns, maker);
        }
        if maker.has(Twist::Serial) {
            columns.insert(0, "serial");
        }
        let group = maker.style("group").percent(60) && !maker.has(Twist::Serial);
        let money = if form.kind == Kind::Target {
            0
        } else {
            2 + form.money_columns().len()
        };
        let inline = if maker.has(Twist::FundingInline) {
            2 * form.money.len()
        } else {
            0
        };
        let width = (columns.len() + usize::from(group))
            .max(money)
            .max(inline)
            .max(5);
        let colon = if maker.has(Twist::Colons) { "：" } else { "" };
        let sheet = Sheet {
            repeat: maker.has(Twist::RepeatMerged),
            ..Sheet::default()
        };
        FormTable {
            sheet,
            width,
            group,
            columns,
            colon,
        }
    }

    fn next(&self) -> usize {
        self.sheet.height()
    }

    /// A row of cells; labels take one column, the rest share what is left.
    fn line(&mut self, cells: &[(&str, Role)]) {
        self.line_from(0, self.next(), cells);
    }

    fn line_from(&mut self, column: usize, row: usize, cells: &[(&str, Role)]) {
        let values = cells
            .iter()
            .filter(|(_, role)| *role == Role::Value)
            .count();
        let free = (self.width - column).saturating_sub(cells.len() - values);
        let mut at = column;
        let mut seen = 0;
        for (text, role) in cells {
            let mut size = 1;
            if *role == Role::Value {
                seen += 1;
                size = if seen == values {
                    free - free / values * (values - 1)
                } else {
                    free / values
                };
            }
            self.sheet.put((row, at), (1, size), text, *role);
            at += size;
        }
    }

    fn head(&mut self, maker: &mut Maker, form: &Form) {
        if maker.has(Twist::UnitCell) {
            let left = self.width - 2;
            self.sheet
                .put((self.next(), left), (1, 2), "单位：万元", Role::Value);
        }
        let fields = maker.fields(form);
        let pairs = maker.style("pairs").within(1, 2);
        let mut waiting: Vec<(String, String)> = Vec::new();
        for (at, (label, text)) in fields.iter().enumerate() {
            let alone = text.chars().count() > 24 || text == &form.name;
            if alone {
                self.pairs(maker, &std::mem::take(&mut waiting));
            }
            waiting.push((label.clone(), text.clone()));
            if alone || waiting.len() >= pairs || at + 1 == fields.len() {
                self.pairs(maker, &std::mem::take(&mut waiting));
            }
        }
    }

    fn pairs(&mut self, maker: &mut Maker, pairs: &[(String, String)]) {
        if pairs.is_empty() {
            return;
        }
        let mut cells = Vec::new();
        for (label, text) in pairs {
            if maker.has(Twist::MergeLabel) && maker.chance.percent(60) {
                cells.push((format!("{label}：{text}"), Role::Value));
                continue;
            }
            cells.push((format!("{label}{}", self.colon), Role::Label));
            let chars: Vec<char> = text.chars().collect();
            let splits = maker.has(Twist::SplitCell) && pairs.len() == 1 && chars.len() > 7;
            if splits && !chars[0].is_ascii_punctuation() && !chars.iter().any(char::is_ascii_digit)
            {
                let at = maker.chance.within(3, chars.len() - 3);
                cells.push((chars[..at].iter().collect(), Role::Value));
                cells.push((chars[at..].iter().collect(), Role::Value));
            } else {
                cells.push((text.clone(), Role::Value));
            }
        }
        let cells: Vec<(&str, Role)> = cells.iter().map(|(t, r)| (t.as_str(), *r)).collect();
        self.line(&cells);
    }

    fn money(&mut self, maker: &Maker, form: &Form) {
        if form.money.is_empty() {
            return;
        }
        let row = self.next();
        let unit = if maker.unit_in_label() {
            "（万元）"
        } else {
            ""
        };
        if maker.has(Twist::FundingInline) && form.kind == Kind::Target {
            let cells: Vec<(String, Role)> = form
                .money
                .iter()
                .flat_map(|(key, line)| {
                    let unit = if *key == "total" { unit } else { "" };
                    let label = maker.money_label(key, form.kind) + unit + self.colon;
                    [
                        (label, Role::Label),
                        (maker.amount(&line["budget"]), Role::Value),
                    ]
                })
                .collect();
            let cells: Vec<(&str, Role)> = cells.iter().map(|(t, r)| (t.as_str(), *r)).collect();
            return self.line(&cells);
        }
        let columns = form.money_columns();
        let headed = form.kind != Kind::Target;
        if headed {
            let labels: Vec<String> = columns
                .iter()
                .map(|c| maker.label("money_column", c, form.kind))
                .collect();
            let labels: Vec<(&str, Role)> =
                labels.iter().map(|l| (l.as_str(), Role::Value)).collect();
            self.line_from(2, row, &labels);
        }
        let first = row + usize::from(headed);
        self.sheet.put(
            (row, 0),
            (form.money.len() + first - row, 1),
            &format!("项目资金{unit}"),
            Role::Level,
        );
        for (at, (key, line)) in form.money.iter().enumerate() {
            let label = maker.money_label(key, form.kind) + self.colon;
            let cells: Vec<String> = columns
                .iter()
                .map(|c| (*c, line.get(c).cloned().unwrap_or_default()))
                .map(|(c, text)| {
                    if is_money(c) {
                        maker.amount(&text)
                    } else {
                        text
                    }
                })
                .collect();
            let mut cells: Vec<(&str, Role)> =
                cells.iter().map(|t| (t.as_str(), Role::Value)).collect();
            cells.insert(0, (&label, Role::Label));
            self.line_from(1, first + at, &cells);
        }
    }

    fn plan(&mut self, form: &Form) {
        if form.plan.is_empty() {
            return;
        }
        let row = self.next();
        self.sheet
            .put((row, 0), (2, 1), "资金支出计划（%）", Role::Level);
        let by: Vec<(&str, Role)> = form
            .plan
            .iter()
            .map(|(by, _)| (by.as_str(), Role::Value))
            .collect();
        let shares: Vec<String> = form
            .plan
            .iter()
            .map(|(_, share)| format!("{share}%"))
            .collect();
        let shares: Vec<(&str, Role)> = shares.iter().map(|s| (s.as_str(), Role::Value)).collect();
        self.line_from(1, row, &by);
        self.line_from(1, row + 1, &shares);
    }

    fn goals(&mut self, maker: &Maker, form: &Form) {
        if form.goals.is_empty() {
            return;
        }
        let row = self.next();
        let goals = maker.goals(&form.goals);
        let demand = if maker.has(Twist::Requirements) {
            "（100字以内）"
        } else {
            ""
        };
        if !form.medium.is_empty() {
            let medium = maker.goals(&form.medium).join("\n");
            let annual = goals.join("\n");
            self.sheet.put((row, 0), (2, 1), "总体目标", Role::Level);
            self.line_from(
                1,
                row,
                &[("实施期目标", Role::Value), ("年度目标", Role::Value)],
            );
            self.line_from(
                1,
                row + 1,
                &[(&medium, Role::Value), (&annual, Role::Value)],
            );
            return;
        }
        if form.results.is_empty() {
            let label = maker.label("goal", "annual", form.kind) + demand + self.colon;
            let rows = if maker.has(Twist::GoalRows) {
                goals
            } else {
                vec![goals.join("\n")]
            };
            self.sheet
                .put((row, 0), (rows.len(), 1), &label, Role::Level);
            for (at, goal) in rows.iter().enumerate() {
                self.line_from(1, row + at, &[(goal, Role::Value)]);
            }
            return;
        }
        let results = maker.goals(&form.results).join("\n");
        self.sheet
            .put((row, 0), (2, 1), "年度总体目标", Role::Level);
        let results_label = maker.label("goal", "results", form.kind);
        self.line_from(
            1,
            row,
            &[("预期目标", Role::Value), (&results_label, Role::Value)],
        );
        self.line_from(
            1,
            row + 1,
            &[(&goals.join("\n"), Role::Value), (&results, Role::Value)],
        );
    }

    fn indicators(&mut self, maker: &mut Maker, form: &Form) {
        let top = self.next();
        let left = usize::from(self.group);
        for (at, column) in self.columns.clone().into_iter().enumerate() {
            let key = if column == "number" { "value" } else { column };
            let label = match column {
                "serial" => "序号".to_owned(),
                _ => maker.label("column", key, form.kind),
            };
            self.sheet
                .put((top, left + at), (1, 1), &label, Role::Label);
        }
        let printed = printed_rows(maker, form);
        for (at, row) in printed.iter().enumerate() {
            self.indicator(maker, top + 1 + at, &printed, at, row, left);
        }
        if self.group {
            self.sheet
                .put((top, 0), (printed.len() + 1, 1), "绩效指标", Role::Level);
        }
        self.sheet.headings = Some(top);
        self.sheet.cuts = (top + 2..top + 1 + printed.len()).collect();
    }

    fn indicator(
        &mut self,
        maker: &Maker,
        at: usize,
        all: &[Printed],
        index: usize,
        row: &Printed,
        left: usize,
    ) {
        for (column, key) in self.columns.iter().enumerate() {
            let place = (at, left + column);
            let level = match *key {
                "level1" => Some(0),
                "level2" => Some(1),
                _ => None,
            };
            let Some(level) = level else {
                let text = if *key == "serial" {
                    (index + 1).to_string()
                } else {
                    row.cell(key)
                };
                if !text.is_empty() {
                    self.sheet.put(place, (1, 1), &text, Role::Value);
                }
                continue;
            };
            let same = |other: &&Printed| other.levels[..=level] == row.levels[..=level];
            if index > 0 && same(&&all[index - 1]) {
                continue;
            }
            let rows = all[index..].iter().take_while(same).count();
            self.sheet.put(
                place,
                (rows, 1),
                &maker.level(level, &row.levels[level]),
                Role::Level,
            );
        }
    }

    fn score(&mut self, maker: &Maker, form: &Form) {
        let Some(score) = &form.score else { return };
        let row = self.next();
        self.sheet.put(
            (row, 0),
            (1, 1),
            &maker.label("field", "score", form.kind),
            Role::Label,
        );
        let column = |key: &str| {
            self.columns
                .iter()
                .position(|c| *c == key)
                .map(|c| c + usize::from(self.group))
        };
        if let (Some(weight), Some(at)) = (column("weight"), column("score")) {
            self.sheet.put((row, weight), (1, 1), "100", Role::Value);
            self.sheet.put((row, at), (1, 1), score, Role::Value);
        }
    }
}

/// Whether a column of a headed money block holds amounts.
fn is_money(column: &str) -> bool {
    !matches!(column, "rate" | "weight" | "score")
}

/// Levels first and in order more often than not; in running text always, and the name before the
/// rest.
fn permute(columns: &mut [&'static str], maker: &Maker) {
    let mut chance = maker.style("columns");
    let start = columns.iter().position(|c| *c == "name").expect("a name");
    if maker.plan.layout.is_linear() {
        chance.shuffle(&mut columns[start + 1..]);
    } else if chance.percent(60) {
        chance.shuffle(&mut columns[start..]);
    } else {
        chance.shuffle(columns);
    }
}

/// An indicator, or an empty slot, as it is printed.
struct Printed {
    levels: [String; 2],
    cells: Vec<(&'static str, String)>,
}

impl Printed {
    fn cell(&self, key: &str) -> String {
        self.cells
            .iter()
            .find(|(k, _)| *k == key)
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    }
}

fn printed_rows(maker: &mut Maker, form: &Form) -> Vec<Printed> {
    let slots = maker.has(Twist::Slots);
    let number = *maker
        .style("slots")
        .pick(&["指标N：", "指标N：", "N.", "N、"]);
    let mut printed: Vec<Printed> = Vec::new();
    let mut count = 0;
    for (at, row) in form.rows.iter().enumerate() {
        let levels = [row.level1.clone(), row.level2.clone()];
        let follows = printed.last().is_some_and(|p| p.levels == levels);
        count = if follows { count + 1 } else { 1 };
        let prefix = if slots {
            number.replace('N', &count.to_string())
        } else {
            String::new()
        };
        let mut cells = vec![("name", format!("{prefix}{}", row.name))];
        for (key, text) in &row.cells {
            if *key == "value" && maker.has(Twist::SplitValue) {
                let (sign, amount, unit) = split_value(text);
                cells.extend([("sign", sign), ("number", amount), ("unit", unit)]);
            } else {
                cells.push((key, text.clone()));
            }
        }
        printed.push(Printed {
            levels: levels.clone(),
            cells,
        });
        let ends = form
            .rows
            .get(at + 1)
            .is_none_or(|next| [&next.level1, &next.level2] != [&levels[0], &levels[1]]);
        if slots && ends && number.starts_with("指标") && maker.chance.percent(50) {
            let slot = number.replace('N', &(count + 1).to_string());
            printed.push(Printed {
                levels,
                cells: vec![("name", slot)],
            });
        }
    }
    printed
}

/// Sign, number and unit of a value; a value that is not so simple stands in the middle.
fn split_value(text: &str) -> (String, String, String) {
    let rest = text.trim_start_matches(['≥', '≤', '<', '>']);
    let sign = text[..text.len() - rest.len()].to_owned();
    let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = &rest[..rest.len() - unit.len()];
    let simple = !number.is_empty()
        && !unit.is_empty()
        && !unit.contains(|c: char| c.is_ascii_digit() || "年月、，;；-以".contains(c));
    match simple {
        true => (sign, number.to_owned(), unit.to_owned()),
        false => (String::new(), text.to_owned(), String::new()),
    }
}

/// Takes away what a layout has no room for, so that the form is what the paper says.
pub fn trim(form: &mut Form, plan: &Plan, words: &Words) {
    if plan.layout.is_fields() || plan.layout.is_register() {
        form.plan.clear();
    }
    if plan.layout.is_linear() {
        trim_blanks(form);
    }
    if plan.has(Twist::DropLevel1) {
        // Costs of the new frame may stand under output or be a level of their own.
        form.rows.retain(|row| row.level1 != "成本指标");
        if form.rows.is_empty() {
            form.rows.push(Row::satisfaction());
        }
        for row in &mut form.rows {
            if let Some(level1) = words.level1_of(&row.level2) {
                row.level1.clone_from(level1);
            }
        }
    }
    if plan.has(Twist::SlipLeft) || plan.has(Twist::SlipRight) {
        trim_blanks(form);
    }
    for (_, line) in &mut form.money {
        line.retain(|column, _| form.kind != Kind::Target || *column == "budget");
    }
    form.money.retain(|(key, _)| MONEY.contains(key));
}

/// Where blank cells leave no trace, there must be none.
fn trim_blanks(form: &mut Form) {
    for row in &mut form.rows {
        row.cells.remove("description");
        if row.cells.get("value").is_some_and(String::is_empty) {
            row.cells.insert("value", "100%".to_owned());
        }
    }
    for column in ["basis", "weight", "actual", "score", "forecast"] {
        let full = |row: &Row| row.cells.get(column).is_some_and(|t| !t.is_empty());
        if !form.rows.iter().all(full) {
            form.rows
                .iter_mut()
                .for_each(|row| drop(row.cells.remove(column)));
        }
    }
    for row in &mut form.rows {
        row.cells.remove("reason");
        row.cells.remove("remark");
    }
    form.money
        .retain(|(_, line)| line.values().all(|text| !text.is_empty()));
}
