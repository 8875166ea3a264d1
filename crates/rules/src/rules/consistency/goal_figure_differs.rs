//! A figure in the goal differs from the target value.

use crate::case::Case;
use crate::facts::figures::{self, Stand};
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use plumbline_model::Severity;

/// A figure in the goal differs from the target value.
pub static RULE: Rule = Rule {
    code: "C001",
    name: "goal-figure-differs",
    title: text(
        "目标中的数字与指标值不一致",
        "a figure in the goal differs from the target value",
    ),
    severity: Severity::Error,
    applies: Applies::PROJECTS,
    criterion: Criterion::Adequacy,
    basis: &[
        Basis::Arithmetic,
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效目标要细化为绩效指标，指标与目标直接相关、相互对应",
                "goals are to be broken down into indicators that bear on them and answer to them",
            ),
            mark: Mark::Known,
        },
    ],
    why: text(
        "同一件事在目标和指标里有两个数，到年底按哪个数考核就说不清。",
        "Two figures for one thing leave open by which of them the project will be judged.",
    ),
    remedy: text(
        "核实后把目标和指标写成同一个数；确属两件事的，写明各指什么。",
        "Find out which is right and write it in both places; where they mean two things, say which.",
    ),
    finds: &[
        "目标: 全年计划招录教师320人左右，对全县教师年度考核1.5万人次。\n\
数量 | 教师考核 | ≥12000人次 <<\n\
数量 | 招录教师 | ≥260人 <<\n\
",
        "目标: 送教上门、交流活动等达1600人次。\n\
数量 | 活动人数、参训人数 | ≥800人次 <<\n\
",
    ],
    passes: &[
        "目标: 完成至少2次公路养护巡查。\n\
数量 | 公路养护巡查次数 | ≥5次\n\
",
        "目标: 评选养护成效较好的乡镇6个左右；评选养护成效较好的村14个左右。\n\
数量 | 评定管护先进的乡镇和村组数量 | ≥20个\n\
",
        "目标: 为860名养路工发放补贴，云政发〔2018〕14号。\n\
数量 | 养路工人数 | ≤860人\n\
数量 | 养路站个数 | 20个\n\
",
        "目标: 养护道路120公里。\n\
数量 | 道路绿化里程 | 60公里\n\
数量 | 养护道路里程 | ≥120公里\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    for goal in &case.goals {
        let all = goal.named();
        for named in all {
            let Some((answer, stand)) = figures::contradiction(case, named, all) else {
                continue;
            };
            let is_certain = answer.is_sure && stand == Stand::Below;
            let severity = match is_certain {
                true => Severity::Error,
                false => Severity::Warning,
            };
            let (zh, en) = figures::difference(named, &answer, stand);
            let row = answer.row;
            findings
                .report(
                    row.spot(Part::Value),
                    format!(
                        "目标写“{}”，指标“{}”的值为“{}”{zh}",
                        named.clause, row.name, row.printed
                    ),
                    format!(
                        "the goal says “{}”, the indicator “{}” is set at “{}”{en}",
                        named.clause, row.name, row.printed
                    ),
                )
                .weighing(severity)
                .with(goal.spot(), "目标", "goal");
        }
    }
}
