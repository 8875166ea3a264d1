//! Runs cases, makes those that fail as small as they can be, and tells them by cause.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;

use crate::form::Size;
use crate::pending::Pending;
use crate::plan::Plan;

/// Cases of a run unless `VARIANTS` says otherwise.
const CASES: u64 = 1000;

/// What a run asks of every case.
pub struct Trial<'a> {
    /// What is wrong with it.
    pub found: &'a dyn Fn(&Plan) -> Vec<String>,
    /// The file.
    pub show: &'a dyn Fn(&Plan) -> String,
    /// What is let off.
    pub pending: &'static [Pending],
}

/// Runs the cases that the environment asks for, and fails if one of them does.
pub fn run(trial: &Trial) {
    let one = number("VARIANTS_ONE");
    let from = one.or(number("VARIANTS_FROM")).unwrap_or(0);
    let cases = one.map(|_| 1).or(number("VARIANTS")).unwrap_or(CASES);
    let only = env::var("VARIANTS_ONLY").unwrap_or_default();
    let wanted = |plan: &Plan| format!("{:?}", plan.layout).starts_with(&only);
    let mut tally = Tally::default();
    let mut failures: BTreeMap<String, Vec<Plan>> = BTreeMap::new();
    for plan in (from..from + cases).map(crate::plan).filter(wanted) {
        let passed = (trial.found)(&plan).is_empty();
        if let Some(pending) = trial
            .pending
            .iter()
            .find(|p| one.is_none() && p.covers(&plan))
        {
            tally.count(format!("pending: {}", pending.what), passed);
            continue;
        }
        tally.count_plan(&plan, passed);
        if !passed {
            let smallest = smallest(trial, plan);
            let kind = kind_of(&smallest, &(trial.found)(&smallest));
            failures.entry(kind).or_default().push(smallest);
        }
    }
    for (name, (passed, failed)) in &tally.0 {
        println!("{name:24} {passed:6} {failed:6}");
    }
    let told = told(trial, &failures);
    let total: usize = failures.values().map(Vec::len).sum();
    assert!(total == 0, "{total} cases fail:\n{told}");
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().and_then(|text| text.parse().ok())
}

/// The smallest plan that still fails: fewer twists, forms, fields and rows.
fn smallest(trial: &Trial, plan: Plan) -> Plan {
    let fails = |plan: &Plan| !(trial.found)(plan).is_empty();
    let mut plan = plan;
    while let Some(smaller) = plan.twists.iter().map(|t| plan.without(*t)).find(fails) {
        plan = smaller;
    }
    let size = plan.size;
    let sizes = [
        Size { forms: 1, ..size },
        Size { goals: 1, ..size },
        Size {
            plan: false,
            ..size
        },
        Size {
            bodies: false,
            ..size
        },
        Size {
            fields: false,
            ..size
        },
        Size { money: 2, ..size },
        Size { money: 1, ..size },
    ];
    let sized = |plan: &Plan, size: Size| Plan {
        size: plan.size.min(size),
        ..plan.clone()
    };
    for size in sizes {
        let smaller = sized(&plan, size);
        if fails(&smaller) {
            plan = smaller;
        }
    }
    let rows = (1..plan.size.rows).map(|rows| sized(&plan, Size { rows, ..Size::FULL }));
    rows.into_iter().find(fails).unwrap_or(plan)
}

/// What failures are grouped by: layout, twists, and which fields are wrong.
fn kind_of(plan: &Plan, found: &[String]) -> String {
    let mut fields: Vec<String> = found
        .iter()
        .filter_map(|line| line.split_once(':'))
        .map(|(path, _)| path.replace(|c: char| "[]0123456789".contains(c), ""))
        .filter(|path| path.len() < 40)
        .collect();
    fields.sort();
    fields.dedup();
    fields.truncate(4);
    format!("{:?} {:?} {}", plan.layout, plan.twists, fields.join(" "))
}

/// Passed and failed cases by name.
#[derive(Default)]
struct Tally(BTreeMap<String, (u32, u32)>);

impl Tally {
    fn count(&mut self, name: String, passed: bool) {
        let (passes, fails) = self.0.entry(name).or_default();
        *if passed { passes } else { fails } += 1;
    }

    fn count_plan(&mut self, plan: &Plan, passed: bool) {
        self.count(format!("{:?}", plan.layout), passed);
        for twist in &plan.twists {
            self.count(format!("  {twist:?}"), passed);
        }
    }
}

/// Every group of failures with its smallest case.
fn told(trial: &Trial, failures: &BTreeMap<String, Vec<Plan>>) -> String {
    let mut groups: Vec<(&String, &Vec<Plan>)> = failures.iter().collect();
    groups.sort_by_key(|(_, plans)| std::cmp::Reverse(plans.len()));
    let mut text = String::new();
    for (name, plans) in groups {
        let shown = plans.iter().map(|plan| (plan, (trial.show)(plan)));
        let Some((plan, file)) = shown.min_by_key(|(_, file)| file.len()) else {
            continue;
        };
        let seeds: Vec<u64> = plans.iter().map(|p| p.seed).take(30).collect();
        let _ = writeln!(
            text,
            "=== {} × {name}, seeds {seeds:?}, shown {}",
            plans.len(),
            plan.seed
        );
        let _ = writeln!(text, "{}", file.trim_end());
        for line in (trial.found)(plan).iter().take(12) {
            let _ = writeln!(text, "--- {line}");
        }
    }
    text
}
