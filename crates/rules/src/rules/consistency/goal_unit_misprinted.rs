//! The goal has another unit than the indicator, probably a misprint.

use crate::case::{Case, Prose};
use crate::findings::Findings;
use crate::row::Part;
use crate::rule::*;
use foldhash::{HashMap, HashMapExt};
use plumbline_model::Severity;
use plumbline_model::{Decimal, KnownUnit, Measure, Mention, Quantity};

/// The goal has another unit than the indicator, probably a misprint.
pub static RULE: Rule = Rule {
    code: "C005",
    name: "goal-unit-misprinted",
    title: text(
        "目标中的单位与指标不同，疑为笔误",
        "the goal has another unit than the indicator, probably a misprint",
    ),
    severity: Severity::Warning,
    applies: Applies::PROJECTS,
    criterion: Criterion::Clarity,
    basis: &[Basis::Arithmetic],
    why: text(
        "同一个数在目标和指标里单位不同，至少有一处写错。",
        "The same figure with two units: one of them is wrong.",
    ),
    remedy: text("改正写错的单位。", "Correct the wrong unit."),
    finds: &["目标: 推动学员每年完成40分时学习任务。 <<\n\
数量 | 每名学员完成课时 | ≥40课时\n\
"],
    passes: &[
        "目标: 推动学员每年完成40学时学习任务。\n\
数量 | 每名学员完成课时 | ≥40课时\n\
",
        "目标: 推动学员每年完成40课时学习任务。\n\
数量 | 完成课时 | ≥40课时\n\
",
        "目标: 救助困难群众40人次。\n\
数量 | 救助户次 | ≥40户次\n\
",
    ],
    check: Check::Document(check),
};

fn check(case: &Case<'_>, findings: &mut Findings<'_>) {
    let mut named: HashMap<Decimal, (&Prose<'_>, &str)> = HashMap::new();
    for goal in &case.goals {
        for mention in &goal.mentions {
            let number = mention.quantity.value();
            let printed = unit_printed(goal.text, mention)
                .filter(|printed| KnownUnit::from_printed(printed).is_none());
            if let (Some(number), Some(printed)) = (number, printed) {
                named.entry(number).or_insert((goal, printed));
            }
        }
    }
    for row in case.annual_rows().filter(|_| !named.is_empty()) {
        let Some(quantity) = row.quantity() else {
            continue;
        };
        let Some((symbol, last)) = two_characters(quantity) else {
            continue;
        };
        let goal = quantity.value().and_then(|number| named.get(&number));
        let Some((goal, printed)) = goal else {
            continue;
        };
        if printed.ends_with(last) {
            let (name, value) = (row.name, row.printed);
            findings
                .report(
                    goal.spot(),
                    format!("目标中的“{printed}”不是计量单位，指标“{name}”的值为“{value}”，疑为“{symbol}”之误"),
                    format!(
                        "“{printed}” in the goal is no unit; the indicator “{name}” has “{value}”, so “{symbol}” may be meant"
                    ),
                )
                .with(row.spot(Part::Value), "指标值", "target value");
        }
    }
}

/// A unit of two characters, with the second.
fn two_characters(quantity: &Quantity) -> Option<(&'static str, char)> {
    let Measure::Known(unit) = quantity.unit.measure else {
        return None;
    };
    let mut chars = unit.symbol().chars();
    let (_, last, more) = (chars.next()?, chars.next()?, chars.next());
    more.is_none().then_some((unit.symbol(), last))
}

/// The two characters after the digits of a mention.
fn unit_printed<'t>(text: &'t str, mention: &Mention) -> Option<&'t str> {
    let rest = text.get(mention.start..)?;
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let digits = rest.find(is_digit)?;
    let rest = rest[digits..].trim_start_matches(is_digit);
    let end = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
    Some(&rest[..end])
}
