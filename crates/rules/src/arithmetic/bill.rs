//! The costs of a document as a bill: what each line comes to, of which terms, and what is open.

use plumbline_model::{Decimal, Dimension, Mention, Spot};

use super::count::Origin;
use super::matching::{self, Counts};
use super::{Count, Interval, Per, Price, Scope};
use crate::case::{Case, shown_yuan};
use crate::row::{Part, Row};
use crate::words::Word;

/// One factor of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Its number.
    pub number: Interval,
    /// As printed in a sum (`314个`).
    pub shown: String,
    /// Where it is stated; `None` for the months of a year.
    pub origin: Option<Origin>,
}

/// One line: a price and what it is multiplied by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The price.
    pub price: Price,
    /// The factors.
    pub factors: Vec<Factor>,
    /// What the line comes to, in yuan, as far as its factors are known.
    pub yuan: Interval,
    /// The factors that the document does not state, or not beyond doubt.
    pub missing: Vec<Missing>,
    /// What the line would come to by other factors that would do as well, such as ten months for
    /// twelve.
    pub others: Vec<Decimal>,
}

/// A factor that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Of what (人, 天); `""` where the price does not say what it is for.
    pub unit: String,
}

impl Line {
    /// Whether it is one printed amount, with nothing multiplied or added.
    pub fn is_plain_amount(&self) -> bool {
        self.factors.is_empty() && self.missing.is_empty() && self.price.terms.is_none()
    }

    /// The sum as people write it: `314个×740元＝23.24万元`.
    pub fn shown(&self, case: &Case<'_>) -> String {
        let mut terms: Vec<String> = self.factors.iter().map(|f| f.shown.clone()).collect();
        terms.push(self.price.shown(case));
        let product = terms.join("×");
        match terms.len() == 1 && self.price.terms.is_none() {
            true => product,
            false => format!("{product}＝{}", shown_interval(self.yuan)),
        }
    }
}

/// An amount, or from one to another.
pub fn shown_interval(yuan: Interval) -> String {
    match yuan.printed_low == yuan.printed_high {
        true => shown_yuan(yuan.printed_low),
        false => format!(
            "{}至{}",
            shown_yuan(yuan.printed_low),
            shown_yuan(yuan.printed_high)
        ),
    }
}

/// The costs of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bill {
    /// What each price that covers a part of the project comes to.
    pub lines: Vec<Line>,
    /// Prices that state all the project's cost.
    pub totals: Vec<Price>,
}

impl Bill {
    /// The bill of a case. Linear in prices and counts but for their pairs, of which a form has few;
    /// beyond `MAX_ROWS` nothing is multiplied.
    pub fn of(case: &Case<'_>) -> Bill {
        let mut bill = Bill::default();
        if case.rows.len() > MAX_ROWS {
            return bill;
        }
        let prices = Price::all(case);
        if prices.is_empty() {
            return bill;
        }
        let rows = Count::of_rows(case);
        let prose = Count::of_prose(case);
        for price in prices {
            if price.scope == Scope::Total {
                bill.totals.push(price);
            } else if let Some(line) = line(case, price, &rows, &prose) {
                bill.lines.push(line);
            }
        }
        bill
    }

    /// Whether every factor of every line is known.
    pub fn is_complete(&self) -> bool {
        self.lines.iter().all(|line| line.missing.is_empty())
    }

    /// The sum of all lines; `None` if there are none, or beyond what is computed exactly. Lines with
    /// open factors count as far as they are known.
    pub fn sum(&self) -> Option<Interval> {
        let mut lines = self.lines.iter().map(|line| line.yuan);
        let first = lines.next()?;
        lines.try_fold(first, Interval::plus)
    }

    /// The sums of the lines, joined: `291个×12万元＝3492.00万元；…`.
    pub fn shown(&self, case: &Case<'_>) -> String {
        let lines = self.lines.iter().map(|line| line.shown(case));
        lines.collect::<Vec<_>>().join("；")
    }

