//! Purpose and goals leave out a part of the project name.

use crate::case::Case;
use crate::facts::likeness::Pairs;
use crate::findings::Findings;
use crate::rule::*;
use plumbline_model::Severity;

/// Purpose and goals leave out a part of the project name.
pub static RULE: Rule = Rule {
    code: "C009",
    name: "name-part-missing",
    title: text(
        "项目名称中的一部分在用途和目标中没有提到",
        "purpose and goals leave out a part of the project name",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECT_TARGETS,
    criterion: Criterion::Clarity,
    basis: &[
        Basis::Act {
            act: "targets-2015",
            says: text(
                "绩效目标要细化为绩效指标，指标与目标直接相关、相互对应",
                "goals are to be broken down into indicators that bear on them and answer to them",
            ),
            mark: Mark::Known,
        },
        Basis::Practice(text(
            "审核实践：几件事并在一个项目里，件件都要有目标和指标",
            "reviewers ask that each part of a bundled project have its goal and indicators",
        )),
    ],
    why: text(
        "名称里有、目标里没有的部分，资金用在哪里、办成什么样都看不出来。",
        "For a part that only the name mentions, nobody can see what the money does.",
    ),
    remedy: text(
        "在用途、目标和指标中写明这一部分，或从名称中删去。",
        "Name the part in purpose, goals and indicators, or leave it out of the name.",
    ),
    finds: &[
        "项目: 重点工程、便民中心、技能培训等经费 <<\n\
用途: 保障重点工程按时完成。\n\
目标: 完成重点工程；保障技能培训。\n\
数量 | 培训天数 | ≥12天\n\
",
        "项目: 护林员、巡河员健康体检费用 <<\n\
用途: 用于支付巡河员体检的费用。\n\
目标: 保障巡河员体检正常开展。\n\
数量 | 参加体检的护林员、巡河员人数 | 86人\n\
",
    ],
    passes: &[
        "项目: 护林员、巡河员健康体检费用\n\
用途: 用于支付护林员和巡河员体检的费用。\n\
",
        "项目: 春节、重阳节座谈会经费\n\
用途: 保障座谈会正常召开。\n\
目标: 保障座谈会正常召开。\n\
",
        "项目: “比服务、看效率”运行经费\n\
目标: 运用“比服务、看效率”系统开展测评。\n\
",
        "项目: 村、社区公厕维护经费\n\
用途: 用于村公厕维护。\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let parts = parts(case.project_name());
    if parts.len() < 2 || case.subject_of_texts().is_empty() {
        return;
    }
    let texts = case.subject_of_texts();
    let heads: Vec<(&str, Pairs)> = parts
        .into_iter()
        .map(|part| (part, Pairs::of(head(part))))
        .filter(|(_, head)| !head.is_empty())
        .collect();
    let is_named = |(_, head): &&(&str, Pairs)| head.touch(texts);
    if !heads.iter().any(|part| is_named(&part)) {
        return;
    }
    for (part, _) in heads.iter().filter(|part| !is_named(part)) {
        findings.report(
            case.name_spot(),
            format!("项目名称包括“{part}”，用途和目标都没有提到"),
            format!(
                "the name of the project includes “{part}”, which neither purpose nor goals mention"
            ),
        );
    }
}

/// The parts that a name joins by `、` or 及, outside quotation marks and brackets.
fn parts(name: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0u32;
    let mut start = 0;
    for (at, c) in name.char_indices() {
        match c {
            '“' | '(' | '（' | '《' | '‘' => depth += 1,
            '”' | ')' | '）' | '》' | '’' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                parts.push(&name[start..at]);
                start = at + c.len_utf8();
            }
            '及' if depth == 0 && joins(&name[..at], &name[at + c.len_utf8()..]) => {
                parts.push(&name[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&name[start..]);
    parts
}

/// Whether the 及 between two texts joins them and is no part of a word (普及, 及时).
fn joins(before: &str, after: &str) -> bool {
    !before.ends_with(['普', '以', '涉', '危', '顾', '推', '波'])
        && !after.starts_with(['时', '其', '格'])
}

/// What a part begins with: its own subject, before what it has in common with the others.
fn head(part: &str) -> &str {
    let end = part
        .char_indices()
        .nth(HEAD_CHARS)
        .map_or(part.len(), |(at, _)| at);
    &part[..end]
}

const HEAD_CHARS: usize = 3;
