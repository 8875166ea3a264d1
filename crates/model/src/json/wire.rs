//! The shape of the public JSON. The types of the model may change freely; these may not.
//!
//! Their doc comments are the descriptions in the JSON Schema. Every key may be left out of JSON
//! that is read, save `kind`; what a key's type does not say is in the side tables of its document
//! (`blank`, `unclear`, `units`, `places`).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::place::PlaceJson;
use crate::ValueJson;

/// A key that only some kinds of document have, or that is written only where there is something
/// to say: `None` leaves the key out. On reading, `null` is the same as a key left out.
pub(super) type SomeKinds<T> = Option<T>;

/// The performance documents found in one source, and what of the source was not understood.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Source", title = "Plumbline: the documents of one source")]
pub(super) struct SourceJson<D = Vec<DocumentJson>> {
    /// File name.
    #[serde(default)]
    pub(super) source: String,
    /// What the source was read as: `text`, `markdown`, `html`, `csv`, `json`; more will follow.
    #[serde(default)]
    pub(super) container: String,
    /// The documents, in the order of the source.
    pub(super) documents: D,
    /// Everything in the source that ended neither in a field nor as a known label, heading or
    /// page furniture.
    #[serde(default)]
    pub(super) unread: Vec<RemarkJson>,
    /// Share of the source's non-blank characters that are accounted for, from 0 to 1, rounded
    /// down to four digits: 1 means that nothing is unread.
    #[serde(default)]
    pub(super) coverage: f64,
    /// Problems of the source as a whole, such as characters that its encoding could not hold.
    #[serde(default)]
    pub(super) notes: Vec<RemarkJson>,
}

/// A text and the place it is about.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Remark")]
pub(super) struct RemarkJson {
    /// The text.
    pub(super) text: String,
    /// Where.
    pub(super) place: PlaceJson,
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "DocumentKind")]
pub enum KindJson {
    /// 项目绩效目标: what a project will achieve.
    ProjectTarget,
    /// 部门整体绩效目标: what a whole department will achieve.
    DepartmentTarget,
    /// 绩效自评表: what was achieved, by the unit itself.
    SelfEvaluation,
    /// 绩效运行监控表: where things stand in mid-year.
    MonitoringReport,
}

/// One performance document.
///
/// Texts are as printed, without the whitespace of line wraps and without numbering; numbers and
/// amounts are strings of the printed digits. `null` means that the form has no such field, unless
/// the field's path is listed in `blank` (the box is there and empty) or in `unclear` (there is
/// text in it which is not what the field asks for). Paths look like `project.period` and
/// `indicators[3].basis`, counted from 0.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Document")]
pub(super) struct DocumentJson {
    /// What the document is.
    pub(super) kind: KindJson,
    /// Title as printed.
    #[serde(default)]
    pub(super) title: Option<String>,
    /// 预算年度: the budget year.
    #[serde(default)]
    pub(super) fiscal_year: Option<u16>,
    /// Mark of an unfinished document, such as 草案.
    #[serde(default)]
    pub(super) draft_mark: Option<String>,
    /// 项目
    #[serde(default)]
    pub(super) project: ProjectJson,
    /// 主管部门
    #[serde(default)]
    pub(super) competent_department: PartyJson,
    /// 实施单位
    #[serde(default)]
    pub(super) implementing_unit: PartyJson,
    /// 预算单位
    #[serde(default)]
    pub(super) budget_unit: PartyJson,
    /// 年度资金. Where a form prints both 本级 and 含市县 figures: those of all levels.
    #[serde(default)]
    pub(super) funding: FundingJson,
    /// The 本级 figures of such a form.
    #[serde(default)]
    pub(super) local_funding: Option<FundingJson>,
    /// 中期（实施期）资金
    #[serde(default)]
    pub(super) medium_term_funding: Option<FundingJson>,
    /// 成本构成: what the money is made of.
    #[serde(default)]
    pub(super) cost_items: Vec<CostItemJson>,
    /// 资金支出计划
    #[serde(default)]
    pub(super) disbursement_plan: Vec<DisbursementJson>,
    /// 年度目标, one by one. Of a department they are under `overall_goals` instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) goals: SomeKinds<Vec<String>>,
    /// 总体目标 of a department, one by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) overall_goals: SomeKinds<Vec<String>>,
    /// 本级 goals of a form that prints both.
    #[serde(default)]
    pub(super) local_goals: Option<Vec<String>>,
    /// 中期（实施期）目标
    #[serde(default)]
    pub(super) medium_term_goals: Option<Vec<String>>,
    /// 实际完成情况: what was reached of the goals. Self-evaluations and monitoring reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) results: SomeKinds<Option<Vec<String>>>,
    /// 绩效指标
    #[serde(default)]
    pub(super) indicators: Vec<IndicatorJson>,
    /// 中期（实施期）指标
    #[serde(default)]
    pub(super) medium_term_indicators: Vec<IndicatorJson>,
    /// 年度主要任务 of a department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) tasks: SomeKinds<Vec<TaskJson>>,
    /// 分项绩效目标 of a department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sub_goals: SomeKinds<Vec<SubGoalJson>>,
    /// 工作保障措施 of a department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) safeguards: SomeKinds<Vec<SafeguardJson>>,
    /// 总分. Self-evaluations and monitoring reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) score: SomeKinds<Option<String>>,
    /// Indicator slots that the form holds ready and nobody filled.
    #[serde(default)]
    pub(super) empty_slots: Vec<EmptySlotJson>,
    /// What the form itself demands, such as 必填量化 or 100字以内.
    #[serde(default)]
    pub(super) requirements: Vec<RequirementJson>,
    /// Labelled statements that have no key of their own here.
    #[serde(default)]
    pub(super) details: Vec<DetailJson>,
    /// Paths of the fields whose box is there and empty.
    #[serde(default)]
    pub(super) blank: BTreeSet<String>,
    /// Paths of the fields whose text is not what they ask for, each with the text as printed.
    #[serde(default)]
    pub(super) unclear: BTreeMap<String, String>,
    /// Paths of the amounts that are printed with a unit of their own (`4.83万`), each with that
    /// unit. It holds for this amount, whatever the `unit` of its block says.
    #[serde(default)]
    pub(super) units: BTreeMap<String, String>,
    /// Where each field stands, by path.
    #[serde(default)]
    pub(super) places: BTreeMap<String, PlaceJson>,
    /// From the first to the last place of the document.
    #[serde(default)]
    pub(super) place: PlaceJson,
}

