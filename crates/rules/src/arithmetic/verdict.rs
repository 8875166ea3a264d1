//! How the bill of a document stands to its budget.

use plumbline_model::Decimal;

use super::bill::shown_interval;
use super::{Bill, Interval};
use crate::case::{Case, shown_yuan};
use crate::findings::Findings;

/// How a bill stands to the budget. At most one thing is said of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They agree, or nothing can be said.
    Fits,
    /// The bill is the budget times this power of ten.
    PowerOfTen(i32),
    /// Even the least that the indicators allow is more than the budget.
    Exceeds,
    /// What the ceilings allow is more than the budget.
    CeilingExceeds,
    /// The bill is less than the budget, and explains only this share of it in percent.
    Unexplained(Decimal),
    /// The bill is a little less than the budget, though all its terms are fixed.
    FallsShort,
    /// A least quantity times a highest price is the budget exactly: one more is too much.
    NoMargin,
    /// Some factor is not stated.
    Open,
}

impl Verdict {
    /// How the bill of a case stands to its budget.
    pub(crate) fn of(case: &Case<'_>) -> Verdict {
        let bill = case.bill();
        let budget = case.budget.filter(|budget| *budget > Decimal::ZERO);
        let (Some(sum), Some(budget)) = (bill.sum(), budget) else {
            return Verdict::Fits;
        };
        // A single price above the budget has a rule of its own.
        if bill
            .lines
            .iter()
            .any(|line| line.price.terms.is_none() && line.price.yuan.printed_low > budget)
        {
            return Verdict::Fits;
        }
        let is_single = matches!(bill.lines.as_slice(), [line] if line.is_plain_amount());
        let excess = percent_of(
            budget,
            Decimal::ONE_HUNDRED + case.profile.thresholds.cost_excess_percent,
        );
        let tolerance = case.profile.thresholds.money_tolerance();
        let agrees_as_matched = (sum.printed_high - budget).abs() <= tolerance;
        if bill.can_come_to(budget, tolerance) && !(agrees_as_matched && is_open_both_ways(bill)) {
            return Verdict::Fits;
        }
        if bill.is_complete()
            && !is_single
            && let Some(power) = power_of_ten(sum, budget)
        {
            return Verdict::PowerOfTen(power);
        }
        if !is_single && sum.low.is_some_and(|low| low > excess) {
            return Verdict::Exceeds;
        }
        if !is_single && sum.printed_low > excess {
            return Verdict::CeilingExceeds;
        }
        match bill.is_complete() {
            false => Verdict::Open,
            true => below(case, bill, sum, budget),
        }
    }
}

/// What is to be said of a complete bill that is not above the budget.
fn below(case: &Case<'_>, bill: &Bill, sum: Interval, budget: Decimal) -> Verdict {
    let thresholds = &case.profile.thresholds;
    let is_near = |a: Decimal| (a - budget).abs() <= thresholds.money_tolerance();
    let enough = percent_of(budget, thresholds.cost_coverage_percent);
    let share = |yuan: Decimal| (yuan * Decimal::ONE_HUNDRED / budget).round_dp(1);
    let is_product = bill.lines.iter().any(|line| !line.factors.is_empty());
    // One small amount is probably for one of something.
    let is_small = matches!(bill.lines.as_slice(), [line] if line.is_plain_amount())
        && sum.printed_high < percent_of(budget, Decimal::from(5));
    match sum.high {
        _ if is_small => Verdict::Fits,
        _ if is_near(sum.printed_high)
            && !sum.is_exact()
            && is_product
            && is_open_both_ways(bill) =>
        {
            Verdict::NoMargin
        }
        Some(high) if high < enough => Verdict::Unexplained(share(high)),
        Some(high) if high < budget && !is_near(high) => Verdict::FallsShort,
        None if sum.printed_high < enough => Verdict::Unexplained(share(sum.printed_high)),
        _ => Verdict::Fits,
    }
}

/// Whether some factor may be more and some price may be less.
fn is_open_both_ways(bill: &Bill) -> bool {
    bill.lines.iter().any(|line| {
        let may_be_more = line
            .factors
            .iter()
            .any(|factor| factor.number.high.is_none());
        may_be_more && line.price.yuan.low.is_none()
    })
}

fn percent_of(yuan: Decimal, percent: Decimal) -> Decimal {
    yuan * percent / Decimal::ONE_HUNDRED
}

/// The power of ten by which a bill differs from the budget, if nothing else does.
fn power_of_ten(sum: Interval, budget: Decimal) -> Option<i32> {
    let times = |power: i32| match power {
        1.. => budget * Decimal::from(10_u32.pow(power.unsigned_abs())),
        _ => budget / Decimal::from(10_u32.pow(power.unsigned_abs())),
    };
    let is_one_number = sum.printed_low == sum.printed_high;
    let powers = [1, 2, 3, 4, -1, -2, -3, -4];
    powers
        .into_iter()
        .find(|power| is_one_number && sum.printed_low == times(*power))
}

/// Reports something about the bill of a case at its first price, with all that takes part. The
/// words come after the sums.
pub fn report(case: &Case<'_>, findings: &mut Findings<'_>, zh: &str, en: &str) {
    let bill = case.bill();
    let (Some(sum), Some(budget)) = (bill.sum(), case.budget) else {
        return;
    };
    let mut prices = bill.price_spots(case);
    let Some(first) = prices.next() else {
        return;
    };
    let mut sums = bill.shown(case);
    if bill.lines.len() > 1 {
        sums += &format!("；合计{}", shown_interval(sum));
    }
    let money = shown_yuan(budget);
    let mut reported = findings.report(
        first,
        format!("{sums}，预算{money}：{zh}"),
        format!("{sums}; the budget is {money}: {en}"),
    );
    for price in prices {
        reported = reported.with(price, "相加的成本", "another cost of the sum");
    }
    for (spot, shown) in bill.factor_spots(case) {
        reported = reported.with(
            spot,
            format!("相乘的数量（{shown}）"),
            format!("a factor ({shown})"),
        );
    }
    reported.with(case.budget_spot(), "预算", "the budget");
}
