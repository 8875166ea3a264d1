//! One performance document: a target, a self-evaluation or a monitoring report, of a project or
//! of a whole department.
//!
//! All kinds share one shape, because a self-evaluation is the target it evaluates with columns
//! added: what a kind or a layout has no room for is [`Field::Absent`] or empty.

use crate::{Amount, Extent, Field, MoneyUnit, Number, Placed, TargetValue, Text};

/// What a document is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DocumentKind {
    /// 项目绩效目标 (申报表, 目标表, 批复表, or prose)
    #[default]
    ProjectTarget,
    /// 部门整体绩效目标
    DepartmentTarget,
    /// 绩效自评表
    SelfEvaluation,
    /// 绩效运行监控表
    MonitoringReport,
}

/// One performance document as its source states it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// What the document is.
    pub kind: DocumentKind,
    /// Title as printed.
    pub title: Text,
    /// 预算年度, the budget year the document speaks of.
    pub fiscal_year: Field<u16>,
    /// Mark of an unfinished document, as printed (`草案`).
    pub draft_mark: Text,
    /// 项目
    pub project: Project,
    /// 主管部门
    pub competent_department: Party,
    /// 实施单位
    pub implementing_unit: Party,
    /// 预算单位, the unit in whose budget the money stands
    pub budget_unit: Party,
    /// 年度资金; where a form prints both 本级 and 含市县 figures, the figures of all levels
    pub funding: Funding,
    /// 本级 figures of such a form.
    pub local_funding: Option<Box<Funding>>,
    /// 中期（实施期）资金
    pub medium_term_funding: Option<Box<Funding>>,
    /// 成本构成: what the money is made of
    pub cost_items: Vec<CostItem>,
    /// 资金支出计划, blank dates left out
    pub disbursement_plan: Vec<Disbursement>,
    /// 年度目标 (for a department: 总体目标), one by one, without their numbering
    pub goals: Vec<Placed<String>>,
    /// 本级 goals of a form that prints both.
    pub local_goals: Option<Vec<Placed<String>>>,
    /// 中期（实施期）目标
    pub medium_term_goals: Option<Vec<Placed<String>>>,
    /// 实际完成情况: what was reached of the goals
    pub results: Option<Vec<Placed<String>>>,
    /// 绩效指标 (annual)
    pub indicators: Vec<Indicator>,
    /// 中期（实施期）指标
    pub medium_term_indicators: Vec<Indicator>,
    /// 年度主要任务 of a department, with their money
    pub tasks: Vec<Task>,
    /// 分项绩效目标 of a department
    pub sub_goals: Vec<SubGoal>,
    /// 工作保障措施
    pub safeguards: Vec<Safeguard>,
    /// 总分
    pub score: Field<Number>,
    /// Indicator slots a form holds ready and nobody filled.
    pub empty_slots: Vec<EmptySlot>,
    /// What the form itself demands, printed in it (必填量化, 100字以内).
    pub requirements: Vec<Requirement>,
    /// Labelled statements for which this model has no field of its own.
    pub details: Vec<Detail>,
    /// From the first to the last place of the document.
    pub extent: Extent,
}

/// 项目: what the money is for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// 项目名称
    pub name: Text,
    /// 项目编码
    pub code: Text,
    /// 项目属性 (延续性项目, 新增项目 …)
    pub attribute: Text,
    /// 项目来源
    pub source: Text,
    /// 项目期, 实施期
    pub period: Text,
    /// 资金用途, 主要内容
    pub purpose: Text,
}

/// A government body as a form names it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Party {
    /// Name.
    pub name: Text,
    /// Code, without brackets.
    pub code: Text,
}

/// 资金: one block of money lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funding {
    /// Unit in which the block states its amounts.
    pub unit: Field<MoneyUnit>,
    /// 资金总额
    pub total: FundingLine,
    /// 其中：财政拨款
    pub fiscal: FundingLine,
    /// 上年结转资金
    pub carryover: FundingLine,
    /// 其他资金
    pub other: FundingLine,
}