    /// Whether the lines, each as matched or by other factors that would do, can come to an amount.
    /// Tries `MAX_SUMS` sums at most.
    pub fn can_come_to(&self, yuan: Decimal, tolerance: Decimal) -> bool {
        let mut sums = vec![Decimal::ZERO];
        for line in &self.lines {
            let amounts = [line.yuan.printed_low, line.yuan.printed_high];
            let amounts = amounts.iter().chain(&line.others);
            let mut next = Vec::new();
            for amount in amounts {
                next.extend(sums.iter().filter_map(|sum| sum.checked_add(*amount)));
            }
            next.sort_unstable();
            next.dedup();
            next.truncate(MAX_SUMS);
            sums = next;
        }
        sums.iter().any(|sum| (*sum - yuan).abs() <= tolerance)
    }

    /// The spots of everything that takes part but the prices themselves.
    pub fn factor_spots<'c>(
        &'c self,
        case: &'c Case<'_>,
    ) -> impl Iterator<Item = (Spot, &'c str)> + 'c {
        let factors = self.lines.iter().flat_map(|line| &line.factors);
        factors.filter_map(|factor| Some((factor.origin?.spot(case), factor.shown.as_str())))
    }

    /// The spots of the prices.
    pub fn price_spots<'c>(&'c self, case: &'c Case<'_>) -> impl Iterator<Item = Spot> + 'c {
        self.lines
            .iter()
            .map(|line| case.rows[line.price.row].spot(Part::Value))
    }
}

/// Most indicators of a document in which prices are matched with quantities.
const MAX_ROWS: usize = 200;

/// Most sums that are tried to make a bill agree with the budget.
const MAX_SUMS: usize = 256;

fn line(case: &Case<'_>, price: Price, rows: &[Count<'_>], prose: &[Count<'_>]) -> Option<Line> {
    let row = &case.rows[price.row];
    let (name, description) = (Mention::all(row.name), Mention::all(row.description));
    let mut own = Count::of_words(row, price.row, &name);
    own.extend(Count::of_words(row, price.row, &description));
    let counts = Counts {
        own: &own,
        rows,
        prose,
    };
    let mut working = Working::new(case, price);
    match working.line.price.scope.clone() {
        Scope::Each(each) => {
            for per in &each {
                working.multiply(&counts, per, &each)?;
            }
            let is_time_only = each.iter().all(|per| per.dimension() == Dimension::Time);
            if is_time_only && row.words.has(Word::UnitPrice) {
                working.multiply_by_what_it_is_for(&counts)?;
            }
        }
        Scope::EachOfSomething => {
            let found = counts.find_any(row);
            match found.chosen.is_empty() {
                true => working.miss(""),
                false => working.push(&found.chosen, &found.others, None)?,
            }
        }
        Scope::Whole | Scope::Total => {}
    }
    Some(working.line)
}

/// A line being multiplied.
struct Working<'c, 'a> {
    case: &'c Case<'a>,
    line: Line,
    used: Vec<Count<'c>>,
}

impl<'c, 'a> Working<'c, 'a> {
    fn new(case: &'c Case<'a>, price: Price) -> Self {
        Working {
            case,
            line: Line {
                yuan: price.yuan,
                price,
                factors: Vec::new(),
                missing: Vec::new(),
                others: Vec::new(),
            },
            used: Vec::new(),
        }
    }

    fn row(&self) -> &'c Row<'a> {
        &self.case.rows[self.line.price.row]
    }

    fn miss(&mut self, unit: &str) {
        self.line.missing.push(Missing {
            unit: unit.to_owned(),
        });
    }

    /// Multiplies by what one per of the price asks for; `None` beyond what is computed exactly.
    fn multiply(&mut self, counts: &Counts<'_, 'c>, per: &Per, each: &[Per]) -> Option<()> {
        let in_a_year = match per.word() {
            "年" => return Some(()),
            "半年" => 2,
            "季度" => 4,
            "月" => 12,
            _ => 0,
        };
        // 人次 already counts every time of every person.
        let is_second =
            per.word() == "次" && each.iter().any(|p| p.dimension() == Dimension::Persons);
        if is_second
            && self
                .used
                .iter()
                .any(|count| count.dimension == Dimension::PersonTimes)
        {
            return Some(());
        }
        let found = counts.find(self.row(), per, &self.used);
        match (found.chosen.as_slice(), in_a_year) {
            ([], 0) if self.push_length_named_with_count(per).is_some() => {}
            ([], 0) => self.miss(per.word()),
            ([], times) => self.push_times_in_year(times, per.word())?,
            (chosen, _) => {
                self.push(chosen, &found.others, Some(per))?;
                let events = counts.events(&chosen[0]);
                match events.as_ref().map(|events| events.chosen.as_slice()) {
                    Some([]) => self.miss("次"),
                    Some(events) => self.push(events, &[], None)?,
                    None => {}
                }
            }
        }
        Some(())
    }