/// 项目: what the money is for.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Project")]
pub(super) struct ProjectJson {
    /// 项目名称
    pub(super) name: Option<String>,
    /// 项目编码
    pub(super) code: Option<String>,
    /// 项目属性
    pub(super) attribute: Option<String>,
    /// 项目来源
    pub(super) source: Option<String>,
    /// 项目期, 实施期
    pub(super) period: Option<String>,
    /// 资金用途, 主要内容
    pub(super) purpose: Option<String>,
}

/// A government body as the form names it.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Party")]
pub(super) struct PartyJson {
    /// Name.
    pub(super) name: Option<String>,
    /// Code, without brackets.
    pub(super) code: Option<String>,
}

/// 资金: one block of money lines.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Funding")]
pub(super) struct FundingJson {
    /// 资金总额
    pub(super) total: Option<FundingLineJson>,
    /// 其中：财政拨款
    pub(super) fiscal: Option<FundingLineJson>,
    /// 上年结转资金
    pub(super) carryover: Option<FundingLineJson>,
    /// 其他资金
    pub(super) other: Option<FundingLineJson>,
    /// Unit of the amounts: 元, 千元, 万元, 百万元 or 亿元.
    pub(super) unit: Option<String>,
}

/// One line of a funding block: a decimal string where only the budget is stated, as in a target;
/// an object of columns in self-evaluations and monitoring reports.
#[derive(Debug, PartialEq, JsonSchema)]
#[schemars(rename = "FundingLine", untagged)]
pub(super) enum FundingLineJson {
    /// The budget, a decimal string.
    Budget(String),
    /// All columns.
    Columns(Box<FundingColumnsJson>),
}

/// The columns of one funding line.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "FundingColumns")]
pub(super) struct FundingColumnsJson {
    /// 年初预算数
    pub(super) budget: Option<String>,
    /// 全年（调整后）预算数
    pub(super) adjusted: Option<String>,
    /// 执行数
    pub(super) executed: Option<String>,
    /// 全年预计执行数
    pub(super) forecast: Option<String>,
    /// 执行率 in percent.
    pub(super) rate: Option<String>,
    /// 分值
    pub(super) weight: Option<String>,
    /// 得分
    pub(super) score: Option<String>,
    /// 偏差原因
    pub(super) reason: Option<String>,
}

/// 成本构成: one line.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "CostItem")]
pub(super) struct CostItemJson {
    /// What it is for.
    pub(super) name: Option<String>,
    /// Amount, in the unit of `funding`.
    pub(super) amount: Option<String>,
    /// 测算依据
    pub(super) basis: Option<String>,
    /// Place of the line.
    pub(super) place: PlaceJson,
}

/// One date of the disbursement plan.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Disbursement")]
pub(super) struct DisbursementJson {
    /// By when, as printed.
    pub(super) by: String,
    /// Cumulative share in percent.
    pub(super) cumulative_percent: Option<String>,
}

