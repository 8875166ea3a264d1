//! What a form is: sections, in them paragraphs and tables, in these labels and fields of the
//! model.
//!
//! Forms are data (`official/forms/*.toml`). `source` is their shape as written, `compile` turns it
//! into the types of this file and says what is wrong and where; nothing is looked up by name
//! afterwards.

mod compile;
mod official;
mod slot;
mod source;
mod template;

pub use compile::FormError;
pub use official::{all, default_of, named};
pub use slot::{Figure, FundingOf, GoalsOf, ItemPart, Line, PartyOf, PartyPart, ProjectPart, Slot};
pub(crate) use slot::{amount, amount_in, goals, said};
pub use template::{Piece, Template};

use crate::composition::{Orientation, Style};
use plumbline_model::DocumentKind;

/// A form.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Name by which it is asked for.
    pub name: String,
    /// Title in Chinese.
    pub title: String,
    /// Title in English.
    pub english: String,
    /// The kinds of document it is for; the first is what it is made for.
    pub kinds: Vec<DocumentKind>,
    /// The act that prescribes it, or where such forms are found.
    pub source: String,
    /// Date of the act, as `2015-05-21`; `""` where there is none.
    pub issued: String,
    /// Whether the wording was held against the act itself.
    pub is_confirmed: bool,
    /// Whether the form prints the demands that a document says its form makes (必填量化).
    pub prints_demands: bool,
    /// Whether its sections follow each other without new pages.
    pub is_continuous: bool,
    /// How indicators read in sentences.
    pub clause: Clause,
    /// The indicators that a blank form holds ready.
    pub frame: Vec<FrameLevel>,
    /// Its sections.
    pub sections: Vec<Section>,
}

impl Form {
    /// Whether the form is for a kind of document.
    pub fn is_for(&self, kind: DocumentKind) -> bool {
        self.kinds.contains(&kind)
    }
}

/// How an indicator reads as a clause of a sentence: name, link, value, basis.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Between a name and a value that has no sign of comparison of its own.
    pub link: String,
    /// Before a basis; `""` if the form prints none.
    pub basis: String,
    /// Between two clauses.
    pub between: String,
    /// Whether the level 2 is printed before the clauses that belong to it.
    pub prints_level2: bool,
}

/// A level 1 of the frame with its level 2s.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameLevel {
    /// 一级指标
    pub level1: String,
    /// 二级指标
    pub level2: Vec<String>,
}

/// Of what a form has a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Each {
    /// One for all documents together.
    Volume,
    /// One for each document of a kind.
    Document(DocumentKind),
}

/// A section of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Of what there is one.
    pub each: Each,
    /// Its name in a workbook and in the contents.
    pub name: Template,
    /// How the paper is held.
    pub orientation: Orientation,
    /// Whether its pages bear numbers.
    pub is_numbered: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// One thing in a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// Paragraphs for each of several things.
    Repeat {
        /// For each of what.
        of: Repeat,
        /// The paragraphs.
        paragraphs: Vec<Paragraph>,
    },
    /// A table.
    Table(Table),
    /// The contents.
    Contents,
}

/// Things that a form repeats paragraphs for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// 年度目标, 总体目标
    Goals,
    /// 分项绩效目标
    SubGoals,
    /// 工作保障措施
    Safeguards,
    /// 一级指标, with the indicators below it
    Level1,
}

/// A paragraph. It is left out where its text has fields and none of them says anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// How it is set.
    pub style: Style,
    /// Its text.
    pub text: Template,
    /// It stands only where the document says something of this.
    pub when: Option<Slot>,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Widths of its columns, relative to each other.
    pub widths: Vec<u16>,
    /// Its parts from top to bottom.
    pub parts: Vec<Part>,
}

/// A run of rows, often with a label that stands beside all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The label beside the rows, and the columns it takes.
    pub beside: Option<(Template, usize)>,
    /// The rows stand only where the document says something of this.
    pub when: Option<Slot>,
    /// The rows.
    pub rows: Rows,
}

/// The rows of a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Rows {
    /// Rows as they are listed.
    Fixed(Vec<Row>),
    /// A row for each item of a list, under a row of headings.
    List(List),
    /// 资金支出计划: dates, and below them the shares.
    Plan {
        /// Dates that stand there even where a document has no share for them.
        dates: Vec<String>,
        /// Columns of the table they share.
        columns: usize,
    },
    /// A row for each detail that has no box of its own: label, and what is stated.
    Details {
        /// Columns of the label.
        label: usize,
        /// Columns of the text.
        text: usize,
    },
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// It stands only where the document says something of this.
    pub when: Option<Slot>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub content: Content,
    /// Rows it covers.
    pub rows: usize,
    /// Columns it covers.
    pub columns: usize,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A label of the form.
    Label(Template),
    /// A field, alone.
    Field(Slot, Numbering),
    /// Fields among words of the form.
    Text(Template),
    /// Left free for a person to write in, though the model has no field for it.
    Free,
}

/// How items in one cell are numbered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbering {
    /// What stands before each of several, `{n}` for its number.
    pub many: String,
    /// What stands before one alone.
    pub one: String,
}

/// A list in a table.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// Of what.
    pub of: ListOf,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows that a blank form holds ready, of each level 2 or in all.
    pub blank_rows: usize,
    /// What stands before the name of an indicator, `{n}` for its number in its level 2.
    pub number: String,
    /// Whether the slots nobody filled are printed.
    pub prints_slots: bool,
    /// Rows below those of the list, such as their sum.
    pub below: Vec<Row>,
}

/// Of what a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOf {
    /// 绩效指标; with columns of the medium term, these stand beside.
    Indicators,
    /// 年度主要任务
    Tasks,
    /// 成本构成
    Costs,
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands in it.
    pub of: ColumnOf,
    /// Its heading.
    pub head: Template,
    /// Heading above this and its neighbours.
    pub group: Option<Template>,
    /// Columns of the table it takes.
    pub columns: usize,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnOf {
    /// 序号
    Serial,
    /// 一级指标, merged over its rows
    Level1,
    /// 二级指标, merged over its rows
    Level2,
    /// A column of an annual indicator.
    Indicator(IndicatorPart),
    /// 二级指标 of the medium term
    MediumTermLevel2,
    /// A column of an indicator of the medium term.
    MediumTerm(IndicatorPart),
    /// A column of a task.
    Task(TaskPart),
    /// A column of a line of cost.
    Cost(CostPart),
}

/// What is said of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndicatorPart {
    /// 三级指标
    Name,
    /// 指标解释
    Description,
    /// 指标值
    Value,
    /// 指标值确定依据
    Basis,
    /// 分值
    Weight,
    /// 实际完成值
    Actual,
    /// 全年预计完成情况
    Forecast,
    /// 得分
    Score,
    /// 偏差原因分析及改进措施
    Reason,
    /// A cause, ticked.
    Cause(String),
    /// A likelihood, ticked.
    Possibility(String),
    /// 备注
    Remark,
    /// A column the model has no field for, by its key.
    Detail(String),
}

/// What is said of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskPart {
    /// 任务名称
    Name,
    /// 主要内容
    Content,
    /// A line of money.
    Money(Line),
}

/// What is said of a line of cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostPart {
    /// 构成
    Name,
    /// 金额
    Amount,
    /// 测算依据
    Basis,
}