    /// Multiplies by a length of time that the row of a count already used names (`参加2天培训的人数`).
    fn push_length_named_with_count(&mut self, per: &Per) -> Option<()> {
        let named = self.used.iter().find_map(|count| {
            let mentions = Mention::all(count.about)
                .into_iter()
                .chain(Mention::all(count.subject));
            let mut lengths = mentions.filter(|m| m.quantity.dimension() == Dimension::Time);
            let length = lengths.find(|m| m.quantity.unit.to_string() == per.word())?;
            Some((Interval::of(&length.quantity, Decimal::ONE)?, count.origin))
        });
        let (number, origin) = named?;
        self.line.yuan = self.line.yuan.times(number)?;
        self.line.factors.push(Factor {
            number,
            shown: format!("{}{}", number.printed_high.normalize(), per.word()),
            origin: Some(origin),
        });
        Some(())
    }

    /// A standard for each month is for each of something too (补贴标准 0.4万元/月), unless the months
    /// alone come to the budget.
    fn multiply_by_what_it_is_for(&mut self, counts: &Counts<'_, 'c>) -> Option<()> {
        let is_all = self.case.budget == Some(self.line.yuan.printed_high);
        let found = counts.find_any(self.row());
        if !is_all && !found.chosen.is_empty() {
            let alone = self.line.yuan.printed_low;
            self.push(&found.chosen, &found.others, None)?;
            self.line.others.push(alone);
        }
        Some(())
    }

    /// Multiplies by the months of a year; fewer would do as well.
    fn push_times_in_year(&mut self, times: u32, unit: &str) -> Option<()> {
        let mut before = std::mem::take(&mut self.line.others);
        before.push(self.line.yuan.printed_low);
        let number = Interval::exact(Decimal::from(times));
        self.line.yuan = self.line.yuan.times(number)?;
        for n in 1..=times {
            let in_so_many = before
                .iter()
                .filter_map(|yuan| yuan.checked_mul(Decimal::from(n)));
            self.line.others.extend(in_so_many);
        }
        self.line.factors.push(Factor {
            number,
            shown: match unit {
                "月" => format!("{times}个月"),
                unit => format!("{times}个{unit}"),
            },
            origin: None,
        });
        Some(())
    }

    /// Multiplies by counts, which are added first; by one of the others would do as well.
    fn push(
        &mut self,
        chosen: &[Count<'c>],
        others: &[Count<'c>],
        per: Option<&Per>,
    ) -> Option<()> {
        let number = |count: &Count<'_>| match per {
            Some(per) => matching::in_unit_of(count, per),
            None => Some(count.number),
        };
        let (first, rest) = chosen.split_first()?;
        let sum = rest
            .iter()
            .try_fold(number(first)?, |sum, count| sum.plus(number(count)?))?;
        let before = std::mem::take(&mut self.line.others);
        let scaled = before
            .iter()
            .filter_map(|yuan| yuan.checked_mul(sum.printed_low));
        self.line.others = scaled.collect();
        for other in others.iter().filter_map(number) {
            self.line
                .others
                .extend(self.line.yuan.printed_low.checked_mul(other.printed_low));
        }
        self.line.yuan = self.line.yuan.times(sum)?;
        let shown: Vec<String> = chosen.iter().map(Count::shown).collect();
        self.line.factors.push(Factor {
            number: sum,
            shown: match shown.as_slice() {
                [one] => one.clone(),
                several => format!("（{}）", several.join("＋")),
            },
            origin: Some(first.origin),
        });
        self.used.extend(chosen.iter().cloned());
        Some(())
    }
}
