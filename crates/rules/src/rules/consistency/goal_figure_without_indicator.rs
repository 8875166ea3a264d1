//! A quantity in the goal has no indicator.

use crate::case::Case;
use crate::facts::figures::{self, Named};
use crate::findings::Findings;
use crate::row::Row;
use crate::rule::*;
use crate::words::{Word, Words};
use foldhash::HashSet;
use plumbline_model::Severity;
use plumbline_model::{Decimal, Dimension, Quantity};
use std::cell::{LazyCell, OnceCell};

/// A quantity in the goal has no indicator.
pub static RULE: Rule = Rule {
    code: "C004",
    name: "goal-figure-without-indicator",
    title: text(
        "目标中的数量没有对应指标",
        "a quantity in the goal has no indicator",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Relevance,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效目标要细化为绩效指标，指标与目标直接相关、相互对应",
                "goals are to be broken down into indicators that bear on them and answer to them",
            ),
            mark: Mark::Known,
        },
        Basis::Act {
            act: "indicators-2021",
            says: text(
                "由任务推出产出，由产出推出效果，再定指标和指标值",
                "indicators and values follow from the tasks: tasks, outputs, effects",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "目标中量化的要求没有落到指标，就不会被考核。",
        "A quantity promised in the goal that no indicator takes up will not be judged.",
    ),
    remedy: text(
        "为它设数量指标，或从目标中删去。",
        "Set a quantity indicator for it, or leave it out of the goal.",
    ),
    finds: &[
        "目标: 对412个雨量站点进行检修。 <<\n\
数量 | 培训人次 | ≥150人次\n\
",
        "目标: 吸引各地游客3万人以上；培训学员500人次。 <<\n\
数量 | 培训学员 | 500人次\n\
",
        "目标: 举办骨干培训班3到4期，时间不少于5天。 <<\n\
数量 | 培训人次 | ≥90人次\n\
",
    ],
    passes: &[
        "目标: 为146个村发放经费。\n\
数量 | 补助行政村 | 146个\n\
",
        "目标: 全县共有养护站146个，本年做好日常养护。\n\
数量 | 养护里程 | 120公里\n\
",
        "目标: 开展8个专题培训班。\n\
数量 | 专题培训班次 | ≥8班次\n\
",
        "目标: 为服务满15年以上的村医发放补贴，预算5万元，打造平安云溪3.0版。\n\
数量 | 补贴村医 | 18人\n\
",
        "目标: 评定一等奖村5个、二等奖村9个，覆盖全县12个乡镇。\n\
数量 | 奖补村数量 | 14个\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let has_figures = case.goals.iter().any(|goal| !goal.mentions.is_empty());
    if !case.is_table || !has_figures {
        return;
    }
    let set = LazyCell::new(|| Set::of(case));
    for goal in &case.goals {
        let all = goal.named();
        let demands: Vec<&Named<'_>> = all.iter().filter(|named| is_demand(named)).collect();
        if demands.is_empty() || set.printed.is_empty() {
            continue;
        }
        let open: Vec<&str> = demands
            .iter()
            .filter(|named| !set.has(named, &demands) && !is_taken_up(case, named, &set))
            .filter(|named| figures::contradiction(case, named, all).is_none())
            .map(|named| named.shown())
            .collect();
        if !open.is_empty() {
            findings.report(
                goal.spot(),
                format!("目标中的“{}”没有对应的指标", open.join("”“")),
                format!("no indicator takes up “{}” of the goal", open.join("”, “")),
            );
        }
    }
}

/// The figures that the annual indicators set.
struct Set<'a> {
    quantities: Vec<&'a Quantity>,
    /// Numbers as printed.
    printed: HashSet<Decimal>,
    /// Numbers in base units.
    figures: OnceCell<HashSet<(Decimal, Dimension)>>,
}

impl<'a> Set<'a> {
    fn of(case: &Case<'a>) -> Set<'a> {
        let quantities: Vec<&Quantity> = case.annual_rows().flat_map(Row::quantities).collect();
        let printed = quantities.iter().filter_map(|quantity| quantity.value());
        Set {
            printed: printed.collect(),
            quantities,
            figures: OnceCell::new(),
        }
    }

    fn figures(&self) -> &HashSet<(Decimal, Dimension)> {
        self.figures.get_or_init(|| {
            let quantities = self.quantities.iter();
            let figures = quantities
                .filter_map(|quantity| Some((figures::number(quantity)?, quantity.dimension())));
            figures.collect()
        })
    }

    /// Whether an indicator has the figure, or all that the goal names of its measure.
    fn has(&self, named: &Named<'_>, demands: &[&Named<'_>]) -> bool {
        let quantity = &named.mention.quantity;
        let same = demands
            .iter()
            .map(|other| &other.mention.quantity)
            .filter(|other| figures::same_measure(other, quantity));
        let is_set = |sum| self.figures().contains(&(sum, quantity.dimension()));
        let is_printed = |number| self.printed.contains(&number);
        quantity.value().is_some_and(is_printed) || figures::sum(same).is_some_and(is_set)
    }

    fn counts_like(&self, dimension: Dimension) -> bool {
        let mut quantities = self.quantities.iter();
        quantities.any(|other| is_like(dimension, other.dimension()))
    }
}

/// Whether a quantity says what is to be done: not what there is, not a condition, not just one.
fn is_demand(named: &Named<'_>) -> bool {
    let quantity = &named.mention.quantity;
    let is_work = match quantity.dimension() {
        Dimension::Money | Dimension::Share => false,
        Dimension::Time => named.before.contains("时间") || named.before.contains("时长"),
        _ => true,
    };
    let is_one = figures::number(quantity).is_some_and(|number| number <= Decimal::ONE);
    let near = named.before.char_indices().rev().nth(NEAR - 1);
    let near = &named.before[near.map_or(0, |(at, _)| at)..];
    is_work && !is_one && !Words::of(near).has(Word::Existing)
}

/// Characters before a number that can say that it counts what there is.
const NEAR: usize = 6;

/// Whether some indicator counts what the clause speaks of.
fn is_taken_up(case: &Case<'_>, named: &Named<'_>, set: &Set<'_>) -> bool {
    let dimension = named.mention.quantity.dimension();
    let own = named.about.without(case.subject_of_name());
    if own.is_empty() {
        return set.counts_like(dimension);
    }
    let alike = case.subject_index().alike(&own);
    let mut rows = alike
        .iter()
        .filter_map(|(number, _)| case.rows.get(*number));
    rows.any(|row| {
        let mut quantities = row.quantities();
        quantities.any(|other| is_like(dimension, other.dimension()))
    })
}

fn is_like(one: Dimension, other: Dimension) -> bool {
    let people = |dimension| matches!(dimension, Dimension::Persons | Dimension::PersonTimes);
    one == other || people(one) && people(other) || other == Dimension::Unknown
}