/// 三级指标 with its value.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Indicator")]
pub(super) struct IndicatorJson {
    /// 一级指标, normalised: 产出指标, 效益指标, 满意度指标, 成本指标.
    pub(super) level1: Option<String>,
    /// 二级指标, normalised: 数量指标, 质量指标 …
    pub(super) level2: Option<String>,
    /// 三级指标, without its numbering.
    pub(super) name: Option<String>,
    /// 指标描述, 指标解释
    pub(super) description: Option<String>,
    /// 指标值 as printed; `""` where a named indicator has none.
    pub(super) value: Option<String>,
    /// What the value means. Ignored on reading: values are compiled anew.
    #[serde(deserialize_with = "ignored")]
    pub(super) compiled: Option<ValueJson>,
    /// 指标值确定依据
    pub(super) basis: Option<String>,
    /// 分值, 权重
    pub(super) weight: Option<String>,
    /// 实际完成值. This key and those down to `remark` are there in self-evaluations and monitoring
    /// reports, and where the form of a target has such a column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) actual: SomeKinds<Option<String>>,
    /// What the actual value means.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "ignored")]
    pub(super) actual_compiled: SomeKinds<Option<ValueJson>>,
    /// 全年预计完成情况
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) forecast: SomeKinds<Option<String>>,
    /// What the forecast means.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "ignored")]
    pub(super) forecast_compiled: SomeKinds<Option<ValueJson>>,
    /// 得分
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) score: SomeKinds<Option<String>>,
    /// 偏差原因分析及改进措施
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: SomeKinds<Option<String>>,
    /// Ticked causes of a deviation (经费保障, 制度保障 …).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) causes: SomeKinds<Vec<String>>,
    /// 完成目标可能性 (确定能, 有可能, 完全不可能).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) possibility: SomeKinds<Option<String>>,
    /// 备注
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) remark: SomeKinds<Option<String>>,
    /// Further columns of the form, if it has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) details: SomeKinds<Vec<DetailJson>>,
    /// Place of the indicator's row.
    pub(super) place: PlaceJson,
}

/// 主要任务 of a department.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Task")]
pub(super) struct TaskJson {
    /// 任务名称
    pub(super) name: Option<String>,
    /// 主要内容
    pub(super) content: Option<String>,
    /// Money for it.
    pub(super) funding: FundingJson,
    /// Place of the task's row.
    pub(super) place: PlaceJson,
}

/// 分项绩效目标 of a department.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "SubGoal")]
pub(super) struct SubGoalJson {
    /// Name of the field of work.
    pub(super) name: Option<String>,
    /// Its goal.
    pub(super) goal: Option<String>,
    /// Its indicators, clause by clause as printed. Read only where `compiled_indicators` is
    /// empty.
    pub(super) indicators: Vec<String>,
    /// The same indicators, taken apart.
    pub(super) compiled_indicators: Vec<IndicatorJson>,
    /// Place of the whole.
    pub(super) place: PlaceJson,
}

/// 工作保障措施
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Safeguard")]
pub(super) struct SafeguardJson {
    /// Heading.
    pub(super) name: Option<String>,
    /// Text.
    pub(super) text: Option<String>,
    /// Place of the whole.
    pub(super) place: PlaceJson,
}

/// An indicator slot nobody filled.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "EmptySlot")]
pub(super) struct EmptySlotJson {
    /// 一级指标
    pub(super) level1: Option<String>,
    /// 二级指标
    pub(super) level2: Option<String>,
    /// What stands in the slot in place of a name (`指标2：`, `不涉及`, `/`).
    pub(super) mark: String,
    /// Where.
    pub(super) place: PlaceJson,
}

/// A demand that the form prints about its own filling.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Requirement")]
pub(super) struct RequirementJson {
    /// The label it stands with; `""` where it stands alone.
    pub(super) about: String,
    /// The demand, without brackets.
    pub(super) text: String,
    /// Where.
    pub(super) place: PlaceJson,
}

/// A labelled statement that has no key of its own.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(rename = "Detail")]
pub(super) struct DetailJson {
    /// Key in the vocabulary of labels, or `""` for a label it does not know.
    pub(super) key: String,
    /// The label as printed.
    pub(super) label: String,
    /// What is stated.
    pub(super) text: Option<String>,
}

/// Accepts anything and keeps nothing: for keys that are worked out from others.
fn ignored<'de, D: Deserializer<'de>, T: Default>(deserializer: D) -> Result<T, D::Error> {
    IgnoredAny::deserialize(deserializer).map(|_| T::default())
}

impl Serialize for FundingLineJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            FundingLineJson::Budget(text) => text.serialize(serializer),
            FundingLineJson::Columns(columns) => columns.serialize(serializer),
        }
    }
}

/// By hand, because a derived untagged enum would lose the line and column of every error in it.
impl<'de> Deserialize<'de> for FundingLineJson {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Line;

        impl<'de> Visitor<'de> for Line {
            type Value = FundingLineJson;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a decimal string or an object of columns")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(FundingLineJson::Budget(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let columns = FundingColumnsJson::deserialize(MapAccessDeserializer::new(map))?;
                Ok(FundingLineJson::Columns(Box::new(columns)))
            }
        }

        deserializer.deserialize_any(Line)
    }
}