/// One line of a funding block. Targets state only the budget; monitoring and self-evaluation add
/// the other columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FundingLine {
    /// 年初预算数, or the one figure of a target
    pub budget: Field<Amount>,
    /// 全年（调整后）预算数
    pub adjusted: Field<Amount>,
    /// 执行数
    pub executed: Field<Amount>,
    /// 全年预计执行数
    pub forecast: Field<Amount>,
    /// 执行率 in percent
    pub rate: Field<Number>,
    /// 分值
    pub weight: Field<Number>,
    /// 得分
    pub score: Field<Number>,
    /// 偏差原因
    pub reason: Text,
}

/// 成本构成: one line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostItem {
    /// What it is for.
    pub name: Text,
    /// Amount.
    pub amount: Field<Amount>,
    /// 测算依据
    pub basis: Text,
    /// Place of the line.
    pub extent: Extent,
}

/// One date of the disbursement plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Disbursement {
    /// By when, as printed (`3月底`).
    pub by: Placed<String>,
    /// Cumulative share in percent; unclear where it is not a number.
    pub cumulative_percent: Field<Number>,
}

/// A value as printed and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct CompiledValue {
    /// The text as printed; sign, number and unit columns are put together.
    pub printed: String,
    /// The meaning.
    pub value: TargetValue,
}

impl CompiledValue {
    /// Compiles a printed value.
    pub fn from_printed(printed: String) -> Self {
        let value = TargetValue::compile(&printed);
        CompiledValue { printed, value }
    }
}

/// 三级指标 with its value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indicator {
    /// 一级指标 as a normalised label (产出指标), inherited over merged cells.
    pub level1: Text,
    /// 二级指标 as a normalised label (数量指标), inherited over merged cells.
    pub level2: Text,
    /// 三级指标, without its numbering.
    pub name: Text,
    /// 指标描述, 指标解释
    pub description: Text,
    /// 指标值; blank for a named indicator whose value is not filled in
    pub value: Field<CompiledValue>,
    /// 指标值确定依据
    pub basis: Text,
    /// 分值, 权重
    pub weight: Field<Number>,
    /// 实际完成值, or what was reached at the time of monitoring
    pub actual: Field<CompiledValue>,
    /// 全年预计完成情况
    pub forecast: Field<CompiledValue>,
    /// 得分
    pub score: Field<Number>,
    /// 偏差原因分析及改进措施
    pub reason: Text,
    /// Ticked causes of a deviation (经费保障, 制度保障, …).
    pub causes: Vec<Placed<String>>,
    /// 完成目标可能性 (确定能, 有可能, 完全不可能)
    pub possibility: Text,
    /// 备注
    pub remark: Text,
    /// Further columns of the form for which this model has no field.
    pub details: Vec<Detail>,
    /// Place of the indicator's row.
    pub extent: Extent,
}

/// 主要任务 of a department.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    /// 任务名称
    pub name: Text,
    /// 主要内容
    pub content: Text,
    /// Money for it.
    pub funding: Funding,
    /// Place of the task's row.
    pub extent: Extent,
}

/// 分项绩效目标 of a department, in prose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubGoal {
    /// Name of the field of work.
    pub name: Text,
    /// Its goal.
    pub goal: Text,
    /// Its indicators, clause by clause.
    pub indicators: Vec<Indicator>,
    /// Place of the whole.
    pub extent: Extent,
}

/// 工作保障措施
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Safeguard {
    /// Heading; absent where the measures have none.
    pub name: Text,
    /// Text.
    pub text: Text,
    /// Place of the whole.
    pub extent: Extent,
}

/// An indicator slot nobody filled (`指标2：` and nothing, or a mark such as `不涉及`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EmptySlot {
    /// 一级指标
    pub level1: Text,
    /// 二级指标
    pub level2: Text,
    /// What stands in the slot in place of a name (`指标2：`, `不涉及`, `/`), as printed.
    pub mark: Placed<String>,
}

/// A demand that the form prints about its own filling.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// The label it stands with (数量指标); `""` where it stands alone.
    pub about: String,
    /// The demand as printed, without brackets.
    pub text: Placed<String>,
}

/// A labelled statement outside the model's own fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// Key of the field in the vocabulary (`telephone`), or `""` for an unknown column.
    pub key: String,
    /// The label as printed.
    pub label: String,
    /// What is stated.
    pub text: Text,
}
